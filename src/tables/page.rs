//! The table of a web page, pasted as its markup: some programs export it under the name of a spreadsheet.

use std::borrow::Cow;

/// The table of a page.
pub(super) struct Rows {
    /// Its rows, with cells parted by tabs.
    pub text: String,
    /// How many rows were read, where there is more to it than is read.
    pub stopped: Option<u32>,
}

/// The rows of a page, up to so many cells that are only there because others span them; `None` for a text that is no page with
/// a table.
pub(super) fn rows(text: &str, most_spanned: usize) -> Option<Rows> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return None;
    }
    let mut page = Page { spare: most_spanned, ..Page::default() };
    let mut rest = start;
    while let Some(open) = rest.find('<')
        && page.spare > 0
    {
        page.text(&rest[..open]);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name = name(tag);
        if matches!(name.as_str(), "style" | "script" | "title") {
            rest = from_close(rest, &name);
            continue;
        }
        page.tag(&name, tag);
    }
    page.finish()
}

/// What begins with the closing tag of that name; nothing where there is none.
fn from_close<'a>(text: &'a str, name: &str) -> &'a str {
    let is_close = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_close).map_or("", |at| &text[at..])
}

/// The name of a tag in small letters, with the slash of one that closes.
fn name(tag: &str) -> String {
    let end = tag.char_indices().find(|(at, c)| !(c.is_ascii_alphanumeric() || *at == 0 && *c == '/'));
    tag[..end.map_or(tag.len(), |(at, _)| at)].to_ascii_lowercase()
}

/// What a page comes to as it is read.
#[derive(Default)]
struct Page {
    out: String,
    /// The cell that is open.
    cell: Option<String>,
    /// How many columns it takes, and how many rows.
    span: (usize, usize),
    /// How many rows below a cell of an earlier row reaches into, by column.
    reached: Vec<usize>,
    column: usize,
    cells: usize,
    rows: u32,
    /// How many more cells others may span: a few letters can stand for thousands.
    spare: usize,
}

/// The most columns or rows that one cell takes: a slip would make a table of nothing.
const MOST_SPANNED: usize = 100;

impl Page {
    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            // Only a tag breaks a line.
            cell.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        }
    }

    fn break_line(&mut self) {
        self.cell.iter_mut().for_each(|cell| cell.push('\n'));
    }

    fn tag(&mut self, name: &str, tag: &str) {
        match name {
            "tr" | "/table" => {
                self.close();
                if !self.out.is_empty() && !self.out.ends_with('\n') {
                    self.out.push('\n');
                    self.rows += 1;
                }
                self.column = 0;
            }
            "td" | "th" => {
                self.close();
                let spanned = |name| number_of(tag, name).unwrap_or(1).clamp(1, MOST_SPANNED);
                self.span = (spanned("colspan"), spanned("rowspan"));
                self.cell = Some(String::new());
            }
            "/td" | "/th" | "/tr" => self.close(),
            "br" | "/p" | "/div" | "p" | "div" | "li" | "/li" => self.break_line(),
            _ => (),
        }
    }

    /// Writes the open cell, behind those that reach down into its row.
    fn close(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self.reached.get(self.column).is_some_and(|rows| *rows > 0) {
            self.reached[self.column] -= 1;
            self.put_spanned();
        }
        let (columns, rows) = std::mem::replace(&mut self.span, (1, 1));
        let text = shown(&cell);
        for at in 0..columns {
            let column = self.column;
            if at == 0 {
                self.put(&text);
            } else {
                self.put_spanned();
            }
            if rows > 1 {
                self.reached.resize(self.reached.len().max(column + 1), 0);
                self.reached[column] = rows - 1;
            }
        }
        self.cells += 1;
    }

    fn put_spanned(&mut self) {
        self.put("");
        self.spare = self.spare.saturating_sub(1);
    }

    fn put(&mut self, text: &str) {
        if self.column > 0 {
            self.out.push('\t');
        }
        self.column += 1;
        if text.contains(['\t', '\n', '"']) {
            self.out += &format!("\"{}\"", text.replace('"', "\"\""));
        } else {
            self.out += text;
        }
    }

    fn finish(mut self) -> Option<Rows> {
        self.close();
        let stopped = (self.spare == 0).then_some(self.rows);
        (self.cells > 1).then_some(Rows { text: self.out, stopped })
    }
}

/// The number that a tag gives an attribute.
fn number_of(tag: &str, name: &str) -> Option<usize> {
    let lower = tag.to_ascii_lowercase();
    let value = lower[lower.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let digits = value.trim_start_matches(['"', '\'']);
    digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())].parse().ok()
}

/// The text of a cell as a page shows it: breaks of its source are blanks, entities letters.
fn shown(source: &str) -> String {
    let lines = source.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    with_letters(&text, |_| true)
}

/// A text whose source is that of a page, though it is none: "Smith &amp; Sons", "1&nbsp;200", also where that was written twice.
/// What parts cells stays as it is.
pub(super) fn with_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let parts_nothing = |letter: char| !letter.is_control() && !matches!(letter, '"' | ',' | ';' | '|');
    Cow::Owned(with_letters(&with_letters(text, |letter| letter == '&'), parts_nothing))
}

/// The longest that the name of an entity is, with what ends it.
const LONGEST_ENTITY: usize = 16;

/// A text with the letters in place of entities, of those that are `wanted`.
fn with_letters(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        plain += &rest[..at];
        let body = &rest[at + 1..];
        // Looking further at each sign would take as long as the text is, as many times as it has signs.
        let end = body.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let entity = end.and_then(|end| Some((letter(&body[..end]).filter(|it| wanted(*it))?, &body[end + 1..])));
        match entity {
            Some((letter, after)) => {
                plain.push(letter);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = body;
            }
        }
    }
    plain + rest
}

/// The letter that an entity stands for.
fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        };
        return code.and_then(char::from_u32).filter(|letter| *letter != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "thinsp" => '\u{2009}',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "hellip" => '\u{2026}',
        "bull" => '\u{2022}',
        "lsquo" => '\u{2018}',
        "rsquo" => '\u{2019}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "times" => '×',
        "pound" => '£',
        "yen" => '¥',
        "nbsp" => '\u{a0}',
        "laquo" => '\u{ab}',
        "raquo" => '\u{bb}',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "minus" => '\u{2212}',
        "euro" => '€',
        _ => return None,
    })
}
