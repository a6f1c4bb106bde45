//! What is looked for on a map, and what is chosen.

use leptos::prelude::*;

use crate::insight::find::Query;
use crate::model::quantity::CardId;
use crate::ui::browser::element;

/// What is looked for on a map, and what is chosen.
#[derive(Clone, Copy)]
pub struct Finder {
    /// Whether the search is open.
    pub open: RwSignal<bool>,
    /// What is looked for.
    pub query: RwSignal<Query>,
    /// What is found, in the order of the map.
    pub found: RwSignal<Vec<CardId>>,
    /// Which of them was gone to last.
    pub at: RwSignal<Option<usize>>,
    /// The chosen cards, in the order of choosing.
    pub picked: RwSignal<Vec<CardId>>,
}

impl Finder {
    /// Nothing looked for, nothing chosen.
    pub fn new() -> Self {
        Finder {
            open: RwSignal::new(false),
            query: RwSignal::new(Query::default()),
            found: RwSignal::new(Vec::new()),
            at: RwSignal::new(None),
            picked: RwSignal::new(Vec::new()),
        }
    }

    /// Chooses a card, or no longer.
    pub fn toggle(self, card: CardId) {
        self.picked.update(|picked| match picked.iter().position(|known| *known == card) {
            Some(at) => _ = picked.remove(at),
            None => picked.push(card),
        });
    }

    /// Whether something is looked for.
    pub fn is_looking(self) -> bool {
        self.query.with(|query| !query.is_empty())
    }

    /// Whether a card is found.
    pub fn is_found(self, card: CardId) -> bool {
        self.is_looking() && self.found.with(|found| found.contains(&card))
    }

    /// Whether a card is chosen.
    pub fn is_picked(self, card: CardId) -> bool {
        self.picked.with_untracked(|picked| picked.contains(&card))
    }

    /// How a card is marked that is drawn now: as found, as chosen.
    pub fn marks(self, card: CardId) -> &'static str {
        let holds = |cards: RwSignal<Vec<CardId>>| cards.with_untracked(|cards| cards.contains(&card));
        match (holds(self.found), self.is_picked(card)) {
            (true, true) => " found picked",
            (true, false) => " found",
            (false, true) => " picked",
            (false, false) => "",
        }
    }

    /// Opens the search and gives it the keyboard.
    pub fn begin(self) {
        self.open.set(true);
        element::focus_soon("#find");
    }

    /// Closes it; nothing is looked for any more.
    pub fn end(self) {
        self.open.set(false);
        self.query.set(Query::default());
    }
}
