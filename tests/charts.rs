//! What holds for every chart, whatever figures and words it is given: well-formed XML, everything inside the sheet, no words
//! on each other, no figure that is none, and a table that agrees.

use std::sync::Arc;

use orbita::charts::{
    Axis, Band, Capsule, Change, Chart, Drawing, Floor, Format, LineChart, Mark, Note, Pair, Pairs, Ratio, RatioChart,
    Role, Series, SplitChart, Steps, Surface, Swing, Tornado, TornadoRow, Waterfall, WaterfallColumn, changes,
};
use orbita::drawing::Look;
use orbita::drawing::pen::Area;
use orbita::drawing::{Face, width};
use orbita::i18n::Lang;
use orbita::tables::export;
use proptest::prelude::*;

fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 1e15 => format!("{value:.0e}"),
        size if size >= 1e9 => format!("₽{:.0}B", value / 1e9),
        _ => format!("{value:.1}"),
    }
}

fn format() -> Format {
    Arc::new(short)
}

fn axis(unit: &str, steps: Steps, floor: Floor) -> Axis {
    Axis { name: "X".into(), tick: format(), value: format(), unit: unit.into(), steps, floor }
}

fn series(role: Role, points: Vec<(f64, Option<f64>)>, end: &str) -> Series {
    Series { role, name: format!("{role:?}"), end: end.into(), points, bands: Vec::new(), observed: false }
}

fn lines(all: Vec<Series>, floor: Floor) -> LineChart {
    let notes = vec![
        Note { x: 1.0, of: 0, against: Some(1), text: "+15 pts".into() },
        Note { x: 1.0, of: 0, against: None, text: "B overtakes A, month 18".into() },
        Note { x: 1.0, of: 9, against: None, text: "nobody".into() },
    ];
    LineChart { x: axis(" months", Steps::Months, floor), y: axis("%", Steps::Decimal, floor), series: all, notes }
}

/// A chart of every kind over the same figures.
fn charts(values: &[Option<f64>], word: &str) -> Vec<(&'static str, Box<dyn Chart>)> {
    let points: Vec<(f64, Option<f64>)> = values.iter().enumerate().map(|(at, value)| (at as f64, *value)).collect();
    let plain: Vec<f64> = values.iter().map(|value| value.unwrap_or(f64::NAN)).collect();
    let mut banded = series(Role::A, points.clone(), word);
    banded.bands.push(Band {
        written: Vec::new(),
        names: ("P10".into(), "P90".into()),
        points: plain.iter().enumerate().map(|(at, value)| (at as f64, value - 1.0, value * 1.2)).collect(),
    });
    let turned: Vec<_> = points.iter().map(|(x, value)| (*x, value.map(|value| -value))).collect();
    let mut observed = series(Role::D, points.clone(), "");
    observed.observed = true;
    let all = vec![banded, series(Role::B, turned, "B"), series(Role::C, points.clone(), "C 12%"), observed];
    let lever = |pair: &[f64]| TornadoRow {
        name: word.into(),
        low: Swing { result: pair[0], input: "2.2%".into() },
        high: Swing { result: *pair.last().unwrap_or(&0.0), input: word.into() },
    };
    let two = |columns: [&str; 2]| columns.map(String::from);
    let role = |at: usize| Role::ALL[at % 4];
    let first = |at: usize| plain.get(at).copied().unwrap_or(1.0);
    vec![
        ("line", Box::new(lines(all.clone(), Floor::Zero))),
        ("line from its data", Box::new(lines(all, Floor::Data))),
        (
            "split",
            Box::new(SplitChart {
                x: axis("", Steps::Decimal, Floor::Zero),
                y: axis("", Steps::Decimal, Floor::Data),
                caption: word.into(),
                curve: points.clone(),
                best: Some((0.5, 1.5, word.into())),
                marks: vec![
                    Mark { x: 0.0, letter: "A".into(), role: Role::A },
                    Mark { x: 1.5, letter: "B".into(), role: Role::B },
                ],
            }),
        ),
        (
            "tornado",
            Box::new(Tornado {
                levers: plain.chunks(2).map(lever).collect(),
                base: first(0),
                base_text: word.into(),
                change: format(),
                value: format(),
                columns: ["Input", "Low", "Result", "High", "Result"].map(String::from),
            }),
        ),
        (
            "ratio",
            Box::new(RatioChart {
                ratios: values
                    .iter()
                    .take(4)
                    .enumerate()
                    .map(|(at, value)| Ratio {
                        role: role(at),
                        letter: format!("{:?}", role(at)),
                        value: *value,
                        missing: "never".into(),
                    })
                    .collect(),
                rule: (3.0, word.into()),
                value: format(),
                columns: two(["Scenario", "LTV : CAC"]),
            }),
        ),
        (
            "waterfall",
            Box::new(Waterfall {
                steps: plain
                    .iter()
                    .take(7)
                    .enumerate()
                    .map(|(at, value)| WaterfallColumn { name: word.into(), value: *value, total: at == 0 })
                    .collect(),
                value: format(),
                change: format(),
                columns: two(["WaterfallColumn", "MRR"]),
            }),
        ),
        (
            "capsule",
            Box::new(Capsule {
                range: (first(0), first(1), first(2)),
                tick: format(),
                value: format(),
                columns: two(["", "Value"]),
                names: ["low", "middle", "high"].map(String::from),
            }),
        ),
        (
            "pairs",
            Box::new(Pairs {
                pairs: values
                    .chunks(2)
                    .take(8)
                    .map(|pair| Pair { name: word.into(), values: [pair[0], pair.get(1).copied().flatten()] })
                    .collect(),
                names: two(["One average rate", "By cohort age"]),
                value: format(),
                name: "Cohort".into(),
            }),
        ),
    ]
}

/// The words of a drawing, with the rectangles that they fill and what part they are.
fn words(drawing: &Drawing) -> Vec<(String, String, Area)> {
    let document = roxmltree::Document::parse(&drawing.svg).expect("well-formed XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let found = texts.map(|node| {
        let text = node.text().unwrap_or_default().to_owned();
        let number = |name: &str| node.attribute(name).map(|value| value.parse::<f64>().expect("a number"));
        let size = number("font-size").unwrap_or(12.0);
        let face = match node.attribute("font-weight") {
            Some("600") => Face::Bold,
            Some("500") => Face::Medium,
            _ => Face::Regular,
        };
        let w = width(&text, face, size);
        let x = number("x").expect("x");
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - w / 2.0,
            Some("end") => x - w,
            _ => x,
        };
        let part = node.parent_element().and_then(|group| group.attribute("data-part")).unwrap_or_default();
        // Letters without what a line leaves free above and below them.
        (part.to_owned(), text, Area { x: left, y: number("y").expect("y") - size * 0.75, w, h: size * 0.8 })
    });
    found.collect()
}

/// Every coordinate of a shape, in pixels.
fn coordinates(drawing: &Drawing) -> Vec<(f64, f64)> {
    let document = roxmltree::Document::parse(&drawing.svg).expect("well-formed XML");
    let mut found = Vec::new();
    for node in document.descendants().filter(|node| node.is_element()) {
        let number = |name: &str| node.attribute(name).and_then(|value| value.parse::<f64>().ok());
        match node.tag_name().name() {
            "polyline" | "polygon" => {
                for point in node.attribute("points").unwrap_or_default().split_whitespace() {
                    let (x, y) = point.split_once(',').expect("a point");
                    found.push((x.parse().expect("x"), y.parse().expect("y")));
                }
            }
            "rect" => {
                let (x, y) = (number("x").expect("x"), number("y").expect("y"));
                let (w, h) = (number("width").expect("width"), number("height").expect("height"));
                assert!(w >= 0.0 && h >= 0.0, "a rectangle of {w} by {h}");
                found.extend([(x, y), (x + w, y + h)]);
            }
            "circle" => found.push((number("cx").expect("cx"), number("cy").expect("cy"))),
            "line" => panic!("lines are polylines"),
            _ => (),
        }
    }
    found.into_iter().map(|(x, y)| (x / 4.0, y / 4.0)).collect()
}

fn check(name: &str, chart: &dyn Chart, sheet: &Surface) {
    let drawing = chart.draw(sheet);
    for wrong in ["NaN", "inf", "<style", "style=", "<script"] {
        assert!(!drawing.svg.contains(wrong), "{name} holds {wrong}");
    }
    let (right, bottom) = (sheet.width + 0.3, sheet.height + 0.3);
    for (x, y) in coordinates(&drawing) {
        assert!((-0.3..=right).contains(&x) && (-0.3..=bottom).contains(&y), "{name}: {x}, {y} is outside");
    }
    let words = words(&drawing);
    for (part, text, area) in &words {
        let inside = area.x >= -0.5 && area.x + area.w <= right && area.y >= -0.5 && area.y + area.h <= bottom + 2.0;
        assert!(inside, "{name}: {part} \"{text}\" at {area:?} leaves {} x {}", sheet.width, sheet.height);
    }
    for (at, (part, text, one)) in words.iter().enumerate() {
        for (other_part, other_text, other) in &words[at + 1..] {
            let apart = one.x + one.w <= other.x + 0.5
                || other.x + other.w <= one.x + 0.5
                || one.y + one.h <= other.y + 0.5
                || other.y + other.h <= one.y + 0.5;
            // The letter of a scenario has a ground of its own.
            let marks = (part == "mark") != (other_part == "mark") || part == "note" || other_part == "note";
            assert!(
                apart || marks,
                "{name} at {}: {part} \"{text}\" {one:?} on {other_part} \"{other_text}\" {other:?}",
                sheet.width
            );
        }
    }
    let table = chart.table();
    assert_eq!(drawing.stops.len(), table.rows.len(), "{name}: a stop for each row");
    for stop in &drawing.stops {
        assert!(stop.x >= 0.0 && stop.x + stop.w <= right && stop.y >= 0.0 && stop.y + stop.h <= bottom, "{name}");
    }
    assert!(table.rows.iter().all(|row| row.values.len() + 1 == table.columns.len()), "{name}: a cell for each column");
    let csv = export::sheet(Lang::English, &table.rows());
    assert!(!csv.contains("NaN") && !csv.contains("inf"), "{name}");
}

fn check_all(values: &[Option<f64>], word: &str, widths: &[f64]) {
    for (name, chart) in charts(values, word) {
        for &width in widths {
            let sheet = Surface { width, height: chart.height(width), look: Look::LIGHT, lang: "en" };
            check(name, &*chart, &sheet);
        }
    }
}

const WIDTHS: [f64; 3] = [296.0, 520.0, 900.0];

#[test]
fn charts_of_odd_figures_are_sound() {
    let cases: [&[Option<f64>]; 11] = [
        &[],
        &[Some(5.0)],
        &[None],
        &[Some(7.0), Some(7.0), Some(7.0)],
        &[Some(0.0), Some(0.0), Some(0.0), Some(0.0)],
        &[Some(-3.0), Some(-7.0), Some(-1.0)],
        &[Some(1e12), Some(2e12), Some(-1e12), Some(1.0)],
        &[Some(f64::NAN), Some(f64::INFINITY), Some(3.0)],
        &[Some(f64::MAX), Some(f64::MIN), Some(f64::MIN_POSITIVE)],
        &[Some(1.0), None, Some(3.0), None, None, Some(2.0)],
        &[Some(1.0), Some(1.0 + 1e-15)],
    ];
    for values in cases {
        check_all(values, "B 66 %", &WIDTHS);
    }
}

#[test]
fn words_of_any_kind_are_told_and_stay_inside() {
    let values = [Some(3.0), Some(5.0), Some(4.0), Some(9.0), Some(2.0), Some(1.0), Some(6.0)];
    for word in ["", "<b>&\"'", "Выручка с одного клиента в месяц", "a\u{0}b\nc", "日本語の長い名前がここに入ります"]
    {
        check_all(&values, word, &WIDTHS);
    }
    // A long word of a cost at the right end has no room beside its figure.
    check_all(&[Some(76.57606947225176), None], "+)=[очвё.Tё?a*R\"ч", &[494.565_403_429_901_3]);
}

#[test]
fn a_sheet_of_no_size_is_no_trouble() {
    for (name, chart) in charts(&[Some(1.0), Some(2.0), Some(3.0)], "word") {
        for (width, height) in [(0.0, 0.0), (1.0, 400.0), (400.0, 1.0), (f64::NAN, 100.0)] {
            let drawing = chart.draw(&Surface { width, height, look: Look::DARK, lang: "ru" });
            assert!(roxmltree::Document::parse(&drawing.svg).is_ok(), "{name}");
        }
    }
}

#[test]
fn a_gap_breaks_a_line_and_a_lonely_point_is_a_dot() {
    let points = vec![(0.0, Some(1.0)), (1.0, Some(2.0)), (2.0, None), (3.0, Some(1.0)), (4.0, None), (5.0, Some(2.0))];
    let mut chart = lines(vec![series(Role::B, points, "")], Floor::Zero);
    chart.notes.clear();
    let drawing = chart.draw(&Surface { width: 500.0, height: 240.0, look: Look::LIGHT, lang: "en" });
    let document = roxmltree::Document::parse(&drawing.svg).expect("XML");
    let group = document.descendants().find(|node| node.attribute("data-part") == Some("series")).expect("a line");
    let shapes: Vec<_> = group.children().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
    assert_eq!(shapes, ["polyline", "circle", "circle"]);
}

#[test]
fn scenarios_are_told_apart_by_more_than_colour() {
    let all = Role::ALL.map(|role| series(role, vec![(0.0, Some(1.0)), (9.0, Some(2.0))], ""));
    let drawing =
        lines(all.to_vec(), Floor::Zero).draw(&Surface { width: 500.0, height: 240.0, look: Look::LIGHT, lang: "en" });
    let document = roxmltree::Document::parse(&drawing.svg).expect("XML");
    let groups = document.descendants().filter(|node| node.attribute("data-part") == Some("series"));
    let mut dashes: Vec<_> = groups.map(|node| node.attribute("stroke-dasharray")).collect();
    dashes.sort();
    dashes.dedup();
    assert_eq!(dashes.len(), 4);
}

#[test]
fn scenarios_at_one_place_are_all_seen() {
    let curve: Vec<(f64, Option<f64>)> = (0..=10).map(|at| (f64::from(at) / 10.0, Some(f64::from(at)))).collect();
    for x in [0.0, 0.5, 1.0] {
        let mark = |role| Mark { x, letter: format!("{role:?}"), role };
        let chart = SplitChart {
            x: axis("", Steps::Decimal, Floor::Zero),
            y: axis("", Steps::Decimal, Floor::Zero),
            caption: "share".into(),
            curve: curve.clone(),
            best: None,
            marks: Role::ALL.map(mark).into(),
        };
        for width in [220.0, 600.0] {
            let sheet = Surface { width, height: chart.height(width), look: Look::LIGHT, lang: "en" };
            check("split", &chart, &sheet);
            let letters = words(&chart.draw(&sheet)).into_iter().filter(|(part, ..)| part == "mark").count();
            assert_eq!(letters, 4);
        }
    }
}

#[test]
fn names_at_the_ends_of_close_lines_are_a_line_apart() {
    let all = Role::ALL.map(|role| series(role, vec![(0.0, Some(1.0)), (9.0, Some(2.0))], "end"));
    let drawing =
        lines(all.to_vec(), Floor::Zero).draw(&Surface { width: 500.0, height: 240.0, look: Look::LIGHT, lang: "en" });
    let mut tops: Vec<f64> =
        words(&drawing).into_iter().filter(|(part, ..)| part == "end").map(|(.., area)| area.y).collect();
    tops.sort_by(f64::total_cmp);
    assert_eq!(tops.len(), 4);
    assert!(tops.windows(2).all(|pair| pair[1] - pair[0] >= 15.9), "{tops:?}");
}

#[test]
fn a_waterfall_goes_on_from_where_it_is() {
    let step = |value: f64, total: bool| WaterfallColumn { name: "s".into(), value, total };
    let chart = Waterfall {
        steps: vec![step(100.0, true), step(50.0, false), step(-30.0, false), step(120.0, true)],
        value: format(),
        change: format(),
        columns: ["", "MRR"].map(String::from),
    };
    let drawing = chart.draw(&Surface { width: 600.0, height: 220.0, look: Look::LIGHT, lang: "en" });
    let document = roxmltree::Document::parse(&drawing.svg).expect("XML");
    let bars: Vec<(f64, f64)> = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"))
        .map(|node| {
            let number = |name: &str| node.attribute(name).expect("a side").parse::<f64>().expect("a number");
            (number("y"), number("y") + number("height"))
        })
        .collect();
    let [start, rise, fall, end] = bars[..] else { panic!("four columns, not {}", bars.len()) };
    assert_eq!(start.0, rise.1, "the rise begins at the top of the start");
    assert_eq!(rise.0, fall.0, "the fall begins at the top of the rise");
    assert_eq!(fall.1, end.0, "the end is as high as the fall leaves it");
    assert_eq!(start.1, end.1, "totals stand on zero");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn charts_of_any_figures_are_sound(
        values in prop::collection::vec(prop::option::of(prop_oneof![any::<f64>(), -1e3..1e3_f64, 0.0..1.0_f64]), 0..9),
        word in "[ -~а-яё]{0,24}",
        width in 280.0..1000.0_f64,
    ) {
        check_all(&values, &word, &[width]);
    }
}

#[test]
fn a_chart_leaves_the_page_with_its_title() {
    for (name, chart) in charts(&[Some(1.0), Some(2.0), Some(3.0)], "word") {
        let sheet = Surface { width: 520.0, height: chart.height(520.0), look: Look::LIGHT, lang: "en" };
        let picture = orbita::charts::picture(&*chart, &sheet, "Customers <kept>", "share of a cohort");
        let document = roxmltree::Document::parse(&picture.svg).expect("well-formed XML");
        let words: Vec<_> = document.descendants().filter_map(|node| node.text()).collect();
        assert!(words.contains(&"Customers <kept>") && words.contains(&"share of a cohort"), "{name}");
        assert!(picture.width > 520.0 && picture.height > sheet.height, "{name}");
    }
}

/// An element as a browser holds it: its name, its attributes, and the words right inside it.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    name: String,
    attributes: Vec<(String, String)>,
    words: String,
}

/// The elements of a drawing, in order.
fn held(svg: &str) -> Vec<Held> {
    let drawing = roxmltree::Document::parse(svg).expect("well-formed XML");
    let one = |node: roxmltree::Node| Held {
        name: node.tag_name().name().into(),
        attributes: node.attributes().map(|one| (one.name().into(), one.value().into())).collect(),
        words: node.text().unwrap_or_default().into(),
    };
    drawing.descendants().filter(roxmltree::Node::is_element).map(one).collect()
}

/// The elements of `before` after what [`changes`] says, or `None` where the drawing is made anew.
fn redrawn(before: &str, after: &str) -> Option<Vec<Held>> {
    let mut page = held(before);
    for change in changes(before, after)? {
        match change {
            Change::Attribute(at, name, value) => {
                let attributes = &mut page[at].attributes;
                let attribute = attributes.iter_mut().find(|(other, _)| other == name).expect("the attribute is there");
                attribute.1 = value.into();
            }
            Change::Words(at, words) => page[at].words = words.into(),
        }
    }
    Some(page)
}

#[test]
fn a_drawing_that_moves_is_changed_in_place() {
    let drawn = |shift: f64, word: &str, width: f64| {
        let values: Vec<Option<f64>> = (0..12).map(|at| Some(100.0 + f64::from(at) * 7.0 + shift)).collect();
        let draw = |(_, chart): (_, Box<dyn Chart>)| {
            chart.draw(&Surface { width, height: chart.height(width), look: Look::LIGHT, lang: "en" }).svg
        };
        charts(&values, word).into_iter().map(draw).collect::<Vec<_>>()
    };
    let mut in_place = 0;
    for (before, after) in drawn(0.0, "12%", 520.0).into_iter().zip(drawn(0.4, "12%", 520.0)) {
        if let Some(page) = redrawn(&before, &after) {
            assert_eq!(page, held(&after));
            in_place += 1;
        }
    }
    assert!(in_place >= 4, "a small step moves what is there in most charts, not in {in_place} alone");
    // Other words, other widths, other shapes: what is not drawn anew is the same as if it were.
    for (word, width) in [("B & \"C\" <b>", 520.0), ("", 520.0), ("12%", 700.0), ("Выручка", 300.0)] {
        for (before, after) in drawn(0.0, "12%", 520.0).into_iter().zip(drawn(80.0, word, width)) {
            for (before, after) in [(&before, &after), (&after, &before)] {
                if let Some(page) = redrawn(before, after) {
                    assert_eq!(page, held(after));
                }
            }
        }
    }
    assert_eq!(changes("<g><text>a</text></g>", "<g><text>b</text></g>"), Some(vec![Change::Words(1, "b")]));
    assert_eq!(changes("<g><text>a</text></g>", "<g><text>a<b/></text></g>"), None, "another element");
    assert_eq!(changes("<g x=\"1\"/>", "<g y=\"1\"/>"), None, "another attribute");
    assert_eq!(changes("<text>a</text>", "<text>&amp;</text>"), None, "a reference is no text yet");
    assert_eq!(changes("", ""), Some(Vec::new()));
    assert_eq!(changes("", "<g/>"), None);
}

#[test]
fn the_words_at_a_bar_stand_on_the_side_of_its_result() {
    let swing = |result: f64, input: &str| Swing { result, input: input.into() };
    let helps = TornadoRow { name: "Revenue".into(), low: swing(1.0, "low"), high: swing(3.0, "high") };
    let hurts = TornadoRow { name: "Churn".into(), low: swing(3.0, "low"), high: swing(1.0, "high") };
    let sides = |row: &TornadoRow| [row.by_result().0.input.clone(), row.by_result().1.input.clone()];
    assert_eq!([sides(&helps), sides(&hurts)], [["low", "high"], ["high", "low"]]);

    let only_better = TornadoRow { name: "Budget".into(), low: swing(4.0, "low"), high: swing(3.0, "high") };
    let chart = Tornado {
        levers: vec![helps, hurts, only_better],
        base: 2.0,
        base_text: "2".into(),
        change: format(),
        value: format(),
        columns: ["Input", "Low", "Result", "High", "Result"].map(String::from),
    };
    let drawing = chart.draw(&Surface { width: 600.0, height: chart.height(600.0), look: Look::LIGHT, lang: "en" });
    let document = roxmltree::Document::parse(&drawing.svg).expect("XML");
    let bars =
        document.descendants().filter(|node| node.has_tag_name("rect")).filter_map(|node| node.attribute("fill"));
    let [rust, teal] = [Look::LIGHT.rust_mid, Look::LIGHT.levels[3]];
    let colours: Vec<_> = bars.map(str::to_lowercase).filter(|fill| [rust, teal].contains(&fill.as_str())).collect();
    assert_eq!(
        colours,
        [rust, teal, rust, teal, teal, teal],
        "what is worse is of one colour, what is better of another"
    );
}
