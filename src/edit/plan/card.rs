//! Verbs of cards.

use super::{PlanBuilder, each_once, write};
use crate::edit::{Detail, Field, Plan, Refusal, Typing};
use crate::model::day::has_text;
use crate::model::journey::{Card, Details, Stage};
use crate::model::quantity::CardId;
use crate::model::{Cell, Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, cell: Cell, at: usize, text: String) -> Result<Plan, Refusal> {
    let mut stage = open_cell(&sheet, cell)?;
    let id = sheet.add_card(Card { text }, Details::default());
    insert(&mut stage, cell, at, &[id]);
    sheet.put(Edit::Stage(cell.stage, Some(stage)));
    // Words typed next belong to the same step: one undo takes the whole card away.
    Ok(Plan { typing: Some(Typing(Key::Card(id), Field::Text)), ..sheet.made(Key::Card(id)) })
}

pub(super) fn set_text(mut sheet: PlanBuilder, id: CardId, text: String) -> Result<Plan, Refusal> {
    let mut card = sheet.card(id)?.clone();
    write(&mut card.text, text)?;
    sheet.put(Edit::Card(id, Some(card)));
    Ok(sheet.typed(Key::Card(id), Field::Text))
}

pub(super) fn shift(mut sheet: PlanBuilder, id: CardId, to: Cell, at: usize) -> Result<Plan, Refusal> {
    let (from, place) = place(&sheet, id)?;
    open_cell(&sheet, to)?;
    let mut source = sheet.stage(from.stage)?.clone();
    take(&mut source, from, id);
    let at = at
        .min(if from.stage == to.stage { source.cards(to.lane) } else { sheet.stage(to.stage)?.cards(to.lane) }.len());
    if from == to && place == at {
        return Err(Refusal::NothingToDo);
    }
    if from.stage == to.stage {
        insert(&mut source, to, at, &[id]);
        sheet.put(Edit::Stage(from.stage, Some(source)));
    } else {
        let mut target = sheet.stage(to.stage)?.clone();
        insert(&mut target, to, at, &[id]);
        sheet.put(Edit::Stage(from.stage, Some(source)));
        sheet.put(Edit::Stage(to.stage, Some(target)));
    }
    Ok(sheet.done())
}

pub(super) fn delete(mut sheet: PlanBuilder, id: CardId) -> Result<Plan, Refusal> {
    let (cell, _) = place(&sheet, id)?;
    let mut stage = sheet.stage(cell.stage)?.clone();
    take(&mut stage, cell, id);
    let emptied = sheet.card(id)?.text.is_empty();
    sheet.drop(Key::Card(id));
    sheet.put(Edit::Stage(cell.stage, Some(stage)));
    // A card whose words were all rubbed out goes as part of the same step: undo brings card and words back together.
    let typing = emptied.then_some(Typing(Key::Card(id), Field::Text));
    Ok(Plan { typing, ..sheet.done() })
}

pub(super) fn set_detail(mut sheet: PlanBuilder, id: CardId, fact: Detail) -> Result<Plan, Refusal> {
    sheet.card(id)?;
    let mut details = sheet.engagement.details(id).cloned().unwrap_or_default();
    let field = match fact {
        Detail::Frequency(grade) => write(&mut details.frequency, grade).map(|()| None),
        Detail::Impact(grade) => write(&mut details.impact, grade).map(|()| None),
        Detail::Owner(owner) => write(&mut details.owner, owner).map(|()| Some(Field::Owner)),
        Detail::NextStep(step) => write(&mut details.next_step, step).map(|()| Some(Field::NextStep)),
        Detail::Due(Some(day)) if !has_text(day) => Err(Refusal::OutOfBounds),
        Detail::Due(due) => write(&mut details.due, due).map(|()| Some(Field::Due)),
        Detail::Evidence(evidence) => write(&mut details.evidence, evidence).map(|()| None),
        Detail::Tags(tags) => write(&mut details.tags, each_once(tags)).map(|()| None),
    }?;
    sheet.put(Edit::Details(id, (details != Details::default()).then_some(details)));
    Ok(Plan { typing: field.map(|field| Typing(Key::Details(id), field)), ..sheet.done() })
}

pub(super) fn place(sheet: &PlanBuilder, id: CardId) -> Result<(Cell, usize), Refusal> {
    sheet.engagement.place(id).ok_or(Refusal::Gone(Key::Card(id)))
}

/// The stage of a cell that can take cards.
pub(super) fn open_cell(sheet: &PlanBuilder, cell: Cell) -> Result<Stage, Refusal> {
    let stage = sheet.stage(cell.stage)?.clone();
    let holds_cards = sheet.lane(cell.lane)?.kind.holds_cards();
    let same_journey = sheet.engagement.journey_of_stage(cell.stage) == sheet.engagement.journey_of_lane(cell.lane);
    if holds_cards && same_journey { Ok(stage) } else { Err(Refusal::NoCardsHere(cell)) }
}

/// Puts cards into a cell of a stage, from `at` on.
pub(super) fn insert(stage: &mut Stage, cell: Cell, at: usize, ids: &[CardId]) {
    let mut cards = stage.cells.put(cell.lane, None).unwrap_or_default();
    let at = at.min(cards.len());
    cards.splice(at..at, ids.iter().copied());
    stage.cells.put(cell.lane, Some(cards));
}

/// Takes a card out of a cell of a stage.
pub(super) fn take(stage: &mut Stage, cell: Cell, id: CardId) {
    let mut cards = stage.cells.put(cell.lane, None).unwrap_or_default();
    cards.retain(|&card| card != id);
    stage.cells.put(cell.lane, (!cards.is_empty()).then_some(cards));
}
