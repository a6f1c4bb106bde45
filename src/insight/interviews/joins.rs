//! What a quote can be joined to, and the quotes that a card has.

use super::counts;
use super::quotes::words;
use crate::insight::ranking::frictions;
use crate::interviews::kinds::Consent;
use crate::interviews::record::Claim;
use crate::interviews::text::HighlightId;
use crate::model::interview::Link;
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, InitiativeId, InterviewId, StatementId};
use crate::model::{Cell, Engagement};

/// Something that a quote can be joined to.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// A new card, in a cell for what clients think or for frictions.
    NewCard {
        /// The cell.
        cell: Cell,
        /// Whether it is a friction.
        is_friction: bool,
        /// The name of the stage; empty: it has none.
        stage: String,
        /// Which stage of its map it is, counted from 1.
        number: usize,
        /// The title of the map.
        map: String,
    },
    /// A friction, as its evidence.
    Friction {
        /// The card.
        card: CardId,
        /// Its words.
        text: String,
        /// Whether the quote is its evidence already.
        is_joined: bool,
    },
    /// An initiative.
    Initiative {
        /// The initiative.
        id: InitiativeId,
        /// Its name, or the friction that it removes; may be empty.
        name: String,
        /// Whether the quote speaks for it already.
        is_joined: bool,
    },
    /// A job, a job story or an outcome.
    Statement {
        /// The statement.
        id: StatementId,
        /// What it claims.
        claim: Claim,
        /// Whether the quote is behind it already.
        is_joined: bool,
    },
}

/// The cells of all maps in which a quote can be a new card: a thought, or a friction.
pub fn new_cards(engagement: &Engagement, is_friction: bool) -> Vec<End> {
    let kind = if is_friction { LaneKind::Friction } else { LaneKind::Thoughts };
    let mut cards = Vec::new();
    for (_, journey) in engagement.journeys() {
        let fits = |lane: &&_| engagement.lane(**lane).is_some_and(|lane| lane.kind == kind);
        let Some(&lane) = journey.lanes.iter().find(fits) else { continue };
        for (at, &stage) in journey.stages.iter().enumerate() {
            let name = engagement.stage(stage).map_or("", |stage| stage.name.trim()).to_owned();
            let (cell, map) = (Cell { stage, lane }, journey.title.trim().to_owned());
            cards.push(End::NewCard { cell, is_friction, stage: name, number: at + 1, map });
        }
    }
    cards
}

/// Everything that a quote can be joined to: frictions map by map, new thoughts and frictions, statements, initiatives.
pub fn ends(engagement: &Engagement, quote: HighlightId) -> Vec<End> {
    let Some(record) = engagement.quote(quote) else { return Vec::new() };
    let mut ends = Vec::new();
    for (_, journey) in engagement.journeys() {
        for (_, card) in frictions(engagement, journey) {
            let text = engagement.card(card).map_or("", |card| card.text.trim()).to_owned();
            ends.push(End::Friction { card, text, is_joined: record.links.contains(&Link::Card(card)) });
        }
    }
    ends.extend(new_cards(engagement, false));
    ends.extend(new_cards(engagement, true));
    for (id, statement) in engagement.statements() {
        let is_joined = statement.quotes.contains(&quote);
        ends.push(End::Statement { id, claim: statement.claim.clone(), is_joined });
    }
    for (id, initiative) in engagement.initiatives() {
        let removes = initiative.friction.and_then(|card| engagement.card(card)).map_or("", |card| card.text.as_str());
        let name = if initiative.name.trim().is_empty() { removes } else { &initiative.name };
        let is_joined = record.links.contains(&Link::Initiative(id));
        ends.push(End::Initiative { id, name: name.trim().into(), is_joined });
    }
    ends
}

/// A quote of a card, as the card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardQuote {
    /// The quote.
    pub id: HighlightId,
    /// The interview.
    pub interview: InterviewId,
    /// The words.
    pub text: String,
    /// Whether these are the person's own words and not a note.
    pub is_verbatim: bool,
    /// Who said so; empty unless the person agreed to be named, since clients read maps.
    pub who: String,
    /// Whether the person agreed to be quoted at all.
    pub is_agreed: bool,
}

/// The quotes that speak for a card, in the order in which they were made.
pub fn of_card(engagement: &Engagement, card: CardId) -> Vec<CardQuote> {
    let mut ids = Vec::new();
    ids.extend(engagement.quotes().filter(|(_, quote)| quote.links.contains(&Link::Card(card))).map(|(id, _)| id));
    if ids.is_empty() {
        return Vec::new();
    }
    let (mut words, notes) = (words(engagement), counts::notes(engagement));
    ids.into_iter()
        .filter_map(|id| {
            let words = words.remove(&id)?;
            let interview = engagement.interview(words.interview)?;
            let consent = interview.head.consent;
            Some(CardQuote {
                id,
                interview: words.interview,
                text: words.text,
                is_verbatim: !notes.contains(&id),
                who: Some(interview).filter(|_| consent == Consent::ByName).map(super::said::who).unwrap_or_default(),
                is_agreed: consent != Consent::None,
            })
        })
        .collect()
}
