//! What stands beside an interview: its forces, the job story, the phrases.

use leptos::{ev, prelude::*};

use super::findings::forces::Forces;
use super::findings::phrases::{denied, go_to};
use super::findings::reading::reading;
use super::findings::statement::{StatementCard, story};
use super::findings::{jobs, use_hub};
use crate::insight::interviews::outcomes::stories;
use crate::insight::interviews::speech::{InterviewPhrase, Said};
use crate::interviews::text::HighlightId;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;
use crate::ui::browser::{element, typing};
use crate::ui::commands::{FindingVerb, Verb};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign, each, live, on, shown, verb_icon};
use crate::ui::quotes::address;

const PANEL: &str = "interview-panel";
const BUTTON: &str = "panel-button";

/// How many phrases fit.
const PHRASES: usize = 8;

/// What an interview says, beside its words.
#[component]
pub fn SidePanel(
    /// The engagement.
    desk: Desk,
    /// The interview.
    interview: InterviewId,
) -> impl IntoView {
    let hub = use_hub();
    // Views are built for one language.
    live(move || {
        hub.session.lang.track();
        view! { <Panel desk interview /> }.into_any()
    })
}

#[component]
fn Panel(desk: Desk, interview: InterviewId) -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let stories = reading(desk, move |e| stories(e, interview));
    let phrases = reading(desk, move |e| {
        let Some(language) = e.interview(interview).map(|one| one.head.language) else { return Vec::new() };
        Said::of(e, language).phrases_of(interview, PHRASES)
    });
    let phrase = move |one: InterviewPhrase| {
        let quote = desk.peek(|e| quote_at(e, &one));
        let paragraph = one.paragraph;
        let go = move |event: ev::MouseEvent| {
            event.prevent_default();
            go_to(hub.saver, interview, paragraph, quote);
        };
        view! {
            <li class="heard">
                <a href=untrack(|| address(hub.saver, interview, quote)) on:click=on(go)>{one.show.clone()} {denied(f, one.denied, one.count)}</a>
                <span class="heard-track" aria-hidden="true">
                    <span class="heard-bar" style:width=format!("{:.1}%", one.share * 100.0)></span>
                </span>
                <b>{one.count.to_string()}</b>
            </li>
        }
        .into_any()
    };
    let drawer = hub.drawer;
    let keys = window_event_listener(ev::keydown, move |event| {
        if typing::gives_up(&event) && !event.default_prevented() && drawer.get_untracked() {
            close(drawer);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <aside class="interview-panel" class:open=live(move || drawer.get()) id=PANEL aria-label=f.findings tabindex="-1">
            <Forces only=Some(interview) />
            <section class="job-story" aria-labelledby="job-story-title">
                <header class="panel-line">
                    <h2 id="job-story-title">{f.statements.job_story}</h2>
                    {shown(move || !desk.read_only(), move || {
                        view! {
                            <button
                                class="button quiet small icon-only"
                                aria-label=FindingVerb::AddStory.label(f)
                                title=FindingVerb::AddStory.label(f)
                                on:click=on(move |_| jobs::add(desk, story(), Some(interview)))
                            >
                                {verb_icon(FindingVerb::AddStory)}
                            </button>
                        }
                    })}
                </header>
                {each(move || stories.get(), move |id| view! { <StatementCard id near=Some(interview) /> })}
            </section>
            <section class="phrase-bank" aria-labelledby="phrase-bank-title">
                <header class="panel-line">
                    <h2 id="phrase-bank-title">{f.phrases.phrase_bank}</h2>
                    <span class="panel-note">{f.phrases.times_said_in_all}</span>
                </header>
                <ul role="list" aria-label=f.phrases.phrase_bank>
                    {live(move || phrases.get().into_iter().map(phrase).collect_view().into_any())}
                </ul>
                {live(move || phrases.with(Vec::is_empty).then(|| view! { <p class="input-note">{f.phrases.none_here}</p> }.into_any()))}
            </section>
        </aside>
    }
}

/// Shows what stands beside an interview where that is a drawer over it, and hides it again.
#[component]
pub fn DrawerButton() -> impl IntoView {
    let hub = use_hub();
    let (f, drawer) = (hub.f(), hub.drawer);
    let turn = move |_| {
        if drawer.get_untracked() {
            return close(drawer);
        }
        drawer.set(true);
        element::focus_soon("#interview-panel :is(button, a)");
    };
    view! {
        <button
            class="button quiet icon-only panel-button"
            id=BUTTON
            aria-controls=PANEL
            aria-expanded=live(move || drawer.get().to_string())
            aria-label=f.findings
            title=f.findings
            on:click=on(turn)
        >
            <Icon sign=Sign::Thoughts />
        </button>
    }
}

/// Whoever was in the drawer goes on at its button.
fn close(drawer: RwSignal<bool>) {
    drawer.set(false);
    if element::focus_is_in("#interview-panel")
        && let Some(button) = element::by_id(BUTTON)
    {
        element::focus(&button);
    }
}

/// A quote in the paragraph of a phrase.
fn quote_at(engagement: &Engagement, heard: &InterviewPhrase) -> Option<HighlightId> {
    engagement.paragraph(heard.paragraph)?.parts.first().map(|part| part.highlight)
}
