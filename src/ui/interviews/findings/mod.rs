//! What all interviews say together: forces, phrases, the codebook, jobs, outcomes, and every quote.

mod answers;
mod codebook;
mod exchange;
pub mod forces;
mod hub;
pub mod jobs;
mod join;
mod matrix;
mod outcomes;
pub mod phrases;
mod quote;
mod quotes;
pub mod reading;
pub mod statement;
mod tag;

use leptos::prelude::*;

use crate::i18n::interviews::findings::{FindingsWords, words};
use crate::route::{Findings, InterviewsView, Route};
use crate::ui::desk::Desk;
use crate::ui::parts::live;
use crate::ui::saving::Saver;
use crate::ui::session::use_session;
pub use hub::{Hub, Shared, use_hub};

/// What a finding is called.
pub fn title(words: &'static FindingsWords, findings: Findings) -> &'static str {
    let at = Findings::ALL.iter().position(|one| *one == findings).unwrap_or(0);
    words.titles[at]
}

/// The way to each finding, for the column of the list.
#[component]
pub fn Nav(
    /// How the engagement is kept.
    saver: Saver,
    /// The finding that is shown.
    shown: Memo<Option<Findings>>,
) -> impl IntoView {
    let f = words(use_session().lang());
    let link = move |findings: Findings| {
        let view = InterviewsView::All(findings);
        view! {
            <li>
                <a
                    href=live(move || Route::Interviews { engagement: saver.id(), view }.hash())
                    aria-current=live(move || (shown.get() == Some(findings)).then_some("page"))
                >
                    {title(f, findings)}
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="findings-nav" aria-label=f.findings>
            <h2>{f.findings}</h2>
            <ul>{Findings::ALL.map(link).collect_view()}</ul>
        </nav>
    }
}

/// What all interviews say of one matter.
#[component]
pub fn FindingsView(
    /// The engagement.
    desk: Desk,
    /// Of what.
    findings: Findings,
) -> impl IntoView {
    _ = desk;
    let body = match findings {
        Findings::Forces => view! { <forces::AllForces /> }.into_any(),
        Findings::Phrases => view! { <phrases::Phrases /> }.into_any(),
        Findings::Codebook => view! { <codebook::CodebookView /> }.into_any(),
        Findings::Jobs => view! { <jobs::Jobs /> }.into_any(),
        Findings::Outcomes => view! { <outcomes::Outcomes /> }.into_any(),
        Findings::Quotes => view! { <quotes::Quotes /> }.into_any(),
    };
    view! { <section class="findings" id="findings" aria-labelledby="findings-title">{body}</section> }
}
