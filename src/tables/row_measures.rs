//! Several measures of each account below each other, named in a column of their own: revenue and seats, plan and fact.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::fold;
use super::layout::{Layout, Wanted};
use super::note::Why;
use super::phrases;

/// The rows of a layout that hold no revenue although other rows of their accounts do, and why they are left out.
pub(super) fn without_revenue(layout: &Layout, columns: &Columns, wanted: Wanted) -> BTreeMap<usize, Why> {
    let Some(names) = columns.names.filter(|_| wanted == Wanted::Accounts) else { return BTreeMap::new() };
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
