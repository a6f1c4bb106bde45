//! The interviews of an engagement: the list, one interview, and what all of them say.

mod beside;
mod findings;
mod list;
mod one;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::route::{InterviewsView, Route};
use crate::ui::desk::Desk;
use crate::ui::parts::live;
use crate::ui::saving::Saver;
use beside::Beside;
use findings::{FindingsView, Hub, Nav, Shared};
use list::InterviewList;
use one::OneInterview;

/// Shows the interviews of an engagement.
pub type Screen = fn(Desk, Saver, RwSignal<Route>) -> AnyView;

/// The screen. It is fetched when it is first needed.
#[wasm_split(interviews, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|desk, saver, route| view! { <InterviewsScreen desk saver route /> }.into_any())
}

/// The interviews of an engagement.
#[component]
fn InterviewsScreen(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The address, for which of them is shown.
    route: RwSignal<Route>,
) -> impl IntoView {
    let view = Memo::new(move |_| match route.get() {
        Route::Interviews { view, .. } => view,
        _ => InterviewsView::LAST,
    });
    let shown = Memo::new(move |_| match view.get() {
        InterviewsView::One { interview, .. } => list::shown(desk, interview),
        InterviewsView::All(_) => None,
    });
    let findings = Memo::new(move |_| match view.get() {
        InterviewsView::All(findings) => Some(findings),
        InterviewsView::One { .. } => None,
    });
    let quote = Memo::new(move |_| match view.get() {
        InterviewsView::One { quote, .. } => quote,
        InterviewsView::All(_) => None,
    });
    let hub = Hub::provide(desk, saver);
    view! {
        <main class="interviews">
            <div class="interviews-side">
                <InterviewList desk saver shown />
                <Nav saver shown=findings />
            </div>
            {live(move || match (findings.get(), shown.get()) {
                (Some(findings), _) => view! { <FindingsView desk findings /> }.into_any(),
                (None, Some(interview)) => {
                    view! {
                        <OneInterview desk interview quote />
                        <Beside desk interview />
                    }
                        .into_any()
                }
                (None, None) => list::none_yet(desk, saver),
            })}
            <Shared hub />
        </main>
    }
}
