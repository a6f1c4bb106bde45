//! Every file of every version ever written opens, for ever.

mod acts;

use std::collections::BTreeSet;

use orbita::edit::store::Store;
use orbita::edit::{Command, HeadField};
use orbita::insight::ranking::ranking;
use orbita::interviews::kinds::Outcome;
use orbita::model::day::{Moment, day_text};
use orbita::model::scenario::{Actual, Counted};
use orbita::model::{Collection, Engagement};
use orbita::storage::envelope::{self, VERSION, read, version};
use orbita::storage::replica::Replica;
use orbita::storage::{MemoryShelf, Shelf, checkpoints, key, units};

/// Files as each version wrote them, in the order of versions: at least one with everything that the version can hold.
const FILES: &[&[&str]] = &[
    &[include_str!("fixtures/version-1.json"), include_str!("fixtures/version-1-everything.json")],
    &[include_str!("fixtures/version-2-everything.json")],
    &[include_str!("fixtures/version-3-economics.json"), include_str!("fixtures/version-3-everything.json")],
    &[include_str!("fixtures/version-4-everything.json")],
    &[include_str!("fixtures/version-5-everything.json")],
    // The second holds every choice that the others leave out. The last also says beside which interview a statement was
    // written, and that the figures of a table are per cent.
    &[
        include_str!("fixtures/version-6-everything.json"),
        include_str!("fixtures/version-6-choices.json"),
        include_str!("fixtures/version-6-beside.json"),
    ],
];

/// How many collections versions 1 and 2 had.
const KNOWN_BEFORE_INTERVIEWS: usize = 8;

fn opened(file: &str) -> Engagement {
    let document = read(file).expect("a file of an older version is a file of ours");
    assert_eq!(document.newer, None);
    document.engagement
}

#[test]
fn there_is_a_file_of_every_version() {
    assert_eq!(FILES.len(), VERSION as usize);
    for (at, files) in FILES.iter().enumerate() {
        assert!(files.iter().all(|file| version(file) == Some(at as u32 + 1)));
    }
}

#[test]
fn the_first_file_opens_with_all_that_is_in_it() {
    let engagement = opened(FILES[0][0]);
    assert_eq!(engagement.head().title, "Акселератор «Курс+»");
    let (id, journey) = engagement.journeys().next().expect("one map");
    assert_eq!((journey.stages.len(), journey.lanes.len()), (6, 8));
    assert_eq!(engagement.count(Collection::Card), 64);
    let ranked = ranking(&engagement, id, |_| ());
    assert_eq!(ranked.iter().filter_map(|friction| friction.score).map(u32::from).sum::<u32>(), 151);
    let first = engagement.card(ranked[0].card).expect("ranked");
    assert_eq!(first.text, "Правлению нечем показать результат");
}

#[test]
fn everything_that_a_version_could_hold_is_still_there() {
    for (at, file) in FILES.iter().filter_map(|files| files.last()).enumerate() {
        let engagement = opened(file);
        let json = serde_json::to_value(&engagement).expect("JSON");
        let written: serde_json::Value = serde_json::from_str(file).expect("JSON");
        assert_nothing_is_lost("", &written["engagement"], &json);
        let known = if at < 2 { &Collection::ALL[..KNOWN_BEFORE_INTERVIEWS] } else { Collection::ALL };
        for &collection in known {
            assert!(engagement.count(collection) > 0, "the file holds no {collection:?}");
        }
    }
}

#[test]
fn ranges_of_answers_links_and_payment_are_still_there() {
    let file = FILES[2][0];
    let written: serde_json::Value = serde_json::from_str(file).expect("JSON");
    assert_nothing_is_lost("", &written["engagement"], &serde_json::to_value(opened(file)).expect("JSON"));
}

#[test]
fn what_came_and_what_tables_say_is_still_there() {
    let engagement = opened(FILES[4][0]);
    let came: Vec<u16> = engagement.scenarios().flat_map(|(_, one)| &one.actuals).map(|actual| actual.month).collect();
    assert_eq!(came, [1, 3]);
    let tables = &engagement.head().tables;
    assert_eq!(tables.account_periods, ["Jan 2026", "Feb 2026"]);
    assert!(tables.accounts_period.is_some() && tables.cohorts.is_some() && tables.cohorts_period.is_some());
}

#[test]
fn the_day_of_what_came_is_not_known_where_older_files_hold_none() {
    let days = |file: &str| {
        let engagement = opened(file);
        let actuals = engagement.scenarios().flat_map(|(_, one)| &one.actuals).copied().collect::<Vec<_>>();
        let of =
            |actual: &Actual| Counted::ALL.map(|counted| actual.of(counted).and_then(|came| came.on).map(day_text));
        actuals.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(days(FILES[4][0]), [const { [const { None }; 3] }; 2]);
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(days(FILES[5][0]), [[day("2026-12-28"), None, day("2027-01-11")], [None, None, None]]);
    // A day without its figure is of nothing.
    let stray = FILES[5][0]
        .replace("\"month\":3,\"clients\":205.0", "\"month\":3,\"clients\":205.0,\"profit_on\":\"2027-01-11\"");
    assert_ne!(stray, FILES[5][0]);
    assert!(read(&stray).is_err());
}

#[test]
fn what_a_person_did_is_a_hire_where_older_files_say_nothing_and_open_where_nobody_chose() {
    let outcomes = |file: &str| opened(file).interviews().map(|(_, one)| one.head.outcome).collect::<Vec<_>>();
    let older = FILES[4][0].replace("\"outcome\":\"left\",", "");
    assert_ne!(older, FILES[4][0]);
    assert_eq!(outcomes(&older), [Some(Outcome::Hired)]);
    assert_eq!(outcomes(FILES[5][0]), [Some(Outcome::Left), None, Some(Outcome::Hired)]);
}

/// A shelf on which a file lies as the engagement `a`, and this Orbita's replica of it with a change that is not saved.
fn changed(file: &str) -> (MemoryShelf, Replica) {
    let shelf = MemoryShelf::default();
    shelf.write(&key("a"), file).expect("room");
    let mut replica = Replica::open(&shelf, "a", "tab", |_| false).expect("it opens");
    rename(&mut replica, "Renamed");
    (shelf, replica)
}

fn rename(replica: &mut Replica, title: &str) {
    replica.store.dispatch(Command::SetHead(HeadField::Title, title.into()), 0.0).expect("it is changed");
}

#[test]
fn what_an_older_version_wrote_is_kept_once_before_it_is_written_over() {
    for (at, file) in FILES.iter().enumerate().flat_map(|(at, files)| files.iter().map(move |file| (at, *file))) {
        let (shelf, mut replica) = changed(file);
        assert_eq!(checkpoints::list(&shelf, "a"), [], "nothing is kept of what is only looked at");
        replica.save(&shelf, Moment(2)).expect("room");
        rename(&mut replica, "Renamed again");
        replica.save(&shelf, Moment(3)).expect("room");
        assert_eq!(replica.take_older(), None);
        let kept = checkpoints::list(&shelf, "a");
        let version = at as u32 + 1;
        if version == VERSION {
            assert_eq!(kept, []);
            continue;
        }
        let [kept] = &kept[..] else { panic!("{} copies of version {version}", kept.len()) };
        assert_eq!((kept.name.as_str(), kept.before_update), ("", Some(version)));
        assert_eq!(kept.document.engagement, opened(file));
        assert_eq!(shelf.read(&kept.key).expect("it answers"), Some(format!("\n{file}")), "letter for letter");
    }
}

#[test]
fn two_tabs_keep_what_an_older_version_wrote_once() {
    let (shelf, mut one) = changed(FILES[4][0]);
    let mut other = Replica::open(&shelf, "a", "other", |_| false).expect("it opens");
    rename(&mut other, "Another name");
    one.save(&shelf, Moment(2)).expect("room");
    other.save(&shelf, Moment(3)).expect("room");
    assert_eq!(checkpoints::list(&shelf, "a").len(), 1);
}

#[test]
fn without_room_for_both_the_work_is_saved_and_the_older_text_handed_out() {
    let file = FILES[4][0];
    let (_, replica) = changed(file);
    let (text, _) = envelope::write(replica.store.engagement(), None, "tab", Moment(2)).expect("JSON");
    let work = units(&key("a")) + units(&text).max(units(file));
    // From hardly more than the work needs to a little less than both need.
    for more in [300, units(file) / 2, units(file)] {
        let (shelf, mut replica) = changed(file);
        shelf.set_room(Some(work + more));
        replica.save(&shelf, Moment(2)).expect("the work is saved");
        assert_eq!(checkpoints::list(&shelf, "a"), []);
        assert_eq!(replica.take_older().as_deref(), Some(file));
        assert_eq!(replica.take_older(), None);
        let there = shelf.read(&key("a")).expect("it answers").expect("there");
        assert_eq!(version(&there), Some(VERSION));
    }
    // Where nobody could be given it, as in the library, it stays where it is.
    for more in [300, units(file) / 2, units(file)] {
        let (shelf, mut replica) = changed(file);
        shelf.set_room(Some(work + more));
        assert!(replica.save_unattended(&shelf, Moment(2)).is_err());
        assert_eq!((replica.take_older(), checkpoints::list(&shelf, "a")), (None, Vec::new()));
        assert_eq!(shelf.read(&key("a")).expect("it answers").as_deref(), Some(file));
        shelf.set_room(None);
        replica.save_unattended(&shelf, Moment(3)).expect("room for both");
        assert_eq!(checkpoints::list(&shelf, "a").len(), 1);
    }
    let (shelf, mut replica) = changed(file);
    shelf.set_room(Some(0));
    assert!(replica.save(&shelf, Moment(2)).is_err());
    assert_eq!(replica.take_older(), None, "what is still there need not be handed out");
    assert_eq!(shelf.read(&key("a")).expect("it answers").as_deref(), Some(file));
}

/// The choices in a JSON value that are said by a word, each with the field that holds it; what a person typed is no choice.
fn choices(path: &str, value: &serde_json::Value, typed: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(inside) => {
            for (name, value) in inside {
                let is_id = name.starts_with(|letter: char| letter.is_ascii_digit());
                choices(&format!("{path}/{}", if is_id { "#" } else { name }), value, typed, found);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| choices(path, item, typed, found)),
        serde_json::Value::String(word) if !typed.contains(word) => {
            let is_word = !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || "_-".contains(c));
            // Words that are not there any more are typed too.
            if is_word && !path.ends_with("/lost") {
                found.insert(format!("{path} {word}"));
            }
        }
        _ => (),
    }
}

/// The choices that an engagement holds.
fn choices_of(engagement: &Engagement, found: &mut BTreeSet<String>) {
    let mut typed = BTreeSet::new();
    engagement.texts(&mut |text| _ = typed.insert(text.to_owned()));
    choices("", &serde_json::to_value(engagement).expect("JSON"), &typed, found);
}

/// The names of the fields of a JSON value, each with those that lead to it; ids are no names.
fn fields(path: &str, value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(inside) => {
            for (name, value) in inside {
                let is_id = name.starts_with(|letter: char| letter.is_ascii_digit());
                let path = if is_id { format!("{path}/#") } else { format!("{path}/{name}") };
                fields(&path, value, found);
                found.insert(path);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| fields(path, item, found)),
        _ => (),
    }
}

#[test]
fn whatever_can_be_written_stands_in_a_file_of_some_version() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut known = BTreeSet::new();
    for file in FILES.iter().copied().flatten() {
        let file: serde_json::Value = serde_json::from_str(file).expect("JSON");
        fields("", &file["engagement"], &mut known);
    }
    let mut known_choices = BTreeSet::new();
    for file in FILES.iter().copied().flatten() {
        choices_of(&opened(file), &mut known_choices);
    }
    let mut chosen = BTreeSet::new();
    let mut written = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..300 {
        let mut store = Store::new(Engagement::new(), None, false);
        for act in acts::acts().new_tree(&mut runner).expect("acts").current() {
            if let Some(command) = acts::command(store.engagement(), &act) {
                _ = store.dispatch(command, 0.0);
            }
        }
        fields("", &serde_json::to_value(store.engagement()).expect("JSON"), &mut written);
        choices_of(store.engagement(), &mut chosen);
    }
    let new: Vec<_> = written.difference(&known).collect();
    assert_eq!(new, [""; 0], "a field that must not be lost brings a new version, and a file that holds it");
    let new: Vec<_> = chosen.difference(&known_choices).collect();
    assert_eq!(new, [""; 0], "so does a new choice in a field that there was");
}

/// Whether every field of `written` has its value in `read` too; numbers may be written another way.
fn assert_nothing_is_lost(path: &str, written: &serde_json::Value, read: &serde_json::Value) {
    match written {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                assert_nothing_is_lost(&format!("{path}/{name}"), value, &read[name]);
            }
        }
        serde_json::Value::Array(items) => {
            assert_eq!(items.len(), read.as_array().map_or(0, Vec::len), "{path}");
            for (at, value) in items.iter().enumerate() {
                assert_nothing_is_lost(&format!("{path}/{at}"), value, &read[at]);
            }
        }
        serde_json::Value::Number(number) => assert_eq!(number.as_f64(), read.as_f64(), "{path}"),
        _ => assert_eq!(written, read, "{path}"),
    }
}
