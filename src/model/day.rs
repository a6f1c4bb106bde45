//! Days and moments as text: `2026-11-21`, `2026-11-21T23:40:02.073Z` (ISO 8601, always UTC).

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A moment, in milliseconds since the start of 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// Whole days from `earlier` to this moment; negative when this one is before it.
    pub fn days_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0) / DAY_MS
    }
}

/// A text that is no day or no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

impl fmt::Display for NotATime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no ISO 8601 date or time in UTC")
    }
}

/// The day that a text such as `2026-11-21` names.
///
/// # Errors
/// [`NotATime`] for anything else, impossible days among it.
pub fn parse_day(text: &str) -> Result<NaiveDate, NotATime> {
    let mut parts = text.splitn(3, '-').map(number);
    match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
        (Some(year), Some(month), Some(day)) if text.len() == 10 => {
            NaiveDate::from_ymd_opt(year as i32, month, day).ok_or(NotATime)
        }
        _ => Err(NotATime),
    }
}

/// The years of days that people type: what they mean is no further away.
pub const YEARS: RangeInclusive<i32> = 1970..=2199;

/// What stands in a field for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing.
    Nothing,
    /// A day.
    Day(NaiveDate),
    /// No day, or one of a year that nobody means, as "0052" while it is typed or afterwards.
    Refused,
}

impl Typed {
    /// What a field holds.
    pub fn of(text: &str) -> Self {
        match parse_day(text) {
            _ if text.is_empty() => Typed::Nothing,
            Ok(day) if YEARS.contains(&day.year()) => Typed::Day(day),
            _ => Typed::Refused,
        }
    }

    /// What it says, a day or none; `None` where it is not taken.
    pub fn taken(self) -> Option<Option<NaiveDate>> {
        match self {
            Typed::Nothing => Some(None),
            Typed::Day(day) => Some(Some(day)),
            Typed::Refused => None,
        }
    }
}

/// Whether the text of a day is read again: its year has four digits.
pub fn has_text(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

/// A day as text, such as `2026-11-21`.
pub fn day_text(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// A number of a date: up to four digits and nothing else.
pub(crate) fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, ms) = (self.0.div_euclid(DAY_MS), self.0.rem_euclid(DAY_MS));
        let epoch = NaiveDate::default();
        let day = i32::try_from(days)
            .ok()
            .and_then(|days| NaiveDate::from_num_days_from_ce_opt(epoch.num_days_from_ce() + days));
        let (h, m, s) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
        write!(f, "{}T{h:02}:{m:02}:{s:02}.{:03}Z", day_text(day.unwrap_or_default()), ms % 1000)
    }
}

impl FromStr for Moment {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (day, time) = text.strip_suffix('Z').and_then(|text| text.split_once('T')).ok_or(NotATime)?;
        let (time, ms) = time.split_once('.').unwrap_or((time, "0"));
        let mut parts = time.splitn(3, ':').map(number);
        let limited = |part: Option<Option<u32>>, limit| part.flatten().filter(|n| *n < limit).ok_or(NotATime);
        let (h, m, s) = (limited(parts.next(), 24)?, limited(parts.next(), 60)?, limited(parts.next(), 61)?);
        let ms = limited(Some(number(ms)), 1000)?;
        let days = i64::from(parse_day(day)?.num_days_from_ce() - NaiveDate::default().num_days_from_ce());
        Ok(Moment(days * DAY_MS + i64::from((h * 60 + m) * 60 + s) * 1000 + i64::from(ms)))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

/// A day as text.
pub(crate) mod whole {
    use super::{Deserialize, Deserializer, NaiveDate, Serializer, day_text, de, parse_day};

    pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&day_text(*day))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        parse_day(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// How a record writes a day that may be missing.
pub(crate) mod optional {
    use super::{Deserialize, Deserializer, NaiveDate, Serializer, day_text, de, parse_day};

    pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => to.serialize_str(&day_text(*day)),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|text| parse_day(&text).map_err(de::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_go_there_and_back() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "2026-11-21T23:40:02.073Z",
            "1969-12-31T23:59:59.999Z",
            "2024-02-29T12:00:00.000Z",
        ] {
            assert_eq!(text.parse::<Moment>().map(|moment| moment.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("2026-11-21T23:40:02Z".parse(), Ok(Moment(1_795_304_402_000)));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2026-11-21",
            "2026-13-01T00:00:00Z",
            "2026-11-21T25:00:00Z",
            "2026-11-21 10:00",
            "+026-11-21T10:00:00Z",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(NotATime), "{text}");
        }
        assert_eq!(parse_day("2026-02-30"), Err(NotATime));
        assert_eq!(parse_day("2026-2-3"), Err(NotATime));
        assert_eq!(parse_day("20261-2-03"), Err(NotATime));
    }

    #[test]
    fn a_typed_day_is_of_a_year_that_somebody_means() {
        let day = |year| NaiveDate::from_ymd_opt(year, 11, 27).expect("a day");
        for year in [1970, 2026, 2199] {
            assert_eq!(Typed::of(&day_text(day(year))), Typed::Day(day(year)));
        }
        for text in ["0052-11-27", "1969-11-27", "2200-11-27", "9999-11-27", "soon"] {
            assert_eq!((Typed::of(text), Typed::of(text).taken()), (Typed::Refused, None), "{text}");
        }
        assert_eq!(Typed::of("").taken(), Some(None));
    }
}
