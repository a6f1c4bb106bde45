//! Files: one engagement, or a backup of all of them in one.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::envelope::{self, Document, ReadError};

/// What `format` says of a backup of all.
pub const FORMAT: &str = "orbita-backup";

/// The largest file that is read, in bytes: more than any browser's storage holds.
pub const LARGEST_FILE: usize = 64 << 20;

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    engagements: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Read<'a> {
    format: String,
    #[serde(borrow)]
    engagements: Vec<&'a RawValue>,
}

/// One file with all the given texts of engagements. A text that is no JSON is left out.
pub fn write<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let engagements = texts.filter_map(|text| serde_json::from_str(text).ok()).collect();
    serde_json::to_string(&Written { format: FORMAT, version: envelope::VERSION, engagements }).unwrap_or_default()
}

/// The engagements of a file: one, or all of a backup.
///
/// # Errors
/// Why the file, or the first engagement in it that cannot be taken, is none of ours; nothing of it is to be taken then.
pub fn read(text: &str) -> Result<Vec<Document>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<Read>(text) {
        Ok(backup) if backup.format == FORMAT => {
            backup.engagements.iter().map(|part| envelope::read(part.get())).collect()
        }
        _ => Ok(vec![envelope::read(text)?]),
    }
}
