//! How tags were used: by interview, with each other, and whether new interviews still bring new ones.

use leptos::prelude::*;

use super::reading::reading;
use super::{Hub, use_hub};
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::quotes::{matrix, saturation, untagged};
use crate::insight::interviews::tags::{Pair, pairs};
use crate::interviews::codebook::views::{Added, quiet};
use crate::interviews::text::TagId;
use crate::model::quantity::InterviewId;
use crate::ui::parts::live;
use crate::ui::quotes::address;

/// Rows and columns beyond these are in the exports.
const MOST_ROWS: usize = 100;
const MOST_COLUMNS: usize = 60;

fn tag_name(hub: Hub, tag: TagId) -> String {
    hub.desk.peek(|e| e.tag(tag).map(|tag| tag.name.clone())).unwrap_or_default()
}

fn person(hub: Hub, interview: u32) -> String {
    let name = hub.desk.peek(|e| e.interview(InterviewId(interview)).map(|one| one.head.person.trim().to_owned()));
    match name.unwrap_or_default() {
        name if name.is_empty() => InterviewWords::of(hub.session.lang()).unnamed.into(),
        name => name,
    }
}

/// Tags by interviews.
#[component]
pub fn Matrix() -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let found = reading(hub.desk, matrix);
    let table = move || {
        let found = found.get();
        let column = |interview: &u32| {
            let address = untrack(|| address(hub.saver, InterviewId(*interview), None));
            view! { <th scope="col"><a href=address>{person(hub, *interview)}</a></th> }.into_any()
        };
        let row = |(tag, counts): (&TagId, &Vec<usize>)| {
            let cell = |count: &usize| match count {
                0 => view! { <td class="unused">"\u{2013}"</td> }.into_any(),
                count => view! { <td>{count.to_string()}</td> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{tag_name(hub, *tag)}</th>
                    {counts.iter().take(MOST_COLUMNS).map(cell).collect_view()}
                </tr>
            }
            .into_any()
        };
        view! {
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{f.codebook.tag}</th>
                        {found.interviews.iter().take(MOST_COLUMNS).map(column).collect_view()}
                    </tr>
                </thead>
                <tbody>{found.tags.iter().zip(&found.counts).take(MOST_ROWS).map(row).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <div class="findings-part">
            <h2 id="matrix-title">{f.codebook.matrix}</h2>
            <div class="matrix-scroll" role="region" tabindex="0" aria-labelledby="matrix-title">{live(table)}</div>
        </div>
    }
}

/// Tags that meet.
#[component]
pub fn Meeting() -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let found = reading(hub.desk, pairs);
    let line = move |pair: Pair| {
        let [one, other] = pair.tags.map(|tag| tag_name(hub, tag));
        view! { <li>{(f.codebook.together_says)(&one, &other, pair.count)}</li> }.into_any()
    };
    view! {
        <section class="findings-part" aria-labelledby="together-title">
            <h2 id="together-title">{f.codebook.together}</h2>
            <ul class="pairs" role="list" aria-label=f.codebook.together>
                {live(move || found.get().into_iter().map(line).collect_view().into_any())}
            </ul>
            {live(move || found.with(Vec::is_empty).then(|| view! { <p class="input-note">{f.codebook.no_pairs}</p> }.into_any()))}
        </section>
    }
}

/// New tags by interview.
#[component]
pub fn Saturation() -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let w = InterviewWords::of(hub.session.lang());
    let steps = reading(hub.desk, saturation);
    let untagged = reading(hub.desk, untagged);
    let line = move |step: Added| {
        view! { <li><b>{person(hub, step.interview)}</b><span>{(f.codebook.new_tags)(step.new)}</span></li> }.into_any()
    };
    view! {
        <section class="findings-part" aria-labelledby="saturation-title">
            <h2 id="saturation-title">{f.codebook.saturation}</h2>
            <p>{live(move || steps.with(|steps| (!steps.is_empty()).then(|| (w.saturated)(quiet(steps)))))}</p>
            {live(move || untagged.with(|count| (*count > 0).then(|| view! { <p class="input-note">{(f.codebook.untagged)(*count)}</p> }.into_any())))}
            <ol class="steps" role="list" aria-label=f.codebook.saturation>
                {live(move || steps.get().into_iter().map(line).collect_view().into_any())}
            </ol>
        </section>
    }
}
