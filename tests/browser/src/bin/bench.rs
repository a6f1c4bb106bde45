//! Measures the built app beside a bare page with the same elements, in one run in the same browser, and prints ratios.
//! The words given name the browsers: chromium (the usual one), firefox, webkit.

use std::process::Command;
use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::{document, site};
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

/// Prints how long each file named is after brotli.
const BROTLI: &str = "const { readFileSync } = require('node:fs'), { brotliCompressSync } = require('node:zlib');
    for (const file of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(file)).length);";

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
    print_row("in the browser to native", wasm, native);
    print_row("in the browser to plain JavaScript", wasm, js);
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
    let compared: Comparison = browser.js_later(script, json!([map(CARDS), CARDS, APP, bare, TURNS, ROUNDS])).await;
    let Elements { app, bare } = compared.elements;
    println!("{engine:?}: {CARDS} cards; elements of the map {app}, of the bare page {bare}");
    println!("{:<40} {:>9} {:>9} {:>7}", "median, ms", "Orbita", "bare", "ratio");
    for (name, ours, bare) in compared.figures {
        print_row(&name, ours, bare);
    }

    let script = "return entry(...given)";
    let texts = [map(CARDS), map(FEW_CARDS)];
    let [many, few]: [f64; 2] =
        browser.js_later(script, json!([texts, [CARDS, FEW_CARDS], APP, TURNS, 3 * ROUNDS])).await;
    println!("{:<40} {:>9} {:>9} {:>7}", "", CARDS, FEW_CARDS, "ratio");
    print_row("a letter in the one-line input", many, few);

    let script = "const shown = await load(...given); return fetched(shown.window)";
    let fetched: Vec<String> = browser.js_later(script, json!([APP, FEW_CARDS])).await;
    let files: Vec<_> = fetched.iter().map(|path| site::dist().join(path.trim_start_matches('/'))).collect();
    let page = site::dist().join("index.html");
    let told = Command::new("node").args(["-e", BROTLI]).arg(page).args(files).output().expect("Node is installed");
    let sizes: Vec<u64> = String::from_utf8_lossy(&told.stdout).lines().filter_map(|size| size.parse().ok()).collect();
    println!("{:<40} {:>9}", "first visit to a map, after brotli", "KiB");
    for (path, size) in ["/index.html".into()].iter().chain(&fetched).zip(&sizes) {
        println!("{path:<40} {:>9.1}", *size as f64 / 1024.0);
    }
    println!("{:<40} {:>9.1}\n", "all of it", sizes.iter().sum::<u64>() as f64 / 1024.0);
}

fn print_row(name: &str, one: f64, other: f64) {
    println!("{name:<40} {one:>9.2} {other:>9.2} {:>7.2}", one / other);
}
