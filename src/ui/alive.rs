//! Whether a view is still there. What a browser calls back later, a key, a frame, a timer, may come when the view that asked
//! for it is gone; it then does nothing.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// The life of a view.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Alive(StoredValue<()>);

impl Alive {
    /// The life of the view that is being built.
    pub fn here() -> Self {
        Alive(StoredValue::new(()))
    }

    /// Whether the view is still there.
    pub fn is(self) -> bool {
        self.0.try_with_value(|()| ()).is_some()
    }

    /// Acts once the page has followed the last change.
    pub fn after_update(self, act: impl FnOnce() + 'static) {
        spawn_local(async move {
            tick().await;
            if self.is() {
                act();
            }
        });
    }

    /// Acts before the next frame is drawn.
    pub fn next_frame(self, act: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            if self.is() {
                act();
            }
        });
    }

    /// Acts after a while.
    pub fn after(self, while_: Duration, act: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
        let act = move || {
            if self.is() {
                act();
            }
        };
        set_timeout_with_handle(act, while_).ok()
    }
}
