//! What the numbers of cohorts count: clients, or shares of the start.

use super::CohortDraft;
use super::ages::{Ages, says_previous};
use crate::arrange::Arrange;
use crate::tables::choice::{Base, Choice, Start, Unit};
use crate::tables::fault::Problem;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::note::{Note, Why};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::role::Role;

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
    let numbers = |row: &mut NumberRow| std::mem::take(&mut row.values).iter().map(number).collect();
    let left = matrix.rows.iter_mut().map(numbers).collect();
    let start = Begins { before: ages.start_is_before, said: ages.said };
    let mut draft = CohortDraft { ages: ages.rows, left, matrix };
    forget_before_start(&mut draft);
    let sized = draft.matrix.rows.iter().any(|row| row.size.number().is_some());
    let shares = matches!(unit, Unit::PerCent | Unit::Shares);
    let unit = match (shares, sized) {
        (true, _) => {
            let base = base(&draft, log);
            let start = start.of_shares(&mut draft, sized, base, log);
            if base == Base::Previous {
                multiply(&mut draft, log);
            }
            if sized {
                let whole = base == Base::Start && !draft.matrix.paid;
                counts_of_shares(&mut draft, whole, log);
                if start != Some(Start::Here) {
                    put_sizes_first(&mut draft);
                }
                if draft.matrix.paid { Unit::Money } else { Unit::Counts }
            } else {
                whole_starts(&mut draft, start, log);
                Unit::PerCent
            }
        }
        (false, true) => {
            starts_from_sizes(&mut draft, &start, log);
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
    if let Some(known) = matrix.known {
        return known;
    }
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
    let (likely, certain) = if matrix.names_currency {
        (Unit::Money, true)
    } else if said {
        (if most <= 1.0 { Unit::Shares } else { Unit::PerCent }, true)
    } else if most <= 1.0 && fractions {
        (Unit::Shares, first(1.0) || sized || ages.start_is_before)
    } else if fractions && (first(100.0) || by_size(100.0)) {
        (Unit::PerCent, true)
    } else if first(100.0) && most <= 100.0 && numbers.len() > matrix.rows.len() {
        // A hundred clients may be a cohort; several cohorts of exactly a hundred hardly are.
        (if matrix.rows.len() > 1 || by_size(100.0) { Unit::PerCent } else { Unit::Counts }, false)
    } else if matrix.paid && by_size(100.0) {
        // What was paid at the start, and shares or amounts of it.
        (Unit::PerCent, false)
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

/// Some numbers have a per cent sign: then all are shares, or the fewer of the two kinds are named.
fn with_signs(matrix: &Matrix, shares: usize, numbers: &[f64], log: &mut Log) -> Unit {
    if numbers.is_empty() {
        return Unit::PerCent;
    }
    // A few signs that somebody forgot, or zeros, change nothing.
    if numbers.iter().all(|number| *number == 0.0) {
        return Unit::PerCent;
    }
    // Fractions of one among per cent are no per cent that lost its sign.
    let are_of_one = numbers.iter().all(|number| *number <= 1.0);
    let fits = !are_of_one && numbers.iter().all(|number| *number <= 100.0) && numbers.len() < shares;
    let cells_with = |is_one: fn(&Value) -> bool| {
        let cells = (0..matrix.rows.len()).flat_map(|row| (0..matrix.columns.len()).map(move |column| (row, column)));
        cells.filter(move |(row, column)| is_one(&matrix.rows[*row].values[*column]))
    };
    let mut bare = cells_with(|value| matches!(value, Value::Number(n) if *n != 0.0));
    if fits {
        let first = bare.next().map(|(row, column)| matrix.place(row, column)).unwrap_or_default();
        let options = vec![Choice::Unit(Unit::PerCent), Choice::Unit(Unit::Counts)];
        let about = About::Cells(first, numbers.len());
        return log.ask(about, options, 0).unit().unwrap_or(Unit::PerCent);
    }
    // Whichever are fewer stand out.
    if shares < numbers.len() {
        for (row, column) in cells_with(|value| matches!(value, Value::Share(_))) {
            log.fault(Problem::PerCentHere, matrix.place(row, column), "");
        }
        return Unit::Counts;
    }
    for (row, column) in bare {
        let text = matrix.rows[row].values[column].number().map(|n| n.to_string()).unwrap_or_default();
        log.fault(Problem::MixedUnits, matrix.place(row, column), &text);
    }
    Unit::PerCent
}

/// What shares are taken of: the start, unless headings or titles say otherwise.
fn base(draft: &CohortDraft, log: &mut Log) -> Base {
    let is_open = draft.matrix.known.is_none();
    let said = says_previous(&draft.matrix).filter(|_| is_open);
    // Of the start less and less is left; of what was left before there may be more.
    let said = said.or_else(|| (is_open && draft.only_rises()).then_some(false));
    let chosen = log.choice(|choice| if let Choice::Base(base) = choice { Some(*base) } else { None });
    let base = match said {
        None if chosen.is_none() => return Base::Start,
        Some(true) if chosen.is_none() => Base::Previous,
        _ => {
            let options = [Base::Previous, Base::Start].map(Choice::Base).to_vec();
            let taken = log.ask(About::Table, options, usize::from(said.is_none()));
            if taken == Choice::Base(Base::Previous) { Base::Previous } else { Base::Start }
        }
    };
    log.notes.extend((base == Base::Previous).then_some(Note::OfPrevious));
    base
}

/// Shares of what was left a period before, as shares of the start.
fn multiply(draft: &mut CohortDraft, log: &mut Log) {
    let mut behind = 0;
    let mut ages: Vec<u32> = draft.ages.iter().flatten().copied().flatten().filter(|age| *age > 0).collect();
    ages.arrange();
    ages.dedup();
    for row in 0..draft.left.len() {
        let mut left = Some(100.0);
        let mut expected = ages.iter();
        for column in draft.in_order(row) {
            let (Some(age), Some(share)) = (draft.ages[row][column], draft.left[row][column]) else { continue };
            if age == 0 {
                left = Some(share);
                continue;
            }
            // Behind a gap nothing says how many were left.
            left =
                left.filter(|_| expected.next() == Some(&age)).map(|left| (left * share / 100.0 * 1e9).round() / 1e9);
            behind += usize::from(left.is_none());
            draft.left[row][column] = left;
        }
    }
    log.notes.extend((behind > 0).then_some(Note::BehindGap(behind)));
}

/// What is known of where cohorts begin.
struct Begins {
    /// Whether no column is the start.
    before: bool,
    /// Whether headings say which column is.
    said: bool,
}

impl Begins {
    /// What the first column of shares is, where it does not say 100% throughout; the ages count on from it.
    fn of_shares(&self, draft: &mut CohortDraft, sized: bool, base: Base, log: &mut Log) -> Option<Start> {
        let starts = draft.starts();
        if log.faults.stop() {
            return None;
        }
        if self.before || starts.is_empty() {
            if sized {
                first_age(log, |_| 0);
            }
            return Some(Start::Before);
        }
        let whole = starts.iter().filter(|start| **start == 100.0).count();
        if whole == starts.len() {
            return None;
        }
        let labelled = draft.matrix.columns.first().is_some_and(|column| column.head.period.is_some());
        let start = if whole == 0 && !self.said && (sized || base == Base::Previous || draft.matrix.lost) {
            // What is left of a size after the first period.
            Start::Before
        } else {
            let here = if sized && !self.said { whole * 2 >= starts.len() } else { labelled || whole > 0 };
            let options = vec![Choice::Start(Start::Before), Choice::Start(Start::Here)];
            let taken = log.ask(About::Table, options, usize::from(here));
            if taken == Choice::Start(Start::Before) { Start::Before } else { Start::Here }
        };
        if start == Start::Before {
            draft.begin_later(sized, log);
        }
        Some(start)
    }
}

/// Changes the ages that are told.
fn first_age(log: &mut Log, of: fn(u32) -> u32) {
    for note in &mut log.notes {
        if let Note::Ages { first, .. } = note {
            *first = of(*first);
        }
    }
}

impl CohortDraft {
    /// The numbers at age 0.
    fn starts(&self) -> Vec<f64> {
        let at_start = |(left, age): (&Option<f64>, &Option<u32>)| left.filter(|_| *age == Some(0));
        self.left.iter().zip(&self.ages).flat_map(|(left, ages)| left.iter().zip(ages).filter_map(at_start)).collect()
    }

    /// Whether shares that begin below the whole rise from age to age, never fall, and stay below the whole.
    fn only_rises(&self) -> bool {
        let row = |row| self.in_order(row).into_iter().filter_map(|column| self.left[row][column]).collect();
        let rows: Vec<Vec<f64>> = (0..self.left.len()).map(row).collect();
        let pairs = |is: fn(f64, f64) -> bool| rows.iter().any(|row| row.windows(2).any(|pair| is(pair[0], pair[1])));
        let below = rows.iter().flatten().all(|share| *share < 100.0);
        below && pairs(|one, next| next > one) && !pairs(|one, next| next < one)
    }

    /// Counts all ages from a start that stands in no column of ages.
    fn begin_later(&mut self, sized: bool, log: &mut Log) {
        self.ages.iter_mut().flatten().flatten().for_each(|age| *age += 1);
        for note in &mut log.notes {
            if let Note::Ages { last, .. } = note {
                *last += 1;
            }
        }
        if sized { first_age(log, |_| 0) } else { first_age(log, |age| age + 1) }
    }
}

/// Sizes and shares of them: clients, rounded to whole ones where they are.
fn counts_of_shares(draft: &mut CohortDraft, whole: bool, log: &mut Log) {
    for (row, left) in draft.matrix.rows.iter().zip(&mut draft.left) {
        let size = row.size.number();
        for share in left.iter_mut() {
            let count = share.zip(size).map(|(share, size)| share * size / 100.0);
            *share = count.map(|count| if whole { count.round() } else { (count * 1e9).round() / 1e9 });
        }
    }
    log.notes.extend(whole.then_some(Note::CountsFromShares));
}

/// A column of sizes next to counts: the start, where no column says it.
fn starts_from_sizes(draft: &mut CohortDraft, start: &Begins, log: &mut Log) {
    let at_start = |(left, age): (&Option<f64>, &Option<u32>)| left.filter(|_| *age == Some(0));
    let rows = draft.matrix.rows.iter().zip(draft.left.iter().zip(&draft.ages));
    let starts =
        rows.filter_map(|(row, (left, ages))| Some((row.size.number()?, left.iter().zip(ages).find_map(at_start)?)));
    let starts: Vec<(f64, f64)> = starts.collect();
    let same = starts.iter().filter(|(size, start)| size == start).count();
    if start.before || starts.is_empty() || !start.said && same * 2 < starts.len() {
        if start.before || starts.is_empty() {
            first_age(log, |_| 0);
        } else {
            // Without ages in the headings the size is the first count, and the others follow it.
            draft.begin_later(true, log);
        }
        put_sizes_first(draft);
        return;
    }
    let same = same == starts.len();
    let Some(strip) = draft.matrix.sizes.clone() else { return };
    if same {
        let columns = draft.left.iter().flatten().flatten().count();
        put_sizes_first(draft);
        // A cohort that is older than the columns begins with its size.
        if draft.left.iter().flatten().flatten().count() == columns {
            log.note(Note::LeftOut(strip, Why::Same));
        }
        return;
    }
    // The size and the count at age 0 differ: the count is what the later ones are part of.
    let at = strip.at;
    let own = if draft.matrix.paid { Role::Start } else { Role::Sizes };
    let options = vec![Choice::Column(at, Role::LeftOut), Choice::Column(at, own)];
    if log.ask(About::Strip(strip.clone()), options, 0) == Choice::Column(at, Role::LeftOut) {
        log.notes.retain(|note| *note != Note::Column(strip.clone(), own));
        log.note(Note::LeftOut(strip, Why::NotStart));
        return;
    }
    for ((row, left), ages) in draft.matrix.rows.iter().zip(&mut draft.left).zip(&draft.ages) {
        if let Some((start, _)) = left.iter_mut().zip(ages).find(|(_, age)| **age == Some(0)) {
            *start = row.size.number();
        }
    }
}

/// Puts the size of each cohort before its numbers, at age 0, where nothing stands there.
fn put_sizes_first(draft: &mut CohortDraft) {
    put_first(draft, |row| row.size.number());
}

/// Puts a number at age 0 of each cohort that has none there.
fn put_first(draft: &mut CohortDraft, of: impl Fn(&NumberRow) -> Option<f64>) {
    for ((row, left), ages) in draft.matrix.rows.iter().zip(&mut draft.left).zip(&mut draft.ages) {
        let begun = left.iter().zip(ages.iter()).any(|(left, age)| left.is_some() && *age == Some(0));
        let start = of(row).filter(|_| !begun);
        left.push(start);
        ages.push(start.map(|_| 0));
    }
}

/// Shares without sizes begin with 100%.
fn whole_starts(draft: &mut CohortDraft, start: Option<Start>, log: &mut Log) {
    match start {
        // Whoever was not counted at the start was whole there too.
        None => put_first(draft, |_| Some(100.0)),
        Some(Start::Before) => {
            put_first(draft, |_| Some(100.0));
            log.note(Note::StartAdded);
        }
        Some(Start::Here) => {
            for left in &mut draft.left {
                let first = left.iter().copied().flatten().next();
                let Some(whole) = first.filter(|whole| *whole > 0.0) else { continue };
                left.iter_mut().flatten().for_each(|share| *share = *share / whole * 100.0);
            }
            log.note(Note::Rebased);
        }
    }
}
