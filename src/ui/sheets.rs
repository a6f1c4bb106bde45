//! Workbooks that somebody gives where a table is wanted. What reads them is fetched with the first of them.

use std::sync::Arc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::offered::Source;
use super::parts::Coming;
use super::session::Session;
use crate::exchange::office::xlsx;
use crate::i18n::Lang;
use crate::i18n::tables::TableWords;
use crate::i18n::travel::TravelWords;
use crate::tables::bytes::{NoText, is_workbook};
use crate::tables::fault::Kind;
use crate::tables::workbook::{Sheet, Workbook};

/// Reads a workbook: its name, its bytes, and the kind of table that is wanted.
type Reader = fn(&str, &[u8], Option<Kind>, Lang) -> Result<Workbook, String>;

/// Fetches what reads workbooks.
#[wasm_split(workbooks, fallible)]
fn reader() -> Result<Reader, SplitLoaderError> {
    Ok(|name, bytes, wanted, lang| {
        let tables = xlsx::read(bytes).map_err(|refused| (TravelWords::of(lang).workbook_refused)(refused))?;
        let sheets = tables.into_iter().map(|table| Sheet { text: table.text(), name: table.name });
        Workbook::of(sheets, wanted, lang).ok_or_else(|| (TableWords::of(lang).no_text)(name, NoText::Empty))
    })
}

/// A file as the source of a table: a workbook by its sheets, anything else by its bytes.
///
/// # Errors
/// Why a workbook is not read, in a sentence.
pub async fn source(session: Session, name: String, bytes: Vec<u8>, wanted: Option<Kind>) -> Result<Source, String> {
    if !is_workbook(&name, &bytes) {
        return Ok(Source::File(name, bytes.into()));
    }
    let coming = Coming::said(session);
    let read = reader().await.map_err(|_| session.w().part_missing)?;
    drop(coming);
    let workbook = read(&name, &bytes, wanted, session.lang())?;
    Ok(Source::Workbook(name, Arc::new(workbook)))
}
