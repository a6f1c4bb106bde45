//! What the library does with whole engagements. It comes after the library: a first visit opens none.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;

use super::trouble::report_in_words;
use super::{LibraryActions, TITLE, Trouble};
use crate::edit::draft::JourneyDraft;
use crate::edit::{Command, HeadField, Refusal, plan};
use crate::i18n::library::LibraryWords;
use crate::i18n::saving::freeing::FreeingWords;
use crate::i18n::speech::title_or;
use crate::insight::among::copy_of;
use crate::model::Engagement;
use crate::model::day::Moment;
use crate::route::Route;
use crate::storage::backup::{self, LARGEST_FILE, SavedText};
use crate::storage::envelope::{self, Document};
use crate::storage::freeing::{self, Freed};
use crate::storage::import::{self, Import, Report};
use crate::storage::replica::Replica;
use crate::storage::stamp::Digest;
use crate::storage::waiting_for_room::WaitingForRoom;
use crate::storage::{self, Listing, Shelf, ShelfError, Stored, deleted, index, usage};
use crate::tables::fault::Kind;
use crate::ui::browser;
use crate::ui::browser::file;
use crate::ui::browser::sleep::sleep;
use crate::ui::incoming::{self, Content};
use crate::ui::sheets;
use crate::ui::ways::FIRST_STAGES;

/// How long one slice of a long work may hold the page, in milliseconds.
const SLICE: f64 = 25.0;

/// The works. Copies are the same.
#[derive(Clone, Copy)]
pub struct Works {
    /// Reads what the index says nothing of; see [`index::read`].
    pub read: fn(&dyn Shelf, &mut Listing, &[String]) -> Result<(), ShelfError>,
    /// Erases what was deleted long ago; see [`deleted::sweep`].
    pub sweep: fn(&dyn Shelf, Moment),
    /// Makes an engagement with an empty map and opens it.
    pub create: fn(LibraryActions),
    /// Opens a copy of the engagement that a text holds; `None` for a text that could not be fetched.
    pub open_copy: fn(LibraryActions, Option<String>),
    /// Takes files in.
    pub import: fn(LibraryActions, Vec<File>),
    /// Copies an engagement.
    pub duplicate: fn(LibraryActions, &str),
    /// Gives an engagement another title.
    pub rename: fn(LibraryActions, &str, String),
    /// Deletes an engagement, which is told by a name.
    pub delete: fn(LibraryActions, Stored, String),
    /// What can be deleted to make room for work that only this page has, in a sentence, with the name of what does it; `None`
    /// where there is nothing.
    pub freeing: fn(LibraryActions) -> Option<(String, &'static str)>,
    /// Deletes as much of that as it takes to save the work.
    pub free: fn(LibraryActions),
    /// Hands out everything as one file. Says whether the browser took it.
    pub back_up: fn(LibraryActions) -> bool,
}

/// Fetches them.
#[wasm_split(works, fallible)]
pub fn works() -> Result<Works, SplitLoaderError> {
    Ok(Works {
        read: index::read,
        sweep: deleted::sweep,
        create: LibraryActions::make,
        open_copy: LibraryActions::take_copy,
        import: LibraryActions::take_files,
        duplicate: LibraryActions::copy,
        rename: LibraryActions::retitle,
        delete: LibraryActions::remove,
        freeing: LibraryActions::room_to_make,
        free: LibraryActions::free_room,
        back_up: LibraryActions::hand_out_all,
    })
}

impl LibraryActions {
    fn make(self) {
        let engagement = engagement_of(JourneyDraft::blank(FIRST_STAGES));
        if let Some(id) = self.add(&engagement) {
            browser::go(&Route::Journey { engagement: id, journey: None }.hash());
        }
    }

    fn take_copy(self, fetched: Option<String>) {
        match fetched.and_then(|text| envelope::read(&text).ok()) {
            Some(Document { mut engagement, .. }) => {
                let title = engagement.head().title.clone();
                let titles = self.titles();
                if titles.contains(&title) {
                    apply(&mut engagement, Command::SetHead(HeadField::Title, self.copy_of(&title, &titles)));
                }
                if let Some(id) = self.add(&engagement) {
                    browser::go(&Route::Journey { engagement: id, journey: None }.hash());
                }
            }
            None => self.report(Trouble::NoExample),
        }
    }

    fn take_files(self, files: Vec<File>) {
        self.dismiss();
        self.session.end_toast();
        spawn_local(async move {
            for picked in files {
                let taken = self.take(&picked).await;
                if !self.view.is() {
                    return;
                }
                match taken {
                    Ok(Some(report)) if !report.is_complete() => {
                        let mut all = self.incomplete().unwrap_or_default();
                        all.add(report);
                        self.report(Trouble::Incomplete(all));
                    }
                    Ok(Some(report)) => self.notify_taken(&report, report_in_words(self.session, &report)),
                    Ok(None) => (),
                    Err(trouble) => self.report(trouble),
                }
                self.look_again();
            }
        });
    }

    /// Tells what came of a file; one project alone is a step away, and so is doing without it.
    fn notify_taken(self, report: &Report, said: String) {
        let [id] = &report.added[..] else { return self.session.notify(said) };
        let address = Route::Journey { engagement: id.clone(), journey: None }.hash();
        let id = id.clone();
        self.session.notify_made(said, address, move || self.delete(id.clone()));
    }

    /// Takes a file. `None` for a map, which tells of itself once it is taken.
    async fn take(self, picked: &File) -> Result<Option<Report>, Trouble> {
        let name = picked.name();
        let (words, lang) = (self.session.w(), self.session.lang());
        let bytes = file::bytes_of(picked, LARGEST_FILE).await.map_err(|error| error.text(words, &name));
        let bytes = bytes.map_err(Trouble::Unusable)?;
        let source = sheets::source(self.session, name.clone(), bytes, Some(Kind::Map)).await;
        let source = source.map_err(Trouble::Unusable)?;
        let importer = incoming::importer().await.map_err(|_| Trouble::Unusable(words.part_missing.into()))?;
        match (importer.found)(source, lang).map_err(Trouble::Unusable)? {
            Content::Copy(text) => {
                let parts = backup::read(&text).map_err(|error| Trouble::File(name, error))?;
                self.take_parts(&parts).await.map(Some).map_err(|_| Trouble::Silent)
            }
            Content::Map(offered, reading) => {
                let take = move |draft, said: String| {
                    if self.view.is() {
                        self.take_map(draft, &said);
                    }
                };
                (importer.take_map)(self.session, offered, *reading, Arc::new(take));
                Ok(None)
            }
        }
    }

    /// Takes the parts of a copy, in slices that nobody has to wait for.
    async fn take_parts(self, parts: &[SavedText]) -> Result<Report, ShelfError> {
        let shelf = self.shelf();
        let mut import = Import::new(&*shelf, parts, browser::now())?;
        let mut begun = browser::steady_ms();
        while import.step(&mut browser::new_id)? {
            if browser::steady_ms() - begun > SLICE {
                sleep(Duration::ZERO).await;
                begun = browser::steady_ms();
            }
        }
        Ok(import.into_report())
    }

    /// Takes a map as an engagement of its own.
    fn take_map(self, draft: JourneyDraft, said: &str) {
        if let Some(id) = self.add(&engagement_of(draft)) {
            let report = Report { added: vec![id], ..Report::default() };
            self.notify_taken(&report, format!("{} {said}", report_in_words(self.session, &report)));
        }
        self.look_again();
    }

    /// Puts an engagement on the shelf under a new id.
    fn add(self, engagement: &Engagement) -> Option<String> {
        let id = browser::new_id();
        match storage::add(&*self.shelf(), &id, engagement, &self.session.writer(), browser::now()) {
            Ok(_) => {
                let mut waiting = self.waiting();
                if !waiting.is_empty() {
                    waiting.found_room(engagement);
                    self.wait(waiting);
                }
                Some(id)
            }
            Err(_) => {
                let mut waiting = self.waiting();
                waiting.wait(engagement);
                self.wait(waiting);
                self.report(Trouble::NoRoom);
                None
            }
        }
    }

    /// What waits for room; until [`LibraryActions::wait`] nothing does.
    fn waiting(self) -> WaitingForRoom {
        let waiting = self.turned_away.try_update_value(Option::take).flatten();
        waiting.and_then(|waiting| waiting.downcast().ok()).map(|waiting| *waiting).unwrap_or_default()
    }

    /// So much waits for room. Once nothing does, nobody is told that something found none.
    fn wait(self, waiting: WaitingForRoom) {
        if waiting.is_empty() {
            self.overcome(|trouble| *trouble == Trouble::NoRoom);
        }
        let waiting = (!waiting.is_empty()).then(|| Box::new(waiting) as Box<dyn Any>);
        self.turned_away.set_value(waiting);
    }

    fn copy(self, id: &str) {
        let words = self.session.w();
        let Ok(document) = storage::open(&*self.shelf(), id) else {
            self.look_again();
            return;
        };
        if document.newer.is_some() {
            match storage::copy(&*self.shelf(), id, &browser::new_id(), browser::now()) {
                Ok(()) => self.session.notify(words.saving_words.copied_newer),
                Err(_) => self.report(Trouble::NoRoom),
            }
        } else {
            let mut engagement = document.engagement;
            let title = self.copy_of(title_or(&engagement.head().title, words.untitled_engagement), &self.titles());
            apply(&mut engagement, Command::SetHead(HeadField::Title, title));
            self.add(&engagement);
        }
        self.look_again();
    }

    /// What a copy of an engagement is called beside the `titles` there are.
    fn copy_of(self, title: &str, titles: &BTreeSet<String>) -> String {
        copy_of(title, self.session.w().copy, |name| titles.contains(name))
    }

    /// The titles on the shelf: whoever asked for a copy may have left the library, and its list with it.
    fn titles(self) -> BTreeSet<String> {
        let found = index::look(&*self.shelf()).map(|(listing, _)| listing.found).unwrap_or_default();
        found.into_iter().map(|found| found.entry.summary.title).collect()
    }

    fn retitle(self, id: &str, title: String) {
        // What waits is seen once the field is opened again.
        self.session.keep_draft(id, TITLE, &title);
        match self.take_title(id) {
            Ok(true) => (),
            Ok(false) => self.report(Trouble::NotRenamed(id.to_owned())),
            Err(Refusal::ReadOnly) => self.session.notify(self.session.w().saving_words.newer_is_kept),
            Err(refusal) => self.session.notify_refusal(refusal),
        }
        self.look_again();
    }

    /// Gives an engagement the title that waits for it. Says whether there was room; where there was none it waits on.
    fn take_title(self, id: &str) -> Result<bool, Refusal> {
        let (session, shelf) = (self.session, self.shelf());
        let title = session.draft_now(id, TITLE);
        let named = match Replica::open(&*shelf, id, &session.writer(), |_| false) {
            Ok(mut replica) => replica
                .store
                .dispatch(Command::SetHead(HeadField::Title, title), browser::steady_ms())
                .map(|_| replica.save_unattended(&*shelf, browser::now()).is_ok()),
            // Another tab deleted it.
            Err(_) => Ok(true),
        };
        if named != Ok(false) {
            session.keep_draft(id, TITLE, "");
            self.overcome(|trouble| matches!(trouble, Trouble::NotRenamed(of) if of == id));
        }
        named
    }

    fn remove(self, Stored { id, entry }: Stored, title: String) {
        let lw = LibraryWords::of(self.session.lang());
        if deleted::delete(&*self.shelf(), &id, browser::now()).is_ok() {
            let back = id.clone();
            self.session.notify_undoable((lw.deleted)(&title), None, move || self.restore(&back));
            self.look_again();
        } else {
            self.delete_after_toast(id, entry.digest, title);
        }
    }

    /// Where the storage has no room even for a mark, what is deleted goes once the toast that offers it back has gone. Until
    /// then its text stays where it is, so that taking it back needs no room and cannot fail.
    fn delete_after_toast(self, id: String, digest: Digest, title: String) {
        let words = self.session.w();
        let lw = LibraryWords::of(self.session.lang());
        self.session.set_pending(&id, true);
        self.look_again();
        let session = self.session;
        let back = id.clone();
        let take_back = move || {
            session.set_pending(&back, false);
            self.look_again();
        };
        let told = (lw.deleted)(&title);
        let finish = move || {
            session.set_pending(&id, false);
            let shelf = session.shelf();
            // Work that another tab has saved meanwhile is not what was deleted.
            if deleted::erase_state(&*shelf, &id, digest) {
                session.drop_drafts(&id);
            } else {
                session.notify((words.saving_words.delete_again)(&title));
            }
            self.look_again();
        };
        self.session.notify_pending(told, take_back, finish);
    }

    fn room_to_make(self) -> Option<(String, &'static str)> {
        let (lang, words) = (self.session.lang(), FreeingWords::of(self.session.lang()));
        let usage = usage::usage(&*self.shelf()).ok()?;
        words.offer(lang, &usage).map(|said| (said, words.free))
    }

    fn free_room(self) {
        if !self.view.is() {
            return;
        }
        let (session, shelf) = (self.session, self.shelf());
        let mut waiting = self.waiting();
        let mut unnamed = self.trouble.with_untracked(|trouble| match trouble {
            Some(Trouble::NotRenamed(id)) => Some(id.clone()),
            _ => None,
        });
        let mut incomplete = self.incomplete();
        let mut save = || {
            session.save_unsaved();
            unnamed.take_if(|id| self.take_title(id) != Ok(false));
            let is_added = waiting.try_again(|engagement| {
                let id = browser::new_id();
                storage::add(&*shelf, &id, engagement, &session.writer(), browser::now()).is_ok()
            });
            let is_taken = incomplete.as_mut().is_none_or(|report| {
                report.try_again(|parts| import::take(&*shelf, parts, browser::now(), browser::new_id))
            });
            is_added && is_taken && unnamed.is_none() && session.unsaved.with_untracked(Vec::is_empty)
        };
        let freed = freeing::free(&*shelf, &mut save);
        // Another tab may have removed the last of it.
        let is_saved = save();
        if freed != Freed::default() {
            session.notify(FreeingWords::of(session.lang()).freed(session.lang(), &freed, is_saved));
        }
        self.wait(waiting);
        if let Some(report) = incomplete {
            self.trouble.set((!report.is_complete()).then_some(Trouble::Incomplete(report)));
        }
        self.look_again();
    }

    /// What became of a copy for which there was not room enough.
    fn incomplete(self) -> Option<Report> {
        self.trouble.with_untracked(|trouble| match trouble {
            Some(Trouble::Incomplete(report)) => Some(report.clone()),
            _ => None,
        })
    }

    fn hand_out_all(self) -> bool {
        let text = backup::write_with(&*self.shelf(), &self.session.unsaved_texts()).ok();
        let name = LibraryWords::of(self.session.lang()).backup_file;
        text.is_some_and(|text| file::download(name, "application/json", &text).is_ok())
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
