//! What was understood of a table, in English.

use crate::i18n::Lang::English;
use crate::i18n::en::counts::counted_en;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::{ended, uncapital};
use crate::i18n::tables::{LISTED, cell, letters, some_listed};
use crate::tables::Separator;
use crate::tables::bytes::Encoding;
use crate::tables::choice::{FeelingScale, Lost, Unit};
use crate::tables::note::{AgesFrom, By, Note, Order, Why};
use crate::tables::place::{Axis, Strip};
use crate::tables::role::Role;
use crate::tables::span::Span;
use crate::tables::vocabulary::AgeUnit;

/// A sentence about one thing that was understood.
pub(super) fn note(note: &Note) -> String {
    match note {
        Note::Encoding(encoding) => format!("The file was read as {}.", encoding_name(*encoding)),
        Note::Separator(separator) => format!("Cells are separated by {}.", separator_name(*separator)),
        Note::OpenQuotes(place, 1) => {
            format!("A quotation mark in {} is never closed, so it was read as a letter.", cell(*place))
        }
        Note::OpenQuotes(place, count) => {
            format!(
                "{count} quotation marks, the first in {}, are never closed, so they were read as letters.",
                cell(*place)
            )
        }
        Note::Heading(row) => format!("Row {row} names the columns."),
        Note::NoHeading => "No row names the columns.".into(),
        Note::Turned => "Columns were read as rows.".into(),
        Note::Column(column, role) => format!("{}: {}.", strip(column), role_name(*role)),
        Note::YearsJoined(tables) => {
            format!("{tables} tables of a year each are read as one; every cohort is called by its year, too")
        }
        Note::PeriodsJoined(tables) => {
            format!("{tables} tables, one below the other, are read as one with the periods of all.")
        }
        Note::Joined(year, part) => {
            format!("{} and {} were read as one period.", strip(year), uncapital(&strip(part)))
        }
        Note::FullNames(parts) => format!("Read as one name: {}.", strips_listed(parts)),
        Note::UnixTimes(column) => format!("{}: Unix times, read as dates.", strip(column)),
        Note::Ages { from, first, last, gaps, step } => {
            let unit = step.map(|step| format!(" {}", step_name(step))).unwrap_or_default();
            let gaps = if *gaps { ", with gaps" } else { "" };
            format!("Ages {first} to {last}{unit}{gaps}, {}.", ages_from(*from))
        }
        Note::Columns(period) => format!("One column of the table covers {}.", span_name((*period).into())),
        Note::ColumnsKept(period) => format!(
            "The table doesn\u{2019}t say how much time a column covers, so it stays {} as before.",
            span_name((*period).into())
        ),
        Note::Periods { first, last, count, order, missing } => {
            let span = if first.is_empty() || last.is_empty() { String::new() } else { format!(", {first} to {last}") };
            let order = match order {
                Order::OldestFirst => "",
                Order::NewestFirst => "; the newest came first and was moved to the end",
                Order::Mixed => "; they were sorted",
            };
            let missing = match missing {
                0 => String::new(),
                1 => "; 1 between them is missing".into(),
                missing => format!("; {missing} between them are missing"),
            };
            ended(&format!("{}{span}{order}{missing}", counted_en(*count, "period", "periods")))
        }
        Note::Unit(Unit::Counts) => "The numbers count clients.".into(),
        Note::Unit(Unit::PerCent | Unit::Shares) => "The numbers are percentages of the start.".into(),
        Note::Unit(Unit::Money) => "The numbers are amounts of money, not clients.".into(),
        Note::CountsFromShares => "Clients were computed from sizes and percentages, rounded to whole clients.".into(),
        Note::StartAdded => "The start, 100%, was added before the first column.".into(),
        Note::OfPrevious => {
            "Each percentage is of the period before, so they were multiplied from the start on.".into()
        }
        Note::Lost(lost) => format!("Subtracted from the start: {}.", lost_name(*lost)),
        Note::Rebased => "The first column was taken as 100%.".into(),
        Note::Fraction(mark, by) => {
            let by = match by {
                By::OtherCells => "as in other cells",
                By::OnlyThousands => "only numbers from a thousand on have the other mark",
                By::ThousandsWithout => "numbers from a thousand on stand without it",
                By::Language => "as usual in this language",
                By::WholeClients => "because clients are whole",
                By::Choice => "as you chose",
            };
            format!("Decimal mark: {} ({by}).", mark_name(*mark))
        }
        Note::Scale(zeros, text) if text.is_empty() => format!("Every number is in {}.", scale_name(*zeros)),
        Note::Scale(zeros, text) => {
            format!("Every number is in {}, as \u{201c}{text}\u{201d} says.", scale_name(*zeros))
        }
        Note::ScaleOf(zeros, columns) => {
            format!("Numbers in {}: {}.", scale_name(*zeros), strips_listed(columns))
        }
        Note::Currency(currency) => format!("The amounts are in {currency}."),
        Note::LeftOut(what, why) => format!("Left out: {} ({}).", uncapital(&strip(what)), why_name(*why)),
        Note::TotalDiffers(total) => format!(
            "{} isn\u{2019}t the sum of the rows that are used. Check what is missing or counted twice.",
            strip(total)
        ),
        Note::NotYet(count) => format!("{} without a number.", counted_en(*count, "cell", "cells")),
        Note::DoubtfulBlanks(places) => format!(
            "Read as no revenue: {}{}. If a number belongs there, correct it first.",
            crate::i18n::tables::listed(places, |text| format!("\u{201c}{text}\u{201d}")),
            match places.len().saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            }
        ),
        Note::Unread(places, count) => format!(
            "Left out, as they can\u{2019}t be read: {}{}.",
            crate::i18n::tables::listed(places, |text| format!("\u{201c}{text}\u{201d}")),
            match count.saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            }
        ),
        Note::DoubtfulGaps(places) => format!(
            "Read as not counted: {}{}. If a number belongs there, correct it first.",
            crate::i18n::tables::listed(places, |text| format!("\u{201c}{text}\u{201d}")),
            match places.len().saturating_sub(LISTED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            }
        ),
        Note::NoRevenue(count) => format!("{} read as no revenue.", counted_en(*count, "empty cell", "empty cells")),
        Note::ZerosNotYet(count) => {
            format!("{} at the ends of younger cohorts read as not counted yet.", counted_en(*count, "zero", "zeros"))
        }
        Note::Grown(count) => {
            format!("{} changed because a cohort can\u{2019}t grow.", counted_en(*count, "number", "numbers"))
        }
        Note::Pivoted { rows, added: 0 } => {
            format!("{} became a table with periods across.", counted_en(*rows, "row", "rows"))
        }
        Note::Pivoted { rows, added } => format!(
            "{} became a table with periods across; {} added to others of the same period.",
            counted_en(*rows, "row", "rows"),
            if *added == 1 { "1 was".into() } else { format!("{added} were") }
        ),
        Note::AddedUp(name, rows) => format!("\u{201c}{name}\u{201d}: rows {} were added up.", listed(rows)),
        Note::KeptApart(names) => format!("Similar names were kept apart: {}.", names_listed(names)),
        Note::SeveralInOne(names) => {
            format!("Counted as one client, but seems to be several: {}.", names_listed(names))
        }
        Note::Contracts { rows, open, last } => {
            let open = match open {
                0 => String::new(),
                open => format!("; {open} without an end run until {last}"),
            };
            format!("{} counted in each month from start to end{open}.", counted_en(*rows, "contract", "contracts"))
        }
        Note::Lives { rows, open, last } => {
            let open = match open {
                0 => String::new(),
                1 => format!("; 1 without an end counts as still there after {last}"),
                open => format!("; {open} without an end count as still there after {last}"),
            };
            format!("{} counted from start to end{open}.", counted_en(*rows, "row", "rows"))
        }
        Note::Activity { rows, clients, last } => format!(
            "{} of {}: each counts in every month it has a row for, until {last}. Its first month is its start.",
            counted_en(*rows, "row", "rows"),
            counted_en(*clients, "client", "clients")
        ),
        Note::Ahead { begin, end, last } => {
            let end = match end {
                0 => String::new(),
                1 => "; 1 that ends later counts as still there".into(),
                end => format!("; {end} that end later count as still there"),
            };
            let begin = match begin {
                0 => String::new(),
                begin => format!("; {} later left out", counted_en(*begin, "row that starts", "rows that start")),
            };
            format!("Counted until today, {last}{end}{begin}.")
        }
        Note::Credits(count) => {
            format!("{} subtracted.", counted_en(*count, "refund or credit note", "refunds and credit notes"))
        }
        Note::TakenOffBefore(1) => {
            "In 1 period refunds exceeded payments, so the rest was taken off earlier ones.".into()
        }
        Note::TakenOffBefore(count) => {
            format!("In {count} periods refunds exceeded payments, so the rest was taken off earlier ones.")
        }
        Note::RunningTotals => "Each period is the difference from the one before.".into(),
        Note::Spread(rows) => format!(
            "{} for longer periods: the amount is split evenly over the shorter ones.",
            counted_en(*rows, "row is", "rows are")
        ),
        Note::Billed(payers, before) => format!(
            "Payments were spread evenly {}: {}. What lies outside the table isn\u{2019}t counted.",
            if *before { "up to each" } else { "from each on" },
            billed(payers)
        ),
        Note::DashedCents(1) => "In 1 amount the dash marks cents.".into(),
        Note::DashedCents(count) => format!("In {count} amounts the dash marks cents."),
        Note::NamesFromLeft(count) => {
            format!("{} without a name went to the stage on the left.", counted_en(*count, "column", "columns"))
        }
        Note::NamesFromAbove(count) => {
            format!("{} without a name took the one above.", counted_en(*count, "row", "rows"))
        }
        Note::Map { stages, lanes, cards } => format!(
            "{}, {}, {}.",
            counted_en(*stages, "stage", "stages"),
            counted_en(*lanes, "lane", "lanes"),
            counted_en(*cards, "card", "cards")
        ),
        Note::StagesDown => "Stages stand in rows, lanes in columns.".into(),
        Note::FreeLane(name) => format!("\u{201c}{name}\u{201d} became a custom lane."),
        Note::LaneTaken(kind) => {
            format!("Cards without a lane went to \u{201c}{}\u{201d}.", JourneyWords::of(English).lane_kind(*kind))
        }
        Note::Feelings(scale) => format!("Emotion was converted from {}.", feelings_name(*scale)),
        Note::FeelingsTurned(heading) => {
            format!("The lowest number is the best emotion, as \u{201c}{heading}\u{201d} says.")
        }
        Note::Rounded(count) => {
            format!("{} rounded to the nearest half.", counted_en(*count, "emotion level", "emotion levels"))
        }
        Note::GradeWords(words) => {
            let word = |(word, grade): &(String, u8)| format!("\u{201c}{word}\u{201d} is {grade}");
            format!("Words were read as 1 to 5: {}.", words.iter().map(word).collect::<Vec<_>>().join(", "))
        }
        Note::FeelingsNamed(count) => {
            format!("{} given in words or signs.", counted_en(*count, "emotion level", "emotion levels"))
        }
        Note::FeelingWords(count) => {
            format!("{} about emotion became cards of a custom lane.", counted_en(*count, "text", "texts"))
        }
        Note::ManyFeelings(count) => format!("{} with several emotion levels.", counted_en(*count, "stage", "stages")),
        Note::LineByLine(count) => format!("{} split into a card for each line.", counted_en(*count, "cell", "cells")),
        Note::MonthFirst => "Dates were read with the month first.".into(),
        Note::CutOff => "The file ends in the middle, so it was probably cut off. Check the last row.".into(),
        Note::BehindGap(count) => format!(
            "{} left out: the ages before are missing, and a scenario holds ages without gaps.",
            counted_en(*count, "number", "numbers")
        ),
        Note::SaysLost(text) => format!(
            "\u{201c}{text}\u{201d} is about clients who left, but the numbers were taken as clients who stayed. If they count those who left, subtract them from the start first."
        ),
    }
}

fn strip(strip: &Strip) -> String {
    let (what, at) = match strip.axis {
        Axis::Row => ("Row", strip.at.to_string()),
        Axis::Column => ("Column", letters(strip.at)),
    };
    if strip.name.is_empty() { format!("{what} {at}") } else { format!("{what} {at} \u{201c}{}\u{201d}", strip.name) }
}

/// Columns or rows; the first few of them.
fn strips_listed(strips: &[Strip]) -> String {
    let listed: Vec<String> = strips.iter().take(LISTED).map(|one| uncapital(&strip(one))).collect();
    match strips.len() - listed.len() {
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}

fn listed(rows: &[u32]) -> String {
    rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Names in quotation marks.
pub(super) fn names_listed(names: &[String]) -> String {
    names.iter().map(|name| format!("\u{201c}{name}\u{201d}")).collect::<Vec<_>>().join(", ")
}

/// Who pays for several months at once.
pub(super) fn billed(payers: &[(u32, Vec<String>)]) -> String {
    let one = |(months, names): &(u32, Vec<String>)| {
        let every = match months {
            2 => "every other month".into(),
            3 => "every third month".into(),
            6 => "every half year".into(),
            12 => "once a year".into(),
            months => format!("every {months} months"),
        };
        let pay = counted_en(names.len(), "client pays", "clients pay");
        format!("{pay} {every} ({})", some_listed(names, names_listed))
    };
    payers.iter().map(one).collect::<Vec<_>>().join(", ")
}

pub(super) fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1251 => "Windows-1251 (Cyrillic)",
        Encoding::Windows1252 => "Windows-1252 (Western)",
        Encoding::Ibm866 => "CP866 (Cyrillic, DOS)",
        Encoding::Koi8R => "KOI8-R (Cyrillic, Unix)",
    }
}

pub(super) fn separator_name(separator: Separator) -> &'static str {
    match separator {
        Separator::Tab => "tabs",
        Separator::Semicolon => "semicolons",
        Separator::Bar => "vertical bars",
        Separator::Comma => "commas",
        Separator::Spaces => "spaces",
    }
}

pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Names => "names of the rows",
        Role::Sizes => "cohort sizes",
        Role::Start => "revenue at the start",
        Role::Values => "numbers",
        Role::Periods => "periods",
        Role::Currency => "currency",
        Role::Begins => "start of the contract",
        Role::Ends => "end of the contract",
        Role::Terms => "how often it is paid",
        Role::Refunds => "refunds, subtracted",
        Role::Discounts => "discounts, subtracted",
        Role::Quantities => "quantities, each times its price",
        Role::Card(column) => (super::WORDS.column)(column),
        Role::Lane(kind) => JourneyWords::of(English).lane_kind(kind),
        Role::LeftOut => "not used",
    }
}

pub(super) fn lost_name(lost: Lost) -> &'static str {
    match lost {
        Lost::SoFar => "all who left since the start",
        Lost::Each => "those who left in that period",
        Lost::OfStart => "those who left in that period, as a share of the start",
        Lost::OfPrevious => "those who left in that period, as a share of clients before it",
        Lost::Stayed => "clients who stayed",
    }
}

fn step_name(step: AgeUnit) -> &'static str {
    match step {
        AgeUnit::Day => "days",
        AgeUnit::Week => "weeks",
        AgeUnit::Month => "months",
        AgeUnit::Quarter => "quarters",
        AgeUnit::Year => "years",
    }
}

pub(super) fn span_name(span: Span) -> String {
    match span {
        Span::Days(1) => "a day".into(),
        Span::Days(7) => "a week".into(),
        Span::Days(days) => format!("{days} days"),
        Span::Months(1) => "a month".into(),
        Span::Months(3) => "a quarter".into(),
        Span::Months(12) => "a year".into(),
        Span::Months(months) => format!("{months} months"),
    }
}

fn ages_from(from: AgesFrom) -> &'static str {
    match from {
        AgesFrom::Headings => "from the headings",
        AgesFrom::Calendar => "from the calendar periods of rows and columns",
        AgesFrom::Order => "in the order of the columns",
        AgesFrom::FirstNumbers => "counted from the first number of each row",
    }
}

pub(super) fn mark_name(mark: char) -> &'static str {
    if mark == ',' { "comma" } else { "point" }
}

pub(super) fn scale_name(zeros: i32) -> String {
    match zeros {
        0 => "ones".into(),
        -2 => "hundredths (cents)".into(),
        3 => "thousands".into(),
        6 => "millions".into(),
        9 => "billions".into(),
        12 => "trillions".into(),
        zeros => format!("units with {zeros} zeros"),
    }
}

pub(super) fn feelings_name(scale: FeelingScale) -> &'static str {
    match scale {
        FeelingScale::Own => "\u{2212}2 to +2",
        FeelingScale::OneToFive => "1 to 5",
        FeelingScale::OneToTen => "1 to 10",
        FeelingScale::ZeroToTen => "0 to 10",
        FeelingScale::OneToSeven => "1 to 7",
        FeelingScale::ThreeToThree => "\u{2212}3 to +3",
        FeelingScale::FiveToFive => "\u{2212}5 to +5",
        FeelingScale::HundredToHundred => "\u{2212}100 to +100",
        FeelingScale::ZeroToHundred => "0 to 100",
    }
}

fn why_name(why: Why) -> &'static str {
    match why {
        Why::Title => "above the table",
        Why::Total => "a total",
        Why::Average => "an average",
        Why::Measure => "a metric, not data of its own",
        Why::Empty => "no numbers",
        Why::Words => "text, not numbers",
        Why::Unknown => "unknown heading",
        Why::Same => "the same as another column",
        Why::Shares => "percentages of the counts beside it",
        Why::Heading => "the heading again",
        Why::Unfinished => "the period isn\u{2019}t over",
        Why::NoName => "no name",
        Why::Phases => "another column names the stages one by one",
        Why::Groups => "another column names the lanes one by one",
        Why::Numbers => "numbers of the columns",
        Why::Part => "a part of the row above it",
        Why::PartOf => "a part of another row",
        Why::Notes => "notes, not a stage",
        Why::Void => "its state says that nothing was paid",
        Why::PaidOut => "money was paid out, and none came from there",
        Why::NoPrice => "it ended and its amount is 0, so what was paid before is unknown",
        Why::NextTable => "another table begins here; paste it by itself",
        Why::NotStart => "the first column counts the start, and differs from it",
        Why::Paid => "revenue, not clients",
        Why::Scores => "scores here are frequency \u{d7} impact, such as 4x3",
        Why::Chosen => "by choice",
    }
}
