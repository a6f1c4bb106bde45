//! The shelf: where texts lie under keys. The browser's is in `ui`; this module holds what all share.
//!
//! Browsers keep texts as UTF-16, which may hold halves of letters that no Rust string can. Such a text is never read and
//! written again: it is moved, or taken out as a JSON literal, letter for letter.

use std::cell::{Cell, RefCell};

/// A place that keeps texts under keys.
pub trait Shelf {
    /// The text under `key`, if there is one. Halves of letters read as U+FFFD.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// The beginning of the text under `key`, at most `units` UTF-16 units of it, and the length of the whole. Costs little,
    /// however long the text is.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError>;

    /// Puts `text` under `key`, in place of what was there, and reads it back.
    ///
    /// # Errors
    /// When the shelf does not take it; what was there before still is.
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Removes what is under `key`.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;

    /// The text under `key` as a JSON string, letter for letter; halves of letters are written as escapes.
    ///
    /// # Errors
    /// When the shelf does not answer.
    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// As [`Shelf::write`], for a JSON string that may hold halves of letters.
    ///
    /// # Errors
    /// When the shelf does not take it, or when it is no JSON string.
    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError>;
}

/// Why a shelf failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// The browser gives no access to its storage.
    Denied,
    /// A write failed: no room, as a rule. Browsers name it differently, so every failed write counts as this one.
    Full,
    /// What was written is not what is read back.
    Lost,
}

/// A shelf that lasts as long as the program.
#[derive(Debug, Default)]
pub struct MemoryShelf {
    texts: RefCell<Vec<(String, Vec<u16>)>>,
    /// How many UTF-16 units it takes in all; `None` for no limit.
    room: Cell<Option<usize>>,
}

impl MemoryShelf {
    /// A shelf that takes at most `room` UTF-16 units, keys and texts together.
    pub fn with_room(room: usize) -> Self {
        MemoryShelf { room: Cell::new(Some(room)), ..MemoryShelf::default() }
    }

    /// Gives it another limit; what is there already stays.
    pub fn set_room(&self, room: Option<usize>) {
        self.room.set(room);
    }

    /// Puts a text there that may hold halves of letters.
    ///
    /// # Errors
    /// [`ShelfError::Full`].
    pub fn write_units(&self, key: &str, text: Vec<u16>) -> Result<(), ShelfError> {
        let mut texts = self.texts.borrow_mut();
        let others: usize = texts.iter().filter(|(k, _)| k != key).map(|(k, t)| super::units(k) + t.len()).sum();
        if self.room.get().is_some_and(|room| others + super::units(key) + text.len() > room) {
            return Err(ShelfError::Full);
        }
        texts.retain(|(k, _)| k != key);
        texts.push((key.into(), text));
        Ok(())
    }

    fn units(&self, key: &str) -> Option<Vec<u16>> {
        self.texts.borrow().iter().find(|(k, _)| k == key).map(|(_, text)| text.clone())
    }
}

impl Shelf for MemoryShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.units(key).map(|text| String::from_utf16_lossy(&text)))
    }

    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        let text = self.units(key);
        Ok(text.map(|text| (String::from_utf16_lossy(&text[..units.min(text.len())]), text.len())))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.write_units(key, text.encode_utf16().collect())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.texts.borrow_mut().retain(|(k, _)| k != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.texts.borrow().iter().map(|(key, _)| key.clone()).collect())
    }

    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.units(key).map(|text| literal(&text)))
    }

    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        self.write_units(key, units_of(literal).ok_or(ShelfError::Lost)?)
    }
}

/// UTF-16 as a JSON string, as `JSON.stringify` writes it.
fn literal(text: &[u16]) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in char::decode_utf16(text.iter().copied()) {
        match letter {
            Ok(letter @ ('"' | '\\')) => out.extend(['\\', letter]),
            Ok('\n') => out.push_str("\\n"),
            Ok('\r') => out.push_str("\\r"),
            Ok('\t') => out.push_str("\\t"),
            Ok('\x08') => out.push_str("\\b"),
            Ok('\x0c') => out.push_str("\\f"),
            Ok(letter @ '\0'..='\x1f') => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            Ok(letter) => out.push(letter),
            Err(half) => out.push_str(&format!("\\u{:04x}", half.unpaired_surrogate())),
        }
    }
    out.push('"');
    out
}

/// The UTF-16 that a JSON string stands for.
fn units_of(literal: &str) -> Option<Vec<u16>> {
    let inside = literal.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut units = Vec::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            units.extend(letter.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        let unit = match letters.next()? {
            'u' => {
                let digits: String = letters.by_ref().take(4).collect();
                u16::from_str_radix(&digits, 16).ok()?
            }
            'n' => 10,
            'r' => 13,
            't' => 9,
            'b' => 8,
            'f' => 12,
            plain @ ('"' | '\\' | '/') => plain as u16,
            _ => return None,
        };
        units.push(unit);
    }
    Some(units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_letters_go_out_and_come_back() {
        let shelf = MemoryShelf::default();
        let odd = vec![0x41, 0xd800, 0x22, 0x5c, 0x0a, 0xdc00, 0xd83d, 0xdc4d];
        shelf.write_units("odd", odd.clone()).expect("room");
        let literal = shelf.literal("odd").expect("answers").expect("there");
        assert_eq!(literal, "\"A\\ud800\\\"\\\\\\n\\udc00👍\"");
        let plain = "\0\x08\t\n\x0b\x0c\r\x1f\"\\/ы\u{7f}\u{2028}👍";
        shelf.write("plain", plain).expect("room");
        assert_eq!(shelf.literal("plain").expect("answers"), serde_json::to_string(plain).ok(), "as JSON.stringify");
        shelf.write_literal("back", &literal).expect("a literal");
        assert_eq!(shelf.units("back"), Some(odd));
        assert_eq!(shelf.read("odd"), Ok(Some("A\u{fffd}\"\\\n\u{fffd}👍".into())));
        assert_eq!(shelf.write_literal("bad", "\"\\x\""), Err(ShelfError::Lost));
    }
}
