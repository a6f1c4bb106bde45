//! Numbers, shares and money as each language writes them, and as people type them.

mod money;
mod peel;
mod per;
mod read;
pub mod units;

pub use money::{exact_money, money, money_before, money_format, money_range, moneys, short};
pub use per::period as per_period;
pub use read::{Kind, Numeral, Shows};

use super::Lang;

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A number with at most `digits` digits behind the mark, none of them a zero at the end: "1,234.5", "1 234,5".
pub fn number(lang: Lang, value: f64, digits: usize) -> String {
    let text = fixed(value.abs(), digits);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    grouped(lang, value < 0.0, text)
}

/// Numbers that are read together, each with as many digits behind the mark as one of them needs, `digits` at most: "42.6" and
/// "44.0".
pub fn numbers<const N: usize>(lang: Lang, values: [f64; N], digits: usize) -> [String; N] {
    let needs = |value: f64| number(Lang::English, value, digits).split_once('.').map_or(0, |(_, rest)| rest.len());
    let digits = values.iter().map(|value| needs(*value)).max().unwrap_or_default();
    values.map(|value| grouped(lang, value < 0.0, &fixed(value.abs(), digits)))
}

/// A number with so many digits behind the mark. What lies in the middle of two, as it is read, goes away from zero: 5.25 and 1.15
/// are 5.3 and 1.2.
pub fn fixed(value: f64, digits: usize) -> String {
    format!("{:.digits$}", off_tie(value.to_string(), digits, value))
}

/// A number with so many digits behind the first one, as `{:e}` writes it; what lies in the middle goes away from zero.
fn leading(value: f64, digits: usize) -> String {
    let text = format!("{value:e}");
    let (digits_of_it, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let first = off_tie(digits_of_it.to_owned(), digits, digits_of_it.parse().unwrap_or(value));
    format!("{:.digits$e}", format!("{first}e{exponent}").parse().unwrap_or(value))
}

/// The same number, or one a trifle further from zero where its text ends in the middle of two with so many digits.
fn off_tie(text: String, digits: usize, value: f64) -> f64 {
    let is_tie = text.split_once('.').is_some_and(|(_, rest)| rest.len() == digits + 1 && rest.ends_with('5'));
    if is_tie { (text + "1").parse().unwrap_or(value) } else { value }
}

/// A number that is written plainly, in groups, with the marks of the language.
fn grouped(lang: Lang, is_negative: bool, text: &str) -> String {
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let customs = lang.customs();
    let mut written = String::new();
    if is_negative && text.contains(|digit: char| digit != '0' && digit != '.') {
        written.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left.is_multiple_of(3) && whole.len() >= customs.parted_from {
            written.push(customs.thousands);
        }
        written.push(digit);
    }
    if let Some(rest) = rest {
        written.push(customs.decimal);
        written += rest;
    }
    written
}

/// From here on a number may show more digits than [`plain`] keeps.
const MANY_DIGITS: f64 = 1e12;

/// The number without what sums leave behind its fifteenth digit, so that the same bound is rounded the same way however it was
/// come to: 85,500 less a tenth is 76,950, and no trifle less.
fn plain(value: f64) -> f64 {
    if value.abs() < MANY_DIGITS { format!("{value:.14e}").parse().unwrap_or(value) } else { value }
}

/// A number with its sign, a zero without one: "+15", "−6".
pub fn signed(text: &str, value: f64) -> String {
    if value > 0.0 { format!("+{text}") } else { text.into() }
}

/// A share of one in per cent: "38.5%", "38,5 %".
pub fn per_cent(lang: Lang, share: f64, digits: usize) -> String {
    number(lang, plain(share * 100.0), digits) + lang.customs().per_cent
}

/// Digits behind the mark at most, where a number needs more than usual.
const MOST_DIGITS: usize = 12;

/// A number with `digits` behind the mark, or as many more as it takes not to read as nothing.
pub fn apart(lang: Lang, value: f64, digits: usize) -> String {
    number(lang, value, apart_digits(value, digits))
}

/// A number as it reads where [`apart`] writes it: from such numbers a reader counts a difference.
pub fn as_read(value: f64, digits: usize) -> f64 {
    fixed(value, apart_digits(value, digits)).parse().unwrap_or(value)
}

fn apart_digits(value: f64, digits: usize) -> usize {
    needed(value, digits, |text| text != 0.0 || value == 0.0)
}

/// A share in per cent with `digits` behind the mark, or as many more as it takes to read as neither nothing nor all.
pub fn per_cent_apart(lang: Lang, share: f64, digits: usize) -> String {
    let is_apart = |text: f64| (text != 0.0 || share == 0.0) && (text != 100.0 || share == 1.0);
    per_cent(lang, share, needed(share * 100.0, digits, is_apart))
}

/// The digits with which a number reads as it should; those that are usual where none do.
fn needed(value: f64, digits: usize, reads: impl Fn(f64) -> bool) -> usize {
    let written = |digits: usize| fixed(value, digits).parse().unwrap_or(value);
    (digits..=MOST_DIGITS).find(|digits| reads(written(*digits))).unwrap_or(digits)
}

/// A ratio of a hundred or more with three digits: it holds no more of them.
pub fn three_digits(value: f64) -> f64 {
    if value.abs() < 99.95 { value } else { leading(value, 2).parse().unwrap_or(value) }
}

/// How many times as much: three digits where it is large, and as many as it takes where it is small.
pub fn ratio(lang: Lang, value: f64) -> String {
    match value.abs() {
        size if size < 99.95 => apart(lang, value, 1),
        size if size < 1e6 => number(lang, three_digits(value), 0),
        _ => short(lang, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Lang = Lang::English;
    const RU: Lang = Lang::Russian;

    #[test]
    fn numbers_are_grouped_and_marked_as_the_language_does() {
        assert_eq!(number(EN, 1_234.5, 2), "1,234.5");
        assert_eq!(number(RU, 12_345.678, 2), "12\u{a0}345,68");
        assert_eq!(number(RU, 1_234.0, 2), "1234");
        assert_eq!(number(EN, -0.004, 2), "0");
        assert_eq!(number(EN, -7.0, 0), "\u{2212}7");
        assert_eq!(per_cent(EN, 0.0345, 1), "3.5%");
        assert_eq!(per_cent(RU, 0.81, 0), "81\u{a0}%");
    }

    #[test]
    fn what_is_read_together_has_the_same_digits_behind_the_mark() {
        assert_eq!(numbers(EN, [42.63, 43.96], 1), ["42.6", "44.0"]);
        assert_eq!(numbers(RU, [12_345.0, 12_346.0], 1), ["12\u{a0}345", "12\u{a0}346"]);
        assert_eq!(numbers(EN, [-0.04, 0.5], 1), ["0.0", "0.5"]);
        assert_eq!(moneys(EN, "$", [9_760.0, 10_040.0]), ["$9.8k", "$10.0k"]);
        assert_eq!(moneys(EN, "$", [260e3, 410e3]), ["$260k", "$410k"]);
        assert_eq!(moneys(RU, "₽", [-1.2e6, 3e6]), ["\u{2212}1,2\u{a0}млн\u{a0}₽", "3,0\u{a0}млн\u{a0}₽"]);
        assert_eq!(moneys(EN, "$", [-0.001, 2.5]), ["$0.00", "$2.50"]);
        assert_eq!(moneys(EN, "$", [900e3, 1.2e6]), ["$900k", "$1.2M"], "two scales");
    }

    #[test]
    fn what_lies_in_the_middle_goes_away_from_zero() {
        let one = [5.25, 56.25, 68.75, 1.15, 1.25, -5.25, 0.949_999, 0.95, 2.675].map(|value| number(EN, value, 1));
        assert_eq!(one, ["5.3", "56.3", "68.8", "1.2", "1.3", "\u{2212}5.3", "0.9", "1", "2.7"]);
        assert_eq!([0.5, 2.5, 0.499_999].map(|value| number(EN, value, 0)), ["1", "3", "0"]);
        assert_eq!(per_cent(EN, 0.0525, 1), "5.3%");
        assert_eq!(per_cent(RU, 0.125, 0), "13\u{a0}%");
        assert_eq!(money(EN, "$", 1_125.0), "$1.13k");
        assert_eq!(money(EN, "$", 2.675), "$2.68");
        assert_eq!(ratio(EN, 112.5), "113");
        assert_eq!(money(EN, "$", 1.125e25), "$1.13·10²⁵");
        assert_eq!(numbers(EN, [5.25, 1.0], 1), ["5.3", "1.0"]);
    }

    #[test]
    fn a_sum_beside_a_difference_does_not_contradict_it() {
        assert_eq!(money_before(RU, "₽", 220.56e6, 203.44e6), "203,4\u{a0}млн\u{a0}₽");
        assert_eq!(money_before(EN, "$", 221e6, 203e6), "$203M", "18 of both");
        assert_eq!(money_before(EN, "$", 1.312e6, 1.107e6), "$1.107M", "beside +$205k");
        assert_eq!(money_before(EN, "$", 110.2, -99.3), "\u{2212}\u{2060}$99.30", "cents as ever");
        assert_eq!(money_before(EN, "$", 5.0, 0.0), "$0");
    }

    #[test]
    fn what_is_something_does_not_read_as_nothing() {
        assert_eq!([0.4, 0.0, 1.4, 0.004].map(|value| apart(EN, value, 0)), ["0.4", "0", "1", "0.004"]);
        assert_eq!(apart(EN, 0.1 + 0.2 - 0.3, 0), "0", "a trifle of a sum");
        let shares = [0.000_001, 0.0, 1.0, 0.999_999, 0.03, 0.5].map(|share| per_cent_apart(EN, share, 1));
        assert_eq!(shares, ["0.0001%", "0%", "100%", "99.9999%", "3%", "50%"]);
    }

    #[test]
    fn ratios_have_as_many_digits_as_they_hold() {
        let written = [0.0, 0.04, 1.0, 3.12, 65.7, 512.4, 12_345.6, 1_170_005_753_368.2].map(|value| ratio(EN, value));
        assert_eq!(written, ["0", "0.04", "1", "3.1", "65.7", "512", "12,300", "1.17T"]);
        assert_eq!(ratio(RU, 12_345.6), "12\u{a0}300");
    }

    #[test]
    fn a_bound_is_rounded_the_same_way_however_it_was_come_to() {
        for bound in [76_950.0, 85_500.0 * 0.9, 85_500.0 * (1.0 - 0.1), 85_500.0 - 8_550.0, 76_949.999_999_999_99] {
            assert_eq!(money(RU, "₽", bound), "77\u{a0}тыс.\u{a0}₽", "{bound:?}");
        }
        assert_eq!(per_cent(EN, 0.285 - 0.3, 1), per_cent(EN, -0.015, 1));
    }

    #[test]
    fn money_is_read_at_a_glance() {
        assert_eq!(money(EN, "₽", 16_200_000.0), "₽16.2M");
        assert_eq!(money(RU, "₽", 16_200_000.0), "16,2\u{a0}млн\u{a0}₽");
        assert_eq!(money(EN, "USD", -340_000.0), "\u{2212}USD\u{a0}340k");
        assert_eq!(money(EN, "$", 999_600.0), "$1M");
        assert_eq!(money(EN, "$", 4.891), "$4.89");
        assert_eq!(money(EN, "$", -0.001), "$0");
        assert_eq!(money_range(EN, "₽", 12e6, 19e6), "₽12\u{2013}19M");
        assert_eq!(money_range(RU, "₽", 3.1e6, 5.94e6), "3,1\u{2013}5,94\u{a0}млн\u{a0}₽");
        assert_eq!(money_range(EN, "$", 7e3, 280e3), "$7k\u{2013}$280k", "not seven dollars");
        assert_eq!(money_range(EN, "$", 1e6, 1.6e6), "$1M\u{2013}$1.6M");
        assert_eq!(money_range(EN, "$", 900e3, 1.2e6), "$900k\u{2013}$1.2M");
        assert_eq!(money_range(EN, "$", 0.0, 280e3), "$0\u{2013}280k");
        assert_eq!(money_range(EN, "$", 7.0, 280.0), "$7\u{2013}280");
        assert_eq!(money_range(EN, "USD", 2e6, 4.4e6), "USD\u{a0}2M\u{2013}USD\u{a0}4.4M");
        assert_eq!(money_range(RU, "₽", 900e3, 1.2e6), "900\u{a0}тыс.\u{a0}₽ \u{2026} 1,2\u{a0}млн\u{a0}₽");
        assert_eq!(money_range(RU, "₽", 7e3, 280e3), "7\u{2013}280\u{a0}тыс.\u{a0}₽");
        assert_eq!(money_range(EN, "$", 5_001.0, 5_002.0), "$5k");
        assert_eq!(money_range(EN, "$", -2e3, 4e3), "\u{2212}\u{2060}$2k \u{2026} $4k");
        assert_eq!(money(EN, "$", 1.515e25), "$1.52·10²⁵");
        assert_eq!(money(RU, "₽", -3e15), "\u{2212}3·10¹⁵\u{a0}₽");
        assert_eq!(money_format(EN, "$", 0), "\"$\"#,##0");
        assert_eq!(money_format(EN, "USD", 2), "\"USD\u{a0}\"#,##0.00");
        assert_eq!(money_format(RU, "\"₽", 0), "#,##0\"\u{a0}₽\"");
        assert_eq!(exact_money(RU, "₽", 75_000.0), "75\u{a0}000\u{a0}₽");
    }

    #[test]
    fn money_with_cents_has_both_of_their_digits() {
        let exact = [89.9, 89.0, 89.004, 1_234.5, 0.05].map(|value| exact_money(EN, "$", value));
        assert_eq!(exact, ["$89.90", "$89", "$89", "$1,234.50", "$0.05"]);
        assert_eq!(exact_money(RU, "₽", 89.9), "89,90\u{a0}₽");
        let glance = [89.9, -2.5, 4.0, 250.6, 2_500.0].map(|value| money(EN, "$", value));
        assert_eq!(glance, ["$89.90", "\u{2212}\u{2060}$2.50", "$4", "$251", "$2.5k"]);
        assert_eq!(money_range(EN, "$", 2.5, 89.9), "$2.50\u{2013}89.90");
        assert_eq!(money_range(EN, "$", 2.0, 89.0), "$2\u{2013}89");
        assert_eq!(moneys(EN, "$", [2.5, 7.0]), ["$2.50", "$7.00"]);
        assert_eq!(short(EN, 2.5), "2.5", "a count has no cents");
    }
}
