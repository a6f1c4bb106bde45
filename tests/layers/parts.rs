//! What is said is parted by the part of the app that says it, so that nobody fetches sentences that no screen of theirs can show.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources;

/// The words of a part.
struct Part {
    /// Their folder in `src/i18n`.
    words: &'static str,
    /// What reaches them where they are not named, if anything does.
    reached_by: Option<&'static str>,
    /// Where they may be said: folders and files of `src`.
    places: &'static [&'static str],
}

const fn part(words: &'static str, places: &'static [&'static str]) -> Part {
    Part { words, reached_by: None, places }
}

const fn reached(words: &'static str, reached_by: &'static str, places: &'static [&'static str]) -> Part {
    Part { words, reached_by: Some(reached_by), places }
}

const PARTS: [Part; 19] = [
    part("library", &["ui/library/", "ui/commands/library.rs", "ui/help.rs"]),
    reached("map", ".mw()", &["ui/journey/", "ui/commands/map.rs"]),
    reached("workshop", ".ww()", &["ui/journey/"]),
    reached("versions", ".vw()", &["ui/journey/", "ui/parts/changes.rs"]),
    part("keys", &["ui/commands/map.rs", "ui/help.rs"]),
    part("frictions", &["ui/frictions.rs", "ui/journey/ranking.rs"]),
    part("backing", &["ui/journey/", "ui/quotes.rs", "ui/interviews/findings/", "exchange/picture/pages/"]),
    part("economy", &["ui/economics/", "ui/commands/scenario.rs", "ui/journey/", "handover/"]),
    reached(
        "initiatives",
        ".i()",
        &["ui/economics/", "ui/commands/economy.rs", "ui/journey/", "ui/interviews/findings/join.rs", "handover/"],
    ),
    reached("ranges", ".r()", &["ui/economics/", "handover/"]),
    reached("spending", ".s()", &["ui/economics/", "handover/"]),
    part("accounts", &["ui/economics/", "handover/"]),
    part("cohorts", &["ui/economics/", "handover/"]),
    part("forecast", &["ui/economics/", "handover/"]),
    reached(
        "interviews",
        ".iw()",
        &["ui/interviews/", "ui/commands/finding.rs", "ui/commands/interview.rs", "handover/"],
    ),
    part(
        "pasting",
        &[
            "ui/economics/paste/",
            "ui/commands/economy.rs",
            "ui/interviews/",
            "ui/incoming.rs",
            "ui/parts/understood.rs",
        ],
    ),
    part("charts", &["ui/parts/", "ui/commands/chart.rs", "handover/report/"]),
    // A map goes by these in files too, and wherever an engagement is open.
    reached(
        "journey",
        ".jw()",
        &[
            "exchange/",
            "handover/",
            "tables/",
            "ui/journey/",
            "ui/engagement/",
            "ui/sections/",
            "ui/frictions.rs",
            "ui/switcher.rs",
            "ui/travel/",
            "ui/parts/changes.rs",
        ],
    ),
    part(
        "tables",
        &[
            "tables/",
            "handover/workbook/",
            "ui/economics/paste/",
            "ui/interviews/findings/",
            "ui/incoming.rs",
            "ui/sheets.rs",
            "ui/parts/understood.rs",
        ],
    ),
];

/// Words of the frame, or of what any screen may show.
const ANYWHERE: [&str; 3] = ["reason", "saving", "travel"];

/// Whether a source names a module of `i18n`.
fn names(code: &str, module: &str) -> bool {
    code.split("i18n::").skip(1).any(|rest| {
        let named = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => &rest[..rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len())],
        };
        named.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == module)
    })
}

#[test]
fn a_module_is_found_however_it_is_named() {
    let found = |code| names(code, "map");
    assert!(found("use crate::i18n::map::MapWords;") && found("use crate::i18n::{Lang, map};"));
    assert!(found("i18n::map::MapWords::of(lang)"));
    assert!(!found("use crate::i18n::{Lang, journey};\nuse crate::tables::map;") && !found("use crate::i18n::maps;"));
}

#[test]
fn what_a_part_says_is_reached_from_that_part_alone() {
    let all: Vec<(String, String)> =
        sources("src").into_iter().map(|(path, code)| (path.display().to_string(), code)).collect();
    let (said, speaking): (Vec<_>, Vec<_>) = all.into_iter().partition(|(path, _)| path.contains("src/i18n/"));
    for Part { words, reached_by, places } in PARTS {
        let mut met: BTreeSet<&&str> = BTreeSet::new();
        for (path, code) in &speaking {
            if !names(code, words) && !reached_by.is_some_and(|way| code.contains(way)) {
                continue;
            }
            let place = places.iter().find(|place| path.contains(&format!("/src/{place}")));
            assert!(place.is_some(), "{path} reaches the words of `{words}`, which are those of {places:?}");
            met.extend(place);
        }
        let unmet: Vec<&&str> = places.iter().filter(|place| !met.contains(*place)).collect();
        assert!(unmet.is_empty(), "{unmet:?} no longer say the words of `{words}`");
    }
    // Whatever shows the frame would bring along what its words name.
    let frame = ["i18n/words.rs", "i18n/en/mod.rs", "i18n/ru/mod.rs", "i18n/lang.rs", "i18n/speech.rs"];
    for (path, code) in said.iter().filter(|(path, _)| frame.iter().any(|file| path.ends_with(file))) {
        for Part { words, .. } in PARTS {
            let named = names(code, words) || code.contains(&format!("{words}::WORDS"));
            assert!(!named, "{path} names the words of `{words}`");
        }
    }
}

#[test]
fn the_words_of_each_part_are_in_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    let inside = |folder: &Path| -> BTreeSet<String> {
        let entries = std::fs::read_dir(folder).expect("the words").flatten();
        entries.filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned())).collect()
    };
    // Everything of a language lies in its folder, the same in each.
    let [en, ru] = ["en", "ru"].map(|language| inside(&root.join(language)));
    assert_eq!(en, ru);
    let found: BTreeSet<String> = inside(&root).into_iter().filter(|name| en.contains(name) && name != "mod").collect();
    let known: BTreeSet<String> = PARTS.iter().map(|part| part.words).chain(ANYWHERE).map(String::from).collect();
    assert_eq!(found, known);
}

#[test]
fn no_part_says_more_than_can_be_read() {
    // What the most talkative screen says, and no more than that.
    const MOST: usize = 150;
    for (path, code) in sources("src/i18n") {
        for declared in code.split("pub struct ").skip(1) {
            let fields = declared.split("\n}").next().unwrap_or_default().matches("    pub ").count();
            let name = declared.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            assert!(fields <= MOST, "{} has {fields} fields in `{name}`", path.display());
        }
    }
}
