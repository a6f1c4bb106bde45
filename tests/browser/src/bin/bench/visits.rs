//! Visits to a map, from the address to the first key that is answered, beside the page by hand.

use orbita_browser::browser::Browser;
use orbita_browser::driver::{Ask, Engine};
use serde_json::{Value, json};

use super::limits;

/// Asks again and again, from before the page begins, whether a key on a card is answered: both pages open their editor then.
const ASK: &str = r#"(() => {
    const ask = () => {
        const card = document.querySelector("[data-card]");
        if (card) {
            card.focus();
            card.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
            if (document.activeElement?.id === "editor") return (window.answered = performance.now());
        }
        setTimeout(ask, 4);
    };
    if (location.pathname !== "/bench/") ask();
})()"#;

/// How often each page is visited.
const VISITS: usize = 5;

/// Prints the visits to a map with this document. Only Chromium can be slowed down and asked from before a page begins.
pub async fn measure(engine: Engine, text: &str, app: &str, bare: &str) {
    if engine != Engine::Chromium {
        return;
    }
    for (slower, first, second) in [
        (1, "first visit to an answered key", Some("second visit")),
        (4, "the same, processor four times slower", None),
    ] {
        let (mut ours, mut hand) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for _ in 0..VISITS {
            for (address, times) in [(bare, &mut hand), (app, &mut ours)] {
                let [one, two] = visit(engine, text, address, slower).await;
                times[0].push(one);
                times[1].push(two);
            }
        }
        limits::print(first, median(&mut ours[0]), median(&mut hand[0]));
        if let Some(second) = second {
            limits::print(second, median(&mut ours[1]), median(&mut hand[1]));
        }
    }
}

/// A fresh origin with a document in its storage.
async fn begin(engine: Engine, text: &str) -> Browser {
    let browser = Browser::start(engine).await;
    browser.client.goto(&browser.address("/bench/")).await.expect("the page loads");
    browser
        .js::<Value>(
            "localStorage.clear(); localStorage.setItem('orbita/engagement/bench', arguments[0])",
            json!([text]),
        )
        .await;
    browser
}

/// The first visit of a fresh origin, and the second.
async fn visit(engine: Engine, text: &str, address: &str, slower: u32) -> [f64; 2] {
    let browser = begin(engine, text).await;
    let ask = async |method, params| {
        browser.client.issue_cmd(Ask(method, params)).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    };
    let script = ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": ASK })).await;
    ask("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await;
    let mut times = [0.0; 2];
    for time in &mut times {
        browser.client.goto(&browser.address("/bench/")).await.expect("the page loads");
        browser.client.goto(&browser.address(address)).await.expect("the page loads");
        *time = browser
            .js_later(
                "while (!window.answered) await new Promise((on) => setTimeout(on, 20)); return window.answered",
                json!([]),
            )
            .await;
    }
    ask("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    ask("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] })).await;
    times
}

/// Prints how long a real key takes to its painted frame, in a card of this document.
pub async fn keys(engine: Engine, text: &str, app: &str, bare: &str) {
    let (ours, hand) = (key(engine, text, app).await, key(engine, text, bare).await);
    limits::print("a key to its painted frame", ours, hand);
}

async fn key(engine: Engine, text: &str, address: &str) -> f64 {
    let browser = begin(engine, text).await;
    browser.client.goto(&browser.address(address)).await.expect("the page loads");
    let begin = "const wait = () => new Promise((on) => setTimeout(on, 50));
        while (!document.querySelector('[data-card]')) await wait();
        for (let turn = 0; turn < 20; turn++) await wait();
        document.querySelector('[data-card]').focus();
        window.painted = [];
        addEventListener('keydown', (event) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => painted.push(performance.now() - event.timeStamp);
            port2.postMessage(null);
        }), true);
        return null";
    browser.js_later::<Value>(begin, json!([])).await;
    browser.press("Enter").await;
    for letter in ["a", "b", "c", "d", "e"].iter().cycle().take(40) {
        browser.press(letter).await;
    }
    let mut painted: Vec<f64> = browser.js("return painted", json!([])).await;
    median(&mut painted)
}

/// The one in the middle.
pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
