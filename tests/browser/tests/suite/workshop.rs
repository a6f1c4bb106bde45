//! What a workshop leans on: its agenda and clock, and an undo that a reload does not take away.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    the_clock_outlasts_a_reload
    undo_and_redo_outlast_a_reload
    undo_of_a_move_goes_to_the_card
}

async fn the_clock_outlasts_a_reload(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.click(("button", "Agenda")).await;
    map.click(("button", "Use the two-hour agenda")).await;
    map.sees("[role=dialog] li, dialog li").await;
    let titles: Vec<String> = map.names("button").await;
    let steps: Vec<&str> = titles.iter().filter_map(|name| name.strip_prefix("Start: ")).collect();
    assert!(steps.len() > 2, "{titles:?}");
    let total = map.words(".agenda-total").await;
    assert!(total.starts_with(&format!("{} steps, ", steps.len())), "{total}");

    let minutes = "dialog .agenda-minutes input";
    let stated = map.value(minutes).await;
    for wrong in ["0", "999999", "12.5"] {
        map.click(minutes).await;
        map.press("Ctrl+a").await;
        map.write(wrong).await;
        map.press("Enter").await;
        eventually!(map.words(".agenda-step .slider-wrong").await, "Use whole minutes from 1 to 600");
        assert_eq!(map.value(minutes).await, wrong, "it stays to be corrected");
        map.press("Escape").await;
        eventually!(map.value(minutes).await, stated);
    }
    assert_eq!(map.words(".agenda-total").await, total);

    let cut = "return [...document.querySelectorAll(arguments[0])].filter((all) => all.scrollHeight > all.clientHeight
        || all.scrollWidth > all.clientWidth).map((all) => all.value ?? all.textContent)";
    assert_eq!(map.js::<Vec<String>>(cut, json!([".agenda-script"])).await, [""; 0], "what to say is there whole");
    map.click(("button", format!("Start: {}", steps[0]).as_str())).await;
    eventually!(map.shows("dialog[open]").await, false);
    assert_eq!(map.js::<Vec<String>>(cut, json!([".clock-script"])).await, [""; 0]);
    map.sees(("timer", "Time left")).await;
    map.click(("group button", "Next")).await;
    let on = format!("2/{} {}", steps.len(), steps[1]);
    eventually!(map.words(".clock-step").await, on);
    map.click(("group button", "Pause")).await;
    map.sees(("group button", "Resume")).await;
    // The time goes with its step when another one before it is taken out.
    map.click(".clock-step").await;
    map.click(("button", format!("Delete: {}", steps[0]).as_str())).await;
    let on = format!("1/{} {}", steps.len() - 1, steps[1]);
    eventually!(map.words(".clock-step").await, on);
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    // Five minutes more are five minutes more of the agenda.
    map.click(("group button", "+5 min")).await;
    let left = map.words(("timer", "Time left")).await;

    map.is_saved().await;
    map.reload().await;
    eventually!(map.words(".clock-step").await, on);
    map.sees(("group button", "Resume")).await;
    assert_eq!(map.words(("timer", "Time left")).await, left);
    map.click(("group button", "End")).await;
    eventually!(map.shows(("timer", "Time left")).await, false);
}

async fn undo_and_redo_outlast_a_reload(engine: Engine) {
    let map = Map::fresh(engine).await;
    for card in ["one", "two", "three"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    map.press("Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["one", "two"]);
    map.is_saved().await;
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["one", "two"]);
    map.press("Ctrl+Shift+Z").await;
    eventually!(map.cards(1, 1).await, ["one", "two", "three"]);
    map.press("Ctrl+Z Ctrl+Z Ctrl+Z").await;
    eventually!(map.card_count().await, 0);
    eventually!(map.attribute(("button", "Undo"), "aria-disabled").await, Some("true".into()));
}

async fn undo_of_a_move_goes_to_the_card(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    for card in ["one", "two", "three"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    let keyboard_is_on = async |card: &str| eventually!(map.keyboard().await, format!("option: {card}"));
    map.choose("two").await;
    map.press("Alt+ArrowRight").await;
    eventually!(map.cards(2, 1).await, ["two"]);
    map.press("Ctrl+z").await;
    eventually!(map.cards(1, 1).await, ["one", "two", "three"]);
    keyboard_is_on("two").await;
    map.press("Ctrl+Shift+z").await;
    eventually!(map.cards(2, 1).await, ["two"]);
    keyboard_is_on("two").await;
    map.press("Ctrl+z").await;
    keyboard_is_on("two").await;
    // Of two that changed places the one that was moved.
    map.press("Alt+ArrowDown").await;
    eventually!(map.cards(1, 1).await, ["one", "three", "two"]);
    map.press("Ctrl+z").await;
    eventually!(map.cards(1, 1).await, ["one", "two", "three"]);
    keyboard_is_on("two").await;
    map.press("Delete").await;
    eventually!(map.cards(1, 1).await, ["one", "three"]);
    let stages = map.stages().await;

    // A stage that undo takes away leaves the keyboard at the one before.
    map.click(cell(3, 1)).await;
    map.press("ArrowUp").await;
    eventually!(map.keyboard().await.starts_with("columnheader: "), true);
    let third = map.keyboard().await;
    map.press("Alt+Enter Escape").await;
    eventually!(map.stages().await.len(), stages.len() + 1);
    eventually!(map.keyboard().await.starts_with("columnheader: "), true);
    assert_ne!(map.keyboard().await, third);
    map.press("Ctrl+z").await;
    eventually!(map.stages().await, stages);
    eventually!(map.keyboard().await, third);
}
