//! One observation a row: a cohort or an account, a period, a number. It becomes a table with periods across.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::Cell;
use super::choice::{About, Choice, Role};
use super::fault::Problem;
use super::fold;
use super::heading::Head;
use super::layout::{Layout, Wanted};
use super::marks::Marks;
use super::matrix::{Column, MOST_NUMBERS, Matrix, Money, Row, Value, is_doubtful};
use super::note::{Note, Why};
use super::period::{Period, serial_days};
use super::phrases;
use super::place::{Axis, Strip};
use super::rate;
use super::reading::Log;
use super::vocabulary as words;
use crate::i18n::amounts::Kind;

/// The most columns that such a list has.
const MOST_COLUMNS: usize = 60;

/// The columns of a list.
struct List {
    names: usize,
    periods: usize,
    values: usize,
    sizes: Option<usize>,
    currency: Option<usize>,
}

/// The numbers of a list as a table, after asking; `None` where it is no list, or is not to be taken for one.
pub(super) fn pivoted(layout: &Layout, wanted: Wanted, log: &mut Log) -> Option<Matrix> {
    let periods: Vec<Option<Vec<Option<Period>>>> = if layout.view.width() <= MOST_COLUMNS && layout.body().len() > 2 {
        (0..layout.view.width()).map(|column| periods_in(layout, column)).collect()
    } else {
        return None;
    };
    let list = list(layout, wanted, &periods)?;
    if !log.ask_whether(About::Table, Choice::Pivot, true) {
        return None;
    }
    if wanted == Wanted::Accounts && is_movement(&layout.head(list.values).key) {
        log.fault(Problem::Movements, layout.view.place(0, list.values), &layout.head(list.values).text);
        return Some(Matrix::default());
    }
    let void = if wanted == Wanted::Accounts { void_rows(layout, &list, log) } else { BTreeSet::new() };
    for (column, role) in [(list.names, Role::Names), (list.periods, Role::Periods), (list.values, Role::Values)] {
        log.note(Note::Column(layout.strip(column), role));
    }
    if let Some(column) = list.currency {
        log.note(Note::Column(layout.strip(column), Role::Currency));
    }
    for column in 0..layout.view.width() {
        let used = [Some(list.names), Some(list.periods), Some(list.values), list.sizes, list.currency];
        let used = used.contains(&Some(column));
        let strip = layout.strip(column);
        if !used && !strip.name.is_empty() {
            log.note(Note::LeftOut(strip, Why::Unknown));
        }
    }
    let of_rows = periods.into_iter().nth(list.periods).flatten()?;
    let mut matrix = build(layout, &list, &of_rows, &void, log);
    match wanted {
        Wanted::Accounts => rate::by_column(layout, &[list.values], &mut matrix, log),
        Wanted::Cohorts => matrix.lost = words::counts_lost(&layout.head(list.values).key),
    }
    Some(matrix)
}

/// Whether a heading says that its numbers are changes of revenue.
fn is_movement(key: &str) -> bool {
    const MOVEMENTS: [&str; 8] =
        ["change", "movement", "delta", "expansion", "изменение", "движение", "прирост", "разница"];
    key.split(|c: char| !c.is_alphanumeric()).any(|word| MOVEMENTS.contains(&word)) || key.contains("net new")
}

/// Rows whose state says that nothing was paid, such as a deal that was lost: left out after asking.
fn void_rows(layout: &Layout, list: &List, log: &mut Log) -> BTreeSet<usize> {
    let view = &layout.view;
    let used = [Some(list.names), Some(list.periods), Some(list.values), list.sizes, list.currency];
    let others = || (0..view.width()).filter(|column| !used.contains(&Some(*column)));
    let said = |row: usize| others().map(|column| view.text(row, column)).find(|text| is_void(&fold::key(text)));
    let void: BTreeSet<usize> = layout.body().filter(|row| said(*row).is_some()).collect();
    let mut states: Vec<String> = Vec::new();
    for text in void.iter().filter_map(|row| said(*row)) {
        if states.len() < LISTED && !states.iter().any(|known| known == text) {
            states.push(text.to_owned());
        }
    }
    if void.is_empty()
        || void.len() == layout.body().len()
        || !log.ask_whether(About::Names(states), Choice::WithoutVoid, true)
    {
        return BTreeSet::new();
    }
    for row in &void {
        log.note(Note::LeftOut(view.row(*row, Some(list.names)), Why::Void));
    }
    void
}

/// How many states a question lists at most.
const LISTED: usize = 8;

/// Whether the state of a deal or of a payment says that it brought nothing.
fn is_void(key: &str) -> bool {
    const VOID: [&str; 34] = [
        "lost",
        "closed lost",
        "closedlost",
        "refunded",
        "refund",
        "fully refunded",
        "failed",
        "declined",
        "void",
        "voided",
        "canceled",
        "cancelled",
        "uncollectible",
        "disputed",
        "chargeback",
        "reversed",
        "rejected",
        "expired",
        "draft",
        "unpaid",
        "возврат",
        "возвращено",
        "возвращен",
        "отменен",
        "отменено",
        "отмена",
        "отказ",
        "отклонен",
        "отклонено",
        "проиграна",
        "проигран",
        "не оплачен",
        "не оплачено",
        "просрочен",
    ];
    VOID.contains(&key.replace('\u{451}', "\u{435}").as_str())
}

/// The period of each row of a column, if nearly all of its cells name one.
fn periods_in(layout: &Layout, column: usize) -> Option<Vec<Option<Period>>> {
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
        let number = view.at(row, column).number()?.value(true);
        // A day by itself follows another by any distance: so it is checked together with the day a month later.
        serial_days(&[number, number + 30.0]).map(|days| days[0])
    };
    let said = words::is_period_heading(&layout.head(column).key) || layout.head(column).key.contains("date");
    let days: Vec<Option<Period>> = if said { body.map(day).collect() } else { return None };
    days.iter().any(Option::is_some).then_some(days)
}

/// Whether a row of a list adds up others, as its first word says.
fn is_sum(layout: &Layout, row: usize) -> bool {
    let mut cells = (0..layout.view.width()).map(|column| layout.view.text(row, column));
    let key = cells.find(|text| !text.is_empty()).map(fold::key).unwrap_or_default();
    words::sum_called(&key).is_some() || words::is_subtotal(&key)
}

/// Which columns a list has, if the table is one: names and periods that repeat, and numbers.
fn list(layout: &Layout, wanted: Wanted, periods: &[Option<Vec<Option<Period>>>]) -> Option<List> {
    let view = &layout.view;
    let width = view.width();
    let key = |column: usize| layout.head(column).key;
    let sample: Vec<usize> = layout.body().take(5_000).filter(|row| !is_sum(layout, *row)).collect();
    let repeats = |column: usize| {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut rows = 0;
        for row in &sample {
            let text = view.text(*row, column);
            if !text.is_empty() {
                rows += 1;
                *seen.entry(text).or_default() += 1;
            }
        }
        (seen.len(), rows)
    };
    // A name that comes once is no list; periods may nearly all differ.
    let recurs = |column: usize| matches!(repeats(column), (seen, rows) if seen > 0 && seen * 3 <= rows * 2);
    let repeats = |column: usize| matches!(repeats(column), (seen, rows) if seen < rows);
    let numeric = |column: usize| {
        let (mut numbers, mut others) = (0, 0);
        for row in layout.body().take(200) {
            match view.at(row, column) {
                Cell::Number(_) => numbers += 1,
                Cell::Word => others += 1,
                Cell::Blank | Cell::NotYet => (),
            }
        }
        numbers > 0 && numbers >= 4 * others
    };
    let is_name = |column: usize| match wanted {
        Wanted::Accounts => words::is_account_heading(&key(column)) || periods[column].is_none() && !numeric(column),
        Wanted::Cohorts => {
            let calendar = periods[column].iter().flatten().flatten().next().is_some_and(|period| period.is_calendar());
            words::is_cohort_heading(&key(column)) || !numeric(column) || calendar
        }
    };
    // Periods across are no list.
    if layout.heads.iter().filter(|head| head.period.is_some()).count() > 1 {
        return None;
    }
    let said = |is: fn(&str) -> bool| (0..width).find(|column| is(&key(*column)) && recurs(*column));
    let names = match wanted {
        Wanted::Accounts => said(words::is_account_heading),
        Wanted::Cohorts => said(words::is_cohort_heading),
    };
    let names = names.or_else(|| (0..width).find(|column| is_name(*column) && recurs(*column)))?;
    let is_periods = |column: &usize| {
        let calendar = || periods[*column].iter().flatten().flatten().all(|period| period.is_calendar());
        *column != names && periods[*column].is_some() && (wanted == Wanted::Cohorts || calendar())
    };
    let at = (0..width).filter(is_periods).find(|column| words::is_period_heading(&key(*column)));
    let at = at.or_else(|| (0..width).filter(is_periods).find(|column| repeats(*column) || layout.heading > 0))?;
    let values = |column: &usize| *column != names && *column != at && numeric(*column);
    let sized = |column: &usize| wanted == Wanted::Cohorts && words::is_size_heading(&key(*column));
    let candidates: Vec<usize> = (0..width).filter(values).collect();
    let value = candidates.iter().copied().filter(|column| candidates.len() == 1 || !sized(column));
    let value =
        value.clone().find(|column| words::is_value_heading(&key(*column))).or_else(|| value.clone().next_back());
    let value = value.or(candidates.last().copied())?;
    let sizes = candidates.iter().copied().find(|column| *column != value && sized(column));
    let currency = (0..width)
        .filter(|column| ![names, at, value].contains(column))
        .find(|column| words::is_currency_heading(&key(*column)));
    (repeats(at) || wanted == Wanted::Accounts).then_some(List { names, periods: at, values: value, sizes, currency })
}

fn build(layout: &Layout, list: &List, periods: &[Option<Period>], void: &BTreeSet<usize>, log: &mut Log) -> Matrix {
    let view = &layout.view;
    let paid = layout.body().filter(|row| !void.contains(row));
    let numerals = paid.filter_map(|row| view.at(row, list.values).number());
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
    let at: HashMap<i64, usize> = columns.keys().enumerate().map(|(at, ordinal)| (*ordinal, at)).collect();
    let values = view.column(list.values);
    let column = |(period, name): (Period, String)| Column {
        strip: Strip { name: name.clone(), ..values.clone() },
        line: 1,
        head: Head { key: fold::key(&name), text: name, period: Some(period) },
    };
    let width = columns.len();
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
    for (row, period) in layout.body().zip(periods).filter(|(row, _)| !void.contains(row)) {
        let name = view.text(row, list.names);
        let place = view.place(row, list.values);
        let Some(at) = period.and_then(|period| at.get(&period.month().ordinal()).copied()) else {
            let is_named_sum = words::sum_called(&fold::key(name)).is_some();
            if is_sum(layout, row) || is_named_sum {
                let word = (0..view.width()).find(|column| !view.text(row, *column).is_empty());
                log.note(Note::LeftOut(view.row(row, word.filter(|_| !is_named_sum).or(Some(list.names))), Why::Total));
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
                matrix.rows.push(Row {
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
                let number = marks.value(&numeral);
                if numeral.kind == Kind::PerCent { Value::Share(number) } else { Value::Number(number) }
            }
            Cell::Word => {
                log.fault(Problem::NotANumber, place, view.text(row, list.values));
                Value::Wrong
            }
        };
        let target = &mut matrix.rows[index];
        if let Some(size) = list.sizes.and_then(|column| view.at(row, column).number()) {
            target.size = Value::Number(marks.value(&size));
        }
        let slot = &mut target.values[at];
        *slot = match (*slot, value) {
            (Value::Number(one), Value::Number(other)) => {
                added += 1;
                Value::Number(one + other)
            }
            (before, Value::Blank | Value::NotYet) if before != Value::Blank => before,
            (_, value) => value,
        };
    }
    let whole = layout.texts_over(&[list.names, list.periods, list.values]);
    matrix.is_money = money.finish(&whole, &[], layout, log);
    matrix.scale(&whole, log);
    log.note(Note::Pivoted { rows: layout.body().len(), added });
    matrix
}
