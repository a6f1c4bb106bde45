//! The panel of cohorts in English.

use orbita_economics::{Family, Model, TrendKind};

use crate::i18n::Lang::English;
use crate::i18n::amounts::{number, per_cent};
use crate::i18n::cohorts::{CohortWords, Rivals};
use crate::i18n::en::counts::points_en;
use crate::i18n::speech::sentence;
use crate::model::scenario::Period;

/// What the panel says.
pub const WORDS: CohortWords = CohortWords {
    title: "Cohorts: how long clients stay",
    table: "Cohort table",
    hint: |period| {
        format!(
            "A row for each cohort, a column for each {} of age: clients remaining, or per cent of the first number. Later cohorts have shorter rows.",
            unit(period)
        )
    },
    examples: "Published cohorts to try",
    regular: "Regular",
    high_end: "High end",
    example_source: "Clients remaining in years 0 to 12, in per cent: Fader & Hardie 2007, table 1. Each column will count as a year.",
    cohort: "Cohort",
    year_n: |at| format!("Year {at}"),
    understood: |cohorts, clients, renewals| {
        let cohorts = if cohorts == 1 { "1 cohort".into() } else { format!("{cohorts} cohorts") };
        let renewals = if renewals == 1 { "1 renewal".into() } else { format!("{renewals} renewals") };
        let clients = if clients == "1" { "1 client".into() } else { format!("{clients} clients") };
        sentence!("{cohorts}, {clients} at the start, up to {renewals}.")
    },
    understood_shares: |cohorts, renewals| {
        let cohorts = if cohorts == 1 { "1 cohort".into() } else { format!("{cohorts} cohorts") };
        let renewals = if renewals == 1 { "1 renewal".into() } else { format!("{renewals} renewals") };
        sentence!("{cohorts} in per cent, sizes unknown, up to {renewals}.")
    },
    removed: "The cohort table is removed",
    observed_churn: "Observed churn",
    churn_range: |range, period| format!("{range} a {}", unit(period)),
    churn_ends: |range| format!("Sampling alone, 80% range: {range}"),
    use_as_churn: "Use as churn",
    use_in_all: "Use as churn in every scenario",
    use_here: "Only in this one",
    churn_is_now: |churn, letters, is_all| match letters {
        [] => format!("Churn is now {churn}"),
        _ if is_all => format!("Churn is now {churn} in every scenario"),
        some => format!("Churn is now {churn} in {} only", some.join(", ")),
    },
    churn_source: |churn, was| format!("observed in the cohort table: {churn}; was {was}"),
    answers_adjusted: "This churn contradicts the answers about spending: using it replaces them with new guesses.",
    answers_dropped: "No answers about spending agree with this churn: using it turns them off.",
    new_client: "LTV by this table",
    payments: |payments, inside| {
        format!(
            "Net of retention spend. {payments} discounted payments to expect, {inside} of their value within the observed ages."
        )
    },
    split_moves: |times, own| {
        sentence!(
            "This split makes churn at every age \u{d7}{times} of the table\u{2019}s. At the table\u{2019}s own churn the LTV is {own}."
        )
    },
    worth_range: |range, models, supported| match (models, supported) {
        (1, true) => sentence!("One model is supported: {range}."),
        (_, true) => sentence!("Across the {models} supported models: {range}."),
        (1, false) => sentence!("By the one model that could be fitted: {range}."),
        (_, false) => sentence!("Across all {models} models, since the data can’t tell them apart: {range}."),
    },
    sampling_range: |range| sentence!("Sampling alone, 80% of redrawn tables: {range}."),
    fitting: "Fitting the models\u{2026}",
    sampling: "Calculating the sampling range\u{2026}",
    scenario_ltv: |ltv, is_outside| {
        if is_outside {
            format!(
                "The scenario counts {ltv}, outside that range: it uses its own churn, the same at every age, and not the churn of this table."
            )
        } else {
            format!("The scenario counts {ltv}, with one churn for every age.")
        }
    },
    use_by_age: "Use churn by age",
    use_by_age_in_all: "Use churn by age in every scenario",
    by_age_now: |letters, is_all| match letters {
        [] => "Churn now depends on age, as in this table".into(),
        _ if is_all => "Churn now depends on age in every scenario, as in this table".into(),
        some => format!("Churn now depends on age in {} only, as in this table", some.join(", ")),
    },
    use_gives_up: "A single churn ignores how churn changes with age; “Use churn by age” keeps it.",
    no_scenario: "Add a scenario to see what these clients are worth, and to use this churn.",
    no_verdict: |model| {
        format!(
            "Without cohort sizes there is no verdict between the models. The figures here are by “{model}”; paste counts to get a verdict."
        )
    },
    untested: |parameters, renewals| {
        let renewals = if renewals == 1 { "1 renewal".into() } else { format!("{renewals} renewals") };
        format!(
            "{parameters} parameters are fitted to {renewals}, too few to hold any back for a test: beyond the observed ages this is a guess."
        )
    },
    tested: |fitted, last, by| {
        format!("Fitted to ages 0 to {fitted} only, it misses age {last} by {by}; no simpler model does better.")
    },
    tested_worse: |fitted, last, by, simpler, less| {
        format!(
            "Fitted to ages 0 to {fitted} only, it misses age {last} by {by}; the simpler “{simpler}” misses by {less}, so don’t rely on it far beyond."
        )
    },
    tested_fuller: |Rivals { fitted, last, used, by, fuller, less }| {
        format!(
            "The forecast test, fitted to ages 0 to {fitted}, favors “{fuller}”: it misses age {last} by {less}, “{used}” by {by}. “{used}” is used all the same, since over all ages this table doesn’t support the fuller model clearly enough; don’t rely on either far beyond."
        )
    },
    family: |family| match family {
        Family::Constant => "Constant churn",
        Family::Sbg => "Clients differ (sBG)",
        Family::DiscreteWeibull => "Churn changes with age (discrete Weibull)",
        Family::BetaDiscreteWeibull => "Both (beta-discrete-Weibull)",
    },
    family_short: |family| match family {
        Family::Constant => "Constant",
        Family::Sbg => "Clients differ",
        Family::DiscreteWeibull => "Varies with age",
        Family::BetaDiscreteWeibull => "Both effects",
    },
    verdict: |family, first, later, renewal| match family {
        Family::Constant => format!("Constant churn of {first} explains this table: no richer model needed."),
        Family::Sbg => format!(
            "By this model clients differ: {first} leave at the first renewal, {later} at renewal {renewal}, as those who leave easily are gone by then."
        ),
        Family::DiscreteWeibull => {
            sentence!("Churn changes with age: {first} at the first renewal, {later} at renewal {renewal}.")
        }
        Family::BetaDiscreteWeibull => sentence!(
            "By this model clients differ, and the churn of each changes with age: {first} leave at the first renewal, {later} at renewal {renewal}."
        ),
    },
    parameters: |model| {
        let n = |value| number(English, value, 3);
        match *model {
            Model::Constant { churn } => format!("{} leave at every renewal", per_cent(English, churn, 2)),
            Model::Sbg { alpha, beta } => format!(
                "\u{3b1} {}, \u{3b2} {}: {} leave on average at first",
                n(alpha),
                n(beta),
                per_cent(English, alpha / (alpha + beta), 1)
            ),
            Model::DiscreteWeibull { theta, shape } => format!(
                "\u{3b8} {}, c {}: churn {} with age",
                n(theta),
                n(shape),
                if shape < 1.0 { "falls" } else { "rises" }
            ),
            Model::BetaDiscreteWeibull { alpha, beta, shape } => format!(
                "\u{3b1} {}, \u{3b2} {}, c {}: a client\u{2019}s own churn {} with age",
                n(alpha),
                n(beta),
                n(shape),
                if shape < 1.0 { "falls" } else { "rises" }
            ),
        }
    },
    models: "Models compared",
    model: "Model",
    parameter_column: "Parameters",
    log_likelihood: "Log-likelihood",
    verdict_column: "Verdict",
    verdict_of: "Supported, the simplest",
    supported: "Supported as well",
    same_as: |name| format!("No more than \u{201c}{name}\u{201d}"),
    at_edge: "Look at the curve, not at the parameters",
    worse: "Not preferred",
    test: |fuller, simpler, p, gains| {
        let verdict = if gains { "the fuller model is preferred" } else { "not enough to prefer the fuller model" };
        sentence!("\u{201c}{fuller}\u{201d} against \u{201c}{simpler}\u{201d}: p {p}, {verdict}.")
    },
    kept: "Clients kept, by age",
    kept_note: |last, to| format!("Observed to age {last}, models carried on to age {to}"),
    kept_summary: |observed, last, projected, to| {
        sentence!(
            "At age {last}, {observed} of the clients remain; by the model used here, {projected} remain at age {to}."
        )
    },
    age: "Age",
    observed: "Observed",
    project_to: "Project to age",
    trial: "Forecast test",
    trial_note: |fitted, last| format!("Fitted to ages 0 to {fitted}, held against age {last}"),
    trial_summary: |model, miss, trend, trend_miss| {
        sentence!(
            "\u{201c}{model}\u{201d} misses by {miss}; the best trend line, \u{201c}{trend}\u{201d}, by {trend_miss}."
        )
    },
    method: "Method",
    trend: |kind| match kind {
        TrendKind::Linear => "Straight line",
        TrendKind::Quadratic => "Parabola",
        TrendKind::Exponential => "Exponential",
    },
    says: "Forecast",
    misses_by: "Error",
    points: points_en,
    base: "The base by age",
    base_note: "Clients of today, just before their next renewal: each age by its own prospects, and all at one average rate",
    base_summary: |clients, by_age, average, rate, difference| {
        let average = match (by_age == average, difference) {
            (true, _) => "they come to the same".into(),
            (false, "") => format!("they seem to be worth {average}"),
            (false, by) => format!("they seem to be worth {average}, {by}"),
        };
        sentence!(
            "By age the {clients} clients in the table are worth {by_age}; at one average retention of {rate} {average}."
        )
    },
    base_rate: |churn, is_moved| {
        let moved = if is_moved { ", at the churn of this split" } else { "" };
        sentence!(
            "The average retention is over the last renewal of each cohort{moved}; the observed churn of {churn} is over all renewals of the table. The two don\u{2019}t add up to 100%."
        )
    },
    base_payments: "Each renewal of the table counts as one payment, whatever the payment terms of the scenario.",
    base_broken_off: |count| {
        let cohorts = match count {
            1 => "1 cohort breaks off before its neighbors".into(),
            _ => format!("{count} cohorts break off before their neighbors"),
        };
        format!("{cohorts}. The last number before the gap is taken for clients of today.")
    },
    next_renewal: "Next renewal",
    renewal: |n| format!("No. {n}"),
    clients: "Clients",
    worth_of_one: "Worth of one",
    by_age: "By age",
    at_average: "At one rate",
    limits: "What this table cannot say",
    per_cent_only: "Cohort sizes are unknown: there are no ranges, no p-values and no verdict. AIC and BIC stand for 1,000 clients a cohort.",
    one_cohort: "There is one cohort: whether later clients stay as long cannot be seen.",
    nobody_left_unsized: "Nobody has left yet. Without cohort sizes nobody can say how much churn would still look like this.",
    nobody_left: |high| format!("Nobody has left yet. Even so, there is a 10% chance that churn is above {high}."),
    few_lost: |lost| sentence!("Clients lost so far: {lost}. That is few, and the range is wide."),
    few_renewals: |have, need| sentence!("Renewals counted: {have}. The fullest model needs {need}."),
    edge_of: |name| {
        format!(
            "The likelihood of \u{201c}{name}\u{201d} has no top: its curve can be looked at, its parameters cannot."
        )
    },
    aic_prefers: |name| format!("AIC is lower for “{name}”, but not by enough to prefer it. More data may settle it."),
};

fn unit(period: Period) -> &'static str {
    match period {
        Period::Month => "month",
        Period::Quarter => "quarter",
        Period::Year => "year",
    }
}
