//! The friction ranking of a map, for those who take it away.

use super::stage_name;
use crate::arrange::Arrange;
use crate::edit::draft::{CardDraft, JourneyDraft};
use crate::i18n::journey::JourneyWords;
use crate::i18n::{Lang, figures};
use crate::model::journey::LaneKind;
use crate::tables::export::{Cell, tabbed};

/// A friction in its rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked<'a> {
    /// The friction.
    pub card: &'a CardDraft,
    /// The stage where it strikes, counted from 0.
    pub stage: usize,
}

/// The frictions of a map in the order of the ranking on the screen, those of hidden lanes among them: highest score first,
/// ties in the order of the journey, those without a score last.
pub fn ranked(journey: &JourneyDraft) -> Vec<Ranked<'_>> {
    let mut ranked = Vec::new();
    for (stage, record) in journey.stages.iter().enumerate() {
        for (_, cards) in journey.lanes.iter().zip(&record.cells).filter(|(lane, _)| lane.kind == LaneKind::Friction) {
            ranked.extend(cards.iter().map(|card| Ranked { card, stage }));
        }
    }
    ranked.arrange_by_key(|ranked| std::cmp::Reverse(ranked.card.details.score()));
    ranked
}

/// The sum of all scores.
pub fn total(ranked: &[Ranked]) -> u32 {
    ranked.iter().filter_map(|ranked| ranked.card.details.score()).map(u32::from).sum()
}

/// The ranking as the tab-separated text that spreadsheets take from the clipboard, with a row of heads. No cell of it is
/// run as a formula.
pub fn ranking_table(journey: &JourneyDraft, lang: Lang) -> String {
    let words = JourneyWords::of(lang);
    let heads = [
        words.rank,
        words.palette_friction,
        words.stage,
        words.score,
        words.frequency,
        words.impact,
        words.owner,
        words.next_step,
        words.due,
    ];
    let number = |number: Option<u8>| Cell::number(number.map(f64::from));
    let mut rows = vec![heads.map(Cell::text).to_vec()];
    for (at, Ranked { card, stage }) in ranked(journey).into_iter().enumerate() {
        let details = &card.details;
        rows.push(vec![
            Cell::Number(at as f64 + 1.0),
            Cell::text(card.card.text.clone()),
            Cell::text(stage_name(journey, stage, words)),
            number(details.score()),
            number(details.frequency.map(|grade| grade.number())),
            number(details.impact.map(|grade| grade.number())),
            Cell::text(details.owner.clone()),
            Cell::text(details.next_step.clone()),
            Cell::text(details.due.map(|due| figures::date(lang, due)).unwrap_or_default()),
        ]);
    }
    tabbed(lang, &rows)
}
