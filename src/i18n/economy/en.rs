//! The economics in English.

use super::{Claim, EconomyWords, Said};
use crate::i18n::Lang;
use crate::i18n::amounts::money;
use crate::insight::economy::finding::{Difference, Finding};
use crate::model::scenario::Quantity;

pub const WORDS: EconomyWords = EconomyWords {
    economics: "Economics",
    title: "Retention or acquisition",
    empty_title: "No scenario yet",
    empty_hint: "A scenario says how many clients there are, what they pay, how many leave and where the money goes. Start with sample figures and put in your own.",
    start_with_sample: "Start with sample figures",
    sample_currency: "$",
    sample_scale: 1.0,
    scenarios: "Scenarios",
    scenario_n: |letter| format!("Scenario {letter}"),
    scenario_name: "Name of the scenario",
    add_scenario: "Add scenario",
    duplicate_scenario: "Duplicate scenario",
    delete_scenario: "Delete scenario",
    deleted_scenario: |name| format!("Deleted “{name}”"),
    scenario_menu: "Scenario actions",
    horizon: "Horizon",
    months: |months| if months == 1 { "1 month".into() } else { format!("{months} months") },
    month: "Month",
    inputs: "Inputs",
    period: "Rates and money",
    currency: "Currency",
    a_month: "a month",
    a_quarter: "a quarter",
    a_year: "a year",
    budget_split: "Budget split",
    win: "Acquire",
    keep: "Keep",
    keep_had: |letter, share| format!("Keep, {letter} had {share}"),
    clients: "Clients",
    revenue: "Revenue per client",
    margin: "Gross margin",
    churn: "Churn",
    cac: "CAC",
    budget: "Budget",
    one_off: "One-off cost",
    discount: "Discount rate",
    growth: "Revenue growth",
    yearly_note: "a year",
    one_off_note: |months| match months {
        0 | 1 => "paid at once".into(),
        _ => format!("spread over {months} months"),
    },
    one_off_months: "Months the one-off cost is spread over",
    with_this_split: |value| format!("{value} with this split"),
    as_stated: |value| format!("stated: {value}"),
    range: "Range",
    low: "Low",
    likely: "Likely",
    high: "High",
    make_exact: "Make exact",
    range_of: |label| format!("{label}, range"),
    not_a_number: "Type a number, such as 75,000 or 3.4%.",
    allowed: |low, high| format!("Allowed: from {low} to {high}."),
    spending: "What spending does",
    spending_hint: "Plain answers make churn and CAC follow the split.",
    follows_split: "Churn and CAC follow the split",
    keep_today: "Spent on keeping today",
    churn_idle: "Churn if nothing were spent on it",
    churn_best: "Churn at best, at any price",
    win_today: "Spent on acquiring today",
    won_most: "Most clients to be won, at any price",
    cannot_reckon: "These inputs cannot be reckoned with",
    above_nothing: "Must be more than nothing",
    nothing_above: |today| format!("Nothing lies above today\u{2019}s {today}"),
    nothing_below: |today| format!("Nothing lies below today\u{2019}s {today}"),
    above_today: |today| format!("Must be above {today}, as it is today"),
    below_today: |today| format!("Must be below {today}, as it is today"),
    put_right: "Put the answers right",
    put_right_done: "The answers agree with the inputs again",
    answers_off: "No answers agree with these inputs: churn and CAC no longer follow the split",
    claim_tried: "Spent on keeping today follows the claim",
    no_claim: "Nobody is kept, so the claim cannot be tried on.",
    paradox_today: |keep, average, marginal| {
        format!(
            "As it is spent today, by the answers ({keep} on keeping), winning is \u{d7}{average} dearer on average and \u{d7}{marginal} for one more."
        )
    },
    paradox_one_sided: "At this split one side gets nothing: there is no cost to compare. Move the split to compare both.",
    finding,
    range_80: |range| format!("80% range {range}"),
    chance_positive: |chance| format!("{chance} chance of a profit"),
    chance_better: |name, chance| format!("{name} wins in {chance} of runs"),
    reckoning_ranges: "Reckoning the range",
    was: |value| format!("was {value}"),
    points: "pts",
    kept_year: "Kept at month 12",
    ltv: "Value of a client",
    ltv_to_cac: "LTV : CAC",
    won_year: "New clients a year",
    profit_over: |months| format!("Profit over {months} months"),
    payback: "CAC paid back in",
    in_months: |months| format!("{months} months"),
    how_reckoned: |label| format!("{label}: how it is reckoned"),
    formula: "Formula",
    explained,
    with_numbers: "With these numbers",
    timing: "Timing and period",
    source: "Source",
    customers_kept: "Customers kept",
    customers_kept_note: "share of today’s clients still there; the band holds 80% of runs",
    cumulative_profit: "Cumulative profit",
    profit_note: "in money of today, after marketing and service; the band holds 80% of runs",
    split_pays: "Where the split pays most",
    split_pays_note: |months| format!("profit over {months} months"),
    split_caption: "share of the budget for keeping",
    best_range: |range| format!("Best {range}"),
    no_split: "Say what spending does, and the curve shows which split pays most.",
    what_moves: "What moves the result",
    what_moves_note: |name| {
        format!("{name}: each input at its low and high end, exact ones ±10%, churn and CAC with this split")
    },
    healthy: "3 : 1 rule of thumb",
    low_end: "Low",
    low_of: |name| format!("{name}, low"),
    high_of: |name| format!("{name}, high"),
    input: "Input",
    at_low: "Profit there",
    at_high: "Profit at the other end",
    result: "Profit",
    share_kept: "Share kept",
    overtakes: |name, other, month| format!("{name} overtakes {other}, month {month}"),
    missing: "no figure",
    compare: "Scenarios side by side",
    figure: "Figure",
    differs: |name, other, list| format!("{name} differs from {other} in: {list}."),
    no_difference: "They state the same.",
    difference,
    paradox: "Average against marginal",
    paradox_says: |average, marginal| {
        format!(
            "On average winning a client costs ×{average} what keeping one does. One more client won costs ×{marginal} what one more kept does, and only this says where the next money goes."
        )
    },
    paradox_best: |average| {
        format!(
            "At the best spending both cost the same at the margin, and winning still looks ×{average} dearer on average."
        )
    },
    paradox_none: "Say what spending does, and the five-times claim can be taken apart with your own numbers.",
    on_average: "On average",
    one_more: "One more",
    win_one: "To win a client",
    keep_one: "To keep a client",
    times_dearer: "Times dearer to win",
    claims: "Claimed by others",
    claimed: [
        Claim {
            text: "Keeping costs a fifth of winning",
            source: "claimed by practitioners of retention, who add that it floats by industry",
            ratio: 5.0,
        },
        Claim { text: "Winning costs 6 to 7 times as much", source: "claimed by Zippia", ratio: 6.5 },
        Claim {
            text: "A sale is made with 60–70% of clients, with 20% of strangers",
            source: "claimed by Zippia; 3 to 3.5 times for the same effort",
            ratio: 3.25,
        },
    ],
    use_claim: "Try it here",
    initiatives: "From friction to money",
    initiatives_hint: "An initiative removes a friction, or is a practice. Say what it costs, whom it reaches and what it should change, as a range where you are not sure.",
    add_initiative: "Add initiative",
    delete_initiative: "Delete initiative",
    deleted_initiative: "Deleted the initiative",
    unnamed_initiative: "Unnamed initiative",
    initiative_name: "Name of the initiative",
    removes: "Friction that it removes",
    no_friction: "None: a practice",
    cost_once: "Cost, once",
    cost_per_period: "Cost",
    reach: "Share of clients reached",
    churn_cut: "Points of churn taken away",
    margin_gain: "Margin added per client",
    won: "Clients won beside the others",
    worth_a_year: |range| format!("{range} a year if fixed"),
    worth_says: |range, chance, cost| {
        format!("Brings {range} a year, costs included, and pays in {chance} of runs. Costs {cost} over the horizon.")
    },
    breaks_even: |points| format!("Pays for itself once it takes {points} off churn for those reached."),
    breaks_even_now: "Pays for itself by its other effects alone.",
    never_breaks_even: "Not even keeping every client it reaches would pay for it.",
    seen: |needed, have| {
        format!("Its effect on churn can be seen: {needed} clients are needed in each of two groups, there are {have}.")
    },
    not_seen: |have| {
        format!(
            "Its effect on churn cannot be told from chance with {have} clients in each of two groups, reached and not."
        )
    },
    no_churn_effect: "It changes no churn, so there is none to be seen.",
    cost: "cost",
    worth_of: "Worth of fixing",
    worth_columns: ["End of the range", "Value a year"],
    put_value: "Put a value on it",
    no_cost: "No cost stated",
    show_on_map: "Show on the map",
    by_value: "By value",
    charts: "Charts",
    kept_tab: "Kept",
    profit_tab: "Profit",
    split_tab: "Split",
    levers_tab: "Levers",
};

fn span(months: u16) -> String {
    match months {
        12 => "a year".into(),
        24 => "two years".into(),
        36 => "three years".into(),
        48 => "four years".into(),
        60 => "five years".into(),
        _ => format!("{months} months"),
    }
}

fn finding(finding: &Finding, said: &Said) -> String {
    let Said { name, other, currency, months } = said;
    let sum = |value: f64| money(Lang::English, currency, value.abs());
    let (amount, span) = (sum(finding.amount), span(*months));
    let up = finding.amount >= 0.0;
    if !finding.compared {
        let verb = if up { "earns" } else { "loses" };
        return format!("{name} {verb} {amount} in {span}");
    }
    if !finding.is_settled() {
        return format!("{name} against {other} is too close to call over {span}");
    }
    match finding.moved {
        Some(moved) => {
            let (place, verb) = (if moved > 0.0 { "keeping" } else { "acquiring" }, if up { "adds" } else { "costs" });
            format!("Moving {} a year into {place} {verb} {amount} in {span}", sum(moved))
        }
        None => format!("{name} earns {amount} {} than {other} in {span}", if up { "more" } else { "less" }),
    }
}

fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Quantity(Quantity::Clients) => "clients",
        Difference::Quantity(Quantity::Revenue) => "revenue per client",
        Difference::Quantity(Quantity::Margin) => "gross margin",
        Difference::Quantity(Quantity::Churn) => "churn",
        Difference::Quantity(Quantity::Cac) => "CAC",
        Difference::Quantity(Quantity::Budget) => "budget",
        Difference::Quantity(Quantity::OneOff) => "one-off cost",
        Difference::Quantity(Quantity::Discount) => "discount rate",
        Difference::Quantity(Quantity::Growth) => "revenue growth",
        Difference::Split => "budget split",
        Difference::OneOffMonths => "months of the one-off cost",
        Difference::Response => "what spending does",
        Difference::Horizon => "horizon",
    }
}

/// Kept, value, ratio, won, profit, payback: symbols, timing, source.
fn explained(kind: usize) -> (&'static str, &'static str, &'static str) {
    const TABLE: [(&str, &str, &str); 6] = [
        (
            "c: churn per period with this split; n: periods in twelve months.",
            "Twelve months from now, by number of clients.",
            "Compounded churn: 3% a month is 30.6% a year, not 36%.",
        ),
        (
            "m: margin per client and period; r: share kept; d: discount rate; g: growth, each per period.",
            "The first payment is now and certain, so this is the ceiling for the CAC.",
            "Fader & Hardie 2012, note 24, equation 1.",
        ),
        (
            "LTV: value of a client just won; CAC: average cost of winning one with this budget.",
            "For one client: the first payment now, the CAC with this budget.",
            "D. Skok, SaaS metrics: three and above is a rule of thumb, no law.",
        ),
        (
            "A: spent on acquiring per period; k: periods a year.",
            "Clients who join at the start of each period.",
            "Definition.",
        ),
        (
            "N: clients at the start of period t; A: spent on acquiring; B: the whole budget and one-off costs; the rest as for the value.",
            "In money of today. Each period: clients won join, all pay, the budget is spent, then some leave.",
            "Sum over the periods of the horizon, projected one by one.",
        ),
        (
            "q: what is left of a payment one period later.",
            "Counts those who leave meanwhile. A client who never pays back says so.",
            "Geometric sum of margins set equal to the CAC.",
        ),
    ];
    TABLE.get(kind).copied().unwrap_or_default()
}
