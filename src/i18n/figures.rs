//! Numbers and dates as each language writes them.

use chrono::{Datelike, NaiveDate};

use super::{Lang, Words};
use crate::model::quantity::Level;

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A level with its sign: "+1.5", "0", "−2"; the minus is a true one, the decimal mark the language's.
pub fn level(lang: Lang, level: Level) -> String {
    halves(lang, level.halves())
}

/// Half steps as a number with its sign, such as the gap between two levels.
pub fn halves(lang: Lang, halves: i8) -> String {
    let sign = match halves {
        0 => String::new(),
        halves if halves < 0 => MINUS.to_string(),
        _ => "+".into(),
    };
    let halves = halves.unsigned_abs();
    let half = if halves % 2 == 1 { ".5" } else { "" };
    sign + &lang.marked(&format!("{}{half}", halves / 2))
}

/// A day of any year: "14 Oct", "14 окт".
pub fn day(lang: Lang, day: NaiveDate) -> String {
    format!("{}{NO_BREAK}{}", day.day(), lang.customs().months[day.month0() as usize])
}

/// A day with its year: "14 Oct 2025", "14 окт 2025".
pub fn date(lang: Lang, then: NaiveDate) -> String {
    format!("{}{NO_BREAK}{}", day(lang, then), then.year())
}

/// A day seen from `today`: "Today", "Yesterday", "14 Oct", "14 Oct 2025".
pub fn day_near(lang: Lang, words: &Words, then: NaiveDate, today: NaiveDate) -> String {
    match (today - then).num_days() {
        0 => words.today.into(),
        1 => words.yesterday.into(),
        _ => day_from(lang, then, today),
    }
}

/// A day with its year where that is not the year of `today`: "14 Oct", "14 Oct 2027".
pub fn day_from(lang: Lang, then: NaiveDate, today: NaiveDate) -> String {
    if then.year() == today.year() { day(lang, then) } else { date(lang, then) }
}

/// An amount of storage: "12 KB", "1.4 MB", "12 КБ".
pub fn bytes(lang: Lang, bytes: usize) -> String {
    let kilo = bytes as f64 / 1024.0;
    let [thousand, million] = lang.customs().bytes;
    let (number, unit) = if kilo < 1000.0 {
        (format!("{:.0}", kilo.ceil()), thousand)
    } else {
        (format!("{:.1}", (kilo / 102.4).round() / 10.0), million)
    };
    format!("{}{NO_BREAK}{unit}", lang.marked(&number))
}

/// A share of one as whole per cents: "38%", "38 %"; less than one per cent says so.
pub fn share(lang: Lang, share: f64) -> String {
    let number = match share * 100.0 {
        percent if percent > 0.0 && percent < 1.0 => "<1".into(),
        percent => format!("{:.0}", percent.round()),
    };
    number + lang.customs().per_cent
}

/// What a project holds, each count with its noun: maps and cards, and what there is of interviews and scenarios. Without a map these
/// alone.
pub(in crate::i18n) fn listed(counts: [usize; 4], noun: impl Fn(usize, usize) -> String) -> String {
    let has_maps = counts[..2] != [0, 0] || counts[2..] == [0, 0];
    let shown = |at: &usize| if *at < 2 { has_maps } else { counts[*at] > 0 };
    let parts = (0..counts.len()).filter(shown).map(|at| format!("{}{NO_BREAK}{}", counts[at], noun(at, counts[at])));
    parts.collect::<Vec<_>>().join(" \u{b7} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_true_minus_and_the_languages_mark() {
        assert_eq!(level(Lang::English, Level::nearest(-1.5)), "\u{2212}1.5");
        assert_eq!(level(Lang::Russian, Level::nearest(0.5)), "+0,5");
        assert_eq!(level(Lang::Russian, Level::nearest(0.0)), "0");
        assert_eq!(level(Lang::English, Level::nearest(2.0)), "+2");
    }

    #[test]
    fn days_are_near_or_dated() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        let today = date(2026, 11, 21);
        let words = Lang::Russian.words();
        assert_eq!(day_near(Lang::Russian, words, today, today), "Сегодня");
        assert_eq!(day_near(Lang::Russian, words, date(2026, 10, 14), today), "14\u{a0}окт");
        assert_eq!(day_near(Lang::English, words, date(2025, 10, 14), today), "14\u{a0}Oct\u{a0}2025");
        assert_eq!(day_from(Lang::English, date(2026, 11, 20), today), "20\u{a0}Nov");
        assert_eq!(day_from(Lang::English, date(2027, 5, 12), today), "12\u{a0}May\u{a0}2027");
    }

    #[test]
    fn sizes_and_shares() {
        assert_eq!(bytes(Lang::English, 100), "1\u{a0}KB");
        assert_eq!(bytes(Lang::Russian, 1_500_000), "1,4\u{a0}МБ");
        assert_eq!(share(Lang::Russian, 0.384), "38\u{a0}%");
        assert_eq!(share(Lang::English, 0.004), "<1%");
        assert_eq!(share(Lang::English, 0.0), "0%");
    }
}
