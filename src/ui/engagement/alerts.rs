//! What lies over an open engagement: what the person must know of saving, and that something is only looked at.

use leptos::prelude::*;

use crate::exchange::link;
use crate::i18n::Words;
use crate::i18n::saving::freeing::FreeingWords;
use crate::insight::names;
use crate::model::Engagement;
use crate::model::merge::Clash;
use crate::route::{Route, link_of};
use crate::storage::freeing::{self, Freed};
use crate::storage::usage::usage;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::last_places::LastPlaces;
use crate::ui::parts::{Offers, alert, fetched, live, offer, on};
use crate::ui::saving::{News, Reason, SaveState, Saver};
use crate::ui::session::{Session, use_session};
use crate::ui::travel;
use crate::ui::ways::{download, download_copy};

/// What the person must know of saving, with a way out.
#[component]
pub fn Alerts(desk: Desk, saver: Saver, newer: bool) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let s = w.saving_words;
    let copy = move || offer(w.download_copy, move || download_copy(session, saver));
    let trouble = move || {
        let reason = match saver.state() {
            SaveState::NotSaved(reason) => reason,
            SaveState::Saved | SaveState::Saving | SaveState::Preview => return None,
        };
        Some(match reason {
            Reason::Full => {
                let again = offer(w.try_again, move || saver.save_again());
                full_alert(session, w.not_saved_full, move || make_room(session, saver), again, copy())
            }
            Reason::Denied => alert(w.not_saved_denied.into(), copy()),
            Reason::Gone => alert(s.gone.into(), offer(s.save_again, move || saver.save_again())),
        })
    };
    let last_places: LastPlaces = expect_context();
    let close = move || offer(w.close, move || saver.news().set(None));
    let news = move || {
        Some(match saver.news().get()? {
            News::Parted => alert(w.parted.into(), close()),
            News::Recovered => alert(s.recovered.into(), close()),
            News::UndoShorter => alert(s.undo_shorter.into(), close()),
            News::OlderNotKept(text) => {
                let older = move || download(session, saver, &text);
                alert(s.older_not_kept.into(), [offer(s.download_older, older), close()].concat())
            }
            News::Deleted => alert(s.deleted.into(), [offer(w.restore, move || saver.restore()), close()].concat()),
            News::Newer => alert(s.newer_elsewhere.into(), offer(s.reload, browser::reload)),
            News::Clashes(clashes) => {
                let text = desk.peek(|e| clash_text(w, e, &clashes));
                let show = move || {
                    if let Some(clash) = clashes.first() {
                        last_places.show(desk, saver, clash.key());
                    }
                    // Whoever looks at it knows.
                    saver.news().set(None);
                };
                alert(text, [offer(s.show, show), close()].concat())
            }
        })
    };
    view! {
        {newer.then(|| {
            let is_handed_out = !saver.is_preview() || session.hands_out();
            alert(w.saving_words.newer_is_kept.into(), if is_handed_out { copy() } else { Vec::new() })
        })}
        {live(trouble)}
        {live(news)}
    }
}

/// Says that the storage is full and what takes its room, with the one button that frees it; where nothing can go, with what
/// is offered `otherwise`.
fn full_alert(
    session: Session,
    said: &str,
    make_room: impl Fn() + Send + Sync + 'static,
    otherwise: Offers,
    copy: Offers,
) -> AnyView {
    let (lang, freeing) = (session.lang(), FreeingWords::of(session.lang()));
    let usage = usage(&*session.shelf()).unwrap_or_default();
    let frees = freeing.offer(lang, &usage);
    let first = if frees.is_some() { offer(freeing.free, make_room) } else { otherwise };
    let room = session.w().saving_words.room(lang, &usage);
    let said = [said.into(), room, frees.unwrap_or_default()];
    alert(said.join(" ").trim_end().into(), [first, copy].concat())
}

/// Deletes what no work depends on until the project can be saved, and says what went.
fn make_room(session: Session, saver: Saver) {
    let is_saved = move || untrack(|| saver.state()) == SaveState::Saved;
    let freed = freeing::free(&*session.shelf(), &mut || {
        saver.save_again();
        is_saved()
    });
    // Another tab may have removed the last of it.
    if freed == Freed::default() {
        saver.save_again();
    } else {
        session.notify(FreeingWords::of(session.lang()).freed(session.lang(), &freed, is_saved()));
    }
}

/// Says that nothing is stored, and offers a copy.
#[component]
pub fn PreviewBar(desk: Desk, saver: Saver, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    let words = session.travel();
    let only = session.hosted().config.explore_only;
    let full = RwSignal::new(false);
    let is_linked = untrack(|| link_of(&saver.id()).is_some());
    let comparing = fetched(travel::comparing, move || is_linked);
    let keep = move || {
        let id = browser::new_id();
        let kept = desk.peek_replica(|replica| replica.add_copy(&*session.shelf(), &id, browser::now()));
        kept.ok().map(|()| id)
    };
    let file = StoredValue::new(session.hosted().file().and_then(Result::ok).filter(|_| !is_linked));
    let own_copy = file.with_value(|file| session.copy_of_hosted(file.as_ref()?));
    let open = move |id: String| {
        session.end_preview();
        browser::go(&route.get_untracked().moved(id).hash());
    };
    let arrive = move |kept: Option<String>, said: String| match kept {
        Some(id) => {
            session.end_preview();
            file.with_value(|file| _ = file.as_ref().map(|file| session.note_copy_of_hosted(file, &id)));
            // Where nothing is stored, the copy goes with the page, and its screen says so.
            if session.lasting {
                session.notify_on_arrival(said);
            }
            browser::go(&route.get_untracked().moved(id).hash());
        }
        None => full.set(true),
    };
    let save = move || arrive(keep(), words.copy_saved.into());
    let free = move || {
        let mut kept = None;
        let freed = freeing::free(&*session.shelf(), &mut || {
            kept = keep();
            kept.is_some()
        });
        // Another tab may have removed the last of it.
        if freed == Freed::default() {
            save();
            return;
        }
        let said = FreeingWords::of(session.lang()).freed(session.lang(), &freed, kept.is_some());
        if kept.is_none() {
            session.notify(said.clone());
        }
        arrive(kept, said);
    };
    let copy = move || offer(session.w().download_copy, move || download_copy(session, saver));
    let is_unsaid = move || link_of(&saver.id()) == Some(link::NOTHING);
    view! {
        <div class="preview-bar" role="region" aria-label=words.preview>
            <span>{if only { words.explore_hint } else { words.preview_hint }}</span>
            {own_copy.filter(|_| !only).map(|id| {
                view! { <button class="button" id="open-your-copy" on:click=on(move |_| open(id.clone()))>{words.open_your_copy}</button> }
            })}
            {(!only).then(|| {
                view! { <button class="button" id="save-a-copy" on:click=on(move |_| save())>{words.save_a_copy}</button> }
            })}
        </div>
        {live(move || comparing.get().map(|compared| compared(desk)))}
        {live(move || is_unsaid().then(|| alert(words.not_in_address.into(), Vec::new())))}
        {live(move || full.get().then(|| full_alert(session, session.w().no_room, free, Vec::new(), copy())))}
    }
}

/// What two tabs changed, and what became of it.
fn clash_text(w: &Words, engagement: &Engagement, clashes: &[Clash]) -> String {
    let words = w.saving_words;
    let first = clashes.first().map(|clash| {
        let key = clash.key();
        let kind = || (words.unnamed)(key.collection()).into();
        let name = names::of_record(engagement, key).as_deref().map_or_else(kind, words.quoted);
        match clash {
            Clash::Split(..) => (words.split)(&name),
            Clash::BothKept(_) => (words.both_kept)(&name),
            Clash::OursKept(_) => (words.ours_kept)(&name),
            Clash::LaterKept(_) => (words.later_kept)(&name),
            Clash::Restored(_) => (words.restored)(&name),
            Clash::Returned(_) => (words.returned)(&name),
        }
    });
    let more = clashes.len().saturating_sub(1);
    let more = (more > 0).then(|| (words.more_clashes)(more));
    first.into_iter().chain(more).collect::<Vec<_>>().join(" ")
}
