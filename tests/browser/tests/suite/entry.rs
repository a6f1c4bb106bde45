//! The one-line input under the map: a facilitator types while people talk.

use fantoccini::key::Key;
use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    forty_cards_at_twenty_letters_a_second
    forty_cards_on_a_large_map
    signs_say_what_a_card_is
    the_line_goes_to_the_head_that_one_stands_on
    an_input_method_files_nothing
    the_line_lets_the_keyboard_go
    what_was_undone_elsewhere_is_said
}

const LINE: (&str, &str) = ("textbox", "Add to map");

/// The lanes that the forty cards go to: the fourth is the emotion lane, which holds none.
const LANES: [usize; 4] = [1, 2, 3, 5];

async fn forty_cards_at_twenty_letters_a_second(engine: Engine) {
    forty_cards(Map::fresh(engine).await).await;
}

async fn forty_cards_on_a_large_map(engine: Engine) {
    forty_cards(Map::stored(engine, &document::map("Large", 5, 6, 300)).await).await;
}

async fn forty_cards(map: Map) {
    map.resize(1280, 720).await;
    let before = map.card_count().await;
    map.press("Ctrl+K").await;
    eventually!(map.keyboard().await, "textbox: Add to map");
    let card = |name: &str, stage: usize, lane: usize| format!("{name} {stage}-{lane}");
    for lane in LANES {
        // Keys and letters in one stream, as fast as hands can.
        let (enter, tab) = (char::from(Key::Return), char::from(Key::Tab));
        let in_stage = |stage| format!("{}{enter}{}{enter}", card("a", stage, lane), card("b", stage, lane));
        let stages: Vec<String> = (1..=5).map(in_stage).collect();
        map.write_at(&stages.join(&tab.to_string()), 20).await;
        map.press("Shift+Tab Shift+Tab Shift+Tab Shift+Tab ArrowDown").await;
    }
    eventually!(map.card_count().await, before + 40);
    for lane in LANES {
        for stage in 1..=5 {
            let cards = map.cards(stage, lane).await;
            assert_eq!(cards[cards.len() - 2..], [card("a", stage, lane), card("b", stage, lane)]);
        }
    }
    assert_eq!(map.keyboard().await, "textbox: Add to map");
    assert_eq!(map.value(LINE).await, "");
    // Each is a step of its own.
    map.press("Ctrl+Z").await;
    eventually!(map.card_count().await, before + 39);
}

async fn signs_say_what_a_card_is(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.press("Ctrl+K Tab").await;
    map.write("!Late invoice 4x4 @Anna #board").await;
    // What is understood is marked, and a ghost shows where the card will land.
    let marked = "return [...document.querySelectorAll('.token')].map((token) => token.textContent)";
    eventually!(map.js::<Vec<String>>(marked, json!([])).await, ["!", "4x4", "@Anna", "#board"]);
    eventually!(map.words(format!("{} .ghost-card", cell(2, 5))).await, "16 Late invoice");
    map.press("Enter").await;
    eventually!(map.cards(2, 5).await, ["Late invoice"]);
    eventually!(map.shows(".cell .ghost-card").await, false);
    let row = map.words("[aria-label='Friction ranking'] li:first-child").await;
    assert!(row.contains("Late invoice 16 Stage 2 Anna"), "{row}");
    assert_eq!(map.attribute(("option", "Late invoice"), "data-tags").await.as_deref(), Some("#board"));

    // An owner who is known is completed.
    map.write("!No answer @An").await;
    eventually!(map.words(".entry-owner").await, "@Anna");
    map.press("Enter").await;
    eventually!(map.cards(2, 5).await, ["Late invoice", "No answer"]);
    let row = map.words("[aria-label='Friction ranking'] li:nth-child(2)").await;
    assert!(row.contains("No answer – Stage 2 Anna"), "{row}");

    map.write("+Invoice by mail").await;
    map.press("Enter").await;
    map.write("?Who answers me").await;
    map.press("Enter").await;
    map.write("\\!Not a sign").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 6).await, ["Invoice by mail"]);
    eventually!(map.cards(2, 3).await, ["Who answers me"]);
    eventually!(map.cards(2, 1).await, ["!Not a sign"]);

    // Esc gives the keyboard back to the map.
    map.press("Shift+Tab Escape").await;
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 1");
}

async fn the_line_goes_to_the_head_that_one_stands_on(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Escape Ctrl+Home ArrowUp ArrowRight").await;
    eventually!(map.keyboard().await.contains("Stage 2"), true);
    map.press("Ctrl+K").await;
    map.write("A call").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 1).await, ["A call"]);
    // Whoever comes back comes back to the head, and the line to its stage.
    map.press("Escape Ctrl+Home ArrowUp ArrowRight").await;
    eventually!(map.keyboard().await.contains("Stage 2"), true);
    map.click(("link", "Economics")).await;
    map.click(("link", "Journey")).await;
    map.is_ready().await;
    map.press("Ctrl+K").await;
    map.write("A letter").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 1).await, ["A call", "A letter"]);
}

async fn an_input_method_files_nothing(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Ctrl+K").await;
    // Drivers have no input methods: the events of one are made by hand, as browsers send them.
    let compose = "const line = document.activeElement;
        const key = (key, more) => line.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
        line.dispatchEvent(new CompositionEvent('compositionstart', { data: '', bubbles: true }));
        line.value = 'かn';
        line.dispatchEvent(new InputEvent('input', { data: 'かn', bubbles: true, isComposing: true }));
        return ['Enter', 'Escape', 'Tab', 'ArrowDown'].map((name) => key(name, { isComposing: true }))
            .concat(key('Enter', { keyCode: 229 }));";
    // None of the keys is taken from the input method.
    assert_eq!(map.js::<Vec<bool>>(compose, json!([])).await, [true; 5]);
    assert_eq!(map.keyboard().await, "textbox: Add to map");
    assert_eq!(map.value(LINE).await, "かn");
    assert_eq!(map.card_count().await, 0);
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["かn"]);
}

async fn the_line_lets_the_keyboard_go(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Ctrl+K Tab Tab Tab Tab").await;
    map.write("Signs").await;
    map.press("Tab").await;
    assert_eq!(map.keyboard().await, "textbox: Add to map", "words keep it at the last stage");
    map.press("Enter").await;
    eventually!(map.cards(5, 1).await, ["Signs"]);
    map.press("Tab").await;
    eventually!(map.keyboard().await, "button: Add");
    // Whoever types on a button beside the line means the line.
    map.write("More signs").await;
    eventually!(map.value(LINE).await, "More signs");
    map.press("Enter").await;
    eventually!(map.cards(5, 1).await, ["Signs", "More signs"]);
    map.js::<()>("document.querySelector('#entry-target').focus()", json!([])).await;
    map.write("Calls back").await;
    eventually!(map.value(LINE).await, "Calls back");
}

async fn what_was_undone_elsewhere_is_said(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Ctrl+K").await;
    map.write("Asks").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Asks"]);
    map.click(("link", "Interviews")).await;
    map.sees(".interview-list").await;
    map.press("Ctrl+Z").await;
    eventually!(map.words(".toast").await.starts_with("Undone on the map"), true);
    map.click(("link", "Journey")).await;
    eventually!(map.cards(1, 1).await, Vec::<String>::new());
}
