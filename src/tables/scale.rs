//! What numbers are counted in, where a title or a heading says so: "Revenue, тыс. ₽".

use std::collections::BTreeMap;

use super::choice::Choice;
use super::matrix::{Matrix, NumberRow, Value};
use super::money_words::{is_cents, is_sign};
use super::note::Note;
use super::place::Strip;
use super::question::About;
use super::reading::Log;
use super::row_units::RowUnits;
use crate::arrange::Arrange;
use crate::i18n::amounts::units::{self, Currency};

impl Matrix {
    /// Gives each number the zeros of its row, unless somebody chose those of all.
    pub fn scale_rows(&mut self, units: &RowUnits, log: &mut Log) {
        if log.choice(|choice| matches!(choice, Choice::Scale(Some(_))).then_some(())).is_some() {
            return;
        }
        let mut scaled: BTreeMap<i32, Vec<Strip>> = BTreeMap::new();
        for row in &mut self.rows {
            if let Some(zeros) = units.zeros(row.strip.at) {
                row.values.iter_mut().for_each(|value| multiply(value, zeros));
                scaled.entry(zeros).or_default().push(row.strip.clone());
            }
        }
        log.notes.extend(scaled.into_iter().map(|(zeros, rows)| Note::ScaleOf(zeros, rows)));
    }

    /// Multiplies the numbers by what titles and headings say that they are counted in. `whole` are the texts that speak of all
    /// numbers; the headings of columns and of sizes speak of their own. Where columns differ it is asked.
    pub fn scale(&mut self, whole: &[String], log: &mut Log) {
        let all = whole.iter().find_map(|text| Some((said(text)?, text.clone())));
        let zeros_of_all = all.as_ref().map(|(zeros, _)| *zeros);
        let heads = || self.columns.iter().map(|column| &column.head.text);
        let mut columns: Vec<Option<i32>> = heads().map(|text| said(text).or(zeros_of_all)).collect();
        let name = self.sizes.as_ref().map(|strip| strip.name.clone()).unwrap_or_default();
        let of_sizes = said(&name);
        // A start that repeats the size is counted in what the size is, and so is all that is left of it.
        let starts = |row: &NumberRow| row.values.first().and_then(|value| value.number()) == row.size.number();
        if of_sizes.is_some() && columns.iter().all(Option::is_none) && (self.paid || self.rows.iter().all(starts)) {
            columns.fill(of_sizes);
        }
        let mut sizes = of_sizes.or(zeros_of_all);

        let chosen = log.choice(|choice| if let Choice::Scale(zeros) = choice { Some(*zeros) } else { None });
        let mut kinds: Vec<Option<i32>> = columns.clone();
        kinds.arrange();
        kinds.dedup();
        // There is no part of a client.
        let parts = |row: &NumberRow| row.size.number().is_some_and(|size| size.fract() != 0.0);
        let doubt = sizes.is_none() && !self.paid && self.rows.iter().any(parts);
        let is_said = kinds.iter().any(Option::is_some);
        let in_cents = !is_said && self.is_of_a_program(log);
        if kinds.len() > 1 || chosen.is_some() || doubt || in_cents {
            let mut options = if in_cents { vec![Some(-2)] } else { Vec::new() };
            options.push(if is_said { None } else { Some(0) });
            options.extend(doubt.then_some([Some(3), Some(6)]).into_iter().flatten());
            options.extend(kinds.into_iter().chain([sizes, chosen.flatten(), Some(0)]).filter(Option::is_some));
            if let Choice::Scale(Some(zeros)) =
                log.ask(About::Table, options.into_iter().map(Choice::Scale).collect(), 0)
            {
                columns.fill(Some(zeros));
                sizes = Some(zeros);
            }
        }
        let text = match chosen.flatten() {
            Some(_) => String::new(),
            None if in_cents => String::new(),
            None => {
                all.map(|(_, text)| text).or_else(|| heads().find(|text| said(text).is_some()).cloned()).unwrap_or(name)
            }
        };
        self.note_scales(&columns, sizes, text, log);
        for row in &mut self.rows {
            multiply(&mut row.size, sizes.unwrap_or(0));
            row.values.iter_mut().zip(&columns).for_each(|(value, zeros)| multiply(value, zeros.unwrap_or(0)));
        }
    }

    /// Whether payments come as a program keeps them: times in seconds since 1970, and amounts in whole cents.
    fn is_of_a_program(&self, log: &Log) -> bool {
        let mut numbers = self.rows.iter().flat_map(|row| &row.values).filter_map(|value| value.number());
        let is_raw = log.notes.iter().any(|note| matches!(note, Note::UnixTimes(_)));
        self.is_list && self.is_money && is_raw && numbers.all(|number| number.fract() == 0.0)
    }

    /// Says what was multiplied: all numbers, as a text says, or the numbers of some columns.
    fn note_scales(&self, columns: &[Option<i32>], sizes: Option<i32>, text: String, log: &mut Log) {
        let sized = self.sizes.iter().map(|strip| (sizes, strip));
        let mut scaled: BTreeMap<i32, Vec<Strip>> = BTreeMap::new();
        for (zeros, strip) in columns.iter().copied().zip(self.columns.iter().map(|column| &column.strip)).chain(sized)
        {
            scaled.entry(zeros.unwrap_or(0)).or_default().push(strip.clone());
        }
        if scaled.len() == 1 {
            let zeros = scaled.into_keys().find(|zeros| *zeros != 0);
            log.notes.extend(zeros.map(|zeros| Note::Scale(zeros, text)));
            return;
        }
        let parts = scaled.into_iter().filter(|(zeros, _)| *zeros != 0);
        log.notes.extend(parts.map(|(zeros, strips)| Note::ScaleOf(zeros, strips)));
    }
}

/// The number with so many zeros more; a share has none.
fn multiply(value: &mut Value, zeros: i32) {
    if let Value::Number(number) = value
        && zeros != 0
    {
        // Through the text, so that 1.1 thousand is 1,100 and no neighbour of it.
        *number = format!("{number}e{zeros}").parse().unwrap_or(*number);
    }
}

/// The zeros that a title or a heading such as "Revenue, тыс. ₽" says.
fn said(text: &str) -> Option<i32> {
    let is_apart = |c: char| !c.is_alphanumeric() && c != '.' && !is_sign(c);
    let words: Vec<&str> = text.split(is_apart).filter(|word| !word.is_empty()).collect();
    let is_money = words.iter().any(|word| word.contains(is_sign) || Currency::named(word).is_some());
    // "Users (k)" and "MRR, k"
    let lower = text.trim_end().to_lowercase();
    let ends_in_thousands = ["(k)", ", k", "(к)", ", к"].iter().any(|end| lower.ends_with(end));
    let dated = words.iter().any(|word| is_pattern_of_date(word));
    let in_cents = is_of_cents(&words);
    let said = |(at, word): (usize, &str)| {
        let lower = word.to_lowercase();
        let bare = lower.trim_matches('.');
        let scaled = match bare.trim_matches(is_sign) {
            cents if in_cents && is_cents(cents) => Some(-2),
            "000" | "000s" | "thousands" | "thousand" | "т.р" => Some(3),
            _ if units::in_thousands(word).is_some() => Some(3),
            // Months and other words, unless money is spoken of.
            "mm" | "mn" | "kk" | "кк" | "tn" if !is_money || dated => None,
            // "тыс.руб" in one word.
            joined if joined.contains('.') => {
                joined.split('.').next().filter(|first| first.chars().count() > 2).and_then(units::scale)
            }
            // A letter alone scales with a sign of money: "$K".
            short if short.chars().count() == 1 => {
                let alone = ends_in_thousands && matches!(short, "k" | "к");
                // "K USD"
                let is_of_money =
                    || words.get(at + 1).is_some_and(|next| next.len() == 3 && Currency::named(next).is_some());
                units::scale(short).filter(|_| bare.contains(is_sign) || alone || is_of_money())
            }
            // "kEUR" in one word.
            long => units::scale(long).or_else(|| match units::behind(word) {
                Some((zeros @ 1.., Some(_))) => Some(zeros),
                _ => None,
            }),
        };
        // "3 million users" is a number and no unit; "2024, млн" a year, and "Jan-25, k$" a month.
        let is_number = |word: &str| word.len() != 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let counted = at > 0 && is_number(words[at - 1]) && !is_end_of_date(text, words[at - 1], word);
        // What is counted comes first, unless the scale is all that is said.
        scaled.filter(|_| {
            !counted && (at > 0 || (words.len() < 4 && (bare.chars().count() > 2 || bare.contains(is_sign))))
        })
    };
    words.iter().copied().enumerate().find_map(said)
}

/// Whether a number before a unit ends a date, or is set off from the unit: "Jan-25 k$", "01/25, тыс. ₽".
fn is_end_of_date(text: &str, number: &str, unit: &str) -> bool {
    let place = |text: &str| text.as_ptr() as usize;
    let (begin, unit) = (place(number) - place(text), place(unit) - place(text));
    let is_dated = text[..begin].ends_with(['-', '/', '.', '\'', '\u{2019}', '\u{2013}']);
    let between = &text[begin + number.len()..unit];
    // "1,000" is a number.
    let goes_on = matches!(between, "," | "." | "\'") && text[unit..].starts_with("000");
    !goes_on && (is_dated || between.contains([',', '(', '[', ';']))
}

/// Whether a text says that numbers are cents, and not that they have some: "Сумма, руб. коп.", "without cents".
fn is_of_cents(words: &[&str]) -> bool {
    const BESIDE: [&str; 12] =
        ["no", "without", "excl", "and", "dollars", "euros", "без", "и", "руб", "рубли", "рублях", "рублей"];
    let keys: Vec<String> = words.iter().map(|word| word.trim_matches('.').to_lowercase()).collect();
    keys.iter().any(|key| is_cents(key)) && !keys.iter().any(|key| BESIDE.contains(&key.as_str()))
}

/// Whether a word says how dates are written, or a part of it: "YYYY", "MM.YYYY", "ГГГГ".
fn is_pattern_of_date(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.split('.').any(|part| matches!(part, "yyyy" | "yy" | "dd" | "гггг" | "гг" | "дд"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_dates_are_no_scale() {
        for text in [
            "Cohort (YYYY-MM)",
            "Month (MM/YYYY)",
            "Date (DD/MM/YYYY)",
            "Month (MM.YYYY)",
            "Signup, DD.MM.YY",
            "Когорта (ГГГГ-ММ)",
            "Month MM",
            "Month (YYYY-MM), USD",
            "Country TN",
            "3 million users",
            "25 million users, paying",
            "Vitamin K EU",
            "Client",
            "Сумма, руб. коп.",
            "Сумма (руб., коп.)",
            "Revenue, without cents",
            "Revenue, dollars and cents",
            "50 Cent",
            "2025-01",
            "Survivors per 1,000",
            "10,000 users, active",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn scales_are_said_in_many_ways() {
        for (text, zeros) in [
            ("Revenue, $MM", 6),
            ("Revenue (USD mm)", 6),
            ("ARR, $k", 3),
            ("Выручка, тыс. ₽", 3),
            ("Выручка, тыс.руб.", 3),
            ("Выручка, т.р.", 3),
            ("2024, млн руб.", 6),
            ("Revenue ($000)", 3),
            ("GMV, £m", 6),
            ("Users (k)", 3),
            ("Клиенты, тыс.", 3),
            ("amount_cents", -2),
            ("Amount (cents)", -2),
            ("MRR by customer, in US cents", -2),
            ("Сумма, копейки", -2),
            ("Сумма, коп.", -2),
            ("Jan-25, k$", 3),
            ("Jan-25 [k€]", 3),
            ("Jan'25 k$", 3),
            ("Jan-25 K USD", 3),
            ("янв.-25, тыс. ₽", 3),
            ("01/25, млн ₽", 6),
            ("Umsatz in TEUR", 3),
            ("Umsatz 2023 (T€)", 3),
            ("Revenue, kEUR", 3),
            ("Umsatz in MEUR", 6),
        ] {
            assert_eq!(said(text), Some(zeros), "{text}");
        }
    }
}
