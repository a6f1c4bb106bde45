//! The rows of a table, where a quotation mark that begins a cell may be one that nobody closes.

use crate::exchange::csv::parse_table;

pub(super) type Rows = Vec<Vec<String>>;

/// The rows of a text. A quotation mark that would swallow the rows below it is a letter. `is_time`: of a cell.
pub(super) fn rows(text: &str, separator: u8, is_time: impl Fn(&str) -> bool) -> Rows {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut rows = Rows::new();
    let mut at = 0;
    while at < lines.len() {
        if is_odd(lines[at]) && is_open(lines[at], separator) {
            let closing = (at + 1..lines.len()).find(|next| is_odd(lines[*next]));
            let closing = closing
                .filter(|end| !(at + 1..=*end).any(|next| begins_row(lines[next], lines[at], separator, &is_time)));
            let Some(end) = closing else {
                rows.push(lines[at].split(char::from(separator)).map(str::to_owned).collect());
                at += 1;
                continue;
            };
            rows.extend(cells(&lines[at..=end].join("\n"), separator));
            at = end;
        } else {
            rows.extend(cells(lines[at], separator));
        }
        at += 1;
    }
    rows
}

fn cells(text: &str, separator: u8) -> impl Iterator<Item = Vec<String>> {
    parse_table(text, separator).into_iter().map(|(_, cells)| cells)
}

/// Whether a cell that a quotation mark begins goes on below a line.
fn is_open(line: &str, separator: u8) -> bool {
    cells(&format!("{line}\n."), separator).nth(1).is_none()
}

/// Whether a quotation mark has none to go with it on its line.
fn is_odd(line: &str) -> bool {
    line.matches('"').count() % 2 == 1
}

/// Whether a line below one whose quotation mark is open begins a row: it has as many cells, and a time where that one has one.
/// Sentences hold commas, but no tabs.
fn begins_row(line: &str, open: &str, separator: u8, is_time: &impl Fn(&str) -> bool) -> bool {
    let sign = char::from(separator);
    let parts = |line: &str| line.matches(sign).count();
    let is_timed = |line: &str| line.split(sign).next().is_some_and(|first| is_time(first.trim()));
    let fits = is_timed(line) && is_timed(open) || separator == b'\t' && !is_timed(open);
    fits && parts(open) > 0 && parts(line) >= parts(open)
}
