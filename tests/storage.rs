//! The promises of the shelf: what is saved has been read back, nobody's version is overwritten, what cannot be read is
//! kept aside.

use orbita::edit::draft::JourneyDraft;
use orbita::edit::{Command, HeadField, plan};
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::storage::envelope::{self, ReadError, Stamp, VERSION};
use orbita::storage::{self, MemoryShelf, OpenError, SaveError, Shelf, ShelfError, backup, extra};

const NOON: Moment = Moment(1_795_262_400_000);

fn engagement(title: &str) -> Engagement {
    let mut engagement = Engagement::new();
    for command in
        [Command::SetHead(HeadField::Title, title.into()), Command::AddJourney(Box::new(JourneyDraft::blank(3)))]
    {
        let plan = plan(&engagement, command).expect("possible");
        engagement.swap(plan.change);
    }
    engagement
}

fn later(minutes: i64) -> Moment {
    Moment(NOON.0 + minutes * 60_000)
}

#[test]
fn what_is_saved_opens_as_it_was() {
    let shelf = MemoryShelf::default();
    let document = engagement("Kurs+");
    let stamp = storage::save(&shelf, "a", &document, None, "tab", NOON).expect("room enough");
    let opened = storage::open(&shelf, "a").expect("saved");
    assert_eq!(opened.engagement, document);
    assert_eq!(opened.stamp, stamp);
    assert_eq!(stamp, Stamp { revision: 1, writer: "tab".into(), saved_at: NOON });
}

#[test]
fn a_version_of_another_tab_is_never_overwritten() {
    let shelf = MemoryShelf::default();
    let first = storage::save(&shelf, "a", &engagement("start"), None, "one", NOON).expect("room enough");
    let theirs = storage::save(&shelf, "a", &engagement("theirs"), Some(&first), "two", later(1)).expect("up to date");
    let mine = storage::save(&shelf, "a", &engagement("mine"), Some(&first), "one", later(2));
    assert_eq!(mine, Err(SaveError::Conflict));
    let kept = storage::open(&shelf, "a").expect("there");
    assert_eq!((kept.engagement.head().title.as_str(), kept.stamp), ("theirs", theirs));
}

#[test]
fn a_new_engagement_never_takes_the_place_of_another() {
    let shelf = MemoryShelf::default();
    storage::save(&shelf, "a", &engagement("old"), None, "one", NOON).expect("room enough");
    assert_eq!(storage::save(&shelf, "a", &engagement("new"), None, "two", NOON), Err(SaveError::Conflict));
}

#[test]
fn a_text_that_nobody_can_read_is_not_overwritten_either() {
    let shelf = MemoryShelf::default();
    shelf.write(&storage::key("a"), "not ours").expect("room enough");
    assert_eq!(storage::save(&shelf, "a", &engagement("x"), None, "one", NOON), Err(SaveError::Conflict));
    assert_eq!(shelf.read(&storage::key("a")), Ok(Some("not ours".into())));
}

#[test]
fn a_full_shelf_keeps_the_last_version() {
    let shelf = MemoryShelf::with_room(1100);
    let first = storage::save(&shelf, "a", &engagement("x"), None, "one", NOON).expect("just fits");
    let larger = storage::save(&shelf, "a", &engagement(&"long ".repeat(200)), Some(&first), "one", later(1));
    assert_eq!(larger, Err(SaveError::NotKept(ShelfError::Full)));
    assert_eq!(storage::open(&shelf, "a").map(|kept| kept.stamp), Ok(first));
}

/// A shelf that says yes and forgets: a browser that is being cleared, a storage that went bad.
struct ForgetfulShelf;

impl Shelf for ForgetfulShelf {
    fn read(&self, _: &str) -> Result<Option<String>, ShelfError> {
        Ok(None)
    }
    fn write(&self, _: &str, _: &str) -> Result<(), ShelfError> {
        Ok(())
    }
    fn remove(&self, _: &str) -> Result<(), ShelfError> {
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(Vec::new())
    }
}

#[test]
fn a_write_that_is_not_read_back_does_not_count() {
    let saved = storage::save(&ForgetfulShelf, "a", &engagement("x"), None, "one", NOON);
    assert_eq!(saved, Err(SaveError::NotKept(ShelfError::Lost)));
}

#[test]
fn the_library_opens_beside_a_text_that_cannot_be_read() {
    let shelf = MemoryShelf::default();
    storage::save(&shelf, "old", &engagement("old"), None, "t", NOON).expect("room enough");
    storage::save(&shelf, "new", &engagement("new"), None, "t", later(5)).expect("room enough");
    let cut = &envelope::write(&engagement("cut"), &Stamp { revision: 3, writer: "t".into(), saved_at: NOON })[..90];
    shelf.write(&storage::key("bad"), cut).expect("room enough");
    shelf.write("somebody/else", "not ours to touch").expect("room enough");

    let listing = storage::list(&shelf).expect("answers");
    let titles: Vec<_> = listing.found.iter().map(|found| found.document.engagement.head().title.as_str()).collect();
    assert_eq!(titles, ["new", "old"], "the last saved first");
    assert_eq!(listing.aside.len(), 1);
    assert_eq!(shelf.read(&listing.aside[0].key), Ok(Some(cut.into())), "kept to the letter");
    assert_eq!(storage::open(&shelf, "bad"), Err(OpenError::Missing));
    assert_eq!(shelf.read("somebody/else"), Ok(Some("not ours to touch".into())));

    let again = storage::list(&shelf).expect("answers");
    assert_eq!(again.aside, listing.aside, "looking again moves nothing");
}

#[test]
fn without_room_to_put_it_aside_a_bad_text_stays_where_it_is() {
    let shelf = MemoryShelf::with_room(40);
    shelf.write(&storage::key("bad"), "{\"cut").expect("fits");
    assert_eq!(storage::list(&shelf).map(|listing| listing.found.len()), Ok(0));
    assert_eq!(shelf.read(&storage::key("bad")), Ok(Some("{\"cut".into())));
}

fn text(title: &str) -> String {
    envelope::write(&engagement(title), &Stamp { revision: 7, writer: "t".into(), saved_at: NOON })
}

#[test]
fn a_newer_version_opens_for_reading_or_stays_untouched() {
    let newer = text("newer").replacen(&format!("\"version\":{VERSION}"), "\"version\":99", 1);
    let document = envelope::read(&newer).expect("still understood");
    assert_eq!(document.newer, Some(99));

    let strange = newer.replacen("\"head\"", "\"heart\"", 1);
    assert_eq!(envelope::read(&strange), Err(ReadError::Newer(99)));
    let shelf = MemoryShelf::default();
    shelf.write(&storage::key("n"), &strange).expect("room enough");
    let listing = storage::list(&shelf).expect("answers");
    assert_eq!(listing.newer, [("n".to_string(), 99)]);
    assert_eq!(shelf.read(&storage::key("n")), Ok(Some(strange)));
}

#[test]
fn errors_say_what_and_where() {
    assert_eq!(envelope::read("hello"), Err(ReadError::NotJson { line: 1, column: 1 }));
    assert_eq!(envelope::read("{}"), Err(ReadError::NotOurs));
    assert_eq!(envelope::read("[1,2]"), Err(ReadError::NotOurs));
    assert_eq!(envelope::read(&text("x").replace("orbita-engagement", "other")), Err(ReadError::NotOurs));

    let whole = text("x");
    for at in [12, 20, 34, 100, whole.len() / 2, whole.len() - 1] {
        assert_eq!(envelope::read(&whole[..at]), Err(ReadError::Cut), "cut at {at}");
        assert_eq!(backup::read(&whole[..at]), Err(ReadError::Cut), "cut at {at}");
    }
    let all = backup::write([whole.as_str()].into_iter());
    assert_eq!(backup::read(&all[..all.len() - 9]), Err(ReadError::Cut));
    let tidy = format!("{{\n  {}", &whole[1..60]);
    assert_eq!(envelope::read(&tidy), Err(ReadError::Cut), "a file that somebody laid out anew");
    assert_eq!(envelope::read("{\"engagement\":{\"cards\":{"), Err(ReadError::Cut), "a file whose keys were sorted");
    assert_eq!(envelope::read("{\"a\":[1,"), Err(ReadError::NotJson { line: 1, column: 8 }), "cut, but none of ours");

    let torn = whole.replacen("\"head\":{", "\"head\":{{", 1);
    assert!(matches!(envelope::read(&torn), Err(ReadError::Damaged { line: 1, .. })), "ours, and no JSON any more");
    assert!(matches!(envelope::read(&format!("{whole}x")), Err(ReadError::Damaged { line: 1, .. })));
    let headless = "{\"format\":\"orbita-engagement\",\"version\":1}";
    assert!(matches!(envelope::read(headless), Err(ReadError::Damaged { line: 1, .. })));

    let wrong = text("x").replacen("\"kind\":\"as-is\"", "\"kind\":\"as-was\"", 1);
    let Err(ReadError::Damaged { line: 1, column }) = envelope::read(&wrong) else { panic!("a kind that is none") };
    assert!(wrong[..column].ends_with("\"as-was\""), "points behind the wrong value");

    let astray = text("x").replacen("\"journeys\":[", "\"journeys\":[77,", 1);
    assert!(matches!(envelope::read(&astray), Err(ReadError::Flawed(_))));
}

#[test]
fn a_deep_nest_is_an_error_and_no_crash() {
    let nest = "[".repeat(1_000_000);
    let inside = |at: &str| text("x").replacen("\"head\":{", &format!("\"head\":{{\"{at}\":{nest}"), 1);
    let depths = [nest.clone(), format!("{{\"a\":{nest}"), inside("title"), inside("unknown")];
    for bomb in depths {
        assert!(envelope::read(&bomb).is_err());
        assert!(backup::read(&bomb).is_err());
    }
}

#[test]
fn a_backup_holds_all_and_gives_all_back() {
    let texts = [text("one"), text("two")];
    let file = backup::write(texts.iter().map(String::as_str));
    let read = backup::read(&file).expect("just written");
    let titles: Vec<_> = read.iter().map(|document| document.engagement.head().title.as_str()).collect();
    assert_eq!(titles, ["one", "two"]);

    let single = backup::read(&format!("\u{feff}{}", texts[0])).expect("a file of one, as some editors save it");
    assert_eq!(single.len(), 1);

    let broken = file.replacen("\"kind\":\"as-is\"", "\"kind\":7", 1);
    assert!(backup::read(&broken).is_err(), "all or nothing");
}

#[test]
fn room_is_counted_as_browsers_count_it() {
    assert_eq!(storage::units("abc"), 3);
    assert_eq!(storage::units("эмоция"), 6);
    assert_eq!(storage::units("👩🏽‍💻"), 7);
}

#[test]
fn a_history_belongs_to_one_state_and_makes_room_first() {
    let shelf = MemoryShelf::with_room(2400);
    let first = storage::save(&shelf, "a", &engagement("x"), None, "one", NOON).expect("fits");
    extra::keep_history(&shelf, "a", &first, |steps| vec!["step"; steps.min(100)]);
    assert_eq!(extra::history::<Vec<String>>(&shelf, "a", &first).map(|steps| steps.len()), Some(100));
    let later_stamp = Stamp { revision: 2, ..first.clone() };
    assert_eq!(extra::history::<Vec<String>>(&shelf, "a", &later_stamp), None);

    let large = engagement(&"long ".repeat(250));
    let second = storage::save(&shelf, "a", &large, Some(&first), "one", later(1)).expect("the history made room");
    assert_eq!(storage::open(&shelf, "a").map(|kept| kept.stamp), Ok(second));
    assert_eq!(extra::history::<Vec<String>>(&shelf, "a", &first), None);
}

#[test]
fn a_history_too_large_is_kept_in_part_or_not_at_all() {
    let shelf = MemoryShelf::with_room(1500);
    let stamp = Stamp { revision: 1, writer: "t".into(), saved_at: NOON };
    extra::keep_history(&shelf, "a", &stamp, |steps| vec!["a step of some words"; steps]);
    let kept: Vec<String> = extra::history(&shelf, "a", &stamp).expect("some of it fits");
    assert_eq!(kept.len(), 50);
    extra::keep_history(&shelf, "a", &stamp, |_| "x".repeat(5000));
    assert_eq!(extra::history::<String>(&shelf, "a", &stamp), None);
}

#[test]
fn checkpoints_are_kept_by_name_and_go_with_their_engagement() {
    let shelf = MemoryShelf::default();
    let stamp = |minutes| Stamp { revision: 1, writer: "t".into(), saved_at: later(minutes) };
    storage::save(&shelf, "a", &engagement("now"), None, "t", NOON).expect("room enough");
    extra::keep_checkpoint(&shelf, "a", "before the\nbreak", &engagement("then"), &stamp(1)).expect("room enough");
    extra::keep_checkpoint(&shelf, "a", "after it", &engagement("later"), &stamp(2)).expect("room enough");
    extra::keep_checkpoint(&shelf, "other", "not mine", &engagement("x"), &stamp(3)).expect("room enough");

    let kept = extra::checkpoints(&shelf, "a");
    let names: Vec<_> = kept.iter().map(|c| (c.name.as_str(), c.document.engagement.head().title.as_str())).collect();
    assert_eq!(names, [("after it", "later"), ("before the break", "then")]);
    assert_eq!(extra::belongings(&shelf, "a").map(|all| all.len()), Ok(3));
    assert_eq!(storage::list(&shelf).map(|listing| (listing.found.len(), listing.aside.len())), Ok((1, 0)));
}
