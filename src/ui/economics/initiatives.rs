//! The value of fixing: what an initiative costs and changes, and what that is worth.

use std::time::Duration;

use leptos::{ev, prelude::*};
use orbita_economics::NoFigure;

use super::estimate::{EstimateField, MakeExact};
use super::response::why;
use super::state::EconomyState;
use super::trial::{self, TestTerms};
use super::use_economy_state;
use crate::edit::{Command, InitiativeInput, ScenarioInput};
use crate::handover::chart::ChartId;
use crate::handover::initiatives::worth_chart;
use crate::i18n::amounts::{money, number, per_cent};
use crate::i18n::economy::{Unit, band, chance, held_money};
use crate::insight::economy::initiative::{Unvalued, Value};
use crate::insight::ranking;
use crate::insight::walk::Spot;
use crate::model::amount::End;
use crate::model::quantity::{CardId, InitiativeId, JourneyId};
use crate::model::scenario::{Initiative, Lever, Scenario};
use crate::model::{Engagement, Key};
use crate::route::{EconomyPart, Route};
use crate::ui::alive::Alive;
use crate::ui::browser::{self, element};
use crate::ui::last_places::LastPlaces;
use crate::ui::parts::{Icon, Sign, TitledChart, each, live, on, shown, titled};

/// How long the keyboard is elsewhere before the list puts itself in order.
const REST: Duration = Duration::from_millis(700);

/// The panel.
#[component]
pub fn Initiatives() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    // A list that moved under the keyboard would take a field away from whoever types into it.
    let is_typed_into = RwSignal::new(false);
    // One that moved while the pointer is pressed elsewhere would take away what it is pressed on.
    let alive = Alive::here();
    let left = move || {
        alive.after(REST, move || {
            is_typed_into.set(element::find(".initiatives").is_some_and(|list| element::has_focus(&list)));
        });
    };
    let ids = Memo::new(move |was: Option<&Vec<InitiativeId>>| {
        let ranked = state.valued.with(|all| all.iter().map(|valued| valued.id).collect::<Vec<_>>());
        let is_same = |was: &&Vec<InitiativeId>| was.len() == ranked.len() && was.iter().all(|id| ranked.contains(id));
        let stays = was.filter(|was| is_typed_into.get() && is_same(was)).cloned();
        stays.unwrap_or(ranked)
    });
    view! {
        <section class="panel" id="initiatives" aria-labelledby="initiatives-title">
            <div class="panel-head">
                <h3 class="chart-title" id="initiatives-title">{e.initiatives}</h3>
                <button class="button small" on:click=on(move |_| add(state))>
                    <Icon sign=Sign::Plus />
                    {e.add_initiative}
                </button>
            </div>
            {live(move || {
                Some(if ids.with(Vec::is_empty) {
                    view! { <p class="input-note">{e.initiatives_hint}</p> }.into_any()
                } else {
                    let name = state.here().map(|here| state.name(&here)).unwrap_or_default();
                    view! { <p class="input-note">{(e.valued_with)(&name)}</p> }.into_any()
                })
            })}
            {live(move || {
                let by_age = |scenario: &Scenario| {
                    let churn = per_cent(state.lang(), scenario.churn_in_force(), 2);
                    scenario.by_age.is_some().then(|| (e.points_by_age)(&format!("{churn} {}", e.per(scenario.period))))
                };
                let text = state.stated(by_age).flatten().filter(|_| ids.with(|ids| !ids.is_empty()))?;
                Some(view! { <p class="input-note">{text}</p> }.into_any())
            })}
            <ul
                class="initiatives"
                role="list"
                aria-label=e.initiatives
                on:focusin=on(move |_| is_typed_into.set(true))
                on:focusout=on(move |_| left())
            >
                {each(move || ids.get(), move |id| view! { <InitiativeRow id /> })}
            </ul>
            <IncludedTogether />
            {shown(move || !ids.with(Vec::is_empty), || view! { <TestTerms /> })}
        </section>
    }
}

fn add(state: EconomyState) {
    let made = state.desk.dispatch(Command::AddInitiative(Box::new(Initiative::against(None)))).made();
    if let Some(Key::Initiative(id)) = made {
        state.initiative.set(Some(id));
        element::when_there(format!("#initiative-name-{id}"), |field| element::focus(&field));
    }
}

/// What an initiative is called: its name, or the friction that it removes.
pub fn name(state: EconomyState, id: InitiativeId) -> String {
    let e = state.e();
    let (name, friction) = state
        .desk
        .read(Key::Initiative(id), |e| e.initiative(id).map(|one| (one.name.clone(), one.friction)))
        .unwrap_or_default();
    let words = |card| state.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone()));
    match (name.trim(), friction.and_then(words)) {
        ("", Some(words)) if !words.trim().is_empty() => words,
        ("", _) => e.unnamed_initiative.into(),
        (name, _) => name.into(),
    }
}

#[component]
fn InitiativeRow(id: InitiativeId) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let is_open = move || state.initiative.get() == Some(id);
    let value =
        Memo::new(move |_| state.valued.with(|all| all.iter().find(|one| one.id == id).map(|one| one.value.clone())));
    let worth = move || match value.get()? {
        // That it is not valued is said beside its name.
        Err(Unvalued::Missing(_)) => None,
        value => Some(worth(state, &value)),
    };
    let unvalued = move || value.with(|value| matches!(value, Some(Err(Unvalued::Missing(_)))));
    view! {
        <li class="initiative" id=format!("initiative-{id}")>
            <button
                class="initiative-row"
                aria-expanded=live(move || is_open().to_string())
                on:click=on(move |_| state.initiative.update(|open| *open = (*open != Some(id)).then_some(id)))
            >
                <span class="initiative-name">
                    {live(move || name(state, id))}
                    " "
                    {live(move || unvalued().then(|| view! { <span class="chip-warn">{e.not_valued_short}</span> }.into_any()))}
                </span>
                <b class="initiative-worth">{live(worth)}</b>
            </button>
            {shown(is_open, move || view! { <Form id value /> })}
        </li>
    }
}

/// What an initiative is worth in a few words; none for one that is not valued.
fn worth(state: EconomyState, value: &Result<Value, Unvalued>) -> String {
    match value {
        Ok(value) => (state.e().worth_over)(&over_horizon(state, value), value.months),
        Err(Unvalued::NoFigure(reason)) => why(state, *reason),
        Err(Unvalued::Missing(_)) => state.e().not_valued_short.into(),
    }
}

/// The initiatives in short, for the decision on paper: there it is one report.
#[component]
pub fn InitiativesOnPaper() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let row = move |(id, worth): (InitiativeId, String)| {
        view! { <tr><th scope="row">{name(state, id)}</th><td>{worth}</td></tr> }.into_any()
    };
    let all = Memo::new(move |_| {
        let with = state.at_rest().here().map(|here| state.name(here));
        let rows: Vec<_> = state.valued.with(|all| all.iter().map(|one| (one.id, worth(state, &one.value))).collect());
        with.filter(|_| !rows.is_empty()).map(|with| (with, rows))
    });
    live(move || {
        let (with, rows) = all.get()?;
        Some(
            view! {
                <section class="panel on-paper">
                    <h3 class="chart-title">{e.initiatives}</h3>
                    <p class="input-note">{(e.valued_with)(&with)}</p>
                    <table class="panel-table"><tbody>{rows.into_iter().map(row).collect_view()}</tbody></table>
                </section>
            }
            .into_any(),
        )
    })
}

/// What an initiative adds over the horizon, costs taken off: its range, or the one figure where nobody stated a range.
fn over_horizon(state: EconomyState, value: &Value) -> String {
    let [low, high] = value.ends();
    match value.range {
        Some(_) => band(state.lang(), &state.currency(), low, high),
        None => money(state.lang(), &state.currency(), value.likely),
    }
}

#[component]
fn Form(id: InitiativeId, value: Memo<Option<Result<Value, Unvalued>>>) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let say = move |input| _ = state.desk.dispatch(Command::SetInitiative(id, input));
    let own = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).map(|one| one.name.clone()));
    let delete = move |_| {
        state
            .desk
            .dispatch_with_notice(Command::DeleteInitiative(id), e.deleted_initiative, move || _ = state.desk.undo());
    };
    let chart = titled(move || {
        let value = value.get();
        let said = says(state, value.clone()).into_iter().next().unwrap_or_default();
        let value = value.as_ref().and_then(|value| value.as_ref().ok());
        worth_chart(state.lang(), &state.currency(), name(state, id), said, value)
    });
    let means = move || {
        let levers = |e: &Engagement| e.initiative(id).map(|one| Lever::ALL.map(|lever| *one.lever(lever)));
        let levers = state.desk.read(Key::Initiative(id), levers);
        e.means(levers.as_ref().map_or(&[], |levers| levers.as_slice()))
    };
    // Whoever is led here sees it.
    element::soon(format!("#initiative-{id}"), |row| element::show(&row));
    view! {
        <div class="initiative-form">
            <div class="initiative-words">
                <label class="number-field">
                    <span class="number-label">{e.initiative_name}</span>
                    <input
                        class="field"
                        id=format!("initiative-name-{id}")
                        type="text"
                        readonly=live(move || state.desk.read_only())
                        prop:value=live(move || own().unwrap_or_default())
                        on:input=on(move |event: ev::Event| say(InitiativeInput::Name(event_target_value(&event))))
                        on:blur=on(move |_| state.desk.seal())
                    />
                </label>
                <FrictionChoice id />
                {live(move || place_of(state, id).map(|(journey, card)| map_link(state, id, journey, card)))}
            </div>
            <div class="levers">{Lever::ALL.map(|lever| view! { <LeverFields id lever /> }).collect_view()}</div>
            <p class="input-note">{live(means)}</p>
            <Ticks id />
            <div class="initiative-says" role="status">
                {live(move || says(state, value.get()).into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect_view().into_any())}
            </div>
            {shown(
                move || value.with(|value| matches!(value, Some(Ok(_)))),
                move || {
                    view! {
                        <TitledChart id=ChartId::Worth of=chart menus=state.menus />
                    }
                },
            )}
            <button class="button quiet small danger" on:click=on(delete)>{e.delete_initiative}</button>
        </div>
    }
}

/// What the value comes to, in sentences.
fn says(state: EconomyState, value: Option<Result<Value, Unvalued>>) -> Vec<String> {
    let w = state.session.w();
    let (e, lang) = (state.e(), state.lang());
    let value = match value {
        Some(Ok(value)) => value,
        Some(Err(Unvalued::Missing(missing))) => return vec![(e.not_valued)(missing).into()],
        Some(Err(Unvalued::NoFigure(reason))) => return vec![why(state, reason)],
        None => return Vec::new(),
    };
    let a_period = || state.stated(|scenario| e.per(scenario.period)).unwrap_or_default();
    let (cost, worth) = (money(lang, &state.currency(), value.cost), over_horizon(state, &value));
    let adds = match value.range {
        Some(range) => (e.worth_says)(&worth, &chance(lang, range.pays), &cost, value.months),
        None => (e.worth_exact)(&worth, &cost, value.months),
    };
    let pays = match value.break_even {
        Ok(points) if points <= 0.0 => e.breaks_even_now.into(),
        Ok(points) => {
            // The least that is written: "0" would promise it for nothing.
            let least = points < 0.000_1;
            let written = number(lang, points.max(0.000_1) * 100.0, 2);
            let points = (e.points)(&format!("{}{written}", if least { "<" } else { "" }));
            (e.breaks_even)(&format!("{points} {}", a_period()))
        }
        Err(NoFigure::CannotPay) => e.never_breaks_even.into(),
        Err(why) => w.no_figure(why),
    };
    [adds, pays].into_iter().chain(trial::says(state, value.test)).collect()
}

/// Whether it is carried out in the scenario that is looked at, and whose budget pays for it.
#[component]
fn Ticks(id: InitiativeId) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let included = move || state.stated(|scenario| scenario.initiatives.contains(&id)) == Some(true);
    let inside = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).is_some_and(|one| one.inside));
    // Only where spending has an effect can money be taken out of the budget.
    let answered = move || state.stated(|scenario| scenario.response.is_some()) == Some(true);
    view! {
        <label class="check">
            <input
                type="checkbox"
                disabled=live(move || state.read_only())
                prop:checked=live(included)
                on:change=on(move |event: ev::Event| state.say(ScenarioInput::Include(id, event_target_checked(&event))))
            />
            {e.include}
        </label>
        {shown(answered, move || {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        disabled=live(move || state.desk.read_only())
                        prop:checked=live(inside)
                        on:change=on(move |event: ev::Event| {
                            let inside = InitiativeInput::Inside(event_target_checked(&event));
                            _ = state.desk.dispatch(Command::SetInitiative(id, inside));
                        })
                    />
                    {e.inside}
                </label>
            }
        })}
    }
}

/// What those that the scenario includes are worth together, and what each adds to the others.
#[component]
fn IncludedTogether() -> impl IntoView {
    let state = use_economy_state();
    let (e, lang) = (state.e(), state.lang());
    live(move || {
        let included = state.included.get()?;
        let currency = state.currency();
        let sum = |value: f64| money(lang, &currency, value);
        let worth = match included.worth {
            Ok(worth) => worth,
            Err(reason) => return Some(view! { <p role="alert">{why(state, reason)}</p> }.into_any()),
        };
        let months = state.stated(|scenario| scenario.horizon).unwrap_or_default();
        let range = included.range.map(|range| {
            let (median, ends) =
                (held_money(lang, &currency, range.median), band(lang, &currency, range.low, range.high));
            (e.together_range)(&median, &ends, &chance(lang, range.pays))
        });
        let row = |(id, adds): (&InitiativeId, &f64)| {
            let alone = state.valued.with(|all| {
                let value = all.iter().find(|one| one.id == *id).and_then(|one| one.value.as_ref().ok());
                value.map(|value| sum(value.likely)).unwrap_or_default()
            });
            view! {
                <tr>
                    <th scope="row">{name(state, *id)}</th>
                    <td>{alone}</td>
                    <td>{sum(*adds)}</td>
                </tr>
            }
            .into_any()
        };
        let period = state.stated(|scenario| e.per(scenario.period)).unwrap_or_default();
        let lowest =
            worth.lowest_churn.map(|churn| (e.together_churn)(&format!("{} {period}", per_cent(lang, churn, 2))));
        let rows: Vec<AnyView> = included.ids.iter().zip(&worth.marginal).map(row).collect();
        Some(
            view! {
                <div class="together">
                    <h4 class="panel-part">{e.together}</h4>
                    <p>{(e.together_says)(included.ids.len(), &sum(worth.combined), months, &sum(worth.sum))} " " {range}</p>
                    <table class="panel-table">
                        <thead>
                            <tr>
                                <td></td>
                                <th scope="col">{e.alone}</th>
                                <th scope="col">{e.adds}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <p class="input-note">
                        {e.together_hint} " " {lowest}
                    </p>
                </div>
            }
            .into_any(),
        )
    })
}

/// Which friction is removed.
#[component]
fn FrictionChoice(id: InitiativeId) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let chosen = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).and_then(|one| one.friction));
    let all = state.desk.peek(frictions);
    let choose = move |event: ev::Event| {
        let card = event_target_value(&event).parse().ok().map(CardId);
        state.desk.dispatch(Command::SetInitiative(id, InitiativeInput::Friction(card)));
    };
    view! {
        <label class="number-field">
            <span class="number-label">{e.removes}</span>
            <select class="field" disabled=live(move || state.desk.read_only()) on:change=on(choose)>
                <option value="" selected=live(move || chosen().is_none())>{e.no_friction}</option>
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
fn place_of(state: EconomyState, id: InitiativeId) -> Option<(JourneyId, CardId)> {
    state.desk.read(Key::Initiative(id), |e| {
        let card = e.initiative(id)?.friction?;
        Some((e.journey_of_stage(e.place(card)?.0.stage)?, card))
    })
}

/// Leads to a friction on its map; Back leads to the initiative, which is open again.
fn map_link(state: EconomyState, id: InitiativeId, journey: JourneyId, card: CardId) -> AnyView {
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
            {state.e().show_on_map}
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

/// A lever: low, likely and high.
#[component]
fn LeverFields(id: InitiativeId, lever: Lever) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let unit = Unit::of_lever(lever);
    let estimate = Memo::new(move |_| {
        state.desk.read(Key::Initiative(id), |e| e.initiative(id).map(|one| *one.lever(lever))).unwrap_or_default()
    });
    let label = move || {
        let name = e.lever(lever);
        state.stated(|scenario| e.with_period(name, unit, scenario.period)).unwrap_or_else(|| name.into())
    };
    let say = Callback::new(move |made| {
        _ = state.desk.dispatch(Command::SetInitiative(id, InitiativeInput::Lever(lever, made)));
    });
    // The button goes with the ends.
    let place = format!("lever-{id}-{lever:?}");
    let first = format!("#{place} input");
    let exact = Callback::new(move |made| {
        say.run(made);
        element::focus_soon(first.clone());
    });
    let field = move |end, label| view! { <EstimateField label unit bounds=lever.bounds() estimate end say unstated_follows=true /> };
    view! {
        <fieldset class="lever" id=place.clone()>
            <legend class="number-label">{live(label)}</legend>
            {field(End::Low, e.low)}
            {field(End::Likely, e.likely)}
            {field(End::High, e.high)}
            {shown(move || estimate.get().ends().is_some(), move || view! { <MakeExact estimate say=exact /> })}
        </fieldset>
    }
}
