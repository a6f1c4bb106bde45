//! Plain answers about what spending does, held against what the scenario states.

use crate::model::amount::Estimate;
use crate::model::scenario::{Answer, Quantity, Response, Scenario};

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
        Answer::KeepToday | Answer::WinToday => (number <= 0.0).then_some(Limit::Above(0.0)),
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

/// Between which numbers, neither of them included, an input contradicts no answer: above the first, below the second.
pub fn stops(scenario: &Scenario, quantity: Quantity) -> (Option<Stop>, Option<Stop>) {
    let Some(response) = scenario.response else { return (None, None) };
    let stop = |answer: Answer, at: f64| Some(Stop { answer, at }).filter(|stop| stop.at.is_finite());
    let likely = |answer| response.answer(answer).likely();
    match quantity {
        Quantity::Churn => {
            (stop(Answer::ChurnBest, likely(Answer::ChurnBest)), stop(Answer::ChurnIdle, likely(Answer::ChurnIdle)))
        }
        Quantity::Cac => (stop(Answer::WonMost, likely(Answer::WinToday) / likely(Answer::WonMost)), None),
        _ => (None, None),
    }
}

/// The answers that contradict the scenario; empty where it has none.
pub fn contradictions(scenario: &Scenario) -> Vec<(Answer, Limit)> {
    let Some(response) = scenario.response else { return Vec::new() };
    Answer::ALL.into_iter().filter_map(|answer| Some((answer, broken(scenario, &response, answer)?))).collect()
}

/// Answers that agree with what is stated, as a beginning. What nobody can know exactly is a range.
pub fn guess(scenario: &Scenario) -> Response {
    let (budget, keep, churn) = (scenario.budget.likely(), scenario.keep.get(), scenario.churn.likely());
    let win_today = exact((budget * (1.0 - keep)).max(1.0));
    let above = |share: f64| (churn * share).min(1.0);
    Response {
        keep_today: exact((budget * keep).max(1.0)),
        churn_idle: range(above(1.2), above(1.5), above(2.0)),
        churn_best: range(churn / 6.0, churn / 3.0, churn / 1.5),
        win_today,
        won_most: most(scenario, win_today.likely()),
    }
}

/// The answers with a guess in place of each that contradicts the scenario. `None` where none can agree with it, as with a churn of
/// nothing or of all.
pub fn agreed(scenario: &Scenario) -> Option<Response> {
    let mut response = scenario.response?;
    for answer in Answer::ALL {
        if broken(scenario, &response, answer).is_some() {
            let guess = Response { won_most: most(scenario, response.win_today.likely()), ..guess(scenario) };
            *response.answer_mut(answer) = *guess.answer(answer);
        }
    }
    Answer::ALL.into_iter().all(|answer| broken(scenario, &response, answer).is_none()).then_some(response)
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
    let taken = Scenario { churn, ..scenario.clone() };
    if contradictions(&taken).is_empty() {
        return Adjusted::AsTheyAre(taken.response);
    }
    agreed(&taken).map_or(Adjusted::Dropped, Adjusted::Guessed)
}

/// What is spent on keeping today, per period, if on average keeping a client for a month is `ratio` times cheaper than winning
/// one. `None` where nobody is kept or nothing was answered.
pub fn claimed(scenario: &Scenario, ratio: f64) -> Option<Estimate> {
    scenario.response?;
    let months = f64::from(scenario.period.months());
    let stays = orbita_economics::churn_over(scenario.churn.likely(), 1.0 / months).map(|churn| 1.0 - churn).ok()?;
    let monthly = scenario.clients.likely().max(1.0) * stays * scenario.cac.likely() / ratio;
    Estimate::exact(monthly * months).filter(|sum| sum.likely() > 0.0 && scenario.clients.likely() > 0.0)
}

/// Two and a half times those who are won today, give or take.
fn most(scenario: &Scenario, win_today: f64) -> Estimate {
    let today = win_today / scenario.cac.likely();
    let likely = (today * 2.5).ceil().max(1.0);
    range((today * 1.5).clamp(today, likely), likely, likely * 1.5)
}

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).unwrap_or_default()
}

fn range(low: f64, likely: f64, high: f64) -> Estimate {
    Estimate::range(low, likely, high).unwrap_or_else(|| exact(likely))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::economy::{plan, split};
    use crate::model::amount::Estimate;

    fn scenario(churn: f64) -> Scenario {
        let mut scenario = Scenario::sample("EUR", 1.0);
        scenario.response = Some(guess(&scenario));
        scenario.churn = Estimate::exact(churn).expect("finite");
        scenario
    }

    #[test]
    fn a_churn_that_is_taken_over_leaves_no_contradiction() {
        let scenario = Scenario::sample("$", 1.0);
        let churn = |share| Estimate::exact(share).expect("finite");
        assert_eq!(with_churn(&scenario, churn(0.04)), Adjusted::AsTheyAre(scenario.response));
        let Adjusted::Guessed(response) = with_churn(&scenario, churn(0.1636)) else { panic!("it contradicts") };
        let taken = Scenario { churn: churn(0.1636), response: Some(response), ..scenario.clone() };
        assert_eq!(contradictions(&taken), []);
        assert!(plan::plan(&taken).is_ok());
        assert_eq!(response.win_today, scenario.response.expect("answers").win_today, "what agrees stays");
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
        scenario.response = Some(agreed);
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
