//! What all interviews say together.

use leptos::prelude::*;

use crate::route::Findings;
use crate::ui::desk::Desk;

/// What all interviews say of one matter.
#[component]
pub fn FindingsView(
    /// The engagement.
    desk: Desk,
    /// Of what.
    findings: Findings,
) -> impl IntoView {
    _ = (desk.id(), findings);
    view! { <section class="findings"></section> }
}
