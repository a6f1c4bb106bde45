//! A map by keyboard alone.

use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};

in_three_browsers! { forty_cards_by_keyboard_alone }

const LANES: [usize; 4] = [1, 2, 3, 5];

async fn forty_cards_by_keyboard_alone(engine: Engine) {
    let map = Map::fresh(engine).await;
    for lane in LANES {
        for stage in 1..=5 {
            for card in ["a", "b"] {
                map.write(&format!("{card}{stage}{lane}")).await;
                map.press("Enter").await;
            }
            map.press("ArrowRight").await;
        }
        // Back to the first stage and down to the next lane of cards; the emotion lane is the fourth.
        map.press("Home ArrowDown").await;
        if lane == 3 {
            map.press("ArrowDown").await;
        }
    }
    are_all_there(&map).await;
}

async fn are_all_there(map: &Map) {
    for lane in LANES {
        for stage in 1..=5 {
            eventually!(map.cards(stage, lane).await, [format!("a{stage}{lane}"), format!("b{stage}{lane}")]);
        }
    }
}
