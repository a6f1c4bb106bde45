use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

prop_compose! {
    fn responses()(floor in 0.0..0.3, width in 0.1..0.6, steepness in 0.005..0.2) -> Response {
        Response { floor, ceiling: floor + width, steepness }
    }
}

prop_compose! {
    fn markets()(margin in 10.0..2_000.0, discount in 0.01..0.3, win in responses(), keep in responses()) -> Market {
        Market { margin, discount, win, keep }
    }
}

prop_compose! {
    fn splits()(
        market in markets(), budget in 0.0..1e5, customers in 10.0..1e3, prospects in 10.0..1e4,
        restore in prop::option::of((10.0..1e3, responses())),
    ) -> Split {
        let restore = restore.map(|(lost, response)| Restore { lost, response });
        Split { market, budget, customers, prospects, restore }
    }
}

/// Equity per prospect by adding up what a customer pays and costs, renewal by renewal.
fn equity(market: &Market, win_spending: f64, keep_spending: f64) -> f64 {
    let kept = market.keep.rate(keep_spending).unwrap();
    let (mut value, mut alive) = (market.margin, 1.0);
    for _ in 0..3_000 {
        alive /= 1.0 + market.discount;
        value += alive * (kept * market.margin - keep_spending);
        alive *= kept;
    }
    market.win.rate(win_spending).unwrap() * value - win_spending
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_response_passes_through_the_answers(floor in 0.0..0.5, up in 0.01..0.9, width in 0.05..0.5, spending in 0.01..1e6) {
        let today = TodaysPoint { spending, rate: floor + up * width, ceiling: floor + width, floor };
        let response = Response::through(&today).unwrap();
        prop_assert!(close(response.rate(spending).unwrap(), today.rate, 1e-12));
        prop_assert!(close(response.rate(0.0).unwrap(), floor, 1e-12));
        let (more, less) = (response.rate(spending * 1.0001).unwrap(), response.rate(spending * 0.9999).unwrap());
        let numeric = spending * 0.0002 / (more - less);
        prop_assert!(close(response.marginal_cost(spending).unwrap(), numeric, 1e-4));
    }

    #[test]
    fn the_optimum_beats_every_other_spending(market in markets(), off in prop::array::uniform2(0.0..3.0)) {
        let best = market.optimum().unwrap();
        prop_assert!(close(best.equity, equity(&market, best.win_spending, best.keep_spending), 1e-6));
        let elsewhere = equity(&market, off[0] * (best.win_spending + 1.0), off[1] * (best.keep_spending + 1.0));
        prop_assert!(elsewhere <= best.equity + 1e-6 * best.equity.abs().max(1.0));
        if best.win_spending > 0.0 {
            prop_assert!(close(best.marginal_win.unwrap(), best.value, 1e-8));
        } else {
            prop_assert!(best.marginal_win.unwrap() >= best.value);
        }
        if best.keep_spending > 0.0 {
            prop_assert!(close(best.marginal_keep.unwrap(), best.value, 1e-6));
        } else {
            prop_assert!(best.marginal_keep.unwrap() >= best.value * (1.0 - 1e-9));
        }
    }

    #[test]
    fn no_split_is_better_than_the_best(split in splits(), keep in 0.0..1.0, of_rest in 0.0..1.0) {
        let found = split.best(0.02).unwrap();
        let best = found.best;
        let sum = best.shares.keep + best.shares.win + best.shares.restore;
        prop_assert!(close(sum, 1.0, 1e-12));
        let win = if split.restore.is_some() { (1.0 - keep) * of_rest } else { 1.0 - keep };
        let shares = Shares { keep, win, restore: 1.0 - keep - win };
        let shares = if split.restore.is_some() { shares } else { Shares { restore: 0.0, ..shares } };
        let other = split.outcome(&shares).unwrap();
        prop_assert!(other.value <= best.value + 1e-7 * best.value.abs().max(1.0), "{:?} {:?}", other, best);
        for edge in [found.from, found.to] {
            let curve_value = split.curve(1).unwrap()[usize::from(edge >= 0.5)].value;
            let inside = edge > 0.0 && edge < 1.0;
            prop_assert!(inside || curve_value >= best.value - 0.0201 * best.value.abs() - 1e-6);
        }
        prop_assert!(found.from <= best.shares.keep && best.shares.keep <= found.to);
    }

    #[test]
    fn the_next_unit_does_what_its_marginal_says(
        split in splits(), lost in 10.0..1e3, response in responses(), keep in 0.05..0.6, win in 0.05..0.35,
    ) {
        let split = Split { restore: Some(Restore { lost, response }), budget: split.budget + 100.0, ..split };
        let amounts = [keep, win, 1.0 - keep - win].map(|share| share * split.budget);
        let spend = |extra: [f64; 3]| {
            let amounts = [0, 1, 2].map(|i| amounts[i] + extra[i]);
            let budget: f64 = amounts.iter().sum();
            let shares = Shares { keep: amounts[0] / budget, win: amounts[1] / budget, restore: amounts[2] / budget };
            Split { budget, ..split }.outcome(&shares).unwrap()
        };
        let next = spend([0.0; 3]).next;
        let h = 1e-4 * split.budget;
        for (i, marginal) in [next.keep, next.win, next.restore.unwrap()].into_iter().enumerate() {
            let extra = |x: f64| [0, 1, 2].map(|j| if i == j { x } else { 0.0 });
            let numeric = (spend(extra(h)).value - spend(extra(-h)).value) / (2.0 * h);
            prop_assert!(close(marginal, numeric, 1e-3), "{} {} {}", i, marginal, numeric);
        }
    }

    #[test]
    fn a_base_is_worth_more_by_age_than_at_its_average(alpha in 0.3..4.0, beta in 0.3..4.0, cohorts in 2u32..8) {
        let model = Model::Sbg { alpha, beta };
        let size = |age: u32| 1e4 * model.survival(age).unwrap();
        let groups: Vec<AgeGroup> =
            (0..cohorts).map(|age| AgeGroup { next_renewal: age + 1, customers: size(age) }).collect();
        let renewing: f64 = (0..cohorts).map(|age| size(age + 1)).sum();
        let average = renewing / (0..cohorts).map(size).sum::<f64>();
        let base = base_value(&groups, 100.0, &model, average, 0.1).unwrap();
        prop_assert!(base.by_age > base.at_average && base.difference < 0.0);
    }
}

#[test]
fn corners_are_found_as_such() {
    let shallow = Response { floor: 0.0, ceiling: 0.1, steepness: 1e-5 };
    let market =
        Market { margin: 10.0, discount: 0.1, win: shallow, keep: Response { floor: 0.8, ceiling: 0.81, ..shallow } };
    let best = market.optimum().unwrap();
    assert_eq!((best.keep_spending, best.win_spending), (0.0, 0.0));
    assert_eq!(best.average_win, Err(NoFigure::NothingToShare));
    let split = Split { market, budget: 100.0, customers: 10.0, prospects: 10.0, restore: None };
    assert_eq!(split.best(0.0).unwrap().best.shares.keep, 0.0, "what is paid at each renewal wastes more");
    let endless = Market { keep: Response { floor: 0.5, ceiling: 1.0, steepness: 0.1 }, discount: 0.0, ..market };
    assert_eq!(endless.optimum(), Err(NoFigure::Diverges));
}

#[test]
fn debt_multiplies_what_customers_add() {
    assert_eq!(leverage(1_000.0, 0.0, 1_000.0, 0.1), Err(NoFigure::NothingToShare));
    assert!(close(leverage(1_000.0, 0.0, 500.0, 0.1).unwrap(), 0.2, 1e-12));
}
