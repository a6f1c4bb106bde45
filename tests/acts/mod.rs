//! What a person does to an engagement, drawn at random: every command there is.

#![allow(dead_code, reason = "each test that does things to an engagement uses a part of this")]

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft};
use orbita::edit::{Command, Detail, HeadField, InitiativeInput, JourneyField, ScenarioInput, StageField};
use orbita::model::amount::{Amount, Estimate};
use orbita::model::journey::{Card, Evidence, JourneyKind, LaneKind, Step};
use orbita::model::quantity::{CardId, Grade, InitiativeId, JourneyId, LaneId, Level, ScenarioId, StageId};
use orbita::model::scenario::{Account, CohortTable, Initiative, Lever, Period, Quantity, Scenario};
use orbita::model::{Cell, Collection, Engagement, Key};
use proptest::prelude::*;

/// One thing a person does. The numbers choose among what is there at that moment, so scripts stay meaningful.
#[derive(Clone, Debug)]
pub struct Act {
    pub verb: u8,
    pub first: u32,
    pub second: u32,
    pub text: String,
    /// Milliseconds since the act before.
    pub pause: u16,
    /// The field is left after this act.
    pub seals: bool,
}

/// Words as people of all scripts type them: combining marks, emoji with joiners, right-to-left, zero-width.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[а-яё\u{300}-\u{304}\u{301} ]{0,12}",
        "[\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{202e}\u{202c}]{0,8}",
        "[👩🏽\u{200d}💻🇷🇺\u{fe0f}\u{200b}\u{feff}]{0,6}",
        "[\"\\\\/\u{0}-\u{1f}\u{2028}\u{ffff}]{0,8}",
        Just(String::new()),
    ]
}

pub fn act() -> impl Strategy<Value = Act> {
    (any::<u8>(), any::<u32>(), any::<u32>(), words(), 0_u16..9000, any::<bool>())
        .prop_map(|(verb, first, second, text, pause, seals)| Act { verb, first, second, text, pause, seals })
}

/// Some acts, one after the other.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(act(), 1..60)
}

fn pick<T: Copy>(all: &[T], number: u32) -> Option<T> {
    (!all.is_empty()).then(|| all[number as usize % all.len()])
}

/// Some of all, each once.
fn some<T: Copy>(all: &[T], first: u32, count: u32) -> Vec<T> {
    let first = first as usize % all.len().max(1);
    all.iter().skip(first).take(count as usize % 5).copied().collect()
}

/// All ids of an engagement, to choose from.
struct Ids {
    journeys: Vec<JourneyId>,
    stages: Vec<StageId>,
    lanes: Vec<LaneId>,
    cards: Vec<CardId>,
    scenarios: Vec<ScenarioId>,
    initiatives: Vec<InitiativeId>,
}

impl Ids {
    fn of(engagement: &Engagement) -> Self {
        let scenarios = engagement.scenarios().map(|(id, _)| id).collect();
        let initiatives = engagement.initiatives().map(|(id, _)| id).collect();
        let mut ids = Ids { journeys: vec![], stages: vec![], lanes: vec![], cards: vec![], scenarios, initiatives };
        for (id, journey) in engagement.journeys() {
            ids.journeys.push(id);
            ids.stages.extend(&journey.stages);
            ids.lanes.extend(&journey.lanes);
        }
        for &stage in &ids.stages {
            ids.cards.extend(engagement.stage(stage).expect("listed").all_cards());
        }
        ids
    }
}

/// The command that an act comes to, where there is anything to do it to.
pub fn command(engagement: &Engagement, act: &Act) -> Option<Command> {
    let ids = Ids::of(engagement);
    let (first, second) = (act.first, act.second);
    let text = act.text.clone();
    let journey = pick(&ids.journeys, first);
    let stage = pick(&ids.stages, first);
    let lane = pick(&ids.lanes, first);
    let card = pick(&ids.cards, first);
    let cell = |number| Some(Cell { stage: pick(&ids.stages, number)?, lane: pick(&ids.lanes, number / 7)? });
    let at = (second % 9) as usize;
    let scenario = pick(&ids.scenarios, first);
    let initiative = pick(&ids.initiatives, first);
    let number = f64::from(second) * 1e-3 - 9.0;
    let estimate = Estimate::range(number, number + 0.1, number + 0.3).or(Estimate::exact(number)).expect("finite");
    let amount = Amount::new(number).expect("finite");
    Some(match act.verb % 43 {
        0 => Command::SetHead(if first % 2 == 0 { HeadField::Title } else { HeadField::About }, text),
        1 => Command::AddJourney(Box::new(JourneyDraft::blank((second % 4) as usize))),
        2 => Command::AddJourney(Box::new(JourneyDraft::of(engagement, journey?)?)),
        3 => Command::SetJourney(journey?, JourneyField::Persona, text),
        4 => Command::SetJourneyKind(journey?, JourneyKind::ToBe),
        5 if second % 4 == 0 => Command::DeleteJourney(journey?),
        5 | 6 => Command::AddStage { journey: journey?, at },
        7 => Command::SetStage(stage?, if second % 2 == 0 { StageField::Name } else { StageField::Subtitle }, text),
        8 => Command::SetEmotion(stage?, (second % 10 != 9).then(|| Level::from_halves(second as i8 % 5))),
        9 => Command::DuplicateStage(stage?),
        10 => Command::MoveStage { stage: stage?, to: at },
        11 if second % 3 == 0 => Command::DeleteStage(stage?),
        11 | 12 => Command::AddLane { journey: journey?, kind: LaneKind::ALL[second as usize % 9], at },
        13 => Command::SetLaneName(lane?, text),
        14 => Command::MoveLane { lane: lane?, to: at },
        15 => Command::SetLaneHidden(lane?, second % 2 == 0),
        16 if second % 3 == 0 => Command::DeleteLane(lane?),
        16..=19 => Command::AddCard { cell: cell(first)?, at, text },
        20 => Command::SetCardText(card?, text),
        21 => Command::MoveCard { card: card?, to: cell(second)?, at },
        22 => Command::DuplicateCard(card?),
        23 => Command::DeleteCard(card?),
        24 => Command::AddCards(vec![
            (
                cell(first)?,
                CardDraft { card: Card { text: text.clone() }, ..CardDraft::default() }
            );
            2
        ]),
        25 => Command::FillGrid { from: cell(first)?, rows: vec![vec![text.clone(), "b".into(), text]; at] },
        26 => Command::MoveCards { cards: some(&ids.cards, first, second), to: cell(second)?, at },
        27 if second % 4 == 0 => Command::DeleteCards(some(&ids.cards, first, second)),
        27 | 28 => Command::TagCards { cards: some(&ids.cards, first, second), tag: text, on: first % 3 != 0 },
        29 => Command::AddVote(stage?, Level::from_halves(second as i8 % 5)),
        30 => Command::ClearVotes(stage?),
        31 => Command::SetSecondCurve(journey?, (second % 5 != 0).then_some(text)),
        33 => {
            Command::SetAgenda(journey?, vec![Step { title: text, minutes: second as u16, script: String::new() }; at])
        }
        32 => Command::SetSecondEmotion(stage?, (second % 10 != 9).then(|| Level::from_halves(second as i8 % 5))),
        35 => Command::AddScenario(Box::new(Scenario::sample(&text, f64::from(first % 99)))),
        36 => Command::SetScenario(scenario?, ScenarioInput::Quantity(pick(&Quantity::ALL, second)?, estimate)),
        37 => Command::SetScenario(
            scenario?,
            match second % 7 {
                0 => ScenarioInput::Name(text),
                1 => ScenarioInput::Currency(text),
                2 => ScenarioInput::Period(pick(&Period::ALL, second / 7)?),
                3 => ScenarioInput::Horizon(second as u16),
                4 => ScenarioInput::Keep(amount),
                5 => ScenarioInput::Response(None),
                _ => ScenarioInput::Cohorts(Some(CohortTable {
                    per_cent: at > 4,
                    rows: vec![vec![amount; at]; 2],
                    names: Vec::new(),
                })),
            },
        ),
        38 if second % 3 == 0 => Command::DeleteScenario(scenario?),
        38 | 39 => Command::AddInitiative(Box::new(Initiative { name: text, friction: card, ..Initiative::default() })),
        40 => Command::SetInitiative(initiative?, InitiativeInput::Lever(pick(&Lever::ALL, second)?, estimate)),
        41 if second % 3 == 0 => Command::DeleteInitiative(initiative?),
        41 => Command::SetInitiative(initiative?, InitiativeInput::Friction(card)),
        42 => Command::SetAccounts(vec![Account { name: text, revenue: vec![amount; at] }; at]),
        _ => Command::SetDetail(
            card?,
            match second % 7 {
                0 => Detail::Frequency(pick(&Grade::ALL, second / 6)),
                1 => Detail::Impact(pick(&Grade::ALL, second / 6)),
                2 => Detail::Owner(text),
                3 => Detail::NextStep(text),
                4 => Detail::Due(NaiveDate::from_ymd_opt(2026, second % 12 + 1, second % 28 + 1)),
                5 => Detail::Tags(vec![text.clone(), "x".into(), text]),
                _ => Detail::Evidence(Evidence::ALL[second as usize / 6 % 3]),
            },
        ),
    })
}

macro_rules! commands {
    ($($command:ident)*) => {
        /// The name of every command. One that is missing here does not compile.
        pub const COMMANDS: &[&str] = &[$(stringify!($command)),*];

        /// The name of a command.
        pub fn name(command: &Command) -> &'static str {
            match command {
                $(Command::$command { .. } => stringify!($command),)*
            }
        }
    };
}

commands! {
    SetHead AddJourney SetJourney SetJourneyKind DeleteJourney AddStage SetStage SetEmotion DuplicateStage MoveStage
    DeleteStage AddLane SetLaneName MoveLane SetLaneHidden DeleteLane AddCard SetCardText MoveCard DuplicateCard DeleteCard
    SetDetail AddCards FillGrid MoveCards DeleteCards TagCards AddVote ClearVotes SetSecondCurve SetSecondEmotion SetAgenda
    AddScenario SetScenario DeleteScenario AddInitiative SetInitiative DeleteInitiative SetAccounts
}

/// Every record and every list in which two states differ.
fn changed(before: &Engagement, after: &Engagement) -> Vec<Key> {
    let mut keys = before.differing(after);
    keys.retain(|key| *key != Key::Head || !before.holds(&after.edit(Key::Head).expect("the head")));
    for &collection in Collection::ALL {
        let of = |engagement: &Engagement| -> Vec<Key> {
            engagement.keys().filter(|key| key.collection() == Some(collection)).collect()
        };
        if of(before) != of(after) {
            keys.push(Key::List(collection));
        }
    }
    keys
}

/// The changed records and lists that nobody was told of.
pub fn missed(before: &Engagement, after: &Engagement, touched: &[Key]) -> Vec<Key> {
    changed(before, after).into_iter().filter(|key| !touched.contains(key)).collect()
}
