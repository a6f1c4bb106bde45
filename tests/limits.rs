//! What a large or hostile table may take: no more than ten times its size in memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use orbita::i18n::Lang;
use orbita::model::scenario::Period;
use orbita::tables::choice::Choices;
use orbita::tables::reading::{Context, decode, grid};
use orbita::tables::{accounts, cohorts, file, map, paste};

/// Counts what is in use, and the most that ever was.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: hands every call on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = IN_USE.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes that `work` had in use at once, beyond what was there before.
fn most_in_use(work: impl FnOnce()) -> usize {
    let before = IN_USE.load(Relaxed);
    MOST.store(before, Relaxed);
    work();
    MOST.load(Relaxed) - before
}

fn hostile(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let repeat = |part: &str| part.repeat(size / part.len()).into_bytes();
    let under = |heading: &str, part: &str| [heading.as_bytes(), &repeat(part)].concat();
    let numbered = |part: fn(usize) -> String| {
        let mut text = String::from("Client\tJan 2025\tFeb 2025\tMar 2025\n");
        let mut at = 0;
        while text.len() < size {
            text += &part(at);
            at += 1;
        }
        text.into_bytes()
    };
    vec![
        ("rows of one letter", repeat("a\n")),
        ("open marks", repeat("\"a\n")),
        ("one cell", repeat("слово ")),
        ("a name with accents", [&under("Client\tJan\tFeb\n", "и\u{306}"), &b"\t1\t2\nB\t3\t4\n"[..]].concat()),
        ("accounts with accents", numbered(|at| format!("Клие\u{301}нт {at}\t{at}\t{at}.5\t7\n"))),
        ("accounts", numbered(|at| format!("Client {at}\t{at}\t{at}.5\t7\n"))),
        ("a long list", numbered(|at| format!("C{}\t2025-{:02}\t{at}\n", at / 12, at % 12 + 1))),
        ("cards with tags", under("Stage\tLane\tText\tTags\n", "A\tActions\tx\ta;b;c;d;e;f\n")),
        ("a grid of lines", under("\tA\tB\n", "Actions\t\"x\ny\nz\"\tu\n")),
        (
            "money",
            under(
                "Client\tJan\tFeb\n",
                "A client with a rather long name, of Moscow\t1 234 567 890,12 руб.\t-9 876,5 $\n",
            ),
        ),
        ("a wide table", wide(590, 500, |row, month| (1_000 + row * month).to_string())),
        ("a wide cohort table", wide(290, 990, |row, month| (1_000_000 - row * month).to_string())),
        ("wide letters", "Клиент\tянв\n".repeat(size / 24).encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("a page of Windows", b"\xca\xeb\xe8\xe5\xed\xf2\t5\n".repeat(size / 9)),
    ]
}

/// A table of numbers with a heading of months and a name for each row.
fn wide(columns: usize, rows: usize, number: fn(usize, usize) -> String) -> Vec<u8> {
    let month = |at: usize| format!("\t{}-{:02}", 1990 + at / 12, at % 12 + 1);
    let mut text = format!("Client{}\n", (0..columns).map(month).collect::<String>());
    for row in 0..rows {
        let numbers: Vec<String> = (0..columns).map(|column| number(row, column)).collect();
        text += &format!("Client {row}\t{}\n", numbers.join("\t"));
    }
    text.into_bytes()
}

/// Every reader over one file, as Import and a paste would call them.
fn read_all(bytes: &[u8]) {
    let choices = Choices::default();
    let Ok(decoded) = decode(bytes, &choices) else { return };
    let context =
        Context { lang: Lang::Russian, currency: "$", columns: Period::Month, choices: &choices, today: None };
    file::kind("a.csv", &decoded.text, context.lang);
    let grid = grid(&decoded.text, context);
    drop(cohorts::read(&grid, context));
    drop(accounts::read(&grid, context));
    drop(map::read(&grid, context));
}

#[test]
fn nothing_takes_more_than_ten_times_its_size() {
    let size = 3_000_000;
    for (name, bytes) in hostile(size) {
        let most = most_in_use(|| read_all(&bytes));
        assert!(most <= 10 * bytes.len(), "{name}: {:.1} times its size", most as f64 / bytes.len() as f64);
    }
    for (name, part) in [("a list", "- a\n"), ("a block", "a\tb\n"), ("one word", "word")] {
        let text = part.repeat(size / 4);
        let most = most_in_use(|| drop(paste::read(&text)));
        assert!(most <= 10 * text.len(), "{name}: {:.1} times its size", most as f64 / text.len() as f64);
    }
}
