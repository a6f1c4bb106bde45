//! The rules of accessibility, on every screen, in both languages and both themes, on a desk and on a phone; and no word is
//! parted there.

use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    axe_finds_nothing_on_a_desk
    axe_finds_nothing_on_a_phone
}

/// Tells the words that stand on two lines without a hyphen.
const PARTED: &str = include_str!("parted.js");

/// The words on the way through the screens.
struct Words {
    example: &'static str,
    add_lane: &'static str,
    to_be: &'static str,
    compare: &'static str,
    second_curve: &'static str,
    economics: &'static str,
    interviews: &'static str,
    home: &'static str,
    delete: &'static str,
    more: &'static str,
    themes: [&'static str; 2],
}

/// The theme that a screen has; the light one comes first.
#[derive(PartialEq)]
enum Theme {
    Light,
    Dark,
}

const ENGLISH: Words = Words {
    example: "Start with an example",
    add_lane: "Add lane",
    to_be: "Make a to-be map",
    compare: "Compare with another map…",
    second_curve: "Comparison curve…",
    economics: "Economics",
    interviews: "Interviews",
    home: "Orbita",
    delete: "Delete",
    more: "More: ",
    themes: ["Dark theme", "Light theme"],
};

const RUSSIAN: Words = Words {
    example: "Начать с примера",
    add_lane: "Добавить дорожку",
    to_be: "Создать карту «Как будет»",
    compare: "Сравнить с другой картой…",
    second_curve: "Кривая для сравнения…",
    economics: "Экономика",
    interviews: "Интервью",
    home: "Орбита",
    delete: "Удалить",
    more: "Ещё: ",
    themes: ["Тёмная тема", "Светлая тема"],
};

/// What one walk through the screens sees.
struct Walk {
    words: &'static Words,
    language: &'static str,
    themes: &'static [Theme],
}

const BOTH: &[Theme] = &[Theme::Light, Theme::Dark];

async fn axe_finds_nothing_on_a_desk(engine: Engine) {
    for Walk { words, language, themes } in walks(engine, Engine::Firefox) {
        let browser = Browser::start_for(engine, Wish { language, ..Wish::default() }).await;
        browser.open("/").await;
        all_screens(browser, words, themes).await;
    }
}

async fn axe_finds_nothing_on_a_phone(engine: Engine) {
    for Walk { words, language, themes } in walks(engine, Engine::WebKit) {
        let browser = Browser::start_for(engine, Wish { language, ..Wish::default() }).await;
        browser.open_on_phone().await;
        all_screens(browser, words, themes).await;
    }
}

/// One engine sees both themes in both languages; the others, which have the same page to judge, see one of each: what is
/// Russian in one of them is English in the other, and what is light there is dark.
fn walks(engine: Engine, in_english: Engine) -> Vec<Walk> {
    let english = Walk { words: &ENGLISH, language: "en-US", themes: BOTH };
    let russian = Walk { words: &RUSSIAN, language: "ru-RU", themes: BOTH };
    match engine {
        Engine::Chromium => vec![english, russian],
        _ if engine == in_english => vec![Walk { themes: &[Theme::Light], ..english }],
        _ => vec![Walk { themes: &[Theme::Dark], ..russian }],
    }
}

/// Walks through the screens in each of the themes.
async fn all_screens(mut browser: Browser, words: &Words, themes: &[Theme]) {
    let mut found = Vec::new();
    for (theme, button) in BOTH.iter().zip(words.themes) {
        if themes.contains(theme) {
            browser = every_screen(browser, words, &mut found).await;
        }
        browser.click(("button", button)).await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Goes from the empty library through all screens and back.
async fn every_screen(browser: Browser, words: &Words, found: &mut Vec<String>) -> Browser {
    check(&browser, "the empty library", found).await;
    browser.click(("button", words.example)).await;
    let map = Map::of(browser).await;
    check(&map, "the map", found).await;
    map.click("aside [role=list] li:nth-child(2) button").await;
    map.sees("[role=radiogroup]").await;
    check(&map, "the form of a friction", found).await;
    map.press("?").await;
    map.sees("dialog[open]").await;
    check(&map, "the shortcuts", found).await;
    map.press("Escape").await;
    map.click(("button", words.add_lane)).await;
    map.sees("[role=menu]").await;
    check(&map, "a menu", found).await;
    map.press("Escape").await;
    check_room(&map, words, found).await;
    let id = map.id().await;
    map.open(&format!("/#/e/{id}/journey/frictions")).await;
    map.sees(".frictions-table tbody tr").await;
    check(&map, "all friction points", found).await;
    map.click(("link", words.economics)).await;
    map.sees(".finding-sentence").await;
    check(&map, "the economics", found).await;
    for (part, sign) in [("clients", "main textarea"), ("revenue", "main textarea"), ("fixing", ".initiative")] {
        map.click(format!(".economy-parts a[href*='/economics/{part}']").as_str()).await;
        map.sees(sign).await;
        check(&map, part, found).await;
    }
    map.click("#share").await;
    map.sees("dialog[open] .file-line").await;
    eventually!(map.value("#share-address").await.is_empty(), false);
    check(&map, "the dialog that shares", found).await;
    map.press("Escape").await;
    check_interviews(&map, words, found).await;
    for finding in ["forces", "phrases", "codebook", "jobs", "outcomes", "quotes"] {
        let go = "location.hash = location.hash.replace(/(#.e.[^/]+).*/, `$1/interviews/${arguments[0]}`)";
        map.js::<()>(go, json!([finding])).await;
        map.sees(format!("[id=findings]:has(.findings-nav [aria-current][href$={finding}])").as_str()).await;
        check(&map, finding, found).await;
    }
    map.click(("link", words.home)).await;
    let menu = format!("main li [aria-label^='{}']", words.more);
    map.sees(menu.as_str()).await;
    check(&map, "the library", found).await;
    map.click(menu.as_str()).await;
    map.click(("menuitem", words.delete)).await;
    eventually!(map.shows(menu.as_str()).await, false);
    map.click(".deleted summary").await;
    map.sees(".toast").await;
    check(&map, "what was deleted", found).await;
    map.into_browser()
}

/// Goes through what an interview shows.
async fn check_interviews(map: &Map, words: &Words, found: &mut Vec<String>) {
    map.click(("link", words.interviews)).await;
    map.click(".interview-list-head button").await;
    map.sees(".interview-fields").await;
    map.click(".band-date").await;
    map.sees(".band-fields").await;
    check(map, "the fields of an interview", found).await;
    map.click("#interview-about").await;
    map.press("/").await;
    map.write("> \"Nobody called #silence").await;
    map.press("Enter").await;
    map.sees(".note .chip.tag").await;
    map.press("ArrowUp T").await;
    map.sees(".picker").await;
    check(map, "the notes of an interview", found).await;
    map.press("Escape").await;
    map.click(".interview-title .segment:nth-child(2)").await;
    map.sees(".coverage-bar").await;
    check(map, "the guide of an interview", found).await;
    map.click(".interview-title .segment:nth-child(3)").await;
    map.sees(".debrief-left").await;
    check(map, "the debrief", found).await;
}

/// Goes through what is open while people talk.
async fn check_room(map: &Map, words: &Words, found: &mut Vec<String>) {
    map.press("Alt+r").await;
    map.sees(".rate").await;
    map.press("1 3").await;
    check(map, "rating together", found).await;
    map.press("Escape").await;
    map.press("Alt+c").await;
    map.press("Enter").await;
    map.sees("dialog[open] .checkpoint").await;
    check(map, "the checkpoints", found).await;
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
    choose(map, words.second_curve).await;
    map.sees("dialog[open]").await;
    check(map, "the name of a second curve", found).await;
    map.press("Enter").await;
    map.sees(".point.second").await;
    check(map, "a second curve", found).await;
    choose(map, words.to_be).await;
    map.sees(".toast").await;
    choose(map, words.compare).await;
    map.sees(".compare-table").await;
    check(map, "two maps side by side", found).await;
    map.press("Escape").await;
    eventually!(map.shows("dialog[open]").await, false);
}

/// Chooses a line of the map's own menu.
async fn choose(map: &Map, line: &str) {
    map.click("#map-more").await;
    map.choose_line(line).await;
}

/// Adds what axe finds on the page as it is, and the words that are parted.
async fn check(browser: &Browser, screen: &str, found: &mut Vec<String>) {
    // It is long: a page takes it once.
    if !browser.js::<bool>("return 'axe' in window", json!([])).await {
        let path = std::env::var("ORBITA_AXE").expect("ORBITA_AXE names the file of axe-core");
        let axe = std::fs::read_to_string(path).expect("axe-core can be read");
        browser.js::<()>(&axe, json!([])).await;
    }
    let script = "// A colour that is on its way to another is none to judge.
        for (const motion of document.getAnimations()) motion.finish();
        // A cell is named by its lane and stage; what lies in it is not its label.
        axe.configure({ rules: [{ id: 'label-content-name-mismatch', selector: ':not([role=gridcell])' }] });
        const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
        const look = `${document.documentElement.lang}, ${document.documentElement.dataset.theme ?? 'system'}`;
        return violations.map(({ id, help, nodes }) => `${look}: ${id} (${help}) at ${nodes.map((n) => n.target.join(' '))}`);";
    let mut violations: Vec<String> = browser.js_later(script, json!([])).await;
    violations.extend(browser.js::<Vec<String>>(PARTED, json!([])).await);
    found.extend(violations.into_iter().map(|violation| format!("{screen}, {violation}")));
}
