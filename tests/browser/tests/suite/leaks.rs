//! A long day: whatever one goes to and comes back from, the page holds no more than before.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    fifty_rounds_of_each_switch_leave_nothing_behind
}

/// A switch and back, as often as asked for.
const ROUNDS: &str = "const [first, second, rounds] = given;
    const shows = async (place) => {
        const state = () => `${document.querySelector('main')?.className} ${document.documentElement.lang} ${document.querySelector('.switcher')?.innerText}`;
        const before = state();
        if (place === 'language') document.getElementById('language').click();
        else location.hash = place;
        for (let frame = 0; frame < 200 && (state() === before || document.querySelector('.later')); frame++) {
            await new Promise(requestAnimationFrame);
        }
    };
    for (let round = 0; round < rounds; round++) {
        await shows(first);
        await shows(second);
    }";

async fn fifty_rounds_of_each_switch_leave_nothing_behind(engine: Engine) {
    let browser = Browser::start(engine).await;
    let example = include_str!("../../../../public/examples/en.json");
    let other = document::map("Other", 4, 6, 40).to_string();
    browser.store_first(&[("example", example), ("other", &other)]).await;
    browser.open("/#/e/example/journey").await;
    browser.sees("[data-card]").await;
    let map = "#/e/example/journey/1";
    for (name, there) in [
        ("library", "#/"),
        ("economics", "#/e/example/economics"),
        ("another project", "#/e/other/journey/1"),
        ("language", "language"),
        ("an interview", "#/e/example/interviews/162"),
        ("findings", "#/e/example/interviews/codebook"),
        ("all frictions", "#/e/example/frictions"),
        ("clients over time", "#/e/example/economics/clients"),
        ("revenue", "#/e/example/economics/revenue"),
        ("fixing", "#/e/example/economics/fixing"),
    ] {
        let back = if there == "language" { "language" } else { map };
        browser.js_long::<()>(ROUNDS, json!([there, back, 5])).await;
        let before = browser.held().await;
        // Only Chromium tells what a page holds; the others go the same ways without stopping.
        let rounds = if engine == Engine::Chromium { 50 } else { 5 };
        browser.js_long::<()>(ROUNDS, json!([there, back, rounds])).await;
        let after = browser.held().await;
        eventually!(browser.shows("[data-card]").await, true);
        if let (Some((nodes, listeners)), Some((nodes_after, listeners_after))) = (before, after) {
            assert!(nodes_after * 20 <= nodes * 21, "{name}: {nodes} nodes became {nodes_after}");
            assert!(listeners_after * 20 <= listeners * 21, "{name}: {listeners} listeners became {listeners_after}");
        }
    }
}
