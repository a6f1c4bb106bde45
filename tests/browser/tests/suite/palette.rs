//! The command palette: a few letters, and Enter does it or goes there.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_few_letters_do_a_verb_or_go_to_a_place
    every_screen_offers_its_verbs
    what_a_screen_offered_goes_with_it
    back_closes_what_is_open_and_stays
    what_comes_is_said_and_given_up_by_escape
    what_is_typed_before_a_part_has_come_is_typed_into_it
}

async fn a_few_letters_do_a_verb_or_go_to_a_place(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.press("ArrowUp Enter").await;
    map.write("Renewal talk").await;
    map.press("Enter ArrowDown").await;
    map.write("Calls").await;
    map.press("Enter").await;
    map.press("Ctrl+K").await;
    map.write("!Late invoice").await;
    map.press("Enter Escape").await;
    map.choose("Calls").await;

    let find = async |letters: &str| map.find_in_palette(letters).await;
    // A verb is done where the cursor was.
    find("dupl").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Calls", "Calls"]);
    eventually!(map.shows("dialog[open]").await, false);
    map.press("Ctrl+Z").await;
    eventually!(map.cards(1, 1).await, ["Calls"]);
    map.choose("Calls").await;
    find("edit").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "textbox: Card text");
    map.write(" twice").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Calls twice"]);

    // What the bar does is found as well.
    find("add stage").await;
    let stages = map.js::<usize>("return document.querySelectorAll('[role=columnheader]').length", json!([])).await;
    map.press("Enter").await;
    eventually!(map.js::<usize>("return document.querySelectorAll('[role=columnheader]').length", json!([])).await, stages + 1);
    map.press("Escape").await;
    map.press("Ctrl+Z").await;
    eventually!(map.js::<usize>("return document.querySelectorAll('[role=columnheader]').length", json!([])).await, stages);

    // A stage by its name, and a friction by the beginnings of its words.
    find("renew").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "columnheader: Renewal talk");
    map.click(cell(4, 2)).await;
    find("lain").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await.starts_with("option: Late invoice"), true);

    // Nothing of that name says so; Esc closes, and the keyboard is where it was.
    map.press("Alt+p").await;
    map.write("qqq").await;
    eventually!(map.words(".palette-nothing").await, "Nothing has that name. Try fewer letters.");
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    eventually!(map.keyboard().await.starts_with("option: Late invoice"), true);

    find("library").await;
    map.press("Enter").await;
    map.sees(("button", "Import")).await;
    find("new pro").await;
    map.press("Enter").await;
    map.sees("[role=grid]").await;
}

/// Looks for a verb by a few letters; the palette is open.
async fn finds(browser: &Browser, letters: &str, verb: &str) {
    browser.press("Ctrl+a").await;
    browser.write(letters).await;
    let is_there = "return [...document.querySelectorAll('.palette-label')].some((label) => label.textContent === arguments[0])";
    eventually!((letters, browser.js::<bool>(is_there, json!([verb])).await), (letters, true));
}

async fn every_screen_offers_its_verbs(engine: Engine) {
    let screens = [
        ("/", ".tile", [("copy of all", "Download a copy of all"), ("import a", "Import a file"), ("with an ex", "Start with an example")]),
        ("/#/e/kept/interviews", ".entry-input", [("add int", "Add interview"), ("transcr", "Paste transcript"), ("debr", "Debrief")]),
        ("/#/e/kept/interviews/codebook", ".codebook-new", [("new tag", "New tag"), ("qdc", "Codebook (.qdc)"), ("import q", "Import quotes or a QDA project…")]),
        ("/#/e/kept/interviews/quotes", ".quote-row", [("csv", "Quotes (CSV)"), ("qdpx", "QDA project (.qdpx)"), ("import q", "Import quotes or a QDA project…")]),
        ("/#/e/kept/economics/fixing", "#initiatives", [("initia", "Add initiative"), ("lock", "Lock scenario…"), ("shortc", "All shortcuts")]),
        ("/#/e/kept/economics/clients", "#cohort-table", [("import a", "Import a file"), ("add sc", "Add scenario"), ("lib", "Library")]),
    ];
    let browser = Browser::start(engine).await;
    browser.open("/").await;
    browser.store(&document::key("kept"), include_str!("../../../../public/examples/en.json")).await;
    for (address, shows, verbs) in screens {
        browser.open(address).await;
        browser.reload().await;
        browser.sees(shows).await;
        browser.press("Ctrl+Shift+p").await;
        eventually!(browser.keyboard().await, "combobox: Commands and places");
        for (letters, verb) in verbs {
            finds(&browser, letters, verb).await;
        }
        browser.press("Escape").await;
        eventually!(browser.shows("dialog[open]").await, false);
    }
    // Chosen, it is done.
    browser.open("/#/e/kept/interviews/codebook").await;
    browser.sees(".codebook-new").await;
    browser.press("Ctrl+Shift+p").await;
    eventually!(browser.keyboard().await, "combobox: Commands and places");
    finds(&browser, "new gr", "New group").await;
    browser.press("Enter").await;
    eventually!(browser.keyboard().await, "textbox: New group");
}

async fn what_a_screen_offered_goes_with_it(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Calls").await;
    map.press("Enter").await;
    map.is_saved().await;
    let place = map.js::<String>("return location.hash", json!([])).await;
    map.choose("Calls").await;
    map.press("Alt+p").await;
    eventually!(map.keyboard().await, "combobox: Commands and places");
    map.write("dupl").await;
    eventually!(map.attribute("#palette-0", "aria-selected").await, Some("true".into()));
    // By an address that somebody follows.
    map.js::<()>("location.hash = '#/'", json!([])).await;
    map.sees(("button", "Import")).await;
    eventually!(map.shows("dialog[open]").await, false);
    map.press("Enter").await;
    assert!(!map.shows("[role=alert]").await, "the app goes on");
    map.js::<()>("location.hash = arguments[0]", json!([place])).await;
    eventually!(map.cards(1, 1).await, ["Calls"]);
}

async fn back_closes_what_is_open_and_stays(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Calls").await;
    map.press("Enter").await;
    map.is_saved().await;
    let place = map.js::<String>("return location.hash", json!([])).await;
    map.js::<()>("location.hash = '#/'", json!([])).await;
    map.sees(("button", "Import")).await;
    map.js::<()>("location.hash = arguments[0]", json!([place])).await;
    eventually!(map.cards(1, 1).await, ["Calls"]);
    map.choose("Calls").await;
    let back = async || map.js::<()>("history.back()", json!([])).await;
    for (keys, open) in [
        ("Alt+p", "dialog.palette[open]"),
        ("?", "dialog[open] .shortcuts"),
        ("Alt+c", "dialog[open] .checkpoint-form"),
        ("Alt+r", ".rate-vote"),
    ] {
        map.press(keys).await;
        map.sees(open).await;
        // It has the keyboard, and gives it back.
        let in_map = "return document.activeElement.closest('[role=grid]') !== null";
        eventually!(map.js::<bool>(in_map, json!([])).await, false);
        back().await;
        eventually!(map.shows(open).await, false);
        eventually!(map.js::<bool>(in_map, json!([])).await, true);
        eventually!(map.js::<String>("return location.hash", json!([])).await, place);
        assert_eq!(map.cards(1, 1).await, ["Calls"]);
    }
    map.click(("button", "Export")).await;
    map.sees("#menu").await;
    back().await;
    eventually!(map.shows("#menu").await, false);
    assert_eq!(map.cards(1, 1).await, ["Calls"]);
    // Nothing is open any more.
    eventually!(map.js::<String>("return location.hash", json!([])).await, place);
    back().await;
    map.sees(("button", "Import")).await;
}

async fn what_comes_is_said_and_given_up_by_escape(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.store_first(&[("stored", &document::map("Calls", 3, 4, 5).to_string())]).await;
    browser.site.hold("-split_tools.");
    browser.open("/#/e/stored/journey").await;
    let map = Map::of(browser).await;
    for keys in ["Alt+r", "Alt+c"] {
        map.press(keys).await;
        map.sees(".later-over").await;
        map.press("Escape").await;
        eventually!(map.shows(".later-over").await, false);
    }
    map.site.let_come();
    map.press("Alt+p").await;
    eventually!(map.keyboard().await, "combobox: Commands and places");
    map.press("Escape").await;
    assert!(!map.shows(".rate-vote").await && !map.shows(".checkpoint-form").await, "what was given up stays away");
    // A name that was given up is there, and out of the way of another.
    map.press("Alt+c").await;
    map.write("Before").await;
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    map.press("Alt+c").await;
    eventually!(map.value(("textbox", "Checkpoint name")).await, "Before");
    map.write("After").await;
    eventually!(map.value(("textbox", "Checkpoint name")).await, "After");
}

async fn what_is_typed_before_a_part_has_come_is_typed_into_it(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Enter").await;
    map.write("Calls").await;
    map.press("Enter").await;
    map.is_saved().await;

    map.site.hold("-split_tools.");
    map.press("Alt+c").await;
    map.write("Before the brek").await;
    map.press("Backspace").await;
    map.write("ak").await;
    map.site.let_come();
    eventually!(map.value(("textbox", "Checkpoint name")).await, "Before the break");
    map.write("!").await;
    map.press("Enter").await;
    eventually!(map.words(".checkpoint-name").await, "Before the break!");
    map.press("Escape").await;

    // Enter, too, is answered by what has come.
    map.reload().await;
    map.sees(cell(1, 1)).await;
    map.site.hold("-split_tools.");
    map.press("Alt+c").await;
    map.write("After it").await;
    map.press("Enter").await;
    map.site.let_come();
    eventually!(map.words(".checkpoint-name").await, "After it");
    map.press("Escape").await;
    assert_eq!(map.cards(1, 1).await, ["Calls"]);

    map.reload().await;
    map.choose("Calls").await;
    map.site.hold("-split_tools.");
    map.press("Alt+p").await;
    map.write("dup").await;
    map.site.let_come();
    eventually!(map.value(("combobox", "Commands and places")).await, "dup");
    eventually!(map.attribute("#palette-0", "aria-selected").await, Some("true".into()));
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Calls", "Calls"]);
}
