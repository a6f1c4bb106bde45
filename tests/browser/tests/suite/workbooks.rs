//! Workbooks where a table is wanted: a sheet is read as if it had been pasted, and of several the person says which.

use orbita::exchange::office::xlsx::{Cell, NewSheet, write};
use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::{eventually, in_three_browsers};

use super::cohorts::economics;

in_three_browsers! {
    a_workbook_becomes_a_map_of_the_sheet_that_is_chosen
    a_workbook_of_cohorts_is_used_at_once
}

fn sheet(name: &str, rows: &[&[&str]]) -> NewSheet {
    let rows = rows.iter().map(|row| row.iter().map(|text| Cell::text(*text)).collect()).collect();
    NewSheet { name: name.into(), rows, ..NewSheet::default() }
}

async fn a_workbook_becomes_a_map_of_the_sheet_that_is_chosen(engine: Engine) {
    let library = Library::empty(engine).await;
    let sheets = [
        sheet("Cover", &[&["Our client"]]),
        sheet("As is", &[&["Stage", "Lane", "Text"], &["Choose", "Actions", "Compares\nand waits"]]),
        sheet("To be", &[&["Stage", "Lane", "Text"], &["Use", "Actions", "Starts"]]),
    ];
    library.pick_file("Two maps.xlsx", write(&sheets)).await;
    library.sees(("dialog", "Import this map?")).await;
    let said = library.words(("dialog", "Import this map?")).await;
    assert!(said.contains("Which sheet is the table on?") && said.contains("Two maps.xlsx"), "{said}");
    assert_eq!(library.stored_keys(&document::key("")).await, Vec::<String>::new());
    library.click(("radio", "To be")).await;
    eventually!(library.keyboard().await, "radio: To be");
    library.click(("dialog button", "Use it as shown")).await;
    eventually!(library.titles().await, ["Two maps"]);
    let map = library.enter("Two maps").await;
    eventually!(map.stages().await, ["Use"]);
    assert_eq!(map.cards(1, 1).await, ["Starts"]);

    // What is no workbook says so, and changes nothing.
    map.pick_file("old.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).await;
    eventually!(
        map.words("[role=status] .toast span").await,
        "This workbook is an old .xls or has a password. Save it as .xlsx without a password."
    );
    assert_eq!(map.card_count().await, 1);
}

async fn a_workbook_of_cohorts_is_used_at_once(engine: Engine) {
    let browser = economics(engine).await;
    browser.click(("link", "Clients over time")).await;
    browser.sees(("textbox", "Cohort table")).await;
    let numbers = |name: &str, left: &[f64]| {
        [Cell::text(name)].into_iter().chain(left.iter().copied().map(Cell::Number)).collect::<Vec<_>>()
    };
    let rows = vec![numbers("Jan", &[1000.0, 900.0, 810.0, 729.0]), numbers("Feb", &[1000.0, 900.0, 810.0])];
    let head = ["Cohort", "0", "1", "2", "3"].map(String::from).to_vec();
    let bytes = write(&[NewSheet { name: "Retention".into(), head, rows }]);
    browser.pick_file_by("#cohort-table-file", "retention.xlsx", bytes).await;
    eventually!(
        browser.words(".cohort-verdict").await,
        "Constant churn of 10% explains this table: no richer model needed."
    );

    // What no field should hold is turned away before one does, and the table stays.
    browser.pick_file_by("#cohort-table-file", "commas.csv", ",".repeat(5 << 20)).await;
    eventually!(
        browser.words("[role=status] .toast span").await,
        "commas.csv is too large. Nothing was changed."
    );
    assert!(browser.words(".cohort-verdict").await.starts_with("Constant churn of 10%"));
}
