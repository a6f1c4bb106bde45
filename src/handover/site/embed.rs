//! What an address asks of a hosted page.

use super::config::is_own_file;
use crate::handover::economy::Kind;

/// The part of a page that another page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// A map, by its place in the list, counted from 1.
    Map(usize),
    /// A chart of the economics.
    Chart(Kind),
}

impl Embed {
    /// What `?embed`, `?embed=map`, `?embed=map-2` or `?embed=kept` in a query ask for; `None` for a query that asks for
    /// nothing. What is not known is the first map.
    pub fn of(query: &str) -> Option<Self> {
        let value = value(query, "embed")?;
        let chart = Kind::ALL.into_iter().find(|kind| kind.id() == value).map(Embed::Chart);
        let number = value.strip_prefix("map-").and_then(|number| number.parse().ok()).filter(|number| *number > 0);
        Some(chart.unwrap_or(Embed::Map(number.unwrap_or(1))))
    }
}

/// The file that `?open=client.json` asks for.
///
/// # Errors
/// [`NotOwnFile`] for one that is not beside the page: nothing else is ever fetched.
pub fn open(query: &str) -> Result<Option<String>, NotOwnFile> {
    match value(query, "open").map(decoded) {
        None => Ok(None),
        Some(Some(path)) if path.is_empty() => Ok(None),
        Some(Some(path)) if is_own_file(&path) => Ok(Some(path)),
        Some(_) => Err(NotOwnFile),
    }
}

/// A text without percent signs; `None` for one that is no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        let byte = match first {
            b'+' => b' ',
            b'%' => {
                let (digits, behind) = rest.split_first_chunk::<2>()?;
                rest = behind;
                u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?
            }
            byte => *byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

/// A file somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOwnFile;

/// The value of a key in a query such as `?open=a.json&embed`; empty where it has none.
fn value<'q>(query: &'q str, key: &str) -> Option<&'q str> {
    let pairs = query.trim_start_matches('?').split('&');
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).find(|(name, _)| *name == key).map(|(_, value)| value)
}
