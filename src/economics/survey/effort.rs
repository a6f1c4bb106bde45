//! Customer effort score, of which four scales share one name.

use super::share::total;
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Which question was asked. The direction belongs to the survey and is stored with it (F47).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffortScale {
    /// "They made it easy", 1 to 7: high is good.
    Ease7,
    /// "They made it easy", agreement from 1 to 5: high is good.
    Ease5,
    /// "How much effort did it take", 1 to 5, as asked in 2010: LOW is good.
    Effort5,
}

impl EffortScale {
    /// Whether a higher mean is better.
    pub fn high_is_good(self) -> bool {
        self != EffortScale::Effort5
    }

    /// Number of possible answers.
    pub fn answers(self) -> usize {
        if self == EffortScale::Ease7 { 7 } else { 5 }
    }
}

fn share(hits: f64, answers: u32) -> Figure {
    if answers == 0 { Err(NoFigure::NothingToShare) } else { figure(hits / f64::from(answers)) }
}

/// Mean answer; `counts[i]` is how many gave answer i + 1.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without answers; as many counts as the scale has answers.
pub fn effort_mean(counts: &[u32], scale: EffortScale) -> Figure {
    Field::Answers.require(counts.len() == scale.answers(), Must::MatchLength)?;
    let sum: f64 = counts.iter().zip(1..).map(|(n, score)| f64::from(*n) * f64::from(score)).sum();
    share(sum, total(counts)?)
}

/// Share who found it easy, 0 to 1: answers 5 to 7 on [`EffortScale::Ease7`].
///
/// # Errors
/// [`NoFigure::NothingToShare`] without answers.
pub fn effort_share_easy(counts: &[u32; 7]) -> Figure {
    let answers = total(counts)?;
    share(f64::from(counts[4] + counts[5] + counts[6]), answers)
}

/// Share who found it easy (6 and 7) less the share who found it hard (1 to 3), in points as the index is published: −100 to
/// 100.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without answers.
pub fn effort_index(easy: u32, neutral: u32, hard: u32) -> Figure {
    let answers = total(&[easy, neutral, hard])?;
    Ok(100.0 * share(f64::from(easy) - f64::from(hard), answers)?)
}
