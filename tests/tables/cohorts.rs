//! Tables of cohorts.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices, Growth, Start, Unit};
use orbita::tables::role::Role;

use crate::said::{EN, RU, all_say, cohorts_of, cohorts_said, cohorts_say};

fn say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| cohorts_said(&cohorts_of(lang, text, &Choices::default())));
}

/// What a table comes to after somebody chose.
fn chosen(lang: Lang, text: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    cohorts_said(&cohorts_of(lang, text, &choices))
}

#[test]
fn a_broken_cell_of_a_cohort_is_named_before_it_is_taken_for_none() {
    let table = "Cohort\t0\t1\t2\t3\nJan\t100\t80\tx\t60\nFeb\t90\t#REF!\t70\t\nMar\t95\t90\t-\t";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("= doubtful 2:4 x, 3:3 #REF!"), "{said}");
    // Sizes that failed, and one observation a row, are named like any.
    let sizes = chosen(EN, "Cohort\tSize\t0\t1\nJan\t200\t100%\t80%\nFeb\t#VALUE!\t100%\t70%", &[]);
    assert!(sizes.contains("3:2 #VALUE!"), "{sizes}");
    let list = "Cohort,Month,Clients\nJan 2024,0,100\nJan 2024,1,80\nJan 2024,2,#NAME?\nFeb 2024,0,90\nFeb 2024,1,70\nFeb 2024,2,60";
    let list = chosen(EN, list, &[]);
    assert!(list.contains("4:3 #NAME?"), "{list}");
    let plain = "Cohort\t0\t1\t2\nJan\t100\t80\t70\nFeb\t90\t—\t#N/A";
    assert!(!chosen(EN, plain, &[]).contains("doubtful"));
}

#[test]
fn what_parts_thousands_is_said_as_it_is() {
    for (table, by) in [
        ("1.000;800;700", "= Fraction(',', OnlyThousands)"),
        ("Cohort\t0\t1\nJan\t1 200\t1,100", "= Fraction(',', ThousandsWithout)"),
    ] {
        let said = chosen(EN, table, &[]);
        assert!(said.contains(by), "{said}");
    }
}

#[test]
fn headings_and_names_in_both_languages() {
    let counts = "clients at 0 1 2\nJan 2024: 1000 869 743\nFeb 2024: 900 800 .\nMar 2024: 1100 . .";
    let with = |told: &'static str| format!("{counts}\n{told}");
    let from_headings = with("= ages from Headings");
    let months = with("= ages in Months from Headings");
    say(&[
        (EN, "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100", &from_headings),
        (EN, "\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100", &from_headings),
        (EN, "Cohort,Month 0,Month 1,Month 2\nJan 2024,1000,869,743\nFeb 2024,900,800,\nMar 2024,1100,,", &months),
        (RU, "Когорта;Месяц 0;Месяц 1;Месяц 2\nJan 2024;1000;869;743\nFeb 2024;900;800\nMar 2024;1100", &months),
        (RU, "Когорта;мес 0;мес 1;мес 2\nJan 2024;1000;869;743\nFeb 2024;900;800;;\nMar 2024;1100;;;", &months),
        (EN, "Jan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100", counts),
        (
            EN,
            "Signup\tStart\tNext\tLater\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100",
            &with("= column 2 Start: Sizes"),
        ),
        (
            EN,
            "Retention of 2024\n\nCohort\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100",
            &with("- row 1 Retention of 2024: Title\n= ages from Headings"),
        ),
        (
            EN,
            "Cohort\tMonths since signup\n\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100",
            &from_headings,
        ),
        (EN, "Cohort\tM0\tM1\tM2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100", &months),
        (EN, "Cohort\t1\t2\t3\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\nMar 2024\t1100", &from_headings),
    ]);
}

#[test]
fn columns_of_periods_name_rows() {
    let counts = "clients at 0 1\n{}1000 869\n{}900 800";
    let named = |one: &str, other: &str| counts.replacen("{}", one, 1).replacen("{}", other, 1);
    say(&[
        (EN, "2022\t1000\t869\n2023\t900\t800", &named("2022: ", "2023: ")),
        (EN, "2023\t1000\t869\n2022\t900\t800", &named("2023: ", "2022: ")),
        (EN, "202501\t1000\t869\n202502\t900\t800", &named("202501: ", "202502: ")),
        (EN, "01.06.2025\t1000\t869\n01.07.2025\t900\t800", &named("01.06.2025: ", "01.07.2025: ")),
        (RU, "янв 2025\t1000\t869\nфев 2025\t900\t800", &named("янв 2025: ", "фев 2025: ")),
        (EN, "1\t1000\t869\n2\t900\t800", &named("1: ", "2: ")),
        (EN, "1000\t869\n900\t800", &named("", "")),
        (EN, "Year\t0\t1\n2022\t1000\t869\n2023\t900\t800", &(named("2022: ", "2023: ") + "\n= ages from Headings")),
        (
            EN,
            "\t0\t1\n45658\t1000\t869\n45689\t900\t800",
            &(named("2025-01: ", "2025-02: ") + "\n= ages from Headings"),
        ),
    ]);
}

#[test]
fn sizes_totals_and_averages() {
    say(&[
        (
            EN,
            "Cohort, Users, Month 0, Month 1\nJan,100,100,80\nFeb,90,90,70",
            "clients at 0 1\nJan: 100 80\nFeb: 90 70\n= column 2 Users: Sizes\n= ages in Months from Headings\n- column 2 Users: Same",
        ),
        (
            EN,
            "Cohort,Size,Month 1,Month 2\nJan,100,80,70\nFeb,90,70,",
            "clients at 0 1 2\nJan: 100 80 70\nFeb: 90 70 .\n= column 2 Size: Sizes\n= ages in Months from Headings",
        ),
        (
            RU,
            "Когорта;Размер;0;1;2\nянв;1000;100 %;63,1 %;46,8 %\nфев;730;100 %;58 %;",
            "clients at 0 1 2\nянв: 1000 631 468\nфев: 730 423 .\n= column 2 Размер: Sizes\n= Fraction(',', OtherCells)\n= ages from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "Cohort\tN\tMonth 1\tMonth 2\nJan\t1000\t63.1%\t46.8%\nFeb\t730\t58%",
            "clients at 0 1 2\nJan: 1000 631 468\nFeb: 730 423 .\n= column 2 N: Sizes\n= Fraction('.', OtherCells)\n= ages in Months from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "Jan\t1000\t100%\t63%\nFeb\t730\t100%\t58%",
            "clients at 0 1\nJan: 1000 630\nFeb: 730 423\n= column 2: Sizes\n= CountsFromShares",
        ),
        (
            EN,
            "Cohort\tNew folks\t0\t1\nJan\t1000\t100%\t63%\nFeb\t730\t100%\t58%",
            "clients at 0 1\nJan: 1000 630\nFeb: 730 423\n= column 2 New folks: Sizes\n= ages from Headings\n= CountsFromShares\n? Column(2, Sizes)",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t1000\t869\nFeb\t900\t800\nTotal\t1900\t1669",
            "clients at 0 1\nJan: 1000 869\nFeb: 900 800\n- row 4 Total: Total\n= ages from Headings",
        ),
        (
            RU,
            "Когорта\t0\t1\nИтого\t1900\t1669\nянв\t1000\t869\nфев\t900\t800",
            "clients at 0 1\nянв: 1000 869\nфев: 900 800\n- row 2 Итого: Total\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t100%\t86.9%\nFeb\t100%\t80%\nWeighted average\t100%\t83%",
            "per cent at 0 1\nJan: 100 86.9\nFeb: 100 80\n= Fraction('.', OtherCells)\n- row 4 Weighted average: Average\n= ages from Headings",
        ),
        (
            RU,
            "Когорта\t0\t1\nянв\t100 %\t86,9 %\nфев\t100 %\t80 %\nСреднее\t100 %\t83 %",
            "per cent at 0 1\nянв: 100 86.9\nфев: 100 80\n= Fraction(',', OtherCells)\n- row 4 Среднее: Average\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t0\t1\tTotal\tAvg\nJan\t1000\t869\t1869\t934\nFeb\t900\t800\t1700\t850",
            "clients at 0 1\nJan: 1000 869\nFeb: 900 800\n- column 4 Total: Total\n- column 5 Avg: Average\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t1000\t869\nFeb\t900\t800\n\t1900\t1669",
            "clients at 0 1\nJan: 1000 869\nFeb: 900 800\n- row 4: Total\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\tChannel\t0\t1\nJan\tads\t1000\t869\nFeb\tmail\t900\t800",
            "clients at 0 1\nJan: 1000 869\nFeb: 900 800\n- column 2 Channel: Words\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\tSize\tMonth 0\tMonth 1\nJan\t1000\t900\t800\nFeb\t900\t850\t700",
            "clients at 0 1\nJan: 900 800\nFeb: 850 700\n= ages in Months from Headings\n- column 2 Size: NotStart\n? Column(2, LeftOut)",
        ),
        (
            EN,
            "Cohort\t0\t1\tLTV\nJan\t1000\t869\t12.5\nFeb\t900\t800\t11",
            "clients at 0 1\nJan: 1000 869\nFeb: 900 800\n- column 4 LTV: Unknown\n= ages from Headings",
        ),
    ]);
}

#[test]
fn ages_with_gaps_and_numbers_not_there_yet() {
    say(&[
        (
            EN,
            "Cohort\tDay 0\tDay 1\tDay 7\tDay 30\nMay\t100\t60\t40\t30\nJun\t90\t50\t35\t-",
            "clients at 0 1 7 30\nMay: 100 60 40 30\nJun: 90 50 35 .\n= ages in Days from Headings",
        ),
        (
            EN,
            "Day\t0\t1\t7\t30\nMay\t100\t60\t40\t30\nJun\t90\t50\t35\tNULL",
            "clients at 0 1 7 30\nMay: 100 60 40 30\nJun: 90 50 35 .\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t0\t1\t2\nJan\t100\t80\t70\nFeb\t90\t—\t#N/A\nMar\t95\tn/a\t",
            "clients at 0 1 2\nJan: 100 80 70\nFeb: 90 . .\nMar: 95 . .\n= ages from Headings",
        ),
        (
            RU,
            "Когорта\t0\t1\t2\nянв\t100\t80\t70\nфев\t90\tн/д\tнет данных\nмар\t\t\t",
            "clients at 0 1 2\nянв: 100 80 70\nфев: 90 . .\n- row 4 мар: Empty\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t0\t1\t2\nJan\t100\t\t70\nFeb\t90\t60\t",
            "clients at 0 1 2\nJan: 100 . 70\nFeb: 90 60 .\n= ages from Headings",
        ),
        // A triangle that hangs right: columns are the calendar.
        (
            EN,
            "Cohort\tJan 2024\tFeb 2024\tMar 2024\nJan 2024\t100\t80\t70\nFeb 2024\t\t90\t60\nMar 2024\t\t\t95",
            "clients at 0 1 2\nJan 2024: 100 80 70\nFeb 2024: 90 60 .\nMar 2024: 95 . .\n= ages from Calendar",
        ),
        (
            EN,
            "Cohort\t2021\t2022\t2024\n2021\t100\t80\t60\n2022\t\t90\t50\n2024\t\t\t95",
            "clients at 0 1 2 3\n2021: 100 80 . 60\n2022: 90 . 50 .\n2024: 95 . . .\n= ages from Calendar",
        ),
        (
            EN,
            "A\t100\t80\t70\nB\t\t90\t60\nC\t\t\t95",
            "clients at 0 1 2\nA: 100 80 70\nB: 90 60 .\nC: 95 . .\n= ages from FirstNumbers",
        ),
        // Zeros where nobody could be counted yet.
        (
            EN,
            "Cohort\t0\t1\t2\nJan\t100\t80\t70\nFeb\t90\t60\t0\nMar\t95\t0\t0",
            "clients at 0 1 2\nJan: 100 80 70\nFeb: 90 60 .\nMar: 95 . .\n= ages from Headings\n= ZerosNotYet(3)\n? ZerosNotYet(true)",
        ),
    ]);
    assert!(
        chosen(EN, "Cohort\t0\t1\t2\nJan\t100\t80\t70\nFeb\t90\t60\t0\nMar\t95\t0\t0", &[Choice::ZerosNotYet(false)])
            .contains("Feb: 90 60 0")
    );
}

#[test]
fn cohorts_that_grow_are_asked_about() {
    let table = "Cohort\t0\t1\t2\nJan\t100\t60\t70\nFeb\t90\t80\t75";
    say(&[(
        EN,
        table,
        "clients at 0 1 2\nJan: 100 70 70\nFeb: 90 80 75\n= ages from Headings\n= Grown(1)\n? Growth(ReturnedAsKept)",
    )]);
    assert!(chosen(EN, table, &[Choice::Growth(Growth::GoneIsGone)]).contains("Jan: 100 60 60"));
    let money = "Cohort\t0\t1\t2\nJan\t$100\t$120\t$110\nFeb\t$90\t$95\t$99";
    say(&[(
        EN,
        money,
        "clients at 0 1 2\nJan: 100 100 100\nFeb: 90 90 90\n= ages from Headings\n= Grown(4)\n? Growth(ReturnedAsKept)",
    )]);
}

#[test]
fn a_last_period_far_below_the_rest_may_be_unfinished() {
    let table = "Cohort\t0\t1\t2\t3\nJan\t100\t80\t70\t20\nFeb\t100\t82\t25\nMar\t100\t30\nApr\t100";
    say(&[(
        EN,
        table,
        "per cent at 0 1 2 3\nJan: 100 80 70 20\nFeb: 100 82 25 .\nMar: 100 30 . .\nApr: 100 . . .\n= ages from Headings\n? Unit(PerCent)\n? LastPeriod(true)",
    )]);
    assert!(chosen(EN, table, &[Choice::LastPeriod(false)]).contains("Feb: 100 82 .\n"));
}

#[test]
fn per_cent_and_shares() {
    let shares = "per cent at 0 1 2\n100 63.1 46.8";
    let told = |lines: &str| format!("{shares}\n{lines}");
    say(&[
        (EN, "100%\t63.1%\t46.8%", &told("= Fraction('.', OtherCells)")),
        (RU, "100 %;63,1 %;46,8 %", &told("= Fraction(',', OtherCells)")),
        (EN, "100.0,63.1,46.8", &told("= Fraction('.', OtherCells)")),
        (RU, "1;0,631;0,468", &told("= Fraction(',', OtherCells)")),
        (RU, "100,0%\n63,1%\n46,8%", &told("= Turned\n= Fraction(',', OtherCells)")),
        (EN, "1\n0.631\n0.468", &told("= Turned\n= Fraction('.', OtherCells)")),
        (RU, "100,000%\t63,125%", "per cent at 0 1\n100 63.125\n= Fraction(',', OtherCells)"),
        (RU, "1,000\t0,869\t0,743", "per cent at 0 1 2\n100 86.9 74.3\n= Fraction(',', OtherCells)"),
        (
            EN,
            "Cohort\t0\t1\nJan\t100\t63\nFeb\t100\t58",
            "per cent at 0 1\nJan: 100 63\nFeb: 100 58\n= ages from Headings\n? Unit(PerCent)",
        ),
        (EN, "100\t63\t46", "clients at 0 1 2\n100 63 46\n? Unit(Counts)"),
        (
            EN,
            "Cohort, %\t0\t1\nJan\t100\t63\nFeb\t100\t58",
            "per cent at 0 1\nJan: 100 63\nFeb: 100 58\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\tMonth 1\tMonth 2\nJan\t90%\t80%\nFeb\t85%\t",
            "per cent at 0 1 2\nJan: 100 90 80\nFeb: 100 85 .\n= ages in Months from Headings\n= StartAdded",
        ),
        (
            EN,
            "86.9%\t74.3%",
            "per cent at 0 1 2\n100 86.9 74.3\n= Fraction('.', OtherCells)\n= StartAdded\n? Start(Before)",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t100%\t63\nFeb\t100%\t58%",
            "per cent at 0 1\nJan: 100 63\nFeb: 100 58\n= ages from Headings\n? Unit(PerCent)",
        ),
        (EN, "100%\t80\t70%\n900\t90%", "! MixedUnits x2 at 1:2 2:1"),
        (
            EN,
            "Cohort\t0\t1\nJan\t120\t100\nFeb\t130\t50%\nMar\t110\t90",
            "= ages from Headings\n! PerCentHere x1 at 3:3",
        ),
    ]);
    assert!(chosen(EN, "80%\t60%", &[Choice::Start(Start::Here)]).contains("100 75"));
    assert!(chosen(EN, "100\t63\t46", &[Choice::Unit(Unit::PerCent)]).starts_with("per cent"));
}

#[test]
fn numbers_by_language_and_other_cells() {
    say(&[
        (
            EN,
            "Cohort\t0\t1\nJan\t12,500\t9,750\nFeb\t11,000\t900",
            "clients at 0 1\nJan: 12500 9750\nFeb: 11000 900\n= Fraction('.', OnlyThousands)\n= ages from Headings",
        ),
        (
            RU,
            "Когорта\t0\t1\nянв\t12,500\t9,750\nфев\t11,000\t900",
            "clients at 0 1\nянв: 12500 9750\nфев: 11000 900\n= Fraction('.', OnlyThousands)\n= ages from Headings\n? Fraction('.')",
        ),
        (
            RU,
            "Когорта\t0\t1\nянв\t12,500\t9,750",
            "clients at 0 1\nянв: 12500 9750\n= Fraction('.', WholeClients)\n= ages from Headings\n? Fraction('.')",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t1.200\t800\nFeb\t1.100\t700",
            "clients at 0 1\nJan: 1200 800\nFeb: 1100 700\n= Fraction(',', OnlyThousands)\n= ages from Headings\n? Fraction(',')",
        ),
        (
            EN,
            "Cohort\t0\t1\nJan\t1 200\t1'100\nFeb\t1\u{a0}100\t700",
            "clients at 0 1\nJan: 1200 1100\nFeb: 1100 700\n= ages from Headings",
        ),
    ]);
}

#[test]
fn cohorts_may_stand_in_columns() {
    say(&[
        (EN, "Active\n1000\n869\n743", "clients at 0 1 2\nActive: 1000 869 743\n= Turned"),
        (
            EN,
            "Year 0\t1000\nYear 1\t869\nYear 2\t743",
            "clients at 0 1 2\n1000 869 743\n= Turned\n= ages in Years from Headings",
        ),
        (
            EN,
            "Year\tRegular\tHigh end\n0\t100.0\t100.0\n1\t63.1\t86.9\n2\t46.8",
            "per cent at 0 1 2\nRegular: 100 63.1 46.8\nHigh end: 100 86.9 .\n= Turned\n= Fraction('.', OtherCells)\n= ages from Headings",
        ),
        (
            RU,
            "Месяц\tянв 2025\tфев 2025\nМесяц 0\t100\t90\nМесяц 1\t80\t70\nМесяц 2\t60\t",
            "clients at 0 1 2\nянв 2025: 100 80 60\nфев 2025: 90 70 .\n= Turned\n= ages in Months from Headings",
        ),
        (
            EN,
            "Month\tJan\tFeb\n1\t100\t90\n2\t80\t70\n3\t60\t",
            "clients at 0 1 2\nJan: 100 80 60\nFeb: 90 70 .\n= Turned\n= ages from Headings",
        ),
    ]);
    let table = "A\t100\nB\t90";
    say(&[(EN, table, "clients at 0 1\n100 90\n= Turned\n? Turned(true)\n? Unit(Counts)")]);
    assert!(chosen(EN, table, &[Choice::Turned(false)]).contains("OnlyStarts"));
}

#[test]
fn a_list_of_one_observation_a_row_becomes_a_table() {
    say(&[
        (
            EN,
            "cohort,month,users\n2024-01,0,100\n2024-01,1,80\n2024-02,0,90\n2024-02,1,70\n2024-03,0,95",
            "clients at 0 1\n2024-01: 100 80\n2024-02: 90 70\n2024-03: 95 .\n= column 1 cohort: Names\n= column 2 month: Periods\n= column 3 users: Values\n= Pivoted { rows: 5, added: 0 }\n= ages from Headings\n? Pivot(true)",
        ),
        (
            RU,
            "Когорта;Возраст;Клиентов\nянв;0;100\nянв;1;80\nфев;0;90\nфев;1;70",
            "clients at 0 1\nянв: 100 80\nфев: 90 70\n= column 1 Когорта: Names\n= column 2 Возраст: Periods\n= column 3 Клиентов: Values\n= Pivoted { rows: 4, added: 0 }\n= ages from Headings\n? Pivot(true)",
        ),
        (
            EN,
            "cohort\tperiod\tusers\n2024-01\t2024-01\t100\n2024-01\t2024-02\t80\n2024-02\t2024-02\t90\n2024-02\t2024-03\t70",
            "clients at 0 1\n2024-01: 100 80\n2024-02: 90 70\n= column 1 cohort: Names\n= column 2 period: Periods\n= column 3 users: Values\n= Pivoted { rows: 4, added: 0 }\n= ages from Calendar\n? Pivot(true)",
        ),
    ]);
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    say(&[
        (EN, "", "! NothingThere x1 at 1:1"),
        (EN, "Cohort\tStart", "- column 2 Start: Empty\n! NothingThere x1 at 1:1"),
        (EN, "1000\t8o0\t700", "? WithoutUnread(false)\n! NotANumber x1 at 1:2"),
        (EN, "1o00\t800\t700", "? WithoutUnread(false)\n! NotANumber x1 at 1:1"),
        (
            EN,
            "Name;0;1;2\n\na;1000;10x;9oo\nb;5;0;5\nc;50;-3;z",
            "= ages from Headings\n! NotANumber x3 at 3:3 3:4 5:4\n! Negative x1 at 5:3",
        ),
        (
            EN,
            "Name;0;1\r\ra;1000;900\rb;0;5\rc;50;(3)",
            "= ages from Headings\n! StartsEmpty x1 at 4:1\n! Negative x1 at 5:3",
        ),
        (EN, "1000", "! OnlyStarts x1 at 1:1"),
        (EN, "9999999999999999\t20", "! TooLarge x1 at 1:1"),
    ]);
    let tall = "5\t4\n".repeat(1_001);
    assert!(cohorts_said(&cohorts_of(EN, &tall, &Choices::default())).contains("! TooManyRows(1000) x1 at 1001:1"));
    let wide = vec!["5"; 1_202].join("\t");
    assert!(cohorts_said(&cohorts_of(EN, &wide, &Choices::default())).contains("! TooManyColumns(1201)"));
}

#[test]
fn anything_understood_can_be_changed() {
    let table = "Cohort\tSize\t0\t1\nJan\t100\t90\t80\nTotal\t100\t90\t80\nFeb\t95\t85\t70";
    assert!(chosen(EN, table, &[Choice::Row(3, true)]).contains("Total: 90 80"));
    assert!(!chosen(EN, table, &[Choice::Row(4, false)]).contains("\nFeb: "));
    assert!(chosen(EN, table, &[Choice::Column(2, Role::LeftOut)]).contains("- column 2 Size: Chosen"));
    assert!(chosen(EN, table, &[Choice::Column(2, Role::Sizes)]).contains("Jan: 100 80\nFeb: 95 70"));
    assert!(!chosen(EN, "5\t4\n4\t3", &[Choice::Heading(Some(1))]).contains("5 4"));
    assert!(chosen(EN, "Cohort\t3\t2\nA\t4\t3", &[Choice::Heading(None)]).contains("Cohort: 3 2"));
}

#[test]
fn tables_as_other_tools_write_them() {
    say(&[
        (
            EN,
            "Cohort,Users,Month 0,Month 1,Month 2\n2024-01,1000,100.0%,63.1%,46.8%\n2024-02,900,100.0%,58.0%,\n2024-03,1100,100.0%,,\nTotal,3000,100.0%,60.7%,46.8%\n",
            "clients at 0 1 2\n2024-01: 1000 631 468\n2024-02: 900 522 .\n2024-03: 1100 . .\n= column 2 Users: Sizes\n= Fraction('.', OtherCells)\n- row 5 Total: Total\n= ages in Months from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "\tMonth 0\tMonth 1\tMonth 2\nAll users\t3000\t1800\t900\nJan 2024\t1000\t631\t468\nFeb 2024\t900\t522\t\nMar 2024\t1100\t\t",
            "clients at 0 1 2\nJan 2024: 1000 631 468\nFeb 2024: 900 522 .\nMar 2024: 1100 . .\n- row 2 All users: Total\n= ages in Months from Headings",
        ),
        (
            RU,
            "Когорта;Кол-во клиентов;Месяц 1;Месяц 2;Месяц 3\nЯнварь 2024;120;100%;85%;70%\nФевраль 2024;95;100%;80%;\nСреднее;;100%;82,5%;70%\n",
            "clients at 0 1 2\nЯнварь 2024: 120 102 84\nФевраль 2024: 95 76 .\n= column 2 Кол-во клиентов: Sizes\n= Fraction(',', OtherCells)\n- row 4 Среднее: Average\n= ages in Months from Headings\n= CountsFromShares",
        ),
        (
            RU,
            "Когорта\t0\t1\nЯнварь\t1 000,00\t869,00\nФевраль\t900,00\t800,00",
            "clients at 0 1\nЯнварь: 1000 869\nФевраль: 900 800\n= Fraction(',', OtherCells)\n= ages from Headings",
        ),
        (
            EN,
            "Cohort\t2024-01\t2024-02\n2024-01\t100%\t80%\n2024-02\t\t100%",
            "per cent at 0 1\n2024-01: 100 80\n2024-02: 100 .\n= ages from Calendar",
        ),
        (
            EN,
            "Cohort\tSize\tD1\tD7\tD30\n2024-01-01\t1000\t40%\t20%\t10%\n2024-01-02\t900\t42%\t21%\t",
            "clients at 0 1 7 30\n2024-01-01: 1000 400 200 100\n2024-01-02: 900 378 189 .\n= column 2 Size: Sizes\n= ages in Days from Headings\n= CountsFromShares",
        ),
        (
            EN,
            "Signup month\tCustomers\t1\t2\nJan\t100\t90\t80\nFeb\t110\t100\t",
            "clients at 0 1 2\nJan: 100 90 80\nFeb: 110 100 .\n= column 2 Customers: Sizes\n= ages from Headings",
        ),
        (
            RU,
            "янв.24\t100\t80\t70\nфев.24\t90\t60\nмар.24\t95",
            "clients at 0 1 2\nянв.24: 100 80 70\nфев.24: 90 60 .\nмар.24: 95 . .",
        ),
        (
            EN,
            "Age\tRegular\tHigh end\n1\t1000\t1000\n2\t631\t869",
            "clients at 0 1\nRegular: 1000 631\nHigh end: 1000 869\n= Turned\n= ages from Headings",
        ),
        (
            EN,
            "Year,Customers\n2019,1000\n2020,869\n2021,743",
            "clients at 0 1 2\nCustomers: 1000 869 743\n= Turned\n? Turned(true)",
        ),
        (
            EN,
            "user_id,signup_date,last_seen\n1,2024-01-03,2024-02-01\n2,2024-01-04,2024-03-01\n3,2024-02-04,2024-03-01",
            "! OtherKind(Events) x1 at 1:1",
        ),
        (
            EN,
            "Cohort\tChurned M1\tChurned M2\nJan\t10%\t20%\nFeb\t12%\t",
            "per cent at 0 1 2\nJan: 100 90 80\nFeb: 100 88 .\n= Lost(SoFar)\n= ages in Months from Headings\n= StartAdded\n? Lost(SoFar)",
        ),
        (RU, "Когорта\t0\t1\nянв\t1000 чел.\t869 чел.", "clients at 0 1\nянв: 1000 869\n= ages from Headings"),
        (
            EN,
            "\t\t\n\tCohort\t0\t1\n\tJan\t100\t80\n\tFeb\t90\t70",
            "clients at 0 1\nJan: 100 80\nFeb: 90 70\n= ages from Headings",
        ),
        (
            EN,
            "Retained by cohort (%)\nCohort\tM0\tM1\nJan\t100\t80\nFeb\t100\t75",
            "per cent at 0 1\nJan: 100 80\nFeb: 100 75\n- row 1 Retained by cohort (%): Title\n= ages in Months from Headings",
        ),
        (EN, "Mar\t95\nFeb\t90\t70\nJan\t100\t80\t60", "clients at 0 1 2\nMar: 95 . .\nFeb: 90 70 .\nJan: 100 80 60"),
        (EN, "1000, 869, 743", "clients at 0 1 2\n1000 869 743"),
        (
            EN,
            "Cohort   0   1   2\nJan    950  80   70\nFeb    90   60",
            "clients at 0 1 2\nJan: 950 80 70\nFeb: 90 60 .\n= ages from Headings",
        ),
        (
            EN,
            "| Cohort | 0 | 1 |\n|---|---:|---:|\n| Jan | 950 | 80 |\n| Feb | 90 | 60 |",
            "clients at 0 1\nJan: 950 80\nFeb: 90 60\n= ages from Headings",
        ),
        (EN, "sep=;\nCohort;0;1\nJan;950;80", "clients at 0 1\nJan: 950 80\n= ages from Headings"),
    ]);
}

#[test]
fn a_row_that_adds_up_the_others_is_no_cohort_whatever_it_is_called() {
    for name in ["Total active", "Всего активных", "Everybody"] {
        let table = format!("Cohort,0,1,2\nJan,100,80,70\nFeb,90,60,\nMar,95,,\n{name},285,140,70");
        let said = chosen(EN, &table, &[]);
        assert!(!said.contains(&format!("{name}: 285")), "{said}");
    }
    let kept =
        chosen(EN, "Cohort,0,1,2\nJan,100,80,70\nFeb,90,60,\nMar,95,,\nEverybody,285,140,70", &[Choice::Row(5, true)]);
    assert!(kept.contains("Everybody: 285"), "{kept}");
}

#[test]
fn weeks_count_on_over_the_end_of_a_year() {
    let table =
        "Cohort,2024-W51,2024-W52,2025-W01,2025-W02\n2024-W51,100,80,70,65\n2024-W52,,90,75,70\n2025-W01,,,95,80";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("2024-W51: 100 80 70 65") && said.contains("2025-W01: 95 80"), "{said}");
}

#[test]
fn zeros_of_ages_that_nobody_reached_are_none_beside_a_column_of_sizes() {
    let table = "Cohort,Size,Month 1,Month 2,Month 3\nJan 2025,200,60%,40%,30%\nFeb 2025,180,55%,35%,0%\nMar 2025,220,50%,0%,0%";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("ZerosNotYet"), "{said}");
    assert!(said.contains("Feb 2025: 180 99 63 .") && said.contains("Mar 2025: 220 110 . ."), "{said}");
}

#[test]
fn columns_a_week_apart_are_weeks() {
    let table = "Cohort,2025-01-06,2025-01-13,2025-01-20,2025-01-27,2025-02-03\n2025-01-06,100,80,70,65,60\n\
                 2025-01-13,,90,75,70,66\n2025-01-20,,,95,80,72";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("2025-01-06: 100 80 70 65 60") && said.contains("2025-01-20: 95 80 72"), "{said}");
}

#[test]
fn names_of_rows_have_the_order_of_the_headings() {
    let table = "Cohort,1/1/2025,2/1/2025,3/1/2025\n1/1/2025,100,80,70\n2/1/2025,,90,75\n3/1/2025,,,95";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("1/1/2025: 100 80 70") && said.contains("2/1/2025: 90 75"), "{said}");
}

#[test]
fn a_pattern_of_dates_in_a_heading_is_no_scale() {
    for heading in ["Cohort (YYYY-MM)", "Month (MM/YYYY)", "Date (DD/MM/YYYY)", "Month (MM.YYYY)", "Cohort MM"] {
        let said = chosen(EN, &format!("{heading}\t0\t1\t2\n2025-01\t100\t80\t70\n2025-02\t120\t90\t"), &[]);
        assert!(said.contains("2025-01: 100 80 70"), "{heading}: {said}");
    }
}

#[test]
fn sizes_are_counted_in_what_their_heading_says() {
    let table =
        "Когорта\tКлиенты, тыс.\tМесяц 0\tМесяц 1\tМесяц 2\n2025-01\t1,2\t100%\t60%\t45%\n2025-02\t1,5\t100%\t55%\t40%";
    let said = chosen(RU, table, &[Choice::Column(2, Role::Sizes)]);
    assert!(said.contains("2025-01: 1200 720 540\n2025-02: 1500 825 600"), "{said}");
    assert!(said.contains("ScaleOf(3"), "{said}");
    let letter = "Cohort\tUsers (k)\tM0\tM1\nJan\t1.2\t100%\t80%\nFeb\t1.5\t100%\t70%";
    assert!(chosen(EN, letter, &[]).contains("Jan: 1200 960\nFeb: 1500 1050"));
    // Where nothing says it, it is asked: there is no part of a client.
    let silent = "Cohort\tUsers\tM0\tM1\nJan\t1.2\t100%\t80%\nFeb\t1.5\t100%\t70%";
    assert!(chosen(EN, silent, &[]).contains("? Scale(Some(0))"));
    assert!(chosen(EN, silent, &[Choice::Scale(Some(3))]).contains("Jan: 1200 960"));
    // A start that repeats the size is counted alike.
    let same = "Cohort\tUsers, thousands\tMonth 0\tMonth 1\nJan 2025\t1.2\t1.2\t0.9\nFeb 2025\t2.5\t2.5\t1.9";
    let said = chosen(EN, same, &[Choice::Column(2, Role::Sizes)]);
    assert!(said.contains("Jan 2025: 1200 900\nFeb 2025: 2500 1900"), "{said}");
}

#[test]
fn whole_numbers_below_a_hundred_beside_large_sizes_are_asked_about() {
    let table = "Когорта\tРазмер\tМес 1\tМес 2\tМес 3\n2025-01\t1200\t58\t41\t33\n2025-02\t900\t55\t40\t";
    let said = chosen(RU, table, &[]);
    assert!(said.contains("? Unit(PerCent)") && said.contains("2025-01: 1200 696 492 396"), "{said}");
    let counts = chosen(RU, table, &[Choice::Unit(Unit::Counts)]);
    assert!(counts.contains("2025-01: 1200 58 41 33"), "{counts}");
}

#[test]
fn a_subtotal_among_cohorts_is_asked_about() {
    let table = "Cohort\t0\t1\nNov 2024\t100\t80\nDec 2024\t120\t90\n2024 Total\t220\t170\nJan 2025\t90\t70";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("- row 4 2024 Total: Total") && said.contains("? Row(4, false)"), "{said}");
}

#[test]
fn cohorts_called_by_a_year_and_a_month_in_two_columns_have_one_name() {
    let wide = "Год\tМесяц\t0\t1\t2\n2024\t11\t100\t80\t70\n2024\t12\t90\t70\t\n2025\t1\t95\t\t";
    let said = chosen(RU, wide, &[]);
    assert!(said.contains("2024-11: 100 80 70\n2024-12: 90 70 .\n2025-01: 95 . ."), "{said}");
    let list = "Year\tMonth\tAge\tUsers\n2024\t12\t0\t100\n2024\t12\t1\t80\n2025\t1\t0\t90\n2025\t1\t1\t70";
    let said = chosen(EN, list, &[]);
    assert!(said.contains("2024-12: 100 80\n2025-01: 90 70"), "{said}");
    // A year of a cohort and months of its age stay two things.
    let ages = "Cohort year\tMonth\tUsers\n2023\t1\t100\n2023\t2\t80\n2024\t1\t90\n2024\t2\t70";
    let said = chosen(EN, ages, &[]);
    assert!(said.contains("2023: 100 80\n2024: 90 70"), "{said}");
}

#[test]
fn clients_that_look_like_years_are_asked_about() {
    let said = chosen(EN, "2000\t1900\t1850\n1980\t1700\t1500", &[]);
    assert!(said.contains("2000 1900 1850\n1980 1700 1500") || said.contains("? Heading"), "{said}");
    let said = chosen(EN, "Jan\t2050\t1990\nFeb\t1700\t1500", &[]);
    assert!(said.contains("Jan: 2050 1990") && said.contains("? Heading(None)"), "{said}");
}

#[test]
fn ages_from_the_last_to_the_first_are_turned_round() {
    let table = "Cohort\tM3\tM2\tM1\tM0\nJan 2024\t40\t60\t80\t100\nFeb 2024\t42\t63\t81\t110";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("Jan 2024: 100 80 60 40") && said.contains("= NewestFirst"), "{said}");
}

#[test]
fn parts_of_clients_are_asked_about() {
    let sized = "Cohort\tSize\t1\t2\t3\nJan 2025\t100\t95.5\t90.1\t88\nFeb 2025\t120\t96.5\t91.1\t";
    assert!(chosen(EN, sized, &[]).contains("? Unit(PerCent)"));
    let shares = "Cohort\tMonth 1\tMonth 2\nJan 2025\t63.1\t46.8\nFeb 2025\t61.5\t";
    assert!(chosen(EN, shares, &[]).contains("? Unit(PerCent)"));
}

#[test]
fn all_of_what_is_listed_is_no_cohort() {
    let table = "Plan\tMonth 0\tMonth 1\nPro\t500\t450\nBasic\t900\t700\nAll plans\t1400\t1150";
    assert!(chosen(EN, table, &[]).contains("? Row(4, false)"));
}

#[test]
fn a_column_of_years_is_no_size() {
    let table = "Cohort\tYear\tUsers\tM1\tM2\nJan\t2025\t1000\t80%\t70%\nFeb\t2025\t900\t82%\t";
    let said = chosen(EN, table, &[]);
    assert!(said.contains("Jan: 1000 800 700") && said.contains("- column 2 Year: Unknown"), "{said}");
}

#[test]
fn a_segment_that_is_the_same_in_each_row_names_none() {
    cohorts_say(&[(
        EN,
        "Date,Segment,0,1,2\n2025-01-01,Overall,100,60,50\n2025-02-01,Overall,110,70,\n2025-03-01,Overall,85,,",
        "clients at 0 1 2\n2025-01-01: 100 60 50\n2025-02-01: 110 70 .\n2025-03-01: 85 . .\n- column 2 Segment: Words\n\
         = ages from Headings",
    )]);
}

#[test]
fn thousandths_are_shares() {
    cohorts_say(&[(
        EN,
        "Cohort\tSize\t0\t1\nJan 2025\t200\t1000\u{2030}\t850\u{2030}\nFeb 2025\t300\t1000 \u{2030}\t900 \u{2030}",
        "clients at 0 1\nJan 2025: 200 170\nFeb 2025: 300 270\n= column 2 Size: Sizes\n= ages from Headings\n= CountsFromShares",
    )]);
}

#[test]
fn a_later_period_is_no_start() {
    cohorts_say(&[
        (
            EN,
            "Cohort\tMonth 6\tMonth 7\tMonth 8\nJan\t71\t60\t50\nFeb\t82\t70",
            "= ages in Months from Headings\n! NoStart(6) x1 at 2:2",
        ),
        (
            RU,
            "Когорта\t3 мес.\t6 мес.\nянв\t66\t60\nфев\t80\t70",
            "= ages in Months from Headings\n! NoStart(3) x1 at 2:2",
        ),
        (
            RU,
            "Когорта\tКлиентов на старте\t3 мес.\t6 мес.\nянв\t80\t66\t60\nфев\t95\t80\t70",
            "clients at 0 3 6\nянв: 80 66 60\nфев: 95 80 70\n= column 2 Клиентов на старте: Sizes\n= ages in Months from Headings",
        ),
        (
            EN,
            "Cohort\tMonth 3\tMonth 6\nJan\t71%\t60%\nFeb\t82%\t70%",
            "per cent at 0 3 6\nJan: 100 71 60\nFeb: 100 82 70\n= ages in Months from Headings\n= StartAdded",
        ),
    ]);
}

#[test]
fn a_heading_that_comes_again_under_another_name_begins_another_table() {
    cohorts_say(&[(
        EN,
        "Retention by plan\nPro\tM0\tM1\tM2\nJan\t50\t45\t44\nFeb\t60\t55\t\nBasic\tM0\tM1\tM2\nJan\t200\t120\t90",
        "clients at 0 1 2\nJan: 50 45 44\nFeb: 60 55 .\n- row 5 Basic: NextTable\n- row 1 Retention by plan: Title\n= ages in Months from Headings",
    )]);
}

#[test]
fn less_than_one_per_cent_may_be_left_of_a_hundred() {
    cohorts_say(&[
        (
            EN,
            "Cohort, %\t0\t1\t2\nJan\t100\t0.605\t0.3\nFeb\t100\t0.7\t0.2",
            "per cent at 0 1 2\nJan: 100 0.605 0.3\nFeb: 100 0.7 0.2\n= Fraction('.', OtherCells)\n= ages from Headings",
        ),
        (
            EN,
            "Cohort, %\t0\t1\nJan\t140\t0.605\nFeb\t100\t0.7",
            "clients at 0 1\nJan: 140 85\nFeb: 100 70\n= column 2 0: Sizes\n= Fraction('.', OtherCells)\n= ages from Headings\n= CountsFromShares",
        ),
    ]);
}

#[test]
fn single_spaces_part_a_name_and_its_numbers() {
    let rows = |lang, text: &str| cohorts_said(&cohorts_of(lang, text, &Choices::default()));
    for (lang, text, said) in [
        (EN, "Jan 100 80 60\nFeb 90 70\nMar 110", "clients at 0 1 2\nJan: 100 80 60\nFeb: 90 70 .\nMar: 110 . ."),
        (
            RU,
            "Когорта 0 1 2 3\nянв 1000 800 650 600\nфев 900 700 600\nмар 1100 900",
            "clients at 0 1 2 3\nянв: 1000 800 650 600\nфев: 900 700 600 .\nмар: 1100 900 . .",
        ),
    ] {
        assert!(rows(lang, text).starts_with(said), "{}", rows(lang, text));
    }
}

#[test]
fn counts_may_say_of_how_many_they_are() {
    for word in ["of", "out of", "из"] {
        let table = format!("Cohort\tMonth 0\tMonth 1\nJan\t120 {word} 120\t98 {word} 120\nFeb\t110 {word} 110\t");
        let said = chosen(EN, &table, &[]);
        assert!(said.starts_with("clients at 0 1\nJan: 120 98\nFeb: 110 .\n"), "{said}");
    }
    let more = chosen(EN, "Cohort\tMonth 0\tMonth 1\nJan\t120\t130 of 120", &[]);
    assert!(more.contains("! NotANumber"), "{more}");
}

#[test]
fn a_segment_before_dates_names_no_cohort() {
    let table = "Segment,Date,Users,Month 0,Month 1\nAll Users,2025-01-01,1204,100.0% (1204),45.2% (544)\nAll Users,2025-02-01,1150,100.0% (1150),";
    let said = chosen(EN, table, &[]);
    assert!(said.starts_with("clients at 0 1\n2025-01-01: 1204 544\n2025-02-01: 1150 .\n"), "{said}");
}

#[test]
fn a_column_is_called_the_same_as_another_only_where_it_is() {
    let head = "Cohort\tSize\tActive now\tMonth 0\tMonth 1";
    let said =
        |jan: &str, feb: &str| chosen(EN, &format!("{head}\nJan\t200\t{jan}\t200\t150\nFeb\t180\t{feb}\t180\t"), &[]);
    assert!(said("200", "180").contains("- column 3 Active now: Same"), "{}", said("200", "180"));
    assert!(said("90", "120").contains("- column 3 Active now: Unknown"), "{}", said("90", "120"));
}
