//! Stages: added, named, copied, moved, deleted.

use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};

in_three_browsers! { stages_are_drawn }

async fn stages_are_drawn(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First card").await;
    map.press("Enter").await;

    // Up to the heads; Enter names, and so does typing.
    map.press("ArrowUp").await;
    eventually!(map.keyboard().await, "columnheader: Stage 1");
    map.press("Enter").await;
    eventually!(map.keyboard().await, "textbox: Stage name");
    map.write("Choose").await;
    map.press("Enter ArrowRight").await;
    map.write("Buy").await;
    map.press("Enter").await;
    eventually!(map.stages().await, ["Choose", "Buy", "Stage 3", "Stage 4", "Stage 5"]);
    eventually!(map.keyboard().await, "columnheader: Buy");
    map.double_click(("columnheader", "Stage 3")).await;
    map.write("Use").await;
    map.press("Enter").await;
    eventually!(map.stages().await[2], "Use");

    map.choose_in_menu("More: Choose", "Edit subtitle").await;
    eventually!(map.keyboard().await, "textbox: Stage subtitle");
    map.write("3-5 weeks").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "columnheader: Choose 3-5 weeks");

    map.press("Ctrl+D").await;
    eventually!(map.stages().await[..3], ["Choose", "Choose", "Buy"]);
    eventually!(map.cards(2, 1).await, ["First card"]);
    map.press("Alt+ArrowRight Alt+ArrowRight").await;
    eventually!(map.cards(4, 1).await, ["First card"]);
    map.press("Alt+ArrowLeft").await;
    eventually!(map.stages().await[..4], ["Choose", "Buy", "Choose", "Use"]);
    eventually!(map.keyboard().await, "columnheader: Choose 3-5 weeks");

    map.press("Delete").await;
    eventually!(map.stages().await, ["Choose", "Buy", "Use", "Stage 4", "Stage 5"]);
    eventually!(map.words("[role=status] .toast span").await, "Deleted the stage “Choose” and 1 card");
    eventually!(map.keyboard().await, "columnheader: Use");
    map.undo_by_toast().await;
    eventually!(map.stages().await[..4], ["Choose", "Buy", "Choose", "Use"]);
    eventually!(map.cards(3, 1).await, ["First card"]);

    map.choose_in_menu("More: Use", "Insert a stage on the left").await;
    map.write("Start").await;
    map.press("Enter").await;
    eventually!(map.stages().await[2..5], ["Choose", "Start", "Use"]);
    map.press("Alt+Enter").await;
    map.write("Learn").await;
    map.press("Enter").await;
    eventually!(map.stages().await[2..6], ["Choose", "Start", "Learn", "Use"]);

    map.click(("button", "Add stage")).await;
    eventually!(map.keyboard().await, "textbox: Stage name");
    map.write("Renew").await;
    map.press("Enter").await;
    eventually!(map.stages().await.last().map(String::as_str), Some("Renew"));
    eventually!(map.keyboard().await, "columnheader: Renew");
}
