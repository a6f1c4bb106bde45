//! A change of a text, and what it does to a stretch of it.

use std::ops::Range;

use super::units::Units;

/// A replacement of the scalar values `start..end` by `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it begins.
    pub start: u32,
    /// Where it ends; the same for an insertion.
    pub end: u32,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// What turns `old` into `new`: all but the beginning and the end that they share. `caret`, the position in `new` at which
    /// the typing ended, decides where several places are possible (an `a` typed among others). `None` when they are equal.
    pub fn between(old: &str, new: &str, caret: Option<u32>) -> Option<Edit> {
        if old == new {
            return None;
        }
        let (old_letters, new_letters): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
        let shortest = old_letters.len().min(new_letters.len());
        let same = |pair: &(&char, &char)| pair.0 == pair.1;
        let behind_caret = caret.map_or(shortest, |caret| new_letters.len().saturating_sub(caret as usize));
        let most = |limit: usize| {
            old_letters.iter().rev().zip(new_letters.iter().rev()).take(limit.min(shortest)).take_while(same).count()
        };
        let before =
            |suffix: usize| old_letters.iter().zip(&new_letters).take(shortest - suffix).take_while(same).count();
        // Without a caret the beginning is taken first: what is typed at the end of a run of equal letters is new.
        let (prefix, suffix) = if caret.is_some() {
            let suffix = most(behind_caret);
            (before(suffix), suffix)
        } else {
            let prefix = before(0);
            (prefix, most(shortest - prefix))
        };
        Some(Edit {
            start: prefix as u32,
            end: (old_letters.len() - suffix) as u32,
            text: new_letters[prefix..new_letters.len() - suffix].iter().collect(),
        })
    }

    /// What turns `old` into `new` where `selected` was replaced, even by something that begins or ends alike; `None` where
    /// something else was changed, or nothing was selected.
    pub fn replacing(old: &str, new: &str, selected: Range<u32>) -> Option<Edit> {
        let units = Units::of(old);
        if selected.is_empty() || selected.end > units.scalars() {
            return None;
        }
        let (before, behind) = (&old[..units.byte(selected.start)], &old[units.byte(selected.end)..]);
        let text = new.strip_prefix(before)?.strip_suffix(behind)?.to_owned();
        Some(Edit { start: selected.start, end: selected.end, text })
    }

    /// The edit held inside a text: turned round where it runs backwards, cut at the end.
    #[must_use]
    pub fn within(&self, length: u32) -> Edit {
        let (start, end) = (self.start.min(self.end).min(length), self.start.max(self.end).min(length));
        Edit { start, end, text: self.text.clone() }
    }

    /// The text after the edit.
    pub fn apply(&self, text: &str) -> String {
        let units = Units::of(text);
        let edit = self.within(units.scalars());
        let (start, end) = (units.byte(edit.start), units.byte(edit.end));
        [&text[..start], &edit.text, &text[end..]].concat()
    }

    /// What takes the edit of `text` back.
    pub fn inverse(&self, text: &str) -> Edit {
        let units = Units::of(text);
        let edit = self.within(units.scalars());
        let end = edit.start + edit.text.chars().count() as u32;
        Edit { start: edit.start, end, text: units.slice(edit.start..edit.end).into() }
    }
}

/// Where the stretch `s..e` ends up after `start..end` was replaced by `count` scalar values; `None` when nothing of it is left.
/// Positions are signed so that a stretch may begin before the text and end after it.
///
/// An insertion at either edge does not grow the stretch. A replacement inside that leaves some of it is a correction: what is
/// new belongs to it. One that reaches over an edge leaves the rest.
pub(super) fn moved(s: i64, e: i64, replaced: Range<i64>, count: i64) -> Option<(i64, i64)> {
    let Range { start, end } = replaced;
    let shift = count - (end - start);
    if end <= s {
        Some((s + shift, e + shift))
    } else if start >= e {
        Some((s, e))
    } else if start <= s && end >= e {
        None
    } else if start >= s && end <= e {
        Some((s, e + shift))
    } else if start < s {
        Some((start + count, e + shift))
    } else {
        Some((s, start))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        Edit { start, end, text: text.into() }
    }

    #[test]
    fn a_stretch_moves_by_the_rules() {
        let moved = |start, end, count| moved(4, 8, start..end, count);
        assert_eq!(moved(0, 2, 5), Some((7, 11)), "wholly before");
        assert_eq!(moved(4, 4, 3), Some((7, 11)), "inserted at the first letter");
        assert_eq!(moved(8, 8, 3), Some((4, 8)), "inserted at the end");
        assert_eq!(moved(5, 5, 3), Some((4, 11)), "inserted inside");
        assert_eq!(moved(2, 6, 0), Some((2, 4)), "deleted over the first edge");
        assert_eq!(moved(6, 9, 0), Some((4, 6)), "deleted over the last edge");
        assert_eq!(moved(4, 6, 3), Some((4, 9)), "corrected at the first letter");
        assert_eq!(moved(6, 8, 1), Some((4, 7)), "corrected at the last letter");
        assert_eq!(moved(3, 6, 3), Some((6, 8)), "replaced over the first edge");
        assert_eq!(moved(7, 9, 3), Some((4, 7)), "replaced over the last edge");
        assert_eq!(moved(4, 8, 4), None, "replaced as a whole");
        assert_eq!(moved(3, 9, 0), None);
    }

    #[test]
    fn the_caret_says_which_of_equal_letters_is_new() {
        assert_eq!(Edit::between("aab", "aaab", None), Some(edit(2, 2, "a")));
        assert_eq!(Edit::between("aab", "aaab", Some(1)), Some(edit(0, 0, "a")));
        assert_eq!(Edit::between("aab", "ab", Some(0)), Some(edit(0, 1, "")), "the first one deleted");
        assert_eq!(Edit::between("aab", "ab", Some(1)), Some(edit(1, 2, "")));
        assert_eq!(Edit::between("cat", "cut", Some(2)), Some(edit(1, 2, "u")));
        assert_eq!(Edit::between("", "", Some(3)), None);
    }

    #[test]
    fn a_selected_word_that_is_typed_anew_is_replaced_as_a_whole() {
        let old = "They laughed at it";
        assert_eq!(Edit::replacing(old, "They l at it", 5..12), Some(edit(5, 12, "l")));
        assert_eq!(Edit::replacing(old, old, 5..12), Some(edit(5, 12, "laughed")), "pasted over itself");
        assert_eq!(Edit::replacing(old, "They  at it", 5..12), Some(edit(5, 12, "")));
        assert_eq!(Edit::replacing(old, "They laughed at i", 5..12), None, "something else was changed");
        assert_eq!(Edit::replacing(old, "They laughed at it!", 18..18), None, "nothing was selected");
        assert_eq!(Edit::replacing("aa", "a", 0..2), Some(edit(0, 2, "a")));
        assert_eq!(Edit::replacing("abab", "ab", 0..9), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

        #[test]
        fn an_edit_between_two_texts_makes_one_of_the_other(
            old in "([ab😀\u{301}]|\\PC){0,20}", new in "([ab😀\u{301}]|\\PC){0,20}", caret in prop::option::of(0_u32..25)
        ) {
            match Edit::between(&old, &new, caret) {
                None => prop_assert_eq!(old, new),
                Some(edit) => {
                    prop_assert_eq!(edit.apply(&old), new.clone());
                    prop_assert_eq!(edit.inverse(&old).apply(&new), old);
                }
            }
        }

        #[test]
        fn the_inverse_of_any_edit_takes_it_back(
            text in "([ab😀\u{301}]|\\PC){0,20}", start in 0_u32..30, end in 0_u32..30, new in "\\PC{0,5}"
        ) {
            let edit = edit(start, end, &new);
            let after = edit.apply(&text);
            prop_assert_eq!(edit.inverse(&text).apply(&after), text);
        }
    }
}
