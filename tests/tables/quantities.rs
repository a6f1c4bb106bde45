//! Lists that say how many of a thing were sold, beside its price or the amount of the line.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::role::Role;

use crate::said::{EN, RU, accounts_of, accounts_said};

fn said(lang: Lang, table: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    accounts_said(&accounts_of(lang, "$", table, &choices))
}

fn list(heads: &str, rows: [&str; 4]) -> String {
    let days = ["2025-01-05;Acme", "2025-02-05;Acme", "2025-01-06;Beta", "2025-02-06;Beta"];
    let rows: Vec<String> = days.iter().zip(rows).map(|(day, row)| format!("{day};{row}")).collect();
    format!("Date;Customer;{heads}\n{}", rows.join("\n"))
}

#[test]
fn a_price_is_taken_as_often_as_it_was_paid() {
    // Three at 10 are 30; two at 10.10 are 20.20.
    for (lang, heads) in [(EN, "Quantity;Unit price"), (RU, "Кол-во, шт.;Цена"), (EN, "Qty;Price per seat")]
    {
        let table = list(heads, ["3;10.00", "3;10.00", "1;10.00", "2;10.10"]);
        let taken = said(lang, &table, &[]);
        assert!(taken.starts_with("2025-01 | 2025-02\nAcme: 30 30\nBeta: 10 20.2\n"), "{taken}");
        assert!(taken.contains(": Quantities\n") && taken.ends_with("\n? Column(3, Quantities)"), "{taken}");
        let left = said(lang, &table, &[Choice::Column(3, Role::LeftOut)]);
        assert!(left.contains("Acme: 10 10\nBeta: 10 10.1\n"), "{left}");
    }
}

#[test]
fn amounts_of_lines_stand_as_they_are() {
    let wanted = "2025-01 | 2025-02\nAcme: 30 30\nBeta: 10 20\n";
    for (lang, heads) in
        [(EN, "Quantity;Unit price;Amount"), (RU, "Количество;Цена;Сумма"), (EN, "Qty;Price;Line total")]
    {
        let taken = said(lang, &list(heads, ["3;10;30", "3;10;30", "1;10;10", "2;10;20"]), &[]);
        assert!(taken.starts_with(wanted) && taken.ends_with("? Pivot(true)"), "{taken}");
    }
    for (lang, heads) in [(RU, "Количество;Сумма"), (EN, "Quantity;Total"), (EN, "Seats;Revenue (net)")]
    {
        let taken = said(lang, &list(heads, ["3;30", "3;30", "1;10", "2;20"]), &[]);
        assert!(taken.starts_with(wanted) && taken.ends_with("? Pivot(true)"), "{taken}");
    }
}

#[test]
fn an_amount_that_may_be_a_price_is_asked_about() {
    let table = list("Quantity;Amount", ["3;10", "3;10", "1;10", "2;10"]);
    let taken = said(EN, &table, &[]);
    assert!(taken.contains("Acme: 10 10\n") && taken.ends_with("\n? Column(3, LeftOut)"), "{taken}");
    let times = said(EN, &table, &[Choice::Column(3, Role::Quantities)]);
    assert!(times.contains("Acme: 30 30\nBeta: 10 20\n"), "{times}");
    // One of each changes nothing.
    let ones = said(EN, &list("Quantity;Amount", ["1;10", "1;10", "1;10", "1;10"]), &[]);
    assert!(ones.ends_with("? Pivot(true)"), "{ones}");
}
