//! The way from a grid to the numbers of a table, for cohorts and accounts alike.

use std::collections::BTreeSet;

use super::activity;
use super::cells::Cells;
use super::choice::Choice;
use super::columns::Columns;
use super::contracts;
use super::fault::{Kind, Problem};
use super::fold;
use super::full_names;
use super::grid::Grid;
use super::heading::Head;
use super::join::{self, is_of_years};
use super::kopecks;
use super::layout::{Layout, Wanted};
use super::ledger;
use super::long;
use super::matrix::Matrix;
use super::money_words::is_sign;
use super::next_table;
use super::period::{Period, run, yearless};
use super::phrases;
use super::question::About;
use super::rate;
use super::reading::Log;
use super::sentence;
use super::separator::Separator;
use super::stepped;
use super::unix;
use super::vocabulary as words;
use super::year_blocks;

/// How many rows and columns a table may have besides those that are wanted: sums, titles, notes.
const EXTRA: usize = 100;

/// The numbers of a table, a list of one observation a row among it; `None` when something stands in the way. `most` says how
/// many rows and columns are taken at most.
pub(super) fn numbers(grid: &Grid, wanted: Wanted, most: (usize, usize), log: &mut Log) -> Option<Matrix> {
    let is_money = wanted == Wanted::Accounts;
    let of_lines = sentence::whole(grid);
    let grid = of_lines.as_ref().unwrap_or(grid);
    let of_years = if is_money { year_blocks::joined(grid, log) } else { None };
    let alone = of_years.or_else(|| next_table::without(grid, log));
    let grid = alone.as_ref().unwrap_or(grid);
    let dated = unix::dated(grid, log);
    let grid = dated.as_ref().unwrap_or(grid);
    let written = if is_money { kopecks::with_commas(grid, log) } else { None };
    let grid = written.as_ref().unwrap_or(grid);
    let named = if is_money { full_names::joined(grid, log).or_else(|| ledger::named(grid, log)) } else { None };
    let grid = named.as_ref().unwrap_or(grid);
    let stepped = if is_money && named.is_none() { stepped::with_names(grid, log) } else { None };
    let grid = stepped.as_ref().unwrap_or(grid);
    let joined = join::of_years(grid, wanted, log);
    let cells = Cells::of(joined.as_ref().unwrap_or(grid), log.context.currency);
    let layout = Layout::of(&cells, wanted, log);
    // Cells behind the last heading may stand under one that spans them, unless commas part them.
    let split = split_number(&layout, wanted).filter(|_| grid.separator == Separator::Comma);
    if let Some((row, column)) = split {
        log.fault(Problem::TooManyCellsInRow, layout.view.place(row, column), layout.view.text(row, column));
        return None;
    }
    if let Some((row, column)) = day_without_year(&layout).filter(|_| is_money) {
        log.fault(Problem::NoYear, layout.view.place(row, column), layout.view.text(row, column));
        return None;
    }
    if let Some(matrix) = contracts::of(&layout, wanted, most.1, log) {
        return Some(matrix);
    }
    if wanted == Wanted::Cohorts
        && let Some(matrix) = activity::of(&layout, log)
    {
        return Some(matrix);
    }
    if let Some(matrix) = long::pivoted(&layout, wanted, log) {
        return Some(matrix);
    }
    let has_numbers =
        || layout.body().any(|row| (0..layout.view.width()).any(|at| layout.view.at(row, at).number().is_some()));
    let is_dated = || layout.heading > 0 && (0..layout.view.width().min(50)).any(|column| is_of_days(&layout, column));
    if wanted == Wanted::Cohorts && is_of_events(&layout) || is_money && is_dated() && !has_numbers() {
        log.fault(Problem::OtherKind(Kind::Events), layout.view.place(0, 0), "");
        return None;
    }
    let layout = layout.oriented(wanted, log);
    let (rows, columns) = most;
    // What is far too large is refused before it is looked through column by column.
    if layout.body().len() > rows + EXTRA {
        log.fault(Problem::TooManyRows(rows), layout.view.place(layout.body().start + rows, 0), "");
        return None;
    }
    if layout.view.width() > columns + EXTRA {
        log.fault(Problem::TooManyColumns(columns), layout.view.place(0, columns), "");
        return None;
    }
    let columns = Columns::of(&layout, wanted, log);
    if wanted == Wanted::Accounts && columns.names.is_none() && !layout.body().is_empty() {
        log.fault(Problem::NoNames, layout.view.place(layout.body().start, 0), "");
        return None;
    }
    if wanted == Wanted::Accounts && are_months_by_year(&layout, &columns) {
        log.fault(Problem::NoNames, layout.view.place(layout.body().start, 0), "");
        return None;
    }
    if let Some(column) = years_down(&layout, &columns) {
        log.fault(Problem::YearsDown, layout.view.place(0, column), &layout.head(column).text);
        return None;
    }
    if wanted == Wanted::Accounts && log.faults.is_empty() && is_of_payments(&layout, &columns) {
        log.fault(Problem::OtherKind(Kind::Events), layout.view.place(0, 0), "");
        return None;
    }
    if wanted == Wanted::Accounts && !are_periods(&layout, &columns, log) {
        log.fault(Problem::OnePeriod, layout.view.place(layout.heading - 1, columns.values[0]), "");
        return None;
    }
    if wanted == Wanted::Cohorts && !are_ages(&layout, &columns, log) {
        log.fault(Problem::OtherKind(Kind::Figures), layout.view.place(0, 0), "");
        return None;
    }
    let mut matrix = Matrix::of(&layout, &columns, wanted, log);
    if wanted == Wanted::Accounts {
        rate::by_column(&layout, &columns.values, &mut matrix, log);
    }
    Some(matrix)
}

/// Whether columns are ages, after asking where headings are words of other things: the steps of a funnel.
fn are_ages(layout: &Layout, columns: &Columns, log: &mut Log) -> bool {
    let heads: Vec<Head> = columns.values.iter().map(|column| layout.head(*column)).collect();
    let is_other = |head: &Head| {
        head.period.is_none() && head.key.contains(char::is_alphabetic) && !head.key.contains(|c: char| c.is_numeric())
    };
    let names = || heads.iter().map(|head| head.text.clone()).collect();
    columns.sizes.is_some()
        || heads.len() < 3
        || !heads.iter().all(is_other)
        || log.ask_whether(About::Names(names()), Choice::ArePeriods, true)
}

/// Whether columns are periods, after asking where headings name things and no periods: products, debts by age, balances.
fn are_periods(layout: &Layout, columns: &Columns, log: &mut Log) -> bool {
    let heads: Vec<Head> = columns.values.iter().map(|column| layout.head(*column)).collect();
    let says_when = |head: &Head| {
        phrases::is_before(&head.key).is_some() || phrases::step_over(&head.key).is_some() && !is_range(&head.key)
    };
    let are_debts = are_debts_by_age(layout, &heads);
    let is_known = !are_debts && (heads.iter().any(|head| head.period.is_some()) || heads.iter().all(says_when));
    let is_worded = |head: &Head| head.key.chars().any(char::is_alphabetic);
    if heads.len() < 2 || is_known || !heads.iter().any(is_worded) {
        return true;
    }
    let mut seen = BTreeSet::new();
    let is_other = are_debts || heads.iter().any(|head| !seen.insert(&head.key) || phrases::is_of_account(&head.key));
    // "Jan 2025 gross" and "Jan 2025 net" are no two periods.
    let begins = |head: &Head| {
        let words: Vec<&str> = head.text.split_whitespace().take(2).collect();
        let of =
            |count: usize| Period::of(&words[..count].join(" "), layout.order).filter(|period| period.is_calendar());
        (1..=words.len()).rev().find_map(of)
    };
    let begun: Vec<Period> = heads.iter().filter_map(begins).collect();
    let is_other = is_other || (1..begun.len()).any(|at| begun[..at].contains(&begun[at]));
    let names = heads.iter().map(|head| head.text.clone()).filter(|text| !text.is_empty()).collect();
    log.ask_whether(About::Names(names), Choice::ArePeriods, !is_other)
}

/// Whether columns hold what is owed, by how long it has been: ages beside what is not due yet or older than all, or below a title
/// that says so.
fn are_debts_by_age(layout: &Layout, heads: &[Head]) -> bool {
    const BESIDE: [&str; 12] = [
        "not due",
        "not yet due",
        "older",
        "overdue",
        "past due",
        "over 90",
        "over 120",
        "не просрочено",
        "непросроченная",
        "не наступил",
        "свыше",
        "просрочено",
    ];
    const TITLES: [&str; 7] = ["aged", "aging", "ageing", "receivable", "payable", "задолженност", "просроч"];
    let is_worded = |key: &str| key.contains(char::is_alphabetic);
    let is_age =
        |head: &Head| matches!(head.period, Some(Period::Age(..))) || is_range(&head.key) && is_worded(&head.key);
    let begins =
        |key: &str, word: &str| key.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_beside = |head: &Head| {
        matches!(head.key.as_str(), "current" | "текущая") || BESIDE.iter().any(|word| begins(&head.key, word))
    };
    let is_title =
        |title: &String| fold::words(&fold::key(title)).any(|word| TITLES.iter().any(|stem| word.starts_with(stem)));
    let are_ages = heads.iter().filter(|head| is_age(head)).count() * 2 >= heads.len();
    are_ages && (layout.heads.iter().any(is_beside) || layout.titles.iter().any(is_title))
}

/// Whether a heading spans ages, such as "31-60 days".
fn is_range(key: &str) -> bool {
    key.starts_with(['<', '>']) || fold::words(key).filter(|word| word.bytes().all(|b| b.is_ascii_digit())).count() > 1
}

/// Whether each row says when it was, and no column is a period: what is measured would be read as periods, and added up.
fn is_of_payments(layout: &Layout, columns: &Columns) -> bool {
    let body = layout.body();
    let is_free = |column: &usize| columns.names != Some(*column) && !columns.values.contains(column);
    let is_filled = |column: &usize| {
        body.clone().filter(|row| !layout.view.text(*row, *column).is_empty()).count() * 2 >= body.len()
            && !body.is_empty()
    };
    let says_when =
        |column: &usize| words::is_period_heading(&layout.head(*column).key) || contracts::is_of_ends(layout, *column);
    let across = columns.values.iter().any(|column| layout.head(*column).period.is_some());
    !across && (0..layout.view.width().min(50)).filter(is_free).filter(says_when).any(|column| is_filled(&column))
}

/// The first cell of a column of days of which none says its year.
fn day_without_year(layout: &Layout) -> Option<(usize, usize)> {
    let said = |column: &usize| {
        let key = layout.head(*column).key;
        words::is_period_heading(&key) || key.contains("date") || key.contains("дата")
    };
    let filled = |column: usize| layout.body().filter(move |row| !layout.view.text(*row, column).is_empty());
    let texts = |column: usize| filled(column).map(move |row| layout.view.text(row, column));
    let column = (0..layout.view.width().min(50)).filter(said).find(|column| yearless(texts(*column)))?;
    filled(column).next().map(|row| (row, column))
}

/// The first cell behind the last heading, in a row in which thousands or cents stand apart as if a comma in a number parted cells.
fn split_number(layout: &Layout, wanted: Wanted) -> Option<(usize, usize)> {
    let view = &layout.view;
    let heading = layout.heading.checked_sub(1)?;
    let is_headed = |column: &usize| (0..=heading).any(|row| !view.text(row, *column).is_empty());
    let width = (0..view.width()).rev().find(is_headed)? + 1;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_head = |text: &str| {
        let bare = text.trim_start_matches(|c: char| is_sign(c) || matches!(c, '-' | '('));
        digits(bare) && (1..=3).contains(&bare.len())
    };
    let is_rest = |text: &str| {
        let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
        whole.len() == 3 && digits(whole)
    };
    let is_split = |row: &usize| {
        let pairs = (1..view.width()).map(|column| (view.text(*row, column - 1), view.text(*row, column)));
        !view.text(*row, width).is_empty() && pairs.into_iter().any(|(one, next)| is_head(one) && is_rest(next))
    };
    let is_whole = |text: &str| {
        let bare = text.trim_start_matches(|c: char| is_sign(c) || c.is_whitespace() || matches!(c, '-' | '('));
        digits(bare) && (1..=12).contains(&bare.len())
    };
    let is_cents = |text: &str| {
        let bare = text.trim_end_matches(|c: char| is_sign(c) || c.is_whitespace() || c == ')');
        digits(bare) && (1..=2).contains(&bare.len())
    };
    let has_cents = |row: &usize| {
        let long = view.text(*row, width).parse::<f64>();
        let numbers = (0..width).filter_map(|column| view.text(*row, column).parse::<f64>().ok());
        // A sum that nobody named stands behind what it adds up.
        let is_sum = long.is_ok_and(|long| (long - numbers.sum::<f64>()).abs() < 1e-6);
        let filled = (0..view.width()).filter(|column| !view.text(*row, *column).is_empty()).count();
        let is_doubled = filled == 2 * width - 1;
        let pairs = (1..view.width()).map(|column| (view.text(*row, column - 1), view.text(*row, column)));
        let is_long = !view.text(*row, width).is_empty() && (wanted == Wanted::Accounts || is_doubled);
        is_long
            && !(is_sum && filled == width + 1)
            && pairs.into_iter().any(|(one, next)| is_whole(one) && is_cents(next))
    };
    let is_long = width < view.width() && !view.is_turned();
    layout.body().filter(|_| is_long).take(200).find(|row| is_split(row) || has_cents(row)).map(|row| (row, width))
}

/// The column of years that are left out although each row is one of them, under headings that come anew each year: its rows
/// would be added up over the years.
fn years_down(layout: &Layout, columns: &Columns) -> Option<usize> {
    let recurs = |column: &usize| layout.head(*column).period.is_some_and(|period| period.recurs());
    if columns.values.is_empty() || !columns.values.iter().all(recurs) {
        return None;
    }
    let free = |column: &usize| columns.names != Some(*column) && !columns.values.contains(column);
    let years = |column: &usize| {
        let cells = layout.body().map(|row| layout.view.text(row, *column)).filter(|text| !text.is_empty());
        let years: Vec<Option<Period>> = cells.map(|text| Period::of(text, layout.order)).collect();
        let is_year = |period: &Option<Period>| matches!(period, Some(Period::Year(_)));
        years.iter().all(is_year) && years.windows(2).any(|pair| pair[0] != pair[1])
    };
    (0..layout.view.width().min(50)).filter(free).find(|column| is_of_years(&layout.head(*column).key) && years(column))
}

/// Whether months run down and years across: what all clients paid.
fn are_months_by_year(layout: &Layout, columns: &Columns) -> bool {
    let is_year = |column: &usize| matches!(layout.head(*column).period, Some(Period::Year(_)));
    let names = layout.body().map(|row| layout.view.text(row, columns.names.unwrap_or(0)));
    let names = names.filter(|name| !name.is_empty() && words::sum_called(&fold::key(name)).is_none());
    let months: Option<Vec<Period>> = names
        .map(|name| {
            Period::of(name, layout.order).filter(|period| period.recurs() || matches!(period, Period::Month(..)))
        })
        .collect();
    !columns.values.is_empty()
        && columns.values.iter().all(is_year)
        && months.is_some_and(|months| months.len() > 2 && run(&months).is_some())
}

/// Whether each row is an event: two columns or more hold days and hardly anything else.
fn is_of_events(layout: &Layout) -> bool {
    let ages = layout.heads.iter().filter(|head| matches!(head.period, Some(Period::Age(..)))).count();
    let dated = (0..layout.view.width().min(50)).filter(|column| is_of_days(layout, *column));
    layout.heading > 0 && ages < 2 && dated.count() > 1
}

/// Whether a column holds days and hardly anything else.
fn is_of_days(layout: &Layout, column: usize) -> bool {
    let cells = layout.body().take(50).map(|row| layout.view.text(row, column)).filter(|text| !text.is_empty());
    let (mut days, mut all) = (0, 0);
    for text in cells {
        all += 1;
        days += usize::from(matches!(Period::of(text, layout.order), Some(Period::Day(_))));
    }
    all > 1 && days * 10 >= all * 9
}
