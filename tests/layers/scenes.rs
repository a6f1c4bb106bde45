//! What is gone through place by place lists its places by hand: none may be missing there.

use std::fs;
use std::path::Path;

use orbita::route::{EconomyPart, Findings, InterviewsView, Route, Section};
use orbita::storage::backup::is_work;

fn text_of(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the project")
}

/// The last word of the address of something that is looked at over all interviews.
fn last_of(findings: Findings) -> String {
    last(&Route::Interviews { engagement: "x".into(), view: InterviewsView::All(findings) })
}

/// The last word of the address of a part of the economics; the first part has none.
fn word_of(part: EconomyPart) -> Option<String> {
    let word = last(&Route::Economics { engagement: "x".into(), scenario: None, initiative: None, part });
    Some(word).filter(|word| word != "economics")
}

fn last(route: &Route) -> String {
    route.hash().rsplit('/').next().expect("a word").to_owned()
}

#[test]
fn every_place_is_left_in_every_way() {
    let (scenes, played) = (text_of("tests/browser/src/leave.js"), text_of("tests/browser/tests/suite/leaving.rs"));
    for section in Section::ALL {
        let scene = match section {
            Section::Journey => "map",
            Section::Interviews => "interview",
            Section::Economics => "economics",
        };
        assert!(scenes.contains(&format!("\n  {scene},")) && played.contains(&format!("\"{scene}\"")), "{section:?}");
    }
    for findings in Findings::ALL {
        let (goes, scene) = (format!("findings(\"{}\"", last_of(findings)), format!("findings, {}", last_of(findings)));
        assert!(scenes.contains(&goes) && played.contains(&format!("\"{scene}\"")), "{findings:?} has no scene");
    }
    for part in EconomyPart::ALL {
        let goes = word_of(part).map_or("/economics`".to_owned(), |word| format!("inPart(\"{word}\""));
        assert!(scenes.contains(&goes), "{part:?} has no scene");
    }
    // Whatever scene there is, some script plays it.
    let list = scenes.split_once("const SCENES = {").and_then(|(_, rest)| rest.split_once("\n};")).expect("a list").0;
    let names = list.lines().filter_map(|line| {
        let name = line.strip_prefix("  ").filter(|line| !line.starts_with([' ', '}', '/']))?;
        match name.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').map(|(name, _)| name),
            None => name.split([':', ',']).next(),
        }
    });
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        assert!(played.contains(&format!("\"{name}\"")), "no script goes to `{name}`");
    }
}

#[test]
fn the_monkey_goes_everywhere() {
    let places = text_of("tests/browser/src/monkey.js");
    for findings in Findings::ALL {
        assert!(places.contains(&format!("\"{}\"", last_of(findings))), "{findings:?}");
    }
    for word in EconomyPart::ALL.into_iter().filter_map(word_of) {
        assert!(places.contains(&format!("\"economics/{word}\"")), "{word}");
    }
}

/// The page that is left when the app has stopped hands out what lies on the shelf without the app.
#[test]
fn what_the_page_of_a_stop_hands_out_is_what_a_backup_holds() {
    let script = text_of("public/start.js");
    let kept =
        script.split_once("/^orbita\\/(").and_then(|(_, rest)| rest.split_once(")\\//")).expect("a list of keys").0;
    let kept: Vec<&str> = kept.split('|').collect();
    // All that the storage keeps by a name of its own.
    let mut names = vec!["engagement", "aside"];
    let sources: Vec<(_, String)> = super::sources("src/storage");
    for (_, code) in &sources {
        let prefixes = code.split("PREFIX: &str = \"orbita/").skip(1);
        names.extend(prefixes.filter_map(|rest| rest.split_once("/\"").map(|(name, _)| name)));
    }
    assert!(names.len() >= 8, "{names:?}");
    for name in &names {
        let keys = [format!("orbita/{name}/1"), format!("orbita/{name}/1/2")];
        assert_eq!(kept.contains(name), keys.iter().any(|key| is_work(key)), "{name}");
    }
    for name in kept {
        assert!(names.contains(&name), "nothing is kept as `{name}`");
    }
}
