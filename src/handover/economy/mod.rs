//! The economics of a project, ready to be told on a screen or in a file: its scenarios with what they come to, the charts,
//! the finding.

mod assumptions;
mod charts;
pub mod cohort_charts;
pub mod cohorts;
pub mod contradicted;
pub mod forecast;
pub mod formula;
pub mod included;
mod kind;
pub mod revenue;
mod sentences;
mod strip;
mod summary;
mod taken;

use std::sync::{Arc, OnceLock};

use orbita_economics::{Figure, Luck, MonthlyPlan, NoFigure, Quantile, Ranges};

use crate::charts::Role;
use crate::i18n::Lang;
use crate::i18n::economy::{EconomyWords, Said};
use crate::i18n::ranges::RangeWords;
use crate::i18n::spending::SpendingWords;
use crate::insight::economy::figures::{self, Figures};
use crate::insight::economy::finding::{self, Finding};
use crate::insight::economy::initiative;
use crate::insight::economy::plan;
use crate::insight::economy::split::{self, Paradox, SplitCurve};
use crate::insight::economy::tornado::Moved;
use crate::model::Engagement;
use crate::model::quantity::ScenarioId;
use crate::model::scenario::Scenario;
pub use assumptions::{Assumption, unsaid};
pub use kind::{Extent, Kind};
pub use strip::{COMPARED, Change, SHOWN, Shown};

/// A scenario with what it comes to.
#[derive(Clone, PartialEq)]
pub struct Case {
    /// Its id.
    pub id: ScenarioId,
    /// Its place among the scenarios: the first is what the others are compared with.
    pub at: usize,
    /// What was stated.
    pub scenario: Arc<Scenario>,
    /// What it comes to.
    pub figures: Figure<Arc<Figures>>,
    /// Its simulation, once there is one.
    pub ranges: Option<Arc<Ranges>>,
    /// Its curve over all splits of the budget, once somebody asks: hundreds of projections, of which three views make use.
    pub curve: Arc<OnceLock<Option<SplitCurve>>>,
}

impl Case {
    /// "A", "B" and so on; past "Z" its number.
    pub fn letter(&self) -> String {
        letter(self.at)
    }

    /// Its own name, or its letter.
    pub fn name(&self, words: &EconomyWords) -> String {
        name(&self.scenario, self.at, words)
    }

    /// What winning and keeping cost; costs of what cannot be computed are none.
    ///
    /// # Errors
    /// As the figures, and [`split::paradox`].
    pub fn paradox(&self) -> Figure<Option<Paradox>> {
        match &self.figures {
            Err(why) if self.scenario.answers().is_some() => Err(*why),
            _ => split::paradox(&self.scenario),
        }
    }

    /// Whether there are figures, and clients of whom a share can stay: the share kept of nobody is none.
    pub(super) fn can_keep(&self) -> bool {
        self.figures.is_ok() && self.scenario.has_clients()
    }

    fn figured(&self) -> Option<finding::Case<'_>> {
        let figures = self.figures.as_ref().ok()?;
        Some(finding::Case { scenario: &self.scenario, figures, ranges: self.ranges.as_deref() })
    }
}

fn letter(at: usize) -> String {
    match u8::try_from(at) {
        Ok(small @ 0..26) => char::from(b'A' + small).to_string(),
        _ => (at + 1).to_string(),
    }
}

/// What the scenario at a place is called: its own name, or its letter.
pub fn name(scenario: &Scenario, at: usize, words: &EconomyWords) -> String {
    match scenario.name.trim() {
        "" => (words.scenario_n)(&letter(at)),
        name => name.into(),
    }
}

/// Scenarios, of which one is looked at and the first is what it is compared with.
#[derive(Clone)]
pub struct Economy {
    /// The language.
    pub lang: Lang,
    /// Every scenario, in order.
    pub cases: Vec<Case>,
    /// The place of the one that is looked at.
    pub here: usize,
    /// What the initiatives that it includes add to its profit, once that is known.
    pub added: Option<Quantile>,
    /// The names of the initiatives that each scenario includes; empty on the screen, where they are a click away.
    included: Vec<Vec<String>>,
    /// What moves its result, once somebody asks: dozens of projections, of which a chart and its sentence make use.
    moved: OnceLock<Vec<Moved>>,
    /// The finding, once somebody asks: with ranges it sorts thousands of runs, of which half a dozen sentences make use.
    found: OnceLock<Option<(Finding, Said)>>,
}

impl Economy {
    /// Scenarios, of which the one at the place `here` is looked at.
    pub fn new(lang: Lang, cases: Vec<Case>, here: usize) -> Self {
        Economy { lang, cases, here, added: None, included: Vec::new(), moved: OnceLock::new(), found: OnceLock::new() }
    }

    /// The same scenarios with the ranges that `ranges` knows of each, and what the included initiatives add.
    pub fn ranged(&self, ranges: impl Fn(&Case) -> Option<Arc<Ranges>>, added: Option<Quantile>) -> Self {
        let cases = self.cases.iter().map(|case| Case { ranges: ranges(case), ..case.clone() }).collect();
        let included = self.included.clone();
        Economy { added, included, moved: self.moved.clone(), ..Economy::new(self.lang, cases, self.here) }
    }

    /// The scenarios of a project, the last of them looked at, simulated where `simulate` says so; `None` without one.
    pub fn of(engagement: &Engagement, lang: Lang, simulate: bool) -> Option<Self> {
        Economy::looked_at(engagement, lang, simulate, None)
    }

    /// The same, with `looked_at` looked at where it is there.
    pub fn looked_at(
        engagement: &Engagement,
        lang: Lang,
        simulate: bool,
        looked_at: Option<ScenarioId>,
    ) -> Option<Self> {
        let mut ranges =
            if simulate { figures::ranges(engagement.scenarios().map(|(_, one)| one)) } else { Vec::new() };
        ranges.reverse();
        let case = |(at, (id, scenario)): (usize, (ScenarioId, &Scenario))| Case {
            id,
            at,
            scenario: Arc::new(scenario.clone()),
            figures: figures::figures(scenario).map(Arc::new),
            ranges: ranges.pop().and_then(Figure::ok).map(Arc::new),
            curve: Arc::default(),
        };
        let cases: Vec<Case> = engagement.scenarios().enumerate().map(case).collect();
        let last = cases.len().checked_sub(1)?;
        let here = cases.iter().position(|case| Some(case.id) == looked_at).unwrap_or(last);
        let added = initiative::added(engagement, &cases[here].scenario);
        let included = included::names(engagement, lang, &cases);
        Some(Economy { added, included, ..Economy::new(lang, cases, here) })
    }

    /// The words of the language.
    fn words(&self) -> &'static EconomyWords {
        EconomyWords::of(self.lang)
    }

    /// What is said of spending in its language.
    fn spending_words(&self) -> &'static SpendingWords {
        SpendingWords::of(self.lang)
    }

    /// What is said of ranges in its language.
    fn range_words(&self) -> &'static RangeWords {
        RangeWords::of(self.lang)
    }

    /// The scenario that is looked at.
    pub fn here(&self) -> Option<&Case> {
        self.cases.get(self.here)
    }

    /// The name of the scenario that is looked at, where there are others.
    pub fn one_of_several(&self) -> Option<String> {
        self.here().filter(|_| self.cases.len() > 1).map(|here| here.name(self.words()))
    }

    /// The first scenario, where another is looked at.
    pub fn base(&self) -> Option<&Case> {
        self.cases.first().filter(|_| self.here > 0)
    }

    /// The scenarios that are drawn: as many as lines can be told apart, the one looked at among them.
    pub fn drawn(&self) -> Vec<&Case> {
        let mut drawn: Vec<&Case> = self.cases.iter().collect();
        while drawn.len() > Role::ALL.len() {
            let last = drawn.iter().rposition(|case| case.at != self.here).unwrap_or_default();
            drawn.remove(last);
        }
        drawn
    }

    /// How a scenario is drawn: by its place among the drawn ones, so that no two look alike.
    pub fn role(&self, case: &Case) -> Role {
        let place = self.drawn().iter().position(|drawn| drawn.at == case.at).unwrap_or_default();
        Role::ALL[place % Role::ALL.len()]
    }

    /// Which scenarios are drawn, where some are not.
    fn note_of_drawn(&self) -> Option<String> {
        let drawn = self.drawn();
        let letters: Vec<String> = drawn.iter().map(|case| case.letter()).collect();
        let is_all = drawn.len() == self.cases.len();
        (!is_all).then(|| (self.range_words().drawn_of)(&letters.join(", "), self.cases.len()))
    }

    /// Which letter stands for which scenario, for what is looked at without the screen; `None` for a single one.
    pub fn legend(&self) -> Option<String> {
        let one = |case: &&Case| format!("{}: {}", case.letter(), case.name(self.words()));
        let all: Vec<String> = self.drawn().iter().map(one).collect();
        (all.len() > 1).then(|| all.join("; "))
    }

    /// What money is counted in.
    pub fn currency(&self) -> &str {
        self.here().map_or("", |here| &here.scenario.currency)
    }

    /// The finding about the scenario that is looked at, and the names it is told with.
    pub fn found(&self) -> Option<&(Finding, Said)> {
        self.found.get_or_init(|| self.find()).as_ref()
    }

    fn find(&self) -> Option<(Finding, Said)> {
        let (here, base) = (self.here()?, self.base());
        let comparable = base.filter(|base| base.scenario.horizon == here.scenario.horizon);
        let found = finding::finding(here.figured()?, comparable.and_then(Case::figured));
        let said = Said {
            name: here.name(self.words()),
            other: base.map(|base| base.name(self.words())).unwrap_or_default(),
            currency: here.scenario.currency.clone(),
            months: here.scenario.horizon,
            period: here.scenario.period,
        };
        Some((found, said))
    }

    /// The plan of the scenario that is looked at, with the draws that it shares with the others.
    ///
    /// # Errors
    /// As [`plan::plan`].
    pub fn drawn_here(&self) -> Figure<(MonthlyPlan, Luck)> {
        let mut all = plan::draws(self.cases.iter().map(|case| &*case.scenario));
        if self.here < all.len() { all.swap_remove(self.here) } else { Err(NoFigure::NothingToShare) }
    }
}
