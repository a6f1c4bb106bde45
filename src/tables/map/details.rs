//! What rows of a map say of a card beyond its words.

use super::columns::Columns;
use super::feelings::Feeling;
use super::grades::{self, grade_called};
use super::words::evidence_called;
use crate::i18n::amounts::Numeral;
use crate::model::journey;
use crate::model::quantity::{Grade, Level};
use crate::tables::dates;
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::period::{DayOrder, day_named};
use crate::tables::reading::Log;
use crate::tables::role::CardColumn;
use crate::tables::vocabulary::says_nothing;

/// How the details of a table are read.
pub(super) struct Details<'a> {
    columns: &'a Columns<'a>,
    order: DayOrder,
}

impl<'a> Details<'a> {
    pub fn of(columns: &'a Columns<'a>, log: &mut Log) -> Self {
        let rows = columns.heading + 1..columns.grid.height();
        grades::report(columns, log);
        let order = dates::order(rows.map(|row| columns.text(row, CardColumn::Due)), log);
        Details { columns, order }
    }

    /// The details of a row; what cannot be read is a fault.
    pub fn of_row(&self, row: usize, log: &mut Log) -> journey::Details {
        let columns = self.columns;
        let mut details = journey::Details {
            frequency: self.grade(row, CardColumn::Frequency, log),
            impact: self.grade(row, CardColumn::Impact, log),
            owner: self.owner(row).into(),
            next_step: columns.raw(row, CardColumn::NextStep).into(),
            tags: tags(columns.raw(row, CardColumn::Tags)),
            ..journey::Details::default()
        };
        let text = columns.text(row, CardColumn::Score);
        match score(text) {
            Some((frequency, impact)) => {
                details.frequency = details.frequency.or(Some(frequency));
                details.impact = details.impact.or(Some(impact));
            }
            None if text.is_empty() || says_nothing(text) => (),
            // One word is how much it hurts.
            None if let Some(grade) = grade_called(text) => details.impact = details.impact.or(Some(grade)),
            // Grades of their own say more.
            None if details.frequency.is_some() && details.impact.is_some() => (),
            None => log.fault(Problem::NotAScore, columns.place(row, CardColumn::Score), text),
        }
        let due = columns.text(row, CardColumn::Due);
        if !due.is_empty() && !says_nothing(due) {
            details.due = day_named(due, self.order);
            if details.due.is_none() {
                log.fault(Problem::NotADay, columns.place(row, CardColumn::Due), due);
            }
        }
        let evidence = columns.text(row, CardColumn::Evidence);
        if !evidence.is_empty() && !says_nothing(evidence) {
            match evidence_called(&fold::key(evidence)) {
                Some(known) => details.evidence = known,
                None => log.fault(Problem::NotEvidence, columns.place(row, CardColumn::Evidence), evidence),
            }
        }
        details
    }

    /// The owner; other tools write names as they are mentioned, "@Ann".
    fn owner(&self, row: usize) -> &'a str {
        let owner = self.columns.raw(row, CardColumn::Owner);
        let is_ours = self.columns.at(CardColumn::Record).is_some();
        owner.strip_prefix('@').filter(|name| !is_ours && !name.is_empty()).unwrap_or(owner)
    }

    fn grade(&self, row: usize, column: CardColumn, log: &mut Log) -> Option<Grade> {
        let text = self.columns.text(row, column);
        if text.is_empty() || says_nothing(text) {
            return None;
        }
        // "4/5" is four of five.
        let bare = text.strip_suffix("/5").unwrap_or(text);
        let number = Numeral::of(bare, "").map(|numeral| numeral.value(true)).filter(|number| number.fract() == 0.0);
        let grade =
            number.and_then(|number| Grade::try_from(number as u8).ok().filter(|_| (1.0..=5.0).contains(&number)));
        let grade = grade.or_else(|| grade_called(text));
        if grade.is_none() {
            log.fault(Problem::NotAGrade, self.columns.place(row, column), text);
        }
        grade
    }

    /// What each voice gave a stage.
    pub fn votes(&self, row: usize, log: &mut Log) -> Vec<Level> {
        let text = self.columns.text(row, CardColumn::Votes);
        let parts: Vec<&str> =
            if text.contains(';') { text.split(';').collect() } else { text.split_whitespace().collect() };
        let mut votes = Vec::new();
        for part in parts {
            match Feeling::of(part, false) {
                Some(Feeling::Number(number, _)) if Level::try_from(number).is_ok() => {
                    votes.push(Level::nearest(number))
                }
                None => (),
                _ => log.fault(Problem::NotALevel, self.columns.place(row, CardColumn::Votes), part),
            }
        }
        votes
    }
}

/// Frequency and impact in one: "4x3", "4 × 3 = 12", "12 (4x3)".
pub(super) fn score(text: &str) -> Option<(Grade, Grade)> {
    let (frequency, impact) = text.split_once(['x', 'X', 'х', 'Х', '×', '*'])?;
    let is_digit = |c: char| c.is_ascii_digit();
    let (frequency, impact) = (frequency.trim_end(), impact.trim_start());
    let frequency = &frequency[frequency.trim_end_matches(is_digit).len()..];
    let impact = &impact[..impact.len() - impact.trim_start_matches(is_digit).len()];
    let grade = |text: &str| Grade::try_from(text.parse::<u8>().ok()?).ok();
    Some((grade(frequency)?, grade(impact)?))
}

/// The tags of a cell, each once: parted by semicolons, or else by commas, or by number signs before them. One in quotation
/// marks may hold any of these.
fn tags(text: &str) -> Vec<String> {
    let text = text.trim();
    let mut tags: Vec<String> = Vec::new();
    let mut add = |tag: &str| {
        let tag = tag.to_owned();
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    };
    let separator = if unquoted(text, ';') { ';' } else { ',' };
    if text.starts_with('#') && !unquoted(text, separator) {
        text.split('#').map(str::trim).for_each(add);
        return tags;
    }
    let mut rest = text;
    while !rest.is_empty() {
        rest = rest.trim_start();
        if let Some((tag, after)) = rest.strip_prefix('"').and_then(quoted) {
            add(&tag);
            rest = after.trim_start().strip_prefix(separator).unwrap_or(after);
        } else {
            let (tag, after) = rest.split_once(separator).unwrap_or((rest, ""));
            let tag = tag.trim();
            add(tag.strip_prefix('#').unwrap_or(tag));
            rest = after;
        }
    }
    tags
}

/// Whether a separator stands outside quotation marks.
fn unquoted(text: &str, separator: char) -> bool {
    text.split('"').step_by(2).any(|part| part.contains(separator))
}

/// A tag behind its opening mark, and what follows the closing one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut tag = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        tag.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                tag.push('"');
                rest = after;
            }
            None => return Some((tag, after)),
        }
    }
}

/// Tags as a cell that [`tags`] reads.
pub(in crate::tables) fn tags_text(tags: &[String]) -> String {
    let written = |tag: &String| {
        let plain = !tag.contains([',', ';', '"']) && !tag.starts_with('#') && tag.trim() == tag && !tag.is_empty();
        if plain { tag.clone() } else { format!("\"{}\"", tag.replace('"', "\"\"")) }
    };
    tags.iter().map(written).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_in_any_list() {
        assert_eq!(tags("board; Q4 plan"), ["board", "Q4 plan"]);
        assert_eq!(tags("board, urgent, board"), ["board", "urgent"]);
        assert_eq!(tags("#board #срочно"), ["board", "срочно"]);
        assert_eq!(tags("\"a, b; \"\"c\"\"\"; d"), ["a, b; \"c\"", "d"]);
        assert_eq!(tags(""), [""; 0]);
        let odd = ["a;b", " c", "#d", "\"e\"", "f, g"].map(String::from).to_vec();
        assert_eq!(tags(&tags_text(&odd)), odd);
    }
}
