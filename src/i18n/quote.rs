//! What somebody said, and names, in the quotation marks of a language.
//!
//! Words that stand by themselves keep the signs they were said with, a full stop too. Words in a sentence of the product leave
//! their last sign to the sentence, unless it asks, calls or breaks off. Marks inside become the inner ones of the language.

use super::Lang;

/// The outer marks of a language, and the inner ones.
fn marks(lang: Lang) -> [(char, char); 2] {
    match lang {
        Lang::English => [('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}')],
        Lang::Russian => [('\u{ab}', '\u{bb}'), ('\u{201e}', '\u{201c}')],
    }
}

/// Signs that stand behind the closing mark in Russian, and that a sentence around the words does not need.
const LAST: [char; 4] = ['.', ',', ';', ':'];

/// Words that stand by themselves, in quotation marks unless they were typed with marks around them. In Russian their full stop
/// or comma stands behind the closing mark.
pub fn quoted(lang: Lang, text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || is_quoted(text) {
        return text.into();
    }
    match parted(text).filter(|_| lang == Lang::Russian) {
        Some((rest, last)) => format!("{}{last}", titled(lang, rest)),
        None => titled(lang, text),
    }
}

/// Words that get their marks from the style sheet, letter for letter, where their last sign stands behind the closing mark: that
/// mark in the place of the sign, and the sign, which takes the place of the mark.
pub fn sign_behind(lang: Lang, text: &str) -> Option<(String, char)> {
    let (rest, last) = parted(text).filter(|(rest, last)| rest.len() + last.len_utf8() == text.len())?;
    let [(_, close), _] = marks(lang);
    (lang == Lang::Russian).then(|| (format!("{}{close}", inner(lang, rest)), last))
}

/// Words as a part of a sentence: the full stop is that of the sentence.
pub fn mentioned(lang: Lang, text: &str) -> String {
    let text = text.trim();
    quoted(lang, parted(text).map_or(text, |(rest, _)| rest))
}

/// Words and the sign behind them; an ellipsis is a part of the words.
fn parted(text: &str) -> Option<(&str, char)> {
    let last = text.chars().next_back().filter(|last| LAST.contains(last))?;
    let rest = text[..text.len() - last.len_utf8()].trim_end();
    (!rest.is_empty() && !rest.ends_with('.')).then_some((rest, last))
}

/// A name in quotation marks, exactly as it is called.
pub fn titled(lang: Lang, name: &str) -> String {
    let [(open, close), _] = marks(lang);
    format!("{open}{}{close}", inner(lang, name))
}

/// A Russian name in quotation marks.
pub(in crate::i18n) fn title_ru(name: &str) -> String {
    titled(Lang::Russian, name)
}

/// The text with all marks in it as the inner ones of a language, letter for letter, so that positions stay. Straight ones count
/// as marks where they come in pairs.
pub fn inner(lang: Lang, text: &str) -> String {
    let [_, (open, close)] = marks(lang);
    let has_pairs = text.matches('"').count().is_multiple_of(2);
    let (mut is_low, mut is_straight) = (false, false);
    let letter = |letter: char| match letter {
        '\u{ab}' => open,
        '\u{bb}' | '\u{201d}' => close,
        '\u{201e}' => {
            is_low = true;
            open
        }
        // It closes after a low mark, and opens anywhere else.
        '\u{201c}' => match std::mem::take(&mut is_low) {
            true => close,
            false => open,
        },
        '"' if has_pairs => {
            is_straight = !is_straight;
            if is_straight { open } else { close }
        }
        letter => letter,
    };
    text.chars().map(letter).collect()
}

/// Whether one pair of marks is around the whole text.
pub fn is_quoted(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '!', '?', '\u{2026}', ',']);
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
        assert_eq!(quoted(Lang::Russian, "Мне нечем,"), "«Мне нечем»,");
        assert_eq!(quoted(Lang::English, "I had nothing,"), "\u{201c}I had nothing,\u{201d}");
        assert_eq!(quoted(Lang::Russian, "И тут..."), "«И тут...»");
        assert_eq!(quoted(Lang::Russian, "Правда?"), "«Правда?»");
    }

    #[test]
    fn a_sentence_has_one_full_stop() {
        assert_eq!(mentioned(Lang::Russian, " Мне нечем. "), "«Мне нечем»");
        assert_eq!(mentioned(Lang::English, "I had nothing."), "\u{201c}I had nothing\u{201d}");
        assert_eq!(mentioned(Lang::Russian, "Мне нечем,"), "«Мне нечем»");
        for open in ["И тут...", "Правда?", "И тут…"] {
            assert_eq!(mentioned(Lang::Russian, open), format!("«{open}»"));
        }
        assert_eq!(title_ru("Ромашка и Ко."), "«Ромашка и Ко.»", "a name keeps what it is called");
    }

    #[test]
    fn a_last_sign_and_the_closing_mark_change_places() {
        let said = |text| sign_behind(Lang::Russian, text);
        assert_eq!(said("Мне нечем."), Some(("Мне нечем»".into(), '.')), "positions stay");
        assert_eq!(said("Она: «нет»."), Some(("Она: „нет“»".into(), '.')));
        for text in ["Правда?", "И тут...", "И тут…", "Мне нечем .", "Мне нечем", "."] {
            assert_eq!(said(text), None, "{text}");
        }
        assert_eq!(sign_behind(Lang::English, "I had nothing."), None);
    }

    #[test]
    fn marks_inside_are_inner_ones() {
        let ru = |text| quoted(Lang::Russian, text);
        let en = |text| quoted(Lang::English, text);
        assert_eq!(ru("«Прошли курс» — не результат."), "«„Прошли курс“ — не результат».");
        assert_eq!(ru("Я сказал: «хватит»"), "«Я сказал: „хватит“»");
        assert_eq!(ru("Я сказал: “хватит”, и „ушёл“"), "«Я сказал: „хватит“, и „ушёл“»");
        assert_eq!(ru("Я сказал: \"хватит\""), "«Я сказал: „хватит“»");
        assert_eq!(ru("Экран 24\" у них"), "«Экран 24\" у них»", "a mark without a pair is something else");
        assert_eq!(en("I said \u{201c}stop\u{201d}, didn\u{2019}t I?"), "“I said ‘stop’, didn’t I?”");
        assert_eq!(en("I said \"stop\"."), "“I said ‘stop’.”");
        assert_eq!(en("Она: «нет», „нет“"), "“Она: ‘нет’, ‘нет’”");
        for lang in [Lang::English, Lang::Russian] {
            let text = "«a» “b” „c“ \"d\" ‘e’";
            assert_eq!(inner(lang, text).encode_utf16().count(), text.encode_utf16().count(), "positions stay");
            assert_eq!(inner(lang, &inner(lang, text)), inner(lang, text));
        }
    }

    #[test]
    fn words_typed_with_marks_keep_them() {
        assert_eq!(quoted(Lang::English, "\"as typed\""), "\"as typed\"");
        assert_eq!(quoted(Lang::Russian, "«Уже»."), "«Уже».");
        assert_eq!(quoted(Lang::English, ""), "");
    }
}
