//! Whom to interview next: accounts that came or went, as their revenue shows it, and have not been heard about it.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::People;
use super::overview::sides;
use crate::arrange::Arrange;
use crate::interviews::kinds::Outcome;
use crate::model::Engagement;
use crate::model::amount::Amount;
use crate::model::quantity::AccountId;
use crate::model::scenario::Period;

/// The most accounts that are suggested.
const MOST: usize = 8;

/// An account worth an interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Whether it came ([`Outcome::Hired`]) or went ([`Outcome::Left`]).
    pub outcome: Outcome,
    /// How many periods ago that was; 0: in the last one.
    pub ago: usize,
    /// What it brings, or brought before it went.
    pub revenue: Amount,
}

/// How many periods ago somebody came or went who still remembers it and knows how it turned out: 30 to 90 days after. A quarter or
/// a year is longer than that, so that the last ones stand for it.
fn ripe(period: Period) -> RangeInclusive<usize> {
    match period {
        Period::Month => 1..=3,
        Period::Quarter => 0..=1,
        Period::Year => 0..=0,
    }
}

/// Accounts that came or went 30 to 90 days ago, as nearly as their periods tell, and of which nobody was interviewed with that
/// outcome: of the side that is behind only, where there are any; the most recent first, then those with the most revenue.
pub fn candidates(engagement: &Engagement, people: &People) -> Vec<Candidate> {
    let behind = sides(engagement).behind();
    let ripe = ripe(engagement.scenarios().last().map_or(Period::Month, |(_, scenario)| scenario.accounts_period()));
    let heard: BTreeSet<(u32, bool)> = engagement
        .interviews()
        .filter_map(|(id, interview)| {
            let account = people.person(id)?.account?;
            Some((account, interview.head.outcome? == Outcome::Left))
        })
        .collect();
    let mut all: Vec<Candidate> = engagement
        .accounts()
        .filter_map(|(id, account)| {
            let (outcome, ago, revenue) = movement(&account.revenue)?;
            if !ripe.contains(&ago) {
                return None;
            }
            let is_heard = heard.contains(&(id.0, outcome == Outcome::Left));
            let name = account.name.trim().to_owned();
            (!is_heard && !name.is_empty()).then_some(Candidate { account: id, name, outcome, ago, revenue })
        })
        .collect();
    all.arrange_by(|one, other| one.ago.cmp(&other.ago).then(other.revenue.get().total_cmp(&one.revenue.get())));
    // Whoever is asked for one side is shown that one; the other stands there only if there is nobody of the first.
    if let Some(side) = behind.filter(|side| all.iter().any(|one| one.outcome == *side)) {
        all.retain(|one| one.outcome == side);
    }
    all.truncate(MOST);
    all
}

/// The last time that an account came or went.
fn movement(revenue: &[Amount]) -> Option<(Outcome, usize, Amount)> {
    let pays = |amount: &Amount| amount.get() > 0.0;
    let at = (1..revenue.len()).rev().find(|&at| pays(&revenue[at]) != pays(&revenue[at - 1]))?;
    let ago = revenue.len() - 1 - at;
    Some(match pays(&revenue[at]) {
        true => (Outcome::Hired, ago, *revenue.last()?),
        false => (Outcome::Left, ago, revenue[at - 1]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(revenue: &[f64]) -> Vec<Amount> {
        revenue.iter().filter_map(|one| Amount::new(*one)).collect()
    }

    #[test]
    fn the_last_movement_counts() {
        let found =
            |revenue: &[f64]| movement(&amounts(revenue)).map(|(outcome, ago, amount)| (outcome, ago, amount.get()));
        assert_eq!(found(&[5.0, 5.0, 0.0]), Some((Outcome::Left, 0, 5.0)));
        assert_eq!(found(&[0.0, 4.0, 6.0]), Some((Outcome::Hired, 1, 6.0)));
        assert_eq!(found(&[5.0, 0.0, 0.0, 7.0]), Some((Outcome::Hired, 0, 7.0)), "who comes back came");
        assert_eq!(found(&[5.0, 6.0]), None);
        assert_eq!(found(&[]), None);
    }
}
