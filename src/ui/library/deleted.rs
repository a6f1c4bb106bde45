//! What was deleted and can be brought back.

use leptos::prelude::*;

use super::actions::LibraryActions;
use super::use_library_words;
use crate::i18n::figures;
use crate::storage::Stored;
use crate::storage::deleted::Mark;
use crate::ui::browser;
use crate::ui::parts::{live, on};
use crate::ui::session::{use_session, use_words};

/// The list, while there is something in it.
#[component]
pub fn Deleted() -> impl IntoView {
    let session = use_session();
    let actions: LibraryActions = expect_context();
    let (w, lw) = (use_words(), use_library_words());
    let line = move |(found, mark): (Stored, Mark)| {
        let title = actions.name(&found.id);
        let all = found.entry.summary;
        let holds = (lw.holds)([all.maps, all.cards, all.interviews, all.scenarios]);
        let day = figures::day_near(session.lang(), w, browser::local_day(mark.at), browser::local_day(browser::now()));
        let (back, gone) = (found.id.clone(), found.id);
        let named = |verb: &str| format!("{verb}: {title}");
        let (restore, erase) = (named(w.restore), named(lw.delete_forever));
        view! {
            <li class="deleted-line">
                <span class="deleted-title" dir="auto">{title}</span>
                <span class="deleted-day">{holds}</span>
                <span class="deleted-day">{day}</span>
                <button class="button small" aria-label=restore on:click=on(move |_| actions.restore(&back))>{w.restore}</button>
                <button class="button small quiet danger" aria-label=erase on:click=on(move |_| actions.erase(&gone))>
                    {lw.delete_forever}
                </button>
            </li>
        }
        .into_any()
    };
    live(move || {
        let all = actions.listing.with(|listing| listing.deleted.clone());
        (!all.is_empty()).then(|| {
            let title = (lw.recently_deleted)(all.len());
            view! {
                <details class="deleted">
                    <summary>{title}</summary>
                    <p class="deleted-hint">{lw.deleted_hint}</p>
                    <ul>{all.into_iter().map(line).collect_view()}</ul>
                </details>
            }
            .into_any()
        })
    })
}
