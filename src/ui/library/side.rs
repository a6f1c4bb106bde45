//! Beside the engagements: how full the storage is, when the last copy was made, where files are dropped.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::actions::{LibraryActions, Trouble};
use super::use_library_words;
use crate::i18n::figures;
use crate::storage::ids::moment_of;
use crate::ui::browser::{self, promise, shelf};
use crate::ui::commands::{LibraryVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Icon, Sign, live, on, shown};
use crate::ui::session::{use_session, use_words};

/// After how many days a copy is called old.
const OLD_COPY_DAYS: i64 = 7;

/// How long the library rests before the storage is measured: nobody waits for the meter.
const REST: Duration = Duration::from_millis(800);

/// The panel.
#[component]
pub fn Side() -> impl IntoView {
    let session = use_session();
    let actions: LibraryActions = expect_context();
    let (w, lw) = (use_words(), use_library_words());
    let used = Memo::new(move |_| actions.listing.with(|listing| listing.size));
    let count = move || actions.listing.with(|listing| listing.found.len());
    let quota = RwSignal::new(shelf::choice::<usize>("quota"));
    let measure = move || {
        if let Some(used) = used.try_get_untracked() {
            let measured = shelf::measure_quota(used);
            quota.set(measured);
            shelf::keep_choice("quota", measured);
        }
    };
    // Where there was no room, other pages of this address may have taken it: the figure of before is wrong.
    Effect::new(move |_| {
        if session.lasting && actions.trouble.with(|trouble| trouble.as_ref().is_some_and(Trouble::is_full)) {
            measure();
        }
    });
    let is_full = session.unsaved.with_untracked(|unsaved| !unsaved.is_empty());
    if session.lasting && (is_full || quota.get_untracked().is_none()) {
        let timer = set_timeout_with_handle(measure, REST).ok();
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear()
            }
        });
    }
    let share = move || quota.get().filter(|quota| *quota > 0).map(|quota| used.get() as f64 / quota as f64);
    let filled = move || share().unwrap_or(0.0).to_string();
    let backed_up = actions.backed_up;
    let copy_age = move || backed_up.get().map(|moment| browser::now().days_since(moment));
    let added = move || {
        let Some(copied) = backed_up.get() else { return 0 };
        let is_new = |id: &str| moment_of(id).is_some_and(|moment| moment as i64 > copied.0);
        actions.listing.with(|listing| listing.found.iter().filter(|found| is_new(&found.id)).count())
    };
    let copy_words = move || match copy_age() {
        None => lw.never_copied.into(),
        Some(days) => (lw.copied_days_ago)(days.max(0), count(), added()),
    };
    let words = &w.saving_words;
    let promised = RwSignal::new(None);
    spawn_local(async move { _ = promised.try_set(Some(promise::is_given().await)) });
    let is_apart = promise::keeps_installed_apart() && !browser::is_installed();
    let takes_along = move || is_apart && count() != 0;
    let is_old = move || copy_age().is_none_or(|days| days >= OLD_COPY_DAYS);
    view! {
        <aside class="library-side" aria-label=lw.storage>
            <section>
                <header class="side-head">
                    <h2>{lw.storage}</h2>
                    <span>{lw.this_browser_only}</span>
                </header>
                <p class="storage-used">
                    <b>{live(move || figures::bytes(session.lang(), 2 * used.get()))}</b>
                    {live(move || share().map(|share| (lw.share_of_browser)(&figures::share(session.lang(), share))))}
                </p>
                <meter
                    class="storage-meter"
                    aria-label=lw.storage
                    min="0"
                    max="1"
                    value=live(filled)
                    style:--used=live(filled)
                ></meter>
            </section>
            <section>
                <h2>{lw.backup}</h2>
                <p class="backup-state" class:old=live(move || is_old() && count() != 0)>
                    {live(move || (is_old() && count() != 0).then(|| view! { <Icon sign=Sign::Warning /> }.into_any()))}
                    <span>{live(copy_words)}</span>
                </p>
                <button
                    class="button wide"
                    aria-disabled=live(move || (count() == 0).to_string())
                    on:click=on(move |_| {
                        if LibraryVerb::BackUp.is_possible(actions) {
                            LibraryVerb::BackUp.act(actions);
                        }
                    })
                >
                    <Icon sign=Sign::Download />
                    {LibraryVerb::BackUp.label(lw)}
                </button>
                <p>{w.saving_words.why_a_copy}</p>
                <p id="copy-holds">{w.saving_words.copy_holds}</p>
                {live(move || {
                    let said = if promised.get()? { words.promised } else { words.not_promised };
                    Some(view! { <p>{said}</p> }.into_any())
                })}
                {shown(takes_along, move || view! { <p>{words.take_along}</p> })}
            </section>
            <section>
                <h2>{lw.import}</h2>
                <button class="drop-zone" on:click=on(move |_| LibraryVerb::ImportFile.act(actions))>
                    <Icon sign=Sign::Upload />
                    <span class="drop-title">{lw.drop_here}</span>
                    <span>{lw.drop_hint}</span>
                </button>
                <p>{lw.nothing_uploaded}</p>
            </section>
            <p class="side-foot">{lw.no_account}</p>
        </aside>
    }
}
