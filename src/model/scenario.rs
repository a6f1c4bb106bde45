//! What keeping clients is reckoned with: scenarios, initiatives and the revenue of accounts, as a person states them.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Estimate};
use super::merge::Merging;
use super::quantity::CardId;
use super::records::{Key, Names, Record};

/// A way to go on: everything that the economics of retention is reckoned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The name. Empty: named by its letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What money is counted in: a sign or a code, such as "₽" or "USD".
    pub currency: String,
    /// What revenue, churn, budget and costs are stated for.
    pub period: Period,
    /// How far to look, in months.
    pub horizon: u16,
    /// Clients at the start.
    pub clients: Estimate,
    /// Revenue per client and period.
    pub revenue: Estimate,
    /// Share of revenue left after the cost to serve.
    pub margin: Estimate,
    /// Share of clients lost per period, with what is spent on keeping today.
    pub churn: Estimate,
    /// Cost to acquire a client, with what is spent on winning today.
    pub cac: Estimate,
    /// Money for keeping and winning per period.
    pub budget: Estimate,
    /// Share of the budget that goes into keeping.
    pub keep: Amount,
    /// A cost paid once.
    pub one_off: Estimate,
    /// Over how many months that cost is spread.
    pub one_off_months: u16,
    /// Discount rate a year.
    pub discount: Estimate,
    /// Growth of the revenue per client a year.
    pub growth: Estimate,
    /// What money does to churn and to the number of clients won; without it they stay as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// The table of cohorts that churn is read from, if one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohorts: Option<CohortTable>,
}

/// Plain answers about what spending does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Spent on keeping per period today, when churn is as stated.
    pub keep_today: Amount,
    /// Churn per period if nothing were spent on keeping.
    pub churn_idle: Amount,
    /// Churn per period with all the money in the world.
    pub churn_best: Amount,
    /// Spent on winning per period today, when the CAC is as stated.
    pub win_today: Amount,
    /// The most clients per period that the market could give.
    pub won_most: Amount,
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

impl Period {
    /// Every length, the shortest first.
    pub const ALL: [Period; 3] = [Period::Month, Period::Quarter, Period::Year];

    /// How many months it has.
    pub fn months(self) -> u16 {
        match self {
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
        }
    }
}

/// How many of each cohort are left at the start and after each period: a row a cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortTable {
    /// Whether the entries are per cent of the first one, whose size is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_cent: bool,
    /// The rows. Cohorts that started later have shorter ones.
    pub rows: Vec<Vec<Amount>>,
    /// What the cohorts are called, in the order of the rows; empty where nobody named them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// An action that removes a friction or is a practice, with what it costs and should change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// The name. Empty: named by the friction it removes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The friction that it removes, if it removes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friction: Option<CardId>,
    /// Cost paid once.
    pub cost_once: Estimate,
    /// Cost per period of the scenario.
    pub cost_per_period: Estimate,
    /// Share of the clients whom it reaches.
    pub reach: Estimate,
    /// Churn per period that it takes away from those reached, as a share (0.004 is 0.4 points).
    pub churn_cut: Estimate,
    /// Margin per client and period that it adds for those reached.
    pub margin_gain: Estimate,
    /// Clients per period that it wins beside the others.
    pub won: Estimate,
}

/// A client with what it pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The name.
    pub name: String,
    /// Recurring revenue by period, the oldest first.
    pub revenue: Vec<Amount>,
}

/// An input of an initiative that is an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// [`Initiative::cost_once`].
    CostOnce,
    /// [`Initiative::cost_per_period`].
    CostPerPeriod,
    /// [`Initiative::reach`].
    Reach,
    /// [`Initiative::churn_cut`].
    ChurnCut,
    /// [`Initiative::margin_gain`].
    MarginGain,
    /// [`Initiative::won`].
    Won,
}

impl Lever {
    /// Every lever, in the order in which people are asked.
    pub const ALL: [Lever; 6] =
        [Lever::CostOnce, Lever::CostPerPeriod, Lever::Reach, Lever::ChurnCut, Lever::MarginGain, Lever::Won];

    /// The least and the most that it may be.
    pub fn bounds(self) -> Bounds {
        match self {
            Lever::CostOnce | Lever::CostPerPeriod | Lever::Won => Bounds::MONEY,
            Lever::Reach => Bounds::SHARE,
            Lever::ChurnCut => Bounds { least: -1.0, most: 1.0 },
            Lever::MarginGain => Bounds { least: -Bounds::MONEY.most, most: Bounds::MONEY.most },
        }
    }
}

/// An input of a scenario that is an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// [`Scenario::clients`].
    Clients,
    /// [`Scenario::revenue`].
    Revenue,
    /// [`Scenario::margin`].
    Margin,
    /// [`Scenario::churn`].
    Churn,
    /// [`Scenario::cac`].
    Cac,
    /// [`Scenario::budget`].
    Budget,
    /// [`Scenario::one_off`].
    OneOff,
    /// [`Scenario::discount`].
    Discount,
    /// [`Scenario::growth`].
    Growth,
}

impl Quantity {
    /// Every quantity, in the order in which people are asked.
    pub const ALL: [Quantity; 9] = [
        Quantity::Clients,
        Quantity::Revenue,
        Quantity::Margin,
        Quantity::Churn,
        Quantity::Cac,
        Quantity::Budget,
        Quantity::OneOff,
        Quantity::Discount,
        Quantity::Growth,
    ];

    /// The least and the most that it may be, both included.
    pub fn bounds(self) -> Bounds {
        match self {
            Quantity::Margin | Quantity::Churn => Bounds::SHARE,
            Quantity::Cac => Bounds { least: 0.01, ..Bounds::MONEY },
            Quantity::Discount => Bounds { least: 0.0, most: 10.0 },
            Quantity::Growth => Bounds { least: -0.95, most: 10.0 },
            _ => Bounds::MONEY,
        }
    }
}

/// The least and the most that an amount may be, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Bounds {
    /// From nothing to all.
    pub const SHARE: Bounds = Bounds { least: 0.0, most: 1.0 };
    /// Money or a count. Above this no reckoning keeps its digits.
    pub const MONEY: Bounds = Bounds { least: 0.0, most: 1e15 };

    /// Whether all of an estimate lies inside.
    pub fn hold(self, estimate: &Estimate) -> bool {
        let [low, _, high] = estimate.numbers();
        self.has(low) && self.has(high)
    }

    /// Whether a number lies inside.
    pub fn has(self, number: f64) -> bool {
        (self.least..=self.most).contains(&number)
    }
}

/// The longest look ahead, in months.
pub const LONGEST: u16 = 600;

impl Scenario {
    /// Round figures to start from, invented: a service that loses 3 % of its clients a month. Money is counted in
    /// `currency`, of which `scale` make a dollar or so.
    pub fn sample(currency: &str, scale: f64) -> Self {
        let exact = |number| Estimate::exact(number).unwrap_or_default();
        let range = |low, likely, high| Estimate::range(low, likely, high).unwrap_or_default();
        let amount = |number| Amount::new(number).unwrap_or_default();
        Scenario {
            name: String::new(),
            currency: currency.into(),
            period: Period::Month,
            horizon: 36,
            clients: exact(200.0),
            revenue: range(900.0 * scale, 1_000.0 * scale, 1_150.0 * scale),
            margin: exact(0.6),
            churn: range(0.024, 0.03, 0.038),
            cac: range(4_300.0 * scale, 5_000.0 * scale, 6_500.0 * scale),
            budget: exact(40_000.0 * scale),
            keep: amount(0.2),
            one_off: exact(0.0),
            one_off_months: 3,
            discount: exact(0.12),
            growth: exact(0.0),
            response: Some(Response {
                keep_today: amount(8_000.0 * scale),
                churn_idle: amount(0.045),
                churn_best: amount(0.012),
                win_today: amount(32_000.0 * scale),
                won_most: amount(16.0),
            }),
            cohorts: None,
        }
    }

    /// An input that is an estimate.
    pub fn quantity(&self, quantity: Quantity) -> &Estimate {
        match quantity {
            Quantity::Clients => &self.clients,
            Quantity::Revenue => &self.revenue,
            Quantity::Margin => &self.margin,
            Quantity::Churn => &self.churn,
            Quantity::Cac => &self.cac,
            Quantity::Budget => &self.budget,
            Quantity::OneOff => &self.one_off,
            Quantity::Discount => &self.discount,
            Quantity::Growth => &self.growth,
        }
    }

    /// The same input, to be changed.
    pub fn quantity_mut(&mut self, quantity: Quantity) -> &mut Estimate {
        match quantity {
            Quantity::Clients => &mut self.clients,
            Quantity::Revenue => &mut self.revenue,
            Quantity::Margin => &mut self.margin,
            Quantity::Churn => &mut self.churn,
            Quantity::Cac => &mut self.cac,
            Quantity::Budget => &mut self.budget,
            Quantity::OneOff => &mut self.one_off,
            Quantity::Discount => &mut self.discount,
            Quantity::Growth => &mut self.growth,
        }
    }

    /// How many whole periods the horizon has; at least one.
    pub fn periods(&self) -> u32 {
        u32::from((self.horizon / self.period.months()).max(1))
    }
}

impl Initiative {
    /// A guess to start from: it reaches all clients and takes a tenth of the churn per period away, or nothing, or a fifth.
    pub fn guess(friction: Option<CardId>, churn: f64) -> Self {
        Initiative {
            friction,
            reach: Estimate::exact(1.0).unwrap_or_default(),
            churn_cut: Estimate::range(0.0, churn / 10.0, churn / 5.0).unwrap_or_default(),
            ..Initiative::default()
        }
    }

    /// Whether nobody has said what it costs.
    pub fn is_costless(&self) -> bool {
        [self.cost_once, self.cost_per_period].iter().all(|cost| cost.numbers() == [0.0; 3])
    }

    /// An input that is an estimate.
    pub fn lever(&self, lever: Lever) -> &Estimate {
        match lever {
            Lever::CostOnce => &self.cost_once,
            Lever::CostPerPeriod => &self.cost_per_period,
            Lever::Reach => &self.reach,
            Lever::ChurnCut => &self.churn_cut,
            Lever::MarginGain => &self.margin_gain,
            Lever::Won => &self.won,
        }
    }

    /// The same input, to be changed.
    pub fn lever_mut(&mut self, lever: Lever) -> &mut Estimate {
        match lever {
            Lever::CostOnce => &mut self.cost_once,
            Lever::CostPerPeriod => &mut self.cost_per_period,
            Lever::Reach => &mut self.reach,
            Lever::ChurnCut => &mut self.churn_cut,
            Lever::MarginGain => &mut self.margin_gain,
            Lever::Won => &mut self.won,
        }
    }
}

impl Record for Scenario {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let mut merged = Scenario {
            name: to.text(&base.name, &ours.name, &theirs.name),
            currency: to.value(&base.currency, &ours.currency, &theirs.currency),
            period: to.value(&base.period, &ours.period, &theirs.period),
            horizon: to.value(&base.horizon, &ours.horizon, &theirs.horizon),
            keep: to.value(&base.keep, &ours.keep, &theirs.keep),
            one_off_months: to.value(&base.one_off_months, &ours.one_off_months, &theirs.one_off_months),
            response: to.value(&base.response, &ours.response, &theirs.response),
            cohorts: to.value(&base.cohorts, &ours.cohorts, &theirs.cohorts),
            ..theirs.clone()
        };
        for quantity in Quantity::ALL {
            let of = |scenario: &Scenario| *scenario.quantity(quantity);
            *merged.quantity_mut(quantity) = to.value(&of(base), &of(ours), &of(theirs));
        }
        merged
    }

    fn is_sound(&self) -> bool {
        let inputs = Quantity::ALL.into_iter().all(|quantity| quantity.bounds().hold(self.quantity(quantity)));
        let response = self.response.is_none_or(|response| {
            let shares = [response.churn_idle, response.churn_best].map(Amount::get);
            let money = [response.keep_today, response.win_today, response.won_most].map(Amount::get);
            shares.into_iter().all(|share| Bounds::SHARE.has(share))
                && money.into_iter().all(|money| Bounds::MONEY.has(money))
        });
        let cohorts = self.cohorts.iter().flat_map(|table| table.rows.iter().flatten());
        inputs
            && response
            && Bounds::SHARE.has(self.keep.get())
            && (1..=LONGEST).contains(&self.horizon)
            && self.one_off_months <= LONGEST
            && cohorts.map(|count| count.get()).all(|count| Bounds::MONEY.has(count))
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.currency].into_iter().for_each(|one| text(one));
        self.cohorts.iter().flat_map(|table| &table.names).for_each(|name| text(name));
    }
}

impl Record for Initiative {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let mut merged = Initiative {
            name: to.text(&base.name, &ours.name, &theirs.name),
            friction: to.value(&base.friction, &ours.friction, &theirs.friction),
            ..theirs.clone()
        };
        for lever in Lever::ALL {
            let of = |initiative: &Initiative| *initiative.lever(lever);
            *merged.lever_mut(lever) = to.value(&of(base), &of(ours), &of(theirs));
        }
        merged
    }

    fn is_sound(&self) -> bool {
        Lever::ALL.into_iter().all(|lever| lever.bounds().hold(self.lever(lever)))
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.friction.into_iter().for_each(|card| need(Key::Card(card)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.friction = self.friction.filter(|card| !gone(Key::Card(*card)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.friction = self.friction.map(|card| names.card(card));
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.name);
    }
}

impl Record for Account {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Account {
            name: to.text(&base.name, &ours.name, &theirs.name),
            revenue: to.value(&base.revenue, &ours.revenue, &theirs.revenue),
        }
    }

    fn is_sound(&self) -> bool {
        self.revenue.iter().all(|revenue| Bounds::MONEY.has(revenue.get()))
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.name);
    }
}
