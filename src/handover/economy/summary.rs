//! Each chart in a sentence.

use super::{Case, Economy, Kind, Shown};
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::speech::uncapital;

impl Economy {
    /// A chart in a sentence: "Customers kept: As it is 43%, Keep first 66%"; without a figure it says so.
    pub fn summary(&self, kind: Kind) -> String {
        let words = self.words();
        let each = |figure: &dyn Fn(&Case) -> Option<String>| -> Vec<String> {
            let one = |case: &Case| Some(format!("{} {}", case.name(words), figure(case)?));
            self.drawn().into_iter().filter_map(one).collect()
        };
        let (title, figures) = match kind {
            Kind::Kept => (
                words.customers_kept,
                each(&|case| {
                    let kept = case
                        .figures
                        .as_ref()
                        .ok()
                        .filter(|_| case.scenario.has_clients())?
                        .projection
                        .kept
                        .last()
                        .copied()?;
                    Some(per_cent(self.lang, kept, 0))
                }),
            ),
            Kind::Profit => (
                words.cumulative_profit,
                each(&|case| Some(money(self.lang, self.currency(), case.figures.as_ref().ok()?.profit()))),
            ),
            Kind::Split => match self.curve() {
                Some(curve) => (words.split_pays, vec![self.best(&curve)]),
                None if self.here().is_some_and(|here| here.scenario.response.is_none()) => {
                    return words.no_split.into();
                }
                None if self.has_nothing_to_split() => return words.nothing_to_split.into(),
                None => (words.split_pays, Vec::new()),
            },
            Kind::Levers => {
                let strongest = self.moved().iter().take(3);
                (words.what_moves, strongest.map(|moved| uncapital(words.input_name(moved.input))).collect())
            }
            Kind::Ratio => (words.ltv_to_cac, each(&|case| Some(self.brief(Shown::LtvToCac, case)))),
        };
        let said = if figures.is_empty() { words.missing.into() } else { figures.join(", ") };
        format!("{title}: {said}")
    }
}
