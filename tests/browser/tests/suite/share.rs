//! The dialog that shares: links open and locked, and files.

use orbita::exchange::archive::Archive;
use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::site::HOSTED;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

use super::links::EXAMPLE;

in_three_browsers! {
    a_project_goes_by_link_and_comes_back
    one_map_goes_alone
    files_of_one_map_hold_nothing_else
    what_a_link_leaves_out_is_said
    nothing_is_undone_behind_a_dialog
    a_passphrase_locks_a_link
    without_a_safe_connection_there_is_no_passphrase
    files_are_handed_out
}

async fn opened(engine: Engine, text: &str) -> Map {
    let browser = Browser::start(engine).await;
    browser.store_first(&[("sent", text)]).await;
    browser.open("/#/e/sent/journey").await;
    Map::of(browser).await
}

/// The link that the dialog shows, once it is of this kind.
async fn link(map: &Map, kind: &str) -> String {
    let kind = format!("#/view/{kind}.");
    eventually!(map.value("#share-address").await.contains(&kind), true);
    map.value("#share-address").await
}

async fn go(map: &Map, address: &str) {
    map.client.goto(&map.address("/empty")).await.expect("the page loads");
    map.client.goto(address).await.expect("the page loads");
    map.is_ready().await;
}

async fn a_project_goes_by_link_and_comes_back(engine: Engine) {
    let map = opened(engine, &document::map("Курс+ 2026", 4, 6, 40).to_string()).await;
    let (stages, count) = (map.stages().await, map.card_count().await);
    // The clipboard is the machine's: what is put on it is looked at here.
    let script = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })";
    map.js::<()>(script, json!([])).await;
    map.click(("button", "Share")).await;
    let address = link(&map, "o1").await;
    let length = format!("{} characters", address.len());
    eventually!(map.words(".share-length").await.replace(',', ""), length);
    eventually!(map.words(".share-carriers").await.contains("Fits Slack and other chats (up to 3,992)"), true);
    map.sees(("img", "QR code of the link")).await;
    map.click(("button", "Copy link")).await;
    eventually!(map.words(".share-said").await, "Link copied.");
    let stands = "return [...document.querySelectorAll('.share-note')].every(note => getComputedStyle(note).position === 'static')";
    assert!(map.js::<bool>(stands, json!([])).await, "a note covers no file");
    assert_eq!(map.js::<String>("return copied", json!([])).await, address);
    map.press("Escape").await;
    eventually!(map.keyboard().await, "button: Share");

    go(&map, &address).await;
    map.sees(("region", "Preview")).await;
    eventually!(map.card_count().await, count);
    assert_eq!(map.stages().await, stages);
    // By the palette and the keyboard alone.
    map.press("Alt+p").await;
    map.write("share").await;
    map.press("Enter").await;
    map.sees(("dialog", "Share")).await;
    eventually!(map.value("#share-address").await, address);
}

async fn one_map_goes_alone(engine: Engine) {
    let map = opened(engine, EXAMPLE).await;
    map.click(("button", "Share")).await;
    let whole = link(&map, "o1").await;
    let alone: String = map.js("return all('radio').map(named)[1]", json!([])).await;
    assert!(alone.starts_with("This map: “"), "{alone}");
    map.click(("radio", alone.as_str())).await;
    eventually!(map.value("#share-address").await.len() < whole.len(), true);
    let address = link(&map, "o1").await;
    go(&map, &address).await;
    map.sees(("region", "Preview")).await;
    map.click(("link", "Economics")).await;
    map.sees(".economy .empty").await;
}

async fn files_of_one_map_hold_nothing_else(engine: Engine) {
    let map = opened(engine, EXAMPLE).await;
    map.catch_files().await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    let texts = async || {
        let script = "return Promise.all(caught.map(async ([name, blob]) => [name, await blob.text()]))";
        map.js_later::<Vec<(String, String)>>(script, json!([])).await
    };
    let take = async |at: usize, count: usize| {
        map.js::<()>("[...document.querySelectorAll('.file-line')][arguments[0]].click()", json!([at])).await;
        eventually!(map.caught_count().await, count);
    };
    take(1, 1).await;
    let alone: String = map.js("return all('radio').map(named)[1]", json!([])).await;
    map.click(("radio", alone.as_str())).await;
    eventually!(map.words(".share-files").await.contains("Of this map alone."), true);
    take(0, 2).await;
    take(1, 3).await;
    let files = texts().await;
    assert!(files[0].1.contains("LTV"), "the report of the whole project tells its economics");
    for (name, text) in &files[1..] {
        assert!(!text.contains("LTV") && !text.contains("\"churn\""), "{name} holds the economics");
        assert_ne!(name.split_once('.').map(|(start, _)| start), files[0].0.split_once('.').map(|(start, _)| start));
    }
}

async fn nothing_is_undone_behind_a_dialog(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Kept").await;
    map.press("Enter Escape").await;
    map.click(("button", "Share")).await;
    map.sees("dialog[open] .share-link").await;
    map.press("Ctrl+z Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    assert_eq!(map.cards(1, 1).await, ["Kept"]);
    map.press("Ctrl+z").await;
    eventually!(map.cards(1, 1).await.is_empty(), true);
}

async fn what_a_link_leaves_out_is_said(engine: Engine) {
    let map = opened(engine, include_str!("../../../fixtures/version-3-everything.json")).await;
    map.click(("button", "Share")).await;
    eventually!(map.words(".share-link").await.contains("Interviews stay out of links: "), true);
    eventually!(map.words(".share-link").await.contains("appears as “[Person 1]”"), true);
    let address = link(&map, "o1").await;
    go(&map, &address).await;
    map.sees(("region", "Preview")).await;
    map.click(("button", "Share")).await;
    link(&map, "o1").await;
    assert!(!map.words(".share-link").await.contains("Interviews stay out of links"), "nothing more is left out");
    map.press("Escape").await;
    map.click(("link", "Interviews")).await;
    eventually!(map.words(".interview.none").await.contains("Links leave interviews out"), true);
}

async fn a_passphrase_locks_a_link(engine: Engine) {
    let map = opened(engine, EXAMPLE).await;
    map.resize(1440, 900).await;
    map.click(("button", "Share")).await;
    link(&map, "o1").await;
    map.click("#share-passphrase").await;
    map.write("лёд и 7 огней").await;
    let address = link(&map, "x2").await;
    go(&map, &address).await;
    map.sees(("heading", "This project is locked")).await;
    assert!(!map.shows("[role=grid]").await);
    eventually!(map.js::<String>("return document.activeElement.id", json!([])).await, "passphrase");
    map.write("лед и 7 огней").await;
    map.press("Enter").await;
    map.is_alerted("Wrong passphrase. Check it and try again.").await;
    map.press("Ctrl+a").await;
    map.write("лёд и 7 огней").await;
    map.press("Enter").await;
    map.sees("[role=grid]").await;
    // What is tried stays locked with the same passphrase.
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    let hash = async || map.js::<String>("return location.hash", json!([])).await;
    let before = hash().await;
    map.js::<()>("document.querySelector('[role=slider].split-bar').focus()", json!([])).await;
    map.press("Shift+ArrowLeft").await;
    eventually!(hash().await == before, false);
    assert!(hash().await.starts_with("#/view/x2."));
    // Where it cannot be locked again, the address holds nothing rather than what was before.
    map.js::<()>("SubtleCrypto.prototype.encrypt = () => Promise.reject(new Error('refused'))", json!([])).await;
    map.press("Shift+ArrowLeft").await;
    eventually!(hash().await.starts_with("#/view/none/"), true);
    map.is_alerted("couldn’t be written into this page’s address").await;
    map.reload().await;
    map.is_alerted("There is nothing behind this address").await;
    // A locked link that was cut says so before anything is typed.
    go(&map, &address[..address.len() - 20]).await;
    map.is_alerted("The end of this link is missing").await;
    // So does one that changed on its way.
    let at = address.len() - 20;
    let other = if &address[at..=at] == "A" { "B" } else { "A" };
    go(&map, &[&address[..at], other, &address[at + 1..]].concat()).await;
    map.is_alerted("This link was damaged on its way").await;
    // What was ever locked opens for ever.
    let locked = [include_str!("../../../fixtures/link-locked-1.txt"), include_str!("../../../fixtures/link-locked-2.txt")];
    for link in locked {
        go(&map, &map.address(&format!("/#/view/{}", link.trim()))).await;
        map.click("#passphrase").await;
        map.write("лёд и 7 огней").await;
        map.press("Enter").await;
        map.sees("[role=grid]").await;
    }
    eventually!(map.cards(1, 1).await, ["Asks for an offer", "Ждёт ответа"]);
}

async fn without_a_safe_connection_there_is_no_passphrase(engine: Engine) {
    let map = opened(engine, EXAMPLE).await;
    map.js::<()>("Object.defineProperty(window, 'isSecureContext', { value: false })", json!([])).await;
    map.click(("button", "Share")).await;
    eventually!(map.words(".share-link").await.contains("Open Orbita over https to set a passphrase."), true);
    assert!(!map.shows("#share-passphrase").await);
    link(&map, "o1").await;
}

/// The names in an archive that was handed out, as its directory has them.
async fn names_in(map: &Map, at: usize) -> Vec<String> {
    let script = "const bytes = new Uint8Array(await caught[given[0]][1].arrayBuffer());
        const view = new DataView(bytes.buffer);
        const names = [];
        for (let at = view.getUint32(bytes.length - 6, true); view.getUint32(at, true) === 0x02014b50; ) {
            const length = view.getUint16(at + 28, true);
            names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
            at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        }
        return names;";
    map.js_later(script, json!([at])).await
}

/// The bytes of a base64 text.
fn of_base64(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = text.bytes().filter(|letter| *letter != b'=').map(value).collect();
    let bytes = letters.chunks(4).flat_map(|four| {
        let bits = four.iter().fold(0_u32, |bits, six| bits << 6 | u32::from(*six)) << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    });
    bytes.collect()
}

async fn files_are_handed_out(engine: Engine) {
    let map = opened(engine, EXAMPLE).await;
    map.catch_files().await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    let lines: Vec<String> =
        map.js("return [...document.querySelectorAll('.file-label')].map((label) => label.textContent)", json!([])).await;
    for (at, line) in lines.iter().enumerate() {
        let script = "[...document.querySelectorAll('.file-line')][arguments[0]].click()";
        map.js::<()>(script, json!([at])).await;
        eventually!(map.caught_count().await, at + 1);
        eventually!(map.words(".file-said").await.ends_with("is ready."), true);
        assert!(!line.is_empty());
    }
    let script = "return Promise.all(caught.map(async ([name, blob]) => [name, name.endsWith('.zip') ? '' : await blob.text()]))";
    let files: Vec<(String, String)> = map.js_later(script, json!([])).await;
    let endings: Vec<&str> = files.iter().map(|(name, _)| name.split_once('.').expect("an ending").1).collect();
    assert_eq!(endings, ["orbita.json", "html", "pptx", "a4.pptx", "xlsx", "ics", "zip"]);
    assert!(files[0].1.contains("\"orbita-engagement\""));
    assert!(files[5].1.starts_with("BEGIN:VCALENDAR\r\n"));
    for (name, text) in &files[2..5] {
        assert!(text.starts_with("PK"), "{name}");
    }

    // The page holds everything to be hosted.
    let names = names_in(&map, 6).await;
    for needed in ["index.html", "client.json", "config.json", "sw.js", "files.json", "examples/en.json"] {
        assert!(names.iter().any(|name| name == needed), "{needed} in {names:?}");
    }
    assert!(names.iter().filter(|name| name.ends_with(".wasm")).count() >= 3, "{names:?}");

    // Unpacked into a folder of its own on a host, it opens with the project.
    let script = "const reader = new FileReader(), read = new Promise((tell) => { reader.onload = tell; });
        reader.readAsDataURL(caught[6][1]);
        await read;
        return reader.result.split(',')[1]";
    let zip = of_base64(&map.js_later::<String>(script, json!([])).await);
    let mut archive = Archive::open(&zip).expect("an archive");
    let files_inside: Vec<String> = archive.names().map(String::from).collect();
    for name in files_inside {
        map.host(&format!("unpacked/{name}"), archive.read(&name).expect("a file"));
    }
    let back = map.client.current_url().await.expect("an address");
    map.open(&format!("{HOSTED}unpacked/")).await;
    map.sees(("region", "Preview")).await;
    eventually!(map.card_count().await >= 40, true);
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Cumulative profit")).await;
    map.client.goto(back.as_str()).await.expect("the page loads");
    map.is_ready().await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;

    // The report comes back as the project.
    map.press("Escape").await;
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.pick_file("report.html", &files[1].1).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await.len(), 2);
}
