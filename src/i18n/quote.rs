//! What somebody said, in the quotation marks of a language.

use super::Lang;

/// Ends of a sentence that stand outside the marks in Russian.
const STOPS: [char; 2] = ['.', ','];

/// A text in quotation marks, unless it was typed with marks around it. Marks inside become inner ones; in Russian a full
/// stop stands behind the closing mark.
pub fn quoted(lang: Lang, text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || is_quoted(text) {
        return text.into();
    }
    match lang {
        Lang::English => format!("\u{201c}{text}\u{201d}"),
        Lang::Russian => {
            let inner = text.replace('\u{ab}', "\u{201e}").replace('\u{bb}', "\u{201c}");
            let words = inner.trim_end_matches(STOPS);
            format!("\u{ab}{words}\u{bb}{}", &inner[words.len()..])
        }
    }
}

/// A Russian name in quotation marks; marks inside it become inner ones.
pub(in crate::i18n) fn title_ru(name: &str) -> String {
    format!("\u{ab}{}\u{bb}", name.replace('\u{ab}', "\u{201e}").replace('\u{bb}', "\u{201c}"))
}

/// Whether one pair of marks is around the whole text.
fn is_quoted(text: &str) -> bool {
    let text = text.trim_end_matches(['.', '!', '?', '\u{2026}', ',']);
    let pairs = [
        ('"', '"'),
        ('\u{201c}', '\u{201d}'),
        ('\u{201e}', '\u{201c}'),
        ('\u{ab}', '\u{bb}'),
        ('\u{2018}', '\u{2019}'),
    ];
    let around = |&(open, close): &(char, char)| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| !inside.contains([open, close]))
    };
    pairs.iter().any(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_the_marks_of_the_language() {
        assert_eq!(quoted(Lang::English, "I had nothing."), "\u{201c}I had nothing.\u{201d}");
        assert_eq!(quoted(Lang::Russian, "Мне нечем."), "«Мне нечем».");
        assert_eq!(quoted(Lang::Russian, "Правда?"), "«Правда?»");
        assert_eq!(quoted(Lang::Russian, "«Прошли курс» — не результат."), "«„Прошли курс“ — не результат».");
    }

    #[test]
    fn words_typed_with_marks_keep_them() {
        assert_eq!(quoted(Lang::English, "\"as typed\""), "\"as typed\"");
        assert_eq!(quoted(Lang::Russian, "«Уже».",), "«Уже».");
        assert_eq!(quoted(Lang::English, ""), "");
    }
}
