//! The cells of a grid as what they are: numbers, words, nothing; and a way to look at them from either side.

use super::fold;
use super::grid::Grid;
use super::money_words::are_zeros;
use super::period::{DayOrder, Period};
use super::place::{Axis, CellPlace, Strip};
use super::vocabulary::{is_not_counted, is_not_yet};
use crate::i18n::amounts::units::Currency;
use crate::i18n::amounts::{Kind, Numeral};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// A sign or a word for nothing, such as a dash.
    NotYet,
    /// Words.
    Word,
    /// A number.
    Number(Numeral),
}

impl Cell {
    /// The number, if it is one.
    pub fn number(self) -> Option<Numeral> {
        if let Cell::Number(numeral) = self { Some(numeral) } else { None }
    }

    fn of(text: &str, own: &str) -> Self {
        if text.is_empty() {
            return Cell::Blank;
        }
        if is_not_yet(text) || is_not_counted(text) || is_dash_of_money(text, own) {
            return Cell::NotYet;
        }
        // Below each other a count and its share would be one number.
        let below = text.contains('\n').then(|| with_share(text, own)).flatten();
        match below.or_else(|| Numeral::of(text, own)).or_else(|| marked(text, own)) {
            // 01.2024 and 12.2024 are months, and $000 is what all numbers are counted in.
            Some(_) if is_month(text) || are_zeros(text) => Cell::Word,
            Some(numeral) => Cell::Number(numeral),
            None => Cell::Word,
        }
    }
}

/// Whether a cell holds a dash beside a currency or a per cent sign, as spreadsheets show nothing: "$ -".
fn is_dash_of_money(text: &str, own: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2212}');
    let [before, behind] = [text.trim_start_matches(is_dash), text.trim_end_matches(is_dash)].map(str::trim);
    let sign = if before.len() < behind.len() { before } else { behind };
    sign.len() < text.len() && (sign == "%" || sign == own || Currency::named(sign).is_some())
}

/// A number with the mark of a note beside it, "1,234*", "*8.1%" or "300 [1]", or a count with its share.
fn marked(text: &str, own: &str) -> Option<Numeral> {
    if let Some(count) = with_share(text, own).or_else(|| of_all(text)) {
        return Some(count);
    }
    let bare = without_light(without_note(text));
    let bare =
        without_points(bare, own).trim_start_matches(['*', '\u{2020}', '~', '\u{2248}', '\u{223c}']).trim_start();
    let bare = without_about(bare);
    let bare = without_change(bare);
    if bare.len() < text.len() { Numeral::of(bare, own).or_else(|| with_share(bare, own)) } else { None }
}

/// A number without the light that a report sets beside it by its height.
fn without_light(text: &str) -> &str {
    let is_light = |c: char| {
        matches!(
            c,
            '\u{1f534}' | '\u{1f535}' | '\u{1f7e0}'
                ..='\u{1f7eb}'
                    | '\u{26aa}'
                    | '\u{26ab}'
                    | '\u{2b1b}'
                    | '\u{2b1c}'
                    | '\u{25cf}'
                    | '\u{25cb}'
                    | '\u{fe0f}'
        )
    };
    text.trim_matches(|c: char| is_light(c) || c == ' ')
}

/// A number without the change in per cent or points behind it, in brackets and with its sign: "85% (-15 pp)".
fn without_points<'t>(text: &'t str, own: &str) -> &'t str {
    let found = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let is_change = |inner: &str| {
        inner.starts_with(['+', '-', '\u{2212}', '\u{2013}', '\u{b1}'])
            && Numeral::of(inner.trim_start_matches('\u{b1}'), own).is_some_and(|numeral| numeral.kind == Kind::PerCent)
    };
    found.filter(|(_, inner)| is_change(inner)).map_or(text, |(bare, _)| bare.trim_end())
}

/// A number without the word before it that says that it is about so much: "c. 50", "ок. 50".
fn without_about(text: &str) -> &str {
    const ABOUT: [&str; 14] = [
        "c.",
        "ca.",
        "ca ",
        "circa ",
        "approx.",
        "approx ",
        "approximately ",
        "about ",
        "around ",
        "ок.",
        "около ",
        "примерно ",
        "прибл.",
        "приблизительно ",
    ];
    let behind = |about: &str| {
        let (begin, rest) = text.split_at_checked(about.len())?;
        (begin.to_lowercase() == about).then(|| rest.trim_start())
    };
    let rest = ABOUT.into_iter().find_map(behind);
    rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// A number without the change that an arrow tells behind it, "80 (\u{25bc}20%)", "80 \u{2193}". An arrow before a number makes that
/// a change by itself.
fn without_change(text: &str) -> &str {
    const ARROWS: [char; 10] = [
        '\u{25b2}', '\u{25bc}', '\u{25b3}', '\u{25bd}', '\u{2191}', '\u{2193}', '\u{2197}', '\u{2198}', '\u{2b06}',
        '\u{2b07}',
    ];
    match text.find(ARROWS) {
        Some(at) if at > 0 => text[..at].trim_end().trim_end_matches('(').trim_end(),
        _ => text,
    }
}

/// The count of a cell that says its share too: "80 (40%)", "40% / 80", "80" and "40%" below each other.
fn with_share(text: &str, own: &str) -> Option<Numeral> {
    if text.matches('%').count() != 1 {
        return None;
    }
    let text = text.strip_suffix(')').unwrap_or(text);
    let spaces = [text.split_once(' '), text.rsplit_once(' ')];
    let parts = ['(', '\n', '/', '|'].map(|mark| text.split_once(mark)).into_iter().chain(spaces).flatten();
    let of = |part: &str| Numeral::of(part.trim(), own);
    let is_share = |part: &Numeral| part.kind == Kind::PerCent;
    parts.filter_map(|(one, other)| of(one).zip(of(other))).find_map(|(one, other)| {
        match (is_share(&one), is_share(&other)) {
            (false, true) => Some(one),
            (true, false) => Some(other),
            _ => None,
        }
    })
}

/// The count of a cell that says of how many it is: "98 of 120", "98 из 120".
fn of_all(text: &str) -> Option<Numeral> {
    let (count, all) = [" out of ", " of ", " из "].into_iter().find_map(|word| text.split_once(word))?;
    let plain = |text| Numeral::of(text, "").filter(|numeral| numeral.kind == Kind::Plain);
    let (count, all) = (plain(count)?, plain(all)?);
    (0.0..=all.value(false)).contains(&count.value(false)).then_some(count)
}

/// A text without the mark of a note behind it.
pub(super) fn without_note(text: &str) -> &str {
    let note = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    let bare = match note {
        Some((bare, note)) if note.len() < 4 && note.bytes().all(|byte| byte.is_ascii_alphanumeric()) => bare,
        _ => text.trim_end_matches(['*', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}']),
    };
    bare.trim_end()
}

fn is_month(text: &str) -> bool {
    text.len() == 7
        && text.as_bytes()[2] == b'.'
        && matches!(Period::of(text, DayOrder::DayFirst), Some(Period::Month(..)))
}

/// A grid with what each of its cells holds.
pub(super) struct Cells<'a> {
    grid: &'a Grid,
    cells: Vec<Cell>,
}

impl<'a> Cells<'a> {
    pub fn of(grid: &'a Grid, own: &str) -> Self {
        let mut cells = Vec::with_capacity(grid.cells());
        for row in 0..grid.height() {
            cells.extend((0..grid.length(row)).map(|column| Cell::of(grid.cell(row, column), own)));
        }
        Cells { grid, cells }
    }

    pub fn grid(&self) -> &'a Grid {
        self.grid
    }

    pub fn at(&self, row: usize, column: usize) -> Cell {
        self.grid.index(row, column).map_or(Cell::Blank, |index| self.cells[index])
    }
}

/// Some rows of a grid, looked at with rows across, or turned so that columns are.
#[derive(Clone)]
pub(super) struct View<'a> {
    cells: &'a Cells<'a>,
    rows: Vec<usize>,
    width: usize,
    turned: bool,
}

impl<'a> View<'a> {
    pub fn of(cells: &'a Cells<'a>) -> Self {
        let grid = cells.grid;
        View { cells, rows: (0..grid.height()).collect(), width: grid.width(), turned: false }
    }

    /// The first cell of a row that holds anything.
    pub fn first_filled(&self, row: usize) -> Option<usize> {
        (0..self.width()).find(|column| !self.text(row, *column).is_empty())
    }

    /// Cells of a row that hold anything.
    pub fn filled(&self, row: usize) -> usize {
        (0..self.width()).filter(|column| self.at(row, *column) != Cell::Blank).count()
    }

    /// The same without some of its first rows; only where it is not turned.
    pub fn without_first(mut self, count: usize) -> Self {
        self.rows.drain(..count.min(self.rows.len()));
        self.width = self.rows.iter().map(|row| self.cells.grid.length(*row)).max().unwrap_or(0);
        self
    }

    /// The same without one of its rows; only where it is not turned.
    pub fn without(mut self, row: usize) -> Self {
        self.rows.remove(row);
        self
    }

    pub fn turn(mut self) -> Self {
        self.turned = !self.turned;
        self
    }

    pub fn height(&self) -> usize {
        if self.turned { self.width } else { self.rows.len() }
    }

    pub fn width(&self) -> usize {
        if self.turned { self.rows.len() } else { self.width }
    }

    fn source(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let (row, column) = if self.turned { (column, row) } else { (row, column) };
        self.rows.get(row).map(|row| (*row, column))
    }

    pub fn at(&self, row: usize, column: usize) -> Cell {
        self.source(row, column).map_or(Cell::Blank, |(row, column)| self.cells.at(row, column))
    }

    pub fn text(&self, row: usize, column: usize) -> &'a str {
        self.source(row, column).map_or("", |(row, column)| self.cells.grid.cell(row, column))
    }

    /// Whether white space stands before what a cell holds.
    pub fn is_set_in(&self, row: usize, column: usize) -> bool {
        self.source(row, column)
            .is_some_and(|(row, column)| self.cells.grid.raw(row, column).starts_with(char::is_whitespace))
    }

    pub fn key(&self, row: usize, column: usize) -> String {
        fold::key(self.text(row, column))
    }

    pub fn place(&self, row: usize, column: usize) -> CellPlace {
        self.source(row, column).map_or_else(CellPlace::default, |(row, column)| self.cells.grid.place(row, column))
    }

    pub fn is_turned(&self) -> bool {
        self.turned
    }

    /// A row as the sheet knows it, with the name that stands in `names`.
    pub fn row(&self, row: usize, names: Option<usize>) -> Strip {
        let place = self.place(row, 0);
        let (axis, at) = if self.turned { (Axis::Column, place.column) } else { (Axis::Row, place.row) };
        Strip { axis, at, name: names.map_or("", |names| self.text(row, names)).into() }
    }

    /// A column as the sheet knows it, without its name.
    pub fn column(&self, column: usize) -> Strip {
        let place = self.place(0, column);
        let (axis, at) = if self.turned { (Axis::Row, place.row) } else { (Axis::Column, place.column) };
        Strip { axis, at, name: String::new() }
    }
}
