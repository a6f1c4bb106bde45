//! What is done in one place, so that it is the same wherever it is needed.

use std::path::Path;

use super::{forbid, sources};

#[test]
fn one_code_puts_all_in_order() {
    let words = [
        ".sort()",
        ".sort_by(",
        ".sort_by_key(",
        ".sort_by_cached_key(",
        ".sort_unstable",
        "collect::<BTree",
        "collect::<std::collections::BTree",
    ];
    let but = ["src/arrange.rs", "src/economics", "src/squeeze"];
    forbid(
        "src",
        &words,
        &but,
        "each type that the standard library sorts costs the app four kilobytes; see src/arrange.rs",
    );
}

#[test]
fn the_desk_says_what_may_not_be_changed() {
    // A view wakes with `read_only`, a verb asks `may_edit`, and what was asked for and may not be is told by `refuses`.
    let others = ["fn is_read_only", "fn writable", "let writable", "fn able", "let able =", "fn notify_read_only"];
    forbid("src/ui", &others, &["ui/desk.rs", "journey/menus.rs"], "ask the desk");
    forbid("src/ui", &["w.read_only", "w().read_only"], &["session/notices.rs"], "`refuses` tells a preview apart");
    let mut asked = 0;
    for (path, code) in sources("src/ui") {
        asked += code.matches("desk.may_edit()").count() + code.matches("desk.refuses()").count();
        let at_once = code.split("untrack(|| ").skip(1).filter_map(|rest| rest.split_once(')'));
        let by_hand = at_once.filter(|(asked, _)| asked.ends_with("desk.read_only(")).count();
        assert_eq!(by_hand, 0, "{} reads `read_only` once: ask `may_edit`", path.display());
    }
    assert!(asked > 30, "it is asked: {asked}");
}

#[test]
fn sections_are_listed_once() {
    forbid(
        "src",
        &["[Section::"],
        &["src/route/section.rs"],
        "a section that is new is missed by any list but Section::ALL",
    );
    // What each is called and shows is its row of ui/sections; elsewhere only the first is named, where a project begins.
    let others = ["Section::Interviews", "Section::Economics"];
    forbid("src/ui", &others, &[], "a row of the table in ui/sections says it");
    // Scripts cannot ask for that list.
    let (_, route) = sources("src/route/section.rs").remove(0);
    let named: Vec<&str> = route
        .split("Section::")
        .filter_map(|rest| rest.split_once(" => ")?.1.split_once(",\n"))
        .map(|one| one.0)
        .collect();
    let names: Vec<&&str> = named.iter().filter(|name| name.starts_with('"') && !name.contains('\n')).collect();
    assert!(names.len() > 2, "{names:?}");
    for script in ["scripts/host.mjs", "scripts/pieces.mjs"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(script)).expect("a script");
        for name in &names {
            assert!(text.contains(**name), "{script} does not know the section {name}");
        }
    }
}

#[test]
fn one_piece_asks_for_files() {
    forbid("src/ui", &["type=\"file\""], &["parts/files.rs"], "files are asked for by parts::FileInput");
}

#[test]
fn one_piece_is_the_form_of_a_dialog() {
    forbid("src/ui", &["dialog-form"], &["parts/dialog.rs"], "a dialog's form is parts::FormDialog, or a DialogForm");
}

#[test]
fn one_code_makes_letters_comparable() {
    // Letters typed in parts, such as "й" of a file's name, are no other letters: `compose` joins them first.
    forbid("src", &[".replace('ё'", "== 'ё'"], &["src/compose", "tables/fold.rs"], "ask compose::folded or name_key");
}

#[test]
fn one_code_knows_the_keys_of_digits() {
    forbid("src/ui", &["\"Digit\"", "\"Numpad\""], &["browser/element.rs"], "ask element::digit_of");
}

#[test]
fn one_code_chooses_the_form_of_a_counted_word() {
    let but = ["src/i18n/ru/counts.rs"];
    forbid("src/i18n", &["% 10 ==", "% 100 !="], &but, "Russian forms are chosen by ru::counts::plural_ru");
}

#[test]
fn a_language_lies_in_its_folder() {
    // Whoever chooses between two languages forgets the third: what differs lies in each folder, and a `match` finds it.
    forbid("src/i18n", &["Pair(", ".pick("], &[], "what a language says lies in its folder, by `Customs` or words");
    forbid(
        "src",
        &["lang == Lang::", "lang != Lang::"],
        &["i18n/quote.rs"],
        "ask the customs of the language, or match",
    );
    // What is read is read in every language.
    let reading = ["i18n/ru/", "i18n/amounts/per.rs", "i18n/amounts/read.rs", "i18n/amounts/units.rs"];
    for (path, code) in sources("src/i18n") {
        let is_russian = code.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'));
        let name = path.display().to_string();
        assert!(
            !is_russian || reading.iter().any(|one| name.contains(one)),
            "{name} speaks Russian outside its folder"
        );
    }
}

/// What takes part in the work of several rooms, such as a row or a part, is named in each by what it is there.
#[test]
fn a_word_names_one_type() {
    let words = [
        "Draft", "Found", "Frame", "Kept", "Lever", "Part", "Place", "Plan", "Row", "Sheet", "Standing", "Step",
        "Table",
    ];
    let all = sources("src");
    let declares = |line: &str, word: &str| {
        // A view is a function in capitals.
        ["struct ", "enum ", "trait ", "type ", "fn "].iter().any(|kind| {
            let name = line.split_once(kind).filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
            name.and_then(|(_, name)| name.strip_prefix(word))
                .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        })
    };
    for word in words {
        let named = all.iter().filter(|(_, code)| code.lines().any(|line| declares(line, word)));
        let named: Vec<String> = named.map(|(path, _)| path.display().to_string()).collect();
        assert!(named.len() < 2, "`{word}` names a type in each of {named:#?}");
    }
}
