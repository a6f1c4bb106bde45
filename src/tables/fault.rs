//! What stands in the way of a table, as values; sentences are made of them in `i18n`.

use serde::{Deserialize, Serialize};

use super::place::CellPlace;
use super::span::Span;
use crate::arrange::Arrange;

/// How many places of one fault are kept.
pub const MOST_PLACES: usize = 20;

/// Cells that cannot be taken for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong with them.
    pub problem: Problem,
    /// How many there are.
    pub count: usize,
    /// Where the first of them stand, at most [`MOST_PLACES`], and what they hold.
    pub places: Vec<(CellPlace, String)>,
}

/// Why something cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text holds no table of the wanted kind: no numbers, or no cards.
    NothingThere,
    /// A number is expected, and there is something else.
    NotANumber,
    /// A number that must not be negative.
    Negative,
    /// A number that is larger than any figure can be.
    TooLarge,
    /// Per cent, where an amount is expected.
    PerCentHere,
    /// With a per cent sign where the others have none, or without where they have one.
    MixedUnits,
    /// A formula gave no value here: what the cell should hold is not known.
    Failed,
    /// Amounts of different currencies, which cannot be added up.
    MixedCurrencies,
    /// A cohort that begins with nobody and has somebody later.
    StartsEmpty,
    /// No cohort has a second observation.
    OnlyStarts,
    /// No cohort has a second observation right after its start.
    OnlyGaps,
    /// Columns of clients who left whose headings name no period, and no others.
    OnlyLost,
    /// Clients who left, and nothing says of how many.
    LostOfUnknown,
    /// Clients from a later period on, and nothing says of how many: the period.
    NoStart(u32),
    /// No column names the accounts.
    NoNames,
    /// A row with numbers and without a name.
    NoName,
    /// A column stands for a length of time that no period of a scenario has.
    Columns(Span),
    /// A row for each year under months or quarters.
    YearsDown,
    /// Revenue of less than two periods.
    OnePeriod,
    /// A period that two columns stand for.
    SamePeriod,
    /// A second share of one cohort and period: shares of parts cannot be added up.
    ShareTwice,
    /// More rows than are taken: the most.
    TooManyRows(usize),
    /// More columns than are taken: the most.
    TooManyColumns(usize),
    /// More cells than are read: the most.
    TooManyCells(usize),
    /// No column of a map holds its words.
    NoText,
    /// A card without a stage.
    NoStage,
    /// A second lane of the kind emotion.
    SecondEmotionLane,
    /// No level from -2 to 2.
    NotALevel,
    /// No grade from 1 to 5.
    NotAGrade,
    /// No frequency and impact, each a grade.
    NotAScore,
    /// No day.
    NotADay,
    /// Days of which none says its year.
    NoYear,
    /// A contract that ends before it begins.
    EndsBeforeStart,
    /// No degree of evidence.
    NotEvidence,
    /// No whole number of minutes.
    NotMinutes,
    /// More stages than are taken: the most.
    TooManyStages(usize),
    /// More lanes than are taken: the most.
    TooManyLanes(usize),
    /// A row that has more cells than the heading has columns.
    TooManyCellsInRow,
    /// Rows that measure the whole business, and none of a client.
    OnlyMeasures,
    /// How revenue changed, where revenue itself is wanted.
    Movements,
    /// Some amounts are a year's, others a month's.
    MixedRates,
    /// A table of another kind than is wanted here.
    OtherKind(Kind),
}

impl Problem {
    /// Whether the rest of the table can be taken without the cells.
    pub fn is_of_cells(self) -> bool {
        matches!(
            self,
            Problem::NotANumber
                | Problem::NotALevel
                | Problem::NotAGrade
                | Problem::NotAScore
                | Problem::NotADay
                | Problem::EndsBeforeStart
                | Problem::NotEvidence
                | Problem::NotMinutes
        )
    }
}

/// A kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Stages, lanes and cards of a map.
    Map,
    /// Clients left by age, a cohort a row.
    Cohorts,
    /// Recurring revenue by period, an account a row.
    Accounts,
    /// One event or payment a row.
    Events,
    /// What there is at the start of each period, what is new, what is gone, what there is at the end.
    Movements,
    /// Figures of any other kind.
    Figures,
}

/// What a text file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// JSON: a copy of ours, or somebody else's.
    Json,
    /// A table; its kind, where headings tell.
    Table(Option<Kind>),
    /// Subtitles of a recording.
    Subtitles,
    /// A text with Markdown marks.
    Markdown,
    /// A map that was exported as Markdown.
    MapText,
    /// A picture, as maps and charts are exported.
    Picture,
    /// A page of the web.
    Page,
    /// A calendar.
    Calendar,
    /// Text of no form known here.
    Text,
}

/// Faults as they are found: those of one kind become one with a count.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, problem: Problem, place: CellPlace, text: &str) {
        let at = self.0.iter().position(|fault| fault.problem == problem);
        let at = at.unwrap_or_else(|| {
            self.0.push(Fault { problem, count: 0, places: Vec::new() });
            self.0.len() - 1
        });
        let fault = &mut self.0[at];
        fault.count += 1;
        if fault.places.len() < MOST_PLACES {
            fault.places.push((place, text.chars().take(60).collect()));
        }
    }

    pub fn of(faults: Vec<Fault>) -> Self {
        Faults(faults)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something stands in the way that is more than cells which can be left out.
    pub fn stop(&self) -> bool {
        self.0.iter().any(|fault| !fault.problem.is_of_cells())
    }

    /// All of them, in the order of their first places.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.0.arrange_by_key(|fault| fault.places.first().map(|(place, _)| *place));
        self.0
    }
}
