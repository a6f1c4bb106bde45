//! The readers of what comes from outside: each takes bytes, and says whether it took something from them.

use std::borrow::Cow;

use chrono::NaiveDate;
use orbita::edit::{dates, entry};
use orbita::exchange::office::xlsx;
use orbita::exchange::{archive, link};
use orbita::handover::report;
use orbita::handover::site::{client, config};
use orbita::i18n::Lang;
use orbita::i18n::tables::TableWords;
use orbita::insight::interviews::answers::read_answers;
use orbita::interviews::exchange::{document_text, quotes, read_codebook, read_project};
use orbita::interviews::{entry as note, transcript};
use orbita::model::Engagement;
use orbita::model::scenario::Period;
use orbita::route::Route;
use orbita::storage::{backup, envelope};
use orbita::tables::choice::{Choice, Choices};
use orbita::tables::grid::Grid;
use orbita::tables::reading::{Context, Reading, decode, grid};
use orbita::tables::workbook::{Sheet, Workbook};
use orbita::tables::{accounts, cohorts, figures, file, map, paste};

/// A reader with its seeds.
pub struct Reader {
    /// The folder of its seeds.
    pub folder: &'static str,
    /// How the names of its seeds begin.
    pub begins: &'static str,
    /// How much longer than others it takes: it gets so many times fewer inputs.
    pub costs: u32,
    /// Whether it took something. It never panics, and what it took is sound.
    pub read: fn(&[u8]) -> bool,
}

impl Reader {
    /// What tells it from the others.
    pub fn name(&self) -> String {
        [self.folder, self.begins].concat()
    }
}

const fn reader(folder: &'static str, read: fn(&[u8]) -> bool) -> Reader {
    Reader { folder, begins: "", costs: 1, read }
}

/// All of them.
pub const READERS: &[Reader] = &[
    Reader { folder: "", begins: "version-", costs: 1, read: project },
    Reader { folder: "", begins: "link-1", costs: 4, read: shared },
    reader("seeds/backups", |bytes| backup::read(&text(bytes)).is_ok()),
    reader("seeds/reports", report),
    reader("seeds/configs", |bytes| config::read(&text(bytes)).is_ok()),
    reader("seeds/addresses", addresses),
    reader("seeds/cohorts", |bytes| table(bytes, "$", cohorts::read)),
    reader("seeds/accounts", |bytes| table(bytes, "", accounts::read)),
    reader("seeds/maps", |bytes| table(bytes, "", map::read)),
    reader("seeds/quotes", |bytes| quotes::read(&text(bytes)).is_ok()),
    reader("seeds/entries", lines),
    reader("seeds/answers", |bytes| !read_answers(&text(bytes), 0).answers.is_empty()),
    reader("seeds/transcripts", |bytes| transcript::read(&text(bytes)).is_ok()),
    reader("seeds/codebooks", |bytes| read_codebook(bytes.to_vec()).is_ok()),
    reader("seeds/qda", |bytes| read_project(&packed(bytes)).is_ok()),
    reader("seeds/documents", |bytes| document_text(&packed(bytes)).is_ok()),
    reader("seeds/workbooks", workbook),
];

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// An archive of the parts of a seed: each begins on a line of its own with `=== ` and its name.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let text = text(bytes);
    let text = text.strip_prefix("=== ").unwrap_or(&text);
    let part = |part: &str| {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        (name.chars().take(200).collect(), content.as_bytes().to_vec())
    };
    archive::write(&text.split("\n=== ").map(part).collect::<Vec<_>>())
}

/// A report that was saved or changed by hand holds a sound project, or none.
fn report(bytes: &[u8]) -> bool {
    report::document(&text(bytes)).is_ok_and(|inside| project(inside.as_bytes()))
}

/// A project is sound, and goes out and comes in again as it is.
fn project(bytes: &[u8]) -> bool {
    _ = client(bytes.to_vec());
    let Ok(document) = envelope::read(&text(bytes)) else { return false };
    sound(&document.engagement);
    true
}

fn sound(engagement: &Engagement) {
    assert_eq!(engagement.check(), Ok(()));
    let (text, _) = envelope::write(engagement, None, "test", orbita::model::day::Moment(0)).expect("it has a text");
    assert_eq!(envelope::read(&text).map(|document| document.engagement).as_ref(), Ok(engagement));
}

/// A link as it is written, and what is behind its sum.
fn shared(bytes: &[u8]) -> bool {
    if let Ok(engagement) = link::unpack(bytes) {
        assert_eq!(engagement.check(), Ok(()));
    }
    matches!(link::read(&text(bytes)), Ok(link::Content::Open(engagement)) if engagement.check() == Ok(()))
}

/// Lines that are addresses: each leads to the same again when it is written.
fn addresses(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let mut routes = text.lines().map(Route::parse).filter(|route| *route != Route::Unknown).peekable();
    let is_one = routes.peek().is_some();
    routes.for_each(|route| assert_eq!(Route::parse(&route.hash()), route));
    is_one
}

/// A table as a file of any encoding, in both languages, as it is and after every question was answered otherwise.
fn table<T>(bytes: &[u8], currency: &str, reader: fn(&Grid, Context) -> Reading<T>) -> bool {
    let mut is_taken = false;
    for lang in [Lang::English, Lang::Russian] {
        let Ok(decoded) = decode(bytes, &Choices::default()) else { continue };
        _ = (file::kind("table.csv", &decoded.text, lang), paste::read(&decoded.text));
        let read = |choices: &Choices| {
            let context = Context { lang, currency, columns: Period::Month, choices, today: None };
            let grid = grid(&decoded.text, context);
            _ = figures::read(&grid, context);
            let reading = reader(&grid, context).of_file(&decoded, choices);
            assert_eq!(reading.value.is_some(), reading.faults.is_empty(), "a value, or why there is none");
            said(&reading, lang);
            reading
        };
        let first = read(&Choices::default());
        is_taken |= first.value.is_some();
        let others = first.questions.iter().filter_map(|question| question.options.last().copied());
        let changed = first.notes.iter().filter_map(|note| note.choices().last().copied());
        let choices: Vec<Choice> = others.chain(changed).collect();
        read(&choices.into_iter().fold(Choices::default(), Choices::with));
    }
    is_taken
}

/// Says all of a reading: sentences cut long texts, and count.
fn said<T>(reading: &Reading<T>, lang: Lang) {
    let words = TableWords::of(lang);
    reading.notes.iter().for_each(|note| assert!(!(words.note)(note).is_empty()));
    reading.questions.iter().for_each(|question| assert!(!(words.question)(question).is_empty()));
    reading.faults.iter().for_each(|fault| assert!(!(words.fault)(fault).is_empty()));
}

/// Lines of the one-line inputs.
fn lines(bytes: &[u8]) -> bool {
    let today = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    let owners = ["Анна Иванова".to_owned(), "anna".to_owned()];
    for line in text(bytes).lines() {
        for friction in [false, true] {
            let known = entry::Known { friction, owners: &owners, today: Some(today) };
            _ = (entry::parse(line, known), entry::tokens(line, known), entry::begun(line));
        }
        _ = (dates::read(line, today), dates::from_today(line, today));
        _ = (note::tokens(line), note::print(&note::parse(line)));
    }
    true
}

fn workbook(bytes: &[u8]) -> bool {
    let Ok(tables) = xlsx::read(&packed(bytes)) else { return false };
    let sheets: Vec<Sheet> = tables.into_iter().map(|table| Sheet { text: table.text(), name: table.name }).collect();
    let Some(workbook) = Workbook::of(sheets, None, Lang::English) else { return false };
    let choices = Choices::default();
    let context = Context { lang: Lang::Russian, currency: "", columns: Period::Month, choices: &choices, today: None };
    let grid = workbook.grid(Lang::Russian, &choices);
    _ = (map::read(&grid, context), cohorts::read(&grid, context), accounts::read(&grid, context));
    true
}
