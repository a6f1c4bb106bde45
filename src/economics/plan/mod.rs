//! A way to go on, month by month: what is stated, what spending does, and what comes of it.

mod cash;
mod check;
mod client;
mod cohorts;
mod course;
mod curve;
mod effect;
mod input;
mod lanes;
mod left;
mod luck;
mod of;
mod run;
mod setup;
mod share;
mod simulate;
mod statement;
mod tornado;

pub use cash::LowestCash;
pub use cohorts::CohortPlan;
pub(crate) use course::Course;
pub use effect::Effect;
pub(crate) use effect::Effects;
pub use input::{Input, Measure, restated_cut};
pub(crate) use lanes::Lanes;
pub use luck::{Link, Luck, Place, lucks, shared_inputs};
pub(crate) use of::Drawn;
pub use of::{Plan, Scores};
pub(crate) use run::ended;
pub use run::{Decision, Projection, Run, WithLeft};
pub(crate) use setup::{Class, Keeping, Overlap, Setup};
pub use share::BestShare;
pub use simulate::{Comparison, Progress, Ranges, Simulation};
pub use statement::{Ageing, Answers, KeepFollows, Paid, Statement, Terms};
pub use tornado::Moved;
