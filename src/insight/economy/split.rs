//! Where the budget does most: the value over the split, and average against marginal costs.

use orbita_economics::{Figure, Market, NoFigure, Optimum, Peak, Plateau, plateau};

use super::plan;
use crate::model::amount::Amount;
use crate::model::scenario::Scenario;

/// Shares tried on the way from 0 to 1.
const STEPS: u32 = 50;

/// How much of the best profit may be lost for a split to count as good.
pub const GOOD: f64 = 0.03;

/// The profit over the horizon by the share of the budget for keeping.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitCurve {
    /// Shares with their profit; those that have no figure are left out.
    pub points: Vec<Peak>,
    /// The best share, and those within [`GOOD`] of it.
    pub best: Plateau,
}

/// The curve of a scenario, all else as it is.
///
/// # Errors
/// When no share has a figure.
pub fn curve(scenario: &Scenario) -> Figure<SplitCurve> {
    let profit = |share: f64| profit_at(scenario, share);
    let share = |step| f64::from(step) / f64::from(STEPS);
    let point = |step| Some(Peak { at: share(step), value: profit(share(step)).ok()? });
    let best = plateau(profit, 0.0, 1.0, STEPS, GOOD)?;
    Ok(SplitCurve { points: (0..=STEPS).filter_map(point).collect(), best })
}

fn profit_at(scenario: &Scenario, share: f64) -> Figure {
    let keep = Amount::new(share).unwrap_or(scenario.keep);
    let plan = plan::likely(&Scenario { keep, ..scenario.clone() })?;
    let projection = plan.project(scenario.periods())?;
    Ok(projection.profit.last().copied().unwrap_or(0.0))
}

/// What winning and keeping a client cost, on average and for one more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Of a client won, on average.
    pub average_win: Figure,
    /// Of a client kept for a period, on average.
    pub average_keep: Figure,
    /// Of one client more won.
    pub marginal_win: Figure,
    /// Of one client more kept.
    pub marginal_keep: Figure,
}

impl Costs {
    /// How many times dearer winning is on average: the figure that is quoted.
    ///
    /// # Errors
    /// Those of the costs.
    pub fn average_ratio(&self) -> Figure {
        ratio(self.average_win, self.average_keep)
    }

    /// How many times dearer one more client won is than one more kept: the figure that decides.
    ///
    /// # Errors
    /// Those of the costs.
    pub fn marginal_ratio(&self) -> Figure {
        ratio(self.marginal_win, self.marginal_keep)
    }
}

fn ratio(one: Figure, other: Figure) -> Figure {
    let ratio = one? / other?;
    if ratio.is_finite() { Ok(ratio) } else { Err(NoFigure::NothingToShare) }
}

/// The costs as the budget is split now, and where the two marginal costs meet (F36).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paradox {
    /// As the budget is split now.
    pub now: Costs,
    /// As it is spent today, by the answers; `None` where that is the same.
    pub today: Option<Costs>,
    /// At the best spending for each client and prospect.
    pub best: Costs,
}

/// Takes the claim "keeping is five times cheaper" apart; `None` where nobody said what spending does.
///
/// # Errors
/// As [`plan::effect`], and when no spending pays.
pub fn paradox(scenario: &Scenario) -> Figure<Option<Paradox>> {
    let Some((keep, win)) = plan::responses(scenario)? else { return Ok(None) };
    let effect = plan::effect(scenario)?;
    let stream = plan::likely(scenario)?.stream();
    let market = Market { margin: stream.margin, discount: stream.discount, win, keep };
    let Optimum { average_win, average_keep, marginal_win, marginal_keep, .. } = market.optimum()?;
    let costs = |keep_spent: f64, win_spent: f64| {
        let kept = keep_spent / scenario.clients.likely().max(1.0);
        let per_prospect = plan::per_prospect(scenario, win_spent);
        Costs {
            average_win: win.average_cost(per_prospect),
            average_keep: keep.average_cost(kept),
            marginal_win: win.marginal_cost(per_prospect),
            marginal_keep: keep.marginal_cost(kept),
        }
    };
    let answers = scenario.response.filter(|answers| {
        (answers.keep_today.get() - effect.keep).abs() > 1e-6 || (answers.win_today.get() - effect.win).abs() > 1e-6
    });
    Ok(Some(Paradox {
        // Without spending on winning the CAC is the stated one.
        now: Costs {
            average_win: Ok(effect.cac),
            marginal_win: Ok(effect.marginal_cac.unwrap_or(effect.cac)),
            ..costs(effect.keep, effect.win)
        },
        today: answers.map(|answers| costs(answers.keep_today.get(), answers.win_today.get())),
        best: Costs { average_win, average_keep, marginal_win, marginal_keep },
    }))
}
