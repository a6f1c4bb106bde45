use orbita_economics::*;
use proptest::prelude::*;

use crate::statements::{plan, statements};
use crate::{cases, close};

fn models() -> impl Strategy<Value = Model> {
    prop_oneof![
        (0.01..0.4).prop_map(|churn| Model::Constant { churn }),
        (0.3..4.0, 0.5..20.0).prop_map(|(alpha, beta)| Model::Sbg { alpha, beta }),
        (0.02..0.5, 0.5..1.6).prop_map(|(theta, shape)| Model::DiscreteWeibull { theta, shape }),
        (0.3..4.0, 0.5..20.0, 0.6..1.5).prop_map(|(alpha, beta, shape)| Model::BetaDiscreteWeibull {
            alpha,
            beta,
            shape
        }),
    ]
}

prop_compose! {
    fn bases()(ages in prop::collection::vec((1u32..15, 1.0..300.0), 0..5)) -> Vec<AgeGroup> {
        ages.into_iter().map(|(next_renewal, customers)| AgeGroup { next_renewal, customers }).collect()
    }
}

prop_compose! {
    fn cohort_plans()(
        model in models(), base in bases(), won in 0.0..50.0, margin in 1.0..500.0, keep in 0.0..0.5, win in 0.0..5e3,
        discount in 0.005..0.2, growth in -0.02..0.004, factor in 0.2..2.0,
    ) -> CohortPlan {
        CohortPlan { model, base, new_clients: won, margin, retention_cost: keep * margin, acquisition_spend: win, discount, growth, churn_factor: factor }
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_constant_model_is_the_plan_without_ages(stated in statements(), base in bases(), period in 1u32..13) {
        let churn = stated.churn.likely;
        let table = 1.0 - (1.0 - churn).powi(period as i32);
        let churn_by_age = ChurnByAge { model: Model::Constant { churn: table }, period, base };
        let (plain, aged) = (plan(&stated), plan(&Statement { churn_by_age: Some(churn_by_age), ..stated.clone() }));
        let (one, other) = (plain.likely().project().unwrap(), aged.likely().project().unwrap());
        for month in 0..=stated.horizon as usize {
            prop_assert!(close(one.profit[month], other.profit[month], 1e-9));
            prop_assert!(close(one.clients[month], other.clients[month], 1e-9));
            prop_assert!(close(one.kept[month], other.kept[month], 1e-9));
        }
        let (one, other) = (plain.likely().with_terminal_value().unwrap(), aged.likely().with_terminal_value().unwrap());
        match (one.total, other.total) {
            (Ok(one), Ok(other)) => prop_assert!(close(one, other, 1e-8), "{} {}", one, other),
            (one, other) => prop_assert_eq!(one, other),
        }
        let figures = |plan: &MonthlyPlan| plan.likely().client_figures().unwrap();
        let (one, other) = (figures(&plain), figures(&aged));
        let payments = |payback: Figure<Payback>| payback.map(|payback| payback.payments);
        for (one, other) in [
            (one.ltv_gross, other.ltv_gross), (one.ltv_net, other.ltv_net), (one.ratio_net, other.ratio_net),
            (payments(one.payback_net), payments(other.payback_net)),
            (payments(one.payback_gross), payments(other.payback_gross)),
        ] {
            if let (Ok(one), Ok(other)) = (one, other) {
                prop_assert!(close(one, other, 1e-8), "{} {}", one, other);
            }
        }
    }

    #[test]
    fn who_brings_nothing_is_worth_what_keeping_costs_less_also_where_payments_have_no_end(
        stated in statements(), period in 1u32..13, growth in 0.5..2.0f64,
    ) {
        let nothing = Statement { margin: 0.0.into(), discount: 0.1.into(), growth: growth.into(), ..stated };
        let table = Measure::Churn.restated(nothing.churn.likely, nothing.period, period);
        let aged = ChurnByAge { model: Model::Constant { churn: table }, period, base: Vec::new() };
        let figures = |stated: &Statement| plan(stated).likely().client_figures().unwrap();
        let (plain, aged) = (figures(&nothing), figures(&Statement { churn_by_age: Some(aged), ..nothing.clone() }));
        prop_assert_eq!((plain.ltv_gross, aged.ltv_gross), (Ok(0.0), Ok(0.0)));
        prop_assert!(close(plain.ltv_net.unwrap(), aged.ltv_net.unwrap(), 1e-8));
    }

    #[test]
    fn one_cohort_of_joiners_is_worth_what_its_survival_says(model in models(), periods in 1u32..40, d in 0.0..0.2, g in -0.02..0.05) {
        let base = vec![AgeGroup { next_renewal: 1, customers: 1.0 }];
        let alone = CohortPlan { model, base, new_clients: 0.0, margin: 10.0, retention_cost: 3.0, acquisition_spend: 0.0, discount: d, growth: g, churn_factor: 1.0 };
        let profit = alone.project(periods).unwrap().profit;
        let curve = model.curve(periods - 1).unwrap();
        let nets: Vec<f64> = (0..periods).map(|t| 10.0 * (1.0 + g).powi(t as i32) - 3.0).collect();
        prop_assert!(close(profit[periods as usize], expected_value(&nets, &curve, d).unwrap(), 1e-9));
        let within = model.lifetime_within(d, g, periods).unwrap();
        let payments: f64 = curve.iter().zip(0..).map(|(s, t)| s * ((1.0 + g) / (1.0 + d)).powi(t)).sum();
        prop_assert!(close(within, payments, 1e-9));
    }

    #[test]
    fn profit_and_terminal_value_of_cohorts_do_not_depend_on_the_horizon(plan in cohort_plans(), some in 0u32..20, more in 1u32..20) {
        let plan = CohortPlan { new_clients: 0.0, acquisition_spend: 0.0, ..plan };
        let whole = |periods: u32| {
            plan.project(periods).unwrap().profit[periods as usize] + plan.terminal_value(periods).unwrap()
        };
        prop_assert!(close(whole(some), whole(some + more), 1e-8), "{} {}", whole(some), whole(some + more));
    }

    #[test]
    fn one_client_has_one_value(model in models(), discount in 0.01..0.3f64, growth in 0.0..0.009f64, keep in 0.0..0.6f64) {
        // A table of months: the worth of a client just won is what the plan's page says, and what a base of one at age 0 leaves.
        let margin = 100.0;
        let monthly = |rate: f64| (1.0f64 + rate).powf(1.0 / 12.0) - 1.0;
        let stated = Statement {
            period: 1, horizon: 1, clients: 1.0.into(), revenue: margin.into(), margin: 1.0.into(), churn: 0.05.into(),
            cac: 50.0.into(), budget: Estimate::exact(keep * margin), retention_share: 1.0, retention_budget: RetentionBudget::PerClient,
            one_off: 0.0.into(), one_off_months: 0, discount: Estimate::exact(discount), growth: Estimate::exact(growth), answers: None,
            terms: PaymentTerms::MONTHLY, churn_by_age: Some(ChurnByAge { model, period: 1, base: Vec::new() }),
        };
        let plan = plan(&stated);
        let net = plan.likely().client_figures().unwrap().ltv_net.unwrap();
        let client = UnitEconomics { margin, retention_cost: keep * margin, discount: monthly(discount), growth: monthly(growth) };
        let worth = client.worth(&model, 6).unwrap();
        prop_assert!(close(worth.worth, net, 1e-7), "{} {}", worth.worth, net);
        prop_assert!(close(plan.likely().with_terminal_value().unwrap().total.unwrap(), net, 1e-7));
        prop_assert!(0.0 < worth.inside && worth.inside <= 1.0);
    }

    #[test]
    fn a_point_of_churn_is_one_of_the_churn_in_force_whatever_was_stated_before(
        stated in statements(), base in bases(), other in prop_oneof![Just(0.0), 0.001..0.9], cut in -0.01..0.05, reach in 0.1..=1.0f64,
    ) {
        let stated = Statement { answers: None, ..stated };
        let model = Model::Constant { churn: stated.churn.likely };
        let churn_by_age = Some(ChurnByAge { model, period: 1, base });
        let aged = Statement { churn_by_age, churn: other.into(), ..stated.clone() };
        let initiative = Initiative {
            churn_cut: Estimate::exact(cut), reach: Estimate::exact(reach), cost_per_month: 50.0.into(), ..Initiative::nothing(0)
        };
        let of = |stated: &Statement| {
            let initiatives = Initiatives::new(&plan(stated), &[initiative]).unwrap();
            (initiatives.likely().unwrap(), initiatives.break_even_cut(0))
        };
        let ((one, even), (other, by_age)) = (of(&stated), of(&aged));
        let scale = 1e-8 * plan(&stated).likely().profit().unwrap().abs().max(1e4);
        prop_assert!((one.direct - other.direct).abs() <= scale, "{} {}", one.direct, other.direct);
        prop_assert!(close(one.churn, other.churn, 1e-9) && close(one.lowest_churn, other.lowest_churn, 1e-9));
        match (even, by_age) {
            (Ok(even), Ok(by_age)) => prop_assert!(close(even, by_age, 1e-6), "{} {}", even, by_age),
            (even, by_age) => prop_assert_eq!(even.err(), by_age.err()),
        }
    }

    #[test]
    fn spending_scales_the_churn_of_every_age(plan in cohort_plans(), periods in 1u32..15) {
        let clients = |factor: f64| CohortPlan { churn_factor: factor, ..plan.clone() }.project(periods).unwrap().clients;
        let (more, less) = (clients(plan.churn_factor), clients(plan.churn_factor * 0.8));
        prop_assert!(more.iter().zip(&less).all(|(more, less)| *less >= more * (1.0 - 1e-12)));
        let nobody = clients(1e9);
        prop_assert!(nobody[1..].iter().all(|left| *left < 1e-9 * (1.0 + nobody[0] + plan.new_clients)));
    }
}

#[test]
fn lifetimes_with_growth_diverge_where_they_must() {
    let sbg = |alpha| Model::Sbg { alpha, beta: 3.0 };
    let full = |alpha, shape| Model::BetaDiscreteWeibull { alpha, beta: 3.0, shape };
    let weibull = |shape| Model::DiscreteWeibull { theta: 0.2, shape };
    for model in [sbg(2.0), full(2.0, 1.2), weibull(0.9)] {
        assert_eq!(model.lifetime(0.05, 0.06), Err(NoFigure::Diverges), "{model:?}");
    }
    assert!(weibull(1.1).lifetime(0.05, 0.06).is_ok(), "churn that rises outruns any growth");
    assert_eq!(weibull(1.0).lifetime(0.05, 0.4), Err(NoFigure::Diverges));
    assert!(weibull(1.0).lifetime(0.05, 0.06).is_ok());
    for (model, converges) in [
        (sbg(1.1), true),
        (sbg(1.0), false),
        (full(1.1, 0.9), false),
        (full(1.1, 1.0), true),
        (full(0.6, 2.0), true),
        (weibull(0.3), true),
    ] {
        assert_eq!(model.lifetime(0.03, 0.03).is_ok(), converges, "{model:?}");
        assert_eq!(model.discounted_lifetime(0.0).is_ok(), converges, "{model:?}");
    }
    let even = sbg(1.5).discounted_lifetime(0.0).unwrap();
    assert!(close(even, sbg(1.5).lifetime(0.07, 0.07).unwrap(), 1e-12) && close(even, 3.5 / 0.5, 1e-9));
    // αc = 1.05: half of it is in a tail beyond any horizon.
    let heavy = Model::BetaDiscreteWeibull { alpha: 1.75, beta: 4.0, shape: 0.6 }.discounted_lifetime(0.0).unwrap();
    assert!(heavy > 60.0 && heavy < 1e4, "{heavy}");
}

#[test]
fn a_worth_past_what_money_can_be_is_refused() {
    let client = UnitEconomics { margin: 1_000.0, retention_cost: 0.0, discount: 0.0, growth: 0.0 };
    let endless = Model::DiscreteWeibull { theta: 0.1, shape: 0.08 };
    assert!(endless.discounted_lifetime(0.0).unwrap() > 1e21);
    assert_eq!(client.worth(&endless, 5), Err(NoFigure::TooLarge));
    assert_eq!(Model::DiscreteWeibull { theta: 1e-12, shape: 0.02 }.discounted_lifetime(0.0), Err(NoFigure::TooLarge));
}

/// The figures are those of a program of its own, month by month from the formulas.
#[test]
fn an_initiative_takes_its_points_off_the_churn_of_todays_clients() {
    let group = |next_renewal, customers| AgeGroup { next_renewal, customers };
    let ages = ChurnByAge {
        model: Model::Sbg { alpha: 0.7, beta: 1.3 },
        period: 12,
        base: vec![group(1, 120.0), group(2, 50.0), group(4, 30.0)],
    };
    assert!(close(ages.churn_now().unwrap(), 0.028_505_255_747, 1e-9));
    for churn in [0.03, 0.3, 0.0] {
        let stated = Statement {
            period: 1,
            horizon: 24,
            clients: 400.0.into(),
            revenue: 100.0.into(),
            margin: 0.7.into(),
            churn: churn.into(),
            cac: 500.0.into(),
            budget: 6_000.0.into(),
            retention_share: 0.25,
            retention_budget: RetentionBudget::PerClient,
            one_off: 0.0.into(),
            one_off_months: 1,
            discount: 0.1.into(),
            growth: 0.0.into(),
            answers: None,
            terms: PaymentTerms::MONTHLY,
            churn_by_age: Some(ages.clone()),
        };
        let half = Initiative {
            cost_once: 2_000.0.into(),
            cost_per_month: 100.0.into(),
            reach: 0.5.into(),
            churn_cut: 0.01.into(),
            ..Initiative::nothing(0)
        };
        let initiatives = Initiatives::new(&plan(&stated), &[half]).unwrap();
        let worth = initiatives.likely().unwrap();
        assert!(close(worth.direct, 22_802.484_121, 1e-9), "{churn}: {}", worth.direct);
        assert!(close(worth.lowest_churn, 0.018_505_255_747, 1e-9), "{churn}: {}", worth.lowest_churn);
        assert!(close(initiatives.break_even_cut(0).unwrap(), 0.001_640_878_324_8, 1e-8), "{churn}");
    }
}
