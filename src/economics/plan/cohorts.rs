//! A plan with churn by age, in the periods of the cohort table.

use super::check::MOST_MONTHS;
use super::projector::Projector;
use super::run::Projection;
use super::setup::{Class, RetentionSpending, Setup};
use crate::cohort::{AgeGroup, AgeTable, Model};
use crate::figure::{Field, Figure, NoFigure, figure, money};
use crate::lanes::Lanes;
use crate::terms::PaymentTerms;

/// Existing clients by age and new clients, all per period of the table that the model was fitted to (F78).
#[derive(Debug, Clone, PartialEq)]
pub struct CohortPlan {
    /// Survival by age.
    pub model: Model,
    /// Existing clients by the renewal that they face next: 1 for new ones.
    pub base: Vec<AgeGroup>,
    /// New clients per period.
    pub new_clients: f64,
    /// Margin of a client per period, paid at its start.
    pub margin: f64,
    /// Retention cost of a client per period.
    pub retention_cost: f64,
    /// Acquisition spend per period.
    pub acquisition_spend: f64,
    /// Effective discount rate per period.
    pub discount: f64,
    /// Growth of the margin per period.
    pub growth: f64,
    /// Factor on the churn of every age: churn at the planned retention spend over churn at the current one; 1 for no change.
    pub churn_factor: f64,
}

impl CohortPlan {
    fn check(&self, periods: u32) -> Figure<()> {
        Field::Periods.at_most(periods as usize, MOST_MONTHS)?;
        Field::Acquired.not_negative(self.new_clients)?;
        Field::Margin.not_negative(self.margin)?;
        Field::Spending.not_negative(self.retention_cost)?;
        Field::Budget.not_negative(self.acquisition_spend)?;
        Field::Discount.rate(self.discount)?;
        Field::Growth.rate(self.growth)?;
        Field::Rate.not_negative(self.churn_factor)
    }

    fn clients(&self) -> Figure {
        figure(self.base.iter().map(|group| group.customers).sum())
    }

    fn projector<'a>(&self, table: &'a AgeTable) -> Figure<Projector<'a, 1>> {
        let margin = Lanes::all(self.margin);
        Ok(Projector::new(Setup {
            clients: Lanes::all(self.clients()?),
            margin,
            discount: Lanes::all(self.discount),
            growth: Lanes::all(self.growth),
            new_clients: Lanes::all(self.new_clients),
            acquisition_spend: Lanes::all(self.acquisition_spend),
            retention: RetentionSpending::PerClient(Lanes::all(self.retention_cost)),
            churn: Lanes::all(self.churn_factor),
            one_off: Lanes::ZERO,
            one_off_months: 1,
            once: Lanes::ZERO,
            on_top: Lanes::ZERO,
            from_retention: Lanes::ZERO,
            terms: PaymentTerms::MONTHLY,
            classes: vec![Class { reached: 0, share: Lanes::ONE, margin }],
            overlap: None,
            ages: Some((table, 1.0)),
        }))
    }

    /// Clients, share kept and profit, period by period. Of clients after `a` renewals S(a+t)/S(a) are left after t periods.
    ///
    /// # Errors
    /// Counts and money must not be negative, renewals be positive, growth and discount exceed −1; at most 1,200 periods;
    /// [`NoFigure::TooLarge`].
    pub fn project(&self, periods: u32) -> Figure<Projection> {
        self.check(periods)?;
        let table = AgeTable::new(self.model, 1, &self.base, periods)?;
        let mut projector = self.projector(&table)?;
        let mut projection = Projection { clients: vec![self.clients()?], kept: vec![1.0], profit: vec![0.0] };
        for _ in 0..periods {
            projection.profit.push(money(projector.step().only())?);
            projection.clients.push(figure(projector.clients().only())?);
            projection.kept.push(figure(projector.kept().only())?);
        }
        Ok(projection)
    }

    /// Present value of the clients left after `periods` periods, each age by its own survival (F64).
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where it does; else as [`project`](CohortPlan::project).
    pub fn terminal_value(&self, periods: u32) -> Figure {
        self.check(periods)?;
        let table = AgeTable::new(self.model, 1, &self.base, periods)?;
        let mut projector = self.projector(&table)?;
        for _ in 0..periods {
            projector.step();
        }
        let value = projector.terminal_value().only();
        if value.is_nan() { Err(NoFigure::Diverges) } else { money(value) }
    }
}
