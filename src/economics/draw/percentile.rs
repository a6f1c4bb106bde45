//! Percentiles by selection: nothing is sorted.

/// The tenth, fiftieth and ninetieth percentile: eight runs of ten lie between the outer two.
///
/// Nearest ranks: each is the outcome of a run, so percentiles pass unchanged through any rising
/// function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// One run of ten lies below or at it.
    pub p10: f64,
    /// Half of the runs.
    pub p50: f64,
    /// Nine runs of ten.
    pub p90: f64,
}

const BINS: usize = 1024;
/// Added to a number from 0 to 2^32 it leaves the whole number in the low bits: a rounding that is
/// one addition on every target, where a conversion would need checks.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// Finds percentiles of many lists of the same length, without allocating for each.
#[derive(Debug)]
pub(crate) struct Percentiles {
    bins: [u32; BINS],
    slots: Vec<u16>,
    crowds: [Vec<f64>; 3],
}

impl Percentiles {
    pub(crate) fn new(runs: usize) -> Self {
        Self { bins: [0; BINS], slots: vec![0; runs], crowds: [Vec::new(), Vec::new(), Vec::new()] }
    }

    /// `None` for an empty list, or one that holds anything but finite numbers a finite span apart.
    pub(crate) fn of(&mut self, xs: &[f64]) -> Option<Band> {
        let (low, high) = ends(xs)?;
        let scale = (BINS - 1) as f64 / (high - low);
        // A span of nothing leaves one bin, which is then searched as a whole.
        let scale = if scale.is_finite() { scale } else { 0.0 };
        self.slots.resize(xs.len(), 0);
        for (slot, x) in self.slots.iter_mut().zip(xs) {
            *slot = ((x - low) * scale + WHOLE).to_bits() as u16;
        }
        self.bins.fill(0);
        for slot in &self.slots {
            self.bins[usize::from(*slot) % BINS] += 1;
        }
        let wanted = [1, 5, 9].map(|tenths| self.bin_of((xs.len() * tenths).div_ceil(10) - 1));
        self.gather(xs, wanted.map(|(bin, _)| bin));
        let [p10, p50, p90] = [0, 1, 2].map(|i| {
            let within = wanted[i].1;
            *self.crowds[i].select_nth_unstable_by(within, f64::total_cmp).1
        });
        Some(Band { p10, p50, p90 })
    }

    /// The bin that holds a rank, and the rank within it.
    fn bin_of(&self, rank: usize) -> (u16, usize) {
        let mut within = rank;
        for (bin, count) in (0..).zip(&self.bins) {
            if within < *count as usize {
                return (bin, within);
            }
            within -= *count as usize;
        }
        (0, 0)
    }

    fn gather(&mut self, xs: &[f64], wanted: [u16; 3]) {
        self.crowds.iter_mut().for_each(Vec::clear);
        let is_wanted = |slot: &u16| (*slot == wanted[0]) | (*slot == wanted[1]) | (*slot == wanted[2]);
        // Nearly all slots are passed over: sixteen at a time, which compiles to vectors.
        for (slots, xs) in self.slots.chunks(16).zip(xs.chunks(16)) {
            if !slots.iter().fold(false, |any, slot| any | is_wanted(slot)) {
                continue;
            }
            for (slot, x) in slots.iter().zip(xs) {
                for (crowd, bin) in self.crowds.iter_mut().zip(wanted) {
                    if *slot == bin {
                        crowd.push(*x);
                    }
                }
            }
        }
    }
}

/// Smallest and largest, if all are finite and a finite span apart; eight lanes at a time, so that
/// the compiler can use vectors.
fn ends(xs: &[f64]) -> Option<(f64, f64)> {
    const LANES: usize = 8;
    let mut low = [f64::INFINITY; LANES];
    let mut high = [f64::NEG_INFINITY; LANES];
    let mut taint = [0.0; LANES];
    let mut take = |some: &[f64]| {
        for (lane, x) in some.iter().enumerate() {
            low[lane] = if *x < low[lane] { *x } else { low[lane] };
            high[lane] = if *x > high[lane] { *x } else { high[lane] };
            taint[lane] += x * 0.0;
        }
    };
    let (whole, rest) = xs.as_chunks::<LANES>();
    whole.iter().for_each(|eight| take(eight));
    take(rest);
    let low = low.into_iter().fold(f64::INFINITY, f64::min);
    let high = high.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let finite = taint.iter().all(|taint| *taint == 0.0) && (high - low).is_finite();
    finite.then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn selection_agrees_with_sorting(
            xs in proptest::collection::vec(prop_oneof![-1e3..1e3, Just(7.0), -1e15..1e15], 1..400)
        ) {
            let mut sorted = xs.clone();
            sorted.sort_by(f64::total_cmp);
            let rank = |share: f64| sorted[(share * xs.len() as f64 - 1e-9).ceil() as usize - 1];
            let found = Percentiles::new(0).of(&xs).unwrap();
            prop_assert_eq!(found, Band { p10: rank(0.1), p50: rank(0.5), p90: rank(0.9) });
        }
    }

    #[test]
    fn what_is_not_finite_has_no_percentiles() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Percentiles::new(3).of(&[1.0, bad, 2.0]), None);
        }
        assert_eq!(Percentiles::new(0).of(&[]), None);
        assert_eq!(Percentiles::new(2).of(&[f64::MAX, f64::MIN]), None);
    }
}
