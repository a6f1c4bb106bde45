//! Clients who pay every third month, every half year or once a year, among months.

use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::tables::choice::{Billed, Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say};

const YEAR: &str = "Client\tJan 2025\tFeb 2025\tMar 2025\tApr 2025\tMay 2025\tJun 2025\tJul 2025\tAug 2025\tSep 2025\tOct 2025\tNov 2025\tDec 2025";
const YEAR_RU: &str = "Клиент\tянв 2025\tфев 2025\tмар 2025\tапр 2025\tмай 2025\tиюн 2025\tиюл 2025\tавг 2025\tсен 2025\tокт 2025\tноя 2025\tдек 2025";

fn said(lang: Lang, table: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    accounts_said(&accounts_of(lang, "$", table, &choices))
}

fn asks(lang: Lang, table: &str) -> bool {
    let said = said(lang, table, &[]);
    said.contains("Billed(") || said.contains("PaidAYear(")
}

#[test]
fn what_is_paid_every_third_month_is_for_three() {
    // The last months, in which nobody pays any more, are paid for.
    let table = format!(
        "{YEAR}\nAcme\t300\t\t\t300\t\t\t330\t\t\t330\t\t\nBeta\t0\t60\t0\t0\t60\t0\t0\t60\t0\t0\t66\t0\nGamma\t90\t\t\t90\t\t\t\t\t\t\t\t"
    );
    let taken = said(EN, &table, &[]);
    assert!(
        taken.contains("Acme: 100 100 100 100 100 100 110 110 110 110 110 110\nBeta: 0 20 20 20 20 20 20 20 20 20 22 22\nGamma: 30 30 30 30 30 30 0 0 0 0 0 0\n"),
        "{taken}"
    );
    assert!(taken.ends_with("? Billed(Onwards)"), "{taken}");
    assert!(taken.contains("= Billed([(3, [\"Acme\", \"Beta\", \"Gamma\"])], false)"), "{taken}");
    let kept = said(EN, &table, &[Choice::Billed(Billed::AsWritten)]);
    assert!(kept.contains("Acme: 300 0 0 300 0 0 330 0 0 330") && !kept.contains("= Billed"), "{kept}");
    let reading = accounts_of(EN, "$", &table, &Choices::default());
    let question = (TableWords::of(EN).question)(&reading.questions[0]);
    assert_eq!(
        question,
        "3 clients pay every third month (\u{201c}Acme\u{201d}, \u{201c}Beta\u{201d}, \u{201c}Gamma\u{201d}), with nothing in between. How should the payments count?"
    );
}

#[test]
fn figures_are_read_as_they_are_written_here_and_there() {
    let wanted = "1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5 1000.5";
    for amount in ["3\u{a0}001,50", "3 001,5", "3001,50 ₽"] {
        let pay = format!("{amount}\t–\t–\t");
        let table = format!("{YEAR_RU}\nРомашка\t{}\nЛютик\t{}", pay.repeat(4), "10,5\t".repeat(12));
        let taken = accounts_said(&accounts_of(RU, "₽", &table, &Choices::default()));
        assert!(taken.contains(&format!("Ромашка: {wanted}\n")) && taken.contains("Billed(Onwards)"), "{taken}");
    }
    let table = format!("{YEAR}\nAcme GmbH\t{}\nBeta AG\t{}", "3.001,50\t0,00\t0,00\t".repeat(4), "10,50\t".repeat(12));
    let taken = said(EN, &table, &[]);
    assert!(taken.contains(&format!("Acme GmbH: {wanted}\n")) && taken.contains("Beta AG: 10.5 10.5"), "{taken}");
    let reading = accounts_of(RU, "₽", &format!("{YEAR_RU}\nРомашка\t{}", "300\t\t\t".repeat(4)), &Choices::default());
    let question = reading.questions.iter().find(|question| matches!(question.options[0], Choice::Billed(_)));
    let question = (TableWords::of(RU).question)(question.expect("it is asked"));
    assert!(question.starts_with("1 клиент платит раз в\u{a0}три месяца («Ромашка»), между"), "{question}");
}

#[test]
fn a_table_of_several_ways_to_pay_asks_of_those_who_pay_ahead() {
    let row = |name: &str, pays: &dyn Fn(usize) -> bool, amount: &str| {
        let cells: Vec<&str> = (0..24).map(|at| if pays(at) { amount } else { "0" }).collect();
        format!("\n{name}\t{}", cells.join("\t"))
    };
    let heads: Vec<String> = (0..24).map(|at| format!("{}-{:02}", 2024 + at / 12, at % 12 + 1)).collect();
    let table = format!(
        "Client\t{}{}{}{}{}{}",
        heads.join("\t"),
        row("Monthly", &|_| true, "100"),
        row("Lost", &|at| at < 9, "70"),
        row("Quarterly", &|at| at % 3 == 0, "300"),
        row("Half-yearly", &|at| at % 6 == 2, "600"),
        row("Yearly", &|at| at % 12 == 0, "1200"),
    );
    let taken = said(EN, &table, &[]);
    let always = ["100"; 24].join(" ");
    for name in ["Monthly", "Quarterly", "Yearly"] {
        assert!(taken.contains(&format!("{name}: {always}\n")), "{taken}");
    }
    assert!(taken.contains(&format!("Half-yearly: 0 0 {}\n", ["100"; 22].join(" "))), "{taken}");
    assert!(taken.contains("Lost: 70 70 70 70 70 70 70 70 70 0 0 0"), "{taken}");
    let names = "Billed([(3, [\"Quarterly\"]), (6, [\"Half-yearly\"]), (12, [\"Yearly\"])], false)";
    assert!(taken.contains(names), "{taken}");
}

#[test]
fn late_payers_make_no_shop_of_a_table() {
    let late: String =
        (1..11).map(|at| format!("\nLate {at}\t{}100{}", "100\t".repeat(at) + "\t", "\t100".repeat(10 - at))).collect();
    let table = format!("{YEAR}{late}\nAcme\t{}", "300\t\t\t".repeat(4));
    let taken = said(EN, &table, &[]);
    assert!(taken.contains(&format!("Acme: {}\n", ["100"; 12].join(" "))), "{taken}");
    assert!(taken.contains("Late 1: 100 0 100 100"), "{taken}");
}

#[test]
fn a_list_of_payments_says_the_same_as_a_table() {
    let mut list = String::from("Date\tClient\tAmount");
    for month in 1..=12 {
        list += &format!("\n2025-{month:02}-05\tMonthly\t100");
        if month % 3 == 1 {
            list += &format!("\n2025-{month:02}-09\tQuarterly\t300");
        }
    }
    let taken = said(EN, &list, &[]);
    assert!(taken.contains(&format!("Quarterly: {}\n", ["100"; 12].join(" "))), "{taken}");
    assert!(taken.contains("Billed(Onwards)"), "{taken}");
}

#[test]
fn what_is_paid_afterwards_is_for_the_months_before() {
    let table = format!("{YEAR}\nAcme\t{}\nBeta\t{}", "\t\t300\t".repeat(4), "\t\t90\t".repeat(4));
    let taken = said(EN, &table, &[]);
    assert!(taken.contains(&format!("Acme: {}\n", ["100"; 12].join(" "))), "{taken}");
    assert!(taken.ends_with("? Billed(Before)"), "{taken}");
    let ahead = said(EN, &table, &[Choice::Billed(Billed::Onwards)]);
    assert!(ahead.contains("Beta: 30 30 30"), "{ahead}");
}

#[test]
fn the_newest_month_may_come_first() {
    let table = "Client\tJun 2025\tMay 2025\tApr 2025\tMar 2025\tFeb 2025\tJan 2025\nAcme\t\t\t300\t\t\t300\nBeta\t10\t10\t10\t10\t10\t10";
    let taken = said(EN, table, &[]);
    assert!(taken.contains("Acme: 100 100 100 100 100 100\nBeta: 10"), "{taken}");
}

#[test]
fn a_payment_for_a_year_among_months_is_asked_about() {
    let table =
        format!("{YEAR}\nAcme\t{m}\nBeta\t{m}\nGamma\t\t\t1200{e}", m = ["100"; 12].join("\t"), e = "\t".repeat(9));
    let taken = said(EN, &table, &[]);
    assert!(taken.contains("Gamma: 0 0 1200 0") && taken.ends_with("? PaidAYear(false)"), "{taken}");
    let spread = said(EN, &table, &[Choice::PaidAYear(true)]);
    assert!(spread.contains(&format!("Gamma: 0 0 {}\n", ["100"; 10].join(" "))), "{spread}");
}

#[test]
fn amounts_of_a_quarter_are_divided_once() {
    let table =
        format!("Quarterly revenue by client\n{YEAR}\nAcme\t{}\nBeta\t{}", "300\t\t\t".repeat(4), "60\t\t\t".repeat(4));
    let taken = said(EN, &table, &[]);
    assert!(taken.contains(&format!("Acme: {}\n", ["100"; 12].join(" "))), "{taken}");
}

#[test]
fn whoever_buys_now_and_then_or_leaves_stays_as_written() {
    let shop = [
        "10\t\t\t12\t\t\t\t\t\t\t\t",
        "\t15\t\t\t\t20\t\t\t\t\t5\t",
        "\t\t9\t9\t\t\t\t8\t\t\t\t",
        "7\t\t\t\t\t\t7\t\t9\t\t\t",
        "\t\t\t30\t\t\t10\t\t\t\t\t10",
        "\t\t\t\t\t40\t\t\t\t\t\t",
    ];
    let rows: String = shop.iter().enumerate().map(|(at, row)| format!("\nBuyer {at}\t{row}")).collect();
    assert!(!asks(EN, &format!("{YEAR}{rows}")));
    // A season, a client who left, one who left and came back, one who leaves a month out.
    for row in [
        "\t\t\t\t\t50\t60\t70\t\t\t\t",
        "50\t50\t50\t50\t50\t\t\t\t\t\t\t",
        "50\t50\t50\t\t\t\t50\t50\t50\t50\t50\t50",
        "50\t50\t50\t\t50\t50\t50\t50\t50\t50\t50\t50",
        "\t\t\t\t\t\t\t\t\t50\t\t50",
        "50\t\t\t50\t\t\t\t50\t\t\t50\t",
    ] {
        for head in [(EN, YEAR), (RU, YEAR_RU)] {
            let table = format!("{}\nAcme\t{row}\nBeta\t{m}\nGamma\t{m}", head.1, m = ["100"; 12].join("\t"));
            assert!(!asks(head.0, &table), "{row}");
        }
    }
    // Quarters are no months.
    assert!(!asks(EN, "Client\tQ1 2025\tQ2 2025\tQ3 2025\tQ4 2025\nAcme\t300\t300\t300\t300\nBeta\t90\t90\t0\t0"));
}

#[test]
fn invoices_say_for_how_long_they_are() {
    accounts_say(&[
        // 12,000 a year are 1,000 a month, as far as the list reaches; Gamma's quarter is over in April.
        (
            EN,
            "Customer,Invoice date,Amount,Billing period\nAcme,2024-01-03,12000,Annual\nBeta,2024-01-05,600,Monthly\n\
             Gamma,2024-01-07,90,Quarterly\nBeta,2024-02-05,600,Monthly\nBeta,2024-04-05,600,Monthly",
            "2024-01 | 2024-02 | 2024-03 | 2024-04\nAcme: 1000 1000 1000 1000\nBeta: 600 600 0 600\nGamma: 30 30 30 0\n\
             = column 1 Customer: Names\n= column 2 Invoice date: Periods\n= column 3 Amount: Values\n\
             = column 4 Billing period: Terms\n= Spread(2)\n= Pivoted { rows: 5, added: 0 }\n= NoRevenue(2)\n? Pivot(true)",
        ),
        // A year that begins anew: 120 and then 240 for twelve months each.
        (
            RU,
            "Клиент;Дата счёта;Сумма;Период оплаты\nАльфа;03.12.2024;120;год\nБета;05.12.2024;30;раз в квартал\nБета;05.03.2025;30;квартал\n\
             Гамма;05.01.2025;7;разово\nАльфа;03.12.2025;240;год",
            "2024-12 | 2025-01 | 2025-02 | 2025-03 | 2025-04 | 2025-05 | 2025-06 | 2025-07 | 2025-08 | 2025-09 | 2025-10 | 2025-11 | 2025-12\n\
             Альфа: 10 10 10 10 10 10 10 10 10 10 10 10 20\nБета: 10 10 10 10 10 10 0 0 0 0 0 0 0\n\
             Гамма: 0 7 0 0 0 0 0 0 0 0 0 0 0\n= column 1 Клиент: Names\n= column 2 Дата счёта: Periods\n\
             = column 3 Сумма: Values\n= column 4 Период оплаты: Terms\n= Spread(4)\n= Pivoted { rows: 5, added: 0 }\n\
             = NoRevenue(19)\n? Pivot(true)",
        ),
        // One invoice each: 1,200 and 600 a year, and 60 a half year.
        (
            EN,
            "Customer,Date,Amount,Interval\nAcme,2024-01-03,1200,year\nBeta,2024-02-05,600,Billed annually\nGamma,2024-03-07,60,every 6 months",
            "2024-01 | 2024-02 | 2024-03\nAcme: 100 100 100\nBeta: 0 50 50\nGamma: 0 0 10\n= column 1 Customer: Names\n\
             = column 2 Date: Periods\n= column 3 Amount: Values\n= column 4 Interval: Terms\n= Spread(3)\n\
             = Pivoted { rows: 3, added: 0 }\n= NoRevenue(3)\n? Pivot(true)",
        ),
        // A month's revenue is so however it is paid.
        (
            EN,
            "Customer,Month,MRR,Billing\nAcme,2024-01,100,Annual\nBeta,2024-01,60,Monthly\nAcme,2024-02,100,Annual\nBeta,2024-02,60,Monthly",
            "2024-01 | 2024-02\nAcme: 100 100\nBeta: 60 60\n= column 1 Customer: Names\n= column 2 Month: Periods\n\
             = column 3 MRR: Values\n- column 4 Billing: Unknown\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        // A row each month within the year that is paid at once: asked.
        (
            EN,
            "Customer,Month,Revenue,Billing\nAcme,2024-01,100,Annual\nBeta,2024-01,60,Monthly\nAcme,2024-02,100,Annual\nBeta,2024-02,60,Monthly\n\
             Acme,2024-03,100,Annual\nBeta,2024-03,60,Monthly",
            "2024-01 | 2024-02 | 2024-03\nAcme: 100 100 100\nBeta: 60 60 60\n= column 1 Customer: Names\n\
             = column 2 Month: Periods\n= column 3 Revenue: Values\n= column 4 Billing: Terms\n\
             = Pivoted { rows: 6, added: 0 }\n? Pivot(true)\n? OverTerms(false)",
        ),
    ]);
}
