//! The workshop on a map.

use leptos::prelude::*;

use super::Board;
use crate::insight::agenda::Clock;
use crate::model::day::Moment;
use crate::model::quantity::JourneyId;
use crate::ui::browser;
use crate::ui::session::Session;

/// The workshop on a map: which step is on. Kept in this browser, so that a reload does not stop it.
#[derive(Clone, Copy)]
pub struct Workshop {
    /// The clock; `None` when the workshop has not begun.
    pub clock: RwSignal<Option<Clock>>,
    /// Whether the whole agenda is open.
    pub open: RwSignal<bool>,
    /// The moment that the clock shows.
    pub now: RwSignal<Moment>,
}

impl Workshop {
    /// The workshop on the map `journey`, going on where it was.
    pub fn new(session: Session, journey: JourneyId) -> Self {
        let kept: Option<(JourneyId, Clock)> = session.choice("workshop");
        let clock = kept.filter(|(of, _)| *of == journey).map(|(_, clock)| clock);
        Workshop { clock: RwSignal::new(clock), open: RwSignal::new(false), now: RwSignal::new(browser::now()) }
    }

    /// Keeps the clock, which is that of the map of `board`.
    pub fn set(self, board: Board, clock: Option<Clock>) {
        self.now.set(browser::now());
        self.clock.set(clock);
        board.session.keep_choice("workshop", clock.map(|clock| (board.journey, clock)));
    }
}
