//! An initiative that is open: what it costs and changes, and in sentences what that is worth.

use leptos::{ev, prelude::*};
use orbita_economics::NoFigure;

use super::super::estimate::{EstimateField, MakeExact};
use super::super::response::why;
use super::super::state::EconomyState;
use super::super::trial;
use super::super::use_economy_state;
use super::friction::{FrictionChoice, map_link, place_of};
use super::{name, over_horizon};
use crate::edit::{Command, InitiativeInput, ScenarioInput};
use crate::handover::chart::ChartId;
use crate::handover::initiatives::worth_chart;
use crate::i18n::amounts::{money, number};
use crate::i18n::economy::{Unit, chance};
use crate::insight::economy::initiative::{Unvalued, Value};
use crate::model::amount::End;
use crate::model::quantity::InitiativeId;
use crate::model::scenario::Lever;
use crate::model::{Engagement, Key};
use crate::ui::browser::element;
use crate::ui::parts::{TitledChart, live, on, shown, titled};

#[component]
pub fn Form(id: InitiativeId, value: Memo<Option<Result<Value, Unvalued>>>) -> impl IntoView {
    let state = use_economy_state();
    let r = state.r();
    let i = state.i();
    let say = move |input| _ = state.desk.dispatch(Command::SetInitiative(id, input));
    let own = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).map(|one| one.name.clone()));
    let delete = move |_| {
        state
            .desk
            .dispatch_with_notice(Command::DeleteInitiative(id), i.deleted_initiative, move || _ = state.desk.undo());
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
        r.means(levers.as_ref().map_or(&[], |levers| levers.as_slice()))
    };
    // Whoever is led here sees it.
    element::soon(format!("#initiative-{id}"), |row| element::show(&row));
    view! {
        <div class="initiative-form">
            <div class="initiative-words">
                <label class="number-field">
                    <span class="number-label">{i.initiative_name}</span>
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
            <button class="button quiet small danger" on:click=on(delete)>{i.delete_initiative}</button>
        </div>
    }
}

/// What the value comes to, in sentences.
fn says(state: EconomyState, value: Option<Result<Value, Unvalued>>) -> Vec<String> {
    let w = state.session.w();
    let (e, lang) = (state.e(), state.lang());
    let i = state.i();
    let value = match value {
        Some(Ok(value)) => value,
        Some(Err(Unvalued::Missing(missing))) => return vec![(i.not_valued)(missing).into()],
        Some(Err(Unvalued::TakesMoreThan(churn))) => return vec![i.takes_more_than(lang, churn)],
        Some(Err(Unvalued::NoFigure(reason))) => return vec![why(state, reason)],
        None => return Vec::new(),
    };
    let a_period = || state.stated(|scenario| e.per(scenario.period)).unwrap_or_default();
    let (cost, worth) = (money(lang, &state.currency(), value.cost), over_horizon(state, &value));
    let adds = match value.range {
        Some(range) => (i.worth_says)(&worth, &chance(lang, range.pays), &cost, value.months),
        None => (i.worth_exact)(&worth, &cost, value.months),
    };
    let pays = match value.break_even {
        Ok(points) if points <= 0.0 => i.breaks_even_now.into(),
        Ok(points) => {
            // The least that is written: "0" would promise it for nothing.
            let least = points < 0.000_1;
            let written = number(lang, points.max(0.000_1) * 100.0, 2);
            let points = (e.points)(&format!("{}{written}", if least { "<" } else { "" }));
            (i.breaks_even)(&format!("{points} {}", a_period()))
        }
        Err(NoFigure::CannotPay) => i.never_breaks_even.into(),
        Err(why) => w.no_figure(why),
    };
    [adds, pays].into_iter().chain(trial::says(state, value.test)).collect()
}

/// Whether it is carried out in the scenario that is looked at, and whose budget pays for it.
#[component]
fn Ticks(id: InitiativeId) -> impl IntoView {
    let state = use_economy_state();
    let i = state.i();
    let included = move || state.stated(|scenario| scenario.initiatives.contains(&id)) == Some(true);
    let inside = move || state.desk.read(Key::Initiative(id), |e| e.initiative(id).is_some_and(|one| one.inside));
    // Only where spending has an effect can money be taken out of the budget.
    let answered = move || state.stated(|scenario| scenario.answers().is_some()) == Some(true);
    view! {
        <label class="check">
            <input
                type="checkbox"
                disabled=live(move || state.read_only())
                prop:checked=live(included)
                on:change=on(move |event: ev::Event| state.say(ScenarioInput::Include(id, event_target_checked(&event))))
            />
            {i.include}
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
                    {i.inside}
                </label>
            }
        })}
    }
}

/// A lever: low, likely and high.
#[component]
fn LeverFields(id: InitiativeId, lever: Lever) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let r = state.r();
    let i = state.i();
    let unit = Unit::of_lever(lever);
    let estimate = Memo::new(move |_| {
        state.desk.read(Key::Initiative(id), |e| e.initiative(id).map(|one| *one.lever(lever))).unwrap_or_default()
    });
    let label = move || {
        let name = i.lever(lever);
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
            {field(End::Low, r.low)}
            {field(End::Likely, r.likely)}
            {field(End::High, r.high)}
            {shown(move || estimate.get().ends().is_some(), move || view! { <MakeExact estimate say=exact /> })}
        </fieldset>
    }
}
