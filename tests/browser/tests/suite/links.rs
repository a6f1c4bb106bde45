//! Links: what they hold is looked at and tried, and nothing is stored before a copy is saved.

use orbita::exchange::link;
use orbita::model::Engagement;
use orbita::storage::envelope;
use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::library::Library;
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_link_is_explored_and_stores_nothing
    what_was_tried_is_in_the_address_and_in_the_copy
    a_link_that_cannot_be_opened_says_why
    a_preview_speaks_russian_on_a_phone
    what_comes_back_says_what_was_changed
}

/// The example that comes with the app.
pub const EXAMPLE: &str = include_str!("../../../../public/examples/en.json");

pub fn example() -> Engagement {
    envelope::read(EXAMPLE).expect("a document").engagement
}

/// The address of a link.
pub fn address(engagement: &Engagement) -> String {
    format!("/{}{}", link::PLACE, link::write(engagement).expect("small"))
}

/// A person with a project of their own, who opens a link.
async fn opened(engine: Engine, address: &str) -> (Map, Vec<(String, String)>) {
    let own = document::map("Own", 3, 5, 12).to_string();
    let library = Library::with(engine, &[("own", &own)]).await;
    eventually!(library.titles().await, ["Own"]);
    // The library measures the storage once.
    eventually!(library.stored("orbita/quota").await.is_some(), true);
    let before = library.all_stored().await;
    library.open(address).await;
    (Map::of(library.into_browser()).await, before)
}

/// The finding, once its range is known: before, it is told by the likely numbers alone.
async fn found(map: &Map) -> String {
    eventually!(map.words(".finding-range").await.contains("80% range"), true);
    map.words(".finding-sentence").await
}

async fn a_link_is_explored_and_stores_nothing(engine: Engine) {
    let (map, before) = opened(engine, &address(&example())).await;
    map.resize(1440, 900).await;
    map.sees(("region", "Preview")).await;
    let cards = map.card_count().await;
    assert!(cards >= 40, "{cards}");
    assert!(!map.shows(("textbox", "Add to map")).await);

    // Cards stay as they are, and it is said why.
    map.choose("Calls two of our old clients").await;
    map.press("Enter").await;
    eventually!(map.words("[role=status] .toast span").await, "This is a preview. Save a copy to edit it.");
    map.press("Delete").await;
    assert_eq!(map.card_count().await, cards);
    map.click(("button", "EN, switch to Russian")).await;
    map.sees(("grid", "Карта пути клиента")).await;
    map.click(("button", "RU, переключить на английский")).await;
    map.sees(("grid", "Journey map")).await;
    map.click(("button", "Dark theme")).await;

    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    map.press("ArrowRight Escape").await;
    eventually!(map.shows("#show").await, false);

    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    let finding = found(&map).await;
    map.js::<()>("document.querySelector('[role=slider].split-bar').focus()", json!([])).await;
    map.press("Shift+ArrowLeft Shift+ArrowLeft").await;
    eventually!(map.words(".finding-sentence").await == finding, false);
    map.press("Ctrl+z Ctrl+z").await;
    eventually!(map.words(".finding-sentence").await, finding);
    map.click(("link", "Journey")).await;
    map.sees("[role=grid]").await;
    map.reload().await;
    map.sees("[role=grid]").await;
    assert_eq!(map.all_stored().await, before);
}

async fn what_was_tried_is_in_the_address_and_in_the_copy(engine: Engine) {
    let (map, before) = opened(engine, &address(&example())).await;
    map.resize(1440, 900).await;
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    let hash = async || map.js::<String>("return location.hash", json!([])).await;
    let untried = hash().await;
    map.js::<()>("document.querySelector('[role=slider].split-bar').focus()", json!([])).await;
    map.press("Shift+ArrowLeft").await;
    eventually!(hash().await == untried, false);
    let tried = found(&map).await;
    map.reload().await;
    eventually!(map.words(".finding-sentence").await, tried);
    assert_eq!(map.all_stored().await, before);

    map.click(("button", "Save a copy")).await;
    eventually!(map.shows(("region", "Preview")).await, false);
    map.is_saved().await;
    eventually!(map.words(".finding-sentence").await, tried);
    eventually!(hash().await.starts_with("#/e/"), true);
    let own = before.iter().find(|(key, _)| *key == document::key("own")).expect("the own project");
    assert_eq!(map.stored(&own.0).await.as_ref(), Some(&own.1));
    map.click(("link", "Journey")).await;
    let map = Map::of(map.into_browser()).await;
    map.click(cell(1, 1)).await;
    map.write("Mine now").await;
    map.press("Enter").await;
    map.is_saved().await;
    let library = Library::of(map.into_browser());
    library.click(("link", "Orbita")).await;
    eventually!(library.titles().await.len(), 2);
}

async fn a_link_that_cannot_be_opened_says_why(engine: Engine) {
    let browser = Browser::start(engine).await;
    let good = address(&example());
    let changed = format!("{}{}", &good[..good.len() - 40], "A".repeat(40));
    let one_less = format!("{}{}", &good[..good.len() - 40], &good[good.len() - 39..]);
    let newer = good.replace("/o1.", "/o9.");
    for (address, why) in [
        (&good[..good.len() - 300], "The end of this link is missing"),
        (changed.as_str(), "This link was damaged on its way"),
        (one_less.as_str(), "This link was damaged on its way"),
        (newer.as_str(), "This link comes from a newer version of Orbita."),
        ("/#/view/hello", "This isn’t an Orbita link."),
        ("/#/view/", "This isn’t an Orbita link."),
    ] {
        browser.client.goto(&browser.address("/empty")).await.expect("the page loads");
        browser.open(address).await;
        browser.is_alerted(why).await;
        browser.sees(("link", "Library")).await;
    }
    // What chats put behind a link does no harm.
    for behind in [").", ">", "%20", ".", ",%20thanks"] {
        browser.client.goto(&browser.address("/empty")).await.expect("the page loads");
        browser.open(&format!("{good}{behind}")).await;
        browser.sees("[role=grid]").await;
    }
    // From one link to another without loading the page.
    browser.js::<()>("location.hash = '#/view/o9.abc'", json!([])).await;
    browser.is_alerted("newer version of Orbita").await;
    browser.js::<()>("history.back()", json!([])).await;
    browser.sees("[role=grid]").await;
}

async fn a_preview_speaks_russian_on_a_phone(engine: Engine) {
    let wish = Wish { language: "ru-RU", ..Wish::default() };
    let browser = Browser::start_for(engine, wish).await;
    browser.open_on_phone().await;
    let hash = address(&example());
    browser.js::<()>("location.hash = arguments[0]", json!([hash.trim_start_matches('/')])).await;
    browser.sees(("button", "Сохранить копию")).await;
    browser.sees(("button", "Следующий этап")).await;
    let wide = "return document.documentElement.scrollWidth > innerWidth";
    assert!(!browser.js::<bool>(wide, json!([])).await, "nothing sticks out to the side");
    browser.click(("button", "Поделиться")).await;
    browser.sees(("button", "Скопировать ссылку")).await;
    eventually!(browser.value("#share-address").await.contains("#/view/o1."), true);
    let sticks_out = "const dialog = document.querySelector('dialog[open]');
        return dialog.scrollWidth > dialog.clientWidth + 1;";
    assert!(!browser.js::<bool>(sticks_out, json!([])).await);
    browser.press("Escape").await;
    browser.click(("button", "Сохранить копию")).await;
    eventually!(browser.words("[role=status] .toast span").await, "Ваша копия сохранена в\u{a0}этом браузере.");
}

async fn what_comes_back_says_what_was_changed(engine: Engine) {
    let own = document::map("Own", 3, 5, 12);
    let read = |document: &serde_json::Value| envelope::read(&document.to_string()).expect("a document").engagement;
    let mut theirs = own.clone();
    let cards = theirs["engagement"]["cards"].as_object_mut().expect("the cards are an object");
    cards.values_mut().next().expect("a card")["text"] = json!("Said otherwise");
    let (map, _) = opened(engine, &address(&read(&theirs))).await;
    eventually!(
        map.words(".returned summary").await,
        "Compared with your project \u{201c}Own\u{201d}: 1 change on the maps."
    );
    map.click(".returned summary").await;
    eventually!(map.words(".returned .changes").await.contains("Said otherwise"), true);
    map.open(&address(&read(&own))).await;
    eventually!(
        map.words(".returned").await,
        "Maps and figures are the same as in your project \u{201c}Own\u{201d}."
    );
}
