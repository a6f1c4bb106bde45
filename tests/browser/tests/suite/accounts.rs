//! Accounts: the bridge by the rules of vendors, what stays of the revenue, and the hole that one client leaves.

use fantoccini::Locator;
use orbita_browser::driver::Engine;
use orbita_browser::{eventually, in_three_browsers};

use super::cohorts::{economics, paste, row};

in_three_browsers! {
    accounts_make_a_bridge_and_a_hole
    a_broken_table_of_accounts_changes_nothing
}

/// Start 100,000, new 12,000, expansion 9,000, contraction 2,500, lost 4,500: NRR 102 %, GRR 93 %, quick ratio 3.
const TABLE: &str = "Account\tMay\tJune
Stays\t40 000\t40 000
Grows\t30 000\t39 000
Shrinks\t25 500\t23 000
Leaves\t4 500\t
Comes\t\t12 000";

async fn accounts_make_a_bridge_and_a_hole(engine: Engine) {
    let browser = economics(engine).await;
    paste(&browser, "Table of accounts", TABLE).await;
    let value = |row: String| row.split(" | ").next().unwrap_or_default().to_owned();
    let table = "How much of it stays";
    eventually!(value(row(&browser, table, "NRR").await), "102%");
    assert_eq!(value(row(&browser, table, "NRR as Baremetrics prints it").await), "104.5%");
    assert_eq!(value(row(&browser, table, "GRR").await), "93%");
    assert_eq!(value(row(&browser, table, "Accounts kept").await), "75%");
    assert_eq!(value(row(&browser, table, "Quick ratio").await), "3");
    assert_eq!(
        browser.attribute("#accounts-bridge-view", "aria-label").await.as_deref(),
        Some("Recurring revenue goes from $100k to $114k, +$14k.")
    );

    // The largest is chosen first: 40 of 114 thousand, and the other three bring 74.
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("35.1% of all"), true);
    assert!(
        browser.words("section[aria-labelledby=accounts-title]").await.contains("Average clients that refill it: 1.6.")
    );
    browser.sees(("combobox", "Client")).await;
    let whom =
        browser.client.find(Locator::XPath("//label[span='Client']//select")).await.expect("a choice of clients");
    whom.select_by_label("Grows").await.expect("the choice can be made");
    eventually!(browser.words("section[aria-labelledby=accounts-title]").await.contains("Without Grows"), true);

    // Nothing lost is a value of its own.
    paste(&browser, "Table of accounts", "A;10;10\nB;5;7").await;
    eventually!(value(row(&browser, table, "Quick ratio").await), "No losses.");
}

async fn a_broken_table_of_accounts_changes_nothing(engine: Engine) {
    let browser = economics(engine).await;
    paste(&browser, "Table of accounts", TABLE).await;
    eventually!(browser.shows(("region", "How much of it stays")).await, true);
    let taken = browser.value(("textbox", "Table of accounts")).await;
    paste(&browser, "Table of accounts", "A;5;6\n;7;8\nA;x;-2").await;
    browser.is_alerted("Nothing was taken. 4 cells are in the way:").await;
    browser.is_alerted("Row 2, column 1: the account has no name.").await;
    browser.is_alerted("Row 3, column 1: the same name as in row 1.").await;
    browser.is_alerted("Row 3, column 3: a number cannot be negative here.").await;
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
