//! Searching and filtering the map, and several cards at once.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    the_map_is_searched_and_filtered
    chosen_cards_are_moved_tagged_and_deleted
}

/// A map with cards of two owners.
async fn some_cards(engine: Engine) -> Map {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.press("Ctrl+K").await;
    for line in ["Late answer", "!Late invoice 2x2 @Anna #board", "!No answer @Boris", "+Answer at once"] {
        map.write(line).await;
        map.press("Enter").await;
    }
    eventually!(map.card_count().await, 4);
    map.press("Escape").await;
    map
}

/// Makes a choice of a list by its words, as a person would in the list that the browser draws.
async fn choose(map: &Map, list: &str, words: &str) {
    let script = "const list = one(['combobox', arguments[0]]);
        list.selectedIndex = [...list.options].findIndex((option) => option.text === arguments[1]);
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    map.js(script, json!([list, words])).await
}

/// The texts of the cards that stand out.
async fn found(map: &Map) -> Vec<String> {
    map.js("return [...document.querySelectorAll('.card.found')].map(named)", json!([])).await
}

async fn the_map_is_searched_and_filtered(engine: Engine) {
    let map = some_cards(engine).await;
    map.press("/").await;
    eventually!(map.keyboard().await, "searchbox: Find in the map");
    map.write("LATE").await;
    eventually!(map.words("[role=search] [role=status]").await, "2 found");
    assert_eq!(found(&map).await, ["Late answer", "Late invoice"]);
    map.press("Enter Enter").await;
    eventually!(map.words("[role=search] [role=status]").await, "2 of 2");
    // Enter on a button presses it.
    map.js::<()>("one(['button', 'Previous']).focus()", json!([])).await;
    map.press("Enter").await;
    eventually!(map.words("[role=search] [role=status]").await, "1 of 2");
    map.click(("searchbox", "Find in the map")).await;
    map.press("Enter").await;
    eventually!(map.words("[role=search] [role=status]").await, "2 of 2");
    assert_eq!(map.keyboard().await, "searchbox: Find in the map");
    map.press("Ctrl+A Delete").await;
    eventually!(found(&map).await.len(), 0);
    for (list, choice, cards) in [
        ("Lane", "Friction", vec!["Late invoice", "No answer"]),
        ("Owner", "Boris", vec!["No answer"]),
        ("Owner", "Owner", vec!["Late invoice", "No answer"]),
        ("Tag", "board", vec!["Late invoice"]),
    ] {
        choose(&map, list, choice).await;
        eventually!(found(&map).await, cards);
    }
    map.click(("button", "Next")).await;
    eventually!(map.words("[role=search] [role=status]").await, "1 of 1");
    map.click(("searchbox", "Find in the map")).await;
    // What was typed into the search is taken back there, and nothing of the map.
    map.write("x").await;
    map.press("Ctrl+z Ctrl+z Ctrl+z").await;
    map.press("Escape").await;
    eventually!(map.shows("[role=search]").await, false);
    eventually!(map.keyboard().await, "option: Late invoice");
    assert_eq!(map.card_count().await, 4);
    assert_eq!(found(&map).await.len(), 0);
}

async fn chosen_cards_are_moved_tagged_and_deleted(engine: Engine) {
    let map = some_cards(engine).await;
    map.click(("option", "Late invoice")).await;
    map.press("Shift+ArrowDown").await;
    eventually!(map.words("[role=group] [role=status]").await, "2 selected");
    // Keys take all of them along, and their copies are chosen instead.
    map.press("Alt+ArrowRight").await;
    eventually!(map.cards(2, 5).await, ["Late invoice", "No answer"]);
    map.press("Alt+ArrowLeft Ctrl+d").await;
    eventually!(map.cards(1, 5).await, ["Late invoice", "No answer", "Late invoice", "No answer"]);
    map.press("Alt+ArrowUp").await;
    eventually!(map.cards(1, 5).await, ["Late invoice", "Late invoice", "No answer", "No answer"]);
    eventually!(map.words("[role=group] [role=status]").await, "2 selected");
    map.press("Ctrl+z Ctrl+z").await;
    eventually!(map.cards(1, 5).await, ["Late invoice", "No answer"]);
    map.press("Escape").await;
    map.click(("option", "Late invoice")).await;
    map.press("Shift+ArrowDown").await;
    eventually!(map.words("[role=group] [role=status]").await, "2 selected");
    map.press("ArrowRight").await;
    map.click(("button", "Move here")).await;
    eventually!(map.cards(2, 5).await, ["Late invoice", "No answer"]);
    eventually!(map.cards(1, 5).await.len(), 0);

    map.click(("textbox", "Tag")).await;
    map.write("today").await;
    map.press("Enter").await;
    eventually!(map.attribute(("option", "No answer"), "data-tags").await.as_deref(), Some("#today"));
    eventually!(map.attribute(("option", "Late invoice"), "data-tags").await.as_deref(), Some("#board #today"));

    map.click(("group button", "Delete")).await;
    eventually!(map.card_count().await, 2);
    eventually!(map.words("[role=status] .toast span").await, "Deleted 2 cards");
    map.undo_by_toast().await;
    eventually!(map.cards(2, 5).await, ["Late invoice", "No answer"]);
    // One step back each.
    map.click(cell(3, 1)).await;
    map.press("Ctrl+Z").await;
    eventually!(map.attribute(("option", "Late invoice"), "data-tags").await.as_deref(), Some("#board"));
    map.press("Ctrl+Z").await;
    eventually!(map.cards(1, 5).await, ["Late invoice", "No answer"]);
    map.press("Escape").await;
    eventually!(map.shows(("group", "Selected cards")).await, false);
}
