//! A day as people remember it: exact, about, or not at all.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::day::{day_text, parse_day};

/// When something happened. Written as `2025-03-14`, `~2025-03-14`, `~2025-03`, `~2025`, and as nothing where it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum When {
    /// Not known. No date is made up for it.
    #[default]
    Unknown,
    /// On this day.
    Day(NaiveDate),
    /// About this day.
    About(NaiveDate),
    /// In this month, given by its first day.
    Month(NaiveDate),
    /// In this year.
    Year(i32),
}

/// A text that is none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl When {
    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == When::Unknown
    }

    /// Whether it is known to the day.
    pub fn is_exact(self) -> bool {
        matches!(self, When::Day(_))
    }

    /// The first and the last day on which it may have been; a day that is about may be any of its fortnight.
    pub fn range(self) -> Option<(NaiveDate, NaiveDate)> {
        const AROUND: Days = Days::new(7);
        match self {
            When::Unknown => None,
            When::Day(day) => Some((day, day)),
            When::About(day) => Some((day.checked_sub_days(AROUND)?, day.checked_add_days(AROUND)?)),
            When::Month(day) => {
                let first = day.with_day(1)?;
                Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
            }
            When::Year(year) => Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)),
        }
    }

    /// The day in the middle of where it may have been: to draw it, not to say it.
    pub fn middle(self) -> Option<NaiveDate> {
        let (first, last) = self.range()?;
        first.checked_add_days(Days::new((last - first).num_days().unsigned_abs() / 2))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Unknown => Ok(()),
            When::Day(day) => f.write_str(&day_text(*day)),
            When::About(day) => write!(f, "~{}", day_text(*day)),
            When::Month(day) => write!(f, "~{:04}-{:02}", day.year(), day.month()),
            When::Year(year) => write!(f, "~{year:04}"),
        }
    }
}

impl FromStr for When {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        if text.is_empty() {
            return Ok(When::Unknown);
        }
        let Some(about) = text.strip_prefix('~') else { return parse_day(text).map(When::Day).map_err(|_| NotADate) };
        match about.len() {
            4 => parse_day(&format!("{about}-01-01")).map(|day| When::Year(day.year())),
            7 => parse_day(&format!("{about}-01")).map(When::Month),
            _ => parse_day(about).map(When::About),
        }
        .map_err(|_| NotADate)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(|NotADate| de::Error::custom("neither a day nor about one"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_there_and_back_as_they_are_known() {
        for text in ["", "2025-03-14", "~2025-03-14", "~2025-03", "~2025"] {
            assert_eq!(text.parse::<When>().map(|when| when.to_string()).as_deref(), Ok(text));
        }
        for text in ["~", "2025", "2025-03", "~2025-13", "~25", "spring", "~2025-02-30"] {
            assert_eq!(text.parse::<When>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn what_is_about_is_a_range() {
        let range = |text: &str| {
            let (first, last) = text.parse::<When>().expect("a date").range()?;
            Some((day_text(first), day_text(last)))
        };
        let days = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(range("~2024-02"), days("2024-02-01", "2024-02-29"));
        assert_eq!(range("~2025-12"), days("2025-12-01", "2025-12-31"));
        assert_eq!(range("~2025-03-14"), days("2025-03-07", "2025-03-21"));
        assert_eq!(range("~2025"), days("2025-01-01", "2025-12-31"));
        assert_eq!(range(""), None);
    }
}
