//! One client: lifetime value net of retention cost, and payback.

mod figures;
mod payback;

pub use figures::{Client, ClientFigures};
pub use payback::Payback;
pub(crate) use payback::Stretch;
