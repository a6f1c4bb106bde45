//! Which state of an engagement a text holds, and which states it grew from.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::day::Moment;

/// The writers that a stamp remembers; those that have not written for longest are forgotten.
const WRITERS: usize = 24;

/// What a text holds, in 64 bits: two texts with the same digest are taken to be the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest(u64);

impl Digest {
    /// The digest of a text.
    pub fn of(text: &str) -> Self {
        let mix = |state: u64, word: u64| {
            let word = word.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            (state ^ word).rotate_left(27).wrapping_mul(5).wrapping_add(0x52dc_e729)
        };
        let mut words = text.as_bytes().chunks_exact(8);
        let mut state = text.len() as u64;
        for word in &mut words {
            state = mix(
                state,
                u64::from_le_bytes([word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7]]),
            );
        }
        let rest = words.remainder().iter().rev().fold(0, |rest, &byte| rest << 8 | u64::from(byte));
        state = mix(state, rest);
        // Every bit of the text reaches every bit of the digest.
        state = (state ^ state >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
        state = (state ^ state >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        Digest(state ^ state >> 33)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        u64::from_str_radix(&text, 16).map(Digest).map_err(|_| de::Error::custom("a digest is 16 hexadecimal digits"))
    }
}

/// One state of an engagement, who wrote it when, and what it grew from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// Counts the saves. Two that did not know of each other may have the same number.
    pub revision: u64,
    /// The tab that wrote it.
    pub writer: String,
    /// When.
    pub saved_at: Moment,
    /// What it holds.
    pub digest: Digest,
    /// What the state held that it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Digest>,
    /// How many saves of each writer it knows of, the last writer last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<(String, u32)>,
}

impl Stamp {
    /// The stamp of the state that `writer` makes from what `before` stamps.
    pub fn next(before: Option<&Stamp>, writer: &str, saved_at: Moment, digest: Digest) -> Self {
        let mut seen = before.map(|stamp| stamp.seen.clone()).unwrap_or_default();
        let count = seen.iter().position(|(known, _)| known == writer).map_or(0, |at| seen.remove(at).1);
        seen.push((writer.into(), count.saturating_add(1)));
        seen.drain(..seen.len().saturating_sub(WRITERS));
        Stamp {
            revision: before.map_or(1, |stamp| stamp.revision.saturating_add(1)),
            writer: writer.into(),
            saved_at,
            digest,
            parent: before.map(|stamp| stamp.digest),
            seen,
        }
    }

    /// How many saves of a writer it knows of.
    pub fn saves_of(&self, writer: &str) -> u32 {
        self.seen.iter().find(|(known, _)| known == writer).map_or(0, |(_, count)| *count)
    }

    /// Whether this state holds everything that `older` held, or what was made of it. Proved by what the two hold and know
    /// of, never by the number of the revision: who knows of the save that made `older` knows of all that it knew.
    pub fn grew_from(&self, older: &Stamp) -> bool {
        let own = older.saves_of(&older.writer);
        self.digest == older.digest
            || self.parent == Some(older.digest)
            || (own > 0 && self.saves_of(&older.writer) >= own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(before: Option<&Stamp>, writer: &str, text: &str) -> Stamp {
        Stamp::next(before, writer, Moment(0), Digest::of(text))
    }

    #[test]
    fn descent_is_proved_and_not_counted() {
        let first = next(None, "a", "one");
        let ours = next(Some(&first), "a", "two");
        let theirs = next(Some(&first), "b", "three");
        let later = next(Some(&next(Some(&theirs), "b", "four")), "b", "five");
        assert!(ours.grew_from(&first) && later.grew_from(&first) && later.grew_from(&theirs));
        assert!(later.revision > ours.revision && !later.grew_from(&ours), "a higher number is no proof");
        let both =
            next(Some(&Stamp { seen: [ours.seen.clone(), theirs.seen.clone()].concat(), ..ours.clone() }), "a", "six");
        assert!(both.grew_from(&ours) && both.grew_from(&theirs));
    }

    #[test]
    fn a_writer_is_known_however_often_another_has_written_since() {
        let ours = next(None, "a", "0");
        let theirs = (1..500).fold(ours.clone(), |before, n| next(Some(&before), "b", &n.to_string()));
        assert!(theirs.grew_from(&ours) && !ours.grew_from(&theirs));
        assert_eq!(theirs.seen.len(), 2);
    }

    #[test]
    fn digests_tell_small_differences_apart() {
        let texts = ["", "\0", "a", "b", "ab", "ba", "abcdefgh", "abcdefgi", "abcdefgh\0", "bbcdefgh", "aacdefgh"];
        let mut digests: Vec<String> = texts.iter().map(|text| Digest::of(text).to_string()).collect();
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), texts.len());
    }
}
