//! The desk: the open engagement, with one trigger for each record and list, so that a change wakes only the views that read
//! what it touched.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::browser::{self, steady_ms};
use super::session::Session;
use crate::edit::overruled::{Overruled, Overruling, Overrulings};
use crate::edit::store::{Adopted, NotTurned, Turned};
use crate::edit::{Command, Refusal};
use crate::i18n::saving::PlaceName;
use crate::insight::place::{Place, elsewhere};
use crate::model::merge::OtherNumber;
use crate::model::quantity::{InterviewId, ScenarioId};
use crate::model::scenario::Input;
use crate::model::table::Table;
use crate::model::{Engagement, Key};
use crate::storage::replica::Replica;

/// The open engagement. Copies are handles of the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    inner: StoredValue<Inner, LocalStorage>,
    /// The person, who hears why something was not done.
    session: Session,
    /// Counts the person's own changes: for saving.
    edits: RwSignal<u64>,
    /// Wakes when the history changes in whatever way.
    turned: Trigger,
    /// Wakes when a step of typing ends.
    sealed: Trigger,
    /// The records and lists that the last change touched.
    touched: RwSignal<Vec<Key>>,
    /// What else than a command of this tab changed what stands, the last of it.
    overrulings: RwSignal<Overrulings, LocalStorage>,
    /// Numbers of other tabs in whose place this tab's stand, the last of each.
    others: RwSignal<Vec<OtherNumber>>,
    read_only: RwSignal<bool>,
    /// Whether this handle is of the economics, which can be played with in a preview.
    is_economics: bool,
}

struct Inner {
    replica: Replica,
    triggers: Table<Key, ArcTrigger>,
}

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried out; the record that it made, if it made one.
    Done(Option<Key>),
    /// It was refused, and the person was told why.
    Refused(Refusal),
}

impl Outcome {
    /// The record that was made.
    pub fn made(self) -> Option<Key> {
        match self {
            Outcome::Done(made) => made,
            Outcome::Refused(_) => None,
        }
    }

    /// Whether it was carried out.
    pub fn is_done(self) -> bool {
        matches!(self, Outcome::Done(_))
    }
}

impl Desk {
    /// A desk with `replica` on it, for as long as the running view is there.
    pub fn new(replica: Replica, session: Session) -> Self {
        on_cleanup(move || session.forget_steps());
        let read_only = RwSignal::new(replica.store.is_read_only());
        Desk {
            inner: StoredValue::new_local(Inner { replica, triggers: Table::default() }),
            session,
            edits: RwSignal::new(0),
            turned: Trigger::new(),
            touched: RwSignal::new(Vec::new()),
            sealed: Trigger::new(),
            overrulings: RwSignal::new_local(Overrulings::default()),
            others: RwSignal::new(Vec::new()),
            read_only,
            is_economics: false,
        }
    }

    /// The same desk for the economics, which can be played with in a preview.
    pub fn for_economics(self) -> Self {
        Desk { is_economics: true, ..self }
    }

    /// Carries a command out, and wakes the views of what it touched. A refusal is told.
    pub fn dispatch(self, command: Command) -> Outcome {
        match self.change(|replica| replica.store.dispatch(command, steady_ms())) {
            Ok(done) => {
                self.wake(&done.touched);
                self.edits.update(|count| *count += 1);
                Outcome::Done(done.made)
            }
            Err(refusal) => {
                self.session.notify_refusal(refusal);
                Outcome::Refused(refusal)
            }
        }
    }

    /// Carries a command out as a step of its own, and tells it with a way back. Says whether it was carried out.
    pub fn dispatch_with_notice(
        self,
        command: Command,
        text: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
    ) -> bool {
        self.seal();
        let is_done = self.dispatch(command).is_done();
        if is_done {
            self.seal();
            self.notify_done(text, undo);
        }
        is_done
    }

    /// Tells what was just done, with a way back that takes back exactly that: it goes away with the next step.
    pub fn notify_done(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.session.notify_undoable(text, self.peek_replica(|replica| replica.store.last_step()), undo);
    }

    /// As [`Desk::notify_done`], but on the screen that the address leads to.
    pub fn notify_done_there(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.session.notify_there(text, self.peek_replica(|replica| replica.store.last_step()), undo);
    }

    /// Takes the last step back; the records it touched.
    pub fn undo(self) -> Vec<Key> {
        self.turn(|replica| replica.store.undo(), |_| Overruling::Undone)
    }

    /// Does the last undone step again; the records it touched.
    pub fn redo(self) -> Vec<Key> {
        self.turn(|replica| replica.store.redo(), |touched| Overruling::Redone(touched.to_vec()))
    }

    /// As [`Desk::undo`], for a person who may be elsewhere than the step was taken: that is told.
    pub fn undo_here(self) -> Vec<Key> {
        let touched = self.undo();
        self.notify_elsewhere(&touched, self.session.w().saving_words.undone_at);
        touched
    }

    /// As [`Desk::redo`], for a person who may be elsewhere than the step was taken: that is told.
    pub fn redo_here(self) -> Vec<Key> {
        let touched = self.redo();
        self.notify_elsewhere(&touched, self.session.w().saving_words.redone_at);
        touched
    }

    fn notify_elsewhere(self, touched: &[Key], says: fn(PlaceName) -> String) {
        let route = self.session.hosted().route(&browser::hash());
        let text = self.peek(|e| {
            let place = elsewhere(e, touched, &route)?;
            Some(says(match place {
                Place::Journey(at) => PlaceName::Journey(at.and_then(|id| e.journey(id)).map_or("", |one| &one.title)),
                Place::Interviews(at) => {
                    PlaceName::Interview(at.and_then(|id| e.interview(id)).map_or("", |one| one.head.person.trim()))
                }
                Place::Economics => PlaceName::Economics,
            }))
        });
        if let Some(text) = text {
            self.session.notify(text);
        }
    }

    fn turn(
        self,
        turn: impl FnOnce(&mut Replica) -> Result<Turned, NotTurned>,
        overruling: fn(&[Key]) -> Overruling,
    ) -> Vec<Key> {
        let w = self.session.w();
        match self.change(turn) {
            Ok(Turned { mut touched, moved, is_partial }) => {
                self.overrulings.update(|all| all.add(overruling(&touched)));
                self.wake(&touched);
                self.edits.update(|count| *count += 1);
                if is_partial {
                    self.session.notify(w.saving_words.undo_in_part);
                }
                touched.extend(moved.into_iter().map(Key::Card));
                touched
            }
            Err(why) => {
                match why {
                    NotTurned::NoStep => (),
                    NotTurned::ReadOnly => self.notify_read_only(),
                    NotTurned::Changed => self.session.notify(w.saving_words.undo_left_alone),
                    NotTurned::TooMuch(excess) => self.session.notify(w.saving_words.excess(excess)),
                }
                self.wake(&[]);
                Vec::new()
            }
        }
    }

    /// Ends a step of typing.
    pub fn seal(self) {
        _ = self.inner.try_update_value(|inner| inner.replica.store.seal());
        self.sealed.notify();
    }

    /// Wakes the running view when a step of typing ends.
    pub fn track_seal(self) {
        self.sealed.track();
    }

    /// Words are typed into the interview `at` that are not in it yet: another tab's deletion of it is not followed then.
    pub fn set_at(self, at: Option<InterviewId>) {
        _ = self.inner.try_update_value(|inner| inner.replica.store.set_at(at));
    }

    /// Brings another tab's changes to the views.
    pub fn follow(self, adopted: Adopted) {
        let adopted = Rc::new(adopted);
        self.overrulings.update(|all| all.add(Overruling::Followed(adopted.clone())));
        self.wake(&adopted.touched);
        if !adopted.others.is_empty() {
            let is_replaced = |one: &OtherNumber| {
                adopted.others.iter().any(|other| (other.scenario, other.input) == (one.scenario, one.input))
            };
            self.others.update(|all| {
                all.retain(|one| !is_replaced(one));
                all.extend(&adopted.others);
            });
        }
        // What was deleted here may be back: whoever was typing into it elsewhere goes on with it.
        if adopted.touched.iter().any(|key| matches!(key, Key::List(_))) {
            self.session.last_step_is(None);
        }
    }

    /// What another tab made of a number in whose place this tab's stands.
    pub fn other(self, scenario: ScenarioId, input: Input) -> Option<OtherNumber> {
        self.others.with(|all| all.iter().find(|other| (other.scenario, other.input) == (scenario, input)).copied())
    }

    /// The person has decided between the two numbers.
    pub fn forget_other(self, scenario: ScenarioId, input: Input) {
        self.others.update(|all| all.retain(|other| (other.scenario, other.input) != (scenario, input)));
    }

    /// How often undo, redo and other tabs changed what stands; wakes on each.
    pub fn overruled(self) -> Overruled {
        self.overrulings.with(Overrulings::count)
    }

    /// For as long as the running view is there, `receive` gets all that overrules this tab from now on, one after the other.
    pub fn on_overruled(self, receive: impl Fn(&Overruling) + 'static) {
        let start = untrack(|| self.overruled()).all();
        Effect::new(move |seen: Option<u64>| {
            let (now, new) = self.overrulings.with(|all| (all.count().all(), all.since(seen.unwrap_or(start))));
            untrack(|| new.iter().for_each(&receive));
            now
        });
    }

    /// As [`Desk::on_overruled`], of what other tabs did.
    pub fn on_followed(self, receive: impl Fn(&Adopted) + 'static) {
        self.on_overruled(move |one| {
            if let Overruling::Followed(adopted) = one {
                receive(adopted);
            }
        });
    }

    /// From now on nothing may be changed: a newer Orbita wrote this text.
    pub fn follow_newer(self, text: Arc<str>) {
        self.change(|replica| replica.follow_newer(text));
        self.read_only.set(true);
    }

    /// Puts another state of the engagement on the desk: the one that a newer Orbita saved.
    pub fn replace(self, replica: Replica) {
        self.read_only.set(replica.store.is_read_only());
        let touched = self.change(|old| old.replace(replica));
        self.wake(&touched);
    }

    /// Reads, and reads again whenever the record `key` changes.
    pub fn read<T>(self, key: Key, read: impl FnOnce(&Engagement) -> T) -> T {
        self.track(key);
        self.peek(read)
    }

    /// Makes the running view depend on the record or list `key`.
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
        self.peek_replica(|replica| read(replica.store.engagement()))
    }

    /// The id under which the engagement lies.
    pub fn id(self) -> String {
        self.peek_replica(|replica| replica.id().to_owned())
    }

    /// Reads something of the replica once.
    pub fn peek_replica<T>(self, read: impl FnOnce(&Replica) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.replica))
    }

    /// Does something to the replica that saving is about.
    pub fn change<T>(self, change: impl FnOnce(&mut Replica) -> T) -> T {
        change(&mut self.inner.write_value().replica)
    }

    /// Counts the changes that the person made here; wakes on each of them.
    pub fn edits(self) -> u64 {
        self.edits.get()
    }

    /// The records and lists that the last change touched; wakes on each change.
    pub fn touched(self) -> Vec<Key> {
        self.touched.get()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(self) -> bool {
        self.turned.track();
        self.peek_replica(|replica| replica.store.undoable() > 0)
    }

    /// Whether there is a step to do again.
    pub fn can_redo(self) -> bool {
        self.turned.track();
        self.peek_replica(|replica| replica.store.redoable() > 0)
    }

    /// The history is another one.
    pub fn turned(self) {
        self.turned.notify();
    }

    /// Whether the engagement is open for reading only; wakes when that changes.
    pub fn read_only(self) -> bool {
        self.read_only.get() && !(self.is_economics && self.is_preview())
    }

    /// Whether it may be changed, read once: for what a key or a menu does.
    pub fn may_edit(self) -> bool {
        !untrack(|| self.read_only())
    }

    /// As the opposite of [`Desk::may_edit`], for what somebody asked for: where nothing may be changed, that is told.
    pub fn refuses(self) -> bool {
        let refuses = !self.may_edit();
        if refuses {
            self.notify_read_only();
        }
        refuses
    }

    /// Whether the engagement is only looked at.
    pub fn is_preview(self) -> bool {
        self.peek_replica(|replica| replica.store.is_preview())
    }

    /// Tells why nothing can be changed: who looks at a preview hears what can be done.
    fn notify_read_only(self) {
        self.session.notify_refusal(if self.is_preview() { Refusal::Preview } else { Refusal::ReadOnly });
    }

    fn wake(self, keys: &[Key]) {
        let mut triggers = Vec::new();
        self.inner.with_value(|inner| triggers.extend(keys.iter().filter_map(|key| inner.triggers.get(*key).cloned())));
        triggers.iter().for_each(|trigger| trigger.notify());
        self.turned.notify();
        self.touched.set(keys.to_vec());
        self.session.last_step_is(self.peek_replica(|replica| replica.store.last_step()));
    }
}
