//! What a scenario foretold beside what came: said once, typed as it comes, never mixed.

use chrono::NaiveDate;
use orbita::charts::{Chart, Surface};
use orbita::drawing::Look;
use orbita::edit::store::Store;
use orbita::edit::{Command, Refusal, ScenarioInput};
use orbita::handover::economy::forecast::{Writing, intro};
use orbita::handover::report;
use orbita::i18n::Lang;
use orbita::i18n::economy::EconomyWords;
use orbita::i18n::forecast::ForecastWords;
use orbita::insight::economy::forecast::{PeriodEnd, RangePosition, months, period_ends, yet_to_come};
use orbita::insight::economy::plan;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::merge::{Clash, OtherNumber, merge};
use orbita::model::scenario::{Actual, ActualFigure, Counted, Input, Lock, Period, Quantity, Scenario};
use orbita::model::{Engagement, Key};

fn amount(number: f64) -> Option<Amount> {
    Amount::new(number)
}

/// A figure that came, of which the day is not known.
fn came(number: f64) -> Option<ActualFigure> {
    amount(number).map(|number| ActualFigure { number, on: None })
}

/// A figure that was said on a day of February 2026.
fn came_on(number: f64, on: u32) -> Option<ActualFigure> {
    came(number).map(|came| ActualFigure { on: Some(day(2026, 2, on)), ..came })
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
    period_ends(scenario, &drawn, months).expect("figures")
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
            close(figure.forecast.expect("within the horizon"), number);
            assert_eq!(figure.range, None, "nobody stated one");
        }
    }
    // Of what lies past the horizon nothing was said.
    assert_eq!(
        held(&scenario, &[36, 37]).iter().map(|end| end.of(Counted::Clients).forecast.is_some()).collect::<Vec<_>>(),
        [true, false]
    );
    let quarterly = scenario.restated(Period::Quarter).expect("the same business");
    let (by_month, by_quarter) = (held(&scenario, &[6])[0], held(&quarterly, &[6])[0]);
    let of = |end: PeriodEnd, counted| end.of(counted).forecast.expect("a figure");
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
    let mut position = |number: f64| {
        let mut actuals = orbita::model::scenario::with_actual(&[], 1, Counted::Clients, came(number));
        std::mem::swap(&mut scenario.actuals, &mut actuals);
        let end = held(&scenario, &[1])[0].of(Counted::Clients);
        (end.position(), end.difference().expect("both are there"))
    };
    assert_eq!(position(96.0).0, Some(RangePosition::Below));
    assert_eq!(position(98.5).0, Some(RangePosition::Inside));
    assert_eq!(position(99.5).0, Some(RangePosition::Above));
    close(position(99.0).1, 1.0);
}

#[test]
fn what_the_luck_of_single_clients_may_have_done_is_told_from_a_wrong_range() {
    let stated = Scenario { churn: Estimate::range(0.01, 0.02, 0.03).expect("in order"), ..shrinking() };
    let at = |counted, number: f64| {
        let actuals = orbita::model::scenario::with_actual(&[], 1, counted, came(number));
        held(&Scenario { actuals, ..stated.clone() }, &[1])[0].of(counted)
    };
    // Of 100 clients 98 are foretold, from 97 to 99; single clients alone: 1.281552 sqrt(100 x 0.98 x 0.02) = 1.794.
    // Together sqrt(1 + 1.794^2) = 2.054, so from 95.95 to 100.05.
    let luck = at(Counted::Clients, 98.0).luck.expect("of clients it is known");
    assert!((luck - 1.794_172).abs() < 1e-5, "{luck}");
    assert_eq!(
        [95.5, 96.0, 97.5, 99.9].map(|number| at(Counted::Clients, number).is_chance()),
        [false, true, false, true]
    );
    // The same at 10 each: from 959.5 to 1,000.5.
    assert_eq!([955.0, 961.0].map(|number| at(Counted::Revenue, number).is_chance()), [false, true]);
    assert_eq!(at(Counted::Profit, -1e9).luck, None);
}

#[test]
fn what_came_is_typed_into_a_locked_scenario_and_changes_nothing_of_it() {
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(locked(shrinking(), day(2026, 1, 31)))), 0.0).expect("added");
    let (id, before) = store.engagement().scenarios().next().map(|(id, one)| (id, one.clone())).expect("a scenario");
    let say = |store: &mut Store, month, counted, number: f64, now| {
        store.dispatch(Command::SetScenario(id, ScenarioInput::Actual(month, counted, came(number))), now)
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
    let forecast = |scenario: &Scenario| {
        held(scenario, &[1, 2]).iter().map(|end| end.of(Counted::Clients).forecast).collect::<Vec<_>>()
    };
    assert_eq!(forecast(&now), forecast(&before));
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
    let typed = |month, counted, came: Option<ActualFigure>| {
        let mut store = Store::new(base.engagement().clone(), None, false);
        store.dispatch(Command::SetScenario(id, ScenarioInput::Actual(month, counted, came)), 1.0).expect("said");
        store.engagement().clone()
    };
    let clients = |came| typed(1, Counted::Clients, came);
    let merged = merge(base.engagement(), &clients(came_on(99.0, 3)), &typed(1, Counted::Revenue, came_on(990.0, 4)))
        .expect("merged");
    assert!(merged.clashes.is_empty());
    let actual = merged.engagement.scenario(id).expect("there").actuals[0];
    assert_eq!(Counted::ALL.map(|one| actual.of(one)), [came_on(99.0, 3), came_on(990.0, 4), None]);
    let key = Key::Scenario(id);
    for (ours, theirs, kept, clash) in [
        (came(99.0), came(98.0), came(99.0), Some(Clash::OursKept(key))),
        // Of two days the later one counts, with its figure, whoever has it; a day that is not known decides nothing.
        (came_on(99.0, 3), came_on(98.0, 4), came_on(98.0, 4), Some(Clash::LaterKept(key))),
        (came_on(99.0, 4), came_on(98.0, 3), came_on(99.0, 4), Some(Clash::LaterKept(key))),
        (came_on(99.0, 4), came_on(98.0, 4), came_on(99.0, 4), Some(Clash::OursKept(key))),
        (came(99.0), came_on(98.0, 4), came(99.0), Some(Clash::OursKept(key))),
        // The same figure on two days is no clash.
        (came_on(99.0, 3), came_on(99.0, 4), came_on(99.0, 4), None),
        (came_on(99.0, 4), came(99.0), came_on(99.0, 4), None),
    ] {
        let merged = merge(base.engagement(), &clients(ours), &clients(theirs)).expect("merged");
        assert_eq!(merged.engagement.scenario(id).expect("there").actuals[0].of(Counted::Clients), kept);
        assert_eq!(merged.clashes, Vec::from_iter(clash), "{ours:?} {theirs:?}");
    }
}

#[test]
fn a_number_that_two_tabs_state_is_kept_in_both_versions() {
    let mut base = Store::new(Engagement::new(), None, false);
    base.dispatch(Command::AddScenario(Box::new(Scenario::sample("$", 1.0))), 0.0).expect("added");
    let base = base.engagement().clone();
    let id = base.scenarios().next().map(|(id, _)| id).expect("a scenario");
    let stating = |inputs: Vec<ScenarioInput>| {
        let mut store = Store::new(base.clone(), None, false);
        for input in inputs {
            store.dispatch(Command::SetScenario(id, input), 1.0).expect("said");
            store.seal();
        }
        store
    };
    let says = |quantity, number| ScenarioInput::Quantity(quantity, exact(number));
    let theirs = stating(vec![says(Quantity::Revenue, 700.0), says(Quantity::Discount, 0.2)]);
    let mut ours = stating(vec![says(Quantity::Revenue, 650.0), says(Quantity::OneOff, 8_000.0)]);
    let adopted = ours.adopt(&base, theirs.engagement(), theirs.engagement()).expect("merged");
    assert_eq!(adopted.clashes, [Clash::OursKept(Key::Scenario(id))]);
    let period = base.scenario(id).expect("there").period;
    let revenue = Input::Quantity(Quantity::Revenue);
    // What only one side changed is no choice between two.
    assert_eq!(adopted.others, [OtherNumber { scenario: id, input: revenue, theirs: exact(700.0), period }]);
    assert_eq!(ours.engagement().scenario(id).expect("there").revenue, exact(650.0));
    // By another period the other number is read by it, too.
    let mut quarterly = stating(vec![says(Quantity::Revenue, 650.0), ScenarioInput::Period(Period::Quarter)]);
    let adopted = quarterly.adopt(&base, theirs.engagement(), theirs.engagement()).expect("merged");
    let told = adopted.others.iter().find(|other| other.input == revenue).expect("told");
    assert_eq!((told.theirs.likely().round(), told.period), (2_100.0, Period::Quarter));
}

#[test]
fn a_figure_knows_the_day_on_which_it_was_said_or_changed() {
    let on = |on| day(2026, 2, on);
    let typed = |number, day, before| amount(number).map(|number| ActualFigure::typed(number, on(day), before));
    assert_eq!(typed(95.0, 3, None), came_on(95.0, 3));
    assert_eq!(typed(96.0, 4, came_on(95.0, 3)), came_on(96.0, 4));
    // The number that was there is no change, whatever was typed in between.
    assert_eq!(typed(95.0, 4, came_on(95.0, 3)), came_on(95.0, 3));
    assert_eq!(typed(95.0, 4, came(95.0)), came(95.0), "of an older file nobody knows it");
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(locked(shrinking(), day(2026, 1, 31)))), 0.0).expect("added");
    let id = store.engagement().scenarios().next().map(|(id, _)| id).expect("a scenario");
    let said = |counted, came| Command::SetScenario(id, ScenarioInput::Actual(1, counted, came));
    let now = |store: &Store| store.engagement().scenario(id).expect("there").actuals.clone();
    store.dispatch(said(Counted::Clients, came_on(95.0, 3)), 1.0).expect("said");
    store.seal();
    store.dispatch(said(Counted::Profit, came_on(-40.0, 5)), 2.0).expect("said");
    store.seal();
    store.dispatch(said(Counted::Clients, came_on(96.0, 6)), 3.0).expect("said");
    assert_eq!(Counted::ALL.map(|one| now(&store)[0].of(one)), [came_on(96.0, 6), None, came_on(-40.0, 5)]);
    // The day goes back with the figure, and away with it.
    store.undo().expect("a step");
    assert_eq!(now(&store)[0].of(Counted::Clients), came_on(95.0, 3));
    store.dispatch(said(Counted::Clients, None), 4.0).expect("said");
    assert_eq!((now(&store)[0].clients, now(&store)[0].clients_on), (None, None));
    let far = NaiveDate::from_ymd_opt(20_000, 1, 1);
    let far = came(1.0).map(|came| ActualFigure { on: far, ..came });
    assert_eq!(store.dispatch(said(Counted::Clients, far), 5.0).err(), Some(Refusal::OutOfBounds));
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
    let actuals = orbita::model::scenario::with_actual(&[], 3, Counted::Revenue, came_on(3_000.0, 3));
    let quarterly = Scenario { period: Period::Quarter, actuals, ..shrinking() };
    let monthly = quarterly.restated(Period::Month).expect("restated");
    assert_eq!(monthly.actuals[0].of(Counted::Revenue), came_on(1_000.0, 3), "nobody said it anew");
}

#[test]
fn what_is_said_of_ranges_is_true_of_the_figure() {
    let ranged = Scenario { revenue: Estimate::range(9.0, 10.0, 12.0).expect("in order"), ..shrinking() };
    let said = |scenario: &Scenario, months: &[u16], counted| {
        intro(scenario, &held(scenario, months), counted, Lang::English).pop().expect("a sentence")
    };
    assert_eq!(said(&ranged, &[1], Counted::Clients), "No stated range reaches this figure.");
    assert!(!said(&ranged, &[1], Counted::Revenue).contains("range"), "there is one to compare with");
    // What came past the horizon lies in no range.
    let actuals = orbita::model::scenario::with_actual(&[], 37, Counted::Revenue, came(990.0));
    let late = Scenario { actuals, ..ranged };
    assert!(!said(&late, &[1, 37], Counted::Revenue).contains("range"));
}

#[test]
fn the_day_of_a_forecast_is_not_called_the_day_of_locking() {
    let scenario = locked(shrinking(), day(2026, 4, 30));
    let nobody = Scenario { locked: Some(Lock { by: String::new(), on: day(2026, 4, 30) }), ..shrinking() };
    let first = |scenario: &Scenario, lang| intro(scenario, &[], Counted::Clients, lang).swap_remove(0);
    assert_eq!(
        [&scenario, &nobody].map(|scenario| first(scenario, Lang::English)),
        [
            "Forecast as of 30\u{a0}Apr\u{a0}2026; the scenario is locked by Anna.",
            "Forecast as of 30\u{a0}Apr\u{a0}2026; the scenario is locked."
        ]
    );
    assert_eq!(
        [&scenario, &nobody].map(|scenario| first(scenario, Lang::Russian)),
        [
            "Прогноз от\u{a0}30\u{a0}апр\u{a0}2026. Сценарий зафиксирован: Anna.",
            "Прогноз от\u{a0}30\u{a0}апр\u{a0}2026, сценарий зафиксирован."
        ]
    );
    for (lang, forecast) in [(Lang::English, "forecast as of DAY"), (Lang::Russian, "прогноз от\u{a0}DAY")] {
        let words = EconomyWords::of(lang);
        for said in [(words.locked)("Anna", "DAY"), (words.locked)("", "DAY")] {
            assert!(said.ends_with(forecast), "{said}");
        }
    }
}

#[test]
fn a_difference_is_the_one_between_the_numbers_beside_it() {
    // Of a hundred 96.04 remain after two months.
    let shown = |begin: f64, clients: f64| {
        let mut store = Store::new(Engagement::new(), None, false);
        let scenario = Scenario { clients: exact(begin), ..locked(shrinking(), day(2026, 8, 1)) };
        store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("added");
        let id = store.engagement().scenarios().next().expect("one").0;
        let input = ScenarioInput::Actual(2, Counted::Clients, came(clients));
        store.dispatch(Command::SetScenario(id, input), 1.0).expect("said");
        let scenario = store.engagement().scenario(id).expect("there").clone();
        let line = |lang| Writing::of(&scenario, lang).line(&held(&scenario, &[2])[0], Counted::Clients);
        assert_eq!(line(Lang::English).end.replace('\u{a0}', " "), "After month 2, 1 Oct 2026");
        assert_eq!(line(Lang::Russian).end.replace('\u{a0}', " "), "После месяца 2, 1 окт 2026");
        [line(Lang::English).forecast, line(Lang::English).difference]
    };
    assert_eq!(shown(100.0, 96.0), ["96", "0"]);
    assert_eq!(shown(100.0, 95.0), ["96", "\u{2212}1"]);
    assert_eq!(shown(100.0, 101.0), ["96", "+5"]);
    assert_eq!(shown(0.625, 3.0), ["1", "+2"], "six tenths of a client read as one");
    assert_eq!(shown(0.25, 3.0), ["0.2", "+3"]);
}

#[test]
fn screen_and_report_say_the_same_in_both_languages() {
    let mut store = Store::new(Engagement::new(), None, false);
    let ranged = Scenario { churn: Estimate::range(0.01, 0.02, 0.03).expect("in order"), ..shrinking() };
    store.dispatch(Command::AddScenario(Box::new(locked(ranged, day(2026, 1, 1)))), 0.0).expect("added");
    let id = store.engagement().scenarios().next().expect("one").0;
    store
        .dispatch(Command::SetScenario(id, ScenarioInput::Actual(1, Counted::Clients, came_on(96.0, 2))), 1.0)
        .expect("said");
    let scenario = store.engagement().scenario(id).expect("there").clone();
    let ends = held(&scenario, &[1]);
    for (lang, position, on) in [
        (Lang::English, "Below the range, within chance", "2\u{a0}Feb\u{a0}2026"),
        (Lang::Russian, "Ниже диапазона, в\u{a0}пределах случайных колебаний", "2\u{a0}фев\u{a0}2026"),
    ] {
        let line = Writing::of(&scenario, lang).line(&ends[0], Counted::Clients);
        assert_eq!((line.actual.as_str(), line.actual_on.as_str(), line.position.as_str()), ("96", on, position));
        let shown = [&line.forecast, &line.range, &line.difference].map(String::as_str).concat();
        assert!(!shown.contains(['.', ',']), "clients are whole: {shown}");
        assert!(!line.forecast.is_empty() && !line.range.is_empty() && !line.difference.is_empty());
        assert_eq!(intro(&scenario, &ends, Counted::Clients, lang).len(), 3);
        let chart = Writing::of(&scenario, lang).chart(&ends, Counted::Clients);
        let sheet = Surface { width: 400.0, height: chart.height(400.0), look: Look::LIGHT, lang: lang.code() };
        assert!(!chart.draw(&sheet).svg.contains("NaN"));
        let table = chart.table();
        assert_eq!((table.columns.len(), table.rows.len()), (7, 1), "month, forecast with two bands, what came");
        // What is called chance lies in the band that is drawn for it, and outside the other.
        let figures: Vec<f64> = table.rows[0].values.iter().filter_map(|cell| cell.value).collect();
        let [_, low, _, wide_low, wide_high, came] = figures[..] else { panic!("{:?}", table.rows[0]) };
        assert!(wide_low < came && came < low && wide_low < low && came < wide_high, "{:?}", table.rows[0]);
        assert!(Writing::of(&scenario, lang).note(&ends, Counted::Clients).contains("80"));
        // It is drawn with all digits, and told as beside it.
        let range = ends[0].of(Counted::Clients).exact_range.expect("churn is a range");
        assert_eq!((table.rows[0].values[1].value, table.rows[0].values[2].value), (Some(range.0), Some(range.1)));
        let [low_text, high_text] = [1, 2].map(|at| table.rows[0].values[at].text.clone());
        assert_eq!(line.range, format!("{low_text} \u{2026} {high_text}"));
        let profit = Writing::of(&scenario, lang).chart(&ends, Counted::Profit).table();
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
        for text in [&line.end, &line.forecast, &line.range, &line.actual_on, &line.difference, &line.position] {
            assert!(page.contains(text.as_str()), "{text}");
        }
    }
}

#[test]
fn a_figure_of_a_period_that_has_not_ended_is_not_taken() {
    let scenario = locked(shrinking(), day(2026, 1, 31));
    assert_eq!(yet_to_come(&scenario, 1, day(2026, 2, 27)), Some(day(2026, 2, 28)));
    assert_eq!(yet_to_come(&scenario, 1, day(2026, 2, 28)), None, "it can be counted in the evening");
    assert_eq!(yet_to_come(&scenario, 2, day(2026, 2, 28)), Some(day(2026, 3, 31)));
    assert_eq!(yet_to_come(&shrinking(), 12, day(2026, 2, 28)), None, "a scenario without a day has no calendar");
}

#[test]
fn a_forecast_does_not_contradict_the_difference_beside_it() {
    let scenario = Scenario { clients: exact(203_440.0), revenue: exact(1_000.0), churn: exact(0.0), ..shrinking() };
    let scenario =
        Scenario { actuals: vec![Actual { month: 1, revenue: amount(220.56e6), ..Actual::default() }], ..scenario };
    let line = Writing::of(&scenario, Lang::English).line(&held(&scenario, &[1])[0], Counted::Revenue);
    assert_eq!([line.forecast.as_str(), line.difference.as_str()], ["$203.4M", "+$17.1M"]);
}
