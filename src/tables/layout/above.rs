//! What stands above a table of numbers: titles, the rows that name its columns; and the lines below it that say what it counts.

use super::Wanted;
use crate::arrange::Arrange;
use crate::tables::cells::{Cell, View};
use crate::tables::heading::{self, heads, kinds, lacks_corner};
use crate::tables::money_words::is_in_scale;
use crate::tables::period::{DayOrder, Period, Run, run};
use crate::tables::vocabulary::{self as words, AgeUnit};

/// Lines below a table that say what its numbers are counted in: "Amounts in thousands of USD".
pub fn footnotes(view: &View, heading: usize) -> Vec<String> {
    const BEGINNINGS: [&str; 14] = [
        "in ",
        "amounts",
        "all amounts",
        "figures",
        "all figures",
        "values",
        "numbers",
        "revenue",
        "в ",
        "суммы",
        "все суммы",
        "данные",
        "цифры",
        "выручка",
    ];
    let said = |row: usize| {
        let text = view.text(row, view.first_filled(row)?);
        let key = crate::tables::fold::key(text.trim_start_matches(['*', '(', ' ']));
        let begins = || key.contains(' ') && BEGINNINGS.iter().any(|word| key.starts_with(word));
        let is_note = view.filled(row) == 1 && (begins() || is_in_scale(text));
        is_note.then(|| text.to_owned())
    };
    (heading..view.height()).rev().take(5).filter_map(said).collect()
}

/// How many rows stand above the table: rows of few words over rows of many cells.
pub fn titles_above(view: &View) -> usize {
    let looked = view.height().min(200);
    let each: Vec<usize> = (0..looked).map(|row| view.filled(row)).collect();
    // However many lines stand above it, the table says how long its rows are.
    let lines = (0..looked).take_while(|row| {
        each[*row] < 2 && view.first_filled(*row).is_none_or(|at| view.at(*row, at).number().is_none())
    });
    let mut counts = each[lines.count()..].to_vec();
    counts.arrange();
    let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
    // Periods that each stand over some columns.
    let spans = |row: usize| {
        let texts = (0..view.width()).map(|column| view.text(row, column)).filter(|text| !text.is_empty());
        texts.clone().count() > 1 && texts.into_iter().all(|text| Period::of(text, DayOrder::DayFirst).is_some())
    };
    let is_title = |row: usize| {
        // "Actual | | Forecast"
        if view.text(row, 0).is_empty() && kinds(view, row).is_some() {
            return false;
        }
        let words = (0..view.width()).all(|column| matches!(view.at(row, column), Cell::Blank | Cell::Word));
        words && (each[row] == 1 || each[row] * 2 <= usual && usual >= 4 && !spans(row))
    };
    let titles = (0..looked).take_while(|row| is_title(*row)).count();
    // One cell a row all the way down is a column, and its first cell the heading.
    if usual < 2 || titles == looked { 0 } else { titles }
}

/// How many rows name the columns, and whether that is in doubt.
pub fn heading_of(view: &View, wanted: Wanted, order: DayOrder) -> (usize, bool) {
    if view.height() == 0 {
        return (0, false);
    }
    if view.height() > 2 && are_years_over(view, 1, order) {
        return (2, false);
    }
    let is_kinds = view.text(0, 0).is_empty() && kinds(view, 0).is_some();
    if is_kinds && view.height() > 2 && names_columns(view, 1, wanted, order).0 {
        return (2, false);
    }
    let (one, doubt) = names_columns(view, 0, wanted, order);
    if one && view.height() > 2 && view.filled(0) >= 2 {
        // A second row of headings names what the first one spans; the corner stands in either.
        let corner = view.text(1, 0).is_empty() || view.text(0, 0).is_empty() && words::names_rows(&view.key(1, 0));
        // Below cohorts across stand their sizes.
        let sizes = wanted == Wanted::Cohorts && is_row_of_sizes(view, order);
        let below = corner && !doubt && !sizes && names_columns(view, 1, wanted, order).0;
        let spans = (0..view.width()).any(|column| view.text(0, column).is_empty() && !view.text(1, column).is_empty());
        // "Sum of MRR" over each of the months.
        let upper = || (1..view.width()).map(|column| view.text(0, column)).filter(|text| !text.is_empty());
        let is_period = |column: usize| Period::of(view.text(1, column), order).is_some();
        let is_one = upper().count() > 1
            && upper().all(|text| Some(text) == upper().next())
            && (1..view.width()).all(|column| view.text(1, column).is_empty() || is_period(column));
        if below && (spans || is_one) {
            return (2, false);
        }
    }
    (usize::from(one), doubt)
}

/// Whether the second row holds nothing but sizes below periods.
fn is_row_of_sizes(view: &View, order: DayOrder) -> bool {
    words::is_size_heading(&view.key(1, 0))
        && (1..view.width())
            .all(|column| view.at(1, column).number().is_some() && Period::of(view.text(0, column), order).is_some())
}

/// Whether the first row names a year over each month or quarter of a row below it, and nothing else but sums.
fn are_years_over(view: &View, below: usize, order: DayOrder) -> bool {
    let of = |row: usize, column: usize| Period::of(view.text(row, column), order);
    let recurs = |column: usize| of(below, column).is_some_and(|period| period.recurs());
    let named = (1..view.width()).filter(|column| !view.text(0, *column).is_empty());
    let is_sum = |row: usize, column: usize| {
        let key = view.key(row, column);
        words::sum_called(&key).is_some() || words::is_subtotal(&key)
    };
    let (sums, years): (Vec<usize>, Vec<usize>) = named.partition(|column| is_sum(0, *column));
    let are_years = years.iter().all(|column| matches!(of(0, *column), Some(Period::Year(_))) && recurs(*column));
    let months = (1..view.width()).filter(|column| recurs(*column)).count();
    let are_sums = || sums.iter().all(|column| view.text(below, *column).is_empty() || is_sum(below, *column));
    let is_year = |column: usize| matches!(of(0, column), Some(Period::Year(_)));
    // One year over all of its months, below nothing and above a heading.
    let is_alone = || {
        let names = view.key(below, 0);
        let heads = || (1..view.width()).filter(|column| !view.text(below, *column).is_empty());
        let is_head = |column: usize| recurs(column) || is_sum(below, column);
        view.filled(0) == 1
            && !names.is_empty()
            && of(below, 0).is_none()
            && years.iter().all(|year| *year <= 2)
            && heads().all(is_head)
    };
    if years.is_empty() && is_year(0) && months > 1 && is_alone() {
        return true;
    }
    are_years && are_sums() && (years.len() > 1 || years.len() == 1 && months > 1 && (!sums.is_empty() || is_alone()))
}

/// Whether the second row names quarters between the years of the first and the months of the third, as spreadsheets group days.
pub fn are_quarters_between(view: &View, order: DayOrder) -> bool {
    let of = |row: usize, column: usize| Period::of(view.text(row, column), order);
    let quarter = |column: &usize| matches!(of(1, *column), Some(Period::Age(Some(AgeUnit::Quarter), _)));
    let (quarters, others): (Vec<usize>, Vec<usize>) =
        (1..view.width()).filter(|column| !view.text(1, *column).is_empty()).partition(quarter);
    let is_month = |column: &usize| matches!(of(2, *column), Some(Period::MonthOnly(_)));
    view.height() > 3
        && !quarters.is_empty()
        && quarters.iter().all(is_month)
        && others.iter().all(|column| words::is_subtotal(&view.key(1, *column)) && view.text(2, *column).is_empty())
        && are_years_over(view, 2, order)
}

/// Years that tables of clients are rather about.
const LIKELY_YEARS: std::ops::RangeInclusive<i64> = 2000..=2040;

/// Whether a row names the columns, and whether that is in doubt.
fn names_columns(view: &View, row: usize, wanted: Wanted, order: DayOrder) -> (bool, bool) {
    let width = view.width();
    let numbers = (0..width).filter(|column| view.at(row, *column).number().is_some()).count();
    let below =
        || (row + 1..view.height().min(row + 50)).any(|row| (0..width).any(|c| view.at(row, c).number().is_some()));
    let first = view.key(row, 0);
    let known = is_in_scale(view.text(row, 0))
        || words::is_account_heading(&first)
        || words::is_cohort_heading(&first)
        || words::is_period_heading(&first)
        || words::is_size_heading(&first);
    if heading::years_corner(view, row, order) {
        return (true, false);
    }
    if numbers == 0 {
        let words = (0..width).filter(|column| view.at(row, *column) == Cell::Word).count();
        let names = words > 1 && words * 2 >= view.filled(row) || known || width == 1;
        // Lists of nothing but names and days have no number in any row.
        let is_day = |row: usize, c: usize| {
            matches!(Period::of(view.text(row, c), order), Some(Period::Day(_) | Period::Month(..)))
        };
        let dated = || {
            let next = (row + 1..view.height()).next();
            (0..width).all(|c| !is_day(row, c)) && next.is_some_and(|next| (0..width).any(|c| is_day(next, c)))
        };
        return (names && words > 0 && (below() || known || dated()), false);
    }
    if lacks_corner(view, row, order) {
        return (true, false);
    }
    // No client is called "Client", whatever numbers stand beside it.
    if words::names_rows(&first) {
        return (true, false);
    }
    // Nor are the amounts of one behind the word for a month, above two months.
    let is_calendar = |row: usize| Period::of(view.text(row, 0), order).is_some_and(Period::is_calendar);
    if wanted == Wanted::Accounts && words::is_period_heading(&first) && (row + 1..row + 3).all(is_calendar) {
        return (true, false);
    }
    let heads = heads(view, row + 1, order);
    let from = usize::from(!first.is_empty() && view.at(row, 0).number().is_none());
    let named = |column: usize| -> bool {
        let head = &heads[column];
        head.period.is_some() || view.at(row, column).number().is_none()
    };
    let all_named = (from..width).all(named);
    let periods: Vec<Period> = (from..width).filter_map(|column| heads[column].period).collect();
    let labelled = (from..width).any(|column| heads[column].is_labelled());
    let serial = periods.iter().any(|period| period.is_calendar());
    let starts = |most: u32| matches!(periods.first(), Some(Period::Age(_, n)) if *n <= most);
    let runs =
        run(&periods) == Some(Run::Rising) && (serial || labelled || starts(1)) || run(&periods).is_some() && serial;
    let one =
        periods.len() == 1 && (known || from == 0 && view.text(row, 0).is_empty()) && (serial || labelled || starts(1));
    if !all_named || !(runs || one || known && run(&periods) == Some(Run::Rising)) {
        return (false, false);
    }
    // Amounts may look like years, unless these count on or stand behind an empty corner.
    let years: Vec<i64> =
        periods.iter().filter(|period| matches!(period, Period::Year(_))).map(|p| p.ordinal()).collect();
    let count_on = years.windows(2).all(|pair| pair[0].abs_diff(pair[1]) == 1) && years.len() > 1;
    if years.len() == periods.len() && !labelled && !known && !first.is_empty() && !count_on {
        return (years.iter().all(|year| LIKELY_YEARS.contains(year)), true);
    }
    let certain = known || labelled || serial || from == 0 || wanted == Wanted::Cohorts;
    (true, !certain)
}
