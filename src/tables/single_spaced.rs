//! Tables whose cells single spaces part, as a letter or a page of a print gives them: "Jan 100 80 60".

use std::iter::repeat_n;

use crate::i18n::amounts::Numeral;

/// The text with tabs between its cells, where each line is a name and the numbers behind it, below a heading or none. `None`
/// where it is not: also where a space may part thousands, and no heading or other row says how many numbers there are.
pub(super) fn parted(text: &str) -> Option<String> {
    if let Some(parted) = lists(text) {
        return Some(parted);
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_apart = |line: &str| line.contains(['\t', ';', '|']) || line.contains("  ");
    if lines.len() < 2 || lines.iter().any(|line| is_apart(line)) {
        return None;
    }
    let spaced: Vec<String> = lines.iter().map(|line| line.replace(" %", "%")).collect();
    let rows: Vec<Vec<&str>> = spaced.iter().map(|line| line.split(' ').collect()).collect();
    let has_heading = is_heading(&rows[0]);
    let body = &rows[usize::from(has_heading)..];
    let numbers = |row: &[&str]| row.iter().rev().take_while(|cell| is_number(cell)).count();
    // A year behind a month belongs to the name, and a name may be a number itself.
    let is_year =
        |row: &[&str], at: usize| row[at].len() == 4 && (row[at].starts_with("19") || row[at].starts_with("20"));
    let begins = |row: &[&str]| row.len() - numbers(row);
    let are_named = body.iter().all(|row| begins(row) > 0);
    let are_dated = are_named && body.iter().all(|row| begins(row) < row.len() && is_year(row, begins(row)));
    let names = |row: &[&str]| if are_named { begins(row) + usize::from(are_dated) } else { 1 };
    let counts: Vec<usize> = body.iter().map(|row| row.len().saturating_sub(names(row))).collect();
    let most = *counts.iter().max()?;
    let fits_heading = has_heading && rows[0].len() == most + 1;
    let is_doubtful =
        |row: &Vec<&str>| row[names(row).min(row.len())..].windows(2).any(|pair| may_be_one(pair[0], pair[1]));
    // A row that may be read in two ways is read as one that may not.
    let are_known = body.iter().zip(&counts).any(|(row, count)| *count == most && !is_doubtful(row));
    let is_known = |(row, count): (&Vec<&str>, &usize)| !is_doubtful(row) || are_known && *count == most;
    let are_sure = has_heading || body.iter().zip(&counts).all(is_known);
    if most < 2 || counts.contains(&0) || has_heading != fits_heading || !are_sure {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for (at, row) in rows.iter().enumerate() {
        let name = if at == 0 && has_heading { 1 } else { names(row) };
        out.push_str(&row[..name].join(" "));
        for cell in &row[name..] {
            out.push('\t');
            out.push_str(cell);
        }
        out.extend(repeat_n('\t', (most + name).saturating_sub(row.len())));
        out.push('\n');
    }
    Some(out)
}

/// The same of lines that are lists of numbers, each behind its name: "Acme: 100, 120".
pub(super) fn lists(text: &str) -> Option<String> {
    let mut out = String::new();
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        let (name, numbers) = line.split_once(": ")?;
        let numbers: Vec<&str> = numbers.split([", ", "; "].into_iter().find(|mark| numbers.contains(mark))?).collect();
        if is_number(name) || name.contains([',', ';', '\t', '|']) || !numbers.iter().all(|cell| is_number(cell.trim()))
        {
            return None;
        }
        out.extend([name, "\t", &numbers.join("\t"), "\n"]);
    }
    Some(out).filter(|out| !out.is_empty())
}

/// Whether a line names columns: words, or ages that follow each other behind one.
fn is_heading(row: &[&str]) -> bool {
    let ages: Option<Vec<u32>> = row[1..].iter().map(|cell| cell.parse().ok()).collect();
    let follow =
        |ages: Vec<u32>| ages.first().is_some_and(|age| *age < 2) && ages.windows(2).all(|pair| pair[1] == pair[0] + 1);
    !is_number(row[0]) && (ages.is_some_and(follow) || !row.iter().any(|cell| is_number(cell)))
}

fn is_number(cell: &str) -> bool {
    matches!(cell, "-" | "\u{2013}" | "\u{2014}") || Numeral::of(cell, "").is_some()
}

/// Whether two cells may be one number whose thousands a space parts: "1 200".
fn may_be_one(left: &str, right: &str) -> bool {
    let are_digits = [left, right].into_iter().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()));
    are_digits && left.len() < 4 && right.len() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_the_numbers_behind_it_are_parted() {
        let rows = |text: &str| parted(text).map(|text| text.replace('\t', "|").replace('\n', "/"));
        assert_eq!(rows("Jan 100 80 60\nFeb 90 70\n\nMar 110").as_deref(), Some("Jan|100|80|60/Feb|90|70|/Mar|110||/"));
        assert_eq!(rows("Acme Ltd 1200 1300\nBeta 90 -").as_deref(), Some("Acme Ltd|1200|1300/Beta|90|-/"));
        assert_eq!(
            rows("Когорта 0 1 2\nянв 2025 1000 800 650\nфев 2025 900 700").as_deref(),
            Some("Когорта|0|1|2/янв 2025|1000|800|650/фев 2025|900|700|/")
        );
        assert_eq!(
            rows("Month M0 M1\n01.2025 100 % 80 %\n02.2025 100 %").as_deref(),
            Some("Month|M0|M1/01.2025|100%|80%/02.2025|100%|/")
        );
    }

    #[test]
    fn prose_and_numbers_with_spaces_in_them_are_left_alone() {
        for text in [
            "Jan 100 80 60",
            "Jan 1 200 900 800\nFeb 1 100 700",
            "We met 3 people in 2024\nand 5 later",
            "Acme 100\nBeta 200",
            "Cohort M0 M1\nJan 100 80 60\nFeb 90 70",
            "1 200 300\n2 300 400",
            "Acme 10  20 30\nBeta 5 6 7",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }
}
