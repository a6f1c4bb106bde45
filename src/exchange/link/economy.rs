//! Scenarios, initiatives and accounts as fields.

use super::fields::{Damaged, Reader, Writer};
use crate::model::amount::Amount;
use crate::model::quantity::{CardId, InitiativeId};
use crate::model::scenario::{
    Account, Actual, ActualFigure, AgeModel, Ageing, Answer, CohortTable, Counted, Initiative, Input, Lever, Lock,
    Origin, Payment, Period, Quantity, RangeLink, Response, Scenario, Tables,
};
use crate::model::{Change, Edit, Engagement, Head};

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
        // In the second layout.
        cohorts_period: _,
        accounts_period: _,
        by_age: _,
        payment: _,
        keep_fixed: _,
        links: _,
        origins: _,
        locked: _,
        initiatives: _,
        // In the third.
        actuals: _,
    } = scenario;
    to.text(name);
    to.text(currency);
    to.byte(period_number(*period) << 2 | u8::from(response.is_some()) << 1 | u8::from(cohorts.is_some()));
    to.count((*horizon).into());
    to.count((*one_off_months).into());
    to.amount(*keep);
    Quantity::ALL.into_iter().for_each(|quantity| to.estimate(*scenario.quantity(quantity)));
    if let Some(response) = response {
        // An exact answer is written as the amount that it was.
        Answer::ALL.into_iter().for_each(|answer| to.estimate(*response.answer(answer)));
    }
    if let Some(cohorts) = cohorts {
        write_cohorts(cohorts, to);
    }
}

fn write_cohorts(CohortTable { per_cent, rows, names }: &CohortTable, to: &mut Writer) {
    to.byte((*per_cent).into());
    to.list(rows, |to, row| to.list(row, |to, amount| to.amount(*amount)));
    to.list(names, |to, name| to.text(name));
}

fn read_cohorts(from: &mut Reader) -> Result<CohortTable, Damaged> {
    Ok(CohortTable {
        per_cent: from.byte()? != 0,
        rows: from.list(|from| from.list(Reader::amount))?,
        names: from.list(Reader::text)?,
    })
}

/// Reads a scenario.
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
pub fn read_scenario(from: &mut Reader) -> Result<Scenario, Damaged> {
    let (name, currency, mark) = (from.text()?, from.text()?, from.byte()?);
    let period = period_of(mark >> 2)?;
    let (horizon, one_off_months, keep) = (from.short()?, from.short()?, from.amount()?);
    let mut scenario = Scenario { name, currency, period, horizon, keep, one_off_months, ..Scenario::default() };
    for quantity in Quantity::ALL {
        *scenario.quantity_mut(quantity) = from.estimate()?;
    }
    if mark & 2 != 0 {
        scenario.response = Some(Response {
            keep_today: from.estimate()?,
            churn_idle: from.estimate()?,
            churn_best: from.estimate()?,
            win_today: from.estimate()?,
            won_most: from.estimate()?,
        });
    }
    if mark & 1 != 0 {
        scenario.cohorts = Some(read_cohorts(from)?);
    }
    Ok(scenario)
}

/// Writes an initiative; `place` finds a card in the order of writing, counted from 0.
pub fn write_initiative(initiative: &Initiative, to: &mut Writer, place: impl Fn(CardId) -> Option<usize>) {
    let Initiative {
        name,
        friction,
        cost_once: _,
        cost_per_period: _,
        reach: _,
        churn_cut: _,
        margin_gain: _,
        won: _,
        inside: _,
    } = initiative;
    to.text(name);
    to.count(friction.and_then(place).map_or(0, |place| place as u64 + 1));
    Lever::ALL.into_iter().for_each(|lever| to.estimate(*initiative.lever(lever)));
}

/// Reads an initiative; `cards` are all cards in the order of reading.
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
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
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
pub fn read_account(from: &mut Reader) -> Result<Account, Damaged> {
    Ok(Account { name: from.text()?, revenue: from.list(Reader::amount)? })
}

/// Whether a project holds something that only the second layout has room for. A range of an answer stands where the first one
/// has an amount.
pub fn needs_second(engagement: &Engagement) -> bool {
    let answers = |scenario: &Scenario| {
        scenario.response.is_some_and(|response| Answer::ALL.iter().any(|one| response.answer(*one).ends().is_some()))
    };
    has_more(engagement) || engagement.scenarios().any(|(_, scenario)| answers(scenario))
}

/// Whether a project holds something that only the third layout has room for.
pub fn needs_third(engagement: &Engagement) -> bool {
    !engagement.head().tables.is_empty() || engagement.scenarios().any(|(_, scenario)| !scenario.actuals.is_empty())
}

/// Whether a project has what [`write_more`] writes.
pub fn has_more(engagement: &Engagement) -> bool {
    let scenario = |one: &Scenario| {
        one.cohorts_period.is_some()
            || one.accounts_period.is_some()
            || one.by_age.is_some()
            || one.payment != Payment::default()
            || one.keep_fixed
            || !one.links.is_empty()
            || !one.origins.is_empty()
            || one.locked.is_some()
            || !one.initiatives.is_empty()
    };
    engagement.scenarios().any(|(_, one)| scenario(one)) || engagement.initiatives().any(|(_, one)| one.inside)
}

/// Writes what the second layout adds to every scenario and initiative, in their order.
pub fn write_more(engagement: &Engagement, to: &mut Writer) {
    let ids: Vec<InitiativeId> = engagement.initiatives().map(|(id, _)| id).collect();
    for (_, scenario) in engagement.scenarios() {
        for period in [scenario.cohorts_period, scenario.accounts_period] {
            to.byte(period.map_or(0, |period| period_number(period) + 1));
        }
        let Payment { term, after } = scenario.payment;
        let locked = scenario.locked.as_ref();
        to.byte(
            u8::from(locked.is_some()) << 4
                | period_number(term) << 2
                | u8::from(after) << 1
                | u8::from(scenario.keep_fixed),
        );
        if let Some(Lock { by, on }) = locked {
            to.text(by);
            to.day(*on);
        }
        to.list(scenario.by_age.as_slice(), write_ageing);
        to.list(&scenario.links, |to, link| {
            to.byte(input_number(link.input));
            to.byte(link.with.map_or(0, |with| input_number(with) + 1));
            to.byte(link.against.into());
        });
        to.list(&scenario.origins, |to, origin| {
            to.byte(input_number(origin.input) << 1 | u8::from(origin.on.is_some()));
            to.text(&origin.source);
            to.text(&origin.owner);
            origin.on.iter().for_each(|day| to.day(*day));
        });
        let places: Vec<usize> = scenario.initiatives.iter().filter_map(|id| ids.binary_search(id).ok()).collect();
        to.list(&places, |to, place| to.count(*place as u64));
    }
    engagement.initiatives().for_each(|(_, one)| to.byte(one.inside.into()));
}

/// Reads what the second layout adds into the records that were read before.
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
pub fn read_more(from: &mut Reader, read: &mut Change) -> Result<(), Damaged> {
    let ids: Vec<InitiativeId> =
        read.iter().filter_map(|edit| if let Edit::Initiative(id, _) = edit { Some(*id) } else { None }).collect();
    for edit in read.iter_mut() {
        if let Edit::Scenario(_, Some(scenario)) = edit {
            scenario.cohorts_period = period_if_any(from)?;
            scenario.accounts_period = period_if_any(from)?;
            let mark = from.byte()?;
            scenario.payment = Payment { term: period_of(mark >> 2 & 3)?, after: mark & 2 != 0 };
            scenario.keep_fixed = mark & 1 != 0;
            scenario.locked = match mark >> 4 {
                0 => None,
                1 => Some(Lock { by: from.text()?, on: from.day()? }),
                _ => return Err(Damaged),
            };
            scenario.by_age = from.list(read_ageing)?.pop();
            scenario.links = from.list(|from| {
                let input = input_of(from.byte()?)?;
                let with = from.byte()?.checked_sub(1).map(input_of).transpose()?;
                Ok(RangeLink { input, with, against: from.byte()? != 0 })
            })?;
            scenario.origins = from.list(|from| {
                let mark = from.byte()?;
                let (source, owner) = (from.text()?, from.text()?);
                let on = (mark & 1 == 1).then(|| from.day()).transpose()?;
                Ok(Origin { input: input_of(mark >> 1)?, source, owner, on })
            })?;
            scenario.initiatives = from.list(|from| {
                let place = usize::try_from(from.count()?).map_err(|_| Damaged)?;
                ids.get(place).copied().ok_or(Damaged)
            })?;
        }
    }
    for edit in read.iter_mut() {
        if let Edit::Initiative(_, Some(initiative)) = edit {
            initiative.inside = from.byte()? != 0;
        }
    }
    Ok(())
}

/// Writes what the third layout adds: the tables of the project, and what came of every scenario, in their order.
pub fn write_third(engagement: &Engagement, to: &mut Writer) {
    let Tables { account_periods, accounts_period, cohorts, cohorts_period } = &engagement.head().tables;
    to.list(account_periods, |to, name| to.text(name));
    for period in [accounts_period, cohorts_period] {
        to.byte(period.map_or(0, |period| period_number(period) + 1));
    }
    to.list(cohorts.as_slice(), |to, cohorts| write_cohorts(cohorts, to));
    for (_, scenario) in engagement.scenarios() {
        to.list(&scenario.actuals, |to, actual| {
            to.count(actual.month.into());
            let actual = Counted::ALL.map(|counted| actual.of(counted));
            let days = actual.map(|actual| actual.and_then(|actual| actual.on));
            // Which figures there are, and above them which of their days are known.
            let known = actual.iter().map(Option::is_some).chain(days.iter().map(Option::is_some));
            to.byte(known.rev().fold(0, |mark, known| mark << 1 | u8::from(known)));
            for figure in actual.into_iter().flatten() {
                to.amount(figure.number);
                figure.on.into_iter().for_each(|day| to.day(day));
            }
        });
    }
}

/// Reads what the third layout adds into the head and the records that were read before.
///
/// # Errors
/// [`Damaged`], where the bytes are none of ours.
pub fn read_third(from: &mut Reader, head: &mut Head, read: &mut Change) -> Result<(), Damaged> {
    head.tables = Tables {
        account_periods: from.list(Reader::text)?,
        accounts_period: period_if_any(from)?,
        cohorts_period: period_if_any(from)?,
        cohorts: from.list(read_cohorts)?.pop(),
    };
    for edit in read.iter_mut() {
        if let Edit::Scenario(_, Some(scenario)) = edit {
            scenario.actuals = from.list(|from| {
                let mut actual = Actual { month: from.short()?, ..Actual::default() };
                let mark = from.byte()?;
                for (at, counted) in Counted::ALL.into_iter().enumerate() {
                    if mark >> at & 1 != 0 {
                        let number = from.amount()?;
                        let on = (mark >> (Counted::ALL.len() + at) & 1 != 0).then(|| from.day()).transpose()?;
                        actual.set(counted, Some(ActualFigure { number, on }));
                    }
                }
                Ok(actual)
            })?;
        }
    }
    Ok(())
}

fn write_ageing(to: &mut Writer, ageing: &Ageing) {
    let (kind, numbers): (u8, &[Amount]) = match &ageing.model {
        AgeModel::Constant(numbers) => (0, numbers),
        AgeModel::Sbg(numbers) => (1, numbers),
        AgeModel::DiscreteWeibull(numbers) => (2, numbers),
        AgeModel::BetaDiscreteWeibull(numbers) => (3, numbers),
    };
    to.byte(kind << 2 | period_number(ageing.period));
    numbers.iter().for_each(|number| to.amount(*number));
    to.list(&ageing.base, |to, (next, count)| {
        to.count((*next).into());
        to.amount(*count);
    });
}

fn read_ageing(from: &mut Reader) -> Result<Ageing, Damaged> {
    let mark = from.byte()?;
    let model = match mark >> 2 {
        0 => AgeModel::Constant([from.amount()?]),
        1 => AgeModel::Sbg([from.amount()?, from.amount()?]),
        2 => AgeModel::DiscreteWeibull([from.amount()?, from.amount()?]),
        3 => AgeModel::BetaDiscreteWeibull([from.amount()?, from.amount()?, from.amount()?]),
        _ => return Err(Damaged),
    };
    let base = |from: &mut Reader| Ok((from.short()?, from.amount()?));
    Ok(Ageing { model, period: period_of(mark & 3)?, base: from.list(base)? })
}

fn input_number(input: Input) -> u8 {
    Input::all().zip(0..).find(|(one, _)| *one == input).map_or(0, |(_, at)| at)
}

fn input_of(number: u8) -> Result<Input, Damaged> {
    Input::all().nth(number.into()).ok_or(Damaged)
}

fn period_of(number: u8) -> Result<Period, Damaged> {
    Period::ALL.into_iter().find(|period| period_number(*period) == number).ok_or(Damaged)
}

fn period_if_any(from: &mut Reader) -> Result<Option<Period>, Damaged> {
    from.byte()?.checked_sub(1).map(period_of).transpose()
}

fn period_number(period: Period) -> u8 {
    match period {
        Period::Month => 0,
        Period::Quarter => 1,
        Period::Year => 2,
    }
}
