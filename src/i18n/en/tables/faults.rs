//! What stands in the way of a table, in English.

use super::notes::span_name;
use crate::i18n::Lang::English;
use crate::i18n::amounts::number;
use crate::i18n::tables::{LISTED, cell, positions, short};
use crate::tables::fault::{Fault, Kind, Problem};

/// What is wrong, and what to do.
pub(super) fn fault(fault: &Fault) -> String {
    let text = fault.places.first().map(|(_, text)| short(text)).unwrap_or_default();
    if let Some(whole) = of_the_whole(fault.problem, &text) {
        return whole;
    }
    let what = what(fault.problem, &text);
    match fault.places.first() {
        Some((place, _)) if fault.count == 1 => {
            format!("Row {}, column {} ({}): {what}", place.row, place.column, cell(*place))
        }
        _ => {
            let more = fault.count.saturating_sub(fault.places.len().min(LISTED));
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let many = many(fault.problem);
            format!(
                "{} cells: {many} {}{more}.",
                fault.count,
                positions(fault, |text| format!("\u{201c}{text}\u{201d}"))
            )
        }
    }
}

/// What is said of the table and not of a cell.
fn of_the_whole(problem: Problem, text: &str) -> Option<String> {
    let most = |most: usize| number(English, most as f64, 0);
    Some(match problem {
        Problem::NothingThere => {
            "There is nothing to read here. Paste a table with a heading and at least one row.".into()
        }
        Problem::MixedCurrencies => {
            format!("Amounts in {text} can\u{2019}t be added to the others. Convert them first.")
        }
        Problem::OnlyStarts => "No cohort has a second number. Add what was left after the first period.".into(),
        Problem::OnlyLost => {
            "The columns count clients who left. Name the period in each heading, such as Lost M1, or subtract them from the start first.".into()
        }
        Problem::LostOfUnknown => {
            "The columns count clients who left, and nothing says of how many. Add a column Size, or per cent signs.".into()
        }
        Problem::NoStart(first) => format!(
            "The table begins with period {first}, and nothing says how many there were at the start. Add a column Size."
        ),
        Problem::OnlyGaps => {
            "No cohort has a number right after its start, and a scenario holds ages without gaps. Add the missing columns.".into()
        }
        Problem::Columns(span) => format!(
            "A column here is {}, and a scenario counts months, quarters or years. Regroup the table and paste it again, or choose below how much time a column covers.",
            span_name(span)
        ),
        Problem::YearsDown => {
            "Years stand in rows and their months in columns. Put all periods across, such as Jan 2025, or one in each row.".into()
        }
        Problem::OnlyMeasures => {
            "The rows hold figures of the whole business, such as MRR or customers. Paste a table with a row for each client.".into()
        }
        Problem::Movements => {
            "The amounts are changes of revenue, not revenue. Paste what each client pays in each period.".into()
        }
        Problem::NoNames => "No column names the clients. Add one before the numbers.".into(),
        Problem::NoYear => {
            format!("The days have no year, such as \u{201c}{text}\u{201d}. Add it, as in 2026-03-31, and paste the table again.")
        }
        Problem::OnePeriod => "There is only one period. Add revenue of at least one more.".into(),
        Problem::TooManyRows(rows) => format!("The table has more than {} rows. Import it in parts.", most(rows)),
        Problem::TooManyColumns(columns) => {
            format!("The table has more than {} columns. Import it in parts.", most(columns))
        }
        Problem::TooManyCells(cells) => format!("The table has more than {} cells. Import it in parts.", most(cells)),
        Problem::TooManyStages(stages) => format!("A map can have up to {stages} stages. Split the table."),
        Problem::TooManyLanes(lanes) => format!("A map can have up to {lanes} lanes. Split the table."),
        Problem::NoText => {
            "No heading says where the text of the cards is. Name the columns Stage, Lane and Text.".into()
        }
        Problem::OtherKind(Kind::Movements) => {
            "This has opening and closing numbers, what is new and what was lost in each period. It doesn\u{2019}t say who left or when they came. For cohorts, paste a row for each start month with how many are left after each month. For revenue, paste a row for each client. Or enter churn in the scenario: lost divided by opening.".into()
        }
        Problem::OtherKind(kind) => format!("{} {}", kind_of_table(kind), place_of_table(kind)),
        _ => return None,
    })
}

/// Where a table of a kind is pasted.
fn place_of_table(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "Paste it on the map, in \u{201c}Journey\u{201d}.",
        Kind::Cohorts => "Paste it in the part \u{201c}Clients over time\u{201d} of the economics.",
        Kind::Accounts => "Paste it in the part \u{201c}Revenue\u{201d} of the economics.",
        Kind::Events => {
            "Paste payments with client, date and amount in the part \u{201c}Revenue\u{201d} of the economics, and clients with their start and end dates in \u{201c}Clients over time\u{201d}."
        }
        Kind::Movements | Kind::Figures => "Enter its figures in the scenario.",
    }
}

fn kind_of_table(kind: Kind) -> &'static str {
    match kind {
        Kind::Map => "This looks like a map: a row for each card.",
        Kind::Cohorts => "This looks like a cohort table: a row for each cohort, a column for each age.",
        Kind::Accounts => "This looks like client revenue: a row for each client, a column for each period.",
        Kind::Events => "This has a row for each event, and it isn\u{2019}t clear what to count.",
        Kind::Movements | Kind::Figures => "This is a table of figures.",
    }
}

/// What is wrong with one cell.
fn what(problem: Problem, text: &str) -> String {
    match problem {
        Problem::NotANumber => format!("\u{201c}{text}\u{201d} isn\u{2019}t a number. Correct it or clear the cell."),
        Problem::Negative => "a number can\u{2019}t be negative here. Correct it or clear the cell.".into(),
        Problem::TooLarge => "the number is too large.".into(),
        Problem::PerCentHere => "a number is needed here, not a percentage.".into(),
        Problem::Failed => {
            format!("\u{201c}{text}\u{201d} is a failed formula. Put the number in, or clear the cell.")
        }
        Problem::MixedUnits => {
            "the number has no per cent sign, and others have. Keep only counts or only percentages.".into()
        }
        Problem::StartsEmpty => "the cohort starts with 0 clients. Correct the start or leave the row out.".into(),
        Problem::NoName => "the row has no name. Add one or leave the row out.".into(),
        Problem::SamePeriod => format!("the period \u{201c}{text}\u{201d} comes twice. Rename or remove one column."),
        Problem::ShareTwice => {
            "a second percentage for one cohort and period. Keep one row for each, or put in numbers of clients.".into()
        }
        Problem::NoStage => "the card has no stage. Fill in the column Stage.".into(),
        Problem::SecondEmotionLane => "a map has one emotion lane.".into(),
        Problem::NotALevel => {
            format!("\u{201c}{text}\u{201d} isn\u{2019}t valid. Emotion runs from \u{2212}2 to +2 in steps of 0.5.")
        }
        Problem::NotAGrade => format!("\u{201c}{text}\u{201d} isn\u{2019}t valid. Use whole numbers from 1 to 5."),
        Problem::NotAScore => format!(
            "\u{201c}{text}\u{201d} isn\u{2019}t valid. A score is frequency and impact from 1 to 5, such as 4x3."
        ),
        Problem::NotADay if text.is_empty() => "a date is needed. Write it as 2026-03-31.".into(),
        Problem::NotADay => format!("\u{201c}{text}\u{201d} isn\u{2019}t a date. Write it as 2026-03-31."),
        Problem::EndsBeforeStart => "the contract ends before it starts. Correct one of the dates.".into(),
        Problem::NotEvidence => {
            format!("\u{201c}{text}\u{201d} isn\u{2019}t valid. Use assumed, observed or measured.")
        }
        Problem::NotMinutes => format!("\u{201c}{text}\u{201d} isn\u{2019}t valid. Minutes are a whole number."),
        Problem::MixedRates => "some amounts are for a year, some for a quarter or a month. Bring them to one.".into(),
        Problem::TooManyCellsInRow => {
            "the row has more cells than the heading. Put quotation marks around text and numbers with a comma.".into()
        }
        _ => String::new(),
    }
}

/// What is wrong with several cells, before they are listed.
fn many(problem: Problem) -> &'static str {
    match problem {
        Problem::NotANumber => "a number is needed:",
        Problem::Negative => "numbers can\u{2019}t be negative here:",
        Problem::TooLarge => "the numbers are too large:",
        Problem::PerCentHere => "numbers are needed, not percentages:",
        Problem::Failed => "failed formulas, put the numbers in or clear the cells:",
        Problem::MixedUnits => "keep only counts or only percentages; no per cent sign here:",
        Problem::StartsEmpty => "cohorts that start with 0 clients:",
        Problem::NoName => "rows without a name:",
        Problem::SamePeriod => "periods that come twice:",
        Problem::ShareTwice => "several percentages for one cohort and period; keep one, or put in numbers of clients:",
        Problem::NoStage => "cards without a stage:",
        Problem::SecondEmotionLane => "a map has one emotion lane:",
        Problem::NotALevel => "emotion runs from \u{2212}2 to +2 in steps of 0.5:",
        Problem::NotAGrade => "use whole numbers from 1 to 5:",
        Problem::NotAScore => "a score is frequency and impact from 1 to 5, such as 4x3:",
        Problem::NotADay => "dates are written as 2026-03-31:",
        Problem::EndsBeforeStart => "contracts that end before they start:",
        Problem::NotEvidence => "use assumed, observed or measured:",
        Problem::NotMinutes => "minutes are a whole number:",
        Problem::MixedRates => "amounts for periods of different lengths; bring all to one:",
        Problem::TooManyCellsInRow => {
            "more cells than the heading; put quotation marks around text and numbers with a comma:"
        }
        _ => "",
    }
}
