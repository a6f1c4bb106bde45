//! The small quantities that records are made of: ids, levels, grades.

use serde::{Deserialize, Serialize};

use crate::arrange::Arrange;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A journey of an engagement. Ids are minted by the engagement and never given twice while undo can reach them.
    JourneyId
    /// A stage of a journey.
    StageId
    /// A lane of a journey.
    LaneId
    /// A card, wherever it lies.
    CardId
    /// A scenario of the economics.
    ScenarioId
    /// An initiative.
    InitiativeId
    /// An account.
    AccountId
    /// Names an interview, and its transcript.
    InterviewId
    /// Names a paragraph of a transcript.
    ParagraphId
    /// Names a statement, and its answers.
    StatementId
}

/// How a stage feels, from -2 to +2 in steps of a half.
///
/// Kept as a count of halves, so that equality is exact; written in JSON as the number people see (`-1.5`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Level(i8);

impl Level {
    /// The lowest level, -2.
    pub const LOWEST: Level = Level(-4);
    /// The middle, 0: neither good nor bad.
    pub const NEUTRAL: Level = Level(0);
    /// The highest level, +2.
    pub const HIGHEST: Level = Level(4);

    /// The level of `halves` half steps, held inside -4..=4.
    pub fn from_halves(halves: i8) -> Self {
        Level(halves.clamp(Self::LOWEST.0, Self::HIGHEST.0))
    }

    /// The level nearest to `value`, held inside -2..=2; anything that is no number is the middle.
    pub fn nearest(value: f64) -> Self {
        // A cast from NaN gives 0, and one from infinity the end of the range.
        Level::from_halves((value * 2.0).round().clamp(-4.0, 4.0) as i8)
    }

    /// The level as half steps, -4..=4.
    pub fn halves(self) -> i8 {
        self.0
    }

    /// The level as people see it, -2..=2.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    /// The level `halves` half steps higher (lower when negative), held inside the range.
    pub fn stepped(self, halves: i8) -> Self {
        Level::from_halves(self.0.saturating_add(halves))
    }
}

/// The middle of votes: the middle one, or what lies between the two in the middle; of two half steps the lower one, so
/// that no room talks itself up. `None` without a vote.
pub fn median(votes: &[Level]) -> Option<Level> {
    let mut sorted: Vec<i8> = votes.iter().map(|level| level.0).collect();
    sorted.arrange();
    let high = *sorted.get(sorted.len() / 2)?;
    let low = if sorted.len().is_multiple_of(2) { sorted[sorted.len() / 2 - 1] } else { high };
    Some(Level((low + high).div_euclid(2)))
}

impl From<Level> for f64 {
    fn from(level: Level) -> f64 {
        level.value()
    }
}

/// A number that is no level: outside -2..=2, or between two half steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotALevel(pub f64);

impl std::fmt::Display for NotALevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is no level from -2 to 2 in halves", self.0)
    }
}

impl TryFrom<f64> for Level {
    type Error = NotALevel;

    fn try_from(value: f64) -> Result<Self, NotALevel> {
        let level = Level::nearest(value);
        if level.value() == value { Ok(level) } else { Err(NotALevel(value)) }
    }
}

/// A mark from 1 to 5: how often a friction strikes, how much it hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

impl Grade {
    /// Every grade, lowest first.
    pub const ALL: [Grade; 5] = [Grade(1), Grade(2), Grade(3), Grade(4), Grade(5)];

    /// The grade as a number, 1..=5.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> u8 {
        grade.0
    }
}

/// A number that is no grade: not among 1..=5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAGrade(pub u8);

impl std::fmt::Display for NotAGrade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is no grade from 1 to 5", self.0)
    }
}

impl TryFrom<u8> for Grade {
    type Error = NotAGrade;

    fn try_from(number: u8) -> Result<Self, NotAGrade> {
        if (1..=5).contains(&number) { Ok(Grade(number)) } else { Err(NotAGrade(number)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_holds_halves_inside_its_range() {
        assert_eq!(Level::nearest(1.26).value(), 1.5);
        assert_eq!(Level::nearest(-9.0), Level::LOWEST);
        assert_eq!(Level::nearest(f64::NAN), Level::NEUTRAL);
        assert_eq!(Level::HIGHEST.stepped(1), Level::HIGHEST);
        assert!(Level::try_from(0.3).is_err());
        assert!(Level::try_from(2.5).is_err());
    }

    #[test]
    fn the_median_is_the_middle_voice() {
        let of = |halves: &[i8]| {
            median(&halves.iter().map(|&h| Level::from_halves(h)).collect::<Vec<_>>()).map(Level::halves)
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[4, -4, 2]), Some(2));
        assert_eq!(of(&[-4, 4]), Some(0));
        assert_eq!(of(&[-1, 0]), Some(-1), "between two half steps: the lower one");
        assert_eq!(of(&[1, 2, 2, 4]), Some(2));
    }

    #[test]
    fn a_grade_is_one_to_five() {
        assert!(Grade::try_from(0).is_err());
        assert!(Grade::try_from(6).is_err());
        assert_eq!(Grade::try_from(5).map(Grade::number), Ok(5));
    }
}
