//! What the library does: it makes, takes in, copies, renames and deletes engagements on the shelf.

mod works;

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::arrange::Arrange;
use crate::i18n::figures;
use crate::i18n::speech::title_or;
use crate::insight::among::{holds, told_apart};
use crate::model::day::Moment;
use crate::storage::envelope::ReadError;
use crate::storage::ids::moment_of;
use crate::storage::import::Report;
use crate::storage::no_room::NoRoom;
use crate::storage::{self, Listing, Shelf, Stored, deleted, index, usage};
use crate::ui::alive::Alive;
use crate::ui::browser::file;
use crate::ui::browser::{self, shelf};
use crate::ui::parts::{Coming, Menus};
use crate::ui::samples;
use crate::ui::session::Session;
use works::Works;

/// Under which name a title waits that found no room in the storage.
pub const TITLE: &str = "title";

/// Under which name it is kept when a copy of all was downloaded last.
const BACKED_UP: &str = "backed-up";

/// The library's doings. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct LibraryActions {
    pub(super) session: Session,
    /// What lies on the shelf.
    pub listing: RwSignal<Listing>,
    /// Whether some of it is still to be read.
    pub reading: RwSignal<bool>,
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
    /// When a copy of all was downloaded last.
    pub backed_up: RwSignal<Option<Moment>>,
    pub(super) view: Alive,
    /// The last time that what only this page has found no room; nothing changes it here.
    no_room: StoredValue<Option<NoRoom>>,
    /// The engagements for which there was no room when they were added: what they are only those know who open engagements.
    pub(super) turned_away: StoredValue<Option<Box<dyn Any>>, LocalStorage>,
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
    /// There was no room for a new title; of which engagement.
    NotRenamed(String),
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
        matches!(self, Trouble::NoRoom | Trouble::Incomplete(_) | Trouble::NotRenamed(_))
    }

    /// The trouble in words, with what to do.
    pub fn text(&self, session: Session) -> String {
        let words = session.w();
        match self {
            Trouble::File(name, error) => words.read_error(name, error),
            Trouble::Unusable(why) => why.clone(),
            Trouble::NoRoom => words.no_room.into(),
            Trouble::Incomplete(report) => (words.saving_words.report)(report, browser::local_day),
            Trouble::NotRenamed(_) => words.saving_words.not_renamed.into(),
            Trouble::Silent => session.storage_silent().into(),
            Trouble::NoExample => words.no_example.into(),
            Trouble::NoDownload => words.download_failed.into(),
        }
    }
}

impl LibraryActions {
    /// The library of the session's shelf.
    pub fn new(session: Session) -> Self {
        let actions = LibraryActions {
            session,
            listing: RwSignal::new(Listing::default()),
            reading: RwSignal::new(false),
            failed: RwSignal::new(false),
            trouble: RwSignal::new(None),
            menus: Menus::new(),
            words: RwSignal::new(String::new()),
            by_name: RwSignal::new(false),
            backed_up: RwSignal::new(shelf::choice(BACKED_UP)),
            view: Alive::here(),
            no_room: StoredValue::new(None),
            turned_away: StoredValue::new_local(None),
        };
        actions.look();
        actions
    }

    pub(super) fn shelf(self) -> Rc<dyn Shelf> {
        self.session.shelf()
    }

    /// Looks at the shelf again. What is deleted and can still be taken back is not shown.
    pub fn look(self) {
        let Ok((mut listing, unread)) = index::look(&*self.shelf()) else {
            self.failed.set(true);
            return;
        };
        self.failed.set(false);
        let works = WORKS.get();
        self.reading.set(!unread.is_empty() && works.is_none());
        match works {
            _ if unread.is_empty() => (),
            Some(works) if (works.read)(&*self.shelf(), &mut listing, &unread).is_err() => self.failed.set(true),
            Some(_) => (),
            None => self.work(move |_| self.look_again()),
        }
        let pending = self.session.pending();
        listing.found.retain(|found| !pending.contains(&found.id));
        self.listing.set(listing);
    }

    /// An engagement of the listing.
    pub fn found(self, id: &str) -> Option<Stored> {
        self.listing.with(|listing| listing.found.iter().find(|found| found.id == id).cloned())
    }

    /// What an engagement is called here: by its title, and where others have the same one, deleted ones among them, also by
    /// when it was added, which stays its own.
    pub fn name(self, id: &str) -> String {
        let (lang, words) = (self.session.lang(), self.session.w());
        let today = browser::local_day(browser::now());
        let marks = |id: &str| {
            let moment = moment_of(id).map(|moment| Moment(moment as _));
            let day = |moment| figures::day_from(lang, browser::local_day(moment), today);
            let at = |time: fn(Moment) -> String| moment.map(|moment| format!("{}, {}", day(moment), time(moment)));
            [at(browser::local_time), at(browser::local_second)].into_iter().flatten().collect()
        };
        self.listing.with(|listing| {
            let mut all: Vec<&Stored> =
                listing.found.iter().chain(listing.deleted.iter().map(|(found, _)| found)).collect();
            all.arrange_by(|one, other| one.id.cmp(&other.id));
            let titles: Vec<&str> = all.iter().map(|found| found.entry.summary.title.as_str()).collect();
            let Some(at) = all.iter().position(|found| found.id == id) else { return String::new() };
            let title = title_or(titles[at], words.untitled_engagement);
            match told_apart(&titles, at, |at| marks(&all[at].id)) {
                None => title.to_owned(),
                Some(mark) => format!("{title} ({mark})"),
            }
        })
    }

    /// The ids of what is shown: all that the words find, by name or by when it was saved last.
    pub fn shown(self) -> Vec<String> {
        let (words, by_name) = (self.words.get(), self.by_name.get());
        self.listing.with(|listing| {
            let is_looked_for = |found: &&Stored| holds(&words, &found.entry.summary.title, &found.entry.summary.about);
            let mut found: Vec<&Stored> = listing.found.iter().filter(is_looked_for).collect();
            if by_name {
                found.arrange_by_key(|found| found.entry.summary.title.to_lowercase());
            }
            found.into_iter().map(|found| found.id.clone()).collect()
        })
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
        self.session.drop_drafts(id);
        self.look();
    }

    /// Hands out an engagement as a file.
    pub fn download(self, id: &str) {
        let title = untrack(|| self.found(id)).map(|found| found.entry.summary.title);
        let name = self.session.w().file_name(&title.unwrap_or_default(), "orbita.json");
        let is_unsaved = self.session.unsaved.with_untracked(|all| all.iter().any(|one| one.id() == id));
        if is_unsaved { self.download_unsaved(id) } else { self.hand_out(&storage::key(id), &name) }
    }

    /// Saves what the storage did not take before, should it have room by now.
    pub fn save_unsaved(self) {
        let has_work = || self.session.unsaved.with_untracked(|all| !all.is_empty());
        let may_fit = |failed: NoRoom| failed.is_over(failed.size, usage::total(&*self.shelf()), browser::steady_ms());
        if !has_work() || !self.no_room.get_value().is_none_or(may_fit) {
            return;
        }
        if self.session.save_unsaved() {
            self.look();
        }
        let failed = || NoRoom { size: 0, used: usage::total(&*self.shelf()), at: browser::steady_ms() };
        self.no_room.set_value(has_work().then(failed));
    }

    /// What can be deleted to make room for what the storage did not take: a sentence, and the name of what does it. `None`
    /// where there is nothing, or what would delete it has not come yet. Wakes when that comes, and when something was deleted.
    pub fn freeing(self) -> Option<(String, &'static str)> {
        HAVE_COME.with(|come| come.track());
        self.listing.track();
        WORKS.get().and_then(|works| (works.freeing)(self))
    }

    /// The same where something waits for room: what was to be added, or a new title.
    pub fn freeing_for(self, trouble: &Trouble) -> Option<(String, &'static str)> {
        let waits = match trouble {
            Trouble::NoRoom => self.turned_away.with_value(Option::is_some),
            Trouble::Incomplete(report) => !report.waiting.is_empty(),
            Trouble::NotRenamed(_) => true,
            _ => false,
        };
        waits.then(|| self.freeing()).flatten()
    }

    /// Deletes as much of that as it takes.
    pub fn make_room(self) {
        self.work(move |works| (works.free)(self));
    }

    /// Hands out a text that could not be read.
    pub fn download_aside(self, key: &str) {
        self.hand_out(key, "orbita-aside.json");
    }

    /// Hands out an engagement that only this page has.
    pub fn download_unsaved(self, id: &str) {
        let key = storage::key(id);
        let text = self.session.unsaved_texts().into_iter().find(|(unsaved, _)| *unsaved == key).map(|(_, text)| text);
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

    /// Makes an engagement with an empty map and opens it.
    pub fn create(self) {
        self.work(move |works| {
            if self.view.is() {
                (works.create)(self);
            }
        });
    }

    /// Fetches the example of the language and opens a copy of it.
    pub fn example(self) {
        let lang = self.session.lang();
        spawn_local(async move { self.open_copy(samples::example(lang).await) });
    }

    /// Fetches a template in the language and opens a copy of it.
    pub fn template(self, name: &'static str) {
        let lang = self.session.lang();
        spawn_local(async move { self.open_copy(samples::template(lang, name).await) });
    }

    fn open_copy(self, fetched: Option<String>) {
        self.work(move |works| {
            // Whoever asked may have gone elsewhere.
            if self.view.is() {
                (works.open_copy)(self, fetched);
            }
        });
    }

    /// Takes files in: each becomes an engagement of its own, none replaces another.
    pub fn import(self, files: Vec<File>) {
        self.work(move |works| {
            if self.view.is() {
                (works.import)(self, files);
            }
        });
    }

    /// Copies an engagement. What a newer Orbita wrote is copied letter for letter.
    pub fn duplicate(self, id: String) {
        self.work(move |works| (works.duplicate)(self, &id));
    }

    /// Gives an engagement another title. Other tabs that have it open see it there.
    pub fn rename(self, id: String, title: String) {
        self.work(move |works| (works.rename)(self, &id, title));
    }

    /// Deletes an engagement: it can be brought back for a month, and by the toast or Ctrl+Z at once.
    pub fn delete(self, id: String) {
        if let Some(found) = untrack(|| self.found(&id)) {
            // As its tile is called while it is there: without it others may be called otherwise.
            let name = untrack(|| self.name(&id));
            self.work(move |works| (works.delete)(self, found, name));
        }
    }

    /// Hands out everything as one file, and notes the day.
    pub fn back_up(self) {
        self.work(move |works| {
            if (works.back_up)(self) {
                let now = browser::now();
                shelf::keep_choice(BACKED_UP, now);
                _ = self.backed_up.try_set(Some(now));
            } else {
                self.report(Trouble::NoDownload);
            }
        });
    }

    /// Does something with what opens engagements, at once when that has come already.
    fn work(self, act: impl FnOnce(Works) + 'static) {
        if let Some(works) = WORKS.get() {
            act(works);
            return;
        }
        let missing = self.session.w().part_missing;
        spawn_local(async move {
            let coming = Coming::said(self.session);
            let works = prepare(self.session).await;
            drop(coming);
            match works {
                Some(works) => act(works),
                None => self.report(Trouble::Unusable(missing.into())),
            }
        });
    }

    /// Says what went wrong, while the library is there to say it.
    pub(super) fn report(self, trouble: Trouble) {
        if self.view.is() {
            self.trouble.set(Some(trouble));
        }
    }

    /// Nobody need be told any more of what went wrong, where it is this.
    pub(super) fn overcome(self, is_it: impl Fn(&Trouble) -> bool) {
        if self.view.is() {
            self.trouble.maybe_update(|trouble| trouble.take_if(|trouble| is_it(trouble)).is_some());
        }
    }

    /// Nobody need be told of what went wrong any more, and what found no room does not wait for it.
    pub fn dismiss(self) {
        self.trouble.set(None);
        self.turned_away.set_value(None);
    }

    /// Looks again, while the library is there.
    pub(super) fn look_again(self) {
        if self.view.is() {
            self.look();
        }
    }
}

thread_local! {
    /// What opens engagements, once it has come.
    static WORKS: Cell<Option<Works>> = const { Cell::new(None) };
    /// Wakes whoever can do more once it has.
    static HAVE_COME: ArcTrigger = ArcTrigger::new();
}

/// Fetches what opens engagements, and erases what was deleted long ago. `None` when it does not come.
pub async fn prepare(session: Session) -> Option<Works> {
    let works = works::works().await.ok()?;
    if WORKS.replace(Some(works)).is_none() {
        (works.sweep)(&*session.shelf(), browser::now());
        HAVE_COME.with(|come| come.notify());
    }
    Some(works)
}
