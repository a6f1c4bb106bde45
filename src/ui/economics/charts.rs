//! The charts of the economics.

use leptos::prelude::*;

use super::use_economy_state;
use crate::handover::chart::ChartId;
use crate::handover::economy::{Extent, Kind};
use crate::ui::browser::element;
use crate::ui::parts::{ChartCard, live, on};

/// All charts; on a phone one tab at a time.
#[component]
pub fn Charts() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let shown = RwSignal::new(Kind::Kept);
    let tab = move |(kind, label): (Kind, &'static str)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (shown.get() == kind).to_string())
                on:click=on(move |_| {
                    shown.set(kind);
                    element::soon(".chart-cell.shown", |chart| element::show(&chart));
                })
            >
                {label}
            </button>
        }
        .into_any()
    };
    let tabs = Kind::ALL.into_iter().filter_map(|kind| Some((kind, kind.tab(e)?)));
    // One without a tab of its own stands in that of the chart before it.
    let mut head = Kind::Kept;
    let cells = Kind::ALL.into_iter().map(|kind| {
        head = kind.tab(e).map_or(head, |_| kind);
        cell(
            kind,
            Signal::derive({
                let head = head;
                move || shown.get() == head
            }),
        )
    });
    view! {
        <div class="segments chart-tabs" role="group" aria-label=e.charts>{tabs.map(tab).collect_view()}</div>
        <div class="chart-grid">{cells.collect_view()}</div>
    }
}

/// A chart with what is said below it.
fn cell(kind: Kind, is_shown: Signal<bool>) -> AnyView {
    let state = use_economy_state();
    let room = match kind.extent() {
        Extent::Wide => "chart-cell wide",
        Extent::TallRows => "chart-cell tall",
        Extent::Column | Extent::Rows => "chart-cell",
    };
    let source = move || if kind.has_bands() { state.with_ranges() } else { state.economy() };
    let notes = move || {
        let economy = state.at_rest();
        // Why there is no chart stands in its place.
        let why = economy.summary(kind);
        let said = economy.note_of_split().into_iter().filter(|text| *text != why);
        said.map(|text| view! { <p class="input-note">{text}</p> }.into_any()).collect_view().into_any()
    };
    view! {
        <div class=live(move || if is_shown.get() { format!("{room} shown") } else { room.to_owned() })>
            <ChartCard
                id=ChartId::Scenarios(kind)
                title=kind.title(state.e()).to_string()
                subtitle=Signal::derive(move || state.with_ranges().subtitle(kind))
                summary=Signal::derive(move || state.at_rest().summary(kind))
                chart=Signal::derive(move || source().drawn_as(kind))
                menus=state.menus
            />
            {(kind == Kind::Split).then(|| live(move || Some(notes())))}
        </div>
    }
    .into_any()
}
