//! Interviews to and from other programs: tables of quotes, Markdown, and the projects of QDA programs (REFI-QDA 1.5).

pub mod guid;
pub mod xml;
pub mod zip;

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
