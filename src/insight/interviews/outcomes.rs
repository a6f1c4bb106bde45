//! Statements with who said so, and outcomes with their scores.

use std::collections::BTreeMap;

use crate::arrange::{Arrange, map_of};
use crate::interviews::opportunity::{self, Band, Opportunity, Tally, opportunity};
use crate::interviews::record::{Claim, QuoteRef, Statement};
use crate::interviews::text::HighlightId;
use crate::model::Engagement;
use crate::model::quantity::{Grade, InterviewId, StatementId};

/// A statement as a plain value, with the interview of each quote.
pub fn statement(engagement: &Engagement, id: StatementId) -> Option<Statement> {
    let record = engagement.statement(id)?;
    let quotes = record.quotes.iter().filter_map(|&highlight| {
        engagement.quote(highlight).map(|quote| QuoteRef { interview: quote.interview.0, highlight })
    });
    Some(Statement { claim: record.claim.clone(), quotes: quotes.collect() })
}

/// The job stories of an interview: those that were written beside it, and those that its quotes back. What was written before
/// that was known, and has no quotes, can be of an interview only where there is one.
pub fn stories(engagement: &Engagement, interview: InterviewId) -> Vec<StatementId> {
    let is_only = engagement.interviews().count() == 1;
    let is_here = |quote: &HighlightId| engagement.quote(*quote).is_some_and(|quote| quote.interview == interview);
    let stories = engagement.statements().filter(|(_, one)| matches!(one.claim, Claim::Story { .. }));
    let here = stories.filter(|(_, one)| {
        let is_unplaced = one.interview.is_none() && one.quotes.is_empty();
        one.interview == Some(interview) || one.quotes.iter().any(is_here) || is_only && is_unplaced
    });
    here.map(|(id, _)| id).collect()
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

impl Outcome {
    /// The segments that have a score. One alone says what all answers say, and is none.
    pub fn told_segments(&self) -> Vec<(&str, Opportunity)> {
        let told = self.segments.iter().filter_map(|(name, score)| Some((name.as_str(), (*score)?)));
        Some(told.collect::<Vec<_>>()).filter(|told| told.len() > 1).unwrap_or_default()
    }
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
