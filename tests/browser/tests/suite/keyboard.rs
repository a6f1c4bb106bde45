//! A map by keyboard alone.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};

in_three_browsers! {
    forty_cards_by_keyboard_alone
    no_letter_is_lost_on_a_large_map
    a_question_mark_lists_the_shortcuts
}

/// The lanes of a new map that the forty cards go to: the fourth is the emotion lane, which holds none.
const LANES: [usize; 4] = [1, 2, 3, 5];

async fn forty_cards_by_keyboard_alone(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open("/").await;
    browser.press("n").await;
    eventually!(browser.keyboard().await, "gridcell: Actions, Stage 1");
    let map = Map::of(browser).await;
    for lane in LANES {
        for stage in 1..=5 {
            for card in ["a", "b"] {
                map.write(&format!("{card}{stage}{lane}")).await;
                map.press("Enter").await;
            }
            map.press("ArrowRight").await;
        }
        map.press("Home ArrowDown").await;
        if lane == 3 {
            map.press("ArrowDown").await;
        }
    }
    are_all_there(&map).await;

    map.press(&"Ctrl+Z ".repeat(40)).await;
    eventually!(map.card_count().await, 0);
    eventually!(map.attribute(("button", "Undo"), "aria-disabled").await, Some("true".into()));
    map.press(&"Ctrl+Shift+Z ".repeat(40)).await;
    eventually!(map.attribute(("button", "Redo"), "aria-disabled").await, Some("true".into()));
    are_all_there(&map).await;

    map.is_saved().await;
    map.reload().await;
    are_all_there(&map).await;
}

async fn are_all_there(map: &Map) {
    for lane in LANES {
        for stage in 1..=5 {
            eventually!(map.cards(stage, lane).await, [format!("a{stage}{lane}"), format!("b{stage}{lane}")]);
        }
    }
}

async fn no_letter_is_lost_on_a_large_map(engine: Engine) {
    let map = Map::stored(engine, &document::map("Large", 10, 8, 300)).await;
    let said = "All eight of them shout at once and not one letter may go missing.";
    map.click(cell(3, 2)).await;
    map.write_at(said, 20).await;
    map.press("Enter").await;
    eventually!(map.cards(3, 2).await.last().map(String::as_str), Some(said));
    eventually!(map.keyboard().await, format!("option: {said}"));
    map.press("Ctrl+Z").await;
    eventually!(map.card_count().await, 300);
}

async fn a_question_mark_lists_the_shortcuts(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("ArrowRight ?").await;
    map.sees(("dialog", "Shortcuts")).await;
    let list = map.words(("dialog", "Shortcuts")).await;
    for shortcut in [
        "Ctrl Z Undo",
        "Alt → Move the card or stage right",
        "Del Backspace Delete",
        "F2 Edit the card",
        "? All shortcuts",
    ] {
        assert!(list.contains(shortcut), "{shortcut} is not in {list}");
    }
    map.press("Escape").await;
    eventually!(map.shows(("dialog", "Shortcuts")).await, false);
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 2");

    map.write("What?").await;
    eventually!(map.cards(2, 1).await, ["What?"]);
}
