//! Workbooks, out and in.

use chrono::NaiveDate;
use orbita::exchange::archive;
use orbita::exchange::office::xlsx::{Cell, NewSheet, Refused, Value, read, write};
use proptest::prelude::*;

use super::package::parts;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// What a written cell is read as.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Text(text) if text.is_empty() => Value::Empty,
        Cell::Text(text) => Value::Text(text.clone()),
        Cell::Number(number) => Value::Number(*number),
        Cell::Share(share) => Value::Share(*share),
        Cell::Formatted(number, _) => Value::Number(*number),
        Cell::Day(day) => Value::Day(*day),
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        "(\\PC|[\n\t<>&\"'=]|_x0041_|_x|]]>){0,20}".prop_map(Cell::Text),
        any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(Cell::Number),
        (-2.0..2.0_f64).prop_map(Cell::Share),
        (any::<i32>(), "(\"[^\"]{0,5}\")?#,##0(\\.00)?")
            .prop_map(|(n, format)| Cell::Formatted(f64::from(n) / 7.0, format)),
        (61_i64..2_958_465).prop_map(|serial| Cell::Day(day("1899-12-30") + chrono::Duration::days(serial))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_go_there_and_back(name in "\\PC{0,40}", rows in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..5)) {
        let sheet = NewSheet { name, head: vec!["A".into(), "Б".into()], rows: rows.clone() };
        let bytes = write(&[sheet.clone(), sheet.clone()]);
        prop_assert_eq!(&bytes, &write(&[sheet.clone(), sheet]), "the same bytes each time");
        parts(&bytes);
        let tables = read(&bytes).expect("a workbook");
        prop_assert_eq!(tables.len(), 2);
        prop_assert_ne!(tables[0].name.to_lowercase(), tables[1].name.to_lowercase());
        for table in tables {
            prop_assert!(!table.name.is_empty() && table.name.encode_utf16().count() <= 31);
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let read = table.rows.get(row + 1).and_then(|row| row.get(column)).cloned().unwrap_or(Value::Empty);
                    prop_assert_eq!(read, value(cell));
                }
            }
        }
    }

    #[test]
    fn no_bytes_break_the_reader(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let sheet = NewSheet { name: "a".into(), head: vec!["b".into()], rows: vec![vec![Cell::Day(day("2026-11-21")), Cell::Number(2.5)]] };
        let mut bytes = write(&[sheet]);
        for (at, to) in at {
            let place = at.index(bytes.len());
            bytes[place] = to;
        }
        _ = read(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        _ = read(&bytes);
    }

    #[test]
    fn no_sheet_breaks_the_reader(body in "(<row( r=\"[0-9]{1,7}\")?>|</row>|<c( r=\"[A-Z]{1,4}[0-9]{1,7}\")?( t=\"(s|b|e|d|str|inlineStr)\")?( s=\"[0-9]\")?>|</c>|<v>|</v>|<is>|</is>|<t>|</t>|[0-9.e-]{1,5}|&lt;){0,40}") {
        _ = read(&book(&body, "", ""));
    }
}

#[test]
fn names_that_differ_in_what_no_file_holds_are_told_apart() {
    let names = ["A", "A\u{fffe}", "\u{ffff}a", "\u{fffe}", "\u{fffe}\u{ffff}", "\u{1}", "History", "history\u{ffff}"];
    let sheets = names.map(|name| NewSheet { name: name.into(), head: vec!["b".into()], rows: Vec::new() });
    let tables = read(&write(&sheets)).expect("a workbook");
    let mut found: Vec<String> = tables.iter().map(|table| table.name.to_lowercase()).collect();
    assert!(found.iter().all(|name| !name.is_empty() && name != "history"), "{found:?}");
    found.sort();
    found.dedup();
    assert_eq!(found.len(), names.len(), "{found:?}");
}

/// A workbook as other programs write it, with one sheet.
fn book(cells: &str, strings: &str, formats: &str) -> Vec<u8> {
    let relation = |id: u8, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    let all = [
        relation(1, "worksheet", "worksheets/sheet1.xml"),
        relation(2, "sharedStrings", "sharedStrings.xml"),
        relation(3, "styles", "/xl/styles.xml"),
    ];
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", format!("<Relationships>{}</Relationships>", relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{}</Relationships>", all.concat())),
        (
            "xl/workbook.xml",
            "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"Лист1\" sheetId=\"1\" r:id=\"rId1\"/>\
             <x:sheet name=\"secret\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/></x:sheets></x:workbook>"
                .to_owned(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<x:worksheet xmlns:x=\"x\"><x:sheetData>{cells}</x:sheetData></x:worksheet>"),
        ),
        ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>")),
        ("xl/styles.xml", format!("<styleSheet>{formats}</styleSheet>")),
    ];
    archive::write(&files.map(|(name, text)| (name.to_owned(), text.into_bytes())))
}

#[test]
fn cells_of_every_kind_are_read() {
    let cells = "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>9</v></c>\
        <c r=\"F2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> line</t></r></is></c></row>\
        <row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>said</v></c><c t=\"d\"><v>2026-11-21T10:00:00</v></c></row>\
        <row r=\"5\"><c s=\"1\"><v>46347</v></c><c s=\"2\"><v>0.05</v></c><c s=\"3\"><v>46347.5</v></c><c s=\"4\"><v>0.4375</v></c><c><v>1E3</v></c><c s=\"1\"/></row>";
    let strings =
        "<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch_x0009_</t></r><rPh><t>aside</t></rPh></si>";
    let formats = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-419]d\\ mmm;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/><xf numFmtId=\"20\"/></cellXfs>";
    let tables = read(&book(cells, strings, formats)).expect("a workbook");
    assert_eq!(tables.len(), 1, "what is hidden stays hidden");
    assert_eq!(tables[0].name, "Лист1");
    let text = |text: &str| Value::Text(text.into());
    let (empty, november) = (Value::Empty, Value::Day(day("2026-11-21")));
    let rows = vec![
        vec![],
        vec![empty.clone(), text("rich\t"), text("plain"), empty.clone(), empty, text("in line")],
        vec![Value::Flag(true), Value::Error("#DIV/0!".into()), text("said"), november.clone()],
        vec![],
        vec![november.clone(), Value::Share(0.05), november, text("10:30"), Value::Number(1000.0)],
    ];
    assert_eq!(tables[0].rows, rows);
    let texts: Vec<String> = tables[0].rows[4].iter().map(Value::text).collect();
    assert_eq!(texts, ["2026-11-21", "5%", "2026-11-21", "10:30", "1000"]);
}

#[test]
fn a_cell_is_pasted_with_the_digits_that_a_spreadsheet_shows() {
    let pasted = |number: f64| Value::Number(number).text();
    for (number, text) in [
        (0.1 + 0.2, "0.3"),
        (-1234.5, "-1234.5"),
        (1e15, "1000000000000000"),
        (123_456_789_012_345_680.0, "123456789012346000"),
        (1e-7, "0.0000001"),
        (-0.0, "0"),
        (1e300, "1e300"),
        // A point before three digits could part thousands.
        (1.234, "1.2340"),
        (1.2345, "1.2345"),
    ] {
        assert_eq!(pasted(number), text);
    }
    assert_eq!(Value::Share(0.07).text(), "7%");
    assert_eq!(Value::Share(0.29).text(), "29%");
    assert_eq!(Value::Share(-0.005).text(), "-0.5%");
}

#[test]
fn only_hexadecimal_digits_are_an_escape() {
    let cells = "<row><c t=\"s\"><v>0</v></c></row>";
    let tables = read(&book(cells, "<si><t>_x+041__x0041__x00g1_</t></si>", "")).expect("a workbook");
    assert_eq!(tables[0].rows[0][0], Value::Text("_x+041_A_x00g1_".into()));
}

#[test]
fn many_formats_for_many_styles_are_read_at_once() {
    // Each style names the last of them: looked for one by one, this would take minutes.
    let formats: String =
        (0..60_000).map(|id| format!("<numFmt numFmtId=\"{}\" formatCode=\"0%\"/>", id + 200)).collect();
    let styles = "<xf numFmtId=\"60199\"/>".repeat(60_000);
    let formats = format!("<numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs>");
    let tables = read(&book("<row><c s=\"59999\"><v>0.5</v></c></row>", "", &formats)).expect("a workbook");
    assert_eq!(tables[0].rows[0][0], Value::Share(0.5));
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    assert_eq!(read(b"a,b\n1,2"), Err(Refused::NotAWorkbook));
    assert_eq!(read(&archive::write(&[("a.txt".into(), vec![1])])), Err(Refused::NotAWorkbook));
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), Err(Refused::OldOrLocked));
    assert_eq!(read(&book("<row>", "", "")), Err(Refused::Damaged));
    let mut bytes = write(&[]);
    assert!(read(&bytes).is_ok());
    let at = bytes.windows(9).position(|window| window == b"sheetData").expect("a sheet");
    bytes[at] ^= 1;
    assert_eq!(read(&bytes), Err(Refused::Damaged));
}

#[test]
fn bombs_are_refused() {
    // Far away, deep down, a few bytes that stand for many.
    assert_eq!(read(&book("<row><c r=\"A1048576\"><v>1</v></c></row>", "", "")), Err(Refused::TooLarge));
    let wide: String = (1..100).map(|row| format!("<row><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    assert_eq!(read(&book(&wide, "", "")), Err(Refused::TooLarge));
    assert_eq!(read(&book("<row><c r=\"XFE1\"><v>1</v></c></row>", "", "")), Err(Refused::TooLarge));
    let same = "<c t=\"s\"><v>0</v></c>".repeat(5_000);
    assert_eq!(read(&book(&same, &format!("<si><t>{}</t></si>", "a".repeat(10_000)), "")), Err(Refused::TooLarge));
    let deep = format!("{}{}", "<a>".repeat(10_000), "</a>".repeat(10_000));
    assert_eq!(read(&book(&deep, "", "")), Err(Refused::TooLarge));
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\">]><x/>";
    let files = [("xl/workbook.xml", laughs)].map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert_eq!(read(&archive::write(&files)), Err(Refused::Damaged));
}

#[test]
fn numbers_are_numbers_and_days_are_days() {
    let rows = vec![vec![
        Cell::Number(1234.5),
        Cell::Day(day("2026-12-05")),
        Cell::text("=1+1"),
        Cell::Share(0.031),
        Cell::Number(f64::NAN),
        Cell::Formatted(2_345_678.901, "\"$\"#,##0".into()),
    ]];
    let bytes = write(&[NewSheet { name: "Карта: [июль]/3".into(), head: vec!["Балл".into()], rows }]);
    let parts = parts(&bytes);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<v>1234.5</v>") && sheet.contains("<v>46361</v>") && sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("<t xml:space=\"preserve\">=1+1</t>") && !sheet.contains("<f>") && !sheet.contains("NaN"));
    assert!(sheet.contains("<v>2345678.901</v>"), "all digits, whatever is shown");
    assert!(parts["xl/styles.xml"].contains("<numFmt numFmtId=\"164\" formatCode=\"&quot;$&quot;#,##0\"/>"));
    assert!(parts["xl/workbook.xml"].contains("name=\"Карта июль3\""));
}
