//! The bar above the economics.

use leptos::{html, prelude::*};

use super::lock::LockDialog;
use super::use_economy_state;
use super::verbs::OpenScenario;
use crate::edit::ScenarioInput;
use crate::i18n::figures;
use crate::i18n::speech::title_or;
use crate::ui::browser::{self, print};
use crate::ui::commands::{ScenarioVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Icon, Sign, UndoButtons, live, on, verb_icon};

/// Horizons that are one click away, in months.
const HORIZONS: [u16; 4] = [12, 24, 36, 60];

/// The bar.
#[component]
pub fn EconomyHead() -> impl IntoView {
    let state = use_economy_state();
    let there = move || state.chosen.get().is_some();
    let locking = RwSignal::new(false);
    let open = OpenScenario { state, locking };
    state.session.offers.add(move || ScenarioVerb::offers(state.e(), open));
    view! {
        <header class="map-head">
            <h1 class="map-title">{state.e().title}</h1>
            <span class="spring"></span>
            <PaperLine />
            <UndoButtons desk=state.desk />
            {live(move || there().then(|| view! { <Horizon /> }.into_any()))}
            <button class="button quiet" on:click=on(move |_| ScenarioVerb::Add.act(open))>
                {verb_icon(ScenarioVerb::Add)}
                <span class="label">{ScenarioVerb::Add.label(state.e())}</span>
            </button>
            {live(move || {
                there()
                    .then(|| {
                        view! {
                            <button
                                class="button quiet icon-only"
                                id="scenario-menu"
                                aria-haspopup="menu"
                                aria-label=state.e().scenario_menu
                                title=state.e().scenario_menu
                                on:click=on(move |_| open.open_menu())
                            >
                                <Icon sign=Sign::More />
                            </button>
                        }
                            .into_any()
                    })
            })}
        </header>
        <LockDialog open=locking />
    }
}

/// Of which project the paper is, and of which day: paper is kept.
#[component]
fn PaperLine() -> impl IntoView {
    let state = use_economy_state();
    let line = NodeRef::<html::P>::new();
    let before = move || {
        let title = state.desk.peek(|e| e.head().title.clone());
        let project = title_or(&title, state.session.w().untitled_engagement);
        print::foot(project, state.e().paper_page);
        if let Some(line) = line.get_untracked() {
            let day = figures::date(state.lang(), browser::local_day(browser::now()));
            line.set_text_content(Some(&format!("{project}, {day}")));
        }
    };
    let listeners = print::on_print(before, || print::foot("", ""));
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    view! { <p class="paper-line" node_ref=line></p> }
}

/// How far to look.
#[component]
fn Horizon() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let now = move || state.stated(|scenario| scenario.horizon).unwrap_or_default();
    let choice = move |months: u16| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (now() == months).to_string())
                disabled=live(move || state.read_only())
                on:click=on(move |_| {
                    state.say(ScenarioInput::Horizon(months));
                    state.desk.seal();
                })
            >
                {(w.months)(months)}
            </button>
        }
    };
    view! {
        <div class="segments horizon" role="group" aria-label=w.horizon>
            {HORIZONS.map(choice).collect_view()}
        </div>
    }
}
