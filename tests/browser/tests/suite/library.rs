//! The library: the first start, the examples, and what is done with engagements.

use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    the_first_start_has_two_doors
    the_example_speaks_russian
    engagements_are_renamed_copied_and_deleted
    a_copy_is_made_also_where_the_library_was_left_meanwhile
    many_projects_are_searched_and_sorted
}

/// An example is a whole engagement: six stages, eight lanes, at least forty cards, a curve and a ranking.
async fn is_whole(map: &Map, ranking: &str) {
    eventually!(map.stages().await.len(), 6);
    eventually!(map.lanes().await.len(), 8);
    let cards = map.card_count().await;
    assert!(cards >= 40, "{cards} cards are a whole example");
    let rows = map.js::<usize>("return all('list', arguments[0])[0].children.length", json!([ranking])).await;
    assert!(rows >= 5, "{rows} frictions are a whole ranking");
    eventually!(
        map.js::<String>("return document.querySelector('.curve-line').getAttribute('d')", json!([]))
            .await
            .matches('C')
            .count(),
        5
    );
}

async fn the_first_start_has_two_doors(engine: Engine) {
    let library = Library::empty(engine).await;
    assert!(library.words("main").await.contains("No projects yet"));
    assert_eq!(library.stored_keys(&document::key("")).await.len(), 0);
    library.sees(("button", "New project")).await;
    library.click(("button", "Start with an example")).await;
    let map = Map::of(library.into_browser()).await;
    is_whole(&map, "Friction ranking").await;

    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await.len(), 1);
    // Its picture is drawn from its own curve.
    eventually!(
        library
            .js::<usize>("return document.querySelectorAll('main li svg path, main li svg polyline').length", json!([]))
            .await
            > 0,
        true
    );
    library.click(("button", "New project")).await;
    let map = Map::of(library.into_browser()).await;
    eventually!(map.keyboard().await, "gridcell: Actions, Stage 1");
    eventually!(map.stages().await.len(), 5);
}

async fn the_example_speaks_russian(engine: Engine) {
    let browser = Browser::start_for(engine, Wish { language: "ru-RU", ..Wish::default() }).await;
    browser.open("/").await;
    browser.click(("button", "Начать с примера")).await;
    let map = Map::of(browser).await;
    is_whole(&map, "Рейтинг трения").await;
    let latin = map
        .js::<Vec<String>>("return all('columnheader').map(named).filter((name) => /[a-z]{3}/i.test(name))", json!([]))
        .await;
    assert_eq!(latin, Vec::<String>::new(), "the stages are named in Russian");
}

async fn a_copy_is_made_also_where_the_library_was_left_meanwhile(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Copied").await;
    map.press("Enter").await;
    map.is_saved().await;
    let mut kept = Vec::new();
    for key in [document::key(&map.id().await), format!("orbita/index/{}", map.id().await)] {
        kept.push((key.clone(), map.stored(&key).await.expect("saved")));
    }

    // A browser that has fetched nothing yet of what copies projects.
    let browser = Browser::start(engine).await;
    browser.store_first(&[]).await;
    for (key, text) in &kept {
        browser.store(key, text).await;
    }
    browser.site.hold("-split_works.");
    browser.open("/").await;
    let library = Library::of(browser);
    library.choose_in_menu("Untitled project", "Duplicate").await;
    library.click(("link", "Untitled project")).await;
    eventually!(library.titles().await.len(), 0);
    library.site.let_come();
    library.sees("#switcher").await;
    eventually!(library.stored_keys(&document::key("")).await.len(), 2);
    library.click(("link", "Library")).await;
    eventually!(library.titles().await, ["Untitled project (copy)", "Untitled project"]);
}

async fn stand_on(library: &Library, title: &str) {
    library.js::<()>("one(['link', arguments[0]]).focus()", json!([title])).await;
}

async fn engagements_are_renamed_copied_and_deleted(engine: Engine) {
    let library = Library::with(engine, &[("alpha", &document::map("Alpha", 3, 4, 10).to_string())]).await;
    eventually!(library.titles().await, ["Alpha"]);
    assert!(library.words("main li").await.contains("1\u{a0}map · 10\u{a0}cards"));

    library.choose_in_menu("Alpha", "Rename").await;
    eventually!(library.keyboard().await, "textbox: Title");
    library.press("Ctrl+A").await;
    library.write("Beta").await;
    library.press("Enter").await;
    eventually!(library.titles().await, ["Beta"]);
    library.choose_in_menu("Beta", "Duplicate").await;
    eventually!(library.titles().await, ["Beta (copy)", "Beta"]);
    library.choose_in_menu("Beta", "Duplicate").await;
    eventually!(library.titles().await, ["Beta (copy 2)", "Beta (copy)", "Beta"]);
    library.choose_in_menu("Beta (copy 2)", "Delete").await;
    eventually!(library.titles().await, ["Beta (copy)", "Beta"]);
    library.choose_in_menu("Beta", "Delete").await;
    eventually!(library.titles().await, ["Beta (copy)"]);
    eventually!(library.words("[role=status] .toast span").await, "Deleted “Beta”");
    library.click(("status button", "Undo")).await;
    eventually!(library.titles().await.len(), 2);

    // Whoever stands on an engagement needs no menu.
    stand_on(&library, "Beta").await;
    library.press("Ctrl+d").await;
    eventually!(library.titles().await.len(), 3);
    // One of this name was deleted, and may come back: they are told apart.
    let copy = library.titles().await.remove(0);
    assert!(copy.starts_with("Beta (copy 2) ("), "{copy}");
    stand_on(&library, &copy).await;
    library.press("F2").await;
    eventually!(library.keyboard().await, "textbox: Title");
    // In the field, Delete takes a letter and nothing else.
    library.press("Home Delete Enter").await;
    eventually!(library.titles().await, ["eta (copy 2)", "Beta (copy)", "Beta"]);
    stand_on(&library, "eta (copy 2)").await;
    library.press("Delete").await;
    eventually!(library.titles().await.len(), 2);
    library.press("Ctrl+z").await;
    eventually!(library.titles().await.len(), 3);
    stand_on(&library, "eta (copy 2)").await;
    library.press("Delete").await;
    eventually!(library.titles().await.len(), 2);

    // The meter shows a share of what this browser really takes.
    eventually!(library.words(("complementary", "Storage")).await.contains("of what this browser allows"), true);
    let share: f64 =
        library.attribute(("meter", "Storage"), "value").await.and_then(|share| share.parse().ok()).expect("a share");
    assert!(share > 0.0 && share < 0.01, "two small engagements fill {share} of the storage");
    assert_eq!(library.stored("orbita/probe").await, None, "the measuring leaves nothing behind");

    let map = library.enter("Beta").await;
    eventually!(map.card_count().await, 10);
}

async fn many_projects_are_searched_and_sorted(engine: Engine) {
    let titles = ["Delta", "Alpha", "Charlie", "Echo", "Bravo", "Заём"];
    let texts = titles.map(|title| document::map(title, 3, 4, 10).to_string());
    let ids = ["one", "two", "three", "four", "five", "six"];
    let documents: Vec<(&str, &str)> = ids.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let library = Library::with(engine, &documents).await;
    eventually!(library.titles().await.len(), 6);
    let by_name = "const list = document.querySelector('.library-sort');
        list.value = 'name';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    library.js::<()>(by_name, json!([])).await;
    eventually!(library.titles().await, ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Заём"]);
    // Neither capitals nor the dots of a letter keep a project from being found.
    library.click(("searchbox", "Find a project")).await;
    library.write("ЗАЕМ").await;
    eventually!(library.titles().await, ["Заём"]);
}
