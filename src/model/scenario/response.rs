//! Plain answers about what spending does.

use serde::{Deserialize, Serialize};

use super::Bounds;
use crate::model::amount::{Estimate, plain};

/// Plain answers about what spending does, each exact or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Spent on keeping per period today, when churn is as stated.
    #[serde(with = "plain")]
    pub keep_today: Estimate,
    /// Churn per period if nothing were spent on keeping.
    #[serde(with = "plain")]
    pub churn_idle: Estimate,
    /// Churn per period with all the money in the world.
    #[serde(with = "plain")]
    pub churn_best: Estimate,
    /// Spent on winning per period today, when the CAC is as stated.
    #[serde(with = "plain")]
    pub win_today: Estimate,
    /// The most clients per period that the market could give.
    #[serde(with = "plain")]
    pub won_most: Estimate,
}

/// One of the answers of a [`Response`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

impl Answer {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Answer; 5] =
        [Answer::KeepToday, Answer::ChurnIdle, Answer::ChurnBest, Answer::WinToday, Answer::WonMost];

    /// Those of what is spent today, whatever is planned.
    pub const SPENT: [Answer; 2] = [Answer::KeepToday, Answer::WinToday];

    /// The least and the most that it may be, both included.
    pub fn bounds(self) -> Bounds {
        match self {
            Answer::ChurnIdle | Answer::ChurnBest => Bounds::SHARE,
            _ => Bounds::MONEY,
        }
    }
}

impl Response {
    /// An answer.
    pub fn answer(&self, answer: Answer) -> &Estimate {
        match answer {
            Answer::KeepToday => &self.keep_today,
            Answer::ChurnIdle => &self.churn_idle,
            Answer::ChurnBest => &self.churn_best,
            Answer::WinToday => &self.win_today,
            Answer::WonMost => &self.won_most,
        }
    }

    /// The same answer, to be changed.
    pub fn answer_mut(&mut self, answer: Answer) -> &mut Estimate {
        match answer {
            Answer::KeepToday => &mut self.keep_today,
            Answer::ChurnIdle => &mut self.churn_idle,
            Answer::ChurnBest => &mut self.churn_best,
            Answer::WinToday => &mut self.win_today,
            Answer::WonMost => &mut self.won_most,
        }
    }
}
