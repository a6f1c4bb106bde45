//! Figures that leave the screen: the same ones, under the same names, with all of their digits.

use chrono::NaiveDate;
use orbita::edit::store::Store;
use orbita::edit::{Command, ScenarioInput};
use orbita::exchange::office::xlsx::{ReadSheet, Value, read};
use orbita::handover::economy::{COMPARED, Economy, SHOWN, Shown};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;
use orbita::i18n::cohorts::CohortWords;
use orbita::i18n::economy::{EconomyWords, band, held_money};
use orbita::i18n::initiatives::InitiativeWords;
use orbita::i18n::ranges::RangeWords;
use orbita::i18n::travel::TravelWords;
use orbita::insight::economy::finding::Spread;
use orbita::insight::economy::forecast::period_ends;
use orbita::insight::economy::initiative::Test;
use orbita::insight::economy::plan;
use orbita::insight::economy::worth::worth;
use orbita::model::Engagement;
use orbita::model::amount::{Amount, Estimate};
use orbita::model::scenario::{ActualFigure, CohortTable, Counted, Input, Lock, Origin, Quantity, RangeLink, Scenario};
use orbita_economics::Quantile;

use super::report::{markup, page};
use super::slides::{file, pages};
use super::{LANGS, date, example};

const EN: Lang = Lang::English;

fn sheets(project: &Engagement, lang: Lang) -> Vec<ReadSheet> {
    read(&workbook(project, lang, None)).expect("a workbook")
}

fn sheet<'a>(tables: &'a [ReadSheet], name: &str) -> &'a ReadSheet {
    tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("{name}"))
}

fn row<'a>(table: &'a ReadSheet, name: &str) -> &'a [Value] {
    let found = table.rows.iter().find(|row| row.first() == Some(&Value::Text(name.into())));
    found.unwrap_or_else(|| panic!("{name} in {:?}", table.rows.iter().map(|row| &row[0]).collect::<Vec<_>>()))
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) | Value::Share(number) => *number,
        other => panic!("{other:?}"),
    }
}

/// Sets one number of the last scenario.
fn with(scenario: &Scenario, quantity: Quantity, number: f64) -> Scenario {
    let mut changed = scenario.clone();
    *changed.quantity_mut(quantity) = Estimate::exact(number).expect("finite");
    changed
}

fn project(scenarios: impl IntoIterator<Item = Scenario>) -> Store {
    let mut store = Store::new(Engagement::new(), None, false);
    for scenario in scenarios {
        store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
    }
    store
}

#[test]
fn every_compared_figure_is_the_one_of_the_screen() {
    for lang in LANGS {
        let (_, project) = example(lang);
        let economy = Economy::of(&project, lang, true).expect("scenarios");
        let tables = sheets(&project, lang);
        let table = sheet(&tables, EconomyWords::of(lang).scenarios);
        for shown in COMPARED {
            for (at, case) in economy.cases.iter().enumerate() {
                let exported = &row(table, &economy.label(shown))[1 + 3 * at];
                assert_eq!(number(exported), shown.figure(case).expect("a figure"), "{shown:?}");
            }
        }
    }
}

#[test]
fn the_finding_is_said_with_its_exact_median_and_range() {
    for lang in LANGS {
        let (_, project) = example(lang);
        let economy = Economy::of(&project, lang, true).expect("scenarios");
        let (sentence, spread) = economy.finding_said().expect("a finding");
        let tables = sheets(&project, lang);
        let table = sheet(&tables, TravelWords::of(lang).finding);
        assert_eq!(table.rows[0][1], Value::Text(RangeWords::of(lang).median_of_runs.into()));
        let (found, _) = economy.found().expect("a finding");
        let Spread::Range { low, high, .. } = found.spread else { panic!("the example has ranges") };
        let exported: Vec<f64> = row(table, &sentence)[1..4].iter().map(number).collect();
        // What is exported has all digits; what is said has those that the runs hold.
        let as_said = |at: usize, digits| Quantile { value: exported[at], digits };
        let currency = economy.currency();
        assert!(sentence.contains(&held_money(lang, currency, as_said(0, found.amount.digits))), "{sentence}");
        let spread = spread.expect("a range");
        let range = band(lang, currency, as_said(1, low.digits), as_said(2, high.digits));
        assert!(spread.contains(&range), "{spread} has no {range}");
        assert!(exported.iter().any(|sum| sum.fract() != 0.0), "{exported:?} are not rounded");
        let said: Vec<&Value> = table.rows.iter().map(|row| &row[0]).collect();
        for sentence in economy.notes().into_iter().chain([spread]) {
            assert!(said.contains(&&Value::Text(sentence.clone())), "{sentence}");
        }
    }
}

#[test]
fn a_median_is_nowhere_called_a_likely_figure() {
    for lang in LANGS {
        let (text, project) = example(lang);
        let economy = Economy::of(&project, lang, true).expect("scenarios");
        let travel = TravelWords::of(lang);
        let tables = sheets(&project, lang);
        let table = sheet(&tables, InitiativeWords::of(lang).initiatives);
        let head = |name: &str| {
            // Behind it stands of which scenario.
            let start = format!("{name} (");
            let found =
                table.rows[0].iter().position(|head| matches!(head, Value::Text(text) if text.starts_with(&start)));
            found.unwrap_or_else(|| panic!("{name}"))
        };
        let report = markup(&page(&project, text, lang));
        let all = worth(&project, None, Test::default());
        let ranged = all.iter().filter_map(|one| Some((one, one.value.as_ref().ok()?)));
        let mut told = 0;
        for (one, value) in ranged {
            let own = project.initiative(one.id).expect("it").name.clone();
            let friction = one.friction.and_then(|card| project.card(card)).map(|card| card.text.clone());
            let name = if own.trim().is_empty() { friction.expect("a friction") } else { own };
            let exported = row(table, &name);
            assert_eq!(number(&exported[head(travel.worth)]), value.likely);
            let Some(range) = value.range else { continue };
            assert_eq!(number(&exported[head(travel.worth_median)]), range.median.value);
            assert_ne!(value.likely, range.median.value, "the example has both");
            let cell = |text: String| format!("<td class=\"figure\">{text}</td>");
            let both = [
                cell(economy.written(Shown::Profit, value.likely)),
                cell(held_money(lang, economy.currency(), range.median)),
            ];
            assert!(report.replace('\n', "").contains(&both.concat()), "{both:?}");
            told += 1;
        }
        assert!(told > 0);
        assert!(report.contains(travel.worth) && report.contains(travel.worth_median));
    }
}

#[test]
fn what_a_finding_rests_on_is_exported_with_what_moves_together_where_it_is_from_and_who_locked_it() {
    let input = |quantity| Input::Quantity(quantity);
    let together = RangeLink { input: input(Quantity::Cac), with: Some(input(Quantity::Churn)), against: true };
    let with_a = RangeLink { input: input(Quantity::Revenue), with: None, against: false };
    let source = Origin { source: "Billing".into(), owner: "Olga".into(), ..Origin::unknown(input(Quantity::Churn)) };
    let mut here = Scenario {
        links: vec![together, with_a],
        origins: vec![source],
        locked: Some(Lock { by: "Anna".into(), on: date() }),
        keep: Amount::new(0.35).expect("finite"),
        ..Scenario::sample("$", 1.0)
    };
    here.response.as_mut().expect("answers").won_most = Estimate::exact(30.0).expect("finite");
    let store = project([Scenario::sample("$", 1.0), here]);
    let economy = Economy::of(store.engagement(), EN, false).expect("scenarios");
    let of = |name: &str| {
        let all = economy.assumptions(economy.here().expect("it"));
        all.into_iter().find(|one| one.name == name).expect("the input")
    };
    assert_eq!(of("CAC").range, "$4,300 \u{2026} $6,500; correlation: negative, with churn");
    assert!(of("Revenue per client a month").range.ends_with("; correlation: positive, with the same input of A"));
    assert_eq!(of("Churn a month").origin, "Billing, Olga");
    assert_eq!(of("Churn with no retention spend a month").origin, "suggested, not changed");
    assert_eq!(of("Maximum new clients a month").origin, "", "that is a person's answer");
    assert_eq!(of("Current retention spend a month").origin, "suggested, not changed");
    assert_eq!(
        (&*of("Gross margin").origin, &*of("Revenue per client a month").origin),
        ("sample figure", "sample figure")
    );
    let report = page(store.engagement(), "{}", EN);
    for said in [
        "correlation: negative, with churn",
        "Billing, Olga",
        "Locked by Anna, forecast as of",
        "suggested, not changed",
    ] {
        assert!(report.contains(said), "{said}");
    }
    let split = report.split_once("for keeping</th>").expect("the split").1;
    let split = split.split_once("</tr>").expect("its end").0;
    assert!(split.contains(">35%<") && split.contains(">20%<"), "what the other scenario states, too: {split}");
    let tables = sheets(store.engagement(), EN);
    let scenarios = sheet(&tables, "Scenarios");
    assert_eq!(
        row(scenarios, "CAC: source")[4],
        Value::Text("correlation: negative, with churn; sample figure".into())
    );
    assert_eq!(row(scenarios, "Churn: source")[4], Value::Text("Billing, Olga".into()));
    assert_eq!(row(scenarios, "Locked by")[4], Value::Text("Anna".into()));
    assert_eq!(row(scenarios, "Forecast as of")[4], Value::Day(date()));
}

#[test]
fn what_was_foretold_is_exported_beside_what_came() {
    let scenario =
        Scenario { locked: Some(Lock { by: "Anna".into(), on: date() }), horizon: 12, ..Scenario::sample("$", 1.0) };
    let mut store = project([Scenario::sample("$", 1.0), scenario]);
    let (last, _) = store.engagement().scenarios().last().expect("the locked one");
    let said_on = NaiveDate::from_ymd_opt(2027, 3, 2);
    for (counted, number, on) in [(Counted::Clients, 191.0, said_on), (Counted::Profit, 7.0, None)] {
        let came = Amount::new(number).map(|number| ActualFigure { number, on });
        store.dispatch(Command::SetScenario(last, ScenarioInput::Actual(3, counted, came)), 1.0).expect("a fact");
    }
    let tables = sheets(store.engagement(), EN);
    let table = sheet(&tables, "Forecast and actual Scenario B");
    assert_eq!(table.rows.len(), 1 + store.engagement().scenario(last).expect("it").horizon as usize);
    let march = &table.rows[3];
    let clients: Vec<f64> = march[2..6].iter().chain([&march[7]]).map(number).collect();
    let [foretold, low, high, actual, difference] = clients[..] else { panic!("{clients:?}") };
    assert!(low < foretold && foretold < high, "{clients:?}");
    assert_eq!((actual, difference), (191.0, 191.0 - foretold));
    let shown = {
        let scenario = store.engagement().scenario(last).expect("it");
        let ends = period_ends(scenario, &plan::alone(scenario).expect("a plan"), &[3]).expect("figures");
        ends[0].of(Counted::Clients).range
    };
    assert_eq!(shown, Some((low, high)), "as on the screen");
    assert_eq!(number(&march[0]), 3.0);
    assert!(matches!(march[1], Value::Day(day) if day > date()));
    let verdict = if actual < low { "Below the range" } else { "In the range" };
    // A little below it may be the luck of single clients.
    assert!(matches!(&march[8], Value::Text(said) if said.starts_with(verdict)), "{:?}", march[8]);
    assert!(matches!(march[6], Value::Day(day) if Some(day) == said_on), "{:?}", march[6]);
    assert!(matches!(march[20], Value::Empty) && number(&march[19]) == 7.0, "nobody knows when that was said");
    for (lang, head) in [(EN, "Clients: Entered or last changed"), (Lang::Russian, "Клиенты: Дата ввода или правки")]
    {
        let tables = sheets(store.engagement(), lang);
        let has_it = |table: &&ReadSheet| matches!(&table.rows[0].get(6), Some(Value::Text(said)) if said.replace('\u{a0}', " ") == head);
        assert_eq!(tables.iter().filter(has_it).count(), 1, "{head}");
    }
    assert_eq!(tables.iter().filter(|table| table.name.starts_with("Forecast")).count(), 1, "the other is not locked");
}

#[test]
fn cohorts_that_wait_for_a_scenario_are_exported() {
    let count = |number: f64| Amount::new(number).expect("finite");
    let table = CohortTable {
        per_cent: false,
        rows: vec![vec![count(100.0), count(87.0)], vec![count(90.0)]],
        names: vec!["May".into(), "June".into()],
    };
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::SetCohorts(Some(table), None), 0.0).expect("a table");
    for lang in LANGS {
        let tables = sheets(store.engagement(), lang);
        let table = sheet(&tables, CohortWords::of(lang).table);
        assert_eq!(row(table, "May")[1..], [Value::Number(100.0), Value::Number(87.0)]);
        assert_eq!(row(table, "June")[1..], [Value::Number(90.0)]);
    }
}

#[test]
fn a_value_without_a_limit_says_so_in_every_file() {
    // Clients who never leave and prices that grow faster than money is discounted.
    let sample = Scenario { response: None, ..Scenario::sample("$", 1.0) };
    let endless = with(&with(&sample, Quantity::Churn, 0.0), Quantity::Growth, 0.2);
    for lang in LANGS {
        let store = project([with(&sample, Quantity::Churn, 0.03), endless.clone()]);
        let project = store.engagement();
        let economy = Economy::of(project, lang, true).expect("scenarios");
        let words = EconomyWords::of(lang);
        let here = economy.here().expect("the last");
        for shown in [Shown::Ltv, Shown::LtvGross, Shown::LtvToCac, Shown::RatioGross, Shown::WithLeft] {
            assert_eq!(economy.brief(shown, here), words.no_limit, "{shown:?}");
            let tables = sheets(project, lang);
            let exported = &row(sheet(&tables, words.scenarios), &economy.label(shown))[4];
            assert_eq!(*exported, Value::Text(words.no_limit.into()), "{shown:?}");
        }
        let left = economy.notes().join(" ");
        assert!(left.contains(words.with_left_diverges), "{left}");
        assert!(words.with_left_diverges.contains(words.no_limit), "the same words");
        let report = markup(&page(project, "{}", lang));
        let slides = pages(&file(project, orbita::exchange::office::pptx::Format::Wide, lang)).join(" ");
        for (name, text) in [("report", report), ("slides", slides)] {
            assert!(text.contains(words.no_limit), "{name}");
            let letters: String =
                text.chars().map(|letter| if letter.is_alphabetic() { letter } else { ' ' }).collect();
            let odd: Vec<&str> = letters.split(' ').filter(|word| ["inf", "NaN", "Infinity"].contains(word)).collect();
            assert_eq!(odd, [""; 0], "{name}");
        }
        // The chart of ratios has its bar, or the words.
        let ratios = economy.ratios();
        let table = orbita::charts::Chart::table(&ratios);
        let last = table.rows.last().expect("a scenario");
        assert_eq!(last.values[0].text, words.no_limit);
        assert!(economy.summary(orbita::handover::economy::Kind::Ratio).contains(words.no_limit));
    }
    assert_eq!(SHOWN.len(), 6);
}
