//! A file on disk that follows the saves of a project, by a picker that stands in for the browser's own.

use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::tabs::Tabs;
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_file_on_disk_follows_the_saves
    a_file_that_is_not_written_is_told_with_ways_out
    two_projects_never_share_a_file
    a_file_follows_what_another_tab_saves
    a_file_goes_on_with_its_tab_when_tabs_part
    a_file_is_taken_up_once_the_page_is_opened_anew
    without_such_files_nothing_is_offered
}

/// Files are texts by their names in `disk`. `picks` names the next one in place of the name that is proposed, `changesMind` closes
/// the picker, and `refusal` is why a file is not written.
const DISK: &str = "window.disk = new Map();
    Object.assign(window, { picks: null, changesMind: false, refusal: null });
    window.showSaveFilePicker = async ({ suggestedName }) => {
        if (changesMind) throw new DOMException('closed', 'AbortError');
        const name = picks ?? suggestedName;
        return {
            name,
            isSameEntry: async (other) => other.name === name,
            requestPermission: async () => {
                window.refusal = null;
                return 'granted';
            },
            createWritable: async () => {
                if (refusal) throw new DOMException('refused', refusal);
                let text = '';
                return {
                    write: async (more) => { text += more; },
                    close: async () => { disk.set(name, text); },
                    abort: async () => {},
                };
            },
        };
    };";

const KEEP: &str = "Keep a file on disk up to date";

/// A map with one card, and a disk.
async fn with_disk(engine: Engine) -> Map {
    let map = Map::fresh(engine).await;
    map.js::<()>(DISK, json!([])).await;
    map.write("First").await;
    map.press("Enter").await;
    map.is_saved().await;
    map
}

/// What lies on the disk under a name.
async fn on_disk(map: &Map, name: &str) -> String {
    map.js("return disk.get(arguments[0]) ?? ''", json!([name])).await
}

/// How the dialog says that the file stands.
async fn state(map: &Map) -> String {
    map.words(".share-disk [role=status]").await
}

async fn share(map: &Map) {
    map.click(("button", "Share")).await;
    map.sees("#keep-on-disk").await;
}

async fn close(map: &Map) {
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
}

/// Adds to the card that is called so.
async fn add(map: &Map, card: &str, more: &str) {
    map.choose(card).await;
    map.press("F2").await;
    map.write(more).await;
    map.press("Enter").await;
    map.is_saved().await;
}

async fn a_file_on_disk_follows_the_saves(engine: Engine) {
    let map = with_disk(engine).await;
    share(&map).await;
    assert!(state(&map).await.contains("The original stays in this browser."));
    // Whoever changes their mind has chosen nothing.
    map.js::<()>("window.changesMind = true", json!([])).await;
    map.click(("button", KEEP)).await;
    eventually!(map.keyboard().await, format!("button: {KEEP}"));
    map.js::<()>("window.changesMind = false", json!([])).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “orbita.json”, last written at "), true);
    eventually!(map.keyboard().await, "button: Stop updating");
    let text = on_disk(&map, "orbita.json").await;
    assert!(text.contains("\"orbita-engagement\"") && text.contains("\"First\""), "{text}");

    close(&map).await;
    add(&map, "First", " and more").await;
    eventually!(on_disk(&map, "orbita.json").await.contains("First and more"), true);
    // It is the tab that keeps it, wherever the person goes in it.
    map.click(("link", "Library")).await;
    let map = Library::of(map.into_browser()).enter("Untitled project").await;
    add(&map, "First and more", ", still").await;
    eventually!(on_disk(&map, "orbita.json").await.contains("First and more, still"), true);
    let key = document::key(&map.id().await);
    eventually!(Some(on_disk(&map, "orbita.json").await) == map.stored(&key).await, true);
    let kept = on_disk(&map, "orbita.json").await;

    share(&map).await;
    assert!(state(&map).await.starts_with("Kept in “orbita.json”"));
    map.click(("button", "Stop updating")).await;
    eventually!(state(&map).await, "“orbita.json” stays as it was last written.");
    close(&map).await;
    add(&map, "First and more, still", ", unseen").await;
    assert_eq!(on_disk(&map, "orbita.json").await, kept);
}

async fn a_file_that_is_not_written_is_told_with_ways_out(engine: Engine) {
    let map = with_disk(engine).await;
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “orbita.json”"), true);
    close(&map).await;
    map.js::<()>("window.refusal = 'NotAllowedError'", json!([])).await;
    add(&map, "First", " and more").await;
    let told = "“orbita.json” is no longer up to date. Open Share to fix it.";
    eventually!(map.words("[role=status] .toast span").await, told);
    share(&map).await;
    map.is_alerted("The browser doesn’t let Orbita write “orbita.json”.").await;
    map.click(("alert button", "Try again")).await;
    eventually!(state(&map).await.starts_with("Kept in “orbita.json”"), true);
    assert!(on_disk(&map, "orbita.json").await.contains("First and more"));
    eventually!(map.keyboard().await, "button: Stop updating");
    close(&map).await;

    map.js::<()>("window.refusal = 'QuotaExceededError'", json!([])).await;
    add(&map, "First and more", ", still").await;
    share(&map).await;
    map.is_alerted("“orbita.json” couldn’t be written.").await;
    map.js::<()>("Object.assign(window, { refusal: null, picks: 'other.json' })", json!([])).await;
    map.click(("alert button", "Choose another file")).await;
    eventually!(state(&map).await.starts_with("Kept in “other.json”"), true);
    assert!(on_disk(&map, "other.json").await.contains("First and more, still"));
    assert!(!on_disk(&map, "orbita.json").await.contains("still"), "what was written last stays");
}

async fn two_projects_never_share_a_file(engine: Engine) {
    let map = with_disk(engine).await;
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “orbita.json”"), true);
    close(&map).await;
    map.click(("link", "Library")).await;
    map.click(("button", "New project")).await;
    let map = Map::of(map.into_browser()).await;
    map.write("Another").await;
    map.press("Enter").await;
    map.is_saved().await;
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await, "“orbita.json” is already kept for another project. Choose another file.");
    assert!(on_disk(&map, "orbita.json").await.contains("\"First\""));
    map.sees(("button", KEEP)).await;
}

async fn a_file_follows_what_another_tab_saves(engine: Engine) {
    let map = with_disk(engine).await;
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “orbita.json”"), true);
    close(&map).await;
    let tabs = Tabs::open(map).await;
    let map = tabs.turn_to(1).await;
    add(map, "First", " and more").await;
    // The tab with the file only looks on.
    tabs.show(&["First and more"]).await;
    let map = tabs.turn_to(0).await;
    eventually!(on_disk(map, "orbita.json").await.contains("First and more"), true);
}

async fn a_file_goes_on_with_its_tab_when_tabs_part(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 1)).await;
    map.js::<()>(DISK, json!([])).await;
    map.js::<()>("window.picks = 'kept.json'", json!([])).await;
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “kept.json”"), true);
    close(&map).await;
    // Another version takes the place of this tab's while it looks away.
    map.parts_from_a_stranger().await;
    eventually!(on_disk(&map, "kept.json").await.contains("From the left"), true);
    share(&map).await;
    eventually!(state(&map).await.starts_with("Kept in “kept.json”"), true);
    close(&map).await;
    add(&map, "From the left", ", still").await;
    eventually!(on_disk(&map, "kept.json").await.contains("From the left, still"), true);
}

async fn a_file_is_taken_up_once_the_page_is_opened_anew(engine: Engine) {
    let map = Map::fresh(engine).await;
    // Chromium alone has files that a page may write again.
    if !map.js::<bool>("return 'showSaveFilePicker' in window", json!([])).await {
        return;
    }
    // A file of the folder that the browser gives a page: one that a script makes up could not be remembered.
    let pick = "window.showSaveFilePicker = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('kept.json', { create: true });";
    map.js::<()>(pick, json!([])).await;
    map.write("First").await;
    map.press("Enter").await;
    map.is_saved().await;
    let text = async |map: &Map| {
        let script = "const folder = await navigator.storage.getDirectory();
            return (await (await folder.getFileHandle('kept.json')).getFile()).text()";
        map.js_later::<String>(script, json!([])).await
    };
    share(&map).await;
    map.click(("button", KEEP)).await;
    eventually!(state(&map).await.starts_with("Kept in “kept.json”"), true);
    let mark = "return Object.keys(localStorage).filter((key) => key.startsWith('orbita/on-disk/')).length";
    eventually!(map.js::<usize>(mark, json!([])).await, 1);
    close(&map).await;

    map.reload().await;
    add(&map, "First", " and more").await;
    eventually!(text(&map).await.contains("First and more"), true);

    // The browser wants the person to be asked anew: nothing is written before.
    map.click(("link", "Library")).await;
    map.reload().await;
    let prompt = "FileSystemHandle.prototype.queryPermission = async () => 'prompt';
        FileSystemHandle.prototype.requestPermission = async () => 'granted';";
    map.js::<()>(prompt, json!([])).await;
    let map = Library::of(map.into_browser()).enter("Untitled project").await;
    let asks = "Allow Orbita to keep updating “kept.json”: open Share.";
    eventually!(map.words("[role=status] .toast span").await, asks);
    add(&map, "First and more", ", still").await;
    share(&map).await;
    map.is_alerted("“kept.json” isn’t being updated").await;
    assert!(!text(&map).await.contains("still"));
    map.click(("alert button", "Allow updates")).await;
    eventually!(text(&map).await.contains("First and more, still"), true);
    eventually!(state(&map).await.starts_with("Kept in “kept.json”"), true);

    // Whoever ends it has ended it for good.
    map.click(("button", "Stop updating")).await;
    eventually!(map.js::<usize>(mark, json!([])).await, 0);
    close(&map).await;
    map.reload().await;
    add(&map, "First and more, still", ", unseen").await;
    share(&map).await;
    map.sees(("button", KEEP)).await;
    assert!(!text(&map).await.contains("unseen"));
}

async fn without_such_files_nothing_is_offered(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.js::<()>("window.showSaveFilePicker = undefined", json!([])).await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    assert!(!map.shows("#keep-on-disk").await);
}
