//! States of deals and payments in a list: which rows brought no money.

use std::collections::{BTreeSet, HashSet};

use super::choice::Choice;
use super::credits::is_refunded;
use super::fold;
use super::layout::Layout;
use super::listed::List;
use super::note::{Note, Why};
use super::question::About;
use super::reading::Log;

/// Rows whose state says that nothing was paid, such as a deal that was lost, or that is not won in a list of those that are:
/// left out after asking.
pub(super) fn void_rows(layout: &Layout, list: &List, credits: &BTreeSet<usize>, log: &mut Log) -> BTreeSet<usize> {
    let view = &layout.view;
    let others = || (0..view.width()).filter(|column| !list.columns().contains(column));
    let is_final = |column: &usize| {
        let said = says_state(&layout.head(*column).key);
        layout.body().any(|row| is_won(&fold::key(view.text(row, *column)), said))
    };
    let finals: Vec<(usize, bool)> =
        others().filter(is_final).map(|column| (column, says_state(&layout.head(column).key))).collect();
    let yes_or_no: Vec<usize> = others().filter(|column| says_whether_paid(layout, *column)).collect();
    let is_open = |row: usize, (column, said): &(usize, bool)| !is_won(&fold::key(view.text(row, *column)), *said);
    let said = |row: usize| {
        // What was paid back of an amount stands beside it, or is subtracted by itself, whatever its state is called.
        let is_back = view.at(row, list.values).number().is_some_and(|number| number.value(true) < 0.0);
        let open = finals.iter().filter(|column| !is_back && is_open(row, column));
        let open = open.map(|(column, _)| view.text(row, *column));
        let void = others().map(|column| view.text(row, column)).filter(|text| is_void(&fold::key(text)));
        let counts = |text: &&str| list.refunds.is_none() && !is_back || !is_refunded(text);
        let told = void.chain(open).filter(counts).find(|text| !text.is_empty()).map(String::from);
        let unpaid = yes_or_no.iter().find(|column| is_no(&fold::key(view.text(row, **column))));
        told.or_else(|| unpaid.map(|column| format!("{}: {}", layout.head(*column).text, view.text(row, *column))))
    };
    let spent = spent_rows(layout, list);
    let is_out = |row: &usize| !credits.contains(row) && (said(*row).is_some() || spent.contains(row));
    let void: BTreeSet<usize> = layout.body().filter(is_out).collect();
    let mut states: Vec<String> = Vec::new();
    for text in void.iter().map(|row| said(*row).unwrap_or_else(|| view.text(*row, list.values).to_owned())) {
        if states.len() < LISTED && !states.contains(&text) {
            states.push(text);
        }
    }
    if void.is_empty()
        || void.len() == layout.body().len()
        || !log.ask_whether(About::Names(states), Choice::WithoutVoid, true)
    {
        return BTreeSet::new();
    }
    for row in &void {
        let why = if said(*row).is_some() { Why::Void } else { Why::PaidOut };
        log.note(Note::LeftOut(view.row(*row, Some(list.names)), why));
    }
    void
}

/// Whether a column says of each row by yes or no that it was paid.
fn says_whether_paid(layout: &Layout, column: usize) -> bool {
    const PAID: [&str; 9] =
        ["paid", "is paid", "captured", "succeeded", "settled", "оплачен", "оплачено", "оплачена", "проведен"];
    let keys = || layout.body().map(|row| fold::key(layout.view.text(row, column))).filter(|key| !key.is_empty());
    let is_yes = |key: &str| matches!(key, "true" | "yes" | "y" | "да" | "истина");
    PAID.contains(&layout.head(column).key.as_str())
        && keys().any(|key| is_yes(&key))
        && keys().all(|key| is_yes(&key) || is_no(&key))
}

fn is_no(key: &str) -> bool {
    matches!(key, "false" | "no" | "n" | "нет" | "ложь")
}

/// Rows of a bank statement that pay somebody who never paid anything: they are costs, and give back no revenue.
fn spent_rows(layout: &Layout, list: &List) -> BTreeSet<usize> {
    let view = &layout.view;
    let sign = |row: usize| view.at(row, list.values).number().map_or(0.0, |numeral| numeral.value(true));
    let name = |row: usize| fold::name(view.text(row, list.names));
    let named = |row: &usize| !view.text(*row, list.names).is_empty();
    let clients: HashSet<String> = layout.body().filter(|row| sign(*row) > 0.0).filter(named).map(name).collect();
    let is_spent = |row: &usize| sign(*row) < 0.0 && (!named(row) || !clients.contains(&name(*row)));
    if clients.is_empty() { BTreeSet::new() } else { layout.body().filter(is_spent).collect() }
}

/// How many states a question lists at most.
const LISTED: usize = 8;

/// Whether a column holds states of deals or payments, as some of its cells say.
pub(super) fn are_states(layout: &Layout, column: usize) -> bool {
    let is_state = |row: usize| {
        let key = fold::key(layout.view.text(row, column));
        is_void(&key) || is_won(&key, true)
    };
    says_state(&layout.head(column).key) || layout.body().any(is_state)
}

/// Whether a heading stands over states.
pub(super) fn says_state(key: &str) -> bool {
    const STATES: [&str; 6] = ["status", "state", "stage", "статус", "стадия", "этап"];
    fold::words(key).any(|word| STATES.contains(&word))
}

/// Whether the state of a deal, or of a payment under a heading that says so, is the one that brings money.
fn is_won(key: &str, said: bool) -> bool {
    const WON: [&str; 6] = ["won", "closed won", "closedwon", "успешно реализовано", "сделка успешна", "выиграна"];
    const PAID: [&str; 6] = ["paid", "succeeded", "completed", "оплачен", "оплачено", "оплачена"];
    WON.contains(&key) || said && PAID.contains(&key)
}

/// Whether the state of a deal or of a payment says that it brought nothing.
fn is_void(key: &str) -> bool {
    const VOID: [&str; 37] = [
        "payout",
        "payouts",
        "вывод средств",
        "lost",
        "closed lost",
        "closedlost",
        "refunded",
        "refund",
        "fully refunded",
        "failed",
        "declined",
        "void",
        "voided",
        "canceled",
        "cancelled",
        "uncollectible",
        "disputed",
        "chargeback",
        "reversed",
        "rejected",
        "expired",
        "draft",
        "unpaid",
        "возврат",
        "возвращено",
        "возвращен",
        "отменен",
        "отменено",
        "отмена",
        "отказ",
        "отклонен",
        "отклонено",
        "проиграна",
        "проигран",
        "не оплачен",
        "не оплачено",
        "просрочен",
    ];
    VOID.contains(&key.replace('\u{451}', "\u{435}").as_str())
}
