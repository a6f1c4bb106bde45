//! What the panel of cohorts says.

use orbita_economics::{Family, Model, TrendKind};

use crate::model::scenario::Period;

/// What the panel of cohorts says in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct CohortWords {
    pub title: &'static str,
    pub table: &'static str,
    pub hint: fn(Period) -> String,
    pub examples: &'static str,
    pub regular: &'static str,
    pub high_end: &'static str,
    pub example_source: &'static str,
    /// The heading of the published cohorts: what a row and a column are.
    pub cohort: &'static str,
    pub year_n: fn(usize) -> String,
    pub understood: fn(usize, &str, u32) -> String,
    pub understood_shares: fn(usize, u32) -> String,
    pub removed: &'static str,
    // What was observed.
    pub observed_churn: &'static str,
    pub churn_range: fn(&str, Period) -> String,
    pub churn_ends: fn(&str) -> String,
    pub use_as_churn: &'static str,
    pub use_in_all: &'static str,
    pub use_here: &'static str,
    /// A churn, and the letters of the scenarios that count with it now; none where there is but one.
    pub churn_is_now: fn(&str, &[String], bool) -> String,
    /// The source of a churn that was taken from the table: that churn, and what stood there before.
    pub churn_source: fn(&str, &str) -> String,
    pub answers_adjusted: &'static str,
    pub answers_dropped: &'static str,
    pub new_client: &'static str,
    pub payments: fn(&str, &str) -> String,
    /// What the split does to the churn of the table, and the LTV without that.
    pub split_moves: fn(&str, &str) -> String,
    /// The range over so many models, and whether they are those that the data support.
    pub worth_range: fn(&str, usize, bool) -> String,
    pub sampling_range: fn(&str) -> String,
    pub fitting: &'static str,
    pub sampling: &'static str,
    /// The LTV of the scenario, and whether it is outside the range over the models.
    pub scenario_ltv: fn(&str, bool) -> String,
    pub use_by_age: &'static str,
    pub use_by_age_in_all: &'static str,
    /// That churn depends on age now, and the letters of the scenarios where it does; none where there is but one.
    pub by_age_now: fn(&[String], bool) -> String,
    pub use_gives_up: &'static str,
    /// By which model the table is read while nothing decides between them.
    pub no_verdict: fn(&str) -> String,
    /// How many numbers were fitted to how many renewals, with none held back.
    pub untested: fn(u32, u32) -> String,
    /// The last age that was fitted and the last one, and by how much that is missed.
    pub tested: fn(u32, u32, &str) -> String,
    /// The same, with a simpler model that misses by less.
    pub tested_worse: fn(u32, u32, &str, &str, &str) -> String,
    pub tested_fuller: fn(&Rivals) -> String,
    pub no_scenario: &'static str,
    // The models.
    pub family: fn(Family) -> &'static str,
    pub family_short: fn(Family) -> &'static str,
    pub verdict: fn(Family, &str, &str, u32) -> String,
    pub parameters: fn(&Model) -> String,
    pub models: &'static str,
    pub model: &'static str,
    pub parameter_column: &'static str,
    pub log_likelihood: &'static str,
    pub verdict_column: &'static str,
    pub verdict_of: &'static str,
    pub supported: &'static str,
    pub same_as: fn(&str) -> String,
    pub at_edge: &'static str,
    pub worse: &'static str,
    pub test: fn(&str, &str, &str, bool) -> String,
    // The chart.
    pub kept: &'static str,
    pub kept_note: fn(u32, u32) -> String,
    pub kept_summary: fn(&str, u32, &str, u32) -> String,
    pub age: &'static str,
    pub observed: &'static str,
    pub project_to: &'static str,
    // The trial.
    pub trial: &'static str,
    pub trial_note: fn(u32, u32) -> String,
    pub trial_summary: fn(&str, &str, &str, &str) -> String,
    pub method: &'static str,
    pub trend: fn(TrendKind) -> &'static str,
    pub says: &'static str,
    pub misses_by: &'static str,
    pub points: fn(&str) -> String,
    // The base by age.
    pub base: &'static str,
    pub base_note: &'static str,
    /// Of the clients of the table: how many they are, what they are worth by age and at one average rate, that rate, the difference.
    pub base_summary: fn(&str, &str, &str, &str, &str) -> String,
    pub base_rate: fn(&str, bool) -> String,
    pub base_payments: &'static str,
    pub base_broken_off: fn(usize) -> String,
    pub next_renewal: &'static str,
    pub renewal: fn(u32) -> String,
    pub clients: &'static str,
    pub worth_of_one: &'static str,
    pub by_age: &'static str,
    pub at_average: &'static str,
    // What cannot be said.
    pub limits: &'static str,
    pub per_cent_only: &'static str,
    pub one_cohort: &'static str,
    pub nobody_left_unsized: &'static str,
    pub nobody_left: fn(&str) -> String,
    pub few_lost: fn(&str) -> String,
    pub few_renewals: fn(usize, usize) -> String,
    pub edge_of: fn(&str) -> String,
    pub aic_prefers: fn(&str) -> String,
}

/// The model in use and a fuller one that does better in the forecast test, as they are written.
#[derive(Clone, Copy, Debug)]
pub struct Rivals<'a> {
    /// The last age that was fitted.
    pub fitted: u32,
    /// The last age that was counted.
    pub last: u32,
    /// The model in use.
    pub used: &'a str,
    /// By how much it misses the last age.
    pub by: &'a str,
    /// The fuller one.
    pub fuller: &'a str,
    /// By how much that one misses it.
    pub less: &'a str,
}
