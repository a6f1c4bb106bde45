//! What belongs to the person and this page, and not to any engagement: never saved with it, never undone.

mod at_risk;
mod choices;
mod copies;
mod drafts;
mod dropping;
mod incoming;
mod keys_here;
mod notices;

use std::rc::Rc;

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

pub use incoming::{Incoming, Otherwise, Queue, Take};
pub use notices::Toast;

use super::browser::{self, shelf};
use super::hosted::Hosted;
use super::offers::Offers;
use super::over::Over;
use super::unsaved::Unsaved;
use crate::i18n::speech::title_or;
use crate::i18n::travel::TravelWords;
use crate::i18n::{Lang, Words};
use crate::storage::Shelf;
use drafts::PageDrafts;
use dropping::Dropping;
use keys_here::KeysHere;

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
    /// What is told once the address has changed.
    on_arrival: StoredValue<Option<Toast>>,
    /// What the command palette offers.
    pub offers: Offers,
    /// What lies over the page.
    pub over: Over,
    /// Whether the list of shortcuts is open.
    pub help: RwSignal<bool>,
    /// The keys of what is on the screen, which that list begins with.
    pub keys_here: KeysHere,
    /// The maps that wait for somebody to look at them before they are taken.
    pub incoming: RwSignal<Queue>,
    /// Whether the first of them is looked at.
    pub looking: RwSignal<bool>,
    /// Who takes files that are dropped.
    pub dropping: Dropping,
    shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    /// Engagements that were left while the storage did not take them: only this page has them.
    pub unsaved: RwSignal<Vec<Box<dyn Unsaved>>, LocalStorage>,
    /// What is typed into fields that belong to no engagement yet, by the engagement and the name of the field.
    drafts: PageDrafts,
    /// The engagements that are deleted as soon as their toast has gone.
    pending: StoredValue<Vec<String>>,
    /// What the page was hosted with.
    hosted: StoredValue<Hosted>,
    /// Whether something is only looked at: no choice is stored then.
    previews: StoredValue<bool>,
    /// Names this page among the tabs.
    writer: StoredValue<String>,
    /// Whether what is saved outlasts the page.
    pub lasting: bool,
    /// How many parts of the app come that somebody waits for.
    pub coming: RwSignal<u32>,
    /// What the page is called: the open screen and its project; empty in the library.
    pub page: RwSignal<String>,
    /// Whether somebody has begun, or has had the time to look.
    pub is_begun: RwSignal<bool>,
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

impl Session {
    /// The session of this page, with the choices kept in this browser.
    pub fn new() -> Self {
        let browser_shelf = shelf::BrowserShelf::open();
        let lasting = browser_shelf.is_some();
        let shelf: Rc<dyn Shelf> = match browser_shelf {
            Some(shelf) => {
                // Left by a page that went while it tried out the space.
                _ = shelf.remove(shelf::PROBE);
                Rc::new(shelf)
            }
            None => Rc::new(shelf::PageShelf),
        };
        let hosted = Hosted::of_this_page();
        let lang = shelf::choice("language").or(hosted.lang()).unwrap_or_else(|| Lang::guess(&browser::languages()));
        let drafts = PageDrafts::kept(&*shelf);
        let session = Session {
            lang: RwSignal::new(lang),
            theme: RwSignal::new(shelf::choice("theme")),
            system_dark: browser::media("(prefers-color-scheme: dark)"),
            narrow: browser::media("(max-width: 767px)"),
            toast: RwSignal::new(None),
            on_arrival: StoredValue::new(None),
            offers: Offers::new(),
            over: Over::new(),
            help: RwSignal::new(false),
            keys_here: KeysHere::new(),
            incoming: RwSignal::new(Queue::default()),
            looking: RwSignal::new(false),
            dropping: Dropping::new(),
            shelf: StoredValue::new_local(shelf),
            unsaved: RwSignal::new_local(Vec::new()),
            drafts,
            pending: StoredValue::new(Vec::new()),
            hosted: StoredValue::new(hosted),
            previews: StoredValue::new(false),
            writer: StoredValue::new(browser::tabs::name_this_tab()),
            lasting,
            coming: RwSignal::new(0),
            page: RwSignal::default(),
            is_begun: RwSignal::new(false),
        };
        // The page may go before the toast has.
        let leave = window_event_listener_untyped("pagehide", move |_| session.end_toast());
        let keep = browser::on_leave(move || session.write_drafts());
        let follow = session.follow_drafts();
        on_cleanup(move || {
            leave.remove();
            follow.remove();
            keep.into_iter().for_each(|handle| handle.remove());
        });
        Effect::new(move |_| {
            let theme = session.theme.get().map(|theme| match theme {
                Theme::Light => "light",
                Theme::Dark => "dark",
            });
            let lang = session.lang.get();
            session.page.with(|page| browser::dress_page(lang.code(), title_or(page, lang.words().page_title), theme));
        });
        session
    }

    /// The language, read once: a view is built for one language, and built anew when that changes.
    pub fn lang(self) -> Lang {
        self.lang.get_untracked()
    }

    /// Whether files and copies leave this page: one that is only explored hands nothing out.
    pub fn hands_out(self) -> bool {
        !self.hosted().config.explore_only
    }

    /// The words of the language, read once.
    pub fn w(self) -> &'static Words {
        self.lang().words()
    }

    /// The words of sharing, read once.
    pub fn travel(self) -> &'static TravelWords {
        TravelWords::of(self.lang())
    }

    /// Where engagements lie.
    pub fn shelf(self) -> Rc<dyn Shelf> {
        self.shelf.get_value()
    }

    /// The engagements that are deleted as soon as their toast has gone.
    pub fn pending(self) -> Vec<String> {
        self.pending.get_value()
    }

    /// Whether an engagement is deleted as soon as its toast has gone.
    pub fn set_pending(self, id: &str, is_pending: bool) {
        self.pending.update_value(|pending| {
            pending.retain(|known| known != id);
            if is_pending {
                pending.push(id.into());
            }
        });
    }

    /// Names this page among the tabs.
    pub fn writer(self) -> String {
        self.writer.get_value()
    }

    /// What the page was hosted with.
    pub fn hosted(self) -> Hosted {
        self.hosted.get_value()
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
