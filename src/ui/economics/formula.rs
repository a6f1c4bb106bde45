//! How a figure is calculated: its formula with the numbers filled in, its timing, its source.

use leptos::prelude::*;

use super::state::EconomyState;
use super::use_economy_state;
use crate::handover::economy::{Case, Shown};
use crate::i18n::amounts::{money, number, per_cent};
use crate::model::scenario::{Payment, Period, Scenario};
use crate::ui::parts::{Dialog, live, on};

/// The formula in symbols, as it applies to what a scenario states.
fn formula(shown: Shown, scenario: &Scenario) -> &'static str {
    let Payment { term, after } = scenario.payment;
    match shown {
        Shown::Kept if scenario.by_age.is_some() => "S(a + 12) / S(a)",
        Shown::Kept => "(1 \u{2212} c)\u{b9}\u{b2}",
        Shown::Ltv | Shown::LtvGross if scenario.by_age.is_some() => {
            "\u{3a3} S(t) [ m (1 + g)\u{1d57} \u{2212} R ] / (1 + d)\u{1d57}"
        }
        Shown::Ltv | Shown::LtvGross => match (term, after) {
            (Period::Month, false) => {
                "m / (1 \u{2212} q) \u{2212} R / (1 \u{2212} v),  q = (1 \u{2212} c)(1 + g) / (1 + d),  v = (1 \u{2212} c) / (1 + d)"
            }
            (_, false) => {
                "b m / (1 \u{2212} q\u{1d47}) \u{2212} R a / (1 \u{2212} v\u{1d47}),  q = (1 \u{2212} c)(1 + g) / (1 + d),  v = (1 \u{2212} c) / (1 + d)"
            }
            (_, true) => {
                "b m / (1 \u{2212} q\u{1d47}) / (1 + d)\u{1d47} \u{2212} R a / (1 \u{2212} v\u{1d47}),  q = (1 \u{2212} c)(1 + g) / (1 + d),  v = (1 \u{2212} c) / (1 + d)"
            }
        },
        Shown::LtvToCac | Shown::RatioGross => "LTV / CAC",
        Shown::Won => "A / CAC \u{b7} 12",
        Shown::Profit | Shown::WithLeft | Shown::LowestCash => {
            "\u{3a3} [ (N + W) (m (1 + g)\u{1d57} \u{2212} R) \u{2212} A \u{2212} O ] / (1 + d)\u{1d57}"
        }
        Shown::Payback | Shown::PaybackGross => {
            "m (1 \u{2212} q\u{207f}) / (1 \u{2212} q) \u{2212} R (1 \u{2212} v\u{207f}) / (1 \u{2212} v) = CAC"
        }
    }
}

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
    let client = format!("m = {m}, c = {churn}, R = {r}, d = {d}, g = {g}, b = {term}");
    let text = match shown {
        Shown::Kept => format!("c = {churn}:  {}", rate(figures.kept_year)),
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
                Some(
                    view! {
                        <dl class="formula-list">
                            <dt>{state.economy().label(shown)}</dt>
                            <dd class="formula-text">{formula(shown, &here.scenario)}</dd>
                            <dd>{symbols}</dd>
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
