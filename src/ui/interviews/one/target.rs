//! What gets a tag.

use crate::insight::interviews::glance::TextPosition;
use crate::interviews::text::{HighlightId, TagId};
use crate::ui::browser::element::Rect;

/// What gets the tag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Words that are no quote yet.
    Stretch(TextPosition, TextPosition),
    /// A quote.
    Quote {
        /// Which one.
        quote: HighlightId,
        /// The tag that gives way to the new one.
        instead: Option<TagId>,
    },
}

/// A picker that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picking {
    /// What gets the tag.
    pub target: Target,
    /// Next to what it is.
    pub at: Rect,
}
