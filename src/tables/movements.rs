//! What there is at the start of each period, what is new, what is gone, and what there is at the end: no table of clients or of
//! cohorts, although its numbers would be read as either.

use super::fold;
use super::grid::Grid;
use super::period::{DayOrder, Period};

const OPENING: [&str; 17] = [
    "opening",
    "start of",
    "at start",
    "at the start",
    "starting",
    "beginning",
    "bop",
    "bom",
    "на начало",
    "начало периода",
    "начало месяца",
    "входящ",
    "было",
    "returning",
    "existing",
    "вернувш",
    "повторн",
];
const CLOSING: [&str; 12] = [
    "closing",
    "end of",
    "at end",
    "at the end",
    "ending",
    "eop",
    "eom",
    "на конец",
    "конец периода",
    "конец месяца",
    "исходящ",
    "стало",
];
const NEW: [&str; 13] = [
    "new",
    "acquired",
    "added",
    "won",
    "joined",
    "additions",
    "gross adds",
    "новые",
    "новых",
    "пришл",
    "прибыл",
    "привлеч",
    "подключ",
];
const GONE: [&str; 14] = [
    "churn",
    "lost",
    "left",
    "cancel",
    "losses",
    "gone",
    "ушедш",
    "ушл",
    "выбыл",
    "отток",
    "потер",
    "отвал",
    "отключ",
    "расторг",
];
/// No row or column of such a table has a longer name, and no table more of them.
const MOST_WORDS: usize = 5;
const MOST_NAMES: usize = 16;

/// Whether a table is one of these, with its periods down or across.
pub(super) fn is_one(grid: &Grid) -> bool {
    let filled = |row: &usize| (0..grid.length(*row)).filter(|c| !grid.cell(*row, *c).is_empty()).count() > 2;
    let Some(row) = (0..grid.height().min(20)).find(filled) else { return false };
    let heads: Vec<&str> = (0..grid.length(row).min(MOST_NAMES + 1)).map(|column| grid.cell(row, column)).collect();
    let is_period = |text: &&str| Period::of(text, DayOrder::DayFirst).is_some();
    if heads.iter().any(is_period) {
        let rows = row + 1..grid.height();
        rows.len() <= MOST_NAMES && names_all(&rows.map(|row| grid.cell(row, 0)).collect::<Vec<_>>())
    } else {
        heads.len() <= MOST_NAMES && names_all(&heads)
    }
}

/// Whether names are of what is new, of what is gone, and of what there is before or after.
fn names_all(names: &[&str]) -> bool {
    let mut found = [false; 3];
    for key in names.iter().map(|name| fold::key(name)) {
        let words: Vec<&str> = fold::words(&key).collect();
        let begins = |known: &str| match known.contains(' ') {
            true => key.contains(known),
            false => words.iter().any(|word| word.starts_with(known)),
        };
        let says = |known: &[&str]| words.len() <= MOST_WORDS && known.iter().any(|one| begins(one));
        if says(&OPENING) || says(&CLOSING) {
            found[0] = true;
        } else if says(&NEW) {
            found[1] = true;
        } else if says(&GONE) {
            found[2] = true;
        }
    }
    found == [true; 3]
}
