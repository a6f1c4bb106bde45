//! What is guessed of the next bit.
//!
//! After M. Mahoney's PAQ: each context (the last byte, the last two, the letters of the word and so on) remembers how often
//! a set bit came after it; their chances are mixed in the logistic domain, by weights that learn which context to trust.

use crate::coder::CHANCE_BITS;

/// None of the bytes before, the last one, two, three, four and six, and the letters of the word.
const CONTEXTS: usize = 7;

/// A context remembers this many bits: what came long ago counts less.
const LONGEST_MEMORY: u32 = 30;

/// How much a context has seen, in steps: each has a weight of its own.
const SEEN: [u8; LONGEST_MEMORY as usize + 1] =
    [0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7];
const STEPS: usize = 8;

/// A chance is remembered in so many bits, beside the count of what was seen.
const CHANCE: u32 = 22;
const COUNT: u32 = 10;
/// An entry of nothing but zeros is an even chance that nothing was seen of.
const EVEN: u32 = 1 << (CHANCE - 1);

/// Weights are in 65536ths. A quarter each to begin with.
const FIRST_WEIGHT: i32 = 1 << 14;
const MOST_WEIGHT: i32 = 1 << 19;
/// How fast weights learn.
const RATE: i32 = 12;

/// The ends of the logistic domain.
const FAR: i32 = 2047;

/// The chance of 4096 at a place of the logistic domain: 4096 / (1 + exp(-x / 256)).
fn squash(x: i32) -> i32 {
    const TABLE: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
        3975, 4024, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let x = x.clamp(-FAR, FAR);
    let (at, between) = (((x >> 7) + 16) as usize, x & 127);
    (TABLE[at] * (128 - between) + TABLE[at + 1] * between + 64) >> 7
}

/// The place in the logistic domain of every chance.
fn stretched() -> Vec<i16> {
    let mut places = vec![FAR as i16; 1 << CHANCE_BITS];
    let mut from = 0;
    for x in -FAR..=FAR {
        let to = squash(x) as usize + 1;
        if to > from {
            places[from..to].fill(x as i16);
            from = to;
        }
    }
    places
}

/// A model of the bytes that it has read.
pub struct Model {
    stretch: Vec<i16>,
    /// What each context remembers: a table for each kind of context.
    memory: Vec<u32>,
    /// The size of a table, in bits.
    bits: u32,
    /// The contexts at the start of this byte.
    contexts: [u32; CONTEXTS],
    /// The entries that this bit is guessed from, what they say, and the weights that they have.
    entries: [usize; CONTEXTS],
    says: [i32; CONTEXTS + 1],
    trust: [usize; CONTEXTS + 1],
    weights: [i32; (CONTEXTS + 1) * STEPS],
    guess: i32,
    /// The bits of this byte so far, behind a one.
    node: u32,
    /// The last eight bytes.
    last: u64,
    word: u32,
}

impl Model {
    /// A model that knows nothing, for about `length` bytes.
    pub fn new(length: usize) -> Self {
        // Room for the eight bits of every byte, up to 14 MiB.
        let bits = (length.saturating_mul(8).max(1).ilog2() + 1).clamp(12, 19);
        Model {
            stretch: stretched(),
            memory: vec![0; CONTEXTS << bits],
            bits,
            contexts: [0; CONTEXTS],
            entries: [0; CONTEXTS],
            says: [0; CONTEXTS + 1],
            trust: [0; CONTEXTS + 1],
            weights: [FIRST_WEIGHT; (CONTEXTS + 1) * STEPS],
            guess: 0,
            node: 1,
            last: 0,
            word: 0,
        }
    }

    /// The chance of 4096 that the next bit is set: 1..=4095.
    pub fn guess(&mut self) -> u32 {
        let mut sum = 0;
        for at in 0..CONTEXTS {
            let entry = (at << self.bits) + hash(self.contexts[at], self.node, self.bits);
            let remembered = self.memory[entry];
            let chance = (remembered >> COUNT) ^ EVEN;
            self.entries[at] = entry;
            self.says[at] = i32::from(self.stretch[(chance >> (CHANCE - CHANCE_BITS)) as usize]);
            self.trust[at] = at * STEPS + usize::from(SEEN[(remembered & ((1 << COUNT) - 1)) as usize]);
            sum += i64::from(self.weights[self.trust[at]]) * i64::from(self.says[at]);
        }
        // What bits are like at large.
        self.says[CONTEXTS] = 256;
        self.trust[CONTEXTS] = CONTEXTS * STEPS;
        sum += i64::from(self.weights[CONTEXTS * STEPS]) * 256;
        let place = (sum >> 16).clamp(i64::from(-FAR), i64::from(FAR)) as i32;
        self.guess = squash(place).clamp(1, (1 << CHANCE_BITS) - 2);
        self.guess as u32
    }

    /// Learns what the bit was that was guessed last.
    pub fn learn(&mut self, bit: bool) {
        let missed = ((i32::from(bit) << CHANCE_BITS) - self.guess) * RATE;
        for (says, trust) in self.says.iter().zip(self.trust) {
            let weight = &mut self.weights[trust];
            *weight = (*weight + ((says * missed + (1 << 15)) >> 16)).clamp(-MOST_WEIGHT, MOST_WEIGHT);
        }
        for entry in self.entries {
            let remembered = &mut self.memory[entry];
            let (chance, count) = ((*remembered >> COUNT) ^ EVEN, *remembered & ((1 << COUNT) - 1));
            let aim = if bit { 1 << CHANCE } else { 0 };
            let step = (aim - i64::from(chance)) * 2 / i64::from(2 * count + 3);
            let chance = (i64::from(chance) + step).clamp(1, (1 << CHANCE) - 1) as u32;
            *remembered = (chance ^ EVEN) << COUNT | (count + 1).min(LONGEST_MEMORY);
        }
        self.node = self.node << 1 | u32::from(bit);
        if self.node > 0xff {
            self.next_byte(self.node as u8);
        }
    }

    fn next_byte(&mut self, byte: u8) {
        self.node = 1;
        self.last = self.last << 8 | u64::from(byte);
        // Letters are those of ASCII and what lies above it; what is below the space does not end a word.
        if byte.is_ascii_alphabetic() || byte >= 0x80 {
            self.word = (self.word ^ u32::from(byte)).wrapping_add(1).wrapping_mul(0x2f0b_4c47);
        } else if byte >= b' ' || byte == 0 {
            self.word = 0;
        }
        let (last, before) = (self.last as u32, (self.last >> 32) as u32 & 0xffff);
        let six = last ^ before.wrapping_add(1).wrapping_mul(0x27d4_eb2f);
        self.contexts = [0, last & 0xff, last & 0xffff, last & 0x00ff_ffff, last, six, self.word ^ (last & 0xff)];
    }
}

/// Where a table has what it remembers of a context at a bit of a byte.
fn hash(context: u32, node: u32, bits: u32) -> usize {
    let mixed = context.wrapping_mul(0x9e37_79b1).wrapping_add(node.wrapping_mul(0x85eb_ca6b));
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35);
    (mixed >> (32 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretching_takes_squashing_back() {
        let stretch = stretched();
        assert!(stretch.is_sorted());
        // Between two places of the table the chance moves by up to eight.
        for (chance, place) in stretch.iter().enumerate() {
            assert!((squash(i32::from(*place)) - chance as i32).abs() <= 8, "{chance}");
        }
        assert!((-FAR..FAR).all(|x| squash(x) <= squash(x + 1)));
    }

    #[test]
    fn a_chance_is_never_certain() {
        let mut model = Model::new(1000);
        for _ in 0..100_000 {
            assert!((1..4095).contains(&model.guess()));
            model.learn(true);
        }
    }
}
