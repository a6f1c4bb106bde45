//! What the benchmark times on both sides: 10,000 runs x 60 months of three uncertain inputs, with P10, P50 and P90 of every month.

use orbita_economics::{Estimate, Figure, Luck, MonthlyPlan, PaymentTerms, RetentionBudget, Simulation, Statement};
use wasm_bindgen::prelude::wasm_bindgen;

/// Simulates once. Returns the median profit at the end, so that nothing of it can be left out.
#[wasm_bindgen]
pub fn simulate(seed: u32) -> f64 {
    median(seed).unwrap_or(f64::NAN)
}

fn median(seed: u32) -> Figure {
    let plan = MonthlyPlan::of(&Statement {
        period: 1,
        horizon: 60,
        clients: 320.0.into(),
        revenue: Estimate::range(65.0, 75.0, 90.0),
        margin: 0.62.into(),
        churn: Estimate::range(0.014, 0.018, 0.026),
        cac: Estimate::range(290.0, 340.0, 410.0),
        budget: 2_000.0.into(),
        retention_share: 0.4,
        retention_budget: RetentionBudget::PerClient,
        one_off: 5_000.0.into(),
        one_off_months: 4,
        discount: 0.12.into(),
        growth: 0.0.into(),
        answers: None,
        terms: PaymentTerms::MONTHLY,
        churn_by_age: None,
    })?;
    let ranges = Simulation::new(&plan, &Luck::alone(), 10_000, u64::from(seed))?.finish()?;
    Ok(ranges.profit.last().map_or(f64::NAN, |band| band.p50))
}
