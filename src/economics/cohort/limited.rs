//! Fits where the likelihood of a full table is not to be had.

use libm::{exp, log};

use super::Model;
use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::math::lowest;

/// An sBG fitted by least squares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateFit {
    /// The model, or constant churn where the sum of squares only falls towards it.
    pub model: Model,
    /// Sum of the squared differences.
    pub squares: f64,
}

/// Where α+β stops to matter: churn is then as good as constant.
const ALIKE: f64 = 1e5;

fn sbg([mean, spread]: [f64; 2]) -> Model {
    let churn = 1.0 / (1.0 + exp(-mean.clamp(-27.0, 27.0)));
    let spread = exp(spread).clamp(1e-6, ALIKE);
    Model::Sbg { alpha: spread * churn, beta: spread * (1.0 - churn) }
}

fn least_squares(misfit: impl Fn(&Model) -> f64, churn: f64) -> RateFit {
    let churn = churn.clamp(1e-6, 1.0 - 1e-6);
    let mean = log(churn / (1.0 - churn));
    let starts = [0.0, 3.0, -1.5].map(|spread| [mean, spread]);
    let (at, squares) = lowest(|x| misfit(&sbg(x)), &starts, 0.5);
    let best = sbg(at);
    if let Model::Sbg { alpha, beta } = best
        && alpha + beta > 0.99 * ALIKE
    {
        let model = Model::Constant { churn: alpha / (alpha + beta) };
        return RateFit { model, squares: misfit(&model) };
    }
    RateFit { model: best, squares }
}

/// The sBG whose retention rates come nearest to those observed at renewals 1, 2, …
/// (Fader & Hardie 2014, note 032). For when only rates are known; with counts
/// [`Cohorts::fit`](super::Cohorts::fit) uses them better.
///
/// # Errors
/// [`NoFigure::NotIdentified`] with fewer than two rates; rates must be shares, at most 1,200.
pub fn fit_to_rates(rates: &[f64]) -> Figure<RateFit> {
    Field::Rates.at_most(rates.len(), 1_200)?;
    for rate in rates {
        Field::Rates.share(*rate)?;
    }
    if rates.len() < 2 {
        return Err(NoFigure::NotIdentified { have: rates.len(), need: 2 });
    }
    let misfit = |model: &Model| {
        let squared = rates.iter().zip(0..).map(|(rate, t)| {
            let off = rate - exp(model.ln_kept(f64::from(t), f64::from(t) + 1.0));
            off * off
        });
        squared.sum()
    };
    let mean = rates.iter().sum::<f64>() / rates.len() as f64;
    Ok(least_squares(misfit, 1.0 - mean))
}

/// The sBG which, from the customers acquired in each period, comes nearest to the total number
/// active at the end of each, those of the period included (F28, limited information).
///
/// By least squares, since totals have no simple likelihood. Totals without acquisitions do not
/// identify the model, and even so the fit is the weakest of all: take it as a hint.
///
/// # Errors
/// [`NoFigure::NotIdentified`] with fewer than three periods; both lists must be equally long,
/// numbers and not negative, with somebody acquired in the first period.
pub fn fit_to_totals(acquired: &[f64], totals: &[f64]) -> Figure<RateFit> {
    Field::Acquired.at_most(acquired.len(), 1_200)?;
    Field::Totals.require(acquired.len() == totals.len(), Must::MatchLength)?;
    for (won, total) in acquired.iter().zip(totals) {
        Field::Acquired.not_negative(*won)?;
        Field::Totals.not_negative(*total)?;
    }
    if acquired.len() < 3 {
        return Err(NoFigure::NotIdentified { have: acquired.len(), need: 3 });
    }
    Field::Acquired.positive(acquired[0])?;
    // In shares of everyone acquired, so that the search sees the same scale in every base.
    let everyone = figure(acquired.iter().sum())?;
    let misfit = |model: &Model| {
        let mut alive = vec![1.0];
        for t in 1..acquired.len() {
            alive.push(exp(model.ln_kept(0.0, t as f64)));
        }
        let mut squares = 0.0;
        for (period, total) in totals.iter().enumerate() {
            let ages = acquired[..=period].iter().zip(alive[..=period].iter().rev());
            let expected: f64 = ages.map(|(won, share)| won * share).sum();
            squares += ((expected - total) / everyone) * ((expected - total) / everyone);
        }
        squares
    };
    let fit = least_squares(misfit, 0.2);
    Ok(RateFit { squares: figure(fit.squares * everyone * everyone)?, ..fit })
}
