//! Who takes files that are dropped onto the page.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use crate::ui::alive::Alive;

/// What a screen does with files.
type Taker = Rc<dyn Fn(Vec<File>)>;

/// Who takes what is dropped. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Dropping(StoredValue<Vec<(Alive, Taker)>, LocalStorage>);

impl Dropping {
    /// Nobody takes anything yet.
    pub fn new() -> Self {
        Dropping(StoredValue::new_local(Vec::new()))
    }

    /// Has the running view take what is dropped, for as long as it is there: before those that came earlier.
    pub fn take(self, act: impl Fn(Vec<File>) + 'static) {
        let view = Alive::here();
        self.0.update_value(|takers| {
            takers.retain(|(view, _)| view.is());
            takers.push((view, Rc::new(act)));
        });
    }

    /// What the newest of the views that are there does with files.
    pub fn taker(self) -> Option<Taker> {
        self.0.with_value(|takers| takers.iter().rev().find(|(view, _)| view.is()).map(|(_, act)| act.clone()))
    }
}
