//! The panel of accounts in English.

use crate::i18n::Lang;
use crate::i18n::accounts::AccountWords;
use crate::i18n::amounts::number;
use crate::i18n::speech::sentence;
use crate::model::scenario::Period;

/// What the panel says.
pub const WORDS: AccountWords = AccountWords {
    title: "Accounts: what moved recurring revenue",
    table: "Table of accounts",
    hint: |period| {
        format!(
            "A row for each account: its name, then its recurring revenue by {}, the oldest first. An empty cell is no revenue.",
            unit(period)
        )
    },
    account: "Account",
    understood: |accounts, periods| {
        let accounts = if accounts == 1 { "1 account".into() } else { format!("{accounts} accounts") };
        format!("{accounts}, {periods} periods.")
    },
    removed: "The table of accounts is removed",
    from: "From",
    to: "To",
    period_n: |n| format!("Period {n}"),
    rules: "Method",
    profit_well: "ProfitWell",
    profit_well_rules: "Movements from each column to the next, summed. Every return is a reactivation, however late.",
    maxio: "Maxio",
    maxio_rules: "Movements from each column to the next, summed. A return within 90 days is a reactivation, a later one is new.",
    two_ends: "Between two ends",
    two_ends_rules: "The first and the last column only, by no vendor\u{2019}s rules. What came and went in between is left out.",
    bridge: "Bridge of recurring revenue",
    bridge_note: |from, to, rules| format!("{from} to {to}, {rules}"),
    bridge_summary: |start, end, change| sentence!("Recurring revenue goes from {start} to {end}, {change}."),
    movement: "Movement",
    amount: "Amount",
    start: "Start",
    new: "New",
    reactivation: "Returned",
    expansion: "Expansion",
    contraction: "Contraction",
    churned: "Lost",
    end: "End",
    figures: "Revenue retention",
    figure: "Figure",
    definition: "Definition",
    nrr: "NRR",
    nrr_summed_means: "the product over the columns of (start + expansion \u{2212} contraction \u{2212} lost) / start, of the accounts of each column\u{2019}s start",
    nrr_means: "(start + expansion \u{2212} contraction \u{2212} lost) / start, of the same accounts",
    nrr_baremetrics: "NRR, Baremetrics",
    nrr_baremetrics_means: "100% \u{2212} (lost \u{2212} expansion) / start, first to last column; contraction is not counted",
    grr: "GRR, first to last",
    grr_means: "first to last column: the smaller of then and now, account by account, / start; never above 100%",
    logo: "Accounts kept, first to last",
    logo_means: "first to last column: accounts that still pay / accounts that paid at the start",
    quick: "Quick ratio",
    quick_means: "(new + expansion) / (lost + contraction)",
    quick_all: "Quick ratio with returns",
    quick_all_means: "the same with returned revenue among the gains",
    concentration: "Revenue concentration",
    concentration_says: |five, (of_fifth, all), fifth, effective| {
        let fifth = match of_fifth {
            5 => String::new(),
            _ => format!(", the {of_fifth} largest bring {fifth}"),
        };
        sentence!("The 5 largest of {all} accounts bring {five}{fifth}. {}", equal(effective))
    },
    few_say: |largest, count, effective| {
        let brings = match count {
            0 | 1 => format!("The largest account brings {largest}."),
            _ => format!("Each of the {count} largest accounts brings {largest}."),
        };
        format!("{brings} {}", equal(effective))
    },
    lose: "Lose one client",
    lose_whom: "Client",
    hole: |name, revenue, share, all| sentence!("Losing “{name}” takes away {revenue} a month: {share} of all {all}."),
    refill: |clients, months, cost, margin| {
        sentence!(
            "Replacing it takes {}: {cost} of CAC and {}\u{a0}full {}, churn included. Margin lost until then: {margin}.",
            needed(clients),
            number(Lang::English, months as f64, 0),
            if months == 1 { "month" } else { "months" }
        )
    },
    never_refilled: |clients| {
        format!(
            "Replacing it would take {}, but new clients bring no more than churn takes away: the revenue never comes back.",
            needed(clients)
        )
    },
    pace: |scenario, won, revenue, cac, churn| {
        format!(
            "The pace comes from “{scenario}”: {won} clients won a month at {revenue} each, CAC {cac}, churn {churn} a month."
        )
    },
    at_odds: |scenario, of_scenario, of_table| {
        format!(
            "“{scenario}” counts {of_scenario} a month from its clients, the table {of_table}: the months hold only if both describe the same clients."
        )
    },
    no_scenario: "A scenario says how many clients are won, and at what cost. Add one to see how long the hole takes to refill.",
};

fn unit(period: Period) -> &'static str {
    match period {
        Period::Month => "month",
        Period::Quarter => "quarter",
        Period::Year => "year",
    }
}

fn equal(effective: &str) -> String {
    let noun = if effective == "1" { "account" } else { "accounts" };
    format!("Revenue is as concentrated as with {effective} {noun} of equal size.")
}

fn needed(clients: usize) -> String {
    let noun = if clients == 1 { "client" } else { "clients" };
    format!("{} average {noun}", number(Lang::English, clients as f64, 0))
}
