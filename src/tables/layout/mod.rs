//! How a table of numbers is laid out: what stands above it, which row names its columns, which side its rows are on.

mod above;
mod orientation;

use crate::i18n::amounts::units;
use crate::tables::aged;
use crate::tables::cells::{Cells, View};
use crate::tables::choice::Choice;
use crate::tables::dates;
use crate::tables::heading::{self, Head, heads, is_unit_row, kinds, with_kind};
use crate::tables::note::{Note, Why};
use crate::tables::numbered;
use crate::tables::period::{DayOrder, Period};
use crate::tables::phrases;
use crate::tables::place::Strip;
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::vocabulary as words;
use above::{are_quarters_between, footnotes, heading_of, titles_above};
use orientation::{is_turned, is_worded, periods_of_first_column};

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
            log.note(Note::LeftOut(whole.row(row, whole.first_filled(row)), Why::Title));
        }
        let texts = (0..titles).flat_map(|row| (0..whole.width()).map(move |column| (row, column)));
        let texts: Vec<String> =
            texts.map(|(row, column)| whole.text(row, column).to_owned()).filter(|text| !text.is_empty()).collect();
        let view = whole.without_first(titles);
        let sample =
            (0..view.height().min(200)).flat_map(|row| (0..view.width().min(700)).map(move |column| (row, column)));
        let order = dates::order(sample.map(|(row, column)| view.text(row, column)), log);
        let view = if are_quarters_between(&view, order) { view.without(1) } else { view };
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
                head.key = crate::tables::fold::key(&head.text);
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
            self.titles
                .iter()
                .find_map(|title| phrases::step_by(&crate::tables::fold::key(title)))
                .map(|step| (step, false))
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
