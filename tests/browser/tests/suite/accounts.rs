//! Accounts: the bridge by the rules of vendors, what stays of the revenue, and the hole that one client leaves.

use fantoccini::Locator;
use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

use super::cohorts::{economics, paste, row};

in_three_browsers! {
    accounts_make_a_bridge_and_a_hole
    a_broken_table_of_accounts_changes_nothing
    rows_of_one_client_are_asked_about
    periods_keep_their_names_and_the_bridge_its_place
    a_failed_formula_is_no_revenue_only_when_somebody_says_so
}

/// Start 100,000, new 12,000, expansion 9,000, contraction 2,500, lost 4,500: NRR 102 %, GRR 93 %, quick ratio 3.
const TABLE: &str = "Account\tMay\tJune
Stays\t40 000\t40 000
Grows\t30 000\t39 000
Shrinks\t25 500\t23 000
Leaves\t4 500\t
Comes\t\t12 000";

/// The economics at their part about revenue.
async fn revenue(engine: Engine) -> Browser {
    let browser = economics(engine).await;
    browser.click(("link", "Revenue")).await;
    browser.sees(("textbox", "Table of accounts")).await;
    browser
}

async fn accounts_make_a_bridge_and_a_hole(engine: Engine) {
    let browser = revenue(engine).await;
    paste(&browser, "Table of accounts", TABLE).await;
    let value = |row: String| row.split(" | ").next().unwrap_or_default().to_owned();
    let table = "Revenue retention";
    eventually!(value(row(&browser, table, "NRR").await), "102%");
    assert_eq!(value(row(&browser, table, "NRR, Baremetrics").await), "104.5%");
    assert_eq!(value(row(&browser, table, "GRR, first to last").await), "93%");
    assert_eq!(value(row(&browser, table, "Accounts kept, first to last").await), "75%");
    assert_eq!(value(row(&browser, table, "Quick ratio").await), "3");
    assert_eq!(
        browser.attribute("#accounts-bridge-view", "aria-label").await.as_deref(),
        Some("Recurring revenue goes from $100k to $114k, +$14k.")
    );

    // The largest is chosen first: 40 of 114 thousand; a client of the scenario pays 1 thousand.
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("35.1% of all"), true);
    assert!(
        browser.words("section[aria-labelledby=accounts-title]").await.contains("Replacing it takes 40 average clients")
    );
    browser.sees(("combobox", "Client")).await;
    let whom =
        browser.client.find(Locator::XPath("//label[span='Client']//select")).await.expect("a choice of clients");
    let names = "return [...arguments[0].options].map((option) => option.text)";
    let names: Vec<String> = browser.js(names, json!([whom])).await;
    assert_eq!(names, ["Stays", "Grows", "Shrinks", "Comes"], "who has left cannot be lost any more");
    whom.select_by_label("Grows").await.expect("the choice can be made");
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("Losing “Grows” takes away"), true);

    // Nothing lost is a value of its own.
    paste(&browser, "Table of accounts", "A;10;10\nB;5;7").await;
    eventually!(value(row(&browser, table, "Quick ratio").await), "No losses.");
}

async fn a_broken_table_of_accounts_changes_nothing(engine: Engine) {
    let browser = revenue(engine).await;
    paste(&browser, "Table of accounts", TABLE).await;
    eventually!(browser.shows(("region", "Revenue retention")).await, true);
    let taken = browser.value(("textbox", "Table of accounts")).await;
    paste(&browser, "Table of accounts", "A;5;6\nC;7;8\nB;8o0;-2").await;
    browser.is_alerted("Not imported. Fix this and try again:").await;
    assert!(!browser.shows(".toast").await, "what tells of the table before would claim that this one is used");
    browser.is_alerted("Row 3, column 2 (B3): \u{201c}8o0\u{201d} isn\u{2019}t a number.").await;
    browser.is_alerted("Row 3, column 3 (C3): a number can\u{2019}t be negative here.").await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    // What was refused waits to be put right; without it the table that was taken shows again.
    let field = ("textbox", "Table of accounts");
    let refused = browser.value(field).await;
    browser.reload().await;
    eventually!(browser.value(field).await, refused);
    browser.click(field).await;
    browser.press("Ctrl+a Delete").await;
    browser.reload().await;
    eventually!(browser.value(field).await, taken);
}

async fn rows_of_one_client_are_asked_about(engine: Engine) {
    let browser = revenue(engine).await;
    let panel = "#account-table-understood";
    let text = "Client\tMay\tJune\nAcme\t10\t12\nBeta\t5\t5\nAcme\t1\t2\nTotal\t16\t19";
    paste(&browser, "Table of accounts", text).await;
    eventually!(browser.words(panel).await.contains("Several rows have the same name"), true);
    assert!(browser.words(panel).await.contains("Left out: row 5 \u{201c}Total\u{201d} (a total)."));
    assert!(!browser.shows(("region", "Revenue retention")).await, "nothing is in use yet");
    browser.click(("radio", "Add up")).await;
    browser.click(("button", "Use it as shown")).await;
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("2 accounts, 2 periods."), true);
    assert_eq!(browser.value(("textbox", "Table of accounts")).await, text, "what was typed stays as it was");
    browser.click(("status button", "Undo")).await;
    eventually!(browser.value(("textbox", "Table of accounts")).await, "");
    eventually!(browser.words(panel).await, "");
}

/// The choice with a label.
async fn choose(browser: &Browser, label: &str, option: &str) {
    let path = format!("//label[span='{label}']//select");
    let list = browser.client.find(Locator::XPath(&path)).await.expect("a choice");
    list.select_by_label(option).await.expect("the choice can be made");
}

async fn periods_keep_their_names_and_the_bridge_its_place(engine: Engine) {
    let browser = revenue(engine).await;
    let text = "Client;Jan 2026;Feb 2026;Mar 2026\nAcme;10;12;15\nBeta;5;5;4";
    paste(&browser, "Table of accounts", text).await;
    let panel = "section[aria-labelledby=accounts-title]";
    eventually!(browser.words(panel).await.contains("2 accounts, 3 periods."), true);
    choose(&browser, "From", "Jan 2026").await;
    eventually!(browser.words(panel).await.contains("Jan 2026"), true);
    choose(&browser, "Method", "Between two ends").await;
    choose(&browser, "Client", "Beta").await;
    eventually!(browser.words(panel).await.contains("Losing \u{201c}Beta\u{201d} takes away"), true);
    // Whoever comes back finds the bridge, the client and the text.
    browser.click(("link", "Decision")).await;
    browser.sees(("heading", "Cumulative profit")).await;
    browser.click(("link", "Revenue")).await;
    eventually!(browser.words(panel).await.contains("Losing \u{201c}Beta\u{201d} takes away"), true);
    let chosen = "return [...document.querySelectorAll('.account-choices select')].map((list) => list.selectedOptions[0].text)";
    eventually!(
        browser.js::<Vec<String>>(chosen, serde_json::json!([])).await,
        ["Jan 2026", "Mar 2026", "Between two ends", "Beta"]
    );
    assert_eq!(browser.value(("textbox", "Table of accounts")).await, text);
    // What goes out names the periods, too.
    browser.catch_files().await;
    browser.click(("button", "Download CSV")).await;
    eventually!(browser.caught_count().await, 1);
    let files = browser.caught_files().await;
    assert!(files[0].1.contains("Jan 2026,Feb 2026,Mar 2026"), "{files:?}");
}

async fn a_failed_formula_is_no_revenue_only_when_somebody_says_so(engine: Engine) {
    let browser = revenue(engine).await;
    paste(&browser, "Table of accounts", "Client\tMay\tJune\nAcme\t10\t12\nBeta\t#REF!\t5").await;
    browser.is_alerted("is a failed formula. Put the number in, or clear the cell.").await;
    assert!(!browser.shows(("region", "Revenue retention")).await, "nothing is in use");
    browser.click(("radio", "No revenue")).await;
    browser.click(("button", "Use it as shown")).await;
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("2 accounts, 2 periods."), true);
}
