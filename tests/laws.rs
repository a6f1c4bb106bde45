//! The laws of the document: undo is the inverse, the invariants hold, JSON loses nothing, whatever is done in whatever
//! order.

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft};
use orbita::edit::history::{History, Kept, SEAL_AFTER_MS, STEPS};
use orbita::edit::{Command, Detail, HeadField, InitiativeInput, JourneyField, ScenarioInput, StageField, plan};
use orbita::model::amount::{Amount, Estimate};
use orbita::model::journey::{Card, Evidence, JourneyKind, LaneKind, Step};
use orbita::model::quantity::{CardId, Grade, InitiativeId, JourneyId, LaneId, Level, ScenarioId, StageId};
use orbita::model::scenario::{Account, CohortTable, Initiative, Lever, Period, Quantity, Scenario};
use orbita::model::{Cell, Edit, Engagement, Key};
use proptest::prelude::*;

/// One thing a person does. The numbers choose among what is there at that moment, so scripts stay meaningful.
#[derive(Clone, Debug)]
struct Act {
    verb: u8,
    first: u32,
    second: u32,
    text: String,
    /// Milliseconds since the act before.
    pause: u16,
    /// The field is left after this act.
    seals: bool,
}

/// Words as people of all scripts type them: combining marks, emoji with joiners, right-to-left, zero-width.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[а-яё\u{300}-\u{304}\u{301} ]{0,12}",
        "[\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{202e}\u{202c}]{0,8}",
        "[👩🏽\u{200d}💻🇷🇺\u{fe0f}\u{200b}\u{feff}]{0,6}",
        "[\"\\\\/\u{0}-\u{1f}\u{2028}\u{ffff}]{0,8}",
        Just(String::new()),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = (any::<u8>(), any::<u32>(), any::<u32>(), words(), 0_u16..9000, any::<bool>())
        .prop_map(|(verb, first, second, text, pause, seals)| Act { verb, first, second, text, pause, seals });
    prop::collection::vec(act, 1..60)
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

fn command(engagement: &Engagement, act: &Act) -> Option<Command> {
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

/// Carries the acts out as the app does; `after_each` sees every document on the way.
fn run(acts: &[Act], mut after_each: impl FnMut(&Engagement)) -> (Engagement, History) {
    let mut engagement = Engagement::new();
    let mut history = History::default();
    let mut now = 0.0;
    for act in acts {
        now += f64::from(act.pause);
        let Some(plan) = command(&engagement, act).and_then(|command| plan(&engagement, command).ok()) else {
            continue;
        };
        let inverse = engagement.swap(plan.change);
        history.record(&mut engagement, inverse, plan.typing, now);
        if act.seals {
            history.seal();
        }
        after_each(&engagement);
    }
    (engagement, history)
}

fn json(engagement: &Engagement) -> String {
    serde_json::to_string(engagement).expect("an engagement is always JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_and_redoing_all_come_back_byte_for_byte(acts in acts()) {
        let start = json(&Engagement::new());
        let (mut engagement, mut history) = run(&acts, |_| ());
        let end = json(&engagement);
        while history.undo(&mut engagement).is_some() {
            prop_assert_eq!(engagement.check(), Ok(()));
        }
        prop_assert_eq!(json(&engagement), start);
        while history.redo(&mut engagement).is_some() {
            prop_assert_eq!(engagement.check(), Ok(()));
        }
        prop_assert_eq!(json(&engagement), end);
    }

    #[test]
    fn a_kept_history_goes_on_where_it_was(acts in acts(), back in 0_usize..9) {
        let (mut engagement, mut history) = run(&acts, |_| ());
        for _ in 0..back {
            history.undo(&mut engagement);
        }
        let kept = serde_json::to_string(&history.kept(STEPS)).expect("JSON");
        let restored = History::restored(serde_json::from_str(&kept).expect("reads what was written"), &engagement);
        let mut restored = restored.expect("it fits its engagement");
        while restored.undo(&mut engagement).is_some() {}
        prop_assert_eq!(json(&engagement), json(&Engagement::new()));
    }

    #[test]
    fn every_step_keeps_the_invariants_and_survives_json(acts in acts()) {
        let mut broken = None;
        run(&acts, |engagement| {
            let back: Engagement = serde_json::from_str(&json(engagement)).expect("reads what was written");
            if engagement.check().is_err() || back != *engagement || json(&back) != json(engagement) {
                broken.get_or_insert_with(|| engagement.clone());
            }
        });
        prop_assert_eq!(broken, None);
    }

    #[test]
    fn a_copied_journey_shows_the_same_under_new_ids(acts in acts()) {
        let (mut engagement, _) = run(&acts, |_| ());
        let Some((id, _)) = engagement.journeys().next() else { return Ok(()) };
        let draft = JourneyDraft::of(&engagement, id).expect("listed");
        let plan = plan(&engagement, Command::AddJourney(Box::new(draft.clone()))).expect("a journey can be copied");
        engagement.swap(plan.change);
        let Some(Key::Journey(copy)) = plan.made else { panic!("names the copy") };
        prop_assert_ne!(copy, id);
        prop_assert_eq!(JourneyDraft::of(&engagement, copy), Some(draft));
        prop_assert_eq!(engagement.check(), Ok(()));
    }
}

/// A map with one stage and the card lane of the given kind, and a way to do things to it.
struct Desk {
    engagement: Engagement,
    history: History,
    now: f64,
}

impl Desk {
    fn with_a_map() -> Self {
        let mut desk = Desk { engagement: Engagement::new(), history: History::default(), now: 0.0 };
        desk.act(Command::AddJourney(Box::new(JourneyDraft::blank(2))));
        desk
    }

    fn act(&mut self, command: Command) -> Option<Key> {
        let plan = plan(&self.engagement, command).expect("possible");
        let inverse = self.engagement.swap(plan.change);
        self.history.record(&mut self.engagement, inverse, plan.typing, self.now);
        plan.made
    }

    fn cell(&self) -> Cell {
        let (_, journey) = self.engagement.journeys().next().expect("one map");
        Cell { stage: journey.stages[0], lane: journey.lanes[0] }
    }

    fn type_card(&mut self, text: &str) -> CardId {
        let cell = self.cell();
        let mut typed = String::new();
        let mut made = None;
        for letter in text.chars() {
            typed.push(letter);
            self.now += 50.0;
            match made {
                None => made = self.act(Command::AddCard { cell, at: 9, text: typed.clone() }),
                Some(Key::Card(card)) => _ = self.act(Command::SetCardText(card, typed.clone())),
                other => panic!("a card, not {other:?}"),
            }
        }
        let Some(Key::Card(card)) = made else { panic!("a card was typed") };
        card
    }
}

#[test]
fn typing_a_card_is_one_step_and_leaving_it_starts_another() {
    let mut desk = Desk::with_a_map();
    let steps = desk.history.undoable();
    desk.type_card("first");
    desk.history.seal();
    let second = desk.type_card("second");
    assert_eq!(desk.history.undoable(), steps + 2);
    desk.history.undo(&mut desk.engagement);
    assert_eq!(desk.engagement.card(second), None);
    assert_eq!(desk.engagement.card_count(), 1);
}

#[test]
fn typing_without_end_still_closes_a_step_now_and_then() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("slow");
    let steps = desk.history.undoable();
    desk.now += SEAL_AFTER_MS;
    desk.act(Command::SetCardText(card, "slow and steady".into()));
    assert_eq!(desk.history.undoable(), steps + 1);
    desk.history.undo(&mut desk.engagement);
    assert_eq!(desk.engagement.card(card).map(|card| card.text.as_str()), Some("slow"));
}

#[test]
fn a_card_typed_and_rubbed_out_leaves_no_step() {
    let mut desk = Desk::with_a_map();
    let (before, steps) = (desk.engagement.clone(), desk.history.undoable());
    let card = desk.type_card("x");
    desk.act(Command::SetCardText(card, String::new()));
    desk.act(Command::DeleteCard(card));
    assert_eq!(desk.engagement, before);
    assert_eq!(desk.history.undoable(), steps);
}

#[test]
fn an_old_card_rubbed_out_comes_back_with_its_words_in_one_undo() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("keep me");
    desk.history.seal();
    desk.act(Command::SetCardText(card, String::new()));
    desk.act(Command::DeleteCard(card));
    desk.history.undo(&mut desk.engagement);
    assert_eq!(desk.engagement.card(card).map(|card| card.text.as_str()), Some("keep me"));
}

#[test]
fn at_least_two_hundred_steps_are_kept() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("0");
    for step in 1..=STEPS + 5 {
        desk.history.seal();
        desk.act(Command::SetCardText(card, step.to_string()));
    }
    assert_eq!(desk.history.undoable(), STEPS);
    assert!(desk.history.undoable() >= 200);
}

#[test]
fn moving_a_card_away_and_back_keeps_what_is_known_of_it() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("slow answers");
    desk.act(Command::SetDetail(card, Detail::Frequency(Grade::try_from(4).ok())));
    let home = desk.cell();
    let (_, journey) = desk.engagement.journeys().next().expect("one map");
    let away = Cell { stage: journey.stages[1], lane: journey.lanes[1] };
    desk.act(Command::MoveCard { card, to: away, at: 0 });
    assert_eq!(desk.engagement.place(card), Some((away, 0)));
    desk.act(Command::MoveCard { card, to: home, at: 0 });
    assert_eq!(desk.engagement.details(card).and_then(|friction| friction.frequency), Grade::try_from(4).ok());
}

#[test]
fn an_emotion_lane_takes_no_cards_and_stands_alone() {
    use orbita::edit::Refusal;
    let desk = Desk::with_a_map();
    let (id, journey) = desk.engagement.journeys().next().expect("one map");
    let emotion = journey.lanes[3];
    let cell = Cell { stage: journey.stages[0], lane: emotion };
    let add = Command::AddCard { cell, at: 0, text: "no".into() };
    assert_eq!(plan(&desk.engagement, add), Err(Refusal::NoCardsHere(cell)));
    let second = Command::AddLane { journey: id, kind: LaneKind::Emotion, at: 0 };
    assert_eq!(plan(&desk.engagement, second), Err(Refusal::SecondEmotionLane(id)));
}

#[test]
fn a_block_fills_the_grid_and_adds_stages_in_one_step() {
    let mut desk = Desk::with_a_map();
    let (before, steps) = (desk.engagement.clone(), desk.history.undoable());
    let rows = |texts: &[&[&str]]| texts.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let (_, journey) = desk.engagement.journeys().next().expect("one map");
    // From the last stage but one on the third lane: the fourth is the emotion lane and is stepped over.
    let from = Cell { stage: journey.stages[1], lane: journey.lanes[2] };
    desk.act(Command::FillGrid { from, rows: rows(&[&["a", "b", "c"], &["", "d"], &["e"], &["f"]]) });

    let (_, journey) = desk.engagement.journeys().next().expect("one map");
    assert_eq!(journey.stages.len(), 4, "two stages were missing");
    let texts = |stage: usize, lane: usize| -> Vec<&str> {
        let stage = desk.engagement.stage(journey.stages[stage]).expect("listed");
        stage
            .cards(journey.lanes[lane])
            .iter()
            .map(|&card| desk.engagement.card(card).expect("there").text.as_str())
            .collect()
    };
    assert_eq!(texts(1, 2), ["a"]);
    assert_eq!((texts(2, 2), texts(3, 2)), (vec!["b"], vec!["c"]));
    assert_eq!((texts(1, 4), texts(2, 4)), (vec![], vec!["d"]));
    assert_eq!(texts(1, 5), ["e", "f"], "below the last lane it goes on in it");
    assert_eq!(desk.history.undoable(), steps + 1);
    desk.history.undo(&mut desk.engagement);
    assert_eq!(desk.engagement, before);
}

#[test]
fn cards_move_together_in_their_order() {
    let mut desk = Desk::with_a_map();
    let cards: Vec<CardId> = ["a", "b", "c"]
        .map(|text| {
            let card = desk.type_card(text);
            desk.history.seal();
            card
        })
        .into();
    let home = desk.cell();
    desk.act(Command::MoveCards { cards: vec![cards[2], cards[0]], to: home, at: 0 });
    assert_eq!(desk.engagement.stage(home.stage).expect("there").cards(home.lane), [cards[2], cards[0], cards[1]]);
}

#[test]
fn votes_are_kept_and_the_stage_feels_their_median() {
    let mut desk = Desk::with_a_map();
    let stage = desk.cell().stage;
    for level in [2, -2, 1] {
        desk.act(Command::AddVote(stage, Level::from_halves(level * 2)));
    }
    let record = desk.engagement.stage(stage).expect("there");
    assert_eq!((record.votes.len(), record.emotion.map(Level::value)), (3, Some(1.0)));
    desk.act(Command::ClearVotes(stage));
    let record = desk.engagement.stage(stage).expect("there");
    assert_eq!((record.votes.len(), record.emotion.map(Level::value)), (0, Some(1.0)));
}

#[test]
fn a_history_that_would_break_the_engagement_is_refused() {
    let mut desk = Desk::with_a_map();
    desk.type_card("words");
    let lane = desk.cell().lane;
    let kept = Kept { done: vec![vec![Edit::Lane(lane, None)]], undone: vec![] };
    assert!(History::restored(kept, &desk.engagement).is_none());
    let kept = Kept { done: vec![], undone: vec![vec![Edit::Lane(lane, None)]] };
    assert!(History::restored(kept, &desk.engagement).is_none());
}
