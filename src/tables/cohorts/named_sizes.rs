//! Sizes that stand in the names of cohorts: "Jan 2025 (n = 120)".

use crate::i18n::amounts::{Kind, Numeral};
use crate::tables::fold;
use crate::tables::matrix::{Matrix, Value};
use crate::tables::vocabulary::sum_called;

/// Takes sizes out of the names, where each cohort has one there, nothing else says any, and all numbers are shares.
pub(super) fn taken(matrix: &mut Matrix) {
    let is_sum = |name: &str| sum_called(&fold::key(name)).is_some();
    let rows = || matrix.rows.iter().filter(|row| !is_sum(&row.strip.name));
    let are_shares = rows().all(|row| {
        row.size == Value::Blank && row.values.iter().all(|value| !matches!(value, Value::Number(_) | Value::Wrong))
    });
    if !are_shares || rows().count() == 0 || rows().any(|row| size(&row.strip.name).is_none()) {
        return;
    }
    for row in &mut matrix.rows {
        if let Some((name, size)) = size(&row.strip.name) {
            (row.strip.name, row.size) = (name, Value::Number(size));
        }
    }
}

/// A name without the size in brackets behind it, and the size. A year is none.
fn size(name: &str) -> Option<(String, f64)> {
    let (bare, inner) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let digits = inner.trim_start_matches(['n', 'N', ' ', '=', ':', '\u{a0}']);
    let numeral = Numeral::of(digits, "").filter(|numeral| numeral.kind == Kind::Plain)?;
    let size = numeral.value(false);
    let is_year = digits == inner && (1980.0..=2100.0).contains(&size);
    let bare = bare.trim_end();
    (!bare.is_empty() && !is_year && size > 0.0 && size.fract() == 0.0).then(|| (bare.to_owned(), size))
}
