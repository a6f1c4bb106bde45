//! Measures the built app beside a bare page with the same elements, in one run in the same browser, and prints ratios.
//! The words given name the browsers: chromium (the usual one), firefox, webkit.

mod limits;
mod visits;

use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use serde::Deserialize;
use serde_json::json;

const STAGES: usize = 20;
const LANES: usize = 10;
const CARDS: usize = 2000;
const FEW_CARDS: usize = 20;

/// How often each page is loaded, and how often each verb is done on it then.
const TURNS: usize = 3;
const ROUNDS: usize = 10;

const APP: &str = "/#/e/bench/journey";

/// Medians in milliseconds, and how many elements the pages had.
#[derive(Deserialize)]
struct Comparison {
    figures: Vec<(String, f64, f64)>,
    elements: Elements,
}

#[derive(Deserialize)]
struct Elements {
    app: usize,
    bare: usize,
}

/// Medians in milliseconds, and the median profit that each found.
#[derive(Deserialize)]
struct Simulations {
    wasm: f64,
    js: f64,
    found: [f64; 2],
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |engine: &Engine| match named.is_empty() {
        true => *engine == Engine::Chromium,
        false => named.contains(&format!("{engine:?}").to_lowercase()),
    };
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit].into_iter().filter(wanted) {
        measure(engine).await;
    }
}

/// The simulation: here, in the browser, and written plainly in its own language.
async fn simulation(browser: &Browser) {
    let script = "const kernel = await import('/bench/kernel.js'); return kernel.compare()";
    let Simulations { wasm, js, found } = browser.js_later(script, json!([])).await;
    assert!((found[0] / found[1] - 1.0).abs() < 0.02, "both simulate the same: {found:?}");
    let native = std::env::var("ORBITA_NATIVE_MS").ok().and_then(|took| took.trim().parse().ok()).unwrap_or(f64::NAN);
    println!("{:<40} {:>9} {:>9} {:>7}", "10,000 runs x 60 months, ms", "wasm", "other", "ratio");
    limits::print("in the browser to native", wasm, native);
    limits::print("in the browser to plain JavaScript", wasm, js);
}

async fn measure(engine: Engine) {
    let browser = Browser::start(engine).await;
    let patient = TimeoutConfiguration::new(Some(Duration::from_secs(600)), None, None);
    browser.client.update_timeouts(patient).await.expect("the driver can wait");
    browser.client.goto(&browser.address("/bench/")).await.expect("the page loads");
    let map = |cards| document::map("Bench", STAGES, LANES, cards).to_string();

    simulation(&browser).await;
    let script = "return compare(...given)";
    let bare = "/bench/bare.html";
    let compared: Comparison = browser.js_later(script, json!([map(CARDS), APP, bare, TURNS, ROUNDS])).await;
    let Elements { app: ours, bare: hand } = compared.elements;
    println!("{engine:?}: {CARDS} cards; elements of the map {ours}, of the bare page {hand}");
    println!("{:<40} {:>9} {:>9} {:>7}", "median, ms", "Orbita", "bare", "ratio");
    for (name, ours, bare) in compared.figures {
        limits::print(&name, ours, bare);
    }
    let undos = json!([map(CARDS), APP, bare, TURNS]);
    let [ours, hand]: [f64; 2] = browser.js_later("return undos(...given)", undos).await;
    limits::print("100 undos, each a task of its own", ours, hand);
    visits::keys(engine, &map(CARDS), APP, bare).await;
    visits::measure(engine, &map(FEW_CARDS), APP, bare).await;

    let texts = [map(CARDS), map(FEW_CARDS)];
    let given = json!([texts, APP, TURNS, 3 * ROUNDS]);
    let [many, few]: [f64; 2] = browser.js_later("return entry(...given)", given.clone()).await;
    println!("{:<40} {:>9} {:>9} {:>7}", "", CARDS, FEW_CARDS, "ratio");
    limits::print("a letter in the one-line input", many, few);
    let [many, few]: [f64; 2] = browser.js_later("return afterwards(...given)", given).await;
    limits::print("journal and timers after a letter", many, few);

    let talks = [(10, 0), (10_000, 0), (25_000, 0), (10_000, 1000)]
        .map(|(words, quotes)| document::interview(words, quotes).to_string());
    let [letters, opened]: [[f64; 4]; 2] =
        browser.js_later("return notes(...given)", json!([talks, "/#/e/bench/interviews/1", TURNS, 3 * ROUNDS])).await;
    println!("{:<40} {:>9} {:>9} {:>7}", "an interview, words", "10,000", "10", "ratio");
    limits::print("a letter below an interview", letters[1], letters[0]);
    limits::print("opening it", opened[1], opened[0]);
    limits::print("opening it with 1,000 highlights", opened[3], opened[0]);
    limits::print("opening one of 25,000 words", opened[2], opened[0]);

    let example = include_str!("../../../../../public/examples/en.json");
    let given = json!([example, "/#/e/bench/economics", TURNS, 3 * ROUNDS]);
    let [ours, hand]: [f64; 2] = browser.js_later("return slider(...given)", given).await;
    println!("{:<40} {:>9} {:>9} {:>7}", "economics, ms", "Orbita", "canvas", "ratio");
    limits::print("a step of a slider", ours, hand);
    println!("What each visit weighs is held by tests/budget.json; scripts/test prints it.\n");
}
