//! A shelf with faults: a tab that is killed between two writes, a browser that does not answer now and then.

use std::cell::Cell;

use orbita::storage::{MemoryShelf, Shelf, ShelfError};

/// What goes wrong.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// The tab is killed after so many writes: nothing that it would have written later is there.
    Killed(u32),
    /// About a third of what is asked of the shelf has no answer; which, is drawn from this.
    Deaf(u32),
}

/// A shelf with a fault.
pub struct Faulty<'a> {
    shelf: &'a MemoryShelf,
    fault: Fault,
    asked: Cell<u32>,
}

impl<'a> Faulty<'a> {
    pub fn new(shelf: &'a MemoryShelf, fault: Fault) -> Self {
        Faulty { shelf, fault, asked: Cell::new(0) }
    }

    /// Whether the tab was killed.
    #[allow(dead_code, reason = "one of the tests that share this asks")]
    pub fn is_killed(&self) -> bool {
        matches!(self.fault, Fault::Killed(after) if self.asked.get() > after)
    }

    fn ask(&self) -> Result<&MemoryShelf, ShelfError> {
        let Fault::Deaf(seed) = self.fault else { return Ok(self.shelf) };
        let asked = self.asked.replace(self.asked.get() + 1);
        let drawn = (seed ^ asked.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b) >> 16;
        if drawn.is_multiple_of(3) { Err(ShelfError::Denied) } else { Ok(self.shelf) }
    }

    /// Writes; a tab that was killed does not notice.
    fn write(&self, act: impl FnOnce(&MemoryShelf) -> Result<(), ShelfError>) -> Result<(), ShelfError> {
        if let Fault::Killed(after) = self.fault
            && self.asked.replace(self.asked.get() + 1) >= after
        {
            return Ok(());
        }
        act(self.ask()?)
    }
}

impl Shelf for Faulty<'_> {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.ask()?.read(key)
    }

    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        self.ask()?.start(key, units)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.write(|shelf| shelf.write(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.write(|shelf| shelf.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.ask()?.keys()
    }

    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.ask()?.literal(key)
    }

    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        self.write(|shelf| shelf.write_literal(key, literal))
    }
}
