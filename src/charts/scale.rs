//! Numbers on a length: which round figures an axis names, and where a number lies.

/// Which figures count as round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Steps {
    /// 1, 2 and 5 and their tenfolds.
    #[default]
    Decimal,
    /// 1, 2, 3 and 6 months, then years in decimal steps.
    Months,
}

/// Where an axis begins.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Floor {
    /// At zero, or below where there are negative figures.
    #[default]
    Zero,
    /// Here where all figures lie above it, else as [`Floor::Zero`].
    At(f64),
    /// A little below the least figure.
    Data,
}

/// Beyond this a figure is drawn as this one: differences stay finite.
const MOST: f64 = 1e300;

/// A figure that can be drawn; what is infinite or no number cannot.
pub fn drawable(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-MOST, MOST))
}

/// From the least to the greatest figure that an axis for `values` holds: never empty, always finite.
pub fn domain(values: impl IntoIterator<Item = f64>, floor: Floor) -> (f64, f64) {
    let (low, high) = values
        .into_iter()
        .filter_map(drawable)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let (low, high) = if low > high { (0.0, 0.0) } else { (low, high) };
    let (low, high) = match floor {
        Floor::At(floor) if low >= floor => (floor, high),
        Floor::Zero | Floor::At(_) => (low.min(0.0), high.max(0.0)),
        Floor::Data => (low - (high - low) * 0.08, high),
    };
    // What is all equal lies in the middle, or on the floor if that is where it is.
    let span = high - low;
    if span > low.abs().max(high.abs()) * 1e-9 {
        (low, high)
    } else if low == 0.0 && high == 0.0 {
        (0.0, 1.0)
    } else {
        (low - low.abs() * 0.1, high + high.abs() * 0.1)
    }
}

/// The round figures inside a domain: the fewest steps that give at least `least` of them, which is two or more.
pub fn ticks((low, high): (f64, f64), least: usize, steps: Steps) -> Vec<f64> {
    let span = high - low;
    if span.is_nan() || span <= 0.0 || !span.is_finite() {
        return vec![low];
    }
    let least = least.max(2);
    if steps == Steps::Months {
        return months((low, high), least);
    }
    let mut power = span.log10().ceil() as i32;
    // Two steps above and below the size of the span hold any number of figures that fits a screen.
    let lowest = power - 4;
    while power >= lowest {
        for first in [5.0, 2.0, 1.0] {
            let found = multiples((low, high), first * 10_f64.powi(power));
            if found.len() >= least {
                return found;
            }
        }
        power -= 1;
    }
    vec![low, high]
}

fn months(domain: (f64, f64), least: usize) -> Vec<f64> {
    const LADDER: [f64; 11] = [1200.0, 600.0, 240.0, 120.0, 60.0, 24.0, 12.0, 6.0, 3.0, 2.0, 1.0];
    let all = LADDER.iter().map(|step| multiples(domain, *step));
    // Between two months there is nothing to name, however short the axis is.
    let whole = || Some(multiples(domain, 1.0)).filter(|found| found.len() > 1);
    all.into_iter().find(|found| found.len() >= least).or_else(whole).unwrap_or_else(|| vec![domain.0, domain.1])
}

/// The multiples of a step inside a domain, ends included.
fn multiples((low, high): (f64, f64), step: f64) -> Vec<f64> {
    let slack = 1e-9;
    let (first, last) = ((low / step - slack).ceil(), (high / step + slack).floor());
    if !(last - first).is_finite() || last - first > 1000.0 || last < first {
        return Vec::new();
    }
    // Adding zero makes the negative zero a plain one.
    (0..=(last - first) as usize).map(|at| (first + at as f64) * step + 0.0).collect()
}

/// Where numbers lie on a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Scale {
    /// From the ends of a domain to two places, in pixels.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Scale { domain, range }
    }

    /// The place of a number; what lies outside the domain is put at its end.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// The value of a line at `x`, between its points; nothing beside it or in a gap.
pub fn value_at(points: &[(f64, Option<f64>)], x: f64) -> Option<f64> {
    if let Some((_, value)) = points.iter().find(|(at, _)| *at == x) {
        return value.and_then(drawable);
    }
    points.windows(2).find_map(|pair| match *pair {
        [(from, Some(before)), (to, Some(after))] if from < x && x < to => {
            drawable(before + (after - before) * ((x - from) / (to - from)))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn axes_name_round_figures() {
        assert_eq!(ticks((0.3, 1.0), 3, Steps::Decimal), [0.4, 0.6000000000000001, 0.8, 1.0]);
        assert_eq!(ticks((0.0, 95.0), 3, Steps::Decimal), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(ticks((-5.0, 5.0), 3, Steps::Decimal), [-5.0, 0.0, 5.0]);
        assert_eq!(ticks((0.0, 36.0), 4, Steps::Months), [0.0, 12.0, 24.0, 36.0]);
        assert_eq!(ticks((0.0, 24.0), 4, Steps::Months), [0.0, 6.0, 12.0, 18.0, 24.0]);
        assert_eq!(ticks((0.0, 5.0), 4, Steps::Months), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn an_axis_begins_where_it_is_asked_to() {
        assert_eq!(domain([0.36, 1.0], Floor::At(0.3)), (0.3, 1.0));
        assert_eq!(domain([0.2, 1.0], Floor::At(0.3)), (0.0, 1.0));
        assert_eq!(domain([3.0, 7.0], Floor::Zero), (0.0, 7.0));
        assert_eq!(domain([-3.0, 7.0], Floor::Zero), (-3.0, 7.0));
        assert_eq!(domain([], Floor::Zero), (0.0, 1.0));
        assert_eq!(domain([0.0, 0.0], Floor::Data), (0.0, 1.0));
        assert_eq!(domain([100.0], Floor::Data), (90.0, 110.0));
        assert_eq!(domain([f64::NAN, 4.0], Floor::Zero), (0.0, 4.0));
    }

    #[test]
    fn a_line_has_values_between_its_points_and_none_in_a_gap() {
        let points = [(0.0, Some(1.0)), (2.0, Some(3.0)), (4.0, None), (6.0, Some(1.0))];
        assert_eq!(value_at(&points, 1.0), Some(2.0));
        assert_eq!(value_at(&points, 2.0), Some(3.0));
        assert_eq!([3.0, 4.0, 5.0, 7.0, -1.0].map(|x| value_at(&points, x)), [None; 5]);
    }

    proptest! {
        #[test]
        fn ticks_are_even_and_inside(low in -1e12..1e12_f64, span in 1e-6..1e12_f64, least in 2..6_usize) {
            let domain = (low, low + span);
            let found = ticks(domain, least, Steps::Decimal);
            prop_assume!(span > low.abs() * 1e-6);
            prop_assert!(found.len() >= least && found.len() <= 3 * least, "{} ticks", found.len());
            let step = found[1] - found[0];
            let slack = (low.abs() + span) * 1e-8;
            prop_assert!(found.iter().all(|tick| *tick >= low - slack && *tick <= low + span + slack));
            prop_assert!(found.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() <= slack));
        }

        #[test]
        fn a_place_is_always_in_its_range(values in prop::collection::vec(any::<f64>(), 0..6), value in any::<f64>()) {
            let domain = domain(values, Floor::Data);
            prop_assert!(domain.0 < domain.1 && domain.0.is_finite() && domain.1.is_finite());
            if let Some(value) = drawable(value) {
                let at = Scale::new(domain, (100.0, 20.0)).at(value);
                prop_assert!((20.0..=100.0).contains(&at));
            }
        }
    }
}
