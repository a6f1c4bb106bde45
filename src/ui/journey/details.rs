//! The details of a map: title, persona, scenario, kind.

use leptos::prelude::*;

use super::board::use_board;
use crate::edit::{Command, JourneyField};
use crate::model::Key;
use crate::model::journey::{Journey, JourneyKind};
use crate::ui::parts::{FormDialog, TextField, live, on};

/// The dialog.
#[component]
pub fn Details(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = use_board();
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    let desk = board.desk;
    let line = move |label, field: JourneyField, read: fn(&Journey) -> &String| {
        let id = board.journey;
        let value = live(move || {
            desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| read(journey).clone())).unwrap_or_default()
        });
        let set = Callback::new(move |text| _ = board.dispatch(Command::SetJourney(id, field, text)));
        view! { <TextField desk label class="dialog-line" value set /> }
    };
    let choice = move |kind: JourneyKind, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="journey-kind"
                    prop:checked=live(move || board.journey_kind() == kind)
                    on:change=on(move |_| {
                        board.dispatch(Command::SetJourneyKind(board.journey, kind));
                    })
                />
                {label}
            </label>
        }
    };
    view! {
        <FormDialog open title=mw.map_details>
            {line(w.title, JourneyField::Title, |journey| &journey.title)}
            {line(jw.persona, JourneyField::Persona, |journey| &journey.persona)}
            {line(jw.scenario, JourneyField::Scenario, |journey| &journey.scenario)}
            <fieldset class="dialog-line">
                <legend>{jw.kind}</legend>
                <div class="choices">{choice(JourneyKind::AsIs, jw.as_is)} {choice(JourneyKind::ToBe, jw.to_be)}</div>
            </fieldset>
        </FormDialog>
    }
}
