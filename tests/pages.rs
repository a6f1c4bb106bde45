//! The map on paper.

mod maps;

use chrono::NaiveDate;
use maps::drawing::{Bounds, all, card, is_harmless, lines, rect, text};
use maps::{any_map, cards, plain, small, squeezed};
use orbita::drawing::Picture;
use orbita::edit::draft::JourneyDraft;
use orbita::exchange::picture::{Paper, pages};
use orbita::exchange::quotes::QuotedCard;
use orbita::i18n::Lang;
use orbita::model::journey::LaneKind;
use proptest::prelude::*;
use roxmltree::Document;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn printed(journey: &JourneyDraft, paper: Paper, lang: Lang) -> Vec<Picture> {
    pages(journey, &[], "Kurs+", day(), paper, lang)
}

/// The pages of the map, then those of the ranking.
fn parsed(pages: &[Picture]) -> (Vec<Document<'_>>, Vec<Document<'_>>) {
    let pages = pages.iter().map(|page| Document::parse(&page.svg).expect("well-formed XML"));
    pages.partition(|page| !all(page.root(), "stages").is_empty())
}

/// What ten millimetres of margin leave of a page.
fn inside(paper: Paper) -> Bounds {
    let px = |mm: u16| f64::from(mm) * 96.0 / 25.4;
    let (width, height) = paper.size();
    Bounds(px(10) - 0.5, px(10) - 0.5, px(width - 10), px(height - 10))
}

fn many_stages(count: usize) -> JourneyDraft {
    let mut journey = small();
    let first = journey.stages[0].clone();
    journey.stages = vec![first; count];
    for (at, stage) in journey.stages.iter_mut().enumerate() {
        stage.name = format!("S{at}");
    }
    journey
}

#[test]
fn what_was_said_follows_on_pages_of_its_own() {
    let said =
        |count: usize| (0..count).map(|at| format!("\u{201c}Quote {at} was said.\u{201d} \u{2014} Anna")).collect();
    let long = QuotedCard { card: "Late".into(), said: vec!["word ".repeat(3000)] };
    let cards = [QuotedCard { card: "Paid twice".into(), said: said(60) }, long];
    for paper in [Paper::A4, Paper::A3, Paper::Wide] {
        let without = printed(&small(), paper, Lang::English).len();
        let pages = pages(&small(), &cards, "Kurs+", day(), paper, Lang::English);
        let said: Vec<Document> =
            pages[without..].iter().map(|page| Document::parse(&page.svg).expect("well-formed XML")).collect();
        let words: Vec<String> = said.iter().map(|page| text(page.root())).collect();
        (0..60)
            .for_each(|at| assert_eq!(words.iter().filter(|page| page.contains(&format!("Quote{at}was"))).count(), 1));
        assert!(
            words.iter().all(|page| page.contains("Quotes") && (page.contains("Paidtwice") || page.contains("Late")))
        );
        for page in &said {
            is_harmless(page);
            assert!(lines(page.root()).into_iter().all(|line| inside(paper).holds(line)));
            let rows = rows(page, "said");
            assert!(rows.windows(2).all(|pair| pair[1].1 >= pair[0].3 - 0.2), "rows stand below each other");
        }
    }
}

#[test]
fn stages_are_shared_out_evenly_and_stay_readable() {
    let stages = |count, paper| {
        let pages = printed(&many_stages(count), paper, Lang::English);
        let (map, _) = parsed(&pages);
        let mut counts: Vec<(String, usize)> = Vec::new();
        for page in map {
            let heads = all(page.root(), "stage");
            let first = text(heads[0]);
            if !counts.iter().any(|(known, _)| *known == first) {
                counts.push((first, heads.len()));
            }
        }
        counts.into_iter().map(|(_, count)| count).collect::<Vec<_>>()
    };
    assert_eq!(stages(7, Paper::A4), [7]);
    assert_eq!(stages(8, Paper::A4), [4, 4]);
    assert_eq!(stages(15, Paper::A4), [5, 5, 5]);
    assert_eq!(stages(10, Paper::A3), [10]);
    assert_eq!(stages(11, Paper::A3), [6, 5]);
}

#[test]
fn every_page_says_what_it_is_a_page_of() {
    for lang in [Lang::English, Lang::Russian] {
        let pages = printed(&many_stages(9), Paper::A4, lang);
        for (at, page) in pages.iter().enumerate() {
            let page = Document::parse(&page.svg).expect("XML");
            let foot: String = all(page.root(), "foot").into_iter().map(text).collect();
            let day = if lang == Lang::English { "21Nov2026" } else { "21ноя2026" };
            let number = if lang == Lang::English { "Page{}of" } else { "Страница{}из" };
            let number = format!("{}{}", number.replace("{}", &(at + 1).to_string()), pages.len());
            for said in ["Kurs+", "HeadofL&D,600seats", day, &number] {
                assert!(foot.contains(said), "{said} in {foot}");
            }
        }
    }
}

#[test]
fn pages_beside_each_other_share_no_id() {
    let pages = printed(&many_stages(20), Paper::A4, Lang::English);
    let mut ids: Vec<String> = Vec::new();
    for page in parsed(&pages).0 {
        ids.extend(page.descendants().filter_map(|node| node.attribute("id").map(String::from)));
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert!(all > 3 && ids.len() == all);
}

#[test]
fn a_lane_that_goes_on_says_so() {
    let mut journey = small();
    journey.stages[0].cells[0] = vec![plain("Waits for an answer"); 60];
    let pages = printed(&journey, Paper::A4, Lang::English);
    let (map, _) = parsed(&pages);
    let heads: Vec<Vec<String>> =
        map.iter().map(|page| all(page.root(), "lane").into_iter().map(text).collect()).collect();
    assert!(heads[0].last().expect("a lane").starts_with("Actionscontinuesonthenextpage"), "{heads:?}");
    assert!(heads[1][0].starts_with("Actionscontinued"));
    assert!(heads.last().expect("a page").iter().skip(1).all(|lane| !lane.contains("continue")));
}

#[test]
fn nobody_turns_a_page_for_one_lane() {
    for cards in 1..7 {
        let mut journey = small();
        for (at, lane) in journey.lanes.iter().enumerate() {
            if lane.kind != LaneKind::Emotion {
                journey.stages[0].cells.resize(journey.lanes.len(), Vec::new());
                journey.stages[0].cells[at] = vec![plain("Waits for an answer"); cards];
            }
        }
        let pages = printed(&journey, Paper::A4, Lang::English);
        let (map, _) = parsed(&pages);
        let lanes: Vec<usize> = map.iter().map(|page| all(page.root(), "lane").len()).collect();
        assert!(lanes.len() == 1 || lanes.last() > Some(&1), "{cards} cards a lane: {lanes:?}");
    }
}

#[test]
fn a_card_says_its_tags_on_paper_too() {
    let mut journey = small();
    journey.stages[0].cells[0][0].details.tags = vec!["board".into(), "Q4".into()];
    let pages = printed(&journey, Paper::A4, Lang::English);
    let (map, _) = parsed(&pages);
    assert!(text(all(map[0].root(), "card")[0]).ends_with("#board#Q4"));
}

#[test]
fn an_empty_map_is_one_page_and_nothing_hurts() {
    let pages = printed(&JourneyDraft::default(), Paper::A4, Lang::Russian);
    assert_eq!(pages.len(), 1);
    is_harmless(&Document::parse(&pages[0].svg).expect("XML"));
}

#[test]
fn the_ranking_names_what_is_missing() {
    let pages = printed(&small(), Paper::A4, Lang::Russian);
    let (_, ranking) = parsed(&pages);
    let rows: Vec<String> = all(ranking[0].root(), "ranked").into_iter().map(text).collect();
    assert_eq!(
        rows,
        [
            "1Юристысогласуютдевятьнедель".to_owned() + "Договор25нетвладельцанетшага",
            "2ThepilotisnothinglikethereallaunchChoose".to_owned() + "6AnnaPilotintheworkingLMS5дек2026",
            "3Nobodyjudged<this>&thatДоговор\u{2013}нетвладельцанетшага".into(),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_card_is_on_one_page(journey in any_map(), a3 in any::<bool>()) {
        let pages = printed(&journey, if a3 { Paper::A3 } else { Paper::A4 }, Lang::English);
        let (map, ranking) = parsed(&pages);
        let said = |pages: &[Document]| pages.iter().map(|page| text(page.root())).collect::<Vec<_>>();
        let (map, ranking) = (said(&map), said(&ranking));
        for (lane, card) in cards(&journey) {
            let words = squeezed(&card.card.text);
            let times = |pages: &[String]| pages.iter().map(|page| page.matches(&words).count()).sum::<usize>();
            prop_assert_eq!(times(&map), usize::from(!lane.hidden), "{:?} on the map", card.card.text);
            let ranked = lane.kind == LaneKind::Friction;
            prop_assert_eq!(times(&ranking), usize::from(ranked), "{:?} in the ranking", card.card.text);
        }
    }

    #[test]
    fn nothing_is_cut_and_nothing_overlaps(journey in any_map(), a3 in any::<bool>()) {
        let paper = if a3 { Paper::A3 } else { Paper::A4 };
        let pages = printed(&journey, paper, Lang::Russian);
        let inside = inside(paper);
        for page in &pages {
            let page = Document::parse(&page.svg).expect("well-formed XML");
            is_harmless(&page);
            let foot = rows(&page, "foot");
            let mut below = inside.1;
            for row in all(page.root(), "lane").into_iter().filter_map(rect).chain(rows(&page, "ranked")) {
                prop_assert!(row.1 >= below - 0.2, "rows stand below each other");
                below = row.3;
            }
            prop_assert!(foot.iter().all(|foot| below <= foot.1), "the foot is free");
            for line in lines(page.root()) {
                prop_assert!(inside.holds(line), "{line:?} leaves the page");
            }
            for cell in all(page.root(), "cell") {
                let around = rect(cell).expect("the edge of a cell");
                let found: Vec<Bounds> = all(cell, "card").into_iter().filter_map(card).collect();
                for (at, one) in found.iter().enumerate() {
                    prop_assert!(around.holds(*one), "{one:?} leaves {around:?}");
                    prop_assert!(!found[..at].iter().any(|other| one.overlaps(*other)), "{one:?} overlaps");
                }
                for line in lines(cell) {
                    prop_assert!(around.holds(line), "{line:?} leaves {around:?}");
                }
            }
        }
    }

    #[test]
    fn heads_are_on_every_page_and_the_curve_is_whole(journey in any_map()) {
        let pages = printed(&journey, Paper::A4, Lang::English);
        let (map, _) = parsed(&pages);
        let mut heads: Vec<Vec<String>> = Vec::new();
        let mut curves = 0;
        for page in &map {
            let stages: Vec<String> = all(page.root(), "stage").into_iter().map(text).filter(|s| !s.is_empty()).collect();
            if heads.last() != Some(&stages) {
                heads.push(stages);
            }
            for lane in all(page.root(), "lane") {
                let words = text(lane);
                let named = journey.lanes.iter().filter(|lane| words.starts_with(&squeezed(&lane.name)));
                prop_assert!(named.count() >= 1, "{words}");
            }
            curves += all(page.root(), "curve").len();
        }
        let shown: Vec<String> = heads.concat();
        let named: Vec<String> =
            journey.stages.iter().map(|stage| squeezed(&stage.name) + &squeezed(&stage.subtitle)).collect();
        prop_assert_eq!(shown, named);
        let has_curve = journey.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion && !lane.hidden);
        prop_assert_eq!(curves, if has_curve { heads.len() } else { 0 });
    }
}

/// What the words of each of some parts take.
fn rows(page: &Document, part: &str) -> Vec<Bounds> {
    let around = |lines: Vec<Bounds>| {
        lines.into_iter().reduce(|a, b| Bounds(a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))
    };
    all(page.root(), part).into_iter().filter_map(|node| around(lines(node))).collect()
}
