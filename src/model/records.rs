//! The collections of an engagement, each declared once: its key, its edit, its table and its list follow from the line
//! below.

use serde::{Deserialize, Serialize};

use super::interview::{Interview, Quote, Transcript};
use super::journey::{Card, Details, Journey, Lane, Stage};
use super::merge::Merging;
use super::quantity::{
    AccountId, CardId, InitiativeId, InterviewId, JourneyId, LaneId, ParagraphId, ScenarioId, StageId, StatementId,
};
use super::scenario::{Account, Initiative, Scenario};
use super::statement::{Answers, Statement};
use super::table::Table;
use super::{Flaw, Head};
use crate::arrange::Arrange;
use crate::interviews::codebook::{Group, GroupId, Tag};
use crate::interviews::text::{HighlightId, Paragraph, TagId};

/// What every record can do, whichever collection holds it.
pub trait Record: Clone + PartialEq {
    /// The record that two changed versions come to; both grew from `base`.
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self;

    /// What an absent record stands for. Where it stands for something, two that were added under one id can be merged.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether every number in it is one that it may have.
    fn is_sound(&self) -> bool {
        true
    }

    /// Names every record that this one needs, except those it holds itself (a journey its stages, a stage its cards).
    fn needs(&self, _: &mut dyn FnMut(Key)) {}

    /// Lets go of the records that are gone, so that it needs none of them. `false`: without one of them it is nothing.
    fn release(&mut self, _gone: &dyn Fn(Key) -> bool) -> bool {
        true
    }

    /// How many entries the longest of its lists has, where lists can grow without bound.
    fn entries(&self) -> usize {
        0
    }

    /// Names every text in it that a person typed.
    fn texts(&self, text: &mut dyn FnMut(&str));

    /// Puts new ids in place of old ones wherever it speaks of other records.
    fn rename(&mut self, _: &Names) {}
}

impl<R: Record> Record for Box<R> {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Box::new(R::merge(base, ours, theirs, to))
    }

    fn absent() -> Option<Self> {
        R::absent().map(Box::new)
    }

    fn is_sound(&self) -> bool {
        (**self).is_sound()
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        (**self).needs(need);
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        (**self).release(gone)
    }

    fn entries(&self) -> usize {
        (**self).entries()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        (**self).texts(text);
    }

    fn rename(&mut self, names: &Names) {
        (**self).rename(names);
    }
}

/// New ids for old ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(Key, Key)>);

impl Names {
    /// The records, each with its old name and its new one.
    pub fn new(mut pairs: Vec<(Key, Key)>) -> Self {
        pairs.arrange();
        Names(pairs)
    }

    /// The record `old` is called `new` from now on.
    pub fn add(&mut self, old: Key, new: Key) {
        let at = self.0.partition_point(|(known, _)| *known < old);
        self.0.insert(at, (old, new));
    }

    /// What the record is called now.
    pub fn of(&self, key: Key) -> Key {
        self.0.binary_search_by_key(&key, |(old, _)| *old).map_or(key, |at| self.0[at].1)
    }

    /// Every record that is called something else: its old name and its new one.
    pub fn pairs(&self) -> impl Iterator<Item = (Key, Key)> {
        self.0.iter().copied()
    }

    /// Whether nothing is called anything else.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

macro_rules! collections {
    ($($(#[$doc:meta])* $kind:ident($id:ident) => $record:ident as $stored:ty { $one:ident, $all:ident, $table:ident })*) => {
        /// A collection of records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Collection {
            $($(#[$doc])* $kind,)*
        }

        impl Collection {
            /// Every collection.
            pub const ALL: &[Collection] = &[$(Collection::$kind),*];
        }

        /// The name of what a view reads and a change touches: one record, or which records a collection holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            /// The engagement's head.
            Head,
            $($(#[$doc])* $kind($id),)*
            /// Which records there are in a collection.
            List(Collection),
        }

        impl Key {
            /// The collection that the record belongs to.
            pub fn collection(self) -> Option<Collection> {
                match self {
                    Key::Head | Key::List(_) => None,
                    $(Key::$kind(_) => Some(Collection::$kind),)*
                }
            }

            /// The id of the record, as a number.
            pub fn number(self) -> Option<u32> {
                match self {
                    Key::Head | Key::List(_) => None,
                    $(Key::$kind(id) => Some(id.0),)*
                }
            }

            /// The record whose id this one shares, and without which it is nothing.
            pub fn owner(self) -> Option<Key> {
                match self {
                    Key::Details(id) => Some(Key::Card(id)),
                    Key::Transcript(id) => Some(Key::Interview(id)),
                    Key::Answers(id) => Some(Key::Statement(id)),
                    _ => None,
                }
            }

            /// The record that shares the id of this one, if its collection has such.
            pub fn owned(self) -> Option<Key> {
                match self {
                    Key::Card(id) => Some(Key::Details(id)),
                    Key::Interview(id) => Some(Key::Transcript(id)),
                    Key::Statement(id) => Some(Key::Answers(id)),
                    _ => None,
                }
            }

            /// A record of the same collection with another id.
            pub fn with_number(self, number: u32) -> Key {
                match self {
                    Key::Head | Key::List(_) => self,
                    $(Key::$kind(_) => Key::$kind($id(number)),)*
                }
            }
        }

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
                        Edit::$kind(*id, to.record(Key::$kind(*id), base.as_ref(), ours.as_ref(), theirs.as_ref()))
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

collections! {
    /// A journey.
    Journey(JourneyId) => Journey as Journey { journey, all_journeys, journeys }
    /// A stage, with its emotion and the order of its cards.
    Stage(StageId) => Stage as Stage { stage, all_stages, stages }
    /// A lane.
    Lane(LaneId) => Lane as Lane { lane, all_lanes, lanes }
    /// A card's words.
    Card(CardId) => Card as Card { card, all_cards, cards }
    /// What is known of a card beyond its words.
    Details(CardId) => Details as Details { details, all_details, details }
    /// A scenario.
    Scenario(ScenarioId) => Scenario as Box<Scenario> { scenario, scenarios, scenarios }
    /// An initiative.
    Initiative(InitiativeId) => Initiative as Box<Initiative> { initiative, initiatives, initiatives }
    /// An account.
    Account(AccountId) => Account as Account { account, accounts, accounts }
    /// An interview, apart from what was said.
    Interview(InterviewId) => Interview as Box<Interview> { interview, interviews, interviews }
    /// The order of what was said in an interview.
    Transcript(InterviewId) => Transcript as Transcript { transcript, transcripts, transcripts }
    /// A paragraph of a transcript.
    Paragraph(ParagraphId) => Paragraph as Paragraph { paragraph, paragraphs, paragraphs }
    /// What is known of a highlight.
    Quote(HighlightId) => Quote as Quote { quote, quotes, quotes }
    /// A tag of the codebook.
    Tag(TagId) => Tag as Tag { tag, tags, tags }
    /// A group of tags.
    Group(GroupId) => Group as Group { group, groups, groups }
    /// A job, a job story or an outcome.
    Statement(StatementId) => Statement as Statement { statement, statements, statements }
    /// What people answered about an outcome.
    Answers(StatementId) => Answers as Answers { answers, all_answers, answers }
}
