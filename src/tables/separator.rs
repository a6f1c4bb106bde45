//! What parts the cells of a text.

use serde::{Deserialize, Serialize};

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    /// A tab, as spreadsheets copy; also where every row is one cell.
    #[default]
    Tab,
    /// A semicolon.
    Semicolon,
    /// A vertical bar.
    Bar,
    /// A comma.
    Comma,
    /// Two spaces or more, as in tables that were lined up by hand.
    Spaces,
}

impl Separator {
    /// All, those first that mean nothing else.
    pub const ALL: [Separator; 5] =
        [Separator::Tab, Separator::Semicolon, Separator::Bar, Separator::Comma, Separator::Spaces];

    /// The character; spaces are read as tabs, which are put in their place first.
    pub fn sign(self) -> char {
        match self {
            Separator::Tab | Separator::Spaces => '\t',
            Separator::Semicolon => ';',
            Separator::Bar => '|',
            Separator::Comma => ',',
        }
    }
}

/// What a first line `sep=;` says, and the text below it.
pub(super) fn said(text: &str) -> (Option<Separator>, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim().trim_matches('"');
    let says = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..]);
    let tab = text[..end].to_ascii_lowercase().trim_matches('"') == "sep=\t";
    let found = if tab { Some(Separator::Tab) } else { says.and_then(called) };
    match found {
        Some(separator) => (Some(separator), text[end..].strip_prefix("\r\n").or(text[end..].get(1..)).unwrap_or("")),
        None => (None, text),
    }
}

/// A text with a tab in place of two spaces or more, and none at the beginning of a line.
pub(super) fn lined_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive(['\n', '\r']) {
        let mut rest = line.trim_start_matches(' ');
        while let Some((before, after)) = rest.split_once("  ") {
            out.push_str(before);
            rest = after.trim_start_matches(' ');
            if !rest.is_empty() && !rest.starts_with(['\n', '\r']) {
                out.push('\t');
            }
        }
        out.push_str(rest);
    }
    out
}

fn called(sign: &str) -> Option<Separator> {
    Separator::ALL
        .into_iter()
        .find(|separator| sign == separator.sign().to_string() || sign == "\\t" && *separator == Separator::Tab)
}
