//! Cohorts: published ones come out as printed, a broken table names its cells, and what was read can be used and undone.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    published_cohorts_are_fitted_as_printed
    a_broken_table_names_its_cells_and_changes_nothing
    observed_churn_is_used_and_taken_back
    what_was_understood_is_shown_and_can_be_read_otherwise
    what_is_lost_is_said_before_it_is_used
    a_question_about_a_table_gets_the_keyboard
    tables_need_no_scenario
    a_file_in_place_of_a_typed_table_gives_it_back
}

/// The economics of a new engagement, with one scenario.
pub async fn economics(engine: Engine) -> Browser {
    let library = Library::empty(engine).await;
    library.click(("button", "New project")).await;
    library.sees(("link", "Economics")).await;
    library.click(("link", "Economics")).await;
    library.click(("button", "Start with sample figures")).await;
    library.sees(("heading", "Cumulative profit")).await;
    library.into_browser()
}

/// Their part about cohorts.
async fn clients(engine: Engine) -> Browser {
    let browser = economics(engine).await;
    browser.click(("link", "Clients over time")).await;
    browser.sees(("textbox", "Cohort table")).await;
    browser
}

/// Puts a text into a box, as pasting does, and has it read.
pub async fn paste(browser: &Browser, name: &str, text: &str) {
    fill(browser, name, text).await;
    browser.click(("textbox", name)).await;
    browser.press("Ctrl+Enter").await;
}

/// Puts a text into a box, and uses it nowhere.
async fn fill(browser: &Browser, name: &str, text: &str) {
    let script = "const box = one(['textbox', arguments[0]]);
        box.value = arguments[1];
        box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    browser.js::<()>(script, json!([name, text])).await;
}

/// A row of a table by the name of the row, its cells between bars.
pub async fn row(browser: &Browser, table: &str, name: &str) -> String {
    let script = "const table = one(['region', arguments[0]]);
        const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
        const row = rows.find((row) => row.cells[0].innerText.trim() === arguments[1]);
        return row ? [...row.cells].slice(1).map((cell) => tidy(cell.innerText)).join(' | ') : '';";
    browser.js(script, json!([table, name])).await
}

/// Fader & Hardie 2007: seven years are fitted, the parameters and log-likelihoods are those of appendix B.
async fn published_cohorts_are_fitted_as_printed(engine: Engine) {
    let browser = clients(engine).await;
    let sbg = "Clients differ (sBG)";
    // A column for each cohort under a heading, as in the paper's table; then a row with decimal commas.
    paste(
        &browser,
        "Cohort table",
        "Year\tRegular\n0\t100.0\n1\t63.1\n2\t46.8\n3\t38.2\n4\t32.6\n5\t28.9\n6\t26.2\n7\t24.1",
    )
    .await;
    eventually!(
        row(&browser, "Models compared", sbg).await.split(" | ").take(2).collect::<Vec<_>>().join(" | "),
        "\u{3b1} 0.704, \u{3b2} 1.182: 37.3% leave on average at first | \u{2212}1,680.3"
    );
    paste(&browser, "Cohort table", "100 %;86,9 %;74,3 %;65,3 %;59,3 %;55,1 %;51,7 %;49,1 %").await;
    eventually!(
        row(&browser, "Models compared", sbg).await.split(" | ").take(2).collect::<Vec<_>>().join(" | "),
        "\u{3b1} 0.668, \u{3b2} 3.806: 14.9% leave on average at first | \u{2212}1,611.2"
    );
    // All twelve years, from the examples: the model fitted to seven misses the last by 4 % of 39.4, the lines by far more.
    browser.click(("button", "High end")).await;
    eventually!(row(&browser, "Forecast test", "Observed").await, "39.4% | ");
    assert_eq!(row(&browser, "Forecast test", sbg).await, "37.8% | \u{2212}1.6 pts");
    assert_eq!(row(&browser, "Forecast test", "Straight line").await, "7.4% | \u{2212}32 pts");

    // A file does what pasting does; clients who are all alike make no rich model believed.
    let flat = "Cohort,0,1,2,3\nJan,\"1,000\",900,810,729\nFeb,\"1,000\",900,810\n";
    browser.pick_file_by("#cohort-table-file", "flat.csv", flat).await;
    // Cohorts of months under columns of years are asked about first.
    browser.click(("button", "Use it as shown")).await;
    eventually!(
        browser.words(".cohort-verdict").await,
        "Constant churn of 10% explains this table: no richer model needed."
    );
    assert!(row(&browser, "Models compared", sbg).await.ends_with("No more than \u{201c}Constant churn\u{201d}"));
}

async fn a_broken_table_names_its_cells_and_changes_nothing(engine: Engine) {
    let browser = clients(engine).await;
    let good = "1000\t869\t743\n900\t800";
    paste(&browser, "Cohort table", good).await;
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
    let taken = browser.value(("textbox", "Cohort table")).await;
    let verdict = browser.words(".cohort-verdict").await;

    paste(&browser, "Cohort table", "Cohort;0;1;2\nJan;1000;8o0;700\nFeb;900;-50").await;
    browser.is_alerted("Not imported. Fix this and try again:").await;
    browser.is_alerted("Row 2, column 3 (C2): \u{201c}8o0\u{201d} isn\u{2019}t a number.").await;
    assert!(browser.value(("textbox", "Cohort table")).await.contains("8o0"), "the text stays to be corrected");
    assert_eq!(browser.attribute(("textbox", "Cohort table"), "aria-invalid").await.as_deref(), Some("true"));
    assert_eq!(browser.words(".cohort-verdict").await, verdict, "the old table still speaks");
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    // What was refused waits to be put right; without it the table that was taken shows again.
    let field = ("textbox", "Cohort table");
    let refused = browser.value(field).await;
    browser.reload().await;
    eventually!(browser.value(field).await, refused);
    browser.click(field).await;
    browser.press("Ctrl+a Delete").await;
    browser.reload().await;
    eventually!(browser.value(field).await, taken);
}

async fn observed_churn_is_used_and_taken_back(engine: Engine) {
    let browser = clients(engine).await;
    let churn =
        "return document.querySelector('#input-churn').closest('.slider').querySelector('input[type=text]').value";
    let before: String = browser.js(churn, json!([])).await;
    paste(&browser, "Cohort table", "1000\t900\t810").await;
    browser.click(("button", "Use as churn")).await;
    eventually!(browser.words("[role=status] .toast span").await, "Churn is now 10% a month");
    eventually!(browser.js::<String>(churn, json!([])).await, "10%");
    browser.click(("status button", "Undo")).await;
    eventually!(browser.js::<String>(churn, json!([])).await, before);
    // Churn by age is taken over as well: the LTV of the table is the one that the scenario shows.
    browser.click(("button", "Use churn by age")).await;
    eventually!(browser.words("[role=status] .toast span").await, "Churn now depends on age, as in this table");
    // No number is typed over it by accident: it is given up by a button, and comes back.
    let is_fixed = "return document.querySelector('#input-churn').disabled";
    eventually!(browser.js::<bool>(is_fixed, json!([])).await, true);
    browser.click(("button", "Back to one churn for every age")).await;
    eventually!(
        browser.words("[role=status] .toast span").await,
        "Churn is one number for every age again"
    );
    eventually!(browser.js::<bool>(is_fixed, json!([])).await, false);
    browser.click(("status button", "Undo")).await;
    browser.sees(("button", "Back to one churn for every age")).await;
    browser.press("Ctrl+z").await;
    eventually!(browser.shows(("button", "Back to one churn for every age")).await, false);
    // The table is removed by its button, and the keyboard stays on the box.
    browser.click(("button", "Remove the table")).await;
    eventually!(browser.value(("textbox", "Cohort table")).await, "");
    assert_eq!(browser.keyboard().await, "textbox: Cohort table");
    browser.click(("status button", "Undo")).await;
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
}

async fn what_was_understood_is_shown_and_can_be_read_otherwise(engine: Engine) {
    let browser = clients(engine).await;
    let panel = "#cohort-table-understood";
    let says = "section[aria-labelledby=cohorts-title]";
    let text =
        "Cohort\tMonth 0\tMonth 1\tMonth 2\nJan\t1000\t900\t810\nFeb\t1000\t900\t\nTotal\t2000\t1800\t810";
    paste(&browser, "Cohort table", text).await;
    eventually!(browser.words(panel).await.contains("Left out: row 4 \u{201c}Total\u{201d} (a total)."), true);
    assert!(browser.words(panel).await.contains("Ages 0 to 2 months, from the headings."));
    eventually!(browser.words(says).await.contains("2 cohorts, 2,000 clients"), true);
    assert_eq!(browser.value(("textbox", "Cohort table")).await, text, "what was typed stays as it was");
    // The row can be taken after all, in a step of its own.
    browser.click("#cohort-table-understood summary").await;
    let choose = "const lists = [...document.querySelectorAll('#cohort-table-understood select')];
        const list = lists.find((list) => list.closest('li').innerText.includes('Total'));
        list.selectedIndex = [...list.options].findIndex((option) => option.text === 'No, use it');
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.js::<()>(choose, json!([])).await;
    eventually!(browser.words(says).await.contains("3 cohorts, 4,000 clients"), true);
    assert!(browser.shows("#cohort-table-understood details[open]").await, "the list stays open");
    browser.click(("status button", "Undo")).await;
    eventually!(browser.words(says).await.contains("2 cohorts, 2,000 clients"), true);
    assert_eq!(browser.value(("textbox", "Cohort table")).await, text);
}

async fn a_question_about_a_table_gets_the_keyboard(engine: Engine) {
    let browser = clients(engine).await;
    let script = "const box = one(['textbox', 'Cohort table']);
        box.value = arguments[0];
        box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        one(['button', 'Use this table']).focus();";
    browser.js::<()>(script, json!(["Jan\t1.000\t800\t700\nFeb\t1.200\t1.000"])).await;
    browser.press("Enter").await;
    eventually!(browser.keyboard().await.starts_with("radio"), true);
    browser.js::<()>("one(['button', 'Use it as shown']).focus()", json!([])).await;
    browser.press("Enter").await;
    eventually!(browser.keyboard().await, "button: Use this table");
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
}

async fn what_is_lost_is_said_before_it_is_used(engine: Engine) {
    let browser = clients(engine).await;
    let text = "Cohort\tMonth 0\tMonth 1\tMonth 7\nA\t100\t80\t60\nB\t90\t70\t50";
    paste(&browser, "Cohort table", text).await;
    eventually!(browser.words("#cohort-table-understood").await.contains("2 numbers left out"), true);
    assert!(browser.words(".cohort-verdict").await.is_empty(), "nothing is in use yet");
    browser.click(("button", "Use it as shown")).await;
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
    eventually!(
        browser.words("section[aria-labelledby=cohorts-title]").await.contains("2 cohorts, 190 clients at the start, up to 1 renewal."),
        true
    );
    assert_eq!(browser.value(("textbox", "Cohort table")).await, text);

    // What was chosen about a table that waits is still chosen after a reload.
    paste(&browser, "Cohort table", "Cohort\tMonth 0\tMonth 1\tMonth 7\nC\t100\t80\t60\nD\t90\t70\t50").await;
    let said = "#cohort-table-understood :is(.paste-wrong, .input-note)";
    eventually!(browser.words(said).await.contains("2 numbers left out"), true);
    browser.click("#cohort-table-understood summary").await;
    let before = browser.words(said).await;
    let choose = "const list = document.querySelector('#cohort-table-understood select');
        list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.js::<()>(choose, json!([])).await;
    eventually!(browser.words(said).await == before, false);
    let otherwise = browser.words(said).await;
    browser.reload().await;
    eventually!(browser.words(said).await, otherwise);
}

/// Cohorts and accounts say what they say before there is a scenario, and the first one takes the cohorts over.
async fn tables_need_no_scenario(engine: Engine) {
    let library = Library::empty(engine).await;
    library.click(("button", "New project")).await;
    library.sees(("link", "Economics")).await;
    library.click(("link", "Economics")).await;
    library.sees(("button", "Start with sample figures")).await;
    library.click(("link", "Clients over time")).await;
    let browser = library.into_browser();
    browser.sees(("textbox", "Cohort table")).await;
    browser.resize(1280, 720).await;
    // The sheet that says so comes with the screen.
    eventually!(browser.place(("textbox", "Cohort table")).await.3 >= 160.0, true);
    let text = "Cohort;0;1;2\nJan;1000;900;810\nFeb;1000;900";
    paste(&browser, "Cohort table", text).await;
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
    assert!(browser.words(".cohort-figures").await.contains("10%"), "the churn of the table");
    assert!(!browser.shows(("button", "Use as churn")).await, "there is no scenario to take it over");
    assert_eq!(browser.value(("textbox", "Cohort table")).await, text, "the text stays as it was typed");
    browser.click(("link", "Revenue")).await;
    browser.sees(("textbox", "Table of accounts")).await;
    paste(&browser, "Table of accounts", "Client\tJan 2026\tFeb 2026\nAcme\t10\t12\nBeta\t5\t5").await;
    eventually!(browser.shows(("region", "Revenue retention")).await, true);
    browser.click(("link", "Decision")).await;
    browser.click(("button", "Start with sample figures")).await;
    browser.sees(("heading", "Cumulative profit")).await;
    browser.click(("link", "Clients over time")).await;
    eventually!(browser.shows(("button", "Use as churn")).await, true);
    assert!(browser.words("section[aria-labelledby=cohorts-title]").await.contains("2 cohorts, 2,000 clients"));
}

async fn a_file_in_place_of_a_typed_table_gives_it_back(engine: Engine) {
    let browser = clients(engine).await;
    let (field, typed) = (("textbox", "Cohort table"), "Cohort\t0\t1\nJan\t1000\tabout 900");
    // It is used at once, waits to be looked at, or cannot be read.
    let refused = "Cohort\t0\t1\nJan\t1000\t8o0";
    for (dropped, told) in
        [("1000\t900\t810", "The table is in use"), (refused, "The text in the box was replaced")]
    {
        fill(&browser, "Cohort table", typed).await;
        browser.drop_file("#cohort-table", "clients.csv", dropped).await;
        eventually!(browser.words("[role=status] .toast span").await, told);
        browser.click(("status button", "Undo")).await;
        eventually!(browser.value(field).await, typed);
    }
    browser.drop_file("#cohort-table", "clients.csv", " \n").await;
    browser.is_alerted("Not imported. Fix this and try again:").await;
    assert_eq!(browser.value(field).await, typed);
    browser.click(("button", "Remove the table")).await;
    eventually!(browser.value(field).await, "");
    browser.click(("status button", "Undo")).await;
    eventually!(browser.value(field).await, typed);
    // A table that is in use outlasts what was typed over it.
    let used = "1000\t900\t810";
    paste(&browser, "Cohort table", used).await;
    eventually!(browser.words(".cohort-verdict").await.is_empty(), false);
    browser.click(field).await;
    browser.press("Ctrl+a").await;
    browser.write("about").await;
    browser.click(("button", "Remove the table")).await;
    eventually!(browser.value(field).await, used);
    assert!(browser.shows(".cohort-verdict").await);
}
