//! A map of many cards: what is not shown is not built, and is there as soon as somebody comes to it.

use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_crowded_cell_holds_all_its_cards
    a_long_ranking_shows_its_top_and_more_at_a_wish
    where_it_is_narrow_the_ranking_is_a_drawer
}

/// Two stages of four lanes with twenty cards in each cell; the friction lane is the fifth.
async fn crowd(engine: Engine) -> Map {
    Map::stored(engine, &document::map("Crowd", 2, 5, 160)).await
}

/// The texts of the cards of a cell that are shown.
async fn shown(map: &Map, cell: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(`[data-cell='${arguments[0]}'] [data-card]`)].filter(shown).map(named)";
    map.js(script, json!([cell])).await
}

async fn search(map: &Map, words: &str) {
    map.press("/").await;
    eventually!(map.keyboard().await, "searchbox: Find in the map");
    map.write(words).await;
    eventually!(map.words("[role=search] [role=status]").await, "1 found");
}

async fn a_crowded_cell_holds_all_its_cards(engine: Engine) {
    let map = crowd(engine).await;
    eventually!(map.keyboard().await, "option: Card number 1");
    eventually!(shown(&map, "1,1").await.len(), 20);
    let first = ["Card number 81", "Card number 82", "Card number 83"];
    assert_eq!(shown(&map, "2,1").await, first);
    eventually!(map.words("[data-cell='2,1'] .more").await, "+17 more");

    // The keyboard comes to the last as to the first, and types into it.
    map.press("ArrowRight").await;
    eventually!(map.keyboard().await, "option: Card number 81");
    eventually!(shown(&map, "2,1").await.len(), 20);
    map.press(&["ArrowDown"; 19].join(" ")).await;
    eventually!(map.keyboard().await, "option: Card number 100");
    map.press("F2").await;
    map.write("!").await;
    map.press("Enter ArrowLeft").await;
    eventually!(shown(&map, "2,1").await, first);
    eventually!(shown(&map, "1,1").await.len(), 20);

    // What is found is shown, though nobody has been there; Escape leaves the keyboard on it.
    search(&map, "number 100!").await;
    eventually!(shown(&map, "2,1").await, [first.as_slice(), &["Card number 100!"]].concat());
    map.press("Ctrl+A").await;
    map.write("number 80").await;
    eventually!(shown(&map, "1,5").await.last().map(String::as_str), Some("Card number 80"));
    assert_eq!(shown(&map, "1,5").await.len(), 4);
    map.press("Enter Escape").await;
    eventually!(map.keyboard().await, "option: Card number 80");
    eventually!(shown(&map, "1,5").await.len(), 20);

    // A card that is deleted there and brought back stands where it stood.
    map.press("Delete").await;
    eventually!(shown(&map, "1,5").await.len(), 19);
    map.press("Ctrl+Z").await;
    eventually!(shown(&map, "1,5").await.last().map(String::as_str), Some("Card number 80"));
}

async fn a_long_ranking_shows_its_top_and_more_at_a_wish(engine: Engine) {
    let map = crowd(engine).await;
    let rows = async || map.js::<usize>("return document.querySelectorAll('.ranked').length", json!([])).await;
    eventually!(rows().await, 30);
    // One that the keyboard is on stands in the list, however low.
    search(&map, "number 146").await;
    map.press("Enter Escape").await;
    eventually!(map.words(".ranked.open .ranked-title").await, "Card number 146");
    assert_eq!(rows().await, 30);
    search(&map, "number 156").await;
    map.press("Enter Escape").await;
    eventually!(map.words(".ranked.open .ranked-title").await, "Card number 156");
    assert_eq!(rows().await, 36);
    map.click(("button", "+4 more")).await;
    eventually!(rows().await, 40);
    eventually!(map.shows(".ranked-more").await, false);
}

/// Whether the ranking can be seen.
async fn seen(map: &Map) -> String {
    map.js("return getComputedStyle(document.querySelector('#ranking')).visibility", json!([])).await
}

async fn where_it_is_narrow_the_ranking_is_a_drawer(engine: Engine) {
    let map = crowd(engine).await;
    map.resize(1024, 768).await;
    eventually!(seen(&map).await, "hidden");
    map.click("#drawer-button").await;
    eventually!(seen(&map).await, "visible");
    eventually!(map.attribute("#drawer-button", "aria-expanded").await, Some("true".into()));
    // A row gives the keyboard to its card; Esc closes the drawer from there, too.
    map.click("#ranking .ranked-row").await;
    eventually!(map.keyboard().await.starts_with("option: "), true);
    map.press("Escape").await;
    eventually!(seen(&map).await, "hidden");
    map.resize(1280, 800).await;
    eventually!(seen(&map).await, "visible");
}
