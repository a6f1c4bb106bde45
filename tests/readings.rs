//! What tables of cohorts and accounts say, held against published figures.

use orbita::handover::economy::cohorts as told;
use orbita::handover::economy::revenue::{Loss, concentration_said, lost_said};
use orbita::i18n::Lang;
use orbita::i18n::cohorts::CohortWords;
use orbita::insight::economy::accounts::{self, Movements, Rules};
use orbita::insight::economy::cohort::{Caveat, CohortReading, Standing, client};
use orbita::insight::economy::figures;
use orbita::insight::economy::fitting::CohortFitting;
use orbita::insight::economy::holdout::Method;
use orbita::insight::economy::trust::Trust;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{Account, CohortTable, Payment, Period, Scenario};
use orbita::tables::choice::Choices;
use orbita::tables::cohorts::read_for_scenario;
use orbita::tables::reading::{Context, grid};
use orbita_economics::{Family, Model, NoFigure, QuickRatioBy, Refill, TrendKind, UnitEconomics};

/// Fader & Hardie 2007, table 1: per cent of clients still there in years 0 to 12.
const REGULAR: &str = "100 63,1 46,8 38,2 32,6 28,9 26,2 24,1 22,3 20,7 19,4 18,3 17,3";
const HIGH_END: &str = "100 86,9 74,3 65,3 59,3 55,1 51,7 49,1 46,8 44,5 42,7 40,9 39,4";

fn table(text: &str) -> CohortTable {
    let context = Context {
        lang: Lang::Russian,
        currency: "",
        columns: Period::Month,
        choices: &Choices::default(),
        today: None,
    };
    read_for_scenario(&grid(text, context), context).value.expect("a sound table").0
}

fn reading(text: &str) -> CohortReading {
    CohortReading::of(&table(text)).expect("a reading")
}

/// The same shares as counts of a thousand.
fn sized(text: &str) -> CohortReading {
    let amount = |share: &Amount| Amount::new((share.get() * 10.0).round()).expect("a count");
    let table = table(text);
    let rows = table.rows.iter().map(|row| row.iter().map(amount).collect()).collect();
    CohortReading::of(&CohortTable { per_cent: false, rows, ..table }).expect("a reading")
}

/// A client of so much margin, discounted, that costs nothing to keep.
fn of_margin(margin: f64, discount: f64) -> UnitEconomics {
    UnitEconomics { margin, retention_cost: 0.0, discount, growth: 0.0 }
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
        let trial = whole.holdout.as_ref().expect("twelve renewals");
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
fn a_test_says_that_the_model_of_the_verdict_takes_over() {
    for (row, family) in [
        ("1000 900 810 729 656 590", Family::Constant),
        ("1000 631 468 382 326 289", Family::Sbg),
        ("200 190 170 140 100 60", Family::DiscreteWeibull),
        // Better than constant churn by both of its further parameters together, by neither of them alone.
        ("15 14 8 4 3 2 1 1", Family::BetaDiscreteWeibull),
    ] {
        let found = reading(&years(row, 13));
        assert_eq!(found.verdict.as_ref().map(|verdict| verdict.fit.family), Ok(family), "{row}");
        let by = found.tests.iter().find(|test| test.takes_over && test.fuller == family);
        assert_eq!(by.is_some(), family != Family::Constant, "{row}: {:?}", found.tests);
    }
}

#[test]
fn the_likelihood_ratio_decides_between_models() {
    // Fader et al. 2018 as refitted in the customer-analytics notebook: five years.
    let regular = sized(&years(REGULAR, 5));
    let high_end = sized(&years(HIGH_END, 5));
    let test = |reading: &CohortReading| {
        let test = reading.tests.iter().find(|test| test.simpler == Family::Sbg).expect("the test");
        test.outcome.expect("an outcome")
    };
    close(test(&regular).p, 0.553, 1e-3);
    close(test(&high_end).p, 0.029, 1e-3);
    let verdict =
        |reading: &CohortReading| reading.verdict.as_ref().map(|verdict| verdict.fit.family).expect("a verdict");
    assert_eq!(verdict(&regular), Family::Sbg);
    // Of four renewals the sBG gains 2 ΔLL = 5.65 over constant churn, and ln 1,000 is 6.91: the simpler model is the verdict,
    // and the sentence, the table and the tests say so.
    assert_eq!(verdict(&high_end), Family::Constant);
    assert!(high_end.caveats.contains(&Caveat::AicPrefers(Family::BetaDiscreteWeibull)), "{:?}", high_end.caveats);
    assert!(high_end.tests.iter().all(|test| !test.takes_over || test.simpler != Family::Constant));
    // DEL of the sBG at 10 %: 3.62 and 5.46 payments.
    let payments = |reading: &CohortReading| {
        reading.fit(Family::Sbg).and_then(|fit| fit.model.discounted_lifetime(0.1)).expect("a lifetime")
    };
    close(payments(&regular), 3.62, 6e-3);
    close(payments(&high_end), 5.46, 6e-3);
    let value = of_margin(250.0, 0.1).worth(&regular.model().expect("a model"), 4).expect("a value");
    close(value.worth, 250.0 * payments(&regular), 1e-9);

    // Without sizes there is no verdict, no test and no range.
    let shares = reading(&years(REGULAR, 5));
    assert_eq!(shares.verdict, Err(NoFigure::NoSizes));
    assert!(shares.tests.iter().all(|test| test.outcome == Err(NoFigure::NoSizes) && !test.takes_over));
    assert_eq!(shares.churn.map(Estimate::ends), Ok(None));
}

#[test]
fn without_sizes_the_model_is_the_simplest_in_which_clients_differ() {
    for text in [REGULAR, HIGH_END] {
        let shares = reading(&years(text, 13));
        let used = shares.model_in_use().expect("a model");
        assert_eq!(used.family, Family::Sbg);
        for lang in [Lang::English, Lang::Russian] {
            let words = CohortWords::of(lang);
            let said = told::verdict(lang, &shares);
            assert!(said.contains((words.family)(Family::Sbg)), "{said}");
        }
    }
    // Churn that rises with age leaves the sBG without parameters to be read.
    let rising = reading("100%\t95%\t85%\t70%\t50%");
    assert_eq!(rising.model_in_use().map(|fit| fit.family), Ok(Family::Constant));
}

#[test]
fn a_verdict_says_how_far_it_can_be_trusted() {
    // Three renewals that only the fullest model follows: each of its three parameters has one.
    let full = Model::BetaDiscreteWeibull { alpha: 0.5, beta: 0.9, shape: 1.8 };
    let counts: Vec<String> =
        full.curve(3).expect("a curve").iter().map(|share| format!("{:.0}", share * 1e6)).collect();
    let few = reading(&counts.join("\t"));
    assert_eq!(few.verdict.as_ref().map(|verdict| verdict.fit.family), Ok(Family::BetaDiscreteWeibull));
    assert_eq!(few.trust(), Some(Trust::Untested { parameters: 3, renewals: 3 }));
    assert!(told::verdict(Lang::English, &few).ends_with("beyond the observed ages this is a guess."));

    // Fitted to years 0 to 7, the sBG misses year 12 of the published table by 1.7 % of what is left there.
    let regular = sized(&years(REGULAR, 13));
    assert_eq!(regular.verdict.as_ref().map(|verdict| verdict.fit.family), Ok(Family::Sbg));
    let Some(Trust::Misses { fitted, last, by, simpler }) = regular.trust() else { panic!("{:?}", regular.trust()) };
    assert_eq!((fitted, last, simpler), (7, 12, None));
    close(by / 0.173, 0.017, 2e-3);
    assert_eq!(reading("1000\t900\t810\t729").trust(), None, "constant churn says nothing new of later ages");
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
    let base = reading.base(&of_margin(100.0, 0.1), 1.0, Period::Month).expect("a base");
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

    // A spend that halves churn at every age makes each of them worth more, the average rate too.
    let kept = reading.base(&of_margin(100.0, 0.1), 0.5, Period::Month).expect("a base");
    assert!(
        kept.ages
            .iter()
            .zip(&base.ages)
            .all(|(kept, now)| kept.by_age > now.by_age && kept.at_average > now.at_average)
    );
}

/// A scenario by year, paid by year, that spends nothing on keeping.
fn yearly() -> Scenario {
    let exact = |number| Estimate::exact(number).expect("finite");
    Scenario {
        period: Period::Year,
        payment: Payment { term: Period::Year, after: false },
        revenue: exact(1_000.0),
        margin: exact(0.5),
        budget: exact(0.0),
        growth: exact(0.02),
        discount: exact(0.1),
        response: None,
        ..Scenario::sample("$", 1.0)
    }
}

#[test]
fn the_models_of_the_range_are_those_that_the_table_marks_as_supported() {
    let mut counts = Vec::new();
    let tables = [
        sized(&years(HIGH_END, 13)),
        sized(&years(REGULAR, 13)),
        sized(&years(REGULAR, 5)),
        reading("Cohort\t0\t1\t2\t3\nJan\t1000\t900\t810\t729\nFeb\t1000\t900\t810"),
        reading("Cohort\t0\t1\t2\t3\t4\nJan\t60\t51\t45\t41\t38\nFeb\t50\t41\t37\t34"),
    ];
    for table in tables {
        let marked: Vec<(Family, Standing)> =
            table.fits.iter().flatten().map(|fit| (fit.family, table.standing(fit))).collect();
        let of = |wanted: &[Standing]| {
            let families = marked.iter().filter(|(_, standing)| wanted.contains(standing)).map(|(family, _)| *family);
            families.collect::<Vec<_>>()
        };
        let verdict = table.verdict.as_ref().expect("sizes are known").fit.family;
        assert_eq!(of(&[Standing::Verdict]), [verdict]);
        let worth = table.worth(&yearly()).expect("a worth");
        assert_eq!(of(&[Standing::Verdict, Standing::Supported]), worth.models, "{marked:?}");
        counts.push(worth.models.len());
    }
    assert!(counts.iter().any(|count| *count > 1), "one of the tables supports several: {counts:?}");
    // Without sizes no model is supported, and the range is over all.
    let shares = reading(&years(HIGH_END, 13));
    assert!(shares.supported().is_err());
    assert!(
        shares
            .fits
            .iter()
            .flatten()
            .all(|fit| !matches!(shares.standing(fit), Standing::Verdict | Standing::Supported))
    );
    assert!(shares.worth(&yearly()).expect("a worth").models.len() > 1);
}

#[test]
fn a_client_has_one_value_on_the_page() {
    let table = sized(&years(HIGH_END, 13));
    let scenario = yearly();
    let worth = table.worth(&scenario).expect("a worth");
    let value = worth.value.expect("a value");
    assert!(worth.least.expect("an end") <= value && value <= worth.most.expect("an end"));
    assert!(worth.inside.is_ok_and(|inside| inside > 0.3 && inside < 1.0), "{worth:?}");
    // The scenario that takes its churn from the table shows that very value, with its growth.
    let by_age = Some(table.ageing(Period::Year).expect("a model"));
    let taken = Scenario { by_age, ..scenario.clone() };
    let ltv = figures::figures(&taken).expect("figures").client.ltv_net.expect("a value");
    close(ltv / value, 1.0, 1e-12);
    // By hand: 500 a year, growing by 2 % and discounted at 10 %, for those who are left.
    let model = table.model().expect("a model");
    let later = |year: u32| 500.0 * (1.02_f64 / 1.1).powi(year as i32) * model.survival(year).expect("a share");
    close((0..600).map(later).sum::<f64>() / ltv, 1.0, 1e-6);
    // Its payments times the first one are the value.
    close(500.0 * worth.payments.expect("payments") / value, 1.0, 1e-12);
    close(worth.churn_factor, 1.0, 1e-12);
    let per_column = client(&scenario).expect("a client").worth(&model, 12).expect("a worth").worth;
    close(per_column / value, 1.0, 1e-6);
}

#[test]
fn payments_follow_what_the_split_does_to_churn() {
    let table = sized("1000\t970\t941\t913\t885\t859");
    let exact = |number| Estimate::exact(number).expect("finite");
    let answers = orbita::model::scenario::Response {
        keep_today: exact(6_000.0),
        churn_idle: exact(0.038),
        churn_best: exact(0.01),
        win_today: exact(54_000.0),
        won_most: exact(2.2),
    };
    let scenario = Scenario {
        clients: exact(42.0),
        revenue: exact(4_200.0),
        margin: exact(0.58),
        churn: exact(0.03),
        cac: exact(30_000.0),
        budget: exact(60_000.0),
        keep: Amount::new(0.35).expect("finite"),
        response: Some(answers),
        ..Scenario::sample("$", 1.0)
    };
    let silent = Scenario { response: None, ..scenario.clone() };
    for (scenario, factor) in [(&silent, 1.0..1.000_001), (&scenario, 0.5..0.8)] {
        let worth = table.worth(scenario).expect("a worth");
        assert!(factor.contains(&worth.churn_factor), "{worth:?}");
        // Value = payments × margin − retention spend over as many months: 500 a client and month, nothing grows.
        let payments = worth.payments.expect("payments");
        let spent = 0.35 * 60_000.0 / 42.0;
        close(payments * (4_200.0 * 0.58 - spent) / worth.value.expect("a value"), 1.0, 1e-9);
        // By hand: constant churn times the factor, discounted by month.
        let (Model::Constant { churn }, month) = (table.model().expect("a model"), 1.12_f64.powf(1.0 / 12.0)) else {
            panic!("constant churn")
        };
        close(payments * (1.0 - (1.0 - churn * worth.churn_factor) / month), 1.0, 1e-9);
        let inside = ((1.0 - churn * worth.churn_factor) / month).powi(6);
        close(worth.inside.expect("a share"), 1.0 - inside, 1e-9);
    }
}

#[test]
fn a_plan_by_age_loses_fewer_than_one_average_rate() {
    let rows = "10000\t6334\t4367\t3264\t2604\n10000\t6334\t4367\t3264\n10000\t6334\t4367\n10000\t6334\n10000";
    let table = reading(rows);
    let churn = table.churn.expect("observed churn");
    let flat = Scenario { churn: Estimate::exact(churn.likely()).expect("a share"), ..yearly() };
    let aged = Scenario { by_age: Some(table.ageing(Period::Year).expect("a model")), ..flat.clone() };
    let kept = |scenario: &Scenario| figures::figures(scenario).expect("figures").projection.kept[36];
    assert!(kept(&aged) > 1.2 * kept(&flat), "{} {}", kept(&aged), kept(&flat));
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
    assert_eq!(one.verdict.as_ref().map(|verdict| verdict.fit.family), Ok(Family::Constant));
    assert!(one.caveats.contains(&Caveat::FewRenewals { have: 1, need: 3 }));
    assert!(one.caveats.contains(&Caveat::FewLost(10.0)));
    assert_eq!(one.holdout, None);

    let kept = reading("50\t50\t50\t50\t50\t50\t50");
    assert!(kept.caveats.contains(&Caveat::NobodyLeft));
    let churn = kept.churn.expect("a range").numbers();
    assert!(churn[0] == 0.0 && churn[1] == 0.0 && churn[2] > 0.0, "{churn:?}");
    assert_eq!(kept.base(&of_margin(1.0, 0.0), 1.0, Period::Month).err(), Some(NoFigure::Diverges));

    let gone = reading("10\t5\t0\t0");
    for family in Family::ALL {
        let finite = gone.fit(family).map(|fit| fit.log_likelihood.is_finite());
        assert_ne!(finite, Ok(false), "{family:?}");
    }
    assert!(gone.base(&of_margin(1.0, 0.1), 1.0, Period::Month).is_err(), "nobody is left");
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
    let by = |rules| Movements::between(&list, 0, 1, 1, rules).expect("two columns");
    let movements = by(Rules::ProfitWell);
    let bridge = movements.bridge;
    assert_eq!(bridge.end(), Ok(114_000.0));
    assert_eq!(movements.nrr, Ok(1.02));
    assert_eq!(movements.nrr_baremetrics, Ok(1.045));
    assert_eq!(movements.quick_ratio(QuickRatioBy::NewAndExpansion), Ok(3.0));
    let retention = movements.retention.expect("retention");
    close(retention.nrr, 1.02, 1e-12);
    close(retention.grr, 0.93, 1e-12);
    close(retention.logo, 0.75, 1e-12);
    assert_eq!(by(Rules::Maxio).bridge, bridge, "nobody came back");
    assert_eq!(by(Rules::TwoEnds).bridge, bridge, "over two columns there is nothing to sum");

    // Nothing lost is a value of its own.
    let calm = [account("a", &[1.0, 1.0])];
    let calm: Vec<&Account> = calm.iter().collect();
    let movements = Movements::between(&calm, 0, 1, 1, Rules::ProfitWell).expect("two columns");
    assert_eq!(movements.quick_ratio(QuickRatioBy::AllGains), Err(NoFigure::NoLosses));
}

#[test]
fn vendors_sum_what_happened_month_by_month() {
    // One account comes and goes twice, one grows and shrinks back: between the two ends nothing happened.
    let list =
        [account("in and out", &[10.0, 0.0, 10.0, 0.0, 10.0]), account("up and down", &[20.0, 25.0, 20.0, 25.0, 20.0])];
    let list: Vec<&Account> = list.iter().collect();
    let by = |rules| Movements::between(&list, 0, 4, 1, rules).expect("five columns").bridge;
    let summed = by(Rules::ProfitWell);
    let told = (summed.churned, summed.reactivation, summed.expansion, summed.contraction, summed.new);
    assert_eq!(told, (20.0, 20.0, 10.0, 10.0, 0.0));
    let ends = by(Rules::TwoEnds);
    assert_eq!((ends.churned, ends.expansion, ends.contraction), (0.0, 0.0, 0.0));
    assert_eq!((summed.end(), ends.end()), (Ok(30.0), Ok(30.0)));
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
    let bridge = |rules| {
        let bridge = Movements::between(&list, 3, 4, 1, rules).expect("two columns").bridge;
        (bridge.new, bridge.reactivation)
    };
    // Three months away are 91 days.
    assert_eq!((bridge(Rules::ProfitWell), bridge(Rules::Maxio)), ((7.0, 5.0), (12.0, 0.0)));
    let list = [account("soon", &[10.0, 0.0, 0.0, 5.0]), account("stays", &[10.0; 4])];
    let list: Vec<&Account> = list.iter().collect();
    let two_months = |rules| Movements::between(&list, 2, 3, 1, rules).expect("two columns").bridge;
    assert_eq!(two_months(Rules::Maxio), two_months(Rules::ProfitWell));
}

#[test]
fn where_few_pay_nobody_speaks_of_the_five_largest() {
    let list = [account("large", &[30.0]), account("small", &[10.0]), account("gone", &[0.0])];
    let list: Vec<&Account> = list.iter().collect();
    let said = "The largest account brings 75%. Revenue is as concentrated as with 1.6 accounts of equal size.";
    assert_eq!(concentration_said(Lang::English, &list, 0), said);
    // Of equals none is the largest.
    let list = [account("one", &[40.0]), account("other", &[40.0]), account("small", &[20.0])];
    let list: Vec<&Account> = list.iter().collect();
    assert!(concentration_said(Lang::English, &list, 0).starts_with("Each of the 2 largest accounts brings 40%."));
    assert!(concentration_said(Lang::Russian, &list, 0).starts_with("Каждый из\u{a0}2\u{a0}крупнейших клиентов"));
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
    let refill = |new_clients, churn| Refill {
        new_clients,
        revenue_per_client: 12.0,
        churn,
        cac: 500.0,
        gross_margin: 0.5,
        discount: 0.0,
    };
    let lost = accounts::lose(&list, 1, 1, 1, &refill(3.0, 0.02)).expect("a hole");
    close(lost.share, 0.4, 1e-12);
    close(lost.clients, 40.0 / 12.0, 1e-12);
    close(lost.cost, 500.0 * 40.0 / 12.0, 1e-9);
    // Two in a hundred leave meanwhile: the revenue tends to 1,800 and is back after 1.15 months; 22.6 of margin are lost.
    close(lost.months.expect("it gets back"), 1.151_175_522_3, 1e-9);
    close(lost.margin_lost.expect("a sum"), 22.6, 1e-9);
    // Of clients there are no parts, and so many cost so much.
    let loss = Loss { accounts: &list, at: 1, period: 1, months: 1 };
    let scenario = Scenario::sample("$", 1.0);
    let said = |lang| lost_said(lang, ("A", &scenario), &refill(3.0, 0.02), &loss)[1].replace('\u{a0}', " ");
    assert!(said(Lang::English).starts_with("Replacing it takes 4 average clients: $2k of CAC and "));
    assert!(
        said(Lang::Russian)
            .starts_with("Чтобы восполнить выручку, нужно 4 средних клиента. Их привлечение стоит 2 тыс. $")
    );
    // 1.15 months: the payments of two lack something, 40 and then what 60 of 98 % and 36 won leave missing of 100.
    let lacking = 0.5 * (40.0 + (100.0 - (60.0 * 0.98 + 36.0)));
    close(lost.margin_lost.expect("a sum"), lacking, 1e-9);
    let end = |lang| said(lang).split_once("; ").map(|(_, end)| end.to_owned());
    assert_eq!(
        end(Lang::Russian).as_deref(),
        Some("с учётом оттока выручка вернётся через 2 полных месяца. Потерянная до этого маржа: 22,60 $.")
    );
    let english = said(Lang::English);
    assert!(english.contains(" and 2 full months, churn included. "), "{english}");
    // Won back within days, the loss still is that of the payment of one month: all of its margin.
    let quick = lost_said(Lang::Russian, ("A", &scenario), &refill(30.0, 0.02), &loss)[1].replace('\u{a0}', " ");
    assert!(quick.ends_with("через 1 полный месяц. Потерянная до этого маржа: 20 $."), "{quick}");
    let quick = lost_said(Lang::English, ("A", &scenario), &refill(30.0, 0.02), &loss)[1].replace('\u{a0}', " ");
    assert!(quick.ends_with("1 full month, churn included. Margin lost until then: $20."), "{quick}");
    let many = concentration_said(Lang::Russian, &list, 1).replace('\u{a0}', " ");
    assert!(many.starts_with("5 крупнейших клиентов из 10 приносят 84 %, 2 крупнейших — 60 %."), "{many}");
    let never = accounts::lose(&list, 1, 1, 1, &refill(1.0, 0.2)).expect("a hole");
    assert_eq!(never.months, Err(NoFigure::NeverRefilled));
    // One client won for a fifth of one who leaves: by their number they would do, by what they pay they never will.
    let never = |lang| lost_said(lang, ("A", &scenario), &refill(1.0, 0.2), &loss)[1].replace('\u{a0}', " ");
    assert_eq!(
        never(Lang::English),
        "Replacing it would take 4 average clients, but new clients bring no more than churn takes away: the revenue never comes back."
    );
    assert_eq!(
        never(Lang::Russian),
        "Чтобы восполнить выручку, нужно 4 средних клиента, но новые клиенты приносят не больше, чем уносит отток: выручка не вернётся."
    );
    // A column of a quarter holds three months of revenue.
    close(accounts::lose(&list, 1, 1, 3, &refill(3.0, 0.02)).expect("a hole").revenue, 40.0 / 3.0, 1e-12);
    assert_eq!(accounts::lose(&list, 0, 1, 1, &refill(3.0, 0.02)), Err(NoFigure::NothingToShare));
}

#[test]
fn a_table_read_in_slices_says_the_same() {
    // Sixty columns of one cohort of a hundred thousand, of whom an ever smaller part leaves.
    let mut left = 100_000.0;
    let counts = (0..60).map(|age| {
        left *= 1.0 - 0.1 / f64::from(1 + age);
        f64::round(left).to_string()
    });
    let table = table(&counts.collect::<Vec<_>>().join("\t"));
    let mut fitting = CohortFitting::new(&table).expect("a sound table");
    let mut slices = 1;
    while !fitting.advance(10_000) {
        slices += 1;
    }
    assert!(slices > 3, "{slices} slices: the page is free between them");
    assert_eq!(fitting.finish(), CohortReading::of(&table).expect("a reading"));
}
