use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

const TIMINGS: [Timing; 4] = [Timing::Immediate, Timing::After, Timing::End, Timing::Continuous];

/// Streams that converge.
fn streams() -> impl Strategy<Value = Stream> {
    (0.01..1e6, 0.0..0.99, 0.0..0.5, -0.2..0.2)
        .prop_map(|(margin, retention, discount, growth)| Stream { margin, retention, discount, growth })
        .prop_filter("converges", |s| s.retention * (1.0 + s.growth) < 0.995 * (1.0 + s.discount))
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn timings_are_tied_to_one_another(s in streams()) {
        let [now, after, end, continuous] = TIMINGS.map(|timing| s.value(timing).unwrap());
        prop_assert!(close(now, s.margin + after, 1e-12));
        prop_assert!(close(now, (1.0 + s.discount) * end, 1e-12));
        prop_assert!(after <= continuous && continuous <= now);
    }

    #[test]
    fn finite_horizons_are_plain_sums_and_grow_into_the_infinite_one(s in streams(), n in 1u32..60) {
        let periods = 0..n as i32;
        let margins: Vec<f64> = periods.clone().map(|t| s.margin * (1.0 + s.growth).powi(t)).collect();
        let survival: Vec<f64> = periods.map(|t| s.retention.powi(t)).collect();
        let summed = expected_value(&margins, &survival, s.discount).unwrap();
        prop_assert!(close(s.value_over(Timing::Immediate, n).unwrap(), summed, 1e-10));
        for timing in TIMINGS {
            let whole = s.value(timing).unwrap();
            let (part, more) = (s.value_over(timing, n).unwrap(), s.value_over(timing, n + 1).unwrap());
            prop_assert!(part <= more * (1.0 + 1e-12) && more <= whole * (1.0 + 1e-12));
            prop_assert!(close(s.value_over(timing, 10_000).unwrap(), whole, 1e-9));
        }
    }

    #[test]
    fn dated_flows_are_worth_what_the_stream_is(s in streams(), n in 1u32..60) {
        let flow = |t: u32| Flow {
            at: f64::from(t),
            amount: s.margin * (s.retention * (1.0 + s.growth)).powi(t as i32),
        };
        let flows: Vec<Flow> = (0..n).map(flow).collect();
        let dated = present_value(&flows, s.discount).unwrap();
        prop_assert!(close(dated, s.value_over(Timing::Immediate, n).unwrap(), 1e-10));
    }

    #[test]
    fn elasticity_and_slope_are_the_derivatives(s in streams()) {
        prop_assume!(s.retention > 0.01);
        let h = 1e-6 * (1.0 - s.retention);
        for timing in TIMINGS {
            let at = |retention: f64| Stream { retention, ..s }.value(timing).unwrap();
            let slope = (at(s.retention + h) - at(s.retention - h)) / (2.0 * h);
            let elasticity = retention_elasticity(&s, timing).unwrap();
            prop_assert!(close(elasticity, slope * s.retention / at(s.retention), 1e-5));
            let worth = worth_of_points(&s, timing, 0.001).unwrap();
            prop_assert!(close(worth.by_slope, 0.001 * slope, 1e-5));
            // Continuous value bends the other way where hardly anybody stays.
            let bends_up = timing != Timing::Continuous || s.retention > 0.3;
            if let (Ok(exact), true) = (worth.exact, bends_up) {
                prop_assert!(exact >= worth.by_slope * (1.0 - 1e-6), "each point is worth more than the last");
            }
        }
    }

    #[test]
    fn net_elasticities_of_margin_and_cost_sum_to_one(s in streams(), cac in 0.0..1e7) {
        let net = net_elasticities(&s, Timing::Immediate, cac).unwrap();
        prop_assert!((net.margin + net.cac - 1.0).abs() <= 1e-9 * net.margin.abs());
    }

    #[test]
    fn break_even_per_period_restores_the_value(s in streams(), share in 0.0..0.9) {
        let cost = share * s.margin;
        for timing in TIMINGS {
            if let Ok(needed) = break_even_per_period(&s, timing, cost) {
                let paid = Stream { margin: s.margin - cost, retention: needed.retention, ..s };
                prop_assert!(close(paid.value(timing).unwrap(), s.value(timing).unwrap(), 1e-8));
                prop_assert!(close(needed.uplift, needed.retention - s.retention, 1e-12));
            }
        }
    }

    #[test]
    fn break_even_of_a_one_off_earns_the_budget_back(s in streams(), budget in 0.0..1e6, customers in 1.0..1e4) {
        let needed = break_even_one_off(&s, budget, customers).unwrap();
        let target = s.value(Timing::Immediate).unwrap() + budget / customers;
        if let Ok(needed) = needed.permanent {
            let better = Stream { retention: needed.retention, ..s };
            prop_assert!(close(better.value(Timing::Immediate).unwrap(), target, 1e-8));
        }
        if let Ok(needed) = needed.one_renewal {
            let next = s.value(Timing::Immediate).unwrap() * (1.0 + s.growth) / (1.0 + s.discount);
            prop_assert!(close(s.margin + needed.retention * next, target, 1e-8));
        }
    }

    #[test]
    fn payback_lies_where_the_sum_crosses_the_cost(s in streams(), share in 0.01..1.2) {
        let value = s.value(Timing::Immediate).unwrap();
        let cac = share * value;
        match payback(&s, cac) {
            Ok(payments) => {
                let sum = |n: f64| s.value_over(Timing::Immediate, n as u32).unwrap();
                prop_assert!(sum(payments.ceil()) >= cac * (1.0 - 1e-9));
                prop_assert!(sum(payments.floor()) <= cac * (1.0 + 1e-9));
            }
            Err(reason) => prop_assert!(reason == NoFigure::NeverPaysBack && share > 0.999),
        }
    }

    #[test]
    fn rates_go_there_and_back(rate in -0.9..5.0, churn in 0.0..1.0, k in 0.1..400.0) {
        let shrinking = period_rate(rate, k).unwrap();
        let per_period = churn_over(churn, 1.0 / k).unwrap();
        // Where next to nothing is left, a number so near to 1 cannot say how much.
        prop_assume!(1.0 + shrinking > 1e-6 && 1.0 - per_period > 1e-6);
        prop_assert!(close(annual_rate(shrinking, k).unwrap(), rate, 1e-10));
        prop_assert!(close(churn_over(per_period, k).unwrap(), churn, 1e-9));
    }

    #[test]
    fn the_smallest_visible_rise_needs_just_the_customers_there_are(from in 0.0..0.95, per_group in 20u32..100_000) {
        let detection = Detection { significance: 0.05, power: 0.8 };
        if let Ok(rise) = detection.smallest_visible_rise(from, per_group) {
            let needed = detection.customers_per_group(from, from + rise).unwrap();
            prop_assert!(close(needed, f64::from(per_group), 1e-6));
            prop_assert!(detection.seen_with(from, (from + 1.001 * rise).min(1.0), per_group + 1).is_ok());
        }
    }
}

#[test]
fn what_cannot_be_is_said_and_not_counted() {
    let stream = Stream { margin: 100.0, retention: 0.98, discount: 0.01, growth: 0.05 };
    assert_eq!(stream.value(Timing::Immediate), Err(NoFigure::Diverges));
    assert!(stream.value_over(Timing::Immediate, 60).unwrap() > 6_000.0);
    let stream = Stream { growth: 0.0, retention: 0.8, ..stream };
    assert_eq!(break_even_per_period(&stream, Timing::End, 100.0), Err(NoFigure::CannotPay));
    assert_eq!(payback(&stream, 1e4), Err(NoFigure::NeverPaysBack));
    assert_eq!(break_even_one_off(&stream, 1e6, 1.0).unwrap().one_renewal, Err(NoFigure::CannotPay));
    let refused = NoFigure::Input { field: Field::Retention, must: Must::BeAShare };
    assert_eq!(Stream { retention: 1.2, ..stream }.value(Timing::After), Err(refused));
    let detection = Detection { significance: 0.05, power: 0.8 };
    assert_eq!(detection.seen_with(0.80, 0.83, 40), Err(NoFigure::NotDetectable { per_group: 40 }));
    assert_eq!(detection.smallest_visible_rise(0.8, 5), Err(NoFigure::NotDetectable { per_group: 5 }));
    assert_eq!(detection.customers_per_group(0.8, 0.8), Err(NoFigure::NoDifference));
}

#[test]
fn dashboards_disagree_as_they_define() {
    let of_margin = SaasLtv::OfMargin { arpa: 500.0, gross_margin: 0.6, churn: 0.1 }.value();
    let baremetrics = SaasLtv::Baremetrics { mrr_per_customer: 500.0, user_churn: 0.1 }.value();
    let profit_well = SaasLtv::ProfitWell { arpu: 500.0, revenue_retention: 0.95 }.value().unwrap();
    assert_eq!((of_margin, baremetrics), (Ok(3_000.0), Ok(5_000.0)));
    assert!((profit_well - 10_000.0).abs() < 1e-6);
    let growing = SaasLtv::ProfitWell { arpu: 500.0, revenue_retention: 1.0 }.value();
    assert_eq!(growing, Err(NoFigure::Diverges));
}

#[test]
fn a_bar_that_makes_the_result_vanish_comes_first() {
    let swings = [Swing { low: 0.0, base: 1.0, high: 100.0 }, Swing { low: 0.7, base: 0.9, high: 1.0 }];
    let value = |x: &[f64]| Stream { margin: x[0], retention: x[1], discount: 0.0, growth: 0.0 }.value(Timing::End);
    let bars = tornado(&swings, value).unwrap();
    assert_eq!((bars[0].input, bars[0].at_high), (1, Err(NoFigure::Diverges)));
    assert_eq!(bars[0].length(), Err(NoFigure::Diverges));
}

#[test]
fn the_crossing_of_two_curves_lies_between_their_points() {
    assert_eq!(overtakes(&[0.0, -2.0, 1.0], &[0.0, 0.0, 0.0]), Some(1.0 + 2.0 / 3.0));
    assert_eq!(overtakes(&[0.0, 1.0, 2.0], &[0.0, 0.0, 0.0]), None, "never behind");
    assert_eq!(overtakes(&[0.0, -1.0, 0.0, 4.0], &[0.0; 4]), Some(1.4));
    assert_eq!(overtakes(&[0.0, -1.0], &[0.0, 0.0]), None, "never ahead");
    let sums = [0.1 + 0.2, 5e6 * (1.0 - 1e-15), 7e6];
    assert_eq!(overtakes(&sums, &[0.3, 5e6, 6e6]), None, "never behind by more than rounding");
    assert_eq!(
        overtakes(&[0.3, 5e6, 7e6], &[0.1 + 0.2, 5e6 * (1.0 + 1e-15), 6e6]),
        None,
        "the same the other way round"
    );
}
