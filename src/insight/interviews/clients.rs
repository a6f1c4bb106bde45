//! A project as it goes to clients: what people said goes along as far as they agreed to be quoted.

use std::collections::HashSet;

use super::hiding::{self, Naming, Veil, with_consent};
use super::texts::veiled;
use super::withheld::Withheld;
use crate::interviews::anonymise::{Accounts, Contacts, Going, Labels, Mapping, Named};
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

/// Whether there is somebody whose words or name may not go to clients.
pub fn holds_back(engagement: &Engagement) -> bool {
    engagement.interviews().any(|(_, interview)| interview.head.consent != Consent::ByName)
}

/// The project for clients. Interviews whose people agreed to nothing are left out with their quotes, and their words wherever
/// they were taken over; who agreed without names is named in no text of the project, nor is whoever asked them or else spoke,
/// nothing in it leads to them, and their interviews name no company either. An owner or a persona with the same name is hidden
/// too, and so is one who may have it, as Anna Kim may be Anna: nobody could tell them apart. Anna Kim is not Anna Berg, who is
/// left alone. Debriefs are left out. Figures are as they were.
pub fn copy(engagement: &Engagement, labels: Labels, accounts: Accounts) -> Engagement {
    let mut copy = without_debriefs(agreed(engagement, labels));
    let mut naming = Naming::new(engagement, labels);
    let unnamed: HashSet<InterviewId> = with_consent(engagement, |consent| consent != Consent::ByName);
    engagement.interviews().filter(|(id, _)| unnamed.contains(id)).for_each(|(_, one)| naming.people(&one.head));
    if naming.mapping.hidden.is_empty() && unnamed.is_empty() && accounts == Accounts::Named {
        return copy;
    }
    naming.mapping.spare(hiding::on_record(engagement));
    let mut everywhere = naming.mapping.clone();
    engagement
        .interviews()
        .filter(|(id, _)| unnamed.contains(id))
        .for_each(|(_, one)| _ = naming.company(&one.head.account));
    let hidden: HashSet<usize> = engagement.accounts().filter_map(|(_, one)| naming.company(&one.name)).collect();
    if accounts == Accounts::Hidden {
        let companies = naming.mapping.hidden.iter().enumerate().filter(|(at, _)| hidden.contains(at));
        everywhere.hidden.extend(companies.map(|(_, company)| company.clone()));
    }
    let known = Contacts::of(hiding::said(engagement, |id| unnamed.contains(&id)), labels);
    let elsewhere = Veil { names: everywhere.hiding(), contacts: known };
    let in_talks = Veil { names: naming.mapping.hiding(), contacts: Contacts::all(labels) };
    let paragraphs: HashSet<ParagraphId> =
        unnamed.iter().flat_map(|id| engagement.paragraphs_of(*id)).copied().collect();
    let records = copy.keys().filter_map(|key| copy.edit(key));
    let change: Change = records
        .chain([Edit::Head(copy.head().clone())])
        .map(|mut edit| match &mut edit {
            Edit::Interview(id, Some(interview)) if unnamed.contains(id) => {
                // The account would tell who it was.
                interview.client = None;
                veiled(edit, &in_talks)
            }
            Edit::Paragraph(id, _) if paragraphs.contains(id) => veiled(edit, &in_talks),
            Edit::Quote(_, Some(quote)) if unnamed.contains(&quote.interview) => veiled(edit, &in_talks),
            Edit::Interview(..) => who_stays(edit, &elsewhere),
            _ => veiled(edit, &elsewhere),
        })
        .collect();
    copy.swap(change);
    copy
}

/// An interview with somebody who is named, without others in it. It says whom it is with even where somebody who is hidden has
/// the same name.
fn who_stays(edit: Edit, veil: &Veil) -> Edit {
    let before = edit.clone();
    let mut after = veiled(edit, veil);
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

/// The project without the interviews whose people agreed to nothing, and without their words elsewhere.
pub(super) fn agreed(engagement: &Engagement, labels: Labels) -> Engagement {
    let interviews = with_consent(engagement, |consent| consent == Consent::None);
    if interviews.is_empty() {
        return engagement.clone();
    }
    let mut copy = Withheld::of(engagement).copy(labels.quote);
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
    change.extend(released.filter_map(|key| copy.edit(key)).map(|mut edit| {
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
