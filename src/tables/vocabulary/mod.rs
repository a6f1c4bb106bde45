//! Words that headings and rows are known by, in both languages. They are compared as [`super::fold::key`] gives them.

mod blanks;
mod lost;
mod numbers;
mod rows;
mod sums;

pub use blanks::{is_broken, is_doubtful_blank, is_error, is_not_counted, is_not_yet, says_nothing};
pub use lost::{counts_lost, names_lost, says_kept, says_lost};
pub use numbers::{is_currency_heading, is_period_heading, is_size_heading, is_surely_size, is_value_heading};
pub use rows::{
    is_account_heading, is_called_by_account, is_cohort_heading, is_first_name, is_group_heading, is_last_name,
    is_middle_name, is_of_several, is_surely_account_heading, names_rows,
};
pub(super) use sums::begins_with;
pub use sums::{Sum, is_hardly_a_name, is_of_a_part, is_subtotal, is_surely_total, sum_called, sum_of_rows_called};

/// A length of time that ages are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

const STEPS: [(AgeUnit, &[&str]); 5] = [
    (AgeUnit::Day, &["day", "days", "d", "день", "дня", "дней", "дн", "д", "сутки", "суток"]),
    (AgeUnit::Week, &["week", "weeks", "wk", "w", "kw", "cw", "неделя", "недели", "недель", "нед", "неделю"]),
    (AgeUnit::Month, &["month", "months", "mo", "mon", "mth", "m", "месяц", "месяца", "месяцев", "мес", "м"]),
    (AgeUnit::Quarter, &["quarter", "quarters", "qtr", "q", "квартал", "квартала", "кварталов", "кв"]),
    (AgeUnit::Year, &["year", "years", "yr", "yrs", "y", "год", "года", "лет", "г"]),
];

/// The length of time that a word in lower case stands for.
pub fn step_called(word: &str) -> Option<AgeUnit> {
    STEPS.iter().find(|(_, words)| words.contains(&word)).map(|(step, _)| *step)
}
