//! The promises of the shelf: what is saved has been read back, nobody's version is overwritten, what cannot be read is
//! set aside.

mod faults;

use std::cell::Cell;

use faults::{Fault, Faulty};
use orbita::edit::draft::JourneyDraft;
use orbita::edit::history::SavedHistory;
use orbita::edit::store::NotTurned;
use orbita::edit::{Command, HeadField, StageField, plan};
use orbita::interviews::entry::Entry;
use orbita::interviews::record::Head;
use orbita::model::day::Moment;

use orbita::model::limits::{self, Excess};
use orbita::model::merge::Clash;
use orbita::model::{Collection, Engagement, Key};
use orbita::storage::drafts::{self, Drafts};
use orbita::storage::envelope::{self, ReadError, VERSION};
use orbita::storage::import::{self, Report};
use orbita::storage::replica::{Replica, Seen};
use orbita::storage::stamp::Stamp;
use orbita::storage::{self, MemoryShelf, OpenError, SaveError, Shelf, ShelfError, backup, checkpoints, history};

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

fn title(engagement: &Engagement) -> &str {
    &engagement.head().title
}

fn add(shelf: &dyn Shelf, id: &str, name: &str, now: Moment) -> Stamp {
    storage::add(shelf, id, &engagement(name), "one", now).expect("room enough")
}

/// A tab with an engagement open.
fn tab(shelf: &dyn Shelf, id: &str, writer: &str) -> Replica {
    Replica::open(shelf, id, writer, |_| true).expect("it is there")
}

fn rename(tab: &mut Replica, title: &str) {
    tab.store.dispatch(Command::SetHead(HeadField::Title, title.into()), 0.0).expect("possible");
    tab.store.seal();
}

#[test]
fn a_preview_leaves_the_shelf_alone() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "Kurs+", NOON);
    let before: Vec<_> = shelf.keys().expect("keys").into_iter().map(|key| (shelf.read(&key), key)).collect();
    let mut preview = Replica::preview(engagement("Sent"), "a", "tab");
    preview.keep_history(&shelf);
    assert_eq!(preview.save(&shelf, later(1)), Err(SaveError::Conflict));
    let mut preview = Replica::preview(engagement("Sent"), "view", "tab");
    assert_eq!(preview.save(&shelf, later(1)), Ok(Seen::Same));
    let after: Vec<_> = shelf.keys().expect("keys").into_iter().map(|key| (shelf.read(&key), key)).collect();
    assert_eq!(after, before);
}

#[test]
fn a_history_holds_no_step_that_was_not_saved() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "Kurs+", NOON);
    let mut lost = tab(&shelf, "a", "lost");
    rename(&mut lost, "Saved");
    lost.save(&shelf, later(1)).expect("room enough");
    lost.keep_history(&shelf);
    rename(&mut lost, "Not saved");
    lost.keep_history(&shelf);
    let mut next = tab(&shelf, "a", "next");
    assert_eq!((next.store.undoable(), next.store.redoable()), (1, 0));
    next.store.undo().expect("possible");
    next.store.redo().expect("possible");
    assert_eq!(title(next.store.engagement()), "Saved");
}

#[test]
fn what_is_saved_opens_as_it_was() {
    let shelf = MemoryShelf::default();
    let document = engagement("Kurs+");
    let stamp = storage::add(&shelf, "a", &document, "tab", NOON).expect("room enough");
    let opened = storage::open(&shelf, "a").expect("saved");
    assert_eq!(opened.engagement, document);
    assert_eq!(opened.stamp, stamp);
    assert_eq!((stamp.revision, stamp.writer.as_str(), stamp.saved_at, stamp.parent), (1, "tab", NOON, None));
}

#[test]
fn two_tabs_that_change_different_things_both_have_both() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    rename(&mut one, "Renamed");
    two.store.dispatch(Command::SetHead(HeadField::About, "About it".into()), 0.0).expect("possible");
    one.save(&shelf, later(1)).expect("room");
    assert!(matches!(two.save(&shelf, later(2)), Ok(Seen::Adopted)));
    assert!(matches!(one.look(&shelf), Ok(Seen::Adopted)));
    for tab in [&one, &two] {
        let head = tab.store.engagement().head();
        assert_eq!((head.title.as_str(), head.about.as_str()), ("Renamed", "About it"));
        assert!(tab.is_saved(&shelf));
    }
    assert_eq!(two.look(&shelf), Ok(Seen::Same));
}

#[test]
fn tabs_go_on_together_however_many_there_were_before() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    for at in 0..40 {
        let mut passing = tab(&shelf, "a", &format!("tab {at}"));
        rename(&mut passing, &format!("title {at}"));
        passing.save(&shelf, later(at)).expect("room");
    }
    let (mut slow, mut quick) = (tab(&shelf, "a", "slow"), tab(&shelf, "a", "quick"));
    for at in 41..45 {
        rename(&mut quick, &format!("title {at}"));
        quick.save(&shelf, later(at)).expect("room");
    }
    assert!(matches!(slow.look(&shelf), Ok(Seen::Adopted)));
    assert_eq!(title(slow.store.engagement()), "title 44");
}

/// A document with room for `left` more scenarios, and a tab that adds one.
fn almost_full(left: usize) -> (MemoryShelf, fn(&mut Replica)) {
    use orbita::model::limits::most;
    use orbita::model::scenario::Scenario;
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let more = |tab: &mut Replica| {
        let scenario = Scenario::sample("$", 1.0);
        tab.store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("room for one more");
        tab.store.seal();
    };
    let mut first = tab(&shelf, "a", "first");
    (left..most(Collection::Scenario)).for_each(|_| more(&mut first));
    first.save(&shelf, later(1)).expect("room");
    (shelf, more)
}

#[test]
fn two_tabs_that_take_the_last_room_part() {
    let (shelf, more) = almost_full(1);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    more(&mut one);
    more(&mut two);
    one.save(&shelf, later(2)).expect("room");
    assert_eq!(two.save(&shelf, later(3)), Err(SaveError::Conflict), "both are kept, each for itself");
    storage::open(&shelf, "a").expect("it can be read");
}

#[test]
fn undo_takes_no_room_that_another_tab_has_taken() {
    let (shelf, more) = almost_full(0);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    let (scenario, _) = one.store.engagement().scenarios().next().expect("one of many");
    one.store.dispatch(Command::DeleteScenario(scenario), 0.0).expect("possible");
    one.save(&shelf, later(2)).expect("room");
    assert!(matches!(two.look(&shelf), Ok(Seen::Adopted)));
    more(&mut two);
    two.save(&shelf, later(3)).expect("room");
    assert!(matches!(one.look(&shelf), Ok(Seen::Adopted)));
    assert!(matches!(one.store.undo(), Err(NotTurned::TooMuch(Excess::Records(Collection::Scenario, _)))));
    one.save(&shelf, later(4)).expect("room");
    storage::open(&shelf, "a").expect("it can be read");
    // Once there is room again, the same step can be taken back.
    two.store.undo().expect("possible");
    two.save(&shelf, later(5)).expect("room");
    assert!(matches!(one.look(&shelf), Ok(Seen::Adopted)));
    one.store.undo().expect("possible");
    assert!(one.store.engagement().scenario(scenario).is_some());
}

#[test]
fn a_higher_revision_that_did_not_grow_from_ours_is_never_taken_for_ours() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let key = storage::key("a");
    let before = shelf.read(&key).expect("answers").expect("there");
    let mut ours = tab(&shelf, "a", "ours");
    rename(&mut ours, "only in ours");
    ours.save(&shelf, later(1)).expect("room");
    // Somebody who had read what was there before writes it again, changed, with a number above ours.
    let theirs = before.replacen("\"revision\":1", "\"revision\":9", 1).replacen("\"as-is\"", "\"to-be\"", 1);
    shelf.write(&key, &theirs).expect("room");
    assert!(matches!(ours.look(&shelf), Ok(Seen::Adopted)));
    assert_eq!(title(ours.store.engagement()), "only in ours");
    assert!(ours.store.engagement().journeys().all(|(_, journey)| journey.kind != Default::default()), "and theirs");

    // One that says nothing of where it came from is a stranger's.
    let stranger = envelope::write(&engagement("stranger"), None, "x", later(2)).expect("a text").0;
    let stranger = stranger.replacen("\"revision\":1", "\"revision\":77", 1);
    shelf.write(&key, &stranger).expect("room");
    assert_eq!(ours.look(&shelf), Ok(Seen::Foreign));
    rename(&mut ours, "changed again");
    assert_eq!(ours.save(&shelf, later(3)), Err(SaveError::Conflict));
    assert_eq!(shelf.read(&key), Ok(Some(stranger)), "and it stays");
    ours.separate("b".into());
    ours.save(&shelf, later(4)).expect("nobody has this id");
    assert_eq!(storage::open(&shelf, "b").map(|document| document.engagement), Ok(ours.store.engagement().clone()));
}

#[test]
fn typing_on_in_a_field_that_both_typed_into_adds_no_third_version() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    // The fields stay open: nothing is sealed.
    let write = |tab: &mut Replica, text: &str| {
        tab.store.dispatch(Command::SetHead(HeadField::Title, text.into()), 0.0).expect("possible");
    };
    write(&mut one, "Ours");
    one.save(&shelf, later(1)).expect("room");
    two.look(&shelf).expect("answers");
    write(&mut two, "Thei");
    two.save(&shelf, later(2)).expect("room");
    one.look(&shelf).expect("answers");
    assert_eq!(title(one.store.engagement()), "Thei / Ours");
    one.save(&shelf, later(3)).expect("room");
    write(&mut two, "Theirs");
    two.save(&shelf, later(4)).expect("room");
    one.look(&shelf).expect("answers");
    for tab in [&one, &two] {
        assert_eq!(title(tab.store.engagement()), "Theirs / Ours");
    }
}

/// Every order of `ours` and `theirs` that keeps the order of each, as a word of `true` for ours.
fn orders(ours: usize, theirs: usize) -> Vec<Vec<bool>> {
    let with = |first: bool, rest: Vec<Vec<bool>>| rest.into_iter().map(move |rest| [vec![first], rest].concat());
    match (ours, theirs) {
        (ours, 0) => vec![vec![true; ours]],
        (0, theirs) => vec![vec![false; theirs]],
        _ => with(true, orders(ours - 1, theirs)).chain(with(false, orders(ours, theirs - 1))).collect(),
    }
}

#[test]
fn two_open_fields_hold_each_side_once_in_whatever_order_they_type_and_save() {
    for order in orders(6, 6) {
        let shelf = MemoryShelf::default();
        add(&shelf, "a", "start", NOON);
        let mut tabs = [(tab(&shelf, "a", "one"), "Ours"), (tab(&shelf, "a", "two"), "Theirs")];
        let mut done = [0, 0];
        for &ours in &order {
            let ((tab, words), done) = (&mut tabs[usize::from(!ours)], &mut done[usize::from(!ours)]);
            let half = &words[..words.len() / 2];
            let now = title(tab.store.engagement()).replacen("start", "", 1);
            // Half of the words, then the other half, where the first stands by now.
            let typed = if *done == 0 { format!("{now}{half}") } else { now.replacen(half, words, 1) };
            match *done % 3 {
                0 => drop(tab.store.dispatch(Command::SetHead(HeadField::Title, typed), 0.0).expect("possible")),
                1 => drop(tab.look(&shelf).expect("answers")),
                _ => drop(tab.save(&shelf, later(1)).expect("room")),
            }
            *done += 1;
        }
        for at in [0, 1, 0, 1] {
            tabs[at].0.save(&shelf, later(2)).expect("room");
        }
        let [one, two] = tabs.each_ref().map(|(tab, _)| title(tab.store.engagement()).to_owned());
        assert_eq!(one, two, "{order:?}");
        for words in ["Ours", "Theirs"] {
            assert_eq!(one.matches(words).count(), 1, "{one:?} in {order:?}");
        }
        assert!(!one.replacen("Theirs", "", 1).contains("The"), "{one:?} in {order:?}");
        assert!(!one.replacen("Ours", "", 1).contains("Ou"), "{one:?} in {order:?}");
    }
}

#[test]
fn a_step_whose_record_another_tab_has_changed_is_offered_to_be_taken_back_by_nobody() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    rename(&mut one, "Renamed");
    one.save(&shelf, later(1)).expect("room");
    let step = one.store.last_step();
    assert!(step.is_some());
    two.look(&shelf).expect("answers");
    two.store.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(2))), 0.0).expect("possible");
    two.save(&shelf, later(2)).expect("room");
    one.look(&shelf).expect("answers");
    assert_eq!(one.store.last_step(), step, "they changed something else");
    rename(&mut two, "Renamed again");
    two.save(&shelf, later(3)).expect("room");
    one.look(&shelf).expect("answers");
    assert_eq!(one.store.last_step(), None);
    assert_eq!(one.store.undo(), Err(NotTurned::Changed));
    assert_eq!(title(one.store.engagement()), "Renamed again");
}

#[test]
fn what_another_tab_put_into_what_a_step_made_stays_with_all_that_is_said_of_it() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    let head = Head { person: "Olga".into(), ..Head::default() };
    let made = one.store.dispatch(Command::AddInterview(Box::new(head)), 0.0).expect("possible").made;
    let Some(Key::Interview(id)) = made else { panic!("an interview") };
    let journey =
        one.store.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(1))), 0.0).expect("possible").made;
    let Some(Key::Journey(journey)) = journey else { panic!("a map") };
    one.save(&shelf, later(1)).expect("room");
    two.look(&shelf).expect("answers");
    let note = Entry { text: "It was May".into(), ..Entry::default() };
    let note = Command::AddNote { interview: id, note, at: None, phase: None, speaker: None };
    two.store.dispatch(note, 0.0).expect("possible");
    two.store.dispatch(Command::AddStage { journey, at: 1 }, 0.0).expect("possible");
    two.save(&shelf, later(2)).expect("room");
    one.look(&shelf).expect("answers");
    let before = one.store.engagement().clone();
    for what in ["the map", "the interview"] {
        assert_eq!(one.store.undo(), Err(NotTurned::Changed), "{what}");
        assert_eq!(*one.store.engagement(), before, "{what}");
    }
}

#[test]
fn each_side_is_told_that_what_one_deleted_and_the_other_changed_stays() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    let stage = one.store.engagement().all_stages().next().expect("a stage").0;
    one.store.dispatch(Command::DeleteStage(stage), 0.0).expect("possible");
    one.save(&shelf, later(1)).expect("room");
    two.store.dispatch(Command::SetStage(stage, StageField::Name, "Theirs".into()), 0.0).expect("possible");
    two.save(&shelf, later(2)).expect("room");
    let told = |tab: &mut Replica| tab.take_adopted().into_iter().flat_map(|one| one.clashes).collect::<Vec<_>>();
    assert_eq!(told(&mut two), [Clash::Restored(Key::Stage(stage))]);
    one.look(&shelf).expect("answers");
    assert_eq!(told(&mut one), [Clash::Returned(Key::Stage(stage))]);
    // What was not deleted here comes without a word.
    two.store.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(1))), 0.0).expect("possible");
    two.save(&shelf, later(3)).expect("room");
    one.look(&shelf).expect("answers");
    assert_eq!(told(&mut one), []);
}

#[test]
fn undo_says_that_it_took_something_back_where_it_did_and_else_that_it_did_not() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    // As hands type: each in a field of its own, and the second within the time in which typing goes on as one step.
    let type_on = |tab: &mut Replica, words: &str| {
        let typed = format!("{}{words}", title(tab.store.engagement()));
        tab.store.dispatch(Command::SetHead(HeadField::Title, typed), 0.0).expect("possible");
    };
    type_on(&mut one, " A");
    one.save(&shelf, later(1)).expect("room");
    two.look(&shelf).expect("answers");
    type_on(&mut two, " B");
    two.save(&shelf, later(2)).expect("room");
    one.look(&shelf).expect("answers");
    type_on(&mut one, " C");
    one.save(&shelf, later(3)).expect("room");
    two.look(&shelf).expect("answers");
    assert_eq!(two.store.undo(), Err(NotTurned::Changed));
    assert_eq!(title(two.store.engagement()), "start A B C");
    let taken_back = one.store.undo().expect("the last words are its own");
    assert!(!taken_back.is_partial && title(one.store.engagement()) == "start A B", "{taken_back:?}");
    assert_eq!(one.store.undo(), Err(NotTurned::Changed));
    assert_eq!(title(one.store.engagement()), "start A B");
}

#[test]
fn what_a_save_has_taken_in_is_shown_also_where_it_could_not_write() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let (mut one, mut two) = (tab(&shelf, "a", "one"), tab(&shelf, "a", "two"));
    rename(&mut one, "Renamed");
    one.save(&shelf, later(1)).expect("room");
    two.store.dispatch(Command::SetHead(HeadField::About, "About it".into()), 0.0).expect("possible");
    shelf.set_room(Some(0));
    assert_eq!(two.save(&shelf, later(2)), Err(SaveError::NotKept(ShelfError::Full)));
    assert_eq!(title(two.store.engagement()), "Renamed");
    let touched: Vec<Key> = two.take_adopted().into_iter().flat_map(|adopted| adopted.touched).collect();
    assert_eq!(touched, [Key::Head]);
}

#[test]
fn what_a_tab_that_died_had_not_saved_is_brought_back_once() {
    // Whenever the tab is killed that brings it back, where its browser leaves calls unanswered, and where there is no
    // room at first.
    let faults = (0..6).map(Fault::Killed).chain((0..60).map(Fault::Deaf));
    for fault in faults.map(Some).chain([None]) {
        let shelf = MemoryShelf::default();
        add(&shelf, "a", "start", NOON);
        let mut gone = tab(&shelf, "a", "gone");
        gone.store.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(2))), 0.0).expect("possible");
        gone.journal().expect("made").keep(&shelf, "a", "gone").expect("room");
        let mut first = tab(&shelf, "a", "first");
        match fault {
            Some(fault) => {
                let brought = first.recover(&Faulty::new(&shelf, fault), |_| false, later(1));
                assert!(brought.is_ok() || matches!(fault, Fault::Deaf(_)), "nobody notices being killed");
            }
            None => {
                shelf.set_room(Some(0));
                assert!(first.recover(&shelf, |_| false, later(1)).is_err());
                assert_eq!(first.recover(&shelf, |_| false, later(1)), Ok(false), "not twice");
                shelf.set_room(None);
                first.save(&shelf, later(2)).expect("room");
            }
        }
        let mut second = tab(&shelf, "a", "second");
        second.recover(&shelf, |writer| writer == "first", later(3)).expect("room");
        assert_eq!(second.store.engagement().count(Collection::Journey), 2, "{fault:?}");
        assert!(second.is_saved(&shelf));
        assert!(orbita::storage::journal::all(&shelf, "a").iter().all(|found| found.writer != "gone"));
    }
}

#[test]
fn a_deleted_or_cleared_engagement_is_noticed_and_written_back() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "start", NOON);
    let mut ours = tab(&shelf, "a", "ours");
    assert!(ours.is_saved(&shelf));
    shelf.remove(&storage::key("a")).expect("memory");
    assert!(!ours.is_saved(&shelf), "nothing is saved that is not there");
    assert_eq!(ours.look(&shelf), Ok(Seen::Gone));
    ours.save(&shelf, later(1)).expect("room");
    assert!(ours.is_saved(&shelf));
    assert_eq!(storage::open(&shelf, "a").map(|document| title(&document.engagement).to_owned()), Ok("start".into()));
}

#[test]
fn a_new_engagement_never_takes_the_place_of_another() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "old", NOON);
    assert_eq!(storage::add(&shelf, "a", &engagement("new"), "two", NOON), Err(SaveError::Conflict));
}

#[test]
fn a_text_that_nobody_can_read_is_not_overwritten_either() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "old", NOON);
    let mut ours = tab(&shelf, "a", "ours");
    rename(&mut ours, "new");
    shelf.write(&storage::key("a"), "not ours").expect("room enough");
    assert_eq!(ours.save(&shelf, NOON), Err(SaveError::Conflict));
    assert_eq!(shelf.read(&storage::key("a")), Ok(Some("not ours".into())));
}

#[test]
fn a_full_shelf_keeps_the_last_version() {
    let shelf = MemoryShelf::with_room(1300);
    let first = add(&shelf, "a", "x", NOON);
    let mut ours = tab(&shelf, "a", "ours");
    rename(&mut ours, &"long ".repeat(290));
    assert_eq!(ours.save(&shelf, later(1)), Err(SaveError::NotKept(ShelfError::Full)));
    assert!(!ours.is_saved(&shelf));
    assert_eq!(storage::open(&shelf, "a").map(|kept| kept.stamp), Ok(first));
}

#[test]
fn the_library_opens_with_a_text_in_it_that_cannot_be_read() {
    let shelf = MemoryShelf::default();
    add(&shelf, "old", "old", NOON);
    add(&shelf, "new", "new", later(5));
    let cut = &text("cut")[..90];
    shelf.write(&storage::key("bad"), cut).expect("room enough");
    shelf.write("somebody/else", "not ours to touch").expect("room enough");

    let listing = storage::list(&shelf).expect("answers");
    let titles: Vec<_> = listing.found.iter().map(|found| found.entry.summary.title.as_str()).collect();
    assert_eq!(titles, ["new", "old"], "the last saved first");
    assert_eq!(listing.aside.len(), 1);
    assert_eq!(shelf.read(&listing.aside[0].key), Ok(Some(cut.into())), "kept to the letter");
    assert_eq!(storage::open(&shelf, "bad"), Err(OpenError::Missing));
    assert_eq!(shelf.read("somebody/else"), Ok(Some("not ours to touch".into())));

    let again = storage::list(&shelf).expect("answers");
    assert_eq!(again.aside, listing.aside, "looking again moves nothing");
}

#[test]
fn a_text_with_half_a_letter_is_set_aside_letter_for_letter() {
    let shelf = MemoryShelf::default();
    let mut odd: Vec<u16> = text("odd").encode_utf16().take(300).collect();
    odd[250] = 0xd800;
    shelf.write_units(&storage::key("odd"), odd).expect("room");
    let literal = shelf.literal(&storage::key("odd")).expect("answers");
    let listing = storage::list(&shelf).expect("answers");
    assert_eq!(shelf.literal(&listing.aside[0].key).expect("answers"), literal);
    // And so it goes through a backup.
    let file = backup::write(&shelf).expect("answers");
    let other = MemoryShelf::default();
    take(&other, &file);
    let there = storage::list(&other).expect("answers").aside;
    assert_eq!(there.iter().map(|aside| other.literal(&aside.key)).collect::<Vec<_>>(), [Ok(literal)]);
}

#[test]
fn without_room_to_put_it_aside_a_bad_text_stays_where_it_is() {
    let shelf = MemoryShelf::with_room(40);
    shelf.write(&storage::key("bad"), "{\"cut").expect("fits");
    assert_eq!(storage::list(&shelf).map(|listing| listing.found.len()), Ok(0));
    assert_eq!(shelf.read(&storage::key("bad")), Ok(Some("{\"cut".into())));
}

fn text(title: &str) -> String {
    envelope::write(&engagement(title), None, "t", NOON).expect("a text").0
}

/// The same text as a newer Orbita might write it.
fn newer(title: &str) -> String {
    text(title).replacen(&format!("\"version\":{VERSION}"), "\"version\":99", 1)
}

#[test]
fn a_newer_version_opens_for_reading_or_stays_untouched() {
    let newer = newer("newer");
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
fn a_newer_text_is_never_written_again_and_copied_whole() {
    let shelf = MemoryShelf::default();
    let newer = newer("newer").replacen("\"journeys\"", "\"unknown\":{\"7\":1},\"journeys\"", 1);
    shelf.write(&storage::key("n"), &newer).expect("room enough");
    let mut reader = tab(&shelf, "n", "reader");
    assert!(reader.store.is_read_only());
    assert!(reader.store.dispatch(Command::SetHead(HeadField::Title, "x".into()), 0.0).is_err());
    assert_eq!(reader.save(&shelf, later(1)), Ok(Seen::Same));
    assert_eq!(shelf.read(&storage::key("n")), Ok(Some(newer.clone())));
    storage::copy(&shelf, "n", "copy", NOON).expect("room");
    assert_eq!(shelf.read(&storage::key("copy")), Ok(Some(newer.clone())));
    assert_eq!(reader.text(later(1)).as_deref(), Some(newer.as_str()), "as a file, too");

    // One that the page brings along.
    let document = envelope::read(&newer).expect("still understood");
    let mut seen = Replica::preview(document.engagement, "view", "reader");
    assert!(!seen.is_of_newer());
    seen.follow_newer(newer.as_str().into());
    assert!(seen.is_of_newer() && seen.store.is_read_only());
    assert_eq!(seen.text(later(1)).as_deref(), Some(newer.as_str()));
    seen.add_copy(&shelf, "mine", later(1)).expect("room");
    assert_eq!(shelf.read(&storage::key("mine")), Ok(Some(newer.clone())));
    assert_eq!(seen.add_copy(&shelf, "mine", later(1)), Err(SaveError::Conflict));

    // A tab of this version that has the engagement open when a newer Orbita saves it.
    add(&shelf, "a", "start", NOON);
    let mut ours = tab(&shelf, "a", "ours");
    rename(&mut ours, "ours");
    shelf.write(&storage::key("a"), &newer).expect("room");
    assert_eq!(ours.look(&shelf), Ok(Seen::Newer(99)));
    assert_eq!(ours.save(&shelf, later(2)), Err(SaveError::Newer(99)));
    assert_eq!(shelf.read(&storage::key("a")), Ok(Some(newer)));
}

#[test]
fn errors_say_what_and_where() {
    assert_eq!(envelope::read("hello"), Err(ReadError::NotJson { line: 1, column: 1 }));
    assert_eq!(envelope::read("{}"), Err(ReadError::NotOurs));
    assert_eq!(envelope::read("[1,2]"), Err(ReadError::NotOurs));
    assert_eq!(envelope::read(&text("x").replace("orbita-engagement", "other")), Err(ReadError::NotOurs));
    let whole = text("x");
    for at in [12, 20, 34, 100, whole.len() / 2, whole.len() - 1] {
        assert_eq!(envelope::read(&whole[..at]), Err(ReadError::CutOff), "cut at {at}");
        assert_eq!(backup::read(&whole[..at]), Err(ReadError::CutOff), "cut at {at}");
    }
    let shelf = MemoryShelf::default();
    shelf.write(&storage::key("a"), &whole).expect("room");
    let all = backup::write(&shelf).expect("a shelf that answers");
    assert_eq!(backup::read(&all[..all.len() - 9]), Err(ReadError::CutOff));
    let tidy = format!("{{\n  {}", &whole[1..60]);
    assert_eq!(envelope::read(&tidy), Err(ReadError::CutOff), "a file that somebody laid out anew");
    assert_eq!(envelope::read("{\"engagement\":{\"cards\":{"), Err(ReadError::CutOff), "a file whose keys were sorted");
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

/// A text with `cards` cards in one cell, each with so many letters.
fn large(cards: usize, letters: usize) -> String {
    let mut engagement = engagement("large");
    let (_, journey) = engagement.journeys().next().expect("a map");
    let (stage, lane) = (journey.stages[0], journey.lanes[0]);
    let draft = orbita::edit::draft::CardDraft::default();
    let cell = orbita::model::Cell { stage, lane };
    let add = Command::AddCards(vec![(cell, draft); cards]);
    let plan = plan(&engagement, add).expect("possible");
    engagement.swap(plan.change);
    let text = envelope::write(&engagement, None, "t", NOON).expect("a text").0;
    text.replace("{\"text\":\"\"}", &format!("{{\"text\":\"{}\"}}", "x".repeat(letters)))
}

#[test]
fn what_cannot_be_worked_with_is_refused_at_the_door() {
    assert!(envelope::read(&large(limits::CARDS_IN_A_CELL, 3)).is_ok());
    let many = limits::CARDS_IN_A_CELL + 1;
    assert_eq!(envelope::read(&large(many, 3)), Err(ReadError::TooLarge(Excess::CardsInACell(many))));
    let most = limits::most(Collection::Card);
    assert_eq!(
        envelope::read(&large(most + 1, 1)),
        Err(ReadError::TooLarge(Excess::Records(Collection::Card, most + 1)))
    );
    assert_eq!(envelope::read(&large(1, 1_000_000)), Err(ReadError::TooLarge(Excess::Letters(1_000_000))));

    let shelf = MemoryShelf::default();
    let text = large(many, 3);
    shelf.write(&storage::key("large"), &text).expect("room");
    let listing = storage::list(&shelf).expect("answers");
    assert_eq!(listing.too_large, [("large".to_string(), Excess::CardsInACell(many))]);
    assert_eq!(shelf.read(&storage::key("large")), Ok(Some(text)), "and stays where it is");
}

#[test]
fn a_counter_at_its_end_is_renumbered_at_the_door_and_never_saved_unreadable() {
    for (from, to) in [("\"next\":11", "\"next\":2147483647"), ("\"next\":11", "\"next\":4294967295")] {
        let at_the_end = text("x").replacen(from, to, 1);
        assert_ne!(at_the_end, text("x"), "the counter stands at 11");
        let engagement = envelope::read(&at_the_end).expect("taken in").engagement;
        assert!(engagement.head().next < 100);
        let shelf = MemoryShelf::default();
        storage::add(&shelf, "a", &engagement, "t", NOON).expect("room");
        let mut ours = tab(&shelf, "a", "ours");
        ours.store.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(5))), 0.0).expect("ids are left");
        ours.save(&shelf, NOON).expect("room");
        assert!(storage::open(&shelf, "a").is_ok());
    }
}

/// Takes a file onto a shelf; new ids are "new-1" and so on.
fn take(shelf: &dyn Shelf, file: &str) -> Report {
    let mut count = 0;
    let parts = backup::read(file).expect("a file of ours");
    let report = import::take(shelf, &parts, NOON, || {
        count += 1;
        format!("new-{count}")
    });
    report.expect("the shelf answers")
}

#[test]
fn a_backup_holds_everything_as_it_is_and_gives_everything_back() {
    let shelf = MemoryShelf::default();
    let first = add(&shelf, "one", "one", NOON);
    add(&shelf, "two", "two", NOON);
    history::keep(&shelf, "one", &first, |_| SavedHistory::default());
    checkpoints::keep(&shelf, "one", ("before", "c1"), &engagement("then"), Some(&first), NOON).expect("room");
    shelf.write(&storage::key("newer"), &newer("newer")).expect("room");
    shelf.write(&storage::key("broken"), "{\"format\":\"orbita-engagement\",\"ver").expect("room");
    shelf.write("orbita/language", "\"ru\"").expect("room");
    shelf.write("somebody/else", "x").expect("room");
    storage::list(&shelf).expect("answers");

    let file = backup::write(&shelf).expect("answers");
    let other = MemoryShelf::default();
    let report = take(&other, &file);
    assert_eq!((report.added.len(), report.newer, report.checkpoints.len(), report.aside.len()), (2, 1, 1, 1));
    let work = |shelf: &MemoryShelf| {
        let mut texts: Vec<(String, Option<String>)> = shelf
            .keys()
            .expect("memory")
            .into_iter()
            .filter(|key| backup::is_work(key) && !key.contains("/aside/"))
            .map(|key| (key.clone(), shelf.literal(&key).expect("memory")))
            .collect();
        texts.sort();
        texts
    };
    assert_eq!(work(&other), work(&shelf), "under the same ids, where they are free");
    assert_eq!(other.read("orbita/language"), Ok(None), "a choice is no work");

    // Once more: nothing is doubled, and nothing takes the place of anything.
    let again = take(&other, &file);
    assert_eq!((again.added.len(), again.newer, again.same, again.aside.len()), (0, 0, 4, 0));
    let mut changed = tab(&other, "one", "me");
    rename(&mut changed, "changed since");
    changed.save(&other, later(1)).expect("room");
    let third = take(&other, &file);
    assert_eq!(third.added, ["new-1"]);
    assert_eq!(storage::open(&other, "one").map(|d| title(&d.engagement).to_owned()), Ok("changed since".into()));
    assert_eq!(checkpoints::list(&other, "new-1").len(), 1, "with what belongs to it");
}

/// A shelf that counts what is asked of it.
#[derive(Default)]
struct Counted {
    shelf: MemoryShelf,
    asked: Cell<usize>,
}

impl Counted {
    fn ask(&self) -> &MemoryShelf {
        self.asked.set(self.asked.get() + 1);
        &self.shelf
    }
}

impl Shelf for Counted {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.ask().read(key)
    }
    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        self.ask().start(key, units)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.ask().write(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.ask().remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        // Browsers hand out one key at a time.
        let keys = self.ask().keys()?;
        self.asked.set(self.asked.get() + keys.len());
        Ok(keys)
    }
    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.ask().literal(key)
    }
    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        self.ask().write_literal(key, literal)
    }
}

/// A backup of parts with these keys and texts.
fn backup_of(parts: impl Iterator<Item = (String, String)>) -> String {
    let parts: Vec<_> = parts.collect();
    serde_json::json!({ "format": "orbita-backup", "version": 2, "shelf": parts }).to_string()
}

#[test]
fn a_file_of_many_unreadable_texts_asks_no_more_of_the_shelf_than_each_needs() {
    let shelf = Counted::default();
    let file = backup_of((0..1_000).map(|at| ("x".into(), at.to_string())));
    let report = take(&shelf, &file);
    assert_eq!((report.aside.len(), report.same), (1_000, 0));
    assert!(shelf.asked.get() <= 3_000, "{}", shelf.asked.get());
    let again = take(&shelf, &file);
    assert_eq!((again.aside.len(), again.same), (0, 1_000));
    // Found on the shelf, and moved from there.
    let shelf = Counted::default();
    (0..300).for_each(|at| shelf.write(&storage::key(&format!("e{at}")), "{").expect("room"));
    shelf.asked.set(0);
    assert_eq!(storage::list(&shelf).expect("answers").aside.len(), 300);
    assert!(shelf.asked.get() <= 300 * 16, "{}", shelf.asked.get());
}

#[test]
fn a_backup_of_more_parts_than_any_browser_holds_is_refused() {
    let parts = |count: usize| backup_of((0..count).map(|at| ("x".into(), at.to_string())));
    assert_eq!(backup::read(&parts(backup::MOST_PARTS)).map(|parts| parts.len()), Ok(backup::MOST_PARTS));
    let count = backup::MOST_PARTS + 1;
    assert_eq!(backup::read(&parts(count)), Err(ReadError::TooManyParts(count)));
    let plain = format!("{{\"format\":\"orbita-backup\",\"version\":1,\"engagements\":[{}0]}}", "0,".repeat(count - 1));
    assert_eq!(backup::read(&plain), Err(ReadError::TooManyParts(count)));
    for lang in [orbita::i18n::Lang::English, orbita::i18n::Lang::Russian] {
        assert!(lang.words().read_error("a.json", &ReadError::TooManyParts(count)).contains("10001"));
    }
}

#[test]
fn an_id_that_no_address_holds_is_not_taken_over() {
    for odd in ["view", "view/o1.AA", "a/b", "", "..", "%2e", "a b", "ид", "a?b#c", &"a".repeat(65)] {
        let shelf = MemoryShelf::default();
        let parts = [(storage::key(odd), text("Sent")), (format!("orbita/checkpoint/{odd}/c1"), "x".into())];
        let report = take(&shelf, &backup_of(parts.into_iter()));
        assert_eq!(report.added, ["new-1"], "{odd}");
        assert_eq!(storage::list(&shelf).expect("answers").found[0].id, "new-1", "{odd}");
    }
    let shelf = MemoryShelf::default();
    let report = take(&shelf, &backup_of([(storage::key("k3f9-B_2"), text("Sent"))].into_iter()));
    assert_eq!(report.added, ["k3f9-B_2"]);
}

#[test]
fn a_backup_of_the_first_version_and_the_copy_of_a_stopped_page_are_taken_part_by_part() {
    let file = format!(
        "{{\"format\":\"orbita-backup\",\"version\":1,\"engagements\":[{},null,{},{{\"a\":1}}],\"unreadable\":{{\"orbita/engagement/x\":\"cut\\ud800\"}}}}",
        text("one"),
        newer("two")
    );
    let shelf = MemoryShelf::default();
    let report = take(&shelf, &file);
    assert_eq!((report.added.len(), report.newer, report.aside.len()), (1, 1, 3));
    let listing = storage::list(&shelf).expect("answers");
    let asides: Vec<_> = listing.aside.iter().filter_map(|aside| shelf.literal(&aside.key).ok().flatten()).collect();
    assert!(asides.contains(&"\"cut\\ud800\"".to_string()), "{asides:?}");
    assert_eq!(
        take(&MemoryShelf::default(), &format!("\u{feff}{}", text("one"))).added.len(),
        1,
        "as some editors save it"
    );
}

#[test]
fn checkpoints_come_back_to_what_is_here_already_and_take_the_place_of_none() {
    let shelf = MemoryShelf::default();
    let stamp = add(&shelf, "a", "now", NOON);
    checkpoints::keep(&shelf, "a", ("before", "c1"), &engagement("then"), Some(&stamp), NOON).expect("room");
    history::keep(&shelf, "a", &stamp, |_| SavedHistory::default());
    let file = backup::write(&shelf).expect("answers");
    // To make room, say.
    let key = "orbita/checkpoint/a/c1";
    let lay = shelf.read(key).expect("answers").expect("there");
    shelf.remove(key).expect("memory");
    shelf.remove("orbita/history/a").expect("memory");
    let report = take(&shelf, &file);
    assert_eq!((report.added.len(), report.same, report.checkpoints.len()), (0, 1, 1));
    assert_eq!(shelf.read(key), Ok(Some(lay)));
    assert!(history::open(&shelf, "a", &stamp).is_some());
    for lang in [orbita::i18n::Lang::English, orbita::i18n::Lang::Russian] {
        let said = (lang.words().saving_words.report)(&report, utc_day);
        assert!(said.contains("1 checkpoint added") || said.contains("Добавлена 1\u{a0}версия"), "{said}");
    }
    assert_eq!(take(&shelf, &file).checkpoints, [], "once");
    // One that somebody wrote under the same key stays, and so does the other.
    shelf.write(key, "mine").expect("room");
    assert_eq!(take(&shelf, &file).aside.len(), 1);
    assert_eq!(shelf.read(key), Ok(Some("mine".into())));
}

#[test]
fn a_tab_that_is_killed_between_any_two_writes_loses_two_letters_at_most() {
    const LETTERS: usize = 60;
    let text = "The deliveries came late every month, and nobody could say why.";
    // Types, writes every second letter down, saves after every fifth, and is killed after so many writes.
    let typed_until = |shelf: &MemoryShelf, writes: u32| {
        let faulty = Faulty::new(shelf, Fault::Killed(writes));
        let mut tab = tab(shelf, "a", "gone");
        let mut written = 0;
        for letters in 1..=LETTERS {
            let about = Command::SetHead(HeadField::About, text[..letters].into());
            tab.store.dispatch(about, 0.0).expect("possible");
            if letters % 5 == 0 {
                tab.save(&faulty, later(1)).expect("nobody notices being killed");
                tab.keep_history(&faulty);
            }
            if letters % 2 == 0 {
                match tab.journal() {
                    Some(journal) => journal.keep(&faulty, "a", "gone").expect("nobody notices being killed"),
                    None => orbita::storage::journal::clear(&faulty, "a", "gone"),
                }
            }
            if faulty.is_killed() {
                written = letters;
                break;
            }
        }
        written
    };
    let (mut tried, mut most) = (0, 0);
    for writes in 0.. {
        let shelf = MemoryShelf::default();
        add(&shelf, "a", "start", NOON);
        let letters = typed_until(&shelf, writes);
        if letters == 0 {
            break;
        }
        let mut next = tab(&shelf, "a", "next");
        next.recover(&shelf, |_| false, later(2)).expect("room");
        let about = next.store.engagement().head().about.clone();
        assert!(text.starts_with(&about), "killed after {writes} writes: {about}");
        assert!(about.len() + 2 >= letters, "killed after {writes} writes: {about} of {letters} letters");
        assert!(next.is_saved(&shelf), "killed after {writes} writes");
        (tried, most) = (tried + 1, most.max(letters - about.len()));
    }
    assert!(tried > LETTERS, "{tried} kills, {most} letters lost at most");
}

#[test]
fn what_a_file_says_was_typed_changes_no_project_that_was_here_before() {
    let theirs = MemoryShelf::default();
    add(&theirs, "a", "Kurs+", NOON);
    let mut hostile = tab(&theirs, "a", "hostile");
    rename(&mut hostile, "Taken over");
    hostile.journal().expect("typed").keep(&theirs, "a", "hostile").expect("room");
    theirs.write(&drafts::key("a", "entry"), "not ours").expect("room");
    let part = |key: &str| serde_json::json!([key, theirs.read(key).expect("memory").expect("there")]);
    let keys = theirs.keys().expect("memory");
    let of = |prefix: &str| keys.iter().filter(|key| key.starts_with(prefix)).map(|key| part(key)).collect::<Vec<_>>();
    let journal = [of("orbita/journal/"), of("orbita/draft/")].concat();
    assert_eq!(journal.len(), 2);
    // Alone, and with the text that is known to lie here.
    for parts in [journal.clone(), [of("orbita/engagement/"), journal].concat()] {
        let ours = MemoryShelf::default();
        let text = theirs.read(&storage::key("a")).expect("memory").expect("there");
        ours.write(&storage::key("a"), &text).expect("room");
        let file = serde_json::json!({ "format": "orbita-backup", "version": 2, "shelf": parts }).to_string();
        let report = take(&ours, &file);
        assert_eq!((report.aside.len(), report.added.len()), (1, 0), "it is set aside, for somebody to look at");
        let mut opened = tab(&ours, "a", "ours");
        opened.recover(&ours, |_| false, later(1)).expect("room");
        assert_eq!(title(opened.store.engagement()), "Kurs+");
    }
    // Beside a project that comes with it, it is what was typed there.
    let fresh = MemoryShelf::default();
    take(&fresh, &backup::write(&theirs).expect("answers"));
    let mut opened = tab(&fresh, "a", "ours");
    opened.recover(&fresh, |_| false, later(1)).expect("room");
    assert_eq!(title(opened.store.engagement()), "Taken over");
}

#[test]
fn a_backup_brings_the_words_that_were_typed_and_not_used() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "Kurs+", NOON);
    let mut typed = Drafts::default();
    typed.keep("a", "actual/1/2/3", "half a line");
    typed.write(&shelf).expect("room");
    let file = backup::write(&shelf).expect("answers");
    // Once beside nothing, and once beside another project that goes by the same id.
    for is_taken in [false, true] {
        let fresh = MemoryShelf::default();
        if is_taken {
            add(&fresh, "a", "Another", NOON);
        }
        let report = take(&fresh, &file);
        let id = report.added.first().expect("one is added");
        assert_eq!(Drafts::new(drafts::waiting(&fresh)).open(id, "actual/1/2/3"), "half a line");
        assert_eq!(id == "a", !is_taken);
        assert!(storage::belongings(&fresh, id).expect("answers").contains(&drafts::key(id, "actual/1/2/3")));
    }
}

#[test]
fn of_a_backup_with_half_its_parts_broken_the_other_half_is_there_and_each_part_is_accounted_for() {
    let kept = MemoryShelf::default();
    for id in ["a", "b", "c", "d"] {
        let stamp = add(&kept, id, &format!("Project {id}"), NOON);
        let state = engagement(&format!("{id} as it was"));
        checkpoints::keep(&kept, id, ("before", &format!("of-{id}")), &state, Some(&stamp), NOON).expect("room");
        let mut tab = tab(&kept, id, &format!("tab-{id}"));
        rename(&mut tab, &format!("{id} typed"));
        tab.journal().expect("typed").keep(&kept, id, &format!("tab-{id}")).expect("room");
    }
    let keys: Vec<String> = kept.keys().expect("memory").into_iter().filter(|key| backup::is_work(key)).collect();
    // Many sets of half the parts, broken in each of four ways.
    for broken in (0_u32..1 << keys.len()).step_by(5) {
        let (mut parts, mut wrong) = (Vec::new(), 0);
        for (at, key) in keys.iter().enumerate() {
            let text = kept.read(key).expect("memory").expect("there");
            let part = match (broken >> at & 1, (at + broken as usize) % 4) {
                (0, _) => serde_json::json!([key, text]),
                (_, 0) => serde_json::json!([key, &text[..text.len() / 2]]),
                (_, 1) => serde_json::json!([key, null]),
                (_, 2) => serde_json::json!([key, { "a": 1 }]),
                _ => serde_json::json!([key, ""]),
            };
            wrong += broken >> at & 1;
            parts.push(part);
        }
        if wrong as usize != keys.len() / 2 {
            continue;
        }
        let file = serde_json::json!({ "format": "orbita-backup", "version": 2, "shelf": parts }).to_string();
        let shelf = MemoryShelf::default();
        let report = take(&shelf, &file);
        assert!(report.is_complete());
        let all: String =
            shelf.keys().expect("memory").iter().filter_map(|key| shelf.read(key).ok().flatten()).collect();
        for (at, key) in keys.iter().enumerate().filter(|(at, _)| broken >> at & 1 == 0) {
            let id = storage::id_of(key).unwrap_or_else(|| key.split('/').nth(2).expect("an id"));
            let words = match key.split('/').nth(1) {
                Some("engagement") => format!("Project {id}"),
                Some("checkpoint") => format!("{id} as it was"),
                _ => format!("{id} typed"),
            };
            assert!(all.contains(&words), "{key}, part {at}, of {broken:b}");
        }
        let listing = storage::list(&shelf).expect("answers");
        let is_whole = |key: &&String| storage::id_of(key).is_some();
        let whole = keys.iter().enumerate().filter(|(at, key)| broken >> at & 1 == 0 && is_whole(key)).count();
        assert!(listing.found.len() >= whole);
        // Once more adds nothing.
        let again = take(&shelf, &file);
        assert_eq!((again.added.len(), again.checkpoints.len(), again.aside.len()), (0, 0, 0), "{broken:b}");
    }
}

#[test]
fn an_import_says_what_there_was_no_room_for_and_takes_the_rest() {
    let shelf = MemoryShelf::default();
    for id in ["a", "b", "c"] {
        add(&shelf, id, &format!("Project {id}"), NOON);
    }
    let file = backup::write(&shelf).expect("answers");
    let small = MemoryShelf::with_room(2 * (text("Project a").len() + storage::key("a").len()) + 40);
    let report = take(&small, &file);
    assert_eq!(report.added.len(), 2);
    assert_eq!(report.no_room, ["Project c"]);
    for lang in [orbita::i18n::Lang::English, orbita::i18n::Lang::Russian] {
        let said = (lang.words().saving_words.report)(&report, utc_day);
        assert!(said.contains("2") && said.contains("Project c"), "{said}");
    }
}

/// The clock of a person in Greenwich.
fn utc_day(moment: Moment) -> chrono::NaiveDate {
    chrono::DateTime::from_timestamp_millis(moment.0).expect("a moment").date_naive()
}

#[test]
fn an_import_names_checkpoints_and_what_it_sets_aside() {
    let shelf = MemoryShelf::default();
    let stamp = add(&shelf, "a", "Project a", NOON);
    for token in 0..5 {
        let name = format!("Version {token}");
        checkpoints::keep(&shelf, "a", (&name, &format!("t{token}")), &engagement("then"), Some(&stamp), NOON)
            .expect("room");
    }
    let whole = text("Torn apart");
    shelf.write(&storage::key("b"), &whole[..whole.len() - 9]).expect("room");
    let report = take(&MemoryShelf::default(), &backup::write(&shelf).expect("answers"));
    let said = |lang: orbita::i18n::Lang| (lang.words().saving_words.report)(&report, utc_day);
    let day = orbita::i18n::figures::date(orbita::i18n::Lang::English, utc_day(NOON));
    let versions = format!("“Version 0” ({day}), “Version 1” ({day}), “Version 2” ({day}) and 2 more.");
    let english = said(orbita::i18n::Lang::English);
    assert!(english.starts_with(&format!("1 project added with 5 checkpoints: {versions}")), "{english}");
    assert!(
        english.ends_with(&format!("1 text couldn’t be read and was set aside: “Torn apart” ({day}).")),
        "{english}"
    );
    let russian = said(orbita::i18n::Lang::Russian);
    assert!(
        russian.contains("«Version 2»") && russian.contains(" и ещё 2.") && russian.contains("«Torn apart»"),
        "{russian}"
    );
}

#[test]
fn what_found_no_room_is_taken_once_there_is_some_and_nothing_twice() {
    let shelf = MemoryShelf::default();
    for id in ["a", "b", "c"] {
        let stamp = add(&shelf, id, &format!("Project {id}"), NOON);
        let state = engagement(&format!("{id} before"));
        checkpoints::keep(&shelf, id, ("before", &format!("of-{id}")), &state, Some(&stamp), NOON).expect("room");
    }
    let file = backup::write(&shelf).expect("answers");
    // The first project went on here: the one of the file goes beside it under a new id, and there once.
    let small = MemoryShelf::with_room(2 * (text("Project a").len() + storage::key("a").len()) + 300);
    add(&small, "a", "Project a went on", NOON);
    let mut report = take(&small, &file);
    assert_eq!(
        (report.added.len(), report.no_room.as_slice()),
        (1, ["Project b".to_owned(), "Project c".into()].as_slice())
    );

    let roomy = MemoryShelf::default();
    for key in small.keys().expect("memory") {
        roomy.write(&key, &small.read(&key).expect("memory").expect("there")).expect("room");
    }
    assert!(report.try_again(|parts| import::take(&roomy, parts, NOON, || "another".into())));
    assert_eq!((report.added.len(), report.no_room.len(), report.waiting.len()), (3, 0, 0));
    assert_eq!(storage::list(&roomy).expect("answers").found.len(), 4);
    for id in ["b", "c"] {
        assert_eq!(checkpoints::list(&roomy, id).len(), 1, "with what belongs to {id}");
    }
}

#[test]
fn room_is_counted_as_browsers_count_it() {
    assert_eq!(storage::units("abc"), 3);
    assert_eq!(storage::units("эмоция"), 6);
    assert_eq!(storage::units("👩🏽‍💻"), 7);
}

fn steps(count: usize) -> SavedHistory {
    SavedHistory { done: vec![Vec::new(); count], undone: Vec::new() }
}

#[test]
fn a_history_belongs_to_one_state_and_makes_room_first() {
    let shelf = MemoryShelf::with_room(2200);
    let first = add(&shelf, "a", "x", NOON);
    assert!(history::keep(&shelf, "a", &first, |most| steps(most.min(100))), "there is room for all of it");
    assert_eq!(history::open(&shelf, "a", &first), Some(steps(100)));
    let mut ours = tab(&shelf, "a", "one");
    rename(&mut ours, &"long ".repeat(290));
    ours.save(&shelf, later(1)).expect("the history made room");
    let second = ours.known().expect("saved").clone();
    assert_eq!(storage::open(&shelf, "a").map(|kept| kept.stamp), Ok(second.clone()));
    assert_eq!(history::open(&shelf, "a", &first), None);
    _ = history::keep(&shelf, "a", &first, |most| steps(most.min(3)));
    assert_eq!(history::open(&shelf, "a", &second), None, "another state");
}

#[test]
fn a_history_too_large_is_kept_in_part_or_not_at_all() {
    let shelf = MemoryShelf::with_room(300);
    let stamp = Stamp::default();
    assert!(!history::keep(&shelf, "a", &stamp, steps), "whoever keeps it knows that undo goes back less far");
    let kept = history::open(&shelf, "a", &stamp).expect("some of it fits");
    assert_eq!(kept, steps(50));
    assert!(!history::keep(&MemoryShelf::with_room(20), "a", &stamp, steps));
    assert_eq!(history::open(&MemoryShelf::with_room(20), "a", &stamp), None);
}

#[test]
fn checkpoints_are_kept_by_name_and_go_with_their_engagement() {
    let shelf = MemoryShelf::default();
    let stamp = add(&shelf, "a", "now", NOON);
    let keep = |id: &str, name: &str, token: &str, title: &str, minutes: i64| {
        checkpoints::keep(&shelf, id, (name, token), &engagement(title), Some(&stamp), later(minutes))
            .expect("room enough");
    };
    keep("a", "before the\nbreak", "t1", "then", 1);
    keep("a", "after it", "t2", "later", 2);
    keep("other", "not mine", "t3", "x", 3);

    let kept = checkpoints::list(&shelf, "a");
    let names: Vec<_> = kept.iter().map(|c| (c.name.as_str(), title(&c.document.engagement))).collect();
    assert_eq!(names, [("after it", "later"), ("before the break", "then")]);
    // And its line of the index.
    assert_eq!(storage::belongings(&shelf, "a").map(|all| all.len()), Ok(4));
    assert_eq!(storage::list(&shelf).map(|listing| (listing.found.len(), listing.aside.len())), Ok((1, 0)));

    checkpoints::copy(&shelf, "a", "copy").expect("room");
    assert_eq!(checkpoints::list(&shelf, "copy").len(), 2, "a parted copy has them too");
}

#[test]
fn only_the_copy_of_all_holds_what_was_taken_back() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "Kurs+", NOON);
    let mut one = tab(&shelf, "a", "one");
    for title in ["Marina leaves", "Kurs+ 2026"] {
        rename(&mut one, title);
    }
    one.save(&shelf, later(1)).expect("room");
    one.keep_history(&shelf);
    assert!(backup::write(&shelf).expect("answers").contains("Marina leaves"), "undo comes back with it");
    let project = one.text(later(2)).expect("a text");
    assert!(
        project.contains("Kurs+ 2026") && !project.contains("Marina leaves"),
        "what is handed on holds what is there"
    );
}
