//! What the numbers of cohorts count: clients, or shares of the start.

use super::CohortDraft;
use super::ages::Ages;
use crate::tables::choice::{About, Choice, Role, Start, Unit};
use crate::tables::fault::Problem;
use crate::tables::matrix::{Matrix, Row, Value};
use crate::tables::note::{Note, Why};
use crate::tables::reading::Log;

/// What the numbers count, and the numbers in that unit: clients, or per cent of the start.
pub(super) fn of(mut matrix: Matrix, ages: Ages, log: &mut Log) -> (Unit, CohortDraft) {
    let unit = unit(&matrix, &ages, log);
    let factor = if unit == Unit::Shares { 100.0 } else { 1.0 };
    let number = |value: &Value| match value {
        // Two steps, so that 0.631 is the 63.1 that one would have typed.
        Value::Number(number) if factor > 1.0 => Some((number * 1e14).round() / 1e12),
        value => value.number(),
    };
    // Each row gives its numbers away, so that they are held once.
    let numbers = |row: &mut Row| std::mem::take(&mut row.values).iter().map(number).collect();
    let left = matrix.rows.iter_mut().map(numbers).collect();
    let mut draft = CohortDraft { ages: ages.rows, left, matrix };
    forget_before_start(&mut draft);
    let sized = draft.matrix.rows.iter().any(|row| row.size.number().is_some());
    let shares = matches!(unit, Unit::PerCent | Unit::Shares);
    let unit = match (shares, sized) {
        (true, true) => {
            counts_of_shares(&mut draft, ages.start_is_before, log);
            Unit::Counts
        }
        (true, false) => {
            whole_starts(&mut draft, ages.start_is_before, log);
            Unit::PerCent
        }
        (false, true) => {
            starts_from_sizes(&mut draft, ages.start_is_before, log);
            unit
        }
        (false, false) => unit,
    };
    (unit, draft)
}

/// Numbers that stand before their cohort began are none.
fn forget_before_start(draft: &mut CohortDraft) {
    for (ages, left) in draft.ages.iter().zip(&mut draft.left) {
        ages.iter().zip(left).filter(|(age, _)| age.is_none()).for_each(|(_, left)| *left = None);
    }
}

/// Decides what the numbers count, and asks where two answers are possible.
fn unit(matrix: &Matrix, ages: &Ages, log: &mut Log) -> Unit {
    let cells = || (0..matrix.rows.len()).flat_map(|row| (0..matrix.columns.len()).map(move |column| (row, column)));
    let shares = cells().filter(|(row, column)| matches!(matrix.rows[*row].values[*column], Value::Share(_))).count();
    let numbers: Vec<f64> = cells()
        .filter_map(|(row, column)| if let Value::Number(n) = matrix.rows[row].values[column] { Some(n) } else { None })
        .collect();
    let chosen = log.choice(Choice::unit);
    if shares > 0 && chosen.is_none_or(|unit| unit == Unit::PerCent) {
        return with_signs(matrix, shares, &numbers, log);
    }
    let said = matrix.says_per_cent;
    let sizes = matrix.rows.iter().filter_map(|row| row.size.number());
    let sized = sizes.clone().next().is_some();
    let fractions = numbers.iter().any(|number| number.fract() != 0.0);
    let most = numbers.iter().copied().fold(0.0, f64::max);
    let first = |whole: f64| {
        let mut firsts = matrix.rows.iter().filter_map(|row| row.values.iter().find_map(|value| value.number()));
        firsts.all(|first| first == whole)
    };
    let by_size = |whole: f64| sized && most <= whole && sizes.clone().all(|size| size > whole);
    let (likely, certain) = if said {
        (if most <= 1.0 { Unit::Shares } else { Unit::PerCent }, true)
    } else if most <= 1.0 && fractions {
        (Unit::Shares, first(1.0) || sized || ages.start_is_before)
    } else if fractions && (first(100.0) || by_size(100.0)) {
        (Unit::PerCent, true)
    } else if first(100.0) && most <= 100.0 && numbers.len() > matrix.rows.len() {
        // A hundred clients may be a cohort; several cohorts of exactly a hundred hardly are.
        (if matrix.rows.len() > 1 || by_size(100.0) { Unit::PerCent } else { Unit::Counts }, false)
    } else if matrix.is_money {
        (Unit::Money, true)
    } else if fractions && most <= 100.0 && !matrix.rows.is_empty() {
        // Clients are whole.
        (Unit::PerCent, false)
    } else if by_size(100.0) {
        // As whole as clients, and as few as per cent of so many.
        (Unit::PerCent, false)
    } else {
        (Unit::Counts, true)
    };
    if certain && chosen.is_none() {
        return likely;
    }
    let options =
        [Unit::Counts, Unit::PerCent, Unit::Shares, Unit::Money].into_iter().map(Choice::Unit).collect::<Vec<_>>();
    let default = options.iter().position(|option| *option == Choice::Unit(likely)).unwrap_or(0);
    log.ask(About::Table, options, default).unit().unwrap_or(likely)
}

/// Some numbers have a per cent sign: then all are shares, or those without one are named.
fn with_signs(matrix: &Matrix, shares: usize, numbers: &[f64], log: &mut Log) -> Unit {
    if numbers.is_empty() {
        return Unit::PerCent;
    }
    // A few signs that somebody forgot, or zeros, change nothing.
    if numbers.iter().all(|number| *number == 0.0) {
        return Unit::PerCent;
    }
    let fits = numbers.iter().all(|number| *number <= 100.0) && numbers.len() < shares;
    let cells = (0..matrix.rows.len()).flat_map(|row| (0..matrix.columns.len()).map(move |column| (row, column)));
    let mut bare =
        cells.filter(|(row, column)| matches!(matrix.rows[*row].values[*column], Value::Number(n) if n != 0.0));
    if fits {
        let first = bare.next().map(|(row, column)| matrix.place(row, column)).unwrap_or_default();
        let options = vec![Choice::Unit(Unit::PerCent), Choice::Unit(Unit::Counts)];
        let about = About::Cells(first, numbers.len());
        return log.ask(about, options, 0).unit().unwrap_or(Unit::PerCent);
    }
    for (row, column) in bare {
        let text = matrix.rows[row].values[column].number().map(|n| n.to_string()).unwrap_or_default();
        log.fault(Problem::MixedUnits, matrix.place(row, column), &text);
    }
    Unit::PerCent
}

/// Sizes and shares of them: clients, rounded to whole ones.
fn counts_of_shares(draft: &mut CohortDraft, start_is_before: bool, log: &mut Log) {
    for (row, left) in draft.matrix.rows.iter().zip(&mut draft.left) {
        let size = row.size.number();
        for share in left.iter_mut() {
            *share = share.zip(size).map(|(share, size)| (share * size / 100.0).round());
        }
    }
    log.note(Note::CountsFromShares);
    if start_is_before {
        put_sizes_first(draft);
    }
}

/// A column of sizes next to counts: the start, where no column says it.
fn starts_from_sizes(draft: &mut CohortDraft, start_is_before: bool, log: &mut Log) {
    let firsts = || {
        draft
            .matrix
            .rows
            .iter()
            .zip(&draft.left)
            .filter_map(|(row, left)| Some((row.size.number()?, left.first().copied()??)))
    };
    let same = firsts().all(|(size, first)| size == first);
    let heads = draft.matrix.columns.first().is_some_and(|column| column.head.period.is_some());
    if start_is_before || !heads && !same {
        if !start_is_before {
            // Without ages in the headings the size is the first count, and the others follow it.
            draft.ages.iter_mut().flatten().flatten().for_each(|age| *age += 1);
        }
        put_sizes_first(draft);
        return;
    }
    let Some(strip) = draft.matrix.sizes.clone() else { return };
    if same {
        log.note(Note::LeftOut(strip, Why::Same));
        return;
    }
    // The size and the count at age 0 differ: the count is what the later ones are part of.
    let at = strip.at;
    let options = vec![Choice::Column(at, Role::LeftOut), Choice::Column(at, Role::Sizes)];
    if log.ask(About::Strip(strip.clone()), options, 0) == Choice::Column(at, Role::LeftOut) {
        log.note(Note::LeftOut(strip, Why::Chosen));
        return;
    }
    for ((row, left), ages) in draft.matrix.rows.iter().zip(&mut draft.left).zip(&draft.ages) {
        if let Some((start, _)) = left.iter_mut().zip(ages).find(|(_, age)| **age == Some(0)) {
            *start = row.size.number();
        }
    }
}

/// Puts the size of each cohort before its numbers, at age 0.
fn put_sizes_first(draft: &mut CohortDraft) {
    for ((row, left), ages) in draft.matrix.rows.iter().zip(&mut draft.left).zip(&mut draft.ages) {
        left.push(row.size.number());
        ages.push(row.size.number().map(|_| 0));
    }
}

/// Shares without sizes begin with 100%.
fn whole_starts(draft: &mut CohortDraft, start_is_before: bool, log: &mut Log) {
    let first = |left: &Vec<Option<f64>>| left.iter().copied().flatten().next();
    let firsts: Vec<f64> = draft.left.iter().filter_map(first).collect();
    if firsts.iter().all(|first| *first == 100.0) || !log.faults.is_empty() {
        return;
    }
    let labelled = draft.matrix.columns.first().is_some_and(|column| column.head.period.is_some());
    let start = if start_is_before {
        Start::Before
    } else {
        let options = vec![Choice::Start(Start::Before), Choice::Start(Start::Here)];
        let taken = log.ask(About::Table, options, usize::from(labelled || firsts.contains(&100.0)));
        if taken == Choice::Start(Start::Before) { Start::Before } else { Start::Here }
    };
    match start {
        Start::Before => {
            if !start_is_before {
                draft.ages.iter_mut().flatten().flatten().for_each(|age| *age += 1);
            }
            for (left, ages) in draft.left.iter_mut().zip(&mut draft.ages) {
                left.push(Some(100.0));
                ages.push(Some(0));
            }
            log.note(Note::StartAdded);
        }
        Start::Here => {
            for left in &mut draft.left {
                let Some(whole) = first(left).filter(|whole| *whole > 0.0) else { continue };
                left.iter_mut().flatten().for_each(|share| *share = *share / whole * 100.0);
            }
            log.note(Note::Rebased);
        }
    }
}
