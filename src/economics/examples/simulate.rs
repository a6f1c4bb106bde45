//! Times the simulation kernel: 10,000 runs x 60 months of three uncertain inputs, with P10, P50
//! and P90 of every month. `cargo run --release --example simulate`
#![allow(clippy::disallowed_methods)] // A benchmark needs a clock.

use std::hint::black_box;
use std::time::Instant;

use orbita_economics::{Scenario, Uncertain, simulate_paths};

fn main() {
    let scenario = Scenario {
        clients: Uncertain::Fixed(320.0),
        revenue: Uncertain::Triangular { low: 60.0, likely: 75.0, high: 95.0 },
        gross_margin: Uncertain::Fixed(0.62),
        churn: Uncertain::Beta { alpha: 18.0, beta: 984.0 },
        cac: Uncertain::LogNormal { low: 270.0, high: 430.0 },
        one_off: Uncertain::Fixed(5_000.0),
        one_off_periods: 4,
        win_budget: Uncertain::Fixed(1_200.0),
        keep_budget: Uncertain::Fixed(800.0),
        growth: Uncertain::Fixed(0.0),
        discount: Uncertain::Fixed(0.009_488_792_934_583),
    };
    let mut times: Vec<f64> = (0..15)
        .map(|seed| {
            let start = Instant::now();
            let paths = simulate_paths(black_box(&scenario), 60, 10_000, seed);
            black_box(&paths).as_ref().expect("the scenario is allowed");
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("10,000 runs x 60 months: {:.2} ms (median of {})", times[times.len() / 2], times.len());
}
