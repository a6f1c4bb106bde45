//! A pasted table of numbers before it means anything: which character separates, what is a heading, what is a number.

use super::csv::parse_table;

/// A row with the line on which it begins, counted from 1. Its cells are without spaces around them; empty ones at the end
/// are left out.
pub(super) struct Line {
    pub number: usize,
    pub cells: Vec<String>,
}

/// What a comma inside a cell does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comma {
    /// It parts thousands.
    Thousands,
    /// It begins the fraction.
    Fraction,
}

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    /// Whether a per cent sign stands behind it.
    pub per_cent: bool,
}

/// A pasted table.
pub(super) struct Grid {
    pub lines: Vec<Line>,
    comma: Comma,
}

impl Grid {
    /// Reads a text whose cells are separated by tabs, else semicolons, else commas. Rows without any text are left out.
    pub fn of(text: &str) -> Self {
        let rows = parse_table(text, separator(text)).into_iter();
        let lines = rows.map(|(number, cells)| {
            let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
            Line { number, cells }
        });
        let lines: Vec<Line> = lines.filter(|line| !line.cells.is_empty()).collect();
        let cells = || lines.iter().flat_map(|line| &line.cells);
        // Nobody parts the thousands of nothing: 0,869 shows what the comma of 1,000 means.
        let fits = |cell: &str, comma| number(cell, comma).is_some();
        let mut marked = cells().filter(|cell| cell.contains(',') && fits(cell, Comma::Fraction));
        let thousands = marked.all(|cell| fits(cell, Comma::Thousands) && !cell.contains('%'));
        let comma = if thousands { Comma::Thousands } else { Comma::Fraction };
        Grid { lines, comma }
    }

    /// The number in a cell, if it is one.
    pub fn number(&self, cell: &str) -> Option<Number> {
        number(cell, self.comma)
    }

    /// Whether the first row names the columns: it holds no number, or periods that are counted on one by one.
    pub fn has_heading(&self) -> bool {
        let Some(first) = self.lines.first() else { return false };
        let values: Vec<Option<f64>> =
            first.cells.iter().map(|cell| self.number(cell).map(|number| number.value)).collect();
        let numbers: Vec<f64> = values.iter().copied().flatten().collect();
        let named_before = values.iter().skip_while(|value| value.is_none()).all(Option::is_some);
        numbers.is_empty() || named_before && counts_on(&numbers)
    }
}

/// Whether numbers are 0, 1, 2 and so on, or 1, 2, 3, or years one after the other.
pub(super) fn counts_on(numbers: &[f64]) -> bool {
    let begins =
        |first: f64| first == 0.0 || first == 1.0 || (first.fract() == 0.0 && (1900.0..=2100.0).contains(&first));
    numbers.len() > 1 && begins(numbers[0]) && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0)
}

fn separator(text: &str) -> u8 {
    let bare: String = text.split('"').step_by(2).collect();
    if bare.contains('\t') {
        return b'\t';
    }
    if bare.contains(';') {
        return b';';
    }
    // A column of 63,1 and 46,8 under a heading or a whole number is one cohort, not one of two columns.
    let commas = |line: &str| line.matches(',').count();
    let first = bare.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let signed = |line: &str| commas(line) == 0 || commas(line) == 1 && line.matches('%').count() == 1;
    if commas(first) == 0 || bare.lines().all(signed) { b'\t' } else { b',' }
}

/// What may stand around an amount.
const CURRENCY: [char; 5] = ['\u{20bd}', '$', '\u{20ac}', '\u{a3}', '\u{a5}'];

fn number(cell: &str, comma: Comma) -> Option<Number> {
    let outer = |c: char| c.is_whitespace() || CURRENCY.contains(&c);
    let (cell, per_cent) = match cell.strip_suffix('%') {
        Some(rest) => (rest, true),
        None => (cell, false),
    };
    let cell = cell.trim_matches(outer);
    let (cell, sign) = match cell.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest.trim_start_matches(outer), -1.0),
        None => (cell, 1.0),
    };
    let (whole, fraction) = parts(cell, comma)?;
    let digits = whole_digits(whole)?;
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // 01.2024 is a month.
    let is_month =
        digits.len() == 2 && fraction.is_some_and(|f| f.len() == 4 && (f.starts_with("19") || f.starts_with("20")));
    if digits.len() > 1 && digits.starts_with('0')
        || is_month
        || fraction.is_some_and(|f| f.is_empty() || !all_digits(f))
    {
        return None;
    }
    let value: f64 = format!("{digits}.{}", fraction.unwrap_or("0")).parse().ok()?;
    Some(Number { value: sign * value, per_cent })
}

/// The whole part, thousands parted as they were, and the fraction. Of two marks the last begins the fraction; a mark that
/// comes twice parts thousands.
fn parts(cell: &str, comma: Comma) -> Option<(&str, Option<&str>)> {
    let count = |mark: char| cell.matches(mark).count();
    let mark = match (count('.'), count(',')) {
        (0, 0) => return Some((cell, None)),
        (0, 1) if comma == Comma::Thousands => return Some((cell, None)),
        (1, 0) => '.',
        (0, 1) => ',',
        (_, 0) | (0, _) => return Some((cell, None)),
        _ => cell.chars().rfind(|c| matches!(c, '.' | ','))?,
    };
    cell.split_once(mark).map(|(whole, fraction)| (whole, Some(fraction)))
}

/// The digits of a whole number whose thousands may be parted, by the same mark throughout.
fn whole_digits(whole: &str) -> Option<String> {
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark else { return (!whole.is_empty()).then(|| whole.to_owned()) };
    if !matches!(mark, '.' | ',' | '\'') && !mark.is_whitespace() {
        return None;
    }
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let digits = |group: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
    };
    let sound = digits(first, 1..=3) && !first.starts_with('0') && groups.all(|group| digits(group, 3..=3));
    sound.then(|| whole.split(mark).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        let read = |cell: &str, comma| number(cell, comma).map(|number| (number.value, number.per_cent));
        let fraction = |cell: &str| read(cell, Comma::Fraction);
        assert_eq!(fraction("1000"), Some((1000.0, false)));
        assert_eq!(fraction("63,1"), Some((63.1, false)));
        assert_eq!(fraction("63.1 %"), Some((63.1, true)));
        assert_eq!(fraction("12\u{a0}345,5"), Some((12_345.5, false)));
        assert_eq!(fraction("1\u{202f}234\u{202f}567"), Some((1_234_567.0, false)));
        assert_eq!(fraction("1,234.5"), Some((1_234.5, false)));
        assert_eq!(fraction("1.234,5"), Some((1_234.5, false)));
        assert_eq!(fraction("1,234,567"), Some((1_234_567.0, false)));
        assert_eq!(fraction("\u{20bd}\u{a0}90 000"), Some((90_000.0, false)));
        assert_eq!(fraction("\u{2212}$5"), Some((-5.0, false)));
        assert_eq!(read("1,234", Comma::Thousands), Some((1_234.0, false)));
        for wrong in
            ["", "-", "%", "1o0", "1000 869", "12 34", "1,23,4", "1.2.3", "5.", "0,1,2", "01.2024", "1e5", "NaN"]
        {
            assert_eq!(fraction(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_comma_is_read_by_what_all_cells_show() {
        let comma = |text: &str| Grid::of(text).comma;
        assert_eq!(comma("1,000\t869\t743"), Comma::Thousands);
        assert_eq!(comma("1,000\t0,869\t0,743"), Comma::Fraction);
        assert_eq!(comma("100\t63,1"), Comma::Fraction);
        assert_eq!(comma("100,000%\t63,125%"), Comma::Fraction);
    }
}
