//! Initiatives: the value of each to a plan, on its own and together.

mod simulate;
mod stated;
mod worth;

pub use simulate::{WorthRanges, WorthSimulation};
pub use stated::{CostFrom, Initiative, InitiativeInput, Missing};
pub use worth::{Initiatives, InitiativesWorth};
