//! Words and signs of money, as headings and cells name it.

use super::fold;
use crate::i18n::amounts::units::{self, Currency};

/// Whether a word names the hundredth part of a currency.
pub(super) fn is_cents(word: &str) -> bool {
    const CENTS: [&str; 14] = [
        "cents",
        "cent",
        "pence",
        "kopecks",
        "kopeks",
        "копейки",
        "копейках",
        "копеек",
        "коп",
        "centimes",
        "céntimos",
        "centavos",
        "groszy",
        "rappen",
    ];
    CENTS.contains(&word)
}

/// Whether a text says nothing but that numbers are cents: "копейки", "(in cents)".
pub(super) fn is_in_cents(text: &str) -> bool {
    let words = fold::words(text);
    let mut keys = words.map(str::to_lowercase).filter(|word| !matches!(word.as_str(), "in" | "в" | "us")).peekable();
    keys.peek().is_some() && keys.all(|word| is_cents(&word))
}

/// Whether a text says in which scale all numbers are, and nothing else: "$ in thousands", "Ед. изм.: тыс. руб.", "$000".
pub(super) fn is_in_scale(text: &str) -> bool {
    const BESIDE: [&str; 43] = [
        "in",
        "of",
        "all",
        "amounts",
        "amount",
        "figures",
        "values",
        "numbers",
        "data",
        "revenue",
        "are",
        "is",
        "shown",
        "stated",
        "presented",
        "reported",
        "expressed",
        "given",
        "note",
        "notes",
        "unit",
        "units",
        "currency",
        "except",
        "в",
        "все",
        "всё",
        "суммы",
        "сумма",
        "данные",
        "цифры",
        "показатели",
        "значения",
        "выручка",
        "указаны",
        "приведены",
        "представлены",
        "примечание",
        "прим",
        "ед",
        "изм",
        "единица",
        "измерения",
    ];
    let mut scales = 0;
    let fits = |word: &str| {
        let bare = word.trim_matches(|c| c == '.' || is_sign(c)).to_lowercase();
        // A letter alone scales with a sign of money.
        let is_whole = bare.chars().count() > 1 || word.contains(is_sign);
        let is_scale = is_zeros(word) || is_whole && units::scale(&bare).is_some();
        let is_joined = || units::behind(word).filter(|_| word.chars().count() > 1);
        scales += usize::from(is_scale || is_joined().is_some_and(|(zeros, _)| zeros != 0));
        is_scale
            || bare.is_empty()
            || BESIDE.contains(&bare.as_str())
            || Currency::named(word).is_some()
            || is_joined().is_some()
    };
    let is_apart = |c: char| !c.is_alphanumeric() && c != '.' && !is_sign(c);
    text.split(is_apart).filter(|word| !word.is_empty()).all(fits) && scales > 0
}

/// The zeros and the currency of a sign of money with a scale behind it: "$k", "€m".
pub(super) fn signed_unit(word: &str) -> Option<(i32, Option<Currency>)> {
    let sign = word.chars().next().filter(|c| is_sign(*c))?;
    let (sign, scale) = word.split_at(sign.len_utf8());
    units::scale(scale).map(|zeros| (zeros, Currency::named(sign)))
}

/// Whether a word stands for the three zeros that all numbers have more: "$000", "000s".
fn is_zeros(word: &str) -> bool {
    matches!(word.trim_matches(is_sign), "000" | "000s")
}

/// Whether a cell holds only such zeros, a sign of money around them or not.
pub(super) fn are_zeros(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| is_sign(c) || matches!(c, '(' | ')' | '\'' | '\u{2019}' | ' ' | 's'));
    bare == "000" && text.len() > bare.len()
}

/// Whether it is a sign of money.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '$' | '\u{a3}' | '\u{a5}' | '\u{20a0}'..='\u{20cf}')
}
