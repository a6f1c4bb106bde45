//! How churn and new clients respond to spending, in several runs at once (F55-F57).

use libm::{exp, expm1, log, log1p};

use crate::lanes::Lanes;

/// A sum of shares is 1 to this digit.
const ROUNDING: f64 = 1e-12;

/// The exponent at a spend. Without spend it is 0, even on a curve that the first unit of money bends all the way.
fn bent(bend: f64, spent: f64) -> f64 {
    if spent == 0.0 { 0.0 } else { bend * spent }
}

/// Churn per month by retention spend per client and month R: a curve through the current point, with the likely churn and
/// the drawn answers, scaled by the drawn churn. (c_d/c_l) [lowest + (idle − lowest) x^(R/R_now)], at most 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RetentionCurve<const L: usize> {
    scale: Lanes<L>,
    lowest: Lanes<L>,
    /// idle − lowest.
    span: Lanes<L>,
    /// ln x / R_now, x = (c_l − lowest)/(idle − lowest).
    bend: Lanes<L>,
}

impl<const L: usize> RetentionCurve<L> {
    /// `now` is the current spend per client, `likely` the churn at it, `drawn` that churn in each run.
    pub fn through(now: Lanes<L>, likely: f64, drawn: Lanes<L>, lowest: Lanes<L>, idle: Lanes<L>) -> Self {
        let span = idle - lowest;
        let above = lowest.map(|lowest| likely - lowest);
        let share = above.with(span, |above, span| if span > 0.0 { (above / span).clamp(0.0, 1.0) } else { 1.0 });
        let bend = share.with(now, |share, now| if share == 1.0 { 0.0 } else { log(share) / now });
        RetentionCurve { scale: drawn / likely, lowest, span, bend }
    }

    fn above_lowest(&self, per_client: Lanes<L>) -> Lanes<L> {
        self.span * self.bend.with(per_client, |bend, spent| exp(bent(bend, spent)))
    }

    /// The curve, which lies above 1 where the drawn churn is far above the likely one.
    fn unbounded(&self, per_client: Lanes<L>) -> Lanes<L> {
        self.scale * (self.lowest + self.above_lowest(per_client))
    }

    pub fn churn(&self, per_client: Lanes<L>) -> Lanes<L> {
        self.unbounded(per_client).map(|churn| churn.min(1.0))
    }

    /// The lowest churn that any spend reaches.
    pub fn floor(&self) -> Lanes<L> {
        self.scale * self.lowest
    }
}

impl RetentionCurve<1> {
    /// Churn without spend.
    pub fn idle(&self) -> f64 {
        self.churn(Lanes::ZERO).only()
    }

    /// By how much one more unit of money per client and month lowers churn.
    pub fn slope(&self, per_client: f64) -> f64 {
        let per_client = Lanes::all(per_client);
        // Where everybody leaves for nothing, the first unit of money keeps some.
        if self.unbounded(per_client).only() > 1.0 + ROUNDING {
            return 0.0;
        }
        -(self.scale * self.bend * self.above_lowest(per_client)).only()
    }
}

/// New clients per month by acquisition spend W: M (W_d/W_l) (CAC_l/CAC_d) (1 − y^(W/W_d)), y = 1 − (W_l/CAC_l)/M.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AcquisitionCurve<const L: usize> {
    /// New clients at any price.
    most: Lanes<L>,
    /// ln y / W_d.
    bend: Lanes<L>,
}

impl<const L: usize> AcquisitionCurve<L> {
    /// `spend` and `cac` are the current ones, likely and drawn; `most` is drawn.
    pub fn through(spend: (f64, Lanes<L>), cac: (f64, Lanes<L>), most: Lanes<L>) -> Self {
        let now = spend.0 / cac.0;
        let bend = most.with(spend.1, |most, spend| {
            let share = (now / most).min(1.0);
            if share == 0.0 { 0.0 } else { log1p(-share) / spend }
        });
        AcquisitionCurve { most: most * (spend.1 / spend.0) * (Lanes::all(cac.0) / cac.1), bend }
    }

    pub fn new_clients(&self, spend: Lanes<L>) -> Lanes<L> {
        let share = self.bend.with(spend, |bend, spent| if spent == 0.0 { 0.0 } else { -expm1(bend * spent) });
        self.most * share
    }
}

impl AcquisitionCurve<1> {
    /// New clients by one more unit of money.
    pub fn slope(&self, spend: f64) -> f64 {
        -(self.most * self.bend).only() * exp(bent(self.bend.only(), spend))
    }
}
