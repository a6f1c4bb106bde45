//! Cost of retention per client kept, per client saved, and for one more (F65).

use super::input::Input;
use super::run::Run;
use crate::figure::{Figure, NoFigure, figure, money};

/// Cost of retention per month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetentionCosts {
    /// Per client kept, most of whom would have stayed anyway: R/(1−c).
    pub per_kept: Figure,
    /// Per client saved, who would have left without it: R/(idle − c). Without spend, the cost of the first one.
    pub per_saved: Figure,
    /// Of one more client: 1/slope.
    pub one_more: Figure,
    /// Clients saved per month.
    pub saved_clients: Figure,
}

impl Run<'_> {
    /// Cost of retention at the number of clients of the start. Per kept client it is never more than per saved one, nor that more
    /// than for one more.
    pub fn retention_costs(&self) -> RetentionCosts {
        let effect = self.effect();
        let spent = effect.retention_per_client;
        let over = |saved: f64| if saved > 0.0 { money(spent / saved) } else { Err(NoFigure::NothingToShare) };
        let per_kept = over(1.0 - effect.churn);
        let Some((curve, _)) = &self.effects.curves else {
            let none = Err(NoFigure::NotAnswered);
            return RetentionCosts { per_kept, per_saved: none, one_more: none, saved_clients: none };
        };
        let saved = curve.idle() - effect.churn;
        let slope = curve.slope(spent);
        let one_more = if slope > 0.0 { money(1.0 / slope) } else { Err(NoFigure::NothingToShare) };
        RetentionCosts {
            per_kept,
            per_saved: if spent == 0.0 { one_more } else { over(saved) },
            one_more,
            saved_clients: figure(self.number(Input::Clients) * saved),
        }
    }
}
