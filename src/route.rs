//! Where in the app one is, as the text behind the `#` of the address.

use crate::model::quantity::JourneyId;

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
            _ => Route::Unknown,
        }
    }

    /// The address of this place.
    pub fn hash(&self) -> String {
        match self {
            Route::Library | Route::Unknown => "#/".into(),
            Route::Journey { engagement, journey: None } => format!("#/e/{engagement}/journey"),
            Route::Journey { engagement, journey: Some(journey) } => format!("#/e/{engagement}/journey/{journey}"),
        }
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
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn odd_addresses_lead_nowhere_or_home() {
        assert_eq!(Route::parse(""), Route::Library);
        assert_eq!(Route::parse("#"), Route::Library);
        assert_eq!(Route::parse("#/e/a/journey/x"), Route::Unknown);
        assert_eq!(Route::parse("#/e"), Route::Unknown);
        assert_eq!(Route::parse("#/%F0%9F/../"), Route::Unknown);
    }
}
