//! Levels that are typed with their sign.

use crate::model::quantity::Level;

/// A level from -2 to +2 that is typed key by key: "-1", "+2", "-1.5", "0". A digit without a sign is no level here but 0:
/// what else it stands for is up to whoever asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignedLevel {
    negative: Option<bool>,
    whole: Option<i8>,
    has_point: bool,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The level so far.
    Level(Level),
    /// There is more to come.
    Begun,
    /// It belongs to no level.
    Other,
}

impl SignedLevel {
    /// Takes the next key.
    pub fn press(&mut self, key: &str) -> Typed {
        let before = std::mem::take(self);
        let sign = if before.negative == Some(true) { -1 } else { 1 };
        match key {
            "+" | "-" | "\u{2212}" | "\u{2013}" => {
                self.negative = Some(key != "+");
                Typed::Begun
            }
            "0" if !before.has_point && (before.negative.is_none() || before.whole.is_some()) => {
                *self = SignedLevel { whole: Some(0), ..SignedLevel::default() };
                Typed::Level(Level::NEUTRAL)
            }
            "0" | "1" | "2" if before.whole.is_none() && before.negative.is_some() => {
                let whole = i8::from(key == "1") + 2 * i8::from(key == "2");
                *self = SignedLevel { whole: Some(whole), ..before };
                Typed::Level(Level::from_halves(sign * whole * 2))
            }
            "." | "," if before.whole.is_some_and(|whole| whole < 2) && !before.has_point => {
                *self = SignedLevel { has_point: true, ..before };
                Typed::Begun
            }
            "5" if before.has_point => {
                Typed::Level(Level::from_halves(sign * (before.whole.unwrap_or_default() * 2 + 1)))
            }
            _ => Typed::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The level after all these keys; `None` where the last one was no part of one.
    fn typed(keys: &str) -> Option<f64> {
        let mut level = SignedLevel::default();
        let mut last = None;
        for key in keys.chars() {
            last = match level.press(&key.to_string()) {
                Typed::Level(level) => Some(level.value()),
                Typed::Begun => last,
                Typed::Other => None,
            };
        }
        last
    }

    #[test]
    fn levels_are_typed_with_their_sign() {
        let all = [("-2", -2.0), ("-1.5", -1.5), ("\u{2212}1", -1.0), ("-0,5", -0.5), ("0", 0.0), ("+0.5", 0.5)];
        for (keys, level) in all.into_iter().chain([("0.5", 0.5), ("+1", 1.0), ("+1,5", 1.5), ("+2", 2.0)]) {
            assert_eq!(typed(keys), Some(level), "{keys}");
        }
        assert_eq!(typed("-1+2"), Some(2.0), "a sign begins anew");
        assert_eq!(typed("+-1"), Some(-1.0));
        assert_eq!(typed("-20"), Some(0.0), "and so does a zero");
    }

    #[test]
    fn anything_else_is_no_level() {
        for keys in ["1", "5", "-3", "+2.5", "x", "-x", "-x1", ".5", "-1.4"] {
            assert_eq!(typed(keys), None, "{keys}");
        }
    }
}
