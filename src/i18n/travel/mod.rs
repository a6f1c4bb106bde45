//! What is said of links, files and hosted pages, and the heads of what is handed over.

pub mod disk;

use std::collections::BTreeMap;

use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx;
use crate::handover::Handout;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::Wrong;
use crate::interviews::anonymise::{Accounts, Going};
use crate::interviews::counts::HighlightCount;
use crate::model::Collection;

/// In how many records of each kind something is hidden; texts of the project as a whole are of none.
pub(in crate::i18n) type Withheld = BTreeMap<Option<Collection>, usize>;

/// How many of these are cards, jobs and outcomes, and other texts.
pub(in crate::i18n) fn withheld_in(counts: &Withheld) -> [usize; 3] {
    let count = |kind: Collection| counts.get(&Some(kind)).copied().unwrap_or(0);
    let [cards, jobs] = [Collection::Card, Collection::Statement].map(count);
    [cards, jobs, counts.values().sum::<usize>() - cards - jobs]
}

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct TravelWords {
    // Links.
    pub link_error: fn(LinkError) -> &'static str,
    pub too_large_for_a_link: &'static str,
    pub of_newer: &'static str,
    pub carrier: fn(Carrier) -> &'static str,
    // The dialog.
    pub share: &'static str,
    pub what_to_share: &'static str,
    pub whole_project: &'static str,
    pub this_map: fn(&str) -> String,
    pub map_alone: &'static str,
    pub files_of_all: &'static str,
    pub files_of_map: &'static str,
    pub link: &'static str,
    pub link_hint: &'static str,
    pub making_link: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_by_keys: &'static str,
    pub characters: fn(usize, &str) -> String,
    pub fits: fn(&str, &str) -> String,
    pub too_long_for: fn(&str, &str) -> String,
    pub send_a_file: &'static str,
    pub qr_code: &'static str,
    pub passphrase: &'static str,
    pub passphrase_optional: &'static str,
    pub passphrase_hint: &'static str,
    pub no_encryption: &'static str,
    pub encryption_failed: &'static str,
    /// What goes along that a client of theirs should not see by accident: accounts with their revenue.
    pub with_accounts: fn(usize, Accounts) -> String,
    pub hide_accounts: &'static str,
    /// What stays at home, with how many quotes and notes are among it.
    pub left_out: fn(&[(Collection, usize)], HighlightCount) -> String,
    // Files that go out.
    pub files: &'static str,
    pub file: fn(Handout) -> (&'static str, &'static str),
    /// What a file holds of the interviews; `None` where it holds none.
    pub interviews_in: fn(Handout, Going) -> Option<String>,
    /// Where words of people who agreed to nothing are hidden, by what holds them; `None`: nowhere.
    pub withheld: fn(&Withheld) -> Option<String>,
    pub names_hidden: &'static str,
    /// What nobody can find in a text but who reads it.
    pub look_yourself: &'static str,
    /// What a file that can be opened again holds; so many accounts, and whether by their names.
    pub project_inside: fn(Inside, usize, Accounts) -> String,
    pub put_inside: &'static str,
    pub preparing: &'static str,
    pub downloaded: fn(&str) -> String,
    pub nothing_due: &'static str,
    // What is looked at.
    pub preview: &'static str,
    pub preview_hint: &'static str,
    pub explore_hint: &'static str,
    pub not_in_address: &'static str,
    /// The title of one's own project, how many changes there are on the maps, and in figures.
    pub returned: fn(&str, usize, usize) -> String,
    pub save_a_copy: &'static str,
    pub open_your_copy: &'static str,
    pub copy_saved: &'static str,
    pub preview_refused: &'static str,
    pub explore_refused: &'static str,
    pub cannot_open: &'static str,
    pub locked: &'static str,
    pub locked_hint: &'static str,
    pub unlock: &'static str,
    pub unlocking: &'static str,
    pub cannot_unlock: &'static str,
    pub not_beside: &'static str,
    pub not_loaded: fn(&str) -> String,
    pub not_utf8: fn(&str) -> String,
    pub file_too_large: fn(&str) -> String,
    pub no_such_part: &'static str,
    // Versions, and the app on its own.
    pub installed_empty: &'static str,
    pub version: fn(&str) -> String,
    pub new_version: &'static str,
    pub update: &'static str,
    // Files that come in.
    pub workbook_refused: fn(xlsx::Refused) -> &'static str,
    pub report_unread: fn(Unread) -> &'static str,
    // Hosted pages.
    pub config_wrong: &'static str,
    pub config_error: fn(&Wrong) -> String,
    pub page_fault: fn(&PageFault) -> String,
    // Workbooks.
    pub cards: &'static str,
    pub map: &'static str,
    pub cohort: &'static str,
    pub cohorts_of: fn(&str) -> String,
    pub age: fn(usize) -> String,
    pub accounts: &'static str,
    pub account: &'static str,
    pub account_period: fn(usize) -> String,
    pub value: &'static str,
    pub per_period: &'static str,
    pub one_off_months: &'static str,
    // The report.
    pub finding: &'static str,
    pub made_on: fn(&str) -> String,
    pub contents: &'static str,
    pub open_again: &'static str,
    pub worth: &'static str,
    pub worth_median: &'static str,
    pub worth_range: &'static str,
    pub pays: &'static str,
}

/// What goes along of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// One map.
    Map,
    /// The project, but for what clients do not get.
    Project,
    /// All that there is.
    Whole,
}

impl Inside {
    /// Of one map alone, or of a project with such interviews and accounts. Debriefs never go along, so that a project with interviews
    /// is never whole.
    pub fn of(is_alone: bool, interviews: Going, accounts: usize, named: Accounts) -> Self {
        match () {
            () if is_alone => Inside::Map,
            () if interviews != Going::default() || accounts > 0 && named == Accounts::Hidden => Inside::Project,
            () => Inside::Whole,
        }
    }
}

#[cfg(test)]
mod inside {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn nothing_is_called_whole_of_which_something_stays() {
        let going = Going { left_out: 2, ..Going::default() };
        let said = |inside, interviews, accounts, named| {
            let words = TravelWords::of(Lang::English);
            (words.project_inside)(Inside::of(inside, interviews, accounts, named), accounts, named)
        };
        assert_eq!(said(false, going, 0, Accounts::Named), "The project is inside");
        assert_eq!(said(true, Going::default(), 0, Accounts::Named), "This map is inside");
        assert!(said(false, Going::default(), 3, Accounts::Named).starts_with("The whole project"));
        assert!(!said(false, Going::default(), 3, Accounts::Hidden).contains("whole"));
    }
}
