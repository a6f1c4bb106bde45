//! What the initiatives that a scenario includes are worth together.

use leptos::prelude::*;

use super::super::response::why;
use super::super::use_economy_state;
use super::name;
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::economy::{band, chance, held_money};
use crate::model::quantity::InitiativeId;
use crate::ui::parts::live;

/// What those that the scenario includes are worth together, and what each adds to the others.
#[component]
pub fn IncludedTogether() -> impl IntoView {
    let state = use_economy_state();
    let (e, lang) = (state.e(), state.lang());
    let i = state.i();
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
            (i.together_range)(&median, &ends, &chance(lang, range.pays))
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
            worth.lowest_churn.map(|churn| (i.together_churn)(&format!("{} {period}", per_cent(lang, churn, 2))));
        let rows: Vec<AnyView> = included.ids.iter().zip(&worth.marginal).map(row).collect();
        Some(
            view! {
                <div class="together">
                    <h4 class="panel-part">{i.together}</h4>
                    <p>{(i.together_says)(included.ids.len(), &sum(worth.combined), months, &sum(worth.sum))} " " {range}</p>
                    <table class="panel-table">
                        <thead>
                            <tr>
                                <td></td>
                                <th scope="col">{i.alone}</th>
                                <th scope="col">{i.adds}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <p class="input-note">
                        {i.together_hint} " " {lowest}
                    </p>
                </div>
            }
            .into_any(),
        )
    })
}
