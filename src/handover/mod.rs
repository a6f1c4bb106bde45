//! What is handed over: the workbook, the slides, the report as one page, and the folder that hosts a client's page. Each is
//! put together from tables, pictures, charts and words, and knows no browser.

use std::collections::BTreeMap;

use crate::exchange::link::one_map;
use crate::insight::interviews::clients;
use crate::insight::interviews::withheld::Withheld;
use crate::interviews::anonymise::{Accounts, Labels};
use crate::model::quantity::JourneyId;
use crate::model::{Collection, Engagement, Key};
use crate::route::is_view;
use crate::storage::stamp::Digest;

/// What of a project is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The map that goes alone, where not all of the project does.
    pub alone: Option<JourneyId>,
    /// Whether clients of the client are named. The project's own file names them in any case.
    pub accounts: Accounts,
}

/// A file of a project, as it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handout {
    /// The project itself.
    Project,
    /// The report, as one page.
    Report,
    /// Slides, sixteen to nine.
    WideSlides,
    /// Slides, A4.
    A4Slides,
    /// The workbook.
    Workbook,
    /// What is due, for a calendar.
    Calendar,
    /// The page that a consultant hosts, as an archive.
    Page,
}

impl Handout {
    /// Every file, in the order in which they are offered.
    pub const ALL: [Handout; 7] = [
        Handout::Project,
        Handout::Report,
        Handout::WideSlides,
        Handout::A4Slides,
        Handout::Workbook,
        Handout::Calendar,
        Handout::Page,
    ];

    /// Whether it is made to be sent to clients, so that it holds what people agreed to. Only the project's own file holds all.
    pub fn goes_to_clients(self) -> bool {
        self != Handout::Project
    }

    /// Whether it holds the project itself, to be opened again, and so interviews too.
    pub fn holds_project(self) -> bool {
        matches!(self, Handout::Project | Handout::Report | Handout::Page)
    }

    /// What this file is made of: a map that goes alone, and what clients get as people agreed to it. `None` where the whole
    /// project may go out as it is.
    pub fn made_of(self, engagement: &Engagement, choice: Choice, labels: Labels) -> Option<Engagement> {
        if !self.goes_to_clients() {
            return choice.alone.and_then(|journey| one_map(engagement, journey));
        }
        (choice != Choice::default() || clients::holds_back(engagement))
            .then(|| for_clients(engagement, choice, labels))
    }

    /// How its name ends, and its media type.
    pub fn kind(self) -> (&'static str, &'static str) {
        match self {
            Handout::Project => ("orbita.json", "application/json"),
            Handout::Report => ("html", "text/html"),
            Handout::WideSlides => {
                ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
            }
            Handout::A4Slides => {
                ("a4.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
            }
            Handout::Workbook => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Handout::Calendar => ("ics", "text/calendar"),
            Handout::Page => ("zip", "application/zip"),
        }
    }
}

/// Tells a project from others for as long as there is one, in files that say news of it: its id on the shelf. One that is only
/// looked at has none of its own: its titles and the names of its stages stand in, which no slider moves.
pub fn lasting_name(engagement: &Engagement, id: &str) -> String {
    if !is_view(id) {
        return id.to_owned();
    }
    let head = engagement.head();
    let mut says = vec![head.title.as_str(), &head.about];
    for (_, journey) in engagement.journeys() {
        says.extend([journey.title.as_str(), &journey.persona, &journey.scenario]);
        says.extend(
            journey.stages.iter().filter_map(|stage| engagement.stage(*stage)).map(|stage| stage.name.as_str()),
        );
    }
    Digest::of(&says.join("\0")).to_string()
}

pub mod chart;
pub mod economy;
pub mod initiatives;
pub mod outcomes;
pub mod report;
pub mod site;
pub mod slides;
pub mod workbook;

/// The project, or one map of it, as it may go to clients: what people said and who they are as they agreed, in cards too.
/// A map by itself knows no interviews, so that names are hidden before it is parted from them.
pub fn for_clients(engagement: &Engagement, choice: Choice, labels: Labels) -> Engagement {
    let copy = clients::copy(engagement, labels, choice.accounts);
    choice.alone.and_then(|journey| one_map(&copy, journey)).unwrap_or(copy)
}

/// In how many records of each kind that are shared the words of people who agreed to nothing are hidden.
pub fn withheld(engagement: &Engagement, alone: Option<JourneyId>) -> BTreeMap<Option<Collection>, usize> {
    let map = alone.and_then(|journey| one_map(engagement, journey));
    let is_shared = |key: Key| map.as_ref().is_none_or(|map| key != Key::Head && map.has(key));
    Withheld::of(engagement).counts(is_shared)
}
