//! Quotes where they speak for something: chosen from all, and led back to their interview.

use std::collections::BTreeSet;

use leptos::{ev, html, prelude::*};

use super::browser::element;
use super::desk::Desk;
use super::parts::{Dialog, Icon, Sign, live, on};
use super::saving::Saver;
use super::session::use_session;
use crate::arrange::{Arrange, set_of};
use crate::i18n::backing::BackingWords;
use crate::i18n::{Lang, quote};
use crate::insight::interviews::said::{Hit, Query, Said, find};
use crate::interviews::kinds::Consent;
use crate::interviews::text::HighlightId;
use crate::model::quantity::InterviewId;
use crate::model::{Collection, Key};
use crate::route::{InterviewsView, Route};

/// Of longer quotes only the beginning names a control.
const NAME: usize = 60;

/// The address of an interview, at a quote of it or not.
pub fn address(saver: Saver, interview: InterviewId, quote: Option<HighlightId>) -> String {
    let view = InterviewsView::One { interview: Some(interview), quote };
    Route::Interviews { engagement: saver.id(), view }.hash()
}

/// The beginning of a quote, to name what is done with it.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.into(),
    }
}

/// The words of a quote as the language quotes; a note stands as it is.
pub fn spoken(lang: Lang, text: &str, is_verbatim: bool) -> AnyView {
    let class = if is_verbatim { "said-words verbatim" } else { "said-words" };
    let text = if is_verbatim { quote::quoted(lang, text) } else { text.into() };
    view! { <span class=class dir="auto">{text}</span> }.into_any()
}

/// A dialog in which quotes are chosen: those that are chosen already come first, then those of an interview, then the others.
#[component]
pub fn QuotePicker(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is chosen.
    chosen: Callback<(), Vec<HighlightId>>,
    /// Chooses a quote, or no longer.
    choose: Callback<(HighlightId, bool)>,
    /// Whose quotes come before those of others.
    #[prop(optional_no_strip)]
    near: Option<InterviewId>,
) -> impl IntoView {
    let session = use_session();
    let (b, w) = (BackingWords::of(session.lang()), session.w());
    view! {
        <Dialog open title=b.quotes_title class="quote-picker" edits=true>
            <Picks desk saver chosen choose near />
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.done}</button>
            </div>
        </Dialog>
    }
}

#[component]
fn Picks(
    desk: Desk,
    saver: Saver,
    chosen: Callback<(), Vec<HighlightId>>,
    choose: Callback<(HighlightId, bool)>,
    near: Option<InterviewId>,
) -> impl IntoView {
    let session = use_session();
    let (lang, b) = (session.lang(), BackingWords::of(session.lang()));
    let typed = RwSignal::new(String::new());
    let first: BTreeSet<HighlightId> = set_of(untrack(|| chosen.run(())));
    let first = StoredValue::new(first);
    let found = Memo::new(move |_| {
        desk.track(Key::List(Collection::Quote));
        let query = Query { text: typed.get(), ..Query::default() };
        let quote = |hit: Hit| match hit {
            Hit::Quote(said) => Some(said),
            Hit::Passage { .. } => None,
        };
        let mut found: Vec<Said> = desk.peek(|e| find(e, &query)).hits.into_iter().filter_map(quote).collect();
        found
            .arrange_by_key(|said| (!first.with_value(|first| first.contains(&said.id)), Some(said.interview) != near));
        found
    });
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            element::focus(&input);
        }
    });
    let line = move |said: Said| {
        let id = said.id;
        let is_chosen = move || chosen.run(()).contains(&id);
        let name = short(&said.text);
        view! {
            <li class="pick-line">
                <label>
                    <input
                        type="checkbox"
                        disabled=live(move || desk.read_only())
                        prop:checked=live(is_chosen)
                        on:change=on(move |event: ev::Event| choose.run((id, event_target_checked(&event))))
                    />
                    <span>
                        {spoken(lang, &said.text, said.is_verbatim)}
                        " "
                        <span class="said-who">{said.who.clone()}</span>
                        {(said.consent == Consent::None).then(|| view! { " " <span class="chip-warn">{b.no_consent}</span> })}
                    </span>
                </label>
                <a
                    class="button quiet small icon-only"
                    href=address(saver, said.interview, Some(id))
                    aria-label=(b.open_quote)(&name)
                    title=(b.open_quote)(&name)
                >
                    <Icon sign=Sign::ChevronRight />
                </a>
            </li>
        }
        .into_any()
    };
    let is_bare = move || desk.peek(|e| e.quotes().next().is_none());
    view! {
        <input
            node_ref=node
            class="field"
            type="search"
            autocomplete="off"
            aria-label=b.find_quotes
            placeholder=b.find_quotes
            on:input=on(move |event: ev::Event| typed.set(event_target_value(&event)))
        />
        <ul class="pick-lines" role="list" aria-label=b.quotes_title>
            {live(move || found.get().into_iter().map(line).collect_view().into_any())}
        </ul>
        <p class="palette-nothing" role="status">
            {live(move || found.with(Vec::is_empty).then(|| if is_bare() { b.no_quotes_yet } else { b.none_found }))}
        </p>
    }
}
