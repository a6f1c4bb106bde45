//! What the style sheets share: one sheet says how a class looks, so that none changes what another one laid out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The classes that stand alone before a rule outside of any condition: ".name { … }".
fn classes(sheet: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let (mut depth, mut selector, mut found) = (0_u32, String::new(), Vec::new());
    for letter in text.chars() {
        match letter {
            '{' => {
                if depth == 0 {
                    let names = selector.split(',').filter_map(|one| one.trim().strip_prefix('.'));
                    let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                    found.extend(names.filter(is_name).map(String::from));
                }
                depth += 1;
                selector.clear();
            }
            '}' => {
                depth -= 1;
                selector.clear();
            }
            ';' => selector.clear(),
            letter => selector.push(letter),
        }
    }
    found
}

#[test]
fn a_class_belongs_to_one_sheet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/styles");
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sheet in fs::read_dir(folder).expect("the style sheets").flatten() {
        let name = sheet.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(sheet.path()).expect("a readable sheet");
        for class in classes(&text) {
            let home = homes.entry(class).or_default();
            if !home.contains(&name) {
                home.push(name.clone());
            }
        }
    }
    assert!(homes.len() > 100, "classes are found");
    homes.retain(|_, sheets| sheets.len() > 1);
    assert!(homes.is_empty(), "{homes:?}");
}

/// A class that an element takes for a while must not be one that lays other elements out.
#[test]
fn the_search_marks_the_map_with_a_class_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sheet = |name: &str| fs::read_to_string(root.join("src/ui/styles").join(name)).expect("a sheet");
    assert!(!classes(&sheet("economy.css")).contains(&"is-finding".to_owned()));
    assert!(sheet("find.css").contains(".is-finding"));
    for view in ["grid.rs", "phone.rs"].map(|name| root.join("src/ui/journey").join(name)) {
        let view = fs::read_to_string(&view).expect("a view");
        assert!(!view.contains("class:finding"), "the class of the finding of the economics");
    }
}

/// Where a finger points, a field with smaller text enlarges the page: no sheet that comes later may say otherwise.
#[test]
fn fields_have_large_text_for_fingers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/styles/base.css");
    let text = fs::read_to_string(path).expect("a readable sheet");
    let fingers = text.split("@media (pointer: coarse)").skip(1).map(|rest| rest.split("\n}").next().unwrap_or(rest));
    let rule = fingers.into_iter().find(|rules| rules.contains("font-size: 16px !important"));
    let rule = rule.expect("a rule for fingers that nothing overrules");
    for kind in ["input", "select", "textarea"] {
        assert!(rule.contains(kind), "{kind} in {rule}");
    }
}
