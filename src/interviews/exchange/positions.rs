//! Positions as other programs count them: a line break of Windows is one or two, a byte order mark one or none, a letter
//! beyond the first 65,536 one or two. The quoted words in the file show which.

use super::ORIGIN;
use crate::interviews::text::stored;

/// A stretch of a text as a file gives it, with the words quoted for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'e> {
    pub start: i64,
    pub end: i64,
    pub words: &'e str,
}

/// How a program counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    break_is_one: bool,
    mark_is_one: bool,
    is_utf16: bool,
}

/// A text as it is stored, with the positions that a program has for its letters.
pub(super) struct Counted {
    pub text: String,
    /// The program’s position of each letter and of the end.
    theirs: Vec<i64>,
}

impl Counted {
    /// Finds out how a program counted: the way in which all stretches fit the text and most match their quoted
    /// words; otherwise as `origin` usually counts. Our own files need no guess.
    pub fn of(raw: &str, claims: &[Claim], origin: &str) -> Self {
        if origin == ORIGIN {
            return Counted { text: raw.into(), theirs: (0..=raw.chars().count() as i64).collect() };
        }
        let text = stored(raw);
        let is_one = origin.to_lowercase().contains("atlas");
        let mut counts = vec![Count { break_is_one: is_one, ..Count::default() }];
        let mut double = |is_possible: bool, change: fn(&mut Count)| {
            if is_possible {
                let mut others = counts.clone();
                others.iter_mut().for_each(change);
                counts.extend(others);
            }
        };
        double(raw.contains("\r\n"), |count| count.break_is_one = !count.break_is_one);
        double(raw.starts_with('\u{feff}'), |count| count.mark_is_one = true);
        double(raw.chars().any(|letter| letter.len_utf16() > 1), |count| count.is_utf16 = true);
        let letters: Vec<char> = text.chars().collect();
        let mut best: Option<((bool, usize), Vec<i64>)> = None;
        for count in counts {
            let theirs = theirs(raw, count);
            let score = score(&letters, &theirs, claims);
            if best.as_ref().is_none_or(|(found, _)| score > *found) {
                best = Some((score, theirs));
            }
        }
        Counted { text, theirs: best.map(|(_, theirs)| theirs).unwrap_or_default() }
    }

    /// Our position for one of theirs, held inside the text.
    pub fn position(&self, theirs: i64) -> u32 {
        let last = self.theirs.len().saturating_sub(1);
        self.theirs.partition_point(|at| *at < theirs).min(last) as u32
    }
}

/// The positions of the letters that are stored, and of the end.
fn theirs(raw: &str, count: Count) -> Vec<i64> {
    let (mut at, mut positions) = (0, Vec::with_capacity(raw.len() / 2));
    let mut letters = raw.chars().peekable();
    if letters.peek() == Some(&'\u{feff}') {
        letters.next();
        at += i64::from(count.mark_is_one);
    }
    while let Some(letter) = letters.next() {
        positions.push(at);
        at += if count.is_utf16 { letter.len_utf16() as i64 } else { 1 };
        if letter == '\r' && letters.peek() == Some(&'\n') {
            letters.next();
            at += i64::from(!count.break_is_one);
        }
    }
    positions.push(at);
    positions
}

/// Whether all stretches fit the text, and how many match their words.
fn score(letters: &[char], theirs: &[i64], claims: &[Claim]) -> (bool, usize) {
    /// How many letters of the words are compared.
    const COMPARED: usize = 24;
    let length = theirs.last().copied().unwrap_or(0);
    let fits = claims.iter().all(|claim| claim.end <= length);
    let has_words = |claim: &&Claim| {
        let visible = |letter: &char| !letter.is_whitespace();
        let start = theirs.partition_point(|at| *at < claim.start).min(letters.len());
        let end = theirs.partition_point(|at| *at < claim.end).clamp(start, letters.len());
        let mut words = claim.words.chars().filter(visible).take(COMPARED).peekable();
        let mut there = letters[start..end].iter().copied().filter(visible);
        // White space counts for little, but not at the beginning: there it distinguishes two neighbouring places.
        let begins_alike = letters
            .get(start)
            .is_some_and(|letter| letter.is_whitespace() == claim.words.starts_with(char::is_whitespace));
        let first_fits = theirs.get(start) == Some(&claim.start) && begins_alike;
        words.peek().is_some() && first_fits && words.all(|letter| letter == '\u{2026}' || there.next() == Some(letter))
    };
    (fits, claims.iter().filter(has_words).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(raw: &str, claim: (i64, i64, &str), origin: &str) -> String {
        let (start, end, words) = claim;
        let counted = Counted::of(raw, &[Claim { start, end, words }], origin);
        let letters: Vec<char> = counted.text.chars().collect();
        letters[counted.position(start) as usize..counted.position(end) as usize].iter().collect()
    }

    #[test]
    fn line_breaks_count_as_the_words_beside_show() {
        let raw = "one\r\ntwo\r\nthree words";
        assert_eq!(found(raw, (10, 15, "three"), ""), "three", "two each");
        assert_eq!(found(raw, (8, 13, "three"), ""), "three", "one each, whatever the program");
        assert_eq!(found(raw, (8, 13, ""), "ATLAS.ti Win 23"), "three");
        assert_eq!(found(raw, (10, 15, ""), "NVivo"), "three");
        assert_eq!(found(raw, (16, 21, ""), "ATLAS.ti"), "words", "beyond the text if a break were one");
        assert_eq!(found("one\rtwo", (4, 7, ""), ""), "two");
    }

    #[test]
    fn marks_and_emoji_count_as_the_words_beside_show() {
        assert_eq!(found("\u{feff}one two", (4, 7, "two"), ""), "two");
        assert_eq!(found("\u{feff}one two", (5, 8, "two"), ""), "two");
        assert_eq!(found("😀😀 two", (3, 6, "two"), ""), "two");
        assert_eq!(found("😀😀 two", (5, 8, "tw…"), ""), "two");
        assert_eq!(found("😀 a", (0, 1, ""), ""), "😀");
    }

    #[test]
    fn positions_are_held_inside() {
        let counted = Counted::of("ab", &[], "");
        assert_eq!([-5, 0, 1, 99].map(|at| counted.position(at)), [0, 0, 1, 2]);
        assert_eq!(Counted::of("", &[], "").position(3), 0);
    }
}
