//! What the command palette offers: the screens that are there put it down, and take it away when they go.

use std::rc::Rc;

use leptos::prelude::*;

use super::alive::Alive;
use super::view_stack::ViewStack;

/// Something that can be done, or a place to go to.
#[derive(Clone)]
pub struct Offer {
    /// What it is called.
    pub label: String,
    /// What kind of thing it is, shown beside it: a stage, a map; empty for a verb.
    pub kind: &'static str,
    /// Its keys as they are shown; empty without any.
    pub keys: String,
    /// Does it.
    pub act: Rc<dyn Fn()>,
}

impl Offer {
    /// A verb with its keys.
    pub fn verb(label: &str, keys: String, act: impl Fn() + 'static) -> Self {
        Offer { label: label.into(), kind: "", keys, act: Rc::new(act) }
    }

    /// A place to go to, of a kind.
    pub fn place(label: String, kind: &'static str, act: impl Fn() + 'static) -> Self {
        Offer { label, kind, keys: String::new(), act: Rc::new(act) }
    }
}

type Source = Rc<dyn Fn() -> Vec<Offer>>;

/// The offers of all screens that are there. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Offers {
    /// Whether the palette is open.
    pub open: RwSignal<bool>,
    /// What was offered when it opened.
    offered: StoredValue<Vec<Offer>, LocalStorage>,
    sources: ViewStack<Source>,
}

impl Offers {
    /// None yet.
    pub fn new() -> Self {
        Offers { open: RwSignal::new(false), offered: StoredValue::new_local(Vec::new()), sources: ViewStack::new() }
    }

    /// Puts down what a screen offers, for as long as it is there. It is asked when the palette opens; what it offered then does
    /// nothing once the screen is gone.
    pub fn add(self, source: impl Fn() -> Vec<Offer> + 'static) {
        let view = Alive::here();
        let while_there = move |offer: Offer| Offer {
            act: Rc::new(move || {
                if view.is() {
                    (offer.act)();
                }
            }),
            ..offer
        };
        self.sources.add(Rc::new(move || source().into_iter().map(while_there).collect()));
    }

    /// Opens the palette. What is selected is still so while the screens are asked; then the palette takes the keyboard.
    pub fn show(self) {
        self.offered.set_value(self.all());
        self.open.set(true);
    }

    /// What was offered when the palette opened, of the innermost screen first.
    pub fn offered(self) -> Vec<Offer> {
        self.offered.get_value()
    }

    fn all(self) -> Vec<Offer> {
        let sources = self.sources.all();
        untrack(|| sources.iter().flat_map(|source| source()).collect())
    }
}
