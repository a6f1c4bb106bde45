//! The shelf: where texts lie under keys. The browser's is in `ui`; this module holds what all share.

use std::cell::RefCell;

/// A place that keeps texts under keys.
pub trait Shelf {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// Puts `text` under `key`, in place of what lay there.
    ///
    /// # Errors
    /// When the shelf does not take it; what lay there before still does.
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Takes away what lies under `key`.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
}

/// Why a shelf failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// The browser gives no access to its storage.
    Denied,
    /// A write failed: no room, as a rule. Browsers name it differently, so every failed write counts as this one.
    Full,
    /// What was written is not what is read back.
    Lost,
}

/// A shelf that lasts as long as the page: for a browser that denies its storage, and for tests.
#[derive(Debug, Default)]
pub struct MemoryShelf {
    texts: RefCell<Vec<(String, String)>>,
    /// How many bytes it takes in all; `None` for no limit.
    room: Option<usize>,
}

impl MemoryShelf {
    /// A shelf that takes at most `room` bytes, keys and texts together.
    pub fn with_room(room: usize) -> Self {
        MemoryShelf { room: Some(room), ..MemoryShelf::default() }
    }
}

impl Shelf for MemoryShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.texts.borrow().iter().find(|(k, _)| k == key).map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        let mut texts = self.texts.borrow_mut();
        let others: usize = texts.iter().filter(|(k, _)| k != key).map(|(k, t)| k.len() + t.len()).sum();
        if self.room.is_some_and(|room| others + key.len() + text.len() > room) {
            return Err(ShelfError::Full);
        }
        texts.retain(|(k, _)| k != key);
        texts.push((key.into(), text.into()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.texts.borrow_mut().retain(|(k, _)| k != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.texts.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}
