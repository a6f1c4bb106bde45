//! Texts made comparable: what looks the same to a person is the same.

use crate::compose::composed;

/// Whether a character takes no width and means nothing by itself.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        | '\u{ad}')
}

/// How much of a text is compared with words that are known, in bytes: none of them is longer.
const LONGEST: usize = 300;

/// The beginning of a text.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What two words have in common when a person takes them for the same: letters joined with their accents, in lower case, ё
/// as е, white space, hyphens and underscores as one space, no marks of a list, a note or the end around it.
pub fn key(text: &str) -> String {
    let text = beginning(text);
    let mut key = String::with_capacity(text.len());
    for letter in composed(text).chars().filter(|c| !is_invisible(*c)) {
        if letter.is_whitespace() || matches!(letter, '_' | '-' | '\u{2010}'..='\u{2014}') {
            if !key.ends_with(' ') {
                key.push(' ');
            }
        } else {
            key.extend(letter.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }));
        }
    }
    key.trim_matches(|c: char| c == ' ' || matches!(c, ':' | '.' | '*' | '#' | '\'' | '"')).into()
}

/// The words of a key: runs of letters and digits.
pub fn words(key: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A label as rows refer to it: letters joined with their accents, in lower case, white space single, nothing around it.
pub fn label(text: &str) -> String {
    name(text).to_lowercase()
}

/// A name as people compare it: letters joined with their accents, white space single, nothing around it.
pub fn name(text: &str) -> String {
    let visible: String = composed(text).chars().filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Legal forms of companies, as keys.
const FORMS: [&str; 44] = [
    "ооо",
    "оао",
    "зао",
    "пао",
    "нпао",
    "ао",
    "ип",
    "нко",
    "ано",
    "гуп",
    "муп",
    "фгуп",
    "тоо",
    "чп",
    "тов",
    "пк",
    "кфх",
    "llc",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "ag",
    "kg",
    "ug",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "ab",
    "oy",
    "as",
    "plc",
    "llp",
    "lp",
    "pty",
];

/// What names of one company have in common: no case, quotation marks, punctuation and legal form.
pub fn company(text: &str) -> String {
    let key = key(text);
    let words = key.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let bare: Vec<&str> = words.iter().copied().filter(|word| !is_legal_form(word)).collect();
    if bare.is_empty() { words.concat() } else { bare.concat() }
}

/// Whether a word in small letters is the legal form of a company: "ооо", "inc".
pub fn is_legal_form(word: &str) -> bool {
    FORMS.contains(&word)
}

/// A text without white space and invisible characters around it.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        assert_eq!(composed("Свои\u{306} Cafe\u{301} e\u{308}\u{301}"), "Свой Café ë\u{301}");
        assert_eq!(key(" Next_Step: "), "next step");
        assert_eq!(key("\u{feff}Точки\u{a0}  трения"), "точки трения");
        assert_eq!(key("Всё-таки"), "все таки");
        assert_eq!(name(" Анна\u{a0} Ли "), "Анна Ли");
    }

    #[test]
    fn a_company_goes_by_its_name_without_its_form() {
        for alike in ["ООО «Ромашка»", "Ромашка, ООО", "\"РОМАШКА\"", " ромашка "] {
            assert_eq!(company(alike), "ромашка", "{alike}");
        }
        for alike in ["Acme Inc.", "ACME, Inc", "Acme LLC", "acme"] {
            assert_eq!(company(alike), "acme", "{alike}");
        }
        assert_eq!(company("ООО"), "ооо");
        assert_ne!(company("Acme North"), company("Acme South"));
    }
}
