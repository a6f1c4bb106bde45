//! After the first visit the app needs no network.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::site::{HOSTED, SUB_FOLDER, dist};
use orbita_browser::tabs::Tabs;
use orbita_browser::{Patience, eventually, in_three_browsers};
use serde_json::json;

use super::links::EXAMPLE;

in_three_browsers! {
    the_app_starts_without_a_network
    a_hosted_page_starts_without_a_network
    what_is_opened_is_there_without_a_network
    the_choices_of_the_host_come_from_the_network_first
    what_did_not_come_is_asked_for_once_more
    a_new_version_waits_until_somebody_lets_it_come
    every_tab_comes_along_to_a_new_version
    an_installed_app_is_named_in_both_languages_and_says_why_it_is_empty
    who_installs_where_storage_is_apart_is_told_to_take_work_along
}

/// Waits until everything is there. All three engines have workers: where one has none, the script fails.
async fn is_installed(browser: &Browser) {
    let script = "return (await navigator.serviceWorker.getRegistration())?.active?.state ?? ''";
    // The worker fetches the whole app, and may have to begin anew: it has the time of two waits.
    let first = Patience::default();
    while browser.js_later::<String>(script, json!([])).await != "activated" && !first.is_over().await {}
    eventually!(browser.js_later::<String>(script, json!([])).await, "activated");
}

async fn the_app_starts_without_a_network(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    browser.open(SUB_FOLDER).await;
    is_installed(&browser).await;
    browser.site.unplug().await;
    browser.open(SUB_FOLDER).await;
    browser.click(("button", "Start with an example")).await;
    let map = Map::of(browser).await;
    eventually!(map.card_count().await >= 40, true);
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    // So is a page to be hosted, of the app's own files.
    map.catch_files().await;
    let script = "[...document.querySelectorAll('.file-line')].at(-1).click()";
    map.js::<()>(script, json!([])).await;
    eventually!(map.words(".file-said").await.ends_with("is ready."), true);
    assert_eq!(map.caught_count().await, 1);
    // The drivers' own way of loading anew goes past workers in Firefox.
    map.js::<()>("window.sameVisit = true; location.reload()", json!([])).await;
    // A page that is about to go answers nothing.
    eventually!(map.js::<Option<bool>>("return window.sameVisit !== true", json!([])).await, Some(true));
    map.sees(("heading", "Cumulative profit")).await;
}

async fn a_hosted_page_starts_without_a_network(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    browser.host("client.json", EXAMPLE);
    browser.host("config.json", "{\"open\": \"client.json\"}");
    browser.open(HOSTED).await;
    is_installed(&browser).await;
    // The network comes first where there is one.
    browser.host("client.json", EXAMPLE.replace("Calls two of our old clients", "Reads the news"));
    browser.open(HOSTED).await;
    browser.sees(("option", "Reads the news")).await;
    // No cache takes a part of a file, and whoever asked for it gets it all the same.
    let part = "return (await (await fetch('client.json', { headers: { Range: 'bytes=0-9' } })).text()).length";
    assert_eq!(browser.js_later::<usize>(part, json!([])).await, 10);
    browser.site.unplug().await;
    browser.open(HOSTED).await;
    browser.sees(("option", "Reads the news")).await;
}

async fn what_is_opened_is_there_without_a_network(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    let saying = |card: &str| EXAMPLE.replace("Calls two of our old clients", card);
    for (file, card) in [("first.json", "Opened first"), ("data/named.json", "Named"), ("data/asked.json", "Asked for")] {
        browser.host(file, saying(card));
    }
    // No worker is there yet when the first is asked for.
    browser.open(&format!("{HOSTED}?open=first.json")).await;
    is_installed(&browser).await;
    // Nothing named these when the worker came.
    browser.host("data/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M0 0h10v10z'/></svg>");
    browser.host("config.json", "{\"open\": \"data/named.json\", \"logo\": \"data/logo.svg\"}");
    let has_logo = async || {
        let script = "return document.querySelector('.mark-logo')?.naturalWidth > 0";
        eventually!(browser.js::<bool>(script, json!([])).await, true);
    };
    browser.open(HOSTED).await;
    browser.sees(("option", "Named")).await;
    has_logo().await;
    browser.open(&format!("{HOSTED}?open=data/asked.json")).await;
    browser.sees(("option", "Asked for")).await;
    browser.site.unplug().await;
    for (query, card) in [("?open=data/asked.json", "Asked for"), ("?open=first.json", "Opened first"), ("", "Named")] {
        browser.open(&format!("{HOSTED}{query}")).await;
        browser.sees(("option", card)).await;
        has_logo().await;
    }
}

async fn the_choices_of_the_host_come_from_the_network_first(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    browser.host("client.json", EXAMPLE);
    let named = |name: &str| browser.host("config.json", json!({ "open": "client.json", "name": name }).to_string());
    named("As it was");
    browser.open(HOSTED).await;
    is_installed(&browser).await;
    browser.open(HOSTED).await;
    browser.sees(("link", "As it was")).await;
    named("As it is");
    browser.open(HOSTED).await;
    browser.sees(("link", "As it is")).await;
    browser.site.unplug().await;
    browser.open(HOSTED).await;
    browser.sees(("link", "As it is")).await;
}

async fn what_did_not_come_is_asked_for_once_more(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    // A host that is being changed: the list is of another version than the rest.
    let list = std::fs::read_to_string(dist().join("files.json")).expect("the build has it");
    browser.host("files.json", list.replacen("\"version\": \"", "\"version\": \"next-", 1));
    browser.open(HOSTED).await;
    let count = "const workers = navigator.serviceWorker, register = workers.register.bind(workers);
        window.asked = 0;
        workers.register = (...all) => { window.asked += 1; return register(...all); };";
    browser.js::<()>(count, json!([])).await;
    let failed = "return window.asked > 0 && !(await navigator.serviceWorker.getRegistration())";
    eventually!(browser.js_later::<bool>(failed, json!([])).await, true);
    browser.host("files.json", list);
    is_installed(&browser).await;
    assert!(browser.js::<usize>("return window.asked", json!([])).await > 1);
}

const UPDATE: &str = "await (await navigator.serviceWorker.getRegistration()).update()";

/// The same files under another version.
fn host_the_next_version(browser: &Browser) {
    for (file, version) in [("files.json", "\"version\": \""), ("sw.js", "const version = \"")] {
        let text = std::fs::read_to_string(dist().join(file)).expect("the build has it");
        browser.host(file, text.replacen(version, &format!("{version}next-"), 1));
    }
}

/// A map of the hosted app under its worker.
async fn installed(engine: Engine) -> Map {
    let browser = Browser::start(engine).await;
    browser.site.offer_worker();
    browser.open(HOSTED).await;
    is_installed(&browser).await;
    browser.open(HOSTED).await;
    browser.press("n").await;
    Map::of(browser).await
}

async fn every_tab_comes_along_to_a_new_version(engine: Engine) {
    let map = installed(engine).await;
    map.is_saved().await;
    let tabs = Tabs::open(map).await;
    host_the_next_version(&tabs.map);
    tabs.map.js_later::<()>(UPDATE, json!([])).await;
    for tab in [1, 0] {
        tabs.turn_to(tab).await.sees(("status button", "Save and reload")).await;
    }
    // The second has no worker that waits any more, and comes along all the same.
    for tab in [0, 1] {
        let map = tabs.turn_to(tab).await;
        // The page goes at once: nothing may be asked of it after the click.
        let press = "window.sameVisit = true; const button = one(['status button', 'Save and reload']);
            setTimeout(() => button.click())";
        map.js::<()>(press, json!([])).await;
        eventually!(map.js::<Option<bool>>("return window.sameVisit !== true", json!([])).await, Some(true));
        map.is_ready().await;
    }
}

async fn a_new_version_waits_until_somebody_lets_it_come(engine: Engine) {
    let map = installed(engine).await;
    let all = async || map.js_later::<Vec<String>>("return caches.keys()", json!([])).await;
    // One origin may serve other apps, and this one from other folders, also from one inside its own.
    let scope = map.address(HOSTED);
    let others = ["another app".into(), format!("orbita {}other/ 1", map.address("/")), format!("orbita {scope}below/ 1")];
    map.js_later::<()>("for (const name of given[0]) await caches.open(name)", json!([others])).await;
    let caches = async || {
        let (kept, ours): (Vec<String>, Vec<String>) = all().await.into_iter().partition(|name| others.contains(name));
        assert_eq!(kept.len(), others.len(), "only our own caches are deleted: {kept:?}");
        ours
    };
    let before = caches().await;
    assert_eq!(before.len(), 1, "{before:?}");
    host_the_next_version(&map);
    // Until then the app has its own list and its own worker at hand, whatever the host has.
    let names = "const text = async (file) => (await fetch(file)).text(); return [await text('files.json'), await text('sw.js')]";
    let texts: Vec<String> = map.js_later(names, json!([])).await;
    assert!(texts.iter().all(|text| !text.contains("next-")), "{texts:?}");
    map.js_later::<()>(UPDATE, json!([])).await;
    map.sees(("status button", "Save and reload")).await;
    eventually!(caches().await.len(), 2);
    map.write("Typed just now").await;
    map.js::<()>("window.sameVisit = true", json!([])).await;
    map.click(("button", "Save and reload")).await;
    // A page that is about to go answers nothing.
    eventually!(map.js::<Option<bool>>("return window.sameVisit !== true", json!([])).await, Some(true));
    map.is_ready().await;
    eventually!(caches().await.len(), 1);
    assert_ne!(caches().await, before);
    eventually!(map.cards(1, 1).await, ["Typed just now"]);
    eventually!(map.shows(("status button", "Save and reload")).await, false);
}

async fn an_installed_app_is_named_in_both_languages_and_says_why_it_is_empty(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open(SUB_FOLDER).await;
    browser.sees(("button", "Start with an example")).await;
    let said = "An installed app can have storage of its own";
    assert!(!browser.words("main").await.contains(said), "in a tab of the browser there is nothing to explain");
    // No driver installs an app: the page is told that it runs in a window of its own, and dressed anew.
    let standalone = "const asked = window.matchMedia.bind(window);
        window.matchMedia = (query) => query.includes('standalone') ? { matches: true } : asked(query)";
    browser.js::<()>(standalone, json!([])).await;
    // What is installed speaks the language of the page, as soon as that is another.
    let linked = async || browser.attribute("link[rel=manifest]", "href").await.unwrap_or_default();
    assert_eq!(linked().await, "app-en.webmanifest");
    browser.click("#language").await;
    eventually!(browser.words("main").await.contains("установленного приложения"), true);
    eventually!(linked().await, "app-ru.webmanifest");
    browser.reload().await;
    eventually!(linked().await, "app-ru.webmanifest");
    browser.js::<()>(standalone, json!([])).await;
    browser.click("#language").await;
    eventually!(browser.words("main").await.contains(said), true);
    eventually!(linked().await, "app-en.webmanifest");

    // What a browser installs: a name, a start inside its scope, and pictures of the sizes that they claim.
    let manifest = "const at = new URL(arguments[0], location.href), all = await (await fetch(at)).json();
        const is_inside = new URL(all.start_url, at).href.startsWith(new URL(all.scope, at).href);
        const sizes = await Promise.all(all.icons.map(async ({ src }) => {
            const picture = new Image();
            picture.src = new URL(src, at);
            await picture.decode();
            return `${picture.naturalWidth}x${picture.naturalHeight}`;
        }));
        return [all.lang, all.name, all.display, is_inside, sizes.join() === all.icons.map(({ sizes }) => sizes).join()]";
    for (file, lang, name) in [("app-en.webmanifest", "en", "Orbita"), ("app-ru.webmanifest", "ru", "Орбита")] {
        let of: serde_json::Value = browser.js_later(manifest, json!([file])).await;
        assert_eq!(of, json!([lang, name, "standalone", true, true]));
    }
}

async fn who_installs_where_storage_is_apart_is_told_to_take_work_along(engine: Engine) {
    let library = Library::with(engine, &[("alpha", &document::map("Alpha", 3, 4, 5).to_string())]).await;
    let said = "The app there starts empty";
    assert!(!library.words(".library-side").await.contains(said), "no phone of that maker");
    // Those phones alone say how a page was opened; the page is told so, and dressed anew.
    library.js::<()>("navigator.standalone = false", json!([])).await;
    library.click("#language").await;
    eventually!(library.words(".library-side").await.contains("Сначала скачайте резервную копию"), true);
    library.click("#language").await;
    eventually!(library.words(".library-side").await.contains(said), true);
}
