//! Saving: a small journal while something is typed, a whole save shortly after, at once when the page goes; together with
//! what other tabs save.

mod full_storage;
mod together;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::mem;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::model::merge::Clash;
use crate::storage::no_room::NoRoom;
use crate::storage::replica::Replica;
use crate::storage::{MemoryShelf, SaveError, Shelf, ShelfError, journal};
use crate::ui::alive::Alive;
use crate::ui::browser::tabs::{self, Channel, Message, Said};
use crate::ui::browser::{self, promise, typing};
use crate::ui::desk::Desk;
use crate::ui::session::Session;

/// How long after the last change a save begins, and how long it may be put off while changes keep coming.
const ALONE: (Duration, f64) = (Duration::from_millis(250), 600.0);

/// The same, while another tab has the engagement open.
const TOGETHER: (Duration, f64) = (Duration::from_millis(60), 120.0);

/// How much typing a crash may cost at most.
const JOURNAL: Duration = Duration::from_millis(100);

/// How long after a save the history follows.
const HISTORY: Duration = Duration::from_millis(900);

/// How often it is looked whether what counts as saved still is.
const BEAT: Duration = Duration::from_millis(800);

/// How it stands with the last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// On the shelf, and read back.
    #[default]
    Saved,
    /// About to be.
    Saving,
    /// Only in memory.
    NotSaved(Reason),
    /// Never: it is only looked at.
    Preview,
}

/// Why a change is only in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The browser gives no access to its storage.
    Denied,
    /// The shelf did not take it.
    Full,
    /// What was saved is no longer there.
    Gone,
}

/// What the person is to be told about other tabs and earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Two tabs changed the same things.
    Clashes(Vec<Clash>),
    /// The two versions could not be brought together: this tab's goes on as an engagement of its own.
    Parted,
    /// What a tab that crashed had not saved was brought back.
    Recovered,
    /// A newer Orbita has saved the engagement.
    Newer,
    /// There is little room left: after a reload undo goes back less far.
    UndoShorter,
    /// What an older Orbita had written was saved in the form of this one, with no room to keep it: its text.
    OlderNotKept(Arc<str>),
    /// The engagement is deleted, in another tab or before it was opened; the next save brings it back.
    Deleted,
}

/// What goes by what lies on the shelf.
#[derive(Clone, Copy)]
pub struct Follower {
    /// The shelf holds another state of the engagement with this id: this tab has saved, or another one.
    pub saved: fn(&str),
    /// This tab goes on with what it had under the first id under the second.
    pub parted: fn(&str, &str),
}

thread_local! {
    static FOLLOWER: Cell<Option<Follower>> = const { Cell::new(None) };
}

/// Tells `follower` of every engagement, for as long as the page lives.
pub fn follow_saves(follower: Follower) {
    FOLLOWER.set(Some(follower));
}

/// Keeps one engagement saved. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Saver {
    inner: StoredValue<Inner, LocalStorage>,
    shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    state: RwSignal<SaveState>,
    news: RwSignal<Option<News>>,
    id: RwSignal<String>,
    desk: Desk,
    session: Session,
    view: Alive,
}

struct Inner {
    channel: Channel,
    /// The other tabs that have it open.
    others: BTreeSet<String>,
    save: Option<TimeoutHandle>,
    journal: Option<TimeoutHandle>,
    history: Option<TimeoutHandle>,
    /// Since when changes wait.
    waiting_since: Option<f64>,
    /// The last save, where it found no room.
    no_room: Option<NoRoom>,
    /// Whether undo goes back as far after a reload; told once when it does not.
    history_kept: bool,
}

impl Saver {
    /// Keeps what is on `desk` saved.
    pub fn new(desk: Desk, session: Session) -> Self {
        // Messages may come before there is a saver to take them.
        let later: Rc<Cell<Option<Saver>>> = Rc::default();
        let channel = {
            let later = later.clone();
            Channel::open(move |message| {
                if let Some(saver) = later.get() {
                    saver.receive_message(message);
                }
            })
        };
        let state = if session.lasting { SaveState::Saved } else { SaveState::NotSaved(Reason::Denied) };
        let saver = Saver::of(desk, session, channel, session.shelf(), state);
        later.set(Some(saver));
        saver.say(Said::Hello);
        saver.recover();
        saver.follow_deletion();
        Effect::new(move |before: Option<u64>| {
            let count = desk.edits();
            if before.is_some_and(|before| before != count) {
                saver.put_off();
            }
            count
        });
        let leave = browser::on_leave(move || saver.flush());
        let other = tabs::on_other_tab(move |key| saver.receive_key(key.as_deref()));
        let asks = browser::ask_before_leaving(move || saver.is_at_risk());
        let beat = set_interval_with_handle(move || saver.beat(), BEAT).ok();
        on_cleanup(move || {
            saver.flush();
            saver.say(Said::Bye);
            asks.remove();
            leave.into_iter().for_each(|handle| handle.remove());
            other.remove();
            if let Some(beat) = beat {
                beat.clear();
            }
        });
        saver
    }

    /// For what is only looked at: it has a shelf of its own, which goes with the page, and speaks to no other tab.
    pub fn preview(desk: Desk, session: Session) -> Self {
        Saver::of(desk, session, Channel::none(), Rc::new(MemoryShelf::default()), SaveState::Preview)
    }

    fn of(desk: Desk, session: Session, channel: Channel, shelf: Rc<dyn Shelf>, state: SaveState) -> Self {
        let inner = Inner {
            channel,
            others: BTreeSet::new(),
            save: None,
            journal: None,
            history: None,
            waiting_since: None,
            no_room: None,
            history_kept: true,
        };
        Saver {
            inner: StoredValue::new_local(inner),
            shelf: StoredValue::new_local(shelf),
            state: RwSignal::new(state),
            news: RwSignal::new(None),
            id: RwSignal::new(desk.id()),
            desk,
            session,
            view: Alive::here(),
        }
    }

    /// Whether the engagement is only looked at.
    pub fn is_preview(self) -> bool {
        self.state.get_untracked() == SaveState::Preview
    }

    /// What is looked at goes by another id: that of a link with the changes that were tried.
    pub fn go_by(self, id: String) {
        self.desk.change(|replica| replica.separate(id.clone()));
        self.id.set(id);
    }

    /// Whether the engagement is still open.
    pub fn is_here(self) -> bool {
        self.view.is()
    }

    /// How it stands with the last change.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// What happened with other tabs, until it is dismissed.
    pub fn news(self) -> RwSignal<Option<News>> {
        self.news
    }

    /// The id under which the engagement lies; it changes when tabs part.
    pub fn id(self) -> String {
        self.id.get()
    }

    /// The title of the engagement, for the name of a file.
    pub fn title(self) -> String {
        self.desk.peek(|engagement| engagement.head().title.clone())
    }

    /// The text of the engagement for a file: as it is now, or as a newer Orbita left it.
    pub fn copy(self) -> Option<String> {
        self.desk.peek_replica(|replica| replica.text(browser::now()))
    }

    /// Where it is kept.
    pub fn shelf(self) -> Rc<dyn Shelf> {
        self.shelf.get_value()
    }

    /// Whether there is work that only this page has.
    fn is_at_risk(self) -> bool {
        matches!(self.state.try_get_untracked(), Some(SaveState::NotSaved(Reason::Full | Reason::Gone)))
            || (self.session.lasting && self.state.try_get_untracked() == Some(SaveState::NotSaved(Reason::Denied)))
    }

    /// What the shelf did not take, to be gone on with later.
    pub fn unsaved(self) -> Option<Replica> {
        self.is_at_risk().then(|| self.desk.peek_replica(Replica::clone))
    }

    /// Tries again to save, whatever was the matter.
    pub fn save_again(self) {
        self.save();
    }

    /// Saves now if something is changed.
    pub fn flush(self) {
        if self.inner.try_update_value(|inner| inner.no_room = None).is_some() {
            self.save_changes();
        }
    }

    /// Saves if something is changed, unless the storage is known to have no room for it.
    fn save_changes(self) {
        let Some(has_history) = self.inner.try_with_value(|inner| inner.history.is_some()) else { return };
        if self.has_changes() {
            if self.try_to_save() {
                self.keep_history();
            }
        } else if has_history {
            self.keep_history();
        }
    }

    /// Whether changes wait for a save. The store knows also of what was changed while the views went.
    fn has_changes(self) -> bool {
        let waits = self.inner.with_value(|inner| inner.waiting_since.is_some());
        let is_changed = |replica: &Replica| replica.store.is_changed() && !replica.store.is_read_only();
        waits || (!self.is_preview() && self.desk.peek_replica(is_changed))
    }

    fn notify_follower(self) {
        if let Some(follower) = FOLLOWER.get() {
            (follower.saved)(&self.id.get_untracked());
        }
    }

    fn say(self, said: Said) {
        let message = Message { id: self.id.get_untracked(), writer: self.session.writer(), said };
        self.inner.with_value(|inner| inner.channel.say(&message));
    }

    fn put_off(self) {
        if self.state.get_untracked() == SaveState::Saved {
            self.state.set(SaveState::Saving);
        }
        let now = browser::steady_ms();
        self.inner.update_value(|inner| {
            let (pause, longest) = if inner.others.is_empty() { ALONE } else { TOGETHER };
            let since = *inner.waiting_since.get_or_insert(now);
            if now - since < longest || inner.save.is_none() {
                clear(&mut inner.save);
                inner.save = self.view.after(pause, move || self.save_changes());
            }
            if inner.journal.is_none() {
                inner.journal = self.view.after(JOURNAL, move || self.keep_journal());
            }
        });
    }

    /// Writes down what was changed since the last save, as small as it is.
    fn keep_journal(self) {
        self.inner.update_value(|inner| clear(&mut inner.journal));
        let (shelf, id) = (self.shelf(), self.id.get_untracked());
        match self.desk.change(Replica::journal) {
            Some(journal) if journal.is_small() => {
                if journal.keep(&*shelf, &id, &self.session.writer()).is_err() {
                    self.try_to_save();
                }
            }
            Some(_) => _ = self.try_to_save(),
            None => journal::clear(&*shelf, &id, &self.session.writer()),
        }
    }

    fn save(self) {
        self.inner.update_value(|inner| clear(&mut inner.save));
        if typing::is_composing() {
            // Another tab's words must not come between the strokes of an input method.
            self.keep_for_later();
            return;
        }
        let shelf = self.shelf();
        let saved = self.meet(|replica| replica.save(&*shelf, browser::now()));
        match saved {
            Ok(_) => {
                self.forget_waiting();
                if let Some(older) = self.desk.change(Replica::take_older) {
                    self.news.set(Some(News::OlderNotKept(older)));
                }
                self.inner.update_value(|inner| {
                    // What a save did not take still goes into the journal.
                    clear(&mut inner.journal);
                    clear(&mut inner.history);
                    inner.history = self.view.after(HISTORY, move || self.keep_history());
                });
                self.session.forget_in_page(&self.id.get_untracked());
                if self.session.lasting {
                    self.state.set(SaveState::Saved);
                    promise::ask_once();
                }
                self.say(Said::Saved);
                if self.news.with_untracked(|news| *news == Some(News::Deleted)) {
                    self.follow_deletion();
                }
                self.notify_follower();
            }
            Err(SaveError::Conflict) => self.separate(),
            Err(SaveError::Newer(_)) => self.meet_newer(),
            Err(SaveError::NotKept(error)) => self.not_kept(error),
            Err(SaveError::NotWritten) => self.not_kept(ShelfError::Lost),
        }
    }

    /// No change waits for a save.
    fn forget_waiting(self) {
        self.inner.update_value(|inner| (inner.waiting_since, inner.no_room) = (None, None));
    }

    /// The journal holds what is typed until the save can be made.
    fn keep_for_later(self) {
        let (shelf, id) = (self.shelf(), self.id.get_untracked());
        if let Some(journal) = self.desk.change(Replica::journal) {
            // Where there is no room for it, the save that follows says so.
            _ = journal.keep(&*shelf, &id, &self.session.writer());
        }
        self.inner.update_value(|inner| inner.save = self.view.after(ALONE.0, move || self.save_changes()));
    }

    fn keep_history(self) {
        self.inner.update_value(|inner| clear(&mut inner.history));
        let is_kept = self.desk.peek_replica(|replica| replica.keep_history(&*self.shelf()));
        let was_kept = self.inner.try_update_value(|inner| mem::replace(&mut inner.history_kept, is_kept));
        if self.session.lasting && !is_kept && was_kept == Some(true) && self.news.with_untracked(Option::is_none) {
            self.news.set(Some(News::UndoShorter));
        }
    }

    fn beat(self) {
        if !self.session.lasting || browser::is_hidden() || !self.view.is() {
            return;
        }
        match self.state.get_untracked() {
            SaveState::Saved => {
                let shelf = self.shelf();
                if !self.desk.peek_replica(|replica| replica.store.is_read_only() || replica.is_saved(&*shelf)) {
                    self.look();
                }
            }
            SaveState::NotSaved(Reason::Denied) => self.save(),
            SaveState::NotSaved(Reason::Gone) => self.look(),
            // Room may have been made by whoever else has this address.
            SaveState::NotSaved(Reason::Full) => self.save_where_room_was_made(),
            SaveState::Saving | SaveState::Preview => (),
        }
    }
}

fn clear(timer: &mut Option<TimeoutHandle>) {
    if let Some(timer) = timer.take() {
        timer.clear();
    }
}
