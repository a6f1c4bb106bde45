//! Why there is nothing to look at.

use crate::exchange::link::LinkError;
use crate::handover::site::ClientFault;
use crate::ui::session::Session;

/// The reason.
#[derive(Clone)]
pub enum Wrong {
    /// The link cannot be opened.
    Link(LinkError),
    /// The address asks for a file from elsewhere.
    NotOwnFile,
    /// The file with this name did not come.
    NotLoaded(String),
    /// The file with this name is larger than any project.
    TooLarge(String),
    /// The file with this name is no project that can be opened.
    File(String, ClientFault),
}

impl Wrong {
    /// The reason in words, and what to do.
    pub fn text(&self, session: Session) -> String {
        let words = session.travel();
        match self {
            Wrong::Link(error) => (words.link_error)(*error).into(),
            Wrong::NotOwnFile => words.not_beside.into(),
            Wrong::NotLoaded(name) => (words.not_loaded)(name),
            Wrong::TooLarge(name) => (words.file_too_large)(name),
            Wrong::File(name, ClientFault::NotUtf8) => (words.not_utf8)(name),
            Wrong::File(name, ClientFault::Unread(error)) => session.w().read_error(name, error),
        }
    }
}
