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
        let win_back = restore.map(|(lost, response)| WinBack { lost, response });
        Split { market, budget, customers, prospects, win_back }
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
    fn no_split_is_better_than_the_best(
        split in splits(), spent in 0.0..1.0, keep in 0.0..1.0, of_rest in 0.0..1.0,
    ) {
        let BestSplit { best, all_spent, gain } = split.best().unwrap();
        let tries = |budget: f64| {
            let rest = (1.0 - keep) * budget;
            let restore = if split.win_back.is_some() { of_rest * rest } else { 0.0 };
            split.outcome(&Spending { retention: keep * budget, acquisition: rest - restore, win_back: restore }).unwrap()
        };
        let slack = |value: f64| 1e-7 * value.abs().max(1.0);
        prop_assert!(tries(spent * split.budget).value <= best.value + slack(best.value), "{:?}", best);
        prop_assert!(tries(split.budget).value <= all_spent.value + slack(all_spent.value), "{:?}", all_spent);
        let nothing = split.outcome(&Spending::default()).unwrap();
        prop_assert!(nothing.value <= best.value + slack(best.value));
        prop_assert!(all_spent.value <= best.value && close(gain, best.value - all_spent.value, 1e-9));
        prop_assert!(best.spending.total() <= split.budget * (1.0 + 1e-12));
        prop_assert!(close(all_spent.spending.total(), split.budget, 1e-12));
    }

    #[test]
    fn the_next_unit_does_what_its_marginal_says(
        split in splits(), lost in 10.0..1e3, response in responses(), keep in 0.05..0.6, win in 0.05..0.35,
    ) {
        let restore = Some(WinBack { lost, response });
        let split = Split { win_back: restore, budget: split.budget + 100.0, ..split };
        let roomy = Split { budget: 2.0 * split.budget, ..split };
        let amounts = [keep, win, 1.0 - keep - win].map(|share| share * split.budget);
        let spend = |extra: [f64; 3]| {
            let [keep, win, restore] = [0, 1, 2].map(|i| amounts[i] + extra[i]);
            roomy.outcome(&Spending { retention: keep, acquisition: win, win_back: restore }).unwrap()
        };
        let next = spend([0.0; 3]).next;
        let h = 1e-4 * split.budget;
        for (i, marginal) in [next.retention, next.acquisition, next.win_back.unwrap()].into_iter().enumerate() {
            let extra = |x: f64| [0, 1, 2].map(|j| if i == j { x } else { 0.0 });
            // Over four points: two alone miss the bend of a steep response, which many customers multiply.
            let across = |x: f64| spend(extra(x)).value - spend(extra(-x)).value;
            let numeric = (8.0 * across(h) - across(2.0 * h)) / (12.0 * h);
            prop_assert!(close(marginal, numeric, 1e-4), "{} {} {}", i, marginal, numeric);
        }
    }

    #[test]
    fn the_best_of_two_ways_is_that_of_a_fine_grid(split in splits()) {
        let split = Split { win_back: None, ..split };
        let steps = 120;
        let mut highest = f64::NEG_INFINITY;
        for keep in 0..=steps {
            for win in 0..=(steps - keep) {
                let part = |i: i32| split.budget * f64::from(i) / f64::from(steps);
                let spending = Spending { retention: part(keep), acquisition: part(win), win_back: 0.0 };
                highest = highest.max(split.outcome(&spending).unwrap().value);
            }
        }
        let best = split.best().unwrap().best.value;
        prop_assert!(highest <= best + 1e-7 * best.abs().max(1.0), "{} {}", highest, best);
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
    let split = Split { market, budget: 100.0, customers: 10.0, prospects: 10.0, win_back: None };
    let found = split.best().unwrap();
    assert_eq!(found.all_spent.spending.retention, 0.0, "what is paid at each renewal wastes more");
    assert_eq!(found.best.spending, Spending::default(), "spending less is better");
    assert!(found.gain > 0.0);
    let endless = Market { keep: Response { floor: 0.5, ceiling: 1.0, steepness: 0.1 }, discount: 0.0, ..market };
    assert_eq!(endless.optimum(), Err(NoFigure::Diverges));
}

#[test]
fn debt_multiplies_what_customers_add() {
    assert_eq!(leverage(1_000.0, 0.0, 1_000.0, 0.1), Err(NoFigure::NothingToShare));
    assert!(close(leverage(1_000.0, 0.0, 500.0, 0.1).unwrap(), 0.2, 1e-12));
}
