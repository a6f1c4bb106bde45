//! What is larger than can be worked with is refused in a sentence, and changes nothing.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

use crate::interviews::begun;

in_three_browsers! {
    a_file_over_the_limit_is_not_imported
    a_transcript_over_the_limit_is_not_taken
}

/// Drops a file of so many megabytes.
async fn drop_large(browser: &Browser, selector: &str, name: &str, megabytes: usize) {
    let megabyte = format!("Anna: {}", "words ".repeat((1 << 20) / 6));
    browser.drop_repeated(selector, name, &megabyte, megabytes).await;
}

async fn a_file_over_the_limit_is_not_imported(engine: Engine) {
    let good = document::map("Good", 3, 4, 10).to_string();
    let library = Library::with(engine, &[("good", &good)]).await;
    // How much room the browser gives is noted when the page is at rest.
    let stored = async || {
        let all = library.all_stored().await;
        all.into_iter().filter(|(key, _)| key != "orbita/quota").collect::<Vec<_>>()
    };
    let before = stored().await;
    drop_large(&library, "main", "large.json", 65).await;
    library.is_alerted("large.json is too large. Nothing was changed.").await;
    assert_eq!(library.titles().await, ["Good"]);
    assert_eq!(stored().await, before);
}

async fn a_transcript_over_the_limit_is_not_taken(engine: Engine) {
    let map = begun(engine).await;
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
