//! Normal scores: the luck of a run, apart from what is drawn with it.

use super::Rng;
use crate::math::rough_normal_quantile;

/// The luck that an input is drawn with. Inputs with the same stream rise and fall together; each keeps its own
/// distribution (F52).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    stream: u32,
    against: bool,
}

impl Score {
    /// The luck of a stream, which any number may name.
    pub fn new(stream: u32) -> Self {
        Score { stream, against: false }
    }

    /// The opposite luck: low where this one is high.
    pub fn against(self) -> Self {
        Score { against: !self.against, ..self }
    }

    /// The normal score of a run. The same seed, stream and run give the same score, whatever else is drawn.
    pub fn at(self, seed: u64, run: u32) -> f64 {
        let score = rough_normal_quantile(Rng::new(seed, self.stream, run).uniform());
        if self.against { -score } else { score }
    }
}
