//! One observation a row: a cohort or an account, a period, a number. It becomes a table with periods across.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::Cell;
use super::choice::Choice;
use super::contracts;
use super::credits;
use super::fault::Problem;
use super::fold;
use super::heading::Head;
use super::layout::{Layout, Wanted};
use super::list_columns::list;
use super::listed::{self, List, is_sum};
use super::marks::Marks;
use super::matrix::{Column, MOST_NUMBERS, Matrix, NumberRow, Value, is_doubtful};
use super::money::Money;
use super::note::{Note, Why};
use super::period::Period;
use super::phrases;
use super::place::{Axis, Strip};
use super::question::About;
use super::rate;
use super::reading::Log;
use super::role::Role;
use super::spread;
use super::states::void_rows;
use super::vocabulary as words;
use crate::i18n::amounts::{Kind, Numeral};

/// The numbers of a list as a table, after asking; `None` where it is no list, or is not to be taken for one.
pub(super) fn pivoted(layout: &Layout, wanted: Wanted, log: &mut Log) -> Option<Matrix> {
    let periods = listed::periods(layout)?;
    let mut list = list(layout, wanted, &periods, log)?;
    if !log.ask_whether(About::Table, Choice::Pivot, true) {
        return None;
    }
    list.settle(layout, log);
    list.settle_discounts(layout, log);
    list.settle_quantities(layout, log);
    if wanted == Wanted::Accounts && is_movement(&layout.head(list.values).key) {
        log.fault(Problem::Movements, layout.view.place(0, list.values), &layout.head(list.values).text);
        return Some(Matrix::default());
    }
    let credits = if wanted == Wanted::Accounts { credits::credit_rows(layout, &list) } else { BTreeSet::new() };
    let void = if wanted == Wanted::Accounts { void_rows(layout, &list, &credits, log) } else { BTreeSet::new() };
    let from_above = names_from_above(layout, &list, &void, &periods, log);
    let rows = Rows { void, credits, from_above };
    for (column, role) in [(list.names, Role::Names), (list.periods, Role::Periods), (list.values, Role::Values)] {
        log.note(Note::Column(layout.strip(column), role));
    }
    if let Some(column) = list.currency {
        log.note(Note::Column(layout.strip(column), Role::Currency));
    }
    if let Some(column) = list.refunds {
        log.note(Note::Column(layout.strip(column), Role::Refunds));
    }
    if let Some(column) = list.discounts {
        log.note(Note::Column(layout.strip(column), Role::Discounts));
    }
    if let Some(column) = list.quantities {
        log.note(Note::Column(layout.strip(column), Role::Quantities));
    }
    if let Some(column) = list.terms {
        log.note(Note::Column(layout.strip(column), Role::Terms));
    }
    for column in 0..layout.view.width() {
        let used = list.columns().contains(&column);
        let strip = layout.strip(column);
        if !used && !strip.name.is_empty() {
            log.note(Note::LeftOut(strip, Why::Unknown));
        }
    }
    let of_rows = periods.into_iter().nth(list.periods).flatten()?;
    let mut matrix = build(layout, &list, &of_rows, &rows, log);
    credits::note(&rows.credits, log);
    match wanted {
        Wanted::Accounts => {
            credits::taken_off_before(&mut matrix, log);
            rate::by_column(layout, &[list.values], &mut matrix, log);
        }
        Wanted::Cohorts => matrix.lost = words::counts_lost(&layout.head(list.values).key),
    }
    Some(matrix)
}

/// Whether a heading says that its numbers are changes of revenue.
fn is_movement(key: &str) -> bool {
    const MOVEMENTS: [&str; 8] =
        ["change", "movement", "delta", "expansion", "изменение", "движение", "прирост", "разница"];
    fold::words(key).any(|word| MOVEMENTS.contains(&word)) || key.contains("net new")
}

/// Rows of a list that are not taken as they stand.
struct Rows {
    /// Those that brought no money.
    void: BTreeSet<usize>,
    /// Those that paid some back.
    credits: BTreeSet<usize>,
    /// The name above each that has none of its own.
    from_above: HashMap<usize, String>,
}

/// The names of rows that have none and go on with the one above, after asking.
fn names_from_above(
    layout: &Layout,
    list: &List,
    void: &BTreeSet<usize>,
    periods: &listed::Periods,
    log: &mut Log,
) -> HashMap<usize, String> {
    let view = &layout.view;
    let name = |row: usize| view.text(row, list.names);
    let mut above = "";
    let mut found = HashMap::new();
    let mut first = None;
    for (at, row) in layout.body().enumerate() {
        let has_period = periods[list.periods].as_ref().is_some_and(|periods| periods[at].is_some());
        let counts = has_period && !void.contains(&row) && view.at(row, list.values).number().is_some();
        if !name(row).is_empty() {
            above = name(row);
        } else if counts && !above.is_empty() {
            first = first.or(Some(row));
            found.insert(row, above.to_owned());
        }
    }
    let Some(first) = first.filter(|_| !name(layout.body().start).is_empty()) else { return HashMap::new() };
    if log.ask_whether(About::Cells(view.place(first, list.names), found.len()), Choice::NamesFromAbove, true) {
        log.note(Note::NamesFromAbove(found.len()));
        return found;
    }
    for row in layout.body().filter(|row| found.contains_key(row)) {
        log.fault(Problem::NoName, view.place(row, list.names), "");
    }
    found
}

fn build(layout: &Layout, list: &List, periods: &[Option<Period>], rows_of: &Rows, log: &mut Log) -> Matrix {
    let void = &rows_of.void;
    let view = &layout.view;
    let paid = layout.body().filter(|row| !void.contains(row));
    let amounts = |row: usize| {
        [Some(list.values), list.refunds, list.discounts, list.quantities]
            .into_iter()
            .flatten()
            .map(move |column| view.at(row, column))
    };
    let numerals = paid.flat_map(amounts).filter_map(|cell| cell.number());
    let marks = Marks::of(numerals, list.sizes.is_some(), log);
    let mut money = Money::default();
    // The names of periods by their places, oldest first; ages and days of one kind only.
    let mut columns: BTreeMap<i64, (Period, String)> = BTreeMap::new();
    for (row, period) in layout.body().zip(periods).filter(|(row, _)| !void.contains(row)) {
        let Some(named) = period else { continue };
        let text = view.text(row, list.periods);
        let month = named.month();
        columns.entry(month.ordinal()).or_insert_with(|| match (named, month) {
            // Days become their months.
            (Period::Day(_), Period::Month(year, number)) => (month, format!("{year}-{number:02}")),
            _ => (month, text.to_owned()),
        });
    }
    let name_of = |row: usize| rows_of.from_above.get(&row).map_or_else(|| view.text(row, list.names), String::as_str);
    let of_names = layout.body().zip(periods).filter(|(row, _)| !list.cohorts && !void.contains(row));
    let of_names: Vec<(usize, String, Period)> = of_names
        .filter_map(|(row, period)| Some((row, fold::name(name_of(row)), (*period)?)))
        .filter(|(row, ..)| view.at(*row, list.values).number().is_some())
        .collect();
    let mut spread = spread::parts(&of_names);
    let months = |row: usize| list.terms.and_then(|column| contracts::months(&view.key(row, column)));
    let (of_terms, within) = spread::over_terms(&of_names, months, log.context.today);
    // Whoever is billed once a year and has a row each month may have a part of it in each.
    let is_spread = within * 2 <= of_terms.len()
        || log.ask_whether(About::Strip(layout.strip(list.values)), Choice::OverTerms, false);
    let of_terms = if is_spread { of_terms } else { HashMap::new() };
    let share = |row: usize, targets: usize| {
        if of_terms.contains_key(&row) { months(row).unwrap_or(1) as f64 } else { targets as f64 }
    };
    spread.extend(of_terms.iter().map(|(row, parts)| (*row, parts.clone())));
    for part in spread.values().flatten() {
        columns.entry(part.ordinal()).or_insert_with(|| (*part, spread::name(*part)));
    }
    if !spread.is_empty() {
        // What is split names no column of its own.
        let kept = of_names.iter().filter(|(row, ..)| !spread.contains_key(row)).map(|(.., period)| period.month());
        let kept: BTreeSet<i64> = kept.chain(spread.values().flatten().copied()).map(Period::ordinal).collect();
        columns.retain(|place, _| kept.contains(place));
    }
    log.notes.extend((!spread.is_empty()).then_some(Note::Spread(spread.len())));
    let at: HashMap<i64, usize> = columns.keys().enumerate().map(|(at, ordinal)| (*ordinal, at)).collect();
    let values = view.column(list.values);
    let column = |(period, name): (Period, String)| Column {
        strip: Strip { name: name.clone(), ..values.clone() },
        line: 1,
        head: Head { key: fold::key(&name), text: name, period: Some(period) },
    };
    let width = columns.len();
    // A row that says neither whose nor when, and holds the sum of the others.
    let times = |row: usize| {
        let quantity = list.quantities.and_then(|column| view.at(row, column).number());
        quantity.map_or(1.0, |numeral| marks.value(&numeral))
    };
    // No further than people write them.
    let number_of = |numeral: &Numeral, row: usize| match times(row) {
        1.0 => marks.value(numeral),
        times => (marks.value(numeral) * times * 1e9).round() / 1e9,
    };
    let number = |row: usize| view.at(row, list.values).number().map_or(0.0, |numeral| number_of(&numeral, row));
    let lowered = |row: usize| {
        let columns = [list.refunds, list.discounts].into_iter().flatten();
        columns.filter_map(|column| view.at(row, column).number()).map(|numeral| marks.value(&numeral).abs()).sum()
    };
    let all: f64 = layout.body().filter(|row| !void.contains(row)).map(number).sum();
    let adds_up = |row: usize| {
        let said = [list.names, list.periods].iter().any(|column| !view.text(row, *column).is_empty());
        let others = all - number(row);
        !said && others != 0.0 && (number(row) - others).abs() <= 1e-6 * others.abs()
    };
    let mut matrix = Matrix {
        columns: columns.into_values().map(column).collect(),
        sizes: list.sizes.map(|column| layout.strip(column)),
        is_named: true,
        is_list: true,
        over: layout.texts_over(&[list.values]),
        step: phrases::step_over(&layout.head(list.periods).key).map(|step| (step, true)).or_else(|| layout.step()),
        ..Matrix::default()
    };
    let mut rows: HashMap<String, usize> = HashMap::new();
    let mut spelled: HashMap<&str, usize> = HashMap::new();
    let mut added = 0;
    let mut sizes: HashMap<(usize, usize), f64> = HashMap::new();
    let are_shares = list.cohorts && are_shares(layout, list.values, &marks);
    for (row, period) in layout.body().zip(periods).filter(|(row, _)| !void.contains(row)) {
        let name = name_of(row);
        let place = view.place(row, list.values);
        let place_of = |period: Period| at.get(&period.month().ordinal()).copied();
        let targets: Vec<usize> = match spread.get(&row) {
            Some(parts) => parts.iter().filter_map(|part| place_of(*part)).collect(),
            None => period.and_then(place_of).into_iter().collect(),
        };
        let Some(at) = targets.first().copied() else {
            let is_named_sum = words::sum_called(&fold::key(name)).is_some();
            if is_sum(layout, row) || is_named_sum {
                let word = (0..view.width()).find(|column| !view.text(row, *column).is_empty());
                log.note(Note::LeftOut(view.row(row, word.filter(|_| !is_named_sum).or(Some(list.names))), Why::Total));
            } else if adds_up(row) {
                log.note(Note::LeftOut(view.row(row, Some(list.names)), Why::Total));
            } else if view.at(row, list.values) != Cell::Blank {
                log.fault(Problem::NotADay, view.place(row, list.periods), view.text(row, list.periods));
            }
            continue;
        };
        if rows.len() * width > MOST_NUMBERS {
            log.fault(Problem::TooManyRows(MOST_NUMBERS / width.max(1)), place, name);
            break;
        }
        let index = *spelled.entry(name).or_insert_with(|| {
            *rows.entry(fold::name(name)).or_insert_with(|| {
                let strip = Strip { axis: Axis::Row, at: place.row, name: name.to_owned() };
                matrix.rows.push(NumberRow {
                    strip,
                    line: place.line,
                    size: Value::Blank,
                    values: vec![Value::Blank; width],
                });
                matrix.rows.len() - 1
            })
        });
        if view.at(row, list.values).number().is_some() {
            money.see_named(list.currency.map(|column| view.text(row, column)), log.context.currency);
        }
        let value = match view.at(row, list.values) {
            Cell::Blank => Value::Blank,
            Cell::NotYet => {
                let text = view.text(row, list.values);
                if is_doubtful(text) {
                    matrix.doubtful.push((place, text.into()));
                }
                Value::NotYet
            }
            Cell::Number(numeral) => {
                money.see(numeral.kind);
                let number = credits::net(number_of(&numeral, row), lowered(row), rows_of.credits.contains(&row));
                let number = number / share(row, targets.len());
                if numeral.kind == Kind::PerCent { Value::Share(number) } else { Value::Number(number) }
            }
            Cell::Word => {
                log.fault(Problem::NotANumber, place, view.text(row, list.values));
                Value::Wrong
            }
        };
        let target = &mut matrix.rows[index];
        // Parts of a cohort that are added up have a size each.
        if let Some(size) = list.sizes.and_then(|column| view.at(row, column).number()) {
            let sum = sizes.entry((index, at)).or_default();
            *sum += marks.value(&size);
            target.size = Value::Number(target.size.number().unwrap_or(0.0).max(*sum));
        }
        for at in targets {
            let slot = &mut target.values[at];
            if are_shares && slot.number().is_some() && value.number().is_some() {
                log.fault(Problem::ShareTwice, place, view.text(row, list.values));
            }
            *slot = match (*slot, value) {
                (Value::Number(one), Value::Number(other)) => {
                    added += 1;
                    // No further than people write them.
                    Value::Number(((one + other) * 1e9).round() / 1e9)
                }
                (before, Value::Blank | Value::NotYet) if before != Value::Blank => before,
                (_, value) => value,
            };
        }
    }
    let whole = layout.texts_over(&[list.names, list.periods, list.values]);
    matrix.is_money = money.finish(&whole, &[], layout, log);
    matrix.scale(&whole, log);
    log.note(Note::Pivoted { rows: layout.body().len(), added });
    matrix
}

/// Whether the numbers of a column are shares, by their per cent signs, by its heading, or as none is above 1.
fn are_shares(layout: &Layout, column: usize, marks: &Marks) -> bool {
    let head = layout.head(column);
    let said =
        head.text.contains('%') || ["rate", "retention", "удержание", "доля"].iter().any(|w| head.key.contains(w));
    let mut numbers = layout.body().filter_map(|row| layout.view.at(row, column).number()).peekable();
    numbers.peek().is_some()
        && (said || numbers.all(|numeral| numeral.kind == Kind::PerCent || marks.value(&numeral) <= 1.0))
}
