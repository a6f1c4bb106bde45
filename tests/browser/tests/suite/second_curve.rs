//! The second curve: added, drawn by keys and by pointer, named, taken away and brought back.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_second_curve_is_drawn_and_named
}

async fn a_second_curve_is_drawn_and_named(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.choose_in_menu("More", "Comparison curve…").await;
    eventually!(map.keyboard().await, "textbox: Curve name");
    map.write("New buyer").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "gridcell: Emotion, Stage 1");

    // Enter goes in, on to the second curve, and out.
    map.press("Enter Enter").await;
    eventually!(map.keyboard().await, "slider: New buyer, Stage 1");
    map.press("5 ArrowDown ArrowRight 2").await;
    eventually!(level(&map, "New buyer, Stage 1").await, "+1.5");
    eventually!(level(&map, "New buyer, Stage 2").await, "−1");
    eventually!(map.emotion("Stage 1").await, "no level");
    map.press("Enter").await;
    eventually!(map.keyboard().await, "gridcell: Emotion, Stage 2");
    eventually!(runs(&map).await, 1);
    eventually!(map.words(".curve-name").await, "New buyer");

    let from = map.point(("slider", "New buyer, Stage 2")).await;
    let (_, top, _, height) = map.place(cell(2, 4)).await;
    map.drag(from, (from.0, top + height * 0.02)).await;
    eventually!(level(&map, "New buyer, Stage 2").await, "+2");

    map.choose_in_menu("More", "Comparison curve…").await;
    map.click(("textbox", "Curve name")).await;
    map.press("End").await;
    map.write("s").await;
    map.press("Enter").await;
    eventually!(level(&map, "New buyers, Stage 1").await, "+1.5");

    map.choose_in_menu("More", "Comparison curve…").await;
    map.click(("button", "Remove curve")).await;
    eventually!(map.shows(".point.second").await, false);
    eventually!(runs(&map).await, 0);
    map.undo_by_toast().await;
    eventually!(level(&map, "New buyers, Stage 2").await, "+2");
    map.is_saved().await;
    map.reload().await;
    eventually!(level(&map, "New buyers, Stage 1").await, "+1.5");
}

async fn level(map: &Map, slider: &str) -> String {
    map.attribute(("slider", slider), "aria-valuetext").await.unwrap_or_default()
}

/// In how many pieces the second curve is drawn.
async fn runs(map: &Map) -> usize {
    let script = "return (document.querySelector('.second-line').getAttribute('d') ?? '').split('M').length - 1";
    map.js(script, json!([])).await
}
