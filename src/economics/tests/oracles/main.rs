//! Every checked case of `fixtures/economics.json` within its tolerance; a case of an unknown model
//! fails. The expected numbers are the file's.

mod budget;
mod cohort;
mod second;
mod survey;
mod value;

use orbita_economics::{Figure, NoFigure};
use serde_json::{Value, json};

/// The cases, by id for those that build on the data of another.
pub struct Cases(Vec<Value>);

impl Cases {
    fn read() -> Self {
        let text = include_str!("../fixtures/economics.json");
        Self(serde_json::from_str(text).expect("the fixture is a list of cases"))
    }

    /// Inputs of another case.
    pub fn inputs(&self, id: &str) -> &Value {
        let case = self.0.iter().find(|case| case["id"] == id);
        &case.unwrap_or_else(|| panic!("no case {id}"))["inputs"]
    }
}

/// A figure as the file writes it.
pub fn written(figure: Figure) -> Value {
    match figure {
        Ok(x) => json!(x),
        Err(NoFigure::Diverges | NoFigure::NoLosses) => json!("inf"),
        Err(other) => json!(format!("{other:?}")),
    }
}

/// A number of the inputs.
pub fn number(inputs: &Value, key: &str) -> f64 {
    inputs[key].as_f64().unwrap_or_else(|| panic!("{key} in {inputs}"))
}

/// A list of numbers.
pub fn numbers(list: &Value) -> Vec<f64> {
    let list = list.as_array().unwrap_or_else(|| panic!("a list: {list}"));
    list.iter().map(|x| x.as_f64().expect("a number")).collect()
}

/// A list of whole numbers.
pub fn counts(list: &Value) -> Vec<u32> {
    numbers(list).into_iter().map(|x| x as u32).collect()
}

/// The same for each number of a list.
pub fn each(list: &Value, f: impl Fn(f64) -> Figure) -> Value {
    numbers(list).into_iter().map(|x| written(f(x))).collect()
}

fn compare(path: &str, got: &Value, want: &Value, tolerance: &Value, failures: &mut Vec<String>) {
    match (got, want) {
        (Value::Object(got), Value::Object(want)) => {
            for (key, want) in want {
                let got = got.get(key).unwrap_or(&Value::Null);
                compare(&format!("{path}.{key}"), got, want, tolerance, failures);
            }
        }
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            for (i, (got, want)) in got.iter().zip(want).enumerate() {
                compare(&format!("{path}[{i}]"), got, want, tolerance, failures);
            }
        }
        (Value::Number(g), Value::Number(w)) => {
            let (g, w) = (g.as_f64().expect("finite"), w.as_f64().expect("finite"));
            let allowed = match (&tolerance["absolute"], &tolerance["relative"]) {
                (Value::Number(absolute), Value::Null) => absolute.as_f64(),
                (Value::Null, Value::Number(relative)) => relative.as_f64().map(|r| r * w.abs()),
                _ => None,
            };
            let allowed = allowed.unwrap_or_else(|| panic!("{path}: tolerance {tolerance}"));
            if (g - w).abs() > allowed {
                failures.push(format!("{path}: {g}, expected {w} within {allowed}"));
            }
        }
        _ if got == want => {}
        _ => failures.push(format!("{path}: {got}, expected {want}")),
    }
}

#[test]
fn every_case_holds() {
    let cases = Cases::read();
    assert!(cases.0.len() >= 73, "cases are missing: {}", cases.0.len());
    let mut failures = Vec::new();
    for case in &cases.0 {
        let id = case["id"].as_str().expect("an id");
        let model = case["model"].as_str().expect("a model");
        let inputs = &case["inputs"];
        let answer = value::answer(model, inputs)
            .or_else(|| cohort::answer(model, inputs, &cases))
            .or_else(|| budget::answer(model, inputs))
            .or_else(|| survey::answer(model, inputs));
        match answer {
            Some(got) => compare(id, &got, &case["expected"], &case["tolerance"], &mut failures),
            None => failures.push(format!("{id}: unknown model {model}")),
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// Whether two answers agree to within a share of the one expected, or, for what is simulated, to within an amount, which can be
/// another one for each key.
fn agree(path: &str, got: &Value, want: &Value, within: &Value, simulated: bool, failures: &mut Vec<String>) {
    let mut each = |key: &str, got: &Value, want: &Value| {
        let within = within.get(key).unwrap_or(within);
        agree(&format!("{path}.{key}"), got, want, within, simulated, failures);
    };
    match (got, want) {
        (Value::Object(got), Value::Object(want)) => {
            want.iter().for_each(|(key, want)| each(key, got.get(key).unwrap_or(&Value::Null), want));
        }
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            got.iter().zip(want).for_each(|(got, want)| each("", got, want));
        }
        (Value::Number(g), Value::Number(w)) => {
            let (g, w) = (g.as_f64().expect("finite"), w.as_f64().expect("finite"));
            let within = within.as_f64().unwrap_or_else(|| panic!("{path}: within {within}"));
            let share_of_runs = simulated && w.abs() <= 1.0;
            let allowed = match simulated {
                true if share_of_runs => 0.02,
                true => within,
                false => within * w.abs() + 1e-12,
            };
            if (g - w).abs() > allowed {
                failures.push(format!("{path}: {g}, expected {w} within {allowed}"));
            }
        }
        _ if got == want => {}
        _ => failures.push(format!("{path}: {got}, expected {want}")),
    }
}

#[test]
fn the_second_edition_agrees_with_an_independent_program() {
    hold(include_str!("../fixtures/second.json"), 130);
}

/// Cases that came with the definitions, from another hand than those of the program here.
#[test]
fn the_second_edition_agrees_with_the_cases_of_its_definitions() {
    hold(include_str!("../fixtures/checked.json"), 42);
}

/// Inputs drawn at random, with what lies at an edge among them. The figures are those of one more program, written from the
/// formulas alone by somebody who had not seen the engine.
#[test]
fn the_second_edition_agrees_at_its_edges_with_a_third_program() {
    hold(include_str!("../fixtures/edges.json"), 173);
}

fn hold(cases: &str, least: usize) {
    let cases: Vec<Value> = serde_json::from_str(cases).expect("a list of cases");
    assert!(cases.len() >= least, "cases are missing: {}", cases.len());
    let mut failures = Vec::new();
    for case in &cases {
        let kind = case["kind"].as_str().expect("a kind");
        let path = format!("{kind} ({})", case["about"].as_str().expect("what it is about"));
        match second::answer(kind, &case["given"]) {
            Some(got) => {
                let simulated = ["comparison", "linked_value", "budget_range"].contains(&kind);
                agree(&path, &got, &case["found"], &case["within"], simulated, &mut failures)
            }
            None => failures.push(format!("{path}: unknown kind")),
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
