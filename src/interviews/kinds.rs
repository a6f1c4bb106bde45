//! The words of the method: what an interview is about, the phases of a switch, the forces that drive it.

use serde::{Deserialize, Serialize};

/// The language in which an interview is held; independent of the language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::English, Language::Russian];

    /// The language that most letters of a text belong to; English where there is no letter of either.
    pub fn of(text: &str) -> Self {
        let (mut latin, mut cyrillic) = (0_usize, 0_usize);
        for letter in text.chars() {
            latin += usize::from(letter.is_ascii_alphabetic());
            cyrillic += usize::from(matches!(letter, '\u{400}'..='\u{4ff}'));
        }
        if cyrillic > latin { Language::Russian } else { Language::English }
    }
}

/// What the person did, which decides the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Hired the product.
    Hired,
    /// Left it for something else.
    Left,
    /// Thought of leaving and stayed.
    Stayed,
    /// Renewed.
    Renewed,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 4] = [Outcome::Hired, Outcome::Left, Outcome::Stayed, Outcome::Renewed];

    /// Whether the interview walks backwards, from the decision to the first thought.
    pub fn walks_backwards(self) -> bool {
        self == Outcome::Left
    }
}

/// Whether a person's words may be quoted outside the team. The default allows nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Not given, or not asked for.
    #[default]
    None,
    /// Without names of people and companies.
    Anonymous,
    /// With the name.
    ByName,
}

/// A force of a switch (Moesta): push and pull move, anxiety and habit hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// What is wrong with how things are.
    Push,
    /// What attracts in the new way.
    Pull,
    /// What is feared of the new way.
    Anxiety,
    /// What binds to the old way.
    Habit,
}

impl Force {
    /// Every force, in the order in which they are shown.
    pub const ALL: [Force; 4] = [Force::Push, Force::Pull, Force::Anxiety, Force::Habit];

    /// The place in [`Force::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether it moves towards a switch; else it holds back.
    pub fn moves(self) -> bool {
        matches!(self, Force::Push | Force::Pull)
    }
}

/// A phase of a switch, from the first thought to ongoing use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The first thought that something could be otherwise.
    FirstThought,
    /// Noticing alternatives without spending effort.
    PassiveLooking,
    /// Spending effort on finding an alternative.
    ActiveLooking,
    /// Weighing options, making trade-offs.
    Deciding,
    /// The first use of what was chosen.
    FirstUse,
    /// What became of it.
    OngoingUse,
}

impl Phase {
    /// Every phase, in the order of time.
    pub const ALL: [Phase; 6] = [
        Phase::FirstThought,
        Phase::PassiveLooking,
        Phase::ActiveLooking,
        Phase::Deciding,
        Phase::FirstUse,
        Phase::OngoingUse,
    ];

    /// The place in [`Phase::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The phase after this one (`forward`) or before, in the order in which the timeline shows them; stays at the ends.
    pub fn stepped(self, forward: bool) -> Phase {
        let at = if forward { self.index() + 1 } else { self.index().saturating_sub(1) };
        Phase::ALL[at.min(Phase::ALL.len() - 1)]
    }

    /// The phase in which such an interview begins.
    pub fn first_of(outcome: Option<Outcome>) -> Phase {
        if outcome.is_some_and(Outcome::walks_backwards) { Phase::OngoingUse } else { Phase::FirstThought }
    }
}

/// A moment in which more was heard than words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Energy {
    /// Something; what, was not noted.
    Marked,
    /// A laugh.
    Laugh,
    /// A sigh.
    Sigh,
    /// A pause.
    Pause,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_begins_at_the_end() {
        assert_eq!(Phase::first_of(Some(Outcome::Left)), Phase::OngoingUse);
        assert_eq!(Phase::first_of(None), Phase::FirstThought);
    }

    #[test]
    fn the_next_phase_is_the_one_shown_next() {
        assert_eq!(Phase::Deciding.stepped(true), Phase::FirstUse);
        assert_eq!(Phase::Deciding.stepped(false), Phase::ActiveLooking);
        assert_eq!(Phase::OngoingUse.stepped(true), Phase::OngoingUse, "stays at the end");
        assert_eq!(Phase::FirstThought.stepped(false), Phase::FirstThought);
    }

    #[test]
    fn a_text_is_in_the_language_of_most_of_its_letters() {
        assert_eq!(Language::of("Почему NPS?"), Language::Russian);
        assert_eq!(Language::of("Why «да»?"), Language::English);
        assert_eq!(Language::of("42"), Language::English);
    }
}
