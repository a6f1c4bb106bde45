//! Answers at the edges of their formulas, worked out by hand.

use orbita_economics::*;

use crate::close;
use crate::statements::plan;

/// 10 clients, none of whom leaves, at prices that outgrow the discount rate.
fn outgrowing() -> Statement {
    Statement {
        period: 1,
        horizon: 12,
        clients: 10.0.into(),
        revenue: 50.0.into(),
        margin: 0.0.into(),
        churn: 0.0.into(),
        cac: 100.0.into(),
        budget: 0.0.into(),
        retention_share: 1.0,
        retention_budget: RetentionBudget::PerClient,
        one_off: 0.0.into(),
        one_off_months: 1,
        discount: 0.1.into(),
        growth: 0.3.into(),
        answers: None,
        terms: PaymentTerms::MONTHLY,
        churn_by_age: None,
    }
}

#[test]
fn clients_who_bring_nothing_are_worth_nothing_however_prices_grow() {
    let left = |stated: &Statement| plan(stated).likely().with_terminal_value().unwrap();
    let free = left(&outgrowing());
    assert_eq!((free.terminal_value, free.total), (Ok(0.0), Ok(0.0)));
    // 100 a month for ever from month 12 on: 100 v^12/(1 - v) with v = 1.1^(-1/12), which is 100/1.1/(1 - 1.1^(-1/12)).
    let kept = left(&Statement { budget: 100.0.into(), ..outgrowing() }).terminal_value.unwrap();
    assert!(close(kept, -11_491.396_920, 1e-9), "{kept}");
    let nobody = left(&Statement { clients: 0.0.into(), margin: 0.5.into(), ..outgrowing() });
    assert_eq!(nobody.terminal_value, Ok(0.0));
    let earning = left(&Statement { margin: 0.5.into(), ..outgrowing() });
    assert_eq!(earning.terminal_value, Err(NoFigure::Diverges));
}

#[test]
fn a_first_payment_that_covers_the_cac_pays_it_back_even_if_nearly_nobody_renews() {
    let yearly = PaymentTerms { months: 12, paid: PaymentTiming::InAdvance };
    let client =
        Client { margin: 100.0, churn: 0.96, discount: 0.008, growth: 0.0, retention_cost: 0.0, terms: yearly };
    // The first payment of 12 times 100 is the CAC of 1,200: one payment, and its money is there at once.
    let payback = client.figures(1_200.0).unwrap().payback_net.unwrap();
    assert!(close(payback.payments, 1.0, 1e-6) && payback.month == 0, "{payback:?}");
    assert_eq!(client.figures(1_201.0).unwrap().payback_net, Err(NoFigure::NeverPaysBack));
}

#[test]
fn an_initiative_may_take_the_whole_retention_budget() {
    let answers = Answers {
        retention_spend: 20_000.0.into(),
        idle_churn: 0.08.into(),
        lowest_churn: 0.02.into(),
        acquisition_spend: 60_000.0.into(),
        most_new_clients: 1_000.0.into(),
    };
    // 29% of 100,000 is 29,000, which numbers of two have as 28,999.999999999996.
    let stated = Statement {
        churn: 0.05.into(),
        budget: 100_000.0.into(),
        retention_share: 0.29,
        answers: Some(answers),
        ..outgrowing()
    };
    let inside = |cost: f64| Initiative {
        cost_per_month: cost.into(),
        cost_from: CostFrom::RetentionBudget,
        churn_cut: 0.01.into(),
        ..Initiative::nothing(0)
    };
    let all = Initiatives::new(&plan(&stated), &[inside(29_000.0)]).unwrap().likely().unwrap();
    assert!(close(all.churn, 0.08, 1e-12), "nothing is left for other retention: {}", all.churn);
    assert!(Initiatives::new(&plan(&stated), &[inside(29_001.0)]).is_err());
}

#[test]
fn an_initiative_cuts_churn_to_the_lowest_possible_and_no_further() {
    let answers = Answers {
        retention_spend: 1.0.into(),
        idle_churn: 0.08.into(),
        lowest_churn: 0.02.into(),
        acquisition_spend: 1.0.into(),
        most_new_clients: 1.0.into(),
    };
    // Two months, undiscounted: 100 clients at 100 a month, and 1 a month keeps churn at 5% (F57). Each point cut is a client
    // more in the second month, 100; from 5% to 2% they are 300, to nothing they would be 500.
    let stated = Statement {
        horizon: 2,
        clients: 100.0.into(),
        revenue: 100.0.into(),
        margin: 1.0.into(),
        churn: 0.05.into(),
        budget: 1.0.into(),
        discount: 0.0.into(),
        growth: 0.0.into(),
        retention_budget: RetentionBudget::Fixed,
        answers: Some(answers),
        ..outgrowing()
    };
    let cut = |cost: f64| {
        let one = Initiative { cost_once: cost.into(), churn_cut: 0.01.into(), ..Initiative::nothing(0) };
        Initiatives::new(&plan(&stated), &[one]).unwrap().break_even_cut(0)
    };
    assert!(close(cut(200.0).unwrap(), 0.02, 1e-6), "{:?}", cut(200.0));
    assert_eq!(cut(400.0), Err(NoFigure::CannotPay));
}

#[test]
fn a_control_group_of_a_tenth_is_counted_whole() {
    // Churn of 8% against 2%: after 12 months 11 clients are needed without the change, after 13 (of whom 1 - 0.92^13 and
    // 1 - 0.98^13 have left) 9.63 and 86.68. Of 100 there are 10 and 90, which numbers of two have as 9.999999999999998 and 90.
    let test = Detection { significance: 0.05, power: 0.8 };
    assert_eq!(test.months_needed(0.08, 0.02, 100.0, 0.9), Ok(13));
}

#[test]
fn a_payback_that_falling_prices_take_away_again_says_so() {
    let client = Client {
        margin: 100.0,
        churn: 0.02,
        discount: 0.005,
        growth: -0.03,
        retention_cost: 40.0,
        terms: PaymentTerms::MONTHLY,
    };
    // Added up payment by payment: 594 after 19, 604 after 20, at most 647 after 31, 601 after 46, 596 after 47, 239 in the end.
    let figures = client.figures(600.0).unwrap();
    let payback = figures.payback_net.unwrap();
    assert_eq!((payback.month, payback.gone), (19, Some(46)));
    assert_eq!(figures.payback_gross.unwrap().gone, None, "without what is spent on keeping nothing is lost again");
    assert_eq!(client.figures(647.0).unwrap().payback_net, Err(NoFigure::NeverPaysBack));
    assert_eq!(client.figures(239.0).unwrap().payback_net.unwrap().gone, None);
    let yearly = |monthly: f64| ((1.0 + monthly).powi(12) - 1.0).into();
    let stated = Statement {
        clients: 1.0.into(),
        revenue: 100.0.into(),
        margin: 1.0.into(),
        churn: 0.5.into(),
        cac: 600.0.into(),
        budget: 80.0.into(),
        retention_share: 0.5,
        discount: yearly(0.005),
        growth: yearly(-0.03),
        churn_by_age: Some(ChurnByAge { model: Model::Constant { churn: 0.02 }, period: 1, base: Vec::new() }),
        ..outgrowing()
    };
    let by_age = plan(&stated).likely().client_figures().unwrap().payback_net.unwrap();
    assert_eq!((by_age.month, by_age.gone), (19, Some(46)));
}

#[test]
fn cash_that_is_back_and_below_the_start_again_says_so() {
    let stated = Statement {
        horizon: 27,
        clients: 100.0.into(),
        revenue: 100.0.into(),
        margin: 1.0.into(),
        churn: 0.2.into(),
        cac: 1e9.into(),
        budget: 1_500.0.into(),
        retention_share: 0.0,
        one_off: 12_000.0.into(),
        discount: 0.0.into(),
        growth: 0.0.into(),
        ..outgrowing()
    };
    let lowest = plan(&stated).likely().lowest_cash().unwrap();
    assert!(close(lowest.cash, -3_500.0, 1e-6), "{lowest:?}");
    assert_eq!((lowest.month, lowest.back, lowest.below_again), (1, Some(2), Some(26)));
    let shorter = plan(&Statement { horizon: 25, ..stated }).likely().lowest_cash().unwrap();
    assert_eq!(shorter.below_again, None);
}

#[test]
fn a_payment_far_above_the_cac_still_has_to_come() {
    let paid = PaymentTerms { months: 12, paid: PaymentTiming::InArrears };
    let client = Client { margin: 1e8, churn: 0.02, discount: 0.0, growth: 0.0, retention_cost: 0.0, terms: paid };
    let payback = client.figures(1.0).unwrap().payback_net.unwrap();
    assert_eq!((payback.month, payback.whole_payments()), (12, 1));
}

#[test]
fn the_first_client_kept_has_a_price_where_everybody_leaves_for_nothing() {
    let answers = Answers {
        retention_spend: 100.0.into(),
        idle_churn: 1.0.into(),
        lowest_churn: 0.0.into(),
        acquisition_spend: 100.0.into(),
        most_new_clients: 10.0.into(),
    };
    let stated = Statement { clients: 100.0.into(), churn: 0.5.into(), answers: Some(answers), ..outgrowing() };
    // Churn is 0.5^R with R = 1 spent on each client today: the first unit of money keeps ln 2 of one.
    let costs = plan(&stated).likely().retention_costs();
    assert!(close(costs.one_more.unwrap(), 1.0 / 2f64.ln(), 1e-9), "{costs:?}");
    assert_eq!(costs.per_saved, costs.one_more);
}
