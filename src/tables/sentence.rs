//! Lines of words above and below a table, whose commas part no cells: "Monday, March 31, 2025 05:21 PM".

use super::grid::Grid;
use super::separator::Separator;
use crate::i18n::amounts::Numeral;

/// The grid with such lines in a cell each; `None` where there are none.
pub(super) fn whole(grid: &Grid) -> Option<Grid> {
    if grid.separator != Separator::Comma {
        return None;
    }
    let is_plain =
        |row: &usize| grid.length(*row) > 1 && (1..grid.length(*row)).all(|at| !grid.raw(*row, at).starts_with(' '));
    let plain: Vec<usize> = (0..grid.height()).filter(is_plain).collect();
    let (first, last) = (*plain.first()?, *plain.last()?);
    // A heading may be typed with spaces.
    let outer = (0..first).filter(|row| grid.length(*row) < grid.width()).chain(last + 1..grid.height());
    let lines: Vec<(usize, String)> =
        outer.filter(|row| is_sentence(grid, *row)).map(|row| (row, joined(grid, row))).collect();
    // Where as many rows have spaces behind their commas, those part cells.
    if lines.is_empty() || lines.len() >= plain.len() {
        return None;
    }
    let of = |row: usize| lines.iter().find(|(at, _)| *at == row).map(|(_, text)| text.as_str());
    Some(grid.with_cells(|row, column| of(row).map(|text| if column == 0 { text } else { "" })))
}

/// Whether a space stands behind each comma of a row, or it parts thousands, and the row holds hardly any number.
fn is_sentence(grid: &Grid, row: usize) -> bool {
    let parts_thousands = |at: usize| {
        let next = grid.raw(row, at).bytes().take_while(u8::is_ascii_digit).count();
        next == 3 && grid.raw(row, at - 1).ends_with(|c: char| c.is_ascii_digit())
    };
    let numbers = (1..grid.length(row)).filter(|at| Numeral::of(grid.cell(row, *at), "").is_some()).count();
    grid.length(row) > 1
        && (1..grid.length(row)).all(|at| grid.raw(row, at).starts_with(' ') || parts_thousands(at))
        && (numbers == 0 || numbers == 1 && grid.length(row) < grid.width())
}

fn joined(grid: &Grid, row: usize) -> String {
    (0..grid.length(row)).map(|column| grid.raw(row, column)).collect::<Vec<_>>().join(",")
}
