//! What a room gave a stage together: the middle voice, and how far apart the voices are.

use crate::model::quantity::{Level, median};

/// The voices of a room about one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many voices.
    pub count: usize,
    /// The middle one.
    pub median: Level,
    /// The lowest.
    pub low: Level,
    /// The highest.
    pub high: Level,
}

impl Spread {
    /// The spread of votes; `None` without a vote.
    pub fn of(votes: &[Level]) -> Option<Self> {
        Some(Spread {
            count: votes.len(),
            median: median(votes)?,
            low: votes.iter().copied().min()?,
            high: votes.iter().copied().max()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_that_disagrees_shows_it() {
        let votes = [-4, 4, 2].map(Level::from_halves);
        let spread = Spread::of(&votes).expect("votes");
        assert_eq!((spread.count, spread.median.value(), spread.low.value(), spread.high.value()), (3, 1.0, -2.0, 2.0));
        assert_eq!(Spread::of(&[]), None);
    }
}
