//! The economics of customer retention: numbers in, numbers out.
//!
//! Every question is a function or a small struct of plain `f64` in documented units; every answer
//! is a [`Figure`]: a finite number, or a [`NoFigure`] that says why there is none. Nothing here
//! knows a document, a browser, a clock or a language, and the same inputs and seed give the same
//! bits on every target.
//!
//! Symbols in the docs: m net contribution per customer per period, r retention, c churn, d effective
//! discount rate per period, g growth of the margin, S(t) share surviving t renewals, R retention cost
//! of a customer. All rates and money of a question are for the SAME period; [`period_rate`] converts.
//! Shares go from 0 to 1. "F1" to "F84" number the formulas.
//!
//! ```
//! use orbita_economics::{NoFigure, Stream, Timing, break_even_one_off};
//!
//! let client = Stream { margin: 1_200.0, retention: 0.85, discount: 0.1, growth: 0.0 };
//! let needed = break_even_one_off(&client, 60_000.0, 500.0)?;
//! assert!((needed.one_renewal?.retention - 0.875).abs() < 1e-9);
//!
//! let sworn = Stream { retention: 1.0, discount: 0.0, ..client };
//! assert_eq!(sworn.value(Timing::Immediate), Err(NoFigure::Diverges));
//! # Ok::<(), NoFigure>(())
//! ```
//!
//! A plan is computed in one way: a [`Statement`], in which each number is an [`Estimate`], is checked and
//! converted to months ([`MonthlyPlan`]), drawn ([`Run`], with likely numbers or by [`Scores`]) and projected.
//! Simulation, comparison, tornado, best split, cash and the value of a client all use it.
//!
//! ```
//! use orbita_economics::*;
//!
//! let stated = Statement {
//!     period: 1,
//!     horizon: 24,
//!     clients: 100.0.into(),
//!     revenue: Estimate::range(90.0, 100.0, 115.0),
//!     margin: 0.6.into(),
//!     churn: Estimate::range(0.02, 0.03, 0.045),
//!     cac: 700.0.into(),
//!     budget: 2_500.0.into(),
//!     retention_share: 0.2,
//!     retention_budget: RetentionBudget::PerClient,
//!     one_off: 0.0.into(),
//!     one_off_months: 1,
//!     discount: 0.1.into(),
//!     growth: 0.0.into(),
//!     answers: None,
//!     terms: PaymentTerms::MONTHLY,
//!     churn_by_age: None,
//! };
//! let plan = MonthlyPlan::of(&stated)?;
//! let client = plan.likely().client_figures()?;
//! assert!(client.ltv_net? < client.ltv_gross?);
//!
//! // In slices, so that the caller stays responsive; drop it to cancel.
//! let mut simulation = Simulation::new(&plan, &Luck::alone(), 1_000, 1)?;
//! while !simulation.advance(100_000)?.is_complete() {}
//! let profit = simulation.finish()?.at_end;
//! assert!(profit.quantile(0.1)?.value < plan.likely().profit()?);
//! # Ok::<(), NoFigure>(())
//! ```
//!
//! Reading order: [`Estimate`] and [`Spread`] (ranges), [`Statement`], [`MonthlyPlan`] and [`Run`] (a plan), [`assign_luck`] (shared
//! and separate draws), [`Client`] (lifetime value), [`Initiatives`] (from a friction point to money), [`Detection`] and
//! [`Choice`] (tests and their value), [`AccountTable`] and [`Bridge`] (revenue), [`Refill`] (losing an account), [`Cohorts`],
//! [`Model`], [`verdict`] and [`UnitEconomics`] (customers who differ), [`Split`] (budget). For one constant rate: [`Stream`],
//! [`worth_of_points`], [`break_even_per_period`] and [`base_value`]. Then surveys and portfolio.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod break_even;
mod budget;
mod buyers;
mod client;
mod cohort;
mod detect;
mod draw;
mod equity;
mod estimate;
mod evidence;
mod field;
mod figure;
mod flow;
mod information;
mod initiative;
mod lanes;
mod lose;
mod math;
mod overtakes;
mod plan;
mod portfolio;
mod progress;
mod rate;
mod require;
mod revenue;
mod sensitivity;
mod single;
mod solve;
mod survey;
mod terms;
mod value;
mod words;

pub use break_even::{
    BreakEven, OneOff, break_even_one_off, break_even_per_period, ltv_to_cac, payback, payback_simple,
};
pub use budget::{
    BestSplit, Marginals, Market, Optimum, Response, Spending, Split, SplitOutcome, TodaysPoint, WinBack,
};
pub use buyers::{BgNbd, BgNbdFit, Buyer, GammaGamma, GammaGammaFit, Spender};
pub use client::{Client, ClientFigures, Payback};
pub use cohort::{
    AgeGroup, AgeRate, ClientWorth, Cohorts, Contract, Family, Fit, Fitting, LikelihoodRatio, Model, RESAMPLES,
    RateFit, Resampling, RisingRetention, SurvivalStep, Trend, TrendKind, UnitEconomics, Verdict, When,
    WorthOverModels, fit_rising_retention, fit_to_rates, fit_to_totals, fit_trend, kaplan_meier, likelihood_ratio,
    verdict, weibull_area,
};
pub use detect::{Detection, GroupSizes, MOST_TEST_MONTHS};
pub use draw::{Band, Quantile, Runs, Score, simulate};
pub use equity::{BaseValue, Firm, Improvement, Logistic, base_value, base_value_at_average, leverage};
pub use estimate::{Bounds, Chance, Estimate, Spread, rank_interval, shared_digits};
pub use evidence::{Contingency, cohen_kappa, opportunity};
pub use figure::{Field, Figure, MOST_MONEY, Must, NoFigure};
pub use flow::{Flow, Promoted, expected_value, present_value};
pub use information::{Belief, Choice, TestValue, churn_standard_error};
pub use initiative::{
    CostFrom, Initiative, InitiativeInput, Initiatives, InitiativesWorth, Missing, WorthRanges, WorthSimulation,
};
pub use lose::{LostAccount, Refill};
pub use overtakes::overtakes;
pub use plan::{
    Answers, BestShare, ChurnByAge, CohortPlan, Comparison, Decision, Effect, ExpectedPayments, Input, InputPlace,
    Link, LowestCash, Luck, Measure, Milestone, MilestoneRuns, MonthlyPlan, Projection, Ranges, RetentionBudget,
    RetentionCosts, Run, Scores, Simulation, Statement, TornadoBar, WithTerminalValue, assign_luck, restated_cut,
    shared_inputs,
};
pub use portfolio::{Concentration, HealthScore, concentration, health};
pub use progress::Progress;
pub use rate::{annual_rate, churn_over, period_rate};
pub use revenue::{
    AccountRetention, AccountRow, AccountTable, Bridge, EndpointBridge, NrrBy, QuickRatioBy, SummedBridge, Vendor,
    implied_acquisition,
};
pub use sensitivity::{
    Bar, NetElasticities, PointsWorth, Swing, net_elasticities, retention_elasticity, tornado, worth_of_points,
};
pub use single::{luck_of_a_count, luck_of_single_clients};
pub use solve::{Peak, Plateau, maximise, plateau};
pub use survey::{
    EffortScale, IndexScale, Interval, Nps, NpsChange, PeopleIndex, Rated, Respondent, TopBoxes, Votes, effort_index,
    effort_mean, effort_share_easy, nps_change, nps_sample, satisfaction_index, satisfaction_of_people, top_boxes,
    wilson,
};
pub use terms::{PaymentTerms, PaymentTiming};
pub use value::{Counting, SaasLtv, Stream, Timing, expected_lifetime, expected_lifetime_over, margin_multiple};
