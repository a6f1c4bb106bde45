//! Plain answers about what spending does, held against what the scenario states.

use crate::model::amount::Amount;
use crate::model::scenario::{Response, Scenario};

/// One of the answers of a [`Response`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// [`Response::keep_today`].
    KeepToday,
    /// [`Response::churn_idle`].
    ChurnIdle,
    /// [`Response::churn_best`].
    ChurnBest,
    /// [`Response::win_today`].
    WinToday,
    /// [`Response::won_most`].
    WonMost,
}

/// What an answer has to be so that no other number contradicts it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// More than this.
    Above(f64),
    /// Less than this.
    Below(f64),
}

impl Answer {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Answer; 5] =
        [Answer::KeepToday, Answer::ChurnIdle, Answer::ChurnBest, Answer::WinToday, Answer::WonMost];

    /// The answer among the others, to be read or changed.
    pub fn of(self, response: &mut Response) -> &mut Amount {
        match self {
            Answer::KeepToday => &mut response.keep_today,
            Answer::ChurnIdle => &mut response.churn_idle,
            Answer::ChurnBest => &mut response.churn_best,
            Answer::WinToday => &mut response.win_today,
            Answer::WonMost => &mut response.won_most,
        }
    }
}

/// What an answer would have to be, where it contradicts the scenario; `None` where it agrees.
pub fn broken(scenario: &Scenario, response: &Response, answer: Answer) -> Option<Limit> {
    let number = answer.of(&mut { *response }).get();
    // Compared as the curves compare them: by the share that is kept.
    let (churn, kept) = (scenario.churn.likely(), 1.0 - scenario.churn.likely());
    let won = response.win_today.get() / scenario.cac.likely();
    match answer {
        Answer::KeepToday | Answer::WinToday => (number <= 0.0).then_some(Limit::Above(0.0)),
        Answer::ChurnIdle => (1.0 - number >= kept).then_some(Limit::Above(churn)),
        Answer::ChurnBest => (1.0 - number <= kept).then_some(Limit::Below(churn)),
        Answer::WonMost => (won >= number).then_some(Limit::Above(won)),
    }
}

/// The answers that contradict the scenario; empty where it has none.
pub fn contradictions(scenario: &Scenario) -> Vec<(Answer, Limit)> {
    let Some(response) = scenario.response else { return Vec::new() };
    Answer::ALL.into_iter().filter_map(|answer| Some((answer, broken(scenario, &response, answer)?))).collect()
}

/// Answers that agree with what is stated, as a beginning.
pub fn guess(scenario: &Scenario) -> Response {
    let (budget, keep, churn) = (scenario.budget.likely(), scenario.keep.get(), scenario.churn.likely());
    let win_today = amount((budget * (1.0 - keep)).max(1.0));
    Response {
        keep_today: amount((budget * keep).max(1.0)),
        churn_idle: amount((churn * 1.5).min(1.0)),
        churn_best: amount(churn / 3.0),
        win_today,
        won_most: most(scenario, win_today),
    }
}

/// The answers with a guess in place of each that contradicts the scenario. `None` where none can agree with it, as with a churn of
/// nothing or of all.
pub fn agreed(scenario: &Scenario) -> Option<Response> {
    let mut response = scenario.response?;
    for answer in Answer::ALL {
        if broken(scenario, &response, answer).is_some() {
            let mut guess = Response { won_most: most(scenario, response.win_today), ..guess(scenario) };
            *answer.of(&mut response) = *answer.of(&mut guess);
        }
    }
    Answer::ALL.into_iter().all(|answer| broken(scenario, &response, answer).is_none()).then_some(response)
}

/// The answers with as much spent on keeping today that, on average, keeping a client is `ratio` times cheaper than winning one.
/// `None` where nobody is kept or nothing was answered.
pub fn claimed(scenario: &Scenario, ratio: f64) -> Option<Response> {
    let kept = scenario.clients.likely() * (1.0 - scenario.churn.likely());
    let keep_today = Amount::new(kept * scenario.cac.likely() / ratio).filter(|sum| sum.get() > 0.0)?;
    Some(Response { keep_today, ..scenario.response? })
}

/// Two and a half times those who are won today.
fn most(scenario: &Scenario, win_today: Amount) -> Amount {
    amount((win_today.get() / scenario.cac.likely() * 2.5).ceil().max(1.0))
}

fn amount(number: f64) -> Amount {
    Amount::new(number).unwrap_or_default()
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
                let response = Response { won_most: amount(won_most), ..scenario.response.expect("answers") };
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
        let response = claimed(&scenario, 5.0).expect("answers");
        let tried = Scenario { response: Some(response), ..scenario.clone() };
        let paradox = split::paradox(&tried).expect("figures").expect("answers");
        let ratio = paradox.today.and_then(|today| today.average_ratio().ok()).expect("a ratio");
        assert!((ratio - 5.0).abs() < 1e-9, "{ratio}");
        scenario.clients = Estimate::exact(0.0).expect("finite");
        assert_eq!(claimed(&scenario, 5.0), None);
    }
}
