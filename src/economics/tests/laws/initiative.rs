use orbita_economics::*;
use proptest::prelude::*;

use crate::statements::{plan, ranged, statements};
use crate::{cases, close};

prop_compose! {
    fn initiatives(most: usize)(
        chosen in prop::collection::vec(
            (0.0..3e4, 0.0..1e3, 0.0..=1.0f64, -0.01..0.05, -20.0..80.0, 0.0..0.5, any::<bool>()), 1..=most,
        ),
    ) -> Vec<Initiative> {
        let one = |((once, monthly, reach, cut, gain, won, free), luck)| Initiative {
            luck,
            cost_once: Estimate::exact(once),
            cost_per_month: Estimate::exact(if free { 0.0 } else { monthly }),
            cost_from: CostFrom::OnTop,
            reach: Estimate::exact(reach),
            churn_cut: Estimate::exact(cut),
            margin_gain: Estimate::exact(gain),
            new_clients: Estimate::exact(won),
        };
        chosen.into_iter().zip(0..).map(one).collect()
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn together_they_are_worth_no_more_than_apart_in_any_order(stated in statements(), chosen in initiatives(4)) {
        let plan = plan(&stated);
        let worth = Initiatives::new(&plan, &chosen).unwrap().likely().unwrap();
        let sum: f64 = worth.alone.iter().sum();
        let scale = 1e-9 * worth.alone.iter().map(|alone| alone.abs()).fold(1.0, f64::max);
        prop_assert!(worth.combined <= sum + scale && worth.combined <= worth.direct);
        for (at, alone) in worth.alone.iter().enumerate() {
            let single = Initiatives::new(&plan, &chosen[at..=at]).unwrap().likely().unwrap();
            prop_assert!((single.combined - alone).abs() <= scale && (single.direct - alone).abs() <= scale);
            prop_assert!((single.marginal[0] - alone).abs() <= scale);
            let others: Vec<Initiative> =
                chosen.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).collect();
            let without = Initiatives::new(&plan, &others).unwrap().likely().unwrap();
            prop_assert!((worth.combined - without.combined - worth.marginal[at]).abs() <= scale);
        }
        let backwards: Vec<Initiative> = chosen.iter().rev().copied().collect();
        let again = Initiatives::new(&plan, &backwards).unwrap().likely().unwrap();
        prop_assert!((again.combined - worth.combined).abs() <= scale && (again.direct - worth.direct).abs() <= scale);
        let best = stated.answers.map_or(0.0, |answers| answers.lowest_churn.likely);
        prop_assert!(worth.lowest_churn >= best * (1.0 - 1e-9) && worth.lowest_churn <= 1.0);
    }

    #[test]
    fn the_profit_of_a_plan_with_an_initiative_is_that_of_the_plan_it_makes(stated in statements(), one in initiatives(1)) {
        // Reaching everybody, an initiative only changes the numbers of a plan without answers.
        let stated = Statement { answers: None, retention_budget: RetentionBudget::PerClient, ..stated };
        let one = Initiative { reach: Estimate::exact(1.0), cost_once: Estimate::exact(0.0), cost_per_month: Estimate::exact(0.0), ..one[0] };
        let churn = (stated.churn.likely - one.churn_cut.likely).clamp(0.0, 1.0);
        let margin = stated.revenue.likely * stated.margin.likely;
        let gained = (margin + one.margin_gain.likely).max(0.0);
        let won = (1.0 - stated.retention_share) * stated.budget.likely / stated.cac.likely;
        let changed = Statement {
            churn: churn.into(),
            revenue: (stated.revenue.likely * gained / margin).into(),
            cac: ((1.0 - stated.retention_share) * stated.budget.likely / (won + one.new_clients.likely)).into(),
            // Running terms that are paid after were begun before the initiative.
            terms: PaymentTerms { paid: PaymentTiming::InAdvance, ..stated.terms },
            ..stated.clone()
        };
        prop_assume!(won > 1e-9);
        let before = Statement { terms: changed.terms, ..stated };
        let worth = Initiatives::new(&plan(&before), &[one]).unwrap().likely().unwrap();
        let difference = plan(&changed).likely().profit().unwrap() - plan(&before).likely().profit().unwrap();
        prop_assert!((worth.direct - difference).abs() <= 1e-9 * plan(&changed).likely().profit().unwrap().abs().max(1e4));
    }

    #[test]
    fn what_just_pays_pays_nothing(stated in statements(), one in initiatives(1)) {
        let plan = plan(&stated);
        let one = Initiative { margin_gain: Estimate::exact(0.0), new_clients: Estimate::exact(0.0), ..one[0] };
        let initiatives = Initiatives::new(&plan, &[one]).unwrap();
        if let Ok(cut) = initiatives.break_even_cut(0) {
            let just = Initiative { churn_cut: cut.into(), ..one };
            let worth = Initiatives::new(&plan, &[just]).unwrap().likely().unwrap().direct;
            let cost = one.cost_once.likely + one.cost_per_month.likely * f64::from(stated.horizon);
            prop_assert!(worth.abs() <= 1e-6 * cost.max(1.0) || cut == 0.0, "{} {}", cut, worth);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn exact_initiatives_are_worth_the_same_in_every_run(stated in statements(), chosen in initiatives(3), work in 1u64..5_000) {
        let plan = plan(&stated);
        let initiatives = Initiatives::new(&plan, &chosen).unwrap();
        let likely = initiatives.likely().unwrap();
        let mut simulation = WorthSimulation::new(&initiatives, &Luck::alone(), 20, 3).unwrap();
        while !simulation.advance(work).is_complete() {}
        let ranges = simulation.finish();
        let scale = 1e-9 * likely.alone.iter().map(|alone| alone.abs()).fold(1.0, f64::max);
        let same = |runs: &Runs, worth: f64| runs.figures().all(|run| (run.unwrap() - worth).abs() <= scale);
        prop_assert!(same(&ranges.combined, likely.combined) && same(&ranges.direct, likely.direct));
        for at in 0..chosen.len() {
            prop_assert!(same(&ranges.alone[at], likely.alone[at]) && same(&ranges.marginal[at], likely.marginal[at]));
        }
    }

    #[test]
    fn an_initiative_is_drawn_alike_whatever_else_is_selected(stated in ranged(), chosen in initiatives(3)) {
        let plan = plan(&stated);
        let wide: Vec<Initiative> = chosen
            .iter()
            .map(|one| Initiative { churn_cut: Estimate::range(0.0, 0.004, 0.01), ..*one })
            .collect();
        let ranges = |chosen: &[Initiative]| {
            WorthSimulation::new(&Initiatives::new(&plan, chosen).unwrap(), &Luck::alone(), 40, 3).unwrap().finish()
        };
        let all = ranges(&wide);
        for (at, one) in wide.iter().enumerate() {
            prop_assert_eq!(&ranges(&[*one]).alone[0], &all.alone[at]);
        }
        let above = all.combined.figures().zip(all.direct.figures()).all(|(combined, direct)| combined <= direct);
        prop_assert!(above);
    }
}

#[test]
fn nothing_stated_is_nothing_to_value() {
    let nothing = Initiative::nothing(1);
    assert_eq!(nothing.missing(), Some(Missing::Effect));
    let cut = Initiative { churn_cut: Estimate::range(0.0, 0.001, 0.002), ..nothing };
    assert_eq!(cut.missing(), Some(Missing::Cost));
    assert_eq!(Initiative { cost_once: 10.0.into(), ..cut }.missing(), None);
    assert_eq!(Initiative { reach: 0.0.into(), ..cut }.missing(), Some(Missing::Effect));
    assert_eq!(Initiative { new_clients: 1.0.into(), cost_per_month: 5.0.into(), ..nothing }.missing(), None);
}

#[test]
fn a_cost_paid_from_the_retention_budget_needs_room_there() {
    let stated = Statement {
        period: 1,
        horizon: 12,
        clients: 100.0.into(),
        revenue: 100.0.into(),
        margin: 0.5.into(),
        churn: 0.05.into(),
        cac: 300.0.into(),
        budget: 2_000.0.into(),
        retention_share: 0.5,
        retention_budget: RetentionBudget::PerClient,
        one_off: 0.0.into(),
        one_off_months: 0,
        discount: 0.0.into(),
        growth: 0.0.into(),
        answers: None,
        terms: PaymentTerms::MONTHLY,
        churn_by_age: None,
    };
    let inside = |cost: f64| Initiative {
        cost_per_month: cost.into(),
        cost_from: CostFrom::RetentionBudget,
        churn_cut: 0.01.into(),
        ..Initiative::nothing(0)
    };
    assert_eq!(Initiatives::new(&plan(&stated), &[inside(10.0)]).unwrap_err(), NoFigure::NotAnswered);
    let answers = Answers {
        retention_spend: 1_000.0.into(),
        idle_churn: 0.08.into(),
        lowest_churn: 0.02.into(),
        acquisition_spend: 1_000.0.into(),
        most_new_clients: 10.0.into(),
    };
    let answered = Statement { answers: Some(answers), ..stated };
    assert!(Initiatives::new(&plan(&answered), &[inside(600.0), inside(500.0)]).is_err(), "more than there is");
    let worth = Initiatives::new(&plan(&answered), &[inside(600.0)]).unwrap().likely().unwrap();
    assert!(worth.churn > 0.05, "less is left for retention: {}", worth.churn);
    assert!(close(worth.lowest_churn, worth.churn - 0.01, 1e-12));
    let thirteen = vec![inside(0.0); 13];
    let refused = Initiatives::new(&plan(&answered), &thirteen).unwrap_err();
    assert_eq!(refused, NoFigure::Input { field: Field::Initiatives, must: Must::BeAtMost(12) });
}
