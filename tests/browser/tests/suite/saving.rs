//! Saving: at once when the page goes, told when it fails, shared with other tabs.

use orbita::storage::envelope;
use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::{Value, json};

use super::links;

in_three_browsers! {
    what_was_just_typed_outlasts_the_page
    without_storage_work_stays_in_memory
    without_storage_no_copy_claims_to_be_kept
    a_full_storage_is_told_and_work_goes_on
    the_browser_is_asked_once_to_let_the_storage_last
    without_a_promise_the_week_and_the_ways_out_are_named
    room_is_made_of_checkpoints_and_never_of_work
    room_is_made_from_the_library_too
    a_project_that_found_no_room_is_added_once_there_is_some
    a_copy_of_what_is_looked_at_has_room_made_for_it
    a_title_that_found_no_room_waits_in_its_field
    a_full_storage_is_not_tried_at_every_letter
    a_storage_with_little_room_keeps_the_work_and_says_what_undo_loses
    a_copy_that_found_no_room_is_taken_once_there_is_some
    a_stranger_to_the_document_parts_from_it
    a_newer_version_in_another_tab_is_followed_and_never_written_over
    own_changes_part_from_a_newer_version
    tabs_that_part_leave_the_keyboard_where_it_was
    tabs_that_part_leave_an_open_field
}

async fn what_was_just_typed_outlasts_the_page(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Typed and gone").await;
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["Typed and gone"]);
    map.click(("option", "Typed and gone")).await;
    map.press("F2").await;
    map.write("?").await;
    map.client.goto("about:blank").await.expect("an empty page");
    map.client.back().await.expect("the page before");
    map.is_ready().await;
    eventually!(map.cards(1, 1).await, ["Typed and gone?"]);
}

async fn without_storage_work_stays_in_memory(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { storage: false, ..Wish::default() }).await;
    browser.open("/").await;
    let denied = "try { return localStorage === null; } catch { return true; }";
    assert!(browser.js::<bool>(denied, json!([])).await, "the browser has no storage for this page");
    browser.is_alerted("This browser doesn’t allow storage").await;
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    map.is_alerted("work stays in memory until the page is closed").await;
    map.write("Only here").await;
    map.press("Enter").await;
    eventually!(map.words(("status", "Save state")).await, "Not saved");
    map.catch_files().await;
    map.click(("alert button", "Download a copy")).await;
    eventually!(map.caught_files().await.first().is_some_and(|(_, text)| text.contains("Only here")), true);

    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await, ["Untitled project"]);
    let map = library.enter("Untitled project").await;
    eventually!(map.cards(1, 1).await, ["Only here"]);
}

async fn without_storage_no_copy_claims_to_be_kept(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { storage: false, ..Wish::default() }).await;
    browser.open(&links::address(&links::example())).await;
    browser.sees("[role=grid]").await;
    browser.click(("button", "Save a copy")).await;
    browser.is_alerted("work stays in memory until the page is closed").await;
    assert!(!browser.words("body").await.contains("Saved as your own copy"));
}

async fn a_storage_with_little_room_keeps_the_work_and_says_what_undo_loses(engine: Engine) {
    let map = Map::fresh(engine).await;
    for step in ["One", "Two", "Three", "Four", "Five", "Six"] {
        map.write(step).await;
        map.press("Enter").await;
    }
    map.is_saved().await;
    eventually!(map.stored_keys("orbita/history/").await.len(), 1);
    map.fill_storage().await;
    // Room for a card and its journal, and not for the history.
    map.js::<()>("localStorage.setItem('junk', localStorage.getItem('junk').slice(700))", json!([])).await;
    map.write("Seven").await;
    map.press("Enter").await;
    map.is_alerted("after a reload undo won’t go back as far").await;
    eventually!(map.words(("status", "Save state")).await, "Saved");
    map.click(("alert button", "Close")).await;
    eventually!(map.shows("[role=alert]").await, false);
    map.reload().await;
    eventually!(map.cards(1, 1).await.last().cloned(), Some("Seven".to_owned()));
}

async fn a_full_storage_is_told_and_work_goes_on(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.fill_storage().await;
    map.write("In memory").await;
    map.press("Enter").await;
    map.is_alerted("Not saved: this browser’s storage is full.").await;
    eventually!(map.words(("status", "Save state")).await, "Not saved");
    let key = document::key(&map.id().await);
    let stored = map.stored(&key).await.expect("what was saved before");
    assert!(stored.contains("Saved") && !stored.contains("In memory"), "the last good state still lies there");

    map.write("Goes on").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["Saved", "In memory", "Goes on"]);
    map.catch_files().await;
    map.click(("alert button", "Download a copy")).await;
    eventually!(map.caught_files().await.first().is_some_and(|(_, text)| text.contains("Goes on")), true);

    // Whoever follows the advice and goes to the library to make room finds all of it again.
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    library.is_alerted("exist only on this page: the browser’s storage didn’t take them.").await;
    library.catch_files().await;
    library.click(("button", "Download a copy of all")).await;
    eventually!(library.caught_files().await.first().is_some_and(|(_, text)| text.contains("Goes on")), true);
    let map = library.enter("Untitled project").await;
    eventually!(map.cards(1, 1).await, ["Saved", "In memory", "Goes on"]);
    map.is_alerted("Not saved: this browser’s storage is full.").await;

    map.js::<()>("localStorage.removeItem('junk')", json!([])).await;
    map.press("Ctrl+z").await;
    eventually!(map.cards(1, 1).await, ["Saved", "In memory"]);
    map.is_saved().await;
    eventually!(map.shows("[role=alert]").await, false);
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["Saved", "In memory"]);
}

async fn the_browser_is_asked_once_to_let_the_storage_last(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    // A manager of the storage that counts, in browsers that have none of their own too; and a phone that keeps installed apps
    // apart.
    let counted = "window.asked = 0;
        const storage = {
            persist: () => { window.asked += 1; return Promise.resolve(true); },
            persisted: () => Promise.resolve(window.asked > 0),
        };
        Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
        Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
        localStorage.removeItem('orbita/asked-to-persist');";
    map.js::<()>(counted, json!([])).await;
    map.write("First").await;
    map.press("Enter").await;
    map.is_saved().await;
    // Firefox would ask the person, in the middle of the work.
    let times = u32::from(!matches!(engine, Engine::Firefox));
    eventually!(map.js::<u32>("return window.asked", json!([])).await, times);
    map.write("Second").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["First", "Second"]);
    map.is_saved().await;
    assert_eq!(map.js::<u32>("return window.asked", json!([])).await, times);

    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    let promised = times > 0;
    eventually!(
        library.words(".library-side").await.contains("This browser has promised not to clear the storage"),
        promised
    );
    eventually!(library.words(".library-side").await.contains("Adding Orbita to the Home Screen?"), true);
}

async fn without_a_promise_the_week_and_the_ways_out_are_named(engine: Engine) {
    let library = Library::with(engine, &[("alpha", &document::map("Alpha", 2, 2, 2).to_string())]).await;
    let side = async || library.words(".library-side").await;
    // A browser that gives none, and one that knows none; the page is dressed anew after each.
    for manager in ["{ persisted: () => Promise.resolve(false) }", "{}", "undefined"] {
        let answers = format!("Object.defineProperty(navigator, 'storage', {{ value: {manager}, configurable: true }})");
        library.js::<()>(&answers, json!([])).await;
        library.click("#language").await;
        eventually!(side().await.contains("если не открывать эту страницу семь дней. Скачайте копию или установите Орбиту"), true);
        library.click("#language").await;
        eventually!(
            side().await.contains("after seven days in which this page isn’t opened. Download a copy, or install Orbita"),
            true
        );
    }
    let given = "Object.defineProperty(navigator, 'storage', { value: { persisted: () => Promise.resolve(true) }, configurable: true })";
    library.js::<()>(given, json!([])).await;
    library.click("#language").await;
    library.click("#language").await;
    eventually!(side().await.contains("This browser has promised not to clear the storage"), true);
    assert!(!side().await.contains("seven days"));
}

/// A map with a card, in a storage that is full; a checkpoint could make room.
async fn full_but_for_a_checkpoint(engine: Engine) -> Map {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.write("Saved").await;
    map.press("Enter Alt+c").await;
    eventually!(map.keyboard().await, "textbox: Checkpoint name");
    // What it leaves is room for a project.
    map.write(&"Before the workshop ".repeat(9)).await;
    map.press("Enter").await;
    eventually!(map.stored_keys("orbita/checkpoint/").await.len(), 1);
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    map.is_saved().await;
    // The name waited as a draft, and would make room by going.
    eventually!(map.drafts().await.contains("workshop"), false);
    map.fill_storage().await;
    map
}

async fn room_is_made_of_checkpoints_and_never_of_work(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;

    map.choose("Saved").await;
    map.press("F2 Ctrl+a").await;
    map.write("In memory, and longer than it was").await;
    map.press("Enter").await;
    map.is_alerted("deletes undo history, then the oldest checkpoints").await;
    map.click(("alert button", "Free space and save")).await;
    map.is_saved().await;
    eventually!(
        map.words("[role=status] .toast span").await.contains("the oldest checkpoint ("),
        true
    );
    eventually!(map.shows("[role=alert]").await, false);
    assert_eq!(map.stored_keys("orbita/checkpoint/").await, Vec::<String>::new());
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["In memory, and longer than it was"]);
}

async fn room_is_made_from_the_library_too(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;
    map.choose("Saved").await;
    map.press("F2 Ctrl+a").await;
    map.write("In memory, and longer than it was").await;
    map.press("Enter").await;
    map.is_alerted("Not saved: this browser’s storage is full.").await;

    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    library.is_alerted("exist only on this page: the browser’s storage didn’t take them.").await;
    library.is_alerted("deletes undo history, then the oldest checkpoints").await;
    library.click(("alert button", "Free space and save")).await;
    eventually!(library.words("[role=status] .toast span").await.contains("the oldest checkpoint ("), true);
    eventually!(library.shows("[role=alert]").await, false);
    assert_eq!(library.stored_keys("orbita/checkpoint/").await, Vec::<String>::new());
    library.reload().await;
    let map = library.enter("Untitled project").await;
    eventually!(map.cards(1, 1).await, ["In memory, and longer than it was"]);
}

async fn a_project_that_found_no_room_is_added_once_there_is_some(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    library.click(("button", "New project")).await;
    library.is_alerted("nothing was added").await;
    // Whoever tries again asks for no second one.
    library.click(("button", "New project")).await;
    library.is_alerted("deletes undo history, then the oldest checkpoints").await;
    library.click(("alert button", "Free space and save")).await;
    eventually!(library.shows("[role=alert]").await, false);
    eventually!(library.titles().await.len(), 2);
    assert_eq!(library.stored_keys("orbita/checkpoint/").await, Vec::<String>::new());
    library.reload().await;
    eventually!(library.titles().await.len(), 2);
}

async fn a_copy_that_found_no_room_is_taken_once_there_is_some(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;
    let own = map.stored(&document::key(&map.id().await)).await.expect("it is saved");
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    let file = own.replace("\"Saved\"", "\"Of the copy\"");
    library.pick_file("copy.json", &file).await;
    library.is_alerted("No space left for").await;
    library.click(("alert button", "Free space and save")).await;
    eventually!(library.shows("[role=alert]").await, false);
    eventually!(library.titles().await.len(), 2);
    library.reload().await;
    eventually!(library.titles().await.len(), 2);
}

async fn a_copy_of_what_is_looked_at_has_room_made_for_it(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;
    let own = map.stored(&document::key(&map.id().await)).await.expect("it is saved");
    let sent = envelope::read(&own).expect("a document").engagement;
    map.open(&links::address(&sent)).await;
    map.click(("button", "Save a copy")).await;
    map.is_alerted("nothing was added").await;
    map.is_alerted("The storage holds data of other pages of this site").await;
    map.click(("alert button", "Free space and save")).await;
    eventually!(map.words("[role=status] .toast span").await.contains("the oldest checkpoint ("), true);
    eventually!(map.shows(("region", "Preview")).await, false);
    map.is_saved().await;
    assert_eq!(map.stored_keys("orbita/checkpoint/").await, Vec::<String>::new());
    assert_eq!(map.stored_keys(&document::key("")).await.len(), 2);
    map.reload().await;
    eventually!(map.cards(1, 1).await, ["Saved"]);
}

async fn a_title_that_found_no_room_waits_in_its_field(engine: Engine) {
    let map = full_but_for_a_checkpoint(engine).await;
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    let title = "A title that is longer than what it takes the place of";
    library.choose_in_menu("Untitled project", "Rename").await;
    library.press("Ctrl+a").await;
    library.write(title).await;
    library.press("Enter").await;
    library.is_alerted("The new title couldn’t be saved").await;
    eventually!(library.titles().await, ["Untitled project"]);

    library.choose_in_menu("Untitled project", "Rename").await;
    eventually!(library.value(("textbox", "Title")).await, title);
    // Whoever gives up has the title that there was, and nothing waits any more.
    library.press("Escape").await;
    library.choose_in_menu("Untitled project", "Rename").await;
    eventually!(library.value(("textbox", "Title")).await, "");
    library.press("Ctrl+a").await;
    library.write(title).await;
    library.press("Enter").await;
    library.click(("alert button", "Free space and save")).await;
    eventually!(library.titles().await, [title]);
    eventually!(library.shows("[role=alert]").await, false);
    library.reload().await;
    eventually!(library.titles().await, [title]);
}

async fn a_full_storage_is_not_tried_at_every_letter(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.fill_storage().await;
    // When the whole project was written, and what was said of it meanwhile.
    let watch = "window.tries = [];
        window.statesSeen = new Set();
        const write = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
            if (key.startsWith('orbita/engagement/')) tries.push(performance.now());
            return write.call(this, key, text);
        };
        const look = () => {
            if (tries.length) statesSeen.add(document.querySelector('.save-state').innerText.trim());
            requestAnimationFrame(look);
        };
        look();";
    map.js::<()>(watch, json!([])).await;
    map.write_at("typing goes on and on and on and on without a pause of any kind", 20).await;
    eventually!(map.words(("status", "Save state")).await, "Not saved");
    // One try may make room of the history and go on at once.
    let quiet = "return tries.every((at, i) => i === 0 || at - tries[i - 1] < 100 || at - tries[i - 1] >= 4900)";
    assert!(map.js::<bool>(quiet, json!([])).await, "tries at {}", map.js::<String>("return String(tries)", json!([])).await);
    assert!(map.js::<usize>("return tries.length", json!([])).await > 0);
    let said: Vec<String> = map.js("return [...statesSeen]", json!([])).await;
    assert!(!said.iter().any(|said| said == "Saved"), "{said:?}");

    // Once there is room again, nobody need type for it.
    map.js::<()>("localStorage.removeItem('junk')", json!([])).await;
    map.is_saved().await;
    map.press("Enter").await;
    map.is_saved().await;
    map.reload().await;
    eventually!(
        map.cards(1, 1).await.get(1).is_some_and(|card| card.contains("without a pause of any kind")),
        true
    );
}

/// What says nothing of where it came from is nobody's version but its own: both are kept.
async fn a_stranger_to_the_document_parts_from_it(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 1)).await;
    map.press("Alt+c").await;
    map.click(("button", "Save checkpoint")).await;
    eventually!(map.stored_keys("orbita/checkpoint/stored/").await.len(), 1);
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    // A text of the first version, which could not say so, takes the place of this tab's while it looks away.
    map.parts_from_a_stranger().await;
    eventually!(map.stored_keys(&document::key("")).await.len(), 2);
    // Each of the two has what was kept before.
    eventually!(map.stored_keys("orbita/checkpoint/").await.len(), 2);

    let library = Library::of(map.into_browser());
    library.open("/").await;
    let titles = async || {
        let mut titles = library.titles().await;
        titles.sort();
        titles
    };
    eventually!(titles().await, ["Shared", "Shared (copy)"]);
    let stored = library.stored_engagements().await.iter().map(ToString::to_string).collect::<Vec<_>>();
    for text in ["From the left", "From the right"] {
        assert_eq!(stored.iter().filter(|engagement| engagement.contains(text)).count(), 1, "{text} is kept once");
    }
}

async fn a_newer_version_in_another_tab_is_followed_and_never_written_over(engine: Engine) {
    // Once where it can be shown, and once where it cannot.
    for is_shown in [true, false] {
        let map = Map::stored(engine, &document::map("Shared", 3, 4, 2)).await;
        map.choose("Card number 1").await;
        let key = document::key("stored");
        let mut newer: Value = serde_json::from_str(&map.stored(&key).await.expect("it is stored")).expect("JSON");
        newer["version"] = json!(99);
        newer["engagement"]["wishes"] = json!({ "1": "of another time" });
        if !is_shown {
            newer["engagement"]["stages"] = json!("in another form");
        }
        let newer = newer.to_string();
        // Something is typed and taken back while the newer text arrives: nothing of this tab's is left to save.
        map.press("F2").await;
        map.write("x").await;
        map.press("Escape").await;
        map.is_saved().await;
        map.store(&key, &newer).await;
        map.is_alerted("A newer version of Orbita saved this project in another tab").await;
        eventually!(map.words(("status", "Save state")).await.contains("Saving"), false);
        map.press("F2").await;
        map.write("y").await;
        map.press("Escape Ctrl+Z").await;
        map.reload().await;
        assert_eq!(map.stored(&key).await, Some(newer), "it lies as it was written");
    }
}

async fn own_changes_part_from_a_newer_version(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 2)).await;
    map.choose("Card number 1").await;
    let key = document::key("stored");
    let mut newer: Value = serde_json::from_str(&map.stored(&key).await.expect("it is stored")).expect("JSON");
    newer["version"] = json!(99);
    let newer = newer.to_string();
    // It is written before this tab has saved what was typed here.
    map.js::<()>(super::tabs::NO_SAVES, json!([])).await;
    map.press("F2 Ctrl+a").await;
    map.write("Typed here").await;
    map.press("Enter").await;
    let write = "document.querySelector('iframe')?.remove(); const frame = document.body.appendChild(document.createElement('iframe'));
        frame.contentWindow.localStorage.setItem(arguments[0], arguments[1]); frame.remove()";
    map.js::<()>(write, json!([key, newer])).await;
    map.is_alerted("Both versions are kept").await;
    assert_eq!(map.stored(&key).await, Some(newer));
    let has_both = async || map.all_stored().await.iter().any(|(key, text)| *key != document::key("stored") && text.contains("Typed here"));
    eventually!(has_both().await, true);
}

async fn tabs_that_part_leave_the_keyboard_where_it_was(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 20)).await;
    map.choose("Card number 20").await;
    eventually!(map.keyboard().await, "option: Card number 20");
    map.store_a_stranger().await;
    map.is_alerted("Both versions are kept").await;
    assert_eq!(map.keyboard().await, "option: Card number 20");
    map.press("F2 End").await;
    map.write(", still").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "option: Card number 20, still");
}

async fn tabs_that_part_leave_an_open_field(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 20)).await;
    map.choose("Card number 20").await;
    // Made before anything is typed: this tab may save meanwhile.
    let theirs = map.stranger().await;
    map.press("F2 End").await;
    map.write(", still").await;
    let field = map.keyboard().await;
    map.store(&document::key("stored"), &theirs).await;
    map.is_alerted("Both versions are kept").await;
    assert_eq!(map.keyboard().await, field);
    map.write(" and more").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "option: Card number 20, still and more");
}
