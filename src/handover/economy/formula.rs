//! The formula of a figure in symbols, as it applies to what a scenario states.

use super::Shown;
use crate::i18n::Lang;
use crate::i18n::economy::EconomyWords;
use crate::model::scenario::{Payment, Period, Scenario};

/// What q and v stand for in the formulas of one client.
const RATES: &str = "q = (1 \u{2212} c)(1 + g) / (1 + d),  v = (1 \u{2212} c) / (1 + d)";

/// The formula of a figure: F58, F61 to F63, F79. Its numbers are per month.
pub fn formula(shown: Shown, scenario: &Scenario) -> String {
    let Payment { term, after } = scenario.payment;
    let is_plain = (term, after) == (Period::Month, false);
    // What is paid afterwards comes a term later.
    let later = if after { " / (1 + d)\u{1d47}" } else { "" };
    let of_age = || match is_plain {
        true => "\u{3a3} S(t) [ m (1 + g)\u{1d57} \u{2212} R ] / (1 + d)\u{1d57}".to_owned(),
        false => format!("\u{3a3} S(bk) [ b m (1 + g)\u{1d47}\u{1d4f}{later} \u{2212} R a ] / (1 + d)\u{1d47}\u{1d4f}"),
    };
    let is_by_age = scenario.by_age.is_some();
    match shown {
        Shown::Kept if is_by_age => "S(a + 12) / S(a)".into(),
        Shown::Kept if churn_moves(scenario) => "\u{3a0} (1 \u{2212} c),  t = 0 \u{2026} 11".into(),
        Shown::Kept => "(1 \u{2212} c)\u{b9}\u{b2}".into(),
        Shown::Ltv | Shown::LtvGross if is_by_age => of_age(),
        Shown::Ltv | Shown::LtvGross if is_plain => {
            format!("m / (1 \u{2212} q) \u{2212} R / (1 \u{2212} v),  {RATES}")
        }
        Shown::Ltv | Shown::LtvGross => {
            format!("b m / (1 \u{2212} q\u{1d47}){later} \u{2212} R a / (1 \u{2212} v\u{1d47}),  {RATES}")
        }
        Shown::LtvToCac | Shown::RatioGross => "LTV / CAC".into(),
        Shown::Won => "A / CAC \u{b7} 12".into(),
        Shown::Profit | Shown::WithLeft | Shown::LowestCash if is_plain => {
            "\u{3a3} [ (N + W) (m (1 + g)\u{1d57} \u{2212} R) \u{2212} A \u{2212} O ] / (1 + d)\u{1d57}".into()
        }
        Shown::Profit | Shown::WithLeft | Shown::LowestCash => format!(
            "\u{3a3} [ P b m (1 + g)\u{1d57}{later} \u{2212} (N + W) R \u{2212} A \u{2212} O ] / (1 + d)\u{1d57}"
        ),
        Shown::Payback | Shown::PaybackGross if is_by_age => {
            format!("{} = CAC,  {} = 0 \u{2026} n \u{2212} 1", of_age(), if is_plain { "t" } else { "k" })
        }
        Shown::Payback | Shown::PaybackGross if is_plain => format!(
            "m (1 \u{2212} q\u{207f}) / (1 \u{2212} q) \u{2212} R (1 \u{2212} v\u{207f}) / (1 \u{2212} v) = CAC,  {RATES}"
        ),
        Shown::Payback | Shown::PaybackGross => format!(
            "b m (1 \u{2212} q\u{1d47}\u{207f}) / (1 \u{2212} q\u{1d47}){later} \u{2212} R a (1 \u{2212} v\u{1d47}\u{207f}) / (1 \u{2212} v\u{1d47}) = CAC,  {RATES}"
        ),
    }
}

/// Whether churn changes with the number of clients: a fixed sum is shared by those of each month, and churn answers to it.
fn churn_moves(scenario: &Scenario) -> bool {
    !scenario.keeps_by_client() && scenario.response.is_some()
}

/// What has to be said of the symbols of a figure in a scenario, beside what they always mean.
pub fn symbols_said(lang: Lang, shown: Shown, scenario: &Scenario) -> Vec<&'static str> {
    let words = EconomyWords::of(lang);
    let of_clients = !matches!(shown, Shown::Won);
    let is_by_age = scenario.by_age.is_some() && of_clients;
    let is_fixed = !scenario.keeps_by_client() && of_clients;
    let said = [(is_by_age, words.explained_by_age), (is_fixed, words.explained_fixed)];
    said.into_iter().filter_map(|(applies, said)| applies.then_some(said)).collect()
}
