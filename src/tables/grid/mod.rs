//! A text as rows of cells, with the places that a spreadsheet would give them.

mod corner;
mod separators;

use std::borrow::Cow;

use super::cut::{Cutter, is_soft_break};
use super::drawn;
use super::fold::trimmed;
use super::guard;
use super::page;
use super::place::CellPlace;
use super::separator::{self, Separator};
use crate::i18n::Lang;

/// The most cells that are read: more are a slip, and would hold the page.
pub const MOST_CELLS: usize = 300_000;

/// A row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    first: u32,
    number: u32,
    line: u32,
}

/// Rows of cells. Blank rows are left out, and so are empty cells at the end of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    text: String,
    ends: Vec<u32>,
    rows: Vec<Row>,
    width: usize,
    /// Whether a line of dashes stands between its rows, as in Markdown.
    is_ruled: bool,
    /// What parts the cells.
    pub separator: Separator,
    /// Whether the text could be parted in another way too.
    pub doubt: bool,
    /// The first cell that begins with a quotation mark which nobody closes, and how many there are.
    pub open_quotes: Option<(CellPlace, usize)>,
    /// How many cells hold an odd number of quotation marks, and none around them: a sign of a wrong separator.
    pub odd_quotes: usize,
    /// Where the reading stopped, if there are more than [`MOST_CELLS`].
    pub stopped: Option<CellPlace>,
}

impl Grid {
    /// Reads a text, cells parted by what fits it best, or by `separator` where somebody chose one.
    pub fn of(text: &str, lang: Lang, separator: Option<Separator>) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Where nothing else ends a row, the breaks of a word processor do.
        let softly = !text.contains(['\n', '\r']) && text.contains(is_soft_break);
        let broken = if softly { Cow::Owned(text.replace(is_soft_break, "\n")) } else { Cow::Borrowed(text) };
        let broken = drawn::unquoted(&broken);
        let of_page = page::rows(&broken, MOST_CELLS);
        let of_source = if of_page.is_none() { page::with_entities(&broken) } else { Cow::Borrowed("") };
        let of_source = drawn::with_breaks(&of_source);
        let text = of_page.as_ref().map_or(&*of_source, |page| &page.text);
        let separator = if of_page.is_some() { Some(Separator::Tab) } else { separator };
        let (said, rest) = separator::said(text);
        let skipped = u32::from(said.is_some());
        let (found, doubt) = match separator.or(said) {
            Some(separator) => (separator, false),
            None => separators::most_likely(rest, lang),
        };
        let mut grid = Grid { separator: found, doubt, ..Grid::default() };
        grid.fill(&spaced(rest, found), skipped, MOST_CELLS);
        if let Some(rows) = of_page.and_then(|page| page.stopped) {
            grid.stopped.get_or_insert(CellPlace { row: rows + 1, column: 1, line: rows + 1 });
        }
        grid.unmarked().with_corner()
    }

    /// The first `most` cells of a text, parted by `separator`.
    pub(super) fn parted(text: &str, separator: Separator, most: usize) -> Self {
        let mut grid = Grid { separator, ..Grid::default() };
        grid.fill(&spaced(&drawn::with_breaks(text), separator), 0, most);
        grid.unmarked().with_corner()
    }

    /// The same without the marks of Markdown around whole cells, where a line under its heading says that it is one.
    fn unmarked(self) -> Self {
        if self.is_ruled { self.with_cells(|row, column| Some(drawn::unmarked(self.raw(row, column)))) } else { self }
    }

    /// Reads rows until there are `most` cells.
    fn fill(&mut self, text: &str, skipped_lines: u32, most: usize) {
        let mut cutter = Cutter::new(text, self.separator);
        while !cutter.is_done() {
            let (number, line) = (cutter.row, cutter.line + skipped_lines);
            let (first, kept) = (self.ends.len(), self.text.len());
            let mut filled = (first, kept);
            let mut at = 0;
            loop {
                at += 1;
                let start = self.text.len();
                let more = cutter.cell(&mut self.text);
                let place = CellPlace { row: number, column: at, line };
                if cutter.take_open_quote() {
                    self.open_quotes.get_or_insert((place, 0)).1 += 1;
                }
                self.ends.push(self.text.len() as u32);
                if !trimmed(&self.text[start..]).is_empty() {
                    filled = (self.ends.len(), self.text.len());
                }
                if self.ends.len() > most {
                    self.stopped = Some(place);
                    self.ends.truncate(first);
                    self.text.truncate(kept);
                    return;
                }
                if !more {
                    break;
                }
            }
            self.odd_quotes = cutter.odd_quotes;
            self.ends.truncate(filled.0);
            self.text.truncate(filled.1);
            let ruled = self.separator == Separator::Bar && drawn::is_rule(&self.text[kept..]);
            self.is_ruled |= ruled;
            if filled.0 == first || ruled {
                self.ends.truncate(first);
                self.text.truncate(kept);
            } else {
                self.width = self.width.max(filled.0 - first);
                self.rows.push(Row { first: first as u32, number, line });
            }
        }
    }

    /// The same with other texts in some cells; `change` gives them, `None` for a cell that stays.
    pub(super) fn with_cells<'a>(&'a self, change: impl Fn(usize, usize) -> Option<&'a str>) -> Self {
        let mut grid = Grid { text: String::with_capacity(self.text.len()), ends: Vec::new(), ..self.clone() };
        for row in 0..self.height() {
            for column in 0..self.length(row) {
                grid.text.push_str(change(row, column).unwrap_or_else(|| self.raw(row, column)));
                grid.ends.push(grid.text.len() as u32);
            }
        }
        grid
    }

    /// The rows before one.
    pub(super) fn of_first(&self, rows: usize) -> Self {
        let mut grid = self.clone();
        grid.ends.truncate(self.rows.get(rows).map_or(self.ends.len(), |row| row.first as usize));
        grid.rows.truncate(rows);
        grid
    }

    /// Some of the rows, each where it was.
    pub(super) fn of_rows(&self, rows: impl Iterator<Item = usize>) -> Self {
        let mut grid = Grid { text: String::new(), ends: Vec::new(), rows: Vec::new(), ..self.clone() };
        for row in rows {
            grid.rows.push(Row { first: grid.ends.len() as u32, ..self.rows[row] });
            for column in 0..self.length(row) {
                grid.text.push_str(self.raw(row, column));
                grid.ends.push(grid.text.len() as u32);
            }
        }
        grid
    }

    /// Some of the rows, each with one cell more behind the widest of all.
    pub(super) fn with_behind(&self, rows: &[(usize, &str)]) -> Self {
        let mut grid = Grid { text: String::new(), ends: Vec::new(), rows: Vec::new(), ..self.clone() };
        for (row, behind) in rows {
            grid.rows.push(Row { first: grid.ends.len() as u32, ..self.rows[*row] });
            for column in 0..self.width {
                grid.text.push_str(self.raw(*row, column));
                grid.ends.push(grid.text.len() as u32);
            }
            grid.text.push_str(behind);
            grid.ends.push(grid.text.len() as u32);
        }
        grid.width = self.width + 1;
        grid
    }

    /// Rows of other texts, each where one of these was; all are `width` cells long.
    pub(super) fn laid_out<'a>(&self, rows: &[usize], width: usize, text: impl Fn(usize, usize) -> &'a str) -> Self {
        let mut grid = Grid { text: String::new(), ends: Vec::new(), rows: Vec::new(), width, ..self.clone() };
        for (at, row) in rows.iter().enumerate() {
            grid.rows.push(Row { first: grid.ends.len() as u32, ..self.rows[*row] });
            for column in 0..width {
                grid.text.push_str(text(at, column));
                grid.ends.push(grid.text.len() as u32);
            }
        }
        grid
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many cells the longest row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many cells there are.
    pub fn cells(&self) -> usize {
        self.ends.len()
    }

    /// How many cells a row has.
    pub fn length(&self, row: usize) -> usize {
        let from = self.rows.get(row).map_or(self.ends.len(), |row| row.first as usize);
        let to = self.rows.get(row + 1).map_or(self.ends.len(), |row| row.first as usize);
        to - from
    }

    /// The number of a cell among all cells, counted from 0; `None` behind the end of a row.
    pub fn index(&self, row: usize, column: usize) -> Option<usize> {
        (column < self.length(row)).then(|| self.rows[row].first as usize + column)
    }

    /// What a cell holds, to the letter; nothing behind the end of a row.
    pub fn raw(&self, row: usize, column: usize) -> &str {
        let Some(index) = self.index(row, column) else { return "" };
        let from = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[from..self.ends[index] as usize]
    }

    /// What a cell holds, without white space and the guard of a formula around it.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let raw = self.raw(row, column);
        // A guarded formula is a text that somebody typed.
        guard::of_formula(trimmed(raw)).unwrap_or_else(|| trimmed(guard::as_typed(raw)))
    }

    /// Where a cell stands; rows and columns are counted from 0 here.
    pub fn place(&self, row: usize, column: usize) -> CellPlace {
        let Row { number, line, .. } = self.rows.get(row).copied().unwrap_or(Row { first: 0, number: 1, line: 1 });
        CellPlace { row: number, column: column as u32 + 1, line }
    }

    /// The row of the grid that the sheet counts as `number`.
    pub fn row_at(&self, number: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }

    /// All rows as text, for those who only look at them.
    pub fn to_rows(&self) -> Vec<Vec<String>> {
        let row = |row: usize| (0..self.length(row)).map(|column| self.raw(row, column).to_owned()).collect();
        (0..self.height()).map(row).collect()
    }
}

/// A text whose cells a single character parts, and a single line break each row.
fn spaced(text: &str, separator: Separator) -> Cow<'_, str> {
    match separator {
        Separator::Spaces => Cow::Owned(separator::lined_up(text)),
        Separator::Bar => drawn::with_bars(text),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        Grid::of(text, Lang::English, None).to_rows()
    }

    fn positions(text: &str) -> Vec<(u32, u32)> {
        let grid = Grid::of(text, Lang::English, None);
        (0..grid.height()).map(|row| grid.place(row, 0)).map(|place| (place.row, place.line)).collect()
    }

    #[test]
    fn every_dress_gives_the_same_rows() {
        let table = vec![vec!["Client", "Jan", "Feb"], vec!["A, Inc.", "10", "20"], vec!["B", "", "7"]];
        for text in [
            "Client\tJan\tFeb\nA, Inc.\t10\t20\nB\t\t7\n",
            "Client;Jan;Feb\r\nA, Inc.;10;20\r\nB;;7\r\n",
            "Client,Jan,Feb\r\"A, Inc.\",10,20\rB,,7",
            "\u{feff}sep=;\r\nClient;Jan;Feb\r\n\"A, Inc.\";10;20\r\nB;;7",
            "SEP=|\nClient|Jan|Feb\nA, Inc.|10|20\nB||7",
            "| Client | Jan | Feb |\n|---|--:|:-:|\n| A, Inc. | 10 | 20 |\n| B | | 7 |\n",
            "Client\tJan\tFeb\u{2028}A, Inc.\t10\t20\u{2028}B\t\t7",
            "\n\nClient;Jan;Feb;;;\n;;;\nA, Inc.;10;20\nB;;7;;\n\n",
        ] {
            let grid = Grid::of(text, Lang::English, None);
            let cells = |row| (0..grid.length(row)).map(|column| grid.cell(row, column)).collect::<Vec<_>>();
            assert_eq!((0..grid.height()).map(cells).collect::<Vec<_>>(), table, "{text}");
        }
    }

    #[test]
    fn a_quoted_cell_may_hold_anything() {
        assert_eq!(rows("a,\"b, \"\"c\"\"\r\nd\",\r\n\"x\" ,y"), [vec!["a", "b, \"c\"\nd"], vec!["x", "y"]]);
    }

    #[test]
    fn a_quotation_mark_that_nobody_closes_is_a_letter() {
        assert_eq!(rows("\"Why so\t1\n\"Done\"\t2\nx\t3"), [["\"Why so", "1"], ["Done", "2"], ["x", "3"]]);
        assert_eq!(rows("\"Ромашка\" ООО\t5\nb\t6"), [["\"Ромашка\" ООО", "5"], ["b", "6"]]);
        let swallowed = "a,b,c,d\n\"open,1,2,3\nx,1,2,3\ny,1,2,close\"\nz,1,2,3";
        assert_eq!(rows(swallowed).len(), 5);
        let grid = Grid::of(swallowed, Lang::English, None);
        assert_eq!(grid.open_quotes, Some((CellPlace { row: 2, column: 1, line: 2 }, 1)));
        assert_eq!(rows("a;\"b\nc;d"), [["a", "\"b"], ["c", "d"]]);
    }

    #[test]
    fn rows_and_lines_are_counted_as_a_person_counts_them() {
        assert_eq!(positions("a\tb\n\nc\td"), [(1, 1), (3, 3)]);
        assert_eq!(positions("a\tb\r\rc\td\re\tf"), [(1, 1), (3, 3), (4, 4)]);
        assert_eq!(positions("a;\"1\r\n2\"\r\nb;c"), [(1, 1), (2, 3)]);
        assert_eq!(positions("sep=;\na;b\nc;d"), [(1, 2), (2, 3)]);
    }

    #[test]
    fn a_separator_is_not_what_stands_in_sentences() {
        assert_eq!(
            rows("Stage;Lane;Text\nA;B;one, two, three\nA;B;four"),
            [vec!["Stage", "Lane", "Text"], vec!["A", "B", "one, two, three"], vec!["A", "B", "four"]]
        );
        assert_eq!(rows("stage,lane,tags\nA,B,x;y\nA,C,z;w")[1], ["A", "B", "x;y"]);
        assert_eq!(rows("100,0%\n63,1%\n46,8%"), [["100,0%"], ["63,1%"], ["46,8%"]]);
        let column = "Осталось\n100,0\n63,1";
        assert_eq!(Grid::of(column, Lang::Russian, None).width(), 1);
        assert!(Grid::of(column, Lang::Russian, None).doubt);
        assert_eq!(Grid::of("100;63,1;46,8", Lang::English, None).width(), 3);
    }

    #[test]
    fn reading_stops_at_the_most_cells() {
        let grid = Grid::of(&"1\t2\n".repeat(MOST_CELLS), Lang::English, None);
        assert_eq!(grid.cells(), MOST_CELLS);
        assert_eq!(grid.stopped.map(|place| place.row), Some(MOST_CELLS as u32 / 2 + 1));
    }

    #[test]
    fn a_page_whose_cells_span_thousands_of_others_is_read_in_part() {
        let wide = format!("<table><tr>{}", "<td colspan=100 rowspan=100>x".repeat(100));
        // A cell below them all reaches as far as they do.
        let page = format!("{wide}{}", format!("{}{wide}", "<tr><td>y".repeat(100)).repeat(1_000));
        let grid = Grid::of(&page, Lang::English, None);
        assert!(grid.stopped.is_some());
        assert!(grid.cells() <= MOST_CELLS);
        let honest = "<table><tr><td rowspan=2>a<td colspan=3>b<tr><td>1<td>2<td>3</table>";
        assert_eq!(Grid::of(honest, Lang::English, None).stopped, None);
    }

    #[test]
    fn open_marks_cost_no_more_than_reading_twice() {
        // A text of marks, each of which might be the one that closes the first.
        let text = "\"\"\"a\t".repeat(200_000);
        assert_eq!(Grid::of(&text, Lang::English, Some(Separator::Tab)).height(), 1);
    }
}
