//! Reading workbooks: values only, sheet by sheet, as one would paste them.

mod sheet;
mod styles;

use chrono::NaiveDate;

use crate::exchange::archive::{self, Archive};
use crate::exchange::xml::{self, Element, Token, decoded, walk};
use crate::model::day::day_text;
use sheet::Budget;
use styles::Styles;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words; also a time of day, as it is shown.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown in per cent: 0.05 for 5%.
    Share(f64),
    /// A day, without the time of day.
    Day(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// A formula that failed, with what is shown for it, such as `#DIV/0!`.
    Error(String),
}

impl Value {
    /// What a paste would bring, in one way of writing for all countries: `0.5`, `5%`, `2026-11-21`, `TRUE`.
    pub fn text(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(text) | Value::Error(text) => text.clone(),
            Value::Number(number) => number_text(*number),
            Value::Share(share) => format!("{}%", digits(share * 100.0)),
            Value::Day(day) => day_text(*day),
            Value::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.into(),
        }
    }
}

/// A number with the 15 digits that spreadsheets hold, so that sums leave no dust: 0.3 for 0.1 + 0.2. An exponent only where the
/// zeros could not be counted.
fn digits(number: f64) -> String {
    let short = format!("{number:.14e}");
    // Adding zero turns -0 into 0.
    let near = short.parse().unwrap_or(number) + 0.0;
    let size = near.abs();
    if size != 0.0 && !(1e-15..1e21).contains(&size) { format!("{near:e}") } else { near.to_string() }
}

/// The digits of a number. Three behind the point get a zero more: the point could be taken to part thousands.
fn number_text(number: f64) -> String {
    let text = digits(number);
    let is_doubtful = text.split_once('.').is_some_and(|(_, fraction)| fraction.len() == 3);
    if is_doubtful { text + "0" } else { text }
}

/// A sheet as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadSheet {
    /// The name of the sheet.
    pub name: String,
    /// The rows, each as long as what stands in it; rows without anything below the last are left out.
    pub rows: Vec<Vec<Value>>,
}

impl ReadSheet {
    /// What pasting it would bring: a line a row, its cells parted by tabs, quoted where they hold anything but a line.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    text.push('\t');
                }
                text += &quoted(value.text());
            }
            text.push('\n');
        }
        text
    }
}

/// A cell, in quotation marks where it would be taken for more or for less than it is.
fn quoted(cell: String) -> String {
    let is_plain = !cell.contains(|letter: char| letter == '"' || letter.is_control() || letter == '\u{2028}')
        && !cell.starts_with([' ', '\u{feff}'])
        && !cell.ends_with(' ')
        // The line that says what parts the cells.
        && !cell.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    if is_plain { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no workbook of the kind `.xlsx`.
    NotAWorkbook,
    /// It is one of the old kind, `.xls`, or locked with a password: both are compound files.
    OldOrLocked,
    /// It is damaged.
    Damaged,
    /// It holds more than is read.
    TooLarge,
}

impl From<archive::Fault> for Refused {
    fn from(fault: archive::Fault) -> Self {
        match fault {
            archive::Fault::NotAnArchive | archive::Fault::NoFile => Refused::NotAWorkbook,
            archive::Fault::Encrypted => Refused::OldOrLocked,
            archive::Fault::Damaged => Refused::Damaged,
            archive::Fault::TooLarge => Refused::TooLarge,
        }
    }
}

impl From<xml::Fault> for Refused {
    fn from(fault: xml::Fault) -> Self {
        match fault {
            xml::Fault::TooLarge => Refused::TooLarge,
            xml::Fault::Damaged | xml::Fault::Entities | xml::Fault::DamagedText => Refused::Damaged,
        }
    }
}

/// The beginning of a compound file: old workbooks, and locked ones of any age.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The most texts that cells share: as many as there may be cells.
const MOST_STRINGS: usize = sheet::MOST_CELLS;

/// The most sheets that are read.
const MOST_SHEETS: usize = 100;

/// The sheets of a workbook that are shown, in their order.
///
/// # Errors
/// [`Refused`].
pub fn read(bytes: &[u8]) -> Result<Vec<ReadSheet>, Refused> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Refused::OldOrLocked);
    }
    let mut archive = Archive::open(bytes).map_err(|fault| match fault {
        // The list of an archive's files stands at its end.
        archive::Fault::NotAnArchive if bytes.starts_with(b"PK\x03\x04") => Refused::Damaged,
        fault => fault.into(),
    })?;
    let roots = relations(&mut archive, "", "_rels/.rels")?;
    let book = roots.iter().find(|relation| relation.kind == "officeDocument");
    let book = book.map_or("xl/workbook.xml", |relation| &relation.path).to_owned();
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let parts = relations(&mut archive, folder, &format!("{folder}/_rels/{file}.rels"))?;
    let root = xml::read(&text(&mut archive, &book)?)?;
    if root.name != "workbook" {
        return Err(Refused::NotAWorkbook);
    }
    let is_on = |value: Option<&str>| matches!(value, Some("1" | "true"));
    let since_1904 = root.child("workbookPr").is_some_and(|properties| is_on(properties.get("date1904")));
    let of_kind = |kind: &str| parts.iter().find(|part| part.kind == kind);
    let styles = match of_kind("styles") {
        Some(part) => Styles::of(&xml::read(&text(&mut archive, &part.path)?)?, since_1904),
        None => Styles::none(since_1904),
    };
    let strings = match of_kind("sharedStrings") {
        Some(part) => strings(&text(&mut archive, &part.path)?)?,
        None => Vec::new(),
    };
    let sheets: Vec<&Element> = root.child("sheets").into_iter().flat_map(|sheets| sheets.all("sheet")).collect();
    if sheets.len() > MOST_SHEETS {
        return Err(Refused::TooLarge);
    }
    let mut budget = Budget::default();
    let mut tables = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| !matches!(sheet.get("state"), Some("hidden" | "veryHidden"))) {
        let id = sheet.get("id").unwrap_or_default();
        // Sheets that are charts have no cells.
        let Some(part) = parts.iter().find(|part| part.id == id && part.kind == "worksheet") else { continue };
        let rows = sheet::read(&text(&mut archive, &part.path)?, &strings, &styles, &mut budget)?;
        tables.push(ReadSheet { name: sheet.get("name").unwrap_or_default().into(), rows });
    }
    Ok(tables)
}

/// What a part refers to.
struct Relation {
    id: String,
    /// The last word of its address.
    kind: String,
    path: String,
}

/// What the part in `folder` with these relationships refers to; nothing where there are none.
fn relations(archive: &mut Archive, folder: &str, path: &str) -> Result<Vec<Relation>, Refused> {
    let root = match archive.read(path.trim_start_matches('/')) {
        Ok(bytes) => xml::read(&decoded(bytes)?)?,
        Err(archive::Fault::NoFile) => return Ok(Vec::new()),
        Err(fault) => return Err(fault.into()),
    };
    let relation = |element: &Element| {
        let kind = element.get("Type")?.rsplit('/').next()?.to_owned();
        Some(Relation { id: element.get("Id")?.into(), kind, path: resolved(folder, element.get("Target")?) })
    };
    Ok(root.all("Relationship").filter_map(relation).collect())
}

/// The path of a part, given from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.into();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => _ = path.pop(),
            "." | "" => (),
            part => path.push(part),
        }
    }
    path.join("/")
}

fn text(archive: &mut Archive, path: &str) -> Result<String, Refused> {
    Ok(decoded(archive.read(path)?)?)
}

/// The texts that cells share.
fn strings(text: &str) -> Result<Vec<String>, Refused> {
    let mut strings = Vec::new();
    let mut rich = Rich::default();
    walk(text, &mut |step| {
        if let Token::Open(tag) = &step
            && tag.name() == "si"
        {
            if strings.len() >= MOST_STRINGS {
                return Err(xml::Fault::TooLarge);
            }
            strings.push(String::new());
        }
        if let (Some(text), Some(string)) = (rich.step(&step), strings.last_mut()) {
            string.push_str(text);
        }
        Ok(())
    })?;
    strings.iter_mut().for_each(|string| *string = unescaped(string));
    Ok(strings)
}

/// Picks the words out of a text with marks, and leaves out how Japanese words are pronounced.
#[derive(Default)]
struct Rich {
    /// How deep the step is, where `t` and `rPh` began.
    depth: usize,
    words: Option<usize>,
    aside: Option<usize>,
}

impl Rich {
    fn step<'s>(&mut self, step: &Token<'s>) -> Option<&'s str> {
        match step {
            Token::Open(tag) => {
                self.depth += 1;
                match tag.name() {
                    "t" => self.words = self.words.or(Some(self.depth)),
                    "rPh" => self.aside = self.aside.or(Some(self.depth)),
                    _ => (),
                }
            }
            Token::Text(text) => return (self.words.is_some() && self.aside.is_none()).then_some(text),
            Token::Close => {
                self.words = self.words.filter(|depth| *depth != self.depth);
                self.aside = self.aside.filter(|depth| *depth != self.depth);
                self.depth = self.depth.saturating_sub(1);
            }
        }
        None
    }
}

/// A text with its escapes resolved: `_x000D_` stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        // Parsing alone would take a sign for part of a number.
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (kept, skipped) = if letter.is_some() { (at, at + 7) } else { (at + 2, at + 2) };
        plain.push_str(&rest[..kept]);
        plain.extend(letter);
        rest = &rest[skipped..];
    }
    plain + rest
}
