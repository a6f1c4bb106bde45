//! What a project that comes back by a link says otherwise than one's own. A link carries no ids: maps, stages and lanes are the
//! same by their names, or else by their places, and cards by their words.

use std::collections::HashMap;

use super::compare::Difference;
use crate::model::Engagement;
use crate::model::journey::{Details, LaneKind};
use crate::model::quantity::StageId;
use crate::model::scenario::{Initiative, Scenario};

/// What a project says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// Cards and levels of all maps; stages are those of what came back.
    pub maps: Difference,
    /// Numbers of scenarios, initiatives and accounts; one that only one of them has counts once.
    pub figures: usize,
}

/// Where a card stands: the map by its place, stage and lane by their names.
type CardPlace = (usize, String, (LaneKind, String));

/// A card.
struct PlacedCard<'a> {
    text: &'a str,
    place: CardPlace,
    details: Option<&'a Details>,
}

/// What `theirs` says otherwise than `own`.
pub fn returned(own: &Engagement, theirs: &Engagement) -> Returned {
    let numbers = map_numbers(own, theirs);
    let (before, after) = (stages(own, |at| at), stages(theirs, |at| numbers[at]));
    let mut maps = Difference::default();
    let mut gone = cards(own, &before);
    let mut come = cards(theirs, &after);
    let mut meet = |same: fn(&PlacedCard, &PlacedCard) -> bool| -> Vec<(String, String)> {
        let mut met = Vec::new();
        come.retain(|new| {
            let Some(at) = gone.iter().position(|old| same(old, new)) else { return true };
            met.push((gone.remove(at).text.to_owned(), new.text.to_owned()));
            false
        });
        met
    };
    let words = |met: Vec<(String, String)>| met.into_iter().map(|(_, is)| is).collect();
    meet(|old, new| old.text == new.text && old.place == new.place && old.details == new.details);
    maps.detailed = words(meet(|old, new| old.text == new.text && old.place == new.place));
    maps.moved = words(meet(|old, new| old.text == new.text));
    maps.reworded = meet(|old, new| old.place == new.place);
    maps.added = come.iter().map(|card| card.text.to_owned()).collect();
    maps.removed = gone.iter().map(|card| card.text.to_owned()).collect();
    let level = |engagement: &Engagement, stage: StageId| engagement.stage(stage).and_then(|stage| stage.emotion);
    let was: HashMap<_, _> =
        before.iter().map(|(stage, map, name)| ((*map, name.as_str()), level(own, *stage))).collect();
    for (stage, map, name) in &after {
        let is = level(theirs, *stage);
        let before = was.get(&(*map, name.as_str()));
        maps.felt.extend(before.filter(|was| **was != is).map(|was| (*stage, *was, is)));
    }
    Returned { maps, figures: figures(own, theirs) }
}

/// Which map of one's own each of the others is: that of its title, or else the first that is left; new ones count on.
fn map_numbers(own: &Engagement, theirs: &Engagement) -> Vec<usize> {
    let titles = |engagement: &Engagement| -> Vec<String> {
        engagement.journeys().map(|(_, journey)| journey.title.trim().to_lowercase()).collect()
    };
    let (before, after) = (titles(own), titles(theirs));
    let mut taken = vec![false; before.len() + after.len()];
    let mut numbers: Vec<Option<usize>> = vec![None; after.len()];
    let mut take = |slot: &mut Option<usize>, at: Option<usize>| {
        if let (None, Some(at)) = (&slot, at.filter(|at| !taken[*at])) {
            taken[at] = true;
            *slot = Some(at);
        }
    };
    for (slot, title) in numbers.iter_mut().zip(&after) {
        take(slot, before.iter().position(|own| own == title));
    }
    for slot in &mut numbers {
        for at in 0..before.len() + after.len() {
            take(slot, Some(at));
        }
    }
    numbers.into_iter().flatten().collect()
}

/// All stages with the number of their map, and the name, or else the place, that tells them from the others of it.
fn stages(engagement: &Engagement, number: impl Fn(usize) -> usize) -> Vec<(StageId, usize, String)> {
    let mut stages = Vec::new();
    for (at, (_, journey)) in engagement.journeys().enumerate() {
        for (place, stage) in journey.stages.iter().enumerate() {
            let name = engagement.stage(*stage).map(|stage| stage.name.trim().to_lowercase()).unwrap_or_default();
            stages.push((*stage, number(at), if name.is_empty() { format!("{place}") } else { name }));
        }
    }
    stages
}

fn cards<'a>(engagement: &'a Engagement, stages: &[(StageId, usize, String)]) -> Vec<PlacedCard<'a>> {
    let mut found = Vec::new();
    for (id, map, name) in stages {
        let Some(stage) = engagement.stage(*id) else { continue };
        for (lane, cards) in stage.cells.iter() {
            let Some(lane) = engagement.lane(lane) else { continue };
            let place = (*map, name.clone(), (lane.kind, lane.name.trim().to_lowercase()));
            found.extend(cards.iter().filter_map(|card| {
                let text = &engagement.card(*card)?.text;
                Some(PlacedCard { text, place: place.clone(), details: engagement.details(*card) })
            }));
        }
    }
    found
}

fn figures(own: &Engagement, theirs: &Engagement) -> usize {
    let scenarios = |engagement: &Engagement| engagement.scenarios().map(|(_, one)| one.clone()).collect::<Vec<_>>();
    let initiatives =
        |engagement: &Engagement| engagement.initiatives().map(|(_, one)| one.clone()).collect::<Vec<_>>();
    let accounts = |engagement: &Engagement| engagement.accounts().map(|(_, one)| one.clone()).collect::<Vec<_>>();
    let of_accounts = counted(&accounts(own), &accounts(theirs), |one, other| {
        let longest = one.revenue.len().max(other.revenue.len());
        (0..longest).filter(|at| one.revenue.get(*at) != other.revenue.get(*at)).count()
    });
    counted(&scenarios(own), &scenarios(theirs), of_scenario)
        + counted(&initiatives(own), &initiatives(theirs), of_initiative)
        + of_accounts
}

/// How much the pairs of two lists say otherwise; what has no partner counts once.
fn counted<T>(own: &[T], theirs: &[T], of: impl Fn(&T, &T) -> usize) -> usize {
    own.len().abs_diff(theirs.len()) + own.iter().zip(theirs).map(|(one, other)| of(one, other)).sum::<usize>()
}

fn of_scenario(one: &Scenario, other: &Scenario) -> usize {
    let estimates =
        |s: &Scenario| [s.clients, s.revenue, s.margin, s.churn, s.cac, s.budget, s.one_off, s.discount, s.growth];
    let numbers = estimates(one).iter().zip(&estimates(other)).filter(|(one, other)| one != other).count();
    let rest = [
        one.keep != other.keep,
        one.horizon != other.horizon,
        one.response != other.response,
        one.cohorts != other.cohorts,
        one.by_age != other.by_age,
        one.payment != other.payment,
    ];
    numbers + rest.into_iter().filter(|is| *is).count()
}

fn of_initiative(one: &Initiative, other: &Initiative) -> usize {
    let estimates = |i: &Initiative| [i.cost_once, i.cost_per_period, i.reach, i.churn_cut, i.margin_gain, i.won];
    estimates(one).iter().zip(&estimates(other)).filter(|(one, other)| one != other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, plan};
    use crate::exchange::link;
    use crate::model::Cell;
    use crate::model::amount::Amount;
    use crate::model::quantity::Level;
    use crate::storage::envelope;

    fn act(engagement: &mut Engagement, command: Command) {
        let plan = plan(engagement, command).expect("possible");
        engagement.swap(plan.change);
    }

    /// The project as a link brings it back, with ids of its own.
    fn sent(engagement: &Engagement) -> Engagement {
        match link::read(&link::write(engagement).expect("small enough")) {
            Ok(link::Content::Open(back)) => *back,
            other => panic!("a project, not {other:?}"),
        }
    }

    #[test]
    fn what_comes_back_by_a_link_says_what_was_changed_there() {
        for text in [include_str!("../../public/examples/en.json"), include_str!("../../public/examples/ru.json")] {
            let own = envelope::read(text).expect("a document").engagement;
            let mut theirs = sent(&own);
            assert_eq!(returned(&own, &theirs), Returned::default(), "as it was sent");

            let (_, journey) = theirs.journeys().next().expect("a map");
            let (first, second) = (journey.stages[0], journey.stages[1]);
            let cards: Vec<_> =
                theirs.stage(first).expect("a stage").cells.iter().flat_map(|(_, c)| c.to_vec()).collect();
            let text = |e: &Engagement, card| e.card(card).map(|card| card.text.clone()).expect("a card");
            let said: Vec<String> = cards[..3].iter().map(|card| text(&theirs, *card)).collect();
            let lane = theirs.place(cards[2]).expect("placed").0.lane;
            act(&mut theirs, Command::DeleteCard(cards[0]));
            act(&mut theirs, Command::SetCardText(cards[1], "In other words".into()));
            act(&mut theirs, Command::MoveCard { card: cards[2], to: Cell { stage: second, lane }, at: 0 });
            let last = *theirs.journeys().next().expect("a map").1.stages.last().expect("stages");
            act(&mut theirs, Command::AddCard { cell: Cell { stage: last, lane }, at: 0, text: "New here".into() });
            let felt = theirs.stage(first).expect("a stage").emotion;
            act(&mut theirs, Command::SetEmotion(first, Some(Level::from_halves(-3))));
            let found = returned(&own, &theirs);
            assert_eq!(found.maps.added, ["New here"]);
            assert_eq!(found.maps.felt, [(first, felt, Some(Level::from_halves(-3)))]);
            assert_eq!(found.maps.moved, [said[2].clone()]);
            let words = [found.maps.removed.clone(), found.maps.reworded.iter().map(|(was, _)| was.clone()).collect()];
            let mut words = words.concat();
            words.retain(|text| said[..2].contains(text));
            assert_eq!((found.maps.count(), words.len(), found.figures), (5, 2, 0));
        }
    }

    #[test]
    fn figures_are_counted() {
        let own = envelope::read(include_str!("../../public/examples/en.json")).expect("a document").engagement;
        let mut one = own.scenarios().next().expect("a scenario").1.clone();
        let before = one.clone();
        one.keep = Amount::new(0.123).expect("a number");
        one.clients = one.revenue;
        assert_eq!(of_scenario(&before, &one), 2);
        assert_eq!(counted(&[1, 2], &[1, 2, 3], |_, _| 0), 1);
        assert_eq!(figures(&own, &sent(&own)), 0);
    }
}
