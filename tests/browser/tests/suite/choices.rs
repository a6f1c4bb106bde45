//! Language and theme: guessed, chosen, kept.

use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::map::Map;
use orbita_browser::{eventually, frame, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    one_click_switches_the_language
    every_screen_follows_the_language
    the_browser_tells_language_and_theme
    the_first_paint_is_dressed
}

async fn language(browser: &Browser) -> String {
    browser.js("return document.documentElement.lang", json!([])).await
}

/// Whether the page is darker than grey.
async fn is_dark(browser: &Browser) -> bool {
    let script =
        "const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
        return red + green + blue < 384;";
    browser.js(script, json!([])).await
}

/// Every screen, filled and empty, says the same after a switch as after a reload.
async fn every_screen_follows_the_language(engine: Engine) {
    let bare = json!({ "format": "orbita-engagement", "version": 1, "revision": 1, "writer": "test", "saved_at": "2026-11-21T12:00:00Z", "engagement": { "head": { "title": "Bare", "journeys": [], "next": 1 } } }).to_string();
    let browser = Browser::start(engine).await;
    browser.store_first(&[("kept", include_str!("../../../../public/examples/en.json")), ("bare", &bare)]).await;
    let economics = ["economics", "economics/clients", "economics/revenue", "economics/fixing"];
    let interviews = ["1", "forces", "phrases", "codebook", "jobs", "outcomes", "quotes"].map(|one| format!("interviews/{one}"));
    let maps = ["journey", "journey/frictions"];
    let places: Vec<String> = economics.into_iter().chain(maps).map(String::from).chain(interviews).collect();
    let said = "const fields = [...document.querySelectorAll('main input, main textarea')].map((field) => field.placeholder + field.ariaLabel);
        return document.querySelector('main')?.innerText + fields.join(' ')";
    for project in ["bare", "kept"] {
        for place in &places {
            browser.open(&format!("/#/e/{project}/{place}")).await;
            browser.sees("main").await;
            eventually!(browser.shows(".later").await, false);
            assert!(!browser.words("main").await.contains("\u{2019}t be opened"), "{project} opens");
            let before = language(&browser).await;
            browser.click("#language").await;
            eventually!(language(&browser).await == before, false);
            let mut last = String::new();
            // What is drawn once the hand rests comes a little later.
            loop {
                let now = browser.js::<String>(said, json!([])).await;
                if now == last {
                    break;
                }
                last = now;
            }
            browser.reload().await;
            browser.sees("main").await;
            eventually!((place.as_str(), browser.js::<String>(said, json!([])).await), (place.as_str(), last.clone()));
        }
    }
}

async fn one_click_switches_the_language(engine: Engine) {
    let map = Map::fresh(engine).await;
    assert_eq!(language(&map).await, "en");
    map.write("Calls").await;
    map.press("Enter").await;
    map.walk_to(2, 4).await;
    map.press("Enter ArrowUp Enter ArrowRight").await;
    eventually!(map.emotion("Stage 2").await, "+0.5, end");
    map.js::<()>("window.sameVisit = true", json!([])).await;

    map.click(("button", "EN, switch to Russian")).await;
    map.sees(("grid", "Карта пути клиента")).await;
    assert_eq!(language(&map).await, "ru");
    assert!(map.js::<bool>("return window.sameVisit === true", json!([])).await, "the page was not loaded again");
    eventually!(map.keyboard().await, "button: RU, переключить на английский");
    eventually!(map.attribute(("slider", "Эмоция, Этап 2"), "aria-valuetext").await, Some("+0,5, финал".into()));
    eventually!(map.words(("status", "Состояние сохранения")).await, "Сохранено");
    eventually!(map.lanes().await[..2], ["Действия", "Точки контакта"]);
    // The cursor is where it was, and the history goes on.
    eventually!(map.attribute(("gridcell", "Эмоции, Этап 3"), "tabindex").await, Some("0".into()));
    map.click(("button", "Отменить")).await;
    eventually!(map.attribute(("slider", "Эмоция, Этап 2"), "aria-valuetext").await, Some("нет оценки".into()));
    eventually!(map.cards(1, 1).await, ["Calls"]);

    map.reload().await;
    map.sees(("grid", "Карта пути клиента")).await;
    map.click(("button", "RU, переключить на английский")).await;
    map.sees(("grid", "Journey map")).await;
    assert_eq!(language(&map).await, "en");
}

async fn the_browser_tells_language_and_theme(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { language: "ru-RU", dark: true, ..Wish::default() }).await;
    browser.open("/").await;
    browser.sees(("button", "Новый проект")).await;
    assert_eq!(language(&browser).await, "ru");
    assert!(is_dark(&browser).await, "the system is dark");

    // A choice outlasts the page, whatever the system says.
    browser.click(("button", "Светлая тема")).await;
    eventually!(is_dark(&browser).await, false);
    browser.reload().await;
    eventually!(is_dark(&browser).await, false);
    browser.press("n").await;
    browser.sees(("grid", "Карта пути клиента")).await;
    assert!(!is_dark(&browser).await, "the theme is that of the app, not of a screen");
    browser.click(("button", "Тёмная тема")).await;
    eventually!(is_dark(&browser).await, true);
    browser.reload().await;
    eventually!(is_dark(&browser).await, true);
}

/// As soon as there is anything to paint, it has the language and the theme that were chosen.
async fn the_first_paint_is_dressed(engine: Engine) {
    let script = "
        localStorage.setItem('orbita/language', '\"ru\"');
        localStorage.setItem('orbita/theme', '\"dark\"');
        inside().isOld = true;
        inside().location.reload();
        return new Promise((done) => {
            const { port1, port2 } = new MessageChannel();
            // Not by the text: all of it counts as long as there is no place yet for any.
            const english = () => {
                const words = page().querySelector('#start-state [lang=en]');
                return words && inside().getComputedStyle(words).display !== 'none';
            };
            const look = () => {
                const root = !inside().isOld && page().body && page().documentElement;
                if (!root) port2.postMessage(0);
                else done([root.lang, root.dataset.theme ?? '', english() ? 'Opening' : '']);
            };
            port1.onmessage = look;
            look();
        });";
    let dressed: [String; 3] = frame::play(engine, script, json!([])).await;
    assert_eq!(dressed, ["ru", "dark", ""]);
}
