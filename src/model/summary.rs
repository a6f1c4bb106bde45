//! An engagement at a glance: what can be shown of it without opening it.

use super::journey::LaneKind;
use super::quantity::Level;
use super::{Collection, Engagement, Head};

/// An engagement at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The title; may be empty.
    pub title: String,
    /// What it is about; may be empty.
    pub about: String,
    /// How many maps it holds.
    pub maps: usize,
    /// How many cards they hold together.
    pub cards: usize,
    /// How many interviews it holds.
    pub interviews: usize,
    /// How many scenarios it holds.
    pub scenarios: usize,
    /// The first map in small.
    pub sketch: Sketch,
}

/// A map in small: for each stage its level, and how many cards lie above the curve, how many frictions below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch(pub Vec<SketchStage>);

/// A stage of a [`Sketch`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SketchStage {
    /// How it feels.
    pub emotion: Option<Level>,
    /// Its cards that are no frictions.
    pub cards: usize,
    /// Its frictions.
    pub frictions: usize,
}

impl Summary {
    /// The summary of an engagement; the sketch is that of its first map.
    pub fn of(engagement: &Engagement) -> Self {
        let Head { title, about, journeys, .. } = engagement.head().clone();
        Summary {
            title,
            about,
            maps: journeys.len(),
            cards: engagement.count(Collection::Card),
            interviews: engagement.count(Collection::Interview),
            scenarios: engagement.count(Collection::Scenario),
            sketch: sketch(engagement),
        }
    }
}

fn sketch(engagement: &Engagement) -> Sketch {
    let Some((_, journey)) = engagement.journeys().next() else { return Sketch::default() };
    let stages = journey.stages.iter().filter_map(|&stage| engagement.stage(stage)).map(|stage| {
        let mut small = SketchStage { emotion: stage.emotion, ..SketchStage::default() };
        for (lane, cards) in stage.cells.iter() {
            match engagement.lane(lane).map(|lane| lane.kind) {
                Some(LaneKind::Friction) => small.frictions += cards.len(),
                _ => small.cards += cards.len(),
            }
        }
        small
    });
    Sketch(stages.collect())
}
