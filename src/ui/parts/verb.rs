//! What of a verb is shown.

use leptos::prelude::*;

use crate::ui::commands::Verb;
use crate::ui::icon::Icon;

/// The icon of a verb.
pub fn verb_icon(verb: impl Verb) -> AnyView {
    verb.row().icon.map(|sign| view! { <Icon sign /> }).into_any()
}
