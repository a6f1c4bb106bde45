//! The sections of an open engagement, each one row: its name and icon, what is fetched for it, and what it shows.

mod maps;

use leptos::prelude::*;

use super::desk::Desk;
use super::economics;
use super::interviews;
use super::parts::{Sign, later};
use super::saving::Saver;
use crate::i18n::Words;
use crate::model::quantity::JourneyId;
use crate::route::{Route, Section};

/// What the screen of a section is shown for.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The engagement.
    pub desk: Desk,
    /// How it stands with saving.
    pub saver: Saver,
    /// The address.
    pub route: RwSignal<Route>,
    /// The map of the address, or the first.
    pub journey: Memo<Option<JourneyId>>,
    /// Whether the address is that of the table of all frictions.
    pub all_frictions: Memo<bool>,
}

/// Writes a function for each column of the table: whoever only fetches brings along no screen.
macro_rules! sections {
    ($($section:ident: $label:ident, $sign:ident, $how:ident $part:ident;)*) => {
        /// What a section is called.
        pub fn label(w: &'static Words, section: Section) -> &'static str {
            match section {
                $(Section::$section => w.$label,)*
            }
        }

        /// Its icon.
        pub fn sign(section: Section) -> Sign {
            match section {
                $(Section::$section => Sign::$sign,)*
            }
        }

        /// Fetches what the address shows of a section. Whoever opens what does not come is told then.
        pub async fn fetch(section: Section, route: &Route) {
            match section {
                $(Section::$section => sections!(@fetch $how $part, route),)*
            }
        }

        /// Its screen, fetched when it is first needed.
        pub fn show(section: Section, shown: Shown) -> AnyView {
            match section {
                $(Section::$section => sections!(@show $how $part, shown),)*
            }
        }
    };
    // One screen, whatever the address shows of it.
    (@fetch screen $part:ident, $route:ident) => { _ = $part::screen().await };
    (@show screen $part:ident, $shown:ident) => {
        later($part::screen, move |screen| screen($shown.desk, $shown.saver, $shown.route))
    };
    // Several, among which the module chooses.
    (@fetch screens $part:ident, $route:ident) => { $part::fetch($route).await };
    (@show screens $part:ident, $shown:ident) => { $part::show($shown) };
}

sections! {
    Journey: journey, Map, screens maps;
    Interviews: interviews, Speech, screen interviews;
    Economics: economics, Chart, screen economics;
}
