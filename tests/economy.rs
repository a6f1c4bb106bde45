//! What scenarios and initiatives come to, against figures reckoned by hand and published ones.

use orbita::insight::economy::finding::{Case, Difference, differences, finding};
use orbita::insight::economy::{figures, initiative, plan, split, tornado};
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{Initiative, Period, Quantity, Response, Scenario};
use orbita_economics::NoFigure;

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).expect("finite")
}

fn amount(number: f64) -> Amount {
    Amount::new(number).expect("finite")
}

fn close(one: f64, other: f64, within: f64) {
    assert!((one - other).abs() <= within * other.abs().max(1.0), "{one} is not {other}");
}

/// A hundred clients pay 10 a year with a margin of half; a tenth leaves; nothing is spent, nothing discounted.
fn plain() -> Scenario {
    Scenario {
        period: Period::Year,
        horizon: 36,
        clients: exact(100.0),
        revenue: exact(10.0),
        margin: exact(0.5),
        churn: exact(0.1),
        budget: exact(0.0),
        discount: exact(0.0),
        response: None,
        ..Scenario::sample("$", 1.0)
    }
}

#[test]
fn a_plain_scenario_adds_up() {
    let figures = figures::figures(&plain()).expect("figures");
    close(figures.profit, 500.0 + 450.0 + 405.0, 1e-12);
    close(figures.clients, 72.9, 1e-12);
    close(figures.kept_year, 0.9, 1e-12);
    assert_eq!(figures.ltv.map(f64::round), Ok(50.0), "5 a year for ten years");
}

#[test]
fn rates_a_year_become_rates_a_month() {
    let monthly = Scenario { period: Period::Month, discount: exact(0.12), growth: exact(0.2), ..plain() };
    let likely = plan::likely(&monthly).expect("a plan");
    close(likely.discount, 1.12_f64.powf(1.0 / 12.0) - 1.0, 1e-12);
    close(likely.growth, 1.2_f64.powf(1.0 / 12.0) - 1.0, 1e-12);
    let figures = figures::figures(&monthly).expect("figures");
    close(figures.kept_year, 0.9_f64.powi(12), 1e-12);
}

#[test]
fn spending_as_today_gives_what_is_stated() {
    let today = Scenario::sample("$", 1.0);
    let effect = plan::effect(&today).expect("an effect");
    close(effect.churn, today.churn.likely(), 1e-12);
    close(effect.cac, today.cac.likely(), 1e-12);
    let more = plan::effect(&Scenario { keep: amount(0.5), ..today.clone() }).expect("an effect");
    assert!(more.churn < effect.churn && more.churn > 0.012, "towards the best churn, never past it");
    assert!(more.cac < effect.cac, "who buys less pays less for each");
    let idle = plan::effect(&Scenario { keep: amount(0.0), ..today }).expect("an effect");
    close(idle.churn, 0.045, 1e-12);
}

#[test]
fn answers_that_contradict_each_other_say_so() {
    let mut odd = Scenario::sample("$", 1.0);
    odd.churn = exact(0.005);
    assert!(matches!(plan::effect(&odd), Err(NoFigure::Input { .. })), "churn today below the best there could be");
}

/// The case of Pfeifer (2005): spending at its best, keeping is five times cheaper on average and not at all at the margin.
#[test]
fn five_times_cheaper_on_average_is_one_at_the_margin() {
    let (prospects, clients) = (1_000.0, 100.0);
    let (a, r) = (0.12 * (1.0 - (-0.03_f64 * 30.0).exp()), 0.85 * (1.0 - (-0.04_f64 * 20.0).exp()));
    let scenario = Scenario {
        revenue: exact(600.0),
        margin: exact(1.0),
        clients: exact(clients),
        churn: exact(1.0 - r),
        cac: exact(30.0 / a),
        discount: exact(0.1),
        budget: exact(30.0 * prospects + 20.0 * clients),
        keep: amount(20.0 * clients / (30.0 * prospects + 20.0 * clients)),
        response: Some(Response {
            keep_today: amount(20.0 * clients),
            churn_idle: amount(1.0),
            churn_best: amount(0.15),
            win_today: amount(30.0 * prospects),
            won_most: amount(0.12 * prospects),
        }),
        ..plain()
    };
    let paradox = split::paradox(&scenario).expect("costs").expect("answers");
    close(paradox.best.average_ratio().expect("a ratio"), 5.089_767_497_883_524, 1e-4);
    close(paradox.best.marginal_ratio().expect("a ratio"), 1.0, 1e-4);
    close(paradox.now.average_win.expect("a cost"), 30.0 / a, 1e-9);
    close(paradox.now.average_keep.expect("a cost"), 20.0 / r, 1e-9);
}

#[test]
fn the_best_split_is_the_top_of_its_curve() {
    let scenario = Scenario::sample("$", 1.0);
    let curve = split::curve(&scenario).expect("a curve");
    let best = curve.best;
    assert!(best.from <= best.peak.at && best.peak.at <= best.to);
    assert!(curve.points.iter().all(|point| point.value <= best.peak.value + 1e-9));
    let at = |keep| figures::figures(&Scenario { keep: amount(keep), ..scenario.clone() }).expect("figures").profit;
    close(at(best.from), 0.97 * best.peak.value, 1e-6);
    close(at(best.peak.at), best.peak.value, 1e-9);
}

#[test]
fn the_tornado_moves_exact_inputs_by_a_tenth() {
    let scenario = Scenario { churn: Estimate::range(0.05, 0.1, 0.2).expect("a range"), ..plain() };
    let moved = tornado::moved(&scenario).expect("bars");
    let of = |quantity| moved.iter().find(|moved| moved.quantity == quantity);
    let clients = of(Quantity::Clients).expect("clients move it");
    assert!(!clients.stated);
    close(clients.ends.0, 90.0, 1e-12);
    close(clients.ends.1, 110.0, 1e-12);
    close(clients.bar.at_low.expect("a figure"), 0.9 * 1_355.0, 1e-9);
    let churn = of(Quantity::Churn).expect("churn moves it");
    assert!(churn.stated);
    close(churn.bar.at_low.expect("a figure"), 500.0 * (1.0 + 0.95 + 0.95 * 0.95), 1e-9);
    assert!(of(Quantity::Cac).is_none(), "nothing is spent on winning");
    let lengths: Vec<f64> = moved.iter().filter_map(|moved| moved.bar.length().ok()).collect();
    assert!(lengths.is_sorted_by(|one, other| one >= other));
}

#[test]
fn one_scenario_is_told_from_another() {
    let a = Scenario::sample("$", 1.0);
    let b = Scenario { keep: amount(0.4), ..a.clone() };
    let (of_a, of_b) = (figures::figures(&a).expect("figures"), figures::figures(&b).expect("figures"));
    let (paths_a, paths_b) = (figures::ranges(&a).expect("paths"), figures::ranges(&b).expect("paths"));
    let case = |scenario, figures, paths| Case { scenario, figures, paths: Some(paths) };
    let said = finding(case(&b, &of_b, &paths_b), Some(case(&a, &of_a, &paths_a)));
    close(said.amount, of_b.profit - of_a.profit, 1e-12);
    close(said.moved.expect("money moved"), 0.2 * 40_000.0 * 12.0, 1e-12);
    let range = said.range.expect("a range");
    assert!(range.p10 < said.amount && said.amount < range.p90, "{range:?} around {}", said.amount);
    assert_eq!(differences(&b, &a), [Difference::Split]);
    let alone = finding(case(&a, &of_a, &paths_a), None);
    assert_eq!((alone.amount, alone.compared, alone.moved), (of_a.profit, false, None));
}

#[test]
fn an_initiative_is_worth_what_it_keeps() {
    let action =
        Initiative { cost_once: exact(60.0), reach: exact(0.5), churn_cut: exact(0.05), ..Initiative::default() };
    let value = initiative::value(&action, &plain()).expect("a value");
    // Fifty clients, three payments of 5: kept at 0.95 in place of 0.9.
    close(value.likely.gain, 50.0 * 5.0 * ((0.95 + 0.95 * 0.95) - (0.9 + 0.81)), 1e-9);
    close(value.likely.net, value.likely.gain - 60.0, 1e-9);
    close(value.per_year(), value.likely.net / 3.0, 1e-12);
    let needed = value.break_even.expect("it can pay");
    close(250.0 * ((0.9 + needed) + (0.9 + needed).powi(2) - 0.9 - 0.81), 60.0, 1e-6);
    assert!(matches!(value.seen, Err(NoFigure::NotDetectable { per_group: 25 })), "{:?}", value.seen);
    let many = initiative::value(&action, &Scenario { clients: exact(4_000.0), ..plain() }).expect("a value");
    // .90 against .95 needs 435 in each group by F17.
    assert_eq!(many.seen.map(f64::ceil), Ok(435.0));
}

#[test]
fn churn_is_never_cut_below_nothing() {
    let action = Initiative { reach: exact(1.0), churn_cut: exact(0.5), ..Initiative::default() };
    let value = initiative::value(&action, &plain()).expect("a value");
    close(value.likely.gain, 100.0 * 5.0 * (2.0 - 0.9 - 0.81), 1e-9);
}

#[test]
fn extreme_inputs_give_figures_or_reasons() {
    let extremes = [0.0_f64, 1.0, 1e12, 1e15];
    for quantity in Quantity::ALL {
        for extreme in extremes {
            let mut scenario = Scenario::sample("$", 1.0);
            let bounds = quantity.bounds();
            *scenario.quantity_mut(quantity) = exact(extreme.clamp(bounds.least, bounds.most));
            if let Ok(figures) = figures::figures(&scenario) {
                assert!(figures.profit.is_finite() && figures.kept_year.is_finite(), "{quantity:?} {extreme}");
            }
            if let Ok(paths) = figures::ranges(&scenario) {
                assert!(paths.profit.iter().all(|band| band.p10.is_finite() && band.p90.is_finite()));
            }
            for bar in tornado::moved(&scenario).unwrap_or_default() {
                assert!(bar.bar.at_low.is_ok_and(f64::is_finite) || bar.bar.at_low.is_err());
            }
            if let Ok(curve) = split::curve(&scenario) {
                assert!(curve.points.iter().all(|point| point.value.is_finite()));
            }
        }
    }
}
