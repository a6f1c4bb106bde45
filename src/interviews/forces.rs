//! The four forces, counted three ways: by mentions, which are quotes and notes, by people, by revenue.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::HighlightCount;
use super::kinds::Force;
use crate::arrange::{map_of, set_of};
use crate::model::amount::Amount;

/// A quote or a note in which a force speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who says it, by whatever number the caller knows the person.
    pub person: u32,
    /// The person's account, if it is known.
    pub account: Option<u32>,
    /// Which force.
    pub force: Force,
    /// Whether these are not the person's own words.
    pub is_note: bool,
}

/// How much speaks for a force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Quotes and notes.
    pub highlights: HighlightCount,
    /// People, each once.
    pub people: usize,
    /// The revenue of the accounts whose revenue is known, each once; in the currency of the caller.
    pub revenue: Amount,
    /// Accounts whose revenue is in the sum.
    pub known: usize,
    /// Accounts whose revenue is not known, and people whose account is not. Their revenue is no zero.
    pub unknown: usize,
}

/// The forces of an interview or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forces {
    /// By [`Force::ALL`].
    pub weights: [Weight; 4],
}

/// By what forces are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By quotes and notes.
    Mentions,
    /// By people.
    People,
    /// By revenue.
    Revenue,
}

/// Which way the forces lean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Nobody spoke of a force.
    Silent,
    /// What was said weighs nothing on either side, such as words of people whose revenue is not known.
    Weightless,
    /// Push and pull outweigh.
    Moves,
    /// Anxiety and habit outweigh.
    Holds,
    /// Both weigh the same.
    Even,
}

/// Push and pull against anxiety and habit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Which way it leans.
    pub lean: Lean,
    /// Push and pull together.
    pub moves: f64,
    /// Anxiety and habit together.
    pub holds: f64,
    /// The heaviest force; of equal ones the first. `None` when nobody spoke of any.
    pub strongest: Option<Force>,
    /// The quotes and notes that it comes from.
    pub highlights: HighlightCount,
    /// Whether revenue that is not known could change the answer.
    pub is_partial: bool,
}

impl Forces {
    /// Weighs what was said. `revenue` answers what an account brings; `None`: not known.
    pub fn of(voices: &[Voice], revenue: impl Fn(u32) -> Option<Amount>) -> Self {
        let mut forces = Forces::default();
        for force in Force::ALL {
            let said = || voices.iter().filter(|voice| voice.force == force);
            let people: BTreeMap<u32, Option<u32>> = map_of(said().map(|voice| (voice.person, voice.account)));
            let accounts: BTreeSet<u32> = set_of(people.values().copied().flatten());
            let known: Vec<f64> = accounts.iter().filter_map(|account| revenue(*account)).map(Amount::get).collect();
            let homeless = people.values().filter(|account| account.is_none()).count();
            forces.weights[force.index()] = Weight {
                highlights: said().map(|voice| voice.is_note).collect(),
                people: people.len(),
                revenue: Amount::new(known.iter().sum()).unwrap_or_default(),
                known: known.len(),
                unknown: accounts.len() - known.len() + homeless,
            };
        }
        forces
    }

    /// The weight of a force.
    pub fn weight(&self, force: Force) -> Weight {
        self.weights[force.index()]
    }

    /// A force as a number to compare.
    pub fn value(&self, force: Force, by: By) -> f64 {
        let weight = self.weight(force);
        match by {
            By::Mentions => weight.highlights.all() as f64,
            By::People => weight.people as f64,
            By::Revenue => weight.revenue.get(),
        }
    }

    /// What moves against what holds. By people and by revenue a person or an account counts once for each force, as the
    /// bars show it.
    pub fn balance(&self, by: By) -> Balance {
        let sum = |moves: bool| -> f64 {
            Force::ALL.into_iter().filter(|force| force.moves() == moves).map(|force| self.value(force, by)).sum()
        };
        let (moves, holds) = (sum(true), sum(false));
        let mut heard = HighlightCount::default();
        for weight in &self.weights {
            heard.quotes += weight.highlights.quotes;
            heard.notes += weight.highlights.notes;
        }
        let lean = match moves.total_cmp(&holds) {
            _ if heard.all() == 0 => Lean::Silent,
            _ if moves + holds == 0.0 => Lean::Weightless,
            std::cmp::Ordering::Greater => Lean::Moves,
            std::cmp::Ordering::Less => Lean::Holds,
            std::cmp::Ordering::Equal => Lean::Even,
        };
        let heaviest =
            |best: Force, force: Force| if self.value(force, by) > self.value(best, by) { force } else { best };
        Balance {
            lean,
            moves,
            holds,
            strongest: Force::ALL.into_iter().reduce(heaviest).filter(|force| self.value(*force, by) > 0.0),
            highlights: heard,
            is_partial: by == By::Revenue && self.weights.iter().any(|weight| weight.unknown > 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(person: u32, account: Option<u32>, force: Force) -> Voice {
        Voice { person, account, force, is_note: person == 5 }
    }

    fn revenue(account: u32) -> Option<Amount> {
        [(10, 600.0), (11, 50.0)].iter().find(|known| known.0 == account).and_then(|known| Amount::new(known.1))
    }

    #[test]
    fn an_account_counts_once_a_force_and_unknown_revenue_is_no_zero() {
        let voices = [
            voice(1, Some(10), Force::Push),
            voice(1, Some(10), Force::Push),
            voice(2, Some(10), Force::Push),
            voice(3, Some(11), Force::Push),
            voice(4, Some(12), Force::Habit),
            voice(5, None, Force::Habit),
            voice(1, Some(10), Force::Habit),
        ];
        let forces = Forces::of(&voices, revenue);
        let push = forces.weight(Force::Push);
        assert_eq!(
            (push.highlights.all(), push.people, push.revenue.get(), push.known, push.unknown),
            (4, 3, 650.0, 2, 0)
        );
        let habit = forces.weight(Force::Habit);
        assert_eq!(
            (habit.highlights.all(), habit.people, habit.revenue.get(), habit.known, habit.unknown),
            (3, 3, 600.0, 1, 2)
        );
        assert_eq!(
            (habit.highlights, forces.value(Force::Habit, By::Mentions)),
            (HighlightCount { quotes: 2, notes: 1 }, 3.0)
        );
        let balance = forces.balance(By::Revenue);
        assert_eq!(balance.highlights, HighlightCount { quotes: 6, notes: 1 }, "a note is no quote");
        assert_eq!((balance.lean, balance.is_partial, balance.strongest), (Lean::Moves, true, Some(Force::Push)));
        assert_eq!(forces.balance(By::People).lean, Lean::Even);
        assert!(!forces.balance(By::People).is_partial);
    }

    #[test]
    fn silence_and_unknown_revenue_are_told_apart() {
        assert_eq!(Forces::of(&[], revenue).balance(By::Mentions).lean, Lean::Silent);
        let unknown = Forces::of(&[voice(1, None, Force::Anxiety)], revenue);
        let balance = unknown.balance(By::Revenue);
        assert_eq!((balance.lean, balance.strongest, balance.is_partial), (Lean::Weightless, None, true));
        assert_eq!(unknown.balance(By::Mentions).lean, Lean::Holds);
    }
}
