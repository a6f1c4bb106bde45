//! What a question answers with: a figure, or the reason why there is none.

/// A figure that can be shown, or the reason why there is none.
///
/// An `Ok` figure is always finite. What else a caller could have to say (it diverges, it never
/// pays back, the input is not allowed) is a [`NoFigure`], so that no screen has to look for NaN.
pub type Figure<T = f64> = Result<T, NoFigure>;

/// Why a question has no figure for an answer. Data, not prose: the app turns it into speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigure {
    /// An input is outside what the question allows.
    Input {
        /// Which input.
        field: Field,
        /// What it must be.
        must: Must,
    },
    /// An end of the range given for an input is not allowed.
    Bound {
        /// Which input the range is for.
        input: Field,
        /// Which number of the range: its low, likely or high one, or a shape.
        end: Field,
        /// What that number must be.
        must: Must,
    },
    /// A cell of a pasted cohort table is not allowed.
    Cell {
        /// Row of the table, from 0.
        cohort: usize,
        /// Column of the table, from 0.
        column: usize,
        /// What the cell must be.
        must: Must,
    },
    /// The sum grows without bound: retention and growth outrun the discount rate.
    Diverges,
    /// The average customer never earns back what acquiring it cost.
    NeverPaysBack,
    /// Not even keeping every customer would pay for the cost.
    CannotPay,
    /// Nothing was lost, so a ratio to the losses does not exist.
    NoLosses,
    /// There was nothing at the start, so a share of it does not exist.
    NothingToShare,
    /// Value equals cost: a percentage of the difference does not exist.
    NothingLeft,
    /// The two rates are equal: no sample is large enough.
    NoDifference,
    /// Even the largest possible effect would not be seen with this many customers a group.
    NotDetectable {
        /// The customers a group that were given.
        per_group: u32,
    },
    /// Retention as stated would have kept more customers than there are.
    RetentionTooHigh,
    /// The data hold fewer observations than the model has unknowns.
    NotIdentified {
        /// Observations that carry information.
        have: usize,
        /// The least that the model needs.
        need: usize,
    },
    /// The model calls impossible what the data show.
    Contradicted,
    /// The two models are not nested, so a likelihood ratio says nothing.
    NotNested,
    /// In this model a customer has no single retention rate to vary.
    NoSingleRate,
    /// Keeping a client costs as much as the client brings, or more: there is no ratio to a net value.
    KeepingCostsMore,
    /// What is won never makes up for what was lost.
    NeverRefilled,
    /// Every input is an exact number, so there is no range to speak of.
    NoRange,
    /// What spending does was not stated.
    NotAnswered,
    /// The sizes of the cohorts are not known, only per cent of them.
    NoSizes,
    /// This input moves with another one that, in the end, moves with it.
    Circular(Field),
    /// The figure is larger than money or a number can be.
    TooLarge,
}

/// What an input must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Must {
    /// A number: neither NaN nor infinite.
    BeANumber,
    /// Zero or more.
    NotBeNegative,
    /// More than zero.
    BePositive,
    /// From 0 to 1, both included.
    BeAShare,
    /// Between 0 and 1, both excluded.
    BeInside,
    /// More than -1, as a rate of growth or discount.
    ExceedMinusOne,
    /// At least one entry.
    NotBeEmpty,
    /// As many entries as the list it belongs to.
    MatchLength,
    /// Possible together with the other input.
    AgreeWith(Field),
    /// Not more than the number it is a part of, or follows.
    NotExceed(Field),
    /// Less than the other input.
    StayBelow(Field),
    /// No smaller than the other input.
    ReachAtLeast(Field),
    /// Not more than this many.
    BeAtMost(u32),
}

/// An input, named so that a screen can point at its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Field {
    /// Net contribution per customer per period.
    Margin,
    /// Share of customers kept per period.
    Retention,
    /// Share of customers lost per period.
    Churn,
    /// Effective discount rate per period.
    Discount,
    /// Growth of the margin per period.
    Growth,
    /// Number of periods.
    Periods,
    /// A rate per year.
    AnnualRate,
    /// Revenue per customer per period.
    Revenue,
    /// Share of revenue left after the cost to serve.
    GrossMargin,
    /// Cost to acquire one customer.
    Cac,
    /// A cost.
    Cost,
    /// A budget.
    Budget,
    /// Number of customers.
    Customers,
    /// Number of customers a period ago.
    CustomersBefore,
    /// Number of prospects.
    Prospects,
    /// Number of lost customers that could be won back.
    Lost,
    /// A gain in percentage points, as a share.
    Points,
    /// An amount of a cash flow.
    Amount,
    /// A moment, in periods from now.
    When,
    /// Share surviving, by period.
    Survival,
    /// Recurring revenue at the start.
    Start,
    /// Recurring revenue at the end.
    End,
    /// Recurring revenue of new customers.
    New,
    /// Recurring revenue of returned customers.
    Reactivation,
    /// Recurring revenue added by existing customers.
    Expansion,
    /// Recurring revenue taken away by customers who stay.
    Contraction,
    /// Recurring revenue of customers who left.
    Churned,
    /// First shape parameter, of a cohort model or a beta distribution.
    Alpha,
    /// Second shape parameter, of a cohort model or a beta distribution.
    Beta,
    /// Shape of the duration dependence (discrete Weibull).
    Shape,
    /// A scale parameter.
    Scale,
    /// Number of the next or last renewal.
    Renewal,
    /// A table of cohorts.
    Cohorts,
    /// A series of observed rates or shares.
    Rates,
    /// Customers won per period.
    Acquired,
    /// Customers active per period, over all cohorts.
    Totals,
    /// The highest rate that any spending reaches.
    Ceiling,
    /// The rate without spending.
    Floor,
    /// The rate at today's spending.
    Rate,
    /// Today's spending per head.
    Spending,
    /// Share of a budget.
    Share,
    /// Length of the period that a statement is made for, in months.
    PeriodLength,
    /// How far a plan looks, in months.
    Horizon,
    /// How many months a client pays for at once.
    Term,
    /// A cost paid once.
    OneOff,
    /// Today's spending on keeping.
    KeepToday,
    /// Churn if nothing were spent on keeping.
    ChurnIdle,
    /// Churn with all the money in the world.
    ChurnBest,
    /// Today's spending on winning.
    WinToday,
    /// The most clients that could be won.
    WonMost,
    /// An input that moves with another.
    Link,
    /// The initiatives of a plan.
    Initiatives,
    /// Share of the customers whom an initiative reaches.
    Reach,
    /// Churn that an initiative takes away.
    ChurnCut,
    /// Margin that an initiative adds.
    MarginGain,
    /// Cost that is paid from the budget for keeping.
    CostInside,
    /// Mean of what is believed.
    Mean,
    /// Standard deviation of what is believed.
    Deviation,
    /// Standard error of a test.
    Noise,
    /// What one unit of an effect is worth.
    Worth,
    /// A customer's own age, in periods.
    Age,
    /// Probability of a false alarm.
    Significance,
    /// Probability of seeing an effect that is there.
    Power,
    /// Confidence level.
    Confidence,
    /// Number of repeat purchases.
    Repeats,
    /// Average value of a purchase.
    Purchase,
    /// Low end of a range.
    Low,
    /// Likely value of a range.
    Likely,
    /// High end of a range.
    High,
    /// Number of simulated runs.
    Runs,
    /// Answers of a survey.
    Answers,
    /// A score given by a respondent.
    Score,
    /// Importance given by a respondent.
    Importance,
    /// Weight of an item or a person.
    Weight,
    /// Number counted, as of a word or a label.
    Count,
    /// Value of all customers together.
    Equity,
    /// Debt of the firm.
    Debt,
    /// Assets of the firm outside its business.
    NonOperating,
    /// Share of profit paid as tax.
    Tax,
    /// Duration of a contract.
    Duration,
}

impl Field {
    fn refuse(self, must: Must) -> NoFigure {
        NoFigure::Input { field: self, must }
    }

    pub(crate) fn require(self, holds: bool, must: Must) -> Figure<()> {
        if holds { Ok(()) } else { Err(self.refuse(must)) }
    }

    pub(crate) fn number(self, x: f64) -> Figure<()> {
        self.require(x.is_finite(), Must::BeANumber)
    }

    pub(crate) fn not_negative(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x >= 0.0, Must::NotBeNegative)
    }

    pub(crate) fn positive(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > 0.0, Must::BePositive)
    }

    pub(crate) fn share(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require((0.0..=1.0).contains(&x), Must::BeAShare)
    }

    pub(crate) fn inside(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > 0.0 && x < 1.0, Must::BeInside)
    }

    pub(crate) fn rate(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > -1.0, Must::ExceedMinusOne)
    }

    pub(crate) fn at_most(self, count: usize, limit: u32) -> Figure<()> {
        self.require(count <= limit as usize, Must::BeAtMost(limit))
    }
}

/// Above this no sum of money keeps its cents, and nobody has it.
pub const MOST_MONEY: f64 = 1e15;

/// The last step of a computation in money: what is past [`MOST_MONEY`] is refused, never shown.
pub(crate) fn money(x: f64) -> Figure {
    if x.abs() <= MOST_MONEY { figure(x) } else { Err(NoFigure::TooLarge) }
}

/// The last step of every other computation: a result which does not fit is refused, never shown.
pub(crate) fn figure(x: f64) -> Figure {
    // Adding zero turns -0 into 0, which would otherwise be shown with its sign.
    if x.is_finite() { Ok(x + 0.0) } else { Err(NoFigure::TooLarge) }
}
