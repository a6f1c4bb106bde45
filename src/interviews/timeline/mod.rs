//! The timeline of a switch: six phases, and the two events that ended passive and active looking. What is known of their
//! dates, whether it can be true, and where to draw it.

mod band;
mod when;

use serde::{Deserialize, Serialize};

pub use band::{Band, Mark, Segment, layout, positions};
pub use when::{NotADate, When};

use super::kinds::Phase;

/// One of the two events that ended a phase of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// What ended passive looking: from here on it cost effort.
    First,
    /// What ended active looking: from here on it was about choosing.
    Second,
}

impl Event {
    /// Both events.
    pub const ALL: [Event; 2] = [Event::First, Event::Second];

    /// The phase that it ended.
    pub fn ends(self) -> Phase {
        match self {
            Event::First => Phase::PassiveLooking,
            Event::Second => Phase::ActiveLooking,
        }
    }
}

/// What happened, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// When it happened, or when the phase began.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// In a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
}

/// A timeline. In JSON the phases and events that nothing is known of are `{}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// The beginnings of the phases, by [`Phase::ALL`].
    pub phases: [Moment; 6],
    /// The two events, by [`Event::ALL`].
    pub events: [Moment; 2],
}

/// Two dates that cannot both be true: the later thing is dated before the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What comes first in every switch.
    pub earlier: Point,
    /// What comes after it.
    pub later: Point,
}

/// A dated point of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The beginning of a phase.
    Phase(Phase),
    /// An event.
    Event(Event),
}

impl Timeline {
    /// The points in the order in which they must have happened.
    pub fn points(&self) -> [(Point, &Moment); 8] {
        let phase = |phase: Phase| (Point::Phase(phase), &self.phases[phase.index()]);
        let event = |event: Event| (Point::Event(event), &self.events[event as usize]);
        [
            phase(Phase::FirstThought),
            phase(Phase::PassiveLooking),
            event(Event::First),
            phase(Phase::ActiveLooking),
            event(Event::Second),
            phase(Phase::Deciding),
            phase(Phase::FirstUse),
            phase(Phase::OngoingUse),
        ]
    }

    /// The dates that contradict each other: each point whose last possible day is before the first possible day of an
    /// earlier point, with the nearest such point. Nothing is put right by itself.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let dated: Vec<_> =
            self.points().into_iter().filter_map(|(point, moment)| Some((point, moment.when.range()?))).collect();
        let mut found = Vec::new();
        for (at, (later, (_, last))) in dated.iter().enumerate() {
            let earlier = dated[..at].iter().rev().find(|(_, (first, _))| first > last);
            found.extend(earlier.map(|(earlier, _)| Contradiction { earlier: *earlier, later: *later }));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(dates: [&str; 8]) -> Timeline {
        let at = |text: &str| Moment { when: text.parse().expect("a date"), what: String::new() };
        let [thought, passive, first, active, second, deciding, using, ongoing] = dates.map(at);
        Timeline { phases: [thought, passive, active, deciding, using, ongoing], events: [first, second] }
    }

    #[test]
    fn dates_in_the_wrong_order_are_named() {
        assert_eq!(timeline(["2025-03-14", "~2025-04", "", "~2025-06", "", "", "2025-10-06", ""]).contradictions(), []);
        let wrong = timeline(["2025-03-14", "", "~2024", "", "", "2025-03-01", "2025-04-01", ""]).contradictions();
        let thought = Point::Phase(Phase::FirstThought);
        assert_eq!(
            wrong,
            [
                Contradiction { earlier: thought, later: Point::Event(Event::First) },
                Contradiction { earlier: thought, later: Point::Phase(Phase::Deciding) }
            ]
        );
        assert_eq!(
            timeline(["~2025-03-14", "2025-03-10", "", "", "", "", "", ""]).contradictions(),
            [],
            "about is wide"
        );
    }

    #[test]
    fn a_timeline_goes_through_json() {
        let line = timeline(["2025-03-14", "~2025-04", "~2025", "", "", "", "", ""]);
        let json = serde_json::to_string(&line).expect("JSON");
        assert!(json.starts_with(r#"{"phases":[{"when":"2025-03-14"},{"when":"~2025-04"},{},"#), "{json}");
        assert_eq!(serde_json::from_str::<Timeline>(&json).expect("the same"), line);
    }
}
