//! Initiatives: what each is worth to a plan, alone and together with others.

mod simulate;
mod stated;
mod worth;

pub use simulate::{WorthRanges, WorthSimulation};
pub use stated::{CostFrom, Initiative, InitiativeInput, Missing};
pub use worth::{Initiatives, InitiativesWorth};
