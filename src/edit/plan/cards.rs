//! Verbs of several cards at once: each is one step of the history.

use super::PlanBuilder;
use super::card::{insert, open_cell, place, take};
use crate::arrange::Arrange;
use crate::compose::folded;
use crate::edit::draft::{CardDraft, lanes_below};
use crate::edit::{Plan, Refusal};
use crate::model::journey::{Details, Stage};
use crate::model::quantity::{CardId, StageId};
use crate::model::{Cell, Edit, Key};

/// The stages that a change touches, each in the making.
#[derive(Default)]
struct Stages(Vec<(StageId, Stage)>);

impl Stages {
    fn get(&mut self, sheet: &PlanBuilder, id: StageId) -> Result<&mut Stage, Refusal> {
        let at = match self.0.iter().position(|(known, _)| *known == id) {
            Some(at) => at,
            None => {
                self.0.push((id, sheet.stage(id)?.clone()));
                self.0.len() - 1
            }
        };
        Ok(&mut self.0[at].1)
    }

    fn put(self, sheet: &mut PlanBuilder) {
        for (id, stage) in self.0 {
            sheet.put(Edit::Stage(id, Some(stage)));
        }
    }
}

pub(super) fn add(mut sheet: PlanBuilder, cards: Vec<(Cell, CardDraft)>) -> Result<Plan, Refusal> {
    let mut stages = Stages::default();
    let mut last = None;
    for (cell, draft) in cards {
        open_cell(&sheet, cell)?;
        let id = sheet.add_card(draft.card, draft.details);
        insert(stages.get(&sheet, cell.stage)?, cell, usize::MAX, &[id]);
        last = Some(id);
    }
    let last = last.ok_or(Refusal::NothingToDo)?;
    stages.put(&mut sheet);
    Ok(sheet.made(Key::Card(last)))
}

pub(super) fn fill(mut sheet: PlanBuilder, from: Cell, rows: Vec<Vec<Vec<CardDraft>>>) -> Result<Plan, Refusal> {
    open_cell(&sheet, from)?;
    let id = sheet.engagement.journey_of_stage(from.stage).ok_or(Refusal::Gone(Key::Stage(from.stage)))?;
    let mut journey = sheet.journey(id)?.clone();
    let lanes = lanes_below(sheet.engagement, from);
    let last_lane = lanes.last().ok_or(Refusal::Gone(Key::Lane(from.lane)))?.0;
    let first_stage = journey.stages.iter().position(|&stage| stage == from.stage).unwrap_or(0);

    let mut stages = Stages::default();
    let mut new_stages: Vec<(StageId, Stage)> = Vec::new();
    let mut last = None;
    for (row, cells) in rows.into_iter().enumerate() {
        let lane = lanes.get(row).map_or(last_lane, |(lane, _)| *lane);
        for (column, cards) in cells.into_iter().enumerate().filter(|(_, cards)| !cards.is_empty()) {
            while journey.stages.len() <= first_stage + column {
                let id = StageId(sheet.mint());
                journey.stages.push(id);
                new_stages.push((id, Stage::default()));
            }
            let stage = journey.stages[first_stage + column];
            let cards: Vec<CardId> = cards.into_iter().map(|draft| sheet.add_card(draft.card, draft.details)).collect();
            let cell = Cell { stage, lane };
            match new_stages.iter_mut().find(|(id, _)| *id == stage) {
                Some((_, record)) => insert(record, cell, usize::MAX, &cards),
                None => insert(stages.get(&sheet, stage)?, cell, usize::MAX, &cards),
            }
            last = cards.last().copied();
        }
    }
    let last = last.ok_or(Refusal::NothingToDo)?;
    stages.put(&mut sheet);
    if !new_stages.is_empty() {
        Stages(new_stages).put(&mut sheet);
        sheet.put(Edit::Journey(id, Some(journey)));
    }
    Ok(sheet.made(Key::Card(last)))
}

pub(super) fn shift(sheet: PlanBuilder, cards: &[CardId], to: Cell, at: usize) -> Result<Plan, Refusal> {
    open_cell(&sheet, to)?;
    if cards.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    let mut stages = Stages::default();
    for &card in cards {
        let (from, _) = place(&sheet, card)?;
        take(stages.get(&sheet, from.stage)?, from, card);
    }
    insert(stages.get(&sheet, to.stage)?, to, at, cards);
    moved(sheet, stages)
}

pub(super) fn shift_each(sheet: PlanBuilder, moves: &[(CardId, Cell)]) -> Result<Plan, Refusal> {
    let mut stages = Stages::default();
    for &(card, to) in moves {
        open_cell(&sheet, to)?;
        let (from, _) = place(&sheet, card)?;
        take(stages.get(&sheet, from.stage)?, from, card);
        insert(stages.get(&sheet, to.stage)?, to, usize::MAX, &[card]);
    }
    moved(sheet, stages)
}

/// The plan of a move, unless everything stands where it stood.
fn moved(mut sheet: PlanBuilder, stages: Stages) -> Result<Plan, Refusal> {
    if stages.0.iter().all(|(id, stage)| sheet.engagement.stage(*id) == Some(stage)) {
        return Err(Refusal::NothingToDo);
    }
    stages.put(&mut sheet);
    Ok(sheet.done())
}

pub(super) fn duplicate(mut sheet: PlanBuilder, cards: &[CardId]) -> Result<Plan, Refusal> {
    let mut places =
        cards.iter().map(|&card| place(&sheet, card).map(|place| (card, place))).collect::<Result<Vec<_>, _>>()?;
    places.arrange_by_key(|&(card, (_, at))| (at, card));
    places.dedup_by_key(|(card, _)| *card);
    let mut stages = Stages::default();
    let mut made = None;
    while let Some(&(_, (cell, _))) = places.first() {
        let (here, elsewhere): (Vec<_>, Vec<_>) = places.into_iter().partition(|(_, (other, _))| *other == cell);
        let copies = here.iter().map(|&(card, _)| sheet.copy_card(card)).collect::<Result<Vec<_>, _>>()?;
        let below = here.last().map_or(0, |(_, (_, at))| at + 1);
        insert(stages.get(&sheet, cell.stage)?, cell, below, &copies);
        made = copies.last().copied();
        places = elsewhere;
    }
    let made = made.ok_or(Refusal::NothingToDo)?;
    stages.put(&mut sheet);
    Ok(sheet.made(Key::Card(made)))
}

pub(super) fn delete(mut sheet: PlanBuilder, cards: &[CardId]) -> Result<Plan, Refusal> {
    let mut stages = Stages::default();
    for &card in cards {
        let (cell, _) = place(&sheet, card)?;
        take(stages.get(&sheet, cell.stage)?, cell, card);
        sheet.drop(Key::Card(card));
    }
    if cards.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    stages.put(&mut sheet);
    Ok(sheet.done())
}

pub(super) fn tag(mut sheet: PlanBuilder, cards: &[CardId], tag: &str, on: bool) -> Result<Plan, Refusal> {
    let tag = tag.trim();
    for &card in cards {
        sheet.card(card)?;
        let mut details = sheet.engagement.details(card).cloned().unwrap_or_default();
        let is_same = |known: &String| folded(known) == folded(tag);
        let has = details.tags.iter().any(is_same);
        if has == on || tag.is_empty() {
            continue;
        }
        if on {
            details.tags.push(tag.into());
        } else {
            details.tags.retain(|known| !is_same(known));
        }
        sheet.put(Edit::Details(card, (details != Details::default()).then_some(details)));
    }
    if sheet.change.is_empty() { Err(Refusal::NothingToDo) } else { Ok(sheet.done()) }
}
