//! What a scenario rests on, as it is written: every input with its range, its source and its owner.

use super::{Case, Economy};
use crate::i18n::economy::{EconomyWords, Unit};
use crate::i18n::speech::{capital, uncapital};
use crate::i18n::{Lang, figures};
use crate::model::scenario::{Input, Quantity, Sampled, Scenario};

/// An input of a scenario, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What is assumed, with its period.
    pub name: String,
    /// The likely number.
    pub likely: String,
    /// Its range, and what that moves with; empty where nobody stated one.
    pub range: String,
    /// Source, owner and day; that it is a suggestion or a sample figure which nobody changed; empty where nothing is known of it.
    pub origin: String,
}

/// That an input is none of a person's, but a suggestion or a figure of the sample, in whatever language that was begun; `None` for what
/// somebody stated. Beside the first of the scenarios.
pub fn unsaid(lang: Lang, scenario: &Scenario, first: &Scenario, input: Input) -> Option<&'static str> {
    let words = EconomyWords::of(lang);
    match input {
        Input::Answer(answer) => scenario.is_suggested_with(first, answer).then_some(words.suggested),
        Input::Quantity(quantity) => {
            let of = |lang| scenario.sampled(quantity, EconomyWords::of(lang).sample_scale);
            Lang::ALL.into_iter().find_map(of).map(|sampled| match sampled {
                Sampled::Number => words.sampled,
                Sampled::Range => words.sampled_range,
            })
        }
    }
}

impl Economy {
    /// Everything that a scenario rests on.
    pub fn assumptions(&self, case: &Case) -> Vec<Assumption> {
        let words = self.words();
        let s = self.spending_words();
        let scenario = &*case.scenario;
        let plain = |name: &str, likely: String| Assumption {
            name: name.into(),
            likely,
            range: String::new(),
            origin: String::new(),
        };
        let input = |input: Input| {
            let estimate = scenario.input(input)?;
            let unit = Unit::of_input(input);
            let write = |value: f64| unit.exact(self.lang, &scenario.currency, value);
            let name = words.with_period(words.input_name(input), unit, scenario.period);
            let origin = self.origin(case, input);
            if input == Input::Quantity(Quantity::Churn) && scenario.by_age.is_some() {
                return Some(Assumption { name, likely: words.churn_by_age.into(), range: String::new(), origin });
            }
            let ends = estimate.ends().map(|(low, high)| format!("{} \u{2026} {}", write(low), write(high)));
            let range = ends.into_iter().chain(self.moves(case, input)).collect::<Vec<_>>().join("; ");
            Some(Assumption { name, likely: write(estimate.likely()), range, origin })
        };
        let changes = if scenario.keep_fixed { s.keeping_fixed } else { s.keeping_follows };
        let split = crate::i18n::amounts::per_cent(self.lang, scenario.keep.get(), 0);
        let rest = [
            plain(words.horizon, (words.months)(scenario.horizon)),
            plain(&capital(s.split_caption), split),
            plain(s.keeping, changes.into()),
            plain(words.payment, (words.payment_of)(scenario.payment).into()),
        ];
        Input::all().filter_map(input).chain(rest).collect()
    }

    /// Where an input comes from, as it is written: source, owner and day, or that nobody said it.
    pub fn origin(&self, case: &Case, input: Input) -> String {
        let Some(origin) = case.scenario.origin(input) else {
            let first = self.cases.first().map_or(&*case.scenario, |first| &*first.scenario);
            return unsaid(self.lang, &case.scenario, first, input).unwrap_or_default().into();
        };
        let day = origin.on.map(|day| figures::date(self.lang, day)).unwrap_or_default();
        let parts = [origin.source.trim(), origin.owner.trim(), day.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What the range of an input moves with, as it is written; `None` for one that is drawn by itself.
    fn moves(&self, case: &Case, input: Input) -> Option<String> {
        let words = self.words();
        let r = self.range_words();
        let is_range = |case: &Case, input| case.scenario.input(input).is_some_and(|one| one.ends().is_some());
        let link = case.scenario.link(input).filter(|_| is_range(case, input))?;
        let said = match link.with {
            Some(with) if is_range(case, with) => {
                let name = uncapital(words.input_name(with));
                if link.against { (r.moves_against)(&name) } else { (r.moves_with)(&name) }
            }
            None => {
                let base = self.cases.first().filter(|base| base.at != case.at && is_range(base, input))?;
                (r.moves_with_base)(&base.letter())
            }
            Some(_) => return None,
        };
        Some(format!("{}: {said}", uncapital(r.moves)))
    }

    /// All that is known of an input besides its numbers: what its range moves with, and where it comes from; empty where nothing is.
    pub fn known(&self, case: &Case, input: Input) -> String {
        let said = self.moves(case, input).into_iter().chain(Some(self.origin(case, input)));
        said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// Who locked a scenario, and since when.
    pub fn locked(&self, case: &Case) -> Option<String> {
        let lock = case.scenario.locked.as_ref()?;
        Some((self.words().locked)(&lock.by, &figures::date(self.lang, lock.on)))
    }
}
