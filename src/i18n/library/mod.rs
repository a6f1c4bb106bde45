//! What the library says.

mod en;
mod ru;

use super::Lang;

/// What the library says, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct LibraryWords {
    pub import: &'static str,
    pub engagements: &'static str,
    pub new_engagement: &'static str,
    pub start_with_example: &'static str,
    pub find_project: &'static str,
    pub sort_by: &'static str,
    pub by_change: &'static str,
    pub by_name: &'static str,
    pub templates: &'static str,
    pub template_renewal: &'static str,
    pub template_renewal_about: &'static str,
    pub template_onboarding: &'static str,
    pub template_onboarding_about: &'static str,
    pub template_support: &'static str,
    pub template_support_about: &'static str,
    pub template_purchase: &'static str,
    pub template_purchase_about: &'static str,
    pub template_agency: &'static str,
    pub template_agency_about: &'static str,
    pub template_empty: &'static str,
    pub template_empty_about: &'static str,
    pub welcome_title: &'static str,
    pub welcome_text: &'static str,
    pub unknown_address: &'static str,
    pub storage_denied: &'static str,
    pub newer_unreadable: &'static str,
    pub kept_aside: &'static str,
    pub download_it: &'static str,
    /// What a project holds: maps, cards, interviews, scenarios.
    pub holds: fn([usize; 4]) -> String,
    pub deleted: fn(&str) -> String,
    pub recently_deleted: fn(usize) -> String,
    pub deleted_hint: &'static str,
    pub delete_forever: &'static str,
    pub verb_restore: &'static str,
    pub storage: &'static str,
    pub this_browser_only: &'static str,
    pub share_of_browser: fn(&str) -> String,
    pub backup: &'static str,
    pub backup_file: &'static str,
    pub never_copied: &'static str,
    pub copied_days_ago: fn(i64, usize) -> String,
    pub download_all: &'static str,
    pub drop_here: &'static str,
    pub drop_hint: &'static str,
    pub nothing_uploaded: &'static str,
    pub no_account: &'static str,
}

impl LibraryWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&en::WORDS, &ru::WORDS)
    }
}
