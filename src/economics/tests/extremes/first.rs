use orbita_economics::*;
use proptest::prelude::*;

use crate::{all_fine, cases, fine, list, some, wild_count};

const TIMINGS: [Timing; 4] = [Timing::Immediate, Timing::After, Timing::End, Timing::Continuous];

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn value_and_break_even(x in some(), n in wild_count(), flows in list(), more in list()) {
        let [margin, retention, discount, growth, cost, p, k, _] = x;
        let stream = Stream { margin, retention, discount, growth };
        for timing in TIMINGS {
            for value in [stream.value(timing), stream.value_over(timing, n)] {
                prop_assert!(value.is_err() || value.is_ok_and(|v| v.is_finite() && v >= 0.0), "{:?}", value);
            }
            fine(retention_elasticity(&stream, timing));
            if let Ok(net) = net_elasticities(&stream, timing, cost) {
                all_fine([net.margin, net.cac, net.retention]);
            }
            if let Ok(worth) = worth_of_points(&stream, timing, p) {
                fine(Ok(worth.by_slope));
                fine(worth.exact);
            }
            if let Ok(needed) = break_even_per_period(&stream, timing, cost) {
                prop_assert!((0.0..=1.0).contains(&needed.retention), "{:?}", needed);
            }
        }
        if let Ok(one_off) = break_even_one_off(&stream, cost, k) {
            for needed in [one_off.permanent, one_off.one_renewal].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&needed.retention), "{:?}", needed);
            }
        }
        fine(margin_multiple(retention, discount, growth));
        fine(expected_lifetime(retention, Counting::RenewalsOnly));
        fine(SaasLtv::OfMargin { arpa: margin, gross_margin: p, churn: retention }.value());
        fine(SaasLtv::Baremetrics { mrr_per_customer: margin, user_churn: retention }.value());
        fine(SaasLtv::ProfitWell { arpu: margin, revenue_retention: retention }.value());
        fine(payback(&stream, cost));
        fine(payback_simple(cost, margin));
        fine(ltv_to_cac(cost, margin));
        fine(period_rate(p, k));
        fine(annual_rate(p, k));
        fine(churn_over(p, k));
        fine(expected_value(&flows, &more, discount));
        let dated: Vec<Flow> = flows.iter().zip(&more).map(|(at, amount)| Flow { at: *at, amount: *amount }).collect();
        fine(present_value(&dated, discount));
        fine(Promoted { contribution: margin, promotion: cost, retention, discount }.value(n));
        let detection = Detection { significance: p, power: growth };
        fine(detection.customers_per_group(retention, discount));
        fine(detection.smallest_visible_rise(retention, n));
        let swing = Swing { low: margin, base: cost, high: k };
        for bar in tornado(&[swing], |x| stream.value(Timing::End).map(|v| v - x[0])).into_iter().flatten() {
            fine(bar.length());
        }
    }

    #[test]
    fn revenue_and_portfolio(x in some(), revenues in list(), n in wild_count()) {
        let [start, new, reactivation, expansion, contraction, churned, won, cac] = x;
        let bridge = Bridge { start, new, reactivation, expansion, contraction, churned };
        fine(bridge.end());
        fine(bridge.nrr(NrrBy::Accounts));
        fine(bridge.nrr(NrrBy::Baremetrics));
        fine(bridge.grr());
        fine(bridge.net_churn());
        fine(bridge.quick_ratio(QuickRatioBy::AllGains));
        fine(implied_acquisition(start, new, reactivation));
        if let Ok(found) = concentration(&revenues, n as usize) {
            all_fine([found.top_share, found.top_fifth_share, found.hhi, found.effective_clients]);
        }
        fine(health(&[HealthScore { score: start, weight: new }, HealthScore { score: won, weight: cac }], expansion));
        fine(opportunity(start, new));
        fine(Contingency { both: start, second_only: new, first_only: won, neither: cac }.g2());
        fine(cohen_kappa(&[vec![n, 3], vec![0, n]]));
        fine(leverage(start, new, won, cac));
        let groups = [AgeGroup { next_renewal: n.max(1), customers: start }, AgeGroup { next_renewal: 2, customers: new }];
        let model = Model::Sbg { alpha: won, beta: cac };
        if let Ok(base) = base_value(&groups, expansion, &model, contraction, churned) {
            all_fine([base.by_age, base.at_average, base.difference]);
        }
        let firm = Firm {
            customers: start, margin: new, cac, annual_retention: contraction, annual_discount: expansion,
            periods_per_year: 4.0, tax: churned,
            growth: Logistic { ceiling: reactivation, shift: -won, speed: won }, from_period: start,
        };
        fine(firm.value());
        fine(firm.improvement(Improvement::Margin, expansion));
    }

    #[test]
    fn surveys(x in some(), counts in prop::array::uniform7(wild_count()), scores in prop::collection::vec(any::<u8>(), 0..5)) {
        let [confidence, points, a, b, c, d, lowest, highest] = x;
        let [promoters, passives, detractors, easy, neutral, hard, all] = counts;
        let votes = Votes { promoters, passives, detractors };
        for population in [None, Some(all)] {
            if let Ok(nps) = votes.nps(confidence, population) {
                all_fine([nps.score, nps.se, nps.variance, nps.interval.low, nps.interval.high]);
                prop_assert!(nps.interval.low <= nps.score && nps.score <= nps.interval.high, "{:?}", nps);
                if let Some(worst) = nps.unanimous {
                    all_fine([worst.low, worst.high]);
                }
                if let Ok(change) = nps_change(&nps, &Nps { se: points, ..nps }) {
                    all_fine([change.points, change.z, change.p]);
                }
            }
        }
        if let Ok(votes) = Votes::of_scores(&scores) {
            prop_assert_eq!((votes.promoters + votes.passives + votes.detractors) as usize, scores.len());
        }
        fine(nps_sample(points, a, confidence));
        if let Ok(interval) = wilson(easy, all, confidence) {
            prop_assert!(0.0 <= interval.low && interval.low <= interval.high && interval.high <= 1.0, "{:?}", interval);
        }
        if let Ok(share) = top_boxes(&counts, 2, confidence) {
            all_fine([share.share, share.mean, share.interval.low, share.interval.high]);
        }
        fine(effort_mean(&counts, EffortScale::Ease7));
        fine(effort_share_easy(&counts));
        fine(effort_index(easy, neutral, hard));
        let rated = vec![Rated { importance: a, satisfaction: b }, Rated { importance: c, satisfaction: d }];
        for scale in [IndexScale::OfHighest { highest }, IndexScale::OfRange { lowest, highest }] {
            fine(satisfaction_index(&rated, scale));
            let people = [Respondent { rated: rated.clone(), weight: points }, Respondent { rated: rated.clone(), weight: 1.0 }];
            if let Ok(index) = satisfaction_of_people(&people, scale) {
                all_fine([index.of_individuals, index.of_means]);
            }
        }
    }

    #[test]
    fn budgets(x in some(), y in some(), n in 0u32..40) {
        let [margin, discount, ceiling, steepness, floor, spending, rate, budget] = x;
        let [customers, prospects, lost, keep, points, ..] = y;
        fine(Response::through(&TodaysPoint { spending, rate, ceiling, floor }).and_then(|curve| curve.rate(budget)));
        let response = Response { floor, ceiling, steepness };
        fine(response.marginal_cost(spending));
        let market = Market { margin, discount, win: response, keep: Response { floor: 0.0, ..response } };
        if let Ok(best) = market.optimum() {
            all_fine([best.keep_spending, best.retention, best.win_spending, best.acquisition, best.value, best.equity]);
            [best.average_keep, best.average_win, best.marginal_keep, best.marginal_win].into_iter().for_each(fine);
        }
        for win_back in [None, Some(WinBack { lost, response })] {
            let split = Split { market, budget, customers, prospects, win_back };
            if let Ok(found) = split.best() {
                for outcome in [found.best, found.all_spent] {
                    all_fine([outcome.value, outcome.customer_value, outcome.next.retention, outcome.next.acquisition]);
                }
                prop_assert!(found.gain >= 0.0, "{:?}", found);
            }
            let some = Spending { retention: keep, acquisition: points, win_back: 0.0 };
            fine(split.outcome(&some).map(|outcome| outcome.value));
            fine(split.curve(n).map(|curve| curve.iter().map(|outcome| outcome.value / 1e6).sum()));
        }
        fine(maximise(|x| Ok(x * margin - x * x), floor, ceiling, n).map(|peak| peak.at));
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn survival_models(x in some(), n in wild_count(), rows in prop::collection::vec(list(), 0..4), ages in any::<[u8; 4]>()) {
        let [alpha, beta, shape, discount, p, q, v, m] = x;
        for model in [
            Model::Constant { churn: alpha },
            Model::Sbg { alpha, beta },
            Model::DiscreteWeibull { theta: alpha, shape },
            Model::BetaDiscreteWeibull { alpha, beta, shape },
        ] {
            for share in [model.survival(n), model.retention(n), model.leaving(n), model.polarisation()] {
                prop_assert!(share.is_err() || share.is_ok_and(|s| (0.0..=1.0).contains(&s)), "{:?} {:?}", model, share);
            }
            fine(model.discounted_lifetime(discount));
            fine(model.residual_lifetime(n, When::AfterRenewal, discount));
            fine(model.residual_lifetime(n, When::BeforeRenewal, discount));
            fine(model.mean_elasticity(n, discount));
            fine(model.base_elasticity(n, discount));
        }
        let sparse: Vec<Vec<(u32, f64)>> =
            rows.iter().map(|row| row.iter().zip(ages).map(|(x, age)| (u32::from(age), *x)).collect()).collect();
        for cohorts in [Cohorts::new(&rows), Cohorts::observed(&sparse)].into_iter().flatten() {
            for family in [Family::Constant, Family::Sbg, Family::DiscreteWeibull, Family::BetaDiscreteWeibull] {
                if let Ok(fit) = cohorts.fit(family) {
                    all_fine([fit.log_likelihood, fit.aic(), fit.bic()]);
                    fine(fit.model.survival(7));
                }
            }
            fine(cohorts.latest_retention());
            all_fine(cohorts.totals());
            all_fine(cohorts.retention_by_age().iter().map(|age| age.rate));
            fine(cohorts.log_likelihood(&Model::Sbg { alpha, beta }));
        }
        let gamma = GammaGamma { p, q, v };
        fine(gamma.expected_purchase(&Spender { repeats: n, mean: m }));
    }

    #[test]
    fn series_and_buyers(x in some(), n in wild_count(), xs in list(), ys in list()) {
        let [r, alpha, a, b, last, watched, horizon, _] = x;
        for fit in [fit_to_rates(&xs), fit_to_totals(&xs, &ys)] {
            fine(fit.map(|fit| fit.squares));
        }
        for kind in [TrendKind::Linear, TrendKind::Quadratic, TrendKind::Exponential] {
            if let Ok(trend) = fit_trend(kind, &xs) {
                all_fine(trend.coefficients.into_iter().chain([trend.r2]));
                fine(trend.at(n));
            }
        }
        fine(fit_rising_retention(&xs).map(|fit| fit.squares + fit.ceiling));
        let contracts: Vec<Contract> = xs.iter().map(|duration| Contract { duration: *duration, ended: *duration < 3.0 }).collect();
        for step in kaplan_meier(&contracts, 0.95).into_iter().flatten() {
            all_fine([step.survival, step.se, step.low, step.high]);
            prop_assert!(step.low <= step.survival && step.survival <= step.high, "{:?}", step);
        }
        let model = BgNbd { r, alpha, a, b };
        let buyer = Buyer { repeats: n, last, watched };
        fine(model.alive(&buyer));
        fine(model.log_likelihood(&[buyer, buyer]));
        fine(model.expected_purchases(&buyer, horizon));
        fine(model.expected_from_new(horizon));
        let buyers: Vec<Buyer> = xs.iter().zip(&ys).map(|(last, watched)| Buyer { repeats: n, last: *last, watched: *watched }).collect();
        fine(BgNbd::fit(&buyers).map(|fit| fit.log_likelihood));
        let spenders: Vec<Spender> = xs.iter().map(|mean| Spender { repeats: n, mean: *mean }).collect();
        fine(GammaGamma::fit(&spenders).map(|fit| fit.log_likelihood));
    }
}
