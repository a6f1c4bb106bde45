//! Columns of numbers among periods whose headings name none that is known: a month in a language that is not known here would be
//! lost, and with it what was paid in it.

use super::content::Content;
use super::fold;
use super::layout::Layout;
use super::measures;
use super::period::Period;
use super::phrases;
use super::vocabulary as words;
use crate::i18n::amounts::units;
use crate::months::month_in_a_table;

/// How many letters a short name of a month has at most.
const LONGEST: usize = 5;

/// Whether a column may be a period, and then whether that is likely: it stands between two of them, or is called by a word and
/// a year as they are.
pub(super) fn may_be_a_period(
    layout: &Layout,
    column: usize,
    names: Option<usize>,
    content: &[Content],
) -> Option<bool> {
    let own = content[column];
    let key = layout.head(column).key;
    let is_alone = (0..content.len()).filter(|other| layout.head(*other).key == key).count() == 1;
    if layout.heading == 0 || own.numbers <= own.words || !is_alone || is_known(&key) {
        return None;
    }
    let period = |at: usize| {
        let is_there = Some(at) != names && content[at].numbers > 0 && (own.shares == 0 || content[at].shares > 0);
        layout.head(at).period.filter(|period| is_there && period.is_calendar())
    };
    let worded = fold::words(&key).filter(|word| word.chars().all(char::is_alphabetic)).count();
    let is_year = |word: &str| Period::of(word, layout.order).is_some_and(|period| matches!(period, Period::Year(_)));
    let is_dated = worded == 1 && fold::words(&key).count() == 2 && fold::words(&key).any(is_year);
    let is_any = |is: fn(&Period) -> bool| (0..content.len()).filter_map(period).any(|period| is(&period));
    if is_dated && is_any(|period| matches!(period, Period::Month(..))) {
        return Some(key.chars().filter(|c| c.is_alphabetic()).count() <= LONGEST);
    }
    // "Des" is December beside other months, and a word of other languages by itself.
    if worded == 1 && month_in_a_table(&key, true).is_some() && is_any(|period| matches!(period, Period::MonthOnly(_)))
    {
        return Some(true);
    }
    let before = period(column.checked_sub(1)?)?;
    let behind = period(Some(column + 1).filter(|at| *at < content.len())?)?;
    let lacks_one = || before.is_like(behind) && before.ordinal().abs_diff(behind.ordinal()) == 2;
    (worded < 2).then(lacks_one)
}

/// Whether a heading stands over something else than a period, by its words.
fn is_known(key: &str) -> bool {
    let last = fold::words(key).next_back().unwrap_or_default();
    phrases::measures(key).is_some()
        || phrases::is_of_account(key)
        || phrases::is_of_each(key)
        || measures::called(key).is_some()
        || units::is_counted(last)
        || words::is_period_heading(key)
        || words::sum_called(key).is_some()
        || words::is_subtotal(key)
        || words::is_size_heading(key)
        || words::says_lost(key)
}
