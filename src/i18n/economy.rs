//! What the economics say, beside the words of the whole app.

use orbita_economics::{Chance, Quantile};

use super::Lang;
use super::amounts::{Kind, Numeral, apart, money, money_range, per_cent, per_cent_apart, per_period};
use crate::insight::economy::finding::{Difference, Finding};
use crate::model::scenario::{Answer, Bounds, Input, Lever, Payment, Period, Quantity};
use crate::route::EconomyPart;

/// What the screen of the economics says in one language. The English words beside the Russian ones are the description of
/// each.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct EconomyWords {
    pub part: fn(EconomyPart) -> &'static str,
    pub title: &'static str,
    /// Which page of how many, as a style sheet says it.
    pub paper_page: &'static str,
    pub empty_title: &'static str,
    pub empty_hint: &'static str,
    pub start_with_sample: &'static str,
    pub sample_currency: &'static str,
    pub sample_scale: f64,
    pub scenarios: &'static str,
    pub scenario_n: fn(&str) -> String,
    /// What a copy of a scenario is called.
    pub copy_of: fn(&str) -> String,
    pub scenario_name: &'static str,
    pub add_scenario: &'static str,
    pub duplicate_scenario: &'static str,
    pub delete_scenario: &'static str,
    pub deleted_scenario: fn(&str) -> String,
    pub lock_scenario: &'static str,
    pub lock_hint: &'static str,
    pub locked_by: &'static str,
    pub lock: &'static str,
    /// Leaves it open to changes.
    pub dont_lock: &'static str,
    pub unlock: &'static str,
    pub unlocked: &'static str,
    /// The day that the forecast of a locked scenario counts from.
    pub locked_on: &'static str,
    /// By whom, if anybody said, and since when.
    pub locked: fn(&str, &str) -> String,
    /// Leads to the forecast, which is below all else.
    pub to_forecast: &'static str,
    pub scenario_menu: &'static str,
    pub horizon: &'static str,
    pub months: fn(u16) -> String,
    pub month: &'static str,
    pub inputs: &'static str,
    pub group_clients: &'static str,
    pub group_budget: &'static str,
    pub group_terms: &'static str,
    pub period: &'static str,
    pub currency: &'static str,
    pub a_month: &'static str,
    pub a_quarter: &'static str,
    pub a_year: &'static str,
    pub clients: &'static str,
    pub revenue: &'static str,
    pub margin: &'static str,
    pub churn: &'static str,
    pub cac: &'static str,
    pub budget: &'static str,
    pub one_off: &'static str,
    pub discount: &'static str,
    pub growth: &'static str,
    pub yearly_note: &'static str,
    pub one_off_note: fn(u16) -> String,
    pub one_off_months: &'static str,
    pub owner: &'static str,
    pub as_of: &'static str,
    pub assumptions: &'static str,
    pub stale_results: &'static str,
    pub suggested: &'static str,
    /// A number that is still the sample's.
    pub sampled: &'static str,
    /// A number of one's own with the range of the sample.
    pub sampled_range: &'static str,
    pub payment: &'static str,
    pub payment_hint: &'static str,
    pub payment_of: fn(Payment) -> &'static str,
    pub period_hint: &'static str,
    pub column_is: &'static str,
    pub column_of: fn(Period) -> &'static str,
    pub churn_by_age: &'static str,
    pub churn_by_age_off: &'static str,
    pub churn_by_age_given_up: &'static str,
    /// What is typed here, by an example.
    pub not_a_number: fn(&str) -> String,
    /// A field that needs a number was left empty, and shows again what it showed.
    pub number_needed: &'static str,
    /// A sum was typed in another currency than the one that is meant, both by name.
    pub other_currency: fn(&str, &str) -> String,
    /// A share of another period was typed than the one that is meant, "a month": it cannot be divided as an amount can.
    pub other_period: fn(&str) -> String,
    /// A period was typed where a number is for none.
    pub no_period: &'static str,
    /// A finding that rests on the figures of the sample alone.
    pub on_sample: fn(&str) -> String,
    pub allowed: fn(&str, &str) -> String,
    pub allowed_from: fn(&str) -> String,
    pub whole_clients: &'static str,
    pub at_once: &'static str,
    pub keep_today: &'static str,
    pub churn_idle: &'static str,
    pub churn_best: &'static str,
    pub win_today: &'static str,
    pub won_most: &'static str,
    pub cannot_calculate: &'static str,
    pub source_is: fn(&str) -> String,
    pub put_back: fn(&str) -> String,
    pub finding: fn(&Finding, &Said) -> String,
    pub facts_differ: fn(&str, &str, &str) -> String,
    /// Of how many initiatives, and over how many months.
    pub included_add: fn(usize, &str, u16) -> String,
    /// That the figure leaves out initiatives that are included: how many, and what they would add where that is known.
    pub without_included: fn(usize, Option<&str>) -> String,
    /// The initiatives that a scenario includes, by name.
    pub included_are: fn(&str, &[String]) -> String,
    pub included_apart: fn(usize) -> String,
    /// The same of the scenario that is compared with, beside the sentence above and by itself.
    pub included_in_base: fn(&str, usize) -> String,
    pub only_in_base: fn(&str, usize) -> String,
    pub with_left: fn(&str, bool) -> String,
    /// Whether they decide, and whether other figures beside it have ranges.
    pub with_left_compared: fn(&str, bool, bool) -> String,
    pub with_left_diverges: &'static str,
    pub gross: fn(&str) -> String,
    pub ltv_gross: &'static str,
    pub ratio_gross: &'static str,
    pub payback_gross: &'static str,
    pub profit_with_left: &'static str,
    pub lowest_cash: &'static str,
    /// The sum, its month, the month in which cash is back, and the one in which it is below the start again.
    pub lowest_cash_at: fn(&str, u32, Option<u32>, Option<u32>) -> String,
    /// After how many months less of a payback is left again than the CAC.
    pub gone_again: fn(u32) -> String,
    pub never_below: &'static str,
    pub points: fn(&str) -> String,
    pub kept_year: &'static str,
    pub ltv: &'static str,
    pub ltv_to_cac: &'static str,
    pub won_year: &'static str,
    pub profit_over: fn(u16) -> String,
    pub payback: &'static str,
    pub in_months: fn(&str) -> String,
    pub how_calculated: fn(&str) -> String,
    pub formula: &'static str,
    /// Of the figures in the order of the strip's kinds: timing and period, source.
    pub explained: fn(usize) -> (&'static str, &'static str),
    /// What a symbol of the formulas stands for.
    pub symbol: fn(&str) -> &'static str,
    /// With which payment the cost of winning a client is earned back, and after how many months.
    pub paid_back: fn(u32, u32) -> String,
    pub explained_by_age: &'static str,
    pub explained_fixed: &'static str,
    pub with_numbers: &'static str,
    pub timing: &'static str,
    pub source: &'static str,
    pub customers_kept: &'static str,
    /// Whether there is a band, and one with the luck of single clients.
    pub customers_kept_note: fn(bool, bool) -> &'static str,
    pub cumulative_profit: &'static str,
    pub profit_note: fn(bool) -> &'static str,
    pub split_pays: &'static str,
    pub split_pays_note: fn(u16) -> String,
    pub what_moves: &'static str,
    pub what_moves_note: fn(&str) -> String,
    /// That the rule of thumb is meant for LTV before what is spent on keeping, with those ratios where there are any.
    pub healthy: fn(Option<&str>) -> String,
    pub input: &'static str,
    pub result: &'static str,
    pub share_kept: &'static str,
    pub overtakes: fn(&str, &str, &str) -> String,
    pub missing: &'static str,
    /// In place of a payback that never comes.
    pub never: &'static str,
    /// In place of a sum that grows without end.
    pub no_limit: &'static str,
    pub compare: &'static str,
    pub figure: &'static str,
    pub differs: fn(&str, &str, &str) -> String,
    pub no_difference: &'static str,
    pub difference: fn(Difference) -> &'static str,
    pub exact_input: fn(&str, &str) -> String,
    pub charts: &'static str,
    pub kept_tab: &'static str,
    pub profit_tab: &'static str,
    pub split_tab: &'static str,
    pub levers_tab: &'static str,
}

/// What a sentence about scenarios is made with.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The scenario that is spoken of.
    pub name: String,
    /// The one that it is compared with.
    pub other: String,
    /// What money is counted in.
    pub currency: String,
    /// How far one looks, in months.
    pub months: u16,
    /// What sums are stated for.
    pub period: Period,
}

impl EconomyWords {
    /// The name of an input.
    pub fn quantity(&self, quantity: Quantity) -> &'static str {
        match quantity {
            Quantity::Clients => self.clients,
            Quantity::Revenue => self.revenue,
            Quantity::Margin => self.margin,
            Quantity::Churn => self.churn,
            Quantity::Cac => self.cac,
            Quantity::Budget => self.budget,
            Quantity::OneOff => self.one_off,
            Quantity::Discount => self.discount,
            Quantity::Growth => self.growth,
        }
    }

    /// The name of an answer.
    pub fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::KeepToday => self.keep_today,
            Answer::ChurnIdle => self.churn_idle,
            Answer::ChurnBest => self.churn_best,
            Answer::WinToday => self.win_today,
            Answer::WonMost => self.won_most,
        }
    }

    /// The name of an input or an answer.
    pub fn input_name(&self, input: Input) -> &'static str {
        match input {
            Input::Quantity(quantity) => self.quantity(quantity),
            Input::Answer(answer) => self.answer(answer),
        }
    }

    /// A name with what its number is counted per: "Churn a month", "Discount rate a year".
    pub fn with_period(&self, name: &str, unit: Unit, period: Period) -> String {
        match unit {
            Unit::CountPerPeriod | Unit::MoneyPerPeriod | Unit::SharePerPeriod | Unit::PointsPerPeriod => {
                format!("{name} {}", self.per(period))
            }
            Unit::ShareAYear => format!("{name} {}", self.yearly_note),
            Unit::Count | Unit::Money | Unit::Share => name.into(),
        }
    }

    /// "a month" and so on.
    pub fn per(&self, period: Period) -> &'static str {
        match period {
            Period::Month => self.a_month,
            Period::Quarter => self.a_quarter,
            Period::Year => self.a_year,
        }
    }
}

/// What an input of a scenario is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Clients.
    Count,
    /// Clients for each period.
    CountPerPeriod,
    /// Money.
    Money,
    /// Money for each period.
    MoneyPerPeriod,
    /// A share, shown in per cent.
    Share,
    /// A share for each period.
    SharePerPeriod,
    /// A share a year.
    ShareAYear,
    /// Points of a share for each period: what says so is its name.
    PointsPerPeriod,
}

impl Unit {
    /// The unit of a scenario's input.
    pub fn of(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Clients => Unit::Count,
            Quantity::Revenue | Quantity::Budget => Unit::MoneyPerPeriod,
            Quantity::Margin => Unit::Share,
            Quantity::Churn => Unit::SharePerPeriod,
            Quantity::Cac | Quantity::OneOff => Unit::Money,
            Quantity::Discount | Quantity::Growth => Unit::ShareAYear,
        }
    }

    /// The unit of an answer.
    pub fn of_answer(answer: Answer) -> Self {
        match answer {
            Answer::KeepToday | Answer::WinToday => Unit::MoneyPerPeriod,
            Answer::ChurnIdle | Answer::ChurnBest => Unit::SharePerPeriod,
            Answer::WonMost => Unit::CountPerPeriod,
        }
    }

    /// The unit of an input or an answer.
    pub fn of_input(input: Input) -> Self {
        match input {
            Input::Quantity(quantity) => Unit::of(quantity),
            Input::Answer(answer) => Unit::of_answer(answer),
        }
    }

    /// The unit of an initiative's lever.
    pub fn of_lever(lever: Lever) -> Self {
        match lever {
            Lever::CostOnce => Unit::Money,
            Lever::CostPerPeriod | Lever::MarginGain => Unit::MoneyPerPeriod,
            Lever::Reach => Unit::Share,
            Lever::ChurnCut => Unit::PointsPerPeriod,
            Lever::Won => Unit::CountPerPeriod,
        }
    }

    /// Whether it is typed as hundredths of a whole.
    pub fn is_share(self) -> bool {
        matches!(self, Unit::Share | Unit::SharePerPeriod | Unit::ShareAYear | Unit::PointsPerPeriod)
    }

    /// A value as it is typed: digits that matter, and the unit.
    pub fn exact(self, lang: Lang, currency: &str, value: f64) -> String {
        match self {
            Unit::Count | Unit::CountPerPeriod => apart(lang, value, 2),
            Unit::Money | Unit::MoneyPerPeriod => super::amounts::exact_money(lang, currency, value),
            Unit::PointsPerPeriod => apart(lang, value * 100.0, 2),
            _ => per_cent_apart(lang, value, 2),
        }
    }

    /// A value short enough for a chart.
    pub fn short(self, lang: Lang, currency: &str, value: f64) -> String {
        match self {
            Unit::Count | Unit::CountPerPeriod => super::amounts::short(lang, value),
            Unit::Money | Unit::MoneyPerPeriod => money(lang, currency, value),
            Unit::PointsPerPeriod => apart(lang, value * 100.0, 1),
            _ => per_cent_apart(lang, value, 1),
        }
    }

    /// A number as it may be typed.
    pub fn example(self, lang: Lang, currency: &str) -> String {
        let number = match self {
            Unit::Count => 250.0,
            Unit::CountPerPeriod => 12.0,
            Unit::Money | Unit::MoneyPerPeriod => 75_000.0,
            Unit::Share => 0.6,
            Unit::SharePerPeriod => 0.034,
            Unit::ShareAYear => 0.12,
            Unit::PointsPerPeriod => 0.005,
        };
        self.exact(lang, currency, number)
    }

    /// Reads what was typed into a field whose periods are as long as `period`, and holds it against what is allowed. What is said to
    /// be for another period is brought to this one.
    ///
    /// # Errors
    /// Why it cannot be taken, and what can.
    pub fn typed(self, lang: Lang, currency: &str, period: Period, bounds: Bounds, typed: &str) -> Result<f64, String> {
        let w = EconomyWords::of(lang);
        // A currency may be called as a period is.
        let said = per_period(typed).filter(|_| per_period(&format!("1 {currency}")).is_none());
        let (typed, times) = match &said {
            Some((amount, months)) => (amount.as_str(), self.over(w, period, *months)?),
            None => (typed, 1.0),
        };
        if typed.trim().is_empty() {
            return Err(w.number_needed.into());
        }
        let other = Numeral::of(typed, currency).and_then(|numeral| numeral.mistaken_currency(currency, typed));
        if let Some(other) = other.filter(|_| self.is_money()) {
            return Err((w.other_currency)(currency.trim(), other));
        }
        let read = self.read(lang, currency, typed);
        let number = read.ok_or_else(|| (w.not_a_number)(&self.example(lang, currency)))? * times;
        let bounds = if self.is_count() { bounds.counted() } else { bounds };
        if self == Unit::Count && number.fract() != 0.0 {
            return Err(w.whole_clients.into());
        }
        if bounds.has(number) {
            return Ok(number);
        }
        // As it is typed.
        let write = |value| self.exact(lang, currency, value);
        // The most that a sum may be is no number that says anything.
        if number < bounds.least && bounds.most >= Bounds::MONEY.most && bounds.least >= 0.0 {
            return Err((w.allowed_from)(&write(bounds.least)));
        }
        Err((w.allowed)(&write(bounds.least), &write(bounds.most)))
    }

    /// What a number for so many months is multiplied by to be one for the period of this unit.
    fn over(self, w: &EconomyWords, period: Period, months: u16) -> Result<f64, String> {
        let own = if self == Unit::ShareAYear { Period::Year } else { period };
        match self {
            Unit::Count | Unit::Money | Unit::Share => Err(w.no_period.into()),
            _ if own.months() == months => Ok(1.0),
            Unit::CountPerPeriod | Unit::MoneyPerPeriod => Ok(f64::from(own.months()) / f64::from(months)),
            _ => Err((w.other_period)(w.per(own))),
        }
    }

    fn is_money(self) -> bool {
        matches!(self, Unit::Money | Unit::MoneyPerPeriod)
    }

    fn is_count(self) -> bool {
        matches!(self, Unit::Count | Unit::CountPerPeriod)
    }

    /// What was typed, in the unit of the document, with or without the currency that it is shown in; `None` when it is no
    /// number of this unit.
    pub fn read(self, lang: Lang, currency: &str, typed: &str) -> Option<f64> {
        let is_money = self.is_money();
        // What is about so much is typed as it is known.
        let typed = typed.trim().trim_start_matches(['~', '\u{2248}']);
        let numeral = Numeral::of(typed, if is_money { currency } else { "" })?;
        // Clients are whole, and nobody types thousandths of money: "1.200" and "1,200" are as many in either language.
        let number = if is_money || self.is_count() { numeral.value(false) } else { numeral.in_field(lang) };
        match numeral.kind {
            // Through the text, so that 3.4 % is 0.034 and no neighbour of it.
            Kind::Plain | Kind::PerCent if self.is_share() => format!("{number}e-2").parse().ok(),
            Kind::Plain => Some(number),
            Kind::Own | Kind::Money(_) if is_money => Some(number),
            _ => None,
        }
    }
}

/// A range of money for a sentence, each end with the digits that its runs hold.
pub fn band(lang: Lang, currency: &str, low: Quantile, high: Quantile) -> String {
    money_range(lang, currency, low.held(), high.held())
}

/// Money with the digits that its runs hold.
pub fn held_money(lang: Lang, currency: &str, amount: Quantile) -> String {
    money(lang, currency, amount.held())
}

/// A share of simulated runs: never all of them, never none.
pub fn chance(lang: Lang, chance: Chance) -> String {
    match chance {
        Chance::AlmostNever => format!("<\u{a0}{}", per_cent(lang, 0.01, 0)),
        Chance::AlmostAlways => format!(">\u{a0}{}", per_cent(lang, 0.99, 0)),
        Chance::About(share) => per_cent(lang, share, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_before_three_digits_parts_thousands_of_clients_and_of_money() {
        for lang in [Lang::English, Lang::Russian] {
            for unit in [Unit::Count, Unit::CountPerPeriod, Unit::Money, Unit::MoneyPerPeriod] {
                for typed in ["1.200", "1,200", "1 200", "1200"] {
                    assert_eq!(unit.read(lang, "$", typed), Some(1200.0), "{typed} {unit:?}");
                }
                assert_eq!(unit.read(lang, "$", "1.25"), Some(1.25), "{unit:?}");
            }
            assert_eq!(
                Unit::Share.read(lang, "", if lang == Lang::English { "1.125" } else { "1,125" }),
                Some(0.01125)
            );
        }
    }

    #[test]
    fn what_cannot_be_is_refused_with_what_can() {
        let typed = |quantity: Quantity, text: &str| {
            Unit::of(quantity).typed(Lang::Russian, "₽", Period::Month, quantity.typed_bounds(), text)
        };
        assert_eq!(typed(Quantity::Clients, "12,7"), Err("Число клиентов должно быть целым.".into()));
        assert_eq!(typed(Quantity::Clients, "12"), Ok(12.0));
        assert_eq!(typed(Quantity::Discount, "300"), Err("Допустимо: от\u{a0}0\u{a0}% до\u{a0}100\u{a0}%.".into()));
        assert!(typed(Quantity::Growth, "-60").is_err_and(|why| why.contains("50")));
        assert_eq!([typed(Quantity::Discount, "60"), typed(Quantity::Growth, "-5")], [Ok(0.6), Ok(-0.05)]);
    }

    #[test]
    fn a_sum_in_another_currency_is_refused_with_what_to_do() {
        let typed = |own: &str, text: &str| Unit::Money.typed(Lang::English, own, Period::Month, Bounds::MONEY, text);
        for (own, text) in [
            ("$", "\u{20ac}500"),
            ("$", "500 EUR"),
            ("$", "500 руб."),
            ("US$", "1.5k \u{a3}"),
            ("₽", "$500"),
            ("руб.", "500 usd"),
            ("тыс. ₽", "\u{20ac}5"),
            ("CAD", "USD 500"),
            ("kr", "5 \u{20ac}"),
            ("BYN", "RUB 5"),
            ("\u{20ac}", "($300)"),
        ] {
            let why = typed(own, text).expect_err(text);
            assert!(why.contains(own), "{text} in {own}: {why}");
        }
        for (own, text) in [
            ("$", "$500"),
            ("$", "500 USD"),
            ("$", "A$500"),
            ("CAD", "$500"),
            ("JMD", "$500"),
            ("CAD", "500 dollars"),
            ("BYN", "500 руб."),
            ("EGP", "\u{a3}500"),
            ("CZK", "500 крон"),
            ("SEK", "500 kr"),
            ("\u{a5}", "500 JPY"),
            ("у. е.", "500 у. е."),
            ("у. е.", "500 $"),
            ("bananas", "\u{20ac}500"),
            ("", "\u{20ac}500"),
            ("тыс. ₽", "500 ₽"),
            ("KZT", "500 K"),
            ("₽", "500"),
        ] {
            assert!(typed(own, text).is_ok(), "{text} in {own}: {:?}", typed(own, text));
        }
        // What is no money takes none, whatever the currency.
        assert!(
            Unit::Count
                .typed(Lang::English, "$", Period::Month, Bounds::MONEY, "$5")
                .is_err_and(|why| why.contains("250"))
        );
    }

    #[test]
    fn a_count_beyond_any_market_is_refused_where_it_is_typed() {
        for lang in [Lang::English, Lang::Russian] {
            for unit in [Unit::Count, Unit::CountPerPeriod] {
                let typed = |text: &str| unit.typed(lang, "$", Period::Month, Bounds::MONEY, text);
                assert_eq!(typed("8 bn"), Ok(8e9), "all people there are");
                assert!(typed("1000000000000").is_err_and(|why| why.contains(&apart(lang, 1e10, 0))));
            }
            assert_eq!(Unit::Money.typed(lang, "$", Period::Month, Bounds::MONEY, "1000000000000"), Ok(1e12));
        }
    }

    #[test]
    fn what_is_for_another_period_is_brought_to_that_of_the_field() {
        let typed = |unit: Unit, period, text: &str| unit.typed(Lang::English, "$", period, Bounds::MONEY, text);
        let sum = |period, text: &str| typed(Unit::MoneyPerPeriod, period, text);
        for text in [
            "12,000 a year",
            "12000/yr",
            "$12,000 per year",
            "12 000 в год",
            "3,000 per quarter",
            "1,000 a month",
            "12k ARR",
            "1k MRR",
            "1000",
        ] {
            assert_eq!(sum(Period::Month, text), Ok(1_000.0), "{text}");
        }
        assert_eq!(sum(Period::Month, "480,000/year"), Ok(40_000.0));
        assert_eq!(sum(Period::Month, "480k a year"), Ok(40_000.0));
        assert_eq!(sum(Period::Quarter, "12,000 a year"), Ok(3_000.0));
        assert_eq!(sum(Period::Quarter, "1,000 a month"), Ok(3_000.0));
        assert_eq!(sum(Period::Year, "1,000/mo"), Ok(12_000.0));
        assert_eq!(typed(Unit::CountPerPeriod, Period::Month, "24 a year"), Ok(2.0));
        // 3 % a month are no 36 % a year.
        let share = |unit: Unit, text: &str| {
            unit.typed(Lang::English, "$", Period::Month, Bounds { least: 0.0, most: 1.0 }, text)
        };
        assert_eq!(share(Unit::SharePerPeriod, "3% a month"), Ok(0.03));
        assert!(share(Unit::SharePerPeriod, "3% a year").is_err_and(|why| why.contains("a month")));
        assert_eq!(share(Unit::ShareAYear, "12% p.a."), Ok(0.12));
        assert!(share(Unit::ShareAYear, "1% a month").is_err_and(|why| why.contains("a year")));
        for unit in [Unit::Money, Unit::Count] {
            let said = typed(unit, Period::Month, "300 a month");
            assert_eq!(said, Err(EconomyWords::of(Lang::English).no_period.into()));
        }
        // A currency of such a name is no period.
        assert_eq!(
            Unit::MoneyPerPeriod.typed(Lang::English, "$/yr", Period::Month, Bounds::MONEY, "500 $/yr"),
            Ok(500.0)
        );
    }

    #[test]
    fn an_empty_field_is_told_that_it_needs_a_number() {
        for lang in [Lang::English, Lang::Russian] {
            let said = Unit::Count.typed(lang, "$", Period::Month, Bounds::MONEY, " ").expect_err("nothing was typed");
            assert_eq!(said, EconomyWords::of(lang).number_needed);
        }
    }

    #[test]
    fn an_example_is_one_that_its_field_takes() {
        let units = [
            Unit::Count,
            Unit::CountPerPeriod,
            Unit::Money,
            Unit::MoneyPerPeriod,
            Unit::Share,
            Unit::SharePerPeriod,
            Unit::ShareAYear,
            Unit::PointsPerPeriod,
        ];
        for (lang, currency) in [(Lang::English, "$"), (Lang::Russian, "руб.")] {
            for unit in units {
                let example = unit.example(lang, currency);
                assert!(unit.read(lang, currency, &example).is_some(), "{example} of {unit:?}");
                let is_per_cent = unit.is_share() && unit != Unit::PointsPerPeriod;
                assert_eq!(example.contains('%'), is_per_cent, "{example} of {unit:?}");
                let said = (EconomyWords::of(lang).not_a_number)(&example);
                assert!(said.contains(&example) && !said.contains(".."), "{said}");
            }
        }
    }

    #[test]
    fn points_are_typed_as_they_are_written() {
        let unit = Unit::of_lever(Lever::ChurnCut);
        for (lang, text) in [(Lang::English, "0.15"), (Lang::Russian, "0,15")] {
            assert_eq!(unit.exact(lang, "$", 0.0015), text);
            assert_eq!(unit.read(lang, "$", text), Some(0.0015));
            assert_eq!(unit.read(lang, "$", &format!("{text}%")), Some(0.0015), "who types per cent means the same");
        }
    }

    #[test]
    fn no_share_of_runs_is_shown_as_all_or_none() {
        let shown = |share| chance(Lang::English, Chance::of(share));
        assert_eq!(
            [0.0, 0.0099, 0.01, 0.5, 0.99, 0.995, 1.0].map(shown),
            ["<\u{a0}1%", "<\u{a0}1%", "1%", "50%", "99%", ">\u{a0}99%", ">\u{a0}99%"]
        );
    }
}
