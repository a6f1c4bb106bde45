//! The panel of accounts in English.

use super::AccountWords;
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
    rules: "By the rules of",
    profit_well: "ProfitWell",
    profit_well_rules: "Every return is a reactivation, however late. What came and went in between is left out.",
    maxio: "Maxio",
    maxio_rules: "A return within 90 days is a reactivation, a later one is new. What came and went in between counts as new and as lost.",
    bridge: "Bridge of recurring revenue",
    bridge_note: |from, to, rules| format!("{from} to {to}, by the rules of {rules}"),
    bridge_summary: |start, end, change| format!("Recurring revenue goes from {start} to {end}, {change}."),
    movement: "Movement",
    amount: "Amount",
    start: "Start",
    new: "New",
    reactivation: "Returned",
    expansion: "Expansion",
    contraction: "Contraction",
    churned: "Lost",
    end: "End",
    figures: "How much of it stays",
    figure: "Figure",
    definition: "Definition",
    nrr: "NRR",
    nrr_means: "(start + expansion \u{2212} contraction \u{2212} lost) / start, of the same accounts",
    nrr_baremetrics: "NRR as Baremetrics prints it",
    nrr_baremetrics_means: "100% \u{2212} (lost \u{2212} expansion) / start: contraction is not named, so it flatters",
    grr: "GRR",
    grr_means: "the smaller of then and now, account by account, / start: never above 100%",
    logo: "Accounts kept",
    logo_means: "accounts that still pay / accounts that paid at the start",
    quick: "Quick ratio",
    quick_means: "(new + expansion) / (lost + contraction)",
    quick_all: "Quick ratio with returns",
    quick_all_means: "the same with returned revenue among the gains",
    concentration: "How much hangs on few",
    concentration_says: |five, fifth, effective| {
        format!(
            "The five largest accounts bring {five}, the largest fifth {fifth}. As much hangs on each as if there were {effective} accounts of equal size."
        )
    },
    lose: "Lose one client",
    lose_whom: "Client",
    hole: |name, revenue, share, period| {
        format!("Without {name}, {revenue} a {} is gone: {share} of all.", unit(period))
    },
    refill: |clients, months, cost| {
        format!("{clients} average clients refill it: {months} months of winning at today\u{2019}s pace, and {cost}.")
    },
    never_refilled: |clients| format!("{clients} average clients would refill it, but nobody is won: the hole stays."),
    pace: |won, cac, period| {
        format!("The pace and the CAC are those of the scenario: {won} clients won a {}, {cac} each.", unit(period))
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
