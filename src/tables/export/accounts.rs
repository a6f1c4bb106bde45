//! Accounts as rows.

use super::Cell;
use crate::i18n::Lang;
use crate::i18n::tables::TableWords;
use crate::model::scenario::Account;

/// Accounts: a heading of periods (numbers where `periods` names none), an account a row.
pub fn accounts<'a>(
    accounts: impl Iterator<Item = &'a Account> + Clone,
    periods: &[String],
    lang: Lang,
) -> Vec<Vec<Cell>> {
    let longest = accounts.clone().map(|account| account.revenue.len()).max().unwrap_or(0);
    let period = |at: usize| {
        let named = periods.get(at).filter(|name| !name.is_empty());
        named.map_or(Cell::Number(at as f64 + 1.0), |name| Cell::text(name.clone()))
    };
    let heading = std::iter::once(Cell::text(TableWords::of(lang).client)).chain((0..longest).map(period)).collect();
    let row = |account: &Account| {
        let revenue = account.revenue.iter().map(|revenue| Cell::Number(revenue.get()));
        std::iter::once(Cell::text(account.name.clone())).chain(revenue).collect()
    };
    std::iter::once(heading).chain(accounts.map(row)).collect()
}
