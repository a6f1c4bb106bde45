//! How tables come in and go out: one reader for all that people paste and import, one writer for all that they take away.
//!
//! A file or a paste goes this way: bytes ([`reading::decode`]) become a text, the text a [`grid::Grid`] ([`reading::grid`]), and
//! the grid a [`reading::Reading`] of the wanted kind: [`map::read`], [`cohorts::read`], [`accounts::read`], [`figures::read`].
//! A reading is a value or its faults, with notes of everything that was understood and questions where two readings are
//! possible. A person answers with [`choice::Choices`], which are given to the same functions again; what a note says can be
//! changed in the same way ([`note::Note::choices`]). Nothing is taken before that: the value goes into the document as one
//! step.
//!
//! A file that is a workbook brings a text for each of its sheets ([`workbook::Workbook`]), and one of them goes the same way.
//!
//! What the clipboard holds for a map is sorted out by [`paste::read`], what a file is by [`file::kind`], and which kind of
//! table a grid is by [`kind_of`]. [`export`] writes the files. Notes, questions and faults are values; `i18n::tables` says
//! them.

pub mod accounts;
mod activity;
mod aged;
pub mod bytes;
mod cells;
pub mod choice;
pub mod cohorts;
mod column_guess;
mod columns;
mod content;
mod contracts;
mod credits;
mod cut;
mod dates;
mod drawn;
pub mod export;
pub mod fault;
pub mod figures;
pub mod file;
pub mod fold;
mod footnote;
mod full_names;
pub mod grid;
pub mod guard;
mod heading;
mod join;
mod kopecks;
mod layout;
mod ledger;
mod list;
mod list_columns;
mod listed;
mod long;
pub mod map;
mod marks;
mod matrix;
pub mod measures;
mod money;
mod money_words;
mod movements;
mod name_column;
mod next_table;
pub mod note;
mod numbered;
mod other_kind;
mod outline;
mod page;
pub mod paste;
pub mod period;
mod phrases;
pub mod place;
mod quantities;
pub mod question;
mod rate;
pub mod reading;
pub mod record;
pub mod role;
mod row_measures;
mod row_units;
mod running;
mod russian;
mod scale;
mod sentence;
mod separator;
mod single_spaced;
pub mod span;
mod spread;
mod states;
mod stepped;
mod table;
mod unix;
mod unknown_periods;
pub mod vocabulary;
pub mod workbook;
mod year_blocks;

pub use other_kind::kind_of;
pub use separator::Separator;
