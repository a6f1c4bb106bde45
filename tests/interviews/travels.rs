//! Interviews of the examples, and of a talk with everything in it, exported and brought into an empty work: the same is there.

use std::collections::BTreeSet;
use std::fs;

use orbita::edit::Command;
use orbita::edit::store::Store;
use orbita::insight::interviews::travel::project;
use orbita::interviews::exchange::quotes;
use orbita::interviews::exchange::{self, Document, PALETTE, Project, codebook, read_codebook, read_project};
use orbita::interviews::kinds::{Energy, Force, Phase};
use orbita::interviews::text::{HighlightId, quote};
use orbita::model::Engagement;
use orbita::storage::envelope::read;

/// A paragraph: who says it, when, of which phase, whether it is a note, the words.
pub(crate) type Line = (Option<String>, Option<u32>, Option<Phase>, bool, String);

/// A quote, free of the numbers that a program gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    /// In which paragraphs it is, and from where to where in each.
    places: Vec<(usize, u32, u32)>,
    words: String,
    tags: BTreeSet<String>,
    force: Option<usize>,
    energy: Option<&'static str>,
    pub(crate) memo: String,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Talk {
    name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) lines: Vec<Line>,
    pub(crate) marks: Vec<Mark>,
}

/// A tag: its colour as it is seen, what it is about, its group with what that is about.
type Tag = (String, [u8; 3], String, Option<(String, String)>);

fn heard(energy: Energy) -> &'static str {
    match energy {
        Energy::Marked => "marked",
        Energy::Laugh => "laugh",
        Energy::Sigh => "sigh",
        Energy::Pause => "pause",
    }
}

pub(crate) fn talk(project: &Project, document: &Document) -> Talk {
    let lines = document
        .paragraphs
        .iter()
        .map(|one| (document.speaker(one).map(str::to_owned), one.at, one.phase, one.noted, one.text.clone()));
    let places = |id: HighlightId| {
        let mut places = Vec::new();
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            let length = paragraph.text.chars().count() as u32;
            let parts = paragraph.parts.iter().filter(|part| part.highlight == id);
            places.extend(parts.map(|part| (at, part.start.unwrap_or(0), part.end.unwrap_or(length))));
        }
        places
    };
    let mut marks: Vec<Mark> = document
        .highlights
        .iter()
        .filter(|(_, highlight)| highlight.lost.is_none())
        .map(|(id, highlight)| Mark {
            places: places(*id),
            words: quote(&document.paragraphs, *id).expect("a quote has words"),
            tags: highlight.tags.iter().map(|tag| project.book.tags[tag].name.clone()).collect(),
            force: highlight.force.map(Force::index),
            energy: highlight.energy.map(heard),
            memo: highlight.memo.clone(),
        })
        .collect();
    marks.sort();
    Talk { name: document.name.clone(), attributes: document.attributes.clone(), lines: lines.collect(), marks }
}

fn talks(project: &Project) -> Vec<Talk> {
    project.documents.iter().map(|document| talk(project, document)).collect()
}

fn tags(project: &Project) -> Vec<Tag> {
    let group = |id| {
        let group = &project.book.groups[&id];
        (group.name.clone(), group.about.clone())
    };
    let seen = |colour: u8| PALETTE[usize::from(colour) % PALETTE.len()];
    let mut tags: Vec<Tag> = project
        .book
        .tags
        .values()
        .map(|tag| (tag.name.clone(), seen(tag.colour), tag.about.clone(), tag.group.map(group)))
        .collect();
    tags.sort();
    tags
}

fn groups(project: &Project) -> BTreeSet<(String, String)> {
    project.book.groups.values().map(|group| (group.name.clone(), group.about.clone())).collect()
}

fn example(lang: &str) -> Engagement {
    let path = format!("{}/public/examples/{lang}.json", env!("CARGO_MANIFEST_DIR"));
    read(&fs::read_to_string(path).expect("an example")).expect("a work").engagement
}

/// What is exported of an empty work into which a project was brought.
fn brought(brought: Project) -> Project {
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::BringInterviews(Box::new(brought)), 0.0).expect("brought");
    assert_eq!(store.engagement().check(), Ok(()));
    project(store.engagement(), "another")
}

/// The example with quotes that overlap, go over paragraphs and lie at either end of them, among letters of several units.
fn marked(lang: &str) -> Engagement {
    let mut store = Store::new(example(lang), None, false);
    let interview = store.engagement().interviews().next().expect("an interview").0;
    let first = store.engagement().paragraphs_of(interview)[0];
    let edit = Command::EditText {
        from: (first, 0),
        to: (first, 0),
        text: "👩🏽\u{200d}💻 е\u{308}ж: \"да\"; <b> & so on. ".into(),
    };
    store.dispatch(edit, 0.0).expect("typed");
    let [one, two, three] = [0, 1, 2].map(|at| store.engagement().paragraphs_of(interview)[at]);
    for (from, to, tag) in [
        ((one, 0), (one, 5), "лицо; \"x\""),
        ((one, 4), (two, 3), "a = b"),
        ((two, 0), (three, 4), "a = b"),
        ((one, 6), (three, 1), "c\\d, e"),
    ] {
        store.dispatch(Command::AddQuote { from, to, tag: Some(tag.into()) }, 0.0).expect("a quote");
        store.seal();
    }
    store.dispatch(Command::AddForce { from: (two, 1), to: (two, 7), force: Force::Anxiety }, 0.0).expect("a force");
    store.seal();
    store.engagement().clone()
}

fn works() -> Vec<Engagement> {
    ["en", "ru"].into_iter().flat_map(|lang| [example(lang), marked(lang)]).collect()
}

#[test]
fn a_project_brought_elsewhere_is_the_same() {
    for work in works() {
        let before = project(&work, "key");
        let (read, losses) = read_project(&exchange::project(&before)).expect("our own file");
        assert_eq!(losses, []);
        let after = brought(read);
        assert!(before.documents.iter().any(|document| !document.highlights.is_empty()));
        assert_eq!(talks(&after), talks(&before));
        assert_eq!(tags(&after), tags(&before));
        assert_eq!(groups(&after), groups(&before));
    }
}

#[test]
fn a_codebook_brought_elsewhere_is_the_same() {
    for work in works() {
        let before = project(&work, "key");
        let book = read_codebook(codebook("key", &before.book).into_bytes()).expect("our own file");
        let after = brought(Project { book, ..Project::default() });
        assert_eq!((tags(&after), groups(&after)), (tags(&before), groups(&before)));
    }
}

/// A table has the quotes and what is known of them; each is a paragraph then, and a quote from its beginning to its end.
#[test]
fn a_table_brought_elsewhere_is_the_same() {
    for work in works() {
        let before = project(&work, "key");
        let rows = quotes::rows(&before);
        let read = quotes::read(&quotes::write(&rows)).expect("our own table");
        assert_eq!(read, rows);
        let after = brought(quotes::project(&read));
        assert_eq!(quotes::rows(&after), rows);
        for talk in talks(&after) {
            for mark in talk.marks {
                let whole = mark
                    .places
                    .iter()
                    .all(|(at, start, end)| (*start, *end as usize) == (0, talk.lines[*at].4.chars().count()));
                assert!(whole, "{mark:?}");
            }
        }
        let used: BTreeSet<String> = rows.iter().flat_map(|row| row.tags.clone()).collect();
        assert_eq!(after.book.tags.values().map(|tag| tag.name.clone()).collect::<BTreeSet<_>>(), used);
    }
}
