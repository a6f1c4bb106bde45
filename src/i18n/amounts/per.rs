//! What an amount is for, where that is written behind it: "12,000 a year", "12000/yr", "120k ARR", "12 000 в год".

use super::peel::plain_signs;

/// The words of a period, each with how many months it has.
const PERIODS: [(u16, &[&str]); 3] = [
    (1, &["month", "months", "mo", "mth", "m", "monthly", "мес", "месяц", "ежемесячно", "monat", "mois", "mes"]),
    (3, &["quarter", "qtr", "q", "quarterly", "кв", "квартал", "ежеквартально", "quartal", "trimestre"]),
    (12, &["year", "yr", "y", "a", "annum", "yearly", "annually", "год", "г", "ежегодно", "jahr", "año", "ano", "an"]),
];

/// Words that say what an amount is for without another before them.
const ALONE: [(u16, &[&str]); 3] = [
    (1, &["monthly", "mrr", "p.m", "ежемесячно", "помесячно"]),
    (3, &["quarterly", "p.q", "ежеквартально"]),
    (12, &["yearly", "annually", "annual", "arr", "p.a", "ежегодно"]),
];

/// What stands before a period: a slash, or a word.
const BEFORE: [&str; 11] =
    ["/", " per ", " a ", " an ", " each ", " every ", " pro ", " par ", " в ", " за ", " каждый "];

/// The amount, and for how many months it is; `None` where no month, quarter or year is named behind it.
pub fn period(text: &str) -> Option<(String, u16)> {
    let text = plain_signs(text);
    let text = text.trim().trim_end_matches('.');
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let months = |lists: &[(u16, &[&str])], word: &str| {
        lists.iter().find(|(_, words)| words.contains(&word)).map(|(months, _)| *months)
    };
    let is_amount = |amount: &str| amount.contains(|c: char| c.is_ascii_digit());
    let before = BEFORE.iter().filter_map(|sign| {
        let at = lower.rfind(sign)?;
        // "12,000 / year"
        let months = months(&PERIODS, lower[at + sign.len()..].trim())?;
        Some((text[..at].trim_end(), months))
    });
    let alone = || {
        let (amount, word) = lower.rsplit_once(' ')?;
        Some((text[..amount.len()].trim_end_matches([' ', ',']), months(&ALONE, word)?))
    };
    let (amount, months) = before.into_iter().next().or_else(alone).filter(|(amount, _)| is_amount(amount))?;
    Some((amount.to_owned(), months))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_behind_an_amount_are_known() {
        for (text, amount, months) in [
            ("12,000 a year", "12,000", 12),
            ("12000/yr", "12000", 12),
            ("$12,000 per year", "$12,000", 12),
            ("12 000 в год", "12 000", 12),
            ("12\u{a0}000\u{a0}₽\u{a0}/\u{a0}год", "12 000 ₽", 12),
            ("3,000 per quarter", "3,000", 3),
            ("480k a year", "480k", 12),
            ("120k ARR", "120k", 12),
            ("10k MRR", "10k", 1),
            ("9 000 в квартал", "9 000", 3),
            ("100 руб./мес.", "100 руб.", 1),
            ("1,200 p.a.", "1,200", 12),
        ] {
            assert_eq!(period(text), Some((amount.to_owned(), months)), "{text}");
        }
        for text in ["12,000", "12,000 a", "5 m", "480k", "$5", "a year", "100/week", "1/2"] {
            assert_eq!(period(text), None, "{text}");
        }
    }
}
