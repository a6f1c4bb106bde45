//! The ids of engagements that are only looked at.

/// What the id of an engagement begins with that is only looked at. Behind a slash follows the text of the link that holds it;
/// the one that the page brings along has nothing more.
pub(super) const VIEW: &str = "view";

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
