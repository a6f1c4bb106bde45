//! What the benchmark times on both sides: 10,000 runs x 60 months of three uncertain inputs, with P10, P50 and P90 of every month.

use orbita_economics::former::{Scenario, Uncertain, simulate_paths};
use wasm_bindgen::prelude::wasm_bindgen;

/// Simulates once. Returns the median profit at the end, so that nothing of it can be left out.
#[wasm_bindgen]
pub fn simulate(seed: u32) -> f64 {
    let scenario = Scenario {
        clients: Uncertain::Fixed(320.0),
        revenue: Uncertain::Triangular { low: 60.0, likely: 75.0, high: 95.0 },
        gross_margin: Uncertain::Fixed(0.62),
        churn: Uncertain::Triangular { low: 0.012, likely: 0.018, high: 0.03 },
        cac: Uncertain::Triangular { low: 270.0, likely: 340.0, high: 430.0 },
        one_off: Uncertain::Fixed(5_000.0),
        one_off_periods: 4,
        win_budget: Uncertain::Fixed(1_200.0),
        keep_budget: Uncertain::Fixed(800.0),
        growth: Uncertain::Fixed(0.0),
        discount: Uncertain::Fixed(0.009_488_792_934_583),
    };
    let paths = simulate_paths(&scenario, 60, 10_000, u64::from(seed));
    paths.ok().and_then(|paths| paths.profit.last().map(|band| band.p50)).unwrap_or(f64::NAN)
}
