//! Where the person is on the maps of the open engagement: whoever comes back to a map finds the place again.

use leptos::prelude::*;

use super::browser;
use super::desk::Desk;
use super::saving::Saver;
use crate::insight::walk::Spot;
use crate::interviews::record::Claim;
use crate::model::quantity::JourneyId;
use crate::model::{Cell, Engagement, Key};
use crate::route::{EconomyPart, Findings, InterviewsView, Route};

/// The place on each map. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct LastPlaces {
    last: StoredValue<Vec<(JourneyId, Spot)>>,
    /// Where a map that is on the screen is to go.
    asked: RwSignal<Option<(JourneyId, Spot)>>,
}

impl LastPlaces {
    /// Nowhere yet.
    pub fn new() -> Self {
        LastPlaces { last: StoredValue::new(Vec::new()), asked: RwSignal::new(None) }
    }

    /// Notes the place on a map.
    pub fn note(self, journey: JourneyId, spot: Spot) {
        self.last.update_value(|places| {
            places.retain(|(of, _)| *of != journey);
            places.push((journey, spot));
        });
    }

    /// The place on a map, where there was one.
    pub fn on(self, journey: JourneyId) -> Option<Spot> {
        self.last.with_value(|places| places.iter().find(|(of, _)| *of == journey).map(|(_, spot)| *spot))
    }

    /// Where a map is asked to go; wakes when it is.
    pub fn asked(self, journey: JourneyId) -> Option<Spot> {
        self.asked.get().filter(|(of, _)| *of == journey).map(|(_, spot)| spot)
    }

    /// Goes to where a record is shown.
    pub fn show(self, desk: Desk, saver: Saver, key: Key) {
        let engagement = untrack(|| saver.id());
        let route = match (key, desk.peek(|e| spot_of(e, key))) {
            (_, Some((journey, spot))) => {
                self.note(journey, spot);
                self.asked.set(Some((journey, spot)));
                Route::Journey { engagement, journey: Some(journey) }
            }
            (Key::Journey(id), None) => Route::Journey { engagement, journey: Some(id) },
            (Key::Scenario(id), None) => {
                Route::Economics { engagement, scenario: Some(id), initiative: None, part: EconomyPart::Decision }
            }
            (Key::Initiative(id), None) => {
                Route::Economics { engagement, scenario: None, initiative: Some(id), part: EconomyPart::Fixing }
            }
            (Key::Account(_), None) => {
                Route::Economics { engagement, scenario: None, initiative: None, part: EconomyPart::Revenue }
            }
            (key, None) => match desk.peek(|e| view_of(e, key)) {
                Some(view) => Route::Interviews { engagement, view },
                None => return,
            },
        };
        browser::go(&route.hash());
    }
}

/// What of the interviews shows a record.
fn view_of(engagement: &Engagement, key: Key) -> Option<InterviewsView> {
    let one = |interview, quote| InterviewsView::One { interview: Some(interview), quote };
    Some(match key {
        Key::Interview(id) | Key::Transcript(id) => one(id, None),
        Key::Paragraph(id) => one(engagement.interview_of(id)?.0, None),
        Key::Quote(id) => one(engagement.quote(id)?.interview, Some(id)),
        Key::Tag(_) | Key::Group(_) => InterviewsView::All(Findings::Codebook),
        Key::Statement(id) | Key::Answers(id) => match engagement.statement(id)?.claim {
            Claim::Outcome { .. } => InterviewsView::All(Findings::Outcomes),
            Claim::Job { .. } | Claim::Story { .. } => InterviewsView::All(Findings::Jobs),
        },
        _ => return None,
    })
}

/// The map and the place on it that show a record.
fn spot_of(engagement: &Engagement, key: Key) -> Option<(JourneyId, Spot)> {
    match key {
        Key::Card(card) | Key::Details(card) => {
            let (Cell { stage, .. }, _) = engagement.place(card)?;
            Some((engagement.journey_of_stage(stage)?, Spot::Card(card)))
        }
        Key::Stage(stage) => Some((engagement.journey_of_stage(stage)?, Spot::Stage(stage))),
        Key::Lane(lane) => Some((engagement.journey_of_lane(lane)?, Spot::Lane(lane))),
        _ => None,
    }
}
