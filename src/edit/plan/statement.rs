//! Verbs of statements and the answers to them.

use super::{Sheet, write};
use crate::edit::{Field, Plan, Refusal, StatementInput, Typing};
use crate::interviews::record::Claim;
use crate::interviews::text::HighlightId;
use crate::model::quantity::StatementId;
use crate::model::statement::{Answer, Answers, Statement};
use crate::model::{Edit, Key};

fn of<'a>(sheet: &Sheet<'a>, id: StatementId) -> Result<&'a Statement, Refusal> {
    sheet.engagement.statement(id).ok_or(Refusal::Gone(Key::Statement(id)))
}

fn there(sheet: &Sheet, key: Key) -> Result<(), Refusal> {
    if sheet.engagement.has(key) { Ok(()) } else { Err(Refusal::Gone(key)) }
}

pub(super) fn add(mut sheet: Sheet, claim: Claim) -> Result<Plan, Refusal> {
    let id = StatementId(sheet.mint());
    sheet.put(Edit::Statement(id, Some(Statement { claim, quotes: Vec::new(), initiative: None })));
    Ok(sheet.made(Key::Statement(id)))
}

pub(super) fn set(mut sheet: Sheet, id: StatementId, input: StatementInput) -> Result<Plan, Refusal> {
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

pub(super) fn set_answers(mut sheet: Sheet, id: StatementId, given: Vec<Answer>) -> Result<Plan, Refusal> {
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

pub(super) fn delete(mut sheet: Sheet, id: StatementId) -> Result<Plan, Refusal> {
    of(&sheet, id)?;
    sheet.drop(Key::Statement(id));
    Ok(sheet.done())
}
