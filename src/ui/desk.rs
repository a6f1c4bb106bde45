//! The desk: the open engagement, its history, and one trigger for each record, so that a change wakes only the views that
//! read what it touched.

use leptos::prelude::*;

use super::browser::steady_ms;
use crate::edit::history::History;
pub use crate::edit::history::Kept;
use crate::edit::{Command, Refusal, plan};
use crate::model::table::Table;
use crate::model::{Engagement, Key};

/// The open engagement. Copies are handles of the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    inner: StoredValue<Inner, LocalStorage>,
    /// Counts the person's own changes: for saving.
    edits: RwSignal<u64>,
    /// Wakes when the history changes in whatever way.
    turned: Trigger,
    /// The records that the last change touched.
    touched: RwSignal<Vec<Key>>,
    read_only: RwSignal<bool>,
}

struct Inner {
    engagement: Engagement,
    history: History,
    triggers: Table<Key, ArcTrigger>,
}

/// What happened to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried out; the record that it made, if it made one.
    Done(Option<Key>),
    /// It was refused.
    Refused(Refusal),
    /// The engagement is open for reading only.
    ReadOnly,
}

impl Outcome {
    /// The record that was made.
    pub fn made(self) -> Option<Key> {
        match self {
            Outcome::Done(made) => made,
            Outcome::Refused(_) | Outcome::ReadOnly => None,
        }
    }
}

impl Desk {
    /// A desk with `engagement` on it, and what was kept of its history.
    pub fn new(engagement: Engagement, kept: Option<Kept>, read_only: bool) -> Self {
        let history = kept.and_then(|kept| History::restored(kept, &engagement)).unwrap_or_default();
        let inner = Inner { engagement, history, triggers: Table::default() };
        Desk {
            inner: StoredValue::new_local(inner),
            edits: RwSignal::new(0),
            turned: Trigger::new(),
            touched: RwSignal::new(Vec::new()),
            read_only: RwSignal::new(read_only),
        }
    }

    /// Carries a command out, remembers its inverse, and wakes the views of what it touched.
    pub fn dispatch(self, command: Command) -> Outcome {
        if self.read_only.get_untracked() {
            return Outcome::ReadOnly;
        }
        let plan = match self.peek(|engagement| plan(engagement, command)) {
            Ok(plan) => plan,
            Err(refusal) => return Outcome::Refused(refusal),
        };
        let keys: Vec<Key> = plan.change.iter().map(|edit| edit.key()).collect();
        self.inner.update_value(|inner| {
            let inverse = inner.engagement.swap(plan.change);
            inner.history.record(&mut inner.engagement, inverse, plan.typing, steady_ms());
        });
        self.wake(&keys);
        self.edits.update(|count| *count += 1);
        Outcome::Done(plan.made)
    }

    /// Takes the last step back; the records it touched.
    pub fn undo(self) -> Option<Vec<Key>> {
        self.step(|inner| inner.history.undo(&mut inner.engagement))
    }

    /// Does the last undone step again; the records it touched.
    pub fn redo(self) -> Option<Vec<Key>> {
        self.step(|inner| inner.history.redo(&mut inner.engagement))
    }

    fn step(self, step: impl FnOnce(&mut Inner) -> Option<Vec<Key>>) -> Option<Vec<Key>> {
        let mut keys = None;
        self.inner.update_value(|inner| keys = step(inner));
        self.wake(keys.as_deref()?);
        self.edits.update(|count| *count += 1);
        keys
    }

    /// The last steps of the history, to be kept beside the engagement.
    pub fn kept_history(self, steps: usize) -> Kept {
        self.inner.with_value(|inner| inner.history.kept(steps))
    }

    /// Ends a step of typing.
    pub fn seal(self) {
        self.inner.update_value(|inner| inner.history.seal());
    }

    /// Puts another state of the same engagement on the desk, with no history: somebody else has saved it.
    pub fn replace(self, engagement: Engagement) {
        let mut keys = Vec::new();
        self.inner.update_value(|inner| {
            inner.engagement = engagement;
            inner.history = History::default();
            keys = inner.triggers.iter().map(|(key, _)| key).collect();
        });
        self.wake(&keys);
    }

    /// Reads, and reads again whenever the record `key` changes.
    pub fn read<T>(self, key: Key, read: impl FnOnce(&Engagement) -> T) -> T {
        self.track(key);
        self.peek(read)
    }

    /// Makes the running view depend on the record `key`.
    pub fn track(self, key: Key) {
        let trigger = self.inner.with_value(|inner| inner.triggers.get(key).cloned()).unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            self.inner.update_value(|inner| _ = inner.triggers.put(key, Some(trigger.clone())));
            trigger
        });
        trigger.track();
    }

    /// Reads once.
    pub fn peek<T>(self, read: impl FnOnce(&Engagement) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.engagement))
    }

    /// Counts the changes that the person made here; wakes on each of them.
    pub fn edits(self) -> u64 {
        self.edits.get()
    }

    /// The records that the last change touched; wakes on each change.
    pub fn touched(self) -> Vec<Key> {
        self.touched.get()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(self) -> bool {
        self.turned.track();
        self.inner.with_value(|inner| inner.history.undoable() > 0)
    }

    /// Whether there is a step to do again.
    pub fn can_redo(self) -> bool {
        self.turned.track();
        self.inner.with_value(|inner| inner.history.redoable() > 0)
    }

    /// Whether the engagement is open for reading only.
    pub fn read_only(self) -> bool {
        self.read_only.get()
    }

    fn wake(self, keys: &[Key]) {
        let mut triggers = Vec::new();
        self.inner.with_value(|inner| triggers.extend(keys.iter().filter_map(|key| inner.triggers.get(*key).cloned())));
        triggers.iter().for_each(|trigger| trigger.notify());
        self.turned.notify();
        self.touched.set(keys.to_vec());
    }
}
