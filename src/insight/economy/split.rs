//! Where the budget does most: the profit over the split, and average against marginal costs.

use orbita_economics::{BestShare, Figure, Market, MonthlyPlan, NoFigure, Optimum, PaymentTerms, Peak};

use super::{finite, plan};
use crate::model::amount::{Amount, Estimate};
use crate::model::scenario::{Quantity, Scenario};

/// Shares tried on the way from 0 to 1.
const STEPS: u32 = 50;

/// How much of the best profit may be lost for a split to count as good.
pub const GOOD: f64 = 0.03;

/// A budget has to differ by this share of itself to be worth a word.
const WORTH_A_WORD: f64 = 0.02;

/// The profit over the horizon by the share of the budget for keeping.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitCurve {
    /// Shares with their profit; those that have no figure are left out.
    pub points: Vec<Peak>,
    /// The best share, those within [`GOOD`] of it, and what they lose (F83).
    pub best: BestShare,
    /// A smaller budget that would earn more, where no split uses this one well.
    pub less: Option<Less>,
}

/// A smaller budget that earns more, split as it earns most, than the whole budget at its best split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Less {
    /// The budget per period.
    pub budget: f64,
    /// The share of it for keeping.
    pub keep: f64,
    /// How much more it earns over the horizon.
    pub gain: f64,
    /// The same with the clients left at its end (F64), of whom a smaller budget leaves fewer.
    pub gain_with_left: Figure,
}

/// The curve of a scenario, all else as it is.
///
/// # Errors
/// When no share has a figure, or there is no budget to split.
pub fn curve(scenario: &Scenario) -> Figure<SplitCurve> {
    if scenario.budget.likely() <= 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let plan = plan::plan(scenario)?;
    let share = |step| f64::from(step) / f64::from(STEPS);
    let point = |step| Some(Peak { at: share(step), value: plan.profit_at(share(step)).ok()? });
    let best = plan.best_share(GOOD)?;
    Ok(SplitCurve {
        points: (0..=STEPS).filter_map(point).collect(),
        best,
        less: less(scenario, &best).unwrap_or_default(),
    })
}

/// How often the budget and its split are sought one after the other: each finds little after the first time.
const ROUNDS: u32 = 2;

fn less(scenario: &Scenario, best: &BestShare) -> Figure<Option<Less>> {
    let split = |keep: f64, budget: f64| {
        let budget = Estimate::exact(budget).ok_or(NoFigure::TooLarge)?;
        Ok(Scenario { keep: Amount::new(keep).ok_or(NoFigure::TooLarge)?, budget, ..scenario.clone() })
    };
    let whole = split(best.top_share, scenario.budget.likely())?;
    let (mut there, mut keep, mut budget) = (plan::plan(&whole)?, best.top_share, scenario.budget.likely());
    for _ in 0..ROUNDS {
        budget = plan::in_period(scenario, orbita_economics::Input::Budget, there.best_budget()?.at);
        if budget >= scenario.budget.likely() * (1.0 - WORTH_A_WORD) {
            return Ok(None);
        }
        there = plan::plan(&split(keep, budget)?)?;
        if budget > 0.0 {
            keep = there.best_share(GOOD)?.top_share;
            there = plan::plan(&split(keep, budget)?)?;
        }
    }
    let gain = there.likely().profit()? - best.top;
    let with_left = |plan: &MonthlyPlan| plan.likely().with_terminal_value()?.total;
    let gain_with_left = plan::plan(&whole).and_then(|whole| Ok(with_left(&there)? - with_left(&whole)?));
    Ok((gain > 0.0).then_some(Less { budget, keep, gain, gain_with_left }))
}

/// What winning and keeping a client cost, on average and for one more; keeping per month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Of a client won, on average; none where nothing is spent on winning.
    pub average_win: Figure,
    /// Of a client kept for a month, on average; none where nothing is spent on keeping. Most of them would have stayed for nothing.
    pub average_keep: Figure,
    /// Of a client saved in a month: of those who would have left for nothing.
    pub saved: Figure,
    /// Of one client more won.
    pub marginal_win: Figure,
    /// Of one client more kept.
    pub marginal_keep: Figure,
}

impl Costs {
    /// Whether nothing is spent at all, so that there is no average of either side.
    pub fn of_nothing(&self) -> bool {
        self.average_win.is_err() && self.average_keep.is_err()
    }

    /// How many times as much winning costs on average: the figure that is quoted.
    ///
    /// # Errors
    /// Those of the costs.
    pub fn average_ratio(&self) -> Figure {
        ratio(self.average_win, self.average_keep)
    }

    /// How many times as much winning a client costs as saving one.
    ///
    /// # Errors
    /// Those of the costs.
    pub fn saved_ratio(&self) -> Figure {
        ratio(self.average_win, self.saved)
    }

    /// Whether most of those kept would have stayed for nothing: what is spent makes each of them cheaper than each one saved, by as
    /// much as there are more of them.
    pub fn most_stay_anyway(&self) -> bool {
        match (self.average_keep, self.saved) {
            (Ok(kept), Ok(saved)) => 2.0 * kept < saved,
            // Without spending all of them do.
            (kept, _) => kept.is_err(),
        }
    }

    /// How many times as much one more client won costs as one more kept: the figure that decides.
    ///
    /// # Errors
    /// Those of the costs.
    pub fn marginal_ratio(&self) -> Figure {
        ratio(self.marginal_win, self.marginal_keep)
    }
}

fn ratio(one: Figure, other: Figure) -> Figure {
    let ratio = one? / other?;
    if ratio.is_finite() { Ok(significant(ratio)) } else { Err(NoFigure::NothingToShare) }
}

/// A ratio of a hundred or more with the three digits that it can hold.
fn significant(ratio: f64) -> f64 {
    let unit = 10.0_f64.powf(ratio.log10().floor() - 2.0);
    if ratio < 100.0 { ratio } else { (ratio / unit).round() * unit }
}

/// The costs as the budget is split now, and where the two marginal costs meet (F36).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paradox {
    /// As the budget is split now.
    pub now: Costs,
    /// As it is spent today, by the answers; `None` where that is the same.
    pub today: Option<Costs>,
    /// How many times as much winning costs on average at the best spending for each client and prospect, where one more of both
    /// costs the same.
    pub best_average_ratio: Figure,
}

/// Takes the claim "keeping is five times cheaper" apart; `None` where nobody said what spending does.
///
/// # Errors
/// As [`plan::plan`]; [`NoFigure::NoSingleRate`] with churn by age.
pub fn paradox(scenario: &Scenario) -> Figure<Option<Paradox>> {
    let Some(response) = scenario.answers() else { return Ok(None) };
    if scenario.by_age.is_some() {
        return Err(NoFigure::NoSingleRate);
    }
    if !scenario.has_one_client() {
        return Err(NoFigure::NobodyThere);
    }
    let (keep, win) = (response.keep_today.likely(), response.win_today.likely());
    let now = plan::effect(scenario)?;
    let differs = (keep - now.keep).abs() > 1e-6 * keep || (win - now.win).abs() > 1e-6 * win;
    let today = || {
        let share = Amount::new(keep / (keep + win))?;
        let budget = crate::model::amount::Estimate::exact(keep + win)?;
        costs(&Scenario { keep: share, budget, ..scenario.clone() }).ok()
    };
    Ok(Some(Paradox {
        now: costs(scenario)?,
        today: if differs { today() } else { None },
        best_average_ratio: best_average_ratio(scenario),
    }))
}

fn costs(scenario: &Scenario) -> Figure<Costs> {
    let plan = plan::plan(scenario)?;
    let run = plan.likely();
    let (effect, keeping) = (run.effect(), run.retention_costs());
    Ok(Costs {
        // Without spending on winning the CAC is the stated one, which nobody pays.
        average_win: spent(effect.acquisition_spend).and(finite(effect.cac)),
        average_keep: spent(effect.retention_spend).and(keeping.per_kept),
        saved: keeping.per_saved,
        marginal_win: finite(effect.marginal_cac.unwrap_or(effect.cac)),
        marginal_keep: keeping.one_more,
    })
}

/// What nothing is spent on costs nothing on average, and that is no cost.
fn spent(sum: f64) -> Figure {
    if sum > 0.0 { Ok(sum) } else { Err(NoFigure::NothingToShare) }
}

/// The optimum knows clients who pay the same each month: of others it says nothing.
fn best_average_ratio(scenario: &Scenario) -> Figure {
    let is_simple =
        scenario.quantity(Quantity::Growth).likely() == 0.0 && plan::terms(scenario) == PaymentTerms::MONTHLY;
    if !is_simple {
        return Err(NoFigure::NotAnswered);
    }
    let plan = plan::plan(scenario)?;
    let (keep, win) = plan::responses(&plan)?.ok_or(NoFigure::NotAnswered)?;
    let run = plan.likely();
    let client = run.client();
    let market = Market { margin: client.margin, discount: client.discount, win, keep };
    let Optimum { average_win, average_keep, .. } = market.optimum()?;
    ratio(average_win, average_keep)
}
