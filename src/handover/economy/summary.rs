//! Each chart in a sentence.

use super::{Case, Economy, Kind, Shown};
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::speech::uncapital;

impl Economy {
    /// A chart in a sentence: "Customers kept: As it is 43%, Keep first 66%"; without a figure it says so.
    pub fn summary(&self, kind: Kind) -> String {
        let words = self.words();
        let s = self.spending_words();
        let each = |figure: &dyn Fn(&Case) -> Option<String>| -> Vec<String> {
            let one = |case: &Case| Some(format!("{} {}", case.name(words), figure(case)?));
            self.drawn().into_iter().filter_map(one).collect()
        };
        let title = kind.title(words);
        let figures = match kind {
            Kind::Kept => each(&|case| {
                let figures = case.figures.as_ref().ok().filter(|_| case.can_keep())?;
                Some(per_cent(self.lang, figures.projection.kept.last().copied()?, 0))
            }),
            Kind::Profit => each(&|case| Some(money(self.lang, self.currency(), case.figures.as_ref().ok()?.profit()))),
            Kind::Split => match self.curve() {
                Some(curve) => vec![self.best(&curve)],
                None if self.here().is_some_and(|here| here.scenario.response.is_none()) => {
                    return s.no_split.into();
                }
                None => match self.nothing_to_split() {
                    Some(why) => return why.into(),
                    None => Vec::new(),
                },
            },
            Kind::Levers => self.moved().iter().take(3).map(|moved| uncapital(words.input_name(moved.input))).collect(),
            Kind::Ratio => each(&|case| Some(self.brief(Shown::LtvToCac, case))),
        };
        let said = if figures.is_empty() { words.missing.into() } else { figures.join(", ") };
        format!("{title}: {said}")
    }
}
