//! Which kind of table a text probably is, so that one in the wrong place is named.

use super::choice::Choice;
use super::fault::{Kind, Problem};
use super::fold;
use super::grid::Grid;
use super::map;
use super::movements;
use super::period::{DayOrder, Period};
use super::place::CellPlace;
use super::question::About;
use super::reading::Log;
use super::vocabulary as words;

/// The kind of table that a grid looks like; `None` where nothing tells.
pub fn kind_of(grid: &Grid) -> Option<Kind> {
    if map::looks_like_one(grid) {
        return Some(Kind::Map);
    }
    let row = (0..grid.height().min(20))
        .find(|row| (0..grid.length(*row)).filter(|c| !grid.cell(*row, *c).is_empty()).count() > 1)?;
    let heads: Vec<&str> = (0..grid.length(row).min(700)).map(|column| grid.cell(row, column)).collect();
    let first = fold::key(heads[0]);
    let periods: Vec<Period> = heads.iter().skip(1).filter_map(|head| Period::of(head, DayOrder::DayFirst)).collect();
    let ages = periods.iter().filter(|period| matches!(period, Period::Age(..))).count();
    let calendar = periods.len() - ages;
    let labelled = periods.iter().filter(|period| matches!(period, Period::Age(Some(_), _))).count();
    let names = (row + 1..grid.height().min(row + 100)).map(|row| grid.cell(row, 0)).filter(|name| !name.is_empty());
    let (mut dated, mut all) = (0, 0);
    for name in names {
        all += 1;
        dated += usize::from(Period::of(name, DayOrder::DayFirst).is_some_and(Period::is_calendar));
    }
    let says = |is: fn(&str) -> bool| heads.iter().any(|head| is(&fold::key(head)));
    if words::is_cohort_heading(&first) && ages > 0 || labelled > 1 && dated * 2 > all {
        return Some(Kind::Cohorts);
    }
    let from_zero = matches!(periods.first(), Some(Period::Age(_, 0)));
    if words::is_account_heading(&first) && (calendar > 1 || ages > 1 && !from_zero) && dated * 2 <= all {
        return Some(Kind::Accounts);
    }
    let listed = says(words::is_period_heading) && says(words::is_account_heading) && periods.is_empty();
    (listed && says(words::is_value_heading)).then_some(Kind::Events)
}

/// Whether a table is of another kind than is wanted, and nobody said to read it anyway.
pub(super) fn stops(grid: &Grid, wanted: Kind, log: &mut Log) -> bool {
    let found = if movements::is_one(grid) { Some(Kind::Movements) } else { kind_of(grid) };
    let Some(found) = found.filter(|found| *found != wanted && *found != Kind::Events) else { return false };
    let anyway = log.ask(About::Table, vec![Choice::Anyway(found, false), Choice::Anyway(found, true)], 0);
    if anyway == Choice::Anyway(found, true) {
        return false;
    }
    log.fault(Problem::OtherKind(found), CellPlace { row: 1, column: 1, line: 1 }, "");
    true
}
