//! Days as people say them, in English and Russian.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::model::day::{YEARS, number};
use crate::months::month_called;

/// What days of the week are called.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["mon", "monday", "пн", "понедельник", "понедельника", "понедельнику"]),
    (Weekday::Tue, &["tue", "tues", "tuesday", "вт", "вторник", "вторника", "вторнику"]),
    (Weekday::Wed, &["wed", "wednesday", "ср", "среда", "среды", "среду", "среде"]),
    (Weekday::Thu, &["thu", "thur", "thurs", "thursday", "чт", "четверг", "четверга", "четвергу"]),
    (Weekday::Fri, &["fri", "friday", "пт", "пятница", "пятницы", "пятницу", "пятнице"]),
    (Weekday::Sat, &["sat", "saturday", "сб", "суббота", "субботы", "субботу", "субботе"]),
    (Weekday::Sun, &["sun", "sunday", "вс", "воскресенье", "воскресенья", "воскресенью"]),
];

/// The day with which a text begins, and how many bytes of the text say it: "2026-12-05", "5.12", "05.12.2026", "5 December",
/// "Dec 5, 2026", "5 декабря", "Friday", "пятницы", "tomorrow". A day without a year is the next one from `today` on, a day of
/// the week the next one after it.
pub fn read(text: &str, today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let words: Vec<(usize, &str)> = pieces(text).take(5).collect();
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
    if let Some((last, day)) = end_of(&(0..5).map_while(word).collect::<Vec<_>>(), today) {
        return Some((end(last)?, day));
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

/// The last day of what ends: "end of the month", "конца недели". Which of the words is the last that says it.
fn end_of(words: &[String], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let of = |day: &str| match day {
        "week" | "недели" => {
            today.checked_add_days(Days::new(u64::from(4 + 7 - today.weekday().num_days_from_monday()) % 7))
        }
        "month" | "месяца" => last_of_month(today),
        "quarter" | "квартала" => {
            last_of_month(today.checked_add_months(Months::new((2 - today.month0() % 3) % 3))?.with_day(1)?)
        }
        "year" | "года" => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        _ => None,
    };
    let is_filler = |word: &String| matches!(word.as_str(), "of" | "the" | "this" | "этого" | "этой");
    match words.first()?.as_str() {
        "eow" => Some((0, of("week")?)),
        "eom" => Some((0, of("month")?)),
        "the" => end_of(&words[1..], today).map(|(at, day)| (at + 1, day)),
        "end" | "конец" | "конца" | "концу" => {
            let at = 1 + words[1..].iter().take_while(|word| is_filler(word)).count();
            Some((at, of(words.get(at)?)?))
        }
        _ => None,
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// Whether a span of time may begin with a word.
pub fn begins_a_span(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "in" | "within" | "через")
}

/// The day after a span of time with which a text begins, and how many bytes of the text say it: "in 2 weeks", "in a month",
/// "через неделю", "через три дня".
pub fn from_today(text: &str, today: NaiveDate) -> Option<(usize, NaiveDate)> {
    const COUNTS: [&[&str]; 6] = [
        &["a", "an", "one", "один", "одну"],
        &["two", "два", "две", "пару"],
        &["three", "три"],
        &["four", "четыре"],
        &["five", "пять"],
        &["six", "шесть"],
    ];
    let words: Vec<(usize, &str)> = pieces(text).take(3).collect();
    let word = |at: usize| words.get(at).map(|(_, word)| word.to_lowercase());
    if !begins_a_span(&word(0)?) {
        return None;
    }
    let count = word(1)?;
    let known = COUNTS.iter().zip(1..).find(|(names, _)| names.contains(&count.as_str())).map(|(_, count)| count);
    // "через неделю" counts without a word.
    let (count, at) = match known.or_else(|| number(&count)) {
        Some(count) => (count, 2),
        None => (1, 1),
    };
    let day = match word(at)?.as_str() {
        "day" | "days" | "день" | "дня" | "дней" => today.checked_add_days(Days::new(u64::from(count))),
        "week" | "weeks" | "неделю" | "недели" | "недель" => {
            today.checked_add_days(Days::new(7 * u64::from(count)))
        }
        "month" | "months" | "месяц" | "месяца" | "месяцев" => {
            today.checked_add_months(Months::new(count))
        }
        "year" | "years" | "год" | "года" | "лет" => today.checked_add_months(Months::new(12 * count)),
        _ => None,
    }?;
    (day.year() <= 2999).then_some((words[at].0, day))
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

/// Whether figures are a day and a month of one digit, as a decimal is written too.
fn is_short(word: &str) -> bool {
    word.split_once('.').is_some_and(|(_, month)| month.len() == 1)
}

/// "2026-12-05", "05.12.2026", "5.12.26", "5.12"
fn in_figures(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let numbers = |mark: char| word.split(mark).map(number).collect::<Option<Vec<u32>>>().unwrap_or_default();
    let whole = |year: u32, month, day| {
        NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| YEARS.contains(&(year as i32)))
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
            ("пятнице", "2026-11-27"),
            ("the end of the month", "2026-11-30"),
            ("конца недели", "2026-11-27"),
            ("концу квартала", "2026-12-31"),
            ("end of year", "2026-12-31"),
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
    fn a_span_of_time_ends_on_a_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
        let day = |text: &str| from_today(text, today).map(|(end, day)| (day.to_string(), text[end..].to_owned()));
        for (text, wanted) in [
            ("in a week", "2026-12-03"),
            ("in 10 days", "2026-12-06"),
            ("Через неделю", "2026-12-03"),
            ("через три дня", "2026-11-29"),
            ("через 2 месяца", "2027-01-26"),
            ("within two weeks", "2026-12-10"),
        ] {
            assert_eq!(day(text), Some((wanted.into(), String::new())), "{text}");
        }
        assert_eq!(day("in a week, again"), Some(("2026-12-03".into(), " again".into())));
        for text in ["in line", "in 2 calls", "через раз", "", "in", "in 99999 years"] {
            assert_eq!(day(text), None, "{text}");
        }
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
