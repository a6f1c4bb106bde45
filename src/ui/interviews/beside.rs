//! What stands beside an interview: its forces, the job story, the phrases.

use leptos::prelude::*;

use crate::insight::interviews::People;
use crate::insight::interviews::forces::forces;
use crate::model::quantity::InterviewId;
use crate::ui::desk::Desk;

/// What an interview says, beside its words.
#[component]
pub fn Beside(
    /// The engagement.
    desk: Desk,
    /// The interview.
    interview: InterviewId,
) -> impl IntoView {
    _ = desk.peek(|e| forces(e, &People::of(e), Some(interview)));
    view! { <aside class="interview-beside"></aside> }
}
