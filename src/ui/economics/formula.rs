//! How a figure is calculated: its formula with the numbers filled in, its timing, its source.

use leptos::prelude::*;

use super::state::EconomyState;
use super::use_economy_state;
use crate::handover::economy::formula::{formula, symbols_said};
use crate::handover::economy::{Case, Shown};
use crate::i18n::amounts::{money, number, per_cent};
use crate::ui::parts::{Dialog, live, on};

/// The formula with the numbers of a scenario, all per month.
fn filled(state: EconomyState, shown: Shown, one: &Case) -> Option<String> {
    let lang = state.lang();
    let figures = one.figures.as_ref().ok()?;
    let sum = |value: f64| money(lang, &one.scenario.currency, value);
    let rate = |value: f64| per_cent(lang, value, 2);
    let plain = |value: f64| number(lang, value, 2);
    let effect = &figures.effect;
    let (discount, growth) = figures.monthly;
    let (churn, m, r) = (rate(effect.churn_month), sum(figures.margin), sum(effect.per_client));
    let (d, g) = (rate(discount), rate(growth));
    let spent = effect.won_month * effect.cac;
    let term = one.scenario.payment.term.months();
    // With churn by age there is no one churn that counts.
    let c = if one.scenario.by_age.is_some() { String::new() } else { format!("c = {churn}, ") };
    let client = format!("m = {m}, {c}R = {r}, d = {d}, g = {g}, b = {term}");
    let text = match shown {
        Shown::Kept if one.scenario.by_age.is_some() => rate(figures.kept_year.ok()?),
        Shown::Kept => format!("c = {churn}:  {}", rate(figures.kept_year.ok()?)),
        Shown::Ltv | Shown::LtvGross => {
            let net = sum(figures.client.ltv_net.ok()?);
            let gross = (state.e().gross)(&sum(figures.client.ltv_gross.ok()?));
            format!("{client}:  {net} ({gross})")
        }
        Shown::LtvToCac | Shown::RatioGross => format!(
            "{} / {} = {}",
            sum(figures.client.ltv_net.ok()?),
            sum(effect.cac),
            plain(figures.client.ratio_net.ok()?)
        ),
        Shown::Won => {
            format!("{} / {} \u{b7} 12 = {}", sum(spent), sum(effect.cac), plain(figures.won_year))
        }
        Shown::Profit | Shown::WithLeft | Shown::LowestCash => format!(
            "N = {}, W = {}, A = {}, O = {} / {}, {client}, t = 0 \u{2026} {}:  {}",
            plain(one.scenario.clients.likely()),
            plain(effect.won_month),
            sum(spent),
            sum(one.scenario.one_off.likely()),
            one.scenario.one_off_months.max(1),
            one.scenario.horizon.saturating_sub(1),
            sum(figures.profit())
        ),
        Shown::Payback | Shown::PaybackGross => {
            let payback = figures.client.payback_net.ok()?;
            let month = (state.e().in_months)(&payback.month.to_string());
            format!("CAC = {}, {client}:  n = {}, {month}", sum(effect.cac), plain(payback.payments))
        }
    };
    Some(text)
}

/// Explains a figure.
pub fn open(state: EconomyState, shown: Shown) {
    state.explained.set(Some(shown));
    state.explaining.set(true);
}

/// The explanation of a figure.
#[component]
pub fn Formula() -> impl IntoView {
    let state = use_economy_state();
    let w = state.session.w();
    let e = state.e();
    view! {
        <Dialog open=state.explaining title=e.formula class="formula">
            {live(move || {
                let shown = state.explained.get()?;
                let here = state.here()?;
                let why = || state.economy().text(shown, &here).err().unwrap_or_else(|| e.missing.into());
                let filled = filled(state, shown, &here).unwrap_or_else(why);
                let (symbols, timing, source) = (e.explained)(shown as usize);
                let more = symbols_said(state.lang(), shown, &here.scenario).into_iter();
                let more: Vec<AnyView> = more.map(|said| view! { <dd>{said}</dd> }.into_any()).collect();
                Some(
                    view! {
                        <dl class="formula-list">
                            <dt>{state.economy().label(shown)}</dt>
                            <dd class="formula-text">{formula(shown, &here.scenario)}</dd>
                            <dd>{symbols}</dd>
                            {more}
                            <dt>{e.with_numbers}</dt>
                            <dd class="formula-text">{filled}</dd>
                            <dt>{e.timing}</dt>
                            <dd>{timing}</dd>
                            <dt>{e.source}</dt>
                            <dd>{source}</dd>
                        </dl>
                    }
                        .into_any(),
                )
            })}
            <div class="dialog-actions">
                <button class="button primary" on:click=on(move |_| state.explaining.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
