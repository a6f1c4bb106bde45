//! Days as people say them, in English and Russian.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::months::month_called;

/// What days of the week are called.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["mon", "monday", "пн", "понедельник", "понедельника"]),
    (Weekday::Tue, &["tue", "tues", "tuesday", "вт", "вторник", "вторника"]),
    (Weekday::Wed, &["wed", "wednesday", "ср", "среда", "среды", "среду"]),
    (Weekday::Thu, &["thu", "thur", "thurs", "thursday", "чт", "четверг", "четверга"]),
    (Weekday::Fri, &["fri", "friday", "пт", "пятница", "пятницы", "пятницу"]),
    (Weekday::Sat, &["sat", "saturday", "сб", "суббота", "субботы", "субботу"]),
    (Weekday::Sun, &["sun", "sunday", "вс", "воскресенье", "воскресенья"]),
];

/// The day with which a text begins, and how many bytes of the text say it: "2026-12-05", "5.12", "05.12.2026", "5 December",
/// "Dec 5, 2026", "5 декабря", "Friday", "пятницы", "tomorrow". A day without a year is the next one from `today` on, a day of
/// the week the next one after it.
pub fn read(text: &str, today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let words: Vec<(usize, &str)> = pieces(text).take(4).collect();
    let word = |at: usize| words.get(at).map(|(_, word)| word.to_lowercase());
    let end = |at: usize| words.get(at).map(|(end, _)| *end);
    let first = word(0)?;
    // "3.5 hours" are no day: a month of one digit has nothing behind it but a mark or a sign.
    let is_closed = || {
        let rest = text[end(0)?..].trim_start();
        Some(!text[..end(0)?].ends_with(words[0].1) || rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    };
    // "31.12.2026 г."
    let with_mark = |at: usize| {
        let is_mark = matches!(word(at + 1).as_deref(), Some("г" | "года" | "год"));
        end(if is_mark { at + 1 } else { at })
    };
    let figures = || in_figures(&first, today).filter(|_| !is_short(&first) || is_closed() == Some(true));
    if let Some(day) = figures().or_else(|| by_name(&first, today)) {
        let has_year = first.bytes().filter(|byte| !byte.is_ascii_digit()).count() == 2;
        return Some((if has_year { with_mark(0)? } else { end(0)? }, day));
    }
    let second = word(1)?;
    let (day, month) = match (month_called(&first), month_called(&second)) {
        // Nobody says "марта 3".
        (Some(month), None) if first.is_ascii() => (number(second.trim_end_matches(ordinal))?, month),
        (None, Some(month)) => (number(first.trim_end_matches(ordinal))?, month),
        _ => return None,
    };
    let year = word(2).and_then(|year| number(&year)).filter(|year| (1900..=2999).contains(year));
    match year {
        Some(year) => Some((with_mark(2)?, NaiveDate::from_ymd_opt(year as i32, month, day)?)),
        None => Some((end(1)?, coming(day, month, today)?)),
    }
}

/// The words of a text without the marks behind them, each with the byte at which it ends.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_whitespace().map(move |word| {
        let begin = at + text[at..].find(word).unwrap_or(0);
        at = begin + word.len();
        let bare = word.trim_end_matches([',', ';', '.']);
        (at, bare)
    })
}

fn ordinal(letter: char) -> bool {
    "stndrh-го".contains(letter)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether figures are a day and a month of one digit, as a decimal is written too.
fn is_short(word: &str) -> bool {
    word.split_once('.').is_some_and(|(_, month)| month.len() == 1)
}

/// "2026-12-05", "05.12.2026", "5.12.26", "5.12"
fn in_figures(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let numbers = |mark: char| word.split(mark).map(number).collect::<Option<Vec<u32>>>().unwrap_or_default();
    let whole = |year: u32, month, day| {
        NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1900..=2999).contains(&year))
    };
    if let [year, month, day] = numbers('-')[..] {
        return whole(year, month, day);
    }
    match numbers('/')[..] {
        [year, month, day] if year > 31 => return whole(year, month, day),
        // Which of the two is the month is known where only one can be.
        [day, month, year] if day > 12 || day == month => return whole(year, month, day),
        [month, day, year] if day > 12 => return whole(year, month, day),
        _ => (),
    }
    match numbers('.')[..] {
        [day, month] => coming(day, month, today),
        [day, month, year] => whole(if year < 100 { 2000 + year } else { year }, month, day),
        _ => None,
    }
}

fn by_name(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match word {
        "today" | "сегодня" => return Some(today),
        "tomorrow" | "завтра" => return today.checked_add_days(Days::new(1)),
        "послезавтра" => return today.checked_add_days(Days::new(2)),
        _ => (),
    }
    let (wanted, _) = WEEKDAYS.iter().find(|(_, names)| names.contains(&word))?;
    let ahead = wanted.days_since(today.weekday());
    today.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
}

/// The next such day from today on. The 29th of February may be years away.
fn coming(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..8).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day)).find(|found| *found >= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read on Thursday, 26 November 2026, and what is left of the text.
    fn day(text: &str) -> (String, &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
        match read(text, today) {
            Some((end, day)) => (day.to_string(), &text[end..]),
            None => (String::new(), text),
        }
    }

    #[test]
    fn days_are_read_as_people_say_them() {
        for (text, wanted) in [
            ("2026-12-05", "2026-12-05"),
            ("5.12", "2026-12-05"),
            ("05.12.2027", "2027-12-05"),
            ("1.2.27", "2027-02-01"),
            ("5 December", "2026-12-05"),
            ("Dec 5th, 2028", "2028-12-05"),
            ("May 12", "2027-05-12"),
            ("12 мая", "2027-05-12"),
            ("26 ноября", "2026-11-26"),
            ("25-го ноября", "2027-11-25"),
            ("Friday", "2026-11-27"),
            ("четверга", "2026-12-03"),
            ("tomorrow", "2026-11-27"),
            ("29.02", "2028-02-29"),
            ("1.3", "2027-03-01"),
            ("среды", "2026-12-02"),
            ("воскресенья", "2026-11-29"),
            ("пт", "2026-11-27"),
            ("31.12.2026 г.", "2026-12-31"),
            ("5 декабря 2027 года", "2027-12-05"),
            ("2026/12/05", "2026-12-05"),
            ("31/12/2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
        ] {
            assert_eq!(day(text), (wanted.to_string(), ""), "{text}");
        }
        assert_eq!(day("12 May, then call"), ("2027-05-12".into(), " then call"));
        assert_eq!(day("5.12. send it"), ("2026-12-05".into(), " send it"));
        assert_eq!(day("5.2, then"), ("2027-02-05".into(), " then"));
        assert_eq!(day("5.2 #board"), ("2027-02-05".into(), " #board"));
    }

    #[test]
    fn other_words_are_no_day() {
        for text in [
            "",
            "the end",
            "05/12/2026",
            "12/12",
            "5",
            "32.12",
            "30.02",
            "12 mayors",
            "12 of May",
            "99999999999 May",
            "1.2.3.4",
            "may",
            "+12345-01-01",
            "-0044-03-15",
            "четвёртого звонка",
            "средней цены",
            "money arrives",
            "satisfied",
            "3 decisions are made",
            "3.5 часов",
            "2.5 hours pass",
            "субботника",
            "5 марток",
            "марта 3 звонка",
            "sunset",
        ] {
            assert_eq!(day(text), (String::new(), text), "{text}");
        }
    }
}
