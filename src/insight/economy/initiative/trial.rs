//! What a test of an initiative could tell, whether that could change the decision, and what it costs.

use orbita_economics::{
    Answers, Belief, Choice, Detection, Figure, GroupSizes, Initiative as Stated, Initiatives, MonthlyPlan, NoFigure,
    Statement, TestValue, churn_standard_error,
};

use super::super::plan;
use crate::model::scenario::Scenario;

/// How rare a false alarm and how sure a true one must be, and how long a test takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// How rare a false alarm and how sure a true one must be.
    pub detection: Detection,
    /// How long it takes, in months.
    pub months: u32,
}

impl Default for Test {
    fn default() -> Self {
        Test { detection: Detection { significance: 0.05, power: 0.8 }, months: 12 }
    }
}

/// What a test of an effect on churn could tell: those reached against a control group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// The test.
    pub test: Test,
    /// Clients there are without it and with it, by their shares of all: not yet [whole](GroupSizes::there) ones.
    pub there: GroupSizes,
    /// Clients needed without it and with it.
    pub needed: Figure<GroupSizes>,
    /// The fewest months in which those who are there suffice.
    pub months_needed: Figure<u32>,
    /// Whether the result could change the decision, and what that is worth.
    pub value: Figure<TestValue>,
    /// What the test costs, in today's money, beside what would be done without one: the gain that the control group goes without
    /// where that would be to carry the initiative out, else what carrying it out for the time of the test costs more than it
    /// brings in that time. What is paid once is part of the decision. `None` where there is no decision.
    pub cost: Option<f64>,
    /// Whether half of those reached are held back, since all clients are reached.
    pub holds_back: bool,
}

pub(super) fn trial(
    scenario: &Scenario,
    plan: &MonthlyPlan,
    stated: &Stated,
    lowest_churn: f64,
    test: Test,
) -> Figure<Trial> {
    if scenario.by_age.is_some() {
        return Err(NoFigure::NoSingleRate);
    }
    let likely = |input| plan.estimate(input).map_or(0.0, |estimate| estimate.likely);
    let churn = plan.likely().effect().churn;
    // Nothing keeps more clients than the churn at best.
    let changed = (churn - stated.churn_cut.likely).max(lowest_churn.min(churn)).min(1.0);
    let clients = likely(orbita_economics::Input::Clients);
    let holds_back = stated.reach.likely >= 1.0;
    let reached = if holds_back { 0.5 } else { stated.reach.likely };
    let there = GroupSizes { first: clients * (1.0 - reached), second: clients * reached };
    let ratio = reached / (1.0 - reached);
    let needed = test.detection.churn_groups(churn, changed, test.months, ratio).map(GroupSizes::whole);
    let months_needed = test.detection.months_needed(churn, changed, clients, reached);
    let value = || {
        if test.months >= scenario.horizon.into() {
            // Nothing is left for which to decide.
            return Ok(TestValue { default_is_to_act: false, evsi: 0.0, change_probability: 0.0 });
        }
        let then = after_test(scenario, plan, test.months)?;
        let today = yearly(scenario.discount.likely(), test.months).recip();
        let noise = churn_standard_error(churn, test.months, (there.first, there.second))?;
        let (mean, deviation) = stated.churn_cut.moments()?;
        // What a point is worth is read off the likely effect; what does not hang on it counts as a cost.
        let with = |cut: f64| {
            let only = Stated { churn_cut: cut.into(), ..*stated };
            Initiatives::new(&then, &[only])?.likely().map(|worth| worth.direct * today)
        };
        let nothing = with(0.0)?;
        let worth = (with(stated.churn_cut.likely)? - nothing) / stated.churn_cut.likely;
        Choice { worth, cost: -nothing }.value_of_test(&Belief { mean, deviation }, noise)
    };
    let value = value();
    let is_open = test.months < scenario.horizon.into();
    let cost = value.ok().filter(|_| is_open).and_then(|value| {
        let kept = (1.0 - changed) / (1.0 - churn);
        let path = TestPath { scenario, plan, stated, months: test.months, reached, kept };
        if value.default_is_to_act { path.cost_of_waiting() } else { path.cost_of_trying() }.ok()
    });
    Ok(Trial { test, there, needed, months_needed, value, cost, holds_back })
}

/// The months of a test, and what they leave for the rest of the horizon.
#[derive(Clone, Copy)]
struct TestPath<'a> {
    scenario: &'a Scenario,
    plan: &'a MonthlyPlan,
    stated: &'a Stated,
    months: u32,
    /// The share of clients that is reached during the test.
    reached: f64,
    /// How many times as many of them stay in a month.
    kept: f64,
}

impl TestPath<'_> {
    /// What the effect alone brings from the first month of a plan on, where a share of the clients is reached.
    fn gain(self, plan: &MonthlyPlan, reach: f64) -> Figure {
        let effect = Stated { cost_once: 0.0.into(), cost_per_month: 0.0.into(), reach: reach.into(), ..*self.stated };
        Initiatives::new(plan, &[effect])?.likely().map(|worth| worth.direct)
    }

    /// The same from the end of the test on, in the money of today.
    fn gain_after(self, reach: f64) -> Figure {
        let then = after_test(self.scenario, self.plan, self.months)?;
        Ok(self.gain(&then, reach)? / yearly(self.scenario.discount.likely(), self.months))
    }

    /// For an initiative that would be carried out: the control group waits, and some of it are gone by then, with all that they
    /// would have paid.
    fn cost_of_waiting(self) -> Figure {
        let all = self.stated.reach.likely;
        Ok(self.gain(self.plan, all)? - self.gain(self.plan, self.reached)? - self.gain_after(all - self.reached)?)
    }

    /// For one that would not be carried out: the months of the test are paid, and those that stayed because of it pay on.
    fn cost_of_trying(self) -> Figure {
        let months = MonthlyPlan::of(&Statement { horizon: self.months, ..plan::statement(self.scenario) })?;
        let paid = Stated { cost_once: 0.0.into(), reach: self.reached.into(), ..*self.stated };
        let paid = self.gain(&months, self.reached)? - Initiatives::new(&months, &[paid])?.likely()?.direct;
        // More of them are there than without the test, and what the initiative would bring on goes with its end.
        let more = self.kept.powi(self.months as i32);
        Ok(paid - self.gain(self.plan, self.reached)? + more * self.gain_after(self.reached)?)
    }
}

/// What is left of a plan after a test (F76): the clients that are there then, at the prices of then, over the rest of the
/// horizon. What was paid once is paid.
fn after_test(scenario: &Scenario, plan: &MonthlyPlan, months: u32) -> Figure<MonthlyPlan> {
    let stated = plan::statement(scenario);
    let there = plan.likely().project()?.clients.get(months as usize).copied().unwrap_or_default();
    let share = if stated.clients.likely > 0.0 { there / stated.clients.likely } else { 1.0 };
    let retention = stated.budget.likely * stated.retention_share;
    let acquisition = stated.budget.likely - retention;
    let retention = if scenario.keeps_by_client() { retention * share } else { retention };
    let budget = retention + acquisition;
    MonthlyPlan::of(&Statement {
        horizon: stated.horizon - months,
        clients: there.into(),
        revenue: (stated.revenue.likely * yearly(stated.growth.likely, months)).into(),
        budget: budget.into(),
        retention_share: if budget > 0.0 { retention / budget } else { 0.0 },
        one_off: 0.0.into(),
        // A client is answered for with the same money as before.
        answers: stated
            .answers
            .map(|answers| Answers { retention_spend: (answers.retention_spend.likely * share).into(), ..answers }),
        ..stated
    })
}

/// What a yearly rate makes of 1 over so many months.
fn yearly(rate: f64, months: u32) -> f64 {
    (1.0 + rate).powf(f64::from(months) / 12.0)
}
