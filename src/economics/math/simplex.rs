//! Least squares and likelihoods of several unknowns.

/// The lowest point of f that Nelder and Mead's simplex finds from any of the starts, then begun
/// anew from its own result until that no longer helps. Points where f is NaN are avoided.
pub(crate) fn lowest<const N: usize>(f: impl Fn([f64; N]) -> f64, starts: &[[f64; N]], step: f64) -> ([f64; N], f64) {
    let f = |x: [f64; N]| {
        let y = f(x);
        if y.is_nan() { f64::INFINITY } else { y }
    };
    let mut best = ([0.0; N], f64::INFINITY);
    for start in starts {
        let found = descend(&f, *start, step);
        if found.1 < best.1 {
            best = found;
        }
    }
    for _ in 0..8 {
        let found = descend(&f, best.0, step);
        let gain = best.1 - found.1;
        if gain > 0.0 {
            best = found;
        }
        if gain.is_nan() || gain <= 1e-11 * (1.0 + best.1.abs()) {
            break;
        }
    }
    best
}

fn descend<const N: usize>(f: &impl Fn([f64; N]) -> f64, start: [f64; N], step: f64) -> ([f64; N], f64) {
    let mut simplex = vec![(start, f(start))];
    for i in 0..N {
        let mut corner = start;
        corner[i] += step;
        simplex.push((corner, f(corner)));
    }
    let between = |from: [f64; N], to: [f64; N], t: f64| {
        let mut x = from;
        for i in 0..N {
            x[i] += t * (to[i] - from[i]);
        }
        (x, f(x))
    };
    for _ in 0..2_000 {
        simplex.sort_by(|a, b| a.1.total_cmp(&b.1));
        let (lowest, worst) = (simplex[0], simplex[N]);
        let width = (0..N).map(|i| (worst.0[i] - lowest.0[i]).abs()).fold(0.0, f64::max);
        if width <= 1e-10 && worst.1 - lowest.1 <= 1e-13 * (1.0 + lowest.1.abs()) {
            break;
        }
        let mut centre = [0.0; N];
        for corner in &simplex[..N] {
            for (centre, x) in centre.iter_mut().zip(corner.0) {
                *centre += x / N as f64;
            }
        }
        let mirrored = between(centre, worst.0, -1.0);
        let next = if mirrored.1 < lowest.1 {
            let further = between(centre, worst.0, -2.0);
            if further.1 < mirrored.1 { further } else { mirrored }
        } else if mirrored.1 < simplex[N - 1].1 {
            mirrored
        } else if mirrored.1 < worst.1 {
            between(centre, worst.0, -0.5)
        } else {
            between(centre, worst.0, 0.5)
        };
        if next.1 < worst.1 {
            simplex[N] = next;
        } else {
            for corner in simplex.iter_mut().skip(1) {
                *corner = between(lowest.0, corner.0, 0.5);
            }
        }
    }
    simplex.sort_by(|a, b| a.1.total_cmp(&b.1));
    simplex[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lowest_of_a_bent_valley() {
        let banana = |[x, y]: [f64; 2]| (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x);
        let (at, value) = lowest(banana, &[[-1.2, 1.0]], 0.5);
        assert!((at[0] - 1.0).abs() < 1e-6 && (at[1] - 1.0).abs() < 1e-6 && value < 1e-12);
    }
}
