//! What is said first: the finding as a sentence, then the figures.

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::Figure;
use orbita_economics::former::Paths;

use super::formula::Kind;
use super::response::{PutRight, why};
use super::study::{Reckoned, Study, case};
use super::use_study;
use crate::i18n::amounts::{money, number, per_cent, signed};
use crate::i18n::economy::{Said, band};
use crate::insight::economy::figures::Figures;
use crate::insight::economy::finding::{self, Finding as Found};
use crate::ui::parts::{live, on};

/// The finding with its range.
#[component]
pub fn Finding() -> impl IntoView {
    let study = use_study();
    view! {
        <div class="finding">
            {live(move || {
                let (sentence, range) = say(study);
                view! {
                    <h2 class="finding-sentence">{sentence}</h2>
                    <p class="finding-range" role="status">{range}</p>
                    <PutRight />
                }
                    .into_any()
            })}
        </div>
    }
}

/// The finding about the scenario that is looked at.
pub fn found(study: Study) -> Option<(Found, Said)> {
    let (here, base) = (study.here()?, study.base());
    let (paths, base_paths) = (study.paths(&here), base.as_ref().and_then(|base| study.paths(base)));
    let comparable = base.as_ref().filter(|base| base.scenario.horizon == here.scenario.horizon);
    let found =
        finding::finding(case(&here, paths.as_ref())?, comparable.and_then(|base| case(base, base_paths.as_ref())));
    let said = Said {
        name: study.name(&here),
        other: base.map(|base| study.name(&base)).unwrap_or_default(),
        currency: here.scenario.currency.clone(),
        months: here.scenario.horizon,
    };
    Some((found, said))
}

fn say(study: Study) -> (String, String) {
    let (e, lang) = (study.session.w().economy, study.lang());
    let Some((found, said)) = found(study) else {
        let why = study.here().and_then(|here| here.figures.err()).map(|reason| why(study, reason));
        return (e.cannot_reckon.into(), why.unwrap_or_default());
    };
    let range = match (found.range, found.chance) {
        (Some(range), Some(chance)) => {
            let chance = per_cent(lang, chance, 0);
            let chance =
                if found.compared { (e.chance_better)(&said.name, &chance) } else { (e.chance_positive)(&chance) };
            format!("{}, {chance}", (e.range_80)(&band(lang, &said.currency, range)))
        }
        _ => e.reckoning_ranges.into(),
    };
    ((e.finding)(&found, &said), range)
}

/// A figure of the strip.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Which.
    pub kind: Kind,
    /// The figure.
    read: fn(&Figures) -> Figure,
    /// How it is written.
    write: fn(Study, f64) -> String,
    /// How a change of it is written, and whether more of it is good.
    change: Change,
}

/// How a change is told.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    /// In points of per cent.
    Points,
    /// As a factor.
    Times,
    /// As a difference.
    Plain,
    /// As a difference; less is better.
    LessIsBetter,
}

/// The figures, in the order of the strip.
pub const SHOWN: [Shown; 6] = [
    Shown {
        kind: Kind::Kept,
        read: |f| Ok(f.kept_year),
        write: |s, v| per_cent(s.lang(), v, 0),
        change: Change::Points,
    },
    Shown { kind: Kind::LtvToCac, read: |f| f.ltv_to_cac, write: |s, v| number(s.lang(), v, 1), change: Change::Times },
    Shown { kind: Kind::Won, read: |f| Ok(f.won_year), write: |s, v| number(s.lang(), v, 0), change: Change::Plain },
    Shown { kind: Kind::Profit, read: |f| Ok(f.profit), write: write_money, change: Change::Plain },
    Shown { kind: Kind::Ltv, read: |f| f.ltv, write: write_money, change: Change::Plain },
    Shown {
        kind: Kind::Payback,
        read: |f| f.payback,
        write: |s, v| (s.session.w().economy.in_months)(&number(s.lang(), v, 1)),
        change: Change::LessIsBetter,
    },
];

fn write_money(study: Study, value: f64) -> String {
    money(study.lang(), &study.currency(), value)
}

impl Shown {
    /// The figure of a scenario, as it is written, or why there is none.
    pub fn text(self, study: Study, one: &Reckoned) -> Result<String, String> {
        match self.figure(one) {
            Ok(value) => Ok((self.write)(study, value)),
            Err(why) => Err(study.session.w().no_figure(why)),
        }
    }

    /// The figure of a scenario.
    pub fn figure(self, one: &Reckoned) -> Figure {
        one.figures.as_ref().map_err(|why| *why).and_then(|figures| (self.read)(figures))
    }

    /// How the figure changed from `before` to `now`, as text, and whether that is good; `None` where it did not.
    fn changed(self, study: Study, now: f64, before: f64) -> Option<(String, bool)> {
        // What reads the same has not changed.
        if (self.write)(study, now) == (self.write)(study, before) {
            return None;
        }
        let difference = now - before;
        let (lang, e) = (study.lang(), study.session.w().economy);
        let text = match self.change {
            Change::Points => {
                let points = number(lang, difference * 100.0, 0);
                (points != "0").then(|| format!("{} {}", signed(&points, difference), e.points))?
            }
            Change::Times => {
                let times = number(lang, now / before, 1);
                (before > 0.0 && times != "1").then(|| format!("\u{d7}{times}"))?
            }
            Change::Plain | Change::LessIsBetter => {
                let text = (self.write)(study, difference);
                (text != (self.write)(study, 0.0)).then(|| signed(&text, difference))?
            }
        };
        Some((text, (difference > 0.0) != (self.change == Change::LessIsBetter)))
    }
}

/// The figures, each with what it was in the first scenario; each opens how it is reckoned.
#[component]
pub fn Strip() -> impl IntoView {
    view! {
        <div class="strip">{SHOWN.map(|shown| view! { <Kpi shown /> }).collect_view()}</div>
    }
}

#[component]
fn Kpi(shown: Shown) -> impl IntoView {
    let study = use_study();
    let e = study.session.w().economy;
    let label = move || shown.kind.label(study);
    let value = move || study.here().map(|here| shown.text(study, &here));
    let text = move || value().map(|value| value.unwrap_or_else(|_| e.missing.into()));
    let why = move || value().and_then(Result::err);
    let before = move || {
        let (here, base) = (study.here()?, study.base()?);
        let (now, before) = (shown.figure(&here).ok()?, shown.figure(&base).ok()?);
        let changed = shown.changed(study, now, before)?;
        Some(((e.was)(&(shown.write)(study, before)), changed))
    };
    view! {
        <button
            class="kpi"
            title=live(move || why().unwrap_or_else(|| (e.how_reckoned)(&label())))
            on:click=on(move |_| {
                super::formula::open(study, shown.kind);
            })
        >
            <span class="kpi-label">{live(label)}</span>
            <span class="kpi-line">
                <b class="kpi-value">{live(text)}</b>
                {live(move || {
                    before()
                        .map(|(was, (change, good))| {
                            let class = if good { "kpi-change good" } else { "kpi-change bad" };
                            view! {
                                <span class="kpi-was">{was}</span>
                                <span class=class>{change}</span>
                            }
                                .into_any()
                        })
                })}
            </span>
        </button>
    }
}

/// The paths of scenarios that are drawn, where they are simulated.
pub fn paths_of(study: Study, drawn: &[Reckoned]) -> Vec<Option<Arc<Paths>>> {
    drawn.iter().map(|one| study.paths(one)).collect()
}
