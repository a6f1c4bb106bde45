//! Special functions, integrals and minima, all on `libm`: the same bits on every target.

mod beta;
mod normal;
mod quadrature;
mod simplex;

pub(crate) use beta::{beta_quantile, ln_beta_shift, ln_gamma_rise};
pub(crate) use normal::{normal_quantile, rough_normal_quantile};
pub(crate) use quadrature::integral;
pub(crate) use simplex::{Search, lowest};
