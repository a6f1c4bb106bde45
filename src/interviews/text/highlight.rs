//! A highlight: what is known of a stretch of the text, and the parts of it in each paragraph.

use serde::{Deserialize, Serialize};

use crate::interviews::kinds::{Energy, Force};

/// A highlight of an interview; also what a quote elsewhere points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HighlightId(pub u32);

/// A tag of the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TagId(pub u32);

/// What we know about a highlight; the paragraphs know where it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    /// The tags, in the order in which they were put on, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// The force that speaks here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub force: Option<Force>,
    /// What was heard beyond the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<Energy>,
    /// A remark of the interviewer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// The words that it had when an edit took them all away. Such a highlight has no position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<String>,
}

/// The part of a highlight in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HighlightPart {
    /// The highlight.
    pub highlight: HighlightId,
    /// Where it begins, in scalar values. `None`: it comes from the paragraph before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Where it ends. `None`: it goes on in the next paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// The text between the two.
    pub words: String,
}

impl HighlightPart {
    /// Whether the whole highlight is in this paragraph.
    pub fn is_whole(&self) -> bool {
        self.start.is_some() && self.end.is_some()
    }

    /// The stretch in a paragraph of `length` scalar values, open ends one beyond it, where the line break is.
    pub(super) fn stretch(&self, length: u32) -> (i64, i64) {
        (self.start.map_or(-1, i64::from), self.end.map_or(i64::from(length) + 1, i64::from))
    }
}

/// Whether a text is white space and punctuation only, so that nobody would call it words.
pub fn is_bare(text: &str) -> bool {
    text.chars().all(is_bare_char)
}

pub(super) fn is_bare_char(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || letter.is_ascii_punctuation()
        || matches!(letter,
            '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{ad}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
            // Combining marks and joiners that lost their letter; General Punctuation; selectors and marks of direction.
            | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{2e00}'..='\u{2e5d}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
            | '\u{3014}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_and_space_are_no_words() {
        for bare in ["", " \u{a0}\n", "«…» — !", "\u{301}", "\u{200d}\u{fe0f}"] {
            assert!(is_bare(bare), "{bare:?}");
        }
        for words in ["а", "5", "👍", "…да", "№"] {
            assert!(!is_bare(words), "{words:?}");
        }
    }

    #[test]
    fn a_highlight_is_short_in_json() {
        let json = serde_json::to_string(&Highlight { force: Some(Force::Push), ..Highlight::default() });
        assert_eq!(json.ok().as_deref(), Some(r#"{"force":"push"}"#));
        assert_eq!(serde_json::from_str::<Highlight>("{}").ok(), Some(Highlight::default()));
    }
}
