//! What parts the cells of a text.

use super::single_spaced;
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
    /// Two spaces or more, as in tables that were lined up by hand; a single one between a name and the numbers behind it.
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

/// A text with a tab in place of two spaces or more, and none at the beginning of a line. A row with fewer cells than the first
/// has its empty ones where nothing stands below a heading.
pub(super) fn lined_up(text: &str) -> String {
    if let Some(parted) = single_spaced::parted(text) {
        return parted;
    }
    let mut out = String::with_capacity(text.len());
    let mut heads: Vec<Piece> = Vec::new();
    for line in text.split_inclusive(['\n', '\r']) {
        let bare = line.trim_end_matches(['\n', '\r']);
        let row = pieces(bare);
        if heads.is_empty() {
            heads.clone_from(&row);
            // A program leaves the corner above its numbers of rows empty.
            let next = text[out.len() + line.len()..].lines().map(pieces).find(|row| !row.is_empty());
            let is_short = |next: Vec<Piece>| next.len() == row.len() + 1 && next[0].to <= row[0].from;
            out.push_str(if !row.is_empty() && next.is_some_and(is_short) { "\t" } else { "" });
        }
        let places = if row.len() < heads.len() { below(&row, &heads) } else { None };
        for (at, piece) in row.iter().enumerate() {
            let before = at.checked_sub(1);
            let skipped = match &places {
                Some(places) => places[at] - before.map_or(0, |before| places[before]),
                None => usize::from(before.is_some()),
            };
            out.extend(std::iter::repeat_n('\t', skipped));
            out.push_str(piece.text);
        }
        out.push_str(&line[bare.len()..]);
    }
    out
}

/// A cell of a line, with the places of its first letter and behind its last.
#[derive(Clone)]
struct Piece<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut rest, mut at) = (line, 0);
    loop {
        let text = rest.trim_start_matches(' ');
        at += rest.len() - text.len();
        if text.is_empty() {
            return found;
        }
        let (piece, after) = text.split_at(text.find("  ").unwrap_or(text.len()));
        let to = at + piece.chars().count();
        found.push(Piece { text: piece, from: at, to });
        (rest, at) = (after, to);
    }
}

/// Below which heading each cell stands, where each stands below one of its own.
fn below(row: &[Piece], heads: &[Piece]) -> Option<Vec<usize>> {
    let place = |piece: &Piece| {
        let mut over = (0..heads.len()).filter(|at| heads[*at].from < piece.to && piece.from < heads[*at].to);
        over.next().filter(|_| over.next().is_none())
    };
    let places: Vec<usize> = row.iter().map(place).collect::<Option<_>>()?;
    places.windows(2).all(|pair| pair[0] < pair[1]).then_some(places)
}

fn called(sign: &str) -> Option<Separator> {
    Separator::ALL
        .into_iter()
        .find(|separator| sign == separator.sign().to_string() || sign == "\\t" && *separator == Separator::Tab)
}
