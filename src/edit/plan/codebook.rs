//! Verbs of tags and their groups.

use super::{PlanBuilder, write};
use crate::edit::{Field, GroupField, Plan, Refusal, TagInput, Typing};
use crate::interviews::codebook::{Group, GroupId, NotNamed, Tag};
use crate::interviews::text::TagId;
use crate::model::{Edit, Key};

/// The tags of these names; those that there are none of are made.
pub(super) fn tags_named(sheet: &mut PlanBuilder, names: &[impl AsRef<str>]) -> Result<Vec<TagId>, Refusal> {
    let mut tags = Vec::new();
    if names.is_empty() {
        return Ok(tags);
    }
    let mut book = sheet.engagement.codebook();
    for name in names {
        let tag = match book.name_for(None, name.as_ref()) {
            Ok(name) => {
                let id = TagId(sheet.mint());
                // Colours go round; the palette does so too.
                let tag = Tag { name, colour: (book.tags.len() % 256) as u8, ..Tag::default() };
                book.tags.insert(id, tag.clone());
                sheet.put(Edit::Tag(id, Some(tag)));
                id
            }
            Err(NotNamed::Taken(id)) => id,
            Err(NotNamed::Empty) => return Err(Refusal::NoName),
        };
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

fn name_for(sheet: &PlanBuilder, tag: Option<TagId>, name: &str) -> Result<String, Refusal> {
    sheet.engagement.codebook().name_for(tag, name).map_err(|not_named| match not_named {
        NotNamed::Empty => Refusal::NoName,
        NotNamed::Taken(other) => Refusal::NameTaken(other),
    })
}

pub(super) fn add_tag(mut sheet: PlanBuilder, name: &str) -> Result<Plan, Refusal> {
    name_for(&sheet, None, name)?;
    let made = tags_named(&mut sheet, &[name])?;
    Ok(sheet.finish(made.first().map(|tag| Key::Tag(*tag)), None))
}

pub(super) fn set_tag(mut sheet: PlanBuilder, id: TagId, input: TagInput) -> Result<Plan, Refusal> {
    let mut tag = sheet.engagement.tag(id).ok_or(Refusal::Gone(Key::Tag(id)))?.clone();
    let field = match input {
        TagInput::Name(name) => write(&mut tag.name, name_for(&sheet, Some(id), &name)?).map(|()| Some(Field::Name)),
        TagInput::Colour(colour) => write(&mut tag.colour, colour).map(|()| None),
        TagInput::About(about) => write(&mut tag.about, about).map(|()| Some(Field::Subtitle)),
        TagInput::Group(group) => {
            let is_there = group.is_none_or(|group| sheet.engagement.has(Key::Group(group)));
            group.filter(|_| !is_there).map_or(Ok(()), |group| Err(Refusal::Gone(Key::Group(group))))?;
            write(&mut tag.group, group).map(|()| None)
        }
    }?;
    sheet.put(Edit::Tag(id, Some(tag)));
    Ok(sheet.finish(None, field.map(|field| Typing(Key::Tag(id), field))))
}

pub(super) fn merge(mut sheet: PlanBuilder, from: TagId, into: TagId) -> Result<Plan, Refusal> {
    let missing = [from, into].into_iter().find(|tag| sheet.engagement.tag(*tag).is_none());
    missing.map_or(Ok(()), |tag| Err(Refusal::Gone(Key::Tag(tag))))?;
    let merged = sheet.engagement.codebook().merged(from, into).ok_or(Refusal::NothingToDo)?;
    sheet.put(Edit::Tag(into, Some(merged)));
    for (id, quote) in sheet.engagement.quotes() {
        if let Some(mark) = quote.mark.retagged(from, Some(into)) {
            let mut quote = quote.clone();
            quote.mark = mark;
            sheet.put(Edit::Quote(id, Some(quote)));
        }
    }
    sheet.drop(Key::Tag(from));
    Ok(sheet.done())
}

pub(super) fn delete_tag(mut sheet: PlanBuilder, id: TagId) -> Result<Plan, Refusal> {
    sheet.engagement.tag(id).ok_or(Refusal::Gone(Key::Tag(id)))?;
    sheet.drop(Key::Tag(id));
    Ok(sheet.done())
}

fn group_named(sheet: &mut PlanBuilder, name: &str) -> Result<GroupId, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::NoName);
    }
    let id = GroupId(sheet.mint());
    sheet.put(Edit::Group(id, Some(Group { name: name.into(), about: String::new() })));
    Ok(id)
}

pub(super) fn add_group(mut sheet: PlanBuilder, name: &str) -> Result<Plan, Refusal> {
    let id = group_named(&mut sheet, name)?;
    Ok(sheet.made(Key::Group(id)))
}

pub(super) fn join(mut sheet: PlanBuilder, tag: TagId, with: TagId, name: &str) -> Result<Plan, Refusal> {
    let found = |id| sheet.engagement.tag(id).cloned().ok_or(Refusal::Gone(Key::Tag(id)));
    let (mut joins, mut other) = (found(tag)?, found(with)?);
    if tag == with {
        return Err(Refusal::NothingToDo);
    }
    if let Some(group) = other.group {
        write(&mut joins.group, Some(group))?;
        sheet.put(Edit::Tag(tag, Some(joins)));
        return Ok(sheet.done());
    }
    let group = group_named(&mut sheet, name)?;
    joins.group = Some(group);
    other.group = Some(group);
    sheet.put(Edit::Tag(tag, Some(joins)));
    sheet.put(Edit::Tag(with, Some(other)));
    Ok(sheet.made(Key::Group(group)))
}

pub(super) fn set_group(mut sheet: PlanBuilder, id: GroupId, field: GroupField, text: String) -> Result<Plan, Refusal> {
    let mut group = sheet.engagement.group(id).ok_or(Refusal::Gone(Key::Group(id)))?.clone();
    let field = match field {
        GroupField::Name if text.trim().is_empty() => return Err(Refusal::NoName),
        GroupField::Name => write(&mut group.name, text).map(|()| Field::Name),
        GroupField::About => write(&mut group.about, text).map(|()| Field::Subtitle),
    }?;
    sheet.put(Edit::Group(id, Some(group)));
    Ok(sheet.typed(Key::Group(id), field))
}

pub(super) fn delete_group(mut sheet: PlanBuilder, id: GroupId) -> Result<Plan, Refusal> {
    sheet.engagement.group(id).ok_or(Refusal::Gone(Key::Group(id)))?;
    sheet.drop(Key::Group(id));
    Ok(sheet.done())
}
