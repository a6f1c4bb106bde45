//! The project as a workbook: each map as its grid and with all that it holds, the ranking, the finding, scenarios with their forecasts, tables of
//! cohorts, initiatives and clients.

mod economy;

use chrono::NaiveDate;

use super::economy::Economy;
use crate::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use crate::exchange::office::xlsx::{Cell, NewSheet, write};
use crate::exchange::ranking::{Ranked, ranked};
use crate::exchange::{lane_name, stage_name};
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::i18n::tables::TableWords;
use crate::i18n::travel::TravelWords;
use crate::model::Engagement;
use crate::model::journey::Evidence;
use crate::model::quantity::{Grade, ScenarioId};
use crate::model::scenario::Account;
use crate::tables::export;
use crate::tables::role::CardColumn;

/// The workbook of a project; `looked_at` is the scenario that it finds for, where it is there, and else the last. Sheets that would
/// be empty are left out.
pub fn workbook(engagement: &Engagement, lang: Lang, looked_at: Option<ScenarioId>) -> Vec<u8> {
    let journeys: Vec<JourneyDraft> =
        engagement.journeys().filter_map(|(id, _)| JourneyDraft::of(engagement, id)).collect();
    let (words, travel) = (JourneyWords::of(lang), TravelWords::of(lang));
    let mut sheets: Vec<NewSheet> = journeys.iter().map(|journey| grid(journey, words)).collect();
    sheets.extend(journeys.iter().map(|journey| cards(journey, journeys.len() > 1, lang)));
    sheets.push(ranking(&journeys, words, travel));
    if let Some(of_project) = Economy::looked_at(engagement, lang, true, looked_at) {
        sheets.extend(economy::sheets(engagement, &of_project));
    } else {
        sheets.extend(economy::waiting(engagement, lang));
    }
    sheets.push(accounts(engagement, travel));
    sheets.retain(|sheet| !sheet.rows.is_empty());
    write(&sheets)
}

/// A map as it is seen: a column a stage, as many rows a lane as its fullest cell has cards.
fn grid(journey: &JourneyDraft, words: &JourneyWords) -> NewSheet {
    let name = title_or(&journey.title, words.untitled_map).to_owned();
    let stages = (0..journey.stages.len()).map(|at| stage_name(journey, at, words));
    let head = std::iter::once(words.lane.to_owned()).chain(stages).collect();
    let mut rows = Vec::new();
    for (at, lane) in journey.lanes.iter().enumerate() {
        let first = || Cell::text(lane_name(lane, words));
        if !lane.kind.holds_cards() {
            let level = |stage: &StageDraft| Cell::number(stage.emotion.map(|level| level.value()));
            rows.push(std::iter::once(first()).chain(journey.stages.iter().map(level)).collect());
            continue;
        }
        let cell = |stage: usize| journey.stages[stage].cells.get(at).map_or(&[][..], Vec::as_slice);
        let height = (0..journey.stages.len()).map(|stage| cell(stage).len()).max().unwrap_or(0).max(1);
        for row in 0..height {
            let card = |stage| cell(stage).get(row).map_or(Cell::Empty, |card: &CardDraft| Cell::text(&card.card.text));
            rows.push(std::iter::once(first()).chain((0..journey.stages.len()).map(card)).collect());
        }
    }
    NewSheet { name, head, rows }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn evidence(evidence: Evidence, words: &JourneyWords) -> Cell {
    Cell::text(words.evidence_name(evidence))
}

/// All that a map holds, in the rows of its table: whoever takes this sheet has the whole map again. It is named after the map where
/// there are `several`.
fn cards(journey: &JourneyDraft, several: bool, lang: Lang) -> NewSheet {
    let (words, travel) = (JourneyWords::of(lang), TravelWords::of(lang));
    let mut rows = export::map(journey, lang).into_iter();
    let text = |cell| if let export::Cell::Text(text) = cell { text } else { String::new() };
    let head: Vec<String> = rows.next().unwrap_or_default().into_iter().map(text).collect();
    let due = head.iter().position(|name| name == (TableWords::of(lang).column)(CardColumn::Due));
    let cell = |(at, cell): (usize, export::Cell)| match cell {
        export::Cell::Blank => Cell::Empty,
        export::Cell::Number(number) => Cell::Number(number),
        export::Cell::Text(text) if Some(at) == due => text.parse().map_or(Cell::Text(text), Cell::Day),
        export::Cell::Text(text) => Cell::Text(text),
    };
    let rows = rows.map(|row| row.into_iter().enumerate().map(cell).collect()).collect();
    let title = title_or(&journey.title, words.untitled_map);
    NewSheet { name: if several { format!("{}, {title}", travel.cards) } else { travel.cards.into() }, head, rows }
}

fn ranking(journeys: &[JourneyDraft], words: &JourneyWords, travel: &TravelWords) -> NewSheet {
    let head = texts(&[
        words.rank,
        words.palette_friction,
        travel.map,
        words.stage,
        words.score,
        words.frequency,
        words.impact,
        words.owner,
        words.next_step,
        words.due,
        words.evidence,
    ]);
    let mut rows = Vec::new();
    for journey in journeys {
        rows.extend((1_u32..).zip(ranked(journey)).map(|(rank, Ranked { card, stage })| {
            let details = &card.details;
            vec![
                Cell::Number(rank.into()),
                Cell::text(&card.card.text),
                Cell::text(title_or(&journey.title, words.untitled_map)),
                Cell::text(stage_name(journey, stage, words)),
                Cell::number(details.score()),
                Cell::number(details.frequency.map(Grade::number)),
                Cell::number(details.impact.map(Grade::number)),
                Cell::text(&details.owner),
                Cell::text(&details.next_step),
                day(details.due),
                evidence(details.evidence, words),
            ]
        }));
    }
    NewSheet { name: words.friction_ranking.into(), head, rows }
}

fn accounts(engagement: &Engagement, travel: &TravelWords) -> NewSheet {
    let periods = engagement.accounts().map(|(_, account)| account.revenue.len()).max().unwrap_or(0);
    let period = |at: usize| engagement.head().tables.account_period(at, travel.account_period);
    let head = std::iter::once(travel.account.to_owned()).chain((0..periods).map(period));
    let row = |account: &Account| {
        let revenue = account.revenue.iter().map(|amount| Cell::Number(amount.get()));
        std::iter::once(Cell::text(&account.name)).chain(revenue).collect()
    };
    NewSheet {
        name: travel.accounts.into(),
        head: head.collect(),
        rows: engagement.accounts().map(|(_, account)| row(account)).collect(),
    }
}
