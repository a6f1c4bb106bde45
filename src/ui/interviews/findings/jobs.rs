//! Jobs and job stories, each with the quotes that say so.

use leptos::prelude::*;

use super::hub::OnFinding;
use super::statement::StatementCard;
use super::{title, use_hub};
use crate::edit::Command;
use crate::interviews::record::Claim;
use crate::model::quantity::{InterviewId, StatementId};
use crate::model::{Collection, Engagement, Key};
use crate::route::Findings;
use crate::ui::browser::element;
use crate::ui::commands::{FindingVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::desk::Desk;
use crate::ui::parts::{UndoButtons, each, live, on, shown, verb_icon};

/// The statements whose claims fit, in the order in which they were added.
pub fn statements(desk: Desk, fits: fn(&Claim) -> bool) -> Vec<StatementId> {
    desk.read(Key::List(Collection::Statement), |e: &Engagement| {
        e.statements().filter(|(_, statement)| fits(&statement.claim)).map(|(id, _)| id).collect()
    })
}

/// Adds a statement, of all interviews or beside one, and gives its first field the keyboard.
pub fn add(desk: Desk, claim: Claim, beside: Option<InterviewId>) {
    if let Some(Key::Statement(id)) = desk.dispatch(Command::AddStatement(Box::new(claim), beside)).made() {
        element::soon(format!("#statement-{id} .field"), |field| element::focus(&field));
    }
}

/// Jobs and job stories.
#[component]
pub fn Jobs() -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let stories = Memo::new(move |_| statements(desk, |claim| matches!(claim, Claim::Story { .. })));
    let jobs = Memo::new(move |_| statements(desk, |claim| matches!(claim, Claim::Job { .. })));
    let here = OnFinding { hub, findings: Findings::Jobs };
    let is_bare = move || stories.with(Vec::is_empty) && jobs.with(Vec::is_empty);
    view! {
        <header class="findings-head">
            <h1 id="findings-title">{title(f, Findings::Jobs)}</h1>
            <UndoButtons desk=hub.desk />
            <span class="spring"></span>
            {shown(move || !desk.read_only(), move || {
                view! {
                    <button class="button small" on:click=on(move |_| FindingVerb::AddJob.act(here))>
                        {verb_icon(FindingVerb::AddJob)}
                        {FindingVerb::AddJob.label(f)}
                    </button>
                    <button class="button small" on:click=on(move |_| FindingVerb::AddStory.act(here))>
                        {verb_icon(FindingVerb::AddStory)}
                        {FindingVerb::AddStory.label(f)}
                    </button>
                }
            })}
        </header>
        {live(move || {
            is_bare().then(|| {
                view! {
                    <div class="empty">
                        <p class="empty-title">{f.statements.no_jobs_title}</p>
                        {shown(move || !desk.read_only(), move || view! { <p>{f.statements.no_jobs_hint}</p> })}
                    </div>
                }
                    .into_any()
            })
        })}
        <div class="statements">
            {each(move || jobs.get(), move |id| view! { <StatementCard id near=None /> })}
            {each(move || stories.get(), move |id| view! { <StatementCard id near=None /> })}
        </div>
    }
}
