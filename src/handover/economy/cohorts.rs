//! What tables of cohorts say of how long clients stay, in sentences.

use orbita_economics::{Fit, NoFigure};

use super::Economy;
use super::cohort_charts::{carried_to, kept};
use crate::handover::chart::Titled;
use crate::i18n::Lang;
use crate::i18n::amounts::{number, per_cent};
use crate::i18n::cohorts::{CohortWords, Rivals};
use crate::i18n::economy::EconomyWords;
use crate::insight::economy::cohort::{Caveat, CohortReading};
use crate::insight::economy::trust::Trust;
use crate::model::Engagement;
use crate::model::amount::Estimate;
use crate::model::scenario::Period;

/// Clients left in years 0 to 12, in per cent (Fader & Hardie 2007, table 1).
pub const REGULAR: [f64; 13] = [100.0, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3];
/// The same of those with a dearer plan.
pub const HIGH_END: [f64; 13] = [100.0, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4];

/// A published cohort as a table to paste, which says what its columns are: whatever a column was before, it is read as it was meant.
pub fn published(lang: Lang, name: &str, shares: [f64; 13]) -> String {
    let words = CohortWords::of(lang);
    let head = (0..shares.len()).map(|at| (words.year_n)(at));
    let row = shares.iter().map(|share| per_cent(lang, share / 100.0, 1));
    let line = |first: &str, cells: Vec<String>| format!("{first}\t{}", cells.join("\t"));
    format!("{}\n{}", line(words.cohort, head.collect()), line(name, row.collect()))
}

/// A table of cohorts, as a file tells of it.
pub struct CohortFigures {
    /// The scenario that it belongs to, where there are several tables.
    pub of: Option<String>,
    /// How many cohorts, clients and renewals there are.
    pub understood: String,
    /// Which model explains it.
    pub verdict: String,
    /// How many clients stay: observed, and carried on by the models.
    pub kept: Titled,
    /// What the table cannot say.
    pub limits: Vec<String>,
}

impl Economy {
    /// The tables of cohorts of all scenarios that can be read; one that several scenarios share is told of once.
    pub fn cohorts(&self) -> Vec<CohortFigures> {
        let mut cases: Vec<_> = self.cases.iter().filter(|case| case.scenario.cohorts.is_some()).collect();
        let mut seen = Vec::new();
        cases.retain(|case| {
            let table = (&case.scenario.cohorts, case.scenario.cohorts_period());
            let is_new = !seen.contains(&table);
            seen.push(table);
            is_new
        });
        let several = cases.len() > 1;
        let read = cases.into_iter().filter_map(|case| {
            let reading = CohortReading::of(case.scenario.cohorts.as_ref()?).ok()?;
            Some(table(self.lang, &reading, several.then(|| case.name(EconomyWords::of(self.lang)))))
        });
        read.collect()
    }
}

/// The table of cohorts that waits for the first scenario, if it can be read.
pub fn waiting(engagement: &Engagement, lang: Lang) -> Vec<CohortFigures> {
    let cohorts = engagement.head().tables.cohorts.as_ref();
    let reading = cohorts.and_then(|cohorts| CohortReading::of(cohorts).ok());
    reading.map(|reading| table(lang, &reading, None)).into_iter().collect()
}

fn table(lang: Lang, reading: &CohortReading, of: Option<String>) -> CohortFigures {
    let kept = kept(lang, reading, carried_to(reading));
    let limits = reading.caveats.iter().map(|one| caveat(lang, reading, *one)).collect();
    CohortFigures { of, understood: understood(lang, reading), verdict: verdict(lang, reading), kept, limits }
}

/// What churn is counted per, with what the sampling alone allows where sizes are known.
pub fn churn_said(lang: Lang, churn: &Estimate, column: Period) -> String {
    let words = CohortWords::of(lang);
    let Some((low, high)) = churn.ends() else {
        return (words.churn_range)(&per_cent(lang, churn.likely(), 1), column);
    };
    let range = format!("{}\u{2013}{}", number(lang, low * 100.0, 1), per_cent(lang, high, 1));
    (words.churn_ends)(&(words.churn_range)(&range, column))
}

/// How many cohorts, clients and renewals a table has. Of cohorts in per cent nobody knows how many clients there were.
pub fn understood(lang: Lang, reading: &CohortReading) -> String {
    let words = CohortWords::of(lang);
    if reading.sized {
        (words.understood)(reading.count(), &number(lang, reading.clients(), 1), reading.last_age())
    } else {
        (words.understood_shares)(reading.count(), reading.last_age())
    }
}

/// Which model explains a table, and how far it can be trusted; or why none can be said to.
pub fn verdict(lang: Lang, reading: &CohortReading) -> String {
    let words = CohortWords::of(lang);
    let said = match (&reading.verdict, reading.model_in_use()) {
        (Ok(verdict), _) => said_of(lang, reading, &verdict.fit),
        (Err(NoFigure::NoSizes), Ok(fit)) => (words.no_verdict)((words.family)(fit.family)),
        (Err(why), _) => lang.words().no_figure(*why),
    };
    let trust = reading.trust().map(|trust| trust_said(lang, trust));
    std::iter::once(said).chain(trust).collect::<Vec<_>>().join(" ")
}

/// How far a model can be trusted beyond the ages that were counted, as a sentence.
fn trust_said(lang: Lang, trust: Trust) -> String {
    let words = CohortWords::of(lang);
    let points = |miss: f64| (words.points)(&number(lang, miss * 100.0, 1));
    match trust {
        Trust::Untested { parameters, renewals } => (words.untested)(parameters, renewals),
        Trust::Misses { fitted, last, by, simpler: None } => (words.tested)(fitted, last, &points(by)),
        Trust::Misses { fitted, last, by, simpler: Some((simpler, less)) } => {
            (words.tested_worse)(fitted, last, &points(by), (words.family)(simpler), &points(less))
        }
        Trust::FullerMisses { fitted, last, used, fuller } => {
            let ((used, by), (fuller, less)) = (used, fuller);
            let [by, less] = [by, less].map(points);
            let [used, fuller] = [used, fuller].map(words.family);
            (words.tested_fuller)(&Rivals { fitted, last, used, by: &by, fuller, less: &less })
        }
    }
}

/// What a model says, as a sentence.
fn said_of(lang: Lang, reading: &CohortReading, fit: &Fit) -> String {
    let last = reading.last_age().max(1);
    let leaving = |renewal| match fit.model.retention(renewal) {
        Ok(kept) => per_cent(lang, 1.0 - kept, 1),
        Err(_) => EconomyWords::of(lang).missing.into(),
    };
    (CohortWords::of(lang).verdict)(fit.family, &leaving(1), &leaving(last), last)
}

/// What a table cannot say, as a sentence.
pub fn caveat(lang: Lang, reading: &CohortReading, caveat: Caveat) -> String {
    let words = CohortWords::of(lang);
    match caveat {
        Caveat::PerCent => words.per_cent_only.into(),
        Caveat::OneCohort => words.one_cohort.into(),
        Caveat::NobodyLeft => {
            let high = reading.churn.ok().and_then(|churn| churn.ends()).map(|(_, high)| per_cent(lang, high, 1));
            high.map_or_else(|| words.nobody_left_unsized.into(), |high| (words.nobody_left)(&high))
        }
        Caveat::FewLost(lost) => (words.few_lost)(&number(lang, lost, 1)),
        Caveat::FewRenewals { have, need } => (words.few_renewals)(have, need),
        Caveat::AtEdge(family) => (words.edge_of)((words.family)(family)),
        Caveat::AicPrefers(family) => (words.aic_prefers)((words.family)(family)),
    }
}
