//! When a save that found no room is tried again: each try writes the whole work, and fails as the one before unless something
//! has changed.

/// How long a save is not tried again where nothing was freed, in milliseconds. Browsers do not count all that they keep.
pub const PAUSE: f64 = 5_000.0;

/// A save that found no room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoRoom {
    /// How long the text was, in UTF-16 units.
    pub size: usize,
    /// How much lay on the shelf, in the same units.
    pub used: usize,
    /// When it was, in milliseconds of a clock that only goes forward.
    pub at: f64,
}

impl NoRoom {
    /// Whether saving may go well now: something was freed, the text is shorter, or some seconds have passed. `size` is the
    /// length of the text as it is now, `used` what lies on the shelf.
    pub fn is_over(&self, size: usize, used: usize, now: f64) -> bool {
        used < self.used || size < self.size || now - self.at >= PAUSE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: NoRoom = NoRoom { size: 400, used: 5_000, at: 1_000.0 };

    #[test]
    fn typing_on_in_a_full_storage_tries_no_save() {
        let tries =
            (1..=40).filter(|letter| FAILED.is_over(400 + letter, 5_000, 1_000.0 + 50.0 * *letter as f64)).count();
        assert_eq!(tries, 0, "two seconds of typing");
        assert!(!FAILED.is_over(400, 5_200, 1_001.0), "others took the last of the room");
    }

    #[test]
    fn what_was_freed_or_grew_shorter_is_tried_at_once() {
        assert!(FAILED.is_over(900, 4_999, 1_001.0));
        assert!(FAILED.is_over(399, 5_000, 1_001.0));
    }

    #[test]
    fn it_is_tried_again_after_a_while_whatever_is_known() {
        assert!(!FAILED.is_over(400, 5_000, 1_000.0 + PAUSE - 1.0));
        assert!(FAILED.is_over(400, 5_000, 1_000.0 + PAUSE));
    }
}
