//! What lies beside the app opens, says the same in both languages, and holds what it promises.

use std::collections::BTreeMap;
use std::fs;

use orbita::insight::economy::figures::{figures, ranges};
use orbita::insight::economy::initiative::Test;
use orbita::insight::economy::worth::{Valuing, worth};
use orbita::insight::interviews::{People, backing};
use orbita::model::Engagement;
use orbita::storage::envelope::read;

fn open(path: &str) -> Engagement {
    let text = fs::read_to_string(format!("{}/public/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path);
    let document = read(&text).unwrap_or_else(|error| panic!("{path}: {error:?}"));
    document.engagement.check().unwrap_or_else(|flaw| panic!("{path}: {flaw:?}"));
    document.engagement
}

/// How much of what is in it: what does not change with the language.
fn shape(engagement: &Engagement) -> BTreeMap<&'static str, Vec<usize>> {
    let (_, journey) = engagement.journeys().next().expect("a map");
    let cards = journey.stages.iter().map(|id| {
        let stage = engagement.stage(*id).expect("a stage of the map");
        stage.cells.iter().map(|(_, cards)| cards.len()).sum()
    });
    BTreeMap::from([
        ("stages and lanes", vec![journey.stages.len(), journey.lanes.len()]),
        ("cards by stage", cards.collect()),
        ("steps of the workshop", vec![journey.agenda.len()]),
        ("scenarios", vec![engagement.scenarios().count()]),
        ("initiatives", vec![engagement.initiatives().count()]),
        ("accounts", vec![engagement.accounts().count()]),
        ("quotes by interview", quotes_by_interview(engagement)),
        ("tags and groups", vec![engagement.tags().count(), engagement.groups().count()]),
        ("quotes by statement", engagement.statements().map(|(_, one)| one.quotes.len()).collect()),
    ])
}

fn quotes_by_interview(engagement: &Engagement) -> Vec<usize> {
    let of = |id| engagement.quotes().filter(|(_, quote)| quote.interview == id).count();
    engagement.interviews().map(|(id, _)| of(id)).collect()
}

#[test]
fn the_example_is_a_whole_engagement_in_both_languages() {
    let [english, russian] = ["examples/en.json", "examples/ru.json"].map(open);
    let shape_of = shape(&english);
    assert_eq!(shape_of, shape(&russian));
    assert_eq!(shape_of["stages and lanes"], [6, 8]);
    assert!(english.count(orbita::model::Collection::Card) >= 40);
    assert_eq!(shape_of["quotes by interview"].len(), 4);
    let (people, joined) = (People::of(&english), |e: &Engagement| backing::of_cards(e, &People::of(e)));
    assert_eq!(joined(&english).keys().collect::<Vec<_>>(), joined(&russian).keys().collect::<Vec<_>>());
    assert!(joined(&english).len() >= 10, "quotes stand behind the frictions");
    assert_eq!(
        english.interviews().filter(|(id, _)| people.person(*id).is_some_and(|one| one.account.is_some())).count(),
        4
    );
    for engagement in [&english, &russian] {
        assert!(engagement.scenarios().count() >= 2, "there is something to compare");
        for (_, scenario) in engagement.scenarios() {
            let figures = figures(scenario).expect("figures");
            assert!(
                figures.client.ratio_net.expect("a ratio") > 1.0,
                "the example earns more on a client than it costs to win"
            );
        }
        for ranges in ranges(engagement.scenarios().map(|(_, scenario)| scenario)) {
            assert!(ranges.expect("ranges").has_ranges);
        }
        let worth = worth(engagement, None, Test::default());
        assert_eq!(worth.len(), engagement.initiatives().count());
        let mut valuing = Valuing::of(engagement, None, Test::default(), |_| ()).expect("a scenario");
        let mut slices = 1;
        while !valuing.advance(100_000) {
            slices += 1;
        }
        assert!(slices > worth.len(), "{slices} slices: the page is free between them");
        assert_eq!(valuing.finish(), worth);
        for valued in &worth {
            assert!(valued.value.is_ok(), "{valued:?}");
        }
        assert!(worth.iter().filter(|valued| valued.friction.is_some()).count() >= 3, "frictions lead to money");
        assert!(worth.iter().any(|valued| valued.friction.is_none()), "a practice has a value as well");
    }
}

#[test]
fn every_template_says_the_same_in_both_languages() {
    for name in ["agency-project", "b2b-renewal", "empty", "onboarding", "online-purchase", "support-case"] {
        let [english, russian] = ["en", "ru"].map(|lang| open(&format!("templates/{lang}/{name}.json")));
        assert_eq!(shape(&english), shape(&russian), "{name}");
    }
}
