use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

fn bounds() -> impl Strategy<Value = Bounds> {
    prop_oneof![
        Just(Bounds::SHARE),
        Just(Bounds::ABOVE_ZERO),
        Just(Bounds::GROWTH),
        Just(Bounds::NONE),
        (-5.0..0.0, 0.1..9.0).prop_map(|(least, width)| Bounds { least, most: least + width }),
    ]
}

prop_compose! {
    /// A range within bounds, of which an end may touch one.
    fn spreads()(bounds in bounds())(
        places in prop::array::uniform3(0.0..=1.0f64), bounds in Just(bounds), touches in prop::bool::weighted(0.1),
    ) -> (Estimate, Bounds) {
        let mut places = places;
        places.sort_by(f64::total_cmp);
        let least = if bounds.least.is_finite() { bounds.least } else { -3.0 };
        let most = if bounds.most.is_finite() { bounds.most } else { least + 50.0 };
        let [low, likely, high] = places.map(|place| least + (0.001 + 0.998 * place) * (most - least));
        let low = if touches { least } else { low };
        (Estimate::range(low, likely, high), bounds)
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_stated_numbers_are_the_deciles_and_no_draw_leaves_its_bounds((stated, bounds) in spreads()) {
        let spread = Spread::new(Field::Amount, stated, bounds).unwrap();
        for (p, number) in [(0.1, stated.low), (0.5, stated.likely), (0.9, stated.high)] {
            let found = spread.quantile(p).unwrap();
            prop_assert!((found - number).abs() <= 1e-9 * number.abs().max(1.0), "{} {} {}", p, found, number);
        }
        let mut last = f64::NEG_INFINITY;
        for step in -400..=400 {
            let drawn = spread.at(f64::from(step) / 50.0);
            prop_assert!(drawn >= last && bounds.least <= drawn && drawn <= bounds.most, "{} {}", step, drawn);
            last = drawn;
        }
    }

    #[test]
    fn shown_digits_are_those_that_the_runs_can_hold(shown in 1.0..1e6, off in 1e-9..0.3) {
        let digits = shared_digits(shown, shown * (1.0 - off), shown * (1.0 + off));
        prop_assert!((1..=15).contains(&digits));
        let wider = shared_digits(shown, shown * (1.0 - 3.0 * off), shown * (1.0 + 3.0 * off));
        // What is known better may be written longer, but for a number that happens to round well.
        prop_assert!(wider <= digits + 1);
        // Written to its digits, the number is at most half a unit of the last one from what is shown.
        prop_assert!(digits == 1 || off < 10f64.powi(2 - digits as i32), "{} digits at {}", digits, off);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn linked_inputs_keep_their_own_distribution((one, bounds) in spreads(), (other, others) in spreads(), seed in any::<u64>()) {
        let spread = |stated, bounds| Spread::new(Field::Amount, stated, bounds).unwrap();
        let (first, second) = (spread(one, bounds), spread(other, others));
        for score in [Score::new(1), Score::new(1).against()] {
            let runs = simulate(&[(first, Score::new(1)), (second, score)], 4_000, seed, |x| Ok(x[1])).unwrap();
            for (p, number) in [(0.1, other.low), (0.9, other.high)] {
                let below = runs.share(|x| x < number - 1e-9 * number.abs());
                let up_to = runs.share(|x| x <= number + 1e-9 * number.abs());
                // Six standard errors; a half without width has all of its runs at one number.
                let slack = 6.0 * (0.09 / 4_000.0f64).sqrt();
                prop_assert!(below < p + slack && up_to > p - slack, "{} {} {}", p, below, up_to);
            }
        }
        let risen = |score| {
            let sum = |x: &[f64]| Ok(if (x[0] >= one.likely) == (x[1] >= other.likely) { 1.0 } else { 0.0 });
            simulate(&[(first, Score::new(1)), (second, score)], 500, seed, sum).unwrap().share(|x| x == 1.0)
        };
        let is_wide = |stated: Estimate| stated.low < stated.likely && stated.likely < stated.high;
        if is_wide(one) && is_wide(other) {
            prop_assert_eq!((risen(Score::new(1)), risen(Score::new(1).against())), (1.0, 0.0));
        }
    }
}

#[test]
fn the_ranks_of_a_quantile_hold_it_in_nineteen_of_twenty_simulations() {
    let spread = Spread::new(Field::Amount, Estimate::range(-1.0, 0.0, 1.0), Bounds::NONE).unwrap();
    for p in [0.05, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.95] {
        let (from, to) = rank_interval(200, p).unwrap();
        let exact = spread.quantile(p).unwrap();
        let held = (0..1_000).filter(|seed| {
            let runs = simulate(&[(spread, Score::new(3))], 200, *seed, |x| Ok(x[0])).unwrap();
            let below = runs.share(|x| x <= exact) * 200.0;
            f64::from(from) <= below + 0.5 && below < f64::from(to) + 0.5
        });
        let share = held.count() as f64 / 1_000.0;
        // Ranks are whole numbers: the interval holds at least what is asked, and not much more.
        assert!((0.93..=0.985).contains(&share), "{share} at {p}");
    }
}

#[test]
fn digits_are_those_on_which_all_ends_agree() {
    assert_eq!(shared_digits(5_000.0, 4_980.0, 5_020.0), 2, "5.0 thousand");
    assert_eq!(shared_digits(5_000.0, 4_000.0, 6_100.0), 1);
    assert_eq!(shared_digits(123_456.0, 123_455.9, 123_456.1), 6);
    assert_eq!(shared_digits(-0.012_34, -0.012_33, -0.012_35), 3);
    assert_eq!(shared_digits(7.0, 7.0, 7.0), 15);
    assert_eq!(shared_digits(0.0, 0.0, 0.0), 1);
}

#[test]
fn shares_of_runs_near_none_and_all_are_not_numbers() {
    assert_eq!(Chance::of(0.0), Chance::AlmostNever);
    assert_eq!(Chance::of(0.009), Chance::AlmostNever);
    assert_eq!(Chance::of(0.01), Chance::About(0.01));
    assert_eq!(Chance::of(0.99), Chance::About(0.99));
    assert_eq!(Chance::of(1.0), Chance::AlmostAlways);
}

#[test]
fn a_range_upside_down_or_outside_is_refused_by_name() {
    let upside_down = Spread::new(Field::Revenue, Estimate::range(3.0, 2.0, 4.0), Bounds::ABOVE_ZERO);
    let must = Must::NotExceed(Field::Likely);
    assert_eq!(upside_down, Err(NoFigure::Bound { input: Field::Revenue, end: Field::Low, must }));
    let outside = Spread::new(Field::Churn, Estimate::exact(1.2), Bounds::SHARE);
    assert!(outside.is_err());
    assert_eq!(outside.unwrap_err().to_string(), "churn must not exceed the ceiling");
}

#[test]
fn moments_of_an_even_range_are_those_of_a_normal_distribution() {
    let (mean, deviation) = Estimate::range(-1.0, 1.0, 3.0).moments().unwrap();
    assert!(close(mean, 1.0, 1e-12) && close(deviation, 2.0 / 1.281_551_565_544_600_4, 1e-12));
    assert_eq!(Estimate::exact(4.0).moments(), Ok((4.0, 0.0)));
    // Wider than a number can say: no deviation, rather than none at all or one without end.
    for (low, high) in [(-f64::MAX, f64::MAX), (-1e300, 1e300), (-f64::MAX, 1.0)] {
        assert_eq!(Estimate::range(low, 0.0, high).moments(), Err(NoFigure::TooLarge));
    }
}
