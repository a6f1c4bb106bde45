//! Marks behind numbers and headings, and the notes below a table that they stand for: `120*` and `* forecast`.

use super::cells::{Cell, without_note};
use super::fold;
use super::layout::Layout;
use super::phrases;

/// The mark of a note behind a text, such as `*` or `[1]`.
fn mark(text: &str) -> Option<&str> {
    let bare = without_note(text);
    let mark = text[bare.len()..].trim_start();
    (!bare.is_empty() && !mark.is_empty()).then_some(mark)
}

/// Whether a mark on a column's heading or on one of its numbers stands for a note that says they are planned or not whole yet:
/// "* forecast", "* month to date".
pub(super) fn is_planned(layout: &Layout, column: usize) -> bool {
    const MOST_NOTES: usize = 10;
    let view = &layout.view;
    let alone = |row: usize| {
        let mut texts = (0..view.width()).map(|at| view.text(row, at)).filter(|text| !text.is_empty());
        texts.next().filter(|_| texts.next().is_none())
    };
    let notes: Vec<&str> = layout.body().rev().take(MOST_NOTES).map_while(alone).collect();
    let is_plan = |mark: &str| {
        let said = notes.iter().filter_map(|note| note.strip_prefix(mark)).map(str::trim_start);
        said.filter(|note| note.starts_with(char::is_alphabetic) || note.starts_with(['-', '\u{2013}', '\u{2014}']))
            .any(|note| phrases::is_planned(&fold::key(note)) || phrases::says_unfinished(&fold::key(note)))
    };
    let head = layout.head(column).text;
    let numbers = layout.body().filter(|row| matches!(view.at(*row, column), Cell::Number(_)));
    !notes.is_empty()
        && (mark(&head).is_some_and(is_plan) || numbers.filter_map(|row| mark(view.text(row, column))).any(is_plan))
}
