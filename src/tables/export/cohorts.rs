//! Cohorts as rows.

use super::Cell;
use crate::i18n::Lang;
use crate::i18n::tables::TableWords;
use crate::tables::cohorts::Cohorts;

/// Cohorts: a heading of ages, a cohort a row, numbers as numbers. That they are per cent stands in the heading.
pub fn cohorts(cohorts: &Cohorts, lang: Lang) -> Vec<Vec<Cell>> {
    let words = TableWords::of(lang);
    let corner = if cohorts.per_cent { words.cohort_per_cent } else { words.cohort };
    let age = |(at, age): (usize, &u32)| {
        let named = cohorts.age_names.get(at).filter(|name| !name.is_empty());
        named.map_or(Cell::Number(f64::from(*age)), |name| Cell::text(name.clone()))
    };
    let heading = std::iter::once(Cell::text(corner)).chain(cohorts.ages.iter().enumerate().map(age)).collect();
    let mut rows = vec![heading];
    for (at, row) in cohorts.rows.iter().enumerate() {
        let name = Cell::text(cohorts.names.get(at).cloned().unwrap_or_default());
        let left = row.iter().map(|left| Cell::number(left.map(|left| left.get())));
        rows.push(std::iter::once(name).chain(left).collect());
    }
    rows
}
