//! What each language says: the folder of a language has everything of it, and is named here alone.

use super::accounts::AccountWords;
use super::backing::BackingWords;
use super::charts::ChartWords;
use super::cohorts::CohortWords;
use super::economy::EconomyWords;
use super::forecast::ForecastWords;
use super::frictions::FrictionsWords;
use super::initiatives::InitiativeWords;
use super::interviews::InterviewWords;
use super::interviews::capture::CaptureWords;
use super::interviews::findings::FindingsWords;
use super::journey::JourneyWords;
use super::keys::KeyWords;
use super::library::LibraryWords;
use super::map::MapWords;
use super::pasting::PastingWords;
use super::ranges::RangeWords;
use super::saving::freeing::FreeingWords;
use super::spending::SpendingWords;
use super::tables::TableWords;
use super::travel::TravelWords;
use super::travel::disk::DiskWords;
use super::versions::VersionWords;
use super::workshop::WorkshopWords;
use super::{Customs, Lang, Words, en, ru};
use crate::interviews::anonymise::Labels;

/// What the folder of a language has under a name.
macro_rules! in_folder {
    ($lang:expr, $($name:ident)::+) => {
        match $lang {
            Lang::English => &en::$($name)::+,
            Lang::Russian => &ru::$($name)::+,
        }
    };
}

impl Lang {
    /// What is said in this language everywhere.
    pub fn words(self) -> &'static Words {
        in_folder!(self, WORDS)
    }

    /// How it writes figures and dates.
    pub fn customs(self) -> &'static Customs {
        in_folder!(self, customs::CUSTOMS)
    }

    /// What stands for names, contacts and words that are hidden.
    pub fn hidden(self) -> Labels {
        *in_folder!(self, hidden::LABELS)
    }
}

/// The words of a part of the app, each with the file that every language has for them.
macro_rules! parts {
    ($($words:ty: $part:ident,)+) => {
        $(impl $words {
            /// What is said in a language.
            pub fn of(lang: Lang) -> &'static Self {
                in_folder!(lang, $part::WORDS)
            }
        })+
    };
}

parts! {
    AccountWords: accounts,
    BackingWords: backing,
    CaptureWords: capture,
    ChartWords: charts,
    CohortWords: cohorts,
    DiskWords: disk,
    EconomyWords: economy,
    FindingsWords: findings,
    ForecastWords: forecast,
    FreeingWords: freeing,
    FrictionsWords: frictions,
    InitiativeWords: initiatives,
    InterviewWords: interviews,
    JourneyWords: journey,
    KeyWords: keys,
    LibraryWords: library,
    MapWords: map,
    PastingWords: pasting,
    RangeWords: ranges,
    SpendingWords: spending,
    TableWords: tables,
    TravelWords: travel,
    VersionWords: versions,
    WorkshopWords: workshop,
}
