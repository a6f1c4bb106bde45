//! A job, a job story or an outcome: its parts to type, and the quotes behind it.

use leptos::{ev, prelude::*};

use super::quote::QuoteRow;
use super::reading::reading;
use super::use_hub;
use crate::edit::{Command, StatementInput};
use crate::i18n::interviews::InterviewWords;
use crate::insight::interviews::counts;
use crate::insight::interviews::outcomes::statement;
use crate::insight::interviews::said::quotes;
use crate::interviews::record::{Claim, Direction, Statement};
use crate::model::Key;
use crate::model::quantity::{InterviewId, StatementId};
use crate::route::{EconomyPart, Route};
use crate::tables::paste::{self, Paste};
use crate::ui::browser::{element, typing};
use crate::ui::parts::{FieldKind, Icon, Sign, TextField, live, on, shown};

/// The parts of a claim that are typed, with their labels.
type ClaimField = (fn(&Claim) -> &str, fn(&mut Claim, String));

/// A statement.
#[component]
pub fn StatementCard(
    /// Which one.
    id: StatementId,
    /// The interview that it stands beside, whose quotes come first.
    #[prop(optional_no_strip)]
    near: Option<InterviewId>,
) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let w = InterviewWords::of(hub.session.lang());
    let is_open = RwSignal::new(false);
    let claim = move || desk.read(Key::Statement(id), |e| e.statement(id).map(|one| one.claim.clone()));
    let kind = untrack(claim);
    let (labels, hints): (&'static [&'static str], [&'static str; 3]) = match &kind {
        Some(Claim::Job { .. }) => (&f.statements.job_parts, f.statements.job_hints),
        Some(Claim::Story { .. }) => (&f.statements.story_parts, f.statements.story_hints),
        Some(Claim::Outcome { .. }) => (&f.statements.outcome_parts[1..], f.statements.outcome_hints),
        None => (&[], [""; 3]),
    };
    let set = move |change: &dyn Fn(&mut Claim)| {
        if let Some(mut claim) = untrack(claim) {
            change(&mut claim);
            desk.dispatch(Command::SetStatement(id, StatementInput::Claim(claim)));
        }
    };
    let field = move |(at, label): (usize, &&'static str)| {
        let (read, write) = PARTS[at];
        let value = live(move || claim().map(|claim| read(&claim).to_owned()).unwrap_or_default());
        let put = Callback::new(move |text: String| {
            let text = text.replace(['\n', '\r'], " ");
            set(&|claim| write(claim, text.clone()));
        });
        let hint = hints[at];
        view! { <TextField desk label=*label class="story-line" kind=FieldKind::Lines value set=put hint /> }.into_any()
    };
    let direction = matches!(kind, Some(Claim::Outcome { .. })).then(|| {
        let is =
            move |wanted: Direction| matches!(claim(), Some(Claim::Outcome { direction, .. }) if direction == wanted);
        let choose = move |wanted: Direction| {
            set(&|claim| {
                if let Claim::Outcome { direction, .. } = claim {
                    *direction = wanted;
                }
            });
            desk.seal();
        };
        let choice = move |(at, wanted): (usize, Direction)| {
            view! {
                <button
                    class="segment"
                    aria-pressed=live(move || is(wanted).to_string())
                    on:click=on(move |_| choose(wanted))
                >
                    {w.directions[at]}
                </button>
            }
            .into_any()
        };
        view! {
            <div class="segments" role="group" aria-label=f.statements.outcome_parts[0]>
                {[Direction::Minimise, Direction::Increase].into_iter().enumerate().map(choice).collect_view()}
            </div>
        }
    });
    let backed = Memo::new(move |_| {
        desk.read(Key::Statement(id), |e| {
            let quotes = |one: &Statement| counts::of(e, one.quotes.iter().map(|quote| quote.highlight));
            statement(e, id).map(|one| (quotes(&one), one.interviews()))
        })
        .unwrap_or_default()
    });
    let behind = reading(desk, move |e| {
        let of = e.statement(id).map(|one| one.quotes.clone()).unwrap_or_default();
        if is_open.get() { quotes(e).into_iter().filter(|said| of.contains(&said.id)).collect() } else { Vec::new() }
    });
    let delete = move |_| {
        desk.dispatch_with_notice(Command::DeleteStatement(id), f.statements.deleted_statement, move || {
            _ = desk.undo()
        });
    };
    // The parts are read as one sentence: Enter goes on in the next one, and behind the last one to the quotes.
    let go_on = move |event: ev::KeyboardEvent| {
        let is_plain = !event.shift_key() && !typing::is_of_input_method(&event);
        let Some(here) = element::around(event.target(), "textarea").filter(|_| event.key() == "Enter" && is_plain)
        else {
            return;
        };
        event.prevent_default();
        let parts =
            element::by_id(&format!("statement-{id}")).map(|card| element::find_all(&card, "textarea, .add-quotes"));
        let next = parts.unwrap_or_default().into_iter().skip_while(|part| *part != here).nth(1);
        next.iter().for_each(element::focus);
    };
    // Lines that are pasted into the first part of an outcome are an outcome each.
    let is_outcome = matches!(kind, Some(Claim::Outcome { .. }));
    let paste = move |event: ev::ClipboardEvent| {
        let Some(here) = element::around(event.target(), "textarea").filter(|_| is_outcome && desk.may_edit()) else {
            return;
        };
        let is_first = element::by_id(&format!("statement-{id}"))
            .is_some_and(|card| element::find_all(&card, "textarea").first() == Some(&here));
        let Some(Paste::Lines(lines)) = element::pasted(&event).filter(|_| is_first).map(|text| paste::lines(&text))
        else {
            return;
        };
        if lines.len() < 2 {
            return;
        }
        event.prevent_default();
        let claims: Vec<Claim> = lines.iter().map(|line| Claim::outcome_of(&line.replace('\n', " "))).collect();
        let told = (f.statements.added_outcomes)(claims.len());
        desk.dispatch_with_notice(Command::AddOutcomes(id, claims), told, move || _ = desk.undo());
    };
    // A verb that was typed before the measure is what the switch says: it is taken off once the field is left.
    let left = move |event: ev::FocusEvent| {
        if is_outcome && element::around(event.target(), "textarea").is_some() && desk.may_edit() {
            let taken = untrack(claim).and_then(|mut claim| claim.take_direction().then_some(claim));
            if let Some(claim) = taken {
                desk.dispatch(Command::SetStatement(id, StatementInput::Claim(claim)));
                desk.seal();
            }
        }
    };
    let is_story = matches!(kind, Some(Claim::Story { .. } | Claim::Job { .. }));
    view! {
        <article class="statement" id=format!("statement-{id}") on:keydown=on(go_on) on:paste=on(paste) on:focusout=on(left)>
            {direction}
            {labels.iter().enumerate().map(field).collect_view()}
            <div class="statement-foot">
                {live(move || match backed.get() {
                    (heard, _) if heard.all() == 0 => view! { <span class="chip-warn">{f.statements.says_nobody}</span> }.into_any(),
                    (heard, interviews) => {
                        view! {
                            <button
                                class="button quiet small"
                                aria-expanded=live(move || is_open.get().to_string())
                                title=f.statements.show_quotes
                                on:click=on(move |_| is_open.update(|open| *open = !*open))
                            >
                                <Icon sign=Sign::Thoughts />
                                {(f.statements.backed)(heard, interviews)}
                            </button>
                        }
                            .into_any()
                    }
                })}
                {shown(move || !desk.read_only(), move || {
                    view! {
                        <button class="button quiet small add-quotes" on:click=on(move |_| hub.pick(id, near))>
                            {crate::i18n::backing::BackingWords::of(hub.session.lang()).add_quotes}
                        </button>
                    }
                })}
                {is_story.then(|| view! { <InitiativeLink id /> })}
                {shown(move || !desk.read_only(), move || {
                    let label = move || {
                        let name = |claim: Claim| f.statement_or((w.claim)(&claim), &claim);
                        let said = claim().map(name).unwrap_or_default();
                        format!("{}: {said}", f.statements.delete_statement)
                    };
                    view! {
                        <button
                            class="button quiet small icon-only"
                            aria-label=live(label)
                            title=live(label)
                            on:click=on(delete)
                        >
                            <Icon sign=Sign::Delete />
                        </button>
                    }
                })}
            </div>
            {shown(
                move || is_open.get() && backed.get().0.all() > 0,
                move || {
                    view! {
                        <ul class="said-list" role="list" aria-label=f.codebook.quotes>
                            {live(move || behind.get().into_iter().map(|said| view! { <QuoteRow said /> }.into_any()).collect_view().into_any())}
                        </ul>
                    }
                },
            )}
        </article>
    }
}

/// The three parts of any claim that are typed, in their order.
const PARTS: [ClaimField; 3] = [
    (
        |claim| match claim {
            Claim::Job { verb: one, .. } | Claim::Story { when: one, .. } | Claim::Outcome { measure: one, .. } => one,
        },
        |claim, text| match claim {
            Claim::Job { verb: one, .. } | Claim::Story { when: one, .. } | Claim::Outcome { measure: one, .. } => {
                *one = text;
            }
        },
    ),
    (
        |claim| match claim {
            Claim::Job { object: one, .. } | Claim::Story { want: one, .. } | Claim::Outcome { object: one, .. } => one,
        },
        |claim, text| match claim {
            Claim::Job { object: one, .. } | Claim::Story { want: one, .. } | Claim::Outcome { object: one, .. } => {
                *one = text;
            }
        },
    ),
    (
        |claim| match claim {
            Claim::Job { context: one, .. } | Claim::Story { so: one, .. } | Claim::Outcome { context: one, .. } => one,
        },
        |claim, text| match claim {
            Claim::Job { context: one, .. } | Claim::Story { so: one, .. } | Claim::Outcome { context: one, .. } => {
                *one = text;
            }
        },
    ),
];

/// The initiative that a job opened, or the way to open one.
#[component]
fn InitiativeLink(id: StatementId) -> impl IntoView {
    let hub = use_hub();
    let (f, desk) = (hub.f(), hub.desk);
    let w = InterviewWords::of(hub.session.lang());
    let opened = move || desk.read(Key::Statement(id), |e| e.statement(id).and_then(|one| one.initiative));
    let begin = move |_| {
        let name = desk.peek(|e| e.statement(id).map(|one| (w.claim)(&one.claim))).unwrap_or_default();
        desk.dispatch_with_notice(Command::OpenInitiative(id, name), f.statements.opened_initiative, move || {
            _ = desk.undo()
        });
    };
    live(move || match opened() {
        Some(initiative) => {
            let route = Route::Economics {
                engagement: hub.saver.id(),
                scenario: None,
                initiative: Some(initiative),
                part: EconomyPart::Fixing,
            };
            view! { <a class="worth-link" href=route.hash()>{f.statements.show_initiative} " \u{2192}"</a> }.into_any()
        }
        None if desk.read_only() => ().into_any(),
        None => view! { <button class="button quiet small" on:click=on(begin)>{f.statements.open_initiative}</button> }
            .into_any(),
    })
}

/// An empty job.
pub fn job() -> Claim {
    Claim::Job { verb: String::new(), object: String::new(), context: String::new() }
}

/// An empty job story.
pub fn story() -> Claim {
    Claim::Story { when: String::new(), want: String::new(), so: String::new() }
}

/// An empty outcome.
pub fn outcome() -> Claim {
    Claim::Outcome {
        direction: Direction::Minimise,
        measure: String::new(),
        object: String::new(),
        context: String::new(),
    }
}
