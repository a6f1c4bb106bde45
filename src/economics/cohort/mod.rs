//! Cohorts: how long customers stay when they differ from one another.

mod ageing;
mod compare;
mod coordinates;
mod data;
mod fit;
mod kaplan_meier;
mod lifetime;
mod limited;
mod model;
mod resample;
mod search;
mod stage;
mod trend;
mod verdict;
mod worth;

pub use ageing::AgeGroup;
pub(crate) use ageing::AgeTable;
pub use compare::{LikelihoodRatio, likelihood_ratio};
pub use data::{AgeRate, Cohorts};
pub use fit::{Family, Fit};
pub use kaplan_meier::{Contract, SurvivalStep, kaplan_meier};
pub use lifetime::{When, weibull_area};
pub use limited::{RateFit, fit_to_rates, fit_to_totals};
pub use model::Model;
pub use resample::{RESAMPLES, Resampling};
pub use search::Fitting;
pub use trend::{RisingRetention, Trend, TrendKind, fit_rising_retention, fit_trend};
pub use verdict::{Verdict, verdict};
pub use worth::{ClientWorth, UnitEconomics, WorthOverModels};
