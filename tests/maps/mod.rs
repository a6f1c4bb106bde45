//! Maps to take away: one small and fixed, and any others with whatever people, or attackers, type.

#![allow(dead_code, reason = "each test takes what it needs")]

pub mod drawing;

use chrono::NaiveDate;
use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::model::journey::{Card, Details, JourneyKind, Lane, LaneKind};
use orbita::model::quantity::{Grade, Level};
use proptest::prelude::*;

/// A card with words alone.
pub fn plain(text: &str) -> CardDraft {
    CardDraft { card: Card { text: text.into() }, details: Details::default() }
}

/// A friction.
pub fn friction(text: &str, frequency: u8, impact: u8, owner: &str, next_step: &str) -> CardDraft {
    let grade = |number| Grade::try_from(number).ok();
    let details = Details {
        frequency: grade(frequency),
        impact: grade(impact),
        owner: owner.into(),
        next_step: next_step.into(),
        due: NaiveDate::from_ymd_opt(2026, 12, 5).filter(|_| !next_step.is_empty()),
        ..Details::default()
    };
    CardDraft { card: Card { text: text.into() }, details }
}

/// A map of three stages with every kind of lane, one of them hidden.
pub fn small() -> JourneyDraft {
    let lane = |kind, name: &str, hidden| Lane { kind, name: name.into(), hidden, prompt: String::new() };
    let stage = |name: &str, subtitle: &str, level, cells| StageDraft {
        name: name.into(),
        subtitle: subtitle.into(),
        emotion: Some(Level::nearest(level)),
        cells,
        ..StageDraft::default()
    };
    JourneyDraft {
        title: "Head of L&D, 600 seats".into(),
        persona: "Head of learning".into(),
        scenario: "A year with us, lost in October".into(),
        kind: JourneyKind::AsIs,
        lanes: vec![
            lane(LaneKind::Actions, "", false),
            lane(LaneKind::Touchpoints, "Channels", false),
            lane(LaneKind::Thoughts, "", false),
            lane(LaneKind::Emotion, "", false),
            lane(LaneKind::Pulse, "", false),
            lane(LaneKind::Friction, "", false),
            lane(LaneKind::Opportunities, "", false),
            lane(LaneKind::Backstage, "", true),
        ],
        stages: vec![
            stage(
                "Choose",
                "3\u{2013}5 weeks",
                1.5,
                vec![
                    vec![plain("Compares four providers, asks for a pilot group"), plain("Calls two old clients")],
                    vec![plain("Live demo"), plain("Webinar"), plain("Reference call")],
                    vec![plain("At last somebody speaks of results and not of courses.")],
                    vec![],
                    vec![plain("+46 pilot NPS")],
                    vec![friction(
                        "The pilot is nothing like the real launch",
                        3,
                        2,
                        "Anna",
                        "Pilot in the working LMS",
                    )],
                    vec![plain("A test drive on the client's own figures")],
                    vec![plain("Kept out of the picture")],
                ],
            ),
            stage(
                "Договор",
                "9 недель",
                -0.5,
                vec![
                    vec![plain("Проводит проект через безопасность и юристов")],
                    vec![],
                    vec![plain("«Захотели за одно демо, подписывали девять недель».")],
                    vec![],
                    vec![plain("38\u{a0}% активны каждую неделю"), plain("\u{2212}12 NPS")],
                    vec![
                        friction("Юристы согласуют девять недель", 5, 5, "", ""),
                        plain("Nobody judged <this> & that"),
                    ],
                ],
            ),
            stage("", "", -2.0, vec![]),
        ],
        ..JourneyDraft::default()
    }
}

/// Whatever can be typed or pasted.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zA-Zа-яА-Я]{1,9}( [a-zа-яё0-9.,\\-/—«»]{1,14}){0,12}",
        2 => any::<String>(),
        2 => "[a-zа-я]{30,90}",
        1 => "([a-z]{0,9}\n){0,9}",
        1 => "[0-9 ₽$%\u{a0}\n+\\-−]{0,14}",
        1 => "[👩🏽\u{200d}💻🇷🇺\u{fe0f}\u{200b}\u{feff}日本語。「」한]{0,20}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{a0}\u{202e}\u{2028}\u{ffff}\u{300}-\u{304}\u{5d0}-\u{5ea}]{0,20}",
        1 => "[&<>\"'`*_#|~\\[\\]()\\\\!.:;=+\\- \n]{0,20}",
        1 => prop::sample::select(vec![
            "</text><script>alert(1)</script>",
            "]]><!--<svg onload=alert(1)>-->",
            "&amp; &lt; &#0; &nbsp;",
            "![x](javascript:alert(1)) <img src=x onerror=alert(1)>",
            "url(https://example.com) https://example.com/a_b_c",
            "1. one\n2. two\n---\n===\n    code\n| a | b |\n|---|---|\n> said\n- [ ] do",
            "=HYPERLINK(\"https://example.com\")",
            "",
        ]).prop_map(String::from),
    ]
}

/// A text that no page holds at its usual size.
fn endless() -> impl Strategy<Value = String> {
    prop_oneof!["[а-я]{2,9}( [а-я]{2,9}){600,900}", "(b\n){300}", "[a-z]{9000}"]
}

fn card() -> impl Strategy<Value = CardDraft> {
    let grade = || prop::option::of(prop::sample::select(Grade::ALL.to_vec()));
    let text = prop_oneof![40 => words(), 1 => endless()];
    (text, grade(), grade(), words(), words()).prop_map(|(text, frequency, impact, owner, next_step)| CardDraft {
        card: Card { text },
        details: Details { frequency, impact, owner, next_step, ..Details::default() },
    })
}

/// Any map. Each card ends with a sign of its own, each lane and stage has a name of its own, so that they can be told apart
/// wherever they are found.
pub fn any_map() -> impl Strategy<Value = JourneyDraft> {
    let lane = (prop::sample::select(LaneKind::ALL.to_vec()), words(), prop::bool::weighted(0.1));
    let lanes = prop::collection::vec(lane, 1..7).prop_map(|lanes| {
        let mut emotions = 0;
        let mut lanes: Vec<Lane> =
            lanes.into_iter().map(|(kind, name, hidden)| Lane { kind, name, hidden, prompt: String::new() }).collect();
        lanes.retain(|lane| {
            emotions += usize::from(!lane.kind.holds_cards());
            lane.kind.holds_cards() || emotions == 1
        });
        lanes
    });
    let map = lanes.prop_flat_map(|lanes| {
        let cell = prop::collection::vec(card(), 0..4);
        let crowd = prop::collection::vec(card(), 0..16);
        let cells = prop::collection::vec(prop_oneof![9 => cell, 1 => crowd], 0..lanes.len() + 1);
        let level = prop::option::of((-4_i8..=4).prop_map(Level::from_halves));
        let stage = (words(), words(), level, cells).prop_map(|(name, subtitle, emotion, cells)| StageDraft {
            name,
            subtitle,
            emotion,
            cells,
            ..StageDraft::default()
        });
        let kind = prop::sample::select(vec![JourneyKind::AsIs, JourneyKind::ToBe]);
        (words(), words(), words(), kind, Just(lanes), prop::collection::vec(stage, 0..9)).prop_map(
            |(title, persona, scenario, kind, lanes, stages)| JourneyDraft {
                title,
                persona,
                scenario,
                kind,
                lanes,
                stages,
                ..JourneyDraft::default()
            },
        )
    });
    map.prop_map(marked)
}

fn marked(mut journey: JourneyDraft) -> JourneyDraft {
    let mut count = 0;
    for (at, lane) in journey.lanes.iter_mut().enumerate() {
        lane.name += &format!("\u{27e8}lane {at}\u{27e9}");
    }
    for (at, stage) in journey.stages.iter_mut().enumerate() {
        stage.name += &format!("\u{27e8}stage {at}\u{27e9}");
        for (lane, cell) in journey.lanes.iter().zip(&mut stage.cells) {
            if !lane.kind.holds_cards() {
                cell.clear();
            }
            for card in cell {
                count += 1;
                card.card.text += &format!("\u{27e8}{count}\u{27e9}");
            }
        }
    }
    journey
}

/// A text without its white space and without what XML 1.0 cannot hold, as it is compared with what was drawn. Quotation
/// marks inside a quote become inner ones, so all kinds count as one.
pub fn squeezed(text: &str) -> String {
    let drawn = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(drawn).collect::<String>().replace(['«', '»', '„', '“', '”', '‘', '’'], "\"")
}

/// The cards of a map, with the lanes in which they lie.
pub fn cards(journey: &JourneyDraft) -> Vec<(&Lane, &CardDraft)> {
    let of_stage = |stage| -> Vec<_> {
        let stage: &StageDraft = stage;
        journey
            .lanes
            .iter()
            .zip(&stage.cells)
            .flat_map(|(lane, cell)| cell.iter().map(move |card| (lane, card)))
            .collect()
    };
    journey.stages.iter().flat_map(of_stage).collect()
}
