//! What is larger than can be worked with is refused in a sentence, and changes nothing.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_file_over_the_limit_is_not_imported
    a_transcript_over_the_limit_is_not_taken
}

/// Drops a file of so many megabytes, made in the page: no driver has to carry it.
async fn drop_large(browser: &Browser, selector: &str, name: &str, megabytes: usize) {
    let script = "const [selector, name, megabytes] = arguments;
        const megabyte = 'Anna: '.padEnd(1 << 20, 'words ');
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Blob(Array(megabytes).fill(megabyte))], name, { type: 'application/json' }));
        for (const kind of ['dragenter', 'dragover', 'drop']) {
            document.querySelector(selector).dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        }";
    browser.js(script, json!([selector, name, megabytes])).await
}

async fn a_file_over_the_limit_is_not_imported(engine: Engine) {
    let good = document::map("Good", 3, 4, 10).to_string();
    let library = Library::with(engine, &[("good", &good)]).await;
    let before = library.all_stored().await;
    drop_large(&library, "main", "large.json", 65).await;
    library.is_alerted("large.json is too large. Nothing was changed.").await;
    assert_eq!(library.titles().await, ["Good"]);
    assert_eq!(library.all_stored().await, before);
}

async fn a_transcript_over_the_limit_is_not_taken(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    map.click(("link", "Interviews")).await;
    map.sees(".interviews .empty").await;
    map.click(".interview-list-head button").await;
    eventually!(map.keyboard().await, "textbox: Person");
    map.drop_file(".interview", "talk.txt", "Anna: Why?\n\nMarina: No time.").await;
    eventually!(map.value("#transcript").await, "Anna: Why?\n\nMarina: No time.");
    map.is_saved().await;
    let id = map.id().await;
    let before = map.stored(&document::key(&id)).await;

    drop_large(&map, ".interview", "day.txt", 11).await;
    eventually!(map.words("[role=status] .toast span").await, "day.txt is too large. Nothing was changed.");
    assert_eq!(map.value("#transcript").await, "Anna: Why?\n\nMarina: No time.");

    // What is pasted is refused beside the box, and cannot be taken.
    let paste = "const box = document.getElementById('transcript');
        box.value = 'Anna: We waited for the offer.\\n\\n'.repeat(120000);
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    map.js::<()>(paste, json!([])).await;
    eventually!(
        map.words("#transcript-understood").await,
        "The text is too long. Split it and paste the parts."
    );
    assert!(!map.shows(".paste-actions .primary").await);
    assert_eq!(map.stored(&document::key(&id)).await, before);
}
