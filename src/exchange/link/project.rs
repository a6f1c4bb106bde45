//! A project as fields: everything that an engagement holds, but its ids.
//!
//! Layout 1 is frozen. Layout 2 is layout 1 with what [`economy::write_more`] adds behind it, and with ranges of answers; it is
//! written only where there is something of that. Layout 3 is layout 2 with what [`economy::write_third`] adds behind it, and is
//! written only where there is something of that. Whatever else is added to the records, even an entry of one of their lists,
//! makes a layout 4 and a new prefix of the link.

use super::economy;
use super::fields::{Damaged, Reader, Writer};
use super::maps::{self, Ids, Maps};
use crate::arrange::Arrange;
use crate::model::quantity::{AccountId, CardId, InitiativeId, ScenarioId};
use crate::model::scenario::{Account, Initiative, Scenario};
use crate::model::{Change, Collection, Edit, Engagement, Head};

/// Whether a link carries a collection. What people said stays at home: it is long, and a link goes to people to whom they did
/// not say it.
pub fn carries(collection: Collection) -> bool {
    collection <= Collection::Account
}

/// The fields of a project, but for what a link does not carry. Equal projects have equal fields, whatever their ids are.
pub fn write(engagement: &Engagement) -> Vec<u8> {
    let mut to = Writer::default();
    // Maps are listed below; ids are minted anew by whoever reads.
    let Head { title, about, journeys: _, next: _, tables: _ } = engagement.head();
    to.text(title);
    to.text(about);
    let mut cards = Vec::new();
    for collection in Collection::ALL {
        match collection {
            Collection::Journey => maps::write(engagement, &mut to, &mut cards),
            // With their journey.
            Collection::Stage | Collection::Lane | Collection::Card | Collection::Details => (),
            Collection::Scenario => {
                let scenarios: Vec<&Scenario> = engagement.scenarios().map(|(_, scenario)| scenario).collect();
                to.list(&scenarios, |to, scenario| economy::write_scenario(scenario, to));
            }
            Collection::Initiative => {
                let mut places: Vec<(CardId, usize)> = cards.iter().copied().zip(0..).collect();
                places.arrange();
                let place = |card| places.binary_search_by_key(&card, |(id, _)| *id).ok().map(|at| places[at].1);
                let initiatives: Vec<&Initiative> =
                    engagement.initiatives().map(|(_, initiative)| initiative).collect();
                to.list(&initiatives, |to, initiative| economy::write_initiative(initiative, to, place));
            }
            Collection::Account => {
                let accounts: Vec<&Account> = engagement.accounts().map(|(_, account)| account).collect();
                to.list(&accounts, |to, account| economy::write_account(account, to));
            }
            // Not carried, see `carries`.
            Collection::Interview
            | Collection::Transcript
            | Collection::Paragraph
            | Collection::Quote
            | Collection::Tag
            | Collection::Group
            | Collection::Statement
            | Collection::Answers => (),
        }
    }
    let needs_third = economy::needs_third(engagement);
    if needs_third || economy::has_more(engagement) {
        economy::write_more(engagement, &mut to);
    }
    if needs_third {
        economy::write_third(engagement, &mut to);
    }
    to.finish()
}

/// The project of such fields, with ids from 1 on. It may break the rules of a document: the caller checks.
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
pub fn read(bytes: &[u8]) -> Result<Engagement, Damaged> {
    let mut from = Reader::new(bytes)?;
    let mut head = Head { title: from.text()?, about: from.text()?, ..Head::default() };
    let mut ids = Ids::default();
    let (mut change, mut cards) = (Change::new(), Vec::new());
    for collection in Collection::ALL {
        match collection {
            Collection::Journey => {
                let maps = Maps::read(&mut from, &mut ids)?;
                (change, head.journeys, cards) = (maps.edits, maps.journeys, maps.cards);
            }
            Collection::Stage | Collection::Lane | Collection::Card | Collection::Details => (),
            Collection::Scenario => change.extend(from.list(|from| {
                let scenario = economy::read_scenario(from)?;
                Ok(Edit::Scenario(ScenarioId(ids.mint()), Some(Box::new(scenario))))
            })?),
            Collection::Initiative => change.extend(from.list(|from| {
                let initiative = economy::read_initiative(from, &cards)?;
                Ok(Edit::Initiative(InitiativeId(ids.mint()), Some(Box::new(initiative))))
            })?),
            Collection::Account => change.extend(from.list(|from| {
                let account = economy::read_account(from)?;
                Ok(Edit::Account(AccountId(ids.mint()), Some(account)))
            })?),
            // Not carried, see `carries`.
            Collection::Interview
            | Collection::Transcript
            | Collection::Paragraph
            | Collection::Quote
            | Collection::Tag
            | Collection::Group
            | Collection::Statement
            | Collection::Answers => (),
        }
    }
    if !from.is_at_end() {
        economy::read_more(&mut from, &mut change)?;
    }
    if !from.is_at_end() {
        economy::read_third(&mut from, &mut head, &mut change)?;
    }
    if !from.is_at_end() {
        return Err(Damaged);
    }
    head.next = ids.mint();
    // Tables take records best in the order of their ids.
    change.arrange_by_key(|edit| edit.key());
    change.push(Edit::Head(head));
    let mut engagement = Engagement::new();
    engagement.swap(change);
    Ok(engagement)
}
