//! Verbs of journeys.

use super::{PlanBuilder, write};
use crate::edit::draft::JourneyDraft;
use crate::edit::{Field, JourneyField, Plan, Refusal};
use crate::model::journey::{AgendaStep, Journey, JourneyKind, Stage};
use crate::model::quantity::{JourneyId, LaneId, StageId};
use crate::model::{Cell, Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, draft: JourneyDraft) -> Result<Plan, Refusal> {
    let id = put(&mut sheet, draft)?;
    Ok(sheet.made(Key::Journey(id)))
}

pub(super) fn add_here(mut sheet: PlanBuilder, blank: JourneyId, draft: JourneyDraft) -> Result<Plan, Refusal> {
    sheet.journey(blank)?;
    let at = sheet.head.journeys.iter().position(|&journey| journey == blank);
    let Some(at) = at.filter(|_| JourneyDraft::is_blank(sheet.engagement, blank)) else { return add(sheet, draft) };
    remove(&mut sheet, blank)?;
    let id = put(&mut sheet, draft)?;
    sheet.head.journeys[at..].rotate_right(1);
    Ok(sheet.made(Key::Journey(id)))
}

/// Puts a journey behind all others.
fn put(sheet: &mut PlanBuilder, draft: JourneyDraft) -> Result<JourneyId, Refusal> {
    let id = JourneyId(sheet.mint());
    if draft.lanes.iter().filter(|lane| !lane.kind.holds_cards()).count() > 1 {
        return Err(Refusal::SecondEmotionLane(id));
    }
    let mut lanes = Vec::new();
    for lane in draft.lanes {
        let id = LaneId(sheet.mint());
        lanes.push((id, lane.kind.holds_cards()));
        sheet.put(Edit::Lane(id, Some(lane)));
    }
    let mut stages = Vec::new();
    for stage in draft.stages {
        let id = StageId(sheet.mint());
        let mut record = Stage {
            name: stage.name,
            subtitle: stage.subtitle,
            emotion: stage.emotion,
            votes: stage.votes,
            second: stage.second,
            ..Stage::default()
        };
        for (at, cards) in stage.cells.into_iter().enumerate().filter(|(_, cards)| !cards.is_empty()) {
            let lane = lanes.get(at).filter(|(_, holds_cards)| *holds_cards).map(|(lane, _)| *lane);
            let lane = lane.ok_or(Refusal::NoCardsHere(Cell { stage: id, lane: LaneId(0) }))?;
            let cards = cards.into_iter().map(|draft| sheet.add_card(draft.card, draft.details)).collect();
            record.cells.put(lane, Some(cards));
        }
        sheet.put(Edit::Stage(id, Some(record)));
        stages.push(id);
    }
    let journey = Journey {
        title: draft.title,
        persona: draft.persona,
        scenario: draft.scenario,
        kind: draft.kind,
        stages,
        lanes: lanes.into_iter().map(|(id, _)| id).collect(),
        second_curve: draft.second_curve,
        agenda: draft.agenda,
    };
    sheet.put(Edit::Journey(id, Some(journey)));
    sheet.head.journeys.push(id);
    Ok(id)
}

pub(super) fn set(mut sheet: PlanBuilder, id: JourneyId, field: JourneyField, text: String) -> Result<Plan, Refusal> {
    let mut journey = sheet.journey(id)?.clone();
    let (slot, field) = match field {
        JourneyField::Title => (&mut journey.title, Field::Name),
        JourneyField::Persona => (&mut journey.persona, Field::Persona),
        JourneyField::Scenario => (&mut journey.scenario, Field::Scenario),
    };
    write(slot, text)?;
    sheet.put(Edit::Journey(id, Some(journey)));
    Ok(sheet.typed(Key::Journey(id), field))
}

pub(super) fn set_kind(mut sheet: PlanBuilder, id: JourneyId, kind: JourneyKind) -> Result<Plan, Refusal> {
    let mut journey = sheet.journey(id)?.clone();
    write(&mut journey.kind, kind)?;
    sheet.put(Edit::Journey(id, Some(journey)));
    Ok(sheet.done())
}

pub(super) fn set_second_curve(mut sheet: PlanBuilder, id: JourneyId, name: Option<String>) -> Result<Plan, Refusal> {
    let mut journey = sheet.journey(id)?.clone();
    let typing = name.is_some() && journey.second_curve.is_some();
    if name.is_none() {
        for &stage in &journey.stages {
            let mut record = sheet.stage(stage)?.clone();
            if record.second.take().is_some() {
                sheet.put(Edit::Stage(stage, Some(record)));
            }
        }
    }
    write(&mut journey.second_curve, name)?;
    sheet.put(Edit::Journey(id, Some(journey)));
    Ok(if typing { sheet.typed(Key::Journey(id), Field::Second) } else { sheet.done() })
}

pub(super) fn set_agenda(mut sheet: PlanBuilder, id: JourneyId, agenda: Vec<AgendaStep>) -> Result<Plan, Refusal> {
    let mut journey = sheet.journey(id)?.clone();
    write(&mut journey.agenda, agenda)?;
    sheet.put(Edit::Journey(id, Some(journey)));
    Ok(sheet.typed(Key::Journey(id), Field::Agenda))
}

pub(super) fn delete(mut sheet: PlanBuilder, id: JourneyId) -> Result<Plan, Refusal> {
    remove(&mut sheet, id)?;
    Ok(sheet.done())
}

fn remove(sheet: &mut PlanBuilder, id: JourneyId) -> Result<(), Refusal> {
    let journey = sheet.journey(id)?;
    for &stage in &journey.stages {
        for card in sheet.stage(stage)?.all_cards() {
            sheet.drop(Key::Card(card));
        }
        sheet.put(Edit::Stage(stage, None));
    }
    for &lane in &journey.lanes {
        sheet.put(Edit::Lane(lane, None));
    }
    sheet.put(Edit::Journey(id, None));
    sheet.head.journeys.retain(|&other| other != id);
    Ok(())
}
