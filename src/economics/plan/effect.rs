//! What a budget does, split between keeping and winning.

use super::curve::{KeepCurve, WinCurve};
use super::input::Input;
use super::monthly::{Drawn, Plan};
use crate::lanes::Lanes;

/// What the budget does, all per month (F54, F55).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Spent on keeping.
    pub keep: f64,
    /// Spent on winning.
    pub win: f64,
    /// Spent on keeping for each client.
    pub per_client: f64,
    /// Share of clients lost.
    pub churn: f64,
    /// Clients won.
    pub won: f64,
    /// Cost to acquire a client, on average; the stated one where nothing is spent on winning.
    pub cac: f64,
    /// Cost of one client more; `None` where nobody said what spending does.
    pub marginal_cac: Option<f64>,
}

/// The same in several runs at once.
pub(crate) struct Effects<const L: usize> {
    pub keep: Lanes<L>,
    pub win: Lanes<L>,
    pub per_client: Lanes<L>,
    pub churn: Lanes<L>,
    pub won: Lanes<L>,
    pub cac: Lanes<L>,
    /// What spending does, where somebody said it.
    pub curves: Option<(KeepCurve<L>, WinCurve<L>)>,
}

impl Plan {
    /// What the drawn budget does when the share `keep` of it is for keeping: one draw of the budget, split, with churn and
    /// the CAC by curves built from what was drawn.
    pub(crate) fn effects<const L: usize>(&self, drawn: &Drawn<L>, keep_share: f64) -> Effects<L> {
        let keep = drawn.of(Input::Budget) * keep_share;
        let win = drawn.of(Input::Budget) - keep;
        let heads = drawn.of(Input::Clients).map(|clients| clients.max(1.0));
        let per_client = keep / heads;
        let (stated_churn, stated_cac) = (drawn.of(Input::Churn), drawn.of(Input::Cac));
        if !self.is_answered() {
            let won = win.with(stated_cac, |win, cac| if win == 0.0 { 0.0 } else { win / cac });
            return Effects { keep, win, per_client, churn: stated_churn, won, cac: stated_cac, curves: None };
        }
        let keep_curve = KeepCurve::through(
            drawn.of(Input::RetentionSpend) / heads,
            self.likely_of(Input::Churn),
            stated_churn,
            drawn.of(Input::LowestChurn),
            drawn.of(Input::IdleChurn),
        );
        let win_curve = WinCurve::through(
            (self.likely_of(Input::AcquisitionSpend), drawn.of(Input::AcquisitionSpend)),
            (self.likely_of(Input::Cac), stated_cac),
            drawn.of(Input::MostNewClients),
        );
        let won = win_curve.won(win);
        let cac = Lanes::each(|l| if win[l] == 0.0 { stated_cac[l] } else { win[l] / won[l] });
        let churn = keep_curve.churn(per_client);
        Effects { keep, win, per_client, churn, won, cac, curves: Some((keep_curve, win_curve)) }
    }
}

impl Effects<1> {
    pub fn told(&self) -> Effect {
        let marginal_cac = self.curves.as_ref().map(|(_, win)| 1.0 / win.slope(self.win.only()));
        Effect {
            keep: self.keep.only(),
            win: self.win.only(),
            per_client: self.per_client.only(),
            churn: self.churn.only(),
            won: self.won.only(),
            cac: self.cac.only(),
            marginal_cac,
        }
    }
}
