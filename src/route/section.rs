//! The sections of an engagement, and what is looked at within each.

use super::Route;
use crate::interviews::text::HighlightId;
use crate::model::quantity::InterviewId;

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

    pub(super) fn name(self) -> &'static str {
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
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            EconomyPart::Decision => None,
            EconomyPart::Clients => Some("clients"),
            EconomyPart::Revenue => Some("revenue"),
            EconomyPart::Fixing => Some("fixing"),
        }
    }
}
