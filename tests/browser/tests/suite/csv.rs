//! Maps that come as tables: whole, or not at all with a reason for each row; and never otherwise than they are shown.

use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    csv_out_and_in_is_the_same_map
    csv_becomes_a_map_of_the_open_engagement
    a_row_that_cannot_be_taken_is_named
    letters_of_an_older_windows_are_asked_about
    columns_that_are_not_known_are_named_first
}

/// The CSV of the map that is shown, by its menu.
async fn exported(map: &Map) -> (String, String) {
    let before = map.caught_count().await;
    map.choose_in_menu("Export", "Map as CSV").await;
    eventually!(map.caught_count().await, before + 1);
    map.caught_files().await.pop().expect("a file was handed out")
}

async fn csv_out_and_in_is_the_same_map(engine: Engine) {
    let mut document = document::map("Карта", 4, 9, 40);
    let cards = document["engagement"]["cards"].as_object_mut().expect("the cards are an object");
    let hard = ["=1+1", "-5, \"quoted\"", "first\nsecond", "«ёлки»; \t tab", "'+7 999", "@anna"];
    for ((_, card), text) in cards.iter_mut().zip(hard) {
        card["text"] = json!(text);
    }
    let library = Library::with(engine, &[("out", &document.to_string())]).await;
    library.resize(1280, 720).await;
    let map = library.enter("Карта").await;
    map.catch_files().await;
    let (name, csv) = exported(&map).await;
    assert_eq!(name, "Карта.csv");
    for harmless in ["'=1+1", "\"'-5, \"\"quoted\"\"\"", "'@anna"] {
        assert!(csv.contains(harmless), "{harmless} in {csv}");
    }

    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.pick_file(&name, &csv).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await.len(), 2);
    let titles = library.titles().await;
    assert!(titles.iter().all(|title| title.starts_with("Карта (")) && titles[0] != titles[1], "{titles:?}");
    let ids: Vec<String> = library.stored_keys(&document::key("")).await;
    let new = ids.iter().find(|key| **key != document::key("out")).expect("a new engagement");
    let new = new.strip_prefix(&document::key("")).expect("the key of an engagement").to_owned();
    library.open(&format!("/#/e/{new}/journey")).await;
    library.reload().await;
    let map = Map::of(library.into_browser()).await;
    map.catch_files().await;
    assert_eq!(map.card_count().await, 40);
    assert_eq!(map.cards(1, 1).await[0], "=1+1");
    assert_eq!(exported(&map).await.1, csv, "what comes out again is the same");
}

const SMALL: &str = "Stage;LANE;text;emotion\r\nПоиск;Friction;Нет цены, только «по запросу»;-0,5\r\n\
    Поиск;Телефон;Звонит;\r\nДоговор;Friction;Долго;\r\n";

async fn csv_becomes_a_map_of_the_open_engagement(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.write("Here").await;
    map.press("Enter").await;
    map.pick_file("Из таблицы.csv", SMALL).await;
    map.sees(("button", "Из таблицы")).await;
    eventually!(map.stages().await, ["Поиск", "Договор"]);
    assert_eq!(map.lanes().await, ["Friction", "Телефон"]);
    assert_eq!(map.cards(1, 1).await, ["Нет цены, только «по запросу»"]);
    assert_eq!(map.cards(2, 1).await, ["Долго"]);
    map.click(("button", "Undo")).await;
    map.sees(("button", "Untitled map")).await;
    eventually!(map.cards(1, 1).await, ["Here"]);
    map.click(("button", "Untitled project")).await;
    map.sees(("menu menuitem", "Import a map from a table…")).await;
    assert_eq!(map.names("menuitemcheckbox").await, ["Untitled map (As-is)"], "one undo takes the map away");
}

const BAD: &str = "stage,lane,text,emotion,frequency,impact,owner,next_step\n\
    Choose,Friction,Good row,1,2,3,Anna,Call\n\
    ,Friction,No stage,,,,,\n\
    Choose,Friction,\"Two\nlines\",,6,,,\n\
    Choose,Emotion,A card,,,,,\n\
    Choose,Friction,Level,seven,,,,\n\
    Choose,Friction,Other level,2,,,,\n\
    Choose,Friction,Comma,, , , ,x,y\n\
    ,Emotion [2],,,,,,\n";

async fn a_row_that_cannot_be_taken_is_named(engine: Engine) {
    let good = document::map("Good", 3, 4, 10).to_string();
    let library = Library::with(engine, &[("good", &good)]).await;
    library.resize(1280, 720).await;
    let rows = async |library: &Library| -> Vec<String> {
        library.js("return all('dialog listitem').map(said).map(tidy)", json!([])).await
    };
    library.drop_file("main", "bad.csv", BAD).await;
    library.sees(("dialog", "Import this map?")).await;
    let refused = rows(&library).await.join("\n");
    for place in [
        "Row 4, column 5 (E4): \u{201c}6\u{201d} isn\u{2019}t valid. Use whole numbers from 1 to 5.",
        "Row 8, column 9 (I8): the row has more cells than the heading. Put quotation marks around text and numbers with a comma.",
    ] {
        assert!(refused.contains(place), "{place} in {refused}");
    }
    assert!(library.words(("dialog", "Import this map?")).await.contains("bad.csv"));
    assert!(!library.shows(("dialog button", "Use it as shown")).await);
    assert_eq!(library.stored_keys(&document::key("")).await, [document::key("good")]);
    library.click(("dialog button", "Cancel")).await;
    eventually!(library.titles().await, ["Good"]);

    // So it is in an open engagement, and the map stays as it is.
    let map = library.enter("Good").await;
    map.pick_file("other.csv", "name,words\nChoose,Hello\n").await;
    eventually!(
        map.words("[role=status] .toast span").await,
        "\u{201c}other.csv\u{201d} is a table, but not a map. Name its columns Stage, Lane and Text."
    );
    assert_eq!(map.card_count().await, 10);
    assert_eq!(map.attribute(("button", "Undo"), "aria-disabled").await, Some("true".into()));
}

async fn letters_of_an_older_windows_are_asked_about(engine: Engine) {
    let library = Library::empty(engine).await;
    // "Да" as an older Windows writes it: too short to tell from another page of letters.
    let old = [b"stage,lane,text\n".as_slice(), &[0xc4, 0xe0], b",Friction,x\n"].concat();
    library.pick_file("old.csv", &old).await;
    library.sees(("dialog", "Import this map?")).await;
    assert!(library.words(("dialog", "Import this map?")).await.contains("How is the file encoded?"));
    assert_eq!(library.stored_keys(&document::key("")).await, Vec::<String>::new());
    library.click(("radio", "Windows-1252 (Western)")).await;
    eventually!(library.keyboard().await, "radio: Windows-1252 (Western)");
    library.click(("radio", "Windows-1251 (Cyrillic)")).await;
    eventually!(library.keyboard().await, "radio: Windows-1251 (Cyrillic)");
    library.click(("dialog button", "Use it as shown")).await;
    eventually!(library.titles().await, ["old"]);
    let map = library.enter("old").await;
    eventually!(map.stages().await, ["Да"]);
}

async fn columns_that_are_not_known_are_named_first(engine: Engine) {
    let library = Library::empty(engine).await;
    library.pick_file("more.tsv", "Stage\tLane\tText\tWeather\nChoose\tActions\tCalls\train\n").await;
    library.sees(("dialog", "Import this map?")).await;
    let said = library.words(("dialog", "Import this map?")).await;
    assert!(said.contains("Left out: column D \u{201c}Weather\u{201d} (unknown heading)."), "{said}");
    library.click(("dialog button", "Cancel")).await;
    eventually!(library.shows("dialog[open]").await, false);
    assert_eq!(library.stored_keys(&document::key("")).await, Vec::<String>::new());
    library.pick_file("more.tsv", "Stage\tLane\tText\tWeather\nChoose\tActions\tCalls\train\n").await;
    library.click(("dialog button", "Use it as shown")).await;
    eventually!(library.titles().await, ["more"]);
}
