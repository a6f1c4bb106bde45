//! Tables that were read as something else without a word: each is read right now, asked about, or refused.

use orbita::tables::choice::Choices;
use orbita::tables::span::Span;

use crate::said::{EN, RU, accounts_of, accounts_say, all_say, cohorts_say, map_of, map_said};

#[test]
fn numbers_over_columns_may_be_what_clients_are_called_by() {
    accounts_say(&[
        (
            EN,
            "Month\t1001\t1002\nJan 2025\t100\t50\nFeb 2025\t120\t60",
            "Jan 2025 | Feb 2025\n1001: 100 120\n1002: 50 60\n= Turned",
        ),
        (RU, "Месяц\t101\t102\nянв\t100\t50\nфев\t120\t60", "янв | фев\n101: 100 120\n102: 50 60\n= Turned"),
        // What all clients paid, a year a column, names none of them.
        (EN, "Month\t2023\t2024\nJan\t100\t120\nFeb\t110\t125\nMar\t120\t130\nTotal\t330\t375", "! NoNames x1 at 2:1"),
    ]);
}

#[test]
fn a_list_of_numbers_behind_a_name_loses_none() {
    accounts_say(&[
        (EN, "Acme: 100, 120, 130\nBeta: 50, 60, 70", "Acme: 100 120 130\nBeta: 50 60 70"),
        (RU, "Альфа: 1200; 1300\nБета: 50,5; 60", "Альфа: 1200 1300\nБета: 50.5 60\n= Fraction(',', OtherCells)"),
    ]);
}

#[test]
fn years_that_span_two_are_years_and_pivots_name_what_they_add_up() {
    for (text, span) in [
        ("Client\tFY2023/24\tFY2024/25\nAcme\t100\t120\nBeta\t50\t60", Span::Months(12)),
        ("Client\t2023/24\t2024/25\nAcme\t100\t120\nBeta\t50\t60", Span::Months(12)),
        ("Client\t2023\u{2013}2024\t2024\u{2013}2025\nAcme\t100\t120\nBeta\t50\t60", Span::Months(12)),
        ("Client\tJan 2025 Sum of MRR\tFeb 2025 Sum of MRR\nAcme\t100\t120\nBeta\t50\t60", Span::Months(1)),
    ] {
        let reading = accounts_of(EN, "$", text, &Choices::default());
        let columns = reading.value.and_then(|accounts| accounts.columns);
        assert!(columns.is_some_and(|found| found.said && found.span == span), "{text}: {columns:?}");
    }
}

#[test]
fn lines_of_profit_and_loss_are_no_clients() {
    accounts_say(&[
        (
            EN,
            "\tJan\tFeb\nRevenue\t1000\t1100\nCOGS\t300\t310\nGross profit\t700\t790\nNet profit\t200\t290",
            "! OnlyMeasures x1 at 2:1",
        ),
        (
            RU,
            "Статья\tянв\tфев\nВыручка\t1000\t1100\nСебестоимость\t300\t310\nАренда\t100\t100\nЧистая прибыль\t600\t690",
            "янв | фев\nАренда: 100 100\n- row 2 Выручка: Measure\n- row 3 Себестоимость: Measure\n- row 5 Чистая прибыль: Measure\n? Row(2, false)",
        ),
    ]);
}

#[test]
fn prices_of_one_seat_are_multiplied_by_the_seats_of_a_contract() {
    let told = "= column 1 Client: Names\n= column 4 Start: Begins\n= column 5 End: Ends\n= column 3 {}: Values\n";
    let told = |price: &str| told.replace("{}", price);
    let rows = "\nAcme\t10\t100\t2025-01-01\t2025-02-28\nBeta\t1\t100\t2025-02-01\t2025-02-28";
    let table = |price: &str| format!("Client\tNumber of seats\t{price}\tStart\tEnd{rows}");
    let of = "= Contracts { rows: 2, open: 0, last: \"2025-02\" }\n";
    accounts_say(&[
        (
            EN,
            &table("Price per seat a month"),
            &format!(
                "2025-01 | 2025-02\nAcme: 1000 1000\nBeta: 0 100\n{}= column 2 Number of seats: Quantities\n{of}? Column(2, Quantities)",
                told("Price per seat a month")
            ),
        ),
        (
            EN,
            &table("Monthly amount"),
            &format!(
                "2025-01 | 2025-02\nAcme: 100 100\nBeta: 0 100\n{}- column 2 Number of seats: Unknown\n{of}? Column(2, LeftOut)",
                told("Monthly amount")
            ),
        ),
        (
            EN,
            &table("MRR"),
            &format!(
                "2025-01 | 2025-02\nAcme: 100 100\nBeta: 0 100\n{}- column 2 Number of seats: Unknown\n{of}",
                told("MRR")
            ),
        ),
    ]);
}

#[test]
fn what_is_counted_of_a_thousand_has_no_more_zeros() {
    cohorts_say(&[(
        EN,
        "Survivors per 1,000\nCohort\t0\t1\nJan 2025\t1000\t820\nFeb 2025\t1000\t800",
        "clients at 0 1\nJan 2025: 1000 820\nFeb 2025: 1000 800\n- row 1 Survivors per 1,000: Title\n= ages from Headings",
    )]);
}

#[test]
fn a_last_row_without_a_name_that_averages_the_cohorts_is_none() {
    cohorts_say(&[
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2025\t100%\t82%\t70%\nFeb 2025\t100%\t80%\t\n\t100%\t81%\t70%",
            "per cent at 0 1 2\nJan 2025: 100 82 70\nFeb 2025: 100 80 .\n- row 4: Average\n= ages from Headings\n? Row(4, false)",
        ),
        // One that nothing is between is a cohort whose name is missing.
        (
            EN,
            "Cohort\t0\t1\t2\nJan 2025\t100%\t82%\t70%\nFeb 2025\t100%\t80%\t69%\n\t100%\t90%\t",
            "per cent at 0 1 2\nJan 2025: 100 82 70\nFeb 2025: 100 80 69\n: 100 90 .\n= ages from Headings",
        ),
    ]);
}

#[test]
fn cohorts_of_one_name_are_pointed_at() {
    cohorts_say(&[(
        EN,
        "Cohort\t0\t1\nJan 2025\t100\t80\nFeb 2025\t90\t70\nCohort\t0\t1\nJan 2025\t1000\t900\nFeb 2025\t900\t700",
        "clients at 0 1\nJan 2025: 100 80\nFeb 2025: 90 70\nJan 2025: 1000 900\nFeb 2025: 900 700\n- row 4 Cohort: Heading\n= ages from Headings\n= KeptApart([\"Jan 2025\", \"Feb 2025\"])",
    )]);
}

#[test]
fn small_shares_that_hardly_change_may_be_of_those_who_left() {
    let rows = "\nJan 2025\t5%\t4%\t3%\nFeb 2025\t6%\t4%\t3%";
    let kept = "per cent at 0 1 2 3\nJan 2025: 100 5 4 3\nFeb 2025: 100 6 4 3\n";
    let started = "= StartAdded\n";
    cohorts_say(&[
        (EN, &format!("Cohort\t1\t2\t3{rows}"), &format!("{kept}= ages from Headings\n{started}? Lost(Stayed)")),
        (
            EN,
            &format!("Retention\nCohort\t1\t2\t3{rows}"),
            &format!("{kept}- row 1 Retention: Title\n= ages from Headings\n{started}"),
        ),
    ]);
}

#[test]
fn sizes_in_the_names_of_cohorts_count_them() {
    let counted = "clients at 0 1\nJan 2025: 120 98\nFeb 2025: 98 78\n";
    let told = "= ages from Headings\n= CountsFromShares";
    cohorts_say(&[
        (EN, "Cohort\t0\t1\nJan 2025 (n = 120)\t100%\t82%\nFeb 2025 (n = 98)\t100%\t80%", &format!("{counted}{told}")),
        (
            RU,
            "Когорта\t0\t1\nJan 2025 (120)\t100%\t82%\nFeb 2025 (98)\t100%\t80%\nСреднее\t100%\t81%",
            &format!("{counted}- row 4 Среднее: Average\n{told}"),
        ),
        (
            EN,
            "Cohort\t0\t1\nQ1 (2024)\t100%\t82%\nQ2 (2024)\t100%\t80%",
            "per cent at 0 1\nQ1 (2024): 100 82\nQ2 (2024): 100 80\n= ages from Headings",
        ),
    ]);
}

#[test]
fn ages_may_run_down_from_a_word_for_the_start() {
    cohorts_say(&[(
        EN,
        "\tJan 2025\tFeb 2025\tMar 2025\nSigned up\t100\t90\t85\nMonth 1\t80\t75\t\nMonth 2\t70\t\t",
        "clients at 0 1 2\nJan 2025: 100 80 70\nFeb 2025: 90 75 .\nMar 2025: 85 . .\n= Turned\n= row 2 Signed up: Sizes\n= ages in Months from Headings\n? Column(2, Sizes)",
    )]);
}

#[test]
fn headings_of_other_things_are_no_ages_without_a_word() {
    cohorts_say(&[
        (
            EN,
            "Cohort\tVisited\tSigned up\tPaid\nJan 2025\t1000\t100\t10\nFeb 2025\t900\t90\t9",
            "clients at 0 1 2\nJan 2025: 1000 100 10\nFeb 2025: 900 90 9\n? ArePeriods(true)",
        ),
        (
            EN,
            "Month\tNew\tReturning\tChurned\nJan 2025\t100\t0\t0\nFeb 2025\t90\t80\t20",
            "? Anyway(Movements, false)\n! OtherKind(Movements) x1 at 1:1",
        ),
    ]);
}

#[test]
fn grades_on_another_scale_and_totals_of_grades_are_none() {
    let rows = "\nSearch\tno prices\t3\t1\nBuy\t3DS\t2\t5";
    let graded = "Search | Buy\nFriction: no prices 3x1 | 3DS 2x5\n= LaneTaken(Friction)";
    let table = |frequency: &str, impact: &str| format!("Stage\tPain point\t{frequency}\t{impact}{rows}");
    let left = |frequency: &str| {
        format!("Search | Buy\nFriction: no prices | 3DS\n- column 3 {frequency}: Unknown\n= LaneTaken(Friction)")
    };
    let say = |lang, text: &str| map_said(&map_of(lang, text, &Choices::default()));
    all_say(
        &[
            (EN, &table("Frequency (1 to 5)", "Impact (5 = critical)"), graded),
            (EN, &table("Frequency (1-10)", "Impact"), &left("Frequency (1-10)")),
            (RU, &table("Частота (обращений в месяц)", "Влияние"), &left("Частота (обращений в месяц)")),
            (
                EN,
                &format!("{}\nTotal\t\t5\t5", table("Frequency", "Impact")),
                &format!("{graded}\n- row 4 Total: Total"),
            ),
            (
                RU,
                "Этап\tПоиск\tОплата\nДействия\ta\tb\nЭмоции (от 1 до 10)\t1\t10",
                "Поиск -2 | Оплата 2\nActions: a | b\nEmotion:  |\n= Feelings(OneToTen)",
            ),
        ],
        say,
    );
    let turned = say(EN, &table("Frequency", "Impact (1 = critical)"));
    assert!(turned.contains("- column 4 Impact (1 = critical): Unknown"), "{turned}");
}

#[test]
fn years_between_their_months_are_no_cohorts() {
    cohorts_say(&[(
        EN,
        "Cohort\t0\t1\nJan 2024\t100\t80\nFeb 2024\t90\t75\n2024\t190\t155\nJan 2025\t80\t60",
        "clients at 0 1\nJan 2024: 100 80\nFeb 2024: 90 75\nJan 2025: 80 60\n- row 4 2024: Total\n= ages from Headings\n? Row(4, false)",
    )]);
}

#[test]
fn sums_of_twelve_months_and_months_that_are_not_over_are_asked_about() {
    accounts_say(&[
        (
            EN,
            "TTM revenue\nClient\tDec 2024\tJan 2025\nAcme\t1200\t1260\nBeta\t600\t660",
            "Dec 2024 | Jan 2025\nAcme: 100 105\nBeta: 50 55\n- row 1 TTM revenue: Title\n? AYear(true)",
        ),
        (
            EN,
            "Client\tJan 2025\tFeb 2025\tMar 2025*\nAcme\t100\t120\t40\nBeta\t50\t60\t20\n* month to date",
            "Jan 2025 | Feb 2025\nAcme: 100 120\nBeta: 50 60\n- column 4 Mar 2025*: Chosen\n- row 4 * month to date: Empty\n? Column(4, LeftOut)",
        ),
    ]);
}
