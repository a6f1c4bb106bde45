//! Numbers as people write them: few digits, and where the point stands.

/// Most digits behind the point.
pub const MOST_DIGITS: i32 = 12;
/// Most zeros at the end.
pub const MOST_ZEROS: i32 = 15;

/// A number as whole digits that are divided by ten `shift` times, or multiplied where it is negative.
pub struct Digits {
    /// The digits.
    pub digits: i64,
    /// How many of them stand behind the point; how many zeros follow, where it is negative.
    pub shift: i32,
}

impl Digits {
    /// The digits that come back as exactly this number, if few do.
    pub fn of(number: f64) -> Option<Self> {
        let found = (0..=MOST_DIGITS).find_map(|shift| {
            let digits = (number * power(shift)).round();
            // Both are whole and exact, so the quotient is the number nearest to these digits.
            let exact = digits.abs() < 9e15 && (digits / power(shift)).to_bits() == number.to_bits();
            exact.then_some(Digits { digits: digits as i64, shift })
        });
        let Digits { mut digits, mut shift } = found?;
        while digits != 0 && digits % 10 == 0 && shift > -MOST_ZEROS {
            (digits, shift) = (digits / 10, shift - 1);
        }
        Some(Digits { digits, shift })
    }

    /// The number.
    pub fn number(&self) -> f64 {
        let digits = self.digits as f64;
        if self.shift >= 0 { digits / power(self.shift) } else { digits * power(-self.shift) }
    }
}

/// A power of ten that a float holds exactly.
fn power(of: i32) -> f64 {
    (0..of).fold(1.0, |power, _| power * 10.0)
}
