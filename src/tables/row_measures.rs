//! Several measures of each account or cohort below each other, named in a column of their own: revenue and seats, plan and fact.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::fold;
use super::layout::{Layout, Wanted};
use super::note::Why;
use super::phrases;
use super::vocabulary as words;

/// The rows of a layout that hold no revenue although other rows of their accounts do, or no clients of a cohort, and why they are
/// left out.
pub(super) fn without_revenue(layout: &Layout, columns: &Columns, wanted: Wanted) -> BTreeMap<usize, Why> {
    let Some(names) = columns.names else { return BTreeMap::new() };
    let measure = if wanted == Wanted::Accounts { measure } else { measure_of_cohorts };
    let view = &layout.view;
    let is_free = |column: &usize| *column != names && !columns.values.contains(column);
    let of = |column: usize| {
        let rows = layout.body().filter(|row| !view.text(*row, column).is_empty());
        rows.map(|row| Some((row, measure(&view.key(row, column))?))).collect::<Option<BTreeMap<_, _>>>()
    };
    // What brings revenue has one name: two would be added up.
    let has_both = |(column, rows): &(usize, BTreeMap<usize, Option<Why>>)| {
        let mut taken = rows.iter().filter(|(_, why)| why.is_none()).map(|(row, _)| view.key(*row, *column));
        taken.next().is_some_and(|first| taken.all(|key| key == first)) && rows.values().any(Option::is_some)
    };
    let found = (0..view.width().min(50)).filter(is_free).filter_map(|column| Some((column, of(column)?)));
    let Some((_, rows)) = found.into_iter().find(has_both) else { return BTreeMap::new() };
    rows.into_iter().filter_map(|(row, why)| Some((row, why?))).collect()
}

/// The same for cohorts: clients are counted, and neither what they paid nor who left is added to them.
fn measure_of_cohorts(key: &str) -> Option<Option<Why>> {
    let bare = fold::key(key.split([',', '(']).next().unwrap_or_default());
    if words::says_lost(&bare)
        || words::counts_lost(&bare)
        || phrases::is_paid(&bare)
        || phrases::measures(&bare) == Some(true)
    {
        return Some(Some(Why::Measure));
    }
    (words::is_size_heading(&bare) || words::says_kept(&bare)).then_some(None)
}

/// Why a row with this measure is left out, `Some(None)` where it is taken; `None` for words that measure nothing.
fn measure(key: &str) -> Option<Option<Why>> {
    let bare = fold::key(key.split([',', '(']).next().unwrap_or_default());
    if phrases::is_planned(&bare) {
        return Some(Some(Why::Unknown));
    }
    match phrases::measures(&bare) {
        Some(true) => Some(None),
        Some(false) => Some(Some(Why::Measure)),
        None => phrases::is_actual(&bare).then_some(None),
    }
}
