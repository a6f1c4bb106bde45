//! Menus: one open at a time, by pointer and by keyboard.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::{Icon, Sign, live, on};
use crate::ui::alive::Alive;
use crate::ui::browser::element::{self, Rect};
use crate::ui::session::use_session;

/// What a line does.
pub type Act = Arc<dyn Fn() + Send + Sync>;

/// A line of a menu.
#[derive(Clone)]
pub struct Item {
    /// Its words.
    pub label: String,
    /// The keys that do the same.
    pub keys: String,
    /// Shown with a tick: `Some(true)` ticked, `Some(false)` not, `None` no tick at all.
    pub ticked: Option<bool>,
    /// Whether it deletes.
    pub danger: bool,
    /// Stands apart from what is above.
    pub parted: bool,
    /// What it does; `None` cannot be chosen now. It may read the view that the menu was opened from.
    pub act: Option<Act>,
}

impl Item {
    /// A line that does `act`.
    pub fn new(label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Item {
            label: label.into(),
            keys: String::new(),
            ticked: None,
            danger: false,
            parted: false,
            act: Some(Arc::new(act)),
        }
    }

    /// Names the keys that do the same.
    pub fn keys(self, keys: String) -> Self {
        Item { keys, ..self }
    }

    /// Shows whether it holds.
    pub fn ticked(self, ticked: bool) -> Self {
        Item { ticked: Some(ticked), ..self }
    }

    /// Deletes something.
    pub fn danger(self) -> Self {
        Item { danger: true, parted: true, ..self }
    }

    /// Stands apart from what is above.
    pub fn parted(self) -> Self {
        Item { parted: true, ..self }
    }

    /// Cannot be chosen unless `able`.
    pub fn enabled(self, able: bool) -> Self {
        Item { act: self.act.filter(|_| able), ..self }
    }
}

/// An open menu.
#[derive(Clone)]
struct OpenMenu {
    label: String,
    /// It opens below this rectangle of the window.
    at: Rect,
    items: Vec<Item>,
    /// The id of the element that gets the keyboard back.
    back_to: String,
    /// What its lines may read.
    view: Alive,
}

/// The menus of a view: they go when it goes, since what their lines do may read it.
#[derive(Clone, Copy)]
pub struct Menus {
    open: RwSignal<Option<OpenMenu>>,
    view: Alive,
}

impl Menus {
    /// Those of the view that is being built, which shows them by [`Menu`].
    pub fn new() -> Self {
        Menus { open: RwSignal::new(None), view: Alive::here() }
    }

    /// Those of a view inside, which are shown in the same place.
    pub fn within(self) -> Self {
        let view = Alive::here();
        on_cleanup(move || {
            let is_own = |open: &Option<OpenMenu>| open.as_ref().is_some_and(|open| open.view == view);
            if self.open.try_with_untracked(is_own) == Some(true) {
                self.open.set(None);
            }
        });
        Menus { view, ..self }
    }

    /// Opens a menu below the element with an id, which gets the keyboard back.
    pub fn below(self, id: &str, label: impl Into<String>, items: Vec<Item>) {
        let at = element::by_id(id).map(|element| element::rect(&element)).unwrap_or_default();
        self.at(at, id, label, items);
    }

    /// Opens a menu below a rectangle of the window. `label` is its name for assistive technology; the element with the id
    /// `back_to` gets the keyboard back.
    pub fn at(self, at: Rect, back_to: impl Into<String>, label: impl Into<String>, items: Vec<Item>) {
        let menu = OpenMenu { label: label.into(), at, items, back_to: back_to.into(), view: self.view };
        self.open.set(Some(menu));
    }
}

/// The menu that is open, if one is.
#[component]
pub fn Menu(
    /// Of which menus.
    menus: Menus,
) -> impl IntoView {
    let session = use_session();
    let open = menus.open;
    let close = move || {
        let Some(menu) = open.get_untracked() else { return };
        open.set(None);
        if let Some(element) = element::by_id(&menu.back_to) {
            element::focus(&element);
        }
    };
    let choose = move |item: &Item| {
        if let Some(act) = &item.act {
            close();
            act();
        }
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let step: isize = match element::key_of(&event).as_str() {
            "Escape" | "Tab" => {
                close();
                0
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Home" => isize::MIN,
            "End" => isize::MAX,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        walk(step);
    };
    view! {
        {live(move || {
            open.get()
                .map(|menu| {
                    session.over.closed_by(close);
                    request_animation_frame(move || place(menu.at));
                    // One line with a tick moves the words of all: they begin below each other.
                    let is_ticked = menu.items.iter().any(|item| item.ticked.is_some());
                    view! {
                        // The press itself takes the keyboard away; the click that follows gives it back.
                        <div class="menu-shade" on:click=on(move |_| close()) on:contextmenu=on(move |event: ev::MouseEvent| {
                            event.prevent_default();
                            close();
                        })></div>
                        <div id="menu" class="menu" role="menu" aria-label=menu.label.clone() tabindex="-1" on:keydown=on(keydown)>
                            {menu
                                .items
                                .into_iter()
                                .map(|item| {
                                    let role = if item.ticked.is_some() { "menuitemcheckbox" } else { "menuitem" };
                                    let label = item.label.clone();
                                    let keys = item.keys.clone();
                                    let class = match (item.danger, item.parted) {
                                        (true, _) => "menu-item danger parted",
                                        (_, true) => "menu-item parted",
                                        _ => "menu-item",
                                    };
                                    view! {
                                        <button
                                            class=class
                                            role=role
                                            tabindex="-1"
                                            aria-checked=item.ticked.map(|ticked| ticked.to_string())
                                            aria-disabled=item.act.is_none().then_some("true")
                                            on:click=on({
                                                let item = item.clone();
                                                move |_| choose(&item)
                                            })
                                        >
                                            {is_ticked.then(|| {
                                                let tick = (item.ticked == Some(true)).then(|| view! { <Icon sign=Sign::Check /> });
                                                view! { <span class="menu-tick">{tick}</span> }
                                            })}
                                            <span class="menu-label">{label}</span>
                                            {(!keys.is_empty()).then(|| view! { <kbd aria-hidden="true">{keys}</kbd> })}
                                        </button>
                                    }
                                })
                                .collect_view()}
                        </div>
                    }
                    .into_any()
                })
        })}
    }
}

/// Moves the keyboard `step` lines down (up when negative), around the ends.
fn walk(step: isize) {
    let Some(menu) = element::by_id("menu") else { return };
    let items = element::find_all(&menu, ".menu-item");
    let count = items.len() as isize;
    let now = items.iter().position(|item| item.matches(":focus").unwrap_or(false)).map_or(-1, |at| at as isize);
    let next = match step {
        0 => return,
        isize::MIN => 0,
        isize::MAX => count - 1,
        _ if now < 0 && step < 0 => count - 1,
        _ => (now + step).rem_euclid(count.max(1)),
    };
    if let Some(item) = items.get(next as usize) {
        element::focus(item);
    }
}

/// Puts the menu below its place, or above where there is no room, and gives it the keyboard.
fn place(at: Rect) {
    let Some(menu) = element::by_id("menu") else { return };
    let size = element::rect(&menu);
    let (width, height) = element::window_size();
    let left = at.left.min(width - size.width - 8.0).max(8.0);
    let below = at.top + at.height + 4.0;
    let top = if below + size.height > height - 8.0 { (at.top - size.height - 4.0).max(8.0) } else { below };
    element::move_to(&menu, left, top);
    element::set_style(&menu, "visibility", "visible");
    walk(1);
}
