//! Reading fields.

use chrono::NaiveDate;

use super::digits::{Digits, MOST_DIGITS, MOST_ZEROS};
use super::{AS_BITS, Damaged, NEAR_DAY, RANGE};
use crate::exchange::link::letters;
use crate::model::amount::{Amount, Estimate};
use crate::model::day::has_text;
use crate::model::quantity::Level;

/// A list may not claim more entries than this, so that a few bytes cannot ask for all the memory there is.
const MOST_ENTRIES: usize = 100_000;

/// A count by itself.
///
/// # Errors
/// [`Damaged`].
pub fn count(bytes: &[u8]) -> Result<u64, Damaged> {
    Reader::of_numbers(bytes).count()
}

/// Reads fields.
pub struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Begins to read.
    ///
    /// # Errors
    /// [`Damaged`].
    pub fn new(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::of_numbers(bytes);
        let length = usize::try_from(reader.count()?).map_err(|_| Damaged)?;
        (reader.numbers, reader.texts) = reader.numbers.split_at_checked(length).ok_or(Damaged)?;
        Ok(reader)
    }

    /// Begins to read numbers alone.
    pub fn of_numbers(bytes: &'a [u8]) -> Self {
        Reader { numbers: bytes, texts: &[] }
    }

    /// The numbers that are not read yet.
    pub fn unread(&self) -> &'a [u8] {
        self.numbers
    }

    /// A small number.
    ///
    /// # Errors
    /// [`Damaged`], as from every method here.
    pub fn byte(&mut self) -> Result<u8, Damaged> {
        let (first, rest) = self.numbers.split_first().ok_or(Damaged)?;
        self.numbers = rest;
        Ok(*first)
    }

    /// A number of any size.
    pub fn count(&mut self) -> Result<u64, Damaged> {
        let mut count = 0_u64;
        for place in (0..64).step_by(7) {
            let byte = self.byte()?;
            count |= u64::from(byte & 0x7f) << place;
            if byte & 0x80 == 0 {
                return Ok(count);
            }
        }
        Err(Damaged)
    }

    /// A number of any size that is held in 16 bits.
    pub fn short(&mut self) -> Result<u16, Damaged> {
        u16::try_from(self.count()?).map_err(|_| Damaged)
    }

    /// A number of any size and sign.
    pub fn signed(&mut self) -> Result<i64, Damaged> {
        let count = self.count()?;
        Ok((count >> 1) as i64 ^ -((count & 1) as i64))
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, Damaged> {
        Ok(letters::read(&mut self.texts)?)
    }

    /// A list.
    pub fn list<T>(&mut self, mut entry: impl FnMut(&mut Self) -> Result<T, Damaged>) -> Result<Vec<T>, Damaged> {
        let count = self.count()? as usize;
        if count > MOST_ENTRIES {
            return Err(Damaged);
        }
        (0..count).map(|_| entry(self)).collect()
    }

    /// A level of emotion.
    pub fn level(&mut self) -> Result<Level, Damaged> {
        self.level_if_any()?.ok_or(Damaged)
    }

    /// A level of emotion, if there is one.
    pub fn level_if_any(&mut self) -> Result<Option<Level>, Damaged> {
        match self.byte()? {
            0 => Ok(None),
            halves @ 1..=9 => Ok(Some(Level::from_halves(halves as i8 - 5))),
            _ => Err(Damaged),
        }
    }

    /// A day.
    pub fn day(&mut self) -> Result<NaiveDate, Damaged> {
        let days = self.signed()?.checked_add(NEAR_DAY).and_then(|days| i32::try_from(days).ok());
        days.and_then(NaiveDate::from_num_days_from_ce_opt).filter(|day| has_text(*day)).ok_or(Damaged)
    }

    /// A number that people state.
    pub fn amount(&mut self) -> Result<Amount, Damaged> {
        match self.marked()? {
            (number, false) => Amount::new(number).ok_or(Damaged),
            _ => Err(Damaged),
        }
    }

    /// An amount, or a range of them.
    pub fn estimate(&mut self) -> Result<Estimate, Damaged> {
        let estimate = match self.marked()? {
            (likely, false) => Estimate::exact(likely),
            (likely, true) => {
                let (low, high) = (self.amount()?, self.amount()?);
                Estimate::range(low.get(), likely, high.get())
            }
        };
        estimate.ok_or(Damaged)
    }

    /// A number, and whether it is the middle of a range.
    fn marked(&mut self) -> Result<(f64, bool), Damaged> {
        let mark = self.byte()?;
        let is_range = mark & RANGE != 0;
        let number = match mark & !RANGE {
            AS_BITS => {
                let (bits, rest) = self.numbers.split_first_chunk().ok_or(Damaged)?;
                self.numbers = rest;
                f64::from_bits(u64::from_le_bytes(*bits))
            }
            shift if i32::from(shift) <= MOST_DIGITS + MOST_ZEROS => {
                Digits { digits: self.signed()?, shift: i32::from(shift) - MOST_ZEROS }.number()
            }
            _ => return Err(Damaged),
        };
        Ok((number, is_range))
    }

    /// Whether every field was read.
    pub fn is_at_end(&self) -> bool {
        self.numbers.is_empty() && self.texts.is_empty()
    }
}
