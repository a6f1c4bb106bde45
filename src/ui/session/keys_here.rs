//! The keys of what is on the screen, which the list of shortcuts begins with.

use crate::i18n::Lang;
use crate::ui::view_stack::ViewStack;

/// Keys with what they do.
pub type Keys = Vec<(&'static [&'static str], &'static str)>;
/// A title and the keys beneath it, in a language.
type Titled = fn(Lang) -> (&'static str, Keys);

/// The keys of all views that are there. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct KeysHere(ViewStack<Titled>);

impl KeysHere {
    /// None yet.
    pub fn new() -> Self {
        KeysHere(ViewStack::new())
    }

    /// The keys of the view that is being built, for as long as it is there.
    pub fn add(self, keys: Titled) {
        self.0.add(keys);
    }

    /// Those of the views that are there, the innermost first.
    pub fn list(self, lang: Lang) -> Vec<(&'static str, Keys)> {
        self.0.all().into_iter().map(|keys| keys(lang)).collect()
    }
}
