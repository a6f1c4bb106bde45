//! Minima in several unknowns, for least squares and likelihoods.

/// The lowest point of f that Nelder and Mead's simplex finds from any of the starts, then begun
/// anew from its own result until that no longer helps. Points where f is NaN are avoided.
pub(crate) fn lowest<const N: usize>(f: impl Fn([f64; N]) -> f64, starts: &[[f64; N]], step: f64) -> ([f64; N], f64) {
    let mut search = Search::new(starts, step);
    while let Some(point) = search.ask() {
        search.observe(f(point));
    }
    search.best()
}

type Corner<const N: usize> = ([f64; N], f64);

/// The same search point by point: it asks for the value at a point and waits for it, so that evaluations can be sliced.
#[derive(Debug, Clone)]
pub(crate) struct Search<const N: usize> {
    starts: Vec<[f64; N]>,
    step: f64,
    begun: usize,
    descent: Option<Descent<N>>,
    best: Corner<N>,
}

/// The number of restarts from the best point.
const AGAIN: usize = 8;

impl<const N: usize> Search<N> {
    pub fn new(starts: &[[f64; N]], step: f64) -> Self {
        let descent = starts.first().map(|start| Descent::new(*start, step));
        Search { starts: starts.to_vec(), step, begun: 1, descent, best: ([0.0; N], f64::INFINITY) }
    }

    /// The point to evaluate; `None` at the end.
    pub fn ask(&self) -> Option<[f64; N]> {
        self.descent.as_ref().map(|descent| descent.asked)
    }

    pub fn observe(&mut self, height: f64) {
        let height = if height.is_nan() { f64::INFINITY } else { height };
        let Some(found) = self.descent.as_mut().and_then(|descent| descent.observe(height)) else { return };
        let gain = self.best.1 - found.1;
        let helped = gain > 1e-11 * (1.0 + self.best.1.abs());
        if gain > 0.0 {
            self.best = found;
        }
        let next = match self.starts.get(self.begun) {
            Some(start) => Some(*start),
            None if self.begun == self.starts.len() => Some(self.best.0),
            None => (helped && self.begun < self.starts.len() + AGAIN).then_some(self.best.0),
        };
        self.begun += 1;
        self.descent = next.map(|start| Descent::new(start, self.step));
    }

    pub fn best(&self) -> Corner<N> {
        self.best
    }

    /// The share of the search that is done, judged by its starts.
    pub fn share_done(&self) -> f64 {
        (self.begun - 1) as f64 / (self.starts.len() + 2) as f64
    }
}

/// One descent of a simplex.
#[derive(Debug, Clone)]
struct Descent<const N: usize> {
    corners: Vec<Corner<N>>,
    start: [f64; N],
    step: f64,
    centre: [f64; N],
    moves: u32,
    stage: Stage<N>,
    asked: [f64; N],
}

#[derive(Debug, Clone, Copy)]
enum Stage<const N: usize> {
    Building,
    Mirrored,
    Stretched(Corner<N>),
    Halved,
    /// Moving this corner towards the lowest.
    Shrinking(usize),
}

/// The most moves of one descent.
const MOST_MOVES: u32 = 2_000;

fn between<const N: usize>(from: [f64; N], to: [f64; N], t: f64) -> [f64; N] {
    std::array::from_fn(|i| from[i] + t * (to[i] - from[i]))
}

impl<const N: usize> Descent<N> {
    fn new(start: [f64; N], step: f64) -> Self {
        Descent {
            corners: Vec::with_capacity(N + 1),
            start,
            step,
            centre: start,
            moves: 0,
            stage: Stage::Building,
            asked: start,
        }
    }

    /// Takes the value at the point asked for; returns the lowest corner at the end.
    fn observe(&mut self, height: f64) -> Option<Corner<N>> {
        let evaluated = (self.asked, height);
        match self.stage {
            Stage::Building => {
                self.corners.push(evaluated);
                let side = self.corners.len() - 1;
                if side < N {
                    self.asked = self.start;
                    self.asked[side] += self.step;
                    return None;
                }
                self.next_move()
            }
            Stage::Mirrored => {
                let worst = self.corners[N];
                if evaluated.1 < self.corners[0].1 {
                    self.stage = Stage::Stretched(evaluated);
                    self.asked = between(self.centre, worst.0, -2.0);
                    None
                } else if evaluated.1 < self.corners[N - 1].1 {
                    self.replace(evaluated)
                } else {
                    self.stage = Stage::Halved;
                    let towards = if evaluated.1 < worst.1 { -0.5 } else { 0.5 };
                    self.asked = between(self.centre, worst.0, towards);
                    None
                }
            }
            Stage::Stretched(mirrored) => self.replace(if evaluated.1 < mirrored.1 { evaluated } else { mirrored }),
            Stage::Halved => self.replace(evaluated),
            Stage::Shrinking(place) => {
                self.corners[place] = evaluated;
                self.shrink(place + 1)
            }
        }
    }

    fn replace(&mut self, next: Corner<N>) -> Option<Corner<N>> {
        if next.1 < self.corners[N].1 {
            self.corners[N] = next;
            self.next_move()
        } else {
            self.shrink(1)
        }
    }

    fn shrink(&mut self, place: usize) -> Option<Corner<N>> {
        if place > N {
            return self.next_move();
        }
        self.stage = Stage::Shrinking(place);
        self.asked = between(self.corners[0].0, self.corners[place].0, 0.5);
        None
    }

    fn next_move(&mut self) -> Option<Corner<N>> {
        self.corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        let (lowest, worst) = (self.corners[0], self.corners[N]);
        let width = (0..N).map(|i| (worst.0[i] - lowest.0[i]).abs()).fold(0.0, f64::max);
        let settled = width <= 1e-10 && worst.1 - lowest.1 <= 1e-13 * (1.0 + lowest.1.abs());
        if settled || self.moves == MOST_MOVES {
            return Some(lowest);
        }
        self.moves += 1;
        self.centre = [0.0; N];
        for corner in &self.corners[..N] {
            for (centre, x) in self.centre.iter_mut().zip(corner.0) {
                *centre += x / N as f64;
            }
        }
        self.stage = Stage::Mirrored;
        self.asked = between(self.centre, worst.0, -1.0);
        None
    }
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

    #[test]
    fn the_deeper_of_two_valleys_is_found_from_a_start_near_it() {
        let valleys = |[x]: [f64; 1]| (x + 2.0) * (x + 2.0) * (x - 2.0) * (x - 2.0) - 0.1 * x;
        assert!((lowest(valleys, &[[-3.0]], 0.2).0[0] + 2.0).abs() < 0.1);
        assert!((lowest(valleys, &[[-3.0], [3.0]], 0.2).0[0] - 2.0).abs() < 0.1);
    }
}
