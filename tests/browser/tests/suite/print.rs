//! On paper: every card whole on one page, heads and numbers on every page, the ranking by itself.

use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    every_card_is_on_one_page
    the_menu_prints_on_the_paper_that_it_names
    an_empty_map_is_one_page
}

const LANES: [&str; 6] = ["Actions", "Touchpoints", "Thoughts", "Emotion", "Friction", "Opportunities"];

/// A map with so many cards of two alphabets.
fn written(cards: usize) -> Value {
    let mut document = document::map("Курс+ 2026", 5, 6, cards);
    let texts = document["engagement"]["cards"].as_object_mut().expect("the cards are an object");
    for (at, (_, card)) in texts.iter_mut().enumerate() {
        card["text"] = json!(text(at));
    }
    document
}

fn text(at: usize) -> String {
    format!("Объём №{at}: five people wait for an answer, а менеджер пишет письмо")
}

fn tight(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The words of each page as the browser prints them, without white space.
async fn printed(map: &Map) -> Vec<String> {
    // Its driver cannot print: the pages are those that it is given to print.
    let pages = if map.engine == Engine::WebKit {
        let script = "dispatchEvent(new Event('beforeprint'));
            const pages = [...document.querySelectorAll('#sheets > *')].map((page) => page.textContent);
            dispatchEvent(new Event('afterprint'));
            return pages;";
        map.js(script, json!([])).await
    } else {
        let margins = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
        let paper = PrintConfiguration::builder()
            .size(PrintSize { width: 29.7, height: 21.0 })
            .margins(margins)
            .shrink_to_fit(false)
            .build()
            .expect("paper without margins");
        let pdf = map.client.print(paper).await.expect("the browser prints");
        pdf_extract::extract_text_from_mem_by_pages(&pdf).expect("a PDF with text")
    };
    pages.iter().map(|page| tight(page)).collect()
}

async fn every_card_is_on_one_page(engine: Engine) {
    let map = Map::stored(engine, &written(80)).await;
    map.resize(1280, 720).await;
    let pages = printed(&map).await;
    let (ranking, map_pages): (Vec<&String>, Vec<&String>) =
        pages.iter().partition(|page| page.contains("Frictionranking"));
    assert!(map_pages.len() > 1 && !ranking.is_empty(), "{} and {} pages", map_pages.len(), ranking.len());
    for card in 0..80 {
        let text = tight(&text(card));
        let holding: Vec<usize> = map_pages.iter().map(|page| page.matches(&text).count()).collect();
        assert_eq!(holding.iter().sum::<usize>(), 1, "{text} is on the pages {holding:?}: {map_pages:#?}");
    }
    for page in &map_pages {
        for stage in 1..=5 {
            assert!(page.contains(&format!("Stageno.{stage}")), "the stages head each page: {page}");
        }
        assert!(LANES.iter().any(|lane| page.contains(lane)), "the lanes are named on each page: {page}");
        assert!(!page.contains("Addtomap") && !page.contains("Present"), "no button is printed: {page}");
    }
    for lane in LANES {
        assert!(map_pages.iter().any(|page| page.contains(lane)), "{lane} is printed");
    }
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page{}of{}", at + 1, pages.len())), "page {}: {page}", at + 1);
        assert!(page.contains("Курс+2026"), "each page says what it is of: {page}");
    }
    // The screen is what it was.
    eventually!(map.shows("#sheets").await, false);
    map.sees(("button", "Present")).await;
}

async fn the_menu_prints_on_the_paper_that_it_names(engine: Engine) {
    let map = Map::stored(engine, &written(12)).await;
    map.resize(1280, 720).await;
    // A dialog of the system would wait for somebody to answer it.
    let script = "window.papers = [];
        window.print = () => {
            dispatchEvent(new Event('beforeprint'));
            papers.push(document.querySelector('#sheets svg').getAttribute('width'));
            dispatchEvent(new Event('afterprint'));
        };";
    map.js::<()>(script, json!([])).await;
    for line in ["Print on A3…", "Print on A4…"] {
        map.choose_in_menu("Export", line).await;
    }
    eventually!(map.js::<Vec<String>>("return papers", json!([])).await, ["420mm", "297mm"]);
    assert!(!map.shows("#sheets").await, "the pages go when they are printed");
}

async fn an_empty_map_is_one_page(engine: Engine) {
    let map = Map::fresh(engine).await;
    let pages = printed(&map).await;
    assert_eq!(pages.len(), 1, "{pages:?}");
    for said in ["Untitledmap", "Stage1", "Stage5", "Opportunities", "Page1of1"] {
        assert!(pages[0].contains(said), "{said} in {}", pages[0]);
    }
}
