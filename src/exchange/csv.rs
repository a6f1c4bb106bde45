//! Rows and cells of quotes as CSV (RFC 4180).

/// Rows of cells as text. A cell that holds the separator, a quote or a line break is quoted.
pub fn write_table(rows: &[Vec<String>], separator: char) -> String {
    let cell = |cell: &String| {
        if cell.contains([separator, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let mut text = String::new();
    for row in rows {
        text += &row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string());
        text += "\r\n";
    }
    text
}

/// What parts the cells of a text, by its first line.
pub(crate) fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    [('\t', b'\t'), (';', b';')].into_iter().find(|(c, _)| count(*c) > count(',')).map_or(b',', |(_, byte)| byte)
}

/// The rows of a text, each with the line on which it begins, counted from 1. Empty lines are no rows. Broken quoting is
/// read as far as it goes: what is behind a quote that nobody closes is one cell.
pub fn parse_table(text: &str, separator: u8) -> Vec<(usize, Vec<String>)> {
    use csv_core::{ReadFieldResult, ReaderBuilder};

    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut input = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell: Vec<u8> = Vec::new();
    let mut line = 1;
    let mut begins = 1;
    let mut buffer = [0_u8; 4096];
    loop {
        if row.is_empty() && cell.is_empty() {
            let gap = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
            begins = line + gap.filter(|byte| **byte == b'\n').count();
        }
        let (result, read, written) = reader.read_field(input, &mut buffer);
        line += input[..read].iter().filter(|byte| **byte == b'\n').count();
        input = &input[read..];
        cell.extend_from_slice(&buffer[..written]);
        match result {
            // The reader has seen everything; it is told so by empty input, which stays empty from here on.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => (),
            ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8_lossy(&std::mem::take(&mut cell)).into_owned());
                if record_end {
                    rows.push((begins, std::mem::take(&mut row)));
                }
            }
            ReadFieldResult::End => return rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_breaks_and_lines_are_kept() {
        let text = "a,\"b, \"\"c\"\"\nd\",\r\n\r\n\"x\",y";
        let rows = parse_table(text, b',');
        assert_eq!(
            rows,
            [(1, vec!["a".into(), "b, \"c\"\nd".into(), String::new()]), (4, vec!["x".into(), "y".into()])]
        );
    }

    #[test]
    fn what_is_written_is_read_again() {
        let rows = vec![vec!["1\t2".to_string(), "\"".into(), "ё\r\nж".into()], vec![String::new(), "-".into()]];
        for separator in [',', '\t'] {
            let read: Vec<_> =
                parse_table(&write_table(&rows, separator), separator as u8).into_iter().map(|(_, row)| row).collect();
            assert_eq!(read, rows);
        }
    }

    #[test]
    fn an_open_quote_ends_with_the_text() {
        assert_eq!(parse_table("a,\"b\nc", b','), [(1, vec!["a".into(), "b\nc".into()])]);
        assert_eq!(parse_table("", b','), []);
    }
}
