//! How old a cohort is in each of its columns.

use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::note::{AgesFrom, Note};
use crate::tables::period::{Period, Run, run};
use crate::tables::phrases;
use crate::tables::reading::Log;
use crate::tables::span::Span;

/// The age of each number.
pub(super) struct Ages {
    /// The age of each column of each row; `None` before the cohort began.
    pub rows: Vec<Vec<Option<u32>>>,
    /// The columns.
    pub columns: Vec<u32>,
    /// Whether headings name the ages and the first one is not the start.
    pub start_is_before: bool,
    /// Whether headings say which column is the start, and not its place alone.
    pub said: bool,
    /// What they are counted in, where the headings say so.
    pub span: Option<Span>,
}

/// Whether headings say that shares are of what was left a period before: all that can say it, or `false` for some of them.
pub(super) fn says_previous(matrix: &Matrix) -> Option<bool> {
    let is = |text: &String| phrases::is_of_previous(&fold::key(text));
    // The period before the first one is the start.
    let first = matrix.columns.first().is_some_and(|column| is(&column.head.text));
    let mut others = matrix.columns.iter().skip(1).map(|column| is(&column.head.text));
    let (any, all) = (others.clone().any(|is| is), others.all(|is| is) && (matrix.columns.len() > 1 || first));
    // A title may compare the whole with another year.
    (all || first || any || matrix.over.iter().any(is)).then_some(all)
}

/// Finds the ages: from headings, from calendar periods of columns and rows, from where the numbers begin, or else from the
/// order of the columns.
pub(super) fn of(matrix: &Matrix, log: &mut Log) -> Ages {
    let width = matrix.columns.len();
    let heads: Vec<Option<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let all: Option<Vec<Period>> = heads.iter().copied().collect();
    let rises = |periods: &[Period]| periods.len() == 1 || run(periods) == Some(Run::Rising);
    let ages = all.as_ref().filter(|periods| matches!(periods[0], Period::Age(..)) && rises(periods));
    if let Some(periods) = ages.filter(|_| !hangs_right(matrix)) {
        return by_headings(matrix, periods, log);
    }
    if let Some(periods) = all.as_ref().filter(|periods| periods[0].is_calendar())
        && let Some((rows, span)) = by_calendar(matrix, periods)
    {
        let counted = |(row, ages): (&NumberRow, &Vec<Option<u32>>)| {
            row.values.iter().zip(ages).any(|(value, age)| *age == Some(0) && value.number().is_some())
        };
        // No cohort was counted in the period that it began in: its start comes before all columns.
        let start_is_before = !matrix.rows.iter().zip(&rows).any(counted);
        return Ages { span: Some(span), start_is_before, said: true, ..noted(rows, AgesFrom::Calendar, width, log) };
    }
    // Counted column by column, which are as long as their headings say.
    let step = ages.and_then(|periods| if let Period::Age(step, _) = periods[0] { step } else { None });
    let span = all.as_ref().filter(|periods| periods[0].is_calendar()).and_then(|periods| Span::steady(periods));
    let span = span.or_else(|| step.map(Span::from));
    let first = |row: &Vec<Value>| row.iter().position(|value| value.number().is_some());
    let firsts: Vec<usize> = matrix.rows.iter().filter_map(|row| first(&row.values)).collect();
    let stairs = firsts.windows(2).all(|pair| pair[0] <= pair[1]) || firsts.windows(2).all(|pair| pair[0] >= pair[1]);
    if stairs && firsts.iter().min() != firsts.iter().max() {
        let ages = |first: usize| (0..width).map(|column| column.checked_sub(first).map(|age| age as u32)).collect();
        let rows = matrix.rows.iter().map(|row| ages(first(&row.values).unwrap_or(width)));
        return Ages { span, ..noted(rows.collect(), AgesFrom::FirstNumbers, width, log) };
    }
    let rows = vec![(0..width as u32).map(Some).collect(); matrix.rows.len()];
    Ages { span, ..noted(rows, AgesFrom::Order, width, log) }
}

/// Whether each cohort begins one column or more behind the one before it: numbered weeks or months across are no ages then, but
/// those of a calendar.
fn hangs_right(matrix: &Matrix) -> bool {
    let names: Option<Vec<Period>> = matrix.rows.iter().map(|row| Period::of(&row.strip.name, matrix.order)).collect();
    let first = |row: &NumberRow| row.values.iter().position(|value| value.number().is_some());
    let firsts: Option<Vec<usize>> = matrix.rows.iter().map(first).collect();
    let (Some(names), Some(mut firsts)) = (names, firsts) else { return false };
    if run(&names) == Some(Run::Falling) {
        firsts.reverse();
    }
    firsts.len() > 2 && firsts[0] == 0 && firsts.windows(2).all(|pair| pair[0] < pair[1]) && run(&names).is_some()
}

fn noted(rows: Vec<Vec<Option<u32>>>, from: AgesFrom, width: usize, log: &mut Log) -> Ages {
    let ages = rows.iter().flatten().copied().flatten();
    log.note(Note::Ages { from, first: 0, last: ages.max().unwrap_or(0), gaps: false, step: None });
    Ages { rows, columns: (0..width as u32).collect(), start_is_before: false, said: false, span: None }
}

/// Ages that the headings say: counted from the first one, unless the size stands before it.
fn by_headings(matrix: &Matrix, periods: &[Period], log: &mut Log) -> Ages {
    let ages: Vec<u32> =
        periods.iter().filter_map(|period| if let Period::Age(_, n) = period { Some(*n) } else { None }).collect();
    let first = ages[0];
    let sized = matrix.rows.iter().any(|row| row.size.number().is_some());
    // "Month 1" is the start itself where it says 100% or the size, and what is left a month later where it does not.
    let share_of = |row: &NumberRow| match (row.values[0], row.size) {
        (Value::Share(share), _) => Some(share == 100.0),
        (Value::Number(number), Value::Number(size)) => Some(number == size || number == 100.0 || number == 1.0),
        (Value::Number(number), _) => Some(number == 100.0 || number == 1.0 || number > 1.0 && number.fract() == 0.0),
        _ => None,
    };
    let mut starts = matrix.rows.iter().filter_map(share_of);
    let begins_whole = starts.clone().filter(|whole| *whole).count() * 2 > starts.by_ref().count();
    let start_is_before = first > 0 && (matrix.lost || says_previous(matrix).is_some() || !begins_whole);
    // A first period may be the start; a later one is what is left of it.
    let is_whole = |whole: f64| matrix.rows.iter().any(|row| row.values[0].number() == Some(whole));
    if first > 1 && !start_is_before && !sized && ![100.0, 1.0].into_iter().any(is_whole) {
        log.fault(Problem::NoStart(first), matrix.place(0, 0), "");
    }
    let shift = if start_is_before { 0 } else { first };
    let ages: Vec<u32> = ages.iter().map(|age| age - shift).collect();
    let gaps = ages.windows(2).any(|pair| pair[1] != pair[0] + 1) || (start_is_before && ages[0] > 1);
    let step = periods.iter().find_map(|period| if let Period::Age(step, _) = period { *step } else { None });
    log.note(Note::Ages {
        from: AgesFrom::Headings,
        first: if start_is_before && sized { 0 } else { ages[0] },
        last: ages[ages.len() - 1],
        gaps,
        step,
    });
    let rows = vec![ages.iter().copied().map(Some).collect(); matrix.rows.len()];
    Ages { rows, columns: ages, start_is_before, said: true, span: step.map(Span::from) }
}

/// Ages from the calendar: how far a column's period is from the row's, where every row names one of the same kind; and what
/// they are counted in.
fn by_calendar(matrix: &Matrix, columns: &[Period]) -> Option<(Vec<Vec<Option<u32>>>, Span)> {
    let own: Vec<Period> =
        matrix.rows.iter().map(|row| Period::of(&row.strip.name, matrix.order)).collect::<Option<_>>()?;
    let months: Vec<i64> = columns.iter().map(|column| column.month().ordinal()).collect();
    // A day of each month is that month; days closer to each other are counted by the distance that they keep.
    let monthly = months.windows(2).all(|pair| pair[0] != pair[1]);
    let of = |period: &Period| if monthly { period.month() } else { *period };
    let columns: Vec<Period> = columns.iter().map(of).collect();
    let own: Vec<Period> = own.iter().map(of).collect();
    if !own.iter().all(|row| row.is_like(columns[0])) {
        return None;
    }
    let step = if monthly { 1 } else { columns.windows(2).fold(0, |step, pair| apart(step, pair[1], pair[0])) };
    let step = own.iter().fold(step, |step, row| apart(step, columns[0], *row)).max(1);
    let ages = |own: &Period| {
        let apart = |column: &Period| Some(column.ordinal() - own.ordinal()).filter(|apart| *apart >= 0);
        columns.iter().map(|column| u32::try_from(apart(column)? / step).ok()).collect()
    };
    let rows: Vec<Vec<Option<u32>>> = own.iter().map(ages).collect();
    // Nobody is counted before the cohort began.
    let sound = |rows: &Vec<Vec<Option<u32>>>| {
        rows.iter().zip(&matrix.rows).all(|(ages, row)| {
            ages.iter().zip(&row.values).all(|(age, value)| age.is_some() || value.number().is_none_or(|n| n == 0.0))
        })
    };
    let span = if monthly { Span::of(columns[0])? } else { Span::Days(u32::try_from(step).ok()?) };
    Some(rows).filter(sound).map(|rows| (rows, span))
}

/// The greatest distance of which `step` and the distance of two periods are whole multiples.
fn apart(step: i64, one: Period, other: Period) -> i64 {
    let (mut a, mut b) = (step, (one.ordinal() - other.ordinal()).abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
