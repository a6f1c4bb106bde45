//! What was understood of a table, as values; sentences are made of them in `i18n`.

use super::bytes::Encoding;
use super::choice::{Base, Choice, FeelingScale, Lost, Unit};
use super::place::{Axis, CellPlace, Strip};
use super::role::{CardColumn, Role};
use super::separator::Separator;
use super::span::Span;
use super::vocabulary::AgeUnit;
use crate::model::journey::LaneKind;
use crate::model::scenario::Period;

/// Why a row or a column was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands above the table.
    Title,
    /// It adds up the others.
    Total,
    /// It averages the others.
    Average,
    /// It measures the others.
    Measure,
    /// It holds no number.
    Empty,
    /// It holds words where numbers are wanted.
    Words,
    /// Its heading is not known.
    Unknown,
    /// It says again what another column says.
    Same,
    /// It says in per cent what counts beside it say.
    Shares,
    /// It says again what the heading says.
    Heading,
    /// Its period is not over yet.
    Unfinished,
    /// It is a size, and the first numbers count the start.
    NotStart,
    /// It holds what was paid where clients are counted.
    Paid,
    /// Its scores are no frequency and impact.
    Scores,
    /// It has no name.
    NoName,
    /// Another column names the stages one by one.
    Phases,
    /// Another column names the lanes one by one.
    Groups,
    /// It counts the columns: 1, 2, 3.
    Numbers,
    /// It is a part of the row above it.
    Part,
    /// It is a part of a row that adds it up.
    PartOf,
    /// It holds notes on what stands beside it.
    Notes,
    /// Its state says that nothing was paid.
    Void,
    /// It pays somebody who never paid anything.
    PaidOut,
    /// It ended and has no price: what was paid before is not said.
    NoPrice,
    /// It begins another table.
    NextTable,
    /// Somebody left it out.
    Chosen,
}

/// What decided between two readings of a mark in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Other cells show it.
    OtherCells,
    /// Every number from a thousand on has the other mark, and no smaller one: it parts thousands.
    OnlyThousands,
    /// Numbers from a thousand on stand without it.
    ThousandsWithout,
    /// The language.
    Language,
    /// Clients are whole.
    WholeClients,
    /// A person.
    Choice,
}

/// What ages were read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgesFrom {
    /// The headings.
    Headings,
    /// The calendar periods of the columns and of the rows.
    Calendar,
    /// The order of the columns.
    Order,
    /// The first number of each row.
    FirstNumbers,
}

/// In which order periods were pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The oldest first, as they are kept.
    OldestFirst,
    /// The newest first: they were turned round.
    NewestFirst,
    /// In no order: they were sorted.
    Mixed,
}

/// One thing that was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// How the letters of the file are written, where that is not the usual way.
    Encoding(Encoding),
    /// What parts the cells.
    Separator(Separator),
    /// Cells that begin with a quotation mark which nobody closes: the first, and how many.
    OpenQuotes(CellPlace, usize),
    /// The row that names the columns.
    Heading(u32),
    /// No row names the columns.
    NoHeading,
    /// Cohorts or accounts stand in columns.
    Turned,
    /// What a column holds.
    Column(Strip, Role),
    /// A column of years and one of their months or quarters were read as one of periods.
    Joined(Strip, Strip),
    /// So many tables of a year each, below each other, are read as one.
    YearsJoined(usize),
    /// So many tables of accounts, a year each, below each other, are read as one with all their periods.
    PeriodsJoined(usize),
    /// Columns of the parts of names were read as one of whole names.
    FullNames(Vec<Strip>),
    /// Times counted in seconds or milliseconds since 1970 were read as days.
    UnixTimes(Strip),
    /// The ages of the columns, the first and the last; whether some between them are missing.
    Ages {
        /// What they were read from.
        from: AgesFrom,
        /// The first age.
        first: u32,
        /// The last age.
        last: u32,
        /// Whether ages between them have no column.
        gaps: bool,
        /// What they are counted in, where the headings say so.
        step: Option<AgeUnit>,
    },
    /// What a column stands for.
    Columns(Period),
    /// What a column goes on standing for, as the table does not say it.
    ColumnsKept(Period),
    /// The first and the last period, how many there are, and in which order they stood.
    Periods {
        /// The oldest.
        first: String,
        /// The newest.
        last: String,
        /// How many.
        count: usize,
        /// The order they stood in.
        order: Order,
        /// How many between them have no column.
        missing: usize,
    },
    /// What the numbers count.
    Unit(Unit),
    /// Counts were computed from sizes and shares, and rounded to whole clients.
    CountsFromShares,
    /// The start of each cohort, 100%, stands in no column and was put before the first.
    StartAdded,
    /// Each share was taken of what was left a period before.
    OfPrevious,
    /// The numbers count those who left, in this way, and were subtracted from the start.
    Lost(Lost),
    /// The first shares are no 100%: all were taken as shares of them.
    Rebased,
    /// The mark that begins a fraction, and what decided that.
    Fraction(char, By),
    /// Every number has so many zeros more, as this text says.
    Scale(i32, String),
    /// The numbers of these columns have so many zeros more, as their headings say, and others have not.
    ScaleOf(i32, Vec<Strip>),
    /// The amounts are in this currency.
    Currency(&'static str),
    /// A row or a column was left out.
    LeftOut(Strip, Why),
    /// A total that is not the sum of what is taken.
    TotalDiffers(Strip),
    /// Cells without an observation.
    NotYet(usize),
    /// Empty cells that were taken for no revenue.
    NoRevenue(usize),
    /// Signs that were taken for no revenue although they may stand for some: where, and what stands there.
    DoubtfulBlanks(Vec<(CellPlace, String)>),
    /// Signs in a table of cohorts that were taken for no observation although they may stand for one: where, and what stands there.
    DoubtfulGaps(Vec<(CellPlace, String)>),
    /// Cells that could not be read and are left out: where the first of them stand and what they hold, and how many there are.
    Unread(Vec<(CellPlace, String)>, usize),
    /// Zeros that were taken for no observation.
    ZerosNotYet(usize),
    /// Numbers that were raised or lowered because a cohort cannot grow.
    Grown(usize),
    /// One observation a row: how many rows became a table, and how many were added to another.
    Pivoted {
        /// How many rows there were.
        rows: usize,
        /// How many of them share cohort or account and period with another.
        added: usize,
    },
    /// Several rows with one name were added up: the name, and the rows.
    AddedUp(String, Vec<u32>),
    /// Rows with one name, or with alike ones, were kept apart.
    KeptApart(Vec<String>),
    /// Rows of several clients each, as their names say, that are counted as one client each.
    SeveralInOne(Vec<String>),
    /// Each contract was counted in every month that it runs: how many there are, how many of them have no end, and the last month.
    Contracts {
        /// Contracts.
        rows: usize,
        /// Those without an end, which run on to the last month.
        open: usize,
        /// The last month that is counted.
        last: String,
    },
    /// Each client was counted from its start to its end: how many rows there are, how many of them have no end, and the last month
    /// of which something is known.
    Lives {
        /// Rows.
        rows: usize,
        /// Those without an end, which are taken as still there afterwards.
        open: usize,
        /// The last month in which something began or ended.
        last: String,
    },
    /// Clients were counted in each month in which a row of a list names them, from the first one on: how many rows and clients there
    /// are, and the last month.
    Activity {
        /// Rows.
        rows: usize,
        /// Clients.
        clients: usize,
        /// The last month that any row names.
        last: String,
    },
    /// What lies after today was not counted: how many rows begin there and were left out, how many end there and count as still
    /// there, and the month of today, in which the table ends at the latest.
    Ahead {
        /// Rows that have not begun.
        begin: usize,
        /// Rows that have not ended.
        end: usize,
        /// The month of today.
        last: String,
    },
    /// Refunds and credit notes of a list that were subtracted.
    Credits(usize),
    /// Months in which more was paid back than paid: the rest was taken off the months before.
    TakenOffBefore(usize),
    /// Each period is the difference to the one before, as the numbers are added up.
    RunningTotals,
    /// Amounts whose cents stand behind a dash.
    DashedCents(usize),
    /// So many rows of a list are for longer periods than the others, and count in equal parts in each.
    Spread(usize),
    /// Payments of clients who pay for several months at once were spread over them: for how many months, and their names; whether
    /// over those up to each payment instead of those from it on.
    Billed(Vec<(u32, Vec<String>)>, bool),
    /// Rows without a name go on with the name above them.
    NamesFromAbove(usize),
    /// Columns without a name go on with the stage on their left.
    NamesFromLeft(usize),
    /// How many stages, lanes and cards the map has.
    Map {
        /// Stages.
        stages: usize,
        /// Lanes.
        lanes: usize,
        /// Cards.
        cards: usize,
    },
    /// Stages stand in rows, lanes in columns.
    StagesDown,
    /// A lane of no kind known here.
    FreeLane(String),
    /// Cards that name no lane went into this one.
    LaneTaken(LaneKind),
    /// Feelings were given on this scale, and became levels.
    Feelings(FeelingScale),
    /// The heading of feelings says that their lowest number is the best: they were turned round.
    FeelingsTurned(String),
    /// Levels that were moved to the nearest half.
    Rounded(usize),
    /// Words that were read as grades from 1 to 5, each with its grade.
    GradeWords(Vec<(String, u8)>),
    /// Words of feelings that were taken for levels.
    FeelingsNamed(usize),
    /// Words where a feeling was expected that became cards of a lane of their own.
    FeelingWords(usize),
    /// Stages with several feelings, which became votes, or of which one was taken.
    ManyFeelings(usize),
    /// Cells whose lines became a card each.
    LineByLine(usize),
    /// Dates were read with the month first.
    MonthFirst,
    /// The file ends in the middle of something.
    CutOff,
    /// Numbers behind an age that nobody counted: a scenario holds ages without a gap.
    BehindGap(usize),
    /// A title or a heading that speaks of those who left, over numbers that were taken for those who stayed.
    SaysLost(String),
}

impl Note {
    /// Whether it says that something is lost, which nobody may miss.
    pub fn is_loss(&self) -> bool {
        matches!(
            self,
            Note::CutOff
                | Note::BehindGap(_)
                | Note::TotalDiffers(_)
                | Note::DoubtfulBlanks(_)
                | Note::DoubtfulGaps(_)
                | Note::Unread(..)
                | Note::SaysLost(_)
                | Note::SeveralInOne(_)
        )
    }

    /// Which of the [`Note::choices`] the reading was made with; `None` where it was with none of them.
    pub fn taken(&self) -> Option<Choice> {
        Some(match self {
            Note::Encoding(encoding) => Choice::Encoding(*encoding),
            Note::Separator(separator) => Choice::Separator(*separator),
            Note::Heading(row) => Choice::Heading(Some(*row)),
            Note::NoHeading => Choice::Heading(None),
            Note::Turned => Choice::Turned(true),
            Note::StagesDown => Choice::StagesDown(true),
            Note::Column(strip, role) => Choice::Column(strip.at, *role),
            Note::LeftOut(_, Why::Title) => return None,
            Note::LeftOut(Strip { axis: Axis::Column, at, .. }, _) => Choice::Column(*at, Role::LeftOut),
            Note::LeftOut(Strip { at, .. }, _) => Choice::Row(*at, false),
            Note::Unit(unit) => Choice::Unit(*unit),
            Note::Fraction(mark, _) => Choice::Fraction(*mark),
            Note::Scale(zeros, _) => Choice::Scale(Some(*zeros)),
            Note::Columns(period) | Note::ColumnsKept(period) => Choice::Columns((*period).into()),
            Note::ScaleOf(..) => Choice::Scale(None),
            Note::OfPrevious => Choice::Base(Base::Previous),
            _ => return None,
        })
    }

    /// What a person can choose instead of what was understood, the present one among it; empty where a question asks that, or
    /// there is nothing to choose.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Note::Encoding(_) => {
                use Encoding::{Ibm866, Koi8R, Utf8, Windows1251, Windows1252};
                [Utf8, Windows1251, Windows1252, Ibm866, Koi8R].map(Choice::Encoding).to_vec()
            }
            Note::Separator(_) => Separator::ALL.map(Choice::Separator).to_vec(),
            Note::Heading(row) => vec![Choice::Heading(Some(*row)), Choice::Heading(None)],
            Note::NoHeading => vec![Choice::Heading(None), Choice::Heading(Some(1))],
            Note::Turned => vec![Choice::Turned(true), Choice::Turned(false)],
            Note::StagesDown => vec![Choice::StagesDown(true), Choice::StagesDown(false)],
            Note::Column(Strip { at, .. }, Role::Card(_)) => {
                let roles = CardColumn::ALL.map(Role::Card).into_iter().chain([Role::LeftOut]);
                roles.map(|role| Choice::Column(*at, role)).collect()
            }
            Note::Column(Strip { at, .. }, Role::Start) => {
                [Role::Start, Role::Sizes, Role::Values, Role::LeftOut].map(|role| Choice::Column(*at, role)).to_vec()
            }
            Note::Column(Strip { at, .. }, _) | Note::LeftOut(Strip { axis: Axis::Column, at, .. }, _) => {
                let roles = [Role::Names, Role::Sizes, Role::Values, Role::Currency, Role::LeftOut];
                roles.map(|role| Choice::Column(*at, role)).to_vec()
            }
            Note::LeftOut(Strip { at, .. }, Why::Title) => vec![Choice::Heading(Some(*at))],
            Note::LeftOut(Strip { at, .. }, _) => vec![Choice::Row(*at, false), Choice::Row(*at, true)],
            Note::Unit(_) => [Unit::Counts, Unit::PerCent, Unit::Shares, Unit::Money].map(Choice::Unit).to_vec(),
            Note::Columns(_) | Note::ColumnsKept(_) => Period::ALL.map(Span::from).map(Choice::Columns).to_vec(),
            Note::Fraction(..) => [',', '.'].map(Choice::Fraction).to_vec(),
            Note::Scale(zeros, _) => [*zeros, 0].map(Some).map(Choice::Scale).to_vec(),
            Note::OfPrevious => [Base::Previous, Base::Start].map(Choice::Base).to_vec(),
            Note::ScaleOf(..) => [None, Some(0)].map(Choice::Scale).to_vec(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_note_was_read_with_is_among_what_can_be_chosen() {
        let column = |axis| Strip { axis, at: 3, name: "Total".into() };
        let notes = [
            Note::Encoding(Encoding::Windows1251),
            Note::Separator(Separator::Bar),
            Note::Heading(2),
            Note::NoHeading,
            Note::Turned,
            Note::Column(column(Axis::Column), Role::Sizes),
            Note::Column(column(Axis::Column), Role::Card(CardColumn::Due)),
            Note::LeftOut(column(Axis::Column), Why::Total),
            Note::LeftOut(column(Axis::Row), Why::Total),
            Note::Unit(Unit::PerCent),
            Note::Fraction(',', By::Language),
            Note::Scale(3, "тыс.".into()),
            Note::Columns(Period::Quarter),
            Note::ColumnsKept(Period::Year),
            Note::OfPrevious,
            Note::Column(column(Axis::Column), Role::Start),
            Note::ScaleOf(3, vec![column(Axis::Column)]),
        ];
        for note in notes {
            let taken = note.taken().expect("something was taken");
            assert!(note.choices().contains(&taken), "{note:?}");
        }
    }
}
