//! The normal distribution.

use libm::{erfc, exp, log};

/// Beyond this share of either tail another fraction takes over.
const TAIL: f64 = 0.02425;

fn horner(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// The z below which a share p of the standard normal distribution lies, 0 < p < 1, to nine digits:
/// enough for a draw, and fast. Acklam's rational approximation (2003), rising in p.
pub(crate) fn rough_normal_quantile(p: f64) -> f64 {
    let in_tail = |p: f64| {
        let q = (-2.0 * log(p)).sqrt();
        let over = [
            -7.784_894_002_430_293e-3,
            -3.223_964_580_411_365e-1,
            -2.400_758_277_161_838,
            -2.549_732_539_343_734,
            4.374_664_141_464_968,
            2.938_163_982_698_783,
        ];
        let under =
            [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416, 1.0];
        horner(q, &over) / horner(q, &under)
    };
    if p < TAIL {
        return in_tail(p);
    }
    if p > 1.0 - TAIL {
        return -in_tail(1.0 - p);
    }
    let q = p - 0.5;
    let over = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    let under = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
        1.0,
    ];
    q * horner(q * q, &over) / horner(q * q, &under)
}

/// The same to the last digits, by one step of Halley's method.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p > 0.5 {
        // The lower tail keeps its digits.
        return -normal_quantile(1.0 - p);
    }
    let z = rough_normal_quantile(p);
    let off = 0.5 * erfc(-z / core::f64::consts::SQRT_2) - p;
    let step = off * (2.0 * core::f64::consts::PI).sqrt() * exp(0.5 * z * z);
    // Where exp(z²/2) overflows the nine digits have to do.
    if step.is_finite() { z - step / (1.0 + 0.5 * z * step) } else { z }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantile_inverts_the_distribution_function() {
        for p in [1e-307, 1e-300, 1e-20, 1e-9, 0.001, 0.02, 0.07, 0.1, 0.3, 0.5, 0.75, 0.95, 0.999_999] {
            let back = 0.5 * erfc(-normal_quantile(p) / core::f64::consts::SQRT_2);
            assert!((back / p - 1.0).abs() < 1e-12, "{p} {back}");
        }
    }

    #[test]
    fn quantiles_of_the_tables() {
        for (p, z) in [(0.975, 1.959_963_984_540_054), (0.9, 1.281_551_565_544_600_4)] {
            assert!((normal_quantile(p) - z).abs() < 1e-14);
            assert!((rough_normal_quantile(p) - z).abs() < 1e-8);
        }
    }
}
