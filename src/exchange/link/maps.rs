//! Maps as fields: a journey, its lanes and stages, then card by card. References are places in this order.

use chrono::NaiveDate;

use super::fields::{Damaged, Reader, Writer};
use crate::model::journey::{AgendaStep, Card, Details, Evidence, Journey, JourneyKind, Lane, LaneKind, Stage};
use crate::model::quantity::{CardId, Grade, JourneyId, LaneId, StageId};
use crate::model::table::Table;
use crate::model::{Collection, Edit, Engagement, limits};

/// Mints the ids of what is read, in the order of reading.
#[derive(Default)]
pub struct Ids(u32);

impl Ids {
    /// The next id.
    pub fn mint(&mut self) -> u32 {
        self.0 = self.0.saturating_add(1);
        self.0
    }
}

/// Writes the maps of an engagement, in the order of its list; every card goes into `cards`.
pub fn write(engagement: &Engagement, to: &mut Writer, cards: &mut Vec<CardId>) {
    let journeys: Vec<&Journey> = engagement.journeys().map(|(_, journey)| journey).collect();
    to.list(&journeys, |to, journey| write_map(engagement, journey, to, cards));
}

fn write_map(engagement: &Engagement, journey: &Journey, to: &mut Writer, cards: &mut Vec<CardId>) {
    let Journey { title, persona, scenario, kind, stages, lanes, second_curve, agenda } = journey;
    [title, persona, scenario].into_iter().for_each(|text| to.text(text));
    to.byte(kind_number(*kind) << 1 | u8::from(second_curve.is_some()));
    second_curve.iter().for_each(|name| to.text(name));
    to.list(agenda, |to, AgendaStep { title, minutes, script }| {
        to.text(title);
        to.count((*minutes).into());
        to.text(script);
    });
    let lanes: Vec<(LaneId, &Lane)> = lanes.iter().filter_map(|&id| Some((id, engagement.lane(id)?))).collect();
    let stages: Vec<&Stage> = stages.iter().filter_map(|&id| engagement.stage(id)).collect();
    to.list(&lanes, |to, (_, Lane { name, kind, hidden, prompt })| {
        to.byte(lane_number(*kind) << 1 | u8::from(*hidden));
        to.text(name);
        to.text(prompt);
    });
    // The cells come with the cards below.
    to.list(&stages, |to, Stage { name, subtitle, emotion, votes, second, cells: _ }| {
        to.text(name);
        to.text(subtitle);
        to.level_if_any(*emotion);
        to.list(votes, |to, vote| to.level(*vote));
        to.level_if_any(*second);
    });
    let first = cards.len();
    for (lane, _) in &lanes {
        for stage in &stages {
            let cell: Vec<CardId> =
                stage.cards(*lane).iter().copied().filter(|&card| engagement.card(card).is_some()).collect();
            to.count(cell.len() as u64);
            cards.extend(cell);
        }
    }
    for &card in &cards[first..] {
        to.text(engagement.card(card).map_or("", |Card { text }| text));
    }
    for &card in &cards[first..] {
        write_details(engagement.details(card), to);
    }
}

/// A card of which nothing more is known takes one byte, which is nearly always the same.
fn write_details(details: Option<&Details>, to: &mut Writer) {
    let Some(Details { frequency, impact, owner, next_step, due, evidence, tags }) = details else { return to.byte(0) };
    let number = |grade: &Option<Grade>| grade.map_or(0, Grade::number);
    to.byte(1 + number(frequency) * 6 + number(impact));
    to.byte(evidence_number(*evidence) << 1 | u8::from(due.is_some()));
    due.iter().for_each(|day| to.day(*day));
    to.list(tags, |to, tag| to.text(tag));
    to.text(owner);
    to.text(next_step);
}

/// Reads the maps: the edits that add them, their ids in the order of the list, and those of all cards.
pub struct Maps {
    /// Each adds a record.
    pub edits: Vec<Edit>,
    /// The maps.
    pub journeys: Vec<JourneyId>,
    /// Every card, in the order of reading.
    pub cards: Vec<CardId>,
}

impl Maps {
    /// Reads what [`write`] wrote.
    ///
    /// # Errors
    /// [`Damaged`], where the bytes are none of ours.
    pub fn read(from: &mut Reader, ids: &mut Ids) -> Result<Self, Damaged> {
        let mut maps = Maps { edits: Vec::new(), journeys: Vec::new(), cards: Vec::new() };
        maps.journeys = from.list(|from| {
            let id = JourneyId(ids.mint());
            maps.read_map(id, from, ids)?;
            Ok(id)
        })?;
        Ok(maps)
    }

    fn read_map(&mut self, id: JourneyId, from: &mut Reader, ids: &mut Ids) -> Result<(), Damaged> {
        let (title, persona, scenario) = (from.text()?, from.text()?, from.text()?);
        let mark = from.byte()?;
        let kind = [JourneyKind::AsIs, JourneyKind::ToBe].into_iter().find(|kind| kind_number(*kind) == mark >> 1);
        let second_curve = (mark & 1 == 1).then(|| from.text()).transpose()?;
        let agenda =
            from.list(|from| Ok(AgendaStep { title: from.text()?, minutes: from.short()?, script: from.text()? }))?;
        let lanes = from.list(|from| {
            let mark = from.byte()?;
            let kind = LaneKind::ALL.into_iter().find(|kind| lane_number(*kind) == mark >> 1).ok_or(Damaged)?;
            let lane = Lane { kind, hidden: mark & 1 == 1, name: from.text()?, prompt: from.text()? };
            let id = LaneId(ids.mint());
            self.edits.push(Edit::Lane(id, Some(lane)));
            Ok(id)
        })?;
        let mut stages = from.list(|from| {
            let (name, subtitle, emotion) = (from.text()?, from.text()?, from.level_if_any()?);
            let (votes, second) = (from.list(Reader::level)?, from.level_if_any()?);
            let stage = Stage { name, subtitle, emotion, votes, second, cells: Table::default() };
            Ok((StageId(ids.mint()), stage))
        })?;
        let first = self.cards.len();
        for lane in &lanes {
            for (_, stage) in &mut stages {
                let count = usize::from(from.short()?);
                // A card takes bytes only further on: the claim alone must not take memory.
                if self.cards.len() + count > limits::most(Collection::Card) {
                    return Err(Damaged);
                }
                let cell: Vec<CardId> = (0..count).map(|_| CardId(ids.mint())).collect();
                self.cards.extend(&cell);
                if !cell.is_empty() {
                    stage.cells.put(*lane, Some(cell));
                }
            }
        }
        for &card in &self.cards[first..] {
            self.edits.push(Edit::Card(card, Some(Card { text: from.text()? })));
        }
        for &card in &self.cards[first..] {
            if let Some(details) = read_details(from)? {
                self.edits.push(Edit::Details(card, Some(details)));
            }
        }
        let journey = Journey {
            title,
            persona,
            scenario,
            kind: kind.ok_or(Damaged)?,
            stages: stages.iter().map(|(id, _)| *id).collect(),
            lanes,
            second_curve,
            agenda,
        };
        self.edits.extend(stages.into_iter().map(|(id, stage)| Edit::Stage(id, Some(stage))));
        self.edits.push(Edit::Journey(id, Some(journey)));
        Ok(())
    }
}

fn read_details(from: &mut Reader) -> Result<Option<Details>, Damaged> {
    let Some(grades) = from.byte()?.checked_sub(1) else { return Ok(None) };
    let grade = |number: u8| match number {
        0 => Ok(None),
        _ => Grade::try_from(number).map(Some).map_err(|_| Damaged),
    };
    let (frequency, impact) = (grade(grades / 6)?, grade(grades % 6)?);
    let mark = from.byte()?;
    let evidence = Evidence::ALL.into_iter().find(|evidence| evidence_number(*evidence) == mark >> 1);
    let due: Option<NaiveDate> = (mark & 1 == 1).then(|| from.day()).transpose()?;
    let tags = from.list(Reader::text)?;
    let (owner, next_step) = (from.text()?, from.text()?);
    Ok(Some(Details { frequency, impact, owner, next_step, due, evidence: evidence.ok_or(Damaged)?, tags }))
}

fn kind_number(kind: JourneyKind) -> u8 {
    match kind {
        JourneyKind::AsIs => 0,
        JourneyKind::ToBe => 1,
    }
}

fn lane_number(kind: LaneKind) -> u8 {
    match kind {
        LaneKind::Actions => 0,
        LaneKind::Touchpoints => 1,
        LaneKind::Thoughts => 2,
        LaneKind::Emotion => 3,
        LaneKind::Friction => 4,
        LaneKind::Opportunities => 5,
        LaneKind::Backstage => 6,
        LaneKind::Pulse => 7,
        LaneKind::Free => 8,
    }
}

fn evidence_number(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::Assumed => 0,
        Evidence::Observed => 1,
        Evidence::Measured => 2,
    }
}
