//! Names of today, in code and in its docs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::sources;

/// Words that nobody says aloud of what they were used for, in whatever case, each with what to say.
const GONE: [(&str, &str); 10] = [
    ("beside", "name what it is"),
    ("dearer", "costlier"),
    ("foretell", "forecast"),
    ("hear", "listen, receive"),
    ("heed", "follow"),
    ("keeping", "retention, saved, kept: whichever it is"),
    ("mend", "repair, fix"),
    ("reckon", "compute, calculate"),
    ("reckons", "computes, calculates"),
    ("tell", "notify, report, show"),
];

/// What names something may not begin with these; no more than the whole name may they be where they are plain English within one.
const AT_THE_START: [&str; 4] = ["heed", "reckon", "foretell", "hear"];

fn declared(line: &str) -> Vec<String> {
    let kinds = ["fn ", "struct ", "enum ", "trait ", "type ", "mod ", "let ", "let mut "];
    let begins = |at: usize| !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
    let named =
        |rest: &str| -> String { rest.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect() };
    let all = kinds.iter().flat_map(|kind| line.match_indices(kind).map(move |(at, _)| (at, at + kind.len())));
    all.filter(|(at, _)| begins(*at)).map(|(_, end)| named(&line[end..])).collect()
}

#[test]
fn no_name_is_a_word_that_is_gone() {
    let mut found = Vec::new();
    for folder in ["src", "tests/browser/tests", "tests/browser/src", "tests/acts", "tests/laws.rs", "tests/tabs.rs"] {
        for (path, code) in sources(folder) {
            let path = path.display().to_string();
            for name in code.lines().flat_map(declared) {
                let plain = name.trim_start_matches('_').to_lowercase();
                let parts: Vec<&str> = plain.split('_').collect();
                let gone = GONE.iter().find(|(word, _)| {
                    plain == *word
                        || AT_THE_START.contains(word) && parts[0] == *word
                        || word.starts_with("reckon") && parts.contains(word)
                });
                found.extend(gone.map(|(word, better)| format!("{path}: `{name}`, where `{word}` is gone: {better}")));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_file_and_no_type_is_called_by_a_word_that_says_nothing() {
    // The format of office files calls what is packed in them parts.
    let is_term = |path: &str| path.ends_with("office/package.rs");
    let words = ["beside", "homeless", "keeping", "more", "part", "places", "rest", "room", "stock", "study"];
    for (path, code) in sources("src") {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let path = path.display().to_string();
        let types = code.lines().filter(|line| !line.contains("fn ") && !line.contains("let ")).flat_map(declared);
        for name in types.chain([stem]).filter(|_| !is_term(&path)) {
            assert!(!words.contains(&name.to_lowercase().as_str()), "{path}: `{name}` does not say what it is");
        }
    }
}

#[test]
fn docs_link_to_what_there_is() {
    // The compiler follows links of public items alone.
    let words: BTreeSet<String> = sources("src")
        .iter()
        .flat_map(|(_, code)| code.split(|sign: char| !sign.is_alphanumeric() && sign != '_'))
        .map(String::from)
        .collect();
    let mut seen = 0;
    for (path, _) in sources("src") {
        let text = std::fs::read_to_string(&path).expect("a readable source");
        for line in text.lines().filter(|line| line.trim_start().starts_with("//")) {
            for link in line.split("[`").skip(1).filter_map(|rest| rest.split_once("`]")).map(|(link, _)| link) {
                seen += 1;
                let last = link.trim_end_matches("()").rsplit("::").next().unwrap_or_default();
                assert!(words.contains(last), "{}: nothing is called `{link}`", path.display());
            }
        }
    }
    assert!(seen > 100, "links are found: {seen}");
}

/// The files that a document names between back quotes, such as `model/key.rs`.
fn named_files(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let kinds = [".rs", ".mjs", ".js", ".html", ".json"];
    quoted.filter(|one| kinds.iter().any(|kind| one.ends_with(kind)) && !one.contains(['*', ' '])).collect()
}

#[test]
fn documents_name_files_that_there_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Of the folder that is built and of whoever hosts it.
    let made = ["files.json", "config.json", "client.json"];
    for (document, least) in [("ARCHITECTURE.md", 3), ("docs/holds.md", 20), ("CONTRIBUTING.md", 30)] {
        let text = std::fs::read_to_string(root.join(document)).expect("a document");
        let named = named_files(&text);
        assert!(named.len() >= least, "{document} names {}", named.len());
        for file in named.into_iter().filter(|file| !made.contains(file)) {
            let at: Vec<PathBuf> = ["", "src", "src/ui", "public", "scripts", "tests"]
                .iter()
                .map(|folder| root.join(folder).join(file))
                .collect();
            assert!(at.iter().any(|path| path.is_file()), "{document} names {file}, which is nowhere");
        }
    }
}
