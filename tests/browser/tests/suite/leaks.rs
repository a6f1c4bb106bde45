//! A long day: whatever one goes to and comes back from, the page holds no more than before.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    fifty_rounds_of_each_switch_leave_nothing_behind
    an_example_opened_anew_leaves_nothing_behind
}

/// A switch and back, as often as asked for.
const ROUNDS: &str = "const [first, second, rounds] = given;
    const shows = async (place) => {
        const isShown = () => document.querySelector('#show, dialog[open]') !== null;
        const state = () => `${document.querySelector('main')?.className} ${document.documentElement.lang} ${document.querySelector('.switcher')?.innerText} ${document.querySelector('[data-stage]')?.innerText} ${isShown()}`;
        const before = state();
        const named = (name) => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
        const ways = {
            language: () => document.getElementById('language').click(),
            sharing: () => document.getElementById('share').click(),
            'sharing ended': () => named('Close').click(),
            presenting: () => named('Present').click(),
            'presenting ended': () => document.getElementById('show').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })),
        };
        // What lies over the page may come after the page itself changed.
        const isThere = { presenting: isShown, sharing: () => named('Close') }[place] ?? (() => true);
        if (ways[place]) ways[place]();
        else location.hash = place;
        for (let frame = 0; frame < 600 && (state() === before || !isThere() || document.querySelector('.later')); frame++) {
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
    let (two, second) = two_maps();
    browser.store_first(&[("example", example), ("other", &other), ("two", &two)]).await;
    browser.open("/#/e/example/journey").await;
    browser.sees("[data-card]").await;
    let map = "#/e/example/journey/1";
    let one_way = |(name, there)| (name, there, map);
    let switches = [
        ("library", "#/"),
        ("economics", "#/e/example/economics"),
        ("another project", "#/e/other/journey/1"),
        ("an interview", "#/e/example/interviews/162"),
        ("findings", "#/e/example/interviews/codebook"),
        ("all frictions", "#/e/example/frictions"),
        ("clients over time", "#/e/example/economics/clients"),
        ("revenue", "#/e/example/economics/revenue"),
        ("fixing", "#/e/example/economics/fixing"),
    ];
    let others = [
        ("language", "language", "language"),
        ("sharing and back", "sharing", "sharing ended"),
        ("presenting and back", "presenting", "presenting ended"),
        // The last one: it stays on another project.
        ("from map to map", &*second, "#/e/two/journey/1"),
    ];
    for (name, there, back) in switches.map(one_way).into_iter().chain(others) {
        leaves_nothing(&browser, engine, name, async |rounds| {
            browser.js_long::<()>(ROUNDS, json!([there, back, rounds])).await;
            eventually!(browser.shows("[data-card]").await, true);
        })
        .await;
    }
}

/// Goes a way as often as asked for, and holds that the page has no more in it than before.
async fn leaves_nothing(browser: &Browser, engine: Engine, name: &str, go: impl AsyncFn(u32)) {
    go(5).await;
    let before = browser.held().await;
    // Only Chromium tells what a page holds; the others go the same ways without stopping.
    go(if engine == Engine::Chromium { 50 } else { 5 }).await;
    if let (Some((nodes, listeners)), Some((nodes_after, listeners_after))) = (before, browser.held().await) {
        assert!(nodes_after * 20 <= nodes * 21, "{name}: {nodes} nodes became {nodes_after}");
        assert!(listeners_after * 20 <= listeners * 21, "{name}: {listeners} listeners became {listeners_after}");
    }
}

/// A project with a second map, of one stage and one lane, and the address of that map.
fn two_maps() -> (String, String) {
    let mut two = document::map("First", 4, 6, 40);
    let inside = &mut two["engagement"];
    let second = inside["head"]["next"].as_u64().expect("a number");
    let [journey, stage, lane] = [second, second + 1, second + 2].map(|id| id.to_string());
    inside["stages"][&stage] = json!({ "name": "Only", "emotion": 0.0, "cells": {} });
    inside["lanes"][&lane] = inside["lanes"]["2"].clone();
    inside["journeys"][&journey] = json!({ "title": "Second", "kind": "as-is", "stages": [second + 1], "lanes": [second + 2] });
    inside["head"]["journeys"] = json!([1, second]);
    inside["head"]["next"] = json!(second + 3);
    (two.to_string(), format!("#/e/two/journey/{second}"))
}

/// Opens the example in an empty library, and empties the library again.
const EXAMPLES: &str = "const [rounds] = given;
    const until = async (there) => {
        for (let frame = 0; frame < 400 && !there(); frame++) await new Promise(requestAnimationFrame);
    };
    const start = () => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Start with an example');
    for (let round = 0; round < rounds; round++) {
        await until(start);
        start().click();
        await until(() => document.querySelector('[data-card]'));
        location.hash = '#/';
        await until(() => !document.querySelector('[data-card]'));
        localStorage.clear();
        dispatchEvent(new StorageEvent('storage', { key: null }));
    }
    await until(start);";

async fn an_example_opened_anew_leaves_nothing_behind(engine: Engine) {
    let browser = Library::empty(engine).await.into_browser();
    leaves_nothing(&browser, engine, "the example opened anew", async |rounds| {
        browser.js_long::<()>(EXAMPLES, json!([rounds])).await;
        browser.sees(("button", "Start with an example")).await;
    })
    .await;
}
