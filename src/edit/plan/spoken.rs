//! Verbs of what was said in an interview.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::paragraph_run::{ParagraphRun, of};
use super::{PlanBuilder, codebook, interview, verbatim, write};
use crate::edit::{Field, ParagraphInput, Plan, Refusal};
use crate::interviews::entry::Entry;
use crate::interviews::kinds::Language;
use crate::interviews::text::{Highlight, Lost, Paragraph, is_lost, replace, stored};
use crate::interviews::timeline::When;
use crate::model::interview::{Interview, Transcript};
use crate::model::limits::PARAGRAPH_LETTERS;
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::model::{Edit, Key};

pub(super) fn add_note(mut sheet: PlanBuilder, id: InterviewId, note: Entry, like: Paragraph) -> Result<Plan, Refusal> {
    interview::of(&sheet, id)?;
    if note.text.trim().is_empty() {
        return Err(Refusal::NothingToDo);
    }
    let text = stored(&note.text).replace('\n', " ");
    let phase = note.phase.or(like.phase);
    let mut paragraph = Paragraph { text, phase, noted: !note.verbatim, parts: Vec::new(), ..like };
    if note.verbatim || note.force.is_some() || note.energy.is_some() || !note.tags.is_empty() {
        let tags = codebook::tags_named(&mut sheet, &note.tags)?;
        let known = Highlight { tags, force: note.force, energy: note.energy, ..Highlight::default() };
        verbatim::quote(&mut sheet, id, &mut paragraph, known);
    }
    let made = append(&mut sheet, id, vec![paragraph]);
    Ok(sheet.finish(made.map(Key::Paragraph), None))
}

/// Puts paragraphs at the end of an interview. Returns the first.
fn append(sheet: &mut PlanBuilder, interview: InterviewId, paragraphs: Vec<Paragraph>) -> Option<ParagraphId> {
    let mut order = sheet.engagement.paragraphs_of(interview).to_vec();
    let first = order.len();
    for paragraph in paragraphs {
        let id = ParagraphId(sheet.mint());
        sheet.put(Edit::Paragraph(id, Some(paragraph)));
        order.push(id);
    }
    let made = order.get(first).copied();
    sheet.put(Edit::Transcript(interview, Some(Transcript { paragraphs: order })));
    made
}

pub(super) fn add_transcript(
    mut sheet: PlanBuilder,
    id: InterviewId,
    speakers: Vec<String>,
    paragraphs: Vec<Paragraph>,
    (interviewer, on): (Option<u16>, Option<NaiveDate>),
) -> Result<Plan, Refusal> {
    let mut record = interview::of(&sheet, id)?.clone();
    let head = |record: &Interview| {
        (record.head.speakers.len(), record.head.interviewer, record.head.language, record.head.on)
    };
    let before = head(&record);
    let mut places: Vec<Option<u16>> = Vec::new();
    for name in speakers {
        let at = record.head.speakers.iter().position(|speaker| *speaker == name).unwrap_or_else(|| {
            record.head.speakers.push(name);
            record.head.speakers.len() - 1
        });
        places.push(u16::try_from(at).ok());
    }
    let mut said = Vec::new();
    for paragraph in paragraphs {
        let speaker = paragraph.speaker.and_then(|at| places.get(usize::from(at)).copied().flatten());
        let text = stored(&paragraph.text);
        for (line, text) in text.split('\n').enumerate() {
            for (piece, text) in pieces(text).into_iter().enumerate() {
                let at = paragraph.at.filter(|_| line == 0 && piece == 0);
                said.push(Paragraph { speaker, at, text: text.into(), parts: Vec::new(), ..paragraph });
            }
        }
    }
    if said.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    if sheet.engagement.paragraphs_of(id).is_empty() {
        // Until then it had the language of the screen.
        record.head.language = Language::of(&said.iter().map(|one| one.text.as_str()).collect::<String>());
    }
    let asks = interviewer.and_then(|at| places.get(usize::from(at)).copied().flatten());
    record.head.interviewer = asks.or(record.head.interviewer);
    record.head.on = on.map_or(record.head.on, When::Day);
    if before != head(&record) {
        sheet.put(Edit::Interview(id, Some(Box::new(Interview { ..record }))));
    }
    let made = append(&mut sheet, id, said);
    Ok(sheet.finish(made.map(Key::Paragraph), None))
}

/// A text in pieces of no more than [`PARAGRAPH_LETTERS`], each up to the end of a sentence or else of a word, where there is one
/// in its second half.
fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while let Some((end, _)) = text.char_indices().nth(PARAGRAPH_LETTERS) {
        let half = text.char_indices().nth(PARAGRAPH_LETTERS / 2).map_or(0, |(at, _)| at);
        // Where white space begins, and whether a sentence ended there.
        let (mut word, mut sentence, mut before) = (None, None, ' ');
        for (at, letter) in text[..end].char_indices().skip_while(|(at, _)| *at < half) {
            if letter.is_whitespace() && !before.is_whitespace() {
                word = Some(at);
                sentence = if matches!(before, '.' | '!' | '?' | '…') { word } else { sentence };
            }
            before = letter;
        }
        let cut = sentence.or(word).unwrap_or(end);
        pieces.push(&text[..cut]);
        text = text[cut..].trim_start();
    }
    pieces.push(text);
    pieces
}

pub(super) fn edit(
    sheet: PlanBuilder,
    from: (ParagraphId, u32),
    to: (ParagraphId, u32),
    text: &str,
) -> Result<Plan, Refusal> {
    let text = stored(text);
    if from.0 == to.0 && !text.contains('\n') {
        return edit_inside(sheet, from, to.1, &text);
    }
    let (row, is_turned) = ParagraphRun::between(&sheet, from.0, to.0)?;
    let (from, to) = if is_turned { (to.1, from.1) } else { (from.1, to.1) };
    replace_row(sheet, row, from, to, &text, |_, paragraph| paragraph).map(|sheet| sheet.done())
}

/// What is typed into one paragraph touches that alone, however long the interview is.
fn edit_inside(mut sheet: PlanBuilder, from: (ParagraphId, u32), to: u32, text: &str) -> Result<Plan, Refusal> {
    let id = from.0;
    let before = of(&sheet, id)?;
    let (start, end) = (from.1.min(to), from.1.max(to));
    let changed = replace(std::slice::from_ref(before), start, end, text);
    let Some(after) = changed.paragraphs.into_iter().next() else { return Err(Refusal::NothingToDo) };
    let after = after.grown(before, start);
    if after == *before {
        return Err(Refusal::NothingToDo);
    }
    sheet.put(Edit::Paragraph(id, Some(after)));
    lose(&mut sheet, &changed.lost);
    if !changed.bared.is_empty() {
        let (row, _) = ParagraphRun::between(&sheet, id, id)?;
        lose_bared(&mut sheet, &row, &changed.bared);
    }
    Ok(sheet.typed(Key::Paragraph(id), Field::Text))
}

/// Replaces a stretch of a row; `settle` has the last word on each paragraph that is left, by its place in the row.
fn replace_row<'a>(
    mut sheet: PlanBuilder<'a>,
    row: ParagraphRun,
    from: u32,
    to: u32,
    text: &str,
    settle: impl Fn(usize, Paragraph) -> Paragraph,
) -> Result<PlanBuilder<'a>, Refusal> {
    let changed = replace(&row.paragraphs, from, to, text);
    if changed.paragraphs == row.paragraphs {
        return Err(Refusal::NothingToDo);
    }
    let mut order = sheet.engagement.paragraphs_of(row.interview).to_vec();
    let mut ids = row.ids.clone();
    while ids.len() < changed.paragraphs.len() {
        ids.push(ParagraphId(sheet.mint()));
    }
    for id in ids.split_off(changed.paragraphs.len()) {
        sheet.put(Edit::Paragraph(id, None));
    }
    order.splice(row.at..row.at + row.ids.len(), ids.iter().copied());
    for (at, (id, paragraph)) in ids.into_iter().zip(changed.paragraphs).enumerate() {
        sheet.put(Edit::Paragraph(id, Some(settle(at, paragraph))));
    }
    if order != sheet.engagement.paragraphs_of(row.interview) {
        sheet.put(Edit::Transcript(row.interview, Some(Transcript { paragraphs: order })));
    }
    lose(&mut sheet, &changed.lost);
    lose_bared(&mut sheet, &row, &changed.bared);
    Ok(sheet)
}

/// Notes of quotes that they lost their words.
fn lose(sheet: &mut PlanBuilder, lost: &[Lost]) {
    for Lost { highlight, words } in lost {
        if let Some(mut quote) = sheet.engagement.quote(*highlight).cloned() {
            quote.lose(words);
            sheet.put(Edit::Quote(*highlight, Some(quote)));
        }
    }
}

/// Quotes that lost their words in a row are lost where they have none outside of it either.
fn lose_bared(sheet: &mut PlanBuilder, row: &ParagraphRun, bared: &[Lost]) {
    if bared.is_empty() {
        return;
    }
    let order = sheet.engagement.paragraphs_of(row.interview);
    let mut cleared: BTreeMap<ParagraphId, Paragraph> = BTreeMap::new();
    for Lost { highlight, words } in bared {
        let has =
            |id: &ParagraphId| sheet.engagement.paragraph(*id).is_some_and(|one| one.part_of(*highlight).is_some());
        let mut run: Vec<ParagraphId> = order[..row.at].iter().rev().copied().take_while(has).collect();
        run.reverse();
        let behind = run.len();
        run.extend(order[row.at + row.ids.len()..].iter().copied().take_while(has));
        let part_words = |id: &ParagraphId| {
            sheet
                .engagement
                .paragraph(*id)
                .and_then(|one| one.part_of(*highlight))
                .map_or("", |part| part.words.as_str())
        };
        if !is_lost(run.iter().map(part_words)) {
            continue;
        }
        let mut had: Vec<&str> = run.iter().map(part_words).collect();
        had.insert(behind, words.trim_matches('\n'));
        let lost = Lost { highlight: *highlight, words: had.join("\n") };
        let changed_here = sheet.change.iter().filter_map(|edit| match edit {
            Edit::Paragraph(id, Some(paragraph)) if paragraph.part_of(*highlight).is_some() => {
                Some((*id, paragraph.clone()))
            }
            _ => None,
        });
        let outside = run.iter().filter_map(|id| Some((*id, sheet.engagement.paragraph(*id)?.clone())));
        for (id, paragraph) in changed_here.chain(outside).collect::<Vec<_>>() {
            let paragraph = cleared.entry(id).or_insert(paragraph);
            paragraph.parts.retain(|part| part.highlight != *highlight);
        }
        lose(sheet, &[lost]);
    }
    cleared.into_iter().for_each(|(id, paragraph)| sheet.put(Edit::Paragraph(id, Some(paragraph))));
}

pub(super) fn set(mut sheet: PlanBuilder, id: ParagraphId, input: ParagraphInput) -> Result<Plan, Refusal> {
    let mut paragraph = of(&sheet, id)?.clone();
    match input {
        ParagraphInput::Speaker(speaker) => write(&mut paragraph.speaker, speaker),
        ParagraphInput::At(at) => write(&mut paragraph.at, at),
        ParagraphInput::Phase(phase) => write(&mut paragraph.phase, phase),
        ParagraphInput::Noted(noted) => write(&mut paragraph.noted, noted).map(|()| {
            let bare = verbatim::bare(&sheet, &paragraph);
            if noted {
                paragraph.parts.retain(|part| !bare.contains(&part.highlight));
                bare.into_iter().for_each(|quote| sheet.drop(Key::Quote(quote)));
            } else if let Some((interview, _)) =
                sheet.engagement.interview_of(id).filter(|_| paragraph.parts.is_empty())
            {
                verbatim::quote(&mut sheet, interview, &mut paragraph, Highlight::default());
            }
        }),
    }?;
    sheet.put(Edit::Paragraph(id, Some(paragraph)));
    Ok(sheet.done())
}

pub(super) fn set_speaker(
    mut sheet: PlanBuilder,
    id: InterviewId,
    from: Option<u16>,
    to: Option<u16>,
) -> Result<Plan, Refusal> {
    interview::of(&sheet, id)?;
    let engagement = sheet.engagement;
    for &paragraph in engagement.paragraphs_of(id).iter().filter(|_| from != to) {
        if let Some(record) = engagement.paragraph(paragraph).filter(|record| record.speaker == from) {
            sheet.put(Edit::Paragraph(paragraph, Some(Paragraph { speaker: to, ..record.clone() })));
        }
    }
    if sheet.change.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(sheet.done())
}

/// A paragraph goes with the line break before it, or else the one behind it, so that quotes over several move as with any
/// other edit.
pub(super) fn delete(sheet: PlanBuilder, id: ParagraphId) -> Result<Plan, Refusal> {
    let bare = verbatim::bare(&sheet, of(&sheet, id)?);
    let mut sheet = remove(sheet, id)?;
    for key in bare.into_iter().map(Key::Quote) {
        sheet.change.retain(|edit| edit.key() != key);
        sheet.drop(key);
    }
    Ok(sheet.done())
}

fn remove(mut sheet: PlanBuilder, id: ParagraphId) -> Result<PlanBuilder, Refusal> {
    let (interview, at) = sheet.engagement.interview_of(id).ok_or(Refusal::Gone(Key::Paragraph(id)))?;
    let order = sheet.engagement.paragraphs_of(interview);
    if let Some(&before) = at.checked_sub(1).and_then(|before| order.get(before)) {
        let (row, _) = ParagraphRun::between(&sheet, before, id)?;
        return replace_row(sheet, row, u32::MAX, u32::MAX, "", |_, paragraph| paragraph);
    }
    if let Some(&next) = order.get(1) {
        let (mut row, _) = ParagraphRun::between(&sheet, id, next)?;
        let kept = row.paragraphs[1].clone();
        // What is left stays the record of the next: in another tab, too, an edit of one of them finds the one that it meant.
        row.ids.reverse();
        let settle = |_, left: Paragraph| Paragraph { text: left.text, parts: left.parts, ..kept.clone() };
        return replace_row(sheet, row, 0, 0, "", settle);
    }
    let words = of(&sheet, id)?.parts.iter().map(|part| (part.highlight, part.words.clone()));
    let lost: Vec<Lost> = words.map(|(highlight, words)| Lost { highlight, words }).collect();
    lose(&mut sheet, &lost);
    sheet.put(Edit::Paragraph(id, None));
    sheet.put(Edit::Transcript(interview, None));
    Ok(sheet)
}
