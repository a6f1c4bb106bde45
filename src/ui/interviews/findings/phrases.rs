//! The phrase bank: what people say again and again, with where they said it.

use leptos::{ev, prelude::*};

use super::quote::copy_quotes;
use super::reading::reading;
use super::{Hub, title, use_hub};
use crate::i18n::amounts::number;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::insight::interviews::said::{quotes, who};
use crate::insight::interviews::speech::{Entry, Passage, Said};
use crate::interviews::kinds::{Consent, Language};
use crate::interviews::phrases::Length;
use crate::interviews::text::HighlightId;
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::route::Findings;
use crate::ui::browser::{self, element};
use crate::ui::parts::{UndoButtons, live, on, shown};
use crate::ui::quotes::address;
use crate::ui::saving::Saver;

/// The most phrases that are listed, and the most passages of one.
const MOST: usize = 200;
const MOST_PASSAGES: usize = 40;

const LENGTHS: [Length; 2] = [Length::Phrases, Length::Terms];

/// Goes to where something was said: the quote, or the paragraph of the interview.
pub fn go_to(saver: Saver, interview: InterviewId, paragraph: ParagraphId, quote: Option<HighlightId>) {
    browser::go(&untrack(|| address(saver, interview, quote)));
    if quote.is_none() {
        element::when_there(format!("[data-note='{}']", paragraph.0), |row| element::focus(&row));
    }
}

/// A passage as an item of a list: the text with the phrase marked, and who said it.
pub fn passage(hub: Hub, passage: Passage) -> AnyView {
    let saver = hub.saver;
    let Passage { interview, paragraph, quote, pieces, is_verbatim, who } = passage;
    let class = if is_verbatim { "said-words verbatim" } else { "said-words" };
    let go = move |event: ev::MouseEvent| {
        event.prevent_default();
        go_to(saver, interview, paragraph, quote);
    };
    let piece = |(text, is_phrase): (String, bool)| match is_phrase {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    let is_quotable =
        untrack(|| hub.desk.peek(|e| e.interview(interview).is_some_and(|one| one.head.consent != Consent::None)));
    view! {
        <li class="quote-row" class:not-printed=!is_quotable>
            <p class="paper-note">{InterviewWords::of(hub.session.lang()).not_printed}</p>
            <a class="said-link" href=untrack(|| address(saver, interview, quote)) on:click=on(go)>
                <span class=class dir="auto">{pieces.into_iter().map(piece).collect_view()}</span>
            </a>
            <div class="said-meta"><span class="said-who">{who}</span></div>
        </li>
    }
    .into_any()
}

/// That a phrase was denied, where it was: what is counted without its "not" reads as the opposite.
pub fn denied(f: &FindingsWords, denied: usize, count: usize) -> Option<AnyView> {
    let told = (f.phrases.denied)(denied, count);
    (!told.is_empty()).then(|| view! { <span class="denied">{told}</span> }.into_any())
}

/// The phrase bank.
#[component]
pub fn Phrases() -> impl IntoView {
    let hub = use_hub();
    let (f, lang, desk) = (hub.f(), hub.session.lang(), hub.desk);
    let spoken =
        reading(desk, |e| Language::ALL.map(|one| e.interviews().filter(|(_, i)| i.head.language == one).count()));
    // The language of most interviews comes first.
    let first = untrack(|| {
        spoken.with(|[english, russian]| if russian > english { Language::Russian } else { Language::English })
    });
    let language = RwSignal::new(first);
    let length = RwSignal::new(Length::Phrases);
    let part = RwSignal::new(None::<InterviewId>);
    let open = RwSignal::new(None::<String>);
    let said = reading(desk, move |e| Said::of(e, language.get()));
    let entries = Memo::new(move |_| said.with(|said| said.entries(length.get(), part.get(), MOST)));
    let people = reading(desk, move |e| {
        let of_language = e.interviews().filter(|(_, interview)| interview.head.language == language.get());
        of_language.map(|(id, interview)| (id, who(interview))).collect::<Vec<_>>()
    });
    let passages = Memo::new(move |_| {
        let stem = open.get()?;
        said.with(|said| {
            let phrase = said.phrase(length.get(), &stem)?;
            Some(desk.peek(|e| said.passages(e, phrase, MOST_PASSAGES)))
        })
    });
    let copy = move |_| {
        let covered: Vec<HighlightId> =
            passages.get_untracked().into_iter().flatten().filter_map(|passage| passage.quote).collect();
        let quotes = desk.peek(quotes).into_iter().filter(|said| covered.contains(&said.id)).collect();
        copy_quotes(hub, quotes);
    };
    let is_key = move || part.get().is_some();
    let figures = move |entry: &Entry| -> Vec<String> {
        match entry.key {
            Some((here, rest, g2)) => vec![here.to_string(), rest.to_string(), number(lang, g2, 1)],
            None => [entry.count, entry.people, entry.interviews].map(|count| count.to_string()).to_vec(),
        }
    };
    let row = move |entry: Entry| {
        let stem = StoredValue::new(entry.stem.clone());
        let is_open = move || open.with(|open| stem.with_value(|stem| open.as_ref() == Some(stem)));
        let toggle = move |_| {
            let stem = stem.get_value();
            open.update(|open| *open = (open.as_ref() != Some(&stem)).then_some(stem));
        };
        view! {
            <tr>
                <th scope="row">
                    <button class="phrase" aria-expanded=live(move || is_open().to_string()) on:click=on(toggle)>
                        {entry.show.clone()}
                    </button>
                    {denied(f, entry.denied, entry.key.map_or(entry.count, |(here, ..)| here))}
                </th>
                {figures(&entry).into_iter().map(|text| view! { <td>{text}</td> }.into_any()).collect_view()}
            </tr>
            {shown(is_open, move || {
                view! {
                    <tr class="passages">
                        <td colspan="4">
                            <ul class="said-list" role="list">
                                {live(move || {
                                    let all = passages.get().unwrap_or_default();
                                    all.into_iter().map(|one| passage(hub, one)).collect_view().into_any()
                                })}
                            </ul>
                            <button class="button quiet small" on:click=on(copy)>{f.phrases.copy_cleared}</button>
                        </td>
                    </tr>
                }
            })}
        }
        .into_any()
    };
    let choose_language = move |one: Language| {
        language.set(one);
        part.set(None);
        open.set(None);
    };
    let languages = Language::ALL.into_iter().enumerate().map(move |(at, one)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (language.get() == one).to_string())
                on:click=on(move |_| choose_language(one))
            >
                {f.phrases.languages[at]}
                " "
                <span class="segment-count">{live(move || spoken.get()[at].to_string())}</span>
            </button>
        }
        .into_any()
    });
    let lengths = LENGTHS.into_iter().enumerate().map(move |(at, one)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (length.get() == one).to_string())
                on:click=on(move |_| {
                    length.set(one);
                    open.set(None);
                })
            >
                {f.phrases.length_names[at]}
            </button>
        }
        .into_any()
    });
    let choose_part = move |event: ev::Event| {
        part.set(event_target_value(&event).parse().ok().map(InterviewId));
        open.set(None);
    };
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Phrases)}</h1>
            <UndoButtons desk=hub.desk />
            <span class="spring"></span>
            <div class="segments" role="group" aria-label=f.phrases.language>{languages.collect_view()}</div>
            <div class="segments" role="group" aria-label=f.phrases.lengths>{lengths.collect_view()}</div>
            <label class="inline-field">
                <span>{f.phrases.compare}</span>
                <select class="field" on:change=on(choose_part)>
                    <option value="" selected=live(move || part.get().is_none())>{f.phrases.all_interviews}</option>
                    {live(move || {
                        people
                            .get()
                            .into_iter()
                            .map(|(id, name)| {
                                view! {
                                    <option value=id.0.to_string() selected=part.get_untracked() == Some(id)>{name}</option>
                                }
                                    .into_any()
                            })
                            .collect_view()
                            .into_any()
                    })}
                </select>
            </label>
        </header>
        {live(move || {
            if entries.with(Vec::is_empty) {
                view! { <div class="empty"><p>{f.phrases.none_twice[usize::from(length.get() == Length::Terms)]}</p></div> }.into_any()
            } else {
                let columns = if is_key() { [f.phrases.here, f.phrases.rest, f.phrases.keyness] } else { [f.phrases.times_said, f.phrases.people, f.phrases.interviews] };
                view! {
                    <table class="bank">
                        <thead>
                            <tr>
                                <th scope="col">{f.phrases.phrase}</th>
                                {columns.map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect_view()}
                            </tr>
                        </thead>
                        <tbody>{entries.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                    {is_key().then(|| view! { <p class="input-note">{f.phrases.keyness_hint}</p> })}
                }
                    .into_any()
            }
        })}
    }
}
