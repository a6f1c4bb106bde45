//! Makes the parts of a merged engagement fit together again.

use std::collections::{BTreeSet, HashMap};

use crate::arrange::Arrange;
use crate::compose::name_key;
use crate::interviews::codebook::Tag;
use crate::interviews::text::{HighlightId, TagId};
use crate::model::interview::{Interview, Quote, Transcript};
use crate::model::journey::{Journey, Lane, LaneKind, Stage};
use crate::model::merging::both;
use crate::model::merging::list::insert_as_in;
use crate::model::quantity::{CardId, InterviewId, JourneyId, LaneId, ParagraphId, ScenarioId, StageId};
use crate::model::scenario::Scenario;
use crate::model::{Cell, Change, Collection, Edit, Engagement, runs};

/// Puts every card into exactly one cell, every stage and lane into one map, every paragraph into one transcript, and drops what speaks of records that are not
/// there. A card goes where the first of `places` that knows it has it. Returns the change that takes it all back.
pub(crate) fn repair(engagement: &mut Engagement, places: &[&Engagement]) -> Change {
    let mut repair = Repair { engagement, inverse: Change::new() };
    repair.list_journeys();
    repair.own_parts();
    repair.keep_one_emotion_lane();
    repair.tidy_cells(places);
    repair.place_cards(places);
    repair.own_paragraphs(places);
    repair.join_tags();
    repair.drop_loose_ends();
    repair.tidy_quotes(places);
    repair.hand_tables_over();
    repair.agree_on_terms();
    repair.raise_counter();
    repair.inverse.reverse();
    repair.inverse
}

struct Repair<'a> {
    engagement: &'a mut Engagement,
    inverse: Change,
}

impl Repair<'_> {
    fn put(&mut self, edit: Edit) {
        if !self.engagement.holds(&edit) {
            self.inverse.push(self.engagement.put(edit));
        }
    }

    fn mint(&mut self) -> u32 {
        let mut head = self.engagement.head().clone();
        head.next = head.next.max(self.engagement.highest_id().map_or(1, |id| id + 1));
        let id = head.next;
        head.next += 1;
        // The counter alone counts as no change for `put`.
        self.inverse.push(self.engagement.put(Edit::Head(head)));
        id
    }

    /// A table that one side kept without a scenario goes to the one that the other side added, unless that is locked.
    fn hand_tables_over(&mut self) {
        let Some((id, before)) = self.engagement.scenarios().next() else { return };
        let (mut head, mut scenario) = (self.engagement.head().clone(), before.clone());
        head.tables.hand_over(&mut scenario);
        if scenario != *before && self.engagement.scenarios().any(|(_, one)| one.locked.is_some()) {
            return;
        }
        self.put(Edit::Scenario(id, Some(Box::new(scenario))));
        self.put(Edit::Head(head));
    }

    /// The list names every journey once.
    fn list_journeys(&mut self) {
        let mut head = self.engagement.head().clone();
        let mut listed: Vec<JourneyId> = Vec::new();
        for id in head.journeys.iter().copied().chain(self.engagement.all_journeys().map(|(id, _)| id)) {
            if self.engagement.journey(id).is_some() && !listed.contains(&id) {
                listed.push(id);
            }
        }
        head.journeys = listed;
        self.put(Edit::Head(head));
    }

    /// Every stage and lane belongs to one journey; one that belongs to none goes to the first.
    fn own_parts(&mut self) {
        let (mut stages, mut lanes) = (Vec::new(), Vec::new());
        let journeys: Vec<(JourneyId, Journey)> =
            self.engagement.journeys().map(|(id, journey)| (id, journey.clone())).collect();
        for (id, mut journey) in journeys {
            journey.stages = first_of_each(&journey.stages, &mut stages, |id| self.engagement.stage(id).is_some());
            journey.lanes = first_of_each(&journey.lanes, &mut lanes, |id| self.engagement.lane(id).is_some());
            self.put(Edit::Journey(id, Some(journey)));
        }
        let loose_stages: Vec<StageId> =
            self.engagement.all_stages().map(|(id, _)| id).filter(|id| !stages.contains(id)).collect();
        let loose_lanes: Vec<LaneId> =
            self.engagement.all_lanes().map(|(id, _)| id).filter(|id| !lanes.contains(id)).collect();
        if !loose_stages.is_empty() || !loose_lanes.is_empty() {
            let (id, mut journey) = self.first_journey();
            journey.stages.extend(loose_stages);
            journey.lanes.extend(loose_lanes);
            self.put(Edit::Journey(id, Some(journey)));
        }
    }

    fn first_journey(&mut self) -> (JourneyId, Journey) {
        if let Some((id, journey)) = self.engagement.journeys().next() {
            return (id, journey.clone());
        }
        let id = JourneyId(self.mint());
        let mut head = self.engagement.head().clone();
        head.journeys.push(id);
        self.put(Edit::Head(head));
        self.put(Edit::Journey(id, Some(Journey::default())));
        (id, Journey::default())
    }

    /// A journey has one emotion lane at most.
    fn keep_one_emotion_lane(&mut self) {
        let journeys: Vec<(JourneyId, Journey)> =
            self.engagement.journeys().map(|(id, journey)| (id, journey.clone())).collect();
        for (id, mut journey) in journeys {
            let is_emotion = |lane: &LaneId| self.engagement.lane(*lane).is_some_and(|lane| !lane.kind.holds_cards());
            let more: Vec<LaneId> = journey.lanes.iter().copied().filter(is_emotion).skip(1).collect();
            journey.lanes.retain(|lane| !more.contains(lane));
            self.put(Edit::Journey(id, Some(journey)));
            more.into_iter().for_each(|lane| self.put(Edit::Lane(lane, None)));
        }
    }

    /// Cells lie in lanes of their map that hold cards, and every card lies in one of them at most.
    fn tidy_cells(&mut self, places: &[&Engagement]) {
        let mut seen: Vec<(CardId, Cell)> = Vec::new();
        for (stage, record) in self.engagement.all_stages() {
            seen.extend(
                record
                    .cells
                    .iter()
                    .flat_map(|(lane, cards)| cards.iter().map(move |&card| (card, Cell { stage, lane }))),
            );
        }
        seen.arrange();
        let several: Vec<CardId> =
            seen.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
        let home = |card: CardId| {
            let here = |cell: &Cell| seen.binary_search(&(card, *cell)).is_ok();
            places.iter().filter_map(|state| Some(state.place(card)?.0)).find(here)
        };
        let homes: Vec<(CardId, Cell)> = several.into_iter().filter_map(|card| Some((card, home(card)?))).collect();
        let lanes: Vec<(StageId, Vec<LaneId>)> = self
            .engagement
            .journeys()
            .flat_map(|(_, journey)| journey.stages.iter().map(|&stage| (stage, journey.lanes.clone())))
            .collect();
        let mut placed: Vec<CardId> = Vec::new();
        for (stage, lanes) in lanes {
            let Some(record) = self.engagement.stage(stage) else { continue };
            let mut tidy = Stage { cells: Default::default(), ..record.clone() };
            for (lane, cards) in record.cells.iter() {
                let holds_cards = self.engagement.lane(lane).is_some_and(|lane| lane.kind.holds_cards());
                if !holds_cards || !lanes.contains(&lane) {
                    continue;
                }
                let stays = |card: &CardId| {
                    let home = homes.iter().find(|(known, _)| known == card);
                    self.engagement.card(*card).is_some() && home.is_none_or(|(_, home)| *home == Cell { stage, lane })
                };
                let mut kept = Vec::new();
                for card in cards.iter().copied().filter(stays) {
                    if let Err(at) = placed.binary_search(&card) {
                        placed.insert(at, card);
                        kept.push(card);
                    }
                }
                tidy.cells.put(lane, (!kept.is_empty()).then_some(kept));
            }
            self.put(Edit::Stage(stage, Some(tidy)));
        }
    }

    /// A card that lies nowhere goes where one of `places` has it, or else to the first place that takes cards.
    fn place_cards(&mut self, places: &[&Engagement]) {
        let mut placed: Vec<CardId> = self.engagement.all_stages().flat_map(|(_, stage)| stage.all_cards()).collect();
        placed.arrange();
        let loose: Vec<CardId> =
            self.engagement.all_cards().map(|(id, _)| id).filter(|id| placed.binary_search(id).is_err()).collect();
        for card in loose {
            let known = places.iter().find_map(|state| {
                let (cell, at) = state.place(card)?;
                let order = state.stage(cell.stage)?.cards(cell.lane).to_vec();
                self.takes_cards(cell).then_some((cell, at, order))
            });
            let (cell, at, order) = known.unwrap_or_else(|| (self.any_cell(), 0, vec![card]));
            if let Some(stage) = self.engagement.stage(cell.stage) {
                let mut stage = stage.clone();
                let mut cards = stage.cards(cell.lane).to_vec();
                insert_as_in(&mut cards, &order, at, card);
                stage.cells.put(cell.lane, Some(cards));
                self.put(Edit::Stage(cell.stage, Some(stage)));
            }
        }
    }

    fn takes_cards(&self, cell: Cell) -> bool {
        let journey = self.engagement.journey_of_stage(cell.stage);
        journey.is_some()
            && journey == self.engagement.journey_of_lane(cell.lane)
            && self.engagement.lane(cell.lane).is_some_and(|lane| lane.kind.holds_cards())
    }

    fn any_cell(&mut self) -> Cell {
        let (id, mut journey) = self.first_journey();
        let holds_cards = |lane: &LaneId| self.engagement.lane(*lane).is_some_and(|lane| lane.kind.holds_cards());
        let (stage, lane) = (journey.stages.first().copied(), journey.lanes.iter().copied().find(holds_cards));
        let stage = stage.unwrap_or_else(|| {
            let stage = StageId(self.mint());
            self.put(Edit::Stage(stage, Some(Stage::default())));
            journey.stages.push(stage);
            stage
        });
        let lane = lane.unwrap_or_else(|| {
            let lane = LaneId(self.mint());
            self.put(Edit::Lane(lane, Some(Lane::of(LaneKind::Free))));
            journey.lanes.push(lane);
            lane
        });
        self.put(Edit::Journey(id, Some(journey)));
        Cell { stage, lane }
    }

    /// Every paragraph lies in one transcript; one that lies in none goes where one of `places` has it, or else into an
    /// interview of its own.
    fn own_paragraphs(&mut self, places: &[&Engagement]) {
        let mut seen: BTreeSet<ParagraphId> = BTreeSet::new();
        let transcripts: Vec<(InterviewId, Transcript)> =
            self.engagement.transcripts().map(|(id, transcript)| (id, transcript.clone())).collect();
        for (id, mut transcript) in transcripts {
            let is_owned = self.engagement.interview(id).is_some();
            transcript.paragraphs.retain(|&paragraph| {
                is_owned && self.engagement.paragraph(paragraph).is_some() && seen.insert(paragraph)
            });
            let is_empty = transcript.paragraphs.is_empty();
            self.put(Edit::Transcript(id, (!is_empty).then_some(transcript)));
        }
        let loose: Vec<ParagraphId> =
            self.engagement.paragraphs().map(|(id, _)| id).filter(|id| !seen.contains(id)).collect();
        let mut new = None;
        for paragraph in loose {
            let known = places.iter().find_map(|state| {
                let (interview, at) = state.interview_of(paragraph)?;
                self.engagement.interview(interview).map(|_| (interview, at, state.paragraphs_of(interview).to_vec()))
            });
            let (interview, at, order) = known.unwrap_or_else(|| {
                let interview = *new.get_or_insert_with(|| self.new_interview());
                let mut order = self.engagement.paragraphs_of(interview).to_vec();
                order.push(paragraph);
                (interview, order.len() - 1, order)
            });
            let mut paragraphs = self.engagement.paragraphs_of(interview).to_vec();
            insert_as_in(&mut paragraphs, &order, at, paragraph);
            self.put(Edit::Transcript(interview, Some(Transcript { paragraphs })));
        }
    }

    fn new_interview(&mut self) -> InterviewId {
        let id = InterviewId(self.mint());
        self.put(Edit::Interview(id, Some(Box::new(Interview::default()))));
        id
    }

    /// No two tags have one name: both sides may have made it. The one that stays says what both say of it.
    fn join_tags(&mut self) {
        let mut first: HashMap<String, TagId> = HashMap::new();
        let mut joined: Vec<(TagId, TagId)> = Vec::new();
        for (id, tag) in self.engagement.tags() {
            let kept = *first.entry(name_key(&tag.name)).or_insert(id);
            if kept != id {
                joined.push((id, kept));
            }
        }
        if joined.is_empty() {
            return;
        }
        let stays = |tag: TagId| joined.iter().find(|(gone, _)| *gone == tag).map_or(tag, |(_, kept)| *kept);
        let quotes: Vec<(HighlightId, Quote)> = self
            .engagement
            .quotes()
            .filter(|(_, quote)| quote.mark.tags.iter().any(|tag| stays(*tag) != *tag))
            .map(|(id, quote)| (id, quote.clone()))
            .collect();
        for (id, mut quote) in quotes {
            let tags: Vec<TagId> = quote.mark.tags.iter().map(|tag| stays(*tag)).collect();
            quote.mark.tags = first_of_each(&tags, &mut Vec::new(), |_| true);
            self.put(Edit::Quote(id, Some(quote)));
        }
        for (id, kept) in joined {
            if let (Some(gone), Some(tag)) = (self.engagement.tag(id), self.engagement.tag(kept)) {
                let about = both("", &gone.about, &tag.about);
                let tag = Tag { about, group: tag.group.or(gone.group), ..tag.clone() };
                self.put(Edit::Tag(kept, Some(tag)));
            }
            self.put(Edit::Tag(id, None));
        }
    }

    /// Nothing speaks of a record that is not there.
    fn drop_loose_ends(&mut self) {
        // What goes because of another may leave loose ends itself: answers, statements, quotes, interviews, one by one.
        for _ in 0..Collection::ALL.len() {
            let loose = self.engagement.needing(&|key| !self.engagement.has(key));
            if loose.is_empty() {
                return;
            }
            for key in loose {
                if let Some(mut edit) = self.engagement.edit(key) {
                    edit.release(&|key| !self.engagement.has(key));
                    self.put(edit);
                }
            }
        }
    }

    /// The parts of each quote are one run of paragraphs.
    fn tidy_quotes(&mut self, places: &[&Engagement]) {
        runs::tidied(self.engagement, places).into_iter().for_each(|edit| self.put(edit));
    }

    /// All scenarios count in the same terms as the first.
    fn agree_on_terms(&mut self) {
        let Some((_, first)) = self.engagement.scenarios().next() else { return };
        let first = first.clone();
        for id in at_odds(self.engagement) {
            if let Some(scenario) = self.engagement.scenario(id) {
                self.put(Edit::Scenario(id, Some(Box::new(scenario.in_terms_of(&first)))));
            }
        }
    }

    /// The counter stands above every id.
    fn raise_counter(&mut self) {
        let above = self.engagement.highest_id().map_or(1, |id| id + 1);
        if self.engagement.head().next < above {
            let head = crate::model::Head { next: above, ..self.engagement.head().clone() };
            self.inverse.push(self.engagement.put(Edit::Head(head)));
        }
    }
}

/// The scenarios that count in other terms than the first: in another currency, by another period, paid another way.
pub(super) fn at_odds(engagement: &Engagement) -> Vec<ScenarioId> {
    let Some((_, first)) = engagement.scenarios().next() else { return Vec::new() };
    let is_at_odds = |scenario: &Scenario| scenario.terms() != first.terms();
    engagement.scenarios().filter(|(_, scenario)| is_at_odds(scenario)).map(|(id, _)| id).collect()
}

/// The items that are there and were not seen before.
fn first_of_each<T: Copy + PartialEq>(items: &[T], seen: &mut Vec<T>, is_there: impl Fn(T) -> bool) -> Vec<T> {
    let mut kept = Vec::new();
    for &item in items {
        if is_there(item) && !seen.contains(&item) {
            seen.push(item);
            kept.push(item);
        }
    }
    kept
}
