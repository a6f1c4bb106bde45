//! Tables.

pub mod bytes;
mod cut;
pub mod fold;
pub mod grid;
mod separator;

pub use separator::Separator;
