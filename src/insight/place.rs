//! Where a step was taken, for whoever takes it back from elsewhere.

use crate::model::quantity::{InterviewId, JourneyId};
use crate::model::{Collection, Engagement, Key};
use crate::route::{InterviewsView, Route, Section};

/// A place of an engagement, as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A map, or some map.
    Journey(Option<JourneyId>),
    /// An interview, or what all of them say.
    Interviews(Option<InterviewId>),
    /// The economics.
    Economics,
}

impl Place {
    /// The section that it lies in.
    fn section(self) -> Section {
        match self {
            Place::Journey(_) => Section::Journey,
            Place::Interviews(_) => Section::Interviews,
            Place::Economics => Section::Economics,
        }
    }
}

/// Where whoever is at `route` has to look for what became of the records; `None` where it is in sight, and where the records are
/// of no place.
pub fn elsewhere(engagement: &Engagement, touched: &[Key], route: &Route) -> Option<Place> {
    let places: Vec<Place> = touched.iter().filter_map(|key| place_of(engagement, *key)).collect();
    // What two places show, such as a quote that speaks for a friction, is in sight on either.
    if places.iter().any(|place| is_shown(*place, route)) {
        return None;
    }
    let is_exact = |place: &&Place| matches!(place, Place::Journey(Some(_)) | Place::Interviews(Some(_)));
    places.iter().find(is_exact).or(places.first()).copied()
}

fn is_shown(place: Place, route: &Route) -> bool {
    match (place, route) {
        (Place::Journey(at), Route::Journey { journey, .. }) => at.is_none() || journey.is_none() || at == *journey,
        (Place::Interviews(at), Route::Interviews { view: InterviewsView::One { interview, .. }, .. }) => {
            at.is_none() || interview.is_none() || at == *interview
        }
        _ => route.section() == Some(place.section()),
    }
}

fn place_of(engagement: &Engagement, key: Key) -> Option<Place> {
    let collection = if let Key::List(collection) = key { collection } else { key.collection()? };
    Some(match section_of(collection) {
        Section::Journey => Place::Journey(journey_of(engagement, key)),
        Section::Interviews => Place::Interviews(interview_of(engagement, key)),
        Section::Economics => Place::Economics,
    })
}

/// The section that shows the records of a collection.
fn section_of(collection: Collection) -> Section {
    match collection {
        Collection::Journey | Collection::Stage | Collection::Lane | Collection::Card | Collection::Details => {
            Section::Journey
        }
        Collection::Scenario | Collection::Initiative | Collection::Account => Section::Economics,
        Collection::Interview
        | Collection::Transcript
        | Collection::Paragraph
        | Collection::Quote
        | Collection::Tag
        | Collection::Group
        | Collection::Statement
        | Collection::Answers => Section::Interviews,
    }
}

fn journey_of(engagement: &Engagement, key: Key) -> Option<JourneyId> {
    match key {
        Key::Journey(journey) => Some(journey),
        Key::Stage(stage) => engagement.journey_of_stage(stage),
        Key::Lane(lane) => engagement.journey_of_lane(lane),
        Key::Card(card) | Key::Details(card) => engagement.journey_of_stage(engagement.place(card)?.0.stage),
        _ => None,
    }
}

fn interview_of(engagement: &Engagement, key: Key) -> Option<InterviewId> {
    match key {
        Key::Interview(interview) | Key::Transcript(interview) => Some(interview),
        Key::Paragraph(paragraph) => Some(engagement.interview_of(paragraph)?.0),
        Key::Quote(quote) => Some(engagement.quote(quote)?.interview),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interviews::text::TagId;
    use crate::model::quantity::{CardId, ScenarioId};
    use crate::route::EconomyPart;
    use crate::storage::envelope;

    #[test]
    fn what_was_done_elsewhere_is_placed_and_what_is_in_sight_is_not() {
        let text = include_str!("../../public/examples/en.json");
        let engagement = envelope::read(text).expect("a document").engagement;
        let at = || "id".to_owned();
        let (map, journey) = engagement.journeys().next().expect("a map");
        let (interview, transcript) = engagement.transcripts().next().expect("an interview");
        let (quote, said) = engagement.quotes().find(|(_, quote)| quote.interview == interview).expect("a quote");
        let [first, other, none] =
            [Some(map), Some(JourneyId(999)), None].map(|journey| Route::Journey { engagement: at(), journey });
        let talk =
            |interview| Route::Interviews { engagement: at(), view: InterviewsView::One { interview, quote: None } };
        let [here, there] = [Some(said.interview), Some(InterviewId(999))].map(talk);
        let part = EconomyPart::Decision;
        let economics = Route::Economics { engagement: at(), scenario: None, initiative: None, part };
        let list = Route::Frictions { engagement: at() };

        let (mapped, told) = (Place::Journey(Some(map)), Place::Interviews(Some(interview)));
        let stage = [Key::Stage(journey.stages[0])];
        let paragraph = [Key::Paragraph(transcript.paragraphs[0]), Key::Quote(quote)];
        let gone = [Key::Card(CardId(9999)), Key::List(Collection::Card)];
        for (touched, route, expected) in [
            (&stage[..], &first, None),
            (&stage, &none, None),
            (&stage, &list, None),
            (&stage, &other, Some(mapped)),
            (&stage, &here, Some(mapped)),
            (&paragraph, &here, None),
            (&paragraph, &there, Some(told)),
            (&paragraph, &economics, Some(told)),
            // A card that is no more may have been on any map.
            (&gone, &other, None),
            (&gone, &economics, Some(Place::Journey(None))),
            (&[Key::Tag(TagId(1))], &here, None),
            (&[Key::Scenario(ScenarioId(1)), Key::Stage(journey.stages[0])], &economics, None),
            (&[Key::Scenario(ScenarioId(1))], &first, Some(Place::Economics)),
            (&[Key::Head], &first, None),
            (&[], &first, None),
        ] {
            assert_eq!(elsewhere(&engagement, touched, route), expected, "{touched:?} at {route:?}");
        }
    }
}
