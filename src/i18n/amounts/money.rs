//! Sums of money and large numbers, short where they are long.

use super::{MINUS, NO_BREAK, fixed, grouped, leading, number, numbers, plain};
use crate::i18n::Lang;

/// From where on each of the [scales](crate::i18n::Customs::scales) of short numbers holds, the largest first.
const SCALES: [f64; 4] = [1e12, 1e9, 1e6, 1e3];

/// The scale of a number and which of all it is, by its three leading digits: 999,600 is a million.
fn scale(value: f64) -> (f64, Option<usize>) {
    let found = SCALES.iter().enumerate().find(|(_, from)| value.abs() >= *from * 0.9995);
    found.map_or((1.0, None), |(at, from)| (*from, Some(at)))
}

/// Digits behind the mark that leave three leading ones.
fn digits(value: f64) -> usize {
    match value.abs() {
        value if value >= 99.95 => 0,
        value if value >= 9.995 => 1,
        _ => 2,
    }
}

/// A number short enough to be read at a glance, three digits long: "1.23M", "1,23 млн".
pub fn short(lang: Lang, value: f64) -> String {
    scaled(lang, value, scale(value), "")
}

/// Money, short: "₽16M", "16 млн ₽", "USD 16M".
pub fn money(lang: Lang, currency: &str, value: f64) -> String {
    scaled(lang, value, scale(value), currency)
}

/// Money to the last digit that matters: "₽75,000", "75 000 ₽", "$89.90".
pub fn exact_money(lang: Lang, currency: &str, value: f64) -> String {
    with_currency(lang, currency, value < 0.0, to_the_cent(lang, value))
}

/// Sums that are read together, all with cents where one of them has some.
fn cents_alike<const N: usize>(lang: Lang, values: [f64; N]) -> [String; N] {
    let digits = if values.iter().any(|value| to_the_cent(Lang::English, *value).contains('.')) { 2 } else { 0 };
    values.map(|value| grouped(lang, false, &fixed(value.abs(), digits)))
}

/// A sum that is whole, or has both digits of its cents: "89", "89.90".
fn to_the_cent(lang: Lang, value: f64) -> String {
    let text = fixed(value.abs(), 2);
    grouped(lang, false, text.strip_suffix(".00").unwrap_or(&text))
}

/// How a workbook shows money with `digits` behind the mark, as the codes of number formats have it: `"$"#,##0`. Marks and groups
/// follow the country of whoever opens it.
pub fn money_format(lang: Lang, currency: &str, digits: usize) -> String {
    let digits = match digits {
        0 => "#,##0".to_owned(),
        digits => format!("#,##0.{}", "0".repeat(digits)),
    };
    // A quotation mark would end the words of the format, and long ones are more than it may hold.
    let currency: String = currency.trim().chars().filter(|letter| *letter != '"').take(MOST_OF_CURRENCY).collect();
    match lang.customs().currency_first {
        _ if currency.is_empty() => digits,
        false => format!("{digits}\"{NO_BREAK}{currency}\""),
        true if currency.chars().any(char::is_alphabetic) => format!("\"{currency}{NO_BREAK}\"{digits}"),
        true => format!("\"{currency}\"{digits}"),
    }
}

/// So many letters of a currency stand in a format.
const MOST_OF_CURRENCY: usize = 20;

/// From where on no word names the scale any more: what rounds to 1,000 of the largest.
const NAMELESS: f64 = 0.9995e15;

/// A number as a power of ten: "1.52·10²⁵".
fn power(lang: Lang, value: f64) -> String {
    let written = leading(value.abs(), 2);
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let raised = exponent.bytes().filter(u8::is_ascii_digit);
    let raised: String = raised.map(|digit| RAISED[usize::from(digit - b'0')]).collect();
    format!("{}\u{b7}10{raised}", number(lang, digits.parse().unwrap_or(0.0), 2))
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn scaled(lang: Lang, value: f64, (by, name): (f64, Option<usize>), currency: &str) -> String {
    if value.abs() >= NAMELESS {
        return with_currency(lang, currency, value < 0.0, power(lang, value));
    }
    let value_there = plain(value / by);
    let text = match digits(value_there) {
        // Cents have two digits or none.
        1 | 2 if name.is_none() && !currency.is_empty() => to_the_cent(lang, value_there),
        digits => number(lang, value_there.abs(), digits),
    };
    let negative = value < 0.0 && text != "0";
    with_currency(lang, currency, negative, with_scale(lang, text, name))
}

fn with_scale(lang: Lang, text: String, scale: Option<usize>) -> String {
    text + scale.map_or("", |at| lang.customs().scales[at])
}

fn with_currency(lang: Lang, currency: &str, negative: bool, text: String) -> String {
    let minus = if negative { MINUS.to_string() } else { String::new() };
    match lang.customs().currency_first {
        _ if currency.is_empty() => minus + &text,
        false => format!("{minus}{text}{NO_BREAK}{currency}"),
        true if currency.chars().any(char::is_alphabetic) => format!("{minus}{currency}{NO_BREAK}{text}"),
        // A line may end between the two signs, which tears the minus from its sum.
        true if negative => format!("{minus}\u{2060}{currency}{text}"),
        true => format!("{currency}{text}"),
    }
}

/// Sums that are read together: of one scale they have as many digits behind the mark as one of them needs, and as the largest
/// shows: "$9.8k" and "$10.0k".
pub fn moneys<const N: usize>(lang: Lang, currency: &str, values: [f64; N]) -> [String; N] {
    let largest = values.into_iter().map(f64::abs).fold(0.0, f64::max);
    let (by, name) = scale(largest);
    if largest >= NAMELESS || values.iter().any(|value| scale(*value).0 != by) {
        return values.map(|value| money(lang, currency, value));
    }
    let there = values.map(|value| plain(value.abs() / by));
    let texts = match digits(largest / by) {
        1 | 2 if name.is_none() => cents_alike(lang, there),
        digits => numbers(lang, there, digits),
    };
    let is_negative = values.map(|value| value < 0.0);
    let mut at = 0;
    texts.map(|text| {
        let negative = is_negative[at] && text.contains(|digit: char| ('1'..='9').contains(&digit));
        at += 1;
        with_currency(lang, currency, negative, with_scale(lang, text, name))
    })
}

/// A sum that `now` stands beside with the difference of the two. Where the sums as they are read would come to another difference,
/// it has as many digits as that shows, where those are finer: "₽203.4M", not "₽203M", beside "₽221M" and "+₽17.1M".
pub fn money_before(lang: Lang, currency: &str, now: f64, before: f64) -> String {
    let read = |value: f64| (value / place(value)).round() * place(value);
    let by = now - before;
    let is_finer = place(by) < place(before);
    if !is_finer || before.abs() >= NAMELESS || short(lang, read(now) - read(before)) == short(lang, by) {
        return money(lang, currency, before);
    }
    let (scale, name) = scale(before);
    let digits = (scale / place(by)).log10().round().clamp(0.0, MOST_FOR_A_DIFFERENCE) as usize;
    let text = grouped(lang, false, &fixed(plain(before.abs() / scale), digits));
    with_currency(lang, currency, before < 0.0, with_scale(lang, text, name))
}

/// A sum shows no more digits behind the mark than these for the sake of a difference.
const MOST_FOR_A_DIFFERENCE: f64 = 3.0;

/// What the last digit of a short sum stands for.
fn place(value: f64) -> f64 {
    let (by, name) = scale(value);
    match digits(value / by) {
        1 | 2 if name.is_none() => 0.01,
        digits => by / 10.0_f64.powi(digits as i32),
    }
}

/// A range of money; scale and currency are said once where nobody can misread it: "₽12–19M", "12–19 млн ₽". Ends of unlike scales
/// have each their own, and so has a low end of one digit behind its currency, which reads as so many dollars: "$7k–$280k", "$2M–$4.4M".
pub fn money_range(lang: Lang, currency: &str, low: f64, high: f64) -> String {
    if low < 0.0 || high >= NAMELESS {
        let name = |value| money(lang, currency, value);
        return format!("{} \u{2026} {}", name(low), name(high));
    }
    let (by, name) = scale(high);
    let is_unlike = low > 0.0 && (scale(low).0 != by || lang.customs().currency_first && by > 1.0 && low / by < 9.5);
    if is_unlike {
        let [low, high] = [low, high].map(|value| money(lang, currency, value));
        let between = lang.customs().between;
        return if low == high { high } else { format!("{low}{between}{high}") };
    }
    let there = [low, high].map(|value| plain(value / by));
    let [low, high] = match digits(high / by) {
        1 | 2 if name.is_none() => cents_alike(lang, there),
        digits => there.map(|value| number(lang, value, digits)),
    };
    let text = if low == high { high } else { format!("{low}\u{2013}{high}") };
    with_currency(lang, currency, false, with_scale(lang, text, name))
}
