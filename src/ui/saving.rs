//! Saving: shortly after the last change, at once when the page goes, never over somebody else's version.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::browser;
use super::desk::Desk;
use crate::model::Engagement;
use crate::storage::envelope::{self, Document, Stamp};
use crate::storage::{self, SaveError, Shelf, ShelfError, extra};

/// How long after the last change a save begins.
const PAUSE: Duration = Duration::from_millis(250);

/// How long a save may be put off while changes keep coming.
const LONGEST_PAUSE_MS: f64 = 2000.0;

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
}

/// Why a change is only in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The browser gives no access to its storage.
    Denied,
    /// The shelf did not take it.
    Full,
}

/// What the person is to be told about other tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Another tab's version was taken over; nothing of this tab was waiting.
    TakenOver,
    /// Both tabs had changes: this tab's version goes on as a new engagement.
    Parted,
}

/// Keeps one engagement saved.
#[derive(Clone, Copy)]
pub struct Saver {
    inner: StoredValue<Inner, LocalStorage>,
    state: RwSignal<SaveState>,
    news: RwSignal<Option<News>>,
    id: RwSignal<String>,
    desk: Desk,
}

struct Inner {
    shelf: Rc<dyn Shelf>,
    known: Option<Stamp>,
    writer: String,
    timer: Option<TimeoutHandle>,
    /// Since when changes wait.
    waiting_since: Option<f64>,
    /// Names the version of this tab when it has to go on under another id.
    name_copy: Rc<dyn Fn(&str) -> String>,
}

impl Saver {
    /// Keeps what is on `desk` saved under `id`; `known` is the stamp it was read with.
    pub fn new(
        desk: Desk,
        shelf: Rc<dyn Shelf>,
        id: String,
        known: Stamp,
        lasting: bool,
        name_copy: impl Fn(&str) -> String + 'static,
    ) -> Self {
        let writer = browser::random_id();
        let inner = Inner {
            shelf,
            known: Some(known),
            writer,
            timer: None,
            waiting_since: None,
            name_copy: Rc::new(name_copy),
        };
        let state = if lasting { SaveState::Saved } else { SaveState::NotSaved(Reason::Denied) };
        let saver = Saver {
            inner: StoredValue::new_local(inner),
            state: RwSignal::new(state),
            news: RwSignal::new(None),
            id: RwSignal::new(id),
            desk,
        };
        Effect::new(move |before: Option<u64>| {
            let count = desk.edits();
            if before.is_some_and(|before| before != count) {
                saver.put_off();
            }
            count
        });
        let leave = browser::on_leave(move || saver.flush());
        let other = browser::on_other_tab(move |key| saver.hear(&key));
        let asks = browser::ask_before_leaving(move || saver.is_at_risk());
        on_cleanup(move || {
            saver.flush();
            asks.remove();
            leave.into_iter().for_each(|handle| handle.remove());
            other.remove();
        });
        saver
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

    /// The stamp of the engagement as it is now, saved or not.
    pub fn stamp(self) -> Stamp {
        self.inner.with_value(|inner| Stamp {
            revision: inner.known.as_ref().map_or(0, |stamp| stamp.revision),
            writer: inner.writer.clone(),
            saved_at: browser::now(),
        })
    }

    /// The text of the engagement as it is now, for a file.
    pub fn copy(self) -> String {
        let stamp = self.stamp();
        self.desk.peek(|engagement| envelope::write(engagement, &stamp))
    }

    /// Whether changes are in memory only because the shelf did not take them.
    pub fn is_at_risk(self) -> bool {
        self.state.try_get_untracked() == Some(SaveState::NotSaved(Reason::Full))
    }

    /// What the shelf did not take, to be gone on with later.
    pub fn rest(self) -> Option<(String, Document)> {
        let stamp = self.inner.try_with_value(|inner| inner.known.clone())?.filter(|_| self.is_at_risk())?;
        let engagement = self.desk.peek(Engagement::clone);
        Some((self.id.get_untracked(), Document { engagement, stamp, newer: None }))
    }

    /// Goes on with what the shelf did not take before.
    pub fn resume(self) {
        self.put_off();
    }

    /// Saves now if changes wait.
    pub fn flush(self) {
        let waits = self.inner.try_with_value(|inner| inner.waiting_since.is_some());
        if waits == Some(true) {
            self.save();
        }
    }

    fn put_off(self) {
        if self.state.get_untracked() == SaveState::Saved {
            self.state.set(SaveState::Saving);
        }
        let now = browser::steady_ms();
        self.inner.update_value(|inner| {
            let since = *inner.waiting_since.get_or_insert(now);
            if now - since < LONGEST_PAUSE_MS || inner.timer.is_none() {
                if let Some(timer) = inner.timer.take() {
                    timer.clear();
                }
                inner.timer = set_timeout_with_handle(move || self.flush(), PAUSE).ok();
            }
        });
    }

    fn save(self) {
        self.inner.update_value(|inner| {
            inner.waiting_since = None;
            if let Some(timer) = inner.timer.take() {
                timer.clear();
            }
        });
        let id = self.id.get_untracked();
        match self.write(&id) {
            Ok(()) => (),
            Err(SaveError::Conflict) => self.part(),
            Err(SaveError::NotKept(error)) => {
                let reason = if error == ShelfError::Denied { Reason::Denied } else { Reason::Full };
                self.state.set(SaveState::NotSaved(reason));
                // The next change tries again, and so does the page when it goes or another tab makes room.
                self.inner.update_value(|inner| inner.waiting_since = Some(browser::steady_ms()));
            }
        }
    }

    fn write(self, id: &str) -> Result<(), SaveError> {
        let (shelf, known, writer) =
            self.inner.with_value(|inner| (inner.shelf.clone(), inner.known.clone(), inner.writer.clone()));
        let stamp = self
            .desk
            .peek(|engagement| storage::save(&*shelf, id, engagement, known.as_ref(), &writer, browser::now()))?;
        extra::keep_history(&*shelf, id, &stamp, |steps| self.desk.kept_history(steps));
        self.inner.update_value(|inner| inner.known = Some(stamp));
        if self.state.get_untracked() != SaveState::NotSaved(Reason::Denied) {
            self.state.set(SaveState::Saved);
        }
        Ok(())
    }

    /// Both versions are kept: the other tab's where it lies, this one's under a new id.
    fn part(self) {
        let id = browser::random_id();
        let name = self.inner.with_value(|inner| inner.name_copy.clone());
        let title = self.desk.peek(|engagement| name(&engagement.head().title));
        self.inner.update_value(|inner| inner.known = None);
        self.id.set(id);
        self.news.set(Some(News::Parted));
        // Dispatching wakes the saver, which then saves under the new id.
        self.desk.dispatch(crate::edit::Command::SetHead(crate::edit::HeadField::Title, title));
        self.desk.seal();
    }

    /// Another tab has written `key`.
    fn hear(self, key: &str) {
        if storage::id_of(key) != Some(self.id.get_untracked().as_str()) {
            if matches!(self.state.get_untracked(), SaveState::NotSaved(Reason::Full)) {
                self.flush();
            }
            return;
        }
        let (shelf, known, waits) =
            self.inner.with_value(|inner| (inner.shelf.clone(), inner.known.clone(), inner.waiting_since.is_some()));
        let Ok(theirs) = storage::open(&*shelf, &self.id.get_untracked()) else { return };
        let Some(known) = known.filter(|known| *known != theirs.stamp) else { return };
        if waits || theirs.stamp.revision <= known.revision {
            // A version that did not grow from ours has taken its place, or is about to lose its own.
            self.part();
        } else if theirs.newer.is_none() {
            self.inner.update_value(|inner| inner.known = Some(theirs.stamp));
            self.desk.replace(theirs.engagement);
            self.inner.update_value(|inner| inner.waiting_since = None);
            self.news.set(Some(News::TakenOver));
        }
    }
}
