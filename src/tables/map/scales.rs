//! The scales that feelings are given on.

use std::ops::RangeInclusive;

use super::feelings::Feeling;
use crate::model::quantity::Level;
use crate::tables::choice::{Choice, FeelingScale};
use crate::tables::fold;
use crate::tables::place::CellPlace;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// A scale with its ends, the likeliest first.
const SCALES: [(FeelingScale, RangeInclusive<f64>); 9] = [
    (FeelingScale::Own, -2.0..=2.0),
    (FeelingScale::OneToFive, 1.0..=5.0),
    (FeelingScale::ThreeToThree, -3.0..=3.0),
    (FeelingScale::FiveToFive, -5.0..=5.0),
    (FeelingScale::OneToSeven, 1.0..=7.0),
    (FeelingScale::ZeroToTen, 0.0..=10.0),
    (FeelingScale::OneToTen, 1.0..=10.0),
    (FeelingScale::ZeroToHundred, 0.0..=100.0),
    (FeelingScale::HundredToHundred, -100.0..=100.0),
];

/// The scale that numbers are on: the own one where all fit it, else the narrowest that holds them, after asking. `None` where
/// no scale does, or only a few do not fit the own one.
pub(super) fn scale(numbers: &[f64], called: &str, first: CellPlace, log: &mut Log) -> Option<FeelingScale> {
    let holds = |(_, ends): &&(FeelingScale, RangeInclusive<f64>)| numbers.iter().all(|number| ends.contains(number));
    let fitting: Vec<FeelingScale> = SCALES.iter().filter(holds).map(|(scale, _)| *scale).collect();
    let said = said(called).filter(|said| fitting.contains(said));
    let likely = said.or(fitting.first().copied())?;
    let chosen = log.choice(|choice| if let Choice::Feelings(scale) = choice { Some(*scale) } else { None });
    // Nobody feels anything but good only where the lowest of a scale is 1.
    let is_doubtful = said.is_none() && numbers.len() > 2 && numbers.iter().all(|number| *number >= 1.0);
    if (said.is_some() || likely == FeelingScale::Own && !is_doubtful) && chosen.is_none() {
        return Some(likely);
    }
    // A few numbers that do not fit are slips, and no other scale; unless all are from 1 to 5, which is one by itself.
    let is_by_itself = likely == FeelingScale::OneToFive && is_doubtful;
    let outside = numbers.iter().filter(|number| !(-2.0..=2.0).contains(*number)).count();
    if likely != FeelingScale::Own && !is_by_itself && outside * 2 < numbers.len() && chosen.is_none() {
        return None;
    }
    let default = fitting.iter().position(|scale| *scale == likely).unwrap_or(0);
    let options = fitting.into_iter().map(Choice::Feelings).collect();
    match log.ask(About::Cells(first, numbers.len()), options, default) {
        Choice::Feelings(scale) => Some(scale),
        _ => Some(likely),
    }
}

/// A heading without the scale that it ends with: "emotion 1-5", "эмоции, от 0 до 10".
pub(super) fn without_scale(key: &str) -> Option<&str> {
    let (bare, ends) = key.split_at(key.find(|c: char| c.is_ascii_digit())?);
    let ends = fold::words(ends).filter(|word| !matches!(*word, "to" | "до"));
    if ends.clone().count() != 2 || ends.into_iter().any(|end| end.parse::<u8>().is_err()) {
        return None;
    }
    let bare = bare.trim_end_matches(|c: char| !c.is_alphabetic());
    let bare = bare.strip_suffix(" from").or_else(|| bare.strip_suffix(" от")).unwrap_or(bare);
    Some(bare.trim_end_matches([' ', ',', ':'])).filter(|bare| !bare.is_empty())
}

/// The scale that a heading says: "Emotion (1-5)", "Эмоции, от 0 до 10".
fn said(called: &str) -> Option<FeelingScale> {
    let plain = called.to_lowercase().replace('\u{2212}', "-").replace(['\u{2013}', '\u{2014}', '\u{2026}'], "~");
    let plain = plain.replace("..", "~").replace(" to ", "~").replace(" до ", "~").replace([' ', '\u{a0}', '+'], "");
    let number = |text: &str| -> Option<(f64, usize)> {
        let sign = usize::from(text.starts_with('-'));
        let end = sign + text[sign..].bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..end].parse().ok()?, end))
    };
    plain.char_indices().find_map(|(at, _)| {
        let (low, end) = number(&plain[at..])?;
        let rest = plain[at + end..].strip_prefix(['~', '-'])?;
        let (high, end) = number(rest)?;
        let is_whole = !rest[end..].starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let scale = SCALES.iter().find(|(_, ends)| *ends.start() == low && *ends.end() == high);
        scale.filter(|_| is_whole).map(|(scale, _)| *scale)
    })
}

/// Whether a heading says that the lowest number is the best: "Emotion (1 = best)", "Эмоции (1 – отлично, 5 – ужасно)".
pub(super) fn is_turned(called: &str) -> bool {
    let key = fold::key(called);
    let words: Vec<&str> = fold::words(&key).collect();
    let is_good = |word: &str| match word {
        "best" | "лучше" | "лучшее" | "лучший" => Some(true),
        "worst" | "хуже" | "худшее" | "худший" => Some(false),
        word => match Feeling::of(word, false) {
            Some(Feeling::Named(level, _)) if level != Level::NEUTRAL => Some(level > Level::NEUTRAL),
            _ => None,
        },
    };
    words.windows(2).any(|pair| match pair[0].parse::<u8>() {
        Ok(0 | 1) => is_good(pair[1]) == Some(true),
        Ok(5..) => is_good(pair[1]) == Some(false),
        _ => false,
    })
}

/// The number as far from the other end of its scale.
pub(super) fn turned(number: f64, scale: FeelingScale) -> f64 {
    SCALES.iter().find(|(one, _)| *one == scale).map_or(-number, |(_, ends)| ends.start() + ends.end() - number)
}

/// The level that a number on a scale stands for, and whether it was moved to the nearest half.
pub(super) fn level(number: f64, scale: FeelingScale) -> (Level, bool) {
    let ends = SCALES.iter().find(|(one, _)| *one == scale);
    let (low, high) = ends.map_or((-2.0, 2.0), |(_, ends)| (*ends.start(), *ends.end()));
    let own = (number - low) / (high - low) * 4.0 - 2.0;
    let level = Level::nearest(own);
    (level, level.value() != own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_scales() {
        for (called, scale) in [
            ("Эмоции (1\u{2013}5)", Some(FeelingScale::OneToFive)),
            ("Emotion, from 0 to 10", Some(FeelingScale::ZeroToTen)),
            ("Настроение от 1 до 5", Some(FeelingScale::OneToFive)),
            ("Emotion \u{2212}5\u{2026}+5", Some(FeelingScale::FiveToFive)),
            ("Feeling -2..2", Some(FeelingScale::Own)),
            ("Satisfaction (1-7)", Some(FeelingScale::OneToSeven)),
            ("Эмоции от \u{2212}3 до +3", Some(FeelingScale::ThreeToThree)),
            ("Эмоции (от 1 до 10)", Some(FeelingScale::OneToTen)),
            ("Emotion", None),
            ("Emotion 2026-11-27", None),
            ("Emotion (1-50)", None),
        ] {
            assert_eq!(said(called), scale, "{called}");
        }
    }

    #[test]
    fn every_scale_ends_at_the_ends() {
        assert_eq!(level(1.0, FeelingScale::OneToFive), (Level::LOWEST, false));
        assert_eq!(level(3.0, FeelingScale::OneToFive), (Level::NEUTRAL, false));
        assert_eq!(level(4.0, FeelingScale::OneToSeven), (Level::NEUTRAL, false));
        assert_eq!(level(-3.0, FeelingScale::ThreeToThree), (Level::LOWEST, false));
        assert_eq!(level(10.0, FeelingScale::ZeroToTen), (Level::HIGHEST, false));
        assert_eq!(level(7.0, FeelingScale::ZeroToTen), (Level::from_halves(2), true));
        assert_eq!(level(-1.5, FeelingScale::Own), (Level::from_halves(-3), false));
    }
}
