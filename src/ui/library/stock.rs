//! What the library does: it makes, takes in, copies, renames and deletes engagements on the shelf.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::edit::draft::JourneyDraft;
use crate::edit::{Command, HeadField, Refusal, plan};
use crate::i18n::Words;
use crate::insight::summary::{holds, twins};
use crate::model::Engagement;
use crate::route::Route;
use crate::storage::backup::{self, LARGEST_FILE};
use crate::storage::envelope::ReadError;
use crate::storage::import::{self, Report};
use crate::storage::replica::Replica;
use crate::storage::{self, Found, Listing, Shelf, deleted};
use crate::ui::alive::Alive;
use crate::ui::beside;
use crate::ui::browser::file;
use crate::ui::browser::{self, shelf};
use crate::ui::engagement::FIRST_STAGES;
use crate::ui::incoming::{self, Content};
use crate::ui::parts::Menus;
use crate::ui::session::Session;

/// The library's doings. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Stock {
    session: Session,
    /// What lies on the shelf.
    pub listing: RwSignal<Listing>,
    /// The shelf does not answer.
    pub failed: RwSignal<bool>,
    /// What went wrong last.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The open menu.
    pub menus: Menus,
    /// What is looked for.
    pub words: RwSignal<String>,
    /// Whether they are shown by name, and not by when they were saved.
    pub by_name: RwSignal<bool>,
    view: Alive,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A file is none of ours: its name and why.
    File(String, ReadError),
    /// Nothing in a file can be used; why, in a sentence.
    Unusable(String),
    /// There is no room for one more engagement.
    NoRoom,
    /// There was no room for everything in a file.
    Incomplete(Report),
    /// The new title could not be saved.
    NotRenamed,
    /// The storage does not answer.
    Silent,
    /// The example could not be fetched.
    NoExample,
    /// A download failed.
    NoDownload,
}

impl Trouble {
    /// Whether the storage had no room.
    pub fn is_full(&self) -> bool {
        matches!(self, Trouble::NoRoom | Trouble::Incomplete(_) | Trouble::NotRenamed)
    }

    /// The trouble in words, with what to do.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Trouble::File(name, error) => words.read_error(name, error),
            Trouble::Unusable(why) => why.clone(),
            Trouble::NoRoom => words.no_room.into(),
            Trouble::Incomplete(report) => (words.saving_words.report)(report),
            Trouble::NotRenamed => words.saving_words.not_renamed.into(),
            Trouble::Silent => words.storage_silent.into(),
            Trouble::NoExample => words.no_example.into(),
            Trouble::NoDownload => words.download_failed.into(),
        }
    }
}

impl Stock {
    /// The library of the session's shelf.
    pub fn new(session: Session) -> Self {
        deleted::sweep(&*session.shelf(), browser::now());
        let stock = Stock {
            session,
            listing: RwSignal::new(Listing::default()),
            failed: RwSignal::new(false),
            trouble: RwSignal::new(None),
            menus: Menus::new(),
            words: RwSignal::new(String::new()),
            by_name: RwSignal::new(false),
            view: Alive::here(),
        };
        stock.look();
        stock
    }

    fn shelf(self) -> Rc<dyn Shelf> {
        self.session.shelf()
    }

    /// Looks at the shelf again. What is deleted and can still be taken back is not shown.
    pub fn look(self) {
        match storage::list(&*self.shelf()) {
            Ok(mut listing) => {
                let pending = self.session.pending();
                listing.found.retain(|found| !pending.contains(&found.id));
                self.failed.set(false);
                self.listing.set(listing);
            }
            Err(_) => self.failed.set(true),
        }
    }

    /// An engagement of the listing.
    pub fn found(self, id: &str) -> Option<Found> {
        self.listing.with(|listing| listing.found.iter().find(|found| found.id == id).cloned())
    }

    /// Which of the engagements with its title one is, counted from 1; 0 for one that is not listed.
    pub fn twin(self, id: &str) -> usize {
        self.listing.with(|listing| {
            let mut all: Vec<&Found> = listing.found.iter().collect();
            // By their ids, which never change.
            all.sort_by(|one, other| one.id.cmp(&other.id));
            let titles: Vec<&str> = all.iter().map(|found| found.document.engagement.head().title.as_str()).collect();
            let numbers = twins(&titles);
            all.iter().position(|found| found.id == id).map_or(0, |at| numbers[at])
        })
    }

    /// The ids of what is shown: all that the words find, by name or by when it was saved last.
    pub fn shown(self) -> Vec<String> {
        let (words, by_name) = (self.words.get(), self.by_name.get());
        self.listing.with(|listing| {
            let head = |found: &&Found| found.document.engagement.head().clone();
            let mut found: Vec<&Found> =
                listing.found.iter().filter(|found| holds(&words, &head(found).title, &head(found).about)).collect();
            if by_name {
                found.sort_by_key(|found| head(found).title.to_lowercase());
            }
            found.into_iter().map(|found| found.id.clone()).collect()
        })
    }

    /// Makes an engagement with an empty map and opens it.
    pub fn create(self) {
        let engagement = engagement_of(JourneyDraft::blank(FIRST_STAGES));
        if let Some(id) = self.add(&engagement) {
            browser::go(&Route::Journey { engagement: id, journey: None }.hash());
        }
    }

    /// Fetches the example of the language and opens a copy of it.
    pub fn example(self) {
        let lang = self.session.lang();
        spawn_local(async move { self.open_copy(beside::example(lang).await) });
    }

    /// Fetches a template in the language and opens a copy of it.
    pub fn template(self, name: &'static str) {
        let lang = self.session.lang();
        spawn_local(async move { self.open_copy(beside::template(lang, name).await) });
    }

    fn open_copy(self, fetched: Option<Engagement>) {
        match fetched {
            // Whoever asked may have gone elsewhere.
            _ if !self.view.is() => (),
            Some(engagement) => {
                if let Some(id) = self.add(&engagement) {
                    browser::go(&Route::Journey { engagement: id, journey: None }.hash());
                }
            }
            None => self.trouble.set(Some(Trouble::NoExample)),
        }
    }

    /// Takes files in: each becomes an engagement of its own, none replaces another.
    pub fn import(self, files: Vec<File>) {
        self.trouble.set(None);
        self.session.end_toast();
        spawn_local(async move {
            for picked in files {
                let taken = self.take(&picked).await;
                if !self.view.is() {
                    return;
                }
                match taken {
                    Ok(Some(report)) if !report.is_complete() => self.trouble.set(Some(Trouble::Incomplete(report))),
                    Ok(Some(report)) => self.session.tell((self.session.w().saving_words.report)(&report)),
                    Ok(None) => (),
                    Err(trouble) => self.trouble.set(Some(trouble)),
                }
                self.look();
            }
        });
    }

    /// Takes a file. `None` for a map, which tells of itself once it is taken.
    async fn take(self, picked: &File) -> Result<Option<Report>, Trouble> {
        let name = picked.name();
        let (words, lang) = (self.session.w(), self.session.lang());
        let bytes = file::bytes_of(picked, LARGEST_FILE).await.map_err(|error| error.text(words, &name));
        let bytes = bytes.map_err(Trouble::Unusable)?;
        let importer = incoming::importer().await.map_err(|_| Trouble::Unusable(words.part_missing.into()))?;
        match (importer.found)(&name, bytes, lang).map_err(Trouble::Unusable)? {
            Content::Copy(text) => {
                let parts = backup::read(&text).map_err(|error| Trouble::File(name, error))?;
                import::take(&*self.shelf(), &parts, browser::random_id).map(Some).map_err(|_| Trouble::Silent)
            }
            Content::Map(offered, reading) => {
                let take = move |draft, said: String| {
                    if self.view.is() {
                        self.take_map(draft, &said);
                    }
                };
                incoming::take_map(self.session, offered, *reading, Arc::new(take));
                Ok(None)
            }
        }
    }

    /// Takes a map as an engagement of its own.
    fn take_map(self, draft: JourneyDraft, said: &str) {
        if let Some(id) = self.add(&engagement_of(draft)) {
            let report = Report { added: vec![id], ..Report::default() };
            self.session.tell(format!("{} {said}", (self.session.w().saving_words.report)(&report)));
        }
        self.look();
    }

    /// Puts an engagement on the shelf under a new id.
    fn add(self, engagement: &Engagement) -> Option<String> {
        let id = browser::random_id();
        match storage::add(&*self.shelf(), &id, engagement, &self.session.writer(), browser::now()) {
            Ok(_) => Some(id),
            Err(_) => {
                self.trouble.set(Some(Trouble::NoRoom));
                None
            }
        }
    }

    /// Copies an engagement. What a newer Orbita wrote is copied letter for letter.
    pub fn duplicate(self, id: &str) {
        let words = self.session.w();
        let Some(Found { document, .. }) = untrack(|| self.found(id)) else { return };
        if document.newer.is_some() {
            match storage::copy(&*self.shelf(), id, &browser::random_id()) {
                Ok(()) => self.session.tell(words.saving_words.copied_newer),
                Err(_) => self.trouble.set(Some(Trouble::NoRoom)),
            }
        } else {
            let mut engagement = document.engagement;
            let title = (words.copy_of)(words.title_or(&engagement.head().title, words.untitled_engagement));
            apply(&mut engagement, Command::SetHead(HeadField::Title, title));
            self.add(&engagement);
        }
        self.look();
    }

    /// Gives an engagement another title. Other tabs that have it open see it there.
    pub fn rename(self, id: &str, title: String) {
        let shelf = self.shelf();
        let Ok(mut replica) = Replica::open(&*shelf, id, &self.session.writer(), |_| false) else {
            self.look();
            return;
        };
        match replica.store.dispatch(Command::SetHead(HeadField::Title, title), browser::steady_ms()) {
            Err(Refusal::ReadOnly) => self.session.tell(self.session.w().saving_words.newer_is_kept),
            Err(refusal) => self.session.tell_refusal(refusal),
            Ok(_) => {
                if replica.save(&*shelf, browser::now()).is_err() {
                    self.trouble.set(Some(Trouble::NotRenamed));
                }
            }
        }
        self.look();
    }

    /// Deletes an engagement: it can be brought back for a month, and by the toast or Ctrl+Z at once.
    pub fn delete(self, id: String) {
        let words = self.session.w();
        let Some(found) = untrack(|| self.found(&id)) else { return };
        let title = words.title_or(&found.document.engagement.head().title, words.untitled_engagement).to_owned();
        if deleted::delete(&*self.shelf(), &id, browser::now()).is_ok() {
            let back = id.clone();
            self.session.tell_undoable((words.deleted)(&title), None, move || self.restore(&back));
            self.look();
        } else {
            self.delete_after_toast(id, &found, title);
        }
    }

    /// Brings a deleted engagement back.
    pub fn restore(self, id: &str) {
        deleted::restore(&*self.session.shelf(), id);
        if self.view.is() {
            self.look();
        }
    }

    /// Brings back what was deleted last.
    pub fn restore_last(self) {
        let last = self.listing.with_untracked(|listing| listing.deleted.first().map(|(found, _)| found.id.clone()));
        if let Some(id) = last {
            self.session.end_toast();
            self.restore(&id);
        }
    }

    /// Removes a deleted engagement for good.
    pub fn erase(self, id: &str) {
        deleted::erase(&*self.shelf(), id);
        self.look();
    }

    /// Where the storage has no room even for a mark, what is deleted goes once the toast that offers it back has gone. Until
    /// then its text stays where it is, so that taking it back needs no room and cannot fail.
    fn delete_after_toast(self, id: String, found: &Found, title: String) {
        let words = self.session.w();
        self.session.set_pending(&id, true);
        self.look();
        let session = self.session;
        let look = move || {
            if self.view.is() {
                self.look();
            }
        };
        let back = id.clone();
        let take_back = move || {
            session.set_pending(&back, false);
            look();
        };
        let digest = found.document.stamp.digest;
        let told = (words.deleted)(&title);
        let finish = move || {
            session.set_pending(&id, false);
            let shelf = session.shelf();
            // Work that another tab has saved meanwhile is not what was deleted.
            match storage::open(&*shelf, &id) {
                Ok(now) if now.stamp.digest != digest => session.tell((words.saving_words.delete_again)(&title)),
                _ => deleted::erase(&*shelf, &id),
            }
            look();
        };
        self.session.tell_pending(told, take_back, finish);
    }

    /// Hands out an engagement as a file.
    pub fn download(self, id: &str) {
        let title = untrack(|| self.found(id)).map(|found| found.document.engagement.head().title.clone());
        let name = self.session.w().file_name(&title.unwrap_or_default(), "orbita.json");
        let unsaved = self.session.unsaved.with_untracked(|all| all.iter().find(|one| one.id() == id).cloned());
        match unsaved {
            Some(unsaved) => self.download_unsaved(&unsaved),
            None => self.hand_out(&storage::key(id), &name),
        }
    }

    /// Saves what the storage did not take before, should it have room by now.
    pub fn save_unsaved(self) {
        if self.session.save_unsaved() {
            self.look();
        }
    }

    /// Hands out a text that could not be read.
    pub fn download_aside(self, key: &str) {
        self.hand_out(key, "orbita-aside.json");
    }

    /// Hands out an engagement that only this page has.
    pub fn download_unsaved(self, unsaved: &Replica) {
        let text = unsaved.text(browser::now());
        let handed = text.is_some_and(|text| file::download("orbita.json", "application/json", &text).is_ok());
        if !handed {
            self.trouble.set(Some(Trouble::NoDownload));
        }
    }

    fn hand_out(self, key: &str, name: &str) {
        let text = self.shelf().read(key).ok().flatten();
        let handed = text.is_some_and(|text| file::download(name, "application/json", &text).is_ok());
        if !handed {
            self.trouble.set(Some(Trouble::NoDownload));
        }
    }

    /// Hands out everything as one file, and notes the day.
    pub fn back_up(self) -> bool {
        let text = backup::write_with(&*self.shelf(), &self.session.unsaved_texts()).ok();
        let name = self.session.w().backup_file;
        let handed = text.is_some_and(|text| file::download(name, "application/json", &text).is_ok());
        if handed {
            shelf::keep_choice("backed-up", browser::now());
        } else {
            self.trouble.set(Some(Trouble::NoDownload));
        }
        handed
    }
}

/// An engagement of one map, called like it.
fn engagement_of(draft: JourneyDraft) -> Engagement {
    let mut engagement = Engagement::new();
    apply(&mut engagement, Command::SetHead(HeadField::Title, draft.title.clone()));
    apply(&mut engagement, Command::AddJourney(Box::new(draft)));
    engagement
}

/// Carries a command out, unless there is nothing to do.
fn apply(engagement: &mut Engagement, command: Command) {
    if let Ok(plan) = plan(engagement, command) {
        engagement.swap(plan.change);
    }
}
