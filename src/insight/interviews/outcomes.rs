//! Statements with who said so, and outcomes with their scores.

use std::collections::BTreeMap;

use crate::interviews::opportunity::{self, Opportunity, Tally, opportunity};
use crate::interviews::record::{Claim, QuoteRef, Statement};
use crate::model::Engagement;
use crate::model::quantity::{Grade, StatementId};

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

/// Every outcome, the most worth doing first, those without a score last; equal ones in the order in which they were added.
pub fn outcomes(engagement: &Engagement) -> Vec<Outcome> {
    let is_outcome = |claim: &Claim| matches!(claim, Claim::Outcome { .. });
    let ids = engagement.statements().filter(|(_, statement)| is_outcome(&statement.claim)).map(|(id, _)| id);
    let mut outcomes: Vec<Outcome> = ids.map(|id| outcome(engagement, id)).collect();
    let score = |outcome: &Outcome| outcome.all.map_or(-1.0, |all| all.score);
    outcomes.sort_by(|one, other| score(other).total_cmp(&score(one)));
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
        segments: segments.into_iter().map(|(segment, score)| (segment.into(), score)).collect(),
    }
}
