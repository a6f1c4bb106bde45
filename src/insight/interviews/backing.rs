//! Who stands behind a card or a stage: quotes, people, and the revenue of their accounts.

use std::collections::{BTreeMap, BTreeSet};

use super::{People, counts};
use crate::arrange::{map_of, set_of};
use crate::interviews::counts::HighlightCount;
use crate::interviews::text::HighlightId;
use crate::model::Engagement;
use crate::model::amount::Amount;
use crate::model::interview::Link;
use crate::model::quantity::{CardId, StageId};
use crate::model::scenario::Period;

/// What stands behind something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// The quotes, notes among them.
    pub quotes: Vec<HighlightId>,
    /// How many of them are a person's own words, and how many notes.
    pub highlights: HighlightCount,
    /// How many people said so, each once.
    pub people: usize,
    /// What the accounts bring whose revenue is known, or brought before they left, each once.
    pub revenue: Amount,
    /// How many of these accounts left.
    pub gone: usize,
    /// Accounts whose revenue is not known, and people whose account is not. Their revenue is no zero.
    pub unknown: usize,
}

/// What the revenue of accounts is counted in: the currency of the last scenario; empty where there is none.
pub fn currency(engagement: &Engagement) -> String {
    engagement.scenarios().last().map(|(_, scenario)| scenario.currency.clone()).unwrap_or_default()
}

/// What that revenue is for: a column of the accounts as the last scenario counts them, or as the project does without one.
pub fn period(engagement: &Engagement) -> Period {
    let scenario = engagement.scenarios().last().map(|(_, scenario)| scenario.accounts_period());
    scenario.or(engagement.head().tables.accounts_period).unwrap_or_default()
}

/// Who stands behind each card that a quote is joined to.
pub fn of_cards(engagement: &Engagement, people: &People) -> BTreeMap<CardId, Backing> {
    collect(engagement, people, |link| match link {
        Link::Card(card) => Some(card),
        _ => None,
    })
}

/// How many people stand behind a card, to rank it by; nobody where no quote is joined to it.
pub fn people(cards: &BTreeMap<CardId, Backing>, card: CardId) -> f64 {
    cards.get(&card).map_or(0.0, |behind| behind.people as f64)
}

/// The revenue of those people's accounts, to rank it by.
pub fn revenue(cards: &BTreeMap<CardId, Backing>, card: CardId) -> f64 {
    cards.get(&card).map_or(0.0, |behind| behind.revenue.get())
}

/// Who speaks of the cards of each stage.
pub fn of_stages(engagement: &Engagement, people: &People) -> BTreeMap<StageId, Backing> {
    let stages: BTreeMap<CardId, StageId> =
        map_of(engagement.all_stages().flat_map(|(id, stage)| stage.all_cards().map(move |card| (card, id))));
    collect(engagement, people, |link| match link {
        Link::Card(card) => stages.get(&card).copied(),
        _ => None,
    })
}

fn collect<K: Ord + Copy>(
    engagement: &Engagement,
    people: &People,
    end: impl Fn(Link) -> Option<K>,
) -> BTreeMap<K, Backing> {
    let mut quotes: BTreeMap<K, BTreeSet<HighlightId>> = BTreeMap::new();
    for (id, quote) in engagement.quotes() {
        for end in quote.links.iter().filter_map(|link| end(*link)) {
            quotes.entry(end).or_default().insert(id);
        }
    }
    let notes = if quotes.is_empty() { BTreeSet::new() } else { counts::notes(engagement) };
    map_of(quotes.into_iter().map(|(end, quotes)| (end, backing(engagement, people, quotes, &notes))))
}

fn backing(
    engagement: &Engagement,
    people: &People,
    quotes: BTreeSet<HighlightId>,
    notes: &BTreeSet<HighlightId>,
) -> Backing {
    let interviews = quotes.iter().filter_map(|quote| Some(engagement.quote(*quote)?.interview));
    let said: BTreeMap<u32, Option<u32>> =
        map_of(interviews.filter_map(|id| people.person(id)).map(|person| (person.person, person.account)));
    let accounts: BTreeSet<u32> = set_of(said.values().copied().flatten());
    let known: Vec<f64> = accounts.iter().filter_map(|account| people.revenue(*account)).map(Amount::get).collect();
    Backing {
        people: said.len(),
        revenue: Amount::new(known.iter().sum()).unwrap_or_default(),
        gone: accounts.iter().filter(|account| people.is_gone(**account)).count(),
        unknown: accounts.len() - known.len() + said.values().filter(|account| account.is_none()).count(),
        highlights: quotes.iter().map(|id| notes.contains(id)).collect(),
        quotes: quotes.into_iter().collect(),
    }
}
