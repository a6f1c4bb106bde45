//! What lies over the page, in the order in which it was opened: Back closes the last of it before it leaves the page.

use std::rc::Rc;

use leptos::prelude::*;

use super::alive::Alive;

/// What closes something.
type Close = Rc<dyn Fn()>;

/// What lies over the page, and what closes it. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Over(StoredValue<Vec<(Alive, Close)>, LocalStorage>);

impl Over {
    /// Nothing.
    pub fn new() -> Self {
        Over(StoredValue::new_local(Vec::new()))
    }

    /// The view that is being built lies over the page for as long as it is there.
    pub fn closed_by(self, close: impl Fn() + 'static) {
        let view = Alive::here();
        self.0.update_value(|all| {
            all.retain(|(view, _)| view.is());
            all.push((view, Rc::new(close)));
        });
    }

    /// Closes what was opened last. Says whether something was open.
    pub fn close_last(self) -> bool {
        let last =
            self.0.with_value(|all| all.iter().rev().find(|(view, _)| view.is()).map(|(_, close)| close.clone()));
        last.inspect(|close| close()).is_some()
    }
}
