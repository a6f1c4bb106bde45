//! The menu of an open engagement: its maps, and what can be done with them and with itself.

use leptos::prelude::*;

use super::commands::EngagementVerb;
use super::deeds::{Deed, Deeds, Here, when};
use super::desk::Desk;
use super::parts::{Item, choose_files};
use super::saving::Saver;
use super::session::Session;
use super::ways::{FIRST_STAGES, download_copy, go_to_map};
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::i18n::journey::JourneyWords;
use crate::insight::among::copy_of;
use crate::model::Key;
use crate::model::journey::JourneyKind;
use crate::model::quantity::JourneyId;

/// Which field asks for the tables that become maps.
pub const IMPORT_MAP: &str = "import-map";

/// An open engagement.
#[derive(Clone, Copy)]
pub struct OpenEngagement {
    /// Whose languages and hosting hold.
    pub session: Session,
    /// The engagement.
    pub desk: Desk,
    /// How it is kept.
    pub saver: Saver,
    /// The map that is shown.
    pub journey: Memo<Option<JourneyId>>,
    /// Whether its name is being changed.
    pub renaming: RwSignal<bool>,
}

impl Here for OpenEngagement {}

impl OpenEngagement {
    fn here(self) -> Option<JourneyId> {
        self.journey.get_untracked()
    }

    fn is_at_a_map(self) -> bool {
        self.desk.may_edit() && self.here().is_some()
    }

    fn is_handed_out(self) -> bool {
        self.session.hands_out()
    }

    fn add(self, draft: JourneyDraft) {
        if let Some(Key::Journey(id)) = self.desk.dispatch(Command::AddJourney(Box::new(draft))).made() {
            go_to_map(self.saver, id);
        }
    }

    fn duplicate(self) {
        let copy = self.here().and_then(|id| self.desk.peek(|e| JourneyDraft::of(e, id)));
        if let Some(draft) = copy {
            let words = self.session.w();
            let jw = JourneyWords::of(self.session.lang());
            let title = if draft.title.is_empty() { jw.untitled_map } else { &draft.title };
            let is_taken = |name: &str| self.desk.peek(|e| e.journeys().any(|(_, journey)| journey.title == name));
            self.add(JourneyDraft { title: copy_of(title, words.copy, is_taken), ..draft });
        }
    }

    fn delete(self) {
        let Some(id) = self.here() else { return };
        let title = self.desk.peek(|e| e.journey(id).map(|journey| journey.title.clone())).unwrap_or_default();
        self.desk.dispatch_with_notice(Command::DeleteJourney(id), (self.session.w().deleted_map)(&title), move || {
            self.desk.undo();
            go_to_map(self.saver, id);
        });
    }

    /// The lines of the menu.
    pub fn menu(self) -> Vec<Item> {
        let words = self.session.w();
        let jw = JourneyWords::of(self.session.lang());
        let here = self.here();
        let maps: Vec<(JourneyId, String, JourneyKind)> =
            self.desk.peek(|e| e.journeys().map(|(id, journey)| (id, journey.title.clone(), journey.kind)).collect());
        let go = |(id, title, kind): &(JourneyId, String, JourneyKind)| {
            let id = *id;
            let title = if title.is_empty() { jw.untitled_map } else { title };
            let kind = jw.kind_of_map(*kind);
            Item::new(format!("{title} ({kind})"), move || go_to_map(self.saver, id)).ticked(Some(id) == here)
        };
        let verb = |verb: EngagementVerb| verb.item(words, self);
        let mut items: Vec<Item> = maps.iter().map(go).collect();
        items.extend([verb(EngagementVerb::AddMap).parted(), verb(EngagementVerb::ImportMap)]);
        let of_map = |verb: Item| here.map(|_| verb);
        items.extend(of_map(verb(EngagementVerb::DuplicateMap)));
        items.extend([verb(EngagementVerb::Rename).parted(), verb(EngagementVerb::DownloadCopy)]);
        items.extend(of_map(verb(EngagementVerb::DeleteMap).danger()));
        items
    }
}

impl Deeds for EngagementVerb {
    type Here = OpenEngagement;

    fn deed(self) -> Deed<OpenEngagement> {
        match self {
            EngagementVerb::AddMap => when(|one| one.desk.may_edit(), |one| one.add(JourneyDraft::blank(FIRST_STAGES))),
            EngagementVerb::ImportMap => when(|one| one.desk.may_edit(), |_| choose_files(IMPORT_MAP)),
            EngagementVerb::DuplicateMap => when(OpenEngagement::is_at_a_map, OpenEngagement::duplicate),
            EngagementVerb::Rename => when(|one| one.desk.may_edit(), |one| one.renaming.set(true)),
            EngagementVerb::DownloadCopy => {
                when(OpenEngagement::is_handed_out, |one| download_copy(one.session, one.saver))
            }
            EngagementVerb::DeleteMap => when(OpenEngagement::is_at_a_map, OpenEngagement::delete),
        }
    }
}
