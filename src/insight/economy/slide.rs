//! How far the slider of an input reaches, and in which steps: only to where there are figures.

use super::answers::{self, Stop};
use crate::model::amount::{Estimate, Moving};
use crate::model::scenario::{Quantity, Scenario};

/// A step that ends at a multiple of itself is taken for that multiple.
const SAME: f64 = 1e-9;

/// The ends of a slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slide {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// One step: about two hundred of them, in round numbers.
    pub step: f64,
    /// The answer before which it stops at the low end.
    pub below: Option<Stop>,
    /// The answer before which it stops at the high end.
    pub above: Option<Stop>,
}

/// From this many times smaller on, a number that is typed gets a scale of its own.
const SMALLER: f64 = 8.0;

/// The number whose size gives the slider of an input its scale, by the scenario that is looked at; what is nothing has no size,
/// and takes that of the scenarios that follow, or one-off costs that of a budget.
pub fn size<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>, quantity: Quantity) -> f64 {
    let of = |scenario: &Scenario| {
        let alike = (quantity == Quantity::OneOff).then(|| scenario.budget.likely());
        [Some(scenario.quantity(quantity).likely()), alike]
            .into_iter()
            .flatten()
            .find(|number| has_size(quantity, *number))
    };
    scenarios.into_iter().find_map(of).unwrap_or_default()
}

/// The same once the number is another, by any other hand than that on the slider: the scale stays where it still shows it well.
pub fn resized(quantity: Quantity, before: f64, number: f64) -> f64 {
    let (low, high) = ends(quantity, before);
    let is_small = has_size(quantity, number) && number.abs() * SMALLER < before.abs();
    if number < low || number > high || is_small { number } else { before }
}

fn has_size(quantity: Quantity, number: f64) -> bool {
    number != 0.0 && number != quantity.bounds().least
}

impl Slide {
    /// The slider of an input around a number.
    pub fn around(scenario: &Scenario, quantity: Quantity, number: f64) -> Self {
        Slide::scaled(scenario, quantity, number, number)
    }

    /// The slider of an input with the scale of some size, for a number that lies on it.
    pub fn scaled(scenario: &Scenario, quantity: Quantity, size: f64, number: f64) -> Self {
        let (low, high) = ends(quantity, size);
        let step = step(quantity, low, high);
        let (below, above) = answers::stops(scenario, quantity);
        let below = below.filter(|stop| stop.at >= low);
        let above = above.filter(|stop| stop.at <= high);
        // A number that agrees with the answers is reached, between two steps too.
        let agrees = below.is_none_or(|stop| number > stop.at) && above.is_none_or(|stop| number < stop.at);
        let reach = |end: f64, further: fn(f64, f64) -> f64| if agrees { further(end, number) } else { end };
        let least = below.map_or(low, |stop| reach(((stop.at / step + SAME).floor() + 1.0) * step, f64::min));
        let most = above.map_or(high, |stop| reach(((stop.at / step - SAME).ceil() - 1.0) * step, f64::max));
        // Between two answers that are closer than a step there is their middle.
        match (below, above) {
            (Some(under), Some(over)) if least > most || least >= over.at || most <= under.at => {
                let middle = f64::midpoint(under.at, over.at);
                Slide { low: middle, high: middle, step, below, above }
            }
            _ => Slide { low: least, high: most.max(least), step, below, above },
        }
    }

    /// The nearest number to another one that the slider reaches.
    pub fn nearest(&self, number: f64) -> f64 {
        number.min(self.high).max(self.low)
    }

    /// Whether the slider stands at an end of its scale, where a number that is typed may go on: no answer stops it.
    pub fn is_at_an_end(&self, quantity: Quantity, number: f64) -> bool {
        let bounds = quantity.bounds();
        let at_high = number >= self.high && self.high < bounds.most;
        let at_low = number <= self.low && self.low > bounds.least;
        self.low < self.high && self.stopped(number).is_none() && (at_high || at_low)
    }

    /// The answer that stops the slider where it stands.
    pub fn stopped(&self, number: f64) -> Option<Stop> {
        let (at_low, at_high) = (number <= self.low, number >= self.high);
        self.below.filter(|_| at_low).or(self.above.filter(|_| at_high))
    }
}

/// The one input that contradicts what was answered, as near to what it is as it agrees; `None` where none or several do, or none
/// agrees.
pub fn taken_back(scenario: &Scenario) -> Option<(Quantity, Estimate)> {
    let mut inputs = answers::contradictions(scenario).into_iter().map(|(answer, _)| answers::contradicted_by(answer));
    let first = inputs.next()??;
    let is_one = inputs.all(|input| input == Some(first));
    let (now, bounds) = (*scenario.quantity(first), first.bounds());
    let to = Slide::around(scenario, first, now.likely()).nearest(now.likely());
    let moved = Moving::default().around(now, to, bounds.least, bounds.most)?;
    let mut tried = scenario.clone();
    *tried.quantity_mut(first) = moved;
    tried.follow(scenario);
    (is_one && answers::contradictions(&tried).is_empty()).then_some((first, moved))
}

/// The ends for a number, whatever was answered.
fn ends(quantity: Quantity, number: f64) -> (f64, f64) {
    let bounds = quantity.bounds();
    match quantity {
        Quantity::Margin => (0.0, 1.0),
        Quantity::Growth => {
            let far = round_up(number.abs() * 2.0).clamp(0.5, bounds.most);
            ((-far).max(bounds.least), far)
        }
        Quantity::Discount => (0.0, round_up(number * 2.5).clamp(0.3, bounds.most)),
        Quantity::Churn => (0.0, round_up(number * 2.5).clamp(0.01, 1.0)),
        _ => (bounds.least, round_up(number * 2.5).clamp(10.0, bounds.most)),
    }
}

fn step(quantity: Quantity, low: f64, high: f64) -> f64 {
    let step = round_up((high - low) / 250.0);
    if quantity == Quantity::Clients { step.max(1.0) } else { step }
}

/// The next of 1, 2, 5 and their tenfolds.
fn round_up(number: f64) -> f64 {
    if number <= 0.0 {
        return 0.0;
    }
    let power = 10.0_f64.powf(number.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .map(|first| first * power)
        .into_iter()
        .find(|round| *round >= number * 0.999_999)
        .unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::economy::figures::figures;
    use crate::model::scenario::{Answer, Response};

    fn exact(number: f64) -> Estimate {
        Estimate::exact(number).expect("finite")
    }

    fn put(before: &Scenario, quantity: Quantity, to: f64) -> Scenario {
        let bounds = quantity.bounds();
        let now = *before.quantity(quantity);
        let moved = Moving::default().around(now, to, bounds.least, bounds.most).expect("a number");
        let mut scenario = before.clone();
        *scenario.quantity_mut(quantity) = moved;
        scenario.follow(before);
        scenario
    }

    /// The sample with the same answers about churn and winning, given by a person.
    fn answered() -> Scenario {
        let mut scenario = Scenario::sample("$", 1.0);
        let response = scenario.response.as_mut().expect("answers");
        for answer in Answer::ALL {
            *response.answer_mut(answer) = exact(response.answer(answer).likely());
        }
        scenario
    }

    #[test]
    fn a_slider_at_the_end_of_its_scale_is_told_from_one_at_the_end_of_what_may_be() {
        let scenario = Scenario { response: None, ..Scenario::sample("$", 1.0) };
        let at = |quantity, size: f64, number| {
            Slide::scaled(&scenario, quantity, size, number).is_at_an_end(quantity, number)
        };
        assert!(at(Quantity::Clients, 200.0, 500.0) && !at(Quantity::Clients, 200.0, 499.0));
        assert!(!at(Quantity::Clients, 200.0, 0.0), "fewer than none there are not");
        assert!(!at(Quantity::Margin, 0.6, 1.0), "nor more than all");
        assert!(at(Quantity::Growth, 0.1, -0.5), "growth goes on below");
    }

    #[test]
    fn wherever_a_slider_stands_there_are_figures() {
        let mut scenarios = vec![Scenario::sample("$", 1.0), answered()];
        for (churn, idle, best, cac, most) in [
            (0.03, 0.0301, 0.0299, 5_000.0, 6.5),
            (0.5, 0.99, 0.0, 400.0, 81.0),
            (0.0123, 0.0456, 0.001, 31_000.0, 1.1),
            (1e-6, 1.0, 0.0, 0.5, 70_000.0),
        ] {
            let mut scenario = Scenario { churn: exact(churn), cac: exact(cac), ..Scenario::sample("$", 1.0) };
            let response = scenario.response.expect("answers");
            let response =
                Response { churn_idle: exact(idle), churn_best: exact(best), won_most: exact(most), ..response };
            scenario.response = Some(response);
            assert!(figures(&scenario).is_ok(), "{churn}");
            scenarios.push(scenario);
        }
        for scenario in &scenarios {
            for quantity in Quantity::ALL {
                let now = scenario.quantity(quantity).likely();
                let slide = Slide::around(scenario, quantity, now);
                assert!(slide.low <= now && now <= slide.high, "{quantity:?} {now} {slide:?}");
                for at in 0..=20 {
                    let to = slide.low + (slide.high - slide.low) * f64::from(at) / 20.0;
                    let made = figures(&put(scenario, quantity, to));
                    assert!(made.is_ok(), "{quantity:?} at {to}: {:?}", made.err());
                }
            }
        }
    }

    #[test]
    fn a_scale_comes_from_no_number_that_the_slider_is_moved_to() {
        let sample = answered();
        for quantity in Quantity::ALL {
            let size_at = |number| size([&put(&sample, quantity, number), &sample], quantity);
            let slide = |number| Slide::scaled(&sample, quantity, size_at(number), number);
            let now = sample.quantity(quantity).likely();
            let (least, here) = (quantity.bounds().least, slide(now));
            assert!(here.low <= now && now <= here.high, "{quantity:?} {here:?}");
            if least == 0.0 && here.low == 0.0 {
                assert_eq!(slide(0.0).high, here.high, "{quantity:?}: nothing has no size");
            }
            // Of what the slider reaches nothing but what is far too small for its steps would move its scale if it was typed.
            let before = size_at(now);
            for number in [here.low, here.high, now, before / SMALLER] {
                assert_eq!(resized(quantity, before, number), before, "{quantity:?} {number}");
            }
        }
        assert_eq!(size([&sample], Quantity::OneOff), sample.budget.likely(), "of a size that says something");
        // A slip of the keyboard, and back: the steps are fine again.
        let slip = resized(Quantity::Clients, 200.0, 200_000.0);
        assert_eq!((slip, resized(Quantity::Clients, slip, 200.0)), (200_000.0, 200.0));
        assert_eq!(resized(Quantity::Clients, 200.0, 0.0), 200.0);
    }

    #[test]
    fn the_answer_that_stops_a_slider_is_known() {
        let scenario = answered();
        let slide = Slide::around(&scenario, Quantity::Churn, 0.03);
        assert!(slide.low > 0.012 && slide.high < 0.045, "{slide:?}");
        assert_eq!(slide.stopped(slide.high), Some(Stop { answer: Answer::ChurnIdle, at: 0.045 }));
        assert_eq!(slide.stopped(slide.low), Some(Stop { answer: Answer::ChurnBest, at: 0.012 }));
        assert_eq!(slide.stopped(0.03), None);
        // What was typed beyond comes back to where there are figures.
        let beyond = put(&scenario, Quantity::Churn, 0.2);
        assert!(figures(&beyond).is_err());
        let (quantity, back) = taken_back(&beyond).expect("a way back");
        assert_eq!(quantity, Quantity::Churn);
        assert!(back.likely() < 0.045 && figures(&put(&beyond, quantity, back.likely())).is_ok(), "{back:?}");
        let cheap = put(&scenario, Quantity::Cac, 1.0);
        let (quantity, back) = taken_back(&cheap).expect("a way back");
        assert!(quantity == Quantity::Cac && figures(&put(&cheap, quantity, back.likely())).is_ok(), "{back:?}");
        assert_eq!(taken_back(&scenario), None);
        assert_eq!(taken_back(&put(&beyond, Quantity::Cac, 1.0)), None, "two inputs");
        let untouched = Slide::around(&Scenario::sample("$", 1.0), Quantity::Churn, 0.03);
        assert!(untouched.low < 0.001 && untouched.high > 0.07, "an answer that nobody gave follows: {untouched:?}");
        let silent = Scenario { response: None, ..scenario };
        assert_eq!(Slide::around(&silent, Quantity::Churn, 0.03).stopped(0.0), None);
    }
}
