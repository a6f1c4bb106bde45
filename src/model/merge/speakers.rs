//! Speakers that both sides added to one interview. Paragraphs name speakers by their places, so that two new ones at one place
//! would become one.

use crate::model::quantity::InterviewId;
use crate::model::{Edit, Engagement};

/// Puts the speakers that `theirs` added behind those that `ours` added; one that both added is one.
pub(super) fn separate(base: &Engagement, ours: &Engagement, theirs: &mut Engagement) {
    let moved: Vec<(InterviewId, usize, Vec<u16>)> = base
        .interviews()
        .filter_map(|(id, _)| {
            let speakers = |state: &Engagement| state.interview(id).map(|one| one.head.speakers.clone());
            let (known, mut all, added) = (speakers(base)?.len(), speakers(ours)?, speakers(theirs)?);
            if all.len() <= known || added.len() <= known {
                return None;
            }
            let mut places = Vec::new();
            for name in &added[known..] {
                let at = all[known..].iter().position(|other| other == name).map_or(all.len(), |at| known + at);
                if at == all.len() {
                    all.push(name.clone());
                }
                places.push(u16::try_from(at).ok()?);
            }
            Some((id, known, places))
        })
        .collect();
    for (id, known, places) in moved {
        renumber(theirs, ours, id, known, &places);
    }
}

/// Gives the speakers of an interview from the place `known` on the places of the list.
fn renumber(theirs: &mut Engagement, ours: &Engagement, id: InterviewId, known: usize, places: &[u16]) {
    let place = |at: u16| usize::from(at).checked_sub(known).and_then(|at| places.get(at).copied()).unwrap_or(at);
    let (Some(interview), Some(other)) = (theirs.interview(id), ours.interview(id)) else { return };
    let mut interview = interview.clone();
    let head = &mut interview.head;
    let added: Vec<String> = head.speakers.drain(known..).collect();
    head.speakers.extend(other.head.speakers[known..].iter().cloned());
    for (name, at) in added.into_iter().zip(places) {
        if usize::from(*at) == head.speakers.len() {
            head.speakers.push(name);
        }
    }
    head.interviewer = head.interviewer.map(place);
    let mut change = vec![Edit::Interview(id, Some(Box::new(interview)))];
    for &paragraph in theirs.paragraphs_of(id) {
        if let Some(record) = theirs.paragraph(paragraph).filter(|record| record.speaker.is_some()) {
            let mut record = record.clone();
            record.speaker = record.speaker.map(place);
            change.push(Edit::Paragraph(paragraph, Some(record)));
        }
    }
    change.into_iter().for_each(|edit| _ = theirs.put(edit));
}
