//! Nothing is lost: what is typed is saved while it is typed, what is said of it is true, and everything comes back from a copy.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

use super::cohorts;

in_three_browsers! {
    a_number_is_saved_while_it_is_typed
    a_full_storage_is_told_within_a_second_while_typing_goes_on
    denied_storage_asks_before_the_page_closes
    a_full_storage_asks_before_words_go_that_are_nothing_yet
    storage_that_is_withdrawn_is_told_and_comes_back
    a_storage_that_answers_nothing_is_told_in_the_library_and_in_a_project
    the_copy_of_a_stopped_page_brings_everything_back
    a_trap_stops_the_page_and_other_errors_do_not
    a_deletion_takes_no_room_to_take_back
    a_checkpoint_is_never_put_in_the_place_of_another
    undo_brings_a_scenario_back_to_the_screen
    a_toast_takes_back_what_it_says_or_goes_away
    a_toast_told_on_leaving_a_map_takes_its_card_back
    a_toast_keeps_out_of_the_way_and_can_be_hidden
    what_is_too_large_is_refused_with_a_sentence
    what_was_typed_and_not_used_outlasts_the_page
}

/// Whether the browser would ask before the page closes.
const ASKS: &str = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented;";

/// What is stored of the engagement that is open.
async fn stored(browser: &Browser) -> Value {
    let id: String = browser.js("return location.hash.split('/')[2]", json!([])).await;
    let text = browser.stored(&document::key(&id)).await.expect("it is stored");
    serde_json::from_str(&text).expect("JSON")
}

async fn a_number_is_saved_while_it_is_typed(engine: Engine) {
    let browser = cohorts::economics(engine).await;
    let field = ("textbox", "Gross margin, exact");
    browser.click(field).await;
    browser.press("Ctrl+a").await;
    browser.write("41").await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    let margin = async || {
        let document = stored(&browser).await;
        let scenarios = document["engagement"]["scenarios"].as_object().expect("scenarios").clone();
        scenarios.values().next().expect("a scenario")["margin"][0].as_f64()
    };
    eventually!(margin().await, Some(0.41));
    browser.reload().await;
    eventually!(browser.value(field).await, "41%");
    // The whole of the typing is one step.
    browser.sees(("heading", "Cumulative profit")).await;
    browser.press("Ctrl+z").await;
    eventually!(browser.value(field).await, "60%");

    // What cannot be taken waits to be corrected, also after a reload; Esc gives it up.
    browser.click(field).await;
    browser.press("Ctrl+a").await;
    browser.write("4x").await;
    browser.reload().await;
    eventually!(browser.value(field).await, "4x");
    eventually!(browser.attribute(field, "aria-invalid").await, Some("true".into()));
    browser.click(field).await;
    browser.press("Escape").await;
    eventually!(browser.value(field).await, "60%");
}

async fn a_full_storage_is_told_within_a_second_while_typing_goes_on(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.fill_storage().await;
    // When the first letter came, and when it was told that it is not saved: the time between is the page's own.
    let watch = "window.began = null; window.told = null;
        addEventListener('input', () => (window.began ??= performance.now()), true);
        const look = () => {
            if (document.querySelector('.save-state')?.innerText.trim() === 'Not saved') window.told ??= performance.now();
            else requestAnimationFrame(look);
        };
        look();";
    map.js::<()>(watch, json!([])).await;
    map.write_at("typing goes on and on and on without a pause", 20).await;
    eventually!(map.js::<bool>("return window.told !== null", json!([])).await, true);
    let (letters, after): (usize, f64) = map
        .js("return [document.querySelector('textarea').value.length, window.told - window.began]", json!([]))
        .await;
    assert!(letters > 40, "{letters}");
    // The promise is a second; a machine that is busy with three browsers gets some more.
    assert!(after < 2000.0, "told after {after} ms");
}

async fn denied_storage_asks_before_the_page_closes(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { storage: false, ..Wish::default() }).await;
    browser.open("/").await;
    assert!(!browser.js::<bool>(ASKS, json!([])).await, "nothing is lost with an empty library");
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    map.write("Only here").await;
    map.press("Enter").await;
    eventually!(map.js::<bool>(ASKS, json!([])).await, true);
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    assert!(map.js::<bool>(ASKS, json!([])).await, "on every screen");
}

async fn a_full_storage_asks_before_words_go_that_are_nothing_yet(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.fill_storage().await;
    assert!(!map.js::<bool>(ASKS, json!([])).await, "all of it lies in the storage");
    map.press("Ctrl+k").await;
    eventually!(map.keyboard().await.contains("Add to map"), true);
    map.write("A line of some length that finds no room any more").await;
    eventually!(map.js::<bool>(ASKS, json!([])).await, true);
    map.js::<()>("localStorage.removeItem('junk')", json!([])).await;
    map.write("!").await;
    eventually!(map.drafts().await.contains("any more!"), true);
    assert!(!map.js::<bool>(ASKS, json!([])).await);
}

async fn storage_that_is_withdrawn_is_told_and_comes_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Before").await;
    map.press("Enter").await;
    map.is_saved().await;
    let withdraw = "window.kept = {};
        for (const name of ['getItem', 'setItem', 'removeItem']) {
            window.kept[name] = Storage.prototype[name];
            Storage.prototype[name] = () => { throw new DOMException('', 'SecurityError'); };
        }";
    map.js::<()>(withdraw, json!([])).await;
    map.write("Meanwhile").await;
    map.press("Enter").await;
    map.is_alerted("doesn’t allow storage").await;
    eventually!(map.words(("status", "Save state")).await, "Not saved");
    eventually!(map.cards(1, 1).await, ["Before", "Meanwhile"]);
    map.js::<()>("Object.assign(Storage.prototype, window.kept)", json!([])).await;
    map.is_saved().await;
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["Before", "Meanwhile"]);
}

/// Tells the page of an error, by an event of that name: a real trap of WebAssembly, unless another is given.
async fn tell_of(browser: &Browser, event: &str, other: Option<&str>) {
    // A module whose only function, f, is "unreachable".
    let script = "const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0,
            3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]));
        let error = arguments[1] && new Error(arguments[1]);
        if (!error) try { new WebAssembly.Instance(module).exports.f(); } catch (trap) { error = trap; }
        const told = { error, reason: error };
        dispatchEvent(Object.defineProperties(new Event(arguments[0]), Object.getOwnPropertyDescriptors(told)));";
    browser.js::<()>(script, json!([event, other])).await;
}

async fn a_trap_stops_the_page_and_other_errors_do_not(engine: Engine) {
    for event in ["error", "unhandledrejection"] {
        let map = Map::fresh(engine).await;
        tell_of(&map, event, Some("The network is gone")).await;
        map.write("Still here").await;
        map.press("Enter").await;
        eventually!(map.cards(1, 1).await, ["Still here"]);
        assert!(!map.shows("#stopped").await);
        tell_of(&map, event, None).await;
        map.is_alerted("Orbita stopped because of an error").await;
    }
    // So does what recurses for ever.
    let map = Map::fresh(engine).await;
    map.js::<()>("try { (function f() { f(); })(); } catch (error) { window.deep = error.message; }", json!([])).await;
    let words: String = map.js("return window.deep", json!([])).await;
    tell_of(&map, "error", Some(&words)).await;
    map.is_alerted("Orbita stopped because of an error").await;
    // Opened again, the same address may stop it again: there is a way to all the other work.
    map.js::<()>("window.isOld = true; one(['alert button', 'Go to the library']).click()", json!([])).await;
    // A page that goes answers nothing.
    let arrived = "return !window.isOld && document.querySelector('.library .tile') !== null";
    eventually!(map.js::<Option<bool>>(arrived, json!([])).await, Some(true));
    assert_eq!(Library::of(map.into_browser()).titles().await, ["Untitled project"]);
}

async fn a_storage_that_answers_nothing_is_told_in_the_library_and_in_a_project(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Kept").await;
    map.press("Enter").await;
    map.is_saved().await;
    let id = map.id().await;
    let silence = "const get = Storage.prototype.getItem;
        Storage.prototype.getItem = function (key) {
            if (window.isSilent) throw new DOMException('no answer', 'UnknownError');
            return get.call(this, key);
        };
        window.isSilent = true;
        location.hash = '#/';";
    map.js::<()>(silence, json!([])).await;
    map.is_alerted("This browser’s storage isn’t responding.").await;
    map.js::<()>("location.hash = arguments[0]", json!([format!("#/e/{id}/journey")])).await;
    eventually!(map.words("main").await.contains("This browser’s storage isn’t responding."), true);
    // Once it answers, everything is there.
    map.js::<()>("window.isSilent = false; location.hash = '#/'", json!([])).await;
    map.js::<()>("location.hash = arguments[0]", json!([format!("#/e/{id}/journey")])).await;
    eventually!(map.cards(1, 1).await, ["Kept"]);
}

async fn the_copy_of_a_stopped_page_brings_everything_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.press("Alt+c").await;
    map.click(("button", "Save checkpoint")).await;
    map.sees("dialog .checkpoint").await;
    map.press("Escape").await;
    map.store(&document::key("broken"), "{\"format\":\"orbita-engagement\",\"ver").await;
    // What is in memory only: the storage is full.
    map.fill_storage().await;
    map.write("In memory").await;
    map.press("Enter").await;
    map.is_alerted("this browser’s storage is full").await;
    // So is a line that is not filed.
    map.press("Ctrl+k").await;
    eventually!(map.keyboard().await.contains("Add to map"), true);
    map.write("Half a line").await;
    let is_held = "const texts = [...Object.values(localStorage), ...(window.orbitaMemory?.values() ?? [])];
        return texts.some((text) => text.includes('Half a line'))";
    eventually!(map.js::<bool>(is_held, json!([])).await, true);
    map.catch_files().await;
    tell_of(&map, "error", None).await;
    map.is_alerted("Orbita stopped because of an error").await;
    map.click(("alert button", "Download a copy of everything")).await;
    eventually!(map.caught_files().await.len(), 1);
    let (name, text) = map.caught_files().await.remove(0);
    assert!(text.contains("Half a line"), "what is half typed is in the copy, too");
    map.store_first(&[]).await;
    map.js::<()>("localStorage.clear()", json!([])).await;

    let library = Library::of(map.into_browser());
    library.open("/").await;
    eventually!(library.titles().await, [""; 0]);
    library.drop_file("main", &name, &text).await;
    eventually!(library.titles().await, ["Untitled project"]);
    library.is_alerted("couldn’t be read").await;
    assert_eq!(library.stored_keys("orbita/aside/").await.len(), 1);
    assert_eq!(library.stored_keys("orbita/checkpoint/").await.len(), 1);
    assert!(library.drafts().await.contains("Half a line"));
    let map = library.enter("Untitled project").await;
    eventually!(map.cards(1, 1).await, ["Saved", "In memory"]);
}

async fn a_deletion_takes_no_room_to_take_back(engine: Engine) {
    let library = Library::with(engine, &[("kept", &document::map("Kept", 4, 6, 30).to_string())]).await;
    let before = library.stored(&document::key("kept")).await;
    library.choose_in_menu("Kept", "Delete").await;
    eventually!(library.titles().await, [""; 0]);
    library.fill_storage().await;
    library.click(("status button", "Undo")).await;
    eventually!(library.titles().await, ["Kept"]);
    assert_eq!(library.stored(&document::key("kept")).await, before);
    library.js::<()>("localStorage.removeItem('junk')", json!([])).await;

    // Another page later it still comes back, by Ctrl+Z or from the list; for good it goes when that is asked.
    library.store("orbita/history/kept", "{}").await;
    library.store("orbita/checkpoint/kept/x", "Name\n{}").await;
    library.choose_in_menu("Kept", "Delete").await;
    library.sees(("status button", "Undo")).await;
    library.click(("button", "New project")).await;
    library.sees("[role=grid]").await;
    library.click(("link", "Library")).await;
    eventually!(library.titles().await, ["Untitled project"]);
    library.press("Ctrl+Z").await;
    eventually!(library.titles().await.contains(&"Kept".into()), true);
    library.choose_in_menu("Kept", "Delete").await;
    library.click(".deleted summary").await;
    library.click(("button", "Restore: Kept")).await;
    eventually!(library.titles().await.contains(&"Kept".into()), true);
    library.choose_in_menu("Kept", "Delete").await;
    library.click(".deleted summary").await;
    library.click(("button", "Delete forever: Kept")).await;
    let kept = [document::key("kept"), "orbita/history/kept".into(), "orbita/checkpoint/kept".into(), "orbita/deleted".into()];
    for begin in kept {
        eventually!(library.stored_keys(&begin).await, [""; 0]);
    }
}

async fn a_checkpoint_is_never_put_in_the_place_of_another(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("x").await;
    map.press("Enter Alt+c").await;
    let keep = async |name: &str| {
        map.click("dialog input").await;
        map.write(name).await;
        map.press("Enter").await;
        eventually!(map.words("dialog .checkpoints").await.contains(name), true);
    };
    keep("one").await;
    map.click(("button", "Delete: one")).await;
    eventually!(map.shows("dialog .checkpoint").await, false);
    keep("two").await;
    map.click("dialog .checkpoint-undo button").await;
    eventually!(map.words("dialog .checkpoints").await.contains("one"), true);
    assert!(map.words("dialog .checkpoints").await.contains("two"));
    assert_eq!(map.stored_keys("orbita/checkpoint/").await.len(), 2);

    // It comes back where there is no room left, too; once the dialog is closed it is gone.
    map.click(("button", "Delete: one")).await;
    eventually!(map.words("dialog .checkpoints").await.contains("one"), false);
    map.fill_storage().await;
    map.click("dialog .checkpoint-undo button").await;
    eventually!(map.words("dialog .checkpoints").await.contains("one"), true);
    map.js::<()>("localStorage.removeItem('junk')", json!([])).await;
    map.click(("button", "Delete: one")).await;
    eventually!(map.words("dialog .checkpoints").await.contains("one"), false);
    map.press("Escape").await;
    eventually!(map.stored_keys("orbita/checkpoint/").await.len(), 1);
}

async fn undo_brings_a_scenario_back_to_the_screen(engine: Engine) {
    let browser = cohorts::economics(engine).await;
    browser.click(("button", "Add scenario")).await;
    let tabs = async || browser.js::<usize>("return document.querySelectorAll('.scenario-tabs button').length", json!([])).await;
    eventually!(tabs().await, 2);
    browser.click("#scenario-menu").await;
    browser.click(("menu menuitem", "Delete scenario")).await;
    eventually!(tabs().await, 1);
    browser.press("Ctrl+z").await;
    eventually!(tabs().await, 2);
    browser.press("Ctrl+Shift+z").await;
    eventually!(tabs().await, 1);
    browser.press("Ctrl+z Ctrl+z").await;
    eventually!(tabs().await, 1);

    browser.click(("link", "Fixing")).await;
    browser.click(("button", "Add initiative")).await;
    let rows = async || browser.js::<usize>("return document.querySelectorAll('#initiatives .initiative').length", json!([])).await;
    eventually!(rows().await, 1);
    eventually!(browser.keyboard().await, "textbox: Initiative name");
    // What it says comes once it is computed, and moves nothing from under the pointer.
    eventually!(browser.words(".initiative-says").await.is_empty(), false);
    let has_place = "const says = document.querySelector('.initiative-says'), empty = says.cloneNode();
        says.before(empty);
        const height = empty.offsetHeight;
        empty.remove();
        return height > 0 && height === says.offsetHeight";
    assert!(browser.js::<bool>(has_place, json!([])).await);
    browser.click(("button", "Delete initiative")).await;
    eventually!(rows().await, 0);
    browser.click(("status button", "Undo")).await;
    eventually!(rows().await, 1);
}

async fn a_toast_takes_back_what_it_says_or_goes_away(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First").await;
    map.press("Enter").await;
    map.click("#map-more").await;
    map.choose_line("Make a to-be map").await;
    eventually!(map.shows(("status button", "Undo")).await, true);
    // Another step on the new map: the toast would take back that one.
    map.press("Home").await;
    map.choose("First").await;
    map.press("Delete").await;
    eventually!(map.words("[role=status] .toast span").await, "Card deleted");
    map.undo_by_toast().await;
    eventually!(map.cards(1, 1).await, ["First"]);
    map.write("Second").await;
    eventually!(map.shows(("status button", "Undo")).await, false);
    // On another screen nobody sees what it would take back.
    map.press("Enter").await;
    map.choose("Second").await;
    map.press("Delete").await;
    eventually!(map.shows(("status button", "Undo")).await, true);
    map.click(("link", "Economics")).await;
    map.sees(("button", "Start with sample figures")).await;
    eventually!(map.shows(".toast").await, false);
}

async fn a_toast_told_on_leaving_a_map_takes_its_card_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["First"]);
    map.press("F2 Ctrl+A Delete").await;
    // Without a click, which would end the editing first.
    map.js::<()>("location.hash = location.hash.replace(/journey.*/, 'economics')", json!([])).await;
    map.sees(("button", "Start with sample figures")).await;
    eventually!(map.words("[role=status] .toast span").await, "Card deleted");
    map.undo_by_toast().await;
    map.click(("link", "Journey")).await;
    eventually!(map.cards(1, 1).await, ["First"]);
}

async fn what_is_too_large_is_refused_with_a_sentence(engine: Engine) {
    let large = document::map("Large", 2, 2, 8_100).to_string();
    let library = Library::with(engine, &[("good", &document::map("Good", 2, 3, 4).to_string()), ("large", &large)]).await;
    library.is_alerted("too large to open here. A cell can hold up to 2000 cards.").await;
    assert_eq!(library.titles().await, ["Good"]);
    library.drop_file("main", "large.json", &large).await;
    library.is_alerted("large.json is too large to work with. A cell can hold up to 2000 cards.").await;
    library.open("/#/e/large/journey").await;
    library.is_alerted("too large to open here").await;
    assert_eq!(library.stored(&document::key("large")).await, Some(large), "and is left as it is");
    let map = {
        library.open("/").await;
        library.enter("Good").await
    };
    map.click("[data-card]").await;
    map.press("F2").await;
    let paste = "const area = document.querySelector('textarea');
        area.value = 'x'.repeat(20001);
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    map.js::<()>(paste, json!([])).await;
    eventually!(map.words("[role=status] .toast span").await, "A text can have up to 20,000 characters.");
    assert_eq!(map.value("textarea").await, "Card number 1", "what was there before");
}

async fn what_was_typed_and_not_used_outlasts_the_page(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("A card").await;
    map.press("Enter").await;
    map.is_saved().await;
    let line = ("textbox", "Add to map");
    map.click(line).await;
    map.write("Said, not filed").await;
    map.reload().await;
    eventually!(map.value(line).await, "Said, not filed");
    map.click(line).await;
    map.press("Ctrl+a").await;
    map.press("Delete").await;
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["A card"]);
    assert_eq!(map.value(line).await, "");

    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    library.choose_in_menu("Untitled project", "Rename").await;
    library.press("Ctrl+a").await;
    library.write("Renamed, not entered").await;
    library.reload().await;
    eventually!(library.titles().await, ["Renamed, not entered"]);
}

async fn a_toast_keeps_out_of_the_way_and_can_be_hidden(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    let hide = ("status button", "Hide this message");
    let points_at = async |x: f64, y: f64| {
        let script = "window.dispatchEvent(new PointerEvent('pointermove', { clientX: arguments[0], clientY: arguments[1] }))";
        map.js::<()>(script, json!([x, y])).await;
    };
    points_at(1000.0, 100.0).await;
    map.drop_file("main", "letter.txt", "Dear team,").await;
    map.sees(".toast").await;
    let (x, y) = map.point(".toast").await;
    assert!(x < 720.0, "at the left");
    map.click(hide).await;
    eventually!(map.shows(".toast").await, false);
    // Where the pointer rests something is about to be clicked.
    points_at(x, y).await;
    map.drop_file("main", "letter.txt", "Dear team,").await;
    eventually!(map.shows(".toast-bar.aside .toast").await, true);
    assert!(map.point(".toast").await.0 > 720.0, "at the right");
    map.js::<()>("document.querySelector('.toast-close').focus()", json!([])).await;
    map.press("Enter").await;
    eventually!(map.shows(".toast").await, false);
}
