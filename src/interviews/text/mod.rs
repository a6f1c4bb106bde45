//! A transcript: paragraphs of text, and the highlights in them.
//!
//! The text of an interview is its paragraphs joined by line breaks. Each paragraph is a value of its own and holds the parts
//! of highlights in it, so that a key press changes one paragraph whatever the length of the interview. A highlight
//! over several paragraphs has a part in each: [`HighlightPart`] says that it comes from the paragraph before or goes on in the next.
//!
//! Positions count Unicode scalar values and are half-open. The browser counts UTF-16: [`units`] converts at the edge.

mod correction;
mod cover;
mod edit;
mod highlight;
mod normal;
mod paragraph;
mod select;
pub mod units;

pub use correction::Correction;
pub use edit::Edit;
pub use highlight::{Highlight, HighlightId, HighlightPart, TagId, is_bare};
pub use normal::{stored, stored_utf16};
pub(in crate::interviews) use paragraph::share;
pub use paragraph::{Changed, Lost, Paragraph, Unsound, is_lost, replace};
pub use select::{clear, mark, quote};
