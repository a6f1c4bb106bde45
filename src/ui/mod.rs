//! What the browser sees: screens over the desk. They know no arithmetic and no storage format.

mod alive;
pub mod browser;
mod checkpoint_store;
mod commands;
mod deeds;
mod desk;
mod dropping;
mod economics;
mod engagement;
mod frictions;
mod help;
mod hosted;
mod icon;
mod incoming;
mod interviews;
mod journey;
mod last_places;
mod library;
mod offered;
mod offers;
mod over;
mod palette;
mod parts;
mod preview;
mod quotes;
mod samples;
mod saving;
mod sections;
mod session;
mod sheets;
mod shell;
mod switcher;
mod travel;
mod unsaved;
mod verbs;
mod view_stack;
mod ways;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::is_view;
use commands::{FrameVerb, verb_of};
use deeds::Deeds;
use help::Help;
use incoming::waiting_maps;
use library::Library;
use palette::Palette;
use parts::{ToastBar, coming_over, later, live, on, shown};
use session::Session;

/// Puts the app into the page.
pub fn mount() {
    // A panic ends in a trap, of which public/start.js hears, as of any other.
    console_error_panic_hook::set_once();
    browser::end_start_screen();
    browser::focus::keep();
    browser::typing::follow();
    leptos::mount::mount_to_body(App);
}

/// The app: the screen of the address, and what floats over all screens.
#[component]
fn App() -> impl IntoView {
    let session = Session::new();
    provide_context(session);
    let hosted = session.hosted();
    let dropped = dropping::follow(session);
    if let Some(part) = hosted.embed() {
        return later(preview::embedding, move |embedded| embedded(part));
    }
    let first = hosted.route(&browser::hash());
    let view_address = first.engagement().is_some_and(is_view).then(|| first.hash());
    // An engagement stays open while its maps are switched, and when it goes by another id.
    let open = RwSignal::new(first.engagement().map(String::from));
    let route = RwSignal::new(first);
    let follow = browser::way::follow(
        move || session.over.close_last(),
        move || {
            let next = hosted.route(&browser::hash());
            let before = route.get_untracked();
            if before != next {
                session.arrive();
                let id = next.engagement().map(String::from);
                route.set(next);
                if before.engagement() != id.as_deref() {
                    open.set(id);
                }
            }
        },
    );
    if let Some(address) = view_address {
        browser::way::rewrite(&address);
    }
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let Some(verb) = verb_of::<FrameVerb>(&event) else { return };
        let is_free = match verb {
            FrameVerb::Palette => browser::element::find("dialog[open]").is_none(),
            _ => !browser::element::focus_is_in_a_field(),
        };
        if is_free {
            verb.act(session);
            event.prevent_default();
        }
    });
    session.offers.add(move || FrameVerb::offers(session.w(), session));
    let asks = browser::ask_before_leaving(move || session.is_at_risk());
    on_cleanup(move || {
        follow.remove();
        keys.remove();
        asks.remove();
    });
    let updated = RwSignal::new(false);
    browser::on_update(move || _ = updated.try_set(true));
    browser::on_first_sign(move || {
        _ = session.is_begun.try_set(true);
        spawn_local(async move {
            // Whoever opens a part that has not come is told then.
            _ = library::prepare(session).await;
            _ = engagement::screen().await;
            _ = journey::screen().await;
            _ = journey::fetch_tools().await;
            _ = interviews::fetch_deferred().await;
            _ = economics::fetch_deferred().await;
            _ = frictions::screen().await;
            _ = interviews::screen().await;
            _ = economics::screen().await;
            _ = travel::sharing().await;
            _ = travel::handing().await;
        });
    });
    view! {
        {live(move || {
            let Some(id) = open.get() else { return view! { <Library route /> }.into_any() };
            engagement::fetch_ahead(route.get_untracked());
            if is_view(&id) {
                later(preview::viewer, move |viewer| viewer(id.clone(), route))
            } else {
                later(engagement::screen, move |screen| screen(id.clone(), route))
            }
        })}
        {live(move || {
            session.lang.track();
            view! {
                <Help />
                {waiting_maps(session)}
                <Palette />
            }
            .into_any()
        })}
        {live(move || updated.get().then(|| new_version(session)))}
        {dropped}
        {shown(move || session.coming.get() > 0, move || coming_over(session))}
        <ToastBar />
    }
    .into_any()
}

/// Says that a newer version waits, and lets it come.
fn new_version(session: Session) -> AnyView {
    session.lang.track();
    let words = session.travel();
    view! {
        <div class="new-version" role="status">
            <span>{words.new_version}</span>
            <button class="button small" on:click=on(|_| browser::update())>{words.update}</button>
        </div>
    }
    .into_any()
}
