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
mod tag_drag;
mod verbs;

use leptos::prelude::*;

use crate::i18n::interviews::findings::FindingsWords;
use crate::route::{Findings, InterviewsView, Route};
use crate::ui::browser::element;
use crate::ui::commands::FindingVerb;
use crate::ui::deeds::Deeds;
use crate::ui::parts::live;
use hub::OnFinding;

pub use hub::{Hub, SharedDialogs, use_hub};

/// What a finding is called.
pub fn title(words: &'static FindingsWords, findings: Findings) -> &'static str {
    words.titles[findings as usize]
}

/// What all interviews say of one matter.
#[component]
pub fn FindingsView(
    /// Of what.
    findings: Findings,
) -> impl IntoView {
    let hub = use_hub();
    // The next finding is drawn into the place of the one before, which may have been scrolled.
    element::scroll_to("findings", (0, 0));
    // Views are built for one language.
    let body = move || {
        hub.session.lang.track();
        if !matches!(findings, Findings::Forces | Findings::Phrases) {
            quote::offer_verbs(hub);
        }
        let here = OnFinding { hub, findings };
        hub.session.offers.add(move || FindingVerb::offers(hub.f(), here));
        let body = match findings {
            Findings::Forces => view! { <forces::AllForces /> }.into_any(),
            Findings::Phrases => view! { <phrases::Phrases /> }.into_any(),
            Findings::Codebook => view! { <codebook::CodebookView /> }.into_any(),
            Findings::Jobs => view! { <jobs::Jobs /> }.into_any(),
            Findings::Outcomes => view! { <outcomes::Outcomes /> }.into_any(),
            Findings::Quotes => view! { <quotes::Quotes /> }.into_any(),
        };
        view! {
            <Nav findings />
            {body}
        }
        .into_any()
    };
    view! { <section class="findings" id="findings" aria-labelledby="findings-title">{live(body)}</section> }
}

/// The way to the other findings and to the list, where that is not beside them.
#[component]
fn Nav(findings: Findings) -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let link = move |one: Findings| {
        let view = InterviewsView::All(one);
        view! {
            <li>
                <a
                    href=live(move || Route::Interviews { engagement: hub.saver.id(), view }.hash())
                    aria-current=(one == findings).then_some("page")
                >
                    {title(f, one)}
                </a>
            </li>
        }
        .into_any()
    };
    // On a phone the row is longer than the screen.
    element::soon(".findings-nav [aria-current='page']", |link| element::show(&link));
    let list = live(move || Route::Interviews { engagement: hub.saver.id(), view: InterviewsView::LAST }.hash());
    view! {
        <nav class="findings-nav" aria-label=f.findings>
            <ul>
                <li><a href=list>{hub.session.w().interviews}</a></li>
                {Findings::ALL.map(link).collect_view()}
            </ul>
        </nav>
    }
}
