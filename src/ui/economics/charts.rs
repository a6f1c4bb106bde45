//! The charts of the economics, built from what scenarios come to.

use std::sync::Arc;

use leptos::prelude::*;

use super::finding::{found, paths_of};
use super::study::{Reckoned, Study};
use super::use_study;
use crate::charts::{
    Axis, Band, Floor, Format, Lever, LineChart, Mark, Note, Ratio, RatioChart, Series, SplitChart, Steps, Swing,
    Tornado,
};
use crate::i18n::amounts::{money, number, per_cent, signed};
use crate::i18n::economy::Unit;
use crate::insight::economy::split::{self, SplitCurve};
use crate::insight::economy::tornado;
use crate::ui::browser::element;
use crate::ui::parts::{ChartCard, Figures, live, on};

/// Which chart the phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Kept,
    Profit,
    Split,
    Levers,
}

/// All charts; on a phone one at a time.
#[component]
pub fn Charts() -> impl IntoView {
    let study = use_study();
    let e = study.session.w().economy;
    let tab = RwSignal::new(Tab::Kept);
    let menu = study.menu;
    let tabs =
        [(Tab::Kept, e.kept_tab), (Tab::Profit, e.profit_tab), (Tab::Split, e.split_tab), (Tab::Levers, e.levers_tab)];
    let segment = move |(one, label): (Tab, &'static str)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (tab.get() == one).to_string())
                on:click=on(move |_| {
                    tab.set(one);
                    element::soon(".chart-cell.shown", |chart| element::show(&chart));
                })
            >
                {label}
            </button>
        }
    };
    let class = move |one: Tab, wide: &'static str| {
        live(move || if tab.get() == one { format!("chart-cell {wide} shown") } else { format!("chart-cell {wide}") })
    };
    let name = move || study.here().map(|here| study.name(&here)).unwrap_or_default();
    view! {
        <div class="segments chart-tabs" role="group" aria-label=e.charts>{tabs.map(segment).collect_view()}</div>
        <div class="chart-grid">
            <div class=class(Tab::Kept, "wide")>
                <ChartCard
                    id="kept"
                    title=e.customers_kept.to_string()
                    subtitle=e.customers_kept_note.to_string()
                    summary=Signal::derive(move || kept_summary(study))
                    chart=Signal::derive(move || kept(study))
                    menu
                />
            </div>
            <div class=class(Tab::Profit, "wide")>
                <ChartCard
                    id="profit"
                    title=e.cumulative_profit.to_string()
                    subtitle=e.profit_note.to_string()
                    summary=Signal::derive(move || profit_summary(study))
                    chart=Signal::derive(move || profit(study))
                    menu
                />
            </div>
            <div class=class(Tab::Split, "")>
                <ChartCard
                    id="split"
                    title=e.split_pays.to_string()
                    subtitle=Signal::derive(move || {
                        (e.split_pays_note)(study.stated(|scenario| scenario.horizon).unwrap_or_default())
                    })
                    summary=Signal::derive(move || split_summary(study))
                    chart=Signal::derive(move || split_chart(study))
                    menu
                />
            </div>
            <div class=class(Tab::Levers, "")>
                <ChartCard
                    id="levers"
                    title=e.what_moves.to_string()
                    subtitle=Signal::derive(move || (e.what_moves_note)(&name()))
                    summary=Signal::derive(move || levers_summary(study))
                    chart=Signal::derive(move || levers(study))
                    menu
                />
            </div>
            <div class=class(Tab::Levers, "")>
                <ChartCard
                    id="ratio"
                    title=e.ltv_to_cac.to_string()
                    subtitle=e.healthy.to_string()
                    summary=Signal::derive(move || ratio_summary(study))
                    chart=Signal::derive(move || ratios(study))
                    menu
                />
            </div>
        </div>
    }
}

fn share(study: Study) -> Format {
    let lang = study.lang();
    Arc::new(move |value| per_cent(lang, value, 0))
}

fn sum(study: Study) -> Format {
    let (lang, currency) = (study.lang(), study.currency());
    Arc::new(move |value| money(lang, &currency, value))
}

fn months(study: Study) -> Axis {
    let lang = study.lang();
    let write: Format = Arc::new(move |value| number(lang, value, 0));
    let e = study.session.w().economy;
    Axis {
        name: e.month.into(),
        tick: write.clone(),
        value: write,
        unit: String::new(),
        steps: Steps::Months,
        floor: Floor::Zero,
    }
}

/// A line of each scenario with its band.
fn lines(
    study: Study,
    values: impl Fn(&Reckoned) -> Option<Vec<f64>>,
    band: impl Fn(&orbita_economics::former::Paths) -> Vec<(f64, f64)>,
    end: impl Fn(f64) -> String,
) -> Vec<Series> {
    let e = study.session.w().economy;
    let drawn = study.drawn();
    let paths = paths_of(study, &drawn);
    let line = |(one, paths): (&Reckoned, Option<Arc<orbita_economics::former::Paths>>)| {
        let months = f64::from(one.scenario.period.months());
        let at = move |period: usize| period as f64 * months;
        let values = values(one)?;
        let name = study.name(one);
        let last = values.last().copied().unwrap_or_default();
        Some(Series {
            role: one.role(),
            end: format!("{} {}", one.letter(), end(last)),
            points: values.into_iter().enumerate().map(|(period, value)| (at(period), Some(value))).collect(),
            band: paths.map(|paths| Band {
                names: ((e.low_of)(&one.letter()), (e.high_of)(&one.letter())),
                points: band(&paths)
                    .into_iter()
                    .enumerate()
                    .map(|(period, (low, high))| (at(period), low, high))
                    .collect(),
            }),
            name,
            observed: false,
        })
    };
    drawn.iter().zip(paths).filter_map(line).collect()
}

fn kept(study: Study) -> Figures {
    let e = study.session.w().economy;
    let write = share(study);
    let series = lines(
        study,
        |one| Some(one.figures.as_ref().ok()?.projection.kept.clone()),
        |paths| paths.kept.iter().map(|band| (band.p10, band.p90)).collect(),
        |value| per_cent(study.lang(), value, 0),
    );
    // The gap after a year, between the scenario that is looked at and the first.
    let note = (|| {
        let (here, base) = (study.here()?, study.base()?);
        let points = (here.figures.ok()?.kept_year - base.figures.ok()?.kept_year) * 100.0;
        let text = number(study.lang(), points, 0);
        let drawn = study.drawn();
        let of = drawn.iter().position(|one| one.id == here.id)?;
        let there = here.scenario.horizon >= 12 && text != "0";
        there.then(|| Note { x: 12.0, of, against: Some(0), text: format!("{} {}", signed(&text, points), e.points) })
    })();
    Arc::new(LineChart {
        x: months(study),
        y: Axis {
            name: e.share_kept.into(),
            tick: write.clone(),
            value: write,
            unit: String::new(),
            steps: Steps::Decimal,
            floor: Floor::Data,
        },
        series,
        notes: note.into_iter().collect(),
    })
}

fn profit(study: Study) -> Figures {
    let e = study.session.w().economy;
    let write = sum(study);
    let series = lines(
        study,
        |one| Some(one.figures.as_ref().ok()?.projection.profit.clone()),
        |paths| paths.profit.iter().map(|band| (band.p10, band.p90)).collect(),
        |value| money(study.lang(), &study.currency(), value),
    );
    let note = (|| {
        let here = study.here()?;
        let month = found(study)?.0.overtakes?;
        let of = study.drawn().iter().position(|one| one.id == here.id)?;
        let base = study.base()?;
        let text = (e.overtakes)(&here.letter(), &base.letter(), &number(study.lang(), month.ceil(), 0));
        Some(Note { x: month, of, against: None, text })
    })();
    Arc::new(LineChart {
        x: months(study),
        y: Axis {
            name: e.result.into(),
            tick: write.clone(),
            value: write,
            unit: String::new(),
            steps: Steps::Decimal,
            floor: Floor::Zero,
        },
        series,
        notes: note.into_iter().collect(),
    })
}

fn curve(study: Study) -> Option<SplitCurve> {
    let here = study.here()?;
    here.scenario.response?;
    split::curve(&here.scenario).ok()
}

fn split_chart(study: Study) -> Figures {
    let e = study.session.w().economy;
    let (share, sum) = (share(study), sum(study));
    let axis = |name: &str, write: Format, floor| Axis {
        name: name.into(),
        tick: write.clone(),
        value: write,
        unit: String::new(),
        steps: Steps::Decimal,
        floor,
    };
    let curve = curve(study);
    // Only scenarios that differ in nothing but the split stand on the curve of the one that is looked at.
    let here = study.here();
    let on_curve = |one: &Reckoned| {
        let differences =
            here.as_ref().map(|here| crate::insight::economy::finding::differences(&one.scenario, &here.scenario));
        differences
            .is_some_and(|all| all.iter().all(|one| matches!(one, crate::insight::economy::finding::Difference::Split)))
    };
    let marks = study.drawn().into_iter().filter(|one| curve.is_some() && on_curve(one)).map(|one| Mark {
        x: one.scenario.keep.get(),
        letter: one.letter(),
        role: one.role(),
    });
    Arc::new(SplitChart {
        x: axis(e.keep, share, Floor::Zero),
        y: axis(e.result, sum, Floor::Data),
        caption: e.split_caption.into(),
        curve: curve
            .as_ref()
            .map(|curve| curve.points.iter().map(|point| (point.at, Some(point.value))).collect())
            .unwrap_or_default(),
        best: curve.as_ref().map(|curve| (curve.best.from, curve.best.to, best(study, curve))),
        marks: marks.collect(),
    })
}

/// "Best 30–51%".
fn best(study: Study, curve: &SplitCurve) -> String {
    let lang = study.lang();
    let from = number(lang, curve.best.from * 100.0, 0);
    (study.session.w().economy.best_range)(&format!("{from}\u{2013}{}", per_cent(lang, curve.best.to, 0)))
}

fn levers(study: Study) -> Figures {
    let e = study.session.w().economy;
    let (lang, currency) = (study.lang(), study.currency());
    let here = study.here();
    let base = here.as_ref().and_then(|here| Some(here.figures.as_ref().ok()?.profit)).unwrap_or_default();
    let moved = here.and_then(|here| tornado::moved(&here.scenario).ok()).unwrap_or_default();
    let lever = |moved: tornado::Moved| {
        let unit = Unit::of(moved.quantity);
        let swing = |result: f64, input: f64| Swing { result, input: unit.short(lang, &currency, input) };
        let low = swing(moved.bar.at_low.ok()?, moved.ends.0);
        let high = swing(moved.bar.at_high.ok()?, moved.ends.1);
        let (low, high) = if low.result <= high.result { (low, high) } else { (high, low) };
        Some(Lever { name: e.quantity(moved.quantity).into(), low, high })
    };
    let change: Format = {
        let currency = currency.clone();
        Arc::new(move |value| signed(&money(lang, &currency, value), value))
    };
    Arc::new(Tornado {
        levers: moved.into_iter().filter_map(lever).collect(),
        base,
        base_text: money(lang, &currency, base),
        change,
        value: sum(study),
        columns: [e.input, e.low_end, e.at_low, e.high, e.at_high].map(String::from),
    })
}

fn ratios(study: Study) -> Figures {
    let e = study.session.w().economy;
    let lang = study.lang();
    let ratio = |one: Reckoned| Ratio {
        role: one.role(),
        letter: one.letter(),
        value: one.figures.as_ref().ok().and_then(|figures| figures.ltv_to_cac.ok()),
    };
    Arc::new(RatioChart {
        ratios: study.drawn().into_iter().map(ratio).collect(),
        rule: (3.0, "3 : 1".into()),
        value: Arc::new(move |value| number(lang, value, 1)),
        missing: e.missing.into(),
        columns: [e.scenarios, e.ltv_to_cac].map(String::from),
    })
}

/// A sentence of figures: "Customers kept: A 43%, B 66%"; without any it says so.
fn listed(study: Study, title: &str, figures: impl Iterator<Item = String>) -> String {
    let figures: Vec<String> = figures.collect();
    let said = if figures.is_empty() { study.session.w().economy.missing.into() } else { figures.join(", ") };
    format!("{title}: {said}")
}

fn kept_summary(study: Study) -> String {
    let e = study.session.w().economy;
    let of = |one: Reckoned| {
        let kept = one.figures.as_ref().ok()?.projection.kept.last().copied()?;
        Some(format!("{} {}", study.name(&one), per_cent(study.lang(), kept, 0)))
    };
    listed(study, e.customers_kept, study.drawn().into_iter().filter_map(of))
}

fn profit_summary(study: Study) -> String {
    let e = study.session.w().economy;
    let of = |one: Reckoned| {
        let profit = one.figures.as_ref().ok()?.profit;
        Some(format!("{} {}", study.name(&one), money(study.lang(), &study.currency(), profit)))
    };
    listed(study, e.cumulative_profit, study.drawn().into_iter().filter_map(of))
}

fn split_summary(study: Study) -> String {
    let e = study.session.w().economy;
    match curve(study) {
        Some(curve) => listed(study, e.split_pays, std::iter::once(best(study, &curve))),
        None if study.stated(|scenario| scenario.response.is_none()) == Some(true) => e.no_split.into(),
        None => listed(study, e.split_pays, std::iter::empty()),
    }
}

fn levers_summary(study: Study) -> String {
    let e = study.session.w().economy;
    let here = study.here();
    let moved = here.and_then(|here| tornado::moved(&here.scenario).ok()).unwrap_or_default();
    listed(study, e.what_moves, moved.into_iter().take(3).map(|moved| e.quantity(moved.quantity).to_lowercase()))
}

fn ratio_summary(study: Study) -> String {
    let e = study.session.w().economy;
    let of = |one: Reckoned| {
        let ratio = one.figures.as_ref().ok()?.ltv_to_cac.ok()?;
        Some(format!("{} {}", study.name(&one), number(study.lang(), ratio, 1)))
    };
    listed(study, e.ltv_to_cac, study.drawn().into_iter().filter_map(of))
}
