//! Inputs at their ends: every figure that is said is one, or says why it is none.

use orbita::edit::Command;
use orbita::edit::store::Store;
use orbita::exchange::office::xlsx::{Value, read};
use orbita::handover::economy::{COMPARED, Economy, Kind, Shown};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;
use orbita::i18n::amounts::number;
use orbita::i18n::economy::{EconomyWords, Unit};
use orbita::i18n::spending::SpendingWords;
use orbita::insight::economy::split::paradox;
use orbita::model::Engagement;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{CohortTable, Payment, Period, Quantity, Scenario};
use orbita_economics::NoFigure;

use super::LANGS;

fn exact(number: f64) -> Estimate {
    Estimate::exact(number).expect("finite")
}

fn set(quantity: Quantity, number: f64) -> impl Fn(&mut Scenario) {
    move |scenario| *scenario.quantity_mut(quantity) = exact(number)
}

/// Everything that is said of scenarios, with where it is said.
fn said(economy: &Economy) -> Vec<(String, String)> {
    let mut said = Vec::new();
    let mut say = |place: String, text: String| said.push((place, text));
    if let Some((sentence, range)) = economy.finding_said() {
        say("finding".into(), sentence);
        say("range".into(), range.unwrap_or_default());
    }
    economy.notes().into_iter().for_each(|text| say("beside".into(), text));
    economy.note_of_split().into_iter().for_each(|text| say("split".into(), text));
    for case in &economy.cases {
        for shown in COMPARED {
            let text = economy.text(shown, case).unwrap_or_else(|why| format!("{}: {why}", economy.brief(shown, case)));
            say(format!("{} {shown:?}", case.letter()), text);
        }
        economy.assumptions(case).into_iter().for_each(|one| say(one.name, format!("{} {}", one.likely, one.range)));
    }
    for shown in COMPARED {
        say(format!("beside {shown:?}"), economy.counterpart(shown).unwrap_or_default());
        let change = economy.change(shown).map(|change| format!("{} was {}", change.by, change.was));
        say(format!("change {shown:?}"), change.unwrap_or_default());
    }
    for kind in Kind::ALL {
        say(format!("{kind:?}"), economy.summary(kind));
        say(format!("{kind:?}"), economy.subtitle(kind));
        let Some(titled) = economy.chart(kind) else { continue };
        let table = titled.chart.table();
        for row in table.rows {
            let cells: Vec<String> = row.values.into_iter().map(|cell| cell.text).collect();
            say(format!("{kind:?} {}", row.name.text), cells.join(" | "));
        }
    }
    said
}

fn economy(scenarios: impl IntoIterator<Item = Scenario>, lang: Lang, simulate: bool) -> (Store, Economy) {
    let mut store = Store::new(Engagement::new(), None, false);
    for scenario in scenarios {
        store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
    }
    let economy = Economy::of(store.engagement(), lang, simulate).expect("scenarios");
    (store, economy)
}

type Change = (&'static str, Box<dyn Fn(&mut Scenario)>);

fn changes() -> Vec<Change> {
    let one = |name, quantity, number| -> Change { (name, Box::new(set(quantity, number))) };
    let keep = |name, share| -> Change {
        (name, Box::new(move |scenario: &mut Scenario| scenario.keep = Amount::new(share).expect("a share")))
    };
    vec![
        one("no clients", Quantity::Clients, 0.0),
        one("one client", Quantity::Clients, 1.0),
        one("churn 0", Quantity::Churn, 0.0),
        one("churn 1", Quantity::Churn, 1.0),
        one("margin 0", Quantity::Margin, 0.0),
        one("revenue 0", Quantity::Revenue, 0.0),
        one("least CAC", Quantity::Cac, 0.01),
        one("most CAC", Quantity::Cac, 1e15),
        one("budget 0", Quantity::Budget, 0.0),
        one("discount 0", Quantity::Discount, 0.0),
        one("discount most", Quantity::Discount, 10.0),
        one("growth least", Quantity::Growth, -0.95),
        one("growth most", Quantity::Growth, 10.0),
        one("most clients", Quantity::Clients, 1e15),
        one("most revenue", Quantity::Revenue, 1e15),
        keep("all kept", 1.0),
        keep("none kept", 0.0),
        ("one month", Box::new(|scenario: &mut Scenario| scenario.horizon = 1)),
        ("fifty years", Box::new(|scenario: &mut Scenario| scenario.horizon = 600)),
        ("fixed", Box::new(|scenario: &mut Scenario| scenario.keep_fixed = true)),
        (
            "yearly, after",
            Box::new(|scenario: &mut Scenario| {
                scenario.payment = Payment { term: Period::Year, after: true };
                scenario.period = Period::Year;
            }),
        ),
    ]
}

/// What no reader can make anything of.
fn is_odd(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    text.contains('\u{221e}') || words.into_iter().any(|word| ["inf", "NaN", "Infinity", "null"].contains(&word))
}

#[test]
fn every_figure_is_one_or_says_why_not() {
    for (at, (name, change)) in changes().into_iter().enumerate() {
        for answers in [true, false] {
            let sample = Scenario::sample("$", 1.0);
            let base = Scenario { response: sample.response.filter(|_| answers), ..sample };
            let mut here = base.clone();
            change(&mut here);
            for lang in LANGS {
                // Runs take long; what is said of their range is looked at in a few cases.
                let (_, economy) = economy([here.clone(), here.clone()], lang, at % 7 == 0);
                let missing = EconomyWords::of(lang).missing;
                for (place, text) in said(&economy) {
                    assert!(!is_odd(&text), "{name}, answers {answers}, {place}: {text}");
                    assert!(text != missing || place.starts_with("Ratio "), "{name}, {place}: no reason is given");
                }
            }
        }
    }
}

#[test]
fn a_client_who_costs_more_than_they_bring_has_no_ratio_and_says_so() {
    let mut scenario = Scenario { response: None, ..Scenario::sample("$", 1.0) };
    set(Quantity::Margin, 0.0)(&mut scenario);
    for (lang, costs, large) in [
        (Lang::English, "Keeping a client costs as much as the client brings", "too large"),
        (Lang::Russian, "Удержание клиента стоит не\u{a0}меньше, чем он приносит", "слишком велико"),
    ] {
        let (_, economy) = economy([scenario.clone()], lang, false);
        let why = economy.text(Shown::LtvToCac, economy.here().expect("it")).expect_err("no ratio");
        assert!(why.contains(costs) && !why.contains(large), "{why}");
    }
}

#[test]
fn a_best_split_of_one_share_is_one_share() {
    let mut scenario = Scenario::sample("$", 1.0);
    set(Quantity::Clients, 1.0)(&mut scenario);
    let (_, economy) = economy([scenario], Lang::English, false);
    let told = economy.note_of_split().join(" ");
    assert!(told.contains("“Best” (0%) stays within "), "{told}");
    assert!(economy.summary(Kind::Split).ends_with("Best 0%"));
}

#[test]
fn without_a_budget_there_is_no_best_split_and_nobody_who_pays_back() {
    let mut scenario = Scenario::sample("$", 1.0);
    set(Quantity::Budget, 0.0)(&mut scenario);
    for (lang, split, nobody) in [
        (Lang::English, "there is nothing to split", "No clients are won"),
        (Lang::Russian, "распределять нечего", "Новых клиентов нет"),
    ] {
        for answers in [true, false] {
            let response = scenario.response.filter(|_| answers);
            let (_, economy) = economy([Scenario { response, ..scenario.clone() }], lang, false);
            let here = economy.here().expect("it");
            assert_eq!(economy.text(Shown::Won, here).as_deref(), Ok("0"));
            for shown in [Shown::LtvToCac, Shown::RatioGross, Shown::Payback, Shown::PaybackGross] {
                let why = economy.text(shown, here).expect_err("no figure");
                assert!(why.contains(nobody), "{shown:?}: {why}");
                assert_eq!(economy.counterpart(shown), None, "{shown:?}");
            }
            assert!(economy.text(Shown::Ltv, here).is_ok(), "what a client would be worth");
            assert!(economy.chart(Kind::Split).is_none());
            let told = economy.note_of_split().join(" ");
            assert_eq!(told.contains(split), answers, "{told}");
            assert_eq!(economy.summary(Kind::Split).contains(split), answers);
        }
    }
    let mut all_kept = Scenario::sample("$", 1.0);
    all_kept.keep = Amount::new(1.0).expect("a share");
    let (_, economy) = economy([all_kept], Lang::English, false);
    assert!(economy.text(Shown::Payback, economy.here().expect("it")).is_err(), "nothing is spent on winning");
    assert!(!economy.note_of_split().is_empty(), "another split is better");
}

#[test]
fn a_value_too_large_to_be_written_is_not_called_one_without_limit() {
    let mut scenario = Scenario::sample("$", 1.0);
    let figures = |scenario: &Scenario| economy([scenario.clone()], Lang::English, false).1;
    let profit = figures(&scenario).here().expect("it").figures.as_ref().expect("figures").profit();
    let clients = scenario.clients.likely() * 9e14 / profit;
    set(Quantity::Clients, clients)(&mut scenario);
    let economy = figures(&scenario);
    let here = economy.here().expect("it");
    assert_eq!(Shown::WithLeft.figure(here), Err(NoFigure::TooLarge));
    assert!(Shown::Profit.figure(here).is_ok());
    let beside = economy.notes().join(" ");
    assert!(!beside.contains(EconomyWords::of(Lang::English).with_left_diverges), "{beside}");
}

#[test]
fn where_figures_are_too_large_no_ratio_is_told() {
    let mut scenario = Scenario::sample("$", 1.0);
    set(Quantity::Clients, 1e12)(&mut scenario);
    let (_, economy) = economy([scenario], Lang::English, false);
    let found = economy.here().expect("it").paradox();
    let why = economy.text(Shown::Profit, economy.here().expect("it")).expect_err("too large");
    assert!(why.contains("too large"), "{why}");
    assert_eq!(found, Err(NoFigure::TooLarge), "no figure there either");
    assert!(economy.finding_said().is_none() && economy.note_of_split().is_empty());
    for kind in Kind::ALL {
        assert!(economy.chart(kind).is_none());
        assert!(!economy.summary(kind).contains(char::is_numeric), "{}", economy.summary(kind));
    }
    let says = |lang: Lang, ratio: f64| (SpendingWords::of(lang).paradox_saved)(ratio, true);
    for (ratio, english, russian) in [
        (0.04, "0.04 times", "в\u{a0}25\u{a0}раз дешевле"),
        (0.0081, "0.01 times", "в\u{a0}123\u{a0}раза дешевле"),
        (512.4, "512 times", "в\u{a0}512\u{a0}раз дороже"),
        (1_170_005_753.2, "1.17B times", "в\u{a0}1,17\u{a0}млрд\u{a0}раз дороже"),
    ] {
        assert!(says(Lang::English, ratio).contains(english), "{}", says(Lang::English, ratio));
        assert!(says(Lang::Russian, ratio).contains(russian), "{}", says(Lang::Russian, ratio));
    }
    let mut large = Scenario::sample("$", 1.0);
    set(Quantity::Clients, 1e8)(&mut large);
    let found = paradox(&large).expect("costs").expect("answers");
    for ratio in [found.now.average_ratio(), found.now.marginal_ratio(), found.now.saved_ratio()] {
        let digits = ratio.map_or(0, |ratio| {
            number(Lang::English, ratio, 1).trim_end_matches(['0', ',']).replace([',', '.'], "").len()
        });
        assert!(digits < 4, "{ratio:?}");
    }
}

#[test]
fn what_is_little_is_not_said_to_be_nothing() {
    let mut scenario = Scenario::sample("$", 1.0);
    set(Quantity::Clients, 0.4)(&mut scenario);
    for (lang, clients) in [(Lang::English, "With 0.4 clients"), (Lang::Russian, "При 0,4\u{a0}клиента она")]
    {
        let (_, economy) = economy([scenario.clone()], lang, true);
        let told = economy.notes().join(" ");
        assert!(told.contains(clients), "{told}");
    }
    let shares = [Unit::Share, Unit::SharePerPeriod, Unit::ShareAYear];
    for unit in shares {
        assert_eq!(unit.exact(Lang::English, "$", 0.000_001), "0.0001%");
        assert_eq!(unit.short(Lang::Russian, "$", 0.000_001), "0,0001\u{a0}%");
        assert_eq!(unit.exact(Lang::English, "$", 0.999_999), "99.9999%");
        assert_eq!(unit.read(Lang::English, "$", "0.0001%"), Some(0.000_001));
    }
    assert_eq!(Unit::Count.exact(Lang::English, "$", 0.004), "0.004");
}

/// A table of cohorts as it was pasted, in a scenario.
fn cohorts(per_cent: bool, rows: &[&[f64]]) -> Vec<(String, String, Vec<String>)> {
    let amount = |number: &f64| Amount::new(*number).expect("finite");
    let rows = rows.iter().map(|row| row.iter().map(amount).collect()).collect();
    let table = CohortTable { per_cent, rows, names: Vec::new() };
    let scenario = Scenario { cohorts: Some(table), ..Scenario::sample("$", 1.0) };
    let (_, economy) = economy([scenario], Lang::English, false);
    economy.cohorts().into_iter().map(|table| (table.understood, table.verdict, table.limits)).collect()
}

#[test]
fn odd_tables_of_cohorts_claim_nothing_they_do_not_hold() {
    let of = |per_cent, rows: &[&[f64]]| cohorts(per_cent, rows).pop().expect("a reading");
    // Nobody left of 300: churn has one chance in ten to be above 1 - 0.1^(1/301); of shares nobody can say.
    let (_, _, limits) = of(false, &[&[100.0, 100.0, 100.0], &[100.0, 100.0]]);
    assert!(limits.iter().any(|limit| limit.contains("10% chance that churn is above 0.8%")), "{limits:?}");
    let (_, _, limits) = of(true, &[&[100.0, 100.0, 100.0], &[100.0, 100.0]]);
    assert!(limits.iter().any(|limit| limit.contains("Without cohort sizes nobody can say")), "{limits:?}");
    assert!(!limits.iter().any(|limit| limit.contains("chance")), "{limits:?}");
    // All gone at once, and one client.
    let (_, verdict, _) = of(false, &[&[100.0, 0.0, 0.0]]);
    assert!(verdict.contains("100%"), "{verdict}");
    let (understood, _, limits) = of(false, &[&[1.0, 1.0, 0.0]]);
    assert!(understood.contains("1 client at the start"), "{understood}");
    assert!(limits.iter().any(|limit| limit.contains("Clients lost so far: 1.")), "{limits:?}");
    for (understood, verdict, limits) in [of(true, &[&[100.0, 0.0]]), of(false, &[&[5.0], &[7.0]])] {
        for text in [vec![understood, verdict], limits].concat() {
            assert!(!is_odd(&text) && !text.is_empty(), "{text}");
        }
    }
}

#[test]
fn a_currency_without_small_change_is_counted_in_whole_units() {
    let yen = Scenario { currency: "¥".into(), ..Scenario::sample("¥", 150.0) };
    let (store, economy) = economy([yen], Lang::English, false);
    assert_eq!(economy.assumptions(&economy.cases[0])[1].likely, "¥150,000");
    let tables = read(&workbook(store.engagement(), Lang::English, None)).expect("a workbook");
    let scenarios = tables.iter().find(|table| table.name == "Scenarios").expect("the sheet");
    let revenue = scenarios.rows.iter().find(|row| row[0] == Value::Text("Revenue per client a month".into()));
    assert_eq!(revenue.expect("the row")[1], Value::Number(150_000.0));
}
