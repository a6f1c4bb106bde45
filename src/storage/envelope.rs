//! An engagement as a text: `{"format":"orbita-engagement","version":3,...}`, on the shelf and in files alike.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::stamp::{Digest, Stamp};
use crate::model::day::Moment;
use crate::model::limits::{self, Excess};
use crate::model::{Engagement, Flaw};

/// The version that is written. Every version ever written stays readable. It rises with every collection or field that
/// must not be lost: a tab of an older version then opens the text for reading only.
pub const VERSION: u32 = 6;

/// What `format` says of an engagement.
pub const FORMAT: &str = "orbita-engagement";

/// What stands between the stamp and the engagement.
const INSIDE: &str = ",\"engagement\":";

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

/// Why a text is not an engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Not JSON; the line and the column where reading ended.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Begins as a text of this product and ends too early.
    CutOff,
    /// JSON, but not of this product.
    NotOurs,
    /// Of a newer Orbita, in a form that this one cannot show.
    Newer(u32),
    /// Of this product, but no JSON any more, or a part is missing or of the wrong kind; the line and the column.
    Damaged {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Whole, but its parts do not fit together.
    Flawed(Flaw),
    /// Whole, but larger than can be worked with.
    TooLarge(Excess),
    /// A backup of more texts than are taken; how many.
    TooManyParts(usize),
}

/// A text cannot be written: the engagement holds something that JSON has no form for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten;

#[derive(Serialize)]
struct Head<'a> {
    format: &'a str,
    version: u32,
    #[serde(flatten)]
    stamp: &'a Stamp,
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
    #[serde(default)]
    digest: Option<Digest>,
    #[serde(default)]
    parent: Option<Digest>,
    #[serde(default)]
    seen: Vec<(String, u32)>,
    #[serde(borrow, default)]
    engagement: Option<&'a RawValue>,
}

/// The text of an engagement that `writer` makes from the state `before`, and its stamp.
///
/// # Errors
/// [`NotWritten`].
pub fn write(
    engagement: &Engagement,
    before: Option<&Stamp>,
    writer: &str,
    saved_at: Moment,
) -> Result<(String, Stamp), NotWritten> {
    let inside = serde_json::to_string(engagement).map_err(|_| NotWritten)?;
    let stamp = Stamp::next(before, writer, saved_at, Digest::of(&inside));
    let mut text =
        serde_json::to_string(&Head { format: FORMAT, version: VERSION, stamp: &stamp }).map_err(|_| NotWritten)?;
    text.reserve(inside.len() + INSIDE.len());
    text.pop();
    text.push_str(INSIDE);
    text.push_str(&inside);
    text.push('}');
    Ok((text, stamp))
}

/// Reads the text of an engagement, whoever wrote it.
///
/// # Errors
/// A [`ReadError`].
pub fn read(text: &str) -> Result<Document, ReadError> {
    let (stamp, version, inside) = outside(text)?;
    let newer = (version > VERSION).then_some(version);
    match (inside_of(text, inside), newer) {
        (Ok(engagement), newer) => Ok(Document { engagement, stamp, newer }),
        (Err(_), Some(version)) => Err(ReadError::Newer(version)),
        (Err(error), None) => Err(error),
    }
}

fn inside_of(text: &str, inside: &str) -> Result<Engagement, ReadError> {
    let mut engagement: Engagement = serde_json::from_str(inside).map_err(|error| damage(text, inside, &error))?;
    limits::check(&engagement).map_err(ReadError::TooLarge)?;
    if engagement.is_short_of_ids() {
        engagement.renumber();
    }
    engagement.check().map_err(ReadError::Flawed)?;
    Ok(engagement)
}

/// Reads the version of a text, whatever else is wrong with it.
pub fn version(text: &str) -> Option<u32> {
    outside(text).ok().map(|(_, version, _)| version)
}

/// The digest of what a text holds, whatever version wrote it and whether or not it can be shown.
pub fn digest(text: &str) -> Option<Digest> {
    outside(text).ok().map(|(stamp, ..)| stamp.digest)
}

/// How much of a text is read to see which state it holds, in UTF-16 units.
pub const START: usize = 4096;

/// Reads which state a text holds from its beginning alone. `None` for a text that this Orbita did not write.
pub fn stamp_of_start(start: &str) -> Option<Stamp> {
    let end = start.find(INSIDE)?;
    let head = format!("{}}}", &start[..end]);
    let head: Outside = serde_json::from_str(&head).ok()?;
    if head.format != FORMAT || head.version != VERSION {
        return None;
    }
    let Outside { revision, writer, saved_at, digest, parent, seen, .. } = head;
    Some(Stamp { revision, writer, saved_at, digest: digest?, parent, seen })
}

/// Reads the digest that a text of this version names itself by, from its beginning alone.
pub fn digest_of_start(start: &str) -> Option<Digest> {
    stamp_of_start(start).map(|stamp| stamp.digest)
}

/// The stamp, the version, and the text of the engagement itself.
fn outside(text: &str) -> Result<(Stamp, u32, &str), ReadError> {
    let outside: Result<Outside, _> = serde_json::from_str(text);
    match outside {
        Ok(Outside { format, version, revision, writer, saved_at, digest, parent, seen, engagement: Some(inside) })
            if format == FORMAT =>
        {
            let now = Digest::of(inside.get());
            let stamp = match digest {
                // Whoever changed the text without our knowing kept the digest of what it was made from.
                Some(digest) if digest != now => {
                    Stamp { revision, writer, saved_at, digest: now, parent: Some(digest), seen: Vec::new() }
                }
                _ => Stamp { revision, writer, saved_at, digest: now, parent, seen },
            };
            Ok((stamp, version, inside.get()))
        }
        Ok(Outside { format, .. }) if format == FORMAT => {
            let line = text.lines().count();
            Err(ReadError::Damaged { line, column: text.lines().last().map_or(0, str::len) })
        }
        Err(error) if error.is_eof() && is_ours(text) => Err(ReadError::CutOff),
        Err(error) if !error.is_data() && is_ours(text) => {
            Err(ReadError::Damaged { line: error.line(), column: error.column() })
        }
        Err(error) if !error.is_data() => Err(ReadError::NotJson { line: error.line(), column: error.column() }),
        _ => Err(ReadError::NotOurs),
    }
}

/// Whether a text that cannot be read began as one of this product, or is cut off before it could say so.
fn is_ours(text: &str) -> bool {
    const BEGINNING: &str = "{\"format\":\"orbita-";
    let start: String = text.chars().take(2000).filter(|c| !c.is_whitespace()).collect();
    let begins = start.starts_with(BEGINNING) || start.len() > 9 && BEGINNING.starts_with(&start);
    let says = |part: &str| start.contains(part);
    begins || start.starts_with('{') && (says("\"format\":\"orbita-") || says("\"engagement\":{\""))
}

/// Where in the whole text the engagement is damaged.
fn damage(text: &str, inside: &str, error: &serde_json::Error) -> ReadError {
    let before = text.find(inside).map_or("", |at| &text[..at]);
    let lines_before = before.matches('\n').count();
    let column_before = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
    let column = if error.line() == 1 { column_before + error.column() } else { error.column() };
    ReadError::Damaged { line: lines_before + error.line(), column }
}
