//! The toast: what was just done, for some seconds, with a way back.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::{Icon, Sign, live, on};
use crate::ui::alive::Alive;
use crate::ui::browser::element;
use crate::ui::session::{Session, use_session};

/// How long a toast stays, unless the pointer went to it or it has the keyboard.
const STAY: Duration = Duration::from_secs(6);

/// The toast at the lower left, or at the right where it would lie under the pointer or over the button to go on with.
#[component]
pub fn ToastBar() -> impl IntoView {
    let session = use_session();
    let view = Alive::here();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let pointer = StoredValue::new((0.0, 0.0));
    // A pointer that rests where the toast appears did not go to it.
    let held = StoredValue::new(false);
    let aside = RwSignal::new(false);
    let follow = window_event_listener(ev::pointermove, move |event| {
        pointer.set_value((event.client_x().into(), event.client_y().into()));
    });
    on_cleanup(move || follow.remove());
    Effect::new(move |_| {
        let shown = session.toast.with(Option::is_some);
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        held.set_value(false);
        aside.set(false);
        if shown {
            wait(session, timer, held);
            view.after_update(move || aside.set(is_in_the_way(pointer.get_value())));
        }
    });
    view! {
        <div class="toast-bar" class:aside=live(move || aside.get()) role="status">
            {live(move || {
                session
                    .toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div
                                class="toast"
                                on:pointermove=on(move |_: ev::PointerEvent| held.set_value(true))
                                on:pointerleave=on(move |_: ev::PointerEvent| held.set_value(false))
                                on:keydown=on(move |event: ev::KeyboardEvent| {
                                    if event.key() == "Escape" {
                                        session.end_toast();
                                    }
                                })
                            >
                                <span>{toast.text}</span>
                                {toast.made_at.map(|address| {
                                    view! { <a class="toast-open" href=address>{session.w().open}</a> }
                                })}
                                {toast.undo.map(|_| {
                                    view! {
                                        <button class="toast-undo" on:click=on(move |_| session.take_back())>
                                            {session.w().undo}
                                        </button>
                                    }
                                })}
                                <button
                                    class="toast-close"
                                    aria-label=session.w().hide_message
                                    title=session.w().hide_message
                                    on:click=on(move |_| session.end_toast())
                                >
                                    <Icon sign=Sign::Close />
                                </button>
                            </div>
                        }
                        .into_any()
                    })
            })}
        </div>
    }
}

/// Whether the toast lies under the pointer or over a button to go on with.
fn is_in_the_way((x, y): (f64, f64)) -> bool {
    let Some(toast) = element::find(".toast").map(|toast| element::rect(&toast)) else { return false };
    let buttons = element::everywhere(".button.primary");
    toast.holds(x, y) || buttons.iter().any(|button| toast.overlaps(&element::rect(button)))
}

fn wait(session: Session, timer: StoredValue<Option<TimeoutHandle>>, held: StoredValue<bool>) {
    let handle = set_timeout_with_handle(
        move || {
            if held.get_value() || element::find(".toast:focus-within").is_some() {
                wait(session, timer, held);
            } else {
                session.end_toast();
            }
        },
        STAY,
    );
    timer.set_value(handle.ok());
}
