//! A phone: one stage at a time.

use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_phone_shows_one_stage_at_a_time
    what_is_typed_goes_to_the_stage_that_is_seen
    at_twice_the_size_all_of_each_screen_is_in_reach
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

/// What lies beyond the edge where nothing can be scrolled to it, and what is cut without dots.
const OUT_OF_REACH: &str = "const out = document.scrollingElement.scrollWidth > innerWidth + 1 ? ['the page'] : [];
    for (const one of document.querySelectorAll('button, a, h1, h2, h3, p, label, input, select, textarea, td, th, summary')) {
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        if (box.width <= 1 || !one.checkVisibility({ visibilityProperty: true })) continue;
        let around = one.parentElement;
        const moves = (at) => /auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1;
        while (around && !moves(around) && getComputedStyle(around).clipPath === 'none') around = around.parentElement;
        const name = `${one.tagName} ${one.ariaLabel ?? one.innerText}`.slice(0, 60);
        if (!around && (box.right > innerWidth + 1 || box.left < -1)) out.push(`beyond the edge: ${name}`);
        const isCut = one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1 && /hidden|clip/.test(style.overflowX);
        if (isCut && style.textOverflow !== 'ellipsis' && !one.matches('input, textarea, select')) out.push(`cut: ${name}`);
    }
    return out;";

/// At 200 % a window of 1,280 pixels is 640 wide.
async fn at_twice_the_size_all_of_each_screen_is_in_reach(engine: Engine) {
    let screens = [
        ("journey/1", "[role=grid]"),
        ("journey/frictions", ".frictions"),
        ("economics", ".finding-sentence"),
        ("economics/clients", "#cohort-table"),
        ("economics/revenue", "main textarea"),
        ("economics/fixing", "#initiatives"),
        ("interviews/1", ".entry-input"),
        ("interviews/forces", "#findings-title"),
        ("interviews/codebook", ".codebook-new"),
        ("interviews/jobs", "#findings-title"),
        ("interviews/outcomes", "#findings-title"),
        ("interviews/quotes", ".quote-row"),
    ];
    // The longer words, and in one engine the others too.
    let russian = ("ru-RU", include_str!("../../../../public/examples/ru.json"));
    let english = ("en-US", include_str!("../../../../public/examples/en.json"));
    let languages = if engine == Engine::Chromium { vec![russian, english] } else { vec![russian] };
    for (language, example) in languages {
        let browser = Browser::start_for(engine, Wish { language, ..Wish::default() }).await;
        browser.resize(640, 400).await;
        browser.store_first(&[("kept", example)]).await;
        for (place, shows) in screens {
            browser.open(&format!("/#/e/kept/{place}")).await;
            browser.sees(shows).await;
            eventually!((place, browser.js::<Vec<String>>(OUT_OF_REACH, json!([])).await), (place, Vec::<String>::new()));
        }
    }
}
