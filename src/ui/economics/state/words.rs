//! What the economics say, part by part.

use super::EconomyState;
use crate::handover::economy::Case;
use crate::i18n::accounts::AccountWords;
use crate::i18n::cohorts::CohortWords;
use crate::i18n::economy::EconomyWords;
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::ranges::RangeWords;
use crate::i18n::spending::SpendingWords;

impl EconomyState {
    /// What the economics say.
    pub fn e(self) -> &'static EconomyWords {
        EconomyWords::of(self.lang())
    }

    /// What spending says.
    pub fn s(self) -> &'static SpendingWords {
        SpendingWords::of(self.lang())
    }

    /// What ranges say.
    pub fn r(self) -> &'static RangeWords {
        RangeWords::of(self.lang())
    }

    /// What initiatives say.
    pub fn i(self) -> &'static InitiativeWords {
        InitiativeWords::of(self.lang())
    }

    /// What the panel of cohorts says.
    pub fn c(self) -> &'static CohortWords {
        CohortWords::of(self.lang())
    }

    /// What the panel of accounts says.
    pub fn a(self) -> &'static AccountWords {
        AccountWords::of(self.lang())
    }

    /// The name of a scenario: its own, or its letter.
    pub fn name(self, one: &Case) -> String {
        one.name(self.e())
    }
}
