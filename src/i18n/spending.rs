//! What spending says: how a budget is split, how churn and CAC respond, and what winning costs against keeping.

use crate::model::scenario::Answer;

/// What is said of spending in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct SpendingWords {
    pub budget_split: &'static str,
    pub win: &'static str,
    pub keep: &'static str,
    pub keep_had: fn(&str, &str) -> String,
    pub with_this_split: fn(&str) -> String,
    pub keeping: &'static str,
    pub keeping_follows: &'static str,
    pub keeping_fixed: &'static str,
    pub spending: &'static str,
    pub spending_hint: &'static str,
    pub follows_split: &'static str,
    pub above_nothing: &'static str,
    pub nothing_above: fn(&str) -> String,
    pub nothing_below: fn(&str) -> String,
    pub above_today: fn(&str) -> String,
    pub below_today: fn(&str) -> String,
    /// An answer, what it cannot be together with as it is today, what was answered, per what.
    pub contradicts: fn(Answer, &str, &str, &str) -> String,
    /// Which answer stops a slider, and its number.
    pub slider_ends: &'static str,
    pub stops_at: fn(&str, &str) -> String,
    /// Puts an input that contradicts the answers where it agrees with them.
    pub take_back: fn(&str, &str) -> String,
    /// Which number is wrong where an answer contradicts what is stated: the one or the other.
    pub which_is_wrong: fn(Answer) -> &'static str,
    /// Sets an answer that contradicts what is stated to a number that agrees.
    pub set_answer: fn(&str, &str) -> String,
    /// Gives up the answers where none agree.
    pub stop_following: &'static str,
    /// A number that was changed, from what to what.
    pub changed: fn(&str, &str, &str) -> String,
    pub answers_off: &'static str,
    pub claim_tried: &'static str,
    /// The source of a number that comes from a claim: the claim, who says so, the number, and what stood there before.
    pub claim_source: fn(&str, &str, &str, &str) -> String,
    /// That a claim asks for more than the budget.
    pub claim_beyond: fn(&str, &str) -> String,
    /// That a number is that of a claim, in a few words, and as a sentence with its source.
    pub claim_used: fn(&str) -> String,
    pub claim_counts: fn(&str, &str) -> String,
    pub claim_is_used: &'static str,
    pub no_claim: &'static str,
    pub paradox_one_sided: &'static str,
    /// That nothing is spent, so that only the next client has a cost.
    pub paradox_of_nothing: &'static str,
    pub paradox_today: fn(&str, f64, f64) -> String,
    /// That retention spend a client is above the margin, where the spend follows the number of clients.
    pub spend_on_nobody: &'static str,
    pub spend_beyond_margin: fn(&str, &str) -> String,
    /// What retention spend comes to today and at the horizon, for each period, where it follows the clients.
    pub spend_follows: fn(&str, &str, &str, u16) -> String,
    pub split_caption: &'static str,
    pub best_range: fn(&str) -> String,
    pub best_says: fn(&Best) -> String,
    pub spend_nothing: fn(&str, u16) -> String,
    pub spend_less: fn(&str, &str, &str, &str, u16) -> String,
    /// What a smaller budget changes once the clients left at the horizon are counted, signed.
    pub spend_less_left: fn(&str, bool) -> String,
    pub no_split: &'static str,
    pub nothing_to_split: &'static str,
    pub spends_nothing: &'static str,
    pub paradox: &'static str,
    pub paradox_says: fn(f64, f64) -> String,
    pub paradox_decides: &'static str,
    pub paradox_horizon: &'static str,
    /// How many times as much winning costs as saving one who would leave; whether most of those kept would have stayed anyway.
    pub paradox_saved: fn(f64, bool) -> String,
    pub save_one: &'static str,
    pub per_month_note: &'static str,
    pub paradox_best: fn(f64) -> String,
    pub paradox_none: &'static str,
    pub on_average: &'static str,
    pub one_more: &'static str,
    pub win_one: &'static str,
    pub keep_one: &'static str,
    pub times_dearer: &'static str,
    pub claims: &'static str,
    pub claimed: [Claim; 3],
    pub use_claim: &'static str,
}

/// A ratio that somebody claims, for winning a client against keeping one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// The claim in words.
    pub text: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// How many times dearer winning is, in the middle of what is claimed.
    pub ratio: f64,
}

/// The best split of a budget, as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Best {
    /// The share for keeping that earns most.
    pub top: String,
    /// What it earns.
    pub earns: String,
    /// The range around it.
    pub range: String,
    /// How much of the top is lost at most inside it.
    pub within: String,
    /// What is lost at the share as it is; `None` where that is nothing.
    pub loss_now: Option<String>,
}
