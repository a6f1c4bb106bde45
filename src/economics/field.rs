//! The inputs of all questions, by name.

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
    /// Length of a period, in months.
    PeriodLength,
    /// Horizon of a plan, in months.
    Horizon,
    /// Months that a client pays for at once.
    Term,
    /// A one-off cost.
    OneOff,
    /// Current retention spend.
    RetentionSpend,
    /// Churn with no retention spend.
    IdleChurn,
    /// Lowest possible churn.
    LowestChurn,
    /// Current acquisition spend.
    AcquisitionSpend,
    /// Most new clients.
    MostNewClients,
    /// A link between inputs.
    Link,
    /// The initiatives of a plan.
    Initiatives,
    /// Share of the customers that an initiative reaches.
    Reach,
    /// Churn cut of an initiative.
    ChurnCut,
    /// Margin gain of an initiative.
    MarginGain,
    /// Cost paid from the retention budget.
    CostInside,
    /// Mean of a belief.
    Mean,
    /// Standard deviation of a belief.
    Deviation,
    /// Standard error of a test.
    Noise,
    /// Value of one unit of an effect.
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
