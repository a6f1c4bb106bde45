//! Normal scores, from which inputs are drawn.

use super::Rng;
use crate::math::rough_normal_quantile;

/// The random stream of an input. Inputs with the same stream move together; each keeps its own distribution (F52).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    stream: u32,
    against: bool,
}

impl Score {
    /// The scores of a stream, identified by any number.
    pub fn new(stream: u32) -> Self {
        Score { stream, against: false }
    }

    /// The opposite scores: low where these are high.
    pub fn against(self) -> Self {
        Score { against: !self.against, ..self }
    }

    /// The score of a run. It depends on seed, stream and run only.
    pub fn at(self, seed: u64, run: u32) -> f64 {
        let score = rough_normal_quantile(Rng::new(seed, self.stream, run).uniform());
        if self.against { -score } else { score }
    }
}
