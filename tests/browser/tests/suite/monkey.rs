//! A monkey at the app, drawn from a seed: three thousand actions in each browser, looked at after every two hundred.
//! `MONKEY_SEED` and `MONKEY_ACTIONS` ask for others.

use orbita_browser::driver::Engine;
use orbita_browser::{document, frame, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    a_monkey_stops_nothing_and_loses_nothing
    cards_dealt_anew_elsewhere_stand_in_their_order
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

/// Deals the cards of a map anew between two cells, as another tab, and looks how they stand.
const DEALS: &str = "const [first, deals] = given;
    localStorage.clear();
    localStorage.setItem(KEY, saved(first));
    frame.style.cssText = 'border:0;width:1280px;height:800px';
    await load(MAP);
    // Whoever has been in a cell sees all its cards.
    for (const card of every('[data-cell] [data-card]:first-child')) {
        card.focus();
        card.click();
        await pause(50);
    }
    const [lane] = Object.keys(first.engagement.lanes);
    const shown = () => every('[data-cell]').map((cell) => [...cell.querySelectorAll('[data-card]')].map((card) => Number(card.dataset.card)));
    for (const cells of deals) {
        const document = JSON.parse(localStorage.getItem(KEY));
        Object.values(document.engagement.stages).forEach((stage, at) => (stage.cells = cells[at].length ? { [lane]: cells[at] } : {}));
        localStorage.setItem(KEY, saved(document));
        if (!(await until(() => JSON.stringify(shown()) === JSON.stringify(cells)))) return [cells, shown()];
    }
    return null;";

async fn cards_dealt_anew_elsewhere_stand_in_their_order(engine: Engine) {
    let document = document::map("Dealt", 2, 1, 8);
    let cards: Vec<u64> = (5..13).collect();
    // In one step cards come, go and turn around.
    let turned = [vec![8, 9, 7, 6, 5], vec![10, 11, 12]];
    let back = [vec![5, 6, 7], vec![12, 8, 11, 10, 9]];
    let mut deals = vec![[cards[..3].to_vec(), cards[3..].to_vec()], turned.clone(), back, turned];
    for round in 1..20 {
        let mut dealt = cards.clone();
        dealt.sort_by_key(|card| card * card * (round * 2 + 1) % 31);
        let second = dealt.split_off(round as usize % 9);
        deals.push([dealt, second]);
    }
    let script = format!("{MONKEY}\n{DEALS}");
    let fault: Option<(serde_json::Value, serde_json::Value)> =
        frame::play(engine, &script, json!([document, deals])).await;
    assert_eq!(fault, None, "as they are stored, and as they stand");
}
