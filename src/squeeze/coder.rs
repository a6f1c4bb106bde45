//! Arithmetic coding of bits: an interval of 32 bits shrinks with every bit by the chance that the bit had.

/// Chances are of 4096.
pub const CHANCE_BITS: u32 = 12;

/// Where an interval is parted: the lower part, its end included, is for a bit that is set.
fn boundary(low: u32, high: u32, chance: u32) -> u32 {
    // No larger than the interval: the chance is less than one.
    low + ((u64::from(high - low) * u64::from(chance)) >> CHANCE_BITS) as u32
}

/// Whether both ends begin with the same byte, which is then settled.
fn is_settled(low: u32, high: u32) -> bool {
    (low ^ high) >> 24 == 0
}

/// Writes bits.
#[derive(Debug)]
pub struct Encoder {
    low: u32,
    high: u32,
    bytes: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Self {
        Encoder { low: 0, high: u32::MAX, bytes: Vec::new() }
    }
}

impl Encoder {
    /// Writes a bit; `chance`, 1..=4095, is that of a bit that is set.
    pub fn put(&mut self, bit: bool, chance: u32) {
        let middle = boundary(self.low, self.high, chance);
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while is_settled(self.low, self.high) {
            self.bytes.push((self.high >> 24) as u8);
            (self.low, self.high) = (self.low << 8, self.high << 8 | 0xff);
        }
    }

    /// The bytes. What would come after them reads as nothing but zeros, so zeros at the end are left out.
    pub fn finish(mut self) -> Vec<u8> {
        // The first bytes of the ends differ: that of the upper end, followed by zeros, is inside.
        self.bytes.push((self.high >> 24) as u8);
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}

/// Reads bits.
#[derive(Debug)]
pub struct Decoder<'a> {
    low: u32,
    high: u32,
    value: u32,
    bytes: &'a [u8],
    /// How many bytes were read, those beyond the end among them.
    read: usize,
}

impl<'a> Decoder<'a> {
    /// Begins to read.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Decoder { low: 0, high: u32::MAX, value: 0, bytes, read: 0 };
        (0..4).for_each(|_| decoder.shift());
        decoder
    }

    fn shift(&mut self) {
        self.value = self.value << 8 | u32::from(self.bytes.get(self.read).copied().unwrap_or(0));
        self.read += 1;
    }

    /// Reads a bit that had this chance to be set.
    pub fn take(&mut self, chance: u32) -> bool {
        let middle = boundary(self.low, self.high, chance);
        let bit = self.value <= middle;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while is_settled(self.low, self.high) {
            (self.low, self.high) = (self.low << 8, self.high << 8 | 0xff);
            self.shift();
        }
        bit
    }

    /// Whether bits were read that no encoder has written. An encoder leaves out zeros, so a run of them is let through.
    pub fn has_ended(&self) -> bool {
        const ZEROS: usize = 64;
        self.read > self.bytes.len() + 4 + ZEROS
    }
}
