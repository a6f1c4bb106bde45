//! The text of a file with a transcript, whatever program wrote it.

use super::document_text;
use crate::interviews::transcript::{MOST_BYTES, Unreadable, read};
use crate::tables::bytes::{Binary, NoText, decode};

/// Why a file gives no transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTranscript {
    /// It holds no words.
    Empty,
    /// Its text is damaged: the line and the letter of the first such place.
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The letter of the line.
        column: usize,
    },
    /// It holds more than one interview may, in bytes.
    TooLong,
    /// A Word document that was cut off or damaged.
    Document,
    /// A workbook of a spreadsheet.
    Workbook,
    /// A packed archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A copy of a project, or what is left of one.
    Copy,
    /// JSON in which nobody speaks.
    Json,
    /// A web page.
    Page,
    /// A picture, a recording, anything else.
    Other,
}

/// The text of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileText {
    /// The text.
    pub text: String,
    /// Whether the file was cut off within a letter.
    pub is_cut: bool,
    /// Whether its bytes leave a doubt about which letters they are.
    pub is_guessed: bool,
}

/// The text of a file.
///
/// # Errors
/// [`NoTranscript`].
pub fn transcript_text(bytes: &[u8]) -> Result<FileText, NoTranscript> {
    let file = match decode(bytes) {
        Ok(decoded) => FileText { text: decoded.text, is_cut: decoded.cut, is_guessed: !decoded.certain },
        Err(NoText::Binary(Binary::Document)) => {
            FileText { text: document_text(bytes).map_err(|_| NoTranscript::Document)?, ..FileText::default() }
        }
        Err(NoText::Empty) => return Err(NoTranscript::Empty),
        Err(NoText::BadUtf8 { line, column, .. }) => return Err(NoTranscript::Damaged { line, column }),
        Err(NoText::Binary(Binary::Workbook)) => return Err(NoTranscript::Workbook),
        Err(NoText::Binary(Binary::Archive)) => return Err(NoTranscript::Archive),
        Err(NoText::Binary(Binary::Pdf)) => return Err(NoTranscript::Pdf),
        Err(NoText::Binary(Binary::Picture | Binary::Unknown)) => return Err(NoTranscript::Other),
    };
    let text = &file.text;
    // Before anything shows it: a field with so many letters would hold the page.
    if text.len() > MOST_BYTES {
        return Err(NoTranscript::TooLong);
    }
    let start: String = text.trim_start().chars().take(20).collect::<String>().to_lowercase();
    if start.is_empty() {
        return Err(NoTranscript::Empty);
    }
    let beginning: String = text.chars().take(2000).filter(|letter| !letter.is_whitespace()).collect();
    if beginning.starts_with('{') && beginning.contains("\"format\":\"orbita-") {
        return Err(NoTranscript::Copy);
    }
    let is_json = start.strip_prefix(['{', '[']).is_some_and(|rest| rest.trim_start().starts_with(['"', '{', '[']));
    if is_json && read(text) == Err(Unreadable::Data) {
        return Err(NoTranscript::Json);
    }
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Err(NoTranscript::Page);
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_transcript_is_named() {
        let file = |text: &str, is_cut, is_guessed| FileText { text: text.into(), is_cut, is_guessed };
        let why = |bytes: &[u8]| transcript_text(bytes).expect_err("no transcript");
        assert_eq!(why(b" \r\n"), NoTranscript::Empty);
        let damaged = ["Да, да.\nН".as_bytes(), b"\xff", "ет, нет.".as_bytes()].concat();
        assert_eq!(why(&damaged), NoTranscript::Damaged { line: 2, column: 2 });
        assert_eq!(why("Anna: yes\n".repeat(MOST_BYTES / 10 + 1).as_bytes()), NoTranscript::TooLong);
        assert_eq!(why(b"PK\x03\x04....word/document.xml"), NoTranscript::Document, "cut off");
        assert_eq!(why(b"PK\x03\x04....xl/workbook.xml"), NoTranscript::Workbook);
        assert_eq!(why(b"%PDF-1.7"), NoTranscript::Pdf);
        assert_eq!(why(b"\x89PNG\r\n\x1a\n\x00\x00"), NoTranscript::Other);
        assert_eq!(why(b"{\n \"format\": \"orbita-engagement\", \"ver"), NoTranscript::Copy, "cut off too");
        assert_eq!(why(b"[{\"start\": 0}]"), NoTranscript::Json);
        assert!(transcript_text(b"[{\"speaker\": \"Anna\", \"text\": \"We left.\"}]").is_ok());
        assert_eq!(why(b"\n<!DOCTYPE html><html>"), NoTranscript::Page);
        assert_eq!(transcript_text(b"[Anna]: We left."), Ok(file("[Anna]: We left.", false, false)));
        let cut = "Анна: Ушли".as_bytes().split_last().expect("long").1;
        assert_eq!(transcript_text(cut), Ok(file("Анна: Ушл", true, false)));
        // "Анна: да" in the page of DOS: which letters those are is not sure.
        let old = b"\x80\xad\xad\xa0: \xa4\xa0, \xa8 \xe3\xe8\xab\xa8 \xe1\xe0\xa0\xa7\xe3";
        assert_eq!(transcript_text(old), Ok(file("Анна: да, и ушли сразу", false, true)));
    }
}
