//! What is told of what was just done, with a way back.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::edit::Refusal;
use crate::edit::history::StepId;

/// A sentence about what was just done, with a way back.
#[derive(Clone)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Takes it back, where that is possible. It outlives the menu or the button that the toast came from.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
    /// The address of what was made, where it is not on the screen.
    pub made_at: Option<String>,
    /// The step of the open engagement that it takes back: once another one is the last, it would take back that one.
    step: Option<StepId>,
    /// What is to be done when it goes away and nothing was taken back.
    on_gone: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Session {
    /// Tells what was done, without a way back.
    pub fn notify(self, text: impl Into<String>) {
        self.show(Toast { text: text.into(), undo: None, made_at: None, step: None, on_gone: None });
    }

    /// Tells why something was not done, where the person does not see it anyway.
    pub fn notify_refusal(self, refusal: Refusal) {
        let w = self.w();
        match refusal {
            // The field that asked for a name says what is wrong with it.
            Refusal::NothingToDo | Refusal::OutOfBounds => (),
            Refusal::NoName | Refusal::LongName | Refusal::NameTaken(_) => (),
            Refusal::NoCardsHere(_) => self.notify(w.no_cards_here),
            Refusal::SecondEmotionLane(_) => self.notify(w.second_emotion_lane),
            Refusal::Locked(_) => self.notify(w.locked_refused),
            Refusal::ReadOnly => self.notify(w.read_only),
            Refusal::Preview if self.hosted().config.explore_only => self.notify(self.travel().explore_refused),
            Refusal::Preview => self.notify(self.travel().preview_refused),
            Refusal::Gone(_) => self.notify(w.saving_words.record_gone),
            Refusal::TooMuch(excess) => self.notify(w.saving_words.excess(excess)),
        }
    }

    /// Tells what was done, with a way back. `step` is the step of the open engagement that it takes back.
    pub fn notify_undoable(
        self,
        text: impl Into<String>,
        step: Option<StepId>,
        undo: impl Fn() + Send + Sync + 'static,
    ) {
        self.show(Toast { text: text.into(), undo: Some(Arc::new(undo)), made_at: None, step, on_gone: None });
    }

    /// Tells that something was made, with a way to it and a way back.
    pub fn notify_made(self, text: impl Into<String>, address: String, undo: impl Fn() + Send + Sync + 'static) {
        let made_at = Some(address);
        self.show(Toast { text: text.into(), undo: Some(Arc::new(undo)), made_at, step: None, on_gone: None });
    }

    /// Tells of something that becomes final once the toast has gone, by `on_gone`.
    pub fn notify_pending(
        self,
        text: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
        on_gone: impl Fn() + Send + Sync + 'static,
    ) {
        let on_gone: Arc<dyn Fn() + Send + Sync> = Arc::new(on_gone);
        self.show(Toast {
            text: text.into(),
            undo: Some(Arc::new(undo)),
            made_at: None,
            step: None,
            on_gone: Some(on_gone),
        });
    }

    /// As [`Session::notify_undoable`], but on the screen that the address leads to.
    pub fn notify_there(self, text: impl Into<String>, step: Option<StepId>, undo: impl Fn() + Send + Sync + 'static) {
        let toast = Toast { text: text.into(), undo: Some(Arc::new(undo)), made_at: None, step, on_gone: None };
        self.on_arrival.set_value(Some(toast));
    }

    /// Tells what was done on the screen that the address leads to.
    pub fn notify_on_arrival(self, text: impl Into<String>) {
        self.on_arrival.set_value(Some(Toast {
            text: text.into(),
            undo: None,
            made_at: None,
            step: None,
            on_gone: None,
        }));
    }

    /// The last step of the open engagement is another one: a toast that takes back the one before goes away.
    pub fn last_step_is(self, last: Option<StepId>) {
        let is_over = |toast: &Toast| toast.step.is_some() && toast.step != last;
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(is_over)) {
            self.end_toast();
        }
    }

    /// The open engagement is left: what would take back a step of it goes away, also where it was not shown yet.
    pub fn forget_steps(self) {
        self.last_step_is(None);
        self.on_arrival.update_value(|waits| _ = waits.take_if(|toast| toast.step.is_some()));
    }

    /// A toast that says this goes away: what comes now is another one, and beside its refusal it would claim what was not done.
    pub fn end_toast_of(self, text: &str) {
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.text == text)) {
            self.end_toast();
        }
    }

    fn show(self, toast: Toast) {
        self.end_toast();
        self.toast.set(Some(toast));
    }

    /// The toast goes away, and what it told of is final.
    pub fn end_toast(self) {
        if let Some(toast) = self.toast.try_update(Option::take).flatten()
            && let Some(on_gone) = toast.on_gone
        {
            on_gone();
        }
    }

    /// Takes back what the toast tells of.
    pub fn take_back(self) {
        if let Some(toast) = self.toast.try_update(Option::take).flatten()
            && let Some(undo) = toast.undo
        {
            undo();
        }
    }

    /// What was told on the screen before is over, and so is what it offered.
    pub fn arrive(self) {
        self.offers.open.set(false);
        self.end_toast();
        if let Some(told) = self.on_arrival.try_update_value(Option::take).flatten() {
            self.toast.set(Some(told));
        }
    }
}
