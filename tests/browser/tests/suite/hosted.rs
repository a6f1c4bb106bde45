//! A page that a consultant hosts: the app with a client's project and the choices of how it is shown.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::site::{EMPTY, HOSTED};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

use super::links::EXAMPLE;

in_three_browsers! {
    a_file_of_the_host_is_explored_and_copied
    a_file_of_a_newer_version_is_copied_letter_for_letter
    the_choices_of_the_host_hold
    a_wrong_choice_and_a_wrong_file_say_so
    another_page_shows_a_part_where_the_host_allows_it
    a_page_of_another_origin_holds_a_part_in_its_frame
    a_map_in_a_frame_fits_both_ways
}

async fn a_file_of_the_host_is_explored_and_copied(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", EXAMPLE);
    let before = {
        browser.client.goto(&browser.address("/empty")).await.expect("the page loads");
        browser.all_stored().await
    };
    browser.open(&format!("{HOSTED}?open=client.json")).await;
    let map = Map::of(browser).await;
    map.sees(("region", "Preview")).await;
    assert!(map.card_count().await >= 40);
    map.click(("link", "Interviews")).await;
    map.sees(".interview-head").await;
    for invites in [".talk-line", "[aria-label='Add interview']", ".add-quotes", "[aria-label='Add job story']"] {
        assert!(!map.shows(invites).await, "{invites}: what is only read invites nobody to type");
    }
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    map.reload().await;
    map.sees(("heading", "Cumulative profit")).await;
    assert_eq!(map.all_stored().await, before);
    map.click(("button", "Save a copy")).await;
    map.is_saved().await;
    eventually!(map.stored_keys(&document::key("")).await.len(), 1);
    // The copy is the reader's own: loading the page anew shows it.
    map.reload().await;
    map.is_saved().await;
    // Whoever comes back by the address that they were given finds it there; the page itself shows what it showed.
    let copy = map.js::<String>("return location.hash", json!([])).await;
    map.open(&format!("{HOSTED}?open=client.json")).await;
    map.reload().await;
    map.sees(("button", "Save a copy")).await;
    map.click(("button", "Open your copy")).await;
    map.is_saved().await;
    let now = map.js::<String>("return location.hash", json!([])).await;
    assert_eq!(now.split('/').nth(2), copy.split('/').nth(2), "the same project");
    assert_eq!(map.stored_keys(&document::key("")).await.len(), 1);
}

async fn a_file_of_a_newer_version_is_copied_letter_for_letter(engine: Engine) {
    let browser = Browser::start(engine).await;
    let newer = EXAMPLE.replacen("\"version\": 3", "\"version\": 99,\n \"weather\": 1", 1);
    assert_ne!(newer, EXAMPLE);
    browser.host("client.json", &newer);
    browser.open(&format!("{HOSTED}?open=client.json")).await;
    browser.is_alerted("made by a newer version of Orbita").await;
    browser.click(("button", "Save a copy")).await;
    eventually!(browser.stored_keys(&document::key("")).await.len(), 1);
    let key = browser.stored_keys(&document::key("")).await.remove(0);
    assert_eq!(browser.stored(&key).await, Some(newer));
}

async fn the_choices_of_the_host_hold(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", EXAMPLE);
    browser.host("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M0 0h10v10z'/></svg>");
    let config = json!({ "open": "client.json", "screen": "economics", "explore_only": true, "name": "Улыбка", "logo": "logo.svg", "lang": "ru" });
    browser.host("config.json", config.to_string());
    browser.open(HOSTED).await;
    browser.sees(("heading", "Накопленная прибыль")).await;
    browser.sees(("link", "Улыбка")).await;
    eventually!(browser.js::<bool>("return document.querySelector('.mark-logo').naturalWidth > 0", json!([])).await, true);
    assert!(!browser.shows(("button", "Сохранить копию")).await);
    assert!(!browser.shows(("button", "Поделиться")).await);
    // There is nothing else to see on this page.
    browser.js::<()>("location.hash = '#/'", json!([])).await;
    browser.sees("#switcher").await;
    browser.click(("link", "Карта пути")).await;
    browser.sees("[role=grid]").await;
    // Nor does it hand anything out, be it by the palette or by the menu of the project.
    browser.press("Alt+p").await;
    browser.sees("#palette-0").await;
    let offered: Vec<String> = browser.js("return [...document.querySelectorAll('[role=option]')].map((one) => one.textContent)", json!([])).await;
    assert!(!offered.iter().any(|one| one.contains("Поделиться") || one.contains("копию")), "{offered:?}");
    browser.press("Escape").await;
    eventually!(browser.shows("dialog[open]").await, false);
    browser.click("#switcher").await;
    eventually!(browser.attribute(("menuitem", "Скачать копию"), "aria-disabled").await, Some("true".into()));
    browser.press("Escape").await;
    browser.js::<()>("location.hash = location.hash.split('/').slice(0, 2).join('/') + '/economics/revenue'", json!([])).await;
    browser.sees(("button", "Импорт файла")).await;
    assert!(!browser.shows(("button", "Скачать CSV")).await);
}

async fn a_wrong_choice_and_a_wrong_file_say_so(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("config.json", "{\"explore-only\": true}");
    browser.open(HOSTED).await;
    browser.is_alerted("“explore-only” isn’t a setting.").await;
    browser.host("config.json", "{}");
    browser.host("letter.json", "{\"hello\": 1}");
    for (query, why) in [
        ("?open=client.json", "“client.json” couldn’t be loaded."),
        ("?open=letter.json", "letter.json isn’t an Orbita file."),
        ("?open=https://example.org/a.json", "This address asks for a file from somewhere else."),
        ("?open=../clients/a-b/map/examples/en.json", "This address asks for a file from somewhere else."),
    ] {
        browser.open(&format!("{HOSTED}{query}")).await;
        browser.is_alerted(why).await;
    }
    let asked: Vec<String> =
        browser.js("return performance.getEntriesByType('resource').map((entry) => entry.name)", json!([])).await;
    assert!(!asked.iter().any(|address| address.contains("example.org")), "{asked:?}");
}

async fn another_page_shows_a_part_where_the_host_allows_it(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", EXAMPLE);
    browser.host("config.json", "{\"open\": \"client.json\", \"embed\": true}");
    browser.open(&format!("{HOSTED}?embed")).await;
    browser.sees(("img", "Head of L&D, 600 seats")).await;
    assert!(!browser.shows(("button", "Share")).await && !browser.shows("header").await);
    browser.open(&format!("{HOSTED}?embed=profit")).await;
    browser.sees(("heading", "Cumulative profit")).await;
    let width = async || browser.js::<f64>("return document.querySelector('.embedded-figure svg').getBoundingClientRect().width", json!([])).await;
    let before = width().await;
    browser.resize(900, 600).await;
    eventually!(width().await < before, true);
    browser.open(&format!("{HOSTED}?embed=map-9")).await;
    browser.is_alerted("This project has no such map or chart.").await;
    browser.host("config.json", "{\"open\": \"client.json\"}");
    browser.open(&format!("{HOSTED}?embed=profit")).await;
    browser.sees(("button", "Share")).await;
}

/// Puts a part of the hosted project into a frame of the page, and goes in.
async fn embed(browser: &Browser, part: &str) {
    let frame = "const frame = document.createElement('iframe');
        frame.src = given[0];
        frame.style = 'width: 900px; height: 600px; border: 0';
        await new Promise((loaded) => {
            frame.onload = loaded;
            document.body.append(frame);
        })";
    browser.js_later::<()>(frame, json!([browser.address(&format!("{HOSTED}?embed={part}"))])).await;
    browser.client.enter_frame(0).await.expect("the frame");
}

async fn a_page_of_another_origin_holds_a_part_in_its_frame(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", EXAMPLE);
    browser.host("config.json", "{\"open\": \"client.json\", \"embed\": true}");
    let outside = browser.address(EMPTY).replace("127.0.0.1", "localhost");
    browser.client.goto(&outside).await.expect("the page loads");
    embed(&browser, "profit").await;
    browser.sees(("heading", "Cumulative profit")).await;
    assert!(!browser.shows("header").await && !browser.shows(("button", "Share")).await);
    let width = async || browser.js::<f64>("return document.querySelector('.embedded-figure svg').getBoundingClientRect().width", json!([])).await;
    let before = width().await;
    assert!(before > 500.0 && before <= 900.0, "{before}");
    // It follows the size that the outer page gives it.
    browser.client.enter_parent_frame().await.expect("the outer page");
    browser.js::<()>("document.querySelector('iframe').style.width = '420px'", json!([])).await;
    browser.client.enter_frame(0).await.expect("the frame");
    eventually!(width().await <= 420.0, true);
    let sticks_out = "return document.documentElement.scrollWidth > innerWidth";
    assert!(!browser.js::<bool>(sticks_out, json!([])).await, "nothing sticks out to the side");
}

async fn a_map_in_a_frame_fits_both_ways(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", EXAMPLE);
    browser.host("config.json", "{\"open\": \"client.json\", \"embed\": true}");
    browser.client.goto(&browser.address(EMPTY)).await.expect("the page loads");
    embed(&browser, "map-1").await;
    browser.sees(("img", "Head of L&D, 600 seats")).await;
    for (width, height) in [(900, 600), (420, 600), (900, 240), (300, 200)] {
        browser.client.enter_parent_frame().await.expect("the outer page");
        let resize = "const { style } = document.querySelector('iframe');
            [style.width, style.height] = [`${arguments[0]}px`, `${arguments[1]}px`]";
        browser.js::<()>(resize, json!([width, height])).await;
        browser.client.enter_frame(0).await.expect("the frame");
        let fits = "const { left, top, right, bottom } = document.querySelector('.embedded-figure svg').getBoundingClientRect();
            const page = document.documentElement;
            return innerWidth === arguments[0] && innerHeight === arguments[1]
                && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right - left > 100 && bottom - top > 100
                && page.scrollWidth <= innerWidth && page.scrollHeight <= innerHeight";
        eventually!((width, height, browser.js::<bool>(fits, json!([width, height])).await), (width, height, true));
    }
}
