//! Static files from any folder of any host, and nothing from anywhere else.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::site::SUB_FOLDER;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! { the_app_works_from_a_sub_folder_and_asks_nobody_else }

async fn the_app_works_from_a_sub_folder_and_asks_nobody_else(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open(SUB_FOLDER).await;
    let folder = browser.address(SUB_FOLDER);
    browser.click(("button", "Start with an example")).await;
    let map = Map::of(browser).await;
    eventually!(map.card_count().await >= 40, true);
    // Whatever the policy stops is told, and what it lets through is listed below.
    map.js::<()>("window.stopped = []; addEventListener('securitypolicyviolation', (event) => stopped.push(event.blockedURI))", json!([])).await;
    map.click(("link", "Economics")).await;
    map.click(("link", "Clients over time")).await;
    map.sees(("textbox", "Cohort table")).await;
    map.click(("link", "Interviews")).await;
    map.sees(("button", "Add interview")).await;
    map.click(("button", "Share")).await;
    eventually!(map.value("#share-address").await.contains("#/view/"), true);
    map.press("Escape").await;
    map.click(("link", "Journey")).await;
    eventually!(map.card_count().await >= 40, true);
    assert_eq!(map.js::<Vec<String>>("return stopped", json!([])).await, Vec::<String>::new());
    nobody_else_was_asked(&map, &folder).await;
    map.press("?").await;
    map.sees(("dialog", "Shortcuts")).await;
    map.press("Escape").await;
    map.click(("button", "EN, switch to Russian")).await;
    map.sees(("grid", "Карта пути клиента")).await;
    map.reload().await;
    eventually!(map.card_count().await >= 40, true);

    nobody_else_was_asked(&map, &folder).await;

    // The policy of the page holds scripts to its own files, and the page needs no more.
    let inline: Vec<String> = map.js("return [...document.scripts].filter((script) => !script.src || script.text).map((script) => script.outerHTML)", json!([])).await;
    assert_eq!(inline, Vec::<String>::new(), "scripts within the page");
    let policy = map.attribute("meta[http-equiv=Content-Security-Policy]", "content").await.expect("a policy");
    let scripts =
        policy.split(';').map(str::trim).find(|rule| rule.starts_with("script-src")).expect("a rule for scripts");
    assert_eq!(scripts, "script-src 'self' 'wasm-unsafe-eval'");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("http"), "{policy}");
    let injected = "const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.head.append(script);
        return window.injected === true;";
    assert!(!map.js::<bool>(injected, json!([])).await, "a script within the page does not run");
}

/// Since the page was loaded, every file came from its own folder.
async fn nobody_else_was_asked(map: &Map, folder: &str) {
    let asked: Vec<String> =
        map.js("return performance.getEntriesByType('resource').map((entry) => entry.name)", json!([])).await;
    assert!(asked.iter().any(|address| address.contains(".wasm")), "{asked:?}");
    let elsewhere: Vec<&String> =
        asked.iter().filter(|address| !address.starts_with(folder) && !address.starts_with("data:")).collect();
    assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:?}");
}
