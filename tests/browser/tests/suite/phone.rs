//! A phone: one stage at a time.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_phone_shows_one_stage_at_a_time
    what_is_typed_goes_to_the_stage_that_is_seen
}

async fn what_is_typed_goes_to_the_stage_that_is_seen(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open_on_phone().await;
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    map.click(("button", "Next stage")).await;
    eventually!(map.words(".phone-stage .stage-name").await, "Stage 2");
    map.click("#entry").await;
    for line in ["A call", "!No answer 4x4"] {
        map.write(line).await;
        map.press("Enter").await;
    }
    eventually!(map.cards(2, 1).await, ["A call"]);
    eventually!(map.cards(2, 5).await, ["No answer"]);
    map.click("#entry").await;
    map.click(("button", "Previous stage")).await;
    eventually!(map.words(".phone-stage .stage-name").await, "Stage 1");
    map.click("#entry").await;
    map.write("A letter").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["A letter"]);
}

async fn a_phone_shows_one_stage_at_a_time(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open_on_phone().await;
    assert_eq!(browser.js::<(u32, u32)>("return [innerWidth, innerHeight]", json!([])).await, (390, 844));
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    let heading = async || map.names("heading").await.into_iter().find(|name| name.starts_with("Stage"));
    eventually!(heading().await.as_deref(), Some("Stage 1"));
    eventually!(
        map.js::<usize>(
            "return document.querySelectorAll('[role=gridcell] [role=listbox], .phone-lane [data-cell]').length",
            json!([])
        )
        .await,
        5
    );

    map.click(("button", "Add to Thoughts")).await;
    eventually!(map.keyboard().await, "textbox: Card text");
    map.write("Who answers me").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 3).await, ["Who answers me"]);
    map.double_click(("option", "Who answers me")).await;
    map.write("?").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 3).await, ["Who answers me?"]);
    // However slow the second tap is; the first one only goes there.
    map.click(".stage-name").await;
    eventually!(map.keyboard().await.starts_with("option"), false);
    map.click(("option", "Who answers me?")).await;
    eventually!(map.keyboard().await.starts_with("option"), true);
    map.click(("option", "Who answers me?")).await;
    eventually!(map.keyboard().await, "textbox: Card text");
    map.write("!").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 3).await, ["Who answers me?!"]);

    // Whoever has no other mouse button and no keys finds what else can be done with a card beside its lane.
    map.click(("button", "Actions")).await;
    map.click(("menu menuitem", "Duplicate")).await;
    eventually!(map.cards(1, 3).await, ["Who answers me?!", "Who answers me?!"]);
    map.click(("button", "Actions")).await;
    map.click(("menu menuitem", "Delete")).await;
    eventually!(map.cards(1, 3).await, ["Who answers me?!"]);

    map.click(("button", "Next stage")).await;
    eventually!(heading().await.as_deref(), Some("Stage 2"));
    eventually!(map.card_count().await, 0);
    map.click(("button", "Add to Friction")).await;
    map.write("Nobody answers").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 5).await, ["Nobody answers"]);
    // The form is where the finger is, and not only in the ranking below.
    let (_, top, _, height) = map.place(("radiogroup radio", "4")).await;
    assert!(top > 0.0 && top + height < 844.0, "the form is out of view, at {top}");
    map.click(("radiogroup radio", "4")).await;
    eventually!(map.attribute(("radio", "4"), "aria-checked").await, Some("true".into()));
    map.click(("button", "Previous stage")).await;
    eventually!(map.cards(1, 3).await, ["Who answers me?!"]);
    eventually!(map.attribute(("button", "Previous stage"), "aria-disabled").await, Some("true".into()));
    // A press on the curve goes to the stage there.
    map.click(cell(4, 4)).await;
    eventually!(heading().await.as_deref(), Some("Stage 4"));

    map.js::<()>("Element.prototype.requestFullscreen = () => Promise.resolve()", json!([])).await;
    map.click(("button", "Present")).await;
    map.sees("#show").await;
    map.click(".show-tools [aria-label='Previous stage']").await;
    eventually!(heading().await.as_deref(), Some("Stage 3"));
    map.click(".show-tools [aria-label='Close']").await;
    eventually!(map.shows("#show").await, false);

    // What a finger is to hit is large enough, and nothing sticks out to the side.
    let small = "return [...all('button'), ...all('link')].filter((target) => {
            const { width, height } = target.getBoundingClientRect();
            return width < 24 || height < 24;
        }).map(named)";
    assert_eq!(map.js::<Vec<String>>(small, json!([])).await, Vec::<String>::new(), "targets under 24 pixels");
    for button in ["Previous stage", "Next stage", "Add to Actions", "Undo"] {
        let (_, _, _, height) = map.place(("button", button)).await;
        assert!(height >= 44.0, "{button} is {height} high");
    }
    assert!(
        map.js::<bool>("return document.documentElement.scrollWidth <= 390", json!([])).await,
        "the page is as wide as the phone"
    );
}
