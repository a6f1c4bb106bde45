//! What is said while people work on a map together: the agenda and the votes.

/// What is said while people work on a map together, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct WorkshopWords {
    pub agenda_step: &'static str,
    pub agenda_script: &'static str,
    pub add_agenda_step: &'static str,
    pub five_minutes_more: &'static str,
    pub no_agenda: &'static str,
    pub two_hour_agenda: &'static str,
    pub agenda_total: fn(usize, u32) -> String,
    pub minutes: &'static str,
    pub minutes_allowed: &'static str,
    pub minutes_of: fn(&str) -> String,
    pub begin: &'static str,
    pub begin_step: fn(&str) -> String,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub next_step_of_agenda: &'static str,
    pub end: &'static str,
    pub time_left: &'static str,
    pub rate_hint: &'static str,
    pub vote_of: fn(&str) -> String,
    pub no_votes: &'static str,
    pub hide_votes: &'static str,
    pub show_votes: &'static str,
    pub votes_hidden: fn(usize) -> String,
    pub take_vote_back: &'static str,
    pub clear_votes: &'static str,
    pub cleared_votes: fn(&str) -> String,
}
