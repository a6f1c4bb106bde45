//! Random numbers that depend on nothing but the seed.

/// SplitMix64 (Steele, Lea & Flood 2014), begun anew for every draw.
///
/// Each (seed, input, run) has numbers of its own, so that a run does not change with the number
/// of runs, and scenarios with the same seed meet the same luck, input by input.
pub(crate) struct Rng(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Rng {
    pub(crate) fn new(seed: u64, input: u32, run: u32) -> Self {
        let place = u64::from(input) << 32 | u64::from(run);
        Self(mix(seed.wrapping_add(STEP) ^ mix(place.wrapping_mul(STEP).wrapping_add(STEP))))
    }

    /// Uniform between 0 and 1, never either.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(STEP);
        ((mix(self.0) >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uniform_fills_its_interval_evenly() {
        let mut bins = [0u32; 10];
        for run in 0..100_000 {
            let u = Rng::new(7, 0, run).uniform();
            assert!(u > 0.0 && u < 1.0);
            bins[(u * 10.0) as usize] += 1;
        }
        let off = |n: &u32| f64::from(*n) - 1e4;
        let chi2: f64 = bins.iter().map(|n| off(n) * off(n) / 1e4).sum();
        assert!(chi2 < 27.9, "above the 0.999 quantile with 9 degrees: {bins:?}");
    }

    #[test]
    fn draws_of_neighbouring_runs_and_inputs_are_unrelated() {
        for (input, run) in [(0, 1), (1, 0)] {
            let product = |i: u32| {
                let here = Rng::new(1, 0, i).uniform() - 0.5;
                here * (Rng::new(1, input, i + run).uniform() - 0.5) * 12.0
            };
            let correlation = (0..100_000).map(product).sum::<f64>() / 1e5;
            assert!(correlation.abs() < 4.0 / 1e5_f64.sqrt(), "{correlation}");
        }
    }
}
