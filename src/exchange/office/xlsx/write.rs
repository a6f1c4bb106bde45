//! Writing workbooks.

use super::{Cell, DAY_ZERO, FIRST_SERIAL, MOST_COLUMNS, MOST_ROWS, MOST_UNITS, NewSheet, column};
use crate::exchange::office::package::{MAIN, Package, relation};
use crate::exchange::xml::Writer;
use crate::model::day::day_text;
use crate::plain::is_xml;

const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// The narrowest and the widest column, in digits.
const NARROWEST: usize = 9;
const WIDEST: usize = 52;

/// The height of a line, in points, and the most lines of a row that programs show.
const LINE: usize = 15;
const MOST_LINES: usize = 27;

/// The number of the first format that is not built in, and the most letters of one.
const FIRST_OWN: usize = 164;
const LONGEST_FORMAT: usize = 255;
/// So many styles are [`Style`]s; those of own formats follow.
const OWN: usize = 5;

/// How a cell looks, by its place in the styles below.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Head,
    Whole,
    Share,
    Day,
}

/// A workbook. Without a sheet it has an empty one, as programs want it.
pub fn write(sheets: &[NewSheet]) -> Vec<u8> {
    let empty = [NewSheet::default()];
    let sheets = if sheets.is_empty() { &empty } else { sheets };
    let mut package = Package::default();
    let mut relations: Vec<(&'static str, String)> =
        (1..=sheets.len()).map(|number| ("worksheet", format!("xl/worksheets/sheet{number}.xml"))).collect();
    relations.push(("styles", "xl/styles.xml".into()));
    package.add("xl/workbook.xml", "spreadsheetml.sheet.main", workbook(sheets), relations);
    let formats = formats(sheets);
    package.add("xl/styles.xml", "spreadsheetml.styles", styles(&formats), Vec::new());
    for (number, sheet) in (1..).zip(sheets) {
        let path = format!("xl/worksheets/sheet{number}.xml");
        package.add(&path, "spreadsheetml.worksheet", worksheet(sheet, number == 1, &formats), Vec::new());
    }
    package.finish()
}

fn workbook(sheets: &[NewSheet]) -> Writer {
    let mut to = Writer::new();
    to.open("workbook", &[("xmlns", SHEETS), ("xmlns:r", MAIN)]);
    to.open("sheets", &[]);
    let mut taken: Vec<String> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let name = name(&sheet.name, &taken, at + 1);
        taken.push(name.to_lowercase());
        to.empty("sheet", &[("name", &name), ("sheetId", &(at + 1).to_string()), ("r:id", &relation(at))]);
    }
    to
}

/// A name that programs take, which no other sheet has in any case of letters.
fn name(wanted: &str, taken: &[String], number: usize) -> String {
    // A formula names a sheet with blanks that are typed.
    let wanted = &wanted.replace('\u{a0}', " ");
    // What the file cannot hold is left out first: two names that differ in nothing else are one name there.
    let kept = |letter: &char| {
        is_xml(*letter) && !letter.is_control() && !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\')
    };
    let clean: String = wanted.chars().filter(kept).collect();
    let clean = clean.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    let clean = if clean.is_empty() { number.to_string() } else { clean.to_owned() };
    let short = |most: usize| -> String {
        let mut units = 0;
        let letters = clean.chars().take_while(|letter| {
            units += letter.len_utf16();
            units <= most
        });
        letters.collect::<String>().trim_end_matches(|letter: char| letter == '\'' || letter.is_whitespace()).to_owned()
    };
    // Excel keeps this name for itself.
    let is_taken = |name: &str| taken.contains(&name.to_lowercase()) || name.eq_ignore_ascii_case("history");
    let first = short(LONGEST_NAME);
    if !is_taken(&first) {
        return first;
    }
    let numbered = |number: usize| {
        let end = format!(" ({number})");
        [&short(LONGEST_NAME - end.len()), end.as_str()].concat()
    };
    (2..).map(numbered).find(|name| !is_taken(name)).unwrap_or(first)
}

/// The formats that cells ask for, each once, as the file can hold them.
fn formats(sheets: &[NewSheet]) -> Vec<String> {
    let mut formats = Vec::new();
    for cell in sheets.iter().flat_map(|sheet| &sheet.rows).flatten() {
        if let Cell::Formatted(_, format) = cell
            && !formats.contains(&held(format))
        {
            formats.push(held(format));
        }
    }
    formats
}

fn held(format: &str) -> String {
    format.chars().filter(|letter| is_xml(*letter) && !letter.is_control()).take(LONGEST_FORMAT).collect()
}

fn styles(own: &[String]) -> Writer {
    let mut to = Writer::new();
    to.open("styleSheet", &[("xmlns", SHEETS)]);
    if !own.is_empty() {
        to.open("numFmts", &[("count", &own.len().to_string())]);
        for (number, format) in (FIRST_OWN..).zip(own) {
            to.empty("numFmt", &[("numFmtId", &number.to_string()), ("formatCode", format)]);
        }
        to.close();
    }
    to.open("fonts", &[("count", "2")]);
    for bold in [false, true] {
        to.open("font", &[]);
        if bold {
            to.empty("b", &[]);
        }
        to.empty("sz", &[("val", "11")]);
        to.empty("name", &[("val", "Calibri")]);
        to.close();
    }
    to.close();
    // The first two fills mean what they mean to every program.
    to.open("fills", &[("count", "3")]);
    for pattern in ["none", "gray125", "solid"] {
        to.open("fill", &[]);
        to.open("patternFill", &[("patternType", pattern)]);
        if pattern == "solid" {
            to.empty("fgColor", &[("rgb", "FFECE8DE")]);
        }
        to.close();
        to.close();
    }
    to.close();
    to.open("borders", &[("count", "1")]);
    to.empty("border", &[]);
    to.close();
    to.open("cellStyleXfs", &[("count", "1")]);
    to.empty("xf", &[]);
    to.close();
    // In the order of `Style`; the formats 3, 10 and 14 are #,##0, 0.00% and the day as the reader's country writes it.
    let known = [("0", "0", "0"), ("0", "1", "2"), ("3", "0", "0"), ("10", "0", "0"), ("14", "0", "0")];
    let known = known.map(|(format, font, fill)| (format.to_owned(), font, fill)).into_iter();
    let own = (FIRST_OWN..).take(own.len()).map(|number| (number.to_string(), "0", "0"));
    let formats: Vec<(String, &str, &str)> = known.chain(own).collect();
    to.open("cellXfs", &[("count", &formats.len().to_string())]);
    for (format, font, fill) in formats {
        let all = [
            ("numFmtId", format.as_str()),
            ("fontId", font),
            ("fillId", fill),
            ("borderId", "0"),
            ("xfId", "0"),
            ("applyNumberFormat", "1"),
            ("applyFont", "1"),
            ("applyFill", "1"),
            ("applyAlignment", "1"),
        ];
        to.open("xf", &all);
        to.empty("alignment", &[("vertical", "top"), ("wrapText", "1")]);
        to.close();
    }
    to.close();
    to.open("cellStyles", &[("count", "1")]);
    to.empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
    to
}

fn worksheet(sheet: &NewSheet, shown: bool, formats: &[String]) -> Writer {
    let mut to = Writer::new();
    to.open("worksheet", &[("xmlns", SHEETS)]);
    to.open("sheetPr", &[]);
    to.empty("pageSetUpPr", &[("fitToPage", "1")]);
    to.close();
    to.open("sheetViews", &[]);
    to.open("sheetView", &[("tabSelected", if shown { "1" } else { "0" }), ("workbookViewId", "0")]);
    let pane = [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")];
    to.empty("pane", &pane);
    to.close();
    to.close();
    let widths = widths(sheet);
    if !widths.is_empty() {
        to.open("cols", &[]);
        for (number, width) in (1_usize..).zip(&widths) {
            let (number, width) = (number.to_string(), width.to_string());
            to.empty("col", &[("min", &number), ("max", &number), ("width", &width), ("customWidth", "1")]);
        }
        to.close();
    }
    to.open("sheetData", &[]);
    let head: Vec<Cell> = sheet.head.iter().map(Cell::text).collect();
    write_row(&mut to, 1, &head, Some(Style::Head), &widths, formats);
    for (number, row) in (2..=MOST_ROWS).zip(&sheet.rows) {
        write_row(&mut to, number, row, None, &widths, formats);
    }
    to.close();
    // On paper: A4 across, as many pages down as it takes.
    let setup = [("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0")];
    to.empty("pageSetup", &setup);
    to
}

/// How many lines a row takes where its texts are broken.
fn lines(row: &[Cell], widths: &[usize]) -> usize {
    let lines = row.iter().zip(widths).map(|(cell, width)| match cell {
        // A letter is a little wider than a digit, at most.
        Cell::Text(text) => text.lines().map(|line| (line.chars().count() * 21 / 20).div_ceil(*width).max(1)).sum(),
        _ => 1,
    });
    lines.max().unwrap_or(1).clamp(1, MOST_LINES)
}

/// As wide as most cells need, in digits.
fn widths(sheet: &NewSheet) -> Vec<usize> {
    let columns = sheet.rows.iter().map(Vec::len).chain([sheet.head.len()]).max().unwrap_or(0).min(MOST_COLUMNS);
    let mut widths = vec![NARROWEST; columns];
    for (width, head) in widths.iter_mut().zip(&sheet.head) {
        *width = (*width).max(head.chars().count() + 2);
    }
    for row in &sheet.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            let length = match cell {
                Cell::Text(text) => text.lines().map(|line| line.chars().take(WIDEST).count()).max().unwrap_or(0) + 2,
                Cell::Day(_) => 12,
                Cell::Number(number) => format!("{number:.0}").len() * 4 / 3 + 2,
                // What is not a digit in a format, such as a currency, is as wide as it is.
                Cell::Formatted(number, format) => format!("{number:.0}").len() * 4 / 3 + format.chars().count(),
                Cell::Share(_) | Cell::Empty => 0,
            };
            *width = (*width).max(length);
        }
    }
    widths.into_iter().map(|width| width.min(WIDEST)).collect()
}

fn write_row(to: &mut Writer, number: usize, row: &[Cell], style: Option<Style>, widths: &[usize], formats: &[String]) {
    let height = lines(row, widths) * LINE;
    to.open("row", &[("r", &number.to_string()), ("ht", &height.to_string())]);
    for (at, cell) in row.iter().take(MOST_COLUMNS).enumerate() {
        let place = format!("{}{number}", column(at));
        let style = |own: Style| (style.unwrap_or(own) as usize).to_string();
        match cell {
            Cell::Text(text) if !text.is_empty() => write_text(to, &place, &style(Style::Plain), text),
            Cell::Number(value) if value.is_finite() => {
                let own = if value.fract() == 0.0 { Style::Whole } else { Style::Plain };
                write_number(to, &place, &style(own), &value.to_string());
            }
            Cell::Share(value) if value.is_finite() => {
                write_number(to, &place, &style(Style::Share), &value.to_string());
            }
            Cell::Formatted(value, format) if value.is_finite() => {
                let place_of = formats.iter().position(|one| *one == held(format)).map_or(0, |at| OWN + at);
                write_number(to, &place, &place_of.to_string(), &value.to_string());
            }
            Cell::Day(day) => {
                let serial = day.signed_duration_since(DAY_ZERO).num_days();
                if (FIRST_SERIAL..=super::LAST_SERIAL).contains(&serial) {
                    write_number(to, &place, &style(Style::Day), &serial.to_string());
                } else {
                    write_text(to, &place, &style(Style::Plain), &day_text(*day));
                }
            }
            _ => (),
        }
    }
    to.close();
}

fn write_number(to: &mut Writer, place: &str, style: &str, number: &str) {
    to.open("c", &[("r", place), ("s", style)]);
    to.value("v", number);
    to.close();
}

fn write_text(to: &mut Writer, place: &str, style: &str, text: &str) {
    to.open("c", &[("r", place), ("s", style), ("t", "inlineStr")]);
    to.open("is", &[]);
    to.open("t", &[("xml:space", "preserve")]);
    to.words(&escaped(text));
    to.close();
    to.close();
    to.close();
}

/// A text as long as a cell may hold, in which nothing looks like the escape of a character: `_x0041_` would be read as `A`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units >= MOST_UNITS {
            escaped.push('\u{2026}');
            break;
        }
        if letter == '\r' {
            // XML reads it as the end of a line, which it is not where another one follows.
            if !text[at..].starts_with("\r\n") {
                escaped.push('\n');
            }
            continue;
        }
        let rest = &text.as_bytes()[at..];
        let looks =
            rest.len() > 6 && rest[1] == b'x' && rest[6] == b'_' && rest[2..6].iter().all(u8::is_ascii_hexdigit);
        if letter == '_' && looks {
            escaped.push_str("_x005F_");
            units += 6;
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
