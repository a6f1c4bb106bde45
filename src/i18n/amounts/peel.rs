//! What stands around a number is taken off: signs, brackets, per cent signs, a currency.

use super::units::{self, Currency};

/// A text with one sign for each meaning: full-width letters narrow, every dash that stands for a minus a hyphen, white space
/// a space, letters without width left out.
pub(super) fn plain_signs(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0),
        '\u{ffe0}' => Some('\u{a2}'),
        '\u{ffe1}' => Some('\u{a3}'),
        '\u{ffe5}' => Some('\u{a5}'),
        '\u{ffe6}' => Some('\u{20a9}'),
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => Some('-'),
        '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' | '\u{2032}' | '\u{b4}' | '`' => Some('\''),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => None,
        letter if letter.is_whitespace() => Some(' '),
        letter => Some(letter),
    };
    text.chars().filter_map(plain).collect()
}

/// A number without what stands around it.
pub(super) struct Peeled<'a> {
    pub(super) rest: &'a str,
    pub(super) negative: bool,
    pub(super) per_cent: bool,
    pub(super) own: bool,
    /// What stands outside brackets or signs: a currency and a scale in zeros.
    pub(super) currency: Option<Currency>,
    pub(super) scale: i32,
}

impl<'a> Peeled<'a> {
    /// Takes signs, brackets, per cent signs and the own currency off, each once; `None` where two signs contradict.
    pub(super) fn of(text: &'a str, own: &str) -> Option<Self> {
        let own = own.trim();
        let mut peeled = Peeled { rest: text, negative: false, per_cent: false, own: false, currency: None, scale: 0 };
        let (mut signed, mut bracketed) = (false, false);
        loop {
            let rest = peeled.rest.trim();
            peeled.rest = rest;
            let inner = |open, close| rest.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
            let taken = if peeled.own || own.is_empty() { None } else { without(rest, own) };
            peeled.rest = if let Some(taken) = taken {
                peeled.own = true;
                taken
            } else if let Some(inside) = inner('(', ')').or_else(|| inner('[', ']')) {
                if std::mem::replace(&mut bracketed, true) {
                    return None;
                }
                inside
            } else if let Some(positive) = rest.strip_prefix('+') {
                if std::mem::replace(&mut signed, true) {
                    return None;
                }
                positive
            } else if let Some(negative) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
                if std::mem::replace(&mut signed, true) {
                    return None;
                }
                peeled.negative = true;
                negative
            } else if let Some(share) = rest.strip_suffix('%').or_else(|| rest.strip_prefix('%')) {
                if std::mem::replace(&mut peeled.per_cent, true) {
                    return None;
                }
                share
            } else if let Some((named, rest)) = outside(rest).filter(|_| peeled.currency.is_none() && peeled.scale == 0)
            {
                (peeled.scale, peeled.currency) = named;
                rest
            } else {
                break;
            };
        }
        if bracketed && signed {
            return None;
        }
        peeled.negative |= bracketed;
        Some(peeled)
    }
}

/// The currency before a bracket or a sign, or the scale and the currency behind one; and the rest.
fn outside(text: &str) -> Option<((i32, Option<Currency>), &str)> {
    if let Some((before, rest)) = text.find(['(', '-']).filter(|at| *at > 0).map(|at| text.split_at(at))
        && let Some(currency) = Currency::named(before)
    {
        return Some(((0, Some(currency)), rest));
    }
    let (rest, behind) = text.rfind([')', '-']).map(|at| text.split_at(at + 1))?;
    let named = units::behind(behind).filter(|_| !behind.trim().is_empty())?;
    Some((named, rest))
}

/// A text without a currency at its beginning or its end, where it stands there as a word of its own.
fn without<'a>(text: &'a str, own: &str) -> Option<&'a str> {
    let bare = own.trim_end_matches('.');
    let spellings = [own, if bare == own { "" } else { bare }];
    let wordy = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    spellings.into_iter().filter(|own| !own.is_empty() && own.len() < text.len() + 8).find_map(|own| {
        let length = own.chars().count();
        let alike = |part: &str| part.chars().flat_map(char::to_lowercase).eq(own.chars().flat_map(char::to_lowercase));
        let cut = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
        let (start, rest) = text.split_at(cut);
        if alike(start) && !rest.is_empty() && !(wordy(own.chars().last()) && wordy(rest.chars().next())) {
            return Some(rest);
        }
        let cut = text.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
        let (rest, end) = text.split_at(cut);
        // "5k" with a currency of that name is five thousand; "5 k" is five of it.
        let scaled = rest.ends_with(|c: char| c.is_ascii_digit()) && units::scale(own).is_some();
        let letters = rest.trim_end_matches(char::is_alphabetic);
        let glued =
            wordy(own.chars().next()) && letters.len() < rest.len() && units::scale(&rest[letters.len()..]).is_none();
        (alike(end) && !rest.is_empty() && !scaled && !glued).then_some(rest)
    })
}
