//! Where the band of a timeline is drawn: fractions of its width, from 0 to 1.

use chrono::{Datelike, NaiveDate};

use super::{Event, Timeline};
use crate::interviews::kinds::Phase;

/// How much of the width the phases share evenly, so that each has room for its name; the rest follows the dates.
const EVEN: f64 = 0.6;

/// A phase on the band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The phase.
    pub phase: Phase,
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
    /// Whether its length follows from dates; else it has an even share and says nothing of how long it lasted.
    pub is_dated: bool,
}

/// A mark on the band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The event.
    pub event: Event,
    /// Its place: at its date within the phase that it ended, or at the end of that phase.
    pub at: f64,
    /// Whether the place follows from its date.
    pub is_dated: bool,
}

/// The band of a timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The phases, in the order of time, from 0 to 1 without gaps.
    pub segments: [Segment; 6],
    /// The two events.
    pub marks: [Mark; 2],
}

/// Lays a timeline out. A phase that has a beginning and is followed by one that has one gets its share of the time as well;
/// dates that contradict each other count as none. `today` ends the last phase; without it that one has an even share.
pub fn layout(timeline: &Timeline, today: Option<NaiveDate>) -> Band {
    let is_true = timeline.contradictions().is_empty();
    let day = |day: Option<NaiveDate>| day.filter(|_| is_true).map(|day| f64::from(day.num_days_from_ce()));
    let mut starts = [None; 7];
    for (start, moment) in starts.iter_mut().zip(&timeline.phases) {
        *start = day(moment.when.middle());
    }
    starts[6] = day(today);
    let length = |at: usize| Some((starts[at + 1]? - starts[at]?).max(0.0));
    let lengths: [Option<f64>; 6] = std::array::from_fn(length);
    let total: f64 = lengths.iter().flatten().sum();
    let dated = lengths.iter().flatten().count() as f64;
    let share = |length: Option<f64>| match length {
        Some(length) if total > 0.0 => EVEN / 6.0 + (1.0 - EVEN) * dated / 6.0 * length / total,
        _ => 1.0 / 6.0,
    };
    let mut end = 0.0;
    let segments = std::array::from_fn(|at| {
        let start = end;
        end = if at == 5 { 1.0 } else { start + share(lengths[at]) };
        let is_dated = lengths[at].is_some() && total > 0.0;
        Segment { phase: Phase::ALL[at], start, end, is_dated }
    });
    let mark = |event: Event| {
        let Segment { phase, start, end, .. } = segments[event.ends().index()];
        let (from, to) = (starts[phase.index()], starts[phase.index() + 1]);
        let then = day(timeline.events[event as usize].when.middle());
        let part = match (from, to, then) {
            (Some(from), Some(to), Some(then)) if from < to => Some(((then - from) / (to - from)).clamp(0.0, 1.0)),
            _ => None,
        };
        Mark { event, at: start + (end - start) * part.unwrap_or(1.0), is_dated: part.is_some() }
    };
    Band { segments, marks: Event::ALL.map(mark) }
}

/// Places for the notes of a phase on its segment, `count` of them with even gaps; none at the very ends, where the phases
/// meet.
pub fn positions(segment: &Segment, count: usize) -> impl Iterator<Item = f64> {
    let (start, width) = (segment.start, segment.end - segment.start);
    (1..=count).map(move |number| start + width * number as f64 / (count + 1) as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::interviews::timeline::{Moment, When};

    fn timeline(phases: [&str; 6], events: [&str; 2]) -> Timeline {
        let at = |text: &str| Moment { when: text.parse().expect("a date"), what: String::new() };
        Timeline { phases: phases.map(at), events: events.map(at) }
    }

    #[test]
    fn without_dates_all_phases_are_even_and_say_so() {
        let band = layout(&Timeline::default(), None);
        assert!(
            band.segments
                .iter()
                .all(|segment| !segment.is_dated && (segment.end - segment.start - 1.0 / 6.0).abs() < 1e-12)
        );
        assert_eq!(
            band.marks.map(|mark| (mark.at, mark.is_dated)),
            [(band.segments[1].end, false), (band.segments[2].end, false)]
        );
        assert_eq!(positions(&band.segments[0], 2).map(|at| (at * 18.0).round()).collect::<Vec<_>>(), [1.0, 2.0]);
    }

    #[test]
    fn a_longer_phase_is_longer_and_every_phase_has_room() {
        let band = layout(
            &timeline(["2025-01-01", "2025-01-11", "2025-04-11", "", "2025-10-01", ""], ["2025-02-25", "2025-05-01"]),
            None,
        );
        let width = |at: usize| band.segments[at].end - band.segments[at].start;
        // 10 and 90 of 100 days share what the two phases have beyond their even 0.1.
        assert!((width(0) - (0.1 + 0.4 / 3.0 * 0.1)).abs() < 1e-12);
        assert!((width(1) - (0.1 + 0.4 / 3.0 * 0.9)).abs() < 1e-12);
        assert!((width(2) - 1.0 / 6.0).abs() < 1e-12, "its end is not known");
        let half = band.segments[1].start + width(1) / 2.0;
        assert!((band.marks[0].at - half).abs() < 1e-12 && band.marks[0].is_dated);
        assert!(!band.marks[1].is_dated);
    }

    #[test]
    fn contradicting_dates_count_as_none() {
        let band = layout(&timeline(["2025-05-01", "2025-01-11", "2025-04-11", "", "", ""], ["", ""]), None);
        assert!(band.segments.iter().all(|segment| !segment.is_dated));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_band_has_no_gaps_and_marks_lie_in_their_phase(days in prop::array::uniform9(prop::option::of(1_i32..900_000))) {
            let when = |day: Option<i32>| {
                day.and_then(NaiveDate::from_num_days_from_ce_opt).map_or(When::Unknown, When::About)
            };
            let at = |day: Option<i32>| Moment { when: when(day), what: String::new() };
            let timeline = Timeline {
                phases: std::array::from_fn(|phase| at(days[phase])),
                events: [at(days[6]), at(days[7])],
            };
            let band = layout(&timeline, days[8].and_then(NaiveDate::from_num_days_from_ce_opt));
            prop_assert_eq!((band.segments[0].start, band.segments[5].end), (0.0, 1.0));
            for pair in band.segments.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start);
            }
            for segment in band.segments {
                prop_assert!(segment.end - segment.start > 0.0999, "room for the name");
            }
            for mark in band.marks {
                let segment = band.segments[mark.event.ends().index()];
                prop_assert!(segment.start <= mark.at && mark.at <= segment.end + 1e-12);
            }
        }
    }
}
