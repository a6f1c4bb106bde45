//! Whether a change in a rate could ever be seen.

use crate::figure::{Field, Figure, NoFigure, figure};
use crate::math::normal_quantile;
use crate::rate::churn_over;
use crate::solve::crossing;

/// A comparison of two groups: how rare a false alarm and how sure a true one must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detection {
    /// Probability of calling two equal rates different, both sides; 0.05 by custom.
    pub significance: f64,
    /// Probability of seeing the difference when it is there; 0.8 by custom.
    pub power: f64,
}

/// So little of a customer is lost in computing shares.
const ROUNDING: f64 = 1e-6;

/// The longest test, in months.
pub const MOST_TEST_MONTHS: u32 = 60;

/// Customers needed in two groups to be compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupSizes {
    /// In the first.
    pub first: f64,
    /// In the second.
    pub second: f64,
}

impl GroupSizes {
    /// Both rounded up to whole customers.
    pub fn whole(self) -> Self {
        GroupSizes { first: self.first.ceil(), second: self.second.ceil() }
    }

    /// The customers there are, as whole ones that add up to all of them.
    pub fn there(self) -> Self {
        // A trifle less than a customer is one: a tenth of a hundred is 9.999999999999998.
        let whole = |customers: f64| (customers + ROUNDING).floor();
        let second = whole(self.second);
        GroupSizes { first: whole(self.first + self.second) - second, second }
    }

    /// Whether as many are [there](GroupSizes::there) in both groups.
    pub fn suffices(self, needed: Self) -> bool {
        let there = self.there();
        needed.first <= there.first && needed.second <= there.second
    }

    /// All customers needed, each group rounded up.
    pub fn total(self) -> f64 {
        let whole = self.whole();
        whole.first + whole.second
    }
}

impl Detection {
    /// Customers per group needed to see the difference between two rates (F17):
    /// [z_(1−α/2) √(2 p̄(1−p̄)) + z_power √(p1(1−p1) + p2(1−p2))]² / (p1−p2)².
    ///
    /// Round up: 2,628.6 means 2,629 customers in each of two groups.
    ///
    /// # Errors
    /// [`NoFigure::NoDifference`] for equal rates; rates must be shares, significance and power
    /// inside 0 and 1.
    pub fn customers_per_group(&self, p1: f64, p2: f64) -> Figure {
        Ok(self.groups(p1, p2, 1.0)?.first)
    }

    /// The same for groups of unequal size, the second `ratio` times the first (F74): with k the ratio and
    /// P = (p1 + k p2)/(1+k), n1 = [z_(1−α/2) √((1+1/k) P(1−P)) + z_power √(p1(1−p1) + p2(1−p2)/k)]² / (p1−p2)².
    ///
    /// Source: Fleiss, Tytun & Ury 1980, without their correction for continuity.
    ///
    /// # Errors
    /// The ratio must be positive; else as [`customers_per_group`](Detection::customers_per_group).
    pub fn groups(&self, p1: f64, p2: f64, ratio: f64) -> Figure<GroupSizes> {
        Field::Significance.inside(self.significance)?;
        Field::Power.inside(self.power)?;
        Field::Rate.share(p1)?;
        Field::Rate.share(p2)?;
        Field::Share.positive(ratio)?;
        if p1 == p2 {
            return Err(NoFigure::NoDifference);
        }
        let mean = (p1 + ratio * p2) / (1.0 + ratio);
        // Taken from the lower tail, where a significance near 0 keeps its digits.
        let alarm = -normal_quantile(0.5 * self.significance);
        let seen = normal_quantile(self.power);
        let if_equal = (1.0 + 1.0 / ratio) * mean * (1.0 - mean);
        let if_not = p1 * (1.0 - p1) + p2 * (1.0 - p2) / ratio;
        // A power below chance needs no sample at all.
        let root = (alarm * if_equal.sqrt() + seen * if_not.sqrt()).max(0.0) / (p1 - p2).abs();
        let first = figure(root * root)?;
        let sizes = GroupSizes { first, second: ratio * first };
        figure(sizes.total())?;
        Ok(sizes)
    }

    /// Group sizes to see a change of churn per month within `months` months, by the shares lost until then.
    ///
    /// # Errors
    /// As [`groups`](Detection::groups); months must be positive.
    pub fn churn_groups(&self, churn: f64, changed: f64, months: u32, ratio: f64) -> Figure<GroupSizes> {
        let months = f64::from(months);
        self.groups(churn_over(churn, months)?, churn_over(changed, months)?, ratio)
    }

    /// The fewest whole months, up to [`MOST_TEST_MONTHS`], in which `customers` customers show the change, with the share
    /// `reached` of them at the changed churn and the others as control group (F74), both [whole](GroupSizes::there).
    ///
    /// # Errors
    /// [`NoFigure::NotDetectable`] when no such time is long enough; the share must be between 0 and 1; else as
    /// [`groups`](Detection::groups).
    pub fn months_needed(&self, churn: f64, changed: f64, customers: f64, reached: f64) -> Figure<u32> {
        Field::Customers.not_negative(customers)?;
        Field::Reach.inside(reached)?;
        let there = GroupSizes { first: customers * (1.0 - reached), second: customers * reached };
        for months in 1..=MOST_TEST_MONTHS {
            let needed = match self.churn_groups(churn, changed, months, reached / (1.0 - reached)) {
                // After so long both groups have lost everybody.
                Err(NoFigure::NoDifference) if churn != changed => continue,
                needed => needed?.whole(),
            };
            if there.suffices(needed) {
                return Ok(months);
            }
        }
        // A cast of what is too large gives the largest count there is.
        Err(NoFigure::NotDetectable { per_group: there.first.min(there.second) as u32 })
    }

    /// The same, for the `per_group` customers there are: how many are needed, if there are as many.
    ///
    /// # Errors
    /// [`NoFigure::NotDetectable`] when there are fewer; else as
    /// [`customers_per_group`](Detection::customers_per_group).
    pub fn seen_with(&self, p1: f64, p2: f64, per_group: u32) -> Figure {
        let needed = self.customers_per_group(p1, p2)?;
        if needed <= f64::from(per_group) { Ok(needed) } else { Err(NoFigure::NotDetectable { per_group }) }
    }

    /// The smallest rise above the rate `from` that groups of `per_group` customers would show, as
    /// a share (0.03 = three points).
    ///
    /// # Errors
    /// [`NoFigure::NotDetectable`] when not even a rise to 1 would be seen; else as
    /// [`customers_per_group`](Detection::customers_per_group).
    pub fn smallest_visible_rise(&self, from: f64, per_group: u32) -> Figure {
        if from == 1.0 {
            return Err(NoFigure::NotDetectable { per_group });
        }
        self.seen_with(from, 1.0, per_group)?;
        let too_few =
            |rise: f64| self.customers_per_group(from, from + rise).unwrap_or(f64::INFINITY) - f64::from(per_group);
        figure(crossing(too_few, 0.0, 1.0 - from))
    }
}
