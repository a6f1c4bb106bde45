//! Opportunities: which outcomes matter and are badly served, as answers say, with what few answers leave open.

use std::collections::BTreeMap;

use orbita_economics::{Interval, wilson};

use crate::arrange::map_of;

/// Answers to a question from which a share may be judged; under it there is a score and no judgement.
pub const FEW: u32 = 12;

const CONFIDENCE: f64 = 0.95;

/// Answers to one of the two questions of an outcome, on a scale of 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many answered.
    pub answers: u32,
    /// How many of them answered 4 or 5.
    pub high: u32,
}

impl Tally {
    /// Counts answers; what is not on the scale is no answer.
    pub fn of(answers: impl IntoIterator<Item = u8>) -> Self {
        answers.into_iter().filter(|answer| (1..=5).contains(answer)).fold(Tally::default(), |tally, answer| Tally {
            answers: tally.answers + 1,
            high: tally.high + u32::from(answer > 3),
        })
    }
}

/// How much an outcome is worth doing something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Fewer than [`FEW`] answers to one of the questions.
    TooFew,
    /// A score under 10.
    Served,
    /// 10 to under 12.
    WorthALook,
    /// 12 to 15.
    WorthDoing,
    /// Over 15.
    Extreme,
}

/// The score of an outcome (Ulwick): importance + max(importance − satisfaction, 0), each ten times the share of answers 4
/// and 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opportunity {
    /// From 0 to 10.
    pub importance: f64,
    /// The 95 % interval of the importance (Wilson), 0 to 10.
    pub importance_range: Interval,
    /// From 0 to 10.
    pub satisfaction: f64,
    /// The 95 % interval of the satisfaction, 0 to 10.
    pub satisfaction_range: Interval,
    /// From 0 to 20.
    pub score: f64,
    /// The least and the most of the scores at the four corners of the two ranges.
    pub range: Interval,
    /// What the score says.
    pub band: Band,
}

/// The score of the answers to both questions; `None` when one of them has no answer.
pub fn opportunity(importance: Tally, satisfaction: Tally) -> Option<Opportunity> {
    let (i, i_range) = tenfold(importance)?;
    let (s, s_range) = tenfold(satisfaction)?;
    let score = |i: f64, s: f64| orbita_economics::opportunity(i, s).ok();
    let corners = [i_range.low, i_range.high].map(|i| [s_range.low, s_range.high].map(|s| score(i, s)));
    let corners: Vec<f64> = corners.into_iter().flatten().collect::<Option<_>>()?;
    Some(Opportunity {
        importance: i,
        importance_range: i_range,
        satisfaction: s,
        satisfaction_range: s_range,
        score: score(i, s)?,
        range: Interval {
            low: corners.iter().copied().fold(f64::INFINITY, f64::min),
            high: corners.iter().copied().fold(0.0, f64::max),
        },
        band: band(importance, satisfaction),
    })
}

/// Ten times the share of high answers, with its interval.
fn tenfold(tally: Tally) -> Option<(f64, Interval)> {
    let interval = wilson(tally.high, tally.answers, CONFIDENCE).ok()?;
    let share = f64::from(tally.high) * 10.0 / f64::from(tally.answers);
    Some((share, Interval { low: interval.low * 10.0, high: interval.high * 10.0 }))
}

/// The band of a score, in whole numbers, so that 15 is 15: the score is ten times high answers over answers.
fn band(importance: Tally, satisfaction: Tally) -> Band {
    if importance.answers.min(satisfaction.answers) < FEW {
        return Band::TooFew;
    }
    let [hi, ni, hs, ns] =
        [importance.high, importance.answers, satisfaction.high, satisfaction.answers].map(i128::from);
    let scaled = 10 * (hi * ns + (hi * ns - hs * ni).max(0));
    let at = |score: i128| scaled.cmp(&(score * ni * ns));
    if at(15).is_gt() {
        Band::Extreme
    } else if at(12).is_ge() {
        Band::WorthDoing
    } else if at(10).is_ge() {
        Band::WorthALook
    } else {
        Band::Served
    }
}

/// What one person answered about one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The segment of the person; empty: none.
    pub segment: &'a str,
    /// How important the outcome is, 1 to 5; `None`: not answered.
    pub importance: Option<u8>,
    /// How well it is served, 1 to 5; `None`: not answered.
    pub satisfaction: Option<u8>,
}

/// Opportunities by segment, the segments in order of their names. A segment without answers to one of the questions has
/// none.
pub fn by_segment<'a>(answers: &[Answer<'a>]) -> BTreeMap<&'a str, Option<Opportunity>> {
    let mut segments: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for answer in answers {
        segments.entry(answer.segment).or_default().push(answer);
    }
    let score = |answers: Vec<&Answer>| {
        let importance = Tally::of(answers.iter().filter_map(|answer| answer.importance));
        opportunity(importance, Tally::of(answers.iter().filter_map(|answer| answer.satisfaction)))
    };
    map_of(segments.into_iter().map(|(segment, answers)| (segment, score(answers))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tally(high: u32, answers: u32) -> Tally {
        Tally { answers, high }
    }

    fn band_of(i: (u32, u32), s: (u32, u32)) -> Option<Band> {
        Some(opportunity(tally(i.0, i.1), tally(s.0, s.1))?.band)
    }

    #[test]
    fn a_score_has_the_range_of_its_corners() {
        let found = opportunity(tally(18, 20), tally(5, 20)).expect("answers to both");
        assert_eq!((found.importance, found.satisfaction, found.score), (9.0, 2.5, 15.5));
        // Wilson at 95 %: 18 of 20 is 0.698966 to 0.972134, 5 of 20 is 0.111862 to 0.468701.
        let ends = [found.range.low, found.range.high].map(|end| (end * 1e3).round() / 1e3);
        assert_eq!(ends, [9.292, 18.324]);
        assert_eq!(found.band, Band::Extreme);
    }

    #[test]
    fn a_need_served_beyond_its_importance_scores_its_importance() {
        let found = opportunity(tally(6, 12), tally(12, 12)).expect("answers to both");
        assert_eq!((found.score, found.band), (5.0, Band::Served));
    }

    #[test]
    fn bands_are_exact_at_their_edges() {
        assert_eq!(band_of((12, 16), (0, 16)), Some(Band::WorthDoing), "15 is not over 15");
        assert_eq!(band_of((25, 30), (3, 18)), Some(Band::WorthDoing), "15 of thirds and sixths");
        assert_eq!(band_of((13, 16), (0, 16)), Some(Band::Extreme));
        assert_eq!(band_of((12, 20), (0, 20)), Some(Band::WorthDoing), "12");
        assert_eq!(band_of((10, 20), (0, 20)), Some(Band::WorthALook), "10");
        assert_eq!(band_of((9, 20), (0, 20)), Some(Band::Served));
        assert_eq!(band_of((11, 11), (0, 12)), Some(Band::TooFew), "eleven answers to one question");
        assert_eq!(band_of((12, 12), (0, 0)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_range_holds_the_score_and_shrinks_with_answers(hi in 0_u32..40, ni in 12_u32..40, hs in 0_u32..40, ns in 12_u32..40) {
            let (hi, hs) = (hi.min(ni), hs.min(ns));
            let few = opportunity(tally(hi, ni), tally(hs, ns)).expect("answers to both");
            prop_assert!(few.range.low <= few.score && few.score <= few.range.high);
            prop_assert!(0.0 <= few.range.low && few.range.high <= 20.0);
            let many = opportunity(tally(hi * 25, ni * 25), tally(hs * 25, ns * 25)).expect("answers to both");
            prop_assert!((many.score - few.score).abs() < 1e-9);
            prop_assert_eq!(many.band, few.band, "the same shares");
            prop_assert!(many.range.high - many.range.low < few.range.high - few.range.low);
            let by_score = match few.score {
                score if score > 15.0 + 1e-9 => Some(Band::Extreme),
                score if score > 12.0 + 1e-9 && score < 15.0 - 1e-9 => Some(Band::WorthDoing),
                score if score > 10.0 + 1e-9 && score < 12.0 - 1e-9 => Some(Band::WorthALook),
                score if score < 10.0 - 1e-9 => Some(Band::Served),
                _ => None,
            };
            prop_assert!(by_score.is_none_or(|band| band == few.band));
        }
    }

    #[test]
    fn segments_are_scored_apart() {
        let answer = |segment, importance, satisfaction| Answer { segment, importance, satisfaction };
        let mut answers = vec![answer("A", Some(5), Some(1)); 12];
        answers.extend([answer("B", Some(2), None), answer("B", Some(9), None)]);
        let found = by_segment(&answers);
        assert_eq!(found["A"].map(|found| (found.score, found.band)), Some((20.0, Band::Extreme)));
        assert_eq!(found["B"], None);
    }
}
