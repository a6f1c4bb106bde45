//! The keys of what is on the screen, which the list of shortcuts begins with.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::ui::alive::Alive;

/// Keys with what they do.
pub type Keys = Vec<(&'static [&'static str], &'static str)>;
/// A title and the keys beneath it, in a language.
type Titled = fn(Lang) -> (&'static str, Keys);

/// The keys of all views that are there. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct KeysHere(StoredValue<Vec<(Alive, Titled)>>);

impl KeysHere {
    /// None yet.
    pub fn new() -> Self {
        KeysHere(StoredValue::new(Vec::new()))
    }

    /// The keys of the view that is being built, for as long as it is there.
    pub fn add(self, keys: Titled) {
        let view = Alive::here();
        self.0.update_value(|all| {
            all.retain(|(view, _)| view.is());
            all.push((view, keys));
        });
    }

    /// Those of the views that are there, the innermost first.
    pub fn list(self, lang: Lang) -> Vec<(&'static str, Keys)> {
        self.0.with_value(|all| all.iter().rev().filter(|(view, _)| view.is()).map(|(_, keys)| keys(lang)).collect())
    }
}
