//! What went wrong in the library, and what to do.

use crate::storage::envelope::ReadError;
use crate::storage::import::Report;
use crate::ui::browser;
use crate::ui::session::Session;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A file is none of ours: its name and why.
    File(String, ReadError),
    /// Nothing in a file can be used; why, in a sentence.
    Unusable(String),
    /// There is no room for one more engagement.
    NoRoom,
    /// There was no room for everything in a file.
    Incomplete(Report),
    /// There was no room for a new title; of which engagement.
    NotRenamed(String),
    /// The storage does not answer.
    Silent,
    /// The example could not be fetched.
    NoExample,
    /// A download failed.
    NoDownload,
}

impl Trouble {
    /// Whether the storage had no room.
    pub fn is_full(&self) -> bool {
        matches!(self, Trouble::NoRoom | Trouble::Incomplete(_) | Trouble::NotRenamed(_))
    }

    /// The trouble in words, with what to do.
    pub fn text(&self, session: Session) -> String {
        let words = session.w();
        match self {
            Trouble::File(name, error) => words.read_error(name, error),
            Trouble::Unusable(why) => why.clone(),
            Trouble::NoRoom => words.no_room.into(),
            Trouble::Incomplete(report) => report_in_words(session, report),
            Trouble::NotRenamed(_) => words.saving_words.not_renamed.into(),
            Trouble::Silent => session.storage_silent().into(),
            Trouble::NoExample => words.no_example.into(),
            Trouble::NoDownload => words.download_failed.into(),
        }
    }
}

/// What became of a file, in words, with days as the clock here has them.
pub(super) fn report_in_words(session: Session, report: &Report) -> String {
    (session.w().saving_words.report)(report, browser::local_day)
}
