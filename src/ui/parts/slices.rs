//! Long work in slices, so that the page stays responsive.

use std::time::Duration;

use leptos::prelude::*;

/// One piece of work at a time, done between frames. The next one cancels what is under way, and so does leaving.
#[derive(Clone, Copy)]
pub struct Slices(StoredValue<Option<TimeoutHandle>>);

impl Slices {
    /// Without work.
    pub fn new() -> Self {
        let slices = Slices(StoredValue::new(None));
        on_cleanup(move || slices.stop());
        slices
    }

    /// Cancels what is under way.
    pub fn stop(self) {
        self.0.update_value(|next| {
            if let Some(handle) = next.take() {
                handle.clear();
            }
        });
    }

    /// Does slice after slice until one says that all is done, the first one after `wait`.
    pub fn run(self, wait: Duration, slice: impl FnMut() -> bool + 'static) {
        self.stop();
        self.soon(wait, Box::new(slice));
    }

    fn soon(self, wait: Duration, mut slice: Box<dyn FnMut() -> bool>) {
        let next = move || {
            if !slice() {
                self.soon(Duration::ZERO, slice);
            }
        };
        self.0.set_value(set_timeout_with_handle(next, wait).ok());
    }
}
