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

    /// The only end of a range of which the other one is the likely number itself.
    pub fn only_end(self) -> Option<End> {
        match self.numbers() {
            [low, likely, high] if low == likely && likely < high => Some(End::High),
            [low, likely, high] if low < likely && likely == high => Some(End::Low),
            _ => None,
        }
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

/// One of the three numbers of an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lower end of the range.
    Low,
    /// The likely number.
    Likely,
    /// The upper end.
    High,
}

/// An end of a range that would be on the wrong side of the likely number, which is this one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrongSide(pub f64);

impl Estimate {
    /// The number at an end; `None` for an end that nobody stated.
    pub fn at(self, end: End) -> Option<f64> {
        match end {
            End::Low => self.ends.map(|(low, _)| low.0),
            End::Likely => Some(self.likely.0),
            End::High => self.ends.map(|(_, high)| high.0),
        }
    }

    /// The same estimate with another end. Neither the likely number nor the other end gives way.
    ///
    /// # Errors
    /// An end on the wrong side of the likely number.
    pub fn with_end(self, end: End, number: f64) -> Result<Self, WrongSide> {
        let [low, likely, high] = self.numbers();
        let made = match end {
            End::Low => Estimate::range(number, likely, high),
            End::Likely => Estimate::range(low, number, high),
            End::High => Estimate::range(low, likely, number),
        };
        made.ok_or(WrongSide(likely))
    }

    /// The same estimate without an end of its own there: the likely number stands for it. Without either it is no range.
    pub fn without_end(self, end: End) -> Self {
        let ends = self.ends.map(|(low, high)| match end {
            End::Low => (self.likely, high),
            End::Likely => (low, high),
            End::High => (low, self.likely),
        });
        Estimate { ends: ends.filter(|(low, high)| low < high), ..self }
    }

    /// Whether two estimates state the same: all three numbers agree to nine significant digits.
    pub fn states_as(self, other: Estimate) -> bool {
        let agree = |(one, other): (f64, f64)| (one - other).abs() <= 5e-10 * one.abs().max(other.abs());
        self.ends.is_some() == other.ends.is_some() && self.numbers().into_iter().zip(other.numbers()).all(agree)
    }
}

/// A range that goes along with its likely number while that is typed or slid. Whatever the number passes through, such as nothing
/// or a bound, the range comes back to its shape.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moving {
    /// The range as it was stated.
    shape: Estimate,
    /// What became of it last.
    last: Estimate,
}

impl Moving {
    /// The estimate `now` around another likely number, held inside `least..=most`: the ends go along in proportion.
    pub fn around(&mut self, now: Estimate, likely: f64, least: f64, most: f64) -> Option<Estimate> {
        self.follow(now);
        let moved = self.shape.around(likely, least, most);
        let moved = if likely == self.shape.likely() { Some(self.shape) } else { moved };
        self.last = moved?;
        moved
    }

    /// The same, but ends that still have the number between them stay where they are.
    pub fn within(&mut self, now: Estimate, likely: f64, least: f64, most: f64) -> Option<Estimate> {
        self.follow(now);
        let Some((low, high)) = self.shape.ends() else { return Estimate::exact(likely) };
        // Ends that meet have no shape to move: they come apart.
        let moved = if low == high {
            Estimate::range(low.min(likely), likely, high.max(likely))
        } else {
            self.shape.with_end(End::Likely, likely).ok().or_else(|| self.shape.around(likely, least, most))
        };
        self.last = moved?;
        moved
    }

    /// What somebody else stated meanwhile is the new shape.
    fn follow(&mut self, now: Estimate) {
        if now != self.last {
            self.shape = now;
        }
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
    fn a_range_comes_back_to_its_shape_from_nothing_and_from_a_bound() {
        let stated = Estimate::range(0.024, 0.03, 0.039).expect("in order");
        for pass in [&[0.005, 0.0][..], &[0.0, 1.0], &[1.0, 0.5, 0.0, 0.031]] {
            for within in [false, true] {
                let (mut moving, mut now) = (Moving::default(), stated);
                let mut to = |now: Estimate, likely| {
                    let moved = if within {
                        moving.within(now, likely, 0.0, 1.0)
                    } else {
                        moving.around(now, likely, 0.0, 1.0)
                    };
                    moved.expect("in order")
                };
                for likely in pass {
                    now = to(now, *likely);
                    assert_eq!(now.likely(), *likely);
                }
                assert_eq!(to(now, 0.03), stated, "{pass:?}");
            }
        }
        let (mut moving, other) = (Moving::default(), Estimate::range(1.0, 2.0, 3.0).expect("in order"));
        _ = moving.around(stated, 0.0, 0.0, 9.0);
        assert_eq!(moving.around(other, 4.0, 0.0, 9.0), Estimate::range(2.0, 4.0, 6.0), "what others stated counts");
        assert_eq!(moving.within(other, 2.5, 0.0, 9.0), Estimate::range(1.0, 2.5, 3.0), "its ends stay");
    }

    #[test]
    fn an_end_does_not_push_the_others() {
        let range = Estimate::range(24.0, 30.0, 39.0).expect("in order");
        assert_eq!(range.with_end(End::Low, 50.0), Err(WrongSide(30.0)));
        assert_eq!(range.with_end(End::High, 29.0), Err(WrongSide(30.0)));
        assert_eq!(range.with_end(End::Low, 30.0).map(Estimate::numbers), Ok([30.0, 30.0, 39.0]));
        let exact = Estimate::exact(3.0).expect("finite");
        assert_eq!(exact.with_end(End::High, 4.0).map(Estimate::numbers), Ok([3.0, 3.0, 4.0]));
        assert_eq!([End::Low, End::Likely, End::High].map(|end| exact.at(end)), [None, Some(3.0), None]);
    }

    #[test]
    fn an_end_is_taken_away_and_the_other_stays() {
        let range = Estimate::range(24.0, 30.0, 39.0).expect("in order");
        let low = range.without_end(End::Low);
        assert_eq!(low.numbers(), [30.0, 30.0, 39.0]);
        assert_eq!(low.without_end(End::High), Estimate::exact(30.0).expect("finite"));
        assert_eq!(range.without_end(End::High).numbers(), [24.0, 30.0, 30.0]);
    }

    #[test]
    fn there_and_back_states_the_same() {
        let range = Estimate::range(24_000.0, 30_000.0, 39_000.0).expect("in order");
        let back =
            range.around(31_000.0, 0.0, 1e15).and_then(|moved| moved.around(30_000.0, 0.0, 1e15)).expect("a range");
        assert!(range.states_as(back), "{back:?}");
        assert!(!range.states_as(Estimate::exact(30_000.0).expect("finite")));
        assert!(!range.states_as(range.around(30_000.1, 0.0, 1e15).expect("a range")));
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
