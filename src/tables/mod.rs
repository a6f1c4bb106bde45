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
pub mod export;
pub mod fault;
pub mod figures;
pub mod file;
pub mod fold;
pub mod grid;
pub mod guard;
mod layout;
mod list;
mod long;
pub mod map;
mod marks;
mod matrix;
pub mod note;
mod other_kind;
pub mod paste;
pub mod period;
pub mod place;
pub mod reading;
pub mod record;
mod separator;
mod table;
pub mod vocabulary;

pub use other_kind::kind_of;
pub use separator::Separator;
