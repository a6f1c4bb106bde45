//! What imports what, read off every path that a source names: modules that import each other cannot be read, tested or moved one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sources;

/// The modules of the app, `a::b::c`, each with its code.
fn modules() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let crates = ["economics", "squeeze", "main.rs", "lib.rs"];
    let name = |path: &Path| {
        let inside = path.strip_prefix(&root).expect("a source").with_extension("");
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        parts.strip_suffix(&["mod".to_owned()]).unwrap_or(&parts).join("::")
    };
    let of_app =
        |path: &Path| !crates.iter().any(|one| path.strip_prefix(&root).is_ok_and(|inside| inside.starts_with(one)));
    sources("src").into_iter().filter(|(path, _)| of_app(path)).map(|(path, code)| (name(&path), code)).collect()
}

/// The paths that a `use` names, one by one: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let (mut depth, mut from, mut all) = (0, 0, Vec::new());
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let ends = inside.match_indices(['{', '}', ',']).chain([(inside.len(), ",")]);
    for (at, sign) in ends.collect::<Vec<_>>() {
        match sign {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 0 => {
                all.extend(paths(&inside[from..at]).into_iter().filter(|path| !path.is_empty()).map(|path| {
                    if path == "self" { before.trim_end_matches("::").to_owned() } else { format!("{before}{path}") }
                }));
                from = at + 1;
            }
            _ => (),
        }
    }
    all
}

/// The module that a path in `of` leads into; `None` for one of another crate.
fn module<'a>(all: &'a BTreeMap<String, String>, of: &str, path: &str) -> Option<&'a str> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut full: Vec<&str> = of.split("::").collect();
    match parts[0] {
        "crate" => full.clear(),
        "self" => (),
        "super" => {
            let up = parts.iter().take_while(|part| **part == "super").count();
            full.truncate(full.len().saturating_sub(up));
            parts.drain(..up - 1);
        }
        _ => return None,
    }
    full.extend(&parts[1..]);
    (1..=full.len()).rev().find_map(|count| all.get_key_value(&full[..count].join("::"))).map(|(name, _)| name.as_str())
}

/// A source without what tests of it say, its comments and its strings: what is left names modules only.
fn bare(code: &str) -> String {
    let mut left = String::new();
    let mut rest = code;
    while let Some(next) = rest.chars().next() {
        let skipped = match next {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r#\"") => rest.find("\"#").map_or(rest.len(), |end| end + 2),
            '"' => {
                let mut signs = rest.char_indices().skip(1);
                // What stands behind a backslash ends no string.
                std::iter::from_fn(|| match signs.next()? {
                    (_, '\\') => signs.next().map(|_| None),
                    (at, sign) => Some((sign == '"').then_some(at + 1)),
                })
                .find_map(|end| end)
                .unwrap_or(rest.len())
            }
            // The character of a quotation mark begins no string.
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\\"'") => 4,
            _ => 0,
        };
        if skipped == 0 {
            left.push(next);
        }
        rest = &rest[if skipped == 0 { next.len_utf8() } else { skipped }..];
    }
    left
}

/// Every path from the root or from a parent that a source names, in a `use` or wherever else.
fn named(code: &str) -> Vec<String> {
    let code = bare(code);
    let is_of_path = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':';
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| code.match_indices(start));
    let trees = starts.filter(|(at, _)| {
        let before = &code[..*at];
        // `super::super::a` is one path, and `pub(in crate::a)` only says who may see something.
        !before.ends_with(is_of_path) && !before.ends_with("in ")
    });
    trees
        .flat_map(|(at, _)| {
            let rest = &code[at..];
            let end = rest.find(|sign| !is_of_path(sign)).unwrap_or(rest.len());
            let mut depth = 0;
            let group = rest[end..].starts_with('{').then(|| {
                rest[end..].find(|sign| {
                    depth += i32::from(sign == '{') - i32::from(sign == '}');
                    depth == 0
                })
            });
            paths(&rest[..group.flatten().map_or(end, |close| end + close + 1)].replace('\n', " "))
        })
        .collect()
}

/// What each module imports, but for a folder's own mod file and what is in that folder.
fn imports(all: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let is_inside = |one: &str, other: &str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with("::"));
    all.iter()
        .map(|(name, code)| {
            let met: BTreeSet<&str> = named(code)
                .into_iter()
                .filter_map(|path| module(all, name, &path))
                .filter(|other| other != name && !is_inside(name, other) && !is_inside(other, name))
                .collect();
            (name.as_str(), met)
        })
        .collect()
}

/// All that can be reached from a module.
fn reached<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(one) = next.pop() {
        for other in imports.get(one).into_iter().flatten() {
            if seen.insert(*other) {
                next.push(other);
            }
        }
    }
    seen
}

/// The modules of each circle.
fn circles<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports.keys().map(|name| (*name, reached(imports, name))).collect();
    let mut all: Vec<BTreeSet<&str>> = Vec::new();
    for (name, far) in &reached {
        if far.contains(name) && !all.iter().any(|circle| circle.contains(name)) {
            all.push(far.iter().copied().filter(|other| reached[other].contains(name)).collect());
        }
    }
    all
}

#[test]
fn modules_do_not_import_each_other() {
    let all = modules();
    let imports = imports(&all);
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 2_000, "imports are found");
    let circles = circles(&imports);
    assert!(circles.is_empty(), "these import each other: {circles:#?}");
}

#[test]
fn a_use_is_read_path_by_path() {
    assert_eq!(paths("a::b"), ["a::b"]);
    assert_eq!(paths("a::{b, c::{d, e as f}}"), ["a::b", "a::c::d", "a::c::e"]);
    assert_eq!(paths("a::{self, b::{self, c}, d}"), ["a", "a::b", "a::b::c", "a::d"]);
}

#[test]
fn a_path_is_read_wherever_it_stands() {
    let found = |code: &str| named(code);
    assert_eq!(found("fn f() { crate::a::b::f(super::super::c::D); }"), ["crate::a::b::f", "super::super::c::D"]);
    assert_eq!(found("fn f() {\n    use super::{a, b::{c, d}};\n}"), ["super::a", "super::b::c", "super::b::d"]);
    assert_eq!(found("pub(crate) use crate::a::B;\npub(in crate::c) fn f() {}"), ["crate::a::B"]);
    assert_eq!(
        found("f(\"crate::a \\\" crate::b\", '\"', r#\"crate::c\"#); // crate::d\n/* crate::e */ crate::g()"),
        ["crate::g"]
    );
}

#[test]
fn a_circle_is_found() {
    let all = [("a", "use crate::b::x;"), ("b", "use crate::{c, z};\n"), ("c", "fn f() { super::a::g() }"), ("z", "")];
    let all: BTreeMap<String, String> = all.map(|(name, code)| (name.into(), code.into())).into();
    let imports = imports(&all);
    assert_eq!(circles(&imports), [BTreeSet::from(["a", "b", "c"])]);
}

/// What the rooms of a house import of one another.
fn rooms<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>, house: &str) -> BTreeSet<(&'a str, &'a str)> {
    let room = |name: &'a str| name.strip_prefix(house)?.split("::").next();
    let pairs = imports.iter().flat_map(|(name, met)| met.iter().map(move |other| (room(name), room(other))));
    pairs.filter_map(|(from, to)| Some((from?, to?))).filter(|(from, to)| from != to).collect()
}

#[test]
fn rooms_stand_on_one_another() {
    let all = modules();
    let imports = imports(&all);
    // What a screen imports never imports the screen: views stand on state, and state knows no view.
    for house in ["ui::", "ui::economics::", "ui::interviews::", "ui::journey::", "ui::library::"] {
        let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in rooms(&imports, house) {
            met.entry(from).or_default().insert(to);
        }
        assert!(!met.is_empty(), "the rooms of {house} are found");
        let circles = circles(&met);
        assert!(circles.is_empty(), "in {house} these import each other: {circles:#?}");
    }
}

#[test]
fn state_knows_no_view() {
    let all = modules();
    let imports = imports(&all);
    let views =
        ["economics", "engagement", "frictions", "interviews", "journey", "library", "preview", "shell", "travel"];
    let state = ["browser", "commands", "desk", "last_places", "offers", "parts", "saving", "session"];
    let rooms = rooms(&imports, "ui::");
    assert!(views.iter().all(|view| rooms.iter().any(|(from, _)| from == view)), "every view is found");
    let up: Vec<_> = rooms.iter().filter(|(from, to)| state.contains(from) && views.contains(to)).collect();
    assert!(up.is_empty(), "these import what stands on them: {up:?}");
    let screens = ["economics", "frictions", "interviews", "journey", "library"];
    let across: Vec<_> = rooms.iter().filter(|(from, to)| screens.contains(from) && screens.contains(to)).collect();
    assert!(across.is_empty(), "a screen imports another: {across:?}");
}
