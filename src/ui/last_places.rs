//! Where the person is on the maps of the open engagement: whoever comes back to a map finds the place again.

use leptos::prelude::*;

use super::browser;
use super::desk::Desk;
use super::saving::Saver;
use crate::insight::walk::Spot;
use crate::interviews::record::Claim;
use crate::model::quantity::{InitiativeId, JourneyId, ScenarioId};
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
        let Some(place) = desk.peek(|e| shown_at(e, key)) else { return };
        let route = match place {
            ShownAt::Map(journey, spot) => {
                if let Some(spot) = spot {
                    self.note(journey, spot);
                    self.asked.set(Some((journey, spot)));
                }
                Route::Journey { engagement, journey: Some(journey) }
            }
            ShownAt::Interviews(view) => Route::Interviews { engagement, view },
            ShownAt::Economics(part, scenario, initiative) => {
                Route::Economics { engagement, scenario, initiative, part }
            }
        };
        browser::go(&route.hash());
    }
}

/// What shows a record.
enum ShownAt {
    /// A map, and the place on it.
    Map(JourneyId, Option<Spot>),
    /// What is looked at among the interviews.
    Interviews(InterviewsView),
    /// A part of the economics.
    Economics(EconomyPart, Option<ScenarioId>, Option<InitiativeId>),
}

fn shown_at(engagement: &Engagement, key: Key) -> Option<ShownAt> {
    let spot = |journey: Option<JourneyId>, spot| Some(ShownAt::Map(journey?, Some(spot)));
    let one = |interview, quote| ShownAt::Interviews(InterviewsView::One { interview: Some(interview), quote });
    let all = |findings| ShownAt::Interviews(InterviewsView::All(findings));
    Some(match key {
        Key::Journey(id) => ShownAt::Map(id, None),
        Key::Stage(stage) => return spot(engagement.journey_of_stage(stage), Spot::Stage(stage)),
        Key::Lane(lane) => return spot(engagement.journey_of_lane(lane), Spot::Lane(lane)),
        Key::Card(card) | Key::Details(card) => {
            let (Cell { stage, .. }, _) = engagement.place(card)?;
            return spot(engagement.journey_of_stage(stage), Spot::Card(card));
        }
        Key::Scenario(id) => ShownAt::Economics(EconomyPart::Decision, Some(id), None),
        Key::Initiative(id) => ShownAt::Economics(EconomyPart::Fixing, None, Some(id)),
        Key::Account(_) => ShownAt::Economics(EconomyPart::Revenue, None, None),
        Key::Interview(id) | Key::Transcript(id) => one(id, None),
        Key::Paragraph(id) => one(engagement.interview_of(id)?.0, None),
        Key::Quote(id) => one(engagement.quote(id)?.interview, Some(id)),
        Key::Tag(_) | Key::Group(_) => all(Findings::Codebook),
        Key::Statement(id) | Key::Answers(id) => match engagement.statement(id)?.claim {
            Claim::Outcome { .. } => all(Findings::Outcomes),
            Claim::Job { .. } | Claim::Story { .. } => all(Findings::Jobs),
        },
        Key::Head | Key::List(_) => return None,
    })
}
