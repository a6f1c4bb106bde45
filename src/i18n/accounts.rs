//! What the panel of accounts says.

use crate::model::scenario::Period;

/// What the panel of accounts says in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct AccountWords {
    pub title: &'static str,
    pub table: &'static str,
    pub hint: fn(Period) -> String,
    pub account: &'static str,
    pub understood: fn(usize, usize) -> String,
    pub removed: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub period_n: fn(usize) -> String,
    pub rules: &'static str,
    pub profit_well: &'static str,
    pub profit_well_rules: &'static str,
    pub maxio: &'static str,
    pub maxio_rules: &'static str,
    pub two_ends: &'static str,
    pub two_ends_rules: &'static str,
    pub bridge: &'static str,
    pub bridge_note: fn(&str, &str, &str) -> String,
    pub bridge_summary: fn(&str, &str, &str) -> String,
    pub movement: &'static str,
    pub amount: &'static str,
    pub start: &'static str,
    pub new: &'static str,
    pub reactivation: &'static str,
    pub expansion: &'static str,
    pub contraction: &'static str,
    pub churned: &'static str,
    pub end: &'static str,
    pub figures: &'static str,
    pub figure: &'static str,
    pub definition: &'static str,
    pub nrr: &'static str,
    pub nrr_means: &'static str,
    pub nrr_summed_means: &'static str,
    pub nrr_baremetrics: &'static str,
    pub nrr_baremetrics_means: &'static str,
    pub grr: &'static str,
    pub grr_means: &'static str,
    pub logo: &'static str,
    pub logo_means: &'static str,
    pub quick: &'static str,
    pub quick_means: &'static str,
    pub quick_all: &'static str,
    pub quick_all_means: &'static str,
    pub concentration: &'static str,
    /// The share of the five largest; how many the largest fifth is of how many, and its share; how many equal ones that is like.
    pub concentration_says: fn(&str, (usize, usize), &str, &str) -> String,
    /// With no more than five: the share of the largest, and how many equal accounts that is like.
    /// What the largest brings, how many bring as much, as how many equal ones there would be.
    pub few_say: fn(&str, usize, &str) -> String,
    pub lose: &'static str,
    pub lose_whom: &'static str,
    /// Whom, their revenue, its share, all revenue.
    pub hole: fn(&str, &str, &str, &str) -> String,
    /// How many clients, the whole months, their cost, the margin that these months lack.
    pub refill: fn(usize, usize, &str, &str) -> String,
    pub never_refilled: fn(usize) -> String,
    /// The scenario, clients won, what each pays, CAC, churn.
    pub pace: fn(&str, &str, &str, &str, &str) -> String,
    /// That the revenue of the scenario is not that of the table.
    pub at_odds: fn(&str, &str, &str) -> String,
    pub no_scenario: &'static str,
}
