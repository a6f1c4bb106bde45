//! A plan in one run: with what is likely, or with one draw of everything.

use super::course::Course;
use super::effect::{Effect, Effects};
use super::input::Input;
use super::monthly::{Drawn, Plan};
use super::setup::Setup;
use crate::figure::{Figure, NoFigure, figure, money};

/// A plan with every input at one number.
pub struct Run<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) drawn: Drawn<1>,
    pub(crate) effects: Effects<1>,
}

/// What comes of a plan. Each list begins with the start and has one entry per month more.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Clients after each month's churn.
    pub clients: Vec<f64>,
    /// Share kept of those who were there at the start.
    pub kept: Vec<f64>,
    /// Profit up to then after all spending, in money of today. Fixed costs are not in it.
    pub profit: Vec<f64>,
}

/// Profit over the horizon, without and with the clients left at its end (F64), in money of today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithTerminalValue {
    /// Profit over the horizon.
    pub profit: f64,
    /// Clients at the end of the horizon.
    pub clients: f64,
    /// What they are still worth: the same plan going on for ever without winning and without the one-off cost.
    pub left: Figure,
    /// Both together.
    pub with_left: Figure,
}

impl<'a> Run<'a> {
    pub(crate) fn new(plan: &'a Plan, drawn: Drawn<1>, keep: f64) -> Self {
        let effects = plan.effects(&drawn, keep);
        Run { plan, drawn, effects }
    }

    /// What the budget does.
    pub fn effect(&self) -> Effect {
        self.effects.told()
    }

    pub(crate) fn setup(&self) -> Setup<'a, 1> {
        self.plan.setup(&self.drawn, &self.effects)
    }

    pub(crate) fn number(&self, input: Input) -> f64 {
        self.drawn.of(input).only()
    }

    /// What a client brings a month.
    pub fn margin(&self) -> f64 {
        self.number(Input::Revenue) * self.number(Input::Margin)
    }

    /// Clients, share kept and profit, month by month.
    ///
    /// # Errors
    /// [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn project(&self) -> Figure<Projection> {
        let mut course = Course::new(self.setup());
        let months = self.plan.horizon as usize;
        let start = |first: f64| {
            let mut list = Vec::with_capacity(months + 1);
            list.push(first);
            list
        };
        let mut projection =
            Projection { clients: start(self.number(Input::Clients)), kept: start(1.0), profit: start(0.0) };
        for _ in 0..months {
            let profit = money(course.step().only())?;
            projection.profit.push(profit);
            projection.clients.push(figure(course.clients().only())?);
            projection.kept.push(figure(course.kept().only())?);
        }
        Ok(projection)
    }

    /// Profit over the horizon, in money of today.
    ///
    /// # Errors
    /// As [`project`](Run::project).
    pub fn profit(&self) -> Figure {
        money(ended(self.setup(), self.plan.horizon).profit().only())
    }

    /// Profit over the horizon, without and with the clients left.
    ///
    /// # Errors
    /// As [`project`](Run::project). The value left is [`Diverges`](crate::NoFigure::Diverges) where growth and retention
    /// outrun the discount rate; the profit with it then has no figure either.
    pub fn with_left(&self) -> Figure<WithTerminalValue> {
        let course = ended(self.setup(), self.plan.horizon);
        let profit = money(course.profit().only())?;
        let left = course.left().only();
        let left = if left.is_nan() { Err(NoFigure::Diverges) } else { money(left) };
        Ok(WithTerminalValue {
            profit,
            clients: figure(course.clients().only())?,
            left,
            with_left: left.and_then(|left| money(profit + left)),
        })
    }
}

/// A plan at the end of its horizon.
pub(crate) fn ended<const L: usize>(setup: Setup<'_, L>, horizon: u32) -> Course<'_, L> {
    let mut course = Course::new(setup);
    for _ in 0..horizon {
        course.step();
    }
    course
}

/// Which of two plans is ahead, without and with the clients left (F64).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decision {
    /// Profit over the horizon of the second less that of the first.
    pub difference: f64,
    /// The same with the clients left.
    pub with_left: f64,
    /// Whether the clients left decide: whether the two differences have different signs.
    pub left_decides: bool,
}

impl Decision {
    /// Compares two plans.
    ///
    /// # Errors
    /// That of a value left which has no figure.
    pub fn between(one: &WithTerminalValue, other: &WithTerminalValue) -> Figure<Self> {
        let difference = money(other.profit - one.profit)?;
        let with_left = money(other.with_left? - one.with_left?)?;
        let sign = |x: f64| x.partial_cmp(&0.0);
        Ok(Decision { difference, with_left, left_decides: sign(difference) != sign(with_left) })
    }
}
