//! The store: one open engagement with its history. Every change of it passes here, and says which records and lists it
//! touched.

mod adopt;
mod turn;

use std::collections::BTreeMap;

use super::history::{History, SavedHistory, StepId};
use super::typing::OpenText;
use super::{Command, Plan, Refusal, plan};
use crate::arrange::Arrange;
use crate::model::limits::{self, Excess};
use crate::model::merge::{Clash, OtherNumber};
use crate::model::quantity::{CardId, InterviewId};
use crate::model::record::Names;
use crate::model::{Change, Edit, Engagement, Head, Key};

/// What may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Everything,
    /// Scenarios and initiatives: whoever is shown them may try others.
    Economics,
    Nothing,
}

/// An open engagement.
#[derive(Clone, Debug)]
pub struct Store {
    engagement: Engagement,
    history: History,
    access: Access,
    /// Of each record that was changed since [`Store::mark`]: what it was then.
    since: BTreeMap<Key, Edit>,
    /// What is being typed into.
    typing: Option<OpenText>,
    /// The interview that words are typed into which are not in it yet.
    at: Option<InterviewId>,
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The record that it made, if it made one.
    pub made: Option<Key>,
    /// The records and the lists that changed.
    pub touched: Vec<Key>,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The records and the lists that changed.
    pub touched: Vec<Key>,
    /// The cards that stand elsewhere now, though nothing else of them changed.
    pub moved: Vec<CardId>,
    /// Another tab had changed some of it since: that was left alone.
    pub is_partial: bool,
}

/// Why undo or redo did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTurned {
    /// There is no step.
    NoStep,
    /// The engagement is open for reading only.
    ReadOnly,
    /// Another tab has changed everything that the step changed: the step is gone.
    Changed,
    /// It would make more than can be opened again; the step stays, for a time when there is room.
    TooMuch(Excess),
}

/// What became of another tab's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// The records and the lists that changed.
    pub touched: Vec<Key>,
    /// What both sides had changed.
    pub clashes: Vec<Clash>,
    /// Numbers of the other side in whose place ours stand.
    pub others: Vec<OtherNumber>,
    /// Records of this side that go by other ids now.
    pub renamed: Names,
}

impl Store {
    /// Opens an engagement, with what was kept of its history.
    pub fn new(engagement: Engagement, kept: Option<SavedHistory>, read_only: bool) -> Self {
        let history = kept.map(History::restored).unwrap_or_default();
        let access = if read_only { Access::Nothing } else { Access::Everything };
        Store { engagement, history, access, since: BTreeMap::new(), typing: None, at: None }
    }

    /// An engagement that is looked at: its economics can be played with, and nothing else can be changed.
    pub fn preview(engagement: Engagement) -> Self {
        Store { access: Access::Economics, ..Store::new(engagement, None, true) }
    }

    /// The engagement.
    pub fn engagement(&self) -> &Engagement {
        &self.engagement
    }

    /// Whether it may not be changed, or only its economics.
    pub fn is_read_only(&self) -> bool {
        self.access != Access::Everything
    }

    /// Whether it is looked at.
    pub fn is_preview(&self) -> bool {
        self.access == Access::Economics
    }

    /// From now on it may not be changed.
    pub fn make_read_only(&mut self) {
        self.seal();
        self.access = Access::Nothing;
    }

    /// Puts another state with its own history in place of this one; the answer is the records and the lists that differ.
    pub fn replace(&mut self, other: Store) -> Vec<Key> {
        let touched = self.engagement.differing_with_lists(&other.engagement);
        *self = other;
        touched
    }

    /// Carries a command out; `now` is the time in milliseconds of any steady clock.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing has changed then.
    pub fn dispatch(&mut self, command: Command, now: f64) -> Result<Done, Refusal> {
        if self.access == Access::Nothing {
            return Err(Refusal::ReadOnly);
        }
        let Plan { mut change, made, typing } = plan(&self.engagement, command)?;
        if self.is_preview() && !change.iter().all(|edit| self.is_economics(edit)) {
            return Err(Refusal::Preview);
        }
        limits::check_change(&self.engagement, &change).map_err(Refusal::TooMuch)?;
        if let Some(typing) = typing
            && self.typing.as_ref().is_none_or(|known| known.typing != typing)
        {
            self.typing = self.engagement.edit(typing.0).and_then(|before| OpenText::begin(typing, before));
        }
        if let Some(open) = self.typing.as_ref().filter(|open| Some(open.typing) == typing) {
            open.keep_words(&mut change);
        }
        let mut touched = Vec::new();
        let inverse = self.swap(change, &mut touched);
        if let Some(given_back) = self.history.record(&self.engagement, inverse, typing, now) {
            self.swap(given_back, &mut touched);
        }
        Ok(Done { made, touched })
    }

    /// Whether an edit is of a scenario, an initiative or a pasted table; minting an id touches the head too.
    fn is_economics(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Head(head) => {
                let Head { title, about, journeys, next: _, tables: _ } = self.engagement.head();
                (title, about, journeys) == (&head.title, &head.about, &head.journeys)
            }
            edit => edit.is_tried_out(),
        }
    }

    /// Ends what is being typed: what comes next is a step of its own.
    pub fn seal(&mut self) {
        self.history.seal();
        self.typing = None;
    }

    /// Makes a change and notes what it touched.
    fn swap(&mut self, change: Change, touched: &mut Vec<Key>) -> Change {
        for edit in &change {
            let key = edit.key();
            touched.push(key);
            if let Some(collection) = key.collection()
                && self.engagement.has(key) != edit.leaves_one()
            {
                touched.push(Key::List(collection));
            }
        }
        touched.arrange();
        touched.dedup();
        let inverse = self.engagement.swap(change);
        // The last of an inverse is what was there first.
        for edit in inverse.iter().rev() {
            self.since.entry(edit.key()).or_insert_with(|| edit.clone());
        }
        inverse
    }

    /// The step that undo would take back as a whole.
    pub fn last_step(&self) -> Option<StepId> {
        self.history.last()
    }

    /// How many steps can be undone.
    pub fn undoable(&self) -> usize {
        self.history.undoable()
    }

    /// How many steps can be redone.
    pub fn redoable(&self) -> usize {
        self.history.redoable()
    }

    /// The last steps as plain changes.
    pub fn kept_history(&self, steps: usize) -> SavedHistory {
        self.history.kept(steps)
    }

    /// What takes the engagement back to where it was at the last [`Store::mark`].
    pub fn since(&self) -> Change {
        self.since.values().cloned().collect()
    }

    /// The records changed since the last [`Store::mark`], as they are now.
    pub fn changed(&self) -> Change {
        self.since.keys().filter_map(|key| self.engagement.edit(*key)).collect()
    }

    /// Whether anything was changed since the last [`Store::mark`].
    pub fn is_changed(&self) -> bool {
        self.since.values().any(|edit| !self.engagement.holds(edit))
    }

    /// Goes on with a history that was kept, unless there is one already.
    pub fn go_on_with(&mut self, kept: SavedHistory) {
        if self.undoable() == 0 && self.redoable() == 0 && !self.is_changed() {
            self.history = History::restored(kept);
        }
    }

    /// Counts changes from here on; the answer is what takes the engagement back to the mark before.
    pub fn mark(&mut self) -> Change {
        std::mem::take(&mut self.since).into_values().collect()
    }

    /// Words are typed into the interview `at` that are not in it yet, or no longer: another tab's deletion is not followed then.
    pub fn set_at(&mut self, at: Option<InterviewId>) {
        self.at = at;
    }
}
