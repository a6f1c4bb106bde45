//! How a figure is reckoned: its formula with the numbers filled in, its timing, its source.

use leptos::prelude::*;

use super::study::Study;
use super::use_study;
use crate::handover::economy::{Case, Shown};
use crate::i18n::amounts::{money, number, per_cent};
use crate::insight::economy::plan;
use crate::ui::parts::{Dialog, live, on};

/// The formula in symbols.
fn formula(shown: Shown) -> &'static str {
    match shown {
        Shown::Kept => "(1 \u{2212} c)\u{207f}",
        Shown::Ltv => "m (1 + d) / (1 + d \u{2212} r (1 + g)),  r = 1 \u{2212} c",
        Shown::LtvToCac => "LTV / CAC",
        Shown::Won => "A / CAC \u{b7} k",
        Shown::Profit => "\u{3a3} [ (N + A / CAC) m (1 + g)\u{1d57} \u{2212} B ] / (1 + d)\u{1d57}",
        Shown::Payback => "ln(1 \u{2212} CAC (1 \u{2212} q) / m) / ln q,  q = r (1 + g) / (1 + d)",
    }
}

/// The formula with the numbers of a scenario.
fn filled(study: Study, shown: Shown, one: &Case) -> Option<String> {
    let lang = study.lang();
    let figures = one.figures.as_ref().ok()?;
    let likely = plan::likely(&one.scenario).ok()?;
    let sum = |value: f64| money(lang, &one.scenario.currency, value);
    let rate = |value: f64| per_cent(lang, value, 2);
    let plain = |value: f64| number(lang, value, 2);
    let periods = plan::per_year(&one.scenario);
    let churn = rate(likely.churn);
    let (m, d, g, r) = (sum(figures.margin), rate(likely.discount), rate(likely.growth), rate(1.0 - likely.churn));
    let text = match shown {
        Shown::Kept => {
            format!("(1 \u{2212} {churn})^{} = {}", plain(periods), rate(figures.kept_year))
        }
        Shown::Ltv => format!(
            "m = {m}, r = {r}, d = {d}, g = {g}:  {m} \u{b7} (1 + {d}) / (1 + {d} \u{2212} {r} \u{b7} (1 + {g})) = {}",
            sum(figures.ltv.ok()?)
        ),
        Shown::LtvToCac => {
            format!("{} / {} = {}", sum(figures.ltv.ok()?), sum(figures.effect.cac), plain(figures.ltv_to_cac.ok()?))
        }
        Shown::Won => format!(
            "{} / {} \u{b7} {} = {}",
            sum(figures.effect.win),
            sum(figures.effect.cac),
            plain(periods),
            plain(figures.won_year)
        ),
        Shown::Profit => format!(
            "N = {}, c = {churn}, A = {}, CAC = {}, m = {m}, B = {}, d = {d}, g = {g}, t = 0 \u{2026} {}:  {}",
            plain(one.scenario.clients.likely()),
            sum(figures.effect.win),
            sum(figures.effect.cac),
            sum(one.scenario.budget.likely()),
            one.scenario.periods().saturating_sub(1),
            sum(figures.profit)
        ),
        Shown::Payback => format!(
            "CAC = {}, m = {m}, r = {r}, d = {d}, g = {g}:  {}",
            sum(figures.effect.cac),
            (study.session.w().economy.in_months)(&plain(figures.payback.ok()?))
        ),
    };
    Some(text)
}

/// Explains a figure.
pub fn open(study: Study, shown: Shown) {
    study.explained.set(Some(shown));
    study.explaining.set(true);
}

/// The explanation of a figure.
#[component]
pub fn Formula() -> impl IntoView {
    let study = use_study();
    let w = study.session.w();
    let e = w.economy;
    view! {
        <Dialog open=study.explaining title=e.formula class="formula">
            {live(move || {
                let shown = study.explained.get()?;
                let here = study.here()?;
                let why = || here.figures.as_ref().err().map(|why| w.no_figure(*why)).unwrap_or_else(|| e.missing.into());
                let filled = filled(study, shown, &here).unwrap_or_else(why);
                let (symbols, timing, source) = (e.explained)(shown as usize);
                Some(
                    view! {
                        <dl class="formula-list">
                            <dt>{study.economy().label(shown)}</dt>
                            <dd class="formula-text">{formula(shown)}</dd>
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
                <button class="button primary" on:click=on(move |_| study.explaining.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
