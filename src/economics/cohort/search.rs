//! Maximum likelihood, in slices.

use super::data::{Passage, log_likelihood_of};
use super::stage::{FoundSoFar, SearchResult, Stage};
use super::{Cohorts, Family, Fit, Model};
use crate::figure::{Figure, NoFigure, figure};
use crate::progress::Progress;

/// Running fits: each call of [`advance`](Fitting::advance) does a bounded amount of work, so that the caller stays responsive
/// with any table; drop it to cancel.
#[derive(Debug, Clone)]
pub struct Fitting {
    passages: Vec<Passage>,
    customers: f64,
    wanted: [bool; 4],
    /// A model close to the answer, from which alone to start.
    near: Option<Model>,
    /// The current search; `None` at the end.
    stage: Option<Stage>,
    /// The point being evaluated, the number of passages done, and the sum so far.
    pending: Option<(Model, usize, f64)>,
    found: FoundSoFar,
    stages_done: u64,
    worked: u64,
}

impl Cohorts {
    /// Fits the most likely model of each family, in slices, over all cohorts, each censored where its row ends (F26-F30).
    ///
    /// Several starting points; counts may be in percent, but log-likelihood, AIC and BIC then
    /// speak of 100 customers. See [`Fit::model`] for the boundary case.
    ///
    /// Source: Fader & Hardie 2007, app. B; Fader et al. 2018.
    pub fn fitting(&self) -> Fitting {
        Fitting::new(self, [true; 4], None)
    }

    /// Fits one family at once; as [`fitting`](Cohorts::fitting).
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] with fewer counted renewals than parameters.
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        Fitting::new(self, Family::ALL.map(|other| other == family), None).finish()[family as usize]
    }
}

impl Fitting {
    pub(super) fn new(cohorts: &Cohorts, wanted: [bool; 4], near: Option<Model>) -> Self {
        let passages = cohorts.passages().to_vec();
        Fitting {
            stage: (!passages.is_empty()).then(|| Stage::first(&passages)),
            passages,
            customers: cohorts.customers(),
            wanted,
            near,
            pending: None,
            found: FoundSoFar::default(),
            stages_done: 0,
            worked: 0,
        }
    }

    /// Evaluates at least `work` passages from one count to the next, if that much is left; a table in which every renewal was
    /// counted has one per age. 20,000 take about ten milliseconds.
    pub fn advance(&mut self, work: u64) -> Progress {
        let until = self.worked.saturating_add(work.max(1));
        while self.worked < until && self.stage.is_some() {
            self.worked += self.slice(until - self.worked);
        }
        self.progress()
    }

    /// The number of passages evaluated.
    pub(super) fn worked(&self) -> u64 {
        self.worked
    }

    /// Does the rest of the work at once and returns the fit of each family in the order of [`Family::ALL`], or
    /// [`NoFigure::NotIdentified`] with fewer counted renewals than parameters.
    pub fn finish(mut self) -> [Figure<Fit>; 4] {
        while self.stage.is_some() {
            self.advance(u64::MAX);
        }
        Family::ALL.map(|family| self.fit_of(family))
    }

    fn fit_of(&self, family: Family) -> Figure<Fit> {
        let (have, need) = (self.passages.len(), family.parameters() as usize);
        match self.found.of(family) {
            Some(SearchResult { model, height, at_edge }) => {
                let log_likelihood = figure(height)?;
                Ok(Fit { family, model, log_likelihood, customers: self.customers, at_edge })
            }
            None => Err(NoFigure::NotIdentified { have, need }),
        }
    }

    fn progress(&self) -> Progress {
        const OF: u64 = 1_000;
        let Some(stage) = &self.stage else { return Progress { done: OF, of: OF } };
        // Four stages, as far as all families are wanted.
        let done = (self.stages_done as f64 + stage.share_done().min(0.99)) / 4.0;
        Progress { done: (done * OF as f64) as u64, of: OF }
    }

    fn wants(&self, family: Family) -> bool {
        let wanted = |family: Family| self.wanted[family as usize];
        let enough = |family: Family| self.passages.len() >= family.parameters() as usize;
        // The fullest model is compared with the others, and starts from them.
        let full = Family::BetaDiscreteWeibull;
        let for_full = wanted(full) && self.near.is_none() && enough(full);
        enough(family) && (wanted(family) || for_full)
    }

    /// Evaluates some passages and returns how many.
    fn slice(&mut self, most: u64) -> u64 {
        let Some(stage) = &mut self.stage else { return 1 };
        let (model, from, so_far) = match (self.pending, stage.ask()) {
            (Some(pending), _) => pending,
            (None, Some(model)) => (model, 0, 0.0),
            (None, None) => {
                let (family, found) = stage.found(&self.found);
                self.found.set(family, found);
                self.stages_done += 1;
                self.stage = self.next_stage();
                return 1;
            }
        };
        let to = self.passages.len().min(from.saturating_add(usize::try_from(most).unwrap_or(usize::MAX)));
        let sum = log_likelihood_of(so_far, &self.passages[from..to], &model);
        if to < self.passages.len() {
            self.pending = Some((model, to, sum));
        } else {
            self.pending = None;
            stage.observe(sum);
        }
        (to - from).max(1) as u64
    }

    fn next_stage(&mut self) -> Option<Stage> {
        for family in Family::ALL {
            if self.wants(family) && self.found.of(family).is_none() {
                let next = Stage::of(family, &self.found, self.near);
                if next.is_some() {
                    return next;
                }
                // Nobody left, or everybody did: a fuller model has nothing to find.
                if let Some(constant) = self.found.of(Family::Constant) {
                    self.found.set(family, constant);
                }
            }
        }
        None
    }
}
