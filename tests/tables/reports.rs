//! Tables as reports print them: lines of words around them, and headings of several rows with sums between.

use orbita::tables::choice::Choices;

use crate::said::{EN, RU, accounts_of, accounts_said, accounts_say, cohorts_say};

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

#[test]
fn months_below_each_client_and_clients_below_each_month_are_read() {
    let clients = "Январь 2024 | Февраль 2024\nРомашка: 100000 110000\nЛютик: 10000 20000\n";
    let said = |text: &str| accounts_said(&accounts_of(RU, "", text, &Choices::default()));
    for (text, rows) in [
        (
            "Контрагент\tСумма\nРомашка\t210 000,00\nЯнварь 2024\t100 000,00\nФевраль 2024\t110 000,00\nЛютик\t30 000,00\n\
             Январь 2024\t10 000,00\nФевраль 2024\t20 000,00\nИтого\t240 000,00",
            "- row 2 Ромашка: Total\n- row 5 Лютик: Total\n- row 8 Итого: Total\n",
        ),
        // A year above its months adds them up; a client without a sum of its own has none to leave out.
        (
            "Отчёт по продажам\nКонтрагент\tСумма\nРомашка\t210 000,00\n  2024 г.\t210 000,00\n    Январь 2024\t100 000,00\n    Февраль 2024\t110 000,00\n\
             Лютик\t\n  2024 г.\t30 000,00\n    Январь 2024\t10 000,00\n    Февраль 2024\t20 000,00",
            "- row 3 Ромашка: Total\n- row 4 2024 г.: Total\n- row 8 2024 г.: Total\n",
        ),
        (
            "Период\tСумма\nЯнварь 2024\t110 000,00\nРомашка\t100 000,00\nЛютик\t10 000,00\nФевраль 2024\t130 000,00\n\
             Ромашка\t110 000,00\nЛютик\t20 000,00\nИтого\t240 000,00",
            "- row 2 Январь 2024: Total\n- row 5 Февраль 2024: Total\n- row 8 Итого: Total\n",
        ),
    ] {
        let said = said(text);
        assert!(said.starts_with(clients), "{text}\n{said}");
        assert!(said.contains(rows) && said.contains("= NamesFromAbove(4)") && !said.contains('!'), "{said}");
    }
}

#[test]
fn a_heading_over_all_months_is_no_total_and_a_year_over_them_is_theirs() {
    let months = "Acme\t10\t11\t12\nBeta\t5\t6\t7";
    for heading in [
        "\t2024\nClient\tJan\tFeb\tMar",
        "\t2024\t\t\nClient\tJan\tFeb\tMar",
        "2024\nClient\tJan\tFeb\tMar",
        "Client\t2024\n\tJan\tFeb\tMar",
    ] {
        for title in ["", "Revenue by client\n", "Revenue by client\nJanuary to March\n"] {
            let text = format!("{title}{heading}\n{months}");
            let said = accounts_said(&accounts_of(EN, "$", &text, &Choices::default()));
            assert!(said.starts_with("Jan 2024 | Feb 2024 | Mar 2024\nAcme: 10 11 12\nBeta: 5 6 7"), "{text}\n{said}");
            assert!(!said.contains(['!', '?']), "{said}");
        }
    }
    for heading in [
        "\tSum of MRR\tSum of MRR\tSum of MRR\nClient\tянв 2025\tфев 2025\tмар 2025",
        "Client\tSum of MRR\tSum of MRR\tSum of MRR\n\tянв 2025\tфев 2025\tмар 2025",
        "Контрагент\tСумма\tСумма\tСумма\n\tянв 2025\tфев 2025\tмар 2025",
        "Отчёт\nКонтрагент\tСумма\tСумма\tСумма\n\tянв 2025\tфев 2025\tмар 2025",
        "Контрагент\tянв 2025\tфев 2025\tмар 2025\n\tСумма\tСумма\tСумма",
    ] {
        let text = format!("{heading}\n{months}");
        let said = accounts_said(&accounts_of(RU, "", &text, &Choices::default()));
        assert!(said.starts_with("янв 2025 | фев 2025 | мар 2025\nAcme: 10 11 12\nBeta: 5 6 7"), "{text}\n{said}");
        assert!(!said.contains(['!', '?']), "{said}");
    }
}

#[test]
fn days_of_a_spreadsheet_are_shown_as_months() {
    // 45292 is 1 January 2024, and 45323 the first of February; 45299 is a week later.
    for (heads, periods) in [("45292\t45323", "2024-01 | 2024-02"), ("45292\t45299", "2024-01-01 | 2024-01-08")] {
        let said = accounts_said(&accounts_of(
            EN,
            "$",
            &format!("Client\t{heads}\nAcme\t10\t20\nBeta\t5\t6"),
            &Choices::default(),
        ));
        assert!(said.starts_with(&format!("{periods}\nAcme: 10 20\nBeta: 5 6")), "{said}");
    }
}
