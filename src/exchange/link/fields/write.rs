//! Writing fields.

use chrono::{Datelike, NaiveDate};

use super::digits::{Digits, MOST_ZEROS};
use super::{AS_BITS, NEAR_DAY, RANGE};
use crate::exchange::link::letters;
use crate::model::amount::{Amount, Estimate};
use crate::model::quantity::Level;

/// Writes fields.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<u8>,
    texts: Vec<u8>,
}

impl Writer {
    /// A small number.
    pub fn byte(&mut self, byte: u8) {
        self.numbers.push(byte);
    }

    /// A number of any size, seven bits a byte.
    pub fn count(&mut self, count: u64) {
        let mut rest = count;
        while rest > 0x7f {
            self.byte(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.byte(rest as u8);
    }

    /// A number of any size and sign.
    pub fn signed(&mut self, number: i64) {
        self.count((number << 1 ^ number >> 63) as u64);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        letters::write(text, &mut self.texts);
    }

    /// A list: how long it is, then every entry.
    pub fn list<T>(&mut self, list: &[T], mut entry: impl FnMut(&mut Self, &T)) {
        self.count(list.len() as u64);
        list.iter().for_each(|one| entry(self, one));
    }

    /// A level of emotion.
    pub fn level(&mut self, level: Level) {
        self.level_if_any(Some(level));
    }

    /// A level of emotion, if there is one.
    pub fn level_if_any(&mut self, level: Option<Level>) {
        self.byte(level.map_or(0, |level| (level.halves() + 5) as u8));
    }

    /// A day.
    pub fn day(&mut self, day: NaiveDate) {
        self.signed(i64::from(day.num_days_from_ce()) - NEAR_DAY);
    }

    /// A number that people state.
    pub fn amount(&mut self, amount: Amount) {
        self.marked(amount.get(), 0);
    }

    /// An amount, or a range of them.
    pub fn estimate(&mut self, estimate: Estimate) {
        match estimate.ends() {
            None => self.marked(estimate.likely(), 0),
            Some((low, high)) => {
                self.marked(estimate.likely(), RANGE);
                self.marked(low, 0);
                self.marked(high, 0);
            }
        }
    }

    fn marked(&mut self, number: f64, mark: u8) {
        match Digits::of(number) {
            Some(Digits { digits, shift }) => {
                self.byte(mark | (shift + MOST_ZEROS) as u8);
                self.signed(digits);
            }
            None => {
                self.byte(mark | AS_BITS);
                self.numbers.extend(number.to_bits().to_le_bytes());
            }
        }
    }

    /// The numbers alone.
    pub fn into_numbers(self) -> Vec<u8> {
        self.numbers
    }

    /// All fields.
    pub fn finish(self) -> Vec<u8> {
        let mut length = Writer::default();
        length.count(self.numbers.len() as u64);
        [length.numbers, self.numbers, self.texts].concat()
    }
}
