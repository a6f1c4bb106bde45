//! CSV into a map, or every reason why not: nothing is half done.

use super::{COLUMNS, as_typed, base, kind_called, name_of, parse_table};
use crate::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use crate::model::journey::{Card, Details, Lane, LaneKind};
use crate::model::quantity::{Grade, Level};

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// Why.
    pub problem: Problem,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The first line lacks these columns.
    MissingColumns(Vec<&'static str>),
    /// There is no row but the first.
    Empty,
    /// The row has more cells than the first line names columns.
    TooManyCells,
    /// A card without a stage.
    NoStage,
    /// A card in an emotion lane.
    CardInEmotionLane,
    /// A second lane of the kind emotion.
    SecondEmotionLane,
    /// No level from -2 to 2 in halves.
    NoLevel(String),
    /// A stage that was given another emotion before.
    OtherLevel(String),
    /// No grade from 1 to 5.
    NoGrade(String),
}

/// A row of the table, by its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    stage: String,
    lane: String,
    text: String,
    emotion: String,
    frequency: String,
    impact: String,
    owner: String,
    next_step: String,
}

/// The map of a CSV text. Separated by commas, semicolons or tabs, whichever the first line has; columns in any order, of
/// which only `stage`, `lane` and `text` must be there.
///
/// # Errors
/// Every row that cannot be taken, in order.
pub fn read(text: &str) -> Result<JourneyDraft, Vec<RowError>> {
    let mut table = parse_table(text, separator(text)).into_iter();
    let header = table.next().map(|(_, header)| header).unwrap_or_default();
    let column = |name: &str| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let places = COLUMNS.map(column);
    let missing: Vec<_> = ["stage", "lane", "text"].into_iter().filter(|name| column(name).is_none()).collect();
    if !missing.is_empty() {
        return Err(vec![RowError { line: 1, problem: Problem::MissingColumns(missing) }]);
    }

    let mut builder = Builder::default();
    let mut errors = Vec::new();
    let mut rows = 0;
    for (line, cells) in table {
        rows += 1;
        if cells.iter().skip(header.len()).any(|cell| !cell.is_empty()) {
            errors.push(RowError { line, problem: Problem::TooManyCells });
            continue;
        }
        let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).map_or("", String::as_str);
        let [stage, lane, text, emotion, frequency, impact, owner, next_step] = places.map(cell);
        let row = Row {
            stage: stage.trim().to_owned(),
            lane: as_typed(lane.trim()).to_owned(),
            text: as_typed(text).to_owned(),
            emotion: emotion.trim().to_owned(),
            frequency: frequency.trim().to_owned(),
            impact: impact.trim().to_owned(),
            owner: as_typed(owner).to_owned(),
            next_step: as_typed(next_step).to_owned(),
        };
        if let Err(problem) = builder.take(row) {
            errors.push(RowError { line, problem });
        }
    }
    if rows == 0 {
        errors.push(RowError { line: 1, problem: Problem::Empty });
    }
    if errors.is_empty() { Ok(builder.finish()) } else { Err(errors) }
}

pub(crate) fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    [('\t', b'\t'), (';', b';')].into_iter().find(|(c, _)| count(*c) > count(',')).map_or(b',', |(_, byte)| byte)
}

#[derive(Default)]
struct Builder {
    lanes: Vec<(String, Lane)>,
    stages: Vec<(String, StageDraft)>,
}

impl Builder {
    fn take(&mut self, row: Row) -> Result<(), Problem> {
        let level = level(&row.emotion)?;
        let details = Details {
            frequency: grade(&row.frequency)?,
            impact: grade(&row.impact)?,
            owner: row.owner,
            next_step: row.next_step,
            ..Details::default()
        };
        match (row.stage.is_empty(), row.lane.is_empty()) {
            (true, true) if row.text.is_empty() => Ok(()),
            (true, true) => Err(Problem::NoStage),
            (true, false) if row.text.is_empty() => self.lane(&row.lane).map(|_| ()),
            (true, false) => Err(Problem::NoStage),
            (false, true) => {
                self.begin_stage(&row.stage, row.text, level);
                Ok(())
            }
            (false, false) => {
                let lane = self.lane(&row.lane)?;
                let holds_cards = self.lanes[lane].1.kind.holds_cards();
                let stage = self.stage(&row.stage);
                feel(stage, level, &row.emotion)?;
                if row.text.is_empty() && details == Details::default() {
                    return Ok(());
                }
                if !holds_cards {
                    return Err(Problem::CardInEmotionLane);
                }
                if stage.cells.len() <= lane {
                    stage.cells.resize(lane + 1, Vec::new());
                }
                stage.cells[lane].push(CardDraft { card: Card { text: row.text }, details });
                Ok(())
            }
        }
    }

    /// The lane with a label; a new one where there is none yet.
    fn lane(&mut self, label: &str) -> Result<usize, Problem> {
        if let Some(at) = self.lanes.iter().position(|(known, _)| known == label) {
            return Ok(at);
        }
        let called = base(label);
        let lane = match (kind_called(called), called.split_once(": ")) {
            (Some(kind), _) => Lane::of(kind),
            (None, Some((kind, name))) if kind_called(kind).is_some() => {
                Lane { name: name.into(), ..Lane::of(kind_called(kind).unwrap_or(LaneKind::Free)) }
            }
            _ => Lane { name: called.into(), ..Lane::of(LaneKind::Free) },
        };
        if !lane.kind.holds_cards() && self.lanes.iter().any(|(_, lane)| !lane.kind.holds_cards()) {
            return Err(Problem::SecondEmotionLane);
        }
        self.lanes.push((label.into(), lane));
        Ok(self.lanes.len() - 1)
    }

    fn begin_stage(&mut self, label: &str, subtitle: String, emotion: Option<Level>) {
        let number = self.stages.len() + 1;
        let name = name_of(label, number).to_owned();
        self.stages.push((label.into(), StageDraft { name, subtitle, emotion, ..StageDraft::default() }));
    }

    /// The last stage with a name; a new one where there is none yet.
    fn stage(&mut self, label: &str) -> &mut StageDraft {
        let at = match self.stages.iter().rposition(|(known, _)| known == label) {
            Some(at) => at,
            None => {
                self.begin_stage(label, String::new(), None);
                self.stages.len() - 1
            }
        };
        &mut self.stages[at].1
    }

    fn finish(self) -> JourneyDraft {
        JourneyDraft {
            lanes: self.lanes.into_iter().map(|(_, lane)| lane).collect(),
            stages: self.stages.into_iter().map(|(_, stage)| stage).collect(),
            ..JourneyDraft::default()
        }
    }
}

fn feel(stage: &mut StageDraft, level: Option<Level>, typed: &str) -> Result<(), Problem> {
    match (stage.emotion, level) {
        (Some(before), Some(now)) if before != now => Err(Problem::OtherLevel(typed.into())),
        (_, Some(now)) => {
            stage.emotion = Some(now);
            Ok(())
        }
        (_, None) => Ok(()),
    }
}

/// A level as people write it: with a decimal point or comma, a hyphen or a minus, a plus or none.
fn level(text: &str) -> Result<Option<Level>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.replace(',', ".").replace('\u{2212}', "-");
    let value: Option<f64> = plain.trim_start_matches('\'').trim_start_matches('+').parse().ok();
    value.and_then(|value| Level::try_from(value).ok()).map(Some).ok_or_else(|| Problem::NoLevel(text.into()))
}

fn grade(text: &str) -> Result<Option<Grade>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let grade = text.parse().ok().and_then(|number: u8| Grade::try_from(number).ok());
    grade.map(Some).ok_or_else(|| Problem::NoGrade(text.into()))
}
