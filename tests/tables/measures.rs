//! Rows beside accounts and cohorts that measure the others.

use orbita::i18n::Lang;

use crate::said::{EN, RU, accounts_say, cohorts_say};

#[test]
fn rows_that_measure_the_others_are_no_clients() {
    let two = "Jan 2025 | Feb 2025\nAlpha: 100 200\nBeta: 50 60\n";
    let table = "Client,Jan 2025,Feb 2025\nAlpha,100,200\nBeta,50,60\n";
    let with = |rows: &str, told: &str| (format!("{table}{rows}"), format!("{two}{told}"));
    let cases = [
        with("Number of clients,2,2", "- row 4 Number of clients: Measure"),
        with("Количество клиентов,2,2", "- row 4 Количество клиентов: Measure"),
        with("Net new MRR,,110\nARPA,75,130", "- row 4 Net new MRR: Measure\n- row 5 ARPA: Measure"),
        with("Total MRR,150,260\nMoM growth,,73%", "- row 4 Total MRR: Total\n- row 5 MoM growth: Measure"),
        with("\"Прирост, %\",,73%", "- row 4 Прирост, %: Measure"),
        with("Budget,200,200", "- row 4 Budget: Measure\n? Row(4, false)"),
        with("Total,150,260\nTarget,200,300", "- row 4 Total: Total\n- row 5 Target: Measure\n? Row(5, false)"),
        with(
            "Monthly average,75,130\nСреднемесячно,75,130",
            "- row 4 Monthly average: Average\n- row 5 Среднемесячно: Average",
        ),
        with("Итого,150,260\nВ том числе НДС,26,46", "- row 4 Итого: Total\n- row 5 В том числе НДС: Measure"),
        with("TTL,150,260", "- row 4 TTL: Total"),
        // A client of that name stands among the others.
        (format!("{table}Target,7,8"), format!("{two}Target: 7 8")),
    ];
    let cases: Vec<(Lang, &str, &str)> = cases.iter().map(|(text, told)| (EN, text.as_str(), told.as_str())).collect();
    accounts_say(&cases);
}

#[test]
fn rows_that_measure_the_others_are_no_cohorts() {
    let table = "Cohort,0,1,2\nJan 2025,100,80,70\nFeb 2025,200,150,\n";
    let said = "clients at 0 1 2\nJan 2025: 100 80 70\nFeb 2025: 200 150 .\n";
    cohorts_say(&[
        (
            EN,
            &format!("{table}Total,300,230,70\nRetention,100%,77%,70%"),
            &format!("{said}- row 4 Total: Total\n- row 5 Retention: Measure\n= ages from Headings\n? Row(5, false)"),
        ),
        (
            RU,
            &format!("{table}Удержание по всем,100%,77%,70%"),
            &format!("{said}- row 4 Удержание по всем: Measure\n= ages from Headings"),
        ),
        (
            EN,
            &format!("{table}Std Dev,50,35,0\nMax,200,150,70"),
            &format!("{said}- row 4 Std Dev: Measure\n- row 5 Max: Measure\n= ages from Headings\n? Row(5, false)"),
        ),
    ]);
}

#[test]
fn what_there_is_nothing_beside_measures_nothing() {
    let said = "per cent at 0 1 2\nУдержание: 100 80 70";
    cohorts_say(&[
        (RU, "Удержание\t100%\t80%\t70%", said),
        (RU, "Месяц;Удержание\n0;100%\n1;80%\n2;70%", &format!("{said}\n= Turned\n= ages from Headings")),
    ]);
}

#[test]
fn segments_that_are_called_as_measures_stay() {
    cohorts_say(&[(
        EN,
        "Segment,0,1,2\nTarget,100,80,70\nMin,90,80,70\nOther,200,150,120",
        "clients at 0 1 2\nTarget: 100 80 70\nMin: 90 80 70\nOther: 200 150 120\n= ages from Headings",
    )]);
}

#[test]
fn sizes_behind_the_ages_and_under_the_table() {
    let said = "clients at 0 1\nJan 2025: 100 80\nFeb 2025: 200 150";
    cohorts_say(&[
        (
            EN,
            "Cohort,0,1,Size\nJan 2025,100%,80%,100\nFeb 2025,100%,75%,200",
            &format!("{said}\n= column 4 Size: Sizes\n= ages from Headings\n= CountsFromShares"),
        ),
        (
            EN,
            "Cohort,Users,0,1\nJan 2025,100,100%,80%\nFeb 2025,200,100%,75%\n,300,,",
            &format!("{said}\n= column 2 Users: Sizes\n- row 4: Empty\n= ages from Headings\n= CountsFromShares"),
        ),
    ]);
}

#[test]
fn months_may_count_back_from_now() {
    accounts_say(&[
        (EN, "Client,M-2,M-1,M0\nAlpha,1,2,3\nBeta,4,5,6", "M-2 | M-1 | M0\nAlpha: 1 2 3\nBeta: 4 5 6"),
        (EN, "Client,M-1,M-2\nAlpha,2,1\nBeta,5,4", "M-2 | M-1\nAlpha: 1 2\nBeta: 4 5\n= NewestFirst"),
        (EN, "Client,M1,M2\nAlpha,1,2\nBeta,4,5", "M1 | M2\nAlpha: 1 2\nBeta: 4 5"),
    ]);
}

#[test]
fn a_sign_of_per_cent_in_the_name_of_each_row_says_the_unit() {
    cohorts_say(&[(
        RU,
        "Месяц;Осталось, %\n0;100\n1;82\n2;73",
        "per cent at 0 1 2\nОсталось, %: 100 82 73\n= Turned\n= ages from Headings",
    )]);
}

#[test]
fn what_a_cohort_began_with_is_no_number_of_those_who_stayed() {
    cohorts_say(&[
        (
            EN,
            "cohort_date,cohort_users,retained_users,months_since\n2025-01,100,100,0\n2025-01,100,80,1\n2025-02,90,90,0",
            "clients at 0 1\n2025-01: 100 80\n2025-02: 90 .\n= column 1 cohort_date: Names\n= column 4 months_since: Periods\n\
             = column 3 retained_users: Values\n= Pivoted { rows: 3, added: 0 }\n= ages from Headings\n\
             - column 2 cohort_users: Same\n? Pivot(true)",
        ),
        (
            RU,
            "Когорта;Клиентов в когорте;Месяц;Активных\n2025-01;100;0;100\n2025-01;100;1;80\n2025-02;90;0;90",
            "clients at 0 1\n2025-01: 100 80\n2025-02: 90 .\n= column 1 Когорта: Names\n= column 3 Месяц: Periods\n\
             = column 4 Активных: Values\n= Pivoted { rows: 3, added: 0 }\n= ages from Headings\n\
             - column 2 Клиентов в когорте: Same\n? Pivot(true)",
        ),
    ]);
}
