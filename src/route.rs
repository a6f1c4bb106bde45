//! Where in the app one is, as the text behind the `#` of the address.

use crate::model::quantity::{InitiativeId, JourneyId, ScenarioId};

/// A part of the economics, with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EconomyPart {
    /// The finding, the figures and the charts.
    #[default]
    Decision,
    /// Cohorts: how long clients stay.
    Clients,
    /// Accounts: what moved the recurring revenue.
    Revenue,
    /// What fixing frictions is worth.
    Fixing,
}

impl EconomyPart {
    /// All of them, in their order.
    pub const ALL: [EconomyPart; 4] =
        [EconomyPart::Decision, EconomyPart::Clients, EconomyPart::Revenue, EconomyPart::Fixing];

    /// The word in the address; none for the first.
    fn word(self) -> Option<&'static str> {
        match self {
            EconomyPart::Decision => None,
            EconomyPart::Clients => Some("clients"),
            EconomyPart::Revenue => Some("revenue"),
            EconomyPart::Fixing => Some("fixing"),
        }
    }
}

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
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// Reads an address such as `#/e/k3f9/journey/1`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Route::Library,
            ["e", id] | ["e", id, "journey"] => Route::Journey { engagement: id.into(), journey: None },
            ["e", id, "journey", number] => match number.parse() {
                Ok(number) => Route::Journey { engagement: id.into(), journey: Some(JourneyId(number)) },
                Err(_) => Route::Unknown,
            },
            ["e", id, "economics", ref rest @ ..] => economics(id, rest),
            _ => Route::Unknown,
        }
    }

    /// The engagement that this place belongs to.
    pub fn engagement(&self) -> Option<&str> {
        match self {
            Route::Journey { engagement, .. } | Route::Economics { engagement, .. } => Some(engagement),
            Route::Library | Route::Unknown => None,
        }
    }

    /// The same place of an engagement that goes by another id now.
    pub fn moved(self, engagement: String) -> Self {
        match self {
            Route::Journey { journey, .. } => Route::Journey { engagement, journey },
            Route::Economics { scenario, initiative, part, .. } => {
                Route::Economics { engagement, scenario, initiative, part }
            }
            Route::Library | Route::Unknown => self,
        }
    }

    /// The address of this place.
    pub fn hash(&self) -> String {
        match self {
            Route::Library | Route::Unknown => "#/".into(),
            Route::Journey { engagement, journey: None } => format!("#/e/{engagement}/journey"),
            Route::Journey { engagement, journey: Some(journey) } => format!("#/e/{engagement}/journey/{journey}"),
            Route::Economics { engagement, scenario, initiative, part } => {
                // An initiative stands in its part, which needs no word.
                let part =
                    part.word().filter(|_| initiative.is_none()).map(|word| format!("/{word}")).unwrap_or_default();
                let scenario = scenario.map(|id| format!("/{id}")).unwrap_or_default();
                let initiative = initiative.map(|id| format!("/initiative/{id}")).unwrap_or_default();
                format!("#/e/{engagement}/economics{part}{scenario}{initiative}")
            }
        }
    }
}

/// The economics, at a scenario, an initiative or both.
fn economics(id: &str, rest: &[&str]) -> Route {
    let named = |word: &&str| EconomyPart::ALL.into_iter().find(|part| part.word() == Some(*word));
    let part = rest.first().and_then(named);
    let rest = if part.is_some() { &rest[1..] } else { rest };
    let (scenario, initiative) = match *rest {
        [] => (None, None),
        ["initiative", initiative] => (None, Some(initiative)),
        [scenario] => (Some(scenario), None),
        [scenario, "initiative", initiative] => (Some(scenario), Some(initiative)),
        _ => return Route::Unknown,
    };
    let number = |part: Option<&str>| part.map(str::parse::<u32>).transpose();
    match (number(scenario), number(initiative)) {
        (Ok(scenario), Ok(initiative)) => Route::Economics {
            engagement: id.into(),
            scenario: scenario.map(ScenarioId),
            initiative: initiative.map(InitiativeId),
            part: match initiative {
                Some(_) => EconomyPart::Fixing,
                None => part.unwrap_or_default(),
            },
        },
        _ => Route::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address_that_leads_back() {
        for route in [
            Route::Library,
            Route::Journey { engagement: "k3f9".into(), journey: None },
            Route::Journey { engagement: "k3f9".into(), journey: Some(JourneyId(12)) },
            Route::Economics {
                engagement: "k3f9".into(),
                scenario: None,
                initiative: None,
                part: EconomyPart::Decision,
            },
            Route::Economics {
                engagement: "k3f9".into(),
                scenario: Some(ScenarioId(7)),
                initiative: None,
                part: EconomyPart::Clients,
            },
            Route::Economics {
                engagement: "k3f9".into(),
                scenario: None,
                initiative: Some(InitiativeId(2)),
                part: EconomyPart::Fixing,
            },
            Route::Economics {
                engagement: "k3f9".into(),
                scenario: Some(ScenarioId(7)),
                initiative: Some(InitiativeId(2)),
                part: EconomyPart::Fixing,
            },
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn odd_addresses_lead_nowhere_or_home() {
        assert_eq!(Route::parse(""), Route::Library);
        assert_eq!(Route::parse("#"), Route::Library);
        assert_eq!(Route::parse("#/e/a/journey/x"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/economics/1/2"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/economics/1/initiative/-2"), Route::Unknown);
        assert_eq!(Route::parse("#/e"), Route::Unknown);
        assert_eq!(Route::parse("#/%F0%9F/../"), Route::Unknown);
    }
}
