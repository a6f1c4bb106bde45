//! What takes more than a string: lists, errors as sentences, names of files.

use super::{Lang, Words};
use crate::storage::envelope::ReadError;

/// How many characters of a title go into the name of a file.
const LONGEST_NAME: usize = 60;

/// What Windows takes for a device, whatever it ends with.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A sentence whose last word is somebody's own: it has one full stop, whatever that word ends with.
pub fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '\u{2026}']) { text.into() } else { format!("{text}.") }
}

/// A name at the beginning of a row or a sentence: "доля" becomes "Доля".
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Parts of a sentence as one list: "a", "a and b", "a, b and c".
pub(in crate::i18n) fn together(lang: Lang, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} {}{last}", before.join(", "), lang.customs().and),
    }
}

/// Sentences that sums and names go into: a full stop behind "16 млн руб." is there already.
macro_rules! sentence {
    ($($parts:tt)*) => {
        crate::i18n::speech::one_stop(format!($($parts)*))
    };
}
pub(in crate::i18n) use sentence;

/// The text with one full stop where two follow each other; more of them are somebody's own.
pub(in crate::i18n) fn one_stop(text: String) -> String {
    if !text.contains("..") {
        return text;
    }
    let mut written = String::with_capacity(text.len());
    for run in text.split_inclusive(|letter| letter != '.') {
        let stops = run.len() - run.trim_start_matches('.').len();
        written.push_str(if stops == 2 { &run[1..] } else { run });
    }
    written
}

/// A name in the middle of a sentence: "Ставка" becomes "ставка", "CAC" stays.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    // A capital behind a capital makes an abbreviation.
    if rest.starts_with(char::is_uppercase) { text.into() } else { first.to_lowercase().collect::<String>() + rest }
}

/// Names that follow each other in one line: the first keeps its capital.
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let name = |(at, name): (usize, &str)| if at == 0 { name.into() } else { uncapital(name) };
    names.into_iter().enumerate().map(name).collect()
}

/// The letters of the longest word, to which large type is fitted; a hyphen parts words as a space does.
pub fn longest_word(text: &str) -> usize {
    text.split([' ', '\u{a0}', '\n', '-']).map(|word| word.chars().count()).max().unwrap_or(0)
}

/// The title, or `unnamed` where there is none.
pub fn title_or<'a>(title: &'a str, unnamed: &'a str) -> &'a str {
    if title.trim().is_empty() { unnamed } else { title }
}

impl Words {
    /// What the page is called while a screen of a project is open: tabs and histories show the beginning of it.
    pub fn title_of_page(&self, screen: &str, project: &str) -> String {
        format!("{screen} \u{b7} {} \u{b7} {}", title_or(project, self.untitled_engagement), self.product)
    }

    /// Why the file or engagement called `name` cannot be read, and what that means for the person.
    pub fn read_error(&self, name: &str, error: &ReadError) -> String {
        match *error {
            ReadError::NotJson { line, column } => (self.file_not_json)(name, line, column),
            ReadError::NotOurs => (self.file_not_ours)(name),
            ReadError::Newer(_) => (self.file_newer)(name),
            ReadError::Damaged { line, column } => (self.file_damaged)(name, line, column),
            ReadError::Flawed(_) => (self.file_flawed)(name),
            ReadError::CutOff => (self.saving_words.cut_off)(name),
            ReadError::TooManyParts(count) => (self.saving_words.too_many_parts)(name, count),
            ReadError::TooLarge(excess) => {
                format!("{} {}", (self.saving_words.too_large)(name), self.saving_words.excess(excess))
            }
        }
    }

    /// The name of a file that ends with `kind`: the title with what any file system refuses left out.
    pub fn file_name(&self, title: &str, kind: &str) -> String {
        // Accents that are letters of their own belong to the letter before them.
        let is_kept = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
        let kept: String = title.chars().map(|c| if is_kept(c) { c } else { '-' }).take(LONGEST_NAME).collect();
        let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
        match parts.join("-") {
            name if name.is_empty() => ["orbita.", kind.trim_start_matches("orbita.")].concat(),
            name if DEVICES.contains(&name.to_lowercase().as_str()) => ["orbita-", &name, ".", kind].concat(),
            name => [&name, ".", kind].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ended, listed, longest_word, one_stop, uncapital};
    use crate::i18n::Lang;

    #[test]
    fn sentences_end_once() {
        assert_eq!(ended("до конца 2024 г."), "до конца 2024 г.");
        assert_eq!(ended("Готово"), "Готово.");
        assert_eq!(one_stop("Их 16 млн руб.. Всего 2 руб..".into()), "Их 16 млн руб. Всего 2 руб.");
        assert_eq!(one_stop("И тут... Да. Нет.".into()), "И тут... Да. Нет.");
        assert_eq!(["CAC", "Ставка", "LTV : CAC", ""].map(uncapital), ["CAC", "ставка", "LTV : CAC", ""]);
        assert_eq!(listed(["+1", "Минимум", "Самый резкий спад"]), ["+1", "минимум", "самый резкий спад"]);
        assert_eq!(listed(["Lowest", "Steepest drop"]).join(", "), "Lowest, steepest drop");
        assert_eq!(["", "Да нет", "Возвращение-повтор"].map(longest_word), [0, 3, 11]);
    }

    #[test]
    fn a_file_is_named_by_its_title() {
        let words = Lang::English.words();
        let json = |title| words.file_name(title, "orbita.json");
        assert_eq!(json("Акселератор «Курс+»: 600 мест"), "Акселератор-Курс-600-мест.orbita.json");
        assert_eq!(json("Свои\u{306} путь"), "Свои\u{306}-путь.orbita.json");
        assert_eq!(json("../../etc"), "etc.orbita.json");
        assert_eq!(json(" \u{202e}"), "orbita.json");
        assert_eq!(words.file_name("", "dark.svg"), "orbita.dark.svg");
        assert_eq!(words.file_name("Aux", "csv"), "orbita-Aux.csv");
    }
}
