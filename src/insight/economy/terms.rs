//! The terms of a test, as they are set and kept.

use orbita_economics::MOST_TEST_MONTHS;

use super::initiative::Test;
use crate::model::scenario::Bounds;

/// What of a test is set.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// How rare a false alarm must be.
    Significance,
    /// How sure a true one must be.
    Power,
    /// How long the test takes.
    Months,
}

impl Term {
    const ALL: [Term; 3] = [Term::Significance, Term::Power, Term::Months];

    /// The number as it is typed: shares in per cent.
    pub fn of(self, test: Test) -> f64 {
        match self {
            Term::Significance => test.detection.significance * 100.0,
            Term::Power => test.detection.power * 100.0,
            Term::Months => f64::from(test.months),
        }
    }

    /// The least and the most that may be typed.
    pub fn bounds(self) -> Bounds {
        match self {
            Term::Significance => Bounds { least: 0.1, most: 50.0 },
            Term::Power => Bounds { least: 50.0, most: 99.9 },
            Term::Months => Bounds { least: 1.0, most: MOST_TEST_MONTHS.into() },
        }
    }

    /// The test with another number, which its bounds have.
    pub fn set(self, mut test: Test, typed: f64) -> Test {
        match self {
            Term::Significance => test.detection.significance = typed / 100.0,
            Term::Power => test.detection.power = typed / 100.0,
            Term::Months => test.months = typed as u32,
        }
        test
    }
}

impl Test {
    /// The terms as a text that [`Test::read`] takes: the numbers as they are typed.
    pub fn written(self) -> String {
        Term::ALL.map(|term| term.of(self).to_string()).join(" ")
    }

    /// What [`Test::written`] wrote; the usual terms when it is another text.
    pub fn read(text: &str) -> Self {
        let mut numbers = text.split(' ').map(str::parse);
        let read = Term::ALL.into_iter().try_fold(Test::default(), |test, term| {
            let number = numbers.next()?.ok().filter(|number| term.bounds().has(*number))?;
            Some(term.set(test, number))
        });
        read.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_as_they_were_written() {
        let test = Term::Months.set(Term::Power.set(Term::Significance.set(Test::default(), 1.0), 90.0), 6.0);
        assert_eq!(test.written(), "1 90 6");
        assert_eq!(Test::read("1 90 6"), test);
        assert_eq!(Test::read(&Test::default().written()), Test::default());
        for odd in ["", "1 90", "1 90 x", "NaN 90 6", "1 20 6", "1 90 0", "-1 90 6"] {
            assert_eq!(Test::read(odd), Test::default(), "{odd:?}");
        }
    }
}
