//! What a verb is called, its icon and its keys are said in its row alone: `src/ui/commands`.

use std::collections::BTreeSet;

use super::sources;

/// Every word that stands behind one of `before` in a source, as far as it is a name.
fn behind<'a>(code: &'a str, before: &[&str]) -> BTreeSet<&'a str> {
    let name = |rest: &'a str| {
        let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len());
        &rest[..end]
    };
    before.iter().flat_map(|sign| code.split(sign).skip(1).map(name)).filter(|name| !name.is_empty()).collect()
}

/// The rows of all verbs.
fn rows() -> String {
    let rows: Vec<String> = sources("src/ui/commands")
        .into_iter()
        .filter(|(path, _)| !path.ends_with("mod.rs"))
        .map(|(_, code)| code)
        .collect();
    rows.concat()
}

/// What stands before the words of the frame, the library and a map in their rows.
const OF_SCREENS: [&str; 4] = ["w.", "w.w.", "w.map.", "w.keys."];

/// What stands before those of interviews.
const OF_TALKS: [&str; 10] = [
    "w.statements.",
    "w.codebook.",
    "w.exchange.",
    "w.capture.",
    "w.interviews.",
    "w.findings.forces.",
    "w.findings.statements.",
    "w.findings.codebook.",
    "w.findings.quote_list.",
    "w.findings.exchange.",
];

/// What stands before the words that screens say: what they call those of the parts.
const SAID: [&str; 13] = [
    "w.",
    "words.",
    "mw.",
    "jw.",
    "lw.",
    "ww.",
    "vw.",
    "kw.",
    "board.mw().",
    "board.jw().",
    "board.ww().",
    "board.vw().",
    "board.session.w().",
];

/// What all rows call their verbs, in whichever words.
fn words_of_verbs() -> BTreeSet<String> {
    behind(&rows(), &[&OF_SCREENS[..], &OF_TALKS].concat()).into_iter().map(String::from).collect()
}

/// What lies around the verbs of the tables: the frame, the library, a map. A word that is one of a verb may stand there as the
/// title of what the verb opens, not on a control beside its row.
fn controls() -> Vec<(String, String)> {
    let places = [
        "src/ui/journey",
        "src/ui/mod.rs",
        "src/ui/shell.rs",
        "src/ui/switcher.rs",
        "src/ui/parts/undo.rs",
        "src/ui/library/mod.rs",
    ];
    let all = places.into_iter().flat_map(sources);
    all.map(|(path, code)| (path.display().to_string(), code)).collect()
}

/// What lies around the verbs of an interview.
fn talks() -> Vec<(String, String)> {
    sources("src/ui/interviews/one").into_iter().map(|(path, code)| (path.display().to_string(), code)).collect()
}

#[test]
fn the_rows_are_read() {
    let rows = rows();
    let words = behind(&rows, &OF_SCREENS);
    assert!(words.len() > 50 && words.contains("verb_left") && words.contains("checkpoints_menu"), "{words:?}");
    assert!(words.contains("undo") && words.contains("verb_restore") && words.contains("delete_map"), "{words:?}");
    let signs = behind(&rows, &["Sign::"]);
    assert!(signs.len() > 8 && signs.contains("AddColumn"), "{signs:?}");
    assert_eq!(behind("a(w.undo, w.redo_all)", &["w."]), BTreeSet::from(["undo", "redo_all"]));
}

#[test]
fn a_verb_is_called_in_its_row_alone() {
    let rows = rows();
    let words = behind(&rows, &OF_SCREENS);
    // What menus call it is short, and may be the name of a button of something else.
    // So is what only keys and menus of one place call it.
    let offered = rows.lines().filter(|line| !line.contains(".not_offered()")).collect::<Vec<_>>().join("\n");
    let labels = behind(&offered, &["|w| w.", "|w| w.w.", "|w| w.map.", "|w| w.keys."]);
    let ways = ["Item::new(", "Offer::verb(", "title=", "item("];
    let starts: Vec<(&str, String)> =
        ways.iter().flat_map(|way| SAID.map(|words| (*way, format!("{way}{words}")))).collect();
    for (name, code) in controls() {
        for (way, start) in &starts {
            let known = if *way == "title=" { &labels } else { &words };
            let said: Vec<&str> = behind(&code, &[start]).into_iter().filter(|word| known.contains(word)).collect();
            // The name of a dialog is that of the verb that opens it.
            let dialogs: Vec<&str> = match *way {
                "title=" => code.split("<Dialog").skip(1).filter_map(|dialog| dialog.split('>').next()).collect(),
                _ => Vec::new(),
            };
            let is_dialog = |word: &str| dialogs.iter().any(|dialog| dialog.contains(&format!("{start}{word}")));
            let beside: Vec<&str> = said.into_iter().filter(|word| !is_dialog(word)).collect();
            assert!(beside.is_empty(), "{name} says {beside:?} behind `{start}`: take it from the row of the verb");
        }
        let verbs = behind(&code, &["verb_"]);
        let own: Vec<&&str> = verbs.iter().filter(|word| words.contains(format!("verb_{word}").as_str())).collect();
        assert!(own.is_empty(), "{name} says {own:?}: take it from the row of the verb");
    }
}

#[test]
fn a_verb_of_an_interview_is_called_in_its_row_alone() {
    let rows = rows();
    let words = behind(&rows, &OF_TALKS);
    assert!(words.len() > 12 && words.contains("paste_transcript") && words.contains("force"), "{words:?}");
    for (name, code) in talks() {
        let said = behind(&code, &["Item::new(cw.", "Item::new(iw.", "Item::new(talk.cw().", "Item::new(talk.iw()."]);
        let beside: Vec<&&str> = said.iter().filter(|word| words.contains(*word)).collect();
        assert!(beside.is_empty(), "{name} says {beside:?}: take it from the row of the verb");
    }
}

#[test]
fn the_icon_of_a_verb_is_in_its_row_alone() {
    let rows = rows();
    // A plus and arrows stand for more than one verb.
    let shared = ["Plus", "Download", "Upload"];
    let signs: BTreeSet<&str> = behind(&rows, &["Sign::"]).into_iter().filter(|sign| !shared.contains(sign)).collect();
    for (name, code) in controls() {
        let beside: Vec<&str> = behind(&code, &["Sign::"]).into_iter().filter(|sign| signs.contains(sign)).collect();
        assert!(beside.is_empty(), "{name} shows {beside:?}: take the icon from the row of the verb");
    }
}

/// What asks for a key itself: a file of `src/ui`, and why no table has it.
const OWN_KEYS: [(&str, &str); 2] = [
    ("parts/later.rs", "waits for what the browser prints"),
    ("interviews/one/line.rs", "a field: of the signs of verbs it types those that need no Alt"),
];

#[test]
fn the_keys_of_a_verb_are_in_its_row_alone() {
    let all = sources("src/ui");
    let asks = |name: &str| OWN_KEYS.iter().any(|(file, _)| name.ends_with(file));
    let (mut seen, mut own) = (0, 0);
    for (path, code) in all {
        let name = path.display().to_string();
        if name.contains("src/ui/commands") {
            continue;
        }
        seen += 1;
        for start in [".keys(\"", "<kbd aria-hidden=\"true\">\""] {
            assert!(!code.contains(start), "{name} writes keys by hand behind `{start}`: take them from a row");
        }
        // A letter by its place: "KeyM".
        let letters = behind(&code, &["\"Key"]);
        let letters: Vec<&&str> = letters.iter().filter(|letter| letter.len() == 1).collect();
        own += usize::from(!letters.is_empty());
        assert!(letters.is_empty() || asks(&name), "{name} asks for {letters:?} by hand: ask `verb_of`");
    }
    assert!(seen > 150, "all of the interface is read: {seen}");
    assert_eq!(own, OWN_KEYS.len(), "the list holds what asks for a key itself, and nothing else");
}

#[test]
fn a_menu_takes_its_verbs_from_rows() {
    let words = words_of_verbs();
    let parts = ["forces.", "statements.", "phrases.", "codebook.", "outcomes.", "quote_list.", "exchange."];
    let of_findings: Vec<String> =
        parts.iter().flat_map(|part| ["f.", "hub.f()."].map(|f| format!("{f}{part}"))).collect();
    let of_talks = ["f.", "cw.", "iw.", "a.", "e.", "talk.cw().", "talk.iw().", "hub.f()."];
    let starts: Vec<String> = SAID
        .iter()
        .chain(&of_talks)
        .copied()
        .chain(of_findings.iter().map(String::as_str))
        .map(|start| format!("Item::new({start}"))
        .collect();
    let starts: Vec<&str> = starts.iter().map(String::as_str).collect();
    for (path, code) in sources("src/ui") {
        let name = path.display().to_string();
        let said = behind(&code, &starts);
        let beside: Vec<&&str> = said.iter().filter(|word| words.contains(**word)).collect();
        assert!(beside.is_empty(), "{name} says {beside:?} in a menu: take it from the row of the verb");
    }
}

/// What a button says in a word that is a verb's elsewhere: a file of `src/ui`, the word, and what it is there.
const OTHER_BUTTONS: [(&str, &str, &str); 13] = [
    ("journey/pick.rs", "delete", "of the cards that are chosen, which the verb of a place does not do"),
    ("journey/checkpoints.rs", "delete", "of a checkpoint"),
    ("journey/checkpoints.rs", "undo", "of what was brought back, as a toast does it"),
    ("journey/evidence.rs", "delete", "of what joins a quote to a card"),
    ("journey/head.rs", "rename", "of the map, in its title"),
    ("journey/phone.rs", "stage_before_this", "where it leads, and nothing that is added there"),
    ("journey/phone.rs", "stage_after_this", "where it leads, and nothing that is added there"),
    ("parts/toast.rs", "undo", "of what the toast tells"),
    ("engagement/mod.rs", "download_copy", "of a text that cannot be opened"),
    ("interviews/one/paste.rs", "import_file", "for the field of a transcript"),
    ("interviews/one/note.rs", "quote", "a noun: what the note is"),
    ("interviews/findings/exchange.rs", "export", "a menu of verbs"),
    ("preview/locked.rs", "unlock", "of a link, by its passphrase"),
];

#[test]
fn a_button_takes_its_verb_from_a_row() {
    // The last name of each path: `w.codebook.new_tag` is called `new_tag`.
    let path_of = |rest: &str| {
        let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_' && next != '.').unwrap_or(rest.len());
        rest[..end].rsplit('.').next().map(String::from)
    };
    let words: BTreeSet<String> = rows().split("| w.").skip(1).filter_map(path_of).collect();
    assert!(
        ["import_file", "download_all", "add_job", "add_initiative", "take_table"]
            .iter()
            .all(|word| words.contains(*word))
    );
    let name_of = |rest: &str| {
        let end = rest.find(|next: char| !next.is_alphanumeric() && !"_.()".contains(next)).unwrap_or(rest.len());
        rest[..end].rsplit_once('.').map(|(_, word)| word.to_owned())
    };
    let (mut buttons, mut others) = (0, BTreeSet::<&(&str, &str, &str)>::new());
    for (path, code) in
        sources("src/ui").into_iter().filter(|(path, _)| !path.display().to_string().contains("commands"))
    {
        for button in code.split("<button").skip(1).filter_map(|button| button.split("</button>").next()) {
            buttons += 1;
            let said = ["{", "title=", "aria-label="]
                .iter()
                .flat_map(|before| button.split(before).skip(1).filter_map(name_of));
            for word in said.filter(|word| words.contains(word)) {
                let name = path.display().to_string();
                let other = OTHER_BUTTONS.iter().find(|(file, known, _)| name.ends_with(file) && *known == word);
                assert!(other.is_some(), "a button of {name} says {word:?}: take it from the row of the verb");
                others.extend(other);
            }
        }
    }
    assert!(buttons > 150, "all buttons are read: {buttons}");
    assert_eq!(others.len(), OTHER_BUTTONS.len(), "the list holds what is there, and nothing else");
}
