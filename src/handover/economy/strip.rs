//! The figures that stand first, each with what it was in the scenario that is compared with.

use orbita_economics::{Figure, NoFigure, Payback};

use super::{Case, Economy, contradicted};
use crate::i18n::amounts::{apart, as_read, money, money_before, number, per_cent, ratio, signed};
use crate::i18n::economy::held_money;
use crate::insight::economy::figures::Figures;

/// A figure of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Share kept after twelve months.
    Kept,
    /// Value of a client just won, net of what is spent on keeping: the ceiling for the CAC.
    Ltv,
    /// That value over the cost of winning a client.
    LtvToCac,
    /// Clients won a year.
    Won,
    /// Profit over the horizon.
    Profit,
    /// The month in which the cost of winning a client is earned back.
    Payback,
    /// [`Shown::Ltv`] before what is spent on keeping.
    LtvGross,
    /// [`Shown::LtvToCac`] before what is spent on keeping.
    RatioGross,
    /// [`Shown::Payback`] before what is spent on keeping.
    PaybackGross,
    /// Profit with the value of the clients left at the horizon.
    WithLeft,
    /// The lowest cash, not discounted.
    LowestCash,
}

/// The figures in the order of the strip.
pub const SHOWN: [Shown; 6] = [Shown::Kept, Shown::LtvToCac, Shown::Won, Shown::Profit, Shown::Ltv, Shown::Payback];

/// The figures in which scenarios are compared.
pub const COMPARED: [Shown; 11] = [
    Shown::Kept,
    Shown::Won,
    Shown::Profit,
    Shown::WithLeft,
    Shown::LowestCash,
    Shown::Ltv,
    Shown::LtvGross,
    Shown::LtvToCac,
    Shown::RatioGross,
    Shown::Payback,
    Shown::PaybackGross,
];

/// How a figure changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is in the scenario that is looked at, with the digits that the difference shows.
    now: String,
    /// What it is in the first scenario, as it is written, with the letter of that: "A: $1.2M".
    pub was: String,
    /// By how much it differs: "+15 pts", "×1.4".
    pub by: String,
    /// Whether that is good.
    pub is_good: bool,
}

impl Shown {
    /// Whether it is a sum of money and nothing else.
    fn is_sum(self) -> bool {
        matches!(self, Shown::Profit | Shown::Ltv | Shown::LtvGross | Shown::WithLeft)
    }

    /// The same figure before what is spent on keeping, or with the clients left: what stands beside it.
    fn counterpart(self) -> Option<Shown> {
        match self {
            Shown::Ltv => Some(Shown::LtvGross),
            Shown::LtvToCac => Some(Shown::RatioGross),
            Shown::Payback => Some(Shown::PaybackGross),
            _ => None,
        }
    }

    /// The figure of a scenario, or why there is none.
    ///
    /// # Errors
    /// Those of the figure.
    pub fn figure(self, case: &Case) -> Figure {
        let month = |payback: Figure<Payback>| payback.map(|payback| f64::from(payback.month));
        let read = |figures: &Figures| match self {
            Shown::Kept => figures.kept_year,
            Shown::LtvToCac => figures.client.ratio_net,
            Shown::Won => Ok(figures.won_year),
            Shown::Profit => Ok(figures.profit()),
            Shown::Ltv => figures.client.ltv_net,
            Shown::Payback => month(figures.client.payback_net),
            Shown::LtvGross => figures.client.ltv_gross,
            Shown::RatioGross => figures.client.ratio_gross,
            Shown::PaybackGross => month(figures.client.payback_gross),
            Shown::WithLeft => figures.worth.total,
            Shown::LowestCash => Ok(figures.lowest_cash.cash),
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
            Shown::LtvGross => words.ltv_gross.into(),
            Shown::RatioGross => words.ratio_gross.into(),
            Shown::PaybackGross => words.payback_gross.into(),
            Shown::WithLeft => words.profit_with_left.into(),
            Shown::LowestCash => words.lowest_cash.into(),
        }
    }

    /// A figure as it is written.
    pub fn written(&self, shown: Shown, value: f64) -> String {
        match shown {
            Shown::Kept => per_cent(self.lang, value, 0),
            Shown::LtvToCac | Shown::RatioGross => ratio(self.lang, value),
            Shown::Won => apart(self.lang, value, 0),
            Shown::Profit | Shown::Ltv | Shown::LtvGross | Shown::WithLeft | Shown::LowestCash => {
                money(self.lang, self.currency(), value)
            }
            Shown::Payback | Shown::PaybackGross if value == 0.0 => self.words().at_once.into(),
            Shown::Payback | Shown::PaybackGross => (self.words().in_months)(&number(self.lang, value, 0)),
        }
    }

    /// The figure of a scenario as it is written, or why there is none.
    ///
    /// # Errors
    /// The reason as a sentence.
    pub fn text(&self, shown: Shown, case: &Case) -> Result<String, String> {
        match shown.figure(case) {
            Ok(value) if shown == Shown::LowestCash => Ok(self.cash(case, value)),
            Ok(value) => {
                let written = self.written(shown, value);
                Ok(self.gone_again(shown, case).map_or(written.clone(), |gone| format!("{written}, {gone}")))
            }
            Err(why) => Err(contradicted::why(self.lang, &case.scenario, why)),
        }
    }

    /// Why this figure alone is missing. `None` where none of them can be calculated: that is said once, in the finding.
    pub fn own_reason(&self, shown: Shown, case: &Case) -> Option<String> {
        case.figures.as_ref().ok().and_then(|_| self.text(shown, case).err())
    }

    /// The figure as it is written, or in a word or two what stands in its place.
    pub fn brief(&self, shown: Shown, case: &Case) -> String {
        let words = self.words();
        match shown.figure(case) {
            Ok(value) if shown == Shown::LowestCash => self.cash(case, value),
            Ok(value) => self.written(shown, value),
            Err(NoFigure::NeverPaysBack) => words.never.into(),
            Err(NoFigure::Diverges) => words.no_limit.into(),
            Err(_) => words.missing.into(),
        }
    }

    /// The figure of the scenario that is looked at, as it stands beside its change from the first one.
    pub fn headline(&self, shown: Shown, change: Option<&Change>) -> String {
        let brief = || self.here().map(|here| self.brief(shown, here)).unwrap_or_default();
        change.map_or_else(brief, |change| change.now.clone())
    }

    /// That a payback does not last, where the clients who stay come to cost more than they bring.
    pub fn gone_again(&self, shown: Shown, case: &Case) -> Option<String> {
        let client = case.figures.as_ref().ok()?.client;
        let payback = match shown {
            Shown::Payback => client.payback_net.ok()?,
            Shown::PaybackGross => client.payback_gross.ok()?,
            _ => return None,
        };
        payback.gone.map(self.words().gone_again)
    }

    fn cash(&self, case: &Case, cash: f64) -> String {
        let words = self.words();
        match case.figures.as_ref().map(|figures| figures.lowest_cash) {
            Ok(lowest) if lowest.month > 0 => {
                let sum = self.written(Shown::LowestCash, cash);
                (words.lowest_cash_at)(&sum, lowest.month, lowest.back, lowest.below_again)
            }
            _ => words.never_below.into(),
        }
    }

    /// What stands beside a figure of the scenario that is looked at: the same before what is spent on keeping, or the median of
    /// its simulation, where that reads differently.
    pub fn counterpart(&self, shown: Shown) -> Option<String> {
        let here = self.here()?;
        if shown == Shown::Profit {
            let ranges = here.ranges.as_ref().filter(|ranges| ranges.has_ranges)?;
            let median = held_money(self.lang, self.currency(), ranges.at_end.quantile(0.5).ok()?);
            return (self.text(shown, here) != Ok(median.clone())).then(|| (self.range_words().median_beside)(&median));
        }
        let other = shown.counterpart()?;
        let gross = other.figure(here).ok().map(|gross| self.written(other, gross));
        let net = shown.figure(here).ok().map(|net| self.written(shown, net));
        let gross = gross.filter(|gross| net.as_ref() != Some(gross)).map(|gross| (self.words().gross)(&gross));
        let said: Vec<String> = [self.gone_again(shown, here), gross].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// How a figure of the scenario that is looked at differs from that of the first; `None` where it does not, or reads the
    /// same.
    pub fn change(&self, shown: Shown) -> Option<Change> {
        let here = self.here()?;
        let (now, before) = (shown.figure(here).ok()?, shown.figure(self.base()?).ok()?);
        let was = self.written(shown, before);
        if self.written(shown, now) == was {
            return None;
        }
        let is_money = shown.is_sum() || shown == Shown::LowestCash;
        let was = if is_money { money_before(self.lang, self.currency(), now, before) } else { was };
        // Between whole numbers the difference is the one that the reader counts.
        let difference = match shown {
            Shown::Kept => ((now * 100.0).round() - (before * 100.0).round()) / 100.0,
            Shown::Won | Shown::Payback | Shown::PaybackGross => as_read(now, 0) - as_read(before, 0),
            _ => now - before,
        };
        let by = match shown {
            Shown::Kept => {
                let points = number(self.lang, difference * 100.0, 0);
                (points != "0").then(|| (self.words().points)(&signed(&points, difference)))?
            }
            Shown::LtvToCac | Shown::RatioGross => {
                let times = number(self.lang, now / before, 1);
                (before > 0.0 && times != "1").then(|| format!("\u{d7}{times}"))?
            }
            _ => {
                let text = self.written(shown, difference);
                (text != self.written(shown, 0.0)).then(|| signed(&text, difference))?
            }
        };
        // Of all figures, only the payback is better where it is less.
        let less_is_better = matches!(shown, Shown::Payback | Shown::PaybackGross);
        let was = format!("{}: {was}", self.base()?.letter());
        let now = match shown.is_sum() {
            true => money_before(self.lang, self.currency(), before, now),
            false => self.brief(shown, here),
        };
        Some(Change { now, was, by, is_good: (difference > 0.0) != less_is_better })
    }
}
