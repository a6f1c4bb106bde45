//! The board: what the views of one map share. Its cursor walks the map.

mod cursor;
mod finder;
mod outgoing;
mod overlays;
mod pasting;
mod voices;
mod workshop;

use leptos::prelude::*;

use crate::edit::Command;
use crate::i18n::journey::JourneyWords;
use crate::i18n::map::MapWords;
use crate::i18n::speech::title_or;
use crate::i18n::versions::VersionWords;
use crate::i18n::workshop::WorkshopWords;
use crate::insight::level_keys::SignedLevel;
use crate::insight::walk::{Ground, Spot, Way};
use crate::model::journey::{JourneyKind, LaneKind};
use crate::model::quantity::{CardId, JourneyId, LaneId, StageId};
use crate::model::{Cell, Engagement, Key};
use crate::ui::alive::Alive;
use crate::ui::commands::BoardWords;
use crate::ui::desk::{Desk, Outcome};
use crate::ui::last_places::LastPlaces;
use crate::ui::parts::Menus;
use crate::ui::session::Session;
pub use finder::Finder;
pub use outgoing::Outgoing;
use overlays::Overlays;
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
    /// The place that has the keyboard, or had it last.
    cursor: StoredValue<Option<Spot>>,
    /// The cell where the cursor was last: where it goes when its card is gone, and where the one-line input files.
    pub cell: RwSignal<Option<Cell>>,
    /// The card at the cursor was just made: what is typed goes on to the next one.
    pub fresh: StoredValue<bool>,
    /// What is typed into the one-line input.
    pub entry: RwSignal<String>,
    /// Which of the suggested names the keyboard is on.
    pub suggested: RwSignal<Option<usize>>,
    /// Whether the one-line input has the keyboard.
    pub entry_focus: RwSignal<bool>,
    /// What is looked for, and what is chosen.
    pub finder: Finder,
    /// Whether the map is shown to the room.
    pub presenting: RwSignal<bool>,
    /// Where the cursor was when the pointer went down: a click with Shift or Ctrl goes on from there.
    pressed_from: StoredValue<Option<Spot>>,
    /// Whether the next frame arrives at the cursor.
    arriving: StoredValue<bool>,
    /// A level of emotion that is typed with its sign.
    pub signed: StoredValue<SignedLevel>,
    /// What the edited text was before; `None` for a card that is made while it is typed.
    pub edited_from: StoredValue<Option<String>>,
    /// Where the cursor was before.
    came_from: StoredValue<(Option<Spot>, (i32, i32))>,
    /// The workshop that fills the map.
    pub workshop: Workshop,
    /// What lies over the map while people talk.
    pub overlays: Overlays,
    /// A paste that waits for a yes.
    pub asked: StoredValue<Option<Pasting>>,
    /// Whether it is being asked for.
    pub asking: RwSignal<bool>,
    /// What is on its way out.
    pub outgoing: Outgoing,
    /// What the editor types into.
    pub editing: RwSignal<Option<Editing>>,
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

/// What the editor types into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// A card that is made with its first letter, at this place of the cell.
    NewCard(Cell, usize),
    /// A card.
    Card(CardId),
    /// The name of a stage.
    StageName(StageId),
    /// The second line of a stage.
    StageSubtitle(StageId),
    /// The name of a lane.
    LaneName(LaneId),
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
        let cursor = StoredValue::new(first);
        on_cleanup(move || {
            if let Some(spot) = cursor.try_get_value().flatten() {
                last_places.note(journey, spot);
            }
        });
        let board = Board {
            desk,
            session,
            journey,
            stages,
            lanes,
            cursor,
            cell: RwSignal::new(cell),
            entry: RwSignal::new(String::new()),
            suggested: RwSignal::new(None),
            entry_focus: RwSignal::new(false),
            fresh: StoredValue::new(false),
            finder: Finder::new(),
            presenting: RwSignal::new(false),
            pressed_from: StoredValue::new(None),
            arriving: StoredValue::new(false),
            signed: StoredValue::new(SignedLevel::default()),
            edited_from: StoredValue::new(None),
            came_from: StoredValue::new((None, (0, 0))),
            workshop: Workshop::new(session, journey),
            overlays: Overlays::new(),
            asked: StoredValue::new(None),
            asking: RwSignal::new(false),
            outgoing: Outgoing::new(),
            editing: RwSignal::new(None),
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
        board.entry.set(session.draft(&desk.id(), "entry"));
        session.on_draft_elsewhere(move || board.entry.set(session.draft_now(&desk.id(), "entry")));
        Effect::new(move |_| board.entry.with(|line| session.keep_draft(&desk.id(), "entry", line)));
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
        self.cursor.get_value()
    }

    /// Whether `spot` is the place of the cursor.
    pub fn is_at(self, spot: Spot) -> bool {
        self.cursor.get_value() == Some(spot)
    }

    /// The cell of the cursor.
    pub fn cell_of(self, spot: Spot) -> Option<Cell> {
        self.ground(|ground| ground.cell(spot))
    }

    /// What a lane holds; a lane that is not there holds anything.
    pub fn kind(self, lane: LaneId) -> LaneKind {
        self.desk.peek(|e| e.lane(lane).map_or(LaneKind::Free, |lane| lane.kind))
    }

    /// What the map says.
    pub fn mw(self) -> &'static MapWords {
        MapWords::of(self.session.lang())
    }

    /// What a map and its parts are called.
    pub fn jw(self) -> &'static JourneyWords {
        JourneyWords::of(self.session.lang())
    }

    /// What is said while people work on the map together.
    pub fn ww(self) -> &'static WorkshopWords {
        WorkshopWords::of(self.session.lang())
    }

    /// What is said where maps are compared.
    pub fn vw(self) -> &'static VersionWords {
        VersionWords::of(self.session.lang())
    }

    /// What the verbs of the map are called by.
    pub fn verb_words(self) -> BoardWords {
        BoardWords::of(self.session.lang())
    }

    /// What the map shows: what is, or what should be.
    pub fn journey_kind(self) -> JourneyKind {
        let id = self.journey;
        self.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.kind)).unwrap_or_default()
    }

    /// The name of the second curve, if the map has one.
    pub fn second_curve(self) -> Option<String> {
        let id = self.journey;
        let name =
            self.desk.read(Key::Journey(id), |e| e.journey(id).and_then(|journey| journey.second_curve.clone()))?;
        let w = self.jw();
        Some(title_or(&name, w.second_curve).into())
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

    /// A stage's place among the stages, counted from 1.
    pub fn stage_number(self, stage: StageId) -> usize {
        self.stages.with(|stages| stages.iter().position(|&other| other == stage).map_or(0, |at| at + 1))
    }

    /// The name of a stage, or its number.
    pub fn stage_name(self, stage: StageId) -> String {
        let name = self.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| stage.name.clone()));
        let name = name.unwrap_or_default();
        if name.is_empty() { (self.jw().stage_n)(self.stage_number(stage)) } else { name }
    }

    /// The name of a lane, or that of its kind.
    pub fn lane_name(self, lane: LaneId) -> String {
        let own = self.desk.read(Key::Lane(lane), |e| e.lane(lane).map(|lane| (lane.name.clone(), lane.kind)));
        match own {
            Some((name, kind)) if name.is_empty() => self.jw().lane_kind(kind).into(),
            Some((name, _)) => name,
            None => String::new(),
        }
    }
}

/// The board of the map around.
pub fn use_board() -> Board {
    expect_context()
}

/// The id of the element that shows a place.
pub fn element_id(spot: Spot) -> String {
    match spot {
        Spot::Stage(stage) => format!("stage-{stage}"),
        Spot::Lane(lane) => format!("lane-{lane}"),
        Spot::Cell(Cell { stage, lane }) => format!("cell-{stage}-{lane}"),
        Spot::Card(card) => format!("card-{card}"),
    }
}

/// What [`element_id`] wrote.
pub fn spot_of(id: &str) -> Option<Spot> {
    let mut parts = id.split('-');
    let kind = parts.next()?;
    let mut number = || parts.next()?.parse().ok();
    match kind {
        "stage" => number().map(|id| Spot::Stage(StageId(id))),
        "lane" => number().map(|id| Spot::Lane(LaneId(id))),
        "card" => number().map(|id| Spot::Card(CardId(id))),
        "cell" => Some(Spot::Cell(Cell { stage: StageId(number()?), lane: LaneId(number()?) })),
        _ => None,
    }
}
