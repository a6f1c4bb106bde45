//! From a friction to money: what an initiative is worth, and what a test of it could tell.

use orbita_economics::{
    Answers, Belief, Chance, Choice, CostFrom, Detection, Figure, GroupSizes, Initiative as Stated, Initiatives, Luck,
    Missing, MonthlyPlan, NoFigure, Quantile, Runs, Statement, TestValue, WorthSimulation, churn_standard_error,
    restated_cut,
};

use super::{SEED, plan};
use crate::model::Engagement;
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Initiative, Scenario};

/// Runs for one initiative: there may be many of them. Every figure shows the digits that they hold.
const RUNS: u32 = 4_000;

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

/// Why an initiative has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unvalued {
    /// Nobody stated an effect, or a cost.
    Missing(Missing),
    /// The figures do not allow it.
    NoFigure(NoFigure),
}

impl From<NoFigure> for Unvalued {
    fn from(why: NoFigure) -> Self {
        Unvalued::NoFigure(why)
    }
}

/// What an initiative adds to the profit of a scenario over its horizon, in today's money: those who join later gain too, and
/// its costs are taken off.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// With what is likely.
    pub likely: f64,
    /// Its range and the share of runs in which it pays; `None` where nobody stated a range.
    pub range: Option<WorthRange>,
    /// What it costs over the horizon, with what is likely.
    pub cost: f64,
    /// Points of churn per period that it must take away to pay for itself, its other effects as they are.
    pub break_even: Figure,
    /// What a test of its effect on churn could tell; `None` where it changes no churn.
    pub test: Option<Figure<Trial>>,
    /// The horizon, in months.
    pub months: u16,
}

/// The range of what an initiative is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthRange {
    /// One run in ten is below.
    pub low: Quantile,
    /// Half of the runs.
    pub median: Quantile,
    /// One run in ten is above.
    pub high: Quantile,
    /// The share of runs in which it pays.
    pub pays: Chance,
}

impl WorthRange {
    /// That of a worth that was simulated.
    ///
    /// # Errors
    /// When no run has a figure.
    pub fn of(worth: &Runs) -> Figure<Self> {
        Ok(WorthRange {
            low: worth.quantile(0.1)?,
            median: worth.quantile(0.5)?,
            high: worth.quantile(0.9)?,
            pays: Chance::of(worth.share(|worth| worth > 0.0)),
        })
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

impl Value {
    /// The same with the range that was simulated.
    pub(super) fn with_range(self, simulation: WorthSimulation) -> Figure<Self> {
        Ok(Value { range: Some(WorthRange::of(&simulation.finish().direct)?), ..self })
    }

    /// The figure to show first, and to rank by: the median where there is a range, what is likely where there is none.
    pub fn first(&self) -> Quantile {
        self.range.map_or(Quantile { value: self.likely, digits: 15 }, |range| range.median)
    }

    /// P10 and P90, or what is likely twice.
    pub fn ends(&self) -> [Quantile; 2] {
        let likely = Quantile { value: self.likely, digits: 15 };
        self.range.map_or([likely, likely], |range| [range.low, range.high])
    }
}

/// An initiative as the engine takes it, per month; its points of churn are read at `churn` per period.
fn stated(id: InitiativeId, initiative: &Initiative, scenario: &Scenario, churn: f64) -> Stated {
    let of = plan::estimate;
    let per_period = Stated {
        luck: id.0,
        cost_once: of(&initiative.cost_once),
        cost_per_month: of(&initiative.cost_per_period),
        cost_from: if initiative.inside { CostFrom::RetentionBudget } else { CostFrom::OnTop },
        reach: of(&initiative.reach),
        churn_cut: of(&initiative.churn_cut),
        margin_gain: of(&initiative.margin_gain),
        new_clients: of(&initiative.won),
    };
    per_period.of_period(scenario.period.months().into(), churn)
}

/// Values an initiative by itself, at once, in the only scenario of a project.
///
/// # Errors
/// [`Unvalued::Missing`] where nobody stated an effect or a cost: nothing typed, nothing valued.
pub fn value(
    id: InitiativeId,
    initiative: &Initiative,
    scenario: &Scenario,
    drawn: &(MonthlyPlan, Luck),
    test: Test,
) -> Result<Value, Unvalued> {
    let churn = scenario.churn_in_force();
    let (value, simulation) = without_range(id, initiative, scenario, churn, drawn, test)?;
    Ok(match simulation {
        Some(simulation) => value.with_range(simulation)?,
        None => value,
    })
}

/// The same, with the range where one is stated still to be simulated, and points of churn [read](Engagement::churn_of_points) at
/// `churn` per period.
pub(super) fn without_range(
    id: InitiativeId,
    initiative: &Initiative,
    scenario: &Scenario,
    churn: f64,
    (plan, luck): &(MonthlyPlan, Luck),
    test: Test,
) -> Result<(Value, Option<WorthSimulation>), Unvalued> {
    let stated = stated(id, initiative, scenario, churn);
    if let Some(missing) = stated.missing() {
        return Err(Unvalued::Missing(missing));
    }
    let alone = Initiatives::new(plan, &[stated])?;
    let likely = alone.likely()?;
    let costs =
        Stated { cost_once: stated.cost_once, cost_per_month: stated.cost_per_month, ..Stated::nothing(stated.luck) };
    let cost = -Initiatives::new(plan, &[costs])?.likely()?.direct;
    let months = scenario.period.months().into();
    let churn = plan::in_month(scenario, churn);
    let simulation = alone.has_range().then(|| WorthSimulation::new(&alone, luck, RUNS, SEED)).transpose()?;
    let value = Value {
        likely: likely.direct,
        range: None,
        cost,
        break_even: alone.break_even_cut(0).map(|cut| restated_cut(churn, cut, 1, months)),
        test: (stated.churn_cut.likely != 0.0).then(|| trial(scenario, plan, &stated, likely.lowest_churn, test)),
        months: scenario.horizon,
    };
    Ok((value, simulation))
}

fn trial(scenario: &Scenario, plan: &MonthlyPlan, stated: &Stated, lowest_churn: f64, test: Test) -> Figure<Trial> {
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
    let keeping = stated.budget.likely * stated.retention_share;
    let winning = stated.budget.likely - keeping;
    let keeping = if scenario.keeps_by_client() { keeping * share } else { keeping };
    let budget = keeping + winning;
    MonthlyPlan::of(&Statement {
        horizon: stated.horizon - months,
        clients: there.into(),
        revenue: (stated.revenue.likely * yearly(stated.growth.likely, months)).into(),
        budget: budget.into(),
        retention_share: if budget > 0.0 { keeping / budget } else { 0.0 },
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

/// The initiatives that are carried out in a scenario, together.
#[derive(Clone, Debug)]
pub struct Together {
    /// Those that can be valued, in their order.
    pub ids: Vec<InitiativeId>,
    /// Those of which nobody stated an effect or a cost.
    pub unvalued: Vec<InitiativeId>,
    /// The engine's view of them.
    initiatives: Initiatives,
}

/// What initiatives are worth together. Their effects overlap: the combined worth is at most the sum, and no client's churn falls
/// below the best (F71, F73).
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedWorth {
    /// All of them.
    pub combined: f64,
    /// The sum of each by itself.
    pub sum: f64,
    /// What each adds to the others, in the order of [`Together::ids`].
    pub marginal: Vec<f64>,
    /// The lowest churn of any group of clients, per period; `None` where it depends on age.
    pub lowest_churn: Option<f64>,
}

impl Together {
    /// Those that a scenario includes, with points of churn [read](Engagement::churn_of_points) at `churn` per period; `None`
    /// without one.
    ///
    /// # Errors
    /// At most twelve; costs inside the budget for keeping must fit into it and need answers about spending.
    pub fn of<'a>(
        scenario: &Scenario,
        plan: &MonthlyPlan,
        churn: f64,
        all: impl Iterator<Item = (InitiativeId, &'a Initiative)>,
    ) -> Figure<Option<Self>> {
        let included = all.filter(|(id, _)| scenario.initiatives.contains(id));
        let (mut ids, mut unvalued, mut chosen) = (Vec::new(), Vec::new(), Vec::new());
        for (id, initiative) in included {
            let stated = stated(id, initiative, scenario, churn);
            if stated.missing().is_some() {
                unvalued.push(id);
            } else {
                ids.push(id);
                chosen.push(stated);
            }
        }
        if ids.is_empty() && unvalued.is_empty() {
            return Ok(None);
        }
        Ok(Some(Together { ids, unvalued, initiatives: Initiatives::new(plan, &chosen)? }))
    }

    /// Their worth with what is likely.
    ///
    /// # Errors
    /// As [`Initiatives::likely`].
    pub fn likely(&self, scenario: &Scenario) -> Figure<CombinedWorth> {
        let worth = self.initiatives.likely()?;
        Ok(CombinedWorth {
            combined: worth.combined,
            sum: worth.alone.iter().sum(),
            marginal: worth.marginal,
            lowest_churn: scenario
                .by_age
                .is_none()
                .then(|| plan::in_period(scenario, orbita_economics::Input::Churn, worth.lowest_churn)),
        })
    }

    /// The simulation of their worth; `None` where nobody stated a range.
    ///
    /// # Errors
    /// As [`WorthSimulation::new`].
    pub fn simulation(&self, luck: &Luck) -> Figure<Option<WorthSimulation>> {
        if !self.initiatives.has_range() {
            return Ok(None);
        }
        // One by itself comes to the very figures that are shown beside its name.
        let runs = if self.ids.len() == 1 { RUNS } else { TOGETHER_RUNS };
        WorthSimulation::new(&self.initiatives, luck, runs, SEED).map(Some)
    }
}

/// What the initiatives that a scenario includes add to its profit, all together: the median of their simulation, or what is likely
/// where nobody stated a range. `None` without one that has a value.
pub fn added(engagement: &Engagement, scenario: &Scenario) -> Option<Quantile> {
    let (plan, luck) = plan::alone(scenario).ok()?;
    let churn = engagement.churn_of_points()?;
    let together = Together::of(scenario, &plan, churn, engagement.initiatives()).ok().flatten()?;
    if together.ids.is_empty() {
        return None;
    }
    match together.simulation(&luck).ok()? {
        Some(simulation) => WorthRange::of(&simulation.finish().combined).ok().map(|range| range.median),
        None => together.likely(scenario).ok().map(|worth| Quantile { value: worth.combined, digits: 15 }),
    }
}

/// Each run projects every group of clients that some of the initiatives reach.
const TOGETHER_RUNS: u32 = 2_000;
