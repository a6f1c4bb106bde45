//! The four forces: of one interview and of all, and whom to recruit next.

use leptos::prelude::*;

use super::reading::reading;
use super::{title, use_hub};
use crate::i18n::amounts::{money, number};
use crate::i18n::backing::BackingWords;
use crate::i18n::figures;
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::People;
use crate::insight::interviews::backing::currency;
use crate::insight::interviews::forces::{Picture, picture};
use crate::insight::interviews::overview::{Rhythm, rhythm, sides};
use crate::insight::interviews::recruit::{Candidate, candidates};
use crate::interviews::forces::{By, Lean};
use crate::interviews::kinds::{Force, Outcome};
use crate::model::quantity::InterviewId;
use crate::route::Findings;
use crate::ui::browser;
use crate::ui::parts::{UndoButtons, live, on};

/// How many weeks are drawn.
const WEEKS: usize = 16;

const WAYS: [By; 3] = [By::Mentions, By::People, By::Revenue];

/// The chart of forces with its balance as a sentence.
#[component]
pub fn Forces(
    /// The interview; without one, all of them.
    #[prop(optional_no_strip)]
    only: Option<InterviewId>,
) -> impl IntoView {
    let hub = use_hub();
    let (f, lang) = (hub.f(), hub.session.lang());
    let w = InterviewWords::of(lang);
    let by = RwSignal::new(By::Mentions);
    let drawn = reading(hub.desk, move |e| picture(e, &People::of(e), only, by.get()));
    let figure = move |value: f64| match by.get() {
        By::Revenue => money(lang, &hub.desk.peek(currency), value),
        By::Mentions | By::People => number(lang, value, 0),
    };
    let net = move || {
        let picture = drawn.get();
        match picture.balance.lean {
            Lean::Silent | Lean::Weightless => String::new(),
            Lean::Moves => (f.forces.net_switch)(&figure(picture.net)),
            Lean::Holds => (f.forces.net_stay)(&figure(-picture.net)),
            Lean::Even => f.forces.net_even.into(),
        }
    };
    let sentences = move || {
        let Picture { balance, strongest, unknown, gone, .. } = drawn.get();
        let mut said = vec![(w.balance)(&balance, by.get(), &figure(balance.moves), &figure(balance.holds))];
        said.extend(strongest.map(|force| (f.forces.strongest)(w.force(force))));
        said.extend((gone > 0).then(|| format!("{}.", (BackingWords::of(lang).gone)(gone))));
        said.extend((unknown > 0).then(|| (w.unknown_revenue)(unknown)));
        said
    };
    let row = move |force: Force| {
        let at = force.index();
        let value = move || drawn.with(|picture| picture.bars[at].1);
        let share = live(move || Some(format!("{:.2}%", drawn.with(|picture| picture.bars[at].2) * 100.0)));
        view! {
            <li class=if force.moves() { "force-row moves" } else { "force-row holds" }>
                <span class="force-name">{w.force(force)}</span>
                <span class="force-track">
                    <span class=format!("force-bar force-{at}") style:width=share></span>
                    <span class="force-value">{live(move || figure(value()))}</span>
                </span>
            </li>
        }
        .into_any()
    };
    let way = move |(at, one): (usize, By)| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (by.get() == one).to_string())
                on:click=on(move |_| by.set(one))
            >
                {f.forces.by[at]}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="forces" aria-label=f.forces.four_forces>
            <header class="panel-line">
                <h2>{f.forces.four_forces}</h2>
                <span class="panel-note">{live(net)}</span>
            </header>
            <ul class="force-rows" role="list">{Force::ALL.map(row).collect_view()}</ul>
            <p class="force-ends" aria-hidden="true">
                <span>{f.forces.stay}</span>
                <span>{f.forces.switch}</span>
            </p>
            <div class="segments" role="group" aria-label=f.forces.count_by>
                {WAYS.into_iter().enumerate().map(way).collect_view()}
            </div>
            <p class="balance" role="status">{live(move || sentences().join(" "))}</p>
        </section>
    }
}

/// The forces of all interviews, and whom to recruit next.
#[component]
pub fn AllForces() -> impl IntoView {
    let hub = use_hub();
    let (f, lang) = (hub.f(), hub.session.lang());
    let w = InterviewWords::of(lang);
    let today = browser::local_day(browser::now());
    let both = reading(hub.desk, sides);
    let next = reading(hub.desk, |e| candidates(e, &People::of(e)));
    let has_accounts = reading(hub.desk, |e| e.accounts().next().is_some());
    let nobody = move || if has_accounts.get() { f.forces.nobody_to_recruit } else { f.forces.no_accounts_to_recruit };
    let weeks = reading(hub.desk, move |e| rhythm(e, today, WEEKS));
    let candidate = move |one: Candidate| {
        let moved = if one.outcome == Outcome::Left { (f.forces.went)(one.ago) } else { (f.forces.came)(one.ago) };
        let revenue = money(lang, &hub.desk.peek(currency), one.revenue.get());
        view! { <li><b>{one.name}</b><span>{moved}</span><span class="figure">{revenue}</span></li> }.into_any()
    };
    let week = move |(monday, count, share): (chrono::NaiveDate, usize, f64)| {
        let day = figures::day(lang, monday);
        let said = (f.forces.week_of)(&day, count);
        view! {
            <li title=said.clone() data-day=day>
                <span class="unseen">{said.clone()}</span>
                <span class="week-count" aria-hidden="true">{(count > 0).then(|| count.to_string())}</span>
                <span class="week-bar" aria-hidden="true" style:height=format!("{:.1}%", share * 100.0)></span>
            </li>
        }
        .into_any()
    };
    let streak = move || {
        let Rhythm { weeks, streak, this_week } = weeks.get();
        if weeks.is_empty() { f.forces.no_dates.into() } else { (f.forces.rhythm_says)(streak, this_week) }
    };
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Forces)}</h1>
            <UndoButtons desk=hub.desk />
        </header>
        <div class="findings-columns">
            <Forces only=None />
            <div class="findings-stack">
                <section aria-labelledby="recruit-title">
                    <h2 id="recruit-title">{f.forces.recruit}</h2>
                    <p>{live(move || (f.forces.sides)(both.get().hirers, both.get().leavers, both.get().others))}</p>
                    {live(move || Some(both.get().open).filter(|open| *open > 0).map(|open| view! { <p>{(f.forces.no_kind)(open)}</p> }.into_any()))}
                    <p><b>{live(move || (w.side_balance)(both.get().side_balance()))}</b></p>
                    <ul class="candidates" role="list" aria-label=f.forces.recruit>
                        {live(move || next.get().into_iter().map(candidate).collect_view().into_any())}
                    </ul>
                    {live(move || next.with(Vec::is_empty).then(|| view! { <p class="input-note">{nobody()}</p> }.into_any()))}
                    <p class="input-note">{f.forces.recruit_hint}</p>
                </section>
                <section aria-labelledby="rhythm-title">
                    <h2 id="rhythm-title">{f.forces.rhythm}</h2>
                    <ol class="weeks" role="list" aria-label=f.forces.rhythm>
                        {live(move || weeks.get().weeks.into_iter().map(week).collect_view().into_any())}
                    </ol>
                    <p>{live(streak)}</p>
                </section>
            </div>
        </div>
    }
}
