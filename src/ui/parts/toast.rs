//! The toast: what was just done, for some seconds, with a way back.

use std::time::Duration;

use leptos::prelude::*;

use super::{live, on};
use crate::ui::browser::element;
use crate::ui::session::{Session, use_session};

/// How long a toast stays, unless it is hovered or has the keyboard.
const STAY: Duration = Duration::from_secs(6);

/// The toast at the lower left.
#[component]
pub fn ToastBar() -> impl IntoView {
    let session = use_session();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let shown = session.toast.with(Option::is_some);
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        if shown {
            wait(session, timer);
        }
    });
    view! {
        <div class="toast-bar" role="status">
            {live(move || {
                session
                    .toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <span>{toast.text}</span>
                                {toast.undo.map(|_| {
                                    view! {
                                        <button class="toast-undo" on:click=on(move |_| session.take_back())>
                                            {session.w().undo}
                                        </button>
                                    }
                                })}
                            </div>
                        }
                        .into_any()
                    })
            })}
        </div>
    }
}

fn wait(session: Session, timer: StoredValue<Option<TimeoutHandle>>) {
    let handle = set_timeout_with_handle(
        move || {
            if element::find(".toast:hover, .toast:focus-within").is_some() {
                wait(session, timer);
            } else {
                session.end_toast();
            }
        },
        STAY,
    );
    timer.set_value(handle.ok());
}
