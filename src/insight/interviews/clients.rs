//! A project as it goes to clients: what people said goes along as far as they agreed to be quoted.

use std::collections::HashSet;

use super::anonymous::without_names;
use super::hiding::{Labels, Naming};
use crate::interviews::anonymise::{Going, Hiding, Mapping, Named};
use crate::interviews::kinds::Consent;
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::model::{Change, Edit, Engagement, Key};

/// How the interviews of a project go to clients.
pub fn going(engagement: &Engagement) -> Going {
    let mut going = Going::default();
    for (_, interview) in engagement.interviews() {
        match interview.head.consent {
            Consent::None => going.left_out += 1,
            Consent::Anonymous => going.unnamed += 1,
            Consent::ByName => going.named += 1,
        }
    }
    going
}

/// The project for clients. Interviews whose people agreed to nothing are left out with their quotes; who agreed without
/// names is named in no text of the project, and their interviews name no company either. An owner or a persona who only has
/// the same name is hidden too: nobody could tell them apart. Debriefs are left out. Figures are as they were.
pub fn copy(engagement: &Engagement, labels: Labels) -> Engagement {
    let mut copy = without_debriefs(agreed(engagement));
    let mut naming = Naming::new(engagement, labels);
    let unnamed: Vec<InterviewId> = with_consent(engagement, |consent| consent != Consent::ByName);
    unnamed.iter().filter_map(|id| engagement.interview(*id)).for_each(|one| naming.people(&one.head, false));
    if naming.mapping.hidden.is_empty() && unnamed.is_empty() {
        return copy;
    }
    let people = naming.mapping.clone();
    unnamed.iter().filter_map(|id| engagement.interview(*id)).for_each(|one| naming.company(&one.head.account));
    engagement.accounts().for_each(|(_, account)| naming.company(&account.name));
    let (people, all) = (people.hiding(), naming.mapping.hiding());
    let unnamed: HashSet<InterviewId> = unnamed.into_iter().collect();
    let paragraphs: HashSet<ParagraphId> =
        unnamed.iter().flat_map(|id| engagement.paragraphs_of(*id)).copied().collect();
    let records = copy.keys().filter_map(|key| copy.edit(key));
    let change: Change = records
        .chain([Edit::Head(copy.head().clone())])
        .map(|mut edit| match &mut edit {
            Edit::Interview(id, Some(interview)) if unnamed.contains(id) => {
                // The account would tell who it was.
                interview.client = None;
                without_names(edit, &all)
            }
            Edit::Paragraph(id, _) if paragraphs.contains(id) => without_names(edit, &all),
            Edit::Quote(_, Some(quote)) if unnamed.contains(&quote.interview) => without_names(edit, &all),
            Edit::Interview(..) => who_stays(edit, &people),
            _ => without_names(edit, &people),
        })
        .collect();
    copy.swap(change);
    copy
}

/// An interview with somebody who is named, without others in it. It says whom it is with even where somebody who is hidden has
/// the same name.
fn who_stays(edit: Edit, people: &Hiding) -> Edit {
    let before = edit.clone();
    let mut after = without_names(edit, people);
    if let (Edit::Interview(_, Some(before)), Edit::Interview(_, Some(after))) = (before, &mut after) {
        let mut own = Mapping::default();
        own.hide_as(Named::Person, "", &before.head.person);
        let own = own.hiding();
        for (speaker, was) in after.head.speakers.iter_mut().zip(before.head.speakers) {
            if own.knows(&was) {
                *speaker = was;
            }
        }
        after.head.person = before.head.person;
    }
    after
}

fn with_consent(engagement: &Engagement, fits: impl Fn(Consent) -> bool) -> Vec<InterviewId> {
    engagement.interviews().filter(|(_, one)| fits(one.head.consent)).map(|(id, _)| id).collect()
}

/// What whoever asked made of a talk is no word of the person, and stays in the team.
fn without_debriefs(mut copy: Engagement) -> Engagement {
    let debriefed = copy.interviews().filter(|(_, one)| one.head.debrief.iter().any(|line| !line.is_empty()));
    let change: Change = debriefed
        .map(|(id, one)| {
            let mut one = one.clone();
            one.head.debrief = Default::default();
            Edit::Interview(id, Some(Box::new(one)))
        })
        .collect();
    copy.swap(change);
    copy
}

/// The project without the interviews whose people agreed to nothing.
pub(super) fn agreed(engagement: &Engagement) -> Engagement {
    let mut copy = engagement.clone();
    let interviews: HashSet<InterviewId> =
        with_consent(engagement, |consent| consent == Consent::None).into_iter().collect();
    let mut gone: HashSet<Key> = HashSet::new();
    for id in &interviews {
        gone.extend([Key::Interview(*id), Key::Transcript(*id)]);
        gone.extend(engagement.paragraphs_of(*id).iter().map(|paragraph| Key::Paragraph(*paragraph)));
    }
    gone.extend(
        engagement.quotes().filter(|(_, one)| interviews.contains(&one.interview)).map(|(id, _)| Key::Quote(id)),
    );
    let is_gone = |key: Key| gone.contains(&key);
    let released = engagement.needing(&is_gone).into_iter().filter(|key| !is_gone(*key));
    let mut change: Change = Change::new();
    change.extend(released.filter_map(|key| engagement.edit(key)).map(|mut edit| {
        edit.release(&is_gone);
        edit
    }));
    change.extend(gone.iter().filter_map(|key| engagement.edit(*key)).filter(Edit::leaves_one).map(|mut edit| {
        edit.clear();
        edit
    }));
    copy.swap(change);
    copy
}
