//! Statements with who said so, and outcomes with their scores.

use std::collections::BTreeMap;

use crate::arrange::{Arrange, map_of};
use crate::interviews::opportunity::{self, Band, Opportunity, Tally, opportunity};
use crate::interviews::record::{Claim, QuoteRef, Statement};
use crate::model::Engagement;
use crate::model::limits::ENTRIES;
use crate::model::quantity::{Grade, StatementId};
use crate::model::statement::Answer;

/// A statement as a plain value, with the interview of each quote.
pub fn statement(engagement: &Engagement, id: StatementId) -> Option<Statement> {
    let record = engagement.statement(id)?;
    let quotes = record.quotes.iter().filter_map(|&highlight| {
        engagement.quote(highlight).map(|quote| QuoteRef { interview: quote.interview.0, highlight })
    });
    Some(Statement { claim: record.claim.clone(), quotes: quotes.collect() })
}

/// An outcome with what answers say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The statement.
    pub statement: StatementId,
    /// The score of all answers. `None`: nobody answered one of the questions.
    pub all: Option<Opportunity>,
    /// The scores by segment; empty: people without one.
    pub segments: BTreeMap<String, Option<Opportunity>>,
}

/// Every outcome, the most worth doing first; those with too few answers to judge come after the others, those without a score
/// last; equal ones in the order in which they were added.
pub fn outcomes(engagement: &Engagement) -> Vec<Outcome> {
    let is_outcome = |claim: &Claim| matches!(claim, Claim::Outcome { .. });
    let ids = engagement.statements().filter(|(_, statement)| is_outcome(&statement.claim)).map(|(id, _)| id);
    let mut outcomes: Vec<Outcome> = ids.map(|id| outcome(engagement, id)).collect();
    let score = |outcome: &Outcome| outcome.all.map_or(-1.0, |all| all.score);
    let is_judged = |outcome: &Outcome| outcome.all.is_some_and(|all| all.band != Band::TooFew);
    outcomes.arrange_by(|one, other| is_judged(other).cmp(&is_judged(one)).then(score(other).total_cmp(&score(one))));
    outcomes
}

fn outcome(engagement: &Engagement, id: StatementId) -> Outcome {
    let given = engagement.answers(id).map_or(&[][..], |answers| answers.given.as_slice());
    let answers: Vec<opportunity::Answer> = given
        .iter()
        .map(|answer| {
            let interview = answer.interview.and_then(|interview| engagement.interview(interview));
            let segment = interview.filter(|_| answer.segment.is_empty()).map_or(&answer.segment, |one| &one.segment);
            opportunity::Answer {
                segment: segment.trim(),
                importance: answer.importance.map(Grade::number),
                satisfaction: answer.satisfaction.map(Grade::number),
            }
        })
        .collect();
    let segments = opportunity::by_segment(&answers);
    Outcome {
        statement: id,
        all: opportunity(
            Tally::of(answers.iter().filter_map(|answer| answer.importance)),
            Tally::of(answers.iter().filter_map(|answer| answer.satisfaction)),
        ),
        segments: map_of(segments.into_iter().map(|(segment, score)| (segment.into(), score))),
    }
}

/// Answers that were pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// Those that were read.
    pub answers: Vec<Answer>,
    /// The lines that were not.
    pub refused: Vec<RefusedLine>,
    /// The lines for which there was no room any more.
    pub left: Vec<String>,
}

/// A line that is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    /// The line.
    pub line: String,
    /// What stands where a whole number from 1 to 5 should.
    pub typed: String,
}

/// Answers as somebody pastes them: a line a person, importance and satisfaction and, if it is known, the segment, between
/// tabs, semicolons, commas or spaces. A dash or nothing between two signs is no answer. A first line that names the columns,
/// and lines without any answer, are passed over. `given`: how many answers the outcome has already, of [`ENTRIES`] at most.
pub fn read_answers(text: &str, given: usize) -> Pasted {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut pasted = Pasted::default();
    for (at, line) in lines.enumerate() {
        if given + pasted.answers.len() >= ENTRIES {
            pasted.left.push(line.into());
            continue;
        }
        match read_answer(line) {
            _ if at == 0 && names_columns(line) => (),
            Ok(answer) => pasted.answers.extend(answer),
            Err(typed) => pasted.refused.push(RefusedLine { line: line.into(), typed }),
        }
    }
    pasted
}

/// Whether a line is the head of a table of answers.
fn names_columns(line: &str) -> bool {
    let line = line.to_lowercase();
    ["import", "satisf", "важн", "удовлетв"].iter().any(|name| line.contains(name))
        && !line.contains(|one: char| one.is_ascii_digit())
}

/// `None`: the line has no answer. The error is what cannot be read in it.
fn read_answer(line: &str) -> Result<Option<Answer>, String> {
    let is_sign = |letter: char| matches!(letter, '\t' | ';' | ',');
    let parts: Vec<&str> = match line.contains(is_sign) {
        true => line.splitn(3, is_sign).map(str::trim).collect(),
        false => line.splitn(3, ' ').map(str::trim).collect(),
    };
    let grade = |at: usize| match parts.get(at).map_or("", |part| part.trim_matches('"')) {
        "" | "-" | "\u{2013}" | "\u{2014}" => Ok(None),
        text => {
            text.parse::<u8>().ok().and_then(|number| Grade::try_from(number).ok()).map(Some).ok_or(text.to_owned())
        }
    };
    let (importance, satisfaction) = (grade(0)?, grade(1)?);
    let segment = parts.get(2).map_or("", |segment| segment.trim_matches('"')).trim().into();
    let is_answer = importance.is_some() || satisfaction.is_some();
    Ok(is_answer.then_some(Answer { interview: None, segment, importance, satisfaction }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_answers_are_read_line_by_line() {
        let pasted = read_answers("5\t2\tretail\n\n4;;\"banks, large\"\n 3 5 \n6 1\nvery\n- -\n;;banks", 0);
        let plain: Vec<_> = pasted
            .answers
            .iter()
            .map(|one| {
                let number = |grade: Option<Grade>| grade.map(Grade::number);
                (number(one.importance), number(one.satisfaction), one.segment.as_str())
            })
            .collect();
        assert_eq!(plain, [(Some(5), Some(2), "retail"), (Some(4), None, "banks, large"), (Some(3), Some(5), "")]);
        let refused: Vec<_> = pasted.refused.iter().map(|one| (one.line.as_str(), one.typed.as_str())).collect();
        assert_eq!(refused, [("6 1", "6"), ("very", "very")], "empty rows are no mistakes");
    }

    #[test]
    fn a_head_is_no_answer() {
        for head in
            ["Importance, Satisfaction, Segment", "важность\tудовлетворённость", "\"Importance\";\"Satisfaction\""]
        {
            let pasted = read_answers(&format!("{head}\n4,2,retail"), 0);
            assert_eq!((pasted.answers.len(), pasted.refused.len()), (1, 0), "{head}");
        }
        let full = read_answers("5 2\n1 1\n\nvery", ENTRIES - 1);
        assert_eq!((full.answers.len(), full.left), (1, vec!["1 1".to_owned(), "very".to_owned()]), "nothing is lost");
        assert_eq!(read_answers("5 2\nimportance", 0).refused.len(), 1, "only at the head");
    }
}
