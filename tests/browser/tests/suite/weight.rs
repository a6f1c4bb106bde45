//! What a visit fetches before anybody touches anything, as a host sends it: held by the budget of each visit. Bytes are exact,
//! unlike times.

use std::collections::HashMap;
use std::process::Command;

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::site::dist;
use orbita_browser::{document, eventually, in_three_browsers};
use serde::Deserialize;
use serde_json::json;

in_three_browsers! {
    what_an_address_shows_is_asked_for_with_the_page
    a_screen_waits_for_its_styles;
    once:
    no_visit_outgrows_its_budget
    no_file_names_a_folder_of_the_builder
}

/// A visit of `budget.json`, in KiB packed by brotli, without fonts.
#[derive(Deserialize)]
struct Visit {
    /// Where it leads; the engagement of the example lies under the id `kept`.
    address: String,
    /// What is seen once it has come.
    shows: String,
    /// It may weigh this much now; to be lowered once it weighs a tenth less.
    budget: f64,
    /// It has to come down to this.
    must: f64,
    /// And this would be good.
    aim: f64,
}

const BUDGET: &str = include_str!("../../../budget.json");

/// Packs each file by itself, as hosts do.
const PACK: &str = "const { brotliCompressSync } = require('zlib'), { readFileSync } = require('fs');
    console.log(JSON.stringify(process.argv.slice(1).map((file) => brotliCompressSync(readFileSync(file)).length)));";

/// What each file of the build weighs when it is packed, in bytes.
fn packed() -> HashMap<String, usize> {
    let names = std::fs::read_dir(dist()).expect("the build").flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let is_weighed = |name: &String| [".js", ".wasm", ".css", ".html"].iter().any(|ending| name.ends_with(ending));
    let names: Vec<String> = names.filter(is_weighed).collect();
    let files = names.iter().map(|name| dist().join(name));
    let out = Command::new("node").arg("-e").arg(PACK).args(files).output().expect("node runs, as for the build");
    let bytes: Vec<usize> =
        serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&out.stderr)));
    names.into_iter().zip(bytes).collect()
}

async fn no_visit_outgrows_its_budget(engine: Engine) {
    let visits: Vec<Visit> = serde_json::from_str(BUDGET).expect("a list of visits");
    let example = include_str!("../../../../public/examples/en.json");
    let (packed, mut faults) = (packed(), Vec::new());
    for Visit { address, shows, budget, must, aim } in visits {
        let browser = Browser::start(engine).await;
        browser.open("/").await;
        if address != "/" {
            browser.store(&document::key("kept"), example).await;
        }
        browser.open(&address).await;
        browser.reload().await;
        browser.sees(shows.as_str()).await;
        let fetched = "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.slice(1))";
        let fetched: Vec<String> = browser.js(fetched, json!([])).await;
        let mut parts: Vec<(&String, &usize)> = packed.iter().filter(|(name, _)| fetched.contains(name) || *name == "index.html").collect();
        parts.sort();
        let weight = parts.iter().map(|(_, bytes)| *bytes).sum::<usize>() as f64 / 1024.0;
        println!("{address}: {weight:.1} KiB (budget {budget}, must {must}, aim {aim})");
        if !(0.9 * budget..=budget).contains(&weight) {
            faults.push(format!("{address} weighs {weight:.1} KiB, its budget says {budget}:\n{}", parts.iter().map(|(name, bytes)| format!("{name} {bytes}\n")).collect::<String>()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn what_an_address_shows_is_asked_for_with_the_page(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open("/").await;
    browser.store(&document::key("kept"), include_str!("../../../../public/examples/en.json")).await;
    for (address, shows) in [("/#/e/kept", ".ranked-meta"), ("/#/e/kept/economics", ".finding-sentence"), ("/#/e/kept/interviews", ".entry-input")] {
        browser.open(address).await;
        browser.reload().await;
        browser.sees(shows).await;
        let late = "const app = document.querySelector('script[data-app]').dataset;
            const ahead = JSON.parse(app.ahead)[location.hash.split('/')[3] ?? 'journey'];
            const parts = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.wasm'));
            const known = (name) => ahead.some((file) => name.endsWith(app.app.slice(1) + file)) || name.endsWith('_bg.wasm');
            return [parts.filter((name) => !known(name)), ahead.filter((file) => !parts.some((name) => name.endsWith(file))), parts.filter((name, at) => parts.indexOf(name) !== at)]";
        let [late, idle, twice]: [Vec<String>; 3] = browser.js(late, json!([])).await;
        // What a friction is worth is fetched after the map that shows it.
        let late: Vec<_> = late.into_iter().filter(|name| !name.contains("worth")).collect();
        let none: Vec<String> = Vec::new();
        assert_eq!((late, idle, twice), (none.clone(), none.clone(), none), "{address}: asked for late, for nothing, twice");
    }
}

async fn a_screen_waits_for_its_styles(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open("/").await;
    browser.store(&document::key("kept"), include_str!("../../../../public/examples/en.json")).await;
    browser.site.hold("/screens-");
    browser.js::<()>("location.hash = '#/e/kept'", json!([])).await;
    // Firefox lists what has come only once styles that were asked for are there.
    let come = "const asked = document.querySelector('link[rel=stylesheet][href*=screens-]');
        const listed = performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('-screens.wasm') && entry.responseEnd > 0);
        return listed || (asked !== null && navigator.userAgent.includes('Firefox'))";
    eventually!(browser.js::<bool>(come, json!([])).await, true);
    let is_shown = "return document.querySelector('.map-screen') !== null";
    assert!(!browser.js::<bool>(is_shown, json!([])).await, "a map without its styles");
    browser.site.let_come();
    browser.sees(".ranked-meta").await;
    let laid_out = "return getComputedStyle(document.querySelector('.map-screen')).display";
    assert_eq!(browser.js::<String>(laid_out, json!([])).await, "flex");
}

async fn no_file_names_a_folder_of_the_builder(_: Engine) {
    let here = env!("CARGO_MANIFEST_DIR").trim_end_matches("/tests/browser");
    let home = std::env::var("HOME").unwrap_or_default();
    let folders: Vec<&str> = [here, home.as_str()].into_iter().filter(|folder| folder.len() > 4).chain(["/registry/src/"]).collect();
    let mut files: Vec<_> = std::fs::read_dir(dist()).expect("the build").flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.is_file());
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        let bytes = std::fs::read(&file).expect("a file of the build");
        for folder in &folders {
            let is_named = bytes.windows(folder.len()).any(|window| window == folder.as_bytes());
            assert!(!is_named, "{} names {folder}", file.display());
        }
    }
}
