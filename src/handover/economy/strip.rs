//! The figures that stand first, each with what it was in the scenario that is compared with.

use orbita_economics::Figure;

use super::{Case, Economy};
use crate::i18n::amounts::{money, number, per_cent, signed};
use crate::insight::economy::figures::Figures;

/// A figure of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Share kept after twelve months.
    Kept,
    /// Value of a client.
    Ltv,
    /// Value of a client over the cost of winning one.
    LtvToCac,
    /// Clients won a year.
    Won,
    /// Profit over the horizon.
    Profit,
    /// Months until the cost of winning a client is paid back.
    Payback,
}

/// The figures in the order of the strip.
pub const SHOWN: [Shown; 6] = [Shown::Kept, Shown::LtvToCac, Shown::Won, Shown::Profit, Shown::Ltv, Shown::Payback];

/// How a figure changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it was, as it is written.
    pub was: String,
    /// By how much it differs: "+15 pts", "×1.4".
    pub by: String,
    /// Whether that is good.
    pub is_good: bool,
}

impl Shown {
    /// The figure of a scenario, or why there is none.
    pub fn figure(self, case: &Case) -> Figure {
        let read = |figures: &Figures| match self {
            Shown::Kept => Ok(figures.kept_year),
            Shown::LtvToCac => figures.ltv_to_cac,
            Shown::Won => Ok(figures.won_year),
            Shown::Profit => Ok(figures.profit),
            Shown::Ltv => figures.ltv,
            Shown::Payback => figures.payback,
        };
        case.figures.as_ref().map_err(|why| *why).and_then(|figures| read(figures))
    }
}

impl Economy {
    /// What a figure is called.
    pub fn label(&self, shown: Shown) -> String {
        let words = self.words();
        match shown {
            Shown::Kept => words.kept_year.into(),
            Shown::LtvToCac => words.ltv_to_cac.into(),
            Shown::Won => words.won_year.into(),
            Shown::Profit => (words.profit_over)(self.here().map_or(0, |here| here.scenario.horizon)),
            Shown::Ltv => words.ltv.into(),
            Shown::Payback => words.payback.into(),
        }
    }

    /// A figure as it is written.
    pub fn written(&self, shown: Shown, value: f64) -> String {
        match shown {
            Shown::Kept => per_cent(self.lang, value, 0),
            Shown::LtvToCac => number(self.lang, value, 1),
            Shown::Won => number(self.lang, value, 0),
            Shown::Profit | Shown::Ltv => money(self.lang, self.currency(), value),
            Shown::Payback => (self.words().in_months)(&number(self.lang, value, 1)),
        }
    }

    /// The figure of a scenario as it is written, or why there is none.
    ///
    /// # Errors
    /// The reason as a sentence.
    pub fn text(&self, shown: Shown, case: &Case) -> Result<String, String> {
        match shown.figure(case) {
            Ok(value) => Ok(self.written(shown, value)),
            Err(why) => Err(self.lang.words().no_figure(why)),
        }
    }

    /// How a figure of the scenario that is looked at differs from that of the first; `None` where it does not, or reads the
    /// same.
    pub fn change(&self, shown: Shown) -> Option<Change> {
        let (now, before) = (shown.figure(self.here()?).ok()?, shown.figure(self.base()?).ok()?);
        let was = self.written(shown, before);
        if self.written(shown, now) == was {
            return None;
        }
        let difference = now - before;
        let by = match shown {
            Shown::Kept => {
                let points = number(self.lang, difference * 100.0, 0);
                (points != "0").then(|| format!("{} {}", signed(&points, difference), self.words().points))?
            }
            Shown::LtvToCac => {
                let times = number(self.lang, now / before, 1);
                (before > 0.0 && times != "1").then(|| format!("\u{d7}{times}"))?
            }
            _ => {
                let text = self.written(shown, difference);
                (text != self.written(shown, 0.0)).then(|| signed(&text, difference))?
            }
        };
        // Of all figures, only the payback is better where it is less.
        Some(Change { was, by, is_good: (difference > 0.0) != (shown == Shown::Payback) })
    }
}
