//! The charts of the economics, built from what scenarios come to.

use std::sync::Arc;

use orbita_economics::{NoFigure, Quantile, Ranges};

use super::Shown;
use super::{Case, Economy};
use crate::charts::{
    Axis, Band, Floor, Format, LineChart, Mark, Note, Ratio, RatioChart, Series, SplitChart, Steps, Swing, Tornado,
    TornadoRow,
};
use crate::i18n::amounts::{money, number, per_cent, ratio, signed};
use crate::i18n::economy::Unit;
use crate::i18n::speech::uncapital;
use crate::i18n::spending::Best;
use crate::insight::economy::finding::{Difference, differences};
use crate::insight::economy::split::{self, SplitCurve};
use crate::insight::economy::tornado::{self, Moved};
use crate::model::scenario::{Answer, Input, Quantity};

/// A split that loses no more than this share of the top is as good as the top.
const NO_LOSS: f64 = 0.001;

impl Economy {
    /// The ratios before what is spent on keeping, for which the rule of thumb is meant: "A 3.1; B 3.5"; none without a figure.
    pub(super) fn gross_ratios(&self) -> Option<String> {
        let mut drawn = self.drawn();
        let several = drawn.len() > 1;
        drawn.retain(|case| Shown::RatioGross.figure(case).is_ok());
        let one = |case: &&Case| match self.brief(Shown::RatioGross, case) {
            ratio if several => format!("{}\u{a0}{ratio}", case.letter()),
            ratio => ratio,
        };
        let all = drawn.iter().map(one).collect::<Vec<_>>();
        (!all.is_empty()).then(|| all.join("; "))
    }

    fn share(&self) -> Format {
        let lang = self.lang;
        Arc::new(move |value| per_cent(lang, value, 0))
    }

    fn sum(&self) -> Format {
        let (lang, currency) = (self.lang, self.currency().to_owned());
        Arc::new(move |value| money(lang, &currency, value))
    }

    fn axis(&self, name: &str, write: Format, floor: Floor) -> Axis {
        Axis::of(name, write, Steps::Decimal, floor)
    }

    fn months(&self) -> Axis {
        let lang = self.lang;
        let write: Format = Arc::new(move |value| number(lang, value, 0));
        Axis { steps: Steps::Months, ..self.axis(self.words().month, write, Floor::Zero) }
    }

    /// A line of each scenario with its band.
    fn lines(
        &self,
        values: impl Fn(&Case) -> Option<Vec<f64>>,
        band: impl Fn(&Ranges) -> Vec<(f64, f64)>,
        digits: impl Fn(&Ranges) -> Option<(u32, u32)>,
        end: impl Fn(f64) -> String,
        // What the lines show, with its unit: for the heads of the table, which leaves the screen without its title.
        what: &str,
    ) -> Vec<Series> {
        let words = self.words();
        let r = self.range_words();
        let line = |case: &Case| {
            let at = |month: usize| month as f64;
            let values = values(case)?;
            let last = values.last().copied().unwrap_or_default();
            let (letter, name) = (case.letter(), format!("{}, {what}", case.name(words)));
            let simulated = case.ranges.as_ref().filter(|ranges| ranges.has_ranges);
            let band = simulated.map(|ranges| {
                let ends = band(ranges);
                let written = digits(ranges).map(|(of_low, of_high)| {
                    let held = |value, digits| money(self.lang, self.currency(), Quantile { value, digits }.held());
                    ends.iter().map(|(low, high)| [held(*low, of_low), held(*high, of_high)]).collect()
                });
                Band {
                    names: ((r.low_of)(&name), (r.high_of)(&name)),
                    points: (0..).map(at).zip(ends).map(|(at, (low, high))| (at, low, high)).collect(),
                    written: written.unwrap_or_default(),
                }
            });
            Some(Series {
                role: self.role(case),
                name,
                end: format!("{letter} {}", end(last)),
                points: (0..).map(at).zip(values).map(|(at, value)| (at, Some(value))).collect(),
                bands: band.into_iter().collect(),
                observed: false,
            })
        };
        self.drawn().into_iter().filter_map(line).collect()
    }

    /// Where the scenario that is looked at is among those that have a line.
    fn place(&self, has_line: fn(&Case) -> bool) -> Option<usize> {
        self.drawn().into_iter().filter(|case| has_line(case)).position(|case| case.at == self.here)
    }

    /// How many clients stay.
    pub fn kept(&self) -> LineChart {
        let words = self.words();
        let r = self.range_words();
        let mut series = self.lines(
            |case| Some(case.figures.as_ref().ok().filter(|_| case.can_keep())?.projection.kept.clone()),
            |ranges| ranges.kept.iter().map(|band| (band.p10, band.p90)).collect(),
            |_| None,
            |value| per_cent(self.lang, value, 0),
            &uncapital(words.share_kept),
        );
        if let Some((series, points)) =
            self.place(Case::can_keep).and_then(|at| series.get_mut(at)).zip(self.kept_with_luck())
        {
            let name = format!("{}, {}", series.name, r.with_luck);
            let names = ((r.low_of)(&name), (r.high_of)(&name));
            series.bands.push(Band { names, points, written: Vec::new() });
        }
        // The gap after a year, between the scenario that is looked at and the first.
        let note = || {
            let change =
                self.change(Shown::Kept).filter(|_| self.here().is_some_and(|here| here.scenario.horizon >= 12))?;
            Some(Note { x: 12.0, of: self.place(Case::can_keep)?, against: Some(0), text: change.by })
        };
        let y = self.axis(words.share_kept, self.share(), Floor::Data);
        LineChart { x: self.months(), y, series, notes: note().into_iter().collect() }
    }

    /// Profit, added up.
    pub fn profit(&self) -> LineChart {
        let words = self.words();
        let series = self.lines(
            |case| Some(case.figures.as_ref().ok()?.projection.profit.clone()),
            |ranges| ranges.profit.iter().map(|band| (band.p10, band.p90)).collect(),
            // Every month holds about as many digits as the last one, of which all runs are kept.
            |ranges| Some((ranges.at_end.quantile(0.1).ok()?.digits, ranges.at_end.quantile(0.9).ok()?.digits)),
            |value| money(self.lang, self.currency(), value),
            &format!("{}, {}", uncapital(words.result), self.currency()),
        );
        let note = || {
            let (here, base) = (self.here()?, self.base()?);
            let month = self.found()?.0.overtakes?;
            let text = (words.overtakes)(&here.letter(), &base.letter(), &number(self.lang, month.ceil(), 0));
            Some(Note { x: month, of: self.place(|case| case.figures.is_ok())?, against: None, text })
        };
        let y = self.axis(words.result, self.sum(), Floor::Zero);
        LineChart { x: self.months(), y, series, notes: note().into_iter().collect() }
    }

    /// The curve over all splits of the budget, where spending is answered for.
    pub(super) fn curve(&self) -> Option<SplitCurve> {
        let here = self.here()?;
        // What cannot be computed as it stands has no curve around it.
        here.figures.as_ref().ok()?;
        here.scenario.answers()?;
        here.curve.get_or_init(|| split::curve(&here.scenario).ok()).clone()
    }

    /// Whether the cheaper side of the two next clients is also the one that the split has to move to. Where a client is worth less
    /// than is spent on keeping one, or joins too late to pay within the horizon, it is not.
    pub fn margin_decides(&self, win_to_keep: f64) -> bool {
        let (Some(curve), Some(here)) = (self.curve(), self.here()) else { return true };
        let share = here.scenario.keep.get();
        if win_to_keep > 1.0 { share <= curve.best.to } else { share >= curve.best.from }
    }

    /// What the best split is and what others lose, in sentences; what a smaller budget would earn, where that is more.
    pub fn note_of_split(&self) -> Vec<String> {
        let words = self.words();
        let s = self.spending_words();
        if let Some(why) = self.nothing_to_split() {
            return vec![why.into()];
        }
        let (Some(curve), Some(here)) = (self.curve(), self.here()) else { return Vec::new() };
        let sum = |value: f64| money(self.lang, self.currency(), value);
        let best = &curve.best;
        let loss = sum(best.loss_now);
        // Less than is tolerated where the plateau ends at nothing or at all.
        let most_lost = best.loss_from.max(best.loss_to);
        let said = Best {
            top: per_cent(self.lang, best.top_share, 0),
            earns: sum(best.top),
            range: self.shares(best.from, best.to),
            within: match best.top > 0.0 {
                true => format!("{} ({})", sum(most_lost), per_cent(self.lang, most_lost / best.top, 0)),
                false => sum(most_lost),
            },
            // What nobody would change anything for is no loss.
            loss_now: Some(loss).filter(|_| best.loss_now > NO_LOSS * best.top.abs()),
        };
        let less = curve.less.map(|less| {
            let (keep, months) = (per_cent(self.lang, less.keep, 0), here.scenario.horizon);
            let said = match less.budget > 0.0 {
                true => {
                    (s.spend_less)(&sum(less.budget), words.per(here.scenario.period), &keep, &sum(less.gain), months)
                }
                false => (s.spend_nothing)(&sum(less.gain), months),
            };
            match less.gain_with_left {
                Ok(gain) => format!("{said} {}", (s.spend_less_left)(&sum(gain.abs()), gain > 0.0)),
                Err(_) => said,
            }
        });
        std::iter::once((s.best_says)(&said)).chain(less).collect()
    }

    /// Why the scenario that is looked at has nothing to split though there are answers; `None` where it has.
    pub(super) fn nothing_to_split(&self) -> Option<&'static str> {
        let s = self.spending_words();
        let scenario = &self.here().filter(|here| here.scenario.response.is_some())?.scenario;
        match scenario.budget.likely() <= 0.0 {
            true => Some(s.nothing_to_split),
            false => scenario.spends_nothing().then_some(s.spends_nothing),
        }
    }

    /// "Best 30–51%".
    pub(super) fn best(&self, curve: &SplitCurve) -> String {
        (self.spending_words().best_range)(&self.shares(curve.best.from, curve.best.to))
    }

    /// "30–51%" that no line tears, or one share where both read alike.
    fn shares(&self, from: f64, to: f64) -> String {
        let [low, high] = [from, to].map(|share| number(self.lang, share * 100.0, 0));
        let high_share = per_cent(self.lang, to, 0);
        if low == high { high_share } else { format!("{low}\u{2013}\u{2060}{high_share}") }
    }

    /// Which split of the budget pays best; without a curve where nothing is known about spending.
    pub fn split(&self) -> SplitChart {
        let words = self.words();
        let s = self.spending_words();
        let curve = self.curve();
        // Only scenarios that differ in nothing but the split stand on the curve of the one that is looked at.
        let on_curve = |case: &&Case| {
            let here = self.here().filter(|_| curve.is_some());
            here.is_some_and(|here| {
                differences(&case.scenario, &here.scenario)
                    .iter()
                    .all(|one| matches!(one, Difference::Split | Difference::Initiatives))
            })
        };
        let mark = |case: &Case| Mark { x: case.scenario.keep.get(), letter: case.letter(), role: self.role(case) };
        let points = |curve: &SplitCurve| curve.points.iter().map(|point| (point.at, Some(point.value))).collect();
        let best = |curve: &SplitCurve| (curve.best.from, curve.best.to, self.best(curve));
        SplitChart {
            x: self.axis(s.keep, self.share(), Floor::Zero),
            y: self.axis(words.result, self.sum(), Floor::Data),
            caption: s.split_caption.into(),
            curve: curve.as_ref().map(points).unwrap_or_default(),
            best: curve.as_ref().map(best),
            marks: self.drawn().into_iter().filter(on_curve).map(mark).collect(),
        }
    }

    /// What moves the result most, the strongest first.
    pub(super) fn moved(&self) -> &[Moved] {
        let moved = || {
            let here = self.here().ok_or(NoFigure::NothingToShare)?;
            here.figures.as_ref().map_err(|why| *why)?;
            let (plan, luck) = self.drawn_here()?;
            tornado::moved(&here.scenario, &plan, &luck)
        };
        self.moved.get_or_init(|| moved().unwrap_or_default())
    }

    /// What moves the result. Inputs without a range are told apart by their names.
    pub fn levers(&self) -> Tornado {
        let words = self.words();
        let r = self.range_words();
        let (lang, currency) = (self.lang, self.currency().to_owned());
        let figures = self.here().and_then(|here| here.figures.as_ref().ok());
        let base = figures.map(|figures| figures.profit()).unwrap_or_default();
        let lever = |moved: &Moved| {
            let unit = Unit::of_input(moved.input);
            let short = |input: f64| match self.of_every_age(moved) {
                Some(likely) => signed(&per_cent(lang, input / likely - 1.0, 0), input - likely),
                None => unit.short(lang, &currency, input),
            };
            let swing = |result: f64, input: f64, stop: Option<Answer>| {
                let input = short(input);
                Swing { result, input: if stop.is_some() { (r.end_stops)(&input) } else { input } }
            };
            let low = swing(moved.at_low.ok()?, moved.ends.0, moved.stops.0);
            let high = swing(moved.at_high.ok()?, moved.ends.1, moved.stops.1);
            let together = moved.with.iter().map(|input| uncapital(words.input_name(*input)));
            let named = self.of_every_age(moved).map_or(words.input_name(moved.input), |_| words.churn_by_age);
            let name = std::iter::once(named.to_owned()).chain(together).collect::<Vec<_>>();
            let name = name.join(" + ");
            let name = if moved.stated { name } else { (words.exact_input)(&name, &self.step(moved)) };
            Some(TornadoRow { name, low, high })
        };
        let levers = self.moved().iter().filter_map(lever).collect();
        let base_text = money(lang, &currency, base);
        let change: Format = Arc::new(move |value| signed(&money(lang, &currency, value), value));
        Tornado { levers, base, base_text, change, value: self.sum(), columns: r.tornado_columns.map(String::from) }
    }

    /// Why bars stop short of the ends of their ranges, where some do.
    pub(super) fn levers_stopped(&self) -> Option<String> {
        let words = self.words();
        let told = |moved: &Moved| {
            let answer = moved.stops.0.or(moved.stops.1)?;
            Some((self.range_words().stops_for)(words.input_name(moved.input), words.answer(answer)))
        };
        let all = self.moved().iter().filter_map(told).collect::<Vec<_>>();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The churn that is moved, where it depends on age: every age moves by as large a part of itself. That of today's clients stands in
    /// for a stated one of 0.
    fn of_every_age(&self, moved: &Moved) -> Option<f64> {
        let scenario = &self.here()?.scenario;
        let is_churn = moved.input == Input::Quantity(Quantity::Churn) && scenario.by_age.is_some();
        let stated = Some(scenario.churn.likely()).filter(|churn| *churn > 0.0);
        is_churn.then(|| stated.unwrap_or_else(|| scenario.churn_in_force()))
    }

    /// How far an exact input is moved: "±10%", or its ends where its bounds or another way to count leave another step: "90% … 100%".
    fn step(&self, moved: &Moved) -> String {
        let stated = || self.here().and_then(|here| here.scenario.input(moved.input)).map(|input| input.likely());
        let likely = self.of_every_age(moved).or_else(stated).unwrap_or_default();
        let write = |change: f64| per_cent(self.lang, change, 0);
        let [low, high] = [moved.ends.0, moved.ends.1].map(|end| if likely == 0.0 { 0.0 } else { end / likely - 1.0 });
        let far = write(tornado::STEP);
        if [write(low.abs()), write(high.abs())] == [far.clone(), far.clone()] {
            return format!("±{far}");
        }
        let unit = Unit::of_input(moved.input);
        let [low, high] = [moved.ends.0, moved.ends.1].map(|end| unit.short(self.lang, self.currency(), end));
        format!("{low} \u{2026} {high}")
    }

    /// The value of a client over the cost of winning one.
    pub fn ratios(&self) -> RatioChart {
        let words = self.words();
        let lang = self.lang;
        let one = |case: &Case| Ratio {
            role: self.role(case),
            letter: case.letter(),
            value: Shown::LtvToCac.figure(case).ok(),
            missing: self.brief(Shown::LtvToCac, case),
        };
        RatioChart {
            ratios: self.drawn().into_iter().map(one).collect(),
            rule: (3.0, "3 : 1".into()),
            value: Arc::new(move |value| ratio(lang, value)),
            columns: [words.scenarios, words.ltv_to_cac].map(String::from),
        }
    }
}
