//! Locking a scenario: what was agreed on stays as it is, with who says so and since when.

use leptos::prelude::*;

use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::i18n::figures;
use crate::model::day;
use crate::model::scenario::Lock;
use crate::ui::browser;
use crate::ui::commands::{ScenarioVerb, Verb};
use crate::ui::parts::{self, DayInput, Dialog, DialogForm, DraftInput, Icon, Sign, live, on, shown};

/// Unlocks the scenario that is looked at, and tells it with a way back.
pub fn unlock(state: EconomyState) {
    state.say_with_notice(ScenarioInput::Lock(None), state.e().unlocked.into());
}

/// Asks who locks the scenario that is looked at.
#[component]
pub fn LockDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let by = parts::FieldDraft::new(state.session, state.desk, "lock".into());
    let today = || browser::local_day(browser::now());
    // Today, until somebody says another day.
    let said_on = parts::FieldDraft::new(state.session, state.desk, "lock-on".into());
    let on_day = move || day::parse_day(&said_on.get()).unwrap_or_else(|_| today());
    let lock = Callback::new(move |()| {
        open.set(false);
        let lock = Lock { by: by.text().trim().to_owned(), on: untrack(on_day) };
        said_on.clear();
        state.say(ScenarioInput::Lock(Some(lock)));
        state.desk.seal();
    });
    let give_up = move || {
        open.set(false);
        said_on.clear();
    };
    view! {
        <Dialog open=open title=e.lock>
            <DialogForm submit=lock>
                <p class="dialog-hint">{e.lock_hint}</p>
                <label class="dialog-line">
                    <span>{e.locked_by}</span>
                    <DraftInput draft=by placeholder="" />
                </label>
                <label class="dialog-line">
                    <span>{e.locked_on}</span>
                    <DayInput
                        value=Signal::derive(move || {
                            open.track();
                            day::day_text(on_day())
                        })
                        read_only=Signal::derive(|| false)
                        // An empty field leaves the day before it.
                        take=Callback::new(move |day: Option<_>| {
                            if let Some(day) = day {
                                said_on.set(day::day_text(day));
                            }
                        })
                    />
                </label>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=on(move |_| give_up())>{e.dont_lock}</button>
                    <button type="submit" class="button primary">{e.lock}</button>
                </div>
            </DialogForm>
        </Dialog>
    }
}

/// That the scenario that is looked at is locked, by whom and since when; `None` where it is not.
pub fn locked(state: EconomyState) -> Option<String> {
    let lock = state.stated(|scenario| scenario.locked.clone()).flatten()?;
    Some((state.e().locked)(&lock.by, &figures::date(state.lang(), lock.on)))
}

/// Says that the scenario is locked, with the way to unlock it.
#[component]
pub fn LockLine() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let said = Memo::new(move |_| locked(state));
    shown(
        move || said.with(Option::is_some),
        move || {
            view! {
                <p class="lock-line" role="status">
                    <Icon sign=Sign::Lock />
                    <span>{live(move || said.get())}</span>
                    <button
                        class="button small"
                        disabled=live(move || state.desk.read_only())
                        on:click=on(move |_| unlock(state))
                    >
                        {ScenarioVerb::Unlock.label(e)}
                    </button>
                </p>
            }
        },
    )
}
