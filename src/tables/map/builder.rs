//! A map that grows while its rows are read.

use std::collections::{HashMap, HashSet};

use super::feelings::Feeling;
use super::label;
use super::scales;
use crate::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use crate::i18n::journey::JourneyWords;
use crate::model::journey::{Details, Lane, LaneKind};
use crate::model::quantity::{Level, median};
use crate::tables::choice::{Choice, FeelingScale, ManyFeelings};
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::note::Note;
use crate::tables::place::CellPlace;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// The most stages and lanes that a file makes.
pub const MOST_STAGES: usize = 200;
/// The most lanes.
pub const MOST_LANES: usize = 60;

/// What a stage was said to feel like.
struct Felt {
    stage: usize,
    feeling: Feeling,
    place: CellPlace,
}

/// A map in the making.
#[derive(Default)]
pub(super) struct Builder {
    pub draft: JourneyDraft,
    lane_at: HashMap<String, usize>,
    /// The same by the spellings that came so far.
    spelled: HashMap<String, usize>,
    /// The stage that was asked for last.
    last_stage: Option<(String, usize)>,
    /// Lanes whose labels have a number that tells them from others.
    twins: HashSet<usize>,
    /// The last stage with a label.
    stage_at: HashMap<String, usize>,
    /// Lanes in the order in which the file lists them.
    listed: Vec<usize>,
    felt: Vec<Felt>,
    second: Vec<Felt>,
    /// What the column or the lane of feelings is called.
    pub feelings_called: String,
    /// Whether the file was written here, where feelings have one scale.
    pub is_ours: bool,
    /// Whether somewhere a plus stands alone for a good feeling.
    pub signs: bool,
}

impl Builder {
    /// The lane with a label; a new one where there is none yet. `None` when there are too many.
    pub fn lane(&mut self, label: &str, place: CellPlace, log: &mut Log) -> Option<usize> {
        if let Some(at) = self.spelled.get(label) {
            return Some(*at);
        }
        let key = fold::label(label);
        if let Some(at) = self.lane_at.get(&key) {
            self.spelled.insert(label.to_owned(), *at);
            return Some(*at);
        }
        let mut lane = label::lane_of(label.trim());
        // "Actions" and "Действия" are one lane.
        let only = label::is_only(label.trim());
        let twin = (0..self.draft.lanes.len()).find(|at| self.draft.lanes[*at] == lane && !self.twins.contains(at));
        let twin = twin.filter(|_| only);
        if let Some(at) = twin {
            self.lane_at.insert(key, at);
            return Some(at);
        }
        if !lane.kind.holds_cards() && self.emotion_lane().is_some() {
            // A second row of feelings is kept as words.
            lane = Lane { name: label.trim().into(), ..Lane::of(LaneKind::Free) };
        }
        if lane.kind == LaneKind::Free && !lane.name.is_empty() {
            log.note(Note::FreeLane(lane.name.clone()));
        }
        let at = self.add_lane(lane, place, log)?;
        if !only {
            self.twins.insert(at);
        }
        self.lane_at.insert(key, at);
        Some(at)
    }

    fn add_lane(&mut self, lane: Lane, place: CellPlace, log: &mut Log) -> Option<usize> {
        if self.draft.lanes.len() == MOST_LANES {
            log.fault(Problem::TooManyLanes(MOST_LANES), place, &lane.name);
            return None;
        }
        self.draft.lanes.push(lane);
        Some(self.draft.lanes.len() - 1)
    }

    /// The lane of a kind that has no name of its own; a new one where there is none yet.
    pub fn lane_of_kind(&mut self, kind: LaneKind, place: CellPlace, log: &mut Log) -> Option<usize> {
        let found = self.draft.lanes.iter().position(|lane| lane.kind == kind && lane.name.is_empty());
        found.or_else(|| self.add_lane(Lane::of(kind), place, log))
    }

    /// Lists a lane: the file says its place, its question and whether it is hidden.
    pub fn list_lane(&mut self, label: &str, prompt: &str, hidden: bool, place: CellPlace, log: &mut Log) {
        let Some(at) = self.lane(label, place, log) else { return };
        self.draft.lanes[at].hidden = hidden;
        self.draft.lanes[at].prompt = prompt.into();
        if !self.listed.contains(&at) {
            self.listed.push(at);
        }
    }

    pub fn emotion_lane(&self) -> Option<usize> {
        self.draft.lanes.iter().position(|lane| !lane.kind.holds_cards())
    }

    /// Begins a stage, even where another has its label.
    pub fn begin_stage(&mut self, label: &str, subtitle: &str, place: CellPlace, log: &mut Log) -> Option<usize> {
        if self.draft.stages.len() == MOST_STAGES {
            log.fault(Problem::TooManyStages(MOST_STAGES), place, label);
            return None;
        }
        let name = label::stage_name(label, self.draft.stages.len() + 1).to_owned();
        self.draft.stages.push(StageDraft { name, subtitle: subtitle.into(), ..StageDraft::default() });
        let at = self.draft.stages.len() - 1;
        self.stage_at.insert(fold::label(label), at);
        self.last_stage = None;
        Some(at)
    }

    /// The last stage with a label; a new one where there is none yet.
    pub fn stage(&mut self, label: &str, place: CellPlace, log: &mut Log) -> Option<usize> {
        // Rows of one stage usually follow each other.
        if let Some((_, at)) = self.last_stage.as_ref().filter(|(last, _)| last == label) {
            return Some(*at);
        }
        let at = match self.stage_at.get(&fold::label(label)) {
            Some(at) => *at,
            None => self.begin_stage(label, "", place, log)?,
        };
        self.last_stage = Some((label.to_owned(), at));
        Some(at)
    }

    /// Puts a card at the end of a cell. One in a lane of feelings says how the stage feels.
    pub fn card(&mut self, stage: usize, lane: usize, card: CardDraft, place: CellPlace) {
        if !self.draft.lanes[lane].kind.holds_cards() {
            let text = card.card.text;
            self.feel(stage, &text, place);
            return;
        }
        let cells = &mut self.draft.stages[stage].cells;
        if cells.len() <= lane {
            cells.resize(lane + 1, Vec::new());
        }
        // Our own files say what is a score and what is a word.
        let card = if self.is_ours { card } else { card.brought_into(self.draft.lanes[lane].kind) };
        cells[lane].push(card);
    }

    /// Says more of the last card of a cell.
    pub fn say_more(&mut self, stage: usize, lane: usize, details: Details) {
        let cell = self.draft.stages[stage].cells.get_mut(lane);
        if let Some(card) = cell.and_then(|cards| cards.last_mut()) {
            // Its words may have named the score.
            let (frequency, impact) = (card.details.frequency, card.details.impact);
            card.details =
                Details { frequency: details.frequency.or(frequency), impact: details.impact.or(impact), ..details };
        }
    }

    /// Notes how a stage feels, in whatever words.
    pub fn feel(&mut self, stage: usize, text: &str, place: CellPlace) {
        let feeling = Feeling::of(text, self.signs);
        self.felt.extend(feeling.map(|feeling| Felt { stage, feeling, place }));
    }

    /// Notes how a stage feels on the second curve.
    pub fn feel_second(&mut self, stage: usize, text: &str, place: CellPlace) {
        let feeling = Feeling::of(text, self.signs);
        self.second.extend(feeling.map(|feeling| Felt { stage, feeling, place }));
    }

    /// The map, once every row is read.
    pub fn finish(mut self, log: &mut Log) -> JourneyDraft {
        let felt = std::mem::take(&mut self.felt);
        let second = std::mem::take(&mut self.second);
        let numbers = |felt: &[Felt]| -> Vec<f64> {
            felt.iter()
                .filter_map(|felt| if let Feeling::Number(n, _) = felt.feeling { Some(n) } else { None })
                .collect()
        };
        let mut all = numbers(&felt);
        all.extend(numbers(&second));
        let first = felt.iter().chain(&second).map(|felt| felt.place).next().unwrap_or_default();
        let is_own = all.iter().all(|number| (-2.0..=2.0).contains(number));
        let scale = if all.is_empty() || self.is_ours && is_own {
            Some(FeelingScale::Own)
        } else {
            scales::scale(&all, &self.feelings_called, first, log)
        };
        // What no scale holds is named; the rest is on the own one.
        let is_wrong = |felt: &Felt| matches!(felt.feeling, Feeling::Number(n, _) if !(-2.0..=2.0).contains(&n));
        let ((felt_wrong, felt), (second_wrong, second)) = match scale {
            Some(_) => ((Vec::new(), felt), (Vec::new(), second)),
            None => (felt.into_iter().partition(is_wrong), second.into_iter().partition(is_wrong)),
        };
        for felt in felt_wrong.iter().chain(&second_wrong) {
            if let Feeling::Number(number, _) = felt.feeling {
                log.fault(Problem::NotALevel, felt.place, &number.to_string());
            }
        }
        let scale = scale.unwrap_or(FeelingScale::Own);
        if scale != FeelingScale::Own {
            log.note(Note::Feelings(scale));
        }
        let is_turned = !all.is_empty() && scales::is_turned(&self.feelings_called);
        if is_turned {
            log.note(Note::FeelingsTurned(self.feelings_called.clone()));
        }
        let turned = |mut felt: Felt| {
            if let (Feeling::Number(number, _), true) = (&mut felt.feeling, is_turned) {
                *number = scales::turned(*number, scale);
            }
            felt
        };
        let (felt, second): (Vec<_>, Vec<_>) =
            (felt.into_iter().map(turned).collect(), second.into_iter().map(turned).collect());
        self.take_feelings(felt, scale, log);
        for felt in second {
            self.draft.stages[felt.stage].second = level_of(&felt.feeling, scale);
        }
        self.order_lanes();
        self.draft
    }

    fn take_feelings(&mut self, felt: Vec<Felt>, scale: FeelingScale, log: &mut Log) {
        let (mut rounded, mut named, mut alone) = (0, 0, 0);
        let mut levels: Vec<Vec<Level>> = vec![Vec::new(); self.draft.stages.len()];
        let mut words: Vec<(usize, String, CellPlace)> = Vec::new();
        for felt in felt {
            match felt.feeling {
                Feeling::Number(number, words_too) => {
                    let (level, moved) = scales::level(number, scale);
                    rounded += usize::from(moved);
                    levels[felt.stage].push(level);
                    if !words_too.is_empty() {
                        words.push((felt.stage, words_too, felt.place));
                    }
                }
                Feeling::Rated(number, scale) => {
                    let (level, moved) = scales::level(number, scale);
                    rounded += usize::from(moved);
                    levels[felt.stage].push(level);
                    let note = Note::Feelings(scale);
                    if !log.notes.contains(&note) {
                        log.note(note);
                    }
                }
                Feeling::Named(level, words_too) => {
                    named += 1;
                    levels[felt.stage].push(level);
                    if !words_too.is_empty() {
                        words.push((felt.stage, words_too, felt.place));
                    }
                }
                Feeling::Words(text) => {
                    alone += 1;
                    words.push((felt.stage, text, felt.place));
                }
            }
        }
        if rounded > 0 {
            log.note(Note::Rounded(rounded));
        }
        if named > 0 {
            log.note(Note::FeelingsNamed(named));
        }
        self.take_levels(levels, log);
        self.take_words(words, alone > 0, log);
    }

    /// One level a stage; several different ones are votes, or one of them counts.
    fn take_levels(&mut self, levels: Vec<Vec<Level>>, log: &mut Log) {
        let differ = |levels: &[Level]| levels.iter().any(|level| *level != levels[0]);
        let many = levels.iter().filter(|levels| differ(levels)).count();
        let mut taken = ManyFeelings::First;
        if many > 0 {
            let options = [ManyFeelings::Votes, ManyFeelings::First, ManyFeelings::Last].map(Choice::ManyFeelings);
            if let Choice::ManyFeelings(chosen) = log.ask(About::Table, options.to_vec(), 0) {
                taken = chosen;
            }
            log.note(Note::ManyFeelings(many));
        }
        for (stage, levels) in self.draft.stages.iter_mut().zip(levels) {
            stage.emotion = match taken {
                ManyFeelings::Votes if differ(&levels) => {
                    let middle = median(&levels);
                    stage.votes = levels;
                    middle
                }
                ManyFeelings::Last => levels.last().copied(),
                _ => levels.first().copied(),
            };
        }
    }

    /// Words about feelings become cards of a lane of their own, after asking where any of them say nothing of a level.
    fn take_words(&mut self, words: Vec<(usize, String, CellPlace)>, is_asked: bool, log: &mut Log) {
        let Some(first) = words.first().map(|(.., place)| *place) else { return };
        let count = words.len();
        if is_asked && !log.ask_whether(About::Cells(first, count), Choice::FeelingWords, true) {
            return;
        }
        let name = if self.feelings_called.is_empty() {
            JourneyWords::of(log.context.lang).lane_emotion.to_owned()
        } else {
            self.feelings_called.clone()
        };
        let Some(lane) = self.add_lane(Lane { name, ..Lane::of(LaneKind::Free) }, first, log) else { return };
        for (stage, text, place) in words {
            self.card(stage, lane, card(text), place);
        }
        log.note(Note::FeelingWords(count));
    }

    /// Puts the lanes in the order that the file lists them in; others come behind.
    fn order_lanes(&mut self) {
        if self.listed.is_empty() {
            return;
        }
        let mut order = std::mem::take(&mut self.listed);
        let rest: Vec<usize> = (0..self.draft.lanes.len()).filter(|lane| !order.contains(lane)).collect();
        order.extend(rest);
        self.draft.lanes = order.iter().map(|lane| self.draft.lanes[*lane].clone()).collect();
        for stage in &mut self.draft.stages {
            stage.cells.resize(order.len(), Vec::new());
            stage.cells = order.iter().map(|lane| std::mem::take(&mut stage.cells[*lane])).collect();
        }
    }
}

/// The level that a feeling stands for, if it is more than words.
fn level_of(feeling: &Feeling, scale: FeelingScale) -> Option<Level> {
    match feeling {
        Feeling::Number(number, _) => Some(scales::level(*number, scale).0),
        Feeling::Rated(number, scale) => Some(scales::level(*number, *scale).0),
        Feeling::Named(level, _) => Some(*level),
        Feeling::Words(_) => None,
    }
}

/// A card with words and nothing else.
pub(super) fn card(text: impl Into<String>) -> CardDraft {
    CardDraft { card: crate::model::journey::Card { text: text.into() }, ..CardDraft::default() }
}
