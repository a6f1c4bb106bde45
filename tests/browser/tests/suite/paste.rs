//! Pasting lists and blocks of a spreadsheet.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    lines_and_blocks_fill_the_map
    a_huge_paste_asks_once
    a_table_with_lanes_is_a_map_or_cells
}

/// Pastes a text where the keyboard is: no driver has a clipboard of its own.
async fn paste(map: &Map, text: &str) {
    let script = "const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
            // Firefox has its own way to say it.
            { clipboardData, data: arguments[0], dataType: 'text/plain', bubbles: true, cancelable: true }));";
    map.js(script, json!([text])).await
}

async fn lines_and_blocks_fill_the_map(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    paste(&map, "- Calls\n\u{2022} Waits\r\n3. Asks again\n").await;
    eventually!(map.cards(1, 1).await, ["Calls", "Waits", "Asks again"]);
    map.press("Ctrl+Z").await;
    eventually!(map.card_count().await, 0);

    // Beyond the last stage there are new ones.
    map.click(cell(5, 1)).await;
    paste(&map, "Pays\tReads\tLeaves\nBank\t\"two\nlines\"\t\n").await;
    eventually!(map.stages().await.len(), 7);
    eventually!(map.cards(5, 1).await, ["Pays"]);
    eventually!(map.cards(6, 1).await, ["Reads"]);
    eventually!(map.cards(7, 1).await, ["Leaves"]);
    eventually!(map.cards(5, 2).await, ["Bank"]);
    eventually!(map.cards(6, 2).await, ["two\nlines"]);
    map.press("Ctrl+Z").await;
    eventually!(map.stages().await.len(), 5);
    eventually!(map.card_count().await, 0);

    // In the one-line input several lines are cards, and it keeps the keyboard.
    map.press("Ctrl+K").await;
    paste(&map, "One\nTwo").await;
    eventually!(map.card_count().await, 2);
    assert_eq!(map.keyboard().await, "textbox: Add to map");
}

async fn a_huge_paste_asks_once(engine: Engine) {
    let map = Map::fresh(engine).await;
    let lines: Vec<String> = (1..=2000).map(|line| format!("Line {line}")).collect();
    paste(&map, &lines.join("\n")).await;
    map.sees(("dialog", "Paste all of it?")).await;
    map.click(("button", "Don\u{2019}t paste")).await;
    eventually!(map.shows("dialog[open]").await, false);
    assert_eq!(map.card_count().await, 0);

    eventually!(map.keyboard().await, "gridcell: Actions, Stage 1");
    paste(&map, &lines.join("\n")).await;
    map.click(("button", "Paste all")).await;
    eventually!(map.card_count().await, 2000);
    let cards = map.cards(1, 1).await;
    assert!(cards.iter().eq(lines.iter()), "in their order");
    map.press("Ctrl+Z").await;
    eventually!(map.card_count().await, 0);
}

async fn a_table_with_lanes_is_a_map_or_cells(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    let table = "\tChoose\tBuy\nActions\tCalls\tSigns\nFriction\tNo price\tLong\n";
    paste(&map, table).await;
    map.sees(("dialog", "Import this map?")).await;
    assert!(map.words(("dialog", "Import this map?")).await.contains("2 stages, 2 lanes, 4 cards."));
    map.click(("button", "Paste as cells")).await;
    eventually!(map.cards(2, 2).await, ["Calls"]);
    map.press("Ctrl+Z").await;
    eventually!(map.card_count().await, 0);

    map.click(cell(1, 1)).await;
    paste(&map, table).await;
    map.click(("dialog button", "Add as a map")).await;
    eventually!(map.stages().await, ["Choose", "Buy"]);
    assert_eq!(map.lanes().await, ["Actions", "Friction"]);
}
