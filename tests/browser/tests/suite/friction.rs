//! Frictions: graded, ranked, described.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    frictions_are_ranked
    a_friction_has_a_form
    all_frictions_are_typed_down_a_table
}

/// The rows of the ranking, top to bottom, each in one line.
async fn ranking(map: &Map) -> Vec<String> {
    let script = "return [...(all('list', 'Friction ranking')[0]?.children ?? [])]
        .map((row) => tidy(row.querySelector('button').innerText))";
    map.js(script, json!([])).await
}

async fn frictions_are_ranked(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.click(cell(1, 5)).await;
    for card in ["late invoice", "no answer", "lost login", "odd words"] {
        map.write(card).await;
        map.press("Enter ArrowRight").await;
    }
    // Frequency by digits, impact by digits with Shift.
    for (card, keys) in [("late invoice", "2 Shift+3"), ("no answer", "4 Shift+5"), ("lost login", "3 Shift+2")] {
        map.choose(card).await;
        map.press(keys).await;
        eventually!(map.keyboard().await, format!("option: {card}"));
    }
    // The highest score first, equals in the order of the journey, those without a score last.
    eventually!(
        ranking(&map).await,
        [
            "no answer 20 Stage 2 no owner no next step",
            "late invoice 6 Stage 1 no owner no next step",
            "lost login 6 Stage 3 no owner no next step",
            "odd words – Stage 4 no owner no next step",
        ]
    );
    let total = map.words(("complementary", "Friction ranking")).await;
    assert!(total.contains("Total score, 4 friction points 32"), "{total}");
    eventually!(map.attribute(("option", "no answer"), "aria-description").await, Some("Score 20".into()));

    // A row shows its card, gives it the keyboard and opens its form, even where the lane is hidden.
    map.choose_in_menu("More: Friction", "Hide").await;
    eventually!(map.shows(("option", "lost login")).await, false);
    map.click("[aria-label='Friction ranking'] li:nth-child(3) button").await;
    eventually!(map.keyboard().await, "option: lost login");
    eventually!(
        map.attribute("[aria-label='Friction ranking'] li:nth-child(3) button", "aria-expanded").await,
        Some("true".into())
    );
    map.sees(("group", "Friction details")).await;
    map.press("5").await;
    eventually!(ranking(&map).await[1], "lost login 10 Stage 3 no owner no next step");
    map.press("Ctrl+Z").await;
    eventually!(ranking(&map).await[2], "lost login 6 Stage 3 no owner no next step");
}

async fn a_friction_has_a_form(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.click(cell(2, 5)).await;
    map.write("no answer").await;
    map.press("Enter Ctrl+Enter").await;
    eventually!(map.keyboard().await, "radio: 1");
    map.press("4 Tab").await;
    map.press("3 Tab").await;
    eventually!(map.keyboard().await, "textbox: Owner");
    map.write("Anna").await;
    map.press("Tab").await;
    eventually!(map.keyboard().await, "textbox: Next step");
    map.write("Call back").await;
    map.press("Tab").await;
    eventually!(map.keyboard().await, "date: Due");
    // How a date is typed depends on the browser and the language: what comes of it is the same.
    let due = "const field = one(['date', 'Due']); field.value = '2026-12-05';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    map.js::<()>(due, json!([])).await;
    map.click(("radio", "Observed")).await;
    eventually!(map.attribute(("radio", "Observed"), "aria-checked").await, Some("true".into()));
    map.press("ArrowRight").await;
    eventually!(map.keyboard().await, "radio: Measured");
    eventually!(map.attribute(("radio", "Measured"), "aria-checked").await, Some("true".into()));
    eventually!(ranking(&map).await, ["no answer 12 Stage 2 Anna 5\u{a0}Dec"]);

    map.press("Escape").await;
    eventually!(map.keyboard().await, "option: no answer");
    // The keyboard comes to the grade that is known.
    map.press("Ctrl+Enter").await;
    eventually!(map.keyboard().await, "radio: 4");
    map.press("Escape").await;
    eventually!(map.keyboard().await, "option: no answer");
    map.is_saved().await;
    map.reload().await;
    eventually!(ranking(&map).await, ["no answer 12 Stage 2 Anna 5\u{a0}Dec"]);
    map.choose("no answer").await;
    eventually!(map.value(("textbox", "Next step")).await, "Call back");
    eventually!(map.value(("date", "Due")).await, "2026-12-05");
    eventually!(map.attribute(("radio", "Measured"), "aria-checked").await, Some("true".into()));
}

/// The friction points of the table, top to bottom, with their scores.
async fn table(map: &Map) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.frictions-table tbody tr')]
        .map((row) => `${row.querySelector('textarea').value} ${row.querySelector('.frictions-score').textContent}`)";
    map.js(script, json!([])).await
}

async fn all_frictions_are_typed_down_a_table(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1280, 720).await;
    map.click(cell(1, 5)).await;
    for card in ["late invoice", "no answer"] {
        map.write(card).await;
        map.press("Enter ArrowRight").await;
    }
    // A second map has one, too.
    map.click("#switcher").await;
    map.choose_line("Add map").await;
    eventually!(map.card_count().await, 0);
    map.click(cell(2, 5)).await;
    map.write("lost login").await;
    map.press("Enter").await;
    eventually!(map.card_count().await, 1);
    map.click(".ranking-all").await;
    eventually!(map.words(("heading", "All friction points")).await, "All friction points");
    eventually!(table(&map).await, ["late invoice \u{2013}", "no answer \u{2013}", "lost login \u{2013}"]);

    // Down the columns by keys alone; the rows stay where they are meanwhile.
    map.click("tr:nth-child(1) [data-column=Frequency]").await;
    map.press("1 Enter 2 Enter 5").await;
    map.click("tr:nth-child(1) [data-column=Impact]").await;
    map.press("2 ArrowDown 3 ArrowDown 9 4").await;
    eventually!(table(&map).await, ["late invoice 2", "no answer 6", "lost login 20"]);
    map.click("tr:nth-child(2) [data-column=Owner]").await;
    map.write("Anna").await;
    map.press("Shift+Enter").await;
    map.write("Boris").await;
    map.press("Tab").await;
    eventually!(map.keyboard().await, "textbox: Next step: late invoice");
    map.click(("button", "Sort by score")).await;
    eventually!(table(&map).await, ["lost login 20", "no answer 6", "late invoice 2"]);
    map.is_saved().await;
    map.reload().await;
    eventually!(table(&map).await, ["lost login 20", "no answer 6", "late invoice 2"]);
    assert_eq!(map.value("tr:nth-child(3) [data-column=Owner]").await, "Boris");
    map.press("Ctrl+z").await;
    eventually!(map.value("tr:nth-child(3) [data-column=Owner]").await, "");

    map.click(("button", "Untitled map \u{b7} Stage 2: no answer")).await;
    eventually!(map.keyboard().await, "option: no answer");
}
