//! Tables of cohorts as a scenario keeps them: what it writes is read again, and what it cannot keep is named.

use orbita::handover::economy::cohorts::{HIGH_END, REGULAR, published};
use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::model::amount::Amount;
use orbita::model::scenario::{CohortTable, Period};
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::cohorts::{Cohorts, read_for_scenario};
use orbita::tables::fault::Problem;
use orbita::tables::note::Note;
use orbita::tables::reading::{Context, Reading, grid};
use orbita::tables::span::Span;
use orbita::tables::{accounts, export};
use proptest::prelude::*;

fn read_by(columns: Period, lang: Lang, text: &str, choices: &Choices) -> Reading<(CohortTable, Option<Period>)> {
    let context = Context { lang, currency: "", columns, choices, today: None };
    read_for_scenario(&grid(text, context), context)
}

fn read(lang: Lang, text: &str) -> Reading<CohortTable> {
    read_by(Period::Month, lang, text, &Choices::default()).map(|(table, _)| table)
}

fn written(lang: Lang, table: &CohortTable) -> String {
    export::tabbed(lang, &export::cohorts(&Cohorts::from(table), lang))
}

fn rows(table: &CohortTable) -> Vec<Vec<f64>> {
    table.rows.iter().map(|row| row.iter().map(|count| count.get()).collect()).collect()
}

#[test]
fn names_of_cohorts_stay_with_them() {
    let table = read(Lang::English, "Cohort\t0\t1\nJanuary\t100\t80\nFebruary\t90\t\n").value.expect("a table");
    assert_eq!(table.names, ["January", "February"]);
    assert_eq!(read(Lang::English, &written(Lang::English, &table)).value, Some(table));
}

#[test]
fn numbers_behind_a_gap_are_left_out_and_counted() {
    let gaps =
        read(Lang::English, "Cohort\tMonth 0\tMonth 1\tMonth 7\tMonth 30\nJan\t100\t80\t60\t40\nFeb\t90\t70\t50");
    assert_eq!(gaps.value.as_ref().map(rows), Some(vec![vec![100.0, 80.0], vec![90.0, 70.0]]));
    assert!(gaps.notes.contains(&Note::BehindGap(3)), "{:?}", gaps.notes);
    assert!(!gaps.is_certain(), "somebody looks before numbers are lost");
    let whole = read(Lang::English, "Cohort\tMonth 0\tMonth 1\nJan\t100\t80\nFeb\t90\t70");
    assert!(whole.is_certain());
}

#[test]
fn cohorts_with_nothing_right_after_the_start_are_refused() {
    let reading = read(Lang::Russian, "Когорта\tМесяц 0\tМесяц 3\tМесяц 7\nянв\t100\t80\t60");
    assert_eq!(reading.value, None);
    assert_eq!(reading.faults.iter().map(|fault| fault.problem).collect::<Vec<_>>(), [Problem::OnlyGaps]);
    assert!(!(TableWords::of(Lang::Russian).fault)(&reading.faults[0]).is_empty());
}

#[test]
fn names_of_periods_are_kept_where_they_are_more_than_their_numbers() {
    let named = |heads: &str| {
        let context = Context {
            lang: Lang::English,
            currency: "",
            columns: Period::Month,
            choices: &Choices::default(),
            today: None,
        };
        let text = format!("Client\t{heads}\nAcme\t10\t20\nBeta\t5\t5");
        accounts::read_for_project(&grid(&text, context), context).value.expect("a table").periods
    };
    assert_eq!(named("Jan 2026\tFeb 2026"), ["Jan 2026", "Feb 2026"]);
    assert_eq!(named("Feb 2026\tJan 2026"), ["Jan 2026", "Feb 2026"]);
    assert_eq!(named("2025\t2026"), ["2025", "2026"]);
    assert!(named("1\t2").is_empty());
}

#[test]
fn columns_stand_for_what_the_headings_say() {
    let columns = |text: &str| {
        let reading = read_by(Period::Month, Lang::English, text, &Choices::default());
        assert!(reading.is_certain(), "{text}: {:?} {:?}", reading.faults, reading.questions);
        reading.value.and_then(|(_, columns)| columns)
    };
    let rows = "\nA\t1000\t900\t800\nB\t900\t850\t";
    assert_eq!(columns(&format!("Cohort\tMonth 0\tMonth 1\tMonth 2{rows}")), Some(Period::Month));
    assert_eq!(columns(&format!("Cohort\tQ0\tQ1\tQ2{rows}")), Some(Period::Quarter));
    assert_eq!(columns(&format!("Когорта\tГод 0\tГод 1\tГод 2{rows}")), Some(Period::Year));
    assert_eq!(columns(&format!("Cohort\t0\t1\t2{rows}")), None);
    let quarters = "Cohort\tQ1 2024\tQ2 2024\tQ3 2024\nQ1 2024\t1000\t900\t800\nQ2 2024\t\t900\t850";
    assert_eq!(columns(quarters), Some(Period::Quarter));
    let ends = "Cohort\t2024-01-31\t2024-02-29\t2024-03-31\n2024-01-31\t100\t80\t70\n2024-02-29\t\t90\t80";
    assert_eq!(columns(ends), Some(Period::Month));
    assert_eq!(columns("2021\t2022\t2023\n1000\t800\t700"), Some(Period::Year));
    // Ages with steps of their own length.
    assert_eq!(columns(&format!("Cohort\tMonth 0\tMonth 3\tMonth 6{rows}")), Some(Period::Quarter));
    assert_eq!(columns(&format!("Cohort\tQ0\tQ4\tQ8{rows}")), Some(Period::Year));
    // The heading over bare ages says it as well: down, in a corner, and in a list.
    assert_eq!(columns("Year\tRegular\tHigh\n0\t100\t100\n1\t63\t87\n2\t47\t74.3"), Some(Period::Year));
    assert_eq!(columns(&format!("Cohort \\ Quarter\t0\t1\t2{rows}")), Some(Period::Quarter));
    assert_eq!(columns(&format!("Когорта / Год\t0\t1\t2{rows}")), Some(Period::Year));
}

#[test]
fn columns_that_no_scenario_has_are_refused_unless_somebody_says_what_they_are() {
    for table in [
        "Cohort\tSize\tWeek 0\tWeek 1\tWeek 2\nJan\t1000\t100%\t90%\t84%",
        "Cohort\tDay 0\tDay 1\tDay 7\tDay 30\nJan\t100\t80\t60\t40",
        "Cohort,2025-01-06,2025-01-13,2025-01-20\n2025-01-06,100,80,70\n2025-01-13,,90,75",
    ] {
        let reading = read_by(Period::Month, Lang::Russian, table, &Choices::default());
        assert_eq!(reading.value, None, "{table}");
        let fault = reading.faults.first().expect("a fault");
        assert!(matches!(fault.problem, Problem::Columns(Span::Days(_))), "{fault:?}");
        let said = (TableWords::of(Lang::Russian).fault)(fault);
        assert!(said.contains("сценарий") && said.contains("выберите"), "{said}");
        let month = Choices::default().with(Choice::Columns(Span::Months(1)));
        let reading = read_by(Period::Month, Lang::Russian, table, &month);
        assert_eq!(reading.value.and_then(|(_, columns)| columns), Some(Period::Month), "{table}");
    }
}

#[test]
fn cohorts_a_year_apart_with_bare_ages_are_asked_about() {
    let stairs = "Cohort\t0\t1\t2\n2022\t100\t60\t40\n2023\t120\t70\n2024\t90";
    let reading = read_by(Period::Month, Lang::English, stairs, &Choices::default());
    assert!(!reading.is_certain());
    assert_eq!(reading.value.and_then(|(_, columns)| columns), Some(Period::Year));
    assert!(read_by(Period::Year, Lang::English, stairs, &Choices::default()).is_certain());
    let titled = "Retention by quarter\t\t\nCohort\t0\t1\t2\nA\t100\t60\t40\nB\t120\t70\t60";
    let reading = read_by(Period::Month, Lang::English, titled, &Choices::default());
    assert!(!reading.is_certain());
    assert_eq!(reading.value.and_then(|(_, columns)| columns), Some(Period::Quarter));
    let list = "cohort,weeks since signup,users\nA,0,100\nA,1,80\nB,0,90\nB,1,70";
    let reading = read_by(Period::Month, Lang::English, list, &Choices::default());
    assert_eq!(reading.faults[0].problem, Problem::Columns(Span::Days(7)));
    let thirty = "Cohort\tDay 0\tDay 30\tDay 60\nA\t1000\t900\t800\nB\t900\t850\t";
    let reading = read_by(Period::Month, Lang::English, thirty, &Choices::default());
    assert!(!reading.is_certain());
    let (table, columns) = reading.value.expect("a table");
    assert_eq!((rows(&table)[0].len(), columns), (3, Some(Period::Month)));
    // As many ages of each may as well be months.
    let even = "Cohort\t0\t1\t2\n2022\t100\t60\t40\n2023\t120\t70\t60";
    let reading = read_by(Period::Month, Lang::English, even, &Choices::default());
    assert!(!reading.is_certain());
    assert_eq!(reading.value.and_then(|(_, columns)| columns), Some(Period::Month));
    let months = "Cohort\t0\t1\t2\nJan 2025\t100\t60\t40\nFeb 2025\t120\t70\t60";
    assert!(read_by(Period::Month, Lang::English, months, &Choices::default()).is_certain());
}

#[test]
fn what_a_column_goes_on_standing_for_is_said() {
    let channels = "Channel\t0\t1\t2\nAds\t100\t92\t85\nPartners\t120\t110\t101";
    for (lang, word) in [(Lang::English, "a quarter as before"), (Lang::Russian, "прежний\u{a0}— квартал")]
    {
        let reading = read_by(Period::Quarter, lang, channels, &Choices::default());
        assert_eq!(reading.notes.first(), Some(&Note::ColumnsKept(Period::Quarter)));
        let said = (TableWords::of(lang).note)(&reading.notes[0]);
        assert!(said.contains(word), "{said}");
        // It can be changed where it is said.
        let months = Choice::Columns(Span::Months(1));
        assert!(reading.notes[0].choices().contains(&months));
        let changed = read_by(Period::Quarter, lang, channels, &Choices::default().with(months));
        assert_eq!(changed.value.and_then(|(_, columns)| columns), Some(Period::Month));
        assert!(changed.notes.contains(&Note::Columns(Period::Month)));
    }
    let told = read_by(Period::Quarter, Lang::English, "Cohort\tM0\tM1\nAds\t100\t92\nB\t90\t80", &Choices::default());
    assert!(!told.notes.iter().any(|note| matches!(note, Note::ColumnsKept(_))));
}

#[test]
fn revenue_is_of_the_period_that_the_headings_name() {
    let read = |text: &str, columns: Period| {
        let context = Context { lang: Lang::English, currency: "", columns, choices: &Choices::default(), today: None };
        accounts::read_for_project(&grid(text, context), context)
    };
    let of = |heads: &str| {
        let reading = read(&format!("Client\t{heads}\nAcme\t10\t20\t30\nBeta\t5\t5\t5"), Period::Month);
        let certain = reading.is_certain();
        (reading.value.and_then(|kept| kept.columns), certain)
    };
    assert_eq!(of("2022\t2023\t2024"), (Some(Period::Year), true));
    assert_eq!(of("Q3\tQ4\tQ1"), (Some(Period::Quarter), true));
    assert_eq!(of("Revenue 2022\tRevenue 2023\tRevenue 2024"), (Some(Period::Year), true));
    assert_eq!(of("янв\tфев\tмар"), (Some(Period::Month), true));
    assert_eq!(of("2025-01\t2025-02\t2025-04"), (Some(Period::Month), true));
    // What names no period is asked about.
    assert_eq!(of("First\tSecond\tThird"), (None, false));
    assert_eq!(of("Last year\tThis year\tNext"), (None, false));
    assert_eq!(of("Jan 2025 MRR\tFeb 2025 MRR\tMar 2025 MRR"), (Some(Period::Month), true));
    // A month of each quarter may stand for the quarter.
    assert_eq!(of("2025-01\t2025-04\t2025-07"), (Some(Period::Month), false));
    assert_eq!(of("31.12.2022\t31.12.2023\t31.12.2024"), (Some(Period::Year), false));
    // What says nothing stays what it was, and that is said, and can be changed.
    for heads in ["One\tTwo\tThree", "Revenue YTD Jan\tRevenue YTD Feb\tRevenue YTD Mar"] {
        let kept = read(&format!("Client\t{heads}\nAcme\t10\t20\t30\nBeta\t5\t5\t5"), Period::Quarter);
        assert_eq!(kept.notes[0], Note::ColumnsKept(Period::Quarter), "{heads}");
        assert!(kept.notes[0].choices().contains(&Choice::Columns(Span::from(Period::Month))));
    }
    let halves = read("Client\tH1 2024\tH2 2024\nAcme\t10\t20\nBeta\t5\t6", Period::Month);
    assert_eq!(halves.faults[0].problem, Problem::Columns(Span::Months(6)));
    for weeks in ["Week 1\tWeek 2\tWeek 3", "2025-01-06\t2025-01-13\t2025-01-20", "2025-W05\t2025-W06\t2025-W07"] {
        let reading = read(&format!("Client\t{weeks}\nAcme\t10\t20\t30\nBeta\t5\t5\t5"), Period::Month);
        let problems: Vec<Problem> = reading.faults.iter().map(|fault| fault.problem).collect();
        assert_eq!(problems, [Problem::Columns(Span::Days(7))], "{weeks}");
    }
}

/// A table that can be pasted: counts are whole, per cent begins with 100.
fn tables() -> impl Strategy<Value = CohortTable> {
    let row = prop::collection::vec(0.0..1.0, 0..12);
    (any::<bool>(), prop::collection::vec((1..2_000_000_u32, row), 1..8)).prop_map(|(per_cent, rows)| {
        let row = |(start, kept): (u32, Vec<f64>)| {
            let mut left = if per_cent { 100.0 } else { f64::from(start) };
            let later = kept.into_iter().map(|kept| {
                left = if per_cent { left * kept } else { (left * kept).floor() };
                left
            });
            let first = if per_cent { 100.0 } else { f64::from(start) };
            let counts: Vec<f64> = std::iter::once(first).chain(later).collect();
            counts.into_iter().filter_map(Amount::new).collect::<Vec<_>>()
        };
        let mut rows: Vec<Vec<Amount>> = rows.into_iter().map(row).collect();
        if rows.iter().all(|row| row.len() < 2) {
            rows[0].push(Amount::ZERO);
        }
        CohortTable { per_cent, rows, names: Vec::new() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again_or_asked_about(table in tables(), russian in any::<bool>()) {
        let lang = if russian { Lang::Russian } else { Lang::English };
        let text = written(lang, &table);
        let reading = read(lang, &text);
        prop_assert!(reading.faults.is_empty(), "{}: {:?}", text, reading.faults);
        // Zeros at the ends, and a last period far below the rest, may mean two things.
        if reading.is_certain() {
            prop_assert_eq!(reading.value, Some(table), "{}", text);
        }
    }
}

#[test]
fn published_cohorts_are_read_as_the_years_that_they_are() {
    for lang in [Lang::English, Lang::Russian] {
        for shares in [REGULAR, HIGH_END] {
            for period in Period::ALL {
                let reading = read_by(period, lang, &published(lang, "Regular", shares), &Choices::default());
                assert!(reading.is_certain(), "{:?} {:?}", reading.notes, reading.questions);
                let (table, columns) = reading.value.expect("a table");
                assert_eq!(columns, Some(Period::Year), "whatever a column was before");
                assert_eq!(table.names, ["Regular"]);
                let read: Vec<f64> = rows(&table).concat();
                assert!(read.iter().zip(shares).all(|(read, share)| (read - share).abs() < 1e-9), "{read:?}");
            }
        }
    }
}
