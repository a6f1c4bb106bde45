//! Static files from any folder of any host, and nothing from anywhere else.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::site::{HOSTED, SUB_FOLDER};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

use super::links;

in_three_browsers! {
    the_app_works_from_a_sub_folder_and_asks_nobody_else
    whatever_is_done_nobody_else_is_asked
    the_policy_refuses_what_the_page_never_does
}

/// Whatever the policy stops from now on is told, and what it lets through is listed by the browser.
async fn watch(browser: &Browser) {
    let watch = "window.stopped = []; addEventListener('securitypolicyviolation', (event) => stopped.push(event.blockedURI))";
    browser.js::<()>(watch, json!([])).await;
}

/// Since the page was loaded, every file came from its own folder, and none was asked for elsewhere.
async fn nobody_else_was_asked(browser: &Browser, folder: &str) {
    assert_eq!(browser.js::<Vec<String>>("return stopped", json!([])).await, Vec::<String>::new());
    let asked: Vec<String> =
        browser.js("return performance.getEntriesByType('resource').map((entry) => entry.name)", json!([])).await;
    assert!(asked.iter().any(|address| address.contains(".wasm")), "{asked:?}");
    let is_own = |address: &&String| ["data:", "blob:", folder].iter().any(|begin| address.starts_with(begin));
    let elsewhere: Vec<&String> = asked.iter().filter(|address| !is_own(address)).collect();
    assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:?}");
}

async fn the_app_works_from_a_sub_folder_and_asks_nobody_else(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open(SUB_FOLDER).await;
    let folder = browser.address(SUB_FOLDER);
    browser.click(("button", "Start with an example")).await;
    let map = Map::of(browser).await;
    eventually!(map.card_count().await >= 40, true);
    watch(&map).await;
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
    nobody_else_was_asked(&map, &folder).await;
    map.press("?").await;
    map.sees(("dialog", "Shortcuts")).await;
    map.press("Escape").await;
    map.click(("button", "EN, switch to Russian")).await;
    map.sees(("grid", "Карта пути клиента")).await;
    map.reload().await;
    watch(&map).await;
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

async fn the_policy_refuses_what_the_page_never_does(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open(SUB_FOLDER).await;
    browser.is_ready().await;
    let watch = "window.refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push([event.effectiveDirective, event.disposition]));
        window.put = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));";
    browser.js::<()>(watch, json!([])).await;
    for (what, by) in [
        ("fetch('https://example.org/').catch(() => undefined)", "connect-src"),
        ("put('img', { src: 'https://example.org/a.png' })", "img-src"),
        ("put('iframe', { src: 'https://example.org/' })", "frame-src"),
        ("put('script', { src: 'https://example.org/a.js' })", "script-src"),
        ("put('script', { textContent: 'window.ran = true' })", "script-src"),
        ("put('style', { textContent: 'body { border-top: 7px solid }' })", "style-src"),
        // Given a text, it compiles it.
        ("setTimeout('window.ran = true')", "script-src"),
    ] {
        browser.js::<()>(&format!("window.refused.length = 0; {what}"), json!([])).await;
        // A browser may name the part of the rule too, as in `script-src-elem`.
        let seen = async || {
            let all: Vec<(String, String)> = browser.js("return window.refused", json!([])).await;
            all.into_iter().any(|(rule, what)| rule.starts_with(by) && what == "enforce")
        };
        eventually!((what, seen().await), (what, true));
    }
    let happened = "return [window.ran === true, getComputedStyle(document.body).borderTopWidth === '7px']";
    assert_eq!(browser.js::<[bool; 2]>(happened, json!([])).await, [false; 2]);
}

async fn whatever_is_done_nobody_else_is_asked(engine: Engine) {
    let browser = Browser::start(engine).await;
    let folder = browser.address(SUB_FOLDER);
    // A link is looked at and presented.
    browser.open(&format!("{SUB_FOLDER}{}", links::address(&links::example()).trim_start_matches('/'))).await;
    let map = Map::of(browser).await;
    watch(&map).await;
    map.sees(("region", "Preview")).await;
    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    map.press("ArrowRight Escape").await;
    eventually!(map.shows("#show").await, false);
    nobody_else_was_asked(&map, &folder).await;

    // A hosted project that names addresses, with its interviews; a copy of it, and everything that it leaves as.
    let address = "<img src=https://example.org/a.png> https://example.org";
    let named = links::EXAMPLE.replace("Calls two of our old clients", address);
    map.host("client.json", &named);
    map.open(&format!("{HOSTED}?open=client.json")).await;
    watch(&map).await;
    map.sees(("region", "Preview")).await;
    map.sees(("option", address)).await;
    for findings in ["forces", "phrases", "codebook", "jobs", "outcomes", "quotes"] {
        map.js::<()>("location.hash = `#/view/interviews/${arguments[0]}`", json!([findings])).await;
        map.sees("#findings-title").await;
    }
    map.click(("button", "Save a copy")).await;
    map.is_saved().await;
    map.catch_files().await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    let count: usize = map.js("return document.querySelectorAll('.file-line').length", json!([])).await;
    for at in 0..count {
        map.js::<()>("document.querySelectorAll('.file-line')[arguments[0]].click()", json!([at])).await;
        eventually!(map.caught_count().await, at + 1);
    }
    map.press("Escape").await;
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.pick_file("named.json", &named).await;
    let hosted = map.address(HOSTED);
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await.len(), 2);
    nobody_else_was_asked(&library, &hosted).await;
}
