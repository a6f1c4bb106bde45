//! What a scenario foretold beside what came: said once, typed as it comes, never mixed.

use chrono::NaiveDate;
use orbita::charts::{Chart, Look, Sheet};
use orbita::edit::store::Store;
use orbita::edit::{Command, Refusal, ScenarioInput};
use orbita::handover::economy::forecast::{Writing, told};
use orbita::handover::report;
use orbita::i18n::Lang;
use orbita::i18n::forecast::ForecastWords;
use orbita::insight::economy::forecast::{Lies, PeriodEnd, beside, months};
use orbita::insight::economy::plan;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::merge::merge;
use orbita::model::scenario::{Counted, Lock, Period, Quantity, Scenario};
use orbita::model::{Engagement, Key};

fn amount(number: f64) -> Option<Amount> {
    Amount::new(number)
}

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).expect("finite")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn locked(scenario: Scenario, on: NaiveDate) -> Scenario {
    Scenario { locked: Some(Lock { by: "Anna".into(), on }), ..scenario }
}

/// A hundred clients who pay 10 a month with a margin of half; 2 % leave a month, nobody is won, 100 a month is spent.
fn shrinking() -> Scenario {
    Scenario {
        clients: exact(100.0),
        revenue: exact(10.0),
        margin: exact(0.5),
        churn: exact(0.02),
        cac: exact(1e9),
        budget: exact(100.0),
        keep: amount(0.0).expect("none"),
        keep_fixed: true,
        discount: exact(0.3),
        growth: exact(0.12),
        response: None,
        ..Scenario::sample("$", 1.0)
    }
}

fn held(scenario: &Scenario, months: &[u16]) -> Vec<PeriodEnd> {
    let drawn = plan::alone(scenario).expect("a plan");
    beside(scenario, &drawn, months).expect("figures")
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() <= 1e-6 * other.abs().max(1.0), "{one} is not {other}");
}

#[test]
fn a_forecast_is_counted_month_by_month_without_discount() {
    let scenario = shrinking();
    let (mut clients, mut profit, mut price) = (100.0, 0.0, 10.0);
    let mut expected = Vec::new();
    for month in 1..=6 {
        // The budget wins a ten-millionth of a client a month.
        clients += 100.0 / 1e9;
        profit += clients * price * 0.5 - 100.0;
        clients *= 0.98;
        expected.push((month, clients, clients * price, profit));
        price *= 1.12_f64.powf(1.0 / 12.0);
    }
    for (end, (month, clients, revenue, profit)) in held(&scenario, &[1, 2, 3, 4, 5, 6]).iter().zip(expected) {
        assert_eq!(end.month, month);
        for (counted, number) in [(Counted::Clients, clients), (Counted::Revenue, revenue), (Counted::Profit, profit)] {
            let figure = end.of(counted);
            close(figure.foretold.expect("within the horizon"), number);
            assert_eq!(figure.range, None, "nobody stated one");
        }
    }
    // Of what lies past the horizon nothing was said.
    assert_eq!(
        held(&scenario, &[36, 37]).iter().map(|end| end.of(Counted::Clients).foretold.is_some()).collect::<Vec<_>>(),
        [true, false]
    );
    let quarterly = scenario.restated(Period::Quarter).expect("the same business");
    let (by_month, by_quarter) = (held(&scenario, &[6])[0], held(&quarterly, &[6])[0]);
    let of = |end: PeriodEnd, counted| end.of(counted).foretold.expect("a figure");
    close(of(by_quarter, Counted::Clients), of(by_month, Counted::Clients));
    close(of(by_quarter, Counted::Profit), of(by_month, Counted::Profit));
    close(of(by_quarter, Counted::Revenue), 3.0 * of(by_month, Counted::Revenue));
}

#[test]
fn what_came_lies_below_inside_or_above_the_range() {
    let mut scenario = Scenario { churn: Estimate::range(0.01, 0.02, 0.03).expect("in order"), ..shrinking() };
    let end = held(&scenario, &[1])[0].of(Counted::Clients);
    let (low, high) = end.range.expect("churn is a range");
    // One in ten loses more than 3 %, one in ten less than 1 %.
    assert!((low - 97.0).abs() < 0.1 && (high - 99.0).abs() < 0.1, "{low:?} {high:?}");
    let mut lies = |came: f64| {
        let mut actuals = orbita::model::scenario::with_actual(&[], 1, Counted::Clients, amount(came));
        std::mem::swap(&mut scenario.actuals, &mut actuals);
        let end = held(&scenario, &[1])[0].of(Counted::Clients);
        (end.lies(), end.difference().expect("both are there"))
    };
    assert_eq!(lies(96.0).0, Some(Lies::Below));
    assert_eq!(lies(98.5).0, Some(Lies::Inside));
    assert_eq!(lies(99.5).0, Some(Lies::Above));
    close(lies(99.0).1, 1.0);
}

#[test]
fn what_the_luck_of_single_clients_may_have_done_is_told_from_a_wrong_range() {
    let stated = Scenario { churn: Estimate::range(0.01, 0.02, 0.03).expect("in order"), ..shrinking() };
    let at = |counted, came: f64| {
        let actuals = orbita::model::scenario::with_actual(&[], 1, counted, amount(came));
        held(&Scenario { actuals, ..stated.clone() }, &[1])[0].of(counted)
    };
    // Of 100 clients 98 are foretold, from 97 to 99; single clients alone: 1.281552 sqrt(100 x 0.98 x 0.02) = 1.794.
    // Together sqrt(1 + 1.794^2) = 2.054, so from 95.95 to 100.05.
    let luck = at(Counted::Clients, 98.0).luck.expect("of clients it is known");
    assert!((luck - 1.794_172).abs() < 1e-5, "{luck}");
    assert_eq!([95.5, 96.0, 97.5, 99.9].map(|came| at(Counted::Clients, came).is_chance()), [false, true, false, true]);
    // The same at 10 each: from 959.5 to 1,000.5.
    assert_eq!([955.0, 961.0].map(|came| at(Counted::Revenue, came).is_chance()), [false, true]);
    assert_eq!(at(Counted::Profit, -1e9).luck, None);
}

#[test]
fn what_came_is_typed_into_a_locked_scenario_and_changes_nothing_of_it() {
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(locked(shrinking(), day(2026, 1, 31)))), 0.0).expect("added");
    let (id, before) = store.engagement().scenarios().next().map(|(id, one)| (id, one.clone())).expect("a scenario");
    let say = |store: &mut Store, month, counted, came: f64, now| {
        store.dispatch(Command::SetScenario(id, ScenarioInput::Actual(month, counted, amount(came))), now)
    };
    // The letters of one number are one step.
    say(&mut store, 2, Counted::Clients, 9.0, 1.0).expect("said");
    say(&mut store, 2, Counted::Clients, 95.0, 1.1).expect("said");
    store.seal();
    say(&mut store, 1, Counted::Profit, -40.0, 2.0).expect("said");
    let churn = ScenarioInput::Quantity(Quantity::Churn, exact(0.05));
    assert_eq!(store.dispatch(Command::SetScenario(id, churn), 3.0).err(), Some(Refusal::Locked(id)));
    for (month, came) in [(0, 1.0), (601, 1.0), (1, -1.0), (1, 2e15)] {
        assert_eq!(
            say(&mut store, month, Counted::Clients, came, 4.0).err(),
            Some(Refusal::OutOfBounds),
            "{month} {came}"
        );
    }
    let now = store.engagement().scenario(id).expect("there").clone();
    assert_eq!(now.actuals.iter().map(|actual| actual.month).collect::<Vec<_>>(), [1, 2]);
    assert!(now.states_same(&before));
    let foretold = |scenario: &Scenario| {
        held(scenario, &[1, 2]).iter().map(|end| end.of(Counted::Clients).foretold).collect::<Vec<_>>()
    };
    assert_eq!(foretold(&now), foretold(&before));
    assert_eq!(now.copy().actuals, [], "of a copy nothing has come");
    store.undo().expect("a step");
    store.undo().expect("a step");
    assert_eq!(store.engagement().scenario(id), Some(&before));
    store.redo().expect("again");
    assert_eq!(store.engagement().scenario(id).expect("there").actuals[0].clients, amount(95.0));
    // An empty field takes it back.
    store.dispatch(Command::SetScenario(id, ScenarioInput::Actual(2, Counted::Clients, None)), 9.0).expect("said");
    assert_eq!(store.engagement().scenario(id), Some(&before));
}

#[test]
fn two_tabs_type_figures_of_one_forecast() {
    let mut base = Store::new(Engagement::new(), None, false);
    base.dispatch(Command::AddScenario(Box::new(locked(shrinking(), day(2026, 1, 1)))), 0.0).expect("added");
    let id = base.engagement().scenarios().next().map(|(id, _)| id).expect("a scenario");
    let typed = |month, counted, came| {
        let mut store = Store::new(base.engagement().clone(), None, false);
        store
            .dispatch(Command::SetScenario(id, ScenarioInput::Actual(month, counted, amount(came))), 1.0)
            .expect("said");
        store.engagement().clone()
    };
    let merged = merge(base.engagement(), &typed(1, Counted::Clients, 99.0), &typed(1, Counted::Revenue, 990.0))
        .expect("merged");
    assert!(merged.clashes.is_empty());
    let actual = merged.engagement.scenario(id).expect("there").actuals[0];
    assert_eq!((actual.clients, actual.revenue, actual.profit), (amount(99.0), amount(990.0), None));
    let merged =
        merge(base.engagement(), &typed(1, Counted::Clients, 99.0), &typed(1, Counted::Clients, 98.0)).expect("merged");
    assert_eq!(merged.clashes.iter().map(|clash| clash.key()).collect::<Vec<_>>(), [Key::Scenario(id)]);
}

#[test]
fn ends_of_periods_are_offered_as_they_come() {
    let scenario = locked(shrinking(), day(2026, 1, 31));
    assert_eq!(months(&scenario, day(2026, 1, 31)), [1, 2, 3]);
    // The last day of February is a month after the 31st of January.
    assert_eq!(months(&scenario, day(2026, 2, 27)), [1, 2, 3]);
    assert_eq!(months(&scenario, day(2026, 2, 28)), [1, 2, 3, 4]);
    assert_eq!(held(&scenario, &[1])[0].day, Some(day(2026, 2, 28)));
    let quarterly = scenario.restated(Period::Quarter).expect("restated");
    assert_eq!(months(&quarterly, day(2026, 5, 1)), [3, 6, 9, 12]);
    // Never past what it looks ahead, whatever the clock says.
    assert_eq!(months(&scenario, day(2099, 1, 1)).last(), Some(&36));
    assert_eq!(months(&scenario, day(1999, 1, 1)), [1, 2, 3]);
    let short = Scenario { period: Period::Year, horizon: 6, ..scenario };
    assert_eq!(months(&short, day(2026, 2, 1)), [6]);
}

#[test]
fn revenue_that_came_is_restated_with_the_period() {
    let actuals = orbita::model::scenario::with_actual(&[], 3, Counted::Revenue, amount(3_000.0));
    let quarterly = Scenario { period: Period::Quarter, actuals, ..shrinking() };
    let monthly = quarterly.restated(Period::Month).expect("restated");
    assert_eq!(monthly.actuals[0].revenue, amount(1_000.0));
}

#[test]
fn what_is_said_of_ranges_is_true_of_the_figure() {
    let ranged = Scenario { revenue: Estimate::range(9.0, 10.0, 12.0).expect("in order"), ..shrinking() };
    let said = |scenario: &Scenario, months: &[u16], counted| {
        told(scenario, &held(scenario, months), counted, Lang::English).pop().expect("a sentence")
    };
    assert_eq!(said(&ranged, &[1], Counted::Clients), "No stated range reaches this figure.");
    assert!(!said(&ranged, &[1], Counted::Revenue).contains("range"), "there is one to compare with");
    // What came past the horizon lies in no range.
    let actuals = orbita::model::scenario::with_actual(&[], 37, Counted::Revenue, amount(990.0));
    let late = Scenario { actuals, ..ranged };
    assert!(!said(&late, &[1, 37], Counted::Revenue).contains("range"));
}

#[test]
fn screen_and_report_say_the_same_in_both_languages() {
    let mut store = Store::new(Engagement::new(), None, false);
    let ranged = Scenario { churn: Estimate::range(0.01, 0.02, 0.03).expect("in order"), ..shrinking() };
    store.dispatch(Command::AddScenario(Box::new(locked(ranged, day(2026, 1, 1)))), 0.0).expect("added");
    let id = store.engagement().scenarios().next().expect("one").0;
    store
        .dispatch(Command::SetScenario(id, ScenarioInput::Actual(1, Counted::Clients, amount(96.0))), 1.0)
        .expect("said");
    let scenario = store.engagement().scenario(id).expect("there").clone();
    let ends = held(&scenario, &[1]);
    for (lang, lies) in [
        (Lang::English, "Below the range, within chance"),
        (Lang::Russian, "Ниже диапазона, в\u{a0}пределах случайных колебаний"),
    ] {
        let line = Writing::of(&scenario, lang).line(&ends[0], Counted::Clients);
        assert_eq!((line.came.as_str(), line.lies.as_str()), ("96", lies));
        assert!(!line.foretold.is_empty() && !line.range.is_empty() && !line.difference.is_empty());
        assert_eq!(told(&scenario, &ends, Counted::Clients, lang).len(), 3);
        let chart = Writing::of(&scenario, lang).chart(&ends, Counted::Clients, "Month");
        let sheet = Sheet { width: 400.0, height: chart.height(400.0), look: Look::LIGHT, lang: lang.code() };
        assert!(!chart.draw(&sheet).svg.contains("NaN"));
        let table = chart.table();
        assert_eq!((table.columns.len(), table.rows.len()), (7, 1), "month, forecast with two bands, what came");
        // What is called chance lies in the band that is drawn for it, and outside the other.
        let figures: Vec<f64> = table.rows[0].values.iter().filter_map(|cell| cell.value).collect();
        let [_, low, _, wide_low, wide_high, came] = figures[..] else { panic!("{:?}", table.rows[0]) };
        assert!(wide_low < came && came < low && wide_low < low && came < wide_high, "{:?}", table.rows[0]);
        assert!(Writing::of(&scenario, lang).note(&ends, Counted::Clients).contains("80"));
        let profit = Writing::of(&scenario, lang).chart(&ends, Counted::Profit, "Month").table();
        assert!(
            !profit.columns.iter().any(|name| name.contains(ForecastWords::of(lang).ends_with_luck[0])),
            "not known of it"
        );
        assert!(table.rows[0].values.iter().all(|cell| !cell.text.is_empty()));
        let economy = orbita::handover::economy::Economy::of(store.engagement(), lang, true);
        let page = report::write(&report::Report {
            engagement: store.engagement(),
            project: Some("{}"),
            economy: economy.as_ref(),
            date: day(2026, 3, 1),
            lang,
        });
        for text in [&line.end, &line.foretold, &line.range, &line.difference, &line.lies] {
            assert!(page.contains(text.as_str()), "{text}");
        }
    }
}
