//! Clients with their documents below them, as programs for bookkeeping list them: contracts, orders, invoices. The client is the account.

use super::rounded_totals::is_same;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow};
use crate::tables::note::{Note, Why};
use crate::tables::reading::Log;

/// Leaves out the documents below each client that come to its amounts.
pub(super) fn out(matrix: &mut Matrix, log: &mut Log) {
    let numbers = |row: &NumberRow| row.values.iter().map(|value| value.number().unwrap_or(0.0)).collect::<Vec<f64>>();
    let mut is_part = vec![false; matrix.rows.len()];
    let mut at = 0;
    while at < matrix.rows.len() {
        let count = matrix.rows[at + 1..].iter().take_while(|row| is_document(&row.strip.name)).count();
        let below = at + 1..at + 1 + count;
        if count > 0 && !is_document(&matrix.rows[at].strip.name) {
            let mut sum = vec![0.0; matrix.columns.len()];
            for row in &matrix.rows[below.clone()] {
                sum.iter_mut().zip(numbers(row)).for_each(|(sum, number)| *sum += number);
            }
            is_part[below].fill(is_same(&numbers(&matrix.rows[at]), &sum));
        }
        at += count + 1;
    }
    let mut is_part = is_part.into_iter();
    matrix.rows.retain(|row| {
        let is_out = is_part.next() == Some(true) && log.row_taken(row.strip.at) != Some(true);
        if is_out {
            log.note(Note::LeftOut(row.strip.clone(), Why::Part));
        }
        !is_out
    });
}

/// Whether a row is called as a document and not as somebody: "Договор \u{2116}1 от 01.01.2024", "Invoice 17", "Без договора".
fn is_document(name: &str) -> bool {
    const KINDS: [&str; 22] = [
        "договор",
        "договора",
        "дог",
        "контракт",
        "соглашение",
        "заказ",
        "счет",
        "счета",
        "акт",
        "реализация",
        "накладная",
        "спецификация",
        "contract",
        "agreement",
        "order",
        "invoice",
        "po",
        "subscription",
        "vertrag",
        "rechnung",
        "auftrag",
        "contrat",
    ];
    const BEFORE: [&str; 10] =
        ["основной", "без", "прочий", "дополнительный", "доп", "новый", "no", "without", "main", "purchase"];
    let key = fold::key(name);
    let words: Vec<&str> = fold::words(&key).collect();
    let before = words.iter().take_while(|word| BEFORE.contains(word)).count();
    let is_kind = words.get(before).is_some_and(|word| KINDS.contains(word));
    // "Order Group" and "Акт Строй" are somebody.
    let is_told_apart = key.contains(|c: char| c.is_ascii_digit()) || before > 0 || words.len() == 1;
    is_kind && (is_told_apart || key.contains("б/н"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_no_clients() {
        for name in [
            "Договор №1 от 01.01.2024",
            "Без договора",
            "Основной договор",
            "Договор б/н",
            "Счёт 17",
            "Invoice #1001",
            "Purchase order 7",
        ] {
            assert!(is_document(name), "{name}");
        }
        for name in [
            "Ромашка ООО",
            "Контрактор",
            "Orderly Inc",
            "Договоровъ",
            "Acme",
            "",
            "Order Group",
            "Акт Строй",
            "Sales 24",
            "Contract Services",
        ] {
            assert!(!is_document(name), "{name}");
        }
    }
}
