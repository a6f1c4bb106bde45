//! What the library shows of an engagement without opening it.

use std::collections::BTreeMap;

use super::find::folded;
use crate::model::journey::LaneKind;
use crate::model::quantity::Level;
use crate::model::{Collection, Engagement, Head};

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

/// Which of the engagements with its title each one is, counted from 1; `titles` is in any order that stays.
pub fn twins(titles: &[&str]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers = Vec::new();
    for title in titles {
        let count = seen.entry(title.trim()).or_insert(0);
        *count += 1;
        numbers.push(*count);
    }
    numbers
}

/// Whether a title or what it is about holds every word that is looked for.
pub fn holds(words: &str, title: &str, about: &str) -> bool {
    let text = folded(&format!("{title} {about}"));
    folded(words).split_whitespace().all(|word| text.contains(word))
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

#[cfg(test)]
mod tests {
    use super::{holds, twins};

    #[test]
    fn what_is_called_alike_is_told_apart() {
        assert_eq!(twins(&["Kurs", "", "Kurs ", "Плеяда", "Kurs", ""]), [1, 1, 2, 1, 3, 2]);
        assert_eq!(twins(&[]), [0; 0]);
    }

    #[test]
    fn a_project_is_found_by_words_of_its_title_or_description() {
        assert!(holds("обуч КУРС", "Курс+", "Для обучения"));
        assert!(holds("", "any", ""));
        assert!(!holds("курс нет", "Курс+", "Для обучения"));
    }
}
