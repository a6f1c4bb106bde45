use orbita_economics::*;
use proptest::prelude::*;

use crate::statements::{plan, ranged, statements};
use crate::{cases, close};

fn simulated(plan: &MonthlyPlan, luck: &Luck) -> Ranges {
    Simulation::new(plan, luck, 300, 7).unwrap().finish().unwrap()
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn the_same_business_gives_the_same_answer_by_month_quarter_and_year(stated in statements()) {
        let by_month = plan(&stated);
        let profit = by_month.likely().project().unwrap();
        let client = by_month.likely().client_figures().unwrap();
        for months in [3, 12] {
            let restated = stated.clone().restated(months);
            let other = plan(&restated);
            let projection = other.likely().project().unwrap();
            for (one, two) in profit.profit.iter().zip(&projection.profit) {
                prop_assert!(close(*one, *two, 1e-9), "{} {}", one, two);
            }
            prop_assert!(close(*profit.kept.last().unwrap(), *projection.kept.last().unwrap(), 1e-9));
            let figures = other.likely().client_figures().unwrap();
            let alike = |one: Figure, two: Figure| match (one, two) {
                (Ok(one), Ok(two)) => close(one, two, 1e-9),
                (one, two) => one == two,
            };
            prop_assert!(alike(client.ltv_net, figures.ltv_net) && alike(client.ratio_net, figures.ratio_net));
            let payments = |figures: &ClientFigures| figures.payback_net.map(|payback| payback.payments);
            prop_assert!(alike(payments(&client), payments(&figures)));
            let back = restated.restated(1);
            for input in Input::ALL {
                if let (Some(there), Some(back)) = (stated.estimate(input), back.estimate(input)) {
                    // Of a churn near all in a year hardly anybody is left, and those few hold the digits.
                    let left = if input.measure() == Measure::Churn { (1.0 - there.likely).powi(11) } else { 1.0 };
                    prop_assert!((there.likely - back.likely).abs() <= 1e-12 * there.likely.abs() / left);
                }
            }
        }
    }

    #[test]
    fn milestones_are_what_the_projection_and_the_cash_of_their_months_say(stated in statements()) {
        let plan = plan(&stated);
        let run = plan.likely();
        let (projection, cash) = (run.project().unwrap(), run.cash().unwrap());
        let months: Vec<u32> = (1..=stated.horizon + 1).collect();
        let told = run.milestones(&months).unwrap();
        prop_assert_eq!(told.iter().map(|one| one.month).collect::<Vec<_>>(), (1..=stated.horizon).collect::<Vec<_>>());
        let growth = (1.0 + stated.growth.likely).powf(1.0 / 12.0);
        let price = stated.revenue.likely / f64::from(stated.period);
        for (month, one) in (1..).zip(&told) {
            let price = price * growth.powi(month as i32 - 1);
            prop_assert!(close(one.clients, projection.clients[month], 1e-9));
            prop_assert!(close(one.kept, projection.kept[month], 1e-9));
            prop_assert!(close(one.cash, cash[month], 1e-9));
            prop_assert!(close(one.revenue, one.clients * price, 1e-9), "{} {}", one.revenue, one.clients * price);
        }
    }

    #[test]
    fn runs_of_milestones_are_those_of_the_simulation(stated in ranged()) {
        // Without a discount rate profit is cash.
        let plan = plan(&Statement { discount: 0.0.into(), ..stated });
        let all = simulated(&plan, &Luck::alone());
        let months = [1, plan.horizon()];
        for one in plan.milestone_runs(&Luck::alone(), &months, 300, 7).unwrap() {
            prop_assert_eq!(one.cash.count(), 300);
            let band = one.cash.band().unwrap();
            let of_month = all.profit[one.month as usize];
            prop_assert!(close(band.p10, of_month.p10, 1e-9) && close(band.p90, of_month.p90, 1e-9));
        }
    }

    #[test]
    fn profit_and_terminal_value_do_not_depend_on_the_horizon(stated in statements(), more in 1u32..30) {
        // Without acquisition the plan just goes on: profit and terminal value are one sum, cut anywhere.
        let stated = Statement {
            retention_share: 1.0, retention_budget: RetentionBudget::PerClient, growth: 0.0.into(), one_off: 0.0.into(), ..stated
        };
        prop_assume!(stated.discount.likely > 0.01);
        let whole = |horizon: u32| {
            plan(&Statement { horizon, ..stated.clone() }).likely().with_terminal_value().unwrap().total.unwrap()
        };
        let scale = stated.budget.likely.max(stated.revenue.likely * stated.clients.likely) * 100.0;
        prop_assert!((whole(stated.horizon) - whole(stated.horizon + more)).abs() < 1e-9 * scale);
    }

    #[test]
    fn clients_who_pay_each_month_are_worth_their_number_times_one(stated in statements()) {
        let stated = Statement {
            retention_share: 1.0, retention_budget: RetentionBudget::PerClient, one_off: 0.0.into(), growth: 0.0.into(),
            terms: PaymentTerms { months: 1, ..stated.terms }, ..stated
        };
        prop_assume!(stated.discount.likely > 0.01);
        let run = plan(&stated);
        let all = run.likely().with_terminal_value().unwrap().total.unwrap();
        let net = run.likely().client().net().unwrap();
        prop_assert!(close(all, stated.clients.likely * net, 1e-8), "{} {}", all, stated.clients.likely * net);
    }

    #[test]
    fn net_never_exceeds_gross_and_a_saved_client_costs_more_than_a_kept_one(stated in statements()) {
        let run = plan(&stated);
        let figures = run.likely().client_figures().unwrap();
        if let (Ok(net), Ok(gross)) = (figures.ltv_net, figures.ltv_gross) {
            prop_assert!(net <= gross);
            prop_assert!(figures.ratio_net.is_ok() == (net > 0.0));
        }
        if let (Ok(net), Ok(gross)) = (figures.payback_net, figures.payback_gross) {
            prop_assert!(net.payments >= gross.payments * (1.0 - 1e-12) && net.month >= gross.month);
        }
        prop_assert!(figures.payback_gross.is_ok() || figures.payback_net.is_err());
        let costs = run.likely().retention_costs();
        let rising = [costs.per_kept, costs.per_saved, costs.one_more];
        for pair in rising.windows(2) {
            if let (Ok(less), Ok(more)) = (pair[0], pair[1]) {
                prop_assert!(less <= more * (1.0 + 1e-9), "{:?}", costs);
            }
        }
    }

    #[test]
    fn at_current_spend_a_run_has_the_churn_and_cac_it_drew_and_more_retention_never_raises_churn(
        stated in ranged(), scores in prop::array::uniform14(-3.0..3.0), shares in prop::array::uniform2(0.0..1.0f64),
    ) {
        let answers = stated.answers.unwrap();
        let (keep, win) = (answers.retention_spend.likely, answers.acquisition_spend.likely);
        let budget = keep + win;
        let today = Statement { budget: budget.into(), retention_share: keep / budget, ..stated };
        let scores = Input::ALL.iter().zip(scores).fold(Scores::default(), |all, (input, score)| all.with(*input, score));
        let run_of = |keep: f64| plan(&Statement { retention_share: keep, ..today.clone() }).run(&scores).effect();
        let drawn = |input: Input| {
            let estimate = plan(&today).estimate(input).unwrap();
            Spread::new(Field::Amount, estimate, input.bounds()).unwrap().at(scores.of(input))
        };
        let effect = run_of(keep / budget);
        prop_assert!(close(effect.churn, drawn(Input::Churn), 1e-9), "{:?}", effect);
        prop_assert!((effect.cac / drawn(Input::Cac) - 1.0).abs() < 1e-9, "{:?}", effect);
        let [less, more] = [shares[0].min(shares[1]), shares[0].max(shares[1])].map(run_of);
        prop_assert!(more.churn <= less.churn && more.new_clients <= less.new_clients + 1e-12);
        let best = Spread::new(
            Field::LowestChurn, answers.lowest_churn, Bounds { least: 0.0, most: today.churn.likely },
        ).unwrap().at(scores.of(Input::LowestChurn));
        prop_assert!(more.churn >= drawn(Input::Churn) / today.churn.likely * best * (1.0 - 1e-9));
    }

    #[test]
    fn exact_inputs_give_the_projection_in_every_run(stated in statements()) {
        let plan = plan(&stated);
        let projection = plan.likely().project().unwrap();
        let ranges = Simulation::new(&plan, &Luck::alone(), 3, 1).unwrap().finish().unwrap();
        prop_assert_eq!(ranges.profit.len(), stated.horizon as usize + 1);
        prop_assert!(!ranges.has_ranges);
        for (month, band) in ranges.profit.iter().enumerate() {
            prop_assert!(band.p10 == band.p90 && close(band.p50, projection.profit[month], 1e-10));
            prop_assert!(close(ranges.kept[month].p50, projection.kept[month], 1e-10));
            prop_assert_eq!(ranges.paid_back[month], f64::from(u8::from(band.p50 >= 0.0)));
        }
        let total = plan.likely().with_terminal_value().unwrap().total;
        match (total, ranges.with_terminal_value.mean()) {
            (Ok(one), Ok(two)) => prop_assert!(close(one, two, 1e-9)),
            (one, two) => prop_assert_eq!(one.is_ok(), two.is_ok()),
        }
        prop_assert_eq!(Comparison::of(&ranges, &ranges), Err(NoFigure::NoRange));
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn equal_plans_never_differ_and_swapping_turns_the_sign(one in ranged(), other in ranged()) {
        let horizon = one.horizon;
        let (a, b) = (plan(&one), plan(&Statement { horizon, ..other }));
        let both = assign_luck(&[&a, &a], &[]).unwrap();
        let alike = Comparison::of(&simulated(&a, &both[0]), &simulated(&a, &both[1])).unwrap();
        prop_assert_eq!((alike.p10.value, alike.p50.value, alike.p90.value, alike.wins), (0.0, 0.0, 0.0, 0.0));
        let luck = assign_luck(&[&a, &b], &[]).unwrap();
        let (of_a, of_b) = (simulated(&a, &luck[0]), simulated(&b, &luck[1]));
        let ahead = of_b.at_end.minus(&of_a.at_end).unwrap();
        let behind = of_a.at_end.minus(&of_b.at_end).unwrap();
        let turned: Vec<Option<f64>> = behind.figures().map(|x| x.map(|x| -x + 0.0)).collect();
        prop_assert_eq!(ahead.figures().map(|x| x.map(|x| x + 0.0)).collect::<Vec<_>>(), turned);
        let wins = of_b.at_end.ahead_of(&of_a.at_end).unwrap() + of_a.at_end.ahead_of(&of_b.at_end).unwrap();
        prop_assert!(wins <= 1.0);
    }

    #[test]
    fn with_only_the_budget_a_range_no_run_beats_the_best_budget(stated in ranged()) {
        let exact = Input::ALL.into_iter().filter(|input| *input != Input::Budget).fold(stated, |stated, input| {
            let likely = stated.estimate(input).map_or(0.0, |estimate| estimate.likely);
            stated.with(input, likely)
        });
        let plan = plan(&exact);
        let most = plan.best_budget().unwrap().value;
        let runs = simulated(&plan, &Luck::alone()).at_end;
        prop_assert_eq!(runs.share(|profit| profit > most + 1e-7 * most.abs().max(1.0)), 0.0);
    }

    #[test]
    fn slices_change_nothing_and_fewer_runs_are_the_first(stated in ranged(), work in 1u64..200_000) {
        let plan = plan(&stated);
        let mut sliced = Simulation::new(&plan, &Luck::alone(), 300, 7).unwrap();
        let mut last = 0;
        loop {
            let progress = sliced.advance(work).unwrap();
            prop_assert!(progress.done > last || progress.is_complete());
            last = progress.done;
            if progress.is_complete() {
                break;
            }
        }
        let all = simulated(&plan, &Luck::alone());
        prop_assert_eq!(&sliced.finish().unwrap(), &all);
        let fewer = Simulation::new(&plan, &Luck::alone(), 100, 7).unwrap().finish().unwrap();
        let first: Vec<Option<f64>> = all.at_end.figures().take(100).collect();
        prop_assert_eq!(fewer.at_end.figures().collect::<Vec<_>>(), first);
    }

    #[test]
    fn the_bars_of_a_tornado_end_at_the_deciles(stated in ranged()) {
        let plan = plan(&stated);
        let bars = plan.tornado(&Luck::alone(), Some(0.1)).unwrap();
        prop_assert_eq!(bars.len(), Input::ALL.len());
        for pair in bars.windows(2) {
            prop_assert!(pair[0].length().unwrap() >= pair[1].length().unwrap());
        }
        for bar in &bars {
            prop_assert_eq!(bar.stated, plan.is_range(bar.input));
            let estimate = plan.estimate(bar.input).unwrap();
            if bar.stated {
                prop_assert!(close(bar.low, estimate.low, 1e-9) && close(bar.high, estimate.high, 1e-9));
            }
            if bar.stated && !bar.input.is_answer() && !matches!(bar.input, Input::Churn | Input::Cac) {
                // The curves hold for what is likely of churn and CAC; any other input may as well be stated at its end.
                let moved = super::statements::plan(&stated.clone().with(bar.input, estimate.high));
                prop_assert!(close(moved.likely().profit().unwrap(), bar.at_high.unwrap(), 1e-9), "{:?}", bar);
            }
        }
    }

    #[test]
    fn no_share_of_the_budget_beats_the_best(stated in statements(), share in 0.0..=1.0f64) {
        let plan = plan(&stated);
        let best = plan.best_share(0.03).unwrap();
        let elsewhere = plan.profit_at(share).unwrap();
        let slack = 1e-9 * best.top.abs().max(1.0);
        prop_assert!(elsewhere <= best.top + slack, "{:?} {}", best, elsewhere);
        prop_assert!(best.from <= best.top_share && best.top_share <= best.to);
        let allowed = 0.03 * best.top.abs() + slack;
        prop_assert!(best.loss_from <= allowed && best.loss_to <= allowed && best.loss_now >= -slack);
        if (best.from..=best.to).contains(&share) {
            prop_assert!(best.top - elsewhere <= allowed * (1.0 + 1e-6));
        }
    }

    #[test]
    fn cash_is_profit_without_discount_and_its_lowest_month_is_the_lowest(stated in statements()) {
        let run = plan(&stated);
        let cash = run.likely().cash().unwrap();
        let undiscounted = plan(&Statement { discount: 0.0.into(), ..stated }).likely().project().unwrap();
        prop_assert_eq!(&cash, &undiscounted.profit);
        let lowest = run.likely().lowest_cash().unwrap();
        prop_assert!(cash.iter().all(|sum| *sum >= lowest.cash) && cash[lowest.month as usize] == lowest.cash);
        if let Some(back) = lowest.back {
            prop_assert!(cash[back as usize] >= 0.0);
            prop_assert!(cash[lowest.month as usize..back as usize].iter().all(|sum| *sum < 0.0));
        }
    }
}

#[test]
fn inputs_stated_alike_share_their_luck_and_others_do_not() {
    let churn = Estimate::range(0.02, 0.03, 0.05);
    let base = Statement {
        period: 1,
        horizon: 12,
        clients: 100.0.into(),
        revenue: Estimate::range(90.0, 100.0, 120.0),
        margin: 0.5.into(),
        churn,
        cac: 500.0.into(),
        budget: 2_000.0.into(),
        retention_share: 0.2,
        retention_budget: RetentionBudget::PerClient,
        one_off: 0.0.into(),
        one_off_months: 1,
        discount: 0.1.into(),
        growth: 0.0.into(),
        answers: None,
        terms: PaymentTerms::MONTHLY,
        churn_by_age: None,
    };
    let by_quarter = plan(&base.clone().restated(3));
    let (one, other) = (plan(&base), plan(&Statement { churn: Estimate::range(0.02, 0.03, 0.051), ..base.clone() }));
    assert_eq!(shared_inputs(&one, &by_quarter), [Input::Revenue, Input::Churn], "the same per month");
    assert_eq!(shared_inputs(&one, &other), [Input::Revenue]);

    let plans = [&one, &other];
    let place = |plan, input| InputPlace { plan, input };
    let link = |follower, leader| Link { follower, leader, against: false };
    let free = assign_luck(&plans, &[]).unwrap();
    assert_eq!(free[0].of(Input::Revenue), free[1].of(Input::Revenue));
    assert_ne!(free[0].of(Input::Churn), free[1].of(Input::Churn));
    let linked = assign_luck(&plans, &[link(place(1, Input::Churn), place(0, Input::Churn))]).unwrap();
    assert_eq!(linked[0].of(Input::Churn), linked[1].of(Input::Churn));

    let against = Link { against: true, ..link(place(0, Input::Churn), place(0, Input::Revenue)) };
    let together = assign_luck(&[&one], &[against]).unwrap();
    assert_eq!(together[0].of(Input::Churn), together[0].of(Input::Revenue).against());
    let bars = one.tornado(&together[0], None).unwrap();
    assert_eq!((bars.len(), bars[0].input, &bars[0].with[..]), (1, Input::Revenue, &[Input::Churn][..]));

    let to_exact = link(place(0, Input::Churn), place(0, Input::Margin));
    assert_eq!(assign_luck(&plans, &[to_exact]).unwrap()[0].of(Input::Churn), free[0].of(Input::Churn), "does nothing");
    let circle = [
        link(place(0, Input::Churn), place(0, Input::Revenue)),
        link(place(0, Input::Revenue), place(0, Input::Churn)),
    ];
    assert!(matches!(assign_luck(&plans, &circle), Err(NoFigure::Circular(_))));
}

#[test]
fn what_contradicts_itself_is_refused_by_name() {
    let fine = Statement {
        period: 3,
        horizon: 12,
        clients: 10.0.into(),
        revenue: 100.0.into(),
        margin: 0.5.into(),
        churn: 0.1.into(),
        cac: 50.0.into(),
        budget: 100.0.into(),
        retention_share: 0.5,
        retention_budget: RetentionBudget::PerClient,
        one_off: 0.0.into(),
        one_off_months: 0,
        discount: 0.1.into(),
        growth: 0.0.into(),
        answers: Some(Answers {
            retention_spend: 50.0.into(),
            idle_churn: 0.2.into(),
            lowest_churn: 0.05.into(),
            acquisition_spend: 50.0.into(),
            most_new_clients: 4.0.into(),
        }),
        terms: PaymentTerms::MONTHLY,
        churn_by_age: None,
    };
    assert!(MonthlyPlan::of(&fine).is_ok());
    let refusal = |input, estimate: Estimate| MonthlyPlan::of(&fine.clone().with(input, estimate)).unwrap_err();
    let input = |field, must| NoFigure::Input { field, must };
    assert_eq!(refusal(Input::LowestChurn, 0.1.into()), input(Field::LowestChurn, Must::StayBelow(Field::Churn)));
    assert_eq!(refusal(Input::IdleChurn, 0.1.into()), input(Field::Churn, Must::StayBelow(Field::IdleChurn)));
    assert_eq!(
        refusal(Input::MostNewClients, 1.0.into()),
        input(Field::MostNewClients, Must::AgreeWith(Field::AcquisitionSpend))
    );
    assert_eq!(refusal(Input::Cac, 0.0.into()), input(Field::Cac, Must::BePositive));
    assert_eq!(refusal(Input::Revenue, (-1.0).into()), input(Field::Revenue, Must::NotBeNegative));
    assert_eq!(refusal(Input::Revenue, 1e16.into()), NoFigure::TooLarge);
    let beyond = Estimate::range(0.1, 0.4, 1.2);
    let bound = NoFigure::Bound { input: Field::GrossMargin, end: Field::High, must: Must::BeAShare };
    assert_eq!(refusal(Input::Margin, beyond), bound);
    // A range of an answer may reach beyond today's point: its draws are held there.
    assert!(MonthlyPlan::of(&fine.clone().with(Input::IdleChurn, Estimate::range(0.05, 0.2, 0.3))).is_ok());
    assert!(MonthlyPlan::of(&Statement { horizon: 0, ..fine.clone() }).is_err());
    assert!(
        MonthlyPlan::of(&Statement { terms: PaymentTerms { months: 0, paid: PaymentTiming::InArrears }, ..fine })
            .is_err()
    );
}
