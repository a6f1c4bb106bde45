//! Checks of a statement.

use super::input::Input;
use super::statement::Statement;
use crate::estimate::Estimate;
use crate::figure::{Field, Figure, MOST_MONEY, Must, NoFigure};

/// Longer horizons are typing errors.
pub(crate) const MOST_MONTHS: u32 = 1_200;
/// The longest period and the longest payment term, in months.
const LONGEST_TERM: u32 = 120;

fn counted(field: Field, count: u32, most: u32) -> Figure<()> {
    field.require(count > 0, Must::BePositive)?;
    field.at_most(count as usize, most)
}

/// Checks a statement, in the numbers of its own period.
pub(crate) fn check(stated: &Statement) -> Figure<()> {
    counted(Field::PeriodLength, stated.period, LONGEST_TERM)?;
    counted(Field::Horizon, stated.horizon, MOST_MONTHS)?;
    counted(Field::Term, stated.terms.months, LONGEST_TERM)?;
    Field::Periods.at_most(stated.one_off_months as usize, MOST_MONTHS)?;
    Field::Share.share(stated.retention_share)?;
    for input in Input::ALL {
        if let Some(estimate) = stated.estimate(input) {
            allowed(input, estimate)?;
        }
    }
    let acquires = stated.answers.is_some() || stated.budget.high * (1.0 - stated.retention_share) > 0.0;
    if acquires {
        stated.cac.require(Field::Cac, |cac| cac > 0.0, Must::BePositive)?;
    }
    agree(stated)
}

fn allowed(input: Input, estimate: Estimate) -> Figure<()> {
    let field = input.field();
    match input {
        Input::Margin | Input::Churn | Input::IdleChurn | Input::LowestChurn => {
            estimate.require(field, |x| (0.0..=1.0).contains(&x), Must::BeAShare)
        }
        Input::Growth => estimate.require(field, |x| x > -1.0, Must::ExceedMinusOne),
        _ => {
            estimate.require(field, |x| x >= 0.0, Must::NotBeNegative)?;
            if estimate.high > MOST_MONEY { Err(NoFigure::TooLarge) } else { Ok(()) }
        }
    }
}

/// Refuses answers that contradict the current churn and CAC. Their ranges may reach beyond: draws are clamped (F56).
fn agree(stated: &Statement) -> Figure<()> {
    let Some(answers) = stated.answers else { return Ok(()) };
    let churn = stated.churn.likely;
    Field::LowestChurn.require(answers.lowest_churn.likely < churn, Must::StayBelow(Field::Churn))?;
    Field::Churn.require(churn < answers.idle_churn.likely, Must::StayBelow(Field::IdleChurn))?;
    Field::RetentionSpend.positive(answers.retention_spend.likely)?;
    Field::AcquisitionSpend.positive(answers.acquisition_spend.likely)?;
    let won_today = answers.acquisition_spend.likely / stated.cac.likely;
    Field::MostNewClients.require(won_today < answers.most_new_clients.likely, Must::AgreeWith(Field::AcquisitionSpend))
}
