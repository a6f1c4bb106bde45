//! Quotes as a table that spreadsheets and other programs read: a row a quote.
//!
//! `document,attributes,tags,text,time,speaker,force,energy,memo,noted`, RFC 4180, UTF-8. Tags and attributes (`Role=CFO`) are parted
//! by semicolons; a backslash before `;`, `=` or `\` makes it a letter like any other. Times are `1:02:03`, with thousandths
//! where there are any. `noted` is `yes` where the words are the interviewer's note of what was said.

mod convert;

pub use convert::{project, rows};

use std::collections::HashMap;

use super::refi_out::clock;
use crate::exchange::csv::{parse_table, separator, write_table};
use crate::interviews::kinds::{Energy, Force};
use crate::interviews::transcript::milliseconds;
use crate::tables::guard::{as_typed, harmless};

/// The most rows of a table that is read, and the most text.
const MOST_ROWS: usize = 50_000;
const MOST_BYTES: usize = 8_000_000;

/// The columns, in order, each with what it may be called in a table that is read, the likeliest first.
const COLUMNS: [(&str, &[&str]); 10] = [
    (
        "document",
        &[
            "документ",
            "интервью",
            "interview",
            "source",
            "transcript",
            "participant",
            "participant name",
            "interviewee",
            "respondent",
            "person",
            "customer",
            "client",
            "name",
            "file",
            "участник",
            "респондент",
            "собеседник",
            "клиент",
            "имя",
            "файл",
        ],
    ),
    ("attributes", &["атрибуты", "свойства"]),
    ("tags", &["метки", "теги", "коды", "tag", "codes", "code", "labels", "label", "themes", "theme", "тема", "темы"]),
    ("text", &["текст", "цитата", "quote", "highlight", "excerpt", "цитаты", "фрагмент"]),
    ("time", &["время", "timestamp", "start", "начало"]),
    ("speaker", &["спикер", "говорит", "кто"]),
    ("force", &["сила"]),
    ("energy", &["энергия"]),
    ("memo", &["заметка", "комментарий", "comment", "note"]),
    ("noted", &["записано", "своими словами", "paraphrase"]),
];

const FORCES: [(Force, [&str; 2]); 4] = [
    (Force::Push, ["push", "толкает"]),
    (Force::Pull, ["pull", "притягивает"]),
    (Force::Anxiety, ["anxiety", "тревога"]),
    (Force::Habit, ["habit", "привычка"]),
];

const ENERGIES: [(Energy, [&str; 2]); 4] = [
    (Energy::Marked, ["marked", "акцент"]),
    (Energy::Laugh, ["laugh", "смех"]),
    (Energy::Sigh, ["sigh", "вздох"]),
    (Energy::Pause, ["pause", "пауза"]),
];

const NOTED: [(bool, [&str; 2]); 2] = [(true, ["yes", "да"]), (false, ["no", "нет"])];

/// A quote as a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteRow {
    /// The name of the interview.
    pub document: String,
    /// What is known of the interview and the person, by name.
    pub attributes: Vec<(String, String)>,
    /// The names of the tags.
    pub tags: Vec<String>,
    /// The words.
    pub text: String,
    /// When they were said, in milliseconds from the start.
    pub time: Option<u32>,
    /// Who said them.
    pub speaker: String,
    /// The force that speaks.
    pub force: Option<Force>,
    /// What was heard beyond the words.
    pub energy: Option<Energy>,
    /// The remark of the interviewer.
    pub memo: String,
    /// Whether the words are a note of the interviewer and not the person's own.
    pub noted: bool,
}

/// Why a table is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoQuotes {
    /// The first line has no column of this name.
    MissingColumn(&'static str),
    /// There are more rows, or more text, than are read.
    TooMany,
    /// Cells that cannot be read.
    Cells(Vec<NoCell>),
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCell {
    /// The line on which its row begins, counted from 1.
    pub row: usize,
    /// The column, by its own name.
    pub column: &'static str,
    /// The content of the cell.
    pub typed: String,
}

/// Quotes as CSV.
pub fn write(rows: &[QuoteRow]) -> String {
    let mut table = vec![COLUMNS.map(|column| column.0.to_owned()).to_vec()];
    table.extend(rows.iter().map(|row| {
        let attributes: Vec<String> =
            row.attributes.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let tags: Vec<String> = row.tags.iter().map(|tag| escaped(tag)).collect();
        let time = row.time.map(|ms| clock(ms, ms % 1000 != 0)).unwrap_or_default();
        let cells = [
            &row.document,
            &attributes.join("; "),
            &tags.join("; "),
            &row.text,
            &time,
            &row.speaker,
            name_of(row.force, &FORCES),
            name_of(row.energy, &ENERGIES),
            &row.memo,
            name_of(Some(row.noted).filter(|noted| *noted), &NOTED),
        ];
        cells.iter().map(|cell| harmless(cell)).collect()
    }));
    write_table(&table, ',')
}

/// The quotes of a table: columns in any order, in English or Russian; only `text` must be there.
///
/// # Errors
/// [`NoQuotes`] with every cell that cannot be read: nothing is half taken.
pub fn read(text: &str) -> Result<Vec<QuoteRow>, NoQuotes> {
    if text.len() > MOST_BYTES {
        return Err(NoQuotes::TooMany);
    }
    let mut table = parse_table(text, separator(text)).into_iter();
    let header = table.next().map(|(_, header)| header).unwrap_or_default();
    let table: Vec<(usize, Vec<String>)> = table.collect();
    let heads: Vec<String> = header.iter().map(|cell| cell.trim().to_lowercase()).collect();
    let places = COLUMNS.map(|(name, others)| {
        let names = std::iter::once(&name).chain(others);
        names.into_iter().find_map(|name| heads.iter().position(|head| head == name))
    });
    if places[3].is_none() {
        return Err(NoQuotes::MissingColumn("text"));
    }
    let is_own = heads.iter().any(|head| head == COLUMNS[1].0);
    let tags = table.iter().filter_map(|(_, cells)| cells.get(places[2]?)).map(String::as_str);
    let between_tags = if is_own { ';' } else { mark_between(&tags.collect::<Vec<_>>()) };
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in table {
        let cell = |column: usize| as_typed(places[column].and_then(|at| cells.get(at)).map_or("", String::as_str));
        let mut faulty =
            |column: usize| faults.push(NoCell { row: line, column: COLUMNS[column].0, typed: cell(column).into() });
        let time = milliseconds(cell(4)).or_else(|| seconds(cell(4)));
        if time.is_none() && !cell(4).trim().is_empty() {
            faulty(4);
        }
        let (force, energy) = (named(cell(6), &FORCES), named(cell(7), &ENERGIES));
        if force.is_none() && !cell(6).trim().is_empty() {
            faulty(6);
        }
        if energy.is_none() && !cell(7).trim().is_empty() {
            faulty(7);
        }
        let noted = named(cell(9), &NOTED);
        if noted.is_none() && !cell(9).trim().is_empty() {
            faulty(9);
        }
        let attributes = parts(cell(1), ';').into_iter().map(|attribute| {
            let (name, value) = split(&attribute);
            (unescaped(name), unescaped(value))
        });
        rows.push(QuoteRow {
            document: cell(0).into(),
            attributes: attributes.collect(),
            tags: parts(cell(2), between_tags).iter().map(|tag| unescaped(tag)).collect(),
            text: cell(3).into(),
            time,
            speaker: cell(5).into(),
            force,
            energy,
            memo: cell(8).into(),
            noted: noted.unwrap_or_default(),
        });
        if rows.len() > MOST_ROWS {
            return Err(NoQuotes::TooMany);
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(NoQuotes::Cells(faults)) }
}

fn name_of<T: PartialEq>(value: Option<T>, names: &'static [(T, [&'static str; 2])]) -> &'static str {
    names.iter().find(|named| Some(&named.0) == value.as_ref()).map_or("", |named| named.1[0])
}

fn named<T: Copy>(typed: &str, names: &[(T, [&str; 2])]) -> Option<T> {
    let typed = typed.trim().to_lowercase();
    names.iter().find(|named| named.1.contains(&typed.as_str())).map(|named| named.0)
}

/// A part of a list as it is written there: what parts it from others has a backslash before it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace('=', "\\=")
}

/// The part as it was. A backslash before any other letter is one that somebody typed.
pub(super) fn unescaped(text: &str) -> String {
    let (mut plain, mut letters) = (String::with_capacity(text.len()), text.chars().peekable());
    while let Some(letter) = letters.next() {
        let escaped = letters.next_if(|next| letter == '\\' && matches!(next, '\\' | ';' | '='));
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}

/// The parts of a list, still escaped, without white space around them; empty ones are none.
pub(super) fn parts(text: &str, separator: char) -> Vec<String> {
    let (mut parts, mut is_escaped) = (vec![String::new()], false);
    for letter in text.chars() {
        if letter == separator && !is_escaped {
            parts.push(String::new());
            continue;
        }
        is_escaped = letter == '\\' && !is_escaped;
        if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The mark that parts the tags of other programs. A comma does if it parts a tag that comes in another company, too: "price,
/// terms" may be one tag.
fn mark_between(cells: &[&str]) -> char {
    if let Some(mark) = [';', '\n', '|'].into_iter().find(|mark| cells.iter().any(|cell| cell.trim().contains(*mark))) {
        return mark;
    }
    let mut company: HashMap<String, &str> = HashMap::new();
    for cell in cells {
        for tag in parts(cell, ',') {
            if company.insert(tag, cell).is_some_and(|before| before != *cell) {
                return ',';
            }
        }
    }
    ';'
}

/// The name and the value of an attribute, parted by the first sign that is not escaped.
fn split(attribute: &str) -> (&str, &str) {
    let mut is_escaped = false;
    for (at, letter) in attribute.char_indices() {
        if letter == '=' && !is_escaped {
            return (&attribute[..at], &attribute[at + 1..]);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    (attribute, "")
}

/// A time in seconds alone, as tables of transcripts have it; more than a day is another unit.
fn seconds(text: &str) -> Option<u32> {
    const DAY: f64 = 86_400.0;
    let text = text.trim().replace(',', ".");
    let is_plain = text.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.');
    let seconds: f64 = text.parse().ok().filter(|_| is_plain)?;
    (seconds < DAY).then(|| (seconds * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::interviews::text::stored;

    #[test]
    fn a_russian_sheet_is_read() {
        let rows = read("Цитата;Метки;Сила;Время\r\n\"Совет; смеялся\";совет;Толкает;0:12\r\n").expect("quotes");
        assert_eq!(
            rows,
            [QuoteRow {
                text: "Совет; смеялся".into(),
                tags: vec!["совет".into()],
                force: Some(Force::Push),
                time: Some(12_000),
                ..QuoteRow::default()
            }]
        );
    }

    #[test]
    fn cells_that_cannot_be_read_are_named() {
        assert_eq!(read("tags,time\na,b"), Err(NoQuotes::MissingColumn("text")));
        let others =
            read("Participant,Quote,Codes,Timestamp\nLiam,Too slow,speed,1:05\nNoor,Too dear,price,2:00").unwrap();
        let who: Vec<&str> = others.iter().map(|row| row.document.as_str()).collect();
        assert_eq!((who, others[0].time), (vec!["Liam", "Noor"], Some(65_000)));
        let both = read("Participant,Document,Quote\nLiam,Talk 3,Too slow").unwrap();
        assert_eq!(both[0].document, "Talk 3", "the likelier name of a column wins");
        let fault = |column, typed: &str| NoCell { row: 3, column, typed: typed.into() };
        assert_eq!(
            read("text,time\na,12\nb,754000\n").map(|rows| rows.len()),
            Err(NoQuotes::Cells(vec![fault("time", "754000")])),
            "more seconds than a day has are milliseconds, or no time"
        );
        let timed = read("text,time\na,12\nb,\"7,5\"\n").expect("quotes");
        assert_eq!(timed.iter().map(|row| row.time).collect::<Vec<_>>(), [Some(12_000), Some(7_500)]);
        assert_eq!(
            read("text,time,force\na,,\nb,noon,shove\n"),
            Err(NoQuotes::Cells(vec![fault("time", "noon"), fault("force", "shove")]))
        );
    }

    #[test]
    fn tags_of_other_programs_are_parted() {
        let tags =
            |csv: &str| -> Vec<Vec<String>> { read(csv).expect("quotes").into_iter().map(|row| row.tags).collect() };
        assert_eq!(tags("Quote,Tags\na,\"price, speed\"\nb,speed\n"), [vec!["price", "speed"], vec!["speed"]]);
        assert_eq!(tags("Quote;Tags\na;цена, скорость\nb;скорость, цена\n")[0], ["цена", "скорость"]);
        assert_eq!(tags("Quote,Tags\na,\"price\nspeed, late\"\n"), [["price", "speed, late"]]);
        assert_eq!(tags("Quote,Tags\na,price | speed\n"), [["price", "speed"]]);
        assert_eq!(tags("Quote,Tags\na,\"price, terms\"\nb,\"price, terms\"\n"), [["price, terms"]; 2], "one tag");
        let row = |tag: &str| QuoteRow { text: tag.into(), tags: vec![tag.into()], ..QuoteRow::default() };
        let own = [row("a, b"), row("a")];
        assert_eq!(read(&write(&own)).as_deref(), Ok(&own[..]));
    }

    #[test]
    fn a_note_comes_back_as_a_note() {
        let rows = [true, false].map(|noted| QuoteRow { text: "a".into(), noted, ..QuoteRow::default() });
        assert_eq!(read(&write(&rows)).as_deref(), Ok(&rows[..]));
        let notes: Vec<bool> = project(&rows).documents[0].paragraphs.iter().map(|paragraph| paragraph.noted).collect();
        assert_eq!(notes, [true, false]);
        assert_eq!(super::rows(&project(&rows)).iter().map(|row| row.noted).collect::<Vec<_>>(), notes);
        let fault = NoCell { row: 2, column: "noted", typed: "maybe".into() };
        assert_eq!(read("text,noted\na,maybe\n"), Err(NoQuotes::Cells(vec![fault])));
        assert_eq!(read("text\na\n").map(|rows| rows[0].noted), Ok(false), "older tables have no such column");
    }

    #[test]
    fn no_spreadsheet_runs_a_quote() {
        let row = QuoteRow { text: "=1+1".into(), tags: vec!["@home".into(), "-a".into()], ..QuoteRow::default() };
        let csv = write(std::slice::from_ref(&row));
        assert!(csv.contains("'=1+1") && csv.contains("'@home; -a"), "{csv}");
        assert_eq!(read(&csv), Ok(vec![row]));
    }

    /// A text without white space at its ends, and not empty.
    fn name() -> impl Strategy<Value = String> {
        "([a-zё;=\\\\\"'@,+-]|😀)( ?[a-zё;=\\\\\"',]){0,5}"
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn quotes_go_there_and_back(
            rows in prop::collection::vec(
                (
                    "\\PC*",
                    prop::collection::vec((name(), name()), 0..3),
                    prop::collection::vec(name(), 0..3),
                    "(\\PC|[\n\r\",'=])*",
                    prop::option::of(0_u32..3_000_000_000),
                    0_usize..6,
                    0_usize..6,
                ),
                0..5,
            )
        ) {
            let rows: Vec<QuoteRow> = rows
                .into_iter()
                .map(|(document, attributes, tags, text, time, force, energy)| QuoteRow {
                    noted: force == 0,
                    speaker: document.clone(),
                    document,
                    attributes,
                    tags,
                    memo: text.clone(),
                    text,
                    time,
                    force: FORCES.get(force).map(|named| named.0),
                    energy: ENERGIES.get(energy).map(|named| named.0),
                })
                .collect();
            prop_assert_eq!(read(&write(&rows)), Ok(rows.clone()));
            // As interviews they keep what interviews have a place for.
            let kept = |row: &QuoteRow| (row.document.clone(), stored(&row.text), row.time, row.speaker.clone(), row.force, row.energy, row.memo.clone(), row.noted);
            let mut before: Vec<_> = rows.iter().filter(|row| !stored(&row.text).is_empty()).map(kept).collect();
            let mut after: Vec<_> = super::rows(&project(&rows)).iter().map(kept).collect();
            before.sort();
            after.sort();
            prop_assert_eq!(after, before);
        }

        #[test]
        fn any_table_is_read_or_refused(text in "text\n(\\PC|[\n\",;=\t\\\\]){0,40}") {
            let _ = read(&text);
        }
    }
}
