//! Where tags were used: by interview, together, over time, and whether new ones still come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use orbita_economics::wilson;

use crate::arrange::{Arrange, set_of};
use crate::interviews::text::TagId;

/// A part of a highlight in a paragraph, as these views need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use<'t> {
    /// The interview, by whatever number the caller knows it.
    pub interview: u32,
    /// The highlight.
    pub highlight: u32,
    /// The paragraph.
    pub paragraph: u32,
    /// Where it begins in the paragraph.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its tags.
    pub tags: &'t [TagId],
}

/// Tags by interviews: how many highlights have the tag. Rows and columns come in order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The rows.
    pub tags: Vec<TagId>,
    /// The columns.
    pub interviews: Vec<u32>,
    /// Counts, a row a tag.
    pub counts: Vec<Vec<usize>>,
}

/// Counts highlights by tag and interview; a highlight over several paragraphs counts once.
pub fn matrix(uses: &[Use]) -> Matrix {
    let mut seen: BTreeMap<TagId, BTreeMap<u32, BTreeSet<u32>>> = BTreeMap::new();
    for used in uses {
        for tag in used.tags {
            seen.entry(*tag).or_default().entry(used.interview).or_default().insert(used.highlight);
        }
    }
    let interviews: Vec<u32> = set_of(uses.iter().map(|used| used.interview)).into_iter().collect();
    let row = |row: &BTreeMap<u32, BTreeSet<u32>>| {
        interviews.iter().map(|interview| row.get(interview).map_or(0, BTreeSet::len)).collect()
    };
    Matrix { counts: seen.values().map(row).collect(), tags: seen.into_keys().collect(), interviews }
}

/// How many pairs of highlights are looked at in one paragraph; more overlap only where somebody made them by the thousand.
const MOST_PAIRS: usize = 1_000_000;

/// How often two different tags meet: on one highlight, or on two that share a letter. Each highlight, and each pair of
/// highlights, counts once for a pair of tags. Keys come with the lower tag first.
pub fn together(uses: &[Use]) -> BTreeMap<(TagId, TagId), usize> {
    let mut met: BTreeSet<(u32, u32, TagId, TagId)> = BTreeSet::new();
    let mut meet = |one: &Use, other: &Use| {
        let pair = (one.highlight.min(other.highlight), one.highlight.max(other.highlight));
        for (a, b) in one.tags.iter().flat_map(|a| other.tags.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b) {
            met.insert((pair.0, pair.1, a.min(b), a.max(b)));
        }
    };
    let mut sorted: Vec<&Use> = uses.iter().collect();
    sorted.arrange_by_key(|used| (used.interview, used.paragraph, used.start));
    for row in sorted.chunk_by(|one, next| (one.interview, one.paragraph) == (next.interview, next.paragraph)) {
        let mut pairs = 0;
        for (at, one) in row.iter().enumerate() {
            meet(one, one);
            for other in row[at + 1..].iter().take_while(|other| other.start < one.end) {
                pairs += 1;
                if pairs > MOST_PAIRS {
                    break;
                }
                meet(one, other);
            }
        }
    }
    let mut counts = BTreeMap::new();
    for (_, _, a, b) in met {
        *counts.entry((a, b)).or_insert(0) += 1;
    }
    counts
}

/// Fewer interviews than this in the earlier or the later half say nothing of a change.
pub const FEW: usize = 5;

/// Which way a tag goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Fewer than [`FEW`] interviews in one of the halves.
    TooFew,
    /// More people speak of it than before.
    Grows,
    /// Fewer people do.
    Fades,
    /// The difference may be chance.
    NoChange,
}

/// How many interviews speak of a tag, in the earlier and in the later half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Interviews with the tag, and all, in the earlier half.
    pub earlier: (usize, usize),
    /// The same in the later half.
    pub later: (usize, usize),
    /// Which way it goes.
    pub way: Way,
}

/// Compares the earlier half of dated interviews with the later one; those of one day are not parted, undated ones are left
/// out by the caller. A change is reported when the 95 % interval of the difference leaves out zero (Newcombe 1998, method 10,
/// from Wilson's intervals).
pub fn trend(interviews: &[(NaiveDate, bool)]) -> Trend {
    let mut sorted = interviews.to_vec();
    sorted.arrange_by_key(|(day, _)| *day);
    let mut half = sorted.len() / 2;
    // The half moves to the nearer edge of its day.
    if let Some(&(day, _)) = sorted.get(half) {
        let first = sorted.partition_point(|(other, _)| *other < day);
        let last = sorted.partition_point(|(other, _)| *other <= day);
        half = if half - first <= last - half { first } else { last };
    }
    let count = |part: &[(NaiveDate, bool)]| (part.iter().filter(|(_, has)| *has).count(), part.len());
    let (earlier, later) = (count(&sorted[..half]), count(&sorted[half..]));
    let way = if earlier.1.min(later.1) < FEW { Way::TooFew } else { way(earlier, later) };
    Trend { earlier, later, way }
}

fn way(earlier: (usize, usize), later: (usize, usize)) -> Way {
    let interval = |(hits, all): (usize, usize)| wilson(hits as u32, all as u32, 0.95);
    let (Ok(before), Ok(after)) = (interval(earlier), interval(later)) else { return Way::TooFew };
    let share = |(hits, all): (usize, usize)| hits as f64 / all as f64;
    let both = |one: f64, other: f64| (one * one + other * other).sqrt();
    let (p, q) = (share(earlier), share(later));
    let low = q - p - both(q - after.low, before.high - p);
    let high = q - p + both(after.high - q, p - before.low);
    if low > 0.0 {
        Way::Grows
    } else if high < 0.0 {
        Way::Fades
    } else {
        Way::NoChange
    }
}

/// What an interview added to the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The interview.
    pub interview: u32,
    /// Tags that no interview before had.
    pub new: usize,
    /// All tags so far.
    pub so_far: usize,
}

/// New tags by interview, in the order in which the interviews are given.
pub fn saturation<'t>(interviews: impl IntoIterator<Item = (u32, &'t [TagId])>) -> Vec<Added> {
    let mut seen = BTreeSet::new();
    let mut step = |(interview, tags): (u32, &[TagId])| {
        let before = seen.len();
        seen.extend(tags.iter().copied());
        Added { interview, new: seen.len() - before, so_far: seen.len() }
    };
    interviews.into_iter().map(&mut step).collect()
}

/// How many of the last interviews brought no new tag: three or more say that the next one will hardly bring any.
pub fn quiet(steps: &[Added]) -> usize {
    steps.iter().rev().take_while(|step| step.new == 0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGS: [TagId; 3] = [TagId(1), TagId(2), TagId(3)];

    fn used(interview: u32, highlight: u32, paragraph: u32, at: (u32, u32), tags: &[TagId]) -> Use<'_> {
        Use { interview, highlight, paragraph, start: at.0, end: at.1, tags }
    }

    #[test]
    fn a_highlight_over_two_paragraphs_counts_once() {
        let uses = [
            used(7, 1, 1, (5, 9), &TAGS[..2]),
            used(7, 1, 2, (0, 4), &TAGS[..2]),
            used(8, 2, 1, (0, 4), &TAGS[1..2]),
            used(8, 3, 1, (0, 4), &TAGS[1..2]),
        ];
        let found = matrix(&uses);
        assert_eq!((found.tags, found.interviews), (TAGS[..2].to_vec(), vec![7, 8]));
        assert_eq!(found.counts, [vec![1, 0], vec![1, 2]]);
        assert_eq!(together(&uses), BTreeMap::from([((TagId(1), TagId(2)), 1)]));
    }

    #[test]
    fn tags_meet_where_highlights_share_a_letter() {
        let uses = [
            used(1, 1, 1, (0, 10), &TAGS[..1]),
            used(1, 2, 1, (9, 12), &TAGS[1..2]),
            used(1, 3, 1, (10, 11), &TAGS[2..]),
            used(1, 4, 2, (0, 10), &TAGS[2..]),
        ];
        let met = together(&uses);
        assert_eq!(
            met,
            BTreeMap::from([((TagId(1), TagId(2)), 1), ((TagId(2), TagId(3)), 1)]),
            "touching is not sharing"
        );
    }

    #[test]
    fn a_change_needs_a_base_and_more_than_chance() {
        let day = |number: i32| NaiveDate::from_num_days_from_ce_opt(739_000 + number).expect("a day");
        let with = |has: &[u8]| (0..).zip(has).map(|(number, has)| (day(number), *has == 1)).collect::<Vec<_>>();
        let grows = trend(&with(&[0, 0, 0, 0, 0, 1, 1, 1, 1, 1]));
        assert_eq!((grows.earlier, grows.later, grows.way), ((0, 5), (5, 5), Way::Grows));
        assert_eq!(trend(&with(&[1, 1, 1, 1, 1, 0, 0, 0, 0, 0])).way, Way::Fades);
        assert_eq!(trend(&with(&[1, 0, 0, 1, 0, 1, 1, 0, 1, 0])).way, Way::NoChange);
        assert_eq!(trend(&with(&[0, 0, 0, 0, 1, 1, 1, 1])).way, Way::TooFew);
        let one_day: Vec<_> = (0..20).map(|_| (day(1), true)).collect();
        assert_eq!(trend(&one_day).way, Way::TooFew, "one day has no earlier half");
    }

    #[test]
    fn new_tags_are_counted_until_none_come() {
        let steps = saturation([(1, &TAGS[..2]), (2, &TAGS[1..]), (3, &TAGS[..]), (4, &[][..])]);
        assert_eq!(
            steps.iter().map(|step| (step.new, step.so_far)).collect::<Vec<_>>(),
            [(2, 2), (1, 3), (0, 3), (0, 3)]
        );
        assert_eq!(quiet(&steps), 2);
    }
}
