//! Links: whatever a project holds goes there and back, in few letters; what is not a whole link of ours is told apart.

#[path = "../acts/mod.rs"]
mod acts;
mod codes;
#[path = "../corpus/mod.rs"]
mod corpus;
mod damage;
mod same;

use orbita::edit::Command;
use orbita::edit::draft::JourneyDraft;
use orbita::edit::store::Store;
use orbita::exchange::link::{self, Carrier, Content, LinkError, one_map};
use orbita::model::{Collection, Engagement, limits};
use orbita::storage::envelope;
use proptest::prelude::*;
use same::assert_same;

/// What a link opens.
fn opened(text: &str) -> Engagement {
    match link::read(text) {
        Ok(Content::Open(engagement)) => *engagement,
        other => panic!("{other:?}"),
    }
}

fn done(acts: &[acts::Act]) -> Engagement {
    let mut store = Store::new(Engagement::new(), None, false);
    for act in acts {
        if let Some(command) = acts::command(store.engagement(), act) {
            _ = store.dispatch(command, 0.0);
        }
    }
    store.engagement().clone()
}

/// What a link carries of a project: all but what people said.
fn carried(engagement: &Engagement) -> Engagement {
    let mut json = serde_json::to_value(engagement).expect("JSON");
    let tables = json.as_object_mut().expect("tables");
    let said = ["interviews", "transcripts", "paragraphs", "quotes", "tags", "groups", "statements", "answers"];
    said.iter().for_each(|table| _ = tables.remove(*table));
    serde_json::from_value(json).expect("an engagement")
}

proptest! {
    // Each case warms up the model four times.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn whatever_people_do_goes_there_and_back(acts in acts::acts()) {
        let engagement = done(&acts);
        let text = link::write(&engagement).expect("small");
        let back = opened(&text);
        assert_same(&carried(&engagement), &back);
        let missing: usize = link::left_out(&engagement).iter().map(|(_, count)| count).sum();
        prop_assert_eq!(missing, engagement.keys().count() - back.keys().count(), "what stays at home is named");
        prop_assert_eq!(back.check(), Ok(()));
        prop_assert_eq!(link::write(&back).expect("small"), text, "whatever the ids are");
    }

    #[test]
    fn a_map_alone_is_the_map_and_nothing_else(acts in acts::acts()) {
        let engagement = done(&acts);
        for (id, journey) in engagement.journeys() {
            let alone = one_map(&engagement, id).expect("a map");
            prop_assert_eq!(alone.check(), Ok(()));
            prop_assert_eq!(alone.journey(id), Some(journey));
            let counts = [Collection::Journey, Collection::Stage, Collection::Lane].map(|kind| alone.count(kind));
            prop_assert_eq!(counts, [1, journey.stages.len(), journey.lanes.len()]);
            let others = [Collection::Scenario, Collection::Initiative, Collection::Account];
            prop_assert_eq!(others.map(|kind| alone.count(kind)), [0; 3]);
            prop_assert!(!alone.head().title.contains(&engagement.head().about) || engagement.head().about.is_empty());
        }
    }
}

fn everything() -> Engagement {
    envelope::read(include_str!("../fixtures/version-2-everything.json")).expect("a document").engagement
}

#[test]
fn every_collection_goes_there_and_back() {
    let engagement = everything();
    for &collection in Collection::ALL.iter().filter(|collection| link::carries(**collection)) {
        assert!(engagement.count(collection) > 0, "{collection:?} is missing in the document of this test");
    }
    assert_same(&engagement, &opened(&link::write(&engagement).expect("small")));
}

#[test]
fn what_only_the_second_layout_has_room_for_goes_there_and_back() {
    let economics =
        envelope::read(include_str!("../fixtures/version-3-economics.json")).expect("a document").engagement;
    let text = link::write(&economics).expect("short enough");
    assert!(text.starts_with("o2."), "{text}");
    assert_same(&economics, &opened(&text));
    assert!(
        link::write(&everything()).expect("short enough").starts_with("o1."),
        "whatever fits the first stays in it"
    );
}

#[test]
fn what_only_the_third_layout_has_room_for_goes_there_and_back() {
    let whole = envelope::read(include_str!("../fixtures/version-6-everything.json")).expect("a document").engagement;
    let text = link::write(&whole).expect("short enough");
    assert!(text.starts_with("o3."), "{text}");
    let back = opened(&text);
    assert_eq!(back.head().tables, whole.head().tables);
    let came = |of: &Engagement| of.scenarios().map(|(_, one)| one.actuals.clone()).collect::<Vec<_>>();
    assert_eq!(came(&back), came(&whole));
    let days =
        came(&whole).into_iter().flatten().map(|actual| (actual.clients_on, actual.profit_on)).collect::<Vec<_>>();
    assert!(days.iter().any(|(clients, profit)| clients.is_some() && profit.is_some()) && days.contains(&(None, None)));
}

#[test]
fn links_of_every_version_open_for_ever() {
    assert_same(&everything(), &opened(include_str!("../fixtures/link-1.txt")));
    // Packed with the other dictionary.
    let map = corpus::project(corpus::draft(corpus::MAPS[4]));
    assert_same(&map, &opened(include_str!("../fixtures/link-1-en.txt")));
}

#[test]
fn a_map_of_150_cards_fits_a_chat() {
    for map in corpus::MAPS {
        let draft = corpus::draft(map);
        let texts = || draft.stages.iter().flat_map(|stage| &stage.cells).flatten().map(|card| &card.card.text);
        let letters: usize = texts().map(|text| text.chars().count()).sum();
        assert_eq!((draft.stages.len(), draft.lanes.len(), texts().count()), (8, 7, 150), "{}", map.0);
        assert!((4350..4750).contains(&letters), "{}: {letters} letters", map.0);
        let text = link::write(&corpus::project(draft)).expect("small");
        println!("{}: {letters} letters of cards, {} of the link", map.0, text.len());
        assert!(text.len() <= 3_900, "{}: {}", map.0, text.len());
        assert!(Carrier::Chat.keeps(text.len()));
    }
}

#[test]
fn a_project_too_large_for_a_link_is_refused() {
    let mut store = Store::new(Engagement::new(), None, false);
    let draft = JourneyDraft { persona: "\u{65e5}".repeat(limits::LETTERS), ..JourneyDraft::default() };
    let mut add =
        || store.dispatch(Command::AddJourney(Box::new(draft.clone())), 0.0).map(|_| link::write(store.engagement()));
    assert!(add().expect("room").is_ok());
    let written: Vec<_> = (0..6).map(|_| add().expect("room")).collect();
    assert_eq!(written.last(), Some(&Err(link::TooLarge)));
    assert_eq!(link::read(&"o1.A".repeat(link::MOST_LETTERS)), Err(LinkError::TooLarge));
}
