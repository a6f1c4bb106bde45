//! The bar at the top of every screen.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::browser::{element, file};
use super::commands::{EngagementVerb, FrameVerb, Verb};
use super::deeds::Deeds;
use super::desk::Desk;
use super::incoming::{self, Content};
use super::offers::Offer;
use super::parts::{
    Coming, Dialog, FileInput, FormDialog, Icon, Menu, Menus, Sign, TABLES, TextField, later, live, on, verb_icon,
};
use super::saving::{SaveState, Saver};
use super::sections;
use super::session::{Session, use_session, use_words};
use super::sheets;
use super::switcher::{IMPORT_MAP, OpenEngagement};
use super::travel;
use super::ways::go_to_map;
use crate::edit::{Command, HeadField};
use crate::model::quantity::JourneyId;
use crate::model::{Head, Key};
use crate::route::{Route, Section};
use crate::storage::backup::LARGEST_FILE;
use crate::tables::fault::Kind;

/// The bar of screens outside an engagement.
#[component]
pub fn PlainBar() -> impl IntoView {
    let w = use_words();
    view! {
        <header class="bar">
            <Mark />
            <nav class="sections" aria-label=w.sections>
                <a href="#/" aria-current="page">{w.library}</a>
            </nav>
            <span class="spring"></span>
            <Choices />
        </header>
    }
}

/// The bar of an open engagement.
#[component]
pub fn EngagementBar(
    /// The engagement.
    desk: Desk,
    /// How it stands with saving.
    saver: Saver,
    /// The map that is shown.
    journey: Memo<Option<JourneyId>>,
    /// The address.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    let w = use_words();
    let menus = Menus::new();
    let renaming = RwSignal::new(false);
    let sharing = RwSignal::new(false);
    let words = session.travel();
    let open = OpenEngagement { session, desk, saver, journey, renaming };
    session.offers.add(move || {
        let share = || Offer::verb(session.travel().share, String::new(), move || sharing.set(true));
        let mut all = EngagementVerb::offers(session.w(), open);
        all.extend(session.hands_out().then(share));
        all
    });
    let title = move || {
        let title = desk.read(Key::Head, |e| e.head().title.clone());
        if title.is_empty() { w.untitled_engagement.into() } else { title }
    };
    let state = move || match saver.state() {
        SaveState::Saved => w.saved,
        SaveState::Saving => w.saving,
        SaveState::NotSaved(_) => w.not_saved,
        SaveState::Preview => words.preview,
    };
    let is_saved = move || saver.state() == SaveState::Saved;
    let here = Memo::new(move |_| route.with(Route::section));
    let link = move |section: Section| {
        let address = move || match section {
            Section::Journey => Route::Journey { engagement: saver.id(), journey: journey.get() }.hash(),
            _ => section.of(saver.id()).hash(),
        };
        view! {
            <a href=live(address) aria-current=live(move || (here.get() == Some(section)).then_some("page"))>
                <Icon sign=sections::sign(section) />
                {sections::label(w, section)}
            </a>
        }
    };
    view! {
        <header class="bar">
            <Mark />
            <button
                class="switcher"
                id="switcher"
                aria-haspopup="menu"
                on:click=on(move |_| menus.below("switcher", w.engagement_menu, open.menu()))
            >
                <span class="switcher-title">{live(title)}</span>
                <Icon sign=Sign::ChevronDown />
            </button>
            <nav class="sections" aria-label=w.sections>
                <a href="#/">{w.library}</a>
                {Section::ALL.map(link)}
            </nav>
            <span class="spring"></span>
            <span
                class="save-state"
                class:troubled=live(move || matches!(saver.state(), SaveState::NotSaved(_)))
                role="status"
                aria-label=w.save_state
                title=live(move || is_saved().then_some(w.saved_hint))
            >
                {live(move || match saver.state() {
                    SaveState::Saved => Some(view! { <Icon sign=Sign::Check /> }.into_any()),
                    SaveState::NotSaved(_) => Some(view! { <Icon sign=Sign::Warning /> }.into_any()),
                    SaveState::Saving | SaveState::Preview => None,
                })}
                <span class="label">{live(state)}</span>
            </span>
            <Choices />
            {session.hands_out().then(|| {
                view! {
                    <button class="button" id="share" on:click=on(move |_| sharing.set(true))>
                        <Icon sign=Sign::Upload />
                        <span class="label">{words.share}</span>
                    </button>
                }
            })}
        </header>
        <FileInput id=IMPORT_MAP accept=TABLES take=Callback::new(move |files| import_map(session, desk, saver, files)) />
        <Menu menus />
        <Rename open=renaming desk />
        <Dialog open=sharing title=words.share class="share">
            {later(travel::sharing, move |share| share(desk, saver, journey.get_untracked()))}
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| sharing.set(false))>{session.w().close}</button>
            </div>
        </Dialog>
    }
}

/// The mark, which leads home.
#[component]
fn Mark() -> impl IntoView {
    let w = use_words();
    let config = use_session().hosted().config;
    if config.name.is_some() || config.logo.is_some() {
        let address = if config.explore_only { Route::view().hash() } else { "#/".into() };
        return view! {
            <a class="mark" href=address>
                {config.logo.map(|logo| view! { <img class="mark-logo" src=logo alt="" /> })}
                {config.name.unwrap_or_else(|| w.product.into())}
            </a>
        }
        .into_any();
    }
    view! {
        <a class="mark" href="#/">
            <svg class="mark-sign" viewBox="0 0 20 20" aria-hidden="true">
                <ellipse class="mark-orbit" cx="10" cy="10" rx="8.5" ry="4.6" transform="rotate(-28 10 10)" />
                <circle class="mark-core" cx="10" cy="10" r="2.6" />
                <circle class="mark-moon" cx="16.6" cy="4.6" r="2" />
            </svg>
            {w.product}
        </a>
    }
    .into_any()
}

/// Language, theme and help.
#[component]
fn Choices() -> impl IntoView {
    let session = use_session();
    let w = use_words();
    let theme = move || if session.is_dark() { FrameVerb::ToLight } else { FrameVerb::ToDark };
    view! {
        <button id="language" class="button quiet language" aria-label=FrameVerb::Language.label(w) on:click=on(move |_| switch_language(session))>
            {w.language_code}
        </button>
        <button
            class="button quiet icon-only"
            aria-label=live(move || theme().label(w))
            title=live(move || theme().label(w))
            on:click=on(move |_| untrack(theme).act(session))
        >
            {live(move || verb_icon(theme()))}
        </button>
        <button class="button quiet help-button" title=w.help on:click=on(move |_| FrameVerb::Help.act(session))>
            <span class="label">{w.help}</span>
            <kbd aria-hidden="true">{FrameVerb::Help.shown_keys()}</kbd>
        </button>
    }
}

/// Takes tables in: each becomes a map.
pub fn import_map(session: Session, desk: Desk, saver: Saver, files: Vec<File>) {
    if desk.refuses() {
        return;
    }
    spawn_local(async move {
        let coming = Coming::said(session);
        let Ok(importer) = incoming::importer().await else { return session.notify(session.w().part_missing) };
        drop(coming);
        for picked in files {
            let name = picked.name();
            let (w, lang) = (session.w(), session.lang());
            let bytes = file::bytes_of(&picked, LARGEST_FILE).await.map_err(|error| error.text(w, &name));
            let source = match bytes {
                Ok(bytes) => sheets::source(session, name.clone(), bytes, Some(Kind::Map)).await,
                Err(why) => Err(why),
            };
            match source.and_then(|source| (importer.found)(source, lang)) {
                // Whoever asked may have left the engagement.
                _ if !saver.is_here() => return,
                Ok(Content::Copy(_)) => session.notify((w.copy_here)(&name)),
                Ok(Content::Map(offered, reading)) => {
                    let take = move |draft, said: String| {
                        // The map is looked at in a dialog of the page, which outlives the engagement.
                        if !saver.is_here() {
                            return;
                        }
                        if let Some(Key::Journey(id)) = desk.dispatch(Command::AddJourney(Box::new(draft))).made() {
                            desk.notify_done_there(said, move || _ = desk.undo());
                            go_to_map(saver, id);
                        }
                    };
                    (importer.take_map)(session, offered, *reading, std::sync::Arc::new(take));
                }
                Err(why) => session.notify(why),
            }
        }
    });
}

/// The dialog that names the engagement.
#[component]
fn Rename(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    let w = use_words();
    let line = move |label, field, read: fn(&Head) -> &String| {
        let value = live(move || desk.read(Key::Head, |e| read(e.head()).clone()));
        let set = Callback::new(move |text| _ = desk.dispatch(Command::SetHead(field, text)));
        view! { <TextField desk label class="dialog-line" value set /> }
    };
    view! {
        <FormDialog open title=w.project_details>
            {line(w.title, HeadField::Title, |head| &head.title)}
            {line(w.about, HeadField::About, |head| &head.about)}
        </FormDialog>
    }
}

/// Switches the language and gives the keyboard back to the button, which is built anew like all that speaks.
fn switch_language(session: Session) {
    session.switch_language();
    element::focus_soon("#language");
}
