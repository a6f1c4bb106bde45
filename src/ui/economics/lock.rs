//! Locking a scenario: what was agreed on stays as it is, with who says so and since when.

use leptos::{ev, prelude::*};

use super::study::Study;
use super::use_study;
use crate::edit::ScenarioInput;
use crate::i18n::figures;
use crate::model::scenario::Lock;
use crate::ui::browser;
use crate::ui::parts::{self, Dialog, DraftInput, Icon, Sign, live, on, shown};

/// Unlocks the scenario that is looked at.
pub fn unlock(study: Study) {
    study.say(ScenarioInput::Lock(None));
    study.desk.seal();
}

/// Asks who locks the scenario that is looked at.
#[component]
pub fn LockDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let study = use_study();
    let e = study.e();
    let by = parts::Draft::new(study.session, study.desk, "lock".into());
    let lock = move |event: ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        let lock = Lock { by: by.text().trim().to_owned(), on: browser::local_day(browser::now()) };
        study.say(ScenarioInput::Lock(Some(lock)));
        study.desk.seal();
    };
    view! {
        <Dialog open=open title=e.lock>
            <form class="dialog-form" on:submit=on(lock)>
                <p class="dialog-hint">{e.lock_hint}</p>
                <label class="dialog-line">
                    <span>{e.locked_by}</span>
                    <DraftInput draft=by placeholder="" />
                </label>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=on(move |_| open.set(false))>{e.dont_lock}</button>
                    <button type="submit" class="button primary">{e.lock}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Says that the scenario is locked, with the way to unlock it.
#[component]
pub fn LockLine() -> impl IntoView {
    let study = use_study();
    let e = study.e();
    let lock = Memo::new(move |_| study.stated(|scenario| scenario.locked.clone()).flatten());
    let said = move || lock.get().map(|lock| (e.locked)(&lock.by, &figures::date(study.lang(), lock.on)));
    shown(
        move || lock.with(Option::is_some),
        move || {
            view! {
                <p class="lock-line" role="status">
                    <Icon sign=Sign::Lock />
                    <span>{live(said)}</span>
                    <button
                        class="button small"
                        disabled=live(move || study.desk.read_only())
                        on:click=on(move |_| unlock(study))
                    >
                        {e.unlock}
                    </button>
                </p>
            }
        },
    )
}
