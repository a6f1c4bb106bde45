//! The effect of a budget, split between retention and acquisition.

use super::curve::{AcquisitionCurve, RetentionCurve};
use super::input::Input;
use super::monthly::{Drawn, MonthlyPlan};
use crate::lanes::Lanes;

/// The effect of the budget, all per month (F54, F55).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Retention spend.
    pub retention_spend: f64,
    /// Acquisition spend.
    pub acquisition_spend: f64,
    /// Retention spend per client.
    pub retention_per_client: f64,
    /// Share of clients lost.
    pub churn: f64,
    /// New clients.
    pub new_clients: f64,
    /// Average cost to acquire a client; the stated CAC where nothing is spent on acquisition.
    pub cac: f64,
    /// Cost of one more client; `None` without answers about spending.
    pub marginal_cac: Option<f64>,
}

/// The same in several runs at once.
pub(crate) struct Effects<const L: usize> {
    pub retention_spend: Lanes<L>,
    pub acquisition_spend: Lanes<L>,
    pub retention_per_client: Lanes<L>,
    pub churn: Lanes<L>,
    pub new_clients: Lanes<L>,
    pub cac: Lanes<L>,
    /// The response to spending, where it was stated.
    pub curves: Option<(RetentionCurve<L>, AcquisitionCurve<L>)>,
}

impl MonthlyPlan {
    /// The effect of the drawn budget with this share of it for retention: one draw of the budget, split, and churn and CAC
    /// read off curves built from what was drawn.
    pub(crate) fn effects<const L: usize>(&self, drawn: &Drawn<L>, retention_share: f64) -> Effects<L> {
        let retention_spend = drawn.of(Input::Budget) * retention_share;
        let acquisition_spend = drawn.of(Input::Budget) - retention_spend;
        let heads = drawn.of(Input::Clients).map(|clients| clients.max(1.0));
        let retention_per_client = retention_spend / heads;
        let (churn, cac) = (drawn.of(Input::Churn), drawn.of(Input::Cac));
        let or_none =
            |spend: Lanes<L>, cac: Lanes<L>| spend.with(cac, |spend, cac| if spend == 0.0 { 0.0 } else { spend / cac });
        let stated = Effects {
            retention_spend,
            acquisition_spend,
            retention_per_client,
            churn,
            new_clients: or_none(acquisition_spend, cac),
            cac,
            curves: None,
        };
        if !self.is_answered() {
            return stated;
        }
        let retention = RetentionCurve::through(
            drawn.of(Input::RetentionSpend) / heads,
            self.likely_of(Input::Churn),
            churn,
            drawn.of(Input::LowestChurn),
            drawn.of(Input::IdleChurn),
        );
        let acquisition = AcquisitionCurve::through(
            (self.likely_of(Input::AcquisitionSpend), drawn.of(Input::AcquisitionSpend)),
            (self.likely_of(Input::Cac), cac),
            drawn.of(Input::MostNewClients),
        );
        let new_clients = acquisition.new_clients(acquisition_spend);
        let spent = |l: usize| acquisition_spend[l] != 0.0;
        Effects {
            churn: retention.churn(retention_per_client),
            cac: Lanes::each(|l| if spent(l) { acquisition_spend[l] / new_clients[l] } else { cac[l] }),
            new_clients,
            curves: Some((retention, acquisition)),
            ..stated
        }
    }
}

impl Effects<1> {
    /// The effect in the only run.
    pub fn single(&self) -> Effect {
        let spend = self.acquisition_spend.only();
        Effect {
            retention_spend: self.retention_spend.only(),
            acquisition_spend: spend,
            retention_per_client: self.retention_per_client.only(),
            churn: self.churn.only(),
            new_clients: self.new_clients.only(),
            cac: self.cac.only(),
            marginal_cac: self.curves.as_ref().map(|(_, acquisition)| 1.0 / acquisition.slope(spend)),
        }
    }
}
