//! Integrals of smooth functions, by adaptive Gauss-Kronrod panels.

const NODES: [f64; 8] = [
    0.991_455_371_120_812_6,
    0.949_107_912_342_758_5,
    0.864_864_423_359_769_1,
    0.741_531_185_599_394_4,
    0.586_087_235_467_691_1,
    0.405_845_151_377_397_2,
    0.207_784_955_007_898_47,
    0.0,
];
const KRONROD: [f64; 8] = [
    0.022_935_322_010_529_224,
    0.063_092_092_629_978_56,
    0.104_790_010_322_250_18,
    0.140_653_259_715_525_92,
    0.169_004_726_639_267_9,
    0.190_350_578_064_785_4,
    0.204_432_940_075_298_9,
    0.209_482_141_084_727_82,
];
/// Weights of the seven Gauss nodes, which are every second Kronrod node.
const GAUSS: [f64; 4] =
    [0.129_484_966_168_869_7, 0.279_705_391_489_276_64, 0.381_830_050_505_118_9, 0.417_959_183_673_469_4];

/// Error allowed in a panel, as a share of its area.
const PRECISION: f64 = 1e-12;
/// With widths that double these reach any number.
const MOST_PANELS: u32 = 1_100;
/// A panel is halved at most this often, should noise keep it from settling.
const DEPTH: u32 = 12;

/// Area of a panel, and how far two rules disagree about it.
fn panel(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> (f64, f64) {
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    let mut fine = 0.0;
    let mut coarse = 0.0;
    for (i, node) in NODES.iter().enumerate() {
        let pair = if *node == 0.0 { f(middle) } else { f(middle - half * node) + f(middle + half * node) };
        fine += KRONROD[i] * pair;
        if i % 2 == 1 {
            coarse += GAUSS[i / 2] * pair;
        }
    }
    (fine * half, ((fine - coarse) * half).abs())
}

fn refine(f: &impl Fn(f64) -> f64, from: f64, to: f64, allowed: f64, depth: u32) -> f64 {
    let (area, error) = panel(f, from, to);
    // The area allowed for stays that of the first panel, so that noise is soon small beside it.
    let allowed = allowed.max(if depth == DEPTH { PRECISION * area.abs() } else { 0.0 });
    if depth == 0 || error.is_nan() || error <= allowed {
        return area;
    }
    let middle = 0.5 * (from + to);
    refine(f, from, middle, allowed, depth - 1) + refine(f, middle, to, allowed, depth - 1)
}

/// What [`integral`] found.
pub(crate) struct Integral {
    /// The area as far as `end`, never negative for an f that is not.
    pub area: f64,
    /// Where the integration stopped, since what lies beyond no longer counts.
    pub end: f64,
}

/// The area under f between `from` and `to`, which may be infinite and on either side, in panels
/// whose width doubles from `width` on. f is to be highest near `from`.
///
/// `beside` is the size of what the area will be added to: once panels are smaller than its last
/// digit the search ends.
pub(crate) fn integral(f: impl Fn(f64) -> f64, from: f64, to: f64, width: f64, beside: f64) -> Integral {
    let mut found = Integral { area: 0.0, end: from };
    let mut stride = if to < from { -width } else { width };
    for _ in 0..MOST_PANELS {
        let next = if (to - found.end).abs() <= stride.abs() { to } else { found.end + stride };
        let scale = (found.area + beside).abs();
        let area = refine(&f, found.end, next, 1e-15 * scale, DEPTH).abs();
        found.area += area;
        found.end = next;
        stride *= 2.0;
        if next == to || area <= 1e-17 * scale || !area.is_finite() {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrals_with_closed_forms() {
        let third = integral(|x| x * x, 1.0, 0.0, 0.3, 0.0);
        assert!((third.area - 1.0 / 3.0).abs() < 1e-15);
        let bell = integral(|x| libm::exp(-0.5 * x * x), 0.0, f64::NEG_INFINITY, 1.0, 0.0);
        assert!((bell.area - (0.5 * core::f64::consts::PI).sqrt()).abs() < 1e-13);
        let slow = integral(|x| libm::exp(-1e-9 * x), 0.0, f64::INFINITY, 64.0, 0.0);
        assert!((slow.area * 1e-9 - 1.0).abs() < 1e-12);
    }
}
