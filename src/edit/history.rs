//! Undo and redo: changes that take changes back. The history only keeps them; [`super::store`] makes them.
//!
//! Typing into one field becomes one step, until the field is left ([`History::seal`]), another verb comes between, or
//! [`SEAL_AFTER_MS`] have passed, so that a lost "end of typing" cannot swallow the history.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Typing;
use crate::model::merge::Merging;
use crate::model::record::Names;
use crate::model::{Change, Edit, Engagement, Key};

/// How many steps are kept; the oldest go first.
pub const STEPS: usize = 1000;

/// After how many milliseconds a step of typing closes by itself.
pub const SEAL_AFTER_MS: f64 = 20_000.0;

/// What was done, and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<HistoryStep>,
    undone: Vec<HistoryStep>,
    /// Counts the steps ever made.
    made: u64,
}

/// A history as plain changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedHistory {
    /// What takes the steps back, the oldest first.
    pub done: Vec<Change>,
    /// What does the undone steps again, the last undone last.
    pub undone: Vec<Change>,
}

/// Names one step of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepId(u64);

/// A change that takes a step back, or does it again.
#[derive(Clone, Debug)]
pub struct HistoryStep {
    id: StepId,
    /// Each record once, as it is to become.
    pub change: Change,
    /// The field that this step types into and when the typing began, while more of it may join.
    open: Option<(Typing, f64)>,
    /// Another tab has changed what this step changed.
    pub is_disturbed: bool,
    /// Another tab went on with a map, a stage, a lane or an interview that this step made: it stays, with all that was made of it.
    pub is_needed: bool,
    /// Whether the change is known to fit. One that came from storage or that another tab disturbed may not.
    pub is_proven: bool,
}

impl History {
    /// Takes in a change that was just made, by its inverse.
    ///
    /// `typing` is the field it typed into, `now` the time in milliseconds of any steady clock. A step of typing that ends
    /// where it began is dropped: the answer is then the change that gives back the ids it minted.
    pub fn record(
        &mut self,
        engagement: &Engagement,
        inverse: Change,
        typing: Option<Typing>,
        now: f64,
    ) -> Option<Change> {
        self.undone.clear();
        match self.done.last_mut() {
            Some(step) if step.takes(typing, now) => {
                step.join(inverse);
                let is_idle = step.change.iter().all(|edit| engagement.holds(edit));
                if is_idle { self.done.pop().map(|step| step.change) } else { None }
            }
            _ => {
                self.seal();
                let step = self.step(each_once(inverse));
                self.done.push(HistoryStep { open: typing.map(|typing| (typing, now)), ..step });
                if self.done.len() > STEPS {
                    self.done.remove(0);
                }
                None
            }
        }
    }

    fn step(&mut self, change: Change) -> HistoryStep {
        self.made += 1;
        HistoryStep {
            id: StepId(self.made),
            change,
            open: None,
            is_disturbed: false,
            is_needed: false,
            is_proven: true,
        }
    }

    /// Ends the step that is being typed: what comes next is a step of its own.
    pub fn seal(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.open = None;
        }
    }

    /// The step that would be taken back next, while it would be as a whole: no other tab has changed what it changed.
    pub fn last(&self) -> Option<StepId> {
        self.done.last().filter(|step| !step.is_disturbed).map(|step| step.id)
    }

    /// The records that undo would bring back, and those that it would set back.
    pub(super) fn deleted(&self) -> BTreeSet<Key> {
        self.done.iter().flat_map(|step| &step.change).filter(|edit| edit.leaves_one()).map(Edit::key).collect()
    }

    /// Takes out the step to take back.
    pub(super) fn take_done(&mut self) -> Option<HistoryStep> {
        self.done.pop()
    }

    /// Takes out the step to do again.
    pub(super) fn take_undone(&mut self) -> Option<HistoryStep> {
        self.undone.pop()
    }

    /// A step was taken back; `change` does it again.
    pub(super) fn put_undone(&mut self, step: HistoryStep, change: Change) {
        self.undone.push(HistoryStep { change: each_once(change), open: None, ..step });
    }

    /// A step was done again; `change` takes it back.
    pub(super) fn put_done(&mut self, step: HistoryStep, change: Change) {
        self.done.push(HistoryStep { change: each_once(change), open: None, ..step });
    }

    /// Records go by other ids now.
    pub(super) fn rename(&mut self, names: &Names) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            step.change.iter_mut().for_each(|edit| edit.rename(names));
        }
    }

    /// Another tab's changes have come in between: `was` is the engagement as the steps know it, `is` what it became, `keys`
    /// the records that differ. Each step keeps what it did itself, and leaves alone what the other tab changed.
    pub(super) fn follow(&mut self, was: &Engagement, is: &Engagement, keys: &[Key]) {
        // Ids that the other tab may have used are never minted again.
        let changes = self.done.iter_mut().chain(&mut self.undone).flat_map(|step| &mut step.change);
        for edit in changes {
            if let Edit::Head(head) = edit {
                head.next = head.next.max(is.head().next);
            }
        }
        for steps in [&mut self.done, &mut self.undone] {
            // What the other tab made may lean on what any of these steps made.
            steps.iter_mut().for_each(|step| step.is_proven = false);
            let mut turned: Vec<(Edit, Edit)> =
                keys.iter().filter_map(|&key| Some((was.edit(key)?, is.edit(key)?))).collect();
            for step in steps.iter_mut().rev() {
                step.follow(&mut turned);
            }
        }
    }

    /// The last steps as plain changes, the oldest first: at most `steps` of them, to be kept with the engagement.
    pub fn kept(&self, steps: usize) -> SavedHistory {
        let last = |all: &[HistoryStep]| {
            all[all.len().saturating_sub(steps)..].iter().map(|step| step.change.clone()).collect()
        };
        SavedHistory { done: last(&self.done), undone: last(&self.undone) }
    }

    /// The history that was [`History::kept`]. Its steps are looked at when they are made: it came from outside.
    pub fn restored(kept: SavedHistory) -> Self {
        let mut history = History::default();
        let mut doubtful = |changes: Vec<Change>| -> Vec<HistoryStep> {
            changes
                .into_iter()
                .map(|change| HistoryStep { is_proven: false, ..history.step(each_once(change)) })
                .collect()
        };
        let (done, undone) = (doubtful(kept.done), doubtful(kept.undone));
        History { done, undone, ..history }
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

impl HistoryStep {
    fn takes(&self, typing: Option<Typing>, now: f64) -> bool {
        match (self.open, typing) {
            (Some((open, since)), Some(typing)) => open == typing && now - since < SEAL_AFTER_MS,
            _ => false,
        }
    }

    /// Takes in a later inverse: of each record the oldest state counts.
    fn join(&mut self, later: Change) {
        let known: Vec<Key> = self.change.iter().map(Edit::key).collect();
        self.change.extend(each_once(later).into_iter().filter(|edit| !known.contains(&edit.key())));
    }

    /// `turned` holds what other hands turned records from and to, as of after this step; afterwards, as of before it.
    fn follow(&mut self, turned: &mut [(Edit, Edit)]) {
        for edit in &mut self.change {
            let Some(at) = turned.iter().position(|(was, _)| was.key() == edit.key()) else { continue };
            let (was, is) = &turned[at];
            let mut to = Merging::leaving_theirs();
            let merged = Edit::merged(was, edit, is, &mut to);
            if to.has_clashed() {
                // What is typed from now on is a step of its own, which can be taken back whole.
                (self.is_disturbed, self.open) = (true, None);
            }
            let is_home = matches!(edit, Edit::Journey(..) | Edit::Stage(..) | Edit::Lane(..) | Edit::Interview(..));
            self.is_needed |= is_home && was.leaves_one() && !edit.leaves_one() && merged.leaves_one();
            let before = std::mem::replace(edit, merged.clone());
            turned[at] = (before, merged);
        }
    }
}

/// Of each record only what it becomes in the end.
fn each_once(change: Change) -> Change {
    let mut kept: Change = Vec::with_capacity(change.len());
    let is_long = change.len() > 32;
    let mut seen = BTreeSet::new();
    for edit in change.into_iter().rev() {
        let is_new = if is_long { seen.insert(edit.key()) } else { kept.iter().all(|known| known.key() != edit.key()) };
        if is_new {
            kept.push(edit);
        }
    }
    kept.reverse();
    kept
}
