//! How a table of numbers is laid out: what stands above it, which row names its columns, which side its rows are on.

use super::aged;
use super::cells::{Cell, Cells, View};
use super::choice::{About, Choice};
use super::dates;
use super::heading::{self, Head, heads, is_unit_row, kinds, lacks_corner, with_kind};
use super::note::{Note, Why};
use super::numbered;
use super::period::{DayOrder, Period, Run, run, serial_days};
use super::phrases;
use super::place::Strip;
use super::reading::Log;
use super::vocabulary as words;
use crate::arrange::Arrange;
use crate::i18n::amounts::units;

/// What the rows of the wanted table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Cohorts,
    Accounts,
}

/// A table of numbers with its heading.
pub(super) struct Layout<'a> {
    pub view: View<'a>,
    /// How many rows of the view the heading takes: 0, 1 or 2.
    pub heading: usize,
    /// One for each column; empty without a heading.
    pub heads: Vec<Head>,
    /// The texts of titles above the table.
    pub titles: Vec<String>,
    /// Which comes first in dates.
    pub order: DayOrder,
}

impl<'a> Layout<'a> {
    /// Finds the layout and writes it down.
    pub fn of(cells: &'a Cells<'a>, wanted: Wanted, log: &mut Log) -> Self {
        let whole = View::of(cells);
        let chosen = log.choice(|choice| if let Choice::Heading(row) = choice { Some(*row) } else { None });
        let titles = match chosen.flatten().and_then(|number| cells.grid().row_at(number)) {
            Some(row) => row,
            None => titles_above(&whole),
        };
        for row in 0..titles {
            log.note(Note::LeftOut(whole.row(row, first_filled(&whole, row)), Why::Title));
        }
        let texts = (0..titles).flat_map(|row| (0..whole.width()).map(move |column| (row, column)));
        let texts: Vec<String> =
            texts.map(|(row, column)| whole.text(row, column).to_owned()).filter(|text| !text.is_empty()).collect();
        let view = whole.without_first(titles);
        let sample =
            (0..view.height().min(200)).flat_map(|row| (0..view.width().min(700)).map(move |column| (row, column)));
        let order = dates::order(sample.map(|(row, column)| view.text(row, column)), log);
        let (heading, doubt) = heading_of(&view, wanted, order);
        let mut heading = match chosen {
            Some(Some(_)) => heading.max(1),
            Some(None) => 0,
            None => heading,
        };
        if doubt || chosen.is_some() {
            let number = view.place(0, 0).row;
            let asked = vec![Choice::Heading(Some(number)), Choice::Heading(None)];
            let taken = log.ask(About::Strip(view.row(0, Some(0))), asked, usize::from(heading == 0));
            heading = if taken == Choice::Heading(None) { 0 } else { heading.max(1) };
        }
        // "Cohort | Actual | Forecast" over the periods.
        let is_period = |column: usize| Period::of(view.text(1, column), order).is_some();
        if heading == 1
            && view.height() > 2
            && view.text(1, 0).is_empty()
            && kinds(&view, 0).is_some()
            && (1..view.width()).all(is_period)
        {
            heading = 2;
        }
        let mut heads = heads(&view, heading, order);
        if let Some(kinds) = kinds(&view, heading).filter(|_| heading > 0 && view.text(heading, 0).is_empty()) {
            for (head, kind) in heads.iter_mut().zip(kinds).filter(|(_, kind)| !kind.is_empty()) {
                head.text = with_kind(&head.text, kind);
                head.key = super::fold::key(&head.text);
            }
            heading += 1;
        }
        if heading > 0 && is_unit_row(&view, heading) {
            for (column, head) in
                heads.iter_mut().enumerate().filter(|(column, _)| !view.text(heading, *column).is_empty())
            {
                head.text = [&head.text, ", ", view.text(heading, column)].concat();
            }
            heading += 1;
        }
        let titles = texts.into_iter().chain(footnotes(&view, heading)).collect();
        Layout { heads, view, heading, titles, order }.with_ages(wanted)
    }

    /// The same with the ages of cohorts that headings say among other words.
    fn with_ages(mut self, wanted: Wanted) -> Self {
        if wanted == Wanted::Cohorts {
            for head in self.heads.iter_mut().skip(1).filter(|head| head.period.is_none()) {
                head.period = aged::age(&head.text)
                    .or_else(|| aged::part_of_years(&head.text))
                    .or_else(|| aged::calendar(&head.text, self.order));
            }
            numbered::ages(&mut self.heads);
            aged::of_one_length(&mut self.heads);
        }
        self
    }

    /// The same with the wanted rows across, and what was found written down.
    pub fn oriented(self, wanted: Wanted, log: &mut Log) -> Self {
        if is_turned(&self, wanted, log) {
            log.note(Note::Turned);
            return self.turned(wanted).with_ages(wanted);
        }
        log.note(match self.heading {
            0 => Note::NoHeading,
            rows => Note::Heading(self.view.place(rows - 1, 0).row),
        });
        self
    }

    /// The same with columns as rows. A heading becomes the column of names, a first column of periods the heading.
    fn turned(self, wanted: Wanted) -> Self {
        let heading = usize::from(periods_of_first_column(&self, wanted).is_some() || is_worded(&self));
        let view = self.view.turn();
        Layout { heads: heads(&view, heading, self.order), view, heading, ..self }
    }

    /// The rows below the heading.
    pub fn body(&self) -> std::ops::Range<usize> {
        self.heading..self.view.height()
    }

    /// Whether a row says again what the heading says, as on each page of a print.
    pub fn repeats_heading(&self, row: usize) -> bool {
        let Some(heading) = self.heading.checked_sub(1) else { return false };
        let texts = |row: usize| (0..self.view.width()).map(move |column| self.view.text(row, column));
        texts(heading).eq(texts(row)) && texts(row).filter(|text| !text.is_empty()).count() > 1
    }

    /// Whether a row right below the heading counts the columns.
    pub fn counts_columns(&self, row: usize) -> bool {
        self.heading > 0 && row == self.heading && heading::counts_columns(&self.view, row)
    }

    /// A column as the sheet knows it, with the name that its heading gives it.
    pub fn strip(&self, column: usize) -> Strip {
        Strip { name: self.head(column).text, ..self.view.column(column) }
    }

    /// What the corner says of the periods across, or a title of the table, and whether it is the corner.
    pub fn step(&self) -> Option<(words::AgeUnit, bool)> {
        let corner = if self.heading > 0 { self.head(0).key } else { String::new() };
        // "Cohort / Month": rows, and then columns.
        let (down, across) = corner.split_once(['/', '\\', '|']).map_or(("", ""), |(down, across)| (down, across));
        let of_columns = match (self.view.is_turned(), across.is_empty()) {
            (true, true) => corner.as_str(),
            (true, false) => down,
            (false, _) => across,
        };
        let said = phrases::step_over(of_columns).map(|step| (step, true));
        said.or_else(|| {
            self.titles.iter().find_map(|title| phrases::step_by(&super::fold::key(title))).map(|step| (step, false))
        })
    }

    /// What stands in the upper of two rows of headings, over some columns: the titles of parts of the table.
    pub fn texts_of_parts(&self, columns: &[usize]) -> Vec<String> {
        let uppers =
            columns.iter().filter(|_| self.heading > 1).map(|column| self.view.text(self.heading - 2, *column));
        uppers.filter(|text| !text.is_empty()).map(String::from).collect()
    }

    /// What the headings of some columns say.
    pub fn heads_of(&self, columns: &[usize]) -> Vec<String> {
        columns.iter().map(|column| self.head(*column).text).collect()
    }

    /// What speaks of the whole table: its titles, a corner that is nothing but a unit, and the headings of some columns.
    pub fn texts_over(&self, columns: &[usize]) -> Vec<String> {
        let corner = Some(self.head(0).text).filter(|text| units::behind(text).is_some_and(|unit| unit != (0, None)));
        self.titles.iter().cloned().chain(corner).chain(self.heads_of(columns)).collect()
    }

    /// The heading of a column; an empty one without a heading.
    pub fn head(&self, column: usize) -> Head {
        self.heads.get(column).cloned().unwrap_or_default()
    }
}

/// Lines below a table that say what its numbers are counted in: "Amounts in thousands of USD".
fn footnotes(view: &View, heading: usize) -> Vec<String> {
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
        let text = view.text(row, first_filled(view, row)?);
        let key = super::fold::key(text.trim_start_matches(['*', '(', ' ']));
        let is_note =
            filled(view, row) == 1 && key.contains(' ') && BEGINNINGS.iter().any(|word| key.starts_with(word));
        is_note.then(|| text.to_owned())
    };
    (heading..view.height()).rev().take(5).filter_map(said).collect()
}

/// The first cell of a row that holds anything.
fn first_filled(view: &View, row: usize) -> Option<usize> {
    (0..view.width()).find(|column| !view.text(row, *column).is_empty())
}

/// Cells of a row that hold anything.
pub(super) fn filled(view: &View, row: usize) -> usize {
    (0..view.width()).filter(|column| view.at(row, *column) != Cell::Blank).count()
}

/// How many rows stand above the table: rows of few words over rows of many cells.
fn titles_above(view: &View) -> usize {
    let looked = view.height().min(200);
    let mut counts: Vec<usize> = (0..looked).map(|row| filled(view, row)).collect();
    let each = counts.clone();
    counts.arrange();
    let usual = counts.get(looked / 2).copied().unwrap_or(0);
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
fn heading_of(view: &View, wanted: Wanted, order: DayOrder) -> (usize, bool) {
    if view.height() == 0 {
        return (0, false);
    }
    if view.height() > 2 && are_years_over(view, order) {
        return (2, false);
    }
    let is_kinds = view.text(0, 0).is_empty() && kinds(view, 0).is_some();
    if is_kinds && view.height() > 2 && names_columns(view, 1, wanted, order).0 {
        return (2, false);
    }
    let (one, doubt) = names_columns(view, 0, wanted, order);
    if one && view.height() > 2 && filled(view, 0) >= 2 {
        // A second row of headings names what the first one spans; the corner stands in either.
        let corner = view.text(1, 0).is_empty() || view.text(0, 0).is_empty() && words::names_rows(&view.key(1, 0));
        // Below cohorts across stand their sizes.
        let sizes = wanted == Wanted::Cohorts && is_row_of_sizes(view, order);
        let below = corner && !doubt && !sizes && names_columns(view, 1, wanted, order).0;
        let spans = (0..view.width()).any(|column| view.text(0, column).is_empty() && !view.text(1, column).is_empty());
        if below && spans {
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

/// Whether the first row names a year over each month or quarter of the second.
fn are_years_over(view: &View, order: DayOrder) -> bool {
    let of = |row: usize, column: usize| Period::of(view.text(row, column), order);
    let named: Vec<usize> = (1..view.width()).filter(|column| !view.text(0, *column).is_empty()).collect();
    named.len() > 1
        && named.iter().all(|column| {
            matches!(of(0, *column), Some(Period::Year(_))) && of(1, *column).is_some_and(|period| period.recurs())
        })
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
    let known = words::is_account_heading(&first)
        || words::is_cohort_heading(&first)
        || words::is_period_heading(&first)
        || words::is_size_heading(&first);
    if heading::years_corner(view, row, order) {
        return (true, false);
    }
    if numbers == 0 {
        let words = (0..width).filter(|column| view.at(row, *column) == Cell::Word).count();
        let names = words > 1 && words * 2 >= filled(view, row) || known || width == 1;
        // Lists of nothing but names and days have no number in any row.
        let is_day = |row: usize, c: usize| matches!(Period::of(view.text(row, c), order), Some(Period::Day(_)));
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

/// The periods that the first column names, below the heading, if it names nothing else; sums apart.
fn periods_of_first_column(layout: &Layout, wanted: Wanted) -> Option<Vec<Period>> {
    let rows = layout.heading..layout.view.height();
    let texts = rows.map(|row| layout.view.text(row, 0)).filter(|text| !text.is_empty());
    // Sums and sizes stand beside periods.
    let is_size = |key: &str| wanted == Wanted::Cohorts && words::is_size_heading(key);
    let is_beside = |key: &str| words::sum_called(key).is_some() || is_size(key);
    let texts: Vec<&str> = texts.filter(|text| !is_beside(&super::fold::key(text))).collect();
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
fn is_worded(layout: &Layout) -> bool {
    layout.body().all(|row| matches!(layout.view.at(row, 0), Cell::Word | Cell::Blank))
}

/// Whether the wanted rows stand in columns.
fn is_turned(layout: &Layout, wanted: Wanted, log: &mut Log) -> bool {
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
            (down && !(across && ages(&heads(1))) || calendar && falling(), calendar && falling())
        }
        (Wanted::Accounts, Some(periods)) => {
            let calendar = periods[0].is_calendar() || matches!(periods[0], Period::Age(Some(_), _));
            let said = words::is_period_heading(&layout.head(0).key);
            (layout.heading > 0 && !across && (calendar || said), false)
        }
        (_, None) => (false, false),
    };
    if doubt || chosen.is_some() {
        return log.ask_whether(About::Table, Choice::Turned, turned);
    }
    turned
}

/// Whether the numbers of a column never rise.
fn falls(view: &View, rows: std::ops::Range<usize>, column: usize) -> bool {
    let numbers: Vec<f64> = rows.filter_map(|row| view.at(row, column).number()).map(|n| n.value(true)).collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] <= pair[0])
}
