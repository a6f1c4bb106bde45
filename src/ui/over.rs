//! What lies over the page, in the order in which it was opened: Back closes the last of it before it leaves the page.

use std::rc::Rc;

use super::view_stack::ViewStack;

/// What closes something.
type Close = Rc<dyn Fn()>;

/// What lies over the page, and what closes it. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Over(ViewStack<Close>);

impl Over {
    /// Nothing.
    pub fn new() -> Self {
        Over(ViewStack::new())
    }

    /// The view that is being built lies over the page for as long as it is there.
    pub fn closed_by(self, close: impl Fn() + 'static) {
        self.0.add(Rc::new(close));
    }

    /// Closes what was opened last. Says whether something was open.
    pub fn close_last(self) -> bool {
        self.0.last().inspect(|close| close()).is_some()
    }
}
