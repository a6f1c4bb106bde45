//! Tables of cohorts as a scenario keeps them: what it writes is read again, and what it cannot keep is named.

use orbita::i18n::Lang;
use orbita::model::amount::Amount;
use orbita::model::scenario::CohortTable;
use orbita::tables::choice::Choices;
use orbita::tables::cohorts::{Cohorts, read_for_scenario};
use orbita::tables::fault::Problem;
use orbita::tables::note::Note;
use orbita::tables::reading::{Context, Reading, grid};
use orbita::tables::{accounts, export};
use proptest::prelude::*;

fn read(lang: Lang, text: &str) -> Reading<CohortTable> {
    let context = Context { lang, currency: "", choices: &Choices::default() };
    read_for_scenario(&grid(text, context), context)
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
    let gaps = read(Lang::English, "Cohort\tDay 0\tDay 1\tDay 7\tDay 30\nJan\t100\t80\t60\t40\nFeb\t90\t70\t50");
    assert_eq!(gaps.value.as_ref().map(rows), Some(vec![vec![100.0, 80.0], vec![90.0, 70.0]]));
    assert!(gaps.notes.contains(&Note::BehindGap(3)), "{:?}", gaps.notes);
    assert!(!gaps.is_certain(), "somebody looks before numbers are lost");
    let whole = read(Lang::English, "Cohort\tDay 0\tDay 1\nJan\t100\t80\nFeb\t90\t70");
    assert!(whole.is_certain());
}

#[test]
fn cohorts_with_nothing_right_after_the_start_are_refused() {
    let reading = read(Lang::Russian, "Когорта\tМесяц 0\tМесяц 3\tМесяц 6\nянв\t100\t80\t60");
    assert_eq!(reading.value, None);
    assert_eq!(reading.faults.iter().map(|fault| fault.problem).collect::<Vec<_>>(), [Problem::OnlyGaps]);
    assert!(!(Lang::Russian.tables().fault)(&reading.faults[0]).is_empty());
}

#[test]
fn names_of_periods_that_no_account_holds_are_named() {
    let told = |text: &str| {
        let context = Context { lang: Lang::English, currency: "", choices: &Choices::default() };
        accounts::read_for_project(&grid(text, context), context).notes.contains(&Note::PeriodNames)
    };
    assert!(told("Client\tJan 2025\tFeb 2025\nAcme\t10\t20\nBeta\t5\t5"));
    assert!(!told("Client\t1\t2\nAcme\t10\t20\nBeta\t5\t5"));
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
