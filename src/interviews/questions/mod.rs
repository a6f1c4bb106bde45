//! Questions: what a guide covers, and which questions lead the person by the hand. The texts themselves are words of a
//! language.

mod check;
mod leading;
mod patterns;

pub use check::{Fault, Remark, check};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::kinds::{Force, Phase};

/// What a question is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What happened in a phase.
    Phase(Phase),
    /// A force.
    Force(Force),
    /// What was given up, ruled out or different in a phase: why this and not that.
    Contrast(Phase),
    /// "What should I have asked?"
    Closing,
}

impl Topic {
    /// Everything that an interview should cover, in the order of the bar: phases, contrasts, forces, the last question.
    pub fn all() -> impl Iterator<Item = Topic> {
        let phases = Phase::ALL.into_iter().map(Topic::Phase);
        let contrasts = Phase::ALL.into_iter().map(Topic::Contrast);
        let forces = Force::ALL.into_iter().map(Topic::Force);
        phases.chain(contrasts).chain(forces).chain([Topic::Closing])
    }
}

/// How much of an interview has been covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    covered: BTreeSet<Topic>,
}

impl Coverage {
    /// What the questions that were asked and the notes that were taken cover: a note of a phase or of a force covers it
    /// whether or not anybody asked.
    pub fn of(asked: impl IntoIterator<Item = Topic>, noted: impl IntoIterator<Item = Topic>) -> Self {
        Coverage { covered: asked.into_iter().chain(noted).collect() }
    }

    /// Whether a topic is covered.
    pub fn has(&self, topic: Topic) -> bool {
        self.covered.contains(&topic)
    }

    /// What is still to be asked, in the order of the bar.
    pub fn missing(&self) -> impl Iterator<Item = Topic> {
        Topic::all().filter(|topic| !self.has(*topic))
    }

    /// How many of all topics are covered.
    pub fn counts(&self) -> (usize, usize) {
        (self.covered.len(), Topic::all().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_counts_phases_forces_contrasts_and_the_last_question() {
        let asked = [Topic::Phase(Phase::Deciding), Topic::Closing, Topic::Contrast(Phase::Deciding)];
        let coverage = Coverage::of(asked, [Topic::Force(Force::Push), Topic::Closing]);
        assert_eq!(coverage.counts(), (4, 17));
        assert_eq!(coverage.missing().count(), 13);
        assert_eq!(coverage.missing().next(), Some(Topic::Phase(Phase::FirstThought)));
        assert!(!coverage.missing().any(|topic| topic == Topic::Force(Force::Push)));
    }
}
