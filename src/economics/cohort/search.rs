//! Maximum likelihood in slices, with the edges of the parameter space named.

use libm::log;

use super::coordinates::{SPREAD, at, beta_weibull, churn_coordinate, churn_of, sbg, shape_at_edge, weibull};
use super::data::{Passage, log_likelihood_of};
use super::{Cohorts, Family, Fit, Model};
use crate::figure::{Figure, NoFigure, figure};
use crate::math::Search;
use crate::plan::Progress;

/// A likelihood that gains less than this on a simpler model gains nothing.
const NO_GAIN: f64 = 1e-6;
/// How wide a search begins.
const STEP: f64 = 0.5;
/// How wide a search begins that starts at what it looks for, but for chance.
const NEAR: f64 = 0.1;

/// A model with its log-likelihood, and whether the search had to stop at an edge.
#[derive(Debug, Clone, Copy)]
struct Found {
    model: Model,
    height: f64,
    at_edge: bool,
}

/// What is being looked for.
#[derive(Debug, Clone)]
enum Stage {
    /// The constant churn, which has a closed form where every renewal was counted.
    Closed(Model),
    Constant(Search<1>),
    Sbg(Search<2>),
    Weibull(Search<2>),
    Full(Search<3>),
    Done,
}

/// Fits under way: each call of [`advance`](Fitting::advance) does a bounded amount of work, so that a screen stays alive
/// with any table; dropping it cancels it.
#[derive(Debug, Clone)]
pub struct Fitting {
    passages: Vec<Passage>,
    customers: f64,
    wanted: [bool; 4],
    /// A model that is nearly right, from which alone to start.
    near: Option<Model>,
    stage: Stage,
    /// The point whose likelihood is being added up, over how many passages it has been, and the sum so far.
    pending: Option<(Model, usize, f64)>,
    found: [Option<Found>; 4],
    stages_done: u64,
    worked: u64,
}

impl Cohorts {
    /// The most likely model of each family, over all cohorts, each cut off where its row ends (F26-F30), to be looked for in
    /// slices.
    ///
    /// Several starting points; counts may be in percent, but log-likelihood, AIC and BIC then
    /// speak of 100 customers. See [`Fit::model`] for the boundary case.
    ///
    /// Source: Fader & Hardie 2007, app. B; Fader et al. 2018.
    pub fn fitting(&self) -> Fitting {
        Fitting::new(self, [true; 4], None)
    }

    /// The most likely model of one family, at once; as [`fitting`](Cohorts::fitting).
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] with fewer counted renewals than parameters.
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        Fitting::new(self, Family::ALL.map(|other| other == family), None).finish()[family as usize]
    }
}

impl Fitting {
    pub(super) fn new(cohorts: &Cohorts, wanted: [bool; 4], near: Option<Model>) -> Self {
        let mut fitting = Fitting {
            passages: cohorts.passages().to_vec(),
            customers: cohorts.customers(),
            wanted,
            near,
            stage: Stage::Done,
            pending: None,
            found: [None; 4],
            stages_done: 0,
            worked: 0,
        };
        if !fitting.passages.is_empty() {
            fitting.stage = fitting.constant();
        }
        fitting
    }

    /// Works through at least `work` passages from one count to the next (a table has as many as it has ages, if every renewal
    /// was counted), or to the end.
    pub fn advance(&mut self, work: u64) -> Progress {
        let until = self.worked.saturating_add(work.max(1));
        while self.worked < until && !matches!(self.stage, Stage::Done) {
            self.worked += self.slice(until - self.worked);
        }
        self.progress()
    }

    /// How many passages it has worked through.
    pub(super) fn worked(&self) -> u64 {
        self.worked
    }

    /// Does what is left, all at once: the fit of each family in the order of [`Family::ALL`].
    ///
    /// Each has no figure, [`NoFigure::NotIdentified`], with fewer counted renewals than parameters.
    pub fn finish(mut self) -> [Figure<Fit>; 4] {
        while !matches!(self.stage, Stage::Done) {
            self.advance(u64::MAX);
        }
        Family::ALL.map(|family| self.fit_of(family))
    }

    fn fit_of(&self, family: Family) -> Figure<Fit> {
        let (have, need) = (self.passages.len(), family.parameters() as usize);
        match self.found[family as usize] {
            Some(Found { model, height, at_edge }) => {
                let log_likelihood = figure(height)?;
                Ok(Fit { family, model, log_likelihood, customers: self.customers, at_edge })
            }
            None => Err(NoFigure::NotIdentified { have, need }),
        }
    }

    fn progress(&self) -> Progress {
        const OF: u64 = 1_000;
        if let Stage::Done = self.stage {
            return Progress { done: OF, of: OF };
        }
        let within = match &self.stage {
            Stage::Sbg(search) | Stage::Weibull(search) => search.share_done(),
            Stage::Full(search) => search.share_done(),
            _ => 0.0,
        };
        // Four stages, as far as all families are wanted.
        let done = (self.stages_done as f64 + within.min(0.99)) / 4.0;
        Progress { done: (done * OF as f64) as u64, of: OF }
    }

    fn wants(&self, family: Family) -> bool {
        let wanted = |family: Family| self.wanted[family as usize];
        let enough = self.passages.len() >= family.parameters() as usize;
        // The fullest model is compared with the others, and begun from them.
        let for_full = wanted(Family::BetaDiscreteWeibull) && self.near.is_none() && self.passages.len() >= 3;
        enough && (wanted(family) || for_full)
    }

    /// The point to look at next.
    fn ask(&self) -> Option<Model> {
        match &self.stage {
            Stage::Closed(model) => self.found[Family::Constant as usize].is_none().then_some(*model),
            Stage::Constant(search) => search.ask().map(|[x]| Model::Constant { churn: churn_of(x) }),
            Stage::Sbg(search) => search.ask().map(sbg),
            Stage::Weibull(search) => search.ask().map(weibull),
            Stage::Full(search) => search.ask().map(beta_weibull),
            Stage::Done => None,
        }
    }

    /// Adds up the likelihood of a point over some passages; gives how many.
    fn slice(&mut self, most: u64) -> u64 {
        let (model, from, so_far) = match (self.pending, self.ask()) {
            (Some(pending), _) => pending,
            (None, Some(model)) => (model, 0, 0.0),
            (None, None) => {
                self.next_stage();
                return 1;
            }
        };
        let to = self.passages.len().min(from.saturating_add(usize::try_from(most).unwrap_or(usize::MAX)));
        let sum = log_likelihood_of(so_far, &self.passages[from..to], &model);
        if to < self.passages.len() {
            self.pending = Some((model, to, sum));
        } else {
            self.pending = None;
            self.tell(sum);
        }
        (to - from).max(1) as u64
    }

    fn tell(&mut self, height: f64) {
        match &mut self.stage {
            Stage::Closed(model) => {
                self.found[Family::Constant as usize] = Some(Found { model: *model, height, at_edge: false });
            }
            Stage::Constant(search) => search.tell(-height),
            Stage::Sbg(search) | Stage::Weibull(search) => search.tell(-height),
            Stage::Full(search) => search.tell(-height),
            Stage::Done => (),
        }
    }

    fn next_stage(&mut self) {
        match &self.stage {
            Stage::Closed(_) => (),
            Stage::Constant(search) => {
                let ([x], depth) = search.best();
                let model = Model::Constant { churn: churn_of(x) };
                self.found[Family::Constant as usize] = Some(Found { model, height: -depth, at_edge: false });
            }
            Stage::Sbg(search) => self.found[Family::Sbg as usize] = self.sbg_or_simpler(search),
            Stage::Weibull(search) => {
                let (at, depth) = search.best();
                let model = weibull(at);
                let at_edge = matches!(model, Model::DiscreteWeibull { shape, .. } if shape_at_edge(shape));
                self.found[Family::DiscreteWeibull as usize] = Some(Found { model, height: -depth, at_edge });
            }
            Stage::Full(search) => self.found[Family::BetaDiscreteWeibull as usize] = self.full_or_simpler(search),
            Stage::Done => return,
        }
        self.stages_done += 1;
        self.stage = self.following();
    }

    fn following(&mut self) -> Stage {
        let missing = |family: Family| self.wants(family) && self.found[family as usize].is_none();
        if missing(Family::Sbg) {
            Stage::Sbg(self.sbg_search())
        } else if missing(Family::DiscreteWeibull) {
            let simple = self.simple();
            if let Model::Constant { churn: 0.0 | 1.0 } = simple.model {
                self.found[Family::DiscreteWeibull as usize] = Some(simple);
                self.following()
            } else {
                Stage::Weibull(self.weibull_search())
            }
        } else if missing(Family::BetaDiscreteWeibull) {
            Stage::Full(self.full_search())
        } else {
            Stage::Done
        }
    }

    fn simple(&self) -> Found {
        let nothing = Found { model: Model::Constant { churn: 0.0 }, height: f64::NEG_INFINITY, at_edge: false };
        self.found[Family::Constant as usize].unwrap_or(nothing)
    }

    fn constant(&self) -> Stage {
        let (mut lost, mut exposed) = (0.0, 0.0);
        for passage in &self.passages {
            lost += passage.lost;
            exposed += (passage.kept + passage.lost) * f64::from(passage.to - passage.from);
        }
        let model = Model::Constant { churn: lost / exposed };
        if lost == 0.0 || self.passages.iter().all(|passage| passage.to == passage.from + 1) {
            return Stage::Closed(model);
        }
        // Over longer gaps the likelihood has no closed top.
        Stage::Constant(Search::new(&[[churn_coordinate(&model)]], STEP))
    }

    fn sbg_search(&self) -> Search<2> {
        if let Some(Model::Sbg { alpha, beta }) = self.near {
            return Search::new(&[[churn_coordinate(&Model::Sbg { alpha, beta }), log(alpha + beta)]], NEAR);
        }
        let churn = churn_coordinate(&self.simple().model);
        Search::new(&[[churn, 0.0], [churn, 3.0], [churn + 1.0, -1.0]], STEP)
    }

    fn sbg_or_simpler(&self, search: &Search<2>) -> Option<Found> {
        let (at_best, depth) = search.best();
        let model = sbg(at_best);
        let simple = self.simple();
        let Model::Sbg { alpha, beta } = model else { return Some(simple) };
        let spread = alpha + beta;
        if -depth <= simple.height + NO_GAIN || at(spread, SPREAD.1) {
            return Some(simple);
        }
        Some(Found { model, height: -depth, at_edge: at(spread, SPREAD.0) })
    }

    fn weibull_search(&self) -> Search<2> {
        if let Some(Model::DiscreteWeibull { theta, shape }) = self.near {
            let model = Model::DiscreteWeibull { theta, shape };
            return Search::new(&[[churn_coordinate(&model), log(shape)]], NEAR);
        }
        let churn = churn_coordinate(&self.simple().model);
        Search::new(&[[churn, 0.0], [churn + 1.0, -1.0], [churn - 1.0, 0.5]], STEP)
    }

    fn full_search(&self) -> Search<3> {
        if let Some(Model::BetaDiscreteWeibull { alpha, beta, shape }) = self.near {
            let churn = churn_coordinate(&Model::Sbg { alpha, beta });
            return Search::new(&[[churn, log(alpha + beta), log(shape)]], NEAR);
        }
        let [alike, rates] = [Family::DiscreteWeibull, Family::Sbg]
            .map(|family| self.found[family as usize].unwrap_or_else(|| self.simple()).model);
        let shape = match alike {
            Model::DiscreteWeibull { shape, .. } => log(shape),
            _ => 0.0,
        };
        let spread = match rates {
            Model::Sbg { alpha, beta } => log(alpha + beta),
            _ => 3.0,
        };
        let churn = churn_coordinate(&rates);
        let starts = [
            [churn, spread, 0.0],
            [churn_coordinate(&alike), 4.0, shape],
            [churn, spread - 1.0, 0.5],
            [churn, spread + 1.0, -0.3],
        ];
        Search::new(&starts, STEP)
    }

    fn full_or_simpler(&self, search: &Search<3>) -> Option<Found> {
        let (at_best, depth) = search.best();
        let model = beta_weibull(at_best);
        let alike = self.found[Family::DiscreteWeibull as usize].unwrap_or_else(|| self.simple());
        let Model::BetaDiscreteWeibull { alpha, beta, shape } = model else { return Some(alike) };
        let spread = alpha + beta;
        if -depth <= alike.height + NO_GAIN || at(spread, SPREAD.1) {
            return Some(alike);
        }
        Some(Found { model, height: -depth, at_edge: shape_at_edge(shape) || at(spread, SPREAD.0) })
    }
}
