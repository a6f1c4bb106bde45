//! What the columns of a table seem to stand for, and what is asked where nothing says it.

use super::choice::Choice;
use super::fault::Problem;
use super::note::Note;
use super::period::Period;
use super::place::CellPlace;
use super::question::About;
use super::reading::Log;
use super::span::Span;
use super::vocabulary::AgeUnit;
use crate::model::scenario;

/// What a column seems to stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnGuess {
    /// What it most likely does.
    pub span: Span,
    /// What else it may.
    pub or: Option<Span>,
    /// Whether the headings say so.
    pub said: bool,
}

impl ColumnGuess {
    /// What headings say.
    pub(super) fn said(span: Span) -> Self {
        ColumnGuess { span, or: None, said: true }
    }

    /// So many days as people take for a month, a quarter or a year are probably meant as one.
    pub(super) fn nearly(self) -> Self {
        let period = match self.span {
            Span::Days(28 | 30 | 31) => AgeUnit::Month,
            Span::Days(84 | 90..=92) => AgeUnit::Quarter,
            Span::Days(360 | 364..=366) => AgeUnit::Year,
            _ => return self,
        };
        ColumnGuess { span: period.into(), or: Some(self.span), said: false }
    }

    /// What a heading over bare numbers says, or a title, which speaks less surely.
    pub(super) fn of_step((step, said): (AgeUnit, bool)) -> Self {
        ColumnGuess { span: step.into(), or: None, said }
    }

    /// What headings of revenue stand for: one of each month, or of every third one, may be a month's or a quarter's.
    pub(super) fn of_headings(periods: &[Period]) -> Option<Self> {
        let (span, apart) = Span::between(periods)?;
        let said = apart == 1;
        if periods.iter().all(|period| matches!(period, Period::Day(_))) {
            return Some(ColumnGuess {
                span: span.times(apart),
                or: None,
                said: said || matches!(span, Span::Days(_)),
            });
        }
        let counts_on = said || matches!(periods[0], Period::Age(..));
        Some(ColumnGuess { span, or: (!counts_on).then(|| span.times(apart)), said: counts_on })
    }
}

/// The period that a column stands for, as far as the table says it or somebody chose; `None` where nobody did: it stays what it was,
/// which is said. It is asked where that is in doubt, and a fault where a scenario has no such period.
pub(super) fn settled_or_kept(found: Option<ColumnGuess>, log: &mut Log) -> Option<scenario::Period> {
    let columns = settled(found, log);
    if columns.is_none() && log.faults.is_empty() {
        // It is said first: it decides what all figures are counted by.
        log.notes.insert(0, Note::ColumnsKept(log.context.columns));
    }
    columns
}

fn settled(found: Option<ColumnGuess>, log: &mut Log) -> Option<scenario::Period> {
    let now = Span::from(log.context.columns);
    let chosen = log.choice(|choice| if let Choice::Columns(span) = choice { Some(*span) } else { None });
    let open = found.is_some_and(|found| match found.said {
        true => found.span.period().is_none(),
        false => found.span != now || found.or.is_some_and(|or| or != found.span),
    });
    let likely = found.map(|found| found.span);
    let span = if open || chosen.is_some() {
        let all = scenario::Period::ALL.into_iter().map(Span::from);
        let likely_first = likely.into_iter().chain(found.and_then(|found| found.or)).chain(all).chain(chosen);
        let options: Vec<Span> = likely_first.collect();
        let default = options.iter().position(|span| *span == likely.unwrap_or(now)).unwrap_or(0);
        let options = options.into_iter().map(Choice::Columns).collect();
        let Choice::Columns(span) = log.ask(About::Table, options, default) else { return None };
        span
    } else {
        likely?
    };
    match span.period() {
        Some(period) => log.note(Note::Columns(period)),
        None => log.fault(Problem::Columns(span), CellPlace { row: 1, column: 1, line: 1 }, ""),
    }
    span.period()
}
