//! Taking a map away: files, pictures, the clipboard.

use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    a_map_leaves_as_files
    a_picture_in_pixels_is_sharp_and_has_the_fonts
    a_picture_too_large_is_reduced_and_says_so
    a_browser_that_cannot_draw_is_spoken_of
    the_ranking_is_copied
    a_denied_clipboard_shows_the_ranking
}

/// A large map called so, on a small laptop.
async fn shown(engine: Engine, document: &Value) -> Map {
    let map = Map::stored(engine, document).await;
    map.resize(1280, 720).await;
    map.catch_files().await;
    map
}

/// Waits until a line of the menu has handed out a file.
async fn export(map: &Map, line: &str) {
    let before = map.caught_count().await;
    map.choose_in_menu("Export", line).await;
    eventually!(map.caught_count().await, before + 1);
}

/// The file that a line of the menu hands out: its name and its text.
async fn exported(map: &Map, line: &str) -> (String, String) {
    export(map, line).await;
    map.caught_files().await.pop().expect("a file was handed out")
}

async fn a_map_leaves_as_files(engine: Engine) {
    let map = shown(engine, &document::map("Курс+ 2026", 4, 6, 40)).await;
    let cards: Vec<String> = (1..=40).map(|card| format!("Card number {card}")).collect();

    let (name, csv) = exported(&map, "Map as CSV").await;
    assert_eq!(name, "Курс-2026.csv");
    assert!(csv.starts_with("Stage,Lane,Text,Emotion,Frequency,Impact,Owner,Next step,Due,"), "{csv}");
    assert!(csv.contains("\r\nStage no. 3,,,-1,,,,,,,,,,Stage\r\n"), "a stage with its emotion: {csv}");
    let rows: Vec<&str> = csv.lines().collect();
    for card in &cards {
        let holding = rows.iter().filter(|row| row.split(',').nth(2) == Some(card)).count();
        assert_eq!(holding, 1, "{card} has a row of its own");
    }

    let (name, markdown) = exported(&map, "Map as Markdown").await;
    assert_eq!(name, "Курс-2026.md");
    assert!(markdown.starts_with("# Курс+ 2026\n"), "{markdown}");
    let lines: Vec<&str> = markdown.lines().collect();
    for card in &cards {
        let item = if lines.contains(&format!("- {card}").as_str()) { card.clone() } else { format!("“{card}”") };
        assert!(lines.contains(&format!("- {item}").as_str()), "{card} is an item of {markdown}");
    }

    for (line, file, paper) in
        [("Picture as SVG", "Курс-2026.svg", "#f5f2eb"), ("Picture as SVG, dark", "Курс-2026.dark.svg", "#161512")]
    {
        let (name, svg) = exported(&map, line).await;
        assert_eq!(name, file);
        assert!(svg.contains(&format!("fill=\"{paper}\"")), "{line} is drawn on {paper}");
        assert!(svg.contains("font-family=\"Inter, "), "the fonts are named, and what stands in for them");
        assert!(!svg.contains("<style") && !svg.contains("data:"), "it holds words and shapes only");
        let script = "const drawing = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
            return [...drawing.querySelectorAll('[data-part=card]')].map((card) => tidy(card.textContent).replace(/^– |[“”]/g, ''))";
        let mut drawn: Vec<String> = map.js(script, json!([svg])).await;
        let mut expected = cards.clone();
        drawn.sort();
        expected.sort();
        assert_eq!(drawn, expected, "every card is text in the picture");
    }

    let (name, copy) = exported(&map, "Project as JSON").await;
    assert_eq!(name, "Курс-2026.orbita.json");
    let copy: Value = serde_json::from_str(&copy).expect("JSON");
    assert_eq!(copy["engagement"]["cards"].as_object().map(|cards| cards.len()), Some(40));
}

/// A picture that was handed out.
#[derive(Debug, serde::Deserialize)]
struct Painted {
    name: String,
    width: u32,
    height: u32,
    /// The colour of the upper left pixel.
    corner: [u8; 3],
    /// How far the ink of the title goes to the right, in pixels.
    title_end: f64,
    /// How far it goes with the font of the page.
    expected_end: f64,
}

/// The picture that was handed out last. `title` stands at its upper left, 20 from the edge, bold and 16 high.
async fn painted(map: &Map, title: &str) -> Painted {
    let script = "const [name, blob] = caught[caught.length - 1];
        const image = await createImageBitmap(blob);
        const canvas = document.createElement('canvas');
        const ruler = canvas.getContext('2d');
        ruler.font = '600 16px Inter';
        const expected = 20 + ruler.measureText(given[0]).width;
        canvas.width = Math.min(image.width, 2000);
        canvas.height = 80;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, 80);
        const pixel = (x, y) => [...data.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 3)];
        const corner = pixel(2, 2);
        const inked = (x) => Array.from({ length: 60 }, (_, y) => pixel(x, 10 + y))
            .some((colour) => colour.reduce((sum, part, at) => sum + Math.abs(part - corner[at]), 0) > 300);
        const scale = 2;
        let end = 0;
        for (let x = 0; x < scale * (expected + 8); x++) if (inked(x)) end = x + 1;
        return { name, width: image.width, height: image.height, corner, title_end: end / scale, expected_end: expected };";
    map.js_later(script, json!([title])).await
}

async fn a_picture_in_pixels_is_sharp_and_has_the_fonts(engine: Engine) {
    let map = shown(engine, &document::map("Курс Mm 2026", 6, 8, 60)).await;
    let (_, svg) = exported(&map, "Picture as SVG").await;
    let sides = "const drawing = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement;
        return [drawing.getAttribute('width'), drawing.getAttribute('height')].map(Number)";
    let (width, height): (f64, f64) = map.js(sides, json!([svg])).await;

    for (line, file, paper) in [
        ("Picture as PNG", "Курс-Mm-2026.png", [0xf5, 0xf2, 0xeb]),
        ("Picture as PNG, dark", "Курс-Mm-2026.dark.png", [0x16, 0x15, 0x12]),
    ] {
        export(&map, line).await;
        let painted = painted(&map, "Курс Mm 2026").await;
        assert_eq!(painted.name, file);
        assert_eq!((f64::from(painted.width), f64::from(painted.height)), (2.0 * width, 2.0 * height));
        assert_eq!(painted.corner, paper, "{line} is drawn on its paper");
        let off = (painted.title_end - painted.expected_end).abs();
        assert!(off < 3.0, "the title is set in the font of the page: {painted:?}");
    }
    assert!(!map.shows("[role=status] .toast").await, "there is nothing to warn of");
}

async fn a_picture_too_large_is_reduced_and_says_so(engine: Engine) {
    let map = shown(engine, &document::map("Wide", 60, 3, 60)).await;
    export(&map, "Picture as PNG").await;
    let painted = painted(&map, "Wide").await;
    assert_eq!(painted.width, 16_384);
    let warning = map.words("[role=status] .toast").await;
    assert!(warning.starts_with("The map is too large for a PNG at full sharpness"), "{warning}");
    assert!(warning.contains(&format!("16384 × {}", painted.height)), "{warning}");
}

async fn a_browser_that_cannot_draw_is_spoken_of(engine: Engine) {
    let map = shown(engine, &document::map("Small", 3, 4, 6)).await;
    map.js::<()>("HTMLCanvasElement.prototype.toBlob = (answer) => answer(null)", json!([])).await;
    map.choose_in_menu("Export", "Picture as PNG").await;
    eventually!(
        map.words("[role=status] .toast").await,
        "The browser couldn’t draw the PNG. Use the SVG: it’s the same picture."
    );
    assert_eq!(map.caught_count().await, 0);
}

/// A map with two frictions that are scored.
async fn ranked(engine: Engine) -> Map {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    for (card, grades) in [("Никто не отвечает", "4 Shift+4"), ("=Nobody | reads", "2 Shift+2")] {
        map.walk_to(1, 5).await;
        map.write(card).await;
        map.press("Enter ArrowUp").await;
        map.choose(card).await;
        map.press(grades).await;
    }
    map
}

const TABLE: &str = "#\tFriction\tStage\tScore\tFrequency\tImpact\tOwner\tNext step\tDue\n\
    1\tНикто не отвечает\tStage 1\t16\t4\t4\t\t\t\n\
    2\t\"'=Nobody | reads\"\tStage 1\t4\t2\t2\t\t\t\n";

async fn the_ranking_is_copied(engine: Engine) {
    let map = ranked(engine).await;
    // What a page may read of the clipboard differs from browser to browser: what is written is seen here.
    let script = "window.copied = [];
        const written = navigator.clipboard.writeText;
        navigator.clipboard.writeText = (text) => {
            copied.push(text);
            return written.call(navigator.clipboard, text);
        };";
    map.js::<()>(script, json!([])).await;
    for line in ["Copy the ranking as Markdown", "Copy the ranking as a table"] {
        map.choose_in_menu("Export", line).await;
        eventually!(map.words("[role=status] .toast").await, "The ranking is on the clipboard");
    }
    let copied: Vec<String> = map.js("return copied", json!([])).await;
    assert!(copied[0].starts_with("| \\# | Friction | Stage | Score | Owner |"), "{}", copied[0]);
    assert!(copied[0].contains("| 1 | Никто не отвечает | Stage 1 | 16 |"), "{}", copied[0]);
    assert!(copied[0].contains("=Nobody \\| reads"), "{}", copied[0]);
    assert_eq!(copied[1], TABLE);
}

async fn a_denied_clipboard_shows_the_ranking(engine: Engine) {
    let map = ranked(engine).await;
    map.js::<()>("navigator.clipboard.writeText = async () => { throw new Error('denied') }", json!([])).await;
    map.choose_in_menu("Export", "Copy the ranking as a table").await;
    map.sees(("dialog", "Copy manually")).await;
    eventually!(map.keyboard().await, "textbox: Friction ranking");
    assert_eq!(map.value(("textbox", "Friction ranking")).await, TABLE);
    let chosen = "const { selectionStart, selectionEnd, value } = document.activeElement;
        return selectionStart === 0 && selectionEnd === value.length";
    assert!(map.js::<bool>(chosen, json!([])).await, "the whole text is selected");
    map.press("Escape").await;
    eventually!(map.keyboard().await, "button: Export");
}
