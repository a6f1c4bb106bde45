//! Whatever comes from outside, reading it takes as much longer as it is longer, however odd it is: a text on which a reader goes
//! back and forth would hold the page for minutes. A benchmark, not a test: it goes by the clock.

#![allow(clippy::disallowed_methods, reason = "how long a reader takes is told by the clock")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use orbita::exchange::office::xlsx;
use orbita::exchange::{archive, link};
use orbita::handover::report;
use orbita::handover::site::config;
use orbita::i18n::Lang;
use orbita::insight::interviews::answers::read_answers;
use orbita::interviews::exchange::{document_text, quotes, read_codebook, read_project};
use orbita::interviews::transcript;
use orbita::model::scenario::Period;
use orbita::storage::{backup, envelope};
use orbita::tables::choice::Choices;
use orbita::tables::reading::{Context, decode, grid};
use orbita::tables::{accounts, cohorts, file, map, paste};

/// How long the shorter text is, in bytes, and how many times longer the other one.
const SHORT: usize = 10_000;
const TIMES: usize = 16;

/// How many times longer the longer one may take. Going through the rest of a text at each of its letters takes 256 times.
const MOST: u32 = 64;

/// What a busy machine does between two looks at the clock.
const NOISE: Duration = Duration::from_millis(30);

/// What it reads, how many times shorter its texts are, as it takes so much longer, and how it reads.
type Reader = (&'static str, usize, fn(&str));

fn packed(name: &str, text: &str) -> Vec<u8> {
    archive::write(&[(name.into(), text.as_bytes().to_vec())])
}

const READERS: &[Reader] = &[
    ("rows and cells", 1, |text| {
        let choices = Choices::default();
        let context =
            Context { lang: Lang::English, currency: "", columns: Period::Month, choices: &choices, today: None };
        grid(text, context);
    }),
    ("a table", 8, |text| {
        let choices = Choices::default();
        let Ok(decoded) = decode(text.as_bytes(), &choices) else { return };
        let context =
            Context { lang: Lang::Russian, currency: "$", columns: Period::Month, choices: &choices, today: None };
        file::kind("a.csv", &decoded.text, context.lang);
        let grid = grid(&decoded.text, context);
        _ = (cohorts::read(&grid, context), accounts::read(&grid, context), map::read(&grid, context));
    }),
    ("a paste", 4, |text| _ = paste::read(text)),
    ("a transcript", 8, |text| _ = transcript::read(text)),
    ("quotes", 1, |text| _ = quotes::read(text)),
    ("answers", 8, |text| _ = read_answers(text, 0)),
    ("a codebook", 1, |text| _ = read_codebook(text.into())),
    ("an interview project", 1, |text| _ = read_project(&packed("project.qde", text))),
    ("a document", 1, |text| _ = document_text(&packed("word/document.xml", text))),
    ("a workbook", 1, |text| _ = xlsx::read(&packed("xl/workbook.xml", text))),
    ("a project", 1, |text| _ = envelope::read(text)),
    ("a backup", 1, |text| _ = backup::read(text)),
    ("a report", 1, |text| _ = report::document(text)),
    ("a link", 1, |text| _ = link::read(text)),
    ("choices", 1, |text| _ = config::read(text)),
];

/// What stands before, and what is repeated.
const ODD: &[(&str, &str)] = &[
    ("", "a"),
    ("", "9"),
    ("", " "),
    ("", "\u{a0}"),
    ("", "-"),
    ("", "("),
    ("", "["),
    ("", "{\"a\":["),
    ("[", "{\"a\":1},"),
    ("", "\""),
    ("", "'"),
    ("\"", "a,b\n"),
    ("", "\"a\n"),
    ("", ","),
    ("", "|"),
    ("", ":"),
    ("", "."),
    ("", "1."),
    ("", "%"),
    ("", "\\"),
    ("", "We left in May. "),
    ("", "Why (laughs)? Anna: Yes. "),
    ("", "е\u{308}"),
    ("", "\u{200d}"),
    ("", "\u{feff}"),
    ("", "👩🏽\u{200d}💻\t"),
    ("", "a\n"),
    ("", "- a\n"),
    ("", "        a\n"),
    ("", "a;b;c\n"),
    ("", "1 234,56\t"),
    ("", "| a | b |\n|---|---|\n"),
    ("", "+---+---+\n| a | b |\n"),
    ("", "─┼─│"),
    ("", "Acme      1000   800   700\n"),
    ("Client\t", "Jan 2025\t"),
    ("Client\tDate\tSum\n", "Acme\t2025-01-02\t12,5\n"),
    ("", "Importance\tSatisfaction\tImportance 2\n"),
    ("Importance\tSatisfaction\tImportance 2\n", "5\t4\t\n"),
    ("Stage\tLane\tText\tTags\n", "A\tActions\tx\ta;b;c\n"),
    // Pages.
    ("", "<"),
    ("", "<a "),
    ("<table><tr><td>", "&a"),
    ("", "&a"),
    ("", "&amp;"),
    ("<table><td ", "a=\"b\" "),
    ("<table>", "<td>1</td>"),
    ("<table>", "<tr><td>1</td></tr>"),
    ("<table>", "<td colspan=100 rowspan=100>"),
    ("<table>", "<tr><td colspan=100 rowspan=100><tr><td>"),
    ("<table>", "<style></style>"),
    ("<table>", "<!--"),
    ("", "<table><tr><td>"),
    ("<p>orbita-project", "<script "),
    ("<p>orbita-project", "<script>"),
    ("<p>orbita-project", "<script></script>"),
    // Markup.
    ("", "<a>"),
    ("<a>", "<b/>"),
    ("<a>", "&#65;"),
    ("<a>", "<![CDATA[x]]>"),
    ("<a>", "<!--x-->"),
    ("<a ", "b='1' "),
    ("<CodeBook><Codes>", "<Code name='c' guid='1'/>"),
    ("<CodeBook><Codes>", "<Code name='c' guid='1'>"),
    // Conversations.
    ("", "Anna: hello\n"),
    ("", "[00:01:02] "),
    ("", "00:"),
    ("", "[10:02, 01.02.2025] Anna: Hello\n"),
    ("", "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n"),
    ("WEBVTT\n\n", "00:01.000 --> 00:02.000\n<v Anna>Hi\n\n"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "<"),
    // Links.
    ("#/view/o1.", "_"),
    ("#/view/o1.", "%"),
    ("", "#/view/"),
];

/// What stands before, and parts that differ by their number.
type Counted = (&'static str, fn(usize) -> String);

const COUNTED: &[Counted] = &[
    ("", |at| format!("Name{at}: hello there\n")),
    ("", |at| format!("{}- a\n", "  ".repeat(at % 100))),
    ("", |at| format!("{at}\n00:00:01,000 --> 00:00:02,000\nHello {at}\n\n")),
    ("Client\tJan 2025\tFeb 2025\n", |at| format!("Клиент {at}\t{at}\t{}\n", at * 7)),
    ("Client;Month;Revenue\n", |at| format!("C{};2025-{:02};{at}\n", at / 12, at % 12 + 1)),
    ("Cohort;Period;Clients\n", |at| format!("2025-{:02};{};{at}\n", at % 12 + 1, at / 12)),
    ("Stage;Lane;Text\n", |at| format!("S{};L{};text {at}\n", at / 7, at % 50)),
    ("Client;Plan;From;To;Sum\n", |at| {
        format!("C{at};P{};2024-01-{:02};2025-01-{:02};{at}\n", at % 9, at % 28 + 1, at % 28 + 1)
    }),
    ("<CodeBook><Codes>", |at| format!("<Code name='c{at}' guid='{at:032}'/>")),
    ("{\"format\":\"orbita-engagement\",\"version\":6,\"engagement\":{\"cards\":{", |at| {
        format!("\"{at}\":{{\"text\":\"\"}},")
    }),
    // In falling order, each would be put before all others.
    ("{\"format\":\"orbita-engagement\",\"version\":6,\"engagement\":{\"cards\":{", |at| {
        format!("\"{}\":{{\"text\":\"\"}},", 9_999_999 - at)
    }),
    ("Quote,Person,Tags\n", |at| format!("\"Words {at}\",P{at},t{at}\n")),
];

fn text(start: &str, part: impl Fn(usize) -> String, length: usize) -> String {
    let mut text = start.to_owned();
    for at in 0.. {
        if text.len() >= length {
            break;
        }
        text += &part(at);
    }
    text
}

fn took(read: fn(&str), text: &str) -> Duration {
    let began = Instant::now();
    read(text);
    began.elapsed()
}

fn main() -> ExitCode {
    let odd = ODD.iter().map(|(start, part)| text(start, |_| (*part).to_owned(), SHORT * TIMES));
    let counted = COUNTED.iter().map(|(start, part)| text(start, part, SHORT * TIMES));
    let mut slow = 0;
    for all in odd.chain(counted) {
        for (reader, shorter, read) in READERS {
            let of = |length: usize| &all[..all.floor_char_boundary(length)];
            let (short, long) = (of(SHORT / shorter), of(SHORT * TIMES / shorter));
            // What takes too long once may have waited for the machine.
            if (0..3).all(|_| took(*read, long) > took(*read, short) * MOST + NOISE) {
                slow += 1;
                println!("{reader}: {TIMES} times the text takes more than {MOST} times as long, of {:?}", of(80));
            }
        }
    }
    println!("{} readers, {} kinds of text: {slow} go back and forth", READERS.len(), ODD.len() + COUNTED.len());
    if slow == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
