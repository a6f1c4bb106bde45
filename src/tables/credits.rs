//! What was paid back in a list of payments: a column of refunds beside the amounts, and lines that are credit notes.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::fold;
use super::layout::Layout;
use super::listed::List;
use super::matrix::{Matrix, Value};
use super::note::Note;
use super::place::CellPlace;
use super::question::About;
use super::reading::Log;
use super::role::Role;

/// Words that a refund is called by, as the words of a heading or of a type begin.
const REFUNDS: [&str; 9] =
    ["refund", "возврат", "возвращ", "rückerstatt", "erstattung", "rembours", "reembols", "rimborso", "zwrot"];

/// Whether a heading stands over what was paid back of each amount: "Amount Refunded", "Сумма возврата".
pub(super) fn is_refund_heading(key: &str) -> bool {
    // A day or a reason of a refund is no amount; the columns are numbers, and so is a number of a document.
    const OTHER: [&str; 10] = ["id", "date", "reason", "number", "count", "rate", "share", "номер", "доля", "процент"];
    let mut words = fold::words(key);
    let says = |word: &str| REFUNDS.iter().any(|known| word.starts_with(known));
    words.clone().any(says) && !words.any(|word| OTHER.contains(&word))
}

/// Whether a heading stands over what each amount was lowered by.
pub(super) fn is_discount_heading(key: &str) -> bool {
    const DISCOUNTS: [&str; 8] = ["discount", "rebate", "скидк", "rabatt", "remise", "descuento", "sconto", "rabat"];
    const OTHER: [&str; 10] = ["id", "code", "reason", "coupon", "name", "rate", "percent", "код", "процент", "доля"];
    let mut words = fold::words(key);
    let says = |word: &str| DISCOUNTS.iter().any(|known| word.starts_with(known));
    words.clone().any(says) && !words.any(|word| OTHER.contains(&word))
}

/// Whether amounts were lowered by the discounts beside them already, as their heading says; `None` where it does not.
pub(super) fn is_discounted(key: &str) -> Option<bool> {
    const BEFORE: [&str; 7] = ["gross", "subtotal", "before", "list price", "без скидки", "до скидки", "брутто"];
    const AFTER: [&str; 11] = [
        "net",
        "total",
        "paid",
        "after",
        "received",
        "итог",
        "к оплате",
        "оплачен",
        "со скидкой",
        "с учетом",
        "поступ",
    ];
    let says = |known: &[&str]| known.iter().any(|words| key.contains(words));
    if says(&BEFORE) { Some(false) } else { says(&AFTER).then_some(true) }
}

/// Whether a heading stands over what came into an account, where what went out has a column of its own.
pub(super) fn says_came_in(key: &str) -> bool {
    const IN: [&str; 10] =
        ["credit", "кредит", "incom", "приход", "поступ", "зачисл", "haben", "gutschrift", "crédit", "inflow"];
    flows(key, &IN)
}

/// Whether a heading stands over what went out of an account.
pub(super) fn says_went_out(key: &str) -> bool {
    const OUT: [&str; 11] =
        ["debit", "дебет", "outgo", "расход", "списан", "soll", "lastschrift", "débit", "outflow", "withdraw", "spent"];
    flows(key, &OUT)
}

/// Whether a heading has a word that begins so, and is no number of an account.
fn flows(key: &str, words: &[&str]) -> bool {
    const ACCOUNTS: [&str; 6] = ["account", "счет", "счёт", "konto", "compte", "limit"];
    let has = |list: &[&str]| fold::words(key).any(|word| list.iter().any(|own| word.starts_with(own)));
    has(words) && !has(&ACCOUNTS)
}

/// Whether a heading says that what was paid back is subtracted already.
pub(super) fn is_net(key: &str) -> bool {
    let says = |word: &str| word == "net" || word == "netto" || word.starts_with("чист");
    fold::words(key).any(says) || key.contains("за вычетом") || key.contains("after refunds")
}

/// Rows of a list whose type says that they pay back what is written as any other amount, such as "Credit note".
pub(super) fn credit_rows(layout: &Layout, list: &List) -> BTreeSet<usize> {
    let is_type = |column: &usize| !list.columns().contains(column) && says_type(&layout.head(*column).key);
    let types: Vec<usize> = (0..layout.view.width()).filter(is_type).collect();
    let says = |row: usize| types.iter().any(|column| is_credit(&layout.view.key(row, *column)));
    let rows: BTreeSet<usize> = layout.body().filter(|row| says(*row)).collect();
    // A list of nothing else is one of refunds.
    if rows.len() == layout.body().len() { BTreeSet::new() } else { rows }
}

/// Whether a heading stands over the types of lines or documents.
pub(super) fn says_type(key: &str) -> bool {
    const TYPES: [&str; 17] = [
        "type",
        "kind",
        "document",
        "operation",
        "transaction",
        "category",
        "категория",
        "тип",
        "вид",
        "документ",
        "операция",
        "операции",
        "art",
        "belegart",
        "typ",
        "tipo",
        "документа",
    ];
    fold::words(key).any(|word| TYPES.contains(&word))
}

/// Whether the type of a line says that it pays something back.
fn is_credit(key: &str) -> bool {
    const CREDITS: [&str; 14] = [
        "credit note",
        "credit memo",
        "creditnote",
        "creditmemo",
        "credit invoice",
        "chargeback",
        "reversal",
        "сторно",
        "кредит нота",
        "gutschrift",
        "storno",
        "avoir",
        "nota de crédito",
        "nota di credito",
    ];
    let is_refund = |word: &str| REFUNDS.iter().any(|known| word.starts_with(known));
    let is_undone = key.contains("fail") || key.contains("revers") && key.contains("refund");
    !is_undone && (CREDITS.iter().any(|word| key.starts_with(word)) || key.split(' ').any(is_refund))
}

/// What a line of a list comes to: its amount without what was paid back of it, or what it pays back by itself.
pub(super) fn net(amount: f64, lowered: f64, is_credit: bool) -> f64 {
    let net = if is_credit { -amount.abs() } else { amount - lowered };
    // No further than people write them: 100.1 - 20.05 is 80.05.
    if lowered == 0.0 { net } else { (net * 1e9).round() / 1e9 }
}

/// The first of the numbers below zero that can be taken off what was paid before, and how many there are.
pub(super) fn first_to_take_off(matrix: &Matrix) -> Option<(CellPlace, usize)> {
    let cells = matrix.rows.iter().enumerate().flat_map(|(row, record)| {
        (0..record.values.len()).filter(|at| over(&record.values, *at).is_some()).map(move |at| (row, at))
    });
    let cells: Vec<(usize, usize)> = cells.collect();
    cells.first().map(|(row, column)| (matrix.place(*row, *column), cells.len()))
}

/// What was paid back in a period beyond what was paid in it, where so much was paid before.
fn over(values: &[Value], at: usize) -> Option<f64> {
    let over = values[at].number().filter(|number| *number < 0.0)?;
    let before = values[..at].iter().filter_map(|value| value.number()).sum::<f64>();
    (before + over >= -1e-9).then_some(-over)
}

/// Takes what was paid back in a month beyond what was paid in it off the months before, the latest first: there it was paid.
pub(super) fn taken_off_before(matrix: &mut Matrix, log: &mut Log) {
    let mut count = 0;
    for row in &mut matrix.rows {
        for at in 0..row.values.len() {
            let Some(mut left) = over(&row.values, at) else { continue };
            count += 1;
            row.values[at] = Value::Number(0.0);
            for value in row.values[..at].iter_mut().rev() {
                if let Value::Number(number) = value {
                    let taken = number.max(0.0).min(left);
                    *number = ((*number - taken) * 1e9).round() / 1e9;
                    left -= taken;
                }
            }
        }
    }
    log.notes.extend((count > 0).then_some(Note::TakenOffBefore(count)));
}

/// Says how many lines were subtracted.
pub(super) fn note(credits: &BTreeSet<usize>, log: &mut Log) {
    log.notes.extend((!credits.is_empty()).then_some(Note::Credits(credits.len())));
}

/// Whether a state says only that money was paid back.
pub(super) fn is_refunded(text: &str) -> bool {
    fold::key(text).split(' ').any(|word| REFUNDS.iter().any(|known| word.starts_with(known)))
}

impl List {
    /// Asks whether discounts are to be subtracted, where no heading says whether they were.
    pub fn settle_discounts(&mut self, layout: &Layout, log: &mut Log) {
        let Some(column) = self.discounts else { return };
        let strip = layout.strip(column);
        let options = [Role::Discounts, Role::LeftOut].map(|role| Choice::Column(strip.at, role));
        let default = match is_discounted(&layout.head(self.values).key) {
            Some(false) => 0,
            Some(true) => return self.discounts = None,
            None => 1,
        };
        if log.ask(About::Strip(strip), options.to_vec(), default) != options[0] {
            self.discounts = None;
        }
    }
}
