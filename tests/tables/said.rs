//! Readings in a few lines, so that a case is a table and what it should come to.

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::i18n::Lang;
use orbita::model::day::day_text;
use orbita::model::journey::Evidence;
use orbita::model::quantity::Level;
use orbita::model::scenario::Period;
use orbita::tables::accounts::{self, Accounts};
use orbita::tables::choice::Choices;
use orbita::tables::cohorts::{self, Cohorts};
use orbita::tables::map;
use orbita::tables::note::Note;
use orbita::tables::place::{Axis, Strip};
use orbita::tables::reading::{Context, Reading, grid};

pub const EN: Lang = Lang::English;
pub const RU: Lang = Lang::Russian;

fn strip(strip: &Strip) -> String {
    let axis = if strip.axis == Axis::Row { "row" } else { "column" };
    if strip.name.is_empty() { format!("{axis} {}", strip.at) } else { format!("{axis} {} {}", strip.at, strip.name) }
}

/// The notes of which a person must know, a line each.
fn note(note: &Note) -> Option<String> {
    Some(match note {
        Note::LeftOut(what, why) => format!("- {}: {why:?}", strip(what)),
        Note::Column(what, role) => format!("= {}: {role:?}", strip(what)),
        Note::Separator(_)
        | Note::Heading(_)
        | Note::NoHeading
        | Note::Unit(_)
        | Note::Map { .. }
        | Note::NotYet(_) => return None,
        Note::DoubtfulGaps(places) => {
            let said: Vec<String> =
                places.iter().map(|(at, text)| format!("{}:{} {text}", at.row, at.column)).collect();
            format!("= doubtful {}", said.join(", "))
        }
        Note::Ages { from, step, .. } => match step {
            Some(step) => format!("= ages in {step:?}s from {from:?}"),
            None if *from == orbita::tables::note::AgesFrom::Order => return None,
            None => format!("= ages from {from:?}"),
        },
        Note::Periods { order, missing, .. } => {
            let order = format!("{order:?}");
            match (order.as_str(), missing) {
                ("OldestFirst", 0) => return None,
                (_, 0) => format!("= {order}"),
                _ => format!("= {order}, {missing} missing"),
            }
        }
        Note::OpenQuotes(place, count) => {
            format!("= {count} open quotes from row {} column {}", place.row, place.column)
        }
        other => format!("= {other:?}"),
    })
}

fn rest<T>(reading: &Reading<T>, lines: &mut Vec<String>) {
    lines.extend(reading.notes.iter().filter_map(note));
    for question in &reading.questions {
        let answered = if question.answered { "answered " } else { "" };
        lines.push(format!("? {answered}{:?}", question.options[question.taken]));
    }
    for fault in &reading.faults {
        let places: Vec<String> =
            fault.places.iter().map(|(place, _)| format!("{}:{}", place.row, place.column)).collect();
        lines.push(format!("! {:?} x{} at {}", fault.problem, fault.count, places.join(" ")));
    }
    assert_eq!(reading.value.is_none(), !reading.faults.is_empty(), "a value or a fault");
}

fn number(number: f64) -> String {
    number.to_string()
}

pub fn cohorts_of(lang: Lang, text: &str, choices: &Choices) -> Reading<Cohorts> {
    let context = Context { lang, currency: "$", columns: Period::Month, choices, today: None };
    cohorts::read(&grid(text, context), context)
}

/// The same where a day is known to be today.
pub fn cohorts_on(lang: Lang, today: (i32, u32, u32), text: &str) -> String {
    let (choices, today) = (Choices::default(), NaiveDate::from_ymd_opt(today.0, today.1, today.2));
    let context = Context { lang, currency: "$", columns: Period::Month, choices: &choices, today };
    cohorts_said(&cohorts::read(&grid(text, context), context))
}

/// The same where a day is known to be today.
pub fn accounts_on(lang: Lang, today: (i32, u32, u32), text: &str) -> String {
    let (choices, today) = (Choices::default(), NaiveDate::from_ymd_opt(today.0, today.1, today.2));
    let context = Context { lang, currency: "$", columns: Period::Month, choices: &choices, today };
    accounts_said(&accounts::read(&grid(text, context), context))
}

pub fn accounts_of(lang: Lang, currency: &str, text: &str, choices: &Choices) -> Reading<Accounts> {
    let context = Context { lang, currency, columns: Period::Month, choices, today: None };
    accounts::read(&grid(text, context), context)
}

/// A reading of cohorts in lines: unit and ages, a row each with `.` for no observation, then what is told and asked.
pub fn cohorts_said(reading: &Reading<Cohorts>) -> String {
    let mut lines = Vec::new();
    if let Some(cohorts) = &reading.value {
        let ages: Vec<String> = cohorts.ages.iter().map(u32::to_string).collect();
        lines.push(format!("{} at {}", if cohorts.per_cent { "per cent" } else { "clients" }, ages.join(" ")));
        for (at, row) in cohorts.rows.iter().enumerate() {
            let left: Vec<String> = row.iter().map(|left| left.map_or(".".into(), |left| number(left.get()))).collect();
            let name = cohorts.names.get(at).map(|name| format!("{name}: ")).unwrap_or_default();
            lines.push(format!("{name}{}", left.join(" ")));
        }
    }
    rest(reading, &mut lines);
    lines.join("\n")
}

/// A reading of accounts in lines: the periods, a row each, then what is told and asked.
pub fn accounts_said(reading: &Reading<Accounts>) -> String {
    let mut lines = Vec::new();
    if let Some(accounts) = &reading.value {
        if !accounts.periods.is_empty() {
            lines.push(accounts.periods.join(" | "));
        }
        for account in &accounts.accounts {
            let revenue: Vec<String> = account.revenue.iter().map(|revenue| number(revenue.get())).collect();
            lines.push(format!("{}: {}", account.name, revenue.join(" ")));
        }
    }
    rest(reading, &mut lines);
    lines.join("\n")
}

/// Holds each case against what should be said of it: language, table, lines.
pub fn all_say(cases: &[(Lang, &str, &str)], say: impl Fn(Lang, &str) -> String) {
    let mut wrong = Vec::new();
    for (lang, table, expected) in cases {
        let said = say(*lang, table);
        let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if said != expected.join("\n") {
            wrong.push(format!("{lang:?} {table:?}\n--- expected\n{}\n--- said\n{said}\n", expected.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// A reading of a map in lines: its stages with their levels, a lane a line with the cards of each stage, then what is told and
/// asked.
pub fn map_said(reading: &Reading<JourneyDraft>) -> String {
    let mut lines = Vec::new();
    if let Some(map) = &reading.value {
        let level = |level: Option<Level>| level.map(|level| format!(" {}", level.value())).unwrap_or_default();
        let stage = |stage: &StageDraft| {
            let second = stage.second.map(|level| format!("/{}", level.value())).unwrap_or_default();
            let votes: Vec<String> = stage.votes.iter().map(|vote| vote.value().to_string()).collect();
            let votes = if votes.is_empty() { String::new() } else { format!(" ({})", votes.join(" ")) };
            let subtitle = if stage.subtitle.is_empty() { String::new() } else { format!(" [{}]", stage.subtitle) };
            format!("{}{subtitle}{}{second}{votes}", stage.name, level(stage.emotion))
        };
        lines.push(map.stages.iter().map(stage).collect::<Vec<_>>().join(" | ").trim().to_owned());
        for (at, lane) in map.lanes.iter().enumerate() {
            let own = if lane.name.is_empty() { String::new() } else { format!(" {}", lane.name) };
            let hidden = if lane.hidden { " hidden" } else { "" };
            let cards = |stage: &StageDraft| {
                let cards = stage.cells.get(at).map_or(&[][..], Vec::as_slice).iter().map(card);
                cards.collect::<Vec<_>>().join(", ")
            };
            let cells: Vec<String> = map.stages.iter().map(cards).collect();
            lines.push(format!("{:?}{own}{hidden}: {}", lane.kind, cells.join(" | ")).trim_end().to_owned());
        }
    }
    rest(reading, &mut lines);
    lines.retain(|line| !line.contains(": Card("));
    lines.join("\n")
}

fn card(card: &CardDraft) -> String {
    let details = &card.details;
    let mut said = card.card.text.replace('\n', "/");
    if let (Some(frequency), Some(impact)) = (details.frequency, details.impact) {
        said += &format!(" {}x{}", frequency.number(), impact.number());
    }
    if !details.owner.is_empty() {
        said += &format!(" @{}", details.owner);
    }
    if !details.next_step.is_empty() {
        said += &format!(" >{}", details.next_step);
    }
    if let Some(due) = details.due {
        said += &format!(" until {}", day_text(due));
    }
    if details.evidence != Evidence::default() {
        said += &format!(" {:?}", details.evidence);
    }
    details.tags.iter().for_each(|tag| said += &format!(" #{tag}"));
    said
}

pub fn map_of(lang: Lang, text: &str, choices: &Choices) -> Reading<JourneyDraft> {
    let context = Context { lang, currency: "", columns: Period::Month, choices, today: None };
    map::read(&grid(text, context), context)
}

/// What tables of accounts, each in a language, are understood as when nothing is chosen.
pub fn accounts_say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| accounts_said(&accounts_of(lang, "$", text, &Choices::default())));
}

/// The same of cohorts.
pub fn cohorts_say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| cohorts_said(&cohorts_of(lang, text, &Choices::default())));
}
