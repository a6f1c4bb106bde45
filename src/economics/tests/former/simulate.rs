use orbita_economics::former::*;
use orbita_economics::{Field, Model, Must, NoFigure, Stream, Timing};
use proptest::prelude::*;

use crate::{cases, close};

fn scenario() -> Scenario<Uncertain> {
    Scenario {
        clients: Uncertain::Fixed(320.0),
        revenue: Uncertain::Triangular { low: 60.0, likely: 75.0, high: 95.0 },
        gross_margin: Uncertain::Fixed(0.62),
        churn: Uncertain::Beta { alpha: 18.0, beta: 984.0 },
        cac: Uncertain::LogNormal { low: 270.0, high: 430.0 },
        one_off: Uncertain::Fixed(5_000.0),
        one_off_periods: 4,
        win_budget: Uncertain::Fixed(1_200.0),
        keep_budget: Uncertain::Fixed(800.0),
        growth: Uncertain::Fixed(0.002),
        discount: Uncertain::Fixed(0.009),
    }
}

fn uncertain() -> impl Strategy<Value = Uncertain> {
    prop_oneof![
        (0.3..200.0, 0.3..200.0).prop_map(|(alpha, beta)| Uncertain::Beta { alpha, beta }),
        (0.1..10.0, 1.0..20.0).prop_map(|(low, factor)| Uncertain::LogNormal { low, high: low * factor }),
        (-5.0..5.0, 0.1..9.0, 0.0..1.0).prop_map(|(low, width, at)| Uncertain::Triangular {
            low,
            likely: low + at * width,
            high: low + width,
        }),
    ]
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn draws_follow_their_distribution(input in uncertain(), seed in any::<u64>()) {
        let outcomes = simulate(&[input], 4_000, seed, |x| Ok(x[0])).unwrap();
        // Six standard errors of a share of 4,000 runs: chance does that once in 10^8.
        for p in [0.1, 0.5, 0.9] {
            let quantile = input.quantile(p).unwrap();
            let below = outcomes.chance(|x| x <= quantile);
            prop_assert!((below - p).abs() < 6.0 * (p * (1.0 - p) / 4_000.0f64).sqrt(), "{} {}", p, below);
        }
    }

    #[test]
    fn more_runs_begin_with_the_fewer(seed in any::<u64>(), runs in 1u32..200) {
        let draws = |runs| {
            let seen = std::cell::RefCell::new(Vec::new());
            let keep = |x: &[f64]| {
                seen.borrow_mut().push(x[0].to_bits());
                Ok(x[0])
            };
            simulate(&[scenario().churn], runs, seed, keep).unwrap();
            seen.into_inner()
        };
        prop_assert_eq!(&draws(300)[..runs as usize], &draws(runs)[..]);
    }

    #[test]
    fn known_inputs_give_the_projection_in_every_run(
        churn in 0.0..0.3, cac in 10.0..500.0, one_off in 0.0..1e4, instalments in 0u32..6, periods in 0u32..40,
    ) {
        let central = scenario().map(|input| input.central()).unwrap();
        let known = Scenario { churn, cac, one_off, one_off_periods: instalments, ..central };
        let projection = known.project(periods).unwrap();
        let paths = simulate_paths(&known.map(|x| Ok(Uncertain::Fixed(*x))).unwrap(), periods, 3, 1).unwrap();
        prop_assert_eq!(paths.profit.len(), periods as usize + 1);
        for t in 0..=periods as usize {
            let range = paths.profit[t];
            prop_assert!(range.p10 == range.p90 && close(range.p50, projection.profit[t], 1e-10));
            prop_assert!(close(paths.kept[t].p50, projection.kept[t], 1e-10));
            prop_assert_eq!(paths.paid_back[t], f64::from(u8::from(range.p50 >= 0.0)));
        }
    }

    #[test]
    fn one_client_without_spending_is_a_stream(churn in 0.0..1.0, growth in -0.1..0.1, discount in 0.0..0.2, n in 0u32..60) {
        let alone = Scenario {
            clients: 1.0, revenue: 75.0, gross_margin: 0.62, churn, cac: 0.0, one_off: 0.0, one_off_periods: 0,
            win_budget: 0.0, keep_budget: 0.0, growth, discount,
        };
        let profit = alone.project(n).unwrap().profit;
        let value = alone.stream().value_over(Timing::Immediate, n).unwrap();
        prop_assert!(close(profit[n as usize], value, 1e-10));
    }
}

#[test]
fn ranges_are_read_as_they_were_said() {
    let money = Uncertain::LogNormal { low: 20.0, high: 80.0 };
    for (p, x) in [(0.1, 20.0), (0.5, 40.0), (0.9, 80.0)] {
        assert!(close(money.quantile(p).unwrap(), x, 1e-12));
    }
    assert!(close(money.central().unwrap(), 40.0, 1e-12));
    let said = Uncertain::Triangular { low: 1.0, likely: 2.0, high: 5.0 };
    // A quarter of the area lies left of the top, at a quarter of the width.
    assert_eq!((said.quantile(0.25), said.central()), (Ok(2.0), Ok(2.0)));
    assert!(close(said.quantile(0.0625).unwrap(), 1.5, 1e-12) && close(said.quantile(0.8125).unwrap(), 3.5, 1e-12));
    let seen = Uncertain::counted(1, 0);
    assert!(close(seen.quantile(0.25).unwrap(), 0.5, 1e-12) && close(seen.central().unwrap(), 2.0 / 3.0, 1e-12));
}

#[test]
fn the_same_seed_gives_the_same_ranges_and_another_seed_others() {
    let paths = |seed| simulate_paths(&scenario(), 36, 2_000, seed).unwrap();
    assert_eq!(paths(7), paths(7));
    assert_ne!(paths(7).profit, paths(8).profit);
    for range in paths(7).profit.iter().skip(1).chain(paths(7).kept.iter().skip(1)) {
        assert!(range.p10 < range.p50 && range.p50 < range.p90, "{range:?}");
    }
}

#[test]
fn percentiles_of_the_value_are_the_value_of_the_percentiles() {
    let kept = Uncertain::counted(85, 15);
    let value = |retention| Stream { margin: 1_200.0, retention, discount: 0.1, growth: 0.0 }.value(Timing::Immediate);
    let outcomes = simulate(&[kept], 20_000, 3, |x| value(x[0])).unwrap();
    let range = outcomes.range().unwrap();
    for (simulated, p) in [(range.p10, 0.1), (range.p50, 0.5), (range.p90, 0.9)] {
        let exact = value(kept.quantile(p).unwrap()).unwrap();
        assert!(close(simulated, exact, 0.02), "{simulated} {exact}");
    }
    let exact = 1_200.0 * Model::Sbg { alpha: 16.0, beta: 86.0 }.discounted_lifetime(0.1).unwrap();
    let mean = outcomes.mean().unwrap();
    assert!(close(mean, exact, 0.01) && exact > value(kept.central().unwrap()).unwrap(), "Jensen: {mean} {exact}");
}

#[test]
fn every_input_may_be_a_range() {
    let one = Uncertain::Triangular { low: 80.0, likely: 100.0, high: 150.0 };
    let alone = Scenario {
        clients: Uncertain::Fixed(1.0),
        revenue: Uncertain::Fixed(10.0),
        gross_margin: Uncertain::Fixed(0.5),
        churn: Uncertain::Fixed(0.1),
        cac: Uncertain::Fixed(0.0),
        one_off: Uncertain::Fixed(0.0),
        one_off_periods: 0,
        win_budget: Uncertain::Fixed(0.0),
        keep_budget: Uncertain::Fixed(0.0),
        growth: Uncertain::Fixed(0.0),
        discount: Uncertain::Fixed(0.0),
    };
    let spread =
        |scenario: &Scenario<Uncertain>| *simulate_paths(scenario, 2, 20_000, 7).unwrap().profit.last().unwrap();
    // Two payments of 5, the second by nine of ten: 9.5 for each client.
    let many = spread(&Scenario { clients: one, ..alone });
    assert!(
        close(many.p10, 9.5 * one.quantile(0.1).unwrap(), 0.01)
            && close(many.p90, 9.5 * one.quantile(0.9).unwrap(), 0.01)
    );
    let keeping = spread(&Scenario { keep_budget: one, ..alone });
    assert!(close(keeping.p10, 9.5 - 2.0 * one.quantile(0.9).unwrap(), 0.01));
    let rate = Uncertain::Triangular { low: 0.0, likely: 0.1, high: 0.2 };
    let growing = spread(&Scenario { growth: rate, ..alone });
    assert!(close(growing.p50, 5.0 + 4.5 * 1.1, 0.01));
    let impatient = spread(&Scenario { discount: rate, ..alone });
    assert!(close(impatient.p50, 5.0 + 4.5 / 1.1, 0.01));
}

#[test]
fn scenarios_are_compared_under_the_same_luck() {
    let a = simulate_paths(&scenario(), 24, 500, 1).unwrap().at_end;
    let dearer = Scenario { keep_budget: Uncertain::Fixed(801.0), ..scenario() };
    let b = simulate_paths(&dearer, 24, 500, 1).unwrap().at_end;
    assert_eq!((a.chance_of_beating(&b), b.chance_of_beating(&a)), (Ok(1.0), Ok(0.0)));
    // A unit of money a month more, for 24 months, in money of today.
    let saved = a.minus(&b).unwrap().range().unwrap();
    let annuity = (1.0 - 1.009_f64.powi(-24)) / (1.0 - 1.0 / 1.009);
    assert!(close(saved.p10, annuity, 1e-6) && close(saved.p90, annuity, 1e-6));
    assert_eq!(a.chance_of_beating(&a), Ok(0.5));
    assert_eq!(
        a.chance(|profit| profit >= 0.0),
        *simulate_paths(&scenario(), 24, 500, 1).unwrap().paid_back.last().unwrap()
    );
}

#[test]
fn a_run_without_a_figure_is_an_outcome() {
    let growth = Uncertain::Triangular { low: 0.0, likely: 0.02, high: 0.2 };
    let value = |x: &[f64]| Stream { margin: 1.0, retention: 0.95, discount: 0.1, growth: x[0] }.value(Timing::End);
    let outcomes = simulate(&[growth], 2_000, 1, value).unwrap();
    let diverging = 1.0
        - (0..100).filter(|p| growth.quantile(f64::from(*p) / 100.0 + 0.005).unwrap() < 1.1 / 0.95 - 1.0).count()
            as f64
            / 100.0;
    assert!((outcomes.without_figure() - diverging).abs() < 0.03, "{}", outcomes.without_figure());
    let never = simulate(&[growth], 10, 1, |_| Err(NoFigure::NeverPaysBack)).unwrap();
    assert_eq!((never.range(), never.mean()), (Err(NoFigure::NeverPaysBack), Err(NoFigure::NeverPaysBack)));
}

#[test]
fn ranges_that_an_input_cannot_have_are_refused() {
    let refused = |field, must| Err(NoFigure::Input { field, must });
    let churn = Uncertain::LogNormal { low: 0.01, high: 0.05 };
    let run = |scenario: &Scenario<Uncertain>| simulate_paths(scenario, 12, 10, 1);
    assert_eq!(run(&Scenario { churn, ..scenario() }), refused(Field::Churn, Must::BeAShare));
    let cac = Uncertain::Triangular { low: 0.0, likely: 100.0, high: 200.0 };
    assert_eq!(run(&Scenario { cac, ..scenario() }), refused(Field::Cac, Must::BePositive));
    assert!(run(&Scenario { cac, win_budget: Uncertain::Fixed(0.0), ..scenario() }).is_ok());
    let upside_down = Uncertain::Triangular { low: 3.0, likely: 2.0, high: 4.0 };
    assert_eq!(
        run(&Scenario { revenue: upside_down, ..scenario() }),
        Err(NoFigure::Bound { input: Field::Revenue, end: Field::Low, must: Must::NotExceed(Field::Likely) })
    );
    assert_eq!(simulate_paths(&scenario(), 12, 0, 1), refused(Field::Runs, Must::BePositive));
}

#[test]
fn a_plan_adds_up_month_by_month() {
    let plan = Scenario {
        clients: 100.0,
        revenue: 10.0,
        gross_margin: 0.5,
        churn: 0.1,
        cac: 20.0,
        one_off: 90.0,
        one_off_periods: 3,
        win_budget: 200.0,
        keep_budget: 50.0,
        growth: 0.0,
        discount: 0.0,
    };
    let projection = plan.project(4).unwrap();
    // 110 pay 5 each, less 250 and a third of 90; a tenth leaves, 10 join; and so on.
    let expected = [0.0, 270.0, 270.0 + 545.0 - 280.0, 535.0 + 540.5 - 280.0, 795.5 + 536.45 - 250.0];
    for (t, profit) in expected.into_iter().enumerate() {
        assert!(close(projection.profit[t], profit, 1e-12), "{t}: {projection:?}");
    }
    assert!(
        projection.won == 10.0 && close(projection.clients[2], 98.1, 1e-12) && close(projection.kept[2], 0.81, 1e-12)
    );
}
