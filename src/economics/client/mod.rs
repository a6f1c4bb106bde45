//! One client: value net of keeping, and payback.

mod figures;
mod payback;

pub use figures::{Client, ClientFigures};
pub use payback::Payback;
pub(crate) use payback::Stretch;
