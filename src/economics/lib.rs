//! What keeping a client is worth: numbers in, numbers out.
//!
//! Every question is a function or a small struct of plain `f64` in documented units; every answer
//! is a [`Figure`]: a finite number, or a [`NoFigure`] that says why there is none. Nothing here
//! knows a document, a browser, a clock or a language, and the same inputs and seed give the same
//! bits on every target.
//!
//! Symbols in the docs: m net contribution per customer per period, r retention, d effective
//! discount rate per period, g growth of the margin, S(t) share surviving t renewals. All rates and
//! money are for the SAME period; [`period_rate`] converts. "F1" to "F49" number the formulas.
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
//! Reading order: [`Stream`] (value), [`worth_of_points`] and [`tornado`] (sensitivity),
//! [`break_even_per_period`], [`Detection`] (can it be seen), [`Bridge`] (revenue), [`Cohorts`] and
//! [`Model`] (differing customers), [`base_value`] (all of them), [`Split`] (budget), surveys and portfolio.

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
pub mod former;
mod information;
mod initiative;
mod lose;
mod math;
mod overtakes;
mod plan;
mod portfolio;
mod rate;
mod revenue;
mod sensitivity;
mod solve;
mod survey;
mod value;
mod words;

pub use break_even::{
    BreakEven, OneOff, break_even_one_off, break_even_per_period, ltv_to_cac, payback, payback_simple,
};
pub use budget::{
    BestSplit, Marginals, Market, Optimum, Response, Restore, Spending, Split, SplitOutcome, TodaysPoint,
};
pub use buyers::{BgNbd, BgNbdFit, Buyer, GammaGamma, GammaGammaFit, Spender};
pub use client::{Client, ClientFigures, KeepingCosts, Payback};
pub use cohort::{
    AgeRate, ClientWorth, Cohorts, Contract, Family, Fit, Fitting, LikelihoodRatio, Model, Payer, RESAMPLES, RateFit,
    Resampling, RisingRetention, SurvivalStep, Trend, TrendKind, Verdict, When, WorthOverModels, fit_rising_retention,
    fit_to_rates, fit_to_totals, fit_trend, kaplan_meier, likelihood_ratio, verdict, weibull_area,
};
pub use detect::{Detection, Groups, MOST_TEST_MONTHS};
pub use draw::{Band, Runs, Score, Told, simulate};
pub use equity::{AgeGroup, BaseValue, Firm, Lever, Logistic, base_value, base_value_at_average, leverage};
pub use estimate::{Bounds, Chance, Estimate, Spread, rank_interval, shared_digits};
pub use evidence::{Contingency, cohen_kappa, opportunity};
pub use figure::{Field, Figure, MOST_MONEY, Must, NoFigure};
pub use flow::{Flow, Promoted, expected_value, present_value};
pub use information::{Belief, Choice, TestValue, churn_noise};
pub use initiative::{
    CostFrom, Initiative, InitiativeInput, Initiatives, InitiativesWorth, Missing, WorthRanges, WorthSimulation,
};
pub use lose::{LostAccount, Refill};
pub use overtakes::overtakes;
pub use plan::{
    Ageing, Answers, BestShare, CohortPlan, Comparison, Decision, Effect, Input, KeepFollows, Link, LowestCash, Luck,
    Measure, Moved, Paid, Place, Plan, Progress, Projection, Ranges, Run, Scores, Simulation, Statement, Terms,
    WithLeft, lucks, restated_cut, shared_inputs,
};
pub use portfolio::{Concentration, HealthScore, concentration, health};
pub use rate::{annual_rate, churn_over, period_rate};
pub use revenue::{
    AccountRetention, AccountRow, AccountTable, Bridge, NrrBy, QuickRatioBy, Summed, TwoEnds, Vendor,
    implied_acquisition,
};
pub use sensitivity::{
    Bar, NetElasticities, PointsWorth, Swing, net_elasticities, retention_elasticity, tornado, worth_of_points,
};
pub use solve::{Peak, Plateau, maximise, plateau};
pub use survey::{
    EffortScale, IndexScale, Interval, Nps, NpsChange, PeopleIndex, Rated, Respondent, TopBoxes, Votes, effort_index,
    effort_mean, effort_share_easy, nps_change, nps_sample, satisfaction_index, satisfaction_of_people, top_boxes,
    wilson,
};
pub use value::{Counting, SaasLtv, Stream, Timing, expected_lifetime, expected_lifetime_over, margin_multiple};
