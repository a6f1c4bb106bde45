//! A plan month by month: its statement, the effect of its budget, and its outcome.

mod cash;
mod check;
mod client;
mod cohorts;
mod curve;
mod effect;
mod input;
mod luck;
mod monthly;
mod projector;
mod retention;
mod run;
mod setup;
mod share;
mod simulate;
mod statement;
mod terminal;
mod tornado;

pub use cash::LowestCash;
pub use client::ExpectedPayments;
pub use cohorts::CohortPlan;
pub use effect::Effect;
pub(crate) use effect::Effects;
pub use input::{Input, Measure, restated_cut};
pub use luck::{Link, Luck, Place, assign_luck, shared_inputs};
pub(crate) use monthly::Drawn;
pub use monthly::{Plan, Scores};
pub(crate) use projector::Projector;
pub use retention::RetentionCosts;
pub use run::{Decision, Projection, Run, WithTerminalValue};
pub(crate) use setup::{Class, Overlap, RetentionSpending, Setup};
pub use share::BestShare;
pub use simulate::{Comparison, Ranges, Simulation};
pub use statement::{Answers, ChurnByAge, RetentionBudget, Statement};
pub use tornado::TornadoBar;
