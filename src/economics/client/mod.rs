//! One client of a plan: value net of keeping, payback, and what keeping costs.

mod figures;
mod keeping;
mod payback;

pub use figures::{Client, ClientFigures};
pub use keeping::KeepingCosts;
pub use payback::Payback;
pub(crate) use payback::Stretch;
