//! What all interviews say, and the dialogs in which quotes are joined to what they speak for: fetched when first needed.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::findings::{FindingsView, SharedDialogs, use_hub};
use crate::route::Findings;
use crate::ui::parts::{live, once_needed};

/// What is fetched.
#[derive(Clone, Copy)]
pub struct Deferred {
    /// What all interviews say of one matter.
    findings: fn(Findings) -> AnyView,
    /// The dialogs.
    dialogs: fn() -> AnyView,
}

/// Fetches it.
#[wasm_split(tools, fallible)]
pub fn deferred() -> Result<Deferred, SplitLoaderError> {
    Ok(Deferred {
        findings: |findings| view! { <FindingsView findings /> }.into_any(),
        dialogs: || view! { <SharedDialogs /> }.into_any(),
    })
}

/// What all interviews say, as long as that is shown.
pub fn findings(deferred: Deferred, shown: Memo<Option<Findings>>) -> AnyView {
    live(move || shown.get().map(|findings| (deferred.findings)(findings))).into_any()
}

/// The place of the dialogs.
#[component]
pub fn DialogsPlace() -> impl IntoView {
    let hub = use_hub();
    once_needed(
        move || hub.is_any_dialog_open(),
        move || hub.close_dialogs(),
        deferred,
        |deferred| (deferred.dialogs)(),
    )
}
