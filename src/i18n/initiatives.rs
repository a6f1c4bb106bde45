//! What initiatives say: what they cost and change, what they are worth, and what a test could tell.

use orbita_economics::Missing;

use crate::model::scenario::Lever;

/// What is said of initiatives in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct InitiativeWords {
    pub initiatives: &'static str,
    pub initiatives_hint: &'static str,
    pub add_initiative: &'static str,
    pub delete_initiative: &'static str,
    pub deleted_initiative: &'static str,
    pub unnamed_initiative: &'static str,
    pub initiative_name: &'static str,
    pub included_in: &'static str,
    pub removes: &'static str,
    pub no_friction: &'static str,
    pub cost_once: &'static str,
    pub cost_per_period: &'static str,
    pub reach: &'static str,
    pub churn_cut: &'static str,
    pub margin_gain: &'static str,
    pub won: &'static str,
    pub inside: &'static str,
    pub worth_over: fn(&str, u16) -> String,
    pub worth_says: fn(&str, &str, &str, u16) -> String,
    pub worth_exact: fn(&str, &str, u16) -> String,
    pub not_valued: fn(Missing) -> &'static str,
    pub not_valued_short: &'static str,
    pub valued_with: fn(&str) -> String,
    /// The churn that points are taken off where it depends on age.
    pub points_by_age: fn(&str) -> String,
    pub include: &'static str,
    pub together: &'static str,
    pub together_hint: &'static str,
    pub together_says: fn(usize, &str, u16, &str) -> String,
    pub together_range: fn(&str, &str, &str) -> String,
    pub together_churn: fn(&str) -> String,
    pub alone: &'static str,
    pub adds: &'static str,
    pub breaks_even: fn(&str) -> String,
    pub breaks_even_now: &'static str,
    pub never_breaks_even: &'static str,
    pub test: &'static str,
    pub test_hint: &'static str,
    pub test_significance: &'static str,
    pub test_power: &'static str,
    pub test_months: &'static str,
    pub test_terms: fn(&str, &str, u32) -> String,
    pub test_needs: fn(&TestGroups) -> String,
    pub test_enough: fn(u32) -> String,
    pub test_never: &'static str,
    /// The chance that a test changes the decision, and what it is worth.
    pub test_value: fn(&str, Worth) -> String,
    pub test_cost: fn(&TestCost) -> String,
    pub test_holds_back: &'static str,
    pub no_churn_effect: &'static str,
    pub worth_of: &'static str,
    pub worth_columns: [&'static str; 2],
    pub put_value: &'static str,
    pub show_on_map: &'static str,
    pub by_value: &'static str,
}

/// Clients of a test, as they are written: needed and there, without and with what is tested.
#[derive(Clone, Debug, PartialEq)]
pub struct TestGroups {
    /// Needed.
    pub needed: (String, String),
    /// There.
    pub there: (String, String),
    /// Whether there are as many as it takes.
    pub suffices: bool,
}

/// What a test costs, for a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCost {
    /// Whether the initiative would be carried out without a test.
    pub acts: bool,
    /// Whether it costs more than it brings in the time of the test.
    pub more: bool,
    /// How much more, or less, as it is written; `None` for nothing.
    pub sum: Option<String>,
}

impl InitiativeWords {
    /// The name of a lever.
    pub fn lever(&self, lever: Lever) -> &'static str {
        match lever {
            Lever::CostOnce => self.cost_once,
            Lever::CostPerPeriod => self.cost_per_period,
            Lever::Reach => self.reach,
            Lever::ChurnCut => self.churn_cut,
            Lever::MarginGain => self.margin_gain,
            Lever::Won => self.won,
        }
    }
}

/// What knowing the result of a test is worth, as it is written.
#[derive(Clone, Copy, Debug)]
pub enum Worth<'a> {
    /// A sum that can be paid for.
    Sum(&'a str),
    /// Less than this smallest sum of the currency.
    Trifle(&'a str),
}
