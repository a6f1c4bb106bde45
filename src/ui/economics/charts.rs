//! The charts of the economics.

use std::sync::Arc;

use leptos::prelude::*;

use super::use_economy_state;
use crate::handover::economy::Kind;
use crate::ui::browser::element;
use crate::ui::parts::{ChartCard, Figures, live, on};

/// Which chart the phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Kept,
    Profit,
    Split,
    Levers,
}

/// All charts; on a phone one at a time.
#[component]
pub fn Charts() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let tab = RwSignal::new(Tab::Kept);
    let menus = state.menus;
    let tabs =
        [(Tab::Kept, e.kept_tab), (Tab::Profit, e.profit_tab), (Tab::Split, e.split_tab), (Tab::Levers, e.levers_tab)];
    let segment = move |(one, label): (Tab, &'static str)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (tab.get() == one).to_string())
                on:click=on(move |_| {
                    tab.set(one);
                    element::soon(".chart-cell.shown", |chart| element::show(&chart));
                })
            >
                {label}
            </button>
        }
    };
    let class = move |one: Tab, wide: &'static str| {
        live(move || if tab.get() == one { format!("chart-cell {wide} shown") } else { format!("chart-cell {wide}") })
    };
    let summary = move |kind| Signal::derive(move || state.at_rest().summary(kind));
    let subtitle = move |kind| Signal::derive(move || state.with_ranges().subtitle(kind));
    view! {
        <div class="segments chart-tabs" role="group" aria-label=e.charts>{tabs.map(segment).collect_view()}</div>
        <div class="chart-grid">
            <div class=class(Tab::Kept, "wide")>
                <ChartCard
                    id="kept"
                    title=e.customers_kept.to_string()
                    subtitle=subtitle(Kind::Kept)
                    summary=summary(Kind::Kept)
                    chart=Signal::derive(move || -> Figures { Arc::new(state.with_ranges().kept()) })
                    menus
                />
            </div>
            <div class=class(Tab::Profit, "wide")>
                <ChartCard
                    id="profit"
                    title=e.cumulative_profit.to_string()
                    subtitle=subtitle(Kind::Profit)
                    summary=summary(Kind::Profit)
                    chart=Signal::derive(move || -> Figures { Arc::new(state.with_ranges().profit()) })
                    menus
                />
            </div>
            <div class=class(Tab::Split, "")>
                <ChartCard
                    id="split"
                    title=e.split_pays.to_string()
                    subtitle=subtitle(Kind::Split)
                    summary=summary(Kind::Split)
                    chart=Signal::derive(move || -> Figures { Arc::new(state.economy().split()) })
                    menus
                />
                {live(move || {
                    let said = state.at_rest().told_of_split();
                    Some(said.into_iter().map(|text| view! { <p class="input-note">{text}</p> }.into_any()).collect_view().into_any())
                })}
            </div>
            <div class=class(Tab::Levers, "tall")>
                <ChartCard
                    id="levers"
                    title=e.what_moves.to_string()
                    subtitle=subtitle(Kind::Levers)
                    summary=summary(Kind::Levers)
                    chart=Signal::derive(move || -> Figures { Arc::new(state.economy().levers()) })
                    menus
                />
            </div>
            <div class=class(Tab::Levers, "")>
                <ChartCard
                    id="ratio"
                    title=e.ltv_to_cac.to_string()
                    subtitle=subtitle(Kind::Ratio)
                    summary=summary(Kind::Ratio)
                    chart=Signal::derive(move || -> Figures { Arc::new(state.economy().ratios()) })
                    menus
                />
            </div>
        </div>
    }
}
