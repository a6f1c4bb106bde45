//! Files that give no table, in English.

use crate::i18n::tables::is_called_workbook;
use crate::tables::bytes::{Binary, NoText};
use crate::tables::fault::{FileKind, Kind};

/// Why a file gives no text, and what to do.
pub(super) fn no_text(name: &str, why: NoText) -> String {
    let why = match why {
        NoText::Empty => "is empty.".into(),
        NoText::BadUtf8 { line, column, count: 1 } => {
            format!("is damaged at line {line}, column {column}. Save it again as UTF-8.")
        }
        NoText::BadUtf8 { line, column, count } => {
            format!("is damaged in {count} places, first at line {line}, column {column}. Save it again as UTF-8.")
        }
        NoText::Binary(Binary::Workbook) => "is a workbook. Copy its cells and paste them onto a map or where a table is asked for.".into(),
        NoText::Binary(Binary::Document) => "is a document. Copy its table and paste it onto a map or where a table is asked for. If it is a transcript, drop it onto the open interview.".into(),
        NoText::Binary(Binary::Archive) => "is an archive. Unpack it and import the files.".into(),
        NoText::Binary(Binary::Pdf) => "is a PDF. Copy its table and paste it onto a map or where a table is asked for.".into(),
        NoText::Binary(Binary::Picture) => {
            "is a picture. Import takes copies of Orbita (.json, .html) and tables (.xlsx, .csv, .tsv, .txt).".into()
        }
        NoText::Binary(Binary::Unknown) if is_called_workbook(name) => {
            "is damaged or isn\u{2019}t an Excel workbook. Save it again as .xlsx.".into()
        }
        NoText::Binary(Binary::Unknown) => {
            "isn\u{2019}t a text file. Import takes copies of Orbita (.json, .html) and tables (.xlsx, .csv, .tsv, .txt)."
                .into()
        }
    };
    format!("\u{201c}{name}\u{201d} {why}")
}

/// Why a text file is not taken as a map, and what to do.
pub(super) fn no_table(name: &str, kind: FileKind) -> String {
    let why = match kind {
        FileKind::Json => "isn\u{2019}t an Orbita file.",
        FileKind::Table(Some(Kind::Map)) => "is a map.",
        FileKind::Table(Some(Kind::Cohorts)) => {
            "is a cohort table. Import it in a project, in the part \u{201c}Clients over time\u{201d} of its economics."
        }
        FileKind::Table(Some(Kind::Accounts | Kind::Events)) => {
            "is a table of client revenue. Import it in a project, in the part \u{201c}Revenue\u{201d} of its economics."
        }
        FileKind::Table(_) => "is a table, but not a map. Name its columns Stage, Lane and Text.",
        FileKind::Subtitles => "holds subtitles. If it is a transcript, drop it onto the open interview.",
        FileKind::Markdown => {
            "is Markdown without a map. Put the cards into a table with the columns Stage, Lane and Text."
        }
        FileKind::MapText => {
            "is a map exported as Markdown, which is for reading. Import the same map as CSV, or the project (.json)."
        }
        FileKind::Picture => {
            "is a picture. If it was exported from Orbita, import the same map as CSV, or the project (.json)."
        }
        FileKind::Page => "is a web page. Copy its table and paste it onto a map.",
        FileKind::Calendar => {
            "is a calendar. Import takes copies of Orbita (.json, .html) and tables (.xlsx, .csv, .tsv, .txt)."
        }
        FileKind::Text => {
            "is plain text without a table. Copy its lines and paste them onto a map. If it is a transcript, drop it onto the open interview."
        }
    };
    format!("\u{201c}{name}\u{201d} {why}")
}
