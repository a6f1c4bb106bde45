//! Sensitivity of a plan: one input at a time, through the same computation as everything else (F54).

use super::input::Input;
use super::luck::Luck;
use super::monthly::{MonthlyPlan, Scores};
use super::run::Run;
use crate::estimate::Z90;
use crate::figure::{Field, Figure, figure};
use crate::lanes::Lanes;

/// The effect of one input on profit.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoBar {
    /// The input.
    pub input: Input,
    /// Linked inputs, which move with it.
    pub with: Vec<Input>,
    /// The number at its low end, per month: P10 of a stated range.
    pub low: f64,
    /// The number at its high end, per month.
    pub high: f64,
    /// Whether the ends are of a stated range; false for steps around an exact number.
    pub stated: bool,
    /// Profit over the horizon with the input at its low end, the others at their likely numbers.
    pub at_low: Figure,
    /// Profit with it at its high end.
    pub at_high: Figure,
}

impl TornadoBar {
    /// The difference in profit between both ends.
    ///
    /// # Errors
    /// That of the end without a profit.
    pub fn length(&self) -> Figure {
        figure((self.at_high? - self.at_low?).abs())
    }
}

impl MonthlyPlan {
    /// Every input, the five answers included, at its P10 and P90, the longest bar first; bars with an end that has no profit
    /// come before all others. Linked inputs move together, in the bar of the first of them.
    ///
    /// With `step`, exact inputs get a bar too: moved by that share of themselves, within their bounds.
    ///
    /// # Errors
    /// The step must be a share.
    pub fn tornado(&self, luck: &Luck, step: Option<f64>) -> Figure<Vec<TornadoBar>> {
        self.tornado_within(luck, step, |_| (f64::NEG_INFINITY, f64::INFINITY))
    }

    /// The same with ends that stop at the least and the most that each input may be, per month; linked inputs are moved by the
    /// whole of their ranges.
    ///
    /// # Errors
    /// As [`tornado`](MonthlyPlan::tornado).
    pub fn tornado_within(
        &self,
        luck: &Luck,
        step: Option<f64>,
        within: impl Fn(Input) -> (f64, f64),
    ) -> Figure<Vec<TornadoBar>> {
        if let Some(step) = step {
            Field::Share.share(step)?;
        }
        let mut bars: Vec<TornadoBar> = Vec::new();
        for input in Input::ALL {
            if self.is_range(input) {
                if !bars.iter().any(|other| other.with.contains(&input)) {
                    bars.push(self.by_range(input, luck, within(input)));
                }
            } else if let Some(step) = step.filter(|_| self.estimate(input).is_some()) {
                bars.push(self.by_step(input, step, within(input)));
            }
        }
        let length = |bar: &TornadoBar| bar.length().unwrap_or(f64::INFINITY);
        bars.sort_by(|one, other| length(other).total_cmp(&length(one)));
        Ok(bars)
    }

    fn by_range(&self, input: Input, luck: &Luck, (least, most): (f64, f64)) -> TornadoBar {
        let together = |other: &Input| self.is_range(*other) && luck.together(input, *other).is_some();
        let with: Vec<Input> = Input::ALL.into_iter().filter(|other| *other != input).filter(together).collect();
        let at = |score: f64, end: f64| {
            let scores = with.iter().fold(Scores::default().with(input, score), |scores, other| {
                scores.with(*other, score * luck.together(input, *other).unwrap_or(0.0))
            });
            let number = end.max(least).min(most);
            let mut drawn = self.draw(|input, _| scores.of(input));
            if number != end {
                drawn.set(input, Lanes::all(number));
            }
            (number, Run::new(self, drawn, self.retention_share).profit())
        };
        let (low, high) = self.spread(input).map_or((0.0, 0.0), |spread| spread.ends());
        let ((low, at_low), (high, at_high)) = (at(-Z90, low), at(Z90, high));
        TornadoBar { input, with, low, high, stated: true, at_low, at_high }
    }

    fn by_step(&self, input: Input, step: f64, (least, most): (f64, f64)) -> TornadoBar {
        let (likely, bounds) = (self.likely_of(input), self.bounds(input));
        let (least, most) = (bounds.least.max(least), bounds.most.min(most));
        let ends = [1.0 - step, 1.0 + step].map(|factor| (likely * factor).max(least).min(most));
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let at = |number: f64| {
            let mut drawn = self.draw(|_, _| 0.0);
            drawn.set(input, Lanes::all(number));
            Run::new(self, drawn, self.retention_share).profit()
        };
        TornadoBar { input, with: Vec::new(), low, high, stated: false, at_low: at(low), at_high: at(high) }
    }
}
