//! Which side the rows of a table of numbers are on.

use super::{Layout, Wanted};
use crate::tables::cells::{Cell, View};
use crate::tables::choice::Choice;
use crate::tables::period::{Period, Run, run, serial_days};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::vocabulary as words;

/// The periods that the first column names, below the heading, if it names nothing else; sums apart.
pub fn periods_of_first_column(layout: &Layout, wanted: Wanted) -> Option<Vec<Period>> {
    let rows = layout.heading..layout.view.height();
    let texts = rows.map(|row| layout.view.text(row, 0)).filter(|text| !text.is_empty());
    // Sums and sizes stand beside periods.
    let is_size = |key: &str| wanted == Wanted::Cohorts && words::is_size_heading(key);
    let is_beside = |key: &str| words::sum_called(key).is_some() || is_size(key);
    let texts: Vec<&str> = texts.filter(|text| !is_beside(&crate::tables::fold::key(text))).collect();
    // "Signed up" above "Month 1" is where ages begin.
    let is_age = |text: &&str| matches!(Period::of(text, layout.order), Some(Period::Age(Some(_), _)));
    let texts = match &texts[..] {
        [first, rest @ ..]
            if wanted == Wanted::Cohorts && Period::of(first, layout.order).is_none() && rest.len() > 1 =>
        {
            if rest.iter().all(is_age) { rest } else { &texts[..] }
        }
        all => all,
    };
    let periods: Option<Vec<Period>> = texts.iter().map(|text| Period::of(text, layout.order)).collect();
    let periods = periods.or_else(|| {
        let numbers: Option<Vec<f64>> = texts.iter().map(|text| text.parse().ok()).collect();
        numbers.and_then(|numbers| serial_days(&numbers))
    });
    // Bare numbers count on from the start; others are amounts.
    let said = words::is_period_heading(&layout.head(0).key);
    let counts = |periods: &[Period]| match periods.first() {
        Some(Period::Age(None, first)) => run(periods) == Some(Run::Rising) && (*first <= 1 || said),
        _ => run(periods).is_some(),
    };
    periods.filter(|periods| counts(periods))
}

/// Whether the first column holds nothing but words below the heading.
pub fn is_worded(layout: &Layout) -> bool {
    layout.body().all(|row| matches!(layout.view.at(row, 0), Cell::Word | Cell::Blank))
}

/// Whether the wanted rows stand in columns.
pub fn is_turned(layout: &Layout, wanted: Wanted, log: &mut Log) -> bool {
    let view = &layout.view;
    let chosen = log.choice(|choice| if let Choice::Turned(turned) = choice { Some(*turned) } else { None });
    let numeric = |column: usize| layout.body().take(200).any(|row| view.at(row, column).number().is_some());
    let columns: Vec<usize> = (0..view.width().min(2_000)).filter(|column| numeric(*column)).collect();
    let first = periods_of_first_column(layout, wanted);
    let heads =
        |from: usize| -> Vec<Period> { layout.heads.iter().skip(from).filter_map(|head| head.period).collect() };
    let across = run(&heads(1)).is_some() || matches!(heads(1)[..], [one] if one.is_calendar() || columns.len() < 3);
    let (turned, doubt) = match (wanted, &first) {
        (Wanted::Cohorts, _) if columns.len() == 1 && layout.body().len() > 1 => {
            let names = columns[0] > 0 && first.as_ref().is_none_or(|periods| periods[0].is_calendar());
            (falls(view, layout.body(), columns[0]) || !names, names)
        }
        (Wanted::Cohorts, Some(periods)) => {
            let ages = |periods: &[Period]| matches!(periods.first(), Some(Period::Age(..)));
            let labelled = periods.iter().any(|period| matches!(period, Period::Age(Some(_), _)));
            let from_zero = matches!(periods.first(), Some(Period::Age(None, 0)));
            let said = layout.heading > 0 && words::is_period_heading(&layout.head(0).key);
            let down = labelled || from_zero || said && ages(periods);
            let named = words::is_cohort_heading(&layout.head(0).key);
            let calendar = !down && !named && layout.heading > 0 && !across && !ages(periods) && columns.len() > 1;
            let falling = || columns.iter().filter(|c| **c > 0).all(|column| falls(view, layout.body(), *column));
            // Weeks of a year that is not said are counted too, and from none of its ends: "Oct 06 - Oct 12".
            let age = |periods: &[Period]| if let Some(Period::Age(_, age)) = periods.first() { *age } else { 0 };
            let are_weeks = age(periods) < 2 && age(&heads(1)) > 1;
            (down && !(across && ages(&heads(1)) && !are_weeks) || calendar && falling(), calendar && falling())
        }
        // What says in words what each row is about makes it a list, and no table of accounts across.
        (Wanted::Accounts, Some(_)) if has_words(layout) => (false, false),
        (Wanted::Accounts, Some(periods)) => {
            let calendar = periods[0].is_calendar() || matches!(periods[0], Period::Age(Some(_), _));
            let said = words::is_period_heading(&layout.head(0).key);
            // Beside months that run down, numbers above the columns are what clients are called by.
            let are_called = calendar && said && matches!(heads(1).first(), Some(Period::Age(None, 2..)));
            (layout.heading > 0 && (!across || are_called) && (calendar || said), false)
        }
        (_, None) => (false, false),
    };
    if doubt || chosen.is_some() {
        return log.ask_whether(About::Table, Choice::Turned, turned);
    }
    turned
}

/// Whether a column behind the first, under a heading, holds words in most of its rows and no number.
fn has_words(layout: &Layout) -> bool {
    let view = &layout.view;
    let words = |column: usize| layout.body().filter(|row| view.at(*row, column) == Cell::Word).count();
    let is_worded = |column: usize| {
        !layout.head(column).text.is_empty()
            && layout.body().all(|row| view.at(row, column).number().is_none())
            && words(column) * 2 > layout.body().len()
    };
    layout.heading > 0 && (1..view.width().min(50)).any(is_worded)
}

/// Whether the numbers of a column never rise.
fn falls(view: &View, rows: std::ops::Range<usize>, column: usize) -> bool {
    let numbers: Vec<f64> = rows.filter_map(|row| view.at(row, column).number()).map(|n| n.value(true)).collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] <= pair[0])
}
