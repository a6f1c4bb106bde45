//! What belongs to the person and this page, and not to any engagement: never saved with it, never undone.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser::{self, shelf};
use super::csv::Refused;
use super::desk::Kept;
use crate::i18n::{Lang, Words};
use crate::storage::envelope::Document;
use crate::storage::{MemoryShelf, Shelf};

/// The session. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language of the interface.
    pub lang: RwSignal<Lang>,
    /// The chosen theme; `None` follows the system.
    theme: RwSignal<Option<Theme>>,
    system_dark: ReadSignal<bool>,
    /// Whether one stage at a time fits the screen.
    pub narrow: ReadSignal<bool>,
    /// What was just done, shown for some seconds.
    pub toast: RwSignal<Option<Toast>>,
    /// Counts the changes of the open engagement.
    edits: StoredValue<Option<Callback<(), u64>>>,
    /// What is told once the address has changed.
    on_arrival: StoredValue<Option<Toast>>,
    /// Whether the list of shortcuts is open.
    pub help: RwSignal<bool>,
    /// The CSV file that could not be taken last.
    pub refused: RwSignal<Refused>,
    /// Whether its rows are shown.
    pub refusing: RwSignal<bool>,
    shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    /// Engagements that were left while the storage had no room for them.
    pub unsaved: RwSignal<Vec<Unsaved>>,
    /// Whether what is saved outlasts the page.
    pub lasting: bool,
}

/// An engagement that only this page has: the storage did not take it when it was left.
#[derive(Clone)]
pub struct Unsaved {
    /// Its id.
    pub id: String,
    /// As it is, with the stamp of what was saved last.
    pub document: Document,
    /// What was done on it.
    pub kept: Kept,
}

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// A sentence about what was just done, with a way back.
#[derive(Clone)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Takes it back, where that is possible. It outlives the menu or the button that the toast came from.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
    /// After how many changes of the open engagement it was told: past the next one it would take back another step.
    pub after: Option<u64>,
}

impl Session {
    /// The session of this page, with the choices kept in this browser.
    pub fn new() -> Self {
        let browser_shelf = shelf::BrowserShelf::open();
        let lasting = browser_shelf.is_some();
        let shelf: Rc<dyn Shelf> = match browser_shelf {
            Some(shelf) => Rc::new(shelf),
            None => Rc::new(MemoryShelf::default()),
        };
        let lang = shelf::choice("language").unwrap_or_else(|| Lang::guess(&browser::languages()));
        let session = Session {
            lang: RwSignal::new(lang),
            theme: RwSignal::new(shelf::choice("theme")),
            system_dark: browser::media("(prefers-color-scheme: dark)"),
            narrow: browser::media("(max-width: 767px)"),
            toast: RwSignal::new(None),
            edits: StoredValue::new(None),
            on_arrival: StoredValue::new(None),
            help: RwSignal::new(false),
            refused: RwSignal::new(Refused::default()),
            refusing: RwSignal::new(false),
            shelf: StoredValue::new_local(shelf),
            unsaved: RwSignal::new(Vec::new()),
            lasting,
        };
        Effect::new(move |_| {
            let theme = session.theme.get().map(|theme| match theme {
                Theme::Light => "light",
                Theme::Dark => "dark",
            });
            let lang = session.lang.get();
            browser::dress_page(lang.code(), lang.words().page_title, theme);
        });
        session
    }

    /// The language, read once: a view is built for one language, and built anew when that changes.
    pub fn lang(self) -> Lang {
        self.lang.get_untracked()
    }

    /// The words of the language, read once.
    pub fn w(self) -> &'static Words {
        self.lang().words()
    }

    /// Where engagements lie.
    pub fn shelf(self) -> Rc<dyn Shelf> {
        self.shelf.get_value()
    }

    /// Takes the toast back with the change after the one that it tells of. For as long as the running view lives.
    pub fn heed_edits(self, count: impl Fn() -> u64 + Copy + Send + Sync + 'static) {
        self.edits.set_value(Some(Callback::new(move |()| untrack(count))));
        Effect::new(move |_| {
            let now = count();
            if self
                .toast
                .with_untracked(|toast| toast.as_ref().and_then(|toast| toast.after))
                .is_some_and(|after| after != now)
            {
                self.toast.set(None);
            }
        });
        on_cleanup(move || self.edits.set_value(None));
    }

    /// Takes an engagement that could not be saved out of memory, to go on with it.
    pub fn take_unsaved(self, id: &str) -> Option<Unsaved> {
        let mut found = None;
        self.unsaved.update(|all| {
            found = all.iter().position(|one| one.id == id).map(|at| all.remove(at));
        });
        found
    }

    /// Switches to the other language and keeps the choice.
    pub fn switch_language(self) {
        let lang = self.lang.get_untracked().other();
        self.lang.set(lang);
        shelf::keep_choice("language", lang);
    }

    /// Whether the page is dark, by choice or by the system.
    pub fn is_dark(self) -> bool {
        self.theme.get().map_or_else(|| self.system_dark.get(), |theme| theme == Theme::Dark)
    }

    /// Switches to the other theme and keeps the choice.
    pub fn switch_theme(self) {
        let theme = if untrack(|| self.is_dark()) { Theme::Light } else { Theme::Dark };
        self.theme.set(Some(theme));
        shelf::keep_choice("theme", theme);
    }

    /// Tells what was done, without a way back.
    pub fn tell(self, text: impl Into<String>) {
        self.toast.set(Some(Toast { text: text.into(), undo: None, after: None }));
    }

    /// Shows the rows of a CSV file that cannot be taken.
    pub fn refuse(self, refused: Refused) {
        self.refused.set(refused);
        self.refusing.set(true);
    }

    /// Tells what was done, with a way back.
    pub fn tell_undoable(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let after = self.edits.get_value().map(|count| count.run(()));
        self.toast.set(Some(Toast { text: text.into(), undo: Some(Arc::new(undo)), after }));
    }

    /// As [`Session::tell_undoable`], but where the address leads that the page is going to.
    pub fn tell_there(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.on_arrival.set_value(Some(Toast { text: text.into(), undo: Some(Arc::new(undo)), after: None }));
    }

    /// What was told of the place before is over.
    pub fn arrive(self) {
        let told = self.on_arrival.try_update_value(Option::take).flatten();
        self.toast.set(told);
    }
}

/// The session of this page.
pub fn use_session() -> Session {
    expect_context()
}

/// The words in which the view is built.
pub fn use_words() -> &'static Words {
    use_session().w()
}
