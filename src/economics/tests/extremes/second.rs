use orbita_economics::*;
use proptest::prelude::*;

use crate::{all_fine, cases, fine, list, some, wild, wild_count};

/// Mostly numbers that an input may be, often at an edge of that.
fn likely_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => prop::sample::select(vec![0.0, 1.0, 1e-9, 1e15, 0.5, 1.0 - 1e-9]),
        5 => 0.0..1.0,
        3 => 1.0..1e4,
        1 => wild(),
    ]
}

fn estimates() -> impl Strategy<Value = Estimate> {
    let ends = prop::array::uniform3(likely_number()).prop_map(|mut ends| {
        ends.sort_by(f64::total_cmp);
        Estimate { low: ends[0], likely: ends[1], high: ends[2] }
    });
    let any = prop::array::uniform3(wild()).prop_map(|ends| Estimate { low: ends[0], likely: ends[1], high: ends[2] });
    prop_oneof![6 => likely_number().prop_map(Estimate::exact), 4 => ends, 1 => any]
}

prop_compose! {
    fn shares()(ends in prop::array::uniform3(0.0..=1.0f64), exact in any::<bool>()) -> Estimate {
        let mut ends = ends;
        ends.sort_by(f64::total_cmp);
        if exact { Estimate::exact(ends[1]) } else { Estimate { low: ends[0], likely: ends[1], high: ends[2] } }
    }
}

prop_compose! {
    fn ageings()(x in some(), period in wild_count(), ages in prop::collection::vec((wild_count(), likely_number()), 0..4), kind in 0u8..4) -> ChurnByAge {
        let [alpha, beta, shape, ..] = x;
        let model = match kind {
            0 => Model::Constant { churn: alpha },
            1 => Model::Sbg { alpha, beta },
            2 => Model::DiscreteWeibull { theta: alpha, shape },
            _ => Model::BetaDiscreteWeibull { alpha, beta, shape },
        };
        let base = ages.into_iter().map(|(next_renewal, customers)| AgeGroup { next_renewal, customers }).collect();
        ChurnByAge { model, period: period.min(200), base }
    }
}

prop_compose! {
    fn statements()(
        // On the heap: arrays of these would be too much for the stack of a test.
        e in prop::collection::vec(estimates(), 8), churns in prop::collection::vec(shares(), 3), margin in shares(), keep in likely_number(),
        counts in prop::array::uniform4(0u32..40), flags in any::<[bool; 4]>(), churn_by_age in prop::option::weighted(0.3, ageings().boxed()),
    ) -> Statement {
        let [clients, revenue, cac, budget, one_off, discount, growth, retention_spend] = e[..] else { unreachable!() };
        let (acquisition_spend, most_new_clients) = (budget, clients);
        let mut churns = churns;
        churns.sort_by(|a, b| a.likely.total_cmp(&b.likely));
        let [lowest_churn, churn, idle_churn] = churns[..] else { unreachable!() };
        let answers = Answers { retention_spend, idle_churn, lowest_churn, acquisition_spend, most_new_clients };
        Statement {
            period: counts[0], horizon: counts[1], clients, revenue, margin, churn, cac, budget, retention_share: keep,
            retention_budget: if flags[0] { RetentionBudget::Fixed } else { RetentionBudget::PerClient },
            one_off, one_off_months: counts[2], discount, growth, answers: flags[1].then_some(answers),
            terms: PaymentTerms { months: counts[3].min(14), paid: if flags[2] { PaymentTiming::InArrears } else { PaymentTiming::InAdvance } },
            churn_by_age,
        }
    }
}

#[test]
fn groups_that_are_too_large_together_are_refused() {
    let detection = Detection { significance: 0.3446495436029297, power: 0.681560596180103 };
    fine(detection.groups(0.0, f64::MIN_POSITIVE, 2.5333131106339173).map(|groups| groups.total()));
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn plans(stated in statements(), scores in prop::array::uniform14(wild()), seed in any::<u64>(), cut in -1.0..1.0f64) {
        let Ok(plan) = MonthlyPlan::of(&stated) else { return Ok(()) };
        let scores = Input::ALL.into_iter().zip(scores).fold(Scores::default(), |all, (input, score)| all.with(input, score));
        for run in [plan.likely(), plan.run(&scores)] {
            if let Ok(projection) = run.project() {
                all_fine(projection.profit.iter().chain(&projection.clients).chain(&projection.kept).copied());
            }
            if let Ok(end) = run.with_terminal_value() {
                all_fine([end.profit, end.clients]);
                fine(end.terminal_value);
                fine(end.total);
                if let Ok(decision) = Decision::between(&end, &end) {
                    prop_assert!(decision.difference == 0.0 && !decision.terminal_value_decides);
                }
            }
            if let Ok(figures) = run.client_figures() {
                [figures.ltv_gross, figures.ltv_net, figures.ratio_gross, figures.ratio_net].into_iter().for_each(fine);
                fine(figures.payback_net.map(|payback| payback.payments));
            }
            let costs = run.retention_costs();
            [costs.per_kept, costs.per_saved, costs.one_more, costs.saved_clients].into_iter().for_each(fine);
            fine(run.lowest_cash().map(|lowest| lowest.cash));
        }
        let luck = Luck::alone();
        if let Ok(ranges) = Simulation::new(&plan, &luck, 20, seed).unwrap().finish() {
            all_fine(ranges.profit.iter().chain(&ranges.kept).flat_map(|band| [band.p10, band.p50, band.p90]));
            all_fine(ranges.paid_back.iter().copied());
            fine(ranges.with_terminal_value.mean());
            if let Ok(found) = Comparison::of(&ranges, &ranges) {
                prop_assert_eq!((found.p50.value, found.wins), (0.0, 0.0));
            }
        }
        for bar in plan.tornado(&luck, Some(0.1)).into_iter().flatten() {
            fine(bar.length());
        }
        if stated.horizon < 6 {
            fine(plan.best_share(0.03).map(|best| best.top));
            fine(plan.best_budget().map(|best| best.value));
        }
        let one = Initiative {
            churn_cut: cut.into(), margin_gain: stated.revenue, cost_per_month: stated.one_off, reach: stated.margin,
            new_clients: stated.clients, ..Initiative::nothing(1)
        };
        let inside = Initiative { cost_from: CostFrom::RetentionBudget, ..one };
        if let Ok(initiatives) = Initiatives::new(&plan, &[one, inside]) {
            if let Ok(worth) = initiatives.likely() {
                all_fine(worth.alone.into_iter().chain(worth.marginal).chain([worth.combined, worth.lowest_churn]));
            }
            let ranges = WorthSimulation::new(&initiatives, &luck, 9, seed).unwrap().finish();
            fine(ranges.combined.band().map(|band| band.p10));
        }
        if stated.horizon < 6 && stated.churn_by_age.is_none() {
            fine(Initiatives::new(&plan, &[one]).and_then(|initiatives| initiatives.break_even_cut(0)));
        }
    }

    #[test]
    fn single_questions(x in some(), y in some(), n in wild_count(), revenues in list(), estimate in estimates()) {
        let [margin, churn, discount, growth, keep, cac, p, z] = x;
        let [won, pays, worth, cost, mean, deviation, noise, other] = y;
        for paid in [PaymentTiming::InAdvance, PaymentTiming::InArrears] {
            let client = Client { margin, churn, discount, growth, retention_cost: keep, terms: PaymentTerms { months: n.min(40), paid } };
            fine(client.net());
            if let Ok(figures) = client.figures(cac) {
                [figures.ltv_gross, figures.ratio_net].into_iter().for_each(fine);
                fine(figures.payback_gross.map(|payback| payback.payments));
                fine(figures.payback_net.map(|payback| payback.payments));
            }
        }
        let refill = Refill { new_clients: won, revenue_per_client: pays, churn, cac, gross_margin: p, discount };
        if let Ok(lost) = refill.lose(&revenues, n as usize) {
            all_fine([lost.revenue, lost.share, lost.clients, lost.cost]);
            fine(lost.months);
            fine(lost.margin_lost);
        }
        for bounds in [Bounds::SHARE, Bounds::ABOVE_ZERO, Bounds::GROWTH, Bounds::NONE, Bounds { least: p, most: z }] {
            if let Ok(spread) = Spread::new(Field::Amount, estimate, bounds) {
                fine(spread.quantile(p));
                fine(spread.quantile(0.3));
            }
        }
        if let Ok((mean, deviation)) = estimate.moments() {
            all_fine([mean, deviation]);
        }
        prop_assert!((1..=15).contains(&shared_digits(margin, churn, discount)));
        if let Ok((from, to)) = rank_interval(n, p) {
            prop_assert!(1 <= from && from <= to && to <= n);
        }
        let detection = Detection { significance: p, power: mean };
        fine(detection.groups(churn, other, discount).map(|groups| groups.total()));
        fine(detection.churn_groups(churn, other, n.min(100), growth).map(|groups| groups.first));
        fine(detection.months_needed(churn, other, cac, p).map(f64::from));
        let choice = Choice { worth, cost };
        fine(choice.value_of_test(&Belief { mean, deviation }, noise).map(|test| test.evsi + test.change_probability));
        fine(choice.value_of_sample(won, pays, n.min(60)).map(|test| test.evsi + test.change_probability));
        fine(churn_standard_error(churn, n, (won, pays)));
        fine(weibull_area(churn, discount));
    }

    #[test]
    fn tables_and_cohorts(x in some(), rows in prop::collection::vec(list(), 0..5), n in wild_count(), ends in any::<[u8; 4]>()) {
        let [margin, keep, discount, growth, won, win, factor, _] = x;
        let accounts: Vec<AccountRow> = rows
            .iter()
            .zip(ends.into_iter().cycle())
            .map(|(row, cancelled)| AccountRow { revenue: row.clone(), cancelled: (cancelled < 9).then_some(cancelled.into()) })
            .collect();
        if let Ok(table) = AccountTable::new(&accounts, n) {
            let (from, to) = (usize::from(ends[0] % 9), usize::from(ends[1] % 9));
            for vendor in [Vendor::ProfitWell, Vendor::Maxio] {
                if let Ok(summed) = table.summed(from, to, vendor) {
                    fine(summed.bridge.end());
                    fine(summed.nrr);
                    summed.step_nrr.into_iter().for_each(fine);
                }
            }
            if let Ok(found) = table.between(from, to) {
                fine(found.retention.map(|kept| kept.nrr + kept.grr + kept.logo));
            }
        }
        let client = UnitEconomics { margin, retention_cost: keep, discount, growth };
        if let Ok(cohorts) = Cohorts::new(&rows) {
            let fits: Vec<Fit> = cohorts.fitting().finish().into_iter().flatten().collect();
            if let Ok(found) = WorthOverModels::of(&fits, n.is_multiple_of(2), &client, cohorts.last_age()) {
                fine(found.least);
                fine(found.most);
                fine(found.worth.map(|worth| worth.worth + worth.inside));
            }
            if let Ok(found) = verdict(&fits) {
                fine(Resampling::new(&cohorts, &found.fit, &client, 3, 1).finish().map(|band| band.p10 + band.p90));
            }
            fine(cohorts.pooled_churn().map(|churn| churn.low + churn.high));
            let plan = CohortPlan {
                model: Model::Sbg { alpha: won, beta: win }, base: cohorts.base(), new_clients: won, margin, retention_cost: keep, acquisition_spend: win, discount, growth, churn_factor: factor,
            };
            fine(plan.project(n.min(30)).map(|projection| projection.profit.iter().sum()));
            fine(plan.terminal_value(n.min(30)));
        }
    }
}
