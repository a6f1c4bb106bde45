//! What reading a table comes to, and how a reader writes it down while it reads.

use chrono::NaiveDate;

use super::bytes::{self, Decoded, Encoding, NoText};
use super::choice::{Choice, Choices};
use super::fault::{Fault, Faults, MOST_PLACES, Problem};
use super::grid::Grid;
use super::note::Note;
use super::place::{CellPlace, Strip};
use super::question::{About, Question};
use super::workbook::Workbook;
use crate::i18n::Lang;
use crate::model::scenario::Period;

/// A table as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<T> {
    /// What it says; `None` when something stands in the way.
    pub value: Option<T>,
    /// What was understood, in the order in which it is shown.
    pub notes: Vec<Note>,
    /// Where two readings are possible.
    pub questions: Vec<Question>,
    /// What stands in the way; empty exactly when there is a value.
    pub faults: Vec<Fault>,
}

impl<T> Reading<T> {
    /// Whether nobody need be asked: nothing stands in the way, every question is answered, and nothing is lost.
    pub fn is_certain(&self) -> bool {
        self.faults.is_empty()
            && self.questions.iter().all(|question| question.answered)
            && !self.notes.iter().any(Note::is_loss)
    }

    /// The same with what is made of its value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Reading<U> {
        let Reading { value, notes, questions, faults } = self;
        Reading { value: value.map(make), notes, questions, faults }
    }
}

impl<T> Reading<T> {
    /// The same with what was found out about the letters of the file before it.
    pub fn of_file(mut self, decoded: &Decoded, choices: &Choices) -> Self {
        if decoded.encoding != Encoding::Utf8 {
            self.notes.insert(0, Note::Encoding(decoded.encoding));
        }
        if decoded.cut {
            self.notes.push(Note::CutOff);
        }
        let answered = choices.get(|choice| matches!(choice, Choice::Encoding(_)).then_some(())).is_some();
        if !decoded.certain || answered {
            let own = Choice::Encoding(decoded.encoding);
            let pages = [Encoding::Windows1251, Encoding::Windows1252, Encoding::Ibm866, Encoding::Koi8R];
            let mut options = pages.map(Choice::Encoding).to_vec();
            if !options.contains(&own) {
                options.insert(0, own);
            }
            let taken = options.iter().position(|option| *option == own).unwrap_or(0);
            self.questions.insert(0, Question { about: About::Table, options, taken, answered });
        }
        self
    }
}

impl<T> Reading<T> {
    /// The same as a sheet of a workbook: which one is asked where there are several, and nobody parted its cells by a sign.
    pub fn of_sheet(mut self, workbook: &Workbook, choices: &Choices) -> Self {
        self.notes.retain(|note| !matches!(note, Note::Separator(_)));
        self.questions.retain(|question| !matches!(question.options.first(), Some(Choice::Separator(_))));
        let names: Vec<String> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
        if names.len() > 1 {
            let options = (0..names.len() as u32).map(Choice::Sheet).collect();
            let taken = workbook.taken(choices);
            let answered = choices.get(|choice| matches!(choice, Choice::Sheet(_)).then_some(())).is_some();
            self.questions.insert(0, Question { about: About::Sheets(names), options, taken, answered });
        }
        self
    }
}

/// What a reader knows in addition to the text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language of the person.
    pub lang: Lang,
    /// What the scenario counts money in; empty where there is none.
    pub currency: &'a str,
    /// What a column of the table stands for as long as it does not say so itself.
    pub columns: Period,
    /// What the person chose.
    pub choices: &'a Choices,
    /// The day of the person, after which nothing has happened yet; `None` where nobody knows it.
    pub today: Option<NaiveDate>,
}

/// The text of a file, in the encoding that somebody chose or else in its own.
///
/// # Errors
/// What the file is when it holds no text.
pub fn decode(file: &[u8], choices: &Choices) -> Result<Decoded, NoText> {
    let chosen = choices.get(|choice| if let Choice::Encoding(encoding) = choice { Some(*encoding) } else { None });
    chosen.map_or_else(|| bytes::decode(file), |encoding| Ok(bytes::read_as(file, encoding)))
}

/// The rows and cells of a text, parted as somebody chose or else by what fits best.
pub fn grid(text: &str, context: Context) -> Grid {
    let chosen = context.choices.get(|choice| if let Choice::Separator(one) = choice { Some(*one) } else { None });
    Grid::of(text, context.lang, chosen)
}

/// What a reader writes down.
pub(super) struct Log<'a> {
    pub context: Context<'a>,
    pub notes: Vec<Note>,
    pub questions: Vec<Question>,
    pub faults: Faults,
}

impl<'a> Log<'a> {
    /// Begins with what the grid knows of itself.
    pub fn new(context: Context<'a>, grid: &Grid) -> Self {
        let mut log = Log { context, notes: Vec::new(), questions: Vec::new(), faults: Faults::default() };
        if grid.width() > 1 {
            log.note(Note::Separator(grid.separator));
        }
        if grid.doubt || log.chosen(|choice| matches!(choice, Choice::Separator(_))) {
            // All of them, in one order, so that whoever chose wrongly can go back.
            let options = super::Separator::ALL.map(Choice::Separator).to_vec();
            let taken = super::Separator::ALL.iter().position(|one| *one == grid.separator).unwrap_or(0);
            let answered = log.chosen(|choice| matches!(choice, Choice::Separator(_)));
            log.questions.push(Question { about: About::Table, options, taken, answered });
        }
        if let Some((first, count)) = grid.open_quotes {
            log.note(Note::OpenQuotes(first, count));
        }
        if let Some(place) = grid.stopped {
            log.fault(Problem::TooManyCells(super::grid::MOST_CELLS), place, "");
        }
        log
    }

    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    pub fn fault(&mut self, problem: Problem, place: CellPlace, text: &str) {
        self.faults.add(problem, place, text);
    }

    fn chosen(&self, is: impl Fn(&Choice) -> bool) -> bool {
        self.context.choices.iter().any(is)
    }

    /// What the person chose, if anything.
    pub fn choice<T>(&self, of: impl Fn(&Choice) -> Option<T>) -> Option<T> {
        self.context.choices.get(of)
    }

    /// Asks which of two or more readings is right, and returns the one that was chosen, or else the one at `default`. What
    /// is offered twice is shown once.
    pub fn ask(&mut self, about: About, offered: Vec<Choice>, default: usize) -> Choice {
        let default = offered[default.min(offered.len() - 1)];
        let mut options: Vec<Choice> = Vec::with_capacity(offered.len());
        for option in offered {
            if !options.contains(&option) {
                options.push(option);
            }
        }
        let chosen = self.choice(|choice| options.iter().position(|option| option == choice));
        let taken = chosen.or_else(|| options.iter().position(|option| *option == default)).unwrap_or(0);
        let choice = options[taken];
        self.questions.push(Question { about, options, taken, answered: chosen.is_some() });
        choice
    }

    /// Asks yes or no.
    pub fn ask_whether(&mut self, about: About, of: fn(bool) -> Choice, default: bool) -> bool {
        self.ask(about, vec![of(true), of(false)], usize::from(!default)) == of(true)
    }

    /// Whether the person chose to take the row at a place, if anything.
    pub fn row_taken(&self, at: u32) -> Option<bool> {
        self.choice(|choice| match choice {
            Choice::Row(row, taken) if *row == at => Some(*taken),
            _ => None,
        })
    }

    /// Asks whether a row that looks like a sum is one, and to be left out, as is `likely` or not.
    pub fn ask_sum(&mut self, row: &Strip, likely: bool) -> bool {
        let options = [false, true].map(|taken| Choice::Row(row.at, taken));
        self.ask(About::Strip(row.clone()), options.to_vec(), usize::from(!likely)) == options[0]
    }

    /// Asks whether the rest is taken without the cells that cannot be read, where nothing else stands in the way.
    fn ask_about_the_rest(&mut self) {
        let faults = std::mem::take(&mut self.faults).sorted();
        let first = faults.first().and_then(|fault| fault.places.first()).map(|(place, _)| *place);
        let count = faults.iter().map(|fault| fault.count).sum();
        match first {
            Some(first) if self.ask_whether(About::Cells(first, count), Choice::WithoutUnread, false) => {
                let places = faults.into_iter().flat_map(|fault| fault.places).take(MOST_PLACES).collect();
                self.note(Note::Unread(places, count));
            }
            _ => self.faults = Faults::of(faults),
        }
    }

    /// The reading, with its value unless something stands in the way.
    pub fn finish<T>(mut self, value: Option<T>) -> Reading<T> {
        if value.is_some() && !self.faults.is_empty() && !self.faults.stop() {
            self.ask_about_the_rest();
        }
        let faults = self.faults.sorted();
        let value = if faults.is_empty() { value } else { None };
        Reading { value, notes: self.notes, questions: self.questions, faults }
    }
}
