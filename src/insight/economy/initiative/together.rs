//! What the initiatives that are carried out in a scenario are worth together.

use orbita_economics::{Figure, Initiatives, Luck, MonthlyPlan, Quantile, WorthSimulation};

use super::super::{SEED, plan};
use super::{RUNS, WorthRange, stated, takes_too_much};
use crate::model::Engagement;
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Initiative, Scenario};

/// The initiatives that are carried out in a scenario, together.
#[derive(Clone, Debug)]
pub struct Together {
    /// Those that can be valued, in their order.
    pub ids: Vec<InitiativeId>,
    /// Those of which nobody stated an effect or a cost, or that would take away more churn than there is.
    pub unvalued: Vec<InitiativeId>,
    /// The engine's view of them.
    initiatives: Initiatives,
}

/// What initiatives are worth together. Their effects overlap: the combined worth is at most the sum, and no client's churn falls
/// below the best (F71, F73).
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedWorth {
    /// All of them.
    pub combined: f64,
    /// The sum of each by itself.
    pub sum: f64,
    /// What each adds to the others, in the order of [`Together::ids`].
    pub marginal: Vec<f64>,
    /// The lowest churn of any group of clients, per period; `None` where it depends on age.
    pub lowest_churn: Option<f64>,
}

impl Together {
    /// Those that a scenario includes, with points of churn [read](Engagement::churn_of_points) at `churn` per period; `None`
    /// without one.
    ///
    /// # Errors
    /// At most twelve; costs inside the budget for keeping must fit into it and need answers about spending.
    pub fn of<'a>(
        scenario: &Scenario,
        plan: &MonthlyPlan,
        churn: f64,
        all: impl Iterator<Item = (InitiativeId, &'a Initiative)>,
    ) -> Figure<Option<Self>> {
        let included = all.filter(|(id, _)| scenario.initiatives.contains(id));
        let (mut ids, mut unvalued, mut chosen) = (Vec::new(), Vec::new(), Vec::new());
        for (id, initiative) in included {
            let stated = stated(id, initiative, scenario, churn);
            if stated.missing().is_some() || takes_too_much(initiative, churn) {
                unvalued.push(id);
            } else {
                ids.push(id);
                chosen.push(stated);
            }
        }
        if ids.is_empty() && unvalued.is_empty() {
            return Ok(None);
        }
        Ok(Some(Together { ids, unvalued, initiatives: Initiatives::new(plan, &chosen)? }))
    }

    /// Their worth with what is likely.
    ///
    /// # Errors
    /// As [`Initiatives::likely`].
    pub fn likely(&self, scenario: &Scenario) -> Figure<CombinedWorth> {
        let worth = self.initiatives.likely()?;
        Ok(CombinedWorth {
            combined: worth.combined,
            sum: worth.alone.iter().sum(),
            marginal: worth.marginal,
            lowest_churn: scenario
                .by_age
                .is_none()
                .then(|| plan::in_period(scenario, orbita_economics::Input::Churn, worth.lowest_churn)),
        })
    }

    /// The simulation of their worth; `None` where nobody stated a range.
    ///
    /// # Errors
    /// As [`WorthSimulation::new`].
    pub fn simulation(&self, luck: &Luck) -> Figure<Option<WorthSimulation>> {
        if !self.initiatives.has_range() {
            return Ok(None);
        }
        // One by itself comes to the very figures that are shown beside its name.
        let runs = if self.ids.len() == 1 { RUNS } else { TOGETHER_RUNS };
        WorthSimulation::new(&self.initiatives, luck, runs, SEED).map(Some)
    }
}

/// What the initiatives that a scenario includes add to its profit, all together: the median of their simulation, or what is likely
/// where nobody stated a range. `None` without one that has a value.
pub fn added(engagement: &Engagement, scenario: &Scenario) -> Option<Quantile> {
    let (plan, luck) = plan::alone(scenario).ok()?;
    let churn = engagement.churn_of_points()?;
    let together = Together::of(scenario, &plan, churn, engagement.initiatives()).ok().flatten()?;
    if together.ids.is_empty() {
        return None;
    }
    match together.simulation(&luck).ok()? {
        Some(simulation) => WorthRange::of(&simulation.finish().combined).ok().map(|range| range.median),
        None => together.likely(scenario).ok().map(|worth| Quantile { value: worth.combined, digits: 15 }),
    }
}

/// Each run projects every group of clients that some of the initiatives reach.
const TOGETHER_RUNS: u32 = 2_000;
