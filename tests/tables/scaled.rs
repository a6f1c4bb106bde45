//! What numbers are counted in, wherever a table says it: below it, in its corner, in a column of its own.

use orbita::i18n::Lang;

use crate::said::{EN, RU, accounts_say};

#[test]
fn a_note_below_the_table_says_what_all_numbers_are_in() {
    let cases = [
        (EN, "$ in thousands", 3),
        (EN, "(USD thousands)", 3),
        (EN, "Note: all figures are shown in $000", 3),
        (RU, "тыс. руб.", 3),
        (RU, "Примечание: суммы указаны в млн руб.", 6),
    ];
    for (lang, note, zeros) in cases {
        let times = 10_u32.pow(zeros);
        let numbers = [12, 13, 8, 9].map(|number| number * times);
        let own = if lang == RU { "= Currency(\"RUB\")\n" } else { "" };
        let asked = if lang == RU { "\n? OtherCurrency(true)" } else { "" };
        let wanted = format!(
            "2023 | 2024\nAcme: {} {}\nBeta: {} {}\n{own}= Scale({zeros}, {note:?})\n- row 4 {note}: Empty{asked}",
            numbers[0], numbers[1], numbers[2], numbers[3]
        );
        accounts_say(&[(lang, &format!("Client\t2023\t2024\nAcme\t12\t13\nBeta\t8\t9\n{note}"), &wanted)]);
    }
    accounts_say(&[(
        EN,
        "Client\t2023\t2024\nAcme\t12\t13\nBeta\t8\t9\nThousands of happy customers",
        "2023 | 2024\nAcme: 12 13\nBeta: 8 9\n- row 4 Thousands of happy customers: Empty",
    )]);
}

#[test]
fn zeros_in_the_corner_are_no_client() {
    for corner in ["$000", "'000", "($000s)"] {
        accounts_say(&[(
            EN,
            &format!("{corner}\t2023\t2024\nAcme\t1,200\t1,300\nBeta\t800\t900"),
            &format!(
                "2023 | 2024\nAcme: 1200000 1300000\nBeta: 800000 900000\n= Fraction('.', OnlyThousands)\n= Scale(3, {corner:?})"
            ),
        )]);
    }
}

#[test]
fn a_sign_beside_its_scale_names_the_currency() {
    accounts_say(&[(
        EN,
        "Revenue by customer, €k\nClient\t2023\t2024\nAcme\t12\t13\nBeta\t8\t9",
        "2023 | 2024\nAcme: 12000 13000\nBeta: 8000 9000\n- row 1 Revenue by customer, €k: Title\n= Currency(\"EUR\")\n= Scale(3, \"Revenue by customer, €k\")\n? OtherCurrency(true)",
    )]);
}

#[test]
fn each_row_may_say_what_it_is_counted_in() {
    let cases: [(Lang, &str, &str); 3] = [
        (
            EN,
            "Client\tUnit\t2023\t2024\nAcme\t$k\t12\t13\nBeta\t$\t800\t900",
            "2023 | 2024\nAcme: 12000 13000\nBeta: 800 900\n- column 2 Unit: Words\n= ScaleOf(3, [Strip { axis: Row, at: 2, name: \"Acme\" }])",
        ),
        (
            RU,
            "Клиент;Ед. изм.;2023;2024\nАльфа;тыс. USD;120;130\nБета;USD;80000;90000\nИтого;;200000;220000",
            "2023 | 2024\nАльфа: 120000 130000\nБета: 80000 90000\n- column 2 Ед. изм.: Words\n= ScaleOf(3, [Strip { axis: Row, at: 2, name: \"Альфа\" }])\n- row 4 Итого: Total",
        ),
        (
            EN,
            "Client\tUnit\t2023\t2024\nAcme\t€\t12\t13\nBeta\t$\t800\t900",
            "- column 2 Unit: Words\n! MixedCurrencies x1 at 2:1",
        ),
    ];
    accounts_say(&cases);
}
