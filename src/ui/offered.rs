//! A table that somebody offers, as long as it is being read: its text or its file, and what was chosen about it.

use std::sync::Arc;

use crate::i18n::Lang;
use crate::model::scenario::Period;
use crate::tables::bytes::{Decoded, Encoding, NoText};
use crate::tables::choice::{Choice, Choices};
use crate::tables::grid::Grid;
use crate::tables::reading::{self, Context, Reading};
use crate::tables::workbook::Workbook;
use crate::ui::browser;

/// Where a table comes from.
#[derive(Clone)]
pub enum Source {
    /// What somebody typed or pasted.
    Text(Arc<str>),
    /// A file: its name and its bytes.
    File(String, Arc<[u8]>),
    /// A workbook: its name and its sheets.
    Workbook(String, Arc<Workbook>),
}

impl Source {
    /// Its text, in the encoding that was chosen or else in its own.
    ///
    /// # Errors
    /// When its bytes are no text.
    pub fn decoded(&self, choices: &Choices) -> Result<Decoded, NoText> {
        match self {
            Source::Text(text) => Ok(plain(text)),
            Source::Workbook(_, workbook) => Ok(plain(workbook.text(choices))),
            Source::File(_, bytes) => reading::decode(bytes, choices),
        }
    }
}

/// A text that was never bytes.
fn plain(text: &str) -> Decoded {
    Decoded { text: text.into(), encoding: Encoding::Utf8, certain: true, cut: false }
}

/// What stands in a box and is used nowhere, where another text would take its place: it has to come back.
pub fn unused(in_box: Option<String>, other: &str) -> Option<String> {
    in_box.filter(|text| !text.trim().is_empty() && text != other)
}

/// Reads the rows and cells of a table as one kind of it.
pub type Reader<T> = fn(&Grid, Context) -> Reading<T>;

/// A table with what was chosen about it.
#[derive(Clone)]
pub struct Offered {
    /// Where it comes from.
    pub source: Source,
    choices: Choices,
}

impl Offered {
    /// A table about which nothing was chosen yet.
    pub fn new(source: Source) -> Self {
        Offered { source, choices: Choices::default() }
    }

    /// A table about which this was chosen.
    pub fn chosen(source: Source, choices: Choices) -> Self {
        Offered { source, choices }
    }

    /// What was chosen about it.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The same with one choice more.
    pub fn with(self, choice: Choice) -> Self {
        Offered { choices: self.choices.with(choice), ..self }
    }

    /// The name of the file; empty for what was pasted.
    pub fn name(&self) -> &str {
        match &self.source {
            Source::Text(_) => "",
            Source::File(name, _) | Source::Workbook(name, _) => name,
        }
    }

    /// Its text.
    ///
    /// # Errors
    /// Why a file holds none.
    pub fn text(&self) -> Result<String, NoText> {
        self.source.decoded(&self.choices).map(|decoded| decoded.text)
    }

    /// How it is understood, where a column stands for `columns` unless it says otherwise.
    ///
    /// # Errors
    /// Why a file holds no text.
    pub fn read<T>(
        &self,
        lang: Lang,
        currency: &str,
        columns: Period,
        reader: Reader<T>,
    ) -> Result<Reading<T>, NoText> {
        let today = browser::local_day(browser::now());
        let context = Context { lang, currency, columns, choices: &self.choices, today: Some(today) };
        if let Source::Workbook(_, workbook) = &self.source {
            return Ok(reader(&workbook.grid(lang, &self.choices), context).of_sheet(workbook, &self.choices));
        }
        let decoded = self.source.decoded(&self.choices)?;
        Ok(reader(&reading::grid(&decoded.text, context), context).of_file(&decoded, &self.choices))
    }
}
