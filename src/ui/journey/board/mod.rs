//! The board: what the views of one map share. Its cursor walks the map.

mod cursor;
mod editor;
mod element_ids;
mod entry_line;
mod finder;
mod names;
mod outgoing;
mod overlays;
mod pasting;
mod voices;
mod workshop;

use leptos::prelude::*;

use crate::edit::Command;
use crate::insight::level_keys::SignedLevel;
use crate::insight::walk::{Ground, Spot, Way};
use crate::model::journey::{JourneyKind, LaneKind};
use crate::model::quantity::{CardId, JourneyId, LaneId, StageId};
use crate::model::{Cell, Engagement, Key};
use crate::ui::alive::Alive;
use crate::ui::desk::{Desk, Outcome};
use crate::ui::last_places::LastPlaces;
use crate::ui::parts::Menus;
use crate::ui::session::Session;
use cursor::Track;
pub use editor::Editing;
use editor::EditorState;
pub use element_ids::{element_id, spot_of};
use entry_line::EntryLine;
pub use finder::Finder;
pub use outgoing::Outgoing;
use overlays::Overlays;
use pasting::AskedPaste;
pub use pasting::Pasting;
pub use voices::Voices;
pub use workshop::Workshop;

/// One map on the screen. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Board {
    /// The engagement.
    pub desk: Desk,
    /// The person.
    pub session: Session,
    /// Which map.
    pub journey: JourneyId,
    /// Its stages, first to last.
    pub stages: Memo<Vec<StageId>>,
    /// Its lanes that are shown, top to bottom.
    pub lanes: Memo<Vec<LaneId>>,
    /// Where the cursor is and was.
    track: Track,
    /// The cell where the cursor was last: where it goes when its card is gone, and where the one-line input files.
    pub cell: RwSignal<Option<Cell>>,
    /// The one-line input.
    pub entry: EntryLine,
    /// What is looked for, and what is chosen.
    pub finder: Finder,
    /// Whether the map is shown to the room.
    pub presenting: RwSignal<bool>,
    /// A level of emotion that is typed with its sign.
    pub signed: StoredValue<SignedLevel>,
    /// The workshop that fills the map.
    pub workshop: Workshop,
    /// What lies over the map while people talk.
    pub overlays: Overlays,
    /// A paste that waits for a yes.
    pub asked_paste: AskedPaste,
    /// What is on its way out.
    pub outgoing: Outgoing,
    /// What is typed into where it stands.
    pub editor: EditorState,
    /// The friction whose form is open.
    pub open_friction: RwSignal<Option<CardId>>,
    /// Who stands behind what is on the map.
    pub voices: Voices,
    /// The open menu.
    pub menus: Menus,
    /// Where one stage at a time is shown: which one.
    pub shown_stage: RwSignal<Option<StageId>>,
    /// Whether the map is still on the screen.
    pub view: Alive,
}

impl Board {
    /// The board of a journey.
    pub fn new(desk: Desk, session: Session, journey: JourneyId) -> Self {
        let stages = Memo::new(move |_| {
            let read = |e: &Engagement| e.journey(journey).map(|journey| journey.stages.clone());
            desk.read(Key::Journey(journey), read).unwrap_or_default()
        });
        let lanes = Memo::new(move |_| {
            let read = |e: &Engagement| e.journey(journey).map(|journey| journey.lanes.clone());
            let all = desk.read(Key::Journey(journey), read).unwrap_or_default();
            let shown = |lane: &LaneId| desk.read(Key::Lane(*lane), |e| e.lane(*lane).is_some_and(|lane| !lane.hidden));
            all.into_iter().filter(shown).collect()
        });
        let last_places: LastPlaces = expect_context();
        let was = last_places.on(journey);
        let first = desk.peek(|e| {
            let ground = Ground::of(e, e.journey(journey)?);
            was.filter(|spot| ground.holds(*spot)).or_else(|| ground.first())
        });
        let kind = |e: &Engagement, card| Some(e.lane(e.place(card)?.0.lane)?.kind);
        let open = match first {
            Some(Spot::Card(card)) if desk.peek(|e| kind(e, card)) == Some(LaneKind::Friction) => Some(card),
            _ => None,
        };
        let cell = first.and_then(|spot| desk.peek(|e| Ground::of(e, e.journey(journey)?).typed_into(spot, None)));
        let track = Track::new(first);
        on_cleanup(move || {
            if let Some(spot) = track.cursor.try_get_value().flatten() {
                last_places.note(journey, spot);
            }
        });
        let board = Board {
            desk,
            session,
            journey,
            stages,
            lanes,
            track,
            cell: RwSignal::new(cell),
            entry: EntryLine::new(),
            finder: Finder::new(),
            presenting: RwSignal::new(false),
            signed: StoredValue::new(SignedLevel::default()),
            workshop: Workshop::new(session, journey),
            overlays: Overlays::new(),
            asked_paste: AskedPaste::new(),
            outgoing: Outgoing::new(),
            editor: EditorState::new(),
            open_friction: RwSignal::new(open),
            menus: Menus::new(),
            shown_stage: RwSignal::new(cell.map(|cell| cell.stage).or(stages.get_untracked().first().copied())),
            view: Alive::here(),
            voices: Voices::new(desk, journey),
        };
        Effect::new(move |_| {
            if let Some(spot) = last_places.asked(journey) {
                board.settle_at(Some(spot));
            }
        });
        // A line that was not filed waits for whoever comes back to a map of the engagement, should this one be gone.
        board.entry.text.set(session.draft(&desk.id(), "entry"));
        session.on_draft_elsewhere(move || board.entry.text.set(session.draft_now(&desk.id(), "entry")));
        Effect::new(move |_| board.entry.text.with(|line| session.keep_draft(&desk.id(), "entry", line)));
        board
    }

    /// What words for `field` are called that wait for whoever comes back to this map.
    pub fn draft_name(self, field: &str) -> String {
        format!("{field}/{}", self.journey)
    }

    /// Carries a command out; a refusal is told.
    pub fn dispatch(self, command: Command) -> Outcome {
        self.desk.dispatch(command)
    }

    /// Carries a command out, tells it with a way back, and goes to `next`.
    pub fn dispatch_with_notice(self, command: Command, text: String, next: Option<Spot>) {
        if self.desk.dispatch_with_notice(command, text, move || self.undo()) {
            self.settle_at(next);
        }
    }

    /// Reads something of the ground that the map is walked on.
    pub fn ground<T>(self, read: impl FnOnce(&Ground) -> Option<T>) -> Option<T> {
        self.desk.peek(|e| read(&Ground::of(e, e.journey(self.journey)?)))
    }

    /// The place that has the keyboard, or had it last.
    pub fn cursor(self) -> Option<Spot> {
        self.track.cursor.get_value()
    }

    /// Whether `spot` is the place of the cursor.
    pub fn is_at(self, spot: Spot) -> bool {
        self.track.cursor.get_value() == Some(spot)
    }

    /// The cell of the cursor.
    pub fn cell_of(self, spot: Spot) -> Option<Cell> {
        self.ground(|ground| ground.cell(spot))
    }

    /// What a lane holds; a lane that is not there holds anything.
    pub fn kind(self, lane: LaneId) -> LaneKind {
        self.desk.peek(|e| e.lane(lane).map_or(LaneKind::Free, |lane| lane.kind))
    }

    /// What the map shows: what is, or what should be.
    pub fn journey_kind(self) -> JourneyKind {
        let id = self.journey;
        self.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.kind)).unwrap_or_default()
    }

    /// The stage to which a step leads from the one at `here`, if there is one.
    pub fn next_stage(self, here: usize, way: Way) -> Option<StageId> {
        self.stages.with_untracked(|stages| {
            let next = match way {
                Way::Left => here.saturating_sub(1),
                Way::Right => here + 1,
                Way::Start => 0,
                _ => stages.len().saturating_sub(1),
            };
            stages.get(next).copied()
        })
    }
}

/// The board of the map around.
pub fn use_board() -> Board {
    expect_context()
}
