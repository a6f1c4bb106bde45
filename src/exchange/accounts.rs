//! A table of accounts as people paste it: a name, then recurring revenue by period, the oldest first. All or nothing.

use std::collections::HashMap;

use super::cell::{CellError, CellProblem};
use super::csv::write_table;
use super::grid::Grid;
use crate::model::amount::Amount;
use crate::model::scenario::{Account, Bounds};

/// The most accounts, and the most periods of one, that are taken: more are a slip.
const MOST_ACCOUNTS: usize = 10_000;
const MOST_PERIODS: usize = 600;

/// The accounts of a pasted text. A heading, such as of the numbers of the periods, is left out; an empty
/// cell is no revenue.
///
/// # Errors
/// Every cell that cannot be taken, in order.
pub fn read(text: &str) -> Result<Vec<Account>, Vec<CellError>> {
    let grid = Grid::of(text);
    let lines = &grid.lines[usize::from(grid.has_heading())..];
    let error = |row, column, problem| CellError { row, column, problem };
    if lines.is_empty() {
        return Err(vec![error(1, 1, CellProblem::NothingThere)]);
    }
    let periods = lines.iter().map(|line| line.cells.len() - 1).max().unwrap_or(0);
    let mut errors = Vec::new();
    let mut accounts = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let row = line.number;
        let [name, cells @ ..] = &line.cells[..] else { continue };
        if name.is_empty() {
            errors.push(error(row, 1, CellProblem::NoName));
        } else if let Some(first) = seen.insert(name, row) {
            errors.push(error(row, 1, CellProblem::SameName(first)));
        }
        let mut revenue = vec![Amount::ZERO; periods];
        for (period, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let number = grid.number(cell).filter(|number| !number.per_cent).map(|number| number.value);
            let problem = match number {
                _ if period == MOST_PERIODS => CellProblem::TooMany,
                None => CellProblem::NotANumber(cell.clone()),
                Some(value) if value < 0.0 => CellProblem::Negative,
                Some(value) => match Amount::new(value).filter(|_| Bounds::MONEY.has(value)) {
                    Some(amount) => {
                        revenue[period] = amount;
                        continue;
                    }
                    None => CellProblem::TooLarge,
                },
            };
            errors.push(error(row, period + 2, problem));
        }
        if at == MOST_ACCOUNTS {
            errors.push(error(row, 1, CellProblem::TooMany));
        }
        accounts.push(Account { name: name.clone(), revenue });
    }
    if errors.is_empty() && periods < 2 {
        errors.push(error(lines[0].number, periods + 2, CellProblem::OnePeriod));
    }
    if errors.is_empty() { Ok(accounts) } else { Err(errors) }
}

/// The accounts as text that [`read`] takes, separated by tabs, under `heading` and the numbers of the periods.
pub fn write<'a>(accounts: impl Iterator<Item = &'a Account> + Clone, heading: &str) -> String {
    let periods = accounts.clone().map(|account| account.revenue.len()).max().unwrap_or(0);
    let head = std::iter::once(heading.to_owned()).chain((1..=periods).map(|period| period.to_string())).collect();
    let row = |account: &Account| {
        let revenue = account.revenue.iter().map(|revenue| revenue.get().to_string());
        std::iter::once(account.name.clone()).chain(revenue).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(accounts.map(row)).collect();
    write_table(&rows, '\t').replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::records::Record;

    fn account(name: &str, revenue: &[f64]) -> Account {
        Account { name: name.into(), revenue: revenue.iter().copied().filter_map(Amount::new).collect() }
    }

    #[test]
    fn names_and_revenue_by_period() {
        let accounts = vec![account("Альфа", &[90_000.0, 120_000.5]), account("Beta, Inc.", &[0.0, 15_000.0])];
        for text in [
            "Клиент\tянв\tфев\nАльфа\t90 000\t120 000,5\nBeta, Inc.\t\t15 000",
            "Client;2024;2025\nАльфа;90\u{a0}000 \u{20bd};120\u{a0}000,5 \u{20bd}\nBeta, Inc.;;15000",
            "Альфа,90000,120000.5\n\"Beta, Inc.\",,\"15,000\"",
        ] {
            assert_eq!(read(text).as_ref(), Ok(&accounts), "{text}");
        }
        assert_eq!(read("A\t4\t2\t3\nB\t5").map(|accounts| accounts[1].clone()), Ok(account("B", &[5.0, 0.0, 0.0])));
    }

    #[test]
    fn every_cell_that_stands_in_the_way_is_named() {
        use CellProblem::*;
        let errors = |text: &str| -> Vec<_> {
            let errors = read(text).expect_err(text);
            errors.into_iter().map(|error| (error.row, error.column, error.problem)).collect()
        };
        assert_eq!(errors(""), [(1, 1, NothingThere)]);
        assert_eq!(errors("Client\tRevenue\nA\t5"), [(2, 3, OnePeriod)]);
        assert_eq!(
            errors("A\t5\t6\n\t7\t8\nA\tx\t-2\nB\t50%\t1"),
            [
                (2, 1, NoName),
                (3, 1, SameName(1)),
                (3, 2, NotANumber("x".into())),
                (3, 3, Negative),
                (4, 2, NotANumber("50%".into()))
            ]
        );
    }

    fn accounts() -> impl Strategy<Value = Vec<Account>> {
        let named = (prop::collection::btree_set("[A-Za-zА-Яа-я][A-Za-z ,;\"]{0,8}[a-z]", 1..6), 2..6_usize);
        named.prop_flat_map(|(names, periods)| {
            let revenue = prop::collection::vec(prop::collection::vec(0.0..1e9, periods), names.len());
            (Just(names), revenue).prop_map(|(names, revenue)| {
                names.iter().zip(&revenue).map(|(name, revenue)| account(name, revenue)).collect()
            })
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(accounts in accounts()) {
            prop_assert_eq!(read(&write(accounts.iter(), "Client")), Ok(accounts));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "[0-9,.;%\t\n \"ab\u{a0}-]{0,60}") {
            if let Ok(accounts) = read(&text) {
                prop_assert!(accounts.iter().all(|account| account.revenue.len() > 1 && account.is_sound()));
            }
        }
    }
}
