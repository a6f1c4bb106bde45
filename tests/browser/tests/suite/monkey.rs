//! A monkey at the app, drawn from a seed: three thousand actions in each browser, looked at after every two hundred.
//! `MONKEY_SEED` and `MONKEY_ACTIONS` ask for others.

use orbita_browser::driver::Engine;
use orbita_browser::{document, frame, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_monkey_stops_nothing_and_loses_nothing
}

const MONKEY: &str = include_str!("../../src/monkey.js");

/// After how many actions it is looked how things stand.
const BLOCK: u32 = 200;

fn asked(name: &str) -> Option<u32> {
    std::env::var(name).ok()?.parse().ok()
}

async fn a_monkey_stops_nothing_and_loses_nothing(engine: Engine) {
    let (actions, seed) = (asked("MONKEY_ACTIONS").unwrap_or(3000), asked("MONKEY_SEED").unwrap_or(engine as u32 + 11));
    let documents = [
        ("monkey", include_str!("../../../../public/examples/en.json").to_string()),
        ("other", document::map("Other", 3, 4, 5).to_string()),
    ];
    let script = format!("{MONKEY}\nreturn play(...given);");
    let faults: Vec<String> = frame::play(engine, &script, json!([documents, seed, actions, BLOCK])).await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
