//! Plain answers about what spending does, held against what the scenario states.

use crate::model::amount::Estimate;
use crate::model::scenario::{Answer, Input, Quantity, Response, Scenario};

/// What an answer has to be so that no other number contradicts it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// More than this.
    Above(f64),
    /// Less than this.
    Below(f64),
}

/// What an answer would have to be, where it contradicts the scenario by what is likely; `None` where it agrees. Ranges may reach
/// beyond: what is drawn from them is held inside.
pub fn broken(scenario: &Scenario, response: &Response, answer: Answer) -> Option<Limit> {
    let number = response.answer(answer).likely();
    let churn = scenario.churn.likely();
    let won = response.win_today.likely() / scenario.cac.likely();
    match answer {
        // Of a sum of nothing nothing follows, so that it contradicts nothing.
        Answer::KeepToday | Answer::WinToday => None,
        Answer::ChurnIdle => (number <= churn).then_some(Limit::Above(churn)),
        Answer::ChurnBest => (number >= churn).then_some(Limit::Below(churn)),
        Answer::WonMost => (won >= number).then_some(Limit::Above(won)),
    }
}

/// The input that an answer has to agree with.
pub fn contradicted_by(answer: Answer) -> Option<Quantity> {
    match answer {
        Answer::KeepToday | Answer::WinToday => None,
        Answer::ChurnIdle | Answer::ChurnBest => Some(Quantity::Churn),
        Answer::WonMost => Some(Quantity::Cac),
    }
}

/// An answer before which an input has to stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The answer.
    pub answer: Answer,
    /// The number of the input that would contradict it.
    pub at: f64,
}

/// Between which numbers, neither of them included, an input contradicts no answer: above the first, below the second. An answer
/// that nobody gave follows the input wherever there is one that agrees with it.
pub fn stops(scenario: &Scenario, quantity: Quantity) -> (Option<Stop>, Option<Stop>) {
    let Some(response) = scenario.answers() else { return (None, None) };
    let stop = |answer: Answer, given: f64, of_all: f64| {
        let at = if scenario.is_suggested(answer) { of_all } else { given };
        Some(Stop { answer, at }).filter(|stop| stop.at.is_finite())
    };
    let likely = |answer| response.answer(answer).likely();
    match quantity {
        Quantity::Churn => (
            stop(Answer::ChurnBest, likely(Answer::ChurnBest), 0.0),
            stop(Answer::ChurnIdle, likely(Answer::ChurnIdle), 1.0),
        ),
        Quantity::Cac => {
            (stop(Answer::WonMost, likely(Answer::WinToday) / likely(Answer::WonMost), f64::NEG_INFINITY), None)
        }
        _ => (None, None),
    }
}

/// The same for an input that is moved while all others, the answers among them, stay: churn and CAC, and what is spent on winning,
/// which has to win less than the most that can be won.
pub fn held(scenario: &Scenario, input: Input) -> (Option<Stop>, Option<Stop>) {
    match (input, scenario.answers()) {
        // Of churn by age the number that is typed is nobody's, and none that answers are held against.
        (Input::Quantity(Quantity::Churn), _) if scenario.by_age.is_some() => (None, None),
        (Input::Quantity(quantity), _) => stops(scenario, quantity),
        (Input::Answer(Answer::WinToday), Some(response)) if !scenario.is_suggested(Answer::WonMost) => {
            let at = response.won_most.likely() * scenario.cac.likely();
            (None, Some(Stop { answer: Answer::WonMost, at }))
        }
        _ => (None, None),
    }
}

/// The answers that contradict the scenario; empty where it has none.
pub fn contradictions(scenario: &Scenario) -> Vec<(Answer, Limit)> {
    let Some(response) = scenario.answers() else { return Vec::new() };
    Answer::ALL.into_iter().filter_map(|answer| Some((answer, broken(scenario, &response, answer)?))).collect()
}

/// The answers with a guess in place of each that contradicts the scenario. `None` where none can agree with it, as with a churn of
/// nothing or of all.
pub fn agreed(scenario: &Scenario) -> Option<Response> {
    let mut response = scenario.response?;
    for answer in Answer::ALL {
        if broken(scenario, &response, answer).is_some() {
            let beginning = *scenario.suggested().answer(answer);
            let stated = Scenario { response: Some(response), ..scenario.clone() };
            *response.answer_mut(answer) = stated.suggestion(answer).unwrap_or(beginning);
        }
    }
    Answer::ALL.into_iter().all(|answer| broken(scenario, &response, answer).is_none()).then_some(response)
}

/// What putting the answers right does: the answers as they become, and what changes in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The answers; `None` where none agree, so that churn and CAC no longer follow what is spent.
    pub response: Option<Response>,
    /// Each answer that changes, from what to what; none where they go.
    pub changed: Vec<(Answer, Estimate, Estimate)>,
}

/// How answers that contradict a scenario are put right; `None` where nothing contradicts.
pub fn corrected(scenario: &Scenario) -> Option<Corrected> {
    let was = scenario.response.filter(|_| !contradictions(scenario).is_empty())?;
    let response = agreed(scenario);
    let change = |answer: Answer| {
        let (from, to) = (*was.answer(answer), *response?.answer(answer));
        (from != to).then_some((answer, from, to))
    };
    Some(Corrected { response, changed: Answer::ALL.into_iter().filter_map(change).collect() })
}

/// What taking over another churn does to the answers about spending.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Adjusted {
    /// They agree with it as they are.
    AsTheyAre(Option<Response>),
    /// Those that would contradict it are guessed anew.
    Guessed(Response),
    /// None can agree with it.
    Dropped,
}

impl Adjusted {
    /// The answers with that churn.
    pub fn response(self) -> Option<Response> {
        match self {
            Adjusted::AsTheyAre(response) => response,
            Adjusted::Guessed(response) => Some(response),
            Adjusted::Dropped => None,
        }
    }
}

/// The answers of a scenario once its churn is another one.
pub fn with_churn(scenario: &Scenario, churn: Estimate) -> Adjusted {
    let mut taken = Scenario { churn, ..scenario.clone() };
    taken.follow(scenario);
    if contradictions(&taken).is_empty() {
        return Adjusted::AsTheyAre(taken.response);
    }
    agreed(&taken).map_or(Adjusted::Dropped, Adjusted::Guessed)
}

/// What is spent on keeping today, per period, if on average keeping a client for a month is `ratio` times cheaper than winning
/// one. `None` where nobody is kept, nothing was answered, or churn depends on age.
pub fn claimed(scenario: &Scenario, ratio: f64) -> Option<Estimate> {
    scenario.response.filter(|_| scenario.by_age.is_none())?;
    let months = f64::from(scenario.period.months());
    let stays = orbita_economics::churn_over(scenario.churn.likely(), 1.0 / months).map(|churn| 1.0 - churn).ok()?;
    let monthly = scenario.clients.likely().max(1.0) * stays * scenario.cac.likely() / ratio;
    Estimate::exact(monthly * months).filter(|sum| sum.likely() > 0.0 && scenario.clients.likely() > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::economy::{plan, split};
    use crate::model::amount::Estimate;

    fn exact(number: f64) -> Estimate {
        Estimate::exact(number).expect("finite")
    }

    fn scenario(churn: f64) -> Scenario {
        let mut scenario = Scenario::sample("EUR", 1.0);
        scenario.response = Some(scenario.suggested());
        scenario.churn = Estimate::exact(churn).expect("finite");
        scenario
    }

    #[test]
    fn a_churn_that_is_taken_over_leaves_no_contradiction() {
        let mut scenario = Scenario::sample("$", 1.0);
        scenario.response.as_mut().expect("answers").churn_idle = exact(0.045);
        let churn = |share| Estimate::exact(share).expect("finite");
        let Adjusted::AsTheyAre(Some(response)) = with_churn(&scenario, churn(0.04)) else { panic!("it agrees") };
        let before = scenario.response.expect("answers");
        assert_eq!(Response { churn_best: before.churn_best, ..response }, before, "what was answered stays");
        assert_eq!(response.churn_best.likely(), 0.016, "what nobody answered follows");
        let Adjusted::Guessed(response) = with_churn(&scenario, churn(0.1636)) else { panic!("it contradicts") };
        let taken = Scenario { churn: churn(0.1636), response: Some(response), ..scenario.clone() };
        assert_eq!(contradictions(&taken), []);
        assert!(plan::plan(&taken).is_ok());
        assert_eq!(response.win_today, scenario.response.expect("answers").win_today, "what agrees stays");
        let untouched = Scenario::sample("$", 1.0);
        assert!(matches!(with_churn(&untouched, churn(0.1636)), Adjusted::AsTheyAre(Some(_))), "nothing was answered");
        assert_eq!(with_churn(&scenario, churn(1.0)), Adjusted::Dropped);
        let silent = Scenario { response: None, ..scenario };
        assert_eq!(with_churn(&silent, churn(1.0)), Adjusted::AsTheyAre(None));
    }

    #[test]
    fn a_churn_above_the_idle_one_is_named_and_can_be_put_right() {
        let mut scenario = scenario(0.6);
        assert!(plan::effect(&scenario).is_err());
        assert_eq!(contradictions(&scenario), [(Answer::ChurnIdle, Limit::Above(0.6))]);
        let before = scenario.response.expect("answers");
        let agreed = agreed(&scenario).expect("answers that agree");
        assert_eq!(Response { churn_idle: before.churn_idle, ..agreed }, before, "the others stay");
        let corrected = corrected(&scenario).expect("a way out");
        assert_eq!(
            corrected.changed,
            [(Answer::ChurnIdle, before.churn_idle, agreed.churn_idle)],
            "it says what it changes"
        );
        assert_eq!(corrected.response, Some(agreed));
        scenario.response = Some(agreed);
        assert_eq!(super::corrected(&scenario), None, "once is enough");
        assert!(contradictions(&scenario).is_empty() && plan::effect(&scenario).is_ok());
    }

    #[test]
    fn what_contradicts_is_what_the_curves_refuse() {
        for churn in [0.0, 1e-9, 0.01, 0.03, 0.2, 0.999, 1.0] {
            for won_most in [0.0, 1.0, 1e6] {
                let mut scenario = scenario(churn);
                let response = Response { won_most: exact(won_most), ..scenario.response.expect("answers") };
                scenario.response = Some(response);
                let refused = plan::effect(&scenario).is_err();
                assert_eq!(!contradictions(&scenario).is_empty(), refused, "churn {churn}, most {won_most}");
                assert_eq!(agreed(&scenario).is_some(), churn > 0.0 && churn < 1.0, "churn {churn}");
            }
        }
    }

    #[test]
    fn a_claim_makes_keeping_as_much_cheaper() {
        let mut scenario = scenario(0.03);
        let keep_today = claimed(&scenario, 5.0).expect("answers");
        let response = Response { keep_today, ..scenario.response.expect("answers") };
        let tried = Scenario { response: Some(response), ..scenario.clone() };
        let paradox = split::paradox(&tried).expect("figures").expect("answers");
        let ratio = paradox.today.and_then(|today| today.average_ratio().ok()).expect("a ratio");
        assert!((ratio - 5.0).abs() < 1e-9, "{ratio}");
        let quarterly = tried.restated(crate::model::scenario::Period::Quarter).expect("the same business");
        let again = claimed(&quarterly, 5.0).expect("answers").likely();
        assert!((again / 3.0 / keep_today.likely() - 1.0).abs() < 1e-9, "{again}");
        scenario.clients = Estimate::exact(0.0).expect("finite");
        assert_eq!(claimed(&scenario, 5.0), None);
    }
}
