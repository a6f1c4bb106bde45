//! The list of interviews.

mod verbs;

use std::collections::BTreeMap;

use leptos::{ev, prelude::*};

use super::findings::title;
use super::verb_words;
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::capture::CaptureWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::insight::interviews::glance::{self, Lean};
use crate::interviews::record::Head;
use crate::interviews::text::HighlightId;
use crate::model::Key;
use crate::model::key::Collection;
use crate::model::quantity::InterviewId;
use crate::route::{Findings, InterviewsView, Route};
use crate::ui::browser::{self, element};
use crate::ui::commands::{InterviewListVerb, InterviewVerb, Verb, verb_of};
use crate::ui::deeds::Deeds;
use crate::ui::desk::Desk;
use crate::ui::offers::Offer;
use crate::ui::parts::{Menu, Menus, UndoButtons, each, live, on, shown as shown_while, verb_icon};
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};
use verbs::{AtEntry, OnList, shortcuts_of_list};
pub use verbs::{delete, duplicate};

/// The interview that an address asks for, or that of the quote it asks for; where it asks for none or for one that is gone, the
/// last.
pub fn shown(desk: Desk, asked: Option<InterviewId>, quote: Option<HighlightId>) -> Option<InterviewId> {
    desk.track(Key::List(Collection::Interview));
    desk.peek(|e| {
        let of_quote = || quote.and_then(|quote| e.quote(quote)).map(|quote| quote.interview);
        let there = |id: &InterviewId| e.interview(*id).is_some();
        asked.filter(there).or_else(of_quote).or_else(|| e.interviews().last().map(|(id, _)| id))
    })
}

/// The address of an interview.
pub fn address(saver: Saver, interview: Option<InterviewId>) -> String {
    Route::Interviews { engagement: saver.id(), view: InterviewsView::One { interview, quote: None } }.hash()
}

fn go(saver: Saver, interview: Option<InterviewId>) {
    browser::go(&untrack(|| address(saver, interview)));
}

/// What a person does, and where.
pub fn role_and_account(head: &Head) -> String {
    let parts: Vec<&str> =
        [head.role.trim(), head.account.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn words(session: Session) -> (&'static CaptureWords, &'static InterviewWords) {
    (CaptureWords::of(session.lang()), InterviewWords::of(session.lang()))
}

/// All interviews, the last first, and the way to what they say together.
#[component]
pub fn InterviewList(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The interview that is shown.
    shown: Memo<Option<InterviewId>>,
    /// What is shown of all of them.
    findings: Memo<Option<Findings>>,
) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let (cw, _) = words(session);
    let f = FindingsWords::of(session.lang());
    let menus = Menus::new();
    let ids = move || {
        desk.track(Key::List(Collection::Interview));
        let mut ids: Vec<InterviewId> = desk.peek(|e| e.interviews().map(|(id, _)| id).collect());
        ids.reverse();
        ids
    };
    let count = Memo::new(move |_| ids().len());
    // Counted anew when a quote changes, and at no letter.
    let leans = Memo::new(move |before: Option<&BTreeMap<InterviewId, Lean>>| {
        let touched = desk.touched();
        match before {
            Some(before) if !touched.iter().any(|key| matches!(key, Key::Quote(_) | Key::List(_))) => before.clone(),
            _ => desk.peek(glance::leans),
        }
    });
    let at = move |id: InterviewId| AtEntry { desk, saver, session, menus, id };
    let entry = move |id: InterviewId| entry(at(id), shown, leans);
    let keys = move |event: ev::KeyboardEvent| {
        let link = element::around(event.target(), "[data-interview]");
        let id = link.and_then(|link| link.get_attribute("data-interview")).and_then(|id| id.parse().ok());
        if let Some((id, verb)) = id.zip(verb_of::<InterviewVerb>(&event)) {
            event.prevent_default();
            event.stop_propagation();
            verb.act(at(InterviewId(id)));
        }
    };
    session.keys_here.add(shortcuts_of_list);
    let finding = move |one: Findings| {
        let to = move || address_of(saver, one);
        let current = live(move || (findings.get() == Some(one)).then_some("page"));
        view! { <li><a href=live(to) aria-current=current>{title(f, one)}</a></li> }.into_any()
    };
    view! {
        <nav class="interview-list" aria-label=w.interviews>
            <header class="interview-list-head">
                <h1 tabindex="-1">{w.interviews}</h1>
                <span class="count">{live(move || count.get().to_string())}</span>
                <span class="spring"></span>
                {shown_while(move || !desk.read_only(), move || {
                    view! {
                        <button
                            class="button icon-only"
                            aria-label=InterviewListVerb::Add.label(&verb_words(session))
                            title=InterviewListVerb::Add.title(&verb_words(session))
                            on:click=on(move |_| InterviewListVerb::Add.act(OnList { desk, saver, session }))
                        >
                            {verb_icon(InterviewListVerb::Add)}
                        </button>
                    }
                })}
            </header>
            <ul class="interview-entries" on:keydown=on(keys)>
                {each(ids, entry)}
            </ul>
            {live(move || (count.get() > 0).then(|| {
                view! {
                    <p class="interview-legend">
                        <span>{cw.holds_them}</span>
                        <span>{cw.moves_them}</span>
                    </p>
                }
                .into_any()
            }))}
            <h2 class="interview-across">{cw.across}</h2>
            <ul class="interview-findings">{Findings::ALL.map(finding).collect_view()}</ul>
            <Menu menus />
        </nav>
    }
}

fn entry(at: AtEntry, shown: Memo<Option<InterviewId>>, leans: Memo<BTreeMap<InterviewId, Lean>>) -> AnyView {
    let AtEntry { desk, saver, session, id, .. } = at;
    let (cw, iw) = words(session);
    let head = Memo::new(move |_| {
        desk.read(Key::Interview(id), |e| {
            let head = &e.interview(id)?.head;
            Some((head.person.trim().to_owned(), role_and_account(head), head.outcome))
        })
        .unwrap_or_default()
    });
    let person = move || Some(head.get().0).filter(|name| !name.is_empty()).unwrap_or_else(|| iw.unnamed.into());
    let lean = Memo::new(move |_| leans.with(|all| all.get(&id).copied()).unwrap_or_default());
    let percent = |share: f64| format!("{:.1}%", share * 50.0);
    view! {
        <li class="interview-entry">
            <a
                id=format!("interview-{}", id.0)
                data-interview=id.0.to_string()
                href=live(move || address(saver, Some(id)))
                aria-current=live(move || (shown.get() == Some(id)).then_some("page"))
                on:contextmenu=on(move |event: ev::MouseEvent| {
                    event.prevent_default();
                    at.open_menu();
                })
            >
                <span class="interview-person">{live(person)}</span>
                <span class="interview-kind">{live(move || iw.outcome(head.get().2))}</span>
                <span class="interview-role">{live(move || head.get().1)}</span>
                <span class="lean" role="img" aria-label=live(move || (cw.lean)(lean.get().moves, lean.get().holds))>
                    <span class="lean-holds" style:width=live(move || percent(lean.get().hold_share))></span>
                    <span class="lean-moves" style:width=live(move || percent(lean.get().move_share))></span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// The address of what all interviews say of one matter.
fn address_of(saver: Saver, findings: Findings) -> String {
    Route::Interviews { engagement: saver.id(), view: InterviewsView::All(findings) }.hash()
}

/// What the command palette offers here: to add an interview, and to go to each and to what they say together.
pub fn offers(desk: Desk, saver: Saver, session: Session) -> Vec<Offer> {
    let (cw, iw) = words(session);
    let place = |(id, person): (InterviewId, String)| {
        let name = if person.trim().is_empty() { iw.unnamed.into() } else { person };
        Offer::place(name, cw.interview, move || go(saver, Some(id)))
    };
    let all: Vec<(InterviewId, String)> =
        desk.peek(|e| e.interviews().map(|(id, one)| (id, one.head.person.clone())).collect());
    let verbs = InterviewListVerb::offers(&verb_words(session), OnList { desk, saver, session });
    let f = FindingsWords::of(session.lang());
    let finding = |one: Findings| {
        Offer::place(title(f, one).into(), cw.across, move || browser::go(&untrack(|| address_of(saver, one))))
    };
    verbs.into_iter().chain(all.into_iter().map(place)).chain(Findings::ALL.map(finding)).collect()
}

/// What is shown before the first interview.
pub fn none_yet(desk: Desk, saver: Saver) -> AnyView {
    let session = use_session();
    let (cw, _) = words(session);
    if desk.is_preview() {
        // Nothing can be added here either.
        return view! {
            <section class="interview none">
                <div class="empty">
                    <p class="empty-title">{cw.none_came}</p>
                    <p>{cw.none_came_hint}</p>
                </div>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="interview none">
            <div class="empty">
                <p class="empty-title">{cw.no_interviews}</p>
                <p>{cw.no_interviews_hint}</p>
                <div class="empty-actions">
                    <button
                        class="button primary"
                        disabled=live(move || desk.read_only())
                        on:click=on(move |_| InterviewListVerb::Add.act(OnList { desk, saver, session }))
                    >
                        {InterviewListVerb::Add.label(&verb_words(session))}
                    </button>
                    <UndoButtons desk />
                </div>
            </div>
        </section>
    }
    .into_any()
}
