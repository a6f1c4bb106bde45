//! Initiatives in English.

use orbita_economics::Missing;

use crate::i18n::initiatives::{InitiativeWords, TestCost, Worth};
use crate::i18n::speech::sentence;

pub const WORDS: InitiativeWords = InitiativeWords {
    initiatives: "Value of fixing",
    initiatives_hint: "An initiative removes a friction point, or is a general practice. State its cost, its reach and what it should change, as a range where you aren’t sure.",
    add_initiative: "Add initiative",
    delete_initiative: "Delete initiative",
    deleted_initiative: "Initiative deleted",
    unnamed_initiative: "Unnamed initiative",
    initiative: "Initiative",
    removed: "Friction point",
    initiative_name: "Initiative name",
    included_in: "Included in",
    removes: "Friction point it removes",
    no_friction: "None (general practice)",
    cost_once: "Cost, once",
    cost_per_period: "Cost",
    reach: "Share of clients reached",
    churn_cut: "Churn cut, pts",
    margin_gain: "Margin gain per client",
    won: "Extra clients won",
    inside: "Paid from the retention budget",
    worth_over: |range, months| format!("{range} over {months} months if done"),
    worth_says: |range, chance, cost, months| {
        sentence!(
            "Adds {range} to profit over {months} months, costs included, and pays off in {chance} of simulations. Costs\u{a0}{cost}."
        )
    },
    worth_exact: |worth, cost, months| {
        sentence!("Adds {worth} to profit over {months} months, costs included. Costs\u{a0}{cost}. No ranges stated.")
    },
    not_valued: |missing| match missing {
        Missing::Effect => "Not valued yet: state an effect.",
        Missing::Cost => "Not valued yet: state a cost.",
    },
    exceeds_churn: |churn, points| sentence!("Churn is {churn} now: it can’t be cut by more than {points}."),
    not_valued_short: "Not valued yet",
    valued_with: |name| format!("Values come from “{name}”."),
    points_by_age: |churn| {
        sentence!("Churn depends on age here: points are taken off the churn of today\u{2019}s clients, {churn}.")
    },
    include: "Include in this scenario",
    together: "Included together",
    together_hint: "What they add is shown below the headline; its other figures and the charts leave them out. Effects overlap: each takes its share of the churn that the others leave, never below the lowest possible churn.",
    together_says: |count, worth, months, sum| match count {
        1 => sentence!("By the likely numbers the included initiative adds {worth} over {months} months."),
        _ => sentence!(
            "By the likely numbers they add {worth} together over {months} months; one by one they would add up to {sum}."
        ),
    },
    together_range: |median, range, chance| {
        format!("In simulations: median {median}, 80% range {range}, paying off in {chance} of them.")
    },
    together_churn: |churn| sentence!("Lowest churn of any client group: {churn}."),
    alone: "Alone",
    adds: "Adds to the others",
    breaks_even: |points| sentence!("Pays for itself once it cuts churn among the clients it reaches by {points}."),
    breaks_even_now: "Pays off without reducing churn.",
    never_breaks_even: "Even the lowest possible churn among the clients it reaches wouldn\u{2019}t pay for it.",
    test: "Test",
    test_hint: "Open an initiative to see whether such a test would show its effect. False alarms: how often a useless fix looks useful. Statistical power: how often a useful fix is detected.",
    test_significance: "False alarms",
    test_power: "Statistical power",
    test_months: "Months",
    test_terms: |significance, power, months| {
        let months = if months == 1 { "1 month".into() } else { format!("{months} months") };
        sentence!("Test: {significance} false alarms, {power} power, {months}.")
    },
    test_needs: |groups| {
        let (needed, there) = (&groups.needed, &groups.there);
        sentence!(
            "It needs {} clients without the change and {} with it; there are {} and {}: {}.",
            needed.0,
            needed.1,
            there.0,
            there.1,
            if groups.suffices { "enough" } else { "too few to tell the effect from chance" }
        )
    },
    test_enough: |months| match months {
        1 => "With those clients the result would show after 1 month.".into(),
        _ => format!("With those clients the result would show after {months} months."),
    },
    test_never: "With those clients the result wouldn\u{2019}t show even after five years.",
    test_value: |chance, worth| match worth {
        Worth::Sum(worth) => sentence!(
            "The chance that the result changes the decision is {chance}, so a test is worth up to {worth}. One that costs more doesn\u{2019}t pay."
        ),
        Worth::Trifle(least) => format!(
            "The chance that the result changes the decision is {chance}, so a test is worth less than {least}: it isn\u{2019}t worth paying for."
        ),
    },
    test_cost,
    test_holds_back: "All clients are reached, so half of them are held back as the control group, without the gain.",
    no_churn_effect: "No churn effect to measure.",
    worth_of: "Value of fixing",
    worth_columns: ["End of the range", "Value over the horizon, costs included"],
    put_value: "Put a value on it",
    show_on_map: "Show on the map",
    by_value: "By value",
};

fn test_cost(cost: &TestCost) -> String {
    match (cost.acts, &cost.sum) {
        (true, None) => {
            "Without a test it would go ahead for the same clients, so testing costs nothing extra, as long as chance decides whom it reaches.".into()
        }
        (true, Some(sum)) if cost.more => {
            sentence!(
                "Without a test it would go ahead for everyone. The control group has to wait: what that group misses, with the later payments of its clients who leave in the meantime, comes to {sum}."
            )
        }
        (true, Some(sum)) => {
            sentence!(
                "Without a test it would go ahead for everyone; making the control group wait saves {sum} over the horizon."
            )
        }
        (false, None) => {
            "Without a test it wouldn\u{2019}t go ahead; the test pays for itself, one-time costs aside.".into()
        }
        (false, Some(sum)) if cost.more => {
            sentence!(
                "Without a test it wouldn\u{2019}t go ahead; the test costs {sum} more than it brings in over the horizon, one-time costs aside."
            )
        }
        (false, Some(sum)) => {
            sentence!(
                "Without a test it wouldn\u{2019}t go ahead; the test brings in {sum} more than it costs over the horizon, one-time costs aside."
            )
        }
    }
}
