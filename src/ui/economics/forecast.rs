//! What a scenario foretold when it was locked, beside what came.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::estimate::typed;
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::handover::chart::ChartId;
use crate::handover::economy::forecast::{Line, Writing, intro, unit};
use crate::i18n::figures;
use crate::i18n::forecast::ForecastWords;
use crate::insight::economy::forecast::{PeriodEnd, months, period_ends, yet_to_come};
use crate::insight::economy::plan;
use crate::model::amount::Amount;
use crate::model::scenario::{Actual, ActualFigure, Counted, Scenario};
use crate::ui::browser::{self, element};
use crate::ui::parts::{FieldDraft, Number, NumberInput, TitledChart, Typed, Typing, live, on, rows, shown, titled};

/// The ends of periods with what was foretold for them.
type Ends = Memo<Arc<Vec<PeriodEnd>>>;

/// The panel; shown once a scenario is locked, or something came.
#[component]
pub fn ForecastPanel() -> impl IntoView {
    let state = use_economy_state();
    let is_said = Memo::new(move |_| state.has_forecast());
    shown(move || is_said.get(), || view! { <Panel /> })
}

fn ends(state: EconomyState) -> Arc<Vec<PeriodEnd>> {
    let today = browser::local_day(browser::now());
    let told = state.stated(|scenario| {
        let drawn = plan::alone(scenario)?;
        period_ends(scenario, &drawn, &months(scenario, today))
    });
    Arc::new(told.and_then(Result::ok).unwrap_or_default())
}

fn writing(state: EconomyState) -> Writing {
    Writing { lang: state.lang(), currency: state.currency() }
}

#[component]
fn Panel() -> impl IntoView {
    let state = use_economy_state();
    let words = ForecastWords::of(state.lang());
    let counted = RwSignal::new(Counted::Clients);
    let ends: Ends = Memo::new(move |_| ends(state));
    let segment = move |one: Counted| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (counted.get() == one).to_string())
                on:click=on(move |_| counted.set(one))
            >
                {(words.counted)(one)}
            </button>
        }
        .into_any()
    };
    let said = Memo::new(move |_| {
        let (ends, counted) = (ends.get(), counted.get());
        let lines = state.stated(|scenario| intro(scenario, &ends, counted, state.lang()));
        lines.unwrap_or_default().join(" ")
    });
    let chart = titled(move || ends.with(|ends| writing(state).titled(said.get(), ends, counted.get())));
    let means = move || state.stated(|scenario: &Scenario| (words.means)(counted.get(), scenario.period));
    let heads = [
        words.end_of,
        words.forecast,
        words.range,
        words.actual,
        words.actual_on,
        words.difference,
        words.against_range,
    ];
    view! {
        <section class="panel" aria-labelledby="forecast-title">
            <h3 class="chart-title" id="forecast-title">{words.title}</h3>
            <p class="input-note" role="status">{live(move || said.get())}</p>
            <div class="segments" role="group" aria-label=words.figure>{Counted::ALL.map(segment).into_iter().collect_view()}</div>
            <p class="input-note">{live(means)}</p>
            <div class="table-scroll" id="forecast-table" role="region" tabindex="0" aria-label=words.title>
                <table class="panel-table words forecast">
                    <thead>
                        <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }.into_any()).into_iter().collect_view()}</tr>
                    </thead>
                    {live(move || {
                        let counted = counted.get();
                        let chosen = state.chosen.get();
                        Some(view! { <PeriodRows ends counted place=format!("{chosen:?}") /> }.into_any())
                    })}
                </table>
            </div>
            <TitledChart id=ChartId::Forecast of=chart menus=state.menus />
        </section>
    }
}

/// A line for each end of a period. A line that is typed into stays while others come.
#[component]
fn PeriodRows(ends: Ends, counted: Counted, place: String) -> impl IntoView {
    let months = move || ends.with(|ends| ends.iter().map(|end| u32::from(end.month)).collect());
    view! {
        <tbody>
            {rows(months, move |month| view! { <PeriodRow ends counted month=month as u16 place=place.clone() /> }.into_any())}
        </tbody>
    }
}

#[component]
fn PeriodRow(ends: Ends, counted: Counted, month: u16, place: String) -> impl IntoView {
    let state = use_economy_state();
    let words = ForecastWords::of(state.lang());
    let line = Memo::new(move |_| {
        ends.with(|ends| ends.iter().find(|end| end.month == month).map(|end| writing(state).line(end, counted)))
    });
    let text = move |read: fn(&Line) -> &String| {
        live(move || line.with(|line| line.as_ref().map(read).cloned().unwrap_or_default()))
    };
    let actual = Memo::new(move |_| {
        state.stated(|scenario| scenario.actuals.iter().find(|actual| actual.month == month).copied()).flatten()
    });
    let before = StoredValue::new(None::<Actual>);
    let before_it = move || before.get_value().and_then(|actual| actual.of(counted));
    let say = move |actual: Option<ActualFigure>| state.say(ScenarioInput::Actual(month, counted, actual));
    let read = typed(state, unit(counted), counted.bounds());
    let number = Number {
        desk: state.desk,
        text: Signal::derive(move || {
            line.with(|line| line.as_ref().map(|line| line.actual.clone()).unwrap_or_default())
        }),
        // An empty field says that nobody knows yet: no number takes back what was said.
        typed: Typed::new(move |text: String| {
            if text.trim().is_empty() {
                return Ok(f64::NAN);
            }
            let number = read.run(text)?;
            let today = browser::local_day(browser::now());
            let end = untrack(|| state.stated(|scenario| yet_to_come(scenario, month, today))).flatten();
            end.map_or(Ok(number), |end| Err((words.not_yet)(&figures::date(state.lang(), end))))
        }),
        begin: Callback::new(move |()| before.set_value(actual.get_untracked())),
        set: Callback::new(move |number| {
            let today = browser::local_day(browser::now());
            say(Amount::new(number).map(|number| ActualFigure::typed(number, today, before_it())));
        }),
        restore: Callback::new(move |()| say(before_it())),
        settle: Callback::new(move |()| state.desk.seal()),
        emptied: None,
        kept: Some(FieldDraft::new(state.session, state.desk, format!("actual/{place}/{month}/{counted:?}"))),
    };
    let typing = Typing::new(number);
    let end = line.with_untracked(|line| line.as_ref().map(|line| line.end.clone()).unwrap_or_default());
    let (day, wrong) = (format!("came-on-{month}"), format!("came-wrong-{month}"));
    let describes = {
        let (day, wrong) = (day.clone(), wrong.clone());
        Signal::derive(move || Some(if typing.is_refused() { wrong.clone() } else { day.clone() }))
    };
    let name = (words.came_of)((words.counted)(counted), &end);
    view! {
        <tr class:refused=live(move || typing.is_refused())>
            <th scope="row">{text(|line| &line.end)}</th>
            <td>{text(|line| &line.forecast)}</td>
            <td>{text(|line| &line.range)}</td>
            <td class="forecast-came">
                <NumberInput
                    typing
                    class=""
                    name
                    described_by=describes
                    read_only=Signal::derive(move || state.desk.read_only())
                    entered=Callback::new(next_field)
                />
            </td>
            // Why a figure is refused stands where the verdict on the one before it stood, and takes no place of its own.
            <td class="forecast-said">
                <span id=day class="forecast-verdict">{text(|line| &line.actual_on)}</span>
                <span id=wrong class="forecast-wrong" role="alert">{live(move || typing.wrong())}</span>
            </td>
            <td><span class="forecast-verdict">{text(|line| &line.difference)}</span></td>
            <td><span class="forecast-verdict">{text(|line| &line.position)}</span></td>
        </tr>
    }
}

/// Enter goes to the field of the next period, with Shift to that of the one before; what stands there is selected.
fn next_field(event: ev::KeyboardEvent) {
    let fields = element::everywhere(".forecast-came .field");
    let Some(at) = fields.iter().position(element::has_focus) else { return };
    let to = if event.shift_key() { at.checked_sub(1) } else { at.checked_add(1) };
    if let Some(field) = to.and_then(|to| fields.get(to)) {
        element::focus(field);
        element::select_all(field);
    }
}
