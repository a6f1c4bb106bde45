//! Spending in English.

use crate::i18n::Lang;
use crate::i18n::amounts;
use crate::i18n::speech::sentence;
use crate::i18n::spending::{Claim, SpendingWords};
use crate::model::scenario::Answer;

pub const WORDS: SpendingWords = SpendingWords {
    budget_split: "Budget split",
    win: "Acquire",
    keep: "Keep",
    keep_had: |letter, share| format!("Keep ({letter}: {share})"),
    with_this_split: |value| format!("{value} with this split"),
    keeping: "Retention budget",
    keeping_follows: "Follows the number of clients",
    keeping_fixed: "Fixed sum",
    spending: "Response to spending",
    spending_hint: "Five answers let churn and CAC react to the split. They decide the result: give ranges where you can\u{2019}t be sure. The suggested ones follow churn, CAC and the budget of the first scenario until you change them.",
    follows_split: "Churn and CAC react to the split",
    above_nothing: "Must be above 0",
    nothing_above: |today| format!("Must be above today’s churn, so churn has to be below {today}"),
    nothing_below: |today| format!("Must be below today’s churn, so churn has to be above {today}"),
    above_today: |today| format!("Must be above {today}, as it is today"),
    below_today: |today| format!("Must be below {today}, as it is today"),
    contradicts,
    slider_ends: "The slider ends here. Type a number to go further.",
    stops_at: |answer, value| format!("The slider stops at “{answer}”, {value}."),
    take_back: |input, value| format!("Set {input} to {value}"),
    which_is_wrong,
    set_answer: |answer, value| format!("Set “{answer}” to {value}"),
    stop_following: "Stop churn and CAC reacting to the split",
    changed: |name, from, to| format!("{name} changed from {from} to {to}"),
    answers_off: "No answers match these inputs: churn and CAC no longer react to the split",
    claim_tried: "Current retention spend set from the claim, in every scenario",
    claim_source: |claim, source, sum, was| format!("claim \u{201c}{claim}\u{201d} ({source}): {sum}; was {was}"),
    claim_beyond: |spend, budget| {
        format!("That is {spend}, more than the whole budget of {budget}: hardly anybody spends that much every month.")
    },
    claim_used: |name| format!("Uses an industry claim for {name}"),
    claim_counts: |name, source| sentence!("An industry claim is used in place of your own figure. {name}: {source}."),
    claim_is_used: "In use",
    no_claim: "No clients are kept, so there is nothing to apply the claim to.",
    paradox_today: |keep, average, marginal| {
        format!(
            "At today’s spend ({keep} on retention), winning a client costs {} what keeping one for a month does on average; the next one won costs {} what the next one kept does.",
            times(average),
            times(marginal)
        )
    },
    paradox_one_sided: "At this split one side gets nothing: there is no cost to compare. Move the split to compare both.",
    paradox_of_nothing: "The budget is 0: there is no average cost. Set a budget to compare winning with keeping.",
    spend_on_nobody: "There are no clients today: the retention spend counts as a fixed sum, shared by those who join.",
    spend_beyond_margin: |spend, margin| {
        format!(
            "Retention spend comes to {spend} a client a month, more than the margin of {margin}, and every client who joins adds as much. With few clients a fixed sum is nearer the truth."
        )
    },
    spend_follows: |today, end, period, month| {
        sentence!("Retention spend follows the clients: {today} {period} today, {end} {period} at month {month}.")
    },
    split_caption: "share of the budget for keeping",
    best_range: |range| format!("Best {range}"),
    best_says: |best| {
        let now = best.loss_now.as_ref().map(|loss| format!(" This split is {loss} below it.")).unwrap_or_default();
        sentence!(
            "Top: {} at {}. “Best” ({}) stays within {} of it.{now}",
            best.earns,
            best.top,
            best.range,
            best.within
        )
    },
    spend_nothing: |gain, months| {
        format!(
            "No split puts any of this budget to good use in {months} months: spending nothing earns {gain} more than the best split."
        )
    },
    spend_less: |budget, period, keep, gain, months| {
        format!(
            "No split puts the whole budget to good use in {months} months: {budget} {period}, {keep} of it for keeping, earns {gain} more than the best split of it all."
        )
    },
    spend_less_left: |sum, more| {
        let more = if more { "more" } else { "less" };
        format!("With the clients remaining at the end, the smaller budget earns {sum} {more}.")
    },
    nothing_to_split: "The budget is 0: there is nothing to split.",
    spends_nothing: "Current retention or acquisition spend is 0, so its effect is unknown: churn and CAC stay as entered. Enter both sums, above 0, to let them react.",
    no_split: "Answer the five questions about spending to see which split pays most.",
    paradox: "Average vs. marginal cost",
    paradox_says: |average, marginal| {
        format!(
            "On average winning a client costs {} what keeping one for a month does. The next client won costs {} what the next one kept does.",
            times(average),
            times(marginal)
        )
    },
    paradox_decides: "Decide by that.",
    paradox_horizon: "Yet over the horizon the other side pays more: decide by the split chart.",
    paradox_saved: |ratio, most_stay| {
        let anyway = if most_stay { "Most of those kept would have stayed anyway. " } else { "" };
        format!("{anyway}Winning a client costs {} as much as saving one who would leave.", times(ratio))
    },
    save_one: "To save a client who would leave",
    per_month_note: "Costs of keeping and saving are per month.",
    paradox_best: |average| {
        format!(
            "At the best spending the next client costs the same either way, and winning still costs {} as much on average.",
            times(average)
        )
    },
    paradox_none: "Answer the five questions about spending to test the five-times claim on your own numbers.",
    on_average: "On average",
    one_more: "One more",
    win_one: "To win a client",
    keep_one: "To keep a client",
    times_dearer: "Win-to-keep ratio",
    claims: "Industry claims",
    claimed: [
        Claim {
            text: "Keeping costs a fifth of winning",
            source: "claimed by retention practitioners, who add that it varies by industry",
            ratio: 5.0,
        },
        Claim { text: "Winning costs 6 to 7 times as much", source: "claimed by Zippia", ratio: 6.5 },
        Claim {
            text: "A sale is made with 60–70% of clients, with 20% of prospects",
            source: "claimed by Zippia; 3 to 3.5 times for the same effort",
            ratio: 3.25,
        },
    ],
    use_claim: "Try it here",
};

/// How many times what something else costs: "2.5 times", "about".
fn times(ratio: f64) -> String {
    let text = amounts::ratio(Lang::English, ratio);
    if text == "1" { "about".into() } else { format!("{text} times") }
}

fn contradicts(answer: Answer, today: &str, answered: &str, per: &str) -> String {
    match answer {
        Answer::WonMost => format!(
            "New clients: {today} {per} today. The answers say {answered} at most, but the maximum has to be higher than today’s number."
        ),
        Answer::ChurnBest => format!(
            "Churn is {today} {per} today. The answers say it can’t go below {answered}, but the lowest possible churn has to be lower than today’s."
        ),
        Answer::ChurnIdle => format!(
            "Churn is {today} {per} today. The answers say it would be {answered} with no retention spend, but that has to be higher than today’s."
        ),
        Answer::KeepToday | Answer::WinToday => String::new(),
    }
}

fn which_is_wrong(answer: Answer) -> &'static str {
    match answer {
        Answer::WonMost => {
            "One of the numbers is wrong. If the CAC and today’s spend are right, the maximum is set too low; if the maximum is right, the CAC is higher."
        }
        Answer::ChurnBest => {
            "One of the two numbers is wrong. If today’s churn is right, the lowest possible churn is set too high; if that answer is right, today’s churn is higher."
        }
        Answer::ChurnIdle => {
            "One of the two numbers is wrong. If today’s churn is right, churn with no retention spend is set too low; if that answer is right, today’s churn is lower."
        }
        Answer::KeepToday | Answer::WinToday => "",
    }
}
