//! Whom the interviews of a project name, and what is read in place of the names.

use std::collections::HashSet;

use crate::interviews::anonymise::{Contacts, Hidden, Hiding, Labels, Mapping, Named, may_be_one, names_in, people_of};
use crate::interviews::kinds::Consent;
use crate::interviews::record::Head;
use crate::interviews::text::Paragraph;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;

/// What is hidden in a text: contacts, then names, which are parts of them too.
pub(super) struct Veil<'m> {
    pub names: Hiding<'m>,
    pub contacts: Contacts,
}

impl Veil<'_> {
    pub fn text(&self, text: &str) -> String {
        self.names.text(&self.contacts.text(text))
    }

    pub fn paragraph(&self, paragraph: &Paragraph) -> Paragraph {
        self.names.paragraph(&self.contacts.paragraph(paragraph))
    }
}

/// What was said in these interviews, as it is looked through for contacts.
pub(super) fn said(engagement: &Engagement, whose: impl Fn(InterviewId) -> bool + Copy) -> impl Iterator<Item = &str> {
    let paragraphs = engagement.transcripts().filter(move |(id, _)| whose(*id)).flat_map(|(_, one)| &one.paragraphs);
    let texts = paragraphs.filter_map(|id| engagement.paragraph(*id)).map(|paragraph| paragraph.text.as_str());
    let lost = engagement.quotes().filter(move |(_, quote)| whose(quote.interview));
    texts.chain(lost.filter_map(|(_, quote)| quote.mark.lost.as_deref()))
}

/// Everybody whom a project knows by name: those of its interviews and its accounts, and those who answer for a card or a number
/// or locked a scenario.
pub fn mapping(engagement: &Engagement, labels: Labels) -> Mapping {
    let mut naming = of_interviews(engagement, labels);
    for name in owners(engagement) {
        naming.add(Named::Person, &name, &[]);
    }
    naming.mapping
}

/// Those who answer for a card or a number or locked a scenario.
fn owners(engagement: &Engagement) -> impl Iterator<Item = String> {
    let owners = engagement.all_details().map(|(_, details)| &details.owner);
    let scenarios = engagement.scenarios().flat_map(|(_, scenario)| {
        let locked = scenario.locked.iter().map(|lock| &lock.by);
        scenario.origins.iter().map(|origin| &origin.owner).chain(locked)
    });
    // An owner may be a department, so that only what is written like a name is one.
    owners.chain(scenarios).flat_map(|owner| names_in(owner))
}

/// Everybody on record, whoever is hidden.
pub(super) fn on_record(engagement: &Engagement) -> impl Iterator<Item = String> {
    let people = engagement.interviews().flat_map(|(_, interview)| people_of(&interview.head));
    people.flat_map(|name| names_in(&name)).chain(owners(engagement))
}

/// Those interviewed, those who spoke or asked, those who took part in the decision, their companies, and the project's accounts.
pub(super) fn of_interviews(engagement: &Engagement, labels: Labels) -> Naming<'_> {
    let mut naming = Naming::new(engagement, labels);
    for (_, interview) in engagement.interviews() {
        naming.people(&interview.head);
        naming.company(&interview.head.account);
    }
    engagement.accounts().for_each(|(_, account)| _ = naming.company(&account.name));
    naming
}

/// The people of interviews whose consent does not name them, as [`mapping`] would hide them; companies are not among them.
pub fn unnamed(engagement: &Engagement, labels: Labels) -> Mapping {
    let mut naming = Naming::new(engagement, labels);
    let unnamed = engagement.interviews().filter(|(_, one)| one.head.consent != Consent::ByName);
    unnamed.for_each(|(_, one)| naming.people(&one.head));
    naming.mapping.spare(on_record(engagement));
    naming.mapping
}

/// Gathers who is hidden, each under an alias that nobody typed.
pub(super) struct Naming<'e> {
    pub mapping: Mapping,
    labels: Labels,
    known: HashSet<String>,
    counts: [usize; 2],
    /// Only these could hold something that looks like an alias.
    bracketed: Vec<&'e str>,
}

impl<'e> Naming<'e> {
    pub fn new(engagement: &'e Engagement, labels: Labels) -> Self {
        let texts = engagement.paragraphs().map(|(_, paragraph)| paragraph.text.as_str());
        let bracketed = texts.filter(|text| text.contains('[')).collect();
        Naming { mapping: Mapping::default(), labels, known: HashSet::new(), counts: [0; 2], bracketed }
    }

    /// Hides the people of an interview. Who asked is one of them: the name leads to whom that person talked to.
    pub fn people(&mut self, head: &Head) {
        let mut here = Vec::new();
        for name in people_of(head) {
            here.extend(self.add(Named::Person, &name, &here));
        }
    }

    /// Hides a company. Returns its place.
    pub fn company(&mut self, name: &str) -> Option<usize> {
        self.add(Named::Company, name, &[])
    }

    /// Hides a name; one that can be only of somebody who is hidden already, or of somebody of the same interview, is another
    /// name of that person. Returns its place.
    fn add(&mut self, named: Named, name: &str, here: &[usize]) -> Option<usize> {
        let name = name.trim();
        let is_there = |hidden: &Hidden| hidden.names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        if name.is_empty() || !self.known.insert(name.to_lowercase()) {
            return self.mapping.hidden.iter().position(is_there);
        }
        if let Some(at) = Some(named).filter(|named| *named == Named::Person).and_then(|_| self.other_name(name, here))
        {
            self.mapping.hidden[at].names.push(name.into());
            return Some(at);
        }
        let (label, count) = match named {
            Named::Person => (self.labels.person, &mut self.counts[0]),
            Named::Company => (self.labels.company, &mut self.counts[1]),
        };
        let alias = loop {
            *count += 1;
            let alias = format!("{label} {count}");
            if !self.bracketed.iter().any(|text| text.contains(&format!("[{alias}"))) {
                break alias;
            }
        };
        self.mapping.hidden.push(Hidden { named, alias, names: vec![name.into()] });
        Some(self.mapping.hidden.len() - 1)
    }

    /// Who is called by this name, too: the only one who can be, or the only one of the interview.
    fn other_name(&self, name: &str, here: &[usize]) -> Option<usize> {
        let can_be =
            |hidden: &Hidden| hidden.named == Named::Person && hidden.names.iter().all(|known| may_be_one(known, name));
        let all = self.mapping.hidden.iter().enumerate().filter(|(_, hidden)| can_be(hidden)).map(|(at, _)| at);
        let all: Vec<usize> = all.collect();
        let mut near: Vec<usize> = all.iter().copied().filter(|at| here.contains(at)).collect();
        near.dedup();
        match (&all[..], &near[..]) {
            ([only], _) | (_, [only]) => Some(*only),
            _ => None,
        }
    }
}

/// The interviews whose people agreed to what `fits`.
pub(super) fn with_consent(engagement: &Engagement, fits: impl Fn(Consent) -> bool) -> HashSet<InterviewId> {
    engagement.interviews().filter(|(_, one)| fits(one.head.consent)).map(|(id, _)| id).collect()
}
