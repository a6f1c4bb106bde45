//! What interviews show: their records read into the plain values of [`crate::interviews`], so that a screen needs no
//! arithmetic.

pub mod backing;
pub mod forces;
pub mod glance;
pub mod outcomes;
pub mod overview;
mod people;
pub mod quotes;
pub mod speech;

pub use people::{People, Person};
