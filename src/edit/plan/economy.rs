//! Verbs of scenarios, initiatives and accounts.

use std::collections::{BTreeMap, VecDeque};

use super::{PlanBuilder, write};
use crate::edit::{Field, InitiativeInput, KeptToday, ObservedChurn, Pasted, Plan, Refusal, ScenarioInput};
use crate::model::day::has_text;
use crate::model::quantity::{AccountId, InitiativeId, ScenarioId};
use crate::model::record::{Names, Record};
use crate::model::scenario::{
    Account, Answer, CohortTable, Initiative, Input, Origin, Period, Quantity, RangeLink, Response, Scenario, Tables,
    with_actual,
};
use crate::model::{Edit, Key};

pub(super) fn add_scenario(mut sheet: PlanBuilder, mut scenario: Box<Scenario>) -> Result<Plan, Refusal> {
    sound(scenario.is_sound())?;
    // Scenarios are compared: all count in the same terms.
    if let Some((_, first)) = sheet.engagement.scenarios().next() {
        *scenario = scenario.in_terms_of(first);
    } else {
        if sheet.engagement.accounts().next().is_some() {
            sheet.head.tables.accounts_period.get_or_insert_default();
        }
        sheet.head.tables.hand_over(&mut scenario);
    }
    let id = ScenarioId(sheet.mint());
    sheet.put(Edit::Scenario(id, Some(scenario)));
    Ok(sheet.made(Key::Scenario(id)))
}

pub(super) fn set_scenario(mut sheet: PlanBuilder, id: ScenarioId, input: ScenarioInput) -> Result<Plan, Refusal> {
    let before = sheet.engagement.scenario(id).ok_or(Refusal::Gone(Key::Scenario(id)))?;
    let mut scenario = before.clone();
    if scenario.locked.is_some() && !matches!(input, ScenarioInput::Lock(_) | ScenarioInput::Actual(..)) {
        return Err(Refusal::Locked(id));
    }
    let field = match input {
        ScenarioInput::Currency(currency) => {
            return set_all(sheet, id, Some(Field::Currency), |other| write(&mut other.currency, currency.clone()));
        }
        ScenarioInput::Horizon(months) => {
            return set_all(sheet, id, Some(Field::Horizon), |other| write(&mut other.horizon, months));
        }
        ScenarioInput::Period(period) => return set_period(sheet, &scenario, period),
        ScenarioInput::Payment(payment) => return set_all(sheet, id, None, |other| write(&mut other.payment, payment)),
        ScenarioInput::KeepToday(all) => return set_kept_today(sheet, &all),
        ScenarioInput::Observed(all) => return set_observed(sheet, &all),
        ScenarioInput::ByAgeEverywhere(ageing) => {
            return set_in_some(sheet, |_, before| {
                let by_age = Some(ageing.clone());
                before.locked.is_none().then(|| Scenario { by_age, ..before.clone() })
            });
        }
        ScenarioInput::AccountsPeriod(period) => {
            return set_all(sheet, id, None, |other| {
                let period = other.stated_by(period);
                write(&mut other.accounts_period, period)
            });
        }
        ScenarioInput::Name(name) => write(&mut scenario.name, name).map(|()| Some(Field::Name)),
        ScenarioInput::Quantity(quantity, estimate) => {
            write(scenario.quantity_mut(quantity), estimate).map(|()| Some(Field::Quantity(quantity)))
        }
        ScenarioInput::Keep(share) => write(&mut scenario.keep, share).map(|()| Some(Field::Keep)),
        ScenarioInput::OneOffMonths(months) => {
            write(&mut scenario.one_off_months, months).map(|()| Some(Field::OneOffMonths))
        }
        ScenarioInput::Response(response) => write(&mut scenario.response, response).map(|()| Some(Field::Response)),
        ScenarioInput::KeepFixed(fixed) => write(&mut scenario.keep_fixed, fixed).map(|()| None),
        ScenarioInput::Link(input, link) => {
            let mut links = scenario.links.clone();
            links.retain(|link| link.input != input);
            links.extend(link.filter(|link| link.input == input));
            write(&mut scenario.links, links).map(|()| None)
        }
        ScenarioInput::DrawTogether(inputs) => {
            let mut links = scenario.links.clone();
            links.retain(|link| !inputs.contains(&link.input));
            links.extend(inputs.into_iter().map(|input| RangeLink { input, with: None, against: false }));
            write(&mut scenario.links, links).map(|()| None)
        }
        ScenarioInput::Origin(origin) if !origin.on.is_none_or(has_text) => Err(Refusal::OutOfBounds),
        ScenarioInput::Origin(origin) => {
            let mut origins = scenario.origins.clone();
            match origins.iter().position(|one| one.input == origin.input) {
                Some(at) if origin.is_unknown() => _ = origins.remove(at),
                Some(at) => origins[at] = origin,
                None => origins.extend(Some(origin).filter(|origin| !origin.is_unknown())),
            }
            write(&mut scenario.origins, origins).map(|()| None)
        }
        ScenarioInput::Lock(lock) => write(&mut scenario.locked, lock).map(|()| None),
        ScenarioInput::Actual(month, counted, actual) => {
            let actuals = with_actual(&scenario.actuals, month, counted, actual);
            write(&mut scenario.actuals, actuals).map(|()| Some(Field::Actual(month, counted)))
        }
        ScenarioInput::Include(initiative, included) => {
            let there = sheet.engagement.initiative(initiative);
            there.ok_or(Refusal::Gone(Key::Initiative(initiative)))?;
            let mut initiatives = scenario.initiatives.clone();
            initiatives.retain(|other| *other != initiative);
            initiatives.extend(included.then_some(initiative));
            write(&mut scenario.initiatives, initiatives).map(|()| None)
        }
        ScenarioInput::Cohorts(cohorts, period) => {
            let cohorts_period = period.map_or(scenario.cohorts_period, |period| scenario.stated_by(period));
            let taken = Scenario { cohorts, cohorts_period, ..scenario.clone() };
            write(&mut scenario, taken).map(|()| None)
        }
        ScenarioInput::ByAge(ageing) => write(&mut scenario.by_age, ageing).map(|()| None),
        ScenarioInput::CohortsPeriod(period) => {
            let period = scenario.stated_by(period);
            write(&mut scenario.cohorts_period, period).map(|()| None)
        }
    }?;
    let with_it = follow_budget(&sheet, id, before, &mut scenario);
    scenario.follow(before);
    sound(scenario.is_sound())?;
    sheet.put(Edit::Scenario(id, Some(Box::new(scenario))));
    for (other, scenario) in with_it {
        sound(scenario.is_sound())?;
        sheet.put(Edit::Scenario(other, Some(Box::new(scenario))));
    }
    Ok(sheet.finish(None, field.map(|field| super::Typing(Key::Scenario(id), field))))
}

/// What is spent today follows the budget of the first scenario while nobody said it, in all that state the same; those are returned.
/// What was agreed on in one that is locked was said.
fn follow_budget(
    sheet: &PlanBuilder,
    id: ScenarioId,
    before: &Scenario,
    scenario: &mut Scenario,
) -> Vec<(ScenarioId, Scenario)> {
    let states_it = |answer, other: &Scenario| {
        let answer = Input::Answer(answer);
        other.input(answer).is_some() && other.input(answer) == before.input(answer)
    };
    let is_agreed =
        |other: &Scenario| other.locked.is_some() && Answer::SPENT.iter().any(|answer| states_it(*answer, other));
    let all: Vec<_> = sheet.engagement.scenarios().collect();
    if all.first().is_none_or(|(first, _)| *first != id) || all.iter().any(|(_, other)| is_agreed(other)) {
        return Vec::new();
    }
    scenario.follow_budget(before);
    let moved = |other: &Scenario| {
        let mut moved = other.clone();
        for answer in Answer::SPENT.into_iter().filter(|answer| states_it(*answer, other)) {
            let now = scenario.input(Input::Answer(answer)).copied();
            if let (Some(now), Some(answer)) = (now, moved.input_mut(Input::Answer(answer))) {
                *answer = now;
            }
        }
        moved.follow(other);
        moved
    };
    let others = all.into_iter().skip(1).map(|(id, other)| (id, moved(other), other));
    others.filter(|(_, moved, other)| moved != *other).map(|(id, moved, _)| (id, moved)).collect()
}

/// The origins of a scenario with another one for an input.
fn with_origin(origins: &[Origin], input: Input, origin: Option<Origin>) -> Vec<Origin> {
    let others = origins.iter().filter(|other| other.input != input).cloned();
    others.chain(origin.map(|origin| Origin { input, ..origin })).collect()
}

/// States what is spent on keeping today in several scenarios, as one step.
fn set_kept_today(sheet: PlanBuilder, all: &[KeptToday]) -> Result<Plan, Refusal> {
    set_in_some(sheet, |id, before| {
        let KeptToday { sum, origin, .. } = all.iter().find(|one| one.scenario == id)?;
        let response = Some(Response { keep_today: *sum, ..before.response? });
        let origins = with_origin(&before.origins, Input::Answer(Answer::KeepToday), origin.clone());
        Some(Scenario { response, origins, ..before.clone() })
    })
}

/// States the churn of today in several scenarios, as one step.
fn set_observed(sheet: PlanBuilder, all: &[ObservedChurn]) -> Result<Plan, Refusal> {
    set_in_some(sheet, |id, before| {
        let ObservedChurn { churn, response, origin, .. } = all.iter().find(|one| one.scenario == id)?;
        let origins = with_origin(&before.origins, Input::Quantity(Quantity::Churn), origin.clone());
        Some(Scenario { churn: *churn, response: *response, origins, ..before.clone() })
    })
}

/// Changes those scenarios of which something is taken over from elsewhere, as one step.
fn set_in_some(
    mut sheet: PlanBuilder,
    taken: impl Fn(ScenarioId, &Scenario) -> Option<Scenario>,
) -> Result<Plan, Refusal> {
    for (id, before) in sheet.engagement.scenarios() {
        let Some(taken) = taken(id, before).filter(|taken| taken != before) else { continue };
        if before.locked.is_some() {
            return Err(Refusal::Locked(id));
        }
        sound(taken.is_sound())?;
        sheet.put(Edit::Scenario(id, Some(Box::new(taken))));
    }
    if sheet.change.is_empty() { Err(Refusal::NothingToDo) } else { Ok(sheet.done()) }
}

/// States every scenario by another period, and the initiatives with them, as one step.
fn set_period(mut sheet: PlanBuilder, here: &Scenario, period: Period) -> Result<Plan, Refusal> {
    if here.period == period {
        return Err(Refusal::NothingToDo);
    }
    if let Some((id, _)) = sheet.engagement.scenarios().find(|(_, one)| one.locked.is_some()) {
        return Err(Refusal::Locked(id));
    }
    for (id, scenario) in sheet.engagement.scenarios() {
        let restated = scenario.restated(period).ok_or(Refusal::OutOfBounds)?;
        sheet.put(Edit::Scenario(id, Some(Box::new(restated))));
    }
    let churn = sheet.engagement.churn_of_points().unwrap_or(here.churn_in_force());
    for (id, initiative) in sheet.engagement.initiatives() {
        let restated = initiative.restated(churn, here.period, period).ok_or(Refusal::OutOfBounds)?;
        if restated != *initiative {
            sheet.put(Edit::Initiative(id, Some(Box::new(restated))));
        }
    }
    Ok(sheet.finish(None, None))
}

/// Changes every scenario alike, as one step.
fn set_all(
    mut sheet: PlanBuilder,
    id: ScenarioId,
    field: Option<Field>,
    change: impl Fn(&mut Scenario) -> Result<(), Refusal>,
) -> Result<Plan, Refusal> {
    for (other, record) in sheet.engagement.scenarios() {
        let mut record = record.clone();
        if change(&mut record).is_ok() {
            if record.locked.is_some() {
                return Err(Refusal::Locked(other));
            }
            sound(record.is_sound())?;
            sheet.put(Edit::Scenario(other, Some(Box::new(record))));
        }
    }
    if sheet.change.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(sheet.finish(None, field.map(|field| super::Typing(Key::Scenario(id), field))))
}

pub(super) fn delete_scenario(mut sheet: PlanBuilder, id: ScenarioId) -> Result<Plan, Refusal> {
    let scenario = sheet.engagement.scenario(id).ok_or(Refusal::Gone(Key::Scenario(id)))?;
    if scenario.locked.is_some() {
        return Err(Refusal::Locked(id));
    }
    // Accounts and cohorts can be without a scenario.
    if sheet.engagement.scenarios().count() == 1 {
        sheet.head.tables.take_back(scenario, sheet.engagement.accounts().next().is_some());
    }
    sheet.drop(Key::Scenario(id));
    Ok(sheet.done())
}

pub(super) fn set_cohorts(
    mut sheet: PlanBuilder,
    table: Option<CohortTable>,
    period: Option<Period>,
) -> Result<Plan, Refusal> {
    // With a scenario, tables are its own.
    if table.is_some() && sheet.engagement.scenarios().next().is_some() {
        return Err(Refusal::NothingToDo);
    }
    let tables = &mut sheet.head.tables;
    let before = (tables.cohorts.take(), tables.cohorts_period);
    tables.cohorts = table;
    tables.cohorts_period = period.map_or(tables.cohorts_period, Tables::stated).filter(|_| tables.cohorts.is_some());
    if before == (tables.cohorts.clone(), tables.cohorts_period) {
        return Err(Refusal::NothingToDo);
    }
    sound(sheet.head.is_sound())?;
    Ok(sheet.done())
}

pub(super) fn set_columns(mut sheet: PlanBuilder, pasted: Pasted, period: Period) -> Result<Plan, Refusal> {
    if sheet.engagement.scenarios().next().is_some() {
        return Err(Refusal::NothingToDo);
    }
    let tables = &mut sheet.head.tables;
    // Nothing is said of a table that is not there: it would be said of the next one.
    let (columns, is_there) = match pasted {
        Pasted::Accounts => (&mut tables.accounts_period, sheet.engagement.accounts().next().is_some()),
        Pasted::Cohorts => (&mut tables.cohorts_period, tables.cohorts.is_some()),
    };
    if !is_there {
        return Err(Refusal::NothingToDo);
    }
    write(columns, Tables::stated(period))?;
    Ok(sheet.done())
}

pub(super) fn add_initiative(mut sheet: PlanBuilder, initiative: Box<Initiative>) -> Result<Plan, Refusal> {
    sound(initiative.is_sound())?;
    initiative.friction.map_or(Ok(()), |card| sheet.card(card).map(|_| ()))?;
    let id = InitiativeId(sheet.mint());
    sheet.put(Edit::Initiative(id, Some(initiative)));
    Ok(sheet.made(Key::Initiative(id)))
}

pub(super) fn set_initiative(
    mut sheet: PlanBuilder,
    id: InitiativeId,
    input: InitiativeInput,
) -> Result<Plan, Refusal> {
    let mut initiative = sheet.engagement.initiative(id).ok_or(Refusal::Gone(Key::Initiative(id)))?.clone();
    let field = match input {
        InitiativeInput::Name(name) => write(&mut initiative.name, name).map(|()| Some(Field::Name)),
        InitiativeInput::Friction(card) => {
            card.map_or(Ok(()), |card| sheet.card(card).map(|_| ()))?;
            write(&mut initiative.friction, card).map(|()| None)
        }
        InitiativeInput::Lever(lever, estimate) => {
            write(initiative.lever_mut(lever), estimate).map(|()| Some(Field::Lever(lever)))
        }
        InitiativeInput::Inside(inside) => write(&mut initiative.inside, inside).map(|()| None),
    }?;
    sound(initiative.is_sound())?;
    sheet.put(Edit::Initiative(id, Some(Box::new(initiative))));
    Ok(sheet.finish(None, field.map(|field| super::Typing(Key::Initiative(id), field))))
}

pub(super) fn delete_initiative(mut sheet: PlanBuilder, id: InitiativeId) -> Result<Plan, Refusal> {
    sheet.engagement.initiative(id).ok_or(Refusal::Gone(Key::Initiative(id)))?;
    sheet.drop(Key::Initiative(id));
    Ok(sheet.done())
}

pub(super) fn set_accounts(
    mut sheet: PlanBuilder,
    accounts: Vec<Account>,
    period: Option<Period>,
    names: Vec<String>,
) -> Result<Plan, Refusal> {
    sound(accounts.iter().all(Account::is_sound))?;
    let before = sheet.head.tables.clone();
    sheet.head.tables.account_periods = names;
    if sheet.engagement.scenarios().next().is_none() {
        let stated = period.map_or(sheet.head.tables.accounts_period, Tables::stated);
        sheet.head.tables.accounts_period = stated.filter(|_| !accounts.is_empty());
    }
    let mut restated = before != sheet.head.tables;
    for (id, scenario) in sheet.engagement.scenarios() {
        let accounts_period = period.map_or(scenario.accounts_period, |period| scenario.stated_by(period));
        if accounts_period != scenario.accounts_period {
            if scenario.locked.is_some() {
                return Err(Refusal::Locked(id));
            }
            sheet.put(Edit::Scenario(id, Some(Box::new(Scenario { accounts_period, ..scenario.clone() }))));
            restated = true;
        }
    }
    if sheet.engagement.accounts().map(|(_, account)| account).eq(&accounts) {
        return if restated { Ok(sheet.done()) } else { Err(Refusal::NothingToDo) };
    }
    // What speaks of an account goes on speaking of the one that has its name.
    let mut old: BTreeMap<&str, VecDeque<AccountId>> = BTreeMap::new();
    for (id, account) in sheet.engagement.accounts() {
        old.entry(account.name.trim()).or_default().push_back(id);
        sheet.drop(Key::Account(id));
    }
    let mut replaced = Vec::new();
    for account in accounts {
        let id = AccountId(sheet.mint());
        let before = old.get_mut(account.name.trim()).and_then(VecDeque::pop_front);
        replaced.extend(before.map(|before| (Key::Account(before), Key::Account(id))));
        sheet.put(Edit::Account(id, Some(account)));
    }
    sheet.replaced = Names::new(replaced);
    Ok(sheet.done())
}

fn sound(is: bool) -> Result<(), Refusal> {
    if is { Ok(()) } else { Err(Refusal::OutOfBounds) }
}
