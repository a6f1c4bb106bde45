//! How stages feel, as people write it: on any scale, in signs, in words.

use crate::compose::composed;

use crate::i18n::amounts::{Kind, Numeral};
use crate::model::quantity::Level;
use crate::tables::choice::FeelingScale;
use crate::tables::fold;
use crate::tables::vocabulary::says_nothing;

/// A cell where a feeling is expected.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Feeling {
    /// A number on some scale, and words next to it.
    Number(f64, String),
    /// A number that says its scale: stars, "4/5".
    Rated(f64, FeelingScale),
    /// A word or a sign whose meaning is clear, and words next to a sign.
    Named(Level, String),
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
            "+/-",
            "+-",
            "±",
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
            return Some(Feeling::Named(Level::from_halves(*halves), String::new()));
        }
        let plain =
            |text: &str| Numeral::of(text, "").filter(|numeral| matches!(numeral.kind, Kind::Plain | Kind::PerCent));
        if let Some(numeral) = plain(text) {
            return Some(Feeling::Number(numeral.value(true), String::new()));
        }
        if let Some((number, scale)) = rated(text) {
            return Some(Feeling::Rated(number, scale));
        }
        // "-2 (angry)".
        let end = text.find(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | ':' | ';')).unwrap_or(text.len());
        let words = text[end..].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | ':' | ';' | '-' | '\u{2013}' | '\u{2014}')
        });
        match plain(&text[..end]) {
            Some(numeral) if !words.starts_with(|c: char| c == '/' || c.is_ascii_digit()) => {
                Some(Feeling::Number(numeral.value(true), words.into()))
            }
            _ => Some(signed(text).unwrap_or_else(|| Feeling::Words(text.into()))),
        }
    }
}

/// Words with a face before or behind them: "🙂 curious".
fn signed(text: &str) -> Option<Feeling> {
    let is_sign = |sign: &str| sign.chars().next().is_some_and(|c| c == ':' || !c.is_ascii() && !c.is_alphabetic());
    let signs = || {
        let of = |(halves, names): &(i8, &'static [&'static str])| {
            let halves = *halves;
            names.iter().filter(|name| is_sign(name)).map(move |sign| (halves, *sign)).collect::<Vec<_>>()
        };
        NAMES.iter().flat_map(of)
    };
    let (halves, rest) = signs().find_map(|(halves, sign)| {
        let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))?;
        Some((halves, rest))
    })?;
    let words =
        rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{fe0f}' | ',' | ':' | '(' | ')' | '\u{2014}'));
    // A second face may say something else.
    let is_clear = words.chars().any(char::is_alphabetic) && !signs().any(|(_, sign)| words.contains(sign));
    is_clear.then(|| Feeling::Named(Level::from_halves(halves), words.into()))
}

/// Whether a text is a rating that says its scale, or a sign or a word that is one.
pub(super) fn is_rated(text: &str) -> bool {
    match Feeling::of(text, false) {
        Some(Feeling::Named(_, words)) => words.is_empty(),
        other => matches!(other, Some(Feeling::Rated(..))),
    }
}

/// Whether a text is a number that a scale of feelings may have.
pub(super) fn is_on_a_scale(text: &str) -> bool {
    matches!(Feeling::of(text, false), Some(Feeling::Number(number, words)) if words.is_empty() && (-5.0..=10.0).contains(&number))
}

/// The number and the scale of a rating: "★★★☆☆", "4/5", "8 out of 10", "4 из 5".
fn rated(text: &str) -> Option<(f64, FeelingScale)> {
    if text.len() > LONGEST {
        return None;
    }
    let (number, most) = stars(text).or_else(|| {
        let (number, most) = [" out of ", " of ", " из ", "/"].iter().find_map(|word| text.split_once(word))?;
        let number = Numeral::of(number.trim(), "").filter(|numeral| numeral.kind == Kind::Plain)?.value(true);
        Some((number, most.trim().parse().ok()?))
    })?;
    let (scale, low) = match most {
        5 => (FeelingScale::OneToFive, 1.0),
        10 => (FeelingScale::ZeroToTen, 0.0),
        100 => (FeelingScale::ZeroToHundred, 0.0),
        _ => return None,
    };
    (low..=f64::from(most)).contains(&number).then_some((number, scale))
}

/// How many stars are full, and of how many: of five where no empty ones say it.
fn stars(text: &str) -> Option<(f64, u32)> {
    let (mut full, mut empty, mut half) = (0, 0, 0.0);
    for letter in text.chars() {
        match letter {
            '\u{2605}' | '\u{2b50}' | '\u{1f31f}' => full += 1,
            '\u{2606}' | '\u{2729}' | '\u{2730}' => empty += 1,
            '\u{bd}' => half = 0.5,
            '\u{fe0f}' | ' ' => (),
            _ => return None,
        }
    }
    let most = if empty == 0 && full < 5 { 5 } else { full + empty };
    (full > 0).then_some((f64::from(full) + half, most))
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
        let rated = |number, scale| Some(Feeling::Rated(number, scale));
        assert_eq!(of("4/5"), rated(4.0, FeelingScale::OneToFive));
        assert_eq!(of("8 out of 10"), rated(8.0, FeelingScale::ZeroToTen));
        assert_eq!(of("4 из 5"), rated(4.0, FeelingScale::OneToFive));
        assert_eq!(of("\u{2605}\u{2605}\u{2605}\u{2606}\u{2606}"), rated(3.0, FeelingScale::OneToFive));
        assert_eq!(of("\u{2b50}\u{2b50}"), rated(2.0, FeelingScale::OneToFive));
        assert_eq!(of("2/7"), Some(Feeling::Words("2/7".into())));
        assert_eq!(of("\u{2606}\u{2606}"), Some(Feeling::Words("\u{2606}\u{2606}".into())));
        let named = |halves, words: &str| Some(Feeling::Named(Level::from_halves(halves), words.into()));
        assert_eq!(of("\u{1f642}"), named(2, ""));
        assert_eq!(of("Нейтрально"), named(0, ""));
        assert_eq!(of("\u{1f642} интерес"), named(2, "интерес"));
        assert_eq!(of("angry at the form \u{1f621}"), named(-4, "angry at the form"));
        assert_eq!(of("\u{2639}\u{fe0f} устал"), named(-2, "устал"));
        assert_eq!(of("\u{1f642} then \u{1f621}"), Some(Feeling::Words("\u{1f642} then \u{1f621}".into())));
        assert_eq!(of("\u{1f680} launch"), Some(Feeling::Words("\u{1f680} launch".into())));
        assert_eq!(of("Боится, что не успеет"), Some(Feeling::Words("Боится, что не успеет".into())));
        assert_eq!(of(" "), None);
        assert_eq!(of("\u{2014}"), None);
        assert_eq!(Feeling::of("\u{2212}", true), named(-2, ""));
    }
}
