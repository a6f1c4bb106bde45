//! The charts of cohorts: observed and carried on, the trial, the base by age.

use std::sync::Arc;

use orbita_economics::{Family, Figure};

use crate::charts::{Axis, Floor, LineChart, Pair, Pairs, Role, Series, Steps};
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::Lang;
use crate::i18n::amounts::{money, number, per_cent, signed};
use crate::i18n::cohorts::CohortWords;
use crate::insight::economy::base::{AgeValue, Base};
use crate::insight::economy::cohort::CohortReading;
use crate::insight::economy::holdout::{Forecast, Holdout, Method};

/// How far the models are carried on, unless somebody says otherwise: twice as far as was observed.
pub fn carried_to(reading: &CohortReading) -> u32 {
    (2 * reading.last_age()).max(1)
}

/// The axes of ages and of the share of clients who are left.
fn axes(lang: Lang, floor: Floor) -> (Axis, Axis) {
    let words = CohortWords::of(lang);
    (
        Axis::of(words.age, Arc::new(move |age| number(lang, age, 0)), Steps::Months, Floor::Zero),
        Axis::of(words.kept, Arc::new(move |share| per_cent(lang, share, 1)), Steps::Decimal, floor),
    )
}

/// A line of shares from age 0 on.
fn line(role: Role, name: &str, end: &str, shares: &[f64]) -> Series {
    let points = shares.iter().zip(0..).map(|(share, age)| (f64::from(age), Some(*share))).collect();
    Series { role, name: name.into(), end: end.into(), points, bands: Vec::new(), observed: false }
}

/// What was observed, as points.
fn observed(lang: Lang, reading: &CohortReading) -> Series {
    Series { observed: true, ..line(Role::D, CohortWords::of(lang).observed, "", &reading.survival) }
}

/// How many clients stay up to an age: what was observed, and what the models make of it.
pub fn kept(lang: Lang, reading: &CohortReading, to: u32) -> Titled {
    let words = CohortWords::of(lang);
    Titled {
        id: ChartId::Cohorts,
        title: words.kept.into(),
        subtitle: (words.kept_note)(reading.last_age(), to),
        summary: kept_said(lang, reading, to),
        chart: Arc::new(kept_chart(lang, reading, to)),
    }
}

/// What was observed with the models that are different from one another up to an age, the one in use in the accent, as many
/// as can be told apart.
fn kept_chart(lang: Lang, reading: &CohortReading, to: u32) -> LineChart {
    let words = CohortWords::of(lang);
    let supported = reading.model_in_use().map(|fit| fit.family).ok();
    let mut roles = [Role::A, Role::C].into_iter();
    let mut series = Vec::new();
    for family in [Family::Constant, Family::Sbg, Family::BetaDiscreteWeibull, Family::DiscreteWeibull] {
        let Some(fit) = reading.fit(family).ok().filter(|fit| fit.supported() == family) else { continue };
        let role = if Some(family) == supported { Some(Role::B) } else { roles.next() };
        if let (Some(role), Ok(curve)) = (role, fit.model.curve(to)) {
            series.push(line(role, (words.family)(family), (words.family_short)(family), &curve));
        }
    }
    series.push(observed(lang, reading));
    let (x, y) = axes(lang, Floor::Zero);
    LineChart { x, y, series, notes: Vec::new() }
}

/// The same in a sentence.
fn kept_said(lang: Lang, reading: &CohortReading, to: u32) -> String {
    let share = |share: Option<f64>| share.map(|share| per_cent(lang, share, 1)).unwrap_or_default();
    let projected = reading.model().and_then(|model| model.survival(to)).ok();
    let last = reading.survival.last().copied();
    (CohortWords::of(lang).kept_summary)(&share(last), reading.last_age(), &share(projected), to)
}

/// What was foretold from the first ages, beside what came.
pub fn trial(lang: Lang, reading: &CohortReading, trial: &Holdout) -> Titled {
    let words = CohortWords::of(lang);
    let subtitle = (words.trial_note)(trial.fitted, trial.last);
    let (model, trend) = (nearest(trial, true), nearest(trial, false));
    let miss = |one: &Forecast| match one.error {
        Ok(off) => (words.points)(&number(lang, off.abs() * 100.0, 1)),
        Err(why) => lang.words().no_figure(why),
    };
    let summary = model.zip(trend).map(|(model, trend)| {
        (words.trial_summary)(&method(lang, model.method), &miss(model), &method(lang, trend.method), &miss(trend))
    });
    let foretold = [(model, Role::B), (trend, Role::A)].into_iter().filter_map(|(forecast, role)| {
        let forecast = forecast?;
        let name = method(lang, forecast.method);
        let end = match forecast.method {
            Method::Model(family) => (words.family_short)(family).to_string(),
            Method::Trend(_) => name.clone(),
        };
        Some(line(role, &name, &end, forecast.curve.as_ref().ok()?))
    });
    let series = foretold.chain([observed(lang, reading)]).collect();
    let (x, y) = axes(lang, Floor::Zero);
    Titled {
        id: ChartId::Trial,
        title: words.trial.into(),
        summary: summary.unwrap_or_else(|| subtitle.clone()),
        subtitle,
        chart: Arc::new(LineChart { x, y, series, notes: Vec::new() }),
    }
}

/// The model, or the trend line, that misses by least.
fn nearest(trial: &Holdout, model: bool) -> Option<&Forecast> {
    let of_kind = |forecast: &&Forecast| matches!(forecast.method, Method::Model(_)) == model;
    let miss = |forecast: &Forecast| forecast.error.map_or(f64::INFINITY, f64::abs);
    trial.forecasts.iter().filter(of_kind).min_by(|one, other| miss(one).total_cmp(&miss(other)))
}

/// The name of a way to foretell.
pub fn method(lang: Lang, method: Method) -> String {
    let words = CohortWords::of(lang);
    match method {
        Method::Trend(kind) => (words.trend)(kind).into(),
        Method::Model(family) => (words.family)(family).into(),
    }
}

/// The clients of a table by age: at one average rate, and by their own prospects. Without a base it is empty, and says why.
/// `churn_factor` says what the split does to churn.
pub fn base(
    lang: Lang,
    currency: &str,
    reading: &CohortReading,
    base: Option<&Figure<Base>>,
    churn_factor: f64,
) -> Titled {
    let words = CohortWords::of(lang);
    let pair = |age: &AgeValue| Pair {
        name: (words.renewal)(age.group.next_renewal),
        values: [Some(age.at_average), Some(age.by_age)],
    };
    let pairs = base.and_then(|base| base.as_ref().ok()).map(|base| base.ages.iter().map(pair).collect());
    let money_of = currency.to_owned();
    Titled {
        id: ChartId::Base,
        title: words.base.into(),
        subtitle: words.base_note.into(),
        summary: match base {
            Some(Ok(base)) => base_said(lang, currency, reading, base, churn_factor),
            Some(Err(why)) => lang.words().no_figure(*why),
            None => String::new(),
        },
        chart: Arc::new(Pairs {
            pairs: pairs.unwrap_or_default(),
            names: [words.at_average.into(), words.by_age.into()],
            value: Arc::new(move |value| money(lang, &money_of, value)),
            name: words.next_renewal.into(),
        }),
    }
}

/// What one average rate makes of the base, in sentences; where that rate and the observed churn are of different renewals, that
/// they are; how payments are counted, and that cohorts break off. `churn_factor` says what the split does to churn.
pub fn base_said(lang: Lang, currency: &str, reading: &CohortReading, base: &Base, churn_factor: f64) -> String {
    let words = CohortWords::of(lang);
    let sum = |value| money(lang, currency, value);
    let off = Some(per_cent(lang, base.total.difference, 0)).filter(|off| *off != per_cent(lang, 0.0, 0));
    let off = off.map(|off| signed(&off, base.total.difference)).unwrap_or_default();
    let (by_age, average) = (sum(base.total.by_age), sum(base.total.at_average));
    // Those of the table, who need not be as many as the scenario has.
    let clients: f64 = base.ages.iter().map(|age| age.group.customers).sum();
    let said =
        (words.base_summary)(&number(lang, clients, 0), &by_age, &average, &per_cent(lang, base.retention, 1), &off);
    let rate = reading.churn.ok().filter(|_| base.of_last).map(|churn| {
        let is_moved = number(lang, churn_factor, 2) != "1";
        (words.base_rate)(&per_cent(lang, churn.likely(), 2), is_moved)
    });
    let broken_off = Some(reading.broken_off()).filter(|count| *count > 0).map(words.base_broken_off);
    let more = [rate, Some(words.base_payments.into()), broken_off];
    std::iter::once(said).chain(more.into_iter().flatten()).collect::<Vec<_>>().join(" ")
}
