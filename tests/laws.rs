//! The laws of the document: undo is the inverse, the invariants hold, JSON loses nothing, whatever is done in whatever
//! order.

use chrono::NaiveDate;
use orbita::edit::draft::JourneyDraft;
use orbita::edit::history::{History, SEAL_AFTER_MS, STEPS};
use orbita::edit::{Command, Detail, HeadField, JourneyField, StageField, plan};
use orbita::model::journey::{Evidence, JourneyKind, LaneKind};
use orbita::model::quantity::{CardId, Grade, JourneyId, LaneId, Level, StageId};
use orbita::model::{Cell, Engagement, Key};
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

/// All ids of an engagement, to choose from.
struct Ids {
    journeys: Vec<JourneyId>,
    stages: Vec<StageId>,
    lanes: Vec<LaneId>,
    cards: Vec<CardId>,
}

impl Ids {
    fn of(engagement: &Engagement) -> Self {
        let mut ids = Ids { journeys: vec![], stages: vec![], lanes: vec![], cards: vec![] };
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
    Some(match act.verb % 26 {
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
        _ => Command::SetDetail(
            card?,
            match second % 6 {
                0 => Detail::Frequency(pick(&Grade::ALL, second / 6)),
                1 => Detail::Impact(pick(&Grade::ALL, second / 6)),
                2 => Detail::Owner(text),
                3 => Detail::NextStep(text),
                4 => Detail::Due(NaiveDate::from_ymd_opt(2026, second % 12 + 1, second % 28 + 1)),
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
