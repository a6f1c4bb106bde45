//! Verbs of lanes.

use super::{PlanBuilder, shift as shift_in, write};
use crate::edit::{Field, Plan, Refusal};
use crate::model::journey::{Journey, Lane, LaneKind};
use crate::model::quantity::{JourneyId, LaneId};
use crate::model::{Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, journey: JourneyId, kind: LaneKind, at: usize) -> Result<Plan, Refusal> {
    let mut record = sheet.journey(journey)?.clone();
    let has_emotion = record.lanes.iter().any(|&lane| sheet.lane(lane).is_ok_and(|lane| !lane.kind.holds_cards()));
    if has_emotion && !kind.holds_cards() {
        return Err(Refusal::SecondEmotionLane(journey));
    }
    let id = LaneId(sheet.mint());
    record.lanes.insert(at.min(record.lanes.len()), id);
    sheet.put(Edit::Lane(id, Some(Lane::of(kind))));
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.made(Key::Lane(id)))
}

pub(super) fn set_name(mut sheet: PlanBuilder, id: LaneId, name: String) -> Result<Plan, Refusal> {
    let mut lane = sheet.lane(id)?.clone();
    write(&mut lane.name, name)?;
    sheet.put(Edit::Lane(id, Some(lane)));
    Ok(sheet.typed(Key::Lane(id), Field::Name))
}

pub(super) fn set_hidden(mut sheet: PlanBuilder, id: LaneId, hidden: bool) -> Result<Plan, Refusal> {
    let mut lane = sheet.lane(id)?.clone();
    write(&mut lane.hidden, hidden)?;
    sheet.put(Edit::Lane(id, Some(lane)));
    Ok(sheet.done())
}

pub(super) fn shift(mut sheet: PlanBuilder, id: LaneId, to: usize) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    shift_in(&mut record.lanes, id, to)?;
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

pub(super) fn delete(mut sheet: PlanBuilder, id: LaneId) -> Result<Plan, Refusal> {
    let (journey, mut record) = owner(&sheet, id)?;
    for &stage in &record.stages {
        let mut cells = sheet.stage(stage)?.clone();
        if let Some(cards) = cells.cells.put(id, None) {
            cards.into_iter().for_each(|card| sheet.drop(Key::Card(card)));
            sheet.put(Edit::Stage(stage, Some(cells)));
        }
    }
    sheet.put(Edit::Lane(id, None));
    record.lanes.retain(|&lane| lane != id);
    sheet.put(Edit::Journey(journey, Some(record)));
    Ok(sheet.done())
}

fn owner(sheet: &PlanBuilder, id: LaneId) -> Result<(JourneyId, Journey), Refusal> {
    let journey = sheet.engagement.journey_of_lane(id).ok_or(Refusal::Gone(Key::Lane(id)))?;
    Ok((journey, sheet.journey(journey)?.clone()))
}
