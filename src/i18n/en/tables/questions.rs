//! What is asked about a table, in English.

use super::notes::{
    billed, encoding_name, feelings_name, lost_name, mark_name, names_listed, role_name, scale_name, separator_name,
    span_name,
};
use crate::i18n::Lang::English;
use crate::i18n::journey::JourneyWords;
use crate::i18n::tables::{cell, letters};
use crate::tables::choice::{Base, Billed, Choice, Growth, ManyFeelings, Nested, Start, Term, Unit};
use crate::tables::fault::Kind;
use crate::tables::period::DayOrder;
use crate::tables::place::{Axis, Strip};
use crate::tables::question::{About, Question};

/// A question; the options are its answers.
pub(super) fn question(question: &Question) -> String {
    let about = about(&question.about);
    match question.options.first() {
        Some(Choice::Sheet(_)) => "Which sheet is the table on?".into(),
        Some(Choice::Encoding(_)) => "How is the file encoded?".into(),
        Some(Choice::Separator(_)) => "What separates the cells?".into(),
        Some(Choice::Heading(_)) => format!("Does {about} name the columns?"),
        Some(Choice::Columns(_)) => "How much time does one column of the pasted table cover?".into(),
        Some(Choice::Turned(_)) => "Which way does the table run?".into(),
        Some(Choice::Column(..)) => format!("What does {about} hold?"),
        Some(Choice::Row(..)) => format!("Is {about} a total or another metric?"),
        Some(Choice::Fraction(_)) => "What marks decimals?".into(),
        Some(Choice::Unit(_)) => "What do the numbers mean?".into(),
        Some(Choice::Term(_)) => format!("What period does each amount cover ({about})?"),
        Some(Choice::Scale(_)) => "What are the numbers counted in?".into(),
        Some(Choice::OtherCurrency(_)) => format!("The amounts are in {about}. Use them without conversion?"),
        Some(Choice::Growth(_)) => {
            format!("Some cohorts grow ({about}), as active users or money do. How should clients who return count?")
        }
        Some(Choice::Start(_)) => "The first column isn\u{2019}t 100%. What is it?".into(),
        Some(Choice::Base(_)) => "What are the percentages of?".into(),
        Some(Choice::Lost(_)) => "The table is about clients who left. What do the numbers count?".into(),
        Some(Choice::ZerosNotYet(_)) => format!("Younger cohorts end in zeros ({about}). What do they mean?"),
        Some(Choice::ErrorsAreNone(_)) => format!("Formulas gave no value ({about}). What do they mean?"),
        Some(Choice::WithoutUnread(_)) if matches!(question.about, About::Cells(_, 1)) => {
            format!("Cell {about} couldn\u{2019}t be read. Load the rest without it?")
        }
        Some(Choice::WithoutUnread(_)) => {
            format!("Some cells can\u{2019}t be read ({about}). Load the rest without them?")
        }
        Some(Choice::LastPeriod(_)) => format!("The last period is far below the rest ({about}). Is it over?"),
        Some(Choice::Pivot(_)) => "Each row holds one number of one period. Turn the list into a table?".into(),
        Some(Choice::AddUp(_)) => format!("Several rows have the same name: {about}. Add them up?"),
        Some(Choice::Alike(_)) => format!("These names are alike: {about}. Are they one client?"),
        Some(Choice::NamesFromAbove(_)) => format!("Some rows have no name ({about}). Use the name above?"),
        Some(Choice::NamesFromLeft(_)) => {
            format!("Some columns have no stage name ({about}). Do they belong to the stage on the left?")
        }
        Some(Choice::TakenOffBefore(_)) => {
            format!("Some sums are below zero ({about}). Subtract them from the periods before?")
        }
        Some(Choice::Nested(_)) => format!("Some rows add up others: {about}. Which rows are the clients?"),
        Some(Choice::OverTerms(_)) => {
            format!(
                "Clients who pay for a longer time have rows within it ({about}). What is each of their amounts for?"
            )
        }
        Some(Choice::RunningTotals(_)) => {
            "The title says that the numbers add up from period to period. Subtract the previous one from each?".into()
        }
        Some(Choice::NewestFirst(_)) => "The headings name no years. Which period comes first?".into(),
        Some(Choice::DayOrder(_)) => format!("What comes first in dates such as {about}?"),
        Some(Choice::Anyway(kind, _)) => format!("{} Read it here anyway?", looks_like(*kind)),
        Some(Choice::AYear(_)) => format!("Are these amounts for a whole year ({about})?"),
        Some(Choice::AMonth(_)) => format!("Are these amounts for one month ({about})?"),
        Some(Choice::AQuarter(_)) => format!("Are these amounts for a quarter ({about})?"),
        Some(Choice::WithoutVoid(_)) => {
            format!("Some rows seem to bring no money ({about}). Leave them out?")
        }
        Some(Choice::Billed(_)) => {
            format!("{about}, with nothing in between. How should the payments count?")
        }
        Some(Choice::PaidAYear(_)) => {
            format!("Paid only once, and much more than others pay a month: {about}. Is it for a whole year?")
        }
        Some(Choice::ArePeriods(_)) => {
            format!("The headings name no periods ({about}). Is each column a period, the oldest first?")
        }
        Some(Choice::Feelings(_)) => "Which scale is emotion on?".into(),
        Some(Choice::FeelingWords(_)) => format!("The emotion lane holds text ({about}). Keep it?"),
        Some(Choice::ManyFeelings(_)) => "Some stages have several emotion levels. What are they?".into(),
        Some(Choice::LineByLine(_)) => format!("Some cells have several lines ({about}). Make a card of each line?"),
        Some(Choice::StagesDown(_)) => "Which way do the stages run?".into(),
        Some(Choice::Lane(_)) => "Which lane do the cards go to?".into(),
        None => String::new(),
    }
}

fn looks_like(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "This looks like a map.",
        Kind::Cohorts => "This looks like a cohort table.",
        Kind::Accounts => "This looks like client revenue.",
        Kind::Events => "This looks like a list of events.",
        Kind::Movements => "This looks like opening and closing numbers with what came and went.",
        Kind::Figures => "This looks like another table.",
    }
}

fn about(about: &About) -> String {
    match about {
        About::Table => "the table".into(),
        About::Strip(Strip { axis, at, name }) => {
            let what = match axis {
                Axis::Row => format!("row {at}"),
                Axis::Column => format!("column {}", letters(*at)),
            };
            if name.is_empty() { what } else { format!("{what} \u{201c}{name}\u{201d}") }
        }
        About::Names(names) => names_listed(names),
        About::Cells(place, 1) => cell(*place),
        About::Cells(place, count) => format!("{count} cells from {}", cell(*place)),
        About::Sheets(names) => names_listed(names),
        About::Billed(payers) => billed(payers),
        About::Found(found) => found.clone(),
    }
}

/// The words of an answer.
pub(super) fn choice(choice: &Choice) -> String {
    let either = |is: bool, yes: &str, no: &str| if is { yes.to_owned() } else { no.to_owned() };
    match choice {
        Choice::Sheet(at) => format!("Sheet {}", at + 1),
        Choice::Encoding(encoding) => encoding_name(*encoding).into(),
        Choice::Separator(separator) => capital(separator_name(*separator)),
        Choice::Heading(row) => either(row.is_some(), "Yes, these are headings", "No, it is data"),
        Choice::Columns(span) => capital(&span_name(*span)),
        Choice::Turned(turned) => {
            either(*turned, "Each column is a row of the result", "Each row is a row of the result")
        }
        Choice::Column(_, role) => capital(role_name(*role)),
        Choice::Row(_, taken) => either(*taken, "No, use it", "Yes, leave it out"),
        Choice::Fraction(mark) => capital(mark_name(*mark)),
        Choice::Unit(Unit::Counts) => "Clients".into(),
        Choice::Unit(Unit::PerCent) => "Per cent of the start".into(),
        Choice::Unit(Unit::Shares) => "Shares of 1".into(),
        Choice::Unit(Unit::Money) => "Money".into(),
        Choice::Scale(None) => "As the headings say".into(),
        Choice::Scale(Some(zeros)) => capital(&scale_name(*zeros)),
        Choice::OtherCurrency(taken) => either(*taken, "Use as they are", "Don\u{2019}t use"),
        Choice::Growth(Growth::ReturnedAsKept) => "Count returning clients as kept".into(),
        Choice::Growth(Growth::GoneIsGone) => "Count clients who left as lost".into(),
        Choice::Start(Start::Before) => "The first period; 100% comes before it".into(),
        Choice::Start(Start::Here) => "The start; take it as 100%".into(),
        Choice::Base(Base::Start) => "The start of the cohort".into(),
        Choice::Base(Base::Previous) => "The period before".into(),
        Choice::Lost(lost) => capital(lost_name(*lost)),
        Choice::ZerosNotYet(not_yet) => either(*not_yet, "Not counted yet", "No clients remaining"),
        Choice::ErrorsAreNone(none) => either(*none, "No revenue", "Not known: fix them first"),
        Choice::WithoutUnread(without) => either(*without, "Load the rest", "No, fix it first"),
        Choice::LastPeriod(taken) => either(*taken, "Yes, use it", "No, leave it out"),
        Choice::Pivot(pivot) => either(*pivot, "Turn into a table", "Read row by row"),
        Choice::AddUp(add) => either(*add, "Add up", "Keep apart"),
        Choice::Alike(alike) => either(*alike, "Yes, add up", "No, keep apart"),
        Choice::NamesFromAbove(taken) => either(*taken, "Use the name above", "No"),
        Choice::NamesFromLeft(taken) => either(*taken, "Yes, one stage", "No, stages without a name"),
        Choice::TakenOffBefore(taken) => either(*taken, "Subtract, they were paid back", "No, fix them first"),
        Choice::Nested(Nested::Sums) => "These; leave out their parts".into(),
        Choice::Nested(Nested::Parts) => "Their parts; leave these out".into(),
        Choice::Nested(Nested::All) => "All rows".into(),
        Choice::OverTerms(over) => either(*over, "The whole time, spread evenly", "The month of its row"),
        Choice::RunningTotals(are) => either(*are, "Subtract", "Keep as they are"),
        Choice::NewestFirst(newest) => either(*newest, "Newest first", "Oldest first"),
        Choice::DayOrder(DayOrder::DayFirst) => "Day".into(),
        Choice::DayOrder(DayOrder::MonthFirst) => "Month".into(),
        Choice::Anyway(_, anyway) => either(*anyway, "Read it here", "No"),
        Choice::AYear(a_year) => either(*a_year, "Yes, take the share of each column", "No, use them as they are"),
        Choice::AQuarter(a_quarter) => either(*a_quarter, "Yes, convert to each column", "No, use them as they are"),
        Choice::AMonth(a_month) => {
            either(*a_month, "Yes, multiply by the months of each column", "No, use them as they are")
        }
        Choice::Term(Term::Month) => "A month".into(),
        Choice::Term(Term::Year) => "A year".into(),
        Choice::Term(Term::Whole) => "The whole contract".into(),
        Choice::WithoutVoid(without) => either(*without, "Leave them out", "Count them"),
        Choice::Billed(Billed::Onwards) => "Paid in advance: spread evenly from each payment on".into(),
        Choice::Billed(Billed::Before) => "Paid afterwards: spread evenly up to each payment".into(),
        Choice::Billed(Billed::AsWritten) => "Leave as written".into(),
        Choice::PaidAYear(paid) => either(*paid, "Yes, spread it over 12 months", "No, leave as written"),
        Choice::ArePeriods(are) => either(*are, "Yes, periods", "No, something else"),
        Choice::Feelings(scale) => feelings_name(*scale).into(),
        Choice::FeelingWords(keep) => either(*keep, "Keep as cards", "Leave out"),
        Choice::ManyFeelings(ManyFeelings::Votes) => "Votes; use the median".into(),
        Choice::ManyFeelings(ManyFeelings::First) => "Use the first".into(),
        Choice::ManyFeelings(ManyFeelings::Last) => "Use the last".into(),
        Choice::StagesDown(down) => either(*down, "Down: a stage is a row", "Across: a stage is a column"),
        Choice::LineByLine(split) => either(*split, "A card for each line", "One card for the cell"),
        Choice::Lane(kind) => JourneyWords::of(English).lane_kind(*kind).into(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
