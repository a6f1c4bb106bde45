//! Other names for those who speak in an interview.

use std::collections::BTreeSet;

use super::{PlanBuilder, interview, paragraph_run, write};
use crate::arrange::set_of;
use crate::compose::folded;
use crate::edit::{Plan, Refusal};
use crate::interviews::anonymise::{Labels, Mapping, Named, names_of_speaker, people_of};
use crate::interviews::record::Head;
use crate::interviews::speakers::{NoSpeaker, Renaming, is_same, named};
use crate::interviews::text::Paragraph;
use crate::model::interview::Interview;
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::model::{Edit, Engagement, Key};

pub(super) fn rename(mut sheet: PlanBuilder, id: InterviewId, speaker: u16, name: &str) -> Result<Plan, Refusal> {
    let before = interview::of(&sheet, id)?;
    let renaming = Renaming::of(&before.head, speaker, name).map_err(refusal)?;
    let renaming = renaming.ok_or(Refusal::OutOfBounds)?;
    let engagement = sheet.engagement;
    let mut after: Interview = before.clone();
    renaming.apply(&mut after.head);
    after.head.speakers.extend(still_said(engagement, &before.head, &after.head, speaker));
    if after != *before {
        sheet.put(Edit::Interview(id, Some(Box::new(after))));
    }
    for &paragraph in engagement.paragraphs_of(id) {
        if let Some(record) = engagement.paragraph(paragraph).filter(|record| renaming.moves(record.speaker)) {
            sheet.put(Edit::Paragraph(paragraph, Some(Paragraph { speaker: renaming.into, ..record.clone() })));
        }
    }
    if sheet.change.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(sheet.done())
}

fn refusal(why: NoSpeaker) -> Refusal {
    match why {
        NoSpeaker::Empty => Refusal::NoName,
        NoSpeaker::TooLong => Refusal::LongName,
    }
}

pub(super) fn name(mut sheet: PlanBuilder, id: ParagraphId, typed: &str) -> Result<Plan, Refusal> {
    let mut paragraph = paragraph_run::of(&sheet, id)?.clone();
    let (of, _) = sheet.engagement.interview_of(id).ok_or(Refusal::Gone(Key::Paragraph(id)))?;
    let name = named(typed).map_err(refusal)?;
    let speakers = &interview::of(&sheet, of)?.head.speakers;
    let place = |at: usize| u16::try_from(at).map_err(|_| Refusal::OutOfBounds);
    let known = speakers.iter().position(|known| is_same(known, &name));
    let speaker = Some(place(known.unwrap_or(speakers.len()))?);
    if known.is_none() {
        let mut record: Interview = interview::of(&sheet, of)?.clone();
        record.head.speakers.push(name);
        sheet.put(Edit::Interview(of, Some(Box::new(record))));
    }
    write(&mut paragraph.speaker, speaker)?;
    sheet.put(Edit::Paragraph(id, Some(paragraph)));
    Ok(sheet.done())
}

/// The old name of a speaker, where it is somebody's whom the head names no longer and who is still spoken of: names are hidden from
/// clients because a head names them.
fn still_said(engagement: &Engagement, before: &Head, after: &Head, speaker: u16) -> Option<String> {
    let words = |name: &str| -> BTreeSet<String> {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        set_of(words.map(folded))
    };
    let old = before.speakers.get(usize::from(speaker))?;
    let known: Vec<BTreeSet<String>> = people_of(after).iter().map(|name| words(name)).collect();
    let is_known = |name: &str| known.iter().any(|known| words(name).is_subset(known));
    let mut mapping = Mapping::default();
    for name in names_of_speaker(old).iter().filter(|name| !is_known(name)) {
        mapping.hide_as(Named::Person, Labels::NONE.person, name);
    }
    if mapping.hidden.is_empty() {
        return None;
    }
    let hiding = mapping.hiding();
    let mut said = 0_usize;
    let mut look = |text: &str| said += usize::from(hiding.text(text) != text);
    engagement.texts(&mut look);
    // What a quote has lost can be shown, too.
    engagement.quotes().filter_map(|(_, quote)| quote.mark.lost.as_deref()).for_each(look);
    // The list of speakers is one of these texts, and says it itself.
    let listed =
        before.speakers.iter().zip(&after.speakers).filter(|(old, new)| old != new && hiding.text(old) != **old);
    (said > listed.count()).then(|| old.clone())
}
