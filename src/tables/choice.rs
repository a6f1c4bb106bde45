//! What a person can change about how a table was understood.

use serde::{Deserialize, Serialize};

use super::bytes::Encoding;
use super::fault::Kind;
use super::period::DayOrder;
use super::role::Role;
use super::separator::Separator;
use super::span::Span;
use crate::model::journey::LaneKind;

/// What numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Clients.
    Counts,
    /// Per cent of the start.
    PerCent,
    /// Shares of one.
    Shares,
    /// Money.
    Money,
}

/// What is done with a cohort that grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Growth {
    /// Those who come back count as kept all the time, as far as the cohort had them at the start.
    ReturnedAsKept,
    /// Those who are gone stay gone: a number never rises above the one before it.
    GoneIsGone,
}

/// What the first column of shares that does not say 100% is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// What is left after the first period: the start, 100%, comes before it.
    Before,
    /// The start itself: the others are taken as shares of it.
    Here,
}

/// What shares are taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// The start of the cohort.
    Start,
    /// What was left a period before.
    Previous,
}

/// What numbers of clients who left count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lost {
    /// All who left since the start.
    SoFar,
    /// Those who left in the period.
    Each,
    /// Those who left in the period, as a share of the start.
    OfStart,
    /// Those who left in the period, as a share of those who were left before it.
    OfPrevious,
    /// Nobody who left: those who stayed.
    Stayed,
}

/// The scale that feelings are given on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeelingScale {
    /// From -2 to 2, as here.
    Own,
    /// From 1 to 5.
    OneToFive,
    /// From 1 to 7.
    OneToSeven,
    /// From -3 to 3.
    ThreeToThree,
    /// From 1 to 10.
    OneToTen,
    /// From 0 to 10.
    ZeroToTen,
    /// From -5 to 5.
    FiveToFive,
    /// From -100 to 100.
    HundredToHundred,
    /// From 0 to 100.
    ZeroToHundred,
}

/// What several feelings of one stage become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ManyFeelings {
    /// Votes; the stage feels as their median.
    Votes,
    /// The first one counts.
    First,
    /// The last one counts.
    Last,
}

/// Which rows are the clients where some add up others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nested {
    /// Those that add up others.
    Sums,
    /// Those that are added up.
    Parts,
    /// Both.
    All,
}

/// What the amount of a contract is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// For each month.
    Month,
    /// For each year.
    Year,
    /// For as long as it runs.
    Whole,
}

/// What is done with payments that come every so many periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Billed {
    /// Each is spread over the periods from it on.
    Onwards,
    /// Each is spread over the periods up to it.
    Before,
    /// Each counts where it stands.
    AsWritten,
}

/// One thing that can be understood in another way, and how it is to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Choice {
    /// Which sheet of a workbook is read, counted from 0 among those that hold something.
    Sheet(u32),
    /// How the letters of the file are written.
    Encoding(Encoding),
    /// What parts the cells.
    Separator(Separator),
    /// The row that names the columns, by its number in the sheet; `None` when none does.
    Heading(Option<u32>),
    /// What a column stands for.
    Columns(Span),
    /// Whether cohorts or accounts stand in columns.
    Turned(bool),
    /// What a column holds, by its number in the sheet.
    Column(u32, Role),
    /// Whether a row is taken, by its number in the sheet.
    Row(u32, bool),
    /// The mark that begins a fraction.
    Fraction(char),
    /// What the numbers count.
    Unit(Unit),
    /// How many zeros every number has more: 3 for thousands; `None` as the headings say.
    Scale(Option<i32>),
    /// Whether amounts of another currency than the scenario's are taken as they are.
    OtherCurrency(bool),
    /// What a cohort that grows becomes.
    Growth(Growth),
    /// What the first column of shares is.
    Start(Start),
    /// What shares are taken of.
    Base(Base),
    /// What numbers under words for those who left count.
    Lost(Lost),
    /// Whether zeros at the ends of younger cohorts say that nobody has been counted yet.
    ZerosNotYet(bool),
    /// Whether the last period is taken, although it seems unfinished.
    LastPeriod(bool),
    /// Whether one observation a row becomes a table with periods across.
    Pivot(bool),
    /// Whether several lines with one name are added up.
    AddUp(bool),
    /// Whether names that differ in quotes, case, spaces or legal form only are one.
    Alike(bool),
    /// Whether a row without a name goes on with the name above it.
    NamesFromAbove(bool),
    /// Whether a column without a name goes on with the stage on its left.
    NamesFromLeft(bool),
    /// Whether what was paid back beyond what was paid in a period is taken off the periods before.
    TakenOffBefore(bool),
    /// Whether what is paid for several months is parted over them.
    OverTerms(bool),
    /// Whether numbers are added up from period to period, so that each period brought the difference to the one before.
    RunningTotals(bool),
    /// Whether the newest of periods comes first whose years are not said.
    NewestFirst(bool),
    /// Which comes first in a date.
    DayOrder(DayOrder),
    /// Whether the table is read as the wanted kind although it looks like another.
    Anyway(Kind, bool),
    /// The scale of feelings.
    Feelings(FeelingScale),
    /// Whether words where a feeling is expected become cards of a lane of their own.
    FeelingWords(bool),
    /// What several feelings of one stage become.
    ManyFeelings(ManyFeelings),
    /// Whether each line of a cell becomes a card.
    LineByLine(bool),
    /// The lane of cards that name none.
    Lane(LaneKind),
    /// Whether the stages of a map stand in rows, below each other.
    StagesDown(bool),
    /// Whether cells for which a formula gave no value are taken for no revenue.
    ErrorsAreNone(bool),
    /// Whether the table is taken without the cells that cannot be read.
    WithoutUnread(bool),
    /// Whether amounts are those of a whole year, whatever a column stands for.
    AYear(bool),
    /// Whether amounts are those of one month, whatever a column stands for.
    AMonth(bool),
    /// Whether amounts are those of a quarter, whatever a column stands for.
    AQuarter(bool),
    /// Whether rows are left out whose state says that nothing was paid.
    WithoutVoid(bool),
    /// What the amounts of contracts are paid for.
    Term(Term),
    /// Which rows are the clients where some add up others.
    Nested(Nested),
    /// What is done with payments that come every so many periods.
    Billed(Billed),
    /// Whether what was paid once, and much, is for a year.
    PaidAYear(bool),
    /// Whether columns whose headings name no periods are periods.
    ArePeriods(bool),
}

impl Choice {
    /// Whether two choices answer the same question.
    pub fn is_about_the_same(&self, other: &Choice) -> bool {
        match (self, other) {
            (Choice::Column(one, _), Choice::Column(other, _)) | (Choice::Row(one, _), Choice::Row(other, _)) => {
                one == other
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What somebody chose; empty when nobody was asked yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// The same with one choice more, in place of an earlier one about the same.
    pub fn with(mut self, choice: Choice) -> Self {
        self.0.retain(|earlier| !earlier.is_about_the_same(&choice));
        self.0.push(choice);
        self
    }

    /// The text that [`Choices::read`] reads; empty for none.
    pub fn write(&self) -> String {
        // Nothing in them can fail to be written.
        if self.0.is_empty() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }

    /// What was written; none for any other text.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.0.iter()
    }

    /// The first answer that `of` finds.
    pub(super) fn get<T>(&self, of: impl Fn(&Choice) -> Option<T>) -> Option<T> {
        self.0.iter().find_map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::role::CardColumn;

    #[test]
    fn what_was_chosen_outlasts_a_text() {
        let all = [
            Choice::Heading(None),
            Choice::Fraction(','),
            Choice::Column(3, Role::Card(CardColumn::Due)),
            Choice::Separator(Separator::Semicolon),
            Choice::Anyway(Kind::Cohorts, true),
            Choice::Scale(Some(-3)),
            Choice::Columns(Span::Days(7)),
        ];
        let choices = all.into_iter().fold(Choices::default(), Choices::with);
        assert_eq!(Choices::read(&choices.write()), choices);
        assert_eq!(Choices::default().write(), "");
        for text in ["", "null", "[{\"heading\":\"x\"}]", "7"] {
            assert_eq!(Choices::read(text), Choices::default(), "{text}");
        }
    }
}
