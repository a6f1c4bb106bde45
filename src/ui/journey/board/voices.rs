//! Who stands behind what is on a map.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::insight::interviews::backing::{self, Backing};
use crate::insight::interviews::{People, reads};
use crate::model::quantity::{CardId, JourneyId, StageId};
use crate::model::{Engagement, Key};
use crate::ui::desk::Desk;

/// Who stands behind what on a map. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Voices {
    /// Behind each card.
    pub cards: Memo<BTreeMap<CardId, Backing>>,
    /// Behind each stage of the map.
    pub stages: Memo<BTreeMap<StageId, Backing>>,
    /// The card whose quotes are chosen.
    pub card: RwSignal<Option<CardId>>,
    /// Whether they are being chosen.
    pub open: RwSignal<bool>,
}

impl Voices {
    /// Those of a map.
    pub fn new(desk: Desk, journey: JourneyId) -> Self {
        let cards = Memo::new(move |_| read(desk, backing::of_cards));
        let stages = Memo::new(move |_| {
            if cards.with(BTreeMap::is_empty) {
                return BTreeMap::new();
            }
            let stages = desk.read(Key::Journey(journey), |e| e.journey(journey).map(|one| one.stages.clone()));
            stages.into_iter().flatten().for_each(|stage| desk.track(Key::Stage(stage)));
            read(desk, backing::of_stages)
        });
        Voices { cards, stages, card: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Lets quotes of a card be chosen.
    pub fn choose(self, card: CardId) {
        self.card.set(Some(card));
        self.open.set(true);
    }

    /// How many people spoke of a stage.
    pub fn of_stage(self, stage: StageId) -> usize {
        self.stages.with(|stages| stages.get(&stage).map_or(0, |behind| behind.people))
    }

    /// How many quotes a card has, read once. A note is none.
    pub fn count(self, card: CardId) -> usize {
        self.cards.with_untracked(|cards| cards.get(&card).map_or(0, |behind| behind.highlights.quotes))
    }
}

fn read<T>(desk: Desk, read: fn(&Engagement, &People) -> T) -> T {
    desk.peek(reads).into_iter().for_each(|key| desk.track(key));
    desk.peek(|engagement| read(engagement, &People::of(engagement)))
}
