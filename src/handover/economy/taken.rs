//! Numbers that are taken over from elsewhere: each says where it comes from, and what it was before.

use orbita_economics::Measure;

use super::Economy;
use crate::edit::{KeptToday, ObservedChurn};
use crate::i18n::Lang;
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::cohorts::CohortWords;
use crate::i18n::economy::EconomyWords;
use crate::i18n::spending::{Claim, SpendingWords};
use crate::insight::economy::answers::{self, Adjusted};
use crate::model::amount::Estimate;
use crate::model::scenario::{Answer, Input, Origin, Period, Quantity, Scenario};

const KEEP_TODAY: Input = Input::Answer(Answer::KeepToday);
const CHURN: Input = Input::Quantity(Quantity::Churn);

impl Economy {
    /// What each scenario that answers it spends on keeping today, and where that comes from.
    pub fn kept_today(&self) -> Vec<KeptToday> {
        let one = |case: &super::Case| {
            let sum = case.scenario.response?.keep_today;
            Some(KeptToday { scenario: case.id, sum, origin: case.scenario.origin(KEEP_TODAY).cloned() })
        };
        self.cases.iter().filter_map(one).collect()
    }

    /// The same as it was before a claim made it `now`: what somebody stated since stays.
    pub fn before_claim(&self, now: Estimate, before: &[KeptToday]) -> Vec<KeptToday> {
        let was = |one: KeptToday| {
            let was = before.iter().find(|was| was.scenario == one.scenario).filter(|_| one.sum == now);
            was.cloned().unwrap_or(one)
        };
        self.kept_today().into_iter().map(was).collect()
    }

    /// The same with the sum that a claim comes to. Its source is the claim, with the sum and what stood there before, so that it is seen of which number
    /// it speaks.
    pub fn claimed(&self, sum: Estimate, claim: &Claim, before: &[KeptToday]) -> Vec<KeptToday> {
        let of = |one: &KeptToday| {
            let claimed = KeptToday { sum, ..one.clone() };
            let (now, was) = (self.sum_today(&claimed), self.sum_today(one));
            let source = (self.spending_words().claim_source)(claim.text, claim.source, &now, &was);
            KeptToday { origin: Some(Origin { source, ..Origin::unknown(KEEP_TODAY) }), ..claimed }
        };
        before.iter().map(of).collect()
    }

    /// The claim whose sum the scenario that is looked at spends on keeping today; `None` once it is another sum or has another source.
    pub fn claim_in_use(&self) -> Option<usize> {
        let here = self.here()?;
        let source = &here.scenario.origin(KEEP_TODAY)?.source;
        let sum = here.scenario.response?.keep_today;
        let is_it = |claim: &Claim, lang: Lang, period: Period| {
            let now = sum_of(lang, &here.scenario, sum, period);
            let said = (SpendingWords::of(lang).claim_source)(claim.text, claim.source, &now, "");
            source.starts_with(said.trim_end())
        };
        let claims = |lang: Lang| SpendingWords::of(lang).claimed;
        // It was written in the language and for the period of that day.
        (0..claims(self.lang).len()).find(|at| {
            let mut all = Lang::ALL.into_iter().flat_map(|lang| Period::ALL.map(|period| (lang, period)));
            all.any(|(lang, period)| is_it(&claims(lang)[*at], lang, period))
        })
    }

    /// That a number is that of a claim, and what it was.
    pub(super) fn note_of_claim(&self) -> Option<String> {
        self.claim_in_use()?;
        let source = &self.here()?.scenario.origin(KEEP_TODAY)?.source;
        Some((self.spending_words().claim_counts)(self.words().input_name(KEEP_TODAY), source.trim()))
    }

    /// A sum for keeping as it is written, for the period of the scenarios.
    pub fn sum_today(&self, one: &KeptToday) -> String {
        let written = |here: &super::Case| sum_of(self.lang, &here.scenario, one.sum, here.scenario.period);
        self.here().map(written).unwrap_or_default()
    }

    /// The churn of a table of cohorts in the scenario that is looked at, and in all others where it is asked for everywhere: what is
    /// observed of today's clients is the same whatever is planned. Those that are locked stay, and others whose churn depends on age. The answers about
    /// spending are brought to agree with it: otherwise there would be no figures any more.
    pub fn churn_taken(&self, churn: Estimate, everywhere: bool) -> Vec<(ObservedChurn, Adjusted)> {
        let here = self.here().map(|here| here.id);
        let is_meant = |case: &&super::Case| {
            let is_open = case.scenario.locked.is_none() && case.scenario.by_age.is_none();
            Some(case.id) == here || (everywhere && is_open)
        };
        let one = |case: &super::Case| {
            let adjusted = answers::with_churn(&case.scenario, churn);
            let [now, was] = [churn, case.scenario.churn].map(|churn| self.churn_said(churn));
            let source = (CohortWords::of(self.lang).churn_source)(&now, &was);
            let origin = Some(Origin { source, ..Origin::unknown(CHURN) });
            (ObservedChurn { scenario: case.id, churn, response: adjusted.response(), origin }, adjusted)
        };
        self.cases.iter().filter(is_meant).map(one).collect()
    }

    /// The churn that some scenarios state now, as it would be stated again.
    pub fn churn_stated(&self, of: &[ObservedChurn]) -> Vec<ObservedChurn> {
        let cases = self.cases.iter().filter(|case| of.iter().any(|one| one.scenario == case.id));
        let one = |case: &super::Case| ObservedChurn {
            scenario: case.id,
            churn: case.scenario.churn,
            response: case.scenario.response,
            origin: case.scenario.origin(CHURN).cloned(),
        };
        cases.map(one).collect()
    }

    /// The same as it was before a table of cohorts made it `now`: what somebody stated since stays.
    pub fn before_observed(&self, now: &[ObservedChurn], before: &[ObservedChurn]) -> Vec<ObservedChurn> {
        let is_it = |one: &ObservedChurn, other: &ObservedChurn| {
            (one.scenario, one.churn, one.response) == (other.scenario, other.churn, other.response)
        };
        let still = self.churn_stated(now).into_iter().filter(|one| now.iter().any(|taken| is_it(one, taken)));
        still.filter_map(|one| before.iter().find(|was| was.scenario == one.scenario).cloned()).collect()
    }

    /// That churn is another one now, and in which scenarios where there are several.
    pub fn churn_is_now(&self, taken: &[ObservedChurn]) -> String {
        let churn = taken.first().map(|one| self.churn_said(one.churn)).unwrap_or_default();
        let letters = self.letters_where(|case| taken.iter().any(|one| one.scenario == case.id));
        (CohortWords::of(self.lang).churn_is_now)(&churn, &letters, letters.len() == self.cases.len())
    }

    /// That churn depends on age now, and in which scenarios where there are several.
    pub fn by_age_now(&self, everywhere: bool) -> String {
        let is_it = |case: &super::Case| if everywhere { case.scenario.locked.is_none() } else { case.at == self.here };
        let letters = self.letters_where(is_it);
        (CohortWords::of(self.lang).by_age_now)(&letters, letters.len() == self.cases.len())
    }

    /// The letters of some scenarios; none where there is but one.
    fn letters_where(&self, is_it: impl Fn(&super::Case) -> bool) -> Vec<String> {
        let several = self.cases.len() > 1;
        self.cases.iter().filter(|case| several && is_it(case)).map(super::Case::letter).collect()
    }

    /// A churn with its period.
    pub fn churn_said(&self, churn: Estimate) -> String {
        let period = self.here().map(|here| self.words().per(here.scenario.period)).unwrap_or_default();
        format!("{} {period}", per_cent(self.lang, churn.likely(), 2))
    }
}

/// A sum of a scenario for some period, as it is written.
fn sum_of(lang: Lang, scenario: &Scenario, sum: Estimate, period: Period) -> String {
    let (from, to) = (scenario.period.months().into(), period.months().into());
    let sum = Measure::PerPeriod.restated(sum.likely(), from, to);
    format!("{} {}", money(lang, &scenario.currency, sum), EconomyWords::of(lang).per(period))
}
