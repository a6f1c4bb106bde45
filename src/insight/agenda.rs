//! The clock of a workshop: which step is on, and how much of its time is left.

use serde::{Deserialize, Serialize};

use crate::model::day::Moment;

/// Where a workshop stands. It tells the time from moments that it is given, so it goes on over a reload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The step that is on, counted from 0.
    pub step: usize,
    /// How long the step has run before it was paused last, in milliseconds.
    elapsed: i64,
    /// Since when it runs; `None` while it is paused.
    since: Option<Moment>,
}

impl Clock {
    /// A step that begins now.
    pub fn begin(step: usize, now: Moment) -> Self {
        Clock { step, elapsed: 0, since: Some(now) }
    }

    /// Whether time goes on.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Stops the time, or lets it go on.
    pub fn toggled(self, now: Moment) -> Self {
        match self.since {
            Some(_) => Clock { elapsed: self.elapsed_at(now), since: None, ..self },
            None => Clock { since: Some(now), ..self },
        }
    }

    /// The seconds that are left of `minutes`; negative when the step runs over.
    pub fn left(&self, minutes: u16, now: Moment) -> i64 {
        // Rounded up while time is left, so that a step of five minutes begins with 5:00.
        let left = i64::from(minutes) * 60_000 - self.elapsed_at(now);
        if left > 0 { (left + 999) / 1000 } else { left / 1000 }
    }

    fn elapsed_at(&self, now: Moment) -> i64 {
        // A clock that was set back makes no time.
        self.elapsed + self.since.map_or(0, |since| (now.0 - since.0).max(0))
    }
}

/// Seconds as people read a clock: "4:05", "1:02:10", "−0:30" when over.
pub fn clock_text(seconds: i64) -> String {
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    let (minutes, seconds) = (seconds.abs() / 60, seconds.abs() % 60);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{sign}{minutes}:{seconds:02}"),
        (hours, minutes) => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(1_795_262_400_000 + seconds * 1000)
    }

    #[test]
    fn time_runs_pauses_and_runs_over() {
        let clock = Clock::begin(0, at(0));
        assert_eq!(clock.left(5, at(0)), 300);
        assert_eq!(clock.left(5, at(61)), 239);
        let paused = clock.toggled(at(60));
        assert!(!paused.runs());
        assert_eq!(paused.left(5, at(500)), 240, "a pause takes no time");
        let again = paused.toggled(at(500));
        assert_eq!(again.left(5, at(500 + 250)), -10);
        assert_eq!(clock.left(5, at(-100)), 300, "a clock that was set back");
    }

    #[test]
    fn clocks_read_as_clocks() {
        assert_eq!(clock_text(300), "5:00");
        assert_eq!(clock_text(65), "1:05");
        assert_eq!(clock_text(0), "0:00");
        assert_eq!(clock_text(3730), "1:02:10");
        assert_eq!(clock_text(68_148), "18:55:48");
        assert_eq!(clock_text(-30), "\u{2212}0:30");
    }
}
