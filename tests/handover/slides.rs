//! Slides: every text is there, inside its slide, and wide enough for its shape.

use orbita::drawing::{Face, width};
use orbita::exchange::office::pptx::Format;
use orbita::handover::economy::Economy;
use orbita::handover::slides::{Talk, slides};
use orbita::i18n::Lang;
use orbita::model::Engagement;
use roxmltree::{Document, Node};

use super::{LANGS, corpus, date, everything, example, package::parts};

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const P: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

pub fn file(project: &Engagement, format: Format, lang: Lang) -> Vec<u8> {
    let economy = Economy::of(project, lang, false);
    slides(&Talk { engagement: project, economy: economy.as_ref(), format, date: date(), lang })
}

/// The slides of a file, in order.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    (1..).map_while(|number| parts.get(&format!("ppt/slides/slide{number}.xml")).cloned()).collect()
}

/// All words of a node, a space between two lines.
fn words(node: Node) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        if node.has_tag_name((A, "t")) {
            text += node.text().unwrap_or_default();
        } else if node.has_tag_name((A, "br")) || node.has_tag_name((A, "p")) {
            text += " ";
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All words of a slide.
pub fn texts(page: &str) -> String {
    words(Document::parse(page).expect("a slide").root())
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} of {node:?}"))
}

/// Left, top, width, height of a shape.
fn place(shape: Node) -> Option<[f64; 4]> {
    let frame = shape.descendants().find(|node| node.has_tag_name((A, "xfrm")) || node.has_tag_name((P, "xfrm")))?;
    let of = |name| frame.children().find(move |node| node.has_tag_name((A, name)));
    let (at, size) = (of("off")?, of("ext")?);
    Some([number(at, "x"), number(at, "y"), number(size, "cx"), number(size, "cy")])
}

fn projects() -> Vec<(Engagement, Lang)> {
    let mut all: Vec<(Engagement, Lang)> = LANGS.map(|lang| (example(lang).1, lang)).into();
    all.push((everything().1, Lang::Russian));
    all.extend(corpus::MAPS.map(|map| {
        let lang = if map.0.starts_with("ru") { Lang::Russian } else { Lang::English };
        (corpus::project(corpus::draft(map)), lang)
    }));
    all
}

#[test]
fn every_card_is_a_shape_with_its_words() {
    for (project, lang) in projects() {
        for format in [Format::A4, Format::Wide] {
            let pages = pages(&file(&project, format, lang));
            let documents: Vec<Document> = pages.iter().map(|page| Document::parse(page).expect("XML")).collect();
            let shapes: Vec<String> = documents
                .iter()
                .flat_map(|page| page.descendants().filter(|node| node.has_tag_name((P, "sp"))))
                .map(words)
                .collect();
            let hidden = |card| {
                let (cell, _) = project.place(card).expect("a place");
                project.lane(cell.lane).is_some_and(|lane| lane.hidden)
            };
            for (id, card) in project.all_cards().filter(|(id, _)| !hidden(*id)) {
                // What somebody said gets other quotation marks, and a line may end behind a hyphen.
                let text = letters(&card.text);
                assert!(shapes.iter().any(|shape| letters(shape).contains(&text)), "{id}: {text:?} is on no slide");
            }
        }
    }
}

#[test]
fn nothing_leaves_its_slide_and_every_line_fits_its_shape() {
    for (project, lang) in projects() {
        for (format, [across, down]) in
            [(Format::A4, [10_692_000.0, 7_560_000.0]), (Format::Wide, [12_192_000.0, 6_858_000.0])]
        {
            for (number_of_page, page) in pages(&file(&project, format, lang)).iter().enumerate() {
                let document = Document::parse(page).expect("XML");
                for shape in document.descendants().filter(|node| node.has_tag_name((P, "sp"))) {
                    let [x, y, w, h] = place(shape).expect("a place");
                    let name = format!("slide {}: {:?} at {:?}", number_of_page + 1, words(shape), [x, y, w, h]);
                    assert!(
                        x > -20_000.0 && y > -20_000.0 && x + w < across + 20_000.0 && y + h < down + 20_000.0,
                        "{name}"
                    );
                    let Some(body) = shape.descendants().find(|node| node.has_tag_name((A, "bodyPr"))) else {
                        continue;
                    };
                    if body.attribute("lIns").is_none() {
                        continue;
                    }
                    let room = w - number(body, "lIns") - number(body, "rIns");
                    let mut lines = 0;
                    for paragraph in shape.descendants().filter(|node| node.has_tag_name((A, "p"))) {
                        let mut filled = 0.0;
                        lines += 1;
                        for child in paragraph.children() {
                            if child.has_tag_name((A, "br")) {
                                lines += 1;
                                filled = 0.0;
                            } else if child.has_tag_name((A, "r")) {
                                let properties = child.first_element_child().expect("properties");
                                let is_bold = properties.attribute("b") == Some("1");
                                let serif = properties
                                    .descendants()
                                    .any(|node| node.attribute("typeface") == Some("Times New Roman"));
                                let face = if serif {
                                    Face::OfficeSerif
                                } else if is_bold {
                                    Face::OfficeBold
                                } else {
                                    Face::Office
                                };
                                // Hundredths of a point are 127 units.
                                filled += width(words(child).trim_end(), face, number(properties, "sz") * 127.0);
                            }
                        }
                        assert!(filled <= room * 1.01, "{name}: {filled} in {room}");
                    }
                    let line = shape
                        .descendants()
                        .find(|node| node.has_tag_name((A, "spcPts")))
                        .map_or(0.0, |node| number(node, "val"));
                    let height = f64::from(lines) * line * 127.0 + number(body, "tIns");
                    assert!(height <= h + 60_000.0, "{name}: {height} in {h}");
                }
            }
        }
    }
}

#[test]
fn the_ranking_is_a_table_and_the_finding_has_charts() {
    let (_, project) = example(Lang::English);
    let pages = pages(&file(&project, Format::Wide, Lang::English));
    let documents: Vec<Document> = pages.iter().map(|page| Document::parse(page).expect("XML")).collect();
    let tables: Vec<Node> =
        documents.iter().flat_map(|page| page.descendants().filter(|node| node.has_tag_name((A, "tbl")))).collect();
    assert_eq!(tables.len(), 1);
    let rows: Vec<String> = tables[0].children().filter(|node| node.has_tag_name((A, "tr"))).map(words).collect();
    assert_eq!(rows.len(), 12, "a head and eleven frictions");
    assert!(rows[1].starts_with("1 "), "{}", rows[1]);
    let last: Vec<String> = documents.iter().rev().take(3).map(|page| words(page.root())).collect();
    let [levers, others, finding] = &last[..] else { panic!("{last:?}") };
    assert!(finding.contains("Clients kept") && finding.contains("Cumulative profit"), "{finding}");
    assert!(others.contains("LTV : CAC") && levers.contains("What moves the result"), "{last:?}");
    // The emotion curve, and lines of charts.
    assert!(pages[0].contains("a:cubicBezTo") && pages[pages.len() - 2].contains("a:custGeom"));
    assert!(pages.iter().all(|page| page.matches("type=\"title\"").count() <= 1), "one title a slide");
}

#[test]
fn the_same_project_is_the_same_file() {
    let (_, project) = example(Lang::Russian);
    assert_eq!(file(&project, Format::A4, Lang::Russian), file(&project, Format::A4, Lang::Russian));
    assert_eq!(pages(&file(&Engagement::new(), Format::A4, Lang::English)).len(), 1, "an empty one has an empty slide");
}

/// Left, top, right and bottom of every text that has no ground of its own, and what it says. A hair less than its shape, which
/// is wider than its words.
fn bare_texts(document: &Document) -> Vec<([f64; 4], String)> {
    let texts = document.descendants().filter(|node| node.has_tag_name((P, "sp")) && !words(*node).is_empty());
    let bare = texts.filter(|node| {
        !node.descendants().any(|inner| {
            inner.has_tag_name((A, "solidFill")) && {
                inner.parent().is_some_and(|parent| parent.has_tag_name((P, "spPr")))
            }
        })
    });
    bare.filter_map(|node| {
        let [x, y, w, h] = place(node)?;
        Some(([x, y + 20_000.0, x + w * 0.95, y + h - 20_000.0], words(node)))
    })
    .collect()
}

/// Whoever sits in the last row reads it. A sheet that is held in the hand may be as small as paper is.
#[test]
fn no_words_are_too_small_cut_or_on_top_of_others() {
    for lang in LANGS {
        let (text, project) = example(lang);
        // With the ranges of the simulation, as the screen hands them out: more is said then.
        let economy = Economy::of(&project, lang, true);
        for (format, least) in [(Format::Wide, 1000.0), (Format::A4, 900.0)] {
            let talk = Talk { engagement: &project, economy: economy.as_ref(), format, date: date(), lang };
            for (at, page) in pages(&slides(&talk)).iter().enumerate() {
                let document = Document::parse(page).expect("XML");
                let place = format!("{lang:?} {format:?}, slide {}", at + 1);
                for run in document.descendants().filter(|node| node.has_tag_name((A, "rPr"))) {
                    let size = number(run, "sz");
                    assert!(size >= least, "{place}: {:?} has {size}", run.parent().map(words));
                }
                let texts = bare_texts(&document);
                for (at, (one, said)) in texts.iter().enumerate() {
                    assert!(!said.ends_with('\u{2026}') || text.contains(said), "{place}: {said} is cut");
                    for (other, beside) in &texts[at + 1..] {
                        let apart =
                            one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
                        assert!(apart, "{place}: {said:?} {one:?} and {beside:?} {other:?}");
                    }
                }
            }
        }
    }
}

/// Of many inputs those that move the result most have a bar, and how many have none is said.
#[test]
fn bars_that_would_be_too_low_are_left_out_and_counted() {
    use orbita::charts::Chart;
    let (_, project) = example(Lang::English);
    let whole = Economy::of(&project, Lang::English, false).expect("scenarios").levers();
    let strongest = whole.levers[0].name.clone();
    for (height, is_whole) in [(whole.height(900.0), true), (200.0, false), (1.0, false)] {
        let mut chart = whole.clone();
        let left_out = chart.keep_readable(900.0, height);
        assert_eq!(chart.levers.len() + left_out, whole.levers.len());
        assert_eq!(left_out == 0, is_whole, "{left_out} at {height}");
        assert!(chart.levers.first().is_none_or(|lever| lever.name == strongest));
        assert!(chart.levers.len() as f64 * 22.0 <= height, "{} bars in {height}", chart.levers.len());
    }
}
