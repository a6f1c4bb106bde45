//! Keys of an input method are none of ours: in every kind of field the Enter that ends a word does nothing else.

use super::{cohorts, interviews};
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};

in_three_browsers! {
    an_input_method_ends_no_name_in_the_library
    an_input_method_ends_nothing_on_a_map
    an_input_method_ends_nothing_in_an_interview
    an_input_method_adds_no_tag_to_the_codebook
    an_input_method_states_no_number
}

async fn an_input_method_ends_no_name_in_the_library(engine: Engine) {
    let library = Library::with(engine, &[("alpha", &document::map("Alpha", 2, 2, 2).to_string())]).await;
    library.choose_in_menu("Alpha", "Rename").await;
    eventually!(library.keyboard().await, "textbox: Title");
    library.compose("かん").await;
    library.press("Enter").await;
    eventually!(library.titles().await, ["かん"]);
}

async fn an_input_method_ends_nothing_on_a_map(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    // A card, and the line that files cards.
    map.click(cell(1, 5)).await;
    map.write("x").await;
    map.compose("れん").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 5).await, ["れん"]);
    map.press("Ctrl+K").await;
    eventually!(map.keyboard().await, "textbox: Add to map");
    map.compose("らく").await;
    map.press("Enter").await;
    eventually!(map.card_count().await, 2);
    map.press("Escape").await;

    // The name of the map.
    map.click(".map-title-button").await;
    eventually!(map.shows(".map-title-field").await, true);
    map.compose("ちず").await;
    map.press("Enter").await;
    eventually!(map.words("h1").await, "ちず");

    // The search; a tag for cards that are chosen.
    map.press("/").await;
    eventually!(map.keyboard().await, "searchbox: Find in the map");
    map.compose("れ").await;
    eventually!(map.words("[role=search] [role=status]").await, "1 found");
    map.press("Escape").await;
    map.click(("option", "れん")).await;
    map.press("Shift+ArrowDown").await;
    map.click(("textbox", "Tag")).await;
    map.compose("ふだ").await;
    assert_eq!(map.attribute(".card", "data-tags").await.unwrap_or_default(), "");
    map.press("Enter").await;
    eventually!(map.attribute(("option", "れん"), "data-tags").await.as_deref(), Some("#ふだ"));
    map.press("Escape").await;

    // The palette, which chooses one of many.
    map.press("Alt+p").await;
    eventually!(map.keyboard().await, "combobox: Commands and places");
    map.compose("れん").await;
    map.press("Escape").await;

    // A table that is gone down by Enter.
    map.click(".ranking-all").await;
    map.click("tr:nth-child(1) [data-column=Owner]").await;
    map.compose("あんな").await;
    map.press("Tab").await;
    eventually!(map.value("tr:nth-child(1) [data-column=Owner]").await, "あんな");
}

async fn an_input_method_ends_nothing_in_an_interview(engine: Engine) {
    let map = interviews::begun(engine).await;
    map.compose("まりな").await;
    map.click(".band-date").await;
    map.click(".band-what input").await;
    map.compose("はる").await;
    map.press("Enter").await;
    eventually!(map.shows(".band-fields").await, false);
    // A tag on a note.
    map.click("#interview-about").await;
    map.press("/").await;
    map.write("Nobody called").await;
    map.press("Enter ArrowUp T").await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.compose("むごん").await;
    map.press("Enter").await;
    eventually!(map.words(".note .chip.tag").await.contains("むごん"), true);
}

async fn an_input_method_adds_no_tag_to_the_codebook(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    map.click(("link", "Interviews")).await;
    map.click(("link", "Codebook")).await;
    map.click(("textbox", "New tag")).await;
    map.compose("ねだん").await;
    assert!(!map.shows(".tag-row").await);
    map.press("Enter").await;
    map.sees("[title='Edit tag “ねだん”']").await;
}

async fn an_input_method_states_no_number(engine: Engine) {
    let browser = cohorts::economics(engine).await;
    browser.resize(1440, 900).await;
    let churn = ("textbox", "Churn a month, exact");
    browser.click(churn).await;
    // Nothing is refused before the person says that it is all.
    browser.compose("たくさん").await;
    assert_eq!(browser.names("alert").await.concat(), "");
    browser.press("Enter").await;
    browser.is_alerted("Type a number, such as 3.4%.").await;
}
