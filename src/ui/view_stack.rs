//! What views put down for as long as they are there, such as what closes them or what takes files.

use leptos::prelude::*;

use super::alive::Alive;

/// What the views that are there have put down, the newest last. Copies are handles of the same.
pub struct ViewStack<T: 'static>(StoredValue<Vec<(Alive, T)>, LocalStorage>);

impl<T> Clone for ViewStack<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ViewStack<T> {}

impl<T: Clone> ViewStack<T> {
    /// Nothing.
    pub fn new() -> Self {
        ViewStack(StoredValue::new_local(Vec::new()))
    }

    /// Puts something down for the view that is being built; it goes with that view.
    pub fn add(self, item: T) {
        let view = Alive::here();
        self.0.update_value(|all| {
            all.retain(|(view, _)| view.is());
            all.push((view, item));
        });
    }

    /// What was put down last by a view that is there.
    pub fn last(self) -> Option<T> {
        self.0.with_value(|all| all.iter().rev().find(|(view, _)| view.is()).map(|(_, item)| item.clone()))
    }

    /// All of it, the innermost view first.
    pub fn all(self) -> Vec<T> {
        self.0.with_value(|all| all.iter().rev().filter(|(view, _)| view.is()).map(|(_, item)| item.clone()).collect())
    }
}
