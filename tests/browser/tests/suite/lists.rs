//! Lists kept by keyboard: what goes, and what comes back, leaves the keyboard beside it.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    initiatives_are_there_before_their_worth
    interviews_are_kept_by_keyboard
    what_is_deleted_leaves_the_keyboard_beside_it
}

async fn example(engine: Engine) -> Browser {
    let document: Value = serde_json::from_str(include_str!("../../../../public/examples/en.json")).expect("the example");
    let map = Map::stored(engine, &document).await;
    map.resize(1440, 900).await;
    map.into_browser()
}

async fn go(browser: &Browser, place: &str, sign: &str) {
    browser.js::<()>("location.hash = `#/e/stored/${arguments[0]}`", json!([place])).await;
    browser.sees(sign).await;
}

/// Gives the first element that a selector finds the keyboard.
async fn focus(browser: &Browser, selector: &str) {
    browser.sees(selector).await;
    browser.js::<()>("document.querySelector(arguments[0]).focus()", json!([selector])).await;
}

/// Whether the keyboard is within an element.
async fn is_in(browser: &Browser, selector: &str) -> bool {
    browser.js("return document.activeElement.closest(arguments[0]) !== null", json!([selector])).await
}

/// How many interviews the list has.
async fn count(browser: &Browser) -> usize {
    browser.js("return document.querySelectorAll('.interview-entry').length", json!([])).await
}

async fn initiatives_are_there_before_their_worth(engine: Engine) {
    let browser = example(engine).await;
    go(&browser, "interviews/codebook", "#findings-title").await;
    let first_seen = "location.hash = given[0];
        const moment = () => new Promise((done) => setTimeout(done, 8));
        while (!document.querySelector('#initiatives')) await moment();
        await moment();
        return document.querySelectorAll('#initiatives .initiative').length";
    assert_eq!(browser.js_later::<usize>(first_seen, json!(["#/e/stored/economics/fixing"])).await, 5);
    // Until it is known, that is said in its place.
    eventually!(browser.words("#initiatives").await.matches("over 36 months if done").count(), 5);
    eventually!(browser.words("#initiatives").await.contains("Calculating"), false);
}

async fn interviews_are_kept_by_keyboard(engine: Engine) {
    let browser = example(engine).await;
    go(&browser, "interviews/codebook", "#findings-title").await;
    focus(&browser, "#interview-162").await;
    browser.press("ArrowUp").await;
    eventually!(is_in(&browser, "#interview-162").await, true);
    browser.press("ArrowDown").await;
    eventually!(is_in(&browser, "#interview-145").await, true);
    browser.press("?").await;
    let titles = "return [...document.querySelectorAll('dialog[open] .shortcuts-title')].map((title) => title.innerText)";
    eventually!(
        browser.js::<Vec<String>>(titles, json!([])).await,
        [
            "Quote shortcuts",
            "Interview list shortcuts",
            "Cards, stages, and lanes",
            "The map",
            "While typing",
            "In the bar below the map",
            "Library",
            "Everywhere"
        ]
    );
    browser.press("Escape").await;
    eventually!(is_in(&browser, "#interview-145").await, true);
    browser.press("Delete").await;
    eventually!(is_in(&browser, "#interview-128").await, true);
    browser.press("Delete").await;
    eventually!(is_in(&browser, "#interview-97").await, true);
    // There is none below the last: the one above.
    browser.press("Delete").await;
    eventually!(is_in(&browser, "#interview-162").await, true);
    browser.press("Ctrl+Z Ctrl+Z Ctrl+Z").await;
    eventually!(count(&browser).await, 4);
    focus(&browser, "#interview-162").await;
    browser.press("Shift+F10").await;
    browser.sees(("menuitem", "Open")).await;
    browser.press("Escape Enter").await;
    eventually!(browser.js::<String>("return location.hash", json!([])).await, "#/e/stored/interviews/162");
    focus(&browser, "#interview-162").await;
    browser.press("Ctrl+D").await;
    eventually!(count(&browser).await, 5);
}

/// What the items of a list go by.
const NAMES: &str = "const nameOf = (item) => item && (item.id || item.querySelector('[id]').id);
    const names = () => [...document.querySelectorAll(arguments[0])].map(nameOf);";

async fn what_is_deleted_leaves_the_keyboard_beside_it(engine: Engine) {
    let browser = example(engine).await;
    go(&browser, "interviews/codebook", "#tag-98").await;
    // The neighbours of each, as they stand.
    for (place, list, open, delete) in [
        ("interviews/codebook", ".tags .tag-row", ".tag-head", "Delete tag"),
        ("interviews/jobs", ".statement", "", "Delete"),
        ("economics/fixing", ".initiative", ".initiative-row", "Delete initiative"),
    ] {
        go(&browser, place, list).await;
        // What an initiative is worth gives it its place.
        eventually!(browser.shows(".initiative .later").await, false);
        let names: Vec<String> = browser.js(&format!("{NAMES} return names()"), json!([list])).await;
        let [first, second] = [0, 1].map(|at| names[at].clone());
        if !open.is_empty() {
            browser.click(format!("{list} {open}").as_str()).await;
        }
        let press = "const button = [...document.querySelector(arguments[0]).querySelectorAll('button')]
            .find((one) => (one.ariaLabel ?? one.innerText).trim().startsWith(arguments[1]));
            button?.focus(); return Boolean(button)";
        eventually!(browser.js::<bool>(press, json!([list, delete])).await, true);
        browser.press("Enter").await;
        let here = format!("{NAMES} return [names()[0], nameOf(document.activeElement.closest(arguments[0]))]");
        let nearby = async || browser.js::<Vec<Option<String>>>(&here, json!([list])).await;
        eventually!(nearby().await, vec![Some(second.clone()), Some(second.clone())]);
        // What undo in the toast brings back has the keyboard.
        focus(&browser, ".toast-undo").await;
        browser.press("Enter").await;
        eventually!(nearby().await, vec![Some(first.clone()), Some(first.clone())]);
    }
}
