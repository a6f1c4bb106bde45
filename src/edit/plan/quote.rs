//! Verbs of quotes.

use std::collections::BTreeMap;

use super::paragraph_run::ParagraphRun;
use super::{PlanBuilder, codebook, interview, verbatim, write};
use crate::arrange::map_of;
use crate::edit::{Field, Plan, QuoteInput, Refusal, Typing};
use crate::interviews::anonymise::{Mapping, Named, people_of};
use crate::interviews::kinds::{Consent, Force};
use crate::interviews::record::Head;
use crate::interviews::text::{HighlightId, Paragraph, TagId, mark};
use crate::model::interview::{Link, Quote};
use crate::model::journey::{Card, Details, Evidence};
use crate::model::quantity::ParagraphId;
use crate::model::{Cell, Edit, Engagement, Key};

fn of<'a>(sheet: &PlanBuilder<'a>, id: HighlightId) -> Result<&'a Quote, Refusal> {
    sheet.engagement.quote(id).ok_or(Refusal::Gone(Key::Quote(id)))
}

pub(super) fn add(
    mut sheet: PlanBuilder,
    from: (ParagraphId, u32),
    to: (ParagraphId, u32),
    tag: Option<String>,
) -> Result<Plan, Refusal> {
    let id = HighlightId(sheet.mint());
    let (mut row, is_turned) = ParagraphRun::between(&sheet, from.0, to.0)?;
    place(&mut sheet, &mut row, ends(from, to, is_turned), id)?;
    verbatim::take_over(&mut sheet, &row, id);
    let mut quote = Quote::of(row.interview);
    quote.mark.tags = codebook::tags_named(&mut sheet, tag.as_slice())?;
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.made(Key::Quote(id)))
}

pub(super) fn add_force(
    mut sheet: PlanBuilder,
    from: (ParagraphId, u32),
    to: (ParagraphId, u32),
    force: Force,
) -> Result<Plan, Refusal> {
    let id = HighlightId(sheet.mint());
    let (mut row, is_turned) = ParagraphRun::between(&sheet, from.0, to.0)?;
    place(&mut sheet, &mut row, ends(from, to, is_turned), id)?;
    verbatim::take_over(&mut sheet, &row, id);
    let mut quote = Quote::of(row.interview);
    quote.mark.force = Some(force);
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.made(Key::Quote(id)))
}

fn ends(from: (ParagraphId, u32), to: (ParagraphId, u32), is_turned: bool) -> (u32, u32) {
    if is_turned { (to.1, from.1) } else { (from.1, to.1) }
}

/// Puts a quote on a row.
fn place(
    sheet: &mut PlanBuilder,
    row: &mut ParagraphRun,
    (from, to): (u32, u32),
    id: HighlightId,
) -> Result<(), Refusal> {
    if !mark(&mut row.paragraphs, from, to, id) {
        return Err(Refusal::NothingToDo);
    }
    for (id, paragraph) in row.ids.iter().zip(&row.paragraphs) {
        sheet.put(Edit::Paragraph(*id, Some(paragraph.clone())));
    }
    Ok(())
}

pub(super) fn shift(
    mut sheet: PlanBuilder,
    id: HighlightId,
    from: (ParagraphId, u32),
    to: (ParagraphId, u32),
) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    let (mut row, is_turned) = ParagraphRun::between(&sheet, from.0, to.0)?;
    if row.interview != quote.interview {
        return Err(Refusal::Gone(Key::Paragraph(from.0)));
    }
    let before: BTreeMap<ParagraphId, &Paragraph> = map_of(with_part(&sheet, &quote, id));
    place(&mut sheet, &mut row, ends(from, to, is_turned), id)?;
    for (paragraph, record) in before.iter().filter(|(paragraph, _)| !row.ids.contains(paragraph)) {
        let mut record = (*record).clone();
        record.parts.retain(|part| part.highlight != id);
        sheet.put(Edit::Paragraph(*paragraph, Some(record)));
    }
    if sheet.change.iter().all(|edit| sheet.engagement.holds(edit)) {
        return Err(Refusal::NothingToDo);
    }
    if quote.mark.lost.take().is_some() {
        sheet.put(Edit::Quote(id, Some(quote)));
    }
    Ok(sheet.done())
}

/// The paragraphs that hold a part of a quote.
fn with_part<'a>(
    sheet: &PlanBuilder<'a>,
    quote: &Quote,
    id: HighlightId,
) -> impl Iterator<Item = (ParagraphId, &'a Paragraph)> + use<'a> {
    let engagement = sheet.engagement;
    let paragraphs = engagement.paragraphs_of(quote.interview).iter();
    paragraphs
        .filter_map(move |&paragraph| Some((paragraph, engagement.paragraph(paragraph)?)))
        .filter(move |(_, paragraph)| paragraph.part_of(id).is_some())
}

pub(super) fn set(mut sheet: PlanBuilder, id: HighlightId, input: QuoteInput) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    let field = match input {
        QuoteInput::Tags(tags) => {
            let mut kept: Vec<TagId> = Vec::new();
            for tag in tags {
                sheet.engagement.tag(tag).ok_or(Refusal::Gone(Key::Tag(tag)))?;
                if !kept.contains(&tag) {
                    kept.push(tag);
                }
            }
            write(&mut quote.mark.tags, kept).map(|()| None)
        }
        QuoteInput::Force(force) => write(&mut quote.mark.force, force).map(|()| None),
        QuoteInput::Energy(energy) => write(&mut quote.mark.energy, energy).map(|()| None),
        QuoteInput::Memo(memo) => write(&mut quote.mark.memo, memo).map(|()| Some(Field::Memo)),
    }?;
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.finish(None, field.map(|field| Typing(Key::Quote(id), field))))
}

pub(super) fn tag(mut sheet: PlanBuilder, id: HighlightId, name: &str) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    for tag in codebook::tags_named(&mut sheet, &[name])? {
        if quote.mark.tags.contains(&tag) {
            return Err(Refusal::NothingToDo);
        }
        quote.mark.tags.push(tag);
    }
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.done())
}

pub(super) fn retag(mut sheet: PlanBuilder, id: HighlightId, from: TagId, name: &str) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    let into = codebook::tags_named(&mut sheet, &[name])?.into_iter().next();
    quote.mark = quote.mark.retagged(from, into).ok_or(Refusal::Gone(Key::Tag(from)))?;
    if into == Some(from) {
        return Err(Refusal::NothingToDo);
    }
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.done())
}

pub(super) fn link(mut sheet: PlanBuilder, id: HighlightId, link: Link, on: bool) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    if quote.links.contains(&link) == on {
        return Err(Refusal::NothingToDo);
    }
    if on {
        join(&mut sheet, &mut quote, link)?;
    } else {
        quote.links.retain(|known| *known != link);
    }
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.done())
}

/// Joins a quote to what it speaks for; what was only believed was observed by somebody now.
fn join(sheet: &mut PlanBuilder, quote: &mut Quote, link: Link) -> Result<(), Refusal> {
    if !sheet.engagement.has(link.key()) {
        return Err(Refusal::Gone(link.key()));
    }
    quote.links.push(link);
    if let Link::Card(card) = link {
        let details = sheet.engagement.details(card).cloned().unwrap_or_default();
        if details.evidence == Evidence::Assumed {
            sheet.put(Edit::Details(card, Some(Details { evidence: Evidence::Observed, ..details })));
        }
    }
    Ok(())
}

pub(super) fn add_card(mut sheet: PlanBuilder, id: HighlightId, cell: Cell) -> Result<Plan, Refusal> {
    let mut quote = of(&sheet, id)?.clone();
    let words: Vec<String> = with_part(&sheet, &quote, id)
        .filter_map(|(_, paragraph)| paragraph.part_of(id).map(|part| part.words.clone()))
        .collect();
    let text = quote.mark.lost.clone().unwrap_or_else(|| words.join("\n"));
    let text = for_a_map(sheet.engagement, &interview::of(&sheet, quote.interview)?.head, text);
    let mut stage = super::card::open_cell(&sheet, cell)?;
    let card = sheet.add_card(Card { text }, Details { evidence: Evidence::Observed, ..Details::default() });
    super::card::insert(&mut stage, cell, usize::MAX, &[card]);
    sheet.put(Edit::Stage(cell.stage, Some(stage)));
    quote.links.push(Link::Card(card));
    sheet.put(Edit::Quote(id, Some(quote)));
    Ok(sheet.made(Key::Card(card)))
}

/// The words of a quote as clients may read them: maps are shown to them, so whoever did not agree to be named is not, in
/// this interview or in another.
fn for_a_map(engagement: &Engagement, head: &Head, text: String) -> String {
    let mut hidden = Mapping::default();
    let mut hide = |named: Named, name: &str| hidden.hide_as(named, "\u{2026}", name);
    for (_, other) in engagement.interviews().filter(|(_, other)| other.head.consent != Consent::ByName) {
        people_of(&other.head).iter().for_each(|name| hide(Named::Person, name));
        if head.consent != Consent::ByName && !other.head.account.trim().is_empty() {
            hide(Named::Company, &other.head.account);
        }
    }
    hidden.hidden_text(&text)
}

pub(super) fn delete(mut sheet: PlanBuilder, id: HighlightId) -> Result<Plan, Refusal> {
    of(&sheet, id)?;
    sheet.drop(Key::Quote(id));
    Ok(sheet.done())
}
