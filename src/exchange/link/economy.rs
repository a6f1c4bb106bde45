//! Scenarios, initiatives and accounts as fields.

use super::fields::{Damaged, Reader, Writer};
use crate::model::amount::Estimate;
use crate::model::quantity::CardId;
use crate::model::scenario::{Account, CohortTable, Initiative, Lever, Period, Quantity, Response, Scenario};

/// Writes a scenario.
pub fn write_scenario(scenario: &Scenario, to: &mut Writer) {
    // The estimates are written by their names.
    let Scenario {
        name,
        currency,
        period,
        horizon,
        clients: _,
        revenue: _,
        margin: _,
        churn: _,
        cac: _,
        budget: _,
        keep,
        one_off: _,
        one_off_months,
        discount: _,
        growth: _,
        response,
        cohorts,
    } = scenario;
    to.text(name);
    to.text(currency);
    to.byte(period_number(*period) << 2 | u8::from(response.is_some()) << 1 | u8::from(cohorts.is_some()));
    to.count((*horizon).into());
    to.count((*one_off_months).into());
    to.amount(*keep);
    Quantity::ALL.into_iter().for_each(|quantity| to.estimate(*scenario.quantity(quantity)));
    if let Some(Response { keep_today, churn_idle, churn_best, win_today, won_most }) = response {
        [keep_today, churn_idle, churn_best, win_today, won_most].into_iter().for_each(|amount| to.amount(*amount));
    }
    if let Some(CohortTable { per_cent, rows, names }) = cohorts {
        to.byte((*per_cent).into());
        to.list(rows, |to, row| to.list(row, |to, amount| to.amount(*amount)));
        to.list(names, |to, name| to.text(name));
    }
}

/// Reads a scenario.
pub fn read_scenario(from: &mut Reader) -> Result<Scenario, Damaged> {
    let (name, currency, mark) = (from.text()?, from.text()?, from.byte()?);
    let period = Period::ALL.into_iter().find(|period| period_number(*period) == mark >> 2).ok_or(Damaged)?;
    let (horizon, one_off_months, keep) = (from.short()?, from.short()?, from.amount()?);
    let nothing = Estimate::default();
    let mut scenario = Scenario {
        name,
        currency,
        period,
        horizon,
        clients: nothing,
        revenue: nothing,
        margin: nothing,
        churn: nothing,
        cac: nothing,
        budget: nothing,
        keep,
        one_off: nothing,
        one_off_months,
        discount: nothing,
        growth: nothing,
        response: None,
        cohorts: None,
    };
    for quantity in Quantity::ALL {
        *scenario.quantity_mut(quantity) = from.estimate()?;
    }
    if mark & 2 != 0 {
        scenario.response = Some(Response {
            keep_today: from.amount()?,
            churn_idle: from.amount()?,
            churn_best: from.amount()?,
            win_today: from.amount()?,
            won_most: from.amount()?,
        });
    }
    if mark & 1 != 0 {
        scenario.cohorts = Some(CohortTable {
            per_cent: from.byte()? != 0,
            rows: from.list(|from| from.list(Reader::amount))?,
            names: from.list(Reader::text)?,
        });
    }
    Ok(scenario)
}

/// Writes an initiative; `place` finds a card in the order of writing, counted from 0.
pub fn write_initiative(initiative: &Initiative, to: &mut Writer, place: impl Fn(CardId) -> Option<usize>) {
    let Initiative { name, friction, cost_once: _, cost_per_period: _, reach: _, churn_cut: _, margin_gain: _, won: _ } =
        initiative;
    to.text(name);
    to.count(friction.and_then(place).map_or(0, |place| place as u64 + 1));
    Lever::ALL.into_iter().for_each(|lever| to.estimate(*initiative.lever(lever)));
}

/// Reads an initiative; `cards` are all cards in the order of reading.
pub fn read_initiative(from: &mut Reader, cards: &[CardId]) -> Result<Initiative, Damaged> {
    let mut initiative = Initiative { name: from.text()?, ..Initiative::default() };
    if let Some(place) = from.count()?.checked_sub(1) {
        let place = usize::try_from(place).map_err(|_| Damaged)?;
        initiative.friction = Some(*cards.get(place).ok_or(Damaged)?);
    }
    for lever in Lever::ALL {
        *initiative.lever_mut(lever) = from.estimate()?;
    }
    Ok(initiative)
}

/// Writes an account.
pub fn write_account(Account { name, revenue }: &Account, to: &mut Writer) {
    to.text(name);
    to.list(revenue, |to, amount| to.amount(*amount));
}

/// Reads an account.
pub fn read_account(from: &mut Reader) -> Result<Account, Damaged> {
    Ok(Account { name: from.text()?, revenue: from.list(Reader::amount)? })
}

fn period_number(period: Period) -> u8 {
    match period {
        Period::Month => 0,
        Period::Quarter => 1,
        Period::Year => 2,
    }
}
