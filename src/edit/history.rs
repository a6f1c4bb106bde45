//! Undo and redo: changes that take changes back.
//!
//! Typing into one field becomes one step, until the field is left ([`History::seal`]), another verb comes between, or
//! [`SEAL_AFTER_MS`] have passed, so that a lost "end of typing" cannot swallow the history.

use serde::{Deserialize, Serialize};

use super::Typing;
use crate::model::{Change, Edit, Engagement, Key};

/// How many steps are kept; the oldest go first.
pub const STEPS: usize = 1000;

/// After how many milliseconds a step of typing closes by itself.
pub const SEAL_AFTER_MS: f64 = 20_000.0;

/// What was done, and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Change>,
}

/// A history as plain changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What takes the steps back, the oldest first.
    pub done: Vec<Change>,
    /// What does the undone steps again, the last undone last.
    pub undone: Vec<Change>,
}

#[derive(Clone, Debug)]
struct Step {
    inverse: Change,
    /// The field that this step types into and when the typing began, while more of it may join.
    open: Option<(Typing, f64)>,
}

impl History {
    /// Takes in a change that was just made, by its inverse.
    ///
    /// `typing` is the field it typed into, `now` the time in milliseconds of any steady clock. A step of typing that
    /// ends where it began is dropped, ids it minted included.
    pub fn record(&mut self, engagement: &mut Engagement, inverse: Change, typing: Option<Typing>, now: f64) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(step) if step.takes(typing, now) => {
                step.join(inverse);
                if step.is_idle(engagement)
                    && let Some(step) = self.done.pop()
                {
                    engagement.swap(step.inverse);
                }
            }
            _ => {
                self.seal();
                self.done.push(Step { inverse, open: typing.map(|typing| (typing, now)) });
                if self.done.len() > STEPS {
                    self.done.remove(0);
                }
            }
        }
    }

    /// Ends the step that is being typed: what comes next is a step of its own.
    pub fn seal(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.open = None;
        }
    }

    /// Takes the last step back. Returns the records it touched; `None` when there is nothing to undo.
    pub fn undo(&mut self, engagement: &mut Engagement) -> Option<Vec<Key>> {
        let step = self.done.pop()?;
        let keys = keys(&step.inverse);
        self.undone.push(engagement.swap(step.inverse));
        Some(keys)
    }

    /// Does the last undone step again. Returns the records it touched; `None` when there is nothing to redo.
    pub fn redo(&mut self, engagement: &mut Engagement) -> Option<Vec<Key>> {
        let change = self.undone.pop()?;
        let keys = keys(&change);
        self.done.push(Step { inverse: engagement.swap(change), open: None });
        Some(keys)
    }

    /// The last steps as plain changes, the oldest first: at most `steps` of them, to be kept beside the engagement.
    pub fn kept(&self, steps: usize) -> Kept {
        let last = |changes: usize| changes.saturating_sub(steps);
        Kept {
            done: self.done[last(self.done.len())..].iter().map(|step| step.inverse.clone()).collect(),
            undone: self.undone[last(self.undone.len())..].to_vec(),
        }
    }

    /// The history that was [`History::kept`] beside `engagement`; `None` when undoing all of it, or doing all of it again,
    /// would break the engagement.
    pub fn restored(kept: Kept, engagement: &Engagement) -> Option<Self> {
        let done = kept.done.into_iter().map(|inverse| Step { inverse, open: None }).collect();
        let history = History { done, undone: kept.undone };
        let mut trial = history.clone();
        let mut document = engagement.clone();
        let (back, on) = (trial.undoable(), trial.redoable());
        for _ in 0..back {
            trial.undo(&mut document)?;
            document.check().ok()?;
        }
        for _ in 0..back + on {
            trial.redo(&mut document)?;
            document.check().ok()?;
        }
        for _ in 0..on {
            trial.undo(&mut document)?;
        }
        (document == *engagement).then_some(history)
    }

    /// How many steps can be undone.
    pub fn undoable(&self) -> usize {
        self.done.len()
    }

    /// How many steps can be redone.
    pub fn redoable(&self) -> usize {
        self.undone.len()
    }
}

impl Step {
    fn takes(&self, typing: Option<Typing>, now: f64) -> bool {
        match (self.open, typing) {
            (Some((open, since)), Some(typing)) => open == typing && now - since < SEAL_AFTER_MS,
            _ => false,
        }
    }

    /// Takes in a later inverse: of each record the oldest state counts.
    fn join(&mut self, later: Change) {
        let known = keys(&self.inverse);
        self.inverse.extend(later.into_iter().filter(|edit| !known.contains(&edit.key())));
    }

    fn is_idle(&self, engagement: &Engagement) -> bool {
        self.inverse.iter().all(|edit| match edit {
            Edit::Head(head) => {
                let now = engagement.head();
                (&head.title, &head.about, &head.journeys) == (&now.title, &now.about, &now.journeys)
            }
            Edit::Journey(id, record) => record.as_ref() == engagement.journey(*id),
            Edit::Stage(id, record) => record.as_ref() == engagement.stage(*id),
            Edit::Lane(id, record) => record.as_ref() == engagement.lane(*id),
            Edit::Card(id, record) => record.as_ref() == engagement.card(*id),
            Edit::Details(id, record) => record.as_ref() == engagement.details(*id),
            Edit::Scenario(id, record) => record.as_deref() == engagement.scenario(*id),
            Edit::Initiative(id, record) => record.as_deref() == engagement.initiative(*id),
            Edit::Account(id, record) => record.as_ref() == engagement.account(*id),
        })
    }
}

fn keys(change: &Change) -> Vec<Key> {
    change.iter().map(Edit::key).collect()
}
