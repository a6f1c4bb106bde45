//! Whatever is typed in, an answer is a finite figure or a reason: never NaN, infinity or a panic.

mod first;
mod second;

use orbita_economics::Figure;
use proptest::prelude::*;

pub fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => prop::sample::select(vec![
            0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 1e-12, 1.0 - 1e-12, 1e12, -1e12, 1e300, f64::MAX, f64::MIN,
            f64::MIN_POSITIVE, 5e-324, f64::NAN, f64::INFINITY, f64::NEG_INFINITY,
        ]),
        4 => 0.0..1.0,
        2 => 0.0..1e4,
        1 => -10.0..10.0,
    ]
}

pub fn wild_count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(1), Just(2), Just(u32::MAX), 0u32..50]
}

pub fn some() -> impl Strategy<Value = [f64; 8]> {
    prop::array::uniform8(wild())
}

pub fn list() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(wild(), 0..8)
}

#[track_caller]
pub fn fine(figure: Figure) {
    if let Ok(x) = figure {
        assert!(x.is_finite(), "{x}");
    }
}

#[track_caller]
pub fn all_fine(figures: impl IntoIterator<Item = f64>) {
    figures.into_iter().for_each(|x| fine(Ok(x)));
}

pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
