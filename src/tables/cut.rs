//! Cuts a text into cells: quoted as RFC 4180 has it, or as spreadsheets put them on the clipboard.

use std::borrow::Cow;

use super::drawn;
use super::separator::Separator;

/// Walks through a text cell by cell.
pub(super) struct Cutter<'a> {
    text: &'a str,
    at: usize,
    separator: Separator,
    /// The row that comes next, as a sheet counts it.
    pub row: u32,
    /// The line on which it begins.
    pub line: u32,
    open_quote: bool,
    /// How many cells without quotation marks around them hold an odd number of them.
    pub odd_quotes: usize,
    /// How many bytes were looked through for closing marks in vain; no more than the text is worth.
    searched: usize,
    /// How many separators the first row has, to know a row that a quotation mark would swallow.
    first_row: Option<usize>,
    cells: usize,
}

impl<'a> Cutter<'a> {
    pub fn new(text: &'a str, separator: Separator) -> Self {
        let mut cutter = Cutter {
            text,
            at: 0,
            separator,
            row: 1,
            line: 1,
            open_quote: false,
            odd_quotes: 0,
            searched: 0,
            first_row: None,
            cells: 0,
        };
        cutter.begin_row();
        cutter
    }

    pub fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether the last cell began with a quotation mark that nobody closes. Asking forgets it.
    pub fn take_open_quote(&mut self) -> bool {
        std::mem::take(&mut self.open_quote)
    }

    /// Puts the next cell at the end of `out`, and says whether the row goes on.
    pub fn cell(&mut self, out: &mut String) -> bool {
        self.cells += 1;
        let start = self.at;
        let blanks = self.text[start..].len() - self.text[start..].trim_start_matches(' ').len();
        let quote = start + blanks;
        let close = if self.text[quote..].starts_with('"') { self.close(quote) } else { None };
        if let Some((close, next)) = close {
            self.unquote(&self.text[quote + 1..close], out);
            self.at = next;
        } else {
            let rest = &self.text[start..];
            let end = rest.bytes().position(|byte| self.ends_cell(byte)).unwrap_or(rest.len());
            let end = self.unescaped_bar(rest, end);
            let cell = &rest[..end];
            let odd = cell.matches('"').count() % 2 == 1;
            self.odd_quotes += usize::from(odd);
            self.open_quote = odd && rest[blanks..].starts_with('"');
            let kept = if self.separator == Separator::Bar { drawn::typed(cell) } else { Cow::Borrowed(cell) };
            out.extend(kept.chars().map(|c| if is_soft_break(c) { '\n' } else { c }));
            self.at = start + end;
        }
        self.go_on()
    }

    /// Steps over a separator or the end of a row.
    fn go_on(&mut self) -> bool {
        let rest = &self.text[self.at..];
        if rest.starts_with(self.separator.sign()) {
            self.at += 1;
            let closes = self.separator == Separator::Bar && self.at_break();
            if !closes {
                return true;
            }
        }
        let rest = &self.text[self.at..];
        self.at += if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        self.row += 1;
        self.line += 1;
        self.first_row.get_or_insert(self.cells - 1);
        self.begin_row();
        false
    }

    /// Steps over the bar that a row of a Markdown table begins with.
    fn begin_row(&mut self) {
        if self.separator == Separator::Bar {
            let rest = &self.text[self.at..];
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            if rest[blanks..].starts_with('|') {
                self.at += blanks + 1;
            }
        }
    }

    /// Whether nothing but blanks stands before the end of the line.
    fn at_break(&self) -> bool {
        let rest = self.text[self.at..].trim_start_matches([' ', '\t']);
        rest.is_empty() || rest.starts_with(['\r', '\n'])
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator.sign() as u8 || byte == b'\n' || byte == b'\r'
    }

    /// Where a cell of a Markdown table ends: a bar behind a backslash is a letter.
    fn unescaped_bar(&self, rest: &str, mut end: usize) -> usize {
        while self.separator == Separator::Bar && rest[..end].ends_with('\\') && rest[end..].starts_with('|') {
            let more = &rest[end + 1..];
            end += 1 + more.bytes().position(|byte| self.ends_cell(byte)).unwrap_or(more.len());
        }
        end
    }

    /// Where the mark that closes a quoted cell stands, and where the cell ends; `None` when what begins like one is text: the
    /// first mark by itself must stand before a separator, the end of a row or the end of all.
    fn close(&mut self, open: usize) -> Option<(usize, usize)> {
        if self.searched > 4 * self.text.len() {
            return None;
        }
        let mark = self.lone_mark(open + 1);
        let closed = mark.and_then(|mark| {
            let after = &self.text[mark + 1..];
            let next = self.text.len() - after.trim_start_matches(' ').len();
            let ends = self.text[next..].bytes().next().is_none_or(|byte| self.ends_cell(byte));
            ends.then_some((mark, next))
        });
        let closed = closed.filter(|(mark, _)| !self.swallows(&self.text[open + 1..*mark]));
        if closed.is_none() {
            self.searched += mark.unwrap_or(self.text.len()) - open;
        }
        closed
    }

    /// The first quotation mark from a place on that is not doubled.
    fn lone_mark(&self, mut from: usize) -> Option<usize> {
        loop {
            let mark = from + self.text[from..].find('"')?;
            if !self.text[mark + 1..].starts_with('"') {
                return Some(mark);
            }
            from = mark + 2;
        }
    }

    /// Whether a quoted text holds a whole row of the table: then its first mark closes nothing.
    fn swallows(&self, quoted: &str) -> bool {
        let Some(row) = self.first_row.filter(|separators| *separators >= 2) else { return false };
        let mut lines = quoted.split(['\n', '\r']).skip(1).peekable();
        while let Some(line) = lines.next() {
            if lines.peek().is_some() && line.matches(self.separator.sign()).count() == row {
                return true;
            }
        }
        false
    }

    /// The text of a quoted cell: doubled marks single, every break of a line the same.
    fn unquote(&mut self, quoted: &str, out: &mut String) {
        let mut letters = quoted.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => {
                    letters.next_if_eq(&'"');
                    out.push('"');
                }
                '\r' => {
                    letters.next_if_eq(&'\n');
                    self.line += 1;
                    out.push('\n');
                }
                '\n' => {
                    self.line += 1;
                    out.push('\n');
                }
                letter => out.push(letter),
            }
        }
    }
}

/// Whether a character breaks a line within a paragraph, as word processors write it.
pub(super) fn is_soft_break(letter: char) -> bool {
    matches!(letter, '\u{b}' | '\u{2028}')
}
