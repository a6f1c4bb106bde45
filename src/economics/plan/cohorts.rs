//! A plan for clients who stay by age, in the periods of the table that says so.

use super::check::MOST_MONTHS;
use super::course::Course;
use super::run::Projection;
use super::setup::{Class, Keeping, Setup};
use crate::cohort::{AgeGroup, AgeTable, Model};
use crate::figure::{Field, Figure, NoFigure, figure, money};
use crate::lanes::Lanes;
use crate::terms::PaymentTerms;

/// Today's clients by age and those who join, all per period of the table that the model was fitted to (F78).
#[derive(Debug, Clone, PartialEq)]
pub struct CohortPlan {
    /// How long clients stay.
    pub model: Model,
    /// Today's clients by the renewal that they face next: 1 for those just acquired.
    pub base: Vec<AgeGroup>,
    /// Clients who join each period, of age 0.
    pub won: f64,
    /// What a client brings a period, paid at its start.
    pub margin: f64,
    /// Spent on keeping each client a period.
    pub keep: f64,
    /// Spent on winning a period.
    pub win: f64,
    /// Effective discount rate per period.
    pub discount: f64,
    /// Growth of the margin per period.
    pub growth: f64,
    /// By how much spending multiplies the churn of each age, churn(R) over the stated churn; 1 at today's spending.
    pub factor: f64,
}

impl CohortPlan {
    fn check(&self, periods: u32) -> Figure<()> {
        Field::Periods.at_most(periods as usize, MOST_MONTHS)?;
        Field::Acquired.not_negative(self.won)?;
        Field::Margin.not_negative(self.margin)?;
        Field::Spending.not_negative(self.keep)?;
        Field::Budget.not_negative(self.win)?;
        Field::Discount.rate(self.discount)?;
        Field::Growth.rate(self.growth)?;
        Field::Rate.not_negative(self.factor)
    }

    fn clients(&self) -> Figure {
        figure(self.base.iter().map(|group| group.customers).sum())
    }

    fn course<'a>(&self, table: &'a AgeTable) -> Figure<Course<'a, 1>> {
        let margin = Lanes::all(self.margin);
        Ok(Course::new(Setup {
            clients: Lanes::all(self.clients()?),
            margin,
            discount: Lanes::all(self.discount),
            growth: Lanes::all(self.growth),
            won: Lanes::all(self.won),
            win: Lanes::all(self.win),
            keeping: Keeping::PerClient(Lanes::all(self.keep)),
            churn: Lanes::all(self.factor),
            one_off: Lanes::ZERO,
            one_off_months: 1,
            once: Lanes::ZERO,
            beside: Lanes::ZERO,
            inside: Lanes::ZERO,
            terms: PaymentTerms::MONTHLY,
            classes: vec![Class { reached: 0, share: Lanes::ONE, margin }],
            overlap: None,
            ages: Some((table, 1.0)),
        }))
    }

    /// Clients, share kept and profit, period by period: those with a renewals made are still there after t periods with
    /// S(a+t)/S(a).
    ///
    /// # Errors
    /// Counts and money must not be negative, renewals be positive, growth and discount exceed −1; at most 1,200 periods;
    /// [`NoFigure::TooLarge`].
    pub fn project(&self, periods: u32) -> Figure<Projection> {
        self.check(periods)?;
        let table = AgeTable::new(self.model, 1, &self.base, periods)?;
        let mut course = self.course(&table)?;
        let mut projection = Projection { clients: vec![self.clients()?], kept: vec![1.0], profit: vec![0.0] };
        for _ in 0..periods {
            projection.profit.push(money(course.step().only())?);
            projection.clients.push(figure(course.clients().only())?);
            projection.kept.push(figure(course.kept().only())?);
        }
        Ok(projection)
    }

    /// What the clients left after `periods` periods are still worth today, each age by its own prospects (F64).
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where it does; else as [`project`](CohortPlan::project).
    pub fn left(&self, periods: u32) -> Figure {
        self.check(periods)?;
        let table = AgeTable::new(self.model, 1, &self.base, periods)?;
        let mut course = self.course(&table)?;
        for _ in 0..periods {
            course.step();
        }
        let left = course.left().only();
        if left.is_nan() { Err(NoFigure::Diverges) } else { money(left) }
    }
}
