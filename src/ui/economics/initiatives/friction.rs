//! The friction that an initiative removes: which one, and the way to it on its map.

use leptos::{ev, prelude::*};

use super::super::state::EconomyState;
use super::super::use_economy_state;
use crate::edit::{Command, InitiativeInput};
use crate::insight::ranking;
use crate::insight::walk::Spot;
use crate::model::quantity::{CardId, InitiativeId, JourneyId};
use crate::model::{Engagement, Key};
use crate::route::{EconomyPart, Route};
use crate::ui::browser;
use crate::ui::last_places::LastPlaces;
use crate::ui::parts::{live, on};

/// Which friction is removed.
#[component]
pub fn FrictionChoice(id: InitiativeId) -> impl IntoView {
    let state = use_economy_state();
    let i = state.i();
    let chosen = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).and_then(|one| one.friction));
    let all = state.desk.peek(frictions);
    let choose = move |event: ev::Event| {
        let card = event_target_value(&event).parse().ok().map(CardId);
        state.desk.dispatch(Command::SetInitiative(id, InitiativeInput::Friction(card)));
    };
    view! {
        <label class="number-field">
            <span class="number-label">{i.removes}</span>
            <select class="field" disabled=live(move || state.desk.read_only()) on:change=on(choose)>
                <option value="" selected=live(move || chosen().is_none())>{i.no_friction}</option>
                {all
                    .into_iter()
                    .map(|(card, text)| {
                        view! {
                            <option value=card.to_string() selected=live(move || chosen() == Some(card))>{text}</option>
                        }
                            .into_any()
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// The friction that an initiative removes, with its map.
pub fn place_of(state: EconomyState, id: InitiativeId) -> Option<(JourneyId, CardId)> {
    state.desk.read(Key::Initiative(id), |e| {
        let card = e.initiative(id)?.friction?;
        Some((e.journey_of_stage(e.place(card)?.0.stage)?, card))
    })
}

/// Leads to a friction on its map; Back leads to the initiative, which is open again.
pub fn map_link(state: EconomyState, id: InitiativeId, journey: JourneyId, card: CardId) -> AnyView {
    let last_places: LastPlaces = expect_context();
    let engagement = untrack(|| state.saver.id());
    let address = Route::Journey { engagement, journey: Some(journey) }.hash();
    let leave = move |_| {
        last_places.note(journey, Spot::Card(card));
        let (engagement, scenario) = untrack(|| (state.saver.id(), state.chosen.get()));
        let here = Route::Economics { engagement, scenario, initiative: Some(id), part: EconomyPart::Fixing };
        browser::way::rewrite(&here.hash());
    };
    view! {
        <a class="worth-link" href=address on:click=on(leave)>
            {state.i().show_on_map}
            " \u{2192}"
        </a>
    }
    .into_any()
}

/// Every friction of every map, in their order.
fn frictions(engagement: &Engagement) -> Vec<(CardId, String)> {
    let cards = engagement.journeys().flat_map(|(_, journey)| ranking::frictions(engagement, journey));
    cards.filter_map(|(_, id)| Some((id, engagement.card(id)?.text.clone()))).collect()
}
