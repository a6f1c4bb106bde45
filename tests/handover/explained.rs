//! What stands beside figures so that they can be recomputed and are not read for more than they are.

use orbita::handover::economy::Shown;
use orbita::handover::economy::cohorts::{base_said, churn_said};
use orbita::handover::economy::formula::{formula, symbols_said};
use orbita::i18n::Lang;
use orbita::i18n::economy::{EconomyWords, Said};
use orbita::insight::economy::cohort::{CohortReading, churn_factor, client};
use orbita::insight::economy::figures;
use orbita::insight::economy::finding::{Finding, Moved, Spread};
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{CohortTable, Payment, Period, Scenario};
use orbita_economics::{Chance, Quantile};

use super::LANGS;

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).expect("finite")
}

/// Clients bring 100 a month, 3% leave, and nothing is spent on those who are there.
fn plain() -> Scenario {
    Scenario {
        clients: exact(100.0),
        revenue: exact(100.0),
        margin: exact(1.0),
        churn: exact(0.03),
        cac: exact(1_500.0),
        budget: exact(3_000.0),
        keep: Amount::default(),
        discount: exact(0.0),
        growth: exact(0.0),
        response: None,
        ..Scenario::sample("$", 1.0)
    }
}

#[test]
fn the_formula_of_the_payback_is_that_of_how_clients_pay() {
    let of = |term, after| Scenario { payment: Payment { term, after }, ..plain() };
    // By the month: (1 − 0.97^n) 100/0.03 = 1,500 at n = ln 0.55/ln 0.97 = 19.627464. By the year, A = 0.97^12 = 0.693842:
    // 1,200 (1 − A^n)/(1 − A) = 1,500 at n = ln(1 − 1.25 (1 − A))/ln A = 1.319785, and the second payment comes in month 12,
    // or when the second year is over.
    for (term, after, payments, month) in [
        (Period::Month, false, 19.627_464, 19),
        (Period::Year, false, 1.319_785, 12),
        (Period::Year, true, 1.319_785, 24),
    ] {
        let scenario = of(term, after);
        let payback = figures::figures(&scenario).expect("figures").client.payback_net.expect("a payback");
        assert!((payback.payments - payments).abs() < 1e-4, "{payback:?}");
        assert_eq!(payback.month, month);
        let said = formula(Shown::Payback, &scenario);
        assert_eq!(said.starts_with("b m (1 \u{2212} q\u{1d47}\u{207f})"), term == Period::Year, "{said}");
        assert!(said.contains("= CAC,  q = (1 \u{2212} c)(1 + g) / (1 + d)"), "{said}");
        assert_eq!(formula(Shown::Profit, &scenario).contains("P b m"), term == Period::Year);
    }
}

#[test]
fn symbols_that_a_formula_uses_are_explained() {
    let table = |rows: &[&[f64]]| CohortTable {
        per_cent: false,
        rows: rows.iter().map(|row| row.iter().map(|n| Amount::new(*n).expect("finite")).collect()).collect(),
        names: Vec::new(),
    };
    let reading = CohortReading::of(&table(&[&[1_000.0, 631.0, 468.0, 382.0, 326.0, 289.0]])).expect("a reading");
    let by_age = Scenario { by_age: reading.ageing(Period::Month).ok(), ..plain() };
    assert!(formula(Shown::Kept, &by_age).contains("S(a + 12)"));
    let fixed = Scenario { keep_fixed: true, ..Scenario::sample("$", 1.0) };
    assert!(!formula(Shown::Kept, &fixed).contains("\u{b9}\u{b2}"), "churn is not the same in twelve months");
    for lang in LANGS {
        let words = EconomyWords::of(lang);
        assert_eq!(symbols_said(lang, Shown::Ltv, &by_age), [words.explained_by_age]);
        assert_eq!(symbols_said(lang, Shown::Kept, &fixed), [words.explained_fixed]);
        assert!(
            symbols_said(lang, Shown::Profit, &plain()).is_empty() && symbols_said(lang, Shown::Won, &fixed).is_empty()
        );
        let (profit, payback) =
            ((words.explained)(Shown::Profit as usize).0, (words.explained)(Shown::Payback as usize).0);
        assert!(profit.contains("P:") && payback.contains("m, c, R, d, g, b, a"), "{profit} {payback}");
    }
}

#[test]
fn average_retention_and_observed_churn_are_told_apart() {
    // Of 100 and 100: 40 + 10 + 5 + 35 + 10 lost of 100 + 60 + 50 + 100 + 65 at risk are 26.67%; at the last renewals
    // 45 + 55 of 50 + 65 stay, 87.0%.
    let rows = [vec![100.0, 60.0, 50.0, 45.0], vec![100.0, 65.0, 55.0]];
    let counts = |row: &Vec<f64>| row.iter().map(|count| Amount::new(*count).expect("finite")).collect();
    let table = CohortTable { per_cent: false, rows: rows.iter().map(counts).collect(), names: Vec::new() };
    let reading = CohortReading::of(&table).expect("a reading");
    let scenario = Scenario { discount: exact(0.1), ..plain() };
    let unit = client(&scenario).expect("a client");
    let factor = churn_factor(&scenario).expect("a factor");
    let base = reading.base(&unit, factor, Period::Month).expect("a base");
    for (lang, rate, churn) in [(Lang::English, "87.0%", "26.67%"), (Lang::Russian, "87,0\u{a0}%", "26,67\u{a0}%")] {
        let rate = rate.replace(".0", "").replace(",0", "");
        let said = base_said(lang, "$", &reading, &base, factor);
        assert!(said.contains(&rate) && said.contains(churn) && said.contains("100"), "{said}");
    }
}

#[test]
fn money_that_is_moved_is_not_told_as_money_on_top() {
    let finding = Finding {
        amount: Quantile { value: 500_000.0, digits: 3 },
        spread: Spread::Range {
            low: Quantile { value: 1.0, digits: 3 },
            high: Quantile { value: 2.0, digits: 3 },
            chance: Chance::AlmostAlways,
        },
        compared: true,
        moved: Some(Moved { sum: 10_000.0, follows_clients: false, once: None }),
        overtakes: None,
        left: None,
        likely: 500_000.0,
        stated_alike: false,
    };
    let said = |lang| {
        let said =
            Said { name: "B".into(), other: "A".into(), currency: "$".into(), months: 36, period: Period::Month };
        (EconomyWords::of(lang).finding)(&finding, &said)
    };
    assert!(said(Lang::English).starts_with("Moving $10k a month to retention"), "{}", said(Lang::English));
    assert!(said(Lang::Russian).starts_with("Перенос "), "{}", said(Lang::Russian));
}

#[test]
fn a_range_of_observed_churn_says_what_it_is_and_what_it_is_counted_per() {
    let churn = Estimate::range(0.0926, 0.2, 0.5103).expect("in order");
    assert_eq!(churn_said(Lang::English, &churn, Period::Year), "Sampling alone, 80% range: 9.3\u{2013}51% a year");
    assert_eq!(churn_said(Lang::English, &exact(0.2), Period::Month), "20% a month");
    for lang in LANGS {
        assert_ne!(churn_said(lang, &churn, Period::Month), churn_said(lang, &churn, Period::Year));
    }
}
