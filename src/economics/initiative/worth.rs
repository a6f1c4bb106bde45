//! The value of initiatives to a plan: profit with them less profit without (F70-F73).

use super::stated::{CostFrom, Initiative, InitiativeInput};
use crate::draw::Score;
use crate::estimate::Spread;
use crate::figure::{Field, Figure, Must, NoFigure, figure, money};
use crate::lanes::Lanes;
use crate::plan::{
    Class, Drawn, Effects, Input, MonthlyPlan, Overlap, Projector, RetentionBudget, RetentionSpending, Setup,
};
use crate::solve::crossing;

/// Each initiative doubles the groups of clients.
const MOST: u32 = 12;
/// Sums that differ by this share of themselves are the same sum.
const ROUNDING: f64 = 1e-9;
/// Random streams of initiatives start here, beyond those of plans.
const STREAMS: u32 = 0x8000_0000;

/// Initiatives selected for a plan.
#[derive(Debug, Clone)]
pub struct Initiatives {
    pub(super) plan: MonthlyPlan,
    chosen: Vec<Initiative>,
    spreads: Vec<[Spread; InitiativeInput::ALL.len()]>,
}

/// The value of initiatives over the horizon of their plan, in today's money.
#[derive(Debug, Clone, PartialEq)]
pub struct InitiativesWorth {
    /// Each on its own.
    pub alone: Vec<f64>,
    /// Profit with all of them less profit without. More than the sum of `alone` where they reinforce each other.
    pub direct: f64,
    /// All of them together: `direct`, but at most the sum of `alone`. Synergy is not claimed.
    pub combined: f64,
    /// What each adds to the others: combined less combined without it.
    pub marginal: Vec<f64>,
    /// Churn of the plan per month with what is left of the retention budget; where it depends on age, that of today's clients.
    pub churn: f64,
    /// The lowest churn of any group of clients, likewise.
    pub lowest_churn: f64,
}

/// The drawn inputs of the initiatives in several runs.
pub(super) struct Levers<const L: usize>(Vec<[Lanes<L>; InitiativeInput::ALL.len()]>);

impl<const L: usize> Levers<L> {
    fn of(&self, initiative: usize, input: InitiativeInput) -> Lanes<L> {
        self.0[initiative][input as usize]
    }
}

impl Initiatives {
    /// Selects initiatives for a plan.
    ///
    /// # Errors
    /// At most 12. Costs and new clients must not be negative, reach must be a share. Costs paid from the retention budget need
    /// answers about spending ([`NoFigure::NotAnswered`]), and must not exceed that budget.
    pub fn new(plan: &MonthlyPlan, chosen: &[Initiative]) -> Figure<Self> {
        Field::Initiatives.at_most(chosen.len(), MOST)?;
        let mut spreads = Vec::with_capacity(chosen.len());
        let mut from_retention = 0.0;
        for initiative in chosen {
            initiative.check()?;
            let spread =
                |input: InitiativeInput| Spread::new(input.field(), initiative.estimate(input), input.bounds());
            spreads.push([
                spread(InitiativeInput::CostOnce)?,
                spread(InitiativeInput::CostPerMonth)?,
                spread(InitiativeInput::Reach)?,
                spread(InitiativeInput::ChurnCut)?,
                spread(InitiativeInput::MarginGain)?,
                spread(InitiativeInput::NewClients)?,
            ]);
            if initiative.cost_from == CostFrom::RetentionBudget {
                if !plan.is_answered() {
                    return Err(NoFigure::NotAnswered);
                }
                from_retention += initiative.cost_per_month.likely;
            }
        }
        let budget = plan.likely().effect().retention_spend;
        // All of the budget is within it, whatever its last digit came to.
        let within = from_retention <= budget * (1.0 + ROUNDING);
        Field::CostInside.require(within, Must::NotExceed(Field::Budget))?;
        Ok(Initiatives { plan: plan.clone(), chosen: chosen.to_vec(), spreads })
    }

    /// The number of initiatives.
    pub fn count(&self) -> usize {
        self.chosen.len()
    }

    /// Whether any input of theirs or of the plan is a range.
    pub fn has_range(&self) -> bool {
        let of_plan = Input::ALL.into_iter().any(|input| self.plan.is_range(input));
        of_plan || self.spreads.iter().flatten().any(Spread::is_range)
    }

    pub(super) fn all(&self) -> u32 {
        (1u32 << self.chosen.len()) - 1
    }

    pub(super) fn levers<const L: usize>(&self, score: impl Fn(Score, usize) -> f64) -> Levers<L> {
        let of = |(initiative, spreads): (&Initiative, &[Spread; InitiativeInput::ALL.len()])| {
            InitiativeInput::ALL.map(|input| {
                let spread = spreads[input as usize];
                if !spread.is_range() {
                    return Lanes::all(spread.likely());
                }
                let stream = initiative.luck.wrapping_mul(8).wrapping_add(input as u32) | STREAMS;
                Lanes::each(|l| spread.at(score(Score::new(stream), l)))
            })
        };
        Levers(self.chosen.iter().zip(&self.spreads).map(of).collect())
    }

    /// The plan with a set of the initiatives, one bit each, in several runs.
    pub(super) fn setup<'a, const L: usize>(
        &'a self,
        levers: &Levers<L>,
        drawn: &Drawn<L>,
        effects: &Effects<L>,
        chosen: u32,
    ) -> Setup<'a, L> {
        let mut setup = self.plan.setup(drawn, effects);
        let members: Vec<usize> = (0..self.count()).filter(|at| chosen >> at & 1 == 1).collect();
        if members.is_empty() {
            return setup;
        }
        for at in &members {
            let monthly = levers.of(*at, InitiativeInput::CostPerMonth);
            match self.chosen[*at].cost_from {
                CostFrom::OnTop => setup.on_top = setup.on_top + monthly,
                CostFrom::RetentionBudget => setup.from_retention = setup.from_retention + monthly,
            }
            setup.once = setup.once + levers.of(*at, InitiativeInput::CostOnce);
            setup.new_clients = setup.new_clients + levers.of(*at, InitiativeInput::NewClients);
        }
        let mut lowest = Lanes::ZERO;
        if let Some((curve, _)) = &effects.curves {
            lowest = curve.floor();
            // What is left of the retention budget works on the curve; in a run whose costs exceed it, nothing is left.
            let heads = drawn.of(Input::Clients).map(|clients| clients.max(1.0));
            let left = ((effects.retention_spend - setup.from_retention) / heads).map(|left| left.max(0.0));
            setup.churn = curve.churn(left);
            if self.plan.retention_budget == RetentionBudget::PerClient {
                setup.retention = RetentionSpending::PerClient(left);
            }
        }
        setup.classes = classes(&members, levers, setup.margin);
        let stated = self.plan.stated_in_one();
        let cuts = (0..self.count()).map(|at| levers.of(at, InitiativeInput::ChurnCut) * stated).collect();
        setup.overlap = Some(Overlap { lowest, cuts });
        setup
    }

    /// Their value with likely numbers.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`].
    pub fn likely(&self) -> Figure<InitiativesWorth> {
        let drawn = self.plan.draw::<1>(|_, _| 0.0);
        let effects = self.plan.effects(&drawn, self.plan.retention_share);
        let levers = self.levers::<1>(|_, _| 0.0);
        let profit = |chosen: u32| {
            let end = Projector::run(self.setup(&levers, &drawn, &effects, chosen), self.plan.horizon());
            money(end.profit().only())
        };
        let without = profit(0)?;
        let worth = |chosen: u32| money(profit(chosen)? - without);
        let alone = (0..self.count()).map(|at| worth(1 << at)).collect::<Figure<Vec<f64>>>()?;
        let direct = worth(self.all())?;
        let together = |direct: f64, left_out: Option<usize>| {
            let sum = (0..self.count()).filter(|at| Some(*at) != left_out).map(|at| alone[at]).sum();
            direct.min(sum)
        };
        let combined = together(direct, None);
        let marginal = |at: usize| {
            let others = together(worth(self.all() & !(1 << at))?, Some(at));
            money(combined - others)
        };
        let start = Projector::new(self.setup(&levers, &drawn, &effects, self.all()));
        Ok(InitiativesWorth {
            marginal: (0..self.count()).map(marginal).collect::<Figure<Vec<f64>>>()?,
            churn: self.in_force(start.level().only())?,
            lowest_churn: self.in_force(start.lowest_churn().only())?,
            alone,
            direct,
            combined,
        })
    }

    /// A churn in terms of the stated one, as one of today's clients.
    fn in_force(&self, churn: f64) -> Figure {
        let stated = self.plan.stated_in_one();
        figure(if stated > 0.0 { churn / stated } else { 0.0 })
    }

    /// The churn cut per month at which one of them, on its own and with its other effects as stated, just pays; 0 when those
    /// effects pay by themselves.
    ///
    /// # Errors
    /// [`NoFigure::CannotPay`] when not even the lowest possible churn pays; `at` must be one of them.
    pub fn break_even_cut(&self, at: usize) -> Figure {
        let Some(initiative) = self.chosen.get(at) else {
            return Err(NoFigure::Input { field: Field::Initiatives, must: Must::NotExceed(Field::Count) });
        };
        let with = |cut: f64| {
            let tried = Initiative { churn_cut: cut.into(), ..*initiative };
            Ok::<f64, NoFigure>(Initiatives::new(&self.plan, &[tried])?.likely()?.direct)
        };
        let alone = Initiatives::new(&self.plan, &[*initiative])?;
        let most = alone.likely()?.churn;
        if with(0.0)? >= 0.0 {
            return Ok(0.0);
        }
        if with(most)? < 0.0 {
            return Err(NoFigure::CannotPay);
        }
        // Once churn is at its lowest a larger cut changes nothing: the smallest cut that pays is wanted.
        figure(crossing(|cut| with(cut).unwrap_or(f64::NAN), 0.0, most))
    }
}

/// The groups of clients by the set of initiatives that reaches them; empty groups are left out.
fn classes<const L: usize>(members: &[usize], levers: &Levers<L>, margin: Lanes<L>) -> Vec<Class<L>> {
    let mut classes = vec![Class { reached: 0, share: Lanes::ONE, margin }];
    for at in members {
        let reach = levers.of(*at, InitiativeInput::Reach);
        let gain = levers.of(*at, InitiativeInput::MarginGain);
        let reached = classes.iter().map(|class| Class {
            reached: class.reached | 1 << at,
            share: class.share * reach,
            margin: class.margin + gain,
        });
        let others = classes.iter().map(|class| Class { share: class.share * (Lanes::ONE - reach), ..*class });
        classes = others.chain(reached).filter(|class| !class.share.is_zero()).collect();
    }
    for class in &mut classes {
        class.margin = class.margin.map(|margin| margin.max(0.0));
    }
    classes
}
