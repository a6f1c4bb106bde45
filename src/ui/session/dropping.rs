//! Who takes files that are dropped onto the page.

use std::rc::Rc;

use web_sys::File;

use crate::ui::view_stack::ViewStack;

/// What a screen does with files.
type Taker = Rc<dyn Fn(Vec<File>)>;

/// Who takes what is dropped. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Dropping(ViewStack<Taker>);

impl Dropping {
    /// Nobody takes anything yet.
    pub fn new() -> Self {
        Dropping(ViewStack::new())
    }

    /// Has the running view take what is dropped, for as long as it is there: before those that came earlier.
    pub fn take(self, act: impl Fn(Vec<File>) + 'static) {
        self.0.add(Rc::new(act));
    }

    /// What the newest of the views that are there does with files.
    pub fn taker(self) -> Option<Taker> {
        self.0.last()
    }
}
