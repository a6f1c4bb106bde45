//! Outcomes: which of them matter and are badly served.

use leptos::prelude::*;

use super::answers::AnswerRows;
use super::hub::OnFinding;
use super::reading::reading;
use super::statement::StatementCard;
use super::{title, use_hub};
use crate::handover::chart::ChartId;
use crate::handover::outcomes::opportunities;
use crate::i18n::amounts::number;
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::outcomes::{Outcome, outcomes};
use crate::interviews::opportunity::{Band, Opportunity};
use crate::model::quantity::StatementId;
use crate::route::Findings;
use crate::ui::commands::{FindingVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{TitledChart, UndoButtons, each, live, on, shown, titled, verb_icon};

/// Outcomes.
#[component]
pub fn Outcomes() -> impl IntoView {
    let hub = use_hub();
    let (f, lang, desk) = (hub.f(), hub.session.lang(), hub.desk);
    let here = OnFinding { hub, findings: Findings::Outcomes };
    let all = reading(desk, outcomes);
    // What is typed into must not move under the hands: the order is by score, the ids are what the list is made of.
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.statement).collect::<Vec<_>>()));
    let chart = titled(move || all.with(|all| desk.peek(|engagement| opportunities(engagement, lang, all))));
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Outcomes)}</h1>
            <UndoButtons desk=hub.desk />
            <span class="spring"></span>
            {shown(move || !desk.read_only(), move || {
                view! {
                    <button class="button small" on:click=on(move |_| FindingVerb::AddOutcome.act(here))>
                        {verb_icon(FindingVerb::AddOutcome)}
                        {FindingVerb::AddOutcome.label(f)}
                    </button>
                }
            })}
        </header>
        {live(move || ids.with(Vec::is_empty).then(|| {
            view! {
                <div class="empty">
                    <p class="empty-title">{f.outcomes.no_outcomes_title}</p>
                    {shown(move || !desk.read_only(), move || view! { <p>{f.outcomes.no_outcomes_hint}</p> })}
                </div>
            }
                .into_any()
        }))}
        <div class="findings-columns">
            <div class="statements">
                {each(move || ids.get(), move |id| view! { <OutcomeView id all /> })}
            </div>
            {shown(move || all.with(|all| all.iter().any(|one| one.all.is_some())), move || {
                view! {
                    <div class="findings-stack">
                        <h2 class="unseen">{f.outcomes.opportunity}</h2>
                        <TitledChart id=ChartId::Opportunities of=chart menus=hub.menus />
                    </div>
                }
            })}
        </div>
    }
}

/// An outcome with its score and the answers behind it.
#[component]
fn OutcomeView(id: StatementId, all: Memo<Vec<Outcome>>) -> impl IntoView {
    let hub = use_hub();
    let (f, lang) = (hub.f(), hub.session.lang());
    let w = InterviewWords::of(lang);
    let is_open = RwSignal::new(false);
    // With its place, as the chart numbers it: what has no score is last in both.
    let this = Memo::new(move |_| {
        all.with(|all| {
            all.iter().zip(1_usize..).find(|(one, _)| one.statement == id).map(|(one, at)| (one.clone(), at))
        })
    });
    let count = move || {
        let read = |e: &crate::model::Engagement| e.answers(id).map_or(0, |one| one.given.len());
        hub.desk.read(crate::model::Key::Answers(id), read)
    };
    let score = move |one: &Opportunity| {
        let [score, low, high] = [one.score, one.range.low, one.range.high].map(|value| number(lang, value, 1));
        (f.outcomes.score_range)(&score, &low, &high)
    };
    let class = |band: Band| match band {
        Band::Extreme | Band::WorthDoing => "chip band-high",
        Band::WorthALook => "chip band-some",
        Band::Served | Band::TooFew => "chip",
    };
    let line = move || match this.get().and_then(|(one, place)| Some((one.all?, place))) {
        Some((one, place)) => view! {
            <span class="spot-number">{place}</span>
            <b class="outcome-figure">{f.outcomes.opportunity} " " {score(&one)}</b>
            <span class=class(one.band)>{(w.band)(one.band)}</span>
        }
        .into_any(),
        // That there are none is said on the button.
        None if count() == 0 => ().into_any(),
        None => view! { <span class="chip">{f.outcomes.no_grades}</span> }.into_any(),
    };
    let segments = move || {
        let (one, _) = this.get()?;
        let told = one.told_segments();
        (!told.is_empty()).then(|| {
            let row = |(name, one): (&str, Opportunity)| {
                let name = if name.is_empty() { f.outcomes.no_segment } else { name }.to_owned();
                view! { <li><span>{name}</span><b>{score(&one)}</b><span class=class(one.band)>{(w.band)(one.band)}</span></li> }
                    .into_any()
            };
            view! { <ul class="segments-list" role="list" aria-label=f.outcomes.by_segment>{told.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        })
    };
    view! {
        <div class="outcome">
            <StatementCard id near=None />
            <div class="outcome-score">
                {live(line)}
                <button
                    class="button small"
                    aria-expanded=live(move || is_open.get().to_string())
                    on:click=on(move |_| is_open.update(|open| *open = !*open))
                >
                    {live(move || if count() == 0 { f.outcomes.no_answers.into() } else { (f.outcomes.answers)(count()) })}
                </button>
            </div>
            {live(segments)}
            {shown(move || is_open.get(), move || view! { <AnswerRows id /> })}
        </div>
    }
}
