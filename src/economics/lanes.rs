//! Several runs at once: one number for each, side by side, so that the compiler can use vectors.

use std::array::from_fn;
use std::ops::{Add, Div, Index, IndexMut, Mul, Sub};

/// A number for each of `L` runs. Arithmetic goes run by run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Lanes<const L: usize>([f64; L]);

impl<const L: usize> Lanes<L> {
    /// 0 in every run.
    pub const ZERO: Self = Lanes([0.0; L]);
    /// 1 in every run.
    pub const ONE: Self = Lanes([1.0; L]);

    /// The same number in every run.
    pub fn all(x: f64) -> Self {
        Lanes([x; L])
    }

    /// The number of each run by its place.
    #[inline(always)]
    pub fn each(f: impl FnMut(usize) -> f64) -> Self {
        Lanes(from_fn(f))
    }

    /// Applies a function run by run.
    #[inline(always)]
    pub fn map(self, mut f: impl FnMut(f64) -> f64) -> Self {
        Lanes(from_fn(|l| f(self.0[l])))
    }

    /// Combines two lists run by run.
    #[inline(always)]
    pub fn with(self, other: Self, mut f: impl FnMut(f64, f64) -> f64) -> Self {
        Lanes(from_fn(|l| f(self.0[l], other.0[l])))
    }

    /// The numbers in the order of the runs.
    pub fn numbers(&self) -> &[f64; L] {
        &self.0
    }

    /// Whether the number of every run is 0.
    pub fn is_zero(&self) -> bool {
        self.0.iter().all(|x| *x == 0.0)
    }
}

impl Lanes<1> {
    /// The number of the only run.
    pub fn only(self) -> f64 {
        self.0[0]
    }
}

impl<const L: usize> Index<usize> for Lanes<L> {
    type Output = f64;

    fn index(&self, lane: usize) -> &f64 {
        &self.0[lane]
    }
}

impl<const L: usize> IndexMut<usize> for Lanes<L> {
    fn index_mut(&mut self, lane: usize) -> &mut f64 {
        &mut self.0[lane]
    }
}

macro_rules! run_by_run {
    ($($operation:ident $method:ident $sign:tt),*) => {$(
        impl<const L: usize> $operation for Lanes<L> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Lanes(from_fn(|l| self.0[l] $sign other.0[l]))
            }
        }

        impl<const L: usize> $operation<f64> for Lanes<L> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                Lanes(from_fn(|l| self.0[l] $sign other))
            }
        }
    )*};
}

run_by_run!(Add add +, Sub sub -, Mul mul *, Div div /);
