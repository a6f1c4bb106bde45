//! Numbers that are taken over from elsewhere: each says where it comes from, and what it was before.

use super::Economy;
use crate::edit::KeptToday;
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::cohorts::CohortWords;
use crate::i18n::spending::Claim;
use crate::model::amount::Estimate;
use crate::model::scenario::{Answer, Input, Origin, Quantity, Scenario};

const KEEP_TODAY: Input = Input::Answer(Answer::KeepToday);

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

    /// A sum for keeping as it is written, for the period of the scenarios.
    pub fn sum_today(&self, one: &KeptToday) -> String {
        let period = self.here().map(|here| self.words().per(here.scenario.period)).unwrap_or_default();
        format!("{} {period}", money(self.lang, self.currency(), one.sum.likely()))
    }

    /// The source of a churn that is taken from the table of cohorts, with the one that stood there before; and that one as it is
    /// written.
    pub fn churn_taken(&self, scenario: &Scenario, now: Estimate) -> (Origin, String) {
        let write = |churn: Estimate| {
            format!("{} {}", per_cent(self.lang, churn.likely(), 2), self.words().per(scenario.period))
        };
        let was = write(scenario.churn);
        let source = (CohortWords::of(self.lang).churn_source)(&write(now), &was);
        (Origin { source, ..Origin::unknown(Input::Quantity(Quantity::Churn)) }, was)
    }
}
