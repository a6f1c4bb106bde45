//! How long people have talked: the time that notes get. Kept in this browser, so that a reload does not stop it.

use std::time::Duration;

use leptos::prelude::*;

use crate::insight::agenda::Clock;
use crate::model::day::Moment;
use crate::model::quantity::InterviewId;
use crate::ui::browser;
use crate::ui::session::Session;

const KEPT: &str = "interview-clock";

/// The clock of an interview.
#[derive(Clone, Copy)]
pub struct Timer {
    session: Session,
    of: StoredValue<(String, InterviewId)>,
    /// `None`: it has not run yet, or elsewhere.
    clock: RwSignal<Option<Clock>>,
    /// Where a clock begins that is not known any more: at the last note, in milliseconds.
    from: u32,
    now: RwSignal<Moment>,
}

impl Timer {
    /// The clock as it was left; one that was lost goes on at the last note.
    pub fn new(session: Session, engagement: String, id: InterviewId, from: u32) -> Self {
        let kept: Option<(String, InterviewId, Clock)> = session.choice(KEPT);
        let clock = kept.filter(|(of, one, _)| *of == engagement && *one == id).map(|(.., clock)| clock);
        let of = StoredValue::new((engagement, id));
        Timer { session, of, clock: RwSignal::new(clock), from, now: RwSignal::new(browser::now()) }
    }

    /// Stops it, or lets it go on.
    pub fn toggle(self) {
        let now = browser::now();
        let start = || Clock::begin(0, Moment(now.0 - i64::from(self.from)));
        let clock = self.clock.get_untracked().map_or_else(start, |clock| clock.toggled(now));
        self.now.set(now);
        self.clock.set(Some(clock));
        self.of.with_value(|(engagement, id)| self.session.keep_choice(KEPT, (engagement, id, clock)));
    }

    /// Whether it runs.
    pub fn runs(self) -> bool {
        self.clock.get().is_some_and(|clock| clock.runs())
    }

    /// Whether it has run at all.
    pub fn has_run(self) -> bool {
        self.clock.with_untracked(Option::is_some)
    }

    /// How long people have talked.
    pub fn seconds(self) -> i64 {
        let now = self.now.get();
        self.clock.get().map_or(i64::from(self.from) / 1000, |clock| -clock.left(0, now))
    }

    /// The time of a note that is filed now, in milliseconds; `None` while nobody has started the clock.
    pub fn time(self) -> Option<u32> {
        self.clock.get_untracked()?;
        self.now.set(browser::now());
        u32::try_from(untrack(|| self.seconds()) * 1000).ok()
    }

    /// Moves on by the second for as long as the running view is there.
    pub fn tick(self) {
        let tick = move || {
            if self.clock.try_get_untracked().flatten().is_some_and(|clock| clock.runs()) {
                self.now.set(browser::now());
            }
        };
        let tick = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
        on_cleanup(move || {
            if let Some(tick) = tick {
                tick.clear();
            }
        });
    }
}
