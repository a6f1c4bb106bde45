//! What initiatives are worth to a plan: the profit with them less the profit without (F70-F73).

use super::stated::{CostFrom, Initiative, InitiativeInput};
use crate::draw::Score;
use crate::estimate::Spread;
use crate::figure::{Field, Figure, Must, NoFigure, figure, money};
use crate::lanes::Lanes;
use crate::plan::{Class, Course, Drawn, Effects, Input, Keeping, Overlap, Plan, RetentionBudget, Setup};
use crate::solve::crossing;

/// With more the groups of clients that differ become too many.
const MOST: u32 = 12;
/// Streams of luck of initiatives begin here, beyond those of any plan.
const STREAMS: u32 = 0x8000_0000;

/// Initiatives that are ticked into a plan.
#[derive(Debug, Clone)]
pub struct Initiatives {
    pub(super) plan: Plan,
    chosen: Vec<Initiative>,
    spreads: Vec<[Spread; InitiativeInput::ALL.len()]>,
}

/// What initiatives are worth over the horizon of their plan, in money of today.
#[derive(Debug, Clone, PartialEq)]
pub struct InitiativesWorth {
    /// Each by itself.
    pub alone: Vec<f64>,
    /// Profit with all of them less profit without: more than the sum of `alone` where they help one another.
    pub direct: f64,
    /// All of them together: `direct`, but no more than the sum of `alone`, since nobody can promise that they will help one
    /// another.
    pub combined: f64,
    /// What each adds to the others: combined less combined without it.
    pub marginal: Vec<f64>,
    /// The plan's churn a month with what is left for keeping.
    pub churn: f64,
    /// The lowest churn of any group of clients.
    pub lowest_churn: f64,
}

/// What each input of the chosen initiatives is in several runs.
pub(super) struct Levers<const L: usize>(Vec<[Lanes<L>; InitiativeInput::ALL.len()]>);

impl<const L: usize> Levers<L> {
    fn of(&self, initiative: usize, input: InitiativeInput) -> Lanes<L> {
        self.0[initiative][input as usize]
    }
}

impl Initiatives {
    /// Ticks initiatives into a plan.
    ///
    /// # Errors
    /// At most 12. Costs, reach and clients won must not be negative and reach a share. A cost inside the keeping budget needs
    /// answers about what spending does ([`NoFigure::NotAnswered`]), and must not exceed that budget.
    pub fn new(plan: &Plan, chosen: &[Initiative]) -> Figure<Self> {
        Field::Initiatives.at_most(chosen.len(), MOST)?;
        let mut spreads = Vec::with_capacity(chosen.len());
        let mut inside = 0.0;
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
                spread(InitiativeInput::Won)?,
            ]);
            if initiative.cost_from == CostFrom::Inside {
                if !plan.is_answered() {
                    return Err(NoFigure::NotAnswered);
                }
                inside += initiative.cost_per_month.likely;
            }
        }
        let keep = plan.likely().effect().keep;
        Field::CostInside.require(inside <= keep, Must::NotExceed(Field::Budget))?;
        Ok(Initiatives { plan: plan.clone(), chosen: chosen.to_vec(), spreads })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.chosen.len()
    }

    /// Whether an input of any of them, or of the plan, is a range.
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

    /// The plan with some of the initiatives, given as bits, in several runs.
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
                CostFrom::Beside => setup.beside = setup.beside + monthly,
                CostFrom::Inside => setup.inside = setup.inside + monthly,
            }
            setup.once = setup.once + levers.of(*at, InitiativeInput::CostOnce);
            setup.won = setup.won + levers.of(*at, InitiativeInput::Won);
        }
        let mut best = Lanes::ZERO;
        if let Some((curve, _)) = &effects.curves {
            best = curve.floor();
            // What is left for keeping works on the curve. In a run that draws a cost above the budget nothing is left.
            let heads = drawn.of(Input::Clients).map(|clients| clients.max(1.0));
            let left = ((effects.keep - setup.inside) / heads).map(|left| left.max(0.0));
            setup.churn = curve.churn(left);
            if self.plan.retention_budget == RetentionBudget::PerClient {
                setup.keeping = Keeping::PerClient(left);
            }
        }
        setup.classes = classes(&members, levers, setup.margin);
        let cuts = (0..self.count()).map(|at| levers.of(at, InitiativeInput::ChurnCut)).collect();
        setup.overlap = Some(Overlap { best, cuts });
        setup
    }

    /// What the initiatives are worth with what is likely.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`].
    pub fn likely(&self) -> Figure<InitiativesWorth> {
        let drawn = self.plan.draw::<1>(|_, _| 0.0);
        let effects = self.plan.effects(&drawn, self.plan.keep);
        let levers = self.levers::<1>(|_, _| 0.0);
        let profit = |chosen: u32| {
            let course = crate::plan::ended(self.setup(&levers, &drawn, &effects, chosen), self.plan.horizon());
            money(course.profit().only())
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
        let course = Course::new(self.setup(&levers, &drawn, &effects, self.all()));
        Ok(InitiativesWorth {
            marginal: (0..self.count()).map(marginal).collect::<Figure<Vec<f64>>>()?,
            churn: figure(course.level().only())?,
            lowest_churn: figure(course.lowest_churn().only())?,
            alone,
            direct,
            combined,
        })
    }

    /// The points of churn a month that one of them must take away to pay for itself, its other effects as they are and by
    /// itself; 0 when those alone pay.
    ///
    /// # Errors
    /// [`NoFigure::CannotPay`] when not even the lowest churn possible would pay; `at` must be one of them.
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
        // Beyond the lowest churn a larger cut does nothing more, so the first that pays is the one looked for.
        figure(crossing(|cut| with(cut).unwrap_or(f64::NAN), 0.0, most))
    }
}

/// The groups of clients whom each set of initiatives reaches: all sets that anybody belongs to.
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
