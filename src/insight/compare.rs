//! Two maps beside each other: as it is and as it will be, or one map then and now.

use super::ranking::ranking;
use crate::model::Engagement;
use crate::model::journey::Stage;
use crate::model::quantity::{CardId, JourneyId, Level, StageId};

/// A stage of two maps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The name in the first map; `None` where only the second has the stage. May be empty.
    pub first: Option<String>,
    /// The name in the second map.
    pub second: Option<String>,
    /// How it feels in the first map.
    pub from: Option<Level>,
    /// How it feels in the second map.
    pub to: Option<Level>,
    /// The sum of its frictions' scores in the first map.
    pub hurts: u32,
    /// The sum of its frictions' scores in the second map.
    pub will_hurt: u32,
}

impl Pair {
    /// How much better it feels in the second map, in half steps, -8..=8; `None` where one of them does not say.
    pub fn gap(&self) -> Option<i8> {
        Some(self.to?.halves() - self.from?.halves())
    }
}

/// The stages of two maps side by side: those of the same name together, in any case of letters; the others by their place
/// among the others. Ordered as in the first map, what only the second has at the end.
pub fn pairs(engagement: &Engagement, first: JourneyId, second: JourneyId) -> Vec<Pair> {
    let stages = |id| -> Vec<(&Stage, u32)> {
        let Some(journey) = engagement.journey(id) else { return Vec::new() };
        let ranked = ranking(engagement, id, |_| ());
        let hurts = |stage| {
            let here = ranked.iter().filter(|friction| friction.stage == stage);
            here.filter_map(|friction| friction.score).map(u32::from).sum()
        };
        journey.stages.iter().filter_map(|&stage| Some((engagement.stage(stage)?, hurts(stage)))).collect()
    };
    let (left, right) = (stages(first), stages(second));
    let mut taken = vec![false; right.len()];
    let mut partner: Vec<Option<usize>> = vec![None; left.len()];
    for (at, (stage, _)) in left.iter().enumerate().filter(|(_, (stage, _))| !stage.name.trim().is_empty()) {
        let same = |other: &Stage| other.name.trim().to_lowercase() == stage.name.trim().to_lowercase();
        if let Some(found) = (0..right.len()).find(|&other| !taken[other] && same(right[other].0)) {
            taken[found] = true;
            partner[at] = Some(found);
        }
    }
    for slot in partner.iter_mut().filter(|slot| slot.is_none()) {
        *slot = taken.iter().position(|taken| !taken);
        if let Some(found) = *slot {
            taken[found] = true;
        }
    }
    let pair = |left: Option<&(&Stage, u32)>, right: Option<&(&Stage, u32)>| Pair {
        first: left.map(|(stage, _)| stage.name.clone()),
        second: right.map(|(stage, _)| stage.name.clone()),
        from: left.and_then(|(stage, _)| stage.emotion),
        to: right.and_then(|(stage, _)| stage.emotion),
        hurts: left.map_or(0, |(_, hurts)| *hurts),
        will_hurt: right.map_or(0, |(_, hurts)| *hurts),
    };
    let both = left.iter().zip(&partner).map(|(stage, other)| pair(Some(stage), other.map(|at| &right[at])));
    let rest = right.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(stage, _)| pair(None, Some(stage)));
    both.chain(rest).collect()
}

/// What has become of a map since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Cards that were not there.
    pub added: Vec<String>,
    /// Cards that are gone.
    pub removed: Vec<String>,
    /// Cards with other words: before and after.
    pub reworded: Vec<(String, String)>,
    /// Cards in another cell.
    pub moved: Vec<String>,
    /// Cards of which something else is known: score, owner, step, date, evidence, tags.
    pub detailed: Vec<String>,
    /// Stages that feel otherwise: how they felt before, and how after.
    pub felt: Vec<(StageId, Option<Level>, Option<Level>)>,
}

impl Difference {
    /// How many cards and levels have changed.
    pub fn count(&self) -> usize {
        let Difference { added, removed, reworded, moved, detailed, felt } = self;
        added.len() + removed.len() + reworded.len() + moved.len() + detailed.len() + felt.len()
    }

    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        *self == Difference::default()
    }
}

/// What has become of the map `journey` from one state of an engagement to a later one; cards are the same by their ids.
pub fn difference(before: &Engagement, after: &Engagement, journey: JourneyId) -> Difference {
    let cards = |engagement: &Engagement| -> Vec<CardId> {
        let stages = engagement.journey(journey).map(|journey| journey.stages.clone()).unwrap_or_default();
        stages.iter().filter_map(|&stage| engagement.stage(stage)).flat_map(Stage::all_cards).collect()
    };
    let text = |engagement: &Engagement, card| engagement.card(card).map(|card| card.text.clone()).unwrap_or_default();
    let mut difference = Difference::default();
    for card in cards(after) {
        if before.card(card).is_none() {
            difference.added.push(text(after, card));
            continue;
        }
        let (was, is) = (text(before, card), text(after, card));
        if before.place(card).map(|(cell, _)| cell) != after.place(card).map(|(cell, _)| cell) {
            difference.moved.push(is.clone());
        }
        if before.details(card) != after.details(card) {
            difference.detailed.push(is.clone());
        }
        if was != is {
            difference.reworded.push((was, is));
        }
    }
    difference.removed =
        cards(before).into_iter().filter(|&card| after.card(card).is_none()).map(|card| text(before, card)).collect();
    let stages = after.journey(journey).map(|journey| journey.stages.clone()).unwrap_or_default();
    let felt = |engagement: &Engagement, stage| engagement.stage(stage).and_then(|stage| stage.emotion);
    let felt = stages.into_iter().map(|stage| (stage, felt(before, stage), felt(after, stage)));
    difference.felt = felt.filter(|(_, from, to)| from != to).collect();
    difference
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::draft::{JourneyDraft, StageDraft};
    use crate::edit::{Command, plan};
    use crate::model::{Cell, Key};

    fn act(engagement: &mut Engagement, command: Command) -> Option<Key> {
        let plan = plan(engagement, command).expect("possible");
        engagement.swap(plan.change);
        plan.made
    }

    fn map(engagement: &mut Engagement, stages: &[(&str, Option<i8>)]) -> JourneyId {
        let stage = |(name, halves): &(&str, Option<i8>)| StageDraft {
            name: (*name).into(),
            emotion: halves.map(Level::from_halves),
            ..StageDraft::default()
        };
        let draft = JourneyDraft { stages: stages.iter().map(stage).collect(), ..JourneyDraft::blank(0) };
        match act(engagement, Command::AddJourney(Box::new(draft))) {
            Some(Key::Journey(id)) => id,
            other => panic!("a journey, not {other:?}"),
        }
    }

    #[test]
    fn stages_meet_by_name_and_then_by_place() {
        let mut e = Engagement::new();
        let first = map(&mut e, &[("Choose", Some(3)), ("Sign", Some(-2)), ("Use", None)]);
        let second = map(&mut e, &[("Start", Some(1)), ("choose ", Some(4)), ("Use", Some(2)), ("Renew", None)]);
        let pairs = pairs(&e, first, second);
        let names: Vec<_> =
            pairs.iter().map(|pair| (pair.first.as_deref(), pair.second.as_deref(), pair.gap())).collect();
        assert_eq!(
            names,
            [
                (Some("Choose"), Some("choose "), Some(1)),
                (Some("Sign"), Some("Start"), Some(3)),
                (Some("Use"), Some("Use"), None),
                (None, Some("Renew"), None),
            ]
        );
    }

    #[test]
    fn a_difference_names_what_became_of_each_card() {
        let mut e = Engagement::new();
        let id = map(&mut e, &[("a", Some(1)), ("b", None)]);
        let journey = e.journey(id).expect("made").clone();
        let cell = |stage: usize, lane: usize| Cell { stage: journey.stages[stage], lane: journey.lanes[lane] };
        let mut card = |text: &str| match act(&mut e, Command::AddCard { cell: cell(0, 0), at: 9, text: text.into() }) {
            Some(Key::Card(card)) => card,
            other => panic!("a card, not {other:?}"),
        };
        let (stays, goes, moves, says) = (card("stays"), card("goes"), card("moves"), card("said"));
        let before = e.clone();
        assert!(difference(&before, &e, id).is_empty());

        act(&mut e, Command::DeleteCard(goes));
        act(&mut e, Command::MoveCard { card: moves, to: cell(1, 0), at: 0 });
        act(&mut e, Command::SetCardText(says, "says".into()));
        act(&mut e, Command::AddCard { cell: cell(1, 1), at: 0, text: "comes".into() });
        act(&mut e, Command::TagCards { cards: vec![stays], tag: "x".into(), on: true });
        act(&mut e, Command::SetEmotion(journey.stages[1], Some(Level::LOWEST)));
        assert_eq!(
            difference(&before, &e, id),
            Difference {
                added: vec!["comes".into()],
                removed: vec!["goes".into()],
                reworded: vec![("said".into(), "says".into())],
                moved: vec!["moves".into()],
                detailed: vec!["stays".into()],
                felt: vec![(journey.stages[1], None, Some(Level::LOWEST))],
            }
        );
    }
}
