//! What a journey shows: the curve, the ranking, the summary.

use orbita::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use orbita::edit::{Command, plan};
use orbita::insight::curve::{self, CurveArea};
use orbita::insight::ranking::{self, ranking};
use orbita::model::journey::{Card, Details, LaneKind};
use orbita::model::quantity::{Grade, JourneyId, Level};
use orbita::model::summary::Summary;
use orbita::model::{Engagement, Key};
use proptest::prelude::*;

fn levels() -> impl Strategy<Value = Vec<Option<Level>>> {
    prop::collection::vec(prop::option::weighted(0.8, (-4_i8..=4).prop_map(Level::from_halves)), 0..12)
}

/// Every number of an SVG path, command by command.
fn numbers(path: &str) -> Vec<(char, Vec<f64>)> {
    let mut commands: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    for letter in path.chars().chain(['Z']) {
        if letter.is_ascii_digit() || matches!(letter, '.' | '-') {
            number.push(letter);
            continue;
        }
        if let (Ok(value), Some(last)) = (number.parse(), commands.last_mut()) {
            last.1.push(value);
        }
        number.clear();
        if letter.is_ascii_alphabetic() {
            commands.push((letter, Vec::new()));
        }
    }
    commands
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_curve_never_shows_a_feeling_that_nobody_gave(levels in levels()) {
        for run in curve::samples(&levels, 8) {
            for stretch in run.chunks_exact(8) {
                // The ends of a stretch lie in the middles of two neighbouring stages.
                let stage = stretch[0].0.floor() as usize;
                let ends = [levels[stage], levels.get(stage + 1).copied().flatten().or(levels[stage])];
                let low = ends.iter().flatten().map(|level| level.value()).fold(f64::MAX, f64::min);
                let high = ends.iter().flatten().map(|level| level.value()).fold(f64::MIN, f64::max);
                for (_, value) in stretch {
                    prop_assert!((low - 1e-9..=high + 1e-9).contains(value), "{value} outside {low}..{high}");
                }
            }
        }
    }

    #[test]
    fn the_drawn_line_stays_between_its_points_too(levels in levels()) {
        let frame = CurveArea { stage: 100.0, height: 232.0, margin: 16.0 };
        let mut y = 0.0;
        for (command, values) in numbers(&curve::paths(&levels, frame).line) {
            match command {
                'M' => y = values[1],
                'C' => {
                    let end = values[5];
                    let (top, bottom) = (f64::min(y, end), f64::max(y, end));
                    // A cubic stays inside the hull of its controls.
                    prop_assert!(values[1] >= top - 0.11 && values[1] <= bottom + 0.11);
                    prop_assert!(values[3] >= top - 0.11 && values[3] <= bottom + 0.11);
                    y = end;
                }
                _ => (),
            }
        }
        let points = levels.iter().flatten().count();
        let passed = curve::samples(&levels, 4).iter().map(|run| run.len().div_ceil(4)).sum::<usize>();
        prop_assert_eq!(passed, points, "every point is passed, no gap is bridged");
    }

    #[test]
    fn the_ranking_goes_down_and_keeps_the_order_of_the_journey(grades in prop::collection::vec((0_u8..6, 0_u8..6), 0..20)) {
        let (engagement, id) = map_with(&grades);
        let ranked = ranking(&engagement, id, |_| ());
        prop_assert_eq!(ranked.len(), grades.len());
        for pair in ranked.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score);
            // Ids were minted in the order of the journey.
            prop_assert!(pair[0].score > pair[1].score || pair[0].card < pair[1].card);
        }
    }
}

#[test]
fn frictions_of_all_maps_are_ranked_together() {
    let (mut engagement, first) = map_with(&[(1, 2), (5, 5), (0, 3)]);
    let (other, _) = map_with(&[(5, 5), (2, 2)]);
    let draft = JourneyDraft::of(&other, other.head().journeys[0]).expect("a map");
    let plan = plan(&engagement, Command::AddJourney(Box::new(draft))).expect("possible");
    engagement.swap(plan.change);
    let second = engagement.head().journeys[1];
    let all = ranking::of_all(&engagement, false, |_| ());
    let shown: Vec<_> = all.iter().map(|(journey, ranked)| (*journey, ranked.score)).collect();
    let wanted = [(first, Some(25)), (second, Some(25)), (second, Some(4)), (first, Some(2)), (first, None)];
    assert_eq!(shown, wanted);
}

#[test]
fn a_map_of_what_should_be_lists_no_friction_twice() {
    let (mut engagement, first) = map_with(&[(1, 2), (5, 5)]);
    let copy = JourneyDraft::of(&engagement, first).expect("a map").to_be();
    let added = plan(&engagement, Command::AddJourney(Box::new(copy))).expect("possible");
    engagement.swap(added.change);
    let count = |engagement: &Engagement, to_be| ranking::of_all(engagement, to_be, |_| ()).len();
    assert_eq!((count(&engagement, false), count(&engagement, true)), (2, 4));
    // Alone it is all there is.
    let gone = plan(&engagement, Command::DeleteJourney(first)).expect("possible");
    engagement.swap(gone.change);
    assert_eq!(count(&engagement, false), 2);
}

#[test]
fn what_is_pasted_as_a_map_takes_the_place_of_one_that_is_blank() {
    let (full, id) = map_with(&[(1, 2)]);
    let draft = || Box::new(JourneyDraft::of(&full, id).expect("a map"));
    let mut engagement = Engagement::new();
    for _ in 0..2 {
        let added = plan(&engagement, Command::AddJourney(Box::new(JourneyDraft::blank(5)))).expect("possible");
        engagement.swap(added.change);
    }
    let blank = engagement.head().journeys.clone();
    let here = plan(&engagement, Command::AddJourneyHere(blank[0], draft())).expect("possible");
    let back = engagement.swap(here.change);
    let journeys = engagement.head().journeys.clone();
    assert_eq!((journeys.len(), journeys[1], engagement.check()), (2, blank[1], Ok(())));
    assert_eq!(here.made, Some(Key::Journey(journeys[0])));
    // One that something was done to stays.
    let beside = plan(&engagement, Command::AddJourneyHere(journeys[0], draft())).expect("possible");
    let undo = engagement.swap(beside.change);
    assert_eq!(engagement.head().journeys[..2], journeys);
    engagement.swap(undo);
    engagement.swap(back);
    assert_eq!(engagement.head().journeys, blank);
}

/// A map with one stage for every two frictions; a grade of 0 is none.
fn map_with(grades: &[(u8, u8)]) -> (Engagement, JourneyId) {
    let mut draft = JourneyDraft::blank(0);
    let lane = draft.lanes.iter().position(|lane| lane.kind == LaneKind::Friction).expect("a blank map has one");
    for pair in grades.chunks(2) {
        let mut cells = vec![Vec::new(); lane + 1];
        cells[lane] = pair
            .iter()
            .map(|&(frequency, impact)| CardDraft {
                card: Card { text: "hurts".into() },
                details: Details {
                    frequency: Grade::try_from(frequency).ok(),
                    impact: Grade::try_from(impact).ok(),
                    ..Details::default()
                },
            })
            .collect();
        draft.stages.push(StageDraft { cells, ..StageDraft::default() });
    }
    let mut engagement = Engagement::new();
    let plan = plan(&engagement, Command::AddJourney(Box::new(draft))).expect("possible");
    engagement.swap(plan.change);
    let Some(Key::Journey(id)) = plan.made else { panic!("a journey was made") };
    (engagement, id)
}

#[test]
fn the_ranking_hears_of_scores_and_not_of_words() {
    let (engagement, id) = map_with(&[(2, 3), (5, 5), (0, 4)]);
    let mut read = Vec::new();
    let ranked = ranking(&engagement, id, |key| read.push(key));
    assert_eq!(ranked.iter().map(|friction| friction.score).collect::<Vec<_>>(), [Some(25), Some(6), None]);
    assert!(read.iter().any(|key| matches!(key, Key::Details(_))));
    assert!(!read.iter().any(|key| matches!(key, Key::Card(_))), "typing into a friction ranks nothing anew");
}

#[test]
fn a_summary_counts_and_sketches_the_first_map() {
    let (engagement, _) = map_with(&[(2, 3), (5, 5), (1, 1)]);
    let summary = Summary::of(&engagement);
    assert_eq!((summary.maps, summary.cards), (1, 3));
    assert_eq!(summary.sketch.0.iter().map(|stage| stage.frictions).collect::<Vec<_>>(), [2, 1]);
}
