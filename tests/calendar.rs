//! What is due, as other programs read it.

#[path = "corpus/mod.rs"]
mod corpus;

use chrono::NaiveDate;
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use orbita::edit::{Command, HeadField, plan};
use orbita::exchange::calendar::{Item, calendar, next_steps};
use orbita::exchange::link;
use orbita::handover::lasting_name;
use orbita::i18n::Lang;
use orbita::i18n::journey::JourneyWords;
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::route::view_id;
use orbita::storage::envelope;
use proptest::prelude::*;

const NOW: Moment = Moment(1_795_304_402_000);

/// The events that another program finds: uid, first day, the day after the last, title, notes.
fn read(text: &str) -> Vec<(String, NaiveDate, NaiveDate, String, String)> {
    let calendar: Calendar = text.parse().expect("a calendar");
    let day = |date: Option<DatePerhapsTime>| match date {
        Some(DatePerhapsTime::Date(day)) => day,
        other => panic!("{other:?} is no whole day"),
    };
    let events = calendar.components.iter().map(|component| {
        let CalendarComponent::Event(event) = component else { panic!("only events") };
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let uid = text(event.get_uid());
        (uid, day(event.get_start()), day(event.get_end()), text(event.get_summary()), text(event.get_description()))
    });
    events.collect()
}

/// Every line is short, ends as it should, and is whole letters.
fn assert_lines(text: &str) {
    let lines: Vec<&str> = text.strip_suffix("\r\n").expect("an end of the last line").split("\r\n").collect();
    for line in lines {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn next_steps_with_a_day_are_events_of_a_day() {
    let map = corpus::draft(corpus::MAPS[0]);
    let due = map.stages.iter().flat_map(|stage| &stage.cells).flatten().filter(|card| card.details.due.is_some());
    let due = due.count();
    let project = corpus::project(map);
    let items = next_steps(&project, "k3f9", JourneyWords::of(Lang::Russian));
    assert_eq!(items.len(), due);
    assert!(items.is_sorted_by_key(|item| item.day));
    let text = calendar("Стоматология", &items, NOW);
    assert_lines(&text);
    let events = read(&text);
    let first = &events[0];
    assert_eq!(
        (first.1, first.2),
        (NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(), NaiveDate::from_ymd_opt(2026, 12, 2).unwrap())
    );
    assert_eq!(first.3, "Выложить прайс с примерами чеков");
    assert!(first.4.contains("Точка трения: На сайте нет ни одной цены, только «от»\n"), "{}", first.4);
    assert!(text.contains("DTSTAMP:20261121T234002Z\r\n"));
    // The same once more is the same events.
    let uids = |events: &[Item]| events.iter().map(|item| item.uid.clone()).collect::<Vec<_>>();
    assert_eq!(uids(&items), uids(&next_steps(&project, "k3f9", JourneyWords::of(Lang::English))));
    let mut one_each = uids(&items);
    one_each.dedup();
    assert_eq!(one_each.len(), items.len());
}

#[test]
fn a_map_of_what_should_be_repeats_no_task() {
    let map = corpus::draft(corpus::MAPS[0]);
    let mut project = corpus::project(map.clone());
    let once = next_steps(&project, "k3f9", JourneyWords::of(Lang::English));
    let copied = plan(&project, Command::AddJourney(Box::new(map.to_be()))).expect("a copy");
    project.swap(copied.change);
    assert_eq!(project.journeys().count(), 2);
    assert_eq!(next_steps(&project, "k3f9", JourneyWords::of(Lang::English)), once);
}

#[test]
fn events_of_projects_that_are_looked_at_are_told_apart() {
    let uids = |project: &Engagement, id: &str| {
        let items = next_steps(project, &lasting_name(project, id), JourneyWords::of(Lang::English));
        items.into_iter().map(|item| item.uid).collect::<Vec<_>>()
    };
    let done = |project: &Engagement, command| {
        let mut project = project.clone();
        project.swap(plan(&project, command).expect("possible").change);
        project
    };
    let one = corpus::project(corpus::draft(corpus::MAPS[0]));
    let other = done(&one, Command::SetHead(HeadField::Title, "Another client".into()));
    let hosted = uids(&one, &view_id(None));
    assert!(hosted.iter().all(|uid| !uids(&other, &view_id(None)).contains(uid)));
    // The economics are tried out, and each try is another link.
    let mut tried = one.clone();
    let example = envelope::read(include_str!("../public/examples/en.json")).expect("a document").engagement;
    for (_, scenario) in example.scenarios() {
        tried = done(&tried, Command::AddScenario(Box::new(scenario.clone())));
    }
    let link = link::write(&tried).expect("short");
    assert_eq!(uids(&tried, &view_id(Some(&link))), hosted);
    assert!(hosted.iter().all(|uid| uid.len() < 60), "{hosted:?}");
    // What has an id keeps it, whatever it is called.
    assert_eq!(uids(&one, "k3f9"), uids(&other, "k3f9"));
    assert_ne!(uids(&one, "k3f9"), uids(&one, "k3f8"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(title in "[а-яёa-z,;:\\\\\"=👩🏽\u{200d}💻n ]{1,200}", notes in "[а-яё,;:\\\\\r\n\"=n BEGIN:END]{0,300}", day in 700_000..760_000_i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(day).expect("a day");
        let item = Item { uid: "card-7.a,b;c@orbita".into(), day, title: title.clone(), notes: notes.clone() };
        let text = calendar("BEGIN:VEVENT", &[item], NOW);
        assert_lines(&text);
        let events = read(&text);
        prop_assert_eq!(events.len(), 1);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(&events[0].3, &words(&title));
        prop_assert_eq!(&events[0].4, &notes.replace('\r', ""));
    }

    #[test]
    fn no_text_breaks_the_lines(title: String, notes: String) {
        let item = Item { uid: title.clone(), day: NaiveDate::MAX, title, notes };
        assert_lines(&calendar("", &[item], NOW));
    }
}
