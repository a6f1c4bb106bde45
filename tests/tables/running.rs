//! Revenue that is added up, planned or moved, and what stands in the corner of a table of clients.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say, cohorts_of, cohorts_said};

fn said(lang: Lang, table: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    accounts_said(&accounts_of(lang, "$", table, &choices))
}

#[test]
fn running_totals_are_taken_apart() {
    let rows = "\tJan 2025\tFeb 2025\tMar 2025\nAcme\t100\t210\t330.5\nBeta\t\t110\t110";
    let wanted = "Jan 2025 | Feb 2025 | Mar 2025\nAcme: 100 110 120.5\nBeta: 0 110 0\n";
    for (lang, title) in [
        (EN, "Cumulative revenue by customer"),
        (EN, "Revenue, running total"),
        (RU, "Выручка нарастающим итогом"),
        (RU, "Выручка накопительно"),
    ] {
        let table = format!("{title}\nClient{rows}");
        let taken = said(lang, &table, &[]);
        assert!(taken.starts_with(wanted) && taken.contains("= RunningTotals\n"), "{taken}");
        assert!(taken.ends_with("\n? RunningTotals(true)"), "{taken}");
        assert!(said(lang, &table, &[Choice::RunningTotals(false)]).contains("Acme: 100 210 330.5"));
    }
    for (lang, heads) in [
        (EN, "Jan YTD 2025\tFeb YTD 2025\tMar YTD 2025"),
        (RU, "янв 2025, с начала года\tфев 2025, с начала года\tмар 2025, с начала года"),
    ] {
        let taken = said(lang, &format!("Client\t{heads}\nAcme\t100\t210\t330\nBeta\t50\t105\t165"), &[]);
        assert!(
            taken.contains("Acme: 100 110 120\nBeta: 50 55 60\n") && taken.contains("= RunningTotals\n"),
            "{taken}"
        );
    }
    // A line of words above the numbers says so too, and so do the names of all that are counted.
    for (lang, table) in [
        (RU, "Клиент\tянв\tфев\nНарастающим итогом\t\t\nАльфа\t100\t210\nБета\t50\t110"),
        (RU, "Клиент\tянв нараст. итог\tфев нараст. итог\nАльфа\t100\t210\nБета\t50\t110"),
        (EN, "Month\tAcme cumulative\tBeta cumulative\nJan 2025\t100\t50\nFeb 2025\t210\t110"),
    ] {
        let taken = said(lang, table, &[]);
        assert!(taken.contains(": 100 110\n") && taken.contains(": 50 60\n"), "{taken}");
        assert!(taken.ends_with("\n? RunningTotals(true)"), "{taken}");
    }
    // A running total among months is none of them.
    for column in ["YTD Feb", "Cumulative", "с начала года фев", "Total Feb"] {
        let taken = said(EN, &format!("Client\tJan\tFeb\t{column}\nAcme\t100\t110\t210\nBeta\t50\t60\t110"), &[]);
        assert!(taken.starts_with("Jan | Feb\nAcme: 100 110\nBeta: 50 60\n- column 4"), "{taken}");
    }
    let last = "Client\t2024\t2025 (YTD)\nAcme\t100\t110\nBeta\t50\t60";
    assert!(!said(EN, last, &[]).contains("RunningTotals"));
    assert!(!said(EN, &format!("Revenue by customer\nClient{rows}"), &[]).contains("RunningTotals"));
    // What falls was hardly added up.
    let falls = "Cumulative revenue\nClient\tJan 2025\tFeb 2025\nAcme\t100\t90\nBeta\t50\t60";
    let taken = said(EN, falls, &[]);
    assert!(taken.contains("Acme: 100 90") && taken.ends_with("? RunningTotals(false)"), "{taken}");
    // From the beginning of each year.
    let years = "Выручка с начала года\nКлиент\tноя 2024\tдек 2024\tянв 2025\tфев 2025\nАльфа\t100\t120\t10\t25\nБета\t50\t60\t5\t5";
    assert!(said(RU, years, &[]).contains("Альфа: 100 20 10 15\nБета: 50 10 5 0"), "{}", said(RU, years, &[]));
}

#[test]
fn a_year_in_the_corner_is_that_of_the_months() {
    accounts_say(&[
        (
            EN,
            "2024\tJan\tFeb\tMar\nAcme\t10\t20\t30\nBeta\t5\t6\t7",
            "Jan 2024 | Feb 2024 | Mar 2024\nAcme: 10 20 30\nBeta: 5 6 7",
        ),
        (
            RU,
            "2024 г.\tянв\tфев\tИтого\nАльфа\t10\t20\t30\nБета\t5\t6\t11",
            "янв 2024 г. | фев 2024 г.\nАльфа: 10 20\nБета: 5 6\n- column 4 Итого: Total",
        ),
        (EN, "2024\tQ1\tQ2\nAcme\t10\t20\nBeta\t5\t6", "Q1 2024 | Q2 2024\nAcme: 10 20\nBeta: 5 6"),
        // A year below the first goes on with it.
        (
            RU,
            "2023\tянв\tфев\nАльфа\t10\t20\nБета\t5\t6\n2024\tянв\tфев\nАльфа\t11\t21\nБета\t8\t9",
            "янв 2023 | фев 2023 | янв 2024 | фев 2024\nАльфа: 10 20 11 21\nБета: 5 6 8 9\n= PeriodsJoined(2)\n= OldestFirst, 10 missing",
        ),
    ]);
    let ages = "2024\tM0\tM1\tM2\nJan\t100\t90\t80\nFeb\t110\t95\t";
    let taken = cohorts_said(&cohorts_of(EN, ages, &Choices::default()));
    assert!(taken.starts_with("clients at 0 1 2\nJan: 100 90 80\nFeb: 110 95 ."), "{taken}");
}

#[test]
fn what_is_to_come_is_no_revenue() {
    accounts_say(&[
        (
            EN,
            "Client\tLast year\tThis year\tNext year\nAcme\t10\t20\t30\nBeta\t5\t6\t7",
            "Last year | This year\nAcme: 10 20\nBeta: 5 6\n- column 4 Next year: Chosen\n? Column(4, LeftOut)",
        ),
        (
            RU,
            "Клиент\tПлан янв 2025\tФакт янв 2025\tПлан фев 2025\tФакт фев 2025\nАльфа\t100\t90\t100\t95\nБета\t50\t55\t50\t60",
            "янв 2025 | фев 2025\nАльфа: 90 95\nБета: 55 60\n- column 2 План янв 2025: Unknown\n- column 4 План фев 2025: Unknown",
        ),
    ]);
}

#[test]
fn movements_of_revenue_are_no_client() {
    let months = "Month,New MRR,Expansion MRR,Churned MRR,Net MRR movement\nJan 2025,5000,1200,-800,5400\nFeb 2025,4200,900,-700,4400";
    let taken = said(EN, months, &[]);
    assert!(taken.contains("! OnlyMeasures"), "{taken}");
    // Of periods that hold numbers nobody says that they hold none.
    assert!(!taken.contains(": Empty"), "{taken}");
}

#[test]
fn one_period_twice_is_no_two_periods() {
    for (lang, heads) in [
        (RU, "янв 2025 с НДС\tянв 2025 без НДС\tфев 2025 с НДС\tфев 2025 без НДС"),
        (EN, "Jan 2025 gross\tJan 2025 net\tFeb 2025 gross\tFeb 2025 net"),
    ] {
        let table = format!("Client\t{heads}\nAcme\t120\t100\t120\t100\nBeta\t60\t50\t60\t50");
        let taken = said(lang, &table, &[]);
        assert!(taken.contains("? ArePeriods(false)"), "{taken}");
        assert!(said(lang, &table, &[Choice::ArePeriods(true)]).contains("Acme: 120 100 120 100"));
    }
}
