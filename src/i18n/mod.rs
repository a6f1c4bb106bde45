//! How it speaks: every string that is shown, in each language. A string that one language lacks does not compile.

pub mod accounts;
pub mod amounts;
pub mod backing;
pub mod cohorts;
pub mod economy;
mod en;
pub mod figures;
pub mod forecast;
pub mod frictions;
mod hidden;
pub mod interviews;
pub mod quote;
mod reason;
mod ru;
pub mod saving;
pub mod speech;
pub mod tables;
pub mod travel;
mod words;

use serde::{Deserialize, Serialize};

pub use words::Words;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
}

impl Lang {
    /// The first language of `wanted` (such as "ru-RU", the dearest first) that is spoken here; else English.
    pub fn guess(wanted: &[String]) -> Self {
        let spoken = |code: &String| match code.split(['-', '_']).next() {
            Some("ru") => Some(Lang::Russian),
            Some("en") => Some(Lang::English),
            _ => None,
        };
        wanted.iter().find_map(spoken).unwrap_or(Lang::English)
    }

    /// The code of the language, as pages are marked with it.
    pub fn code(self) -> &'static str {
        match self {
            Lang::English => "en",
            Lang::Russian => "ru",
        }
    }

    /// The language that one switches to.
    pub fn other(self) -> Self {
        match self {
            Lang::English => Lang::Russian,
            Lang::Russian => Lang::English,
        }
    }

    /// What is said in this language.
    pub fn words(self) -> &'static Words {
        self.pick(&en::WORDS, &ru::WORDS)
    }

    /// The one of these that is in this language.
    fn pick<T>(self, english: T, russian: T) -> T {
        match self {
            Lang::English => english,
            Lang::Russian => russian,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_guessed_from_what_the_person_asks_for() {
        let guess = |wanted: &[&str]| Lang::guess(&wanted.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(guess(&["ru-RU", "en"]), Lang::Russian);
        assert_eq!(guess(&["de", "ru"]), Lang::Russian);
        assert_eq!(guess(&["en-GB", "ru"]), Lang::English);
        assert_eq!(guess(&["fr"]), Lang::English);
    }
}
