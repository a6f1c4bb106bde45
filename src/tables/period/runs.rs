//! Which way names of periods run, and days that spreadsheets wrote as numbers.

use chrono::{Days, NaiveDate};

use super::{Period, SERIALS};
use crate::arrange::Arrange;
use crate::tables::vocabulary::AgeUnit;

/// Which way names of periods run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The oldest first.
    Rising,
    /// The newest first.
    Falling,
}

/// Days as their months, where no two are of one month; other periods as they are.
pub fn months_of(periods: &[Period]) -> Vec<Period> {
    let months: Vec<Period> = periods.iter().map(|period| period.month()).collect();
    let mut ordinals: Vec<i64> = months.iter().map(|month| month.ordinal()).collect();
    ordinals.arrange();
    let differ = ordinals.windows(2).all(|pair| pair[0] != pair[1]);
    if differ { months } else { periods.to_vec() }
}

/// Which way periods of one kind run without turning; `None` where they do not. Months without a year may pass December.
pub fn run(periods: &[Period]) -> Option<Run> {
    let pairs = || periods.windows(2);
    if periods.len() < 2 || !pairs().all(|pair| pair[0].is_like(pair[1])) {
        return None;
    }
    if periods.iter().all(|period| matches!(period, Period::MonthOnly(_))) {
        let by = |step: i64| pairs().all(|pair| (pair[1].ordinal() - pair[0].ordinal()).rem_euclid(12) == step);
        return if by(1) { Some(Run::Rising) } else { by(11).then_some(Run::Falling) };
    }
    if let Some(run) = over_the_year(periods) {
        return Some(run);
    }
    let rises = pairs().all(|pair| pair[0].ordinal() < pair[1].ordinal());
    // Those that come anew each year may as well have passed its end.
    let recurs = || periods.iter().all(|period| period.recurs());
    let falls = pairs().all(|pair| pair[0].ordinal() > pair[1].ordinal()) && !recurs();
    if rises { Some(Run::Rising) } else { falls.then_some(Run::Falling) }
}

/// Which way quarters or weeks of years that are not said run, where each follows the one before, be it over the end of a year.
fn over_the_year(periods: &[Period]) -> Option<Run> {
    let (step, most) = match periods[0] {
        Period::Age(Some(AgeUnit::Quarter), _) => (AgeUnit::Quarter, 4),
        Period::Age(Some(AgeUnit::Week), _) => (AgeUnit::Week, 53),
        _ => return None,
    };
    let number = |period: &Period| match *period {
        Period::Age(Some(own), n) if own == step && (1..=most).contains(&n) => Some(n),
        _ => None,
    };
    let numbers: Vec<u32> = periods.iter().map(number).collect::<Option<_>>()?;
    // A year has 52 weeks or 53.
    let ends = |n: u32| n == most || step == AgeUnit::Week && n + 1 == most;
    let follows = |one: u32, next: u32| next == one + 1 || next == 1 && ends(one);
    if numbers.windows(2).all(|pair| follows(pair[0], pair[1])) {
        return Some(Run::Rising);
    }
    numbers.windows(2).all(|pair| follows(pair[1], pair[0])).then_some(Run::Falling)
}
/// Days that a spreadsheet wrote as numbers, if all numbers are such and follow each other by weeks, months, quarters or
/// years.
pub fn serial_days(numbers: &[f64]) -> Option<Vec<Period>> {
    let whole = |n: &f64| if n.fract() == 0.0 && *n >= 0.0 { Some(*n as u64) } else { None };
    let days: Vec<u64> = numbers.iter().map(whole).collect::<Option<_>>()?;
    let regular = |by: u64| matches!(by, 7 | 28..=31 | 90..=92 | 365 | 366);
    let sound = days.len() > 1
        && days.iter().all(|day| SERIALS.contains(day))
        && days.windows(2).all(|pair| regular(pair[0].abs_diff(pair[1])));
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = |n: u64| start.checked_add_days(Days::new(n)).map(Period::Day);
    if sound { days.into_iter().map(day).collect() } else { None }
}
