//! The rhythm of interviewing: how many a week, and whether hirers and leavers are in balance.

use chrono::{Datelike, Days, NaiveDate};

use super::kinds::Outcome;

/// The most weeks that are listed.
const MOST_WEEKS: u32 = 520;

/// Interviews by week, from that of the first to that of `today`: the Monday of each week and the count, weeks without any
/// too. Interviews after today are not counted; of more than ten years only the last ten.
pub fn by_week(days: &[NaiveDate], today: NaiveDate) -> Vec<(NaiveDate, usize)> {
    let monday = |day: NaiveDate| day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())));
    let held = days.iter().filter(|day| **day <= today).filter_map(|day| monday(*day));
    let (Some(first), Some(last)) = (held.clone().min(), monday(today)) else { return Vec::new() };
    let weeks = u32::try_from((last - first).num_weeks()).unwrap_or(0).min(MOST_WEEKS - 1);
    let mut counts = vec![0; weeks as usize + 1];
    for day in held {
        if let Ok(at) = usize::try_from(i64::from(weeks) - (last - day).num_weeks()) {
            counts[at] += 1;
        }
    }
    let week = |at: usize| last.checked_sub_days(Days::new(7 * (u64::from(weeks) - at as u64)));
    counts.iter().enumerate().filter_map(|(at, count)| Some((week(at)?, *count))).collect()
}

/// How many weeks in a row had an interview, up to today's; this week need not have one yet.
pub fn streak(weeks: &[(NaiveDate, usize)]) -> usize {
    let done = match weeks {
        [before @ .., (_, 0)] => before,
        all => all,
    };
    done.iter().rev().take_while(|(_, count)| *count > 0).count()
}

/// Interviews with people who came and with people who went: the same number of each shows both sides of a switch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// With people who hired the product.
    pub hirers: usize,
    /// With people who left it.
    pub leavers: usize,
    /// With people who stayed or renewed.
    pub others: usize,
    /// With people of whom nobody has said what they did.
    pub open: usize,
}

/// How the two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideBalance {
    /// Nobody of either side was interviewed.
    Nobody,
    /// As many of each.
    Even,
    /// This side is behind.
    Behind(Outcome),
}

impl Sides {
    /// Counts interviews.
    pub fn of(outcomes: impl IntoIterator<Item = Option<Outcome>>) -> Self {
        outcomes.into_iter().fold(Sides::default(), |mut sides, outcome| {
            match outcome {
                Some(Outcome::Hired) => sides.hirers += 1,
                Some(Outcome::Left) => sides.leavers += 1,
                Some(Outcome::Stayed | Outcome::Renewed) => sides.others += 1,
                None => sides.open += 1,
            }
            sides
        })
    }

    /// The side that is behind; `None` when both are even.
    pub fn behind(self) -> Option<Outcome> {
        match self.hirers.cmp(&self.leavers) {
            std::cmp::Ordering::Less => Some(Outcome::Hired),
            std::cmp::Ordering::Greater => Some(Outcome::Left),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// How the sides stand to each other; where there is nobody, nothing is even.
    pub fn side_balance(self) -> SideBalance {
        match self.behind() {
            Some(side) => SideBalance::Behind(side),
            None if self.hirers == 0 => SideBalance::Nobody,
            None => SideBalance::Even,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    #[test]
    fn weeks_begin_on_monday_and_none_is_left_out() {
        // 4 and 10 May 2026 are the Monday and the Sunday of one week.
        let weeks = by_week(&[day(5, 10), day(5, 4), day(5, 26), day(6, 30)], day(5, 31));
        assert_eq!(weeks, [(day(5, 4), 2), (day(5, 11), 0), (day(5, 18), 0), (day(5, 25), 1)]);
        assert_eq!(by_week(&[], day(5, 31)), []);
        assert_eq!(streak(&weeks), 1);
        assert_eq!(streak(&[(day(5, 4), 1), (day(5, 11), 2), (day(5, 18), 0)]), 2, "this week may still come");
        let ages = by_week(&[NaiveDate::MIN, NaiveDate::default(), day(5, 4)], day(5, 4));
        assert_eq!((ages.len(), ages.last().copied()), (520, Some((day(5, 4), 1))));
    }

    #[test]
    fn the_side_with_fewer_interviews_is_behind() {
        let behind = |outcomes: &[Outcome]| Sides::of(outcomes.iter().copied().map(Some)).behind();
        assert_eq!(behind(&[Outcome::Hired, Outcome::Hired, Outcome::Left, Outcome::Stayed]), Some(Outcome::Left));
        assert_eq!(behind(&[Outcome::Left]), Some(Outcome::Hired));
        assert_eq!(behind(&[]), None);
        let side_balance = |outcomes: &[Outcome]| Sides::of(outcomes.iter().copied().map(Some)).side_balance();
        assert_eq!(side_balance(&[Outcome::Left]), SideBalance::Behind(Outcome::Hired));
        assert_eq!(side_balance(&[Outcome::Left, Outcome::Hired]), SideBalance::Even);
        assert_eq!(
            [side_balance(&[]), side_balance(&[Outcome::Stayed])],
            [SideBalance::Nobody; 2],
            "nobody is in balance"
        );
        let sides = Sides::of([None, Some(Outcome::Left), None]);
        assert_eq!((sides.hirers, sides.leavers, sides.open), (0, 1, 2), "what nobody chose is on neither side");
    }
}
