//! The store: one open engagement with its history. Every change of it passes here, and says which records and lists it
//! touched.

use std::collections::BTreeMap;

use super::history::{History, SavedHistory, StepId};
use super::typing::OpenText;
use super::{Command, Plan, Refusal, Typing, plan};
use crate::arrange::{Arrange, map_of};
use crate::model::limits::{self, Excess};
use crate::model::merge::{self, Clash, OtherNumber, Unmergeable};
use crate::model::quantity::{CardId, InterviewId, LaneId, StageId};
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

    /// Takes the last step back.
    ///
    /// # Errors
    /// Why nothing was taken back.
    pub fn undo(&mut self) -> Result<Turned, NotTurned> {
        self.turn(History::take_done, History::put_undone, History::put_done)
    }

    /// Does the last undone step again.
    ///
    /// # Errors
    /// Why nothing was done.
    pub fn redo(&mut self) -> Result<Turned, NotTurned> {
        self.turn(History::take_undone, History::put_done, History::put_undone)
    }

    fn turn(
        &mut self,
        take: fn(&mut History) -> Option<super::history::HistoryStep>,
        put: fn(&mut History, super::history::HistoryStep, Change),
        put_back: fn(&mut History, super::history::HistoryStep, Change),
    ) -> Result<Turned, NotTurned> {
        if self.access == Access::Nothing {
            return Err(NotTurned::ReadOnly);
        }
        let mut step = take(&mut self.history).ok_or(NotTurned::NoStep)?;
        self.typing = None;
        let is_disturbed = step.is_disturbed;
        if step.is_needed || is_disturbed && step.change.iter().all(|edit| self.engagement.holds(edit)) {
            return Err(NotTurned::Changed);
        }
        // Another tab may have taken the room that the step leaves or needs.
        let excess = if step.is_proven { None } else { limits::check_change(&self.engagement, &step.change).err() };
        if let Some(excess) = excess {
            let change = std::mem::take(&mut step.change);
            put_back(&mut self.history, step, change);
            return Err(NotTurned::TooMuch(excess));
        }
        let mut touched = Vec::new();
        let change = std::mem::take(&mut step.change);
        let back = if step.is_proven {
            self.swap(change, &mut touched)
        } else {
            let before = self.engagement.clone();
            let mut back = self.swap(change, &mut touched);
            let mut after = self.engagement.clone();
            // What another tab put into what this step made keeps it where it is.
            if merge::is_left_homeless(&before, &after) {
                self.swap(back, &mut touched);
                return Err(NotTurned::Changed);
            }
            // What the step left hanging in the other tab's work is tied up, as part of the step.
            let repair = merge::repair(&mut after, &[&before]);
            let tied: Change = repair.iter().filter_map(|edit| after.edit(edit.key())).collect();
            if after.check().is_err() || limits::check_change(&self.engagement, &tied).is_err() {
                self.swap(back, &mut touched);
                return Err(NotTurned::Changed);
            }
            let untied = self.swap(tied, &mut touched);
            let is_same = |key: &Key| before.edit(*key).is_none_or(|edit| self.engagement.holds(&edit));
            if is_disturbed && touched.iter().all(is_same) {
                return Err(NotTurned::Changed);
            }
            back.splice(0..0, untied);
            back
        };
        let moved = moved(&back, &self.engagement);
        put(&mut self.history, step, back);
        Ok(Turned { touched, moved, is_partial: is_disturbed })
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

    /// Brings in another tab's state, which grew from `base` as this one did. Both histories stay alive. `mark` is the state
    /// from which changes count afterwards, as after [`Store::mark`].
    ///
    /// # Errors
    /// [`Unmergeable`]; nothing has changed then.
    pub fn adopt(&mut self, base: &Engagement, theirs: &Engagement, mark: &Engagement) -> Result<Adopted, Unmergeable> {
        let mut base = base.clone();
        // Whoever changed the words of an open editor did not know that they are being typed.
        if let Some(open) = &self.typing
            && let (Some(was), Some(theirs)) = (base.edit(open.typing.0), theirs.edit(open.typing.0))
            && was != theirs
            && !open.is_known(was.clone(), theirs)
        {
            base.swap(vec![open.untyped(was)]);
        }
        let typed = self.typing.as_ref().and_then(|open| self.engagement.edit(open.typing.0));
        let merged = merge::merge_while_at(self.at, &base, &self.engagement, theirs)?;
        // What is shown is the state from before any record got another id.
        let mut touched = self.engagement.differing_with_lists(&merged.engagement);
        if !merged.renamed.is_empty() {
            self.rename(&merged.renamed);
        }
        let keys = self.engagement.differing(&merged.engagement);
        let mut clashes = merged.clashes;
        clashes.extend(self.returned(&merged.engagement, &keys));
        self.history.follow(&self.engagement, &merged.engagement, &keys);
        touched.extend(merged.renamed.pairs().flat_map(|(old, new)| [old, new]));
        touched.extend(merged.renamed.pairs().filter_map(|(_, new)| new.collection().map(Key::List)));
        touched.arrange();
        touched.dedup();
        self.since =
            map_of(mark.differing(&merged.engagement).into_iter().filter_map(|key| Some((key, mark.edit(key)?))));
        self.engagement = merged.engagement;
        if let (Some(open), Some(typed)) = (&mut self.typing, typed)
            && let Some(now) = self.engagement.edit(open.typing.0)
        {
            open.join(typed, now);
        }
        self.follow_words(&clashes);
        Ok(Adopted { touched, clashes, others: merged.others, renamed: merged.renamed })
    }

    /// What a step of this side deleted, and the other side brings back in `now`.
    fn returned(&self, now: &Engagement, keys: &[Key]) -> Vec<Clash> {
        // What belongs to a record comes back with it.
        let is_new = |key: &Key| key.owner().is_none() && !self.engagement.has(*key) && now.has(*key);
        let mut new = keys.iter().copied().filter(is_new).peekable();
        if new.peek().is_none() {
            return Vec::new();
        }
        let deleted = self.history.deleted();
        new.filter(|key| deleted.contains(key)).map(Clash::Returned).collect()
    }

    /// Words are typed into the interview `at` that are not in it yet, or no longer: another tab's deletion is not followed then.
    pub fn set_at(&mut self, at: Option<InterviewId>) {
        self.at = at;
    }

    fn rename(&mut self, names: &Names) {
        self.at = self.at.map(|at| names.interview(at));
        self.engagement.rename(names);
        self.history.rename(names);
        if let Some(open) = &mut self.typing {
            open.typing.0 = names.of(open.typing.0);
        }
    }

    /// What is typed into a card that was split goes on in the card that has our words.
    fn follow_words(&mut self, clashes: &[Clash]) {
        let Some(open) = &mut self.typing else { return };
        for clash in clashes {
            if let Clash::Split(theirs, ours) = *clash
                && open.typing.0 == Key::Card(theirs)
            {
                open.go_on_in(Typing(Key::Card(ours), open.typing.1));
            }
        }
    }
}

/// The cards that stood in other cells, or in another order, in the stages that `back` brings again.
fn moved(back: &Change, now: &Engagement) -> Vec<CardId> {
    let stages =
        || back.iter().filter_map(|edit| if let Edit::Stage(id, Some(then)) = edit { Some((*id, then)) } else { None });
    let stood: BTreeMap<CardId, (StageId, LaneId)> = map_of(stages().flat_map(|(id, then)| {
        then.cells.iter().flat_map(move |(lane, cards)| cards.iter().map(move |card| (*card, (id, lane))))
    }));
    let mut moved = Vec::new();
    for (id, then) in stages() {
        let Some(stage) = now.stage(id) else { continue };
        for (lane, cards) in stage.cells.iter() {
            let was_here = |card: &&CardId| stood.get(card) == Some(&(id, lane));
            let stayed = cards.iter().filter(was_here);
            let mut here = cards.clone();
            here.arrange();
            let in_order_of_then = then.cards(lane).iter().filter(|card| here.binary_search(card).is_ok());
            moved.extend(stayed.zip(in_order_of_then).filter(|(one, other)| one != other).map(|(card, _)| *card));
            moved.extend(cards.iter().filter(|card| !was_here(card) && stood.contains_key(card)));
        }
    }
    moved
}
