//! Words of people who agreed to no quote, in what was made of them: cards, jobs, initiatives, tags, and wherever else somebody
//! took them over.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::hiding::{of_interviews, with_consent};
use super::quotes::words;
use super::texts::each_text;
use crate::interviews::anonymise::{Labels, Mapping, Spoken};
use crate::interviews::kinds::Consent;
use crate::interviews::text::HighlightId;
use crate::model::interview::Link;
use crate::model::quantity::{InitiativeId, InterviewId};
use crate::model::{Change, Collection, Edit, Engagement, Key};

/// What stays at home of a project because nobody agreed to it, and where it was taken over.
pub struct Withheld<'e> {
    engagement: &'e Engagement,
    anywhere: Spoken,
    /// In what is made of certain quotes less is enough.
    joined: HashMap<Key, Spoken>,
}

impl<'e> Withheld<'e> {
    /// Gathers what was said by those who agreed to nothing. Interviewers may be quoted: they are of the team.
    pub fn of(engagement: &'e Engagement) -> Self {
        let interviews = with_consent(engagement, |consent| consent == Consent::None);
        let mut withheld = Withheld { engagement, anywhere: Spoken::default(), joined: HashMap::new() };
        if interviews.is_empty() {
            return withheld;
        }
        for (id, interview) in engagement.interviews().filter(|(id, _)| interviews.contains(id)) {
            let paragraphs = engagement.paragraphs_of(id).iter().filter_map(|id| engagement.paragraph(*id));
            paragraphs.filter(|one| interview.head.is_own(one)).for_each(|one| withheld.anywhere.add(&one.text));
        }
        // A card that is made of a quote has no names in it.
        let mut unnamed = Mapping::default();
        for hidden in of_interviews(engagement, Labels::NONE).mapping.hidden {
            hidden.names.iter().for_each(|name| unnamed.hide_as(hidden.named, "\u{2026}", name));
        }
        let unnamed = unnamed.hiding();
        let mut ends = ends(engagement, &interviews);
        for (id, quote) in words(engagement).into_iter().filter(|(_, quote)| interviews.contains(&quote.interview)) {
            let texts = [unnamed.text(&quote.text), quote.text];
            texts.iter().for_each(|text| withheld.anywhere.add_quote(text, false));
            for key in ends.remove(&id).into_iter().flatten() {
                let spoken = withheld.joined.entry(key).or_default();
                texts.iter().for_each(|text| spoken.add_quote(text, true));
            }
        }
        withheld
    }

    /// A record with `label` for what was said; `None` where it holds nothing of it. What people say in interviews is their own,
    /// what the team wrote about an interview is not.
    fn record(&self, mut edit: Edit, label: &str) -> Option<Edit> {
        let joined = self.joined.get(&edit.key());
        let mut is_changed = false;
        let mut withhold = |text: &mut String| {
            // What is made of a quote is theirs as a whole: a rest of it would still be a part of what they said.
            let is_made_of_it = joined.is_some_and(|spoken| spoken.withheld(text, label).is_some());
            let withheld = if is_made_of_it { Some(format!("[{label}]")) } else { self.anywhere.withheld(text, label) };
            if let Some(withheld) = withheld {
                *text = withheld;
                is_changed = true;
            }
        };
        match &mut edit {
            Edit::Paragraph(..) => return None,
            Edit::Interview(_, Some(interview)) => {
                let moments = interview.head.timeline.phases.iter_mut().chain(&mut interview.head.timeline.events);
                let written = interview.head.debrief.iter_mut().chain(moments.map(|moment| &mut moment.what));
                written.filter(|text| !text.is_empty()).for_each(&mut withhold);
            }
            edit => each_text(edit, &mut withhold),
        }
        is_changed.then_some(edit)
    }

    /// The records that hold words of these people.
    fn records(&self, label: &str) -> Change {
        let of_others = |key: &Key| match key {
            Key::Quote(id) => !self.is_theirs(self.engagement.quote(*id).map(|quote| quote.interview)),
            Key::Interview(id) => !self.is_theirs(Some(*id)),
            _ => true,
        };
        let keys = self.engagement.keys().filter(of_others).chain([Key::Head]);
        keys.filter_map(|key| self.record(self.engagement.edit(key)?, label)).collect()
    }

    fn is_theirs(&self, interview: Option<InterviewId>) -> bool {
        interview
            .and_then(|id| self.engagement.interview(id))
            .is_some_and(|interview| interview.head.consent == Consent::None)
    }

    /// The project with `label` wherever words of these people were taken over.
    pub fn copy(&self, label: &str) -> Engagement {
        let mut copy = self.engagement.clone();
        copy.swap(self.records(label));
        copy
    }

    /// In how many records of each kind they are; texts of the project as a whole count as none of any. Interviews are not
    /// counted: what is shared of them is told by itself.
    pub fn counts(&self, is_shared: impl Fn(Key) -> bool) -> BTreeMap<Option<Collection>, usize> {
        let is_shared = |key: Key| is_shared(key) && !matches!(key, Key::Interview(_));
        let mut counts = BTreeMap::new();
        for key in self.records("").iter().map(Edit::key).filter(|key| is_shared(*key)) {
            *counts.entry(key.collection()).or_default() += 1;
        }
        counts
    }
}

/// What is made of each quote of these interviews.
fn ends(engagement: &Engagement, interviews: &HashSet<InterviewId>) -> HashMap<HighlightId, Vec<Key>> {
    let mut ends: HashMap<HighlightId, Vec<Key>> = HashMap::new();
    let mut of_interview: HashMap<InterviewId, Vec<HighlightId>> = HashMap::new();
    for (id, quote) in engagement.quotes().filter(|(_, quote)| interviews.contains(&quote.interview)) {
        of_interview.entry(quote.interview).or_default().push(id);
        let to = ends.entry(id).or_default();
        to.extend(quote.mark.tags.iter().map(|tag| Key::Tag(*tag)));
        for link in &quote.links {
            to.push(link.key());
            if let Link::Card(card) = *link {
                to.push(Key::Details(card));
                let removes = engagement.initiatives().filter(|(_, one)| one.friction == Some(card));
                to.extend(removes.map(|(id, _)| Key::Initiative(id)));
            }
        }
    }
    for (id, statement) in engagement.statements() {
        let of_its_own = statement.interview.and_then(|interview| of_interview.get(&interview));
        let opened = statement.initiative.map(|id: InitiativeId| Key::Initiative(id));
        for quote in statement.quotes.iter().chain(of_its_own.into_iter().flatten()) {
            if let Some(to) = ends.get_mut(quote) {
                to.extend([Key::Statement(id)].into_iter().chain(opened));
            }
        }
    }
    ends
}
