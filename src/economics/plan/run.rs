//! A plan in one run: with what is likely, or with one draw of everything.

use super::effect::{Effect, Effects};
use super::input::Input;
use super::monthly::{Drawn, MonthlyPlan};
use super::projector::Projector;
use super::setup::Setup;
use crate::figure::{Figure, NoFigure, figure, money};

/// A plan with one number for every input.
pub struct Run<'a> {
    pub(crate) plan: &'a MonthlyPlan,
    pub(crate) drawn: Drawn<1>,
    pub(crate) effects: Effects<1>,
}

/// A projected plan. Each list starts with the start and has one more entry per month.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Clients after each month's churn.
    pub clients: Vec<f64>,
    /// Share of the clients of the start who are still clients.
    pub kept: Vec<f64>,
    /// Cumulative profit after all spending, in today's money. Fixed costs are not in it.
    pub profit: Vec<f64>,
}

/// Profit over the horizon, without and with the clients left at its end (F64), in today's money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithTerminalValue {
    /// Profit over the horizon.
    pub profit: f64,
    /// Clients at the end of the horizon.
    pub clients: f64,
    /// Value of those clients: the same plan going on for ever without acquisition and one-off cost.
    pub terminal_value: Figure,
    /// Profit with that value.
    pub total: Figure,
}

impl<'a> Run<'a> {
    pub(crate) fn new(plan: &'a MonthlyPlan, drawn: Drawn<1>, retention_share: f64) -> Self {
        let effects = plan.effects(&drawn, retention_share);
        Run { plan, drawn, effects }
    }

    /// The effect of the budget.
    pub fn effect(&self) -> Effect {
        self.effects.single()
    }

    pub(crate) fn setup(&self) -> Setup<'a, 1> {
        self.plan.setup(&self.drawn, &self.effects)
    }

    pub(crate) fn number(&self, input: Input) -> f64 {
        self.drawn.of(input).only()
    }

    /// Margin of a client per month.
    pub fn margin(&self) -> f64 {
        self.number(Input::Revenue) * self.number(Input::Margin)
    }

    /// Clients, share kept and profit, month by month.
    ///
    /// # Errors
    /// [`TooLarge`](NoFigure::TooLarge).
    pub fn project(&self) -> Figure<Projection> {
        let mut projector = Projector::new(self.setup());
        let mut projection =
            Projection { clients: vec![self.number(Input::Clients)], kept: vec![1.0], profit: vec![0.0] };
        for _ in 0..self.plan.horizon {
            projection.profit.push(money(projector.step().only())?);
            projection.clients.push(figure(projector.clients().only())?);
            projection.kept.push(figure(projector.kept().only())?);
        }
        Ok(projection)
    }

    /// Profit over the horizon, in today's money.
    ///
    /// # Errors
    /// As [`project`](Run::project).
    pub fn profit(&self) -> Figure {
        money(Projector::run(self.setup(), self.plan.horizon).profit().only())
    }

    /// Profit over the horizon, without and with the value of the clients left.
    ///
    /// # Errors
    /// As [`project`](Run::project). The terminal value, and the total with it, [diverge](NoFigure::Diverges) where growth and
    /// retention outrun the discount rate.
    pub fn with_terminal_value(&self) -> Figure<WithTerminalValue> {
        let end = Projector::run(self.setup(), self.plan.horizon);
        let profit = money(end.profit().only())?;
        let value = end.terminal_value().only();
        let terminal_value = if value.is_nan() { Err(NoFigure::Diverges) } else { money(value) };
        Ok(WithTerminalValue {
            profit,
            clients: figure(end.clients().only())?,
            terminal_value,
            total: terminal_value.and_then(|value| money(profit + value)),
        })
    }
}

/// Which of two plans is ahead, without and with the value of the clients left (F64).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decision {
    /// Profit over the horizon: the second plan's less the first's.
    pub difference: f64,
    /// The same with terminal values.
    pub with_terminal_value: f64,
    /// Whether the terminal value decides: the two differences have different signs.
    pub terminal_value_decides: bool,
}

impl Decision {
    /// Compares two plans.
    ///
    /// # Errors
    /// That of a terminal value without a figure.
    pub fn between(one: &WithTerminalValue, other: &WithTerminalValue) -> Figure<Self> {
        let difference = money(other.profit - one.profit)?;
        let with_terminal_value = money(other.total? - one.total?)?;
        let sign = |x: f64| x.partial_cmp(&0.0);
        let terminal_value_decides = sign(difference) != sign(with_terminal_value);
        Ok(Decision { difference, with_terminal_value, terminal_value_decides })
    }
}
