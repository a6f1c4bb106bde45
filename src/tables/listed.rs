//! A list of one observation a row: its columns, and what its rows are of.

use std::collections::HashMap;

use super::choice::Choice;
use super::fold;
use super::layout::Layout;
use super::period::{Period, serial_days};
use super::question::About;
use super::reading::Log;
use super::role::Role;
use super::vocabulary as words;

/// The most columns that such a list has.
const MOST_COLUMNS: usize = 60;

/// Columns as the view counts them, the period of each row where they name one.
pub(super) type Periods = Vec<Option<Vec<Option<Period>>>>;

/// The columns of a list.
pub(super) struct List {
    pub names: usize,
    pub periods: usize,
    pub values: usize,
    pub sizes: Option<usize>,
    pub currency: Option<usize>,
    /// What was paid back of each amount.
    pub refunds: Option<usize>,
    /// What each amount may still have to be lowered by.
    pub discounts: Option<usize>,
    /// How many of a thing each amount may be the price of.
    pub quantities: Option<usize>,
    /// How often each amount is paid, which says for how many months it is.
    pub terms: Option<usize>,
    /// Whether its rows are of cohorts.
    pub cohorts: bool,
    /// The columns that may hold the numbers, the likeliest first, where no heading says which does.
    pub doubt: Vec<usize>,
}

impl List {
    /// The columns that are taken.
    pub fn columns(&self) -> Vec<usize> {
        [self.names, self.periods, self.values]
            .into_iter()
            .chain(self.sizes)
            .chain(self.currency)
            .chain(self.refunds)
            .chain(self.discounts)
            .chain(self.quantities)
            .chain(self.terms)
            .collect()
    }

    /// Asks which of several columns of numbers is the one, where no heading says it.
    pub fn settle(&mut self, layout: &Layout, log: &mut Log) {
        let last = self.doubt.last().copied();
        for column in std::mem::take(&mut self.doubt) {
            self.values = column;
            let strip = layout.strip(column);
            let options = [Role::Values, Role::LeftOut].map(|role| Choice::Column(strip.at, role));
            if Some(column) == last || log.ask(About::Strip(strip), options.to_vec(), 0) == options[0] {
                break;
            }
        }
    }
}

/// The periods that each column of a table names, if it may be a list.
pub(super) fn periods(layout: &Layout) -> Option<Periods> {
    let is_list = layout.view.width() <= MOST_COLUMNS && layout.body().len() > 2;
    is_list.then(|| (0..layout.view.width()).map(|column| periods_in(layout, column)).collect())
}

/// The period of each row of a column, if nearly all of its cells name one.
pub(super) fn periods_in(layout: &Layout, column: usize) -> Option<Vec<Option<Period>>> {
    let view = &layout.view;
    let body = layout.body();
    let is_data = |row: &usize| !view.text(*row, column).is_empty() && !is_sum(layout, *row);
    let sample: Vec<usize> = body.clone().take(100).filter(is_data).collect();
    let named = sample.iter().filter(|row| Period::of(view.text(**row, column), layout.order).is_some()).count();
    if !sample.is_empty() && named * 10 >= sample.len() * 9 {
        let mut known: HashMap<&str, Option<Period>> = HashMap::new();
        let mut of = |text| *known.entry(text).or_insert_with(|| Period::of(text, layout.order));
        return Some(body.map(|row| of(view.text(row, column))).collect());
    }
    let day = |row: usize| {
        // The time of the day stands behind the mark.
        let number = view.at(row, column).number()?.value(true).floor();
        // A day by itself follows another by any distance: so it is checked together with the day a month later.
        serial_days(&[number, number + 30.0]).map(|days| days[0])
    };
    let said = words::is_period_heading(&layout.head(column).key) || layout.head(column).key.contains("date");
    let days: Vec<Option<Period>> = if said { body.map(day).collect() } else { return None };
    days.iter().any(Option::is_some).then_some(days)
}

/// Whether a row of a list adds up others, as its first word says.
pub(super) fn is_sum(layout: &Layout, row: usize) -> bool {
    let mut cells = (0..layout.view.width()).map(|column| layout.view.text(row, column));
    let key = cells.find(|text| !text.is_empty()).map(fold::key).unwrap_or_default();
    words::sum_called(&key).is_some() || words::is_subtotal(&key)
}
