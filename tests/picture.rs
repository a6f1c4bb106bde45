//! The map as one picture.

mod maps;

use std::fs;
use std::path::Path;

use maps::drawing::{Bounds, all, card, is_harmless, lines, rect, text};
use maps::{any_map, cards, small, squeezed, words};
use orbita::drawing::Look;
use orbita::exchange::picture::svg;
use orbita::i18n::Lang;
use orbita::model::quantity::Level;
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// Compares a text with a file of `tests/fixtures`. With `ORBITA_REWRITE` in the environment the file becomes the text.
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    if std::env::var_os("ORBITA_REWRITE").is_some() {
        fs::write(&path, text).expect("a writable folder");
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let differs = known.lines().zip(text.lines()).find(|(known, now)| known != now);
    assert!(known == text, "{name} differs, first in {differs:?}; look at it, then rewrite it with ORBITA_REWRITE=1");
}

#[test]
fn a_small_map_looks_as_it_did() {
    for (theme, look) in [("light", Look::LIGHT), ("dark", Look::DARK)] {
        for lang in [Lang::English, Lang::Russian] {
            golden(&format!("picture-{theme}-{}.svg", lang.code()), &svg(&small(), &look, lang).svg);
        }
    }
}

#[test]
fn a_second_curve_and_votes_look_as_they_did() {
    let mut journey = small();
    journey.second_curve = Some("Target & more".into());
    for (stage, second) in journey.stages.iter_mut().zip([2.0, 1.0, 0.5]) {
        stage.second = Some(Level::nearest(second));
    }
    journey.stages[1].votes = [-2.0, -0.5, 1.0].map(Level::nearest).to_vec();
    golden("picture-second-light-en.svg", &svg(&journey, &Look::LIGHT, Lang::English).svg);
}

/// Where the typeface is missing, another one stands in that may be half as wide again: nothing stands behind a title.
#[test]
fn the_title_has_its_lines_to_itself() {
    let mut journey = small();
    for title in
        ["Map", "A map with a title about as long as a picture of two stages is wide, or nearly", &"long ".repeat(60)]
    {
        journey.title = title.into();
        for lang in [Lang::English, Lang::Russian] {
            let picture = svg(&journey, &Look::LIGHT, lang).svg;
            let drawing = Document::parse(&picture).expect("XML");
            let head = all(drawing.root(), "title").remove(0);
            let mut parts = head.children().filter(Node::is_element);
            let title = lines(parts.next().expect("the title"));
            let below = title.iter().map(|line| line.3).fold(0.0, f64::max);
            let mark = parts.next().and_then(|mark| mark.attribute("y")?.parse::<f64>().ok()).expect("a mark");
            let others: Vec<f64> = parts.flat_map(lines).map(|line| line.1).chain([mark]).collect();
            assert_eq!(others.len(), 3, "the mark, its words, and whom the map is about");
            assert!(others.iter().all(|other| *other >= below), "{others:?} beside {title:?}");
        }
    }
}

#[test]
fn hidden_lanes_are_left_out() {
    let picture = svg(&small(), &Look::LIGHT, Lang::English).svg;
    assert!(!picture.contains("Kept out of the picture"));
}

#[test]
fn a_quote_has_one_pair_of_marks() {
    let picture = svg(&small(), &Look::LIGHT, Lang::Russian).svg;
    let drawing = Document::parse(&picture).expect("XML");
    let quotes: Vec<String> = all(drawing.root(), "card").into_iter().map(text).collect();
    assert!(quotes.contains(&squeezed("«At last somebody speaks of results and not of courses».")));
    assert!(quotes.contains(&squeezed("«Захотели за одно демо, подписывали девять недель».")));
}

#[test]
fn colours_are_those_of_the_app() {
    let css =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/styles/tokens.css")).expect("tokens");
    let token = |name: &str| {
        let line = css.lines().find_map(|line| line.trim().strip_prefix(&format!("--{name}: light-dark(")));
        let (light, dark) = line.and_then(|line| line.strip_suffix(");")?.split_once(", ")).expect("a token");
        [light.to_owned(), dark.to_owned()]
    };
    for (theme, look) in [Look::LIGHT, Look::DARK].into_iter().enumerate() {
        let named = [
            ("paper", look.paper),
            ("surface", look.surface),
            ("sunken", look.sunken),
            ("line", look.line),
            ("line-2", look.line_2),
            ("grid", look.grid),
            ("control", look.control),
            ("ink", look.ink),
            ("ink-2", look.ink_2),
            ("ink-3", look.ink_3),
            ("rust", look.rust),
            ("rust-soft", look.rust_soft),
            ("rust-line", look.rust_line),
            ("teal", look.teal),
            ("warn", look.warn),
        ];
        let levels = ["em-n2", "em-n1", "em-0", "em-p1", "em-p2"].into_iter().zip(look.levels);
        let severities = ["sev1", "sev2", "sev3", "sev4"].into_iter().zip(look.severities);
        for (name, colour) in named.into_iter().chain(levels).chain(severities) {
            assert_eq!(token(name)[theme], colour, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_card_is_there_once_whatever_its_words(journey in any_map(), russian in any::<bool>()) {
        let lang = if russian { Lang::Russian } else { Lang::English };
        let picture = svg(&journey, &Look::DARK, lang).svg;
        let drawing = Document::parse(&picture).expect("well-formed XML");
        is_harmless(&drawing);
        let words = text(drawing.root());
        for (lane, card) in cards(&journey) {
            let times = words.matches(&squeezed(&card.card.text)).count();
            prop_assert_eq!(times, usize::from(!lane.hidden), "{:?}", card.card.text);
        }
    }

    #[test]
    fn nothing_leaves_its_box_and_nothing_overlaps(journey in any_map()) {
        let picture = svg(&journey, &Look::LIGHT, Lang::English);
        let drawing = Document::parse(&picture.svg).expect("well-formed XML");
        // The edge of the outermost cells lies half a pixel outside.
        let whole = Bounds(-0.5, -0.5, picture.width, picture.height);
        let mut below = 0.0;
        for lane in all(drawing.root(), "lane") {
            let head = rect(lane).expect("the head of a lane");
            prop_assert!(head.1 >= below, "lanes stand below each other");
            below = head.3;
            prop_assert!(whole.holds(head));
            for cell in all(lane, "cell") {
                let around = rect(cell).expect("the edge of a cell");
                prop_assert!(whole.holds(around) && around.1 == head.1 && around.3 == head.3);
                let found: Vec<Bounds> = all(cell, "card").into_iter().filter_map(card).collect();
                for (at, one) in found.iter().enumerate() {
                    prop_assert!(around.holds(*one), "{one:?} leaves {around:?}");
                    prop_assert!(!found[..at].iter().any(|other| one.overlaps(*other)), "{one:?} overlaps");
                }
            }
        }
        prop_assert!(below <= picture.height);
        for part in ["card", "cell", "stage"] {
            for node in all(drawing.root(), part) {
                let around = rect(node).unwrap_or(whole);
                for line in lines(node) {
                    prop_assert!(around.holds(line), "{line:?} leaves {around:?}");
                }
            }
        }
        for line in lines(drawing.root()) {
            prop_assert!(whole.holds(line), "{line:?} leaves the picture");
        }
    }

    #[test]
    fn any_text_anywhere_makes_well_formed_xml(text in words(), wild in any::<String>()) {
        let mut journey = small();
        (journey.title, journey.persona, journey.scenario) = (text.clone(), wild.clone(), text.clone());
        (journey.lanes[0].name, journey.stages[0].name, journey.stages[1].subtitle) = (wild.clone(), text, wild.clone());
        journey.second_curve = Some(wild);
        journey.stages[2].second = Some(Level::HIGHEST);
        is_harmless(&Document::parse(&svg(&journey, &Look::LIGHT, Lang::English).svg).expect("well-formed XML"));
    }
}
