use orbita_economics::*;
use proptest::prelude::*;

use crate::{cases, close};

fn models() -> impl Strategy<Value = Model> {
    let parameter = || 0.05..20.0;
    prop_oneof![
        (0.01..0.9).prop_map(|churn| Model::Constant { churn }),
        (parameter(), parameter()).prop_map(|(alpha, beta)| Model::Sbg { alpha, beta }),
        (0.01..0.9, 0.3..2.0).prop_map(|(theta, shape)| Model::DiscreteWeibull { theta, shape }),
        (parameter(), parameter(), 0.3..2.0).prop_map(|(alpha, beta, shape)| Model::BetaDiscreteWeibull {
            alpha,
            beta,
            shape
        }),
    ]
}

/// Counts that a model expects of `size` customers, uncounted in fractions.
fn expected_row(model: &Model, size: f64, renewals: u32) -> Vec<f64> {
    model.curve(renewals).unwrap().into_iter().map(|share| size * share).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn survival_falls_and_everyone_is_somewhere(model in models(), n in 1u32..40) {
        let curve = model.curve(n).unwrap();
        prop_assert!(curve[0] == 1.0 && curve.windows(2).all(|two| two[1] <= two[0]));
        let left: f64 = (1..=n).map(|t| model.leaving(t).unwrap()).sum();
        prop_assert!(close(left + model.survival(n).unwrap(), 1.0, 1e-11));
    }

    #[test]
    fn retention_of_differing_customers_rises(alpha in 0.05..20.0, beta in 0.05..20.0, t in 1u32..50) {
        let model = Model::Sbg { alpha, beta };
        prop_assert!(model.retention(t).unwrap() < model.retention(t + 1).unwrap());
    }

    #[test]
    fn lifetimes_are_the_sums_they_stand_for(model in models(), discount in 0.02..0.5f64, n in 1u32..12) {
        let payments = |from: u32| -> f64 {
            let at = model.survival(from).unwrap();
            (0..4_000)
                .map(|k| model.survival(from + k).unwrap() / at / (1.0 + discount).powi(k as i32))
                .take_while(|payment| *payment > 1e-17)
                .sum()
        };
        prop_assume!(model.survival(n + 1).unwrap() > 1e-12);
        prop_assert!(close(model.discounted_lifetime(discount).unwrap(), payments(0), 1e-9));
        let after = model.residual_lifetime(n, When::AfterRenewal, discount).unwrap();
        prop_assert!(close(after, payments(n) - 1.0, 1e-9));
        let before = model.residual_lifetime(n, When::BeforeRenewal, discount).unwrap();
        prop_assert!(close(before, model.retention(n).unwrap() * (1.0 + after), 1e-9));
    }

    #[test]
    fn a_constant_rate_is_the_textbook_value(churn in 0.01..0.9, discount in 0.0..0.5) {
        let stream = Stream { margin: 1.0, retention: 1.0 - churn, discount, growth: 0.0 };
        let lifetime = Model::Constant { churn }.discounted_lifetime(discount).unwrap();
        prop_assert!(close(lifetime, stream.value(Timing::Immediate).unwrap(), 1e-10));
        let elasticity = Model::Constant { churn }.base_elasticity(1, discount).unwrap();
        prop_assert!(close(elasticity, retention_elasticity(&stream, Timing::After).unwrap(), 1e-9));
    }

    #[test]
    fn the_base_responds_to_retention_as_its_elasticity_says(alpha in 0.3..5.0, beta in 0.3..5.0, n in 1u32..6) {
        let (model, discount, scale) = (Model::Sbg { alpha, beta }, 0.1f64, 1e-5);
        let lifetime = |scale: f64| -> f64 {
            let at = model.survival(n - 1).unwrap();
            let payment = |k: u32| {
                let kept = model.survival(n + k).unwrap() / at * (1.0 + scale).powi(k as i32 + 1);
                kept / (1.0 + discount).powi(k as i32)
            };
            (0..1_500).map(payment).sum()
        };
        let numeric = (lifetime(scale) - lifetime(-scale)) / (2.0 * scale * lifetime(0.0));
        prop_assert!(close(model.base_elasticity(n, discount).unwrap(), numeric, 1e-6));
        prop_assert!(model.mean_elasticity(n, discount).unwrap() < numeric);
    }

    #[test]
    fn nothing_is_more_likely_than_the_fit(
        lost in prop::collection::vec(0.0..0.5, 3..8),
        others in prop::collection::vec(models(), 8),
    ) {
        let mut row = vec![1000.0];
        for share in lost {
            row.push(f64::round(row[row.len() - 1] * (1.0 - share)));
        }
        prop_assume!(row[row.len() - 2] > 0.0);
        let cohorts = Cohorts::new(&[row]).unwrap();
        let fit = |family| cohorts.fit(family).unwrap();
        let [constant, sbg, weibull, full] =
            [Family::Constant, Family::Sbg, Family::DiscreteWeibull, Family::BetaDiscreteWeibull].map(fit);
        let slack = 1e-5;
        prop_assert!(sbg.log_likelihood >= constant.log_likelihood - slack);
        prop_assert!(weibull.log_likelihood >= constant.log_likelihood - slack);
        prop_assert!(full.log_likelihood >= sbg.log_likelihood.max(weibull.log_likelihood) - slack);
        for other in others {
            let best = match other {
                Model::Constant { .. } => constant,
                Model::Sbg { .. } => sbg,
                Model::DiscreteWeibull { .. } => weibull,
                Model::BetaDiscreteWeibull { .. } => full,
            };
            if let Ok(other) = cohorts.log_likelihood(&other) {
                prop_assert!(best.log_likelihood >= other - slack, "{:?} {}", best, other);
            }
        }
    }
}

#[test]
fn fits_find_the_model_that_made_the_data() {
    let model = Model::Sbg { alpha: 0.8, beta: 2.5 };
    let rows: Vec<Vec<f64>> = [9, 7, 4].map(|n| expected_row(&model, 1e5, n)).to_vec();
    let fit = Cohorts::new(&rows).unwrap().fit(Family::Sbg).unwrap();
    let Model::Sbg { alpha, beta } = fit.model else { panic!("{fit:?}") };
    assert!(close(alpha, 0.8, 1e-5) && close(beta, 2.5, 1e-5), "{fit:?}");

    let model = Model::BetaDiscreteWeibull { alpha: 0.5, beta: 1.5, shape: 1.4 };
    let fit = Cohorts::new(&[expected_row(&model, 1e6, 12)]).unwrap().fit(Family::BetaDiscreteWeibull).unwrap();
    let Model::BetaDiscreteWeibull { alpha, beta, shape } = fit.model else { panic!("{fit:?}") };
    assert!(close(alpha, 0.5, 1e-3) && close(beta, 1.5, 1e-3) && close(shape, 1.4, 1e-3), "{fit:?}");

    let model = Model::DiscreteWeibull { theta: 0.2, shape: 0.7 };
    let fit = Cohorts::new(&[expected_row(&model, 1e6, 9)]).unwrap().fit(Family::DiscreteWeibull).unwrap();
    let Model::DiscreteWeibull { theta, shape } = fit.model else { panic!("{fit:?}") };
    assert!(close(theta, 0.2, 1e-6) && close(shape, 0.7, 1e-6), "{fit:?}");
}

#[test]
fn limited_information_finds_the_same_model() {
    let model = Model::Sbg { alpha: 1.5, beta: 6.0 };
    let alive = |t: u32| 10_000.0 * model.survival(t).unwrap();
    let first_and_last: Vec<Vec<(u32, f64)>> = (1..7).map(|age| vec![(0, 10_000.0), (age, alive(age))]).collect();
    let last_two: Vec<Vec<(u32, f64)>> = (1..7).map(|age| vec![(age - 1, alive(age - 1)), (age, alive(age))]).collect();
    for table in [first_and_last, last_two] {
        let fit = Cohorts::observed(&table).unwrap().fit(Family::Sbg).unwrap();
        let Model::Sbg { alpha, beta } = fit.model else { panic!("{fit:?}") };
        assert!(close(alpha, 1.5, 1e-4) && close(beta, 6.0, 1e-4), "{fit:?}");
    }
    let acquired = [10_000.0, 4_000.0, 7_000.0, 2_000.0, 9_000.0, 1_000.0];
    let total = |period: usize| (0..=period).map(|k| acquired[k] / 10_000.0 * alive((period - k) as u32)).sum();
    let fit = fit_to_totals(&acquired, &[0, 1, 2, 3, 4, 5].map(total)).unwrap();
    let Model::Sbg { alpha, beta } = fit.model else { panic!("{fit:?}") };
    assert!(close(alpha, 1.5, 1e-3) && close(beta, 6.0, 1e-3) && fit.squares < 1.0, "{fit:?}");
    assert_eq!(fit_to_totals(&[10.0, 5.0], &[10.0, 12.0]), Err(NoFigure::NotIdentified { have: 2, need: 3 }));
}

#[test]
fn a_table_that_cannot_carry_a_model_says_so() {
    let one_renewal = Cohorts::new(&[vec![100.0, 80.0]]).unwrap();
    assert_eq!(one_renewal.fit(Family::Sbg), Err(NoFigure::NotIdentified { have: 1, need: 2 }));
    assert_eq!(one_renewal.fit(Family::Constant).unwrap().model, Model::Constant { churn: 0.2 });
    let nobody_left = Cohorts::new(&[vec![50.0, 50.0, 50.0, 50.0]]).unwrap();
    let rising_churn = Cohorts::new(&[vec![1000.0, 950.0, 850.0, 650.0]]).unwrap();
    for family in [Family::Sbg, Family::BetaDiscreteWeibull] {
        assert_eq!(nobody_left.fit(family).unwrap().model, Model::Constant { churn: 0.0 });
    }
    assert_eq!(rising_churn.fit(Family::Sbg).unwrap().supported(), Family::Constant);
    assert_eq!(rising_churn.fit(Family::BetaDiscreteWeibull).unwrap().supported(), Family::DiscreteWeibull);
    let losses = nobody_left.log_likelihood(&Model::Constant { churn: 1.0 });
    assert_eq!(losses, Err(NoFigure::Contradicted));
    let leavers_and_stayers = Cohorts::new(&[vec![100.0, 60.0, 60.0, 60.0]]).unwrap();
    for family in [Family::Sbg, Family::DiscreteWeibull] {
        assert!(leavers_and_stayers.fit(family).unwrap().at_edge);
    }
}

#[test]
fn every_loss_and_every_survivor_counts_in_the_likelihood() {
    let cohorts = Cohorts::new(&[vec![100.0, 20.0, 5.0], vec![60.0, 40.0]]).unwrap();
    let by_hand = (60.0 + 5.0) * 0.4f64.ln() + (100.0 + 15.0) * 0.6f64.ln();
    let likely = cohorts.log_likelihood(&Model::Constant { churn: 0.6 }).unwrap();
    assert!(close(likely, by_hand, 1e-12), "{likely} {by_hand}");
    let fit = cohorts.fit(Family::Constant).unwrap();
    assert_eq!(fit.model, Model::Constant { churn: 115.0 / 180.0 });
    assert!(close(fit.aic(), 2.0 - 2.0 * fit.log_likelihood, 1e-12));
    assert!(close(fit.bic(), 160f64.ln() - 2.0 * fit.log_likelihood, 1e-12));
    let rates = cohorts.retention_by_age();
    assert_eq!((rates[0].at_risk, rates[0].kept, rates[1].rate), (160.0, 60.0, 0.25));
}

#[test]
fn models_are_compared_only_with_their_special_cases() {
    let cohorts = Cohorts::new(&[vec![1000.0, 869.0, 743.0, 653.0, 593.0, 551.0]]).unwrap();
    let fit = |family| cohorts.fit(family).unwrap();
    let (constant, full) = (fit(Family::Constant), fit(Family::BetaDiscreteWeibull));
    let test = likelihood_ratio(&constant, &full).unwrap();
    assert!(test.degrees == 2 && close(test.statistic, 2.0 * (full.log_likelihood - constant.log_likelihood), 1e-12));
    assert!(close(test.p.ln(), -test.statistic / 2.0, 1e-9), "two degrees have a closed form");
    assert_eq!(likelihood_ratio(&full, &constant), Err(NoFigure::NotNested));
    assert_eq!(likelihood_ratio(&fit(Family::Sbg), &fit(Family::DiscreteWeibull)), Err(NoFigure::NotNested));
    let others = Cohorts::new(&[vec![500.0, 400.0, 350.0, 320.0]]).unwrap().fit(Family::BetaDiscreteWeibull).unwrap();
    assert_eq!(likelihood_ratio(&constant, &others), Err(NoFigure::NotNested));
}

#[test]
fn a_wrong_cell_is_named() {
    let cell = |cohort, column, must| Err(NoFigure::Cell { cohort, column, must });
    let rises = Cohorts::new(&[vec![10.0, 9.0], vec![10.0, 8.0, 9.0]]);
    assert_eq!(rises, cell(1, 2, Must::NotExceed(Field::CustomersBefore)));
    assert_eq!(Cohorts::new(&[vec![0.0, 0.0]]), cell(0, 0, Must::BePositive));
    assert_eq!(Cohorts::new(&[vec![5.0, f64::NAN]]), cell(0, 1, Must::BeANumber));
    assert_eq!(Cohorts::new(&[vec![]]), cell(0, 0, Must::NotBeEmpty));
    assert_eq!(Cohorts::new(&[]), Err(NoFigure::Input { field: Field::Cohorts, must: Must::NotBeEmpty }));
}

#[test]
fn an_undiscounted_lifetime_has_its_closed_form_or_diverges() {
    let lifetime = |alpha, beta| Model::Sbg { alpha, beta }.discounted_lifetime(0.0);
    for (alpha, beta) in [(1.05, 2.0), (1.5, 3.0), (2.0, 0.5), (40.0, 90.0)] {
        assert!(close(lifetime(alpha, beta).unwrap(), (alpha + beta - 1.0) / (alpha - 1.0), 1e-11));
    }
    assert_eq!(lifetime(1.0, 3.0), Err(NoFigure::Diverges));
    assert_eq!(lifetime(0.6, 3.0), Err(NoFigure::Diverges));
    assert_eq!(Model::Constant { churn: 0.0 }.discounted_lifetime(0.0), Err(NoFigure::Diverges));
}

/// Freireich et al. 1963, the treated group: the textbook table with censoring.
#[test]
fn kaplan_meier_with_censoring_gives_the_textbook_table() {
    let ended = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
    let running = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
    let contract = |ended: bool| move |duration: f64| Contract { duration, ended };
    let contracts: Vec<Contract> =
        ended.into_iter().map(contract(true)).chain(running.into_iter().map(contract(false))).collect();
    let steps = kaplan_meier(&contracts, 0.95).unwrap();
    let published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448];
    assert_eq!(steps.len(), published.len());
    for (step, survival) in steps.iter().zip(published) {
        assert!((step.survival - survival).abs() < 0.0006, "{step:?}");
        assert!(step.low < step.survival && step.survival < step.high);
    }
    assert!((steps[0].se - 0.0764).abs() < 1e-4 && (steps[6].se - 0.1346).abs() < 1e-4);
}
