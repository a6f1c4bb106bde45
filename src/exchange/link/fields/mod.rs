//! Fields in their order, without names: numbers in one row of bytes, texts in another, so that like stands by like.

mod digits;
mod read;
mod write;

use super::letters;
pub use read::{Reader, count};
pub use write::Writer;

/// Bytes that are none of the fields they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl From<letters::NotAText> for Damaged {
    fn from(_: letters::NotAText) -> Self {
        Damaged
    }
}

/// The first of January 2026: most days that people write down are not far from it.
const NEAR_DAY: i64 = 739_617;

/// Above the digits behind the point: a range, and a number that no few digits write.
const RANGE: u8 = 0x40;
const AS_BITS: u8 = 0x3f;

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::model::amount::{Amount, Estimate};

    fn bytes(write: impl Fn(&mut Writer)) -> Vec<u8> {
        let mut writer = Writer::default();
        write(&mut writer);
        writer.finish()
    }

    fn back<T>(bytes: &[u8], read: impl Fn(&mut Reader) -> Result<T, Damaged>) -> T {
        let mut reader = Reader::new(bytes).expect("fields");
        let field = read(&mut reader).expect("a field");
        assert!(reader.is_at_end());
        field
    }

    #[test]
    fn a_number_as_people_write_it_is_short() {
        let length = |number| bytes(|to| to.amount(Amount::new(number).expect("finite"))).len() - 1;
        assert_eq!([0.0, 0.03, 12.0, -40_000.0, 5e6].map(length), [2; 5]);
        assert_eq!(length(1234.56), 4);
        assert_eq!(length(1.0 / 3.0), 9);
    }

    #[test]
    fn a_day_that_no_text_holds_is_damage() {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
        for year in [0, 9999] {
            assert_eq!(back(&bytes(|to| to.day(day(year))), |from| from.day()), day(year));
        }
        for year in [-1, 10_000, 19_987] {
            let bytes = bytes(|to| to.day(day(year)));
            assert_eq!(Reader::new(&bytes).expect("fields").day(), Err(Damaged), "{year}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn fields_go_there_and_back(number in any::<f64>(), cents in any::<i32>(), count in any::<u64>(), days in 0..3_650_000_i32) {
            for number in [number, f64::from(cents) / 100.0, f64::from(cents) * 1e6] {
                let Some(amount) = Amount::new(number) else { continue };
                prop_assert_eq!(back(&bytes(|to| to.amount(amount)), |from| from.amount()), amount);
                let Some(range) = Estimate::range(-number.abs(), number, number.abs()) else { continue };
                prop_assert_eq!(back(&bytes(|to| to.estimate(range)), |from| from.estimate()), range);
            }
            prop_assert_eq!(back(&bytes(|to| to.count(count)), |from| from.count()), count);
            prop_assert_eq!(back(&bytes(|to| to.signed(count as i64)), |from| from.signed()), count as i64);
            let day = NaiveDate::from_num_days_from_ce_opt(days).expect("a day");
            prop_assert_eq!(back(&bytes(|to| to.day(day)), |from| from.day()), day);
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(mut reader) = Reader::new(&bytes) {
                while reader.estimate().is_ok() || reader.day().is_ok() || reader.text().is_ok() || reader.list(|from| from.level()).is_ok_and(|list| !list.is_empty()) {}
            }
        }
    }
}
