//! An engagement in the library.

use leptos::{ev, prelude::*};

use super::actions::{LibraryActions, TITLE};
use super::use_library_words;
use super::verbs::OnTile;
use crate::charts::thumbnail;
use crate::drawing::Look;
use crate::i18n::figures;
use crate::route::Route;
use crate::ui::browser::{self, element, typing};
use crate::ui::commands::{TileVerb, verb_of};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Figure, Icon, Sign, live, on};
use crate::ui::session::{use_session, use_words};

/// An engagement: its first map in small, its title, what it holds, when it was last changed.
#[component]
pub fn Tile(
    /// Its id.
    id: String,
) -> impl IntoView {
    let session = use_session();
    let actions: LibraryActions = expect_context();
    let (w, lw) = (use_words(), use_library_words());
    let found = {
        let id = id.clone();
        Memo::new(move |_| actions.found(&id).map(|found| (found.entry.summary, found.entry.saved_at)))
    };
    let summary = move || found.get().map(|(summary, _)| summary);
    let title = {
        let id = id.clone();
        move || actions.name(&id)
    };
    let about = move || summary().map(|summary| summary.about);
    let holds = move || summary().map(|all| (lw.holds)([all.maps, all.cards, all.interviews, all.scenarios]));
    let changed = move || {
        found.get().map(|(_, saved_at)| {
            let (day, today) = (browser::local_day(saved_at), browser::local_day(browser::now()));
            figures::day_near(session.lang(), w, day, today)
        })
    };
    let picture = Signal::derive(move || {
        let look = if session.is_dark() { Look::DARK } else { Look::LIGHT };
        summary().map(|summary| thumbnail(&summary.sketch, &look)).unwrap_or_default()
    });
    let renaming = RwSignal::new(false);
    let button_id = format!("tile-menu-{id}");
    let menus = actions.menus.within();
    let tile = OnTile { actions, id: StoredValue::new(id.clone()), renaming };
    let open_menu = {
        let (button_id, title) = (button_id.clone(), title.clone());
        move |_| {
            let verb = |verb: TileVerb| verb.item(w, tile);
            let verbs = [TileVerb::Rename, TileVerb::Duplicate, TileVerb::Download].map(verb);
            let items = verbs.into_iter().chain([verb(TileVerb::Delete).danger()]).collect();
            menus.below(&button_id, untrack(&title), items);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let verb = verb_of::<TileVerb>(&event).filter(|_| !element::focus_is_in_a_field());
        if let Some(verb) = verb {
            event.prevent_default();
            verb.act(tile);
        }
    };
    let rename_to = {
        let id = id.clone();
        move |title: String| {
            renaming.set(false);
            actions.rename(id.clone(), title);
        }
    };
    let (name, renamed) = (title.clone(), id.clone());
    let address = Route::Journey { engagement: id, journey: None }.hash();
    view! {
        <li class="tile" on:keydown=on(key)>
            <Figure svg=picture class="tile-picture" />
            <div class="tile-text">
                <div class="tile-line">
                    {live(move || {
                        if renaming.get() {
                            let now = untrack(summary).map(|summary| summary.title).unwrap_or_default();
                            let waits = session.draft(&renamed, TITLE);
                            view! { <RenameField now waits done=rename_to.clone() /> }.into_any()
                        } else {
                            view! { <h2 class="tile-title"><a href=address.clone()>{live(title.clone())}</a></h2> }.into_any()
                        }
                    })}
                    <span class="tile-changed">{live(changed)}</span>
                </div>
                <p class="tile-about">{live(about)}</p>
                <div class="tile-line">
                    <span class="tile-holds">{live(holds)}</span>
                    <button
                        class="button quiet small icon-only tile-menu"
                        id=button_id
                        aria-haspopup="menu"
                        aria-label=live(move || (w.more_of)(&name()))
                        on:click=on(open_menu)
                    >
                        <Icon sign=Sign::More />
                    </button>
                </div>
            </div>
        </li>
    }
}

/// The field that takes the title's place while it is typed. It begins with the title that waits for room.
#[component]
fn RenameField(now: String, waits: String, done: impl Fn(String) + Clone + Send + Sync + 'static) -> impl IntoView {
    let w = use_words();
    let node = NodeRef::<leptos::html::Input>::new();
    let before = now.clone();
    // What is typed, until it is taken: by Enter, by leaving the field, or by leaving the library.
    let typed = StoredValue::new(Some(waits).filter(|waits| !waits.is_empty()));
    let now = typed.get_value().unwrap_or(now);
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            element::focus(&input);
            input.select();
        }
    });
    let finish = {
        let (done, before) = (done.clone(), before.clone());
        move || {
            let title = typed.try_update_value(Option::take).flatten();
            done(title.unwrap_or_else(|| before.clone()));
        }
    };
    on_cleanup({
        let done = done.clone();
        move || {
            if let Some(title) = typed.try_update_value(Option::take).flatten() {
                done(title);
            }
        }
    });
    // The page may go while the title is being typed.
    let leave = browser::on_leave({
        let finish = finish.clone();
        move || {
            if typed.try_with_value(Option::is_some) == Some(true) {
                finish();
            }
        }
    });
    on_cleanup(move || leave.into_iter().for_each(|handle| handle.remove()));
    let key = {
        let finish = finish.clone();
        move |event: ev::KeyboardEvent| match event.key().as_str() {
            _ if typing::is_of_input_method(&event) => (),
            "Enter" => finish(),
            "Escape" => {
                typed.set_value(None);
                done(before.clone());
            }
            _ => (),
        }
    };
    view! {
        <input
            node_ref=node
            class="field tile-rename"
            type="text"
            value=now
            aria-label=w.title
            on:input=on(move |event: ev::Event| typed.set_value(Some(event_target_value(&event))))
            on:keydown=on(key)
            on:blur=on(move |event: ev::FocusEvent| {
                if element::was_left(&event) {
                    finish();
                }
            })
        />
    }
}
