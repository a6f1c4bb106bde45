//! Prints the median milliseconds of one simulation on this machine.
#![allow(clippy::disallowed_methods, reason = "a benchmark needs a clock")]

use std::hint::black_box;
use std::time::Instant;

fn main() {
    let mut times: Vec<f64> = (0..25)
        .map(|seed| {
            let start = Instant::now();
            black_box(orbita_kernel::simulate(black_box(seed)));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{:.3}", times[times.len() / 2]);
}
