//! Where in the app one is, as the text behind the `#` of the address.

mod read;
mod section;
mod view;
mod write;

pub use read::plain;
pub use section::{EconomyPart, Findings, InterviewsView, Section};
pub use view::{is_view, link_of, view_id};

use crate::model::quantity::{InitiativeId, JourneyId, ScenarioId};
use crate::model::record::Names;

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All engagements of this browser.
    Library,
    /// A map of an engagement; without a journey, its first one.
    Journey {
        /// The engagement's id on the shelf.
        engagement: String,
        /// The map.
        journey: Option<JourneyId>,
    },
    /// The frictions of all maps of an engagement.
    Frictions {
        /// The engagement's id on the shelf.
        engagement: String,
    },
    /// The economics of an engagement.
    Economics {
        /// The engagement's id on the shelf.
        engagement: String,
        /// The scenario; without one, the last.
        scenario: Option<ScenarioId>,
        /// The initiative that is looked at.
        initiative: Option<InitiativeId>,
        /// Which part of them.
        part: EconomyPart,
    },
    /// The interviews of an engagement.
    Interviews {
        /// The engagement's id on the shelf.
        engagement: String,
        /// Which of them, or what all of them say.
        view: InterviewsView,
    },
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// The engagement that the page brings along.
    pub fn view() -> Self {
        Route::Journey { engagement: view_id(None), journey: None }
    }

    /// The engagement that this place belongs to.
    pub fn engagement(&self) -> Option<&str> {
        match self {
            Route::Journey { engagement, .. }
            | Route::Frictions { engagement }
            | Route::Economics { engagement, .. }
            | Route::Interviews { engagement, .. } => Some(engagement),
            Route::Library | Route::Unknown => None,
        }
    }

    /// The section of the engagement that this place belongs to.
    pub fn section(&self) -> Option<Section> {
        match self {
            Route::Journey { .. } | Route::Frictions { .. } => Some(Section::Journey),
            Route::Interviews { .. } => Some(Section::Interviews),
            Route::Economics { .. } => Some(Section::Economics),
            Route::Library | Route::Unknown => None,
        }
    }

    /// The same place of an engagement that goes by another id now.
    pub fn moved(self, engagement: String) -> Self {
        match self {
            Route::Journey { journey, .. } => Route::Journey { engagement, journey },
            Route::Frictions { .. } => Route::Frictions { engagement },
            Route::Economics { scenario, initiative, part, .. } => {
                Route::Economics { engagement, scenario, initiative, part }
            }
            Route::Interviews { view, .. } => Route::Interviews { engagement, view },
            Route::Library | Route::Unknown => self,
        }
    }

    /// The same place where records go by other ids now.
    pub fn renamed(self, names: &Names) -> Self {
        match self {
            Route::Journey { engagement, journey } => {
                Route::Journey { engagement, journey: journey.map(|id| names.journey(id)) }
            }
            Route::Economics { engagement, scenario, initiative, part } => Route::Economics {
                engagement,
                scenario: scenario.map(|id| names.scenario(id)),
                initiative: initiative.map(|id| names.initiative(id)),
                part,
            },
            Route::Interviews { engagement, view: InterviewsView::One { interview, quote } } => {
                let (interview, quote) = (interview.map(|id| names.interview(id)), quote.map(|id| names.quote(id)));
                Route::Interviews { engagement, view: InterviewsView::One { interview, quote } }
            }
            Route::Library | Route::Unknown | Route::Frictions { .. } | Route::Interviews { .. } => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Key;
    use crate::model::quantity::InterviewId;

    #[test]
    fn a_place_goes_with_records_that_go_by_other_ids() {
        let mut names = Names::default();
        names.add(Key::Journey(JourneyId(3)), Key::Journey(JourneyId(30)));
        names.add(Key::Scenario(ScenarioId(3)), Key::Scenario(ScenarioId(31)));
        names.add(Key::Interview(InterviewId(3)), Key::Interview(InterviewId(32)));
        for (was, is) in [
            ("#/e/x/journey/3", "#/e/x/journey/30"),
            ("#/e/x/journey/4", "#/e/x/journey/4"),
            ("#/e/x/economics/3", "#/e/x/economics/31"),
            ("#/e/x/interviews/3", "#/e/x/interviews/32"),
            ("#/e/x/interviews/phrases", "#/e/x/interviews/phrases"),
            ("#/", "#/"),
        ] {
            assert_eq!(Route::parse(was).renamed(&names).hash(), is);
        }
    }
}
