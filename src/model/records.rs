//! The engagement: a table for each of its collections (`key.rs`), and the edits that change them.

use serde::{Deserialize, Serialize};

use super::interview::{Interview, Quote, Transcript};
use super::journey::{Card, Details, Journey, Lane, Stage};
use super::key::{Collection, Key, collections};
use super::merging::Merging;
use super::quantity::{
    AccountId, CardId, InitiativeId, InterviewId, JourneyId, LaneId, ParagraphId, ScenarioId, StageId, StatementId,
};
use super::record::{Names, Record, merged};
use super::scenario::{Account, Initiative, Scenario};
use super::statement::{Answers, Statement};
use super::table::Table;
use super::{Flaw, Head};
use crate::interviews::codebook::{Group, GroupId, Tag};
use crate::interviews::text::{HighlightId, Paragraph, TagId};

macro_rules! records {
    ($($(#[$doc:meta])* $kind:ident($id:ident) $(of $owner:ident)? => $record:ident as $stored:ty { $one:ident, $all:ident, $table:ident })*) => {
        /// One record put in place of another: `None` removes it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Edit {
            /// The head becomes this.
            Head(Head),
            $($(#[$doc])* $kind($id, Option<$stored>),)*
        }

        impl Edit {
            /// The record that this edit replaces.
            pub fn key(&self) -> Key {
                match self {
                    Edit::Head(_) => Key::Head,
                    $(Edit::$kind(id, _) => Key::$kind(*id),)*
                }
            }

            /// Whether a record is there once the edit is made.
            pub fn leaves_one(&self) -> bool {
                match self {
                    Edit::Head(_) => true,
                    $(Edit::$kind(_, record) => record.is_some(),)*
                }
            }

            /// Whether whoever is only shown the engagement may make it.
            pub(crate) fn is_tried_out(&self) -> bool {
                match self {
                    Edit::Head(_) => false,
                    $(Edit::$kind(..) => <$stored as Record>::IS_TRIED_OUT,)*
                }
            }

            /// Turns it into the edit that removes the record. The head stays.
            pub(crate) fn clear(&mut self) {
                match self {
                    Edit::Head(_) => (),
                    $(Edit::$kind(_, record) => *record = None,)*
                }
            }

            /// Lets the record go of others that are gone; one that is nothing without them goes too. The head stays.
            pub(crate) fn release(&mut self, gone: &dyn Fn(Key) -> bool) {
                let orphan = self.key().owner().is_some_and(gone);
                match self {
                    Edit::Head(_) => (),
                    $(Edit::$kind(_, record) => {
                        if record.as_mut().is_some_and(|record| orphan || !record.release(gone)) {
                            *record = None;
                        }
                    })*
                }
            }

            /// How many entries the longest of the record's lists has.
            pub(super) fn entries(&self) -> usize {
                match self {
                    Edit::Head(_) => 0,
                    $(Edit::$kind(_, record) => record.as_ref().map_or(0, Record::entries),)*
                }
            }

            /// Names every text of the record that a person typed.
            pub fn texts(&self, text: &mut dyn FnMut(&str)) {
                match self {
                    Edit::Head(head) => head.texts(text),
                    $(Edit::$kind(_, record) => record.iter().for_each(|record| record.texts(text)),)*
                }
            }

            /// Puts new ids in place of old ones, in the record and for it.
            pub(crate) fn rename(&mut self, names: &Names) {
                match self {
                    Edit::Head(head) => head.rename(names),
                    $(Edit::$kind(id, record) => {
                        *id = names.$one(*id);
                        if let Some(record) = record {
                            record.rename(names);
                        }
                    })*
                }
            }

            /// The edit after which both `ours` and `theirs` have happened; both grew from `base`, and all three are of one record.
            pub(crate) fn merged(base: &Edit, ours: &Edit, theirs: &Edit, to: &mut Merging) -> Edit {
                match (base, ours, theirs) {
                    (Edit::Head(base), Edit::Head(ours), Edit::Head(theirs)) => Edit::Head(Head::merge(base, ours, theirs, to)),
                    $((Edit::$kind(id, base), Edit::$kind(_, ours), Edit::$kind(_, theirs)) => {
                        Edit::$kind(*id, merged(Key::$kind(*id), base.as_ref(), ours.as_ref(), theirs.as_ref(), to))
                    })*
                    _ => theirs.clone(),
                }
            }
        }

        impl Names {
            $(
                /// What the record with this id is called now.
                pub fn $one(&self, id: $id) -> $id {
                    match self.of(Key::$kind(id)) {
                        Key::$kind(id) => id,
                        _ => id,
                    }
                }
            )*
        }

        /// Everything of one client project.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Engagement {
            pub(super) head: Head,
            $(
                #[serde(default, skip_serializing_if = "Table::is_empty")]
                pub(super) $table: Table<$id, $stored>,
            )*
        }

        impl Engagement {
            /// An engagement without a record.
            pub(super) fn empty(head: Head) -> Self {
                Engagement { head, $($table: Table::default()),* }
            }

            /// Makes one edit and returns the edit that takes it back.
            pub(super) fn put(&mut self, edit: Edit) -> Edit {
                match edit {
                    Edit::Head(head) => Edit::Head(std::mem::replace(&mut self.head, head)),
                    $(Edit::$kind(id, record) => Edit::$kind(id, self.$table.put(id, record)),)*
                }
            }

            /// What a key names, as the edit that would put it there; `None` for a list.
            pub fn edit(&self, key: Key) -> Option<Edit> {
                match key {
                    Key::Head => Some(Edit::Head(self.head.clone())),
                    Key::List(_) => None,
                    $(Key::$kind(id) => Some(Edit::$kind(id, self.$table.get(id).cloned())),)*
                }
            }

            /// Whether a record is there.
            pub fn has(&self, key: Key) -> bool {
                match key {
                    Key::Head => true,
                    Key::List(_) => false,
                    $(Key::$kind(id) => self.$table.get(id).is_some(),)*
                }
            }

            /// Whether an edit would change nothing. Minting an id counts as nothing.
            pub fn holds(&self, edit: &Edit) -> bool {
                match edit {
                    Edit::Head(head) => *head == Head { next: head.next, ..self.head.clone() },
                    $(Edit::$kind(id, record) => self.$table.get(*id) == record.as_ref(),)*
                }
            }

            /// Every key there is a record for.
            pub fn keys(&self) -> impl Iterator<Item = Key> {
                std::iter::empty()$(.chain(self.$table.iter().map(|(id, _)| Key::$kind(id))))*
            }

            /// The records that differ between two states: other, only here, or only there.
            pub fn differing(&self, other: &Engagement) -> Vec<Key> {
                let mut keys = Vec::new();
                if self.head != other.head {
                    keys.push(Key::Head);
                }
                $(self.$table.differing(&other.$table, |id| keys.push(Key::$kind(id)));)*
                keys
            }

            /// The same, and the lists of those that only one state has.
            pub fn differing_with_lists(&self, other: &Engagement) -> Vec<Key> {
                let mut keys = self.differing(other);
                let moved = keys.iter().filter(|key| self.has(**key) != other.has(**key));
                let lists: Vec<Key> = moved.filter_map(|key| key.collection().map(Key::List)).collect();
                keys.extend(lists);
                keys
            }

            /// Names every text that a person typed.
            pub fn texts(&self, text: &mut dyn FnMut(&str)) {
                self.head.texts(text);
                $(self.$table.iter().for_each(|(_, record)| record.texts(text));)*
            }

            /// How many records a collection holds.
            pub fn count(&self, collection: Collection) -> usize {
                match collection {
                    $(Collection::$kind => self.$table.len(),)*
                }
            }

            /// The ids of a collection as numbers, in their order.
            pub(super) fn numbers(&self, collection: Collection) -> Vec<u32> {
                match collection {
                    $(Collection::$kind => self.$table.iter().map(|(id, _)| id.0).collect(),)*
                }
            }

            /// The highest id of any table.
            pub(super) fn highest_id(&self) -> Option<u32> {
                [$(self.$table.last_id().map(|id| id.0)),*].into_iter().flatten().max()
            }

            /// Whether all numbers are possible, and everything is there that a record needs.
            pub(super) fn check_records(&self) -> Result<(), Flaw> {
                $(
                    for (id, record) in self.$table.iter() {
                        if !record.is_sound() {
                            return Err(Flaw::Unsound(Key::$kind(id)));
                        }
                        let mut missing = None;
                        record.needs(&mut |key| if !self.has(key) { missing = Some(key) });
                        if let Some(missing) = missing {
                            return Err(Flaw::Missing { of: Key::$kind(id), missing });
                        }
                    }
                )*
                let orphan = self.keys().find_map(|of| Some((of, of.owner().filter(|owner| !self.has(*owner))?)));
                orphan.map_or(Ok(()), |(of, missing)| Err(Flaw::Missing { of, missing }))
            }

            /// The records that need, or share the id of, one that `is` names.
            pub(crate) fn needing(&self, is: &dyn Fn(Key) -> bool) -> Vec<Key> {
                let mut found = Vec::new();
                $(
                    for (id, record) in self.$table.iter() {
                        let key = Key::$kind(id);
                        let mut needs = key.owner().is_some_and(is);
                        record.needs(&mut |key| needs = needs || is(key));
                        if needs {
                            found.push(key);
                        }
                    }
                )*
                found
            }

            /// How many entries the longest list of any record has.
            pub(super) fn most_entries(&self) -> usize {
                [$(self.$table.iter().map(|(_, record)| record.entries()).max()),*].into_iter().flatten().max().unwrap_or(0)
            }

            /// Puts new ids in place of old ones.
            pub(crate) fn rename(&mut self, names: &Names) {
                self.head.rename(names);
                $(
                    self.$table.rename(|id| names.$one(id));
                    self.$table.iter_mut().for_each(|(_, record)| record.rename(names));
                )*
            }

            $(
                #[doc = concat!("One of the ", stringify!($all), " by its id, if it is there.")]
                pub fn $one(&self, id: $id) -> Option<&$record> {
                    self.$table.get(id).map(std::borrow::Borrow::borrow)
                }

                #[doc = concat!("The ", stringify!($all), ", in the order of their ids.")]
                pub fn $all(&self) -> impl Iterator<Item = ($id, &$record)> {
                    self.$table.iter().map(|(id, record)| (id, std::borrow::Borrow::borrow(record)))
                }
            )*
        }
    };
}

collections!(records);
