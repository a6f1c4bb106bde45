//! What spending does, in each of several runs (F55-F57).

use libm::{exp, expm1, log, log1p};

use crate::lanes::Lanes;

/// The exponent at a spending. At no spending it is 0 even where the first unit of money does everything.
fn bent(bend: f64, spent: f64) -> f64 {
    if spent == 0.0 { 0.0 } else { bend * spent }
}

/// Churn a month by spending per client and month: through today's likely point with the drawn answers, then moved in
/// proportion by the drawn churn. (c_d/c_l) [best + (idle − best) x^(R/R_today)], at most 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeepCurve<const L: usize> {
    scale: Lanes<L>,
    best: Lanes<L>,
    /// idle − best.
    span: Lanes<L>,
    /// ln x / R_today, x = (c_l − best)/(idle − best).
    bend: Lanes<L>,
}

impl<const L: usize> KeepCurve<L> {
    /// `today` is spending per client today, `likely` the churn there, `drawn` what it is in each run.
    pub fn through(today: Lanes<L>, likely: f64, drawn: Lanes<L>, best: Lanes<L>, idle: Lanes<L>) -> Self {
        let span = idle - best;
        let above = best.map(|best| likely - best);
        let share = above.with(span, |above, span| if span > 0.0 { (above / span).clamp(0.0, 1.0) } else { 1.0 });
        let bend = share.with(today, |share, today| if share == 1.0 { 0.0 } else { log(share) / today });
        KeepCurve { scale: drawn / likely, best, span, bend }
    }

    fn above_best(&self, per_client: Lanes<L>) -> Lanes<L> {
        self.span * self.bend.with(per_client, |bend, spent| exp(bent(bend, spent)))
    }

    pub fn churn(&self, per_client: Lanes<L>) -> Lanes<L> {
        (self.scale * (self.best + self.above_best(per_client))).map(|churn| churn.min(1.0))
    }

    /// The churn that no spending goes below.
    pub fn floor(&self) -> Lanes<L> {
        self.scale * self.best
    }
}

impl KeepCurve<1> {
    /// Churn without spending.
    pub fn idle(&self) -> f64 {
        self.churn(Lanes::ZERO).only()
    }

    /// Churn taken away by one unit of money more per client and month.
    pub fn slope(&self, per_client: f64) -> f64 {
        let per_client = Lanes::all(per_client);
        if self.churn(per_client).only() >= 1.0 {
            return 0.0;
        }
        -(self.scale * self.bend * self.above_best(per_client)).only()
    }
}

/// Clients won a month by spending on winning: M (W_d/W_l) (CAC_l/CAC_d) (1 − y^(W/W_d)), y = 1 − (W_l/CAC_l)/M.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WinCurve<const L: usize> {
    /// Clients won at any price.
    most: Lanes<L>,
    /// ln y / W_d.
    bend: Lanes<L>,
}

impl<const L: usize> WinCurve<L> {
    /// `win` and `cac` are today's, the likely and the drawn ones; `most` is drawn.
    pub fn through(win: (f64, Lanes<L>), cac: (f64, Lanes<L>), most: Lanes<L>) -> Self {
        let won_today = win.0 / cac.0;
        let bend = most.with(win.1, |most, win| {
            let share = (won_today / most).min(1.0);
            if share == 0.0 { 0.0 } else { log1p(-share) / win }
        });
        WinCurve { most: most * (win.1 / win.0) * (Lanes::all(cac.0) / cac.1), bend }
    }

    pub fn won(&self, win: Lanes<L>) -> Lanes<L> {
        let share = self.bend.with(win, |bend, spent| if spent == 0.0 { 0.0 } else { -expm1(bend * spent) });
        self.most * share
    }
}

impl WinCurve<1> {
    /// Clients won by one unit of money more.
    pub fn slope(&self, win: f64) -> f64 {
        -(self.most * self.bend).only() * exp(bent(self.bend.only(), win))
    }
}
