//! One interview: who was heard, the timeline, what was said, and the line that is typed into.

use leptos::prelude::*;

use crate::interviews::text::HighlightId;
use crate::model::Key;
use crate::model::quantity::InterviewId;
use crate::ui::desk::Desk;
use crate::ui::parts::live;

/// One interview.
#[component]
pub fn OneInterview(
    /// The engagement.
    desk: Desk,
    /// The interview.
    interview: InterviewId,
    /// The quote that is gone to.
    quote: Memo<Option<HighlightId>>,
) -> impl IntoView {
    _ = quote;
    let person =
        move || desk.read(Key::Interview(interview), |e| e.interview(interview).map(|one| one.head.person.clone()));
    view! { <section class="interview"><h2>{live(person)}</h2></section> }
}
