//! Verbs of stages.

use super::{Sheet, shift as shift_in, write};
use crate::edit::{Field, Plan, Refusal, StageField, Typing};
use crate::model::journey::{Journey, Stage};
use crate::model::quantity::{JourneyId, Level, StageId, median};
use crate::model::{Edit, Key};

pub(super) fn add(mut sheet: Sheet, journey: JourneyId, at: usize) -> Result<Plan, Refusal> {
    let mut record = sheet.journey(journey)?.clone();
    let id = StageId(sheet.mint());
    record.stages.insert(at.min(record.stages.len()), id);
    sheet.put(Edit::Stage(id, Some(Stage::default())));
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.made(Key::Stage(id)))
}

pub(super) fn set(mut sheet: Sheet, id: StageId, field: StageField, text: String) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    let (slot, field) = match field {
        StageField::Name => (&mut stage.name, Field::Name),
        StageField::Subtitle => (&mut stage.subtitle, Field::Subtitle),
    };
    write(slot, text)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.typed(Key::Stage(id), field))
}

pub(super) fn set_emotion(mut sheet: Sheet, id: StageId, level: Option<Level>) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.emotion, level)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(Plan { typing: Some(Typing(Key::Stage(id), Field::Emotion)), ..sheet.done() })
}

pub(super) fn set_second(mut sheet: Sheet, id: StageId, level: Option<Level>) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.second, level)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(Plan { typing: Some(Typing(Key::Stage(id), Field::Second)), ..sheet.done() })
}

pub(super) fn add_vote(mut sheet: Sheet, id: StageId, level: Level) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    stage.votes.push(level);
    stage.emotion = median(&stage.votes);
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.done())
}

pub(super) fn clear_votes(mut sheet: Sheet, id: StageId) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.votes, Vec::new())?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.done())
}

pub(super) fn duplicate(mut sheet: Sheet, id: StageId) -> Result<Plan, Refusal> {
    let mut copy = sheet.stage(id)?.clone();
    let (journey, mut record) = owner(&sheet, id)?;
    let new = StageId(sheet.mint());
    for (_, cards) in copy.cells.iter_mut() {
        for card in cards {
            *card = sheet.copy_card(*card)?;
        }
    }
    sheet.put(Edit::Stage(new, Some(copy)));
    let at = record.stages.iter().position(|&stage| stage == id).map_or(record.stages.len(), |at| at + 1);
    record.stages.insert(at, new);
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.made(Key::Stage(new)))
}

pub(super) fn shift(mut sheet: Sheet, id: StageId, to: usize) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    shift_in(&mut record.stages, id, to)?;
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

pub(super) fn delete(mut sheet: Sheet, id: StageId) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    for card in sheet.stage(id)?.all_cards() {
        sheet.drop(Key::Card(card));
    }
    sheet.put(Edit::Stage(id, None));
    record.stages.retain(|&stage| stage != id);
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

fn owner(sheet: &Sheet, id: StageId) -> Result<(JourneyId, Journey), Refusal> {
    let journey = sheet.engagement.journey_of_stage(id).ok_or(Refusal::Gone(Key::Stage(id)))?;
    Ok((journey, sheet.journey(journey)?.clone()))
}
