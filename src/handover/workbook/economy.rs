//! The economics in a workbook. Every cell holds all digits of its figure; a format says what is shown. What is no figure says why
//! in words, as the screen does.

use orbita_economics::{Chance, Quantile};

use super::texts;
use crate::exchange::office::xlsx::{Cell, NewSheet};
use crate::handover::economy::forecast::lies_said;
use crate::handover::economy::{COMPARED, Case, Economy, Shown, contradicted};
use crate::handover::initiatives;
use crate::i18n::Lang;
use crate::i18n::amounts::money_format;
use crate::i18n::cohorts::CohortWords;
use crate::i18n::economy::{EconomyWords, Unit, chance};
use crate::i18n::forecast::ForecastWords;
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::ranges::RangeWords;
use crate::i18n::speech::uncapital;
use crate::i18n::spending::SpendingWords;
use crate::i18n::travel::TravelWords;
use crate::insight::economy::finding::Spread;
use crate::insight::economy::forecast::{PeriodEnd, every_end, period_ends};
use crate::insight::economy::initiative::Unvalued;
use crate::insight::economy::plan as plans;
use crate::model::Engagement;
use crate::model::amount::{Amount, Estimate};
use crate::model::scenario::{Answer, CohortTable, Counted, Input, Lever, Quantity, Scenario};

/// The sheets of a project with scenarios: the finding, the scenarios, their forecasts, their tables of cohorts, the initiatives.
pub fn sheets(engagement: &Engagement, economy: &Economy) -> Vec<NewSheet> {
    let travel = TravelWords::of(economy.lang);
    let mut sheets = vec![finding(economy, travel), scenarios(economy, travel)];
    sheets.extend(economy.cases.iter().filter_map(|case| forecast(case, economy.lang)));
    sheets.extend(economy.cases.iter().filter_map(|case| {
        let name = (travel.cohorts_of)(&case.name(EconomyWords::of(economy.lang)));
        Some(cohorts(case.scenario.cohorts.as_ref()?, name, travel))
    }));
    sheets.push(plan(engagement, economy, travel));
    sheets
}

/// The table of cohorts that waits for the first scenario.
pub fn waiting(engagement: &Engagement, lang: Lang) -> Option<NewSheet> {
    let table = engagement.head().tables.cohorts.as_ref()?;
    Some(cohorts(table, CohortWords::of(lang).table.into(), TravelWords::of(lang)))
}

/// How numbers of a scenario are shown.
#[derive(Clone, Copy)]
struct Shows<'a> {
    lang: Lang,
    currency: &'a str,
}

/// From here on nobody reads what is behind the point.
const LARGE: f64 = 1_000.0;

/// Digits behind the point: none of whole numbers and large ones.
fn behind(number: f64) -> usize {
    if number.fract() == 0.0 || number.abs() >= LARGE { 0 } else { 2 }
}

impl Shows<'_> {
    fn money(self, sum: f64) -> Cell {
        Cell::Formatted(sum, money_format(self.lang, self.currency, behind(sum)))
    }

    fn count(self, number: f64) -> Cell {
        Cell::Formatted(number, money_format(self.lang, "", behind(number)))
    }

    /// A number in its unit.
    fn amount(self, unit: Unit, number: f64) -> Cell {
        match unit {
            Unit::PointsPerPeriod => self.count(number * 100.0),
            _ if unit.is_share() => Cell::Share(number),
            Unit::Count | Unit::CountPerPeriod => self.count(number),
            _ => self.money(number),
        }
    }

    /// Likely, low and high.
    fn estimate(self, unit: Unit, estimate: &Estimate) -> [Cell; 3] {
        let end = |end: Option<f64>| end.map_or(Cell::Empty, |end| self.amount(unit, end));
        let (low, high) = estimate.ends().unzip();
        [self.amount(unit, estimate.likely()), end(low), end(high)]
    }

    /// A figure that scenarios are compared in.
    fn figure(self, shown: Shown, value: f64) -> Cell {
        match shown {
            Shown::Kept => Cell::Share(value),
            Shown::LtvToCac | Shown::RatioGross | Shown::Won | Shown::Payback | Shown::PaybackGross => {
                self.count(value)
            }
            Shown::Profit | Shown::WithLeft | Shown::LowestCash | Shown::Ltv | Shown::LtvGross => self.money(value),
        }
    }
}

fn shows<'a>(lang: Lang, scenario: &'a Scenario) -> Shows<'a> {
    Shows { lang, currency: &scenario.currency }
}

/// The finding, sentence by sentence as on the screen; beside the first one its amount with P10 and P90.
fn finding(economy: &Economy, travel: &TravelWords) -> NewSheet {
    let words = EconomyWords::of(economy.lang);
    let r = RangeWords::of(economy.lang);
    let found = economy.found().map(|(found, _)| found);
    let range = found.and_then(|found| match found.spread {
        Spread::Range { low, high, .. } => Some((low, high)),
        Spread::Waiting | Spread::NoRanges => None,
    });
    let amount = if range.is_some() { r.median_of_runs } else { r.from_likely };
    let mut rows = Vec::new();
    if let (Some((sentence, spread)), Some(found)) = (economy.finding_said(), found) {
        let shows = Shows { lang: economy.lang, currency: economy.currency() };
        let end = |end: Option<Quantile>| end.map_or(Cell::Empty, |end| shows.money(end.value));
        let (low, high) = range.unzip();
        rows.push(vec![Cell::text(sentence), shows.money(found.amount.value), end(low), end(high)]);
        let notes = spread.into_iter().chain(economy.notes());
        let all = notes.chain(economy.legend()).chain(economy.note_of_split());
        rows.extend(all.map(|said| vec![Cell::text(said)]));
    } else {
        let why = economy.here().and_then(|here| Some((&here.scenario, *here.figures.as_ref().err()?)));
        let why = why.map(|(scenario, why)| contradicted::why(economy.lang, scenario, why)).unwrap_or_default();
        rows.push(vec![Cell::text(format!("{}. {why}", words.cannot_calculate))]);
    }
    let head = texts(&[travel.finding, amount, r.low, r.high]);
    NewSheet { name: travel.finding.into(), head, rows }
}

/// The inputs of every scenario side by side, each with its range, what they come to by the likely numbers, and the median of the
/// simulations with P10 and P90.
fn scenarios(economy: &Economy, travel: &TravelWords) -> NewSheet {
    let words = EconomyWords::of(economy.lang);
    let s = SpendingWords::of(economy.lang);
    let r = RangeWords::of(economy.lang);
    let mut head = vec![words.input.to_owned()];
    for case in &economy.cases {
        let name = case.name(words);
        head.extend([name.clone(), format!("{name}: {}", r.low), format!("{name}: {}", r.high)]);
    }
    let row = |name: &str, cells: &dyn Fn(&Case) -> [Cell; 3]| {
        std::iter::once(Cell::text(name)).chain(economy.cases.iter().flat_map(cells)).collect::<Vec<Cell>>()
    };
    let single = |name: &str, cell: &dyn Fn(&Case) -> Cell| row(name, &|case| [cell(case), Cell::Empty, Cell::Empty]);
    let mut rows = vec![
        single(words.currency, &|case| Cell::text(&case.scenario.currency)),
        single(travel.per_period, &|case| Cell::text(words.per(case.scenario.period))),
        single(words.horizon, &|case| Cell::Number(case.scenario.horizon.into())),
    ];
    let input = |input: Input, case: &Case| {
        let scenario = &case.scenario;
        // With churn by age the number that is typed is no churn of anybody.
        if input == Input::Quantity(Quantity::Churn) && scenario.by_age.is_some() {
            return [Cell::text(words.churn_by_age), Cell::Empty, Cell::Empty];
        }
        let stated = scenario.input(input);
        let empty = [Cell::Empty, Cell::Empty, Cell::Empty];
        stated.map_or(empty, |stated| shows(economy.lang, scenario).estimate(Unit::of_input(input), stated))
    };
    // All scenarios are stated by one period.
    let period = economy.cases.first().map(|case| case.scenario.period).unwrap_or_default();
    let stated = |one: Input| {
        row(&words.with_period(words.input_name(one), Unit::of_input(one), period), &|case| input(one, case))
    };
    rows.extend(Quantity::ALL.map(|one| stated(Input::Quantity(one))));
    rows.push(single(s.keep, &|case| Cell::Share(case.scenario.keep.get())));
    rows.push(single(travel.one_off_months, &|case| Cell::Number(case.scenario.one_off_months.into())));
    rows.extend(Answer::ALL.map(|one| stated(Input::Answer(one))));
    rows.push(single(words.payment, &|case| Cell::text((words.payment_of)(case.scenario.payment))));
    rows.push(single(s.keeping, &|case| {
        Cell::text(if case.scenario.keep_fixed { s.keeping_fixed } else { s.keeping_follows })
    }));
    let lock = |case: &Case| case.scenario.locked.clone();
    if economy.cases.iter().any(|case| lock(case).is_some()) {
        rows.push(single(words.locked_by, &|case| lock(case).map_or(Cell::Empty, |lock| Cell::text(lock.by))));
        rows.push(single(words.locked_on, &|case| lock(case).map_or(Cell::Empty, |lock| Cell::Day(lock.on))));
    }
    for one in Input::all() {
        let known: Vec<String> = economy.cases.iter().map(|case| economy.known(case, one)).collect();
        if known.iter().any(|known| !known.is_empty()) {
            let name = format!("{}: {}", words.input_name(one), uncapital(words.source));
            let cells = known.into_iter().flat_map(|known| [Cell::text(known), Cell::Empty, Cell::Empty]);
            rows.push(std::iter::once(Cell::text(name)).chain(cells).collect());
        }
    }
    rows.push(vec![Cell::text(r.from_likely)]);
    rows.extend(COMPARED.map(|shown| {
        single(&economy.label(shown), &|case| match shown.figure(case) {
            Ok(value) => shows(economy.lang, &case.scenario).figure(shown, value),
            Err(_) => Cell::text(economy.brief(shown, case)),
        })
    }));
    let gone: Vec<Option<String>> = economy.cases.iter().map(|case| economy.gone_again(Shown::Payback, case)).collect();
    if gone.iter().any(Option::is_some) {
        let cells = gone.into_iter().flat_map(|gone| [gone.map_or(Cell::Empty, Cell::text), Cell::Empty, Cell::Empty]);
        rows.push(std::iter::once(Cell::text(economy.label(Shown::Payback))).chain(cells).collect());
    }
    let median = format!("{}: {}", economy.label(Shown::Profit), uncapital(r.median_of_runs));
    rows.push(row(&median, &|case| {
        let simulated = case.ranges.as_ref().filter(|ranges| ranges.has_ranges);
        let Some(ranges) = simulated else { return [Cell::text(r.no_ranges), Cell::Empty, Cell::Empty] };
        [0.5, 0.1, 0.9].map(|p| match ranges.at_end.quantile(p) {
            Ok(quantile) => shows(economy.lang, &case.scenario).money(quantile.value),
            Err(_) => Cell::text(words.missing),
        })
    }));
    rows.push(vec![Cell::text(format!("{}: {}", economy.label(Shown::Profit), (words.profit_note)(false)))]);
    NewSheet { name: words.scenarios.into(), head, rows }
}

/// What a scenario that is locked, or of which something came, says of the end of each of its periods, beside what came.
fn forecast(case: &Case, lang: Lang) -> Option<NewSheet> {
    let (words, economy) = (ForecastWords::of(lang), EconomyWords::of(lang));
    let r = RangeWords::of(lang);
    let scenario = &*case.scenario;
    if scenario.locked.is_none() && scenario.actuals.is_empty() {
        return None;
    }
    let ends = period_ends(scenario, &plans::alone(scenario).ok()?, &every_end(scenario)).ok()?;
    let mut head = texts(&[economy.month, words.end_of]);
    for counted in Counted::ALL {
        let ends = [words.forecast, r.low, r.high];
        let parts = ends.into_iter().chain([words.actual, words.actual_on, words.difference, words.against_range]);
        head.extend(parts.map(|part| format!("{}: {part}", (words.counted)(counted))));
    }
    let shows = shows(lang, scenario);
    let row = |end: &PeriodEnd| {
        let day = end.day.map_or(Cell::Empty, Cell::Day);
        let figures = Counted::ALL.into_iter().flat_map(|counted| {
            let one = end.of(counted);
            let number = |number: Option<f64>| {
                number.map_or(Cell::Empty, |number| match counted {
                    Counted::Clients => shows.count(number),
                    Counted::Revenue | Counted::Profit => shows.money(number),
                })
            };
            let (low, high) = one.range.unzip();
            let position = lies_said(lang, &one);
            let [forecast, low, high, actual, difference] =
                [one.forecast, low, high, one.actual, one.difference()].map(number);
            let on = one.actual_on.map_or(Cell::Empty, Cell::Day);
            let position = if position.is_empty() { Cell::Empty } else { Cell::text(position) };
            [forecast, low, high, actual, on, difference, position]
        });
        [Cell::Number(end.month.into()), day].into_iter().chain(figures).collect()
    };
    Some(NewSheet {
        name: format!("{}: {}", words.title, case.name(economy)),
        head,
        rows: ends.iter().map(row).collect(),
    })
}

/// A table of cohorts as it was pasted.
fn cohorts(table: &CohortTable, name: String, travel: &TravelWords) -> NewSheet {
    let ages = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let head = std::iter::once(travel.cohort.to_owned()).chain((0..ages).map(travel.age));
    let row = |(at, row): (usize, &Vec<Amount>)| {
        let name = table.names.get(at).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| Cell::Number(at as f64 + 1.0), Cell::text);
        let number = |count: &Amount| {
            if table.per_cent { Cell::Share(count.get() / 100.0) } else { Cell::Number(count.get()) }
        };
        std::iter::once(name).chain(row.iter().map(number)).collect()
    };
    NewSheet { name, head: head.collect(), rows: table.rows.iter().enumerate().map(row).collect() }
}

/// The initiatives with what they are worth over the horizon: by the likely numbers, and in simulations.
fn plan(engagement: &Engagement, economy: &Economy, travel: &TravelWords) -> NewSheet {
    let words = EconomyWords::of(economy.lang);
    let r = RangeWords::of(economy.lang);
    let i = InitiativeWords::of(economy.lang);
    let mut head = texts(&[i.initiative, i.removed, i.included_in]);
    let period = economy.here().map(|here| here.scenario.period).unwrap_or_default();
    for lever in Lever::ALL {
        let name = words.with_period(i.lever(lever), Unit::of_lever(lever), period);
        head.extend([name.clone(), format!("{name}: {}", r.low), format!("{name}: {}", r.high)]);
    }
    // Of several scenarios these are figures of one.
    let of = economy.one_of_several().map(|name| format!(" ({name})")).unwrap_or_default();
    let worth = [travel.worth.to_owned(), travel.worth_median.to_owned()].into_iter();
    let range = [r.low, r.high].map(|end| format!("{}: {end}", travel.worth_median));
    head.extend(worth.chain(range).map(|name| name + &of));
    head.push(travel.pays.into());
    let shows = Shows { lang: economy.lang, currency: economy.currency() };
    let row = |row: initiatives::ListedInitiative| {
        let mut cells = vec![Cell::text(&row.name), Cell::text(&row.removes), Cell::text(&row.included)];
        let levers = Lever::ALL.into_iter();
        cells.extend(levers.flat_map(|lever| shows.estimate(Unit::of_lever(lever), row.stated.lever(lever))));
        cells.push(match &row.value {
            Ok(value) => shows.money(value.likely),
            Err(Unvalued::Missing(_)) => Cell::text(i.not_valued_short),
            Err(Unvalued::TakesMoreThan(churn)) => Cell::text(i.takes_more_than(economy.lang, *churn)),
            Err(Unvalued::NoFigure(_)) => Cell::text(words.missing),
        });
        if let Some(range) = row.value.as_ref().ok().and_then(|value| value.range) {
            cells.extend([range.median, range.low, range.high].map(|quantile| shows.money(quantile.value)));
            cells.push(match range.pays {
                Chance::About(share) => Cell::Share((share * 100.0).round() / 100.0),
                // What is above every share that was counted is no number.
                pays => Cell::text(chance(economy.lang, pays)),
            });
        }
        cells
    };
    let rows = initiatives::rows(engagement, economy).into_iter().map(row).collect();
    NewSheet { name: i.initiatives.into(), head, rows }
}
