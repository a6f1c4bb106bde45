//! From what a scenario states to what the engine computes with.

use orbita_economics::{
    Answers, ChurnByAge, Estimate, Figure, InputPlace, Luck, Measure, MonthlyPlan, NoFigure, PaymentTerms,
    PaymentTiming, Response, RetentionBudget, Statement, TodaysPoint, annual_rate, assign_luck,
};

use crate::model::amount;
use crate::model::scenario::{Answer, Input, Quantity, Scenario};

/// The engine's name of an input.
pub fn engine(input: Input) -> orbita_economics::Input {
    use orbita_economics::Input as Of;
    match input {
        Input::Quantity(quantity) => match quantity {
            Quantity::Clients => Of::Clients,
            Quantity::Revenue => Of::Revenue,
            Quantity::Margin => Of::Margin,
            Quantity::Churn => Of::Churn,
            Quantity::Cac => Of::Cac,
            Quantity::Budget => Of::Budget,
            Quantity::OneOff => Of::OneOff,
            Quantity::Discount => Of::Discount,
            Quantity::Growth => Of::Growth,
        },
        Input::Answer(answer) => match answer {
            Answer::KeepToday => Of::RetentionSpend,
            Answer::ChurnIdle => Of::IdleChurn,
            Answer::ChurnBest => Of::LowestChurn,
            Answer::WinToday => Of::AcquisitionSpend,
            Answer::WonMost => Of::MostNewClients,
        },
    }
}

/// Our name of an input of the engine.
pub fn input(of: orbita_economics::Input) -> Option<Input> {
    Input::all().find(|input| engine(*input) == of)
}

/// An estimate as the engine takes it.
pub(super) fn estimate(stated: &amount::Estimate) -> Estimate {
    let [low, likely, high] = stated.numbers();
    Estimate { low, likely, high }
}

/// The whole of a scenario as the engine takes it, per period of the scenario.
pub fn statement(scenario: &Scenario) -> Statement {
    let of = |quantity| estimate(scenario.quantity(quantity));
    let answers = scenario.answers().map(|response| Answers {
        retention_spend: estimate(&response.keep_today),
        idle_churn: estimate(&response.churn_idle),
        lowest_churn: estimate(&response.churn_best),
        acquisition_spend: estimate(&response.win_today),
        most_new_clients: estimate(&response.won_most),
    });
    Statement {
        period: scenario.period.months().into(),
        horizon: scenario.horizon.into(),
        clients: of(Quantity::Clients),
        revenue: of(Quantity::Revenue),
        margin: of(Quantity::Margin),
        // The table has taken the place of the range: the likely number only says what the answers are held against.
        churn: if scenario.by_age.is_some() { scenario.churn.likely().into() } else { of(Quantity::Churn) },
        cac: of(Quantity::Cac),
        budget: of(Quantity::Budget),
        retention_share: scenario.keep.get(),
        retention_budget: if scenario.keeps_by_client() { RetentionBudget::PerClient } else { RetentionBudget::Fixed },
        one_off: of(Quantity::OneOff),
        one_off_months: scenario.one_off_months.into(),
        discount: of(Quantity::Discount),
        growth: of(Quantity::Growth),
        answers,
        terms: terms(scenario),
        churn_by_age: scenario.by_age.as_ref().map(ChurnByAge::from),
    }
}

/// How clients pay.
pub fn terms(scenario: &Scenario) -> PaymentTerms {
    let paid = if scenario.payment.after { PaymentTiming::InArrears } else { PaymentTiming::InAdvance };
    PaymentTerms { months: scenario.payment.term.months().into(), paid }
}

/// The plan of a scenario, checked and in numbers per month.
///
/// # Errors
/// When an input is not one that the engine takes, or the answers about spending contradict the others.
pub fn plan(scenario: &Scenario) -> Figure<MonthlyPlan> {
    MonthlyPlan::of(&statement(scenario))
}

/// Which draws each of several scenarios is simulated with, in their order; what two of them state alike is drawn once for both
/// (F59). A scenario without a plan has the reason in its place.
pub fn draws<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Vec<Figure<(MonthlyPlan, Luck)>> {
    let scenarios: Vec<&Scenario> = scenarios.into_iter().collect();
    let plans: Vec<Figure<MonthlyPlan>> = scenarios.iter().map(|scenario| plan(scenario)).collect();
    let known: Vec<(&Scenario, &MonthlyPlan)> =
        scenarios.iter().zip(&plans).filter_map(|(scenario, plan)| Some((*scenario, plan.as_ref().ok()?))).collect();
    let is_first = |scenario: &Scenario| scenarios.first().is_some_and(|first| std::ptr::eq(*first, scenario));
    let mut links = Vec::new();
    for (at, (scenario, _)) in known.iter().enumerate() {
        let base = known.first().filter(|(first, _)| is_first(first) && at > 0);
        let place = |plan: usize, input: Input| InputPlace { plan, input: engine(input) };
        if let Some((first, _)) = base {
            let guessed = Answer::ALL.into_iter().filter(|answer| same_guess(scenario, first, *answer));
            links.extend(guessed.map(Input::Answer).map(|input| orbita_economics::Link {
                follower: place(at, input),
                leader: place(0, input),
                against: false,
            }));
        }
        for link in &scenario.links {
            let leader = match link.with {
                Some(with) => Some(place(at, with)),
                None => base.map(|_| place(0, link.input)),
            };
            let follower = place(at, link.input);
            links.extend(leader.map(|leader| orbita_economics::Link { follower, leader, against: link.against }));
        }
    }
    let of_known: Vec<&MonthlyPlan> = known.iter().map(|(_, plan)| *plan).collect();
    let luck = assign_luck(&of_known, &links);
    let mut lucks = luck.as_ref().map(|lucks| lucks.iter().cloned()).map_err(|why| *why);
    plans
        .iter()
        .map(|plan| {
            let plan = plan.as_ref().map_err(|why| *why)?;
            let luck = lucks.as_mut().map_err(|why| *why)?.next().unwrap_or_else(Luck::alone);
            Ok((plan.clone(), luck))
        })
        .collect()
}

/// Whether an answer is the same guess in two scenarios, that nobody changed in either: its range is one luck, whatever churn or
/// CAC it was guessed from.
pub(super) fn same_guess(one: &Scenario, first: &Scenario, answer: Answer) -> bool {
    one.link(Input::Answer(answer)).is_none() && one.is_suggested(answer) && first.is_suggested(answer)
}

/// A scenario by itself, with the draws that it is simulated with.
///
/// # Errors
/// As [`plan`].
pub fn alone(scenario: &Scenario) -> Figure<(MonthlyPlan, Luck)> {
    draws([scenario]).pop().unwrap_or(Err(NoFigure::NothingToShare))
}

/// A number per month in the terms of a scenario: per its period, or a year.
pub fn in_period(scenario: &Scenario, input: orbita_economics::Input, monthly: f64) -> f64 {
    match input.measure() {
        Measure::Yearly => annual_rate(monthly, 12.0).unwrap_or(monthly),
        measure => measure.restated(monthly, 1, scenario.period.months().into()),
    }
}

/// Churn per period of a scenario as it is per month.
pub(super) fn in_month(scenario: &Scenario, churn: f64) -> f64 {
    Measure::Churn.restated(churn, scenario.period.months().into(), 1)
}

/// The budget as it works: what churn and the CAC become with what is spent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Spent on keeping per period.
    pub keep: f64,
    /// Spent on winning per period.
    pub win: f64,
    /// Spent on keeping per client and month.
    pub per_client: f64,
    /// Churn per period.
    pub churn: f64,
    /// Churn per month.
    pub churn_month: f64,
    /// Clients won per month.
    pub won_month: f64,
    /// Cost to acquire a client, on average.
    pub cac: f64,
    /// Cost of one client more, where spending follows a curve.
    pub marginal_cac: Option<f64>,
}

/// What the likely budget does. Where nobody said what spending does, churn and CAC are those stated.
///
/// # Errors
/// As [`plan`].
pub fn effect(scenario: &Scenario) -> Figure<Effect> {
    Ok(effect_of(scenario, &plan(scenario)?))
}

pub(super) fn effect_of(scenario: &Scenario, plan: &MonthlyPlan) -> Effect {
    use orbita_economics::Input as Of;
    let effect = plan.likely().effect();
    Effect {
        keep: in_period(scenario, Of::Budget, effect.retention_spend),
        win: in_period(scenario, Of::Budget, effect.acquisition_spend),
        per_client: effect.retention_per_client,
        churn: in_period(scenario, Of::Churn, effect.churn),
        churn_month: effect.churn,
        won_month: effect.new_clients,
        cac: effect.cac,
        marginal_cac: effect.marginal_cac,
    }
}

/// What spending per head and month does to retention and to the share of prospects won; `None` where nobody said it.
///
/// # Errors
/// As [`plan`].
pub(super) fn responses(plan: &MonthlyPlan) -> Figure<Option<(Response, Response)>> {
    use orbita_economics::Input as Of;
    let likely = |input| plan.estimate(input).map(|estimate| estimate.likely);
    let answers = (likely(Of::RetentionSpend), likely(Of::IdleChurn), likely(Of::LowestChurn));
    let acquisition = (likely(Of::AcquisitionSpend), likely(Of::MostNewClients));
    let ((Some(keep), Some(idle), Some(best)), (Some(win), Some(most))) = (answers, acquisition) else {
        return Ok(None);
    };
    let stated = |input| likely(input).unwrap_or_default();
    let kept = Response::through(&TodaysPoint {
        spending: keep / stated(Of::Clients).max(1.0),
        rate: 1.0 - stated(Of::Churn),
        ceiling: 1.0 - best,
        floor: 1.0 - idle,
    })?;
    // The prospects are those who could be won at any price.
    let won = Response::through(&TodaysPoint {
        spending: win / most,
        rate: win / stated(Of::Cac) / most,
        ceiling: 1.0,
        floor: 0.0,
    })?;
    Ok(Some((kept, won)))
}
