//! Reasons in English.

use orbita_economics::{Field, Must, NoFigure};

use crate::i18n::speech::capital;

/// A reason as a sentence.
pub fn reason(why: NoFigure) -> String {
    match why {
        NoFigure::Input { field: input, must } => format!("The {} {}.", field(input), needed(must)),
        NoFigure::Bound { input, end, must } => {
            let end = if end == Field::Likely {
                "likely number"
            } else if end == Field::Low {
                "low end"
            } else {
                "high end"
            };
            format!("The {end} of the {} {}.", field(input), needed(must))
        }
        NoFigure::Cell { cohort, column, must: Must::NotExceed(Field::CustomersBefore) } => {
            format!("Row {}, column {} must be no more than the number before it.", cohort + 1, column + 1)
        }
        NoFigure::Cell { cohort, column, must } => {
            format!("Row {}, column {} {}.", cohort + 1, column + 1, needed(must))
        }
        NoFigure::NotDetectable { per_group } => {
            format!("Not detectable with {per_group} clients a group: even the largest possible effect would not show.")
        }
        NoFigure::NotIdentified { have, need } => {
            format!("Too few renewals to tell the model: {have} given, {need} needed.")
        }
        NoFigure::Circular(input) => {
            format!("{}: it moves with an input that moves with it.", capital(field(input)))
        }
        other => plain(other).into(),
    }
}

fn plain(why: NoFigure) -> &'static str {
    match why {
        NoFigure::Diverges => {
            "The value has no limit. It diverges, because retention and growth outrun the discount rate."
        }
        NoFigure::NeverPaysBack => "The average client never pays back what winning them cost.",
        NoFigure::CannotPay => "Not even keeping every client would pay for this.",
        NoFigure::NoLosses => "No losses.",
        NoFigure::NothingToShare => "There is nothing to divide by: it is zero.",
        NoFigure::NothingLeft => "Value equals cost: there is no difference to take a percentage of.",
        NoFigure::NoDifference => "There is no difference to be seen.",
        NoFigure::RetentionTooHigh => "This retention alone would have kept more clients than there are.",
        NoFigure::Contradicted => "The model calls impossible what the data show.",
        NoFigure::NotNested => "Neither model is a special case of the other, so this test says nothing.",
        NoFigure::NoSingleRate => {
            "Churn depends on a client’s age here, and this is counted with one rate for every age only."
        }
        NoFigure::RetentionCostsMore => {
            "Keeping a client costs as much as the client brings, or more: there is no ratio to a net value."
        }
        NoFigure::NeverRefilled => "New clients bring no more than churn takes away: revenue never gets back.",
        NoFigure::NoRange => "Every number is exact: there is no range.",
        NoFigure::NotAnswered => "The five questions about spending aren’t answered.",
        NoFigure::NoSizes => "The sizes of the cohorts aren’t known.",
        NoFigure::NobodyWon => "No clients are won: there is no cost of winning one to earn back.",
        NoFigure::NobodyThere => "Not one client today: there is nobody to keep, and no spend per client.",
        _ => "The figure is too large to be written down. Look for a zero too many in clients, amounts or growth.",
    }
}

fn needed(must: Must) -> String {
    match must {
        Must::BeANumber => "must be a number".into(),
        Must::NotBeNegative => "must be 0 or more".into(),
        Must::BePositive => "must be more than 0".into(),
        Must::BeAShare => "must be from 0 to 100%".into(),
        Must::BeInside => "must be more than 0 and less than 100%".into(),
        Must::ExceedMinusOne => "must be more than \u{2212}100%".into(),
        Must::NotBeEmpty => "needs at least one entry".into(),
        Must::MatchLength => "needs as many entries as its counterpart".into(),
        Must::AgreeWith(other) => format!("must fit the {}", field(other)),
        Must::NotExceed(other) => format!("must be no more than the {}", field(other)),
        Must::StayBelow(Field::Churn) => "must be below today’s churn".into(),
        Must::StayBelow(other) => format!("must be below the {}", field(other)),
        Must::ReachAtLeast(other) => format!("must be at least the {}", field(other)),
        Must::BeAtMost(most) => format!("must be at most {most}"),
    }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Margin => "margin per client",
        Field::Retention => "retention",
        Field::Churn => "churn",
        Field::Discount => "discount rate",
        Field::Growth => "growth",
        Field::Periods => "number of periods",
        Field::AnnualRate => "rate a year",
        Field::Revenue => "revenue",
        Field::GrossMargin => "gross margin",
        Field::Cac => "CAC",
        Field::Cost => "cost",
        Field::Budget => "budget",
        Field::Customers => "number of clients",
        Field::CustomersBefore => "number of clients before",
        Field::Prospects => "number of prospects",
        Field::Lost => "number of lost clients",
        Field::Points => "gain in points",
        Field::Amount => "amount",
        Field::When => "moment",
        Field::Survival => "share kept",
        Field::Start => "revenue at the start",
        Field::End => "revenue at the end",
        Field::New => "new revenue",
        Field::Reactivation => "revenue of returned clients",
        Field::Expansion => "expansion",
        Field::Contraction => "contraction",
        Field::Churned => "lost revenue",
        Field::Alpha => "first parameter",
        Field::Beta => "second parameter",
        Field::Shape => "shape",
        Field::Scale => "scale",
        Field::Renewal => "number of the renewal",
        Field::Cohorts => "table of cohorts",
        Field::Rates => "list of rates",
        Field::Acquired => "number of clients won",
        Field::Totals => "list of totals",
        Field::Ceiling => "highest rate",
        Field::Floor => "rate without spending",
        Field::Rate => "rate today",
        Field::Spending => "spending today",
        Field::Share => "share",
        Field::Significance => "chance of a false alarm",
        Field::Power => "chance to see the effect",
        Field::Confidence => "confidence",
        Field::Repeats => "number of repeat purchases",
        Field::Purchase => "average purchase",
        Field::Low => "low",
        Field::Likely => "likely",
        Field::High => "high",
        Field::Runs => "number of runs",
        Field::Answers => "number of answers",
        Field::Score => "score",
        Field::Importance => "importance",
        Field::Weight => "weight",
        Field::Count => "count",
        Field::Equity => "value of all clients",
        Field::Debt => "debt",
        Field::NonOperating => "assets outside the business",
        Field::Tax => "tax",
        Field::Duration => "duration",
        Field::PeriodLength => "length of the period",
        Field::Horizon => "horizon",
        Field::Term => "payment term",
        Field::OneOff => "one-off cost",
        Field::RetentionSpend => "current retention spend",
        Field::IdleChurn => "churn with no retention spend",
        Field::LowestChurn => "lowest possible churn",
        Field::AcquisitionSpend => "current acquisition spend",
        Field::MostNewClients => "maximum new clients",
        Field::Link => "link between ranges",
        Field::Initiatives => "number of initiatives",
        Field::Reach => "share of clients reached",
        Field::ChurnCut => "churn cut",
        Field::MarginGain => "margin gain",
        Field::CostInside => "cost paid from the retention budget",
        Field::Mean => "mean",
        Field::Deviation => "standard deviation",
        Field::Noise => "noise of the test",
        Field::Worth => "value of one unit",
        Field::Age => "age",
        // The engine may ask for more one day; the sentence then still says what is needed.
        _ => "number",
    }
}
