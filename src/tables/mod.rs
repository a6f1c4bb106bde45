//! Tables.

pub mod accounts;
pub mod bytes;
mod cells;
pub mod choice;
pub mod cohorts;
mod columns;
mod cut;
mod dates;
mod dress;
pub mod fault;
pub mod fold;
pub mod grid;
mod layout;
mod long;
pub mod map;
mod marks;
mod matrix;
pub mod note;
mod other_kind;
pub mod period;
pub mod place;
pub mod reading;
mod separator;
pub mod vocabulary;

pub use other_kind::kind_of;
pub use separator::Separator;
