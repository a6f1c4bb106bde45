//! Every file of every version ever written opens, for ever.

use orbita::insight::ranking::ranking;
use orbita::storage::envelope::{VERSION, read};

/// One real file a version, in the order of versions.
const FILES: &[&str] = &[include_str!("fixtures/version-1.json")];

#[test]
fn there_is_a_file_of_every_version() {
    assert_eq!(FILES.len(), VERSION as usize);
    for (at, file) in FILES.iter().enumerate() {
        assert!(file.contains(&format!("\"version\": {}", at + 1)));
    }
}

#[test]
fn every_file_opens_with_all_that_is_in_it() {
    for file in FILES {
        let document = read(file).expect("a file of an older version is a file of ours");
        assert_eq!(document.newer, None);
        let engagement = document.engagement;
        assert_eq!(engagement.head().title, "Акселератор «Курс+»");
        let (id, journey) = engagement.journeys().next().expect("one map");
        assert_eq!((journey.stages.len(), journey.lanes.len()), (6, 8));
        assert_eq!(engagement.card_count(), 64);
        let ranked = ranking(&engagement, id, |_| ());
        assert_eq!(ranked.iter().filter_map(|friction| friction.score).map(u32::from).sum::<u32>(), 151);
        let first = engagement.card(ranked[0].card).expect("ranked");
        assert_eq!(first.text, "Правлению нечем показать результат");
    }
}
