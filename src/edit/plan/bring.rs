//! Interviews that come from elsewhere, with their quotes and tags.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::PlanBuilder;
use crate::arrange::set_of;
use crate::compose::name_key;
use crate::edit::{Plan, Refusal};
use crate::interviews::codebook::{Codebook, Group, GroupId, Tag};
use crate::interviews::exchange::{Document, Project, attributes};
use crate::interviews::text::{HighlightId, TagId};
use crate::model::interview::{Interview, Quote, Transcript};
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::model::{Edit, Key};

pub(super) fn add(mut sheet: PlanBuilder, project: Project) -> Result<Plan, Refusal> {
    let tags = bring_tags(&mut sheet, &project.book);
    let mut first = None;
    for document in project.documents {
        let id = bring_interview(&mut sheet, document, &tags);
        first.get_or_insert(Key::Interview(id));
    }
    if sheet.change.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(sheet.finish(first, None))
}

/// The tags of a codebook by the ids that they have here.
fn bring_tags(sheet: &mut PlanBuilder, book: &Codebook) -> BTreeMap<TagId, TagId> {
    let ours = sheet.engagement.codebook();
    let mut known: HashMap<String, GroupId> =
        ours.groups.iter().map(|(id, group)| (name_key(&group.name), *id)).collect();
    let mut groups: BTreeMap<GroupId, GroupId> = BTreeMap::new();
    for (id, group) in book.groups.iter().filter(|(_, group)| !group.name.trim().is_empty()) {
        let here = *known.entry(name_key(&group.name)).or_insert_with(|| {
            let here = GroupId(sheet.mint());
            sheet.put(Edit::Group(here, Some(Group { name: group.name.trim().into(), about: group.about.clone() })));
            here
        });
        groups.insert(*id, here);
    }
    let mut named: HashMap<String, TagId> = ours.tags.iter().map(|(id, tag)| (name_key(&tag.name), *id)).collect();
    let mut tags = BTreeMap::new();
    for (id, tag) in book.tags.iter().filter(|(_, tag)| !tag.name.trim().is_empty()) {
        let here = *named.entry(name_key(&tag.name)).or_insert_with(|| {
            let here = TagId(sheet.mint());
            let name = tag.name.split_whitespace().collect::<Vec<_>>().join(" ");
            let group = tag.group.and_then(|group| groups.get(&group).copied());
            sheet.put(Edit::Tag(here, Some(Tag { name, group, ..tag.clone() })));
            here
        });
        tags.insert(*id, here);
    }
    tags
}

fn bring_interview(sheet: &mut PlanBuilder, document: Document, tags: &BTreeMap<TagId, TagId>) -> InterviewId {
    let (head, segment) = attributes::read(&document);
    let id = InterviewId(sheet.mint());
    sheet.put(Edit::Interview(id, Some(Box::new(Interview { head, segment, client: None }))));
    let mut quotes: BTreeMap<HighlightId, HighlightId> = BTreeMap::new();
    let placed: BTreeSet<HighlightId> =
        set_of(document.paragraphs.iter().flat_map(|paragraph| &paragraph.parts).map(|part| part.highlight));
    for (highlight, mut mark) in document.highlights {
        // What has neither a place nor words is no quote.
        if !placed.contains(&highlight) && mark.lost.is_none() {
            continue;
        }
        let here = HighlightId(sheet.mint());
        let mut known: Vec<TagId> = Vec::new();
        for tag in mark.tags.iter().filter_map(|tag| tags.get(tag)) {
            if !known.contains(tag) {
                known.push(*tag);
            }
        }
        mark.tags = known;
        quotes.insert(highlight, here);
        sheet.put(Edit::Quote(here, Some(Quote { mark, ..Quote::of(id) })));
    }
    let mut order = Vec::new();
    for mut paragraph in document.paragraphs {
        // A line break would part a paragraph in two; a space keeps the places of the others.
        if paragraph.text.contains(['\n', '\r']) {
            paragraph.text = paragraph.text.replace(['\n', '\r'], " ");
        }
        paragraph.parts.retain(|part| quotes.contains_key(&part.highlight));
        for part in &mut paragraph.parts {
            part.highlight = quotes.get(&part.highlight).copied().unwrap_or(part.highlight);
        }
        paragraph.fit();
        let here = ParagraphId(sheet.mint());
        sheet.put(Edit::Paragraph(here, Some(paragraph)));
        order.push(here);
    }
    if !order.is_empty() {
        sheet.put(Edit::Transcript(id, Some(Transcript { paragraphs: order })));
    }
    id
}
