//! The imports that may never be. What the compiler cannot see is read off the sources here.

mod circles;
mod dependencies;
mod names;
mod once;
mod parts;
mod scenes;
mod verbs;

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file below `folder`, with its path from there.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("tests") && !path.ends_with("examples") {
                collect(&path, files);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    if root.is_file() {
        files.push(root);
    } else {
        collect(&root, &mut files);
    }
    assert!(!files.is_empty(), "{folder} holds sources");
    files
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a readable source");
            // What tests of a module use says nothing of the module.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (path, code.join("\n"))
        })
        .collect()
}

/// Fails for every source below `folder` that holds one of `words`, but for the files in `but`.
fn forbid(folder: &str, words: &[&str], but: &[&str], why: &str) {
    for (path, code) in sources(folder) {
        let name = path.display().to_string();
        if but.iter().any(|but| name.contains(but)) {
            continue;
        }
        for word in words {
            assert!(!code.contains(word), "{name} holds `{word}`: {why}");
        }
    }
}

const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];

#[test]
fn the_pure_half_knows_no_browser() {
    for folder in [
        "src/model",
        "src/edit",
        "src/insight",
        "src/interviews",
        "src/storage",
        "src/i18n",
        "src/tables",
        "src/arrange.rs",
        "src/compose",
        "src/months.rs",
        "src/named.rs",
        "src/route",
    ] {
        forbid(folder, BROWSER, &[], "only `ui` knows the browser");
        forbid(folder, &["plotters", "crate::charts", "crate::ui"], &[], "the pure half draws nothing");
        forbid(folder, &["::now()", "thread_rng", "rand::"], &[], "time and chance come as arguments");
    }
    for folder in ["src/exchange", "src/handover", "src/squeeze"] {
        forbid(folder, BROWSER, &[], "files are put together without a browser");
        forbid(folder, &["crate::ui", "::now()", "thread_rng", "rand::"], &[], "time and chance come as arguments");
    }
}

#[test]
fn the_engine_knows_numbers_only() {
    forbid("src/economics", BROWSER, &[], "the engine knows no browser");
    forbid("src/economics", &["orbita::", "serde", "chrono", "plotters"], &[], "the engine knows no document");
}

#[test]
fn the_model_stands_alone() {
    forbid("src/model", &["crate::edit", "crate::storage", "crate::insight", "crate::i18n"], &[], "model knows nobody");
    forbid("src/edit", &["crate::storage", "crate::insight", "crate::i18n"], &[], "edit knows the model only");
    forbid("src/insight", &["crate::edit", "crate::storage", "crate::i18n"], &[], "insight knows the model only");
    forbid("src/storage", &["crate::edit::plan"], &[], "storage knows the model, the store and its history");
    forbid("src/storage", &["crate::insight", "crate::i18n"], &[], "storage knows nothing that is shown");
    let records = ["crate::storage", "crate::insight", "crate::i18n", "crate::ui", "model::Engagement"];
    forbid("src/interviews", &records, &[], "interviews know plain values, whatever holds them");
    forbid("src/i18n", &["crate::edit"], &[], "words know the model, and errors to speak of");
    forbid(
        "src/tables",
        &["crate::storage", "crate::insight", "crate::exchange"],
        &[],
        "tables know the model and drafts",
    );
    let leaves = ["bytes", "choice", "fault", "note", "place", "record", "separator"].map(|leaf| format!("{leaf}.rs"));
    for leaf in leaves.into_iter().chain(["period", "vocabulary"].map(String::from)) {
        let leaf = format!("src/tables/{leaf}");
        forbid(&leaf, &["crate::i18n"], &[], "what is said of tables knows no words, so that words can know it");
    }
    forbid(
        "src/i18n",
        &["crate::insight"],
        &["i18n/economy", "i18n/en/economy", "i18n/ru/economy"],
        "only findings are sentences",
    );
}

#[test]
fn drawing_stands_alone() {
    let words = ["charts", "edit", "exchange", "handover", "i18n", "insight", "storage", "ui"];
    let words = words.map(|room| format!("crate::{room}"));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    forbid("src/drawing", &words, &[], "pictures, pages and charts stand on drawing, which knows colours and letters");
    forbid("src/charts", &["crate::exchange"], &[], "charts stand on drawing");
}

#[test]
fn exchange_knows_single_files() {
    let words = ["crate::handover", "crate::charts", "crate::storage"];
    forbid("src/exchange", &words, &[], "what is put together of several things is handed over");
    forbid("src/squeeze", &["orbita::", "serde", "chrono"], &[], "bytes in, bytes out");
}

#[test]
fn only_one_door_changes_the_document() {
    forbid("src/ui", &[".swap("], &["library/actions/works.rs"], "changes go through the store");
    forbid("src/ui", &["edit::history", "edit::plan"], &["ui/session/notices.rs"], "the history is the store's");
}

#[test]
fn the_browser_is_touched_in_one_place() {
    let words = ["window()", "document()", "js_sys", "wasm_bindgen", "gloo_storage", "local_storage"];
    forbid("src/ui", &words, &["ui/browser/"], "raw web APIs live in ui/browser");
    forbid("src/ui", &["inner_html"], &["parts/figure.rs"], "text becomes elements in the figure only");
}

#[test]
fn lists_keep_their_order() {
    forbid(
        "src/ui",
        &["<For ", "<For\n", "<ForEnumerate", "keyed("],
        &[],
        "the framework's list loses the order; `parts::rows` and `parts::each` keep it",
    );
}

#[test]
fn keys_of_input_methods_are_known_in_one_place() {
    forbid("src/ui", &[".is_composing()", "key_code()"], &["browser/typing.rs"], "ask `typing::is_of_input_method`");
}

#[test]
fn what_is_called_back_later_asks_whether_its_view_is_there() {
    let words = ["request_animation_frame", "set_timeout", "task::tick", "tick().await"];
    forbid(
        "src/ui",
        &words,
        &[
            "ui/browser/",
            "ui/alive.rs",
            // The session is there as long as the page.
            "session/drafts.rs",
            "parts/toast.rs",
            "parts/slices.rs",
            "library/side.rs",
            "parts/chart/",
            "parts/menu.rs",
        ],
        "use Alive, or an element found when it is time",
    );
    // Fetched when it is asked for, it may come when the library has gone.
    let of_view = ["self.listing", "self.reading", "self.failed"];
    forbid("src/ui/library/actions/works.rs", &of_view, &[], "ask the shelf");
}

#[test]
fn what_is_looked_at_reads_and_keeps_no_choice() {
    // The library is never a preview.
    let doors = ["ui/browser/", "ui/session/", "ui/library/"];
    forbid("src/ui", &["shelf::choice", "shelf::keep_choice"], &doors, "ask the session");
}

#[test]
fn charts_and_screens_keep_their_distance() {
    forbid(
        "src/charts",
        &["leptos", "crate::ui", "crate::edit", "crate::storage"],
        &[],
        "charts draw what they are given",
    );
    forbid(
        "src/ui/journey",
        &["crate::storage", "ui::library", "crate::edit::plan"],
        &[],
        "screens do not know each other",
    );
    forbid("src/ui/library", &["ui::journey", "ui::desk"], &[], "screens do not know each other");
}

/// A chart is put together with its words in one place of `handover`, named by its [`ChartId`]: a screen that builds one itself
/// shows another than the report does.
#[test]
fn charts_are_put_together_in_one_place() {
    let drawn: Vec<String> = sources("src/charts")
        .iter()
        .flat_map(|(_, code)| code.lines())
        .filter_map(|line| line.strip_prefix("impl Chart for ")?.split(' ').next())
        .map(|name| format!("{name} {{"))
        .collect();
    assert!(drawn.len() > 6, "{drawn:?}");
    let words: Vec<&str> = drawn.iter().map(String::as_str).chain(["Titled {", "dyn Chart"]).collect();
    forbid("src/ui", &words, &["parts/chart/"], "ask handover for the chart");
    forbid("src/ui", &["<ChartCard"], &["parts/chart/", "economics/charts.rs"], "show a `TitledChart`");
    // Each is declared by one function.
    let declared: Vec<String> = sources("src/handover")
        .into_iter()
        .flat_map(|(_, code)| code.split("id: ChartId::").skip(1).map(String::from).collect::<Vec<_>>())
        .map(|rest| rest.split([',', '(']).next().unwrap_or_default().to_owned())
        .collect();
    let once: std::collections::BTreeSet<&String> = declared.iter().collect();
    assert_eq!(once.len(), declared.len(), "a chart is put together twice: {declared:?}");
}

#[test]
fn nothing_shown_is_written_outside_i18n() {
    for (path, code) in sources("src/ui") {
        for (at, line) in code.lines().enumerate() {
            let text = line.split_once("</").map_or("", |(before, _)| before);
            let words = text.rsplit_once('>').map_or("", |(_, words)| words);
            let shown = words.trim_matches('"');
            let speaks = words.starts_with('"') && shown.chars().filter(|c| c.is_alphabetic()).count() > 1;
            assert!(!speaks, "{}:{}: {words}", path.display(), at + 1);
        }
    }
}

/// The words between quotes in the value of an attribute, without what is put in between brackets.
fn written_in(code: &str) -> String {
    let begins_attribute = |word: &&str| {
        let name = word.split_once('=').map_or("", |(name, _)| name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ':'))
    };
    let line = code.lines().next().unwrap_or_default();
    let value: Vec<&str> = line.split(' ').take_while(|word| !begins_attribute(word)).collect();
    let value = value.join(" ");
    let quoted = value.split('"').skip(1).step_by(2);
    quoted.flat_map(|text| text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default())).collect()
}

#[test]
fn an_attribute_is_read_whatever_is_around_its_words() {
    for code in ["\"Close\" class=\"x\"", "live(move || \"Close\")", "format!(\"Close{}\", name.get())>"] {
        assert_eq!(written_in(code), "Close");
    }
    assert_eq!(written_in("format!(\"{label}: {}\", title.get())"), ": ");
    assert_eq!(written_in("w.close class=\"quiet\""), "");
}

#[test]
fn nothing_read_out_is_written_outside_i18n() {
    // Attributes that a person sees or hears.
    let names = [
        "aria-label",
        "aria-description",
        "aria-roledescription",
        "aria-valuetext",
        "alt",
        "label",
        "placeholder",
        "title",
    ];
    let mut seen = 0;
    for (path, code) in sources("src/ui") {
        for name in names {
            for (at, _) in code.match_indices(&format!(" {name}=")) {
                seen += 1;
                let written = written_in(&code[at + name.len() + 2..]);
                let speaks = written.chars().filter(|c| c.is_alphabetic()).count() > 1;
                assert!(!speaks, "{}: {name}={written:?}", path.display());
            }
        }
    }
    assert!(seen > 100, "attributes are found: {seen}");
}

#[test]
fn no_unwrap_outside_tests() {
    forbid("src", &[".unwrap()", ".expect(\"", "panic!(", "todo!(", "unimplemented!("], &[], "errors are values");
}
