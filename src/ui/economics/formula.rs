//! How a figure is reckoned: its formula with the numbers filled in, its timing, its source.

use leptos::prelude::*;

use super::study::{Reckoned, Study};
use super::use_study;
use crate::i18n::amounts::{money, number, per_cent};
use crate::insight::economy::plan;
use crate::ui::parts::{Dialog, live, on};

/// A figure that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Share kept after twelve months.
    Kept,
    /// Value of a client.
    Ltv,
    /// That value over the CAC.
    LtvToCac,
    /// Clients won a year.
    Won,
    /// Profit over the horizon.
    Profit,
    /// Months until the CAC is paid back.
    Payback,
}

impl Kind {
    /// What it is called.
    pub fn label(self, study: Study) -> String {
        let e = study.session.w().economy;
        match self {
            Kind::Kept => e.kept_year.into(),
            Kind::Ltv => e.ltv.into(),
            Kind::LtvToCac => e.ltv_to_cac.into(),
            Kind::Won => e.won_year.into(),
            Kind::Profit => (e.profit_over)(study.stated(|scenario| scenario.horizon).unwrap_or_default()),
            Kind::Payback => e.payback.into(),
        }
    }

    /// The formula in symbols.
    fn formula(self) -> &'static str {
        match self {
            Kind::Kept => "(1 \u{2212} c)\u{207f}",
            Kind::Ltv => "m (1 + d) / (1 + d \u{2212} r (1 + g)),  r = 1 \u{2212} c",
            Kind::LtvToCac => "LTV / CAC",
            Kind::Won => "A / CAC \u{b7} k",
            Kind::Profit => "\u{3a3} [ (N + A / CAC) m (1 + g)\u{1d57} \u{2212} B ] / (1 + d)\u{1d57}",
            Kind::Payback => "ln(1 \u{2212} CAC (1 \u{2212} q) / m) / ln q,  q = r (1 + g) / (1 + d)",
        }
    }

    /// The formula with the numbers of a scenario.
    fn filled(self, study: Study, one: &Reckoned) -> Option<String> {
        let lang = study.lang();
        let figures = one.figures.as_ref().ok()?;
        let likely = plan::likely(&one.scenario).ok()?;
        let sum = |value: f64| money(lang, &one.scenario.currency, value);
        let rate = |value: f64| per_cent(lang, value, 2);
        let plain = |value: f64| number(lang, value, 2);
        let periods = plan::per_year(&one.scenario);
        let churn = rate(likely.churn);
        let (m, d, g, r) = (sum(figures.margin), rate(likely.discount), rate(likely.growth), rate(1.0 - likely.churn));
        let text = match self {
            Kind::Kept => {
                format!("(1 \u{2212} {churn})^{} = {}", plain(periods), rate(figures.kept_year))
            }
            Kind::Ltv => format!(
                "m = {m}, r = {r}, d = {d}, g = {g}:  {m} \u{b7} (1 + {d}) / (1 + {d} \u{2212} {r} \u{b7} (1 + {g})) = {}",
                sum(figures.ltv.ok()?)
            ),
            Kind::LtvToCac => {
                format!(
                    "{} / {} = {}",
                    sum(figures.ltv.ok()?),
                    sum(figures.effect.cac),
                    plain(figures.ltv_to_cac.ok()?)
                )
            }
            Kind::Won => format!(
                "{} / {} \u{b7} {} = {}",
                sum(figures.effect.win),
                sum(figures.effect.cac),
                plain(periods),
                plain(figures.won_year)
            ),
            Kind::Profit => format!(
                "N = {}, c = {churn}, A = {}, CAC = {}, m = {m}, B = {}, d = {d}, g = {g}, t = 0 \u{2026} {}:  {}",
                plain(one.scenario.clients.likely()),
                sum(figures.effect.win),
                sum(figures.effect.cac),
                sum(one.scenario.budget.likely()),
                one.scenario.periods().saturating_sub(1),
                sum(figures.profit)
            ),
            Kind::Payback => format!(
                "CAC = {}, m = {m}, r = {r}, d = {d}, g = {g}:  {}",
                sum(figures.effect.cac),
                (study.session.w().economy.in_months)(&plain(figures.payback.ok()?))
            ),
        };
        Some(text)
    }
}

/// Explains a figure.
pub fn open(study: Study, kind: Kind) {
    study.explained.set(Some(kind));
    study.explaining.set(true);
}

/// The explanation of a figure.
#[component]
pub fn Formula() -> impl IntoView {
    let study = use_study();
    let w = study.session.w();
    let e = w.economy;
    let kind = move || study.explained.get();
    view! {
        <Dialog open=study.explaining title=e.formula class="formula">
            {live(move || {
                let kind = kind()?;
                let here = study.here()?;
                let why = || here.figures.as_ref().err().map(|why| w.no_figure(*why)).unwrap_or_else(|| e.missing.into());
                let filled = kind.filled(study, &here).unwrap_or_else(why);
                let (symbols, timing, source) = (e.explained)(kind as usize);
                Some(
                    view! {
                        <dl class="formula-list">
                            <dt>{kind.label(study)}</dt>
                            <dd class="formula-text">{kind.formula()}</dd>
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
