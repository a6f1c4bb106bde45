//! The formula of a figure in symbols, as it applies to what a scenario states, what they stand for, and their numbers.

use super::{Case, Shown};
use crate::i18n::Lang;
use crate::i18n::amounts::{money, number, per_cent};
use crate::i18n::economy::EconomyWords;
use crate::insight::economy::figures::figures;
use crate::model::amount::Amount;
use crate::model::scenario::{Ageing, Payment, Period, Scenario};

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
        Shown::Kept if is_by_age => "\u{3a3} w(x) \u{b7} S(x + 12) / S(x)".into(),
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
    !scenario.keeps_by_client() && scenario.answers().is_some()
}

/// The symbols that formulas are made of, in the order in which they are explained. Those for which a formula itself has another one,
/// q and v, are not among them.
const SYMBOLS: [&str; 20] =
    ["n", "LTV", "CAC", "N", "W", "P", "A", "O", "w", "S", "x", "k", "t", "m", "c", "R", "d", "g", "b", "a"];

/// The symbols that occur in a formula.
pub fn symbols(formula: &str) -> Vec<&'static str> {
    let plain = |letter: char| match letter {
        '\u{1d47}' => 'b',
        '\u{1d4f}' => 'k',
        '\u{1d57}' => 't',
        '\u{207f}' => 'n',
        other => other,
    };
    let written: String = formula.chars().map(plain).collect();
    let runs: Vec<&str> = written.split(|letter: char| !letter.is_ascii_alphabetic()).collect();
    let is_word = |run: &str| run == "LTV" || run == "CAC";
    let occurs = |symbol: &str| runs.iter().any(|run| *run == symbol || (!is_word(run) && run.contains(symbol)));
    SYMBOLS.into_iter().filter(|symbol| occurs(symbol)).collect()
}

/// What the symbols of a figure's formula stand for, and what has to be said of them in a scenario.
pub fn symbols_said(lang: Lang, shown: Shown, scenario: &Scenario) -> Vec<String> {
    let words = EconomyWords::of(lang);
    let of_clients = !matches!(shown, Shown::Won);
    let is_by_age = scenario.by_age.is_some() && of_clients;
    let is_fixed = !scenario.keeps_by_client() && of_clients;
    let symbols = symbols(&formula(shown, scenario)).into_iter();
    let legend = symbols.map(|symbol| format!("{symbol}: {}", (words.symbol)(symbol))).collect::<Vec<_>>().join("; ");
    let said = [(is_by_age, words.explained_by_age), (is_fixed, words.explained_fixed)];
    let more = said.into_iter().filter(|(applies, _)| *applies).map(|(_, said)| said.to_owned());
    std::iter::once(format!("{legend}.")).chain(more).collect()
}

/// The numbers of a scenario for the symbols of a figure's formula, all per month, and what they come to. `None` without one.
pub fn filled(lang: Lang, shown: Shown, one: &Case) -> Option<String> {
    let words = EconomyWords::of(lang);
    let figures = one.figures.as_ref().ok()?;
    let sum = |value: f64| money(lang, &one.scenario.currency, value);
    let rate = |value: f64| per_cent(lang, value, 2);
    let plain = |value: f64| number(lang, value, 2);
    let effect = &figures.effect;
    let (discount, growth) = figures.monthly;
    let spent = effect.won_month * effect.cac;
    let one_off = one.scenario.one_off.likely();
    let numbers = [
        ("CAC", sum(effect.cac)),
        ("N", plain(one.scenario.clients.likely())),
        ("W", plain(effect.won_month)),
        ("A", sum(spent)),
        ("O", format!("{} / {}", sum(one_off), one.scenario.one_off_months.max(1))),
        ("m", sum(figures.margin)),
        ("c", rate(effect.churn_month)),
        ("R", sum(effect.per_client)),
        ("d", rate(discount)),
        ("g", rate(growth)),
        ("b", one.scenario.payment.term.months().to_string()),
    ];
    let used = symbols(&formula(shown, &one.scenario));
    let stated = numbers.into_iter().filter(|(symbol, _)| used.contains(symbol));
    let stated = stated.map(|(symbol, number)| format!("{symbol}\u{a0}=\u{a0}{number}")).collect::<Vec<_>>().join(", ");
    let text = match shown {
        Shown::Kept if one.scenario.by_age.is_some() => {
            format!("{}:  {}", kept_by_age(lang, &one.scenario)?, rate(figures.kept_year.ok()?))
        }
        Shown::Kept => format!("{stated}:  {}", rate(figures.kept_year.ok()?)),
        Shown::Ltv | Shown::LtvGross => {
            let net = sum(figures.client.ltv_net.ok()?);
            let gross = (words.gross)(&sum(figures.client.ltv_gross.ok()?));
            format!("{stated}:  {net} ({gross})")
        }
        Shown::LtvToCac | Shown::RatioGross => format!(
            "{} / {} = {}",
            sum(figures.client.ltv_net.ok()?),
            sum(effect.cac),
            plain(figures.client.ratio_net.ok()?)
        ),
        Shown::Won => {
            format!("{} / {} \u{b7} 12 = {}", sum(spent), sum(effect.cac), plain(figures.won_year))
        }
        Shown::Profit | Shown::WithLeft | Shown::LowestCash => {
            let last = one.scenario.horizon.saturating_sub(1);
            format!("{stated}, t = 0 \u{2026} {last}:  {}", sum(figures.profit()))
        }
        Shown::Payback | Shown::PaybackGross => {
            let payback = figures.client.payback_net.ok()?;
            let when = (words.paid_back)(payback.whole_payments(), payback.month);
            let gone = payback.gone.map(|month| format!(", {}", (words.gone_again)(month))).unwrap_or_default();
            format!("{stated}:  n = {}, {when}{gone}", plain(payback.payments))
        }
    };
    Some(text)
}

/// So many ages are written out.
const AGES: usize = 12;

/// The share of each age among the clients of today and, where each fares as it would alone, how many of it are kept for a year; as a sum. `None` without ages.
fn kept_by_age(lang: Lang, scenario: &Scenario) -> Option<String> {
    let ageing = scenario.by_age.as_ref()?;
    // Who knows no ages has new clients only.
    let base = if ageing.base.is_empty() { vec![(1, Amount::new(1.0)?)] } else { ageing.base.clone() };
    let all: f64 = base.iter().map(|(_, count)| count.get()).sum();
    let rate = |share: f64| per_cent(lang, share, 2);
    let term = |group: &(u16, Amount)| {
        let alone = Ageing { base: vec![*group], ..ageing.clone() };
        let kept = figures(&Scenario { by_age: Some(alone), ..scenario.clone() }).ok()?.kept_year.ok()?;
        let age = u32::from(group.0 - 1) * u32::from(ageing.period.months());
        // Where churn changes with the number of clients, those of one age alone would not fare as they do among all.
        let kept = if churn_moves(scenario) { String::new() } else { format!(" \u{b7} {}", rate(kept)) };
        Some(format!("{}{kept} (x = {age})", rate(group.1.get() / all)))
    };
    let mut terms: Vec<String> = base.iter().take(AGES).map(term).collect::<Option<_>>()?;
    terms.extend((base.len() > AGES).then(|| "\u{2026}".to_owned()));
    Some(terms.join(" + "))
}
