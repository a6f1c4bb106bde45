//! What a scenario foretold beside what came, as it is written on screens and in files alike.

use std::sync::Arc;

use crate::charts::{Axis, Band, Floor, Format, LineChart, Role, Series, Steps};
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::Lang;
use crate::i18n::amounts::{apart, as_read, money, money_before, moneys, number, numbers, signed};
use crate::i18n::economy::{EconomyWords, Unit};
use crate::i18n::figures;
use crate::i18n::forecast::ForecastWords;
use crate::insight::economy::forecast::{ForecastFigure, PeriodEnd, RangePosition};
use crate::model::scenario::{Counted, Scenario};

/// How the figures of a forecast are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The language.
    pub lang: Lang,
    /// What money is counted in.
    pub currency: String,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The end of the period.
    pub end: String,
    /// The forecast.
    pub forecast: String,
    /// Its range; empty where nobody stated one.
    pub range: String,
    /// What came, as it is typed; empty until somebody says it.
    pub actual: String,
    /// The day on which that was said or last changed; empty where it is not known.
    pub actual_on: String,
    /// What came less the forecast.
    pub difference: String,
    /// Where it lies in the range.
    pub position: String,
}

/// The unit of a figure.
pub fn unit(counted: Counted) -> Unit {
    match counted {
        Counted::Clients => Unit::Count,
        Counted::Revenue | Counted::Profit => Unit::Money,
    }
}

/// What is said above the table: what the forecast is, and how many of the figures that came lie in its range.
pub fn intro(scenario: &Scenario, ends: &[PeriodEnd], counted: Counted, lang: Lang) -> Vec<String> {
    let words = ForecastWords::of(lang);
    let said = match &scenario.locked {
        Some(lock) => (words.said)(&lock.by, &figures::date(lang, lock.on)),
        None => words.not_locked.into(),
    };
    let lie: Vec<RangePosition> = ends.iter().filter_map(|end| end.of(counted).position()).collect();
    let has_range = ends.iter().any(|end| end.of(counted).range.is_some());
    let then = match () {
        () if !has_range => words.no_range.into(),
        () if lie.is_empty() => words.nothing_came.into(),
        () => (words.inside_of)(lie.iter().filter(|position| **position == RangePosition::Inside).count(), lie.len()),
    };
    let by_chance = ends.iter().filter(|end| end.of(counted).is_chance()).count();
    let chance = (by_chance > 0).then(|| (words.chance_of)(by_chance));
    [said, then].into_iter().chain(chance).collect()
}

/// Where what came lies in the range; empty without one.
pub fn lies_said(lang: Lang, figure: &ForecastFigure) -> String {
    let words = ForecastWords::of(lang);
    let said = match figure.position() {
        Some(RangePosition::Below) => words.below,
        Some(RangePosition::Inside) => words.inside,
        Some(RangePosition::Above) => words.above,
        None => "",
    };
    if figure.is_chance() { (words.by_chance)(said) } else { said.into() }
}

impl Writing {
    /// How figures of a scenario are written.
    pub fn of(scenario: &Scenario, lang: Lang) -> Self {
        Writing { lang, currency: scenario.currency.clone() }
    }

    fn figure(&self, counted: Counted, value: f64) -> String {
        match unit(counted) {
            Unit::Count => apart(self.lang, value, 0),
            _ => money(self.lang, &self.currency, value),
        }
    }

    /// The ends of a range.
    fn ends(&self, counted: Counted, (low, high): (f64, f64)) -> [String; 2] {
        match unit(counted) {
            Unit::Count => numbers(self.lang, [low, high], 0),
            _ => moneys(self.lang, &self.currency, [low, high]),
        }
    }

    /// The end of a period: its day where the scenario is locked, or else its month.
    pub fn end(&self, end: &PeriodEnd) -> String {
        let month = (ForecastWords::of(self.lang).month)(end.month);
        match end.day {
            Some(day) => format!("{month}, {}", figures::date(self.lang, day)),
            None => month,
        }
    }

    /// A figure of the end of a period as a line.
    pub fn line(&self, end: &PeriodEnd, counted: Counted) -> Line {
        let figure = end.of(counted);
        // Clients are whole on the screen: the difference is the one that the reader counts.
        let by = match unit(counted) {
            Unit::Count => figure.actual.zip(figure.forecast).map(|(actual, forecast)| actual - as_read(forecast, 0)),
            _ => figure.difference(),
        };
        let difference = by.map(|by| signed(&self.figure(counted, by), by));
        let forecast = |value: f64| match (unit(counted), figure.actual) {
            (Unit::Money, Some(actual)) => money_before(self.lang, &self.currency, actual, value),
            _ => self.figure(counted, value),
        };
        Line {
            end: self.end(end),
            forecast: figure.forecast.map(forecast).unwrap_or_default(),
            range: figure.range.map(|ends| self.ends(counted, ends).join(" \u{2026} ")).unwrap_or_default(),
            actual: figure
                .actual
                .map(|actual| unit(counted).exact(self.lang, &self.currency, actual))
                .unwrap_or_default(),
            actual_on: figure.actual_on.map(|day| figures::date(self.lang, day)).unwrap_or_default(),
            difference: difference.unwrap_or_default(),
            position: lies_said(self.lang, &figure),
        }
    }

    /// What a scenario forecasts of a figure, beside what came. `said` is what its [`intro`] says.
    pub fn titled(&self, said: String, ends: &[PeriodEnd], counted: Counted) -> Titled {
        Titled {
            id: ChartId::Forecast,
            title: ForecastWords::of(self.lang).title.into(),
            subtitle: self.note(ends, counted),
            summary: said,
            chart: Arc::new(self.chart(ends, counted)),
        }
    }

    /// What is drawn of a figure: what its bands are, where there are any.
    pub fn note(&self, ends: &[PeriodEnd], counted: Counted) -> String {
        let words = ForecastWords::of(self.lang);
        let has =
            |read: fn(&ForecastFigure) -> Option<(f64, f64)>| ends.iter().any(|end| read(&end.of(counted)).is_some());
        let bands = (words.bands)(has(|figure| figure.range), has(ForecastFigure::with_luck));
        [(words.counted)(counted), bands].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// The forecast of a figure with its range, alone and with the luck of single clients, and what came as points.
    pub fn chart(&self, ends: &[PeriodEnd], counted: Counted) -> LineChart {
        let words = ForecastWords::of(self.lang);
        let here = self.clone();
        let write: Format = Arc::new(move |value| here.figure(counted, value));
        let lang = self.lang;
        let months: Format = Arc::new(move |value| number(lang, value, 0));
        let at = |end: &PeriodEnd| f64::from(end.month);
        let figure = (words.counted)(counted);
        let name = format!("{figure}, {}", words.forecast);
        let band = |read: fn(&ForecastFigure) -> Option<(f64, f64)>, [low, high]: [&str; 2]| {
            let point = |end: &PeriodEnd| read(&end.of(counted)).map(|(low, high)| (at(end), low, high));
            let points: Vec<(f64, f64, f64)> = ends.iter().filter_map(point).collect();
            let names = (format!("{name}, {low}"), format!("{name}, {high}"));
            (!points.is_empty()).then_some(Band { names, points, written: Vec::new() })
        };
        // Drawn as it is, and told as in the table above it.
        let of_range = band(|figure| figure.exact_range, ["P10", "P90"]).map(|band| {
            let shown = ends.iter().filter_map(|end| end.of(counted).range);
            Band { written: shown.map(|ends| self.ends(counted, ends)).collect(), ..band }
        });
        let bands: Vec<Band> =
            [of_range, band(ForecastFigure::with_luck, words.ends_with_luck)].into_iter().flatten().collect();
        let series = |role, name: String, read: &dyn Fn(&PeriodEnd) -> Option<f64>, bands, observed| Series {
            role,
            name,
            end: String::new(),
            points: ends.iter().map(|end| (at(end), read(end))).collect(),
            bands,
            observed,
        };
        LineChart {
            x: Axis::of(EconomyWords::of(self.lang).month, months, Steps::Months, Floor::Zero),
            y: Axis::of(figure, write, Steps::Decimal, Floor::Data),
            series: vec![
                series(Role::B, name, &|end| end.of(counted).forecast, bands, false),
                series(Role::A, format!("{figure}, {}", words.actual), &|end| end.of(counted).actual, Vec::new(), true),
            ],
            notes: Vec::new(),
        }
    }
}
