//! The panel of cohorts: a table pasted, what it says of how long clients stay, and what it cannot say.

mod charts;
mod figures;
mod tables;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use orbita_economics::{Figure, Model, NoFigure};

use super::lock::LockLine;
use super::paste::{PasteBox, TableKind};
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::{Command, Pasted, ScenarioInput};
use crate::handover::economy::cohort_charts::carried_to;
use crate::handover::economy::cohorts as told;
use crate::insight::economy::cohort::{CohortReading, client};
use crate::insight::economy::fitting::CohortFitting;
use crate::model::scenario::{CohortTable, Period, Scenario};
use crate::tables::cohorts::{Cohorts, read_for_scenario};
use crate::tables::export;
use crate::tables::fault::Kind;
use crate::ui::offered::{Offered, Source};
use crate::ui::parts::{Slices, live, on, shown};
use charts::{BaseChart, KeptChart, TrialChart};
use figures::{observed_churn, worth_figure};
use tables::{Fits, Trial};

/// What a column of the table stands for.
fn columns_are(state: EconomyState) -> Period {
    let waiting = || state.tables(|tables| tables.cohorts_period).unwrap_or_default();
    state.stated(Scenario::cohorts_period).unwrap_or_else(waiting)
}

/// Fits that are done at a time: a few milliseconds.
const SLICE: u64 = 10_000;

/// What a table says; the same for every piece of the panel.
type SharedReading = Arc<CohortReading>;

/// How far the reading of a table is.
#[derive(Clone)]
enum Asked {
    Running,
    Read(SharedReading),
    None(NoFigure),
}

/// Reads a table in slices; most are done with the first one. Another table cancels the one before.
fn read_in_slices(table: Memo<Option<CohortTable>>) -> ReadSignal<Option<Asked>> {
    let (told, tell) = signal(None);
    let slices = Slices::new();
    Effect::new(move |_| {
        slices.stop();
        let mut fitting = match table.with(|table| table.as_ref().map(CohortFitting::new)) {
            None => return tell.set(None),
            Some(Err(why)) => return tell.set(Some(Asked::None(why))),
            Some(Ok(fitting)) => Some(fitting),
        };
        let mut slice = move || {
            let done = fitting.take_if(|fitting| fitting.advance(SLICE));
            if let Some(done) = done {
                tell.set(Some(Asked::Read(Arc::new(done.finish()))));
            }
            fitting.is_none()
        };
        if !slice() {
            tell.set(Some(Asked::Running));
            slices.run(Duration::ZERO, slice);
        }
    });
    told
}

/// The panel.
#[component]
pub fn CohortPanel() -> impl IntoView {
    let state = use_economy_state();
    let w = state.session.w();
    let c = state.c();
    let waiting = move || state.tables(|tables| tables.cohorts.clone());
    let table = Memo::new(move |_| state.stated(|scenario| scenario.cohorts.clone()).unwrap_or_else(waiting));
    let reading = read_in_slices(table);
    let period = Memo::new(move |_| columns_are(state));
    let read = Callback::new(move |offered: Offered| {
        let reading = offered.read(
            state.lang(),
            &untrack(|| state.currency()),
            untrack(|| columns_are(state)),
            read_for_scenario,
        )?;
        let here = state.chosen.get_untracked();
        Ok(reading.map(|(table, columns)| match here {
            Some(id) => Command::SetScenario(id, ScenarioInput::Cohorts(Some(table), columns)),
            None => Command::SetCohorts(Some(table), columns),
        }))
    });
    let rows = Signal::derive(move || {
        let rows = |table: &CohortTable| export::cohorts(&Cohorts::from(table), state.lang());
        table.with(|table| table.as_ref().map(rows).unwrap_or_default())
    });
    let stored = Signal::derive(move || export::tabbed(state.lang(), &rows.get()).trim_end().to_owned());
    let kind = TableKind { kind: Kind::Cohorts, read, stored, rows };
    let remove = Callback::new(move |()| {
        if state.chosen.with_untracked(Option::is_some) {
            state.say_with_notice(ScenarioInput::Cohorts(None, None), c.removed.into());
        } else {
            let none = Command::SetCohorts(None, None);
            state.desk.dispatch_with_notice(none, c.removed, move || _ = state.desk.undo());
        }
    });
    let example = move |name: &'static str, shares: [f64; 13]| {
        view! {
            <button
                class="button small"
                disabled=live(move || state.read_only())
                on:click=on(move |_| state.cohorts.offer(kind, Source::Text(told::published(state.lang(), name, shares).into())))
            >
                {name}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="cohorts-title">
            <h3 class="chart-title" id="cohorts-title">{c.title}</h3>
            <LockLine />
            <PasteBox
                id="cohort-table"
                label=c.table
                hint=Signal::derive(move || (c.hint)(period.get()))
                sample="2026-01\t40\t34\t30\n2026-02\t36\t31\n2026-03\t44"
                draft=state.cohorts
                read_only=Signal::derive(move || state.read_only())
                refuses=Callback::new(move |()| state.refuses())
                table=kind
                remove
            />
            {shown(move || !state.cohorts.is_unused(), move || super::columns::choice(state, columns_are, Pasted::Cohorts))}
            <div class="paste-examples">
                <span>{c.examples}</span>
                {example(c.regular, told::REGULAR)}
                {example(c.high_end, told::HIGH_END)}
                <span class="input-note">{c.example_source}</span>
            </div>
            {shown(
                move || state.cohorts.is_unused() && table.with(Option::is_some),
                move || view! { <p class="input-note" role="status">{state.e().stale_results}</p> },
            )}
            {live(move || {
                Some(
                    match reading.get()? {
                        Asked::Read(reading) => view! { <Says reading /> }.into_any(),
                        Asked::None(why) => view! { <p role="alert">{w.no_figure(why)}</p> }.into_any(),
                        Asked::Running => view! { <p class="input-note fitting" role="status">{c.fitting}</p> }.into_any(),
                    },
                )
            })}
        </section>
    }
}

/// What the table says.
#[component]
fn Says(reading: SharedReading) -> impl IntoView {
    let state = use_economy_state();
    let (c, lang) = (state.c(), state.lang());
    let understood = told::understood(lang, &reading);
    let verdict = told::verdict(lang, &reading);
    let caveats: Vec<AnyView> = reading
        .caveats
        .iter()
        .map(|caveat| view! { <li>{told::caveat(lang, &reading, *caveat)}</li> }.into_any())
        .collect();
    {
        let reading = reading.clone();
        Effect::new(move |_| state.sample(reading.clone(), state.stated(client).and_then(Figure::ok)));
    }
    let worth = {
        let reading = reading.clone();
        move || state.stated(|scenario| worth_figure(state, &reading, scenario))
    };
    let is_constant = matches!(reading.model(), Ok(Model::Constant { .. }));
    let last = reading.last_age();
    let to = RwSignal::new(carried_to(&reading));
    view! {
        <p class="input-note" role="status">{understood}</p>
        <p class="cohort-verdict">{verdict}</p>
        <div class="cohort-figures">
            {
                let reading = reading.clone();
                live(move || {
                    let alone = || observed_churn(state, &reading, None);
                    Some(state.stated(|scenario| observed_churn(state, &reading, Some(scenario))).unwrap_or_else(alone))
                })
            }
            {live(worth)}
        </div>
        <p class="input-note">
            {live(move || match state.chosen.get() {
                None => c.no_scenario,
                Some(_) if is_constant => "",
                Some(_) => c.use_gives_up,
            })}
        </p>
        <label class="number-field project-to">
            <span class="number-label">{c.project_to}</span>
            <input
                class="field"
                type="number"
                min=last.to_string()
                max="120"
                prop:value=live(move || to.get().to_string())
                on:change=on(move |event: leptos::ev::Event| {
                    let input: web_sys::HtmlInputElement = event_target(&event);
                    if let Ok(age) = input.value().parse::<u32>() {
                        to.set(age.clamp(last.max(1), 120.max(last)));
                    }
                    input.set_value(&to.get_untracked().to_string());
                })
            />
        </label>
        <KeptChart reading=reading.clone() to />
        <Fits reading=reading.clone() />
        {reading.holdout.clone().map(|trial| {
            let trial = Arc::new(trial);
            view! {
                <TrialChart reading=reading.clone() trial=trial.clone() />
                <Trial trial />
            }
                .into_any()
        })}
        {(reading.count() > 1 && state.chosen.with_untracked(Option::is_some)).then(|| {
            view! { <BaseChart reading=reading.clone() /> }.into_any()
        })}
        {(!caveats.is_empty())
            .then(|| {
                view! {
                    <h4 class="panel-part">{c.limits}</h4>
                    <ul class="cohort-limits">{caveats}</ul>
                }
                    .into_any()
            })}
    }
}
