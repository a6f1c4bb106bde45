//! Workbooks read as tables: each sheet as if it had been pasted.

use orbita::exchange::office::xlsx::{self, Cell};
use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::model::scenario::Period;
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::fault::Kind;
use orbita::tables::question::About;
use orbita::tables::reading::{Context, Reading};
use orbita::tables::workbook::{Sheet, Workbook};
use orbita::tables::{accounts, cohorts, grid::Grid, map};

use crate::said::{EN, RU, accounts_said, cohorts_said, map_said};

/// The sheets of a file, as the app takes them.
fn opened(bytes: &[u8], wanted: Kind, lang: Lang) -> Workbook {
    let tables = xlsx::read(bytes).expect("a workbook");
    let sheets = tables.into_iter().map(|table| Sheet { text: table.text(), name: table.name });
    Workbook::of(sheets, Some(wanted), lang).expect("something in it")
}

fn read<T>(workbook: &Workbook, lang: Lang, choices: &Choices, reader: fn(&Grid, Context) -> Reading<T>) -> Reading<T> {
    let context = Context { lang, currency: "", columns: Period::Month, choices, today: None };
    reader(&workbook.grid(lang, choices), context).of_sheet(workbook, choices)
}

fn sheet(name: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> xlsx::NewSheet {
    xlsx::NewSheet { name: name.into(), head: head.iter().map(|head| (*head).into()).collect(), rows }
}

fn text(text: &str) -> Cell {
    Cell::text(text)
}

fn day(year: i32, month: u32) -> Cell {
    Cell::Day(chrono::NaiveDate::from_ymd_opt(year, month, 1).expect("a day"))
}

const NUMBER: fn(f64) -> Cell = Cell::Number;
const SHARE: fn(f64) -> Cell = Cell::Share;

#[test]
fn cohorts_are_read_with_their_days_and_per_cents() {
    let counts = vec![
        vec![day(2024, 1), NUMBER(1000.0), NUMBER(869.0), NUMBER(743.0)],
        vec![day(2024, 2), NUMBER(900.0), NUMBER(800.0)],
    ];
    let shares = vec![
        vec![text("Jan 2024"), SHARE(1.0), SHARE(0.869), SHARE(0.07)],
        vec![text("Feb 2024"), SHARE(1.0), SHARE(0.8)],
    ];
    for lang in [EN, RU] {
        let said = |rows: &[Vec<Cell>]| {
            let bytes = xlsx::write(&[sheet("a", &["Cohort", "0", "1", "2"], rows.to_vec())]);
            let reading = read(&opened(&bytes, Kind::Cohorts, lang), lang, &Choices::default(), cohorts::read);
            assert!(reading.is_certain(), "{lang:?}: nothing is asked of a sheet that is as plain as this");
            cohorts_said(&reading)
        };
        let said_counts = said(&counts);
        assert!(said_counts.starts_with("clients at 0 1 2\n"), "{said_counts}");
        assert!(said_counts.contains(": 1000 869 743\n") && said_counts.contains(": 900 800 .\n"), "{said_counts}");
        let said_shares = said(&shares);
        assert!(said_shares.contains("Jan 2024: 100 86.9 7\n"), "{said_shares}");
        assert!(!said_shares.contains("Separator"), "no sign parts cells of a sheet: {said_shares}");
    }
}

#[test]
fn accounts_are_read_with_days_above_and_fractions_that_part_no_thousands() {
    let rows =
        vec![vec![text("Acme"), NUMBER(1.234), NUMBER(0.1 + 0.2)], vec![text("Beta"), NUMBER(2.345), NUMBER(999.125)]];
    let head = vec![text("Client"), day(2025, 1), day(2025, 2)];
    let bytes = xlsx::write(&[sheet("a", &[], [vec![head], rows].concat())]);
    for lang in [EN, RU] {
        let reading = read(&opened(&bytes, Kind::Accounts, lang), lang, &Choices::default(), accounts::read);
        let said = accounts_said(&reading);
        assert!(reading.is_certain(), "{said}");
        assert!(said.contains("1.234") && said.contains("0.3") && said.contains("999.125"), "{said}");
    }
}

#[test]
fn cells_with_lines_and_quotation_marks_stay_whole() {
    let words = "He said \"no\"\nand\tleft";
    let rows =
        vec![vec![text("Choice"), text("Actions"), text(words)], vec![text("Choice"), text("Actions"), text("7")]];
    let bytes = xlsx::write(&[sheet("a", &["Stage", "Lane", "Text"], rows)]);
    let workbook = opened(&bytes, Kind::Map, EN);
    let grid = workbook.grid(EN, &Choices::default());
    assert_eq!(grid.cell(1, 2), words);
    assert_eq!(grid.cell(2, 2), "7");
    assert_eq!((grid.height(), grid.width()), (3, 3));
}

#[test]
fn of_several_sheets_the_likely_one_is_read_and_the_person_is_asked() {
    let map = sheet("Map", &["Stage", "Lane", "Text"], vec![vec![text("Choice"), text("Actions"), text("Compare")]]);
    let other = sheet("Карта 2", &["Stage", "Lane", "Text"], vec![vec![text("Use"), text("Actions"), text("Wait")]]);
    let cover = sheet("Cover", &["Our client"], Vec::new());
    let empty = sheet("Empty", &[], Vec::new());
    let alone = xlsx::write(&[empty.clone(), map.clone()]);
    let alone = read(&opened(&alone, Kind::Map, EN), EN, &Choices::default(), map::read);
    assert!(alone.questions.is_empty() && alone.value.is_some(), "what is empty is no choice");

    let workbook = opened(&xlsx::write(&[cover, empty, map, other]), Kind::Map, EN);
    let reading = read(&workbook, EN, &Choices::default(), map::read);
    assert!(map_said(&reading).contains("Compare") && !reading.is_certain());
    let question = &reading.questions[0];
    assert_eq!(question.about, About::Sheets(vec!["Cover".into(), "Map".into(), "Карта 2".into()]));
    assert_eq!((question.taken, question.answered), (1, false));
    assert_eq!([0, 1, 2].map(|at| question.name_of(at)), [Some("Cover"), Some("Map"), Some("Карта 2")]);
    assert_eq!((TableWords::of(EN).question)(question), "Which sheet is the table on?");

    let chosen = Choices::default().with(Choice::Sheet(2));
    let reading = read(&workbook, EN, &chosen, map::read);
    assert!(map_said(&reading).contains("Wait") && reading.questions[0].answered);
    let none = read(&workbook, EN, &Choices::default().with(Choice::Sheet(0)), map::read);
    assert!(none.value.is_none() && none.questions[0].options.len() == 3, "a way back stays");
}
