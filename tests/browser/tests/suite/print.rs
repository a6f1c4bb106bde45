//! On paper: every card whole on one page, heads and numbers on every page, the ranking by itself.

use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use orbita_browser::browser::Browser;
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

use super::links::EXAMPLE;

in_three_browsers! {
    every_card_is_on_one_page
    the_menu_prints_on_the_paper_that_it_names
    the_keys_of_the_browser_print_the_map_too
    a_report_opens_from_disk_and_prints
    an_empty_map_is_one_page
    an_interview_without_consent_stays_on_the_screen
    the_economics_fill_their_pages
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
    format!("Объём №{at} two people wait, а менеджер пишет письмо")
}

fn tight(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The words of each page that the app gives the browser to print, without white space.
async fn given(map: &Map) -> Vec<String> {
    let script = "dispatchEvent(new Event('beforeprint'));
        const pages = [...document.querySelectorAll('#sheets > *')].map((page) => page.textContent);
        dispatchEvent(new Event('afterprint'));
        return pages;";
    map.js::<Vec<String>>(script, json!([])).await.iter().map(|page| tight(page)).collect()
}

/// The words of each page of the PDF that the browser makes, without white space; none where its driver cannot print.
async fn printed(map: &Map) -> Option<Vec<String>> {
    if map.engine == Engine::WebKit {
        return None;
    }
    let margins = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
    let paper = PrintConfiguration::builder()
        .size(PrintSize { width: 29.7, height: 21.0 })
        .margins(margins)
        .shrink_to_fit(false)
        .build()
        .expect("paper without margins");
    let pdf = map.client.print(paper).await.expect("the browser prints");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf).expect("a PDF with text");
    Some(pages.iter().map(|page| tight(page)).collect())
}

/// Fails unless every card is on one page, and only there.
fn hold_each_card_once(pages: &[String], cards: usize) {
    for card in 0..cards {
        let text = tight(&text(card));
        let holding: Vec<usize> = pages.iter().map(|page| page.matches(&text).count()).collect();
        assert_eq!(holding.iter().sum::<usize>(), 1, "{text} is on the pages {holding:?}: {pages:#?}");
    }
}

/// Fails unless every page says what it is of and which it is, and every page of the map names its stages and its lanes.
fn have_heads_and_feet(pages: &[String], map_pages: usize) {
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page{}of{}", at + 1, pages.len())), "page {}: {page}", at + 1);
        assert!(page.contains("Курс+2026"), "each page says what it is of: {page}");
        assert_eq!(page.contains("Frictionranking"), at >= map_pages, "the ranking has pages of its own: {page}");
        assert!(!page.contains("Addtomap") && !page.contains("Present"), "no button is printed: {page}");
    }
    for page in &pages[..map_pages] {
        assert!((1..=5).all(|stage| page.contains(&format!("Stageno.{stage}"))), "the stages head each page: {page}");
        assert!(LANES.iter().any(|lane| page.contains(lane)), "the lanes are named on each page: {page}");
    }
    for lane in LANES {
        assert!(pages[..map_pages].iter().any(|page| page.contains(lane)), "{lane} is printed");
    }
}

async fn every_card_is_on_one_page(engine: Engine) {
    let map = Map::stored(engine, &written(80)).await;
    map.resize(1280, 720).await;
    let given = given(&map).await;
    let map_pages = given.iter().filter(|page| !page.contains("Frictionranking")).count();
    assert!(map_pages > 1 && map_pages < given.len(), "{map_pages} of {} pages", given.len());
    hold_each_card_once(&given[..map_pages], 80);
    have_heads_and_feet(&given, map_pages);
    if let Some(printed) = printed(&map).await {
        assert_eq!(printed.len(), given.len(), "one page of paper for each page");
        hold_each_card_once(&printed[..map_pages], 80);
        // Firefox turns heavier letters of a variable font into shapes: heads are not text there.
        if engine == Engine::Chromium {
            have_heads_and_feet(&printed, map_pages);
        }
    }
    // The screen is what it was.
    eventually!(map.shows("#sheets").await, false);
    map.sees(("button", "Present")).await;
}

/// Notes the papers that are printed on: a dialog of the system would wait for somebody to answer it.
const NOTE_PAPERS: &str = "window.papers = [];
    window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        papers.push(document.querySelector('#sheets svg')?.getAttribute('width'));
        dispatchEvent(new Event('afterprint'));
    };";

/// A map with quotes that are asked about first, printed before anything else is done on the page.
async fn the_keys_of_the_browser_print_the_map_too(engine: Engine) {
    let quoted = serde_json::from_str(include_str!("../../../../public/examples/en.json")).expect("the example is JSON");
    let map = Map::stored(engine, &quoted).await;
    map.js::<()>(NOTE_PAPERS, json!([])).await;
    map.press("Ctrl+P").await;
    eventually!(map.js::<Vec<String>>("return papers", json!([])).await, ["297mm"]);
}

async fn the_menu_prints_on_the_paper_that_it_names(engine: Engine) {
    let map = Map::stored(engine, &written(12)).await;
    map.resize(1280, 720).await;
    map.js::<()>(NOTE_PAPERS, json!([])).await;
    for line in ["Print on A3…", "Print on A4…"] {
        map.choose_in_menu("Export", line).await;
    }
    eventually!(map.js::<Vec<String>>("return papers", json!([])).await, ["420mm", "297mm"]);
    // From the palette as well.
    map.press("Alt+p").await;
    map.write("print a4").await;
    eventually!(map.words("#palette-0").await, "Print on A4… Ctrl P");
    map.press("Enter").await;
    eventually!(map.js::<Vec<String>>("return papers", json!([])).await, ["420mm", "297mm", "297mm"]);
    assert!(!map.shows("#sheets").await, "the pages go when they are printed");
}

async fn an_empty_map_is_one_page(engine: Engine) {
    let map = Map::fresh(engine).await;
    let given = given(&map).await;
    assert_eq!(given.len(), 1, "{given:?}");
    for said in ["Untitledmap", "Stage1", "Stage5", "Opportunities", "Page1of1"] {
        assert!(given[0].contains(said), "{said} in {}", given[0]);
    }
    if let Some(printed) = printed(&map).await {
        assert_eq!(printed.len(), 1, "{printed:?}");
        assert!(printed[0].contains("Page1of1"), "{}", printed[0]);
    }
}

async fn an_interview_without_consent_stays_on_the_screen(engine: Engine) {
    let text = include_str!("../../../../public/examples/en.json");
    let map = Map::stored(engine, &serde_json::from_str(text).expect("the example")).await;
    map.resize(1440, 900).await;
    map.click(("link", "Interviews")).await;
    map.click("a[href$='interviews/128']").await;
    map.sees(".interview.not-printed").await;
    eventually!(map.words(".notes").await.contains("I saw a price, and no effect."), true);
    if let Some(pages) = printed(&map).await {
        let all = pages.concat();
        assert!(!all.contains("Isawaprice"), "{all}");
        if engine == Engine::Chromium {
            assert!(all.contains("Notprinted:noconsenttoquote."), "{all}");
        }
    }
}

/// The single file of a project needs neither the app nor a host: it is opened as it lies on a disk.
async fn a_report_opens_from_disk_and_prints(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.store_first(&[("sent", EXAMPLE)]).await;
    browser.open("/#/e/sent/journey").await;
    let map = Map::of(browser).await;
    map.catch_files().await;
    map.click(("button", "Share")).await;
    map.sees(".file-line").await;
    map.js::<()>("document.querySelectorAll('.file-line')[1].click()", json!([])).await;
    eventually!(map.caught_count().await, 1);
    let report: String = map.js_later("return caught[0][1].text()", json!([])).await;
    let file = std::env::temp_dir().join(format!("orbita-report-{}-{engine:?}.html", std::process::id()));
    std::fs::write(&file, report).expect("room on the disk");
    map.client.goto(&format!("file://{}", file.display())).await.expect("the file opens");

    let page = "return [document.title, document.body.innerText,
        [...document.scripts].filter((script) => script.type !== 'application/json').length,
        [...document.querySelectorAll('svg')].filter((picture) => picture.getBoundingClientRect().width > 0).length]";
    let (title, words, scripts, pictures): (String, String, usize, usize) = map.js(page, json!([])).await;
    assert!(title.contains("Kurs+ Accelerator"), "{title}");
    for part in ["No proof of results for the board", "Interviews", "Value of fixing"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert_eq!(scripts, 0);
    assert!(pictures > 3, "the map and the charts: {pictures}");
    if let Some(pages) = printed(&map).await {
        let all = pages.concat();
        assert!(all.contains(&tight("No proof of results for the board")), "{all}");
        assert!(pages.iter().all(|page| !page.is_empty()), "no page is bare: {pages:#?}");
    }
    std::fs::remove_file(&file).expect("the file was there");
}

/// The economics on paper: no chart is torn from its heading, every page says of which project it is and which page, and no page
/// is left for a line or two.
async fn the_economics_fill_their_pages(engine: Engine) {
    let text = include_str!("../../../../public/examples/ru.json");
    let map = Map::stored(engine, &serde_json::from_str(text).expect("the example")).await;
    map.resize(1440, 900).await;
    map.click("a[href$='/economics']").await;
    map.sees(".chart-cell.tall svg").await;
    map.click("#language").await;
    eventually!(map.words(".finding-range").await.contains("80\u{a0}%"), true);
    if engine != Engine::Chromium {
        // The others have no feet of pages, and heavier letters are shapes in Firefox.
        return;
    }
    let paper = PrintConfiguration::builder()
        .size(PrintSize { width: 21.0, height: 29.7 })
        .shrink_to_fit(false)
        .build()
        .expect("a sheet of paper");
    let pdf = map.client.print(paper).await.expect("the browser prints");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf).expect("a PDF with text");
    let pages: Vec<String> = pages.iter().map(|page| tight(page)).collect();
    assert!(pages.len() <= 4, "{pages:#?}");
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Страница{}из{}", at + 1, pages.len())), "page {}: {page}", at + 1);
        assert!(page.contains("Акселератор«Курс+»"), "each page says what it is of: {page}");
        assert!(page.chars().count() > 400, "page {} is as good as bare: {page}", at + 1);
    }
    let levers = pages.iter().find(|page| page.contains("Чтоменяетрезультат")).expect("the chart is printed");
    assert!(levers.contains("Валоваямаржа") && levers.contains("Разовыезатраты"), "heading and bars: {levers}");
    assert!(levers.contains("2,21млн₽(предел)"), "no end of a bar is cut: {levers}");
    let foot = "return getComputedStyle(document.documentElement).getPropertyValue('--paper-name')";
    let left: String = map.js(foot, json!([])).await;
    assert_eq!(left.trim(), "\"\"", "another project that is printed next has its own");
}
