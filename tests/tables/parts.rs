//! Tables of cohorts that hold more than cohorts: their parts, sums in other languages, figures of the whole business.

use orbita::i18n::Lang;
use orbita::tables::choice::{Choice, Choices};

use crate::said::{EN, RU, cohorts_of, cohorts_said, cohorts_say};

fn said(lang: Lang, table: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    cohorts_said(&cohorts_of(lang, table, &choices))
}

#[test]
fn parts_of_a_cohort_are_not_counted_beside_it() {
    let counts = "Cohort\tM0\tM1\tM2\nJan 2025\t150\t130\t110\n  Pro\t100\t90\t80\n  Basic\t50\t40\t30\n\
                  Feb 2025\t170\t140\t\n  Pro\t110\t95\t\n  Team\t60\t45\t";
    let wanted =
        "clients at 0 1 2\nJan 2025: 150 130 110\nFeb 2025: 170 140 .\n- row 3 Pro: Part\n- row 4 Basic: Part\n";
    assert!(said(EN, counts, &[]).starts_with(wanted), "{}", said(EN, counts, &[]));
    assert!(said(EN, counts, &[Choice::Row(3, true)]).contains("Pro: 100 90 80"));
    // Shares add up to nothing: parts are called alike below each cohort, or have sizes.
    for table in [
        "Когорта\tM0\tM1\nянв 2025\t100%\t80%\nРеклама\t100%\t75%\nПочта\t100%\t85%\nфев 2025\t100%\t82%\nРеклама\t100%\t77%\nПочта\t100%\t86%",
        "Когорта\tРазмер\tM1\nянв 2025\t150\t80%\nРеклама\t100\t75%\nПочта\t50\t85%\nфев 2025\t120\t82%",
    ] {
        let taken = said(RU, table, &[]);
        assert!(taken.contains("- row 3 Реклама: Part\n- row 4 Почта: Part"), "{taken}");
    }
    // A cohort by another name is one.
    let other = "Cohort\tM0\tM1\nJan 2025\t150\t130\nBeta testers\t20\t15\nFeb 2025\t170\t140";
    assert!(said(EN, other, &[]).contains("Beta testers: 20 15"));
}

#[test]
fn a_size_that_adds_up_all_others_is_a_total_in_any_language() {
    let table = "Kohorte;Größe;Monat 0;Monat 1\nJanuar 2025;1.204;100,0 %;63,1 %\nFebruar 2025;1.100;100,0 %;58,0 %\n\
                 März 2025;1.050;100,0 %;\nGesamt;3.354;100,0 %;60,7 %";
    let taken = said(EN, table, &[]);
    assert!(taken.contains("- row 5 Gesamt: Total") && taken.contains("? Row(5, false)"), "{taken}");
    assert!(said(EN, table, &[Choice::Row(5, true)]).contains("Gesamt: 3354 2036"));
}

#[test]
fn a_cohort_that_is_gone_hides_no_zeros_that_nobody_counted() {
    // All of March left in its first month; what April and May have not reached yet is none.
    let table = "Cohort\t0\t1\t2\t3\t4\nJan 2025\t10\t8\t7\t6\t5\nFeb 2025\t12\t9\t7\t6\t0\nMar 2025\t11\t0\t0\t0\t0\n\
                 Apr 2025\t9\t8\t0\t0\t0\nMay 2025\t9\t0\t0\t0\t0";
    let rows =
        "Jan 2025: 10 8 7 6 5\nFeb 2025: 12 9 7 6 .\nMar 2025: 11 0 0 . .\nApr 2025: 9 8 . . .\nMay 2025: 9 . . . .";
    let taken = said(EN, table, &[]);
    assert!(taken.contains(rows) && taken.ends_with("= ZerosNotYet(10)\n? ZerosNotYet(true)"), "{taken}");
    let lines: Vec<&str> = table.lines().collect();
    let newest_first = [&lines[..1], &lines[1..].iter().rev().copied().collect::<Vec<_>>()].concat().join("\n");
    assert!(said(EN, &newest_first, &[]).contains("ZerosNotYet(10)"));
}

#[test]
fn figures_of_a_month_are_no_ages() {
    cohorts_say(&[
        (
            EN,
            "Month\tActive customers\tNew\tChurned\tChurn rate\nJan 2025\t100\t10\t5\t5%\nFeb 2025\t105\t12\t6\t5.7%\nMar 2025\t111\t8\t4\t3.6%",
            "- column 3 New: Measure\n- column 4 Churned: Unknown\n- column 5 Churn rate: Unknown\n! OnlyStarts x1 at 2:1",
        ),
        (
            RU,
            "Месяц\tКлиентов\tНовые\tУшли\nянв 2025\t100\t10\t5\nфев 2025\t105\t12\t6\nмар 2025\t111\t8\t4",
            "= column 2 Клиентов: Sizes\n- column 3 Новые: Measure\n- column 4 Ушли: Unknown\n! OnlyLost x1 at 1:1",
        ),
    ]);
}

#[test]
fn cohorts_with_their_first_and_last_day_are_no_events() {
    let table = "First day,Last day,Size,0,1,2\n2025-01-01,2025-01-31,1200,1200,540,372\n2025-02-01,2025-02-28,1100,1100,473,\n\
                 2025-03-01,2025-03-31,1000,1000,,";
    let taken = said(EN, table, &[]);
    assert!(taken.starts_with("clients at 0 1 2\n2025-01-01: 1200 540 372\n2025-02-01: 1100 473 .\n"), "{taken}");
}

#[test]
fn fractions_among_percentages_are_named() {
    let table =
        "Cohort\tSize\tM1\tM2\tM3\nJan 2025\t200\t90%\t0.85\t80%\nFeb 2025\t180\t88%\t0.82\t\nMar 2025\t210\t91%\t\t";
    let taken = said(EN, table, &[]);
    assert!(taken.contains("! MixedUnits x2 at 2:4 3:4"), "{taken}");
}

#[test]
fn what_numbers_mean_is_asked_once() {
    let table =
        "Ушло клиентов по месяцам жизни\nКогорта\tПришло\t1\t2\t3\nянв 2025\t200\t20\t10\t8\nфев 2025\t180\t22\t9\t";
    let reading = cohorts_of(RU, table, &Choices::default());
    let units = reading.questions.iter().filter(|question| matches!(question.options[0], Choice::Unit(_)));
    assert_eq!(units.count(), 1, "{:?}", reading.questions);
}

#[test]
fn amounts_with_a_currency_are_no_percentages_of_the_size() {
    let table = "Revenue by cohort\nCohort\tCustomers\tMonth 0\tMonth 1\nJan 2025\t200\t$10.00\t$9.50\nFeb 2025\t180\t$11.00\t$9.00";
    let taken = said(EN, table, &[]);
    assert!(taken.starts_with("clients at 0 1\nJan 2025: 10 9.5\nFeb 2025: 11 9\n"), "{taken}");
}

#[test]
fn users_that_change_from_age_to_age_are_no_size() {
    let table = "cohort_month,activity_month,users,revenue\n2025-01,2025-01,100,1000\n2025-01,2025-02,90,950\n\
                 2025-02,2025-02,80,800\n2025-02,2025-03,70,700";
    let taken = said(EN, table, &[]);
    assert!(taken.starts_with("clients at 0 1\n2025-01: 100 90\n2025-02: 80 70\n"), "{taken}");
    assert!(taken.contains("- column 4 revenue: Unknown"), "{taken}");
}

#[test]
fn sizes_may_stand_behind_their_shares() {
    let table = "Cohort\tM0\tM1\tM2\tCustomers\nJan 2025\t100%\t80%\t70%\t200\nFeb 2025\t100%\t75%\t\t180";
    let taken = said(EN, table, &[]);
    assert!(taken.starts_with("clients at 0 1 2\nJan 2025: 200 160 140\nFeb 2025: 180 135 .\n"), "{taken}");
    assert!(taken.ends_with("? Column(5, Sizes)"), "{taken}");
    let other = table.replace("Customers", "Payback");
    assert!(said(EN, &other, &[]).contains("- column 5 Payback: Unknown"));
}

#[test]
fn a_table_a_year_is_one_table_of_cohorts() {
    let rows = "янв 2023: 100 80 70\nфев 2023: 120 90 80\nянв 2024: 110 85 75\nфев 2024: 130 95 .";
    for (lang, table) in [
        (
            RU,
            "2023\nКогорта\t0\t1\t2\nянв\t100\t80\t70\nфев\t120\t90\t80\n2024\nКогорта\t0\t1\t2\nянв\t110\t85\t75\nфев\t130\t95\t",
        ),
        (
            EN,
            "Retention\n\n2023\t\t\nMonth\t0\t1\t2\nянв\t100\t80\t70\nфев\t120\t90\t80\n\n2024\t\t\nMonth\t0\t1\t2\nянв\t110\t85\t75\nфев 2024\t130\t95\t",
        ),
    ] {
        let said = said(lang, table, &[]);
        assert!(said.starts_with(&format!("clients at 0 1 2\n{rows}\n= YearsJoined(2)\n= ages")), "{said}");
    }
    // Another heading, or something between them, is another table.
    for table in [
        "2023\nCohort\t0\t1\nJan\t100\t80\n2024\nCohort\t0\t3\nJan\t110\t85",
        "2023\nCohort\t0\t1\nJan\t100\t80\nNote\n2024\nCohort\t0\t1\nJan\t110\t85",
    ] {
        let said = said(EN, table, &[]);
        assert!(!said.contains("YearsJoined"), "{said}");
    }
}
