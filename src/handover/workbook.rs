//! The project as a workbook: each map as its grid, all cards, the ranking, scenarios, tables of cohorts, initiatives and
//! clients.

use chrono::NaiveDate;
use orbita_economics::Quantile;

use super::economy::{COMPARED, Case, Economy, Shown};
use super::initiatives;
use crate::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use crate::exchange::office::xlsx::{Cell, Sheet, write};
use crate::exchange::ranking::{Ranked, ranked};
use crate::exchange::{lane_name, stage_name};
use crate::i18n::economy::EconomyWords;
use crate::i18n::economy::{Unit, chance};
use crate::i18n::travel::TravelWords;
use crate::i18n::{Lang, Words};
use crate::model::Engagement;
use crate::model::amount::{Amount, Estimate};
use crate::model::journey::Evidence;
use crate::model::quantity::Grade;
use crate::model::scenario::{Account, Answer, Lever, Quantity};

/// The workbook of a project. Sheets that would be empty are left out.
pub fn workbook(engagement: &Engagement, lang: Lang) -> Vec<u8> {
    let journeys: Vec<JourneyDraft> =
        engagement.journeys().filter_map(|(id, _)| JourneyDraft::of(engagement, id)).collect();
    let (words, travel) = (lang.words(), TravelWords::of(lang));
    let mut sheets: Vec<Sheet> = journeys.iter().map(|journey| grid(journey, words)).collect();
    sheets.push(cards(&journeys, words, travel));
    sheets.push(ranking(&journeys, words, travel));
    if let Some(economy) = Economy::of(engagement, lang, true) {
        sheets.push(scenarios(&economy, travel));
        sheets.extend(cohorts(&economy, travel));
        sheets.push(plan(engagement, &economy, travel));
    }
    sheets.push(accounts(engagement, travel));
    sheets.retain(|sheet| !sheet.rows.is_empty());
    write(&sheets)
}

/// A map as it is seen: a column a stage, as many rows a lane as its fullest cell has cards.
fn grid(journey: &JourneyDraft, words: &Words) -> Sheet {
    let name = words.title_or(&journey.title, words.untitled_map).to_owned();
    let stages = (0..journey.stages.len()).map(|at| stage_name(journey, at, words));
    let head = std::iter::once(words.lane.to_owned()).chain(stages).collect();
    let mut rows = Vec::new();
    for (at, lane) in journey.lanes.iter().enumerate() {
        let first = || Cell::text(lane_name(lane, words));
        if !lane.kind.holds_cards() {
            let level = |stage: &StageDraft| Cell::number(stage.emotion.map(|level| level.value()));
            rows.push(std::iter::once(first()).chain(journey.stages.iter().map(level)).collect());
            continue;
        }
        let cell = |stage: usize| journey.stages[stage].cells.get(at).map_or(&[][..], Vec::as_slice);
        let height = (0..journey.stages.len()).map(|stage| cell(stage).len()).max().unwrap_or(0).max(1);
        for row in 0..height {
            let card = |stage| cell(stage).get(row).map_or(Cell::Empty, |card: &CardDraft| Cell::text(&card.card.text));
            rows.push(std::iter::once(first()).chain((0..journey.stages.len()).map(card)).collect());
        }
    }
    Sheet { name, head, rows }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn evidence(evidence: Evidence, words: &Words) -> Cell {
    Cell::text(words.evidence_name(evidence))
}

/// Every card with what is known of it, in the order of reading.
fn cards(journeys: &[JourneyDraft], words: &Words, travel: &TravelWords) -> Sheet {
    let head = texts(&[
        travel.map,
        words.stage,
        words.lane,
        travel.text,
        words.frequency,
        words.impact,
        words.score,
        words.owner,
        words.next_step,
        words.due,
        travel.tags,
    ]);
    let mut rows = Vec::new();
    for journey in journeys {
        for (at, stage) in journey.stages.iter().enumerate() {
            for (lane, cards) in journey.lanes.iter().zip(&stage.cells) {
                rows.extend(cards.iter().map(|card| {
                    let details = &card.details;
                    vec![
                        Cell::text(words.title_or(&journey.title, words.untitled_map)),
                        Cell::text(stage_name(journey, at, words)),
                        Cell::text(lane_name(lane, words)),
                        Cell::text(&card.card.text),
                        Cell::number(details.frequency.map(Grade::number)),
                        Cell::number(details.impact.map(Grade::number)),
                        Cell::number(details.score()),
                        Cell::text(&details.owner),
                        Cell::text(&details.next_step),
                        day(details.due),
                        Cell::text(details.tags.join(", ")),
                    ]
                }));
            }
        }
    }
    Sheet { name: travel.cards.into(), head, rows }
}

fn ranking(journeys: &[JourneyDraft], words: &Words, travel: &TravelWords) -> Sheet {
    let head = texts(&[
        words.rank,
        words.lane_friction,
        travel.map,
        words.stage,
        words.score,
        words.frequency,
        words.impact,
        words.owner,
        words.next_step,
        words.due,
        words.evidence,
    ]);
    let mut rows = Vec::new();
    for journey in journeys {
        rows.extend((1_u32..).zip(ranked(journey)).map(|(rank, Ranked { card, stage })| {
            let details = &card.details;
            vec![
                Cell::Number(rank.into()),
                Cell::text(&card.card.text),
                Cell::text(words.title_or(&journey.title, words.untitled_map)),
                Cell::text(stage_name(journey, stage, words)),
                Cell::number(details.score()),
                Cell::number(details.frequency.map(Grade::number)),
                Cell::number(details.impact.map(Grade::number)),
                Cell::text(&details.owner),
                Cell::text(&details.next_step),
                day(details.due),
                evidence(details.evidence, words),
            ]
        }));
    }
    Sheet { name: words.friction_ranking.into(), head, rows }
}

/// A number in its unit.
fn amount(unit: Unit, number: f64) -> Cell {
    if unit.is_share() { Cell::Share(number) } else { Cell::Number(number) }
}

/// Likely, low and high.
fn estimate(unit: Unit, estimate: &Estimate) -> [Cell; 3] {
    let ends =
        estimate.ends().map_or([Cell::Empty, Cell::Empty], |(low, high)| [amount(unit, low), amount(unit, high)]);
    let [low, high] = ends;
    [amount(unit, estimate.likely()), low, high]
}

/// The inputs of every scenario side by side, each with its range, and what they come to.
fn scenarios(economy: &Economy, travel: &TravelWords) -> Sheet {
    let words = EconomyWords::of(economy.lang);
    let mut head = vec![words.input.to_owned()];
    for case in &economy.cases {
        let name = case.name(words);
        head.extend([name.clone(), format!("{name}: {}", words.low), format!("{name}: {}", words.high)]);
    }
    let single = |name: &str, cell: &dyn Fn(usize) -> Cell| {
        let cells = (0..economy.cases.len()).flat_map(|at| [cell(at), Cell::Empty, Cell::Empty]);
        std::iter::once(Cell::text(name)).chain(cells).collect::<Vec<Cell>>()
    };
    let of = |at: usize| &*economy.cases[at].scenario;
    let mut rows = vec![
        single(words.currency, &|at| Cell::text(&of(at).currency)),
        single(travel.per_period, &|at| Cell::text(words.per(of(at).period))),
        single(words.horizon, &|at| Cell::Number(of(at).horizon.into())),
    ];
    for quantity in Quantity::ALL {
        let unit = Unit::of(quantity);
        let cells = economy.cases.iter().flat_map(|case| estimate(unit, case.scenario.quantity(quantity)));
        rows.push(std::iter::once(Cell::text(words.quantity(quantity))).chain(cells).collect());
    }
    rows.push(single(words.keep, &|at| Cell::Share(of(at).keep.get())));
    rows.push(single(travel.one_off_months, &|at| Cell::Number(of(at).one_off_months.into())));
    for answer in Answer::ALL {
        let unit = Unit::of_answer(answer);
        let cells = economy.cases.iter().flat_map(|case| match &case.scenario.response {
            Some(response) => estimate(unit, response.answer(answer)),
            None => [Cell::Empty, Cell::Empty, Cell::Empty],
        });
        rows.push(std::iter::once(Cell::text(words.answer(answer))).chain(cells).collect());
    }
    rows.push(single(words.payment, &|at| Cell::text((words.payment_of)(of(at).payment))));
    rows.push(single(words.keeping, &|at| {
        Cell::text(if of(at).keep_fixed { words.keeping_fixed } else { words.keeping_follows })
    }));
    rows.extend(COMPARED.map(|shown| outcome(economy, shown)));
    Sheet { name: words.scenarios.into(), head, rows }
}

/// A figure of every scenario from what is likely; the profit with its P10 and P90.
fn outcome(economy: &Economy, shown: Shown) -> Vec<Cell> {
    let cells = economy.cases.iter().flat_map(|case| {
        let figure = |value: f64| if shown == Shown::Kept { Cell::Share(value) } else { Cell::Number(value) };
        let simulated = case.ranges.as_ref().filter(|ranges| shown == Shown::Profit && ranges.has_ranges);
        let end = |p: f64| {
            let quantile = simulated.and_then(|ranges| ranges.at_end.quantile(p).ok());
            Cell::number(quantile.map(Quantile::held))
        };
        [shown.figure(case).map_or(Cell::Empty, figure), end(0.1), end(0.9)]
    });
    std::iter::once(Cell::text(economy.label(shown))).chain(cells).collect()
}

fn cohorts(economy: &Economy, travel: &TravelWords) -> Vec<Sheet> {
    let sheet = |case: &Case| {
        let table = case.scenario.cohorts.as_ref()?;
        let ages = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let head = std::iter::once(travel.cohort.to_owned()).chain((0..ages).map(travel.age));
        let row = |(at, row): (usize, &Vec<Amount>)| {
            let name = table.names.get(at).filter(|name| !name.is_empty());
            let name = name.map_or_else(|| Cell::Number(at as f64 + 1.0), Cell::text);
            let number = |count: &Amount| {
                if table.per_cent { Cell::Share(count.get() / 100.0) } else { Cell::Number(count.get()) }
            };
            std::iter::once(name).chain(row.iter().map(number)).collect()
        };
        Some(Sheet {
            name: (travel.cohorts_of)(&case.name(EconomyWords::of(economy.lang))),
            head: head.collect(),
            rows: table.rows.iter().enumerate().map(row).collect(),
        })
    };
    economy.cases.iter().filter_map(sheet).collect()
}

fn plan(engagement: &Engagement, economy: &Economy, travel: &TravelWords) -> Sheet {
    let words = EconomyWords::of(economy.lang);
    let mut head = texts(&[words.initiative_name, words.removes]);
    for lever in Lever::ALL {
        let name = words.lever(lever);
        head.extend([name.to_owned(), format!("{name}: {}", words.low), format!("{name}: {}", words.high)]);
    }
    head.extend(texts(&[travel.worth, travel.pays]));
    let row = |row: initiatives::Row| {
        let mut cells = vec![Cell::text(&row.name), Cell::text(&row.removes)];
        cells.extend(Lever::ALL.into_iter().flat_map(|lever| estimate(Unit::of_lever(lever), row.stated.lever(lever))));
        let value = row.value.as_ref().ok();
        cells.push(Cell::number(value.map(|value| value.likely)));
        let pays = value.and_then(|value| value.range).map(|range| chance(economy.lang, range.pays));
        cells.push(pays.map_or(Cell::Empty, Cell::text));
        cells
    };
    let rows = initiatives::rows(engagement, economy).into_iter().map(row).collect();
    Sheet { name: words.initiatives.into(), head, rows }
}

fn accounts(engagement: &Engagement, travel: &TravelWords) -> Sheet {
    let periods = engagement.accounts().map(|(_, account)| account.revenue.len()).max().unwrap_or(0);
    let period = |at: usize| engagement.head().tables.account_period(at, travel.account_period);
    let head = std::iter::once(travel.account.to_owned()).chain((0..periods).map(period));
    let row = |account: &Account| {
        let revenue = account.revenue.iter().map(|amount| Cell::Number(amount.get()));
        std::iter::once(Cell::text(&account.name)).chain(revenue).collect()
    };
    Sheet {
        name: travel.accounts.into(),
        head: head.collect(),
        rows: engagement.accounts().map(|(_, account)| row(account)).collect(),
    }
}
