//! Whatever is typed in, the first edition too answers with a finite figure or a reason.

use orbita_economics::former::*;
use orbita_economics::{Figure, Stream, overtakes};
use proptest::prelude::*;

use crate::cases;

fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => prop::sample::select(vec![
            0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 1e-12, 1.0 - 1e-12, 1e12, -1e12, 1e300, f64::MAX, f64::MIN,
            f64::MIN_POSITIVE, 5e-324, f64::NAN, f64::INFINITY, f64::NEG_INFINITY,
        ]),
        4 => 0.0..1.0,
        2 => 0.0..1e4,
        1 => -10.0..10.0,
    ]
}

fn wild_count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(1), Just(2), Just(u32::MAX), 0u32..50]
}

fn some() -> impl Strategy<Value = [f64; 8]> {
    prop::array::uniform8(wild())
}

fn list() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(wild(), 0..8)
}

#[track_caller]
fn fine(figure: Figure) {
    if let Ok(x) = figure {
        assert!(x.is_finite(), "{x}");
    }
}

#[track_caller]
fn all_fine(figures: impl IntoIterator<Item = f64>) {
    figures.into_iter().for_each(|x| fine(Ok(x)));
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn plans_and_movements(x in some(), y in some(), revenues in list(), n in 0u32..40, big in wild_count(), flags in 0u8..4) {
        let [margin, discount, _, steepness, floor, spending, rate, budget] = x;
        let [customers, prospects, lost, keep, points, cac, growth, cost] = y;
        let account = Account {
            start: margin, end: lost, cancelled: flags & 1 == 1, away_days: (flags & 2 == 2).then_some(keep), passing: steepness,
        };
        if let Ok(kept) = retention_of(&[account, Account::default()]) {
            all_fine([kept.nrr, kept.grr, kept.logo]);
        }
        for vendor in [Vendor::ProfitWell, Vendor::Maxio] {
            if let Ok(bridge) = bridge_of(&[account, account], vendor) {
                fine(bridge.end());
            }
        }
        if let Ok(hole) = lose_client(&revenues, n as usize, prospects, cac) {
            all_fine([hole.revenue, hole.share, hole.clients, hole.cost]);
            fine(hole.periods);
        }
        let scenario = Scenario {
            clients: customers, revenue: margin, gross_margin: rate, churn: floor, cac, one_off: cost,
            one_off_periods: big, win_budget: budget, keep_budget: spending, growth, discount,
        };
        if let Ok(projection) = scenario.project(n) {
            all_fine(projection.profit.iter().chain(&projection.clients).chain(&projection.kept).copied());
            fine(Ok(overtakes(&projection.profit, &x).unwrap_or(0.0)));
        }
        let initiative = Initiative {
            cost_once: cost, cost_per_period: budget, reached: customers, retention_gain: points,
            margin_gain: growth, won_per_period: prospects,
        };
        let base = Stream { margin, retention: rate, discount, growth };
        fine(initiative.worth(&base, n).map(|worth| worth.net));
        fine(initiative.break_even_gain(&base, n));
    }

    #[test]
    fn ranges(x in some(), y in some(), runs in 0u32..40, seed in any::<u64>()) {
        let [low, likely, high, alpha, beta, p, clients, budget] = x;
        let inputs = [
            Uncertain::Fixed(low),
            Uncertain::Beta { alpha, beta },
            Uncertain::LogNormal { low, high },
            Uncertain::Triangular { low, likely, high },
        ];
        for input in inputs {
            fine(input.quantile(p));
            fine(input.central());
            if let Ok(outcomes) = simulate(&[input], runs, seed, |x| Ok(x[0] * y[0])) {
                fine(outcomes.mean());
                fine(outcomes.range().map(|range| range.p10.max(range.p50).max(range.p90)));
                all_fine([outcomes.without_figure(), outcomes.chance(|x| x > 1.0)]);
                fine(outcomes.chance_of_beating(&outcomes));
            }
            let scenario = Scenario {
                clients: Uncertain::Fixed(clients), revenue: input, gross_margin: Uncertain::Fixed(y[1]), churn: input, cac: inputs[2],
                one_off: Uncertain::Fixed(y[2]), one_off_periods: runs, win_budget: Uncertain::Fixed(budget),
                keep_budget: Uncertain::Fixed(y[3]), growth: Uncertain::Fixed(y[4]), discount: Uncertain::Fixed(y[5]),
            };
            if let Ok(paths) = simulate_paths(&scenario, 7, runs, seed) {
                all_fine(paths.profit.iter().chain(&paths.kept).flat_map(|range| [range.p10, range.p50, range.p90]));
                all_fine(paths.paid_back);
            }
        }
    }
}
