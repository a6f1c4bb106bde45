//! What is said of links, files and hosted pages, and the heads of what is handed over.

mod en;
mod ru;

use super::Lang;
use crate::exchange::link::{Carrier, LinkError};
use crate::exchange::office::xlsx;
use crate::handover::report::Unread;
use crate::handover::site::PageFault;
use crate::handover::site::config::Wrong;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct TravelWords {
    // Links.
    pub link_error: fn(LinkError) -> &'static str,
    pub too_large_for_a_link: &'static str,
    pub carrier: fn(Carrier) -> &'static str,
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
    pub text: &'static str,
    pub tags: &'static str,
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
    pub worth_range: &'static str,
    pub pays: &'static str,
}

impl TravelWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::English => &en::WORDS,
            Lang::Russian => &ru::WORDS,
        }
    }
}
