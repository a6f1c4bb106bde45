//! What stands beside the first figure, as it would be read otherwise without it: which initiatives are counted, and whose number is used.

use super::{Case, Economy};
use crate::i18n::Lang;
use crate::i18n::amounts::signed;
use crate::i18n::economy::held_money;
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::speech::uncapital;
use crate::model::Engagement;
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Answer, Initiative, Input};

/// What has to be seen with the first figure, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The figures leave out initiatives that the scenario includes: their list.
    Initiatives(String),
    /// A number is that of a claim: the claims.
    Claim(String),
}

/// What an initiative is called: its name, or the friction that it removes.
pub fn name(engagement: &Engagement, lang: Lang, initiative: &Initiative) -> String {
    let friction = initiative.friction.and_then(|card| engagement.card(card)).map(|card| card.text.trim());
    let names = [Some(initiative.name.trim()), friction];
    let named = names.into_iter().flatten().find(|name| !name.is_empty());
    named.unwrap_or(InitiativeWords::of(lang).unnamed_initiative).to_owned()
}

/// The names of the initiatives that each scenario includes, in the order of the scenarios.
pub(super) fn names(engagement: &Engagement, lang: Lang, cases: &[Case]) -> Vec<Vec<String>> {
    let of = |case: &Case| {
        let all = case.scenario.initiatives.iter().filter_map(|id| engagement.initiative(*id));
        all.map(|initiative| name(engagement, lang, initiative)).collect()
    };
    cases.iter().map(of).collect()
}

impl Economy {
    /// What has to be seen with the first figure.
    pub fn marks(&self) -> Vec<Mark> {
        let Some(here) = self.here() else { return Vec::new() };
        let words = self.words();
        let left_out = match here.scenario.initiatives.len() {
            0 => None,
            count => {
                let sum = self.added.map(|added| signed(&held_money(self.lang, self.currency(), added), added.value));
                Some(Mark::Initiatives((words.without_included)(count, sum.as_deref())))
            }
        };
        let claim = self.claim_in_use().map(|_| {
            let name = uncapital(words.input_name(Input::Answer(Answer::KeepToday)));
            Mark::Claim((self.spending_words().claim_used)(&name))
        });
        left_out.into_iter().chain(claim).collect()
    }

    /// Which initiatives the scenarios include that are compared, by name, for files: there is no list a click away.
    pub(super) fn note_of_included(&self) -> Option<String> {
        let words = self.words();
        let is_meant =
            |at: usize| at == self.here || (at == 0 && self.found().is_some_and(|(found, _)| found.compared));
        let told = |case: &Case| {
            let names = self.included.get(case.at).filter(|names| !names.is_empty() && is_meant(case.at))?;
            Some((words.included_are)(&case.name(words), names))
        };
        let all: Vec<String> = self.cases.iter().filter_map(told).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The letters of the scenarios that include an initiative.
    pub fn included_in(&self, initiative: InitiativeId) -> String {
        let cases = self.cases.iter().filter(|case| case.scenario.initiatives.contains(&initiative));
        cases.map(Case::letter).collect::<Vec<_>>().join(", ")
    }
}
