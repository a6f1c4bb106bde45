//! Rating together: a key for each voice, median and spread on the map, votes that are kept.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_room_rates_by_keys
    a_room_rates_by_pointer_and_clears
}

async fn a_room_rates_by_keys(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.click(cell(2, 1)).await;
    map.press("Alt+r").await;
    eventually!(map.keyboard().await, "group: Vote on emotion");
    map.press("1 5 4").await;
    // A key that is held down is one voice.
    let held = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: '1', code: 'Digit1', repeat: true, bubbles: true, cancelable: true }))";
    map.js::<()>(held, json!([])).await;
    eventually!(map.emotion("Stage 2").await, "+1, end, 3 votes, median +1, from −2 to +2");
    eventually!(said(&map).await, "Stage 2 2/5 3 votes, median +1, from −2 to +2");
    eventually!(map.shows(format!("{} .whisker", cell(2, 4))).await, true);

    // Of two voices in the middle the curve takes what lies between them.
    map.press("ArrowRight 2 3").await;
    eventually!(map.emotion("Stage 3").await, "−0.5, lowest, biggest drop, end, 2 votes, median −0.5, from −1 to 0");

    // The last vote goes back, also when its stage is not lit any more.
    map.press("ArrowRight Backspace").await;
    eventually!(said(&map).await, "Stage 3 3/5 1 vote, −1");
    map.press("Ctrl+z Ctrl+z").await;
    eventually!(map.emotion("Stage 3").await, "no level");
    eventually!(map.emotion("Stage 2").await, "0, end, 2 votes, median 0, from −2 to +2");
    map.press("3").await;

    map.press("Escape").await;
    eventually!(map.shows(("group", "Vote on emotion")).await, false);
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 2");
    map.is_saved().await;
    map.reload().await;
    eventually!(map.emotion("Stage 2").await, "0, end, 3 votes, median 0, from −2 to +2");
}

async fn a_room_rates_by_pointer_and_clears(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.choose_in_menu("More", "Vote on emotion").await;
    map.click(("button", "Vote −1")).await;
    map.click(("button", "Vote −1")).await;
    map.click(("button", "Vote +2")).await;
    eventually!(map.emotion("Stage 1").await, "−1, end, 3 votes, median −1, from −1 to +2");
    eventually!(map.words(("button", "Vote −1")).await, "Vote −1 2 −1 2");
    map.click(("button", "Undo last vote")).await;
    eventually!(said(&map).await, "Stage 1 1/5 2 votes, all −1");
    eventually!(map.shows(".whisker").await, false);

    // Hidden until all have voted: how many there are is all that is seen.
    map.click(("button", "Hide votes")).await;
    eventually!(said(&map).await, "Stage 1 1/5 2 votes, hidden");
    eventually!(
        map.js::<String>("return getComputedStyle(document.querySelector('.point')).visibility", json!([])).await,
        "hidden"
    );
    map.click(("button", "Show votes")).await;
    eventually!(said(&map).await, "Stage 1 1/5 2 votes, all −1");

    map.click(("button", "Clear votes")).await;
    eventually!(said(&map).await, "Stage 1 1/5 no votes yet");
    eventually!(map.emotion("Stage 1").await, "−1, end");
    map.undo_by_toast().await;
    eventually!(said(&map).await, "Stage 1 1/5 2 votes, all −1");
    map.click(("button", "Next stage")).await;
    eventually!(said(&map).await, "Stage 2 2/5 no votes yet");
    map.click(("button", "Done")).await;
    eventually!(map.shows(".rate").await, false);
}

/// What the bar tells those who cannot see it.
async fn said(map: &Map) -> String {
    map.js("return tidy(document.querySelector('.rate [role=status]').innerText)", json!([])).await
}
