//! Numbers as people write them, in fields and in tables: one parser for all of them.

use super::peel::{Peeled, plain_signs};
use super::units::{self, Currency};
use crate::i18n::Lang;

/// The longest text that is looked at, in bytes: no number that anybody writes is longer.
const LONGEST: usize = 1_000;

/// The most bytes that a currency takes before the digits.
const MOST_BEFORE: usize = 40;

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing stands next to it.
    Plain,
    /// Per cent.
    PerCent,
    /// Money in the currency that the reader was given.
    Own,
    /// Money in a currency that the text names.
    Money(Currency),
}

/// What the marks of a number show about how its writer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Nothing: there is no mark, or only spaces and apostrophes between thousands.
    Nothing,
    /// This mark begins the fraction.
    Fraction(char),
    /// This mark parts thousands.
    Thousands(char),
    /// This mark does the one or the other: "1,234".
    Doubt(char),
}

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its value where a mark that could do both parts thousands.
    value: f64,
    /// What its marks show.
    pub shows: Shows,
    /// What it is counted in.
    pub kind: Kind,
}

impl Numeral {
    /// Reads a number, alone or with a currency, a per cent sign, a scale. `own` is a currency that may stand next to it in
    /// any spelling; empty for none. Brackets around it and a minus on either side make it negative. `None` for anything
    /// else.
    pub fn of(text: &str, own: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let in_thousands = in_german_thousands(text, own);
        let text = in_thousands.as_deref().unwrap_or(text);
        Numeral::read(text, own)
            .or_else(|| Numeral::read(&with_joined_cents(text, own)?, own))
            .or_else(|| Numeral::in_two_scales(text, own))
    }

    /// An amount in two scales, "1 млн 200 тыс. руб.", whose second part is less than one of the first and no less than a
    /// thousandth of it.
    fn in_two_scales(text: &str, own: &str) -> Option<Self> {
        let space = |at: &usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        let at = text
            .match_indices(' ')
            .map(|(at, _)| at)
            .filter(space)
            .find(|at| text[..*at].ends_with(|c: char| c.is_alphabetic() || c == '.'))?;
        let (high, low) = text.split_at(at);
        let zeros = units::scale(high.rsplit(|c: char| c.is_ascii_digit() || c == ' ').next()?)?;
        let (high, low) = (Numeral::read(high, "")?, Numeral::read(low.trim(), own)?);
        let is_part = (10_f64.powi(zeros - 3)..10_f64.powi(zeros)).contains(&low.value) && high.value > 0.0;
        let is_clear = high.shows == Shows::Nothing && low.shows == Shows::Nothing && high.kind == Kind::Plain;
        (is_part && is_clear && low.kind != Kind::PerCent).then_some(Numeral { value: high.value + low.value, ..low })
    }

    fn read(text: &str, own: &str) -> Option<Self> {
        if let Some(plain) = plain(text, own) {
            return plain;
        }
        if let Some(thousandths) = text.trim_end().strip_suffix('\u{2030}') {
            let of_hundred = Numeral::of(&format!("{thousandths}%"), own)?;
            return Some(Numeral { value: of_hundred.value / 10.0, ..of_hundred });
        }
        let round = without_price_dash(text).or_else(|| with_per_cent_sign(text, own));
        let text = round.as_deref().unwrap_or(text);
        if is_wordy(text, own) {
            return None;
        }
        let text = plain_signs(text);
        let text = text.trim();
        // "Rs. 1,234/-": nothing follows the rupees.
        let text = text.strip_suffix("/-").unwrap_or(text);
        // Spreadsheets mark a number that is kept as text with an apostrophe.
        let bare = text.trim_start_matches('\'');
        let text = if bare.starts_with(|c: char| c.is_ascii_digit() || "+-(".contains(c)) { bare } else { text };
        let peeled = Peeled::of(text, &plain_signs(own))?;
        let digits_at = peeled.rest.find(|c: char| c.is_ascii_digit())?;
        let marked = peeled.rest[..digits_at].ends_with(['.', ',']);
        let (before, rest) = peeled.rest.split_at(digits_at - usize::from(marked));
        let (digits, after) = rest.split_at(end_of_digits(rest));
        let (power, after) = power_of_ten(after)?;
        let (mut scale, currency) = units::behind(after)?;
        scale += peeled.scale;
        let before = before.trim();
        let leading = if before.is_empty() { None } else { Some(Currency::named(before)?) };
        let mut currencies = [peeled.currency, leading, currency].into_iter().flatten();
        let named = currencies.next();
        if named.is_some_and(|named| currencies.any(|other| !named.may_be(other))) {
            return None;
        }
        let kind = match (peeled.per_cent, peeled.own, named) {
            (false, false, None) => Kind::Plain,
            (true, false, None) if scale == 0 => Kind::PerCent,
            (false, true, None) => Kind::Own,
            (false, false, Some(currency)) => Kind::Money(currency),
            _ => return None,
        };
        let (value, shows) = values(digits, power + scale, peeled.negative)?;
        Some(Numeral { value, shows, kind })
    }

    /// The name of the currency that was typed, where it clearly is another than the one that is meant.
    pub fn mistaken_currency(&self, meant: &str, typed: &str) -> Option<&'static str> {
        let Kind::Money(currency) = self.kind else { return None };
        currency.mistaken(meant, typed).then(|| currency.name())
    }

    /// The number, where a mark that could do both parts thousands or, when `fraction` says so, begins the fraction.
    pub fn value(&self, fraction: bool) -> f64 {
        // Adding nothing turns -0 into 0.
        0.0 + match self.shows {
            // Such a mark stands before exactly three digits.
            Shows::Doubt(_) if fraction => self.value / 1_000.0,
            _ => self.value,
        }
    }

    /// The number as somebody types it into a field of a language, alone: an English comma that could part thousands does,
    /// any other mark begins the fraction.
    pub fn in_field(&self, lang: Lang) -> f64 {
        self.value(self.shows != Shows::Doubt(lang.customs().thousands))
    }
}

/// Digits with marks and at most a unit behind them, which most numbers of most tables are: read without taking off what may
/// stand around others. `None` when there is more to look at.
fn plain(text: &str, own: &str) -> Option<Option<Numeral>> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().ok().map(|value| Numeral { value, shows: Shows::Nothing, kind: Kind::Plain }));
    }
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let digits_of = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'') || is_space(c);
    let end = text.find(|c: char| !digits_of(c)).unwrap_or(text.len());
    let (digits, unit) = (text[..end].trim_end_matches(is_space), text[end..].trim());
    let signs =
        |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "()[]-+%*\u{b7}\u{d7}\u{2212}\u{2013}".contains(c);
    let (kind, scale) = match unit {
        "" => (Kind::Plain, 0),
        "%" => (Kind::PerCent, 0),
        unit if unit == own && units::scale(own).is_none() => (Kind::Own, 0),
        // What could be the own currency in another spelling, or holds signs, is for the long way.
        unit if unit.contains(signs) || unit.starts_with('e') || own.contains(|c| unit.contains(c)) => return None,
        unit => match units::behind(unit) {
            Some((scale, Some(currency))) => (Kind::Money(currency), scale),
            Some((scale, None)) => (Kind::Plain, scale),
            None => return None,
        },
    };
    if !digits.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let spaced: String;
    let digits = if digits.is_ascii() {
        digits
    } else {
        spaced = digits.replace(is_space, " ");
        &spaced
    };
    let value = if digits.contains("  ") { None } else { values(digits, scale, false) };
    Some(value.map(|(value, shows)| Numeral { value, shows, kind }))
}

/// An amount in thousands as Germans write it, "12 T€", with the letter that all know; `None` for any other text.
fn in_german_thousands(text: &str, own: &str) -> Option<String> {
    let unit = text.rfind('T').map(|at| &text[at..])?;
    let is_one = units::in_thousands(unit.trim_end()).is_some() && unit.trim_end() != own.trim();
    let number = text[..text.len() - unit.len()].trim_end();
    (is_one && number.ends_with(|c: char| c.is_ascii_digit())).then(|| format!("{number} k{}", unit[1..].trim_start()))
}

/// An amount whose cents stand behind a word of their own, "100 руб. 50 коп.", "$5 20 cents", with both in one number; `None` for
/// any other text.
fn with_joined_cents(text: &str, own: &str) -> Option<String> {
    const CENTS: [&str; 15] = [
        "коп",
        "копейка",
        "копейки",
        "копеек",
        "к",
        "cent",
        "cents",
        "c",
        "pence",
        "p",
        "гр",
        "groszy",
        "grosz",
        "centavos",
        "бани",
    ];
    let (before, word) = text.split_at(text.rfind(|c: char| c.is_ascii_digit())? + 1);
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let cents = &before[whole.len()..];
    let whole = whole.trim_end_matches(|c: char| c.is_whitespace() || c == ',').trim_end();
    let unit = whole.rfind(|c: char| c.is_ascii_digit()).map(|at| whole[at + 1..].trim())?;
    let is_money = |text: &str| Currency::named(text).is_some() || text.eq_ignore_ascii_case(own) && !text.is_empty();
    let is_named = is_money(unit)
        || unit.is_empty() && whole.chars().next().is_some_and(|sign| is_money(sign.encode_utf8(&mut [0; 4])));
    let is_whole = !whole.contains(['.', ',']) || !unit.is_empty();
    (CENTS.contains(&word.as_str()) && cents.len() < 3 && is_named && is_whole).then(|| {
        let (amount, unit) = whole.split_at(whole.len() - unit.len());
        format!("{},{cents:0>2} {unit}", amount.trim_end())
    })
}

/// A price without the dash that stands for no cents: "CHF 500.\u{2013}", "500,-". `None` where there is none.
fn without_price_dash(text: &str) -> Option<String> {
    let is_dash = |c: char| matches!(c, '-' | '\u{2212}' | '\u{2012}'..='\u{2015}');
    let at = text.char_indices().zip(text.chars().skip(1)).find_map(|((at, mark), next)| {
        let is_behind_digit = text[..at].ends_with(|c: char| c.is_ascii_digit());
        (matches!(mark, '.' | ',') && is_dash(next) && is_behind_digit).then_some(at)
    })?;
    let behind = text[at + 1..].trim_start_matches(is_dash);
    (!behind.contains(|c: char| c.is_ascii_digit())).then(|| format!("{}{behind}", &text[..at]))
}

/// A number with the sign in place of the words "per cent" or "percentage points"; `None` where they are not there, or name
/// the currency itself.
fn with_per_cent_sign(text: &str, own: &str) -> Option<String> {
    const WORDS: [&str; 14] = [
        "percent",
        "pct",
        "pp",
        "ppt",
        "ppts",
        "percentagepoint",
        "percentagepoints",
        "проц",
        "процент",
        "процента",
        "процентов",
        "пп",
        "процентныхпункта",
        "процентныхпунктов",
    ];
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let letters = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && *c != '.').flat_map(char::to_lowercase).collect()
    };
    let word = letters(&text[end..]);
    (WORDS.contains(&word.as_str()) && word != letters(own)).then(|| format!("{}%", &text[..end]))
}

/// Whether a text is no number at first sight: it begins with words that are no currency, or is a date.
fn is_wordy(text: &str, own: &str) -> bool {
    let dashes = text.bytes().filter(|byte| *byte == b'-').count();
    if dashes == 2 && text.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let lower = |text: &str| text.chars().next().map(char::to_lowercase).map(Iterator::collect::<String>);
    if !text.starts_with(char::is_alphabetic) || lower(text) == lower(own) {
        return false;
    }
    let before = text.find(|c: char| c.is_numeric() || "(-\u{2212}\u{2013}.,".contains(c)).unwrap_or(text.len());
    before == text.len() || before > MOST_BEFORE || Currency::named(text[..before].trim()).is_none()
}

/// Where the digits of a number end, with the marks between them.
fn end_of_digits(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if letter.is_ascii_digit() || goes_on && matches!(letter, '.' | ',' | '\'' | ' ') {
            end = at + 1;
        } else {
            break;
        }
    }
    end
}

/// A power of ten behind the digits ("·10²⁵", "E+06"), and what stands behind it.
fn power_of_ten(text: &str) -> Option<(i32, &str)> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let raised = |c: char| RAISED.chars().position(|known| known == c);
    if let Some(rest) = text.trim_start().strip_prefix(['\u{b7}', '\u{d7}', '*', '\u{22c5}']) {
        let rest = rest.trim_start().strip_prefix("10")?;
        let (negative, rest) = match rest.strip_prefix('\u{207b}') {
            Some(rest) => (true, rest),
            None => (false, rest.strip_prefix('^').unwrap_or(rest)),
        };
        let (negative, rest) = rest.strip_prefix('-').map_or((negative, rest), |rest| (true, rest));
        let end = rest.find(|c: char| raised(c).is_none() && !c.is_ascii_digit()).unwrap_or(rest.len());
        let digits: String = rest[..end]
            .chars()
            .filter_map(|c| raised(c).map_or(Some(c), |at| char::from_digit(at as u32, 10)))
            .collect();
        let power: i32 = digits.parse().ok().filter(|power| *power < 400)?;
        return Some((if negative { -power } else { power }, &rest[end..]));
    }
    let Some(rest) = text.strip_prefix(['e', 'E']) else { return Some((0, text)) };
    let digits = rest.trim_start_matches(['+', '-']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    if end == 0 {
        return Some((0, text));
    }
    let power: i32 = rest[..rest.len() - digits.len() + end].parse().ok().filter(|power: &i32| power.abs() < 400)?;
    Some((power, &digits[end..]))
}

/// The value of digits and marks times a power of ten, with a doubtful mark between thousands; and what the marks show.
fn values(digits: &str, power: i32, negative: bool) -> Option<(f64, Shows)> {
    let number = |whole: &str, fraction: &str| -> Option<f64> {
        let whole = ungrouped(whole)?;
        if whole.len() > 1 && whole.starts_with('0') && !fraction.is_empty() {
            return None;
        }
        let sign = if negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        format!("{sign}{whole}.{fraction}0e{power}").parse().ok().filter(|n: &f64| n.is_finite())
    };
    let count = |mark: char| digits.matches(mark).count();
    let (points, commas) = (count('.'), count(','));
    let Some(at) = digits.rfind(['.', ',']) else { return number(digits, "").map(|value| (value, Shows::Nothing)) };
    let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
    let mark = if digits[at..].starts_with('.') { '.' } else { ',' };
    let spaced = digits.contains([' ', '\'']);
    if points + commas > 1 && (points == 0 || commas == 0) {
        return number(digits, "").filter(|_| !spaced).map(|value| (value, Shows::Thousands(mark)));
    }
    if count(mark) > 1 || fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let certain = spaced || points + commas > 1 || fraction.len() != 3;
    if certain || whole.is_empty() || whole.len() > 3 || whole.starts_with('0') {
        return number(whole, fraction).map(|value| (value, Shows::Fraction(mark)));
    }
    number(digits, "").map(|value| (value, Shows::Doubt(mark)))
}

/// The digits of a whole number whose thousands one mark may part, as in "1 234 567" or the Indian "12,34,567".
fn ungrouped(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Some(whole.into()) };
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    let thousands = (1..=3).contains(&first.len()) && middle.iter().all(|group| group.len() == 3);
    let indian = mark == ',' && (1..=2).contains(&first.len()) && middle.iter().all(|group| group.len() == 2);
    let sound = digits && !first.starts_with('0') && last.len() == 3 && (thousands || indian);
    sound.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Lang = Lang::English;
    const RU: Lang = Lang::Russian;

    fn read(lang: Lang, own: &str, typed: &str) -> Option<f64> {
        Numeral::of(typed, own).map(|numeral| numeral.in_field(lang))
    }

    #[test]
    fn people_type_numbers_in_many_ways() {
        for (lang, typed, value) in [
            (EN, "1,234", 1_234.0),
            (RU, "1,234", 1.234),
            (EN, "0,869", 0.869),
            (EN, "1.5", 1.5),
            (RU, "1.5", 1.5),
            (EN, "1 234,50", 1_234.5),
            (RU, "12\u{a0}345,6 ₽", 12_345.6),
            (RU, "1\u{2009}234\u{202f}567", 1_234_567.0),
            (EN, "1\u{2019}234.5", 1_234.5),
            (EN, "12,34,567", 1_234_567.0),
            (EN, "₽75k", 75_000.0),
            (RU, "2,5 млн ₽", 2_500_000.0),
            (RU, "340 тыс. руб", 340_000.0),
            (RU, "12 т.р.", 12_000.0),
            (EN, "1,234,567.8", 1_234_567.8),
            (EN, "1.234.567", 1_234_567.0),
            (EN, "1.234,5", 1_234.5),
            (EN, "3.4%", 3.4),
            (EN, "3.4 percent", 3.4),
            (RU, "3,4 процента", 3.4),
            (RU, "0,2 п.п.", 0.2),
            (RU, "0,2\u{a0}п. п.", 0.2),
            (EN, "0.2 pp", 0.2),
            (EN, "2 percentage points", 2.0),
            (RU, "5 тыс. чел.", 5_000.0),
            (RU, "100 руб. 50 коп.", 100.5),
            (RU, "1 050 р. 5 к.", 1_050.05),
            (RU, "99 рублей 5 копеек", 99.05),
            (RU, "7 руб., 00 коп", 7.0),
            (EN, "$5 20 cents", 5.2),
            (EN, "5 dollars 20 cents", 5.2),
            (EN, "-3 zł 50 groszy", -3.5),
            (EN, "S/ 1,200.50", 1_200.5),
            (EN, "S/. 900", 900.0),
            (RU, "4 000 so\u{2bb}m", 4_000.0),
            (EN, "1,300 NIS", 1_300.0),
            (EN, "1.300.000\u{111}", 1_300_000.0),
            (EN, "1,000,000円", 1_000_000.0),
            (EN, "950 US dollars", 950.0),
            (EN, "300 Kč/měs.", 300.0),
            (EN, "$300/qtr", 300.0),
            (EN, "12 T€", 12_000.0),
            (EN, "5 TEUR", 5_000.0),
            (EN, "\u{2212}0.5", -0.5),
            (EN, "\u{2013}0.5", -0.5),
            (EN, "300-", -300.0),
            (EN, "CHF 500.\u{2013}", 500.0),
            (EN, "1\u{2019}500.--", 1_500.0),
            (RU, "500,\u{2014} €", 500.0),
            (EN, "€500,-", 500.0),
            (EN, "(300)", -300.0),
            (EN, "($1,200.50)", -1_200.5),
            (EN, "$(300)", -300.0),
            (EN, "(1.2) тыс. руб.", -1_200.0),
            (EN, "300- USD", -300.0),
            (EN, "-$5", -5.0),
            (EN, "$-5", -5.0),
            (EN, ".5", 0.5),
            (EN, "USD 12M", 12e6),
            (EN, "1300 KZT", 1_300.0),
            (EN, "1300KZT", 1_300.0),
            (EN, "KZT1300", 1_300.0),
            (EN, "1300K", 1_300_000.0),
            (EN, "5 kr", 5.0),
            (EN, "2 million", 2e6),
            (EN, "1.2bn", 1.2e9),
            (EN, "2.5 lakh", 250_000.0),
            (EN, "\u{20b9}1.2 crore", 12e6),
            (EN, "Rs. 1,234/-", 1_234.0),
            (EN, "(Rs 1,234)", -1_234.0),
            (EN, "1.2E+06", 1.2e6),
            (EN, "$1.52\u{b7}10\u{b2}\u{2075}", 1.52e25),
            (EN, "\u{ff11}\u{ff0c}\u{ff12}\u{ff13}\u{ff14}\u{ff0e}\u{ff15}", 1_234.5),
            (EN, "\u{ff0d}\u{ff15}\u{ff05}", -5.0),
            (EN, "'-5", -5.0),
            (EN, "05", 5.0),
        ] {
            assert_eq!(read(lang, "", typed), Some(value), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for odd in [
            "",
            "-",
            "%",
            "abc",
            "1.2.3,4,5",
            "12 apples and 3",
            "1e9x9",
            "--5",
            "-5-",
            "(-5)",
            "((5))",
            "\u{221e}",
            "5.",
            "5 elephants",
            "1o0",
            "1000 869",
            "12 34",
            "1,23,4",
            "01.2024",
            "2024-01",
            "12-19",
            "~5",
            "<1%",
            "5%%",
            "5+",
            "100 руб. 50 шт.",
            "100 50 коп.",
            "100 руб. 500 коп.",
            "5 km 20 cents",
            "5 all",
            "USD 5 EUR",
            "NaN",
            "5,-3",
            "5% k",
        ] {
            assert_eq!(read(EN, "", odd), None, "{odd}");
        }
    }

    #[test]
    fn the_own_currency_is_taken_off_first() {
        for (own, typed, value) in [
            ("у. е.", "1,5 млн у.\u{a0}е.", 1.5e6),
            ("K", "K\u{a0}1.3k", 1_300.0),
            ("K", "1300 K", 1_300.0),
            ("K", "1300K", 1_300_000.0),
            ("тыс. ₽", "5 тыс. тыс. ₽", 5_000.0),
            ("KZT", "1300 kzt", 1_300.0),
            ("bananas", "12 Bananas", 12.0),
            ("P p", "\u{2212}534,36 P p", -534.36),
            ("n", "5 mln", 5e6),
            ("$", "5 EUR", 5.0),
        ] {
            assert_eq!(read(RU, own, typed), Some(value), "{typed} in {own}");
        }
        assert_eq!(read(EN, "$", "$5 €"), None);
        assert_eq!(read(EN, "k", "5 kr k"), None, "two currencies");
    }
}
