//! Words and signs of money, as headings and cells name it.

use super::fold;

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

/// Whether it is a sign of money.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '$' | '\u{a3}' | '\u{a5}' | '\u{20a0}'..='\u{20cf}')
}
