//! Tables as they are laid out to be looked at: titles, spanned headings, notes, totals of lists, pages, terminals, Markdown.

use orbita::tables::choice::Choices;

use crate::said::{EN, RU, accounts_say, cohorts_of, cohorts_said, cohorts_say};

#[test]
fn years_and_periods_that_span_columns_stand_over_them() {
    accounts_say(&[
        (
            EN,
            "\t2025\t\t2026\t\nClient\tNov\tDec\tJan\tFeb\nAlpha\t1\t2\t3\t4\nBeta\t5\t6\t7\t8",
            "Nov 2025 | Dec 2025 | Jan 2026 | Feb 2026\nAlpha: 1 2 3 4\nBeta: 5 6 7 8",
        ),
        (
            RU,
            "Клиент\tянв 2025\t\tфев 2025\t\n\tПлан\tФакт\tПлан\tФакт\nАльфа\t1\t2\t3\t4\nБета\t5\t6\t7\t8",
            "янв 2025 | фев 2025\nАльфа: 2 4\nБета: 6 8\n- column 2 янв 2025 План: Unknown\n- column 4 фев 2025 План: Unknown",
        ),
        (
            RU,
            "Клиент;Март 2025 года;апрель 2025 г.\nАльфа;1;2\nБета;3;4",
            "Март 2025 года | апрель 2025 г.\nАльфа: 1 2\nБета: 3 4",
        ),
    ]);
}

#[test]
fn a_title_with_a_comma_does_not_part_the_table_below_it() {
    let table = "Клиент;янв 2025;фев 2025\nАльфа;1,5;200\nБета;1;2";
    accounts_say(&[
        (
            RU,
            &format!("Выручка по клиентам, тыс.\n{table}"),
            "янв 2025 | фев 2025\nАльфа: 1500 200000\nБета: 1000 2000\n- row 1 Выручка по клиентам, тыс.: Title\n= Fraction(',', OtherCells)\n= Scale(3, \"Выручка по клиентам, тыс.\")",
        ),
        (
            EN,
            "MRR report\nClient,Jan 2025,Feb 2025\nAlpha; Inc,1,2\nBeta; Inc,3,4\nGamma; Inc,5,6",
            "Jan 2025 | Feb 2025\nAlpha; Inc: 1 2\nBeta; Inc: 3 4\nGamma; Inc: 5 6\n- row 1 MRR report: Title",
        ),
        (
            EN,
            "Client,2023,2024*\nAlpha,1,2\nBeta,3,4\n* preliminary",
            "2023 | 2024*\nAlpha: 1 2\nBeta: 3 4\n- row 4 * preliminary: Empty",
        ),
        // Semicolons within names part nothing where commas part all rows alike.
        (
            EN,
            "Client,Jan 2025,Feb 2025\nAlpha; Inc,1,2\nBeta; Inc,3,4\nGamma; Inc,5,6",
            "Jan 2025 | Feb 2025\nAlpha; Inc: 1 2\nBeta; Inc: 3 4\nGamma; Inc: 5 6",
        ),
    ]);
}

#[test]
fn lists_leave_their_totals_out() {
    let said = "янв 2025 | фев 2025\nАльфа: 100 50\nБета: 30 40\n= column 1 Клиент: Names\n= column 2 Период: Periods\n= column 3 Сумма: Values\n{}= Pivoted { rows: {n}, added: 0 }\n? Pivot(true)";
    let rows = ["Альфа;янв 2025;100\nАльфа;фев 2025;50", "Бета;янв 2025;30\nБета;фев 2025;40"];
    let list = |one: &str, other: &str| format!("Клиент;Период;Сумма\n{}{one}\n{}{other}", rows[0], rows[1]);
    let told = |told: &str, count: &str| said.replace("{}", told).replace("{n}", count);
    accounts_say(&[
        (RU, &list("", "\nИтого;;220"), &told("- row 6 Итого: Total\n", "5")),
        (
            RU,
            &list("\nАльфа Итого;;150", "\nБета Итого;;70\nОбщий итог;;220"),
            &told("- row 4 Альфа Итого: Total\n- row 7 Бета Итого: Total\n- row 8 Общий итог: Total\n", "7"),
        ),
    ]);
}

#[test]
fn cells_as_spreadsheets_and_printed_tables_dress_them() {
    accounts_say(&[
        (
            EN,
            "Client\tJan-25\tFeb-25\nAlpha\t $ 1,234.50 \t $ - \nBeta\t $ 200.00\t $ 300.00",
            "Jan-25 | Feb-25\nAlpha: 1234.5 0\nBeta: 200 300\n= Fraction('.', OtherCells)\n= NoRevenue(1)",
        ),
        (
            EN,
            "Client\tJan-25\tFeb-25\nAlpha\t123*\t100 (20%)\nBeta\t200\u{2020}\t300 [1]",
            "Jan-25 | Feb-25\nAlpha: 123 100\nBeta: 200 300",
        ),
        (EN, "Client\tJan-25\tFeb-25\nAlpha\t123\t100\nBeta\t200\t-300*", "! Negative x1 at 3:3"),
        (
            EN,
            "Client,Jan 2025,Feb 2025\n=\"Alpha\",=\"100\",=\"200\"\n'=\"Beta\",3,4",
            "Jan 2025 | Feb 2025\nAlpha: 100 200\n=\"Beta\": 3 4",
        ),
        (
            EN,
            "Client,Jan 2025,Feb 2025\nAlpha,1,2\nClient,Jan 2025,Feb 2025\nBeta,3,4",
            "Jan 2025 | Feb 2025\nAlpha: 1 2\nBeta: 3 4\n- row 3 Client: Heading",
        ),
    ]);
}

#[test]
fn tables_of_pages_terminals_and_markdown() {
    let said = "Jan 2025 | Feb 2025\nA & B: 1100 200\nBeta: 50 60";
    let drawn = "+-------+----------+----------+\n| Client | Jan 2025 | Feb 2025 |\n+=======+==========+==========+\n| A & B | 1100 | 200 |\n+-------+----------+----------+\n| Beta | 50 | 60 |\n+-------+----------+----------+";
    accounts_say(&[
        (
            EN,
            "<html><style>td {a:b}</style><!-- <td> --><table border=1><TR><TH>Client</TH><th>Jan 2025</th><th>Feb 2025</th></tr>\n<tr><td><b>A &amp;\n B</b></td><td>1&nbsp;100</td><td>200</td></tr><tr><td>Beta<td>50<td>60</table>",
            said,
        ),
        (
            EN,
            "<table><tr><td rowspan=2>Client</td><td colspan=\"2\">2025</td></tr><tr><td>Jan</td><td>Feb</td></tr><tr><td>Alpha</td><td>1</td><td>2</td></tr><tr><td>Beta</td><td>3</td><td>4</td></tr></table>",
            "Jan 2025 | Feb 2025\nAlpha: 1 2\nBeta: 3 4",
        ),
        (EN, drawn, said),
        (
            EN,
            "\u{2502} Client \u{2502} Jan 2025 \u{2502} Feb 2025 \u{2502}\n\u{251c}\u{2500}\u{2500}\u{253c}\u{2500}\u{253c}\u{2500}\u{2524}\n\u{2502} A & B \u{2502} 1100 \u{2502} 200 \u{2502}\n\u{2502} Beta \u{2502} 50 \u{2502} 60 \u{2502}",
            said,
        ),
        (
            EN,
            "| Client | Jan 2025 | Feb 2025 |\n|---|---|---|\n| **A & B** | 1100 | 200 |\n| `Beta` | 50 | 60 |\n| **Total** | **1150** | **260** |",
            &format!("{said}\n- row 5 Total: Total"),
        ),
    ]);
}

#[test]
fn counts_with_their_shares_and_words_for_not_yet() {
    let said = "clients at 0 1 2\nJan 2025: 100 80 70\nFeb 2025: 200 150 .\n= ages from Headings";
    cohorts_say(&[
        (EN, "Cohort,0,1,2\nJan 2025,100 (100%),80 (80%),70 (70.5 %)\nFeb 2025,200 (100%),150 (75%),TBA", said),
        (RU, "Когорта;0;1;2\nJan 2025;100;80;70*\nFeb 2025;200;150;ещё нет", said),
        (EN, "Cohort,0,1,2\nJan 2025,c. 100,ca. 80,approx. 70\nFeb 2025,About 200,circa 150,n/a", said),
        (RU, "Когорта;0;1;2\nJan 2025;ок. 100;около 80;прибл. 70\nFeb 2025;примерно 200;150;н/д", said),
    ]);
}

#[test]
fn a_table_of_those_who_left_is_pointed_at() {
    let said = |title: &str| {
        let table = format!("{title}\nCohort,Size,1,2\nJan 2025,100,20%,10%\nFeb 2025,200,25%,8%");
        cohorts_said(&cohorts_of(EN, &table, &Choices::default()))
    };
    // Of those who stayed these would be most of a cohort gone at once.
    for title in ["Churn by cohort", "Отток по когортам", "Churn rate by cohort"] {
        let said = said(title);
        assert!(said.contains("Jan 2025: 100 80 72") && said.contains("? Lost(OfPrevious)"), "{said}");
    }
    let high = "Churn by cohort\nCohort,1,2\nJan 2025,90%,80%\nFeb 2025,85%,78%";
    assert!(cohorts_said(&cohorts_of(EN, high, &Choices::default())).contains("= SaysLost(\"Churn by cohort\")"));
    assert!(!said("Retention and churn").contains("SaysLost"));
}

#[test]
fn a_title_that_names_those_who_left_is_never_passed_over() {
    let read = |table: &str| cohorts_said(&cohorts_of(EN, table, &Choices::default()));
    // Of known sizes they are subtracted, which is asked.
    let rows = "Cohort\tSize\tM1\tM2\nJan\t1000\t100\t90\nFeb\t900\t80\t";
    for title in ["Customers lost", "Churned clients by cohort"] {
        let taken = read(&format!("{title}\n{rows}"));
        assert!(taken.contains("Jan: 1000 900 810\n") && taken.contains("? Lost(Each)"), "{taken}");
    }
    // Else they are taken as they stand, which is said.
    for rows in ["\tM0\tM1\tM2\nJan\t1000\t100\t90\nFeb\t900\t80\t", "\tM1\tM2\tM3\nJan\t100\t90\t80\nFeb\t80\t70\t"] {
        let taken = read(&format!("Customers lost\n{rows}"));
        assert!(taken.contains("= SaysLost(\"Customers lost\")"), "{taken}");
    }
}
