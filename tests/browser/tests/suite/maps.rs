//! Several maps in one engagement.

use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    an_engagement_holds_several_maps
    the_last_map_is_deleted_and_comes_back
    the_page_is_called_by_its_screen_and_project
}

async fn an_engagement_holds_several_maps(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First").await;
    map.press("Enter").await;
    map.click(("button", "Untitled map")).await;
    eventually!(map.keyboard().await, "textbox: Title");
    // In place: Enter keeps it, and a second click does nothing.
    map.write("Today").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "button: Today");
    map.click(("button", "Map details: As-is")).await;
    eventually!(map.keyboard().await, "textbox: Title");
    map.press("Tab").await;
    map.write("A head of learning").await;
    map.press("Tab").await;
    map.write("A year with us").await;
    map.press("Enter").await;
    eventually!(map.shows("dialog[open]").await, false);
    eventually!(map.keyboard().await, "button: Map details: As-is");
    assert!(map.words("main").await.contains("As-is A head of learning · A year with us"));

    let switch = async |line: &str| map.choose_in_menu("Untitled project", line).await;
    switch("Duplicate this map").await;
    map.sees(("button", "Today (copy)")).await;
    eventually!(map.cards(1, 1).await, ["First"]);
    map.click(("button", "Map details: As-is")).await;
    map.press("Ctrl+A").await;
    map.write("Tomorrow").await;
    map.click(("radio", "To-be")).await;
    map.press("Enter").await;
    map.sees(("button", "Tomorrow")).await;

    switch("Add map").await;
    map.sees(("button", "Untitled map")).await;
    eventually!(map.card_count().await, 0);
    map.write("Third").await;
    map.press("Enter").await;
    map.click(("button", "Untitled project")).await;
    eventually!(map.names("menuitemcheckbox").await, ["Today (As-is)", "Tomorrow (To-be)", "Untitled map (As-is)"]);
    eventually!(map.attribute(("menuitemcheckbox", "Untitled map (As-is)"), "aria-checked").await, Some("true".into()));
    map.click(("menuitemcheckbox", "Tomorrow (To-be)")).await;
    map.sees(("button", "Tomorrow")).await;
    eventually!(map.cards(1, 1).await, ["First"]);

    switch("Delete this map").await;
    eventually!(map.words("[role=status] .toast span").await, "Deleted the map “Tomorrow”");
    map.sees(("button", "Today")).await;
    map.undo_by_toast().await;
    map.sees(("button", "Tomorrow")).await;
    eventually!(map.cards(1, 1).await, ["First"]);

    // The address names the map: a reload stays on it.
    map.is_saved().await;
    map.reload().await;
    map.sees(("button", "Tomorrow")).await;
    switch("Rename project…").await;
    eventually!(map.keyboard().await, "textbox: Title");
    map.write("Kurs").await;
    map.press("Enter").await;
    map.sees(("button", "Kurs")).await;
}

async fn the_last_map_is_deleted_and_comes_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First").await;
    map.press("Enter").await;
    map.choose_in_menu("Untitled project", "Delete this map").await;
    let is_gone = async || map.sees(("heading", "No map in this project")).await;
    let is_back = async || eventually!(map.cards(1, 1).await, ["First"]);
    is_gone().await;
    map.click(("button", "Undo")).await;
    is_back().await;
    map.click(("button", "Redo")).await;
    is_gone().await;
    map.press("Ctrl+z").await;
    is_back().await;
    map.press("Ctrl+Shift+z").await;
    is_gone().await;
    map.reload().await;
    is_gone().await;
    map.click(("button", "Undo")).await;
    is_back().await;
}

async fn the_page_is_called_by_its_screen_and_project(engine: Engine) {
    let map = Map::fresh(engine).await;
    let title = async || -> String { map.js("return document.title", json!([])).await };
    eventually!(title().await, "Journey · Untitled project · Orbita");
    map.choose_in_menu("Untitled project", "Rename project…").await;
    map.write("Kurs+").await;
    map.press("Enter").await;
    eventually!(title().await, "Journey · Kurs+ · Orbita");
    map.click(("link", "Economics")).await;
    eventually!(title().await, "Economics · Kurs+ · Orbita");
    map.click(("link", "Library")).await;
    eventually!(title().await, "Orbita: journey maps that keep clients");
}
