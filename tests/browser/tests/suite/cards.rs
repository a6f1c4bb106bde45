//! Cards: written, edited, moved and deleted by keyboard.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    cards_are_written_and_edited_in_place
    an_input_method_ends_nothing
    an_emoji_typed_in_two_strokes_stays_whole
    cards_move_and_are_deleted_by_keys
}

async fn cards_are_written_and_edited_in_place(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Asks").await;
    eventually!(map.keyboard().await, "textbox: Card text");
    map.press("Enter").await;
    eventually!(map.keyboard().await, "option: Asks");

    map.press("Enter").await;
    map.write(" for").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Asks for"]);
    map.press("F2").await;
    map.write(" an offer").await;
    map.press("Shift+Enter").await;
    map.write("by Friday").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Asks for an offer\nby Friday"]);
    map.double_click("[data-card]").await;
    map.write("!").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Asks for an offer\nby Friday!"]);
    eventually!(map.keyboard().await, "option: Asks for an offer by Friday!");

    // On a card, typing starts the next one; what was typed in one go is taken back in one step.
    map.write("Waits").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Asks for an offer\nby Friday!", "Waits"]);
    map.press("Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["Asks for an offer\nby Friday!"]);
    map.press("Ctrl+Z Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["Asks for"]);

    // A card whose words are all rubbed out is gone, and comes back with its words.
    map.press("Enter Ctrl+A Delete Enter").await;
    eventually!(map.card_count().await, 0);
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 1");
    eventually!(map.words("[role=status] .toast span").await, "Card deleted");
    map.press("Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["Asks for"]);

    // An editor that was opened and left makes nothing.
    map.click(cell(2, 1)).await;
    map.press("Enter Escape").await;
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 2");
    assert_eq!(map.card_count().await, 1);
}

/// Some keyboards type an emoji in two strokes; the page has time to draw between them.
async fn an_emoji_typed_in_two_strokes_stays_whole(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Glad").await;
    eventually!(map.keyboard().await, "textbox: Card text");
    let strokes = "const field = document.activeElement;
        for (const half of ['\\ud83d', '\\ude00']) {
            field.setRangeText(half, field.selectionStart, field.selectionEnd, 'end');
            field.dispatchEvent(new InputEvent('input', { data: half, inputType: 'insertText', bubbles: true }));
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
        }
        return field.value;";
    assert_eq!(map.js_later::<String>(strokes, json!([])).await, "Glad\u{1f600}");
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Glad\u{1f600}"]);
    map.is_saved().await;
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["Glad\u{1f600}"]);
}

/// Drivers have no input methods: the events of one are made by hand, as browsers send them.
const COMPOSE: &str = "const key = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key, bubbles: true, cancelable: true, isComposing: true, ...more }));
    const compose = (kind, data) => document.activeElement.dispatchEvent(new CompositionEvent(kind, { data, bubbles: true }));
    const enter = (text) => {
        document.activeElement.value = text;
        const how = { data: text, bubbles: true, isComposing: true, inputType: 'insertCompositionText' };
        document.activeElement.dispatchEvent(new InputEvent('input', how));
    };";

async fn an_input_method_ends_nothing(engine: Engine) {
    let map = Map::fresh(engine).await;
    let compose = async |script: &str| map.js::<()>(&format!("{COMPOSE}\n{script}"), json!([])).await;
    compose("key('Process', { keyCode: 229, isComposing: false });").await;
    eventually!(map.keyboard().await, "textbox: Card text");
    compose("compose('compositionstart', ''); enter('かn'); key('Enter'); key('Escape'); key('ArrowLeft');").await;
    assert_eq!(map.keyboard().await, "textbox: Card text");
    assert_eq!(map.value(("textbox", "Card text")).await, "かn");
    compose("enter('感'); compose('compositionend', '感');").await;
    eventually!(map.cards(1, 1).await, ["感"]);
    map.press("Enter").await;
    eventually!(map.keyboard().await, "option: 感");
    eventually!(map.cards(1, 1).await, ["感"]);
}

async fn cards_move_and_are_deleted_by_keys(engine: Engine) {
    let map = Map::fresh(engine).await;
    for card in ["one", "two"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    map.press("Alt+ArrowUp").await;
    eventually!(map.cards(1, 1).await, ["two", "one"]);
    map.press("Alt+ArrowDown").await;
    eventually!(map.cards(1, 1).await, ["one", "two"]);
    map.press("Alt+ArrowDown").await;
    eventually!(map.cards(1, 2).await, ["two"]);
    map.press("Alt+ArrowDown").await;
    eventually!(map.cards(1, 3).await, ["two"]);
    map.press("Alt+ArrowDown").await;
    eventually!(map.cards(1, 5).await, ["two"]);
    map.press("Alt+ArrowRight Alt+ArrowRight Alt+ArrowLeft").await;
    eventually!(map.cards(2, 5).await, ["two"]);
    map.press("Alt+ArrowUp").await;
    eventually!(map.cards(2, 3).await, ["two"]);
    eventually!(map.keyboard().await, "option: two");

    map.press("Ctrl+D").await;
    eventually!(map.cards(2, 3).await, ["two", "two"]);
    map.press("Delete").await;
    eventually!(map.cards(2, 3).await, ["two"]);
    eventually!(map.keyboard().await, "option: two");
    map.press("Delete").await;
    eventually!(map.cards(2, 3).await.len(), 0);
    eventually!(map.keyboard().await, "gridcell: Thoughts, Stage 2");
    eventually!(map.words("[role=status] .toast span").await, "Card deleted");
    map.undo_by_toast().await;
    eventually!(map.cards(2, 3).await, ["two"]);
    eventually!(map.keyboard().await, "option: two");
    assert!(!map.shows("dialog[open]").await, "deleting asks nothing");

    // Past the next change the toast would take back another step: it goes.
    map.press("Delete").await;
    eventually!(map.words("[role=status] .toast span").await, "Card deleted");
    map.press("Ctrl+k").await;
    map.write("After it").await;
    map.press("Enter").await;
    eventually!(map.shows(".toast").await, false);
}
