//! Where in the app one is, as the text behind the `#` of the address.

use std::borrow::Cow;

use crate::interviews::text::HighlightId;
use crate::model::quantity::{InitiativeId, InterviewId, JourneyId, ScenarioId};
use crate::model::record::Names;

/// A section of an engagement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The maps.
    Journey,
    /// What clients said.
    Interviews,
    /// What keeping them is worth.
    Economics,
}

impl Section {
    /// All of them, in the order of the bar.
    pub const ALL: [Section; 3] = [Section::Journey, Section::Interviews, Section::Economics];

    /// Its name in the choices of a hosted page.
    pub fn name(self) -> &'static str {
        match self {
            Section::Journey => "journey",
            Section::Interviews => "interviews",
            Section::Economics => "economics",
        }
    }

    /// Where a section begins.
    pub fn of(self, engagement: String) -> Route {
        match self {
            Section::Journey => Route::Journey { engagement, journey: None },
            Section::Interviews => Route::Interviews { engagement, view: InterviewsView::LAST },
            Section::Economics => {
                Route::Economics { engagement, scenario: None, initiative: None, part: EconomyPart::Decision }
            }
        }
    }
}

/// What is looked at among the interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterviewsView {
    /// One interview; without one, the last.
    One {
        /// The interview.
        interview: Option<InterviewId>,
        /// The quote that is gone to.
        quote: Option<HighlightId>,
    },
    /// What all of them say.
    All(Findings),
}

impl InterviewsView {
    /// The last interview that was looked at.
    pub const LAST: Self = InterviewsView::One { interview: None, quote: None };
}

/// What is looked at over all interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Findings {
    /// Four forces, and who is to be recruited next.
    Forces,
    /// Clients' own phrases.
    Phrases,
    /// The codebook.
    Codebook,
    /// Jobs and job stories.
    Jobs,
    /// Outcomes, with what answers say of them.
    Outcomes,
    /// All quotes, and the search over everything that was said.
    Quotes,
}

impl Findings {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Findings; 6] =
        [Findings::Forces, Findings::Phrases, Findings::Codebook, Findings::Jobs, Findings::Outcomes, Findings::Quotes];

    fn name(self) -> &'static str {
        match self {
            Findings::Forces => "forces",
            Findings::Phrases => "phrases",
            Findings::Codebook => "codebook",
            Findings::Jobs => "jobs",
            Findings::Outcomes => "outcomes",
            Findings::Quotes => "quotes",
        }
    }
}

/// What the id of an engagement begins with that is only looked at. Behind a slash follows the text of the link that holds it;
/// the one that the page brings along has nothing more.
const VIEW: &str = "view";

/// Whether an engagement is only looked at, by its id.
pub fn is_view(id: &str) -> bool {
    id.strip_prefix(VIEW).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The id of an engagement that the text of a link holds; `None` for the one that the page brings along.
pub fn view_id(link: Option<&str>) -> String {
    link.map_or_else(|| VIEW.into(), |link| format!("{VIEW}/{link}"))
}

/// The text of the link in the id of an engagement that is looked at.
pub fn link_of(id: &str) -> Option<&str> {
    id.strip_prefix(VIEW)?.strip_prefix('/')
}

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

    /// The address of this place.
    pub fn hash(&self) -> String {
        let hash = self.hash_of_kept();
        if self.engagement().is_some_and(is_view) { hash.replacen("#/e/", "#/", 1) } else { hash }
    }

    fn hash_of_kept(&self) -> String {
        match self {
            Route::Library | Route::Unknown => "#/".into(),
            Route::Journey { engagement, journey: None } => format!("#/e/{engagement}/journey"),
            Route::Journey { engagement, journey: Some(journey) } => format!("#/e/{engagement}/journey/{journey}"),
            Route::Frictions { engagement } => format!("#/e/{engagement}/journey/frictions"),
            Route::Economics { engagement, scenario, initiative, part } => {
                // An initiative stands in its part, which needs no word.
                let part =
                    part.word().filter(|_| initiative.is_none()).map(|word| format!("/{word}")).unwrap_or_default();
                let scenario = scenario.map(|id| format!("/{id}")).unwrap_or_default();
                let initiative = initiative.map(|id| format!("/initiative/{id}")).unwrap_or_default();
                format!("#/e/{engagement}/economics{part}{scenario}{initiative}")
            }
            Route::Interviews { engagement, view: InterviewsView::All(findings) } => {
                format!("#/e/{engagement}/interviews/{}", findings.name())
            }
            Route::Interviews { engagement, view: InterviewsView::One { interview, quote } } => {
                let interview = interview.map(|id| format!("/{id}")).unwrap_or_default();
                let quote = quote.map(|id| format!("/quote/{}", id.0)).unwrap_or_default();
                format!("#/e/{engagement}/interviews{interview}{quote}")
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Key;

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
