//! Tables of cohorts as people paste them.

use orbita::exchange::cell::CellProblem;
use orbita::exchange::cohorts::{read, write};
use orbita::model::amount::Amount;
use orbita::model::scenario::CohortTable;
use proptest::prelude::*;

fn rows(text: &str) -> (bool, Vec<Vec<f64>>) {
    let table = read(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
    (table.per_cent, table.rows.iter().map(|row| row.iter().map(|count| count.get()).collect()).collect())
}

fn errors(text: &str) -> Vec<(usize, usize, CellProblem)> {
    let errors = read(text).expect_err(text);
    errors.into_iter().map(|error| (error.row, error.column, error.problem)).collect()
}

#[test]
fn names_of_cohorts_stay_with_them() {
    let text = "cohort\t0\t1\nJanuary\t100\t80\nFebruary\t90\t\n";
    let table = read(text).expect("a table");
    assert_eq!(table.names, ["January", "February"]);
    assert_eq!(read(&write(&table)), Ok(table));
    let by_age = read("month\tSmall\tLarge\n0\t10\t20\n1\t8\t19\n").expect("a table");
    assert_eq!(by_age.names, ["Small", "Large"]);
    assert_eq!(by_age.rows.len(), 2);
    // A column that only counts names nobody.
    assert_eq!(read("1\t100\t80\n2\t90\t70\n").map(|table| table.names), Ok(Vec::new()));
}

#[test]
fn rows_with_heading_names_and_shorter_rows() {
    let counts = (false, vec![vec![1000.0, 869.0, 743.0], vec![900.0, 800.0], vec![1100.0]]);
    for text in [
        "1000\t869\t743\n900\t800\n1100",
        "1000,869,743\n900,800,\n1100,,",
        "1 000;869;743\r\n900;800;\r\n1\u{a0}100;;\r\n",
        "Cohort\t0\t1\t2\nJan 2024\t1000\t869\t743\nFeb 2024\t900\t800\t\nMar 2024\t1100",
        "Когорта;Месяц 0;Месяц 1;Месяц 2\n01.2024;1000;869;743\n02.2024;900;800\n03.2024;1100",
        "\t0\t1\t2\n2022\t1,000\t869\t743\n2023\t900\t800\n2024\t1,100",
        "2022;1000;869;743\n2023;900;800\n2024;1100",
        "1;1000;869;743\n2;900;800\n3;1100",
        "\"Q1, 2024\",\"1,000\",869,743\n\"Q2, 2024\",900,800\n\"Q3, 2024\",\"1,100\"",
    ] {
        assert_eq!(rows(text), counts, "{text}");
    }
}

#[test]
fn per_cent_by_its_sign_by_fractions_of_100_and_by_shares_of_1() {
    let shares = (true, vec![vec![100.0, 63.1, 46.8]]);
    for text in [
        "100%\t63.1%\t46.8%",
        "100 %;63,1 %;46,8 %",
        "100.0,63.1,46.8",
        "1;0,631;0,468",
        "100,0%\n63,1%\n46,8%",
        "1\n0.631\n0.468",
    ] {
        assert_eq!(rows(text), shares, "{text}");
    }
    // Whole numbers are taken as counts: a hundred clients may be a cohort.
    assert_eq!(rows("100\t63\t46"), (false, vec![vec![100.0, 63.0, 46.0]]));
}

#[test]
fn a_column_is_a_cohort_and_ages_down_the_side_make_every_column_one() {
    assert_eq!(rows("Active\n1000\n869\n743"), (false, vec![vec![1000.0, 869.0, 743.0]]));
    assert_eq!(rows("Year 0\t1000\nYear 1\t869\nYear 2\t743"), (false, vec![vec![1000.0, 869.0, 743.0]]));
    assert_eq!(
        rows("Year\tRegular\tHigh end\n0\t100.0\t100.0\n1\t63.1\t86.9\n2\t46.8"),
        (true, vec![vec![100.0, 63.1, 46.8], vec![100.0, 86.9]])
    );
    assert_eq!(errors("0;100;90\n1;;80\n2;50;70"), [(2, 2, CellProblem::Missing)]);
}

#[test]
fn every_cell_that_stands_in_the_way_is_named() {
    use CellProblem::*;
    assert_eq!(errors(""), [(1, 1, NothingThere)]);
    assert_eq!(errors("Cohort\tStart"), [(1, 1, NothingThere)]);
    assert_eq!(errors("1000\t8o0\t700"), [(1, 2, NotANumber("8o0".into()))]);
    assert_eq!(
        errors("Name;0;1;2\na;1000;1001;900\nb;0;0\nc;50;-3\nd;70;;60"),
        [(2, 3, Rises), (3, 2, StartsEmpty), (4, 3, Negative), (5, 3, Missing)]
    );
    assert_eq!(errors("100%\t80\t70%\n100\t90%"), [(1, 2, Mixed), (2, 1, Mixed)]);
    assert_eq!(errors("86.9%\t74.3%"), [(1, 1, NotOfTheFirst)]);
    assert_eq!(errors("1000"), [(1, 1, OnlyStarts)]);
    assert_eq!(errors("1e5\t20"), [(1, 1, NotANumber("1e5".into()))]);
    assert_eq!(errors("9999999999999999\t20"), [(1, 1, TooLarge)]);
    let long = vec!["5"; 1_202].join("\t");
    assert_eq!(errors(&long), [(1, 1_202, TooMany)]);
    let tall = vec!["5\t4"; 1_001].join("\n");
    assert_eq!(errors(&tall), [(1_001, 1, TooMany)]);
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
    #[test]
    fn what_is_written_is_read_again(table in tables()) {
        prop_assert_eq!(read(&write(&table)), Ok(table));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[0-9,.;%\t\n \"a\u{a0}-]{0,60}") {
        match read(&text) {
            Ok(table) => for row in &table.rows {
                prop_assert!(!row.is_empty() && row[0].get() > 0.0);
                prop_assert!(row.windows(2).all(|pair| pair[1] <= pair[0]));
            },
            Err(errors) => prop_assert!(errors.iter().all(|error| error.row > 0 && error.column > 0)),
        }
    }

    #[test]
    fn no_letters_break_it_either(text in any::<String>()) {
        let _ = read(&text);
    }
}
