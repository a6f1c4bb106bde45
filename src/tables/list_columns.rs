//! Which columns a list of one observation a row has: names, periods, numbers.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::cells::Cell;
use super::choice::Choice;
use super::contracts;
use super::credits;
use super::fold;
use super::layout::{Layout, Wanted};
use super::listed::{List, is_sum};
use super::period::Period;
use super::quantities;
use super::reading::Log;
use super::role::Role;
use super::states;
use super::vocabulary as words;
use crate::i18n::amounts::Kind;
use crate::i18n::amounts::units::Currency;

/// Whether a heading speaks of amounts that were brought to one currency.
fn is_converted(key: &str) -> bool {
    fold::words(key).any(|word| word == "converted" || word == "settlement" || word.starts_with("пересчит"))
}

/// The columns of a table, looked at as those of a list.
struct ListColumns<'a> {
    layout: &'a Layout<'a>,
    wanted: Wanted,
    periods: &'a [Option<Vec<Option<Period>>>],
    keys: Vec<String>,
    sample: Vec<usize>,
}

/// Which columns a list has, if the table is one: names and periods that repeat, and numbers.
pub(super) fn list(
    layout: &Layout,
    wanted: Wanted,
    periods: &[Option<Vec<Option<Period>>>],
    log: &Log,
) -> Option<List> {
    // Periods across are no list.
    if layout.heads.iter().filter(|head| head.period.is_some()).count() > 1 {
        return None;
    }
    let keys = (0..layout.view.width()).map(|column| layout.head(column).key).collect();
    let sample = layout.body().take(5_000).filter(|row| !is_sum(layout, *row)).collect();
    let table = ListColumns { layout, wanted, periods, keys, sample };
    let chosen = |wanted: Role| {
        let at = log.choice(|choice| match choice {
            Choice::Column(at, role) if *role == wanted => Some(*at),
            _ => None,
        })?;
        (0..layout.view.width()).find(|column| layout.view.column(*column).at == at)
    };
    let names = chosen(Role::Names).or_else(|| table.names())?;
    let at = table.periods(names)?;
    let (values, doubt) = match chosen(Role::Values).filter(|column| ![names, at].contains(column)) {
        Some(column) => (column, Vec::new()),
        None => table.values(names, at)?,
    };
    let sizes =
        table.candidates(names, at).into_iter().find(|column| *column != values && table.is_sized(*column, names));
    let is_own = |column: &usize| is_converted(&table.keys[*column]) == is_converted(&table.keys[values]);
    let refunds = table
        .lowering(names, at, credits::is_refund_heading)
        .into_iter()
        .find(|column| *column != values && is_own(column) && !credits::is_net(&table.keys[values]));
    let discounts = table
        .lowering(names, at, credits::is_discount_heading)
        .into_iter()
        .find(|column| *column != values && is_own(column));
    let quantities =
        table.quantities(names, at).into_iter().find(|column| *column != values && table.is_several(*column));
    let free = |column: &usize| ![names, at, values].contains(column);
    let currency = table.currency(values, |column| free(column) && is_own(column));
    let is_paid_for = wanted == Wanted::Accounts && !contracts::says_term(&table.keys[values]);
    let terms = (0..table.keys.len()).filter(free).find(|column| contracts::are_terms(layout, *column));
    let is_list = table.repeats(at) || wanted == Wanted::Accounts;
    is_list.then_some(List {
        names,
        periods: at,
        values,
        sizes,
        currency,
        refunds,
        discounts,
        quantities,
        terms: terms.filter(|_| is_paid_for),
        doubt,
        cohorts: wanted == Wanted::Cohorts,
    })
}

impl ListColumns<'_> {
    /// How many texts a column holds, and how many cells.
    fn texts(&self, column: usize) -> (usize, usize) {
        let cells = self.sample.iter().map(|row| self.layout.view.text(*row, column)).filter(|text| !text.is_empty());
        let (mut seen, mut rows) = (HashSet::new(), 0);
        for text in cells {
            rows += 1;
            seen.insert(text);
        }
        (seen.len(), rows)
    }

    fn repeats(&self, column: usize) -> bool {
        matches!(self.texts(column), (seen, rows) if seen < rows)
    }

    /// Whether names stand once over several rows, as in merged cells.
    fn goes_on(&self, column: usize) -> bool {
        let is_named = |row: &usize| !self.layout.view.text(*row, column).is_empty();
        self.sample.first().is_some_and(is_named) && !self.sample.iter().all(is_named)
    }

    fn is_numeric(&self, column: usize) -> bool {
        let (mut numbers, mut others) = (0, 0);
        for row in self.layout.body().take(200) {
            match self.layout.view.at(row, column) {
                Cell::Number(_) => numbers += 1,
                Cell::Word => others += 1,
                Cell::Blank | Cell::NotYet => (),
            }
        }
        numbers > 0 && numbers >= 4 * others
    }

    /// Whether a column holds the currency of each row, as its heading or all of its cells say.
    fn is_currency(&self, column: usize) -> bool {
        let mut cells = self.sample.iter().map(|row| self.layout.view.text(*row, column)).peekable();
        words::is_currency_heading(&self.keys[column])
            || cells.peek().is_some() && cells.all(|text| Currency::named(text).is_some())
    }

    fn is_calendar(&self, column: usize) -> bool {
        self.periods[column].iter().flatten().flatten().all(|period| period.is_calendar())
    }

    /// The column that names the rows. One whose heading says so comes before one that only may.
    fn names(&self) -> Option<usize> {
        let width = self.keys.len();
        // A name that comes once is no list; periods may nearly all differ.
        let recurs = |column: &usize| matches!(self.texts(*column), (seen, rows) if seen > 0 && seen * 3 <= rows * 2);
        let said = |is: fn(&str) -> bool| (0..width).find(|column| is(&self.keys[*column]) && recurs(column));
        if self.wanted == Wanted::Cohorts {
            let first = |column: &usize| self.periods[*column].iter().flatten().flatten().next();
            let is_name =
                |column: &usize| !self.is_numeric(*column) || first(column).is_some_and(|period| period.is_calendar());
            return said(words::is_cohort_heading).or_else(|| (0..width).filter(is_name).find(recurs));
        }
        let surely = |column: &usize| words::is_surely_account_heading(&self.keys[*column]);
        let called = |column: &usize| words::is_called_by_account(&self.keys[*column]);
        let half = self.sample.len().div_ceil(2);
        let filled = |column: &usize| self.texts(*column).1 >= half;
        // Where the clients stand, no other column stands for them: each with one row, they make no list.
        let by_heading = (0..width).filter(filled).find(surely).or_else(|| (0..width).filter(filled).find(called));
        if by_heading.is_some() {
            let is_billed = || (0..width).any(|column| contracts::are_terms(self.layout, column));
            return by_heading.filter(|column| self.repeats(*column) || self.goes_on(*column) || is_billed());
        }
        // What a client is one of many of is not who it is.
        let is_named = (0..width).filter(filled).any(|column| words::is_account_heading(&self.keys[column]));
        let may_be = |column: &usize| {
            let is_other = self.is_currency(*column)
                || is_named && words::is_group_heading(&self.keys[*column])
                || states::are_states(self.layout, *column)
                || credits::says_type(&self.keys[*column]);
            self.periods[*column].is_none() && !self.is_numeric(*column) && !is_other && recurs(column)
        };
        let may_be: Vec<usize> = (0..width).filter(may_be).collect();
        let several = may_be.iter().copied().find(|column| self.texts(*column).0 > 1);
        said(words::is_account_heading).or(several).or(may_be.first().copied())
    }

    /// The column of periods: of several days of a deal the one it was closed or paid at.
    fn periods(&self, names: usize) -> Option<usize> {
        const DONE: [&str; 6] = ["clos", "paid", "payment", "оплат", "закрыт", "заверш"];
        let is_one = |column: &usize| {
            let named = *column != names && self.periods[*column].is_some();
            named && (self.wanted == Wanted::Cohorts || self.is_calendar(*column))
        };
        let columns: Vec<usize> = (0..self.keys.len()).filter(is_one).collect();
        let key = |column: &usize| self.keys[*column].as_str();
        let done = |column: &usize| DONE.iter().any(|word| key(column).split(' ').any(|part| part.starts_with(word)));
        let by_heading = columns.iter().find(|column| words::is_period_heading(key(column)));
        let done = columns.iter().find(|column| self.wanted == Wanted::Accounts && done(column));
        // Days of payments need not come twice for clients who do.
        let is_dated = |column: &usize| {
            let days = || self.periods[*column].iter().flatten().flatten();
            self.wanted == Wanted::Accounts && days().all(|day| matches!(day, Period::Day(_))) && self.repeats(names)
        };
        let is_one = |column: &&usize| self.repeats(**column) || self.layout.heading > 0 || is_dated(column);
        let first = columns.iter().find(is_one);
        by_heading.or(done).or(first).copied()
    }

    /// The columns of numbers.
    fn candidates(&self, names: usize, at: usize) -> Vec<usize> {
        (0..self.keys.len()).filter(|column| ![names, at].contains(column) && self.is_numeric(*column)).collect()
    }

    /// The columns of what was paid back, or of what amounts were lowered by.
    fn lowering(&self, names: usize, at: usize, is: fn(&str) -> bool) -> Vec<usize> {
        let is_one = |column: &usize| self.wanted == Wanted::Accounts && is(&self.keys[*column]);
        let is_share = |column: &usize| {
            let cells = self.layout.body().map(|row| self.layout.view.at(row, *column));
            cells.filter_map(Cell::number).any(|numeral| numeral.kind == Kind::PerCent)
        };
        self.candidates(names, at).into_iter().filter(is_one).filter(|column| !is_share(column)).collect()
    }

    /// The columns of how many were sold.
    fn quantities(&self, names: usize, at: usize) -> Vec<usize> {
        let is_one = |column: &usize| self.wanted == Wanted::Accounts && quantities::is_heading(&self.keys[*column]);
        self.candidates(names, at).into_iter().filter(is_one).collect()
    }

    /// Whether a column holds any other number than 1.
    fn is_several(&self, column: usize) -> bool {
        let numbers = self.layout.body().filter_map(|row| self.layout.view.at(row, column).number());
        numbers.into_iter().any(|numeral| numeral.value(true) != 1.0)
    }

    /// Whether two columns hold the same numbers in each row.
    fn are_same(&self, one: usize, other: usize) -> bool {
        let number = |row: usize, column: usize| self.layout.view.at(row, column).number().map(|n| n.value(true));
        self.sample.iter().all(|row| number(*row, one) == number(*row, other))
    }

    /// The column of currencies that belongs to a column of amounts: the one whose heading shares most words with it, or else the
    /// nearest.
    fn currency(&self, values: usize, may_be: impl Fn(&usize) -> bool) -> Option<usize> {
        let shared = |column: usize| {
            let of_values: HashSet<&str> = fold::words(&self.keys[values]).collect();
            fold::words(&self.keys[column]).filter(|word| of_values.contains(word)).count()
        };
        let columns = (0..self.keys.len()).filter(|column| self.is_currency(*column)).filter(may_be);
        columns.min_by_key(|column| (Reverse(shared(*column)), column.abs_diff(values)))
    }

    /// Whether a column holds the size of each cohort, or of each part of one: what changes from age to age is what is left of it.
    fn is_sized(&self, column: usize, names: usize) -> bool {
        let view = &self.layout.view;
        let is_word = |at: &usize| *at == names || self.periods[*at].is_none() && !self.is_numeric(*at);
        let words: Vec<usize> = (0..self.keys.len()).filter(is_word).collect();
        let mut sizes: HashMap<Vec<&str>, &str> = HashMap::new();
        let mut is_steady = || {
            self.sample.iter().filter(|row| !view.text(**row, column).is_empty()).all(|row| {
                let size = view.text(*row, column);
                let part = words.iter().map(|at| view.text(*row, *at)).collect();
                *sizes.entry(part).or_insert(size) == size
            })
        };
        self.wanted == Wanted::Cohorts && words::is_size_heading(&self.keys[column]) && is_steady()
    }

    /// The column of numbers, and those that it may be where no heading says it.
    fn values(&self, names: usize, at: usize) -> Option<(usize, Vec<usize>)> {
        let mut candidates = self.candidates(names, at);
        if candidates.len() > 1 && !candidates.iter().all(|column| self.is_sized(*column, names)) {
            candidates.retain(|column| !self.is_sized(*column, names));
        }
        for is in [credits::is_refund_heading, credits::is_discount_heading] {
            let lowering = self.lowering(names, at, is);
            if lowering.len() < candidates.len() {
                candidates.retain(|column| !lowering.contains(column));
            }
        }
        let key = |column: &usize| self.keys[*column].as_str();
        // How many were sold is no amount, and what one costs is none where all of them have one.
        let quantities = self.quantities(names, at);
        if quantities.len() < candidates.len() {
            candidates.retain(|column| !quantities.contains(column));
        }
        let is_price = |column: &usize| self.wanted == Wanted::Accounts && quantities::is_price_heading(key(column));
        if candidates.iter().any(|column| {
            !is_price(column) && (words::is_value_heading(key(column)) || quantities::is_of_line(key(column)))
        }) {
            candidates.retain(|column| !is_price(column));
        }
        // Of amounts of many currencies and the same in one, these can be added up.
        if let Some(one) = candidates.iter().find(|column| is_converted(key(column))) {
            let is_same = |other: &&usize| *other != one && self.are_same(**other, *one);
            return Some((*candidates.iter().find(is_same).unwrap_or(one), Vec::new()));
        }
        if let Some(said) = candidates.iter().find(|column| words::is_value_heading(key(column))) {
            return Some((*said, Vec::new()));
        }
        // "Revenue (net)" before "Seats"; else the last.
        let speaks = |column: &usize| fold::words(key(column)).any(words::is_value_heading);
        let (mut likely, rest): (Vec<usize>, Vec<usize>) = candidates.iter().partition(|column| speaks(column));
        let said = likely.len();
        // Of what came and what went, each in a column of its own, what came.
        let all = || likely.iter().chain(&rest);
        let came = all().find(|column| credits::says_came_in(key(column))).copied();
        if let Some(came) = came.filter(|_| all().any(|column| credits::says_went_out(key(column)))) {
            return Some((came, Vec::new()));
        }
        likely.extend(rest.into_iter().rev());
        let first = *likely.first()?;
        let is_asked = self.wanted == Wanted::Accounts && likely.len() > 1 && said != 1;
        Some((first, if is_asked { likely } else { Vec::new() }))
    }
}
