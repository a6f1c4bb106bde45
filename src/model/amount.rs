//! Numbers as people state them: exact, or a range around what is likely.

use serde::{Deserialize, Serialize};

/// A finite number.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Amount(f64);

// No amount is NaN, so each is equal to itself.
impl Eq for Amount {}

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0.0);

    /// A finite number; `None` for anything else.
    pub fn new(number: f64) -> Option<Self> {
        // Adding nothing turns -0 into 0.
        number.is_finite().then_some(Amount(number + 0.0))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<Amount> for f64 {
    fn from(amount: Amount) -> f64 {
        amount.0
    }
}

/// Something that is no finite number, or no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

impl std::fmt::Display for NotAnAmount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("neither a finite number nor low, likely and high ones in this order")
    }
}

impl TryFrom<f64> for Amount {
    type Error = NotAnAmount;

    fn try_from(number: f64) -> Result<Self, NotAnAmount> {
        Amount::new(number).ok_or(NotAnAmount)
    }
}

/// What is known of a number: the number itself, or a range that eight cases of ten lie in: one of ten is below its low end
/// (P10), half are below its likely number (P50), one of ten is above its high end (P90).
///
/// Written in JSON as `[12]` or `[10, 12, 15]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Estimate {
    likely: Amount,
    ends: Option<(Amount, Amount)>,
}

impl Estimate {
    /// A number that is known; `None` when it is not finite.
    pub fn exact(number: f64) -> Option<Self> {
        Some(Estimate { likely: Amount::new(number)?, ends: None })
    }

    /// A number that lies between two; `None` unless they are finite and in order.
    pub fn range(low: f64, likely: f64, high: f64) -> Option<Self> {
        let ends = Some((Amount::new(low)?, Amount::new(high)?));
        (low <= likely && likely <= high).then_some(Estimate { likely: Amount::new(likely)?, ends })
    }

    /// The likely number.
    pub fn likely(self) -> f64 {
        self.likely.0
    }

    /// The ends, if it is a range.
    pub fn ends(self) -> Option<(f64, f64)> {
        self.ends.map(|(low, high)| (low.0, high.0))
    }

    /// The estimate of other numbers: each of the three replaced. `None` unless they are finite and in order.
    pub fn map(self, mut replace: impl FnMut(f64) -> f64) -> Option<Self> {
        match self.ends() {
            None => Estimate::exact(replace(self.likely())),
            Some((low, high)) => Estimate::range(replace(low), replace(self.likely()), replace(high)),
        }
    }

    /// Low, likely and high; all the same when it is exact.
    pub fn numbers(self) -> [f64; 3] {
        let (low, high) = self.ends.unwrap_or((self.likely, self.likely));
        [low.0, self.likely.0, high.0]
    }

    /// The same estimate around another likely number, held inside `least..=most`: the ends keep their proportion to it, or
    /// their distance where it was nothing.
    pub fn around(self, likely: f64, least: f64, most: f64) -> Option<Self> {
        let Some((low, high)) = self.ends() else { return Estimate::exact(likely) };
        let old = self.likely();
        let moved = |end: f64| if old == 0.0 { end - old + likely } else { end / old * likely };
        let (one, other) = (moved(low), moved(high));
        let (low, high) = (one.min(other).clamp(least, most), one.max(other).clamp(least, most));
        Estimate::range(low.min(likely), likely, high.max(likely))
    }
}

impl From<Estimate> for Vec<f64> {
    fn from(estimate: Estimate) -> Vec<f64> {
        match estimate.ends() {
            Some((low, high)) => vec![low, estimate.likely(), high],
            None => vec![estimate.likely()],
        }
    }
}

impl TryFrom<Vec<f64>> for Estimate {
    type Error = NotAnAmount;

    fn try_from(numbers: Vec<f64>) -> Result<Self, NotAnAmount> {
        let estimate = match numbers[..] {
            [number] => Estimate::exact(number),
            [low, likely, high] => Estimate::range(low, likely, high),
            _ => None,
        };
        estimate.ok_or(NotAnAmount)
    }
}

/// An estimate that was a plain number before it could be a range, and is still written as one where it is exact: `12` or
/// `[10, 12, 15]`.
pub mod plain {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Amount, Estimate};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(Amount),
        Numbers(Estimate),
    }

    /// Writes it.
    pub fn serialize<S: Serializer>(estimate: &Estimate, to: S) -> Result<S::Ok, S::Error> {
        match estimate.ends() {
            None => estimate.likely.serialize(to),
            Some(_) => estimate.serialize(to),
        }
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Estimate, D::Error> {
        Ok(match Either::deserialize(from)? {
            Either::Number(likely) => Estimate { likely, ends: None },
            Either::Numbers(estimate) => estimate,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_answer_is_written_as_the_number_that_it_was() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Answer(#[serde(with = "plain")] Estimate);
        for (json, numbers) in [("8000.0", [8000.0; 3]), ("[1.0,2.0,4.0]", [1.0, 2.0, 4.0])] {
            let answer: Answer = serde_json::from_str(json).expect("an answer");
            assert_eq!(answer.0.numbers(), numbers);
            assert_eq!(serde_json::to_string(&answer).expect("JSON"), json);
        }
        assert!(serde_json::from_str::<Answer>("[2, 1, 4]").is_err());
    }

    #[test]
    fn an_estimate_is_a_number_or_three_in_order() {
        let read = |json: &str| serde_json::from_str::<Estimate>(json);
        assert_eq!(read("[12]").map(Estimate::numbers).ok(), Some([12.0; 3]));
        assert_eq!(read("[1, 2, 4]").map(Estimate::numbers).ok(), Some([1.0, 2.0, 4.0]));
        for wrong in ["[]", "[2, 1, 4]", "[1, 2]", "[1e999]", "[1, null, 2]", "12"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_range_moves_with_what_is_likely() {
        let moved = |estimate: Option<Estimate>, likely| {
            estimate.and_then(|range| range.around(likely, 0.0, 1.0)).map(Estimate::numbers)
        };
        assert_eq!(moved(Estimate::range(0.1, 0.2, 0.4), 0.4), Some([0.2, 0.4, 0.8]));
        assert_eq!(moved(Estimate::range(0.1, 0.2, 0.4), 0.8), Some([0.4, 0.8, 1.0]), "held inside");
        assert_eq!(moved(Estimate::range(0.0, 0.0, 0.1), 0.5), Some([0.5, 0.5, 0.6]));
        assert_eq!(moved(Estimate::exact(0.3), 0.5), Some([0.5; 3]));
        assert_eq!(moved(Estimate::exact(0.3), f64::NAN), None);
    }
}
