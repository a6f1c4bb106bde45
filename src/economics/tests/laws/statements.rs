//! Statements that hold together, of all kinds.

use orbita_economics::*;
use proptest::prelude::*;

prop_compose! {
    /// A range around a number, as far as `least` and `most` allow.
    fn around(likely: f64, least: f64, most: f64)(down in 0.0..0.6, up in 0.0..0.6) -> Estimate {
        Estimate::range(likely - down * (likely - least), likely, likely + up * (most - likely).min(likely))
    }
}

prop_compose! {
    /// What is stated per month, all exact.
    fn exact()(
        horizon in 1u32..40, clients in 5.0..500.0, revenue in 10.0..5e3, margin in 0.2..0.95, churn in 0.004..0.12,
        cac in 50.0..2e4, budget in 100.0..1e5, keep in 0.0..1.0, one_off in 0.0..1e5, one_off_months in 0u32..7,
        discount in 0.0..0.4,
    ) -> Statement {
        Statement {
            period: 1, horizon, clients: Estimate::exact(clients), revenue: Estimate::exact(revenue), margin: Estimate::exact(margin),
            churn: Estimate::exact(churn), cac: Estimate::exact(cac), budget: Estimate::exact(budget), retention_share: keep, retention_budget: RetentionBudget::PerClient,
            one_off: Estimate::exact(one_off), one_off_months, discount: Estimate::exact(discount), growth: Estimate::exact(0.0), answers: None,
            terms: PaymentTerms::MONTHLY, churn_by_age: None,
        }
    }
}

prop_compose! {
    /// Answers that agree with a churn and a CAC.
    fn answers(churn: f64, cac: f64)(
        idle in 0.02..0.4, best in 0.02..0.95, retention_spend in 10.0..5e4, acquisition_spend in 10.0..5e4, most in 1.1..6.0,
    ) -> Answers {
        Answers {
            retention_spend: Estimate::exact(retention_spend),
            idle_churn: Estimate::exact(churn + idle * (1.0 - churn)),
            lowest_churn: Estimate::exact(churn * (1.0 - best)),
            acquisition_spend: Estimate::exact(acquisition_spend),
            most_new_clients: Estimate::exact(acquisition_spend / cac * most),
        }
    }
}

prop_compose! {
    /// Exact statements of every kind: with or without answers, any payment terms, either retention budget.
    pub fn statements()(stated in exact())(
        answers in prop::option::of(answers(stated.churn.likely, stated.cac.likely)),
        months in prop::sample::select(vec![1u32, 1, 3, 12]), after in any::<bool>(), fixed in any::<bool>(),
        growth in -0.1..0.2, stated in Just(stated),
    ) -> Statement {
        Statement {
            answers,
            terms: PaymentTerms { months, paid: if after { PaymentTiming::InArrears } else { PaymentTiming::InAdvance } },
            retention_budget: if fixed { RetentionBudget::Fixed } else { RetentionBudget::PerClient },
            growth: Estimate::exact(growth),
            ..stated
        }
    }
}

prop_compose! {
    fn answered()(stated in exact())(
        answers in answers(stated.churn.likely, stated.cac.likely), stated in Just(stated),
    ) -> (Statement, Answers) {
        (stated, answers)
    }
}

prop_compose! {
    /// Statements with ranges on what matters most, and always with answers; monthly in advance, retention budget per client.
    pub fn ranged()((stated, answers) in answered())(
        revenue in around(stated.revenue.likely, 0.0, f64::INFINITY), churn in around(stated.churn.likely, 0.0, 1.0),
        cac in around(stated.cac.likely, 0.0, f64::INFINITY), budget in around(stated.budget.likely, 0.0, f64::INFINITY),
        idle in around(answers.idle_churn.likely, stated.churn.likely, 1.0),
        best in around(answers.lowest_churn.likely, 0.0, stated.churn.likely),
        most in around(answers.most_new_clients.likely, answers.acquisition_spend.likely / stated.cac.likely, f64::INFINITY),
        answers in Just(answers), stated in Just(stated),
    ) -> Statement {
        let answers = Some(Answers { idle_churn: idle, lowest_churn: best, most_new_clients: most, ..answers });
        Statement { revenue, churn, cac, budget, answers, ..stated }
    }
}

/// The plan of a statement.
pub fn plan(stated: &Statement) -> MonthlyPlan {
    MonthlyPlan::of(stated).unwrap_or_else(|why| panic!("{why}: {stated:?}"))
}
