//! The economics in English.

use crate::i18n::economy::{EconomyWords, Said};

use crate::i18n::Lang;
use crate::i18n::amounts::money;
use crate::i18n::en::counts::points_en;
use crate::i18n::speech::{sentence, uncapital};
use crate::insight::economy::finding::{Difference, Finding, Moved};
use crate::model::scenario::{Payment, Period, Quantity};
use crate::route::EconomyPart;

pub const WORDS: EconomyWords = EconomyWords {
    part: |part| match part {
        EconomyPart::Decision => "Decision",
        EconomyPart::Clients => "Clients over time",
        EconomyPart::Revenue => "Revenue",
        EconomyPart::Fixing => "Fixing",
    },
    title: "Retention or acquisition",
    paper_page: "\"Page \" counter(page) \" of \" counter(pages)",
    empty_title: "No scenario yet",
    empty_hint: "A scenario holds your clients, revenue, churn and budget. Start with sample figures and put in your own.",
    start_with_sample: "Start with sample figures",
    sample_currency: "$",
    sample_scale: 1.0,
    scenarios: "Scenarios",
    copy_of: |name| format!("Copy of {name}"),
    scenario_n: |letter| format!("Scenario {letter}"),
    scenario_name: "Scenario name",
    add_scenario: "Add scenario",
    duplicate_scenario: "Duplicate scenario",
    delete_scenario: "Delete scenario",
    deleted_scenario: |name| format!("Deleted “{name}”"),
    lock_scenario: "Lock scenario…",
    lock_hint: "A locked scenario can\u{2019}t be changed until somebody unlocks it. What it says today becomes the forecast, to compare with the actual figures as they come in.",
    locked_by: "Locked by",
    lock: "Lock",
    dont_lock: "Don\u{2019}t lock",
    unlock: "Unlock scenario",
    unlocked: "The scenario is unlocked",
    locked_on: "Forecast as of",
    locked: |by, on| {
        if by.is_empty() {
            format!("Locked, forecast as of {on}")
        } else {
            format!("Locked by {by}, forecast as of {on}")
        }
    },
    to_forecast: "See forecast and actual",
    scenario_menu: "Scenario actions",
    horizon: "Horizon",
    months: |months| if months == 1 { "1 month".into() } else { format!("{months} months") },
    month: "Month",
    inputs: "Inputs",
    group_clients: "Clients and revenue",
    group_budget: "Budget",
    group_terms: "Rates and payment",
    period: "Amounts per",
    currency: "Currency",
    a_month: "a month",
    a_quarter: "a quarter",
    a_year: "a year",
    clients: "Clients",
    revenue: "Revenue per client",
    margin: "Gross margin",
    churn: "Churn",
    cac: "CAC",
    budget: "Budget",
    one_off: "One-off cost",
    discount: "Discount rate",
    growth: "Revenue growth per client",
    yearly_note: "a year",
    one_off_note: |months| match months {
        0 | 1 => "paid at once".into(),
        _ => format!("spread over {months} months"),
    },
    one_off_months: "Months the one-off cost is spread over",
    owner: "Owner",
    as_of: "As of",
    assumptions: "Assumptions",
    stale_results: "The results below are still from the previous table.",
    suggested: "suggested, not changed",
    sampled: "sample figure",
    sampled_range: "suggested range",
    payment: "How clients pay",
    payment_hint: "A client can leave only at the end of a payment period.",
    payment_of,
    period_hint: "Another period converts every sum and rate stated per period, in all scenarios. CAC, one-off costs and yearly rates stay as they are.",
    column_is: "Each column is",
    column_of: |period| match period {
        Period::Month => "a month",
        Period::Quarter => "a quarter",
        Period::Year => "a year",
    },
    churn_by_age: "Churn by age, from the cohort table",
    churn_by_age_off: "Back to one churn for every age",
    churn_by_age_given_up: "Churn is one number for every age again",
    not_a_number: |example| sentence!("Type a number, such as {example}."),
    number_needed: "A number is needed here. The one before it stays.",
    other_currency: |own, other| {
        sentence!("Amounts here are in {own}. Convert this one from {other}, or type it without a currency.")
    },
    other_period: |own| sentence!("Type it for {own}: a share of another period can\u{2019}t simply be divided."),
    no_period: "This number isn\u{2019}t for a period. Type it without one.",
    on_sample: |finding| format!("With sample figures: {}", uncapital(finding)),
    allowed: |low, high| sentence!("Allowed: from {low} to {high}."),
    allowed_from: |low| format!("Allowed: {low} or more."),
    whole_clients: "The number of clients must be whole.",
    at_once: "at once",
    keep_today: "Current retention spend",
    churn_idle: "Churn with no retention spend",
    churn_best: "Lowest possible churn",
    win_today: "Current acquisition spend",
    won_most: "Maximum new clients",
    cannot_calculate: "Can\u{2019}t calculate with these inputs",
    source_is: |source| sentence!("Source: {source}."),
    put_back: |was| format!("Back to {was}"),
    finding,
    facts_differ: |letter, base, list| {
        sentence!(
            "{letter} and {base} differ in what isn\u{2019}t a choice: {list}. Part of the difference comes from that."
        )
    },
    included_add: |count, sum, months| match count {
        1 => format!("The included initiative adds {sum} over {months} months; the figures here leave it out."),
        _ => {
            format!("The included initiatives add {sum} over {months} months; the figures here leave them out.")
        }
    },
    without_included: |count, sum| {
        let which = if count == 1 { "1 included initiative".into() } else { format!("{count} included initiatives") };
        sum.map_or_else(|| format!("Without {which}"), |sum| format!("Without {which} ({sum})"))
    },
    included_are: |name, list| {
        let which = if list.len() == 1 { "Initiative" } else { "Initiatives" };
        sentence!("{which} included in “{name}”: {}.", list.join(", "))
    },
    included_apart: |count| match count {
        1 => "The figures here leave out the included initiative.".into(),
        _ => "The figures here leave out the included initiatives.".into(),
    },
    included_in_base: |letter, count| match count {
        1 => format!("They also leave out the initiative included in {letter}."),
        _ => format!("They also leave out the initiatives included in {letter}."),
    },
    only_in_base: |letter, count| match count {
        1 => format!("The figures here leave out the initiative included in {letter}."),
        _ => format!("The figures here leave out the initiatives included in {letter}."),
    },
    with_left: |sum, likely| {
        let by = if likely { ", by the likely numbers" } else { "" };
        sentence!("With the clients remaining at the end{by}: {sum}.")
    },
    with_left_compared: |sum, decides, likely| match (decides, likely) {
        (true, false) => sentence!("The clients remaining at the end decide: with them the difference is {sum}."),
        (true, true) => {
            sentence!(
                "By the likely numbers the clients remaining at the end decide: with them the difference is {sum}."
            )
        }
        (false, false) => sentence!("With the clients remaining at the end the difference is {sum}."),
        (false, true) => {
            sentence!("With the clients remaining at the end, by the likely numbers, the difference is {sum}.")
        }
    },
    with_left_diverges: "The value of the clients remaining at the end has no limit: growth and retention outrun the discount rate.",
    gross: |value| format!("{value} before retention spend"),
    ltv_gross: "LTV before retention spend",
    ratio_gross: "LTV : CAC before retention spend",
    payback_gross: "CAC payback before retention spend",
    profit_with_left: "Profit with the clients remaining at the end",
    lowest_cash: "Lowest cash since the start, before fixed costs, not discounted",
    lowest_cash_at: |sum, month, back, again| match (back, again) {
        (Some(back), Some(again)) => {
            format!("{sum} in month {month}, back in month {back}, below the start again in month {again}")
        }
        (Some(back), None) => format!("{sum} in month {month}, back in month {back}"),
        (None, _) => format!("{sum} in month {month}, not back within the horizon"),
    },
    gone_again: |month| match month {
        1 => "CAC no longer covered after 1 month".into(),
        months => format!("CAC no longer covered after {months} months"),
    },
    never_below: "never below the start",
    points: points_en,
    kept_year: "Kept at month 12",
    ltv: "LTV",
    ltv_to_cac: "LTV : CAC",
    won_year: "New clients a year",
    profit_over: |months| format!("Profit over {months} months"),
    payback: "CAC payback",
    in_months: |months| {
        let unit = if months.trim_start_matches('\u{2212}') == "1" { "month" } else { "months" };
        format!("{months} {unit}")
    },
    how_calculated: |label| format!("{label}: how it\u{2019}s calculated"),
    formula: "Formula",
    explained,
    symbol,
    paid_back,
    explained_by_age: "Figures for today\u{2019}s clients are averages over all their ages.",
    explained_fixed: "A fixed retention budget is shared by all clients of a month: the spend per client, and churn where it reacts to it, change with their number. The numbers are those of the first month, and what one client is worth is calculated with them.",
    with_numbers: "With these numbers",
    timing: "Timing and period",
    source: "Source",
    customers_kept: "Clients kept",
    customers_kept_note: |band, luck| match (band, luck) {
        (true, true) => {
            "share of today’s clients still active; line: likely numbers, band: 80% of simulations, wider band: with chance"
        }
        (true, false) => "share of today’s clients still active; line: likely numbers, band: 80% of simulations",
        (false, _) => "share of today’s clients still active",
    },
    cumulative_profit: "Cumulative profit",
    profit_note: |band| {
        if band {
            "in today’s money, after marketing and service, before fixed costs; line: likely numbers, band: 80% of simulations"
        } else {
            "in today’s money, after marketing and service, before fixed costs"
        }
    },
    split_pays: "Where the split pays most",
    split_pays_note: |months| format!("profit over {months} months"),
    what_moves: "What moves the result",
    what_moves_note: |name| {
        format!(
            "{name}: profit with each input at its low and high end; ±10% where no range is stated, within what is possible"
        )
    },
    healthy: |gross| {
        let said = "after retention spend; the 3\u{a0}:\u{a0}1 rule of thumb applies before it";
        gross.map_or_else(|| said.into(), |gross| format!("{said}: {gross}"))
    },
    input: "Input",
    result: "Profit",
    share_kept: "Share kept",
    overtakes: |name, other, month| format!("{name} overtakes {other}, month {month}"),
    exact_input: |name, step| format!("{name} ({step})"),
    missing: "not calculated",
    never: "never",
    no_limit: "no limit",
    compare: "Compare scenarios",
    figure: "Figure",
    differs: |name, other, list| sentence!("“{name}” differs from “{other}” in: {list}."),
    no_difference: "No differences.",
    difference,
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
    let Said { name, other, currency, months, period } = said;
    let sum = |value: f64| money(Lang::English, currency, value.abs());
    let amount = sum(finding.amount.held());
    let span = span(*months);
    let up = finding.amount.value >= 0.0;
    if finding.is_nothing() {
        return format!("“{name}” earns and loses nothing in {span}");
    }
    if !finding.compared {
        let verb = if up { "earns" } else { "loses" };
        return format!("“{name}” {verb} {amount} in {span}");
    }
    if finding.is_same() {
        return format!("“{name}” gives the same result as “{other}” in {span}");
    }
    if !finding.is_settled() {
        return format!("“{name}” against “{other}” is too close to call over {span}");
    }
    match finding.moved {
        Some(Moved { sum: moved, once, .. }) => {
            let (place, verb) =
                (if moved > 0.0 { "retention" } else { "acquisition" }, if up { "adds" } else { "costs" });
            let once = once.map(|once| format!(", with {} spent once,", sum(once))).unwrap_or_default();
            let per = EconomyWords::of(Lang::English).per(*period);
            format!("Moving {} {per} to {place}{once} {verb} {amount} in {span}", sum(moved))
        }
        None => format!("“{name}” earns {amount} {} than “{other}” in {span}", if up { "more" } else { "less" }),
    }
}

fn payment_of(payment: Payment) -> &'static str {
    match (payment.term, payment.after) {
        (Period::Month, false) => "Monthly, in advance",
        (Period::Month, true) => "Monthly, afterwards",
        (Period::Quarter, false) => "Quarterly, in advance",
        (Period::Quarter, true) => "Quarterly, afterwards",
        (Period::Year, false) => "Yearly, in advance",
        (Period::Year, true) => "Yearly, afterwards",
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
        Difference::Quantity(Quantity::Growth) => "revenue growth per client",
        Difference::Split => "budget split",
        Difference::OneOffMonths => "months of the one-off cost",
        Difference::Response => "response to spending",
        Difference::Horizon => "horizon",
        Difference::KeepFixed => "whether the retention budget is fixed",
        Difference::ByAge => "churn by age",
        Difference::Initiatives => "included initiatives",
    }
}

/// Kept, value, ratio, won, profit, payback: timing, source.
fn explained(kind: usize) -> (&'static str, &'static str) {
    const TABLE: [(&str, &str); 6] = [
        (
            "Twelve months from now, by number of clients. Clients who paid for longer leave only at the end of what they paid for.",
            "Compounded churn: 3% a month is 30.6% a year, not 36%.",
        ),
        (
            "For a client just won, first payment as clients pay. Net of what is spent on keeping, so this is the ceiling for the CAC.",
            "Gross value: Fader & Hardie 2012, note 24, equations 1 and 3. What is spent on keeping: own convention.",
        ),
        (
            "For one client: the first payment as clients pay, the CAC with this budget.",
            "D. Skok, SaaS metrics: three and above is a rule of thumb, no law. It is meant for LTV from gross margin, before retention spend.",
        ),
        ("Clients who join at the start of each month.", "Definition."),
        (
            "In today’s money, month by month: clients won join, those whose term begins pay, the money is spent, then some leave. What is paid afterwards counts once it is due. Retention spend follows the clients unless fixed. Fixed costs of the business are not in it; neither are the clients remaining at the end, whose value is beside it.",
            "Sum over the months of the horizon, projected one by one.",
        ),
        (
            "How many months after a client joins the money spent on winning them is back. Clients who leave before that are counted in; where the average client never pays back, it says so.",
            "The expected margin less retention spend is added up, payment by payment, until the sum equals the CAC.",
        ),
    ];
    TABLE.get(kind).copied().unwrap_or_default()
}

fn symbol(symbol: &str) -> &'static str {
    match symbol {
        "n" => "payments needed to earn the CAC back (a payment comes whole)",
        "LTV" => "net of what is spent on keeping",
        "CAC" => "average cost of winning a client with this budget",
        "N" => "clients at the start of month t",
        "W" => "clients won in the month",
        "P" => "clients whose paid term begins in the month",
        "A" => "spent on acquisition per month",
        "O" => "one-off cost of the month",
        "S" => {
            "share of clients still there at the age in brackets, in months, by the cohort table with this split’s churn"
        }
        "w" => "share of the clients of today who are of the age in brackets, in months",
        "x" => "age of a client of today, in months",
        "k" => "terms already paid",
        "t" => "number of the month, the first is 0",
        "m" => "margin per client and month",
        "c" => "churn per month with this split",
        "R" => "spent on keeping a client, per month",
        "d" => "discount rate per month",
        "g" => "growth of revenue per client, per month",
        "b" => "months paid at once",
        "a" => "what 1 spent in each of b months is worth today",
        _ => "",
    }
}

fn paid_back(payment: u32, month: u32) -> String {
    let when = match month {
        0 => "at once".into(),
        1 => "after 1 month".into(),
        months => format!("after {months} months"),
    };
    let ending = match (payment % 10, payment % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    if payment == 0 { when } else { format!("{payment}{ending} payment, {when}") }
}
