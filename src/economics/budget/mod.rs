//! How to split a budget between retention, acquisition and winning back.

mod optimum;
mod response;
mod split;

pub use optimum::{Market, Optimum};
pub use response::{Response, TodaysPoint};
pub use split::{BestSplit, Marginals, Spending, Split, SplitOutcome, WinBack};
