use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn fewer_are_needed_for_a_larger_effect_and_for_more_doubt(
        churn in 0.01..0.2, effect in 0.05..0.8, more in 0.01..0.15, months in 1u32..13, ratio in 0.1..8.0,
        significance in 0.01..0.2,
    ) {
        let detection = Detection { significance, power: 0.8 };
        let needed = |detection: Detection, effect: f64| {
            detection.churn_groups(churn, churn * (1.0 - effect), months, ratio).unwrap()
        };
        let groups = needed(detection, effect);
        prop_assert!(close(groups.second, ratio * groups.first, 1e-12));
        prop_assert!(needed(detection, effect + more).first < groups.first);
        let (bolder, surer) =
            (Detection { significance: significance * 1.5, ..detection }, Detection { power: 0.9, ..detection });
        prop_assert!(needed(bolder, effect).first < groups.first && needed(surer, effect).first > groups.first);
        let even = needed_even(detection, churn, churn * (1.0 - effect), months);
        prop_assert!(close(detection.churn_groups(churn, churn * (1.0 - effect), months, 1.0).unwrap().first, even, 1e-12));
        prop_assert!(groups.total() >= groups.first + groups.second);
    }

    #[test]
    fn the_months_needed_are_the_fewest(churn in 0.01..0.1, effect in 0.1..0.9, there in 20.0..5e3, reached in 0.1..0.9) {
        let detection = Detection { significance: 0.05, power: 0.8 };
        let changed = churn * (1.0 - effect);
        let enough = |months: u32| {
            let needed = detection.churn_groups(churn, changed, months, reached / (1.0 - reached)).unwrap().whole();
            GroupSizes { first: there * (1.0 - reached), second: there * reached }.suffices(needed)
        };
        match detection.months_needed(churn, changed, there, reached) {
            Ok(months) => prop_assert!(enough(months) && (1..months).all(|fewer| !enough(fewer))),
            Err(why) => {
                let too_few = matches!(why, NoFigure::NotDetectable { .. });
                prop_assert!(too_few && (1..=MOST_TEST_MONTHS).all(|months| !enough(months)));
            }
        }
    }

    #[test]
    fn a_test_is_worth_something_but_never_more_than_knowing(
        mean in -0.01..0.02, deviation in 0.0..0.01, noise in 0.0..0.02, worth in -1e7..1e7, cost in -1e4..1e5,
    ) {
        let (choice, belief) = (Choice { worth, cost }, Belief { mean, deviation });
        let test = choice.value_of_test(&belief, noise).unwrap();
        let knowing = choice.value_of_perfect_information(&belief).unwrap();
        let slack = 1e-9 * knowing.evsi.max(1e-6);
        prop_assert!(0.0 <= test.evsi && test.evsi <= knowing.evsi + slack, "{:?} {:?}", test, knowing);
        prop_assert!((0.0..=0.5).contains(&test.change_probability) && test.change_probability <= knowing.change_probability + 1e-12);
        let finer = choice.value_of_test(&belief, noise * 0.7).unwrap();
        prop_assert!(finer.evsi >= test.evsi - slack, "a finer test is worth more");
        prop_assert_eq!(test.default_is_to_act, worth * mean - cost > 0.0);
    }

    #[test]
    fn asking_more_people_is_worth_more(a in 0.5..40.0, b in 0.5..40.0, tried in 1u32..200, worth in 1.0..1e6, at in 0.0..1.0) {
        let choice = Choice { worth, cost: worth * at };
        let (few, more) = (choice.value_of_sample(a, b, tried).unwrap(), choice.value_of_sample(a, b, tried * 2).unwrap());
        prop_assert!(few.evsi >= 0.0 && more.evsi >= few.evsi - 1e-9 * worth, "{:?} {:?}", few, more);
        prop_assert!((0.0..=1.0).contains(&few.change_probability));
        prop_assert_eq!(choice.value_of_sample(a, b, 0).unwrap().evsi, 0.0);
    }

    #[test]
    fn noise_falls_with_clients(churn in 0.005..0.3, months in 1u32..25, one in 5.0..1e4, other in 5.0..1e4) {
        let noise = churn_standard_error(churn, months, (one, other)).unwrap();
        prop_assert!(churn_standard_error(churn, months, (one * 2.0, other * 2.0)).unwrap() < noise);
        prop_assert!(close(churn_standard_error(churn, months, (other, one)).unwrap(), noise, 1e-12));
    }
}

/// GroupSizes of one size, by the formula of two proportions.
fn needed_even(detection: Detection, churn: f64, changed: f64, months: u32) -> f64 {
    let lost = |churn: f64| 1.0 - (1.0 - churn).powi(months as i32);
    detection.customers_per_group(lost(churn), lost(changed)).unwrap()
}

#[test]
fn certainty_leaves_nothing_to_learn() {
    let choice = Choice { worth: 100.0, cost: 50.0 };
    let sure = choice.value_of_test(&Belief { mean: 1.0, deviation: 0.0 }, 0.1).unwrap();
    assert_eq!(sure, TestValue { default_is_to_act: true, evsi: 0.0, change_probability: 0.0 });
    let worthless = Choice { worth: 0.0, ..choice }.value_of_test(&Belief { mean: 1.0, deviation: 1.0 }, 0.1).unwrap();
    assert_eq!(worthless, TestValue { default_is_to_act: false, evsi: 0.0, change_probability: 0.0 });
    assert!(choice.value_of_test(&Belief { mean: 1.0, deviation: -1.0 }, 0.1).is_err());
}
