//! Documents that cannot be read, and documents of a newer Orbita.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_damaged_document_is_kept_aside
    a_newer_document_is_only_read
    a_newer_document_is_only_read_on_every_screen
    a_history_never_writes_back_a_newer_document
}

async fn a_damaged_document_is_kept_aside(engine: Engine) {
    let good = document::map("Good", 3, 4, 10).to_string();
    let torn = &good[..good.len() / 2];
    let library = Library::with(engine, &[("good", &good)]).await;

    // Its own address says why it does not open, and hands it out.
    library.store(&document::key("torn"), torn).await;
    library.open("/#/e/torn/journey").await;
    library.is_alerted("it’s cut off").await;
    library.catch_files().await;
    library.click(("button", "Download a copy")).await;
    eventually!(library.caught_files().await, [("orbita.json".to_string(), torn.to_string())]);

    library.click(("main link", "Library")).await;
    library.is_alerted("couldn’t be read. It’s set aside").await;
    eventually!(library.titles().await, ["Good"]);
    let aside = library.stored_keys("orbita/aside/").await;
    assert_eq!(aside.len(), 1);
    assert_eq!(library.stored(&aside[0]).await.as_deref(), Some(torn));
    assert_eq!(library.stored(&document::key("torn")).await, None);
    library.click(("alert button", "Download it")).await;
    eventually!(library.caught_files().await.get(1).map(|(_, text)| text.clone()), Some(torn.to_string()));

    library.reload().await;
    library.is_alerted("It’s set aside").await;
    let map = library.enter("Good").await;
    eventually!(map.card_count().await, 10);
}

async fn a_newer_document_is_only_read(engine: Engine) {
    let mut newer = document::map("From tomorrow", 3, 4, 10);
    newer["version"] = json!(99);
    newer["engagement"]["wishes"] = json!({ "1": "what this version has never heard of" });
    let readable = newer.to_string();
    newer["engagement"]["stages"] = json!("a form that this version cannot show");
    let foreign = newer.to_string();
    let library = Library::with(engine, &[("readable", &readable), ("foreign", &foreign)]).await;
    library.is_alerted("made by a newer version of Orbita and can’t be shown here").await;
    library.catch_files().await;
    library.click(("alert button", "Download a copy")).await;
    eventually!(library.caught_files().await.first().map(|(_, text)| text.clone()), Some(foreign.clone()));

    let map = library.enter("From tomorrow").await;
    map.is_alerted("it can’t be changed here").await;
    eventually!(map.card_count().await, 10);
    map.write("x").await;
    eventually!(map.words("[role=status] .toast span").await, "This project is read-only.");
    map.press("Delete Ctrl+D Alt+ArrowRight").await;
    map.click(("button", "Add stage")).await;
    assert_eq!(map.card_count().await, 10);
    assert_eq!(map.stages().await.len(), 3);
    map.press("Ctrl+z Ctrl+Shift+z").await;
    map.catch_files().await;
    map.click(("alert button", "Download a copy")).await;
    eventually!(map.caught_files().await.first().map(|(_, text)| text.clone()), Some(readable.clone()));
    map.reload().await;
    eventually!(map.card_count().await, 10);
    assert_eq!(map.stored(&document::key("readable")).await, Some(readable.clone()));
    assert_eq!(map.stored(&document::key("foreign")).await, Some(foreign.clone()));

    // From the library too: another title is refused, a copy is the same to the letter, and both ways lead out and in.
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await, ["From tomorrow"]);
    library.choose_in_menu("From tomorrow", "Rename").await;
    library.press("Ctrl+a").await;
    library.write("Renamed").await;
    library.press("Enter").await;
    eventually!(library.words("[role=status] .toast span").await.contains("newer version of Orbita"), true);
    assert_eq!(library.titles().await, ["From tomorrow"]);
    library.choose_in_menu("From tomorrow", "Duplicate").await;
    // Two of one name are told apart.
    eventually!(library.titles().await.len(), 2);
    let titles = library.titles().await;
    assert!(titles.iter().all(|title| title.starts_with("From tomorrow (")) && titles[0] != titles[1], "{titles:?}");
    for key in library.stored_keys(&document::key("")).await {
        let text = library.stored(&key).await;
        assert!(text.as_deref() == Some(&readable) || text.as_deref() == Some(&foreign), "{key}: {text:?}");
    }
    library.drop_file("main", "newer.json", &readable).await;
    eventually!(library.titles().await.len(), 3);
}

async fn a_newer_document_is_only_read_on_every_screen(engine: Engine) {
    let mut newer: serde_json::Value = serde_json::from_str(include_str!("../../../../public/examples/en.json")).expect("the example");
    newer["version"] = json!(99);
    newer["engagement"]["wishes"] = json!({ "1": "what this version has never heard of" });
    let text = newer.to_string();
    let browser = Browser::start(engine).await;
    browser.open("/").await;
    browser.store(&document::key("newer"), &text).await;
    let economics = ["economics", "economics/clients", "economics/revenue", "economics/fixing"];
    let interviews = ["interviews/1", "interviews/forces", "interviews/phrases", "interviews/codebook", "interviews/jobs"];
    let others = ["interviews/outcomes", "interviews/quotes", "journey/frictions", "journey/1"];
    // Everything that can be pressed or typed into is, but for what leads elsewhere or hands something out.
    let touch = "const labelOf = (one) => one.ariaLabel ?? one.innerText ?? '';
        const touched = [...document.querySelectorAll('main button, main input, main textarea, main select')]
            .filter((one) => !one.disabled && one.type !== 'file' && !/download|export|import|file|print|share|present/i.test(labelOf(one)));
        for (const one of touched) {
            if (one.matches('button')) one.click();
            else if (one.matches('select')) { one.selectedIndex = (one.selectedIndex + 1) % one.options.length; one.dispatchEvent(new Event('change', { bubbles: true })); }
            else if (/checkbox|radio/.test(one.type)) one.click();
            else if (!one.readOnly) {
                one.focus();
                one.value = one.type === 'range' ? one.max : one.type === 'date' ? '2030-01-01' : one.value + '7';
                for (const event of ['input', 'change']) one.dispatchEvent(new Event(event, { bubbles: true }));
                one.blur();
            }
        }
        for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
        return touched.length";
    let mut all = 0;
    for place in economics.into_iter().chain(interviews).chain(others) {
        // By a page of its own: what was opened on the last one is not to be left first.
        browser.client.goto(&browser.address("/empty")).await.expect("the page loads");
        browser.open(&format!("/#/e/newer/{place}")).await;
        eventually!((place, browser.shows("main button").await, browser.shows(".later").await), (place, true, false));
        all += browser.js::<usize>(touch, json!([])).await;
        assert!(!browser.shows("#stopped").await, "{place}");
        browser.press("Ctrl+z Ctrl+Shift+z").await;
        assert_eq!(browser.stored(&document::key("newer")).await.as_deref(), Some(text.as_str()), "{place}");
    }
    assert!(all > 100, "much was tried: {all}");
    // Nor does anything come later.
    browser.client.goto(&browser.address("/empty")).await.expect("the page loads");
    browser.open("/").await;
    browser.sees(".tile").await;
    assert_eq!(browser.stored(&document::key("newer")).await, Some(text));
}

async fn a_history_never_writes_back_a_newer_document(engine: Engine) {
    let mut newer = document::map("From tomorrow", 3, 4, 10);
    newer["version"] = json!(99);
    let newer = newer.to_string();
    let library = Library::with(engine, &[("newer", &newer)]).await;
    let history = json!({ "digest": "0", "writer": "", "revision": 0, "history": { "done": [[]], "undone": [] } });
    library.store("orbita/history/newer", &history.to_string()).await;
    let map = library.enter("From tomorrow").await;
    map.press("Ctrl+z Ctrl+z Ctrl+y").await;
    map.write("x").await;
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    assert_eq!(map.stored(&document::key("newer")).await, Some(newer));
}
