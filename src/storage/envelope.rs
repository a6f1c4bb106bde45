//! An engagement as a text: `{"format":"orbita-engagement","version":1,...}`, on the shelf and in files alike.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::model::day::Moment;
use crate::model::{Engagement, Flaw};

/// The version that is written. Every version ever written stays readable.
pub const VERSION: u32 = 1;

/// What `format` says of an engagement.
pub const FORMAT: &str = "orbita-engagement";

/// Which state of an engagement a text holds, and who wrote it when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// Counts the saves.
    pub revision: u64,
    /// The tab that wrote it: two tabs that write the same revision differ here.
    pub writer: String,
    /// When.
    pub saved_at: Moment,
}

/// An engagement as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The engagement; it keeps the invariants.
    pub engagement: Engagement,
    /// Which state of it.
    pub stamp: Stamp,
    /// The version that wrote it when that is newer than [`VERSION`]: it may hold what this Orbita cannot see, so it is
    /// never to be written back.
    pub newer: Option<u32>,
}

/// Why a text is no engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No JSON; the line and the column where it ends to be.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Of this product by its beginning, and its end is missing.
    Cut,
    /// JSON, but not of this product.
    NotOurs,
    /// Of a newer Orbita, in a form that this one cannot show.
    Newer(u32),
    /// Of this product, but a part is missing or of the wrong kind; the line and the column.
    Damaged {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Whole, but its parts do not fit together.
    Flawed(Flaw),
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    #[serde(flatten)]
    stamp: &'a Stamp,
    engagement: &'a Engagement,
}

/// The outside of a text: all but the engagement, which is read in a second step, by its version.
#[derive(Deserialize)]
struct Outside<'a> {
    format: String,
    version: u32,
    #[serde(default)]
    revision: u64,
    #[serde(default)]
    writer: String,
    #[serde(default)]
    saved_at: Moment,
    #[serde(borrow)]
    engagement: &'a RawValue,
}

/// The text of an engagement.
pub fn write(engagement: &Engagement, stamp: &Stamp) -> String {
    // Plain data with text keys always becomes JSON; an empty text would be refused by the read-back.
    serde_json::to_string(&Written { format: FORMAT, version: VERSION, stamp, engagement }).unwrap_or_default()
}

/// Reads the text of an engagement, whoever wrote it.
///
/// # Errors
/// A [`ReadError`].
pub fn read(text: &str) -> Result<Document, ReadError> {
    let (stamp, version, inside) = outside(text)?;
    let newer = (version > VERSION).then_some(version);
    let engagement: Result<Engagement, _> = serde_json::from_str(inside);
    let engagement = match engagement {
        Ok(engagement) => engagement.check().map(|()| engagement).map_err(ReadError::Flawed),
        Err(error) => Err(damage(text, inside, &error)),
    };
    match (engagement, newer) {
        (Ok(engagement), newer) => Ok(Document { engagement, stamp, newer }),
        (Err(_), Some(version)) => Err(ReadError::Newer(version)),
        (Err(error), None) => Err(error),
    }
}

/// Reads only which state a text holds.
///
/// # Errors
/// A [`ReadError`]; a text that only [`read`] would refuse passes here.
pub fn stamp(text: &str) -> Result<Stamp, ReadError> {
    outside(text).map(|(stamp, ..)| stamp)
}

/// The stamp, the version, and the text of the engagement itself.
fn outside(text: &str) -> Result<(Stamp, u32, &str), ReadError> {
    let outside: Result<Outside, _> = serde_json::from_str(text);
    match outside {
        Ok(Outside { format, version, revision, writer, saved_at, engagement }) if format == FORMAT => {
            Ok((Stamp { revision, writer, saved_at }, version, engagement.get()))
        }
        Err(error) if is_ours(text) && error.is_eof() => Err(ReadError::Cut),
        Err(error) if is_ours(text) => Err(ReadError::Damaged { line: error.line(), column: error.column() }),
        Err(error) if !error.is_data() => Err(ReadError::NotJson { line: error.line(), column: error.column() }),
        _ => Err(ReadError::NotOurs),
    }
}

/// Whether a text that cannot be read says of itself that it is of this product, or is cut off before it could.
fn is_ours(text: &str) -> bool {
    // As it is written here, and as programs write it that sort the keys.
    const BEGINNINGS: [&str; 3] = ["{\"format\":\"orbita-", "{\"engagement\":{", "{\"engagements\":[{"];
    let start: String = text.chars().filter(|c| !c.is_whitespace()).take(40).collect();
    let begins = |beginning: &&str| start.starts_with(beginning) || start.len() > 9 && beginning.starts_with(&start);
    let quoted = |format: &str| text.contains(&format!("\"{format}\""));
    start.starts_with('{') && (BEGINNINGS.iter().any(begins) || quoted(FORMAT) || quoted(super::backup::FORMAT))
}

/// Where in the whole text the engagement is damaged.
fn damage(text: &str, inside: &str, error: &serde_json::Error) -> ReadError {
    let before = text.find(inside).map_or("", |at| &text[..at]);
    let lines_before = before.matches('\n').count();
    let column_before = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
    let column = if error.line() == 1 { column_before + error.column() } else { error.column() };
    ReadError::Damaged { line: lines_before + error.line(), column }
}
