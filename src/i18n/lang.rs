//! The languages, and how each of them writes figures and dates.

use serde::{Deserialize, Serialize};

use crate::interviews::kinds::Language;

macro_rules! languages {
    ($($(#[$doc:meta])* $lang:ident = $code:literal,)*) => {
        /// A language of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Lang {
            $($(#[$doc])* #[serde(rename = $code)] $lang,)*
        }

        impl Lang {
            /// All of them.
            pub const ALL: [Lang; [$($code),*].len()] = [$(Lang::$lang),*];

            /// The code of the language, as pages are marked with it.
            pub fn code(self) -> &'static str {
                match self {
                    $(Lang::$lang => $code,)*
                }
            }
        }
    };
}

languages! {
    /// English.
    English = "en",
    /// Russian.
    Russian = "ru",
}

/// How figures and dates are written in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customs {
    /// What begins the fraction of a number.
    pub decimal: char,
    /// What parts thousands.
    pub thousands: char,
    /// From how many digits on thousands are parted: four are read at a glance where it says five.
    pub parted_from: usize,
    /// A per cent sign, with the space before it where there is one.
    pub per_cent: &'static str,
    /// What parts the cells of a file for its spreadsheets.
    pub cells: char,
    /// Whether the day comes before the month where both are numbers.
    pub day_first: bool,
    /// Whether the currency comes before the number: "$12", "12 ₽".
    pub currency_first: bool,
    /// What a million million, a thousand million, a million and a thousand are called behind a number, with the space before it
    /// where there is one.
    pub scales: [&'static str; 4],
    /// What stands between two sums that each have their own scale.
    pub between: &'static str,
    /// The months behind a day: "14 Oct".
    pub months: [&'static str; 12],
    /// A thousand and a million bytes.
    pub bytes: [&'static str; 2],
    /// What stands before the last part of a list, with the space behind it.
    pub and: &'static str,
}

impl Lang {
    /// The language of a code; `None` for one that is not spoken here.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The first language of `wanted` (such as "ru-RU", the dearest first) that is spoken here; else English.
    pub fn guess(wanted: &[String]) -> Self {
        let spoken = |code: &String| code.split(['-', '_']).next().and_then(Self::of_code);
        wanted.iter().find_map(spoken).unwrap_or(Lang::English)
    }

    /// The language that one switches to: the next of all, and behind the last the first.
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|lang| *lang != self).nth(1).unwrap_or(self)
    }

    /// A number that is written plainly, with the mark of this language before its fraction.
    pub fn marked(self, plain: &str) -> String {
        plain.replace('.', self.customs().decimal.encode_utf8(&mut [0; 4]))
    }
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Lang::English,
            Language::Russian => Lang::Russian,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::English => Language::English,
            Lang::Russian => Language::Russian,
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

    #[test]
    fn each_language_is_known_by_its_code() {
        assert_eq!(Lang::ALL.map(|lang| Lang::of_code(lang.code())), Lang::ALL.map(Some));
        assert_eq!(Lang::of_code("de"), None);
        assert_eq!(Lang::ALL.map(|lang| serde_json::to_string(&lang).expect("JSON")), ["\"en\"", "\"ru\""]);
        assert_eq!(Lang::ALL.map(|lang| Lang::from(Language::from(lang))), Lang::ALL);
        assert_eq!(Lang::ALL.map(Lang::next), [Lang::Russian, Lang::English], "one comes to each");
        assert_eq!(Lang::ALL.map(|lang| lang.marked("-1.5")), ["-1.5", "-1,5"]);
    }
}
