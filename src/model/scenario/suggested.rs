//! The answers about spending that are suggested, and how those that nobody changed follow what is stated.

use super::period::restated;
use super::{Answer, Bounds, Input, Period, Quantity, Response, Scenario};
use crate::model::amount::Estimate;

impl Scenario {
    /// Answers that agree with what is stated, as a beginning. What nobody can know exactly is a range.
    pub fn suggested(&self) -> Response {
        let spent = |share: f64| exact((self.budget.likely() * share).max(1.0));
        let (keep_today, win_today) = (spent(self.keep.get()), spent(1.0 - self.keep.get()));
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

    /// What an answer is suggested to be with all else that is stated; `None` for what has to agree with nothing, such as the sums
    /// that are spent today, and where nothing is answered.
    pub fn suggestion(&self, answer: Answer) -> Option<Estimate> {
        self.suggestion_by(answer, self.period)
    }

    /// Whether an answer is still the one that was suggested, by whatever period it was: nobody said anything else.
    pub fn is_suggested(&self, answer: Answer) -> bool {
        let Some(said) = self.input(Input::Answer(answer)) else { return false };
        Period::ALL
            .into_iter()
            .any(|period| self.suggestion_by(answer, period).is_some_and(|suggested| suggested.states_as(*said)))
    }

    /// Lets the answers that were still the suggested ones before a change be those that are suggested after it, so that a number
    /// that is typed contradicts no answer that nobody gave. What a person answered stays.
    pub fn follow(&mut self, before: &Scenario) {
        let Some(was) = before.response else { return };
        for answer in Answer::ALL {
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
        let churn = of(Input::Quantity(Quantity::Churn))?;
        let suggested = match answer {
            Answer::KeepToday | Answer::WinToday => return None,
            Answer::ChurnIdle => around(churn, [37.0 / 30.0, 1.5, 56.0 / 30.0], Bounds::SHARE.most),
            Answer::ChurnBest => around(churn, [7.0 / 30.0, 0.4, 2.0 / 3.0], Bounds::SHARE.most),
            Answer::WonMost => {
                let today = of(Input::Answer(Answer::WinToday))? / self.cac.likely();
                around((today * 2.5).ceil().max(1.0), [0.75, 1.0, 1.375], Bounds::MONEY.most)
            }
        };
        let input = Input::Answer(answer);
        restated(suggested, input.measure(), period, self.period).filter(|made| input.bounds().hold(made))
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
                use crate::model::records::Record;
                assert!(!own || typed.is_sound(), "{quantity:?} {number}");
            }
        }
    }
}
