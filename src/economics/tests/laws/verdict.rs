use orbita_economics::*;
use proptest::prelude::*;

use crate::cases;

fn fit(family: Family, log_likelihood: f64, customers: f64) -> Fit {
    let model = match family {
        Family::Constant => Model::Constant { churn: 0.1 },
        Family::Sbg => Model::Sbg { alpha: 1.0, beta: 8.0 },
        Family::DiscreteWeibull => Model::DiscreteWeibull { theta: 0.1, shape: 0.8 },
        Family::BetaDiscreteWeibull => Model::BetaDiscreteWeibull { alpha: 1.0, beta: 8.0, shape: 1.1 },
    };
    Fit { family, model, log_likelihood, customers, at_edge: false }
}

fn table() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let row = (50.0..2e3f64, prop::collection::vec(0.0..0.4f64, 1..9)).prop_map(|(size, lost)| {
        let mut row = vec![size.round()];
        for share in lost {
            row.push((row[row.len() - 1] * (1.0 - share)).round());
        }
        row
    });
    prop::collection::vec(row, 1..6)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_verdict_is_supported_by_all_three_measures(
        start in -2e3..-50.0, gains in prop::array::uniform3(0.0..20.0f64), customers in 10.0..1e5,
    ) {
        let [of_sbg, of_weibull, of_full] = gains;
        let fits = [
            fit(Family::Constant, start, customers),
            fit(Family::Sbg, start + of_sbg, customers),
            fit(Family::DiscreteWeibull, start + of_weibull, customers),
            fit(Family::BetaDiscreteWeibull, start + of_sbg.max(of_weibull) + of_full, customers),
        ];
        let found = verdict(&fits).unwrap();
        prop_assert!(found.supported.contains(&found.fit));
        // Nothing fuller beats the verdict by all three; and on the way to it each step did.
        for fuller in fits.iter().filter(|fuller| fuller.family.contains(found.fit.family)) {
            let test = likelihood_ratio(&found.fit, fuller).unwrap();
            let lower = fuller.aic() < found.fit.aic() - 2.0 && fuller.bic() < found.fit.bic() && test.p < 0.05;
            prop_assert!(!lower, "{:?} {:?}", found.fit, fuller);
        }
        if found.fit.family != Family::Constant {
            prop_assert!(found.fit.aic() < fits[0].aic() - 2.0 && found.fit.bic() < fits[0].bic());
        }
        let lowest = fits.iter().map(Fit::aic).fold(f64::INFINITY, f64::min);
        for fit in &fits {
            let near = fit.aic() <= lowest + 2.0;
            prop_assert_eq!(found.supported.contains(fit), near || fit.family == found.fit.family);
        }
    }
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn fits_in_slices_are_fits_at_once(table in table(), work in 1u64..3_000) {
        let cohorts = Cohorts::new(&table).unwrap();
        let mut fitting = cohorts.fitting();
        let mut last = 0;
        loop {
            let progress = fitting.advance(work);
            prop_assert!(progress.done >= last && progress.done <= progress.of);
            last = progress.done;
            if progress.is_complete() {
                break;
            }
        }
        let sliced = fitting.finish();
        for (family, sliced) in Family::ALL.into_iter().zip(sliced) {
            prop_assert_eq!(sliced, cohorts.fit(family));
        }
    }
}

#[test]
fn edges_and_borrowed_models_take_no_part() {
    let constant = fit(Family::Constant, -100.0, 50.0);
    let edge = Fit { at_edge: true, ..fit(Family::Sbg, -50.0, 50.0) };
    let borrowed = Fit { model: constant.model, ..fit(Family::BetaDiscreteWeibull, -50.0, 50.0) };
    let found = verdict(&[edge, borrowed, constant]).unwrap();
    assert_eq!((found.fit, &found.supported[..]), (constant, &[constant][..]));
    assert_eq!(verdict(&[edge, borrowed]), Err(NoFigure::Contradicted));
}

#[test]
fn without_sizes_there_is_no_verdict_but_a_range_over_all_models() {
    let cohorts = Cohorts::new(&[vec![1_000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0]]).unwrap();
    let fits: Vec<Fit> = cohorts.fitting().finish().into_iter().flatten().collect();
    let client = UnitEconomics { margin: 100.0, retention_cost: 0.0, discount: 0.1, growth: 0.0 };
    let sized = WorthOverModels::of(&fits, true, &client, cohorts.last_age()).unwrap();
    assert_eq!(
        (sized.verdict, &sized.supported[..]),
        (Some(Family::BetaDiscreteWeibull), &[Family::BetaDiscreteWeibull][..])
    );
    assert_eq!(sized.least, sized.worth.map(|worth| worth.worth));
    let per_cent = WorthOverModels::of(&fits, false, &client, cohorts.last_age()).unwrap();
    assert_eq!((per_cent.verdict, per_cent.worth), (None, Err(NoFigure::NoSizes)));
    assert_eq!(per_cent.supported, Family::ALL);
    assert!(per_cent.least.unwrap() < sized.least.unwrap() && sized.most.unwrap() <= per_cent.most.unwrap());
}

#[test]
fn tables_drawn_from_a_fit_spread_its_worth_as_their_size_says() {
    let model = Model::Sbg { alpha: 1.4, beta: 6.0 };
    let client = UnitEconomics { margin: 100.0, retention_cost: 0.0, discount: 0.1, growth: 0.0 };
    let exact = client.worth(&model, 8).unwrap().worth;
    let band = |size: f64, work: u64| {
        let row: Vec<f64> = model.curve(8).unwrap().into_iter().map(|share| (size * share).round()).collect();
        let cohorts = Cohorts::new(&[row]).unwrap();
        let fit = cohorts.fit(Family::Sbg).unwrap();
        let mut resampling = Resampling::new(&cohorts, &fit, &client, 120, 11);
        while !resampling.advance(work).is_complete() {}
        resampling.finish().unwrap()
    };
    let (small, large) = (band(200.0, 500), band(20_000.0, 1_000_000));
    assert!(small.p10 < exact && exact < small.p90, "{small:?} {exact}");
    assert!(large.p10 < exact * 1.02 && exact * 0.98 < large.p90, "{large:?} {exact}");
    let ratio = (small.p90 - small.p10) / (large.p90 - large.p10);
    assert!((5.0..20.0).contains(&ratio), "a hundred times the clients, a tenth of the width: {ratio}");
    assert_eq!(band(200.0, 7), small, "slices change nothing");
}

/// A table of cohorts that start one after another, each counted up to the same last period.
fn long_table(periods: u32, cohorts: u32, model: &Model) -> Cohorts {
    let row = |start: u32| {
        let size = 400.0 + f64::from(start * 37 % 300);
        let last = periods - start * (periods - 3) / cohorts;
        (0..=last).map(|age| (size * model.survival(age).unwrap()).round()).collect()
    };
    Cohorts::new(&(0..cohorts).map(row).collect::<Vec<Vec<f64>>>()).unwrap()
}

/// How many slices of a size the fits take.
fn slices(mut fitting: Fitting, work: u64) -> u64 {
    (1..).find(|_| fitting.advance(work).is_complete()).unwrap()
}

/// Work, not time, which is the machine's: a passage takes about half a microsecond, and a table of 60 periods x 50 cohorts may
/// take 200 ms.
#[test]
fn fits_of_long_tables_take_bounded_work_and_no_slice_takes_more_than_it_may() {
    let models = [
        Model::Constant { churn: 0.04 },
        Model::Sbg { alpha: 0.7, beta: 5.0 },
        Model::DiscreteWeibull { theta: 0.15, shape: 0.6 },
        Model::BetaDiscreteWeibull { alpha: 1.2, beta: 9.0, shape: 1.4 },
    ];
    for model in models {
        let usual = slices(long_table(60, 50, &model).fitting(), 1);
        assert!(usual <= 300_000, "{model:?}: {usual} passages");
        let longest = long_table(600, 50, &model);
        let thousands = slices(longest.fitting(), 1_000);
        assert!(thousands <= 2_500, "{model:?}: {thousands} thousand passages");
        // What a slice would do beyond its share would be missing from their number.
        let large = slices(longest.fitting(), 20_000);
        assert!(large >= thousands / 20, "{model:?}: {large} slices of 20,000, {thousands} of 1,000");
    }
}
