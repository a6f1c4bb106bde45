//! Refusals in plain English, for logs and for people who use the engine alone. The app has words of its own.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::figure::{Field, Must, NoFigure};

impl Error for NoFigure {}

impl Display for NoFigure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            NoFigure::Input { field, must } => write!(f, "{field} must {must}"),
            NoFigure::Bound { input, end, must } => write!(f, "{end} of the range for {input} must {must}"),
            NoFigure::Cell { cohort, column, must } => {
                write!(f, "row {}, column {} of the cohorts must {must}", cohort + 1, column + 1)
            }
            NoFigure::NotDetectable { per_group } => {
                write!(f, "even the largest possible effect would not show with {per_group} customers a group")
            }
            NoFigure::NotIdentified { have, need } => {
                write!(f, "too few observations for this model: {have} given, {need} needed")
            }
            NoFigure::Circular(field) => write!(f, "{field} moves with an input that moves with it"),
            NoFigure::Diverges => {
                f.write_str("the sum grows without bound: growth and retention outrun the discount rate")
            }
            NoFigure::NeverPaysBack => f.write_str("the average customer never earns back the cost of acquisition"),
            NoFigure::CannotPay => f.write_str("not even keeping every customer would pay for the cost"),
            NoFigure::NoLosses => f.write_str("nothing was lost, so there is no ratio to the losses"),
            NoFigure::NothingToShare => f.write_str("there was nothing at the start to take a share of"),
            NoFigure::NothingLeft => f.write_str("value equals cost, so there is no percentage of the difference"),
            NoFigure::NoDifference => f.write_str("the two rates are equal, so no sample shows a difference"),
            NoFigure::RetentionTooHigh => f.write_str("this retention would have kept more customers than there are"),
            NoFigure::Contradicted => f.write_str("the model rules out what the data show"),
            NoFigure::NotNested => f.write_str("neither model is a special case of the other"),
            NoFigure::NoSingleRate => f.write_str("in this model a customer has no single retention rate"),
            NoFigure::RetentionCostsMore => f.write_str("retention costs as much as a customer brings, or more"),
            NoFigure::NeverRefilled => f.write_str("new clients never make up for the revenue that was lost"),
            NoFigure::NoRange => f.write_str("every input is an exact number, so there is no range"),
            NoFigure::NotAnswered => f.write_str("the response to spending was not stated"),
            NoFigure::NoSizes => f.write_str("the sizes of the cohorts are not known"),
            NoFigure::NobodyWon => f.write_str("no clients are won, so there is no cost of winning one"),
            NoFigure::NobodyThere => f.write_str("there are no clients yet"),
            NoFigure::TooLarge => f.write_str("the figure is too large"),
        }
    }
}

impl Display for Must {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Must::BeANumber => f.write_str("be a finite number"),
            Must::NotBeNegative => f.write_str("not be negative"),
            Must::BePositive => f.write_str("be above 0"),
            Must::BeAShare => f.write_str("be from 0 to 1"),
            Must::BeInside => f.write_str("be above 0 and below 1"),
            Must::ExceedMinusOne => f.write_str("be above -1"),
            Must::NotBeEmpty => f.write_str("have at least one entry"),
            Must::MatchLength => f.write_str("have as many entries as its counterpart"),
            Must::AgreeWith(other) => write!(f, "be possible together with {other}"),
            Must::NotExceed(other) => write!(f, "not exceed {other}"),
            Must::StayBelow(other) => write!(f, "stay below {other}"),
            Must::ReachAtLeast(other) => write!(f, "reach at least {other}"),
            Must::BeAtMost(most) => write!(f, "be at most {most}"),
        }
    }
}

impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Field::Margin => "the margin",
            Field::Retention => "retention",
            Field::Churn => "churn",
            Field::Discount => "the discount rate",
            Field::Growth => "growth",
            Field::Periods => "the number of periods",
            Field::AnnualRate => "the annual rate",
            Field::Revenue => "revenue",
            Field::GrossMargin => "the gross margin",
            Field::Cac => "the CAC",
            Field::Cost => "the cost",
            Field::Budget => "the budget",
            Field::Customers => "the number of customers",
            Field::CustomersBefore => "the number of customers before",
            Field::Prospects => "the number of prospects",
            Field::Lost => "the number of lost customers",
            Field::Points => "the gain in points",
            Field::Amount => "the amount",
            Field::When => "the moment",
            Field::Survival => "the share surviving",
            Field::Start => "revenue at the start",
            Field::End => "revenue at the end",
            Field::New => "new revenue",
            Field::Reactivation => "reactivated revenue",
            Field::Expansion => "expansion",
            Field::Contraction => "contraction",
            Field::Churned => "churned revenue",
            Field::Alpha => "the first shape parameter",
            Field::Beta => "the second shape parameter",
            Field::Shape => "the shape",
            Field::Scale => "the scale",
            Field::Renewal => "the renewal",
            Field::Cohorts => "the table of cohorts",
            Field::Rates => "the list of rates",
            Field::Acquired => "the number of customers won",
            Field::Totals => "the list of totals",
            Field::Ceiling => "the ceiling",
            Field::Floor => "the floor",
            Field::Rate => "the rate",
            Field::Spending => "the spending",
            Field::Share => "the share",
            Field::PeriodLength => "the length of the period",
            Field::Horizon => "the horizon",
            Field::Term => "the payment term",
            Field::OneOff => "the one-off cost",
            Field::RetentionSpend => "the current retention spend",
            Field::IdleChurn => "churn with no retention spend",
            Field::LowestChurn => "the lowest possible churn",
            Field::AcquisitionSpend => "the current acquisition spend",
            Field::MostNewClients => "the most new clients",
            Field::Link => "the link",
            Field::Initiatives => "the list of initiatives",
            Field::Reach => "the reach",
            Field::ChurnCut => "the churn cut",
            Field::MarginGain => "the margin gain",
            Field::CostInside => "the cost paid from the retention budget",
            Field::Mean => "the mean",
            Field::Deviation => "the standard deviation",
            Field::Noise => "the standard error of the test",
            Field::Worth => "the worth of one unit",
            Field::Age => "the age",
            Field::Significance => "the significance level",
            Field::Power => "the power",
            Field::Confidence => "the confidence level",
            Field::Repeats => "the number of repeat purchases",
            Field::Purchase => "the average purchase",
            Field::Low => "the low end",
            Field::Likely => "the likely value",
            Field::High => "the high end",
            Field::Runs => "the number of runs",
            Field::Answers => "the number of answers",
            Field::Score => "the score",
            Field::Importance => "the importance",
            Field::Weight => "the weight",
            Field::Count => "the count",
            Field::Equity => "the value of all customers",
            Field::Debt => "the debt",
            Field::NonOperating => "the non-operating assets",
            Field::Tax => "the tax rate",
            Field::Duration => "the duration",
        })
    }
}
