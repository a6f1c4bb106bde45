//! The stages of a fit: one search per family, with its starting points and its result.

use libm::log;

use super::coordinates::{SPREAD, at, beta_weibull, churn_coordinate, churn_of, sbg, shape_at_edge, weibull};
use super::data::Passage;
use super::{Family, Model};
use crate::math::Search;

/// A likelihood that gains less than this on a simpler model gains nothing.
const NO_GAIN: f64 = 1e-6;
/// Initial step of a search.
const STEP: f64 = 0.5;
/// Initial step of a search that starts close to the answer.
const NEAR: f64 = 0.1;

/// A model with its log-likelihood, and whether the search had to stop at an edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct SearchResult {
    pub model: Model,
    pub height: f64,
    pub at_edge: bool,
}

/// Results so far, in the order of [`Family::ALL`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct FoundSoFar([Option<SearchResult>; 4]);

impl FoundSoFar {
    pub fn of(&self, family: Family) -> Option<SearchResult> {
        self.0[family as usize]
    }

    pub fn set(&mut self, family: Family, found: SearchResult) {
        self.0[family as usize] = Some(found);
    }

    fn simple(&self) -> SearchResult {
        let nothing = SearchResult { model: Model::Constant { churn: 0.0 }, height: f64::NEG_INFINITY, at_edge: false };
        self.of(Family::Constant).unwrap_or(nothing)
    }
}

/// A search for one family.
#[derive(Debug, Clone)]
pub(super) enum Stage {
    /// Constant churn in closed form, where every renewal was counted; and its log-likelihood, once known.
    Closed(Model, Option<f64>),
    Constant(Search<1>),
    Sbg(Search<2>),
    Weibull(Search<2>),
    Full(Search<3>),
}

impl Stage {
    /// The search for constant churn, which comes first.
    pub fn first(passages: &[Passage]) -> Self {
        let (mut lost, mut exposed) = (0.0, 0.0);
        for passage in passages {
            lost += passage.lost;
            exposed += (passage.kept + passage.lost) * f64::from(passage.to - passage.from);
        }
        let model = Model::Constant { churn: lost / exposed };
        if lost == 0.0 || passages.iter().all(|passage| passage.to == passage.from + 1) {
            return Stage::Closed(model, None);
        }
        // Over longer gaps the likelihood has no closed top.
        Stage::Constant(Search::new(&[[churn_coordinate(&model)]], STEP))
    }

    /// The search for a family, starting from the simpler ones or from a model close to the answer. `None` where only constant churn
    /// can be found.
    pub fn of(family: Family, so_far: &FoundSoFar, near: Option<Model>) -> Option<Self> {
        let simple = so_far.simple().model;
        let churn = churn_coordinate(&simple);
        match (family, near) {
            (Family::Constant, _) => None,
            (Family::Sbg, Some(Model::Sbg { alpha, beta })) => {
                let start = [churn_coordinate(&Model::Sbg { alpha, beta }), log(alpha + beta)];
                Some(Stage::Sbg(Search::new(&[start], NEAR)))
            }
            (Family::Sbg, _) => Some(Stage::Sbg(Search::new(&[[churn, 0.0], [churn, 3.0], [churn + 1.0, -1.0]], STEP))),
            (Family::DiscreteWeibull, _) if matches!(simple, Model::Constant { churn: 0.0 | 1.0 }) => None,
            (Family::DiscreteWeibull, Some(Model::DiscreteWeibull { theta, shape })) => {
                let start = [churn_coordinate(&Model::DiscreteWeibull { theta, shape }), log(shape)];
                Some(Stage::Weibull(Search::new(&[start], NEAR)))
            }
            (Family::DiscreteWeibull, _) => {
                Some(Stage::Weibull(Search::new(&[[churn, 0.0], [churn + 1.0, -1.0], [churn - 1.0, 0.5]], STEP)))
            }
            (Family::BetaDiscreteWeibull, Some(Model::BetaDiscreteWeibull { alpha, beta, shape })) => {
                let start = [churn_coordinate(&Model::Sbg { alpha, beta }), log(alpha + beta), log(shape)];
                Some(Stage::Full(Search::new(&[start], NEAR)))
            }
            (Family::BetaDiscreteWeibull, _) => Some(Stage::Full(full_search(so_far))),
        }
    }

    /// The next point to evaluate; `None` at the end.
    pub fn ask(&self) -> Option<Model> {
        match self {
            Stage::Closed(model, height) => height.is_none().then_some(*model),
            Stage::Constant(search) => search.ask().map(|[x]| Model::Constant { churn: churn_of(x) }),
            Stage::Sbg(search) => search.ask().map(sbg),
            Stage::Weibull(search) => search.ask().map(weibull),
            Stage::Full(search) => search.ask().map(beta_weibull),
        }
    }

    /// Reports the log-likelihood of that point.
    pub fn observe(&mut self, log_likelihood: f64) {
        match self {
            Stage::Closed(_, height) => *height = Some(log_likelihood),
            Stage::Constant(search) => search.observe(-log_likelihood),
            Stage::Sbg(search) | Stage::Weibull(search) => search.observe(-log_likelihood),
            Stage::Full(search) => search.observe(-log_likelihood),
        }
    }

    /// The share that is done.
    pub fn share_done(&self) -> f64 {
        match self {
            Stage::Closed(..) | Stage::Constant(_) => 0.0,
            Stage::Sbg(search) | Stage::Weibull(search) => search.share_done(),
            Stage::Full(search) => search.share_done(),
        }
    }

    /// The result and its family. It is the simpler model where the likelihood only rises towards that.
    pub fn found(&self, so_far: &FoundSoFar) -> (Family, SearchResult) {
        match self {
            Stage::Closed(model, height) => {
                let height = height.unwrap_or(f64::NEG_INFINITY);
                (Family::Constant, SearchResult { model: *model, height, at_edge: false })
            }
            Stage::Constant(search) => {
                let ([x], depth) = search.best();
                (
                    Family::Constant,
                    SearchResult { model: Model::Constant { churn: churn_of(x) }, height: -depth, at_edge: false },
                )
            }
            Stage::Sbg(search) => {
                let (place, depth) = search.best();
                let simple = so_far.simple();
                let found = match sbg(place) {
                    Model::Sbg { alpha, beta } if -depth > simple.height + NO_GAIN && !at(alpha + beta, SPREAD.1) => {
                        let at_edge = at(alpha + beta, SPREAD.0);
                        SearchResult { model: Model::Sbg { alpha, beta }, height: -depth, at_edge }
                    }
                    _ => simple,
                };
                (Family::Sbg, found)
            }
            Stage::Weibull(search) => {
                let (place, depth) = search.best();
                let model = weibull(place);
                let at_edge = matches!(model, Model::DiscreteWeibull { shape, .. } if shape_at_edge(shape));
                (Family::DiscreteWeibull, SearchResult { model, height: -depth, at_edge })
            }
            Stage::Full(search) => {
                let (place, depth) = search.best();
                let alike = so_far.of(Family::DiscreteWeibull).unwrap_or_else(|| so_far.simple());
                let found = match beta_weibull(place) {
                    Model::BetaDiscreteWeibull { alpha, beta, shape }
                        if -depth > alike.height + NO_GAIN && !at(alpha + beta, SPREAD.1) =>
                    {
                        let at_edge = shape_at_edge(shape) || at(alpha + beta, SPREAD.0);
                        SearchResult {
                            model: Model::BetaDiscreteWeibull { alpha, beta, shape },
                            height: -depth,
                            at_edge,
                        }
                    }
                    _ => alike,
                };
                (Family::BetaDiscreteWeibull, found)
            }
        }
    }
}

fn full_search(so_far: &FoundSoFar) -> Search<3> {
    let model = |family| so_far.of(family).unwrap_or_else(|| so_far.simple()).model;
    let (alike, rates) = (model(Family::DiscreteWeibull), model(Family::Sbg));
    let shape = if let Model::DiscreteWeibull { shape, .. } = alike { log(shape) } else { 0.0 };
    let spread = if let Model::Sbg { alpha, beta } = rates { log(alpha + beta) } else { 3.0 };
    let churn = churn_coordinate(&rates);
    let starts = [
        [churn, spread, 0.0],
        [churn_coordinate(&alike), 4.0, shape],
        [churn, spread - 1.0, 0.5],
        [churn, spread + 1.0, -0.3],
    ];
    Search::new(&starts, STEP)
}
