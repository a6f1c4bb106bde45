//! Two curves over time.

/// When one curve overtakes another: the first moment, between two periods by a straight line, at
/// which `a` rises above `b` after having been below it. `None` when that never happens. What differs by no more than rounding
/// is level.
pub fn overtakes(a: &[f64], b: &[f64]) -> Option<f64> {
    let lead: Vec<f64> = a.iter().zip(b).map(|(a, b)| if is_level(*a, *b) { 0.0 } else { a - b }).collect();
    let mut behind: Option<usize> = None;
    for (t, now) in lead.iter().enumerate() {
        if *now < 0.0 {
            behind = Some(t);
        } else if *now > 0.0
            && let Some(last) = behind
        {
            let gap = lead[last];
            let crossing = last as f64 + (t - last) as f64 * (gap / (gap - now));
            return crossing.is_finite().then_some(crossing);
        }
    }
    None
}

/// Sums of many terms agree to this share of them, whatever the order they are added in.
const ROUNDING: f64 = 1e-9;

fn is_level(a: f64, b: f64) -> bool {
    (a - b).abs() <= ROUNDING * a.abs().max(b.abs())
}
