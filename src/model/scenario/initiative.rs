//! Initiatives: what they cost and should change.

use serde::{Deserialize, Serialize};

use super::{Bounds, is_default};
use crate::model::amount::Estimate;
use crate::model::key::Key;
use crate::model::merging::Merging;
use crate::model::quantity::CardId;
use crate::model::record::{Names, Record};

/// An action that removes a friction or is a practice, with what it costs and should change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// The name. Empty: named by the friction it removes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The friction that it removes, if it removes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friction: Option<CardId>,
    /// Cost paid once.
    pub cost_once: Estimate,
    /// Cost per period of the scenario.
    pub cost_per_period: Estimate,
    /// Share of the clients whom it reaches.
    pub reach: Estimate,
    /// Churn per period that it takes away from those reached, as a share (0.004 is 0.4 points).
    pub churn_cut: Estimate,
    /// Margin per client and period that it adds for those reached.
    pub margin_gain: Estimate,
    /// Clients per period that it wins beside the others.
    pub won: Estimate,
    /// Whether the budget for keeping pays its cost per period, and not money on top of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub inside: bool,
}

/// An input of an initiative that is an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// [`Initiative::cost_once`].
    CostOnce,
    /// [`Initiative::cost_per_period`].
    CostPerPeriod,
    /// [`Initiative::reach`].
    Reach,
    /// [`Initiative::churn_cut`].
    ChurnCut,
    /// [`Initiative::margin_gain`].
    MarginGain,
    /// [`Initiative::won`].
    Won,
}

impl Lever {
    /// Every lever, in the order in which people are asked.
    pub const ALL: [Lever; 6] =
        [Lever::CostOnce, Lever::CostPerPeriod, Lever::Reach, Lever::ChurnCut, Lever::MarginGain, Lever::Won];

    /// The least and the most that it may be.
    pub fn bounds(self) -> Bounds {
        match self {
            Lever::CostOnce | Lever::CostPerPeriod | Lever::Won => Bounds::MONEY,
            Lever::Reach => Bounds::SHARE,
            Lever::ChurnCut => Bounds { least: -1.0, most: 1.0 },
            Lever::MarginGain => Bounds { least: -Bounds::MONEY.most, most: Bounds::MONEY.most },
        }
    }
}

impl Initiative {
    /// One that reaches all clients, of which nothing else is known.
    pub fn against(friction: Option<CardId>) -> Self {
        Initiative { friction, reach: Estimate::exact(1.0).unwrap_or_default(), ..Initiative::default() }
    }

    /// An input that is an estimate.
    pub fn lever(&self, lever: Lever) -> &Estimate {
        match lever {
            Lever::CostOnce => &self.cost_once,
            Lever::CostPerPeriod => &self.cost_per_period,
            Lever::Reach => &self.reach,
            Lever::ChurnCut => &self.churn_cut,
            Lever::MarginGain => &self.margin_gain,
            Lever::Won => &self.won,
        }
    }

    /// The same input, to be changed.
    pub fn lever_mut(&mut self, lever: Lever) -> &mut Estimate {
        match lever {
            Lever::CostOnce => &mut self.cost_once,
            Lever::CostPerPeriod => &mut self.cost_per_period,
            Lever::Reach => &mut self.reach,
            Lever::ChurnCut => &mut self.churn_cut,
            Lever::MarginGain => &mut self.margin_gain,
            Lever::Won => &mut self.won,
        }
    }
}

impl Record for Initiative {
    const IS_TRIED_OUT: bool = true;

    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let mut merged = Initiative {
            name: to.text(&base.name, &ours.name, &theirs.name),
            friction: to.value(&base.friction, &ours.friction, &theirs.friction),
            inside: to.value(&base.inside, &ours.inside, &theirs.inside),
            ..theirs.clone()
        };
        for lever in Lever::ALL {
            let of = |initiative: &Initiative| *initiative.lever(lever);
            *merged.lever_mut(lever) = to.value(&of(base), &of(ours), &of(theirs));
        }
        merged
    }

    fn is_sound(&self) -> bool {
        Lever::ALL.into_iter().all(|lever| lever.bounds().hold(self.lever(lever)))
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.friction.into_iter().for_each(|card| need(Key::Card(card)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.friction = self.friction.filter(|card| !gone(Key::Card(*card)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.friction = self.friction.map(|card| names.card(card));
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.name);
    }
}
