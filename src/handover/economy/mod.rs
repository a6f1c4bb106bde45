//! The economics of a project, ready to be told on a screen or in a file: its scenarios with what they come to, the charts,
//! the finding.

mod charts;
mod strip;
mod summary;

use std::sync::Arc;

use orbita_economics::Figure;
use orbita_economics::former::Paths;

use crate::charts::Role;
use crate::i18n::Lang;
use crate::i18n::amounts::per_cent;
use crate::i18n::economy::{EconomyWords, Said, band};
use crate::insight::economy::figures::{self, Figures};
use crate::insight::economy::finding::{self, Finding};
use crate::model::Engagement;
use crate::model::quantity::ScenarioId;
use crate::model::scenario::Scenario;
pub use charts::{Kind, Titled};
pub use strip::{Change, SHOWN, Shown};

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
    pub paths: Option<Arc<Paths>>,
}

impl Case {
    /// How it is drawn.
    pub fn role(&self) -> Role {
        Role::ALL[self.at % Role::ALL.len()]
    }

    /// "A", "B" and so on; past "Z" its number.
    pub fn letter(&self) -> String {
        match u8::try_from(self.at) {
            Ok(small @ 0..26) => char::from(b'A' + small).to_string(),
            _ => (self.at + 1).to_string(),
        }
    }

    /// Its own name, or its letter.
    pub fn name(&self, words: &EconomyWords) -> String {
        match self.scenario.name.trim() {
            "" => (words.scenario_n)(&self.letter()),
            name => name.into(),
        }
    }

    fn figured(&self) -> Option<finding::Case<'_>> {
        let figures = self.figures.as_ref().ok()?;
        Some(finding::Case { scenario: &self.scenario, figures, paths: self.paths.as_deref() })
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
}

impl Economy {
    /// The scenarios of a project, the last of them looked at, simulated where `simulate` says so; `None` without one.
    pub fn of(engagement: &Engagement, lang: Lang, simulate: bool) -> Option<Self> {
        let case = |(at, (id, scenario)): (usize, (ScenarioId, &Scenario))| Case {
            id,
            at,
            scenario: Arc::new(scenario.clone()),
            figures: figures::figures(scenario).map(Arc::new),
            paths: simulate.then(|| figures::ranges(scenario).ok().map(Arc::new)).flatten(),
        };
        let cases: Vec<Case> = engagement.scenarios().enumerate().map(case).collect();
        let here = cases.len().checked_sub(1)?;
        Some(Economy { lang, cases, here })
    }

    /// The words of the language.
    fn words(&self) -> &'static EconomyWords {
        self.lang.words().economy
    }

    /// The scenario that is looked at.
    pub fn here(&self) -> Option<&Case> {
        self.cases.get(self.here)
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

    /// What money is counted in.
    pub fn currency(&self) -> &str {
        self.here().map_or("", |here| &here.scenario.currency)
    }

    /// The finding about the scenario that is looked at, and the names it is told with.
    pub fn found(&self) -> Option<(Finding, Said)> {
        let (here, base) = (self.here()?, self.base());
        let comparable = base.filter(|base| base.scenario.horizon == here.scenario.horizon);
        let found = finding::finding(here.figured()?, comparable.and_then(Case::figured));
        let said = Said {
            name: here.name(self.words()),
            other: base.map(|base| base.name(self.words())).unwrap_or_default(),
            currency: here.scenario.currency.clone(),
            months: here.scenario.horizon,
        };
        Some((found, said))
    }

    /// The finding as a sentence, and its range where it is simulated; `None` where the scenario cannot be worked out.
    pub fn told(&self) -> Option<(String, Option<String>)> {
        let words = self.words();
        let (found, said) = self.found()?;
        let range = found.range.zip(found.chance).map(|(range, chance)| {
            let chance = per_cent(self.lang, chance, 0);
            let chance = if found.compared {
                (words.chance_better)(&said.name, &chance)
            } else {
                (words.chance_positive)(&chance)
            };
            format!("{}, {chance}", (words.range_80)(&band(self.lang, &said.currency, range)))
        });
        Some(((words.finding)(&found, &said), range))
    }
}
