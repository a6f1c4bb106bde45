//! What is said while people work on a map together: the agenda and the votes, in English.

use crate::i18n::workshop::WorkshopWords;

pub const WORDS: WorkshopWords = WorkshopWords {
    agenda_step: "Step",
    agenda_script: "What you say",
    add_agenda_step: "Add step",
    five_minutes_more: "+5 min",
    no_agenda: "This map has no agenda yet.",
    two_hour_agenda: "Use the two-hour agenda",
    agenda_total: |steps, minutes| format!("{steps} {}, {minutes} minutes", if steps == 1 { "step" } else { "steps" }),
    minutes: "min",
    minutes_allowed: "Use whole minutes from 1 to 600",
    minutes_of: |step| format!("Minutes: {step}"),
    begin: "Start",
    begin_step: |step| format!("Start: {step}"),
    pause: "Pause",
    go_on: "Resume",
    next_step_of_agenda: "Next",
    end: "End",
    time_left: "Time left",
    rate_hint: "Ask each person, press their number (1–5)",
    vote_of: |level| format!("Vote {level}"),
    no_votes: "no votes yet",
    hide_votes: "Hide votes",
    show_votes: "Show votes",
    votes_hidden: |count| format!("{count} {}, hidden", if count == 1 { "vote" } else { "votes" }),
    take_vote_back: "Undo last vote",
    clear_votes: "Clear votes",
    cleared_votes: |stage| format!("Votes cleared: {stage}"),
};
