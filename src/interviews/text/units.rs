//! Between the three ways to count a text: scalar values (positions), UTF-16 (the browser) and bytes (Rust).

use std::ops::Range;

/// Scalar values between two marks.
const STEP: usize = 64;

/// A text with marks every 64 letters, so that a position is converted in a few dozen steps, however long the text is.
#[derive(Clone, Debug)]
pub struct Units<'t> {
    text: &'t str,
    /// Bytes and UTF-16 units before each 64th scalar value.
    marks: Vec<(usize, u32)>,
    scalars: u32,
    utf16: u32,
}

impl<'t> Units<'t> {
    /// Marks a text.
    pub fn of(text: &'t str) -> Self {
        let (mut marks, mut scalars, mut utf16) = (Vec::with_capacity(text.len() / STEP + 1), 0, 0);
        for (byte, letter) in text.char_indices() {
            if (scalars as usize).is_multiple_of(STEP) {
                marks.push((byte, utf16));
            }
            scalars += 1;
            utf16 += letter.len_utf16() as u32;
        }
        Units { text, marks, scalars, utf16 }
    }

    /// The length in scalar values.
    pub fn scalars(&self) -> u32 {
        self.scalars
    }

    /// The byte at which a scalar value begins; the end of the text for a position beyond it.
    pub fn byte(&self, scalar: u32) -> usize {
        let Some(&(start, _)) = self.marks.get(scalar as usize / STEP) else { return self.text.len() };
        let rest = &self.text[start..];
        rest.char_indices().nth(scalar as usize % STEP).map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The UTF-16 units before a scalar value; those of the whole text for a position beyond it.
    pub fn utf16(&self, scalar: u32) -> u32 {
        let Some(&(start, before)) = self.marks.get(scalar as usize / STEP) else { return self.utf16 };
        let letters = self.text[start..].chars().take(scalar as usize % STEP);
        before + letters.map(|letter| letter.len_utf16() as u32).sum::<u32>()
    }

    /// The scalar values before a UTF-16 offset, once without and once with one that the offset cuts in two: the two differ
    /// inside a surrogate pair only.
    pub fn around(&self, utf16: u32) -> (u32, u32) {
        let mark = self.marks.partition_point(|(_, before)| *before <= utf16).saturating_sub(1);
        let Some(&(start, mut units)) = self.marks.get(mark) else { return (0, 0) };
        let mut scalar = (mark * STEP) as u32;
        for letter in self.text[start..].chars() {
            let next = units + letter.len_utf16() as u32;
            if utf16 < next {
                return if utf16 == units { (scalar, scalar) } else { (scalar, scalar + 1) };
            }
            (units, scalar) = (next, scalar + 1);
        }
        (self.scalars, self.scalars)
    }

    /// What a selection of the browser covers: turned round when it was made backwards, cut at the end of the text, widened
    /// to whole scalar values. `None` when it is empty.
    pub fn selection(&self, anchor: u32, focus: u32) -> Option<Range<u32>> {
        let (start, end) = (anchor.min(focus), anchor.max(focus));
        let range = self.around(start).0..self.around(end).1;
        (start != end && !range.is_empty()).then_some(range)
    }

    /// The text between two positions, cut at the end.
    pub fn slice(&self, range: Range<u32>) -> &'t str {
        self.text.get(self.byte(range.start)..self.byte(range.end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_offset_inside_a_pair_widens_outwards() {
        let units = Units::of("a\u{1f600}b");
        assert_eq!(units.around(2), (1, 2));
        assert_eq!(units.selection(2, 3), Some(1..2), "the second half of the pair");
        assert_eq!(units.selection(2, 1), Some(1..2), "backwards");
        assert_eq!(units.selection(4, 2), Some(1..3));
        assert_eq!(units.selection(2, 2), None, "empty");
        assert_eq!(units.selection(3, 99), Some(2..3), "cut at the end");
        assert_eq!(units.selection(50, 99), None, "wholly beyond");
        assert_eq!(Units::of("").selection(0, 5), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn all_ways_to_count_agree(text in "(\\PC|[a😀\u{301}\u{200d}]){0,200}") {
            let units = Units::of(&text);
            let (mut byte, mut utf16) = (0, 0);
            for (at, letter) in text.chars().enumerate() {
                let at = at as u32;
                prop_assert_eq!((units.byte(at), units.utf16(at)), (byte, utf16));
                prop_assert_eq!(units.around(utf16), (at, at));
                if letter.len_utf16() == 2 {
                    prop_assert_eq!(units.around(utf16 + 1), (at, at + 1));
                }
                byte += letter.len_utf8();
                utf16 += letter.len_utf16() as u32;
            }
            let length = text.chars().count() as u32;
            prop_assert_eq!(units.scalars(), length);
            for beyond in [0, 1, 70] {
                prop_assert_eq!(units.byte(length + beyond), text.len());
                prop_assert_eq!(units.utf16(length + beyond), utf16);
                prop_assert_eq!(units.around(utf16 + beyond), (length, length));
            }
        }
    }
}
