//! Lanes: added, named, moved, hidden, deleted.

use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    lanes_are_drawn
    the_name_of_a_tall_lane_stays_in_sight
}

async fn lanes_are_drawn(engine: Engine) {
    let map = Map::fresh(engine).await;
    let first = ["Actions", "Touchpoints", "Thoughts", "Emotion", "Friction", "Opportunities"];
    eventually!(map.lanes().await, first);
    map.write("Calls").await;
    map.press("Enter").await;

    // One of every kind; a map has one emotion lane, and a free lane asks for its name at once.
    for kind in ["Actions", "Touchpoints", "Thoughts", "Friction", "Opportunities", "Backstage", "Pulse"] {
        map.choose_in_menu("Add lane", kind).await;
        eventually!(map.keyboard().await, format!("rowheader: {kind}"));
    }
    map.click(("button", "Add lane")).await;
    eventually!(map.attribute(("menuitem", "Emotion"), "aria-disabled").await, Some("true".into()));
    map.choose_line("Custom lane").await;
    eventually!(map.keyboard().await, "textbox: Lane name");
    map.write("Risks").await;
    map.press("Enter").await;
    let added = ["Actions", "Touchpoints", "Thoughts", "Friction", "Opportunities", "Backstage", "Pulse", "Risks"];
    eventually!(map.lanes().await, [&first[..], &added[..]].concat());
    eventually!(map.keyboard().await, "rowheader: Risks");

    map.press("F2").await;
    map.write("Threats").await;
    map.press("Enter").await;
    eventually!(map.lanes().await.last().map(String::as_str), Some("Threats"));
    map.press(&"Ctrl+Z ".repeat(9)).await;
    eventually!(map.lanes().await, [&first[..], &["Actions"]].concat());
    map.press("Ctrl+Z").await;
    eventually!(map.lanes().await, first);

    map.choose_in_menu("More: Friction", "Hide").await;
    eventually!(map.lanes().await.len(), 5);
    map.undo_by_toast().await;
    eventually!(map.lanes().await, first);

    // Moved past a hidden lane, a lane goes to where the next shown one is.
    map.choose_in_menu("More: Touchpoints", "Hide").await;
    eventually!(map.lanes().await, ["Actions", "Thoughts", "Emotion", "Friction", "Opportunities"]);
    eventually!(map.keyboard().await, "rowheader: Thoughts");
    map.click(("rowheader", "Actions")).await;
    map.press("Alt+ArrowDown").await;
    eventually!(map.lanes().await, ["Thoughts", "Actions", "Emotion", "Friction", "Opportunities"]);
    eventually!(map.cards(1, 2).await, ["Calls"]);
    eventually!(map.keyboard().await, "rowheader: Actions");
    map.press("Alt+ArrowUp").await;
    eventually!(map.cards(1, 1).await, ["Calls"]);
    map.click(("button", "Lanes 5/6")).await;
    eventually!(map.attribute(("menuitemcheckbox", "Touchpoints"), "aria-checked").await, Some("false".into()));
    map.click(("menuitemcheckbox", "Touchpoints")).await;
    eventually!(map.lanes().await[..3], ["Touchpoints", "Actions", "Thoughts"]);

    map.click(("rowheader", "Actions")).await;
    eventually!(map.keyboard().await, "rowheader: Actions");
    map.press("Delete").await;
    eventually!(map.lanes().await.contains(&"Actions".into()), false);
    eventually!(map.words("[role=status] .toast span").await, "Deleted the lane “Actions” and 1 card");
    map.undo_by_toast().await;
    eventually!(map.cards(1, 2).await, ["Calls"]);
    map.click(("rowheader", "Actions")).await;
    map.press("Alt+Enter").await;
    map.write("Doubts").await;
    map.press("Enter").await;
    eventually!(map.lanes().await[..3], ["Touchpoints", "Actions", "Doubts"]);
}

async fn the_name_of_a_tall_lane_stays_in_sight(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    let script = "const row = document.querySelector('.row.lane');
        row.style.minHeight = '1200px';
        document.querySelector('#map-scroll').scrollTop = 500;
        const bottom = document.querySelector('.row.heads').getBoundingClientRect().bottom;
        return row.querySelector('.lane-name').getBoundingClientRect().top - bottom;";
    let below: f64 = map.js(script, json!([])).await;
    assert!((-4.0..40.0).contains(&below), "{below} px below the heads");
}
