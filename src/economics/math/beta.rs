//! Gamma and beta functions where differences of large logarithms would cancel.

use libm::{exp, lgamma, log, log1p};

/// Arguments above this use Stirling's series, whose first omitted term is then below 1e-14.
const STIRLING_FROM: f64 = 16.0;

fn stirling_rest(z: f64) -> f64 {
    let w = 1.0 / (z * z);
    (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1260.0 - w / 1680.0))) / z
}

/// ln Γ(z+h) − ln Γ(z) for z > 0, h ≥ 0, without the cancellation of two large logarithms.
pub(crate) fn ln_gamma_rise(z: f64, h: f64) -> f64 {
    if h == 1.0 {
        log(z)
    } else if z < STIRLING_FROM {
        lgamma(z + h) - lgamma(z)
    } else {
        (z + h - 0.5) * log1p(h / z) + h * (log(z) - 1.0) + stirling_rest(z + h) - stirling_rest(z)
    }
}

/// ln [B(a, b+h) / B(a, b)] for a, b > 0, h ≥ 0.
pub(crate) fn ln_beta_shift(a: f64, b: f64, h: f64) -> f64 {
    // Both lines are the same sum; the one over the smaller step loses fewer digits.
    let shift = if h <= a {
        ln_gamma_rise(b, h) - ln_gamma_rise(a + b, h)
    } else {
        ln_gamma_rise(b, a) - ln_gamma_rise(b + h, a)
    };
    if shift > 0.0 { 0.0 } else { shift }
}

/// Continued fraction of the incomplete beta function (Lentz), for x < (a+1)/(a+b+2).
fn incomplete_beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |y: f64| if y.abs() < TINY { TINY } else { y };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for m in 1..10_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = fraction;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            fraction *= d * c;
        }
        if (fraction - before).abs() <= 1e-15 * fraction.abs() {
            break;
        }
    }
    fraction
}

/// Share of a Beta(a, b) distribution below x.
fn beta_cdf(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let ln_front = ln_gamma_rise(a, b) - lgamma(b) + a * log(x) + b * log1p(-x);
    if x < (a + 1.0) / (a + b + 2.0) {
        exp(ln_front) * incomplete_beta_fraction(a, b, x) / a
    } else {
        1.0 - exp(ln_front) * incomplete_beta_fraction(b, a, 1.0 - x) / b
    }
}

/// The x below which a share p of a Beta(a, b) distribution lies.
pub(crate) fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    crate::solve::crossing(|x| beta_cdf(a, b, x) - p, 0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rise_of_one_is_the_logarithm() {
        for z in [0.3, 5.0, 15.9, 16.1, 1e6, 1e12] {
            let two_steps = ln_gamma_rise(z, 2.0);
            let product = log(z) + log(z + 1.0);
            assert!((two_steps - product).abs() < 1e-13 * product.abs().max(1.0), "{z}");
        }
    }

    #[test]
    fn beta_shift_agrees_over_either_step() {
        for (a, b, h) in [(0.5, 0.7, 30.0), (1e5, 3e5, 2.0), (2.0, 1e9, 5.0), (40.0, 3.0, 40.0)] {
            let over_h = ln_gamma_rise(b, h) - ln_gamma_rise(a + b, h);
            let over_a = ln_gamma_rise(b, a) - ln_gamma_rise(b + h, a);
            assert!((over_h - over_a).abs() < 1e-8, "{a} {b} {h}");
            assert!((ln_beta_shift(a, b, h) - over_h).abs() < 1e-8);
        }
    }

    #[test]
    fn beta_quantile_of_closed_forms() {
        // Beta(1, b) has the distribution function 1 - (1-x)^b.
        for (b, p) in [(1.0, 0.3), (3.0, 0.1), (90.0, 0.9)] {
            let exact = 1.0 - libm::pow(1.0 - p, 1.0 / b);
            assert!((beta_quantile(1.0, b, p) - exact).abs() < 1e-12);
        }
        assert!((beta_quantile(86.0, 86.0, 0.5) - 0.5).abs() < 1e-12);
    }
}
