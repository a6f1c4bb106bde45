//! A table of cohorts as people paste it, or every cell that stands in the way: nothing is half taken.

use super::cell::{CellError, CellProblem};
use super::csv::write_table;
use super::grid::{Grid, Number, counts_on};
use crate::model::amount::Amount;
use crate::model::scenario::{Bounds, CohortTable};

/// The most cohorts, and the most counts of one, that are taken: more are a slip.
const MOST_COHORTS: usize = 1_000;
const MOST_COUNTS: usize = 1_201;

/// A cell with where it stands.
struct Placed<'a> {
    row: usize,
    column: usize,
    text: &'a str,
    number: Option<Number>,
}

impl Placed<'_> {
    fn is(&self, problem: CellProblem) -> CellError {
        CellError { row: self.row, column: self.column, problem }
    }
}

/// The table of a pasted text: a cohort a row, the later ones shorter; a single column is one cohort, and a first column of
/// 0, 1, 2 makes every other column one. A heading is left out; a first column of names is kept. Shares of 1, and rows that
/// begin with 100 and go on with fractions, are per cent as if they had the sign.
///
/// # Errors
/// Every cell that cannot be taken, in order.
pub fn read(text: &str) -> Result<CohortTable, Vec<CellError>> {
    let grid = Grid::of(text);
    let (names, cohorts) = cohorts(&grid);
    if cohorts.is_empty() {
        return Err(vec![CellError { row: 1, column: 1, problem: CellProblem::NothingThere }]);
    }
    let mut errors = Vec::new();
    let signed = cohorts.iter().flatten().find_map(|cell| cell.number).is_some_and(|number| number.per_cent);
    for cohort in &cohorts {
        check(cohort, signed, &mut errors);
    }
    if let Some(cell) = cohorts.get(MOST_COHORTS).and_then(|cohort| cohort.first()) {
        errors.push(cell.is(CellProblem::TooMany));
    }
    if errors.is_empty()
        && cohorts.iter().all(|cohort| cohort.len() < 2)
        && let Some(cell) = cohorts[0].first()
    {
        errors.push(cell.is(CellProblem::OnlyStarts));
    }
    let mut rows: Vec<Vec<f64>> =
        cohorts.iter().map(|cohort| cohort.iter().filter_map(|cell| Some(cell.number?.value)).collect()).collect();
    let per_cent = signed || are_shares_of(&rows, 100.0) || are_shares_of(&rows, 1.0);
    if per_cent && !signed && are_shares_of(&rows, 1.0) {
        // Two steps, so that 0.631 is the 63.1 that one would have typed.
        rows.iter_mut().flatten().for_each(|share| *share = (*share * 1e14).round() / 1e12);
    }
    if !errors.is_empty() {
        errors.sort_by_key(|error| (error.row, error.column));
        return Err(errors);
    }
    let rows = rows.into_iter().map(|row| row.into_iter().filter_map(Amount::new).collect()).collect();
    Ok(CohortTable { per_cent, rows, names })
}

/// Whether all cohorts begin with a whole that no other count is a whole part of: nobody counts 63.1 clients.
fn are_shares_of(rows: &[Vec<f64>], whole: f64) -> bool {
    rows.iter().all(|row| row.first() == Some(&whole)) && rows.iter().flatten().any(|count| count.fract() != 0.0)
}

/// The names of the cohorts, where they have any, and the cells of each, without heading.
fn cohorts(grid: &Grid) -> (Vec<String>, Vec<Vec<Placed<'_>>>) {
    let heading = grid.has_heading();
    let lines = &grid.lines[usize::from(heading)..];
    let starts: Vec<Option<f64>> =
        lines.iter().map(|line| line.cells.first().and_then(|cell| grid.number(cell)).map(|n| n.value)).collect();
    let has_more = lines.iter().any(|line| line.cells.len() > 1);
    let counted: Vec<f64> = starts.iter().copied().flatten().collect();
    let in_order = counted.len() == starts.len() && counts_on(&counted);
    let headed = heading && grid.lines[0].cells.len() > 1 && {
        let mut names = grid.lines[0].cells.iter().map(|cell| grid.number(cell).is_some());
        names.next() == Some(false) && names.all(|is_number| is_number)
    };
    // One row by itself that begins with 1o00 has a slip there and no name.
    let slip = !heading && lines.len() == 1 && lines[0].cells[0].starts_with(|c: char| c.is_ascii_digit());
    let named = has_more && (headed || in_order || !slip && starts.iter().all(Option::is_none));
    let cell = |row: usize, column: usize, text| Placed { row, column, text, number: grid.number(text) };
    let mut rows: Vec<Vec<Placed>> = Vec::new();
    for line in lines {
        let cells = line.cells.iter().enumerate().skip(usize::from(named));
        rows.push(cells.map(|(at, text)| cell(line.number, at + 1, text)).collect());
    }
    rows.retain(|row| !row.is_empty());
    let by_age = named && in_order && counted[0] == 0.0;
    if by_age || rows.iter().all(|row| row.len() == 1) {
        let names = column_names(grid.lines.first().filter(|_| by_age && heading).map(|line| &line.cells[..]));
        let columns = columns(rows);
        return (if names.len() == columns.len() { names } else { Vec::new() }, columns);
    }
    let names: Vec<String> =
        lines.iter().filter_map(|line| line.cells.first()).map(|cell| cell.trim().into()).collect();
    let told = named && names.len() == rows.len() && names.iter().any(|name| grid.number(name).is_none());
    (if told { names } else { Vec::new() }, rows)
}

/// What a heading calls the columns after the first.
fn column_names(heading: Option<&[String]>) -> Vec<String> {
    heading.unwrap_or_default().iter().skip(1).map(|cell| cell.trim().into()).collect()
}

/// The columns of a table whose rows may differ in length.
fn columns(rows: Vec<Vec<Placed<'_>>>) -> Vec<Vec<Placed<'_>>> {
    let mut columns: Vec<Vec<Placed>> = Vec::new();
    let first = rows.iter().flatten().map(|cell| cell.column).min().unwrap_or(1);
    for (at, row) in rows.into_iter().enumerate() {
        let line = row.first().map_or(0, |cell| cell.row);
        for cell in row {
            let to = cell.column - first;
            while columns.len() <= to {
                columns.push(Vec::new());
            }
            let column = cell.column;
            while columns[to].len() < at {
                columns[to].push(Placed { row: line, column, text: "", number: None });
            }
            columns[to].push(cell);
        }
    }
    for column in &mut columns {
        column.truncate(column.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1));
    }
    columns.retain(|column| !column.is_empty());
    columns
}

fn check(cohort: &[Placed], signed: bool, errors: &mut Vec<CellError>) {
    let mut before: Option<f64> = None;
    for (at, cell) in cohort.iter().enumerate() {
        let Some(Number { value, per_cent }) = cell.number else {
            let missing = cell.text.is_empty();
            errors.push(cell.is(if missing {
                CellProblem::Missing
            } else {
                CellProblem::NotANumber(cell.text.into())
            }));
            continue;
        };
        let problem = match value {
            _ if at == MOST_COUNTS => Some(CellProblem::TooMany),
            _ if value < 0.0 => Some(CellProblem::Negative),
            _ if !Bounds::MONEY.has(value) => Some(CellProblem::TooLarge),
            _ if per_cent != signed => Some(CellProblem::Mixed),
            _ if at == 0 && value == 0.0 => Some(CellProblem::StartsEmpty),
            _ if at == 0 && signed && value != 100.0 => Some(CellProblem::NotOfTheFirst),
            _ if before.is_some_and(|before| value > before) => Some(CellProblem::Rises),
            _ => None,
        };
        errors.extend(problem.map(|problem| cell.is(problem)));
        before = Some(value);
    }
}

/// The table as text that [`read`] takes: a heading of ages, a row a cohort, separated by tabs.
pub fn write(table: &CohortTable) -> String {
    let longest = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let heading = std::iter::once(String::new()).chain((0..longest).map(|age| age.to_string())).collect();
    let sign = if table.per_cent { "%" } else { "" };
    let name = |number: usize| {
        let given = table.names.get(number - 1).filter(|name| !name.is_empty());
        given.cloned().unwrap_or_else(|| number.to_string())
    };
    let row = |(row, number): (&Vec<Amount>, usize)| {
        std::iter::once(name(number)).chain(row.iter().map(|count| format!("{}{sign}", count.get()))).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(heading).chain(table.rows.iter().zip(1..).map(row)).collect();
    write_table(&rows, '\t').replace("\r\n", "\n")
}
