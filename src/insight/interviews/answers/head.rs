//! The head of a table of answers, and lines as they are read below it.

use super::cell::{answer, cells, grade, is_opinion, is_sign, labelled, sign_of};
use crate::model::statement::Answer;

/// The head of a table of answers: which column is which.
pub struct Head {
    sign: char,
    /// How many columns there are.
    count: usize,
    importance: Option<usize>,
    satisfaction: Option<usize>,
    segment: Option<usize>,
    /// The place and the name of a column that is the second of its kind.
    pub second: Option<(usize, String)>,
}

/// How the columns of the grades are called, in parts of words.
const IMPORTANCE: [&str; 2] = ["import", "важн"];

const SATISFACTION: [&str; 3] = ["satisf", "удовл", "доволь"];

impl Head {
    /// The head that a line is; `None` for a line that is none.
    pub fn of(line: &str) -> Option<Self> {
        let sign = sign_of(line).unwrap_or(' ');
        let names: Vec<String> = cells(line, sign).into_iter().map(|cell| cell.to_lowercase()).collect();
        // A name may say the scale, such as "Importance (1\u{2013}5)"; a number alone is no name. Between blanks nobody knows.
        let has_digit = |name: &&String| name.contains(|one: char| one.is_ascii_digit());
        let is_number = |name: &String| sign == ' ' || !name.contains(char::is_alphabetic);
        if names.iter().filter(has_digit).any(is_number) {
            return None;
        }
        if names.iter().any(|name| labelled(name).is_some() || is_opinion(name)) {
            return None;
        }
        let columns = |known: &[&str]| -> Vec<usize> {
            (0..names.len()).filter(|at| known.iter().any(|known| names[*at].contains(known))).collect()
        };
        let column = |known: &[&str]| columns(known).first().copied();
        let (importance, satisfaction) = (column(&IMPORTANCE), column(&SATISFACTION));
        let second = columns(&IMPORTANCE).get(1).or(columns(&SATISFACTION).get(1)).map(|at| (*at, names[*at].clone()));
        let segment = column(&["segm", "сегм"]).or_else(|| column(&["group", "групп"]));
        // Beside the two that are named, one without a name; what is named otherwise is something else, such as a person.
        let unnamed = names.iter().position(String::is_empty);
        (importance.is_some() || satisfaction.is_some()).then(|| Head {
            sign,
            count: names.len(),
            importance,
            satisfaction,
            segment: segment.or(unnamed.filter(|_| names.len() <= 3)),
            second,
        })
    }

    pub fn names_both(&self) -> bool {
        self.importance.is_some() && self.satisfaction.is_some()
    }

    /// The cells of a line below it.
    fn cells(&self, line: &str) -> Vec<String> {
        let sign = Some(self.sign).filter(|sign| is_sign(*sign) && line.contains(*sign)).or_else(|| sign_of(line));
        match sign {
            Some(sign) => cells(line, sign),
            // Between blanks the last cell holds what is left of the line.
            None => line.trim().splitn(self.count, ' ').map(|cell| cell.trim().to_owned()).collect(),
        }
    }

    /// Whether a line has a grade in a column.
    pub fn has_grade(&self, line: &str, at: usize) -> bool {
        self.cells(line).get(at).is_some_and(|cell| matches!(grade(cell), Ok(Some(_))))
    }

    pub fn read(&self, line: &str) -> Result<Option<Answer>, String> {
        let cells = self.cells(line);
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", String::as_str);
        answer(cell(self.importance), cell(self.satisfaction), cell(self.segment))
    }
}
