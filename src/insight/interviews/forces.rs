//! The forces of one interview or of all.

use std::collections::BTreeSet;

use super::{People, counts};
use crate::arrange::set_of;
use crate::interviews::forces::{Balance, By, Forces, Voice};
use crate::interviews::kinds::Force;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// The forces that speak in an interview, or in all. A quote that has lost its words still counts: somebody said so.
pub fn forces(engagement: &Engagement, people: &People, only: Option<InterviewId>) -> Forces {
    Forces::of(&voices(engagement, people, only), |account| people.revenue(account))
}

/// Every quote and every note in which a force speaks.
pub fn voices(engagement: &Engagement, people: &People, only: Option<InterviewId>) -> Vec<Voice> {
    let notes = counts::notes(engagement);
    let heard = engagement.quotes().filter(|(_, quote)| only.is_none_or(|only| quote.interview == only));
    heard
        .filter_map(|(id, quote)| {
            let is_note = notes.contains(&id);
            let person = people.person(quote.interview)?;
            Some(Voice { person: person.person, account: person.account, force: quote.mark.force?, is_note })
        })
        .collect()
}

/// The forces as they are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Each force with what it weighs, and its share of the heaviest: 0 to 1.
    pub bars: [(Force, f64, f64); 4],
    /// Push and pull against anxiety and habit.
    pub balance: Balance,
    /// The force that weighs more than any other.
    pub strongest: Option<Force>,
    /// What moves less what holds.
    pub net: f64,
    /// Accounts whose revenue is not known, and people whose account is not; 0 where revenue is not what is compared.
    pub unknown: usize,
    /// Accounts that left, whose revenue before that is counted; 0 where revenue is not what is compared.
    pub gone: usize,
}

/// The picture of the forces of an interview, or of all.
pub fn picture(engagement: &Engagement, people: &People, only: Option<InterviewId>, by: By) -> Picture {
    let voices = voices(engagement, people, only);
    let forces = Forces::of(&voices, |account| people.revenue(account));
    let most = Force::ALL.into_iter().map(|force| forces.value(force, by)).fold(0.0, f64::max);
    let balance = forces.balance(by);
    let without_revenue = |voice: &&Voice| voice.account.is_none_or(|account| people.revenue(account).is_none());
    // An account is one whoever of it spoke; a person without one stands alone.
    let unknown: BTreeSet<(bool, u32)> = set_of(
        voices
            .iter()
            .filter(without_revenue)
            .map(|voice| voice.account.map_or((false, voice.person), |account| (true, account))),
    );
    let gone: BTreeSet<u32> =
        set_of(voices.iter().filter_map(|voice| voice.account).filter(|account| people.is_gone(*account)));
    Picture {
        bars: Force::ALL.map(|force| {
            let value = forces.value(force, by);
            (force, value, if most > 0.0 { value / most } else { 0.0 })
        }),
        balance,
        strongest: balance.strongest.filter(|strongest| {
            Force::ALL.into_iter().all(|other| other == *strongest || forces.value(other, by) < most)
        }),
        net: balance.moves - balance.holds,
        gone: if by == By::Revenue { gone.len() } else { 0 },
        unknown: if by == By::Revenue { unknown.len() } else { 0 },
    }
}
