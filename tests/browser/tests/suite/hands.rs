//! What hands expect from other tools: copying, choosing, walking, typing names one after the other, giving up.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    cards_and_stages_are_copied_and_cut
    cards_are_chosen_as_in_a_spreadsheet
    edges_are_one_key_away
    what_is_typed_can_be_given_up
    names_of_stages_follow_each_other
    a_level_is_clicked_or_typed_with_its_sign
    the_line_knows_names_and_where_it_goes
    words_that_are_filed_nowhere_are_undone_by_their_field
    keys_of_the_map_leave_a_text_alone
}

/// Copies, cuts or pastes where the keyboard is, with one clipboard for the page: no driver has one of its own. What the
/// clipboard holds as plain text.
async fn clipboard(map: &Map, kind: &str) -> String {
    let script = "if (arguments[0] != 'paste' || !window.held) window.held = new DataTransfer();
        const event = new Event(arguments[0], { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: window.held });
        document.activeElement.dispatchEvent(event);
        return window.held.getData('text/plain');";
    map.js(script, json!([kind])).await
}

/// Pastes words of another program.
async fn paste_words(map: &Map, words: &str) {
    map.js::<()>("window.held = new DataTransfer(); window.held.setData('text/plain', arguments[0])", json!([words])).await;
    clipboard(map, "paste").await;
}

async fn chosen(map: &Map) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[role=option][aria-selected=true] .card-text')]
        .map((card) => card.textContent)";
    map.js(script, json!([])).await
}

async fn cards_and_stages_are_copied_and_cut(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.press("Ctrl+K").await;
    map.write("!Late invoice 4x4 @Anna #board").await;
    map.press("Enter Escape").await;
    map.choose("Late invoice").await;
    assert_eq!(clipboard(&map, "copy").await, "Late invoice");
    map.click(cell(3, 5)).await;
    clipboard(&map, "paste").await;
    eventually!(map.cards(3, 5).await, ["Late invoice"]);
    eventually!(map.cards(1, 5).await, ["Late invoice"]);
    // With all that it holds.
    let row = map.words("[aria-label='Friction ranking'] li:nth-child(2)").await;
    assert!(row.contains("Late invoice 16 Stage 3 Anna"), "{row}");

    map.walk_to(3, 5).await;
    map.choose("Late invoice").await;
    clipboard(&map, "cut").await;
    eventually!(map.card_count().await, 1);
    map.click(cell(2, 5)).await;
    clipboard(&map, "paste").await;
    eventually!(map.cards(2, 5).await, ["Late invoice"]);
    map.press("Ctrl+Z Ctrl+Z").await;
    eventually!(map.card_count().await, 2);

    // A stage goes behind the one at the cursor, and what is copied is a table for other programs.
    map.click("[data-stage]").await;
    let table = clipboard(&map, "copy").await;
    assert!(table.lines().any(|line| line == "Friction\tLate invoice"), "{table}");
    clipboard(&map, "paste").await;
    eventually!(map.stages().await.len(), 6);
    eventually!(map.cards(2, 5).await, ["Late invoice"]);
}

async fn cards_are_chosen_as_in_a_spreadsheet(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    for card in ["a", "b", "c"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    map.press("Ctrl+A").await;
    eventually!(chosen(&map).await, ["a", "b", "c"]);
    assert!(map.words(("group", "Selected cards")).await.starts_with("3 selected"));
    map.press("Escape").await;
    eventually!(chosen(&map).await, [""; 0]);

    // With Ctrl the one that the cursor was on is kept, with Shift all between are chosen. Drivers hold no keys while they click.
    let click = async |card: &str, held: &str| {
        let script = "const card = all('option').find((card) => named(card) == arguments[0]);
            const more = { bubbles: true, cancelable: true, [arguments[1]]: true };
            card.dispatchEvent(new PointerEvent('pointerdown', { ...more, button: 2 }));
            card.focus();
            card.dispatchEvent(new MouseEvent('click', more));";
        map.js::<()>(script, json!([card, held])).await;
    };
    map.choose("a").await;
    click("c", "ctrlKey").await;
    eventually!(chosen(&map).await, ["a", "c"]);
    map.press("Escape").await;
    map.choose("a").await;
    click("c", "shiftKey").await;
    eventually!(chosen(&map).await, ["a", "b", "c"]);
    map.press("Escape").await;

    // A frame that is drawn on empty ground takes what it touches; the click that ends it forgets nothing.
    let (left, top, width, height) = map.place(cell(2, 1)).await;
    let first = map.point(("option", "b")).await;
    map.drag((left + width * 0.8, top + height - 4.0), (first.0, first.1)).await;
    eventually!(chosen(&map).await, ["b", "c"]);
    map.click(cell(2, 1)).await;
    eventually!(chosen(&map).await, [""; 0]);
}

async fn edges_are_one_key_away(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    for (key, place) in [
        ("Ctrl+End", "gridcell: Opportunities, Stage 5"),
        ("Ctrl+Home", "gridcell: Actions, Stage 1"),
        ("Ctrl+ArrowDown", "gridcell: Opportunities, Stage 1"),
        ("Ctrl+ArrowRight", "gridcell: Opportunities, Stage 5"),
        ("Ctrl+ArrowUp", "gridcell: Actions, Stage 5"),
        ("Ctrl+ArrowLeft", "gridcell: Actions, Stage 1"),
        ("PageDown", "gridcell: Opportunities, Stage 1"),
        ("PageUp", "gridcell: Actions, Stage 1"),
    ] {
        map.press(key).await;
        eventually!(map.keyboard().await, place);
    }
}

async fn what_is_typed_can_be_given_up(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Kept").await;
    map.press("Enter F2").await;
    map.write(" and more").await;
    eventually!(map.cards(1, 1).await, ["Kept and more"]);
    map.press("Escape").await;
    eventually!(map.cards(1, 1).await, ["Kept"]);
    eventually!(map.keyboard().await, "option: Kept");

    // A card that was only begun goes, and comes back if that was a slip.
    map.press("ArrowRight").await;
    map.write("Begun").await;
    eventually!(map.cards(2, 1).await, ["Begun"]);
    map.press("Escape").await;
    eventually!(map.card_count().await, 1);
    eventually!(map.words("[role=status] .toast span").await, "Card discarded");
    map.undo_by_toast().await;
    eventually!(map.cards(2, 1).await, ["Begun"]);

    // Both keys of a new line.
    map.choose("Kept").await;
    map.press("F2 Alt+Enter").await;
    map.write("two").await;
    map.press("Shift+Enter").await;
    map.write("three").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Kept\ntwo\nthree"]);
}

async fn names_of_stages_follow_each_other(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("ArrowUp Enter").await;
    for name in ["Need", "Choice", "Order"] {
        map.write(name).await;
        map.press("Tab").await;
    }
    map.press("Escape").await;
    eventually!(map.stages().await, ["Need", "Choice", "Order", "Stage 4", "Stage 5"]);

    // Lines that are pasted on a head are names too.
    map.click("[data-stage]:nth-of-type(5)").await;
    paste_words(&map, "Use\nHelp\nRenewal\n").await;
    eventually!(map.stages().await.len(), 6);
    assert_eq!(map.stages().await, ["Need", "Choice", "Order", "Use", "Help", "Renewal"]);
    map.press("Ctrl+Z").await;
    eventually!(map.stages().await, ["Need", "Choice", "Order", "Stage 4", "Stage 5"]);

    // A name that makes way is told, and is back with all else by one step.
    map.click("[data-stage]:nth-of-type(4)").await;
    paste_words(&map, "Delivery\nUse\n").await;
    eventually!(map.words("[role=status] .toast span").await, "2 stages named in place of \u{201c}Order\u{201d}");
    assert_eq!(map.stages().await, ["Need", "Choice", "Delivery", "Use", "Stage 5"]);
    map.undo_by_toast().await;
    eventually!(map.stages().await, ["Need", "Choice", "Order", "Stage 4", "Stage 5"]);
}

async fn a_level_is_clicked_or_typed_with_its_sign(engine: Engine) {
    let map = Map::fresh(engine).await;
    let (left, top, width, height) = map.place(cell(2, 4)).await;
    let click_at = async |share: f64| {
        let script = "const [x, y] = arguments;
            document.elementFromPoint(x, y).dispatchEvent(
                new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, cancelable: true }))";
        map.js::<()>(script, json!([left + width * 0.2, top + height * share])).await;
    };
    click_at(0.05).await;
    eventually!(map.emotion("Stage 2").await, "+2, end");
    click_at(0.95).await;
    eventually!(map.emotion("Stage 2").await, "−2, end");
    map.press("Ctrl+Z").await;
    eventually!(map.emotion("Stage 2").await, "+2, end");

    map.walk_to(3, 4).await;
    for (keys, level) in [(["-", "1"], "−1"), (["+", "2"], "+2"), (["-", "2"], "−2")] {
        for key in keys {
            map.write(key).await;
        }
        eventually!(map.emotion("Stage 3").await.starts_with(level), true);
    }
    map.write("0").await;
    eventually!(map.emotion("Stage 3").await.starts_with('0'), true);
    // Without a sign they are the keys from 1 to 5.
    map.write("1").await;
    eventually!(map.emotion("Stage 3").await.starts_with("−2"), true);
}

async fn the_line_knows_names_and_where_it_goes(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    // From the emotion lane it goes to the next lane of cards, and is read as one of its cards.
    map.walk_to(2, 4).await;
    map.press("Ctrl+K").await;
    eventually!(map.words(".entry-target").await, "Stage 2 / Friction");
    map.sees(".entry-hint").await;
    map.write("Waits 3x4 @\"Ann Lee\" #q4").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 5).await, ["Waits"]);
    map.press("Tab").await;
    eventually!(map.words(".entry-target").await, "Stage 3 / Friction");

    // A name is taken from the list with the arrows and Enter; the line is not filed by that.
    map.write("Again @a").await;
    eventually!(map.names("option").await.contains(&"Ann Lee".into()), true);
    map.press("ArrowDown Enter").await;
    eventually!(map.value(("textbox", "Add to map")).await, "Again @\"Ann Lee\" ");
    map.write("> send the contract until 2031-05-12").await;
    map.press("Enter").await;
    eventually!(map.cards(3, 5).await, ["Again"]);
    map.press("Escape").await;
    map.choose("Again").await;
    eventually!(map.words(".friction-form").await.contains("Next step"), true);
    let values = "return [...document.querySelectorAll('.friction-form input, .friction-form textarea')].map((input) => input.value)";
    let values: Vec<String> = map.js(values, json!([])).await;
    for value in ["Ann Lee", "send the contract", "2031-05-12"] {
        assert!(values.contains(&value.to_string()), "{values:?}");
    }
}

async fn words_that_are_filed_nowhere_are_undone_by_their_field(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Ctrl+K").await;
    map.write("Late").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Late"]);
    map.write("Never").await;
    map.press("Ctrl+z").await;
    map.write(" mind").await;
    assert_eq!(map.card_count().await, 1, "the card that was filed before stays");
    map.press("Enter").await;
    eventually!(map.card_count().await, 2);
    // An empty line has nothing to take back but what it filed.
    map.press("Ctrl+z").await;
    eventually!(map.cards(1, 1).await, ["Late"]);
    // A cell of a spreadsheet, with the line break that comes along, is typed and not filed.
    map.write("! ").await;
    paste_words(&map, "No answer\r\n").await;
    map.write("x").await;
    assert_eq!(map.card_count().await, 1);
}

async fn keys_of_the_map_leave_a_text_alone(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Late").await;
    map.press("Enter").await;
    map.choose("Late").await;
    map.press("F2 Ctrl+Space").await;
    eventually!(map.keyboard().await, "textbox: Card text");
    map.write("r").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Later"]);
    assert_eq!(chosen(&map).await.len(), 0);
}
