//! Verbs of statements and the answers to them.

use std::collections::BTreeMap;

use super::{PlanBuilder, write};
use crate::edit::{Field, Plan, Refusal, StatementInput, Typing};
use crate::interviews::record::Claim;
use crate::interviews::text::HighlightId;
use crate::model::interview::Link;
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, InitiativeId, InterviewId, StatementId};
use crate::model::scenario::Initiative;
use crate::model::statement::{Answer, Answers, Statement};
use crate::model::{Edit, Key};

fn of<'a>(sheet: &PlanBuilder<'a>, id: StatementId) -> Result<&'a Statement, Refusal> {
    sheet.engagement.statement(id).ok_or(Refusal::Gone(Key::Statement(id)))
}

fn there(sheet: &PlanBuilder, key: Key) -> Result<(), Refusal> {
    if sheet.engagement.has(key) { Ok(()) } else { Err(Refusal::Gone(key)) }
}

pub(super) fn add(mut sheet: PlanBuilder, claim: Claim, interview: Option<InterviewId>) -> Result<Plan, Refusal> {
    interview.map_or(Ok(()), |interview| there(&sheet, Key::Interview(interview)))?;
    let id = StatementId(sheet.mint());
    sheet.put(Edit::Statement(id, Some(Statement { claim, quotes: Vec::new(), initiative: None, interview })));
    Ok(sheet.made(Key::Statement(id)))
}

pub(super) fn add_outcomes(mut sheet: PlanBuilder, id: StatementId, claims: Vec<Claim>) -> Result<Plan, Refusal> {
    let mut first = of(&sheet, id)?.clone();
    let interview = first.interview;
    let mut made = None;
    for claim in claims {
        if made.is_none() && first.claim.is_blank() {
            first.claim = claim;
            made = Some(id);
            sheet.put(Edit::Statement(id, Some(first.clone())));
            continue;
        }
        let next = StatementId(sheet.mint());
        made = made.or(Some(next));
        sheet.put(Edit::Statement(next, Some(Statement { claim, quotes: Vec::new(), initiative: None, interview })));
    }
    made.map(|made| sheet.made(Key::Statement(made))).ok_or(Refusal::NothingToDo)
}

pub(super) fn set(mut sheet: PlanBuilder, id: StatementId, input: StatementInput) -> Result<Plan, Refusal> {
    let mut statement = of(&sheet, id)?.clone();
    let field = match input {
        StatementInput::Claim(claim) => write(&mut statement.claim, claim).map(|()| Some(Field::Claim)),
        StatementInput::Quotes(quotes) => {
            let mut kept: Vec<HighlightId> = Vec::new();
            for quote in quotes {
                there(&sheet, Key::Quote(quote))?;
                if !kept.contains(&quote) {
                    kept.push(quote);
                }
            }
            write(&mut statement.quotes, kept).map(|()| None)
        }
        StatementInput::Initiative(initiative) => {
            initiative.map_or(Ok(()), |initiative| there(&sheet, Key::Initiative(initiative)))?;
            write(&mut statement.initiative, initiative).map(|()| None)
        }
    }?;
    sheet.put(Edit::Statement(id, Some(statement)));
    Ok(sheet.finish(None, field.map(|field| Typing(Key::Statement(id), field))))
}

pub(super) fn open_initiative(mut sheet: PlanBuilder, id: StatementId, name: String) -> Result<Plan, Refusal> {
    let mut statement = of(&sheet, id)?.clone();
    if statement.initiative.is_some() {
        return Err(Refusal::NothingToDo);
    }
    let friction = friction_of(&sheet, &statement);
    let initiative = InitiativeId(sheet.mint());
    sheet.put(Edit::Initiative(initiative, Some(Box::new(Initiative { name, friction, ..Initiative::default() }))));
    statement.initiative = Some(initiative);
    sheet.put(Edit::Statement(id, Some(statement)));
    Ok(sheet.made(Key::Initiative(initiative)))
}

/// The friction that most of the quotes are evidence of; of equal ones the first.
fn friction_of(sheet: &PlanBuilder, statement: &Statement) -> Option<CardId> {
    let mut counts: BTreeMap<CardId, usize> = BTreeMap::new();
    for quote in statement.quotes.iter().filter_map(|id| sheet.engagement.quote(*id)) {
        for link in &quote.links {
            if let Link::Card(card) = *link
                && let Some((cell, _)) = sheet.engagement.place(card)
                && sheet.engagement.lane(cell.lane).is_some_and(|lane| lane.kind == LaneKind::Friction)
            {
                *counts.entry(card).or_default() += 1;
            }
        }
    }
    counts.into_iter().max_by_key(|(card, count)| (*count, std::cmp::Reverse(*card))).map(|(card, _)| card)
}

pub(super) fn set_answers(mut sheet: PlanBuilder, id: StatementId, given: Vec<Answer>) -> Result<Plan, Refusal> {
    of(&sheet, id)?;
    for interview in given.iter().filter_map(|answer| answer.interview) {
        there(&sheet, Key::Interview(interview))?;
    }
    let mut answers = sheet.engagement.answers(id).cloned().unwrap_or_default();
    write(&mut answers.given, given)?;
    let answers = Some(answers).filter(|answers| *answers != Answers::default());
    sheet.put(Edit::Answers(id, answers));
    Ok(sheet.typed(Key::Answers(id), Field::Answers))
}

pub(super) fn delete(mut sheet: PlanBuilder, id: StatementId) -> Result<Plan, Refusal> {
    of(&sheet, id)?;
    sheet.drop(Key::Statement(id));
    Ok(sheet.done())
}
