//! What the clipboard holds, understood as cards.

use super::csv::parse_table;

/// A pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paste {
    /// One line or none: nothing but text.
    Words(String),
    /// Several lines, each to become a card: without bullets, numbers and empty lines.
    Lines(Vec<String>),
    /// A block of a spreadsheet, row by row.
    Block(Vec<Vec<String>>),
}

/// Understands a pasted text. A tab makes it a block of a spreadsheet; two lines with words make it lines.
pub fn read(text: &str) -> Paste {
    if text.contains('\t') {
        let rows = parse_table(text, b'\t').into_iter().map(|(_, row)| row);
        return Paste::Block(rows.map(|row| row.into_iter().map(|cell| cell.trim().to_owned()).collect()).collect());
    }
    let lines: Vec<String> = text.lines().map(plain).filter(|line| !line.is_empty()).map(String::from).collect();
    match lines.len() {
        0 => Paste::Words(String::new()),
        1 if !text.trim_end().contains('\n') => Paste::Words(text.trim().into()),
        _ => Paste::Lines(lines),
    }
}

/// A line without what lists put before it: bullets, numbers, tick boxes.
fn plain(line: &str) -> &str {
    let line = line.trim();
    let line = bullet(line).or_else(|| number(line)).unwrap_or(line);
    ["[ ] ", "[x] ", "[X] ", "\u{2610} ", "\u{2611} ", "\u{2612} "]
        .iter()
        .find_map(|tick| line.strip_prefix(tick))
        .unwrap_or(line)
        .trim()
}

fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix([
        '-', '*', '+', '\u{2022}', '\u{2023}', '\u{25aa}', '\u{25cf}', '\u{25e6}', '\u{2013}', '\u{2014}', '\u{b7}',
    ])?;
    // "+46 pilot NPS" and "−2" are words; a bullet stands apart.
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

fn number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let rest = rest.strip_prefix(['.', ')']).filter(|_| (1..=4).contains(&digits))?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_lose_their_marks_and_keep_their_words() {
        let text =
            "- Compares four\n* [x] Calls\n 1. First\n12) Twelfth\n\n• Тире — внутри\n+46 pilot NPS\n3.5 stars\n– край";
        let lines =
            ["Compares four", "Calls", "First", "Twelfth", "Тире — внутри", "+46 pilot NPS", "3.5 stars", "край"];
        assert_eq!(read(text), Paste::Lines(lines.map(String::from).into()));
    }

    #[test]
    fn one_line_is_only_text() {
        assert_eq!(read(" - not a list \n"), Paste::Words("- not a list".into()));
        assert_eq!(read("\n\n"), Paste::Words(String::new()));
    }

    #[test]
    fn a_block_keeps_rows_and_columns() {
        let text = "a\tb\r\n\t\"two\nlines\"\r\n";
        assert_eq!(
            read(text),
            Paste::Block(vec![vec!["a".into(), "b".into()], vec![String::new(), "two\nlines".into()]])
        );
    }
}
