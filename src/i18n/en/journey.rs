//! What a map and its parts are called, on every screen and in files, in English.

use crate::i18n::journey::JourneyWords;

pub const WORDS: JourneyWords = JourneyWords {
    // The map as a whole.
    untitled_map: "Untitled map",
    no_map_title: "No map in this project",
    no_map_hint: "A map shows stages from left to right and lanes from top to bottom. Add one and type.",
    persona: "Persona",
    scenario: "Scenario",
    kind: "Type",
    as_is: "As-is",
    to_be: "To-be",
    second_curve: "Comparison curve",
    // Its lanes and stages.
    journey_map: "Journey map",
    lane: "Lane",
    stage_n: |number| format!("Stage {number}"),
    // The emotion curve.
    no_level: "no level",
    peak: "Peak",
    lowest: "Lowest",
    last: "End",
    steepest_drop: "Biggest drop",
    // The friction ranking.
    friction_ranking: "Friction ranking",
    total_of: |count| format!("Total score, {count} {}", if count == 1 { "friction point" } else { "friction points" }),
    score_is: |score| format!("Score {score}"),
    frequency: "Frequency",
    impact: "Impact",
    owner: "Owner",
    next_step: "Next step",
    due: "Due",
    evidence: "Evidence",
    assumed: "Hypothesis",
    observed: "Observed",
    measured: "Measured",
    no_owner: "no owner",
    no_step: "no next step",
    // Kinds of lanes.
    lane_actions: "Actions",
    lane_touchpoints: "Touchpoints",
    lane_thoughts: "Thoughts",
    lane_emotion: "Emotion",
    lane_friction: "Friction",
    lane_opportunities: "Opportunities",
    lane_backstage: "Backstage",
    lane_pulse: "Pulse",
    lane_free: "Custom lane",
    // Where the palette goes.
    palette_map: "Map",
    palette_stage: "Stage",
    palette_friction: "Friction",
    // In files.
    rank: "#",
    stage: "Stage",
    score: "Score",
    lane_goes_on: "continues on the next page",
    lane_went_on: "continued",
    page_of: |page, pages| format!("Page {page} of {pages}"),
};
