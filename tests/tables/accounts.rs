//! Tables of accounts.

use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::fault::Problem;
use orbita::tables::note::Note;
use orbita::tables::role::Role;

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say, all_say};

fn say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| accounts_said(&accounts_of(lang, "$", text, &Choices::default())));
}

/// What a table comes to after somebody chose.
fn chosen(lang: Lang, text: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    accounts_said(&accounts_of(lang, "$", text, &choices))
}

#[test]
fn headings_and_names_in_both_languages() {
    say(&[
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t10\t20\nBeta\t\t7",
            "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 0 7\n= NoRevenue(1)",
        ),
        (
            RU,
            "Клиент;янв;фев\nАльфа;90 000;120 000,5\nБета;;15 000",
            "янв | фев\nАльфа: 90000 120000.5\nБета: 0 15000\n= Fraction(',', OtherCells)\n= NoRevenue(1)",
        ),
        (EN, "Client\t2022\t2024\nAcme\t10\t20\nBeta\t5\t7", "2022 | 2024\nAcme: 10 20\nBeta: 5 7"),
        (
            EN,
            "Customer Name,2025-01,2025-02,2025-04\nAcme,10,20,30\nBeta,5,6,7",
            "2025-01 | 2025-02 | 2025-04\nAcme: 10 20 30\nBeta: 5 6 7\n= OldestFirst, 1 missing",
        ),
        (RU, "Контрагент\t01.2025\t02.2025\nАльфа\t10\t20\nБета\t5\t7", "01.2025 | 02.2025\nАльфа: 10 20\nБета: 5 7"),
        (EN, "\t202501\t202502\nAcme\t10\t20\nBeta\t5\t7", "202501 | 202502\nAcme: 10 20\nBeta: 5 7"),
        (EN, "Account\t45658\t45689\nAcme\t10\t20\nBeta\t5\t7", "2025-01 | 2025-02\nAcme: 10 20\nBeta: 5 7"),
        (EN, "Client\t1\t2\t3\nAcme\t4\t2\t3\nBeta\t5", "1 | 2 | 3\nAcme: 4 2 3\nBeta: 5 0 0\n= NoRevenue(2)"),
        (EN, "Acme\t4\t2\t3\nBeta\t5\t5\t5", "Acme: 4 2 3\nBeta: 5 5 5"),
        (EN, "Client\tBefore\tNow\nAcme\t10\t20\nBeta\t5\t7", "Before | Now\nAcme: 10 20\nBeta: 5 7"),
        // The name of a first client could be a heading over 1, 2, 3.
        (EN, "Acme\t1\t2\t3\nBeta\t5\t5\t5", "1 | 2 | 3\nBeta: 5 5 5\n? Heading(Some(1))"),
        (
            EN,
            "Revenue by client\t\t\nClient\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n- row 1 Revenue by client: Title",
        ),
        (
            EN,
            "Id\tClient\tManager\tJan\tFeb\n17\tAcme\tAnn\t10\t20\n23\tBeta\tBob\t5\t7",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n- column 1 Id: Unknown\n- column 3 Manager: Words",
        ),
    ]);
    assert!(chosen(EN, "Acme\t1\t2\t3\nBeta\t5\t5\t5", &[Choice::Heading(None)]).contains("Acme: 1 2 3"));
}

#[test]
fn totals_and_averages_are_left_out_and_named() {
    say(&[
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nTotal\t15\t27",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n- row 4 Total: Total",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nВсего:\t15\t27\nАльфа\t10\t20\nБета\t5\t7",
            "янв | фев\nАльфа: 10 20\nБета: 5 7\n- row 2 Всего:: Total",
        ),
        (
            RU,
            "Клиент\tянв\tфев\tИтого\nАльфа\t10\t20\t30\nБета\t5\t7\t12",
            "янв | фев\nАльфа: 10 20\nБета: 5 7\n- column 4 Итого: Total",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nAverage\t7.5\t13.5",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n= Fraction('.', OtherCells)\n- row 4 Average: Average",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\n\t15\t27",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n- row 4: Total",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nCeta\t1\t1\n\t16\t28",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\nCeta: 1 1\n- row 5: Total",
        ),
        // An oil company is a client.
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nTotalEnergies\t5\t7\nTotal Wine\t1\t1",
            "Jan | Feb\nAcme: 10 20\nTotalEnergies: 5 7\nTotal Wine: 1 1",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nTotal\t5\t7\nBeta\t1\t1",
            "Jan | Feb\nAcme: 10 20\nBeta: 1 1\n- row 3 Total: Total\n? Row(3, false)",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nВсе инструменты\t10\t20\nСредневолжский завод\t5\t7",
            "янв | фев\nВсе инструменты: 10 20\nСредневолжский завод: 5 7",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nCeta\t2\t3\nTogether now\t17\t30",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\nCeta: 2 3\n- row 5 Together now: Total\n? Row(5, false)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tMar 2025\tQ1 2025\nAcme\t10\t20\t30\t60\nBeta\t5\t7\t9\t21",
            "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 10 20 30\nBeta: 5 7 9\n- column 5 Q1 2025: Total",
        ),
        (EN, "Acme\t10\t20\t30\nBeta\t5\t7\t12\nCeta\t2\t3\t5", "Acme: 10 20\nBeta: 5 7\nCeta: 2 3\n- column 4: Total"),
    ]);
}

#[test]
fn money_in_many_spellings() {
    say(&[
        (
            EN,
            "Client\tJan\tFeb\nAcme\t$1,200\t$1.2M\nBeta\t$5k\t$(0)",
            "Jan | Feb\nAcme: 1200 1200000\nBeta: 5000 0\n= Fraction('.', OtherCells)",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nАльфа\t1 200,50 руб.\t12 тыс. ₽\nБета\t5 млн руб\t0",
            "янв | фев\nАльфа: 1200.5 12000\nБета: 5000000 0\n= Fraction(',', OtherCells)\n= Currency(\"RUB\")\n? OtherCurrency(true)",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t1300 KZT\t1200 KZT\nBeta\t5\t7",
            "Jan | Feb\nAcme: 1300 1200\nBeta: 5 7\n= Currency(\"KZT\")\n? OtherCurrency(true)",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\tUSD 1,200\t$1,300\nBeta\t5\t7",
            "Jan | Feb\nAcme: 1200 1300\nBeta: 5 7\n= Fraction('.', OnlyThousands)",
        ),
        (EN, "Client\tJan\tFeb\nAcme\t€10\t$12\nBeta\t5\t7", "! MixedCurrencies x1 at 2:1"),
        (
            RU,
            "Выручка, тыс. руб.\nКлиент\tянв\tфев\nАльфа\t1,1\t2\nБета\t5\t7",
            "янв | фев\nАльфа: 1100 2000\nБета: 5000 7000\n- row 1 Выручка, тыс. руб.: Title\n= Fraction(',', OtherCells)\n= Currency(\"RUB\")\n= Scale(3, \"Выручка, тыс. руб.\")\n? OtherCurrency(true)",
        ),
        (
            EN,
            "Client\tCurrency\tJan\tFeb\nAcme\tUSD\t10\t12\nBeta\tUSD\t5\t7",
            "Jan | Feb\nAcme: 10 12\nBeta: 5 7\n= column 2 Currency: Currency",
        ),
        (
            EN,
            "Client\tCurrency\tJan\tFeb\nAcme\tUSD\t10\t12\nBeta\tEUR\t5\t7",
            "= column 2 Currency: Currency\n! MixedCurrencies x1 at 2:1",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t(300)\t−20\nBeta\t300-\t7%",
            "! Negative x3 at 2:2 2:3 3:2\n! PerCentHere x1 at 3:3",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nАльфа\t100 000,00\t100 000,50\nБета\t1,200\t1,300",
            "янв | фев\nАльфа: 100000 100000.5\nБета: 1.2 1.3\n= Fraction(',', OtherCells)\n? Fraction(',')",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nАльфа\t12,500\t15,000\nБета\t9,750\t8,100",
            "янв | фев\nАльфа: 12.5 15\nБета: 9.75 8.1\n= Fraction(',', Language)\n? Fraction(',')",
        ),
    ]);
    let doubtful = "Клиент\tянв\tфев\nАльфа\t12,500\t15,000\nБета\t9,750\t8,100";
    assert!(chosen(RU, doubtful, &[Choice::Fraction('.')]).contains("Альфа: 12500 15000"));
}

#[test]
fn periods_are_put_in_order() {
    say(&[
        (
            EN,
            "Client\tMar 2025\tFeb 2025\tJan 2025\nAcme\t30\t20\t10\nBeta\t3\t2\t1",
            "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 10 20 30\nBeta: 1 2 3\n= NewestFirst",
        ),
        (
            RU,
            "Клиент\tмар\tфев\tянв\nАльфа\t30\t20\t10\nБета\t3\t2\t1",
            "янв | фев | мар\nАльфа: 10 20 30\nБета: 1 2 3\n= NewestFirst",
        ),
        (
            RU,
            "Клиент\tноя\tдек\tянв\nАльфа\t10\t20\t30\nБета\t1\t2\t3",
            "ноя | дек | янв\nАльфа: 10 20 30\nБета: 1 2 3",
        ),
        (
            EN,
            "Client\tJan 2025\tMar 2025\tFeb 2025\nAcme\t10\t30\t20\nBeta\t1\t3\t2",
            "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 10 20 30\nBeta: 1 2 3\n= Mixed",
        ),
        (EN, "Client\tJan 2025\tJan 2025\nAcme\t10\t30\nBeta\t1\t3", "= Mixed\n! SamePeriod x1 at 2:3"),
        (
            EN,
            "Client\t1/1/2025\t2/1/2025\t3/1/2025\nAcme\t10\t20\t30\nBeta\t1\t2\t3",
            "1/1/2025 | 2/1/2025 | 3/1/2025\nAcme: 10 20 30\nBeta: 1 2 3\n= MonthFirst\n? DayOrder(MonthFirst)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tMar 2025\nAcme\t10\t20\t\nBeta\t1\t2\t",
            "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 1 2\n- column 4 Mar 2025: Empty",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tMar 2025\tApr 2025\nAcme\t100\t100\t105\t20\nBeta\t50\t50\t55\t10",
            "Jan 2025 | Feb 2025 | Mar 2025 | Apr 2025\nAcme: 100 100 105 20\nBeta: 50 50 55 10\n? LastPeriod(true)",
        ),
    ]);
    let table = "Client\tJan 2025\tFeb 2025\tMar 2025\tApr 2025\nAcme\t100\t100\t105\t20\nBeta\t50\t50\t55\t10";
    assert!(chosen(EN, table, &[Choice::LastPeriod(false)]).contains("- column 5 Apr 2025: Unfinished"));
}

#[test]
fn one_account_may_stand_on_several_lines() {
    say(&[
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nAcme\t1\t2",
            "Jan | Feb\nAcme: 11 22\nBeta: 5 7\n= AddedUp(\"Acme\", [2, 4])\n? AddUp(true)",
        ),
        (
            RU,
            "Клиент\tянв\tфев\nООО «Ромашка»\t10\t20\n\"Ромашка\", ООО\t5\t7\nЛютик\t1\t1",
            "янв | фев\nООО «Ромашка»: 10 20\n\"Ромашка\", ООО: 5 7\nЛютик: 1 1\n= KeptApart([\"ООО «Ромашка»\", \"\\\"Ромашка\\\", ООО\"])\n? Alike(false)",
        ),
        (
            EN,
            "Client\tProduct\tJan\tFeb\nAcme\tA\t10\t20\n\tB\t5\t7\nBeta\tA\t1\t1",
            "Jan | Feb\nAcme: 15 27\nBeta: 1 1\n- column 2 Product: Words\n= NamesFromAbove(1)\n= AddedUp(\"Acme\", [2, 3])\n? NamesFromAbove(true)\n? AddUp(true)",
        ),
    ]);
    let twice = "Client\tJan\tFeb\nAcme\t10\t20\nBeta\t5\t7\nAcme\t1\t2";
    assert!(chosen(EN, twice, &[Choice::AddUp(false)]).contains("Acme (2): 1 2"));
    let alike = "Client\tJan\tFeb\nAcme, Inc.\t10\t20\nACME\t5\t7";
    assert!(chosen(EN, alike, &[Choice::Alike(true)]).contains("Acme, Inc.: 15 27"));
    let nameless = "Client\tJan\tFeb\nAcme\t10\t20\n\t5\t7";
    assert!(chosen(EN, nameless, &[Choice::NamesFromAbove(false)]).contains("! NoName x1 at 3:1"));
}

#[test]
fn lists_and_columns_become_rows() {
    say(&[
        (
            EN,
            "client,month,mrr\nAcme,2025-01,10\nAcme,2025-02,20\nBeta,2025-01,5\nBeta,2025-02,7",
            "2025-01 | 2025-02\nAcme: 10 20\nBeta: 5 7\n= column 1 client: Names\n= column 2 month: Periods\n= column 3 mrr: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        (
            RU,
            "Дата;Клиент;Сумма\n05.01.2025;Альфа;10\n20.01.2025;Альфа;5\n03.02.2025;Альфа;20\n04.02.2025;Бета;7",
            "2025-01 | 2025-02\nАльфа: 15 20\nБета: 0 7\n= column 2 Клиент: Names\n= column 1 Дата: Periods\n= column 3 Сумма: Values\n= Pivoted { rows: 4, added: 1 }\n= NoRevenue(1)\n? Pivot(true)",
        ),
        (
            EN,
            "Month\tAcme\tBeta\nJan 2025\t10\t5\nFeb 2025\t20\t7",
            "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 7\n= Turned",
        ),
        (RU, "\tАльфа\tБета\n2023\t10\t5\n2024\t20\t7", "2023 | 2024\nАльфа: 10 20\nБета: 5 7\n= Turned"),
    ]);
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    say(&[
        (EN, "", "! NothingThere x1 at 1:1"),
        (EN, "Client\tRevenue\nAcme\t5", "! OnePeriod x1 at 2:2"),
        (
            EN,
            "Client\tJan\tFeb\nAcme\tx5\tten\nBeta\t1\t2\n\nCeta\t3\ttwo",
            "= NoRevenue(3)\n? WithoutUnread(false)\n! NotANumber x3 at 2:2 2:3 5:3",
        ),
        (EN, "10\t20\n5\t7", "! NoNames x1 at 1:1"),
        (EN, "Client\tJan\tFeb\nAcme\t9999999999999999\t2\nBeta\t1\t2", "! TooLarge x1 at 2:2"),
        (EN, "Client\tJan\tFeb\nAcme\t-\t—\nBeta\t1\t2", "Jan | Feb\nBeta: 1 2\n- row 2 Acme: Empty"),
        (
            EN,
            "Cohort\tMonth 0\tMonth 1\nJan 2025\t100\t80\nFeb 2025\t90\t70",
            "? Anyway(Cohorts, false)\n! OtherKind(Cohorts) x1 at 1:1",
        ),
    ]);
    let tall: String = (0..10_001).map(|at| format!("Client {at}\t5\t6\n")).collect();
    assert!(
        accounts_said(&accounts_of(EN, "", &tall, &Choices::default())).contains("! TooManyRows(10000) x1 at 10001:1")
    );
}

#[test]
fn a_sign_that_may_be_a_number_is_named_before_it_is_taken_for_none() {
    let read = |table: &str| accounts_of(EN, "", table, &Choices::default());
    let reading = read("Client\tJan\tFeb\nAcme\t10\tx\nBeta\t*\t7\nTotal\t?\t7");
    assert!(!reading.is_certain(), "somebody looks first");
    let said: Vec<String> = reading.notes.iter().map(TableWords::of(EN).note).collect();
    let wanted = "Read as no revenue: C2 \u{201c}x\u{201d}, B3 \u{201c}*\u{201d}.";
    assert!(said.iter().any(|note| note.starts_with(wanted)), "{said:?}");
    // What clearly says "none" needs no look.
    assert!(read("Client\tJan\tFeb\nAcme\t10\t-\nBeta\tn/a\t7").is_certain());
}

#[test]
fn a_formula_without_a_value_is_no_revenue_only_when_somebody_says_so() {
    let read = |lang, table: &str, choices: &Choices| accounts_of(lang, "", table, choices);
    for sign in ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#Н/Д", "#ДЕЛ/0!", "#ССЫЛКА!", "Err:502"]
    {
        let tables = [
            format!("Client\tJan\tFeb\nAcme\t10\t12\nBeta\t{sign}\t7"),
            // Nothing else in the row, or in the last column: it is not left out as empty.
            format!("Client\tJan\tFeb\nAcme\t10\t12\nBeta\t{sign}\t{sign}"),
            format!("Client\tJan\tFeb\tMar\nAcme\t10\t12\t{sign}\nBeta\t5\t7\t{sign}"),
            // One observation a row.
            format!(
                "Client,Month,Revenue\nAcme,2024-01,10\nAcme,2024-02,12\nBeta,2024-01,7\nBeta,2024-02,{sign}\nAcme,2024-03,5\nBeta,2024-03,6"
            ),
        ];
        for table in tables {
            for lang in [EN, RU] {
                let reading = read(lang, &table, &Choices::default());
                assert_eq!(reading.value, None, "{table}");
                assert!(reading.faults.iter().any(|fault| fault.problem == Problem::Failed), "{table}");
                assert!(!reading.notes.iter().any(|note| matches!(note, Note::DoubtfulBlanks(_) | Note::NoRevenue(_))));
            }
            let said = Choices::default().with(Choice::ErrorsAreNone(true));
            let taken = read(EN, &table, &said);
            assert!(taken.value.is_some(), "{table}: {:?}", taken.faults);
        }
    }
    // So is a cell that holds words, and it is told.
    let words = "Client\tJan\tFeb\nAcme\t10\tten\nBeta\t5\t7";
    let taken = read(EN, words, &Choices::default().with(Choice::WithoutUnread(true)));
    let revenue: Vec<f64> = taken.value.expect("taken").accounts[0].revenue.iter().map(|amount| amount.get()).collect();
    assert_eq!(revenue, [10.0, 0.0]);
    assert!(taken.notes.iter().any(|note| matches!(note, Note::Unread(cells, 1) if cells[0].1 == "ten")));
    // A sum that has failed is left out like any sum.
    assert!(
        read(EN, "Client\tJan\tFeb\nAcme\t10\t12\nBeta\t5\t7\nTotal\t#REF!\t#REF!", &Choices::default())
            .value
            .is_some()
    );
}

#[test]
fn anything_understood_can_be_changed() {
    let table = "Client\tCode\tJan\tFeb\nAcme\t7\t10\t20\nTotal\t7\t10\t20\nBeta\t8\t5\t7";
    assert!(chosen(EN, table, &[Choice::Row(3, true)]).contains("Total: 10 20"));
    assert!(chosen(EN, table, &[Choice::Column(2, Role::Values)]).contains("Acme: 7 10 20"));
    assert!(chosen(EN, table, &[Choice::Column(3, Role::LeftOut)]).contains("! OnePeriod"));
    assert!(chosen(EN, table, &[Choice::Scale(Some(3))]).contains("Acme: 10000 20000"));
}

#[test]
fn tables_as_other_tools_write_them() {
    say(&[
        (
            EN,
            "Customer,Plan,Jan-25,Feb-25,Total\nAcme,Pro,\"$1,200.00\",\"$1,350.00\",\"$2,550.00\"\nBeta,Basic,$300.00,$0.00,$300.00\nTotal,,\"$1,500.00\",\"$1,350.00\",\"$2,850.00\"\n",
            "Jan-25 | Feb-25\nAcme: 1200 1350\nBeta: 300 0\n- column 2 Plan: Words\n- column 5 Total: Total\n= Fraction('.', OtherCells)\n- row 4 Total: Total",
        ),
        (
            RU,
            "Отчёт по выручке\nПериод: 2025\n\nКонтрагент\tянв.25\tфев.25\tИтого\nООО «Альфа»\t90 000,00 ₽\t-\t90 000,00 ₽\nИП Иванов\t15 000,00 ₽\t15 000,00 ₽\t30 000,00 ₽\nИтого\t105 000,00 ₽\t15 000,00 ₽\t120 000,00 ₽",
            "янв.25 | фев.25\nООО «Альфа»: 90000 0\nИП Иванов: 15000 15000\n- row 1 Отчёт по выручке: Title\n- row 2 Период: 2025: Title\n- column 4 Итого: Total\n= Fraction(',', OtherCells)\n= Currency(\"RUB\")\n- row 7 Итого: Total\n= NoRevenue(1)\n? OtherCurrency(true)",
        ),
        (
            RU,
            "№;Клиент;ИНН;2023;2024\n1;Альфа;7701234567;100;120\n2;Бета;7709876543;50;0\n",
            "2023 | 2024\nАльфа: 100 120\nБета: 50 0\n- column 1 №: Unknown\n- column 3 ИНН: Unknown",
        ),
        (EN, "Account\tQ1\tQ2\tQ3\nAcme\t10\t20\t30\nBeta\t5\t7\t8", "Q1 | Q2 | Q3\nAcme: 10 20 30\nBeta: 5 7 8"),
        (
            EN,
            "\tAcme\tBeta\tTotal\nJan 2025\t10\t5\t15\nFeb 2025\t20\t7\t27\nTotal\t30\t12\t42",
            "Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 7\n= Turned\n- row 4 Total: Total\n- column 4 Total: Total",
        ),
        (
            RU,
            "Клиент\t2024, тыс. руб.\t2025, тыс. руб.\nАльфа\t100\t120\nБета\t50\t60",
            "2024 | 2025\nАльфа: 100000 120000\nБета: 50000 60000\n= Currency(\"RUB\")\n= Scale(3, \"2024, тыс. руб.\")\n? OtherCurrency(true)",
        ),
        (
            RU,
            "Клиент\tВыручка 2024\tВыручка 2025\nАльфа\t1,2 млн\t1,3 млн\nБета\t500 тыс.\t600 тыс.",
            "2024 | 2025\nАльфа: 1200000 1300000\nБета: 500000 600000\n= Fraction(',', OtherCells)",
        ),
        (EN, "100\t120\tAcme\n50\t60\tBeta", "Acme: 100 120\nBeta: 50 60"),
        (
            EN,
            "Client;Jan;Feb\n\"Smith; Sons\";10;20\n\"He said \"\"hi\"\"\";5;7",
            "Jan | Feb\nSmith; Sons: 10 20\nHe said \"hi\": 5 7",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10\t20\n\n\nBeta\t5\t7\n\nNotes: prices without VAT",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n- row 7 Notes: prices without VAT: Empty",
        ),
        (EN, "Client,2025-01-31,2025-02-28\nA,1,2\nB,4,5", "2025-01-31 | 2025-02-28\nA: 1 2\nB: 4 5"),
        (
            EN,
            "Client\tJan\tFeb\nSegment: SMB\t\t\nAcme\t10\t20\nBeta\t5\t7\nSubtotal\t15\t27\nSegment: Big\t\t\nCeta\t1\t2\nSubtotal\t1\t2\nTotal\t16\t29",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\nCeta: 1 2\n- row 5 Subtotal: Total\n- row 8 Subtotal: Total\n- row 9 Total: Total\n- row 2 Segment: SMB: Empty\n- row 6 Segment: Big: Empty",
        ),
        // A heading that was copied without its empty corner.
        (EN, "Jan\tFeb\nAcme\t10\t20\nBeta\t5\t7", "Jan | Feb\nAcme: 10 20\nBeta: 5 7"),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t10kr\t20 kr\nBeta\t5 SEK\t7",
            "Jan | Feb\nAcme: 10 20\nBeta: 5 7\n= Currency(\"SEK\")\n? OtherCurrency(true)",
        ),
        (
            EN,
            "Client\tJan\tFeb\nAcme\t1.200,50 €\t1.300,00 €\nBeta\t500,00 €\t0,00 €",
            "Jan | Feb\nAcme: 1200.5 1300\nBeta: 500 0\n= Fraction(',', OtherCells)\n= Currency(\"EUR\")\n? OtherCurrency(true)",
        ),
        (
            EN,
            "Client     Jan   Feb\nAcme Inc    10    20\nBeta         5     7\n",
            "Jan | Feb\nAcme Inc: 10 20\nBeta: 5 7",
        ),
        (
            EN,
            "Date,Client,Amount\n1/5/2025,Acme,100\n1/20/2025,Acme,50\n2/3/2025,Acme,200\n2/4/2025,Beta,70",
            "2025-01 | 2025-02\nAcme: 150 200\nBeta: 0 70\n= MonthFirst\n= column 2 Client: Names\n= column 1 Date: Periods\n= column 3 Amount: Values\n= Pivoted { rows: 4, added: 1 }\n= NoRevenue(1)\n? Pivot(true)",
        ),
        (
            EN,
            "Region,Client,Jan,Feb\nEU,Acme,10,20\nEU,Beta,5,7\nUS,Acme,1,2",
            "Jan | Feb\nAcme: 11 22\nBeta: 5 7\n- column 1 Region: Words\n= AddedUp(\"Acme\", [2, 4])\n? AddUp(true)",
        ),
    ]);
}

#[test]
fn dots_have_the_day_first_in_every_language() {
    let table = "Date;Client;Amount\n05.01.2025;Alpha;10\n20.01.2025;Alpha;5\n03.02.2025;Alpha;20\n04.02.2025;Beta;7";
    for lang in [EN, RU] {
        let said = chosen(lang, table, &[]);
        assert!(said.contains("Alpha: 15 20\nBeta: 0 7"), "{said}");
        assert!(!said.contains("MonthFirst"), "{said}");
    }
}

#[test]
fn thousands_are_said_in_many_ways() {
    for title in ["Выручка, тыс.руб.", "тыс. руб.", "Revenue, $000", "MRR ($K)", "Выручка, тыс. ₽"]
    {
        let table = format!("{title}\nКлиент\tянв 2025\tфев 2025\nАльфа\t100\t110\nБета\t50\t55");
        let said = chosen(RU, &table, &[]);
        assert!(said.contains("= Scale(3"), "{title}: {said}");
    }
    for title in ["Клиенты", "Revenue by K", "Million Dollar Club of clients and friends"] {
        let table = format!("{title}\nКлиент\tянв 2025\tфев 2025\nАльфа\t100\t110\nБета\t50\t55");
        let said = chosen(RU, &table, &[]);
        assert!(!said.contains("= Scale("), "{title}: {said}");
    }
}

#[test]
fn a_list_with_a_currency_a_row_does_not_add_rubles_to_dollars() {
    let table = "Client,Date,Amount,Currency\nAcme,2025-01-05,100,USD\nAcme,2025-02-05,9000,RUB\nBeta,2025-01-07,50,USD\n\
                 Beta,2025-02-07,60,USD";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("MixedCurrencies"), "{said}");
    let alike = chosen(EN, &table.replace("9000,RUB", "90,USD"), &[]);
    assert!(alike.contains("column 4 Currency: Currency") && alike.contains("Acme: 100 90"), "{alike}");
}

#[test]
fn a_row_that_begins_with_client_is_a_heading_whatever_its_numbers() {
    let said = chosen(RU, "Клиент;10.24;11.24;12.24\nАльфа;100;110;120\nБета;50;55;60", &[]);
    assert!(said.contains("Альфа: 100 110 120") && !said.contains("Клиент:"), "{said}");
    let said = chosen(EN, "Client,2022.0,2023.0\nAcme,100,110\nBeta,50,55", &[]);
    assert!(said.contains("Acme: 100 110") && !said.contains("Client: 2022"), "{said}");
}

#[test]
fn what_is_lined_up_by_spaces_keeps_its_empty_cells() {
    let table = "Client   Jan   Feb   Mar\nAcme     100   200   300\nBeta           300\nGamma      5          70";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("Acme: 100 200 300\nBeta: 0 300 0\nGamma: 5 0 70"), "{said}");
}

#[test]
fn a_pattern_of_dates_in_a_heading_is_no_scale() {
    for heading in ["Client (MM.YYYY)", "Client, MM/YYYY", "Client (YYYY-MM)", "Клиент (ММ.ГГГГ)"] {
        let said = chosen(EN, &format!("{heading}\tJan 2025\tFeb 2025\nAcme\t10\t20\nBeta\t5\t7"), &[]);
        assert!(said.contains("Acme: 10 20"), "{heading}: {said}");
    }
}

#[test]
fn what_a_column_that_is_left_out_is_counted_in_says_nothing_of_the_others() {
    say(&[
        (
            EN,
            "Client\tARR, $k\tJan 2025\tFeb 2025\nAcme\t12\t1000\t1000\nBeta\t6\t500\t500",
            "Jan 2025 | Feb 2025\nAcme: 1000 1000\nBeta: 500 500\n- column 2 ARR, $k: Unknown",
        ),
        (
            RU,
            "Клиент\tСотрудники, тыс.\tянв 2025\tфев 2025\nАльфа\t12\t1000\t1000\nБета\t6\t500\t500",
            "янв 2025 | фев 2025\nАльфа: 1000 1000\nБета: 500 500\n- column 2 Сотрудники, тыс.: Unknown",
        ),
        (
            EN,
            "Client\tBudget, EUR\tJan 2025\tFeb 2025\nAcme\t12\t1000\t1000\nBeta\t6\t500\t500",
            "Jan 2025 | Feb 2025\nAcme: 1000 1000\nBeta: 500 500\n- column 2 Budget, EUR: Unknown",
        ),
    ]);
}

#[test]
fn columns_that_are_counted_differently_are_asked_about() {
    let table = "Client\tJan 2025, $k\tFeb 2025\nAcme\t1\t1100\nBeta\t2\t1900";
    let said = chosen(EN, table, &[]);
    assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 1000 1100\nBeta: 2000 1900\n"), "{said}");
    assert!(said.contains("= ScaleOf(3") && said.contains("? Scale(None)"), "{said}");
    let all = chosen(EN, table, &[Choice::Scale(Some(3))]);
    assert!(all.contains("Acme: 1000 1100000") && all.contains("? answered Scale(Some(3))"), "{all}");
    assert!(chosen(EN, table, &[Choice::Scale(Some(0))]).contains("Acme: 1 1100"));
}

#[test]
fn quarters_and_weeks_without_a_year_keep_their_order_over_its_end() {
    say(&[
        (
            EN,
            "Client\tQ3\tQ4\tQ1\tQ2\nAcme\t10\t20\t30\t40\nBeta\t1\t1\t1\t1",
            "Q3 | Q4 | Q1 | Q2\nAcme: 10 20 30 40\nBeta: 1 1 1 1",
        ),
        (EN, "Client\tQ4\tQ1\nAcme\t10\t20\nBeta\t1\t1", "Q4 | Q1\nAcme: 10 20\nBeta: 1 1"),
        (
            RU,
            "Клиент\tНед 51\tНед 52\tНед 1\nАльфа\t10\t20\t30\nБета\t1\t1\t1",
            "Нед 51 | Нед 52 | Нед 1\nАльфа: 10 20 30\nБета: 1 1 1",
        ),
        (
            EN,
            "Client\tQ423\tQ124\tQ224\nAcme\t10\t20\t30\nBeta\t1\t1\t1",
            "Q423 | Q124 | Q224\nAcme: 10 20 30\nBeta: 1 1 1",
        ),
        (
            EN,
            "Client\tQ2\tQ1\tQ4\nAcme\t10\t20\t30\nBeta\t1\t1\t1",
            "Q4 | Q1 | Q2\nAcme: 30 20 10\nBeta: 1 1 1\n= NewestFirst",
        ),
    ]);
    // A gap leaves two orders: newest first, or over the end of a year.
    let table = "Client\tDec\tOct\tAug\nAcme\t10\t20\t30\nBeta\t1\t1\t1";
    assert!(chosen(EN, table, &[]).contains("Acme: 30 20 10\nBeta: 1 1 1\n= NewestFirst\n? NewestFirst(true)"));
    assert!(chosen(EN, table, &[Choice::NewestFirst(false)]).contains("Acme: 10 20 30"));
}

#[test]
fn named_subtotals_are_no_clients() {
    let plain = "янв | фев\nА: 1 2\nБ: 3 4\nВ: 5 6\nГ: 7 8";
    let named = |names: [&str; 3]| {
        let [one, two, all] = names;
        format!("Клиент\tянв\tфев\nА\t1\t2\nБ\t3\t4\n{one}\t4\t6\nВ\t5\t6\nГ\t7\t8\n{two}\t12\t14\n{all}\t16\t20")
    };
    for names in [
        ["Итого Москва", "Итого Питер", "Итого"],
        ["North Total", "South Total", "Grand Total"],
        ["Москва Итог", "Питер Итог", "Общий итог"],
        ["Всего по Москве", "Всего по Питеру", "Итого по компании"],
        ["Subtotal: North", "Subtotal: South", "Total Company"],
    ] {
        let said = chosen(RU, &named(names), &[]);
        let out: Vec<String> =
            names.iter().zip([4, 7, 8]).map(|(name, row)| format!("- row {row} {name}: Total")).collect();
        assert_eq!(said, format!("{plain}\n{}", out.join("\n")));
    }
    // Above what they add up, and one of a group of one, which is asked about.
    let above = "Client\tJan\tFeb\nTotal North\t4\t6\nAcme\t1\t2\nBeta\t3\t4\nTotal South\t5\t6\nCeta\t5\t6";
    let said = chosen(EN, above, &[]);
    assert!(said.contains("Acme: 1 2\nBeta: 3 4\nCeta: 5 6\n- row 2 Total North: Total"), "{said}");
    assert!(said.contains("? Row(5, false)"), "{said}");
    // A client whose name holds the word has numbers of its own.
    let wine = "Client\tJan\tFeb\nAcme\t1\t2\nBeta\t3\t4\nTotal Wine\t9\t9\nCeta\t5\t6";
    assert!(chosen(EN, wine, &[]).ends_with("Total Wine: 9 9\nCeta: 5 6"));
    // Where hardly a client is called so, it is asked.
    let off = "Клиент\tянв\tфев\nА\t1\t2\nБ\t3\t4\nИтого Москва\t4\t7\nВ\t5\t6";
    assert!(chosen(RU, off, &[]).contains("? Row(4, false)"));
}

#[test]
fn a_year_and_a_month_in_two_columns_are_one_period() {
    let joined = "2024-12 | 2025-01 | 2025-02\nAcme: 10 11 12\nBeta: 5 6 7";
    for (table, heads) in [("Client\tYear\tMonth\tAmount\n", true), ("Клиент\tГод\tМесяц\tСумма\n", true), ("", false)]
    {
        let rows = "Acme\t2024\t12\t10\nAcme\t2025\t1\t11\nAcme\t2025\t2\t12\nBeta\t2024\t12\t5\nBeta\t2025\t1\t6\nBeta\t2025\t2\t7";
        let said = chosen(EN, &format!("{table}{rows}"), &[]);
        assert!(said.starts_with(joined), "{table}{heads}\n{said}");
        assert!(said.contains("Joined") && said.contains("? Pivot(true)"), "{said}");
    }
    // The month first, called by its name; quarters; the year once for its rows; periods down and clients across.
    for (table, wanted) in [
        (
            "Client\tMonth\tYear\tRevenue\nAcme\tDec\t2024\t10\nAcme\tJan\t2025\t11\nBeta\tDec\t2024\t5\nBeta\tJan\t2025\t6",
            "2024-12 | 2025-01\nAcme: 10 11\nBeta: 5 6",
        ),
        (
            "Client\tYear\tQuarter\tRevenue\nAcme\t2024\t4\t10\nAcme\t2025\t1\t11\nBeta\t2024\t4\t5\nBeta\t2025\t1\t6",
            "Q4 2024 | Q1 2025\nAcme: 10 11\nBeta: 5 6",
        ),
        (
            "Год\tМесяц\tАльфа\tБета\n2024\t11\t10\t5\n\t12\t11\t6\n2025\t1\t12\t7",
            "2024-11 | 2024-12 | 2025-01\nАльфа: 10 11 12\nБета: 5 6 7",
        ),
    ] {
        let said = chosen(EN, table, &[]);
        assert!(said.starts_with(wanted), "{table}\n{said}");
    }
    // Revenue of a month is no month.
    let revenue = "Client\tMonth 1\tMonth 2\nAcme\t3\t4\nBeta\t5\t6";
    assert!(!chosen(EN, revenue, &[]).contains("Joined"));
}

#[test]
fn years_over_months_are_joined_with_them() {
    let table = "Client\t2024\t\t2025\t\n\tNov\tDec\tJan\tFeb\nAcme\t1\t2\t3\t4\nBeta\t5\t6\t7\t8";
    assert!(chosen(EN, table, &[]).starts_with("Nov 2024 | Dec 2024 | Jan 2025 | Feb 2025\nAcme: 1 2 3 4"));
    let quarters = "Клиент\t2024\t\t2025\t\n\tQ1\tQ2\tQ1\tQ2\nА\t1\t2\t3\t4\nБ\t5\t6\t7\t8";
    let said = chosen(RU, quarters, &[]);
    assert!(said.starts_with("Q1 2024 | Q2 2024 | Q1 2025 | Q2 2025\nА: 1 2 3 4"), "{said}");
}

#[test]
fn amounts_that_look_like_years_are_asked_about() {
    let table = "Acme\t1990\t2050\nBeta\t1500\t1700";
    assert_eq!(chosen(EN, table, &[]), "Acme: 1990 2050\nBeta: 1500 1700\n? Heading(None)");
    assert!(chosen(EN, "Acme\t2022\t2024\nBeta\t1500\t1700", &[]).contains("? Heading(Some(1))"));
    assert!(!chosen(EN, "Kunde\t2022\t2023\nBeta\t1500\t1700\nCeta\t1\t2", &[]).contains("? Heading"));
}

#[test]
fn what_is_planned_is_asked_about_and_what_is_measured_is_no_period() {
    let table = "Client\tJan 2025\tFeb 2025\tMar 2025 (forecast)\nAcme\t10\t20\t25\nBeta\t5\t6\t7";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("Acme: 10 20\n") && said.contains("? Column(4, LeftOut)"), "{said}");
    assert!(chosen(EN, table, &[Choice::Column(4, Role::Values)]).contains("Acme: 10 20 25"));
    let part = "Клиент\t2023\t2024\t2025 (9 мес.)\nА\t10\t20\t25\nБ\t5\t6\t7";
    assert!(chosen(RU, part, &[]).contains("? Column(4, LeftOut)"));
    let facts = "Клиент\tянв 2025 факт\tфев 2025 факт\tмар 2025 план\nА\t10\t20\t25\nБ\t5\t6\t7";
    let said = chosen(RU, facts, &[]);
    assert!(said.contains("А: 10 20\n") && said.contains("column 4 мар 2025 план: Unknown"), "{said}");
    for heads in ["MRR\tARR", "Price\tQuantity", "Выручка, ₽\tПрибыль, ₽"] {
        let said = chosen(EN, &format!("Client\t{heads}\nAcme\t20\t240\nBeta\t6\t72"), &[]);
        assert!(said.contains("! OnePeriod") || said.contains("! NothingThere"), "{heads}: {said}");
    }
    let currencies = "Client\tRevenue 2024, USD\tRevenue 2025, EUR\nAcme\t20\t18\nBeta\t6\t5";
    assert!(chosen(EN, currencies, &[]).contains("! MixedCurrencies"));
}

#[test]
fn groups_that_are_counted_twice_are_asked_about() {
    let rows = "North\t6\t8\nAcme\t1\t2\nBeta\t5\t6\nSouth\t15\t17\nCeta\t7\t8\nDelta\t8\t9";
    let said = chosen(EN, &format!("Client\tJan\tFeb\n{rows}\nGrand Total\t21\t25"), &[]);
    assert!(said.contains("? Nested(Parts)") && !said.contains("? Row"), "{said}");
    assert!(said.contains("Acme: 1 2\nBeta: 5 6\nCeta: 7 8") && !said.contains("Differs"), "{said}");
    // A total of other rows than those that are there is pointed at.
    let said = chosen(EN, &format!("Client\tJan\tFeb\n{rows}\nGrand Total\t99\t99"), &[]);
    assert!(said.contains("TotalDiffers"), "{said}");
    assert!(!chosen(EN, "Client\tJan\tFeb\nA\t33.3\t1\nB\t66.6\t2\nGrand Total\t100\t3", &[]).contains("Differs"));
}

#[test]
fn names_that_only_say_now_and_before_are_put_in_order() {
    let said = chosen(EN, "Client\tThis year\tLast year\nAcme\t10\t20\nBeta\t5\t7", &[]);
    assert!(said.contains("Acme: 20 10\n") && said.contains("? NewestFirst(true)"), "{said}");
    assert!(!chosen(RU, "Клиент\tБыло\tСтало\nА\t10\t20\nБ\t5\t7", &[]).contains('?'));
}

#[test]
fn periods_over_what_is_measured_are_joined_with_revenue() {
    let table = "Account\tJan 2025\t\tFeb 2025\t\n\tMRR\tSeats\tMRR\tSeats\nAcme\t10\t2\t11\t2\nBeta\t10\t1\t12\t1";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("Acme: 10 11\nBeta: 10 12") && said.contains("column 3 Seats: Unknown"), "{said}");
}

#[test]
fn a_unit_in_a_column_of_its_own_is_that_of_the_numbers() {
    let table = "Клиент\tЕд. изм.\tянв 2025\tфев 2025\nА\tтыс. руб.\t10\t20\nБ\tтыс. руб.\t5\t6";
    let said = chosen(RU, table, &[]);
    assert!(said.contains("А: 10000 20000") && said.contains("Scale(3, \"Ед. изм. тыс. руб.\")"), "{said}");
}

#[test]
fn years_in_rows_under_months_are_never_added_up() {
    let months = "Клиент\tГод\tянв\tфев\nА\t2024\t1\t2\nА\t2025\t3\t4\nБ\t2024\t5\t6\nБ\t2025\t7\t8";
    assert!(chosen(RU, months, &[]).contains("! YearsDown x1 at 1:2"));
    let quarters = "Client\tYear\tQ1\tQ2\nAcme\t2024\t1\t2\nAcme\t2025\t3\t4";
    assert!(chosen(EN, quarters, &[]).contains("! YearsDown"));
    // One year for all says only which it is.
    let one = "Client\tYear\tQ1\tQ2\nAcme\t2024\t1\t2\nBeta\t2024\t3\t4";
    assert!(chosen(EN, one, &[]).contains("Acme: 1 2"));
}

/// The lines of what is said of a table that begin with a sign.
fn signs(text: &str, sign: char) -> Vec<String> {
    let said = accounts_said(&accounts_of(EN, "$", text, &Choices::default()));
    said.lines().filter(|line| line.starts_with(sign)).map(String::from).collect()
}

#[test]
fn groups_that_no_word_calls_sums_are_asked_about() {
    let behind = "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nBeta\t50\t60\nEMEA\t150\t170\nGamma\t30\t40\nDelta\t10\t10\nAPAC\t40\t50";
    let before = "Customer\tJan 2025\tFeb 2025\nEMEA\t150\t170\nAcme\t100\t110\nBeta\t50\t60\nAPAC\t40\t50\nGamma\t30\t40\nDelta\t10\t10";
    for text in [behind, before] {
        assert_eq!(signs(text, '?'), ["? Nested(Parts)"], "{text}");
        assert_eq!(signs(text, '-').len(), 2, "{text}");
    }
    let clients = "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nBeta\t50\t60\nGamma\t160\t170\nDelta\t10\t10";
    assert!(signs(clients, '?').is_empty());
}

#[test]
fn products_below_clients_are_parts_of_them() {
    use orbita::tables::choice::Nested;
    let pivot = "Row Labels\tJan-24\tFeb-24\nAcme\t120\t140\n  Pro\t100\t120\n  Addon\t20\t20\nBeta\t50\t50\n  Basic\t50\t50\nGrand Total\t170\t190";
    let clients = "Jan-24 | Feb-24\nAcme: 120 140\nBeta: 50 50\n- row 3 Pro: PartOf\n- row 4 Addon: PartOf\n- row 6 Basic: PartOf\n- row 7 Grand Total: Total\n? Nested(Sums)";
    assert_eq!(chosen(EN, pivot, &[]), clients);
    // The space before the names is lost, or there is no total.
    assert_eq!(chosen(EN, &pivot.replace("  ", ""), &[]), clients);
    let alone =
        "Row Labels\tJan-24\tFeb-24\nAcme\t120\t140\n  Pro\t100\t120\n  Addon\t20\t20\nBeta\t50\t50\n  Pro\t50\t50";
    assert_eq!(
        chosen(EN, alone, &[]),
        "Jan-24 | Feb-24\nAcme: 120 140\nBeta: 50 50\n- row 3 Pro: PartOf\n- row 4 Addon: PartOf\n- row 6 Pro: PartOf\n? Nested(Sums)"
    );
    let parts = chosen(EN, pivot, &[Choice::Nested(Nested::Parts)]);
    assert!(
        parts.starts_with("Jan-24 | Feb-24\nPro: 100 120\nAddon: 20 20\nBasic: 50 50\n- row 2 Acme: Total"),
        "{parts}"
    );
    // 120 + 100 + 20 + 50 + 50: whoever wants both has both.
    let all = chosen(EN, pivot, &[Choice::Nested(Nested::All)]);
    assert!(
        all.starts_with("Jan-24 | Feb-24\nAcme: 120 140\nPro: 100 120\nAddon: 20 20\nBeta: 50 50\nBasic: 50 50\n"),
        "{all}"
    );
    // Parts that say nothing of themselves, each below its client: asked as well.
    let codes = "Client\tJan 2025\tFeb 2025\nAcme\t120\t140\nK-1\t100\t120\nK-2\t20\t20\nBeta\t50\t50\nK-3\t50\t50";
    assert!(chosen(EN, codes, &[]).contains("? Nested(All)"), "{}", chosen(EN, codes, &[]));
    let table = "Клиент / Услуга\tянв 2025\tфев 2025\nРомашка\t150\t160\nХостинг\t100\t110\nДомен\t50\t50\nЛуч\t30\t30\nСвязь\t30\t30\nИтого\t180\t190";
    let said = chosen(RU, table, &[]);
    assert!(said.starts_with("янв 2025 | фев 2025\nРомашка: 150 160\nЛуч: 30 30\n- row 3 Хостинг: PartOf\n"), "{said}");
}

#[test]
fn figures_of_the_whole_business_are_no_clients() {
    let below = "Customer\tJan 2025\tFeb 2025\nAcme\t100\t110\nBeta\t50\t60\nMRR\t150\t170\nActive customers\t2\t2\nMoM growth\t\t13%";
    assert_eq!(signs(below, '?').len(), 1, "{:?}", signs(below, '?'));
    for summary in [
        "Metric\tJan 2025\tFeb 2025\nMRR\t10,000\t10,500\nARR\t120,000\t126,000\nCustomers\t100\t102\nARPA\t100\t103",
        "\tянв 2025\tфев 2025\nВыручка\t10 000\t10 500\nКлиентов\t100\t102\nСредний чек\t100\t103",
    ] {
        assert!(signs(summary, '!').iter().any(|line| line.contains("OnlyMeasures")), "{:?}", signs(summary, '!'));
    }
}

#[test]
fn columns_named_by_their_ends_are_as_long_as_those_say() {
    use orbita::model::scenario::Period;
    use orbita::tables::span::Span;
    let span = |heads: &str| {
        let read = accounts_of(
            EN,
            "$",
            &format!("Customer\t{heads}\nAcme\t100\t110\t120\nBeta\t50\t60\t70"),
            &Choices::default(),
        );
        read.value.and_then(|accounts| accounts.columns).map(|found| found.span)
    };
    for quarters in
        ["Jan\u{2013}Mar 2025\tApr\u{2013}Jun 2025\tJul\u{2013}Sep 2025", "Jan-Mar 25\tApr-Jun 25\tJul-Sep 25"]
    {
        assert_eq!(span(quarters).and_then(Span::period), Some(Period::Quarter), "{quarters}");
    }
    for weeks in [
        "w/e 5 Jan\tw/e 12 Jan\tw/e 19 Jan",
        "1\u{2013}7 Jan\t8\u{2013}14 Jan\t15\u{2013}21 Jan",
        "Week ending 5 Jan 2025\tWeek ending 12 Jan 2025\tWeek ending 19 Jan 2025",
        "6-12 янв\t13-19 янв\t20-26 янв",
    ] {
        assert_eq!(span(weeks), Some(Span::Days(7)), "{weeks}");
    }
    // Months in the languages of those who send tables are put in order.
    for months in [
        "mars 2025\tfévr. 2025\tjanv. 2025",
        "M\u{e4}rz 2025\tFeb 2025\tJan 2025",
        "marzo 2025\tfebbraio 2025\tgennaio 2025",
    ] {
        let read = accounts_of(
            EN,
            "$",
            &format!("Client\t{months}\nAcme\t1200\t1100\t1000\nBeta\t0\t500\t500"),
            &Choices::default(),
        );
        let revenue = read.value.expect("accounts").accounts[0].revenue.iter().map(|n| n.get()).collect::<Vec<_>>();
        assert_eq!(revenue, [1000.0, 1100.0, 1200.0], "{months}");
    }
}

#[test]
fn amounts_of_a_year_are_not_taken_for_a_month_without_a_word() {
    let arr = "ARR by customer\nCustomer\tJan 2025\tFeb 2025\nAcme\t12,000\t12,000\nBeta\t6,000\t7,200";
    let cells = "Customer\tJan 2025\tFeb 2025\nAcme\t$12,000/yr\t$12,000/yr\nBeta\t$6,000/yr\t$7,200/yr";
    let heads = "Customer\tARR Jan 2025\tARR Feb 2025\nAcme\t12,000\t12,000\nBeta\t6,000\t7,200";
    for text in [arr, cells, heads] {
        let said = accounts_said(&accounts_of(EN, "$", text, &Choices::default()));
        assert!(said.contains("Acme: 1000 1000\nBeta: 500 600"), "{said}");
        assert!(said.contains("? AYear(true)"), "{said}");
        assert!(chosen(EN, text, &[Choice::AYear(false)]).contains("Acme: 12000 12000"), "{text}");
    }
    let quarters = "ARR\nCustomer\tQ1 2025\tQ2 2025\nAcme\t12,000\t12,000\nBeta\t6,000\t7,200";
    assert!(accounts_said(&accounts_of(EN, "$", quarters, &Choices::default())).contains("Acme: 3000 3000"));
    let mixed = "Customer\tJan 2025\tFeb 2025\nAcme\t$100/mo\t$100/mo\nBeta\t$1,200/yr\t$1,200/yr";
    assert!(signs(mixed, '!')[0].contains("MixedRates"));
    // Revenue of years is that of a year.
    // A column of another measure beside them says nothing of the others.
    let beside = "Client\tContract\tJan 2025\tFeb 2025\nAcme\t$12,000/yr\t1000\t1000\nBeta\t$6,000/yr\t500\t500";
    assert!(signs(beside, '?').is_empty() && signs(beside, '!').is_empty(), "{:?}", signs(beside, '!'));
    let years = "ARR\nCustomer\t2024\t2025\nAcme\t12,000\t12,000\nBeta\t6,000\t7,200";
    assert!(signs(years, '?').is_empty());
}

#[test]
fn units_beside_the_headings_count() {
    for text in [
        "k$\tJan 2025\tFeb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6",
        "Customer\tJan 2025\tFeb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6\nAmounts in thousands of USD",
        "Customer\tMRR, k$ Jan 2025\tMRR, k$ Feb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6",
        "Customer\tJan 2025\tFeb 2025\n\tk$\tk$\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6",
    ] {
        let said = accounts_said(&accounts_of(EN, "$", text, &Choices::default()));
        assert!(said.contains("Acme: 1200 1300\nBeta: 500 600"), "{text}\n{said}");
    }
    let euro = "k€\tJan 2025\tFeb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6";
    assert!(signs(euro, '?').iter().any(|line| line.contains("OtherCurrency")), "{:?}", signs(euro, '?'));
    // A remark about something else scales nothing.
    let remark = "Customer\tJan 2025\tFeb 2025\nAcme\t1.2\t1.3\nBeta\t0.5\t0.6\nActive since 2020, 3 thousand users";
    assert!(accounts_said(&accounts_of(EN, "$", remark, &Choices::default())).contains("Acme: 1.2 1.3"));
}

#[test]
fn years_said_over_each_month_are_theirs() {
    say(&[(
        EN,
        "\t2024\t2024\t2025\t2025\nCustomer\tNov\tDec\tJan\tFeb\nAcme\t100\t110\t120\t130\nBeta\t50\t60\t70\t80",
        "Nov 2024 | Dec 2024 | Jan 2025 | Feb 2025\nAcme: 100 110 120 130\nBeta: 50 60 70 80",
    )]);
}

#[test]
fn a_comma_in_a_number_that_parted_cells_is_pointed_at() {
    for text in [
        "Customer,Jan 2025,Feb 2025\nAcme,1,000,1,200\nBeta,500,600",
        "Customer,Jan 2025,Feb 2025\nBeta,500,600\nAcme,12,000,950",
        // Cents behind a comma, in each row or in one.
        "Client,Jan-24,Feb-24\nAcme,1200,50,1300,00\nBeta,800,00,0,00",
        "Client,Jan-24,Feb-24\nAcme,12000,75,13000,20\nBeta,800,00,0,00",
        "Client,Jan-24,Feb-24\nBeta,800,900\nAcme,$12000,5,13000",
        "Client,Date,Amount\nAcme,2024-01-05,12,50\nBeta,2024-01-07,8,00\nAcme,2024-02-05,12,50\nBeta,2024-02-07,8,00",
    ] {
        assert!(
            signs(text, '!').iter().any(|line| line.contains("TooManyCellsInRow")),
            "{text}: {:?}",
            signs(text, '!')
        );
    }
}

#[test]
fn a_sum_without_a_heading_is_no_part_of_a_number() {
    let text = "Client,Jan 2025,Feb 2025\nAcme,10,20,30\nBeta,5,6,11";
    let said = accounts_said(&accounts_of(EN, "$", text, &Choices::default()));
    assert!(said.starts_with("Jan 2025 | Feb 2025\nAcme: 10 20\nBeta: 5 6\n"), "{said}");
}

#[test]
fn what_was_not_paid_and_what_only_changed_is_no_revenue() {
    let deals = "Company\tDeal Stage\tClose Date\tAmount\nAcme\tClosed Won\t2025-01-10\t12,000\nBeta\tClosed Lost\t2025-01-20\t5,000\nAcme\tClosed Won\t2025-02-05\t3,000\nGamma\tClosed Won\t2025-02-06\t10\nGamma\tClosed Won\t2025-01-06\t10";
    let said = accounts_said(&accounts_of(EN, "$", deals, &Choices::default()));
    assert!(said.contains("Acme: 12000 3000\nGamma: 10 10\n- row 3 Beta: Void"), "{said}");
    assert!(said.contains("? WithoutVoid(true)"), "{said}");
    assert!(chosen(EN, deals, &[Choice::WithoutVoid(false)]).contains("Beta: 5000 0"));
    let movements = "Customer\tDate\tType\tMRR change\nAcme\t2025-01-05\tNew\t100\nBeta\t2025-01-08\tNew\t50\nAcme\t2025-02-05\tExpansion\t20\nBeta\t2025-02-09\tChurn\t50";
    assert!(signs(movements, '!').iter().any(|line| line.contains("Movements")), "{:?}", signs(movements, '!'));
}

#[test]
fn columns_of_other_things_are_no_periods_without_a_word() {
    // Balances, debts and attributes are no periods; products may be none.
    for (table, likely) in [
        ("Client,Дебет,Кредит\nA,45000,50000\nB,30000,30000", false),
        ("Client,Opening balance,,Turnover,\n,Debit,Credit,Debit,Credit\nA,10,5,45,50\nB,5,4,30,30", false),
        ("Client,MRR,ARPA,Health score\nA,100,10,8\nB,50,10,7", false),
        ("Client,Seats,Price per seat,MRR\nA,10,20,200\nB,5,20,100", false),
        ("Клиент;Сумма долга;До 30 дней;31-60 дней\nА;100;80;20\nБ;50;40;10", false),
        ("Client,Core,Add-on,Support\nA,100,10,20\nB,50,10,0", true),
        ("Client,Current,1 - 30,31 - 60,> 90\nA,100,0,50,0\nB,0,70,0,20", true),
    ] {
        let read = |choices: &Choices| accounts_said(&accounts_of(EN, "$", table, choices));
        let said = read(&Choices::default());
        assert!(said.contains(&format!("? ArePeriods({likely})")), "{table}\n{said}");
        assert_eq!(said.contains("! OnePeriod"), !likely, "{table}\n{said}");
        let other = read(&Choices::default().with(Choice::ArePeriods(!likely)));
        assert_eq!(other.contains("! OnePeriod"), likely, "{table}\n{other}");
    }
    for certain in ["Client,Last year,This year\nA,1,2\nB,3,4", "Client,1,2\nA,100,90\nB,30,40"] {
        let said = accounts_said(&accounts_of(EN, "$", certain, &Choices::default()));
        assert!(!said.contains("ArePeriods"), "{certain}\n{said}");
    }
}

#[test]
fn a_second_table_is_no_part_of_the_first() {
    accounts_say(&[
        (
            EN,
            "Customer,Jan 2025,Feb 2025\nAcme,100,110\nBeta,50,60\n\nRetention\nCohort,M0,M1\nJan 2025,100,80",
            "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\n- row 5 Retention: NextTable",
        ),
        // Months of the next year are not those of this one.
        (
            EN,
            "Customer,Jan,Feb\nAcme,100,110\nBeta,50,60\n2025,,\nCustomer,Jan,Feb\nAcme,120,130\nBeta,70,80",
            "Jan | Feb\nAcme: 100 110\nBeta: 50 60\n- row 4 2025: NextTable",
        ),
        (
            RU,
            "Клиент;янв 2025;фев 2025\nАльфа;100;110\nКлиент;янв 2025;фев 2025\nБета;50;60",
            "янв 2025 | фев 2025\nАльфа: 100 110\nБета: 50 60\n- row 3 Клиент: Heading",
        ),
    ]);
}

#[test]
fn a_summary_of_recurring_revenue_is_no_table_of_clients() {
    let rows = "MRR на начало;100;110\nНовые;15;12\nРасширение;3;4\nСжатие;2;1\nОтток;6;7\nMRR на конец;110;118";
    let said = accounts_said(&accounts_of(RU, "₽", &format!(";янв 2025;фев 2025\n{rows}"), &Choices::default()));
    assert!(said.contains("! OtherKind(Movements)"), "{said}");
}

#[test]
fn lists_without_a_heading_or_with_merged_names_are_read() {
    accounts_say(&[
        (
            RU,
            "05.01.2025\tАльфа\t10 000\n09.01.2025\tБета\t5 000\n05.02.2025\tАльфа\t10 000\n09.02.2025\tБета\t5 000",
            "2025-01 | 2025-02\nАльфа: 10000 10000\nБета: 5000 5000\n= column 2: Names\n= column 1: Periods\n\
             = column 3: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)",
        ),
        (
            EN,
            "Client,Date,Amount\nAcme,2025-01-05,100\n,2025-02-05,100\nBeta,2025-01-05,50\n,2025-02-05,60",
            "2025-01 | 2025-02\nAcme: 100 100\nBeta: 50 60\n= NamesFromAbove(2)\n= column 1 Client: Names\n\
             = column 2 Date: Periods\n= column 3 Amount: Values\n= Pivoted { rows: 4, added: 0 }\n? Pivot(true)\n\
             ? NamesFromAbove(true)",
        ),
    ]);
}

#[test]
fn signs_beside_a_number_are_no_part_of_it() {
    accounts_say(&[
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tMar 2025\nAcme\t100\t80 (\u{25bc}20%)\t96 \u{25b2}\nBeta\t~50\t\u{2248}55 (+10%)\t60\u{b9}",
            "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 100 80 96\nBeta: 50 55 60",
        ),
        // A change by itself is no amount.
        (
            EN,
            "Client\tJan 2025\tFeb 2025\nAcme\t100\t\u{25bc}20\nBeta\t50\t60",
            "= NoRevenue(1)\n? WithoutUnread(false)\n! NotANumber x1 at 2:3",
        ),
    ]);
}

#[test]
fn what_is_planned_is_asked_about() {
    for (lang, heads) in [
        (EN, ["Jan 2025", "Feb 2025", "Mar 2025 (F)"]),
        (EN, ["Jan 2025", "Feb 2025", "Mar 2025 (forecast)"]),
        (EN, ["Jan 2025", "Feb 2025", "Mar 2025 (est.)"]),
        (EN, ["Jan-25A", "Feb-25A", "Mar-25F"]),
        (EN, ["2023A", "2024A", "2025E"]),
        (EN, ["FY23", "FY24", "FY25B"]),
        (RU, ["янв 2025", "фев 2025", "мар 2025 (план)"]),
        (RU, ["янв 2025", "фев 2025", "мар 2025 (п)"]),
        (RU, ["2023Ф", "2024Ф", "2025П"]),
    ] {
        let text = format!("Client\t{}\nAcme\t10\t20\t30\nBeta\t5\t7\t9", heads.join("\t"));
        let said = accounts_said(&accounts_of(lang, "$", &text, &Choices::default()));
        let wanted = format!("\nAcme: 10 20\nBeta: 5 7\n- column 4 {}: Chosen\n? Column(4, LeftOut)", heads[2]);
        assert!(said.ends_with(&wanted), "{said}");
    }
    let over = "\tActual\tActual\tForecast\nClient\tJan 2025\tFeb 2025\tMar 2025\nAcme\t10\t20\t30\nBeta\t5\t7\t9";
    let said = accounts_said(&accounts_of(EN, "$", over, &Choices::default()));
    assert!(said.contains("Acme: 10 20\n") && said.contains("- column 4 Mar 2025 (Forecast)"), "{said}");
    let halves =
        accounts_said(&accounts_of(RU, "₽", "Клиент\t1П 2024\t2П 2024\nА\t10\t20\nБ\t5\t7", &Choices::default()));
    assert!(!halves.contains('?'), "halves of a year: {halves}");
}

#[test]
fn a_table_a_year_below_each_other_is_one() {
    let rows = ["Acme\t10\t20\nBeta\t5\t7", "Acme\t11\t21\nGamma\t\t8"];
    let [first, second] = rows;
    let wanted = "Jan 2023 | Feb 2023 | Jan 2024 | Feb 2024\nAcme: 10 20 11 21\nBeta: 5 7 0 0\nGamma: 0 0 0 8\n\
        = PeriodsJoined(2)\n= OldestFirst, 10 missing";
    for text in [
        format!("2023\nClient\tJan\tFeb\n{first}\n2024\nClient\tJan\tFeb\n{second}"),
        format!("2023\tJan\tFeb\n{first}\n\n2024\tJan\tFeb\n{second}"),
        format!("Client\tJan 2023\tFeb 2023\n{first}\n\nClient\tJan 2024\tFeb 2024\n{second}"),
        format!("Client\tJan\tFeb\n2023\t\t\n{first}\n2024\t\t\n{second}"),
    ] {
        let said = accounts_said(&accounts_of(EN, "$", &text, &Choices::default()));
        let said: Vec<&str> = said.lines().filter(|line| !line.contains("NoRevenue")).collect();
        assert_eq!(said.join("\n"), wanted, "{text}");
    }
    let totals = "Клиент;2023 год;;\n;янв;фев;Итого\nА;1;2;3\nИтого;1;2;3";
    assert!(!accounts_said(&accounts_of(RU, "₽", totals, &Choices::default())).contains("PeriodsJoined"));
    let summed = "2023\nКлиент\tянв\tфев\tИтого\nА\t1\t2\t3\nБ\t4\t5\t9\nИтого\t5\t7\t12\n\
        2024\nКлиент\tянв\tфев\tИтого\nА\t2\t3\t5\nБ\t6\t7\t13\nИтого\t8\t10\t18";
    let said = accounts_said(&accounts_of(RU, "₽", summed, &Choices::default()));
    assert!(said.contains("\nА: 1 2 2 3\nБ: 4 5 6 7\n") && !said.contains('?'), "{said}");
    // What cannot be read is pointed at where it stands.
    let broken = format!("2023\tJan\tFeb\n{first}\n2024\tJan\tFeb\nAcme\t1o\t2");
    assert!(accounts_said(&accounts_of(EN, "$", &broken, &Choices::default())).contains("row 4 2024: NextTable"));
}

#[test]
fn single_spaces_part_a_client_and_its_revenue() {
    let said = accounts_said(&accounts_of(EN, "$", "Acme Ltd 1200 1300 1400\nBeta 300 400 500", &Choices::default()));
    assert!(said.starts_with("Acme Ltd: 1200 1300 1400\nBeta: 300 400 500"), "{said}");
    let doubtful = accounts_said(&accounts_of(EN, "$", "Acme 1 200 300\nBeta 300 400 500", &Choices::default()));
    assert!(doubtful.contains("! "), "1 200 may be one number: {doubtful}");
}
