//! Tables as reports print them: lines of words around them, and headings of several rows with sums between.

use crate::said::{EN, RU, accounts_say, cohorts_say};

#[test]
fn years_over_months_have_sums_beside_them() {
    let said = "Nov 2024 | Dec 2024 | Jan 2025\nAcme: 10 11 12\nBeta: 5 6 7\n";
    accounts_say(&[
        (
            EN,
            "Sum of MRR\tColumn Labels\n\t2024\t\t2024 Total\t2025\t2025 Total\tGrand Total\nRow Labels\tNov\tDec\t\tJan\nAcme\t10\t11\t21\t12\t12\t33\nBeta\t5\t6\t11\t7\t7\t18",
            &format!(
                "{said}- row 1 Sum of MRR: Title\n- column 4 2024 Total: Unknown\n- column 6 2025 Total: Unknown\n- column 7 Grand Total: Total"
            ),
        ),
        (
            EN,
            "Customer,2024,,,2025,,Total\n,Nov,Dec,Total,Jan,Total,\nAcme,10,11,21,12,12,33\nBeta,5,6,11,7,7,18",
            &format!("{said}- column 4 Total: Total\n- column 6 Total: Total\n- column 7 Total: Total"),
        ),
        // Numbers of three digits beside each other are no thousands where a heading stands over each.
        (
            EN,
            "Customer,2024,,2025,Total\n,Nov,Dec,Jan,\nAcme,100,110,120,330\nBeta,50,60,70,180",
            "Nov 2024 | Dec 2024 | Jan 2025\nAcme: 100 110 120\nBeta: 50 60 70\n- column 5 Total: Total",
        ),
        // Quarters between them, as a spreadsheet groups days.
        (
            EN,
            "\t2024\t\t\t\t\t2024 Total\n\tQtr3\t\tQtr3 Total\tQtr4\tQtr4 Total\nRow Labels\tAug\tSep\t\tOct\nAcme\t10\t11\t21\t12\t12\t33\nBeta\t5\t6\t11\t7\t7\t18",
            "Aug 2024 | Sep 2024 | Oct 2024\nAcme: 10 11 12\nBeta: 5 6 7\n- column 4: Unknown\n- column 6: Unknown\n- column 7 2024 Total: Unknown",
        ),
        (
            RU,
            "\t2024\t\t\t\t\t2024 Итог\n\tКв-л3\t\tКв-л3 Итог\tКв-л4\tКв-л4 Итог\nНазвания строк\tавг\tсен\t\tокт\nАльфа\t10\t11\t21\t12\t12\t33\nБета\t5\t6\t11\t7\t7\t18",
            "авг 2024 | сен 2024 | окт 2024\nАльфа: 10 11 12\nБета: 5 6 7\n- column 4: Unknown\n- column 6: Unknown\n- column 7 2024 Итог: Unknown",
        ),
    ]);
}

#[test]
fn commas_of_sentences_part_no_cells() {
    let said = "Jan 2025 | Feb 2025\nApex: 100 110\nBirch: 50 60\n";
    accounts_say(&[
        (
            EN,
            "Customer,Jan 2025,Feb 2025\nApex,100,110\nBirch,50,60\nTotal,150,170\nMonday, March 31, 2025 05:21 PM GMT-7 - Cash Basis",
            &format!("{said}- row 4 Total: Total\n- row 5 Monday, March 31, 2025 05:21 PM GMT-7 - Cash Basis: Empty"),
        ),
        (
            EN,
            "January - March, 2025\n,Jan 2025,Feb 2025\nApex,100,110\nBirch,50,60",
            &format!("{said}- row 1 January - March, 2025: Title"),
        ),
        // A row that somebody typed is one of the table.
        (EN, "Customer,Jan 2025,Feb 2025\nApex,100,110\nBirch,50,60\nCeta, 20, 30", &format!("{said}Ceta: 20 30")),
        (EN, "Customer, Jan 2025, Feb 2025\nApex, 100, 110\nBirch, 50, 60", said),
    ]);
}

#[test]
fn more_lines_than_rows_may_stand_above_a_table() {
    let lines = ["# Cohorts", "# Account: X", "# Property: Y", "# 20250101-20250331", "# -----"];
    let titles: String = lines.iter().zip(1..).map(|(line, row)| format!("- row {row} {line}: Title\n")).collect();
    cohorts_say(&[(
        EN,
        &format!(
            "{}\n,WEEK 0,WEEK 1\nAll Users,210,63\n\"Jan 5 - Jan 11, 2025\",100,30\n\"Jan 12 - Jan 18, 2025\",110,33",
            lines.join("\n")
        ),
        &format!(
            "clients at 0 1\nJan 5 - Jan 11, 2025: 100 30\nJan 12 - Jan 18, 2025: 110 33\n{titles}- row 7 All Users: Total\n= ages in Weeks from Headings"
        ),
    )]);
}

#[test]
fn a_client_above_a_subtotal_measures_nothing() {
    accounts_say(&[(
        EN,
        "Owner,Account,Jan 2025,Feb 2025\nAnn,Acme,100,110\n,Beta,50,60\nSubtotal,,150,170\nBob,Ceta,30,30\n,Delta,20,25\nSubtotal,,50,55\nTotal,,200,225",
        "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\nCeta: 30 30\nDelta: 20 25\n- column 1 Owner: Words\n- row 4 Subtotal: Total\n- row 7 Subtotal: Total\n- row 8 Total: Total",
    )]);
}
