//! What one side deleted and the other went on with: it stays, whole.

use super::{Clash, Merging};
use crate::arrange::Arrange;
use crate::model::journey::Stage;
use crate::model::merging::list::insert_as_in;
use crate::model::quantity::{CardId, InterviewId, JourneyId, LaneId, StageId};
use crate::model::{Edit, Engagement, Key};

/// Puts back into `other` what it deleted since `base` and `active` went on with: maps, then
/// stages and lanes, then cards; interviews, with the one that somebody is `at`, and statements.
pub(super) fn go_on(
    base: &Engagement,
    active: &Engagement,
    other: &mut Engagement,
    at: Option<InterviewId>,
    to: &mut Merging,
) {
    let before = other.clone();
    let went_on = |keys: &[Key]| keys.iter().any(|&key| base.edit(key) != active.edit(key));
    // Deleted by both is deleted.
    let gone = |key: Key, other: &Engagement| !other.has(key) && active.has(key);
    for (id, _) in base.all_journeys().filter(|(id, _)| gone(Key::Journey(*id), other)).collect::<Vec<_>>() {
        if went_on(&inside_journey(base, id)) {
            restore_journey(base, other, id);
            to.note(Clash::Restored(Key::Journey(id)));
        }
    }
    for (id, _) in base.all_stages().filter(|(id, _)| gone(Key::Stage(*id), other)).collect::<Vec<_>>() {
        if went_on(&inside_stage(base, id)) && restore_stage(base, other, id).is_some() {
            to.note(Clash::Restored(Key::Stage(id)));
        }
    }
    for (id, _) in base.all_lanes().filter(|(id, _)| gone(Key::Lane(*id), other)).collect::<Vec<_>>() {
        let fills = |(stage, record): (StageId, &Stage)| {
            active.stage(stage).is_some_and(|active| active.cards(id) != record.cards(id))
        };
        if (went_on(&inside_lane(base, id)) || base.all_stages().any(fills) || is_in_new_stage(base, active, id))
            && restore_lane(base, other, id).is_some()
        {
            to.note(Clash::Restored(Key::Lane(id)));
        }
    }
    for (id, _) in base.all_cards().filter(|(id, _)| gone(Key::Card(*id), other)).collect::<Vec<_>>() {
        if went_on(&[Key::Card(id), Key::Details(id)]) && restore_card(base, other, id).is_some() {
            to.note(Clash::Restored(Key::Card(id)));
        }
    }
    for (id, _) in base.interviews().filter(|(id, _)| gone(Key::Interview(*id), other)).collect::<Vec<_>>() {
        let quotes_before = base.quotes().filter(|(_, quote)| quote.interview == id).count();
        let quotes_now = active.quotes().filter(|(_, quote)| quote.interview == id).count();
        let inside = inside_interview(base, id);
        if went_on(&inside) || quotes_before != quotes_now || at == Some(id) {
            put_back(base, other, inside);
            to.note(Clash::Restored(Key::Interview(id)));
        }
    }
    for (id, _) in base.statements().filter(|(id, _)| gone(Key::Statement(*id), other)).collect::<Vec<_>>() {
        if went_on(&[Key::Answers(id)]) {
            put_back(base, other, [Key::Statement(id), Key::Answers(id)]);
            to.note(Clash::Restored(Key::Statement(id)));
        }
    }
    speak_again(base, active, &before, other);
}

/// What was parted from a record when that went speaks of it again now that it stays: the quotes that are evidence of a
/// card, the initiative that removes a friction. `before` is the other state before anything was put back.
fn speak_again(base: &Engagement, active: &Engagement, before: &Engagement, other: &mut Engagement) {
    let gone = |key: Key| base.has(key) && !before.has(key);
    // What only consists of itself is put back where the two states are brought together.
    let stays = |key: Key| other.has(key) || (active.has(key) && base.edit(key) != active.edit(key));
    let mut back: Vec<Key> = base.differing(before).into_iter().filter(|&key| gone(key) && stays(key)).collect();
    if back.is_empty() {
        return;
    }
    back.arrange();
    let comes_back = |key: Key| back.binary_search(&key).is_ok();
    for key in base.needing(&comes_back) {
        if !before.has(key) {
            continue;
        }
        if let (Some(mut parted), Some(mut whole), Some(now)) = (base.edit(key), base.edit(key), other.edit(key)) {
            parted.release(&gone);
            whole.release(&|key| gone(key) && !comes_back(key));
            other.put(Edit::merged(&parted, &now, &whole, &mut Merging::keeping_both()));
        }
    }
}

fn inside_interview(base: &Engagement, id: InterviewId) -> Vec<Key> {
    let paragraphs = base.paragraphs_of(id).iter().map(|&paragraph| Key::Paragraph(paragraph));
    let quotes = base.quotes().filter(|(_, quote)| quote.interview == id).map(|(quote, _)| Key::Quote(quote));
    [Key::Interview(id), Key::Transcript(id)].into_iter().chain(paragraphs).chain(quotes).collect()
}

fn inside_card(id: CardId) -> [Key; 2] {
    [Key::Card(id), Key::Details(id)]
}

fn inside_stage(base: &Engagement, id: StageId) -> Vec<Key> {
    let cards = base.stage(id).into_iter().flat_map(|stage| stage.all_cards()).flat_map(inside_card);
    std::iter::once(Key::Stage(id)).chain(cards).collect()
}

fn inside_lane(base: &Engagement, id: LaneId) -> Vec<Key> {
    let cards = base.all_stages().flat_map(|(_, stage)| stage.cards(id).to_vec()).flat_map(inside_card);
    std::iter::once(Key::Lane(id)).chain(cards).collect()
}

fn inside_journey(base: &Engagement, id: JourneyId) -> Vec<Key> {
    let Some(journey) = base.journey(id) else { return Vec::new() };
    let stages = journey.stages.iter().flat_map(|&stage| inside_stage(base, stage));
    let lanes = journey.lanes.iter().map(|&lane| Key::Lane(lane));
    std::iter::once(Key::Journey(id)).chain(lanes).chain(stages).collect()
}

/// Whether a stage that is new on one side has cards in a lane.
fn is_in_new_stage(base: &Engagement, active: &Engagement, lane: LaneId) -> bool {
    active.all_stages().any(|(id, stage)| base.stage(id).is_none() && !stage.cards(lane).is_empty())
}

/// Puts records back as they were, those that are there left alone.
fn put_back(base: &Engagement, other: &mut Engagement, keys: impl IntoIterator<Item = Key>) {
    for key in keys {
        if !other.has(key)
            && let Some(edit) = base.edit(key)
        {
            other.put(edit);
        }
    }
}

fn restore_journey(base: &Engagement, other: &mut Engagement, id: JourneyId) {
    put_back(base, other, inside_journey(base, id));
    if let Some(at) = base.head().journeys.iter().position(|&known| known == id) {
        insert_as_in(&mut other.head.journeys, &base.head().journeys, at, id);
    }
}

fn restore_stage(base: &Engagement, other: &mut Engagement, id: StageId) -> Option<()> {
    let journey = base.journey_of_stage(id)?;
    let mut record = other.journey(journey)?.clone();
    let order = &base.journey(journey)?.stages;
    insert_as_in(&mut record.stages, order, order.iter().position(|&known| known == id)?, id);
    let mut stage = base.stage(id)?.clone();
    for lane in base.journey(journey)?.lanes.iter().filter(|lane| !record.lanes.contains(lane)) {
        stage.cells.put(*lane, None);
    }
    put_back(base, other, stage.all_cards().flat_map(inside_card));
    other.put(Edit::Journey(journey, Some(record)));
    other.put(Edit::Stage(id, Some(stage)));
    Some(())
}

fn restore_lane(base: &Engagement, other: &mut Engagement, id: LaneId) -> Option<()> {
    let journey = base.journey_of_lane(id)?;
    let mut record = other.journey(journey)?.clone();
    let order = &base.journey(journey)?.lanes;
    insert_as_in(&mut record.lanes, order, order.iter().position(|&known| known == id)?, id);
    put_back(base, other, inside_lane(base, id));
    for (stage, was) in base.all_stages() {
        let Some(mut now) = other.stage(stage).cloned() else { continue };
        now.cells.put(id, was.cells.get(id).cloned());
        other.put(Edit::Stage(stage, Some(now)));
    }
    other.put(Edit::Journey(journey, Some(record)));
    Some(())
}

fn restore_card(base: &Engagement, other: &mut Engagement, id: CardId) -> Option<()> {
    let (cell, at) = base.place(id)?;
    let mut stage = other.stage(cell.stage)?.clone();
    other.lane(cell.lane)?;
    let mut cards = stage.cards(cell.lane).to_vec();
    insert_as_in(&mut cards, base.stage(cell.stage)?.cards(cell.lane), at, id);
    stage.cells.put(cell.lane, Some(cards));
    put_back(base, other, inside_card(id));
    other.put(Edit::Stage(cell.stage, Some(stage)));
    Some(())
}
