//! The codebook: tags and their groups, how they are renamed and merged; [`views`] shows where they were used.

pub mod views;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::text::{Highlight, TagId};
use crate::arrange::Arrange;
use crate::compose::name_key;

/// A group of tags: a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub u32);

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its name, never empty.
    pub name: String,
    /// Its colour: a place in the palette, which wraps around.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub colour: u8,
    /// When to use it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The group it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
}

fn is_zero(colour: &u8) -> bool {
    *colour == 0
}

/// A group of tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name, never empty.
    pub name: String,
    /// What holds its tags together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// Why a tag cannot be named so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNamed {
    /// The name is empty.
    Empty,
    /// Another tag is called so; the two may be merged.
    Taken(TagId),
}

/// The tags and groups of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The tags.
    pub tags: BTreeMap<TagId, Tag>,
    /// The groups.
    pub groups: BTreeMap<GroupId, Group>,
}

impl Codebook {
    /// The tag of a name, in any case of letters and whatever the spaces around it.
    pub fn find(&self, name: &str) -> Option<TagId> {
        let key = name_key(name);
        self.tags.iter().find(|(_, tag)| name_key(&tag.name) == key).map(|(id, _)| *id)
    }

    /// The tags whose names hold what was typed, those that begin with it first; all where nothing was typed.
    pub fn matching(&self, typed: &str) -> Vec<TagId> {
        let typed = name_key(typed);
        let mut found: Vec<(bool, String, TagId)> = self
            .tags
            .iter()
            .map(|(id, tag)| (name_key(&tag.name), *id))
            .filter(|(name, _)| name.contains(&typed))
            .map(|(name, id)| (!name.starts_with(&typed), name, id))
            .collect();
        found.arrange();
        found.into_iter().map(|(_, _, id)| id).collect()
    }

    /// The name as a tag may have it.
    ///
    /// # Errors
    /// [`NotNamed`] where it is empty, or another tag has it.
    pub fn name_for(&self, tag: Option<TagId>, typed: &str) -> Result<String, NotNamed> {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(NotNamed::Empty);
        }
        match self.find(&name).filter(|other| Some(*other) != tag) {
            Some(other) => Err(NotNamed::Taken(other)),
            None => Ok(name),
        }
    }

    /// The tag that is left when one is merged into another: it keeps its name and colour, and gets the other's remark and
    /// group where it has none. `None` where one of them is not there, or both are one.
    pub fn merged(&self, from: TagId, into: TagId) -> Option<Tag> {
        let (gone, target) = (self.tags.get(&from)?, self.tags.get(&into)?);
        let mut tag = target.clone();
        tag.group = target.group.or(gone.group);
        if tag.about.is_empty() {
            tag.about.clone_from(&gone.about);
        } else if !gone.about.is_empty() && gone.about != tag.about {
            tag.about = [&tag.about, "\n", &gone.about].concat();
        }
        (from != into).then_some(tag)
    }
}

impl Highlight {
    /// The highlight with one tag in place of another, each once; `None` where it does not have the tag.
    pub fn retagged(&self, from: TagId, into: Option<TagId>) -> Option<Highlight> {
        let at = self.tags.iter().position(|tag| *tag == from)?;
        let mut highlight = self.clone();
        match into.filter(|into| !self.tags.contains(into)) {
            Some(into) => highlight.tags[at] = into,
            None if into == Some(from) => return None,
            None => {
                highlight.tags.remove(at);
            }
        }
        Some(highlight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(names: &[&str]) -> Codebook {
        let tags = (1..).zip(names).map(|(id, name)| (TagId(id), Tag { name: (*name).into(), ..Tag::default() }));
        Codebook { tags: tags.collect(), groups: BTreeMap::new() }
    }

    #[test]
    fn names_are_found_as_people_type_them() {
        let book = book(&["Отчёты", "no-shows", "margin by store", "store"]);
        assert_eq!(book.find(" отчеты "), Some(TagId(1)));
        assert_eq!(book.find("Отче\u{308}ты"), Some(TagId(1)), "its letters in parts");
        assert_eq!(book.matching("st"), [TagId(4), TagId(3)], "those that begin so come first");
        assert_eq!(book.name_for(None, " new   tag "), Ok("new tag".into()));
        assert_eq!(book.name_for(Some(TagId(4)), "Store"), Ok("Store".into()), "its own name in other letters");
        assert_eq!(book.name_for(None, "STORE"), Err(NotNamed::Taken(TagId(4))));
        assert_eq!(book.name_for(None, " \t"), Err(NotNamed::Empty));
    }

    #[test]
    fn merging_keeps_what_was_written() {
        let mut book = book(&["a", "b"]);
        let group = Some(GroupId(9));
        book.tags.insert(TagId(1), Tag { name: "a".into(), colour: 3, about: "first".into(), group });
        assert_eq!(
            book.merged(TagId(1), TagId(2)),
            Some(Tag { name: "b".into(), colour: 0, about: "first".into(), group })
        );
        assert_eq!(book.merged(TagId(1), TagId(1)), None);
        let tagged =
            |tags: &[u32]| Highlight { tags: tags.iter().map(|tag| TagId(*tag)).collect(), ..Highlight::default() };
        assert_eq!(tagged(&[3, 1, 4]).retagged(TagId(1), Some(TagId(2))), Some(tagged(&[3, 2, 4])));
        assert_eq!(tagged(&[2, 1]).retagged(TagId(1), Some(TagId(2))), Some(tagged(&[2])), "each once");
        assert_eq!(tagged(&[2, 1]).retagged(TagId(1), None), Some(tagged(&[2])));
        assert_eq!(tagged(&[2]).retagged(TagId(1), None), None);
        assert_eq!(tagged(&[1]).retagged(TagId(1), Some(TagId(1))), None);
    }
}
