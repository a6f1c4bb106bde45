//! How stages feel, as people write it: on any scale, in signs, in words.

use crate::compose::composed;
use std::ops::RangeInclusive;

use crate::i18n::amounts::{Kind, Numeral};
use crate::model::quantity::Level;
use crate::tables::choice::{About, Choice, FeelingScale};
use crate::tables::fold;
use crate::tables::place::Place;
use crate::tables::reading::Log;
use crate::tables::vocabulary::says_nothing;

/// A cell where a feeling is expected.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Feeling {
    /// A number on some scale, and words next to it.
    Number(f64, String),
    /// Words or a sign whose meaning is clear.
    Named(Level),
    /// Other words.
    Words(String),
}

/// Signs and words whose meaning is clear, by the half steps they stand for.
const NAMES: [(i8, &[&str]); 5] = [
    (
        4,
        &[
            "++",
            "very positive",
            "very good",
            "very happy",
            "delighted",
            "delight",
            "great",
            "excellent",
            "очень хорошо",
            "отлично",
            "восторг",
            "в восторге",
            "очень позитивно",
            "\u{1f60d}",
            "\u{1f600}",
            "\u{1f606}",
            "\u{1f970}",
            "excited",
            "\u{1f929}",
            "\u{1f603}",
            "\u{1f601}",
            "\u{1f604}",
            "\u{1f973}",
        ],
    ),
    (
        2,
        &[
            "+",
            "positive",
            "good",
            "happy",
            "satisfied",
            "joy",
            "хорошо",
            "позитивно",
            "позитив",
            "доволен",
            "радость",
            "положительно",
            "\u{1f642}",
            "\u{1f44d}",
            "\u{1f60c}",
            "\u{1f60a}",
            "\u{263a}",
            "\u{263a}\u{fe0f}",
            ":)",
            ":-)",
        ],
    ),
    (
        0,
        &[
            "neutral",
            "ok",
            "okay",
            "so so",
            "indifferent",
            "нейтрально",
            "нейтральный",
            "нормально",
            "норм",
            "\u{1f610}",
            "\u{1f636}",
            "\u{1f611}",
            ":|",
        ],
    ),
    (
        -2,
        &[
            "-",
            "negative",
            "bad",
            "unhappy",
            "sad",
            "dissatisfied",
            "плохо",
            "негативно",
            "негатив",
            "недоволен",
            "грусть",
            "отрицательно",
            "\u{1f641}",
            "\u{1f44e}",
            "\u{1f614}",
            "\u{1f612}",
            "\u{1f622}",
            "\u{1f629}",
            "frustrated",
            "disappointed",
            "annoyed",
            "разочарование",
            "раздражение",
            "\u{2639}",
            "\u{2639}\u{fe0f}",
            "\u{1f615}",
            "\u{1f61f}",
            "\u{1f61e}",
            ":(",
            ":-(",
        ],
    ),
    (
        -4,
        &[
            "--",
            "very negative",
            "very bad",
            "terrible",
            "awful",
            "angry",
            "furious",
            "очень плохо",
            "ужасно",
            "злость",
            "ярость",
            "очень негативно",
            "\u{1f620}",
            "\u{1f92c}",
            "\u{1f621}",
            "\u{1f62d}",
            "\u{1f624}",
        ],
    ),
];

/// The longest text that may be a feeling in numbers, signs or known words, in bytes.
const LONGEST: usize = 300;

impl Feeling {
    /// What a cell says; `None` when it says nothing. A minus by itself says something only where others write a plus
    /// (`signs`).
    pub fn of(text: &str, signs: bool) -> Option<Self> {
        let text = fold::trimmed(text);
        if text.is_empty() || !signs && says_nothing(text) {
            return None;
        }
        if text.len() > LONGEST {
            return Some(Feeling::Words(text.into()));
        }
        let key = composed(text).to_lowercase().replace(['\u{2212}', '\u{2013}'], "-");
        let key = key.trim_end_matches(['.', '!']);
        if let Some((halves, _)) = NAMES.iter().find(|(_, names)| names.contains(&key)) {
            return Some(Feeling::Named(Level::from_halves(*halves)));
        }
        let plain =
            |text: &str| Numeral::of(text, "").filter(|numeral| matches!(numeral.kind, Kind::Plain | Kind::PerCent));
        if let Some(numeral) = plain(text) {
            return Some(Feeling::Number(numeral.value(true), String::new()));
        }
        // "-2 (angry)" and "4/5".
        let end = text.find(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | ':' | ';')).unwrap_or(text.len());
        let words = text[end..].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | ':' | ';' | '-' | '\u{2013}' | '\u{2014}')
        });
        let counted = words.strip_prefix('/').is_some_and(|most| most.trim().parse::<u8>().is_ok());
        match plain(&text[..end]) {
            Some(numeral) if counted => Some(Feeling::Number(numeral.value(true), String::new())),
            Some(numeral) if !words.starts_with(|c: char| c.is_ascii_digit()) => {
                Some(Feeling::Number(numeral.value(true), words.into()))
            }
            _ => Some(Feeling::Words(text.into())),
        }
    }
}

/// A scale with its ends, the likeliest first.
const SCALES: [(FeelingScale, RangeInclusive<f64>); 6] = [
    (FeelingScale::Own, -2.0..=2.0),
    (FeelingScale::OneToFive, 1.0..=5.0),
    (FeelingScale::FiveToFive, -5.0..=5.0),
    (FeelingScale::ZeroToTen, 0.0..=10.0),
    (FeelingScale::ZeroToHundred, 0.0..=100.0),
    (FeelingScale::HundredToHundred, -100.0..=100.0),
];

/// The scale that numbers are on: the own one where all fit it, else the narrowest that holds them, after asking. `None` where
/// no scale does, or only a few do not fit the own one.
pub(super) fn scale(numbers: &[f64], called: &str, first: Place, log: &mut Log) -> Option<FeelingScale> {
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
    fn feelings_in_numbers_signs_and_words() {
        let number = |number: f64, words: &str| Some(Feeling::Number(number, words.into()));
        let of = |text: &str| Feeling::of(text, false);
        assert_eq!(of("-1,5"), number(-1.5, ""));
        assert_eq!(of("\u{2212}2"), number(-2.0, ""));
        assert_eq!(of("+1"), number(1.0, ""));
        assert_eq!(of("-2 (angry)"), number(-2.0, "angry"));
        assert_eq!(of("1: ждёт ответа"), number(1.0, "ждёт ответа"));
        assert_eq!(of("4/5"), number(4.0, ""));
        assert_eq!(of("\u{1f642}"), Some(Feeling::Named(Level::from_halves(2))));
        assert_eq!(of("Нейтрально"), Some(Feeling::Named(Level::NEUTRAL)));
        assert_eq!(of("Боится, что не успеет"), Some(Feeling::Words("Боится, что не успеет".into())));
        assert_eq!(of(" "), None);
        assert_eq!(of("\u{2014}"), None);
        assert_eq!(Feeling::of("\u{2212}", true), Some(Feeling::Named(Level::from_halves(-2))));
    }

    #[test]
    fn headings_say_scales() {
        for (called, scale) in [
            ("Эмоции (1\u{2013}5)", Some(FeelingScale::OneToFive)),
            ("Emotion, from 0 to 10", Some(FeelingScale::ZeroToTen)),
            ("Настроение от 1 до 5", Some(FeelingScale::OneToFive)),
            ("Emotion \u{2212}5\u{2026}+5", Some(FeelingScale::FiveToFive)),
            ("Feeling -2..2", Some(FeelingScale::Own)),
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
        assert_eq!(level(10.0, FeelingScale::ZeroToTen), (Level::HIGHEST, false));
        assert_eq!(level(7.0, FeelingScale::ZeroToTen), (Level::from_halves(2), true));
        assert_eq!(level(-1.5, FeelingScale::Own), (Level::from_halves(-3), false));
    }
}
