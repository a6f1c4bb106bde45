//! A map as CSV, out and in again.

use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::exchange::csv::{Problem, RowError, harmless, read, write};
use orbita::i18n::Lang;
use orbita::model::journey::{Card, Details, Lane, LaneKind};
use orbita::model::quantity::{Grade, Level};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zа-яё0-9 ,;\"'=+@\\-:\\[\\]\t\n]{0,12}",
        "[=+@\\-]{1,3}[a-z]{0,3}",
        "Stage [0-9]",
        "Этап 1",
        Just(String::new())
    ]
}

/// Words as a name holds them: one line, no white space around.
fn name() -> impl Strategy<Value = String> {
    words().prop_map(|words| words.replace(['\n', '\t'], " ").trim().to_owned())
}

fn card(kind: LaneKind) -> impl Strategy<Value = CardDraft> {
    let grade = || prop::option::of(prop::sample::select(Grade::ALL.to_vec()));
    (words(), grade(), grade(), words(), words()).prop_filter_map(
        "a card has words",
        move |(text, f, i, owner, step)| {
            let details = Details { frequency: f, impact: i, owner, next_step: step, ..Details::default() };
            let details = if kind == LaneKind::Friction { details } else { Details::default() };
            (!text.is_empty()).then_some(CardDraft { card: Card { text }, details })
        },
    )
}

fn journey() -> impl Strategy<Value = JourneyDraft> {
    let lane = (prop::sample::select(LaneKind::ALL.to_vec()), name()).prop_map(|(kind, name)| Lane {
        kind,
        name,
        hidden: false,
    });
    prop::collection::vec(lane, 1..6).prop_flat_map(|mut lanes| {
        let mut emotions = 0;
        lanes.retain(|lane| {
            emotions += usize::from(!lane.kind.holds_cards());
            lane.kind.holds_cards() || emotions == 1
        });
        let cells: Vec<BoxedStrategy<Vec<CardDraft>>> = lanes
            .iter()
            .map(|lane| {
                if lane.kind.holds_cards() {
                    prop::collection::vec(card(lane.kind), 0..3).boxed()
                } else {
                    Just(vec![]).boxed()
                }
            })
            .collect();
        let stage = (name(), name(), prop::option::of((-4_i8..=4).prop_map(Level::from_halves)), cells)
            .prop_map(|(name, subtitle, emotion, cells)| StageDraft { name, subtitle, emotion, cells });
        prop::collection::vec(stage, 1..5).prop_map(move |stages| JourneyDraft {
            lanes: lanes.clone(),
            stages,
            ..JourneyDraft::default()
        })
    })
}

/// The same map whatever the number of empty cells behind the last card.
fn trimmed(mut journey: JourneyDraft) -> JourneyDraft {
    for stage in &mut journey.stages {
        while stage.cells.last().is_some_and(Vec::is_empty) {
            stage.cells.pop();
        }
    }
    journey
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn out_and_in_again_gives_the_same_map(journey in journey(), russian in any::<bool>()) {
        let lang = if russian { Lang::Russian } else { Lang::English };
        let text = write(&journey, lang.words());
        prop_assert_eq!(read(&text).map(trimmed), Ok(trimmed(journey)), "{}", text);
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet(text in words()) {
        prop_assert!(!harmless(&text).starts_with(['=', '+', '-', '@', '\t', '\r']));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for text in [text.clone(), format!("stage,lane,text\n{text}")] {
            if let Err(errors) = read(&text) {
                prop_assert!(!errors.is_empty());
            }
        }
    }
}

#[test]
fn a_map_written_by_hand_is_understood() {
    let text = "Text;STAGE;Lane;emotion;frequency;impact\n\
                Сравнивает;Выбор;Действия;1,5;;\n\
                Юристы;Договор;точки трения;−0.5;3;3\n\
                Почта;Договор;Channels;;;\n";
    let journey = read(text).expect("a map");
    let kinds: Vec<_> = journey.lanes.iter().map(|lane| (lane.kind, lane.name.as_str())).collect();
    assert_eq!(kinds, [(LaneKind::Actions, ""), (LaneKind::Friction, ""), (LaneKind::Free, "Channels")]);
    let stages: Vec<_> =
        journey.stages.iter().map(|stage| (stage.name.as_str(), stage.emotion.map(Level::value))).collect();
    assert_eq!(stages, [("Выбор", Some(1.5)), ("Договор", Some(-0.5))]);
    assert_eq!(journey.stages[1].cells[1][0].details.score(), Some(9));
}

#[test]
fn every_bad_row_is_named_with_its_line_and_reason() {
    let text = "stage,lane,text,emotion,frequency,impact\n\
                Choose,Actions,\"two\nlines\",9,,\n\
                Choose,Emotion,words,,,\n\
                ,Actions,homeless,,,\n\
                Choose,Friction,hurts,,6,1\n\
                Choose,Actions,a,1,,\n\
                Choose,Actions,b,2,,\n\
                Choose,Actions,c,,,,extra\n";
    let line = |line, problem| RowError { line, problem };
    assert_eq!(
        read(text),
        Err(vec![
            line(2, Problem::NoLevel("9".into())),
            line(4, Problem::CardInEmotionLane),
            line(5, Problem::NoStage),
            line(6, Problem::NoGrade("6".into())),
            line(8, Problem::OtherLevel("2".into())),
            line(9, Problem::TooManyCells),
        ])
    );
    assert_eq!(read("a,b\n1,2"), Err(vec![line(1, Problem::MissingColumns(vec!["stage", "lane", "text"]))]));
    assert_eq!(read("stage,lane,text\n"), Err(vec![line(1, Problem::Empty)]));
    assert!(read("").is_err());
}
