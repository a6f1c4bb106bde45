//! Checkpoints: kept under a name, compared with now, restored as a copy, deleted and brought back.

use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_checkpoint_is_kept_compared_and_restored
    a_checkpoint_without_room_says_so
    what_an_older_version_wrote_is_among_the_checkpoints
    without_room_what_an_older_version_wrote_is_offered_as_a_file
}

/// A map as the first version of Orbita wrote it.
const OLDER: &str = include_str!("../../../fixtures/version-1.json");

async fn a_checkpoint_is_kept_compared_and_restored(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.write("stays").await;
    map.press("Enter").await;
    map.write("goes").await;
    map.press("Enter Alt+c").await;
    eventually!(map.keyboard().await, "textbox: Checkpoint name");
    map.write("Before the break").await;
    map.press("Enter").await;
    eventually!(names(&map).await, ["Before the break"]);
    map.click(("button", "Compare with now: Before the break")).await;
    eventually!(map.words(".changes").await, "This map hasn’t changed since.");
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);

    map.choose("goes").await;
    map.press("Delete").await;
    map.click(cell(2, 1)).await;
    map.write("comes").await;
    map.press("Enter").await;
    map.click(cell(1, 4)).await;
    map.press("1").await;
    map.is_saved().await;
    map.reload().await;
    map.press("Alt+c").await;
    map.click(("button", "Compare with now: Before the break")).await;
    eventually!(map.words(".changes").await, "Added 1 comes Removed 1 goes Levels 1 Stage 1: no level → −2");

    // The map of then stands beside that of now.
    map.click(("button", "Restore as a copy: Before the break")).await;
    eventually!(map.words("h1").await, "Untitled map, Before the break");
    eventually!(map.cards(1, 1).await, ["stays", "goes"]);
    eventually!(map.cards(2, 1).await.len(), 0);
    map.undo_by_toast().await;
    eventually!(map.words("h1").await, "Untitled map");
    eventually!(map.cards(2, 1).await, ["comes"]);

    map.press("Alt+c").await;
    map.click(("button", "Delete: Before the break")).await;
    eventually!(names(&map).await.len(), 0);
    map.click(("dialog button", "Undo")).await;
    eventually!(names(&map).await, ["Before the break"]);
}

async fn a_checkpoint_without_room_says_so(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.is_saved().await;
    let fill = "let size = 1 << 22;
        for (let n = 0; size > 0; n += 1) {
            try { localStorage.setItem(`filler-${n}`, 'x'.repeat(size)); } catch { size = size >> 1; }
        }";
    map.js::<()>(fill, json!([])).await;
    map.press("Alt+c").await;
    map.write("No room").await;
    map.press("Enter").await;
    map.is_alerted("Not saved: this browser’s storage is full").await;
    eventually!(names(&map).await.len(), 0);
    eventually!(map.shows(("dialog button", "Download a copy")).await, true);
    eventually!(map.value(("textbox", "Checkpoint name")).await, "No room");
}

async fn what_an_older_version_wrote_is_among_the_checkpoints(engine: Engine) {
    let library = Library::with(engine, &[("older", OLDER)]).await;
    let map = library.enter("Акселератор «Курс+»").await;
    map.resize(1280, 720).await;
    let kept = async || map.stored_keys("orbita/checkpoint/").await.len();
    assert_eq!(kept().await, 0, "it was only looked at");
    map.write("A new card").await;
    map.press("Enter").await;
    map.is_saved().await;
    assert_eq!(kept().await, 1);
    map.press("Alt+c").await;
    eventually!(names(&map).await, ["Before the update, version 1"]);
    map.click(("button", "Restore as a copy: Before the update, version 1")).await;
    eventually!(map.words("h1").await.ends_with(", Before the update, version 1"), true);
    eventually!(map.card_count().await, 64);
    // Once is enough.
    map.is_saved().await;
    assert_eq!(kept().await, 1);
}

async fn without_room_what_an_older_version_wrote_is_offered_as_a_file(engine: Engine) {
    let library = Library::with(engine, &[("older", OLDER)]).await;
    let map = library.enter("Акселератор «Курс+»").await;
    map.resize(1280, 720).await;
    // Room for the work in its new form, and not for both.
    let nearly_full = "const room = arguments[0] / 2;
        localStorage.setItem('room', 'x'.repeat(room));
        let size = 1 << 22;
        for (let n = 0; size > 0; n += 1) {
            try { localStorage.setItem(`filler-${n}`, 'x'.repeat(size)); } catch { size = size >> 1; }
        }
        localStorage.removeItem('room');";
    map.js::<()>(nearly_full, json!([OLDER.encode_utf16().count()])).await;
    map.write("A new card").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.is_alerted("There was no room in this browser to also keep the project as it was before the update.").await;
    map.catch_files().await;
    map.click(("alert button", "Download the version before the update")).await;
    eventually!(map.caught_files().await.first().map(|(_, text)| text.clone()), Some(OLDER.to_string()));
    map.press("Alt+c").await;
    eventually!(map.shows("dialog[open]").await, true);
    assert_eq!(names(&map).await.len(), 0);
}

async fn names(map: &Map) -> Vec<String> {
    map.js("return [...document.querySelectorAll('.checkpoint-name')].map((name) => name.innerText)", json!([])).await
}
