//! What moves the value, and by how much: elasticities, one point more, and the tornado.

use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::value::{Stream, Timing};

/// How much the value grows, in percent, for one percent more retention (F12).
///
/// With q = r(1+g)/(1+d): q/(1−q) for [`Timing::Immediate`] and [`Timing::End`], 1/(1−q) for
/// [`Timing::After`], 1/(−ln q) for [`Timing::Continuous`]. Rises steeply with retention: Gupta,
/// Lehmann & Stuart 2004, table 5, print 2.45 at r = 0.70 and 6.67 at 0.95.
///
/// # Errors
/// [`NoFigure::Diverges`] as the value does; [`NoFigure::Input`].
pub fn retention_elasticity(stream: &Stream, timing: Timing) -> Figure {
    let step = stream.converging_step()?;
    figure(match timing {
        Timing::Immediate | Timing::End => step.q / step.gap,
        Timing::After => 1.0 / step.gap,
        Timing::Continuous => 1.0 / step.decay(),
    })
}

/// Elasticities of the value left after the cost of acquisition, CLV − CAC (F14).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NetElasticities {
    /// CLV/(CLV−CAC): of one percent more margin.
    pub margin: f64,
    /// −CAC/(CLV−CAC): of one percent more acquisition cost. With `margin` it sums to 1.
    pub cac: f64,
    /// Of one percent more retention.
    pub retention: f64,
}

/// Elasticities of CLV − CAC (F14; Gupta, Lehmann & Stuart 2004, table 5).
///
/// Where CAC exceeds the value the net is a loss and the signs turn: one percent more margin then
/// shrinks the loss.
///
/// # Errors
/// [`NoFigure::NothingLeft`] where CAC equals the value; else as [`Stream::value`].
pub fn net_elasticities(stream: &Stream, timing: Timing, cac: f64) -> Figure<NetElasticities> {
    Field::Cac.not_negative(cac)?;
    let value = stream.value(timing)?;
    let net = value - cac;
    if net == 0.0 {
        return Err(NoFigure::NothingLeft);
    }
    let margin = figure(value / net)?;
    let retention = figure(retention_elasticity(stream, timing)? * margin)?;
    Ok(NetElasticities { margin, cac: figure(-cac / net)?, retention })
}

/// What some points of retention are worth per customer, both ways of saying it (F13).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PointsWorth {
    /// The slope at today's retention times the points: what a formula with a derivative says.
    pub by_slope: f64,
    /// The value with the points less the value without. Larger than `by_slope` at any usual
    /// retention, since each point is worth more than the one before. No figure where retention would pass 1, or diverge.
    pub exact: Figure,
}

/// What `points` of retention (0.01 for one percentage point) add to the value of one customer.
///
/// The slope is m(1+d)/(1+d−r)² for [`Timing::Immediate`] and [`Timing::After`],
/// m/(1+d−r)² for [`Timing::End`] (without growth). At m = 1000, r = 0.85, d = 0.1 one point is
/// worth 176.0 by slope, 183.3 exactly.
///
/// # Errors
/// As [`Stream::value`]; points must be a share.
pub fn worth_of_points(stream: &Stream, timing: Timing, points: f64) -> Figure<PointsWorth> {
    Field::Points.share(points)?;
    let value = stream.value(timing)?;
    let step = stream.converging_step()?;
    let per_q = match timing {
        Timing::Immediate | Timing::After => 1.0 / (step.gap * step.gap),
        Timing::End => 1.0 / ((1.0 + stream.discount) * step.gap * step.gap),
        Timing::Continuous => 1.0 / (step.q * step.decay() * step.decay()),
    };
    let slope = stream.margin * per_q * (1.0 + stream.growth) / (1.0 + stream.discount);
    let better = Stream { retention: stream.retention + points, ..*stream };
    Ok(PointsWorth {
        by_slope: figure(slope * points)?,
        exact: better.value(timing).and_then(|raised| figure(raised - value)),
    })
}

/// One input of a [`tornado`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// The low end tried.
    pub low: f64,
    /// The value that the other bars hold.
    pub base: f64,
    /// The high end tried.
    pub high: f64,
}

/// One bar of a [`tornado`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which input, by its place in the list given.
    pub input: usize,
    /// The result with this input at its low end, all others at their base.
    pub at_low: Figure,
    /// The result with this input at its high end.
    pub at_high: Figure,
}

impl Bar {
    /// Length of the bar: |at_high − at_low|.
    ///
    /// # Errors
    /// That of the end which has no figure.
    pub fn length(&self) -> Figure {
        figure((self.at_high? - self.at_low?).abs())
    }
}

/// One-at-a-time sensitivity, the longest bar first (F41).
///
/// `result` is given all inputs in the order of `inputs`. Bars of which an end has no figure come
/// before all others, since nothing moves the result more than making it vanish; equal bars keep
/// the order of the inputs.
///
/// # Errors
/// Inputs must be numbers, with low ≤ base ≤ high.
pub fn tornado(inputs: &[Swing], result: impl Fn(&[f64]) -> Figure) -> Figure<Vec<Bar>> {
    for swing in inputs {
        Field::Low.number(swing.low)?;
        Field::Likely.number(swing.base)?;
        Field::High.number(swing.high)?;
        Field::Low.require(swing.low <= swing.base, Must::NotExceed(Field::Likely))?;
        Field::Likely.require(swing.base <= swing.high, Must::NotExceed(Field::High))?;
    }
    let base: Vec<f64> = inputs.iter().map(|swing| swing.base).collect();
    let with = |input: usize, x: f64| {
        let mut point = base.clone();
        point[input] = x;
        result(&point)
    };
    let mut bars: Vec<Bar> = inputs
        .iter()
        .enumerate()
        .map(|(input, swing)| Bar { input, at_low: with(input, swing.low), at_high: with(input, swing.high) })
        .collect();
    let length = |bar: &Bar| bar.length().unwrap_or(f64::INFINITY);
    bars.sort_by(|a, b| length(b).total_cmp(&length(a)));
    Ok(bars)
}
