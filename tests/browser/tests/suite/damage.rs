//! Documents that cannot be read, and documents of a newer Orbita.

use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_damaged_document_is_kept_aside
    a_newer_document_is_only_read
}

async fn a_damaged_document_is_kept_aside(engine: Engine) {
    let good = document::map("Good", 3, 4, 10).to_string();
    let torn = &good[..good.len() / 2];
    let library = Library::with(engine, &[("good", &good)]).await;

    // Its own address says why it does not open, and hands it out.
    library.store(&document::key("torn"), torn).await;
    library.open("/#/e/torn/journey").await;
    library.is_alerted("is cut off").await;
    library.catch_files().await;
    library.click(("button", "Download a copy")).await;
    eventually!(library.caught_files().await, [("orbita.json".to_string(), torn.to_string())]);

    library.click(("main link", "Library")).await;
    library.is_alerted("could not be read. It is kept aside").await;
    eventually!(library.titles().await, ["Good"]);
    let aside = library.stored_keys("orbita/aside/").await;
    assert_eq!(aside.len(), 1);
    assert_eq!(library.stored(&aside[0]).await.as_deref(), Some(torn));
    assert_eq!(library.stored(&document::key("torn")).await, None);
    library.click(("alert button", "Download it")).await;
    eventually!(library.caught_files().await.get(1).map(|(_, text)| text.clone()), Some(torn.to_string()));

    library.reload().await;
    library.is_alerted("It is kept aside").await;
    let map = library.enter("Good").await;
    eventually!(map.card_count().await, 10);
}

async fn a_newer_document_is_only_read(engine: Engine) {
    let mut newer = document::map("From tomorrow", 3, 4, 10);
    newer["version"] = json!(2);
    newer["engagement"]["wishes"] = json!({ "1": "what this version has never heard of" });
    let readable = newer.to_string();
    newer["engagement"]["stages"] = json!("a form that this version cannot show");
    let foreign = newer.to_string();
    let library = Library::with(engine, &[("readable", &readable), ("foreign", &foreign)]).await;
    library.is_alerted("made by a newer Orbita (format 2) and cannot be shown here").await;
    library.catch_files().await;
    library.click(("alert button", "Download a copy")).await;
    eventually!(library.caught_files().await.first().map(|(_, text)| text.clone()), Some(foreign.clone()));

    let map = library.enter("From tomorrow").await;
    map.is_alerted("open for reading only").await;
    eventually!(map.card_count().await, 10);
    map.write("x").await;
    eventually!(map.words("[role=status] .toast span").await, "This engagement is open for reading only.");
    map.press("Delete Ctrl+D Alt+ArrowRight").await;
    map.click(("button", "Add stage")).await;
    assert_eq!(map.card_count().await, 10);
    assert_eq!(map.stages().await.len(), 3);
    map.reload().await;
    eventually!(map.card_count().await, 10);
    assert_eq!(map.stored(&document::key("readable")).await, Some(readable));
    assert_eq!(map.stored(&document::key("foreign")).await, Some(foreign));
}
