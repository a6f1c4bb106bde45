//! On which day people talked, where a transcript says it above the words or before each message.

use chrono::{Datelike, NaiveDate};

use super::label::head;
use super::name::{is_about, key};
use crate::months::month_called;

/// Among so many lines the first day is looked for: what comes later was said.
const LINES: usize = 40;

/// The day of a talk: the first one that a message begins with, that is labelled as one, or that a line holds and nothing else but
/// a time. `None` also where the order of day and month is not known, and for days that are to come.
pub fn day_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    // One day past the twelfth tells the order of all.
    let first = |line: &str| parts(line).map(|(day, month, _)| (day, month));
    let slashed = || lines().filter_map(|line| first(line.trim_start_matches(['[', '\u{200e}'])));
    let month_first = match (slashed().any(|(one, _)| one > 12), slashed().any(|(_, two)| two > 12)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    let found = lines().take(LINES).find_map(|line| {
        let label = head(line, false).name.map(key).is_some_and(|name| name.split(' ').any(is_about));
        let text = if label { line.split_once(':').map_or(line, |(_, rest)| rest.trim()) } else { line };
        let text = text.trim_start_matches(['[', '(', '\u{200e}']);
        figures(text, month_first).or_else(|| words(text).filter(|_| label || is_alone(text)))
    });
    found.filter(|day| *day <= today && day.year() > 1990)
}

/// A day in figures at the beginning of a text: "2026-11-12", "12.11.2026", "12/11/26".
fn figures(text: &str, month_first: Option<bool>) -> Option<NaiveDate> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-')).unwrap_or(text.len());
    let written: Vec<&str> = text[..end].trim_end_matches(['.', '-']).split(['.', '/', '-']).collect();
    let all: Option<Vec<i32>> = written.iter().map(|part| part.parse().ok()).collect();
    let [one, two, three] = all?[..] else { return None };
    // "1.2.3" is a version.
    if !written.iter().any(|part| part.len() == 4) && written[2].len() != 2 {
        return None;
    }
    if one > 1990 {
        return on(one, two, three);
    }
    let year = if three < 100 { 2000 + three } else { three };
    let is_slashed = text[..end].contains('/');
    match month_first.filter(|_| is_slashed) {
        Some(true) => on(year, one, two),
        Some(false) => on(year, two, one),
        None if is_slashed && one != two => None,
        None => on(year, two, one),
    }
}

/// The first two numbers of a day with slashes.
fn parts(line: &str) -> Option<(i32, i32, &str)> {
    let (one, rest) = line.split_once('/')?;
    let (two, rest) = rest.split_once('/')?;
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some((one.parse().ok()?, two.parse().ok()?, rest))
}

/// A day in words at the beginning of a text: "September 3, 2026", "Thursday, 3 September 2026", "3 сентября 2026 г.".
fn words(text: &str) -> Option<NaiveDate> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || c == ',').map(|word| word.trim_end_matches('.')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).take(5).collect();
    let month = words.iter().position(|word| month_called(word).is_some())?;
    let number = |at: usize| words.get(at).and_then(|word| word.trim_end_matches(char::is_alphabetic).parse().ok());
    let before = month.checked_sub(1).and_then(number);
    let (day, year): (i32, i32) = match before {
        Some(day) => (day, number(month + 1)?),
        None => (number(month + 1)?, number(month + 2)?),
    };
    on(year, i32::try_from(month_called(words[month])?).ok()?, day)
}

/// Whether a line holds few words beside its day: a heading, and no sentence.
fn is_alone(text: &str) -> bool {
    text.split_whitespace().count() <= 7 && !text.ends_with(['!', '?', '\u{2026}'])
}

fn on(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        day_of(text, today).map(|day| day.to_string())
    }

    #[test]
    fn the_day_of_a_talk_is_found() {
        for text in [
            "Interview with Acme\nSeptember 3, 2026, 2:05PM\n31m 12s\n\nAnna 0:03\nHello.",
            "Date: 3 September 2026\nRole: CFO\n\nAnna: Hello.",
            "Дата: 03.09.2026\nРоль: директор\n\nАнна: Здравствуйте.",
            "Четверг, 3 сентября 2026 г.\n\nАнна: Здравствуйте.",
            "[03.09.2026, 14:02:11] Anna: Hello",
            "03.09.26, 14:02 - Anna: Hello",
            "2026-09-03 14:02 Anna: Hello",
            "[9/3/26, 2:02:11 PM] Anna: Hello\n[9/13/26, 2:03:11 PM] Boris: Yes",
            "[03/09/2026, 14:02:11] Anna: Hello\n[13/09/2026, 14:02:11] Boris: Yes",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-09-03"), "{text}");
        }
    }

    #[test]
    fn what_is_said_and_what_is_not_sure_is_no_day() {
        for text in [
            "[03/09/2026, 14:02:11] Anna: Hello",
            "Anna: We signed on 3 September 2026, I think, and left in May.",
            "Anna: 3.09.2026 was the day",
            "Date: 3 September 2027\n\nAnna: Hello.",
            "Anna 0:03\nHello. May I?",
            "1.2.3 of the app\n\nAnna: Hello.",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
