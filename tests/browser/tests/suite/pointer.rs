//! The map by pointer: cards, stages and lanes are dragged.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};

in_three_browsers! { cards_stages_and_lanes_are_dragged }

async fn cards_stages_and_lanes_are_dragged(engine: Engine) {
    let map = Map::fresh(engine).await;
    for card in ["one", "two", "three"] {
        map.write(card).await;
        map.press("Enter").await;
    }
    let drag_card = async |card: &str, to: (f64, f64)| map.drag(map.point(("option", card)).await, to).await;
    drag_card("one", map.point(cell(3, 3)).await).await;
    eventually!(map.cards(3, 3).await, ["one"]);
    eventually!(map.cards(1, 1).await, ["two", "three"]);
    eventually!(map.keyboard().await, "option: one");

    // Let go above the middle of a card it lands before that one, below the middle behind it.
    let (x, y) = map.point(("option", "one")).await;
    drag_card("two", (x, y - 6.0)).await;
    eventually!(map.cards(3, 3).await, ["two", "one"]);
    let (x, y) = map.point(("option", "two")).await;
    drag_card("three", (x, y + 6.0)).await;
    eventually!(map.cards(3, 3).await, ["two", "three", "one"]);

    // Several that are chosen go together, and do not count where they were.
    for (beside, cards) in [(-6.0, ["two", "three", "one"]), (6.0, ["one", "two", "three"])] {
        map.click(("option", "two")).await;
        map.press("Shift+ArrowDown").await;
        eventually!(map.words("[role=group] [role=status]").await, "2 selected");
        let (x, y) = map.point(("option", "one")).await;
        drag_card("three", (x, y + beside)).await;
        eventually!(map.cards(3, 3).await, cards);
    }
    map.press("Ctrl+Z").await;
    eventually!(map.cards(3, 3).await, ["two", "three", "one"]);
    map.press("Escape").await;

    // Among cards that stand side by side it is the nearer side that counts.
    let (left, top, _, height) = map.place(cell(2, 2)).await;
    let chip = async |card: &str, side: f64| {
        let (left, top, width, height) = map.place(("option", card)).await;
        (left + width / 2.0 + side * (width / 2.0 - 2.0), top + height / 2.0)
    };
    drag_card("one", (left + 30.0, top + height / 2.0)).await;
    eventually!(map.cards(2, 2).await, ["one"]);
    drag_card("two", chip("one", 1.0).await).await;
    eventually!(map.cards(2, 2).await, ["one", "two"]);
    drag_card("three", chip("two", -1.0).await).await;
    eventually!(map.cards(2, 2).await, ["one", "three", "two"]);
    drag_card("two", chip("one", -1.0).await).await;
    eventually!(map.cards(2, 2).await, ["two", "one", "three"]);
    map.press("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z").await;
    eventually!(map.cards(3, 3).await, ["two", "three", "one"]);

    // The emotion lane takes no card.
    let (left, top, _, height) = map.place(cell(2, 4)).await;
    drag_card("one", (left + 8.0, top + height - 8.0)).await;
    eventually!(map.keyboard().await, "option: one");
    assert_eq!(map.cards(3, 3).await, ["two", "three", "one"]);
    map.press("Ctrl+Z Ctrl+Z Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["one", "two", "three"]);

    let head = async |role: &str, name: &str| {
        let (left, top, _, height) = map.place((role, name)).await;
        (left + 40.0, top + height / 2.0)
    };
    map.drag(head("columnheader", "Stage 1").await, head("columnheader", "Stage 3").await).await;
    eventually!(map.cards(3, 1).await, ["one", "two", "three"]);
    eventually!(map.keyboard().await, "columnheader: Stage 3");
    map.drag(head("rowheader", "Actions").await, head("rowheader", "Thoughts").await).await;
    eventually!(map.lanes().await[..3], ["Touchpoints", "Thoughts", "Actions"]);
    eventually!(map.cards(3, 3).await, ["one", "two", "three"]);
    eventually!(map.keyboard().await, "rowheader: Actions");
    map.press("Ctrl+Z Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["one", "two", "three"]);
}
