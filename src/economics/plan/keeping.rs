//! What keeping costs: for a client kept, for one saved, for one more (F65).

use super::input::Input;
use super::run::Run;
use crate::figure::{Figure, NoFigure, figure, money};

/// What keeping costs a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetentionCosts {
    /// For each client kept, most of whom would have stayed in any case: R/(1−c).
    pub kept: Figure,
    /// For each client saved, of those who would have left without it: R/(idle − c). Where nothing is spent, what the first
    /// one would cost.
    pub saved: Figure,
    /// For one client more: 1/slope.
    pub one_more: Figure,
    /// Clients saved a month.
    pub saved_clients: Figure,
}

impl Run<'_> {
    /// What keeping costs at today's number of clients; on average, for those it saves, and for one more. In this order they
    /// never fall.
    pub fn retention_costs(&self) -> RetentionCosts {
        let effect = self.effect();
        let spent = effect.per_client;
        let over = |saved: f64| if saved > 0.0 { money(spent / saved) } else { Err(NoFigure::NothingToShare) };
        let kept = over(1.0 - effect.churn);
        let Some((curve, _)) = &self.effects.curves else {
            let none = Err(NoFigure::NotAnswered);
            return RetentionCosts { kept, saved: none, one_more: none, saved_clients: none };
        };
        let saved = curve.idle() - effect.churn;
        let slope = curve.slope(spent);
        let one_more = if slope > 0.0 { money(1.0 / slope) } else { Err(NoFigure::NothingToShare) };
        RetentionCosts {
            kept,
            saved: if spent == 0.0 { one_more } else { over(saved) },
            one_more,
            saved_clients: figure(self.number(Input::Clients) * saved),
        }
    }
}
