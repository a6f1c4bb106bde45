//! Markdown that is exported says what was typed, and nothing of it is markup: read back by a reader of Markdown that is not ours.

mod maps;

use std::collections::BTreeMap;

use maps::{any_map, cards, small, words};
use orbita::edit::draft::JourneyDraft;
use orbita::exchange::markdown;
use orbita::i18n::Lang;
use orbita::interviews::codebook::{Codebook, Tag};
use orbita::interviews::exchange::markdown::{Speech, write};
use orbita::interviews::exchange::{Document, Project};
use orbita::interviews::text::{Highlight, HighlightId, Paragraph, TagId, mark};
use orbita::plain::clean;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag as Markup, TagEnd};

/// What a reader of Markdown finds: the texts of headings, paragraphs, items and cells of tables, in their order.
#[derive(Debug, Default)]
struct Read {
    headings: Vec<String>,
    paragraphs: Vec<String>,
    items: Vec<String>,
    cells: Vec<String>,
}

/// Reads a text with all that wikis and trackers add to Markdown; fails at markup that no export writes.
fn read(text: &str) -> Read {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_GFM;
    let mut found = Read::default();
    let mut said = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(words) => said.push_str(&words),
            Event::SoftBreak | Event::HardBreak => said.push('\n'),
            Event::Start(
                Markup::Paragraph
                | Markup::Heading { .. }
                | Markup::List(None)
                | Markup::Item
                | Markup::Strong
                | Markup::Table(_)
                | Markup::TableHead
                | Markup::TableRow
                | Markup::TableCell,
            ) => (),
            Event::End(end) => {
                let texts = match end {
                    TagEnd::Heading(_) => &mut found.headings,
                    TagEnd::Paragraph => &mut found.paragraphs,
                    TagEnd::Item => &mut found.items,
                    TagEnd::TableCell => &mut found.cells,
                    _ => continue,
                };
                texts.push(std::mem::take(&mut said));
            }
            other => panic!("{other:?} in\n{text}"),
        }
    }
    found
}

/// A text on one line, as it is exported.
fn line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// A text of several lines, as it is exported.
fn lines(text: &str) -> String {
    let text = clean(text);
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Texts without white space, among which the exact place of a break is not looked at.
fn squeezed<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    texts.into_iter().map(|text| text.split_whitespace().collect()).collect()
}

/// Wherever a map holds words, one text.
fn full_of(text: &str) -> JourneyDraft {
    let mut map = small();
    for words in [&mut map.title, &mut map.persona, &mut map.scenario] {
        text.clone_into(words);
    }
    for lane in &mut map.lanes {
        text.clone_into(&mut lane.name);
    }
    for stage in &mut map.stages {
        text.clone_into(&mut stage.name);
        text.clone_into(&mut stage.subtitle);
        for card in stage.cells.iter_mut().flatten() {
            for words in [&mut card.card.text, &mut card.details.owner, &mut card.details.next_step] {
                text.clone_into(words);
            }
        }
    }
    map
}

/// Signs that mean something in Markdown, in any order, and those that stand at the beginning of a line.
fn signs() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "<script>",
        "</b>",
        "<!--",
        "&amp;",
        "&#42;",
        "&copy",
        "[a](b)",
        "![a](b)",
        "[[a]]",
        "[^1]",
        "<http://a.b>",
        "`",
        "``` a",
        "~~~",
        "~~a~~",
        "*",
        "**a**",
        "_",
        "__a__",
        "a_b_c",
        "|",
        "| a |",
        "|---|",
        "---",
        "===",
        "# ",
        "#",
        "## a ##",
        "> ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "1234567890. ",
        "- [ ] ",
        ":-",
        "\\",
        "\\\\",
        "\\|",
        "$a$",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "a",
        "Ж",
        "\u{a0}",
    ]);
    prop::collection::vec(part, 0..9).prop_map(|parts| parts.concat())
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![3 => signs(), 1 => words()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(160) })]

    #[test]
    fn any_text_anywhere_in_a_map_comes_back_as_it_was(text in typed()) {
        let map = full_of(&text);
        let said = markdown::map(&map, Lang::English);
        let found = read(&said);
        // One heading each for the map, its stages and the ranking.
        prop_assert_eq!(found.headings.len(), 2 + map.stages.len(), "{}", said);
        prop_assert!(found.headings[1..4].iter().all(|heading| line(&text).is_empty() || *heading == line(&text)), "{said}");
        let plain = map.lanes.iter().zip(&map.stages[0].cells).take(2).flat_map(|(_, cell)| cell);
        let items = found.items.iter().filter(|item| **item == lines(&text)).count();
        prop_assert!(items >= plain.count(), "{text:?} in\n{said}");
        // Nothing more is said than what was typed, and all of it.
        let shown = cards(&map).iter().filter(|(lane, _)| !lane.hidden).count();
        let about = [&map.persona, &map.scenario].iter().filter(|text| !line(text).is_empty()).count();
        prop_assert_eq!(found.items.len(), shown + 1 + about, "{}", said);

        let ranking = read(&markdown::ranking(&map, Lang::English));
        prop_assert!(ranking.cells.len() > 7 && ranking.cells.len().is_multiple_of(7), "{said}");
        for row in ranking.cells[7..].chunks(7) {
            prop_assert_eq!(&row[1], &line(&text), "{}", said);
            prop_assert_eq!([&row[4], &row[5]], [&line(&text), &line(&text)], "{}", said);
        }
    }

    #[test]
    fn every_card_of_a_map_is_an_item_with_its_words(map in any_map(), russian: bool) {
        let lang = if russian { Lang::Russian } else { Lang::English };
        let found = read(&markdown::map(&map, lang));
        let items = squeezed(&found.items);
        for (lane, card) in cards(&map).into_iter().filter(|(lane, _)| !lane.hidden) {
            // Quotation marks are set around thoughts, and a figure of the pulse is parted from its words.
            let words: String = clean(&card.card.text).split_whitespace().collect();
            let own = |text: &str| text.replace(['«', '»', '„', '“', '”', '‘', '’', '"'], "");
            let is_said = items.iter().any(|item| own(item).contains(&own(&words)));
            prop_assert!(is_said, "{:?}: {words:?} in {items:?}", lane.kind);
        }
    }

    #[test]
    fn any_text_anywhere_in_an_interview_comes_back_as_it_was(text in typed(), time in any::<bool>()) {
        let at = time.then_some(5_000);
        let mut paragraphs = vec![Paragraph { speaker: Some(0), at, ..Paragraph::of(&text) }, Paragraph::of(&text)];
        let units = text.chars().count() as u32;
        let is_marked = mark(&mut paragraphs[1..], 0, units, HighlightId(1));
        let highlight = Highlight { tags: vec![TagId(1)], memo: text.clone(), ..Highlight::default() };
        let document = Document {
            id: 1,
            name: text.clone(),
            attributes: vec![(text.clone(), text.clone())],
            speakers: vec![text.clone()],
            paragraphs,
            highlights: BTreeMap::from([(HighlightId(1), highlight)]),
        };
        let tags = BTreeMap::from([(TagId(1), Tag { name: text.clone(), ..Tag::default() })]);
        let book = Codebook { tags, ..Codebook::default() };
        let project = Project { book, documents: vec![document], ..Project::default() };
        let quoted = |text: &str| format!("\u{201c}{text}\u{201d}");
        let speech = Speech { forces: ["Push", "Pull", "Anxiety", "Habit"], quoted: &quoted, unnamed: "Interview", note: "Note" };
        let said = write(&project, &speech);
        let found = read(&said);
        let words = line(&text);
        if words.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(&found.headings, std::slice::from_ref(&words), "{}", said);
        let clock = if time { ", 0:00:05" } else { "" };
        prop_assert_eq!(&found.paragraphs, &[format!("{words}{clock}: {words}"), words.clone()], "{}", said);
        prop_assert_eq!(&found.items[0], &format!("{words}: {words}"), "{}", said);
        prop_assert_eq!(found.items.len(), 1 + usize::from(is_marked), "{}", said);
        if is_marked {
            let all = squeezed(&[format!("\u{201c}{words}\u{201d}#{words}\u{2014}{words}")]);
            prop_assert_eq!(squeezed(&found.items[1..]), all, "{}", said);
        }
    }
}
