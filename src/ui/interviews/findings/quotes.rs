//! Every quote, and the search over everything that was said.

use chrono::NaiveDate;
use leptos::{ev, prelude::*};

use super::phrases::passage;
use super::quote::QuoteRow;
use super::reading::reading;
use super::{exchange, title, use_hub};
use crate::arrange::Arrange;
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::said::{Hit, Hits, Query, find, segments};
use crate::insight::interviews::speech::Passage;
use crate::interviews::kinds::{Force, Outcome};
use crate::interviews::text::TagId;
use crate::model::day::day_text;
use crate::route::Findings;
use crate::ui::parts::{DayInput, UndoButtons, live, on};

/// The field that is searched from.
const SEARCH: &str = "search-said";

/// What a list of tags or forces says where quotes without any are wanted.
const NONE: &str = "none";

/// The value of a list in which something is chosen, or what has none of it.
fn chosen(one: Option<impl ToString>, none: bool) -> String {
    if none { NONE.into() } else { one.map_or(String::new(), |one| one.to_string()) }
}

/// Quotes and search.
#[component]
pub fn Quotes() -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let w = InterviewWords::of(hub.session.lang());
    let query = hub.query;
    let seen = reading(desk, move |e| query.with(|query| query.of_what_is_there(e)));
    let found = reading(desk, move |e| seen.with(|query| find(e, query)));
    let tags = reading(desk, |e| {
        let mut all: Vec<(TagId, String)> = e.tags().map(|(id, tag)| (id, tag.name.clone())).collect();
        all.arrange_by_key(|one| one.1.to_lowercase());
        all
    });
    let parts = reading(desk, segments);
    let hit = move |hit: Hit| match hit {
        Hit::Quote(said) => view! { <QuoteRow said /> }.into_any(),
        Hit::Passage { interview, paragraph, text, is_verbatim, who } => {
            passage(hub, Passage { interview, paragraph, quote: None, pieces: vec![(text, false)], is_verbatim, who })
        }
    };
    let choose = move |label: &'static str,
                       any: &'static str,
                       options: Vec<(String, String)>,
                       now: fn(&Query) -> String,
                       put: fn(&mut Query, String)| {
        let now = seen.with_untracked(now);
        let option = |(value, name): (String, String)| {
            let is_now = value == now;
            view! { <option value=value selected=is_now>{name}</option> }.into_any()
        };
        view! {
            <select
                class="field"
                aria-label=label
                on:change=on(move |event: ev::Event| query.update(|query| put(query, event_target_value(&event))))
            >
                <option value="">{any}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    };
    let none = |name: &str| (NONE.to_owned(), name.to_owned());
    let outcomes = || {
        let all = Outcome::ALL.map(|one| ((one as usize).to_string(), w.outcome(Some(one)).to_owned()));
        all.into_iter().chain([none(w.no_outcome)]).collect()
    };
    let forces = || {
        let all = Force::ALL.map(|one| (one.index().to_string(), w.force(one).to_owned()));
        [none(f.quote_list.no_force)].into_iter().chain(all).collect()
    };
    let day =
        move |label: &'static str, of: fn(&Query) -> Option<NaiveDate>, put: fn(&mut Query, Option<NaiveDate>)| {
            view! {
                <label class="inline-field">
                    <span>{label}</span>
                    <DayInput
                        value=Signal::derive(move || query.with(of).map(day_text).unwrap_or_default())
                        read_only=Signal::derive(|| false)
                        take=Callback::new(move |day| query.update(|query| put(query, day)))
                    />
                </label>
            }
            .into_any()
        };
    let count = move || {
        let Hits { hits, count } = found.get();
        if hits.len() < count { (f.quote_list.first_of)(hits.len(), count) } else { (f.quote_list.found)(count) }
    };
    let is_bare = move || seen.with(|query| *query == Query::default()) && found.with(|found| found.count == 0);
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Quotes)}</h1>
            <UndoButtons desk=hub.desk />
            <span class="spring"></span>
            {hub.session.hands_out().then(|| view! { <exchange::Ways codebook=false /> })}
        </header>
        <div class="search-bar" role="search">
            <input
                id=SEARCH
                class="field"
                type="search"
                autocomplete="off"
                aria-label=f.quote_list.search
                placeholder=f.quote_list.search
                value=query.with_untracked(|query| query.text.clone())
                on:input=on(move |event: ev::Event| query.update(|query| query.text = event_target_value(&event)))
            />
            <div class="filters">
                {choose(f.quote_list.kind, f.quote_list.any_outcome, outcomes(), |query| chosen(query.outcome.map(|one| one as usize), query.outcomeless), |query, value| {
                    query.outcome = value.parse().ok().and_then(|at: usize| Outcome::ALL.get(at).copied());
                    query.outcomeless = value == NONE;
                })}
                {choose(f.quote_list.force, f.quote_list.any_force, forces(), |query| chosen(query.force.map(Force::index), query.forceless), |query, value| {
                    query.force = value.parse().ok().and_then(|at: usize| Force::ALL.get(at).copied());
                    query.forceless = value == NONE;
                })}
                {live(move || {
                    let all = tags.get().into_iter().map(|(id, name)| (id.0.to_string(), name));
                    choose(f.codebook.tag, f.quote_list.any_tag, [none(f.quote_list.no_tag)].into_iter().chain(all).collect(), |query| chosen(query.tag.map(|tag| tag.0), query.untagged), |query, value| {
                        query.tag = value.parse().ok().map(TagId);
                        query.untagged = value == NONE;
                    })
                })}
                {live(move || {
                    let options = parts.get().into_iter().map(|name| (name.clone(), name)).collect();
                    choose(f.outcomes.segment, f.quote_list.any_segment, options, |query| query.segment.clone().unwrap_or_default(), |query, value| {
                        query.segment = Some(value).filter(|value| !value.is_empty());
                    })
                })}
                <span class="filter-days">
                    {day(f.quote_list.from, |query| query.from, |query, day| query.from = day)}
                    {day(f.quote_list.to, |query| query.to, |query, day| query.to = day)}
                </span>
            </div>
        </div>
        {live(move || {
            if is_bare() {
                view! {
                    <div class="empty">
                        <p class="empty-title">{f.quote_list.no_quotes_title}</p>
                        <p>{f.quote_list.no_quotes_hint}</p>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <p class="input-note" role="status">
                        {live(move || if found.with(|found| found.count == 0) { f.quote_list.nothing_found.into() } else { count() })}
                    </p>
                    <ul class="said-list" role="list" aria-label=f.codebook.quotes>
                        {live(move || found.get().hits.into_iter().map(hit).collect_view().into_any())}
                    </ul>
                }
                    .into_any()
            }
        })}
    }
}
