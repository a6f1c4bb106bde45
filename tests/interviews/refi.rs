//! Projects of QDA programs: ours go there and back, those of others are taken with what only they have.

use std::collections::BTreeMap;

use orbita::exchange::archive;
use orbita::interviews::codebook::{Codebook, Group, GroupId, Tag};
use orbita::interviews::exchange::{Document, Loss, Project, Refused, codebook, project, read_codebook, read_project};
use orbita::interviews::kinds::{Energy, Force, Phase};
use orbita::interviews::text::{Highlight, HighlightId, Paragraph, TagId, mark, quote};
use proptest::prelude::*;

fn tag(name: &str, colour: u8, group: Option<u32>) -> Tag {
    Tag { name: name.into(), colour, about: String::new(), group: group.map(GroupId) }
}

pub(crate) fn book() -> Codebook {
    let about = "What brought them\nto us & why <so>".to_owned();
    Codebook {
        tags: BTreeMap::from([
            (TagId(1), tag("board", 3, Some(1))),
            (TagId(2), tag("\u{ab}тишина\u{bb} & co", 11, Some(1))),
            (TagId(3), Tag { about: "Said twice".into(), ..tag("report", 0, None) }),
        ]),
        groups: BTreeMap::from([(GroupId(1), Group { name: "Money".into(), about })]),
    }
}

pub(crate) fn interviews() -> impl Strategy<Value = Document> {
    let paragraph = (
        prop::option::of(0_u16..2),
        prop::option::of(0_u32..4_000_000),
        prop::option::of(0_usize..6),
        any::<bool>(),
        texts(),
    );
    let highlight = (
        any::<[prop::sample::Index; 4]>(),
        prop::collection::vec(1_u32..4, 0..3),
        0_usize..6,
        any::<bool>(),
        "[a-zё<&\"]{0,6}",
    );
    (prop::collection::vec(paragraph, 1..6), prop::collection::vec(highlight, 0..6)).prop_map(
        |(paragraphs, highlights)| {
            let mut document = Document {
                id: 1,
                name: "Marina & co".into(),
                attributes: vec![("Role".into(), "Head of <L&D>".into()), ("Account".into(), String::new())],
                ..Document::default()
            };
            let mut names: Vec<&str> = Vec::new();
            for (speaker, at, phase, noted, text) in paragraphs {
                let name = speaker.map(|at| ["Owner", "Интервьюер: \"я\""][usize::from(at)]);
                let speaker = name.map(|name| {
                    names.iter().position(|known| *known == name).unwrap_or_else(|| {
                        names.push(name);
                        names.len() - 1
                    }) as u16
                });
                document.paragraphs.push(Paragraph {
                    speaker,
                    at,
                    phase: phase.map(|at| Phase::ALL[at]),
                    noted,
                    ..Paragraph::of(&text)
                });
            }
            document.speakers = names.into_iter().map(String::from).collect();
            for ([first, from, last, to], mut tags, force, laughs, memo) in highlights {
                let (one, other) = (first.index(document.paragraphs.len()), last.index(document.paragraphs.len()));
                let (first, last) = (one.min(other), one.max(other));
                let place = |at: usize, index: prop::sample::Index, row: &[Paragraph]| {
                    index.index(row[at].text.chars().count() + 1) as u32
                };
                let (from, to) = (place(first, from, &document.paragraphs), place(last, to, &document.paragraphs));
                let id = HighlightId(document.highlights.len() as u32 + 1);
                if mark(&mut document.paragraphs[first..=last], from, to, id) {
                    tags.sort_unstable();
                    tags.dedup();
                    let force = Force::ALL.get(force).copied();
                    let tags = tags.into_iter().map(TagId).collect();
                    document.highlights.insert(
                        id,
                        Highlight { tags, force, energy: laughs.then_some(Energy::Laugh), memo, lost: None },
                    );
                }
            }
            document
        },
    )
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z .:]{0,20}",
        "([а-яё\u{301} ]|[👩🏽\u{200d}💻\u{fe0f}]|[\u{5d0}-\u{5ea}]|\u{b}|\u{2028}|\u{feff}|\r|[<&\"]){0,20}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_project_goes_there_and_back(document in interviews()) {
        let before = Project { key: "p1".into(), name: "Course & co".into(), book: book(), documents: vec![document] };
        let file = project(&before);
        prop_assert_eq!(&file, &project(&before), "the same again");
        let (after, losses) = read_project(&file).expect("our own file");
        prop_assert_eq!(losses, []);
        prop_assert_eq!(&after.book, &before.book);
        // One paragraph of which nothing is known is none.
        if before.documents[0].paragraphs != [Paragraph::default()] {
            prop_assert_eq!(after.documents, before.documents);
        }
    }

    #[test]
    fn damaged_projects_never_break_the_reader(document in interviews(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut file = project(&Project { book: book(), documents: vec![document], ..Project::default() });
        let place = at.index(file.len());
        file[place] = to;
        let _ = read_project(&file);
    }
}

#[test]
fn a_codebook_goes_there_and_back() {
    let file = codebook("p1", &book());
    assert_eq!(read_codebook(file.clone().into_bytes()), Ok(book()));
    assert_eq!(read_codebook([&b"\xef\xbb\xbf"[..], file.as_bytes()].concat()), Ok(book()), "with a byte order mark");
    assert_eq!(read_codebook(codebook("p1", &Codebook::default()).into_bytes()), Ok(Codebook::default()));
    assert_eq!(read_codebook(b"<Codes/>".to_vec()), Err(Refused::NotRefi));
}

/// A project as another program writes it.
fn foreign(origin: &str, body: &str, text: &str) -> Vec<u8> {
    let qde = format!(
        "\u{feff}<?xml version=\"1.0\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\" origin=\"{origin}\">{body}</Project>"
    );
    archive::write(&[("project.qde".into(), qde.into_bytes()), ("Sources/T.TXT".into(), text.as_bytes().to_vec())])
}

const CODES: &str = "<CodeBook><Codes>\
    <Code guid=\"{c1}\" name=\"Money\" isCodable=\"true\" color=\"#f00\"><Description/>\
      <Code guid=\"C2\" name=\"Price\" isCodable=\"true\"><Code guid=\"C3\" name=\"price\" isCodable=\"true\"/></Code></Code>\
    <Code guid=\"C4\" name=\"Group\" isCodable=\"false\"><Description>All of it</Description><Code guid=\"C5\" name=\"Time\" isCodable=\"true\"/></Code>\
    </Codes></CodeBook>";

#[test]
fn codes_in_codes_become_tags_in_groups() {
    let (read, _) = read_project(&foreign("X", CODES, "")).expect("a project");
    let names: Vec<(&str, &str)> = read
        .book
        .tags
        .values()
        .map(|tag| (tag.name.as_str(), tag.group.map_or("", |group| read.book.groups[&group].name.as_str())))
        .collect();
    assert_eq!(
        names,
        [("Money", ""), ("Price", "Money"), ("Money / Price: price", "Money / Price"), ("Time", "Group")],
        "of two with one name the second has its group in front"
    );
}

#[test]
fn what_other_programs_do_is_taken() {
    let body = format!(
        "{CODES}<Variables><Variable guid=\"v1\" name=\"Age\" typeOfVariable=\"Integer\"/><Variable guid=\"v2\" name=\"City\" typeOfVariable=\"Text\"/></Variables>\
        <Cases><Case guid=\"K1\" name=\"Anna\"><VariableValue><VariableRef targetGUID=\"V1\"/><IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID=\"{{s1}}\"/></Case></Cases>\
        <Sources><TextSource guid=\"S1\" name=\"First\" plainTextPath=\"internal://t.txt\">\
          <PlainTextSelection guid=\"a\" startPosition=\"5\" endPosition=\"8\" name=\"two\"><Description/><Coding guid=\"x\"><CodeRef targetGUID=\"C1\"/></Coding><Coding guid=\"x2\"><CodeRef targetGUID=\"c5\"/></Coding><NoteRef targetGUID=\"n1\"/></PlainTextSelection>\
          <PlainTextSelection guid=\"b\" startPosition=\"0\" endPosition=\"3\" name=\"one\"/>\
          <PlainTextSelection guid=\"c\" startPosition=\"10\" endPosition=\"15\" name=\"three\"><Coding guid=\"y\"><CodeRef targetGUID=\"K1\"/></Coding><Coding guid=\"z\"><CodeRef targetGUID=\"nowhere\"/></Coding></PlainTextSelection>\
          <PlainTextSelection guid=\"d\" startPosition=\"9\" endPosition=\"9\"/>\
          <VariableValue><VariableRef targetGUID=\"v2\"/><TextValue>Perm</TextValue></VariableValue>\
        </TextSource><PictureSource guid=\"S2\" name=\"Photo\" path=\"internal://p.png\"><PictureSelection guid=\"e\"/></PictureSource></Sources>\
        <Notes><Note guid=\"N1\" name=\"m\"><PlainTextContent>A remark</PlainTextContent></Note></Notes>"
    );
    let (read, losses) = read_project(&foreign("NVivo 14", &body, "one\r\ntwo\r\nthree")).expect("a project");
    assert_eq!(losses, [Loss::Source("Photo".into()), Loss::Selections(2), Loss::Codings(1)]);
    let document = &read.documents[0];
    assert_eq!((document.id, document.name.as_str()), (1, "First"));
    let known: Vec<(&str, &str)> =
        document.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(known, [("City", "Perm"), ("Age", "41"), ("Case", "Anna")]);
    let found: Vec<(String, Vec<&str>, &str)> = document
        .highlights
        .iter()
        .map(|(id, highlight)| {
            let tags = highlight.tags.iter().map(|tag| read.book.tags[tag].name.as_str()).collect();
            (quote(&document.paragraphs, *id).expect("words"), tags, highlight.memo.as_str())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("two".into(), vec!["Money", "Time"], "A remark"),
            ("one".into(), vec![], ""),
            ("three".into(), vec!["Anna"], "")
        ]
    );
}

#[test]
fn transcripts_of_recordings_keep_their_times() {
    let body = "<Sources><AudioSource guid=\"S1\" name=\"Call\"><Transcript guid=\"T1\"><PlainTextContent>Hello there.\nBye.</PlainTextContent>\
        <SyncPoint guid=\"p1\" timeStamp=\"1000\" position=\"0\"/><SyncPoint guid=\"p2\" timeStamp=\"4000\" position=\"13\"/><SyncPoint guid=\"p3\" position=\"17\"/>\
        <TranscriptSelection guid=\"q\" fromSyncPoint=\"p2\" toSyncPoint=\"p3\"/></Transcript></AudioSource></Sources>";
    let (read, losses) = read_project(&foreign("", body, "")).expect("a project");
    assert_eq!(losses, []);
    let paragraphs = &read.documents[0].paragraphs;
    assert_eq!(paragraphs.iter().map(|paragraph| paragraph.at).collect::<Vec<_>>(), [Some(1000), Some(4000)]);
    assert_eq!(quote(paragraphs, HighlightId(1)).as_deref(), Some("Bye."));
}

#[test]
fn a_project_in_a_folder_is_read() {
    let qde =
        "<Project><Sources><TextSource guid=\"S\" name=\"A\" plainTextPath=\"internal://a.txt\"/></Sources></Project>";
    let files = [("Study/project.qde".into(), qde.into()), ("Study/sources/a.txt".into(), b"one".to_vec())];
    let (read, losses) = read_project(&archive::write(&files)).expect("a project");
    assert_eq!((read.documents[0].paragraphs[0].text.as_str(), losses.len()), ("one", 0));
    assert_eq!(read_project(&archive::write(&[])).err(), Some(Refused::NoFile));
    assert_eq!(read_project(&archive::write(&[("a.qde".into(), b"<A/>".to_vec())])).err(), Some(Refused::NotRefi));
}

#[test]
fn quotes_that_hold_the_text_a_thousand_times_are_refused() {
    let selection = "<PlainTextSelection guid=\"a\" startPosition=\"0\" endPosition=\"100000\"/>".repeat(1000);
    let body = format!(
        "<Sources><TextSource guid=\"S1\" name=\"T\" plainTextPath=\"internal://t.txt\">{selection}</TextSource></Sources>"
    );
    assert_eq!(read_project(&foreign("", &body, &"a ".repeat(50_000))).err(), Some(Refused::TooLarge));
}

#[test]
fn the_text_reads_well_elsewhere() {
    let said = |speaker, at, text: &str| Paragraph { speaker: Some(speaker), at: Some(at), ..Paragraph::of(text) };
    let document = Document {
        id: 7,
        name: "Marina".into(),
        speakers: vec!["Interviewer".into(), "Marina".into()],
        paragraphs: vec![said(0, 12_000, "What happened?"), said(1, 3_725_000, "The board laughed.")],
        ..Document::default()
    };
    let file = project(&Project { key: "p".into(), documents: vec![document], ..Project::default() });
    let mut archive = archive::Archive::open(&file).expect("an archive");
    let name = archive.names().find(|name| name.starts_with("sources/")).expect("a source").to_owned();
    let text = String::from_utf8(archive.read(&name).expect("a file")).expect("UTF-8");
    assert_eq!(text, "[0:00:12] Interviewer: What happened?\n[1:02:05] Marina: The board laughed.");
}
