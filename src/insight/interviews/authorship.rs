//! Whose words a note is, and whether they are a quote.

use crate::interviews::text::HighlightId;
use crate::model::Engagement;
use crate::model::quantity::ParagraphId;

/// What the words of a note are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorship {
    /// Ours: a note, whatever it is marked with.
    Ours,
    /// The person's, and no quote of theirs is meant.
    Theirs,
    /// A quote of which nothing else is known.
    Quote,
    /// A quote that carries a force, a tag or something else, or speaks for something.
    Marked,
}

impl Authorship {
    /// Whether they are a quote of the person.
    pub fn is_quote(self) -> bool {
        matches!(self, Authorship::Quote | Authorship::Marked)
    }
}

/// What the words of a note are, where this quote of it is meant.
pub fn authorship(engagement: &Engagement, note: ParagraphId, quote: Option<HighlightId>) -> Authorship {
    match quote {
        _ if engagement.paragraph(note).is_some_and(|one| one.noted) => Authorship::Ours,
        None => Authorship::Theirs,
        Some(quote) if engagement.is_bare_quote(quote) => Authorship::Quote,
        Some(_) => Authorship::Marked,
    }
}
