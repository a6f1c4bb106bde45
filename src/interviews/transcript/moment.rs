//! When a message was written, as chats and boards say it: "14 окт 2025 в 10:02", "Today at 10:02 AM", "3d ago".

use super::lists;
use super::time::{HOUR, clock_of_day};
use crate::months::month_called;

/// A moment. The time of its day is in milliseconds; `None`: not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    pub clock: Option<u32>,
    /// Whether a day is named, by its date or by how long ago it was.
    pub has_day: bool,
}

/// Words around a day and a time.
const AROUND: &str = "ago|назад|-|\u{2013}|\u{2014}|at|on|of|the|в|от|г|года|year|edited|изменено|ред|utc|gmt|мск|msk";
const DAYS: &str = "today|yesterday|now|just|сегодня|вчера|позавчера|сейчас|только|что|monday|tuesday|wednesday|thursday|friday|\
    saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|понедельник|вторник|среда|среду|четверг|пятница|пятницу|\
    суббота|субботу|воскресенье|пн|вт|ср|чт|пт|сб|вс";
/// The days that say which they are; a day of the week does beside a time.
const NAMED: &str = "today|yesterday|now|сегодня|вчера|позавчера|сейчас";
const UNITS: &str = "s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days|w|wk|week|weeks|mo|mos|month|\
    months|y|yr|year|years|an|a|с|сек|секунд|секунду|секунды|мин|минут|минуту|минуты|ч|час|часа|часов|д|дн|день|дня|дней|нед|\
    неделю|недели|недель|мес|месяц|месяца|месяцев|год|года|лет";

/// The moment that is all of a text.
pub(super) fn moment(text: &str) -> Option<Moment> {
    const LONGEST: usize = 60;
    if text.len() > 2 * LONGEST || !text.contains(|c: char| c.is_ascii_digit() || c.is_alphabetic()) {
        return None;
    }
    let lower = text.to_lowercase();
    // Without a number the name of a month says nothing, and looking for it costs most.
    let may_be_month = lower.contains(|c: char| c.is_ascii_digit());
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '\u{b7}' | '(' | ')' | '[' | ']');
    let words: Vec<&str> =
        lower.split(parts).map(|word| word.trim_end_matches('.')).filter(|w| !w.is_empty()).collect();
    let is_ago = words.iter().any(|word| matches!(*word, "ago" | "назад"));
    let (mut found, mut has_number, mut has_month) = (Moment { has_day: is_ago, ..Moment::default() }, false, false);
    let mut has_weekday = false;
    for word in words {
        if let Some(hours) = half(word) {
            // "10:02 PM"
            let clock = found.clock.filter(|clock| *clock < 13 * HOUR)?;
            found.clock = Some(clock % (12 * HOUR) + hours * HOUR);
        } else if let Some((clock, has_day)) = clock(word) {
            if found.clock.replace(clock).is_some() {
                return None;
            }
            found.has_day |= has_day;
        } else if is_date(word) {
            found.has_day = true;
        } else if may_be_month && month_called(word).is_some() {
            has_month = true;
        } else if lists(DAYS, word) {
            found.has_day |= lists(NAMED, word);
            has_weekday = true;
        } else if is_number(word) {
            has_number = true;
        } else {
            let is_around = lists(AROUND, word) || is_ago && is_count(word);
            is_around.then_some(())?;
        }
    }
    if has_number && !has_month && !is_ago {
        return None;
    }
    found.has_day |= has_month && has_number || has_weekday && found.clock.is_some();
    (found.has_day || found.clock.is_some()).then_some(found)
}

/// Whether a text is a day of the week, as it stands between messages.
pub(super) fn is_weekday(text: &str) -> bool {
    lists(DAYS, &text.to_lowercase()) && moment(&format!("{text} 0:00")).is_some_and(|moment| moment.has_day)
}

/// "pm", "p.m"
fn half(word: &str) -> Option<u32> {
    match word {
        "am" | "a.m" => Some(0),
        "pm" | "p.m" => Some(12),
        _ => None,
    }
}

/// "10:02", "10:02am", "2025-03-08T10:02:11Z", and whether a day is part of it.
fn clock(word: &str) -> Option<(u32, bool)> {
    let (day, time) =
        word.split_once('t').filter(|(day, _)| is_date(day)).map_or((None, word), |(day, time)| (Some(day), time));
    let time = if day.is_some() { time.split(['z', '+', '-']).next()? } else { time };
    let (figures, hours) =
        ["am", "pm"].into_iter().find_map(|end| Some((time.strip_suffix(end)?, half(end)))).unwrap_or((time, None));
    let clock = clock_of_day(figures)?;
    let clock = match hours {
        Some(_) if clock >= 13 * HOUR => return None,
        Some(hours) => clock % (12 * HOUR) + hours * HOUR,
        None => clock,
    };
    Some((clock, day.is_some()))
}

/// "08.03.2025", "2025-03-08", "3/8"
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '/', '-']).collect();
    let are_figures =
        parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit()));
    are_figures && (parts.len() == 3 || parts.len() == 2 && parts.iter().all(|part| part.len() < 3))
}

/// A day or a year: "14", "14th", "2025", "2025г".
fn is_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2 | 4) && matches!(&word[digits..], "" | "st" | "nd" | "rd" | "th" | "г")
}

/// How long ago: "3", "3d", "days".
fn is_count(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.is_empty() || lists(UNITS, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_in_their_forms() {
        let at = |text| moment(text).map(|moment| (moment.clock.map(|ms| ms / 60_000), moment.has_day));
        for text in [
            "14 окт 2025 в 10:02",
            "8 мар. 2025 г., 10:02",
            "Today at 10:02 AM",
            "Сегодня, в 10:02",
            "2025-03-08T10:02:11Z",
            "10:02 AM | March 8, 2025",
            "03/08/2025 10:02 AM",
            "Saturday, March 8th, 2025 at 10:02",
        ] {
            assert_eq!(
                at(text).map(|(clock, day)| (clock.map(|clock| clock % 720), day)),
                Some((Some(602), true)),
                "{text}"
            );
        }
        assert_eq!(at("10:02pm"), Some((Some(22 * 60 + 2), false)));
        for text in ["3d ago", "2 дня назад", "an hour ago", "5 ч. назад", "Mar 8", "yesterday"] {
            assert_eq!(at(text), Some((None, true)), "{text}");
        }
        for none in ["", "14", "March", "we met at 10:02", "10:02 and 10:03", "12 people", "at", "75:10"] {
            assert_eq!(at(none), None, "{none}");
        }
    }
}
