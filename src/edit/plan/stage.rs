//! Verbs of stages.

use super::{PlanBuilder, shift as shift_in, write};
use crate::edit::draft::StageDraft;
use crate::edit::{Field, Plan, Refusal, StageField, Typing};
use crate::model::journey::{Journey, Lane, LaneKind, Stage};
use crate::model::quantity::{JourneyId, LaneId, Level, StageId, median};
use crate::model::table::Table;
use crate::model::{Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, journey: JourneyId, at: usize) -> Result<Plan, Refusal> {
    let mut record = sheet.journey(journey)?.clone();
    let id = StageId(sheet.mint());
    record.stages.insert(at.min(record.stages.len()), id);
    sheet.put(Edit::Stage(id, Some(Stage::default())));
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.made(Key::Stage(id)))
}

pub(super) fn add_several(
    mut sheet: PlanBuilder,
    journey: JourneyId,
    at: usize,
    lanes: Vec<Lane>,
    stages: Vec<StageDraft>,
) -> Result<Plan, Refusal> {
    let mut record = sheet.journey(journey)?.clone();
    let mut homes = Vec::new();
    for (place, lane) in lanes.into_iter().enumerate() {
        let has_cards = stages.iter().any(|stage| stage.cells.get(place).is_some_and(|cards| !cards.is_empty()));
        let home = if !has_cards || !lane.kind.holds_cards() {
            None
        } else {
            Some(home_of(&sheet, &record, &homes, &lane).unwrap_or_else(|| {
                let id = LaneId(sheet.mint());
                sheet.put(Edit::Lane(id, Some(Lane { hidden: false, ..lane })));
                record.lanes.push(id);
                id
            }))
        };
        homes.push(home);
    }
    let mut made = Vec::new();
    for draft in stages {
        let mut cells = Table::default();
        for (cards, home) in draft.cells.into_iter().zip(&homes) {
            if let Some(lane) = home.filter(|_| !cards.is_empty()) {
                let cards = cards.into_iter().map(|draft| sheet.add_card(draft.card, draft.details)).collect();
                cells.put(lane, Some(cards));
            }
        }
        let id = StageId(sheet.mint());
        sheet.put(Edit::Stage(
            id,
            Some(Stage {
                name: draft.name,
                subtitle: draft.subtitle,
                emotion: draft.emotion,
                votes: draft.votes,
                second: draft.second.filter(|_| record.second_curve.is_some()),
                cells,
            }),
        ));
        made.push(id);
    }
    let first = *made.first().ok_or(Refusal::NothingToDo)?;
    let at = at.min(record.stages.len());
    record.stages.splice(at..at, made);
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.made(Key::Stage(first)))
}

/// The lane of a journey that is most like another and not taken yet.
fn home_of(sheet: &PlanBuilder, journey: &Journey, taken: &[Option<LaneId>], like: &Lane) -> Option<LaneId> {
    let alike = |whole: bool| {
        journey.lanes.iter().copied().find(|&id| {
            let is_alike = |lane: &Lane| lane.kind == like.kind && (!whole || lane.name == like.name);
            !taken.contains(&Some(id)) && sheet.lane(id).is_ok_and(is_alike)
        })
    };
    // A lane that somebody named holds what its name says.
    let is_own = like.kind == LaneKind::Free && !like.name.is_empty();
    alike(true).or_else(|| if is_own { None } else { alike(false) })
}

pub(super) fn name_several(mut sheet: PlanBuilder, from: StageId, names: Vec<String>) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, from)?;
    let first = record.stages.iter().position(|&stage| stage == from).unwrap_or(0);
    let mut last = None;
    for (at, name) in (first..).zip(names) {
        let free = match record.stages.get(at) {
            Some(&id) if at == first => Some(id),
            // Not one that this verb has just made.
            Some(&id) => sheet.stage(id).is_ok_and(|stage| stage.name.is_empty()).then_some(id),
            None => None,
        };
        let (id, stage) = match free {
            Some(id) => (id, Stage { name, ..sheet.stage(id)?.clone() }),
            None => {
                let id = StageId(sheet.mint());
                record.stages.insert(at.min(record.stages.len()), id);
                (id, Stage { name, ..Stage::default() })
            }
        };
        sheet.put(Edit::Stage(id, Some(stage)));
        last = Some(id);
    }
    let last = last.ok_or(Refusal::NothingToDo)?;
    if sheet.journey(journey)? != &record {
        sheet.put(Edit::Journey(journey, Some(record)));
    }
    Ok(sheet.made(Key::Stage(last)))
}

pub(super) fn set(mut sheet: PlanBuilder, id: StageId, field: StageField, text: String) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    let (slot, field) = match field {
        StageField::Name => (&mut stage.name, Field::Name),
        StageField::Subtitle => (&mut stage.subtitle, Field::Subtitle),
    };
    write(slot, text)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.typed(Key::Stage(id), field))
}

pub(super) fn set_emotion(mut sheet: PlanBuilder, id: StageId, level: Option<Level>) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.emotion, level)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(Plan { typing: Some(Typing(Key::Stage(id), Field::Emotion)), ..sheet.done() })
}

pub(super) fn set_second(mut sheet: PlanBuilder, id: StageId, level: Option<Level>) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.second, level)?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(Plan { typing: Some(Typing(Key::Stage(id), Field::Second)), ..sheet.done() })
}

pub(super) fn add_vote(mut sheet: PlanBuilder, id: StageId, level: Level) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    stage.votes.push(level);
    stage.emotion = median(&stage.votes);
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.done())
}

pub(super) fn clear_votes(mut sheet: PlanBuilder, id: StageId) -> Result<Plan, Refusal> {
    let mut stage = sheet.stage(id)?.clone();
    write(&mut stage.votes, Vec::new())?;
    sheet.put(Edit::Stage(id, Some(stage)));
    Ok(sheet.done())
}

pub(super) fn duplicate(mut sheet: PlanBuilder, id: StageId) -> Result<Plan, Refusal> {
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

pub(super) fn shift(mut sheet: PlanBuilder, id: StageId, to: usize) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    shift_in(&mut record.stages, id, to)?;
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

pub(super) fn delete(mut sheet: PlanBuilder, id: StageId) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    for card in sheet.stage(id)?.all_cards() {
        sheet.drop(Key::Card(card));
    }
    sheet.put(Edit::Stage(id, None));
    record.stages.retain(|&stage| stage != id);
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

fn owner(sheet: &PlanBuilder, id: StageId) -> Result<(JourneyId, Journey), Refusal> {
    let journey = sheet.engagement.journey_of_stage(id).ok_or(Refusal::Gone(Key::Stage(id)))?;
    Ok((journey, sheet.journey(journey)?.clone()))
}
