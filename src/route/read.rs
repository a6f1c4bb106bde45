//! An address, read: the place that it leads to.

use std::borrow::Cow;

use super::view::{VIEW, view_id};
use super::{EconomyPart, Findings, InterviewsView, Route};
use crate::interviews::text::HighlightId;
use crate::model::quantity::{InitiativeId, InterviewId, JourneyId, ScenarioId};

impl Route {
    /// Reads an address such as `#/e/k3f9/journey/1`.
    pub fn parse(hash: &str) -> Self {
        let hash = plain(hash);
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Route::Library,
            ["e", id] | ["e", id, "journey"] => Route::Journey { engagement: id.into(), journey: None },
            ["e", id, "journey", "frictions"] => Route::Frictions { engagement: id.into() },
            ["e", id, "journey", number] => match number.parse() {
                Ok(number) => Route::Journey { engagement: id.into(), journey: Some(JourneyId(number)) },
                Err(_) => Route::Unknown,
            },
            ["e", id, "economics", ref rest @ ..] => economics(id, rest),
            ["e", id, "interviews", ref rest @ ..] => interviews(id, rest),
            [VIEW, ref rest @ ..] => view(rest),
            _ => Route::Unknown,
        }
    }
}

/// A place in an engagement that is looked at. What a chat added to a link leads nowhere: the first map is shown then.
fn view(parts: &[&str]) -> Route {
    let section = |part: &str| Route::parse(&format!("#/e/{VIEW}/{part}")) != Route::Unknown;
    let (link, rest) = match parts {
        [link, rest @ ..] if !section(link) => (Some(*link), rest),
        _ => (None, parts),
    };
    let first = Route::Journey { engagement: String::new(), journey: None };
    let place = match Route::parse(&format!("#/e/{VIEW}/{}", rest.join("/"))) {
        Route::Unknown => first,
        place => place,
    };
    place.moved(view_id(link))
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

/// One interview, at a quote or not, or what all of them say.
fn interviews(id: &str, rest: &[&str]) -> Route {
    let one = |interview: Option<&str>, quote: Option<&str>| {
        let number = |part: Option<&str>| part.map(str::parse::<u32>).transpose().ok();
        Some(InterviewsView::One {
            interview: number(interview)?.map(InterviewId),
            quote: number(quote)?.map(HighlightId),
        })
    };
    let view = match *rest {
        [] => Some(InterviewsView::LAST),
        [name] => match Findings::ALL.into_iter().find(|findings| findings.name() == name) {
            Some(findings) => Some(InterviewsView::All(findings)),
            None => one(Some(name), None),
        },
        ["quote", quote] => one(None, Some(quote)),
        [interview, "quote", quote] => one(Some(interview), Some(quote)),
        _ => None,
    };
    view.map_or(Route::Unknown, |view| Route::Interviews { engagement: id.into(), view })
}

/// How often an address is written as a part of another, at most: a mail program wraps what another had wrapped.
const WRAPPED: usize = 3;

/// An address with the signs that a mail program or a chat wrote as percent signs, of those that it is made of; all else stays.
pub fn plain(address: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(address);
    for _ in 0..WRAPPED {
        if plain.contains("%25") {
            plain = Cow::Owned(plain.replace("%25", "%"));
        }
    }
    for (sign, letter) in [("%2F", "/"), ("%2f", "/"), ("%2E", "."), ("%2e", "."), ("%23", "#")] {
        if plain.contains(sign) {
            plain = Cow::Owned(plain.replace(sign, letter));
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::{Section, is_view, link_of};
    use super::*;

    #[test]
    fn every_place_has_an_address_that_leads_back() {
        let interviews = |view| Route::Interviews { engagement: "k3f9".into(), view };
        for route in [
            Route::Library,
            Route::Journey { engagement: "k3f9".into(), journey: None },
            Route::Journey { engagement: "k3f9".into(), journey: Some(JourneyId(12)) },
            Route::Frictions { engagement: "k3f9".into() },
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
            interviews(InterviewsView::LAST),
            interviews(InterviewsView::One { interview: Some(InterviewId(3)), quote: None }),
            interviews(InterviewsView::One { interview: Some(InterviewId(3)), quote: Some(HighlightId(9)) }),
            interviews(InterviewsView::One { interview: None, quote: Some(HighlightId(9)) }),
        ]
        .into_iter()
        .chain(Findings::ALL.map(|findings| interviews(InterviewsView::All(findings))))
        {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn what_is_looked_at_has_addresses_with_its_link() {
        for link in [None, Some("o1.AbC-_9")] {
            let engagement = view_id(link);
            assert!(is_view(&engagement));
            assert_eq!(link_of(&engagement), link);
            for route in [
                Route::Journey { engagement: engagement.clone(), journey: None },
                Route::Journey { engagement: engagement.clone(), journey: Some(JourneyId(3)) },
                Route::Economics {
                    engagement: engagement.clone(),
                    scenario: Some(ScenarioId(7)),
                    initiative: Some(InitiativeId(2)),
                    part: EconomyPart::Fixing,
                },
            ] {
                assert_eq!(Route::parse(&route.hash()), route);
                assert!(route.hash().starts_with("#/view"));
            }
        }
        let first = |link| Route::Journey { engagement: view_id(Some(link)), journey: None };
        assert_eq!(Route::parse("#/view/o1.AbC"), first("o1.AbC"));
        for address in ["#%2Fview%2Fo1.AbC", "#%2fview%2fo1%2eAbC", "#/view/o1%2EAbC", "#%2Fview/o1%2EAbC%2Fjourney"] {
            assert_eq!(Route::parse(address), first("o1.AbC"), "{address}");
        }
        assert_eq!(Route::parse("#/view/o1.AbC)./and/more"), first("o1.AbC)."));
        assert_eq!(Route::parse("#/view"), Route::Journey { engagement: view_id(None), journey: None });
        assert!(!is_view("viewer") && !is_view("k3f9"));
        for section in Section::ALL {
            let route = section.of(view_id(None));
            assert_eq!(Route::parse(&route.hash()), route, "a hosted page begins there");
            assert_eq!(Route::parse(&format!("#/view/{}", section.name())), route);
        }
    }

    #[test]
    fn odd_addresses_lead_nowhere_or_home() {
        assert_eq!(Route::parse(""), Route::Library);
        assert_eq!(Route::parse("#"), Route::Library);
        assert_eq!(Route::parse("#/e/a/journey/x"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/economics/1/2"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/economics/1/initiative/-2"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/interviews/feelings"), Route::Unknown);
        assert_eq!(Route::parse("#/e/a/interviews/1/quote"), Route::Unknown);
        assert_eq!(Route::parse("#/e"), Route::Unknown);
        assert_eq!(Route::parse("#/%F0%9F/../"), Route::Unknown);
    }
}
