//! What is told of the economics on screens and in files alike.

use orbita::edit::store::Store;
use orbita::edit::{Command, KeptToday, ObservedChurn, ScenarioInput};
use orbita::exchange::office::pptx::Format;
use orbita::exchange::office::xlsx::{Value, read};
use orbita::handover::economy::included::Mark;
use orbita::handover::economy::{Economy, Kind, Shown};
use orbita::handover::initiatives;
use orbita::handover::report::{Report, write};
use orbita::handover::slides::{Talk, slides};
use orbita::handover::workbook::workbook;
use orbita::i18n::Lang;
use orbita::i18n::economy::{EconomyWords, held_money};
use orbita::i18n::initiatives::InitiativeWords;
use orbita::i18n::ranges::RangeWords;
use orbita::i18n::spending::SpendingWords;
use orbita::insight::economy::answers;
use orbita::insight::economy::finding::{self, Difference};
use orbita::model::amount::Estimate;
use orbita::model::quantity::ScenarioId;
use orbita::model::scenario::{
    AgeModel, Ageing, Answer, Initiative, Input, Lock, Origin, Period, Quantity, Response, Scenario,
};
use orbita::model::{Engagement, Key};

use super::slides::pages;
use super::{LANGS, date, example, package::parts};

const EN: Lang = Lang::English;

/// A project of so many sample scenarios, each with another split.
fn scenarios(count: u32) -> Store {
    let mut store = Store::new(Engagement::new(), None, false);
    for at in 0..count {
        let keep = orbita::model::amount::Amount::new(f64::from(at) / 20.0).expect("finite");
        let scenario = Scenario { keep, ..Scenario::sample("$", 1.0) };
        store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
    }
    store
}

#[test]
fn of_many_scenarios_those_drawn_are_named_and_look_unlike() {
    let store = scenarios(11);
    let economy = Economy::of(store.engagement(), EN, false).expect("scenarios");
    let drawn = economy.drawn();
    let letters: Vec<String> = drawn.iter().map(|case| case.letter()).collect();
    assert_eq!(letters, ["A", "B", "C", "K"]);
    for (at, case) in drawn.iter().enumerate() {
        assert!(drawn[..at].iter().all(|other| economy.role(other) != economy.role(case)));
    }
    assert!(economy.subtitle(Kind::Kept).ends_with("; drawn: A, B, C, K, of 11 scenarios"));
    let few = scenarios(3);
    let few = Economy::of(few.engagement(), EN, false).expect("scenarios");
    assert!(!few.subtitle(Kind::Kept).contains("drawn"));
}

#[test]
fn an_exact_input_says_how_far_it_is_moved() {
    let mut store = scenarios(1);
    let (id, scenario) = store.engagement().scenarios().next().expect("a scenario");
    // 32,000 / 15,000 are 2.13 clients won today: most cannot be 10 % below 2.2.
    let exact = |number| Estimate::exact(number).expect("finite");
    let mut response = scenario.response.expect("answers");
    response.won_most = exact(2.2);
    store
        .dispatch(Command::SetScenario(id, ScenarioInput::Quantity(Quantity::Cac, exact(15_000.0))), 1.0)
        .expect("set");
    store.dispatch(Command::SetScenario(id, ScenarioInput::Response(Some(response))), 2.0).expect("set");
    let economy = Economy::of(store.engagement(), EN, false).expect("a scenario");
    let names: Vec<String> = economy.levers().levers.into_iter().map(|lever| lever.name).collect();
    assert!(names.contains(&"Maximum new clients (2.13 \u{2026} 2.42)".to_owned()), "{names:?}");
    // Nor can CAC be 10 % lower, or the spend 10 % higher: what is won today would be more than that.
    assert!(names.contains(&"CAC ($14.5k \u{2026} $16.5k)".to_owned()), "{names:?}");
    assert!(names.contains(&"Current acquisition spend ($28.8k \u{2026} $33k)".to_owned()), "{names:?}");
    assert!(names.contains(&"Clients (\u{b1}10%)".to_owned()), "{names:?}");
    let stopped = economy.levers().levers.into_iter().find(|lever| lever.name.starts_with("CAC")).expect("a bar");
    assert_eq!([stopped.low.input, stopped.high.input], ["$14.5k (limit)", "$16.5k"]);
    assert!(economy.subtitle(Kind::Levers).contains("Maximum new clients"), "{}", economy.subtitle(Kind::Levers));
}

#[test]
fn the_likely_number_stands_beside_a_median_that_reads_otherwise() {
    for lang in LANGS {
        let economy = Economy::of(&example(lang).1, lang, true).expect("scenarios");
        let (found, _) = economy.found().expect("a finding");
        let likely = economy.written(Shown::Profit, found.likely);
        assert_ne!(economy.written(Shown::Profit, found.amount.value), likely, "the example has both");
        assert!(economy.notes().iter().any(|said| said.contains(&likely)), "{:?}", economy.notes());
        // The strip shows that very difference.
        assert!(economy.change(Shown::Profit).is_some_and(|change| change.by.ends_with(&likely)));
    }
}

#[test]
fn a_profit_that_reads_otherwise_than_the_headline_says_what_each_is() {
    for lang in LANGS {
        let mut store = scenarios(1);
        let id = store.engagement().scenarios().next().expect("a scenario").0;
        let churn = Estimate::range(0.01, 0.03, 0.035).expect("in order");
        store.dispatch(Command::SetScenario(id, ScenarioInput::Quantity(Quantity::Churn, churn)), 1.0).expect("set");
        let economy = Economy::of(store.engagement(), lang, true).expect("a scenario");
        let (sentence, range) = economy.finding_said().expect("a finding");
        let median = held_money(lang, "$", economy.found().expect("a finding").0.amount);
        let likely = economy.text(Shown::Profit, economy.here().expect("one")).expect("a figure");
        assert!(sentence.contains(&median) && median != likely, "{sentence} {likely}");
        let r = RangeWords::of(lang);
        assert!(range.expect("simulated").starts_with(r.median_of_runs), "the headline says what it is");
        assert_eq!(economy.counterpart(Shown::Profit), Some((r.median_beside)(&median)));
        let exact = Economy::of(store.engagement(), lang, false).expect("a scenario");
        assert_eq!(exact.counterpart(Shown::Profit), None, "nothing is simulated");
    }
}

#[test]
fn a_difference_too_close_to_call_has_its_median_beside_its_range() {
    for lang in LANGS {
        let mut store = scenarios(2);
        let id = store.engagement().scenarios().last().expect("a scenario").0;
        let churn = Estimate::range(0.005, 0.03, 0.09).expect("in order");
        store.dispatch(Command::SetScenario(id, ScenarioInput::Quantity(Quantity::Churn, churn)), 1.0).expect("set");
        let economy = Economy::of(store.engagement(), lang, true).expect("scenarios");
        let (found, said) = economy.found().expect("a finding");
        assert!(found.compared && !found.is_settled(), "{found:?}");
        let median = held_money(lang, &said.currency, found.amount);
        let (sentence, range) = economy.finding_said().expect("a finding");
        let range = range.expect("simulated");
        assert!(!sentence.contains(&median) && range.contains(&median), "{sentence} {range}: {median}");
    }
}

#[test]
fn slides_say_which_letter_is_which_scenario() {
    for lang in LANGS {
        let (_, project) = example(lang);
        let economy = Economy::of(&project, lang, false).expect("scenarios");
        let legend = economy.legend().expect("two scenarios");
        let names: Vec<String> = economy.cases.iter().map(|case| case.name(EconomyWords::of(lang))).collect();
        assert_eq!(legend, format!("A: {}; B: {}", names[0], names[1]));
        let bytes =
            slides(&Talk { engagement: &project, economy: Some(&economy), format: Format::Wide, date: date(), lang });
        let parts = parts(&bytes);
        let with = parts.iter().filter(|(name, text)| name.starts_with("ppt/slides/slide") && text.contains(&legend));
        assert_eq!(with.count(), 2, "both slides of the economics");
    }
}

#[test]
fn files_find_for_the_scenario_that_is_looked_at() {
    let (_, project) = example(EN);
    let ids: Vec<_> = project.scenarios().map(|(id, _)| id).collect();
    let here = |looked_at| Economy::looked_at(&project, EN, false, looked_at).expect("scenarios").here;
    assert_eq!((here(Some(ids[0])), here(Some(ids[1])), here(None), here(Some(ScenarioId(9999)))), (0, 1, 1, 1));
    let names: Vec<String> = Economy::of(&project, EN, false)
        .expect("scenarios")
        .cases
        .iter()
        .map(|case| case.name(EconomyWords::of(EN)))
        .collect();
    for (at, name) in names.iter().enumerate() {
        let tables = read(&workbook(&project, EN, Some(ids[at]))).expect("a workbook");
        let said = tables.iter().flat_map(|table| &table.rows).flatten();
        let worth = said.filter(|cell| matches!(cell, Value::Text(text) if text.ends_with(&format!("({name})"))));
        assert!(worth.count() >= 4, "what initiatives are worth is that of {name}");
    }
}

#[test]
fn the_workbook_holds_what_scenarios_come_to() {
    let (_, project) = example(EN);
    let economy = Economy::of(&project, EN, true).expect("scenarios");
    let tables = read(&workbook(&project, EN, None)).expect("a workbook");
    let sheet = tables.iter().find(|table| table.name == EconomyWords::of(EN).scenarios).expect("the sheet");
    for shown in [Shown::Profit, Shown::Ltv, Shown::Payback] {
        let label = Value::Text(economy.label(shown));
        let row = sheet.rows.iter().find(|row| row[0] == label).unwrap_or_else(|| panic!("{label:?}"));
        for (at, case) in economy.cases.iter().enumerate() {
            assert_eq!(row[1 + 3 * at], Value::Number(shown.figure(case).expect("a figure")));
        }
    }
    let label = Value::Text(format!("{}: median of simulations", economy.label(Shown::Profit)));
    let profit = sheet.rows.iter().find(|row| row[0] == label).expect("the profit");
    let [Value::Number(median), Value::Number(low), Value::Number(high)] = &profit[1..4] else { panic!("{profit:?}") };
    assert!(low < median && median < high);
    let note = sheet.rows.iter().flatten().any(
        |cell| matches!(cell, Value::Text(text) if text.contains("before fixed costs") && text.starts_with("Profit")),
    );
    assert!(note, "what the profit is not");
}

#[test]
fn a_difference_is_the_one_that_the_reader_counts() {
    let whole = |text: &str| -> i64 {
        let digits: String = text.chars().filter(|letter| letter.is_ascii_digit()).collect();
        let number: i64 = digits.parse().expect("digits");
        if text.contains('\u{2212}') { -number } else { number }
    };
    let mut counted = 0;
    for at in 0..40 {
        let mut store = scenarios(2);
        let (last, _) = store.engagement().scenarios().last().expect("two scenarios");
        let response = ScenarioInput::Response(None);
        store.dispatch(Command::SetScenario(last, response), 0.0).expect("set");
        let churn = Estimate::exact(0.02 + 0.0007 * f64::from(at)).expect("finite");
        store.dispatch(Command::SetScenario(last, ScenarioInput::Quantity(Quantity::Churn, churn)), 1.0).expect("set");
        let economy = Economy::of(store.engagement(), EN, false).expect("scenarios");
        let now = economy.text(Shown::Kept, economy.here().expect("the last")).expect("a figure");
        if let Some(change) = economy.change(Shown::Kept) {
            assert_eq!(whole(&now) - whole(&change.was), whole(&change.by), "{now} was {} {}", change.was, change.by);
            counted += 1;
        }
    }
    assert!(counted > 20, "{counted} differ");
}

/// Two scenarios of 100 clients, 2 % of whom leave a month: a fifth of 10,000 a month goes into keeping, or the half. A client is
/// won for 1,000, so eight or five join a month.
fn split(change: impl Fn(&mut Scenario)) -> Store {
    let exact = |number| Estimate::exact(number).expect("finite");
    let mut store = Store::new(Engagement::new(), None, false);
    for keep in [0.2, 0.5] {
        let mut scenario = Scenario {
            clients: exact(100.0),
            churn: exact(0.02),
            cac: exact(1_000.0),
            budget: exact(10_000.0),
            keep: orbita::model::amount::Amount::new(keep).expect("finite"),
            horizon: 12,
            response: None,
            ..Scenario::sample("$", 1.0)
        };
        change(&mut scenario);
        store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
    }
    store
}

#[test]
fn a_headline_that_names_a_sum_says_for_how_many_clients() {
    let told = |store: &Store| {
        let economy = Economy::of(store.engagement(), EN, true).expect("scenarios");
        (economy.finding_said().expect("a finding").0, economy.notes().join(" "))
    };
    let (sentence, beside) = told(&split(|_| ()));
    assert!(sentence.starts_with("Moving $3k a month to retention"), "{sentence}");
    // Month by month: five join, then one in fifty leaves; each of those there costs 50.
    let end = (0..12).fold(100.0, |clients, _| (clients + 5.0) * 0.98) * 50.0;
    let end = format!("${:.2}k", end / 1_000.0);
    assert!(
        beside.contains(&format!("follows the clients: $5k a month today, {end} a month at month 12.")),
        "{beside}"
    );

    let (sentence, beside) = told(&split(|scenario| scenario.keep_fixed = true));
    assert!(sentence.starts_with("Moving $3k a month to retention"), "{sentence}");
    assert!(!beside.contains("follows the clients"), "{beside}");

    // The panel of inputs has that sum, for the same period.
    let quarterly = split(|scenario| {
        scenario.period = Period::Quarter;
        scenario.budget = Estimate::exact(30_000.0).expect("finite");
    });
    let (sentence, beside) = told(&quarterly);
    assert!(sentence.starts_with("Moving $9k a quarter to retention"), "{sentence}");
    assert!(beside.contains("follows the clients: $15k a quarter today, "), "{beside}");

    let spends_once = |keep: f64, sum: f64| {
        let once = move |scenario: &mut Scenario| {
            if scenario.keep.get() == keep {
                scenario.one_off = Estimate::exact(sum).expect("finite");
            }
        };
        told(&split(once)).0
    };
    let sentence = spends_once(0.5, 10_000_000.0);
    assert!(sentence.starts_with("Moving $3k a month to retention, with $10M spent once, costs $"), "{sentence}");
    assert!(spends_once(0.5, 100.0).starts_with("Moving $3k a month to retention "));
    // What the other scenario alone spends once is not moved to retention.
    assert!(!spends_once(0.2, 10_000_000.0).contains("Moving"));

    let nobody = split(|scenario| scenario.clients = Estimate::exact(0.0).expect("finite"));
    let (sentence, _) = told(&nobody);
    assert!(!sentence.contains("Moving"), "nothing is spent on nobody: {sentence}");
}

#[test]
fn few_clients_are_said_to_be_subject_to_luck() {
    let said = |clients: f64| {
        let store = split(|scenario| {
            scenario.clients = Estimate::exact(clients).expect("finite");
            scenario.churn = Estimate::range(0.01, 0.02, 0.03).expect("a range");
        });
        let economy = Economy::of(store.engagement(), EN, true).expect("scenarios");
        economy.notes().into_iter().find(|said| said.contains("leave out chance"))
    };
    // 0.98^12 = 0.7847 stay; 1.2816 sqrt(0.7847 x 0.2153 / 40) = 8.3 points.
    let few = said(40.0).expect("few clients");
    assert!(few.contains("With 40 clients") && few.contains("month 12 by up to \u{b1}8 pts"), "{few}");
    assert_eq!(said(5_000.0), None, "hardly a point");
    assert_eq!(said(0.0), None);
}

#[test]
fn ends_of_a_range_show_the_digits_that_the_runs_hold() {
    let (_, project) = example(EN);
    let economy = Economy::of(&project, EN, true).expect("scenarios");
    let table = orbita::charts::Chart::table(&economy.profit());
    let low = table.columns.iter().position(|column| column.ends_with("low")).expect("a band") - 1;
    let runs = &economy.cases[0].ranges.as_ref().expect("simulated").at_end;
    let ten: Vec<f64> = {
        let mut all: Vec<f64> = runs.figures().flatten().collect();
        all.sort_by(f64::total_cmp);
        all
    };
    // The runs that enclose P10 in 19 of 20 simulations; what is shown lies no further off than the digit that they part in.
    let spread = (10_000.0_f64 * 0.09).sqrt() * 1.96;
    let (from, to) = (ten[(1_000.0 - spread) as usize], ten[(1_000.0 + spread) as usize]);
    let last = table.rows.last().expect("the end").values[low].clone();
    let shown: f64 = last.text.trim_start_matches('$').trim_end_matches('M').parse::<f64>().expect("millions") * 1e6;
    let digits = last.text.chars().filter(char::is_ascii_digit).count();
    assert_eq!(last.value, Some(ten[999]), "the figure itself keeps all digits");
    let unit = 10_f64.powf(shown.log10().floor() + 1.0 - digits as f64);
    assert!(to - from <= 2.0 * unit, "{from} to {to} is too far for {}", last.text);
}

#[test]
fn every_rate_and_every_count_of_new_clients_says_what_it_is_counted_per() {
    // The examples are stated by the month; discount and growth are of a year whatever the period (F60).
    let named = [
        ["Churn a month", "Discount rate a year", "Maximum new clients a month"],
        ["Отток в\u{a0}месяц", "Ставка дисконтирования в\u{a0}год", "Максимум новых клиентов в\u{a0}месяц"],
    ];
    let levers = [
        ["Churn cut, pts a month", "Extra clients won a month"],
        ["Снижение оттока, п.п. в\u{a0}месяц", "Дополнительные клиенты в\u{a0}месяц"],
    ];
    for ((lang, named), levers) in LANGS.into_iter().zip(named).zip(levers) {
        let (_, project) = example(lang);
        let words = EconomyWords::of(lang);
        let i = InitiativeWords::of(lang);
        let economy = Economy::of(&project, lang, false).expect("scenarios");
        let assumed: Vec<String> =
            economy.assumptions(&economy.cases[0]).into_iter().map(|assumed| assumed.name).collect();
        let tables = read(&workbook(&project, lang, None)).expect("a workbook");
        let sheet = |name: &str| tables.iter().find(|table| table.name == name).expect("the sheet");
        let first: Vec<&Value> = sheet(words.scenarios).rows.iter().map(|row| &row[0]).collect();
        for name in named {
            assert!(assumed.iter().any(|assumed| assumed == name), "{name}: {assumed:?}");
            assert!(first.contains(&&Value::Text(name.into())), "{name}: {first:?}");
        }
        let head = &sheet(i.initiatives).rows[0];
        for name in levers {
            assert!(head.contains(&Value::Text(name.into())), "{name}: {head:?}");
        }
    }
}

/// What is told of a scenario with some of its numbers changed, in all sentences.
fn told_of(changed: &[(Quantity, f64)], lang: Lang) -> String {
    let mut scenario = Scenario { response: None, ..Scenario::sample("$", 1.0) };
    for (quantity, number) in changed {
        *scenario.quantity_mut(*quantity) = Estimate::exact(*number).expect("finite");
    }
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
    let economy = Economy::of(store.engagement(), lang, true).expect("a scenario");
    let here = economy.here().expect("one");
    let (sentence, range) = economy.finding_said().expect("a finding");
    let mut said = vec![sentence, range.unwrap_or_default(), economy.notes().join(" ")];
    said.push(economy.summary(Kind::Kept));
    said.extend(orbita::handover::economy::SHOWN.map(|shown| economy.brief(shown, here)));
    said.join("\n")
}

#[test]
fn nothing_is_said_of_a_client_where_there_is_none() {
    use Quantity::{Budget, Clients, Margin, Revenue};
    for (clients, without) in [(0.0, 4), (0.4, 3)] {
        let said = told_of(&[(Clients, clients)], EN);
        assert!(said.contains("shared by those who join") && !said.contains("a client a month"), "{said}");
        assert_eq!(said.contains("leave out chance"), clients > 0.0, "{said}");
        assert_eq!(said.contains("Clients kept: not calculated"), clients == 0.0, "{said}");
        assert!(
            said.lines().next().is_some_and(|line| line.contains("earns")),
            "a fixed sum takes no joiner's margin: {said}"
        );
        assert_eq!(
            said.lines().filter(|line| *line == "not calculated").count(),
            without,
            "kept, LTV, its ratio, payback: {said}"
        );
    }
    assert!(told_of(&[(Clients, 1.0)], EN).contains("$8k a client a month"), "of one it is what was stated");
    for nothing in
        [&[(Clients, 0.0), (Budget, 0.0)][..], &[(Clients, 0.0), (Revenue, 0.0), (Margin, 0.0), (Budget, 0.0)]]
    {
        for (lang, words) in [(EN, "earns and loses nothing"), (Lang::Russian, "не\u{a0}теряет")] {
            let said = told_of(nothing, lang);
            assert!(said.contains(words) && !said.contains("99"), "no profit, and no chance of one: {said}");
        }
    }
    for nothing in [Margin, Revenue] {
        let said = told_of(&[(nothing, 0.0)], EN);
        assert!(!said.contains("Retention spend comes to"), "the spend is not what is wrong: {said}");
    }
    let all_leave = told_of(&[(Quantity::Churn, 1.0)], EN);
    assert!(all_leave.contains("Clients kept: Scenario A 0%"), "{all_leave}");
}

#[test]
fn a_line_is_drawn_only_where_there_is_somebody_to_keep() {
    let mut store = scenarios(3);
    let ids: Vec<_> = store.engagement().scenarios().map(|(id, _)| id).collect();
    let mut nobody = |at: usize| {
        let none = ScenarioInput::Quantity(Quantity::Clients, Estimate::exact(0.0).expect("finite"));
        store.dispatch(Command::SetScenario(ids[at], none), 1.0).expect("set");
        Economy::of(store.engagement(), EN, true).expect("scenarios")
    };
    let economy = nobody(1);
    assert_eq!(economy.kept().series.len(), 2);
    assert!(economy.kept().notes.iter().all(|note| note.of == 1), "it stands on the second line");
    assert_eq!(economy.profit().series.len(), 3, "who joins brings a profit");
    nobody(0);
    let economy = nobody(2);
    assert!(economy.kept().series.is_empty() && economy.chart(Kind::Kept).is_none());
    assert_eq!(economy.summary(Kind::Kept), "Clients kept: not calculated");
    assert!(economy.chart(Kind::Profit).is_some());
}

#[test]
fn the_luck_of_single_clients_is_drawn_where_it_is_told() {
    for (clients, is_felt) in [(40.0, true), (100_000.0, false)] {
        let store = split(|scenario| {
            scenario.clients = Estimate::exact(clients).expect("finite");
            scenario.churn = Estimate::range(0.01, 0.02, 0.03).expect("a range");
        });
        let economy = Economy::of(store.engagement(), EN, true).expect("scenarios");
        let bands: Vec<usize> = economy.kept().series.iter().map(|series| series.bands.len()).collect();
        assert_eq!(bands.iter().max(), Some(if is_felt { &2 } else { &1 }), "{bands:?}");
        assert_eq!(economy.subtitle(Kind::Kept).contains("wider band"), is_felt);
        let of_two = economy.kept().series.into_iter().find(|series| series.bands.len() == 2);
        for (narrow, wide) in
            of_two.iter().flat_map(|series| series.bands[0].points.iter().zip(&series.bands[1].points))
        {
            assert!(
                wide.1 <= narrow.1 && narrow.2 <= wide.2 && wide.1 >= 0.0 && wide.2 <= 1.0,
                "{narrow:?} in {wide:?}"
            );
        }
    }
}

#[test]
fn included_initiatives_are_said_to_be_left_out_of_the_headline() {
    let mut store = scenarios(2);
    let ids: Vec<_> = store.engagement().scenarios().map(|(id, _)| id).collect();
    let exact = |number| Estimate::exact(number).expect("finite");
    let valued =
        Initiative { reach: exact(1.0), churn_cut: exact(0.001), cost_once: exact(10.0), ..Default::default() };
    for one in [valued, Initiative::default()] {
        store.dispatch(Command::AddInitiative(Box::new(one)), 1.0).expect("an initiative");
    }
    let made: Vec<_> = store.engagement().initiatives().map(|(id, _)| id).collect();
    let mut at = 1.0;
    let mut told = |scenario: usize, initiative: usize, included: bool| {
        at += 1.0;
        let include = ScenarioInput::Include(made[initiative], included);
        store.dispatch(Command::SetScenario(ids[scenario], include), at).expect("a tick");
        Economy::of(store.engagement(), EN, false).expect("scenarios").notes().join(" ")
    };
    let said = told(1, 1, true);
    assert!(said.contains("The figures here leave out the included initiative."), "no value, and said: {said}");
    let said = told(1, 0, true);
    assert!(said.contains("The included initiatives add $"), "{said}");
    assert!(said.contains("the figures here leave them out."), "{said}");
    let said = told(0, 0, true);
    assert!(said.contains("They also leave out the initiative included in A."), "{said}");
    told(1, 0, false);
    let said = told(1, 1, false);
    assert!(said.contains("The figures here leave out the initiative included in A."), "{said}");
    assert!(!told(0, 0, false).contains("leave out"), "nothing is included");
}

#[test]
fn a_payback_or_cash_that_does_not_last_says_so() {
    let exact = |number| Estimate::exact(number).expect("finite");
    let yearly = |monthly: f64| exact((1.0_f64 + monthly).powi(12) - 1.0);
    // 604 of 600 are back after 20 payments, 596 are left after 47.
    let falling = Scenario {
        horizon: 24,
        clients: exact(1.0),
        revenue: exact(100.0),
        margin: exact(1.0),
        churn: exact(0.02),
        cac: exact(600.0),
        budget: exact(80.0),
        keep: orbita::model::amount::Amount::new(0.5).expect("a share"),
        discount: yearly(0.005),
        growth: yearly(-0.03),
        response: None,
        ..Scenario::sample("$", 1.0)
    };
    let shown = |lang: Lang, scenario: &Scenario, shown: Shown| {
        let mut store = Store::new(Engagement::new(), None, false);
        store.dispatch(Command::AddScenario(Box::new(scenario.clone())), 0.0).expect("a scenario");
        let economy = Economy::of(store.engagement(), lang, false).expect("a scenario");
        let here = economy.here().expect("one");
        (economy.brief(shown, here), economy.text(shown, here), economy.counterpart(shown).unwrap_or_default())
    };
    let (brief, text, beside) = shown(EN, &falling, Shown::Payback);
    assert_eq!(
        (brief.as_str(), text.as_deref()),
        ("19 months", Ok("19 months, CAC no longer covered after 46 months"))
    );
    assert!(beside.starts_with("CAC no longer covered after 46 months; "), "{beside}");
    let (_, text, _) = shown(Lang::Russian, &falling, Shown::Payback);
    assert_eq!(text.as_deref(), Ok("19\u{a0}мес., через 46\u{a0}мес. CAC снова не\u{a0}окуплен"));
    // In files too, where there is no room beside the figure.
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::AddScenario(Box::new(falling.clone())), 0.0).expect("a scenario");
    let (project, said) = (store.engagement(), "CAC no longer covered after 46 months");
    let tables = read(&workbook(project, EN, None)).expect("a workbook");
    let cells = tables.iter().flat_map(|table| &table.rows).flatten();
    assert_eq!(cells.filter(|cell| **cell == Value::Text(said.into())).count(), 1);
    let told: Vec<String> = super::slides::pages(&super::slides::file(project, Format::Wide, EN))
        .iter()
        .map(|page| super::slides::texts(page))
        .collect();
    assert!(told.iter().any(|text| text.contains(said)), "{told:?}");
    let (_, text, beside) = shown(EN, &Scenario { growth: exact(0.0), ..falling.clone() }, Shown::Payback);
    assert!(text.is_ok() && !beside.contains("covered"), "{beside}");
    // A hundred clients who leave by fifths bring 35,000 by month 8; 1,500 a month are spent on.
    let shrinking = Scenario {
        horizon: 27,
        clients: exact(100.0),
        churn: exact(0.2),
        cac: exact(1e9),
        budget: exact(1_500.0),
        keep: Default::default(),
        one_off: exact(12_000.0),
        one_off_months: 1,
        discount: exact(0.0),
        growth: exact(0.0),
        ..falling
    };
    let (_, text, _) = shown(EN, &shrinking, Shown::LowestCash);
    let said = "\u{2212}\u{2060}$3.5k in month 1, back in month 2, below the start again in month 26";
    assert_eq!(text.as_deref(), Ok(said));
}

#[test]
fn a_range_to_one_side_is_said_to_be_one() {
    let range = |low, likely, high| Estimate::range(low, likely, high).expect("a range");
    for lang in LANGS {
        let r = RangeWords::of(lang);
        assert_eq!(r.means(&[range(1.0, 2.0, 3.0)]), r.range_means);
        assert_eq!(r.means(&[Estimate::exact(1.0).expect("finite")]), r.range_means);
        assert_eq!(r.means(&[range(2.0, 2.0, 3.0)]), r.only_above);
        assert_eq!(r.means(&[range(1.0, 2.0, 2.0)]), r.only_below);
        let both = r.means(&[range(1.0, 2.0, 2.0), range(1.0, 2.0, 3.0)]);
        assert!(both.starts_with(r.range_means) && both.ends_with(r.one_sided_too), "{both}");
    }
}

#[test]
fn a_number_that_is_taken_over_says_where_it_comes_from_and_what_it_was() {
    let mut store = scenarios(2);
    let ids: Vec<_> = store.engagement().scenarios().map(|(id, _)| id).collect();
    let exact = |number| Estimate::exact(number).expect("finite");
    let input = Input::Answer(Answer::KeepToday);
    // Each scenario has a number of its own, one of them a range with its source.
    let ledger = Origin { source: "Ledger".into(), owner: "Ann".into(), ..Origin::unknown(input) };
    let stated =
        [(exact(8_000.0), None), (Estimate::range(9_000.0, 10_000.0, 12_000.0).expect("a range"), Some(ledger))];
    let said =
        |(id, (sum, origin)): (&_, &(_, _))| KeptToday { scenario: *id, sum: *sum, origin: Clone::clone(origin) };
    let all: Vec<KeptToday> = ids.iter().zip(&stated).map(said).collect();
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::KeepToday(all.clone())), 1.0).expect("stated");
    let before: Vec<Scenario> = store.engagement().scenarios().map(|(_, one)| one.clone()).collect();
    let now = |store: &Store| Economy::of(store.engagement(), EN, false).expect("scenarios");
    assert_eq!(now(&store).kept_today(), all);

    let claim = SpendingWords::of(EN).claimed[0];
    let sum = answers::claimed(&before[1], claim.ratio).expect("a sum");
    let claimed = now(&store).claimed(sum, &claim, &all);
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::KeepToday(claimed)), 2.0).expect("claimed");
    for (case, was) in now(&store).cases.iter().zip(["$8k a month", "$10k a month"]) {
        assert_eq!(case.scenario.response.expect("answers").keep_today, sum);
        let source = now(&store).origin(case, input);
        assert!(source.contains(claim.text) && source.contains(claim.source), "{source}");
        // Whoever types another number sees that the source is not of that one.
        let written = now(&store).sum_today(&KeptToday { scenario: case.id, sum, origin: None });
        assert!(source.ends_with(&format!(": {written}; was {was}")) && !source.contains("Ledger"), "{source}");
    }
    // The claim that is used is known, and seen with the first figure, in whatever language and for whatever period.
    for lang in LANGS {
        let economy = Economy::of(store.engagement(), lang, false).expect("scenarios");
        assert_eq!(economy.claim_in_use(), Some(0));
        assert!(economy.marks().iter().any(|mark| matches!(mark, Mark::Claim(_))), "{:?}", economy.marks());
        assert!(economy.notes().iter().any(|note| note.contains(claim.text)), "files say it, too");
    }
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Period(Period::Quarter)), 2.1).expect("quarters");
    assert_eq!(now(&store).claim_in_use(), Some(0));
    _ = store.undo();
    // Taking it back brings each its own, with range and source; what somebody stated since stays.
    let back = |store: &Store| ScenarioInput::KeepToday(now(store).before_claim(sum, &all));
    let once = back(&store);
    store.dispatch(Command::SetScenario(ids[1], once), 3.0).expect("back");
    assert_eq!(store.engagement().scenarios().map(|(_, one)| one.clone()).collect::<Vec<_>>(), before);
    let claimed = now(&store).claimed(sum, &claim, &all);
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::KeepToday(claimed)), 4.0).expect("claimed");
    let response = Response { keep_today: exact(7_000.0), ..before[1].response.expect("answers") };
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Response(Some(response))), 5.0).expect("typed");
    let later = back(&store);
    store.dispatch(Command::SetScenario(ids[1], later), 6.0).expect("back");
    assert_eq!(now(&store).claim_in_use(), None, "another sum is one's own");
    let sums: Vec<f64> = now(&store).kept_today().iter().map(|one| one.sum.likely()).collect();
    assert_eq!(sums, [8_000.0, 7_000.0]);

    // The same of a churn that was observed.
    let churn = Input::Quantity(Quantity::Churn);
    let before: Vec<Scenario> = store.engagement().scenarios().map(|(_, one)| one.clone()).collect();
    let taken = |store: &Store, everywhere| -> Vec<ObservedChurn> {
        now(store).churn_taken(exact(0.035), everywhere).into_iter().map(|(observed, _)| observed).collect()
    };
    // Of today's clients all scenarios say the same: no figure of one is held against another churn of today.
    let all = taken(&store, true);
    let was = now(&store).churn_stated(&all);
    assert_eq!(now(&store).churn_is_now(&all), "Churn is now 3.5% a month in every scenario");
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Observed(all.clone())), 7.0).expect("taken");
    let facts = |store: &Store| {
        let now = now(store);
        finding::facts_at_odds(&now.cases[1].scenario, &now.cases[0].scenario)
    };
    let churn_differs = Difference::Quantity(Quantity::Churn);
    for case in now(&store).cases {
        assert_eq!(case.scenario.churn, exact(0.035));
        let source = &case.scenario.origin(churn).expect("a source").source;
        assert_eq!(source, "observed in the cohort table: 3.5% a month; was 3% a month");
        assert!(answers::contradictions(&case.scenario).is_empty(), "there are figures");
    }
    assert!(!facts(&store).contains(&churn_differs));
    // One step back; and the same by hand, but for what somebody stated since.
    _ = store.undo();
    assert_eq!(store.engagement().scenarios().map(|(_, one)| one.clone()).collect::<Vec<_>>(), before);
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Observed(all.clone())), 8.0).expect("taken");
    let typed = ScenarioInput::Quantity(Quantity::Churn, exact(0.04));
    store.dispatch(Command::SetScenario(ids[0], typed), 9.0).expect("typed");
    let back = now(&store).before_observed(&all, &was);
    assert_eq!(back.iter().map(|one| one.scenario).collect::<Vec<_>>(), [ids[1]]);
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Observed(back)), 10.0).expect("back");
    assert_eq!(*store.engagement().scenario(ids[1]).expect("there"), before[1]);
    // In one of them only, that is said, and the comparison says what it compares.
    let typed = ScenarioInput::Quantity(Quantity::Churn, before[0].churn);
    store.dispatch(Command::SetScenario(ids[0], typed), 11.0).expect("typed");
    let here = taken(&store, false);
    assert!(now(&store).churn_is_now(&here).ends_with(" only"), "{}", now(&store).churn_is_now(&here));
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Observed(here)), 12.0).expect("taken");
    assert!(facts(&store).contains(&churn_differs));
    assert!(now(&store).change(Shown::Kept).is_none_or(|change| change.was.starts_with("A: ")));
    // Churn by age is of today's clients as well.
    let [model, at] = [0.03, 13.0];
    let ageing = Ageing {
        model: AgeModel::Constant([orbita::model::amount::Amount::new(model).expect("finite")]),
        period: Period::Month,
        base: Vec::new(),
    };
    assert_eq!(now(&store).by_age_now(true), "Churn now depends on age in every scenario, as in this table");
    assert_eq!(now(&store).by_age_now(false), "Churn now depends on age in B only, as in this table");
    store.dispatch(Command::SetScenario(ids[1], ScenarioInput::ByAgeEverywhere(ageing)), at).expect("by age");
    assert!(store.engagement().scenarios().all(|(_, one)| one.by_age.is_some()));
    _ = store.undo();
    assert!(store.engagement().scenarios().all(|(_, one)| one.by_age.is_none()), "one step");
    // One that is locked stays as it was agreed on.
    let lock = Lock { by: "Mia".into(), on: date() };
    store.dispatch(Command::SetScenario(ids[0], ScenarioInput::Lock(Some(lock))), 13.0).expect("locked");
    assert_eq!(taken(&store, true).iter().map(|one| one.scenario).collect::<Vec<_>>(), [ids[1]]);
}

#[test]
fn included_initiatives_are_named_wherever_the_figure_is_told() {
    for lang in LANGS {
        let mut store = scenarios(2);
        let ids: Vec<_> = store.engagement().scenarios().map(|(id, _)| id).collect();
        let economy = |store: &Store| Economy::of(store.engagement(), lang, false).expect("scenarios");
        assert_eq!(economy(&store).marks(), []);
        for (at, name) in ["Faster onboarding", "Status page"].into_iter().enumerate() {
            let exact = |number| Estimate::exact(number).expect("finite");
            let one = Initiative { name: name.into(), churn_cut: exact(0.002), ..Initiative::against(None) };
            let made = store.dispatch(Command::AddInitiative(Box::new(one)), 0.0).expect("added").made;
            let Some(Key::Initiative(id)) = made else { panic!("an initiative") };
            store.dispatch(Command::SetScenario(ids[1], ScenarioInput::Include(id, true)), 1.0).expect("included");
            let marks = economy(&store).marks();
            let [Mark::Initiatives(mark)] = marks.as_slice() else { panic!("{marks:?}") };
            assert!(mark.contains(&(at + 1).to_string()), "{mark}");
            let notes = economy(&store).notes().join(" ");
            assert!(notes.contains(name), "{notes}");
        }
        let project = store.engagement();
        let economy = economy(&store);
        let talk = Talk { engagement: project, economy: Some(&economy), format: Format::Wide, date: date(), lang };
        let slides = pages(&slides(&talk)).join("");
        let report = Report { engagement: project, project: None, economy: Some(&economy), date: date(), lang };
        for file in [write(&report), slides] {
            assert!(file.contains("Faster onboarding, Status page"), "beside the finding, in one sentence");
        }
        let listed = initiatives::rows(project, &economy);
        assert!(listed.iter().all(|row| row.included == "B"));
    }
}

/// What a reader does with a pencil: the figure less that of the first scenario is the difference that stands beside them, but for
/// the last digit, as each is rounded by itself.
#[test]
fn figures_and_their_differences_add_up_as_they_are_written() {
    // What is written, and what its last digit stands for.
    let read = |text: &str| -> (f64, f64) {
        let sign = if text.contains('\u{2212}') { -1.0 } else { 1.0 };
        let by = match text.chars().last() {
            Some('k') => 1e3,
            Some('M') => 1e6,
            _ => 1.0,
        };
        let digits: String = text.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
        let behind = digits.split_once('.').map_or(0, |(_, behind)| behind.len());
        (sign * by * digits.parse::<f64>().expect(text), by / 10.0_f64.powi(behind as i32))
    };
    let mut seen = 0;
    for budget in (20..120).map(|of| 1_017.0 * f64::from(of)) {
        let mut store = Store::new(Engagement::new(), None, false);
        let sample = Scenario::sample("$", 1.0);
        let other = Scenario { budget: Estimate::exact(budget).expect("finite"), ..sample.clone() };
        for scenario in [sample, other] {
            store.dispatch(Command::AddScenario(Box::new(scenario)), 0.0).expect("a scenario");
        }
        let economy = Economy::of(store.engagement(), Lang::English, false).expect("scenarios");
        for shown in [Shown::Profit, Shown::Ltv] {
            let Some(change) = economy.change(shown) else { continue };
            let (now, unit) = read(&economy.headline(shown, Some(&change)));
            let (was, _) = read(&change.was["A: ".len()..]);
            let (by, place) = read(&change.by);
            seen += 1;
            assert!(
                (now - was - by).abs() <= unit.max(place) * (1.0 + 1e-9),
                "{shown:?}: {}, {}, {}",
                economy.headline(shown, Some(&change)),
                change.was,
                change.by
            );
        }
    }
    assert!(seen > 150, "{seen}");
}
