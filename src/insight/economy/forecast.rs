//! What a scenario foretold, beside what came.

use chrono::{Datelike, Months, NaiveDate};
use orbita_economics::{Figure, Luck, Milestone, MilestoneRuns, MonthlyPlan, Quantile, luck_of_a_count};

use super::SEED;
use crate::arrange::Arrange;
use crate::model::scenario::{Actual, Counted, Scenario};

/// So many periods are offered ahead of what has come.
const AHEAD: u32 = 3;

/// Runs of a forecast, and the months of groups of clients that all of them may take together: it is done at once.
const RUNS: u32 = 2_000;
const FEWEST_RUNS: u32 = 200;
const MOST_WORK: u32 = 4_000_000;

/// A figure of a forecast beside what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForecastFigure {
    /// With what is likely; `None` past the horizon, of which nothing was said.
    pub forecast: Option<f64>,
    /// P10 and P90 as they are shown, both with the digits that the runs hold of one of them; `None` where no range reaches the
    /// figure.
    pub range: Option<(f64, f64)>,
    /// The same with all digits, to be drawn.
    pub exact_range: Option<(f64, f64)>,
    /// How far the luck of single clients alone carries the figure, in eight cases of ten; `None` where that is not known.
    pub luck: Option<f64>,
    /// What came, once somebody says it.
    pub actual: Option<f64>,
    /// The day on which that was said or last changed, where it is known.
    pub actual_on: Option<NaiveDate>,
}

/// Where what came lies in the range of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangePosition {
    /// Below P10.
    Below,
    /// From P10 to P90, both included.
    Inside,
    /// Above P90.
    Above,
}

impl RangePosition {
    fn of(actual: f64, (low, high): (f64, f64)) -> Self {
        match () {
            () if actual < low => RangePosition::Below,
            () if actual > high => RangePosition::Above,
            () => RangePosition::Inside,
        }
    }
}

impl ForecastFigure {
    /// What came less what was foretold.
    pub fn difference(&self) -> Option<f64> {
        Some(self.actual? - self.forecast?)
    }

    /// Where what came lies; `None` without it or without a range.
    pub fn position(&self) -> Option<RangePosition> {
        Some(RangePosition::of(self.actual?, self.range?))
    }

    /// Whether what came lies outside the range, but no further than the luck of single clients carries it in eight cases of ten,
    /// beside what the range itself allows.
    pub fn is_chance(&self) -> bool {
        let is_outside = self.position().is_some_and(|position| position != RangePosition::Inside);
        is_outside
            && self.actual.zip(self.with_luck()).is_some_and(|(actual, (low, high))| low <= actual && actual <= high)
    }

    /// The range together with the luck of single clients: the two are independent, so their widths add up as squares. Without a
    /// range it is their luck alone; `None` where that is not known, or is none.
    pub fn with_luck(&self) -> Option<(f64, f64)> {
        let (forecast, luck) = (self.forecast?, self.luck.filter(|luck| *luck > 0.0)?);
        let (low, high) = with_luck(forecast, self.exact_range.unwrap_or((forecast, forecast)), luck);
        // Luck makes no range narrower, as it is shown either.
        let (least, most) = self.range.unwrap_or((low, high));
        Some((low.min(least), high.max(most)))
    }
}

/// A range around what is likely together with the luck of single clients, which is independent of it: widths add up as squares.
pub fn with_luck(likely: f64, (low, high): (f64, f64), luck: f64) -> (f64, f64) {
    let wider = |half: f64| half.max(0.0).hypot(luck);
    (likely - wider(likely - low), likely + wider(high - likely))
}

/// The end of a period: what was foretold for it, and what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodEnd {
    /// The month, counted from 1.
    pub month: u16,
    /// The day, where the scenario is locked: so many months after it was.
    pub day: Option<NaiveDate>,
    /// The figures, in the order of [`Counted::ALL`].
    figures: [ForecastFigure; 3],
}

impl PeriodEnd {
    /// One of its figures.
    pub fn of(&self, counted: Counted) -> ForecastFigure {
        self.figures[counted as usize]
    }
}

/// The day on which a month of a forecast ends.
fn day(scenario: &Scenario, month: u16) -> Option<NaiveDate> {
    scenario.locked.as_ref()?.on.checked_add_months(Months::new(month.into()))
}

/// The day on which a month of a locked scenario ends, if it has not come yet: nobody can count its figures before.
pub fn yet_to_come(scenario: &Scenario, month: u16, today: NaiveDate) -> Option<NaiveDate> {
    day(scenario, month).filter(|end| *end > today)
}

/// Whole months from one day to another; 0 to an earlier one.
fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    let months = u32::try_from(months).unwrap_or(0);
    // The last day of February ends a month that began on the 31st.
    let is_over = from.checked_add_months(Months::new(months)).is_none_or(|end| end <= to);
    if is_over { months } else { months.saturating_sub(1) }
}

/// The ends of periods for which figures may be typed, as months: those that have come since the scenario was locked and some more,
/// as far as it looks ahead, and all for which something was said.
pub fn months(scenario: &Scenario, today: NaiveDate) -> Vec<u16> {
    let step = u32::from(scenario.period.months());
    let come = scenario.locked.as_ref().map_or(0, |lock| months_between(lock.on, today));
    let said = scenario.actuals.last().map_or(0, |actual| actual.month.into());
    let periods = come.max(said) / step + AHEAD;
    let ends = (1..=periods).map(|period| period * step).filter(|month| *month <= scenario.horizon.into());
    let mut months: Vec<u16> = ends.filter_map(|month| u16::try_from(month).ok()).collect();
    months.extend(scenario.actuals.iter().map(|actual| actual.month));
    if months.is_empty() {
        months.push(scenario.horizon);
    }
    months.arrange();
    months.dedup();
    months
}

/// The ends of all periods as far as a scenario looks ahead, and all for which something was said, as months.
pub fn every_end(scenario: &Scenario) -> Vec<u16> {
    let mut months: Vec<u16> = (1..=scenario.horizon).filter(|month| month % scenario.period.months() == 0).collect();
    months.extend(scenario.actuals.iter().map(|actual| actual.month));
    months.extend(months.is_empty().then_some(scenario.horizon));
    months.arrange();
    months.dedup();
    months
}

/// What a scenario foretold for the ends of some months, beside what came. Money is not discounted, and revenue is that of a
/// period of the scenario.
///
/// # Errors
/// When a figure grows too large.
pub fn period_ends(scenario: &Scenario, (plan, luck): &(MonthlyPlan, Luck), months: &[u16]) -> Figure<Vec<PeriodEnd>> {
    let asked: Vec<u32> = months.iter().map(|month| (*month).into()).collect();
    let likely = plan.likely().milestones(&asked)?;
    let runs = if plan.has_ranges() { plan.milestone_runs(luck, &asked, runs(scenario), SEED)? } else { Vec::new() };
    let per_period = f64::from(scenario.period.months());
    let end = |month: &u16| {
        let forecast = likely.iter().find(|one| one.month == u32::from(*month));
        let runs = runs.iter().find(|one| one.month == u32::from(*month));
        let actual = scenario.actuals.iter().find(|actual| actual.month == *month);
        let figure = |counted: Counted| {
            let said = actual.and_then(|actual: &Actual| actual.of(counted));
            let actual = said.map(|actual| actual.number.get());
            let range = runs.and_then(|runs| range(runs, counted, per_period));
            ForecastFigure {
                forecast: forecast.map(|one| of(one, counted, per_period)),
                range: range.map(|(low, high)| ends(low, high, counted)),
                exact_range: range.map(|(low, high)| (low.value, high.value)),
                luck: forecast.and_then(|one| chance(scenario, one, counted, per_period)),
                actual,
                actual_on: said.and_then(|actual| actual.on),
            }
        };
        PeriodEnd { month: *month, day: day(scenario, *month), figures: Counted::ALL.map(figure) }
    };
    Ok(months.iter().map(end).collect())
}

fn of(one: &Milestone, counted: Counted, per_period: f64) -> f64 {
    match counted {
        Counted::Clients => one.clients,
        Counted::Revenue => one.revenue * per_period,
        Counted::Profit => one.cash,
    }
}

/// How far the luck of single clients carries a figure; not known of the profit, in which the whole past of each client counts.
fn chance(scenario: &Scenario, one: &Milestone, counted: Counted, per_period: f64) -> Option<f64> {
    let clients = scenario.clients.likely();
    let joined = (one.clients - clients * one.kept).max(0.0);
    let luck = luck_of_a_count(clients, one.kept.min(1.0), joined).ok()?;
    match counted {
        Counted::Clients => Some(luck),
        Counted::Revenue if one.clients > 0.0 => Some(luck * one.revenue * per_period / one.clients),
        Counted::Revenue | Counted::Profit => None,
    }
}

fn range(all: &MilestoneRuns, counted: Counted, per_period: f64) -> Option<(Quantile, Quantile)> {
    let (runs, times) = match counted {
        Counted::Clients => (&all.clients, 1.0),
        Counted::Revenue => (&all.revenue, per_period),
        Counted::Profit => (&all.cash, 1.0),
    };
    let end = |p| runs.quantile(p).ok().map(|end| Quantile { value: end.value * times, digits: end.digits });
    Some((end(0.1)?, end(0.9)?)).filter(|(low, high)| low.value < high.value)
}

/// The ends of a range as they are shown; exact where the digits do not keep them apart. What came is judged by them and changes
/// them never: no verdict contradicts what stands beside it, and a range reads the same before and after.
fn ends(low: Quantile, high: Quantile, counted: Counted) -> (f64, f64) {
    let size = |value: f64| value.abs().max(f64::MIN_POSITIVE).log10().floor() as i32;
    // Clients are written with tenths, money with three digits.
    let finest = match counted {
        Counted::Clients => 1,
        Counted::Revenue | Counted::Profit => 2 - size(low.value.abs().max(high.value.abs())),
    };
    // Both ends to the same place, so that a range is not told in two ways: where one rounds badly, the other says what holds.
    let place = |end: Quantile| end.digits as i32 - 1 - size(end.value);
    // Where both round badly, no further than an eighth of the range: or a verdict would be one of rounding.
    let narrow = -((high.value - low.value) / 4.0).log10().floor() as i32;
    let place = place(low).max(place(high)).max(narrow).min(finest);
    let unit = 10.0_f64.powi(place.abs());
    let round = |value: f64| if place < 0 { (value / unit).round() * unit } else { (value * unit).round() / unit };
    let held = (round(low.value), round(high.value));
    if held.0 < held.1 { held } else { (low.value, high.value) }
}

/// As many runs as are done in an instant: with churn by age the groups of clients grow by one a month.
fn runs(scenario: &Scenario) -> u32 {
    let months = u32::from(scenario.horizon);
    let ages = scenario.by_age.as_ref().map_or(1, |ageing| ageing.base.len() as u32 + months / 2);
    let work = months * u32::from(scenario.payment.term.months()) * ages.max(1);
    (MOST_WORK / work.max(1)).clamp(FEWEST_RUNS, RUNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_that_are_shown_hold_what_the_runs_hold() {
        let quantile = |value, digits| Quantile { value, digits };
        let money = ends(quantile(258_431.0, 2), quantile(412_000.0, 2), Counted::Revenue);
        assert_eq!(money, (260_000.0, 410_000.0));
        let clients = |low, high| ends(low, high, Counted::Clients);
        assert_eq!(clients(quantile(94.4, 2), quantile(98.6, 2)), (94.0, 99.0));
        assert_eq!(clients(quantile(97.01, 2), quantile(97.04, 2)), (97.01, 97.04), "a range stays one");
    }

    #[test]
    fn both_ends_of_a_range_are_shown_to_the_same_place() {
        let quantile = |value, digits| Quantile { value, digits };
        let shown = |low, high, counted| ends(low, high, counted);
        assert_eq!(shown(quantile(42.63, 3), quantile(43.96, 2), Counted::Clients), (42.6, 44.0));
        assert_eq!(
            shown(quantile(42.63, 2), quantile(43.96, 4), Counted::Clients),
            (42.6, 44.0),
            "no finer than tenths"
        );
        assert_eq!(shown(quantile(9_764.0, 3), quantile(10_149.0, 3), Counted::Revenue), (9_800.0, 10_100.0));
        assert_eq!(shown(quantile(-9_764.0, 2), quantile(312.0, 3), Counted::Profit), (-9_760.0, 310.0));
        assert_eq!(shown(quantile(0.0, 1), quantile(312.0, 2), Counted::Profit), (0.0, 312.0));
        // Both ends lie where rounding is a matter of luck.
        assert_eq!(shown(quantile(846.3, 2), quantile(855.9, 2), Counted::Clients), (846.0, 856.0));
        assert_eq!(shown(quantile(795.2, 1), quantile(1_003.0, 1), Counted::Clients), (800.0, 1_000.0));
        assert_eq!(shown(quantile(-30_400.0, 1), quantile(94_800.0, 1), Counted::Profit), (-30_000.0, 90_000.0));
    }
}
