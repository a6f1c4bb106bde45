//! What the library does: it makes, takes in, copies, renames and deletes engagements on the shelf.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::edit::draft::JourneyDraft;
use crate::edit::{Command, HeadField, plan};
use crate::i18n::Words;
use crate::model::Engagement;
use crate::route::Route;
use crate::storage::backup::{self, LARGEST_FILE};
use crate::storage::envelope::{self, ReadError};
use crate::storage::{self, Found, Listing, SaveError, Shelf, extra};
use crate::ui::beside;
use crate::ui::browser::file::{self, FileError};
use crate::ui::browser::{self, shelf};
use crate::ui::csv;
use crate::ui::engagement::FIRST_STAGES;
use crate::ui::parts::OpenMenu;
use crate::ui::session::{Session, Unsaved};

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
    pub menu: RwSignal<Option<OpenMenu>>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A file is none of ours: its name and why.
    File(String, ReadError),
    /// A file gave no text: its name and why.
    NoText(String, FileError),
    /// There is no room for one more engagement.
    NoRoom,
    /// The example could not be fetched.
    NoExample,
    /// A download failed.
    NoDownload,
}

impl Trouble {
    /// The trouble in words, with what to do.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Trouble::File(name, error) => words.read_error(name, error),
            Trouble::NoText(name, error) => error.text(words, name),
            Trouble::NoRoom => words.no_room.into(),
            Trouble::NoExample => words.no_example.into(),
            Trouble::NoDownload => words.download_failed.into(),
        }
    }
}

impl Stock {
    /// The library of the session's shelf.
    pub fn new(session: Session) -> Self {
        let stock = Stock {
            session,
            listing: RwSignal::new(Listing::default()),
            failed: RwSignal::new(false),
            trouble: RwSignal::new(None),
            menu: RwSignal::new(None),
        };
        stock.look();
        stock
    }

    fn shelf(self) -> Rc<dyn Shelf> {
        self.session.shelf()
    }

    /// Looks at the shelf again.
    pub fn look(self) {
        match storage::list(&*self.shelf()) {
            Ok(listing) => self.listing.set(listing),
            Err(_) => self.failed.set(true),
        }
    }

    /// An engagement of the listing.
    pub fn found(self, id: &str) -> Option<Found> {
        self.listing.with(|listing| listing.found.iter().find(|found| found.id == id).cloned())
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
        spawn_local(async move {
            let mut added = 0;
            for picked in files {
                match self.read(&picked).await {
                    Ok(engagements) => {
                        let count = engagements.len();
                        let taken = engagements.iter().map_while(|engagement| self.add(engagement)).count();
                        added += taken;
                        if taken < count {
                            break;
                        }
                    }
                    Err(trouble) => self.trouble.set(Some(trouble)),
                }
            }
            self.look();
            if added > 0 {
                self.session.tell((self.session.w().imported)(added));
            }
        });
    }

    async fn read(self, picked: &File) -> Result<Vec<Engagement>, Trouble> {
        let name = picked.name();
        let text = file::text_of(picked, LARGEST_FILE).await;
        let text = text.map_err(|error| Trouble::NoText(name.clone(), error))?;
        if csv::is_csv(&name) {
            let draft = csv::draft(&name, &text).map_err(|refused| self.session.refuse(refused));
            return Ok(draft.into_iter().map(engagement_of).collect());
        }
        let documents = backup::read(&text).map_err(|error| Trouble::File(name.clone(), error))?;
        // What a newer Orbita wrote may hold more than this one can see: taking it in would drop that.
        if let Some(version) = documents.iter().find_map(|document| document.newer) {
            return Err(Trouble::File(name, ReadError::Newer(version)));
        }
        Ok(documents.into_iter().map(|document| document.engagement).collect())
    }

    /// Puts an engagement on the shelf under a new id.
    fn add(self, engagement: &Engagement) -> Option<String> {
        let id = browser::random_id();
        match storage::save(&*self.shelf(), &id, engagement, None, &browser::random_id(), browser::now()) {
            Ok(_) => Some(id),
            Err(SaveError::NotKept(_) | SaveError::Conflict) => {
                self.trouble.set(Some(Trouble::NoRoom));
                None
            }
        }
    }

    /// Copies an engagement.
    pub fn duplicate(self, id: &str) {
        let words = self.session.w();
        let Some(Found { document, .. }) = untrack(|| self.found(id)) else { return };
        let mut engagement = document.engagement;
        let title = (words.copy_of)(words.title_or(&engagement.head().title, words.untitled_engagement));
        apply(&mut engagement, Command::SetHead(HeadField::Title, title));
        self.add(&engagement);
        self.look();
    }

    /// Gives an engagement another title.
    pub fn rename(self, id: &str, title: String) {
        let Some(Found { document, .. }) = untrack(|| self.found(id)) else { return };
        let mut engagement = document.engagement;
        let Ok(plan) = plan(&engagement, Command::SetHead(HeadField::Title, title)) else { return };
        engagement.swap(plan.change);
        let saved = storage::save(
            &*self.shelf(),
            id,
            &engagement,
            Some(&document.stamp),
            &browser::random_id(),
            browser::now(),
        );
        if saved.is_err() {
            self.trouble.set(Some(Trouble::NoRoom));
        }
        self.look();
    }

    /// Deletes an engagement with all that belongs to it; the toast brings it back.
    pub fn delete(self, id: String) {
        let shelf = self.shelf();
        let (Ok(all), Some(found)) = (extra::belongings(&*shelf, &id), untrack(|| self.found(&id))) else { return };
        if all.iter().any(|(key, _)| shelf.remove(key).is_err()) {
            self.failed.set(true);
            return;
        }
        self.look();
        let words = self.session.w();
        let title = found.document.engagement.head().title.clone();
        self.session.tell_undoable((words.deleted)(words.title_or(&title, words.untitled_engagement)), move || {
            let shelf = self.shelf();
            if all.iter().any(|(key, text)| shelf.write(key, text).is_err()) {
                self.trouble.set(Some(Trouble::NoRoom));
            }
            self.look();
        });
    }

    /// Hands out an engagement as a file.
    pub fn download(self, id: &str) {
        let title = untrack(|| self.found(id)).map(|found| found.document.engagement.head().title.clone());
        let name = self.session.w().file_name(&title.unwrap_or_default(), "orbita.json");
        self.hand_out(&storage::key(id), &name);
    }

    /// Hands out a text that could not be read.
    pub fn download_aside(self, key: &str) {
        self.hand_out(key, "orbita-aside.json");
    }

    /// Hands out an engagement that only this page has.
    pub fn download_unsaved(self, unsaved: &Unsaved) {
        let text = envelope::write(&unsaved.document.engagement, &unsaved.document.stamp);
        if file::download("orbita.json", "application/json", &text).is_err() {
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

    /// Hands out all engagements as one file, and notes the day.
    pub fn back_up(self) -> bool {
        let shelf = self.shelf();
        let ids = self
            .listing
            .with_untracked(|listing| listing.found.iter().map(|found| found.id.clone()).collect::<Vec<_>>());
        let texts: Vec<String> = ids.iter().filter_map(|id| shelf.read(&storage::key(id)).ok().flatten()).collect();
        let text = backup::write(texts.iter().map(String::as_str));
        let handed = file::download(self.session.w().backup_file, "application/json", &text).is_ok();
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
