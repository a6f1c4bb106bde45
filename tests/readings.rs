//! What tables of cohorts and accounts say, held against published figures.

use orbita::i18n::Lang;
use orbita::insight::economy::accounts::{self, Movements};
use orbita::insight::economy::cohort::{Caveat, CohortReading, FAMILIES};
use orbita::insight::economy::holdout::Method;
use orbita::model::amount::Amount;
use orbita::model::scenario::Account;
use orbita::tables::choice::Choices;
use orbita::tables::cohorts::read_for_scenario;
use orbita::tables::reading::{Context, grid};
use orbita_economics::{Family, Model, NoFigure, NrrBy, QuickRatioBy, TrendKind};

/// Fader & Hardie 2007, table 1: per cent of clients still there in years 0 to 12.
const REGULAR: &str = "100 63,1 46,8 38,2 32,6 28,9 26,2 24,1 22,3 20,7 19,4 18,3 17,3";
const HIGH_END: &str = "100 86,9 74,3 65,3 59,3 55,1 51,7 49,1 46,8 44,5 42,7 40,9 39,4";

fn reading(text: &str) -> CohortReading {
    let context = Context { lang: Lang::Russian, currency: "", choices: &Choices::default() };
    let table = read_for_scenario(&grid(text, context), context).value.expect("a sound table");
    CohortReading::of(&table).expect("a reading")
}

/// The first counts of a row.
fn years(row: &str, counts: usize) -> String {
    row.split(' ').take(counts).collect::<Vec<_>>().join("\t")
}

fn close(got: f64, wanted: f64, tolerance: f64) {
    assert!((got - wanted).abs() <= tolerance, "{got}, published {wanted}");
}

#[test]
fn the_two_published_cohorts_are_fitted_as_printed() {
    // Fader & Hardie 2007, app. B, the first seven years; the parameters of High End as recomputed.
    for (row, alpha, beta, likelihood, off) in
        [(REGULAR, 0.704, 1.182, -1_680.3, -0.017), (HIGH_END, 0.668, 3.806, -1_611.2, -0.041)]
    {
        let reading = reading(&years(row, 8));
        let fit = reading.fit(Family::Sbg).expect("a fit");
        let Model::Sbg { alpha: a, beta: b } = fit.model else { panic!("{fit:?}") };
        close(a, alpha, 6e-4);
        close(b, beta, 6e-4);
        close(fit.log_likelihood, likelihood, 0.06);
        assert_eq!(reading.clients(), 1_000.0);
        assert!(reading.caveats.contains(&Caveat::PerCent) && reading.caveats.contains(&Caveat::OneCohort));

        // Held against the year 12 that it has not seen.
        let whole = self::reading(&years(row, 13));
        let trial = whole.holdout().expect("twelve renewals");
        assert_eq!((trial.fitted, trial.last), (7, 12));
        let error = |method| {
            let forecast = trial.forecasts.iter().find(|forecast| forecast.method == method);
            forecast.expect("every method").error.expect("an error")
        };
        let sbg = error(Method::Model(Family::Sbg));
        close(sbg / trial.observed, off, 6e-3);
        for kind in [TrendKind::Linear, TrendKind::Quadratic, TrendKind::Exponential] {
            assert!(error(Method::Trend(kind)).abs() > 5.0 * sbg.abs(), "the model beats {kind:?}");
        }
    }
}

#[test]
fn the_likelihood_ratio_decides_between_models() {
    // Fader et al. 2018 as refitted in the customer-analytics notebook: five years.
    let regular = reading(&years(REGULAR, 5));
    let high_end = reading(&years(HIGH_END, 5));
    let test = |reading: &CohortReading| {
        let test = reading.tests.iter().find(|test| test.simpler == Family::Sbg).expect("the test");
        test.outcome.expect("an outcome")
    };
    close(test(&regular).p, 0.553, 1e-3);
    close(test(&high_end).p, 0.029, 1e-3);
    assert_eq!(regular.supported.map(|fit| fit.family), Ok(Family::Sbg));
    assert_eq!(high_end.supported.map(|fit| fit.family), Ok(Family::BetaDiscreteWeibull));
    // Of four renewals the sBG gains 2 ΔLL = 5.65 over constant churn, and ln 1,000 is 6.91.
    assert!(high_end.caveats.contains(&Caveat::BicPrefers(Family::Constant)), "{:?}", high_end.caveats);
    // DEL of the sBG at 10 %: 3.62 and 5.46 payments.
    let payments = |reading: &CohortReading| {
        reading.fit(Family::Sbg).and_then(|fit| fit.model.discounted_lifetime(0.1)).expect("a lifetime")
    };
    close(payments(&regular), 3.62, 6e-3);
    close(payments(&high_end), 5.46, 6e-3);
    close(regular.value_of_new(250.0, 0.1).expect("a value"), 250.0 * payments(&regular), 1e-9);
}

#[test]
fn a_base_by_age_is_worth_half_as_much_again() {
    // Fader & Hardie 2010: five cohorts that went the same way.
    let base = "10000\t6334\t4367\t3264\t2604\n10000\t6334\t4367\t3264\n10000\t6334\t4367\n10000\t6334\n10000";
    let reading = reading(base);
    assert_eq!(reading.count(), 5);
    assert!(!reading.caveats.contains(&Caveat::PerCent));
    let fit = reading.fit(Family::Sbg).expect("a fit");
    assert!(matches!(fit.model, Model::Sbg { alpha, .. } if (alpha - 1.667).abs() < 1e-3), "{fit:?}");
    let base = reading.base(100.0, 0.1).expect("a base");
    close(base.retention, 16_569.0 / 23_965.0, 1e-12);
    close(base.total.at_average, 4_945_049.0, 1.0);
    let of_sbg = orbita_economics::base_value(
        &base.ages.iter().map(|age| age.group).collect::<Vec<_>>(),
        100.0,
        &fit.model,
        base.retention,
        0.1,
    );
    close(of_sbg.expect("a value").by_age, 7_334_214.0, 700.0);
    assert_eq!(
        base.ages.iter().map(|age| (age.group.next_renewal, age.group.customers)).collect::<Vec<_>>(),
        [(1, 10_000.0), (2, 6_334.0), (3, 4_367.0), (4, 3_264.0), (5, 2_604.0)]
    );
    let sum: f64 = base.ages.iter().map(|age| age.by_age).sum();
    close(sum / base.total.by_age, 1.0, 1e-12);
    let oldest = reading.residual_values(5, 100.0, 0.1).expect("values")[4];
    close(base.ages[4].by_age, 2_604.0 * oldest, 1e-6);
}

#[test]
fn a_table_that_shows_no_difference_says_constant_churn() {
    // Christoph Janz's template, whose likelihood climbs for ever.
    let janz = "80,78,75,72,70,69,67,66,66,65,64\n88,88,86,82,78,77,76,73,72,70\n105,103,103,98,94,92,90,86,82
110,107,106,102,99,97,92,90\n115,114,112,105,98,97,96\n128,128,122,119,115,110\n137,136,129,122,118\n151,149,145,135
161,158,154\n168,167";
    let reading = reading(janz);
    let sbg = reading.fit(Family::Sbg).expect("a fit");
    assert_eq!(sbg.supported(), Family::Constant);
    assert!(matches!(sbg.model, Model::Constant { churn } if (churn - 0.027_931).abs() < 1e-6), "{sbg:?}");
    let churn = reading.churn.expect("churn").numbers();
    close(churn[1], 0.027_931, 1e-6);
    // Beta(lost + 1, kept + 1) of about 154 lost: P10 and P90 lie near 1.28 standard errors.
    let error = 1.2816 * (churn[1] * (1.0 - churn[1]) / 5_500.0_f64).sqrt();
    close(churn[2] - churn[0], 2.0 * error, 0.1 * error);
}

#[test]
fn too_little_says_so() {
    let one = reading("100\t90");
    assert_eq!(one.fit(Family::Sbg), Err(NoFigure::NotIdentified { have: 1, need: 2 }));
    assert_eq!(one.supported.map(|fit| fit.family), Ok(Family::Constant));
    assert!(one.caveats.contains(&Caveat::FewRenewals { have: 1, need: 3 }));
    assert!(one.caveats.contains(&Caveat::FewLost(10.0)));
    assert_eq!(one.holdout(), None);

    let kept = reading("50\t50\t50\t50\t50\t50\t50");
    assert!(kept.caveats.contains(&Caveat::NobodyLeft));
    let churn = kept.churn.expect("a range").numbers();
    assert!(churn[0] == 0.0 && churn[1] == 0.0 && churn[2] > 0.0, "{churn:?}");
    assert_eq!(kept.value_of_new(1.0, 0.0), Err(NoFigure::Diverges));

    let gone = reading("10\t5\t0\t0");
    for family in FAMILIES {
        let finite = gone.fit(family).map(|fit| fit.log_likelihood.is_finite());
        assert_ne!(finite, Ok(false), "{family:?}");
    }
    assert!(gone.base(1.0, 0.1).is_err(), "nobody is left");
}

fn account(name: &str, revenue: &[f64]) -> Account {
    Account { name: name.into(), revenue: revenue.iter().copied().filter_map(Amount::new).collect() }
}

#[test]
fn movements_are_booked_account_by_account() {
    // Start 100,000, new 12,000, expansion 9,000, contraction 2,500, churned 4,500.
    let list = [
        account("stays", &[40_000.0, 40_000.0]),
        account("grows", &[30_000.0, 39_000.0]),
        account("shrinks", &[25_500.0, 23_000.0]),
        account("leaves", &[4_500.0, 0.0]),
        account("comes", &[0.0, 12_000.0]),
    ];
    let list: Vec<&Account> = list.iter().collect();
    let movements = Movements::between(&list, 0, 1, 1);
    let bridge = movements.profit_well.expect("a bridge");
    assert_eq!(bridge.end(), Ok(114_000.0));
    assert_eq!(bridge.nrr(NrrBy::Accounts), Ok(1.02));
    assert_eq!(bridge.nrr(NrrBy::Baremetrics), Ok(1.045));
    assert_eq!(bridge.quick_ratio(QuickRatioBy::NewAndExpansion), Ok(3.0));
    let retention = movements.retention.expect("retention");
    close(retention.nrr, 1.02, 1e-12);
    close(retention.grr, 0.93, 1e-12);
    close(retention.logo, 0.75, 1e-12);
    assert_eq!(movements.maxio, movements.profit_well, "nobody came back");

    // Nothing lost is a value of its own.
    let calm = [account("a", &[1.0, 1.0])];
    let calm: Vec<&Account> = calm.iter().collect();
    let bridge = Movements::between(&calm, 0, 1, 1).profit_well.expect("a bridge");
    assert_eq!(bridge.quick_ratio(QuickRatioBy::AllGains), Err(NoFigure::NoLosses));
}

#[test]
fn a_return_after_more_than_ninety_days_is_new_to_maxio_only() {
    let list = [
        account("soon", &[10.0, 0.0, 0.0, 0.0, 5.0]),
        account("late", &[10.0, 0.0, 0.0, 0.0, 0.0]),
        account("stays", &[10.0, 10.0, 10.0, 10.0, 10.0]),
        account("never before", &[0.0, 0.0, 0.0, 0.0, 7.0]),
    ];
    let list: Vec<&Account> = list.iter().collect();
    let bridges = |months| {
        let movements = Movements::between(&list, 3, 4, months);
        [movements.profit_well, movements.maxio].map(|bridge| bridge.map(|bridge| (bridge.new, bridge.reactivation)))
    };
    // Three months away are 91 days; three quarters far more.
    assert_eq!(bridges(1), [Ok((7.0, 5.0)), Ok((12.0, 0.0))]);
    let list = [account("soon", &[10.0, 0.0, 0.0, 5.0]), account("stays", &[10.0; 4])];
    let list: Vec<&Account> = list.iter().collect();
    let two_months = Movements::between(&list, 2, 3, 1);
    assert_eq!(two_months.maxio, two_months.profit_well);
}

#[test]
fn losing_the_largest_leaves_a_hole() {
    // Concentration as in the oracle: top five 84 %, HHI 0.2258.
    let revenues = [40.0, 20.0, 10.0, 8.0, 6.0, 5.0, 4.0, 3.0, 2.0, 2.0];
    let mut list: Vec<Account> = revenues.iter().map(|revenue| account("client", &[0.0, *revenue])).collect();
    list.insert(0, account("gone", &[50.0, 0.0]));
    let list: Vec<&Account> = list.iter().collect();
    let concentration = accounts::concentration(&list, 1).expect("a concentration");
    close(concentration.top_share, 0.84, 1e-12);
    close(concentration.hhi, 0.2258, 1e-12);
    assert_eq!((accounts::largest(&list, 0), accounts::largest(&list, 1)), (Some(0), Some(1)));
    let hole = accounts::lose(&list, 1, 1, 3.0, 500.0).expect("a hole");
    // The other nine bring 60, so that 40 are six clients of their average size: two periods, 3,000.
    close(hole.clients, 6.0, 1e-12);
    assert_eq!(hole.periods, Ok(2.0));
    close(hole.cost, 3_000.0, 1e-9);
    close(hole.share, 0.4, 1e-12);
    assert_eq!(accounts::lose(&list, 1, 1, 0.0, 500.0).map(|hole| hole.periods), Ok(Err(NoFigure::NeverPaysBack)));
    assert_eq!(accounts::lose(&list, 0, 1, 3.0, 500.0), Err(NoFigure::NothingToShare));
}
