//! Where cohorts begin, and what is left of them: sizes, revenue, those who left, shares of the period before.

use orbita::tables::choice::{Base, Choice, Choices, Lost, Start, Unit};
use orbita::tables::note::{Note, Why};
use orbita::tables::role::Role;

use crate::said::{EN, RU, all_say, cohorts_of, cohorts_said};
use orbita::i18n::Lang;

fn said(lang: Lang, text: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    cohorts_said(&cohorts_of(lang, text, &choices))
}

/// The rows alone: what a table comes to, whatever else is told.
fn rows(lang: Lang, text: &str, choices: &[Choice]) -> String {
    let said = said(lang, text, choices);
    let rows = said.lines().take_while(|line| !line.starts_with(['=', '-', '?', '!']));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn sizes_are_the_start_whatever_the_columns_of_shares_are_called() {
    let wanted = "clients at 0 1 2\nJan 2025: 200 140 120\nFeb 2025: 150 108 .";
    for heads in [
        "1st renewal\t2nd renewal",
        "First renewal\tSecond renewal",
        "Retained M1\tRetained M2",
        "M1 retention\tM2 retention",
        "Month one\tMonth two",
        "Mois 1\tMois 2",
        "Monat 1\tMonat 2",
        "Mes 1\tMes 2",
        "After 1 month\tAfter 2 months",
        "After a month\tAfter two months",
        "Period 1\tPeriod 2",
        "Renewed once\tRenewed twice",
        "Next\tLater",
        "Retention\t",
        "Через 1 мес.\tЧерез 2 мес.",
        "Через месяц\tЧерез два месяца",
        "1-е продление\t2-е продление",
        "Удержание 1-го месяца\tУдержание 2-го месяца",
        "Осталось через 1 мес.\tОсталось через 2 мес.",
        "Месяц 1, %\tМесяц 2, %",
    ] {
        for (lang, sizes) in [
            (EN, "Size"),
            (EN, "Customers"),
            (EN, "Starting customers"),
            (RU, "Размер"),
            (RU, "Клиентов"),
            (RU, "Клиентов на старте"),
        ] {
            let table = format!("Cohort\t{sizes}\t{heads}\nJan 2025\t200\t70%\t60%\nFeb 2025\t150\t72%");
            assert_eq!(rows(lang, &table, &[]), wanted, "{table}");
            assert!(!said(lang, &table, &[]).contains("\n?"), "{table}: it is certain");
        }
    }
    all_say(
        &[
            (
                EN,
                "Cohort\tCustomers\tRetention\t\t\n2025-01\t1,204\t92.3%\t85.1%\t80.0%\n2025-02\t1,100\t91.3%\t84.1%\n2025-03\t1,000\t90.3%",
                "clients at 0 1 2 3\n2025-01: 1204 1111 1025 963\n2025-02: 1100 1004 925 .\n2025-03: 1000 903 . .\n= column 2 Customers: Sizes\n= Fraction('.', OtherCells)\n= CountsFromShares",
            ),
            (
                EN,
                "Jan\t100\t90%\t80%\t75%\nFeb\t120\t92%\t85%\nMar\t110\t91%",
                "clients at 0 1 2 3\nJan: 100 90 80 75\nFeb: 120 110 102 .\nMar: 110 100 . .\n= column 2: Sizes\n= CountsFromShares",
            ),
            (
                EN,
                "Jan\t100\t0.8\t0.7\nFeb\t120\t0.85",
                "clients at 0 1 2\nJan: 100 80 70\nFeb: 120 102 .\n= column 2: Sizes\n= Fraction('.', OtherCells)\n= CountsFromShares",
            ),
            (
                RU,
                "Когорта;0;1;2\nянв;1 200;0,8;0,75\nфев;900;0,9;",
                "clients at 0 1 2\nянв: 1200 960 900\nфев: 900 810 .\n= column 2 0: Sizes\n= Fraction(',', OtherCells)\n= ages from Headings\n= CountsFromShares",
            ),
            (
                EN,
                "Cohort\tSize\tAfter 1 month\tAfter 3 months\tAfter 1 year\nJan\t100\t90%\t82%\t60%\nFeb\t120\t91%",
                "clients at 0 1 3 12\nJan: 100 90 82 60\nFeb: 120 109 . .\n= column 2 Size: Sizes\n= ages in Months from Headings\n= CountsFromShares",
            ),
        ],
        |lang, text| said(lang, text, &[]),
    );
}

#[test]
fn sizes_stand_below_cohorts_that_stand_in_columns() {
    let wanted = "clients at 0 1 2\nJan 2025: 200 140 120\nFeb 2025: 150 108 .";
    for (lang, corner, size, ages) in [
        (EN, "Month", "Size", ["1", "2"]),
        (EN, "", "Customers", ["Month 1", "Month 2"]),
        (RU, "", "Клиентов", ["Мес 1", "Мес 2"]),
        (RU, "Месяц", "Размер", ["1", "2"]),
    ] {
        let [one, two] = ages;
        let table = format!("{corner}\tJan 2025\tFeb 2025\n{size}\t200\t150\n{one}\t70%\t72%\n{two}\t60%\t");
        assert_eq!(rows(lang, &table, &[]), wanted, "{table}");
    }
}

#[test]
fn headings_that_span_columns_of_counts_part_no_numbers() {
    let table = "Cohort\tSize\tRetained\t\nJan 2025\t120\t110\t105\nFeb 2025\t150\t140";
    assert_eq!(rows(EN, table, &[]), "clients at 0 1 2\nJan 2025: 120 110 105\nFeb 2025: 150 140 .");
}

#[test]
fn a_month_of_age_0_below_its_size_is_asked_about() {
    let table = "Cohort\tSize\tMonth 0\tMonth 1\nJan\t100\t95%\t80%\nFeb\t120\t97%";
    assert!(said(EN, table, &[]).contains("Jan: 95 80") && said(EN, table, &[]).contains("? Start(Here)"));
    let before = rows(EN, table, &[Choice::Start(Start::Before)]);
    assert_eq!(before, "clients at 0 1 2\nJan: 100 95 80\nFeb: 120 116 .");
    // Some cohorts begin whole and others do not.
    let some = "Cohort\tSize\tActive\tLater\nJan\t100\t100%\t80%\nFeb\t120\t97%\t70%";
    assert!(said(EN, some, &[]).contains("? Start(Here)"));
}

#[test]
fn what_is_counted_twice_for_an_age_is_taken_once() {
    let pairs = "Cohort\tSize\tM1 users\tM1 %\tM2 users\tM2 %\nJan\t200\t190\t95%\t182\t91%\nFeb\t220\t209\t95%";
    assert_eq!(rows(EN, pairs, &[]), "clients at 0 1 2\nJan: 200 190 182\nFeb: 220 209 .");
    let both = "Cohort\tSize\tM1 retained\tM1 active\nJan\t200\t190\t180\nFeb\t220\t209\t200";
    assert!(said(EN, both, &[]).contains("! SamePeriod x1 at 2:4"));
    let mixed = "Cohort\tM0\tM2\tM1\nJan\t100\t90\t95\nFeb\t120\t109\t111";
    assert_eq!(rows(EN, mixed, &[]), "clients at 0 1 2\nJan: 100 95 90\nFeb: 120 111 109");
}

#[test]
fn columns_of_the_calendar_may_begin_after_the_start() {
    let wanted = "clients at 0 1 2 3\nJan{y}: 100 90 80 75\nFeb{y}: 120 110 102 .\nMar{y}: 110 100 . .";
    for (year, heads) in [
        (" 2025", "Feb 2025\tMar 2025\tApr 2025"),
        (" 2025", "2025-02\t2025-03\t2025-04"),
        (" 2025", "02.2025\t03.2025\t04.2025"),
        ("", "Feb\tMar\tApr"),
    ] {
        let counts = format!(
            "Cohort\tSize\t{heads}\nJan{year}\t100\t90\t80\t75\nFeb{year}\t120\t\t110\t102\nMar{year}\t110\t\t\t100"
        );
        let shares = format!(
            "Cohort\tSize\t{heads}\nJan{year}\t100\t90%\t80%\t75%\nFeb{year}\t120\t\t92%\t85%\nMar{year}\t110\t\t\t91%"
        );
        for table in [counts, shares] {
            assert_eq!(rows(EN, &table, &[]), wanted.replace("{y}", year), "{table}");
            let said = said(EN, &table, &[]);
            assert!(
                said.contains("= column 2 Size: Sizes") && !said.contains("\n-") && !said.contains("\n?"),
                "{said}"
            );
        }
    }
    // Without sizes as well, over the end of a year, and where one cohort is older than the columns.
    let bare = "Cohort\tFeb 2025\tMar 2025\tApr 2025\nJan 2025\t90%\t80%\t75%\nFeb 2025\t\t91%\t85%";
    assert_eq!(rows(EN, bare, &[]), "per cent at 0 1 2 3\nJan 2025: 100 90 80 75\nFeb 2025: 100 91 85 .");
    let year = "Когорта\tРазмер\tдек\tянв\tфев\nноя\t100\t90\t80\t75\nдек\t120\t\t110\t102";
    assert_eq!(rows(RU, year, &[]), "clients at 0 1 2 3\nноя: 100 90 80 75\nдек: 120 110 102 .");
    let older = "Cohort\tSize\tJan 2025\tFeb 2025\tMar 2025\nDec 2024\t100\t90\t80\t75\nJan 2025\t120\t120\t110\t102";
    assert_eq!(rows(EN, older, &[]), "clients at 0 1 2 3\nDec 2024: 100 90 80 75\nJan 2025: 120 110 102 .");
}

#[test]
fn a_size_that_the_first_column_counts_anew_is_not_said_to_be_chosen() {
    let table = "Cohort\tSize\tMonth 0\tMonth 1\nJan\t1000\t900\t800\nFeb\t900\t850\t700";
    let reading = cohorts_of(EN, table, &Choices::default());
    let is_size = |note: &Note| matches!(note, Note::Column(_, Role::Sizes));
    assert!(!reading.notes.iter().any(is_size), "{:?}", reading.notes);
    assert!(reading.notes.iter().any(|note| matches!(note, Note::LeftOut(_, Why::NotStart))), "{:?}", reading.notes);
}

#[test]
fn revenue_before_the_first_age_is_the_start_in_money() {
    for (lang, table, wanted) in [
        (
            EN,
            "Cohort\tMRR, k$\t1\t2\nJan 2025\t12.5\t11.9\t11.1\nFeb 2025\t10.0\t9.8",
            "Jan 2025: 12500 11900 11100\nFeb 2025: 10000 9800 .",
        ),
        (
            EN,
            "Cohort\tStarting MRR\tM1\tM2\nJan 2025\t$12,500\t95%\t91%\nFeb 2025\t$10,000\t97.5%",
            "Jan 2025: 12500 11875 11375\nFeb 2025: 10000 9750 .",
        ),
        (
            RU,
            "Когорта\tВыручка, тыс.\tМес 1\tМес 2\nJan 2025\t12,5\t11,9\t11,1\nFeb 2025\t10,0\t9,8",
            "Jan 2025: 12500 11900 11100\nFeb 2025: 10000 9800 .",
        ),
        (
            EN,
            "Cohort\tRevenue\tRetention\t\nJan 2025\t12500\t95%\t91%\nFeb 2025\t10000\t97%",
            "Jan 2025: 12500 11875 11375\nFeb 2025: 10000 9700 .",
        ),
    ] {
        assert_eq!(rows(lang, table, &[]), format!("clients at 0 1 2\n{wanted}"), "{table}");
        let reading = cohorts_of(lang, table, &Choices::default());
        assert!(reading.notes.contains(&Note::Unit(Unit::Money)), "{table}: {:?}", reading.notes);
        assert!(said(lang, table, &[]).contains("? Column(2, Start)"), "{table}");
    }
    // Without ages in the headings, or in a title.
    for table in [
        "Cohort\tMRR\tNext\tLater\nJan 2025\t12.5\t11.9\t11.1\nFeb 2025\t10.0\t9.8",
        "MRR by cohort\nCohort\t0\t1\t2\nJan 2025\t12.5\t11.9\t11.1\nFeb 2025\t10.0\t9.8",
    ] {
        let reading = cohorts_of(EN, table, &Choices::default());
        assert!(reading.notes.contains(&Note::Unit(Unit::Money)), "{table}: {:?}", reading.notes);
        assert_eq!(rows(EN, table, &[]), "clients at 0 1 2\nJan 2025: 12.5 11.9 11.1\nFeb 2025: 10 9.8 .");
    }
    // Beside clients it is left out, and said to be what it is.
    let beside = "Cohort\tMRR\t0\t1\nJan 2025\t5000\t100\t80\nFeb 2025\t5500\t110\t88";
    assert_eq!(rows(EN, beside, &[]), "clients at 0 1\nJan 2025: 100 80\nFeb 2025: 110 88");
    assert!(
        said(EN, beside, &[]).contains("- column 2 MRR: Paid")
            && said(EN, beside, &[]).contains("? Column(2, LeftOut)")
    );
    let each = "Cohort\tARPU\tM1\tM2\nJan 2025\t12.5\t90%\t85%\nFeb 2025\t10.0\t92%";
    assert_eq!(rows(EN, each, &[]), "per cent at 0 1 2\nJan 2025: 100 90 85\nFeb 2025: 100 92 .");
    assert!(said(EN, each, &[]).contains("- column 2 ARPU: Measure"));
    let sized = "Cohort\tCustomers\tMRR\tM1\nJan 2025\t120\t12500\t95%\nFeb 2025\t100\t10000\t97%";
    assert_eq!(rows(EN, sized, &[]), "clients at 0 1\nJan 2025: 120 114\nFeb 2025: 100 97");
}

#[test]
fn shares_of_the_period_before_are_multiplied() {
    let sized = "clients at 0 1 2\nJan: 100 90 85.5\nFeb: 120 110.4 .";
    for (lang, heads) in [
        (EN, "M1 retention vs previous month\tM2 retention vs previous month"),
        (EN, "M1 (vs prior month)\tM2 (vs prior month)"),
        (EN, "M1 % of previous month\tM2 % of previous month"),
        (EN, "Month 1 MoM\tMonth 2 MoM"),
        (EN, "M1\tM2 (vs previous month)"),
        (RU, "М1 к предыдущему месяцу\tМ2 к предыдущему месяцу"),
        (RU, "Удержание от прошлого месяца, мес. 1\tУдержание от прошлого месяца, мес. 2"),
    ] {
        let table = format!("Cohort\tSize\t{heads}\nJan\t100\t90%\t95%\nFeb\t120\t92%");
        assert_eq!(rows(lang, &table, &[]), sized, "{table}");
        assert!(said(lang, &table, &[]).contains("= OfPrevious"), "{table}");
        let of_start = rows(lang, &table, &[Choice::Base(Base::Start)]);
        assert!(of_start.contains("Feb: 120 110 .") && !of_start.contains("85.5"), "{of_start}");
    }
    let titled = "Retention vs previous month\nCohort\tM1\tM2\tM3\nJan\t90%\t95%\t96%\nFeb\t92%\t94%";
    assert_eq!(rows(EN, titled, &[]), "per cent at 0 1 2 3\nJan: 100 90 85.5 82.08\nFeb: 100 92 86.48 .");
    // A title is asked about: it may compare the whole with another year.
    assert!(said(EN, titled, &[]).contains("? Base(Previous)"));
    // Where some headings say it and others do not, it is asked.
    let some = "Cohort\tSize\tM1\tM2 vs previous month\tM3\nJan\t100\t90%\t95%\t90%\nFeb\t120\t92%\t\t";
    assert!(said(EN, some, &[]).contains("? Base(Previous)"));
    // Without a word of it, shares of the start that only rise are asked about.
    let silent = "Cohort\tSize\tM1\tM2\tM3\nJan\t100\t80%\t90%\t95%\nFeb\t120\t82%\t91%";
    assert!(said(EN, silent, &[]).contains("? Base(Previous)"));
    let gap =
        "Cohort\tM1 vs previous month\tM2 vs previous month\tM3 vs previous month\nJan\t90%\t\t96%\nFeb\t92%\t94%\t95%";
    assert!(rows(EN, gap, &[]).contains("Jan: 100 90 . .") && said(EN, gap, &[]).contains("= BehindGap(1)"));
}

#[test]
fn those_who_left_are_subtracted() {
    // A title is no word of what each number counts.
    let titled = "Churn by cohort, all in 2025\nCohort\tSize\tChurned M1\tChurned M2\nJan\t100\t10%\t18%\nFeb\t120\t9%";
    assert!(said(EN, titled, &[]).contains("? Lost(SoFar)"));
    let sized = "clients at 0 1 2\nJan: 100 90 82\nFeb: 120 109 .";
    for (lang, heads, certain) in [
        (EN, "Lost after 1 month\tLost after 2 months", true),
        (EN, "Cumulative churn M1\tCumulative churn M2", true),
        (EN, "Churned M1\tChurned M2", false),
        (EN, "Month 1 churn\tMonth 2 churn", false),
        (EN, "M1 lost, %\tM2 lost, %", false),
        (EN, "Cancelled by month 1\tCancelled by month 2", true),
        (EN, "Churn\t", false),
        (EN, "Loss M1\tLoss M2", false),
        (EN, "Drop-off M1\tDrop-off M2", false),
        (EN, "Inactive M1\tInactive M2", false),
        (EN, "Not retained M1\tNot retained M2", false),
        (EN, "Didn't renew M1\tDidn't renew M2", false),
        (EN, "Kündigungen Monat 1\tKündigungen Monat 2", false),
        // Of no word that is known: what is small and only rises is hardly what is left.
        (EN, "Abgesprungen 1\tAbgesprungen 2", false),
        (RU, "Ушли через 1 мес.\tУшли через 2 мес.", true),
        (RU, "Отток М1\tОтток М2", false),
        (RU, "Потеряно к концу 1-го месяца\tПотеряно к концу 2-го месяца", true),
    ] {
        let table = format!("Cohort\tSize\t{heads}\nJan\t100\t10%\t18%\nFeb\t120\t9%");
        assert_eq!(rows(lang, &table, &[]), sized, "{table}");
        let told = said(lang, &table, &[]);
        assert!(told.contains("= Lost(SoFar)") && told.contains("? Lost(SoFar)") != certain, "{told}");
        let each = rows(lang, &table, &[Choice::Lost(Lost::OfStart)]);
        assert!(each.contains("Jan: 100 90 72"), "{each}");
        let before = rows(lang, &table, &[Choice::Lost(Lost::OfPrevious)]);
        assert!(before.contains("Jan: 100 90 74"), "{before}");
        let stayed = rows(lang, &table, &[Choice::Lost(Lost::Stayed), Choice::Base(Base::Start)]);
        assert!(stayed.contains("Jan: 100 18 18") || stayed.contains("Jan: 100 10"), "{stayed}");
    }
    all_say(
        &[
            // Fewer and fewer: they left in each period.
            (
                EN,
                "Cohort\tSize\tMonth 1 churn\tMonth 2 churn\nJan\t100\t10%\t8%\nFeb\t120\t9%",
                "clients at 0 1 2\nJan: 100 90 83\nFeb: 120 109 .\n= column 2 Size: Sizes\n= Lost(OfPrevious)\n= ages in Months from Headings\n= CountsFromShares\n? Lost(OfPrevious)",
            ),
            (
                RU,
                "Когорта\tРазмер\tОтток М1\tОтток М2\nянв\t100\t10\t8\nфев\t120\t9",
                "clients at 0 1 2\nянв: 100 90 82\nфев: 120 111 .\n= column 2 Размер: Sizes\n= Lost(Each)\n= ages in Months from Headings",
            ),
            (
                EN,
                "Cohort\tSize\tChurn\t\t\n\t\tM1\tM2\tM3\nJan\t200\t10%\t15%\t20%\nFeb\t100\t9%\t16%",
                "clients at 0 1 2 3\nJan: 200 180 170 160\nFeb: 100 91 84 .\n= column 2 Size: Sizes\n= Lost(SoFar)\n= ages in Months from Headings\n= CountsFromShares\n? Lost(SoFar)",
            ),
            (
                EN,
                "cohort,size,month,churn rate\n2024-01,100,1,10%\n2024-01,100,2,8%\n2024-02,120,1,9%\n2024-02,120,2,7%",
                "clients at 0 1 2\n2024-01: 100 90 83\n2024-02: 120 109 102\n= column 1 cohort: Names\n= column 3 month: Periods\n= column 4 churn rate: Values\n= Pivoted { rows: 4, added: 0 }\n= Lost(OfPrevious)\n= ages from Headings\n= CountsFromShares\n? Pivot(true)\n? Lost(OfPrevious)",
            ),
            (
                EN,
                "Cohort\tSize\tChurned Feb 2025\tChurned Mar 2025\nJan 2025\t80\t10\t8\nFeb 2025\t90\t\t12",
                "clients at 0 1 2\nJan 2025: 80 70 62\nFeb 2025: 90 78 .\n= column 2 Size: Sizes\n= Lost(Each)\n= ages from Calendar",
            ),
            (
                EN,
                "Monthly churn by cohort\nCohort\tSize\tFeb 2025\tMar 2025\tApr 2025\nJan 2025\t200\t10%\t8%\t7%\nFeb 2025\t150\t\t12%\t9%",
                "clients at 0 1 2 3\nJan 2025: 200 180 166 154\nFeb 2025: 150 132 120 .\n- row 1 Monthly churn by cohort: Title\n= column 2 Size: Sizes\n= Lost(OfPrevious)\n= ages from Calendar\n= CountsFromShares\n? Lost(OfPrevious)",
            ),
            // A title is asked about.
            (
                EN,
                "Churn by cohort\nCohort\tSize\t1\t2\nJan\t100\t10%\t18%\nFeb\t120\t9%\t20%",
                "clients at 0 1 2\nJan: 100 90 82\nFeb: 120 109 96\n- row 1 Churn by cohort: Title\n= column 2 Size: Sizes\n= Lost(SoFar)\n= ages from Headings\n= CountsFromShares\n? Lost(SoFar)",
            ),
            // Those who are left may be called so as well.
            (
                EN,
                "Cohort\tClients left M1\tClients left M2\nJan\t90%\t80%\nFeb\t91%",
                "per cent at 0 1 2\nJan: 100 90 80\nFeb: 100 91 .\n= ages in Months from Headings\n= StartAdded\n? Lost(Stayed)",
            ),
            // Beside those who stayed they say nothing new.
            (
                EN,
                "Cohort\tSize\tRetained M1\tChurned M1\nJan\t100\t90\t10\nFeb\t120\t109\t11",
                "clients at 0 1\nJan: 100 90\nFeb: 120 109\n= column 2 Size: Sizes\n- column 4 Churned M1: Unknown\n= ages in Months from Headings",
            ),
            (EN, "Cohort\tLost M1\tLost M2\nJan\t10\t18\nFeb\t9", "! LostOfUnknown x1 at 2:2"),
            (
                EN,
                "Cohort\tSize\tChurn\tChurn later\nJan\t100\t10%\t8%\nFeb\t120\t9%",
                "= column 2 Size: Sizes\n- column 3 Churn: Unknown\n- column 4 Churn later: Unknown\n! OnlyLost x1 at 1:1",
            ),
        ],
        |lang, text| said(lang, text, &[]),
    );
}
