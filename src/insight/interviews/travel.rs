//! The interviews of a project as they go to other programs, and without names.

use std::collections::{BTreeMap, HashSet};

use super::hiding::{self, Veil};
use crate::interviews::anonymise::{Cleared, Contacts, Labels, Mapping, NotCleared, Quotable, clear};
use crate::interviews::exchange::{Document, Project, attributes};
use crate::interviews::kinds::Consent;
use crate::interviews::text::HighlightId;
use crate::model::Engagement;

/// All interviews with their quotes and the codebook. `key` tells the project from others.
pub fn project(engagement: &Engagement, key: &str) -> Project {
    let mut named: HashSet<String> = HashSet::new();
    let mut highlights: BTreeMap<u32, BTreeMap<HighlightId, _>> = BTreeMap::new();
    for (id, quote) in engagement.quotes() {
        highlights.entry(quote.interview.0).or_default().insert(id, quote.mark.clone());
    }
    let documents = engagement.interviews().map(|(id, interview)| {
        let head = &interview.head;
        let paragraphs = engagement.paragraphs_of(id).iter().filter_map(|id| engagement.paragraph(*id).cloned());
        Document {
            id: id.0,
            name: own_name(&mut named, head.person.trim()),
            attributes: attributes::of(head, interview.segment.trim()),
            speakers: head.speakers.clone(),
            paragraphs: paragraphs.collect(),
            highlights: highlights.remove(&id.0).unwrap_or_default(),
        }
    });
    let documents = documents.collect();
    Project { key: key.into(), name: engagement.head().title.clone(), book: engagement.codebook(), documents }
}

/// The name, with a number behind it where there was one like it: rows of a table belong to the interview of their name.
fn own_name(named: &mut HashSet<String>, name: &str) -> String {
    let numbered = (2_u32..).map(|number| format!("{name} ({number})").trim().to_owned());
    let own = [name.to_owned()].into_iter().chain(numbered).find(|own| !named.contains(own)).unwrap_or_default();
    named.insert(own.clone());
    own
}

/// A project without the names of people and companies, and without what else leads to them; they cannot be had back from it.
pub fn without_names(mut project: Project, mapping: &Mapping, labels: Labels) -> Project {
    let hiding = Veil { names: mapping.hiding(), contacts: Contacts::all(labels) };
    let hide = |text: &mut String| *text = hiding.text(text);
    hide(&mut project.name);
    for document in &mut project.documents {
        hide(&mut document.name);
        document.attributes.iter_mut().for_each(|(_, value)| hide(value));
        document.speakers.iter_mut().for_each(hide);
        document.paragraphs.iter_mut().for_each(|paragraph| *paragraph = hiding.paragraph(paragraph));
        for highlight in document.highlights.values_mut() {
            hide(&mut highlight.memo);
            highlight.lost.iter_mut().for_each(hide);
        }
    }
    for tag in project.book.tags.values_mut() {
        hide(&mut tag.name);
        hide(&mut tag.about);
    }
    for group in project.book.groups.values_mut() {
        hide(&mut group.name);
        hide(&mut group.about);
    }
    project
}

/// Quotes as the consent of their speakers lets them leave the team, each with why it may not where that is so.
pub fn cleared(
    engagement: &Engagement,
    quotes: &[super::said::Said],
    labels: Labels,
) -> Vec<Result<Cleared, NotCleared>> {
    let (all, unnamed) = (hiding::mapping(engagement, labels), hiding::unnamed(engagement, labels));
    let (all, unnamed, contacts) = (all.hiding(), unnamed.hiding(), Contacts::all(labels));
    let clear_one = |said: &super::said::Said| {
        let interview = engagement.interview(said.interview);
        let head = interview.map(|interview| &interview.head);
        let text = |read: fn(&crate::interviews::record::Head) -> &String| head.map_or("", |head| read(head).as_str());
        let without_contacts =
            if said.consent == Consent::Anonymous { contacts.text(&said.text) } else { said.text.clone() };
        let quotable = Quotable {
            text: &without_contacts,
            is_verbatim: said.is_verbatim,
            consent: said.consent,
            person: if said.is_others { &said.who } else { text(|head| &head.person) },
            role: if said.is_others { "" } else { text(|head| &head.role) },
            account: text(|head| &head.account),
        };
        clear(&quotable, if said.consent == Consent::ByName { &unnamed } else { &all })
    };
    quotes.iter().map(clear_one).collect()
}
