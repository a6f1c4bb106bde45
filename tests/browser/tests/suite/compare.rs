//! As it is and as it will be, side by side.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    two_maps_stand_side_by_side
}

async fn two_maps_stand_side_by_side(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.click(cell(1, 4)).await;
    map.press("2 ArrowRight 1").await;
    map.click(cell(2, 5)).await;
    map.write("Slow").await;
    map.press("Enter ArrowRight").await;
    map.choose("Slow").await;
    map.press("4 Shift+5").await;
    map.choose_in_menu("More", "Compare with another map…").await;
    map.sees(("dialog", "Compare maps")).await;

    // There is none yet: it is made on the spot, and one step takes it back.
    map.click(("button", "Make a to-be map")).await;
    eventually!(map.words(".map-head .chip").await, "To-be");
    map.undo_by_toast().await;
    eventually!(map.words(".map-head .chip").await, "As-is");
    map.choose_in_menu("More", "Make a to-be map").await;
    eventually!(map.words(".map-head .chip").await, "To-be");
    eventually!(map.emotion("Stage 1").await, "−1, peak");

    map.click(cell(1, 4)).await;
    map.press("5 ArrowRight ArrowRight 4").await;
    map.choose_in_menu("More", "Compare with another map…").await;
    eventually!(
        rows(&map).await[..3].to_vec(),
        ["Stage 1|−1|+2|+3|0|0", "Stage 2|−2|−2|0|20|20", "Stage 3|–|+1|–|0|0",]
    );
    eventually!(map.js::<usize>("return document.querySelectorAll('.gap-line').length", json!([])).await, 1);
    map.press("Escape").await;
    eventually!(map.keyboard().await, "button: More");

    // A stage that only one of them has says so.
    map.click(("button", "Add stage")).await;
    map.press("Escape").await;
    map.choose_in_menu("More", "Compare with another map…").await;
    eventually!(rows(&map).await.len(), 6);
    eventually!(rows(&map).await[5].clone(), "Stage 6only here: To-be|–|–|–|–|0");
}

/// The rows of the table.
async fn rows(map: &Map) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.compare-table tbody tr')]
        .map((row) => [...row.cells].map((cell) => tidy(cell.textContent)).join('|'))";
    map.js(script, json!([])).await
}
