//! The collections of an engagement, each declared once: its key, its edit, its table and its list follow from the line
//! below.

use super::quantity::{
    AccountId, CardId, InitiativeId, InterviewId, JourneyId, LaneId, ParagraphId, ScenarioId, StageId, StatementId,
};
use crate::interviews::codebook::GroupId;
use crate::interviews::text::{HighlightId, TagId};

/// Writes what `$make` makes of every collection. `of` names the collection whose ids its records share, and without whose record
/// each of them is nothing.
macro_rules! collections {
    ($make:ident) => {
        $make! {
            /// A journey.
            Journey(JourneyId) => Journey as Journey { journey, all_journeys, journeys }
            /// A stage, with its emotion and the order of its cards.
            Stage(StageId) => Stage as Stage { stage, all_stages, stages }
            /// A lane.
            Lane(LaneId) => Lane as Lane { lane, all_lanes, lanes }
            /// A card's words.
            Card(CardId) => Card as Card { card, all_cards, cards }
            /// What is known of a card beyond its words.
            Details(CardId) of Card => Details as Details { details, all_details, details }
            /// A scenario.
            Scenario(ScenarioId) => Scenario as Box<Scenario> { scenario, scenarios, scenarios }
            /// An initiative.
            Initiative(InitiativeId) => Initiative as Box<Initiative> { initiative, initiatives, initiatives }
            /// An account.
            Account(AccountId) => Account as Account { account, accounts, accounts }
            /// An interview, apart from what was said.
            Interview(InterviewId) => Interview as Box<Interview> { interview, interviews, interviews }
            /// The order of what was said in an interview.
            Transcript(InterviewId) of Interview => Transcript as Transcript { transcript, transcripts, transcripts }
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
            Answers(StatementId) of Statement => Answers as Answers { answers, all_answers, answers }
        }
    };
}
pub(super) use collections;

macro_rules! keys {
    ($($(#[$doc:meta])* $kind:ident($id:ident) $(of $owner:ident)? => $record:ident as $stored:ty { $one:ident, $all:ident, $table:ident })*) => {
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
                    $($(Key::$kind(id) => Some(Key::$owner(id)),)?)*
                    _ => None,
                }
            }

            /// The record that shares the id of this one, if its collection has such.
            pub fn owned(self) -> Option<Key> {
                match self {
                    $($(Key::$owner(id) => Some(Key::$kind(id)),)?)*
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
    };
}

collections!(keys);
