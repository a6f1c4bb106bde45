//! A way to go on, month by month: what is stated, what spending does, and what comes of it.

mod cash;
mod check;
mod client;
mod cohorts;
mod course;
mod curve;
mod effect;
mod input;
mod keeping;
mod left;
mod luck;
mod monthly;
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
pub use keeping::RetentionCosts;
pub use luck::{Link, Luck, Place, assign_luck, shared_inputs};
pub(crate) use monthly::Drawn;
pub use monthly::{Plan, Scores};
pub(crate) use run::ended;
pub use run::{Decision, Projection, Run, WithTerminalValue};
pub(crate) use setup::{Class, Keeping, Overlap, Setup};
pub use share::BestShare;
pub use simulate::{Comparison, Ranges, Simulation};
pub use statement::{Answers, ChurnByAge, RetentionBudget, Statement};
pub use tornado::TornadoBar;
