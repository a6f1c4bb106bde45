//! The answers about spending that are suggested, and how those that nobody changed follow what is stated.

use super::period::restated;
use super::{Answer, Bounds, Input, Period, Quantity, Response, Scenario};
use crate::model::amount::Estimate;

/// The share of the budget that is suggested as spent on keeping today, whatever the split is moved to later: moving it is to show
/// what another split would do.
pub(super) const KEPT_WITH: f64 = 0.2;

impl Scenario {
    /// The answers as far as anything follows from them; `None` also where nothing is spent today on keeping or on winning, since
    /// nobody knows then what spending does, and churn and CAC are what they are stated to be.
    pub fn answers(&self) -> Option<Response> {
        self.response.filter(|_| !self.spends_nothing())
    }

    /// Whether there are answers, yet nothing is said to be spent today on keeping or on winning.
    pub fn spends_nothing(&self) -> bool {
        let is_nothing = |response: Response| Answer::SPENT.iter().any(|sum| response.answer(*sum).likely() <= 0.0);
        self.response.is_some_and(is_nothing) || self.has_ones_for_nothing()
    }

    /// Whether both sums of today are the 1 that an older Orbita suggested without a budget, as it knew no sum of nothing.
    fn has_ones_for_nothing(&self) -> bool {
        let is_one = |response: Response| Answer::SPENT.iter().all(|sum| *response.answer(*sum) == exact(1.0));
        self.budget.likely() <= 0.0 && self.response.is_some_and(is_one)
    }

    /// Answers that agree with what is stated, as a beginning: the budget is spent today as it is split. What nobody can know exactly
    /// is a range.
    pub fn suggested(&self) -> Response {
        let part = |share: f64| exact(self.budget.likely() * share);
        let (keep_today, win_today) = (part(self.keep.get()), part(1.0 - self.keep.get()));
        let beginning = Scenario {
            response: Some(Response {
                keep_today,
                churn_idle: Estimate::default(),
                churn_best: Estimate::default(),
                win_today,
                won_most: Estimate::default(),
            }),
            ..self.clone()
        };
        let of = |answer| beginning.suggestion(answer).unwrap_or_default();
        Response {
            keep_today,
            churn_idle: of(Answer::ChurnIdle),
            churn_best: of(Answer::ChurnBest),
            win_today,
            won_most: of(Answer::WonMost),
        }
    }

    /// What an answer is suggested to be with all else that is stated; `None` where nothing is answered.
    pub fn suggestion(&self, answer: Answer) -> Option<Estimate> {
        self.suggestion_by(answer, self.period)
    }

    /// Whether an answer is still the one that was suggested, by whatever period it was: nobody said anything else, nor where it
    /// comes from.
    pub fn is_suggested(&self, answer: Answer) -> bool {
        let input = Input::Answer(answer);
        let Some(said) = self.input(input).filter(|_| self.origin(input).is_none()) else { return false };
        if Answer::SPENT.contains(&answer) && self.has_ones_for_nothing() {
            return true;
        }
        Period::ALL
            .into_iter()
            .any(|period| self.suggestion_by(answer, period).is_some_and(|suggested| suggested.states_as(*said)))
    }

    /// The same beside the first scenario: what is spent today is spent whatever is planned, so it is suggested from the budget of
    /// that one.
    pub fn is_suggested_with(&self, first: &Scenario, answer: Answer) -> bool {
        let input = Input::Answer(answer);
        let same = || self.input(input).zip(first.input(input)).is_some_and(|(one, other)| one.states_as(*other));
        if Answer::SPENT.contains(&answer) {
            first.is_suggested(answer) && same() && self.origin(input).is_none()
        } else {
            self.is_suggested(answer)
        }
    }

    /// Lets the answers that were still the suggested ones before a change be those that are suggested after it, so that a number
    /// that is typed contradicts no answer that nobody gave. What a person answered stays, and so does what is spent today.
    pub fn follow(&mut self, before: &Scenario) {
        self.follow_with(before, |answer| !Answer::SPENT.contains(&answer));
    }

    /// Lets what nobody said is spent today follow the budget. Meant for the first scenario: another budget beside it is a plan.
    pub fn follow_budget(&mut self, before: &Scenario) {
        self.follow_with(before, |answer| Answer::SPENT.contains(&answer));
    }

    fn follow_with(&mut self, before: &Scenario, which: impl Fn(Answer) -> bool) {
        let Some(was) = before.response else { return };
        for answer in Answer::ALL.into_iter().filter(|answer| which(*answer)) {
            let suggested = self.suggestion(answer).filter(|now| before.suggestion(answer) != Some(*now));
            if let (Some(suggested), Some(response)) = (suggested, &mut self.response)
                && response.answer(answer) == was.answer(answer)
                && before.is_suggested(answer)
            {
                *response.answer_mut(answer) = suggested;
            }
        }
    }

    /// The same in the round numbers of some period.
    fn suggestion_by(&self, answer: Answer, period: Period) -> Option<Estimate> {
        let of = |input: Input| Some(restated(*self.input(input)?, input.measure(), self.period, period)?.likely());
        let number = |quantity| of(Input::Quantity(quantity));
        let suggested = match answer {
            Answer::KeepToday => exact(number(Quantity::Budget)? * KEPT_WITH),
            Answer::WinToday => exact(number(Quantity::Budget)? * (1.0 - KEPT_WITH)),
            Answer::ChurnIdle => around(number(Quantity::Churn)?, [37.0 / 30.0, 1.5, 56.0 / 30.0], Bounds::SHARE.most),
            Answer::ChurnBest => around(number(Quantity::Churn)?, [7.0 / 30.0, 0.4, 2.0 / 3.0], Bounds::SHARE.most),
            Answer::WonMost => {
                let today = of(Input::Answer(Answer::WinToday))? / self.cac.likely();
                around((today * 2.5).ceil().max(1.0), [0.75, 1.0, 1.375], Bounds::MONEY.most)
            }
        };
        let input = Input::Answer(answer);
        let made = restated(suggested, input.measure(), period, self.period)?;
        Some(made).filter(|made| self.response.is_some() && input.bounds().hold(made))
    }
}

/// A range of multiples of a number, in round numbers, nowhere above `most`.
fn around(number: f64, multiples: [f64; 3], most: f64) -> Estimate {
    let [low, likely, high] = multiples.map(|multiple| round(number * multiple).min(most));
    Estimate::range(low, likely, high).unwrap_or_else(|| exact(likely))
}

/// A number to two digits: a guess holds no more.
fn round(number: f64) -> f64 {
    if number <= 0.0 || !number.is_finite() {
        return number;
    }
    // A hair more, so that halves are rounded alike whatever their last bit is.
    let number = number * (1.0 + 1e-12);
    let digits = number.log10().floor() - 1.0;
    let power = 10.0_f64.powf(digits.abs());
    if digits < 0.0 { (number * power).round() / power } else { (number / power).round() * power }
}

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(scenario: &Scenario, quantity: Quantity, likely: f64) -> Scenario {
        let mut changed = scenario.clone();
        *changed.quantity_mut(quantity) = exact(likely);
        changed.follow(scenario);
        changed
    }

    fn answers(scenario: &Scenario) -> Response {
        scenario.response.expect("answers")
    }

    #[test]
    fn the_answers_of_the_sample_are_the_suggested_ones() {
        let range = |low, likely, high| Estimate::range(low, likely, high).expect("a range");
        for (scale, currency) in [(1.0, "$"), (80.0, "₽")] {
            let sample = Scenario::sample(currency, scale);
            let suggested = Response {
                keep_today: exact(8_000.0 * scale),
                churn_idle: range(0.037, 0.045, 0.056),
                churn_best: range(0.007, 0.012, 0.02),
                win_today: exact(32_000.0 * scale),
                won_most: range(12.0, 16.0, 22.0),
            };
            assert_eq!((answers(&sample), sample.suggested()), (suggested, suggested));
        }
    }

    #[test]
    fn answers_that_nobody_gave_follow_what_is_stated_whatever_way_it_takes() {
        for period in Period::ALL {
            let sample = Scenario::sample("$", 1.0).restated(period).expect("restated");
            let mut typed = sample.clone();
            for churn in [0.4, 0.0, 1.0, 0.05, 0.055] {
                typed = with(&typed, Quantity::Churn, churn);
                assert_eq!(answers(&typed).won_most, answers(&sample).won_most, "that has nothing to do with churn");
            }
            assert_eq!(answers(&typed).churn_idle, Estimate::range(0.068, 0.083, 0.1).expect("a range"));
            assert_eq!(answers(&typed).churn_best, Estimate::range(0.013, 0.022, 0.037).expect("a range"));
            for cac in [2.0, 25.0, 250.0] {
                typed = with(&typed, Quantity::Cac, cac);
            }
            let today = answers(&typed).win_today.likely() / 250.0;
            assert!(answers(&typed).won_most.numbers().into_iter().all(|most| most > today), "{period:?}");
            let margin = with(&sample, Quantity::Margin, 0.5);
            assert_eq!(answers(&margin), answers(&sample), "what agrees with anything stays to the last digit");
        }
    }

    #[test]
    fn what_is_spent_today_follows_the_budget_until_somebody_says_it_and_never_the_split() {
        let typed = |scenario: &Scenario, budgets: &[f64]| {
            budgets.iter().fold(scenario.clone(), |before, budget| {
                let mut now = Scenario { budget: exact(*budget), ..before.clone() };
                now.follow_budget(&before);
                now.follow(&before);
                now
            })
        };
        let sums = |scenario: &Scenario| (answers(scenario).keep_today.likely(), answers(scenario).win_today.likely());
        for period in Period::ALL {
            let sample = Scenario::sample("$", 1.0).restated(period).expect("restated");
            // As it is typed, letter by letter, with nothing on the way.
            let own = typed(&sample, &[9.0, 95.0, 0.0, 0.5, 9_500.0]);
            let (keep, win) = sums(&own);
            assert!((keep - 1_900.0).abs() < 1e-9 && (win - 7_600.0).abs() < 1e-9, "{period:?}: {keep}, {win}");
            assert!(Answer::ALL.into_iter().all(|answer| own.is_suggested(answer)), "{period:?}");
            let most = answers(&own).won_most.likely();
            assert!(most >= 7_600.0 / own.cac.likely(), "{most}");
        }
        let mut split = Scenario { keep: crate::model::amount::Amount::new(0.6).expect("a share"), ..own_budget() };
        split.follow(&own_budget());
        assert_eq!(sums(&split), sums(&own_budget()), "or another split would do nothing");
        assert_eq!(sums(&typed(&split, &[10_000.0])), (2_000.0, 8_000.0));
        // What one of the two is said to be stays, and so does a suggestion whose source is told.
        let mut said = Scenario::sample("$", 1.0);
        said.response = Some(Response { keep_today: exact(5_000.0), ..answers(&said) });
        assert_eq!(sums(&typed(&said, &[10_000.0])), (5_000.0, 8_000.0));
        let source = super::super::Origin {
            source: "Ledger".into(),
            ..super::super::Origin::unknown(Input::Answer(Answer::KeepToday))
        };
        let sourced = Scenario { origins: vec![source], ..Scenario::sample("$", 1.0) };
        assert_eq!(sums(&typed(&sourced, &[10_000.0])), (8_000.0, 8_000.0));
    }

    fn own_budget() -> Scenario {
        let sample = Scenario::sample("$", 1.0);
        let mut own = Scenario { budget: exact(50_000.0), ..sample.clone() };
        own.follow_budget(&sample);
        own
    }

    #[test]
    fn an_answer_that_a_person_gave_stays() {
        let mut scenario = Scenario::sample("$", 1.0);
        let given =
            Response { churn_idle: Estimate::range(0.037, 0.046, 0.056).expect("a range"), ..answers(&scenario) };
        scenario.response = Some(given);
        let typed = with(&scenario, Quantity::Churn, 0.2);
        assert_eq!(answers(&typed).churn_idle, given.churn_idle);
        assert!(answers(&typed).churn_best != given.churn_best, "each by itself");
        // What is answered in the same step is an answer.
        let mut said = Scenario { churn: exact(0.2), ..Scenario::sample("$", 1.0) };
        said.response = Some(given);
        said.follow(&Scenario::sample("$", 1.0));
        assert_eq!(answers(&said).churn_idle, given.churn_idle);
    }

    #[test]
    fn whatever_is_typed_the_scenario_stays_sound() {
        let sample = Scenario::sample("$", 1.0);
        for quantity in Quantity::ALL {
            for number in [0.0, 0.01, 1e-9, 1.0, 1e15] {
                let typed = with(&with(&sample, quantity, number), Quantity::Cac, 0.01);
                let own = quantity.bounds().has(number);
                use crate::model::record::Record;
                assert!(!own || typed.is_sound(), "{quantity:?} {number}");
            }
        }
    }
}
