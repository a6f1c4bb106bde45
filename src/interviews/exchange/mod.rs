//! Interviews to and from other programs: tables of quotes, Markdown, and the projects of QDA programs (REFI-QDA 1.5).

pub mod attributes;
mod codes;
mod docx;
mod file;
mod file_text;
pub mod guid;
pub mod markdown;
mod positions;
pub mod quotes;
mod refi_in;
mod refi_out;

use std::collections::BTreeMap;

use super::codebook::Codebook;
use super::counts::HighlightCount;
use super::text::{Highlight, HighlightId, Paragraph};
use crate::exchange::{archive, xml};
pub use codes::PALETTE;
pub use docx::document_text;
pub use file::{FileText, NoTranscript, transcript_text};
pub use refi_in::{Loss, read_codebook, read_project};
pub use refi_out::{codebook, project};

/// What our files say they come from.
const ORIGIN: &str = "Orbita";

/// The interviews of a project, as they travel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// Distinguishes the project from others; identifiers are derived from it.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its tags.
    pub book: Codebook,
    /// Its interviews.
    pub documents: Vec<Document>,
}

impl Project {
    /// How many of its highlights are quotes, and how many notes.
    pub fn highlights(&self) -> HighlightCount {
        let of = |document: &Document| {
            let noted = document.paragraphs.iter().filter(|paragraph| paragraph.noted).flat_map(|one| &one.parts);
            let notes = noted.filter(|part| part.start.is_some()).count();
            (document.highlights.len().saturating_sub(notes), notes)
        };
        self.documents.iter().map(of).fold(HighlightCount::default(), |heard, (quotes, notes)| HighlightCount {
            quotes: heard.quotes + quotes,
            notes: heard.notes + notes,
        })
    }
}

/// An interview, as it travels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Distinguishes it from the others; identifiers are derived from it.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// What is known of it and of the person, by name.
    pub attributes: Vec<(String, String)>,
    /// The speakers, as the paragraphs number them.
    pub speakers: Vec<String>,
    /// What was said.
    pub paragraphs: Vec<Paragraph>,
    /// The highlights.
    pub highlights: BTreeMap<HighlightId, Highlight>,
}

impl Document {
    /// The name of the speaker of a paragraph.
    pub fn speaker(&self, paragraph: &Paragraph) -> Option<&str> {
        self.speakers.get(usize::from(paragraph.speaker?)).map(String::as_str)
    }
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no archive.
    NotAnArchive,
    /// The archive is damaged, or packed in a way that nobody uses.
    DamagedArchive,
    /// A password protects it.
    Encrypted,
    /// It is, or unpacks to, more than is read.
    TooLarge,
    /// The archive does not hold what it should.
    NoFile,
    /// The XML is damaged.
    DamagedXml,
    /// The text is in no encoding that is known.
    DamagedText,
    /// The XML declares or uses entities of its own.
    Entities,
    /// It is XML, but neither a codebook nor a project.
    NotRefi,
}

impl From<archive::Fault> for Refused {
    fn from(fault: archive::Fault) -> Self {
        match fault {
            archive::Fault::NotAnArchive => Refused::NotAnArchive,
            archive::Fault::Damaged => Refused::DamagedArchive,
            archive::Fault::Encrypted => Refused::Encrypted,
            archive::Fault::TooLarge => Refused::TooLarge,
            archive::Fault::NoFile => Refused::NoFile,
        }
    }
}

impl From<xml::Fault> for Refused {
    fn from(fault: xml::Fault) -> Self {
        match fault {
            xml::Fault::Damaged => Refused::DamagedXml,
            xml::Fault::TooLarge => Refused::TooLarge,
            xml::Fault::Entities => Refused::Entities,
            xml::Fault::DamagedText => Refused::DamagedText,
        }
    }
}
