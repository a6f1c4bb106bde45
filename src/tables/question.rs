//! What is asked of a table that can be understood in two ways.

use super::choice::Choice;
use super::place::{CellPlace, Strip};

/// What a question is about, beyond what its options say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The table as a whole.
    Table,
    /// A row or a column.
    Strip(Strip),
    /// Names, such as those that are alike.
    Names(Vec<String>),
    /// Cells: the first of them, and how many there are.
    Cells(CellPlace, usize),
    /// Clients who pay for several months at once: for how many, and their names.
    Billed(Vec<(u32, Vec<String>)>),
    /// What was found, such as a currency.
    Found(String),
    /// The sheets of a workbook, by their names; each option is the one at its place.
    Sheets(Vec<String>),
}

/// Two readings are possible: it is asked before anything is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// What can be answered; all are about the same.
    pub options: Vec<Choice>,
    /// The option that the reading was made with.
    pub taken: usize,
    /// Whether somebody chose it.
    pub answered: bool,
}

impl Question {
    /// The name that the option at a place has of its own, where no sentence says it.
    pub fn name_of(&self, option: usize) -> Option<&str> {
        if let About::Sheets(names) = &self.about { names.get(option).map(String::as_str) } else { None }
    }
}
