//! The laws of the document: undo is the inverse, the invariants hold, JSON loses nothing, whatever is done in whatever
//! order.

mod acts;

use acts::{Act, acts, command, missed};
use orbita::edit::draft::{JourneyDraft, block_of, cells_of};
use orbita::edit::history::{SEAL_AFTER_MS, STEPS, SavedHistory};
use orbita::edit::store::{NotTurned, Store};
use orbita::edit::{Command, Detail, Refusal, ScenarioInput, plan};
use orbita::model::amount::Amount;
use orbita::model::journey::LaneKind;
use orbita::model::limits::{self, Excess};
use orbita::model::quantity::{CardId, Grade, Level};
use orbita::model::scenario::Scenario;
use orbita::model::{Cell, Collection, Edit, Engagement, Key};
use proptest::prelude::*;

/// Carries the acts out as the app does; `after_each` sees the store on the way.
fn run(acts: &[Act], mut after_each: impl FnMut(&Store)) -> Store {
    let mut store = Store::new(Engagement::new(), None, false);
    let mut now = 0.0;
    for act in acts {
        now += f64::from(act.pause);
        let Some(command) = command(store.engagement(), act) else { continue };
        if store.dispatch(command, now).is_err() {
            continue;
        }
        if act.seals {
            store.seal();
        }
        after_each(&store);
    }
    store
}

fn json(engagement: &Engagement) -> String {
    serde_json::to_string(engagement).expect("an engagement is always JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_and_redoing_all_come_back_byte_for_byte(acts in acts()) {
        let start = json(&Engagement::new());
        let mut store = run(&acts, |_| ());
        let end = json(store.engagement());
        while store.undo().is_ok() {
            prop_assert_eq!(store.engagement().check(), Ok(()));
        }
        prop_assert_eq!(json(store.engagement()), start);
        while store.redo().is_ok() {
            prop_assert_eq!(store.engagement().check(), Ok(()));
        }
        prop_assert_eq!(json(store.engagement()), end);
    }

    #[test]
    fn a_kept_history_goes_on_where_it_was(acts in acts(), back in 0_usize..9) {
        let mut store = run(&acts, |_| ());
        for _ in 0..back {
            _ = store.undo();
        }
        let kept = serde_json::to_string(&store.kept_history(STEPS)).expect("JSON");
        let kept = serde_json::from_str(&kept).expect("reads what was written");
        let mut restored = Store::new(store.engagement().clone(), Some(kept), false);
        while restored.undo().is_ok() {}
        prop_assert_eq!(json(restored.engagement()), json(&Engagement::new()));
    }

    #[test]
    fn a_history_from_elsewhere_never_breaks_the_engagement(acts in acts(), others in acts()) {
        let kept = run(&others, |_| ()).kept_history(STEPS);
        let kept = SavedHistory { undone: kept.done.clone(), done: kept.done };
        let mut store = Store::new(run(&acts, |_| ()).engagement().clone(), Some(kept), false);
        for turn in [Store::undo, Store::redo, Store::undo] {
            while turn(&mut store) != Err(NotTurned::NoStep) {
                prop_assert_eq!(store.engagement().check(), Ok(()));
            }
        }
    }

    #[test]
    fn every_step_keeps_the_invariants_and_survives_json(acts in acts()) {
        let mut broken = None;
        run(&acts, |store| {
            let engagement = store.engagement();
            let back: Engagement = serde_json::from_str(&json(engagement)).expect("reads what was written");
            if engagement.check().is_err() || back != *engagement || json(&back) != json(engagement) {
                broken.get_or_insert_with(|| engagement.clone());
            }
        });
        prop_assert_eq!(broken, None);
    }

    #[test]
    fn whatever_changes_is_touched(
        acts in acts(), turns in prop::collection::vec(any::<bool>(), 0..40), others in acts::acts()
    ) {
        let mut store = Store::new(Engagement::new(), None, false);
        let mut now = 0.0;
        for act in &acts {
            now += f64::from(act.pause);
            let before = store.engagement().clone();
            let Some(command) = command(&before, act) else { continue };
            if let Ok(done) = store.dispatch(command, now) {
                prop_assert_eq!(missed(&before, store.engagement(), &done.touched), []);
            }
            if act.seals {
                store.seal();
            }
        }
        for back in turns {
            let before = store.engagement().clone();
            if let Ok(turned) = if back { store.undo() } else { store.redo() } {
                prop_assert_eq!(missed(&before, store.engagement(), &turned.touched), []);
            }
        }
        // What was opened anew takes the place: what grew from this, and what has nothing to do with it.
        let mut grown = Store::new(store.engagement().clone(), None, false);
        for act in &others {
            if let Some(command) = command(grown.engagement(), act) {
                _ = grown.dispatch(command, 0.0);
            }
        }
        for other in [grown, run(&others, |_| ())] {
            let before = store.engagement().clone();
            let expected = other.engagement().clone();
            let touched = store.replace(other);
            prop_assert_eq!(missed(&before, store.engagement(), &touched), []);
            prop_assert_eq!(store.engagement(), &expected);
        }
    }

    #[test]
    fn what_was_changed_since_the_mark_leads_back_to_it(acts in acts(), at in 0_usize..60) {
        let mut store = Store::new(Engagement::new(), None, false);
        let mut marked = store.engagement().clone();
        for (count, act) in acts.iter().enumerate() {
            if count == at {
                marked = store.engagement().clone();
                store.mark();
            }
            if let Some(command) = command(store.engagement(), act) {
                _ = store.dispatch(command, count as f64);
            }
        }
        let mut back = store.engagement().clone();
        back.swap(store.since());
        prop_assert_eq!(&back, &marked);
        let mut again = marked;
        again.swap(store.changed());
        prop_assert_eq!(&again, store.engagement());
    }

    #[test]
    fn other_ids_change_nothing_but_ids(acts in acts()) {
        let store = run(&acts, |_| ());
        let mut engagement = store.engagement().clone();
        engagement.renumber();
        prop_assert_eq!(engagement.check(), Ok(()));
        let texts = |engagement: &Engagement| {
            let mut texts = Vec::new();
            engagement.texts(&mut |text| texts.push(text.to_owned()));
            texts.sort();
            texts
        };
        prop_assert_eq!(texts(&engagement), texts(store.engagement()));
        let drafts = |engagement: &Engagement| -> Vec<_> {
            engagement.journeys().map(|(id, _)| JourneyDraft::of(engagement, id)).collect()
        };
        prop_assert_eq!(drafts(&engagement), drafts(store.engagement()));
        let mut twice = engagement.clone();
        twice.renumber();
        prop_assert_eq!(twice, engagement);
    }

    #[test]
    fn a_copied_journey_shows_the_same_under_new_ids(acts in acts()) {
        let mut engagement = run(&acts, |_| ()).engagement().clone();
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

#[test]
fn every_command_is_tried_and_every_collection_filled() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut missing: Vec<&str> = acts::COMMANDS.to_vec();
    let mut empty: Vec<Collection> = Collection::ALL.to_vec();
    for _ in 0..300 {
        let acts = acts().new_tree(&mut runner).expect("acts").current();
        let mut store = Store::new(Engagement::new(), None, false);
        for act in &acts {
            let Some(command) = command(store.engagement(), act) else { continue };
            let name = acts::name(&command);
            if store.dispatch(command, 0.0).is_ok() {
                missing.retain(|known| *known != name);
            }
            empty.retain(|collection| store.engagement().count(*collection) == 0);
        }
    }
    assert_eq!(empty, [], "no law has ever seen a record of these");
    assert_eq!(missing, [""; 0], "never carried out");
}

/// A map with one stage and the card lane of the given kind, and a way to do things to it.
struct Desk {
    store: Store,
    now: f64,
}

impl Desk {
    fn with_a_map() -> Self {
        let mut desk = Desk { store: Store::new(Engagement::new(), None, false), now: 0.0 };
        desk.act(Command::AddJourney(Box::new(JourneyDraft::blank(2))));
        desk
    }

    fn act(&mut self, command: Command) -> Option<Key> {
        self.store.dispatch(command, self.now).expect("possible").made
    }

    fn cell(&self) -> Cell {
        let (_, journey) = self.store.engagement().journeys().next().expect("one map");
        Cell { stage: journey.stages[0], lane: journey.lanes[0] }
    }

    /// Types a card and ends the step.
    fn type_sealed(&mut self, text: &str) -> CardId {
        let card = self.type_card(text);
        self.store.seal();
        card
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
    let steps = desk.store.undoable();
    desk.type_card("first");
    desk.store.seal();
    let second = desk.type_card("second");
    assert_eq!(desk.store.undoable(), steps + 2);
    desk.store.undo().expect("a step");
    assert_eq!(desk.store.engagement().card(second), None);
    assert_eq!(desk.store.engagement().count(Collection::Card), 1);
}

#[test]
fn typing_without_end_still_closes_a_step_now_and_then() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("slow");
    let steps = desk.store.undoable();
    desk.now += SEAL_AFTER_MS;
    desk.act(Command::SetCardText(card, "slow and steady".into()));
    assert_eq!(desk.store.undoable(), steps + 1);
    desk.store.undo().expect("a step");
    assert_eq!(desk.store.engagement().card(card).map(|card| card.text.as_str()), Some("slow"));
}

#[test]
fn a_card_typed_and_rubbed_out_leaves_no_step() {
    let mut desk = Desk::with_a_map();
    let (before, steps) = (desk.store.engagement().clone(), desk.store.undoable());
    let card = desk.type_card("x");
    desk.act(Command::SetCardText(card, String::new()));
    desk.act(Command::DeleteCard(card));
    assert_eq!(*desk.store.engagement(), before);
    assert_eq!(desk.store.undoable(), steps);
}

#[test]
fn an_old_card_rubbed_out_comes_back_with_its_words_in_one_undo() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("keep me");
    desk.store.seal();
    desk.act(Command::SetCardText(card, String::new()));
    desk.act(Command::DeleteCard(card));
    desk.store.undo().expect("a step");
    assert_eq!(desk.store.engagement().card(card).map(|card| card.text.as_str()), Some("keep me"));
}

#[test]
fn undo_says_which_cards_it_moved() {
    let mut desk = Desk::with_a_map();
    let (one, two) = (desk.type_card("one"), desk.type_card("two"));
    desk.store.seal();
    let (_, journey) = desk.store.engagement().journeys().next().expect("one map");
    let away = Cell { stage: journey.stages[1], lane: journey.lanes[1] };
    let home = desk.cell();
    let moved = |desk: &mut Desk| desk.store.undo().expect("a step").moved;
    desk.act(Command::MoveCard { card: one, to: away, at: 0 });
    assert_eq!(moved(&mut desk), [one], "to another stage");
    desk.act(Command::MoveCard { card: one, to: Cell { lane: away.lane, ..home }, at: 0 });
    assert_eq!(moved(&mut desk), [one], "to another lane of its stage");
    desk.act(Command::MoveCard { card: one, to: home, at: 1 });
    assert_eq!(moved(&mut desk), [one, two], "each stands where the other stood");
    assert_eq!(desk.store.redo().expect("a step").moved, [two, one]);
    desk.act(Command::DeleteCard(two));
    assert_eq!(moved(&mut desk), [], "what comes back was not moved, nor what stands beside it");
}

#[test]
fn at_least_two_hundred_steps_are_kept() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("0");
    for step in 1..=STEPS + 5 {
        desk.store.seal();
        desk.act(Command::SetCardText(card, step.to_string()));
    }
    assert_eq!(desk.store.undoable(), STEPS);
    assert!(desk.store.undoable() >= 200);
}

#[test]
fn moving_a_card_away_and_back_keeps_what_is_known_of_it() {
    let mut desk = Desk::with_a_map();
    let card = desk.type_card("slow answers");
    desk.act(Command::SetDetail(card, Detail::Frequency(Grade::try_from(4).ok())));
    let home = desk.cell();
    let (_, journey) = desk.store.engagement().journeys().next().expect("one map");
    let away = Cell { stage: journey.stages[1], lane: journey.lanes[1] };
    desk.act(Command::MoveCard { card, to: away, at: 0 });
    assert_eq!(desk.store.engagement().place(card), Some((away, 0)));
    desk.act(Command::MoveCard { card, to: home, at: 0 });
    assert_eq!(desk.store.engagement().details(card).and_then(|friction| friction.frequency), Grade::try_from(4).ok());
}

#[test]
fn an_emotion_lane_takes_no_cards_and_stands_alone() {
    let desk = Desk::with_a_map();
    let (id, journey) = desk.store.engagement().journeys().next().expect("one map");
    let emotion = journey.lanes[3];
    let cell = Cell { stage: journey.stages[0], lane: emotion };
    let add = Command::AddCard { cell, at: 0, text: "no".into() };
    assert_eq!(plan(desk.store.engagement(), add), Err(Refusal::NoCardsHere(cell)));
    let second = Command::AddLane { journey: id, kind: LaneKind::Emotion, at: 0 };
    assert_eq!(plan(desk.store.engagement(), second), Err(Refusal::SecondEmotionLane(id)));
}

#[test]
fn a_pasted_block_names_scores_where_its_rows_come_to_frictions() {
    let mut desk = Desk::with_a_map();
    let engagement = desk.store.engagement();
    let (_, journey) = engagement.journeys().next().expect("one map");
    // Below the third lane stands that of emotion, which takes no cards, then that of frictions.
    let from = Cell { stage: journey.stages[0], lane: journey.lanes[2] };
    let rows = [["buys a 4x4"], ["waits (4x5)"]].map(|row| row.map(String::from).to_vec()).to_vec();
    let rows = block_of(engagement, from, rows);
    desk.act(Command::FillGrid { from, rows });
    let engagement = desk.store.engagement();
    let (_, journey) = engagement.journeys().next().expect("one map");
    let stage = engagement.stage(journey.stages[0]).expect("listed");
    let card = |lane: usize| {
        let id = *stage.cards(journey.lanes[lane]).last().expect("a card");
        let score = engagement.details(id).and_then(|details| details.score());
        (engagement.card(id).expect("there").text.as_str(), score)
    };
    assert_eq!((card(2), card(4)), (("buys a 4x4", None), ("waits", Some(20))));
}

#[test]
fn a_block_fills_the_grid_and_adds_stages_in_one_step() {
    let mut desk = Desk::with_a_map();
    let (before, steps) = (desk.store.engagement().clone(), desk.store.undoable());
    let rows = |texts: &[&[&str]]| texts.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let (_, journey) = desk.store.engagement().journeys().next().expect("one map");
    // From the last stage but one on the third lane: the fourth is the emotion lane and is stepped over.
    let from = Cell { stage: journey.stages[1], lane: journey.lanes[2] };
    desk.act(Command::FillGrid { from, rows: cells_of(rows(&[&["a", "b", "c"], &["", "d"], &["e"], &["f"]])) });

    let (_, journey) = desk.store.engagement().journeys().next().expect("one map");
    assert_eq!(journey.stages.len(), 4, "two stages were missing");
    let texts = |stage: usize, lane: usize| -> Vec<&str> {
        let stage = desk.store.engagement().stage(journey.stages[stage]).expect("listed");
        stage
            .cards(journey.lanes[lane])
            .iter()
            .map(|&card| desk.store.engagement().card(card).expect("there").text.as_str())
            .collect()
    };
    assert_eq!(texts(1, 2), ["a"]);
    assert_eq!((texts(2, 2), texts(3, 2)), (vec!["b"], vec!["c"]));
    assert_eq!((texts(1, 4), texts(2, 4)), (vec![], vec!["d"]));
    assert_eq!(texts(1, 5), ["e", "f"], "below the last lane it goes on in it");
    assert_eq!(desk.store.undoable(), steps + 1);
    desk.store.undo().expect("a step");
    assert_eq!(*desk.store.engagement(), before);
}

#[test]
fn cards_move_together_in_their_order() {
    let mut desk = Desk::with_a_map();
    let cards = ["a", "b", "c"].map(|text| desk.type_sealed(text));
    let home = desk.cell();
    desk.act(Command::MoveCards { cards: vec![cards[2], cards[0]], to: home, at: 0 });
    assert_eq!(
        desk.store.engagement().stage(home.stage).expect("there").cards(home.lane),
        [cards[2], cards[0], cards[1]]
    );
}

#[test]
fn cards_of_several_cells_move_and_are_copied_together() {
    let mut desk = Desk::with_a_map();
    let cards = ["a", "b", "c"].map(|text| desk.type_sealed(text));
    let home = desk.cell();
    let e = desk.store.engagement();
    let next = e.journey(e.journey_of_stage(home.stage).expect("there")).expect("there").stages[1];
    let away = Cell { stage: next, ..home };
    let texts = |desk: &Desk, cell: Cell| -> Vec<String> {
        let e = desk.store.engagement();
        e.stage(cell.stage)
            .expect("there")
            .cards(cell.lane)
            .iter()
            .map(|&card| e.card(card).expect("there").text.clone())
            .collect()
    };
    desk.act(Command::MoveEach(vec![(cards[2], away)]));
    desk.act(Command::DuplicateCards(vec![cards[2], cards[1], cards[0], cards[0]]));
    assert_eq!(
        (texts(&desk, home), texts(&desk, away)),
        (vec!["a".into(), "b".into(), "a".into(), "b".into()], vec!["c".into(); 2])
    );
    let before = desk.store.engagement().clone();
    desk.act(Command::MoveEach(vec![(cards[0], away), (cards[2], home)]));
    assert_eq!(texts(&desk, home), ["b", "a", "b", "c"]);
    assert_eq!(texts(&desk, away), ["c", "a"]);
    desk.store.undo().expect("one step");
    assert_eq!(*desk.store.engagement(), before);
}

#[test]
fn votes_are_kept_and_the_stage_feels_their_median() {
    let mut desk = Desk::with_a_map();
    let stage = desk.cell().stage;
    for level in [2, -2, 1] {
        desk.act(Command::AddVote(stage, Level::from_halves(level * 2)));
    }
    let record = desk.store.engagement().stage(stage).expect("there");
    assert_eq!((record.votes.len(), record.emotion.map(Level::value)), (3, Some(1.0)));
    desk.act(Command::ClearVotes(stage));
    let record = desk.store.engagement().stage(stage).expect("there");
    assert_eq!((record.votes.len(), record.emotion.map(Level::value)), (0, Some(1.0)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_the_economics_of_a_preview_can_be_played_with(built in acts(), tried in acts()) {
        let built = run(&built, |_| ()).engagement().clone();
        let mut store = Store::preview(built.clone());
        for act in &tried {
            let Some(command) = command(store.engagement(), act) else { continue };
            let before = store.engagement().clone();
            match store.dispatch(command, 0.0) {
                Ok(_) => store.seal(),
                Err(_) => prop_assert_eq!(store.engagement(), &before),
            }
        }
        let economics = |key: &Key| matches!(key, Key::Head | Key::Scenario(_) | Key::Initiative(_));
        prop_assert!(built.differing(store.engagement()).iter().all(economics));
        let [was, is] = [&built, store.engagement()].map(|engagement| engagement.head());
        prop_assert_eq!((&was.title, &was.about, &was.journeys), (&is.title, &is.about, &is.journeys));
        prop_assert_eq!(store.engagement().check(), Ok(()));
        while store.undo().is_ok() {}
        prop_assert!(built.differing(store.engagement()).iter().all(|key| *key == Key::Head));
    }
}

#[test]
fn a_preview_answers_a_slider_and_refuses_a_card() {
    let mut desk = Desk::with_a_map();
    let scenario = Scenario::sample("USD", 1.0);
    desk.act(Command::AddScenario(Box::new(scenario)));
    let (cell, engagement) = (desk.cell(), desk.store.engagement().clone());
    let (id, _) = engagement.scenarios().next().expect("a scenario");
    let mut store = Store::preview(engagement.clone());
    let slide = |keep| Command::SetScenario(id, ScenarioInput::Keep(Amount::new(keep).expect("a share")));
    assert!(store.dispatch(slide(0.9), 0.0).is_ok());
    assert_ne!(store.engagement().scenario(id), engagement.scenario(id));
    let card = Command::AddCard { cell, at: 0, text: "x".into() };
    assert_eq!(store.dispatch(card, 0.0), Err(Refusal::Preview));
    assert!(store.is_read_only() && store.is_preview());
}

#[test]
fn nothing_changes_what_is_open_for_reading_only() {
    let mut desk = Desk::with_a_map();
    desk.type_card("words");
    let mut store = Store::new(desk.store.engagement().clone(), Some(desk.store.kept_history(STEPS)), true);
    let before = store.engagement().clone();
    assert_eq!(
        store.dispatch(Command::SetHead(orbita::edit::HeadField::Title, "x".into()), 0.0),
        Err(Refusal::ReadOnly)
    );
    assert_eq!(store.undo(), Err(NotTurned::ReadOnly));
    assert_eq!(store.redo(), Err(NotTurned::ReadOnly));
    assert_eq!(*store.engagement(), before);
}

#[test]
fn more_than_can_be_worked_with_is_refused_and_what_is_there_can_get_smaller() {
    let mut desk = Desk::with_a_map();
    let cell = desk.cell();
    let long = "x".repeat(limits::LETTERS + 1);
    let refused = desk.store.dispatch(Command::AddCard { cell, at: 0, text: long.clone() }, 0.0);
    assert_eq!(refused, Err(Refusal::TooMuch(Excess::Letters(limits::LETTERS + 1))));
    let rows = vec![vec!["x".to_string()]; limits::CARDS_IN_A_CELL + 7];
    let last = Cell {
        lane: *desk.store.engagement().journeys().next().expect("a map").1.lanes.last().expect("lanes"),
        ..cell
    };
    let refused = desk.store.dispatch(Command::FillGrid { from: last, rows: cells_of(rows) }, 0.0);
    assert_eq!(refused, Err(Refusal::TooMuch(Excess::CardsInACell(limits::CARDS_IN_A_CELL + 7))));

    // One that an older version let in.
    let card = desk.type_card("short");
    let mut engagement = desk.store.engagement().clone();
    engagement.swap(vec![Edit::Card(card, Some(orbita::model::journey::Card { text: long }))]);
    let mut store = Store::new(engagement, None, false);
    assert!(store.dispatch(Command::SetCardText(card, "x".repeat(limits::LETTERS + 5)), 0.0).is_err());
    assert!(store.dispatch(Command::SetCardText(card, "x".repeat(limits::LETTERS + 1)), 0.0).is_err());
    assert!(store.dispatch(Command::SetCardText(card, "shorter".into()), 0.0).is_ok());
}

#[test]
fn a_counter_near_its_end_mints_no_more() {
    let mut desk = Desk::with_a_map();
    desk.type_card("words");
    let mut engagement = desk.store.engagement().clone();
    let text = json(&engagement).replace(&format!("\"next\":{}", engagement.head().next), "\"next\":2147483647");
    engagement = serde_json::from_str(&text).expect("JSON");
    let mut store = Store::new(engagement.clone(), None, false);
    let cell = desk.cell();
    assert_eq!(
        store.dispatch(Command::AddCard { cell, at: 0, text: "x".into() }, 0.0),
        Err(Refusal::TooMuch(Excess::Ids))
    );
    assert!(engagement.is_short_of_ids());
    engagement.renumber();
    assert_eq!(engagement.check(), Ok(()));
    let cell = {
        let (_, journey) = engagement.journeys().next().expect("a map");
        Cell { stage: journey.stages[0], lane: journey.lanes[0] }
    };
    let mut store = Store::new(engagement, None, false);
    assert!(store.dispatch(Command::AddCard { cell, at: 0, text: "x".into() }, 0.0).is_ok());
}
