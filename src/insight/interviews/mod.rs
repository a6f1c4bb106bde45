//! What interviews show: their records read into the plain values of [`crate::interviews`], so that a screen needs no
//! arithmetic.

pub mod anonymous;
pub mod answers;
pub mod authorship;
pub mod backing;
pub mod clients;
pub mod counts;
pub mod duplicates;
pub mod forces;
pub mod glance;
pub mod hiding;
pub mod joins;
pub mod outcomes;
pub mod overview;
mod people;
pub mod quotes;
pub mod recruit;
pub mod said;
pub mod speakers;
pub mod speech;
pub mod steps;
pub mod tags;
mod texts;
pub mod travel;
pub mod withheld;

pub use people::{People, Person};

use crate::model::{Collection, Engagement, Key};

/// What readings of quotes depend on apart from their words: the quotes, who was heard, and the accounts.
pub fn reads(engagement: &Engagement) -> Vec<Key> {
    let lists = [Collection::Quote, Collection::Interview, Collection::Account].map(Key::List);
    let quotes = engagement.quotes().map(|(id, _)| Key::Quote(id));
    let interviews = engagement.interviews().map(|(id, _)| Key::Interview(id));
    let accounts = engagement.accounts().map(|(id, _)| Key::Account(id));
    lists.into_iter().chain(quotes).chain(interviews).chain(accounts).collect()
}
