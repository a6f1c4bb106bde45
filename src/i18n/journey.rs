//! What a map and its parts are called, on every screen and in files.

use crate::model::journey::{Evidence, JourneyKind, LaneKind};

/// What a map and its parts are called, on every screen and in files, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct JourneyWords {
    // The map as a whole.
    pub untitled_map: &'static str,
    pub no_map_title: &'static str,
    pub no_map_hint: &'static str,
    pub persona: &'static str,
    pub scenario: &'static str,
    pub kind: &'static str,
    pub as_is: &'static str,
    pub to_be: &'static str,
    pub second_curve: &'static str,
    // Its lanes and stages.
    pub journey_map: &'static str,
    pub lane: &'static str,
    pub stage_n: fn(usize) -> String,
    // The emotion curve.
    pub no_level: &'static str,
    pub peak: &'static str,
    pub lowest: &'static str,
    pub last: &'static str,
    pub steepest_drop: &'static str,
    // The friction ranking.
    pub friction_ranking: &'static str,
    pub total_of: fn(usize) -> String,
    pub score_is: fn(u8) -> String,
    pub frequency: &'static str,
    pub impact: &'static str,
    pub owner: &'static str,
    pub next_step: &'static str,
    pub due: &'static str,
    pub evidence: &'static str,
    pub assumed: &'static str,
    pub observed: &'static str,
    pub measured: &'static str,
    pub no_owner: &'static str,
    pub no_step: &'static str,
    // Kinds of lanes.
    pub lane_actions: &'static str,
    pub lane_touchpoints: &'static str,
    pub lane_thoughts: &'static str,
    pub lane_emotion: &'static str,
    pub lane_friction: &'static str,
    pub lane_opportunities: &'static str,
    pub lane_backstage: &'static str,
    pub lane_pulse: &'static str,
    pub lane_free: &'static str,
    // Where the palette goes.
    pub palette_map: &'static str,
    pub palette_stage: &'static str,
    pub palette_friction: &'static str,
    // In files.
    pub rank: &'static str,
    pub stage: &'static str,
    pub score: &'static str,
    pub lane_goes_on: &'static str,
    pub lane_went_on: &'static str,
    pub page_of: fn(usize, usize) -> String,
}

impl JourneyWords {
    /// The name of a kind of lane.
    pub fn lane_kind(&self, kind: LaneKind) -> &'static str {
        match kind {
            LaneKind::Actions => self.lane_actions,
            LaneKind::Touchpoints => self.lane_touchpoints,
            LaneKind::Thoughts => self.lane_thoughts,
            LaneKind::Emotion => self.lane_emotion,
            LaneKind::Friction => self.lane_friction,
            LaneKind::Opportunities => self.lane_opportunities,
            LaneKind::Backstage => self.lane_backstage,
            LaneKind::Pulse => self.lane_pulse,
            LaneKind::Free => self.lane_free,
        }
    }

    /// The name of a degree of evidence.
    pub fn evidence_name(&self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::Assumed => self.assumed,
            Evidence::Observed => self.observed,
            Evidence::Measured => self.measured,
        }
    }

    /// The name of the stage at a place counted from 0; one without a name goes by its number.
    pub fn stage_or(&self, name: &str, at: usize) -> String {
        if name.is_empty() { (self.stage_n)(at + 1) } else { name.to_owned() }
    }

    /// What a kind of map is called.
    pub fn kind_of_map(&self, kind: JourneyKind) -> &'static str {
        match kind {
            JourneyKind::AsIs => self.as_is,
            JourneyKind::ToBe => self.to_be,
        }
    }
}
