//! What a quote speaks for, or the friction that it begins: a few letters of a friction, a stage or a job, and Enter.

use leptos::prelude::*;

use super::Hub;
use crate::edit::{Command, StatementInput};
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::joins::{End, ends, new_cards};
use crate::interviews::kinds::Consent;
use crate::interviews::record::Claim;
use crate::interviews::text::HighlightId;
use crate::model::interview::Link;
use crate::ui::parts::{Choice, Chooser, Dialog};

/// The dialog.
#[component]
pub fn JoinDialog(
    /// What the views share.
    hub: Hub,
    /// The quote.
    quote: StoredValue<Option<HighlightId>>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whether it only asks where the quote begins a friction.
    begins_friction: bool,
) -> impl IntoView {
    let f = hub.f();
    let (dialog, title) =
        if begins_friction { ("begin-friction", f.quote_list.begin_friction) } else { ("join", f.quote_list.join) };
    view! {
        <Dialog open title class="palette">
            {
                let id = quote.get_value();
                let found = id.map(|id| hub.desk.peek(|e| if begins_friction { new_cards(e, true) } else { ends(e, id) })).unwrap_or_default();
                let choices = found.iter().map(|end| choice(hub, end)).collect();
                let found = StoredValue::new(found);
                let choose = Callback::new(move |at: usize| {
                    hub.keep_made();
                    open.set(false);
                    if let Some((id, end)) = id.zip(found.with_value(|found| found.get(at).cloned())) {
                        join(hub, id, end);
                    }
                });
                view! { <Chooser id=dialog label=title hint=if begins_friction { f.quote_list.begin_friction_hint } else { f.quote_list.join_hint } nothing=f.quote_list.nothing_to_join choices choose /> }
            }
        </Dialog>
    }
}

/// The name of an end.
fn name(hub: Hub, end: &End) -> String {
    let (f, w) = (hub.f(), InterviewWords::of(hub.session.lang()));
    match end {
        End::NewCard { stage, number, .. } if stage.is_empty() => (f.quote_list.stage_number)(*number),
        End::NewCard { stage, .. } => stage.clone(),
        End::Friction { text, .. } => text.clone(),
        End::Initiative { name, .. } if name.is_empty() => {
            InitiativeWords::of(hub.session.lang()).unnamed_initiative.into()
        }
        End::Initiative { name, .. } => name.clone(),
        End::Statement { claim, .. } => f.statement_or((w.claim)(claim), claim),
    }
}

fn choice(hub: Hub, end: &End) -> Choice {
    let f = hub.f();
    let name = name(hub, end);
    let (label, kind, is_joined) = match end {
        End::NewCard { map, is_friction, .. } => {
            let (kind, label) = if *is_friction {
                (f.quote_list.kind_friction, f.quote_list.new_friction)
            } else {
                (f.quote_list.kind_thought, f.quote_list.new_thought)
            };
            (label(&name), if map.is_empty() { kind.into() } else { format!("{kind}, {map}") }, false)
        }
        End::Friction { is_joined, .. } => (name, f.quote_list.kind_friction.into(), *is_joined),
        End::Initiative { is_joined, .. } => (name, f.quote_list.kind_initiative.into(), *is_joined),
        End::Statement { claim, is_joined, .. } => {
            let kind = match claim {
                Claim::Job { .. } => f.statements.job,
                Claim::Story { .. } => f.statements.job_story,
                Claim::Outcome { .. } => f.statements.outcome,
            };
            (name, kind.into(), *is_joined)
        }
    };
    let kind = if is_joined { format!("{kind}: {}", f.quote_list.is_joined) } else { kind };
    Choice { label, kind, keys: String::new() }
}

/// Joins the quote, or parts it from what it is joined to; told with a way back.
fn join(hub: Hub, quote: HighlightId, end: End) {
    let (f, desk) = (hub.f(), hub.desk);
    let name = name(hub, &end);
    let is_on_map = matches!(end, End::NewCard { .. } | End::Friction { .. });
    let (command, on) = match end {
        End::NewCard { cell, .. } => (Command::AddCardOfQuote(quote, cell), true),
        End::Friction { card, is_joined, .. } => (Command::LinkQuote(quote, Link::Card(card), !is_joined), !is_joined),
        End::Initiative { id, is_joined, .. } => {
            (Command::LinkQuote(quote, Link::Initiative(id), !is_joined), !is_joined)
        }
        End::Statement { id, is_joined, .. } => {
            let mut quotes = desk.peek(|e| e.statement(id).map(|one| one.quotes.clone())).unwrap_or_default();
            quotes.retain(|known| *known != quote);
            if !is_joined {
                quotes.push(quote);
            }
            (Command::SetStatement(id, StatementInput::Quotes(quotes)), !is_joined)
        }
    };
    let told = if on { (f.quote_list.joined)(&name) } else { (f.quote_list.parted)(&name) };
    let consent = desk.peek(|e| Some(e.interview(e.quote(quote)?.interview)?.head.consent));
    let told = match consent.filter(|_| on && is_on_map) {
        Some(Consent::None) => format!("{told}. {}", f.quote_list.no_consent),
        Some(Consent::Anonymous) => format!("{told}. {}", f.quote_list.unnamed_there),
        _ => told,
    };
    desk.dispatch_with_notice(command, told, move || _ = desk.undo());
}
