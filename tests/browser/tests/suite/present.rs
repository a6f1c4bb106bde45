//! The map before the room.

use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    esc_leads_back_to_where_it_began
    everything_can_be_read_from_afar
    what_is_done_stands_beside_what_is_said
    full_screen_ends_with_it
    a_phone_shows_all_of_a_stage
}

async fn a_phone_shows_all_of_a_stage(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open_on_phone().await;
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click("#entry").await;
    for line in ["!One", "!Two", "!Three", "!Four", "+Help", "+More help"] {
        map.write(line).await;
        map.press("Enter").await;
    }
    eventually!(map.cards(1, 5).await.len(), 4);
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    let shown = "return document.querySelectorAll('.show-friction, .show-help').length";
    eventually!(map.js::<usize>(shown, json!([])).await, 6);
    assert!(!map.shows(".show-more").await, "nothing is counted in place of being shown");
    let whole = "const title = document.querySelector('.show-title'), tools = document.querySelector('.show-tools');
        return title.scrollHeight <= title.clientHeight + 1 && title.clientWidth > tools.clientWidth";
    assert!(map.js::<bool>(whole, json!([])).await, "the name has a line of its own");
}

async fn esc_leads_back_to_where_it_began(engine: Engine) {
    let map = Map::stored(engine, &document::map("Large", 20, 10, 400)).await;
    map.resize(1280, 720).await;
    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.press(["ArrowRight"; 14].join(" ").as_str()).await;
    let scroll =
        "const { scrollLeft, scrollTop } = document.querySelector('#map-scroll'); return [scrollLeft, scrollTop]";
    // A cell opens when the keyboard comes, and may have to be scrolled into view once more.
    eventually!(map.keyboard().await == "option: Card number 1", false);
    let here = map.keyboard().await;
    map.point(("button", "Present")).await;
    let before: (f64, f64) = map.js(scroll, json!([])).await;
    assert!(before.0 > 0.0, "the cell is far to the right");
    map.click(("button", "Present")).await;
    eventually!(map.keyboard().await, "region: Stage no. 15");
    eventually!(map.names("heading").await, ["Stage no. 15"]);
    map.press("ArrowRight ArrowRight ArrowLeft").await;
    eventually!(map.names("heading").await, ["Stage no. 16"]);
    // What is not shown of the stage is counted.
    map.sees(".show-more").await;
    map.press("b").await;
    map.sees(".show-dark").await;
    map.press("b").await;
    eventually!(map.shows(".show-dark").await, false);

    // Typing goes on: the card goes to the stage that is lit.
    map.press("Ctrl+k").await;
    eventually!(map.keyboard().await, "textbox: Add to map");
    // Into a lane that the room sees.
    assert_eq!(map.words(".entry-lane").await, "Friction");
    map.write("Said in the room").await;
    map.press("Enter").await;
    eventually!(map.cards(16, 5).await.last().map(String::as_str), Some("Said in the room"));
    eventually!(map.words("[role=status] .toast span").await, "Added to Friction, Stage no. 16");
    map.press("Escape").await;
    eventually!(map.keyboard().await, "region: Stage no. 16");
    map.press("Escape").await;
    eventually!(map.shows("#show").await, false);
    eventually!(map.keyboard().await, here);
    eventually!(map.js::<(f64, f64)>(scroll, json!([])).await, before);
}

/// A screen that can be filled without a window.
const FULL_SCREEN: &str = "let filled = null;
    const turn = to => { filled = to; document.dispatchEvent(new Event('fullscreenchange', { bubbles: true })); return Promise.resolve() };
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, get: () => filled });
    Element.prototype.requestFullscreen = function () { return turn(this) };
    Document.prototype.exitFullscreen = () => turn(null)";

async fn full_screen_ends_with_it(engine: Engine) {
    let map = Map::stored(engine, &document::map("Small", 3, 2, 6)).await;
    map.js::<()>(FULL_SCREEN, json!([])).await;
    let is_filled = async || map.js::<bool>("return document.fullscreenElement !== null", json!([])).await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    eventually!(is_filled().await, true);
    // Tab leads to nothing behind it, and its keys stay its own wherever Tab ends.
    for keys in ["Tab", "Tab Tab Tab", "Shift+Tab Shift+Tab"] {
        map.press(keys).await;
        let inside = "const at = document.activeElement;
            return at === document.body || Boolean(at.closest('#show, .entry'))";
        assert!(map.js::<bool>(inside, json!([])).await, "{keys}: {}", map.keyboard().await);
    }
    map.js::<()>("document.activeElement.blur()", json!([])).await;
    map.press("ArrowRight").await;
    eventually!(map.words(".show-head").await.contains("2 / 3"), true);
    map.press("Escape").await;
    eventually!(map.shows("#show").await, false);
    eventually!(is_filled().await, false);

    // The library, and the map again: Back ends the presentation and stays.
    map.js::<()>("location.hash = '#/'", json!([])).await;
    eventually!(map.shows("[role=grid]").await, false);
    map.js::<()>("location.hash = '#/e/stored/journey'", json!([])).await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    eventually!(is_filled().await, true);
    map.js::<()>("history.back()", json!([])).await;
    eventually!(map.shows("#show").await, false);
    eventually!(is_filled().await, false);
    map.sees("[role=grid]").await;
}

async fn what_is_done_stands_beside_what_is_said(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click(("button", "Map details: As-is")).await;
    eventually!(map.keyboard().await, "textbox: Title");
    map.press("Tab").await;
    map.write("Head of learning").await;
    map.press("Enter").await;
    eventually!(map.shows("dialog[open]").await, false);
    map.click("#entry").await;
    for line in ["?Will it work", "?What comes next", "!No answer"] {
        map.write(line).await;
        map.press("Enter").await;
    }
    map.press("Escape").await;
    map.click(cell(1, 1)).await;
    for card in ["Calls", "Waits"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    map.press("Escape").await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    eventually!(map.words(".show-done").await, "Actions Calls \u{b7} Waits");
    assert_eq!(map.words(".show-persona").await, "Head of learning");
    let said = "return [...document.querySelectorAll('.show-quote')].map((quote) => quote.innerText)";
    assert_eq!(map.js::<Vec<String>>(said, json!([])).await, ["\u{201c}Will it work\u{201d}", "\u{201c}What comes next\u{201d}"]);
    assert!(!map.shows(".show-more").await, "nothing is left out");

    // The room says how it felt, and the stage that is lit says so at once.
    map.press("ArrowRight").await;
    eventually!(map.names("heading").await, ["Stage 2"]);
    map.press("5").await;
    eventually!(map.words(".show-point").await, "+2");
    map.press("2").await;
    eventually!(map.words(".show-point").await, "\u{2212}1");
    map.press("Escape").await;
    eventually!(map.emotion("Stage 2").await.starts_with("\u{2212}1"), true);
}

/// A map whose words are as long as Russian ones are.
fn long_words() -> Value {
    let mut map = document::map("Высокоорганизованное переосвидетельствование", 7, 8, 120);
    let engagement = &mut map["engagement"];
    let long = "Перепроверка платёжеспособности рассредоточенных контрагентов сельскохозяйственного машиностроения";
    for (kind, field) in [("cards", "text"), ("stages", "name"), ("stages", "subtitle"), ("journeys", "title")] {
        for record in engagement[kind].as_object_mut().into_iter().flatten().map(|(_, record)| record) {
            record[field] = json!(long);
        }
    }
    map
}

/// What is too small or sticks out: every text that is shown, and every box that hides a part of itself.
const FLAWS: &str = "const show = document.querySelector('#show'), flaws = [];
    const walk = document.createTreeWalker(show, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { data, parentElement } = walk.currentNode;
        if (!data.trim()) continue;
        const size = parseFloat(getComputedStyle(parentElement).fontSize);
        if (size < 24) flaws.push(`${size} px: ${data}`);
        const box = parentElement.getBoundingClientRect();
        if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
            flaws.push(`outside: ${data}`);
        if (parentElement.scrollWidth > parentElement.clientWidth + 1 && getComputedStyle(parentElement).textOverflow !== 'ellipsis'
            && parentElement.clientWidth > 0) flaws.push(`too wide: ${data}`);
    }
    for (const part of show.querySelectorAll('.show-body, .show-name, .show-list, .show-said, .show-keys, .show-head'))
        if (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1) flaws.push(`overflows: ${part.className}`);
    return flaws;";

async fn everything_can_be_read_from_afar(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { language: "ru-RU", ..Wish::default() }).await;
    browser.resize(1280, 720).await;
    browser.store_first(&[("stored", &long_words().to_string())]).await;
    browser.open("/#/e/stored/journey").await;
    let map = Map::of(browser).await;
    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click(("button", "Презентация")).await;
    map.sees("#show").await;
    for (width, height) in [(1280, 720), (1920, 1080)] {
        map.resize(width, height).await;
        for _ in 0..3 {
            eventually!(map.js::<Vec<String>>(FLAWS, json!([])).await, Vec::<String>::new());
            map.press("ArrowRight").await;
        }
        // Lines of one name lie below each other, and none is cut by the edge.
        let close = "return [...document.querySelectorAll('.show-stage, .show-keys > span')].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.lineHeight) < 1.1 * parseFloat(style.fontSize) || one.getBoundingClientRect().bottom > innerHeight;
        }).length";
        assert_eq!(map.js::<usize>(close, json!([])).await, 0, "at {width}");
    }
    // In a hand it is scrolled, and nothing is cut.
    map.resize(700, 900).await;
    let cut = "return [...document.querySelectorAll('.show-title, .show-words, .show-quote, .show-done, .show-name > *')]
        .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
        .map((part) => part.className || part.tagName)";
    eventually!(map.js::<Vec<String>>(cut, json!([])).await, Vec::<String>::new());
}
