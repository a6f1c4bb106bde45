//! The library: every engagement of this browser, and the ways in and out.

mod actions;
mod deleted;
mod side;
mod tile;
mod verbs;

use leptos::ev;
use leptos::prelude::*;

use super::browser;
use super::browser::{element, shelf};
use super::commands::{LibraryVerb, TileVerb, Verb, shortcuts, verb_of};
use super::deeds::Deeds;
use super::parts::{FileInput, Menu, alert, choose_files, live, offer, on, rows, shown, verb_icon};
use super::session::{use_session, use_words};
use super::shell::PlainBar;
use crate::i18n::library::LibraryWords;
use crate::i18n::speech::title_or;
use crate::model::limits::Excess;
use crate::route::Route;
use crate::storage::Aside;
use crate::storage::usage::usage;
pub use actions::prepare;
use actions::{LibraryActions, Trouble};
use deleted::Deleted;
use side::Side;
use tile::Tile;

/// How often it is tried again to save what the storage did not take.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(2);

/// The library.
#[component]
pub fn Library(
    /// The address: it may lead nowhere.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    let actions = LibraryActions::new(session);
    provide_context(actions);
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let busy = element::focus_is_in_a_field() || element::find("dialog[open], .menu").is_some();
        if let Some(verb) = verb_of::<LibraryVerb>(&event).filter(|_| !busy) {
            event.prevent_default();
            verb.act(actions);
        }
    });
    session.keys_here.add(|lang| {
        let w = lang.words();
        (w.library, shortcuts::<TileVerb>().map(|row| (row.keys, (row.label)(w))).collect())
    });
    session.dropping.take(move |files| actions.import(files));
    session.offers.add(move || LibraryVerb::offers(LibraryWords::of(session.lang()), actions));
    let others = browser::tabs::on_other_tab(move |_| actions.look());
    let again = set_interval_with_handle(move || actions.save_unsaved(), AGAIN).ok();
    on_cleanup(move || {
        keys.remove();
        others.remove();
        if let Some(again) = again {
            again.clear();
        }
    });
    live(move || {
        session.lang.track();
        view! { <Shelves route actions /> }.into_any()
    })
}

/// What the library shows.
#[component]
fn Shelves(route: RwSignal<Route>, actions: LibraryActions) -> impl IntoView {
    let (w, lw) = (use_words(), use_library_words());
    let installed_empty = use_session().travel().installed_empty;
    let is_installed = browser::is_installed();
    let is_empty = move || !actions.reading.get() && actions.listing.with(|listing| listing.found.is_empty());
    let is_coming = move || actions.reading.get() && actions.trouble.with(Option::is_none);
    let ids = move || actions.shown();
    let are_many = move || actions.listing.with(|listing| listing.found.len() >= MANY);
    view! {
        <PlainBar />
        <main class="library">
            <div class="library-main">
                <header class="library-head">
                    <h1>{lw.engagements}</h1>
                    <span class="spring"></span>
                    {shown(are_many, move || finding(actions))}
                    <button class="button" on:click=on(move |_| LibraryVerb::ImportFile.act(actions))>
                        {verb_icon(LibraryVerb::ImportFile)}
                        {LibraryVerb::ImportFile.label_in_menu(lw, None)}
                    </button>
                    {shown(move || !is_empty(), move || doors(actions))}
                </header>
                <Alerts route actions />
                {shown(
                    is_empty,
                    move || {
                        view! {
                            <div class="empty welcome">
                                <p class="empty-title">{lw.welcome_title}</p>
                                <p>{lw.welcome_text}</p>
                                {is_installed.then(|| view! { <p>{installed_empty}</p> })}
                                <div class="doors">{doors(actions)}</div>
                            </div>
                        }
                    },
                )}
                {shown(is_coming, move || view! { <p class="later" role="status">{w.part_coming}</p> })}
                <ul class="tiles" aria-label=lw.engagements>
                    {rows(ids, |id| view! { <Tile id /> }.into_any())}
                </ul>
                <Deleted />
                <h2 class="templates-title">{lw.templates}</h2>
                <ul class="templates" aria-label=lw.templates>
                    {TEMPLATES.iter().map(|template| template_tile(actions, template)).collect_view()}
                </ul>
            </div>
            <Side />
        </main>
        <FileInput
            id="import-file"
            accept=".json,application/json,.html,text/html,.csv,.tsv,.txt,.md,.xlsx,text/csv,text/plain"
            multiple=true
            take=Callback::new(move |files| actions.import(files))
        />
        <Menu menus=actions.menus />
    }
}

/// A template: the name of its file, a line that tells its picture from the others, and what it is called and for.
type Template = (&'static str, &'static str, fn(&LibraryWords) -> (&'static str, &'static str));

const TEMPLATES: [Template; 6] = [
    ("b2b-renewal", "M2 9c12 0 12 15 25 15s12-17 25-17", |w| (w.template_renewal, w.template_renewal_about)),
    ("onboarding", "M2 24c14 0 8-9 18-9s6-4 12-4 8-7 20-7", |w| (w.template_onboarding, w.template_onboarding_about)),
    ("support-case", "M2 5h10c8 0 4 19 12 19s8-17 28-17", |w| (w.template_support, w.template_support_about)),
    ("online-purchase", "M2 19c7 0 6-13 13-13s6 13 13 13 5-10 11-10 5 5 13 5", |w| {
        (w.template_purchase, w.template_purchase_about)
    }),
    ("agency-project", "M2 7h5c14 0 8 15 22 15s8-9 14-9h9", |w| (w.template_agency, w.template_agency_about)),
    ("empty", "M2 4h50v20H2zM2 10h50M18 4v20M35 4v20", |w| (w.template_empty, w.template_empty_about)),
];

fn template_tile(actions: LibraryActions, (file, line, words): &'static Template) -> AnyView {
    let (name, about) = words(use_library_words());
    view! {
        <li>
            <button class="template" on:click=on(move |_| actions.template(file))>
                <svg class="template-sketch" viewBox="0 0 54 28" aria-hidden="true">
                    <path d=*line></path>
                </svg>
                <span class="template-name">{name}</span>
                <span class="template-about">{about}</span>
            </button>
        </li>
    }
    .into_any()
}

/// From how many engagements on one looks for them.
const MANY: usize = 5;

/// Looking for an engagement, and in which order they are shown.
fn finding(actions: LibraryActions) -> AnyView {
    let w = use_library_words();
    view! {
        <input
            type="search"
            class="field library-find"
            id="library-find"
            autocomplete="off"
            aria-label=w.find_project
            placeholder=w.find_project
            prop:value=live(move || actions.words.get())
            on:input=on(move |event: ev::Event| actions.words.set(event_target_value(&event)))
        />
        <select
            class="field library-sort"
            aria-label=w.sort_by
            on:change=on(move |event: ev::Event| actions.by_name.set(event_target_value(&event) == "name"))
        >
            <option value="saved">{w.by_change}</option>
            <option value="name">{w.by_name}</option>
        </select>
    }
    .into_any()
}

/// What the library says.
fn use_library_words() -> &'static LibraryWords {
    LibraryWords::of(use_session().lang())
}

/// The two ways to start.
fn doors(actions: LibraryActions) -> impl IntoView {
    let w = use_library_words();
    view! {
        <button class="button" on:click=on(move |_| LibraryVerb::Example.act(actions))>{LibraryVerb::Example.label(w)}</button>
        <button class="button primary" on:click=on(move |_| LibraryVerb::NewEngagement.act(actions))>
            {verb_icon(LibraryVerb::NewEngagement)}
            {LibraryVerb::NewEngagement.label(w)}
            <kbd aria-hidden="true">{LibraryVerb::NewEngagement.shown_keys()}</kbd>
        </button>
    }
}

/// Opens the browser's file picker.
fn open_picker() {
    choose_files("import-file");
}

/// Under which name it is kept which texts that were set aside were read of.
const KNOWN_ASIDE: &str = "known-aside";

/// What the person must know: storage that does not last, files that could not be read, an address that leads nowhere.
#[component]
fn Alerts(route: RwSignal<Route>, actions: LibraryActions) -> impl IntoView {
    let session = use_session();
    let (w, lw) = (session.w(), LibraryWords::of(session.lang()));
    let newer = move || {
        let list = actions.listing.with(|listing| listing.newer.clone());
        let alert_of = |(id, _): (String, u32)| {
            alert(lw.newer_unreadable.into(), offer(w.download_copy, move || actions.download(&id)))
        };
        list.into_iter().map(alert_of).collect_view().into_any()
    };
    // Whoever has read of a text that was set aside need not read it again; the text stays.
    let known = RwSignal::new(shelf::choice::<Vec<String>>(KNOWN_ASIDE).unwrap_or_default());
    let aside = move || {
        let list = actions.listing.with(|listing| listing.aside.clone());
        let alert_of = move |aside: Aside| {
            let key = aside.key.clone();
            let close = move || {
                known.update(|known| known.push(key.clone()));
                shelf::keep_choice(KNOWN_ASIDE, known.get_untracked());
            };
            let download = offer(lw.download_it, move || actions.download_aside(&aside.key));
            alert(lw.kept_aside.into(), [download, offer(w.close, close)].concat())
        };
        let is_new = |aside: &Aside| known.with(|known| !known.contains(&aside.key));
        list.into_iter().filter(is_new).map(alert_of).collect_view().into_any()
    };
    // What takes the room, that of other pages too.
    let full = move |text: String| {
        let usage = usage(&*session.shelf()).unwrap_or_default();
        [text, w.saving_words.room(session.lang(), &usage)].join(" ").trim_end().to_owned()
    };
    let left = move || {
        let alert_of = |(id, title): (String, String)| {
            let text = full((w.saving_words.left_unsaved)(title_or(&title, w.untitled_engagement)));
            let copy = offer(w.download_copy, move || actions.download_unsaved(&id));
            match actions.freeing() {
                Some((frees, free)) => {
                    alert([text, frees].join(" "), [offer(free, move || actions.make_room()), copy].concat())
                }
                None => alert(text, copy),
            }
        };
        let left: Vec<_> =
            session.unsaved.with(|all| all.iter().map(|one| (one.id().to_owned(), one.title())).collect());
        left.into_iter().map(alert_of).collect_view().into_any()
    };
    let too_large = move || {
        let alert_of = |(id, excess): (String, Excess)| {
            let text = (w.saving_words.too_large_here)(&w.saving_words.excess(excess));
            alert(text, offer(w.download_copy, move || actions.download(&id)))
        };
        actions.listing.with(|listing| listing.too_large.clone()).into_iter().map(alert_of).collect_view().into_any()
    };
    let trouble = move |trouble: Trouble| {
        let close = offer(w.close, move || actions.dismiss());
        let text = trouble.text(session);
        let text = if trouble.is_full() { full(text) } else { text };
        match actions.freeing_for(&trouble) {
            Some((frees, free)) => {
                alert([text, frees].join(" "), [offer(free, move || actions.make_room()), close].concat())
            }
            None => alert(text, close),
        }
    };
    view! {
        {session.hosted().mistakes(session.travel()).map(|text| alert(text, Vec::new()))}
        {(!session.lasting).then(|| alert(lw.storage_denied.into(), Vec::new()))}
        {live(move || (route.get() == Route::Unknown).then(|| alert(lw.unknown_address.into(), Vec::new())))}
        {live(left)}
        {live(move || actions.failed.get().then(|| alert(session.storage_silent().into(), Vec::new())))}
        {live(move || actions.trouble.get().map(trouble))}
        {live(newer)}
        {live(too_large)}
        {live(aside)}
    }
}
