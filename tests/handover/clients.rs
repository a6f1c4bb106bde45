//! What goes to clients names nobody who did not agree to it, in whatever field the name was typed.

use orbita::edit::store::Store;
use orbita::edit::{Command, Detail};
use orbita::exchange::archive::Archive;
use orbita::exchange::calendar;
use orbita::exchange::office::pptx::Format;
use orbita::handover::economy::Economy;
use orbita::handover::report::{self, Report};
use orbita::handover::slides::{Talk, slides};
use orbita::handover::workbook::workbook;
use orbita::handover::{Choice, Handout, for_clients, withheld};
use orbita::i18n::Lang;
use orbita::i18n::journey::JourneyWords;
use orbita::insight::interviews::said::{self, Said};
use orbita::insight::interviews::{anonymous, clients};
use orbita::interviews::anonymise::{Accounts, Labels};
use orbita::interviews::kinds::Consent;
use orbita::model::Engagement;
use orbita::model::day::Moment;

use orbita::storage::envelope;
use serde_json::{Value, json};

use super::{LANGS, date, example};

const LABELS: Labels =
    Labels { person: "Person", company: "Company", address: "Address", number: "Number", quote: "Quote hidden" };
const NAME: &str = "Jadwiga Quist";
/// Any part of the name, in the letters of any case.
const PARTS: [&str; 2] = ["jadwiga", "quist"];

/// A document with every text field that there is. What the oldest files could not hold is put in.
fn full() -> Value {
    let text = include_str!("../fixtures/version-6-everything.json");
    let mut document = serde_json::to_value(envelope::read(text).expect("a document").engagement).expect("JSON");
    for interview in each(&mut document["interviews"]) {
        interview["head"]["consent"] = json!("anonymous");
        interview["head"]["person"] = json!(NAME);
    }
    for scenario in each(&mut document["scenarios"]) {
        scenario["origins"] = json!([{
            "input": "clients", "evidence": "measured", "source": "CRM", "owner": "Sales"
        }]);
    }
    document
}

fn each(table: &mut Value) -> impl Iterator<Item = &mut Value> {
    table.as_object_mut().expect("a table").values_mut()
}

/// Where texts are: strings that can be anything, by themselves, and are read as they were written.
fn fields(document: &Value) -> Vec<String> {
    let mut strings = Vec::new();
    strings_in(document, String::new(), &mut strings);
    strings.retain(|at| {
        let mut changed = document.clone();
        name_in(&mut changed, at, NAME);
        let Ok(read) = serde_json::from_value::<Engagement>(changed.clone()) else { return false };
        read.check().is_ok() && serde_json::to_value(read).expect("JSON").pointer(at) == changed.pointer(at)
    });
    strings
}

fn strings_in(value: &Value, at: String, strings: &mut Vec<String>) {
    match value {
        Value::String(_) => strings.push(at),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| strings_in(item, format!("{at}/{index}"), strings));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| strings_in(field, format!("{at}/{name}"), strings));
        }
        _ => (),
    }
}

/// Adds a name to a text.
fn name_in(document: &mut Value, at: &str, name: &str) {
    if let Some(Value::String(text)) = document.pointer_mut(at) {
        *text = format!("{text} {name}");
    }
}

/// The project with the name in every text, and where these are.
fn named_everywhere() -> (Engagement, Vec<String>) {
    let mut document = full();
    let fields = fields(&document);
    // Whom the interview is with is the name alone: it says who is hidden.
    let typed = fields.into_iter().filter(|at| !at.ends_with("/head/person")).collect::<Vec<_>>();
    typed.iter().for_each(|at| name_in(&mut document, at, NAME));
    let project: Engagement = serde_json::from_value(document).expect("a document");
    assert_eq!(project.check(), Ok(()));
    (project, typed)
}

fn names(text: &str) -> bool {
    let text = text.to_lowercase();
    PARTS.iter().any(|part| text.contains(part))
}

/// The fields of a project that name somebody who is hidden.
fn naming(project: &Engagement) -> Vec<String> {
    let document = serde_json::to_value(project).expect("JSON");
    let mut strings = Vec::new();
    strings_in(&document, String::new(), &mut strings);
    strings.retain(|at| document.pointer(at).and_then(Value::as_str).is_some_and(names));
    strings
}

#[test]
fn every_text_of_a_project_is_looked_through() {
    let (project, typed) = named_everywhere();
    // The kinds that were once forgotten, and that there are many others.
    for known in [
        "/head/title",
        "/head/tables/account_periods/0",
        "/head/tables/cohorts/names/0",
        "/journeys/1/title",
        "/journeys/1/persona",
        "/stages/10/name",
        "/lanes/2/name",
    ] {
        assert!(typed.iter().any(|at| at == known), "{known} in {typed:?}");
    }
    for kind in ["/agenda/0/script", "/origins/0/source", "/locked/by", "/currency", "/owner", "/next_step", "/tags/0"]
    {
        assert!(typed.iter().any(|at| at.ends_with(kind)), "{kind} in {typed:?}");
    }
    for table in ["initiatives", "accounts", "paragraphs", "quotes", "tags", "groups", "statements", "answers"] {
        assert!(typed.iter().any(|at| at.starts_with(&format!("/{table}/"))), "{table} in {typed:?}");
    }
    assert!(naming(&project).len() >= typed.len());
    for copy in [clients::copy(&project, LABELS, Accounts::Named), anonymous::copy(&project, LABELS)] {
        assert_eq!(copy.check(), Ok(()));
        assert_eq!(naming(&copy), Vec::<String>::new());
    }
    for (journey, _) in project.journeys() {
        assert_eq!(
            naming(&for_clients(&project, Choice { alone: Some(journey), ..Choice::default() }, LABELS)),
            Vec::<String>::new()
        );
    }
}

#[test]
fn who_agreed_is_named_where_the_interview_says_who_it_is_with_and_nobody_else() {
    let mut document = full();
    let head = json!({
        "person": "Jadwiga Holm",
        "role": "Reports to Jadwiga Quist",
        "account": "Quist and Partners",
        "speakers": ["Jadwiga Holm", "Jadwiga Quist", "Interviewer"],
        "consent": "by_name",
    });
    document["interviews"].as_object_mut().expect("a table").insert("900".into(), json!({ "head": head }));
    let project: Engagement = serde_json::from_value(document).expect("a document");
    let copy = clients::copy(&project, LABELS, Accounts::Named);
    let (_, named) = copy.interviews().find(|(_, one)| one.head.consent == Consent::ByName).expect("it goes along");
    assert_eq!(named.head.person, "Jadwiga Holm");
    assert_eq!(named.head.speakers, ["Jadwiga Holm", "[Person 1]", "Interviewer"]);
    assert_eq!(named.head.role, "Reports to [Person 1]");
    assert!(!names(&named.head.account), "{}", named.head.account);
}

/// The project with one name in each field that says who somebody is, and all of these names in every other text. Whoever
/// answers for something is named only where that is wanted.
fn everybody_everywhere(with_owners: bool) -> (Engagement, Vec<&'static str>) {
    let mut document = full();
    for interview in each(&mut document["interviews"]) {
        let head = &mut interview["head"];
        head["person"] = json!("Quorzam");
        head["speakers"] = json!(["Smirnovex", "TORVALEK (interviewer)", "plimsoe", "Quorzam"]);
        head["interviewer"] = json!(0);
        head["took_part"] = json!(["Finance director Wendrix"]);
    }
    let mut names = vec!["Quorzam", "Smirnovex", "Torvalek", "plimsoe", "Wendrix"];
    let mut knows = vec!["/head/person", "/head/speakers/", "/head/took_part/"];
    if with_owners {
        for details in each(&mut document["details"]) {
            details["owner"] = json!("Yarbolin");
        }
        for scenario in each(&mut document["scenarios"]) {
            scenario["origins"][0]["owner"] = json!("Kestrimov from finance");
            scenario["locked"] = json!({ "by": "Domnarez", "on": "2026-11-27" });
        }
        names.extend(["Yarbolin", "Kestrimov", "Domnarez"]);
        knows.extend(["/owner", "/locked/by"]);
    }
    let all = names.join(" and ");
    let is_typed = |at: &&String| !knows.iter().any(|known| at.contains(known));
    let typed = fields(&document);
    typed.iter().filter(is_typed).for_each(|at| name_in(&mut document, at, &all));
    let project: Engagement = serde_json::from_value(document).expect("a document");
    assert_eq!(project.check(), Ok(()));
    (project, names)
}

#[test]
fn a_report_names_nobody_whom_an_interview_without_names_knows() {
    let (project, names) = everybody_everywhere(false);
    let (owned, all) = everybody_everywhere(true);
    let copies = [(clients::copy(&project, LABELS, Accounts::Named), names), (anonymous::copy(&owned, LABELS), all)];
    for (copy, names) in copies {
        let page = words(&copy, Handout::Report).to_lowercase();
        for name in names.iter().map(|name| name.to_lowercase()) {
            let told = page.split_whitespace().find(|word| word.contains(&name));
            assert_eq!(told, None, "{name}");
        }
    }
}

/// All the words in a file.
fn words(engagement: &Engagement, handout: Handout) -> String {
    let (text, _) = envelope::write(engagement, None, "test", Moment(0)).expect("JSON");
    let economy = Economy::of(engagement, Lang::English, true);
    let economy = economy.as_ref();
    let (date, lang) = (date(), Lang::English);
    let talk = |format| slides(&Talk { engagement, economy, format, date, lang });
    let unpacked = |bytes: Vec<u8>| {
        let mut archive = Archive::open(&bytes).expect("an archive");
        let names: Vec<String> = archive.names().map(String::from).collect();
        names.iter().map(|name| String::from_utf8_lossy(&archive.read(name).expect("a part")).into_owned()).collect()
    };
    match handout {
        Handout::Project | Handout::Page => text,
        Handout::Report => report::write(&Report { engagement, project: Some(&text), economy, date, lang }),
        Handout::WideSlides => unpacked(talk(Format::Wide)),
        Handout::A4Slides => unpacked(talk(Format::A4)),
        Handout::Workbook => unpacked(workbook(engagement, lang, None)),
        Handout::Calendar => {
            let items = calendar::next_steps(engagement, "key", JourneyWords::of(lang));
            // Long lines are folded.
            calendar::calendar(&engagement.head().title, &items, Moment(0)).replace("\r\n ", "")
        }
    }
}

#[test]
fn no_file_for_clients_names_who_is_hidden() {
    let (project, _) = named_everywhere();
    let map = project.journeys().next().map(|(id, _)| id);
    for handout in Handout::ALL {
        assert!(names(&words(&project, handout)), "{handout:?} would name somebody");
        for alone in [None, map] {
            let made_of = handout.made_of(&project, Choice { alone, ..Choice::default() }, LABELS);
            if handout == Handout::Project {
                assert!(alone.is_some() || made_of.is_none(), "the own file holds all");
                continue;
            }
            let words = words(&made_of.expect("a copy"), handout);
            assert!(words.contains("Person 1") && !names(&words), "{handout:?}: {words}");
        }
    }
}

#[test]
fn no_file_for_clients_holds_words_of_whoever_agreed_to_nothing() {
    for lang in LANGS {
        let (_, project) = example(lang);
        assert!(withheld(&project, None).is_empty(), "the story tells nobody's secrets");
        let is_theirs = |quote: &&Said| quote.consent == Consent::None && quote.text.split_whitespace().count() > 5;
        let all = said::quotes(&project);
        let quote = all.iter().find(is_theirs).expect("a quote").text.clone();
        let (card, _) = project.all_cards().next().expect("a card");
        let step = Detail::NextStep(format!("Answer: {quote}"));
        let mut desk = Store::new(project, None, false);
        for command in [Command::SetCardText(card, quote.clone()), Command::SetDetail(card, step)] {
            desk.dispatch(command, 0.0).expect("possible");
        }
        let project = desk.engagement();
        assert_eq!(withheld(project, None).values().sum::<usize>(), 2);
        for handout in Handout::ALL.into_iter().filter(|handout| handout.goes_to_clients()) {
            for alone in [None, project.journeys().next().map(|(id, _)| id)] {
                let made_of = handout.made_of(project, Choice { alone, ..Choice::default() }, lang.hidden());
                let words = words(&made_of.expect("a copy"), handout);
                assert!(!words.contains(&quote), "{handout:?}");
            }
        }
    }
}

#[test]
fn others_with_the_same_first_name_and_words_like_a_surname_stay() {
    let (_, project) = example(Lang::Russian);
    let quiet = |mut project: Engagement, person: &str, speakers: &[&str]| {
        let mut head = project.interviews().next().expect("an interview").1.head.clone();
        head.person = person.into();
        head.speakers = speakers.iter().map(|name| (*name).to_owned()).collect();
        head.consent = Consent::None;
        head.took_part.clear();
        let mut document = serde_json::to_value(&project).expect("JSON");
        document["interviews"]["90000"] = json!({ "head": serde_json::to_value(head).expect("JSON") });
        project = serde_json::from_value(document).expect("a document");
        let copy = clients::copy(&project, Lang::Russian.hidden(), Accounts::Named);
        let mut texts = Vec::new();
        copy.texts(&mut |text| texts.push(text.to_owned()));
        texts
    };
    let has = |texts: &[String], text: &str| texts.iter().any(|one| one == text);
    let texts = quiet(project.clone(), "Анна Петрова", &["Анна Петрова", "Иван Смирнов"]);
    assert!(has(&texts, "Анна Ковалёва") && has(&texts, "Мария Соколова"), "owners with other names");
    assert!(!texts.iter().any(|text| text.contains("пришла Анна")), "a bare first name is hidden");
    let texts = quiet(project.clone(), "Мария", &["Мария", "Дмитрий"]);
    assert!(!texts.iter().any(|text| text.contains("] Соколова") || text.contains("] Волков")), "no half names");
    let texts = quiet(project, "Вера Тендер", &["Вера Тендер"]);
    assert!(has(&texts, "Тендер"), "the card");
}
