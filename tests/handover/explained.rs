//! What stands beside figures so that they can be recomputed and are not read for more than they are.

use std::collections::BTreeSet;

use orbita::edit::Command;
use orbita::edit::store::Store;
use orbita::handover::economy::cohort_charts::base_said;
use orbita::handover::economy::cohorts::{churn_said, verdict};
use orbita::handover::economy::formula::{filled, formula, symbols, symbols_said};
use orbita::handover::economy::{COMPARED, Economy, SHOWN, Shown, contradicted};
use orbita::handover::initiatives::test_worth;
use orbita::i18n::Lang;
use orbita::i18n::cohorts::CohortWords;
use orbita::i18n::economy::{EconomyWords, Said};
use orbita::i18n::initiatives::InitiativeWords;
use orbita::insight::economy::cohort::{CohortReading, churn_factor, client};
use orbita::insight::economy::finding::{Finding, Moved, Spread};
use orbita::insight::economy::holdout::Method;
use orbita::insight::economy::{answers, figures, slide};
use orbita::model::Engagement;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{AgeModel, Ageing, CohortTable, Payment, Period, Response, Scenario};
use orbita_economics::{Chance, Family, Quantile};

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
    assert!(formula(Shown::Kept, &by_age).contains("S(x + 12)"));
    let fixed = Scenario { keep_fixed: true, ..Scenario::sample("$", 1.0) };
    assert!(!formula(Shown::Kept, &fixed).contains("\u{b9}\u{b2}"), "churn is not the same in twelve months");
    for lang in LANGS {
        let words = EconomyWords::of(lang);
        let more = |shown, scenario| symbols_said(lang, shown, scenario).split_off(1);
        assert_eq!(more(Shown::Ltv, &by_age), [words.explained_by_age]);
        assert_eq!(more(Shown::Kept, &fixed), [words.explained_fixed]);
        let plain = plain();
        assert!(more(Shown::Profit, &plain).is_empty() && more(Shown::Won, &fixed).is_empty());
    }
    let payments = [Period::Month, Period::Quarter].into_iter().flat_map(|term| [(term, false), (term, true)]);
    for (term, after) in payments {
        for scenario in [&by_age, &fixed, &plain()] {
            let scenario = Scenario { payment: Payment { term, after }, ..scenario.clone() };
            for shown in COMPARED {
                let written = formula(shown, &scenario);
                let mut letters = letters(&written);
                // The formula itself says what these stand for.
                letters.retain(|letter| {
                    !["q", "v"].contains(&letter.as_str()) || !written.contains(&format!("{letter} = "))
                });
                for lang in LANGS {
                    let said = symbols_said(lang, shown, &scenario).remove(0);
                    let entries = said.trim_end_matches('.').split("; ").filter_map(|one| one.split_once(": "));
                    let entries = entries.inspect(|(symbol, meaning)| assert!(!meaning.is_empty(), "{symbol}"));
                    let legend: BTreeSet<String> = entries.map(|(symbol, _)| symbol.to_owned()).collect();
                    assert_eq!(legend, letters, "{written}: {said}");
                }
            }
        }
    }
}

/// The letters of a formula, raised ones too, and its abbreviations.
fn letters(formula: &str) -> BTreeSet<String> {
    let words = ["LTV", "CAC"];
    let rest = words.iter().fold(formula.to_owned(), |rest, word| rest.replace(word, ""));
    let raised = [('\u{1d47}', 'b'), ('\u{1d4f}', 'k'), ('\u{1d57}', 't'), ('\u{207f}', 'n')];
    let letters = rest.chars().filter_map(|letter| {
        let raised = raised.iter().find(|(raised, _)| *raised == letter).map(|(_, letter)| *letter);
        raised.or(Some(letter).filter(|letter| letter.is_alphabetic() && !['\u{3a3}', '\u{3a0}'].contains(letter)))
    });
    let words = words.into_iter().filter(|word| formula.contains(word)).map(str::to_owned);
    letters.map(String::from).chain(words).collect()
}

/// The economics of one scenario.
fn economy(scenario: &Scenario, lang: Lang) -> Economy {
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(scenario.clone())), 0.0).expect("a scenario");
    Economy::of(store.engagement(), lang, false).expect("a scenario")
}

#[test]
fn answers_that_contradict_the_rest_are_said_once_and_in_full() {
    // 5,000 at 250 each win 20 clients; of 3 % churn nobody says that keeping nobody loses fewer.
    let sample =
        Scenario { period: Period::Month, churn: exact(0.03), cac: exact(250.0), ..Scenario::sample("$", 1.0) };
    let guessed = sample.suggested();
    let few = Response { win_today: exact(5_000.0), won_most: exact(16.0), ..guessed };
    let won = [
        "Новых клиентов сегодня — 20 в месяц. В ответах максимум — 16, а он должен быть больше сегодняшнего числа.",
        "New clients: 20 a month today. The answers say 16 at most, but the maximum has to be higher than today’s number.",
    ];
    let idle = Response { churn_idle: exact(0.02), ..guessed };
    let lost = [
        "Отток сегодня — 3 % в месяц. В ответах отток без расходов на удержание — 2 %, а он должен быть выше сегодняшнего.",
        "Churn is 3% a month today. The answers say it would be 2% with no retention spend, but that has to be higher than today’s.",
    ];
    let best = Response { churn_best: exact(0.04), ..guessed };
    let least = [
        "Отток сегодня — 3 % в месяц. В ответах минимально достижимый — 4 %, а он должен быть ниже сегодняшнего.",
        "Churn is 3% a month today. The answers say it can’t go below 4%, but the lowest possible churn has to be lower than today’s.",
    ];
    for (response, said) in [(few, won), (idle, lost), (best, least)] {
        let scenario = Scenario { response: Some(response), ..sample.clone() };
        for (lang, said) in [Lang::Russian, Lang::English].into_iter().zip(said) {
            let economy = economy(&scenario, lang);
            let here = economy.here().expect("a case");
            let why = here.figures.as_ref().err().copied().expect("a contradiction");
            assert_eq!(contradicted::why(lang, &scenario, why).replace('\u{a0}', " "), said);
            for shown in SHOWN {
                assert_eq!(economy.brief(shown, here), EconomyWords::of(lang).missing);
                assert_eq!(economy.own_reason(shown, here), None, "it is said in the finding");
            }
        }
    }
    // Of a sum of nothing nothing follows, so it contradicts nothing; that churn is the stated one is said.
    let none = Scenario { response: Some(Response { keep_today: exact(0.0), ..guessed }), ..sample.clone() };
    let nothing =
        ["Текущие расходы на удержание или на привлечение равны 0", "Current retention or acquisition spend is 0"];
    for (lang, said) in [Lang::Russian, Lang::English].into_iter().zip(nothing) {
        let economy = economy(&none, lang);
        assert!(economy.here().expect("a case").figures.is_ok());
        assert!(economy.note_of_split().concat().replace('\u{a0}', " ").starts_with(said));
    }
    // Each way out says to what it sets what, and afterwards from what: both by the same numbers.
    let scenario =
        Scenario { churn: exact(0.04), response: Some(Response { churn_idle: exact(0.038), ..guessed }), ..sample };
    let corrected = answers::corrected(&scenario).expect("a way out");
    let (quantity, back) = slide::taken_back(&scenario).expect("another one");
    let said = |lang| {
        [
            contradicted::put_right(lang, &scenario, &corrected),
            contradicted::put_right_done(lang, &scenario, &corrected),
            contradicted::take_back(lang, &scenario, quantity, back),
            contradicted::take_back_done(lang, &scenario, quantity, back),
        ]
        .map(|said| said.replace('\u{a0}', " "))
    };
    assert_eq!(
        said(Lang::English),
        [
            "Set “Churn with no retention spend” to 6% (4.9% … 7.5%)",
            "Churn with no retention spend changed from 3.8% to 6% (4.9% … 7.5%)",
            "Set churn to 3.75%",
            "Churn changed from 4% to 3.75%",
        ]
    );
    assert_eq!(said(Lang::Russian)[1], "Отток без расходов на удержание: было 3,8 %, стало 6 % (4,9 % … 7,5 %)");
    for lang in Lang::ALL {
        let which = contradicted::which_is_wrong(lang, &scenario);
        assert!(which.contains(';'), "it says what either number means: {which}");
    }
    // What is missing of one figure alone stands beside it.
    let never = Scenario { cac: exact(1e9), ..plain() };
    let economy = economy(&never, Lang::English);
    let here = economy.here().expect("a case");
    assert!(economy.own_reason(Shown::Payback, here).expect("a reason").contains("never pays back"));
    assert_eq!(economy.own_reason(Shown::Kept, here), None);
}

#[test]
fn a_payback_names_the_payment_and_the_months_before_it() {
    // 100 a month, of which 97 % go on paying: 6 payments bring 556.67, five bring 470.89.
    let scenario = Scenario { cac: exact(550.0), ..plain() };
    let five: f64 = (0..5).map(|paid| 100.0 * 0.97_f64.powi(paid)).sum();
    assert!(five < 550.0 && five + 100.0 * 0.97_f64.powi(5) > 550.0);
    let economy = economy(&scenario, Lang::English);
    let case = economy.here().expect("a case").clone();
    let said = |lang| filled(lang, Shown::Payback, &case).expect("numbers").replace('\u{a0}', " ");
    assert!(said(Lang::Russian).ends_with(", 6\u{2011}й платёж, через 5 мес."), "{}", said(Lang::Russian));
    assert!(said(Lang::English).ends_with(", 6th payment, after 5 months"), "{}", said(Lang::English));
    assert!(!said(Lang::Russian).contains("b = ") && said(Lang::Russian).contains("c = 3 %"));
    assert!(!symbols(&formula(Shown::Payback, &scenario)).contains(&"b"));
    for (payment, month, english) in [
        (1, 0, "1st payment, at once"),
        (0, 0, "at once"),
        (2, 1, "2nd payment, after 1 month"),
        (12, 11, "12th payment, after 11 months"),
    ] {
        assert_eq!((EconomyWords::of(Lang::English).paid_back)(payment, month), english);
    }
}

#[test]
fn a_share_kept_by_age_says_what_it_is_averaged_over() {
    let exact_amount = |number| Amount::new(number).expect("finite");
    let model = AgeModel::Sbg([exact_amount(1.0), exact_amount(9.0)]);
    let base = vec![(1, exact_amount(30.0)), (13, exact_amount(90.0))];
    let by_age = Some(Ageing { model, period: Period::Month, base });
    let scenario = Scenario { by_age, ..plain() };
    let economy = economy(&scenario, Lang::English);
    let case = economy.here().expect("a case").clone();
    // S(x + 12) / S(x) = (9 + x) / (21 + x) of those aged 0 and 12 months.
    let kept = (0.25 * 9.0 / 21.0 + 0.75 * 21.0 / 33.0) * 100.0;
    let said = filled(Lang::English, Shown::Kept, &case).expect("numbers");
    let wanted = format!("25% \u{b7} 42.86% (x = 0) + 75% \u{b7} 63.64% (x = 12):  {kept:.2}%");
    assert_eq!(said, wanted);
    assert!(symbols(&formula(Shown::Kept, &scenario)).contains(&"w"));
    // The bar of what moves the result is of every age, and says by how much.
    let levers = economy.levers().levers;
    let words = EconomyWords::of(Lang::English);
    let name = (words.exact_input)(words.churn_by_age, "\u{b1}10%");
    let churn = levers.iter().find(|lever| lever.name == name).expect("a bar");
    assert_eq!([&churn.low.input, &churn.high.input].map(String::as_str), ["\u{2212}10%", "+10%"]);
}

#[test]
fn a_base_says_how_it_takes_payments_and_rows_that_break_off() {
    let said = |rows: &[&[f64]]| {
        let counts = |row: &&[f64]| row.iter().map(|count| Amount::new(*count).expect("finite")).collect();
        let table = CohortTable { per_cent: false, rows: rows.iter().map(counts).collect(), names: Vec::new() };
        let reading = CohortReading::of(&table).expect("a reading");
        let unit = client(&Scenario { discount: exact(0.1), ..plain() }).expect("a client");
        let base = reading.base(&unit, 1.0, Period::Month).expect("a base");
        Lang::ALL.map(|lang| (base_said(lang, "$", &reading, &base, 1.0), (CohortWords::of(lang).base_broken_off)(1)))
    };
    // The second row had a gap behind its second number.
    let first: &[f64] = &[1_000.0, 850.0, 760.0, 700.0, 660.0];
    for (said, broken_off) in said(&[first, &[950.0, 789.0], &[900.0, 770.0, 700.0], &[990.0, 840.0]]) {
        assert!(said.ends_with(&broken_off), "{said}");
    }
    for (said, broken_off) in said(&[first, &[950.0, 789.0, 700.0], &[990.0, 840.0]]) {
        assert!(!said.contains(&broken_off), "{said}");
    }
    for lang in Lang::ALL {
        assert!(said(&[first]).iter().any(|(said, _)| said.ends_with(CohortWords::of(lang).base_payments)));
    }
}

#[test]
fn of_one_initiative_nothing_is_said_of_others() {
    for (lang, others) in [(Lang::English, ["ogether", "one by one"]), (Lang::Russian, ["месте", "порознь"])]
    {
        let words = EconomyWords::of(lang);
        let i = InitiativeWords::of(lang);
        let of = |count| (i.together_says)(count, "$1k", 36, "$2k");
        assert!(others.iter().all(|other| of(2).contains(other) && !of(1).contains(other)), "{}", of(1));
        assert!(of(1).contains("$1k") && !of(1).contains("$2k"));
        assert_ne!((words.included_add)(1, "$1k", 36), (words.included_add)(2, "$1k", 36));
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

#[test]
fn a_forecast_test_that_prefers_another_model_than_the_verdict_is_reconciled_with_it() {
    let read = |row: &[f64]| {
        let counts = row.iter().map(|count| Amount::new(*count).expect("finite")).collect();
        let table = CohortTable { per_cent: false, rows: vec![counts], names: Vec::new() };
        CohortReading::of(&table).expect("a reading")
    };
    let mut reconciled = 0;
    for row in [
        [40.0, 31.0, 26.0, 22.0, 20.0, 18.0, 17.0],
        [60.0, 50.0, 43.0, 38.0, 34.0, 31.0, 29.0],
        [30.0, 25.0, 21.0, 18.0, 15.0, 13.0, 11.0],
        [1_000.0, 850.0, 760.0, 700.0, 660.0, 630.0, 610.0],
    ] {
        let reading = read(&row);
        let used = reading.model_in_use().expect("a model").family;
        let trial = reading.holdout.as_ref().expect("a trial");
        let miss = |family: Family| {
            let of = trial.forecasts.iter().find(|one| one.method == Method::Model(family)).expect("every model");
            of.error.map(f64::abs).ok()
        };
        let best = Family::ALL.into_iter().filter_map(miss).fold(f64::INFINITY, f64::min);
        let differs = miss(used).is_some_and(|own| own > best + 0.001);
        for lang in Lang::ALL {
            let said = verdict(lang, &reading);
            let words = CohortWords::of(lang);
            let names = Family::ALL
                .into_iter()
                .filter(|family| *family != used)
                .any(|family| said.contains((words.family)(family)));
            assert_eq!(names, differs, "{row:?} {said}");
        }
        reconciled += usize::from(differs && used == Family::Constant);
    }
    assert!(reconciled > 0, "constant churn is among them");
}

#[test]
fn a_trifle_is_no_price_of_a_test() {
    for (lang, least) in [(Lang::English, "$1"), (Lang::Russian, "1\u{a0}$")] {
        let said = |worth| test_worth(lang, "$", "5%", worth);
        assert!(said(0.68).contains(least) && !said(0.68).contains("68"), "{}", said(0.68));
        assert!(said(0.0).contains(least) && said(12_000.0).contains("12"), "{}", said(12_000.0));
    }
}

/// Clients who bring less than is spent on keeping them: the next one won is the cheaper, and yet winning pays less.
#[test]
fn the_cheaper_next_client_is_no_advice_where_the_split_says_the_opposite() {
    let sample = Scenario::sample("$", 1.0);
    let decides = |scenario: &Scenario| {
        let economy = economy(scenario, Lang::English);
        let costs = economy.here().expect("a case").paradox().expect("costs").expect("answers").now;
        let marginal = costs.marginal_ratio().expect("a ratio");
        (marginal, economy.margin_decides(marginal), economy.note_of_split().concat())
    };
    let loses = Scenario {
        clients: exact(3.0),
        churn: exact(0.12),
        revenue: exact(1_900.0),
        cac: exact(20_000.0),
        margin: exact(0.85),
        ..sample.clone()
    };
    let loses = Scenario { response: Some(loses.suggested()), ..loses };
    let (marginal, decides_here, note) = decides(&loses);
    assert!(marginal < 1.0 && !decides_here, "{marginal}");
    assert!(!note.contains("%) of it"), "no share of a loss: {note}");
    let (marginal, decides_here, note) = decides(&sample);
    assert!(marginal > 1.0 && decides_here, "{marginal}");
    assert!(note.contains("%) of it"), "{note}");
}
