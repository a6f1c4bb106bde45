//! Short texts made shorter: bytes in, fewer bytes out.
//!
//! A model guesses each bit from the bytes before it, and an arithmetic coder spends the fewer bits the better
//! the guess was. Both sides first let the model read a text that they share, the dictionary, so that it knows the
//! language before the first byte. All arithmetic is on integers: every machine makes the same guesses.
//!
//! The dictionary, and every constant of the model, are part of the format: bytes that were packed with others cannot be
//! unpacked.
//!
//! ```
//! use orbita_squeeze::{pack, unpack};
//!
//! let known = b"The customer waits. The customer calls.";
//! let packed = pack(b"The customer waits.", known);
//! assert!(packed.len() < 10);
//! assert_eq!(unpack(&packed, known, 19).as_deref(), Ok(&b"The customer waits."[..]));
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod coder;
mod model;

use coder::{Decoder, Encoder};
use model::Model;

/// The packed bytes end before everything is unpacked: they are cut, or not made by [`pack`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended;

/// Packs bytes. Takes about a microsecond a byte, the dictionary's among them.
pub fn pack(plain: &[u8], dictionary: &[u8]) -> Vec<u8> {
    let mut model = warmed_up(dictionary, plain.len());
    let mut encoder = Encoder::default();
    for &byte in plain {
        for place in (0..8).rev() {
            let bit = byte >> place & 1 == 1;
            encoder.put(bit, model.guess());
            model.learn(bit);
        }
    }
    encoder.finish()
}

/// Unpacks `length` bytes. Takes as long as packing them, whatever the packed bytes are.
///
/// # Errors
/// [`Ended`].
pub fn unpack(packed: &[u8], dictionary: &[u8], length: usize) -> Result<Vec<u8>, Ended> {
    let mut model = warmed_up(dictionary, length);
    let mut decoder = Decoder::new(packed);
    let mut plain = Vec::new();
    for _ in 0..length {
        let mut byte = 0;
        for _ in 0..8 {
            let bit = decoder.take(model.guess());
            model.learn(bit);
            byte = byte << 1 | u8::from(bit);
        }
        if decoder.has_ended() {
            return Err(Ended);
        }
        plain.push(byte);
    }
    Ok(plain)
}

/// A model that has read the dictionary.
fn warmed_up(dictionary: &[u8], length: usize) -> Model {
    let mut model = Model::new(dictionary.len().saturating_add(length));
    for &byte in dictionary {
        for place in (0..8).rev() {
            model.guess();
            model.learn(byte >> place & 1 == 1);
        }
    }
    model
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn bytes_go_there_and_back(plain in prop::collection::vec(any::<u8>(), 0..600), known in prop::collection::vec(any::<u8>(), 0..600)) {
            let packed = pack(&plain, &known);
            prop_assert_eq!(unpack(&packed, &known, plain.len()), Ok(plain));
        }

        #[test]
        fn whatever_comes_is_unpacked_or_ends(packed in prop::collection::vec(any::<u8>(), 0..60), length in 0_usize..3000) {
            if let Ok(plain) = unpack(&packed, b"known", length) {
                prop_assert_eq!(plain.len(), length);
            }
        }
    }

    #[test]
    fn a_known_text_costs_next_to_nothing() {
        let known: String = (0..400_u32).map(|number| format!("{:x} ", number.wrapping_mul(2_654_435_761))).collect();
        let packed = pack(&known.as_bytes()[700..1200], known.as_bytes());
        assert!(packed.len() < 125, "{} bytes, a quarter of 500", packed.len());
    }

    #[test]
    fn noise_grows_by_little() {
        let noise: Vec<u8> = (0..10_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(pack(&noise, &[]).len() < 10_600);
    }

    #[test]
    fn a_long_claim_of_few_bytes_ends() {
        assert_eq!(unpack(&[7, 7, 7], &[], 1 << 20), Err(Ended));
        assert_eq!(unpack(&[], &[], 0), Ok(Vec::new()));
    }
}
