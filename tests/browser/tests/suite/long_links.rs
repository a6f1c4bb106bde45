//! Where a link is not to be had: too long for what keeps it, too large for any, locked on plain http; and files that are too large.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::site::HOSTED;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    a_link_that_chats_would_cut_leads_to_a_file
    a_project_too_large_for_a_link_leads_to_a_file
    a_locked_link_on_plain_http_says_why_it_stays_closed
    a_hosted_file_that_is_too_large_is_named
}

/// A map of `cards` cards with `letters` letters each that nobody could foresee.
async fn full_map(engine: Engine, cards: usize, letters: usize) -> Map {
    let mut map = document::map("Full", 6, 8, cards);
    let mut state = 7_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b"abcdefghijklmnopqrstuvwxyz     "[(state >> 16) as usize % 31])
    };
    let all = map["engagement"]["cards"].as_object_mut().expect("cards");
    for card in all.values_mut() {
        card["text"] = Value::String(format!("A{}z", (2..letters).map(|_| letter()).collect::<String>()));
    }
    let browser = Browser::start(engine).await;
    browser.store_first(&[("full", &map.to_string())]).await;
    browser.open("/#/e/full/journey").await;
    Map::of(browser).await
}

async fn a_link_that_chats_would_cut_leads_to_a_file(engine: Engine) {
    let map = full_map(engine, 300, 40).await;
    map.click(("button", "Share")).await;
    eventually!(map.value("#share-address").await.contains("#/view/o1."), true);
    let length = map.value("#share-address").await.len();
    assert!(length > 3_992, "{length}");
    eventually!(map.words(".share-said").await, "Chats and email would cut this link. Send a file instead.");
    let carriers = map.words(".share-carriers").await;
    for cut in ["Too long for email (up to 2,048)", "Too long for Slack and other chats (up to 3,992)"] {
        assert!(carriers.contains(cut), "{carriers}");
    }
    assert!(!map.shows(".share-code").await, "nothing scans as much");
    assert!(!map.shows("[aria-disabled=true]#share-copy").await, "it can be copied all the same");
    // The file beside it holds all.
    map.sees(".file-line").await;
}

async fn a_project_too_large_for_a_link_leads_to_a_file(engine: Engine) {
    let map = full_map(engine, 300, 1_800).await;
    map.click(("button", "Share")).await;
    eventually!(map.words(".share-said").await, "This project is too large for a link. Share it as a file.");
    assert_eq!(map.value("#share-address").await, "");
    map.sees("[aria-disabled=true]#share-copy").await;
    assert!(!map.shows(".share-length").await && !map.shows(".share-code").await);
    map.sees(".file-line").await;
}

async fn a_locked_link_on_plain_http_says_why_it_stays_closed(engine: Engine) {
    let map = Map::fresh(engine).await;
    // Scripts of the app are not run anew: what they ask is answered as on such a page.
    map.js::<()>("Object.defineProperty(window, 'isSecureContext', { value: false })", json!([])).await;
    let locked = include_str!("../../../fixtures/link-locked-1.txt").trim();
    map.js::<()>("location.hash = arguments[0]", json!([format!("#/view/{locked}")])).await;
    map.is_alerted("This link is encrypted, and this page came over plain http, where browsers don’t offer decryption.").await;
    assert!(!map.shows("#passphrase").await);
    map.click(("main link", "Library")).await;
    map.sees(("button", "Import")).await;
}

async fn a_hosted_file_that_is_too_large_is_named(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.host("client.json", vec![b' '; (32 << 20) + 1]);
    browser.open(&format!("{HOSTED}?open=client.json")).await;
    browser.is_alerted("“client.json” is too large to open here. Ask for a smaller file.").await;
    assert!(!browser.shows(".preview-bar").await);
}
